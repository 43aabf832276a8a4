# language: en
Feature: Fines other than for insufficient surrender

  Background:
    Given the scorecard cn-ets-verification
    And these bases
      | basis          | instrument                   | clause             | certainty   | note                                                                                                                                                                                                                                                                                                                                                                                                                                    |
      | penalty-22     | 碳排放权交易管理暂行条例     | Article 22         | confirmed   | For incorrect accounting, false reports or false samples, an entity is fined five to ten times its illegal gain. If there is no gain, or the gain is below 500,000 CNY, the fine is 500,000 to 2,000,000 CNY. Responsible persons are fined 50,000 to 200,000 CNY. If the entity refuses to make corrections, its allowances of the next year are reduced by 50 to 100 %.                                                               |
      | penalty-23     | 碳排放权交易管理暂行条例     | Article 23         | confirmed   | Laboratories with false test reports, and technical service bodies with false or seriously defective work, are fined five to ten times their illegal gain. If a laboratory's gain is below 20,000 CNY, its fine is 20,000 to 100,000 CNY. If a technical service body's gain is below 200,000 CNY, its fine is 200,000 to 1,000,000 CNY. Responsible persons are fined 20,000 to 200,000 CNY and are barred for five years or for life. |
      | penalty-25     | 碳排放权交易管理暂行条例     | Article 25         | confirmed   | For market manipulation or disturbing the market, the fine is one to ten times the illegal gain. If the gain from manipulation is below 500,000 CNY, the fine is 500,000 to 5,000,000 CNY. If the gain from disturbing the market is below 100,000 CNY, the fine is 100,000 to 1,000,000 CNY.                                                                                                                                           |
      | penalty-26     | 碳排放权交易管理暂行条例     | Article 26         | confirmed   | Any person or entity that refuses an inspection by the authorities is fined 20,000 to 200,000 CNY.                                                                                                                                                                                                                                                                                                                                      |
      | penalty-before | 碳排放权交易管理办法（试行） | Articles 39 and 40 | own reading | Under the older measures on emissions trading, the fine for false or refused emission reports was 10,000 to 30,000 CNY. The fine for insufficient surrender of allowances was 20,000 to 30,000 CNY. We assume that both fines ended on 30 April 2024, because the interim regulations are in force from 1 May 2024.                                                                                                                     |
    And these facts
      | fact      | label              | type   | unit | one of                                                                                                            | at least | may lie ahead |
      | breach    | type of breach     | choice |      | no_breach, duties, false_report, laboratory, service_body, manipulation, disturbance, inspection, short_surrender |          |               |
      | breach_on | date of the breach | date   |      |                                                                                                                   |          | yes           |
      | gain      | illegal gain       | number | CNY  |                                                                                                                   | 0        |               |
    And the choices of type of breach
      | value           | words                                                         |
      | no_breach       | no breach                                                     |
      | duties          | missing plan, report, publication or records                  |
      | false_report    | incorrect accounting, false report or samples                 |
      | laboratory      | false test report of a laboratory                             |
      | service_body    | false or seriously defective work of a technical service body |
      | manipulation    | market manipulation                                           |
      | disturbance     | disturbance of the market                                     |
      | inspection      | refusal of an inspection                                      |
      | short_surrender | insufficient surrender                                        |
    And this reference case
      | fact               | value      |
      | type of breach     | no breach  |
      | date of the breach | 2026-05-01 |
      | illegal gain       | 0 CNY      |
    And the quantity minimum fine (fine_low), in CNY
      | is                                                                                                                                        | when                                                                                                                 | basis          |
      | 0 CNY                                                                                                                                     | type of breach is no breach                                                                                          | penalty        |
      | undetermined, because the fine for insufficient surrender depends on the missing tonnes, which cn-ets-power and cn-ets-industry calculate | type of breach is insufficient surrender; date of the breach is from 2024-05-01                                      | penalty-before |
      | 20000 CNY                                                                                                                                 | type of breach is insufficient surrender                                                                             | penalty-before |
      | 10000 CNY                                                                                                                                 | type of breach is incorrect accounting, false report or samples; date of the breach is before 2024-05-01             | penalty-before |
      | undetermined, because the fine before 1 May 2024 was not found                                                                            | date of the breach is before 2024-05-01                                                                              | penalty-before |
      | 50000 CNY                                                                                                                                 | type of breach is missing plan, report, publication or records                                                       | penalty        |
      | 5 * illegal gain                                                                                                                          | type of breach is incorrect accounting, false report or samples; illegal gain is at least 500000 CNY                 | penalty-22     |
      | 500000 CNY                                                                                                                                | type of breach is incorrect accounting, false report or samples                                                      | penalty-22     |
      | 5 * illegal gain                                                                                                                          | type of breach is false test report of a laboratory; illegal gain is at least 20000 CNY                              | penalty-23     |
      | 20000 CNY                                                                                                                                 | type of breach is false test report of a laboratory                                                                  | penalty-23     |
      | 5 * illegal gain                                                                                                                          | type of breach is false or seriously defective work of a technical service body; illegal gain is at least 200000 CNY | penalty-23     |
      | 200000 CNY                                                                                                                                | type of breach is false or seriously defective work of a technical service body                                      | penalty-23     |
      | illegal gain                                                                                                                              | type of breach is market manipulation; illegal gain is at least 500000 CNY                                           | penalty-25     |
      | 500000 CNY                                                                                                                                | type of breach is market manipulation                                                                                | penalty-25     |
      | illegal gain                                                                                                                              | type of breach is disturbance of the market; illegal gain is at least 100000 CNY                                     | penalty-25     |
      | 100000 CNY                                                                                                                                | type of breach is disturbance of the market                                                                          | penalty-25     |
      | 20000 CNY                                                                                                                                 | otherwise                                                                                                            | penalty-26     |
    And the quantity maximum fine (fine_high), in CNY
      | is                                                                                                                                        | when                                                                                                                 | basis          |
      | 0 CNY                                                                                                                                     | type of breach is no breach                                                                                          | penalty        |
      | undetermined, because the fine for insufficient surrender depends on the missing tonnes, which cn-ets-power and cn-ets-industry calculate | type of breach is insufficient surrender; date of the breach is from 2024-05-01                                      | penalty-before |
      | 30000 CNY                                                                                                                                 | type of breach is insufficient surrender                                                                             | penalty-before |
      | 30000 CNY                                                                                                                                 | type of breach is incorrect accounting, false report or samples; date of the breach is before 2024-05-01             | penalty-before |
      | undetermined, because the fine before 1 May 2024 was not found                                                                            | date of the breach is before 2024-05-01                                                                              | penalty-before |
      | 500000 CNY                                                                                                                                | type of breach is missing plan, report, publication or records                                                       | penalty        |
      | 10 * illegal gain                                                                                                                         | type of breach is incorrect accounting, false report or samples; illegal gain is at least 500000 CNY                 | penalty-22     |
      | 2000000 CNY                                                                                                                               | type of breach is incorrect accounting, false report or samples                                                      | penalty-22     |
      | 10 * illegal gain                                                                                                                         | type of breach is false test report of a laboratory; illegal gain is at least 20000 CNY                              | penalty-23     |
      | 100000 CNY                                                                                                                                | type of breach is false test report of a laboratory                                                                  | penalty-23     |
      | 10 * illegal gain                                                                                                                         | type of breach is false or seriously defective work of a technical service body; illegal gain is at least 200000 CNY | penalty-23     |
      | 1000000 CNY                                                                                                                               | type of breach is false or seriously defective work of a technical service body                                      | penalty-23     |
      | 10 * illegal gain                                                                                                                         | type of breach is market manipulation; illegal gain is at least 500000 CNY                                           | penalty-25     |
      | 5000000 CNY                                                                                                                               | type of breach is market manipulation                                                                                | penalty-25     |
      | 10 * illegal gain                                                                                                                         | type of breach is disturbance of the market; illegal gain is at least 100000 CNY                                     | penalty-25     |
      | 1000000 CNY                                                                                                                               | type of breach is disturbance of the market                                                                          | penalty-25     |
      | 200000 CNY                                                                                                                                | otherwise                                                                                                            | penalty-26     |
    And these results
      | result    | label        | is           | rounded to | basis                                                                   |
      | fine_from | Minimum fine | minimum fine | 2 decimals | penalty, penalty-22, penalty-23, penalty-25, penalty-26, penalty-before |
      | fine_to   | Maximum fine | maximum fine | 2 decimals | penalty, penalty-22, penalty-23, penalty-25, penalty-26, penalty-before |
    And these findings
      | code    | finding                                                                                                                        | when                                                                                                                   | severity    | basis      |
      | P22.CUT | If correction is refused, the next allowances are reduced by 50 to 100 % and persons are fined 50,000 to 200,000 CNY           | type of breach is incorrect accounting, false report or samples; date of the breach is from 2024-05-01                 | observation | penalty-22 |
      | P23.BAR | In serious cases the qualification is withdrawn, persons are fined 20,000 to 200,000 CNY and barred for five years or for life | type of breach is false or seriously defective work of a technical service body; date of the breach is from 2024-05-01 | observation | penalty-23 |
      | P.CODE  | The Ecological and Environmental Code is in force: whether it changes this fine was not found                                  | type of breach is not no breach; date of the breach is from 2026-08-15                                                 | observation | code       |

  Rule: A fine is a range set by the law on the date of the breach

    Scenario Outline: Multiples of the gain, or a fixed range if the gain is small
      Given breach is <breach>
      And gain is <gain> CNY
      When evaluated as of 2026-11-20
      Then the result Minimum fine is <least> CNY
      And the result Maximum fine is <most> CNY

      Examples:
        | breach       | gain      | least   | most    |
        | no_breach    | 1000000   | 0       | 0       |
        | duties       | 1000000   | 50000   | 500000  |
        | false_report | 0         | 500000  | 2000000 |
        | false_report | 499999.99 | 500000  | 2000000 |
        | false_report | 500000    | 2500000 | 5000000 |
        | laboratory   | 19999.99  | 20000   | 100000  |
        | laboratory   | 20000     | 100000  | 200000  |
        | service_body | 199999.99 | 200000  | 1000000 |
        | service_body | 200000    | 1000000 | 2000000 |
        | manipulation | 499999.99 | 500000  | 5000000 |
        | manipulation | 500000    | 500000  | 5000000 |
        | manipulation | 600000    | 600000  | 6000000 |
        | disturbance  | 99999.99  | 100000  | 1000000 |
        | disturbance  | 100000    | 100000  | 1000000 |
        | disturbance  | 300000    | 300000  | 3000000 |
        | inspection   | 9000000   | 20000   | 200000  |

    Scenario Outline: Before 1 May 2024 the fines under the measures were lower
      Given breach is <breach>
      And breach_on is <day>
      When evaluated as of 2026-11-20
      Then the result Minimum fine is <least> CNY
      And the result Maximum fine is <most> CNY
      And <cut>

      Examples:
        | breach          | day        | least  | most    | cut                              |
        | false_report    | 2024-04-30 | 10000  | 30000   | no finding P22.CUT is raised     |
        | false_report    | 2024-05-01 | 500000 | 2000000 | an observation P22.CUT is raised |
        | short_surrender | 2024-04-30 | 20000  | 30000   | no finding P22.CUT is raised     |
        | no_breach       | 2024-04-30 | 0      | 0       | no finding P22.CUT is raised     |

    Scenario Outline: A fine that was not found is undetermined
      Given breach is <breach>
      And breach_on is <day>
      When evaluated as of 2026-11-20
      Then the rules leave the quantity minimum fine undetermined
      And the rules leave the quantity maximum fine undetermined

      Examples:
        | breach          | day        |
        | short_surrender | 2024-05-01 |
        | inspection      | 2024-04-30 |

    Scenario Outline: Bars, and the Code
      Given breach is <breach>
      And breach_on is <day>
      When evaluated as of 2026-11-20
      Then <bar>
      And <code>

      Examples:
        | breach       | day        | bar                              | code                            |
        | service_body | 2024-04-30 | no finding P23.BAR is raised     | no finding P.CODE is raised     |
        | service_body | 2024-05-01 | an observation P23.BAR is raised | no finding P.CODE is raised     |
        | service_body | 2026-08-14 | an observation P23.BAR is raised | no finding P.CODE is raised     |
        | laboratory   | 2026-08-15 | no finding P23.BAR is raised     | an observation P.CODE is raised |
        | no_breach    | 2026-08-15 | no finding P23.BAR is raised     | no finding P.CODE is raised     |
