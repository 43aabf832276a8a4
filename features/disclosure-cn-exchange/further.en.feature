# language: en
Feature: More examples · Sustainability report of a company listed in China
  Each of these examples detects an error in a number, date, comparison, clause or verdict of the scorecard that no other example detects.

  Background:
    Given the scorecard disclosure-cn-exchange

  Rule: Cases that the examples of the rules do not cover

    Scenario: quantity due the report is published or past its deadline
      When evaluated as of 2025-12-30
      Then gate CN-03 is met
