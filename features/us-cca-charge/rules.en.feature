# language: en
Feature: Baseline, price and charge under a bill

  Background:
    Given the scorecard us-cca-charge

  Rule: The share of the baseline
    Background:
      Given the date start of the base year (base_start), on basis percent, moved
        | is         | when                                   |
        | 2024-01-01 | bill is y2022                          |
        | 2025-01-01 | bill is y2023                          |
        | 2025-01-01 | base year of the bill of 2025 is y2025 |
        | 2026-01-01 | otherwise                              |
      And for each imported line the quantity years since the base (base_years), on basis percent
        | is                                                             |
        | max(years(start of the base year to day of entry) / 1 year, 0) |
      And for each imported line the quantity share of the baseline (baseline_share), in %, on basis percent, moved
        | is                                                                                                | when                             |
        | max(100 % - min(years since the base, 4) * 2.5 % - max(years since the base - 4, 0) * 5 %, 0 %)   | how the baseline falls is points |
        | 100 % * 97.5 % ^ min(years since the base, 4) * 95 % ^ min(max(years since the base - 4, 0), 100) | otherwise                        |
      And for each imported line these results
        | result     | label                 | is                    | rounded to | basis |
        | line_share | Share of the baseline | share of the baseline | 1 decimals | moved |

    Scenario Outline: year by year
      Given the setting bill is <bill>
      And the setting base year of the bill of 2025 is <base>
      And imported goods are
        | record | the good is of a listed industry | day of entry | mass of the good | own data are granted | intensity by own data | data of the industry of origin exist | intensity of the industry of origin | intensity of the industry in the United States | economy of origin against that of the United States | the origin is among the least developed | the origin has 3 % of world exports | a carbon club waives the charge |
        | S1     | yes                              | <day>        | 12000 t          | yes                  | 2.1 tCO2e/t           | yes                                  | 2.5 tCO2e/t                         | 1.4 tCO2e/t                                    | 3                                                   | no                                      | no                                  | no                              |
      And the setting how the baseline falls is points
      And the setting what a waiver of a carbon club does is all
      When evaluated as of 2026-12-01
      Then for line S1 the quantity baseline_share is <share> %

      Examples:
        | bill  | base  | day        | share |
        | y2022 | y2026 | 2023-12-31 | 100   |
        | y2022 | y2026 | 2024-12-31 | 100   |
        | y2022 | y2026 | 2025-01-01 | 97.5  |
        | y2022 | y2026 | 2028-12-31 | 90    |
        | y2022 | y2026 | 2029-01-01 | 85    |
        | y2022 | y2026 | 2030-01-01 | 80    |
        | y2022 | y2026 | 2046-12-31 | 0     |
        | y2022 | y2026 | 2048-01-01 | 0     |
        | y2023 | y2026 | 2028-05-10 | 92.5  |
        | y2025 | y2025 | 2028-05-10 | 92.5  |
        | y2025 | y2026 | 2028-05-10 | 95    |

  Rule: The price of a year
    Background:
      Given the date first day of the charge (first_day), on basis first
        | is         | when          |
        | 2024-01-01 | bill is y2022 |
        | 2025-01-01 | bill is y2023 |
        | 2026-01-01 | otherwise     |
      And the quantity first price (first_price), in USD/tCO2e, on basis price
        | is           | when          |
        | 60 USD/tCO2e | bill is y2025 |
        | 55 USD/tCO2e | otherwise     |
      And the quantity rise above inflation (rise), in %, on basis price
        | is  | when          |
        | 6 % | bill is y2025 |
        | 5 % | otherwise     |
      And for each imported line the quantity years of rise (rising), on basis price
        | is                                                                       |
        | min(max(years(first day of the charge to day of entry) / 1 year, 0), 40) |
      And for each imported line the quantity price of the year (line_price), in USD/tCO2e, on basis price, joined
        | is                                                                                  | when                           |
        | first price * (1 + rise above inflation + yearly inflation) ^ years of rise         | how inflation is joined is add |
        | first price * ((1 + rise above inflation) * (1 + yearly inflation)) ^ years of rise | otherwise                      |
      And for each imported line these results
        | result        | label             | is                | rounded to | basis  |
        | price_of_year | Price of the year | price of the year | 4 decimals | joined |

    Scenario Outline: by bill, inflation and reading
      Given the setting bill is <bill>
      And the setting how inflation is joined is <joining>
      And inflation is <inflation> %
      And imported goods are
        | record | the good is of a listed industry | day of entry | mass of the good | own data are granted | intensity by own data | data of the industry of origin exist | intensity of the industry of origin | intensity of the industry in the United States | economy of origin against that of the United States | the origin is among the least developed | the origin has 3 % of world exports | a carbon club waives the charge |
        | S1     | yes                              | <day>        | 12000 t          | yes                  | 2.1 tCO2e/t           | yes                                  | 2.5 tCO2e/t                         | 1.4 tCO2e/t                                    | 3                                                   | no                                      | no                                  | no                              |
      And the setting how the baseline falls is points
      And the setting what a waiver of a carbon club does is all
      When evaluated as of 2026-12-01
      Then for line S1 the quantity price of the year is <price> USD/tCO2e

      Examples:
        | bill  | joining  | inflation | day        | price                             |
        | y2022 | add      | 0         | 2024-06-01 | 55                                |
        | y2022 | add      | 0         | 2026-06-01 | 60.6375                           |
        | y2022 | add      | 2.5       | 2030-06-01 | 84.881583909912109375             |
        | y2022 | multiply | 2.5       | 2030-06-01 | 85.475505181472983760833740234375 |
        | y2023 | add      | 2.5       | 2030-06-01 | 78.959612939453125                |
        | y2025 | add      | 2.5       | 2026-12-31 | 60                                |
        | y2025 | add      | 2.5       | 2027-01-01 | 65.1                              |
        | y2025 | multiply | 2.5       | 2027-01-01 | 65.19                             |
        | y2025 | add      | 3         | 2034-06-01 | 119.553758501411526               |

    Scenario Outline: after forty years the price rises no more
      Given the setting bill is y2022
      And imported goods are
        | record | the good is of a listed industry | day of entry | mass of the good | own data are granted | intensity by own data | data of the industry of origin exist | intensity of the industry of origin | intensity of the industry in the United States | economy of origin against that of the United States | the origin is among the least developed | the origin has 3 % of world exports | a carbon club waives the charge |
        | S1     | yes                              | <day>        | 12000 t          | yes                  | 2.1 tCO2e/t           | yes                                  | 2.5 tCO2e/t                         | 1.4 tCO2e/t                                    | 3                                                   | no                                      | no                                  | no                              |
      And the setting how inflation is joined is add
      And the setting how the baseline falls is points
      And the setting what a waiver of a carbon club does is all
      When evaluated as of 2026-12-01
      Then for line S1 the quantity years of rise is <years>

      Examples:
        | day        | years |
        | 2023-12-31 | 0     |
        | 2063-12-31 | 39    |
        | 2064-01-01 | 40    |
        | 2065-01-01 | 40    |

  Rule: The charge
    Background:
      Given for each imported line the quantity intensity that counts (counting), in tCO2e/t, on basis origin
        | is                                                                                                   | when                                        |
        | intensity by own data                                                                                | own data are granted is yes                 |
        | intensity of the industry of origin                                                                  | data of the industry of origin exist is yes |
        | intensity of the industry in the United States * economy of origin against that of the United States | otherwise                                   |
      And for each imported line the quantity charge of the line (charge), in USD
        | is                                                                                                                                                    | when                                                                                              | basis   |
        | 0 USD                                                                                                                                                 | the good is of a listed industry is no                                                            | listed  |
        | 0 USD                                                                                                                                                 | day of entry is before first day of the charge                                                    | first   |
        | 0 USD                                                                                                                                                 | the origin is among the least developed is yes; the origin has 3 % of world exports is no         | poorest |
        | 0 USD                                                                                                                                                 | bill is y2025; a carbon club waives the charge is yes; what a waiver of a carbon club does is all | club    |
        | max(intensity that counts - intensity of the industry in the United States * share of the baseline, 0 tCO2e/t) * mass of the good * price of the year | otherwise                                                                                         | charge  |
      And the quantity total charge (total_charge), in USD, the sum of charge of the line over imported goods, on basis charge
      And these findings
        | code     | finding                                        | when                            | severity    | basis  |
        | CCA-BILL | This is a bill and not law, so nothing is owed | total charge is more than 0 USD | observation | charge |
      And for each imported line these results
        | result      | label                 | is                 | rounded to | basis  |
        | line_charge | Charge under the bill | charge of the line | 2 decimals | charge |
      And these results
        | result       | label                              | is           | rounded to | basis  |
        | charge_total | Charge under the bill on all lines | total charge | 2 decimals | charge |

    Scenario Outline: whose intensity, and what is not charged
      Given the setting bill is <bill>
      And the setting base year of the bill of 2025 is y2026
      And imported goods are
        | record | the good is of a listed industry | day of entry | mass of the good | own data are granted | intensity by own data | data of the industry of origin exist | intensity of the industry of origin | intensity of the industry in the United States | economy of origin against that of the United States | the origin is among the least developed | the origin has 3 % of world exports | a carbon club waives the charge |
        | S1     | <listed>                         | <day>        | 1 t              | <granted>            | 2.1 tCO2e/t           | <known>                              | 2.5 tCO2e/t                         | 1.4 tCO2e/t                                    | 3                                                   | <poorest>                               | <exports>                           | <club>                          |
      And the setting how inflation is joined is add
      And the setting how the baseline falls is points
      And the setting what a waiver of a carbon club does is all
      When evaluated as of 2026-12-01
      Then for line S1 the quantity charge of the line is <charge> USD

      Examples:
        | bill  | listed | day        | granted | known | poorest | exports | club | charge |
        | y2025 | yes    | 2026-06-01 | yes     | yes   | no      | no      | no   | 42     |
        | y2025 | no     | 2026-06-01 | yes     | yes   | no      | no      | no   | 0      |
        | y2025 | yes    | 2025-12-31 | yes     | yes   | no      | no      | no   | 0      |
        | y2025 | yes    | 2026-01-01 | yes     | yes   | no      | no      | no   | 42     |
        | y2025 | yes    | 2026-06-01 | no      | yes   | no      | no      | no   | 66     |
        | y2025 | yes    | 2026-06-01 | no      | no    | no      | no      | no   | 168    |
        | y2025 | yes    | 2026-06-01 | yes     | yes   | yes     | no      | no   | 0      |
        | y2025 | yes    | 2026-06-01 | yes     | yes   | yes     | yes     | no   | 42     |
        | y2025 | yes    | 2026-06-01 | yes     | yes   | no      | yes     | no   | 42     |
        | y2025 | yes    | 2026-06-01 | yes     | yes   | no      | no      | yes  | 0      |
        | y2023 | yes    | 2025-06-01 | yes     | yes   | no      | no      | yes  | 38.5   |
        | y2023 | yes    | 2024-12-31 | yes     | yes   | no      | no      | no   | 0      |
        | y2022 | yes    | 2024-01-01 | yes     | yes   | no      | no      | no   | 38.5   |
        | y2022 | yes    | 2023-12-31 | yes     | yes   | no      | no      | no   | 0      |

    Scenario Outline: on the line nothing
      Given the setting bill is y2025
      And the setting base year of the bill of 2025 is y2026
      And imported goods are
        | record | the good is of a listed industry | day of entry | mass of the good | own data are granted | intensity by own data | data of the industry of origin exist | intensity of the industry of origin | intensity of the industry in the United States | economy of origin against that of the United States | the origin is among the least developed | the origin has 3 % of world exports | a carbon club waives the charge |
        | S1     | yes                              | 2028-05-10   | 12000 t          | yes                  | <intensity> tCO2e/t   | yes                                  | 2.5 tCO2e/t                         | 1.4 tCO2e/t                                    | 3                                                   | no                                      | no                                  | no                              |
      And the setting how inflation is joined is add
      And the setting how the baseline falls is points
      And the setting what a waiver of a carbon club does is all
      When evaluated as of 2026-12-01
      Then the quantity total charge is <charge> USD
      And <finding>

      Examples:
        | intensity | charge  | finding                           |
        | 1.33      | 0       | no finding CCA-BILL is raised     |
        | 1.3301    | 84.7602 | an observation CCA-BILL is raised |
        | 1         | 0       | no finding CCA-BILL is raised     |

    Scenario: without a bill the charge is a span
      Given the setting base year of the bill of 2025 is y2026
      And the setting how inflation is joined is add
      And the setting how the baseline falls is points
      And the setting what a waiver of a carbon club does is all
      When evaluated as of 2026-12-01
      Then the quantity total charge is between 587288.625 USD and 838167.342138 USD

  Rule: Where the bills can be read in two ways

    Scenario Outline: the baseline falls by points or by per cent of the year before
      Given the setting bill is y2022
      And the setting how the baseline falls is percent
      And imported goods are
        | record | the good is of a listed industry | day of entry | mass of the good | own data are granted | intensity by own data | data of the industry of origin exist | intensity of the industry of origin | intensity of the industry in the United States | economy of origin against that of the United States | the origin is among the least developed | the origin has 3 % of world exports | a carbon club waives the charge |
        | S1     | yes                              | <day>        | 12000 t          | yes                  | 2.1 tCO2e/t           | yes                                  | 2.5 tCO2e/t                         | 1.4 tCO2e/t                                    | 3                                                   | no                                      | no                                  | no                              |
      When evaluated as of 2026-12-01
      Then for line S1 the quantity baseline_share is <share> %

      Examples:
        | day        | share           |
        | 2024-12-31 | 100             |
        | 2025-01-01 | 97.5            |
        | 2026-01-01 | 95.0625         |
        | 2028-01-01 | 90.3687890625   |
        | 2029-01-01 | 85.850349609375 |

    Scenario Outline: what a waiver does
      Given the setting bill is y2025
      And the setting base year of the bill of 2025 is y2026
      And the setting how inflation is joined is add
      And the setting how the baseline falls is points
      And the setting what a waiver of a carbon club does is <effect>
      And imported goods are
        | record | the good is of a listed industry | day of entry | mass of the good | own data are granted | intensity by own data | data of the industry of origin exist | intensity of the industry of origin | intensity of the industry in the United States | economy of origin against that of the United States | the origin is among the least developed | the origin has 3 % of world exports | a carbon club waives the charge |
        | S1     | yes                              | 2028-05-10   | 12000 t          | yes                  | 2.1 tCO2e/t           | yes                                  | 2.5 tCO2e/t                         | 1.4 tCO2e/t                                    | 3                                                   | no                                      | no                                  | yes                             |
      When evaluated as of 2026-12-01
      Then the quantity total charge is <charge> USD

      Examples:
        | effect  | charge    |
        | all     | 0         |
        | nothing | 652653.54 |

    Scenario: prices may fall
      Given the setting bill is y2022
      And the setting how inflation is joined is add
      And inflation is -5 %
      When evaluated as of 2026-12-01
      Then for line S1 the quantity price of the year is 55 USD/tCO2e

  Rule: Finished goods
    Background:
      Given the date first day for finished goods (finished_first), on basis finished
        | is                                                          | when          |
        | 2026-01-01                                                  | bill is y2022 |
        | 2027-01-01                                                  | bill is y2023 |
        | undetermined, because it was not found for the bill of 2025 | otherwise     |
      And for each covered part the quantity years since finished goods are charged (part_years), on basis finished
        | is                                                                               |
        | max(years(first day for finished goods to day of entry of the part) / 1 year, 0) |
      And for each covered part the quantity weight above which an item is charged (item_limit), in t, on basis finished, parts
        | is     | when                                                  |
        | 500 lb | years since finished goods are charged is less than 2 |
        | 100 lb | otherwise                                             |
      And for each covered part the quantity years of the part since the base (part_base_years), on basis percent
        | is                                                                         |
        | max(years(start of the base year to day of entry of the part) / 1 year, 0) |
      And for each covered part the quantity share of the baseline of the part (part_share), in %, on basis percent, moved
        | is                                                                                                                        | when                             |
        | max(100 % - min(years of the part since the base, 4) * 2.5 % - max(years of the part since the base - 4, 0) * 5 %, 0 %)   | how the baseline falls is points |
        | 100 % * 97.5 % ^ min(years of the part since the base, 4) * 95 % ^ min(max(years of the part since the base - 4, 0), 100) | otherwise                        |
      And for each covered part the quantity years of rise of the part (part_rising), on basis price
        | is                                                                                   |
        | min(max(years(first day of the charge to day of entry of the part) / 1 year, 0), 40) |
      And for each covered part the quantity price of the part (part_price), in USD/tCO2e, on basis price, joined
        | is                                                                                              | when                           |
        | first price * (1 + rise above inflation + yearly inflation) ^ years of rise of the part         | how inflation is joined is add |
        | first price * ((1 + rise above inflation) * (1 + yearly inflation)) ^ years of rise of the part | otherwise                      |
      And for each covered part the quantity charge if the item is charged (part_full), in USD, on basis charge
        | is                                                                                                                                                                            |
        | max(intensity of the part that counts - intensity of its industry in the United States * share of the baseline of the part, 0 tCO2e/t) * mass of the part * price of the part |
      And for each covered part the quantity charge of the part (part_charge), in USD, on basis finished, parts
        | is                            | when                                                                        |
        | 0 USD                         | day of entry of the part is before first day for finished goods             |
        | charge if the item is charged | covered mass in one item is more than weight above which an item is charged |
        | charge if the item is charged | the share of value is reached is yes                                        |
        | 0 USD                         | otherwise                                                                   |
      And the quantity charge on finished goods (finished_total), in USD, the sum of charge of the part over covered parts of finished goods, on basis finished
      And for each covered part these results
        | result       | label                             | is                 | rounded to | basis    |
        | part_charged | Charge of the part under the bill | charge of the part | 2 decimals | finished |
      And these results
        | result           | label                                   | is                       | rounded to | basis    |
        | finished_charged | Charge under the bill on finished goods | charge on finished goods | 2 decimals | finished |

    Scenario Outline: CCA-12 by weight, value and day
      Given the setting bill is <bill>
      And the setting how inflation is joined is <joining>
      And the setting how the baseline falls is <decline>
      And covered parts of finished goods are
        | record | day of entry of the part | covered mass in one item | the share of value is reached | mass of the part | intensity of the part that counts | intensity of its industry in the United States |
        | P1     | <day>                    | <item> t                 | <value>                       | 10 t             | <intensity> tCO2e/t               | 1.4 tCO2e/t                                    |
      When evaluated as of 2026-12-01
      Then the quantity charge on finished goods is <charge> USD

      Examples:
        | bill  | joining  | decline | day        | item        | value | intensity | charge                           |
        | y2022 | add      | points  | 2025-12-31 | 1           | yes   | 2.1       | 0                                |
        | y2022 | add      | points  | 2026-01-01 | 0.226796186 | no    | 2.1       | 489.4071875                      |
        | y2022 | add      | points  | 2026-01-01 | 0.226796185 | no    | 2.1       | 0                                |
        | y2022 | add      | points  | 2026-01-01 | 0.2267      | yes   | 2.1       | 489.4071875                      |
        | y2022 | add      | points  | 2027-12-31 | 0.2267      | no    | 2.1       | 0                                |
        | y2022 | add      | points  | 2028-01-01 | 0.045359238 | no    | 2.1       | 616.98674296875                  |
        | y2022 | add      | points  | 2028-01-01 | 0.045359237 | no    | 2.1       | 0                                |
        | y2022 | add      | points  | 2028-01-01 | 0.045359237 | yes   | 2.1       | 616.98674296875                  |
        | y2022 | add      | points  | 2026-01-01 | 1           | no    | 1.33      | 0                                |
        | y2022 | add      | points  | 2029-06-01 | 1           | no    | 2.1       | 718.5324777490234375             |
        | y2022 | multiply | points  | 2027-06-01 | 1           | no    | 2.1       | 551.94787194873046875            |
        | y2022 | add      | percent | 2026-06-01 | 1           | no    | 2.1       | 488.85104296875                  |
        | y2022 | add      | percent | 2029-06-01 | 1           | no    | 2.1       | 709.1324191062983150482177734375 |
        | y2023 | add      | points  | 2026-12-31 | 1           | yes   | 2.1       | 0                                |
        | y2023 | add      | points  | 2027-01-01 | 1           | no    | 2.1       | 489.4071875                      |
        | y2022 | add      | points  | 2048-06-01 | 1           | no    | 0         | 0                                |

    Scenario Outline: the weight of an item may be stated in pounds
      Given the setting bill is y2022
      And the setting how inflation is joined is add
      And the setting how the baseline falls is points
      And covered parts of finished goods are
        | record | day of entry of the part | covered mass in one item | the share of value is reached | mass of the part | intensity of the part that counts | intensity of its industry in the United States |
        | P1     | 2026-01-01               | <item> lb                | no                            | 10 t             | 2.1 tCO2e/t                       | 1.4 tCO2e/t                                    |
      When evaluated as of 2026-12-01
      Then the quantity charge on finished goods is <charge> USD

      Examples:
        | item       | charge      |
        | 500        | 0           |
        | 500.000001 | 489.4071875 |

    Scenario Outline: share and years of a part far ahead
      Given the setting bill is y2022
      And the setting how the baseline falls is <decline>
      And covered parts of finished goods are
        | record | day of entry of the part |
        | P1     | <day>                    |
      When evaluated as of 2026-12-01
      Then for part P1 the quantity <quantity> is <is>

      Examples:
        | decline | day        | quantity                               | is                |
        | points  | 2023-12-31 | years of the part since the base       | 0                 |
        | points  | 2028-12-31 | share of the baseline of the part      | 90 %              |
        | points  | 2029-01-01 | share of the baseline of the part      | 85 %              |
        | points  | 2046-01-01 | share of the baseline of the part      | 0 %               |
        | points  | 2048-01-01 | share of the baseline of the part      | 0 %               |
        | percent | 2024-12-31 | share of the baseline of the part      | 100 %             |
        | percent | 2029-01-01 | share of the baseline of the part      | 85.850349609375 % |
        | points  | 2023-12-31 | years of rise of the part              | 0                 |
        | points  | 2063-12-31 | years of rise of the part              | 39                |
        | points  | 2064-01-01 | years of rise of the part              | 40                |
        | points  | 2065-01-01 | years of rise of the part              | 40                |
        | points  | 2025-12-31 | years since finished goods are charged | 0                 |
        | points  | 2026-01-01 | years since finished goods are charged | 0                 |

    Scenario: of the bill of 2025 no day was found
      Given the setting bill is y2025
      And the setting base year of the bill of 2025 is y2026
      When evaluated as of 2026-12-01
      Then the rules leave the quantity finished_first undetermined

  Rule: What comes back on export
    Background:
      Given for each exported good the quantity rebate of the good (good_rebate), in USD
        | is                         | when                                            | basis        |
        | 0 USD                      | the exported good is of a listed industry is no | listed       |
        | 0 USD                      | day of export is before first day of the charge | first, back  |
        | charge that was paid on it | otherwise                                       | rebate, back |
      And the quantity rebate on exports (rebate_total), in USD, the sum of rebate of the good over exported goods, on basis rebate
      And for each exported good these results
        | result    | label                 | is                 | rounded to | basis  |
        | good_back | Rebate under the bill | rebate of the good | 2 decimals | rebate |
      And these results
        | result | label                                | is                | rounded to | basis  |
        | rebate | Rebate under the bill on all exports | rebate on exports | 2 decimals | rebate |

    Scenario Outline: CCA-15
      Given the setting bill is <bill>
      And exported goods are
        | record | the exported good is of a listed industry | day of export | charge that was paid on it |
        | E1     | <listed>                                  | <day>         | 1000 USD                   |
        | E2     | yes                                       | 2027-01-01    | 1 USD                      |
      When evaluated as of 2026-12-01
      Then the quantity rebate on exports is <rebate> USD

      Examples:
        | bill  | listed | day        | rebate |
        | y2025 | yes    | 2026-01-01 | 1001   |
        | y2025 | yes    | 2025-12-31 | 1      |
        | y2025 | no     | 2026-01-01 | 1      |
        | y2022 | yes    | 2024-01-01 | 1001   |
