# language: en
Feature: Heat, waste gases and electricity

  Background:
    Given the scorecard cbam-installation
    And these facts
      | fact          | label                                   | type                       | unit      | one of                  | at least |
      | heat_flows    | heat flows                              | list of heat flow          |           |                         |          |
      | gas_flows     | waste gases                             | list of waste gas          |           |                         |          |
      | power_flows   | electricity used                        | list of electricity source |           |                         |          |
      | power_made    | electricity produced                    | number                     | MWh       |                         | 0        |
      | power_made_by | electricity produced by                 | choice                     |           | cogeneration, otherwise |          |
      | power_factor  | emission factor of electricity produced | number                     | tCO2e/MWh |                         | 0        |
    And each heat_flow has
      | field      | label                               | type   | unit     | one of                                                             | at least | at most |
      | flow       | name of the heat flow               | text   |          |                                                                    |          |         |
      | way        | direction of the heat               | choice |          | imported, exported                                                 |          |         |
      | heat       | net heat                            | number | TJ       |                                                                    | 0        |         |
      | source     | source of the heat                  | choice |          | known_factor, boiler, standard_boiler, cogeneration, not_from_fuel |          |         |
      | factor     | emission factor of the heat or fuel | number | tCO2e/TJ |                                                                    | 0        |         |
      | efficiency | efficiency                          | number | %        |                                                                    | 0.001    | 100     |
    And heat_flow is called heat flow
    And no two heat flows share a name of the heat flow
    And each gas_flow has
      | field  | label                | type   | unit | one of              | at least |
      | gas    | gas                  | text   |      |                     |          |
      | course | direction of the gas | choice |      | taken_in, passed_on |          |
      | energy | energy of the gas    | number | TJ   |                     | 0        |
      | proven | proof of use         | flag   |      |                     |          |
    And gas_flow is called waste gas
    And no two waste gases share a gas
    And each power_flow has
      | field        | label                                   | type   | unit      | one of                                                            | at least | evidence                         | counts in some cases only |
      | supply       | supply                                  | text   |           |                                                                   |          |                                  |                           |
      | energy_used  | electricity consumed                    | number | MWh       |                                                                   | 0        |                                  |                           |
      | by           | supplied by                             | choice |           | grid, direct_link, purchase_agreement, cogeneration, certificates |          |                                  |                           |
      | grid_factor  | emission factor of the grid             | number | tCO2e/MWh |                                                                   | 0        |                                  |                           |
      | own_factor   | emission factor of the source           | number | tCO2e/MWh |                                                                   | 0        |                                  |                           |
      | contract     | purchase agreement or diagram available | flag   |           |                                                                   |          | purchase-agreement, line-diagram | yes                       |
      | hourly       | consumption matched within the hour     | flag   |           |                                                                   |          | meter-data                       | yes                       |
      | connected    | source physically connected             | flag   |           |                                                                   |          | line-diagram                     | yes                       |
      | reading      | allocation quantity of the process      | number |           |                                                                   | 0        |                                  |                           |
      | all_readings | allocation quantity of all processes    | number |           |                                                                   | 0.001    |                                  |                           |
    And power_flow is called electricity source
    And no two electricity used share a supply
    And this reference case
      | fact                                    | value       |
      | heat flows                              | none        |
      | waste gases                             | none        |
      | electricity produced                    | 0 MWh       |
      | electricity produced by                 | otherwise   |
      | emission factor of electricity produced | 0 tCO2e/MWh |
    And in the reference case electricity used are
      | supply | electricity consumed | supplied by | emission factor of the grid | emission factor of the source | purchase agreement or diagram available | consumption matched within the hour | source physically connected | allocation quantity of the process | allocation quantity of all processes |
      | E1     | 3400 MWh             | grid        | 0.833 tCO2e/MWh             | 0 tCO2e/MWh                   | no                                      | no                                  | no                          | 1                                  | 1                                    |

  Rule: Measurable heat
    Background:
      Given for each heat flow the quantity emission factor of the heat flow (heat_factor), in tCO2e/TJ
        | is                                               | when                                  | basis              |
        | 0 tCO2e/TJ                                       | source of the heat is not_from_fuel   | heat               |
        | emission factor of cogenerated heat              | source of the heat is cogeneration    | heat, cogeneration |
        | emission factor of the heat or fuel / efficiency | source of the heat is boiler          | heat               |
        | emission factor of the heat or fuel / 90 %       | source of the heat is standard_boiler | heat               |
        | emission factor of the heat or fuel              | otherwise                             | heat               |
      And for each heat flow the quantity emissions of the heat flow (heat_emissions), in tCO2e, on basis heat
        | is                                          |
        | net heat * emission factor of the heat flow |
      And the quantity emissions of imported heat (heat_in), in tCO2e, the sum of emissions of the heat flow over heat flows, on basis heat
        | where                             |
        | direction of the heat is imported |
      And the quantity emissions of exported heat (heat_out), in tCO2e, the sum of emissions of the heat flow over heat flows, on basis heat
        | where                             |
        | direction of the heat is exported |

    Scenario Outline: emissions of heat by its source
      Given heat flows are
        | name of the heat flow | direction of the heat   | net heat | source of the heat | emission factor of the heat or fuel | efficiency |
        | steam                 | <direction of the heat> | 9 TJ     | <source>           | 56 tCO2e/TJ                         | 80 %       |
      When evaluated as of 2026-11-20
      Then the quantity emissions of imported heat is <in> tCO2e
      And the quantity emissions of exported heat is <out> tCO2e

      Examples:
        | direction of the heat | source          | in  | out |
        | imported              | known_factor    | 504 | 0   |
        | exported              | known_factor    | 0   | 504 |
        | imported              | boiler          | 630 | 0   |
        | imported              | standard_boiler | 560 | 0   |
        | imported              | cogeneration    | 510 | 0   |
        | imported              | not_from_fuel   | 0   | 0   |

  Rule: Waste gases
    Background:
      Given for each waste gas the quantity emissions of the waste gas (gas_emissions), in tCO2e
        | is                                        | when                             | basis                 |
        | energy of the gas * 56.1 tCO2e/TJ         | direction of the gas is taken_in | waste-gas, gas-factor |
        | energy of the gas * 56.1 tCO2e/TJ * 0.667 | proof of use is yes              | waste-gas, gas-factor |
        | 0 tCO2e                                   | otherwise                        | waste-gas             |
      And the quantity emissions of waste gases received (gas_in), in tCO2e, the sum of emissions of the waste gas over waste gases, on basis waste-gas
        | where                            |
        | direction of the gas is taken_in |
      And the quantity emissions of waste gases passed on (gas_out), in tCO2e, the sum of emissions of the waste gas over waste gases, on basis waste-gas
        | where                             |
        | direction of the gas is passed_on |

    Scenario Outline: gas passed on is multiplied by 0.667, and only with proof of use
      Given waste gases are
        | gas         | direction of the gas   | energy of the gas | proof of use |
        | furnace gas | <direction of the gas> | 1000 TJ           | <proven>     |
      When evaluated as of 2026-11-20
      Then the quantity emissions of waste gases received is <in> tCO2e
      And the quantity emissions of waste gases passed on is <out> tCO2e

      Examples:
        | direction of the gas | proven | in    | out     |
        | taken_in             | no     | 56100 | 0       |
        | passed_on            | yes    | 0     | 37418.7 |
        | passed_on            | no     | 0     | 0       |

  Rule: Electricity
    Background:
      Given for each electricity source the quantity own factor accepted (1 = yes) (own_counts), on basis power
        | is | when                                                                                                                                                              |
        | 1  | supplied by is direct_link; purchase agreement or diagram available is yes; consumption matched within the hour is yes                                            |
        | 1  | supplied by is purchase_agreement; purchase agreement or diagram available is yes; consumption matched within the hour is yes; source physically connected is yes |
        | 1  | supplied by is cogeneration; purchase agreement or diagram available is yes; consumption matched within the hour is yes                                           |
        | 0  | otherwise                                                                                                                                                         |
      And for each electricity source the quantity emission factor used (used_factor), in tCO2e/MWh
        | is                                         | when                                                            | basis               |
        | emission factor of cogenerated electricity | own factor accepted (1 = yes) is 1; supplied by is cogeneration | power, cogeneration |
        | emission factor of the source              | own factor accepted (1 = yes) is 1                              | power               |
        | emission factor of the grid                | otherwise                                                       | power               |
      And for each electricity source the quantity share of the process in the electricity (power_here), on basis attribution
        | is                                                                        |
        | allocation quantity of the process / allocation quantity of all processes |
      And for each electricity source the quantity electricity of the process (taken_here), in MWh, on basis attribution
        | is                                                             |
        | electricity consumed * share of the process in the electricity |
      And for each electricity source the quantity excess share of the electricity source (odd_power), in items, on basis attribution
        | is      | when                                                   |
        | 1 item  | share of the process in the electricity is more than 1 |
        | 0 items | otherwise                                              |
      And for each electricity source the quantity emissions of the electricity (power_emissions), in tCO2e, on basis power
        | is                                                |
        | electricity of the process * emission factor used |
      And the quantity emissions of electricity used (power_used), in tCO2e, the sum of emissions of the electricity over electricity used, on basis power
      And the quantity electricity without evidence (unproven_power), in MWh, the sum of electricity of the process over electricity used, on basis power
        | where                                                       |
        | supplied by is not grid; own factor accepted (1 = yes) is 0 |
      And the quantity electricity sources with excess shares (odd_powers), in items, the sum of excess share of the electricity source over electricity used, on basis attribution
      And the quantity emissions of electricity produced (power_out), in tCO2e
        | is                                                                | when                                    | basis                    |
        | 0 tCO2e                                                           | electricity produced is 0 MWh           | attributed               |
        | electricity produced * emission factor of cogenerated electricity | electricity produced by is cogeneration | attributed, cogeneration |
        | electricity produced * emission factor of electricity produced    | otherwise                               | attributed               |
      And these findings
        | code    | finding                                                                           | when                                            | severity    | basis |
        | M.POWER | Electricity without evidence for an own factor is calculated with the grid factor | electricity without evidence is more than 0 MWh | observation | power |

    Scenario Outline: an own factor needs a direct link or a purchase agreement and hourly matching
      Given electricity used are
        | supply | electricity consumed | supplied by | emission factor of the grid | emission factor of the source | purchase agreement or diagram available | consumption matched within the hour | source physically connected | allocation quantity of the process | allocation quantity of all processes |
        | S      | 100 MWh              | <by>        | 0.6 tCO2e/MWh               | 0.02 tCO2e/MWh                | <contract>                              | <hourly>                            | <connected>                 | 1                                  | 1                                    |
      When evaluated as of 2026-11-20
      Then the quantity emissions of electricity used is <amount> tCO2e
      And <finding>

      Examples:
        | by                 | contract | hourly | connected | amount  | finding                          |
        | grid               | no       | no     | no        | 60      | no finding M.POWER is raised     |
        | grid               | yes      | yes    | yes       | 60      | no finding M.POWER is raised     |
        | certificates       | yes      | yes    | yes       | 60      | an observation M.POWER is raised |
        | direct_link        | yes      | yes    | no        | 2       | no finding M.POWER is raised     |
        | direct_link        | no       | yes    | yes       | 60      | an observation M.POWER is raised |
        | direct_link        | yes      | no     | yes       | 60      | an observation M.POWER is raised |
        | cogeneration       | yes      | yes    | no        | 1224/35 | no finding M.POWER is raised     |
        | cogeneration       | no       | yes    | no        | 60      | an observation M.POWER is raised |
        | cogeneration       | yes      | no     | no        | 60      | an observation M.POWER is raised |
        | purchase_agreement | yes      | yes    | yes       | 2       | no finding M.POWER is raised     |
        | purchase_agreement | no       | yes    | yes       | 60      | an observation M.POWER is raised |
        | purchase_agreement | yes      | no     | yes       | 60      | an observation M.POWER is raised |
        | purchase_agreement | yes      | yes    | no        | 60      | an observation M.POWER is raised |

    Scenario: emissions of several sources follow their shares
      Given electricity used are
        | supply | electricity consumed | supplied by | emission factor of the grid | emission factor of the source | purchase agreement or diagram available | consumption matched within the hour | source physically connected | allocation quantity of the process | allocation quantity of all processes |
        | grid   | 300 MWh              | grid        | 0.6 tCO2e/MWh               | 0 tCO2e/MWh                   | no                                      | no                                  | no                          | 1                                  | 1                                    |
        | roof   | 100 MWh              | direct_link | 0.6 tCO2e/MWh               | 0.02 tCO2e/MWh                | yes                                     | yes                                 | yes                         | 1                                  | 1                                    |
      When evaluated as of 2026-11-20
      Then the quantity emissions of electricity used is 182 tCO2e

    Scenario Outline: consumption of a shared meter is divided in proportion to the allocation quantities
      Given CN code is 25232900
      And electricity used are
        | supply | electricity consumed | supplied by | emission factor of the grid | emission factor of the source | purchase agreement or diagram available | consumption matched within the hour | source physically connected | allocation quantity of the process | allocation quantity of all processes |
        | site   | 100 MWh              | <by>        | 0.6 tCO2e/MWh               | 0 tCO2e/MWh                   | no                                      | no                                  | no                          | <reading>                          | 3                                    |
      When evaluated as of 2026-11-20
      Then the quantity emissions of electricity used is <amount> tCO2e
      And the quantity electricity without evidence is <unproven> MWh
      And gate M6 is <m6>

      Examples:
        | by           | reading | amount | unproven | m6      |
        | grid         | 3       | 60     | 0        | met     |
        | grid         | 1       | 20     | 0        | met     |
        | certificates | 2       | 40     | 200/3    | met     |
        | grid         | 0       | 0      | 0        | met     |
        | grid         | 3.003   | 60.06  | 0        | not met |

    Scenario Outline: electricity produced here is not counted as own use
      Given electricity produced is <made> MWh
      And electricity produced by is <by>
      And emission factor of electricity produced is 0.4 tCO2e/MWh
      When evaluated as of 2026-11-20
      Then the quantity emissions of electricity produced is <amount> tCO2e

      Examples:
        | made | by           | amount  |
        | 10   | otherwise    | 4       |
        | 10   | cogeneration | 612/175 |
        | 0    | cogeneration | 0       |
