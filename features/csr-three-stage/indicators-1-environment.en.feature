# language: en
Feature: Indicators of stage 1
  The first five indicators apply to companies with environmental awareness. At most 16 points.

  Background:
    Given the scorecard csr-three-stage
    And these facts
      | fact                                 | label                                        | type   | unit | at least | at most | multiple of | evidence      |
      | environmental_management_disclosed   | amount disclosed on environmental management | number | %    | 0        | 100     | 5           | public-report |
      | environmental_management_content     | content on environmental management          | number | %    | 0        | 100     | 5           | public-report |
      | environmental_management_trend       | trend of environmental management            | number | %    | 0        | 100     | 5           | public-report |
      | environmental_management_comparison  | comparison of environmental management       | number | %    | 0        | 100     | 5           | public-report |
      | environmental_management_integration | integration of environmental management      | number | %    | 0        | 100     | 5           | public-report |
      | energy_use_disclosed                 | amount disclosed on energy use               | number | %    | 0        | 100     | 5           | public-report |
      | energy_use_content                   | content on energy use                        | number | %    | 0        | 100     | 5           | public-report |
      | energy_use_trend                     | trend of energy use                          | number | %    | 0        | 100     | 5           | public-report |
      | energy_use_comparison                | comparison of energy use                     | number | %    | 0        | 100     | 5           | public-report |
      | energy_use_integration               | integration of energy use                    | number | %    | 0        | 100     | 5           | public-report |
      | natural_resources_disclosed          | amount disclosed on natural resources        | number | %    | 0        | 100     | 5           | public-report |
      | natural_resources_content            | content on natural resources                 | number | %    | 0        | 100     | 5           | public-report |
      | natural_resources_trend              | trend of natural resources                   | number | %    | 0        | 100     | 5           | public-report |
      | natural_resources_comparison         | comparison of natural resources              | number | %    | 0        | 100     | 5           | public-report |
      | natural_resources_integration        | integration of natural resources             | number | %    | 0        | 100     | 5           | public-report |
      | pollutants_disclosed                 | amount disclosed on pollutants and waste     | number | %    | 0        | 100     | 5           | public-report |
      | pollutants_content                   | content on pollutants and waste              | number | %    | 0        | 100     | 5           | public-report |
      | pollutants_trend                     | trend of pollutants and waste                | number | %    | 0        | 100     | 5           | public-report |
      | pollutants_comparison                | comparison of pollutants and waste           | number | %    | 0        | 100     | 5           | public-report |
      | pollutants_integration               | integration of pollutants and waste          | number | %    | 0        | 100     | 5           | public-report |
      | procurement_disclosed                | amount disclosed on green procurement        | number | %    | 0        | 100     | 5           | public-report |
      | procurement_content                  | content on green procurement                 | number | %    | 0        | 100     | 5           | public-report |
      | procurement_trend                    | trend of green procurement                   | number | %    | 0        | 100     | 5           | public-report |
      | procurement_comparison               | comparison of green procurement              | number | %    | 0        | 100     | 5           | public-report |
      | procurement_integration              | integration of green procurement             | number | %    | 0        | 100     | 5           | public-report |

  Rule: Environment, 16 points
    Background:
      Given these indicators worth 16 points
        | id | indicator                                      | section | points | basis                                      |
        | C1 | Environmental management and information       | E       | 176/41 | names-given, tree, weights-method, weights |
        | C2 | Energy use                                     | E       | 272/41 | names-given, tree, weights-method, weights |
        | C3 | Use of natural resources that causes emissions | E       | 112/41 | tree, weights-method, weights              |
        | C4 | Treatment of pollutants and waste              | E       | 80/41  | tree, weights-method, weights              |
        | C5 | Green procurement system                       | E       | 16/41  | tree, weights-method, weights              |
      And indicator C1 scores by maturity
        | aspect      | fact                                         |
        | disclosed   | amount disclosed on environmental management |
        | content     | content on environmental management          |
        | trend       | trend of environmental management            |
        | comparison  | comparison of environmental management       |
        | integration | integration of environmental management      |
      And indicator C2 scores by maturity
        | aspect      | fact                           |
        | disclosed   | amount disclosed on energy use |
        | content     | content on energy use          |
        | trend       | trend of energy use            |
        | comparison  | comparison of energy use       |
        | integration | integration of energy use      |
      And indicator C3 scores by maturity
        | aspect      | fact                                  |
        | disclosed   | amount disclosed on natural resources |
        | content     | content on natural resources          |
        | trend       | trend of natural resources            |
        | comparison  | comparison of natural resources       |
        | integration | integration of natural resources      |
      And indicator C4 scores by maturity
        | aspect      | fact                                     |
        | disclosed   | amount disclosed on pollutants and waste |
        | content     | content on pollutants and waste          |
        | trend       | trend of pollutants and waste            |
        | comparison  | comparison of pollutants and waste       |
        | integration | integration of pollutants and waste      |
      And indicator C5 scores by maturity
        | aspect      | fact                                  |
        | disclosed   | amount disclosed on green procurement |
        | content     | content on green procurement          |
        | trend       | trend of green procurement            |
        | comparison  | comparison of green procurement       |
        | integration | integration of green procurement      |

    Scenario Outline: Environmental management and information: both ends of every span
      Given amount disclosed on environmental management is <amount> %
      And content on environmental management is <content> %
      And trend of environmental management is <trend> %
      And comparison of environmental management is <comparison> %
      And integration of environmental management is <integration> %
      When evaluated as of 2026-06-30
      Then indicator C1 scores <points>

      Examples:
        | amount | content | trend | comparison | integration | points  |
        | 0      | 0       | 0     | 0          | 0           | 0       |
        | 5      | 5       | 0     | 0          | 0           | 44/205  |
        | 10     | 10      | 0     | 0          | 0           | 88/205  |
        | 25     | 25      | 0     | 0          | 0           | 44/41   |
        | 30     | 30      | 0     | 0          | 0           | 264/205 |
        | 45     | 45      | 0     | 0          | 0           | 396/205 |
        | 50     | 50      | 0     | 0          | 0           | 88/41   |
        | 65     | 65      | 0     | 0          | 0           | 572/205 |
        | 70     | 70      | 0     | 0          | 0           | 616/205 |
        | 85     | 85      | 0     | 0          | 0           | 748/205 |
        | 90     | 90      | 0     | 0          | 0           | 792/205 |
        | 100    | 100     | 100   | 100        | 100         | 176/41  |

    Scenario Outline: Energy use: both ends of every span
      Given amount disclosed on energy use is <amount> %
      And content on energy use is <content> %
      And trend of energy use is <trend> %
      And comparison of energy use is <comparison> %
      And integration of energy use is <integration> %
      When evaluated as of 2026-06-30
      Then indicator C2 scores <points>

      Examples:
        | amount | content | trend | comparison | integration | points   |
        | 0      | 0       | 0     | 0          | 0           | 0        |
        | 5      | 5       | 0     | 0          | 0           | 68/205   |
        | 10     | 10      | 0     | 0          | 0           | 136/205  |
        | 25     | 25      | 0     | 0          | 0           | 68/41    |
        | 30     | 30      | 0     | 0          | 0           | 408/205  |
        | 45     | 45      | 0     | 0          | 0           | 612/205  |
        | 50     | 50      | 0     | 0          | 0           | 136/41   |
        | 65     | 65      | 0     | 0          | 0           | 884/205  |
        | 70     | 70      | 0     | 0          | 0           | 952/205  |
        | 85     | 85      | 0     | 0          | 0           | 1156/205 |
        | 90     | 90      | 0     | 0          | 0           | 1224/205 |
        | 100    | 100     | 100   | 100        | 100         | 272/41   |

    Scenario Outline: Use of natural resources that causes emissions: both ends of every span
      Given amount disclosed on natural resources is <amount> %
      And content on natural resources is <content> %
      And trend of natural resources is <trend> %
      And comparison of natural resources is <comparison> %
      And integration of natural resources is <integration> %
      When evaluated as of 2026-06-30
      Then indicator C3 scores <points>

      Examples:
        | amount | content | trend | comparison | integration | points  |
        | 0      | 0       | 0     | 0          | 0           | 0       |
        | 5      | 5       | 0     | 0          | 0           | 28/205  |
        | 10     | 10      | 0     | 0          | 0           | 56/205  |
        | 25     | 25      | 0     | 0          | 0           | 28/41   |
        | 30     | 30      | 0     | 0          | 0           | 168/205 |
        | 45     | 45      | 0     | 0          | 0           | 252/205 |
        | 50     | 50      | 0     | 0          | 0           | 56/41   |
        | 65     | 65      | 0     | 0          | 0           | 364/205 |
        | 70     | 70      | 0     | 0          | 0           | 392/205 |
        | 85     | 85      | 0     | 0          | 0           | 476/205 |
        | 90     | 90      | 0     | 0          | 0           | 504/205 |
        | 100    | 100     | 100   | 100        | 100         | 112/41  |

    Scenario Outline: Treatment of pollutants and waste: both ends of every span
      Given amount disclosed on pollutants and waste is <amount> %
      And content on pollutants and waste is <content> %
      And trend of pollutants and waste is <trend> %
      And comparison of pollutants and waste is <comparison> %
      And integration of pollutants and waste is <integration> %
      When evaluated as of 2026-06-30
      Then indicator C4 scores <points>

      Examples:
        | amount | content | trend | comparison | integration | points |
        | 0      | 0       | 0     | 0          | 0           | 0      |
        | 5      | 5       | 0     | 0          | 0           | 4/41   |
        | 10     | 10      | 0     | 0          | 0           | 8/41   |
        | 25     | 25      | 0     | 0          | 0           | 20/41  |
        | 30     | 30      | 0     | 0          | 0           | 24/41  |
        | 45     | 45      | 0     | 0          | 0           | 36/41  |
        | 50     | 50      | 0     | 0          | 0           | 40/41  |
        | 65     | 65      | 0     | 0          | 0           | 52/41  |
        | 70     | 70      | 0     | 0          | 0           | 56/41  |
        | 85     | 85      | 0     | 0          | 0           | 68/41  |
        | 90     | 90      | 0     | 0          | 0           | 72/41  |
        | 100    | 100     | 100   | 100        | 100         | 80/41  |

    Scenario Outline: Green procurement system: both ends of every span
      Given amount disclosed on green procurement is <amount> %
      And content on green procurement is <content> %
      And trend of green procurement is <trend> %
      And comparison of green procurement is <comparison> %
      And integration of green procurement is <integration> %
      When evaluated as of 2026-06-30
      Then indicator C5 scores <points>

      Examples:
        | amount | content | trend | comparison | integration | points |
        | 0      | 0       | 0     | 0          | 0           | 0      |
        | 5      | 5       | 0     | 0          | 0           | 4/205  |
        | 10     | 10      | 0     | 0          | 0           | 8/205  |
        | 25     | 25      | 0     | 0          | 0           | 4/41   |
        | 30     | 30      | 0     | 0          | 0           | 24/205 |
        | 45     | 45      | 0     | 0          | 0           | 36/205 |
        | 50     | 50      | 0     | 0          | 0           | 8/41   |
        | 65     | 65      | 0     | 0          | 0           | 52/205 |
        | 70     | 70      | 0     | 0          | 0           | 56/205 |
        | 85     | 85      | 0     | 0          | 0           | 68/205 |
        | 90     | 90      | 0     | 0          | 0           | 72/205 |
        | 100    | 100     | 100   | 100        | 100         | 16/41  |
