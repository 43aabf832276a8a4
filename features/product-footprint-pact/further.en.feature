# language: en
Feature: Further examples · Product footprint in the data model of PACT
  Each of these fails if a number, date, comparison, clause or verdict of the card slips, and no other example does.

  Background:
    Given the scorecard product-footprint-pact

  Rule: What the examples beside the rules leave open

    Scenario: quantity excluding footprint without uptake
      Given technological removals and storage is -0.02 kgCO2e
      When evaluated as of 2026-12-01
      Then the quantity footprint without uptake is 4.38 kgCO2e
      And the quantity geography of all items is 9.1 kgCO2e

    Scenario: quantity in_time the day of use is inside the validity
      Given validity_stated is missing
      When evaluated as of 2026-12-01
      Then the conclusion is incomplete
