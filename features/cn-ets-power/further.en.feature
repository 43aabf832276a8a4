# language: en
Feature: More examples · National carbon market of China: power sector
  Each of these examples detects an error in a number, date, comparison, clause or verdict of the scorecard that no other example detects.
  Each title names the rule that it tests; the values were recomputed in samples only.

  Background:
    Given the scorecard cn-ets-power

  Rule: Cases that the examples of the rules do not cover

    Scenario Outline: of 2025 and 2026 nothing is allocated yet, not even nought to number of excluded units
      Given allowance year is <year>
      And power units are
        | unit name | identifier of unit and year | main fuel | type of unit | status in the year | rated power | share of gangue, slime and slurry in fuel heat | share of heat from biomass | share of heat from own secondary energy | share of heat from other fuels | class if reported together | electricity generated | heat supplied | load factor | verified emissions of the unit |
        | A         | 2025/A                      | oil       | ordinary     | all year           | 600 MW      | 0 %                                            | 0 %                        | 0 %                                     | 0 %                            | alone                      | 1000000 MWh           | 1000000 GJ    | 100 %       | 900000 tCO2e                   |
      When evaluated as of 2026-11-20
      Then for unit A the rules leave the quantity allowances for electricity undetermined
      And for unit A the rules leave the quantity allowances for heat undetermined

      Examples:
        | year |
        | 2025 |
        | 2026 |

    Scenario: a coal unit excluded from allocation for its biomass has no allowances, and without a choice its emissions disregarded
      Given allowance year is 2024
      And power units are
        | unit name | identifier of unit and year | main fuel | type of unit | status in the year | rated power | share of gangue, slime and slurry in fuel heat | share of heat from biomass | share of heat from own secondary energy | share of heat from other fuels | class if reported together | electricity generated | heat supplied | load factor | verified emissions of the unit |
        | A         | 2024/A                      | coal      | ordinary     | all year           | 600 MW      | 0 %                                            | 20 %                       | 0 %                                     | 0 %                            | alone                      | 1000000 MWh           | 1000000 GJ    | 100 %       | 900000 tCO2e                   |
      When evaluated as of 2025-11-20
      Then for unit A the quantity allowances for electricity is 0 tCO2e
      And for unit A the quantity allowances for heat is 0 tCO2e
      And for unit A the quantity emissions included in the surrender obligation is 0 tCO2e

    Scenario Outline: load raises a coal unit of class II, and the draft knows it from 50 % down and for no other class
      Given allowance year is <year>
      And power units are
        | unit name | identifier of unit and year | main fuel | type of unit | status in the year | rated power | share of gangue, slime and slurry in fuel heat | share of heat from biomass | share of heat from own secondary energy | share of heat from other fuels | class if reported together | electricity generated | heat supplied | load factor | verified emissions of the unit |
        | A         | 2024/A                      | coal      | <kind>       | all year           | 330 MW      | 0 %                                            | 0 %                        | 0 %                                     | 0 %                            | alone                      | 1000000 MWh           | 0 GJ          | 40 %        | 900000 tCO2e                   |
      When evaluated as of 2026-11-20
      Then <allowed>
      And for unit A the quantity draft correction factor for load is <factor>
      And <draft>

      Examples:
        | year | kind            | allowed                                                                       | factor   | draft                                                                  |
        | 2024 | ordinary        | for unit A the quantity allowances for electricity is 906713.8829503155 tCO2e | 1.160254 | for unit A the quantity draft allowances of the unit is not applicable |
        | 2025 | ordinary        | for unit A the rules leave the quantity allowances of the unit undetermined   | 1.160254 | for unit A the quantity draft allowances of the unit is 930175 tCO2e   |
        | 2025 | circulating bed | for unit A the rules leave the quantity allowances of the unit undetermined   | 1        | for unit A the quantity draft allowances of the unit is 816200 tCO2e   |

    Scenario Outline: the draft rounds down to whole tonnes, odd ones too
      Given allowance year is 2025
      And power units are
        | unit name | identifier of unit and year | main fuel | type of unit | status in the year | rated power | share of gangue, slime and slurry in fuel heat | share of heat from biomass | share of heat from own secondary energy | share of heat from other fuels | class if reported together | electricity generated | heat supplied | load factor | verified emissions of the unit |
        | A         | 2024/A                      | <fuel>    | <kind>       | all year           | 330 MW      | 0 %                                            | 0 %                        | 0 %                                     | 0 %                            | alone                      | <made> MWh            | 0 GJ          | 100 %       | <emitted> tCO2e                |
      When evaluated as of 2026-11-20
      Then for unit A the quantity draft allowances of the unit is <draft> tCO2e
      And the quantity forecast of allowances is <forecast> tCO2e

      Examples:
        | fuel        | kind                                   | made    | emitted | draft  | forecast |
        | coal        | internal combustion                    | 1000000 | 900001  | 900001 | 900001   |
        | coal        | integrated gasification combined cycle | 1000000 | 900001  | 900001 | 900001   |
        | coal        | circulating bed                        | 100002  | 90001   | 81621  | 81621    |
        | natural gas | ordinary                               | 100001  | 90001   | 90001  | 90001    |
        | natural gas | ordinary                               | 300004  | 90001   | 98641  | 98641    |

    Scenario: rounded by units, electricity and heat of a unit are rounded together
      Given allowance year is 2024
      And the setting rounding of allowances is unit
      And power units are
        | unit name | identifier of unit and year | main fuel | type of unit | status in the year | rated power | share of gangue, slime and slurry in fuel heat | share of heat from biomass | share of heat from own secondary energy | share of heat from other fuels | class if reported together | electricity generated | heat supplied | load factor | verified emissions of the unit |
        | A         | 2024/A                      | coal      | ordinary     | all year           | 600 MW      | 0 %                                            | 0 %                        | 0 %                                     | 0 %                            | alone                      | 100001 MWh            | 100001 GJ     | 100 %       | 90001 tCO2e                    |
      When evaluated as of 2025-11-20
      Then for unit A the quantity allowances before top-up is 89430 tCO2e

    Scenario: without a choice the sum of the entity is rounded, and gas is topped up first
      Given allowance year is 2024
      And power units are
        | unit name | identifier of unit and year | main fuel   | type of unit | status in the year | rated power | share of gangue, slime and slurry in fuel heat | share of heat from biomass | share of heat from own secondary energy | share of heat from other fuels | class if reported together | electricity generated | heat supplied | load factor | verified emissions of the unit |
        | A         | 2024/A                      | coal        | ordinary     | all year           | 600 MW      | 0 %                                            | 0 %                        | 0 %                                     | 0 %                            | alone                      | 100001 MWh            | 0 GJ          | 100 %       | 200000 tCO2e                   |
        | B         | 2024/B                      | natural gas | ordinary     | all year           | 600 MW      | 0 %                                            | 0 %                        | 0 %                                     | 0 %                            | alone                      | 100001 MWh            | 0 GJ          | 100 %       | 90001 tCO2e                    |
      When evaluated as of 2025-11-20
      Then the quantity allowances of the entity is 232000 tCO2e

    Scenario: without a choice what is rounded down is the sum of the units and not each of them
      Given power units are
        | unit name | identifier of unit and year | main fuel | type of unit | status in the year | rated power | share of gangue, slime and slurry in fuel heat | share of heat from biomass | share of heat from own secondary energy | share of heat from other fuels | class if reported together | electricity generated | heat supplied | load factor | verified emissions of the unit |
        | A         | 2024/A                      | coal      | ordinary     | all year           | 600 MW      | 0 %                                            | 0 %                        | 0 %                                     | 0 %                            | alone                      | 1000.5 MWh            | 0 GJ          | 70 %        | 500 tCO2e                      |
        | B         | 2024/B                      | coal      | ordinary     | all year           | 600 MW      | 0 %                                            | 0 %                        | 0 %                                     | 0 %                            | alone                      | 1000.5 MWh            | 0 GJ          | 70 %        | 500 tCO2e                      |
        | C         | 2024/C                      | coal      | ordinary     | all year           | 600 MW      | 0 %                                            | 0 %                        | 0 %                                     | 0 %                            | alone                      | 1000.5 MWh            | 0 GJ          | 70 %        | 500 tCO2e                      |
      When evaluated as of 2025-10-31
      Then the quantity total allowances before top-ups is 2374.1865 tCO2e
      And the quantity allowances of the entity is 2374 tCO2e

    Scenario: what a unit cannot have is disclosed once of each unit
      Given allowance year is 2024
      And power units are
        | unit name | identifier of unit and year | main fuel | type of unit | status in the year | rated power | share of gangue, slime and slurry in fuel heat | share of heat from biomass | share of heat from own secondary energy | share of heat from other fuels | class if reported together | electricity generated | heat supplied | load factor | verified emissions of the unit |
        | A         | 2024/A                      | coal      | ordinary     | all year           | 1 MW        | 0 %                                            | 0 %                        | 0 %                                     | 0 %                            | alone                      | 8785 MWh              | 0 GJ          | 100 %       | 90001 tCO2e                    |
        | B         | 2024/B                      | coal      | ordinary     | all year           | 1 MW        | 0 %                                            | 0 %                        | 0 %                                     | 0 %                            | alone                      | 0 MWh                 | 1 GJ          | 100 %       | 90001 tCO2e                    |
      When evaluated as of 2025-11-20
      Then the quantity number of units above their rated power is 1 item
      And the quantity number of units with heat but no generation is 1 item

    Scenario Outline: days to the surrender deadline, of 2026 unknown
      Given allowance year is <year>
      When evaluated as of <day>
      Then <days>
      And <missing>

      Examples:
        | year | day        | days                                                                     | missing                                                                     |
        | 2023 | 2024-12-01 | the quantity days to the surrender deadline is 30 days                   | gate S1 is not applicable                                                   |
        | 2024 | 2025-12-01 | the quantity days to the surrender deadline is 30 days                   | gate S1 is not applicable                                                   |
        | 2025 | 2026-12-01 | the quantity days to the surrender deadline is 30 days                   | gate S1 is not applicable                                                   |
        | 2026 | 2026-12-01 | the rules leave the quantity days to the surrender deadline undetermined | the rules leave the quantity tonnes missing after the deadline undetermined |

    Scenario Outline: the next step is that of the year asked for
      Given allowance year is <year>
      When evaluated as of <day>
      Then <days>
      And no finding <other> is raised

      Examples:
        | year | day        | days                                                            | other         |
        | 2025 | 2025-05-01 | the quantity days to the next step is 334 days                  | N24.VERIFIED  |
        | 2025 | 2025-09-01 | the quantity days to the next step is 211 days                  | N24.SURRENDER |
        | 2025 | 2026-02-01 | the quantity days to the next step is 58 days                   | N24.CARRY     |
        | 2026 | 2026-02-01 | the quantity days to the next step is 333 days                  | N25.REPORT    |
        | 2026 | 2026-05-01 | the quantity days to the next step is 244 days                  | N25.VERIFIED  |
        | 2026 | 2026-08-01 | the quantity days to the next step is 152 days                  | N25.FIXED     |
        | 2026 | 2026-11-01 | the quantity days to the next step is 60 days                   | N25.SURRENDER |
        | 2025 | 2026-11-01 | the quantity days to the next step is 60 days                   | N26.PLAN      |
        | 2024 | 2026-11-01 | the rules leave the quantity days to the next step undetermined | N25.SURRENDER |

    Scenario Outline: vintages that counted, and those that do not
      Given allowance year is <year>
      And account movements are
        | booking | date of the movement | kind of movement | tonnes moved | vintage   | year of the surrender obligation |
        | M1      | <day>                | surrendered      | 1000 tCO2e   | <vintage> | <for>                            |
      When evaluated as of 2026-12-31
      Then the quantity surrendered by the deadline is <counted> tCO2e
      And the quantity surrendered from an ineligible vintage is <wrong> tCO2e

      Examples:
        | year | day        | vintage   | for  | counted | wrong |
        | 2023 | 2024-12-01 | 2019_2020 | 2023 | 1000    | 0     |
        | 2023 | 2024-12-01 | 2021      | 2023 | 1000    | 0     |
        | 2023 | 2024-12-01 | 2022      | 2023 | 1000    | 0     |
        | 2023 | 2024-12-01 | 2023      | 2023 | 1000    | 0     |
        | 2023 | 2024-12-01 | 2024      | 2023 | 0       | 1000  |
        | 2023 | 2024-12-01 | 2025      | 2023 | 0       | 1000  |
        | 2023 | 2024-12-01 | 2026      | 2023 | 0       | 1000  |
        | 2024 | 2025-12-01 | 2019_2020 | 2024 | 1000    | 0     |
        | 2024 | 2025-12-01 | 2021      | 2024 | 1000    | 0     |
        | 2024 | 2025-12-01 | 2022      | 2024 | 1000    | 0     |
        | 2024 | 2025-12-01 | 2023      | 2024 | 1000    | 0     |
        | 2024 | 2025-12-01 | 2024      | 2024 | 1000    | 0     |
        | 2024 | 2025-12-01 | 2025      | 2024 | 0       | 1000  |
        | 2024 | 2025-12-01 | 2026      | 2024 | 0       | 1000  |
        | 2025 | 2026-12-01 | 2024      | 2025 | 0       | 1000  |
        | 2025 | 2026-12-01 | 2024      | 2024 | 0       | 0     |

    Scenario: allowances of 2025 and 2026 are neither held for the carry-over nor sold
      Given account movements are
        | booking | date of the movement | kind of movement | tonnes moved | vintage | year of the surrender obligation |
        | M1      | 2025-12-01           | sold             | 1000 tCO2e   | 2025    | not applicable                   |
        | M2      | 2025-12-01           | sold             | 1000 tCO2e   | 2026    | not applicable                   |
      When evaluated as of 2026-02-10
      Then for movement M1 the quantity net amount sold is 0 tCO2e
      And for movement M2 the quantity net amount sold is 0 tCO2e
      And for movement M2 the quantity net transfer in is 0 tCO2e

    Scenario: what can be amount carried over is rounded down to whole tonnes, and never below nought
      Given account movements are
        | booking | date of the movement | kind of movement | tonnes moved | vintage | year of the surrender obligation |
        | M1      | 2023-10-20           | issued           | 1000 tCO2e   | 2022    | not applicable                   |
        | M2      | 2025-12-01           | sold             | 1 tCO2e      | 2023    | not applicable                   |
      And pending surrender and cancellation is 2000 tCO2e
      When evaluated as of 2026-02-10
      Then the quantity maximum carry-over by net sales is 10001 tCO2e
      And the quantity holding available for carry-over is 0 tCO2e

    Scenario Outline: of 2025 nothing missing costs nothing, the fine for more was not found
      Given allowance year is <year>
      And supposing tonnes missing after the deadline is <missing> tCO2e
      When evaluated as of 2027-01-02
      Then <low>
      And <high>

      Examples:
        | year | missing | low                                                    | high                                                   |
        | 2025 | 0       | the quantity minimum fine is 0 CNY                     | the quantity maximum fine is 0 CNY                     |
        | 2025 | 0.5     | the rules leave the quantity minimum fine undetermined | the rules leave the quantity maximum fine undetermined |
        | 2026 | 0.5     | the rules leave the quantity minimum fine undetermined | the rules leave the quantity maximum fine undetermined |

    Scenario: half a tonne missing after the deadline is a surrender that failed
      Given allowance year is 2024
      And supposing tonnes missing after the deadline is 0.5 tCO2e
      And supposing surrendered after the deadline is 0.5 tCO2e
      And supposing credits not accepted is 0.5 tCO2e
      And supposing deduction from next year's allowances is 0.5 tCO2e
      And supposing amount not carried over is 0.5 tCO2e
      And supposing surrendered from an ineligible vintage is 0.5 tCO2e
      When evaluated as of 2026-01-01
      Then gate S1 is not met
      And a major nonconformity S.LATE is raised
      And a minor nonconformity S.CREDIT is raised
      And an observation S.CUT is raised
      And an observation K.LOST is raised
      And a minor nonconformity S.VINTAGE is raised
      And no finding S.FORCED is raised

    Scenario Outline: until the deadline half a tonne is open, nothing is not
      Given allowance year is 2024
      And supposing tonnes not covered by surrender or credits is <missing> tCO2e
      When evaluated as of 2025-12-31
      Then <open>

      Examples:
        | missing | open                            |
        | 0.5     | an observation S.OPEN is raised |
        | 0       | no finding S.OPEN is raised     |

    Scenario: of 2026 nobody knows what is not covered
      Given allowance year is 2026
      When evaluated as of 2026-12-01
      Then the rules leave the quantity tonnes not covered by surrender or credits undetermined

    Scenario: what a court froze may still be asked for, and is not amount carried over before, whatever day is stated
      Given account movements are
        | booking | date of the movement | kind of movement | tonnes moved | vintage | year of the surrender obligation |
        | M1      | 2023-10-20           | issued           | 9000 tCO2e   | 2022    | not applicable                   |
      And allowances frozen by a court is yes
      And carry-over requested is no
      And date of the carry-over request is 2026-06-20
      When evaluated as of 2026-06-11
      Then the quantity amount carried over is 0 tCO2e
      And the quantity amount that may still be requested for carry-over is 9000 tCO2e
      And the quantity amount not carried over is 0 tCO2e
      And no finding K.AHEAD is raised

    Scenario: seventy percent in advance are rounded down to whole tonnes, odd ones too
      Given allowance year is 2024
      And verified emissions of the previous year is 100005 tCO2e
      When evaluated as of 2025-11-20
      Then the quantity advance allowances is 70003 tCO2e

    Scenario: whoever has more than is due need not buy
      Given allowance year is 2024
      And supposing allowance gap is 0 tCO2e
      When evaluated as of 2025-11-20
      Then the quantity minimum allowances to buy is 0 tCO2e
