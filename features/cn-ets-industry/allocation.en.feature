# language: en
Feature: Allocation by lines

  Background:
    Given the scorecard cn-ets-industry
    And for each line the quantity intensity of the line (line_intensity), in tCO2e/t, on basis intensity
      | is                                              | when                      |
      | undetermined, because the line has no output    | output of the line is 0 t |
      | emissions in the intensity / output of the line | otherwise                 |
    And for each line the quantity distance to the balance value (distance), on basis plan-2025
      | is                                                                                  | when                                             |
      | undetermined, because no intensity or no balance value is given                     | intensity of the line is at most 0 tCO2e/t       |
      | undetermined, because no intensity or no balance value is given                     | balance value of the sector is at most 0 tCO2e/t |
      | (balance value of the sector - intensity of the line) / balance value of the sector | otherwise                                        |
    And for each line the quantity left out (excluded), on basis special
      | is | when                                                             |
      | 1  | state of the line is one of new in the year, closed before issue |
      | 0  | otherwise                                                        |
    And for each line the quantity as much as was emitted (as_emitted)
      | is | when                                                                                    | basis     |
      | 1  | allowance year is 2024                                                                  | plan-2024 |
      | 1  | special case of the line is one of white clinker alone, beside sulphuric acid of gypsum | special   |
      | 1  | carbide slag is more than 15 %                                                          | special   |
      | 0  | otherwise                                                                               | plan-2025 |
    And for each line the quantity rate of the line (rate)
      | is                                          | when                                          | basis              |
      | 0                                           | as much as was emitted is 1                   | plan-2024, special |
      | 0.03                                        | distance to the balance value is at least 0.2 | plan-2025          |
      | -0.03                                       | distance to the balance value is at most -0.2 | plan-2025          |
      | undetermined, because the plan was not read | slope between the bands is left open          | plan-2025          |
      | 0.15 * distance to the balance value        | otherwise                                     | plan-2025          |
    And for each line the quantity allowances of the line (allocated), in tCO2e
      | is                                                                            | when                   | basis                          |
      | undetermined, because the plan of 1 September 2026 was not found              | allowance year is 2026 | final                          |
      | 0 tCO2e                                                                       | allowance year is 2023 | plan-2024                      |
      | 0 tCO2e                                                                       | left out is 1          | special                        |
      | round(verified emissions of the line * (1 + rate of the line), 1 tCO2e, down) | otherwise              | plan-2024, plan-2025, rounding |
    And for each line the quantity emissions to cover of the line (line_due), in tCO2e
      | is                             | when                   | basis              |
      | 0 tCO2e                        | allowance year is 2023 | plan-2024          |
      | 0 tCO2e                        | left out is 1          | special            |
      | verified emissions of the line | otherwise              | surrender, special |
    And for each line the quantity gap of the line (line_gap), in tCO2e, on basis plan-2024, plan-2025
      | is                                                      |
      | emissions to cover of the line - allowances of the line |
    And for each line the quantity gap of the line in money (line_exposure), in CNY, on basis plan-2024, plan-2025
      | is                                             |
      | gap of the line * stated price of an allowance |
    And the quantity allowances of the entity (allowances), in tCO2e, the sum of allowances of the line over production lines, on basis plan-2024, plan-2025
    And the quantity emissions to be surrendered for (due), in tCO2e, the sum of emissions to cover of the line over production lines, on basis surrender, special
    And the quantity gap of allowances (gap), in tCO2e, on basis plan-2024, plan-2025
      | is                                                         |
      | emissions to be surrendered for - allowances of the entity |
    And the quantity gap in money (exposure), in CNY, on basis plan-2024, plan-2025
      | is                                               |
      | gap of allowances * stated price of an allowance |
    And the quantity allowances issued in advance (in_advance), in tCO2e
      | is                                                                 | when                                | basis                  |
      | round(70 % * verified emissions of the year before, 1 tCO2e, down) | allowance year is 2025              | advance-2025, rounding |
      | 0 tCO2e                                                            | allowance year is one of 2023, 2024 | plan-2024              |
      | undetermined, because the plan of 1 September 2026 was not found   | otherwise                           | final                  |
    And for each line the quantity draft rate of the line (draft_rate), on basis draft
      | is                                   | when                                                                                                   |
      | 0                                    | special case of the line is one of beside sulphuric acid of gypsum, hydrogen-rich oxygen blast furnace |
      | 0                                    | carbide slag is more than 30 %                                                                         |
      | 0                                    | state of the line is one of new in the year, closed before issue                                       |
      | 0                                    | verified emissions is less than 26000 tCO2e                                                            |
      | 0.03                                 | distance to the balance value is at least 0.2                                                          |
      | -0.03                                | distance to the balance value is at most -0.2                                                          |
      | 0.15 * distance to the balance value | otherwise                                                                                              |
    And for each line the quantity draft allowances of the line (draft_line), in tCO2e, on basis draft
      | is                                                                                  |
      | round(verified emissions of the line * (1 + draft rate of the line), 1 tCO2e, down) |
    And the quantity draft allowances of the lines (forecast), in tCO2e, the sum of draft allowances of the line over production lines, on basis draft

  Rule: As much as was emitted in 2024, within three percent of it in 2025
    Background:
      Given these findings
        | code     | finding                                                                                | when                                                     | severity    | basis |
        | I.FINAL  | Allowances of this year cannot be assessed: the plan of 1 September 2026 was not found | allowance year is 2026                                   | observation | final |
        | I.SECTOR | Process and sector do not fit                                                          | sector is steel; process is one of clinker, electrolysis | minor       | scope |
        | I.CEMENT | Process and sector of cement do not fit                                                | sector is cement; process is not clinker                 | minor       | scope |
        | I.METAL  | Process and sector of aluminium do not fit                                             | sector is aluminium; process is not electrolysis         | minor       | scope |
      And these results
        | result     | label                                                      | is                              | rounded to | basis                          |
        | allocation | Allowances of the entity                                   | allowances of the entity        | 2 decimals | plan-2024, plan-2025, rounding |
        | to_cover   | Emissions to be surrendered for                            | emissions to be surrendered for | 2 decimals | surrender, special             |
        | shortage   | Gap of allowances                                          | gap of allowances               | 2 decimals | plan-2024, plan-2025           |
        | money      | Gap at the stated price                                    | gap in money                    | 2 decimals | plan-2024, plan-2025           |
        | advance    | Allowances issued in advance                               | allowances issued in advance    | 0 decimals | advance-2025, rounding         |
        | draft_says | Forecast of allowances by the draft for 2026, not in force | draft allowances of the lines   | 0 decimals | draft                          |
      And for each line these results
        | result        | label                                          | is                             | rounded to | basis                          |
        | line_has      | Intensity of the line                          | intensity of the line          | 6 decimals | intensity                      |
        | line_allowed  | Allowances of the line                         | allowances of the line         | 2 decimals | plan-2024, plan-2025, rounding |
        | line_emitted  | Emissions to cover                             | emissions to cover of the line | 2 decimals | surrender, special             |
        | line_short    | Gap of the line                                | gap of the line                | 2 decimals | plan-2024, plan-2025           |
        | line_money    | Gap of the line in money                       | gap of the line in money       | 2 decimals | plan-2024, plan-2025           |
        | line_by_draft | Allowances by the draft for 2026, not in force | draft allowances of the line   | 0 decimals | draft                          |

    Scenario: the five worked lines
      When evaluated as of 2026-11-20
      Then for line a the quantity allowances of the line is 1571414 tCO2e
      And for line b the quantity allowances of the line is 1640000 tCO2e
      And for line b the quantity gap of the line is 0 tCO2e
      And for line c the quantity distance to the balance value is -0.1
      And for line c the quantity allowances of the line is 886500 tCO2e
      And for line d the quantity allowances of the line is 515000 tCO2e
      And for line e the quantity allowances of the line is 388000 tCO2e
      And the result Allowances of the entity is 5000914 tCO2e
      And the result Gap of allowances is -914 tCO2e
      And the result Gap at the stated price is -56997.04 CNY
      And the result Allowances issued in advance is 3025252 tCO2e

    Scenario: the worked lines at the balance value that is solved for
      Given balance value of the sector is 0.8187864 tCO2e/t
      When evaluated as of 2026-11-20
      Then for line a the quantity allowances of the line is 1571084 tCO2e
      And for line b the quantity allowances of the line is 1639635 tCO2e
      And for line c the quantity allowances of the line is 886279 tCO2e
      And the result Allowances of the entity is 4999998 tCO2e

    Scenario Outline: the worked steel and aluminium
      Given sector is <sector>
      And process is <process>
      And balance value of the sector is 1.6 tCO2e/t
      And production lines are
        | line name | code of line and year | state of the line | special case of the line | carbide slag | output of the line | emissions in the intensity | verified emissions of the line |
        | a         | 2025/a                | all year          | no special case          | 0 %          | <made> t           | <counted> tCO2e            | <emitted> tCO2e                |
      When evaluated as of 2026-11-20
      Then the result Allowances of the entity is <allowances> tCO2e

      Examples:
        | sector    | process                     | made    | counted | emitted | allowances |
        | steel     | blast furnace and converter | 5000000 | 7500000 | 9500000 | 9589062    |
        | aluminium | electrolysis                | 500000  | 770000  | 770000  | 774331     |

    Scenario Outline: the bands end at a distance of 20 %
      Given balance value of the sector is 1 tCO2e/t
      And production lines are
        | line name | code of line and year | state of the line | special case of the line | carbide slag | output of the line | emissions in the intensity | verified emissions of the line |
        | a         | 2025/a                | all year          | no special case          | 0 %          | 1000000 t          | <counted> tCO2e            | 1000000 tCO2e                  |
      When evaluated as of 2026-11-20
      Then for line a the quantity rate of the line is <rate>

      Examples:
        | counted | rate        |
        | 799999  | 0.03        |
        | 800000  | 0.03        |
        | 800001  | 0.02999985  |
        | 1000000 | 0           |
        | 1199999 | -0.02999985 |
        | 1200000 | -0.03       |
        | 1200001 | -0.03       |

    Scenario Outline: years, special cases, and lines that are left out
      Given allowance year is <year>
      And production lines are
        | line name | code of line and year | state of the line | special case of the line | carbide slag | output of the line | emissions in the intensity | verified emissions of the line |
        | a         | 2025/a                | <state>           | <special>                | <slag> %     | 1000000 t          | 500000 tCO2e               | 1000000 tCO2e                  |
      When evaluated as of 2026-11-20
      Then the result Allowances of the entity is <allowances> tCO2e
      And the result Emissions to be surrendered for is <due> tCO2e
      And the result Forecast of allowances by the draft for 2026, not in force is <draft> tCO2e

      Examples:
        | year | state               | special                            | slag  | allowances | due     | draft   |
        | 2025 | all year            | no special case                    | 0     | 1030000    | 1000000 | 1030000 |
        | 2024 | all year            | no special case                    | 0     | 1000000    | 1000000 | 1030000 |
        | 2025 | all year            | white clinker alone                | 0     | 1000000    | 1000000 | 1030000 |
        | 2025 | all year            | beside sulphuric acid of gypsum    | 0     | 1000000    | 1000000 | 1000000 |
        | 2025 | all year            | hydrogen-rich oxygen blast furnace | 0     | 1030000    | 1000000 | 1000000 |
        | 2025 | all year            | no special case                    | 15    | 1030000    | 1000000 | 1030000 |
        | 2025 | all year            | no special case                    | 15.01 | 1000000    | 1000000 | 1030000 |
        | 2025 | all year            | no special case                    | 30    | 1000000    | 1000000 | 1030000 |
        | 2025 | all year            | no special case                    | 30.01 | 1000000    | 1000000 | 1000000 |
        | 2025 | new in the year     | no special case                    | 0     | 0          | 0       | 1000000 |
        | 2025 | closed before issue | no special case                    | 0     | 0          | 0       | 1000000 |

    Scenario Outline: the draft gives an entity below 26,000 tonnes what it emitted
      Given production lines are
        | line name | code of line and year | state of the line | special case of the line | carbide slag | output of the line | emissions in the intensity | verified emissions of the line |
        | a         | 2025/a                | all year          | no special case          | 0 %          | 100000 t           | 20000 tCO2e                | <emitted> tCO2e                |
      When evaluated as of 2026-11-20
      Then the result Forecast of allowances by the draft for 2026, not in force is <draft> tCO2e

      Examples:
        | emitted  | draft |
        | 25999.99 | 25999 |
        | 26000    | 26780 |

    Scenario Outline: the draft has the same bands
      Given balance value of the sector is 1 tCO2e/t
      And production lines are
        | line name | code of line and year | state of the line | special case of the line | carbide slag | output of the line | emissions in the intensity | verified emissions of the line |
        | a         | 2025/a                | all year          | no special case          | 0 %          | 1000000 t          | <counted> tCO2e            | 1000000 tCO2e                  |
      When evaluated as of 2026-11-20
      Then for line a the quantity draft rate of the line is <rate>

      Examples:
        | counted | rate        |
        | 800000  | 0.03        |
        | 800001  | 0.02999985  |
        | 1199999 | -0.02999985 |
        | 1200000 | -0.03       |

    Scenario: without intensity nothing is guessed
      Given production lines are
        | line name | code of line and year | state of the line | special case of the line | carbide slag | output of the line | emissions in the intensity | verified emissions of the line |
        | a         | 2025/a                | all year          | no special case          | 0 %          | 1000000 t          | 0 tCO2e                    | 1000000 tCO2e                  |
      When evaluated as of 2026-11-20
      Then for line a the rules leave the quantity distance to the balance value undetermined

    Scenario Outline: a line without output has no intensity, and one of a tonne has one
      Given production lines are
        | line name | code of line and year | state of the line | special case of the line | carbide slag | output of the line | emissions in the intensity | verified emissions of the line |
        | a         | 2025/a                | all year          | no special case          | 0 %          | <output> t         | 1 tCO2e                    | 1000000 tCO2e                  |
      When evaluated as of 2026-11-20
      Then <expected>

      Examples:
        | output | expected                                                                   |
        | 0      | for line a the rules leave the quantity intensity of the line undetermined |
        | 1      | for line a the quantity intensity of the line is 1 tCO2e/t                 |

    Scenario: without balance value nothing is guessed
      Given balance value of the sector is 0 tCO2e/t
      When evaluated as of 2026-11-20
      Then for line a the rules leave the quantity distance to the balance value undetermined

    Scenario: the slope may be left open
      Given the setting slope between the bands is left open
      When evaluated as of 2026-11-20
      Then for line b the rules leave the quantity rate of the line undetermined
      And for line d the quantity rate of the line is 0.03

    Scenario: 2026 cannot be assessed
      Given allowance year is 2026
      When evaluated as of 2026-11-20
      Then for line a the rules leave the quantity allowances of the line undetermined
      And an observation I.FINAL is raised

    Scenario: nothing in advance for 2024
      Given allowance year is 2024
      When evaluated as of 2026-11-20
      Then the quantity allowances issued in advance is 0 tCO2e
      And no finding I.FINAL is raised

    Scenario: in advance for 2026 nothing is known
      Given allowance year is 2026
      When evaluated as of 2026-11-20
      Then the rules leave the quantity allowances issued in advance undetermined

    Scenario Outline: sector and process
      Given sector is <sector>
      And process is <process>
      When evaluated as of 2026-11-20
      Then <steel>
      And <cement>
      And <metal>

      Examples:
        | sector    | process                     | steel                                    | cement                                   | metal                                   |
        | steel     | blast furnace and converter | no finding I.SECTOR is raised            | no finding I.CEMENT is raised            | no finding I.METAL is raised            |
        | steel     | clinker                     | a minor nonconformity I.SECTOR is raised | no finding I.CEMENT is raised            | no finding I.METAL is raised            |
        | cement    | clinker                     | no finding I.SECTOR is raised            | no finding I.CEMENT is raised            | no finding I.METAL is raised            |
        | cement    | electrolysis                | no finding I.SECTOR is raised            | a minor nonconformity I.CEMENT is raised | no finding I.METAL is raised            |
        | aluminium | electrolysis                | no finding I.SECTOR is raised            | no finding I.CEMENT is raised            | no finding I.METAL is raised            |
        | aluminium | clinker                     | no finding I.SECTOR is raised            | no finding I.CEMENT is raised            | a minor nonconformity I.METAL is raised |
