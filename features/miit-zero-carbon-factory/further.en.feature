# language: en
Feature: Further examples · Zero-carbon factory of the ministries, 2026
  Each of these fails if a number, date, comparison, clause or verdict of the card slips, and no other example does.
  Their titles say which rule they pin; read beside the rules, their figures recomputed in samples only.

  Background:
    Given the scorecard miit-zero-carbon-factory

  Rule: What the examples beside the rules leave open

    Scenario: without meters or emissions there is no share
      Given CO2 inside the boundary is 0 tCO2e
      And meters due is 0 items
      And meters read automatically is 0 items
      When evaluated as of 2026-11-20
      Then the rules leave the quantity automatic collection undetermined
      And the rules leave the quantity removal rate undetermined

    Scenario: what is removed is a share of what is emitted
      Given CO2 removed is 4800 tCO2e
      When evaluated as of 2026-11-20
      Then the quantity removal rate is 10 %

    Scenario Outline: read as a target, a computing facility too is asked for physical electricity from five million kilowatt-hours on
      Given the setting stage of physical green electricity is as a target
      And kind of site is computing facility
      And electricity used is <used> kWh
      When evaluated as of 2026-11-20
      Then condition physical share asked as a target <holds>

      Examples:
        | used    | holds         |
        | 5000000 | holds         |
        | 4999999 | does not hold |

    Scenario: one kilowatt-hour bought of one traceable leaves none, and is told
      Given green electricity traceable physically is 1 kWh
      And bought green power and certificates in it is 1 kWh
      When evaluated as of 2026-11-20
      Then the quantity physical green electricity that counts is 0 kWh
      And an observation F5.BOUGHT is raised
