# language: en
Feature: Further examples · Energy review of a project with carbon evaluation
  Each of these fails if a number, date, comparison, clause or verdict of the card slips, and no other example does.
  Proposed by a search from the rules as they stood on 2026-11-21, and read in samples only.

  Background:
    Given the scorecard project-energy-review

  Rule: What the examples beside the rules leave open

    Scenario: gate ZE6 Opinion not lapsed: begun within two years
      Given yearly coal is 999.99 t
      And yearly energy by equivalent value in tce is missing
      When evaluated as of 2028-06-30
      Then gate ZE6 is undetermined
