# language: en
Feature: Direct connection of green power
  Whether a project that supplies its load by an own line passes in a year: shares, feed-in, voltage, who may take part, papers.

  Background:
    Given this scorecard
      | field           | value                                                                                                      |
      | id              | green-direct-connection                                                                                    |
      | version         | 2.1.0                                                                                                      |
      | supersedes      | 2.0.0                                                                                                      |
      | title           | Direct connection of green power                                                                           |
      | subject         | project                                                                                                    |
      | attestation     | self-assessment                                                                                            |
      | time zone       | Asia/Shanghai                                                                                              |
      | effective from  | 2025-05-30                                                                                                 |
      | rounding        | half-even, 2 decimals                                                                                      |
      | not applicable  | refuse                                                                                                     |
      | does not assess | fees for transmission, system and funds, and whether they are fair                                         |
      | does not assess | the study of risks to the grid, and whether the load is economically real                                  |
      | does not assess | which four kinds of project Shandong allows, and rules of provinces other than Shandong, Ningxia and Hunan |
      | does not assess | the split of a whole year among several users, which is the sum of its hours: one hour is shown            |
    And these bases
      | basis          | instrument              | clause                    | certainty   | note                                                                                                                                           |
      | shares         | 发改能源〔2025〕650号   | (6)                       | confirmed   | At least 60 % of what is available used by itself, and 30 % of the load; the same in (1) of 688号 for several users.                           |
      | share-2030     | 发改能源〔2025〕650号   | (6)                       | own reading | "Before 2030 at least 35 %" is read as a duty from the year 2030 on; until then it is a target.                                                |
      | share-1192     | 发改价格〔2025〕1192号  | as reported               | secondary   | 35 % for projects new from 2030.                                                                                                               |
      | share-tool     | 公开核验工具            | as reported               | secondary   | 35 % before 2030 and 30 % after: it looks like an error.                                                                                       |
      | one-year       | green-direct-connection | -                         | own reading | Shares are those of a year at most.                                                                                                            |
      | denominator    | green-direct-connection | -                         | own reading | Several tools divide by what was generated; the text says available.                                                                           |
      | feed           | 发改能源〔2025〕650号   | (6)                       | confirmed   | The province sets the cap, in general not above 20 %; no feed-in without a continuous spot market (single user).                               |
      | feed-multi     | 发改能源〔2026〕688号   | (6)                       | confirmed   | Prints no condition on the spot market.                                                                                                        |
      | hard-hours     | 发改能源〔2025〕650号   | (11)                      | confirmed   | No feed-in in hours that are hard for uptake.                                                                                                  |
      | voltage        | 发改能源〔2025〕650号   | (4)                       | confirmed   | At most 220 (330) kV; 220 (330) itself with a special safety review. Where 330 applies is not said.                                            |
      | size           | 发改能源〔2025〕650号   | (4), (6)                  | confirmed   |                                                                                                                                                |
      | island         | green-direct-connection | -                         | own reading | 650号 prints the shares under projects that are connected to the grid; without grid all is own use. 688号 prints them for projects in general. |
      | owner          | 发改能源〔2025〕650号   | (5)                       | confirmed   |                                                                                                                                                |
      | main-unit      | 发改能源〔2026〕688号   | (2)                       | confirmed   |                                                                                                                                                |
      | users          | 发改能源〔2026〕688号   | first section             | confirmed   |                                                                                                                                                |
      | load-kind      | 发改能源〔2025〕650号   | (3)                       | confirmed   |                                                                                                                                                |
      | source-kind    | 发改能源〔2025〕650号   | (3)                       | confirmed   | Existing renewables only if grid works have not begun or uptake is blocked, after the papers were changed; so in the first section of 688号.   |
      | agent          | 发改能源〔2025〕650号   | (12)                      | confirmed   |                                                                                                                                                |
      | exchange       | 发改能源〔2025〕650号   | (10), (11)                | confirmed   |                                                                                                                                                |
      | meters         | 发改能源〔2025〕650号   | (14)                      | confirmed   |                                                                                                                                                |
      | contract       | 发改能源〔2025〕650号   | (5)                       | confirmed   |                                                                                                                                                |
      | contract-multi | 发改能源〔2026〕688号   | (2), (9)                  | confirmed   |                                                                                                                                                |
      | together       | 发改能源〔2025〕650号   | (4)                       | confirmed   |                                                                                                                                                |
      | change         | 发改能源〔2026〕688号   | (3)                       | confirmed   |                                                                                                                                                |
      | certificates   | 发改能源〔2026〕688号   | (11)                      | confirmed   | The grid computes what was used by itself and sends it to the certificate system; in an hour each user gets its share of use.                  |
      | ningxia        | 宁夏绿电直连规则        | as reported on 2025-12-24 | secondary   | 110 kV; 20 km at 35 kV, 50 km at 110 kV; the same city; share of the load 1.5 points more a year.                                              |
      | ningxia-growth | 宁夏绿电直连规则        | as reported on 2025-12-24 | own reading | Whether the points are added to 30 % or to the last share, and any ceiling, is not said; counted from the begin of operation.                  |
      | shandong       | 山东绿电直连规则        | as reported on 2025-10-13 | secondary   | The same county in principle, else a study; utilisation at least the mean of the province; surplus without mechanism price.                    |
      | hunan          | 湘发改能源〔2025〕853号 | as reported               | secondary   | 60, 30 and 35 %, 20 %; its voltage and distance were not found.                                                                                |
    And these settings
      | setting            | label             | one of                                | default   | meaning                                       |
      | load_share_reading | reading of 35 %   | from_2030, new_from_2030, before_2030 | from_2030 | from when 35 % of the load is a duty          |
      | denominator        | divided by        | available, generated                  | available | by what own use and feed-in are divided       |
      | growth             | growth in Ningxia | on_30, on_last_share                  | on_30     | to what Ningxia's 1.5 points a year are added |
    And the choices of reading of 35 %
      | value         | words                      |
      | from_2030     | from the year 2030 on      |
      | new_from_2030 | for projects new from 2030 |
      | before_2030   | before 2030 only           |
    And the choices of divided by
      | value     | words              |
      | available | what is available  |
      | generated | what was generated |
    And the choices of growth in Ningxia
      | value         | words                     |
      | on_30         | to 30 %                   |
      | on_last_share | to the share of last year |

  Rule: The worked year

    Scenario: 520 generated, 110 fed in, 80 curtailed
      When evaluated as of 2026-11-20
      Then the quantity own_use is 410 GWh
      And the quantity own_share is 205/3 %
      And the quantity load_share is 820/23 %
      And the quantity feed_share is 55/3 %
      And the quantity curtailed_share is 40/3 %
      And the conclusion is scored
