# language: en
Feature: Maturity of an indicator
  The assessor selects the matching description, not a bare number. Every rating is a multiple of 5 % within one of six described
  spans. The level n is the amount disclosed and its content; trend, comparison and integration may raise it by 5 %.

  Background:
    Given the scorecard csr-three-stage
    And these levels of maturity in %
      | level   | label                       | at least | at most | disclosed                                        | content                                                                        | trend                                                            | comparison                                             | integration                                         |
      | none    | no results, or poor results | 0        | 5       | hardly any or none of the indicator is disclosed | no results, or poor results                                                    | no trend data, or a negative trend                               | no comparison                                          | no coherent reporting                               |
      | little  | very little                 | 10       | 25      | a very small part of the indicator is disclosed  | results are only mentioned briefly                                             | no trend, few trends or unfavourable trends for some of the data | no comparison, or very few data to compare             | a few results are reported                          |
      | part    | a part                      | 30       | 45      | a part of the indicator is disclosed             | some results are described quantitatively                                      | some trend data, and the main trends are favourable              | first comparisons, or awareness of the need to compare | reported in some detail                             |
      | good    | a good part                 | 50       | 65      | a good part of the indicator is disclosed        | good results, described briefly with some data or at length in words           | some trend data, and the main trends are favourable              | awareness of comparison, and some rather good levels   | reported in detail                                  |
      | most    | most                        | 70       | 85      | most of the indicator is disclosed               | most results, described briefly                                                | some trend data, and the main trends are favourable              | some comparisons are disclosed                         | reported in detail, with plans for the future       |
      | leading | nearly everything           | 90       | 100     | most or all of the indicator is disclosed        | most results, described in detail, or briefly with data, or at length in words | some trend data, and the main trends are favourable              | leading or a benchmark of the industry in many fields  | reported comprehensively, with plans for the future |
    And these rules of maturity
      | rule                      | is                 | when                                            | basis        |
      | level                     | mean               | calculation of the level is mean of the ratings | readings     |
      | level                     | middle of the span | otherwise                                       | readings     |
      | aspect reaches the level  | at least           | threshold for reaching n is n or more           | readings     |
      | aspect reaches the level  | more than          | otherwise                                       | readings     |
      | rise                      | 5 %                |                                                 | levels, rise |
      | aspects needed            | 2                  |                                                 | levels, rise |
      | trend counts as full from | 30 %               | assessment of the trend is by its description   | readings     |
      | level rises only above    | 0 %                | treatment of a zero level is stays at zero      | readings     |

  Rule: Two of three aspects raise the level by five percent

    Scenario Outline: Trend, comparison and integration raise the level
      Given amount disclosed on energy use is <amount> %
      And content on energy use is <content> %
      And trend of energy use is <trend> %
      And comparison of energy use is <comparison> %
      And integration of energy use is <integration> %
      When evaluated as of 2026-06-30
      Then indicator C2 reaches <reached> %

      Examples:
        | amount | content | trend | comparison | integration | reached |
        | 30     | 30      | 30    | 50         | 70          | 35      |
        | 30     | 30      | 50    | 25         | 25          | 30      |
        | 30     | 30      | 35    | 35         | 10          | 35      |
        | 30     | 30      | 30    | 30         | 10          | 35      |
        | 100    | 100     | 100   | 100        | 100         | 100     |
        | 60     | 60      | 25    | 55         | 55          | 60      |
        | 60     | 60      | 25    | 60         | 55          | 60      |
        | 60     | 60      | 25    | 60         | 60          | 65      |
        | 60     | 60      | 60    | 60         | 60          | 65      |
        | 60     | 60      | 30    | 60         | 0           | 65      |
        | 60     | 60      | 25    | 60         | 0           | 60      |
        | 95     | 100     | 100   | 95         | 100         | 100     |
        | 95     | 95      | 100   | 95         | 0           | 100     |
        | 95     | 90      | 100   | 95         | 95          | 195/2   |
        | 0      | 0       | 0     | 0          | 0           | 0       |
        | 0      | 5       | 0     | 0          | 0           | 5/2     |
        | 0      | 5       | 5     | 5          | 0           | 15/2    |
        | 5      | 5       | 0     | 0          | 5           | 5       |
        | 10     | 10      | 0     | 5          | 10          | 10      |
        | 25     | 25      | 25    | 25         | 0           | 30      |
        | 45     | 45      | 25    | 45         | 40          | 45      |
        | 50     | 50      | 25    | 50         | 50          | 55      |
        | 65     | 65      | 25    | 60         | 60          | 65      |
        | 70     | 70      | 25    | 70         | 70          | 75      |
        | 85     | 85      | 25    | 80         | 80          | 85      |
        | 90     | 90      | 100   | 90         | 0           | 95      |
        | 100    | 95      | 0     | 0          | 0           | 195/2   |

    Scenario Outline: Interpretation: only more than n reaches n
      Given the setting threshold for reaching n is more than n
      And amount disclosed on energy use is <amount> %
      And content on energy use is <content> %
      And trend of energy use is <trend> %
      And comparison of energy use is <comparison> %
      And integration of energy use is <integration> %
      When evaluated as of 2026-06-30
      Then indicator C2 reaches <reached> %

      Examples:
        | amount | content | trend | comparison | integration | reached |
        | 30     | 30      | 30    | 50         | 70          | 35      |
        | 30     | 30      | 35    | 30         | 10          | 30      |
        | 30     | 30      | 30    | 30         | 10          | 30      |
        | 100    | 100     | 100   | 100        | 100         | 100     |
        | 60     | 60      | 25    | 60         | 60          | 60      |
        | 60     | 60      | 25    | 65         | 65          | 65      |

    Scenario Outline: Interpretation: a trend counts by its number
      Given the setting assessment of the trend is by its number
      And amount disclosed on energy use is <amount> %
      And content on energy use is <content> %
      And trend of energy use is <trend> %
      And comparison of energy use is <comparison> %
      And integration of energy use is <integration> %
      When evaluated as of 2026-06-30
      Then indicator C2 reaches <reached> %

      Examples:
        | amount | content | trend | comparison | integration | reached |
        | 60     | 60      | 30    | 60         | 0           | 60      |
        | 60     | 60      | 60    | 60         | 0           | 65      |

    Scenario Outline: Interpretation: the level is the mean of the middles of the spans
      Given the setting calculation of the level is middle of the spans
      And amount disclosed on energy use is <amount> %
      And content on energy use is <content> %
      And trend of energy use is 0 %
      And comparison of energy use is 0 %
      And integration of energy use is 0 %
      When evaluated as of 2026-06-30
      Then indicator C2 reaches <reached> %

      Examples:
        | amount | content | reached |
        | 0      | 5       | 5/2     |
        | 10     | 25      | 35/2    |
        | 30     | 45      | 75/2    |
        | 50     | 65      | 115/2   |
        | 70     | 85      | 155/2   |
        | 90     | 100     | 95      |
        | 25     | 30      | 55/2    |

    Scenario: Interpretation: a level of zero rises as printed
      Given the setting treatment of a zero level is rises as printed
      And amount disclosed on energy use is 0 %
      And content on energy use is 0 %
      And trend of energy use is 0 %
      And comparison of energy use is 0 %
      And integration of energy use is 0 %
      When evaluated as of 2026-06-30
      Then indicator C2 reaches 5 %

    Scenario: The level of two ratings in the same span is its middle
      Given the setting calculation of the level is middle of the spans
      And amount disclosed on energy use is 30 %
      And content on energy use is 30 %
      And trend of energy use is 0 %
      And comparison of energy use is 0 %
      And integration of energy use is 0 %
      When evaluated as of 2026-06-30
      Then indicator C2 reaches 75/2 %
