# language: en
Feature: Additionality, baseline, crediting period and transition

  Background:
    Given the scorecard article-6-4-activity

  Rule: Additionality
    Background:
      Given these gates
        | id     | gate                                                   | requires                                | applies when                              | basis       |
        | A64-01 | The law does not demand it                             | law demands the reduction is no         |                                           | additional  |
        | A64-02 | High emissions are not locked in                       | high emissions would be locked in is no |                                           | additional  |
        | A64-03 | Common practice is analysed beside investment          | common practice is analysed is yes      | way additionality is shown is investment  | additional  |
        | A64-04 | Common practice is analysed beside barriers            | common practice is analysed is yes      | way additionality is shown is barriers    | additional  |
        | A64-05 | Far better than its sector, where performance shows it | it is far better than its sector is yes | way additionality is shown is performance | performance |

    Scenario Outline: each part by itself
      Given <change>
      When evaluated as of 2026-12-01
      Then gate <gate> is not met

      Examples:
        | change         | gate   |
        | law is yes     | A64-01 |
        | lock_in is yes | A64-02 |

    Scenario Outline: common practice by the way it is shown
      Given route is <route>
      And common_practice is <analysed>
      When evaluated as of 2026-12-01
      Then gate A64-03 is <by investment>
      And gate A64-04 is <by barriers>

      Examples:
        | route       | analysed | by investment  | by barriers    |
        | investment  | yes      | met            | not applicable |
        | investment  | no       | not met        | not applicable |
        | barriers    | yes      | not applicable | met            |
        | barriers    | no       | not applicable | not met        |
        | performance | no       | not applicable | not applicable |

    Scenario Outline: performance is shown by being far better
      Given route is <route>
      And far_better is <far better>
      When evaluated as of 2026-12-01
      Then gate A64-05 is <outcome>

      Examples:
        | route       | far better | outcome        |
        | performance | yes        | met            |
        | performance | no         | not met        |
        | investment  | no         | not applicable |

    Scenario: performance without a word on how much better
      Given route is performance
      And far_better is missing
      When evaluated as of 2026-12-01
      Then gate A64-05 is undetermined

  Rule: Baseline and leakage
    Background:
      Given these conditions
        | condition | label                                   | holds when                                                                                                 | basis            |
        | ambitious | the baseline is below business as usual | baseline of a year is less than business as usual of the year                                              | baseline, strict |
        | ambitious |                                         | reading of below business as usual is at_most; baseline of a year is at most business as usual of the year | baseline, strict |
      And the quantity stricter baseline (stricter_baseline), in tCO2e, on basis stricter
        | is                                                           |
        | min(baseline by the approach, business as usual of the year) |
      And these gates
        | id     | gate                                                           | requires                                                                                          | applies when                                                          | basis            |
        | A64-06 | The baseline is below business as usual                        | the baseline is below business as usual holds                                                     | kind of activity is reduction                                         | baseline, strict |
        | A64-08 | A benchmark is no higher than the mean of the best 20 %        | baseline of a year is at most mean of the best 20 %                                               | kind of activity is reduction; way the baseline is found is benchmark | baseline         |
        | A64-09 | The baseline is the stricter of approach and business as usual | baseline of a year is at least stricter baseline; baseline of a year is at most stricter baseline | kind of activity is reduction                                         | stricter         |
        | A64-11 | Leakage is avoided or deducted                                 | leakage is avoided or deducted is yes                                                             | leakage is found is yes                                               | leakage          |

    Scenario Outline: below, in either reading
      Given baseline is <baseline> tCO2e
      And kind is <kind>
      And the setting reading of below business as usual is <reading>
      When evaluated as of 2026-12-01
      Then gate A64-06 is <outcome>

      Examples:
        | baseline | kind      | reading | outcome        |
        | 48999.99 | reduction | strict  | met            |
        | 49000    | reduction | strict  | not met        |
        | 49000    | reduction | at_most | met            |
        | 49000.01 | reduction | at_most | not met        |
        | 49001    | removal   | strict  | not applicable |

    Scenario Outline: the stricter of approach and business as usual
      Given kind is <kind>
      And baseline is <baseline> tCO2e
      And by_approach is <approach> tCO2e
      And usual is <usual> tCO2e
      When evaluated as of 2026-12-01
      Then gate A64-09 is <outcome>

      Examples:
        | kind      | baseline | approach | usual | outcome        |
        | reduction | 48000    | 48000    | 49000 | met            |
        | reduction | 48000    | 50000    | 48000 | met            |
        | reduction | 48000.01 | 48000    | 49000 | not met        |
        | reduction | 47999.99 | 48000    | 49000 | not met        |
        | reduction | 50000    | 50000    | 48000 | not met        |
        | removal   | 50000    | 48000    | 49000 | not applicable |

    Scenario Outline: the best 20 %
      Given best_20 is <mean> tCO2e
      And approach is <approach>
      And kind is <kind>
      When evaluated as of 2026-12-01
      Then gate A64-08 is <outcome>

      Examples:
        | mean     | approach                  | kind      | outcome        |
        | 48999    | benchmark                 | reduction | met            |
        | 48998.99 | benchmark                 | reduction | not met        |
        | 48998.99 | past emissions            | reduction | not applicable |
        | 48998.99 | best available technology | reduction | not applicable |
        | 48998.99 | benchmark                 | removal   | not applicable |

    Scenario Outline: leakage
      Given leakage_found is <found>
      And leakage_dealt is <dealt>
      When evaluated as of 2026-12-01
      Then gate A64-11 is <outcome>

      Examples:
        | found | dealt | outcome        |
        | yes   | yes   | met            |
        | yes   | no    | not met        |
        | no    | no    | not applicable |

  Rule: Crediting period
    Background:
      Given these conditions
        | condition | label                           | holds when                                                                                                                                                  | basis   |
        | allowed   | the crediting period is allowed | years of a crediting period is at most 5; renewals of the crediting period is at most 2                                                                     | period  |
        | allowed   |                                 | years of a crediting period is at most 10; renewals of the crediting period is 0                                                                            | period  |
        | allowed   |                                 | kind of activity is removal; years of a crediting period is at most 15; renewals of the crediting period is at most 2                                       | period  |
        | allowed   |                                 | unless shorter crediting periods is not_allowed; kind of activity is reduction; years of a crediting period is not 5; years of a crediting period is not 10 | shorter |
      And these gates
        | id     | gate                            | requires                              | basis  |
        | A64-15 | The crediting period is allowed | the crediting period is allowed holds | period |

    Scenario Outline: how long and how often
      Given the setting shorter crediting periods is <shorter>
      And kind is <kind>
      And length is <years>
      And renewals is <renewals>
      When evaluated as of 2026-12-01
      Then gate A64-15 is <outcome>

      Examples:
        | shorter     | kind      | years | renewals | outcome |
        | not_allowed | reduction | 5     | 2        | met     |
        | not_allowed | reduction | 5     | 3        | not met |
        | not_allowed | reduction | 4     | 2        | not met |
        | allowed     | reduction | 4     | 2        | met     |
        | allowed     | reduction | 5     | 3        | not met |
        | allowed     | reduction | 6     | 1        | not met |
        | not_allowed | reduction | 10    | 0        | met     |
        | allowed     | reduction | 5     | 2        | met     |
        | allowed     | reduction | 10    | 0        | met     |
        | not_allowed | removal   | 16    | 0        | not met |
        | not_allowed | reduction | 10    | 1        | not met |
        | not_allowed | reduction | 9     | 0        | not met |
        | allowed     | reduction | 9     | 0        | met     |
        | allowed     | reduction | 11    | 0        | not met |
        | allowed     | removal   | 15    | 2        | met     |
        | not_allowed | removal   | 14    | 2        | met     |
        | allowed     | removal   | 16    | 2        | not met |
        | allowed     | removal   | 15    | 3        | not met |

    Scenario: both readings are told of a shorter period
      Given length is 4
      When evaluated as of 2026-12-01
      Then gate A64-15 is undetermined

  Rule: Transition from the Clean Development Mechanism
    Background:
      Given the date last day of the submission (submission_due), on basis addendum, year-from
        | is                                                                                                   | when                                                                                           |
        | day the methodology became available plus 1 year                                                     | it changes to a methodology of Article 6.4 is yes; day from which the year runs is methodology |
        | latest(day the approval was published plus 1 year, day the methodology became available plus 1 year) | it changes to a methodology of Article 6.4 is yes                                              |
        | 2026-12-31                                                                                           | otherwise                                                                                      |
      And the quantity submission in time (submission_in_time)
        | is                                                | when                                                                                                                                                       | basis    |
        | 1                                                 | addendum or revised document is submitted is yes; day of the submission is until last day of the submission; day of the submission is until the as-of date | addendum |
        | 0                                                 | addendum or revised document is submitted is yes; day of the submission is after last day of the submission                                                | addendum |
        | 0                                                 | the as-of date is after last day of the submission                                                                                                         | entered  |
        | undetermined, because its last day has not passed | otherwise                                                                                                                                                  | entered  |
      And these conditions
        | condition     | label                  | holds when                                                                          | basis   |
        | early_request | the request is in time | day of the request is until 2023-12-31                                              | request |
        | early_request |                        | it is afforestation or reforestation is yes; day of the request is until 2025-12-31 | request |
      And these gates
        | id     | gate                                              | requires                                                              | applies when                              | basis             |
        | A64-21 | The transition is requested in time               | the transition is requested is yes; the request is in time holds      | the activity was registered as CDM is yes | request, entered  |
        | A64-22 | The host approves until 30 June 2026              | the host has approved is yes; day of the approval is until 2026-06-30 | the activity was registered as CDM is yes | approval, entered |
        | A64-23 | Addendum or revised document in time              | submission in time is 1                                               | the activity was registered as CDM is yes | addendum, entered |
        | A64-24 | The crediting period was active on 1 January 2021 | its crediting period was active on 2021-01-01 is yes                  | the activity was registered as CDM is yes | active            |

    Scenario Outline: the request
      Given forest is <forest>
      And requested is <requested>
      And requested_on is <day>
      When evaluated as of 2026-12-01
      Then gate A64-21 is <outcome>

      Examples:
        | forest | requested | day        | outcome |
        | yes    | yes       | 2025-12-31 | met     |
        | yes    | yes       | 2026-01-01 | not met |
        | no     | yes       | 2023-12-31 | met     |
        | no     | yes       | 2024-01-01 | not met |
        | yes    | no        | 2025-12-31 | not met |

    Scenario Outline: the approval
      Given approved is <approved>
      And approved_on is <day>
      When evaluated as of 2026-12-01
      Then gate A64-22 is <outcome>

      Examples:
        | approved | day        | outcome |
        | yes      | 2026-06-30 | met     |
        | yes      | 2026-07-01 | not met |
        | no       | 2026-06-30 | not met |

    Scenario Outline: addendum, or a year for a revised document
      Given changes is <changes>
      And published_on is <publication>
      And methodology_on is <methodology>
      And submitted is <submitted>
      And submitted_on is <day>
      When evaluated as of <as of>
      Then gate A64-23 is <outcome>

      Examples:
        | changes | publication | methodology | submitted | day        | as of      | outcome      |
        | no      | 2026-07-10  | 2025-10-30  | yes       | 2026-12-31 | 2027-09-01 | met          |
        | no      | 2026-07-10  | 2025-10-30  | yes       | 2027-01-01 | 2027-09-01 | not met      |
        | no      | 2026-07-10  | 2025-10-30  | no        | missing    | 2026-12-31 | undetermined |
        | no      | 2026-07-10  | 2025-10-30  | no        | missing    | 2027-01-01 | not met      |
        | no      | 2026-07-10  | 2025-10-30  | no        | 2026-12-31 | 2027-01-01 | not met      |
        | yes     | 2026-07-10  | 2025-10-30  | yes       | 2027-07-10 | 2027-09-01 | met          |
        | yes     | 2026-07-10  | 2025-10-30  | yes       | 2027-07-11 | 2027-09-01 | not met      |
        | yes     | 2026-03-01  | 2026-08-01  | yes       | 2027-08-01 | 2027-09-01 | met          |
        | yes     | 2026-03-01  | 2026-08-01  | yes       | 2027-08-02 | 2027-09-01 | not met      |
        | yes     | 2026-03-01  | 2026-08-01  | yes       | 2027-08-02 | 2027-08-01 | not met      |
        | yes     | 2026-07-10  | 2025-10-30  | no        | missing    | 2027-07-10 | undetermined |
        | yes     | 2026-07-10  | 2025-10-30  | no        | missing    | 2027-07-11 | not met      |
        | no      | 2026-07-10  | 2025-10-30  | yes       | 2026-12-20 | 2026-12-19 | undetermined |
        | no      | 2026-07-10  | 2025-10-30  | yes       | 2026-12-31 | 2026-12-30 | undetermined |
        | no      | 2026-07-10  | 2025-10-30  | yes       | 2026-12-19 | 2026-12-19 | met          |
        | no      | 2026-07-10  | 2025-10-30  | no        | 2027-01-01 | 2026-12-31 | undetermined |

    Scenario Outline: a year from the methodology alone, by the other reading
      Given the setting day from which the year runs is <reading>
      And changes is <changes>
      And published_on is 2026-07-10
      And methodology_on is 2025-10-30
      And submitted_on is <day>
      When evaluated as of 2027-09-01
      Then gate A64-23 is <outcome>

      Examples:
        | reading     | changes | day        | outcome |
        | methodology | yes     | 2026-10-30 | met     |
        | methodology | yes     | 2026-10-31 | not met |
        | methodology | no      | 2026-12-31 | met     |
        | later_day   | yes     | 2026-10-31 | met     |
        | later_day   | yes     | 2027-07-11 | not met |

    Scenario: until the last day has passed nobody is late
      Given submitted is no
      When evaluated as of 2026-12-31
      Then the rules leave the quantity submission_in_time undetermined

    Scenario Outline: only of activities that were registered there
      Given cdm is <cdm>
      And active is <active>
      When evaluated as of 2026-12-01
      Then gate A64-24 is <outcome>
      And gate A64-21 is <others>
      And gate A64-22 is <others>
      And gate A64-23 is <others>

      Examples:
        | cdm | active | outcome        | others         |
        | yes | yes    | met            | met            |
        | yes | no     | not met        | met            |
        | no  | no     | not applicable | not applicable |
