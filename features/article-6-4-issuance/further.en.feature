# language: en
Feature: More examples · Units issued under Article 6.4
  Each of these examples detects an error in a number, date, comparison, clause or verdict of the scorecard that no other example detects.

  Background:
    Given the scorecard article-6-4-issuance

  Rule: Cases that the examples of the rules do not cover

    Scenario: quantity binding business as usual is the lower value (1 = yes)
      When evaluated as of 2026-12-01
      Then for interval Y1 the quantity business as usual is the lower value (1 = yes) is 1
      And the quantity number of years in which business as usual is the lower value is 1

    Scenario: quantity binding business as usual is the lower value (1 = yes) (2)
      Given type of activity is removal
      When evaluated as of 2026-12-01
      Then no finding A64-BAU is raised
      And gate A64-07 is not applicable
