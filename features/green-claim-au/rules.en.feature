# language: en
Feature: Rules · Green claims in Australia
  Each rule with its verdict, its period of application and its remedy.

  Background:
    Given the scorecard green-claim-au
    And the scorecard applies when kind of communication is one of commercial, mandatory report
    And verdicts are governed by display period, otherwise ok on basis otherwise

  Rule: Principles 1 to 5 of the Commission
    Background:
      Given these verdict rules
        | id    | rule                                    | when                                    | verdict        | severity | in force from | basis |
        | AU-01 | Claim not accurate and truthful         | claim truthful and accurate is no       | misleading     | major    | 2011-01-01    | accc  |
        | AU-02 | Claim without evidence                  | claim substantiated is no               | needs evidence | major    | 2011-01-01    | accc  |
        | AU-03 | Important information hidden or omitted | no important information omitted is no  | needs evidence | major    | 2011-01-01    | accc  |
        | AU-04 | Conditions of the claim not explained   | conditions of the claim explained is no | needs evidence | major    | 2011-01-01    | accc  |
        | AU-05 | Broad claim without qualification       | claim clear and unambiguous is no       | needs evidence | major    | 2011-01-01    | accc  |
      And these remedies
        | rule  | say instead                                                                                                               |
        | AU-01 | state the true facts: the value, the part and the period, with the evidence                                               |
        | AU-02 | claim only facts that a test, footprint or record of this product proved before publication; otherwise delete the claim   |
        | AU-03 | add next to the claim the information that buyers need: conditions, limits, the rest of the life cycle or of the business |
        | AU-04 | state the conditions under which the claim is true, for example: where the council collects it, after rinsing             |
        | AU-05 | replace the word by its intended meaning: aspect, quantity, part and basis                                                |

    Scenario Outline: Principles 1 to 5 of the Commission: an example of each rule
      Given <given>
      When evaluated as of 2026-11-20
      Then rule <rule> holds

      Examples:
        | given                                   | rule  |
        | claim truthful and accurate is no       | AU-01 |
        | claim substantiated is no               | AU-02 |
        | no important information omitted is no  | AU-03 |
        | conditions of the claim explained is no | AU-04 |
        | claim clear and unambiguous is no       | AU-05 |

  Rule: Word without specification, basis or clear qualification
    Background:
      Given these verdict rules
        | id      | rule                                                     | when                                                                                                                                                                                                                                                                                      | verdict        | severity | in force from | basis      |
        | AU-05-W | Word without specification, basis or clear qualification | claim types includes any of generic, social and environmental, neutral by offsets, neutral without offsets, net zero; location of the specification is one of no specification, elsewhere only                                                                                            | needs evidence | major    | 2011-01-01    | accc-words |
        | AU-05-W |                                                          | claim types includes any of absolute; claim types includes none of recycled content, recyclable, degradable, compostable, renewable energy, renewable material, quantified footprint, durability, repairability; location of the specification is one of no specification, elsewhere only |                |          |               |            |
        | AU-05-W |                                                          | claim types includes any of generic, social and environmental, neutral by offsets, neutral without offsets, net zero; basis stated in the claim is no                                                                                                                                     |                |          |               |            |
        | AU-05-W |                                                          | claim types includes any of absolute; claim types includes none of recycled content, recyclable, degradable, compostable, renewable energy, renewable material, quantified footprint, durability, repairability; basis stated in the claim is no                                          |                |          |               |            |
      And these remedies
        | rule    | say instead                                                                |
        | AU-05-W | replace the word by its intended meaning: aspect, quantity, part and basis |

    Scenario Outline: Word without specification, basis or clear qualification
      Given claim types is <claim_types>
      And location of the specification is <location of the specification>
      And basis stated in the claim is <basis_in_claim>
      When evaluated as of 2026-11-20
      Then rule AU-05-W <AU-05-W>

      Examples:
        | claim_types                | location of the specification | basis_in_claim | AU-05-W       |
        | absolute                   | no specification              | yes            | holds         |
        | absolute, recycled content | no specification              | yes            | does not hold |
        | absolute                   | on the same medium            | yes            | does not hold |
        | generic                    | on the same medium            | no             | holds         |
        | specific attribute         | on the same medium            | no             | does not hold |
        | absolute                   | on the same medium            | no             | holds         |
        | absolute, recycled content | on the same medium            | no             | does not hold |

  Rule: Principles 6 to 8 of the Commission
    Background:
      Given these verdict rules
        | id    | rule                            | when                                           | verdict        | severity | in force from | basis |
        | AU-06 | Language not plain              | claim in plain language is no                  | needs evidence | major    | 2011-01-01    | accc  |
        | AU-07 | Misleading visual elements      | visuals fair is no                             | misleading     | major    | 2011-01-01    | accc  |
        | AU-08 | Transition not described openly | progress of the transition stated openly is no | needs evidence | major    | 2011-01-01    | accc  |
      And these remedies
        | rule  | say instead                                                                                     |
        | AU-06 | use the words that buyers use, and explain technical terms next to them                         |
        | AU-07 | remove pictures, colours and marks that promise more than the text proves                       |
        | AU-08 | state the completed steps, the planned steps with their dates, and the targets not yet achieved |

    Scenario Outline: Principles 6 to 8 of the Commission: an example of each rule
      Given <given>
      When evaluated as of 2026-11-20
      Then rule <rule> holds

      Examples:
        | given                                          | rule  |
        | claim in plain language is no                  | AU-06 |
        | visuals fair is no                             | AU-07 |
        | progress of the transition stated openly is no | AU-08 |

  Rule: Grounds and evidence under the Australian Consumer Law
    Background:
      Given these verdict rules
        | id        | rule                                                | when                                                                                                                                                                                                                                                                                                                 | verdict        | severity | in force from | basis          |
        | REC-03-AU | Plastic called ocean plastic but not from the ocean | claim types includes any of recycled content; claimed ocean plastic comes from the ocean is no                                                                                                                                                                                                                       | misleading     | major    | 2011-01-01    | clorox         |
        | AU-F      | Commitment without reasonable grounds               | claim types includes any of future; claim substantiated is no                                                                                                                                                                                                                                                        | misleading     | major    | 2011-01-01    | acl-4          |
        | AU-B      | Broad or neutrality claim without evidence          | claim types includes any of generic, social and environmental; location of the specification is one of no specification, elsewhere only; claim substantiated is no                                                                                                                                                   | misleading     | major    | 2011-01-01    | broad-unproven |
        | AU-B      |                                                     | claim types includes any of absolute; claim types includes none of recycled content, recyclable, degradable, compostable, renewable energy, renewable material, quantified footprint, durability, repairability; location of the specification is one of no specification, elsewhere only; claim substantiated is no |                |          |               |                |
        | AU-B      |                                                     | claim types includes any of neutral by offsets, neutral without offsets, net zero; claim substantiated is no                                                                                                                                                                                                         |                |          |               |                |
        | AU-02-S   | Absolute wording not proven                         | absolute wording is yes; absolute wording proven is no                                                                                                                                                                                                                                                               | needs evidence | major    | 2011-01-01    | acl-top        |
      And these remedies
        | rule      | say instead                                                                                                                      |
        | REC-03-AU | state that the plastic was collected within a stated distance of the coast, in km, and not from the ocean                        |
        | AU-F      | state the steps, the funding and the dates that support the commitment, or state only achieved results                           |
        | AU-B      | replace it by a specific fact with its evidence                                                                                  |
        | AU-02-S   | delete the absolute word, or state its proof next to it: compared with whom, in which aspect, on which date and measured by whom |

    Scenario Outline: Plastic called ocean plastic but not from the ocean
      Given claim types is <claim_types>
      And ocean_plastic_from_ocean is <ocean_plastic_from_ocean>
      When evaluated as of 2026-11-20
      Then rule REC-03-AU <REC-03-AU>

      Examples:
        | claim_types      | ocean_plastic_from_ocean | REC-03-AU     |
        | recycled content | no                       | holds         |
        | generic          | no                       | does not hold |
        | recycled content | yes                      | does not hold |

    Scenario Outline: Commitment without reasonable grounds
      Given claim types is future
      And claim substantiated is <claim substantiated>
      When evaluated as of 2026-11-20
      Then rule AU-F <AU-F>

      Examples:
        | claim substantiated | AU-F          |
        | no                  | holds         |
        | yes                 | does not hold |

    Scenario Outline: Broad or neutrality claim without evidence
      Given claim types is <claim_types>
      And location of the specification is <location of the specification>
      And claim substantiated is <claim substantiated>
      When evaluated as of 2026-11-20
      Then rule AU-B <AU-B>

      Examples:
        | claim_types                | location of the specification | claim substantiated | AU-B          |
        | generic                    | no specification              | no                  | holds         |
        | specific attribute         | no specification              | no                  | does not hold |
        | generic                    | on the same medium            | no                  | does not hold |
        | generic                    | no specification              | yes                 | does not hold |
        | absolute                   | no specification              | no                  | holds         |
        | absolute, recycled content | no specification              | no                  | does not hold |
        | absolute                   | on the same medium            | no                  | does not hold |
        | neutral by offsets         | on the same medium            | no                  | holds         |
        | neutral by offsets         | on the same medium            | yes                 | does not hold |

    Scenario Outline: Absolute wording not proven
      Given absolute wording is <absolute_wording>
      And absolute wording proven is <absolute_wording_proved>
      When evaluated as of 2026-11-20
      Then rule AU-02-S <AU-02-S>

      Examples:
        | absolute_wording | absolute_wording_proved | AU-02-S       |
        | yes              | no                      | holds         |
        | no               | no                      | does not hold |
        | yes              | yes                     | does not hold |

  Rule: First day of application of each rule

    Scenario Outline: A rule does not apply before its first day
      Given display period is <display>
      When evaluated as of 2026-11-20
      Then rule <rule>

      Examples:
        | display                  | rule                  |
        | 2010-12-31 to 2010-12-31 | AU-01 is not in force |
        | 2010-12-31 to 2010-12-31 | AU-F is not in force  |
