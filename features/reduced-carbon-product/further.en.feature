# language: en
Feature: Further examples · Products of reduced carbon
  Each of these fails if a number, date, comparison, clause or verdict of the card slips, and no other example does.
  Proposed by a search from the rules as they stood on 2026-11-21, and read in samples only.

  Background:
    Given the scorecard reduced-carbon-product

  Rule: What the examples beside the rules leave open

    Scenario: quantity reduction reduction
      Given earlier footprint is 0 kgCO2e/kg
      When evaluated as of 2026-11-20
      Then the rules leave the quantity reduction undetermined
      And the verdict is needs evidence

    Scenario: rule RED-04 No reduction
      Given supposing reduction is 0.01 %
      When evaluated as of 2026-11-20
      Then the verdict is misleading

    Scenario: rule RED-05 Target missed
      Given supposing short of the target is 0 %
      When evaluated as of 2026-11-20
      Then the verdict is ok

    Scenario: rule RED-05 Target missed (2)
      Given target of reduction is 11.01 %
      When evaluated as of 2026-11-20
      Then the verdict is needs evidence
