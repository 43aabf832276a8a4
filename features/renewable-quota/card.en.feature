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
      | basis      | instrument                     | clause             | certainty   | note                                                                                                                                                                                                                                            |
      | weights    | 发改办能源〔2025〕669号        | as reported        | secondary   | A province must use at least its assigned shares (weights) of renewable and of non-hydro renewable electricity in its total electricity use. As reported, the weights of 2025 are binding and those of 2026 are only expected values.           |
      | expected   | 发改办能源〔2025〕669号        | as reported        | secondary   | As reported, the expected weight of a province for a year is a forecast and not binding. If no share is entered and only such a weight is known, we report an observation.                                                                      |
      | carried    | 发改办能源〔2025〕669号        | as reported        | secondary   | As reported, the renewable electricity that a province lacked in 2024 is added to its requirement for 2025. The shortfall of 2025 is not carried over to 2026.                                                                                  |
      | order      | 发改办能源〔2025〕669号        | as reported        | secondary   | As reported, a province meets its weight first with electricity physically supplied and then with green certificates bought from other provinces. Industries are assessed by the certificates they cancel.                                      |
      | industries | 发改办能源〔2025〕669号        | as reported        | secondary   | As reported, aluminium smelters must meet their share from 2025; in 2024 they were only monitored. Steel, cement, polysilicon and new data centres of national hubs are only monitored in 2025.                                                 |
      | shares     | 发改办能源〔2025〕669号        | as reported        | secondary   | As reported, an industry's share of renewable electricity in its use is between 25.2 % and 70 % by province. For steel, cement and polysilicon it equals the total weight of the province; for new data centres of national hubs it is 80 %.    |
      | aluminium  | renewable-quota                | -                  | own reading | The required share is reported to equal the weight of the province for steel, cement and polysilicon. We apply the same to aluminium smelters. A share entered with its source replaces it.                                                     |
      | plan       | 十四五可再生能源发展规划       | as reported        | secondary   | As reported, the plan sets national weights for 2025: 33 % renewable electricity in total and 18 % without hydropower. They are national aims and not duties of a province or user. If only they are known, the required share is undetermined. |
      | dates      | 发改办能源〔2025〕669号        | dates, as reported | secondary   | As reported, a province must issue its plan for 2025 by July 2025, receive the grid data in January 2026 and report in February 2026. We use the last day of each month as the deadline.                                                        |
      | order-42   | 国家发展改革委等四部门令第42号 | promulgation       | confirmed   | The order, in force from 2026-08-01, sets a minimum share of renewable energy consumption. The annexed text with shares and industries was not found. For years from 2026 the result is undetermined unless a share is entered with its source. |
      | physical   | renewable-quota                | -                  | own reading | We count electricity that a user receives through a direct connection to a renewable power plant as physical use of renewable electricity.                                                                                                      |
      | whole      | renewable-quota                | -                  | own reading | The number of missing certificates is the missing renewable electricity at one certificate per MWh. We require a whole certificate for part of an MWh.                                                                                          |
      | entered    | renewable-quota                | -                  | own reading | A required share of renewable electricity that the user enters with its source replaces the share of our table. For years ending from 2026-08-01, under Order No. 42, we treat it as binding for that user.                                     |
      | year-over  | renewable-quota                | -                  | own reading | We determine the electricity required, counted and missing for a year only after its last day has passed. Whether a deadline was met is undetermined until the deadline has passed.                                                             |
      | proof      | renewable-quota                | -                  | own reading | The accepted documents are the grid settlement, the list of cancelled certificates and the provincial notice of the share. Which fact each document proves is our own interpretation. For other facts a declaration is sufficient.              |
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
