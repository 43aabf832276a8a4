# language: en
Feature: Further examples · Carbon dioxide removal
  Each of these fails if a number, date, comparison, clause or verdict of the card slips, and no other example does.
  Proposed by a search from the rules as they stood on 2026-11-21, and read in samples only.

  Background:
    Given the scorecard cdr-eligibility

  Rule: What the examples beside the rules leave open

    Scenario: rule CDR-03 Stored for less than a hundred years
      Given years of storage is 100 years
      When evaluated as of 2026-11-20
      Then the verdict is ok
