# language: en
Feature: Fines other than for short surrender

  Background:
    Given the scorecard cn-ets-verification
    And these bases
      | basis          | instrument                   | clause             | certainty   | note                                                                                                                                                                                                                   |
      | penalty-22     | 碳排放权交易管理暂行条例     | Article 22         | confirmed   | Wrong accounting, false reports and samples: five to ten times the gain; without a gain, or below 500,000 CNY, 500,000 to 2,000,000; persons 50,000 to 200,000. On refusal the next allowances are cut by 50 to 100 %. |
      | penalty-23     | 碳排放权交易管理暂行条例     | Article 23         | confirmed   | Laboratories: five to ten times the gain, below 20,000 CNY 20,000 to 100,000. Bodies that report or review: below 200,000 CNY 200,000 to 1,000,000; persons 20,000 to 200,000, barred for five years, or for life.     |
      | penalty-25     | 碳排放权交易管理暂行条例     | Article 25         | confirmed   | Manipulation: one to ten times the gain, below 500,000 CNY 500,000 to 5,000,000. Disturbance: below 100,000 CNY 100,000 to 1,000,000.                                                                                  |
      | penalty-26     | 碳排放权交易管理暂行条例     | Article 26         | confirmed   | Refusal of an inspection: 20,000 to 200,000 CNY.                                                                                                                                                                       |
      | penalty-before | 碳排放权交易管理办法（试行） | Articles 39 and 40 | own reading | 10,000 to 30,000 CNY for false or refused reports, 20,000 to 30,000 for short surrender; that they ended on 30 April 2024 is read.                                                                                     |
    And these facts
      | fact      | label              | type   | unit | one of                                                                                                            | at least | may lie ahead |
      | breach    | breach to be fined | choice |      | no_breach, duties, false_report, laboratory, service_body, manipulation, disturbance, inspection, short_surrender |          |               |
      | breach_on | breach on          | date   |      |                                                                                                                   |          | yes           |
      | gain      | illegal gain       | number | CNY  |                                                                                                                   | 0        |               |
    And the choices of breach to be fined
      | value           | words                                         |
      | no_breach       | no breach                                     |
      | duties          | no plan, report, publication or records       |
      | false_report    | wrong accounting, false report or samples     |
      | laboratory      | false test report of a laboratory             |
      | service_body    | false or defective report or review of a body |
      | manipulation    | manipulation of the market                    |
      | disturbance     | disturbance of the market                     |
      | inspection      | refusal of an inspection                      |
      | short_surrender | short surrender                               |
    And this reference case
      | fact               | value      |
      | breach to be fined | no breach  |
      | breach on          | 2026-05-01 |
      | illegal gain       | 0 CNY      |
    And the quantity lowest fine (fine_low), in CNY
      | is                                                                                                                              | when                                                                                                     | basis          |
      | 0 CNY                                                                                                                           | breach to be fined is no breach                                                                          | penalty        |
      | undetermined, because the fine for short surrender follows from the missing tonnes, which cn-ets-power and cn-ets-industry have | breach to be fined is short surrender; breach on is from 2024-05-01                                      | penalty-before |
      | 20000 CNY                                                                                                                       | breach to be fined is short surrender                                                                    | penalty-before |
      | 10000 CNY                                                                                                                       | breach to be fined is wrong accounting, false report or samples; breach on is before 2024-05-01          | penalty-before |
      | undetermined, because what it was fined with before 1 May 2024 was not found                                                    | breach on is before 2024-05-01                                                                           | penalty-before |
      | 50000 CNY                                                                                                                       | breach to be fined is no plan, report, publication or records                                            | penalty        |
      | 5 * illegal gain                                                                                                                | breach to be fined is wrong accounting, false report or samples; illegal gain is at least 500000 CNY     | penalty-22     |
      | 500000 CNY                                                                                                                      | breach to be fined is wrong accounting, false report or samples                                          | penalty-22     |
      | 5 * illegal gain                                                                                                                | breach to be fined is false test report of a laboratory; illegal gain is at least 20000 CNY              | penalty-23     |
      | 20000 CNY                                                                                                                       | breach to be fined is false test report of a laboratory                                                  | penalty-23     |
      | 5 * illegal gain                                                                                                                | breach to be fined is false or defective report or review of a body; illegal gain is at least 200000 CNY | penalty-23     |
      | 200000 CNY                                                                                                                      | breach to be fined is false or defective report or review of a body                                      | penalty-23     |
      | illegal gain                                                                                                                    | breach to be fined is manipulation of the market; illegal gain is at least 500000 CNY                    | penalty-25     |
      | 500000 CNY                                                                                                                      | breach to be fined is manipulation of the market                                                         | penalty-25     |
      | illegal gain                                                                                                                    | breach to be fined is disturbance of the market; illegal gain is at least 100000 CNY                     | penalty-25     |
      | 100000 CNY                                                                                                                      | breach to be fined is disturbance of the market                                                          | penalty-25     |
      | 20000 CNY                                                                                                                       | otherwise                                                                                                | penalty-26     |
    And the quantity highest fine (fine_high), in CNY
      | is                                                                                                                              | when                                                                                                     | basis          |
      | 0 CNY                                                                                                                           | breach to be fined is no breach                                                                          | penalty        |
      | undetermined, because the fine for short surrender follows from the missing tonnes, which cn-ets-power and cn-ets-industry have | breach to be fined is short surrender; breach on is from 2024-05-01                                      | penalty-before |
      | 30000 CNY                                                                                                                       | breach to be fined is short surrender                                                                    | penalty-before |
      | 30000 CNY                                                                                                                       | breach to be fined is wrong accounting, false report or samples; breach on is before 2024-05-01          | penalty-before |
      | undetermined, because what it was fined with before 1 May 2024 was not found                                                    | breach on is before 2024-05-01                                                                           | penalty-before |
      | 500000 CNY                                                                                                                      | breach to be fined is no plan, report, publication or records                                            | penalty        |
      | 10 * illegal gain                                                                                                               | breach to be fined is wrong accounting, false report or samples; illegal gain is at least 500000 CNY     | penalty-22     |
      | 2000000 CNY                                                                                                                     | breach to be fined is wrong accounting, false report or samples                                          | penalty-22     |
      | 10 * illegal gain                                                                                                               | breach to be fined is false test report of a laboratory; illegal gain is at least 20000 CNY              | penalty-23     |
      | 100000 CNY                                                                                                                      | breach to be fined is false test report of a laboratory                                                  | penalty-23     |
      | 10 * illegal gain                                                                                                               | breach to be fined is false or defective report or review of a body; illegal gain is at least 200000 CNY | penalty-23     |
      | 1000000 CNY                                                                                                                     | breach to be fined is false or defective report or review of a body                                      | penalty-23     |
      | 10 * illegal gain                                                                                                               | breach to be fined is manipulation of the market; illegal gain is at least 500000 CNY                    | penalty-25     |
      | 5000000 CNY                                                                                                                     | breach to be fined is manipulation of the market                                                         | penalty-25     |
      | 10 * illegal gain                                                                                                               | breach to be fined is disturbance of the market; illegal gain is at least 100000 CNY                     | penalty-25     |
      | 1000000 CNY                                                                                                                     | breach to be fined is disturbance of the market                                                          | penalty-25     |
      | 200000 CNY                                                                                                                      | otherwise                                                                                                | penalty-26     |
    And these results
      | result    | label       | is           | rounded to | basis                                                                   |
      | fine_from | Fine, least | lowest fine  | 2 decimals | penalty, penalty-22, penalty-23, penalty-25, penalty-26, penalty-before |
      | fine_to   | Fine, most  | highest fine | 2 decimals | penalty, penalty-22, penalty-23, penalty-25, penalty-26, penalty-before |
    And these findings
      | code    | finding                                                                                                                 | when                                                                                              | severity    | basis      |
      | P22.CUT | Whoever refuses to put it right has the next allowances cut by 50 to 100 %, and persons are fined 50,000 to 200,000 CNY | breach to be fined is wrong accounting, false report or samples; breach on is from 2024-05-01     | observation | penalty-22 |
      | P23.BAR | Serious cases end the qualification, persons are fined 20,000 to 200,000 CNY and barred for five years, or for life     | breach to be fined is false or defective report or review of a body; breach on is from 2024-05-01 | observation | penalty-23 |
      | P.CODE  | The Ecological and Environmental Code is in force: whether it changes this fine was not found                           | breach to be fined is not no breach; breach on is from 2026-08-15                                 | observation | code       |

  Rule: A fine is a range, and the law of the day of the breach sets it

    Scenario Outline: from the gain, or within fixed ends where it is small
      Given breach is <breach>
      And gain is <gain> CNY
      When evaluated as of 2026-11-20
      Then the result Fine, least is <least> CNY
      And the result Fine, most is <most> CNY

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

    Scenario Outline: before 1 May 2024 the measures fined less
      Given breach is <breach>
      And breach_on is <day>
      When evaluated as of 2026-11-20
      Then the result Fine, least is <least> CNY
      And the result Fine, most is <most> CNY
      And <cut>

      Examples:
        | breach          | day        | least  | most    | cut                              |
        | false_report    | 2024-04-30 | 10000  | 30000   | no finding P22.CUT is raised     |
        | false_report    | 2024-05-01 | 500000 | 2000000 | an observation P22.CUT is raised |
        | short_surrender | 2024-04-30 | 20000  | 30000   | no finding P22.CUT is raised     |
        | no_breach       | 2024-04-30 | 0      | 0       | no finding P22.CUT is raised     |

    Scenario Outline: nothing is guessed
      Given breach is <breach>
      And breach_on is <day>
      When evaluated as of 2026-11-20
      Then the rules leave the quantity lowest fine undetermined
      And the rules leave the quantity highest fine undetermined

      Examples:
        | breach          | day        |
        | short_surrender | 2024-05-01 |
        | inspection      | 2024-04-30 |

    Scenario Outline: bars, and the Code
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
