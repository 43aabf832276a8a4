# language: en
Feature: Allocation by production line

  Background:
    Given the scorecard cn-ets-industry
    And for each line the quantity intensity of the line (line_intensity), in tCO2e/t, on basis intensity
      | is                                                       | when                      |
      | undetermined, because the line has no output             | output of the line is 0 t |
      | emissions included in the intensity / output of the line | otherwise                 |
    And for each line the quantity relative distance to the balance value (distance), on basis plan-2025
      | is                                                                                  | when                                             |
      | undetermined, because the intensity or the balance value is missing                 | intensity of the line is at most 0 tCO2e/t       |
      | undetermined, because the intensity or the balance value is missing                 | balance value of the sector is at most 0 tCO2e/t |
      | (balance value of the sector - intensity of the line) / balance value of the sector | otherwise                                        |
    And for each line the quantity excluded from allocation (1 = yes) (excluded), on basis special
      | is | when                                                                                        |
      | 1  | status of the line is one of commissioned in the year, closed before allowances were issued |
      | 0  | otherwise                                                                                   |
    And for each line the quantity allocation equal to emissions (1 = yes) (as_emitted)
      | is | when                                                                                                    | basis     |
      | 1  | allowance year is 2024                                                                                  | plan-2024 |
      | 1  | special case of the line is one of white clinker only, clinker produced with sulphuric acid from gypsum | special   |
      | 1  | carbide slag replacement rate is more than 15 %                                                         | special   |
      | 0  | otherwise                                                                                               | plan-2025 |
    And for each line the quantity adjustment rate of the line (rate)
      | is                                            | when                                                   | basis              |
      | 0                                             | allocation equal to emissions (1 = yes) is 1           | plan-2024, special |
      | 0.03                                          | relative distance to the balance value is at least 0.2 | plan-2025          |
      | -0.03                                         | relative distance to the balance value is at most -0.2 | plan-2025          |
      | undetermined, because the plan was not read   | adjustment between the bands is treated as unknown     | plan-2025          |
      | 0.15 * relative distance to the balance value | otherwise                                              | plan-2025          |
    And for each line the quantity allowances of the line (allocated), in tCO2e
      | is                                                                                       | when                                    | basis                          |
      | undetermined, because the plan of 1 September 2026 was not found                         | allowance year is 2026                  | final                          |
      | 0 tCO2e                                                                                  | allowance year is 2023                  | plan-2024                      |
      | 0 tCO2e                                                                                  | excluded from allocation (1 = yes) is 1 | special                        |
      | round(verified emissions of the line * (1 + adjustment rate of the line), 1 tCO2e, down) | otherwise                               | plan-2024, plan-2025, rounding |
    And for each line the quantity emissions of the line subject to surrender (line_due), in tCO2e
      | is                             | when                                    | basis              |
      | 0 tCO2e                        | allowance year is 2023                  | plan-2024          |
      | 0 tCO2e                        | excluded from allocation (1 = yes) is 1 | special            |
      | verified emissions of the line | otherwise                               | surrender, special |
    And for each line the quantity allowance gap of the line (line_gap), in tCO2e, on basis plan-2024, plan-2025
      | is                                                                  |
      | emissions of the line subject to surrender - allowances of the line |
    And for each line the quantity allowance gap of the line in money (line_exposure), in CNY, on basis plan-2024, plan-2025
      | is                                                       |
      | allowance gap of the line * stated price of an allowance |
    And the quantity allowances of the entity (allowances), in tCO2e, the sum of allowances of the line over production lines, on basis plan-2024, plan-2025
    And the quantity emissions subject to surrender (due), in tCO2e, the sum of emissions of the line subject to surrender over production lines, on basis surrender, special
    And the quantity allowance gap (gap), in tCO2e, on basis plan-2024, plan-2025
      | is                                                        |
      | emissions subject to surrender - allowances of the entity |
    And the quantity allowance gap in money (exposure), in CNY, on basis plan-2024, plan-2025
      | is                                           |
      | allowance gap * stated price of an allowance |
    And the quantity advance allowances (in_advance), in tCO2e
      | is                                                                   | when                                | basis                  |
      | round(70 % * verified emissions of the previous year, 1 tCO2e, down) | allowance year is 2025              | advance-2025, rounding |
      | 0 tCO2e                                                              | allowance year is one of 2023, 2024 | plan-2024              |
      | undetermined, because the plan of 1 September 2026 was not found     | otherwise                           | final                  |
    And for each line the quantity draft adjustment rate of the line (draft_rate), on basis draft
      | is                                            | when                                                                                                                                 |
      | 0                                             | special case of the line is one of clinker produced with sulphuric acid from gypsum, hydrogen-rich carbon-cycle oxygen blast furnace |
      | 0                                             | carbide slag replacement rate is more than 30 %                                                                                      |
      | 0                                             | status of the line is one of commissioned in the year, closed before allowances were issued                                          |
      | 0                                             | verified emissions is less than 26000 tCO2e                                                                                          |
      | 0.03                                          | relative distance to the balance value is at least 0.2                                                                               |
      | -0.03                                         | relative distance to the balance value is at most -0.2                                                                               |
      | 0.15 * relative distance to the balance value | otherwise                                                                                                                            |
    And for each line the quantity draft allowances of the line (draft_line), in tCO2e, on basis draft
      | is                                                                                             |
      | round(verified emissions of the line * (1 + draft adjustment rate of the line), 1 tCO2e, down) |
    And the quantity total draft allowances of the lines (forecast), in tCO2e, the sum of draft allowances of the line over production lines, on basis draft

  Rule: Allowances equal emissions in 2024 and are within three percent of them in 2025
    Background:
      Given these findings
        | code     | finding                                                                                | when                                                              | severity    | basis |
        | I.FINAL  | Allowances of this year cannot be assessed: the plan of 1 September 2026 was not found | allowance year is 2026                                            | observation | final |
        | I.SECTOR | The process does not match the steel sector                                            | industry sector is steel; process is one of clinker, electrolysis | minor       | scope |
        | I.CEMENT | The process does not match the cement sector                                           | industry sector is cement; process is not clinker                 | minor       | scope |
        | I.METAL  | The process does not match the aluminium sector                                        | industry sector is aluminium; process is not electrolysis         | minor       | scope |
      And these results
        | result     | label                                                          | is                                  | rounded to | basis                          |
        | allocation | Allowances of the entity                                       | allowances of the entity            | 2 decimals | plan-2024, plan-2025, rounding |
        | to_cover   | Emissions subject to surrender                                 | emissions subject to surrender      | 2 decimals | surrender, special             |
        | shortage   | Allowance gap                                                  | allowance gap                       | 2 decimals | plan-2024, plan-2025           |
        | money      | Allowance gap at the stated price                              | allowance gap in money              | 2 decimals | plan-2024, plan-2025           |
        | advance    | Advance allowances                                             | advance allowances                  | 0 decimals | advance-2025, rounding         |
        | draft_says | Forecast of allowances under the draft for 2026 (not in force) | total draft allowances of the lines | 0 decimals | draft                          |
      And for each line these results
        | result        | label                                              | is                                         | rounded to | basis                          |
        | line_has      | Intensity of the line                              | intensity of the line                      | 6 decimals | intensity                      |
        | line_allowed  | Allowances of the line                             | allowances of the line                     | 2 decimals | plan-2024, plan-2025, rounding |
        | line_emitted  | Emissions of the line subject to surrender         | emissions of the line subject to surrender | 2 decimals | surrender, special             |
        | line_short    | Allowance gap of the line                          | allowance gap of the line                  | 2 decimals | plan-2024, plan-2025           |
        | line_money    | Allowance gap of the line at the stated price      | allowance gap of the line in money         | 2 decimals | plan-2024, plan-2025           |
        | line_by_draft | Allowances under the draft for 2026 (not in force) | draft allowances of the line               | 0 decimals | draft                          |

    Scenario: Worked example: five lines
      When evaluated as of 2026-11-20
      Then for line a the quantity allowances of the line is 1571414 tCO2e
      And for line b the quantity allowances of the line is 1640000 tCO2e
      And for line b the quantity allowance gap of the line is 0 tCO2e
      And for line c the quantity relative distance to the balance value is -0.1
      And for line c the quantity allowances of the line is 886500 tCO2e
      And for line d the quantity allowances of the line is 515000 tCO2e
      And for line e the quantity allowances of the line is 388000 tCO2e
      And the result Allowances of the entity is 5000914 tCO2e
      And the result Allowance gap is -914 tCO2e
      And the result Allowance gap at the stated price is -56997.04 CNY
      And the result Advance allowances is 3025252 tCO2e

    Scenario: The worked lines at the calculated balance value
      Given balance value of the sector is 0.8187864 tCO2e/t
      When evaluated as of 2026-11-20
      Then for line a the quantity allowances of the line is 1571084 tCO2e
      And for line b the quantity allowances of the line is 1639635 tCO2e
      And for line c the quantity allowances of the line is 886279 tCO2e
      And the result Allowances of the entity is 4999998 tCO2e

    Scenario Outline: Worked examples for steel and aluminium
      Given industry sector is <industry sector>
      And process is <process>
      And balance value of the sector is 1.6 tCO2e/t
      And production lines are
        | name of the production line | identifier of line and year | status of the line | special case of the line | carbide slag replacement rate | output of the line | emissions included in the intensity | verified emissions of the line |
        | a                           | 2025/a                      | all year           | no special case          | 0 %                           | <made> t           | <counted> tCO2e                     | <emitted> tCO2e                |
      When evaluated as of 2026-11-20
      Then the result Allowances of the entity is <allowances> tCO2e

      Examples:
        | industry sector | process                     | made    | counted | emitted | allowances |
        | steel           | blast furnace and converter | 5000000 | 7500000 | 9500000 | 9589062    |
        | aluminium       | electrolysis                | 500000  | 770000  | 770000  | 774331     |

    Scenario Outline: The adjustment is constant from a distance of 20 %
      Given balance value of the sector is 1 tCO2e/t
      And production lines are
        | name of the production line | identifier of line and year | status of the line | special case of the line | carbide slag replacement rate | output of the line | emissions included in the intensity | verified emissions of the line |
        | a                           | 2025/a                      | all year           | no special case          | 0 %                           | 1000000 t          | <counted> tCO2e                     | 1000000 tCO2e                  |
      When evaluated as of 2026-11-20
      Then for line a the quantity adjustment rate of the line is <rate>

      Examples:
        | counted | rate        |
        | 799999  | 0.03        |
        | 800000  | 0.03        |
        | 800001  | 0.02999985  |
        | 1000000 | 0           |
        | 1199999 | -0.02999985 |
        | 1200000 | -0.03       |
        | 1200001 | -0.03       |

    Scenario Outline: Years, special cases and excluded lines
      Given allowance year is <year>
      And production lines are
        | name of the production line | identifier of line and year | status of the line | special case of the line | carbide slag replacement rate | output of the line | emissions included in the intensity | verified emissions of the line |
        | a                           | 2025/a                      | <state>            | <special>                | <slag> %                      | 1000000 t          | 500000 tCO2e                        | 1000000 tCO2e                  |
      When evaluated as of 2026-11-20
      Then the result Allowances of the entity is <allowances> tCO2e
      And the result Emissions subject to surrender is <due> tCO2e
      And the result Forecast of allowances under the draft for 2026 (not in force) is <draft> tCO2e

      Examples:
        | year | state                                | special                                          | slag  | allowances | due     | draft   |
        | 2025 | all year                             | no special case                                  | 0     | 1030000    | 1000000 | 1030000 |
        | 2024 | all year                             | no special case                                  | 0     | 1000000    | 1000000 | 1030000 |
        | 2025 | all year                             | white clinker only                               | 0     | 1000000    | 1000000 | 1030000 |
        | 2025 | all year                             | clinker produced with sulphuric acid from gypsum | 0     | 1000000    | 1000000 | 1000000 |
        | 2025 | all year                             | hydrogen-rich carbon-cycle oxygen blast furnace  | 0     | 1030000    | 1000000 | 1000000 |
        | 2025 | all year                             | no special case                                  | 15    | 1030000    | 1000000 | 1030000 |
        | 2025 | all year                             | no special case                                  | 15.01 | 1000000    | 1000000 | 1030000 |
        | 2025 | all year                             | no special case                                  | 30    | 1000000    | 1000000 | 1030000 |
        | 2025 | all year                             | no special case                                  | 30.01 | 1000000    | 1000000 | 1000000 |
        | 2025 | commissioned in the year             | no special case                                  | 0     | 0          | 0       | 1000000 |
        | 2025 | closed before allowances were issued | no special case                                  | 0     | 0          | 0       | 1000000 |

    Scenario Outline: The draft allocates an entity below 26,000 tonnes its emissions
      Given production lines are
        | name of the production line | identifier of line and year | status of the line | special case of the line | carbide slag replacement rate | output of the line | emissions included in the intensity | verified emissions of the line |
        | a                           | 2025/a                      | all year           | no special case          | 0 %                           | 100000 t           | 20000 tCO2e                         | <emitted> tCO2e                |
      When evaluated as of 2026-11-20
      Then the result Forecast of allowances under the draft for 2026 (not in force) is <draft> tCO2e

      Examples:
        | emitted  | draft |
        | 25999.99 | 25999 |
        | 26000    | 26780 |

    Scenario Outline: The draft has the same bands
      Given balance value of the sector is 1 tCO2e/t
      And production lines are
        | name of the production line | identifier of line and year | status of the line | special case of the line | carbide slag replacement rate | output of the line | emissions included in the intensity | verified emissions of the line |
        | a                           | 2025/a                      | all year           | no special case          | 0 %                           | 1000000 t          | <counted> tCO2e                     | 1000000 tCO2e                  |
      When evaluated as of 2026-11-20
      Then for line a the quantity draft adjustment rate of the line is <rate>

      Examples:
        | counted | rate        |
        | 800000  | 0.03        |
        | 800001  | 0.02999985  |
        | 1199999 | -0.02999985 |
        | 1200000 | -0.03       |

    Scenario: Without the intensity the allowances are undetermined
      Given production lines are
        | name of the production line | identifier of line and year | status of the line | special case of the line | carbide slag replacement rate | output of the line | emissions included in the intensity | verified emissions of the line |
        | a                           | 2025/a                      | all year           | no special case          | 0 %                           | 1000000 t          | 0 tCO2e                             | 1000000 tCO2e                  |
      When evaluated as of 2026-11-20
      Then for line a the rules leave the quantity relative distance to the balance value undetermined

    Scenario Outline: A line without output has no intensity, and one tonne of output is sufficient
      Given production lines are
        | name of the production line | identifier of line and year | status of the line | special case of the line | carbide slag replacement rate | output of the line | emissions included in the intensity | verified emissions of the line |
        | a                           | 2025/a                      | all year           | no special case          | 0 %                           | <output> t         | 1 tCO2e                             | 1000000 tCO2e                  |
      When evaluated as of 2026-11-20
      Then <expected>

      Examples:
        | output | expected                                                                   |
        | 0      | for line a the rules leave the quantity intensity of the line undetermined |
        | 1      | for line a the quantity intensity of the line is 1 tCO2e/t                 |

    Scenario: Without the balance value the allowances are undetermined
      Given balance value of the sector is 0 tCO2e/t
      When evaluated as of 2026-11-20
      Then for line a the rules leave the quantity relative distance to the balance value undetermined

    Scenario: The adjustment between the bands may be treated as unknown
      Given the setting adjustment between the bands is treated as unknown
      When evaluated as of 2026-11-20
      Then for line b the rules leave the quantity adjustment rate of the line undetermined
      And for line d the quantity adjustment rate of the line is 0.03

    Scenario: Allowances for 2026 cannot be assessed
      Given allowance year is 2026
      When evaluated as of 2026-11-20
      Then for line a the rules leave the quantity allowances of the line undetermined
      And an observation I.FINAL is raised

    Scenario: No advance allowances for 2024
      Given allowance year is 2024
      When evaluated as of 2026-11-20
      Then the quantity advance allowances is 0 tCO2e
      And no finding I.FINAL is raised

    Scenario: Advance allowances for 2026 are undetermined
      Given allowance year is 2026
      When evaluated as of 2026-11-20
      Then the rules leave the quantity advance allowances undetermined

    Scenario Outline: Sector and process
      Given industry sector is <industry sector>
      And process is <process>
      When evaluated as of 2026-11-20
      Then <steel>
      And <cement>
      And <metal>

      Examples:
        | industry sector | process                     | steel                                    | cement                                   | metal                                   |
        | steel           | blast furnace and converter | no finding I.SECTOR is raised            | no finding I.CEMENT is raised            | no finding I.METAL is raised            |
        | steel           | clinker                     | a minor nonconformity I.SECTOR is raised | no finding I.CEMENT is raised            | no finding I.METAL is raised            |
        | cement          | clinker                     | no finding I.SECTOR is raised            | no finding I.CEMENT is raised            | no finding I.METAL is raised            |
        | cement          | electrolysis                | no finding I.SECTOR is raised            | a minor nonconformity I.CEMENT is raised | no finding I.METAL is raised            |
        | aluminium       | electrolysis                | no finding I.SECTOR is raised            | no finding I.CEMENT is raised            | no finding I.METAL is raised            |
        | aluminium       | clinker                     | no finding I.SECTOR is raised            | no finding I.CEMENT is raised            | a minor nonconformity I.METAL is raised |
