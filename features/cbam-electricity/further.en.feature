# language: en
Feature: Further examples · CBAM, one quantity of imported electricity
  Each of these fails if a number, date, comparison, clause or verdict of the card slips, and no other example does.
  Proposed by a search from the rules as they stood on 2026-11-21, and read in samples only.

  Background:
    Given the scorecard cbam-electricity

  Rule: What the examples beside the rules leave open

    Scenario: condition of applying
      Given country of production is missing
      When evaluated as of 2026-11-20
      Then the conclusion is incomplete

    Scenario: gate E1 Purchase agreement for the whole quantity
      Given determination is missing
      When evaluated as of 2027-02-01
      Then gate E1 is undetermined
      And gate E2 is undetermined
      And gate E3 is undetermined
      And gate E4 is undetermined
      And gate E5 is undetermined
      And gate E6 is undetermined
