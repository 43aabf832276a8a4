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
      | basis         | instrument                | clause                     | certainty   | note                                                                                                                                                                                                                                                                                |
      | ratio-2024    | 工信部通装函〔2023〕378号 | (1) and (3), as reprinted  | confirmed   | A maker's NEV credits must reach 28 % of its weighted number of conventional cars for 2024 and 38 % for 2025. A low-consumption car counts as 0.2 of a conventional car.                                                                                                            |
      | ratio-2026    | 工信部2025年11月7日通知   | as reported                | secondary   | A maker's NEV credits must reach 48 % of its weighted number of conventional cars for 2026 and 58 % for 2027. A low-consumption car counts as 0.1 of a conventional car. Reported by secondary sources.                                                                             |
      | ratio-before  | 公开模型                  | as reported                | secondary   | A maker's NEV credits must reach 14 %, 16 % and 18 % of its weighted number of conventional cars for 2021, 2022 and 2023. A low-consumption car counts as 0.5, 0.3 and 0.2 of a conventional car in these years. Reported from a public model; nothing was found for earlier years. |
      | vehicles-2024 | 双积分办法2023年修改      | annex, as reported         | secondary   |                                                                                                                                                                                                                                                                                     |
      | vehicles-2021 | 公开模型                  | as reported                | secondary   |                                                                                                                                                                                                                                                                                     |
      | vehicles-2026 | 工信部2025年11月7日通知   | annex, not found           | secondary   |                                                                                                                                                                                                                                                                                     |
      | below-100     | nev-dual-credits          | -                          | own reading | No NEV credits per car are printed for electric cars with a range below 100 km in 2021 to 2023. None are printed for plug-in hybrids below 43 km in any year. We leave the credits of these cars undetermined.                                                                      |
      | fuel          | 双积分办法                | as reported                | secondary   | A maker's fuel credits are its fuel consumption target minus its actual consumption (in L/100 km), multiplied by the number of cars. Reported by secondary sources.                                                                                                                 |
      | small         | 工信部通装函〔2023〕378号 | small makers, as reprinted | confirmed   | A maker of fewer than 2,000 cars has its fuel consumption target raised in 2024 and 2025. The target is 60 % higher if consumption fell by 4 % or more, and 30 % higher if it fell by 2 % to 4 %. For other years the relief is undetermined, because none was found.               |
      | small-ends    | nev-dual-credits          | -                          | own reading | The fuel consumption target of a small maker is raised by 30 % if its consumption fell by 2 % to 4 %, and by 60 % above. The text does not assign the limits. We assign a fall of exactly 2 % to the 30 % class and of exactly 4 % to the 60 % class.                               |
      | settle        | 双积分办法                | as reported                | secondary   | A surplus of NEV credits offsets a maker's deficit of fuel credits one to one. A fuel surplus never offsets an NEV deficit. Reported by secondary sources.                                                                                                                          |
      | affiliates    | 双积分办法                | as reported                | secondary   | A maker may use fuel credits received from an affiliate if the shareholding between them is at least 25 %. Reported by secondary sources.                                                                                                                                           |
      | sanction      | 双积分办法                | as reported                | secondary   | As long as a maker's NEV or fuel credit deficit is not offset, its models above their fuel consumption target receive no type approval. Reported by secondary sources.                                                                                                              |
      | year-over     | nev-dual-credits          | -                          | own reading | A maker's credits for a year depend on the production of the whole year. We leave them undetermined until the last day of that year has passed.                                                                                                                                     |
      | proof         | nev-dual-credits          | -                          | own reading | The evidence documents are the maker's annual table, the type approval, records of credit transfers and shareholdings of affiliates. Which fact each document proves is our own interpretation.                                                                                     |

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
