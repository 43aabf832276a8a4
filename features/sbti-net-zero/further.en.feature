# language: en
Feature: Further examples · Net-zero science-based target
  Each of these fails if a number, date, comparison, clause or verdict of the card slips, and no other example does.

  Background:
    Given the scorecard sbti-net-zero

  Rule: What the examples beside the rules leave open

    Scenario: quantity advanced advanced from
      Given ongoing emissions of scopes 1 and 2 is 0 tCO2e
      When evaluated as of 2027-12-31
      Then no finding OER.ADVANCED is raised
      And the quantity advanced from is 3600 tCO2e

    Scenario: quantity to_remove share to be removed
      Given year looked at is missing
      And net-zero year is missing
      When evaluated as of 2027-12-31
      Then the quantity removals due is between -667800 tCO2e and 2896200 tCO2e
