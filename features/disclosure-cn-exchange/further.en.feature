# language: en
Feature: Further examples · Sustainability report of a company listed in China
  Each of these fails if a number, date, comparison, clause or verdict of the card slips, and no other example does.

  Background:
    Given the scorecard disclosure-cn-exchange

  Rule: What the examples beside the rules leave open

    Scenario: quantity due the report is due
      When evaluated as of 2025-12-30
      Then gate CN-03 is met
