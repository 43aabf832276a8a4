# language: en
Feature: Further examples · CCER, tonnes of a monitoring period
  Each of these fails if a number, date, comparison, clause or verdict of the card slips, and no other example does.
  Proposed by a search from the rules as they stood on 2026-11-21, and read in samples only.

  Background:
    Given the scorecard ccer-reduction

  Rule: What the examples beside the rules leave open

    Scenario: quantity transfer transfer abroad allowed
      When evaluated as of 2024-09-01
      Then the quantity transfer abroad allowed is 1

    Scenario: gate R8 Cancelled for this use
      Given use of the credits is missing
      When evaluated as of 2025-12-31
      Then the conclusion is incomplete

    Scenario: gate R9 Transfer abroad allowed
      Given use of the credits is missing
      And supposing transfer abroad allowed is 1
      When evaluated as of 2025-12-31
      Then gate R9 is undetermined

    Scenario: gate R9 Transfer abroad allowed (2)
      Given supposing transfer abroad allowed is 1
      And use of the credits is transfer abroad
      When evaluated as of 2025-12-31
      Then the conclusion is scored
