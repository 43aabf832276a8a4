# language: en
Feature: Further examples · CCER, registering a project
  Each of these fails if a number, date, comparison, clause or verdict of the card slips, and no other example does.
  Proposed by a search from the rules as they stood on 2026-11-21, and read in samples only.

  Background:
    Given the scorecard ccer-project

  Rule: What the examples beside the rules leave open

    Scenario: quantity exemption exempt from showing it
      Given methodology is solar thermal power
      And stand-alone or metered apart is no
      When evaluated as of 2026-06-30
      Then gate J7 is not met
      And no finding J10.TRUE is raised
      And no finding J10.UNIQUE is raised
      And no finding J8.BODY is raised
      And no finding J9.PROMISE is raised
      And no finding J9.REPORT is raised

    Scenario: quantity exemption exempt from showing it (2)
      Given yearly rainfall in mm is 399.99
      And methodology is mangrove
      When evaluated as of 2026-06-30
      Then gate J7 is undetermined

    Scenario: quantity published methodology published
      Given day of the request is 2023-10-23
      And methodology is low-concentration mine gas
      When evaluated as of 2025-12-01
      Then the possible grades are eligible, none

    Scenario: quantity published methodology published (2)
      Given day of the request is missing
      When evaluated as of 2025-12-02
      Then the quantity methodology published is between 0 and 1

    Scenario: gate J13 Registered anew if registered before 2017-03-14
      Given registered before 2017-03-14 is missing
      When evaluated as of 2028-05-20
      Then the possible grades are eligible and complete, none

    Scenario: gate J14 Records kept for ten years after the last registration
      Given reductions registered is missing
      When evaluated as of 2024-09-10
      Then gate J14 is undetermined

    Scenario: setting after_reading reading of after
      Given begin of construction is 2012-11-08
      When evaluated as of 2025-01-01
      Then the grade is none
