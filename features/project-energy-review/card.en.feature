# language: en
Feature: Energy review of a project with carbon evaluation
  Who reviews a new project, whether its opinion still holds, and whether energy and carbon stay within what was approved.

  Background:
    Given this scorecard
      | field           | value                                                       |
      | id              | project-energy-review                                       |
      | version         | 3.1.0                                                       |
      | supersedes      | 3.0.0                                                       |
      | title           | Energy review of a project with carbon evaluation           |
      | subject         | project                                                     |
      | attestation     | self-assessment                                             |
      | time zone       | Asia/Shanghai                                               |
      | effective from  | 2025-09-01                                                  |
      | rounding        | half-even, 4 decimals                                       |
      | not applicable  | refuse                                                      |
      | does not assess | the need for the project                                    |
      | does not assess | which days are working days: their number is taken as given |
      | does not assess | rules of provinces for what lies between the limits         |
    And these bases
      | basis       | instrument                               | clause      | certainty   | note                                                                                                                                                                                                             |
      | rules       | 固定资产投资项目节能审查和碳排放评价办法 | thresholds  | confirmed   | In force 2025-09-01; the text was read. The lower limit names coal and energy, the provincial one energy by equivalent value, the national one the higher of both values in key fields.                          |
      | between     | project-energy-review                    | -           | own reading | In between the provincial rule says who reviews.                                                                                                                                                                 |
      | lower-value | project-energy-review                    | -           | own reading | Which of the two values the limit of 1,000 tce means is not said: the equivalent value is taken.                                                                                                                 |
      | key-field   | project-energy-review                    | -           | own reading | "In key fields" is read as binding the limit of energy as well as that of coal.                                                                                                                                  |
      | day-ends    | project-energy-review                    | -           | own reading | The day two years or six months on still belongs to the term.                                                                                                                                                    |
      | early       | project-energy-review                    | -           | own reading | The review comes before the begin; what follows for a project begun before its opinion was not found.                                                                                                            |
      | running     | project-energy-review                    | -           | own reading | The excess is asked for from the trial run on, accepted or not.                                                                                                                                                  |
      | told        | project-energy-review                    | -           | own reading | A begin, trial run, acceptance or opinion whose day lies after the as-of date has not happened: neither done nor missed. Nothing is accepted before its trial run.                                               |
      | proof       | project-energy-review                    | -           | own reading | Opinion with its day, record of the begin, acceptance report and account of energy in both values are the papers; which fact each proves is read. For the other facts no paper is named: a declaration suffices. |
      | days        | 固定资产投资项目节能审查和碳排放评价办法 | time limits | confirmed   | Completeness within 5 working days; the opinion lapses if building has not begun in two years; acceptance within six months of the trial run.                                                                    |
      | excess      | 固定资产投资项目节能审查和碳排放评价办法 | Article 26  | confirmed   | Energy or carbon more than 10 % above what was approved: to be put right.                                                                                                                                        |
      | false       | 固定资产投资项目节能审查和碳排放评价办法 | Article 25  | confirmed   | Split projects and false reports: the opinion is withdrawn.                                                                                                                                                      |
    And these grades
      | grade          | also requires                  | basis   |
      | national       | reviewed by the NDRC holds     | rules   |
      | provincial     | reviewed by the province holds | rules   |
      | between_limits | reviewed at all holds          | between |
      | no_review      | reviewed at all does not hold  | rules   |
    And the grades are called
      | grade          | words                                       |
      | national       | reviewed by the NDRC with carbon evaluation |
      | provincial     | reviewed by the province                    |
      | between_limits | reviewed as the province rules              |
      | no_review      | no separate review                          |

  Rule: The worked project

    Scenario: 131,500 tce where 120,000 were approved
      When evaluated as of 2028-06-30
      Then the quantity energy_excess is 115/12 %
      And gate ZE8 is met
      And the grade is provincial
      And the conclusion is graded
