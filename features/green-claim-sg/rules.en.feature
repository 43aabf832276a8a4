# language: en
Feature: Rules · Green claims in Singapore
  Each rule with its verdict, its period of application and its remedy.

  Background:
    Given the scorecard green-claim-sg
    And the scorecard applies when kind of communication is commercial
    And verdicts are governed by display period, otherwise ok on basis otherwise

  Rule: Principles 1 and 2 of the Guide
    Background:
      Given these verdict rules
        | id    | rule                                  | when                              | verdict        | severity | in force from | basis |
        | SG-01 | Claim not true and accurate           | claim truthful and accurate is no | needs evidence | minor    | 2025-10-06    | ccs   |
        | SG-02 | Claim not clear and easily understood | claim clear and unambiguous is no | needs evidence | minor    | 2025-10-06    | ccs   |
      And these remedies
        | rule  | say instead                                                                 |
        | SG-01 | state the true facts: the value, the part and the period, with the evidence |
        | SG-02 | replace the word by its intended meaning: aspect, quantity, part and basis  |

    Scenario Outline: Principles 1 and 2 of the Guide: an example of each rule
      Given <given>
      When evaluated as of 2026-11-20
      Then rule <rule> holds

      Examples:
        | given                             | rule  |
        | claim truthful and accurate is no | SG-01 |
        | claim clear and unambiguous is no | SG-02 |

  Rule: Word without specification, basis or clear qualification
    Background:
      Given these verdict rules
        | id      | rule                                                     | when                                                                                                                                                                                                                                                                                      | verdict        | severity | in force from | basis     |
        | SG-02-W | Word without specification, basis or clear qualification | claim types includes any of generic, social and environmental; location of the specification is one of no specification, elsewhere only                                                                                                                                                   | needs evidence | minor    | 2025-10-06    | ccs-words |
        | SG-02-W |                                                          | claim types includes any of absolute; claim types includes none of recycled content, recyclable, degradable, compostable, renewable energy, renewable material, quantified footprint, durability, repairability; location of the specification is one of no specification, elsewhere only |                |          |               |           |
      And these remedies
        | rule    | say instead                                                                |
        | SG-02-W | replace the word by its intended meaning: aspect, quantity, part and basis |

    Scenario Outline: Word without specification, basis or clear qualification
      Given claim types is <claim_types>
      And location of the specification is <location of the specification>
      When evaluated as of 2026-11-20
      Then rule SG-02-W <SG-02-W>

      Examples:
        | claim_types                | location of the specification | SG-02-W       |
        | absolute                   | no specification              | holds         |
        | generic                    | no specification              | holds         |
        | generic                    | on the same medium            | does not hold |
        | absolute, recycled content | no specification              | does not hold |
        | absolute                   | on the same medium            | does not hold |

  Rule: Principles 3 to 5 of the Guide
    Background:
      Given these verdict rules
        | id    | rule                            | when                                   | verdict        | severity | in force from | basis |
        | SG-03 | Claim not meaningful            | benefit meaningful to buyers is no     | needs evidence | minor    | 2025-10-06    | ccs   |
        | SG-04 | Material information missing    | no important information omitted is no | needs evidence | minor    | 2025-10-06    | ccs   |
        | SG-05 | Claim not supported by evidence | claim substantiated is no              | needs evidence | minor    | 2025-10-06    | ccs   |
      And these remedies
        | rule  | say instead                                                                                                               |
        | SG-03 | name the benefit that buyers receive where the product is used, and its extent                                            |
        | SG-04 | add next to the claim the information that buyers need: conditions, limits, the rest of the life cycle or of the business |
        | SG-05 | claim only facts that a test, footprint or record of this product proved before publication; otherwise delete the claim   |

    Scenario Outline: Principles 3 to 5 of the Guide: an example of each rule
      Given <given>
      When evaluated as of 2026-11-20
      Then rule <rule> holds

      Examples:
        | given                                  | rule  |
        | benefit meaningful to buyers is no     | SG-03 |
        | no important information omitted is no | SG-04 |
        | claim substantiated is no              | SG-05 |

  Rule: False or unproven claims
    Background:
      Given these verdict rules
        | id      | rule                                  | when                                                   | verdict        | severity | in force from | basis   |
        | SG-00   | False claim, or deception by omission | claim truthful and accurate is no                      | misleading     | major    | 2004-03-01    | cpfta   |
        | SG-00   |                                       | no important information omitted is no                 |                |          |               |         |
        | SG-05-S | Absolute wording not proven           | absolute wording is yes; absolute wording proven is no | needs evidence | minor    | 2025-10-06    | ccs-top |
      And these remedies
        | rule    | say instead                                                                                                                      |
        | SG-00   | state only true facts about this product, with the conditions that matter to buyers                                              |
        | SG-05-S | delete the absolute word, or state its proof next to it: compared with whom, in which aspect, on which date and measured by whom |

    Scenario: False claim, or deception by omission
      Given claim truthful and accurate is no
      When evaluated as of 2026-11-20
      Then rule SG-00 holds

    Scenario Outline: Absolute wording not proven
      Given absolute wording is <absolute_wording>
      And absolute wording proven is <absolute_wording_proved>
      When evaluated as of 2026-11-20
      Then rule SG-05-S <SG-05-S>

      Examples:
        | absolute_wording | absolute_wording_proved | SG-05-S       |
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
        | 2025-10-05 to 2025-10-05 | SG-01 is not in force |
        | 2004-02-29 to 2004-02-29 | SG-00 is not in force |
