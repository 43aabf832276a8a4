# language: en
Feature: Reported values
  The values reported with the star, each rounded to two decimals. Decisions always use unrounded values.

  Background:
    Given the scorecard zero-carbon-factory

  Rule: Five reported values
    Background:
      Given these results
        | result             | label                                | is                          | rounded to | basis                |
        | residual_emissions | Residual emissions of the claim year | residual emission           | 2 decimals | residual, definition |
        | offset_reached     | Offset ratio reached                 | offset ratio                | 2 decimals | star-table           |
        | removal_reached    | Removal ratio reached                | removal ratio               | 2 decimals | star-table           |
        | renewable_reached  | Renewable electricity share reached  | renewable electricity share | 2 decimals | electricity-share    |
        | score_reached      | Score out of one hundred             | the total score             | 2 decimals | table-b1             |

    Scenario: Reported values of the example factory
      When evaluated as of 2025-06-30
      Then the result Residual emissions of the claim year is 6000 tCO2e
      And the result Offset ratio reached is 50 %
      And the result Removal ratio reached is 10 %
      And the result Renewable electricity share reached is 80 %
      And the result Score out of one hundred is 111551/1500
