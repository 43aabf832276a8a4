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
      | basis          | instrument                               | clause                                                                       | certainty   | note                                                                                                                                                                                                                                                                                                                                                                                                                                                         |
      | stages-printed | 中国企业碳中和社会责任评价体系与使用指南 | preliminary judgement of the stage                                           | confirmed   | The China Energy Conservation Association and EqualOcean print four sentences on stages. A company without awareness and disclosure is “not fulfilling”; environmental awareness and disclosure without carbon awareness is stage 1 (5 indicators, at most 16 points). Carbon awareness with qualitative carbon disclosure is stage 2 (10 indicators, 52 points). Carbon awareness with quantified carbon disclosure is stage 3 (16 indicators, 100 points). |
      | stages-default | csr-three-stage                          | stages not covered by the four sentences                                     | own reading | The four printed sentences on stages do not cover every combination of awareness and disclosure. We assign stage 1 for environmental disclosure with environmental or carbon awareness. We assign stage 3 for quantified emissions even without stated awareness, because the numbers prove awareness. Every other combination that is not printed is “not fulfilling”, because the evaluation relies mainly on public disclosure.                           |
      | names-given    | 中国企业碳中和社会责任评价体系与使用指南 | six indicators named in the applied evaluation of power companies            | confirmed   | Companies are scored on sixteen indicators, but the text prints only six names; the chart of the sixteen indicators was not available. Three of the six names are environmental management and information, energy use, and low-carbon management and risk control. The other three names are synergy of pollution and carbon reduction, greenhouse gas emissions, and carbon accounting information.                                                        |
      | tree           | csr-three-stage                          | names and places of the sixteen indicators                                   | own reading | The chart of the sixteen indicators was not available. We reconstructed ten of the names from the list of contents and the duties in the report. From these parts of the report we also derived the stage of each of the sixteen indicators. A certification body that has the original chart should replace our reconstruction.                                                                                                                             |
      | weights-method | 中国企业碳中和社会责任评价体系与使用指南 | weights by the precedence chart                                              | confirmed   | The points of each indicator follow from weights. The weights are calculated with the precedence-chart method, which compares the importance of each pair of indicators. The text describes the method but prints neither the comparisons nor the weights.                                                                                                                                                                                                   |
      | weights        | csr-three-stage                          | judgements of importance and the weights from them                           | own reading | The weights of the indicators are not printed; we calculate them from our own order of importance. No strict order of the sixteen indicators results in exactly the printed 16 points for stage 1 and 52 for stages 1 and 2. We therefore scale the indicators of stage 1 to 16 points. We scale the indicators that stage 2 adds to 36 points and those that stage 3 adds to 48, in total 100.                                                              |
      | levels         | 中国企业碳中和社会责任评价体系与使用指南 | table of six spans and four aspects                                          | confirmed   | A printed table rates each indicator from 0 to 100 % in six ranges, under four aspects: level, trend, comparison and integration. Our descriptions paraphrase the table. The text next to the table requires two ratings of the aspect “level”: one for the amount disclosed and one for its content.                                                                                                                                                        |
      | rise           | 中国企业碳中和社会责任评价体系与使用指南 | n and the rise by 5 % with two or three of trend, comparison and integration | confirmed   | The level of an indicator is the mean rating of the amount disclosed and the content. It rises by 5 percentage points if at least two of trend, comparison and integration are rated at least as high as this level. In the printed example, 30 % is disclosed, the trend is favourable, some levels are good and the reporting is detailed with plans. The result of the example is 35 %.                                                                   |
      | readings       | csr-three-stage                          | readings of the level, of reaching it, of the trend and of nothing disclosed | own reading | The level of an indicator rises by 5 percentage points if enough of its other aspects reach it. The text does not settle four details of this rule, and each detail is a setting. By default the level is the mean of its ratings, does not rise from 0 %, and is reached by an aspect equal to it. A favourable trend (30 % or more) reaches every level, because its description is the same from 30 % on.                                                 |
      | tracks         | 中国企业碳中和社会责任评价体系与使用指南 | stages, industries, sizes and maturities are evaluated apart                 | confirmed   | Companies are compared only with companies of the same stage, industry, size and maturity. A company that discloses little in a high stage is therefore not worse than one that discloses much in a low stage. The classes of industry and size are our own interpretation.                                                                                                                                                                                  |
      | consistency    | csr-three-stage                          | facts that contradict each other                                             | own reading | The declared form of carbon disclosure must agree with the reported emissions. If the report contains an emission value, we treat emissions as quantified. If the company nevertheless declares qualitative disclosure, this requirement is not met.                                                                                                                                                                                                         |
      | findings       | csr-three-stage                          | observations and their severity                                              | own reading | The printed report contains no observations; the observations of this scorecard are ours and do not change the score. They concern report years that are old, unfinished or too long. They also concern stages that the printed sentences do not cover, and emissions stated as quantified without a value above zero. For stage 3, they concern a missing favourable trend of emissions, which the report names as a weak point of power companies.         |
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
