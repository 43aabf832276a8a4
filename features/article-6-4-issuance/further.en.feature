# language: en
Feature: Further examples · Units issued under Article 6.4
  Each of these fails if a number, date, comparison, clause or verdict of the card slips, and no other example does.

  Background:
    Given the scorecard article-6-4-issuance

  Rule: What the examples beside the rules leave open

    Scenario: quantity binding business as usual binds
      When evaluated as of 2026-12-01
      Then for interval Y1 the quantity business as usual binds is 1
      And the quantity years in which business as usual binds is 1

    Scenario: quantity binding business as usual binds (2)
      Given kind of activity is removal
      When evaluated as of 2026-12-01
      Then no finding A64-BAU is raised
      And gate A64-07 is not applicable
