# language: en
Feature: Further examples · Carbon labels and their renewal
  Each of these fails if a number, date, comparison, clause or verdict of the card slips, and no other example does.
  Proposed by a search from the rules as they stood on 2026-11-21, and read in samples only.

  Background:
    Given the scorecard carbon-label

  Rule: What the examples beside the rules leave open

    Scenario: quantity reached reduction reached
      Given former footprint is 0 kgCO2e/kg
      When evaluated as of 2026-11-20
      Then the rules leave the quantity reduction reached undetermined

    Scenario: rule LAB-02 Footprint not verified or standard not chosen
      Given standard and product rules chosen is no
      When evaluated as of 2026-11-20
      Then the verdict is needs evidence

    Scenario: rule LAB-07 Shown after the term that the issuer set
      Given term of the label is set by the issuer
      And last day of the term is 2026-11-19
      When evaluated as of 2026-11-20
      Then the verdict is prohibited

    Scenario: rule LAB-04 Suspended
      Given suspended is yes
      When evaluated as of 2026-11-20
      Then the verdict is prohibited

    Scenario: rule LAB-08 Renewal of what was never issued
      Given request is renew the label
      And issued by a body is no
      When evaluated as of 2026-11-20
      Then the verdict is needs evidence
