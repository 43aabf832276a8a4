# language: en
Feature: Basic requirements
  A gate carries no points and nothing makes up for it: a factory that fails one receives no star, whatever its score. The
  names of the fields are reported; the contents are our own reading, some with the support of Zhejiang's guideline.
  G4 looks at the energy audit of the whole factory, indicator C3 at the leading product and its own norm.

  Background:
    Given the scorecard zero-carbon-factory
    And these facts
      | fact                          | label                         | type    | unit | one of                                             | at least | evidence                            | assurance | no older than |
      | legally_established           | legally established           | flag    |      |                                                    |          | business-licence                    |           |               |
      | boundary_stated               | boundary stated               | flag    |      |                                                    |          | site-plan, boundary-statement       |           |               |
      | normal_operation              | normal operation              | flag    |      |                                                    |          | operation-record                    |           |               |
      | accidents                     | accidents in three years      | number  | time |                                                    | 0        |                                     |           |               |
      | penalties                     | penalties in three years      | number  | time |                                                    | 0        |                                     |           |               |
      | accident_record_clear         | record clear of accidents     | flag    |      |                                                    |          | regulator-record                    |           | 12 months     |
      | penalty_record_clear          | record clear of penalties     | flag    |      |                                                    |          | regulator-record, credit-report     |           | 12 months     |
      | eliminated_processes          | eliminated processes          | number  | item |                                                    | 0        | equipment-ledger                    |           |               |
      | eliminated_equipment          | eliminated machines           | number  | item |                                                    | 0        | equipment-ledger                    |           |               |
      | eliminated_products           | eliminated products           | number  | item |                                                    | 0        | product-list                        |           |               |
      | energy_intensity_level        | energy intensity level        | choice  |      | benchmark, advanced, below_advanced, no_norm       |          | energy-audit                        |           |               |
      | benchmark_list_covers         | covered by the benchmark list | flag    |      |                                                    |          | energy-audit, product-list          |           |               |
      | management_commitment         | commitment of top management  | choices |      | policy, resources, offset_strategy, responsibility |          | management-minutes, policy          |           |               |
      | management_systems            | management systems            | choices |      | quality, environment, occupational_health, energy  |          | certificate                         |           |               |
      | inventory_verified            | inventory verified            | flag    |      |                                                    |          | verification-statement              | limited   |               |
      | inventory_categories_complete | inventory categories complete | flag    |      |                                                    |          | verification-statement              | limited   |               |
      | data_truthful                 | data truthful                 | flag    |      |                                                    |          | site-record, registry-extract       |           |               |
      | conflicting_claims            | conflicting claims            | number  | item |                                                    | 0        | registry-extract, green-certificate |           |               |
    And the choices of energy intensity level
      | value          | words                       |
      | benchmark      | benchmark level             |
      | advanced       | advanced value              |
      | below_advanced | short of the advanced value |
      | no_norm        | no norm                     |
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

  Rule: Existence, record and lists
    Background:
      Given these gates
        | id | gate                               | requires                                                                                                                                     | basis                                |
        | G1 | Lawful, delimited and in operation | legally established is yes; boundary stated is yes; normal operation is yes                                                                  | field-names, gate-contents           |
        | G2 | Clean record of three years        | accidents in three years is 0 times; penalties in three years is 0 times; record clear of accidents is yes; record clear of penalties is yes | field-names, zhejiang, gate-contents |
        | G3 | Nothing on the elimination lists   | eliminated processes is 0 items; eliminated machines is 0 items; eliminated products is 0 items                                              | field-names, gate-contents           |

    Scenario Outline: lawful, delimited, in operation
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

    Scenario Outline: one accident or one penalty closes the gate
      Given accidents in three years is <accidents> times
      And penalties in three years is <penalties> times
      When evaluated as of 2025-06-30
      Then gate G2 is <outcome>

      Examples:
        | accidents | penalties | outcome |
        | 0         | 0         | met     |
        | 1         | 0         | not met |
        | 0         | 1         | not met |

    Scenario Outline: one item on a list closes the gate
      Given eliminated processes is <processes> items
      And eliminated machines is <machines> items
      And eliminated products is <products> items
      When evaluated as of 2025-06-30
      Then gate G3 is <outcome>

      Examples:
        | processes | machines | products | outcome |
        | 0         | 0        | 0        | met     |
        | 1         | 0        | 0        | not met |
        | 0         | 1        | 0        | not met |
        | 0         | 0        | 1        | not met |

    Scenario: a failed gate is the conclusion
      Given penalties in three years is 1 time
      When evaluated as of 2025-06-30
      Then the conclusion is gate failed
      And the grade is none

    Scenario Outline: a record shows that there was neither
      Given record clear of accidents is <accidents>
      And record clear of penalties is <penalties>
      When evaluated as of 2025-06-30
      Then gate G2 is <outcome>

      Examples:
        | accidents | penalties | outcome |
        | yes       | yes       | met     |
        | no        | yes       | not met |
        | yes       | no        | not met |

    Scenario Outline: a record that is clear of three years counts for twelve months
      Given evidence for <fact> was issued on <day>
      When evaluated as of 2026-11-20
      Then gate G2 is <outcome>

      Examples:
        | fact                      | day        | outcome      |
        | record clear of accidents | 2025-11-20 | met          |
        | record clear of accidents | 2025-11-19 | undetermined |
        | record clear of penalties | 2025-11-20 | met          |
        | record clear of penalties | 2025-11-19 | undetermined |
        | record clear of penalties | 2022-03-15 | undetermined |

    Scenario Outline: what is told counts against the factory, however old the record
      Given accidents in three years is <accidents> times
      And penalties in three years is <penalties> times
      And evidence for record clear of accidents was issued on 2022-03-15
      And evidence for record clear of penalties is missing
      When evaluated as of 2026-11-20
      Then gate G2 is <outcome>

      Examples:
        | accidents | penalties | outcome      |
        | 1         | 0         | not met      |
        | 0         | 1         | not met      |
        | 0         | 0         | undetermined |

    Scenario: without a regulator's record the gate stays open
      Given evidence for record clear of penalties is missing
      When evaluated as of 2025-06-30
      Then gate G2 is undetermined because of record clear of penalties
      And the conclusion is incomplete

  Rule: Energy intensity
    Background:
      Given these gates
        | id   | gate                                                   | requires                                                         | applies when                                                                   | basis                                   |
        | G4   | Energy intensity at the advanced value                 | energy intensity level is one of benchmark level, advanced value | energy intensity level is not no norm                                          | zhejiang, gate-contents                 |
        | G4-B | Benchmark level where the 2023 list covers the product | energy intensity level is benchmark level                        | covered by the benchmark list is yes; the end of claim year is from 2023-06-06 | zhejiang, benchmark-list, gate-contents |

    Scenario Outline: benchmark or advanced value, as far as there is a norm
      Given energy intensity level is <level>
      And covered by the benchmark list is <listed>
      When evaluated as of 2025-06-30
      Then gate G4 is <advanced>
      And gate G4-B is <benchmark>

      Examples:
        | level                       | listed | advanced       | benchmark      |
        | benchmark level             | yes    | met            | met            |
        | benchmark level             | no     | met            | not applicable |
        | advanced value              | no     | met            | not applicable |
        | advanced value              | yes    | met            | not met        |
        | short of the advanced value | no     | not met        | not applicable |
        | no norm                     | no     | not applicable | not applicable |
        | no norm                     | yes    | not applicable | not met        |

    Scenario Outline: the list binds no claim year that ended before it
      Given covered by the benchmark list is yes
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
        | id | gate                         | requires                                                                                                                                                                                                                               | basis                      |
        | G5 | Commitment of top management | commitment of top management includes any of policy; commitment of top management includes any of resources; commitment of top management includes any of offset strategy; commitment of top management includes any of responsibility | zhejiang, gate-contents    |
        | G6 | Management systems           | management systems includes any of quality; management systems includes any of environment; management systems includes any of occupational health; management systems includes any of energy                                          | field-names, gate-contents |

    Scenario Outline: every part of the commitment is documented
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

    Scenario Outline: all four management systems are certified
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

  Rule: Inventory and truth
    Background:
      Given these gates
        | id | gate                                 | requires                                                        | basis                      |
        | G7 | Verified inventory of the claim year | inventory verified is yes; inventory categories complete is yes | field-names, gate-contents |
        | G8 | Truthful data without double claims  | data truthful is yes; conflicting claims is 0 items             | field-names, gate-contents |

    Scenario Outline: verified, and with every category of the type
      Given inventory verified is <verified>
      And inventory categories complete is <complete>
      When evaluated as of 2025-06-30
      Then gate G7 is <outcome>

      Examples:
        | verified | complete | outcome |
        | yes      | yes      | met     |
        | no       | yes      | not met |
        | yes      | no       | not met |

    Scenario Outline: true, and claimed once
      Given data truthful is <truthful>
      And conflicting claims is <conflicts> items
      When evaluated as of 2025-06-30
      Then gate G8 is <outcome>

      Examples:
        | truthful | conflicts | outcome |
        | yes      | 0         | met     |
        | no       | 0         | not met |
        | yes      | 1         | not met |

    Scenario: an inventory without verification statement leaves the gate open
      Given evidence for inventory verified is missing
      When evaluated as of 2025-06-30
      Then gate G7 is undetermined because of inventory verified
      And the conclusion is incomplete
