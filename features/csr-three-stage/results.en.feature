# language: en
Feature: Reported values and observations
  The report shows the rounded score. All decisions use unrounded values. Observations do not change the score.

  Background:
    Given the scorecard csr-three-stage

  Rule: The score
    Background:
      Given these results
        | result        | label          | is              | rounded to | basis         |
        | score_reached | Points reached | the total score | 2 decimals | weights, rise |

    Scenario: Score of the example company
      When evaluated as of 2026-06-30
      Then the result Points reached is 80552/2501

  Rule: Observations
    Background:
      Given these findings
        | code               | finding                                                                     | when                                                                  | severity    | basis    |
        | REPORT.OLD         | The report year ended more than two years ago                               | the as-of date is after the end of report year plus 2 years           | observation | findings |
        | REPORT.UNFINISHED  | The report year has not ended yet                                           | the as-of date is until the end of report year                        | observation | findings |
        | REPORT.LONG        | The report year is longer than a year                                       | the start of report year is until the end of report year minus 1 year | observation | findings |
        | STAGE.AWARE_ONLY   | Carbon awareness is stated, but nothing is disclosed on it                  | carbon awareness is yes; carbon disclosure is none                    | observation | findings |
        | STAGE.FIGURES_ONLY | Emissions are quantified without a statement of awareness                   | carbon awareness is no; carbon disclosure is quantified               | observation | findings |
        | STAGE.NO_FIGURE    | Emissions are stated to be quantified, but no value above zero is disclosed | carbon disclosure is quantified; gate G1 is not applicable            | observation | findings |
        | C11.HISTORY        | No favourable trend of emissions is shown in stage 3                        | stage is stage 3; trend of greenhouse gas emissions is less than 30 % | observation | findings |

    Scenario Outline: A report is old more than two years after its report year
      When evaluated as of <date>
      Then <expected>

      Examples:
        | date       | expected                            |
        | 2027-12-31 | no finding REPORT.OLD is raised     |
        | 2028-01-01 | an observation REPORT.OLD is raised |

    Scenario Outline: A report year is completed after its last day
      When evaluated as of <date>
      Then <expected>

      Examples:
        | date       | expected                                   |
        | 2025-12-31 | an observation REPORT.UNFINISHED is raised |
        | 2026-01-01 | no finding REPORT.UNFINISHED is raised     |

    Scenario Outline: A report year of more than one year is an observation
      Given report year is <first> to <last>
      When evaluated as of 2026-06-30
      Then <expected>

      Examples:
        | first      | last       | expected                             |
        | 2025-01-01 | 2025-12-31 | no finding REPORT.LONG is raised     |
        | 2024-12-31 | 2025-12-31 | an observation REPORT.LONG is raised |
        | 2024-01-01 | 2024-12-31 | no finding REPORT.LONG is raised     |

    Scenario: Carbon awareness without disclosure is an observation
      Given carbon disclosure is none
      And reported emissions is not applicable
      When evaluated as of 2026-06-30
      Then an observation STAGE.AWARE_ONLY is raised
      And no finding STAGE.FIGURES_ONLY is raised

    Scenario: Neither carbon awareness nor disclosure
      Given carbon awareness is no
      And carbon disclosure is none
      And reported emissions is not applicable
      When evaluated as of 2026-06-30
      Then no finding STAGE.AWARE_ONLY is raised
      And no finding STAGE.FIGURES_ONLY is raised

    Scenario: Quantified emissions without stated awareness are an observation
      Given carbon awareness is no
      When evaluated as of 2026-06-30
      Then an observation STAGE.FIGURES_ONLY is raised
      And no finding STAGE.AWARE_ONLY is raised

    Scenario: Qualitative disclosure with awareness
      Given carbon disclosure is qualitative
      And reported emissions is not applicable
      When evaluated as of 2026-06-30
      Then no finding STAGE.AWARE_ONLY is raised
      And no finding C11.HISTORY is raised

    Scenario: No favourable emission trend in stage 3 is an observation
      Given trend of greenhouse gas emissions is 25 %
      When evaluated as of 2026-06-30
      Then an observation C11.HISTORY is raised

    Scenario: A favourable emission trend in stage 3
      Given trend of greenhouse gas emissions is 30 %
      When evaluated as of 2026-06-30
      Then no finding C11.HISTORY is raised

    Scenario: Quantified emissions with awareness
      Given carbon awareness is yes
      And carbon disclosure is quantified
      When evaluated as of 2026-06-30
      Then no finding STAGE.FIGURES_ONLY is raised

    Scenario Outline: Quantified emissions need a value above zero
      Given carbon disclosure is <disclosed>
      And reported emissions is <figure>
      When evaluated as of 2026-06-30
      Then <expected>

      Examples:
        | disclosed   | figure         | expected                                 |
        | quantified  | not applicable | an observation STAGE.NO_FIGURE is raised |
        | quantified  | 0 tCO2e        | an observation STAGE.NO_FIGURE is raised |
        | quantified  | 0.01 tCO2e     | no finding STAGE.NO_FIGURE is raised     |
        | qualitative | not applicable | no finding STAGE.NO_FIGURE is raised     |
