# language: en
Feature: Further examples · Zero-carbon parks
  Each of these fails if a number, date, comparison, clause or verdict of the card slips, and no other example does.
  Proposed by a search from the rules as they stood on 2026-11-21, and read in samples only.

  Background:
    Given the scorecard zero-carbon-park

  Rule: What the examples beside the rules leave open

    Scenario: quantity clean_margin clean energy beside its least share
      Given guides excused by a reason that was accepted is clean energy
      When evaluated as of 2026-11-20
      Then the quantity clean energy beside its least share is 2 %

    Scenario: quantity clean_margin clean energy beside its least share (2)
      Given guides excused by a reason that was accepted is clean energy
      And clean energy share is 0 %
      When evaluated as of 2026-11-20
      Then the quantity clean energy beside its least share is 0 %

    Scenario: quantity heat_margin waste heat beside its least rate
      Given guides excused by a reason that was accepted is waste heat
      When evaluated as of 2026-11-20
      Then the quantity waste heat beside its least rate is 5 %

    Scenario: quantity heat_margin waste heat beside its least rate (2)
      Given guides excused by a reason that was accepted is waste heat
      And use of waste heat, cold and pressure is 0 %
      When evaluated as of 2026-11-20
      Then the quantity waste heat beside its least rate is 0 %

    Scenario: quantity heat_min least use of waste heat
      Given target year is 2035
      When evaluated as of 2026-11-20
      Then the grade is core and all guides

    Scenario: quantity to_cut CO2 to be cut for the core indicator
      Given energy of a year in tonnes of coal equivalent is 200 kt
      And CO2 of energy is 40000 tCO2e
      And CO2 of processes is 0 tCO2e
      And electricity counted by is equivalent value
      When evaluated as of 2026-11-20
      Then the quantity CO2 to be cut for the core indicator is 0 tCO2e

    Scenario: quantity waste_margin solid waste beside its least rate
      Given guides excused by a reason that was accepted is solid waste
      When evaluated as of 2026-11-20
      Then the quantity solid waste beside its least rate is 5 %

    Scenario: quantity waste_margin solid waste beside its least rate (2)
      Given guides excused by a reason that was accepted is solid waste
      And use of industrial solid waste is 0 %
      When evaluated as of 2026-11-20
      Then the quantity solid waste beside its least rate is 0 %

    Scenario: quantity water_margin water beside its least rate
      Given guides excused by a reason that was accepted is water
      When evaluated as of 2026-11-20
      Then the quantity water beside its least rate is 1 %

    Scenario: quantity water_margin water beside its least rate (2)
      Given guides excused by a reason that was accepted is water
      And reuse of process water is 0 %
      When evaluated as of 2026-11-20
      Then the quantity water beside its least rate is 0 %
