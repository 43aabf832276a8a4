# language: en
Feature: More examples · Pilot carbon markets of China
  Each of these examples detects an error in a number, date, comparison, clause or verdict of the scorecard that no other example detects.
  Each title names the rule that it tests; the values were recomputed in samples only.

  Background:
    Given the scorecard cn-pilot-market

  Rule: Cases that the examples of the rules do not cover

    Scenario: below the threshold nothing lies above it
      When evaluated as of 2026-11-20
      Then the quantity tonnes above the threshold is 0 tCO2e

    Scenario: Shenzhen fines three times, whatever the deadline
      Given local market is Shenzhen
      And surrender deadline is 2024-04-30
      When evaluated as of 2026-11-20
      Then the quantity maximum multiple for the fine is 3
      And the quantity minimum multiple for the fine is 3
      And the rules leave the quantity green power counted as zero-emission undetermined

    Scenario: where no mean price was found what is missing has no worth
      Given tonnes confirmed by the registry is 12999 tCO2e
      When evaluated as of 2026-11-20
      Then the rules leave the quantity value of the missing tonnes undetermined

    Scenario: whether it is covered by the national market must be said
      Given covered by the national market is missing
      When evaluated as of 2026-11-20
      Then the possible grades are within the local market, none

    Scenario: units of Shanghai surrendered must be said
      Given SHCERCIR1 units surrendered is missing
      When evaluated as of 2026-11-20
      Then the possible grades are within the local market, none
