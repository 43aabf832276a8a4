# language: en
Feature: Surrender, credits, fines and carry-over of industry

  Background:
    Given the scorecard cn-ets-industry
    And the quantity days to the surrender deadline (days_left), in days
      | is                                          | when                   | basis     |
      | days(the as-of date to 2025-12-31)          | allowance year is 2024 | work-2025 |
      | days(the as-of date to 2026-12-31)          | allowance year is 2025 | work-2026 |
      | undetermined, because no deadline was found | otherwise              | final     |
    And for each movement the quantity tonnes moved to date (moved), in tCO2e, on basis account
      | is           | when                                         |
      | tonnes moved | date of the movement is until the as-of date |
      | 0 tCO2e      | otherwise                                    |
    And for each used credit the quantity credits cancelled to date (used_so_far), in tCO2e, on basis credit-limit
      | is                | when                                      |
      | tonnes of credits | cancellation date is until the as-of date |
      | 0 tCO2e           | otherwise                                 |
    And the quantity number of future-dated movements (movements_ahead), in items, the number of records over account movements, on basis account
      | where                                        |
      | date of the movement is after the as-of date |
    And the quantity number of future-dated cancellations (credits_ahead), in items, the number of records over credits used, on basis credit-limit
      | where                                     |
      | cancellation date is after the as-of date |
    And the quantity surrendered by the deadline (surrendered), in tCO2e, the sum of tonnes moved to date over account movements
      | where                                                                                                                                                                                            | basis               |
      | allowance year is 2024; kind of movement is surrendered; year of the surrender obligation is 2024; date of the movement is until 2025-12-31; vintage is one of 2019_2020, 2021, 2022, 2023, 2024 | work-2025, vintages |
      | allowance year is 2025; kind of movement is surrendered; year of the surrender obligation is 2025; date of the movement is until 2026-12-31; vintage is 2025                                     | work-2026, vintages |
    And the quantity surrendered after the deadline (late), in tCO2e, the sum of tonnes moved to date over account movements
      | where                                                                                                                                       | basis     |
      | allowance year is 2024; kind of movement is surrendered; year of the surrender obligation is 2024; date of the movement is after 2025-12-31 | work-2025 |
      | allowance year is 2025; kind of movement is surrendered; year of the surrender obligation is 2025; date of the movement is after 2026-12-31 | work-2026 |
    And the quantity eligible credits (credits_eligible), in tCO2e, the sum of credits cancelled to date over credits used, on basis credit-limit, credit-earlier
      | where                                                                                                                                                             |
      | allowance year is 2024; year of use is 2024; project inside the national market is no; credit of the earlier scheme is no; cancellation date is until 2025-12-31  |
      | allowance year is 2024; year of use is 2024; project inside the national market is no; credit of the earlier scheme is yes; cancellation date is until 2024-12-31 |
      | allowance year is 2025; year of use is 2025; project inside the national market is no; credit of the earlier scheme is no; cancellation date is until 2026-12-31  |
    And the quantity limit on credits (credit_limit), in tCO2e, on basis credit-limit, credit-base
      | is                                   |
      | 5 % * emissions subject to surrender |
    And the quantity credits accepted (credits_accepted), in tCO2e, on basis credit-limit, credit-base
      | is                                      |
      | min(eligible credits, limit on credits) |
    And the quantity tonnes not covered by surrender or credits (uncovered), in tCO2e
      | is                                                                                            | when                   | basis     |
      | undetermined, because no deadline was found                                                   | allowance year is 2026 | final     |
      | max(emissions subject to surrender - surrendered by the deadline - credits accepted, 0 tCO2e) | otherwise              | surrender |
    And the quantity tonnes missing after the deadline (missing), in tCO2e, on basis surrender
      | is                                         | when                                              |
      | 0 tCO2e                                    | days to the surrender deadline is at least 0 days |
      | tonnes not covered by surrender or credits | otherwise                                         |
    And the quantity minimum fine (fine_low), in CNY
      | is                                                                                        | when                                                 | basis |
      | 0 CNY                                                                                     | tonnes missing after the deadline is at most 0 tCO2e | fine  |
      | 5 * tonnes missing after the deadline * mean price in the month before the deadline       | allowance year is 2024                               | fine  |
      | undetermined, because the level of fines under the Code from 15 August 2026 was not found | otherwise                                            | code  |
    And the quantity maximum fine (fine_high), in CNY
      | is                                                                                        | when                                                 | basis |
      | 0 CNY                                                                                     | tonnes missing after the deadline is at most 0 tCO2e | fine  |
      | 10 * tonnes missing after the deadline * mean price in the month before the deadline      | allowance year is 2024                               | fine  |
      | undetermined, because the level of fines under the Code from 15 August 2026 was not found | otherwise                                            | code  |
    And for each movement the quantity net transfer in (signed), in tCO2e
      | is                             | when                                                | basis      |
      | 0 tCO2e                        | vintage is one of 2025, 2026                        | carry-base |
      | tonnes moved to date           | kind of movement is one of issued, bought, received | account    |
      | 0 tCO2e - tonnes moved to date | otherwise                                           | account    |
    And for each movement the quantity net amount sold (sale), in tCO2e, on basis carry-base
      | is                             | when                         |
      | 0 tCO2e                        | vintage is one of 2025, 2026 |
      | tonnes moved to date           | kind of movement is sold     |
      | 0 tCO2e - tonnes moved to date | kind of movement is bought   |
      | 0 tCO2e                        | otherwise                    |
    And the quantity holding at the end of 2025 (held_2025), in tCO2e, the sum of net transfer in over account movements, on basis account
      | where                                    |
      | date of the movement is until 2025-12-31 |
    And the quantity net sales (net_sales), in tCO2e, the sum of net amount sold over account movements, on basis carry-base
      | where                                    |
      | date of the movement is until 2025-12-31 |
    And the quantity days to the end of 2025 (year_days), in days, on basis carry-base
      | is                                 |
      | days(the as-of date to 2025-12-31) |
    And the quantity maximum carry-over (carried), in tCO2e, on basis carry-base
      | is                                                                           | when                                               |
      | 0 tCO2e                                                                      | days to the end of 2025 is at least 0 days         |
      | 0 tCO2e                                                                      | holding at the end of 2025 is at most 0 tCO2e      |
      | holding at the end of 2025                                                   | holding at the end of 2025 is at most 100000 tCO2e |
      | 100000 tCO2e                                                                 | net sales is at most 0 tCO2e                       |
      | undetermined, because the multiplier of net sales for industry was not found | otherwise                                          |

  Rule: Full surrender by the deadline, and carry-over
    Background:
      Given these gates
        | id | gate                                               | requires                                             | applies when                                       | basis                           |
        | S1 | All allowances due are surrendered by the deadline | tonnes missing after the deadline is at most 0 tCO2e | days to the surrender deadline is less than 0 days | surrender, work-2025, work-2026 |
      And these findings
        | code     | finding                                                                   | when                                                                                                               | severity    | basis                     |
        | S.OPEN   | Some emissions are not yet covered, and surrender is due by the deadline  | days to the surrender deadline is at least 0 days; tonnes not covered by surrender or credits is more than 0 tCO2e | observation | surrender                 |
        | S.LATE   | Allowances surrendered after the deadline are not accepted                | surrendered after the deadline is more than 0 tCO2e                                                                | major       | work-2025, work-2026      |
        | S.LIMIT  | Credits above 5 % of the emissions subject to surrender are not accepted  | eligible credits is more than limit on credits                                                                     | observation | credit-limit, credit-base |
        | S.AHEAD  | A movement or cancellation dated after the as-of date is not included yet | number of future-dated movements is more than 0 items                                                              | observation | account                   |
        | S.AHEAD  |                                                                           | number of future-dated cancellations is more than 0 items                                                          |             | account                   |
        | S.FORCED | The account is frozen or at risk                                          | entity frozen, at risk or not compliant is yes                                                                     | observation | surrender                 |
      And these results
        | result          | label                                      | is                                         | rounded to | basis                        |
        | days            | Days to the surrender deadline             | days to the surrender deadline             | 0 decimals | work-2025, work-2026         |
        | credits_most    | Limit on credits                           | limit on credits                           | 2 decimals | credit-limit, credit-base    |
        | credits_taken   | Credits accepted                           | credits accepted                           | 2 decimals | credit-limit, credit-earlier |
        | not_covered     | Tonnes not covered by surrender or credits | tonnes not covered by surrender or credits | 2 decimals | surrender                    |
        | not_surrendered | Tonnes missing after the deadline          | tonnes missing after the deadline          | 2 decimals | surrender                    |
        | fine_least      | Minimum fine for missing tonnes            | minimum fine                               | 2 decimals | fine, code                   |
        | fine_most       | Maximum fine for missing tonnes            | maximum fine                               | 2 decimals | fine, code                   |
        | end_2025        | Holding at the end of 2025                 | holding at the end of 2025                 | 2 decimals | account                      |
        | carries         | Maximum carry-over into vintage 2025       | maximum carry-over                         | 0 decimals | carry-base                   |

    Scenario Outline: Eligible dates and vintages of surrender
      Given allowance year is <year>
      And account movements are
        | booking | date of the movement | kind of movement | tonnes moved  | vintage   | year of the surrender obligation |
        | M1      | <day>                | <kind>           | 5000000 tCO2e | <vintage> | <for>                            |
      When evaluated as of <asked>
      Then the result Tonnes missing after the deadline is <missing> tCO2e
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

    Scenario Outline: Entries dated after the as-of date are not included yet
      Given credits used are
        | offset credit entry | serial numbers   | tonnes of credits | project inside the national market | credit of the earlier scheme | cancellation date | year of use |
        | C1                  | CCER-2026-000001 | 1000 tCO2e        | no                                 | no                           | <cancelled>       | 2025        |
      And account movements are
        | booking | date of the movement | kind of movement | tonnes moved  | vintage | year of the surrender obligation |
        | M2      | <moved>              | surrendered      | 4900000 tCO2e | 2025    | 2025                             |
      When evaluated as of 2026-12-19
      Then the result Tonnes not covered by surrender or credits is <open> tCO2e
      And the result Tonnes missing after the deadline is 0 tCO2e
      And the result Minimum fine for missing tonnes is 0 CNY
      And the result Maximum fine for missing tonnes is 0 CNY
      And the result Credits accepted is <accepted> tCO2e
      And <ahead>

      Examples:
        | moved      | cancelled  | open    | accepted | ahead                            |
        | 2026-12-20 | 2026-12-19 | 4999000 | 1000     | an observation S.AHEAD is raised |
        | 2026-12-19 | 2026-12-19 | 99000   | 1000     | no finding S.AHEAD is raised     |
        | 2026-12-19 | 2026-12-20 | 100000  | 0        | an observation S.AHEAD is raised |

    Scenario Outline: Credits that are accepted
      Given allowance year is <year>
      And credits used are
        | offset credit entry | serial numbers   | tonnes of credits | project inside the national market | credit of the earlier scheme | cancellation date | year of use |
        | C1                  | CCER-2026-000001 | <amount> tCO2e    | <inside>                           | <earlier>                    | <day>             | <for>       |
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

    Scenario: The fine for 2024: 50,000 tonnes at 62.36 CNY
      Given allowance year is 2024
      And supposing tonnes missing after the deadline is 50000 tCO2e
      When evaluated as of 2026-01-01
      Then the result Minimum fine for missing tonnes is 15590000 CNY
      And the result Maximum fine for missing tonnes is 31180000 CNY
      And the result Days to the surrender deadline is -1 days

    Scenario Outline: Before the deadline nothing is missing or fined
      Given allowance year is 2024
      And supposing tonnes not covered by surrender or credits is 1000 tCO2e
      When evaluated as of <asked>
      Then the result Tonnes missing after the deadline is <missing> tCO2e
      And the result Minimum fine for missing tonnes is <least> CNY
      And the result Maximum fine for missing tonnes is <most> CNY

      Examples:
        | asked      | missing | least  | most   |
        | 2025-12-31 | 0       | 0      | 0      |
        | 2026-01-01 | 1000    | 311800 | 623600 |

    Scenario: The fine for 2025 cannot be assessed
      Given supposing tonnes missing after the deadline is 50000 tCO2e
      When evaluated as of 2027-01-01
      Then the rules leave the quantity minimum fine undetermined
      And the rules leave the quantity maximum fine undetermined

    Scenario: No deadline was found for 2026
      Given allowance year is 2026
      When evaluated as of 2027-01-01
      Then the rules leave the quantity days to the surrender deadline undetermined
      And the rules leave the quantity tonnes not covered by surrender or credits undetermined
      And the rules leave the quantity tonnes missing after the deadline undetermined

    Scenario: An account at risk
      Given entity frozen, at risk or not compliant is yes
      When evaluated as of 2026-12-20
      Then an observation S.FORCED is raised
      And the result Minimum fine for missing tonnes is 0 CNY

    Scenario: Other accounts raise no such finding
      When evaluated as of 2026-11-20
      Then no finding S.FORCED is raised
      And the conclusion is scored

    Scenario Outline: The carry-over is 100,000 tonnes, or the whole holding if smaller
      Given account movements are
        | booking | date of the movement | kind of movement | tonnes moved   | vintage   | year of the surrender obligation |
        | M1      | 2025-10-20           | <first>          | <issued> tCO2e | <vintage> | not applicable                   |
        | M2      | <day>                | <kind>           | 1000 tCO2e     | 2024      | not applicable                   |
      When evaluated as of 2026-11-20
      Then the result Holding at the end of 2025 is <held> tCO2e
      And the result Maximum carry-over into vintage 2025 is <carried> tCO2e

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

    Scenario Outline: Nothing is carried over before the year ends
      Given account movements are
        | booking | date of the movement | kind of movement | tonnes moved | vintage | year of the surrender obligation |
        | M1      | 2025-10-20           | issued           | 1000 tCO2e   | 2024    | not applicable                   |
      When evaluated as of <asked>
      Then the result Maximum carry-over into vintage 2025 is <carried> tCO2e

      Examples:
        | asked      | carried |
        | 2025-12-31 | 0       |
        | 2026-01-01 | 1000    |

    Scenario: With net sales and more than 100,000 tonnes the carry-over is undetermined
      Given account movements are
        | booking | date of the movement | kind of movement | tonnes moved | vintage | year of the surrender obligation |
        | M1      | 2025-10-20           | issued           | 300000 tCO2e | 2024    | not applicable                   |
        | M2      | 2025-12-31           | sold             | 1000 tCO2e   | 2024    | not applicable                   |
      When evaluated as of 2026-11-20
      Then the rules leave the quantity maximum carry-over undetermined
