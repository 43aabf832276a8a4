# language: en
Feature: More examples · CCER: tonnes of a monitoring period
  Each of these examples detects an error in a number, date, comparison, clause or verdict of the scorecard that no other example detects.
  Each title names the rule that it tests; the values were recomputed in samples only.

  Background:
    Given the scorecard ccer-reduction

  Rule: Cases that the examples of the rules do not cover

    Scenario: a use at home needs no rules on transfer abroad
      When evaluated as of 2024-09-01
      Then the quantity transfer abroad allowed is 1

    Scenario: the use must be said
      Given use of the credits is missing
      When evaluated as of 2025-12-31
      Then the conclusion is incomplete

    Scenario: whether it is a transfer abroad must be said
      Given use of the credits is missing
      And supposing transfer abroad allowed is 1
      When evaluated as of 2025-12-31
      Then gate R9 is undetermined

    Scenario: once transfers abroad are allowed they need no cancellation here
      Given supposing transfer abroad allowed is 1
      And use of the credits is transfer abroad
      When evaluated as of 2025-12-31
      Then the conclusion is scored

    Scenario: without meter readings nothing lies between the first and the last
      Given meter readings is none
      When evaluated as of 2024-09-01
      Then the quantity days from the first to the last meter reading is 1 day

    Scenario Outline: where no reading of the law is chosen, a day counts strictly, and every day of a reading
      Given requested_on is <request>
      And monitored is 2019-01-01 to 2026-12-31
      And crediting_start is <start>
      And crediting_end is 2030-12-31
      And meter readings are
        | name | first_day | last_day | electricity exported | electricity imported | in_class | error | fossil  |
        | R1   | <first>   | <last>   | 1000 MWh             | 0 MWh                | yes      | 0.2 % | 0 tCO2e |
      When evaluated as of 2026-12-31
      Then the quantity computed is 0 tCO2e

      Examples:
        | request    | start      | first      | last       |
        | 2024-09-01 | 2020-01-01 | 2020-09-22 | 2020-12-31 |
        | 2026-10-01 | 2021-01-01 | 2021-09-15 | 2022-06-30 |
