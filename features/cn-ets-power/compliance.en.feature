# language: en
Feature: Surrender, credits and fines

  Background:
    Given the scorecard cn-ets-power
    And the quantity days to the deadline (days_left), in days
      | is                                                   | when                   | basis               |
      | days(the as-of date to 2024-12-31)                   | allowance year is 2023 | deadline            |
      | days(the as-of date to 2025-12-31)                   | allowance year is 2024 | deadline, work-2025 |
      | days(the as-of date to 2026-12-31)                   | allowance year is 2025 | work-2026           |
      | undetermined, because no deadline for 2026 was found | otherwise              | final               |
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
      | where                                                                                                                                                                          | basis                   |
      | allowance year is 2023; kind of movement is surrendered; surrendered for is 2023; day of the movement is until 2024-12-31; vintage is one of 2019_2020, 2021, 2022, 2023       | deadline, vintages      |
      | allowance year is 2024; kind of movement is surrendered; surrendered for is 2024; day of the movement is until 2025-12-31; vintage is one of 2019_2020, 2021, 2022, 2023, 2024 | deadline, vintages      |
      | allowance year is 2025; kind of movement is surrendered; surrendered for is 2025; day of the movement is until 2026-12-31; vintage is 2025                                     | work-2026, vintage-2025 |
    And the quantity surrendered late (late), in tCO2e, the sum of tonnes moved so far over account movements
      | where                                                                                                                     | basis     |
      | allowance year is 2023; kind of movement is surrendered; surrendered for is 2023; day of the movement is after 2024-12-31 | deadline  |
      | allowance year is 2024; kind of movement is surrendered; surrendered for is 2024; day of the movement is after 2025-12-31 | deadline  |
      | allowance year is 2025; kind of movement is surrendered; surrendered for is 2025; day of the movement is after 2026-12-31 | work-2026 |
    And the quantity surrendered of a vintage that does not count (wrong_vintage), in tCO2e, the sum of tonnes moved so far over account movements
      | where                                                                                                                | basis        |
      | allowance year is 2023; kind of movement is surrendered; surrendered for is 2023; vintage is one of 2024, 2025, 2026 | vintages     |
      | allowance year is 2024; kind of movement is surrendered; surrendered for is 2024; vintage is one of 2025, 2026       | vintages     |
      | allowance year is 2025; kind of movement is surrendered; surrendered for is 2025; vintage is not 2025                | vintage-2025 |
    And the quantity credits that qualify (credits_eligible), in tCO2e, the sum of credits cancelled so far over credits used, on basis credit-limit, credit-earlier
      | where                                                                                                                                              |
      | allowance year is 2023; used for is 2023; project inside the national market is no; cancelled on is until 2024-12-31                               |
      | allowance year is 2024; used for is 2024; project inside the national market is no; of the earlier scheme is no; cancelled on is until 2025-12-31  |
      | allowance year is 2024; used for is 2024; project inside the national market is no; of the earlier scheme is yes; cancelled on is until 2024-12-31 |
      | allowance year is 2025; used for is 2025; project inside the national market is no; of the earlier scheme is no; cancelled on is until 2026-12-31  |
    And the quantity credits meant for the year (credits_meant), in tCO2e, the sum of credits cancelled so far over credits used, on basis credit-limit
      | where                                    |
      | allowance year is 2023; used for is 2023 |
      | allowance year is 2024; used for is 2024 |
      | allowance year is 2025; used for is 2025 |
    And the quantity credits refused (credits_refused), in tCO2e, on basis credit-limit, credit-earlier
      | is                                                |
      | credits meant for the year - credits that qualify |
    And the quantity most credits (credit_limit), in tCO2e, on basis credit-limit, credit-base
      | is                                    |
      | 5 % * emissions to be surrendered for |
    And the quantity credits accepted (credits_accepted), in tCO2e, on basis credit-limit, credit-base
      | is                                      |
      | min(credits that qualify, most credits) |
    And the quantity allowances to surrender beside credits (at_least), in tCO2e, on basis credit-limit, credit-base
      | is                                             |
      | emissions to be surrendered for - most credits |
    And the quantity least allowances to buy (to_buy), in tCO2e, on basis credit-limit, credit-base
      | is                                             |
      | max(gap of allowances - most credits, 0 tCO2e) |
    And the quantity tonnes not covered (uncovered), in tCO2e
      | is                                                                                     | when                   | basis     |
      | undetermined, because no deadline for 2026 was found                                   | allowance year is 2026 | final     |
      | max(emissions to be surrendered for - surrendered in time - credits accepted, 0 tCO2e) | otherwise              | surrender |
    And the quantity tonnes missing (missing), in tCO2e, on basis surrender
      | is                 | when                                    |
      | 0 tCO2e            | days to the deadline is at least 0 days |
      | tonnes not covered | otherwise                               |
    And the quantity lowest fine (fine_low), in CNY
      | is                                                                          | when                                | basis |
      | 0 CNY                                                                       | tonnes missing is at most 0 tCO2e   | fine  |
      | undetermined, because what the Code fines from 15 August 2026 was not found | allowance year is one of 2025, 2026 | code  |
      | 5 * tonnes missing * mean price of the month before the deadline            | otherwise                           | fine  |
    And the quantity highest fine (fine_high), in CNY
      | is                                                                          | when                                | basis |
      | 0 CNY                                                                       | tonnes missing is at most 0 tCO2e   | fine  |
      | undetermined, because what the Code fines from 15 August 2026 was not found | allowance year is one of 2025, 2026 | code  |
      | 10 * tonnes missing * mean price of the month before the deadline           | otherwise                           | fine  |
    And the quantity days to the Code (code_days), in days, on basis cut
      | is                                 |
      | days(the as-of date to 2026-08-14) |
    And the quantity cut of the next allowances (next_cut), in tCO2e, on basis cut
      | is             | when                                |
      | 0 tCO2e        | allowance year is one of 2025, 2026 |
      | tonnes missing | days to the Code is at least 0 days |
      | 0 tCO2e        | otherwise                           |

  Rule: Surrendered in full, of the right vintages, by the deadline
    Background:
      Given these gates
        | id | gate                                | requires                          | applies when                             | basis               |
        | S1 | Surrendered in full by the deadline | tonnes missing is at most 0 tCO2e | days to the deadline is less than 0 days | surrender, deadline |
      And these findings
        | code      | finding                                                                                        | when                                                                             | severity    | basis                        |
        | S.OPEN    | Tonnes are still to be surrendered until the deadline                                          | days to the deadline is at least 0 days; tonnes not covered is more than 0 tCO2e | observation | surrender, deadline          |
        | S.LATE    | What was surrendered after the deadline does not count                                         | surrendered late is more than 0 tCO2e                                            | major       | deadline                     |
        | S.VINTAGE | What was surrendered of a later vintage, or for 2025 of an earlier one, does not count         | surrendered of a vintage that does not count is more than 0 tCO2e                | minor       | vintages, carry-over         |
        | S.LIMIT   | Credits above 5 % do not count                                                                 | credits that qualify is more than most credits                                   | observation | credit-limit, credit-base    |
        | S.CREDIT  | Credits of a project inside the market, of the earlier scheme, or cancelled late, do not count | credits refused is more than 0 tCO2e                                             | minor       | credit-limit, credit-earlier |
        | S.CUT     | Whoever refuses to put it right has the next allowances cut by what is missing                 | cut of the next allowances is more than 0 tCO2e                                  | observation | cut                          |
        | S.CODE    | The deadline is under the Code, whose fine was not found                                       | allowance year is one of 2025, 2026                                              | observation | code                         |
        | S.AHEAD   | A movement or cancellation dated after the as-of date does not count yet                       | movements ahead is more than 0 items                                             | observation | account                      |
        | S.AHEAD   |                                                                                                | credits ahead is more than 0 items                                               |             | account                      |
        | S.FORCED  | Allowances are issued to the account of the province, and surrender is forced                  | frozen, at risk or not compliant is yes                                          | observation | forced                       |
      And these results
        | result          | label                                            | is                                     | rounded to | basis                          |
        | days            | Days to the deadline of surrender                | days to the deadline                   | 0 decimals | deadline, work-2025, work-2026 |
        | credits_most    | Credits, at most                                 | most credits                           | 2 decimals | credit-limit, credit-base      |
        | credits_taken   | Credits accepted                                 | credits accepted                       | 2 decimals | credit-limit, credit-earlier   |
        | own_least       | Allowances to surrender beside credits, at least | allowances to surrender beside credits | 2 decimals | credit-limit, credit-base      |
        | bought_least    | Allowances to buy, at least                      | least allowances to buy                | 2 decimals | credit-limit, credit-base      |
        | not_covered     | Tonnes not covered                               | tonnes not covered                     | 2 decimals | surrender, deadline            |
        | not_surrendered | Tonnes missing                                   | tonnes missing                         | 2 decimals | surrender, deadline            |
        | fine_least      | Fine for what is missing, at least               | lowest fine                            | 2 decimals | fine, code                     |
        | fine_most       | Fine for what is missing, at most                | highest fine                           | 2 decimals | fine, code                     |
        | cut_tonnes      | Cut of the next allowances on refusal            | cut of the next allowances             | 2 decimals | cut                            |

    Scenario: the worked entity has to buy 401 allowances beside credits of 5 %
      When evaluated as of 2026-01-01
      Then the result Credits, at most is 219500 tCO2e
      And the result Allowances to buy, at least is 401 tCO2e
      And the result Allowances to surrender beside credits, at least is 4170500 tCO2e
      And the result Tonnes missing is 0 tCO2e
      And gate S1 is met
      And the conclusion is scored

    Scenario: the worked fine for 50,000 tonnes
      Given supposing tonnes missing is 50000 tCO2e
      When evaluated as of 2026-01-01
      Then the result Fine for what is missing, at least is 15590000 CNY
      And the result Fine for what is missing, at most is 31180000 CNY
      And gate S1 is not met

    Scenario Outline: vintages and days of the surrender
      Given allowance year is <year>
      And account movements are
        | booking | day of the movement | kind of movement | tonnes moved  | vintage   | surrendered for |
        | M1      | <day>               | <kind>           | 4170500 tCO2e | <vintage> | <for>           |
      And credits used are
        | credit line | serial numbers   | tonnes of credits | project inside the national market | of the earlier scheme | cancelled on | used for |
        | C1          | CCER-2025-000001 | 219500 tCO2e      | no                                 | no                    | 2024-12-19   | <year>   |
      When evaluated as of <asked>
      Then the result Tonnes missing is <missing> tCO2e
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

    Scenario Outline: what is dated after the as-of date does not count yet
      When evaluated as of <asked>
      Then the result Tonnes not covered is <open> tCO2e
      And the result Tonnes missing is 0 tCO2e
      And the result Fine for what is missing, at least is 0 CNY
      And the result Fine for what is missing, at most is 0 CNY
      And the result Cut of the next allowances on refusal is 0 tCO2e
      And the result Lost at the carry-over is 0 tCO2e
      And the result Credits accepted is <accepted> tCO2e
      And the result Holding at the end of 2025 is <held> tCO2e
      And <ahead>

      Examples:
        | asked      | open    | accepted | held    | ahead                            |
        | 2025-08-19 | 4390000 | 0        | 0       | an observation S.AHEAD is raised |
        | 2025-12-18 | 4390000 | 0        | 4170500 | an observation S.AHEAD is raised |
        | 2025-12-19 | 4170500 | 219500   | 4170500 | an observation S.AHEAD is raised |
        | 2025-12-20 | 0       | 219500   | 0       | no finding S.AHEAD is raised     |

    Scenario Outline: a credit that is still to be cancelled
      Given account movements is none
      When evaluated as of <asked>
      Then the result Credits accepted is <accepted> tCO2e
      And <ahead>

      Examples:
        | asked      | accepted | ahead                            |
        | 2025-12-18 | 0        | an observation S.AHEAD is raised |
        | 2025-12-19 | 219500   | no finding S.AHEAD is raised     |

    Scenario Outline: which credits are accepted
      Given allowance year is <year>
      And credits used are
        | credit line | serial numbers   | tonnes of credits | project inside the national market | of the earlier scheme | cancelled on | used for |
        | C1          | CCER-2025-000001 | <amount> tCO2e    | <inside>                           | <earlier>             | <day>        | <for>    |
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

    Scenario Outline: fine and cut, and what the Code leaves open
      Given supposing tonnes not covered is 1000 tCO2e
      When evaluated as of <asked>
      Then the result Tonnes missing is <missing> tCO2e
      And the result Fine for what is missing, at least is <least> CNY
      And the result Fine for what is missing, at most is <most> CNY
      And the result Cut of the next allowances on refusal is <cut> tCO2e
      And <finding>

      Examples:
        | asked      | missing | least  | most   | cut  | finding                        |
        | 2025-12-31 | 0       | 0      | 0      | 0    | no finding S.CUT is raised     |
        | 2026-01-01 | 1000    | 311800 | 623600 | 1000 | an observation S.CUT is raised |
        | 2026-08-14 | 1000    | 311800 | 623600 | 1000 | an observation S.CUT is raised |
        | 2026-08-15 | 1000    | 311800 | 623600 | 0    | no finding S.CUT is raised     |

    Scenario Outline: nothing is missing or fined before the deadline of each year
      Given allowance year is <year>
      And supposing tonnes not covered is 1000 tCO2e
      When evaluated as of <asked>
      Then the result Tonnes missing is <missing> tCO2e
      And <fine>

      Examples:
        | year | asked      | missing | fine                                                  |
        | 2023 | 2024-12-31 | 0       | the quantity lowest fine is 0 CNY                     |
        | 2023 | 2025-01-01 | 1000    | the quantity lowest fine is 311800 CNY                |
        | 2025 | 2026-12-31 | 0       | the quantity lowest fine is 0 CNY                     |
        | 2025 | 2027-01-01 | 1000    | the rules leave the quantity lowest fine undetermined |

    Scenario Outline: a deadline under the Code brings no cut
      Given allowance year is <year>
      And supposing tonnes missing is 1000 tCO2e
      When evaluated as of 2026-08-14
      Then the result Cut of the next allowances on refusal is <cut> tCO2e

      Examples:
        | year | cut  |
        | 2023 | 1000 |
        | 2024 | 1000 |
        | 2025 | 0    |
        | 2026 | 0    |

    Scenario Outline: of 2025 the fine cannot be assessed, of 2026 not even what is missing
      Given allowance year is <year>
      And account movements is none
      When evaluated as of 2027-01-01
      Then the rules leave the quantity lowest fine undetermined
      And the rules leave the quantity highest fine undetermined
      And an observation S.CODE is raised

      Examples:
        | year |
        | 2025 |
        | 2026 |

    Scenario: an entity at risk
      Given frozen, at risk or not compliant is yes
      When evaluated as of 2025-10-31
      Then an observation S.FORCED is raised
      And no finding S.CODE is raised
      And the result Days to the deadline of surrender is 61 days
