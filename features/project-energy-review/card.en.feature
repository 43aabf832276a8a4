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
      | basis       | instrument                               | clause      | certainty   | note                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                             |
      | rules       | 固定资产投资项目节能审查和碳排放评价办法 | thresholds  | confirmed   | The National Development and Reform Commission (NDRC) reviews key-field projects from 500,000 tce (tonnes of coal equivalent) or 500,000 t of coal a year. The 500,000 tce refer to the higher of equal value (等价值: coal needed to generate electricity) and equivalent value (当量值: heat content). Otherwise the province reviews from 10,000 tce (equivalent value) or 10,000 t of coal; below both 1,000 tce and 1,000 t, no separate review applies. The text was read and is in force from 2025-09-01. |
      | between     | project-energy-review                    | -           | own reading | A project may need a separate review but be below both limits for review by the province. These limits are 10,000 tce (tonnes of coal equivalent) of energy and 10,000 t of coal a year. Our own interpretation is that the rules of the province then decide who reviews the project. The result is an observation that does not name the reviewer.                                                                                                                                                             |
      | lower-value | project-energy-review                    | -           | own reading | A project needs a separate energy review from 1,000 tce (tonnes of coal equivalent) of energy a year. The text does not state how electricity is converted. Equal value (等价值) counts the coal needed to generate it; equivalent value (当量值) counts its heat content. We use the equivalent value.                                                                                                                                                                                                          |
      | key-field   | project-energy-review                    | -           | own reading | The National Development and Reform Commission (NDRC) reviews projects in key fields with a high use of energy or coal. The text does not state whether the words 'in key fields' apply to the energy limit, the coal limit or both limits. We apply them to both limits, so the NDRC never reviews a project outside the key fields.                                                                                                                                                                            |
      | day-ends    | project-energy-review                    | -           | own reading | Construction must start within two years of the review opinion, and acceptance must follow within six months of the start of the trial run. We accept an event on the last day, exactly two years or six months later.                                                                                                                                                                                                                                                                                           |
      | early       | project-energy-review                    | -           | own reading | We assume that the review opinion must be issued before construction starts. An earlier start is an observation, because the consequence of an early start was not found.                                                                                                                                                                                                                                                                                                                                        |
      | running     | project-energy-review                    | -           | own reading | A project must not exceed its approved energy use or carbon emissions by more than 10 %. We check this as soon as the trial run has started, even if the project is not yet accepted.                                                                                                                                                                                                                                                                                                                            |
      | told        | project-energy-review                    | -           | own reading | We treat a review opinion, construction start, trial run or acceptance dated after the as-of date as neither done nor missed; the result is undetermined. The acceptance must not precede the trial run.                                                                                                                                                                                                                                                                                                         |
      | proof       | project-energy-review                    | -           | own reading | We accept four documents: the dated review opinion, the construction start record, the acceptance report, and the energy account in equal and equivalent value. Which document proves which fact is listed in the scorecard and is our own interpretation. No document is named for the other facts, so we accept a declaration.                                                                                                                                                                                 |
      | days        | 固定资产投资项目节能审查和碳排放评价办法 | time limits | confirmed   | Whether the application is complete must be checked within 5 working days. The review opinion lapses if construction has not started within two years. The project must be accepted within six months of the start of the trial run.                                                                                                                                                                                                                                                                             |
      | excess      | 固定资产投资项目节能审查和碳排放评价办法 | Article 26  | confirmed   | If a project exceeds the energy use or the carbon emissions approved in the review by more than 10 %, the excess must be corrected.                                                                                                                                                                                                                                                                                                                                                                              |
      | false       | 固定资产投资项目节能审查和碳排放评价办法 | Article 25  | confirmed   | The review opinion is withdrawn if the project was split into parts or the report for the review was false.                                                                                                                                                                                                                                                                                                                                                                                                      |
    And these grades
      | grade          | also requires                                | basis   |
      | national       | NDRC is responsible for the review holds     | rules   |
      | provincial     | province is responsible for the review holds | rules   |
      | between_limits | a separate review is required holds          | between |
      | no_review      | a separate review is required does not hold  | rules   |
    And the grades are called
      | grade          | words                                       |
      | national       | reviewed by the NDRC with carbon evaluation |
      | provincial     | province is responsible for the review      |
      | between_limits | reviewed under provincial rules             |
      | no_review      | no separate review                          |

  Rule: The example project

    Scenario: 131,500 tce measured, 120,000 tce approved
      When evaluated as of 2028-06-30
      Then the quantity energy_excess is 115/12 %
      And gate ZE8 is met
      And the grade is provincial
      And the conclusion is graded
