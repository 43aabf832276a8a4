# language: en
Feature: An example company
  An invented listed power company in stage 3. All examples of this scorecard change a few of its facts and leave the others unchanged.

  Background:
    Given the scorecard csr-three-stage
    And this reference case
      | fact                                               | value                    |
      | environmental awareness                            | yes                      |
      | environmental disclosure                           | yes                      |
      | carbon awareness                                   | yes                      |
      | carbon disclosure                                  | quantified               |
      | reported emissions                                 | 12000000 tCO2e           |
      | report year                                        | 2025-01-01 to 2025-12-31 |
      | industry                                           | electric power           |
      | size class                                         | listed                   |
      | amount disclosed on environmental management       | 65 %                     |
      | content on environmental management                | 55 %                     |
      | trend of environmental management                  | 25 %                     |
      | comparison of environmental management             | 50 %                     |
      | integration of environmental management            | 60 %                     |
      | amount disclosed on energy use                     | 40 %                     |
      | content on energy use                              | 30 %                     |
      | trend of energy use                                | 25 %                     |
      | comparison of energy use                           | 25 %                     |
      | integration of energy use                          | 35 %                     |
      | amount disclosed on natural resources              | 35 %                     |
      | content on natural resources                       | 25 %                     |
      | trend of natural resources                         | 25 %                     |
      | comparison of natural resources                    | 20 %                     |
      | integration of natural resources                   | 30 %                     |
      | amount disclosed on pollutants and waste           | 50 %                     |
      | content on pollutants and waste                    | 40 %                     |
      | trend of pollutants and waste                      | 25 %                     |
      | comparison of pollutants and waste                 | 35 %                     |
      | integration of pollutants and waste                | 45 %                     |
      | amount disclosed on green procurement              | 15 %                     |
      | content on green procurement                       | 5 %                      |
      | trend of green procurement                         | 0 %                      |
      | comparison of green procurement                    | 0 %                      |
      | integration of green procurement                   | 10 %                     |
      | amount disclosed on dual-carbon goals              | 60 %                     |
      | content on dual-carbon goals                       | 50 %                     |
      | trend of dual-carbon goals                         | 25 %                     |
      | comparison of dual-carbon goals                    | 45 %                     |
      | integration of dual-carbon goals                   | 55 %                     |
      | amount disclosed on low-carbon management          | 45 %                     |
      | content on low-carbon management                   | 35 %                     |
      | trend of low-carbon management                     | 25 %                     |
      | comparison of low-carbon management                | 30 %                     |
      | integration of low-carbon management               | 40 %                     |
      | amount disclosed on green technology               | 40 %                     |
      | content on green technology                        | 30 %                     |
      | trend of green technology                          | 25 %                     |
      | comparison of green technology                     | 25 %                     |
      | integration of green technology                    | 35 %                     |
      | amount disclosed on pollution and carbon synergy   | 25 %                     |
      | content on pollution and carbon synergy            | 15 %                     |
      | trend of pollution and carbon synergy              | 0 %                      |
      | comparison of pollution and carbon synergy         | 10 %                     |
      | integration of pollution and carbon synergy        | 20 %                     |
      | amount disclosed on awareness and influence        | 35 %                     |
      | content on awareness and influence                 | 25 %                     |
      | trend of awareness and influence                   | 25 %                     |
      | comparison of awareness and influence              | 20 %                     |
      | integration of awareness and influence             | 30 %                     |
      | amount disclosed on greenhouse gas emissions       | 40 %                     |
      | content on greenhouse gas emissions                | 30 %                     |
      | trend of greenhouse gas emissions                  | 25 %                     |
      | comparison of greenhouse gas emissions             | 25 %                     |
      | integration of greenhouse gas emissions            | 35 %                     |
      | amount disclosed on monitoring and verification    | 35 %                     |
      | content on monitoring and verification             | 25 %                     |
      | trend of monitoring and verification               | 25 %                     |
      | comparison of monitoring and verification          | 20 %                     |
      | integration of monitoring and verification         | 30 %                     |
      | amount disclosed on reduction road map             | 30 %                     |
      | content on reduction road map                      | 20 %                     |
      | trend of reduction road map                        | 0 %                      |
      | comparison of reduction road map                   | 15 %                     |
      | integration of reduction road map                  | 25 %                     |
      | amount disclosed on carbon accounting              | 15 %                     |
      | content on carbon accounting                       | 5 %                      |
      | trend of carbon accounting                         | 0 %                      |
      | comparison of carbon accounting                    | 0 %                      |
      | integration of carbon accounting                   | 10 %                     |
      | amount disclosed on compensation and carbon assets | 20 %                     |
      | content on compensation and carbon assets          | 10 %                     |
      | trend of compensation and carbon assets            | 0 %                      |
      | comparison of compensation and carbon assets       | 5 %                      |
      | integration of compensation and carbon assets      | 15 %                     |
      | amount disclosed on contribution to society        | 5 %                      |
      | content on contribution to society                 | 5 %                      |
      | trend of contribution to society                   | 0 %                      |
      | comparison of contribution to society              | 0 %                      |
      | integration of contribution to society             | 5 %                      |

  Rule: The stage decides how many indicators count

    Scenario: All sixteen indicators count
      When evaluated as of 2026-06-30
      Then the stage is stage 3
      And the total score is 80552/2501

    Scenario: Without figures the first ten count
      Given carbon disclosure is qualitative
      And reported emissions is not applicable
      When evaluated as of 2026-06-30
      Then the stage is stage 2
      And the total score is 4312/205

    Scenario: Without carbon awareness the first five count
      Given carbon awareness is no
      And carbon disclosure is none
      And reported emissions is not applicable
      When evaluated as of 2026-06-30
      Then the stage is stage 1
      And the total score is 272/41

    Scenario: Without any disclosure no indicator counts
      Given environmental disclosure is no
      And carbon disclosure is none
      And reported emissions is not applicable
      When evaluated as of 2026-06-30
      Then the stage is not fulfilling
      And the total score is 0

    Scenario: Unknown awareness leaves the score between two stages
      Given carbon awareness is missing
      And carbon disclosure is qualitative
      And reported emissions is not applicable
      When evaluated as of 2026-06-30
      Then the possible stages are stage 1, stage 2
      And the total score is between 272/41 and 4312/205

  Rule: The best ratings reach exactly the printed maximum

    Scenario Outline: All ratings are the highest
      Given every maturity rating is 100 %
      And carbon awareness is <awareness>
      And carbon disclosure is <disclosure>
      And reported emissions is not applicable
      When evaluated as of 2026-06-30
      Then the total score is <score>

      Examples:
        | awareness | disclosure  | score |
        | no        | none        | 16    |
        | yes       | qualitative | 52    |
        | yes       | quantified  | 100   |

    Scenario Outline: All ratings are the lowest
      Given every maturity rating is 0 %
      And carbon awareness is <awareness>
      And carbon disclosure is <disclosure>
      And reported emissions is not applicable
      When evaluated as of 2026-06-30
      Then the total score is 0

      Examples:
        | awareness | disclosure  |
        | no        | none        |
        | yes       | qualitative |
        | yes       | quantified  |
