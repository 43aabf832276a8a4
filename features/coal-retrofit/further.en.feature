# language: en
Feature: Further examples · Low-carbon retrofit of coal power
  Each of these fails if a number, date, comparison, clause or verdict of the card slips, and no other example does.
  Proposed by a search from the rules as they stood on 2026-11-21, and read in samples only.

  Background:
    Given the scorecard coal-retrofit

  Rule: What the examples beside the rules leave open

    Scenario: setting about_half reading of about 50 %
      When evaluated as of 2028-03-31
      Then the quantity least fall is 50 %

    Scenario: gate CR1 About 50 % below similar units of 2023
      Given last day of the year measured is missing
      When evaluated as of 2028-03-31
      Then gate CR1 is undetermined
