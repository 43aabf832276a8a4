# language: en
Feature: Additionality, baseline, crediting period and transition

  Background:
    Given the scorecard article-6-4-activity

  Rule: Additionality
    Background:
      Given these gates
        | id     | gate                                                           | requires                                             | applies when                                      | basis       |
        | A64-01 | The reduction is not required by law                           | the reduction is required by law is no               |                                                   | additional  |
        | A64-02 | High emissions are not locked in                               | high emissions would be locked in is no              |                                                   | additional  |
        | A64-03 | Investment route includes a common-practice analysis           | common practice is analysed is yes                   | route to demonstrate additionality is investment  | additional  |
        | A64-04 | Barrier route includes a common-practice analysis              | common practice is analysed is yes                   | route to demonstrate additionality is barriers    | additional  |
        | A64-05 | Performance route shows an activity far better than its sector | the performance is far better than the sector is yes | route to demonstrate additionality is performance | performance |

    Scenario Outline: Each condition on its own
      Given <change>
      When evaluated as of 2026-12-01
      Then gate <gate> is not met

      Examples:
        | change         | gate   |
        | law is yes     | A64-01 |
        | lock_in is yes | A64-02 |

    Scenario Outline: Common-practice analysis by route
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

    Scenario Outline: The performance route requires an activity far better than its sector
      Given route is <route>
      And far_better is <far better>
      When evaluated as of 2026-12-01
      Then gate A64-05 is <outcome>

      Examples:
        | route       | far better | outcome        |
        | performance | yes        | met            |
        | performance | no         | not met        |
        | investment  | no         | not applicable |

    Scenario: Performance route without a statement on how much better
      Given route is performance
      And far_better is missing
      When evaluated as of 2026-12-01
      Then gate A64-05 is undetermined

  Rule: Baseline and leakage
    Background:
      Given these conditions
        | condition | label                                   | holds when                                                                                                                              | basis            |
        | ambitious | the baseline is below business as usual | crediting baseline of the year is less than business-as-usual emissions of the year                                                     | baseline, strict |
        | ambitious |                                         | interpretation of below business as usual is at_most; crediting baseline of the year is at most business-as-usual emissions of the year | baseline, strict |
      And the quantity stricter baseline (stricter_baseline), in tCO2e, on basis stricter
        | is                                                                                |
        | min(baseline calculated by the approach, business-as-usual emissions of the year) |
      And these gates
        | id     | gate                                                           | requires                                                                                                                  | applies when                                                                   | basis            |
        | A64-06 | The baseline is below business as usual                        | the baseline is below business as usual holds                                                                             | type of activity is reduction                                                  | baseline, strict |
        | A64-08 | A benchmark is not above the mean of the best 20 %             | crediting baseline of the year is at most mean of the best 20 %                                                           | type of activity is reduction; approach to determine the baseline is benchmark | baseline         |
        | A64-09 | The baseline is the stricter of approach and business as usual | crediting baseline of the year is at least stricter baseline; crediting baseline of the year is at most stricter baseline | type of activity is reduction                                                  | stricter         |
        | A64-11 | Leakage is avoided or deducted                                 | leakage is avoided or deducted is yes                                                                                     | leakage is identified is yes                                                   | leakage          |

    Scenario Outline: Below business as usual under both interpretations
      Given baseline is <baseline> tCO2e
      And kind is <kind>
      And the setting interpretation of below business as usual is <reading>
      When evaluated as of 2026-12-01
      Then gate A64-06 is <outcome>

      Examples:
        | baseline | kind      | reading | outcome        |
        | 48999.99 | reduction | strict  | met            |
        | 49000    | reduction | strict  | not met        |
        | 49000    | reduction | at_most | met            |
        | 49000.01 | reduction | at_most | not met        |
        | 49001    | removal   | strict  | not applicable |

    Scenario Outline: The stricter of approach and business as usual
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

    Scenario Outline: Mean of the best 20 %
      Given best_20 is <mean> tCO2e
      And approach is <approach>
      And kind is <kind>
      When evaluated as of 2026-12-01
      Then gate A64-08 is <outcome>

      Examples:
        | mean     | approach                  | kind      | outcome        |
        | 48999    | benchmark                 | reduction | met            |
        | 48998.99 | benchmark                 | reduction | not met        |
        | 48998.99 | historical emissions      | reduction | not applicable |
        | 48998.99 | best available technology | reduction | not applicable |
        | 48998.99 | benchmark                 | removal   | not applicable |

    Scenario Outline: Leakage
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
        | allowed   | the crediting period is allowed | years of a crediting period is at most 5; number of renewals of the crediting period is at most 2                                                           | period  |
        | allowed   |                                 | years of a crediting period is at most 10; number of renewals of the crediting period is 0                                                                  | period  |
        | allowed   |                                 | type of activity is removal; years of a crediting period is at most 15; number of renewals of the crediting period is at most 2                             | period  |
        | allowed   |                                 | unless shorter crediting periods is not_allowed; type of activity is reduction; years of a crediting period is not 5; years of a crediting period is not 10 | shorter |
      And these gates
        | id     | gate                            | requires                              | basis  |
        | A64-15 | The crediting period is allowed | the crediting period is allowed holds | period |

    Scenario Outline: Length and number of renewals
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

    Scenario: Both interpretations of a shorter period are reported
      Given length is 4
      When evaluated as of 2026-12-01
      Then gate A64-15 is undetermined

  Rule: Transition from the Clean Development Mechanism
    Background:
      Given the date submission deadline (submission_due), on basis addendum, year-from
        | is                                                                                                     | when                                                                                                                   |
        | date the methodology became available plus 1 year                                                      | the activity changes to a methodology of Article 6.4 is yes; start of the year for the revised document is methodology |
        | latest(date the approval was published plus 1 year, date the methodology became available plus 1 year) | the activity changes to a methodology of Article 6.4 is yes                                                            |
        | 2026-12-31                                                                                             | otherwise                                                                                                              |
      And the quantity submitted in time (submission_in_time)
        | is                                                | when                                                                                                                                                      | basis    |
        | 1                                                 | the addendum or revised document is submitted is yes; date of the submission is until submission deadline; date of the submission is until the as-of date | addendum |
        | 0                                                 | the addendum or revised document is submitted is yes; date of the submission is after submission deadline                                                 | addendum |
        | 0                                                 | the as-of date is after submission deadline                                                                                                               | entered  |
        | undetermined, because the deadline has not passed | otherwise                                                                                                                                                 | entered  |
      And these conditions
        | condition     | label                       | holds when                                                                                     | basis   |
        | early_request | the request is made in time | date of the request is until 2023-12-31                                                        | request |
        | early_request |                             | the activity is afforestation or reforestation is yes; date of the request is until 2025-12-31 | request |
      And these gates
        | id     | gate                                                  | requires                                                                    | applies when                                     | basis             |
        | A64-21 | The transition is requested in time                   | the transition is requested is yes; the request is made in time holds       | the activity was registered under the CDM is yes | request, entered  |
        | A64-22 | The host approves by 30 June 2026                     | the host has approved is yes; date of the host approval is until 2026-06-30 | the activity was registered under the CDM is yes | approval, entered |
        | A64-23 | The addendum or revised document is submitted in time | submitted in time is 1                                                      | the activity was registered under the CDM is yes | addendum, entered |
        | A64-24 | The crediting period was active on 1 January 2021     | the CDM crediting period was active on 2021-01-01 is yes                    | the activity was registered under the CDM is yes | active            |

    Scenario Outline: Deadline of the request
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

    Scenario Outline: Deadline of the approval
      Given approved is <approved>
      And approved_on is <day>
      When evaluated as of 2026-12-01
      Then gate A64-22 is <outcome>

      Examples:
        | approved | day        | outcome |
        | yes      | 2026-06-30 | met     |
        | yes      | 2026-07-01 | not met |
        | no       | 2026-06-30 | not met |

    Scenario Outline: Addendum, or one year for a revised document
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

    Scenario Outline: One year from the methodology alone, under the other interpretation
      Given the setting start of the year for the revised document is <reading>
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

    Scenario: Before the deadline passes a submission is not late
      Given submitted is no
      When evaluated as of 2026-12-31
      Then the rules leave the quantity submission_in_time undetermined

    Scenario Outline: Deadlines apply only to activities registered under the CDM
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
