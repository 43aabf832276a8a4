# language: en
Feature: Figures and observations
  The score stands on the report as it is rounded; what is decided is decided unrounded. Observations move nothing.

  Background:
    Given the scorecard csr-three-stage

  Rule: The score
    Background:
      Given these results
        | result        | label          | is              | rounded to | basis         |
        | score_reached | Points reached | the total score | 2 decimals | weights, rise |

    Scenario: the example company on its report
      When evaluated as of 2026-06-30
      Then the result Points reached is 80552/2501

  Rule: Observations
    Background:
      Given these findings
        | code               | finding                                                                | when                                                                  | severity    | basis    |
        | REPORT.OLD         | The report year ended more than two years ago                          | the as-of date is after the end of report year plus 2 years           | observation | findings |
        | REPORT.UNFINISHED  | The report year is not over yet                                        | the as-of date is until the end of report year                        | observation | findings |
        | REPORT.LONG        | The report year is longer than a year                                  | the start of report year is until the end of report year minus 1 year | observation | findings |
        | STAGE.AWARE_ONLY   | Aware of carbon neutrality, nothing disclosed on it                    | carbon awareness is yes; carbon disclosure is none                    | observation | findings |
        | STAGE.FIGURES_ONLY | Emissions are quantified without a statement of awareness              | carbon awareness is no; carbon disclosure is quantified               | observation | findings |
        | STAGE.NO_FIGURE    | Emissions are said to be quantified, and no figure above zero is given | carbon disclosure is quantified; gate G1 is not applicable            | observation | findings |
        | C11.HISTORY        | No favourable trend of emissions is shown in stage 3                   | stage is stage 3; trend of greenhouse gas emissions is less than 30 % | observation | findings |

    Scenario Outline: a report is old two years after its year
      When evaluated as of <date>
      Then <expected>

      Examples:
        | date       | expected                            |
        | 2027-12-31 | no finding REPORT.OLD is raised     |
        | 2028-01-01 | an observation REPORT.OLD is raised |

    Scenario Outline: a report year is over when its last day has passed
      When evaluated as of <date>
      Then <expected>

      Examples:
        | date       | expected                                   |
        | 2025-12-31 | an observation REPORT.UNFINISHED is raised |
        | 2026-01-01 | no finding REPORT.UNFINISHED is raised     |

    Scenario Outline: a report year is no longer than a year
      Given report year is <first> to <last>
      When evaluated as of 2026-06-30
      Then <expected>

      Examples:
        | first      | last       | expected                             |
        | 2025-01-01 | 2025-12-31 | no finding REPORT.LONG is raised     |
        | 2024-12-31 | 2025-12-31 | an observation REPORT.LONG is raised |
        | 2024-01-01 | 2024-12-31 | no finding REPORT.LONG is raised     |

    Scenario: aware, and nothing disclosed
      Given carbon disclosure is none
      And reported emissions is not applicable
      When evaluated as of 2026-06-30
      Then an observation STAGE.AWARE_ONLY is raised
      And no finding STAGE.FIGURES_ONLY is raised

    Scenario: not aware, and nothing disclosed
      Given carbon awareness is no
      And carbon disclosure is none
      And reported emissions is not applicable
      When evaluated as of 2026-06-30
      Then no finding STAGE.AWARE_ONLY is raised
      And no finding STAGE.FIGURES_ONLY is raised

    Scenario: figures without a word of awareness
      Given carbon awareness is no
      When evaluated as of 2026-06-30
      Then an observation STAGE.FIGURES_ONLY is raised
      And no finding STAGE.AWARE_ONLY is raised

    Scenario: words and awareness
      Given carbon disclosure is qualitative
      And reported emissions is not applicable
      When evaluated as of 2026-06-30
      Then no finding STAGE.AWARE_ONLY is raised
      And no finding C11.HISTORY is raised

    Scenario: no favourable trend of emissions in stage 3
      Given trend of greenhouse gas emissions is 25 %
      When evaluated as of 2026-06-30
      Then an observation C11.HISTORY is raised

    Scenario: a favourable trend of emissions in stage 3
      Given trend of greenhouse gas emissions is 30 %
      When evaluated as of 2026-06-30
      Then no finding C11.HISTORY is raised

    Scenario: quantified, and aware
      Given carbon awareness is yes
      And carbon disclosure is quantified
      When evaluated as of 2026-06-30
      Then no finding STAGE.FIGURES_ONLY is raised

    Scenario Outline: quantified, by what figure
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
