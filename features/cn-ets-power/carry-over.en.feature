# language: en
Feature: Accounts from year to year, and what is carried over

  Background:
    Given the scorecard cn-ets-power
    And these facts
      | fact             | label                              | type   | unit  | at least |
      | surrender_missed | surrender for 2023 or 2024 missed  | flag   |       |          |
      | carry_requested  | carry-over requested               | flag   |       |          |
      | carry_day        | carry-over requested on            | date   |       |          |
      | court_frozen     | frozen by a court                  | flag   |       |          |
      | pending          | pending surrender and cancellation | number | tCO2e | 0        |
    And this reference case
      | fact                               | value      |
      | surrender for 2023 or 2024 missed  | no         |
      | carry-over requested               | yes        |
      | carry-over requested on            | 2026-03-10 |
      | frozen by a court                  | no         |
      | pending surrender and cancellation | 0 tCO2e    |
    And for each movement the quantity what came in (signed), in tCO2e
      | is                            | when                                                | basis      |
      | 0 tCO2e                       | vintage is one of 2025, 2026                        | carry-over |
      | tonnes moved so far           | kind of movement is one of issued, bought, received | account    |
      | 0 tCO2e - tonnes moved so far | otherwise                                           | account    |
    And for each movement the quantity what was sold (sale), in tCO2e
      | is                            | when                         | basis                 |
      | 0 tCO2e                       | vintage is one of 2025, 2026 | carry-over            |
      | tonnes moved so far           | kind of movement is sold     | carry-over, net-sales |
      | 0 tCO2e - tonnes moved so far | kind of movement is bought   | carry-over, net-sales |
      | 0 tCO2e                       | otherwise                    | net-sales             |
    And the quantity holding at the end of 2023 (held_2023), in tCO2e, the sum of what came in over account movements, on basis account
      | where                                   |
      | day of the movement is until 2023-12-31 |
    And the quantity movements of 2024 (moved_2024), in tCO2e, the sum of what came in over account movements, on basis account
      | where                                                                           |
      | day of the movement is from 2024-01-01; day of the movement is until 2024-12-31 |
    And the quantity movements of 2025 (moved_2025), in tCO2e, the sum of what came in over account movements, on basis account
      | where                                                                           |
      | day of the movement is from 2025-01-01; day of the movement is until 2025-12-31 |
    And the quantity holding at the end of 2024 (held_2024), in tCO2e, on basis account
      | is                                             |
      | holding at the end of 2023 + movements of 2024 |
    And the quantity holding at the end of 2025 (held_2025), in tCO2e, on basis account
      | is                                             |
      | holding at the end of 2024 + movements of 2025 |
    And the quantity net sales (net_sales), in tCO2e, the sum of what was sold over account movements, on basis carry-over, net-sales
      | where                                                                           |
      | day of the movement is from 2024-01-01; day of the movement is until 2025-12-31 |
    And the quantity most that can be carried (carry_most), in tCO2e, on basis carry-over
      | is                                                                |
      | round(10000 tCO2e + 1.5 * max(net sales, 0 tCO2e), 1 tCO2e, down) |
    And the quantity holding that can be carried (carry_held), in tCO2e, on basis carry-over
      | is                                                                            |
      | max(holding at the end of 2025 - pending surrender and cancellation, 0 tCO2e) |
    And the quantity days to request (request_days), in days, on basis carry-over
      | is                                 |
      | days(the as-of date to 2026-06-10) |
    And the quantity days to the end of 2025 (year_days), in days, on basis carry-over
      | is                                 |
      | days(the as-of date to 2025-12-31) |
    And the quantity carried over (carried), in tCO2e, on basis carry-over
      | is                                                         | when                                                                 |
      | 0 tCO2e                                                    | days to the end of 2025 is at least 0 days                           |
      | 0 tCO2e                                                    | surrender for 2023 or 2024 missed is yes                             |
      | 0 tCO2e                                                    | carry-over requested is no                                           |
      | 0 tCO2e                                                    | carry-over requested on is after 2026-06-10; frozen by a court is no |
      | 0 tCO2e                                                    | carry-over requested on is after the as-of date                      |
      | min(most that can be carried, holding that can be carried) | otherwise                                                            |
    And the quantity carry-over that may still be requested (carry_open), in tCO2e, on basis carry-over
      | is                                                         | when                                                                         |
      | 0 tCO2e                                                    | days to the end of 2025 is at least 0 days                                   |
      | 0 tCO2e                                                    | surrender for 2023 or 2024 missed is yes                                     |
      | 0 tCO2e                                                    | carry-over requested is yes; carry-over requested on is until the as-of date |
      | min(most that can be carried, holding that can be carried) | days to request is at least 0 days                                           |
      | min(most that can be carried, holding that can be carried) | frozen by a court is yes                                                     |
      | 0 tCO2e                                                    | otherwise                                                                    |
    And the quantity lost at the carry-over (not_carried), in tCO2e, on basis carry-over
      | is                                                                   | when                                       |
      | 0 tCO2e                                                              | days to the end of 2025 is at least 0 days |
      | holding that can be carried                                          | surrender for 2023 or 2024 missed is yes   |
      | max(holding that can be carried - most that can be carried, 0 tCO2e) | days to request is at least 0 days         |
      | max(holding that can be carried - most that can be carried, 0 tCO2e) | frozen by a court is yes                   |
      | holding that can be carried - carried over                           | otherwise                                  |

  Rule: 10,000 tonnes and one and a half times the net sales, at most the holding
    Background:
      Given these gates
        | id | gate                               | requires                                                                                                                                       | basis   |
        | A1 | No account holds less than nothing | holding at the end of 2023 is at least 0 tCO2e; holding at the end of 2024 is at least 0 tCO2e; holding at the end of 2025 is at least 0 tCO2e | account |
      And these findings
        | code     | finding                                                             | when                                                                                                                                                                   | severity    | basis      |
        | K.MISSED | Whoever missed a surrender carries nothing over                     | surrender for 2023 or 2024 missed is yes                                                                                                                               | major       | carry-over |
        | K.CLASH  | Tonnes of this year are missing, yet no missed surrender is stated  | surrender for 2023 or 2024 missed is no; allowance year is one of 2023, 2024; tonnes missing is more than 0 tCO2e                                                      | minor       | carry-over |
        | K.LATE   | The carry-over was requested after 10 June 2026                     | carry-over requested is yes; carry-over requested on is after 2026-06-10; carry-over requested on is until the as-of date; frozen by a court is no                     | major       | carry-over |
        | K.AHEAD  | A carry-over requested after the as-of date is not carried over yet | carry-over requested is yes; carry-over requested on is after the as-of date                                                                                           | observation | carry-over |
        | K.FIRST  | Requested until 20 March 2026: processed by 27 March 2026           | carry-over requested is yes; carry-over requested on is until 2026-03-20; carry-over requested on is until the as-of date                                              | observation | carry-over |
        | K.SECOND | Requested from 21 March to 10 June 2026: processed by 26 June 2026  | carry-over requested is yes; carry-over requested on is after 2026-03-20; carry-over requested on is until 2026-06-10; carry-over requested on is until the as-of date | observation | carry-over |
        | K.LOST   | What is not carried over cannot be used for 2025 and later          | lost at the carry-over is more than 0 tCO2e                                                                                                                            | observation | carry-over |
      And these results
        | result    | label                                  | is                                     | rounded to | basis                 |
        | end_2023  | Holding at the end of 2023             | holding at the end of 2023             | 2 decimals | account               |
        | end_2024  | Holding at the end of 2024             | holding at the end of 2024             | 2 decimals | account               |
        | end_2025  | Holding at the end of 2025             | holding at the end of 2025             | 2 decimals | account               |
        | sold_net  | Net sales of 2024 and 2025             | net sales                              | 2 decimals | carry-over, net-sales |
        | may_carry | Carry-over, at most by net sales       | most that can be carried               | 0 decimals | carry-over            |
        | carries   | Carried over into vintage 2025         | carried over                           | 0 decimals | carry-over            |
        | may_still | Carry-over that may still be requested | carry-over that may still be requested | 0 decimals | carry-over            |
        | loses     | Lost at the carry-over                 | lost at the carry-over                 | 2 decimals | carry-over            |

    Scenario Outline: the worked carry-overs
      Given account movements are
        | booking | day of the movement | kind of movement | tonnes moved   | vintage | surrendered for |
        | M1      | 2023-10-20          | issued           | <issued> tCO2e | 2022    | not applicable  |
        | M2      | 2024-05-06          | sold             | <sold> tCO2e   | 2022    | not applicable  |
        | M3      | 2025-12-31          | bought           | <bought> tCO2e | 2023    | not applicable  |
      And pending surrender and cancellation is <pending> tCO2e
      When evaluated as of 2026-03-10
      Then the result Net sales of 2024 and 2025 is <net> tCO2e
      And the result Carry-over, at most by net sales is <most> tCO2e
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

    Scenario Outline: only trades of 2024 and 2025 of vintages until 2024 are net sales
      Given account movements are
        | booking | day of the movement | kind of movement | tonnes moved | vintage   | surrendered for |
        | M1      | 2022-10-20          | issued           | 90000 tCO2e  | 2019_2020 | not applicable  |
        | M2      | <day>               | <kind>           | 2000 tCO2e   | <vintage> | not applicable  |
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

    Scenario Outline: requested in time, or lost
      Given account movements are
        | booking | day of the movement | kind of movement | tonnes moved | vintage | surrendered for |
        | M1      | 2023-10-20          | issued           | 9000 tCO2e   | 2022    | not applicable  |
      And surrender for 2023 or 2024 missed is <missed>
      And carry-over requested is <requested>
      And carry-over requested on is <day>
      And frozen by a court is <frozen>
      When evaluated as of <asked>
      Then the result Carried over into vintage 2025 is <carried> tCO2e
      And the result Carry-over that may still be requested is <open> tCO2e
      And the result Lost at the carry-over is <lost> tCO2e
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

    Scenario Outline: until the last day of the request only what is above the limit is lost
      Given account movements are
        | booking | day of the movement | kind of movement | tonnes moved | vintage | surrendered for |
        | M1      | 2023-10-20          | issued           | 15000 tCO2e  | 2022    | not applicable  |
      And carry-over requested on is <day>
      And frozen by a court is <frozen>
      When evaluated as of <asked>
      Then the result Carried over into vintage 2025 is <carried> tCO2e
      And the result Carry-over that may still be requested is <open> tCO2e
      And the result Lost at the carry-over is <lost> tCO2e
      And <ahead>
      And <told>

      Examples:
        | day        | frozen | asked      | carried | open  | lost  | ahead                            | told                            |
        | 2026-03-10 | no     | 2025-12-31 | 0       | 0     | 0     | an observation K.AHEAD is raised | no finding K.LOST is raised     |
        | 2026-03-10 | no     | 2026-01-01 | 0       | 10000 | 5000  | an observation K.AHEAD is raised | an observation K.LOST is raised |
        | 2026-03-10 | no     | 2026-03-09 | 0       | 10000 | 5000  | an observation K.AHEAD is raised | an observation K.LOST is raised |
        | 2026-03-10 | no     | 2026-03-10 | 10000   | 0     | 5000  | no finding K.AHEAD is raised     | an observation K.LOST is raised |
        | 2026-06-20 | no     | 2026-06-10 | 0       | 10000 | 5000  | an observation K.AHEAD is raised | an observation K.LOST is raised |
        | 2026-06-20 | no     | 2026-06-11 | 0       | 0     | 15000 | an observation K.AHEAD is raised | an observation K.LOST is raised |
        | 2026-06-20 | yes    | 2026-06-11 | 0       | 10000 | 5000  | an observation K.AHEAD is raised | an observation K.LOST is raised |

    Scenario Outline: an account from which more went out than came in
      Given account movements are
        | booking | day of the movement | kind of movement | tonnes moved   | vintage | surrendered for |
        | M1      | 2023-10-20          | <kind>           | 1 tCO2e        | 2022    | not applicable  |
        | M2      | 2024-10-20          | <other>          | <amount> tCO2e | 2022    | not applicable  |
        | M3      | 2025-10-20          | <last>           | 1 tCO2e        | 2022    | not applicable  |
      When evaluated as of 2026-02-10
      Then gate A1 is <gate>

      Examples:
        | kind   | other     | last   | amount | gate    |
        | issued | cancelled | issued | 1      | met     |
        | issued | cancelled | issued | 1.01   | not met |
        | given  | issued    | issued | 2      | not met |
        | issued | given     | given  | 1      | not met |

    Scenario Outline: a missed surrender that is not stated is remarked
      Given surrender for 2023 or 2024 missed is <missed>
      And allowance year is <year>
      And supposing tonnes not covered is <tonnes> tCO2e
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
