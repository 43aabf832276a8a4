# language: en
Feature: Further examples · CCER, registering a project
  Each of these fails if a number, date, comparison, clause or verdict of the card slips, and no other example does.
  Their titles say which rule they pin; read beside the rules, their figures recomputed in samples only.

  Background:
    Given the scorecard ccer-project

  Rule: What the examples beside the rules leave open

    Scenario: solar thermal power that is neither stand-alone nor metered apart is not exempt
      Given methodology is solar thermal power
      And stand-alone or metered apart is no
      When evaluated as of 2026-06-30
      Then gate J7 is not met
      And no finding J10.TRUE is raised
      And no finding J10.UNIQUE is raised
      And no finding J8.BODY is raised
      And no finding J9.PROMISE is raised
      And no finding J9.REPORT is raised

    Scenario: what mangroves are exempt from is not known, whatever the rainfall
      Given yearly rainfall in mm is 399.99
      And methodology is mangrove
      When evaluated as of 2026-06-30
      Then gate J7 is undetermined

    Scenario: a methodology of which a draft alone was read leaves the grade open
      Given day of the request is 2023-10-23
      And methodology is low-concentration mine gas
      When evaluated as of 2025-12-01
      Then the possible grades are eligible, none

    Scenario: the day of the request must be said
      Given day of the request is missing
      When evaluated as of 2025-12-02
      Then the quantity methodology published is between 0 and 1

    Scenario: whether it was registered before 2017-03-14 must be said
      Given registered before 2017-03-14 is missing
      When evaluated as of 2028-05-20
      Then the possible grades are eligible and complete, none

    Scenario: whether reductions are registered must be said
      Given reductions registered is missing
      When evaluated as of 2025-06-30
      Then gate J14 is undetermined

    Scenario: without a choice construction on 8 November 2012 is too early
      Given begin of construction is 2012-11-08
      When evaluated as of 2025-01-01
      Then the grade is none

    Scenario: twenty-four days have at most twenty-two working days
      Given supposing days public is 24 days
      When evaluated as of 2024-09-10
      Then the quantity most working days that they can have is 22 days

    Scenario: another organisation in China whose papers are missing is eligible
      Given kind of owner is other organisation in China
      And promise of uniqueness is no
      When evaluated as of 2024-09-10
      Then the grade is eligible, papers missing
