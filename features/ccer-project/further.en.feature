# language: en
Feature: More examples · CCER: registration of a project
  Each of these examples detects an error in a number, date, comparison, clause or verdict of the scorecard that no other example detects.
  Each title names the rule that it tests; the values were recomputed in samples only.

  Background:
    Given the scorecard ccer-project

  Rule: Cases that the examples of the rules do not cover

    Scenario: solar thermal power that is neither stand-alone nor metered apart is not exempt
      Given methodology is solar thermal power
      And stand-alone or separately metered is no
      When evaluated as of 2026-06-30
      Then gate J7 is not met
      And no finding J10.TRUE is raised
      And no finding J10.UNIQUE is raised
      And no finding J8.BODY is raised
      And no finding J9.PROMISE is raised
      And no finding J9.REPORT is raised

    Scenario: what mangroves are exempt from is not known, whatever the rainfall
      Given annual rainfall in mm is 399.99
      And methodology is mangrove restoration
      When evaluated as of 2026-06-30
      Then gate J7 is undetermined

    Scenario: a methodology of which a draft alone was read leaves the grade open
      Given date of the request is 2023-10-23
      And methodology is low-concentration mine gas
      When evaluated as of 2025-12-01
      Then the possible grades are eligible, none

    Scenario: the date of the request must be said
      Given date of the request is missing
      When evaluated as of 2025-12-02
      Then the quantity methodology is published (1 = yes) is between 0 and 1

    Scenario: whether it was registered before 2017-03-14 must be said
      Given registered before 2017-03-14 is missing
      When evaluated as of 2028-05-20
      Then the possible grades are eligible and complete, none

    Scenario: whether reductions are registered must be said
      Given reductions have been registered is missing
      When evaluated as of 2025-06-30
      Then gate J14 is undetermined

    Scenario: without a choice construction on 8 November 2012 is too early
      Given start of construction is 2012-11-08
      When evaluated as of 2025-01-01
      Then the grade is none

    Scenario: twenty-four days have at most twenty-two working days
      Given supposing days of publication is 24 days
      When evaluated as of 2024-09-10
      Then the quantity maximum possible working days is 22 days

    Scenario: another organisation in China whose papers are missing is eligible
      Given type of owner is other organisation in China
      And commitment to uniqueness is no
      When evaluated as of 2024-09-10
      Then the grade is eligible, documents missing
