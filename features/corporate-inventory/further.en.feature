# language: en
Feature: Further examples · Greenhouse gas inventory of a company
  Each of these fails if a number, date, comparison, clause or verdict of the card slips, and no other example does.
  Their titles say which rule they pin; read beside the rules, their figures recomputed in samples only.

  Background:
    Given the scorecard corporate-inventory

  Rule: What the examples beside the rules leave open

    Scenario: the target of the reference case covers scopes 1 and 2 in full
      When evaluated as of 2026-11-20
      Then the quantity share of scopes 1 and 2 under the target is 100 %

    Scenario: whether the company is in the national carbon market must be said
      Given in the national carbon market is missing
      When evaluated as of 2026-11-20
      Then gate Q5 is undetermined

    Scenario: just above 40 % and just below two thirds scope 3 is told
      Given supposing share of scope 3 is 40.01 %
      And supposing share of scope 3 under the target is 19997/300 %
      When evaluated as of 2026-11-20
      Then a minor nonconformity Q7.SCOPE3 is raised

    Scenario: a score that is only shown as twenty-three is not complete
      Given supposing the total score is 22.9999999
      When evaluated as of 2026-11-20
      Then the grade is incomplete
