# language: en
Feature: Points of the energy field and other values
  Base and lead values are entered from the text of the sector. Points are linear between them.

  Background:
    Given the scorecard green-factory
    And these facts
      | fact           | label                                  | type                          | unit | at least | at most | multiple of | evidence                                                                                 |
      | products       | products with an energy norm           | list of product with a norm   |      |          |         |             | norm-calculation                                                                         |
      | carbon_value   | CO2 per output value                   | number                        |      | 0        |         |             | ghg-report                                                                               |
      | carbon_base    | base value of CO2                      | number                        |      | 0        |         |             |                                                                                          |
      | carbon_lead    | lead value of CO2                      | number                        |      | 0        |         |             |                                                                                          |
      | renewable      | renewable use rate                     | number                        | %    | 0        | 100     |             | power-purchase-agreement, green-certificate                                              |
      | renewable_base | base value of renewables               | number                        | %    | 0        | 100     |             |                                                                                          |
      | renewable_lead | lead value of renewables               | number                        | %    | 0        | 100     |             |                                                                                          |
      | functions      | number of platform functions out of 12 | number                        | item | 0        | 12      | 1           |                                                                                          |
      | energy_tce     | annual energy use in tce               | number                        | t    | 0        |         |             | statistics-table                                                                         |
      | intake         | fresh water intake                     | number                        | m3   | 0        |         |             | water-balance                                                                            |
      | reused         | water reused                           | number                        | m3   | 0        |         |             | water-balance                                                                            |
      | others         | values of other indicators             | list of value of an indicator |      |          |         |             | statistics-table, waste-ledger, footprint-report, project-list, design-case, plan-permit |
    And each product has
      | field       | label                          | type   | unit | at least |
      | name        | product                        | text   |      |          |
      | per_unit    | energy use per unit of product | number |      | 0        |
      | norm_base   | base value of the norm         | number |      | 0        |
      | norm_lead   | lead value of the norm         | number |      | 0        |
      | energy_used | energy used in tce             | number | t    | 0        |
    And product is called product with a norm
    And no two products with an energy norm share a product
    And each value has
      | field     | label                    | type   | one of        | at least |
      | number    | number of the indicator  | text   |               |          |
      | direction | direction of improvement | choice | higher, lower |          |
      | reached   | value reached            | number |               | 0        |
      | base      | base value entered       | number |               | 0        |
      | lead      | lead value entered       | number |               | 0        |
    And value is called value of an indicator
    And no two values of other indicators share a number of the indicator
    And the choices of direction of improvement
      | value  | words  |
      | higher | higher |
      | lower  | lower  |
    And this reference case
      | fact                                   | value     |
      | CO2 per output value                   | 24.58     |
      | base value of CO2                      | 60        |
      | lead value of CO2                      | 20        |
      | renewable use rate                     | 20.6 %    |
      | base value of renewables               | 10 %      |
      | lead value of renewables               | 40 %      |
      | number of platform functions out of 12 | 2 items   |
      | annual energy use in tce               | 10000 t   |
      | fresh water intake                     | 40000 m3  |
      | water reused                           | 160000 m3 |
    And in the reference case products with an energy norm are
      | product | energy use per unit of product | base value of the norm | lead value of the norm | energy used in tce |
      | A       | 0.24                           | 0.30                   | 0.20                   | 8000 t             |
    And in the reference case values of other indicators are
      | number of the indicator | direction of improvement | value reached | base value entered | lead value entered |
      | 7                       | lower                    | 5             | 8                  | 4                  |

  Rule: Points between base and lead value
    Background:
      Given for each product with a norm the quantity progress of the product (product_way), in %, on basis line
        | is                                                                                                                                  | when                                                      |
        | undetermined, because the lead value is not better than the base value                                                              | lead value of the norm is at least base value of the norm |
        | max(min((base value of the norm - energy use per unit of product) / (base value of the norm - lead value of the norm), 100 %), 0 %) | otherwise                                                 |
      And for each product with a norm the quantity no better lead value (no_better), in items, on basis line
        | is      | when                                                      |
        | 1 item  | lead value of the norm is at least base value of the norm |
        | 0 items | otherwise                                                 |
      And for each product with a norm the quantity worse than its base value (worse), in items, on basis line
        | is      | when                                                               |
        | 1 item  | energy use per unit of product is more than base value of the norm |
        | 0 items | otherwise                                                          |
      And for each product with a norm the quantity weighted progress (weighted), in t, on basis weighted
        | is                                           |
        | progress of the product * energy used in tce |
      And for each product with a norm these results
        | result       | label                                           | is                      | rounded to | basis |
        | product_told | Progress of the product from base to lead value | progress of the product | 2 decimals | line  |
      And the quantity sum of weighted progress (weighted_sum), in t, the sum of weighted progress over products with an energy norm, on basis weighted
      And the quantity energy use of the products (energy_sum), in t, the sum of energy used in tce over products with an energy norm, on basis weighted
      And the quantity products without a better lead value (no_better_sum), in items, the sum of no better lead value over products with an energy norm, on basis line
      And the quantity products worse than their base value (worse_sum), in items, the sum of worse than its base value over products with an energy norm, on basis line
      And the quantity progress to the lead value of energy (norm_way), in %
        | is                                                                                                                    | when                              | basis    |
        | undetermined, because filings before 2026 are governed by the 2018 edition, whose weights are stated from memory only | filing date is before 2026-01-01  | edition  |
        | undetermined, because no product uses energy                                                                          | energy use of the products is 0 t | weighted |
        | sum of weighted progress / energy use of the products                                                                 | otherwise                         | weighted |
      And the quantity progress to the lead value of CO2 (carbon_way), in %
        | is                                                                                                                    | when                                            | basis   |
        | undetermined, because filings before 2026 are governed by the 2018 edition, whose weights are stated from memory only | filing date is before 2026-01-01                | edition |
        | undetermined, because the lead value is not better than the base value                                                | lead value of CO2 is at least base value of CO2 | line    |
        | max(min((base value of CO2 - CO2 per output value) / (base value of CO2 - lead value of CO2), 100 %), 0 %)            | otherwise                                       | line    |
      And the quantity progress to the lead value of renewables (renewable_way), in %
        | is                                                                                                                            | when                                                         | basis   |
        | undetermined, because filings before 2026 are governed by the 2018 edition, whose weights are stated from memory only         | filing date is before 2026-01-01                             | edition |
        | undetermined, because the lead value is not better than the base value                                                        | lead value of renewables is at most base value of renewables | line    |
        | max(min((renewable use rate - base value of renewables) / (lead value of renewables - base value of renewables), 100 %), 0 %) | otherwise                                                    | line    |
      And the quantity progress to eight functions (platform_way), in %
        | is                                                                                                                    | when                             | basis    |
        | undetermined, because filings before 2026 are governed by the 2018 edition, whose weights are stated from memory only | filing date is before 2026-01-01 | edition  |
        | min(number of platform functions out of 12 / 8 items, 100 %)                                                          | otherwise                        | platform |
      And these gates
        | id    | gate                                    | requires                                                                                                                                                          | basis           |
        | Y11   | Lead values are better than base values | products without a better lead value is 0 items; lead value of CO2 is less than base value of CO2; lead value of renewables is more than base value of renewables | line            |
        | Y11-P | At least one product uses energy        | energy use of the products is more than 0 t                                                                                                                       | weighted, proof |
      And these indicators worth 30 points
        | id | indicator              | section | points | basis  |
        | E1 | Energy per product     | energy  | 8      | points |
        | E2 | CO2 per output value   | energy  | 8      | points |
        | E3 | Renewable use rate     | energy  | 8      | points |
        | E4 | Energy-carbon platform | energy  | 6      | points |
      And indicator E1 scores progress to the lead value of energy as its share
      And indicator E2 scores progress to the lead value of CO2 as its share
      And indicator E3 scores progress to the lead value of renewables as its share
      And indicator E4 scores progress to eight functions as its share
      And these findings
        | code     | finding                                                   | when                                                      | severity    | basis |
        | E1.WORSE | Energy of a product worse than the base value of its norm | products worse than their base value is more than 0 items | observation | line  |
        | E2.WORSE | CO2 worse than the base value                             | CO2 per output value is more than base value of CO2       | observation | line  |
        | E3.WORSE | Renewables below the base value                           | renewable use rate is less than base value of renewables  | observation | line  |
      And these results
        | result        | label                             | is              | rounded to | basis        |
        | energy_points | Points of the energy field, of 30 | the total score | 2 decimals | points, line |

    Scenario: Points of a filing of 2025 are undetermined
      Given filing date is 2025-12-31
      When evaluated as of 2026-03-01
      Then the rules leave the quantity norm_way undetermined
      And the rules leave the quantity carbon_way undetermined
      And the rules leave the quantity renewable_way undetermined
      And the rules leave the quantity platform_way undetermined
      And the total score is between 0 and 30

    Scenario: Points of a filing on the first day of 2026
      Given filing date is 2026-01-01
      When evaluated as of 2026-03-01
      Then indicator E1 scores 4.8
      And indicator E2 scores 7.084
      And indicator E3 scores 212/75
      And indicator E4 scores 1.5

    Scenario: The progress of two products is weighted by their energy use
      Given products are
        | name | per_unit | norm_base | norm_lead | energy_used |
        | A    | 0.24     | 0.30      | 0.20      | 8000 t      |
        | B    | 95       | 120       | 95        | 2000 t      |
      When evaluated as of 2026-03-01
      Then for product A the quantity progress of the product is 60 %
      And for product B the quantity progress of the product is 100 %
      And the quantity norm_way is 68 %
      And indicator E1 scores 5.44

    Scenario: A product better than its lead value does not offset another product
      Given products are
        | name | per_unit | norm_base | norm_lead | energy_used |
        | A    | 0.31     | 0.30      | 0.20      | 5000 t      |
        | B    | 0.10     | 0.30      | 0.20      | 5000 t      |
      When evaluated as of 2026-03-01
      Then the quantity norm_way is 50 %
      And an observation E1.WORSE is raised

    Scenario Outline: Points from the base value to beyond the lead value
      Given products are
        | name | per_unit | norm_base | norm_lead | energy_used |
        | A    | <energy> | 0.30      | 0.20      | 8000 t      |
      And carbon_value is <carbon>
      And renewable is <renewable> %
      And functions is <functions> items
      When evaluated as of 2026-03-01
      Then indicator E1 scores <e1>
      And indicator E2 scores <e2>
      And indicator E3 scores <e3>
      And indicator E4 scores <e4>
      And <worse>
      And <carbon worse>
      And <renewable worse>

      Examples:
        | energy | carbon | renewable | functions | e1 | e2 | e3 | e4 | worse                             | carbon worse                      | renewable worse                   |
        | 0.3    | 60     | 10        | 0         | 0  | 0  | 0  | 0  | no finding E1.WORSE is raised     | no finding E2.WORSE is raised     | no finding E3.WORSE is raised     |
        | 0.3001 | 60.01  | 9.99      | 0         | 0  | 0  | 0  | 0  | an observation E1.WORSE is raised | an observation E2.WORSE is raised | an observation E3.WORSE is raised |
        | 0.2    | 20     | 40        | 8         | 8  | 8  | 8  | 6  | no finding E1.WORSE is raised     | no finding E2.WORSE is raised     | no finding E3.WORSE is raised     |
        | 0.1    | 10     | 90        | 9         | 8  | 8  | 8  | 6  | no finding E1.WORSE is raised     | no finding E2.WORSE is raised     | no finding E3.WORSE is raised     |
        | 0.25   | 40     | 25        | 4         | 4  | 4  | 4  | 3  | no finding E1.WORSE is raised     | no finding E2.WORSE is raised     | no finding E3.WORSE is raised     |

    Scenario Outline: A lead value that is not better is a data error
      Given products are
        | name | per_unit | norm_base | norm_lead | energy_used |
        | A    | 0.24     | 0.30      | <norm>    | 8000 t      |
      And carbon_lead is <carbon>
      And renewable_lead is <renewable> %
      When evaluated as of 2026-03-01
      Then gate Y11 is <outcome>

      Examples:
        | norm | carbon | renewable | outcome |
        | 0.29 | 59     | 11        | met     |
        | 0.30 | 59     | 11        | not met |
        | 0.29 | 60     | 11        | not met |
        | 0.29 | 59     | 10        | not met |

    Scenario Outline: Without a better lead value there are no points
      Given products are
        | name | per_unit | norm_base | norm_lead | energy_used |
        | A    | 0.24     | 0.30      | <norm>    | 8000 t      |
      And carbon_lead is <carbon>
      And renewable_lead is <renewable> %
      When evaluated as of 2026-03-01
      Then the rules leave the quantity <way> undetermined

      Examples:
        | norm | carbon | renewable | way           |
        | 0.30 | 59     | 11        | norm_way      |
        | 0.31 | 59     | 11        | norm_way      |
        | 0.29 | 60     | 11        | carbon_way    |
        | 0.29 | 59     | 10        | renewable_way |

    Scenario: Without products there is no energy use
      Given products with an energy norm is none
      When evaluated as of 2026-03-01
      Then gate Y11-P is not met
      And the rules leave the quantity norm_way undetermined

  Rule: Other indicators, without points
    Background:
      Given for each value of an indicator the quantity progress to the lead value (way), in %, on basis line
        | is                                                                                                     | when                                                                                 |
        | undetermined, because the lead value is not better than the base value                                 | direction of improvement is higher; lead value entered is at most base value entered |
        | undetermined, because the lead value is not better than the base value                                 | direction of improvement is lower; lead value entered is at least base value entered |
        | max(min((value reached - base value entered) / (lead value entered - base value entered), 100 %), 0 %) | direction of improvement is higher                                                   |
        | max(min((base value entered - value reached) / (base value entered - lead value entered), 100 %), 0 %) | direction of improvement is lower                                                    |
      And for each value of an indicator these results
        | result   | label                            | is                         | rounded to | basis |
        | way_told | Progress from base to lead value | progress to the lead value | 2 decimals | line  |

    Scenario Outline: Progress from base to lead value in both directions
      Given values of other indicators are
        | number | direction   | reached   | base   | lead   |
        | 7      | <direction> | <reached> | <base> | <lead> |
      When evaluated as of 2026-03-01
      Then for value 7 the quantity way is <way> %

      Examples:
        | direction | reached | base | lead | way |
        | lower     | 5       | 8    | 4    | 75  |
        | lower     | 9       | 8    | 4    | 0   |
        | lower     | 3       | 8    | 4    | 100 |
        | higher    | 80      | 60   | 100  | 50  |
        | higher    | 59      | 60   | 100  | 0   |
        | higher    | 101     | 60   | 100  | 100 |

    Scenario Outline: A lead value of another indicator that is not better
      Given values of other indicators are
        | number | direction   | reached | base   | lead   |
        | 7      | <direction> | 5       | <base> | <lead> |
      When evaluated as of 2026-03-01
      Then for value 7 the rules leave the quantity way undetermined

      Examples:
        | direction | base | lead |
        | lower     | 4    | 4    |
        | higher    | 4    | 4    |
        | lower     | 4    | 5    |
        | higher    | 4    | 3    |

  Rule: Size band and water
    Background:
      Given the quantity size band of renewables (band), by annual energy use in tce, on basis bands
        | annual energy use in tce           | is |
        | at least 10000 t                   | 1  |
        | at least 5000 t; less than 10000 t | 2  |
        | at least 3000 t; less than 5000 t  | 3  |
        | less than 3000 t                   | 4  |
      And the quantity water reuse rate (water_reuse), in %, on basis water
        | is                                                                   | when                                             |
        | undetermined, because a factory that uses no water has no reuse rate | fresh water intake is 0 m3; water reused is 0 m3 |
        | water reused / (fresh water intake + water reused)                   | otherwise                                        |
      And these results
        | result     | label                                       | is                      | rounded to | basis |
        | size_band  | Size band of indicator 3 (1 is the largest) | size band of renewables | 0 decimals | bands |
        | water_rate | Water reuse rate, indicator 8               | water reuse rate        | 2 decimals | water |

    Scenario Outline: 9,999.9 tce are in the second band
      Given energy_tce is <energy> t
      When evaluated as of 2026-03-01
      Then the quantity band is <band>

      Examples:
        | energy | band |
        | 10000  | 1    |
        | 9999.9 | 2    |
        | 5000   | 2    |
        | 4999.9 | 3    |
        | 3000   | 3    |
        | 2999.9 | 4    |

    Scenario Outline: 160,000 of 200,000 m3 reused
      Given intake is <intake> m3
      And reused is <reused> m3
      When evaluated as of 2026-03-01
      Then the quantity water_reuse is <rate> %

      Examples:
        | intake | reused | rate |
        | 40000  | 160000 | 80   |
        | 40000  | 0      | 0    |
        | 0      | 160000 | 100  |

    Scenario: Without water use the reuse rate is undetermined, not 0 %
      Given fresh water intake is 0 m3
      And water reused is 0 m3
      When evaluated as of 2026-03-01
      Then the rules leave the quantity water_reuse undetermined
      And the conclusion is scored
