# language: en
Feature: More examples · Zero-carbon parks
  Each of these examples detects an error in a number, date, comparison, clause or verdict of the scorecard that no other example detects.
  Each title names the rule that it tests; the values were recomputed in samples only.

  Background:
    Given the scorecard zero-carbon-park

  Rule: Cases that the examples of the rules do not cover

    Scenario: an excuse takes nothing off clean energy that is more than enough
      Given guiding indicators with an accepted reason is clean energy
      When evaluated as of 2026-11-20
      Then the quantity margin over the minimum clean energy share is 2 %

    Scenario: an excuse makes up for clean energy that lacks
      Given guiding indicators with an accepted reason is clean energy
      And clean energy share is 0 %
      When evaluated as of 2026-11-20
      Then the quantity margin over the minimum clean energy share is 0 %

    Scenario: an excuse takes nothing off waste heat that is more than enough
      Given guiding indicators with an accepted reason is waste heat
      When evaluated as of 2026-11-20
      Then the quantity margin over the minimum waste heat utilisation rate is 5 %

    Scenario: an excuse makes up for waste heat that lacks
      Given guiding indicators with an accepted reason is waste heat
      And utilisation rate of waste heat, cold and pressure is 0 %
      When evaluated as of 2026-11-20
      Then the quantity margin over the minimum waste heat utilisation rate is 0 %

    Scenario: at the values of 2035 the park has the core and all guiding indicators met
      Given target year is 2035
      When evaluated as of 2026-11-20
      Then the grade is core and all guiding indicators met

    Scenario: at just 0.2 tonnes from just 200 kt nothing is to be cut
      Given annual energy use in coal equivalent is 200 kt
      And CO2 from energy use is 40000 tCO2e
      And CO2 from industrial processes is 0 tCO2e
      And conversion of electricity to coal equivalent is equivalent value
      When evaluated as of 2026-11-20
      Then the quantity CO2 reduction needed for the core indicator is 0 tCO2e

    Scenario: an excuse takes nothing off solid waste used that is more than enough
      Given guiding indicators with an accepted reason is solid waste
      When evaluated as of 2026-11-20
      Then the quantity margin over the minimum solid waste utilisation rate is 5 %

    Scenario: an excuse makes up for solid waste used that lacks
      Given guiding indicators with an accepted reason is solid waste
      And industrial solid waste utilisation rate is 0 %
      When evaluated as of 2026-11-20
      Then the quantity margin over the minimum solid waste utilisation rate is 0 %

    Scenario: an excuse takes nothing off water reused that is more than enough
      Given guiding indicators with an accepted reason is water
      When evaluated as of 2026-11-20
      Then the quantity margin over the minimum water reuse rate is 1 %

    Scenario: an excuse makes up for water reused that lacks
      Given guiding indicators with an accepted reason is water
      And process water reuse rate is 0 %
      When evaluated as of 2026-11-20
      Then the quantity margin over the minimum water reuse rate is 0 %

    Scenario: a guide that is kept is met in full
      When evaluated as of 2026-11-20
      Then indicator N8 is met
      And indicator N9 is met
      And indicator N10 is met
      And indicator N11 is met
      And indicator N12 is met
