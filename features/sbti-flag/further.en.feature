# language: en
Feature: More examples · Forest, land and agriculture target
  Each of these examples detects an error in a number, date, comparison, clause or verdict of the scorecard that no other example detects.

  Background:
    Given the scorecard sbti-flag

  Rule: Cases that the examples of the rules do not cover

    Scenario: quantity early pathway used below the threshold (1 = yes)
      Given land emissions by commodity are
        | name | land emissions of the commodity | the pathway of the commodity is used |
        | soy  | 1999.99 tCO2e                   | yes                                  |
      When evaluated as of 2026-12-01
      Then for commodity soy the quantity pathway used below the threshold (1 = yes) is 1

    Scenario: quantity commodity_share share of the commodity in land emissions (2)
      Given land emissions of scopes 1 and 2 is 1 tCO2e
      And land emissions of scope 3 is 0 tCO2e
      And land emissions by commodity are
        | name | land emissions of the commodity | the pathway of the commodity is used |
        | soy  | 1 tCO2e                         | yes                                  |
      When evaluated as of 2026-12-01
      Then for commodity soy the quantity share of the commodity in land emissions is 100 %

    Scenario: quantity commodity_share share of the commodity in land emissions
      Given land emissions of scopes 1 and 2 is 0 tCO2e
      And land emissions of scope 3 is 0 tCO2e
      And land emissions by commodity are
        | name | land emissions of the commodity | the pathway of the commodity is used |
        | soy  | 0 tCO2e                         | yes                                  |
      When evaluated as of 2026-12-01
      Then for commodity soy the rules leave the quantity share of the commodity in land emissions undetermined
      And gate SB1-PATH is undetermined

    Scenario: quantity share_of_land share of land emissions in total emissions
      Given total emissions of scopes 1 to 3 is 0 tCO2e
      When evaluated as of 2026-12-01
      Then the rules leave the quantity share of land emissions in total emissions undetermined
