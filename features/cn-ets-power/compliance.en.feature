# language: en
Feature: Surrender, credits and fines

  Background:
    Given the scorecard cn-ets-power
    And the quantity days to the surrender deadline (days_left), in days
      | is                                                   | when                   | basis               |
      | days(the as-of date to 2024-12-31)                   | allowance year is 2023 | deadline            |
      | days(the as-of date to 2025-12-31)                   | allowance year is 2024 | deadline, work-2025 |
      | days(the as-of date to 2026-12-31)                   | allowance year is 2025 | work-2026           |
      | undetermined, because no deadline for 2026 was found | otherwise              | final               |
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
      | where                                                                                                                                                                                            | basis                   |
      | allowance year is 2023; kind of movement is surrendered; year of the surrender obligation is 2023; date of the movement is until 2024-12-31; vintage is one of 2019_2020, 2021, 2022, 2023       | deadline, vintages      |
      | allowance year is 2024; kind of movement is surrendered; year of the surrender obligation is 2024; date of the movement is until 2025-12-31; vintage is one of 2019_2020, 2021, 2022, 2023, 2024 | deadline, vintages      |
      | allowance year is 2025; kind of movement is surrendered; year of the surrender obligation is 2025; date of the movement is until 2026-12-31; vintage is 2025                                     | work-2026, vintage-2025 |
    And the quantity surrendered after the deadline (late), in tCO2e, the sum of tonnes moved to date over account movements
      | where                                                                                                                                       | basis     |
      | allowance year is 2023; kind of movement is surrendered; year of the surrender obligation is 2023; date of the movement is after 2024-12-31 | deadline  |
      | allowance year is 2024; kind of movement is surrendered; year of the surrender obligation is 2024; date of the movement is after 2025-12-31 | deadline  |
      | allowance year is 2025; kind of movement is surrendered; year of the surrender obligation is 2025; date of the movement is after 2026-12-31 | work-2026 |
    And the quantity surrendered from an ineligible vintage (wrong_vintage), in tCO2e, the sum of tonnes moved to date over account movements
      | where                                                                                                                                 | basis        |
      | allowance year is 2023; kind of movement is surrendered; year of the surrender obligation is 2023; vintage is one of 2024, 2025, 2026 | vintages     |
      | allowance year is 2024; kind of movement is surrendered; year of the surrender obligation is 2024; vintage is one of 2025, 2026       | vintages     |
      | allowance year is 2025; kind of movement is surrendered; year of the surrender obligation is 2025; vintage is not 2025                | vintage-2025 |
    And the quantity eligible credits (credits_eligible), in tCO2e, the sum of credits cancelled to date over credits used, on basis credit-limit, credit-earlier
      | where                                                                                                                                                             |
      | allowance year is 2023; year of use is 2023; project inside the national market is no; cancellation date is until 2024-12-31                                      |
      | allowance year is 2024; year of use is 2024; project inside the national market is no; credit of the earlier scheme is no; cancellation date is until 2025-12-31  |
      | allowance year is 2024; year of use is 2024; project inside the national market is no; credit of the earlier scheme is yes; cancellation date is until 2024-12-31 |
      | allowance year is 2025; year of use is 2025; project inside the national market is no; credit of the earlier scheme is no; cancellation date is until 2026-12-31  |
    And the quantity credits designated for the year (credits_meant), in tCO2e, the sum of credits cancelled to date over credits used, on basis credit-limit
      | where                                       |
      | allowance year is 2023; year of use is 2023 |
      | allowance year is 2024; year of use is 2024 |
      | allowance year is 2025; year of use is 2025 |
    And the quantity credits not accepted (credits_refused), in tCO2e, on basis credit-limit, credit-earlier
      | is                                                 |
      | credits designated for the year - eligible credits |
    And the quantity limit on credits (credit_limit), in tCO2e, on basis credit-limit, credit-base
      | is                                   |
      | 5 % * emissions subject to surrender |
    And the quantity credits accepted (credits_accepted), in tCO2e, on basis credit-limit, credit-base
      | is                                      |
      | min(eligible credits, limit on credits) |
    And the quantity minimum allowances to surrender after credits (at_least), in tCO2e, on basis credit-limit, credit-base
      | is                                                |
      | emissions subject to surrender - limit on credits |
    And the quantity minimum allowances to buy (to_buy), in tCO2e, on basis credit-limit, credit-base
      | is                                             |
      | max(allowance gap - limit on credits, 0 tCO2e) |
    And the quantity tonnes not covered by surrender or credits (uncovered), in tCO2e
      | is                                                                                            | when                   | basis     |
      | undetermined, because no deadline for 2026 was found                                          | allowance year is 2026 | final     |
      | max(emissions subject to surrender - surrendered by the deadline - credits accepted, 0 tCO2e) | otherwise              | surrender |
    And the quantity tonnes missing after the deadline (missing), in tCO2e, on basis surrender
      | is                                         | when                                              |
      | 0 tCO2e                                    | days to the surrender deadline is at least 0 days |
      | tonnes not covered by surrender or credits | otherwise                                         |
    And the quantity minimum fine (fine_low), in CNY
      | is                                                                                        | when                                                 | basis |
      | 0 CNY                                                                                     | tonnes missing after the deadline is at most 0 tCO2e | fine  |
      | undetermined, because the level of fines under the Code from 15 August 2026 was not found | allowance year is one of 2025, 2026                  | code  |
      | 5 * tonnes missing after the deadline * mean price in the month before the deadline       | otherwise                                            | fine  |
    And the quantity maximum fine (fine_high), in CNY
      | is                                                                                        | when                                                 | basis |
      | 0 CNY                                                                                     | tonnes missing after the deadline is at most 0 tCO2e | fine  |
      | undetermined, because the level of fines under the Code from 15 August 2026 was not found | allowance year is one of 2025, 2026                  | code  |
      | 10 * tonnes missing after the deadline * mean price in the month before the deadline      | otherwise                                            | fine  |
    And the quantity days to the entry into force of the Code (code_days), in days, on basis cut
      | is                                 |
      | days(the as-of date to 2026-08-14) |
    And the quantity deduction from next year's allowances (next_cut), in tCO2e, on basis cut
      | is                                | when                                                        |
      | 0 tCO2e                           | allowance year is one of 2025, 2026                         |
      | tonnes missing after the deadline | days to the entry into force of the Code is at least 0 days |
      | 0 tCO2e                           | otherwise                                                   |

  Rule: Full surrender by the deadline with eligible vintages
    Background:
      Given these gates
        | id | gate                                               | requires                                             | applies when                                       | basis               |
        | S1 | Allowances are surrendered in full by the deadline | tonnes missing after the deadline is at most 0 tCO2e | days to the surrender deadline is less than 0 days | surrender, deadline |
      And these findings
        | code      | finding                                                                                                  | when                                                                                                               | severity    | basis                        |
        | S.OPEN    | Some emissions are not yet covered, and surrender is due by the deadline                                 | days to the surrender deadline is at least 0 days; tonnes not covered by surrender or credits is more than 0 tCO2e | observation | surrender, deadline          |
        | S.LATE    | Allowances surrendered after the deadline are not accepted                                               | surrendered after the deadline is more than 0 tCO2e                                                                | major       | deadline                     |
        | S.VINTAGE | Allowances of a later vintage, or for 2025 of an earlier vintage, are not accepted                       | surrendered from an ineligible vintage is more than 0 tCO2e                                                        | minor       | vintages, carry-over         |
        | S.LIMIT   | Credits above 5 % of the emissions subject to surrender are not accepted                                 | eligible credits is more than limit on credits                                                                     | observation | credit-limit, credit-base    |
        | S.CREDIT  | Credits from a project covered by the market, of the earlier scheme, or cancelled late, are not accepted | credits not accepted is more than 0 tCO2e                                                                          | minor       | credit-limit, credit-earlier |
        | S.CUT     | If the entity refuses to correct the shortfall, the missing amount is deducted from its next allowances  | deduction from next year's allowances is more than 0 tCO2e                                                         | observation | cut                          |
        | S.CODE    | The deadline falls under the Ecological and Environmental Code, whose level of fines was not found       | allowance year is one of 2025, 2026                                                                                | observation | code                         |
        | S.AHEAD   | A movement or cancellation dated after the as-of date is not included yet                                | number of future-dated movements is more than 0 items                                                              | observation | account                      |
        | S.AHEAD   |                                                                                                          | number of future-dated cancellations is more than 0 items                                                          |             | account                      |
        | S.FORCED  | Allowances are issued to the provincial account and surrender is enforced                                | entity frozen, at risk or not compliant is yes                                                                     | observation | forced                       |
      And these results
        | result          | label                                                          | is                                            | rounded to | basis                          |
        | days            | Days to the surrender deadline                                 | days to the surrender deadline                | 0 decimals | deadline, work-2025, work-2026 |
        | credits_most    | Limit on credits                                               | limit on credits                              | 2 decimals | credit-limit, credit-base      |
        | credits_taken   | Credits accepted                                               | credits accepted                              | 2 decimals | credit-limit, credit-earlier   |
        | own_least       | Minimum allowances to surrender after credits                  | minimum allowances to surrender after credits | 2 decimals | credit-limit, credit-base      |
        | bought_least    | Minimum allowances to buy                                      | minimum allowances to buy                     | 2 decimals | credit-limit, credit-base      |
        | not_covered     | Tonnes not covered by surrender or credits                     | tonnes not covered by surrender or credits    | 2 decimals | surrender, deadline            |
        | not_surrendered | Tonnes missing after the deadline                              | tonnes missing after the deadline             | 2 decimals | surrender, deadline            |
        | fine_least      | Minimum fine for missing tonnes                                | minimum fine                                  | 2 decimals | fine, code                     |
        | fine_most       | Maximum fine for missing tonnes                                | maximum fine                                  | 2 decimals | fine, code                     |
        | cut_tonnes      | Deduction from next year's allowances if correction is refused | deduction from next year's allowances         | 2 decimals | cut                            |

    Scenario: Worked example: with 5 % of credits the entity still has to buy 401 allowances
      When evaluated as of 2026-01-01
      Then the result Limit on credits is 219500 tCO2e
      And the result Minimum allowances to buy is 401 tCO2e
      And the result Minimum allowances to surrender after credits is 4170500 tCO2e
      And the result Tonnes missing after the deadline is 0 tCO2e
      And gate S1 is met
      And the conclusion is scored

    Scenario: Worked example: the fine for 50,000 missing tonnes
      Given supposing tonnes missing after the deadline is 50000 tCO2e
      When evaluated as of 2026-01-01
      Then the result Minimum fine for missing tonnes is 15590000 CNY
      And the result Maximum fine for missing tonnes is 31180000 CNY
      And gate S1 is not met

    Scenario Outline: Eligible vintages and dates of surrender
      Given allowance year is <year>
      And account movements are
        | booking | date of the movement | kind of movement | tonnes moved  | vintage   | year of the surrender obligation |
        | M1      | <day>                | <kind>           | 4170500 tCO2e | <vintage> | <for>                            |
      And credits used are
        | offset credit entry | serial numbers   | tonnes of credits | project inside the national market | credit of the earlier scheme | cancellation date | year of use |
        | C1                  | CCER-2025-000001 | 219500 tCO2e      | no                                 | no                           | 2024-12-19        | <year>      |
      When evaluated as of <asked>
      Then the result Tonnes missing after the deadline is <missing> tCO2e
      And gate S1 is <gate>
      And <late>
      And <vintages>
      And <open>

      Examples:
        | year | day        | kind        | vintage   | for  | asked      | missing | gate           | late                                   | vintages                                  | open                            |
        | 2024 | 2025-12-31 | surrendered | 2024      | 2024 | 2026-01-01 | 0       | met            | no finding S.LATE is raised            | no finding S.VINTAGE is raised            | no finding S.OPEN is raised     |
        | 2024 | 2026-01-01 | surrendered | 2024      | 2024 | 2026-01-02 | 4170500 | not met        | a major nonconformity S.LATE is raised | no finding S.VINTAGE is raised            | no finding S.OPEN is raised     |
        | 2024 | 2025-12-31 | surrendered | 2019_2020 | 2024 | 2026-01-01 | 0       | met            | no finding S.LATE is raised            | no finding S.VINTAGE is raised            | no finding S.OPEN is raised     |
        | 2024 | 2025-12-31 | surrendered | 2025      | 2024 | 2026-01-01 | 4170500 | not met        | no finding S.LATE is raised            | a minor nonconformity S.VINTAGE is raised | no finding S.OPEN is raised     |
        | 2024 | 2025-12-31 | surrendered | 2024      | 2023 | 2026-01-01 | 4170500 | not met        | no finding S.LATE is raised            | no finding S.VINTAGE is raised            | no finding S.OPEN is raised     |
        | 2024 | 2025-12-31 | given       | 2024      | 2024 | 2026-01-01 | 4170500 | not met        | no finding S.LATE is raised            | no finding S.VINTAGE is raised            | no finding S.OPEN is raised     |
        | 2024 | 2025-12-31 | given       | 2024      | 2024 | 2025-12-31 | 0       | not applicable | no finding S.LATE is raised            | no finding S.VINTAGE is raised            | an observation S.OPEN is raised |
        | 2023 | 2024-12-31 | surrendered | 2023      | 2023 | 2025-01-01 | 0       | met            | no finding S.LATE is raised            | no finding S.VINTAGE is raised            | no finding S.OPEN is raised     |
        | 2023 | 2025-01-01 | surrendered | 2023      | 2023 | 2025-01-01 | 4170500 | not met        | a major nonconformity S.LATE is raised | no finding S.VINTAGE is raised            | no finding S.OPEN is raised     |
        | 2023 | 2024-12-31 | surrendered | 2024      | 2023 | 2025-01-01 | 4170500 | not met        | no finding S.LATE is raised            | a minor nonconformity S.VINTAGE is raised | no finding S.OPEN is raised     |
        | 2023 | 2024-12-31 | surrendered | 2023      | 2024 | 2025-01-01 | 4170500 | not met        | no finding S.LATE is raised            | no finding S.VINTAGE is raised            | no finding S.OPEN is raised     |
        | 2023 | 2024-12-31 | given       | 2023      | 2023 | 2025-01-01 | 4170500 | not met        | no finding S.LATE is raised            | no finding S.VINTAGE is raised            | no finding S.OPEN is raised     |
        | 2025 | 2026-12-31 | surrendered | 2025      | 2025 | 2027-01-01 | 0       | met            | no finding S.LATE is raised            | no finding S.VINTAGE is raised            | no finding S.OPEN is raised     |
        | 2025 | 2027-01-01 | surrendered | 2025      | 2025 | 2027-01-01 | 4170500 | not met        | a major nonconformity S.LATE is raised | no finding S.VINTAGE is raised            | no finding S.OPEN is raised     |
        | 2025 | 2026-12-31 | surrendered | 2024      | 2025 | 2027-01-01 | 4170500 | not met        | no finding S.LATE is raised            | a minor nonconformity S.VINTAGE is raised | no finding S.OPEN is raised     |
        | 2025 | 2026-12-31 | surrendered | 2025      | 2024 | 2027-01-01 | 4170500 | not met        | no finding S.LATE is raised            | no finding S.VINTAGE is raised            | no finding S.OPEN is raised     |
        | 2025 | 2026-12-31 | given       | 2025      | 2025 | 2027-01-01 | 4170500 | not met        | no finding S.LATE is raised            | no finding S.VINTAGE is raised            | no finding S.OPEN is raised     |
        | 2024 | 2024-12-31 | surrendered | 2023      | 2023 | 2026-01-01 | 4170500 | not met        | no finding S.LATE is raised            | no finding S.VINTAGE is raised            | no finding S.OPEN is raised     |
        | 2024 | 2026-12-31 | surrendered | 2025      | 2025 | 2027-01-02 | 4170500 | not met        | no finding S.LATE is raised            | no finding S.VINTAGE is raised            | no finding S.OPEN is raised     |
        | 2023 | 2025-01-01 | given       | 2023      | 2023 | 2025-01-02 | 4170500 | not met        | no finding S.LATE is raised            | no finding S.VINTAGE is raised            | no finding S.OPEN is raised     |
        | 2024 | 2026-01-01 | given       | 2024      | 2024 | 2026-01-02 | 4170500 | not met        | no finding S.LATE is raised            | no finding S.VINTAGE is raised            | no finding S.OPEN is raised     |
        | 2024 | 2026-01-01 | surrendered | 2024      | 2023 | 2026-01-02 | 4170500 | not met        | no finding S.LATE is raised            | no finding S.VINTAGE is raised            | no finding S.OPEN is raised     |
        | 2025 | 2027-01-01 | given       | 2025      | 2025 | 2027-01-02 | 4170500 | not met        | no finding S.LATE is raised            | no finding S.VINTAGE is raised            | no finding S.OPEN is raised     |
        | 2025 | 2027-01-01 | surrendered | 2025      | 2024 | 2027-01-02 | 4170500 | not met        | no finding S.LATE is raised            | no finding S.VINTAGE is raised            | no finding S.OPEN is raised     |
        | 2024 | 2027-01-01 | surrendered | 2023      | 2025 | 2027-01-02 | 4170500 | not met        | no finding S.LATE is raised            | no finding S.VINTAGE is raised            | no finding S.OPEN is raised     |
        | 2023 | 2024-12-31 | given       | 2024      | 2023 | 2025-01-02 | 4170500 | not met        | no finding S.LATE is raised            | no finding S.VINTAGE is raised            | no finding S.OPEN is raised     |
        | 2024 | 2025-12-31 | given       | 2025      | 2024 | 2026-01-02 | 4170500 | not met        | no finding S.LATE is raised            | no finding S.VINTAGE is raised            | no finding S.OPEN is raised     |
        | 2024 | 2025-12-31 | surrendered | 2025      | 2023 | 2026-01-02 | 4170500 | not met        | no finding S.LATE is raised            | no finding S.VINTAGE is raised            | no finding S.OPEN is raised     |
        | 2025 | 2026-12-31 | given       | 2024      | 2025 | 2027-01-02 | 4170500 | not met        | no finding S.LATE is raised            | no finding S.VINTAGE is raised            | no finding S.OPEN is raised     |
        | 2023 | 2025-01-01 | surrendered | 2024      | 2024 | 2025-01-02 | 4170500 | not met        | no finding S.LATE is raised            | no finding S.VINTAGE is raised            | no finding S.OPEN is raised     |

    Scenario Outline: Entries dated after the as-of date are not included yet
      When evaluated as of <asked>
      Then the result Tonnes not covered by surrender or credits is <open> tCO2e
      And the result Tonnes missing after the deadline is 0 tCO2e
      And the result Minimum fine for missing tonnes is 0 CNY
      And the result Maximum fine for missing tonnes is 0 CNY
      And the result Deduction from next year's allowances if correction is refused is 0 tCO2e
      And the result Amount not carried over is 0 tCO2e
      And the result Credits accepted is <accepted> tCO2e
      And the result Holding at the end of 2025 is <held> tCO2e
      And <ahead>

      Examples:
        | asked      | open    | accepted | held    | ahead                            |
        | 2025-08-19 | 4390000 | 0        | 0       | an observation S.AHEAD is raised |
        | 2025-12-18 | 4390000 | 0        | 4170500 | an observation S.AHEAD is raised |
        | 2025-12-19 | 4170500 | 219500   | 4170500 | an observation S.AHEAD is raised |
        | 2025-12-20 | 0       | 219500   | 0       | no finding S.AHEAD is raised     |

    Scenario Outline: A credit that is not cancelled yet
      Given account movements is none
      When evaluated as of <asked>
      Then the result Credits accepted is <accepted> tCO2e
      And <ahead>

      Examples:
        | asked      | accepted | ahead                            |
        | 2025-12-18 | 0        | an observation S.AHEAD is raised |
        | 2025-12-19 | 219500   | no finding S.AHEAD is raised     |

    Scenario Outline: Credits that are accepted
      Given allowance year is <year>
      And credits used are
        | offset credit entry | serial numbers   | tonnes of credits | project inside the national market | credit of the earlier scheme | cancellation date | year of use |
        | C1                  | CCER-2025-000001 | <amount> tCO2e    | <inside>                           | <earlier>                    | <day>             | <for>       |
      When evaluated as of 2027-01-01
      Then the result Credits accepted is <accepted> tCO2e
      And <limit>
      And <refused>

      Examples:
        | year | amount    | inside | earlier | day        | for  | accepted | limit                            | refused                                  |
        | 2024 | 219500    | no     | no      | 2025-12-31 | 2024 | 219500   | no finding S.LIMIT is raised     | no finding S.CREDIT is raised            |
        | 2024 | 219500.01 | no     | no      | 2025-12-31 | 2024 | 219500   | an observation S.LIMIT is raised | no finding S.CREDIT is raised            |
        | 2024 | 1000      | yes    | no      | 2025-12-31 | 2024 | 0        | no finding S.LIMIT is raised     | a minor nonconformity S.CREDIT is raised |
        | 2024 | 1000      | no     | yes     | 2025-12-31 | 2024 | 0        | no finding S.LIMIT is raised     | a minor nonconformity S.CREDIT is raised |
        | 2024 | 1000      | no     | yes     | 2024-12-31 | 2024 | 1000     | no finding S.LIMIT is raised     | no finding S.CREDIT is raised            |
        | 2025 | 1000      | no     | yes     | 2024-12-31 | 2024 | 0        | no finding S.LIMIT is raised     | no finding S.CREDIT is raised            |
        | 2024 | 1000      | no     | yes     | 2024-12-31 | 2023 | 0        | no finding S.LIMIT is raised     | no finding S.CREDIT is raised            |
        | 2024 | 1000      | yes    | yes     | 2024-12-31 | 2024 | 0        | no finding S.LIMIT is raised     | a minor nonconformity S.CREDIT is raised |
        | 2024 | 1000      | no     | no      | 2024-12-31 | 2024 | 1000     | no finding S.LIMIT is raised     | no finding S.CREDIT is raised            |
        | 2024 | 1000      | no     | yes     | 2025-01-01 | 2024 | 0        | no finding S.LIMIT is raised     | a minor nonconformity S.CREDIT is raised |
        | 2024 | 1000      | no     | no      | 2026-01-01 | 2024 | 0        | no finding S.LIMIT is raised     | a minor nonconformity S.CREDIT is raised |
        | 2024 | 1000      | no     | no      | 2025-12-31 | 2023 | 0        | no finding S.LIMIT is raised     | no finding S.CREDIT is raised            |
        | 2023 | 1000      | no     | yes     | 2024-12-31 | 2023 | 1000     | no finding S.LIMIT is raised     | no finding S.CREDIT is raised            |
        | 2023 | 1000      | no     | yes     | 2025-01-01 | 2023 | 0        | no finding S.LIMIT is raised     | a minor nonconformity S.CREDIT is raised |
        | 2023 | 1000      | yes    | no      | 2024-12-31 | 2023 | 0        | no finding S.LIMIT is raised     | a minor nonconformity S.CREDIT is raised |
        | 2023 | 1000      | no     | no      | 2024-12-31 | 2024 | 0        | no finding S.LIMIT is raised     | no finding S.CREDIT is raised            |
        | 2025 | 1000      | no     | no      | 2026-12-31 | 2025 | 1000     | no finding S.LIMIT is raised     | no finding S.CREDIT is raised            |
        | 2025 | 1000      | no     | no      | 2027-01-01 | 2025 | 0        | no finding S.LIMIT is raised     | a minor nonconformity S.CREDIT is raised |
        | 2025 | 1000      | yes    | no      | 2026-12-31 | 2025 | 0        | no finding S.LIMIT is raised     | a minor nonconformity S.CREDIT is raised |
        | 2025 | 1000      | no     | yes     | 2026-12-31 | 2025 | 0        | no finding S.LIMIT is raised     | a minor nonconformity S.CREDIT is raised |
        | 2025 | 1000      | no     | no      | 2026-12-31 | 2024 | 0        | no finding S.LIMIT is raised     | no finding S.CREDIT is raised            |
        | 2024 | 1000      | no     | no      | 2024-12-31 | 2025 | 0        | no finding S.LIMIT is raised     | no finding S.CREDIT is raised            |
        | 2025 | 1000      | no     | no      | 2024-12-31 | 2023 | 0        | no finding S.LIMIT is raised     | no finding S.CREDIT is raised            |

    Scenario Outline: Fine and deduction before and after the Code enters into force
      Given supposing tonnes not covered by surrender or credits is 1000 tCO2e
      When evaluated as of <asked>
      Then the result Tonnes missing after the deadline is <missing> tCO2e
      And the result Minimum fine for missing tonnes is <least> CNY
      And the result Maximum fine for missing tonnes is <most> CNY
      And the result Deduction from next year's allowances if correction is refused is <cut> tCO2e
      And <finding>

      Examples:
        | asked      | missing | least  | most   | cut  | finding                        |
        | 2025-12-31 | 0       | 0      | 0      | 0    | no finding S.CUT is raised     |
        | 2026-01-01 | 1000    | 311800 | 623600 | 1000 | an observation S.CUT is raised |
        | 2026-08-14 | 1000    | 311800 | 623600 | 1000 | an observation S.CUT is raised |
        | 2026-08-15 | 1000    | 311800 | 623600 | 0    | no finding S.CUT is raised     |

    Scenario Outline: Before the deadline of each year nothing is missing or fined
      Given allowance year is <year>
      And supposing tonnes not covered by surrender or credits is 1000 tCO2e
      When evaluated as of <asked>
      Then the result Tonnes missing after the deadline is <missing> tCO2e
      And <fine>

      Examples:
        | year | asked      | missing | fine                                                   |
        | 2023 | 2024-12-31 | 0       | the quantity minimum fine is 0 CNY                     |
        | 2023 | 2025-01-01 | 1000    | the quantity minimum fine is 311800 CNY                |
        | 2025 | 2026-12-31 | 0       | the quantity minimum fine is 0 CNY                     |
        | 2025 | 2027-01-01 | 1000    | the rules leave the quantity minimum fine undetermined |

    Scenario Outline: A deadline under the Code leads to no deduction from allowances
      Given allowance year is <year>
      And supposing tonnes missing after the deadline is 1000 tCO2e
      When evaluated as of 2026-08-14
      Then the result Deduction from next year's allowances if correction is refused is <cut> tCO2e

      Examples:
        | year | cut  |
        | 2023 | 1000 |
        | 2024 | 1000 |
        | 2025 | 0    |
        | 2026 | 0    |

    Scenario Outline: For 2025 the fine cannot be assessed; for 2026 not even the missing amount
      Given allowance year is <year>
      And account movements is none
      When evaluated as of 2027-01-01
      Then the rules leave the quantity minimum fine undetermined
      And the rules leave the quantity maximum fine undetermined
      And an observation S.CODE is raised

      Examples:
        | year |
        | 2025 |
        | 2026 |

    Scenario: An entity at risk
      Given entity frozen, at risk or not compliant is yes
      When evaluated as of 2025-10-31
      Then an observation S.FORCED is raised
      And no finding S.CODE is raised
      And the result Days to the surrender deadline is 61 days
