# language: en
Feature: Who reviews, days, and excess

  Background:
    Given the scorecard project-energy-review
    And these facts
      | fact            | label                                    | type   | unit  | at least | multiple of | evidence                          | given |
      | equivalent      | yearly energy by equivalent value in tce | number | t     | 0        |             | energy-account                    | yes   |
      | equal           | yearly energy by equal value in tce      | number | t     | 0        |             | energy-account                    | yes   |
      | coal            | yearly coal                              | number | t     | 0        |             | energy-account                    |       |
      | key_field       | key field                                | flag   |       |          |             |                                   | yes   |
      | check_days      | working days until completeness was told | number | day   | 0        | 1           | review-opinion                    |       |
      | opinion_on      | opinion given on                         | date   |       |          |             | review-opinion                    |       |
      | started         | building begun                           | flag   |       |          |             |                                   |       |
      | started_on      | begin of building                        | date   |       |          |             | start-record                      |       |
      | trial           | trial run begun                          | flag   |       |          |             |                                   |       |
      | trial_on        | trial run from                           | date   |       |          |             |                                   |       |
      | accepted        | accepted                                 | flag   |       |          |             |                                   |       |
      | accepted_on     | accepted on                              | date   |       |          |             | acceptance-report                 |       |
      | energy_approved | energy approved in tce                   | number | t     | 0.001    |             | review-opinion                    | yes   |
      | energy_measured | energy measured in tce                   | number | t     | 0        |             | energy-account, acceptance-report |       |
      | carbon_approved | carbon approved                          | number | tCO2e | 0.001    |             | review-opinion                    | yes   |
      | carbon_measured | carbon measured                          | number | tCO2e | 0        |             | acceptance-report                 |       |
      | split           | split into parts                         | flag   |       |          |             |                                   |       |
      | false_report    | false report                             | flag   |       |          |             |                                   |       |
    And this reference case
      | fact                                     | value        |
      | yearly energy by equivalent value in tce | 118000 t     |
      | yearly energy by equal value in tce      | 250000 t     |
      | yearly coal                              | 2000 t       |
      | key field                                | yes          |
      | working days until completeness was told | 5 days       |
      | opinion given on                         | 2025-10-15   |
      | building begun                           | yes          |
      | begin of building                        | 2026-03-01   |
      | trial run begun                          | yes          |
      | trial run from                           | 2027-10-01   |
      | accepted                                 | yes          |
      | accepted on                              | 2028-03-31   |
      | energy approved in tce                   | 120000 t     |
      | energy measured in tce                   | 131500 t     |
      | carbon approved                          | 300000 tCO2e |
      | carbon measured                          | 310000 tCO2e |
      | split into parts                         | no           |
      | false report                             | no           |

  Rule: Who reviews
    Background:
      Given the quantity higher of both values (higher), in t, on basis rules
        | is                                                                                 |
        | max(yearly energy by equivalent value in tce, yearly energy by equal value in tce) |
      And these conditions
        | condition         | label                    | holds when                                                   | basis            |
        | national_review   | reviewed by the NDRC     | key field is yes; higher of both values is at least 500000 t | rules, key-field |
        | national_review   |                          | key field is yes; yearly coal is at least 500000 t           | rules, key-field |
        | provincial_review | reviewed by the province | yearly energy by equivalent value in tce is at least 10000 t | rules            |
        | provincial_review |                          | yearly coal is at least 10000 t                              | rules            |
        | separate_review   | reviewed at all          | yearly energy by equivalent value in tce is at least 1000 t  | lower-value      |
        | separate_review   |                          | yearly coal is at least 1000 t                               | rules            |
      And these findings
        | code         | finding                                  | when                                                                                              | severity    | basis   |
        | ZE3.NDRC     | The NDRC reviews, with carbon evaluation | reviewed by the NDRC holds                                                                        | observation | rules   |
        | ZE2.PROVINCE | The province reviews                     | reviewed by the NDRC does not hold; reviewed by the province holds                                | observation | rules   |
        | ZE4.BETWEEN  | Reviewed as the province rules           | reviewed by the NDRC does not hold; reviewed by the province does not hold; reviewed at all holds | observation | between |
        | ZE1.NONE     | No separate review                       | reviewed at all does not hold                                                                     | observation | rules   |
      And these results
        | result       | label                                   | is                    | rounded to | basis |
        | higher_value | Higher of the two values of energy, tce | higher of both values | 0 decimals | rules |

    Scenario Outline: 1,000, 10,000 and 500,000
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

    Scenario Outline: who reviews is told though a gate fails
      Given equivalent is <equivalent> t
      And equal is <equal> t
      And coal is <coal> t
      And split into parts is yes
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

    Scenario: whatever is reviewed by the NDRC is above the limit of the province, too
      Given yearly energy by equivalent value in tce is 600000 t
      When evaluated as of 2028-06-30
      Then condition national_review holds
      And condition provincial_review holds
      And condition separate_review holds

  Rule: Days
    Background:
      Given these conditions
        | condition | label            | holds when                                                                      | basis          |
        | in_force  | opinion in force | building begun is yes; begin of building is until opinion given on plus 2 years | days, day-ends |
        | in_force  |                  | the as-of date is until opinion given on plus 2 years                           | days, day-ends |
        | in_time   | accepted in time | accepted is yes; accepted on is until trial run from plus 6 months              | days, day-ends |
        | in_time   |                  | the as-of date is until trial run from plus 6 months                            | days, day-ends |
      And the quantity what is told has happened (happened), on basis told
        | is                                                    | when                                                                                       |
        | 0                                                     | accepted is yes; trial run begun is no; accepted on is until the as-of date                |
        | 0                                                     | accepted is yes; accepted on is before trial run from; accepted on is until the as-of date |
        | undetermined, because the opinion is still to come    | reviewed at all holds; opinion given on is after the as-of date                            |
        | undetermined, because the begin is still to come      | building begun is yes; begin of building is after the as-of date                           |
        | undetermined, because the trial run is still to come  | trial run begun is yes; trial run from is after the as-of date                             |
        | undetermined, because the acceptance is still to come | accepted is yes; accepted on is after the as-of date                                       |
        | 1                                                     | otherwise                                                                                  |
      And these gates
        | id  | gate                                                                       | requires                       | applies when                                  | basis |
        | ZE0 | Nothing told that has not happened yet, no acceptance before the trial run | what is told has happened is 1 |                                               | told  |
        | ZE6 | Opinion not lapsed: begun within two years                                 | opinion in force holds         | reviewed at all holds                         | days  |
        | ZE7 | Accepted within six months of the trial run                                | accepted in time holds         | reviewed at all holds; trial run begun is yes | days  |
      And these findings
        | code      | finding                                             | when                                                                                       | severity    | basis |
        | ZE6.EARLY | Building begun before the opinion was given         | reviewed at all holds; building begun is yes; begin of building is before opinion given on | observation | early |
        | ZE5.LATE  | Completeness told after more than five working days | working days until completeness was told is more than 5 days                               | observation | days  |

    Scenario Outline: two years to the day
      Given started is <started>
      And started_on is <day>
      And equivalent is <energy> t
      And trial run begun is no
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

    Scenario Outline: begun before the opinion is told
      Given started is <started>
      And started_on is <day>
      And equivalent is <energy> t
      And yearly coal is 0 t
      When evaluated as of 2028-06-30
      Then <early>

      Examples:
        | started | day        | energy | early                              |
        | yes     | 2025-10-14 | 118000 | an observation ZE6.EARLY is raised |
        | yes     | 2025-10-15 | 118000 | no finding ZE6.EARLY is raised     |
        | no      | 2025-10-14 | 118000 | no finding ZE6.EARLY is raised     |
        | yes     | 2025-10-14 | 999    | no finding ZE6.EARLY is raised     |

    Scenario: what is not reviewed has no opinion that lapses
      Given yearly energy by equivalent value in tce is 999 t
      And yearly coal is 0 t
      When evaluated as of 2028-06-30
      Then gate ZE6 is not applicable
      And gate ZE7 is not applicable

    Scenario Outline: what lies after the as-of date has not happened
      Given started is <started>
      And started_on is <begin>
      And trial is <trial>
      And trial_on is <run>
      And accepted is <accepted>
      And accepted_on is <day>
      When evaluated as of 2028-06-30
      Then gate ZE0 is <outcome>

      Examples:
        | started | begin      | trial | run        | accepted | day        | outcome      |
        | yes     | 2028-06-30 | no    | 2028-07-01 | no       | 2028-07-01 | met          |
        | yes     | 2028-07-01 | no    | 2028-07-01 | no       | 2028-07-01 | undetermined |
        | no      | 2028-07-01 | no    | 2028-07-01 | no       | 2028-07-01 | met          |
        | yes     | 2026-03-01 | yes   | 2028-06-30 | no       | 2028-06-29 | met          |
        | yes     | 2026-03-01 | yes   | 2028-07-01 | no       | 2028-07-01 | undetermined |
        | yes     | 2026-03-01 | yes   | 2028-06-30 | yes      | 2028-06-30 | met          |
        | yes     | 2026-03-01 | yes   | 2028-06-30 | yes      | 2028-06-29 | not met      |
        | yes     | 2026-03-01 | yes   | 2028-01-01 | yes      | 2028-07-01 | undetermined |
        | yes     | 2026-03-01 | no    | 2028-01-01 | yes      | 2028-07-01 | undetermined |
        | yes     | 2026-03-01 | yes   | 2028-07-02 | yes      | 2028-07-01 | undetermined |
        | yes     | 2028-07-01 | no    | 2028-01-01 | yes      | 2028-06-30 | not met      |
        | yes     | 2026-03-01 | yes   | 2028-07-01 | yes      | 2028-06-30 | not met      |
        | yes     | 2026-03-01 | no    | 2028-01-01 | yes      | 2028-06-30 | not met      |

    Scenario Outline: six months from the trial run, a day late
      Given trial is <trial>
      And accepted is <accepted>
      And accepted_on is <day>
      When evaluated as of <today>
      Then gate ZE7 is <outcome>

      Examples:
        | trial | accepted | day        | today      | outcome        |
        | yes   | yes      | 2028-04-01 | 2028-06-30 | met            |
        | yes   | yes      | 2028-04-02 | 2028-06-30 | not met        |
        | yes   | no       | 2028-04-01 | 2028-04-01 | met            |
        | yes   | no       | 2028-04-01 | 2028-04-02 | not met        |
        | yes   | yes      | 2028-04-02 | 2028-04-01 | met            |
        | yes   | yes      | 2028-04-02 | 2028-04-02 | not met        |
        | yes   | yes      | 2028-04-03 | 2028-04-02 | not met        |
        | yes   | yes      | 2028-04-01 | 2028-04-01 | met            |
        | no    | no       | 2028-04-02 | 2028-06-30 | not applicable |

    Scenario Outline: five working days
      Given check_days is <days> days
      When evaluated as of 2028-06-30
      Then <late>

      Examples:
        | days | late                              |
        | 5    | no finding ZE5.LATE is raised     |
        | 6    | an observation ZE5.LATE is raised |

    Scenario Outline: an opinion to come is open
      Given opinion given on is 2028-07-01
      And building begun is no
      And trial run begun is no
      And accepted is no
      And equivalent is <energy> t
      And yearly coal is 0 t
      When evaluated as of <day>
      Then gate ZE0 is <outcome>

      Examples:
        | energy | day        | outcome      |
        | 118000 | 2028-06-30 | undetermined |
        | 118000 | 2028-07-01 | met          |
        | 999    | 2028-06-30 | met          |

  Rule: Excess and withdrawal
    Background:
      Given the quantity energy above what was approved (energy_excess), in %
        | is                                                                         | when                                   | basis   |
        | undetermined, because a project has no excess before its trial run         | trial run begun is no                  | running |
        | undetermined, because a project has no excess before its trial run         | trial run from is after the as-of date | running |
        | (energy measured in tce - energy approved in tce) / energy approved in tce | otherwise                              | excess  |
      And the quantity carbon above what was approved (carbon_excess), in %
        | is                                                                 | when                                   | basis   |
        | undetermined, because a project has no excess before its trial run | trial run begun is no                  | running |
        | undetermined, because a project has no excess before its trial run | trial run from is after the as-of date | running |
        | (carbon measured - carbon approved) / carbon approved              | otherwise                              | excess  |
      And these gates
        | id  | gate                                                   | requires                                                                                       | applies when                                                                          | basis                  |
        | ZE8 | Energy and carbon at most 10 % above what was approved | energy above what was approved is at most 10 %; carbon above what was approved is at most 10 % | reviewed at all holds; trial run begun is yes; trial run from is until the as-of date | excess, running, proof |
        | ZE9 | Neither split nor false                                | split into parts is no; false report is no                                                     |                                                                                       | false                  |
      And these results
        | result       | label                          | is                             | rounded to | basis  |
        | energy_above | Energy above what was approved | energy above what was approved | 4 decimals | excess |
        | carbon_above | Carbon above what was approved | carbon above what was approved | 4 decimals | excess |

    Scenario Outline: 10 %, and a hundredth of a percent more
      Given energy_measured is <energy> t
      And carbon_measured is <carbon> tCO2e
      And accepted is <accepted>
      And trial is <trial>
      When evaluated as of 2028-06-30
      Then gate ZE8 is <outcome>

      Examples:
        | energy | carbon    | accepted | trial | outcome        |
        | 131500 | 300000    | yes      | yes   | met            |
        | 132000 | 330000    | yes      | yes   | met            |
        | 132001 | 300000    | yes      | yes   | not met        |
        | 132012 | 300000    | yes      | yes   | not met        |
        | 131500 | 330000.01 | yes      | yes   | not met        |
        | 140000 | 400000    | no       | yes   | not met        |
        | 140000 | 400000    | no       | no    | not applicable |

    Scenario: what was not measured yet is open
      Given energy measured in tce is missing
      And accepted is no
      When evaluated as of 2028-03-31
      Then gate ZE8 is undetermined

    Scenario: without review nothing was approved
      Given yearly energy by equivalent value in tce is 999 t
      And yearly coal is 0 t
      And energy measured in tce is 140000 t
      When evaluated as of 2028-06-30
      Then gate ZE8 is not applicable
      And the grade is no_review

    Scenario Outline: split or false
      Given split is <split>
      And false_report is <false>
      When evaluated as of 2028-06-30
      Then gate ZE9 is <outcome>

      Examples:
        | split | false | outcome |
        | no    | no    | met     |
        | yes   | no    | not met |
        | no    | yes   | not met |

    Scenario Outline: before its trial run a project has no excess
      Given trial run from is 2028-07-01
      And accepted is no
      And energy measured in tce is 140000 t
      And trial run begun is <begun>
      When evaluated as of <day>
      Then gate ZE8 is <outcome>
      And <energy>
      And <carbon>

      Examples:
        | begun | day        | outcome        | energy                                                  | carbon                                                  |
        | yes   | 2028-06-30 | not applicable | the rules leave the quantity energy_excess undetermined | the rules leave the quantity carbon_excess undetermined |
        | yes   | 2028-07-01 | not met        | the result Energy above what was approved is 50/3 %     | the result Carbon above what was approved is 10/3 %     |
        | no    | 2028-07-01 | not applicable | the rules leave the quantity energy_excess undetermined | the rules leave the quantity carbon_excess undetermined |

    Scenario: without an account of the energy the excess is open
      Given evidence for energy measured in tce is missing
      When evaluated as of 2028-06-30
      Then gate ZE8 is undetermined
