# language: en
Feature: More examples · Zero-carbon factory (MIIT and other ministries, 2026)
  Each of these examples detects an error in a number, date, comparison, clause or verdict of the scorecard that no other example detects.
  Each title names the rule that it tests; the values were recomputed in samples only.

  Background:
    Given the scorecard miit-zero-carbon-factory

  Rule: Cases that the examples of the rules do not cover

    Scenario: without meters or emissions there is no share
      Given CO2 inside the boundary is 0 tCO2e
      And number of required meters is 0 items
      And number of automatically read meters is 0 items
      When evaluated as of 2026-11-20
      Then the rules leave the quantity automatic collection rate undetermined
      And the rules leave the quantity removal rate undetermined

    Scenario: what is removed is a share of what is emitted
      Given CO2 removed is 4800 tCO2e
      When evaluated as of 2026-11-20
      Then the quantity removal rate is 10 %

    Scenario Outline: read as a target, a computing facility too is asked for physical electricity from five million kilowatt-hours on
      Given the setting stage of the physical green electricity requirement is as a target
      And kind of site is computing facility
      And electricity used is <used> kWh
      When evaluated as of 2026-11-20
      Then condition physically traceable share is required as a target <holds>

      Examples:
        | used    | holds         |
        | 5000000 | holds         |
        | 4999999 | does not hold |

    Scenario: one kilowatt-hour bought of one traceable leaves none, and is told
      Given physically traceable green electricity is 1 kWh
      And bought green power and certificates within the traceable electricity is 1 kWh
      When evaluated as of 2026-11-20
      Then the quantity physical green electricity counted is 0 kWh
      And an observation F5.BOUGHT is raised
