# language: en
Feature: Reduction-value offset of Hebei
  How many tonnes a company above its benchmark must buy in Hebei, which own reductions are deductible, and which price may be agreed.

  Background:
    Given this scorecard
      | field           | value                                                                                        |
      | id              | hebei-offset                                                                                 |
      | version         | 1.0.0                                                                                        |
      | title           | Reduction-value offset of Hebei                                                              |
      | subject         | company                                                                                      |
      | attestation     | self-assessment                                                                              |
      | time zone       | Asia/Shanghai                                                                                |
      | effective from  | 2025-01-01                                                                                   |
      | rounding        | half-even, 2 decimals                                                                        |
      | not applicable  | refuse                                                                                       |
      | does not assess | the benchmark, which was not found (without an entered benchmark the excess is undetermined) |
      | does not assess | quality of the reduction products                                                            |
    And these bases
      | basis     | instrument                 | clause                      | certainty   | note                                                                                                                                                                                                                                                                                                                                                         |
      | scope     | 河北省降碳产品价值实现办法 | scope, as reported          | secondary   | In Hebei, paper, chemicals and flat glass companies must buy reduction products (tradable emission reductions) for their emissions above a benchmark. Power, steel and cement are not covered. Reported by secondary sources. The scheme starts in 2025 on an unknown day, so this scorecard applies from 2025-01-01.                                        |
      | benchmark | 河北省降碳产品价值实现办法 | benchmark, not found        | secondary   | The scheme compares the emissions of a company with a benchmark per tonne of output. Reported by secondary sources; the benchmarks of Hebei were not found. The applicant must enter a benchmark with its source; otherwise the excess is undetermined.                                                                                                      |
      | own-cuts  | 河北省降碳产品价值实现办法 | own cuts, as reported       | secondary   | A company must offset its emissions above the benchmark. Its own emission reductions may cover at most half of these excess emissions. For the rest the company must buy reduction products (tradable emission reductions). Reported by secondary sources.                                                                                                   |
      | price     | 河北省降碳产品价值实现办法 | price, as reported          | secondary   | The agreed price of reduction products (tradable emission reductions) must be between 0.7 and 1.3 times a mean price. The mean is that of the last ten closing prices of the national carbon allowance. Reported by secondary sources.                                                                                                                       |
      | order     | 河北省降碳产品价值实现办法 | order of steps, as reported | secondary   | The offset has three steps in this order: the company calculates and declares its emissions, the city accepts the declaration, and the province files it. Reported by secondary sources.                                                                                                                                                                     |
      | ends      | hebei-offset               | -                           | own reading | The agreed price of reduction products (tradable emission reductions) must be between 0.7 and 1.3 times a mean price. The mean is that of the last ten closing prices of the national carbon allowance. The scheme as reported does not state whether exactly 0.7 and exactly 1.3 times are allowed. We allow both values, so neither raises an observation. |
      | taken     | hebei-offset               | -                           | own reading | Declaration by the company, acceptance by the city and filing by the province must follow in this order. A step dated after the as-of date is neither done nor missed; the result is then undetermined.                                                                                                                                                      |
      | proof     | hebei-offset               | -                           | own reading | We accept five documents as evidence for the offset. They are the company's calculation, the city's acceptance, the province's filing, the purchase contract and ten closing prices. Which document proves which fact is listed in the scorecard and is our own interpretation. No document is named for the other facts, so we accept a declaration.        |
    And the scorecard applies when sector is one of paper, chemicals, flat glass

  Rule: The example company

    Scenario: 40,000 t of excess and 26,000 t of own reductions
      When evaluated as of 2026-11-20
      Then the quantity excess is 40000 tCO2e
      And the quantity deducted is 20000 tCO2e
      And the quantity to_buy is 20000 tCO2e
      And no finding HE4.BELOW is raised
      And the conclusion is scored
