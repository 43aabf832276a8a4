# language: en
Feature: Basic requirements
  A gate carries no points and cannot be compensated: a factory that fails a gate receives no star, whatever its score.
  The names of the fields are reported. The contents are our own interpretation, partly supported by Zhejiang's guideline.
  G4 checks the energy audit of the whole factory; indicator C3 checks the leading product and its own norm.

  Background:
    Given the scorecard zero-carbon-factory
    And these facts
      | fact                          | label                                 | type    | unit | one of                                             | at least | evidence                            | assurance | no older than |
      | legally_established           | legally established                   | flag    |      |                                                    |          | business-licence                    |           |               |
      | boundary_stated               | boundary stated                       | flag    |      |                                                    |          | site-plan, boundary-statement       |           |               |
      | normal_operation              | normal operation                      | flag    |      |                                                    |          | operation-record                    |           |               |
      | accidents                     | accidents in three years              | number  | time |                                                    | 0        |                                     |           |               |
      | penalties                     | penalties in three years              | number  | time |                                                    | 0        |                                     |           |               |
      | accident_record_clear         | official record shows no accidents    | flag    |      |                                                    |          | regulator-record                    |           | 12 months     |
      | penalty_record_clear          | official record shows no penalties    | flag    |      |                                                    |          | regulator-record, credit-report     |           | 12 months     |
      | eliminated_processes          | processes on the elimination lists    | number  | item |                                                    | 0        | equipment-ledger                    |           |               |
      | eliminated_equipment          | machines on the elimination lists     | number  | item |                                                    | 0        | equipment-ledger                    |           |               |
      | eliminated_products           | products on the elimination lists     | number  | item |                                                    | 0        | product-list                        |           |               |
      | energy_intensity_level        | energy intensity level                | choice  |      | benchmark, advanced, below_advanced, no_norm       |          | energy-audit                        |           |               |
      | benchmark_list_covers         | product covered by the benchmark list | flag    |      |                                                    |          | energy-audit, product-list          |           |               |
      | management_commitment         | commitment of top management          | choices |      | policy, resources, offset_strategy, responsibility |          | management-minutes, policy          |           |               |
      | management_systems            | management systems                    | choices |      | quality, environment, occupational_health, energy  |          | certificate                         |           |               |
      | inventory_verified            | inventory verified                    | flag    |      |                                                    |          | verification-statement              | limited   |               |
      | inventory_categories_complete | inventory categories complete         | flag    |      |                                                    |          | verification-statement              | limited   |               |
      | data_truthful                 | data truthful                         | flag    |      |                                                    |          | site-record, registry-extract       |           |               |
      | conflicting_claims            | double claims                         | number  | item |                                                    | 0        | registry-extract, green-certificate |           |               |
    And the choices of energy intensity level
      | value          | words                             |
      | benchmark      | benchmark level                   |
      | advanced       | advanced value of the energy norm |
      | below_advanced | worse than the advanced value     |
      | no_norm        | no norm                           |
    And the choices of commitment of top management
      | value           | words           |
      | policy          | policy          |
      | resources       | resources       |
      | offset_strategy | offset strategy |
      | responsibility  | responsibility  |
    And the choices of management systems
      | value               | words               |
      | quality             | quality             |
      | environment         | environment         |
      | occupational_health | occupational health |
      | energy              | energy              |

  Rule: Legal status, record and elimination lists
    Background:
      Given these gates
        | id | gate                                                                | requires                                                                                                                                                       | basis                                |
        | G1 | Legally established, with a stated boundary and in normal operation | legally established is yes; boundary stated is yes; normal operation is yes                                                                                    | field-names, gate-contents           |
        | G2 | Clean record for three years                                        | accidents in three years is 0 times; penalties in three years is 0 times; official record shows no accidents is yes; official record shows no penalties is yes | field-names, zhejiang, gate-contents |
        | G3 | No process, machine or product on the elimination lists             | processes on the elimination lists is 0 items; machines on the elimination lists is 0 items; products on the elimination lists is 0 items                      | field-names, gate-contents           |

    Scenario Outline: Legal status, boundary and normal operation are required
      Given legally established is <legal>
      And boundary stated is <stated>
      And normal operation is <operation>
      When evaluated as of 2025-06-30
      Then gate G1 is <outcome>

      Examples:
        | legal | stated | operation | outcome |
        | yes   | yes    | yes       | met     |
        | no    | yes    | yes       | not met |
        | yes   | no     | yes       | not met |
        | yes   | yes    | no        | not met |

    Scenario Outline: One accident or one penalty fails the gate
      Given accidents in three years is <accidents> times
      And penalties in three years is <penalties> times
      When evaluated as of 2025-06-30
      Then gate G2 is <outcome>

      Examples:
        | accidents | penalties | outcome |
        | 0         | 0         | met     |
        | 1         | 0         | not met |
        | 0         | 1         | not met |

    Scenario Outline: One item on an elimination list fails the gate
      Given processes on the elimination lists is <processes> items
      And machines on the elimination lists is <machines> items
      And products on the elimination lists is <products> items
      When evaluated as of 2025-06-30
      Then gate G3 is <outcome>

      Examples:
        | processes | machines | products | outcome |
        | 0         | 0        | 0        | met     |
        | 1         | 0        | 0        | not met |
        | 0         | 1        | 0        | not met |
        | 0         | 0        | 1        | not met |

    Scenario: A failed gate decides the conclusion
      Given penalties in three years is 1 time
      When evaluated as of 2025-06-30
      Then the conclusion is gate failed
      And the grade is none

    Scenario Outline: The official record must show neither accidents nor penalties
      Given official record shows no accidents is <accidents>
      And official record shows no penalties is <penalties>
      When evaluated as of 2025-06-30
      Then gate G2 is <outcome>

      Examples:
        | accidents | penalties | outcome |
        | yes       | yes       | met     |
        | no        | yes       | not met |
        | yes       | no        | not met |

    Scenario Outline: A clear three-year record is accepted for twelve months
      Given evidence for <fact> was issued on <day>
      When evaluated as of 2026-11-20
      Then gate G2 is <outcome>

      Examples:
        | fact                               | day        | outcome      |
        | official record shows no accidents | 2025-11-20 | met          |
        | official record shows no accidents | 2025-11-19 | undetermined |
        | official record shows no penalties | 2025-11-20 | met          |
        | official record shows no penalties | 2025-11-19 | undetermined |
        | official record shows no penalties | 2022-03-15 | undetermined |

    Scenario Outline: A reported accident or penalty counts regardless of the age of the record
      Given accidents in three years is <accidents> times
      And penalties in three years is <penalties> times
      And evidence for official record shows no accidents was issued on 2022-03-15
      And evidence for official record shows no penalties is missing
      When evaluated as of 2026-11-20
      Then gate G2 is <outcome>

      Examples:
        | accidents | penalties | outcome      |
        | 1         | 0         | not met      |
        | 0         | 1         | not met      |
        | 0         | 0         | undetermined |

    Scenario: Without a regulator's record the gate is undetermined
      Given evidence for official record shows no penalties is missing
      When evaluated as of 2025-06-30
      Then gate G2 is undetermined because of official record shows no penalties
      And the conclusion is incomplete

  Rule: Energy intensity
    Background:
      Given these gates
        | id   | gate                                                   | requires                                                                            | applies when                                                                           | basis                                   |
        | G4   | Energy intensity reaches the advanced value            | energy intensity level is one of benchmark level, advanced value of the energy norm | energy intensity level is not no norm                                                  | zhejiang, gate-contents                 |
        | G4-B | Benchmark level where the 2023 list covers the product | energy intensity level is benchmark level                                           | product covered by the benchmark list is yes; the end of claim year is from 2023-06-06 | zhejiang, benchmark-list, gate-contents |

    Scenario Outline: The advanced value or benchmark level is required where a norm exists
      Given energy intensity level is <level>
      And product covered by the benchmark list is <listed>
      When evaluated as of 2025-06-30
      Then gate G4 is <advanced>
      And gate G4-B is <benchmark>

      Examples:
        | level                             | listed | advanced       | benchmark      |
        | benchmark level                   | yes    | met            | met            |
        | benchmark level                   | no     | met            | not applicable |
        | advanced value of the energy norm | no     | met            | not applicable |
        | advanced value of the energy norm | yes    | met            | not met        |
        | worse than the advanced value     | no     | not met        | not applicable |
        | no norm                           | no     | not applicable | not applicable |
        | no norm                           | yes    | not applicable | not met        |

    Scenario Outline: The list does not bind a claim year that ended before its issue
      Given product covered by the benchmark list is yes
      And claim year is <first> to <last>
      When evaluated as of 2025-06-30
      Then gate G4-B is <benchmark>

      Examples:
        | first      | last       | benchmark      |
        | 2022-01-01 | 2022-12-31 | not applicable |
        | 2022-06-06 | 2023-06-05 | not applicable |
        | 2022-06-07 | 2023-06-06 | not met        |
        | 2023-01-01 | 2023-12-31 | not met        |

  Rule: Management
    Background:
      Given these gates
        | id | gate                                                                                         | requires                                                                                                                                                                                                                               | basis                      |
        | G5 | Top management has committed itself by policy, resources, offset strategy and responsibility | commitment of top management includes any of policy; commitment of top management includes any of resources; commitment of top management includes any of offset strategy; commitment of top management includes any of responsibility | zhejiang, gate-contents    |
        | G6 | Management systems for quality, environment, occupational health and energy are in place     | management systems includes any of quality; management systems includes any of environment; management systems includes any of occupational health; management systems includes any of energy                                          | field-names, gate-contents |

    Scenario Outline: Every part of the commitment must be documented
      Given commitment of top management is <documented>
      When evaluated as of 2025-06-30
      Then gate G5 is <outcome>

      Examples:
        | documented                                         | outcome |
        | policy, resources, offset strategy, responsibility | met     |
        | resources, offset strategy, responsibility         | not met |
        | policy, offset strategy, responsibility            | not met |
        | policy, resources, responsibility                  | not met |
        | policy, resources, offset strategy                 | not met |

    Scenario Outline: All four management systems must be certified
      Given management systems is <certified>
      When evaluated as of 2025-06-30
      Then gate G6 is <outcome>

      Examples:
        | certified                                         | outcome |
        | quality, environment, occupational health, energy | met     |
        | environment, occupational health, energy          | not met |
        | quality, occupational health, energy              | not met |
        | quality, environment, energy                      | not met |
        | quality, environment, occupational health         | not met |

  Rule: Verified inventory and truthful data
    Background:
      Given these gates
        | id | gate                                 | requires                                                        | basis                      |
        | G7 | Verified inventory of the claim year | inventory verified is yes; inventory categories complete is yes | field-names, gate-contents |
        | G8 | Truthful data without double claims  | data truthful is yes; double claims is 0 items                  | field-names, gate-contents |

    Scenario Outline: The inventory must be verified and include every category of the type
      Given inventory verified is <verified>
      And inventory categories complete is <complete>
      When evaluated as of 2025-06-30
      Then gate G7 is <outcome>

      Examples:
        | verified | complete | outcome |
        | yes      | yes      | met     |
        | no       | yes      | not met |
        | yes      | no       | not met |

    Scenario Outline: Data must be truthful and claimed only once
      Given data truthful is <truthful>
      And double claims is <conflicts> items
      When evaluated as of 2025-06-30
      Then gate G8 is <outcome>

      Examples:
        | truthful | conflicts | outcome |
        | yes      | 0         | met     |
        | no       | 0         | not met |
        | yes      | 1         | not met |

    Scenario: Without a verification statement the gate is undetermined
      Given evidence for inventory verified is missing
      When evaluated as of 2025-06-30
      Then gate G7 is undetermined because of inventory verified
      And the conclusion is incomplete
