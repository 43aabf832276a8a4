# language: en
Feature: Additional indicators of stage 3
  The last six indicators apply to companies that quantify their emissions. All sixteen together have 100 points.

  Background:
    Given the scorecard csr-three-stage
    And these facts
      | fact                          | label                                              | type   | unit | at least | at most | multiple of | evidence      |
      | emissions_disclosed           | amount disclosed on greenhouse gas emissions       | number | %    | 0        | 100     | 5           | public-report |
      | emissions_content             | content on greenhouse gas emissions                | number | %    | 0        | 100     | 5           | public-report |
      | emissions_trend               | trend of greenhouse gas emissions                  | number | %    | 0        | 100     | 5           | public-report |
      | emissions_comparison          | comparison of greenhouse gas emissions             | number | %    | 0        | 100     | 5           | public-report |
      | emissions_integration         | integration of greenhouse gas emissions            | number | %    | 0        | 100     | 5           | public-report |
      | verification_disclosed        | amount disclosed on monitoring and verification    | number | %    | 0        | 100     | 5           | public-report |
      | verification_content          | content on monitoring and verification             | number | %    | 0        | 100     | 5           | public-report |
      | verification_trend            | trend of monitoring and verification               | number | %    | 0        | 100     | 5           | public-report |
      | verification_comparison       | comparison of monitoring and verification          | number | %    | 0        | 100     | 5           | public-report |
      | verification_integration      | integration of monitoring and verification         | number | %    | 0        | 100     | 5           | public-report |
      | reduction_path_disclosed      | amount disclosed on reduction road map             | number | %    | 0        | 100     | 5           | public-report |
      | reduction_path_content        | content on reduction road map                      | number | %    | 0        | 100     | 5           | public-report |
      | reduction_path_trend          | trend of reduction road map                        | number | %    | 0        | 100     | 5           | public-report |
      | reduction_path_comparison     | comparison of reduction road map                   | number | %    | 0        | 100     | 5           | public-report |
      | reduction_path_integration    | integration of reduction road map                  | number | %    | 0        | 100     | 5           | public-report |
      | carbon_accounting_disclosed   | amount disclosed on carbon accounting              | number | %    | 0        | 100     | 5           | public-report |
      | carbon_accounting_content     | content on carbon accounting                       | number | %    | 0        | 100     | 5           | public-report |
      | carbon_accounting_trend       | trend of carbon accounting                         | number | %    | 0        | 100     | 5           | public-report |
      | carbon_accounting_comparison  | comparison of carbon accounting                    | number | %    | 0        | 100     | 5           | public-report |
      | carbon_accounting_integration | integration of carbon accounting                   | number | %    | 0        | 100     | 5           | public-report |
      | compensation_disclosed        | amount disclosed on compensation and carbon assets | number | %    | 0        | 100     | 5           | public-report |
      | compensation_content          | content on compensation and carbon assets          | number | %    | 0        | 100     | 5           | public-report |
      | compensation_trend            | trend of compensation and carbon assets            | number | %    | 0        | 100     | 5           | public-report |
      | compensation_comparison       | comparison of compensation and carbon assets       | number | %    | 0        | 100     | 5           | public-report |
      | compensation_integration      | integration of compensation and carbon assets      | number | %    | 0        | 100     | 5           | public-report |
      | contribution_disclosed        | amount disclosed on contribution to society        | number | %    | 0        | 100     | 5           | public-report |
      | contribution_content          | content on contribution to society                 | number | %    | 0        | 100     | 5           | public-report |
      | contribution_trend            | trend of contribution to society                   | number | %    | 0        | 100     | 5           | public-report |
      | contribution_comparison       | comparison of contribution to society              | number | %    | 0        | 100     | 5           | public-report |
      | contribution_integration      | integration of contribution to society             | number | %    | 0        | 100     | 5           | public-report |

  Rule: Quantified carbon, 48 points
    Background:
      Given these indicators worth 48 points
        | id  | indicator                                                             | section | points | basis                                      |
        | C11 | Greenhouse gas emissions and their history                            | Q       | 744/61 | names-given, tree, weights-method, weights |
        | C12 | Monitoring, accounting and verification                               | Q       | 552/61 | tree, weights-method, weights              |
        | C13 | Reduction road map and its results                                    | Q       | 648/61 | tree, weights-method, weights              |
        | C14 | Carbon accounting information                                         | Q       | 456/61 | names-given, tree, weights-method, weights |
        | C15 | Compensation and carbon assets                                        | Q       | 216/61 | tree, weights-method, weights              |
        | C16 | Contribution to emission reductions of society and international role | Q       | 312/61 | tree, weights-method, weights              |
      And indicator C11 scores by maturity
        | aspect      | fact                                         |
        | disclosed   | amount disclosed on greenhouse gas emissions |
        | content     | content on greenhouse gas emissions          |
        | trend       | trend of greenhouse gas emissions            |
        | comparison  | comparison of greenhouse gas emissions       |
        | integration | integration of greenhouse gas emissions      |
      And indicator C12 scores by maturity
        | aspect      | fact                                            |
        | disclosed   | amount disclosed on monitoring and verification |
        | content     | content on monitoring and verification          |
        | trend       | trend of monitoring and verification            |
        | comparison  | comparison of monitoring and verification       |
        | integration | integration of monitoring and verification      |
      And indicator C13 scores by maturity
        | aspect      | fact                                   |
        | disclosed   | amount disclosed on reduction road map |
        | content     | content on reduction road map          |
        | trend       | trend of reduction road map            |
        | comparison  | comparison of reduction road map       |
        | integration | integration of reduction road map      |
      And indicator C14 scores by maturity
        | aspect      | fact                                  |
        | disclosed   | amount disclosed on carbon accounting |
        | content     | content on carbon accounting          |
        | trend       | trend of carbon accounting            |
        | comparison  | comparison of carbon accounting       |
        | integration | integration of carbon accounting      |
      And indicator C15 scores by maturity
        | aspect      | fact                                               |
        | disclosed   | amount disclosed on compensation and carbon assets |
        | content     | content on compensation and carbon assets          |
        | trend       | trend of compensation and carbon assets            |
        | comparison  | comparison of compensation and carbon assets       |
        | integration | integration of compensation and carbon assets      |
      And indicator C16 scores by maturity
        | aspect      | fact                                        |
        | disclosed   | amount disclosed on contribution to society |
        | content     | content on contribution to society          |
        | trend       | trend of contribution to society            |
        | comparison  | comparison of contribution to society       |
        | integration | integration of contribution to society      |

    Scenario Outline: Greenhouse gas emissions and their history: both ends of every span
      Given amount disclosed on greenhouse gas emissions is <amount> %
      And content on greenhouse gas emissions is <content> %
      And trend of greenhouse gas emissions is <trend> %
      And comparison of greenhouse gas emissions is <comparison> %
      And integration of greenhouse gas emissions is <integration> %
      When evaluated as of 2026-06-30
      Then indicator C11 scores <points>

      Examples:
        | amount | content | trend | comparison | integration | points   |
        | 0      | 0       | 0     | 0          | 0           | 0        |
        | 5      | 5       | 0     | 0          | 0           | 186/305  |
        | 10     | 10      | 0     | 0          | 0           | 372/305  |
        | 25     | 25      | 0     | 0          | 0           | 186/61   |
        | 30     | 30      | 0     | 0          | 0           | 1116/305 |
        | 45     | 45      | 0     | 0          | 0           | 1674/305 |
        | 50     | 50      | 0     | 0          | 0           | 372/61   |
        | 65     | 65      | 0     | 0          | 0           | 2418/305 |
        | 70     | 70      | 0     | 0          | 0           | 2604/305 |
        | 85     | 85      | 0     | 0          | 0           | 3162/305 |
        | 90     | 90      | 0     | 0          | 0           | 3348/305 |
        | 100    | 100     | 100   | 100        | 100         | 744/61   |

    Scenario Outline: Monitoring, accounting and verification: both ends of every span
      Given amount disclosed on monitoring and verification is <amount> %
      And content on monitoring and verification is <content> %
      And trend of monitoring and verification is <trend> %
      And comparison of monitoring and verification is <comparison> %
      And integration of monitoring and verification is <integration> %
      When evaluated as of 2026-06-30
      Then indicator C12 scores <points>

      Examples:
        | amount | content | trend | comparison | integration | points   |
        | 0      | 0       | 0     | 0          | 0           | 0        |
        | 5      | 5       | 0     | 0          | 0           | 138/305  |
        | 10     | 10      | 0     | 0          | 0           | 276/305  |
        | 25     | 25      | 0     | 0          | 0           | 138/61   |
        | 30     | 30      | 0     | 0          | 0           | 828/305  |
        | 45     | 45      | 0     | 0          | 0           | 1242/305 |
        | 50     | 50      | 0     | 0          | 0           | 276/61   |
        | 65     | 65      | 0     | 0          | 0           | 1794/305 |
        | 70     | 70      | 0     | 0          | 0           | 1932/305 |
        | 85     | 85      | 0     | 0          | 0           | 2346/305 |
        | 90     | 90      | 0     | 0          | 0           | 2484/305 |
        | 100    | 100     | 100   | 100        | 100         | 552/61   |

    Scenario Outline: Reduction road map and its results: both ends of every span
      Given amount disclosed on reduction road map is <amount> %
      And content on reduction road map is <content> %
      And trend of reduction road map is <trend> %
      And comparison of reduction road map is <comparison> %
      And integration of reduction road map is <integration> %
      When evaluated as of 2026-06-30
      Then indicator C13 scores <points>

      Examples:
        | amount | content | trend | comparison | integration | points   |
        | 0      | 0       | 0     | 0          | 0           | 0        |
        | 5      | 5       | 0     | 0          | 0           | 162/305  |
        | 10     | 10      | 0     | 0          | 0           | 324/305  |
        | 25     | 25      | 0     | 0          | 0           | 162/61   |
        | 30     | 30      | 0     | 0          | 0           | 972/305  |
        | 45     | 45      | 0     | 0          | 0           | 1458/305 |
        | 50     | 50      | 0     | 0          | 0           | 324/61   |
        | 65     | 65      | 0     | 0          | 0           | 2106/305 |
        | 70     | 70      | 0     | 0          | 0           | 2268/305 |
        | 85     | 85      | 0     | 0          | 0           | 2754/305 |
        | 90     | 90      | 0     | 0          | 0           | 2916/305 |
        | 100    | 100     | 100   | 100        | 100         | 648/61   |

    Scenario Outline: Carbon accounting information: both ends of every span
      Given amount disclosed on carbon accounting is <amount> %
      And content on carbon accounting is <content> %
      And trend of carbon accounting is <trend> %
      And comparison of carbon accounting is <comparison> %
      And integration of carbon accounting is <integration> %
      When evaluated as of 2026-06-30
      Then indicator C14 scores <points>

      Examples:
        | amount | content | trend | comparison | integration | points   |
        | 0      | 0       | 0     | 0          | 0           | 0        |
        | 5      | 5       | 0     | 0          | 0           | 114/305  |
        | 10     | 10      | 0     | 0          | 0           | 228/305  |
        | 25     | 25      | 0     | 0          | 0           | 114/61   |
        | 30     | 30      | 0     | 0          | 0           | 684/305  |
        | 45     | 45      | 0     | 0          | 0           | 1026/305 |
        | 50     | 50      | 0     | 0          | 0           | 228/61   |
        | 65     | 65      | 0     | 0          | 0           | 1482/305 |
        | 70     | 70      | 0     | 0          | 0           | 1596/305 |
        | 85     | 85      | 0     | 0          | 0           | 1938/305 |
        | 90     | 90      | 0     | 0          | 0           | 2052/305 |
        | 100    | 100     | 100   | 100        | 100         | 456/61   |

    Scenario Outline: Compensation and carbon assets: both ends of every span
      Given amount disclosed on compensation and carbon assets is <amount> %
      And content on compensation and carbon assets is <content> %
      And trend of compensation and carbon assets is <trend> %
      And comparison of compensation and carbon assets is <comparison> %
      And integration of compensation and carbon assets is <integration> %
      When evaluated as of 2026-06-30
      Then indicator C15 scores <points>

      Examples:
        | amount | content | trend | comparison | integration | points  |
        | 0      | 0       | 0     | 0          | 0           | 0       |
        | 5      | 5       | 0     | 0          | 0           | 54/305  |
        | 10     | 10      | 0     | 0          | 0           | 108/305 |
        | 25     | 25      | 0     | 0          | 0           | 54/61   |
        | 30     | 30      | 0     | 0          | 0           | 324/305 |
        | 45     | 45      | 0     | 0          | 0           | 486/305 |
        | 50     | 50      | 0     | 0          | 0           | 108/61  |
        | 65     | 65      | 0     | 0          | 0           | 702/305 |
        | 70     | 70      | 0     | 0          | 0           | 756/305 |
        | 85     | 85      | 0     | 0          | 0           | 918/305 |
        | 90     | 90      | 0     | 0          | 0           | 972/305 |
        | 100    | 100     | 100   | 100        | 100         | 216/61  |

    Scenario Outline: Contribution to emission reductions of society and international role: both ends of every span
      Given amount disclosed on contribution to society is <amount> %
      And content on contribution to society is <content> %
      And trend of contribution to society is <trend> %
      And comparison of contribution to society is <comparison> %
      And integration of contribution to society is <integration> %
      When evaluated as of 2026-06-30
      Then indicator C16 scores <points>

      Examples:
        | amount | content | trend | comparison | integration | points   |
        | 0      | 0       | 0     | 0          | 0           | 0        |
        | 5      | 5       | 0     | 0          | 0           | 78/305   |
        | 10     | 10      | 0     | 0          | 0           | 156/305  |
        | 25     | 25      | 0     | 0          | 0           | 78/61    |
        | 30     | 30      | 0     | 0          | 0           | 468/305  |
        | 45     | 45      | 0     | 0          | 0           | 702/305  |
        | 50     | 50      | 0     | 0          | 0           | 156/61   |
        | 65     | 65      | 0     | 0          | 0           | 1014/305 |
        | 70     | 70      | 0     | 0          | 0           | 1092/305 |
        | 85     | 85      | 0     | 0          | 0           | 1326/305 |
        | 90     | 90      | 0     | 0          | 0           | 1404/305 |
        | 100    | 100     | 100   | 100        | 100         | 312/61   |
