# language: en
Feature: Dual credits of passenger-car manufacturers
  The NEV credits and fuel credits of a maker in a year, its deficits and how they may be offset.

  Background:
    Given this scorecard
      | field           | value                                                                                                                        |
      | id              | nev-dual-credits                                                                                                             |
      | version         | 2.0.0                                                                                                                        |
      | supersedes      | 1.0.0                                                                                                                        |
      | title           | Dual credits of passenger-car manufacturers                                                                                  |
      | subject         | car-maker                                                                                                                    |
      | attestation     | self-assessment                                                                                                              |
      | time zone       | Asia/Shanghai                                                                                                                |
      | effective from  | 2024-01-01                                                                                                                   |
      | rounding        | half-even, 2 decimals                                                                                                        |
      | not applicable  | refuse                                                                                                                       |
      | does not assess | the price of credits, and ratios after 2027                                                                                  |
      | does not assess | the credit pool, surplus carried over from other years, and a minimum volume for the obligation, because they were not found |
      | does not assess | the energy-use factors for 2021 to 2023, because they were not found; credits for those years are calculated without them    |
    And these bases
      | basis         | instrument                | clause                     | certainty   | note                                                                                                                                                                                                                                                                                                            |
      | ratio-2024    | 工信部通装函〔2023〕378号 | (1) and (3), as reprinted  | confirmed   | A maker needs new-energy-vehicle (NEV) credits equal to a share of its weighted number of conventional cars: 28 % for 2024 and 38 % for 2025. A low-consumption car counts as 0.2 of a conventional car.                                                                                                        |
      | ratio-2026    | 工信部2025年11月7日通知   | as reported                | secondary   | A maker needs new-energy-vehicle (NEV) credits equal to a share of its weighted number of conventional cars: 48 % for 2026 and 58 % for 2027. A low-consumption car counts as 0.1 of a conventional car. Reported by secondary sources.                                                                         |
      | ratio-before  | 公开模型                  | as reported                | secondary   | A maker needs new-energy-vehicle (NEV) credits equal to 14 % (2021), 16 % (2022) or 18 % (2023) of its weighted number of conventional cars. A low-consumption car counts as 0.5 (2021), 0.3 (2022) or 0.2 (2023) of a conventional car. Reported from a public model; no rule was found for years before 2021. |
      | vehicles-2024 | 双积分办法2023年修改      | annex, as reported         | secondary   |                                                                                                                                                                                                                                                                                                                 |
      | vehicles-2021 | 公开模型                  | as reported                | secondary   |                                                                                                                                                                                                                                                                                                                 |
      | vehicles-2026 | 工信部2025年11月7日通知   | annex, not found           | secondary   |                                                                                                                                                                                                                                                                                                                 |
      | below-100     | nev-dual-credits          | -                          | own reading | For 2021 to 2023, no new-energy-vehicle (NEV) credits were found for an electric car with a range below 100 km. For plug-in hybrids with a range below 43 km, none were found for any year. The credits of these cars are undetermined.                                                                         |
      | fuel          | 双积分办法                | as reported                | secondary   | A maker's fuel credits are the difference between its target and its actual fuel consumption in L/100 km, multiplied by its number of cars. They are negative if actual consumption exceeds the target. Reported by secondary sources.                                                                          |
      | small         | 工信部通装函〔2023〕378号 | small makers, as reprinted | confirmed   | For 2024 and 2025, a maker of fewer than 2,000 cars has a higher fuel consumption target. The target is 60 % higher if its consumption fell by 4 % or more, and 30 % higher if it fell by 2 % to 4 %. For other years no rule was found, so the increase is undetermined.                                       |
      | small-ends    | nev-dual-credits          | -                          | own reading | The fuel consumption target of a small maker is 30 % higher if its consumption fell by 2 % to 4 %, and 60 % higher if it fell by more. The text does not state where a fall of exactly 2 % or exactly 4 % belongs. We apply 30 % to exactly 2 % and 60 % to exactly 4 %.                                        |
      | settle        | 双积分办法                | as reported                | secondary   | A maker's surplus of new-energy-vehicle (NEV) credits offsets its deficit of fuel credits one to one. A surplus of fuel credits never offsets a deficit of NEV credits. Reported by secondary sources.                                                                                                          |
      | affiliates    | 双积分办法                | as reported                | secondary   | A maker may use fuel credits received from an affiliate if the shareholding between them is at least 25 %. Reported by secondary sources.                                                                                                                                                                       |
      | sanction      | 双积分办法                | as reported                | secondary   | While a maker's deficit of new-energy-vehicle (NEV) credits or fuel credits is not offset, its models whose fuel consumption exceeds their target receive no type approval. Reported by secondary sources.                                                                                                      |
      | year-over     | nev-dual-credits          | -                          | own reading | A maker's credits for a year depend on its production in the whole year. The credits are undetermined until the last day of that year has passed.                                                                                                                                                               |
      | proof         | nev-dual-credits          | -                          | own reading | The evidence documents are the maker's annual table, the type approval, records of credit transfers and shareholdings of affiliates. Which fact each document proves is our own interpretation.                                                                                                                 |

  Rule: Worked example: the maker in 2025

    Scenario: 143,800 credits earned, 68,400 required, fuel deficit of 38,400
      When evaluated as of 2026-06-30
      Then for model B-450 the quantity per_car is 1.73
      And the quantity nev_credits is 143800
      And the quantity base is 180000
      And the quantity nev_needed is 68400
      And the quantity nev_balance is 75400
      And the quantity fuel_balance is -38400
      And the quantity nev_left is 37000
      And the conclusion is scored
