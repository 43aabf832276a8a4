# language: en
Feature: More examples · Net-zero science-based target
  Each of these examples detects an error in a number, date, comparison, clause or verdict of the scorecard that no other example detects.

  Background:
    Given the scorecard sbti-net-zero

  Rule: Cases that the examples of the rules do not cover

    Scenario: quantity advanced threshold of the advanced level
      Given ongoing emissions of scopes 1 and 2 is 0 tCO2e
      When evaluated as of 2027-12-31
      Then no finding OER.ADVANCED is raised
      And the quantity threshold of the advanced level is 3600 tCO2e

    Scenario: quantity to_remove required removal share
      Given year assessed is missing
      And net-zero year is missing
      When evaluated as of 2027-12-31
      Then the quantity required removals is between -667800 tCO2e and 2896200 tCO2e
