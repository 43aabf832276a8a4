# language: en
Feature: Further examples · Certified low-carbon products
  Each of these fails if a number, date, comparison, clause or verdict of the card slips, and no other example does.
  Proposed by a search from the rules as they stood on 2026-11-21, and read in samples only.

  Background:
    Given the scorecard low-carbon-product

  Rule: What the examples beside the rules leave open

    Scenario: rule LOW-03 Not certified
      Given certified is no
      When evaluated as of 2026-11-20
      Then the verdict is needs evidence

    Scenario: rule LOW-04 Certificate of more than three years
      Given day of issue is 2023-11-21
      When evaluated as of 2026-11-20
      Then the verdict is ok
