# language: en
Feature: Three-stage rating of corporate social responsibility for carbon neutrality
  This scorecard rates Chinese companies' social responsibility for carbon neutrality by the method of the China Energy Conservation
  Association and EqualOcean. The disclosure of a company decides its stage. Each stage includes more indicators, up to 16,
  52 and 100 points. Every indicator is rated for its level, trend, comparison and integration.

  The chart of the sixteen indicators and their weights was not available. Six names are printed; the others are
  reconstructed and marked own reading.

  Background:
    Given this scorecard
      | field           | value                                                                                |
      | id              | csr-three-stage                                                                      |
      | version         | 1.0.0                                                                                |
      | title           | Three-stage rating of corporate social responsibility for carbon neutrality          |
      | subject         | company                                                                              |
      | attestation     | rating                                                                               |
      | time zone       | Asia/Shanghai                                                                        |
      | effective from  | 2022-01-01                                                                           |
      | rounding        | half-even, 2 decimals                                                                |
      | not applicable  | refuse                                                                               |
      | does not assess | activities of the company that are not publicly disclosed                            |
      | does not assess | whether the disclosed values are true (no verification is implied)                   |
      | does not assess | the original points of the sixteen indicators, which the authors did not print       |
      | does not assess | the ranking of companies of different stages, industries or sizes against each other |
      | does not assess | legal disclosure obligations                                                         |
    And these bases
      | basis          | instrument                               | clause                                                                       | certainty   | note                                                                                                                                                                                                                                                                                                                                                                                                                                                             |
      | stages-printed | 中国企业碳中和社会责任评价体系与使用指南 | preliminary judgement of the stage                                           | confirmed   | Four printed sentences assign a company to a stage. Without awareness and disclosure it is not fulfilling; stage 1 needs environmental awareness and disclosure without carbon awareness, stage 2 carbon awareness and qualitative carbon disclosure, stage 3 carbon awareness and quantified disclosure. The stages include 5, 10 and 16 indicators with at most 16, 52 and 100 points, as printed by the China Energy Conservation Association and EqualOcean. |
      | stages-default | csr-three-stage                          | stages not covered by the four sentences                                     | own reading | The four printed sentences on stages do not cover all combinations of awareness and disclosure. We rely on disclosure: environmental disclosure with environmental or carbon awareness is stage 1, and quantified emissions are stage 3 even without stated awareness. All other combinations without a printed stage are not fulfilling.                                                                                                                        |
      | names-given    | 中国企业碳中和社会责任评价体系与使用指南 | six indicators named in the applied evaluation of power companies            | confirmed   | Companies are scored on sixteen indicators, but the text prints only six names: environmental management and information, energy use, low-carbon management and risk control, synergy of pollution and carbon reduction, greenhouse gas emissions, and carbon accounting information. The chart of the sixteen indicators was not available.                                                                                                                     |
      | tree           | csr-three-stage                          | names and places of the sixteen indicators                                   | own reading | The chart of the sixteen indicators was not available. We reconstructed ten names, and the stage of all sixteen indicators, from the list of contents and the duties that the report describes. A certification body with the original chart replaces them.                                                                                                                                                                                                      |
      | weights-method | 中国企业碳中和社会责任评价体系与使用指南 | weights by the precedence chart                                              | confirmed   | The points of each indicator follow from weights that are calculated with the precedence-chart method, a pairwise comparison of importance. The text describes the method. It prints neither the judgements of importance nor the weights.                                                                                                                                                                                                                       |
      | weights        | csr-three-stage                          | judgements of importance and the weights from them                           | own reading | The judgements of importance behind the weights of the indicators are not printed; the order of importance is ours. No strict chart of sixteen indicators yields exactly 16 and 52 of 100 points. We therefore scale the indicators that each stage adds to 16, 36 and 48 points, which add up to the printed maxima.                                                                                                                                            |
      | levels         | 中国企业碳中和社会责任评价体系与使用指南 | table of six spans and four aspects                                          | confirmed   | Each indicator is rated from 0 to 100 % by a printed table of six spans for level, trend, comparison and integration; our descriptions paraphrase the table. As the text next to the table requires, we split the level into the amount disclosed and its content.                                                                                                                                                                                               |
      | rise           | 中国企业碳中和社会责任评价体系与使用指南 | n and the rise by 5 % with two or three of trend, comparison and integration | confirmed   | The level n of an indicator (mean rating of amount disclosed and content) rises by 5 % if at least two of trend, comparison and integration reach n. The text prints an example: 30 % disclosed, a favourable trend, some good levels and detailed reporting with plans result in 35 %.                                                                                                                                                                          |
      | readings       | csr-three-stage                          | readings of the level, of reaching it, of the trend and of nothing disclosed | own reading | The text is ambiguous on how an indicator reaches and raises its level n; each of four points is a setting. By default n is the mean of the ratings, an aspect equal to n reaches n, and a level of 0 % does not rise. A favourable trend (30 % or more) reaches any n, because its description is the same from 30 % on.                                                                                                                                        |
      | tracks         | 中国企业碳中和社会责任评价体系与使用指南 | stages, industries, sizes and maturities are evaluated apart                 | confirmed   | Companies are compared only within the same stage, industry, size and maturity. A company that discloses little in a high stage is therefore not worse than a company that discloses much in a low stage. The classes of industry and size are ours.                                                                                                                                                                                                             |
      | consistency    | csr-three-stage                          | facts that contradict each other                                             | own reading | The declared carbon disclosure must be consistent with the reported emissions. We treat emissions as quantified if the report contains an emission value; a disclosure rated qualitative then contradicts it.                                                                                                                                                                                                                                                    |
      | findings       | csr-three-stage                          | observations and their severity                                              | own reading | The report on the evaluation system prints no observations; those of this scorecard do not change the score. They show report years that are old, unfinished or too long, companies whose stage needed our default, and weak points of stage 3 power companies.                                                                                                                                                                                                  |
    And these settings
      | setting       | label                     | one of              | default  | meaning                                                                                                       |
      | level_reading | calculation of the level  | mean, band_middle   | mean     | Whether the level is the mean of the ratings of amount and content, or the mean of the middles of their spans |
      | reach_reading | threshold for reaching n  | at_least, more_than | at_least | Whether an aspect equal to the level n reaches it                                                             |
      | trend_reading | assessment of the trend   | by_text, by_number  | by_text  | Whether a favourable trend (rated 30 % or more) reaches any n because its description stays the same          |
      | zero_reading  | treatment of a zero level | stays, rises        | stays    | Whether a level of 0 % rises if the other aspects, also 0 %, reach it                                         |
    And the choices of calculation of the level
      | value       | words               |
      | mean        | mean of the ratings |
      | band_middle | middle of the spans |
    And the choices of threshold for reaching n
      | value     | words       |
      | at_least  | n or more   |
      | more_than | more than n |
    And the choices of assessment of the trend
      | value     | words              |
      | by_text   | by its description |
      | by_number | by its number      |
    And the choices of treatment of a zero level
      | value | words            |
      | stays | stays at zero    |
      | rises | rises as printed |
    And these sections
      | section | label             | points |
      | E       | Environment       | 16     |
      | L       | Low carbon        | 36     |
      | Q       | Quantified carbon | 48     |

  Rule: The caller chooses between the interpretations of an ambiguous clause

    Scenario Outline: An aspect that equals the level
      Given the setting threshold for reaching n is <reading>
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
