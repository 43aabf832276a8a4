# language: en
Feature: Further examples · Footprint-label pilot
  Each of these fails if a number, date, comparison, clause or verdict of the card slips, and no other example does.
  Their titles say which rule they pin; read beside the rules, their figures recomputed in samples only.

  Background:
    Given the scorecard footprint-label-pilot

  Rule: What the examples beside the rules leave open

    Scenario Outline: photovoltaics and textile are products of the pilot
      Given product is <product>
      When evaluated as of 2025-06-30
      Then gate A1 is met

      Examples:
        | product       |
        | photovoltaics |
        | textile       |

    Scenario: what is requested must be said
      Given request is missing
      When evaluated as of 2025-06-30
      Then gate A6 is undetermined
      And gate A7 is undetermined
      And gate A8 is undetermined
