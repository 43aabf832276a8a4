# language: en
Feature: CSR of carbon neutrality in three stages
  The evaluation of Chinese companies' social responsibility for carbon neutrality by the China Energy Conservation
  Association and EqualOcean. What a company discloses places it in a stage; each stage counts more indicators, up to 16,
  52 and 100 points. Every indicator is rated for its level, trend, comparison and integration.

  The chart of the sixteen indicators and their weights was not available: six names are given, the rest is
  reconstructed and marked own reading.

  Background:
    Given this scorecard
      | field           | value                                                                                |
      | id              | csr-three-stage                                                                      |
      | version         | 1.3.0                                                                                |
      | supersedes      | 1.2.0                                                                                |
      | title           | CSR of carbon neutrality in three stages                                             |
      | subject         | company                                                                              |
      | attestation     | rating                                                                               |
      | time zone       | Asia/Shanghai                                                                        |
      | effective from  | 2022-01-01                                                                           |
      | rounding        | half-even, 2 decimals                                                                |
      | not applicable  | refuse                                                                               |
      | does not assess | what the company does beyond what it discloses in public                             |
      | does not assess | whether the disclosed figures are true; no verification is implied                   |
      | does not assess | the points of the sixteen indicators as the authors set them, which were not printed |
      | does not assess | the order of companies of different stages, industries or sizes                      |
      | does not assess | legal duties to disclose                                                             |
    And these bases
      | basis          | instrument                               | clause                                                                       | certainty   | note                                                                                                                                                                                                                                                                                                                                                                                                                |
      | stages-printed | 中国企业碳中和社会责任评价体系与使用指南 | preliminary judgement of the stage                                           | confirmed   | Printed by the China Energy Conservation Association and EqualOcean as four sentences with 5, 10 and 16 indicators and at most 16, 52 and 100 points.                                                                                                                                                                                                                                                               |
      | stages-default | csr-three-stage                          | stages that the four sentences leave open                                    | own reading | The evaluation mainly relies on what is disclosed: environmental awareness counts with environmental disclosure, carbon awareness with disclosure of either kind; awareness without such disclosure, and disclosure without awareness, is no fulfilment. Carbon awareness with environmental disclosure alone is stage 1. Published emission figures show awareness and are stage 3 even without a statement of it. |
      | names-given    | 中国企业碳中和社会责任评价体系与使用指南 | six indicators named in the applied evaluation of power companies            | confirmed   | Only these names are printed in the text; the chart of the sixteen indicators was not available.                                                                                                                                                                                                                                                                                                                    |
      | tree           | csr-three-stage                          | names and places of the sixteen indicators                                   | own reading | Ten names and the place of all sixteen are reconstructed from the list of contents and the duties that the report describes. A body that holds the chart replaces them.                                                                                                                                                                                                                                             |
      | weights-method | 中国企业碳中和社会责任评价体系与使用指南 | weights by the precedence chart                                              | confirmed   | The method is printed; the judgements and the weights are not.                                                                                                                                                                                                                                                                                                                                                      |
      | weights        | csr-three-stage                          | judgements of importance and the weights from them                           | own reading | The order of importance is ours. No strict chart of sixteen gives exactly 16 and 52 of 100, so each block is scaled to its printed maximum: 16, 36 and 48.                                                                                                                                                                                                                                                          |
      | levels         | 中国企业碳中和社会责任评价体系与使用指南 | table of six spans and four aspects                                          | confirmed   | The spans are printed; our descriptions follow them in other words. The level column is split into the amount disclosed and its content, as the text beside the table asks.                                                                                                                                                                                                                                         |
      | rise           | 中国企业碳中和社会责任评价体系与使用指南 | n and the rise by 5 % with two or three of trend, comparison and integration | confirmed   | Example printed: 30 % disclosed, favourable trend, some levels good, detailed with plans, gives 35 %.                                                                                                                                                                                                                                                                                                               |
      | readings       | csr-three-stage                          | readings of the level, of reaching it, of the trend and of nothing disclosed | own reading | The mean is taken of the ratings, n itself reaches n, a favourable trend reaches any n because its text is the same from 30 % on, and a level of 0 % does not rise. Each reading is a setting.                                                                                                                                                                                                                      |
      | tracks         | 中国企业碳中和社会责任评价体系与使用指南 | stages, industries, sizes and maturities are evaluated apart                 | confirmed   | A company that discloses little in a high stage is not worse than one that discloses much in a low stage; classes of industry and size are ours.                                                                                                                                                                                                                                                                    |
      | consistency    | csr-three-stage                          | facts that contradict each other                                             | own reading | A report that gives a figure of emissions has quantified them.                                                                                                                                                                                                                                                                                                                                                      |
      | findings       | csr-three-stage                          | observations and their severity                                              | own reading | The report prints none; they show where a default was needed and where stage 3 power companies were found weak.                                                                                                                                                                                                                                                                                                     |
    And these settings
      | setting       | label                        | one of              | default  | meaning                                                                                                           |
      | level_reading | reading of the level         | mean, band_middle   | mean     | whether the level is the mean of the ratings of amount and content, or of the middles of the spans they fall into |
      | reach_reading | reading of reaching n        | at_least, more_than | at_least | whether an aspect that equals the level n reaches it                                                              |
      | trend_reading | reading of the trend         | by_text, by_number  | by_text  | whether a favourable trend, rated 30 % or more, reaches any n because its description stays the same              |
      | zero_reading  | reading of nothing disclosed | stays, rises        | stays    | whether a level of 0 % rises when the other aspects, being 0 % too, reach it                                      |
    And the choices of reading of the level
      | value       | words               |
      | mean        | mean of the ratings |
      | band_middle | middle of the spans |
    And the choices of reading of reaching n
      | value     | words       |
      | at_least  | n or more   |
      | more_than | more than n |
    And the choices of reading of the trend
      | value     | words              |
      | by_text   | by its description |
      | by_number | by its number      |
    And the choices of reading of nothing disclosed
      | value | words            |
      | stays | stays at nothing |
      | rises | rises as printed |
    And these sections
      | section | label             | points |
      | E       | Environment       | 16     |
      | L       | Low carbon        | 36     |
      | Q       | Quantified carbon | 48     |

  Rule: A reading that the text leaves open is chosen by whoever asks

    Scenario Outline: ratings that equal the level
      Given the setting reading of reaching n is <reading>
      And amount disclosed on energy use is 30 %
      And content on energy use is 30 %
      And trend of energy use is 30 %
      And comparison of energy use is 30 %
      And integration of energy use is 10 %
      When evaluated as of 2026-06-30
      Then indicator C2 reaches <reached> %

      Examples:
        | reading     | reached |
        | n or more   | 35      |
        | more than n | 30      |
