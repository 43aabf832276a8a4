# language: en
Feature: Certificates and cost

  Background:
    Given the scorecard cbam-goods
    And these facts
      | fact              | label                                | type   | unit      | at least |
      | carbon_price_paid | carbon price paid per tonne of goods | number | EUR/t     | 0        |
      | price_certified   | carbon price certified               | flag   |           |          |
      | rebates_deducted  | rebates deducted                     | flag   |           |          |
      | price_bought      | price of certificates bought         | number | EUR/tCO2e | 0        |
    And this reference case
      | fact                                 | value        |
      | carbon price paid per tonne of goods | 0 EUR/t      |
      | carbon price certified               | no           |
      | rebates deducted                     | no           |
      | price of certificates bought         | 80 EUR/tCO2e |

  Rule: Certificates due and their cost
    Background:
      Given the quantity certificate price (price), in EUR/tCO2e, from column price, on basis price
        | in     | with                                 |
        | prices | quarter is quarter of date of import |
      And the quantity applicable price (price_used), in EUR/tCO2e
        | is                           | when                              | basis               |
        | price of certificates bought | date of import is from 2027-01-01 | price-bought        |
        | certificate price            | otherwise                         | price, price-bought |
      And the quantity actual values accepted (1 = yes) (uses_actual), on basis verification
        | is | when                                                                                                                                                  |
        | 1  | method of determination is actual values; verification opinion is positive; verifier accredited is yes; report covers the period of production is yes |
        | 0  | otherwise                                                                                                                                             |
      And the quantity specific embedded emissions (see), in tCO2e/t
        | is                                  | when                                  | basis            |
        | actual specific emissions           | actual values accepted (1 = yes) is 1 | choice           |
        | specific emissions by default value | otherwise                             | choice, defaults |
      And the quantity specific free allocation (sefa), in tCO2e/t, on basis allocation
        | is                               | when                                  |
        | actual free allocation           | actual values accepted (1 = yes) is 1 |
        | free allocation by default value | otherwise                             |
      And the quantity reduction for carbon price paid (reduction), in tCO2e/t
        | is                                                                                                             | when                                                                                          | basis                |
        | 0 tCO2e/t                                                                                                      | carbon price paid per tonne of goods is 0 EUR/t                                               | paid                 |
        | 0 tCO2e/t                                                                                                      | actual values accepted (1 = yes) is 0                                                         | paid                 |
        | undetermined, because at a certificate price of 0 the carbon price paid per tonne of goods cannot be converted | applicable price is 0 EUR/tCO2e                                                               | paid, paid-reference |
        | carbon price paid per tonne of goods / applicable price                                                        | actual values accepted (1 = yes) is 1; carbon price certified is yes; rebates deducted is yes | paid, paid-reference |
        | 0 tCO2e/t                                                                                                      | otherwise                                                                                     | paid                 |
      And the quantity net emissions (net_emissions), in tCO2e/t, on basis net
        | is                                                                                                       |
        | max(specific embedded emissions - specific free allocation - reduction for carbon price paid, 0 tCO2e/t) |
      And the quantity certificates due (certificates), in tCO2e, on basis net
        | is                       |
        | net emissions * net mass |
      And the quantity cost (cost), in EUR, on basis price
        | is                                  |
        | certificates due * applicable price |
      And these gates
        | id | gate                                              | requires                              | applies when                                              | basis |
        | P1 | A carbon price is claimed only with actual values | actual values accepted (1 = yes) is 1 | carbon price paid per tonne of goods is more than 0 EUR/t | paid  |
      And these findings
        | code        | finding                                                                | when                                                                                    | severity    | basis  |
        | P.CERTIFIED | The carbon price paid is not certified and is not deducted             | carbon price paid per tonne of goods is more than 0 EUR/t; carbon price certified is no | minor       | paid   |
        | P.REBATES   | Rebates are not shown as deducted, so the carbon price is not deducted | carbon price paid per tonne of goods is more than 0 EUR/t; rebates deducted is no       | minor       | paid   |
        | A.DEFAULT   | Default values would result in fewer certificates                      | net emissions is more than net emissions by default value                               | observation | choice |
      And these results
        | result           | label                                     | is                             | rounded to | basis    |
        | see_filed        | Specific embedded emissions               | specific embedded emissions    | 5 decimals | rounding |
        | sefa_filed       | Specific free allocation                  | specific free allocation       | 5 decimals | rounding |
        | net_filed        | Net emissions per tonne                   | net emissions                  | 5 decimals | rounding |
        | net_by_default   | Net emissions per tonne by default values | net emissions by default value | 5 decimals | rounding |
        | certificates_due | Certificates due                          | certificates due               | 5 decimals | rounding |
        | cost_due         | Cost of certificates                      | cost                           | 2 decimals | rounding |

    Scenario Outline: published cases
      Given CN code is <code>
      And country of origin is <country>
      And date of import is <day>
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
      And the result Cost of certificates is 33593.7 EUR
      And the conclusion is scored

    Scenario Outline: the price of the quarter of import applies and is never used for a later quarter
      Given date of import is <day>
      When evaluated as of 2026-11-20
      Then the quantity certificate price is <price> EUR/tCO2e

      Examples:
        | day        | price |
        | 2026-03-31 | 75.36 |
        | 2026-04-01 | 75.28 |
        | 2026-06-30 | 75.28 |

    Scenario: at a certificate price of 0 the carbon price paid cannot be converted
      Given supposing applicable price is 0 EUR/tCO2e
      And method of determination is actual values
      And carbon price paid per tonne of goods is 10 EUR/t
      When evaluated as of 2026-11-20
      Then the rules leave the quantity reduction for carbon price paid undetermined

    Scenario: the price of the third quarter of 2026 is unknown here
      Given date of import is 2026-07-01
      When evaluated as of 2026-11-20
      Then the quantity certificate price is undetermined because of the reference table prices
      And the quantity cost is undetermined because of the reference table prices
      And the quantity certificates due is 446.25 tCO2e

    Scenario: a price is not used before its publication
      When evaluated as of 2026-07-05
      Then the quantity certificate price is undetermined because of the reference table prices

    Scenario Outline: imports from 2027 use the price of the week in which the certificates are bought
      Given date of import is <day>
      And price of certificates bought is 80 EUR/tCO2e
      When evaluated as of 2027-02-01
      Then the quantity applicable price is <price> EUR/tCO2e
      And the quantity cost is <cost> EUR

      Examples:
        | day        | price | cost    |
        | 2026-06-30 | 75.28 | 33593.7 |
        | 2027-01-01 | 80    | 51400   |

    Scenario: imports on 31 December 2026 use the price of their quarter
      Given date of import is 2026-12-31
      And price of certificates bought is 80 EUR/tCO2e
      When evaluated as of 2027-02-01
      Then the quantity applicable price is undetermined because of the reference table prices

    Scenario: without the price of the certificates bought the cost of 2027 is undetermined
      Given date of import is 2027-01-01
      And price of certificates bought is missing
      When evaluated as of 2027-02-01
      Then the quantity certificates due is 642.5 tCO2e
      And the quantity applicable price is undetermined because of price of certificates bought

    Scenario: emissions below the free allocation do not create a credit
      Given CN code is 72031000
      And country of origin is AU
      And method of determination is actual values
      And direct emissions of the process per tonne of goods is 0.05 tCO2e/t
      When evaluated as of 2026-11-20
      Then the quantity actual free allocation is 0.287625 tCO2e/t
      And the quantity certificates due is 0 tCO2e

    Scenario Outline: deduction of a carbon price paid
      Given method of determination is <determination of the precursor emissions>
      And supposing actual specific emissions is 2 tCO2e/t
      And supposing actual free allocation is 1.33575 tCO2e/t
      And carbon price paid per tonne of goods is <paid> EUR/t
      And carbon price certified is <certified>
      And rebates deducted is <deducted>
      When evaluated as of 2026-11-20
      Then the quantity reduction for carbon price paid is <reduction> tCO2e/t
      And gate P1 is <gate>

      Examples:
        | determination of the precursor emissions | paid | certified | deducted | reduction | gate           |
        | actual values                            | 20   | yes       | yes      | 250/941   | met            |
        | actual values                            | 0    | yes       | yes      | 0         | not applicable |
        | actual values                            | 20   | no        | yes      | 0         | met            |
        | actual values                            | 20   | yes       | no       | 0         | met            |
        | default values                           | 20   | yes       | yes      | 0         | not met        |

    Scenario: net emissions after deduction of a carbon price
      Given method of determination is actual values
      And supposing actual specific emissions is 2 tCO2e/t
      And supposing actual free allocation is 1.33575 tCO2e/t
      And carbon price paid per tonne of goods is 20 EUR/t
      And carbon price certified is yes
      And rebates deducted is yes
      When evaluated as of 2026-11-20
      Then the quantity net emissions is 1500237/3764000 tCO2e/t
      And no finding P.CERTIFIED is raised
      And no finding P.REBATES is raised

    Scenario: a carbon price claimed without proof
      Given method of determination is actual values
      And carbon price paid per tonne of goods is 20 EUR/t
      When evaluated as of 2026-11-20
      Then a minor nonconformity P.CERTIFIED is raised
      And a minor nonconformity P.REBATES is raised

    Scenario: no carbon price is claimed, so no proof is missing
      When evaluated as of 2026-11-20
      Then no finding P.CERTIFIED is raised
      And no finding P.REBATES is raised
      And no finding A.DEFAULT is raised

    Scenario Outline: actual values are accepted only with a positive opinion of an accredited verifier for the period
      Given method of determination is <determination of the precursor emissions>
      And verification opinion is <opinion>
      And verifier accredited is <accredited>
      And report covers the period of production is <covers>
      When evaluated as of 2026-11-20
      Then the quantity specific embedded emissions is <see> tCO2e/t
      And the quantity specific free allocation is <sefa> tCO2e/t

      Examples:
        | determination of the precursor emissions | opinion  | accredited | covers | see   | sefa    |
        | actual values                            | positive | yes        | yes    | 1.9   | 0.0429  |
        | actual values                            | negative | yes        | yes    | 1.782 | 1.33575 |
        | actual values                            | positive | no         | yes    | 1.782 | 1.33575 |
        | actual values                            | positive | yes        | no     | 1.782 | 1.33575 |
        | default values                           | positive | yes        | yes    | 1.782 | 1.33575 |

    Scenario Outline: which route needs fewer certificates
      Given method of determination is actual values
      And supposing actual free allocation is 1.33575 tCO2e/t
      And supposing actual specific emissions is <see> tCO2e/t
      When evaluated as of 2026-11-20
      Then <raised>

      Examples:
        | see     | raised                             |
        | 1.782   | no finding A.DEFAULT is raised     |
        | 1.78201 | an observation A.DEFAULT is raised |
