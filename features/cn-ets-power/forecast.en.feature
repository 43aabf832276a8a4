# language: en
Feature: Forecast by the consultation draft for 2025 and 2026

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
    And the quantity draft benchmark of heat from coal (draft_coal), in tCO2e/GJ, from column heat, on basis draft
      | in      | with                                 |
      | planned | year is allowance year; class is 'I' |
    And the quantity draft benchmark of heat from gas (draft_gas), in tCO2e/GJ, from column heat, on basis draft
      | in      | with                                  |
      | planned | year is allowance year; class is 'IV' |
    And for each unit the quantity draft factor for the load (draft_factor), on basis draft
      | is                                                                                                                             | when                            |
      | 1                                                                                                                              | class of the unit is at least 3 |
      | round(7.254 - 0.633 * (1 - exp(0 - load factor / 29.822 %)) - 5.643 * (1 - exp(0 - load factor / 6.871 %)), 0.000001, half-up) | load factor is less than 50 %   |
      | 1                                                                                                                              | otherwise                       |
    And for each unit the quantity heat from biomass and own secondary energy (mixed), in %, on basis draft
      | is                                                 |
      | heat from biomass + heat from own secondary energy |
    And for each unit the quantity as much as was emitted (as_emitted), on basis draft
      | is | when                                                              |
      | 1  | state in the year is one of new in the year, closed before issue  |
      | 1  | kind of unit is one of combined gasification, internal combustion |
      | 1  | main fuel is one of oil, special or own waste gas                 |
      | 1  | heat from biomass and own secondary energy is more than 20 %      |
      | 1  | heat from own secondary energy is more than 10 %                  |
      | 0  | otherwise                                                         |
    And for each unit the quantity draft allowances of the unit (draft_unit), in tCO2e, on basis draft
      | is                                                                                                                                                                                      | when                        |
      | round(verified emissions of the unit, 1 tCO2e, down)                                                                                                                                    | as much as was emitted is 1 |
      | round(electricity generated * draft benchmark of class I * draft factor for the load + heat supplied * draft benchmark of heat from coal, 1 tCO2e, down)                                | class of the unit is 1      |
      | round(electricity generated * draft benchmark of class II * draft factor for the load + heat supplied * draft benchmark of heat from coal, 1 tCO2e, down)                               | class of the unit is 2      |
      | round(electricity generated * draft benchmark of class III + heat supplied * draft benchmark of heat from coal, 1 tCO2e, down)                                                          | class of the unit is 3      |
      | max(round(electricity generated * draft benchmark of class IV + heat supplied * draft benchmark of heat from gas, 1 tCO2e, down), round(verified emissions of the unit, 1 tCO2e, down)) | class of the unit is 4      |
      | 0 tCO2e                                                                                                                                                                                 | otherwise                   |
    And the quantity draft allowances of the units (draft_units), in tCO2e, the sum of draft allowances of the unit over power units, on basis draft
    And the quantity draft share that is filled up to (draft_least), in %, from column least, on basis draft
      | in      | with                                 |
      | planned | year is allowance year; class is 'I' |
    And the quantity forecast of allowances (forecast), in tCO2e, on basis draft
      | is                                                                                                              | when                                                                             |
      | round(verified emissions, 1 tCO2e, down)                                                                        | allowance year is one of 2025, 2026; verified emissions is less than 26000 tCO2e |
      | round(max(draft allowances of the units, draft share that is filled up to * verified emissions), 1 tCO2e, down) | otherwise                                                                        |
    And the quantity forecast of the gap (forecast_gap), in tCO2e, on basis draft
      | is                                          |
      | verified emissions - forecast of allowances |
    And the quantity draft share issued in advance (draft_share), in %, from column share, on basis draft
      | in       | with                   |
      | advanced | year is allowance year |
    And the quantity forecast of allowances issued in advance (forecast_advance), in tCO2e, on basis draft
      | is                                                                                          |
      | round(draft share issued in advance * verified emissions of the year before, 1 tCO2e, down) |

  Rule: A forecast never governs
    Background:
      Given these results
        | result        | label                                                 | is                                       | rounded to | basis |
        | draft_says    | Forecast of allowances by the draft, not in force     | forecast of allowances                   | 0 decimals | draft |
        | draft_gap     | Gap by the draft, not in force                        | forecast of the gap                      | 0 decimals | draft |
        | draft_advance | Issued in advance by the draft, at most, not in force | forecast of allowances issued in advance | 0 decimals | draft |

    Scenario Outline: the worked entity under the draft
      Given allowance year is <year>
      When evaluated as of 2026-11-20
      Then the result Forecast of allowances by the draft, not in force is <forecast> tCO2e
      And the result Gap by the draft, not in force is <gap> tCO2e

      Examples:
        | year | forecast | gap    |
        | 2025 | 4001280  | 388720 |
        | 2026 | 3993120  | 396880 |

    Scenario Outline: half of the year before, in whole tonnes, and nothing governs in advance
      Given allowance year is <year>
      And verified emissions of the year before is <before> tCO2e
      When evaluated as of 2026-11-20
      Then the result Issued in advance by the draft, at most, not in force is <advance> tCO2e
      And the rules leave the quantity allowances issued in advance undetermined

      Examples:
        | year | before    | advance |
        | 2025 | 4321789.7 | 2160894 |
        | 2026 | 4321789.7 | 2160894 |
        | 2025 | 4321790   | 2160895 |
        | 2025 | 0         | 0       |

    Scenario: of years before there is no forecast
      When evaluated as of 2026-11-20
      Then the quantity forecast of allowances is not applicable
      And the quantity forecast of allowances issued in advance is not applicable

    Scenario: without the year before nothing is forecast in advance
      Given allowance year is 2025
      And verified emissions of the year before is missing
      When evaluated as of 2026-11-20
      Then the quantity forecast of allowances issued in advance is undetermined because of verified emissions of the year before

    Scenario Outline: the factor of the draft ends at 50 %
      Given allowance year is 2025
      And power units are
        | unit name | code of unit and year | main fuel | kind of unit | state in the year | rated power | gangue, slime and slurry | heat from biomass | heat from own secondary energy | heat from other fuels | class if reported together | electricity generated | heat supplied | load factor | verified emissions of the unit |
        | A         | 2024/A                | coal      | ordinary     | all year          | 600 MW      | 0 %                      | 0 %               | 0 %                            | 0 %                   | alone                      | 3000000 MWh           | 0 GJ          | <load> %    | 2500000 tCO2e                  |
      When evaluated as of 2026-11-20
      Then for unit A the quantity draft factor for the load is <factor>

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

    Scenario Outline: unit by unit, in whole tonnes
      Given allowance year is 2025
      And power units are
        | unit name | code of unit and year | main fuel | kind of unit | state in the year | rated power | gangue, slime and slurry | heat from biomass | heat from own secondary energy | heat from other fuels | class if reported together | electricity generated | heat supplied | load factor | verified emissions of the unit |
        | A         | 2024/A                | <fuel>    | <kind>       | <state>           | <rated> MW  | 0 %                      | <biomass> %       | <secondary> %                  | 0 %                   | alone                      | 1000 MWh              | 100 GJ        | <load> %    | <emitted> tCO2e                |
      When evaluated as of 2026-11-20
      Then for unit A the quantity draft allowances of the unit is <allowances> tCO2e

      Examples:
        | fuel                     | kind                  | state               | rated | biomass | secondary | load | emitted | allowances |
        | coal                     | ordinary              | all year            | 600   | 0       | 0         | 60   | 900.9   | 800        |
        | coal                     | ordinary              | all year            | 300   | 10      | 10        | 60   | 900.9   | 811        |
        | coal                     | ordinary              | all year            | 300   | 20      | 0         | 60   | 900.9   | 811        |
        | coal                     | ordinary              | all year            | 300   | 10.01   | 10        | 60   | 900.9   | 900        |
        | coal                     | ordinary              | all year            | 600   | 0       | 0         | 20   | 900.9   | 1281       |
        | coal                     | circulating bed       | all year            | 600   | 0       | 0         | 20   | 900.9   | 826        |
        | natural gas              | ordinary              | all year            | 600   | 0       | 0         | 60   | 300     | 334        |
        | natural gas              | ordinary              | all year            | 600   | 0       | 0         | 60   | 400.9   | 400        |
        | coal                     | ordinary              | new in the year     | 600   | 0       | 0         | 60   | 900.9   | 900        |
        | coal                     | ordinary              | closed before issue | 600   | 0       | 0         | 60   | 900.9   | 900        |
        | coal                     | combined gasification | all year            | 600   | 0       | 0         | 60   | 900.9   | 900        |
        | natural gas              | internal combustion   | all year            | 600   | 0       | 0         | 60   | 900.9   | 900        |
        | oil                      | ordinary              | all year            | 600   | 0       | 0         | 60   | 900.9   | 900        |
        | special or own waste gas | ordinary              | all year            | 600   | 0       | 0         | 60   | 900.9   | 900        |
        | biomass or waste         | ordinary              | all year            | 600   | 0       | 0         | 60   | 900.9   | 0          |
        | coal                     | ordinary              | all year            | 600   | 20.01   | 0         | 60   | 900.9   | 900        |
        | coal                     | ordinary              | all year            | 600   | 0       | 10.01     | 60   | 900.9   | 900        |

    Scenario: filled up to 80 %
      Given allowance year is 2025
      And power units are
        | unit name | code of unit and year | main fuel | kind of unit | state in the year | rated power | gangue, slime and slurry | heat from biomass | heat from own secondary energy | heat from other fuels | class if reported together | electricity generated | heat supplied | load factor | verified emissions of the unit |
        | A         | 2024/A                | coal      | ordinary     | all year          | 600 MW      | 0 %                      | 0 %               | 0 %                            | 0 %                   | alone                      | 1000 MWh              | 0 GJ          | 70 %        | 1000000.9 tCO2e                |
      When evaluated as of 2026-11-20
      Then the result Forecast of allowances by the draft, not in force is 800000 tCO2e

    Scenario Outline: an entity below 26,000 tonnes gets what it emitted
      Given allowance year is <year>
      And power units are
        | unit name | code of unit and year | main fuel | kind of unit | state in the year | rated power | gangue, slime and slurry | heat from biomass | heat from own secondary energy | heat from other fuels | class if reported together | electricity generated | heat supplied | load factor | verified emissions of the unit |
        | A         | 2024/A                | coal      | ordinary     | all year          | 600 MW      | 0 %                      | 0 %               | 0 %                            | 0 %                   | alone                      | 100000 MWh            | 0 GJ          | 70 %        | <emitted> tCO2e                |
      When evaluated as of 2026-11-20
      Then the result Forecast of allowances by the draft, not in force is <forecast> tCO2e

      Examples:
        | year | emitted  | forecast |
        | 2025 | 25999.99 | 25999    |
        | 2026 | 25999.99 | 25999    |
        | 2025 | 26000    | 79020    |

    Scenario: of years before there is none below 26,000 tonnes either
      Given power units are
        | unit name | code of unit and year | main fuel | kind of unit | state in the year | rated power | gangue, slime and slurry | heat from biomass | heat from own secondary energy | heat from other fuels | class if reported together | electricity generated | heat supplied | load factor | verified emissions of the unit |
        | A         | 2024/A                | coal      | ordinary     | all year          | 600 MW      | 0 %                      | 0 %               | 0 %                            | 0 %                   | alone                      | 100000 MWh            | 0 GJ          | 70 %        | 25999.99 tCO2e                 |
      When evaluated as of 2026-11-20
      Then the quantity forecast of allowances is not applicable
