# language: en
Feature: Energy efficiency of a data centre
  Whether a data centre meets the power usage effectiveness that binds a site, and how it compares with targets of the sector.

  Background:
    Given this scorecard
      | field           | value                                                 |
      | id              | data-centre                                           |
      | version         | 1.0.0                                                 |
      | title           | Energy efficiency of a data centre                    |
      | subject         | data-centre                                           |
      | attestation     | self-assessment                                       |
      | time zone       | Asia/Shanghai                                         |
      | effective from  | 2022-01-01                                            |
      | rounding        | half-even, 4 decimals                                 |
      | not applicable  | refuse                                                |
      | does not assess | a climate correction, which was not found             |
      | does not assess | shares of renewable electricity (see renewable-quota) |
    And these bases
      | basis  | instrument             | clause      | certainty   | note                                                                                                                                                                                                                                                                                           |
      | site   | 2019年数据中心指导意见 | as reported | secondary   | By 2022, a new large data centre must reach a power usage effectiveness (PUE: total electricity divided by IT electricity) of at most 1.4. Reported by secondary sources.                                                                                                                      |
      | start  | data-centre            | -           | own reading | New large data centres must reach a power usage effectiveness (PUE) of at most 1.4 “by 2022”. The secondary sources do not state from which day the limit applies. We apply the limit to measurement periods that end in 2022 or later.                                                        |
      | sector | 2024年数据中心行动计划 | as reported | secondary   | The sector as a whole has two targets for the end of 2025. They are a national mean power usage effectiveness (PUE) below 1.5 and at least 60 % of racks in use. The targets do not bind a single site; a site that misses one of them receives an observation. Reported by secondary sources. |
      | due    | data-centre            | -           | own reading | The sector targets for the end of 2025 are a mean power usage effectiveness (PUE) below 1.5 and 60 % of racks in use. We compare a site with these targets only if its measurement period ends on 2025-12-31 or later.                                                                         |
      | best   | 先进值报道             | weak report | secondary   | In 2027, the best sites should reach a power usage effectiveness (PUE) of 1.15; only one weak report states this. A site at or below 1.15 receives an observation, which is no fault.                                                                                                          |
      | ratio  | data-centre            | -           | own reading | Power usage effectiveness (PUE) is the electricity use of the facility divided by that of its IT equipment; it cannot be below 1. We calculate it for a period of at most one year. Until the period has ended, it is undetermined.                                                            |
      | proof  | data-centre            | -           | own reading | The evidence documents are the monthly meter sheets of the facility and its IT equipment and the capacity list. Which document proves which fact is listed in the scorecard and is our own interpretation. No document is named for the other facts; a declaration is sufficient.              |

  Rule: The example site

    Scenario: 12.0 GWh divided by 8.8 GWh
      When evaluated as of 2026-11-20
      Then the quantity pue is 15/11
      And gate PD3 is met
      And the conclusion is scored
