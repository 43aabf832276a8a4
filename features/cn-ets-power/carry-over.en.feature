# language: en
Feature: Account balances and carry-over

  Background:
    Given the scorecard cn-ets-power
    And these facts
      | fact             | label                                    | type   | unit  | at least |
      | surrender_missed | surrender for 2023 or 2024 not completed | flag   |       |          |
      | carry_requested  | carry-over requested                     | flag   |       |          |
      | carry_day        | date of the carry-over request           | date   |       |          |
      | court_frozen     | allowances frozen by a court             | flag   |       |          |
      | pending          | pending surrender and cancellation       | number | tCO2e | 0        |
    And this reference case
      | fact                                     | value      |
      | surrender for 2023 or 2024 not completed | no         |
      | carry-over requested                     | yes        |
      | date of the carry-over request           | 2026-03-10 |
      | allowances frozen by a court             | no         |
      | pending surrender and cancellation       | 0 tCO2e    |
    And for each movement the quantity net transfer in (signed), in tCO2e
      | is                             | when                                                | basis      |
      | 0 tCO2e                        | vintage is one of 2025, 2026                        | carry-over |
      | tonnes moved to date           | kind of movement is one of issued, bought, received | account    |
      | 0 tCO2e - tonnes moved to date | otherwise                                           | account    |
    And for each movement the quantity net amount sold (sale), in tCO2e
      | is                             | when                         | basis                 |
      | 0 tCO2e                        | vintage is one of 2025, 2026 | carry-over            |
      | tonnes moved to date           | kind of movement is sold     | carry-over, net-sales |
      | 0 tCO2e - tonnes moved to date | kind of movement is bought   | carry-over, net-sales |
      | 0 tCO2e                        | otherwise                    | net-sales             |
    And the quantity holding at the end of 2023 (held_2023), in tCO2e, the sum of net transfer in over account movements, on basis account
      | where                                    |
      | date of the movement is until 2023-12-31 |
    And the quantity movements of 2024 (moved_2024), in tCO2e, the sum of net transfer in over account movements, on basis account
      | where                                                                             |
      | date of the movement is from 2024-01-01; date of the movement is until 2024-12-31 |
    And the quantity movements of 2025 (moved_2025), in tCO2e, the sum of net transfer in over account movements, on basis account
      | where                                                                             |
      | date of the movement is from 2025-01-01; date of the movement is until 2025-12-31 |
    And the quantity holding at the end of 2024 (held_2024), in tCO2e, on basis account
      | is                                             |
      | holding at the end of 2023 + movements of 2024 |
    And the quantity holding at the end of 2025 (held_2025), in tCO2e, on basis account
      | is                                             |
      | holding at the end of 2024 + movements of 2025 |
    And the quantity net sales (net_sales), in tCO2e, the sum of net amount sold over account movements, on basis carry-over, net-sales
      | where                                                                             |
      | date of the movement is from 2024-01-01; date of the movement is until 2025-12-31 |
    And the quantity maximum carry-over by net sales (carry_most), in tCO2e, on basis carry-over
      | is                                                                |
      | round(10000 tCO2e + 1.5 * max(net sales, 0 tCO2e), 1 tCO2e, down) |
    And the quantity holding available for carry-over (carry_held), in tCO2e, on basis carry-over
      | is                                                                            |
      | max(holding at the end of 2025 - pending surrender and cancellation, 0 tCO2e) |
    And the quantity days to the carry-over deadline (request_days), in days, on basis carry-over
      | is                                 |
      | days(the as-of date to 2026-06-10) |
    And the quantity days to the end of 2025 (year_days), in days, on basis carry-over
      | is                                 |
      | days(the as-of date to 2025-12-31) |
    And the quantity amount carried over (carried), in tCO2e, on basis carry-over
      | is                                                                     | when                                                                                   |
      | 0 tCO2e                                                                | days to the end of 2025 is at least 0 days                                             |
      | 0 tCO2e                                                                | surrender for 2023 or 2024 not completed is yes                                        |
      | 0 tCO2e                                                                | carry-over requested is no                                                             |
      | 0 tCO2e                                                                | date of the carry-over request is after 2026-06-10; allowances frozen by a court is no |
      | 0 tCO2e                                                                | date of the carry-over request is after the as-of date                                 |
      | min(maximum carry-over by net sales, holding available for carry-over) | otherwise                                                                              |
    And the quantity amount that may still be requested for carry-over (carry_open), in tCO2e, on basis carry-over
      | is                                                                     | when                                                                                |
      | 0 tCO2e                                                                | days to the end of 2025 is at least 0 days                                          |
      | 0 tCO2e                                                                | surrender for 2023 or 2024 not completed is yes                                     |
      | 0 tCO2e                                                                | carry-over requested is yes; date of the carry-over request is until the as-of date |
      | min(maximum carry-over by net sales, holding available for carry-over) | days to the carry-over deadline is at least 0 days                                  |
      | min(maximum carry-over by net sales, holding available for carry-over) | allowances frozen by a court is yes                                                 |
      | 0 tCO2e                                                                | otherwise                                                                           |
    And the quantity amount not carried over (not_carried), in tCO2e, on basis carry-over
      | is                                                                               | when                                               |
      | 0 tCO2e                                                                          | days to the end of 2025 is at least 0 days         |
      | holding available for carry-over                                                 | surrender for 2023 or 2024 not completed is yes    |
      | max(holding available for carry-over - maximum carry-over by net sales, 0 tCO2e) | days to the carry-over deadline is at least 0 days |
      | max(holding available for carry-over - maximum carry-over by net sales, 0 tCO2e) | allowances frozen by a court is yes                |
      | holding available for carry-over - amount carried over                           | otherwise                                          |

  Rule: The carry-over is at most 10,000 tonnes plus one and a half times the net sales, limited to the holding
    Background:
      Given these gates
        | id | gate                           | requires                                                                                                                                       | basis   |
        | A1 | No account balance is negative | holding at the end of 2023 is at least 0 tCO2e; holding at the end of 2024 is at least 0 tCO2e; holding at the end of 2025 is at least 0 tCO2e | account |
      And these findings
        | code     | finding                                                                      | when                                                                                                                                                                                        | severity    | basis      |
        | K.MISSED | An entity that missed a surrender cannot carry over allowances               | surrender for 2023 or 2024 not completed is yes                                                                                                                                             | major       | carry-over |
        | K.CLASH  | Tonnes are missing for this year, but no missed surrender was reported       | surrender for 2023 or 2024 not completed is no; allowance year is one of 2023, 2024; tonnes missing after the deadline is more than 0 tCO2e                                                 | minor       | carry-over |
        | K.LATE   | The carry-over was requested after 10 June 2026                              | carry-over requested is yes; date of the carry-over request is after 2026-06-10; date of the carry-over request is until the as-of date; allowances frozen by a court is no                 | major       | carry-over |
        | K.AHEAD  | The carry-over request is dated after the as-of date and is not included yet | carry-over requested is yes; date of the carry-over request is after the as-of date                                                                                                         | observation | carry-over |
        | K.FIRST  | Requested by 20 March 2026: processed by 27 March 2026                       | carry-over requested is yes; date of the carry-over request is until 2026-03-20; date of the carry-over request is until the as-of date                                                     | observation | carry-over |
        | K.SECOND | Requested from 21 March to 10 June 2026: processed by 26 June 2026           | carry-over requested is yes; date of the carry-over request is after 2026-03-20; date of the carry-over request is until 2026-06-10; date of the carry-over request is until the as-of date | observation | carry-over |
        | K.LOST   | Allowances not carried over cannot be used for 2025 and later                | amount not carried over is more than 0 tCO2e                                                                                                                                                | observation | carry-over |
      And these results
        | result    | label                                             | is                                                | rounded to | basis                 |
        | end_2023  | Holding at the end of 2023                        | holding at the end of 2023                        | 2 decimals | account               |
        | end_2024  | Holding at the end of 2024                        | holding at the end of 2024                        | 2 decimals | account               |
        | end_2025  | Holding at the end of 2025                        | holding at the end of 2025                        | 2 decimals | account               |
        | sold_net  | Net sales of 2024 and 2025                        | net sales                                         | 2 decimals | carry-over, net-sales |
        | may_carry | Maximum carry-over by net sales                   | maximum carry-over by net sales                   | 0 decimals | carry-over            |
        | carries   | Carried over into vintage 2025                    | amount carried over                               | 0 decimals | carry-over            |
        | may_still | Amount that may still be requested for carry-over | amount that may still be requested for carry-over | 0 decimals | carry-over            |
        | loses     | Amount not carried over                           | amount not carried over                           | 2 decimals | carry-over            |

    Scenario Outline: Worked examples of the carry-over
      Given account movements are
        | booking | date of the movement | kind of movement | tonnes moved   | vintage | year of the surrender obligation |
        | M1      | 2023-10-20           | issued           | <issued> tCO2e | 2022    | not applicable                   |
        | M2      | 2024-05-06           | sold             | <sold> tCO2e   | 2022    | not applicable                   |
        | M3      | 2025-12-31           | bought           | <bought> tCO2e | 2023    | not applicable                   |
      And pending surrender and cancellation is <pending> tCO2e
      When evaluated as of 2026-03-10
      Then the result Net sales of 2024 and 2025 is <net> tCO2e
      And the result Maximum carry-over by net sales is <most> tCO2e
      And the result Holding at the end of 2025 is <held> tCO2e
      And the result Carried over into vintage 2025 is <carried> tCO2e
      And <lost>

      Examples:
        | issued | sold   | bought | pending | net    | most   | held   | carried | lost                            |
        | 525000 | 320000 | 95000  | 0       | 225000 | 347500 | 300000 | 300000  | no finding K.LOST is raised     |
        | 600000 | 320000 | 95000  | 0       | 225000 | 347500 | 375000 | 347500  | an observation K.LOST is raised |
        | 600000 | 320000 | 95000  | 75000   | 225000 | 347500 | 375000 | 300000  | no finding K.LOST is raised     |
        | 45000  | 1000   | 6000   | 0       | -5000  | 10000  | 50000  | 10000   | an observation K.LOST is raised |
        | 8000   | 0      | 0      | 0       | 0      | 10000  | 8000   | 8000    | no finding K.LOST is raised     |
        | 20000  | 3      | 0      | 0       | 3      | 10004  | 19997  | 10004   | an observation K.LOST is raised |
        | 10000  | 0      | 0      | 0       | 0      | 10000  | 10000  | 10000   | no finding K.LOST is raised     |

    Scenario Outline: Net sales include only trades in 2024 and 2025 of vintages up to 2024
      Given account movements are
        | booking | date of the movement | kind of movement | tonnes moved | vintage   | year of the surrender obligation |
        | M1      | 2022-10-20           | issued           | 90000 tCO2e  | 2019_2020 | not applicable                   |
        | M2      | <day>                | <kind>           | 2000 tCO2e   | <vintage> | not applicable                   |
      When evaluated as of 2026-02-10
      Then the result Net sales of 2024 and 2025 is <net> tCO2e
      And the result Holding at the end of 2023 is <first> tCO2e
      And the result Holding at the end of 2024 is <second> tCO2e
      And the result Holding at the end of 2025 is <third> tCO2e

      Examples:
        | day        | kind     | vintage   | net   | first | second | third |
        | 2023-12-31 | sold     | 2019_2020 | 0     | 88000 | 88000  | 88000 |
        | 2024-01-01 | sold     | 2019_2020 | 2000  | 90000 | 88000  | 88000 |
        | 2024-12-31 | bought   | 2024      | -2000 | 90000 | 92000  | 92000 |
        | 2025-01-01 | sold     | 2019_2020 | 2000  | 90000 | 90000  | 88000 |
        | 2025-12-31 | sold     | 2019_2020 | 2000  | 90000 | 90000  | 88000 |
        | 2026-01-01 | sold     | 2019_2020 | 0     | 90000 | 90000  | 90000 |
        | 2025-06-30 | given    | 2019_2020 | 0     | 90000 | 90000  | 88000 |
        | 2025-06-30 | received | 2019_2020 | 0     | 90000 | 90000  | 92000 |
        | 2025-06-30 | sold     | 2025      | 0     | 90000 | 90000  | 90000 |

    Scenario Outline: A carry-over not requested in time is lost
      Given account movements are
        | booking | date of the movement | kind of movement | tonnes moved | vintage | year of the surrender obligation |
        | M1      | 2023-10-20           | issued           | 9000 tCO2e   | 2022    | not applicable                   |
      And surrender for 2023 or 2024 not completed is <missed>
      And carry-over requested is <requested>
      And date of the carry-over request is <day>
      And allowances frozen by a court is <frozen>
      When evaluated as of <asked>
      Then the result Carried over into vintage 2025 is <carried> tCO2e
      And the result Amount that may still be requested for carry-over is <open> tCO2e
      And the result Amount not carried over is <lost> tCO2e
      And <was_missed>
      And <late>
      And <first>
      And <second>

      Examples:
        | missed | requested | day        | frozen | asked      | carried | open | lost | was_missed                               | late                                   | first                            | second                            |
        | no     | yes       | 2026-03-20 | no     | 2026-06-30 | 9000    | 0    | 0    | no finding K.MISSED is raised            | no finding K.LATE is raised            | an observation K.FIRST is raised | no finding K.SECOND is raised     |
        | no     | yes       | 2026-03-21 | no     | 2026-06-30 | 9000    | 0    | 0    | no finding K.MISSED is raised            | no finding K.LATE is raised            | no finding K.FIRST is raised     | an observation K.SECOND is raised |
        | no     | yes       | 2026-06-10 | no     | 2026-06-30 | 9000    | 0    | 0    | no finding K.MISSED is raised            | no finding K.LATE is raised            | no finding K.FIRST is raised     | an observation K.SECOND is raised |
        | no     | yes       | 2026-06-11 | no     | 2026-06-30 | 0       | 0    | 9000 | no finding K.MISSED is raised            | a major nonconformity K.LATE is raised | no finding K.FIRST is raised     | no finding K.SECOND is raised     |
        | no     | yes       | 2026-06-11 | no     | 2026-06-11 | 0       | 0    | 9000 | no finding K.MISSED is raised            | a major nonconformity K.LATE is raised | no finding K.FIRST is raised     | no finding K.SECOND is raised     |
        | no     | yes       | 2026-06-11 | yes    | 2026-06-30 | 9000    | 0    | 0    | no finding K.MISSED is raised            | no finding K.LATE is raised            | no finding K.FIRST is raised     | no finding K.SECOND is raised     |
        | no     | yes       | 2026-06-11 | yes    | 2026-06-10 | 0       | 9000 | 0    | no finding K.MISSED is raised            | no finding K.LATE is raised            | no finding K.FIRST is raised     | no finding K.SECOND is raised     |
        | no     | no        | 2026-06-11 | no     | 2026-06-10 | 0       | 9000 | 0    | no finding K.MISSED is raised            | no finding K.LATE is raised            | no finding K.FIRST is raised     | no finding K.SECOND is raised     |
        | no     | no        | 2026-03-21 | no     | 2026-06-11 | 0       | 0    | 9000 | no finding K.MISSED is raised            | no finding K.LATE is raised            | no finding K.FIRST is raised     | no finding K.SECOND is raised     |
        | no     | no        | 2026-03-20 | yes    | 2026-03-01 | 0       | 9000 | 0    | no finding K.MISSED is raised            | no finding K.LATE is raised            | no finding K.FIRST is raised     | no finding K.SECOND is raised     |
        | no     | no        | 2026-03-20 | yes    | 2026-06-11 | 0       | 9000 | 0    | no finding K.MISSED is raised            | no finding K.LATE is raised            | no finding K.FIRST is raised     | no finding K.SECOND is raised     |
        | yes    | yes       | 2026-03-20 | no     | 2026-06-30 | 0       | 0    | 9000 | a major nonconformity K.MISSED is raised | no finding K.LATE is raised            | an observation K.FIRST is raised | no finding K.SECOND is raised     |
        | yes    | yes       | 2026-03-20 | no     | 2026-01-01 | 0       | 0    | 9000 | a major nonconformity K.MISSED is raised | no finding K.LATE is raised            | no finding K.FIRST is raised     | no finding K.SECOND is raised     |
        | yes    | yes       | 2026-03-20 | no     | 2025-12-31 | 0       | 0    | 0    | a major nonconformity K.MISSED is raised | no finding K.LATE is raised            | no finding K.FIRST is raised     | no finding K.SECOND is raised     |
        | no     | yes       | 2026-06-11 | no     | 2026-06-10 | 0       | 9000 | 0    | no finding K.MISSED is raised            | no finding K.LATE is raised            | no finding K.FIRST is raised     | no finding K.SECOND is raised     |
        | no     | no        | 2026-06-11 | no     | 2026-06-30 | 0       | 0    | 9000 | no finding K.MISSED is raised            | no finding K.LATE is raised            | no finding K.FIRST is raised     | no finding K.SECOND is raised     |
        | no     | yes       | 2026-03-20 | no     | 2026-03-19 | 0       | 9000 | 0    | no finding K.MISSED is raised            | no finding K.LATE is raised            | no finding K.FIRST is raised     | no finding K.SECOND is raised     |
        | no     | yes       | 2026-03-20 | no     | 2026-03-20 | 9000    | 0    | 0    | no finding K.MISSED is raised            | no finding K.LATE is raised            | an observation K.FIRST is raised | no finding K.SECOND is raised     |
        | no     | yes       | 2026-06-10 | no     | 2026-06-09 | 0       | 9000 | 0    | no finding K.MISSED is raised            | no finding K.LATE is raised            | no finding K.FIRST is raised     | no finding K.SECOND is raised     |
        | no     | yes       | 2026-06-10 | no     | 2026-06-10 | 9000    | 0    | 0    | no finding K.MISSED is raised            | no finding K.LATE is raised            | no finding K.FIRST is raised     | an observation K.SECOND is raised |
        | no     | yes       | 2025-12-31 | no     | 2025-12-31 | 0       | 0    | 0    | no finding K.MISSED is raised            | no finding K.LATE is raised            | an observation K.FIRST is raised | no finding K.SECOND is raised     |
        | no     | yes       | 2025-12-31 | no     | 2026-01-01 | 9000    | 0    | 0    | no finding K.MISSED is raised            | no finding K.LATE is raised            | an observation K.FIRST is raised | no finding K.SECOND is raised     |

    Scenario Outline: Until the last day for requests only the amount above the limit is lost
      Given account movements are
        | booking | date of the movement | kind of movement | tonnes moved | vintage | year of the surrender obligation |
        | M1      | 2023-10-20           | issued           | 15000 tCO2e  | 2022    | not applicable                   |
      And date of the carry-over request is <day>
      And allowances frozen by a court is <frozen>
      When evaluated as of <asked>
      Then the result Carried over into vintage 2025 is <carried> tCO2e
      And the result Amount that may still be requested for carry-over is <open> tCO2e
      And the result Amount not carried over is <lost> tCO2e
      And <ahead>
      And <disclosed>

      Examples:
        | day        | frozen | asked      | carried | open  | lost  | ahead                            | disclosed                       |
        | 2026-03-10 | no     | 2025-12-31 | 0       | 0     | 0     | an observation K.AHEAD is raised | no finding K.LOST is raised     |
        | 2026-03-10 | no     | 2026-01-01 | 0       | 10000 | 5000  | an observation K.AHEAD is raised | an observation K.LOST is raised |
        | 2026-03-10 | no     | 2026-03-09 | 0       | 10000 | 5000  | an observation K.AHEAD is raised | an observation K.LOST is raised |
        | 2026-03-10 | no     | 2026-03-10 | 10000   | 0     | 5000  | no finding K.AHEAD is raised     | an observation K.LOST is raised |
        | 2026-06-20 | no     | 2026-06-10 | 0       | 10000 | 5000  | an observation K.AHEAD is raised | an observation K.LOST is raised |
        | 2026-06-20 | no     | 2026-06-11 | 0       | 0     | 15000 | an observation K.AHEAD is raised | an observation K.LOST is raised |
        | 2026-06-20 | yes    | 2026-06-11 | 0       | 10000 | 5000  | an observation K.AHEAD is raised | an observation K.LOST is raised |

    Scenario Outline: An account with more transfers out than in
      Given account movements are
        | booking | date of the movement | kind of movement | tonnes moved   | vintage | year of the surrender obligation |
        | M1      | 2023-10-20           | <kind>           | 1 tCO2e        | 2022    | not applicable                   |
        | M2      | 2024-10-20           | <other>          | <amount> tCO2e | 2022    | not applicable                   |
        | M3      | 2025-10-20           | <last>           | 1 tCO2e        | 2022    | not applicable                   |
      When evaluated as of 2026-02-10
      Then gate A1 is <gate>

      Examples:
        | kind   | other     | last   | amount | gate    |
        | issued | cancelled | issued | 1      | met     |
        | issued | cancelled | issued | 1.01   | not met |
        | given  | issued    | issued | 2      | not met |
        | issued | given     | given  | 1      | not met |

    Scenario Outline: A missed surrender that was not reported raises a finding
      Given surrender for 2023 or 2024 not completed is <missed>
      And allowance year is <year>
      And supposing tonnes not covered by surrender or credits is <tonnes> tCO2e
      When evaluated as of <asked>
      Then <clash>

      Examples:
        | missed | year | tonnes | asked      | clash                                   |
        | no     | 2024 | 1      | 2026-01-01 | a minor nonconformity K.CLASH is raised |
        | no     | 2023 | 1      | 2026-01-01 | a minor nonconformity K.CLASH is raised |
        | no     | 2024 | 0      | 2026-01-01 | no finding K.CLASH is raised            |
        | no     | 2024 | 1      | 2025-12-31 | no finding K.CLASH is raised            |
        | yes    | 2024 | 1      | 2026-01-01 | no finding K.CLASH is raised            |
        | no     | 2025 | 1      | 2027-01-01 | no finding K.CLASH is raised            |
