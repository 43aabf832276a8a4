# language: en
Feature: Gates and the list

  Background:
    Given the scorecard green-factory
    And these facts
      | fact               | label                                                 | type    | unit | one of                                            | at least | multiple of | evidence          |
      | manufacturing      | legally established manufacturer in actual production | flag    |      |                                                   |          |             |                   |
      | struck_off         | company deregistered                                  | flag    |      |                                                   |          |             | credit-report     |
      | stopped            | production currently stopped                          | flag    |      |                                                   |          |             |                   |
      | stopped_from       | production stopped since                              | date    |      |                                                   |          |             |                   |
      | abnormal           | on the list of abnormal operations                    | flag    |      |                                                   |          |             | credit-report     |
      | accident           | accident or tax breach                                | flag    |      |                                                   |          |             | credit-report     |
      | accident_on        | date of the last accident or tax breach               | date    |      |                                                   |          |             | credit-report     |
      | print_on           | issue date of the credit record                       | date    |      |                                                   |          |             |                   |
      | removed_before     | previously removed from the list                      | flag    |      |                                                   |          |             | credit-report     |
      | supervision        | serious finding of state supervision unresolved       | flag    |      |                                                   |          |             | credit-report     |
      | inspection_overdue | correction required by an energy inspection overdue   | flag    |      |                                                   |          |             | credit-report     |
      | defaulter          | judgment defaulter                                    | flag    |      |                                                   |          |             | credit-report     |
      | permit_due         | discharge permit required                             | flag    |      |                                                   |          |             |                   |
      | permit_held        | discharge permit held                                 | flag    |      |                                                   |          |             | discharge-permit  |
      | within_limits      | emissions within limits                               | flag    |      |                                                   |          |             | monitoring-report |
      | systems            | management systems with a valid certificate           | choices |      | quality, environment, energy, occupational_health |          |             |                   |
      | filing             | filing                                                | choice  |      | national, guangdong_city                          |          |             |                   |
      | filed_on           | filing date                                           | date    |      |                                                   |          |             |                   |
      | on_provincial_list | on the provincial list                                | flag    |      |                                                   |          |             |                   |
      | recommended_on     | recommendation date                                   | date    |      |                                                   |          |             |                   |
      | public_days        | days of public notice                                 | number  | day  |                                                   | 0        | 1           |                   |
      | cultivated_from    | start date of provincial cultivation                  | date    |      |                                                   |          |             |                   |
      | listed             | on the green factory list                             | flag    |      |                                                   |          |             |                   |
      | table_on           | submission date of the annual dynamic table           | date    |      |                                                   |          |             |                   |
      | years_last         | consecutive years in the last 5 %                     | number  |      |                                                   | 0        | 1           |                   |
    And issue date of the credit record is the day on which evidence for accident or tax breach was issued
    And the choices of management systems with a valid certificate
      | value               | words               |
      | quality             | quality             |
      | environment         | environment         |
      | energy              | energy              |
      | occupational_health | occupational health |
    And the choices of filing
      | value          | words                  |
      | national       | to the national list   |
      | guangdong_city | by a city in Guangdong |
    And this reference case
      | fact                                                  | value                                             |
      | legally established manufacturer in actual production | yes                                               |
      | company deregistered                                  | no                                                |
      | production currently stopped                          | no                                                |
      | production stopped since                              | 2025-03-01                                        |
      | on the list of abnormal operations                    | no                                                |
      | accident or tax breach                                | no                                                |
      | date of the last accident or tax breach               | 2022-01-01                                        |
      | previously removed from the list                      | no                                                |
      | serious finding of state supervision unresolved       | no                                                |
      | correction required by an energy inspection overdue   | no                                                |
      | judgment defaulter                                    | no                                                |
      | discharge permit required                             | yes                                               |
      | discharge permit held                                 | yes                                               |
      | emissions within limits                               | yes                                               |
      | management systems with a valid certificate           | quality, environment, energy, occupational health |
      | filing                                                | to the national list                              |
      | filing date                                           | 2026-03-01                                        |
      | on the provincial list                                | yes                                               |
      | recommendation date                                   | 2026-03-01                                        |
      | days of public notice                                 | 15 days                                           |
      | start date of provincial cultivation                  | 2024-05-01                                        |
      | on the green factory list                             | no                                                |
      | submission date of the annual dynamic table           | 2026-02-27                                        |
      | consecutive years in the last 5 %                     | 0                                                 |

  Rule: Grounds for refusal
    Background:
      Given these conditions
        | condition     | label                                 | holds when                                                                                                                                                                 | basis                            |
        | long_stopped  | production stopped for twelve months  | production currently stopped is yes; filing date is from production stopped since plus 1 year                                                                              | refused, counted-on              |
        | recent_breach | accident or tax breach in three years | accident or tax breach is yes; date of the last accident or tax breach is until the as-of date; filing date is before date of the last accident or tax breach plus 3 years | refused, breach-edge, counted-on |
      And the quantity filing is made (1 = yes) (filed)
        | is                                                     | when                                | basis   |
        | 1                                                      | filing date is until the as-of date | unit    |
        | undetermined, because the filing has not been made yet | otherwise                           | to-come |
      And the quantity credit record is recent enough (1 = yes) (print_young), on basis record-age
        | is                                                                                                                         | when                                                             |
        | 1                                                                                                                          | filing date is until issue date of the credit record plus 1 year |
        | undetermined, because no credit record on accidents and tax was issued within the twelve months before the filing or later | otherwise                                                        |
      And these gates
        | id   | gate                                                                                              | requires                                                                                                                                                                                                                                                                                          | applies when                     | basis               |
        | Y0   | The filing is made                                                                                | filing is made (1 = yes) is 1                                                                                                                                                                                                                                                                     |                                  | unit, to-come       |
        | Y1   | Legally established manufacturer in actual production                                             | legally established manufacturer in actual production is yes                                                                                                                                                                                                                                      |                                  | unit                |
        | Y2   | Not deregistered, stopped for twelve months or on the list of abnormal operations                 | company deregistered is no; production stopped for twelve months does not hold; on the list of abnormal operations is no                                                                                                                                                                          |                                  | refused             |
        | Y3   | No accident or tax breach in three years                                                          | accident or tax breach in three years does not hold; credit record is recent enough (1 = yes) is 1                                                                                                                                                                                                |                                  | refused, record-age |
        | Y4   | No removal from the list, unresolved supervision finding or overdue inspection correction         | previously removed from the list is no; serious finding of state supervision unresolved is no; correction required by an energy inspection overdue is no                                                                                                                                          |                                  | refused             |
        | Y5   | Not a judgment defaulter                                                                          | judgment defaulter is no                                                                                                                                                                                                                                                                          |                                  | refused             |
        | Y6   | Emissions within limits                                                                           | emissions within limits is yes                                                                                                                                                                                                                                                                    |                                  | permit              |
        | Y6-P | Discharge permit held                                                                             | discharge permit held is yes                                                                                                                                                                                                                                                                      | discharge permit required is yes | permit              |
        | Y7   | Valid certificates of four management systems (quality, environment, energy, occupational health) | management systems with a valid certificate includes any of quality; management systems with a valid certificate includes any of environment; management systems with a valid certificate includes any of energy; management systems with a valid certificate includes any of occupational health | filing date is from 2025-12-31   | systems             |

    Scenario Outline: A production stop just below twelve months, and of twelve months
      Given struck_off is <struck>
      And stopped is <stopped>
      And stopped_from is <since>
      And abnormal is <abnormal>
      When evaluated as of 2026-03-01
      Then gate Y2 is <outcome>

      Examples:
        | struck | stopped | since      | abnormal | outcome |
        | no     | no      | 2025-03-01 | no       | met     |
        | no     | yes     | 2025-03-02 | no       | met     |
        | no     | yes     | 2025-03-01 | no       | not met |
        | yes    | no      | 2025-03-01 | no       | not met |
        | no     | no      | 2025-03-01 | yes      | not met |

    Scenario Outline: An accident or breach in the three years before the filing fails the gate
      Given accident is <accident>
      And accident_on is <day>
      When evaluated as of 2026-03-01
      Then gate Y3 is <outcome>

      Examples:
        | accident | day        | outcome |
        | no       | 2026-01-01 | met     |
        | yes      | 2023-03-01 | met     |
        | yes      | 2023-03-02 | not met |

    Scenario Outline: Single grounds for refusal
      Given manufacturing is <unit>
      And removed_before is <removed>
      And supervision is <supervision>
      And inspection_overdue is <inspection>
      And defaulter is <defaulter>
      When evaluated as of 2026-03-01
      Then gate Y1 is <y1>
      And gate Y4 is <y4>
      And gate Y5 is <y5>

      Examples:
        | unit | removed | supervision | inspection | defaulter | y1      | y4      | y5      |
        | yes  | no      | no          | no         | no        | met     | met     | met     |
        | no   | no      | no          | no         | no        | not met | met     | met     |
        | yes  | yes     | no          | no         | no        | met     | not met | met     |
        | yes  | no      | yes         | no         | no        | met     | not met | met     |
        | yes  | no      | no          | yes        | no        | met     | not met | met     |
        | yes  | no      | no          | no         | yes       | met     | met     | not met |

    Scenario Outline: Discharge permit and emission limits
      Given permit_due is <due>
      And permit_held is <held>
      And within_limits is <limits>
      When evaluated as of 2026-03-01
      Then gate Y6 is <y6>
      And gate Y6-P is <permit>

      Examples:
        | due | held | limits | y6      | permit         |
        | yes | yes  | yes    | met     | met            |
        | yes | no   | yes    | met     | not met        |
        | no  | no   | yes    | met     | not applicable |
        | no  | no   | no     | not met | not applicable |

    Scenario Outline: Four management systems are required from the 2025 edition
      Given filed_on is <day>
      And systems is <systems>
      When evaluated as of 2026-03-01
      Then gate Y7 is <outcome>

      Examples:
        | day        | systems                                           | outcome        |
        | 2026-03-01 | quality, environment, energy, occupational_health | met            |
        | 2026-03-01 | environment, energy, occupational_health          | not met        |
        | 2026-03-01 | quality, energy, occupational_health              | not met        |
        | 2026-03-01 | quality, environment, occupational_health         | not met        |
        | 2026-03-01 | quality, environment, energy                      | not met        |
        | 2025-12-31 | quality, environment, energy                      | not met        |
        | 2025-12-30 | quality, environment, energy                      | not applicable |

    Scenario Outline: A future filing is undetermined
      Given filing date is <filed>
      When evaluated as of 2026-03-01
      Then gate Y0 is <outcome>

      Examples:
        | filed      | outcome      |
        | 2026-03-01 | met          |
        | 2026-03-02 | undetermined |

    Scenario: Without a filing a factory does not pass
      Given supposing filed is 0
      When evaluated as of 2026-03-01
      Then gate Y0 is not met

    Scenario Outline: Twelve months and three years are counted from the first day
      Given production currently stopped is yes
      And production stopped since is <since>
      And accident or tax breach is yes
      And date of the last accident or tax breach is <breach>
      And filing date is <filed>
      When evaluated as of 2027-06-30
      Then gate Y2 is <y2>
      And gate Y3 is <y3>

      Examples:
        | since      | breach     | filed      | y2      | y3      |
        | 2024-02-29 | 2024-02-29 | 2025-02-28 | not met | not met |
        | 2024-02-29 | 2024-02-29 | 2025-02-27 | met     | not met |
        | 2026-06-30 | 2024-02-29 | 2027-02-28 | met     | met     |
        | 2026-06-30 | 2024-02-29 | 2027-02-27 | met     | not met |

    Scenario: Without a credit record the gate is undetermined
      Given date of the last accident or tax breach is 2025-06-30
      And evidence for accident or tax breach is missing
      When evaluated as of 2026-03-01
      Then gate Y3 is undetermined

    Scenario Outline: A clear credit record must be issued no earlier than twelve months before the filing
      Given evidence for accident or tax breach was issued on <issued>
      When evaluated as of <day>
      Then gate Y3 is <outcome>

      Examples:
        | issued     | day        | outcome      |
        | 2025-03-01 | 2026-03-01 | met          |
        | 2025-03-01 | 2028-06-30 | met          |
        | 2025-02-28 | 2026-03-01 | undetermined |
        | 2025-02-28 | 2028-06-30 | undetermined |
        | 2026-04-01 | 2028-06-30 | met          |

    Scenario Outline: A dated accident or breach counts regardless of the age of its credit record
      Given accident or tax breach is yes
      And date of the last accident or tax breach is <breach>
      And evidence for accident or tax breach was issued on 2023-06-01
      And evidence for date of the last accident or tax breach was issued on 2023-06-01
      When evaluated as of 2026-03-01
      Then gate Y3 is <outcome>

      Examples:
        | breach     | outcome      |
        | 2023-03-02 | not met      |
        | 2023-03-01 | undetermined |

    Scenario Outline: A future breach is not counted
      Given accident or tax breach is yes
      And date of the last accident or tax breach is <breach>
      When evaluated as of 2026-06-30
      Then gate Y3 is <outcome>

      Examples:
        | breach     | outcome |
        | 2026-06-30 | not met |
        | 2026-07-01 | met     |

    Scenario: Without a recent credit record a factory does not pass
      Given supposing print_young is 0
      When evaluated as of 2026-03-01
      Then gate Y3 is not met

  Rule: Procedure and dates of the list
    Background:
      Given the quantity province recommended in time (1 = yes) (in_time)
        | is                                                | when                                                                                                            | basis   |
        | 1                                                 | recommendation date is until the as-of date; recommendation date is until the end of filing year minus 5 months | listing |
        | 0                                                 | the as-of date is after the end of filing year minus 5 months                                                   | listing |
        | undetermined, because the deadline has not passed | otherwise                                                                                                       | to-come |
      And the quantity city recommended in time and within the three years (1 = yes) (city_in_time)
        | is                                                | when                                                                                                                                                                                                                                                               | basis                 |
        | 1                                                 | recommendation date is until the as-of date; recommendation date is until the end of filing year minus 6 months; recommendation date is from start date of provincial cultivation; recommendation date is before start date of provincial cultivation plus 3 years | guangdong, counted-on |
        | 0                                                 | recommendation date is until the as-of date                                                                                                                                                                                                                        | guangdong             |
        | 0                                                 | the as-of date is after the end of filing year minus 6 months                                                                                                                                                                                                      | guangdong             |
        | undetermined, because the deadline has not passed | otherwise                                                                                                                                                                                                                                                          | to-come               |
      And the quantity public notice lasted fifteen days (1 = yes) (public_enough)
        | is                                                  | when                                      | basis   |
        | 1                                                   | days of public notice is at least 15 days | listing |
        | 0                                                   | filing year is over                       | listing |
        | undetermined, because the filing year has not ended | otherwise                                 | to-come |
      And the quantity annual table submitted in time (1 = yes) (table_in_time)
        | is                                                | when                                                                                                                                                                          | basis   |
        | 1                                                 | submission date of the annual dynamic table is until the as-of date; submission date of the annual dynamic table is until the start of filing year plus 3 months plus 14 days | dynamic |
        | 0                                                 | the as-of date is after the start of filing year plus 3 months plus 14 days                                                                                                   | dynamic |
        | undetermined, because the deadline has not passed | otherwise                                                                                                                                                                     | to-come |
      And these gates
        | id    | gate                                                                     | requires                                                                                                                     | applies when                     | basis              |
        | Y8    | On the provincial list, recommended by 31 July, public notice of 15 days | on the provincial list is yes; province recommended in time (1 = yes) is 1; public notice lasted fifteen days (1 = yes) is 1 | filing is to the national list   | listing, to-come   |
        | Y9    | Guangdong: recommended by 30 June within three years of cultivation      | city recommended in time and within the three years (1 = yes) is 1                                                           | filing is by a city in Guangdong | guangdong, to-come |
        | Y15   | Dynamic table is submitted by 15 April                                   | annual table submitted in time (1 = yes) is 1                                                                                | on the green factory list is yes | dynamic, to-come   |
        | Y15-L | Not in the last 5 % for three consecutive years                          | consecutive years in the last 5 % is less than 3                                                                             | on the green factory list is yes | dynamic            |
      And these facts
        | fact        | label       | type   |
        | filing_year | filing year | period |
      And this reference case
        | fact        | value                    |
        | filing year | 2026-01-01 to 2026-12-31 |
      And these conditions
        | condition     | label                         | holds when                        | basis   |
        | filed_in_year | filed in the year of the list | filing date is within filing year | edition |
      And these findings
        | code        | finding                                                                                                             | when                                                                     | severity    | basis      |
        | Y15.TWO     | Two consecutive years in the last 5 %: after a third year the factory is removed from the list                      | on the green factory list is yes; consecutive years in the last 5 % is 2 | observation | dynamic    |
        | Y19.EDITION | Filing date outside the filing year: clarify which edition applies                                                  | filed in the year of the list does not hold                              | observation | edition    |
        | Y13.SIXTY   | Sources differ on what weighs 60 % (quantitative indicators or energy and resources), and neither statement is used | legally established manufacturer in actual production is yes             | observation | statements |

    Scenario Outline: Recommendation by 31 July, in Guangdong by 30 June
      Given filing is <filing>
      And on_provincial_list is <provincial>
      And recommended_on is <day>
      And public_days is <days> days
      And cultivated_from is <since>
      When evaluated as of 2027-01-01
      Then gate Y8 is <y8>
      And gate Y9 is <y9>

      Examples:
        | filing         | provincial | day        | days | since      | y8             | y9             |
        | national       | yes        | 2026-07-31 | 15   | 2020-01-01 | met            | not applicable |
        | national       | no         | 2026-07-31 | 15   | 2020-01-01 | not met        | not applicable |
        | national       | yes        | 2026-08-01 | 15   | 2020-01-01 | not met        | not applicable |
        | national       | yes        | 2026-07-31 | 14   | 2020-01-01 | not met        | not applicable |
        | guangdong_city | no         | 2026-06-30 | 0    | 2024-05-01 | not applicable | met            |
        | guangdong_city | no         | 2026-07-01 | 0    | 2024-05-01 | not applicable | not met        |
        | guangdong_city | no         | 2026-06-30 | 0    | 2023-07-01 | not applicable | met            |
        | guangdong_city | no         | 2026-06-30 | 0    | 2023-06-30 | not applicable | not met        |

    Scenario Outline: Requirements for a listed factory
      Given on the green factory list is <on the green factory list>
      And table_on is <day>
      And years_last is <years>
      When evaluated as of 2026-12-31
      Then gate Y15 is <y15>
      And gate Y15-L is <last>
      And <two>

      Examples:
        | on the green factory list | day        | years | y15            | last           | two                              |
        | yes                       | 2026-04-15 | 0     | met            | met            | no finding Y15.TWO is raised     |
        | yes                       | 2026-04-16 | 1     | not met        | met            | no finding Y15.TWO is raised     |
        | yes                       | 2026-04-15 | 2     | met            | met            | an observation Y15.TWO is raised |
        | yes                       | 2026-04-15 | 3     | met            | not met        | no finding Y15.TWO is raised     |
        | no                        | 2026-04-16 | 3     | not applicable | not applicable | no finding Y15.TWO is raised     |
        | no                        | 2026-04-16 | 2     | not applicable | not applicable | no finding Y15.TWO is raised     |

    Scenario Outline: Applicable edition, and the 60 % statements
      Given filed_on is <day>
      And manufacturing is <unit>
      When evaluated as of 2027-01-31
      Then <edition>
      And <sixty>

      Examples:
        | day        | unit | edition                              | sixty                              |
        | 2026-01-01 | yes  | no finding Y19.EDITION is raised     | an observation Y13.SIXTY is raised |
        | 2026-12-31 | yes  | no finding Y19.EDITION is raised     | an observation Y13.SIXTY is raised |
        | 2027-01-05 | yes  | an observation Y19.EDITION is raised | an observation Y13.SIXTY is raised |
        | 2025-12-31 | no   | an observation Y19.EDITION is raised | no finding Y13.SIXTY is raised     |

    Scenario Outline: A deadline is not missed before it has passed
      Given filing is <filing>
      And recommendation date is <recommended>
      And days of public notice is <days> days
      And start date of provincial cultivation is <since>
      When evaluated as of <day>
      Then gate Y8 is <y8>
      And gate Y9 is <y9>

      Examples:
        | filing         | recommended | days | since      | day        | y8             | y9             |
        | national       | 2026-07-31  | 15   | 2024-05-01 | 2026-03-01 | undetermined   | not applicable |
        | national       | 2026-08-01  | 15   | 2024-05-01 | 2026-07-31 | undetermined   | not applicable |
        | national       | 2026-08-01  | 15   | 2024-05-01 | 2026-08-01 | not met        | not applicable |
        | national       | 2026-07-31  | 15   | 2024-05-01 | 2026-07-31 | met            | not applicable |
        | national       | 2026-07-31  | 0    | 2024-05-01 | 2026-12-31 | undetermined   | not applicable |
        | national       | 2026-07-31  | 0    | 2024-05-01 | 2027-01-01 | not met        | not applicable |
        | guangdong_city | 2026-06-30  | 0    | 2024-05-01 | 2026-06-29 | not applicable | undetermined   |
        | guangdong_city | 2026-06-30  | 0    | 2024-05-01 | 2026-06-30 | not applicable | met            |
        | guangdong_city | 2026-07-01  | 0    | 2024-05-01 | 2026-06-30 | not applicable | undetermined   |
        | guangdong_city | 2026-07-01  | 0    | 2024-05-01 | 2026-07-01 | not applicable | not met        |
        | guangdong_city | 2026-06-01  | 0    | 2026-06-02 | 2026-06-15 | not applicable | not met        |
        | guangdong_city | 2026-06-02  | 0    | 2026-06-02 | 2026-06-15 | not applicable | met            |
        | guangdong_city | 2026-06-20  | 0    | 2023-06-10 | 2026-06-15 | not applicable | undetermined   |
        | guangdong_city | 2026-06-15  | 0    | 2026-06-16 | 2026-06-15 | not applicable | not met        |
        | guangdong_city | 2026-07-20  | 0    | 2024-05-01 | 2026-07-01 | not applicable | not met        |
        | guangdong_city | 2026-07-20  | 0    | 2024-05-01 | 2026-06-30 | not applicable | undetermined   |

    Scenario Outline: The annual table is due by 15 April
      Given on the green factory list is yes
      And submission date of the annual dynamic table is <table>
      When evaluated as of <day>
      Then gate Y15 is <y15>

      Examples:
        | table      | day        | y15          |
        | 2026-04-15 | 2026-04-14 | undetermined |
        | 2026-04-15 | 2026-04-15 | met          |
        | 2026-04-16 | 2026-04-15 | undetermined |
        | 2026-04-16 | 2026-04-16 | not met      |

    Scenario: Less than fifteen days of public notice are undetermined at first
      Given days of public notice is 3 days
      When evaluated as of 2026-03-01
      Then the conclusion is incomplete
