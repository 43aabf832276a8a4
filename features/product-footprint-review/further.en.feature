# language: en
Feature: Further examples · Review of a product footprint
  Each of these fails if a number, date, comparison, clause or verdict of the card slips, and no other example does.
  Proposed by a search from the rules as they stood on 2026-11-21, and read in samples only.

  Background:
    Given the scorecard product-footprint-review

  Rule: What the examples beside the rules leave open

    Scenario: gate Z5B Place that data stand for is stated
      Given method followed is missing
      When evaluated as of 2026-11-20
      Then gate Z5B is undetermined

    Scenario: gate Z6 A footprint below zero from cradle to grave alone
      Given footprint reported is missing
      When evaluated as of 2026-11-20
      Then gate Z6 is undetermined
