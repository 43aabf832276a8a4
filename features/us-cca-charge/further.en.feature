# language: en
Feature: More examples · Clean Competition Act of the United States (a bill, not law)
  Each of these examples detects an error in a number, date, comparison, clause or verdict of the scorecard that no other example detects.

  Background:
    Given the scorecard us-cca-charge

  Rule: Cases that the examples of the rules do not cover

    Scenario: quantity base_start start of the base year
      Given the setting bill is y2023
      And the setting combination with inflation is add
      And the setting method of the baseline decline is points
      And the setting effect of a carbon club waiver is all
      When evaluated as of 2026-12-01
      Then the quantity start of the base year is 2025-01-01
      And the quantity first day of the charge is 2025-01-01

    Scenario Outline: quantity base_start start of the base year (2)
      Given the setting <base_2025> is y2025
      And the setting combination with inflation is add
      And the setting method of the baseline decline is points
      And the setting effect of a carbon club waiver is all
      When evaluated as of 2026-12-01
      Then the quantity start of the base year is between <base_start>

      Examples:
        | base_2025                     | base_start                |
        | base year of the bill of 2025 | 2024-01-01 and 2025-01-01 |
        | bill                          | 2025-01-01 and 2026-01-01 |

    Scenario: finding CCA-BILL This is a bill and not law, so no charge is owed
      Given supposing total charge is 0.01 USD
      And the setting combination with inflation is add
      And the setting method of the baseline decline is points
      And the setting effect of a carbon club waiver is all
      When evaluated as of 2026-12-01
      Then an observation CCA-BILL is raised
