# language: en
Feature: Credits, deficits and offsetting

  Background:
    Given the scorecard nev-dual-credits
    And these facts
      | fact            | label                                                    | type              | unit | at least | at most | multiple of | evidence                      |
      | year_end        | last day of the year                                     | date              |      |          |         |             |                               |
      | conventional    | number of conventional cars                              | number            |      | 0        |         | 1           | yearly-table                  |
      | low_consumption | number of low-consumption conventional cars              | number            |      | 0        |         | 1           | yearly-table                  |
      | models          | models                                                   | list of car model |      |          |         |             | yearly-table, type-approval   |
      | volume          | number of cars included for fuel consumption             | number            |      | 0        |         | 1           | yearly-table                  |
      | fuel_target     | fuel consumption target in L/100 km                      | number            |      | 0        |         |             | yearly-table                  |
      | fuel_actual     | actual fuel consumption in L/100 km                      | number            |      | 0        |         |             | yearly-table                  |
      | fuel_before     | actual fuel consumption of the previous year in L/100 km | number            |      | 0        |         |             | yearly-table                  |
      | received_fuel   | fuel credits received                                    | number            |      | 0        |         |             | transfer-record, yearly-table |
      | received_nev    | NEV credits purchased                                    | number            |      | 0        |         |             | transfer-record, yearly-table |
      | share_of_giver  | shareholding between transferor and maker                | number            | %    | 0        | 100     |             | share-register                |
    And each model has
      | field          | label                              | type   | unit | one of          | at least | multiple of | counts in some cases only |
      | name           | model                              | text   |      |                 |          |             |                           |
      | type           | type                               | choice |      | bev, phev, fcev |          |             |                           |
      | cars           | number of cars                     | number |      |                 | 0        | 1           |                           |
      | range          | electric range                     | number | km   |                 | 0        |             |                           |
      | power          | rated power of the fuel cell stack | number | kW   |                 | 0        |             |                           |
      | conditions_met | other conditions are met           | flag   |      |                 |          |             | yes                       |
    And model is called car model
    And the choices of type
      | value | words          |
      | bev   | electric       |
      | phev  | plug-in hybrid |
      | fcev  | fuel cell      |
    And no two models share a model
    And this reference case
      | fact                                                     | value      |
      | last day of the year                                     | 2025-12-31 |
      | number of conventional cars                              | 220000     |
      | number of low-consumption conventional cars              | 50000      |
      | number of cars included for fuel consumption             | 320000     |
      | fuel consumption target in L/100 km                      | 4.90       |
      | actual fuel consumption in L/100 km                      | 5.02       |
      | actual fuel consumption of the previous year in L/100 km | 5.10       |
      | fuel credits received                                    | 0          |
      | NEV credits purchased                                    | 0          |
      | shareholding between transferor and maker                | 0 %        |
    And in the reference case models are
      | model | type           | number of cars | electric range | rated power of the fuel cell stack | other conditions are met |
      | B-450 | electric       | 60000          | 450 km         | 0 kW                               | yes                      |
      | P-60  | plug-in hybrid | 40000          | 60 km          | 0 kW                               | yes                      |

  Rule: Credits per car
    Background:
      Given the quantity car credit rules (1 = since 2021 and 2 = since 2024) (rules), in force on last day of the year
        | from       | is                                                                             | basis         |
        | earlier    | undetermined, because the credits of number of cars before 2021 were not found | ratio-before  |
        | 2021-01-01 | 1                                                                              | vehicles-2021 |
        | 2024-01-01 | 2                                                                              | vehicles-2024 |
        | 2026-01-01 | undetermined, because the credits of number of cars from 2026 were not found   | vehicles-2026 |
      And for each car model the quantity range factor (range_factor), by electric range, on basis vehicles-2021
        | electric range                    | is  |
        | less than 150 km                  | 0.7 |
        | at least 150 km; less than 200 km | 0.8 |
        | at least 200 km; less than 300 km | 0.9 |
        | at least 300 km                   | 1   |
      And for each car model the quantity credits per car (per_car)
        | is                                                              | when                                                                                                                                                 | basis         |
        | 0.6                                                             | car credit rules (1 = since 2021 and 2 = since 2024) is 2; type is electric; electric range is at least 100 km; electric range is less than 150 km   | vehicles-2024 |
        | min(0.0034 * electric range / 1 km + 0.2, 2.3)                  | car credit rules (1 = since 2021 and 2 = since 2024) is 2; type is electric; electric range is at least 150 km                                       | vehicles-2024 |
        | 0                                                               | car credit rules (1 = since 2021 and 2 = since 2024) is 2; type is electric                                                                          | vehicles-2024 |
        | 1                                                               | car credit rules (1 = since 2021 and 2 = since 2024) is 2; type is plug-in hybrid; electric range is at least 43 km; other conditions are met is yes | vehicles-2024 |
        | 0.5                                                             | car credit rules (1 = since 2021 and 2 = since 2024) is 2; type is plug-in hybrid; electric range is at least 43 km                                  | vehicles-2024 |
        | min(0.05 * rated power of the fuel cell stack / 1 kW, 4)        | car credit rules (1 = since 2021 and 2 = since 2024) is 2; type is fuel cell                                                                         | vehicles-2024 |
        | min((0.0056 * electric range / 1 km + 0.4) * range factor, 3.4) | car credit rules (1 = since 2021 and 2 = since 2024) is 1; type is electric; electric range is at least 100 km                                       | vehicles-2021 |
        | 1.6                                                             | car credit rules (1 = since 2021 and 2 = since 2024) is 1; type is plug-in hybrid; electric range is at least 43 km; other conditions are met is yes | vehicles-2021 |
        | 0.8                                                             | car credit rules (1 = since 2021 and 2 = since 2024) is 1; type is plug-in hybrid; electric range is at least 43 km                                  | vehicles-2021 |
        | min(0.08 * rated power of the fuel cell stack / 1 kW, 6)        | car credit rules (1 = since 2021 and 2 = since 2024) is 1; type is fuel cell                                                                         | vehicles-2021 |
        | undetermined, because no rule was found for this car and year   | otherwise                                                                                                                                            | below-100     |
      And for each car model the quantity credits of the model (of_model)
        | is                                           | when                                         | basis                |
        | credits per car * number of cars             | the as-of date is after last day of the year | vehicles-2024, proof |
        | undetermined, because the year has not ended | otherwise                                    | year-over            |
      And the quantity NEV credits earned (nev_credits), the sum of credits of the model over models, on basis vehicles-2024

    Scenario Outline: Ranges and powers on both sides of each boundary
      Given year_end is <end>
      And models are
        | name | type   | number of cars | range      | power      | conditions_met |
        | M    | <type> | 1              | <range> km | <power> kW | <fine>         |
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

    Scenario Outline: Credits for which no rule was found are undetermined
      Given year_end is <end>
      And models are
        | name | type   | number of cars | range      | power | conditions_met |
        | M    | <type> | 1              | <range> km | 0 kW  | yes            |
      When evaluated as of 2027-06-30
      Then for model M the rules leave the quantity per_car undetermined

      Examples:
        | end        | type | range |
        | 2025-12-31 | phev | 42.99 |
        | 2023-12-31 | phev | 42.99 |
        | 2023-12-31 | bev  | 99.99 |

    Scenario Outline: The formulas for 2026 and for years before 2021 were not found
      Given year_end is <end>
      When evaluated as of 2027-06-30
      Then the rules leave the quantity rules undetermined
      And the conclusion is <conclusion>

      Examples:
        | end        | conclusion |
        | 2020-12-31 | incomplete |
        | 2026-01-01 | incomplete |
        | 2026-12-31 | incomplete |

  Rule: Required credits
    Background:
      Given the quantity required NEV credit ratio of the year (ratio), in %, in force on last day of the year
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
      And the quantity weight of low-consumption cars (weight), in force on last day of the year
        | from       | is           | basis        |
        | earlier    | undetermined | ratio-before |
        | 2021-01-01 | 0.5          | ratio-before |
        | 2022-01-01 | 0.3          | ratio-before |
        | 2023-01-01 | 0.2          | ratio-before |
        | 2024-01-01 | 0.2          | ratio-2024   |
        | 2026-01-01 | 0.1          | ratio-2026   |
        | 2028-01-01 | undetermined | ratio-2026   |
      And the quantity weighted number of conventional cars (base)
        | is                                                                                                                                                       | when                                         | basis             |
        | number of conventional cars - number of low-consumption conventional cars + number of low-consumption conventional cars * weight of low-consumption cars | the as-of date is after last day of the year | ratio-2024, proof |
        | undetermined, because the year has not ended                                                                                                             | otherwise                                    | year-over         |
      And the quantity NEV credits required (nev_needed), on basis ratio-2024
        | is                                                                           |
        | weighted number of conventional cars * required NEV credit ratio of the year |
      And the quantity NEV credit balance (nev_balance), on basis ratio-2024
        | is                                                      |
        | NEV credits earned + NEV credits purchased - nev_needed |

    Scenario Outline: Ratios and weights by year
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

    Scenario Outline: No ratio after 2027 or before 2021
      Given year_end is <end>
      When evaluated as of 2028-06-30
      Then the rules leave the quantity ratio undetermined
      And the rules leave the quantity weight undetermined

      Examples:
        | end        |
        | 2020-12-31 |
        | 2028-01-01 |

    Scenario: Credits of 2025 compared with the ratio of 2026
      Given last day of the year is 2026-12-31
      And supposing nev_credits is 143800
      When evaluated as of 2027-06-30
      Then the quantity nev_balance is 59800

  Rule: Fuel credits and small makers
    Background:
      Given the quantity reduction of fuel consumption (fall), in %, on basis small
        | is                                                                                                                                                          | when                                                          |
        | undetermined, because the reduction of a maker without a previous year was not found                                                                        | actual fuel consumption of the previous year in L/100 km is 0 |
        | (actual fuel consumption of the previous year in L/100 km - actual fuel consumption in L/100 km) / actual fuel consumption of the previous year in L/100 km | otherwise                                                     |
      And the quantity relief on the target (relief), in %
        | is                                                                                 | when                                                                                                                                                                                              | basis      |
        | 60 %                                                                               | number of cars included for fuel consumption is less than 2000; reduction of fuel consumption is at least 4 %; last day of the year is from 2024-01-01; last day of the year is before 2026-01-01 | small      |
        | 30 %                                                                               | number of cars included for fuel consumption is less than 2000; reduction of fuel consumption is at least 2 %; last day of the year is from 2024-01-01; last day of the year is before 2026-01-01 | small-ends |
        | undetermined, because the relief for small makers was found only for 2024 and 2025 | number of cars included for fuel consumption is less than 2000; last day of the year is from 2026-01-01                                                                                           | small      |
        | undetermined, because the relief for small makers was found only for 2024 and 2025 | number of cars included for fuel consumption is less than 2000; last day of the year is before 2024-01-01                                                                                         | small      |
        | 0 %                                                                                | otherwise                                                                                                                                                                                         | small      |
      And the quantity eligible fuel credits received (received_counted), on basis affiliates
        | is                    | when                                                       |
        | 0                     | fuel credits received is 0                                 |
        | fuel credits received | shareholding between transferor and maker is at least 25 % |
        | 0                     | otherwise                                                  |
      And the quantity fuel credit balance (fuel_balance)
        | is                                                                                                                                                                                           | when                                         | basis       |
        | (fuel consumption target in L/100 km * (100 % + relief on the target) - actual fuel consumption in L/100 km) * number of cars included for fuel consumption + eligible fuel credits received | the as-of date is after last day of the year | fuel, proof |
        | undetermined, because the year has not ended                                                                                                                                                 | otherwise                                    | year-over   |

    Scenario Outline: Fewer than two thousand cars
      Given volume is <volume>
      And actual fuel consumption of the previous year in L/100 km is 5
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

    Scenario Outline: The relief for other years was not found
      Given number of cars included for fuel consumption is 1999
      And actual fuel consumption of the previous year in L/100 km is 5
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

    Scenario: A maker without production in the previous year
      Given number of cars included for fuel consumption is 1999
      And actual fuel consumption of the previous year in L/100 km is 0
      When evaluated as of 2026-06-30
      Then the rules leave the quantity relief undetermined

    Scenario: A larger maker without production in the previous year has no relief
      Given number of cars included for fuel consumption is 2000
      And actual fuel consumption of the previous year in L/100 km is 0
      When evaluated as of 2026-06-30
      Then the quantity relief is 0 %

  Rule: Offsetting
    Background:
      Given the quantity fuel deficit (fuel_debt), on basis fuel
        | is                              |
        | max(0 - fuel credit balance, 0) |
      And the quantity NEV surplus (nev_surplus), on basis settle
        | is                         |
        | max(NEV credit balance, 0) |
      And the quantity NEV deficit (nev_debt), on basis settle
        | is                             |
        | max(0 - NEV credit balance, 0) |
      And the quantity fuel deficit after offsetting (fuel_left), on basis settle
        | is                                 |
        | max(fuel deficit - NEV surplus, 0) |
      And the quantity NEV surplus after offsetting (nev_left), on basis settle
        | is                                 |
        | max(NEV surplus - fuel deficit, 0) |
      And these gates
        | id  | gate                                                      | requires                                                                           | applies when                         | basis      |
        | H1  | The maker has no deficit of NEV credits                   | nev_debt is 0                                                                      |                                      | settle     |
        | H10 | The maker has no deficit of fuel credits after offsetting | fuel deficit after offsetting is 0                                                 |                                      | settle     |
        | H12 | Fuel credits come from an affiliate with at least 25 %    | shareholding between transferor and maker is at least 25 %                         | fuel credits received is more than 0 | affiliates |
        | H0  | Low-consumption cars do not exceed conventional cars      | number of low-consumption conventional cars is at most number of conventional cars |                                      | ratio-2024 |
      And these findings
        | code         | finding                                                                 | when                                                        | severity    | basis    |
        | H11.NEVER    | A fuel surplus does not offset an NEV deficit                           | nev_debt is more than 0; fuel credit balance is more than 0 | observation | settle   |
        | H14.APPROVAL | With an NEV deficit, models above their target receive no type approval | nev_debt is more than 0                                     | major       | sanction |
        | H14.FUEL     | With a fuel deficit, models above their target receive no type approval | fuel deficit after offsetting is more than 0                | major       | sanction |
      And these results
        | result       | label                         | is                            | rounded to | basis  |
        | nev_earned   | NEV credits of the year       | NEV credits earned            | 0 decimals | settle |
        | nev_required | NEV credits required          | nev_needed                    | 0 decimals | settle |
        | nev_open     | NEV deficit                   | nev_debt                      | 0 decimals | settle |
        | fuel_open    | Fuel deficit after offsetting | fuel deficit after offsetting | 0 decimals | settle |
        | nev_spare    | NEV credits available         | NEV surplus after offsetting  | 0 decimals | settle |

    Scenario Outline: An NEV surplus offsets a fuel deficit, but not the reverse
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

    Scenario: Without credits received there is no transferor
      Given fuel credits received is 0
      And shareholding between transferor and maker is missing
      When evaluated as of 2026-06-30
      Then the quantity fuel_balance is -38400

    Scenario Outline: Credits received from others
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

    Scenario Outline: The result of a year is known after the year ends
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

    Scenario: The fuel balance of a year that has not ended is undetermined
      When evaluated as of 2025-12-31
      Then the rules leave the quantity fuel credit balance undetermined
      And the rules leave the quantity weighted number of conventional cars undetermined
      And for car model B-450 the rules leave the quantity credits of the model undetermined

    Scenario: Without the annual table the credits are undetermined
      Given evidence for actual fuel consumption in L/100 km is missing
      When evaluated as of 2026-06-30
      Then the quantity fuel credit balance is undetermined because of actual fuel consumption in L/100 km
