# language: en
Feature: The stage of a company
  Awareness and disclosure decide which indicators apply to a company. Companies of different stages are never
  compared with each other.

  Background:
    Given the scorecard csr-three-stage
    And these facts
      | fact                     | label                    | type | evidence      |
      | environmental_awareness  | environmental awareness  | flag | public-report |
      | environmental_disclosure | environmental disclosure | flag | public-report |
      | carbon_awareness         | carbon awareness         | flag | public-report |
    And these facts
      | fact              | label             | type   | one of                        | evidence      |
      | carbon_disclosure | carbon disclosure | choice | none, qualitative, quantified | public-report |
    And the choices of carbon disclosure
      | value       | words       |
      | none        | none        |
      | qualitative | qualitative |
      | quantified  | quantified  |
    And these facts
      | fact               | label              | type   | unit  | at least | evidence      | may not apply |
      | reported_emissions | reported emissions | number | tCO2e | 0        | public-report | yes           |
    And these facts
      | fact        | label       | type   | evidence      |
      | report_year | report year | period | public-report |
    And these facts
      | fact       | label      | type   | one of                                                                                                                                               |
      | industry   | industry   | choice | power, petrochemicals, steel, building_materials, nonferrous_metals, information_technology, construction, transport, finance, consumer_goods, other |
      | size_class | size class | choice | small_or_medium, large_unlisted, listed                                                                                                              |
    And the choices of industry
      | value                  | words                  |
      | power                  | electric power         |
      | petrochemicals         | petrochemicals         |
      | steel                  | steel                  |
      | building_materials     | building materials     |
      | nonferrous_metals      | nonferrous metals      |
      | information_technology | information technology |
      | construction           | construction           |
      | transport              | transport              |
      | finance                | finance                |
      | consumer_goods         | consumer goods         |
      | other                  | other industry         |
    And the choices of size class
      | value           | words                |
      | small_or_medium | small or medium      |
      | large_unlisted  | large and not listed |
      | listed          | listed               |
    And subjects are ranked by industry, size class, stage on basis tracks

  Rule: Awareness and disclosure decide the stage
    Background:
      Given these stages, the first that holds decides
        | stage | label          | when                                                                                     | counts  | maximum | basis          |
        | s3    | stage 3        | carbon awareness is yes; carbon disclosure is quantified                                 | E, L, Q | 100     | stages-printed |
        | s3    |                | carbon disclosure is quantified                                                          |         |         | stages-default |
        | s2    | stage 2        | carbon awareness is yes; carbon disclosure is qualitative                                | E, L    | 52      | stages-printed |
        | s1    | stage 1        | environmental awareness is yes; environmental disclosure is yes; carbon awareness is no  | E       | 16      | stages-printed |
        | s1    |                | environmental awareness is yes; environmental disclosure is yes                          |         |         | stages-default |
        | s1    |                | carbon awareness is yes; environmental disclosure is yes                                 |         |         | stages-default |
        | s0    | not fulfilling | environmental awareness is no; environmental disclosure is no; carbon disclosure is none | none    | 0       | stages-printed |
        | s0    |                | otherwise                                                                                |         |         | stages-default |

    Scenario Outline: Every combination of awareness and disclosure
      Given environmental awareness is <environment>
      And environmental disclosure is <disclosed>
      And carbon awareness is <carbon>
      And carbon disclosure is <carbon disclosed>
      And reported emissions is not applicable
      When evaluated as of 2026-06-30
      Then the stage is <stage>

      Examples:
        | environment | disclosed | carbon | carbon disclosed | stage          |
        | no          | no        | no     | none             | not fulfilling |
        | no          | yes       | no     | none             | not fulfilling |
        | yes         | no        | no     | none             | not fulfilling |
        | yes         | yes       | no     | none             | stage 1        |
        | no          | no        | yes    | none             | not fulfilling |
        | no          | yes       | yes    | none             | stage 1        |
        | yes         | no        | yes    | none             | not fulfilling |
        | yes         | yes       | yes    | none             | stage 1        |
        | no          | no        | no     | qualitative      | not fulfilling |
        | no          | yes       | no     | qualitative      | not fulfilling |
        | yes         | no        | no     | qualitative      | not fulfilling |
        | yes         | yes       | no     | qualitative      | stage 1        |
        | no          | no        | yes    | qualitative      | stage 2        |
        | no          | yes       | yes    | qualitative      | stage 2        |
        | yes         | no        | yes    | qualitative      | stage 2        |
        | yes         | yes       | yes    | qualitative      | stage 2        |
        | no          | no        | no     | quantified       | stage 3        |
        | no          | yes       | no     | quantified       | stage 3        |
        | yes         | no        | no     | quantified       | stage 3        |
        | yes         | yes       | no     | quantified       | stage 3        |
        | no          | no        | yes    | quantified       | stage 3        |
        | no          | yes       | yes    | quantified       | stage 3        |
        | yes         | no        | yes    | quantified       | stage 3        |
        | yes         | yes       | yes    | quantified       | stage 3        |

    Scenario: Unknown carbon awareness leaves two possible stages
      Given carbon awareness is missing
      And carbon disclosure is qualitative
      And reported emissions is not applicable
      When evaluated as of 2026-06-30
      Then the possible stages are stage 1, stage 2

    Scenario: With environmental disclosure alone, either awareness is sufficient
      Given environmental awareness is missing
      And carbon disclosure is none
      And reported emissions is not applicable
      When evaluated as of 2026-06-30
      Then the stage is stage 1

    Scenario: Unknown carbon disclosure leaves three possible stages
      Given carbon disclosure is missing
      And reported emissions is not applicable
      When evaluated as of 2026-06-30
      Then the possible stages are stage 1, stage 2, stage 3

    Scenario: Quantified emissions decide the stage even if all else is unknown
      Given environmental awareness is missing
      And environmental disclosure is missing
      And carbon awareness is missing
      When evaluated as of 2026-06-30
      Then the stage is stage 3

  Rule: A published emission value is a quantified disclosure
    Background:
      Given these gates
        | id | gate                                                 | requires                        | applies when                            | basis       |
        | G1 | Disclosure is consistent with the reported emissions | carbon disclosure is quantified | reported emissions is more than 0 tCO2e | consistency |

    Scenario: A value is published although the disclosure is rated qualitative
      Given carbon disclosure is qualitative
      When evaluated as of 2026-06-30
      Then gate G1 is not met
      And the conclusion is gate failed

    Scenario: No value is published
      Given carbon disclosure is qualitative
      And reported emissions is not applicable
      When evaluated as of 2026-06-30
      Then gate G1 is not applicable
      And the stage is stage 2

    Scenario: Unknown emission values leave the gate undetermined
      Given carbon disclosure is qualitative
      And reported emissions is missing
      When evaluated as of 2026-06-30
      Then gate G1 is undetermined
      And the conclusion is incomplete

    Scenario: A value and a quantified disclosure are consistent
      When evaluated as of 2026-06-30
      Then gate G1 is met

    Scenario: A value of zero is not a contradiction
      Given reported emissions is 0 tCO2e
      And carbon disclosure is qualitative
      When evaluated as of 2026-06-30
      Then gate G1 is not applicable

    Scenario: One tonne is a published value
      Given reported emissions is 1 tCO2e
      And carbon disclosure is qualitative
      When evaluated as of 2026-06-30
      Then gate G1 is not met
