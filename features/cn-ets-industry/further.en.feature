# language: en
Feature: More examples · National carbon market of China: steel, cement and aluminium
  Each of these examples detects an error in a number, date, comparison, clause or verdict of the scorecard that no other example detects.
  Each title names the rule that it tests; the values were recomputed in samples only.

  Background:
    Given the scorecard cn-ets-industry

  Rule: Cases that the examples of the rules do not cover

    Scenario: whose account lacks more than it holds carries nothing over
      Given account movements are
        | booking | kind of movement | tonnes moved  | vintage | year of the surrender obligation |
        | M1      | surrendered      | 5000000 tCO2e | 2024    | 2025                             |
      When evaluated as of 2027-01-01
      Then the quantity maximum carry-over is 0 tCO2e
      And the quantity total draft allowances of the lines is 5000914 tCO2e
      And for line a the quantity allowance gap of the line in money is -711777.04 CNY

    Scenario: the least holding is carried over whole, and nothing missing costs nothing
      Given supposing holding at the end of 2025 is 0.01 tCO2e
      When evaluated as of 2027-01-02
      Then the quantity maximum carry-over is 0.01 tCO2e
      And the quantity maximum fine is 0 CNY
      And for movement M1 the quantity net amount sold is 0 tCO2e

    Scenario: above 100,000 tonnes with net sales the multiplier was not found
      Given supposing net sales is 0.01 tCO2e
      And supposing holding at the end of 2025 is 100000.01 tCO2e
      When evaluated as of 2027-01-02
      Then the rules leave the quantity maximum carry-over undetermined

    Scenario: of the least amount missing the fine is not known
      Given supposing tonnes missing after the deadline is 0.01 tCO2e
      When evaluated as of 2027-01-02
      Then the rules leave the quantity maximum fine undetermined
      And the rules leave the quantity minimum fine undetermined
      And the conclusion is gate failed

    Scenario: seventy percent in advance are rounded down to whole tonnes
      Given verified emissions of the previous year is 25999.99 tCO2e
      When evaluated as of 2026-12-31
      Then the quantity advance allowances is 18199 tCO2e
      And no finding S.OPEN is raised

    Scenario: a line without output has no intensity by which to allocate
      Given production lines are
        | name of the production line | identifier of line and year | status of the line | special case of the line | carbide slag replacement rate | output of the line | emissions included in the intensity | verified emissions of the line |
        | a                           | 2025/a                      | all year           | no special case          | 0 %                           | 0 t                | 1560000 tCO2e                       | 1560000 tCO2e                  |
        | b                           | 2025/b                      | all year           | no special case          | 0 %                           | 2000000 t          | 1640000 tCO2e                       | 1640000 tCO2e                  |
        | c                           | 2025/c                      | all year           | no special case          | 0 %                           | 1000000 t          | 902000 tCO2e                        | 900000 tCO2e                   |
        | d                           | 2025/d                      | all year           | no special case          | 0 %                           | 1000000 t          | 650000 tCO2e                        | 500000 tCO2e                   |
        | e                           | 2025/e                      | all year           | no special case          | 0 %                           | 400000 t           | 400000 tCO2e                        | 400000 tCO2e                   |
      When evaluated as of 2026-11-20
      Then for line a the rules leave the quantity allowances of the line undetermined

    Scenario: credits of five percent and allowances cover what is due
      Given credits used are
        | offset credit entry | serial numbers   | tonnes of credits | project inside the national market | credit of the earlier scheme | cancellation date | year of use |
        | C1                  | CCER-2026-000001 | 250000 tCO2e      | no                                 | no                           | 2026-12-31        | 2025        |
      When evaluated as of 2027-01-01
      Then the conclusion is scored

    Scenario: at a distance of just 20 % above the band decides, even where the slope is treated as unknown
      Given balance value of the sector is 1 tCO2e/t
      And production lines are
        | name of the production line | identifier of line and year | status of the line | special case of the line | carbide slag replacement rate | output of the line | emissions included in the intensity | verified emissions of the line |
        | a                           | 2025/a                      | all year           | no special case          | 0 %                           | 1000000 t          | 800000 tCO2e                        | 1000000 tCO2e                  |
      And the setting adjustment between the bands is treated as unknown
      When evaluated as of 2026-11-20
      Then for line a the quantity allowances of the line is 1030000 tCO2e

    Scenario: what is bought of the vintage 2025 is no sale
      Given account movements are
        | booking | date of the movement | kind of movement | tonnes moved  | vintage | year of the surrender obligation | account and booking code |
        | M1      | 2026-09-30           | bought           | 5000914 tCO2e | 2025    | not applicable                   | A2/M1                    |
      When evaluated as of 2027-01-02
      Then for movement M1 the quantity net amount sold is 0 tCO2e

    Scenario: what is bought of the vintage 2024 is taken off the sales
      Given account movements are
        | booking | date of the movement | kind of movement | tonnes moved  | vintage | year of the surrender obligation |
        | M1      | 2026-12-31           | bought           | 5000000 tCO2e | 2024    | 2025                             |
      When evaluated as of 2027-01-01
      Then for movement M1 the quantity net amount sold is -5000000 tCO2e

    Scenario: what is issued of the vintage 2026 is no holding that is carried over
      Given account movements are
        | booking | date of the movement | kind of movement | tonnes moved  | vintage | year of the surrender obligation | account and booking code |
        | M1      | 2026-09-30           | issued           | 5000914 tCO2e | 2026    | not applicable                   | A2/M1                    |
      When evaluated as of 2027-01-02
      Then for movement M1 the quantity net transfer in is 0 tCO2e

    Scenario: the vintage of 2019 and 2020 may be year of the surrender obligation 2024
      Given allowance year is 2024
      And account movements are
        | booking | date of the movement | kind of movement | tonnes moved  | vintage   | year of the surrender obligation | account and booking code |
        | M1      | 2025-12-31           | surrendered      | 5000914 tCO2e | 2019_2020 | 2024                             | A2/M1                    |
      When evaluated as of 2027-01-02
      Then the conclusion is scored

    Scenario: the vintage of 2021 may be year of the surrender obligation 2024
      Given allowance year is 2024
      And account movements are
        | booking | date of the movement | kind of movement | tonnes moved  | vintage | year of the surrender obligation | account and booking code |
        | M1      | 2025-12-31           | surrendered      | 5000914 tCO2e | 2021    | 2024                             | A2/M1                    |
      When evaluated as of 2027-01-02
      Then the conclusion is scored

    Scenario: the vintage of 2022 may be year of the surrender obligation 2024
      Given allowance year is 2024
      And account movements are
        | booking | date of the movement | kind of movement | tonnes moved  | vintage | year of the surrender obligation | account and booking code |
        | M1      | 2025-12-31           | surrendered      | 5000914 tCO2e | 2022    | 2024                             | A2/M1                    |
      When evaluated as of 2027-01-02
      Then the conclusion is scored

    Scenario: the vintage of 2023 may be year of the surrender obligation 2024
      Given allowance year is 2024
      And account movements are
        | booking | date of the movement | kind of movement | tonnes moved  | vintage | year of the surrender obligation | account and booking code |
        | M1      | 2025-12-31           | surrendered      | 5000914 tCO2e | 2023    | 2024                             | A2/M1                    |
      When evaluated as of 2027-01-02
      Then the conclusion is scored

    Scenario: an entity just below 26,000 tonnes may have been above it the year before
      Given supposing verified emissions is 25999.99 tCO2e
      And verified emissions of the previous year is missing
      When evaluated as of 2026-11-20
      Then the conclusion is incomplete

    Scenario: steel is not made by electrolysis
      Given industry sector is steel
      And process is electrolysis
      When evaluated as of 2026-11-20
      Then a minor nonconformity I.SECTOR is raised

    Scenario: the least amount surrendered after the deadline is a major nonconformity
      Given supposing surrendered after the deadline is 0.01 tCO2e
      When evaluated as of 2027-01-02
      Then a major nonconformity S.LATE is raised

    Scenario: on the day of the deadline the least amount missing is disclosed
      Given supposing days to the surrender deadline is 0 days
      And supposing tonnes not covered by surrender or credits is 0.01 tCO2e
      When evaluated as of 2027-01-02
      Then an observation S.OPEN is raised

    Scenario: at a distance of just 20 % below the band decides, even where the slope is treated as unknown
      Given the setting adjustment between the bands is treated as unknown
      And balance value of the sector is 1 tCO2e/t
      And production lines are
        | name of the production line | identifier of line and year | status of the line | special case of the line | carbide slag replacement rate | output of the line | emissions included in the intensity | verified emissions of the line |
        | a                           | 2025/a                      | all year           | no special case          | 0 %                           | 1000000 t          | 1200000 tCO2e                       | 1000000 tCO2e                  |
      When evaluated as of 2026-11-20
      Then for line a the quantity adjustment rate of the line is -0.03

    Scenario: what is sold of the vintage 2026 is no sale that counts
      Given account movements are
        | booking | date of the movement | kind of movement | tonnes moved | vintage | year of the surrender obligation |
        | M1      | 2025-12-31           | sold             | 5000 tCO2e   | 2026    | 2025                             |
      When evaluated as of 2026-11-20
      Then for movement M1 the quantity net amount sold is 0 tCO2e
