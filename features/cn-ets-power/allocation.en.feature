# language: en
Feature: Allocation by unit

  Background:
    Given the scorecard cn-ets-power
    And for each unit the quantity excluded from allocation (excluded)
      | is                                                                                    | when                                                                                                                   | basis                      |
      | 1                                                                                     | status in the year is one of commissioned in the year, closed before allowances were issued                            | excluded                   |
      | 1                                                                                     | type of unit is one of integrated gasification combined cycle, internal combustion, heat only, boiler converted to gas | excluded                   |
      | 1                                                                                     | main fuel is one of oil, biomass or waste, special or own waste gas                                                    | excluded                   |
      | undetermined, because above 50 % biomass without pure biomass the plan prints no rule | share of heat from biomass is more than 50 %                                                                           | excluded-reading           |
      | 1                                                                                     | share of heat from biomass is more than 10 %                                                                           | excluded                   |
      | 1                                                                                     | share of heat from own secondary energy is more than 10 %                                                              | excluded                   |
      | 0                                                                                     | otherwise                                                                                                              | excluded, excluded-reading |
    And for each unit the quantity class of the unit (class)
      | is                                                                                               | when                                                                                | basis    |
      | 1                                                                                                | class if reported together is I                                                     | together |
      | 2                                                                                                | class if reported together is II                                                    | together |
      | 3                                                                                                | class if reported together is III                                                   | together |
      | 4                                                                                                | class if reported together is IV                                                    | together |
      | 4                                                                                                | main fuel is natural gas; share of heat from other fuels is at most 10 %            | classes  |
      | undetermined, because the plan prints no class for a gas unit with more than 10 % of other fuels | main fuel is natural gas                                                            | classes  |
      | 3                                                                                                | main fuel is coal; type of unit is circulating bed                                  | classes  |
      | 3                                                                                                | main fuel is coal; share of gangue, slime and slurry in fuel heat is more than 50 % | classes  |
      | 1                                                                                                | main fuel is coal; rated power is at least 400 MW                                   | classes  |
      | 2                                                                                                | main fuel is coal                                                                   | classes  |
      | 0                                                                                                | otherwise                                                                           | excluded |
    And the quantity benchmark of class I (electricity_1), in tCO2e/MWh, from column electricity, on basis benchmarks
      | in      | with                                 |
      | allowed | year is allowance year; class is 'I' |
    And the quantity benchmark of class II (electricity_2), in tCO2e/MWh, from column electricity, on basis benchmarks
      | in      | with                                  |
      | allowed | year is allowance year; class is 'II' |
    And the quantity benchmark of class III (electricity_3), in tCO2e/MWh, from column electricity, on basis benchmarks
      | in      | with                                   |
      | allowed | year is allowance year; class is 'III' |
    And the quantity benchmark of class IV (electricity_4), in tCO2e/MWh, from column electricity, on basis benchmarks
      | in      | with                                  |
      | allowed | year is allowance year; class is 'IV' |
    And the quantity heat benchmark for coal units (heat_coal), in tCO2e/GJ, from column heat, on basis benchmarks
      | in      | with                                 |
      | allowed | year is allowance year; class is 'I' |
    And the quantity heat benchmark for gas units (heat_gas), in tCO2e/GJ, from column heat, on basis benchmarks
      | in      | with                                  |
      | allowed | year is allowance year; class is 'IV' |
    And for each unit the quantity correction factor for load (factor), on basis load-factor
      | is                                                                | when                            |
      | 1                                                                 | class of the unit is at least 3 |
      | round(1.015 ^ (16 - 20 * load factor), 0.000000000001, half-even) | load factor is less than 65 %   |
      | 1                                                                 | otherwise                       |
    And for each unit the quantity allowances for electricity (for_electricity), in tCO2e
      | is                                                                         | when                                | basis      |
      | undetermined, because the plan of 1 September 2026 was not found           | allowance year is one of 2025, 2026 | final      |
      | 0 tCO2e                                                                    | excluded from allocation is 1       | excluded   |
      | electricity generated * benchmark of class I * correction factor for load  | class of the unit is 1              | benchmarks |
      | electricity generated * benchmark of class II * correction factor for load | class of the unit is 2              | benchmarks |
      | electricity generated * benchmark of class III                             | class of the unit is 3              | benchmarks |
      | electricity generated * benchmark of class IV                              | class of the unit is 4              | benchmarks |
      | 0 tCO2e                                                                    | otherwise                           | excluded   |
    And for each unit the quantity allowances for heat (for_heat), in tCO2e
      | is                                                               | when                                | basis      |
      | undetermined, because the plan of 1 September 2026 was not found | allowance year is one of 2025, 2026 | final      |
      | 0 tCO2e                                                          | excluded from allocation is 1       | excluded   |
      | heat supplied * heat benchmark for gas units                     | class of the unit is 4              | benchmarks |
      | heat supplied * heat benchmark for coal units                    | class of the unit is at least 1     | benchmarks |
      | 0 tCO2e                                                          | otherwise                           | excluded   |
    And for each unit the quantity allowances before top-up (own_allowances), in tCO2e
      | is                                                                     | when                           | basis      |
      | round(allowances for electricity + allowances for heat, 1 tCO2e, down) | rounding of allowances is unit | floor      |
      | allowances for electricity + allowances for heat                       | otherwise                      | benchmarks |
    And for each unit the quantity top-up of the unit (gas_top_up), in tCO2e, on basis top-ups
      | is                                                                      | when                                                  |
      | max(verified emissions of the unit - allowances before top-up, 0 tCO2e) | class of the unit is 4; excluded from allocation is 0 |
      | 0 tCO2e                                                                 | otherwise                                             |
    And for each unit the quantity allowances of the unit (allocated), in tCO2e, on basis benchmarks, top-ups
      | is                                            |
      | allowances before top-up + top-up of the unit |
    And for each unit the quantity emissions included in the surrender obligation (emissions_counted), in tCO2e
      | is                             | when                                                                                                           | basis                       |
      | 0 tCO2e                        | emissions of excluded units is disregarded; excluded from allocation is 1; allowance year is one of 2023, 2024 | excluded-counted            |
      | verified emissions of the unit | otherwise                                                                                                      | surrender, excluded-counted |
    And for each unit the quantity emissions with allocation (emissions_allocated), in tCO2e, on basis top-ups, excluded-counted
      | is                             | when                          |
      | 0 tCO2e                        | excluded from allocation is 1 |
      | verified emissions of the unit | otherwise                     |
    And for each unit the quantity allowance gap of the unit (unit_gap), in tCO2e, on basis plan
      | is                                                                      |
      | emissions included in the surrender obligation - allowances of the unit |
    And for each unit the quantity allowance gap of the unit in money (unit_exposure), in CNY, on basis plan
      | is                                                       |
      | allowance gap of the unit * stated price of an allowance |
    And the quantity total allowances of the units (filled), in tCO2e, the sum of allowances of the unit over power units, on basis plan, top-ups
    And the quantity total allowances before top-ups (own_sum), in tCO2e, the sum of allowances before top-up over power units, on basis plan
    And the quantity total top-ups of gas units (gas_sum), in tCO2e, the sum of top-up of the unit over power units, on basis top-ups
    And the quantity emissions subject to surrender (due), in tCO2e, the sum of emissions included in the surrender obligation over power units, on basis surrender
    And the quantity total emissions with allocation (limit_base), in tCO2e, the sum of emissions with allocation over power units, on basis top-ups, excluded-counted
    And the quantity allowances after top-ups (topped), in tCO2e, on basis top-ups, top-up-order
      | is                                                                                                        | when                              |
      | max(total allowances of the units, 80 % * total emissions with allocation)                                | order of the top-ups is gas first |
      | max(total allowances before top-ups, 80 % * total emissions with allocation) + total top-ups of gas units | otherwise                         |
    And the quantity allowances of the entity (allowances), in tCO2e
      | is                                                               | when                                | basis       |
      | undetermined, because the plan of 1 September 2026 was not found | allowance year is one of 2025, 2026 | final       |
      | allowances after top-ups                                         | rounding of allowances is nowhere   | plan        |
      | round(allowances after top-ups, 1 tCO2e, down)                   | otherwise                           | plan, floor |
    And the quantity top-up to 80 % of emissions (limit_top_up), in tCO2e, on basis top-ups, top-up-order
      | is                                                       |
      | allowances after top-ups - total allowances of the units |
    And the quantity allowance gap (gap), in tCO2e, on basis plan
      | is                                                        |
      | emissions subject to surrender - allowances of the entity |
    And the quantity allowance gap in money (exposure), in CNY, on basis plan
      | is                                           |
      | allowance gap * stated price of an allowance |
    And the quantity advance allowances (in_advance), in tCO2e
      | is                                                                   | when                                | basis                         |
      | round(70 % * verified emissions of the previous year, 1 tCO2e, down) | allowance year is one of 2023, 2024 | issued-before, issued-rounded |
      | undetermined, because the plan of 1 September 2026 was not found     | otherwise                           | final                         |
    And for each unit the quantity unit with heat but no generation (heat_alone), in items, on basis plausible
      | is      | when                                                                                           |
      | 1 item  | electricity generated is 0 MWh; heat supplied is more than 0 GJ; type of unit is not heat only |
      | 0 items | otherwise                                                                                      |
    And for each unit the quantity maximum generation of the unit (most_generated), in MWh, on basis plausible
      | is                   |
      | rated power * 8784 h |
    And for each unit the quantity generation above the rated power (beyond), in items, on basis plausible
      | is      | when                                                              |
      | 1 item  | electricity generated is more than maximum generation of the unit |
      | 0 items | otherwise                                                         |
    And the quantity number of units with heat but no generation (heat_alone_units), in items, the sum of unit with heat but no generation over power units, on basis plausible
    And the quantity number of units above their rated power (beyond_units), in items, the sum of generation above the rated power over power units, on basis plausible
    And the quantity number of excluded units (excluded_units), the sum of excluded from allocation over power units, on basis excluded

  Rule: Allowances of the units and of the entity
    Background:
      Given these results
        | result       | label                             | is                             | rounded to | basis                         |
        | allocation   | Allowances of the entity          | allowances of the entity       | 2 decimals | plan, floor                   |
        | to_cover     | Emissions subject to surrender    | emissions subject to surrender | 2 decimals | surrender, excluded-counted   |
        | shortage     | Allowance gap                     | allowance gap                  | 2 decimals | plan                          |
        | money        | Allowance gap at the stated price | allowance gap in money         | 2 decimals | plan                          |
        | gas_filled   | Top-up of gas units               | total top-ups of gas units     | 2 decimals | top-ups                       |
        | limit_filled | Top-up to 80 % of emissions       | top-up to 80 % of emissions    | 2 decimals | top-ups, top-up-order         |
        | advance      | Advance allowances                | advance allowances             | 0 decimals | issued-before, issued-rounded |
      And for each unit these results
        | result        | label                                          | is                                             | rounded to | basis                       |
        | unit_own      | Allowances before top-up                       | allowances before top-up                       | 2 decimals | benchmarks, load-factor     |
        | unit_filled   | Top-up of a gas unit                           | top-up of the unit                             | 2 decimals | top-ups                     |
        | unit_allowed  | Allowances of the unit                         | allowances of the unit                         | 2 decimals | benchmarks, top-ups         |
        | unit_emitted  | Emissions included in the surrender obligation | emissions included in the surrender obligation | 2 decimals | surrender, excluded-counted |
        | unit_short    | Allowance gap of the unit                      | allowance gap of the unit                      | 2 decimals | plan                        |
        | unit_money    | Allowance gap of the unit at the stated price  | allowance gap of the unit in money             | 2 decimals | plan                        |
        | unit_by_draft | Allowances under the draft (not in force)      | draft allowances of the unit                   | 0 decimals | draft                       |
      And these gates
        | id | gate                                                 | requires                                               | basis     |
        | D1 | No unit supplies heat without generating electricity | number of units with heat but no generation is 0 items | plausible |
        | D2 | No unit generates more than its rated power allows   | number of units above their rated power is 0 items     | plausible |
      And these findings
        | code    | finding                                                                                                                        | when                                                                         | severity    | basis                      |
        | P.HEAT  | Heat without electricity: a unit that supplies only heat must be reported as heat-only and is excluded                         | number of units with heat but no generation is more than 0 items             | minor       | plausible                  |
        | P.POWER | Electricity exceeds the maximum output at rated power in a year: check whether kWh were entered instead of MWh                 | number of units above their rated power is more than 0 items                 | minor       | plausible                  |
        | P.OUT   | Units are excluded: the plan does not state whether their emissions are included in the surrender obligation (see the setting) | number of excluded units is more than 0; allowance year is one of 2023, 2024 | observation | excluded, excluded-counted |
        | P.LIMIT | The allowances are topped up to 80 % of the emissions                                                                          | top-up to 80 % of emissions is more than 0 tCO2e                             | observation | top-ups, top-up-order      |
        | P.FINAL | Allowances of this year cannot be assessed: the plan of 1 September 2026 was not found                                         | allowance year is one of 2025, 2026                                          | observation | final                      |

    Scenario: Worked example: an entity with three units
      When evaluated as of 2025-10-31
      Then for unit A the quantity class of the unit is 1
      And for unit A the quantity correction factor for load is 1.067703302156
      And for unit B the quantity allowances of the unit is 1172480 tCO2e
      And for unit B the quantity allowance gap of the unit is 177520 tCO2e
      And for unit B the quantity allowance gap of the unit in money is 11070147.2 CNY
      And for unit C the quantity allowances before top-up is 322570 tCO2e
      And for unit C the quantity allowances of the unit is 340000 tCO2e
      And the result Allowances of the entity is 4170099 tCO2e
      And the result Emissions subject to surrender is 4390000 tCO2e
      And the result Allowance gap is 219901 tCO2e
      And the result Advance allowances is 3025252 tCO2e
      And the result Allowance gap at the stated price is 13713026.36 CNY
      And the result Top-up of gas units is 17430 tCO2e
      And the result Top-up to 80 % of emissions is 0 tCO2e
      And no finding P.OUT is raised
      And no finding P.LIMIT is raised
      And no finding P.FINAL is raised

    Scenario Outline: Class of a unit by fuel, type and rated power
      Given power units are
        | unit name | identifier of unit and year | main fuel | type of unit | status in the year | rated power | share of gangue, slime and slurry in fuel heat | share of heat from biomass | share of heat from own secondary energy | share of heat from other fuels | class if reported together | electricity generated | heat supplied | load factor | verified emissions of the unit |
        | A         | 2024/A                      | <fuel>    | <kind>       | all year           | <rated> MW  | <low> %                                        | 0 %                        | 0 %                                     | <others> %                     | <joint>                    | 1000 MWh              | 100 GJ        | 70 %        | 1000000 tCO2e                  |
      When evaluated as of 2025-10-31
      Then for unit A the quantity class of the unit is <class>
      And for unit A the quantity allowances for electricity is <electricity> tCO2e
      And for unit A the quantity allowances for heat is <heat> tCO2e

      Examples:
        | fuel             | kind            | rated  | low   | others | joint | class | electricity | heat  |
        | coal             | ordinary        | 400    | 0     | 0      | alone | 1     | 791         | 10.33 |
        | coal             | ordinary        | 399.99 | 0     | 0      | alone | 2     | 804.9       | 10.33 |
        | coal             | ordinary        | 399.99 | 50    | 0      | alone | 2     | 804.9       | 10.33 |
        | coal             | ordinary        | 600    | 50.01 | 0      | alone | 3     | 824.4       | 10.33 |
        | coal             | circulating bed | 600    | 0     | 0      | alone | 3     | 824.4       | 10.33 |
        | natural gas      | ordinary        | 600    | 0     | 10     | alone | 4     | 328.8       | 5.33  |
        | natural gas      | ordinary        | 600    | 60    | 0      | alone | 4     | 328.8       | 5.33  |
        | natural gas      | circulating bed | 600    | 0     | 0      | alone | 4     | 328.8       | 5.33  |
        | coal             | circulating bed | 600    | 0     | 0      | I     | 1     | 791         | 10.33 |
        | coal             | circulating bed | 600    | 0     | 0      | II    | 2     | 804.9       | 10.33 |
        | coal             | ordinary        | 600    | 0     | 0      | III   | 3     | 824.4       | 10.33 |
        | coal             | ordinary        | 600    | 0     | 0      | IV    | 4     | 328.8       | 5.33  |
        | oil              | ordinary        | 600    | 0     | 0      | alone | 0     | 0           | 0     |
        | oil              | circulating bed | 600    | 51    | 0      | alone | 0     | 0           | 0     |
        | biomass or waste | ordinary        | 600    | 51    | 0      | alone | 0     | 0           | 0     |

    Scenario: A gas unit with more than 10 % of other fuels has no class
      Given power units are
        | unit name | identifier of unit and year | main fuel   | type of unit | status in the year | rated power | share of gangue, slime and slurry in fuel heat | share of heat from biomass | share of heat from own secondary energy | share of heat from other fuels | class if reported together | electricity generated | heat supplied | load factor | verified emissions of the unit |
        | A         | 2024/A                      | natural gas | ordinary     | all year           | 600 MW      | 0 %                                            | 0 %                        | 0 %                                     | 10.01 %                        | alone                      | 3000000 MWh           | 0 GJ          | 70 %        | 2500000 tCO2e                  |
      When evaluated as of 2025-10-31
      Then for unit A the rules leave the quantity class of the unit undetermined

    Scenario Outline: Units excluded from allocation
      Given power units are
        | unit name | identifier of unit and year | main fuel | type of unit | status in the year | rated power | share of gangue, slime and slurry in fuel heat | share of heat from biomass | share of heat from own secondary energy | share of heat from other fuels | class if reported together | electricity generated | heat supplied | load factor | verified emissions of the unit |
        | A         | 2024/A                      | <fuel>    | <kind>       | <state>            | 600 MW      | 0 %                                            | <biomass> %                | <secondary> %                           | 0 %                            | alone                      | 3000000 MWh           | 100 GJ        | 70 %        | 1000000 tCO2e                  |
      When evaluated as of 2025-10-31
      Then for unit A the quantity excluded from allocation is <out>
      And <finding>

      Examples:
        | fuel                     | kind                                   | state                                | biomass | secondary | out | finding                        |
        | coal                     | ordinary                               | all year                             | 10      | 10        | 0   | no finding P.OUT is raised     |
        | coal                     | ordinary                               | all year                             | 10.01   | 0         | 1   | an observation P.OUT is raised |
        | coal                     | ordinary                               | all year                             | 50      | 0         | 1   | an observation P.OUT is raised |
        | coal                     | ordinary                               | all year                             | 0       | 10.01     | 1   | an observation P.OUT is raised |
        | coal                     | ordinary                               | commissioned in the year             | 0       | 0         | 1   | an observation P.OUT is raised |
        | coal                     | ordinary                               | closed before allowances were issued | 0       | 0         | 1   | an observation P.OUT is raised |
        | coal                     | integrated gasification combined cycle | all year                             | 0       | 0         | 1   | an observation P.OUT is raised |
        | natural gas              | internal combustion                    | all year                             | 0       | 0         | 1   | an observation P.OUT is raised |
        | coal                     | heat only                              | all year                             | 0       | 0         | 1   | an observation P.OUT is raised |
        | natural gas              | boiler converted to gas                | all year                             | 0       | 0         | 1   | an observation P.OUT is raised |
        | oil                      | ordinary                               | all year                             | 0       | 0         | 1   | an observation P.OUT is raised |
        | biomass or waste         | ordinary                               | all year                             | 0       | 0         | 1   | an observation P.OUT is raised |
        | special or own waste gas | ordinary                               | all year                             | 0       | 0         | 1   | an observation P.OUT is raised |

    Scenario: Above 50 % biomass without pure biomass the exclusion is undetermined
      Given power units are
        | unit name | identifier of unit and year | main fuel | type of unit | status in the year | rated power | share of gangue, slime and slurry in fuel heat | share of heat from biomass | share of heat from own secondary energy | share of heat from other fuels | class if reported together | electricity generated | heat supplied | load factor | verified emissions of the unit |
        | A         | 2024/A                      | coal      | ordinary     | all year           | 600 MW      | 0 %                                            | 50.01 %                    | 0 %                                     | 0 %                            | alone                      | 3000000 MWh           | 0 GJ          | 70 %        | 2500000 tCO2e                  |
      When evaluated as of 2025-10-31
      Then for unit A the rules leave the quantity excluded from allocation undetermined

    Scenario Outline: The correction for low load ends at 65 %
      Given power units are
        | unit name | identifier of unit and year | main fuel | type of unit | status in the year | rated power | share of gangue, slime and slurry in fuel heat | share of heat from biomass | share of heat from own secondary energy | share of heat from other fuels | class if reported together | electricity generated | heat supplied | load factor | verified emissions of the unit |
        | A         | 2024/A                      | coal      | ordinary     | all year           | <rated> MW  | 0 %                                            | 0 %                        | 0 %                                     | 0 %                            | alone                      | 3000000 MWh           | 0 GJ          | <load> %    | 2500000 tCO2e                  |
      When evaluated as of 2025-10-31
      Then for unit A the quantity correction factor for load is <factor>

      Examples:
        | rated | load  | factor         |
        | 600   | 0     | 1.268985547654 |
        | 600   | 20    | 1.195618171462 |
        | 600   | 30    | 1.160540825025 |
        | 600   | 40    | 1.126492586595 |
        | 600   | 50    | 1.093443263943 |
        | 300   | 55    | 1.077284003884 |
        | 600   | 60    | 1.061363550625 |
        | 600   | 64.99 | 1.045709512864 |
        | 600   | 65    | 1              |

    Scenario: Circulating fluidised beds have no load correction
      Given power units are
        | unit name | identifier of unit and year | main fuel | type of unit    | status in the year | rated power | share of gangue, slime and slurry in fuel heat | share of heat from biomass | share of heat from own secondary energy | share of heat from other fuels | class if reported together | electricity generated | heat supplied | load factor | verified emissions of the unit |
        | A         | 2024/A                      | coal      | circulating bed | all year           | 600 MW      | 0 %                                            | 0 %                        | 0 %                                     | 0 %                            | alone                      | 1000000 MWh           | 0 GJ          | 58 %        | 900000 tCO2e                   |
      When evaluated as of 2025-10-31
      Then for unit A the quantity correction factor for load is 1
      And the result Allowances of the entity is 824400 tCO2e

    Scenario Outline: Each year has its own benchmarks; none were found for later years
      Given allowance year is <year>
      When evaluated as of 2025-10-31
      Then the result Allowances of the entity is <allowances> tCO2e
      And no finding P.FINAL is raised
      And the result Advance allowances is 3025252 tCO2e

      Examples:
        | year | allowances |
        | 2023 | 4189432    |
        | 2024 | 4170099    |

    Scenario Outline: Allowances for 2025 and 2026 cannot be assessed
      Given allowance year is <year>
      When evaluated as of 2026-11-20
      Then for unit A the rules leave the quantity allowances for electricity undetermined
      And for unit A the rules leave the quantity allowances for heat undetermined
      And the rules leave the quantity advance allowances undetermined
      And the rules leave the quantity allowances of the entity undetermined
      And an observation P.FINAL is raised

      Examples:
        | year |
        | 2025 |
        | 2026 |

    Scenario Outline: Gas units are topped up, other units are not, and a surplus is not withdrawn
      Given power units are
        | unit name | identifier of unit and year | main fuel | type of unit | status in the year | rated power | share of gangue, slime and slurry in fuel heat | share of heat from biomass | share of heat from own secondary energy | share of heat from other fuels | class if reported together | electricity generated | heat supplied | load factor | verified emissions of the unit |
        | A         | 2024/A                      | <fuel>    | ordinary     | <state>            | 600 MW      | 0 %                                            | 0 %                        | 0 %                                     | 0 %                            | alone                      | 1000000 MWh           | 0 GJ          | 70 %        | <emitted> tCO2e                |
      When evaluated as of 2025-10-31
      Then for unit A the quantity top-up of the unit is <top>

      Examples:
        | fuel        | state                    | emitted | top     |
        | natural gas | all year                 | 328800  | 0 tCO2e |
        | natural gas | all year                 | 328801  | 1 tCO2e |
        | natural gas | all year                 | 300000  | 0 tCO2e |
        | natural gas | commissioned in the year | 400000  | 0 tCO2e |
        | coal        | all year                 | 900000  | 0 tCO2e |

    Scenario Outline: Allowances are topped up to 80 % of the emissions
      Given power units are
        | unit name | identifier of unit and year | main fuel | type of unit | status in the year | rated power | share of gangue, slime and slurry in fuel heat | share of heat from biomass | share of heat from own secondary energy | share of heat from other fuels | class if reported together | electricity generated | heat supplied | load factor | verified emissions of the unit |
        | A         | 2024/A                      | coal      | ordinary     | all year           | 600 MW      | 0 %                                            | 0 %                        | 0 %                                     | 0 %                            | alone                      | 1000000 MWh           | 0 GJ          | 70 %        | <emitted> tCO2e                |
      When evaluated as of 2025-10-31
      Then the result Allowances of the entity is <allowances> tCO2e
      And the result Top-up to 80 % of emissions is <top> tCO2e
      And <finding>

      Examples:
        | emitted | allowances | top  | finding                          |
        | 988750  | 791000     | 0    | no finding P.LIMIT is raised     |
        | 988751  | 791000     | 0.8  | an observation P.LIMIT is raised |
        | 1000000 | 800000     | 9000 | an observation P.LIMIT is raised |

    Scenario: Worked example of the top-up to 80 %
      Given power units are
        | unit name | identifier of unit and year | main fuel | type of unit | status in the year | rated power | share of gangue, slime and slurry in fuel heat | share of heat from biomass | share of heat from own secondary energy | share of heat from other fuels | class if reported together | electricity generated | heat supplied | load factor | verified emissions of the unit |
        | A         | 2024/A                      | coal      | ordinary     | all year           | 600 MW      | 0 %                                            | 0 %                        | 0 %                                     | 0 %                            | alone                      | 1000000 MWh           | 0 GJ          | 70 %        | 1000000 tCO2e                  |
      And supposing total allowances of the units is 760000 tCO2e
      When evaluated as of 2025-10-31
      Then the result Allowances of the entity is 800000 tCO2e
      And the result Top-up to 80 % of emissions is 40000 tCO2e

    Scenario Outline: Level of rounding and order of the top-ups
      Given the setting rounding of allowances is <place>
      And the setting order of the top-ups is <order>
      And power units are
        | unit name | identifier of unit and year | main fuel   | type of unit | status in the year | rated power | share of gangue, slime and slurry in fuel heat | share of heat from biomass | share of heat from own secondary energy | share of heat from other fuels | class if reported together | electricity generated | heat supplied | load factor | verified emissions of the unit |
        | A         | 2024/A                      | coal        | ordinary     | all year           | 600 MW      | 0 %                                            | 0 %                        | 0 %                                     | 0 %                            | alone                      | 1000.5 MWh            | 0 GJ          | 70 %        | 500 tCO2e                      |
        | B         | 2024/B                      | natural gas | ordinary     | all year           | 600 MW      | 0 %                                            | 0 %                        | 0 %                                     | 0 %                            | alone                      | 1000.5 MWh            | 0 GJ          | 70 %        | 1829 tCO2e                     |
      When evaluated as of 2025-10-31
      Then the result Allowances of the entity is <allowances> tCO2e

      Examples:
        | place   | order       | allowances |
        | entity  | gas first   | 2620       |
        | unit    | gas first   | 2620       |
        | nowhere | gas first   | 2620.3955  |
        | entity  | limit first | 3363       |

    Scenario Outline: Emissions of excluded units
      Given the setting emissions of excluded units is <choice>
      And power units are
        | unit name | identifier of unit and year | main fuel | type of unit | status in the year | rated power | share of gangue, slime and slurry in fuel heat | share of heat from biomass | share of heat from own secondary energy | share of heat from other fuels | class if reported together | electricity generated | heat supplied | load factor | verified emissions of the unit |
        | A         | 2024/A                      | coal      | ordinary     | all year           | 600 MW      | 0 %                                            | 0 %                        | 0 %                                     | 0 %                            | alone                      | 1000000 MWh           | 0 GJ          | 70 %        | 900000 tCO2e                   |
        | B         | 2024/B                      | oil       | ordinary     | all year           | 600 MW      | 0 %                                            | 0 %                        | 0 %                                     | 0 %                            | alone                      | 1000000 MWh           | 0 GJ          | 70 %        | 600000 tCO2e                   |
      When evaluated as of 2025-10-31
      Then the result Emissions subject to surrender is <due> tCO2e
      And the result Allowances of the entity is <allowances> tCO2e

      Examples:
        | choice      | due     | allowances |
        | counted     | 1500000 | 791000     |
        | disregarded | 900000  | 791000     |

    Scenario Outline: An excluded unit receives no top-up, alone or with other units
      Given the setting emissions of excluded units is <choice>
      And power units are
        | unit name | identifier of unit and year | main fuel | type of unit | status in the year       | rated power | share of gangue, slime and slurry in fuel heat | share of heat from biomass | share of heat from own secondary energy | share of heat from other fuels | class if reported together | electricity generated | heat supplied | load factor | verified emissions of the unit |
        | A         | 2024/A                      | coal      | ordinary     | <state>                  | 600 MW      | 0 %                                            | 0 %                        | 0 %                                     | 0 %                            | alone                      | 1000000 MWh           | 0 GJ          | 70 %        | 1000000 tCO2e                  |
        | B         | 2024/B                      | coal      | ordinary     | commissioned in the year | 600 MW      | 0 %                                            | 0 %                        | 0 %                                     | 0 %                            | alone                      | 1000000 MWh           | 0 GJ          | 70 %        | 800000 tCO2e                   |
      When evaluated as of 2025-10-31
      Then the result Allowances of the entity is <allowances> tCO2e
      And the result Top-up to 80 % of emissions is <top> tCO2e
      And the result Emissions subject to surrender is <due> tCO2e

      Examples:
        | choice      | state                    | allowances | top  | due     |
        | disregarded | commissioned in the year | 0          | 0    | 0       |
        | counted     | commissioned in the year | 0          | 0    | 1800000 |
        | disregarded | all year                 | 800000     | 9000 | 1000000 |
        | counted     | all year                 | 800000     | 9000 | 1800000 |

    Scenario Outline: The list of excluded units applies to 2023 and 2024
      Given allowance year is <year>
      And the setting emissions of excluded units is disregarded
      And power units are
        | unit name | identifier of unit and year | main fuel | type of unit | status in the year       | rated power | share of gangue, slime and slurry in fuel heat | share of heat from biomass | share of heat from own secondary energy | share of heat from other fuels | class if reported together | electricity generated | heat supplied | load factor | verified emissions of the unit |
        | A         | 2024/A                      | coal      | ordinary     | commissioned in the year | 600 MW      | 0 %                                            | 0 %                        | 0 %                                     | 0 %                            | alone                      | 1000000 MWh           | 0 GJ          | 70 %        | 900000 tCO2e                   |
      When evaluated as of 2026-11-20
      Then the result Emissions subject to surrender is <due> tCO2e
      And <finding>

      Examples:
        | year | due    | finding                        |
        | 2023 | 0      | an observation P.OUT is raised |
        | 2024 | 0      | an observation P.OUT is raised |
        | 2025 | 900000 | no finding P.OUT is raised     |
        | 2026 | 900000 | no finding P.OUT is raised     |

    Scenario Outline: Heat without electricity, and kWh entered instead of MWh
      Given power units are
        | unit name | identifier of unit and year | main fuel | type of unit | status in the year | rated power | share of gangue, slime and slurry in fuel heat | share of heat from biomass | share of heat from own secondary energy | share of heat from other fuels | class if reported together | electricity generated | heat supplied | load factor | verified emissions of the unit |
        | A         | 2024/A                      | coal      | <kind>       | all year           | 600 MW      | 0 %                                            | 0 %                        | 0 %                                     | 0 %                            | alone                      | <gen> MWh             | <heat> GJ     | 70 %        | 2500000 tCO2e                  |
      When evaluated as of 2025-10-31
      Then gate D1 is <d1>
      And gate D2 is <d2>
      And <heating>
      And <power>

      Examples:
        | kind      | gen        | heat | d1      | d2      | heating                                | power                                   |
        | ordinary  | 0          | 100  | not met | met     | a minor nonconformity P.HEAT is raised | no finding P.POWER is raised            |
        | ordinary  | 0          | 0    | met     | met     | no finding P.HEAT is raised            | no finding P.POWER is raised            |
        | heat only | 0          | 100  | met     | met     | no finding P.HEAT is raised            | no finding P.POWER is raised            |
        | ordinary  | 1          | 100  | met     | met     | no finding P.HEAT is raised            | no finding P.POWER is raised            |
        | ordinary  | 5270400    | 0    | met     | met     | no finding P.HEAT is raised            | no finding P.POWER is raised            |
        | ordinary  | 5270400.01 | 0    | met     | not met | no finding P.HEAT is raised            | a minor nonconformity P.POWER is raised |
        | ordinary  | 3000000000 | 0    | met     | not met | no finding P.HEAT is raised            | a minor nonconformity P.POWER is raised |
