# language: en
Feature: Further examples · CBAM, one production process of an installation
  Each of these fails if a number, date, comparison, clause or verdict of the card slips, and no other example does.
  Proposed by a search from the rules as they stood on 2026-11-21, and read in samples only.

  Background:
    Given the scorecard cbam-installation

  Rule: What the examples beside the rules leave open

    Scenario: setting precursor_mark_up mark-up on default values of precursors
      When evaluated as of 2028-03-01
      Then for precursor P1 the quantity default value used is 3.4859 tCO2e/t
      And for precursor P1 the quantity bears emissions is 1

    Scenario: quantity carbon_dioxide emissions with biomass
      Given source streams are
        | name | method      | direction | mass   | volume  | net calorific value by mass | net calorific value by volume | emission factor of heat | emission factor of mass | carbon content | measured emissions | oxidation or conversion factor | biomass fraction | biomass criteria met | reading of the process | readings of all processes |
        | S    | fuel_volume | enters    | 1000 t | 1000 m3 | 25 GJ/t                     | 0.036 GJ/m3                   | 95 tCO2e/TJ             | 0.525 tCO2e/t           | 88 %           | 123 tCO2e          | 98 %                           | 15 %             | yes                  | 1                      | 4                         |
      When evaluated as of 2026-11-20
      Then the quantity emissions of all streams is 2.84886 tCO2e

    Scenario: quantity counted_all all emissions that count
      Given precursors are
        | precursor | precursor code | origin  | mass consumed | determined by | stated direct emissions | stated indirect emissions | report accredited | period covered |
        | P         | 72031000       | unknown | 1000 t        | default_value | 1.5 tCO2e/t             | 0.25 tCO2e/t              | no                | no             |
      When evaluated as of 2026-11-20
      Then the quantity all emissions that count is 7957.95 tCO2e
      And for precursor P the quantity default value of the origin is 1.325 tCO2e/t

    Scenario: quantity default_share share of default values
      Given precursors are
        | precursor | precursor code | origin | mass consumed | determined by | stated direct emissions | stated indirect emissions | report accredited | period covered |
        | P         | 72139120       | BR     | 1000 t        | default_value | 1.5 tCO2e/t             | 0.25 tCO2e/t              | yes               | yes            |
      And source streams is none
      When evaluated as of 2026-11-20
      Then the quantity share of default values is 100 %

    Scenario: quantity emitted emissions of the stream
      Given source streams are
        | name | method    | direction | mass   | volume  | net calorific value by mass | net calorific value by volume | emission factor of heat | emission factor of mass | carbon content | measured emissions | oxidation or conversion factor | biomass fraction | biomass criteria met | reading of the process | readings of all processes |
        | S    | fuel_mass | leaves    | 1000 t | 1000 m3 | 25 GJ/t                     | 0.036 GJ/m3                   | 95 tCO2e/TJ             | 0.525 tCO2e/t           | 88 %           | 123 tCO2e          | 98 %                           | 15 %             | yes                  | 1                      | 4                         |
      When evaluated as of 2026-11-20
      Then the quantity emissions of all streams is -1978.375 tCO2e
      And for source stream S the quantity stream that cannot leave is 1 item

    Scenario: quantity odd_power electricity that is more than whole
      Given electricity used are
        | supply | electricity taken | supplied by | factor of the grid | factor of the source | contract or diagram | metered within the hour | physically connected | reading of the process | readings of all processes |
        | E1     | 3400 MWh          | grid        | 0.833 tCO2e/MWh    | 0 tCO2e/MWh          | no                  | no                      | no                   | 2                      | 1                         |
      When evaluated as of 2026-11-20
      Then for electricity source E1 the quantity electricity that is more than whole is 1 item

    Scenario: quantity odd_share stream that is more than whole
      Given source streams are
        | name | method   | direction | mass   | volume  | net calorific value by mass | net calorific value by volume | emission factor of heat | emission factor of mass | carbon content | measured emissions | oxidation or conversion factor | biomass fraction | biomass criteria met | reading of the process | readings of all processes |
        | S    | measured | enters    | 1000 t | 1000 m3 | 25 GJ/t                     | 0.036 GJ/m3                   | 95 tCO2e/TJ             | 0.525 tCO2e/t           | 88 %           | 123 tCO2e          | 100 %                          | 0 %              | no                   | 4.001                  | 4                         |
      When evaluated as of 2026-11-20
      Then for source stream S the quantity stream that is more than whole is 1 item

    Scenario: quantity own_direct own direct emissions of a tonne
      Given functional unit is tonne of clinker
      And average content of the range is 0 %
      When evaluated as of 2026-11-20
      Then the quantity own direct emissions of a tonne is 0 tCO2e/t
      And the quantity own indirect emissions of a tonne is 0 tCO2e/t
      And the quantity specific direct emissions is 0 tCO2e/t
      And the quantity specific indirect emissions is 0 tCO2e/t
      And the quantity specific total emissions is 0 tCO2e/t

    Scenario: quantity power_out emissions of electricity produced
      Given electricity produced is 1 MWh
      And factor of electricity produced is 1 tCO2e/MWh
      When evaluated as of 2026-11-20
      Then the quantity all emissions that count is 34116.95 tCO2e

    Scenario: quantity precursor_counted precursor emissions counted
      Given precursors are
        | precursor | precursor code | origin | mass consumed | determined by | stated direct emissions | stated indirect emissions | report accredited | period covered |
        | P         | 72044990       | US     | 1000 t        | report        | 1.5 tCO2e/t             | 0.25 tCO2e/t              | yes               | yes            |
      When evaluated as of 2026-11-20
      Then for precursor P the quantity precursor emissions counted is the word none

    Scenario: gate M2 The period is one year
      Given last day of the period is 2027-01-01
      When evaluated as of 2028-03-01
      Then the conclusion is gate failed

    Scenario: finding M.BIOMASS Biomass without proof of the criteria counts as fossil
      Given supposing biomass not proven is 0.01 tCO2e
      When evaluated as of 2026-11-20
      Then an observation M.BIOMASS is raised

    Scenario Outline: finding M.CLINKER The functional unit of this cement is the clinker in it
      Given CN code is <cn_code>
      When evaluated as of 2028-03-01
      Then a minor nonconformity M.CLINKER is raised

      Examples:
        | cn_code  |
        | 25231000 |
        | 25232100 |
        | 25239000 |

    Scenario: finding M.POWER Electricity without the evidence for an own factor counts by that of the grid
      Given supposing electricity not proven is 0.01 MWh
      When evaluated as of 2026-11-20
      Then an observation M.POWER is raised
