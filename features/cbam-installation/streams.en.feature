# language: en
Feature: Source streams

  Background:
    Given the scorecard cbam-installation
    And these facts
      | fact    | label          | type                  |
      | streams | source streams | list of source stream |
      | pots    | cell lines     | list of line of cells |
    And each stream has
      | field           | label                                | type   | unit     | one of                                                    | at least | at most |
      | name            | name                                 | text   |          |                                                           |          |         |
      | method          | method                               | choice |          | fuel_mass, fuel_volume, per_tonne, mass_balance, measured |          |         |
      | direction       | direction                            | choice |          | enters, leaves                                            |          |         |
      | mass            | mass                                 | number | t        |                                                           | 0        |         |
      | volume          | volume                               | number | m3       |                                                           | 0        |         |
      | heat_per_tonne  | net calorific value by mass          | number | GJ/t     |                                                           | 0        |         |
      | heat_per_volume | net calorific value by volume        | number | GJ/m3    |                                                           | 0        |         |
      | factor_of_heat  | emission factor by energy content    | number | tCO2e/TJ |                                                           | 0        |         |
      | factor_of_mass  | emission factor by mass              | number | tCO2e/t  |                                                           | 0        |         |
      | carbon          | carbon content                       | number | %        |                                                           | 0        | 100     |
      | measured        | measured emissions                   | number | tCO2e    |                                                           | 0        |         |
      | oxidation       | oxidation or conversion factor       | number | %        |                                                           | 0        | 100     |
      | biomass         | biomass fraction                     | number | %        |                                                           | 0        | 100     |
      | sustainable     | biomass criteria met                 | flag   |          |                                                           |          |         |
      | reading         | allocation quantity of the process   | number |          |                                                           | 0        |         |
      | all_readings    | allocation quantity of all processes | number |          |                                                           | 0.001    |         |
    And stream is called source stream
    And no two source streams share a name
    And each pot_line has
      | field        | label                      | type   | unit | one of                                        | at least | at most |
      | cells        | cells                      | text   |      |                                               |          |         |
      | technology   | technology                 | choice |      | PFPB_L, PFPB_M, PFPB_MW, CWPB, SWPB, VSS, HSS |          |         |
      | aluminium    | primary aluminium          | number | t    |                                               | 0        |         |
      | frequency    | anode effects per cell-day | number |      |                                               | 0        |         |
      | duration     | minutes per anode effect   | number |      |                                               | 0        |         |
      | own_slope    | own slope factor           | number | kg/t |                                               | 0        |         |
      | own_fraction | own weight fraction        | number |      |                                               | 0        |         |
      | own_factors  | own factors are used       | flag   |      |                                               |          |         |
      | collected    | collection efficiency      | number | %    |                                               | 0.001    | 100     |
    And pot_line is called line of cells
    And no two cell lines share a cells
    And this reference case
      | fact       | value |
      | cell lines | none  |
    And in the reference case source streams are
      | name | method    | direction | mass     | net calorific value by mass | emission factor by energy content | oxidation or conversion factor | biomass fraction | biomass criteria met | allocation quantity of the process | allocation quantity of all processes |
      | S1   | fuel_mass | enters    | 1837.5 t | 48 GJ/t                     | 56.1 tCO2e/TJ                     | 100 %                          | 0 %              | no                   | 17000                              | 25200                                |

  Rule: Emissions of a source stream
    Background:
      Given for each source stream the quantity emissions including biomass (carbon_dioxide), in tCO2e, on basis calculation
        | is                                                                                                          | when                   |
        | mass * net calorific value by mass * emission factor by energy content * oxidation or conversion factor     | method is fuel_mass    |
        | volume * net calorific value by volume * emission factor by energy content * oxidation or conversion factor | method is fuel_volume  |
        | mass * emission factor by mass * oxidation or conversion factor                                             | method is per_tonne    |
        | mass * carbon content * 3.664 tCO2e/t                                                                       | method is mass_balance |
        | measured emissions                                                                                          | otherwise              |
      And for each source stream the quantity fossil share (fossil), on basis zero-rating
        | is                   | when                        |
        | 1 - biomass fraction | biomass criteria met is yes |
        | 1                    | otherwise                   |
      And for each source stream the quantity emissions of the stream (emitted), in tCO2e
        | is                                                   | when                | basis                    |
        | 0 tCO2e - emissions including biomass * fossil share | direction is leaves | calculation              |
        | emissions including biomass * fossil share           | otherwise           | calculation, zero-rating |
      And for each source stream the quantity share of the process (here), on basis attribution
        | is                                                                        |
        | allocation quantity of the process / allocation quantity of all processes |
      And for each source stream the quantity emissions of the stream in this process (attributed_stream), in tCO2e, on basis attribution
        | is                                             |
        | emissions of the stream * share of the process |
      And for each source stream the quantity emissions of biomass without evidence (biogenic), in tCO2e, on basis zero-rating
        | is                                             | when                       |
        | emissions including biomass * biomass fraction | biomass criteria met is no |
        | 0 tCO2e                                        | otherwise                  |
      And for each source stream the quantity invalid outgoing stream (odd_output), in items, on basis calculation
        | is      | when                                            |
        | 1 item  | direction is leaves; method is not mass_balance |
        | 0 items | otherwise                                       |
      And for each source stream the quantity excess share of the stream (odd_share), in items, on basis attribution
        | is      | when                                |
        | 1 item  | share of the process is more than 1 |
        | 0 items | otherwise                           |
      And the quantity emissions of all streams (all_streams), in tCO2e, the sum of emissions of the stream over source streams, on basis calculation
      And the quantity emissions of the streams in this process (streams_here), in tCO2e, the sum of emissions of the stream in this process over source streams, on basis attribution
      And the quantity total emissions of biomass without evidence (unproven), in tCO2e, the sum of emissions of biomass without evidence over source streams, on basis zero-rating
      And the quantity number of invalid outgoing streams (odd_outputs), in items, the sum of invalid outgoing stream over source streams, on basis calculation
      And the quantity streams with excess shares (odd_shares), in items, the sum of excess share of the stream over source streams, on basis attribution
      And these gates
        | id | gate                                                          | requires                                                                                 | basis       |
        | M5 | Outgoing streams occur only in a mass balance                 | number of invalid outgoing streams is 0 items                                            | calculation |
        | M6 | No share of the process exceeds the whole of the installation | streams with excess shares is 0 items; electricity sources with excess shares is 0 items | attribution |
      And these findings
        | code      | finding                                                    | when                                                             | severity    | basis       |
        | M.BIOMASS | Biomass without proof of the criteria is treated as fossil | total emissions of biomass without evidence is more than 0 tCO2e | observation | zero-rating |

    Scenario Outline: emissions by calculation method
      Given source streams are
        | name | method   | direction   | mass   | volume  | net calorific value by mass | net calorific value by volume | emission factor by energy content | emission factor by mass | carbon content | measured emissions | oxidation or conversion factor | biomass fraction | biomass criteria met | allocation quantity of the process | allocation quantity of all processes |
        | S    | <method> | <direction> | 1000 t | 1000 m3 | 25 GJ/t                     | 0.036 GJ/m3                   | 95 tCO2e/TJ                       | 0.525 tCO2e/t           | 88 %           | 123 tCO2e          | <oxidation> %                  | <biomass> %      | <criteria>           | <reading>                          | 4                                    |
      When evaluated as of 2026-11-20
      Then the quantity emissions of all streams is <all> tCO2e
      And the quantity emissions of the streams in this process is <here> tCO2e
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
      Given for each line of cells the quantity global warming potential of CF4 (of_cf4), in tCO2e/t, from column potential, on basis fluorocarbons
        | in    | with         |
        | gases | gas is 'CF4' |
      And for each line of cells the quantity global warming potential of C2F6 (of_c2f6), in tCO2e/t, from column potential, on basis fluorocarbons
        | in    | with          |
        | gases | gas is 'C2F6' |
      And for each line of cells the quantity slope factor (slope), in kg/t, on basis fluorocarbons
        | is               | when                        |
        | own slope factor | own factors are used is yes |
        | 0.122 kg/t       | technology is PFPB_L        |
        | 0.104 kg/t       | technology is PFPB_M        |
        | 0.233 kg/t       | technology is SWPB          |
        | 0.058 kg/t       | technology is VSS           |
        | 0.165 kg/t       | technology is HSS           |
        | 0.143 kg/t       | otherwise                   |
      And for each line of cells the quantity weight fraction (fraction), on basis fluorocarbons
        | is                  | when                        |
        | own weight fraction | own factors are used is yes |
        | 0.097               | technology is PFPB_L        |
        | 0.057               | technology is PFPB_M        |
        | 0.28                | technology is SWPB          |
        | 0.086               | technology is VSS           |
        | 0.077               | technology is HSS           |
        | 0.121               | otherwise                   |
      And for each line of cells the quantity CF4 released (tetrafluoromethane), in t, on basis fluorocarbons
        | is                                                                                       |
        | anode effects per cell-day * minutes per anode effect * slope factor * primary aluminium |
      And for each line of cells the quantity fluorocarbons of the cell line (fluorides), in tCO2e, on basis fluorocarbons
        | is                                                                                                                            |
        | CF4 released * (global warming potential of CF4 + weight fraction * global warming potential of C2F6) / collection efficiency |
      And the quantity fluorocarbons (all_fluorides), in tCO2e, the sum of fluorocarbons of the cell line over cell lines, on basis fluorocarbons

    Scenario Outline: the slope method for each technology
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

    Scenario: without cells there are no fluorocarbons
      When evaluated as of 2026-11-20
      Then the quantity fluorocarbons is 0 tCO2e
