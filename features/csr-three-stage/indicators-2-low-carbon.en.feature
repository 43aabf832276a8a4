# language: en
Feature: Additional indicators of stage 2
  The next five indicators apply to companies with carbon awareness that disclose without numbers. With the first five, at most 52 points.

  Background:
    Given the scorecard csr-three-stage
    And these facts
      | fact                              | label                                            | type   | unit | at least | at most | multiple of | evidence      |
      | goals_disclosed                   | amount disclosed on dual-carbon goals            | number | %    | 0        | 100     | 5           | public-report |
      | goals_content                     | content on dual-carbon goals                     | number | %    | 0        | 100     | 5           | public-report |
      | goals_trend                       | trend of dual-carbon goals                       | number | %    | 0        | 100     | 5           | public-report |
      | goals_comparison                  | comparison of dual-carbon goals                  | number | %    | 0        | 100     | 5           | public-report |
      | goals_integration                 | integration of dual-carbon goals                 | number | %    | 0        | 100     | 5           | public-report |
      | low_carbon_management_disclosed   | amount disclosed on low-carbon management        | number | %    | 0        | 100     | 5           | public-report |
      | low_carbon_management_content     | content on low-carbon management                 | number | %    | 0        | 100     | 5           | public-report |
      | low_carbon_management_trend       | trend of low-carbon management                   | number | %    | 0        | 100     | 5           | public-report |
      | low_carbon_management_comparison  | comparison of low-carbon management              | number | %    | 0        | 100     | 5           | public-report |
      | low_carbon_management_integration | integration of low-carbon management             | number | %    | 0        | 100     | 5           | public-report |
      | technology_disclosed              | amount disclosed on green technology             | number | %    | 0        | 100     | 5           | public-report |
      | technology_content                | content on green technology                      | number | %    | 0        | 100     | 5           | public-report |
      | technology_trend                  | trend of green technology                        | number | %    | 0        | 100     | 5           | public-report |
      | technology_comparison             | comparison of green technology                   | number | %    | 0        | 100     | 5           | public-report |
      | technology_integration            | integration of green technology                  | number | %    | 0        | 100     | 5           | public-report |
      | synergy_disclosed                 | amount disclosed on pollution and carbon synergy | number | %    | 0        | 100     | 5           | public-report |
      | synergy_content                   | content on pollution and carbon synergy          | number | %    | 0        | 100     | 5           | public-report |
      | synergy_trend                     | trend of pollution and carbon synergy            | number | %    | 0        | 100     | 5           | public-report |
      | synergy_comparison                | comparison of pollution and carbon synergy       | number | %    | 0        | 100     | 5           | public-report |
      | synergy_integration               | integration of pollution and carbon synergy      | number | %    | 0        | 100     | 5           | public-report |
      | influence_disclosed               | amount disclosed on awareness and influence      | number | %    | 0        | 100     | 5           | public-report |
      | influence_content                 | content on awareness and influence               | number | %    | 0        | 100     | 5           | public-report |
      | influence_trend                   | trend of awareness and influence                 | number | %    | 0        | 100     | 5           | public-report |
      | influence_comparison              | comparison of awareness and influence            | number | %    | 0        | 100     | 5           | public-report |
      | influence_integration             | integration of awareness and influence           | number | %    | 0        | 100     | 5           | public-report |

  Rule: Low carbon, 36 points
    Background:
      Given these indicators worth 36 points
        | id  | indicator                                                | section | points | basis                                      |
        | C6  | Dual-carbon goals and internal policy                    | L       | 348/31 | tree, weights-method, weights              |
        | C7  | Low-carbon management and risk control                   | L       | 300/31 | names-given, tree, weights-method, weights |
        | C8  | Green technology development                             | L       | 252/31 | tree, weights-method, weights              |
        | C9  | Synergy of pollution and carbon reduction                | L       | 180/31 | names-given, tree, weights-method, weights |
        | C10 | Awareness of employees and influence on chain and public | L       | 36/31  | tree, weights-method, weights              |
      And indicator C6 scores by maturity
        | aspect      | fact                                  |
        | disclosed   | amount disclosed on dual-carbon goals |
        | content     | content on dual-carbon goals          |
        | trend       | trend of dual-carbon goals            |
        | comparison  | comparison of dual-carbon goals       |
        | integration | integration of dual-carbon goals      |
      And indicator C7 scores by maturity
        | aspect      | fact                                      |
        | disclosed   | amount disclosed on low-carbon management |
        | content     | content on low-carbon management          |
        | trend       | trend of low-carbon management            |
        | comparison  | comparison of low-carbon management       |
        | integration | integration of low-carbon management      |
      And indicator C8 scores by maturity
        | aspect      | fact                                 |
        | disclosed   | amount disclosed on green technology |
        | content     | content on green technology          |
        | trend       | trend of green technology            |
        | comparison  | comparison of green technology       |
        | integration | integration of green technology      |
      And indicator C9 scores by maturity
        | aspect      | fact                                             |
        | disclosed   | amount disclosed on pollution and carbon synergy |
        | content     | content on pollution and carbon synergy          |
        | trend       | trend of pollution and carbon synergy            |
        | comparison  | comparison of pollution and carbon synergy       |
        | integration | integration of pollution and carbon synergy      |
      And indicator C10 scores by maturity
        | aspect      | fact                                        |
        | disclosed   | amount disclosed on awareness and influence |
        | content     | content on awareness and influence          |
        | trend       | trend of awareness and influence            |
        | comparison  | comparison of awareness and influence       |
        | integration | integration of awareness and influence      |

    Scenario Outline: Dual-carbon goals and internal policy: both ends of every span
      Given amount disclosed on dual-carbon goals is <amount> %
      And content on dual-carbon goals is <content> %
      And trend of dual-carbon goals is <trend> %
      And comparison of dual-carbon goals is <comparison> %
      And integration of dual-carbon goals is <integration> %
      When evaluated as of 2026-06-30
      Then indicator C6 scores <points>

      Examples:
        | amount | content | trend | comparison | integration | points   |
        | 0      | 0       | 0     | 0          | 0           | 0        |
        | 5      | 5       | 0     | 0          | 0           | 87/155   |
        | 10     | 10      | 0     | 0          | 0           | 174/155  |
        | 25     | 25      | 0     | 0          | 0           | 87/31    |
        | 30     | 30      | 0     | 0          | 0           | 522/155  |
        | 45     | 45      | 0     | 0          | 0           | 783/155  |
        | 50     | 50      | 0     | 0          | 0           | 174/31   |
        | 65     | 65      | 0     | 0          | 0           | 1131/155 |
        | 70     | 70      | 0     | 0          | 0           | 1218/155 |
        | 85     | 85      | 0     | 0          | 0           | 1479/155 |
        | 90     | 90      | 0     | 0          | 0           | 1566/155 |
        | 100    | 100     | 100   | 100        | 100         | 348/31   |

    Scenario Outline: Low-carbon management and risk control: both ends of every span
      Given amount disclosed on low-carbon management is <amount> %
      And content on low-carbon management is <content> %
      And trend of low-carbon management is <trend> %
      And comparison of low-carbon management is <comparison> %
      And integration of low-carbon management is <integration> %
      When evaluated as of 2026-06-30
      Then indicator C7 scores <points>

      Examples:
        | amount | content | trend | comparison | integration | points |
        | 0      | 0       | 0     | 0          | 0           | 0      |
        | 5      | 5       | 0     | 0          | 0           | 15/31  |
        | 10     | 10      | 0     | 0          | 0           | 30/31  |
        | 25     | 25      | 0     | 0          | 0           | 75/31  |
        | 30     | 30      | 0     | 0          | 0           | 90/31  |
        | 45     | 45      | 0     | 0          | 0           | 135/31 |
        | 50     | 50      | 0     | 0          | 0           | 150/31 |
        | 65     | 65      | 0     | 0          | 0           | 195/31 |
        | 70     | 70      | 0     | 0          | 0           | 210/31 |
        | 85     | 85      | 0     | 0          | 0           | 255/31 |
        | 90     | 90      | 0     | 0          | 0           | 270/31 |
        | 100    | 100     | 100   | 100        | 100         | 300/31 |

    Scenario Outline: Green technology development: both ends of every span
      Given amount disclosed on green technology is <amount> %
      And content on green technology is <content> %
      And trend of green technology is <trend> %
      And comparison of green technology is <comparison> %
      And integration of green technology is <integration> %
      When evaluated as of 2026-06-30
      Then indicator C8 scores <points>

      Examples:
        | amount | content | trend | comparison | integration | points   |
        | 0      | 0       | 0     | 0          | 0           | 0        |
        | 5      | 5       | 0     | 0          | 0           | 63/155   |
        | 10     | 10      | 0     | 0          | 0           | 126/155  |
        | 25     | 25      | 0     | 0          | 0           | 63/31    |
        | 30     | 30      | 0     | 0          | 0           | 378/155  |
        | 45     | 45      | 0     | 0          | 0           | 567/155  |
        | 50     | 50      | 0     | 0          | 0           | 126/31   |
        | 65     | 65      | 0     | 0          | 0           | 819/155  |
        | 70     | 70      | 0     | 0          | 0           | 882/155  |
        | 85     | 85      | 0     | 0          | 0           | 1071/155 |
        | 90     | 90      | 0     | 0          | 0           | 1134/155 |
        | 100    | 100     | 100   | 100        | 100         | 252/31   |

    Scenario Outline: Synergy of pollution and carbon reduction: both ends of every span
      Given amount disclosed on pollution and carbon synergy is <amount> %
      And content on pollution and carbon synergy is <content> %
      And trend of pollution and carbon synergy is <trend> %
      And comparison of pollution and carbon synergy is <comparison> %
      And integration of pollution and carbon synergy is <integration> %
      When evaluated as of 2026-06-30
      Then indicator C9 scores <points>

      Examples:
        | amount | content | trend | comparison | integration | points |
        | 0      | 0       | 0     | 0          | 0           | 0      |
        | 5      | 5       | 0     | 0          | 0           | 9/31   |
        | 10     | 10      | 0     | 0          | 0           | 18/31  |
        | 25     | 25      | 0     | 0          | 0           | 45/31  |
        | 30     | 30      | 0     | 0          | 0           | 54/31  |
        | 45     | 45      | 0     | 0          | 0           | 81/31  |
        | 50     | 50      | 0     | 0          | 0           | 90/31  |
        | 65     | 65      | 0     | 0          | 0           | 117/31 |
        | 70     | 70      | 0     | 0          | 0           | 126/31 |
        | 85     | 85      | 0     | 0          | 0           | 153/31 |
        | 90     | 90      | 0     | 0          | 0           | 162/31 |
        | 100    | 100     | 100   | 100        | 100         | 180/31 |

    Scenario Outline: Awareness of employees and influence on chain and public: both ends of every span
      Given amount disclosed on awareness and influence is <amount> %
      And content on awareness and influence is <content> %
      And trend of awareness and influence is <trend> %
      And comparison of awareness and influence is <comparison> %
      And integration of awareness and influence is <integration> %
      When evaluated as of 2026-06-30
      Then indicator C10 scores <points>

      Examples:
        | amount | content | trend | comparison | integration | points  |
        | 0      | 0       | 0     | 0          | 0           | 0       |
        | 5      | 5       | 0     | 0          | 0           | 9/155   |
        | 10     | 10      | 0     | 0          | 0           | 18/155  |
        | 25     | 25      | 0     | 0          | 0           | 9/31    |
        | 30     | 30      | 0     | 0          | 0           | 54/155  |
        | 45     | 45      | 0     | 0          | 0           | 81/155  |
        | 50     | 50      | 0     | 0          | 0           | 18/31   |
        | 65     | 65      | 0     | 0          | 0           | 117/155 |
        | 70     | 70      | 0     | 0          | 0           | 126/155 |
        | 85     | 85      | 0     | 0          | 0           | 153/155 |
        | 90     | 90      | 0     | 0          | 0           | 162/155 |
        | 100    | 100     | 100   | 100        | 100         | 36/31   |
