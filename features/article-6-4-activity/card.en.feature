# language: en
Feature: Activities under Article 6.4 of the Paris Agreement
  Whether an activity is eligible: additionality, baseline, leakage, crediting period, and the transition of activities
  of the Clean Development Mechanism with its deadlines.

  Background:
    Given this scorecard
      | field           | value                                                                                                                            |
      | id              | article-6-4-activity                                                                                                             |
      | version         | 2.0.0                                                                                                                            |
      | supersedes      | 1.0.0                                                                                                                            |
      | title           | Activity under Article 6.4                                                                                                       |
      | subject         | activity                                                                                                                         |
      | attestation     | self-assessment                                                                                                                  |
      | time zone       | Etc/UTC                                                                                                                          |
      | effective from  | 2025-11-22                                                                                                                       |
      | rounding        | half-even, 2 decimals                                                                                                            |
      | not applicable  | refuse                                                                                                                           |
      | does not assess | documents that support the declared facts: project documents, host letters, registry extracts and reports of a designated entity |
      | does not assess | sustainable development, human rights, and whether the host achieves its nationally determined contribution                      |
      | does not assess | transition fees, because the web page contradicts other information                                                              |
      | does not assess | suppressed demand, because its thresholds were not found                                                                         |
      | does not assess | the hour of a deadline, which a source states in Central European Time                                                           |
    And these bases
      | basis       | instrument                    | clause                 | certainty   | note                                                                                                                                                                                                                                                                                                                                                                                                         |
      | additional  | A6.4-STAN-METH-003            | -                      | secondary   | An activity is additional if no law requires its reductions and it does not lock in high emissions. The developer demonstrates additionality by one of three methods: performance far better than the sector, investment analysis or barrier analysis. The investment or barrier analysis also needs a common-practice analysis. Reported by secondary sources.                                              |
      | performance | A6.4-STAN-METH-003            | -                      | secondary   | An activity can demonstrate additionality by performance far better than its sector. Such an activity needs no common-practice analysis. The standard as reported does not state how much better the performance must be. The applicant therefore declares whether it is far better.                                                                                                                         |
      | stricter    | A6.4-STAN-METH-004            | -                      | secondary   | The crediting baseline of a reduction activity equals the lower of two values: the result of the chosen approach and an independent business-as-usual scenario. Reported by secondary sources.                                                                                                                                                                                                               |
      | baseline    | A6.4-STAN-METH-004            | -                      | secondary   | The crediting baseline of a reduction activity must be below business-as-usual emissions. If the benchmark approach is used, the baseline must not be above the mean emissions of the best-performing 20 %. Reported by secondary sources.                                                                                                                                                                   |
      | strict      | article-6-4-activity          | -                      | own reading | The crediting baseline of a reduction activity must be below business-as-usual emissions. We interpret this strictly: a baseline equal to business-as-usual emissions is not accepted. If the setting 'interpretation of below business as usual' is changed to 'at_most', an equal baseline is accepted.                                                                                                    |
      | leakage     | A6.4-STAN-METH-005            | -                      | secondary   | Leakage (emissions that the activity causes outside its boundary) must be avoided or deducted if it is identified. Reported by secondary sources.                                                                                                                                                                                                                                                            |
      | period      | 3/CMA.3                       | annex, paragraph 31(f) | secondary   | A reduction activity has a crediting period of five years, renewable at most twice, or of ten years without renewal. A removal activity has up to 15 years, renewable at most twice. Stated from memory, not checked against the text.                                                                                                                                                                       |
      | shorter     | article-6-4-activity          | -                      | own reading | The crediting period of a reduction activity is five or ten years. These numbers can be maxima, which allow shorter periods, or exact lengths. The setting 'shorter crediting periods' selects the interpretation; without a choice, the result of a shorter period is undetermined.                                                                                                                         |
      | request     | UNFCCC page on the transition | -                      | confirmed   | The transition of a registered CDM (Clean Development Mechanism) activity to Article 6.4 must be requested by 2023-12-31. For afforestation and reforestation, the date is 2025-12-31.                                                                                                                                                                                                                       |
      | approval    | UNFCCC page on the transition | -                      | confirmed   | The host country must approve the transition of a registered CDM activity to Article 6.4 by 2026-06-30.                                                                                                                                                                                                                                                                                                      |
      | addendum    | UNFCCC page on the transition | -                      | confirmed   | A CDM (Clean Development Mechanism) activity in transition must submit its addendum by 2026-12-31. An activity that changes to a methodology of Article 6.4 must instead submit a revised document within one year. The year runs from the later of two events: publication of the host country's approval and availability of the methodology.                                                              |
      | year-from   | article-6-4-activity          | -                      | own reading | An activity that changes to a methodology of Article 6.4 has one year to submit its revised document. The page names two starting events: publication of the host country's approval and availability of the methodology. By default, we use the later event. The setting 'start of the year for the revised document' can select availability of the methodology alone, whenever the host country approved. |
      | active      | 7/CMA.4                       | annex I                | secondary   | A CDM activity may transition to Article 6.4 only if its crediting period was active on 2021-01-01. Reported by secondary sources.                                                                                                                                                                                                                                                                           |
      | entered     | article-6-4-activity          | -                      | own reading | A CDM activity in transition must submit an addendum or, if it changes methodology, a revised document. If the required document is missing, we treat it as late from the day after its deadline. Before that day, its timeliness is undetermined.                                                                                                                                                           |
    And these settings
      | setting         | label                                      | one of                 | default   | meaning                                                                                                                |
      | below_bau       | interpretation of below business as usual  | strict, at_most        | strict    | Whether a baseline equal to business as usual is accepted as below it                                                  |
      | shorter_periods | shorter crediting periods                  | allowed, not_allowed   |           | Whether a reduction activity may have a crediting period shorter than five or ten years                                |
      | year_from       | start of the year for the revised document | later_day, methodology | later_day | Whether the year for a revised document runs from the later of approval and methodology, or from the methodology alone |
    And these facts
      | fact            | label                                                | type   | unit  | one of                           | at least | at most | multiple of | may lie ahead | given |
      | kind            | type of activity                                     | choice |       | reduction, removal               |          |         |             |               | yes   |
      | law             | the reduction is required by law                     | flag   |       |                                  |          |         |             |               |       |
      | lock_in         | high emissions would be locked in                    | flag   |       |                                  |          |         |             |               |       |
      | route           | route to demonstrate additionality                   | choice |       | investment, barrier, performance |          |         |             |               |       |
      | far_better      | the performance is far better than the sector        | flag   |       |                                  |          |         |             |               |       |
      | common_practice | common practice is analysed                          | flag   |       |                                  |          |         |             |               |       |
      | baseline        | crediting baseline of the year                       | number | tCO2e |                                  | 0        |         |             |               |       |
      | by_approach     | baseline calculated by the approach                  | number | tCO2e |                                  | 0        |         |             |               |       |
      | usual           | business-as-usual emissions of the year              | number | tCO2e |                                  | 0        |         |             |               |       |
      | approach        | approach to determine the baseline                   | choice |       | technology, benchmark, history   |          |         |             |               |       |
      | best_20         | mean of the best 20 %                                | number | tCO2e |                                  | 0        |         |             |               |       |
      | leakage_found   | leakage is identified                                | flag   |       |                                  |          |         |             |               |       |
      | leakage_dealt   | leakage is avoided or deducted                       | flag   |       |                                  |          |         |             |               |       |
      | length          | years of a crediting period                          | number |       |                                  | 1        | 50      | 1           |               |       |
      | renewals        | number of renewals of the crediting period           | number |       |                                  | 0        | 10      | 1           |               |       |
      | cdm             | the activity was registered under the CDM            | flag   |       |                                  |          |         |             |               | yes   |
      | forest          | the activity is afforestation or reforestation       | flag   |       |                                  |          |         |             |               |       |
      | active          | the CDM crediting period was active on 2021-01-01    | flag   |       |                                  |          |         |             |               |       |
      | requested       | the transition is requested                          | flag   |       |                                  |          |         |             |               |       |
      | requested_on    | date of the request                                  | date   |       |                                  |          |         |             | yes           |       |
      | approved        | the host has approved                                | flag   |       |                                  |          |         |             |               |       |
      | approved_on     | date of the host approval                            | date   |       |                                  |          |         |             | yes           |       |
      | published_on    | date the approval was published                      | date   |       |                                  |          |         |             |               |       |
      | changes         | the activity changes to a methodology of Article 6.4 | flag   |       |                                  |          |         |             |               |       |
      | methodology_on  | date the methodology became available                | date   |       |                                  |          |         |             |               |       |
      | submitted       | the addendum or revised document is submitted        | flag   |       |                                  |          |         |             |               |       |
      | submitted_on    | date of the submission                               | date   |       |                                  |          |         |             |               |       |
    And the choices of type of activity
      | value     | words     |
      | reduction | reduction |
      | removal   | removal   |
    And the choices of route to demonstrate additionality
      | value       | words       |
      | investment  | investment  |
      | barrier     | barriers    |
      | performance | performance |
    And the choices of approach to determine the baseline
      | value      | words                     |
      | technology | best available technology |
      | benchmark  | benchmark                 |
      | history    | historical emissions      |
    And this reference case
      | fact                                                 | value       |
      | type of activity                                     | reduction   |
      | the reduction is required by law                     | no          |
      | high emissions would be locked in                    | no          |
      | route to demonstrate additionality                   | investment  |
      | the performance is far better than the sector        | yes         |
      | common practice is analysed                          | yes         |
      | crediting baseline of the year                       | 48999 tCO2e |
      | baseline calculated by the approach                  | 48999 tCO2e |
      | business-as-usual emissions of the year              | 49000 tCO2e |
      | approach to determine the baseline                   | benchmark   |
      | mean of the best 20 %                                | 48999 tCO2e |
      | leakage is identified                                | yes         |
      | leakage is avoided or deducted                       | yes         |
      | years of a crediting period                          | 5           |
      | number of renewals of the crediting period           | 2           |
      | the activity was registered under the CDM            | yes         |
      | the activity is afforestation or reforestation       | yes         |
      | the CDM crediting period was active on 2021-01-01    | yes         |
      | the transition is requested                          | yes         |
      | date of the request                                  | 2025-12-31  |
      | the host has approved                                | yes         |
      | date of the host approval                            | 2026-06-30  |
      | date the approval was published                      | 2026-07-10  |
      | the activity changes to a methodology of Article 6.4 | no          |
      | date the methodology became available                | 2025-10-30  |
      | the addendum or revised document is submitted        | yes         |
      | date of the submission                               | 2026-11-20  |

  Rule: Worked example: an afforestation activity from the Clean Development Mechanism

    Scenario: Every step on its deadline
      When evaluated as of 2026-12-01
      Then gate A64-21 is met
      And gate A64-22 is met
      And gate A64-23 is met
      And the conclusion is scored

    Scenario: Approval one day late
      Given approved_on is 2026-07-01
      When evaluated as of 2026-12-01
      Then gate A64-22 is not met
      And gate A64-21 is met
