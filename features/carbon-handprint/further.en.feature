# language: en
Feature: Further examples · Carbon handprints
  Each of these fails if a number, date, comparison, clause or verdict of the card slips, and no other example does.
  Proposed by a search from the rules as they stood on 2026-11-21, and read in samples only.

  Background:
    Given the scorecard carbon-handprint

  Rule: What the examples beside the rules leave open

    Scenario: rule AVO-05 Lower output is no handprint
      Given cause is lower output
      When evaluated as of 2026-11-20
      Then the verdict is prohibited

    Scenario: rule AVO-03 Netted against the own inventory
      Given netted against the own inventory is yes
      When evaluated as of 2026-11-20
      Then the verdict is prohibited

    Scenario: rule AVO-04 Traded
      Given traded as a credit is yes
      When evaluated as of 2026-11-20
      Then the verdict is prohibited

    Scenario: rule AVO-02 Baseline unjustified
      Given baseline justified is no
      When evaluated as of 2026-11-20
      Then the verdict is misleading

    Scenario: rule AVO-06 Not reviewed
      Given independently reviewed is no
      When evaluated as of 2026-11-20
      Then the verdict is needs evidence
