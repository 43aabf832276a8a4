# language: en
Feature: Reduction-value offset of Hebei
  How many tonnes a firm above its benchmark has to buy in Hebei, what of its own cuts counts, and which price may be agreed.

  Background:
    Given this scorecard
      | field           | value                                                                                 |
      | id              | hebei-offset                                                                          |
      | version         | 3.0.0                                                                                 |
      | supersedes      | 2.0.0                                                                                 |
      | title           | Reduction-value offset of Hebei                                                       |
      | subject         | company                                                                               |
      | attestation     | self-assessment                                                                       |
      | time zone       | Asia/Shanghai                                                                         |
      | effective from  | 2025-01-01                                                                            |
      | rounding        | half-even, 2 decimals                                                                 |
      | not applicable  | refuse                                                                                |
      | does not assess | the benchmark, which was not found: without one that is entered the excess stays open |
      | does not assess | quality of the reduction products                                                     |
    And these bases
      | basis     | instrument                 | clause                      | certainty   | note                                                                                                                                                                                                              |
      | scope     | 河北省降碳产品价值实现办法 | scope, as reported          | secondary   | Paper, chemicals, flat glass; power, steel and cement are outside. The day in 2025 on which it began is not known: the first day of the year is taken.                                                            |
      | benchmark | 河北省降碳产品价值实现办法 | benchmark, not found        | secondary   |                                                                                                                                                                                                                   |
      | own-cuts  | 河北省降碳产品价值实现办法 | own cuts, as reported       | secondary   | At most half of the quantity to be offset.                                                                                                                                                                        |
      | price     | 河北省降碳产品价值实现办法 | price, as reported          | secondary   | 0.7 to 1.3 times the mean of the last ten closing prices of the national allowance.                                                                                                                               |
      | order     | 河北省降碳产品价值实现办法 | order of steps, as reported | secondary   | The firm counts and declares, the city accepts, the province files.                                                                                                                                               |
      | ends      | hebei-offset               | -                           | own reading | Both ends of the range belong to it.                                                                                                                                                                              |
      | taken     | hebei-offset               | -                           | own reading | A step that lies after the as-of date has not been taken: neither done nor missed.                                                                                                                                |
      | proof     | hebei-offset               | -                           | own reading | Count of the firm, acceptance of the city, filing of the province, contract and ten closing prices are the papers; which fact each proves is read. For the other facts no paper is named: a declaration suffices. |
    And the scorecard applies when sector is one of paper, chemicals, flat glass

  Rule: The worked firm

    Scenario: 40,000 t of excess, 26,000 t of own cuts
      When evaluated as of 2026-11-20
      Then the quantity excess is 40000 tCO2e
      And the quantity deducted is 20000 tCO2e
      And the quantity to_buy is 20000 tCO2e
      And no finding HE4.BELOW is raised
      And the conclusion is scored
