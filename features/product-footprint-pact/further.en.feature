# language: en
Feature: More examples · Product footprint in the PACT data model
  Each of these examples detects an error in a number, date, comparison, clause or verdict of the scorecard that no other example detects.

  Background:
    Given the scorecard product-footprint-pact

  Rule: Cases that the examples of the rules do not cover

    Scenario: quantity excluding sum of the parts without uptake
      Given technological removals and storage is -0.02 kgCO2e
      When evaluated as of 2026-12-01
      Then the quantity sum of the parts without uptake is 4.38 kgCO2e
      And the quantity total weighted geographical rating is 9.1 kgCO2e

    Scenario: quantity in_time the date of use is within the validity period
      Given validity_stated is missing
      When evaluated as of 2026-12-01
      Then the conclusion is incomplete
