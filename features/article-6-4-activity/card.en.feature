# language: en
Feature: Activities under Article 6.4 of the Paris Agreement
  Whether an activity is eligible: additionality, baseline, leakage, crediting period, and the transition of activities
  of the Clean Development Mechanism with its deadlines.

  Background:
    Given this scorecard
      | field           | value                                                                                                                      |
      | id              | article-6-4-activity                                                                                                       |
      | version         | 3.0.0                                                                                                                      |
      | supersedes      | 2.0.0                                                                                                                      |
      | title           | Activity under Article 6.4                                                                                                 |
      | subject         | activity                                                                                                                   |
      | attestation     | self-assessment                                                                                                            |
      | time zone       | Etc/UTC                                                                                                                    |
      | effective from  | 2026-11-23                                                                                                                 |
      | rounding        | half-even, 2 decimals                                                                                                      |
      | not applicable  | refuse                                                                                                                     |
      | does not assess | papers behind what is declared: project documents, letters of the host, register prints and reports of a designated entity |
      | does not assess | sustainable development, human rights, and whether the host meets its contribution                                         |
      | does not assess | fees of the transition, of which the page contradicts what is known                                                        |
      | does not assess | suppressed demand, whose thresholds were not found                                                                         |
      | does not assess | the hour of a deadline, which a source gives in Central European Time                                                      |
    And these bases
      | basis       | instrument                    | clause                 | certainty   | note                                                                                                                                                                                                                                                     |
      | additional  | A6.4-STAN-METH-003            | -                      | secondary   | Not demanded by law, no lock-in; by investment or barriers with an analysis of common practice, or by performance.                                                                                                                                       |
      | performance | A6.4-STAN-METH-003            | -                      | secondary   | The way by performance needs no analysis of common practice, but an activity far better than its sector. How far is not told, so whether it is far better is declared.                                                                                   |
      | stricter    | A6.4-STAN-METH-004            | -                      | secondary   | The crediting baseline is the stricter of what the approach gives and an independent business as usual.                                                                                                                                                  |
      | baseline    | A6.4-STAN-METH-004            | -                      | secondary   | Below business as usual; a benchmark is no higher than the mean of the best 20 %.                                                                                                                                                                        |
      | strict      | article-6-4-activity          | -                      | own reading | Below is strict, so a baseline equal to business as usual fails, unless the setting says otherwise.                                                                                                                                                      |
      | leakage     | A6.4-STAN-METH-005            | -                      | secondary   | Leakage that is found is avoided or deducted.                                                                                                                                                                                                            |
      | period      | 3/CMA.3                       | annex, paragraph 31(f) | secondary   | Recalled: reductions five years, renewed twice at most, or ten years once; removals up to 15 years, renewed twice at most.                                                                                                                               |
      | shorter     | article-6-4-activity          | -                      | own reading | The numbers of years are the most that is allowed, unless the setting says that a period of a reduction is as long as they say.                                                                                                                          |
      | request     | UNFCCC page on the transition | -                      | confirmed   | Request by 2023-12-31, for afforestation and reforestation by 2025-12-31.                                                                                                                                                                                |
      | approval    | UNFCCC page on the transition | -                      | confirmed   | Approval of the host by 2026-06-30.                                                                                                                                                                                                                      |
      | addendum    | UNFCCC page on the transition | -                      | confirmed   | Addendum by 2026-12-31; who changes to a methodology of Article 6.4 has a year from the publication of the approval, or from the day on which the methodology became available, whichever is later.                                                      |
      | year-from   | article-6-4-activity          | -                      | own reading | The page names publication of the approval and availability of the methodology, of which the later counts unless the setting says otherwise; by another reading the year runs from the publication of the methodology alone, whenever the host approved. |
      | active      | 7/CMA.4                       | annex I                | secondary   | The crediting period was active on 2021-01-01.                                                                                                                                                                                                           |
      | entered     | article-6-4-activity          | -                      | own reading | An addendum or document that is not submitted is late from the day after its deadline; until then it is open whether it will be in time.                                                                                                                 |
    And these settings
      | setting         | label                              | one of                 | default   | meaning                                                                                                                |
      | below_bau       | reading of below business as usual | strict, at_most        | strict    | whether a baseline equal to business as usual is below it                                                              |
      | shorter_periods | shorter crediting periods          | allowed, not_allowed   |           | whether a reduction may have a crediting period of fewer years than five or ten                                        |
      | year_from       | day from which the year runs       | later_day, methodology | later_day | whether the year for a revised document runs from the later of approval and methodology, or from the methodology alone |
    And these facts
      | fact            | label                                         | type   | unit  | one of                           | at least | at most | multiple of | may lie ahead | given |
      | kind            | kind of activity                              | choice |       | reduction, removal               |          |         |             |               | yes   |
      | law             | law demands the reduction                     | flag   |       |                                  |          |         |             |               |       |
      | lock_in         | high emissions would be locked in             | flag   |       |                                  |          |         |             |               |       |
      | route           | way additionality is shown                    | choice |       | investment, barrier, performance |          |         |             |               |       |
      | far_better      | it is far better than its sector              | flag   |       |                                  |          |         |             |               |       |
      | common_practice | common practice is analysed                   | flag   |       |                                  |          |         |             |               |       |
      | baseline        | baseline of a year                            | number | tCO2e |                                  | 0        |         |             |               |       |
      | by_approach     | baseline by the approach                      | number | tCO2e |                                  | 0        |         |             |               |       |
      | usual           | business as usual of the year                 | number | tCO2e |                                  | 0        |         |             |               |       |
      | approach        | way the baseline is found                     | choice |       | technology, benchmark, history   |          |         |             |               |       |
      | best_20         | mean of the best 20 %                         | number | tCO2e |                                  | 0        |         |             |               |       |
      | leakage_found   | leakage is found                              | flag   |       |                                  |          |         |             |               |       |
      | leakage_dealt   | leakage is avoided or deducted                | flag   |       |                                  |          |         |             |               |       |
      | length          | years of a crediting period                   | number |       |                                  | 1        | 50      | 1           |               |       |
      | renewals        | renewals of the crediting period              | number |       |                                  | 0        | 10      | 1           |               |       |
      | cdm             | the activity was registered as CDM            | flag   |       |                                  |          |         |             |               | yes   |
      | forest          | it is afforestation or reforestation          | flag   |       |                                  |          |         |             |               |       |
      | active          | its crediting period was active on 2021-01-01 | flag   |       |                                  |          |         |             |               |       |
      | requested       | the transition is requested                   | flag   |       |                                  |          |         |             |               |       |
      | requested_on    | day of the request                            | date   |       |                                  |          |         |             | yes           |       |
      | approved        | the host has approved                         | flag   |       |                                  |          |         |             |               |       |
      | approved_on     | day of the approval                           | date   |       |                                  |          |         |             | yes           |       |
      | published_on    | day the approval was published                | date   |       |                                  |          |         |             |               |       |
      | changes         | it changes to a methodology of Article 6.4    | flag   |       |                                  |          |         |             |               |       |
      | methodology_on  | day the methodology became available          | date   |       |                                  |          |         |             |               |       |
      | submitted       | addendum or revised document is submitted     | flag   |       |                                  |          |         |             |               |       |
      | submitted_on    | day of the submission                         | date   |       |                                  |          |         |             |               |       |
    And the choices of kind of activity
      | value     | words     |
      | reduction | reduction |
      | removal   | removal   |
    And the choices of way additionality is shown
      | value       | words       |
      | investment  | investment  |
      | barrier     | barriers    |
      | performance | performance |
    And the choices of way the baseline is found
      | value      | words                     |
      | technology | best available technology |
      | benchmark  | benchmark                 |
      | history    | past emissions            |
    And this reference case
      | fact                                          | value       |
      | kind of activity                              | reduction   |
      | law demands the reduction                     | no          |
      | high emissions would be locked in             | no          |
      | way additionality is shown                    | investment  |
      | it is far better than its sector              | yes         |
      | common practice is analysed                   | yes         |
      | baseline of a year                            | 48999 tCO2e |
      | baseline by the approach                      | 48999 tCO2e |
      | business as usual of the year                 | 49000 tCO2e |
      | way the baseline is found                     | benchmark   |
      | mean of the best 20 %                         | 48999 tCO2e |
      | leakage is found                              | yes         |
      | leakage is avoided or deducted                | yes         |
      | years of a crediting period                   | 5           |
      | renewals of the crediting period              | 2           |
      | the activity was registered as CDM            | yes         |
      | it is afforestation or reforestation          | yes         |
      | its crediting period was active on 2021-01-01 | yes         |
      | the transition is requested                   | yes         |
      | day of the request                            | 2025-12-31  |
      | the host has approved                         | yes         |
      | day of the approval                           | 2026-06-30  |
      | day the approval was published                | 2026-07-10  |
      | it changes to a methodology of Article 6.4    | no          |
      | day the methodology became available          | 2025-10-30  |
      | addendum or revised document is submitted     | yes         |
      | day of the submission                         | 2026-11-20  |

  Rule: An afforestation that comes from the Clean Development Mechanism

    Scenario: everything on its last day
      When evaluated as of 2026-12-01
      Then gate A64-21 is met
      And gate A64-22 is met
      And gate A64-23 is met
      And the conclusion is scored

    Scenario: approved a day late
      Given approved_on is 2026-07-01
      When evaluated as of 2026-12-01
      Then gate A64-22 is not met
      And gate A64-21 is met
