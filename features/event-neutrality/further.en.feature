# language: en
Feature: Further examples · Neutrality of a large event
  Each of these fails if a number, date, comparison, clause or verdict of the card slips, and no other example does.
  Proposed by a search from the rules as they stood on 2026-11-21, and read in samples only.

  Background:
    Given the scorecard event-neutrality

  Rule: What the examples beside the rules leave open

    Scenario: quantity preferred_sum credits of forestry and poor areas
      Given credits are
        | serial | kind of credit                | amount     | of forestry or a poor area | cancelled for this event | used elsewhere |
        | C-1    | allowance of a Chinese market | 2000 tCO2e | yes                        | yes                      | no             |
      When evaluated as of 2026-11-20
      Then the quantity credits of forestry and poor areas is 2000 tCO2e

    Scenario: quantity preferred_sum credits of forestry and poor areas (2)
      Given credits are
        | serial | kind of credit            | amount     | of forestry or a poor area | cancelled for this event | used elsewhere |
        | C-1    | provincial inclusive unit | 2000 tCO2e | yes                        | yes                      | no             |
      When evaluated as of 2026-11-20
      Then the quantity credits of forestry and poor areas is 2000 tCO2e

    Scenario: quantity preferred_sum credits of forestry and poor areas (3)
      Given credits are
        | serial | kind of credit                | amount     | of forestry or a poor area | cancelled for this event | used elsewhere |
        | C-1    | CDM unit of a Chinese project | 2000 tCO2e | yes                        | yes                      | no             |
      When evaluated as of 2026-11-20
      Then the quantity credits of forestry and poor areas is 2000 tCO2e
