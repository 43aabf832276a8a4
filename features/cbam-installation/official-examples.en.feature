# language: en
Feature: Worked examples of the Commission
  The seven filled communication templates (version 2.1) that the Commission published for the transitional period, recomputed and compared with their summary sheets to the fifth decimal.

  Background:
    Given the scorecard cbam-installation

  Rule: Filled communication templates

    Scenario: example 1, cement, per tonne of cement as in the workbook
      Given CN code is 25232900
      And goods produced is 1321052.6315789474 t
      And source streams are
        | name            | method    | direction | mass      | volume | net calorific value by mass | net calorific value by volume | emission factor by energy content | emission factor by mass | carbon content | measured emissions | oxidation or conversion factor | biomass fraction | biomass criteria met | allocation quantity of the process | allocation quantity of all processes |
        | raw meal        | per_tonne | enters    | 1255000 t |        |                             |                               |                                   | 0.525 tCO2e/t           |                |                    | 100 %                          | 0 %              | no                   | 1                                  | 1                                    |
        | coal            | fuel_mass | enters    | 88000 t   |        | 25 GJ/t                     |                               | 95 tCO2e/TJ                       |                         |                |                    | 100 %                          | 0 %              | no                   | 1                                  | 1                                    |
        | household waste | fuel_mass | enters    | 25000 t   |        | 20 GJ/t                     |                               | 83 tCO2e/TJ                       |                         |                |                    | 100 %                          | 15 %             | yes                  | 1                                  | 1                                    |
        | heavy fuel oil  | fuel_mass | enters    | 43000 t   |        | 40 GJ/t                     |                               | 78 tCO2e/TJ                       |                         |                |                    | 100 %                          | 0 %              | no                   | 1                                  | 1                                    |
      And electricity used are
        | supply | electricity consumed   | supplied by | emission factor of the grid | emission factor of the source | purchase agreement or diagram available | consumption matched within the hour | source physically connected | allocation quantity of the process | allocation quantity of all processes |
        | grid   | 193864.47368421053 MWh | grid        | 0.833 tCO2e/MWh             | 0 tCO2e/MWh                   | no                                      | no                                  | no                          | 1                                  | 1                                    |
      And precursors is none
      When evaluated as of 2026-11-20
      Then the quantity emissions of the installation is 1037310 tCO2e
      And the result Specific direct embedded emissions is 5186550000000000/6605263157894737 tCO2e/t
      And the result Specific indirect embedded emissions is 2306987236842105307/18872180451127820000 tCO2e/t
      And the result Specific embedded emissions counted is 119879910657894737149/132105263157894740000 tCO2e/t
      And a minor nonconformity M.CLINKER is raised

    Scenario: the same cement, per tonne of clinker contained (1255000 t)
      Given CN code is 25232900
      And functional unit is tonne of clinker
      And goods produced is 1321052.6315789474 t
      And clinker or nitrogen content of all goods is 95 %
      And average content of the composition range is 95 %
      And source streams are
        | name | method   | direction | mass | volume | net calorific value by mass | net calorific value by volume | emission factor by energy content | emission factor by mass | carbon content | measured emissions | oxidation or conversion factor | biomass fraction | biomass criteria met | allocation quantity of the process | allocation quantity of all processes |
        | all  | measured | enters    |      |        |                             |                               |                                   |                         |                | 1037310 tCO2e      | 100 %                          | 0 %              | no                   | 1                                  | 1                                    |
      And electricity used are
        | supply | electricity consumed   | supplied by | emission factor of the grid | emission factor of the source | purchase agreement or diagram available | consumption matched within the hour | source physically connected | allocation quantity of the process | allocation quantity of all processes |
        | grid   | 193864.47368421053 MWh | grid        | 0.833 tCO2e/MWh             | 0 tCO2e/MWh                   | no                                      | no                                  | no                          | 1                                  | 1                                    |
      And precursors is none
      When evaluated as of 2026-11-20
      Then the result Specific embedded emissions counted is 119879910657894737149/132105263157894740000 tCO2e/t
      And no finding M.CLINKER is raised

    Scenario: example 2, blast furnace, mass balance and waste gas
      Given CN code is 72081000
      And country of production is CN
      And goods produced is 4800000 t
      And source streams are
        | name           | method       | direction | mass      | volume | net calorific value by mass | net calorific value by volume | emission factor by energy content | emission factor by mass | carbon content        | measured emissions | oxidation or conversion factor | biomass fraction | biomass criteria met | allocation quantity of the process | allocation quantity of all processes |
        | coke fines     | mass_balance | enters    | 50000 t   |        |                             |                               |                                   |                         | 88 %                  |                    | 100 %                          | 0 %              | no                   | 1                                  | 1                                    |
        | iron ores      | mass_balance | enters    | 5600000 t |        |                             |                               |                                   |                         | 0.023 %               |                    | 100 %                          | 0 %              | no                   | 1                                  | 1                                    |
        | coke           | mass_balance | enters    | 2200000 t |        |                             |                               |                                   |                         | 88 %                  |                    | 100 %                          | 0 %              | no                   | 1                                  | 1                                    |
        | plastic wastes | mass_balance | enters    | 70000 t   |        |                             |                               |                                   |                         | 68.3571530119101 %    |                    | 100 %                          | 16 %             | yes                  | 1                                  | 1                                    |
        | external scrap | mass_balance | enters    | 800000 t  |        |                             |                               |                                   |                         | 0.21 %                |                    | 100 %                          | 0 %              | no                   | 1                                  | 1                                    |
        | internal scrap | mass_balance | enters    | 200000 t  |        |                             |                               |                                   |                         | 0.18 %                |                    | 100 %                          | 0 %              | no                   | 1                                  | 1                                    |
        | calcined lime  | mass_balance | enters    | 280000 t  |        |                             |                               |                                   |                         | 0.27292576419213972 % |                    | 100 %                          | 0 %              | no                   | 1                                  | 1                                    |
        | natural gas    | mass_balance | enters    | 170000 t  |        |                             |                               |                                   |                         | 75 %                  |                    | 100 %                          | 0 %              | no                   | 1                                  | 1                                    |
        | other inputs   | mass_balance | enters    | 40000 t   |        |                             |                               |                                   |                         | 10 %                  |                    | 100 %                          | 0 %              | no                   | 1                                  | 1                                    |
        | steel          | mass_balance | leaves    | 4800000 t |        |                             |                               |                                   |                         | 0.18 %                |                    | 100 %                          | 0 %              | no                   | 1                                  | 1                                    |
        | slags          | mass_balance | leaves    | 1000000 t |        |                             |                               |                                   |                         | 0.03 %                |                    | 100 %                          | 0 %              | no                   | 1                                  | 1                                    |
      And waste gases are
        | gas               | direction of the gas | energy of the gas | proof of use |
        | blast furnace gas | passed_on            | 12800 TJ          | yes          |
      And electricity used are
        | supply | electricity consumed | supplied by | emission factor of the grid | emission factor of the source | purchase agreement or diagram available | consumption matched within the hour | source physically connected | allocation quantity of the process | allocation quantity of all processes |
        | grid   | 1658844 MWh          | grid        | 0.589 tCO2e/MWh             | 0 tCO2e/MWh                   | no                                      | no                                  | no                          | 1                                  | 1                                    |
      And precursors is none
      When evaluated as of 2026-11-20
      Then the quantity emissions of waste gases passed on is 478959.36 tCO2e
      And the result Direct emissions of the installation is 7866044.469877755500378624 tCO2e
      And the result Direct emissions of the process is 7387085.109877755500378624 tCO2e
      And the result Specific direct embedded emissions is 14427900605229991211677/9375000000000000000000 tCO2e/t
      And the result Specific indirect embedded emissions is 0.2035539825 tCO2e/t
      And the result Specific embedded emissions counted is 14427900605229991211677/9375000000000000000000 tCO2e/t

    Scenario: example 3, electric arc furnace, crude steel with bought alloys
      Given CN code is 72189911
      And goods produced is 2234000 t
      And source streams are
        | name | method   | direction | mass | volume | net calorific value by mass | net calorific value by volume | emission factor by energy content | emission factor by mass | carbon content | measured emissions       | oxidation or conversion factor | biomass fraction | biomass criteria met | allocation quantity of the process | allocation quantity of all processes |
        | all  | measured | enters    |      |        |                             |                               |                                   |                         |                | 171005.30885696854 tCO2e | 100 %                          | 0 %              | no                   | 1                                  | 1                                    |
      And electricity used are
        | supply | electricity consumed | supplied by | emission factor of the grid | emission factor of the source | purchase agreement or diagram available | consumption matched within the hour | source physically connected | allocation quantity of the process | allocation quantity of all processes |
        | grid   | 1563800 MWh          | grid        | 0.833 tCO2e/MWh             | 0 tCO2e/MWh                   | no                                      | no                                  | no                          | 1                                  | 1                                    |
      And precursors are
        | precursor           | precursor code | origin | mass consumed       | determination of the precursor emissions | reported direct emissions per tonne of precursor | reported indirect emissions per tonne of precursor | report by an accredited verifier | report covers the production of the precursor |
        | carbon steel ingots | 72061000       | ID     | 80540 t             | report                                   | 1.48 tCO2e/t                                     | 0.20399915569903151 tCO2e/t                        | yes                              | yes                                           |
        | FeNi                | 72026000       | JP     | 346773.0239303843 t | report                                   | 3 tCO2e/t                                        | 2.499833 tCO2e/t                                   | yes                              | yes                                           |
        | FeCr                | 72024110       | IN     | 331213 t            | report                                   | 2.5 tCO2e/t                                      | 2.349893 tCO2e/t                                   | yes                              | yes                                           |
        | FeMn                | 72021120       | CN     | 60595 t             | report                                   | 1.3 tCO2e/t                                      | 1.900073 tCO2e/t                                   | yes                              | yes                                           |
      When evaluated as of 2026-11-20
      Then the result Direct emissions of the process alone per tonne of goods is 8550265442848427/111700000000000000 tCO2e/t
      And the result Indirect emissions of the process alone per tonne of goods is 0.5831 tCO2e/t
      And the result Specific direct embedded emissions is 13983309879050759/13962500000000000 tCO2e/t
      And the result Specific indirect embedded emissions is 30794001743749643736373/22340000000000000000000 tCO2e/t

    Scenario: example 3, electric arc furnace, source streams of the installation
      Given CN code is 72189911
      And goods produced is 2234000 t
      And source streams are
        | name                | method       | direction | mass      | volume | net calorific value by mass | net calorific value by volume | emission factor by energy content | emission factor by mass | carbon content | measured emissions | oxidation or conversion factor | biomass fraction | biomass criteria met | allocation quantity of the process | allocation quantity of all processes |
        | natural gas         | fuel_mass    | enters    | 163806 t  |        | 48 GJ/t                     |                               | 56.1 tCO2e/TJ                     |                         |                |                    | 100 %                          | 0 %              | no                   | 692.54                             | 7862.69                              |
        | steel scrap         | mass_balance | enters    | 1345000 t |        |                             |                               |                                   |                         | 0.08 %         |                    | 100 %                          | 0 %              | no                   | 1                                  | 1                                    |
        | graphite electrodes | mass_balance | enters    | 4468 t    |        |                             |                               |                                   |                         | 81.9 %         |                    | 100 %                          | 0 %              | no                   | 1                                  | 1                                    |
        | additives           | per_tonne    | enters    | 89360 t   |        |                             |                               |                                   | 0.45 tCO2e/t            |                |                    | 100 %                          | 0 %              | no                   | 1                                  | 1                                    |
        | crude steel         | mass_balance | enters    | 80540 t   |        |                             |                               |                                   |                         | 0.15 %         |                    | 100 %                          | 0 %              | no                   | 1                                  | 1                                    |
        | FeNi                | mass_balance | enters    | 346773 t  |        |                             |                               |                                   |                         | 1.5 %          |                    | 100 %                          | 0 %              | no                   | 1                                  | 1                                    |
        | FeCr                | mass_balance | enters    | 331213 t  |        |                             |                               |                                   |                         | 5.2 %          |                    | 100 %                          | 0 %              | no                   | 1                                  | 1                                    |
        | FeMn                | mass_balance | enters    | 60595 t   |        |                             |                               |                                   |                         | 2.8 %          |                    | 100 %                          | 0 %              | no                   | 1                                  | 1                                    |
        | steel               | mass_balance | leaves    | 2140000 t |        |                             |                               |                                   |                         | 0.18 %         |                    | 100 %                          | 0 %              | no                   | 1                                  | 1                                    |
        | slags               | mass_balance | leaves    | 107232 t  |        |                             |                               |                                   |                         | 0.03 %         |                    | 100 %                          | 0 %              | no                   | 1                                  | 1                                    |
      When evaluated as of 2026-11-20
      Then the quantity emissions of all streams is 573250.5138976 tCO2e
      And the result Direct emissions of the process is 3819775243017047/22337187500 tCO2e

    Scenario: example 3, electric arc furnace, rolled from its own crude steel
      Given CN code is 72191310
      And goods produced is 1133000 t
      And source streams are
        | name | method   | direction | mass | volume | net calorific value by mass | net calorific value by volume | emission factor by energy content | emission factor by mass | carbon content | measured emissions | oxidation or conversion factor | biomass fraction | biomass criteria met | allocation quantity of the process | allocation quantity of all processes |
        | all  | measured | enters    |      |        |                             |                               |                                   |                         |                | 402245.415 tCO2e   | 100 %                          | 0 %              | no                   | 1                                  | 1                                    |
      And electricity used are
        | supply | electricity consumed | supplied by | emission factor of the grid | emission factor of the source | purchase agreement or diagram available | consumption matched within the hour | source physically connected | allocation quantity of the process | allocation quantity of all processes |
        | grid   | 324660 MWh           | grid        | 0.833 tCO2e/MWh             | 0 tCO2e/MWh                   | no                                      | no                                  | no                          | 1                                  | 1                                    |
      And precursors are
        | precursor   | precursor code | origin | mass consumed | determination of the precursor emissions | reported direct emissions per tonne of precursor | reported indirect emissions per tonne of precursor | report by an accredited verifier | report covers the production of the precursor |
        | crude steel | 72189911       | US     | 1227000 t     | own_process                              | 1.001490412107485 tCO2e/t                        | 1.3784244289950602 tCO2e/t                         | no                               | no                                            |
      When evaluated as of 2026-11-20
      Then the result Direct emissions of the process alone per tonne of goods is 7313553/20600000 tCO2e/t
      And the result Indirect emissions of the process alone per tonne of goods is 13522089/56650000 tCO2e/t
      And the result Specific direct embedded emissions is 326214830131176819/226600000000000000 tCO2e/t
      And the result Specific indirect embedded emissions is 9808842771884694327/5665000000000000000 tCO2e/t
      And the result Specific embedded emissions counted is 326214830131176819/226600000000000000 tCO2e/t

    Scenario: example 4, carbon steel screws and nuts
      When evaluated as of 2026-11-20
      Then the quantity emissions of all streams is 4948.02 tCO2e
      And the quantity emissions of the streams in this process is 3337.95 tCO2e
      And the result Specific direct embedded emissions is 682359/340000 tCO2e/t
      And the result Specific indirect embedded emissions is 0.4066 tCO2e/t
      And the result Specific embedded emissions counted is 682359/340000 tCO2e/t
      And the result Direct emissions of the process alone per tonne of goods is 0.19635 tCO2e/t
      And the result Indirect emissions of the process alone per tonne of goods is 0.1666 tCO2e/t

    Scenario: example 4, high alloy steel screws and nuts
      Given CN code is 73181535
      And goods produced is 8200 t
      And source streams are
        | name        | method    | direction | mass     | volume | net calorific value by mass | net calorific value by volume | emission factor by energy content | emission factor by mass | carbon content | measured emissions | oxidation or conversion factor | biomass fraction | biomass criteria met | allocation quantity of the process | allocation quantity of all processes |
        | natural gas | fuel_mass | enters    | 1837.5 t |        | 48 GJ/t                     |                               | 56.1 tCO2e/TJ                     |                         |                |                    | 100 %                          | 0 %              | no                   | 8200                               | 25200                                |
      And electricity used are
        | supply | electricity consumed | supplied by | emission factor of the grid | emission factor of the source | purchase agreement or diagram available | consumption matched within the hour | source physically connected | allocation quantity of the process | allocation quantity of all processes |
        | grid   | 1640 MWh             | grid        | 0.833 tCO2e/MWh             | 0 tCO2e/MWh                   | no                                      | no                                  | no                          | 1                                  | 1                                    |
      And precursors are
        | precursor        | precursor code | origin | mass consumed | determination of the precursor emissions | reported direct emissions per tonne of precursor | reported indirect emissions per tonne of precursor | report by an accredited verifier | report covers the production of the precursor |
        | high alloy steel | 72210010       | US     | 10000 t       | report                                   | 1.44 tCO2e/t                                     | 1.732 tCO2e/t                                      | yes                              | yes                                           |
      When evaluated as of 2026-11-20
      Then the quantity emissions of the streams in this process is 1610.07 tCO2e
      And the result Specific direct embedded emissions is 1601007/820000 tCO2e/t
      And the result Specific indirect embedded emissions is 467153/205000 tCO2e/t

    Scenario: example 5, mixed fertiliser, per tonne of goods as in the workbook
      Given CN code is 31052010
      And goods produced is 750000 t
      And source streams are
        | name        | method      | direction | mass | volume     | net calorific value by mass | net calorific value by volume | emission factor by energy content | emission factor by mass | carbon content | measured emissions | oxidation or conversion factor | biomass fraction | biomass criteria met | allocation quantity of the process | allocation quantity of all processes |
        | natural gas | fuel_volume | enters    |      | 6607000 m3 |                             | 0.03621 GJ/m3                 | 56.1 tCO2e/TJ                     |                         |                |                    | 100 %                          | 0 %              | no                   | 1                                  | 1                                    |
      And electricity used are
        | supply | electricity consumed | supplied by | emission factor of the grid | emission factor of the source | purchase agreement or diagram available | consumption matched within the hour | source physically connected | allocation quantity of the process | allocation quantity of all processes |
        | grid   | 7875 MWh             | grid        | 0.572 tCO2e/MWh             | 0 tCO2e/MWh                   | no                                      | no                                  | no                          | 1                                  | 1                                    |
      And precursors are
        | precursor | precursor code | origin | mass consumed | determination of the precursor emissions | reported direct emissions per tonne of precursor | reported indirect emissions per tonne of precursor | report by an accredited verifier | report covers the production of the precursor |
        | urea      | 31021019       | DZ     | 120000 t      | report                                   | 0.719 tCO2e/t                                    | 0.17835 tCO2e/t                                    | yes                              | yes                                           |
        | ammonia   | 28141000       | DZ     | 69750 t       | report                                   | 1.9 tCO2e/t                                      | 0.2079 tCO2e/t                                     | yes                              | yes                                           |
      When evaluated as of 2026-11-20
      Then the quantity emissions of all streams is 13421.334267 tCO2e
      And the result Specific direct embedded emissions is 0.309635112356 tCO2e/t
      And the result Specific indirect embedded emissions is 0.0538767 tCO2e/t
      And the result Specific embedded emissions counted is 0.363511812356 tCO2e/t
      And a minor nonconformity M.NITROGEN is raised

    Scenario: example 6, aluminium, source streams and cells of the installation
      Given CN code is 76011010
      And goods produced is 200000 t
      And source streams are
        | name             | method    | direction | mass    | volume | net calorific value by mass | net calorific value by volume | emission factor by energy content | emission factor by mass | carbon content | measured emissions | oxidation or conversion factor | biomass fraction | biomass criteria met | allocation quantity of the process | allocation quantity of all processes |
        | natural gas      | fuel_mass | enters    | 14181 t |        | 48 GJ/t                     |                               | 56.1 tCO2e/TJ                     |                         |                |                    | 100 %                          | 0 %              | no                   | 1                                  | 1                                    |
        | purchased anodes | per_tonne | enters    | 47000 t |        |                             |                               |                                   | 3.664 tCO2e/t           |                |                    | 100 %                          | 0 %              | no                   | 1                                  | 1                                    |
        | own anodes       | per_tonne | enters    | 22000 t |        |                             |                               |                                   | 3.664 tCO2e/t           |                |                    | 100 %                          | 0 %              | no                   | 1                                  | 1                                    |
      And cell lines are
        | cells | technology | primary aluminium | anode effects per cell-day | minutes per anode effect | own slope factor | own weight fraction | own factors are used | collection efficiency |
        | A     | CWPB       | 200000 t          | 0.6039358521605075         | 0.25                     | 0.102 kg/t       | 0.12                | yes                  | 97 %                  |
      When evaluated as of 2026-11-20
      Then the quantity emissions of all streams is 291002.5968 tCO2e
      And the result Direct emissions of the installation is 613592117791999999293/1940000000000000 tCO2e

    Scenario: example 6, aluminium, primary smelting
      Given CN code is 76011010
      And goods produced is 200000 t
      And source streams are
        | name | method   | direction | mass | volume | net calorific value by mass | net calorific value by volume | emission factor by energy content | emission factor by mass | carbon content | measured emissions | oxidation or conversion factor | biomass fraction | biomass criteria met | allocation quantity of the process | allocation quantity of all processes |
        | all  | measured | enters    |      |        |                             |                               |                                   |                         |                | 311000 tCO2e       | 100 %                          | 0 %              | no                   | 1                                  | 1                                    |
      And electricity used are
        | supply      | electricity consumed | supplied by | emission factor of the grid | emission factor of the source | purchase agreement or diagram available | consumption matched within the hour | source physically connected | allocation quantity of the process | allocation quantity of all processes |
        | own station | 3000000 MWh          | direct_link | 0.6 tCO2e/MWh               | 0.41 tCO2e/MWh                | yes                                     | yes                                 | yes                         | 1                                  | 1                                    |
      And precursors is none
      When evaluated as of 2026-11-20
      Then the result Specific direct embedded emissions is 1.555 tCO2e/t
      And the result Specific indirect embedded emissions is 6.15 tCO2e/t
      And the result Specific embedded emissions counted is 1.555 tCO2e/t

    Scenario: example 6, aluminium, forming of slabs from own production
      Given CN code is 76051900
      And goods produced is 113000 t
      And source streams are
        | name | method   | direction | mass | volume | net calorific value by mass | net calorific value by volume | emission factor by energy content | emission factor by mass | carbon content | measured emissions | oxidation or conversion factor | biomass fraction | biomass criteria met | allocation quantity of the process | allocation quantity of all processes |
        | all  | measured | enters    |      |        |                             |                               |                                   |                         |                | 5283 tCO2e         | 100 %                          | 0 %              | no                   | 1                                  | 1                                    |
      And electricity used are
        | supply      | electricity consumed | supplied by | emission factor of the grid | emission factor of the source | purchase agreement or diagram available | consumption matched within the hour | source physically connected | allocation quantity of the process | allocation quantity of all processes |
        | own station | 105000 MWh           | direct_link | 0.6 tCO2e/MWh               | 0.41 tCO2e/MWh                | yes                                     | yes                                 | yes                         | 1                                  | 1                                    |
      And precursors are
        | precursor | precursor code | origin | mass consumed | determination of the precursor emissions | reported direct emissions per tonne of precursor | reported indirect emissions per tonne of precursor | report by an accredited verifier | report covers the production of the precursor |
        | slabs     | 76011010       | US     | 120000 t      | own_process                              | 1.555 tCO2e/t                                    | 6.15 tCO2e/t                                       | no                               | no                                            |
      When evaluated as of 2026-11-20
      Then the result Specific direct embedded emissions is 191883/113000 tCO2e/t
      And the result Specific indirect embedded emissions is 15621/2260 tCO2e/t

    Scenario: example 7, hydrogen by steam reforming, with exported heat
      Given CN code is 28041000
      And goods produced is 55000 t
      And source streams are
        | name        | method    | direction | mass     | volume | net calorific value by mass | net calorific value by volume | emission factor by energy content | emission factor by mass | carbon content | measured emissions | oxidation or conversion factor | biomass fraction | biomass criteria met | allocation quantity of the process | allocation quantity of all processes |
        | natural gas | fuel_mass | enters    | 190000 t |        | 48 GJ/t                     |                               | 56.1 tCO2e/TJ                     |                         |                |                    | 100 %                          | 0 %              | no                   | 1                                  | 1                                    |
      And heat flows are
        | name of the heat flow | direction of the heat | net heat | source of the heat | emission factor of the heat or fuel | efficiency |
        | steam                 | exported              | 800 TJ   | known_factor       | 56 tCO2e/TJ                         | 100 %      |
      And electricity used are
        | supply | electricity consumed | supplied by | emission factor of the grid | emission factor of the source | purchase agreement or diagram available | consumption matched within the hour | source physically connected | allocation quantity of the process | allocation quantity of all processes |
        | grid   | 33000 MWh            | grid        | 0.36654545 tCO2e/MWh        | 0 tCO2e/MWh                   | no                                      | no                                  | no                          | 1                                  | 1                                    |
      And precursors is none
      When evaluated as of 2026-11-20
      Then the quantity emissions of all streams is 511632 tCO2e
      And the quantity emissions of exported heat is 44800 tCO2e
      And the result Specific direct embedded emissions is 58354/6875 tCO2e/t
      And the result Specific indirect embedded emissions is 0.21992727 tCO2e/t
      And the result Specific embedded emissions counted is 58354/6875 tCO2e/t

    Scenario: example 7, hydrogen by electrolysis
      Given CN code is 28041000
      And goods produced is 1200 t
      And source streams is none
      And electricity used are
        | supply | electricity consumed | supplied by | emission factor of the grid | emission factor of the source | purchase agreement or diagram available | consumption matched within the hour | source physically connected | allocation quantity of the process | allocation quantity of all processes |
        | grid   | 27456 MWh            | grid        | 0.36654545 tCO2e/MWh        | 0 tCO2e/MWh                   | no                                      | no                                  | no                          | 1                                  | 1                                    |
      And precursors is none
      When evaluated as of 2026-11-20
      Then the result Specific direct embedded emissions is 0 tCO2e/t
      And the result Specific indirect embedded emissions is 8.386559896 tCO2e/t
      And the result Specific embedded emissions counted is 0 tCO2e/t
