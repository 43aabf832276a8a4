# language: en
Feature: Gates and the list

  Background:
    Given the scorecard green-factory
    And these facts
      | fact               | label                                       | type    | unit | one of                                            | at least | multiple of | evidence          |
      | manufacturing      | legal manufacturing unit in real production | flag    |      |                                                   |          |             |                   |
      | struck_off         | struck off                                  | flag    |      |                                                   |          |             | credit-report     |
      | stopped            | stopped now                                 | flag    |      |                                                   |          |             |                   |
      | stopped_from       | stopped since                               | date    |      |                                                   |          |             |                   |
      | abnormal           | on the abnormal list                        | flag    |      |                                                   |          |             | credit-report     |
      | accident           | accident or tax breach                      | flag    |      |                                                   |          |             | credit-report     |
      | accident_on        | last of them on                             | date    |      |                                                   |          |             | credit-report     |
      | print_on           | day of the credit print                     | date    |      |                                                   |          |             |                   |
      | removed_before     | removed from the list before                | flag    |      |                                                   |          |             | credit-report     |
      | supervision        | serious finding of state supervision open   | flag    |      |                                                   |          |             | credit-report     |
      | inspection_overdue | fix of an energy inspection overdue         | flag    |      |                                                   |          |             | credit-report     |
      | defaulter          | judgment defaulter                          | flag    |      |                                                   |          |             | credit-report     |
      | permit_due         | discharge permit due                        | flag    |      |                                                   |          |             |                   |
      | permit_held        | discharge permit held                       | flag    |      |                                                   |          |             | discharge-permit  |
      | within_limits      | emissions within limits                     | flag    |      |                                                   |          |             | monitoring-report |
      | systems            | management systems with a valid certificate | choices |      | quality, environment, energy, occupational_health |          |             |                   |
      | filing             | filing                                      | choice  |      | national, guangdong_city                          |          |             |                   |
      | filed_on           | filed on                                    | date    |      |                                                   |          |             |                   |
      | on_provincial_list | on the provincial list                      | flag    |      |                                                   |          |             |                   |
      | recommended_on     | recommended on                              | date    |      |                                                   |          |             |                   |
      | public_days        | days public                                 | number  | day  |                                                   | 0        | 1           |                   |
      | cultivated_from    | provincial cultivation since                | date    |      |                                                   |          |             |                   |
      | listed             | listed                                      | flag    |      |                                                   |          |             |                   |
      | table_on           | dynamic table of the year on                | date    |      |                                                   |          |             |                   |
      | years_last         | years running in the last 5 %               | number  |      |                                                   | 0        | 1           |                   |
    And day of the credit print is the day on which evidence for accident or tax breach was issued
    And the choices of management systems with a valid certificate
      | value               | words               |
      | quality             | quality             |
      | environment         | environment         |
      | energy              | energy              |
      | occupational_health | occupational health |
    And the choices of filing
      | value          | words                  |
      | national       | to the national list   |
      | guangdong_city | of a city in Guangdong |
    And this reference case
      | fact                                        | value                                             |
      | legal manufacturing unit in real production | yes                                               |
      | struck off                                  | no                                                |
      | stopped now                                 | no                                                |
      | stopped since                               | 2025-03-01                                        |
      | on the abnormal list                        | no                                                |
      | accident or tax breach                      | no                                                |
      | last of them on                             | 2022-01-01                                        |
      | removed from the list before                | no                                                |
      | serious finding of state supervision open   | no                                                |
      | fix of an energy inspection overdue         | no                                                |
      | judgment defaulter                          | no                                                |
      | discharge permit due                        | yes                                               |
      | discharge permit held                       | yes                                               |
      | emissions within limits                     | yes                                               |
      | management systems with a valid certificate | quality, environment, energy, occupational health |
      | filing                                      | to the national list                              |
      | filed on                                    | 2026-03-01                                        |
      | on the provincial list                      | yes                                               |
      | recommended on                              | 2026-03-01                                        |
      | days public                                 | 15 days                                           |
      | provincial cultivation since                | 2024-05-01                                        |
      | listed                                      | no                                                |
      | dynamic table of the year on                | 2026-02-27                                        |
      | years running in the last 5 %               | 0                                                 |

  Rule: Who is refused
    Background:
      Given these conditions
        | condition     | label                                 | holds when                                                                                                              | basis                            |
        | long_stopped  | stopped for twelve months             | stopped now is yes; filed on is from stopped since plus 1 year                                                          | refused, counted-on              |
        | recent_breach | accident or tax breach in three years | accident or tax breach is yes; last of them on is until the as-of date; filed on is before last of them on plus 3 years | refused, breach-edge, counted-on |
      And the quantity filed already (filed)
        | is                                                | when                             | basis   |
        | 1                                                 | filed on is until the as-of date | unit    |
        | undetermined, because the filing is still to come | otherwise                        | to-come |
      And the quantity print young enough (print_young), on basis record-age
        | is                                                                                                        | when                                                  |
        | 1                                                                                                         | filed on is until day of the credit print plus 1 year |
        | undetermined, because no print of the twelve months before the filing or later tells of accidents and tax | otherwise                                             |
      And these gates
        | id   | gate                                                   | requires                                                                                                                                                                                                                                                                                          | applies when                | basis               |
        | Y0   | Filed                                                  | filed already is 1                                                                                                                                                                                                                                                                                |                             | unit, to-come       |
        | Y1   | Legal manufacturing unit in real production            | legal manufacturing unit in real production is yes                                                                                                                                                                                                                                                |                             | unit                |
        | Y2   | Not struck off, stopped for twelve months, or abnormal | struck off is no; stopped for twelve months does not hold; on the abnormal list is no                                                                                                                                                                                                             |                             | refused             |
        | Y3   | No accident or tax breach in three years               | accident or tax breach in three years does not hold; print young enough is 1                                                                                                                                                                                                                      |                             | refused, record-age |
        | Y4   | Nothing open of lists, supervision and inspection      | removed from the list before is no; serious finding of state supervision open is no; fix of an energy inspection overdue is no                                                                                                                                                                    |                             | refused             |
        | Y5   | No judgment defaulter                                  | judgment defaulter is no                                                                                                                                                                                                                                                                          |                             | refused             |
        | Y6   | Permit held where due, emissions within limits         | emissions within limits is yes                                                                                                                                                                                                                                                                    |                             | permit              |
        | Y6-P | Discharge permit held                                  | discharge permit held is yes                                                                                                                                                                                                                                                                      | discharge permit due is yes | permit              |
        | Y7   | Four management systems                                | management systems with a valid certificate includes any of quality; management systems with a valid certificate includes any of environment; management systems with a valid certificate includes any of energy; management systems with a valid certificate includes any of occupational health | filed on is from 2025-12-31 | systems             |

    Scenario Outline: eleven months and thirty days, and twelve months
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

    Scenario Outline: three years back from the filing
      Given accident is <accident>
      And accident_on is <day>
      When evaluated as of 2026-03-01
      Then gate Y3 is <outcome>

      Examples:
        | accident | day        | outcome |
        | no       | 2026-01-01 | met     |
        | yes      | 2023-03-01 | met     |
        | yes      | 2023-03-02 | not met |

    Scenario Outline: single grounds of refusal
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

    Scenario Outline: permit and limits
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

    Scenario Outline: four systems from the edition of 2025 on
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

    Scenario Outline: a filing to come is open
      Given filed on is <filed>
      When evaluated as of 2026-03-01
      Then gate Y0 is <outcome>

      Examples:
        | filed      | outcome      |
        | 2026-03-01 | met          |
        | 2026-03-02 | undetermined |

    Scenario: what was not filed does not pass
      Given supposing filed is 0
      When evaluated as of 2026-03-01
      Then gate Y0 is not met

    Scenario Outline: twelve months and three years are counted on from the first day
      Given stopped now is yes
      And stopped since is <since>
      And accident or tax breach is yes
      And last of them on is <breach>
      And filed on is <filed>
      When evaluated as of 2027-06-30
      Then gate Y2 is <y2>
      And gate Y3 is <y3>

      Examples:
        | since      | breach     | filed      | y2      | y3      |
        | 2024-02-29 | 2024-02-29 | 2025-02-28 | not met | not met |
        | 2024-02-29 | 2024-02-29 | 2025-02-27 | met     | not met |
        | 2026-06-30 | 2024-02-29 | 2027-02-28 | met     | met     |
        | 2026-06-30 | 2024-02-29 | 2027-02-27 | met     | not met |

    Scenario: a clean record that no print proves is open
      Given last of them on is 2025-06-30
      And evidence for accident or tax breach is missing
      When evaluated as of 2026-03-01
      Then gate Y3 is undetermined

    Scenario Outline: a print that names no breach counts for twelve months before the filing, whenever it is asked
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

    Scenario Outline: a dated breach counts whatever the age of its print
      Given accident or tax breach is yes
      And last of them on is <breach>
      And evidence for accident or tax breach was issued on 2023-06-01
      And evidence for last of them on was issued on 2023-06-01
      When evaluated as of 2026-03-01
      Then gate Y3 is <outcome>

      Examples:
        | breach     | outcome      |
        | 2023-03-02 | not met      |
        | 2023-03-01 | undetermined |

    Scenario Outline: a breach to come has not happened
      Given accident or tax breach is yes
      And last of them on is <breach>
      When evaluated as of 2026-06-30
      Then gate Y3 is <outcome>

      Examples:
        | breach     | outcome |
        | 2026-06-30 | not met |
        | 2026-07-01 | met     |

    Scenario: without a young print a clean factory does not pass
      Given supposing print_young is 0
      When evaluated as of 2026-03-01
      Then gate Y3 is not met

  Rule: Ways and days of the list
    Background:
      Given the quantity recommended in time (in_time)
        | is                                                | when                                                                                                         | basis   |
        | 1                                                 | recommended on is until the as-of date; recommended on is until the end of year of the filing minus 5 months | listing |
        | 0                                                 | the as-of date is after the end of year of the filing minus 5 months                                         | listing |
        | undetermined, because the deadline has not passed | otherwise                                                                                                    | to-come |
      And the quantity recommended by a city in time, cultivation valid (city_in_time)
        | is                                                | when                                                                                                                                                                                                                                  | basis                 |
        | 1                                                 | recommended on is until the as-of date; recommended on is until the end of year of the filing minus 6 months; recommended on is from provincial cultivation since; recommended on is before provincial cultivation since plus 3 years | guangdong, counted-on |
        | 0                                                 | recommended on is until the as-of date                                                                                                                                                                                                | guangdong             |
        | 0                                                 | the as-of date is after the end of year of the filing minus 6 months                                                                                                                                                                  | guangdong             |
        | undetermined, because the deadline has not passed | otherwise                                                                                                                                                                                                                             | to-come               |
      And the quantity public for fifteen days (public_enough)
        | is                                                       | when                            | basis   |
        | 1                                                        | days public is at least 15 days | listing |
        | 0                                                        | year of the filing is over      | listing |
        | undetermined, because the year of the filing is not over | otherwise                       | to-come |
      And the quantity table of the year in time (table_in_time)
        | is                                                | when                                                                                                                                                   | basis   |
        | 1                                                 | dynamic table of the year on is until the as-of date; dynamic table of the year on is until the start of year of the filing plus 3 months plus 14 days | dynamic |
        | 0                                                 | the as-of date is after the start of year of the filing plus 3 months plus 14 days                                                                     | dynamic |
        | undetermined, because the deadline has not passed | otherwise                                                                                                                                              | to-come |
      And these gates
        | id    | gate                                                                 | requires                                                                              | applies when                     | basis              |
        | Y8    | From the provincial list, recommended by 31 July, public for 15 days | on the provincial list is yes; recommended in time is 1; public for fifteen days is 1 | filing is to the national list   | listing, to-come   |
        | Y9    | Guangdong: recommended by 30 June, cultivation within three years    | recommended by a city in time, cultivation valid is 1                                 | filing is of a city in Guangdong | guangdong, to-come |
        | Y15   | Dynamic table by 15 April                                            | table of the year in time is 1                                                        | listed is yes                    | dynamic, to-come   |
        | Y15-L | Not in the last 5 % for three years running                          | years running in the last 5 % is less than 3                                          | listed is yes                    | dynamic            |
      And these facts
        | fact        | label              | type   |
        | filing_year | year of the filing | period |
      And this reference case
        | fact               | value                    |
        | year of the filing | 2026-01-01 to 2026-12-31 |
      And these conditions
        | condition     | label                         | holds when                            | basis   |
        | filed_in_year | filed in the year of the list | filed on is within year of the filing | edition |
      And these findings
        | code        | finding                                                                                                | when                                               | severity    | basis      |
        | Y15.TWO     | Two years running in the last 5 %: one more and the factory is off the list                            | listed is yes; years running in the last 5 % is 2  | observation | dynamic    |
        | Y19.EDITION | Filed in another year than that of the list: ask which edition governs                                 | filed in the year of the list does not hold        | observation | edition    |
        | Y13.SIXTY   | What weighs 60 % is told in two ways: quantity indicators or energy and resources, and neither is used | legal manufacturing unit in real production is yes | observation | statements |

    Scenario Outline: by 31 July, and by 30 June in Guangdong
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

    Scenario Outline: a listed factory
      Given listed is <listed>
      And table_on is <day>
      And years_last is <years>
      When evaluated as of 2026-12-31
      Then gate Y15 is <y15>
      And gate Y15-L is <last>
      And <two>

      Examples:
        | listed | day        | years | y15            | last           | two                              |
        | yes    | 2026-04-15 | 0     | met            | met            | no finding Y15.TWO is raised     |
        | yes    | 2026-04-16 | 1     | not met        | met            | no finding Y15.TWO is raised     |
        | yes    | 2026-04-15 | 2     | met            | met            | an observation Y15.TWO is raised |
        | yes    | 2026-04-15 | 3     | met            | not met        | no finding Y15.TWO is raised     |
        | no     | 2026-04-16 | 3     | not applicable | not applicable | no finding Y15.TWO is raised     |
        | no     | 2026-04-16 | 2     | not applicable | not applicable | no finding Y15.TWO is raised     |

    Scenario Outline: which edition, and what weighs 60 %
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

    Scenario Outline: a deadline that has not passed is not missed
      Given filing is <filing>
      And recommended on is <recommended>
      And days public is <days> days
      And provincial cultivation since is <since>
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

    Scenario Outline: the table of a year is due on 15 April
      Given listed is yes
      And dynamic table of the year on is <table>
      When evaluated as of <day>
      Then gate Y15 is <y15>

      Examples:
        | table      | day        | y15          |
        | 2026-04-15 | 2026-04-14 | undetermined |
        | 2026-04-15 | 2026-04-15 | met          |
        | 2026-04-16 | 2026-04-15 | undetermined |
        | 2026-04-16 | 2026-04-16 | not met      |

    Scenario: what was not public for fifteen days yet is open
      Given days public is 3 days
      When evaluated as of 2026-03-01
      Then the conclusion is incomplete
