# language: en
Feature: Excess, own reductions and price

  Background:
    Given the scorecard hebei-offset
    And these facts
      | fact            | label                                  | type   | unit      | one of                                                           | at least | evidence          | given |
      | sector          | sector                                 | choice |           | paper, chemicals, flat_glass, power, steel, cement, other_sector |          |                   | yes   |
      | emissions       | emissions of the year                  | number | tCO2e     |                                                                  | 0        | firm-count        |       |
      | output          | output of the year                     | number | t         |                                                                  | 0        | firm-count        | yes   |
      | benchmark_known | a benchmark is entered with its source | flag   |           |                                                                  |          |                   | yes   |
      | benchmark       | benchmark entered                      | number | tCO2e/t   |                                                                  | 0        |                   | yes   |
      | own_cuts        | own emission reductions                | number | tCO2e     |                                                                  | 0        | firm-count        |       |
      | bought          | reduction products bought              | number | tCO2e     |                                                                  | 0        | contract          |       |
      | mean_price      | mean of the last ten closing prices    | number | CNY/tCO2e |                                                                  | 0.01     | closing-prices    | yes   |
      | agreed_price    | price agreed                           | number | CNY/tCO2e |                                                                  | 0        | contract          |       |
      | declared_on     | declaration date                       | date   |           |                                                                  |          | firm-count        |       |
      | accepted_on     | date of acceptance by the city         | date   |           |                                                                  |          | city-acceptance   |       |
      | filed_on        | date of filing by the province         | date   |           |                                                                  |          | provincial-filing |       |
    And the choices of sector
      | value        | words          |
      | paper        | paper          |
      | chemicals    | chemicals      |
      | flat_glass   | flat glass     |
      | power        | power          |
      | steel        | steel          |
      | cement       | cement         |
      | other_sector | another sector |
    And this reference case
      | fact                                   | value           |
      | sector                                 | paper           |
      | emissions of the year                  | 240000 tCO2e    |
      | output of the year                     | 400000 t        |
      | a benchmark is entered with its source | yes             |
      | benchmark entered                      | 0.5 tCO2e/t     |
      | own emission reductions                | 26000 tCO2e     |
      | reduction products bought              | 20000 tCO2e     |
      | mean of the last ten closing prices    | 68.20 CNY/tCO2e |
      | price agreed                           | 60 CNY/tCO2e    |
      | declaration date                       | 2026-03-31      |
      | date of acceptance by the city         | 2026-04-30      |
      | date of filing by the province         | 2026-05-31      |

  Rule: Tonnes to be bought
    Background:
      Given the quantity excess over the benchmark (excess), in tCO2e
        | is                                                                                                           | when                                          | basis     |
        | max(emissions of the year - benchmark entered * output of the year, 0 tCO2e)                                 | a benchmark is entered with its source is yes | scope     |
        | undetermined, because the benchmarks of Hebei were not found, so a benchmark must be entered with its source | otherwise                                     | benchmark |
      And the quantity deductible own reductions (deducted), in tCO2e, on basis own-cuts
        | is                                                            |
        | min(own emission reductions, 0.5 * excess over the benchmark) |
      And the quantity tonnes to be bought (to_buy), in tCO2e, on basis own-cuts
        | is                                                    |
        | excess over the benchmark - deductible own reductions |
      And the quantity tonnes still to be bought (still), in tCO2e, on basis scope
        | is                                                            |
        | max(tonnes to be bought - reduction products bought, 0 tCO2e) |
      And these gates
        | id  | gate                   | requires                             | basis                  |
        | HE3 | Required tonnes bought | tonnes still to be bought is 0 tCO2e | scope, own-cuts, proof |
      And these results
        | result        | label                     | is                        | rounded to | basis    |
        | tonnes_to_buy | Tonnes to be bought       | tonnes to be bought       | 2 decimals | own-cuts |
        | tonnes_still  | Tonnes still to be bought | tonnes still to be bought | 2 decimals | own-cuts |

    Scenario Outline: Own reductions cover at most half
      Given own_cuts is <own> tCO2e
      And bought is <bought> tCO2e
      When evaluated as of 2026-11-20
      Then the quantity to_buy is <buy> tCO2e
      And gate HE3 is <outcome>

      Examples:
        | own   | bought   | buy   | outcome |
        | 26000 | 20000    | 20000 | met     |
        | 20000 | 20000    | 20000 | met     |
        | 15000 | 25000    | 25000 | met     |
        | 15000 | 24999.99 | 25000 | not met |

    Scenario: Below the benchmark nothing must be bought
      Given emissions of the year is 200000 tCO2e
      And reduction products bought is 0 tCO2e
      When evaluated as of 2026-11-20
      Then the quantity excess is 0 tCO2e
      And gate HE3 is met

    Scenario: Without a benchmark the excess is undetermined
      Given a benchmark is entered with its source is no
      When evaluated as of 2026-11-20
      Then the rules leave the quantity excess undetermined
      And gate HE3 is undetermined
      And the conclusion is incomplete

    Scenario Outline: Sectors covered
      Given sector is <sector>
      When evaluated as of 2026-11-20
      Then the conclusion is <conclusion>

      Examples:
        | sector       | conclusion     |
        | paper        | scored         |
        | chemicals    | scored         |
        | flat_glass   | scored         |
        | steel        | not applicable |
        | power        | not applicable |
        | cement       | not applicable |
        | other_sector | not applicable |

  Rule: Price and order
    Background:
      Given the quantity minimum price (price_least), in CNY/tCO2e, on basis price
        | is                                        |
        | 0.7 * mean of the last ten closing prices |
      And the quantity maximum price (price_most), in CNY/tCO2e, on basis price
        | is                                        |
        | 1.3 * mean of the last ten closing prices |
      And the quantity steps are taken in their order (1 = yes) (steps_taken)
        | is                                                  | when                                                                                                                           | basis        |
        | 0                                                   | declaration date is after date of acceptance by the city; date of acceptance by the city is until the as-of date               | order        |
        | 0                                                   | date of acceptance by the city is after date of filing by the province; date of filing by the province is until the as-of date | order        |
        | 1                                                   | date of filing by the province is until the as-of date                                                                         | order, taken |
        | undetermined, because a step has not been taken yet | otherwise                                                                                                                      | taken        |
      And these gates
        | id  | gate                                       | requires                                      | basis        |
        | HE5 | Declared, accepted and filed in this order | steps are taken in their order (1 = yes) is 1 | order, taken |
      And these findings
        | code      | finding                               | when                                    | severity    | basis       |
        | HE4.BELOW | Price agreed below 0.7 times the mean | price agreed is less than minimum price | observation | price, ends |
        | HE4.ABOVE | Price agreed above 1.3 times the mean | price agreed is more than maximum price | observation | price, ends |
      And these results
        | result     | label         | is            | rounded to | basis |
        | price_from | Minimum price | minimum price | 2 decimals | price |
        | price_to   | Maximum price | maximum price | 2 decimals | price |

    Scenario Outline: Price range of 0.7 to 1.3 times the mean
      Given mean_price is <mean> CNY/tCO2e
      And agreed_price is <price> CNY/tCO2e
      When evaluated as of 2026-11-20
      Then the quantity price_least is <least> CNY/tCO2e
      And the quantity price_most is <most> CNY/tCO2e
      And <low>
      And <high>
      And the conclusion is scored

      Examples:
        | mean  | price | least  | most   | low                                | high                               |
        | 68.20 | 47.74 | 47.74  | 88.66  | no finding HE4.BELOW is raised     | no finding HE4.ABOVE is raised     |
        | 68.20 | 47.73 | 47.74  | 88.66  | an observation HE4.BELOW is raised | no finding HE4.ABOVE is raised     |
        | 68.20 | 88.66 | 47.74  | 88.66  | no finding HE4.BELOW is raised     | no finding HE4.ABOVE is raised     |
        | 68.20 | 88.67 | 47.74  | 88.66  | no finding HE4.BELOW is raised     | an observation HE4.ABOVE is raised |
        | 74.63 | 60    | 52.241 | 97.019 | no finding HE4.BELOW is raised     | no finding HE4.ABOVE is raised     |

    Scenario Outline: No step may precede the step before it
      Given declared_on is <declared>
      And accepted_on is <accepted>
      And filed_on is <filed>
      When evaluated as of 2026-11-20
      Then gate HE5 is <outcome>

      Examples:
        | declared   | accepted   | filed      | outcome      |
        | 2026-03-31 | 2026-03-31 | 2026-03-31 | met          |
        | 2026-05-01 | 2026-04-30 | 2026-05-31 | not met      |
        | 2026-03-31 | 2026-06-01 | 2026-05-31 | not met      |
        | 2026-03-31 | 2026-04-30 | 2026-11-20 | met          |
        | 2026-03-31 | 2026-04-30 | 2026-11-21 | undetermined |
        | 2026-03-31 | 2026-11-21 | 2026-11-22 | undetermined |
        | 2026-11-21 | 2026-11-22 | 2026-11-23 | undetermined |
        | 2026-11-22 | 2026-11-21 | 2026-11-23 | undetermined |
        | 2026-11-21 | 2026-11-20 | 2026-11-23 | not met      |
        | 2026-03-31 | 2026-11-22 | 2026-11-21 | undetermined |
        | 2026-03-31 | 2026-11-21 | 2026-11-20 | not met      |

    Scenario: A future filing is undetermined
      Given date of filing by the province is 2026-12-01
      When evaluated as of 2026-11-20
      Then the conclusion is incomplete

    Scenario: Without a contract the purchase is undetermined
      Given evidence for reduction products bought is missing
      When evaluated as of 2026-11-20
      Then gate HE3 is undetermined
