# language: en
Feature: Long-term targets, removals and recognition

  Background:
    Given the scorecard sbti-net-zero

  Rule: The long-term target
    Background:
      Given these gates
        | id     | gate                                                                  | requires                                                                                                                                    | applies when                              | basis    |
        | SB1-18 | Reduction of at least 90 % by 2050 at the latest                      | long-term reduction of scopes 1 and 2 is at least 90 %; long-term reduction of scope 3 is at least 90 %; net-zero year is at most 2050      | version of the standard applied is V1.3.1 | v1-long  |
        | SB1-19 | The target covers at least 95 % of scopes 1 and 2 and 90 % of scope 3 | share of scopes 1 and 2 covered by the long-term target is at least 95 %; share of scope 3 covered by the long-term target is at least 90 % | version of the standard applied is V1.3.1 | v1-cover |
        | SB1-17 | Credits and avoided emissions are not included as reductions          | credits or avoided emissions are included as reductions is no                                                                               |                                           | v1-c11   |
        | SB1-20 | Residual emissions are neutralised by removals                        | removals in the year is at least ongoing emissions                                                                                          | net zero is claimed is yes                | v1-c28   |

    Scenario Outline: Boundary values of the long-term target
      Given standard is <standard>
      And <change>
      When evaluated as of 2027-12-31
      Then gate <gate> is <outcome>

      Examples:
        | standard | change                  | gate   | outcome        |
        | v1_3_1   | reduction_12 is 90 %    | SB1-18 | met            |
        | v1_3_1   | reduction_12 is 89.99 % | SB1-18 | not met        |
        | v1_3_1   | reduction_3 is 89.99 %  | SB1-18 | not met        |
        | v1_3_1   | net_zero_year is 2051   | SB1-18 | not met        |
        | v2_0     | reduction_12 is 89.99 % | SB1-18 | not applicable |
        | v1_3_1   | covered_12 is 95 %      | SB1-19 | met            |
        | v1_3_1   | covered_12 is 94.99 %   | SB1-19 | not met        |
        | v1_3_1   | covered_3 is 89.99 %    | SB1-19 | not met        |
        | v2_0     | covered_3 is 89.99 %    | SB1-19 | not applicable |
        | v2_0     | counts_credits is yes   | SB1-17 | not met        |

    Scenario Outline: A net-zero claim requires removals equal to the residual emissions
      Given claims_net_zero is <claim>
      And removed is <removed> tCO2e
      When evaluated as of 2027-12-31
      Then gate SB1-20 is <outcome>

      Examples:
        | claim | removed  | outcome        |
        | yes   | 45000    | met            |
        | yes   | 44999.99 | not met        |
        | no    | 0        | not applicable |

  Rule: Removals of category A from 2035
    Background:
      Given the quantity ongoing emissions (ongoing), in tCO2e, on basis entered
        | is                                                                 |
        | ongoing emissions of scopes 1 and 2 + ongoing emissions of scope 3 |
      And the quantity required removal share (to_remove), in %
        | is                                                                 | when                                    | basis    |
        | 0 %                                                                | year assessed is less than 2035         | v2-c45   |
        | 100 %                                                              | year assessed is at least net-zero year | v2-after |
        | 1 % + 99 % * (year assessed - 2035) / max(net-zero year - 2035, 1) | otherwise                               | v2-c45   |
      And the quantity required removals (due), in tCO2e, on basis v2-c45
        | is                                         |
        | ongoing emissions * required removal share |
      And the quantity shortfall of removals (missing), in tCO2e, on basis v2-c45
        | is                                                     |
        | max(required removals - removals in the year, 0 tCO2e) |
      And these gates
        | id     | gate                                              | requires                         | applies when                                                                                                   | basis           |
        | SB2-24 | The required removals of the year are carried out | shortfall of removals is 0 tCO2e | version of the standard applied is V2.0; category of the company is category A; year assessed is at least 2035 | v2-c45, v2-open |
      And these results
        | result           | label                         | is                    | rounded to | basis  |
        | removals_due     | Required removals in the year | required removals     | 0 decimals | v2-c45 |
        | removals_missing | Shortfall of removals         | shortfall of removals | 0 decimals | v2-c45 |

    Scenario Outline: The share rises in a straight line from 1 % in 2035 to 100 % in the net-zero year
      Given year is <year>
      And net_zero_year is <end>
      When evaluated as of 2027-12-31
      Then the quantity to_remove is <share> %

      Examples:
        | year | end  | share |
        | 2034 | 2050 | 0     |
        | 2035 | 2050 | 1     |
        | 2036 | 2050 | 38/5  |
        | 2040 | 2050 | 34    |
        | 2045 | 2050 | 67    |
        | 2049 | 2050 | 467/5 |
        | 2050 | 2050 | 100   |
        | 2051 | 2050 | 100   |
        | 2035 | 2035 | 100   |
        | 2035 | 2036 | 1     |
        | 2036 | 2036 | 100   |
        | 2034 | 2030 | 0     |

    Scenario Outline: Companies required to remove emissions
      Given standard is <standard>
      And company is <company>
      And year is <year>
      And removed is <removed> tCO2e
      When evaluated as of 2027-12-31
      Then gate SB2-24 is <outcome>

      Examples:
        | standard | company    | year | removed | outcome        |
        | v2_0     | category_a | 2035 | 450     | met            |
        | v2_0     | category_a | 2035 | 449.99  | not met        |
        | v2_0     | category_a | 2034 | 0       | not applicable |
        | v2_0     | category_b | 2035 | 0       | not applicable |
        | v1_3_1   | category_a | 2035 | 0       | not applicable |

  Rule: Recognition of responsibility for ongoing emissions
    Background:
      Given the quantity threshold of the engaged level (engaged), in tCO2e, on basis v2-c40
        | is                      |
        | 1 % * ongoing emissions |
      And the quantity threshold of the advanced level (advanced), in tCO2e, on basis v2-c40
        | is                                                                 |
        | max(10 % * ongoing emissions, ongoing emissions of scopes 1 and 2) |
      And the quantity expenditure required for the advanced level (advanced_money), in USD, on basis v2-c40
        | is                                                 |
        | threshold of the advanced level / 1 tCO2e * 20 USD |
      And the quantity expenditure required for leadership (leading_money), in USD, on basis v2-c40
        | is                                   |
        | ongoing emissions / 1 tCO2e * 80 USD |
      And these conditions
        | condition   | label                         | holds when                                                                                                                            | basis           |
        | is_leading  | leadership is reached         | expenditure on mitigation is at least expenditure required for leadership; mitigation outcomes financed is at least ongoing emissions | v2-c40, v2-both |
        | is_advanced | the advanced level is reached | mitigation outcomes financed is at least threshold of the advanced level                                                              | v2-c40          |
        | is_advanced |                               | expenditure on mitigation is at least expenditure required for the advanced level                                                     | v2-c40          |
      And these findings
        | code         | finding                          | when                                                                                                                                                          | severity    | basis  |
        | OER.LEADING  | Level of recognition: leadership | version of the standard applied is V2.0; leadership is reached holds                                                                                          | observation | v2-c40 |
        | OER.ADVANCED | Level of recognition: advanced   | version of the standard applied is V2.0; the advanced level is reached holds; leadership is reached does not hold                                             | observation | v2-c40 |
        | OER.ENGAGED  | Level of recognition: engaged    | version of the standard applied is V2.0; mitigation outcomes financed is at least threshold of the engaged level; the advanced level is reached does not hold | observation | v2-c40 |
      And these results
        | result          | label                                       | is                                          | rounded to | basis  |
        | engaged_tonnes  | Tonnes required for the engaged level       | threshold of the engaged level              | 0 decimals | v2-c40 |
        | advanced_tonnes | Tonnes required for the advanced level      | threshold of the advanced level             | 0 decimals | v2-c40 |
        | advanced_usd    | Expenditure required for the advanced level | expenditure required for the advanced level | 0 decimals | v2-c40 |
        | leading_usd     | Expenditure required for leadership         | expenditure required for leadership         | 0 decimals | v2-c40 |

    Scenario Outline: Thresholds of the levels
      Given standard is <standard>
      And outcomes is <outcomes> tCO2e
      And budget is <money> USD
      When evaluated as of 2027-12-31
      Then <engaged>
      And <advanced>
      And <leading>

      Examples:
        | standard | outcomes | money      | engaged                              | advanced                              | leading                              |
        | v2_0     | 449.99   | 0          | no finding OER.ENGAGED is raised     | no finding OER.ADVANCED is raised     | no finding OER.LEADING is raised     |
        | v2_0     | 450      | 0          | an observation OER.ENGAGED is raised | no finding OER.ADVANCED is raised     | no finding OER.LEADING is raised     |
        | v2_0     | 8999.99  | 179999.99  | an observation OER.ENGAGED is raised | no finding OER.ADVANCED is raised     | no finding OER.LEADING is raised     |
        | v2_0     | 9000     | 0          | no finding OER.ENGAGED is raised     | an observation OER.ADVANCED is raised | no finding OER.LEADING is raised     |
        | v2_0     | 0        | 180000     | no finding OER.ENGAGED is raised     | an observation OER.ADVANCED is raised | no finding OER.LEADING is raised     |
        | v2_0     | 44999.99 | 3600000    | no finding OER.ENGAGED is raised     | an observation OER.ADVANCED is raised | no finding OER.LEADING is raised     |
        | v2_0     | 45000    | 3599999.99 | no finding OER.ENGAGED is raised     | an observation OER.ADVANCED is raised | no finding OER.LEADING is raised     |
        | v2_0     | 45000    | 3600000    | no finding OER.ENGAGED is raised     | no finding OER.ADVANCED is raised     | an observation OER.LEADING is raised |
        | v1_3_1   | 45000    | 3600000    | no finding OER.ENGAGED is raised     | no finding OER.ADVANCED is raised     | no finding OER.LEADING is raised     |
        | v1_3_1   | 9000     | 0          | no finding OER.ENGAGED is raised     | no finding OER.ADVANCED is raised     | no finding OER.LEADING is raised     |
        | v1_3_1   | 450      | 0          | no finding OER.ENGAGED is raised     | no finding OER.ADVANCED is raised     | no finding OER.LEADING is raised     |
