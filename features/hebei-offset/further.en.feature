# language: en
Feature: Further examples · Reduction-value offset of Hebei
  Each of these fails if a number, date, comparison, clause or verdict of the card slips, and no other example does.
  Proposed by a search from the rules as they stood on 2026-11-21, and read in samples only.

  Background:
    Given the scorecard hebei-offset

  Rule: What the examples beside the rules leave open

    Scenario: condition of applying
      Given sector is missing
      When evaluated as of 2026-11-20
      Then the conclusion is incomplete
