# language: en
Feature: Further examples · Zero-carbon parks
  Each of these fails if a number, date, comparison, clause or verdict of the card slips, and no other example does.
  Their titles say which rule they pin; read beside the rules, their figures recomputed in samples only.

  Background:
    Given the scorecard zero-carbon-park

  Rule: What the examples beside the rules leave open

    Scenario: an excuse takes nothing off clean energy that is more than enough
      Given guides excused by a reason that was accepted is clean energy
      When evaluated as of 2026-11-20
      Then the quantity clean energy beside its least share is 2 %

    Scenario: an excuse makes up for clean energy that lacks
      Given guides excused by a reason that was accepted is clean energy
      And clean energy share is 0 %
      When evaluated as of 2026-11-20
      Then the quantity clean energy beside its least share is 0 %

    Scenario: an excuse takes nothing off waste heat that is more than enough
      Given guides excused by a reason that was accepted is waste heat
      When evaluated as of 2026-11-20
      Then the quantity waste heat beside its least rate is 5 %

    Scenario: an excuse makes up for waste heat that lacks
      Given guides excused by a reason that was accepted is waste heat
      And use of waste heat, cold and pressure is 0 %
      When evaluated as of 2026-11-20
      Then the quantity waste heat beside its least rate is 0 %

    Scenario: at the values of 2035 the park has the core and all guides
      Given target year is 2035
      When evaluated as of 2026-11-20
      Then the grade is core and all guides

    Scenario: at just 0.2 tonnes from just 200 kt nothing is to be cut
      Given energy of a year in tonnes of coal equivalent is 200 kt
      And CO2 of energy is 40000 tCO2e
      And CO2 of processes is 0 tCO2e
      And electricity counted by is equivalent value
      When evaluated as of 2026-11-20
      Then the quantity CO2 to be cut for the core indicator is 0 tCO2e

    Scenario: an excuse takes nothing off solid waste used that is more than enough
      Given guides excused by a reason that was accepted is solid waste
      When evaluated as of 2026-11-20
      Then the quantity solid waste beside its least rate is 5 %

    Scenario: an excuse makes up for solid waste used that lacks
      Given guides excused by a reason that was accepted is solid waste
      And use of industrial solid waste is 0 %
      When evaluated as of 2026-11-20
      Then the quantity solid waste beside its least rate is 0 %

    Scenario: an excuse takes nothing off water reused that is more than enough
      Given guides excused by a reason that was accepted is water
      When evaluated as of 2026-11-20
      Then the quantity water beside its least rate is 1 %

    Scenario: an excuse makes up for water reused that lacks
      Given guides excused by a reason that was accepted is water
      And reuse of process water is 0 %
      When evaluated as of 2026-11-20
      Then the quantity water beside its least rate is 0 %

    Scenario: a guide that is kept is met in full
      When evaluated as of 2026-11-20
      Then indicator N8 is met
      And indicator N9 is met
      And indicator N10 is met
      And indicator N11 is met
      And indicator N12 is met
