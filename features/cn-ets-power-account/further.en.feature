# language: en
Feature: Further examples · National ETS China, account of a power generator
  Each of these fails if a number, date, comparison, clause or verdict of the card slips, and no other example does.
  Their titles say which rule they pin; read beside the rules, their figures recomputed in samples only.

  Background:
    Given the scorecard cn-ets-power-account

  Rule: What the examples beside the rules leave open

    Scenario: what can be carried over is rounded down to whole tonnes, odd ones too
      Given net sales brought forward is 1 tCO2e
      When evaluated as of 2026-02-10
      Then the quantity most that can be carried is 10001 tCO2e
