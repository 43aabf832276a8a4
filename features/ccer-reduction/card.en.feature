# language: en
Feature: CCER: tonnes of a monitoring period
  The tonnes of a monitoring period that may be registered, the meter readings included and excluded, and whether a holder may use the tonnes.

  Background:
    Given this scorecard
      | field           | value                                                                                                            |
      | id              | ccer-reduction                                                                                                   |
      | version         | 1.0.0                                                                                                            |
      | title           | CCER: tonnes of a monitoring period                                                                              |
      | subject         | monitoring-period                                                                                                |
      | attestation     | verification statement                                                                                           |
      | time zone       | Asia/Shanghai                                                                                                    |
      | effective from  | 2023-10-24                                                                                                       |
      | rounding        | half-even, 2 decimals                                                                                            |
      | not applicable  | refuse                                                                                                           |
      | does not assess | whether the grid factors and their weights are correct; they appear only as an image in the text that was read   |
      | does not assess | methodologies other than grid-connected solar thermal power and offshore wind, because their texts were not read |
      | does not assess | repair within 30 days after a meter fault, and the six decimals of coordinates                                   |
      | does not assess | which days are working days; their number is used as stated                                                      |
      | does not assess | evidence for the date of the request, the use and the agreed price, because no document is known                 |
    And these bases
      | basis           | instrument                   | clause                        | certainty   | note                                                                                                                                                                                                                                                                               |
      | window          | 温室气体自愿减排交易管理办法 | Article 17                    | confirmed   | A reduction can be registered only if it was produced after 2020-09-22, within the crediting period and not more than five years before the request for registration.                                                                                                              |
      | window-reading  | 温室气体自愿减排交易管理办法 | Article 17                    | own reading | Reductions must be produced after 2020-09-22 and not more than five years before the request. We interpret "after" as excluding 2020-09-22 itself. Days more than five years before the request are excluded; counted back from 29 February, the limit is 28 February.             |
      | whole           | ccer-reduction               | -                             | own reading | A meter reading is included only if it lies completely within the monitoring period and all other time limits. We do not divide a reading that extends across a limit, so the applicant must split it there. Each day may belong to one reading only.                              |
      | request-reading | ccer-reduction               | -                             | own reading | A request for registration covers reductions produced up to its date. We exclude meter readings that end after the date of the request. This is our own interpretation.                                                                                                            |
      | not-yet         | ccer-reduction               | -                             | own reading | A day that has not passed cannot have reduced emissions. We include a meter reading only after its last day.                                                                                                                                                                       |
      | roles           | 温室气体自愿减排交易管理办法 | Article 18                    | confirmed   |                                                                                                                                                                                                                                                                                    |
      | publicity       | 温室气体自愿减排交易管理办法 | Article 19                    | confirmed   |                                                                                                                                                                                                                                                                                    |
      | amount          | 温室气体自愿减排交易管理办法 | Article 21                    | confirmed   | The reduction is registered with the amount, in tonnes, that the verification body determined.                                                                                                                                                                                     |
      | amount-reading  | 温室气体自愿减排交易管理办法 | Article 21                    | own reading | The reduction is registered with the verified amount; the article does not cover a verified amount above the amount calculated from the meter readings. In that case we limit the registered amount to the calculated amount.                                                      |
      | decision        | 温室气体自愿减排交易管理办法 | Article 22                    | confirmed   |                                                                                                                                                                                                                                                                                    |
      | use             | 温室气体自愿减排交易管理办法 | Article 28                    | confirmed   |                                                                                                                                                                                                                                                                                    |
      | abroad          | 温室气体自愿减排交易管理办法 | Article 29                    | confirmed   | The rules under which registered reductions may be transferred abroad have not been issued yet. Whether such a transfer is allowed is therefore undetermined.                                                                                                                      |
      | old             | 2023年10月生态环境部通知     | as reported                   | secondary   | Credits (CCER) issued before March 2017 may not be used for compliance in the national market after 2024-12-31. This is reported by secondary sources.                                                                                                                             |
      | m-solar         | CCER-01-001-V01              | formulas                      | confirmed   | For solar thermal power, emissions from fossil fuel are deducted as project emissions. The crediting period is at most 10 years.                                                                                                                                                   |
      | m-wind          | CCER-01-002-V01              | formulas                      | confirmed   | For offshore wind, project emissions and leakage are zero. The crediting period is at most 10 years.                                                                                                                                                                               |
      | m-meter         | CCER-01-002-V01              | meters                        | confirmed   | If a meter is out of its accuracy class or not calibrated, the electricity exported is reduced by the meter error and the electricity imported is increased by it. The methodology CCER-01-001-V01 requires the same.                                                              |
      | weights-sum     | ccer-reduction               | -                             | own reading | The grid emission factor is the weighted average of two factors: the operating margin (existing plants) and the build margin (new plants). We require the two weights to total 100 %.                                                                                              |
      | m-other         | CCER方法学                   | texts not read                | secondary   |                                                                                                                                                                                                                                                                                    |
      | start-reading   | CCER方法学                   | begin of the crediting period | own reading | The project owner chooses the first day of the crediting period. Because reductions must be produced after 2020-09-22, we require that this day is not before 2020-09-23.                                                                                                          |
      | proof           | ccer-reduction               | -                             | own reading | The applicant proves the facts by design document, validation and verification reports, meter certificates, registry extract and cancellation receipt. Which fact each document proves is our own interpretation. For facts without a named document, a declaration is sufficient. |
    And these settings
      | setting       | label                            | one of              | default   | meaning                                                                                                  |
      | after_reading | interpretation of the word after | strict, inclusive   | strict    | Whether reductions produced on 2020-09-22 itself are included                                            |
      | five_years    | interpretation of the five years | every_day, last_day | every_day | Whether every day of a meter reading, or only its last day, must be within five years before the request |
    And the choices of interpretation of the word after
      | value     | words                      |
      | strict    | the day itself is excluded |
      | inclusive | the day itself is included |
    And the choices of interpretation of the five years
      | value     | words                          |
      | every_day | every day of the meter reading |
      | last_day  | last day of the meter reading  |

  Rule: Worked example: the monitoring period

    Scenario: 1,247,000 MWh at 0.575 correspond to 717,025 tonnes
      When evaluated as of 2024-09-01
      Then the quantity computed is 717025 tCO2e
      And the quantity registrable is 717025 tCO2e
      And the conclusion is scored
