# language: en
Feature: Reviewer, deadlines and excess

  Background:
    Given the scorecard project-energy-review
    And these facts
      | fact            | label                                        | type   | unit  | at least | multiple of | evidence                          | given |
      | equivalent      | annual energy use by equivalent value in tce | number | t     | 0        |             | energy-account                    | yes   |
      | equal           | annual energy use by equal value in tce      | number | t     | 0        |             | energy-account                    | yes   |
      | coal            | annual coal use                              | number | t     | 0        |             | energy-account                    |       |
      | key_field       | project in a key field                       | flag   |       |          |             |                                   | yes   |
      | check_days      | working days until the completeness notice   | number | day   | 0        | 1           | review-opinion                    |       |
      | opinion_on      | date of the review opinion                   | date   |       |          |             | review-opinion                    |       |
      | started         | construction started                         | flag   |       |          |             |                                   |       |
      | started_on      | construction start date                      | date   |       |          |             | start-record                      |       |
      | trial           | trial run started                            | flag   |       |          |             |                                   |       |
      | trial_on        | trial run start date                         | date   |       |          |             |                                   |       |
      | accepted        | project accepted                             | flag   |       |          |             |                                   |       |
      | accepted_on     | acceptance date                              | date   |       |          |             | acceptance-report                 |       |
      | energy_approved | approved energy use in tce                   | number | t     | 0.001    |             | review-opinion                    | yes   |
      | energy_measured | measured energy use in tce                   | number | t     | 0        |             | energy-account, acceptance-report |       |
      | carbon_approved | approved carbon emissions                    | number | tCO2e | 0.001    |             | review-opinion                    | yes   |
      | carbon_measured | measured carbon emissions                    | number | tCO2e | 0        |             | acceptance-report                 |       |
      | split           | project split into parts                     | flag   |       |          |             |                                   |       |
      | false_report    | false report                                 | flag   |       |          |             |                                   |       |
    And this reference case
      | fact                                         | value        |
      | annual energy use by equivalent value in tce | 118000 t     |
      | annual energy use by equal value in tce      | 250000 t     |
      | annual coal use                              | 2000 t       |
      | project in a key field                       | yes          |
      | working days until the completeness notice   | 5 days       |
      | date of the review opinion                   | 2025-10-15   |
      | construction started                         | yes          |
      | construction start date                      | 2026-03-01   |
      | trial run started                            | yes          |
      | trial run start date                         | 2027-10-01   |
      | project accepted                             | yes          |
      | acceptance date                              | 2028-03-31   |
      | approved energy use in tce                   | 120000 t     |
      | measured energy use in tce                   | 131500 t     |
      | approved carbon emissions                    | 300000 tCO2e |
      | measured carbon emissions                    | 310000 tCO2e |
      | project split into parts                     | no           |
      | false report                                 | no           |

  Rule: Reviewer
    Background:
      Given the quantity higher of both energy values (higher), in t, on basis rules
        | is                                                                                         |
        | max(annual energy use by equivalent value in tce, annual energy use by equal value in tce) |
      And these conditions
        | condition         | label                                  | holds when                                                                       | basis            |
        | national_review   | NDRC is responsible for the review     | project in a key field is yes; higher of both energy values is at least 500000 t | rules, key-field |
        | national_review   |                                        | project in a key field is yes; annual coal use is at least 500000 t              | rules, key-field |
        | provincial_review | province is responsible for the review | annual energy use by equivalent value in tce is at least 10000 t                 | rules            |
        | provincial_review |                                        | annual coal use is at least 10000 t                                              | rules            |
        | separate_review   | a separate review is required          | annual energy use by equivalent value in tce is at least 1000 t                  | lower-value      |
        | separate_review   |                                        | annual coal use is at least 1000 t                                               | rules            |
      And these findings
        | code         | finding                                                         | when                                                                                                                                        | severity    | basis   |
        | ZE3.NDRC     | The NDRC reviews the project and evaluates its carbon emissions | NDRC is responsible for the review holds                                                                                                    | observation | rules   |
        | ZE2.PROVINCE | The province reviews the project                                | NDRC is responsible for the review does not hold; province is responsible for the review holds                                              | observation | rules   |
        | ZE4.BETWEEN  | Provincial rules decide who reviews the project                 | NDRC is responsible for the review does not hold; province is responsible for the review does not hold; a separate review is required holds | observation | between |
        | ZE1.NONE     | No separate review is required                                  | a separate review is required does not hold                                                                                                 | observation | rules   |
      And these results
        | result       | label                                | is                           | rounded to | basis |
        | higher_value | Higher of the two energy values, tce | higher of both energy values | 0 decimals | rules |

    Scenario Outline: 1,000, 10,000 and 500,000: both sides of each limit
      Given equivalent is <equivalent> t
      And equal is <equal> t
      And coal is <coal> t
      And key_field is <key>
      When evaluated as of 2028-06-30
      Then the grade is <grade>

      Examples:
        | equivalent | equal     | coal      | key | grade          |
        | 999.99     | 2000      | 999.99    | yes | no_review      |
        | 1000       | 2000      | 0         | yes | between_limits |
        | 0          | 0         | 1000      | yes | between_limits |
        | 9999.99    | 20000     | 9999.99   | yes | between_limits |
        | 10000      | 20000     | 0         | yes | provincial     |
        | 0          | 0         | 10000     | yes | provincial     |
        | 200000     | 499999.99 | 0         | yes | provincial     |
        | 200000     | 500000    | 0         | yes | national       |
        | 500000     | 400000    | 0         | yes | national       |
        | 200000     | 500000    | 0         | no  | provincial     |
        | 1000       | 2000      | 500000    | yes | national       |
        | 1000       | 2000      | 499999.99 | yes | provincial     |
        | 1000       | 2000      | 500000    | no  | provincial     |

    Scenario Outline: The reviewer is shown even if a gate fails
      Given equivalent is <equivalent> t
      And equal is <equal> t
      And coal is <coal> t
      And project split into parts is yes
      When evaluated as of 2028-06-30
      Then gate ZE9 is not met
      And <ndrc>
      And <province>
      And <between>
      And <none>

      Examples:
        | equivalent | equal  | coal   | ndrc                              | province                              | between                              | none                              |
        | 118000     | 250000 | 500000 | an observation ZE3.NDRC is raised | no finding ZE2.PROVINCE is raised     | no finding ZE4.BETWEEN is raised     | no finding ZE1.NONE is raised     |
        | 9999       | 500000 | 2000   | an observation ZE3.NDRC is raised | no finding ZE2.PROVINCE is raised     | no finding ZE4.BETWEEN is raised     | no finding ZE1.NONE is raised     |
        | 118000     | 250000 | 2000   | no finding ZE3.NDRC is raised     | an observation ZE2.PROVINCE is raised | no finding ZE4.BETWEEN is raised     | no finding ZE1.NONE is raised     |
        | 5000       | 250000 | 2000   | no finding ZE3.NDRC is raised     | no finding ZE2.PROVINCE is raised     | an observation ZE4.BETWEEN is raised | no finding ZE1.NONE is raised     |
        | 999        | 250000 | 999    | no finding ZE3.NDRC is raised     | no finding ZE2.PROVINCE is raised     | no finding ZE4.BETWEEN is raised     | an observation ZE1.NONE is raised |

    Scenario: An equivalent value of 600,000 tce exceeds all three limits
      Given annual energy use by equivalent value in tce is 600000 t
      When evaluated as of 2028-06-30
      Then condition national_review holds
      And condition provincial_review holds
      And condition separate_review holds

  Rule: Deadlines
    Background:
      Given these conditions
        | condition | label                         | holds when                                                                                            | basis          |
        | in_force  | review opinion has not lapsed | construction started is yes; construction start date is until date of the review opinion plus 2 years | days, day-ends |
        | in_force  |                               | the as-of date is until date of the review opinion plus 2 years                                       | days, day-ends |
        | in_time   | project was accepted in time  | project accepted is yes; acceptance date is until trial run start date plus 6 months                  | days, day-ends |
        | in_time   |                               | the as-of date is until trial run start date plus 6 months                                            | days, day-ends |
      And the quantity declared events have happened (1 = yes) (happened), on basis told
        | is                                                           | when                                                                                                             |
        | 0                                                            | project accepted is yes; trial run started is no; acceptance date is until the as-of date                        |
        | 0                                                            | project accepted is yes; acceptance date is before trial run start date; acceptance date is until the as-of date |
        | undetermined, because the opinion has not been issued yet    | a separate review is required holds; date of the review opinion is after the as-of date                          |
        | undetermined, because construction has not started yet       | construction started is yes; construction start date is after the as-of date                                     |
        | undetermined, because the trial run has not started yet      | trial run started is yes; trial run start date is after the as-of date                                           |
        | undetermined, because the acceptance has not taken place yet | project accepted is yes; acceptance date is after the as-of date                                                 |
        | 1                                                            | otherwise                                                                                                        |
      And these gates
        | id  | gate                                                              | requires                                     | applies when                                                  | basis |
        | ZE0 | Declared events have happened, no acceptance before the trial run | declared events have happened (1 = yes) is 1 |                                                               | told  |
        | ZE6 | Opinion not lapsed: construction started within two years         | review opinion has not lapsed holds          | a separate review is required holds                           | days  |
        | ZE7 | Accepted within six months of the trial run                       | project was accepted in time holds           | a separate review is required holds; trial run started is yes | days  |
      And these findings
        | code      | finding                                               | when                                                                                                                           | severity    | basis |
        | ZE6.EARLY | Construction started before the opinion was issued    | a separate review is required holds; construction started is yes; construction start date is before date of the review opinion | observation | early |
        | ZE5.LATE  | Completeness notice after more than five working days | working days until the completeness notice is more than 5 days                                                                 | observation | days  |

    Scenario Outline: Two years to the day
      Given started is <started>
      And started_on is <day>
      And equivalent is <energy> t
      And trial run started is no
      When evaluated as of <today>
      Then gate ZE6 is <outcome>

      Examples:
        | started | day        | energy | today      | outcome |
        | yes     | 2027-10-15 | 118000 | 2028-06-30 | met     |
        | yes     | 2027-10-16 | 118000 | 2028-06-30 | not met |
        | no      | 2027-10-15 | 118000 | 2027-10-15 | met     |
        | no      | 2027-10-15 | 118000 | 2027-10-16 | not met |
        | yes     | 2027-10-16 | 118000 | 2027-10-15 | met     |
        | yes     | 2027-10-16 | 118000 | 2027-10-16 | not met |
        | yes     | 2027-10-15 | 118000 | 2026-10-15 | met     |
        | yes     | 2027-10-17 | 118000 | 2027-10-16 | not met |
        | yes     | 2027-10-15 | 118000 | 2027-10-15 | met     |

    Scenario Outline: A construction start before the opinion is an observation
      Given started is <started>
      And started_on is <day>
      And equivalent is <energy> t
      And annual coal use is 0 t
      When evaluated as of 2028-06-30
      Then <early>

      Examples:
        | started | day        | energy | early                              |
        | yes     | 2025-10-14 | 118000 | an observation ZE6.EARLY is raised |
        | yes     | 2025-10-15 | 118000 | no finding ZE6.EARLY is raised     |
        | no      | 2025-10-14 | 118000 | no finding ZE6.EARLY is raised     |
        | yes     | 2025-10-14 | 999    | no finding ZE6.EARLY is raised     |

    Scenario: Without a review no opinion can lapse
      Given annual energy use by equivalent value in tce is 999 t
      And annual coal use is 0 t
      When evaluated as of 2028-06-30
      Then gate ZE6 is not applicable
      And gate ZE7 is not applicable

    Scenario Outline: Events after the as-of date have not happened
      Given started is <started>
      And started_on is <begin>
      And trial is <trial>
      And trial_on is <run>
      And project accepted is <project accepted>
      And accepted_on is <day>
      When evaluated as of 2028-06-30
      Then gate ZE0 is <outcome>

      Examples:
        | started | begin      | trial | run        | project accepted | day        | outcome      |
        | yes     | 2028-06-30 | no    | 2028-07-01 | no               | 2028-07-01 | met          |
        | yes     | 2028-07-01 | no    | 2028-07-01 | no               | 2028-07-01 | undetermined |
        | no      | 2028-07-01 | no    | 2028-07-01 | no               | 2028-07-01 | met          |
        | yes     | 2026-03-01 | yes   | 2028-06-30 | no               | 2028-06-29 | met          |
        | yes     | 2026-03-01 | yes   | 2028-07-01 | no               | 2028-07-01 | undetermined |
        | yes     | 2026-03-01 | yes   | 2028-06-30 | yes              | 2028-06-30 | met          |
        | yes     | 2026-03-01 | yes   | 2028-06-30 | yes              | 2028-06-29 | not met      |
        | yes     | 2026-03-01 | yes   | 2028-01-01 | yes              | 2028-07-01 | undetermined |
        | yes     | 2026-03-01 | no    | 2028-01-01 | yes              | 2028-07-01 | undetermined |
        | yes     | 2026-03-01 | yes   | 2028-07-02 | yes              | 2028-07-01 | undetermined |
        | yes     | 2028-07-01 | no    | 2028-01-01 | yes              | 2028-06-30 | not met      |
        | yes     | 2026-03-01 | yes   | 2028-07-01 | yes              | 2028-06-30 | not met      |
        | yes     | 2026-03-01 | no    | 2028-01-01 | yes              | 2028-06-30 | not met      |

    Scenario Outline: Six months from the trial run, and one day late
      Given trial is <trial>
      And project accepted is <project accepted>
      And accepted_on is <day>
      When evaluated as of <today>
      Then gate ZE7 is <outcome>

      Examples:
        | trial | project accepted | day        | today      | outcome        |
        | yes   | yes              | 2028-04-01 | 2028-06-30 | met            |
        | yes   | yes              | 2028-04-02 | 2028-06-30 | not met        |
        | yes   | no               | 2028-04-01 | 2028-04-01 | met            |
        | yes   | no               | 2028-04-01 | 2028-04-02 | not met        |
        | yes   | yes              | 2028-04-02 | 2028-04-01 | met            |
        | yes   | yes              | 2028-04-02 | 2028-04-02 | not met        |
        | yes   | yes              | 2028-04-03 | 2028-04-02 | not met        |
        | yes   | yes              | 2028-04-01 | 2028-04-01 | met            |
        | no    | no               | 2028-04-02 | 2028-06-30 | not applicable |

    Scenario Outline: Five working days
      Given check_days is <days> days
      When evaluated as of 2028-06-30
      Then <late>

      Examples:
        | days | late                              |
        | 5    | no finding ZE5.LATE is raised     |
        | 6    | an observation ZE5.LATE is raised |

    Scenario Outline: A future opinion is undetermined
      Given date of the review opinion is 2028-07-01
      And construction started is no
      And trial run started is no
      And project accepted is no
      And equivalent is <energy> t
      And annual coal use is 0 t
      When evaluated as of <day>
      Then gate ZE0 is <outcome>

      Examples:
        | energy | day        | outcome      |
        | 118000 | 2028-06-30 | undetermined |
        | 118000 | 2028-07-01 | met          |
        | 999    | 2028-06-30 | met          |

  Rule: Excess and withdrawal
    Background:
      Given the quantity energy use above the approved value (energy_excess), in %
        | is                                                                                     | when                                         | basis   |
        | undetermined, because a project has no excess before its trial run                     | trial run started is no                      | running |
        | undetermined, because a project has no excess before its trial run                     | trial run start date is after the as-of date | running |
        | (measured energy use in tce - approved energy use in tce) / approved energy use in tce | otherwise                                    | excess  |
      And the quantity carbon emissions above the approved value (carbon_excess), in %
        | is                                                                                  | when                                         | basis   |
        | undetermined, because a project has no excess before its trial run                  | trial run started is no                      | running |
        | undetermined, because a project has no excess before its trial run                  | trial run start date is after the as-of date | running |
        | (measured carbon emissions - approved carbon emissions) / approved carbon emissions | otherwise                                    | excess  |
      And these gates
        | id  | gate                                                     | requires                                                                                                       | applies when                                                                                                | basis                  |
        | ZE8 | Energy and carbon at most 10 % above the approved values | energy use above the approved value is at most 10 %; carbon emissions above the approved value is at most 10 % | a separate review is required holds; trial run started is yes; trial run start date is until the as-of date | excess, running, proof |
        | ZE9 | Project neither split nor falsely reported               | project split into parts is no; false report is no                                                             |                                                                                                             | false                  |
      And these results
        | result       | label                                     | is                                        | rounded to | basis  |
        | energy_above | Energy use above the approved value       | energy use above the approved value       | 4 decimals | excess |
        | carbon_above | Carbon emissions above the approved value | carbon emissions above the approved value | 4 decimals | excess |

    Scenario Outline: 10 %: both sides of the limit
      Given energy_measured is <energy> t
      And carbon_measured is <carbon> tCO2e
      And project accepted is <project accepted>
      And trial is <trial>
      When evaluated as of 2028-06-30
      Then gate ZE8 is <outcome>

      Examples:
        | energy | carbon    | project accepted | trial | outcome        |
        | 131500 | 300000    | yes              | yes   | met            |
        | 132000 | 330000    | yes              | yes   | met            |
        | 132001 | 300000    | yes              | yes   | not met        |
        | 132012 | 300000    | yes              | yes   | not met        |
        | 131500 | 330000.01 | yes              | yes   | not met        |
        | 140000 | 400000    | no               | yes   | not met        |
        | 140000 | 400000    | no               | no    | not applicable |

    Scenario: Without a measurement the excess is undetermined
      Given measured energy use in tce is missing
      And project accepted is no
      When evaluated as of 2028-03-31
      Then gate ZE8 is undetermined

    Scenario: Without a review nothing is approved
      Given annual energy use by equivalent value in tce is 999 t
      And annual coal use is 0 t
      And measured energy use in tce is 140000 t
      When evaluated as of 2028-06-30
      Then gate ZE8 is not applicable
      And the grade is no_review

    Scenario Outline: Split project or false report
      Given split is <split>
      And false_report is <false>
      When evaluated as of 2028-06-30
      Then gate ZE9 is <outcome>

      Examples:
        | split | false | outcome |
        | no    | no    | met     |
        | yes   | no    | not met |
        | no    | yes   | not met |

    Scenario Outline: Before its trial run a project has no excess
      Given trial run start date is 2028-07-01
      And project accepted is no
      And measured energy use in tce is 140000 t
      And trial run started is <begun>
      When evaluated as of <day>
      Then gate ZE8 is <outcome>
      And <energy>
      And <carbon>

      Examples:
        | begun | day        | outcome        | energy                                                   | carbon                                                         |
        | yes   | 2028-06-30 | not applicable | the rules leave the quantity energy_excess undetermined  | the rules leave the quantity carbon_excess undetermined        |
        | yes   | 2028-07-01 | not met        | the result Energy use above the approved value is 50/3 % | the result Carbon emissions above the approved value is 10/3 % |
        | no    | 2028-07-01 | not applicable | the rules leave the quantity energy_excess undetermined  | the rules leave the quantity carbon_excess undetermined        |

    Scenario: Without an energy account the excess is undetermined
      Given evidence for measured energy use in tce is missing
      When evaluated as of 2028-06-30
      Then gate ZE8 is undetermined
