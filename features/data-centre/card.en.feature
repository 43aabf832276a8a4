# language: en
Feature: Energy of a data centre
  Whether a data centre meets the power usage effectiveness that binds a site, and how it stands beside targets of the sector.

  Background:
    Given this scorecard
      | field           | value                                                      |
      | id              | data-centre                                                |
      | version         | 3.0.0                                                      |
      | supersedes      | 2.0.0                                                      |
      | title           | Energy of a data centre                                    |
      | subject         | data-centre                                                |
      | attestation     | self-assessment                                            |
      | time zone       | Asia/Shanghai                                              |
      | effective from  | 2022-01-01                                                 |
      | rounding        | half-even, 4 decimals                                      |
      | not applicable  | refuse                                                     |
      | does not assess | a correction for climate, which was not found              |
      | does not assess | shares of renewable electricity, which renewable-quota has |
    And these bases
      | basis  | instrument             | clause      | certainty   | note                                                                                                                                                                                 |
      | site   | 2019年数据中心指导意见 | as reported | secondary   | New large sites at most 1.4 by 2022.                                                                                                                                                 |
      | start  | data-centre            | -           | own reading | "By 2022" is read as years that end in 2022 or later.                                                                                                                                |
      | sector | 2024年数据中心行动计划 | as reported | secondary   | Mean of the country below 1.5 and racks at 60 % or more by the end of 2025: targets of the sector, which bind no site.                                                               |
      | due    | data-centre            | -           | own reading | A target for the end of 2025 is told of periods that end on its last day or later.                                                                                                   |
      | best   | 先进值报道             | weak report | secondary   | 1.15 for best sites in 2027, from one weak report.                                                                                                                                   |
      | ratio  | data-centre            | -           | own reading | Facility over IT energy of a year at most. A ratio below 1 cannot be. A period is measured once it is over: until then the ratio is open.                                            |
      | proof  | data-centre            | -           | own reading | Sheets of the meters of facility and IT by month and list of capacity are the papers; which fact each proves is read. For the other facts no paper is named: a declaration suffices. |

  Rule: The worked site

    Scenario: 12.0 over 8.8 GWh
      When evaluated as of 2026-11-20
      Then the quantity pue is 15/11
      And gate PD3 is met
      And the conclusion is scored
