# language: en
Feature: Requirement and content of a land target

  Background:
    Given the scorecard sbti-flag

  Rule: Whether a land target is required
    Background:
      Given the quantity land emissions (land), in tCO2e, on basis entered
        | is                                                           |
        | land emissions of scopes 1 and 2 + land emissions of scope 3 |
      And the quantity share of land emissions in total emissions (share_of_land), in %, on basis trigger
        | is                                                | when                                        |
        | undetermined, because there are no emissions      | total emissions of scopes 1 to 3 is 0 tCO2e |
        | land emissions / total emissions of scopes 1 to 3 | otherwise                                   |
      And these conditions
        | condition | label                     | holds when                                                     | basis             |
        | needed    | a land target is required | share of land emissions in total emissions is at least 20 %    | trigger, from-may |
        | needed    |                           | the company is in a forest, land and agriculture sector is yes | trigger, from-may |
      And these gates
        | id      | gate                                         | requires                                                   | applies when                    | basis             |
        | SB1-21  | A land target is set where required          | a land target is set is yes                                | a land target is required holds | trigger, from-may |
        | SB1-SUM | Land emissions do not exceed total emissions | land emissions is at most total emissions of scopes 1 to 3 |                                 | entered           |
      And the quantity emissions not from land (other), in tCO2e, on basis parts
        | is                                                |
        | total emissions of scopes 1 to 3 - land emissions |
      And these results
        | result          | label                   | is                                         | rounded to | basis   |
        | land_share      | Share of land emissions | share of land emissions in total emissions | 2 decimals | trigger |
        | other_emissions | Emissions not from land | emissions not from land                    | 0 decimals | parts   |

    Scenario Outline: A target is required from 20 %, or by sector
      Given flag_3 is <tonnes> tCO2e
      And flag_sector is <sector>
      And target_set is <target>
      When evaluated as of 2026-12-01
      Then gate SB1-21 is <outcome>

      Examples:
        | tonnes   | sector | target | outcome        |
        | 18000    | no     | no     | not met        |
        | 17999.99 | no     | no     | not applicable |
        | 17999.99 | yes    | no     | not met        |
        | 17999.99 | yes    | yes    | met            |

    Scenario Outline: Land emissions cannot exceed total emissions
      Given flag_3 is <tonnes> tCO2e
      When evaluated as of 2026-12-01
      Then gate SB1-SUM is <outcome>

      Examples:
        | tonnes   | outcome |
        | 98000    | met     |
        | 98000.01 | not met |

  Rule: Content of a land target
    Background:
      Given these gates
        | id     | gate                                                     | requires                                                                                                                        | applies when                          | basis    |
        | SB1-22 | At least 95 % and 67 % of land emissions are covered     | covered share of land emissions in scopes 1 and 2 is at least 95 %; covered share of land emissions in scope 3 is at least 67 % | a land target is set is yes           | coverage |
        | SB1-23 | No deforestation, with a cut-off date by the end of 2020 | a no-deforestation commitment is made is yes; cut-off date for deforestation is until 2020-12-31                                | a land target is set is yes           | forests  |
        | SB1-24 | Long-term reduction of at least 72 % by 2050             | long-term reduction of land emissions is at least 72 %; target year of the long-term land target is at most 2050                | a long-term land target is set is yes | long     |

    Scenario Outline: Values on both sides of each boundary
      Given <change>
      When evaluated as of 2026-12-01
      Then gate <gate> is <outcome>

      Examples:
        | change                    | gate   | outcome        |
        | covered_12 is 95 %        | SB1-22 | met            |
        | covered_12 is 94.99 %     | SB1-22 | not met        |
        | covered_3 is 66.99 %      | SB1-22 | not met        |
        | target_set is no          | SB1-22 | not applicable |
        | committed is no           | SB1-23 | not met        |
        | cut_off is 2021-01-01     | SB1-23 | not met        |
        | cut_off is 2020-12-31     | SB1-23 | met            |
        | target_set is no          | SB1-23 | not applicable |
        | long_reduction is 71.99 % | SB1-24 | not met        |
        | long_year is 2051         | SB1-24 | not met        |
        | long_year is 2050         | SB1-24 | met            |
        | long_term is no           | SB1-24 | not applicable |

  Rule: Pathways of individual commodities
    Background:
      Given for each commodity line the quantity share of the commodity in land emissions (commodity_share), in %, on basis paths
        | is                                                | when                      |
        | undetermined, because there are no land emissions | land emissions is 0 tCO2e |
        | land emissions of the commodity / land emissions  | otherwise                 |
      And for each commodity line the quantity pathway used below the threshold (1 = yes) (early), on basis paths
        | is | when                                                                                                    |
        | 1  | the pathway of the commodity is used is yes; share of the commodity in land emissions is less than 10 % |
        | 0  | otherwise                                                                                               |
      And the quantity number of pathways used below the threshold (early_all), the sum of pathway used below the threshold (1 = yes) over land emissions by commodity, on basis paths
      And the quantity total land emissions of all commodities (commodities_all), in tCO2e, the sum of land emissions of the commodity over land emissions by commodity, on basis parts
      And the quantity land emissions of commodities not listed (unlisted), in tCO2e, on basis parts
        | is                                                       |
        | land emissions - total land emissions of all commodities |
      And these gates
        | id       | gate                                                         | requires                                                          | applies when                | basis |
        | SB1-PATH | Commodity pathways are used only from 10 % of land emissions | number of pathways used below the threshold is 0                  | a land target is set is yes | paths |
        | SB1-COM  | Commodities do not exceed land emissions                     | total land emissions of all commodities is at most land emissions |                             | parts |
      And for each commodity line these results
        | result         | label                   | is                                       | rounded to | basis |
        | commodity_part | Share of land emissions | share of the commodity in land emissions | 2 decimals | paths |
      And these results
        | result        | label                                    | is                                       | rounded to | basis |
        | unlisted_land | Land emissions of commodities not listed | land emissions of commodities not listed | 0 decimals | parts |

    Scenario Outline: A commodity pathway is available from 10 % of land emissions
      Given target_set is <target>
      And land emissions by commodity are
        | name | land emissions of the commodity | the pathway of the commodity is used |
        | soy  | <tonnes> tCO2e                  | <path>                               |
      When evaluated as of 2026-12-01
      Then gate SB1-PATH is <outcome>

      Examples:
        | target | tonnes  | path | outcome        |
        | yes    | 2000    | yes  | met            |
        | yes    | 1999.99 | yes  | not met        |
        | yes    | 1999.99 | no   | met            |
        | no     | 1999.99 | yes  | not applicable |

    Scenario Outline: Commodities are part of land emissions
      Given land emissions by commodity are
        | name | land emissions of the commodity | the pathway of the commodity is used |
        | soy  | 15000 tCO2e                     | yes                                  |
        | beef | <tonnes> tCO2e                  | yes                                  |
      When evaluated as of 2026-12-01
      Then gate SB1-COM is <outcome>
      And the quantity unlisted is <rest> tCO2e
      And the quantity other is 80000 tCO2e

      Examples:
        | tonnes  | outcome | rest  |
        | 5000    | met     | 0     |
        | 5000.01 | not met | -0.01 |
        | 1000    | met     | 4000  |
