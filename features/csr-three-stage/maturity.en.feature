# language: en
Feature: How mature an indicator is
  An assessor picks the description that fits, not a bare number: every rating lies on a grid of 5 % inside one of six
  described spans. The level n is what is disclosed and how well; trend, comparison and integration may raise it by 5 %.

  Background:
    Given the scorecard csr-three-stage
    And these levels of maturity in %
      | level   | label                    | at least | at most | disclosed                                                 | content                                                                   | trend                                                    | comparison                                                  | integration                                         |
      | none    | no results, or poor ones | 0        | 5       | nothing of the indicator is disclosed, or hardly anything | no results are given, or poor ones                                        | no trend data, or a trend that goes the wrong way        | nothing to compare with                                     | no coherent reporting                               |
      | little  | very little              | 10       | 25      | a very small part of the indicator is disclosed           | results are only touched upon                                             | for some data no trend, few trends, or unfavourable ones | no comparison, or very few data to compare                  | a few results are reported                          |
      | part    | a part                   | 30       | 45      | a part of the indicator is disclosed                      | some results are described with figures                                   | some trend data, and the main trends are favourable      | first comparisons, or an awareness that one should compare  | reported in some detail                             |
      | good    | a good part              | 50       | 65      | a good part of the indicator is disclosed                 | good results, told briefly with some data or at length in words           | some trend data, and the main trends are favourable      | an awareness of comparison, and some levels are rather good | reported in detail                                  |
      | most    | most                     | 70       | 85      | most of the indicator is disclosed                        | most results, told briefly                                                | some trend data, and the main trends are favourable      | some comparisons are given                                  | reported in detail, with plans for the future       |
      | leading | nearly everything        | 90       | 100     | most or all of the indicator is disclosed                 | most results, told in detail, or briefly with data, or at length in words | some trend data, and the main trends are favourable      | leading or a benchmark of the industry in many fields       | reported comprehensively, with plans for the future |
    And these rules of maturity
      | rule                      | is                 | when                                             | basis        |
      | level                     | mean               | reading of the level is mean of the ratings      | readings     |
      | level                     | middle of the span | otherwise                                        | readings     |
      | aspect reaches the level  | at least           | reading of reaching n is n or more               | readings     |
      | aspect reaches the level  | more than          | otherwise                                        | readings     |
      | rise                      | 5 %                |                                                  | levels, rise |
      | aspects needed            | 2                  |                                                  | levels, rise |
      | trend counts as full from | 30 %               | reading of the trend is by its description       | readings     |
      | level rises only above    | 0 %                | reading of nothing disclosed is stays at nothing | readings     |

  Rule: Two of three aspects raise the level by five percent

    Scenario Outline: trend, comparison and integration beside the level
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

    Scenario Outline: read so that only more than n reaches n
      Given the setting reading of reaching n is more than n
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

    Scenario Outline: read so that a trend counts by its number
      Given the setting reading of the trend is by its number
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

    Scenario Outline: read so that the level is the middle of its span
      Given the setting reading of the level is middle of the spans
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

    Scenario: read as printed, nothing disclosed rises too
      Given the setting reading of nothing disclosed is rises as printed
      And amount disclosed on energy use is 0 %
      And content on energy use is 0 %
      And trend of energy use is 0 %
      And comparison of energy use is 0 %
      And integration of energy use is 0 %
      When evaluated as of 2026-06-30
      Then indicator C2 reaches 5 %

    Scenario: the level read as the middle of its span
      Given the setting reading of the level is middle of the spans
      And amount disclosed on energy use is 30 %
      And content on energy use is 30 %
      And trend of energy use is 0 %
      And comparison of energy use is 0 %
      And integration of energy use is 0 %
      When evaluated as of 2026-06-30
      Then indicator C2 reaches 75/2 %
