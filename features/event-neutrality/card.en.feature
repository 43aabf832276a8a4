# language: en
Feature: Neutrality of a large event
  Whether an event is neutral after the guide of 2019: count, reduce, offset, in this order, with credits that it takes, cancelled for the event.

  Background:
    Given this scorecard
      | field           | value                                                                                                 |
      | id              | event-neutrality                                                                                      |
      | version         | 2.1.0                                                                                                 |
      | supersedes      | 2.0.0                                                                                                 |
      | title           | Neutrality of a large event                                                                           |
      | subject         | event                                                                                                 |
      | attestation     | self-assessment                                                                                       |
      | time zone       | Asia/Shanghai                                                                                         |
      | effective from  | 2019-05-29                                                                                            |
      | rounding        | half-even, 2 decimals                                                                                 |
      | not applicable  | refuse                                                                                                |
      | does not assess | audience behaviour, and the quality of credits                                                        |
      | does not assess | deadlines after the event, which were not found, and emission factors, which the guide does not print |
      | does not assess | buildings and regions, whose boundaries were not found, and rules of cities such as Chongqing         |
    And these bases
      | basis      | instrument                   | clause                      | certainty   | note                                                                                                                                                                                                                |
      | guide      | 生态环境部公告2019年第19号   | as reported                 | secondary   | Guide to neutrality of large events, in force 2019-05-29; voluntary.                                                                                                                                                |
      | order      | 生态环境部公告2019年第19号   | order of steps, as reported | secondary   |                                                                                                                                                                                                                     |
      | credits    | 生态环境部公告2019年第19号   | credits, as reported        | secondary   | Allowances, CCER, provincial inclusive units, Chinese CDM units; forestry and poor areas preferred.                                                                                                                 |
      | cancel     | 温室气体自愿减排交易管理办法 | Article 28                  | confirmed   | A CCER that is used is cancelled; the order is in force since 2023-10-19.                                                                                                                                           |
      | event-only | event-neutrality             | -                           | own reading | A credit counts once, for one event.                                                                                                                                                                                |
      | to-come    | event-neutrality             | -                           | own reading | A step whose day is still to come has not been taken: neither done nor missed.                                                                                                                                      |
      | proof      | event-neutrality             | -                           | own reading | Plan of the event, count report, bills and travel lists, list of what was cancelled and announcement are the papers; which fact each proves is read. For the other facts no paper is named: a declaration suffices. |

  Rule: The worked event

    Scenario: 3,200 t less 450 t, 2,000 CCER and 750 of forestry
      When evaluated as of 2026-11-20
      Then the quantity residual is 2750 tCO2e
      And the quantity counted is 2750 tCO2e
      And the quantity short is 0 tCO2e
      And gate T4 is met
      And the conclusion is scored
