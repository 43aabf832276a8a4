# language: en
Feature: Energy review of a project with carbon evaluation
  Who reviews a new project, whether its opinion is still in force, and whether energy and carbon stay within the approved values.

  Background:
    Given this scorecard
      | field           | value                                                 |
      | id              | project-energy-review                                 |
      | version         | 1.0.0                                                 |
      | title           | Energy review of a project with carbon evaluation     |
      | subject         | project                                               |
      | attestation     | self-assessment                                       |
      | time zone       | Asia/Shanghai                                         |
      | effective from  | 2025-09-01                                            |
      | rounding        | half-even, 4 decimals                                 |
      | not applicable  | refuse                                                |
      | does not assess | the need for the project                              |
      | does not assess | which days are working days (their number is entered) |
      | does not assess | provincial rules for projects between the limits      |
    And these bases
      | basis       | instrument                               | clause      | certainty   | note                                                                                                                                                                                                                                                                                                                                             |
      | rules       | 固定资产投资项目节能审查和碳排放评价办法 | thresholds  | confirmed   | The NDRC reviews a project in a key field from 500,000 tce of energy a year (the higher of equal and equivalent value) or 500,000 t of coal. The province reviews from 10,000 tce (equivalent value) or 10,000 t of coal; below 1,000 tce and 1,000 t of coal no separate review is required. The text was read and is in force from 2025-09-01. |
      | between     | project-energy-review                    | -           | own reading | Some projects need a separate review but are below the limits of provincial review (10,000 tce or 10,000 t of coal a year). For them we refer to the provincial rule, which decides who reviews.                                                                                                                                                 |
      | lower-value | project-energy-review                    | -           | own reading | A project needs a separate energy review from 1,000 tce of energy a year. The text does not state whether this limit means the equal or the equivalent value. We use the equivalent value.                                                                                                                                                       |
      | key-field   | project-energy-review                    | -           | own reading | The NDRC reviews projects "in key fields" with a high energy or coal use. The text does not state whether "in key fields" qualifies the energy limit as well as the coal limit. We apply it to both.                                                                                                                                             |
      | day-ends    | project-energy-review                    | -           | own reading | Construction must start within two years of the review opinion, and acceptance must follow within six months of the trial run. We include the day exactly two years or six months later in the term.                                                                                                                                             |
      | early       | project-energy-review                    | -           | own reading | We interpret the rules as requiring the review opinion before construction starts; we report an earlier start as an observation. The consequence of starting before the opinion was not found.                                                                                                                                                   |
      | running     | project-energy-review                    | -           | own reading | A project must not exceed its approved energy use or carbon emissions by more than 10 %. We check this from the trial run on, whether the project is accepted or not.                                                                                                                                                                            |
      | told        | project-energy-review                    | -           | own reading | We treat a construction start, trial run, acceptance or review opinion dated after the as-of date as neither done nor missed; the result is undetermined. Acceptance cannot precede the trial run.                                                                                                                                               |
      | proof       | project-energy-review                    | -           | own reading | We accept four documents as evidence: the dated review opinion, the construction start record, the acceptance report, and the energy account in equal and equivalent value. Which fact each document proves is our own interpretation. No document is named for the other facts, so we accept a declaration.                                     |
      | days        | 固定资产投资项目节能审查和碳排放评价办法 | time limits | confirmed   | Completeness of the application is checked within 5 working days. The review opinion lapses if construction has not started within two years. The project must be accepted within six months of the start of the trial run.                                                                                                                      |
      | excess      | 固定资产投资项目节能审查和碳排放评价办法 | Article 26  | confirmed   | A project whose energy use or carbon emissions exceed the value approved in the review by more than 10 % must correct this.                                                                                                                                                                                                                      |
      | false       | 固定资产投资项目节能审查和碳排放评价办法 | Article 25  | confirmed   | The review opinion is withdrawn if the project was split into parts or the report for the review was false.                                                                                                                                                                                                                                      |
    And these grades
      | grade          | also requires                          | basis   |
      | national       | reviewed by the NDRC holds             | rules   |
      | provincial     | reviewed by the province holds         | rules   |
      | between_limits | separate review required holds         | between |
      | no_review      | separate review required does not hold | rules   |
    And the grades are called
      | grade          | words                                       |
      | national       | reviewed by the NDRC with carbon evaluation |
      | provincial     | reviewed by the province                    |
      | between_limits | reviewed under provincial rules             |
      | no_review      | no separate review                          |

  Rule: The example project

    Scenario: 131,500 tce measured, 120,000 tce approved
      When evaluated as of 2028-06-30
      Then the quantity energy_excess is 115/12 %
      And gate ZE8 is met
      And the grade is provincial
      And the conclusion is graded
