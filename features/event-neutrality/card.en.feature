# language: en
Feature: Carbon neutrality of a large event
  Whether an event is carbon neutral under the guide of 2019: emissions calculated, reduced and offset in this order, with eligible credits cancelled for the event.

  Background:
    Given this scorecard
      | field           | value                                                                                 |
      | id              | event-neutrality                                                                      |
      | version         | 1.0.0                                                                                 |
      | title           | Carbon neutrality of a large event                                                    |
      | subject         | event                                                                                 |
      | attestation     | self-assessment                                                                       |
      | time zone       | Asia/Shanghai                                                                         |
      | effective from  | 2019-05-29                                                                            |
      | rounding        | half-even, 2 decimals                                                                 |
      | not applicable  | refuse                                                                                |
      | does not assess | audience behaviour and the quality of credits                                         |
      | does not assess | deadlines after the event (not found) and emission factors (not printed in the guide) |
      | does not assess | buildings and regions (boundaries not found), and rules of cities such as Chongqing   |
    And these bases
      | basis      | instrument                   | clause                      | certainty   | note                                                                                                                                                                                                                                                                                                                                                                                                                                                                  |
      | guide      | 生态环境部公告2019年第19号   | as reported                 | secondary   | An event claimed as carbon neutral must calculate the emissions of its preparation, event and closing phases. It must then offset the remaining emissions and announce its neutrality publicly. The guide is in force since 2019-05-29; its use is voluntary. Reported by secondary sources.                                                                                                                                                                          |
      | order      | 生态环境部公告2019年第19号   | order of steps, as reported | secondary   | The emissions of the event must first be calculated, then reduced, and the remainder must then be offset. Steps on the same day are accepted. Reported by secondary sources; the text was not read.                                                                                                                                                                                                                                                                   |
      | credits    | 生态环境部公告2019年第19号   | credits, as reported        | secondary   | Four kinds of credits may offset the remaining emissions of an event; other credits do not count. The first two are allowances of Chinese carbon markets and CCER (certified voluntary reductions). The other two are provincial inclusive units (碳普惠: credits for small-scale low-carbon actions) and CDM (Clean Development Mechanism) units of Chinese projects. Credits from forestry and poor areas are preferred; all this is reported by secondary sources. |
      | cancel     | 温室气体自愿减排交易管理办法 | Article 28                  | confirmed   | A CCER (certified voluntary emission reduction of China) used to offset the emissions of an event must be cancelled. The measures that contain Article 28 are in force since 2023-10-19.                                                                                                                                                                                                                                                                              |
      | event-only | event-neutrality             | -                           | own reading | Each carbon credit counts only once, for a single event. This is our own interpretation, because the sources do not mention repeated use of a credit.                                                                                                                                                                                                                                                                                                                 |
      | to-come    | event-neutrality             | -                           | own reading | If a step of the event (calculation, reduction, offset or announcement) has a date in the future, the criterion for it is undetermined. This is our own interpretation, because the sources do not cover this case. We treat the step as neither completed nor missed.                                                                                                                                                                                                |
      | proof      | event-neutrality             | -                           | own reading | The accepted documents are the event plan, the calculation report, energy bills, travel lists, the cancellation list and the announcement. Which document proves which fact is listed in the scorecard and is our own interpretation. For facts without a named document, a declaration of the applicant is sufficient.                                                                                                                                               |

  Rule: Example event

    Scenario: 3,200 t minus 450 t, offset by 2,000 t and 750 t of CCER, the latter from forestry
      When evaluated as of 2026-11-20
      Then the quantity residual is 2750 tCO2e
      And the quantity counted is 2750 tCO2e
      And the quantity short is 0 tCO2e
      And gate T4 is met
      And the conclusion is scored
