# language: en
Feature: Certificates and cost

  Background:
    Given the scorecard cbam-goods
    And these facts
      | fact              | label                        | type   | unit      | at least |
      | carbon_price_paid | carbon price paid            | number | EUR/t     | 0        |
      | price_certified   | carbon price certified       | flag   |           |          |
      | rebates_deducted  | rebates deducted             | flag   |           |          |
      | price_bought      | price of certificates bought | number | EUR/tCO2e | 0        |
    And this reference case
      | fact                         | value        |
      | carbon price paid            | 0 EUR/t      |
      | carbon price certified       | no           |
      | rebates deducted             | no           |
      | price of certificates bought | 80 EUR/tCO2e |

  Rule: What is due
    Background:
      Given the quantity certificate price (price), in EUR/tCO2e, from column price, on basis price
        | in     | with                              |
        | prices | quarter is quarter of imported on |
      And the quantity price that counts (price_used), in EUR/tCO2e
        | is                           | when                           | basis               |
        | price of certificates bought | imported on is from 2027-01-01 | price-bought        |
        | certificate price            | otherwise                      | price, price-bought |
      And the quantity actual values count (uses_actual), on basis verification
        | is | when                                                                                                                          |
        | 1  | determination is actual values; verification opinion is positive; verifier accredited is yes; report covers the period is yes |
        | 0  | otherwise                                                                                                                     |
      And the quantity specific embedded emissions (see), in tCO2e/t
        | is                            | when                     | basis            |
        | actual specific emissions     | actual values count is 1 | choice           |
        | specific emissions by default | otherwise                | choice, defaults |
      And the quantity specific free allocation (sefa), in tCO2e/t, on basis allocation
        | is                         | when                     |
        | actual free allocation     | actual values count is 1 |
        | free allocation by default | otherwise                |
      And the quantity reduction for carbon price paid (reduction), in tCO2e/t
        | is                                                            | when                                                                             | basis                |
        | 0 tCO2e/t                                                     | carbon price paid is 0 EUR/t                                                     | paid                 |
        | 0 tCO2e/t                                                     | actual values count is 0                                                         | paid                 |
        | undetermined, because nothing can be deducted at a price of 0 | price that counts is 0 EUR/tCO2e                                                 | paid, paid-reference |
        | carbon price paid / price that counts                         | actual values count is 1; carbon price certified is yes; rebates deducted is yes | paid, paid-reference |
        | 0 tCO2e/t                                                     | otherwise                                                                        | paid                 |
      And the quantity net emissions (net_emissions), in tCO2e/t, on basis net
        | is                                                                                                       |
        | max(specific embedded emissions - specific free allocation - reduction for carbon price paid, 0 tCO2e/t) |
      And the quantity certificates due (certificates), in tCO2e, on basis net
        | is                       |
        | net emissions * net mass |
      And the quantity cost (cost), in EUR, on basis price
        | is                                   |
        | certificates due * price that counts |
      And these gates
        | id | gate                                              | requires                 | applies when                           | basis |
        | P1 | A carbon price is claimed with actual values only | actual values count is 1 | carbon price paid is more than 0 EUR/t | paid  |
      And these findings
        | code        | finding                                                    | when                                                                 | severity    | basis  |
        | P.CERTIFIED | The carbon price paid is not certified and reduces nothing | carbon price paid is more than 0 EUR/t; carbon price certified is no | minor       | paid   |
        | P.REBATES   | Rebates are not shown as deducted, so nothing is reduced   | carbon price paid is more than 0 EUR/t; rebates deducted is no       | minor       | paid   |
        | A.DEFAULT   | Default values would be cheaper                            | net emissions is more than net emissions by default                  | observation | choice |
      And these results
        | result           | label                                     | is                          | rounded to | basis    |
        | see_filed        | Specific embedded emissions               | specific embedded emissions | 5 decimals | rounding |
        | sefa_filed       | Specific free allocation                  | specific free allocation    | 5 decimals | rounding |
        | net_filed        | Net emissions per tonne                   | net emissions               | 5 decimals | rounding |
        | net_by_default   | Net emissions per tonne by default values | net emissions by default    | 5 decimals | rounding |
        | certificates_due | Certificates due                          | certificates due            | 5 decimals | rounding |
        | cost_due         | Cost                                      | cost                        | 2 decimals | rounding |

    Scenario Outline: published cases
      Given CN code is <code>
      And country of origin is <country>
      And imported on is <day>
      When evaluated as of 2026-11-20
      Then the quantity certificates due is <due> tCO2e
      And the quantity cost is <cost> EUR

      Examples:
        | code     | country | day        | due      | cost       |
        | 72083900 | BR      | 2026-05-10 | 446.25   | 33593.7    |
        | 76011010 | CN      | 2026-05-10 | 1912.575 | 143978.646 |
        | 25232900 | CN      | 2026-05-10 | 912.65   | 68704.292  |
        | 31021019 | DZ      | 2026-02-10 | 544.65   | 41044.824  |

    Scenario: the results of the reference case
      When evaluated as of 2026-11-20
      Then the result Specific embedded emissions is 1.782 tCO2e/t
      And the result Specific free allocation is 1.33575 tCO2e/t
      And the result Net emissions per tonne is 0.44625 tCO2e/t
      And the result Certificates due is 446.25 tCO2e
      And the result Cost is 33593.7 EUR
      And the conclusion is scored

    Scenario Outline: the price is that of the quarter of import and is never carried forward
      Given imported on is <day>
      When evaluated as of 2026-11-20
      Then the quantity certificate price is <price> EUR/tCO2e

      Examples:
        | day        | price |
        | 2026-03-31 | 75.36 |
        | 2026-04-01 | 75.28 |
        | 2026-06-30 | 75.28 |

    Scenario: at a price of 0 no carbon price paid is converted
      Given supposing price that counts is 0 EUR/tCO2e
      And determination is actual values
      And carbon price paid is 10 EUR/t
      When evaluated as of 2026-11-20
      Then the rules leave the quantity reduction for carbon price paid undetermined

    Scenario: the third quarter of 2026 is not known here
      Given imported on is 2026-07-01
      When evaluated as of 2026-11-20
      Then the quantity certificate price is undetermined because of the reference table prices
      And the quantity cost is undetermined because of the reference table prices
      And the quantity certificates due is 446.25 tCO2e

    Scenario: a price is not used before it is known
      When evaluated as of 2026-07-05
      Then the quantity certificate price is undetermined because of the reference table prices

    Scenario Outline: for imports from 2027 the price of the week in which certificates are bought
      Given imported on is <day>
      And price of certificates bought is 80 EUR/tCO2e
      When evaluated as of 2027-02-01
      Then the quantity price that counts is <price> EUR/tCO2e
      And the quantity cost is <cost> EUR

      Examples:
        | day        | price | cost    |
        | 2026-06-30 | 75.28 | 33593.7 |
        | 2027-01-01 | 80    | 51400   |

    Scenario: the day before 2027 asks for the price of its quarter
      Given imported on is 2026-12-31
      And price of certificates bought is 80 EUR/tCO2e
      When evaluated as of 2027-02-01
      Then the quantity price that counts is undetermined because of the reference table prices

    Scenario: without the price paid there is no cost of 2027
      Given imported on is 2027-01-01
      And price of certificates bought is missing
      When evaluated as of 2027-02-01
      Then the quantity certificates due is 642.5 tCO2e
      And the quantity price that counts is undetermined because of price of certificates bought

    Scenario: less than the free allocation gives no credit
      Given CN code is 72031000
      And country of origin is AU
      And determination is actual values
      And direct emissions of the process is 0.05 tCO2e/t
      When evaluated as of 2026-11-20
      Then the quantity actual free allocation is 0.287625 tCO2e/t
      And the quantity certificates due is 0 tCO2e

    Scenario Outline: a carbon price paid
      Given determination is <method>
      And supposing actual specific emissions is 2 tCO2e/t
      And supposing actual free allocation is 1.33575 tCO2e/t
      And carbon price paid is <paid> EUR/t
      And carbon price certified is <certified>
      And rebates deducted is <deducted>
      When evaluated as of 2026-11-20
      Then the quantity reduction for carbon price paid is <reduction> tCO2e/t
      And gate P1 is <gate>

      Examples:
        | method         | paid | certified | deducted | reduction | gate           |
        | actual values  | 20   | yes       | yes      | 250/941   | met            |
        | actual values  | 0    | yes       | yes      | 0         | not applicable |
        | actual values  | 20   | no        | yes      | 0         | met            |
        | actual values  | 20   | yes       | no       | 0         | met            |
        | default values | 20   | yes       | yes      | 0         | not met        |

    Scenario: the net after a carbon price
      Given determination is actual values
      And supposing actual specific emissions is 2 tCO2e/t
      And supposing actual free allocation is 1.33575 tCO2e/t
      And carbon price paid is 20 EUR/t
      And carbon price certified is yes
      And rebates deducted is yes
      When evaluated as of 2026-11-20
      Then the quantity net emissions is 1500237/3764000 tCO2e/t
      And no finding P.CERTIFIED is raised
      And no finding P.REBATES is raised

    Scenario: a claim without proof
      Given determination is actual values
      And carbon price paid is 20 EUR/t
      When evaluated as of 2026-11-20
      Then a minor nonconformity P.CERTIFIED is raised
      And a minor nonconformity P.REBATES is raised

    Scenario: nothing is claimed, nothing is missing
      When evaluated as of 2026-11-20
      Then no finding P.CERTIFIED is raised
      And no finding P.REBATES is raised
      And no finding A.DEFAULT is raised

    Scenario Outline: actual values count only with a positive, accredited report of the period
      Given determination is <method>
      And verification opinion is <opinion>
      And verifier accredited is <accredited>
      And report covers the period is <covers>
      When evaluated as of 2026-11-20
      Then the quantity specific embedded emissions is <see> tCO2e/t
      And the quantity specific free allocation is <sefa> tCO2e/t

      Examples:
        | method         | opinion  | accredited | covers | see   | sefa    |
        | actual values  | positive | yes        | yes    | 1.9   | 0.0429  |
        | actual values  | negative | yes        | yes    | 1.782 | 1.33575 |
        | actual values  | positive | no         | yes    | 1.782 | 1.33575 |
        | actual values  | positive | yes        | no     | 1.782 | 1.33575 |
        | default values | positive | yes        | yes    | 1.782 | 1.33575 |

    Scenario Outline: which route is cheaper
      Given determination is actual values
      And supposing actual free allocation is 1.33575 tCO2e/t
      And supposing actual specific emissions is <see> tCO2e/t
      When evaluated as of 2026-11-20
      Then <raised>

      Examples:
        | see     | raised                             |
        | 1.782   | no finding A.DEFAULT is raised     |
        | 1.78201 | an observation A.DEFAULT is raised |
