# language: en
Feature: Consumption quota of renewable electricity
  Whether a province or an energy user meets its share of renewable electricity in a year, and how many certificates are missing.

  Background:
    Given this scorecard
      | field           | value                                                                                     |
      | id              | renewable-quota                                                                           |
      | version         | 2.0.0                                                                                     |
      | supersedes      | 1.0.0                                                                                     |
      | title           | Consumption quota of renewable electricity                                                |
      | subject         | energy-user                                                                               |
      | attestation     | self-assessment                                                                           |
      | time zone       | Asia/Shanghai                                                                             |
      | effective from  | 2026-08-01                                                                                |
      | rounding        | half-even, 2 decimals                                                                     |
      | not applicable  | refuse                                                                                    |
      | does not assess | the performance of the province in which an energy user is located                        |
      | does not assess | shares of provinces that are not in the reference table, unless entered with their source |
      | does not assess | validity and use of individual certificates (see green-certificate)                       |
    And these bases
      | basis      | instrument                     | clause             | certainty   | note                                                                                                                                                                                                                                                                                                                                                                                                    |
      | weights    | 发改办能源〔2025〕669号        | as reported        | secondary   | A province must use at least its assigned shares (weights) of renewable electricity, and of renewable electricity without hydropower, in its total electricity use. The weights of 2025 are binding; those of 2026 are only expected values. Reported by secondary sources.                                                                                                                             |
      | expected   | 发改办能源〔2025〕669号        | as reported        | secondary   | An expected weight (assigned share of renewable electricity) of a province is a forecast and not binding. We report an observation if only an expected weight is known for the year and the user has entered no share. Reported by secondary sources.                                                                                                                                                   |
      | carried    | 发改办能源〔2025〕669号        | as reported        | secondary   | If a province missed its required renewable electricity in 2024, the missing electricity is added to its requirement for 2025. A shortfall of 2025 is not added to 2026. Reported by secondary sources.                                                                                                                                                                                                 |
      | order      | 发改办能源〔2025〕669号        | as reported        | secondary   | A province meets its weight (assigned share of renewable electricity) first with renewable electricity that is physically supplied. Green certificates bought from other provinces count next. Industries are reported to be assessed by the certificates they cancel; we count their physical supply as well. Reported by secondary sources.                                                           |
      | industries | 发改办能源〔2025〕669号        | as reported        | secondary   | Aluminium smelters must reach their share of renewable electricity from 2025; for 2024 their share was only monitored. Steel, cement, polysilicon and new data centres of national hubs are only monitored in 2025. Reported by secondary sources.                                                                                                                                                      |
      | shares     | 发改办能源〔2025〕669号        | as reported        | secondary   | Depending on the province, an industry must cover 25.2 % to 70 % of its electricity use with renewable electricity. For steel, cement and polysilicon, this percentage equals the total weight (assigned share of renewable electricity) of the province. For new data centres of national hubs it is 80 %. Reported by secondary sources.                                                              |
      | aluminium  | renewable-quota                | -                  | own reading | For steel, cement and polysilicon, the required percentage is reported to equal the total weight (assigned share of renewable electricity) of the province. We apply the same percentage to aluminium smelters. If the user enters another share with its source, that share applies.                                                                                                                   |
      | plan       | 十四五可再生能源发展规划       | as reported        | secondary   | For 2025, the plan sets national weights (shares of renewable electricity): 33 % in total and 18 % without hydropower. These weights are national aims, not duties of a province or user. If only these weights are known, the required share is undetermined. Reported by secondary sources.                                                                                                           |
      | dates      | 发改办能源〔2025〕669号        | dates, as reported | secondary   | A province must issue its plan for 2025 by July 2025, receive the grid data in January 2026 and submit its report in February 2026. Reported by secondary sources. We use the last day of each month as the deadline.                                                                                                                                                                                   |
      | order-42   | 国家发展改革委等四部门令第42号 | promulgation       | confirmed   | Order No. 42, in force from 2026-08-01, sets a minimum share of renewable energy consumption. The promulgation page was read; the annex with the shares and industries was not found. From 2026, the result is therefore undetermined unless the user enters a share with its source. If the year ends from 2026-01-01 to 2026-07-31, it remains undetermined whether the entered share binds the user. |
      | physical   | renewable-quota                | -                  | own reading | We count electricity that a user receives through a direct connection to a renewable power plant as physical use of renewable electricity.                                                                                                                                                                                                                                                              |
      | whole      | renewable-quota                | -                  | own reading | One green certificate is needed for each MWh of missing renewable electricity. For a remainder of less than one MWh, we also require one certificate.                                                                                                                                                                                                                                                   |
      | entered    | renewable-quota                | -                  | own reading | If the user enters a required share of renewable electricity with its source, it replaces the share of our table. From edition 2.0.0 on, we treat the entered share as binding if the year ends on or after 2026-08-01. On that day, Order No. 42 enters into force.                                                                                                                                    |
      | year-over  | renewable-quota                | -                  | own reading | The renewable electricity required, counted and missing for a year is undetermined until the last day of that year has passed. A province has three deadlines: plan, grid data and report. We treat a deadline as missed only after it has passed. If no deadline is missed, the result on the deadlines is undetermined until plan, grid data and report are all done.                                 |
      | proof      | renewable-quota                | -                  | own reading | The accepted documents are the grid settlement, the list of cancelled certificates and the provincial notice of the share. Which document proves which fact is listed in the scorecard and is our own interpretation. For other facts a declaration is sufficient.                                                                                                                                      |
    And these reference tables
      | table            | name                 | basis   |
      | table_of_weights | cn-renewable-weights | weights |
    And these facts
      | fact            | label                                    | type   | unit | one of                                                                             | at least | at most | multiple of | evidence          | given |
      | who             | type of entity                           | choice |      | a_province, aluminium, steel, cement, polysilicon, new_hub_data_centre, other_user |          |         |             |                   | yes   |
      | area            | area                                     | text   |      |                                                                                    |          |         |             |                   |       |
      | year_end        | last day of the year                     | date   |      |                                                                                    |          |         |             |                   |       |
      | share_entered   | a share is entered with its source       | flag   |      |                                                                                    |          |         |             |                   | yes   |
      | share_value     | share entered                            | number | %    |                                                                                    | 0        | 100     |             | provincial-notice | yes   |
      | use             | electricity used                         | number | MWh  |                                                                                    | 0        |         |             | grid-settlement   |       |
      | physical        | renewable electricity by physical supply | number | MWh  |                                                                                    | 0        |         |             | grid-settlement   |       |
      | physical_hydro  | hydropower within the physical supply    | number | MWh  |                                                                                    | 0        |         |             | grid-settlement   |       |
      | cancelled       | certificates cancelled for the year      | number | item |                                                                                    | 0        |         | 1           | cancellation-list |       |
      | cancelled_hydro | cancelled certificates from hydropower   | number | item |                                                                                    | 0        |         | 1           | cancellation-list |       |
      | carried_2024    | 2024 shortfall carried over to 2025      | number | MWh  |                                                                                    | 0        |         |             | provincial-notice | yes   |
    And the choices of type of entity
      | value               | words                             |
      | a_province          | a province                        |
      | aluminium           | aluminium smelter                 |
      | steel               | steel works                       |
      | cement              | cement works                      |
      | polysilicon         | polysilicon works                 |
      | new_hub_data_centre | new data centre of a national hub |
      | other_user          | another user                      |
    And this reference case
      | fact                                     | value             |
      | type of entity                           | aluminium smelter |
      | area                                     | chongqing         |
      | last day of the year                     | 2025-12-31        |
      | a share is entered with its source       | yes               |
      | share entered                            | 25.2 %            |
      | electricity used                         | 6750000 MWh       |
      | renewable electricity by physical supply | 1000000 MWh       |
      | hydropower within the physical supply    | 0 MWh             |
      | certificates cancelled for the year      | 701000 items      |
      | cancelled certificates from hydropower   | 0 items           |
      | 2024 shortfall carried over to 2025      | 0 MWh             |

  Rule: A smelter of 500,000 t at 13,500 kWh per tonne

    Scenario: 1,701,000 MWh at 25.2 %
      When evaluated as of 2027-02-28
      Then the quantity needed is 1701000 MWh
      And the quantity missing is 0 items
      And gate W5 is met
      And the conclusion is scored
