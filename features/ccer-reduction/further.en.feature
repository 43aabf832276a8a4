# language: en
Feature: Further examples · CCER, tonnes of a monitoring period
  Each of these fails if a number, date, comparison, clause or verdict of the card slips, and no other example does.
  Their titles say which rule they pin; read beside the rules, their figures recomputed in samples only.

  Background:
    Given the scorecard ccer-reduction

  Rule: What the examples beside the rules leave open

    Scenario: a use at home needs no rules on transfer abroad
      When evaluated as of 2024-09-01
      Then the quantity transfer abroad allowed is 1

    Scenario: the use must be said
      Given use of the credits is missing
      When evaluated as of 2025-12-31
      Then the conclusion is incomplete

    Scenario: whether it is a transfer abroad must be said
      Given use of the credits is missing
      And supposing transfer abroad allowed is 1
      When evaluated as of 2025-12-31
      Then gate R9 is undetermined

    Scenario: once transfers abroad are allowed they need no cancellation here
      Given supposing transfer abroad allowed is 1
      And use of the credits is transfer abroad
      When evaluated as of 2025-12-31
      Then the conclusion is scored

    Scenario: without readings nothing lies between the first and the last
      Given readings is none
      When evaluated as of 2024-09-01
      Then the quantity days from the first to the last day read is 1 day
