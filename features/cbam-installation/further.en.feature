# language: en
Feature: More examples · CBAM, one production process of an installation
  Each of these examples detects an error in a number, date, comparison, clause or verdict of the scorecard that no other example detects.
  Each title names the rule that it tests; the values were recomputed in samples only.

  Background:
    Given the scorecard cbam-installation

  Rule: Cases that the examples of the rules do not cover

    Scenario: without a choice default values of precursors have the mark-up of their year
      When evaluated as of 2028-03-01
      Then for precursor P1 the quantity default value used is 3.4859 tCO2e/t
      And for precursor P1 the quantity precursor carries emissions (1 = yes) is 1

    Scenario: of fuel by volume heat, factor and oxidation multiply, and proven biomass is taken off
      Given source streams are
        | name | method      | direction | mass   | volume  | net calorific value by mass | net calorific value by volume | emission factor by energy content | emission factor by mass | carbon content | measured emissions | oxidation or conversion factor | biomass fraction | biomass criteria met | allocation quantity of the process | allocation quantity of all processes |
        | S    | fuel_volume | enters    | 1000 t | 1000 m3 | 25 GJ/t                     | 0.036 GJ/m3                   | 95 tCO2e/TJ                       | 0.525 tCO2e/t           | 88 %           | 123 tCO2e          | 98 %                           | 15 %             | yes                  | 1                                  | 4                                    |
      When evaluated as of 2026-11-20
      Then the quantity emissions of all streams is 2.84886 tCO2e

    Scenario: a precursor of unknown origin counts by the highest value, not by that of the others
      Given precursors are
        | precursor | precursor code | origin  | mass consumed | determination of the precursor emissions | reported direct emissions per tonne of precursor | reported indirect emissions per tonne of precursor | report by an accredited verifier | report covers the production of the precursor |
        | P         | 72031000       | unknown | 1000 t        | default_value                            | 1.5 tCO2e/t                                      | 0.25 tCO2e/t                                       | no                               | no                                            |
      When evaluated as of 2026-11-20
      Then the quantity total counted emissions is 7957.95 tCO2e
      And for precursor P the quantity default value of the origin is 1.325 tCO2e/t

    Scenario: where nothing but a precursor emits and it counts by default the share is whole
      Given precursors are
        | precursor | precursor code | origin | mass consumed | determination of the precursor emissions | reported direct emissions per tonne of precursor | reported indirect emissions per tonne of precursor | report by an accredited verifier | report covers the production of the precursor |
        | P         | 72139120       | BR     | 1000 t        | default_value                            | 1.5 tCO2e/t                                      | 0.25 tCO2e/t                                       | yes                              | yes                                           |
      And source streams is none
      When evaluated as of 2026-11-20
      Then the quantity share of default values is 100 %

    Scenario: fuel cannot leave by its heat, and is told
      Given source streams are
        | name | method    | direction | mass   | volume  | net calorific value by mass | net calorific value by volume | emission factor by energy content | emission factor by mass | carbon content | measured emissions | oxidation or conversion factor | biomass fraction | biomass criteria met | allocation quantity of the process | allocation quantity of all processes |
        | S    | fuel_mass | leaves    | 1000 t | 1000 m3 | 25 GJ/t                     | 0.036 GJ/m3                   | 95 tCO2e/TJ                       | 0.525 tCO2e/t           | 88 %           | 123 tCO2e          | 98 %                           | 15 %             | yes                  | 1                                  | 4                                    |
      When evaluated as of 2026-11-20
      Then the quantity emissions of all streams is -1978.375 tCO2e
      And for source stream S the quantity invalid outgoing stream is 1 item

    Scenario: a allocation quantity of the process above that of all is told of electricity
      Given electricity used are
        | supply | electricity consumed | supplied by | emission factor of the grid | emission factor of the source | purchase agreement or diagram available | consumption matched within the hour | source physically connected | allocation quantity of the process | allocation quantity of all processes |
        | E1     | 3400 MWh             | grid        | 0.833 tCO2e/MWh             | 0 tCO2e/MWh                   | no                                      | no                                  | no                          | 2                                  | 1                                    |
      When evaluated as of 2026-11-20
      Then for electricity source E1 the quantity excess share of the electricity source is 1 item

    Scenario: a allocation quantity of the process above that of all is told of a stream
      Given source streams are
        | name | method   | direction | mass   | volume  | net calorific value by mass | net calorific value by volume | emission factor by energy content | emission factor by mass | carbon content | measured emissions | oxidation or conversion factor | biomass fraction | biomass criteria met | allocation quantity of the process | allocation quantity of all processes |
        | S    | measured | enters    | 1000 t | 1000 m3 | 25 GJ/t                     | 0.036 GJ/m3                   | 95 tCO2e/TJ                       | 0.525 tCO2e/t           | 88 %           | 123 tCO2e          | 100 %                          | 0 %              | no                   | 4.001                              | 4                                    |
      When evaluated as of 2026-11-20
      Then for source stream S the quantity excess share of the stream is 1 item

    Scenario: without clinker in the good nothing is embedded
      Given functional unit is tonne of clinker
      And average content of the composition range is 0 %
      When evaluated as of 2026-11-20
      Then the quantity own direct emissions per tonne is 0 tCO2e/t
      And the quantity own indirect emissions per tonne is 0 tCO2e/t
      And the quantity specific direct emissions is 0 tCO2e/t
      And the quantity specific indirect emissions is 0 tCO2e/t
      And the quantity specific total emissions is 0 tCO2e/t

    Scenario: one megawatt hour produced takes its emissions off
      Given electricity produced is 1 MWh
      And emission factor of electricity produced is 1 tCO2e/MWh
      When evaluated as of 2026-11-20
      Then the quantity total counted emissions is 34116.95 tCO2e

    Scenario: scrap counts nothing, whatever a report states
      Given precursors are
        | precursor | precursor code | origin | mass consumed | determination of the precursor emissions | reported direct emissions per tonne of precursor | reported indirect emissions per tonne of precursor | report by an accredited verifier | report covers the production of the precursor |
        | P         | 72044990       | US     | 1000 t        | report                                   | 1.5 tCO2e/t                                      | 0.25 tCO2e/t                                       | yes                              | yes                                           |
      When evaluated as of 2026-11-20
      Then for precursor P the quantity precursor emissions counted is the word none

    Scenario: a period of a year and a day is none
      Given last day of the period is 2027-01-01
      When evaluated as of 2028-03-01
      Then the conclusion is gate failed

    Scenario: the least biomass without proof is told
      Given supposing total emissions of biomass without evidence is 0.01 tCO2e
      When evaluated as of 2026-11-20
      Then an observation M.BIOMASS is raised

    Scenario Outline: clinker and cements by code are measured in clinker
      Given CN code is <cn_code>
      When evaluated as of 2028-03-01
      Then a minor nonconformity M.CLINKER is raised

      Examples:
        | cn_code  |
        | 25231000 |
        | 25232100 |
        | 25239000 |

    Scenario: the least electricity without proof is told
      Given supposing electricity without evidence is 0.01 MWh
      When evaluated as of 2026-11-20
      Then an observation M.POWER is raised

    Scenario: fluorocarbons, heat and gases taken in add to the emissions of the streams
      Given supposing emissions of the streams in this process is 1000 tCO2e
      And supposing fluorocarbons is 100 tCO2e
      And supposing emissions of imported heat is 20 tCO2e
      And supposing emissions of exported heat is 0 tCO2e
      And supposing emissions of waste gases received is 3 tCO2e
      And supposing emissions of waste gases passed on is 0 tCO2e
      And supposing emissions of electricity produced is 0 tCO2e
      When evaluated as of 2026-11-20
      Then the quantity attributed direct emissions is 1123 tCO2e

    Scenario Outline: what the method does not read is left blank
      Given source streams are
        | name | method   | direction | mass   | volume   | net calorific value by mass | emission factor by energy content | emission factor by mass | measured emissions | oxidation or conversion factor | biomass fraction | biomass criteria met | allocation quantity of the process | allocation quantity of all processes |
        | S    | <method> | enters    | <mass> | <volume> | 25 GJ/t                     | 95 tCO2e/TJ                       | 0.5 tCO2e/t             | <measured>         | 100 %                          | 0 %              | no                   | 4                                  | 4                                    |
      When evaluated as of 2026-11-20
      Then the quantity emissions of all streams is <all> tCO2e

      Examples:
        | method    | mass   | volume | measured  | all  |
        | per_tonne | 1000 t |        |           | 500  |
        | fuel_mass | 1000 t |        |           | 2375 |
        | measured  |        |        | 123 tCO2e | 123  |

    Scenario Outline: what the method reads and nobody told is not nought
      Given source streams are
        | name | method   | direction | mass   | volume   | net calorific value by mass | emission factor by energy content | emission factor by mass | measured emissions | oxidation or conversion factor | biomass fraction | biomass criteria met | allocation quantity of the process | allocation quantity of all processes |
        | S    | <method> | enters    | <mass> | <volume> | 25 GJ/t                     | 95 tCO2e/TJ                       | 0.5 tCO2e/t             | <measured>         | 100 %                          | 0 %              | no                   | 4                                  | 4                                    |
      When evaluated as of 2026-11-20
      Then the quantity emissions of all streams is undetermined because of source streams

      Examples:
        | method       | mass   | volume  | measured  |
        | per_tonne    |        | 1000 m3 | 123 tCO2e |
        | fuel_mass    |        |         |           |
        | mass_balance | 1000 t |         |           |
        | measured     | 1000 t |         |           |

    Scenario Outline: the share of default values is of total counted emissions
      Given supposing emissions of precursors by default values is <default> tCO2e
      And supposing total counted emissions is 40 tCO2e
      When evaluated as of 2026-11-20
      Then the quantity share of default values is <share> %

      Examples:
        | default | share |
        | 10      | 25    |
        | 50      | 100   |
