# language: en
Feature: Credits, debts and settlement

  Background:
    Given the scorecard nev-dual-credits
    And these facts
      | fact            | label                                      | type              | unit | at least | at most | multiple of | evidence                      |
      | year_end        | last day of the year                       | date              |      |          |         |             |                               |
      | conventional    | conventional cars                          | number            |      | 0        |         | 1           | yearly-table                  |
      | low_consumption | of them of low consumption                 | number            |      | 0        |         | 1           | yearly-table                  |
      | models          | models                                     | list of car model |      |          |         |             | yearly-table, type-approval   |
      | volume          | all cars that count for fuel               | number            |      | 0        |         | 1           | yearly-table                  |
      | fuel_target     | fuel target in L/100 km                    | number            |      | 0        |         |             | yearly-table                  |
      | fuel_actual     | fuel actual in L/100 km                    | number            |      | 0        |         |             | yearly-table                  |
      | fuel_before     | fuel actual of the year before in L/100 km | number            |      | 0        |         |             | yearly-table                  |
      | received_fuel   | fuel credits received                      | number            |      | 0        |         |             | transfer-record, yearly-table |
      | received_nev    | NEV credits bought                         | number            |      | 0        |         |             | transfer-record, yearly-table |
      | share_of_giver  | share held between giver and maker         | number            | %    | 0        | 100     |             | share-register                |
    And each model has
      | field          | label                    | type   | unit | one of          | at least | multiple of | counts in some cases only |
      | name           | model                    | text   |      |                 |          |             |                           |
      | type           | type                     | choice |      | bev, phev, fcev |          |             |                           |
      | cars           | cars                     | number |      |                 | 0        | 1           |                           |
      | range          | electric range           | number | km   |                 | 0        |             |                           |
      | power          | rated power of the stack | number | kW   |                 | 0        |             |                           |
      | conditions_met | other conditions met     | flag   |      |                 |          |             | yes                       |
    And model is called car model
    And the choices of type
      | value | words          |
      | bev   | electric       |
      | phev  | plug-in hybrid |
      | fcev  | fuel cell      |
    And no two models share a model
    And this reference case
      | fact                                       | value      |
      | last day of the year                       | 2025-12-31 |
      | conventional cars                          | 220000     |
      | of them of low consumption                 | 50000      |
      | all cars that count for fuel               | 320000     |
      | fuel target in L/100 km                    | 4.90       |
      | fuel actual in L/100 km                    | 5.02       |
      | fuel actual of the year before in L/100 km | 5.10       |
      | fuel credits received                      | 0          |
      | NEV credits bought                         | 0          |
      | share held between giver and maker         | 0 %        |
    And in the reference case models are
      | model | type           | cars  | electric range | rated power of the stack | other conditions met |
      | B-450 | electric       | 60000 | 450 km         | 0 kW                     | yes                  |
      | P-60  | plug-in hybrid | 40000 | 60 km          | 0 kW                     | yes                  |

  Rule: Credits of a car
    Background:
      Given the quantity rules of the year (rules), in force on last day of the year
        | from       | is                                                                    | basis         |
        | earlier    | undetermined, because the credits of cars before 2021 were not found  | ratio-before  |
        | 2021-01-01 | 1                                                                     | vehicles-2021 |
        | 2024-01-01 | 2                                                                     | vehicles-2024 |
        | 2026-01-01 | undetermined, because the credits of cars from 2026 on were not found | vehicles-2026 |
      And for each car model the quantity factor by range (range_factor), by electric range, on basis vehicles-2021
        | electric range                    | is  |
        | less than 150 km                  | 0.7 |
        | at least 150 km; less than 200 km | 0.8 |
        | at least 200 km; less than 300 km | 0.9 |
        | at least 300 km                   | 1   |
      And for each car model the quantity credits of one car (per_car)
        | is                                                                 | when                                                                                                            | basis         |
        | 0.6                                                                | rules of the year is 2; type is electric; electric range is at least 100 km; electric range is less than 150 km | vehicles-2024 |
        | min(0.0034 * electric range / 1 km + 0.2, 2.3)                     | rules of the year is 2; type is electric; electric range is at least 150 km                                     | vehicles-2024 |
        | 0                                                                  | rules of the year is 2; type is electric                                                                        | vehicles-2024 |
        | 1                                                                  | rules of the year is 2; type is plug-in hybrid; electric range is at least 43 km; other conditions met is yes   | vehicles-2024 |
        | 0.5                                                                | rules of the year is 2; type is plug-in hybrid; electric range is at least 43 km                                | vehicles-2024 |
        | min(0.05 * rated power of the stack / 1 kW, 4)                     | rules of the year is 2; type is fuel cell                                                                       | vehicles-2024 |
        | min((0.0056 * electric range / 1 km + 0.4) * factor by range, 3.4) | rules of the year is 1; type is electric; electric range is at least 100 km                                     | vehicles-2021 |
        | 1.6                                                                | rules of the year is 1; type is plug-in hybrid; electric range is at least 43 km; other conditions met is yes   | vehicles-2021 |
        | 0.8                                                                | rules of the year is 1; type is plug-in hybrid; electric range is at least 43 km                                | vehicles-2021 |
        | min(0.08 * rated power of the stack / 1 kW, 6)                     | rules of the year is 1; type is fuel cell                                                                       | vehicles-2021 |
        | undetermined, because nothing was found on this car and year       | otherwise                                                                                                       | below-100     |
      And for each car model the quantity credits of the model (of_model)
        | is                                         | when                                         | basis                |
        | credits of one car * cars                  | the as-of date is after last day of the year | vehicles-2024, proof |
        | undetermined, because the year is not over | otherwise                                    | year-over            |
      And the quantity NEV credits earned (nev_credits), the sum of credits of the model over models, on basis vehicles-2024

    Scenario Outline: ranges and powers on both sides of each edge
      Given year_end is <end>
      And models are
        | name | type   | cars | range      | power      | conditions_met |
        | M    | <type> | 1    | <range> km | <power> kW | <fine>         |
      When evaluated as of 2026-06-30
      Then for model M the quantity per_car is <credits>
      And the quantity nev_credits is <credits>

      Examples:
        | end        | type | range  | power | fine | credits   |
        | 2025-12-31 | bev  | 99     | 0     | yes  | 0         |
        | 2025-12-31 | bev  | 100    | 0     | yes  | 0.6       |
        | 2025-12-31 | bev  | 149    | 0     | yes  | 0.6       |
        | 2025-12-31 | bev  | 150    | 0     | yes  | 0.71      |
        | 2025-12-31 | bev  | 450    | 0     | yes  | 1.73      |
        | 2025-12-31 | bev  | 617.64 | 0     | yes  | 2.299976  |
        | 2025-12-31 | bev  | 617.65 | 0     | yes  | 2.3       |
        | 2024-12-31 | bev  | 800    | 0     | yes  | 2.3       |
        | 2025-12-31 | phev | 43     | 0     | yes  | 1         |
        | 2025-12-31 | phev | 43     | 0     | no   | 0.5       |
        | 2025-12-31 | phev | 120    | 0     | yes  | 1         |
        | 2025-12-31 | phev | 150    | 0     | yes  | 1         |
        | 2023-12-31 | phev | 120    | 0     | yes  | 1.6       |
        | 2025-12-31 | fcev | 0      | 60    | yes  | 3         |
        | 2025-12-31 | fcev | 0      | 80    | yes  | 4         |
        | 2025-12-31 | fcev | 0      | 80.1  | yes  | 4         |
        | 2023-12-31 | bev  | 100    | 0     | yes  | 0.672     |
        | 2023-12-31 | bev  | 149.99 | 0     | yes  | 0.8679608 |
        | 2023-12-31 | bev  | 150    | 0     | yes  | 0.992     |
        | 2023-12-31 | bev  | 199.99 | 0     | yes  | 1.2159552 |
        | 2023-12-31 | bev  | 200    | 0     | yes  | 1.368     |
        | 2022-12-31 | bev  | 299.99 | 0     | yes  | 1.8719496 |
        | 2022-12-31 | bev  | 300    | 0     | yes  | 2.08      |
        | 2021-12-31 | bev  | 540    | 0     | yes  | 3.4       |
        | 2021-01-01 | phev | 43     | 0     | yes  | 1.6       |
        | 2021-12-31 | phev | 43     | 0     | no   | 0.8       |
        | 2021-12-31 | fcev | 0      | 75    | yes  | 6         |
        | 2021-12-31 | fcev | 0      | 75.1  | yes  | 6         |
        | 2023-12-31 | fcev | 0      | 50    | yes  | 4         |
        | 2024-01-01 | fcev | 0      | 50    | yes  | 2.5       |

    Scenario Outline: what was not found is not guessed
      Given year_end is <end>
      And models are
        | name | type   | cars | range      | power | conditions_met |
        | M    | <type> | 1    | <range> km | 0 kW  | yes            |
      When evaluated as of 2027-06-30
      Then for model M the rules leave the quantity per_car undetermined

      Examples:
        | end        | type | range |
        | 2025-12-31 | phev | 42.99 |
        | 2023-12-31 | phev | 42.99 |
        | 2023-12-31 | bev  | 99.99 |

    Scenario Outline: the formulas for 2026 and of before 2021 were not found
      Given year_end is <end>
      When evaluated as of 2027-06-30
      Then the rules leave the quantity rules undetermined
      And the conclusion is <conclusion>

      Examples:
        | end        | conclusion |
        | 2020-12-31 | incomplete |
        | 2026-01-01 | incomplete |
        | 2026-12-31 | incomplete |

  Rule: What is needed
    Background:
      Given the quantity ratio of the year (ratio), in %, in force on last day of the year
        | from       | is           | basis        |
        | earlier    | undetermined | ratio-before |
        | 2021-01-01 | 14           | ratio-before |
        | 2022-01-01 | 16           | ratio-before |
        | 2023-01-01 | 18           | ratio-before |
        | 2024-01-01 | 28           | ratio-2024   |
        | 2025-01-01 | 38           | ratio-2024   |
        | 2026-01-01 | 48           | ratio-2026   |
        | 2027-01-01 | 58           | ratio-2026   |
        | 2028-01-01 | undetermined | ratio-2026   |
      And the quantity weight of cars of low consumption (weight), in force on last day of the year
        | from       | is           | basis        |
        | earlier    | undetermined | ratio-before |
        | 2021-01-01 | 0.5          | ratio-before |
        | 2022-01-01 | 0.3          | ratio-before |
        | 2023-01-01 | 0.2          | ratio-before |
        | 2024-01-01 | 0.2          | ratio-2024   |
        | 2026-01-01 | 0.1          | ratio-2026   |
        | 2028-01-01 | undetermined | ratio-2026   |
      And the quantity conventional base (base)
        | is                                                                                                              | when                                         | basis             |
        | conventional cars - of them of low consumption + of them of low consumption * weight of cars of low consumption | the as-of date is after last day of the year | ratio-2024, proof |
        | undetermined, because the year is not over                                                                      | otherwise                                    | year-over         |
      And the quantity NEV credits needed (nev_needed), on basis ratio-2024
        | is                                    |
        | conventional base * ratio of the year |
      And the quantity NEV balance (nev_balance), on basis ratio-2024
        | is                                                           |
        | NEV credits earned + NEV credits bought - NEV credits needed |

    Scenario Outline: ratios and weights by year
      Given year_end is <end>
      When evaluated as of 2028-06-30
      Then the quantity ratio is <ratio> %
      And the quantity weight is <weight>
      And the quantity base is <base>
      And the quantity nev_needed is <needed>

      Examples:
        | end        | ratio | weight | base   | needed |
        | 2021-01-01 | 14    | 0.5    | 195000 | 27300  |
        | 2021-12-31 | 14    | 0.5    | 195000 | 27300  |
        | 2022-01-01 | 16    | 0.3    | 185000 | 29600  |
        | 2022-12-31 | 16    | 0.3    | 185000 | 29600  |
        | 2023-01-01 | 18    | 0.2    | 180000 | 32400  |
        | 2023-12-31 | 18    | 0.2    | 180000 | 32400  |
        | 2024-01-01 | 28    | 0.2    | 180000 | 50400  |
        | 2024-12-31 | 28    | 0.2    | 180000 | 50400  |
        | 2025-01-01 | 38    | 0.2    | 180000 | 68400  |
        | 2025-12-31 | 38    | 0.2    | 180000 | 68400  |
        | 2026-01-01 | 48    | 0.1    | 175000 | 84000  |
        | 2026-12-31 | 48    | 0.1    | 175000 | 84000  |
        | 2027-01-01 | 58    | 0.1    | 175000 | 101500 |
        | 2027-12-31 | 58    | 0.1    | 175000 | 101500 |

    Scenario Outline: no ratio after 2027 or before 2021
      Given year_end is <end>
      When evaluated as of 2028-06-30
      Then the rules leave the quantity ratio undetermined
      And the rules leave the quantity weight undetermined

      Examples:
        | end        |
        | 2020-12-31 |
        | 2028-01-01 |

    Scenario: the credits of 2025 against the ratio of 2026
      Given last day of the year is 2026-12-31
      And supposing nev_credits is 143800
      When evaluated as of 2027-06-30
      Then the quantity nev_balance is 59800

  Rule: Fuel credits and small makers
    Background:
      Given the quantity fall of fuel use (fall), in %, on basis small
        | is                                                                                                                  | when                                            |
        | undetermined, because the fall of a maker without a year before was not found                                       | fuel actual of the year before in L/100 km is 0 |
        | (fuel actual of the year before in L/100 km - fuel actual in L/100 km) / fuel actual of the year before in L/100 km | otherwise                                       |
      And the quantity relief of the target (relief), in %
        | is                                                                                | when                                                                                                                                                                 | basis      |
        | 60 %                                                                              | all cars that count for fuel is less than 2000; fall of fuel use is at least 4 %; last day of the year is from 2024-01-01; last day of the year is before 2026-01-01 | small      |
        | 30 %                                                                              | all cars that count for fuel is less than 2000; fall of fuel use is at least 2 %; last day of the year is from 2024-01-01; last day of the year is before 2026-01-01 | small-ends |
        | undetermined, because the relief of small makers was found for 2024 and 2025 only | all cars that count for fuel is less than 2000; last day of the year is from 2026-01-01                                                                              | small      |
        | undetermined, because the relief of small makers was found for 2024 and 2025 only | all cars that count for fuel is less than 2000; last day of the year is before 2024-01-01                                                                            | small      |
        | 0 %                                                                               | otherwise                                                                                                                                                            | small      |
      And the quantity fuel credits received that count (received_counted), on basis affiliates
        | is                    | when                                                |
        | 0                     | fuel credits received is 0                          |
        | fuel credits received | share held between giver and maker is at least 25 % |
        | 0                     | otherwise                                           |
      And the quantity fuel balance (fuel_balance)
        | is                                                                                                                                                     | when                                         | basis       |
        | (fuel target in L/100 km * (100 % + relief of the target) - fuel actual in L/100 km) * all cars that count for fuel + fuel credits received that count | the as-of date is after last day of the year | fuel, proof |
        | undetermined, because the year is not over                                                                                                             | otherwise                                    | year-over   |

    Scenario Outline: fewer than two thousand cars
      Given volume is <volume>
      And fuel actual of the year before in L/100 km is 5
      And fuel_actual is <actual>
      And year_end is <end>
      When evaluated as of 2026-06-30
      Then the quantity relief is <relief> %

      Examples:
        | volume | actual | end        | relief |
        | 1999   | 4.8    | 2025-12-31 | 60     |
        | 1999   | 4.801  | 2025-12-31 | 30     |
        | 1999   | 4.9    | 2024-01-01 | 30     |
        | 1999   | 4.901  | 2024-01-01 | 0      |
        | 1999   | 4.8    | 2024-01-01 | 60     |
        | 2000   | 4.8    | 2025-12-31 | 0      |
        | 2000   | 4.8    | 2026-12-31 | 0      |
        | 2000   | 4.8    | 2023-12-31 | 0      |
        | 2000   | 4.9    | 2025-12-31 | 0      |

    Scenario Outline: relief of other years was not found
      Given all cars that count for fuel is 1999
      And fuel actual of the year before in L/100 km is 5
      And fuel_actual is <actual>
      And year_end is <end>
      When evaluated as of 2026-06-30
      Then the rules leave the quantity relief undetermined

      Examples:
        | actual | end        |
        | 4.8    | 2026-01-01 |
        | 4.9    | 2026-01-01 |
        | 4.8    | 2023-12-31 |
        | 4.9    | 2023-12-31 |

    Scenario: a maker that did not exist the year before
      Given all cars that count for fuel is 1999
      And fuel actual of the year before in L/100 km is 0
      When evaluated as of 2026-06-30
      Then the rules leave the quantity relief undetermined

    Scenario: a larger maker that did not exist the year before has no relief
      Given all cars that count for fuel is 2000
      And fuel actual of the year before in L/100 km is 0
      When evaluated as of 2026-06-30
      Then the quantity relief is 0 %

  Rule: Settlement
    Background:
      Given the quantity fuel debt (fuel_debt), on basis fuel
        | is                       |
        | max(0 - fuel balance, 0) |
      And the quantity NEV surplus (nev_surplus), on basis settle
        | is                  |
        | max(NEV balance, 0) |
      And the quantity NEV debt (nev_debt), on basis settle
        | is                      |
        | max(0 - NEV balance, 0) |
      And the quantity fuel debt left (fuel_left), on basis settle
        | is                              |
        | max(fuel debt - NEV surplus, 0) |
      And the quantity NEV surplus left (nev_left), on basis settle
        | is                              |
        | max(NEV surplus - fuel debt, 0) |
      And these gates
        | id  | gate                                            | requires                                                | applies when                         | basis      |
        | H1  | No NEV debt left                                | NEV debt is 0                                           |                                      | settle     |
        | H10 | No fuel debt left                               | fuel debt left is 0                                     |                                      | settle     |
        | H12 | Fuel credits received from an affiliate of 25 % | share held between giver and maker is at least 25 %     | fuel credits received is more than 0 | affiliates |
        | H0  | Not more cars of low consumption than cars      | of them of low consumption is at most conventional cars |                                      | ratio-2024 |
      And these findings
        | code         | finding                                                               | when                                                 | severity    | basis    |
        | H11.NEVER    | Fuel surplus does not clear NEV debt                                  | NEV debt is more than 0; fuel balance is more than 0 | observation | settle   |
        | H14.APPROVAL | With a debt left, models above their target get no type approval      | NEV debt is more than 0                              | major       | sanction |
        | H14.FUEL     | With a fuel debt left, models above their target get no type approval | fuel debt left is more than 0                        | major       | sanction |
      And these results
        | result       | label                   | is                 | rounded to | basis  |
        | nev_earned   | NEV credits of the year | NEV credits earned | 0 decimals | settle |
        | nev_required | NEV credits asked       | NEV credits needed | 0 decimals | settle |
        | nev_open     | NEV debt still open     | NEV debt           | 0 decimals | settle |
        | fuel_open    | Fuel debt still open    | fuel debt left     | 0 decimals | settle |
        | nev_spare    | NEV credits to spare    | NEV surplus left   | 0 decimals | settle |

    Scenario Outline: NEV surplus clears fuel debt, never the reverse
      Given supposing nev_balance is <nev>
      And supposing fuel_balance is <fuel>
      When evaluated as of 2026-06-30
      Then gate H1 is <h1>
      And gate H10 is <h10>
      And the quantity fuel_left is <fuel left>
      And the quantity nev_left is <nev left>
      And <never>
      And <approval>
      And <fuel approval>

      Examples:
        | nev   | fuel   | h1      | h10     | fuel left | nev left | never                              | approval                                     | fuel approval                            |
        | 75400 | -38400 | met     | met     | 0         | 37000    | no finding H11.NEVER is raised     | no finding H14.APPROVAL is raised            | no finding H14.FUEL is raised            |
        | 38400 | -38400 | met     | met     | 0         | 0        | no finding H11.NEVER is raised     | no finding H14.APPROVAL is raised            | no finding H14.FUEL is raised            |
        | 38399 | -38400 | met     | not met | 1         | 0        | no finding H11.NEVER is raised     | no finding H14.APPROVAL is raised            | a major nonconformity H14.FUEL is raised |
        | -1    | 50000  | not met | met     | 0         | 0        | an observation H11.NEVER is raised | a major nonconformity H14.APPROVAL is raised | no finding H14.FUEL is raised            |
        | -1    | 0      | not met | met     | 0         | 0        | no finding H11.NEVER is raised     | a major nonconformity H14.APPROVAL is raised | no finding H14.FUEL is raised            |
        | 0     | 50000  | met     | met     | 0         | 0        | no finding H11.NEVER is raised     | no finding H14.APPROVAL is raised            | no finding H14.FUEL is raised            |

    Scenario: nothing received, nobody who gave
      Given fuel credits received is 0
      And share held between giver and maker is missing
      When evaluated as of 2026-06-30
      Then the quantity fuel_balance is -38400

    Scenario Outline: credits of others
      Given received_fuel is <fuel>
      And share_of_giver is <share> %
      And received_nev is <nev>
      And low_consumption is <low>
      When evaluated as of 2026-06-30
      Then gate H12 is <h12>
      And the quantity fuel_balance is <balance>
      And gate H0 is <h0>

      Examples:
        | fuel | share | nev | low    | h12            | balance | h0      |
        | 0    | 0     | 0   | 220000 | not applicable | -38400  | met     |
        | 1    | 25    | 100 | 220001 | met            | -38399  | not met |
        | 1    | 24.99 | 0   | 50000  | not met        | -38400  | met     |

    Scenario Outline: what a year came to is known once it is over
      Given last day of the year is 2025-12-31
      When evaluated as of <day>
      Then gate H1 is <outcome>
      And gate H10 is <outcome>
      And the conclusion is <conclusion>

      Examples:
        | day        | outcome      | conclusion |
        | 2025-06-30 | undetermined | incomplete |
        | 2025-12-31 | undetermined | incomplete |
        | 2026-01-01 | met          | scored     |

    Scenario: the fuel balance of a year that is not over is open
      When evaluated as of 2025-12-31
      Then the rules leave the quantity fuel balance undetermined
      And the rules leave the quantity conventional base undetermined
      And for car model B-450 the rules leave the quantity credits of the model undetermined

    Scenario: a yearly table that is not there proves nothing
      Given evidence for fuel actual in L/100 km is missing
      When evaluated as of 2026-06-30
      Then the quantity fuel balance is undetermined because of fuel actual in L/100 km
