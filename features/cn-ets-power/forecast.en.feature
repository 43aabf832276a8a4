# language: en
Feature: Forecast under the consultation draft for 2025 and 2026

  Background:
    Given the scorecard cn-ets-power
    And the quantity draft benchmark of class I (draft_1), in tCO2e/MWh, from column electricity, on basis draft
      | in      | with                                 |
      | planned | year is allowance year; class is 'I' |
    And the quantity draft benchmark of class II (draft_2), in tCO2e/MWh, from column electricity, on basis draft
      | in      | with                                  |
      | planned | year is allowance year; class is 'II' |
    And the quantity draft benchmark of class III (draft_3), in tCO2e/MWh, from column electricity, on basis draft
      | in      | with                                   |
      | planned | year is allowance year; class is 'III' |
    And the quantity draft benchmark of class IV (draft_4), in tCO2e/MWh, from column electricity, on basis draft
      | in      | with                                  |
      | planned | year is allowance year; class is 'IV' |
    And the quantity draft heat benchmark for coal units (draft_coal), in tCO2e/GJ, from column heat, on basis draft
      | in      | with                                 |
      | planned | year is allowance year; class is 'I' |
    And the quantity draft heat benchmark for gas units (draft_gas), in tCO2e/GJ, from column heat, on basis draft
      | in      | with                                  |
      | planned | year is allowance year; class is 'IV' |
    And for each unit the quantity draft correction factor for load (draft_factor), on basis draft
      | is                                                                                                                             | when                            |
      | 1                                                                                                                              | class of the unit is at least 3 |
      | round(7.254 - 0.633 * (1 - exp(0 - load factor / 29.822 %)) - 5.643 * (1 - exp(0 - load factor / 6.871 %)), 0.000001, half-up) | load factor is less than 50 %   |
      | 1                                                                                                                              | otherwise                       |
    And for each unit the quantity share of heat from biomass and own secondary energy (mixed), in %, on basis draft
      | is                                                                   |
      | share of heat from biomass + share of heat from own secondary energy |
    And for each unit the quantity allocation equal to emissions (1 = yes) (as_emitted), on basis draft
      | is | when                                                                                        |
      | 1  | status in the year is one of commissioned in the year, closed before allowances were issued |
      | 1  | type of unit is one of integrated gasification combined cycle, internal combustion          |
      | 1  | main fuel is one of oil, special or own waste gas                                           |
      | 1  | share of heat from biomass and own secondary energy is more than 20 %                       |
      | 1  | share of heat from own secondary energy is more than 10 %                                   |
      | 0  | otherwise                                                                                   |
    And for each unit the quantity draft allowances of the unit (draft_unit), in tCO2e, on basis draft
      | is                                                                                                                                                                                        | when                                         |
      | round(verified emissions of the unit, 1 tCO2e, down)                                                                                                                                      | allocation equal to emissions (1 = yes) is 1 |
      | round(electricity generated * draft benchmark of class I * draft correction factor for load + heat supplied * draft heat benchmark for coal units, 1 tCO2e, down)                         | class of the unit is 1                       |
      | round(electricity generated * draft benchmark of class II * draft correction factor for load + heat supplied * draft heat benchmark for coal units, 1 tCO2e, down)                        | class of the unit is 2                       |
      | round(electricity generated * draft benchmark of class III + heat supplied * draft heat benchmark for coal units, 1 tCO2e, down)                                                          | class of the unit is 3                       |
      | max(round(electricity generated * draft benchmark of class IV + heat supplied * draft heat benchmark for gas units, 1 tCO2e, down), round(verified emissions of the unit, 1 tCO2e, down)) | class of the unit is 4                       |
      | 0 tCO2e                                                                                                                                                                                   | otherwise                                    |
    And the quantity total draft allowances of the units (draft_units), in tCO2e, the sum of draft allowances of the unit over power units, on basis draft
    And the quantity draft minimum share of emissions after top-up (draft_least), in %, from column least, on basis draft
      | in      | with                                 |
      | planned | year is allowance year; class is 'I' |
    And the quantity forecast of allowances (forecast), in tCO2e, on basis draft
      | is                                                                                                                                 | when                                                                             |
      | round(verified emissions, 1 tCO2e, down)                                                                                           | allowance year is one of 2025, 2026; verified emissions is less than 26000 tCO2e |
      | round(max(total draft allowances of the units, draft minimum share of emissions after top-up * verified emissions), 1 tCO2e, down) | otherwise                                                                        |
    And the quantity forecast of the allowance gap (forecast_gap), in tCO2e, on basis draft
      | is                                          |
      | verified emissions - forecast of allowances |
    And the quantity draft share of advance allowances (draft_share), in %, from column share, on basis draft
      | in       | with                   |
      | advanced | year is allowance year |
    And the quantity forecast of advance allowances (forecast_advance), in tCO2e, on basis draft
      | is                                                                                                |
      | round(draft share of advance allowances * verified emissions of the previous year, 1 tCO2e, down) |

  Rule: A forecast has no legal effect
    Background:
      Given these results
        | result        | label                                                     | is                             | rounded to | basis |
        | draft_says    | Forecast of allowances under the draft (not in force)     | forecast of allowances         | 0 decimals | draft |
        | draft_gap     | Allowance gap under the draft (not in force)              | forecast of the allowance gap  | 0 decimals | draft |
        | draft_advance | Maximum advance allowances under the draft (not in force) | forecast of advance allowances | 0 decimals | draft |

    Scenario Outline: Worked example: the entity under the draft
      Given allowance year is <year>
      When evaluated as of 2026-11-20
      Then the result Forecast of allowances under the draft (not in force) is <forecast> tCO2e
      And the result Allowance gap under the draft (not in force) is <gap> tCO2e

      Examples:
        | year | forecast | gap    |
        | 2025 | 4001280  | 388720 |
        | 2026 | 3993120  | 396880 |

    Scenario Outline: The draft advance is half of the previous year in whole tonnes, and the binding advance is undetermined
      Given allowance year is <year>
      And verified emissions of the previous year is <before> tCO2e
      When evaluated as of 2026-11-20
      Then the result Maximum advance allowances under the draft (not in force) is <advance> tCO2e
      And the rules leave the quantity advance allowances undetermined

      Examples:
        | year | before    | advance |
        | 2025 | 4321789.7 | 2160894 |
        | 2026 | 4321789.7 | 2160894 |
        | 2025 | 4321790   | 2160895 |
        | 2025 | 0         | 0       |

    Scenario: Earlier years have no forecast
      When evaluated as of 2026-11-20
      Then the quantity forecast of allowances is not applicable
      And the quantity forecast of advance allowances is not applicable

    Scenario: Without the previous year's emissions no advance is forecast
      Given allowance year is 2025
      And verified emissions of the previous year is missing
      When evaluated as of 2026-11-20
      Then the quantity forecast of advance allowances is undetermined because of verified emissions of the previous year

    Scenario Outline: The load correction of the draft ends at 50 %
      Given allowance year is 2025
      And power units are
        | unit name | identifier of unit and year | main fuel | type of unit | status in the year | rated power | share of gangue, slime and slurry in fuel heat | share of heat from biomass | share of heat from own secondary energy | share of heat from other fuels | class if reported together | electricity generated | heat supplied | load factor | verified emissions of the unit |
        | A         | 2024/A                      | coal      | ordinary     | all year           | 600 MW      | 0 %                                            | 0 %                        | 0 %                                     | 0 %                            | alone                      | 3000000 MWh           | 0 GJ          | <load> %    | 2500000 tCO2e                  |
      When evaluated as of 2026-11-20
      Then for unit A the quantity draft correction factor for load is <factor>

      Examples:
        | load  | factor   |
        | 0     | 7.254    |
        | 20    | 1.608868 |
        | 25    | 1.400103 |
        | 30    | 1.281146 |
        | 35    | 1.208366 |
        | 40    | 1.160254 |
        | 45    | 1.126059 |
        | 49.99 | 1.100321 |
        | 50    | 1        |

    Scenario Outline: Each unit is rounded down to whole tonnes
      Given allowance year is 2025
      And power units are
        | unit name | identifier of unit and year | main fuel | type of unit | status in the year | rated power | share of gangue, slime and slurry in fuel heat | share of heat from biomass | share of heat from own secondary energy | share of heat from other fuels | class if reported together | electricity generated | heat supplied | load factor | verified emissions of the unit |
        | A         | 2024/A                      | <fuel>    | <kind>       | <state>            | <rated> MW  | 0 %                                            | <biomass> %                | <secondary> %                           | 0 %                            | alone                      | 1000 MWh              | 100 GJ        | <load> %    | <emitted> tCO2e                |
      When evaluated as of 2026-11-20
      Then for unit A the quantity draft allowances of the unit is <allowances> tCO2e

      Examples:
        | fuel                     | kind                                   | state                                | rated | biomass | secondary | load | emitted | allowances |
        | coal                     | ordinary                               | all year                             | 600   | 0       | 0         | 60   | 900.9   | 800        |
        | coal                     | ordinary                               | all year                             | 300   | 10      | 10        | 60   | 900.9   | 811        |
        | coal                     | ordinary                               | all year                             | 300   | 20      | 0         | 60   | 900.9   | 811        |
        | coal                     | ordinary                               | all year                             | 300   | 10.01   | 10        | 60   | 900.9   | 900        |
        | coal                     | ordinary                               | all year                             | 600   | 0       | 0         | 20   | 900.9   | 1281       |
        | coal                     | circulating bed                        | all year                             | 600   | 0       | 0         | 20   | 900.9   | 826        |
        | natural gas              | ordinary                               | all year                             | 600   | 0       | 0         | 60   | 300     | 334        |
        | natural gas              | ordinary                               | all year                             | 600   | 0       | 0         | 60   | 400.9   | 400        |
        | coal                     | ordinary                               | commissioned in the year             | 600   | 0       | 0         | 60   | 900.9   | 900        |
        | coal                     | ordinary                               | closed before allowances were issued | 600   | 0       | 0         | 60   | 900.9   | 900        |
        | coal                     | integrated gasification combined cycle | all year                             | 600   | 0       | 0         | 60   | 900.9   | 900        |
        | natural gas              | internal combustion                    | all year                             | 600   | 0       | 0         | 60   | 900.9   | 900        |
        | oil                      | ordinary                               | all year                             | 600   | 0       | 0         | 60   | 900.9   | 900        |
        | special or own waste gas | ordinary                               | all year                             | 600   | 0       | 0         | 60   | 900.9   | 900        |
        | biomass or waste         | ordinary                               | all year                             | 600   | 0       | 0         | 60   | 900.9   | 0          |
        | coal                     | ordinary                               | all year                             | 600   | 20.01   | 0         | 60   | 900.9   | 900        |
        | coal                     | ordinary                               | all year                             | 600   | 0       | 10.01     | 60   | 900.9   | 900        |

    Scenario: Allowances are topped up to 80 %
      Given allowance year is 2025
      And power units are
        | unit name | identifier of unit and year | main fuel | type of unit | status in the year | rated power | share of gangue, slime and slurry in fuel heat | share of heat from biomass | share of heat from own secondary energy | share of heat from other fuels | class if reported together | electricity generated | heat supplied | load factor | verified emissions of the unit |
        | A         | 2024/A                      | coal      | ordinary     | all year           | 600 MW      | 0 %                                            | 0 %                        | 0 %                                     | 0 %                            | alone                      | 1000 MWh              | 0 GJ          | 70 %        | 1000000.9 tCO2e                |
      When evaluated as of 2026-11-20
      Then the result Forecast of allowances under the draft (not in force) is 800000 tCO2e

    Scenario Outline: An entity below 26,000 tonnes receives its emissions
      Given allowance year is <year>
      And power units are
        | unit name | identifier of unit and year | main fuel | type of unit | status in the year | rated power | share of gangue, slime and slurry in fuel heat | share of heat from biomass | share of heat from own secondary energy | share of heat from other fuels | class if reported together | electricity generated | heat supplied | load factor | verified emissions of the unit |
        | A         | 2024/A                      | coal      | ordinary     | all year           | 600 MW      | 0 %                                            | 0 %                        | 0 %                                     | 0 %                            | alone                      | 100000 MWh            | 0 GJ          | 70 %        | <emitted> tCO2e                |
      When evaluated as of 2026-11-20
      Then the result Forecast of allowances under the draft (not in force) is <forecast> tCO2e

      Examples:
        | year | emitted  | forecast |
        | 2025 | 25999.99 | 25999    |
        | 2026 | 25999.99 | 25999    |
        | 2025 | 26000    | 79020    |

    Scenario: Earlier years have no forecast below 26,000 tonnes either
      Given power units are
        | unit name | identifier of unit and year | main fuel | type of unit | status in the year | rated power | share of gangue, slime and slurry in fuel heat | share of heat from biomass | share of heat from own secondary energy | share of heat from other fuels | class if reported together | electricity generated | heat supplied | load factor | verified emissions of the unit |
        | A         | 2024/A                      | coal      | ordinary     | all year           | 600 MW      | 0 %                                            | 0 %                        | 0 %                                     | 0 %                            | alone                      | 100000 MWh            | 0 GJ          | 70 %        | 25999.99 tCO2e                 |
      When evaluated as of 2026-11-20
      Then the quantity forecast of allowances is not applicable
