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
      And for each imported line the quantity years since the base year (base_years), on basis percent
        | is                                                              |
        | max(years(start of the base year to date of entry) / 1 year, 0) |
      And for each imported line the quantity share of the baseline (baseline_share), in %, on basis percent, moved
        | is                                                                                                          | when                                     |
        | max(100 % - min(years since the base year, 4) * 2.5 % - max(years since the base year - 4, 0) * 5 %, 0 %)   | method of the baseline decline is points |
        | 100 % * 97.5 % ^ min(years since the base year, 4) * 95 % ^ min(max(years since the base year - 4, 0), 100) | otherwise                                |
      And for each imported line these results
        | result     | label                 | is                    | rounded to | basis |
        | line_share | Share of the baseline | share of the baseline | 1 decimals | moved |

    Scenario Outline: the share of the baseline in each year
      Given the setting bill is <bill>
      And the setting base year of the bill of 2025 is <base>
      And imported goods are
        | record | good belongs to a listed industry | date of entry | mass of the good | use of own data granted | intensity from own data | data of the industry of origin available | intensity of the industry of origin | intensity of the industry in the United States | carbon intensity of the origin economy relative to the United States | origin among the least developed countries | origin with 3 % or more of world exports of the good | charge waived by a carbon club |
        | S1     | yes                               | <day>         | 12000 t          | yes                     | 2.1 tCO2e/t             | yes                                      | 2.5 tCO2e/t                         | 1.4 tCO2e/t                                    | 3                                                                    | no                                         | no                                                   | no                             |
      And the setting method of the baseline decline is points
      And the setting effect of a carbon club waiver is all
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
        | is                                                                        |
        | min(max(years(first day of the charge to date of entry) / 1 year, 0), 40) |
      And for each imported line the quantity price of the year (line_price), in USD/tCO2e, on basis price, joined
        | is                                                                                  | when                              |
        | first price * (1 + rise above inflation + yearly inflation) ^ years of rise         | combination with inflation is add |
        | first price * ((1 + rise above inflation) * (1 + yearly inflation)) ^ years of rise | otherwise                         |
      And for each imported line these results
        | result        | label             | is                | rounded to | basis  |
        | price_of_year | Price of the year | price of the year | 4 decimals | joined |

    Scenario Outline: the price by bill, inflation and interpretation
      Given the setting bill is <bill>
      And the setting combination with inflation is <joining>
      And inflation is <inflation> %
      And imported goods are
        | record | good belongs to a listed industry | date of entry | mass of the good | use of own data granted | intensity from own data | data of the industry of origin available | intensity of the industry of origin | intensity of the industry in the United States | carbon intensity of the origin economy relative to the United States | origin among the least developed countries | origin with 3 % or more of world exports of the good | charge waived by a carbon club |
        | S1     | yes                               | <day>         | 12000 t          | yes                     | 2.1 tCO2e/t             | yes                                      | 2.5 tCO2e/t                         | 1.4 tCO2e/t                                    | 3                                                                    | no                                         | no                                                   | no                             |
      And the setting method of the baseline decline is points
      And the setting effect of a carbon club waiver is all
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

    Scenario Outline: after forty years the price no longer rises
      Given the setting bill is y2022
      And imported goods are
        | record | good belongs to a listed industry | date of entry | mass of the good | use of own data granted | intensity from own data | data of the industry of origin available | intensity of the industry of origin | intensity of the industry in the United States | carbon intensity of the origin economy relative to the United States | origin among the least developed countries | origin with 3 % or more of world exports of the good | charge waived by a carbon club |
        | S1     | yes                               | <day>         | 12000 t          | yes                     | 2.1 tCO2e/t             | yes                                      | 2.5 tCO2e/t                         | 1.4 tCO2e/t                                    | 3                                                                    | no                                         | no                                                   | no                             |
      And the setting combination with inflation is add
      And the setting method of the baseline decline is points
      And the setting effect of a carbon club waiver is all
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
      Given for each imported line the quantity applicable intensity (counting), in tCO2e/t, on basis origin
        | is                                                                                                                    | when                                            |
        | intensity from own data                                                                                               | use of own data granted is yes                  |
        | intensity of the industry of origin                                                                                   | data of the industry of origin available is yes |
        | intensity of the industry in the United States * carbon intensity of the origin economy relative to the United States | otherwise                                       |
      And for each imported line the quantity charge of the line (charge), in USD
        | is                                                                                                                                                   | when                                                                                                          | basis   |
        | 0 USD                                                                                                                                                | good belongs to a listed industry is no                                                                       | listed  |
        | 0 USD                                                                                                                                                | date of entry is before first day of the charge                                                               | first   |
        | 0 USD                                                                                                                                                | origin among the least developed countries is yes; origin with 3 % or more of world exports of the good is no | poorest |
        | 0 USD                                                                                                                                                | bill is y2025; charge waived by a carbon club is yes; effect of a carbon club waiver is all                   | club    |
        | max(applicable intensity - intensity of the industry in the United States * share of the baseline, 0 tCO2e/t) * mass of the good * price of the year | otherwise                                                                                                     | charge  |
      And the quantity total charge (total_charge), in USD, the sum of charge of the line over imported goods, on basis charge
      And these findings
        | code     | finding                                          | when                            | severity    | basis  |
        | CCA-BILL | This is a bill and not law, so no charge is owed | total charge is more than 0 USD | observation | charge |
      And for each imported line these results
        | result      | label                 | is                 | rounded to | basis  |
        | line_charge | Charge under the bill | charge of the line | 2 decimals | charge |
      And these results
        | result       | label                              | is           | rounded to | basis  |
        | charge_total | Charge under the bill on all lines | total charge | 2 decimals | charge |

    Scenario Outline: which intensity applies, and which goods are not charged
      Given the setting bill is <bill>
      And the setting base year of the bill of 2025 is y2026
      And imported goods are
        | record | good belongs to a listed industry | date of entry | mass of the good | use of own data granted | intensity from own data | data of the industry of origin available | intensity of the industry of origin | intensity of the industry in the United States | carbon intensity of the origin economy relative to the United States | origin among the least developed countries | origin with 3 % or more of world exports of the good | charge waived by a carbon club |
        | S1     | <listed>                          | <day>         | 1 t              | <granted>               | 2.1 tCO2e/t             | <known>                                  | 2.5 tCO2e/t                         | 1.4 tCO2e/t                                    | 3                                                                    | <poorest>                                  | <exports>                                            | <club>                         |
      And the setting combination with inflation is add
      And the setting method of the baseline decline is points
      And the setting effect of a carbon club waiver is all
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

    Scenario Outline: an intensity equal to the baseline share is not charged
      Given the setting bill is y2025
      And the setting base year of the bill of 2025 is y2026
      And imported goods are
        | record | good belongs to a listed industry | date of entry | mass of the good | use of own data granted | intensity from own data | data of the industry of origin available | intensity of the industry of origin | intensity of the industry in the United States | carbon intensity of the origin economy relative to the United States | origin among the least developed countries | origin with 3 % or more of world exports of the good | charge waived by a carbon club |
        | S1     | yes                               | 2028-05-10    | 12000 t          | yes                     | <intensity> tCO2e/t     | yes                                      | 2.5 tCO2e/t                         | 1.4 tCO2e/t                                    | 3                                                                    | no                                         | no                                                   | no                             |
      And the setting combination with inflation is add
      And the setting method of the baseline decline is points
      And the setting effect of a carbon club waiver is all
      When evaluated as of 2026-12-01
      Then the quantity total charge is <charge> USD
      And <finding>

      Examples:
        | intensity | charge  | finding                           |
        | 1.33      | 0       | no finding CCA-BILL is raised     |
        | 1.3301    | 84.7602 | an observation CCA-BILL is raised |
        | 1         | 0       | no finding CCA-BILL is raised     |

    Scenario: without a choice of bill the charge is a range
      Given the setting base year of the bill of 2025 is y2026
      And the setting combination with inflation is add
      And the setting method of the baseline decline is points
      And the setting effect of a carbon club waiver is all
      When evaluated as of 2026-12-01
      Then the quantity total charge is between 587288.625 USD and 838167.342138 USD

  Rule: Where the bills have two interpretations

    Scenario Outline: the baseline falls by points or by per cent of the year before
      Given the setting bill is y2022
      And the setting method of the baseline decline is percent
      And imported goods are
        | record | good belongs to a listed industry | date of entry | mass of the good | use of own data granted | intensity from own data | data of the industry of origin available | intensity of the industry of origin | intensity of the industry in the United States | carbon intensity of the origin economy relative to the United States | origin among the least developed countries | origin with 3 % or more of world exports of the good | charge waived by a carbon club |
        | S1     | yes                               | <day>         | 12000 t          | yes                     | 2.1 tCO2e/t             | yes                                      | 2.5 tCO2e/t                         | 1.4 tCO2e/t                                    | 3                                                                    | no                                         | no                                                   | no                             |
      When evaluated as of 2026-12-01
      Then for line S1 the quantity baseline_share is <share> %

      Examples:
        | day        | share           |
        | 2024-12-31 | 100             |
        | 2025-01-01 | 97.5            |
        | 2026-01-01 | 95.0625         |
        | 2028-01-01 | 90.3687890625   |
        | 2029-01-01 | 85.850349609375 |

    Scenario Outline: a carbon club waiver leaves or removes the charge
      Given the setting bill is y2025
      And the setting base year of the bill of 2025 is y2026
      And the setting combination with inflation is add
      And the setting method of the baseline decline is points
      And the setting effect of a carbon club waiver is <effect>
      And imported goods are
        | record | good belongs to a listed industry | date of entry | mass of the good | use of own data granted | intensity from own data | data of the industry of origin available | intensity of the industry of origin | intensity of the industry in the United States | carbon intensity of the origin economy relative to the United States | origin among the least developed countries | origin with 3 % or more of world exports of the good | charge waived by a carbon club |
        | S1     | yes                               | 2028-05-10    | 12000 t          | yes                     | 2.1 tCO2e/t             | yes                                      | 2.5 tCO2e/t                         | 1.4 tCO2e/t                                    | 3                                                                    | no                                         | no                                                   | yes                            |
      When evaluated as of 2026-12-01
      Then the quantity total charge is <charge> USD

      Examples:
        | effect  | charge    |
        | all     | 0         |
        | nothing | 652653.54 |

    Scenario: negative inflation of 5 % offsets the yearly rise of 5 %
      Given the setting bill is y2022
      And the setting combination with inflation is add
      And inflation is -5 %
      When evaluated as of 2026-12-01
      Then for line S1 the quantity price of the year is 55 USD/tCO2e

  Rule: Finished goods
    Background:
      Given the date first day for finished goods (finished_first), on basis finished
        | is                                                                | when          |
        | 2026-01-01                                                        | bill is y2022 |
        | 2027-01-01                                                        | bill is y2023 |
        | undetermined, because the date was not found for the bill of 2025 | otherwise     |
      And for each covered part the quantity years since the start for finished goods (part_years), on basis finished
        | is                                                                                |
        | max(years(first day for finished goods to date of entry of the part) / 1 year, 0) |
      And for each covered part the quantity weight threshold of an item (item_limit), in t, on basis finished, parts
        | is     | when                                                    |
        | 500 lb | years since the start for finished goods is less than 2 |
        | 100 lb | otherwise                                               |
      And for each covered part the quantity years from the base year to the part (part_base_years), on basis percent
        | is                                                                          |
        | max(years(start of the base year to date of entry of the part) / 1 year, 0) |
      And for each covered part the quantity share of the baseline of the part (part_share), in %, on basis percent, moved
        | is                                                                                                                                | when                                     |
        | max(100 % - min(years from the base year to the part, 4) * 2.5 % - max(years from the base year to the part - 4, 0) * 5 %, 0 %)   | method of the baseline decline is points |
        | 100 % * 97.5 % ^ min(years from the base year to the part, 4) * 95 % ^ min(max(years from the base year to the part - 4, 0), 100) | otherwise                                |
      And for each covered part the quantity years of rise of the part (part_rising), on basis price
        | is                                                                                    |
        | min(max(years(first day of the charge to date of entry of the part) / 1 year, 0), 40) |
      And for each covered part the quantity price of the part (part_price), in USD/tCO2e, on basis price, joined
        | is                                                                                              | when                              |
        | first price * (1 + rise above inflation + yearly inflation) ^ years of rise of the part         | combination with inflation is add |
        | first price * ((1 + rise above inflation) * (1 + yearly inflation)) ^ years of rise of the part | otherwise                         |
      And for each covered part the quantity charge of the part before the threshold test (part_full), in USD, on basis charge
        | is                                                                                                                                                                                       |
        | max(applicable intensity of the part - intensity of the industry of the part in the United States * share of the baseline of the part, 0 tCO2e/t) * mass of the part * price of the part |
      And for each covered part the quantity charge of the part (part_charge), in USD, on basis finished, parts
        | is                                           | when                                                                       |
        | 0 USD                                        | date of entry of the part is before first day for finished goods           |
        | charge of the part before the threshold test | mass of covered goods in one item is more than weight threshold of an item |
        | charge of the part before the threshold test | share of value reached is yes                                              |
        | 0 USD                                        | otherwise                                                                  |
      And the quantity total charge on finished goods (finished_total), in USD, the sum of charge of the part over covered parts of finished goods, on basis finished
      And for each covered part these results
        | result       | label                             | is                 | rounded to | basis    |
        | part_charged | Charge of the part under the bill | charge of the part | 2 decimals | finished |
      And these results
        | result           | label                                   | is                             | rounded to | basis    |
        | finished_charged | Charge under the bill on finished goods | total charge on finished goods | 2 decimals | finished |

    Scenario Outline: CCA-12: charge on finished goods by weight, value and date
      Given the setting bill is <bill>
      And the setting combination with inflation is <joining>
      And the setting method of the baseline decline is <decline>
      And covered parts of finished goods are
        | record | date of entry of the part | mass of covered goods in one item | share of value reached | mass of the part | applicable intensity of the part | intensity of the industry of the part in the United States |
        | P1     | <day>                     | <item> t                          | <value>                | 10 t             | <intensity> tCO2e/t              | 1.4 tCO2e/t                                                |
      When evaluated as of 2026-12-01
      Then the quantity total charge on finished goods is <charge> USD

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

    Scenario Outline: the weight of an item may be entered in pounds
      Given the setting bill is y2022
      And the setting combination with inflation is add
      And the setting method of the baseline decline is points
      And covered parts of finished goods are
        | record | date of entry of the part | mass of covered goods in one item | share of value reached | mass of the part | applicable intensity of the part | intensity of the industry of the part in the United States |
        | P1     | 2026-01-01                | <item> lb                         | no                     | 10 t             | 2.1 tCO2e/t                      | 1.4 tCO2e/t                                                |
      When evaluated as of 2026-12-01
      Then the quantity total charge on finished goods is <charge> USD

      Examples:
        | item       | charge      |
        | 500        | 0           |
        | 500.000001 | 489.4071875 |

    Scenario Outline: baseline share and years of a part in the far future
      Given the setting bill is y2022
      And the setting method of the baseline decline is <decline>
      And covered parts of finished goods are
        | record | date of entry of the part |
        | P1     | <day>                     |
      When evaluated as of 2026-12-01
      Then for part P1 the quantity <quantity> is <is>

      Examples:
        | decline | day        | quantity                                 | is                |
        | points  | 2023-12-31 | years from the base year to the part     | 0                 |
        | points  | 2028-12-31 | share of the baseline of the part        | 90 %              |
        | points  | 2029-01-01 | share of the baseline of the part        | 85 %              |
        | points  | 2046-01-01 | share of the baseline of the part        | 0 %               |
        | points  | 2048-01-01 | share of the baseline of the part        | 0 %               |
        | percent | 2024-12-31 | share of the baseline of the part        | 100 %             |
        | percent | 2029-01-01 | share of the baseline of the part        | 85.850349609375 % |
        | points  | 2023-12-31 | years of rise of the part                | 0                 |
        | points  | 2063-12-31 | years of rise of the part                | 39                |
        | points  | 2064-01-01 | years of rise of the part                | 40                |
        | points  | 2065-01-01 | years of rise of the part                | 40                |
        | points  | 2025-12-31 | years since the start for finished goods | 0                 |
        | points  | 2026-01-01 | years since the start for finished goods | 0                 |

    Scenario: for the bill of 2025 no date for finished goods was found
      Given the setting bill is y2025
      And the setting base year of the bill of 2025 is y2026
      When evaluated as of 2026-12-01
      Then the rules leave the quantity finished_first undetermined

  Rule: Rebate on exports
    Background:
      Given for each exported good the quantity rebate of the exported good (good_rebate), in USD
        | is                               | when                                             | basis        |
        | 0 USD                            | exported good belongs to a listed industry is no | listed       |
        | 0 USD                            | date of export is before first day of the charge | first, back  |
        | charge paid on the exported good | otherwise                                        | rebate, back |
      And the quantity total rebate on exports (rebate_total), in USD, the sum of rebate of the exported good over exported goods, on basis rebate
      And for each exported good these results
        | result    | label                 | is                          | rounded to | basis  |
        | good_back | Rebate under the bill | rebate of the exported good | 2 decimals | rebate |
      And these results
        | result | label                                | is                      | rounded to | basis  |
        | rebate | Rebate under the bill on all exports | total rebate on exports | 2 decimals | rebate |

    Scenario Outline: CCA-15: the charge paid is refunded on export
      Given the setting bill is <bill>
      And exported goods are
        | record | exported good belongs to a listed industry | date of export | charge paid on the exported good |
        | E1     | <listed>                                   | <day>          | 1000 USD                         |
        | E2     | yes                                        | 2027-01-01     | 1 USD                            |
      When evaluated as of 2026-12-01
      Then the quantity total rebate on exports is <rebate> USD

      Examples:
        | bill  | listed | day        | rebate |
        | y2025 | yes    | 2026-01-01 | 1001   |
        | y2025 | yes    | 2025-12-31 | 1      |
        | y2025 | no     | 2026-01-01 | 1      |
        | y2022 | yes    | 2024-01-01 | 1001   |
