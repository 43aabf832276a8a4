# language: en
Feature: Power and inventories

  Background:
    Given the scorecard systems-abroad
    And these facts
      | fact        | label                      | type               | unit      | at least |
      | used        | power used                 | number             | MWh       | 0        |
      | small       | small loads                | number             | MWh       | 0        |
      | grid        | factor of the grid         | number             | tCO2e/MWh | 0        |
      | residual    | factor of the residual mix | number             | tCO2e/MWh | 0        |
      | instruments | instruments                | list of instrument |           |          |
    And each instrument has
      | field       | label               | type   | unit      | one of                                                     | at least | may lie ahead |
      | certificate |                     | text   |           |                                                            |          |               |
      | bought      | way of buying       | choice |           | own_plant, first_offtaker, supplier, certificates, default |          |               |
      | age         | age of the plant    | number | year      |                                                            | 0        |               |
      | contracted  | contract began on   | date   |           |                                                            |          | yes           |
      | retired     | retired for us      | flag   |           |                                                            |          |               |
      | rate        | factor of the plant | number | tCO2e/MWh |                                                            | 0        |               |
      | energy      | energy bought       | number | MWh       |                                                            | 0        |               |
    And no two instruments share a certificate
    And this reference case
      | fact                       | value         |
      | power used                 | 100000 MWh    |
      | small loads                | 0 MWh         |
      | factor of the grid         | 0.5 tCO2e/MWh |
      | factor of the residual mix | 0.6 tCO2e/MWh |
    And in the reference case instruments are
      | certificate | way of buying  | age of the plant | contract began on | retired for us | factor of the plant | energy bought |
      | A           | own_plant      | 3 years          | 2025-01-01        | yes            | 0 tCO2e/MWh         | 10000 MWh     |
      | B           | first_offtaker | 18 years         | 2025-01-01        | yes            | 0 tCO2e/MWh         | 20000 MWh     |
      | C           | certificates   | 12 years         | 2025-01-01        | yes            | 0 tCO2e/MWh         | 30000 MWh     |
      | D           | certificates   | 18 years         | 2025-01-01        | yes            | 0 tCO2e/MWh         | 20000 MWh     |
      | E           | supplier       | 7 years          | 2025-01-01        | yes            | 0 tCO2e/MWh         | 10000 MWh     |

  Rule: Renewable power, old plants in a pocket of 15 %
    Background:
      Given the quantity fresh power (fresh), in MWh, the sum of energy bought over instruments, on basis re100
        | where                                                                    |
        | retired for us is yes; age of the plant is at most 15 years              |
        | retired for us is yes; way of buying is one of own_plant, first_offtaker |
        | retired for us is yes; contract began on is before 2024-01-01            |
      And the quantity old power (old), in MWh, the sum of energy bought over instruments, on basis re100
        | where                                                                                                                                                   |
        | retired for us is yes; age of the plant is more than 15 years; way of buying is none of own_plant, first_offtaker; contract began on is from 2024-01-01 |
      And the quantity renewable share (renewable), in %, on basis re100
        | is                                                                             | when divided by zero |
        | (fresh power + min(old power, 15 % * power used)) / (power used - small loads) | 0 %                  |
      And the quantity way of the year (path), in %, interpolated by calendar year asked, on basis re100
        | calendar year asked | is  |
        | lower               | 0   |
        | 2030                | 60  |
        | 2040                | 90  |
        | 2050                | 100 |
        | higher              | 100 |
      And these facts
        | fact  | label               | type   | at least | at most | may lie ahead |
        | asked | calendar year asked | number | 2024     | 2060    | yes           |
      And this reference case
        | fact                | value |
        | calendar year asked | 2035  |
      And these results
        | result | label           | is              | rounded to | basis |
        | green  | Renewable share | renewable share | 1 decimals | re100 |
        | way    | Way of the year | way of the year | 1 decimals | re100 |
      And these findings
        | code  | finding                           | when                               | severity | basis |
        | POW.A | More renewable power than is used | renewable share is more than 100 % | minor    | own   |

    Scenario: fifteen of twenty gigawatt hours from old plants count
      When evaluated as of 2026-11-20
      Then the quantity renewable share is 85 %
      And the quantity way of the year is 75 %

  Rule: Two results that are never added
    Background:
      Given for each instrument the quantity emissions of the instrument (of_instrument), in tCO2e, on basis scope-2
        | is                                         | when                  |
        | energy bought * factor of the plant        | retired for us is yes |
        | energy bought * factor of the residual mix | otherwise             |
      And the quantity power behind instruments (behind), in MWh, the sum of energy bought over instruments, on basis scope-2
      And the quantity emissions by market (market), in tCO2e, on basis scope-2
        | is                                                                                                        |
        | emissions of instruments + max(power used - power behind instruments, 0 MWh) * factor of the residual mix |
      And the quantity emissions of instruments (of_all), in tCO2e, the sum of emissions of the instrument over instruments, on basis scope-2
      And the quantity emissions by location (location), in tCO2e, on basis scope-2
        | is                              |
        | power used * factor of the grid |
      And these results
        | result      | label       | is                    | rounded to | basis   |
        | by_market   | By market   | emissions by market   | 0 decimals | scope-2 |
        | by_location | By location | emissions by location | 0 decimals | scope-2 |

    Scenario: ten percent stand behind nothing
      When evaluated as of 2026-11-20
      Then the result by_market is 6000 tCO2e
      And the result by_location is 50000 tCO2e

  Rule: Uncertainty is a root of squares
    Background:
      Given these facts
        | fact    | label   | type           |
        | sources | sources | list of source |
      And each source has
        | field  | label                     | type   | unit  | at least | at most |
        | called | source                    | text   |       |          |         |
        | size   | emissions of the source   | number | tCO2e | 0        |         |
        | spread | uncertainty of the source | number | %     | 0        | 1000    |
      And no two sources share a source
      And for each source the quantity squared, on basis iso14064
        | is                                                                  |
        | (emissions of the source / 1 tCO2e * uncertainty of the source) ^ 2 |
      And the quantity sum of squares (squares), the sum of squared over sources, on basis iso14064
      And the quantity all sources (all_sources), in tCO2e, the sum of emissions of the source over sources, on basis iso14064
      And the quantity uncertainty of all (uncertainty), in %, on basis iso14064
        | is                                                                       | when                                | when divided by zero |
        | round(sum of squares ^ 0.5 / (all sources / 1 tCO2e), 0.01 %, half-even) | sum of squares is at least 0.000001 | 0 %                  |
        | 0 %                                                                      | otherwise                           |                      |
      And these results
        | result | label       | is                 | rounded to | basis    |
        | spread | Uncertainty | uncertainty of all | 2 decimals | iso14064 |
      And these findings
        | code  | finding                     | when                                  | severity    | basis |
        | UNC.A | Uncertainty above the total | uncertainty of all is more than 100 % | observation | own   |
      And in the reference case sources are
        | source | emissions of the source | uncertainty of the source |
        | one    | 40000 tCO2e             | 5 %                       |
        | two    | 60000 tCO2e             | 7 %                       |
        | three  | 150000 tCO2e            | 30 %                      |

    Scenario: three sources together
      When evaluated as of 2026-11-20
      Then the quantity uncertainty of all is 18.10 %
