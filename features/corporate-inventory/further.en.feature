# language: en
Feature: Further examples · Greenhouse gas inventory of a company
  Each of these fails if a number, date, comparison, clause or verdict of the card slips, and no other example does.
  Proposed by a search from the rules as they stood on 2026-11-21, and read in samples only.

  Background:
    Given the scorecard corporate-inventory

  Rule: What the examples beside the rules leave open

    Scenario: quantity covered_12 share of scopes 1 and 2 under the target
      When evaluated as of 2026-11-20
      Then the quantity share of scopes 1 and 2 under the target is 100 %

    Scenario: gate Q5 No indirect emissions in the figure of the national market
      Given in the national carbon market is missing
      When evaluated as of 2026-11-20
      Then gate Q5 is undetermined

    Scenario: finding Q7.SCOPE3 Scope 3 is more than 40 % of all, and the target covers less than two thirds of it
      Given supposing share of scope 3 is 40.01 %
      And supposing share of scope 3 under the target is 19997/300 %
      When evaluated as of 2026-11-20
      Then a minor nonconformity Q7.SCOPE3 is raised
