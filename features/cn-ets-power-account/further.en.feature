# language: en
Feature: More examples · National ETS China, account of a power generator
  Each of these examples detects an error in a number, date, comparison, clause or verdict of the scorecard that no other example detects.
  Each title names the rule that it tests; the values were recomputed in samples only.

  Background:
    Given the scorecard cn-ets-power-account

  Rule: Cases that the examples of the rules do not cover

    Scenario: what can be amount carried over is rounded down to whole tonnes, odd ones too
      Given net sales brought forward is 1 tCO2e
      When evaluated as of 2026-02-10
      Then the quantity maximum carry-over by net sales is 10001 tCO2e
