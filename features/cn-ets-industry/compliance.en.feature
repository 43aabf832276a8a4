# language: en
Feature: Surrender, credits, fines and carry-over of industry

  Background:
    Given the scorecard cn-ets-industry
    And the quantity days to the deadline (days_left), in days
      | is                                          | when                   | basis     |
      | days(the as-of date to 2025-12-31)          | allowance year is 2024 | work-2025 |
      | days(the as-of date to 2026-12-31)          | allowance year is 2025 | work-2026 |
      | undetermined, because no deadline was found | otherwise              | final     |
    And for each movement the quantity tonnes moved so far (moved), in tCO2e, on basis account
      | is           | when                                        |
      | tonnes moved | day of the movement is until the as-of date |
      | 0 tCO2e      | otherwise                                   |
    And for each used credit the quantity credits cancelled so far (used_so_far), in tCO2e, on basis credit-limit
      | is                | when                                 |
      | tonnes of credits | cancelled on is until the as-of date |
      | 0 tCO2e           | otherwise                            |
    And the quantity movements ahead (movements_ahead), in items, the number of records over account movements, on basis account
      | where                                       |
      | day of the movement is after the as-of date |
    And the quantity credits ahead (credits_ahead), in items, the number of records over credits used, on basis credit-limit
      | where                                |
      | cancelled on is after the as-of date |
    And the quantity surrendered in time (surrendered), in tCO2e, the sum of tonnes moved so far over account movements
      | where                                                                                                                                                                          | basis               |
      | allowance year is 2024; kind of movement is surrendered; surrendered for is 2024; day of the movement is until 2025-12-31; vintage is one of 2019_2020, 2021, 2022, 2023, 2024 | work-2025, vintages |
      | allowance year is 2025; kind of movement is surrendered; surrendered for is 2025; day of the movement is until 2026-12-31; vintage is 2025                                     | work-2026, vintages |
    And the quantity surrendered late (late), in tCO2e, the sum of tonnes moved so far over account movements
      | where                                                                                                                     | basis     |
      | allowance year is 2024; kind of movement is surrendered; surrendered for is 2024; day of the movement is after 2025-12-31 | work-2025 |
      | allowance year is 2025; kind of movement is surrendered; surrendered for is 2025; day of the movement is after 2026-12-31 | work-2026 |
    And the quantity credits that qualify (credits_eligible), in tCO2e, the sum of credits cancelled so far over credits used, on basis credit-limit, credit-earlier
      | where                                                                                                                                              |
      | allowance year is 2024; used for is 2024; project inside the national market is no; of the earlier scheme is no; cancelled on is until 2025-12-31  |
      | allowance year is 2024; used for is 2024; project inside the national market is no; of the earlier scheme is yes; cancelled on is until 2024-12-31 |
      | allowance year is 2025; used for is 2025; project inside the national market is no; of the earlier scheme is no; cancelled on is until 2026-12-31  |
    And the quantity most credits (credit_limit), in tCO2e, on basis credit-limit, credit-base
      | is                                    |
      | 5 % * emissions to be surrendered for |
    And the quantity credits accepted (credits_accepted), in tCO2e, on basis credit-limit, credit-base
      | is                                      |
      | min(credits that qualify, most credits) |
    And the quantity tonnes not covered (uncovered), in tCO2e
      | is                                                                                     | when                   | basis     |
      | undetermined, because no deadline was found                                            | allowance year is 2026 | final     |
      | max(emissions to be surrendered for - surrendered in time - credits accepted, 0 tCO2e) | otherwise              | surrender |
    And the quantity tonnes missing (missing), in tCO2e, on basis surrender
      | is                 | when                                    |
      | 0 tCO2e            | days to the deadline is at least 0 days |
      | tonnes not covered | otherwise                               |
    And the quantity lowest fine (fine_low), in CNY
      | is                                                                          | when                              | basis |
      | 0 CNY                                                                       | tonnes missing is at most 0 tCO2e | fine  |
      | 5 * tonnes missing * mean price of the month before the deadline            | allowance year is 2024            | fine  |
      | undetermined, because what the Code fines from 15 August 2026 was not found | otherwise                         | code  |
    And the quantity highest fine (fine_high), in CNY
      | is                                                                          | when                              | basis |
      | 0 CNY                                                                       | tonnes missing is at most 0 tCO2e | fine  |
      | 10 * tonnes missing * mean price of the month before the deadline           | allowance year is 2024            | fine  |
      | undetermined, because what the Code fines from 15 August 2026 was not found | otherwise                         | code  |
    And for each movement the quantity what came in (signed), in tCO2e
      | is                            | when                                                | basis      |
      | 0 tCO2e                       | vintage is one of 2025, 2026                        | carry-base |
      | tonnes moved so far           | kind of movement is one of issued, bought, received | account    |
      | 0 tCO2e - tonnes moved so far | otherwise                                           | account    |
    And for each movement the quantity what was sold (sale), in tCO2e, on basis carry-base
      | is                            | when                         |
      | 0 tCO2e                       | vintage is one of 2025, 2026 |
      | tonnes moved so far           | kind of movement is sold     |
      | 0 tCO2e - tonnes moved so far | kind of movement is bought   |
      | 0 tCO2e                       | otherwise                    |
    And the quantity holding at the end of 2025 (held_2025), in tCO2e, the sum of what came in over account movements, on basis account
      | where                                   |
      | day of the movement is until 2025-12-31 |
    And the quantity net sales (net_sales), in tCO2e, the sum of what was sold over account movements, on basis carry-base
      | where                                   |
      | day of the movement is until 2025-12-31 |
    And the quantity days to the end of 2025 (year_days), in days, on basis carry-base
      | is                                 |
      | days(the as-of date to 2025-12-31) |
    And the quantity most that is carried over (carried), in tCO2e, on basis carry-base
      | is                                                                           | when                                               |
      | 0 tCO2e                                                                      | days to the end of 2025 is at least 0 days         |
      | 0 tCO2e                                                                      | holding at the end of 2025 is at most 0 tCO2e      |
      | holding at the end of 2025                                                   | holding at the end of 2025 is at most 100000 tCO2e |
      | 100000 tCO2e                                                                 | net sales is at most 0 tCO2e                       |
      | undetermined, because the multiplier of net sales for industry was not found | otherwise                                          |

  Rule: Surrendered in full by the deadline, and what is carried over
    Background:
      Given these gates
        | id | gate                                | requires                          | applies when                             | basis                           |
        | S1 | Surrendered in full by the deadline | tonnes missing is at most 0 tCO2e | days to the deadline is less than 0 days | surrender, work-2025, work-2026 |
      And these findings
        | code     | finding                                                                  | when                                                                             | severity    | basis                     |
        | S.OPEN   | Tonnes are still to be surrendered until the deadline                    | days to the deadline is at least 0 days; tonnes not covered is more than 0 tCO2e | observation | surrender                 |
        | S.LATE   | What was surrendered after the deadline does not count                   | surrendered late is more than 0 tCO2e                                            | major       | work-2025, work-2026      |
        | S.LIMIT  | Credits above 5 % do not count                                           | credits that qualify is more than most credits                                   | observation | credit-limit, credit-base |
        | S.AHEAD  | A movement or cancellation dated after the as-of date does not count yet | movements ahead is more than 0 items                                             | observation | account                   |
        | S.AHEAD  |                                                                          | credits ahead is more than 0 items                                               |             | account                   |
        | S.FORCED | The account is frozen or at risk                                         | frozen, at risk or not compliant is yes                                          | observation | surrender                 |
      And these results
        | result          | label                                 | is                         | rounded to | basis                        |
        | days            | Days to the deadline of surrender     | days to the deadline       | 0 decimals | work-2025, work-2026         |
        | credits_most    | Credits, at most                      | most credits               | 2 decimals | credit-limit, credit-base    |
        | credits_taken   | Credits accepted                      | credits accepted           | 2 decimals | credit-limit, credit-earlier |
        | not_covered     | Tonnes not covered                    | tonnes not covered         | 2 decimals | surrender                    |
        | not_surrendered | Tonnes missing                        | tonnes missing             | 2 decimals | surrender                    |
        | fine_least      | Fine for what is missing, at least    | lowest fine                | 2 decimals | fine, code                   |
        | fine_most       | Fine for what is missing, at most     | highest fine               | 2 decimals | fine, code                   |
        | end_2025        | Holding at the end of 2025            | holding at the end of 2025 | 2 decimals | account                      |
        | carries         | Carry-over into vintage 2025, at most | most that is carried over  | 0 decimals | carry-base                   |

    Scenario Outline: days and vintages of the surrender
      Given allowance year is <year>
      And account movements are
        | booking | day of the movement | kind of movement | tonnes moved  | vintage   | surrendered for |
        | M1      | <day>               | <kind>           | 5000000 tCO2e | <vintage> | <for>           |
      When evaluated as of <asked>
      Then the result Tonnes missing is <missing> tCO2e
      And gate S1 is <gate>
      And <late>
      And <open>

      Examples:
        | year | day        | kind        | vintage | for  | asked      | missing | gate           | late                                   | open                            |
        | 2025 | 2026-12-31 | surrendered | 2025    | 2025 | 2027-01-01 | 0       | met            | no finding S.LATE is raised            | no finding S.OPEN is raised     |
        | 2025 | 2027-01-01 | surrendered | 2025    | 2025 | 2027-01-01 | 5000000 | not met        | a major nonconformity S.LATE is raised | no finding S.OPEN is raised     |
        | 2025 | 2026-12-31 | surrendered | 2024    | 2025 | 2027-01-01 | 5000000 | not met        | no finding S.LATE is raised            | no finding S.OPEN is raised     |
        | 2025 | 2026-12-31 | surrendered | 2025    | 2024 | 2027-01-01 | 5000000 | not met        | no finding S.LATE is raised            | no finding S.OPEN is raised     |
        | 2025 | 2026-12-31 | given       | 2025    | 2025 | 2027-01-01 | 5000000 | not met        | no finding S.LATE is raised            | no finding S.OPEN is raised     |
        | 2025 | 2026-12-31 | given       | 2025    | 2025 | 2026-12-31 | 0       | not applicable | no finding S.LATE is raised            | an observation S.OPEN is raised |
        | 2024 | 2025-12-31 | surrendered | 2024    | 2024 | 2026-01-01 | 0       | met            | no finding S.LATE is raised            | no finding S.OPEN is raised     |
        | 2024 | 2026-01-01 | surrendered | 2024    | 2024 | 2026-01-02 | 5000000 | not met        | a major nonconformity S.LATE is raised | no finding S.OPEN is raised     |
        | 2024 | 2025-12-31 | surrendered | 2025    | 2024 | 2026-01-01 | 5000000 | not met        | no finding S.LATE is raised            | no finding S.OPEN is raised     |
        | 2024 | 2025-12-31 | surrendered | 2024    | 2025 | 2026-01-01 | 5000000 | not met        | no finding S.LATE is raised            | no finding S.OPEN is raised     |
        | 2024 | 2025-12-31 | given       | 2024    | 2024 | 2026-01-01 | 5000000 | not met        | no finding S.LATE is raised            | no finding S.OPEN is raised     |
        | 2024 | 2026-12-31 | surrendered | 2025    | 2025 | 2027-01-01 | 5000000 | not met        | no finding S.LATE is raised            | no finding S.OPEN is raised     |
        | 2025 | 2025-12-31 | surrendered | 2024    | 2024 | 2027-01-01 | 5000000 | not met        | no finding S.LATE is raised            | no finding S.OPEN is raised     |
        | 2024 | 2027-01-01 | surrendered | 2025    | 2025 | 2027-01-02 | 5000000 | not met        | no finding S.LATE is raised            | no finding S.OPEN is raised     |
        | 2025 | 2026-01-01 | surrendered | 2024    | 2024 | 2027-01-02 | 5000000 | not met        | no finding S.LATE is raised            | no finding S.OPEN is raised     |
        | 2024 | 2026-01-01 | given       | 2024    | 2024 | 2026-01-02 | 5000000 | not met        | no finding S.LATE is raised            | no finding S.OPEN is raised     |
        | 2024 | 2026-01-01 | surrendered | 2024    | 2025 | 2026-01-02 | 5000000 | not met        | no finding S.LATE is raised            | no finding S.OPEN is raised     |
        | 2025 | 2027-01-01 | given       | 2025    | 2025 | 2027-01-02 | 5000000 | not met        | no finding S.LATE is raised            | no finding S.OPEN is raised     |
        | 2025 | 2027-01-01 | surrendered | 2025    | 2024 | 2027-01-02 | 5000000 | not met        | no finding S.LATE is raised            | no finding S.OPEN is raised     |

    Scenario Outline: what is dated after the as-of date does not count yet
      Given credits used are
        | credit line | serial numbers   | tonnes of credits | project inside the national market | of the earlier scheme | cancelled on | used for |
        | C1          | CCER-2026-000001 | 1000 tCO2e        | no                                 | no                    | <cancelled>  | 2025     |
      And account movements are
        | booking | day of the movement | kind of movement | tonnes moved  | vintage | surrendered for |
        | M2      | <moved>             | surrendered      | 4900000 tCO2e | 2025    | 2025            |
      When evaluated as of 2026-12-19
      Then the result Tonnes not covered is <open> tCO2e
      And the result Tonnes missing is 0 tCO2e
      And the result Fine for what is missing, at least is 0 CNY
      And the result Fine for what is missing, at most is 0 CNY
      And the result Credits accepted is <accepted> tCO2e
      And <ahead>

      Examples:
        | moved      | cancelled  | open    | accepted | ahead                            |
        | 2026-12-20 | 2026-12-19 | 4999000 | 1000     | an observation S.AHEAD is raised |
        | 2026-12-19 | 2026-12-19 | 99000   | 1000     | no finding S.AHEAD is raised     |
        | 2026-12-19 | 2026-12-20 | 100000  | 0        | an observation S.AHEAD is raised |

    Scenario Outline: which credits are accepted
      Given allowance year is <year>
      And credits used are
        | credit line | serial numbers   | tonnes of credits | project inside the national market | of the earlier scheme | cancelled on | used for |
        | C1          | CCER-2026-000001 | <amount> tCO2e    | <inside>                           | <earlier>             | <day>        | <for>    |
      When evaluated as of 2027-01-01
      Then the result Credits accepted is <accepted> tCO2e
      And <limit>

      Examples:
        | year | amount    | inside | earlier | day        | for  | accepted | limit                            |
        | 2025 | 250000    | no     | no      | 2026-12-31 | 2025 | 250000   | no finding S.LIMIT is raised     |
        | 2025 | 250000.01 | no     | no      | 2026-12-31 | 2025 | 250000   | an observation S.LIMIT is raised |
        | 2025 | 1000      | yes    | no      | 2026-12-31 | 2025 | 0        | no finding S.LIMIT is raised     |
        | 2025 | 1000      | no     | yes     | 2026-12-31 | 2025 | 0        | no finding S.LIMIT is raised     |
        | 2025 | 1000      | no     | no      | 2027-01-01 | 2025 | 0        | no finding S.LIMIT is raised     |
        | 2025 | 1000      | no     | no      | 2025-12-31 | 2024 | 0        | no finding S.LIMIT is raised     |
        | 2024 | 1000      | no     | no      | 2025-12-31 | 2024 | 1000     | no finding S.LIMIT is raised     |
        | 2024 | 1000      | yes    | no      | 2025-12-31 | 2024 | 0        | no finding S.LIMIT is raised     |
        | 2024 | 1000      | no     | yes     | 2025-12-31 | 2024 | 0        | no finding S.LIMIT is raised     |
        | 2024 | 1000      | no     | yes     | 2024-12-31 | 2024 | 1000     | no finding S.LIMIT is raised     |
        | 2025 | 1000      | no     | yes     | 2024-12-31 | 2024 | 0        | no finding S.LIMIT is raised     |
        | 2024 | 1000      | no     | yes     | 2024-12-31 | 2023 | 0        | no finding S.LIMIT is raised     |
        | 2024 | 1000      | yes    | yes     | 2024-12-31 | 2024 | 0        | no finding S.LIMIT is raised     |
        | 2024 | 1000      | no     | no      | 2024-12-31 | 2024 | 1000     | no finding S.LIMIT is raised     |
        | 2024 | 1000      | no     | yes     | 2025-01-01 | 2024 | 0        | no finding S.LIMIT is raised     |
        | 2024 | 1000      | no     | no      | 2026-01-01 | 2024 | 0        | no finding S.LIMIT is raised     |
        | 2024 | 1000      | no     | no      | 2025-12-31 | 2025 | 0        | no finding S.LIMIT is raised     |

    Scenario: the fine for 2024, at 62.36 CNY for 50,000 tonnes
      Given allowance year is 2024
      And supposing tonnes missing is 50000 tCO2e
      When evaluated as of 2026-01-01
      Then the result Fine for what is missing, at least is 15590000 CNY
      And the result Fine for what is missing, at most is 31180000 CNY
      And the result Days to the deadline of surrender is -1 days

    Scenario Outline: nothing is missing or fined before the deadline
      Given allowance year is 2024
      And supposing tonnes not covered is 1000 tCO2e
      When evaluated as of <asked>
      Then the result Tonnes missing is <missing> tCO2e
      And the result Fine for what is missing, at least is <least> CNY
      And the result Fine for what is missing, at most is <most> CNY

      Examples:
        | asked      | missing | least  | most   |
        | 2025-12-31 | 0       | 0      | 0      |
        | 2026-01-01 | 1000    | 311800 | 623600 |

    Scenario: the fine for 2025 cannot be assessed
      Given supposing tonnes missing is 50000 tCO2e
      When evaluated as of 2027-01-01
      Then the rules leave the quantity lowest fine undetermined
      And the rules leave the quantity highest fine undetermined

    Scenario: of 2026 no deadline was found
      Given allowance year is 2026
      When evaluated as of 2027-01-01
      Then the rules leave the quantity days to the deadline undetermined
      And the rules leave the quantity tonnes not covered undetermined
      And the rules leave the quantity tonnes missing undetermined

    Scenario: an account at risk
      Given frozen, at risk or not compliant is yes
      When evaluated as of 2026-12-20
      Then an observation S.FORCED is raised
      And the result Fine for what is missing, at least is 0 CNY

    Scenario: nobody else is told so
      When evaluated as of 2026-11-20
      Then no finding S.FORCED is raised
      And the conclusion is scored

    Scenario Outline: 100,000 tonnes, or all that is held
      Given account movements are
        | booking | day of the movement | kind of movement | tonnes moved   | vintage   | surrendered for |
        | M1      | 2025-10-20          | <first>          | <issued> tCO2e | <vintage> | not applicable  |
        | M2      | <day>               | <kind>           | 1000 tCO2e     | 2024      | not applicable  |
      When evaluated as of 2026-11-20
      Then the result Holding at the end of 2025 is <held> tCO2e
      And the result Carry-over into vintage 2025, at most is <carried> tCO2e

      Examples:
        | first  | issued | vintage | day        | kind     | held   | carried |
        | issued | 99000  | 2024    | 2025-12-31 | received | 100000 | 100000  |
        | issued | 99001  | 2024    | 2025-12-31 | received | 100001 | 100000  |
        | issued | 99001  | 2024    | 2025-12-31 | bought   | 100001 | 100000  |
        | issued | 99000  | 2024    | 2025-12-31 | bought   | 100000 | 100000  |
        | issued | 101000 | 2024    | 2025-12-31 | sold     | 100000 | 100000  |
        | issued | 101001 | 2024    | 2026-01-01 | sold     | 101001 | 100000  |
        | issued | 1000   | 2024    | 2025-12-31 | given    | 0      | 0       |
        | given  | 1000   | 2024    | 2025-12-31 | given    | -2000  | 0       |
        | issued | 90000  | 2025    | 2025-12-31 | received | 1000   | 1000    |
        | sold   | 90000  | 2025    | 2025-12-31 | received | 1000   | 1000    |

    Scenario Outline: nothing is carried over before the year is over
      Given account movements are
        | booking | day of the movement | kind of movement | tonnes moved | vintage | surrendered for |
        | M1      | 2025-10-20          | issued           | 1000 tCO2e   | 2024    | not applicable  |
      When evaluated as of <asked>
      Then the result Carry-over into vintage 2025, at most is <carried> tCO2e

      Examples:
        | asked      | carried |
        | 2025-12-31 | 0       |
        | 2026-01-01 | 1000    |

    Scenario: with net sales and more than 100,000 tonnes the carry-over is not known
      Given account movements are
        | booking | day of the movement | kind of movement | tonnes moved | vintage | surrendered for |
        | M1      | 2025-10-20          | issued           | 300000 tCO2e | 2024    | not applicable  |
        | M2      | 2025-12-31          | sold             | 1000 tCO2e   | 2024    | not applicable  |
      When evaluated as of 2026-11-20
      Then the rules leave the quantity most that is carried over undetermined
