# language: en
Feature: Further examples · Pilot carbon markets of China
  Each of these fails if a number, date, comparison, clause or verdict of the card slips, and no other example does.
  Proposed by a search from the rules as they stood on 2026-11-21, and read in samples only.

  Background:
    Given the scorecard cn-pilot-market

  Rule: What the examples beside the rules leave open

    Scenario: quantity above tonnes above the threshold
      When evaluated as of 2026-11-20
      Then the quantity tonnes above the threshold is 0 tCO2e

    Scenario: quantity greatest_multiple greatest multiple of a fine
      Given local market is Shenzhen
      And deadline of the surrender is 2024-04-30
      When evaluated as of 2026-11-20
      Then the quantity greatest multiple of a fine is 3
      And the quantity least multiple of a fine is 3
      And the rules leave the quantity green power at zero undetermined

    Scenario: quantity worth worth of what is missing
      Given tonnes that the registry accepted is 12999 tCO2e
      When evaluated as of 2026-11-20
      Then the rules leave the quantity worth of what is missing undetermined

    Scenario: gate PM2 What is covered nationally is not counted here
      Given covered nationally is missing
      When evaluated as of 2026-11-20
      Then the possible grades are listed in the market, none

    Scenario: gate PM5 SHCERCIR1 units in Shanghai alone, from 13 September 2024
      Given SHCERCIR1 units surrendered is missing
      When evaluated as of 2026-11-20
      Then the possible grades are listed in the market, none
