# language: en
Feature: Cogeneration
  Emissions of a unit that makes heat and electricity together, shared between both by their efficiencies.

  Background:
    Given the scorecard cbam-installation
    And these facts
      | fact                | label                               | type   | unit  | at least | at most |
      | chp_fuel            | fuel energy of cogeneration         | number | TJ    | 0.001    |         |
      | chp_emissions       | emissions of cogeneration           | number | tCO2e | 0        |         |
      | chp_heat            | heat of cogeneration                | number | TJ    | 0        |         |
      | chp_power           | electricity of cogeneration         | number | MWh   | 0        |         |
      | chp_known           | efficiencies of cogeneration known  | flag   |       |          |         |
      | chp_heat_reference  | reference efficiency of heat        | number | %     | 0.001    | 100     |
      | chp_power_reference | reference efficiency of electricity | number | %     | 0.001    | 100     |
    And this reference case
      | fact                                | value      |
      | fuel energy of cogeneration         | 100 TJ     |
      | emissions of cogeneration           | 5610 tCO2e |
      | heat of cogeneration                | 45 TJ      |
      | electricity of cogeneration         | 8750 MWh   |
      | efficiencies of cogeneration known  | yes        |
      | reference efficiency of heat        | 90 %       |
      | reference efficiency of electricity | 52.5 %     |

  Rule: Shares of heat and electricity
    Background:
      Given the quantity efficiency of cogenerated heat (heat_efficiency), on basis cogeneration
        | is                                                 | when                                      |
        | heat of cogeneration / fuel energy of cogeneration | efficiencies of cogeneration known is yes |
        | 0.55                                               | otherwise                                 |
      And the quantity efficiency of cogenerated power (power_efficiency), on basis cogeneration
        | is                                                        | when                                      |
        | electricity of cogeneration / fuel energy of cogeneration | efficiencies of cogeneration known is yes |
        | 0.25                                                      | otherwise                                 |
      And the quantity weight of heat (heat_weight), on basis cogeneration
        | is                                                            |
        | efficiency of cogenerated heat / reference efficiency of heat |
      And the quantity weight of electricity (power_weight), on basis cogeneration
        | is                                                                    |
        | efficiency of cogenerated power / reference efficiency of electricity |
      And the quantity share of heat (heat_share), on basis cogeneration
        | is                                                         | when                                            |
        | undetermined, because neither heat nor electricity is made | weight of heat is 0; weight of electricity is 0 |
        | weight of heat / (weight of heat + weight of electricity)  | otherwise                                       |
      And the quantity factor of cogenerated heat (heat_of_chp), in tCO2e/TJ, on basis cogeneration
        | is                                                               | when                         |
        | undetermined, because no heat is made                            | heat of cogeneration is 0 TJ |
        | emissions of cogeneration * share of heat / heat of cogeneration | otherwise                    |
      And the quantity factor of cogenerated electricity (power_of_chp), in tCO2e/MWh, on basis cogeneration
        | is                                                                            | when                                 |
        | undetermined, because no electricity is made                                  | electricity of cogeneration is 0 MWh |
        | emissions of cogeneration * (1 - share of heat) / electricity of cogeneration | otherwise                            |

    Scenario Outline: each share by efficiency over reference efficiency; the standard is 55 and 25 percent
      Given efficiencies of cogeneration known is <known>
      And heat of cogeneration is <heat> TJ
      And electricity of cogeneration is <power> MWh
      When evaluated as of 2026-11-20
      Then the quantity share of heat is <share>
      And the quantity factor of cogenerated heat is <of_heat> tCO2e/TJ
      And the quantity factor of cogenerated electricity is <of_power> tCO2e/MWh

      Examples:
        | known | heat | power | share  | of_heat   | of_power   |
        | yes   | 45   | 8750  | 5/11   | 170/3     | 306/875    |
        | no    | 45   | 8750  | 77/137 | 28798/411 | 6732/23975 |

    Scenario: without heat there is no factor of heat
      Given heat of cogeneration is 0 TJ
      When evaluated as of 2026-11-20
      Then the quantity share of heat is 0
      And the rules leave the quantity factor of cogenerated heat undetermined
      And the quantity factor of cogenerated electricity is 561/875 tCO2e/MWh

    Scenario: without electricity there is no factor of electricity
      Given electricity of cogeneration is 0 MWh
      When evaluated as of 2026-11-20
      Then the quantity share of heat is 1
      And the quantity factor of cogenerated heat is 374/3 tCO2e/TJ
      And the rules leave the quantity factor of cogenerated electricity undetermined

    Scenario: without heat and electricity nothing is shared
      Given heat of cogeneration is 0 TJ
      And electricity of cogeneration is 0 MWh
      When evaluated as of 2026-11-20
      Then the rules leave the quantity share of heat undetermined
