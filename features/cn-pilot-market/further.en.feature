# language: en
Feature: Further examples · Pilot carbon markets of China
  Each of these fails if a number, date, comparison, clause or verdict of the card slips, and no other example does.
  Their titles say which rule they pin; read beside the rules, their figures recomputed in samples only.

  Background:
    Given the scorecard cn-pilot-market

  Rule: What the examples beside the rules leave open

    Scenario: below the threshold nothing lies above it
      When evaluated as of 2026-11-20
      Then the quantity tonnes above the threshold is 0 tCO2e

    Scenario: Shenzhen fines three times, whatever the deadline
      Given local market is Shenzhen
      And deadline of the surrender is 2024-04-30
      When evaluated as of 2026-11-20
      Then the quantity greatest multiple of a fine is 3
      And the quantity least multiple of a fine is 3
      And the rules leave the quantity green power at zero undetermined

    Scenario: where no mean price was found what is missing has no worth
      Given tonnes that the registry accepted is 12999 tCO2e
      When evaluated as of 2026-11-20
      Then the rules leave the quantity worth of what is missing undetermined

    Scenario: whether it is covered nationally must be said
      Given covered nationally is missing
      When evaluated as of 2026-11-20
      Then the possible grades are listed in the market, none

    Scenario: units of Shanghai surrendered must be said
      Given SHCERCIR1 units surrendered is missing
      When evaluated as of 2026-11-20
      Then the possible grades are listed in the market, none
