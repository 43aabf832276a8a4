# language: en
Feature: Consumption quota of renewable electricity
  Whether a province or an energy user meets its share of renewable electricity in a year, and how many certificates are missing.

  Background:
    Given this scorecard
      | field           | value                                                                                        |
      | id              | renewable-quota                                                                              |
      | version         | 3.0.0                                                                                        |
      | supersedes      | 2.0.0                                                                                        |
      | title           | Consumption quota of renewable electricity                                                   |
      | subject         | energy-user                                                                                  |
      | attestation     | self-assessment                                                                              |
      | time zone       | Asia/Shanghai                                                                                |
      | effective from  | 2025-07-31                                                                                   |
      | rounding        | half-even, 2 decimals                                                                        |
      | not applicable  | refuse                                                                                       |
      | does not assess | the performance of the province behind an energy user                                        |
      | does not assess | shares of a province that the table does not hold, unless they are entered with their source |
      | does not assess | validity and use of single certificates, which green-certificate has                         |
    And these bases
      | basis      | instrument                     | clause             | certainty   | note                                                                                                                                                                                                          |
      | weights    | 发改办能源〔2025〕669号        | as reported        | secondary   | Binding for 2025, expected for 2026.                                                                                                                                                                          |
      | expected   | 发改办能源〔2025〕669号        | as reported        | secondary   | An expected value is a forecast and governs nothing; it is told where no share is entered.                                                                                                                    |
      | carried    | 发改办能源〔2025〕669号        | as reported        | secondary   | What was short in 2024 was moved to 2025; what is short in 2025 is not moved to 2026.                                                                                                                         |
      | order      | 发改办能源〔2025〕669号        | as reported        | secondary   | A province counts physical power first, certificates of other provinces after it; industries count certificates cancelled.                                                                                    |
      | industries | 发改办能源〔2025〕669号        | as reported        | secondary   | Aluminium monitored in 2024, assessed from 2025; steel, cement, polysilicon and new data centres of hubs monitored in 2025.                                                                                   |
      | shares     | 发改办能源〔2025〕669号        | as reported        | secondary   | Between 25.2 % and 70 % by province; for steel, cement and polysilicon equal to its weight; 80 % for new data centres of hubs.                                                                                |
      | aluminium  | renewable-quota                | -                  | own reading | That the share of a smelter, too, is the weight of its province is read; enter the share with its source where it is known.                                                                                   |
      | plan       | 十四五可再生能源发展规划       | as reported        | secondary   | 33 % and 18 % without hydropower for the country in 2025: an aim of the plan, no duty of a province.                                                                                                          |
      | dates      | 发改办能源〔2025〕669号        | dates, as reported | secondary   | Plan by the end of July 2025, data of the grid in January 2026, report in February 2026; the last day of each month is our reading.                                                                           |
      | order-42   | 国家发展改革委等四部门令第42号 | promulgation       | confirmed   | In force 2026-08-01: a least share of renewable consumption. The annexed text with shares and industries was not found.                                                                                       |
      | physical   | renewable-quota                | -                  | own reading | Power of a direct connection counts as physical use.                                                                                                                                                          |
      | whole      | renewable-quota                | -                  | own reading | A part of a megawatt-hour needs a whole certificate.                                                                                                                                                          |
      | entered    | renewable-quota                | -                  | own reading | A share that the user enters with its source stands before the table, and under Order No. 42 it is taken to bind that user.                                                                                   |
      | year-over  | renewable-quota                | -                  | own reading | What a year came to is known once it is over: until its last day has passed what is needed, counted and missing stays open. Whether a deadline was met is open until it has passed.                           |
      | proof      | renewable-quota                | -                  | own reading | Settlement of the grid, list of certificates cancelled and notice of the province on its share are the papers; which fact each proves is read. For the other facts no paper is named: a declaration suffices. |
    And these reference tables
      | table            | name                 | basis   |
      | table_of_weights | cn-renewable-weights | weights |
    And these facts
      | fact            | label                                    | type   | unit | one of                                                                             | at least | at most | multiple of | evidence          | given |
      | who             | who is assessed                          | choice |      | a_province, aluminium, steel, cement, polysilicon, new_hub_data_centre, other_user |          |         |             |                   | yes   |
      | area            | area                                     | text   |      |                                                                                    |          |         |             |                   |       |
      | year_end        | last day of the year                     | date   |      |                                                                                    |          |         |             |                   |       |
      | share_entered   | a share is entered with its source       | flag   |      |                                                                                    |          |         |             |                   | yes   |
      | share_value     | share entered                            | number | %    |                                                                                    | 0        | 100     |             | provincial-notice | yes   |
      | use             | electricity used                         | number | MWh  |                                                                                    | 0        |         |             | grid-settlement   |       |
      | physical        | renewable electricity by physical supply | number | MWh  |                                                                                    | 0        |         |             | grid-settlement   |       |
      | physical_hydro  | of it hydropower                         | number | MWh  |                                                                                    | 0        |         |             | grid-settlement   |       |
      | cancelled       | certificates cancelled for the year      | number | item |                                                                                    | 0        |         | 1           | cancellation-list |       |
      | cancelled_hydro | of them of hydropower                    | number | item |                                                                                    | 0        |         | 1           | cancellation-list |       |
      | carried_2024    | short in 2024 and moved to 2025          | number | MWh  |                                                                                    | 0        |         |             | provincial-notice | yes   |
    And the choices of who is assessed
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
      | who is assessed                          | aluminium smelter |
      | area                                     | chongqing         |
      | last day of the year                     | 2025-12-31        |
      | a share is entered with its source       | yes               |
      | share entered                            | 25.2 %            |
      | electricity used                         | 6750000 MWh       |
      | renewable electricity by physical supply | 1000000 MWh       |
      | of it hydropower                         | 0 MWh             |
      | certificates cancelled for the year      | 701000 items      |
      | of them of hydropower                    | 0 items           |
      | short in 2024 and moved to 2025          | 0 MWh             |

  Rule: A smelter of 500,000 t at 13,500 kWh a tonne

    Scenario: 1,701,000 MWh at 25.2 %
      When evaluated as of 2026-02-28
      Then the quantity needed is 1701000 MWh
      And the quantity missing is 0 items
      And gate W5 is met
      And the conclusion is scored
