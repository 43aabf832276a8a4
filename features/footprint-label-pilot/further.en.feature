# language: en
Feature: More examples · Footprint-label certification pilot
  Each of these examples detects an error in a number, date, comparison, clause or verdict of the scorecard that no other example detects.
  Each title names the rule that it tests; the values were recomputed in samples only.

  Background:
    Given the scorecard footprint-label-pilot

  Rule: Cases that the examples of the rules do not cover

    Scenario Outline: photovoltaics and textiles are products of the pilot
      Given product is <product>
      When evaluated as of 2025-06-30
      Then gate A1 is met

      Examples:
        | product       |
        | photovoltaics |
        | textiles      |

    Scenario: what is requested must be said
      Given type of request is missing
      When evaluated as of 2025-06-30
      Then gate A6 is undetermined
      And gate A7 is undetermined
      And gate A8 is undetermined
