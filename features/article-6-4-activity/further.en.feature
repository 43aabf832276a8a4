# language: en
Feature: Further examples · Activity under Article 6.4
  Each of these fails if a number, date, comparison, clause or verdict of the card slips, and no other example does.

  Background:
    Given the scorecard article-6-4-activity

  Rule: What the examples beside the rules leave open

    Scenario: setting below_bau reading of below business as usual
      Given baseline of a year is 49000 tCO2e
      When evaluated as of 2026-12-01
      Then gate A64-06 is not met
