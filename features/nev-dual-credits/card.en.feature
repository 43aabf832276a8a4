# language: en
Feature: Dual credits of passenger-car makers
  The NEV credits and fuel credits of a maker's year, its debts, and how they may be settled.

  Background:
    Given this scorecard
      | field           | value                                                                                                                        |
      | id              | nev-dual-credits                                                                                                             |
      | version         | 3.0.0                                                                                                                        |
      | supersedes      | 2.0.0                                                                                                                        |
      | title           | Dual credits of passenger-car makers                                                                                         |
      | subject         | car-maker                                                                                                                    |
      | attestation     | self-assessment                                                                                                              |
      | time zone       | Asia/Shanghai                                                                                                                |
      | effective from  | 2021-01-01                                                                                                                   |
      | rounding        | half-even, 2 decimals                                                                                                        |
      | not applicable  | refuse                                                                                                                       |
      | does not assess | the price of credits, and ratios after 2027                                                                                  |
      | does not assess | the pool that stores credits, surplus carried over from other years, and a minimum volume for the duty, which were not found |
      | does not assess | the factors by energy use of 2021 to 2023, which were not found: the credits of those years are before them                  |
    And these bases
      | basis         | instrument                | clause                     | certainty   | note                                                                                                                                   |
      | ratio-2024    | 工信部通装函〔2023〕378号 | (1) and (3), as reprinted  | confirmed   | 28 % for 2024, 38 % for 2025; cars of low consumption weigh 0.2.                                                                       |
      | ratio-2026    | 工信部2025年11月7日通知   | as reported                | secondary   | 48 % for 2026, 58 % for 2027; cars of low consumption weigh 0.1.                                                                       |
      | ratio-before  | 公开模型                  | as reported                | secondary   | 14, 16 and 18 % for 2021 to 2023; weights 0.5, 0.3, 0.2.                                                                               |
      | vehicles-2024 | 双积分办法2023年修改      | annex, as reported         | secondary   |                                                                                                                                        |
      | vehicles-2021 | 公开模型                  | as reported                | secondary   |                                                                                                                                        |
      | vehicles-2026 | 工信部2025年11月7日通知   | annex, not found           | secondary   |                                                                                                                                        |
      | below-100     | nev-dual-credits          | -                          | own reading | Of electric cars below 100 km nothing is printed for 2021 to 2023; of plug-in hybrids below 43 km nothing at all.                      |
      | fuel          | 双积分办法                | as reported                | secondary   | Target less actual, times volume.                                                                                                      |
      | small         | 工信部通装函〔2023〕378号 | small makers, as reprinted | confirmed   | Below 2,000 cars: target 60 % higher if consumption fell by 4 % or more, 30 % if by 2 % to 4 %.                                        |
      | small-ends    | nev-dual-credits          | -                          | own reading | 2 % belongs to the second class, 4 % to the first.                                                                                     |
      | settle        | 双积分办法                | as reported                | secondary   | NEV surplus clears fuel debt one to one; fuel surplus never clears NEV debt.                                                           |
      | affiliates    | 双积分办法                | as reported                | secondary   | Transfer between affiliates from 25 % of shares.                                                                                       |
      | sanction      | 双积分办法                | as reported                | secondary   | With a debt, models above their target get no type approval.                                                                           |
      | year-over     | nev-dual-credits          | -                          | own reading | What a year came to is known once it is over: until its last day has passed the credits of the year stay open.                         |
      | proof         | nev-dual-credits          | -                          | own reading | Yearly table of the maker, type approval, records of transfer and shares of affiliates are the papers; which fact each proves is read. |

  Rule: The worked maker of 2025

    Scenario: 143,800 credits, 68,400 needed, fuel short by 38,400
      When evaluated as of 2026-06-30
      Then for model B-450 the quantity per_car is 1.73
      And the quantity nev_credits is 143800
      And the quantity base is 180000
      And the quantity nev_needed is 68400
      And the quantity nev_balance is 75400
      And the quantity fuel_balance is -38400
      And the quantity nev_left is 37000
      And the conclusion is scored
