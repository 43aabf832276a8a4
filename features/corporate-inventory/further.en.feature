# language: en
Feature: More examples · Greenhouse gas inventory of a company
  Each of these examples detects an error in a number, date, comparison, clause or verdict of the scorecard that no other example detects.
  Each title names the rule that it tests; the values were recomputed in samples only.

  Background:
    Given the scorecard corporate-inventory

  Rule: Cases that the examples of the rules do not cover

    Scenario: the target of the reference case covers scopes 1 and 2 in full
      When evaluated as of 2026-11-20
      Then the quantity share of scopes 1 and 2 covered by the target is 100 %

    Scenario: whether the company is covered by the national carbon market must be said
      Given covered by the national carbon market is missing
      When evaluated as of 2026-11-20
      Then gate Q5 is undetermined

    Scenario: just above 40 % and just below two thirds scope 3 is told
      Given supposing scope 3 share of total emissions is 40.01 %
      And supposing share of scope 3 covered by the target is 19997/300 %
      When evaluated as of 2026-11-20
      Then a minor nonconformity Q7.SCOPE3 is raised

    Scenario: a score that is only shown as twenty-three is not complete
      Given supposing the total score is 22.9999999
      When evaluated as of 2026-11-20
      Then the grade is incomplete
