# language: en
Feature: More examples · Activity under Article 6.4
  Each of these examples detects an error in a number, date, comparison, clause or verdict of the scorecard that no other example detects.

  Background:
    Given the scorecard article-6-4-activity

  Rule: Cases that the examples of the rules do not cover

    Scenario: setting below_bau interpretation of below business as usual
      Given crediting baseline of the year is 49000 tCO2e
      When evaluated as of 2026-12-01
      Then gate A64-06 is not met
