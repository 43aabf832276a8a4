# language: en
Feature: Price, baseline and charge

  Background:
    Given the scorecard border-charge
    And the quantity first year of the charge (first_year), by version of the bill
      | version of the bill | is   | basis      |
      | the bill of 2022    | 2024 | first-2022 |
      | the bill of 2025    | 2026 | first-2025 |
    And the quantity years of growth (elapsed), on basis charge
      | is                                                           |
      | min(max(year(entered on) - first year of the charge, 0), 40) |

  Rule: The price grows with each year
    Background:
      Given the quantity first price (first_price), in USD/tCO2e, by version of the bill
        | version of the bill | is | basis      |
        | the bill of 2022    | 55 | first-2022 |
        | the bill of 2025    | 60 | first-2025 |
      And the quantity real growth (real_growth), in %, by version of the bill
        | version of the bill | is | basis      |
        | the bill of 2022    | 5  | first-2022 |
        | the bill of 2025    | 6  | first-2025 |
      And the quantity growth of a year (growth), in %, on basis own
        | is                                                         | when                             |
        | real growth + yearly inflation                             | growth beside inflation is added |
        | (100 % + real growth) * (100 % + yearly inflation) - 100 % | otherwise                        |
      And the quantity price, in USD/tCO2e, on basis charge
        | is                                                         |
        | first price * (100 % + growth of a year) ^ years of growth |

    Scenario Outline: the price of a year
      Given the setting version of the bill is <bill>
      And the setting growth beside inflation is <way>
      And entered on is <day>
      And yearly inflation is <inflation> %
      When evaluated as of 2026-11-20
      Then the quantity price is <price> USD/tCO2e

      Examples:
        | bill             | way      | day        | inflation | price     |
        | the bill of 2022 | added    | 2024-12-31 | 2.5       | 55        |
        | the bill of 2022 | added    | 2025-01-01 | 0         | 57.75     |
        | the bill of 2022 | added    | 2026-12-31 | 0         | 60.6375   |
        | the bill of 2022 | added    | 2026-01-01 | 2.5       | 63.559375 |
        | the bill of 2025 | added    | 2025-12-31 | 2.5       | 60        |
        | the bill of 2025 | added    | 2027-06-30 | 2.5       | 65.1      |
        | the bill of 2025 | compound | 2027-06-30 | 2.5       | 65.19     |
        | the bill of 2025 | added    | 2028-06-30 | 2.5       | 70.6335   |
        | the bill of 2025 | compound | 2028-06-30 | 2.5       | 70.828935 |

  Rule: The baseline falls with each year
    Background:
      Given the quantity slow years (slow), on basis line
        | is                      |
        | min(years of growth, 4) |
      And the quantity fast years (fast), on basis line
        | is                          |
        | max(years of growth - 4, 0) |
      And the quantity share of the average (part), in %, on basis line, own
        | is                                                                                      | when                           |
        | max(100 % - 2.5 % * slow years - 5 % * fast years, 0 %)                                 | fall of the baseline is points |
        | (100 % - 2.5 %) ^ min(years of growth, 4) * (100 % - 5 %) ^ max(years of growth - 4, 0) | otherwise                      |
      And the quantity baseline, in tCO2e/t, on basis line
        | is                                         |
        | average of industry * share of the average |

    Scenario Outline: the share of a year
      Given the setting version of the bill is the bill of 2022
      And the setting fall of the baseline is <way>
      And entered on is <day>
      When evaluated as of 2026-11-20
      Then the quantity share of the average is <share> %

      Examples:
        | way      | day        | share           |
        | points   | 2023-12-31 | 100             |
        | points   | 2024-12-31 | 100             |
        | points   | 2025-01-01 | 97.5            |
        | compound | 2026-01-01 | 95.0625         |
        | points   | 2028-12-31 | 90              |
        | points   | 2029-01-01 | 85              |
        | compound | 2029-01-01 | 85.850349609375 |
        | points   | 2046-01-01 | 0               |
        | points   | 2047-01-01 | 0               |

  Rule: The charge
    Background:
      Given the quantity excess, in tCO2e/t, on basis charge, own
        | is                                               |
        | max(intensity of the good - baseline, 0 tCO2e/t) |
      And the quantity charge, in USD
        | is                        | when                                             | basis           |
        | 0 USD                     | origin exempt holds                              | least, exporter |
        | 0 USD                     | entry year is less than first year of the charge | charge          |
        | excess * net mass * price | otherwise                                        | charge          |
      And the quantity entry year (entry_year), on basis charge
        | is               |
        | year(entered on) |
      And these results
        | result     | label  | is     | rounded to | basis         |
        | charge_due | Charge | charge | 2 decimals | scope, charge |
        | price_then | Price  | price  | 4 decimals | charge        |

    Scenario Outline: from the first year on, above the baseline
      Given the setting version of the bill is the bill of 2025
      And entered on is <day>
      And intensity of the good is <intensity> tCO2e/t
      When evaluated as of 2026-11-20
      Then the quantity charge is <charge> USD

      Examples:
        | day        | intensity | charge  |
        | 2025-12-31 | 2.1       | 0       |
        | 2026-01-01 | 2.1       | 504000  |
        | 2028-05-10 | 1.33      | 0       |
        | 2028-05-10 | 1.3301    | 84.7602 |

    Scenario Outline: a least developed country is left out, unless it exports much
      Given the setting version of the bill is the bill of 2025
      And least developed is <least>
      And share of exports is <share> %
      When evaluated as of 2026-11-20
      Then condition origin exempt <says>
      And the quantity charge is <charge> USD

      Examples:
        | least | share | says          | charge    |
        | yes   | 2.99  | holds         | 0         |
        | yes   | 3     | does not hold | 652653.54 |
        | no    | 2.99  | does not hold | 652653.54 |
