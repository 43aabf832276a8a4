# language: en
Feature: Further examples · Forest, land and agriculture target
  Each of these fails if a number, date, comparison, clause or verdict of the card slips, and no other example does.

  Background:
    Given the scorecard sbti-flag

  Rule: What the examples beside the rules leave open

    Scenario: quantity early path used too early
      Given land emissions by commodity are
        | name | land emissions of the commodity | its own path is used |
        | soy  | 1999.99 tCO2e                   | yes                  |
      When evaluated as of 2026-12-01
      Then for commodity soy the quantity path used too early is 1

    Scenario: quantity commodity_share share of the commodity (2)
      Given land emissions of scopes 1 and 2 is 1 tCO2e
      And land emissions of scope 3 is 0 tCO2e
      And land emissions by commodity are
        | name | land emissions of the commodity | its own path is used |
        | soy  | 1 tCO2e                         | yes                  |
      When evaluated as of 2026-12-01
      Then for commodity soy the quantity share of the commodity is 100 %

    Scenario: quantity commodity_share share of the commodity
      Given land emissions of scopes 1 and 2 is 0 tCO2e
      And land emissions of scope 3 is 0 tCO2e
      And land emissions by commodity are
        | name | land emissions of the commodity | its own path is used |
        | soy  | 0 tCO2e                         | yes                  |
      When evaluated as of 2026-12-01
      Then for commodity soy the rules leave the quantity share of the commodity undetermined
      And gate SB1-PATH is undetermined

    Scenario: quantity share_of_land share of land emissions
      Given emissions of scopes 1 to 3 is 0 tCO2e
      When evaluated as of 2026-12-01
      Then the rules leave the quantity share of land emissions undetermined
