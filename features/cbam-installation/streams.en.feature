# language: en
Feature: Source streams

  Background:
    Given the scorecard cbam-installation
    And these facts
      | fact    | label          | type                  |
      | streams | source streams | list of source stream |
      | pots    | cell lines     | list of line of cells |
    And each stream has
      | field           | label                          | type   | unit     | one of                                                    | at least | at most | may not apply |
      | name            | name                           | text   |          |                                                           |          |         |               |
      | method          | method                         | choice |          | fuel_mass, fuel_volume, per_tonne, mass_balance, measured |          |         |               |
      | direction       | direction                      | choice |          | enters, leaves                                            |          |         |               |
      | mass            | mass                           | number | t        |                                                           | 0        |         | yes           |
      | volume          | volume                         | number | m3       |                                                           | 0        |         | yes           |
      | heat_per_tonne  | net calorific value by mass    | number | GJ/t     |                                                           | 0        |         | yes           |
      | heat_per_volume | net calorific value by volume  | number | GJ/m3    |                                                           | 0        |         | yes           |
      | factor_of_heat  | emission factor of heat        | number | tCO2e/TJ |                                                           | 0        |         | yes           |
      | factor_of_mass  | emission factor of mass        | number | tCO2e/t  |                                                           | 0        |         | yes           |
      | carbon          | carbon content                 | number | %        |                                                           | 0        | 100     | yes           |
      | measured        | measured emissions             | number | tCO2e    |                                                           | 0        |         | yes           |
      | oxidation       | oxidation or conversion factor | number | %        |                                                           | 0        | 100     |               |
      | biomass         | biomass fraction               | number | %        |                                                           | 0        | 100     |               |
      | sustainable     | biomass criteria met           | flag   |          |                                                           |          |         |               |
      | reading         | reading of the process         | number |          |                                                           | 0        |         |               |
      | all_readings    | readings of all processes      | number |          |                                                           | 0.001    |         |               |
    And stream is called source stream
    And no two source streams share a name
    And each pot_line has
      | field        | label                      | type   | unit | one of                                        | at least | at most | may not apply |
      | cells        | cells                      | text   |      |                                               |          |         |               |
      | technology   | technology                 | choice |      | PFPB_L, PFPB_M, PFPB_MW, CWPB, SWPB, VSS, HSS |          |         |               |
      | aluminium    | primary aluminium          | number | t    |                                               | 0        |         |               |
      | frequency    | anode effects per cell-day | number |      |                                               | 0        |         |               |
      | duration     | minutes per anode effect   | number |      |                                               | 0        |         |               |
      | own_slope    | own slope factor           | number | kg/t |                                               | 0        |         | yes           |
      | own_fraction | own weight fraction        | number |      |                                               | 0        |         | yes           |
      | own_factors  | own factors are used       | flag   |      |                                               |          |         |               |
      | collected    | collection efficiency      | number | %    |                                               | 0.001    | 100     |               |
    And pot_line is called line of cells
    And no two cell lines share a cells
    And this reference case
      | fact       | value |
      | cell lines | none  |
    And in the reference case source streams are
      | name | method    | direction | mass     | volume         | net calorific value by mass | net calorific value by volume | emission factor of heat | emission factor of mass | carbon content | measured emissions | oxidation or conversion factor | biomass fraction | biomass criteria met | reading of the process | readings of all processes |
      | S1   | fuel_mass | enters    | 1837.5 t | not applicable | 48 GJ/t                     | not applicable                | 56.1 tCO2e/TJ           | not applicable          | not applicable | not applicable     | 100 %                          | 0 %              | no                   | 17000                  | 25200                     |

  Rule: Emissions of a source stream
    Background:
      Given these quantities for each source stream
        | quantity          | label                          | unit  | is                                                                                                | when                                            | basis                    |
        | carbon_dioxide    | emissions with biomass         | tCO2e | mass * net calorific value by mass * emission factor of heat * oxidation or conversion factor     | method is fuel_mass                             | calculation              |
        | carbon_dioxide    |                                |       | volume * net calorific value by volume * emission factor of heat * oxidation or conversion factor | method is fuel_volume                           | calculation              |
        | carbon_dioxide    |                                |       | mass * emission factor of mass * oxidation or conversion factor                                   | method is per_tonne                             | calculation              |
        | carbon_dioxide    |                                |       | mass * carbon content * 3.664 tCO2e/t                                                             | method is mass_balance                          | calculation              |
        | carbon_dioxide    |                                |       | measured emissions                                                                                |                                                 | calculation              |
        | fossil            | fossil share                   |       | 1 - biomass fraction                                                                              | biomass criteria met is yes                     | zero-rating              |
        | fossil            |                                |       | 1                                                                                                 |                                                 | zero-rating              |
        | emitted           | emissions of the stream        | tCO2e | 0 tCO2e - emissions with biomass * fossil share                                                   | direction is leaves                             | calculation              |
        | emitted           |                                |       | emissions with biomass * fossil share                                                             |                                                 | calculation, zero-rating |
        | here              | share of the process           |       | reading of the process / readings of all processes                                                |                                                 | attribution              |
        | attributed_stream | emissions of the stream here   | tCO2e | emissions of the stream * share of the process                                                    |                                                 | attribution              |
        | biogenic          | emissions of unproven biomass  | tCO2e | emissions with biomass * biomass fraction                                                         | biomass criteria met is no                      | zero-rating              |
        | biogenic          |                                |       | 0 tCO2e                                                                                           |                                                 | zero-rating              |
        | odd_output        | stream that cannot leave       | item  | 1 item                                                                                            | direction is leaves; method is not mass_balance | calculation              |
        | odd_output        |                                |       | 0 items                                                                                           |                                                 | calculation              |
        | odd_share         | stream that is more than whole | item  | 1 item                                                                                            | share of the process is more than 1             | attribution              |
        | odd_share         |                                |       | 0 items                                                                                           |                                                 | attribution              |
      And these sums over source streams
        | quantity     | label                            | unit  | of                             | basis       |
        | all_streams  | emissions of all streams         | tCO2e | emissions of the stream        | calculation |
        | streams_here | emissions of the streams here    | tCO2e | emissions of the stream here   | attribution |
        | unproven     | biomass not proven               | tCO2e | emissions of unproven biomass  | zero-rating |
        | odd_outputs  | streams that cannot leave        | item  | stream that cannot leave       | calculation |
        | odd_shares   | streams that are more than whole | item  | stream that is more than whole | attribution |
      And these gates
        | id | gate                                       | requires                                                                                             | basis       |
        | M5 | Only a mass balance has streams that leave | streams that cannot leave is 0 items                                                                 | calculation |
        | M6 | No process uses more than the installation | streams that are more than whole is 0 items; electricity sources that are more than whole is 0 items | attribution |
      And these findings
        | code      | finding                                                | when                                    | severity    | basis       |
        | M.BIOMASS | Biomass without proof of the criteria counts as fossil | biomass not proven is more than 0 tCO2e | observation | zero-rating |

    Scenario Outline: each method
      Given source streams are
        | name | method   | direction   | mass   | volume  | net calorific value by mass | net calorific value by volume | emission factor of heat | emission factor of mass | carbon content | measured emissions | oxidation or conversion factor | biomass fraction | biomass criteria met | reading of the process | readings of all processes |
        | S    | <method> | <direction> | 1000 t | 1000 m3 | 25 GJ/t                     | 0.036 GJ/m3                   | 95 tCO2e/TJ             | 0.525 tCO2e/t           | 88 %           | 123 tCO2e          | <oxidation> %                  | <biomass> %      | <criteria>           | <reading>              | 4                         |
      When evaluated as of 2026-11-20
      Then the quantity emissions of all streams is <all> tCO2e
      And the quantity emissions of the streams here is <here> tCO2e
      And gate M5 is <m5>
      And gate M6 is <m6>
      And <finding>

      Examples:
        | method       | direction | oxidation | biomass | criteria | reading | all      | here      | m5      | m6      | finding                            |
        | fuel_mass    | enters    | 100       | 0       | no       | 4       | 2375     | 2375      | met     | met     | no finding M.BIOMASS is raised     |
        | fuel_mass    | enters    | 98        | 15      | yes      | 1       | 1978.375 | 494.59375 | met     | met     | no finding M.BIOMASS is raised     |
        | fuel_mass    | enters    | 100       | 15      | no       | 4       | 2375     | 2375      | met     | met     | an observation M.BIOMASS is raised |
        | fuel_volume  | enters    | 100       | 0       | no       | 4       | 3.42     | 3.42      | met     | met     | no finding M.BIOMASS is raised     |
        | per_tonne    | enters    | 90        | 0       | no       | 4       | 472.5    | 472.5     | met     | met     | no finding M.BIOMASS is raised     |
        | mass_balance | enters    | 90        | 0       | no       | 4       | 3224.32  | 3224.32   | met     | met     | no finding M.BIOMASS is raised     |
        | mass_balance | leaves    | 100       | 0       | no       | 4       | -3224.32 | -3224.32  | met     | met     | no finding M.BIOMASS is raised     |
        | measured     | enters    | 90        | 0       | no       | 4       | 123      | 123       | met     | met     | no finding M.BIOMASS is raised     |
        | measured     | leaves    | 100       | 0       | no       | 4       | -123     | -123      | not met | met     | no finding M.BIOMASS is raised     |
        | measured     | enters    | 100       | 0       | no       | 4.001   | 123      | 123.03075 | met     | not met | no finding M.BIOMASS is raised     |

  Rule: Perfluorocarbons of primary aluminium
    Background:
      Given these lookups for each line of cells
        | quantity | label             | unit    | column    | in    | with          | basis         |
        | of_cf4   | potential of CF4  | tCO2e/t | potential | gases | gas is 'CF4'  | fluorocarbons |
        | of_c2f6  | potential of C2F6 | tCO2e/t | potential | gases | gas is 'C2F6' | fluorocarbons |
      And these quantities for each line of cells
        | quantity           | label                      | unit  | is                                                                                              | when                        | basis         |
        | slope              | slope factor               | kg/t  | own slope factor                                                                                | own factors are used is yes | fluorocarbons |
        | slope              |                            |       | 0.122 kg/t                                                                                      | technology is PFPB_L        | fluorocarbons |
        | slope              |                            |       | 0.104 kg/t                                                                                      | technology is PFPB_M        | fluorocarbons |
        | slope              |                            |       | 0.233 kg/t                                                                                      | technology is SWPB          | fluorocarbons |
        | slope              |                            |       | 0.058 kg/t                                                                                      | technology is VSS           | fluorocarbons |
        | slope              |                            |       | 0.165 kg/t                                                                                      | technology is HSS           | fluorocarbons |
        | slope              |                            |       | 0.143 kg/t                                                                                      |                             | fluorocarbons |
        | fraction           | weight fraction            |       | own weight fraction                                                                             | own factors are used is yes | fluorocarbons |
        | fraction           |                            |       | 0.097                                                                                           | technology is PFPB_L        | fluorocarbons |
        | fraction           |                            |       | 0.057                                                                                           | technology is PFPB_M        | fluorocarbons |
        | fraction           |                            |       | 0.28                                                                                            | technology is SWPB          | fluorocarbons |
        | fraction           |                            |       | 0.086                                                                                           | technology is VSS           | fluorocarbons |
        | fraction           |                            |       | 0.077                                                                                           | technology is HSS           | fluorocarbons |
        | fraction           |                            |       | 0.121                                                                                           |                             | fluorocarbons |
        | tetrafluoromethane | CF4 released               | t     | anode effects per cell-day * minutes per anode effect * slope factor * primary aluminium        |                             | fluorocarbons |
        | fluorides          | fluorocarbons of the cells | tCO2e | CF4 released * (potential of CF4 + weight fraction * potential of C2F6) / collection efficiency |                             | fluorocarbons |
      And these sums over cell lines
        | quantity      | label         | unit  | of                         | basis         |
        | all_fluorides | fluorocarbons | tCO2e | fluorocarbons of the cells | fluorocarbons |

    Scenario Outline: the slope method, equation by equation
      Given cell lines are
        | cells | technology   | primary aluminium | anode effects per cell-day | minutes per anode effect | own slope factor | own weight fraction | own factors are used | collection efficiency |
        | A     | <technology> | 1000 t            | 0.5                        | 2                        | 0.1 kg/t         | 0.1                 | <own>                | 100 %                 |
      When evaluated as of 2026-11-20
      Then the quantity fluorocarbons is <amount> tCO2e

      Examples:
        | technology | own | amount    |
        | CWPB       | yes | 774       |
        | PFPB_L     | no  | 940.2174  |
        | PFPB_M     | no  | 755.3208  |
        | PFPB_MW    | no  | 1140.1533 |
        | CWPB       | no  | 1140.1533 |
        | SWPB       | no  | 2268.954  |
        | VSS        | no  | 439.9068  |
        | HSS        | no  | 1234.9755 |

    Scenario: without cells there are none
      When evaluated as of 2026-11-20
      Then the quantity fluorocarbons is 0 tCO2e
