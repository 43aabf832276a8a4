# language: en
Feature: Cogeneration
  Emissions of a unit that produces heat and electricity together, divided between the two by their efficiencies.

  Background:
    Given the scorecard cbam-installation
    And these facts
      | fact                | label                               | type   | unit  | at least | at most |
      | chp_fuel            | fuel energy of cogeneration         | number | TJ    | 0.001    |         |
      | chp_emissions       | emissions of cogeneration           | number | tCO2e | 0        |         |
      | chp_heat            | heat output of cogeneration         | number | TJ    | 0        |         |
      | chp_power           | electricity output of cogeneration  | number | MWh   | 0        |         |
      | chp_known           | efficiencies of cogeneration known  | flag   |       |          |         |
      | chp_heat_reference  | reference efficiency of heat        | number | %     | 0.001    | 100     |
      | chp_power_reference | reference efficiency of electricity | number | %     | 0.001    | 100     |
    And this reference case
      | fact                                | value      |
      | fuel energy of cogeneration         | 100 TJ     |
      | emissions of cogeneration           | 5610 tCO2e |
      | heat output of cogeneration         | 45 TJ      |
      | electricity output of cogeneration  | 8750 MWh   |
      | efficiencies of cogeneration known  | yes        |
      | reference efficiency of heat        | 90 %       |
      | reference efficiency of electricity | 52.5 %     |

  Rule: Shares of heat and electricity
    Background:
      Given the quantity efficiency of cogenerated heat (heat_efficiency), on basis cogeneration
        | is                                                        | when                                      |
        | heat output of cogeneration / fuel energy of cogeneration | efficiencies of cogeneration known is yes |
        | 0.55                                                      | otherwise                                 |
      And the quantity efficiency of cogenerated electricity (power_efficiency), on basis cogeneration
        | is                                                               | when                                      |
        | electricity output of cogeneration / fuel energy of cogeneration | efficiencies of cogeneration known is yes |
        | 0.25                                                             | otherwise                                 |
      And the quantity weight of heat (heat_weight), on basis cogeneration
        | is                                                            |
        | efficiency of cogenerated heat / reference efficiency of heat |
      And the quantity weight of electricity (power_weight), on basis cogeneration
        | is                                                                          |
        | efficiency of cogenerated electricity / reference efficiency of electricity |
      And the quantity share of heat (heat_share), on basis cogeneration
        | is                                                             | when                                            |
        | undetermined, because neither heat nor electricity is produced | weight of heat is 0; weight of electricity is 0 |
        | weight of heat / (weight of heat + weight of electricity)      | otherwise                                       |
      And the quantity emission factor of cogenerated heat (heat_of_chp), in tCO2e/TJ, on basis cogeneration
        | is                                                                      | when                                |
        | undetermined, because no heat is produced                               | heat output of cogeneration is 0 TJ |
        | emissions of cogeneration * share of heat / heat output of cogeneration | otherwise                           |
      And the quantity emission factor of cogenerated electricity (power_of_chp), in tCO2e/MWh, on basis cogeneration
        | is                                                                                   | when                                        |
        | undetermined, because no electricity is produced                                     | electricity output of cogeneration is 0 MWh |
        | emissions of cogeneration * (1 - share of heat) / electricity output of cogeneration | otherwise                                   |

    Scenario Outline: shares follow efficiency divided by reference efficiency; the standard efficiencies are 55 and 25 percent
      Given efficiencies of cogeneration known is <known>
      And heat output of cogeneration is <heat> TJ
      And electricity output of cogeneration is <power> MWh
      When evaluated as of 2026-11-20
      Then the quantity share of heat is <share>
      And the quantity emission factor of cogenerated heat is <of_heat> tCO2e/TJ
      And the quantity emission factor of cogenerated electricity is <of_power> tCO2e/MWh

      Examples:
        | known | heat | power | share  | of_heat   | of_power   |
        | yes   | 45   | 8750  | 5/11   | 170/3     | 306/875    |
        | no    | 45   | 8750  | 77/137 | 28798/411 | 6732/23975 |

    Scenario: without heat output there is no emission factor of heat
      Given heat output of cogeneration is 0 TJ
      When evaluated as of 2026-11-20
      Then the quantity share of heat is 0
      And the rules leave the quantity emission factor of cogenerated heat undetermined
      And the quantity emission factor of cogenerated electricity is 561/875 tCO2e/MWh

    Scenario: without electricity output there is no emission factor of electricity
      Given electricity output of cogeneration is 0 MWh
      When evaluated as of 2026-11-20
      Then the quantity share of heat is 1
      And the quantity emission factor of cogenerated heat is 374/3 tCO2e/TJ
      And the rules leave the quantity emission factor of cogenerated electricity undetermined

    Scenario: without any output no share can be computed
      Given heat output of cogeneration is 0 TJ
      And electricity output of cogeneration is 0 MWh
      When evaluated as of 2026-11-20
      Then the rules leave the quantity share of heat undetermined
