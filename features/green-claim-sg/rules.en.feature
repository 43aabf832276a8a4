# language: en
Feature: Rules · Green claims in Singapore
  Each rule with its verdict, the days on which it governs, and what to say instead.

  Background:
    Given the scorecard green-claim-sg
    And the scorecard applies when kind of communication is commercial
    And verdicts are governed by display period, otherwise ok on basis otherwise

  Rule: Principles 1 and 2 of the Guide
    Background:
      Given these verdict rules
        | id    | rule                            | when                        | verdict        | severity | in force from | basis |
        | SG-01 | Not true and accurate           | truthful and accurate is no | needs evidence | minor    | 2025-10-06    | ccs   |
        | SG-02 | Not clear and easily understood | clear and unambiguous is no | needs evidence | minor    | 2025-10-06    | ccs   |
      And these remedies
        | rule  | say instead                                                                             |
        | SG-01 | replace it by what is true: this figure, of this part, in this period, by this evidence |
        | SG-02 | replace the word by what is meant: this aspect, by so much, of this part, on this basis |

    Scenario Outline: Principles 1 and 2 of the Guide: a case of each
      Given <given>
      When evaluated as of 2026-11-20
      Then rule <rule> holds

      Examples:
        | given                       | rule  |
        | truthful and accurate is no | SG-01 |
        | clear and unambiguous is no | SG-02 |

  Rule: Word not specified, or without its basis
    Background:
      Given these verdict rules
        | id      | rule                                     | when                                                                                                                                                                                                                                                                      | verdict        | severity | in force from | basis     |
        | SG-02-W | Word not specified, or without its basis | claim types includes any of generic, social and environmental; specification is one of no specification, elsewhere only                                                                                                                                                   | needs evidence | minor    | 2025-10-06    | ccs-words |
        | SG-02-W |                                          | claim types includes any of absolute; claim types includes none of recycled content, recyclable, degradable, compostable, renewable energy, renewable material, quantified footprint, durability, repairability; specification is one of no specification, elsewhere only |                |          |               |           |
      And these remedies
        | rule    | say instead                                                                             |
        | SG-02-W | replace the word by what is meant: this aspect, by so much, of this part, on this basis |

    Scenario Outline: Word not specified, or without its basis
      Given claim types is <claim_types>
      And specification is <specification>
      When evaluated as of 2026-11-20
      Then rule SG-02-W <SG-02-W>

      Examples:
        | claim_types                | specification      | SG-02-W       |
        | absolute                   | no specification   | holds         |
        | generic                    | no specification   | holds         |
        | generic                    | on the same medium | does not hold |
        | absolute, recycled content | no specification   | does not hold |
        | absolute                   | on the same medium | does not hold |

  Rule: Principles 3 to 5 of the Guide
    Background:
      Given these verdict rules
        | id    | rule                         | when                            | verdict        | severity | in force from | basis |
        | SG-03 | Not meaningful               | meaningful is no                | needs evidence | minor    | 2025-10-06    | ccs   |
        | SG-04 | Material information missing | nothing important omitted is no | needs evidence | minor    | 2025-10-06    | ccs   |
        | SG-05 | Not supported by evidence    | substantiated is no             | needs evidence | minor    | 2025-10-06    | ccs   |
      And these remedies
        | rule  | say instead                                                                                                            |
        | SG-03 | name a benefit that buyers get where the product is used, and how much of it                                           |
        | SG-04 | add beside the claim what buyers would want to know: conditions, limits, the rest of the life cycle or of the business |
        | SG-05 | claim only what a test, footprint or record of this product shows, made before publication; otherwise delete it        |

    Scenario Outline: Principles 3 to 5 of the Guide: a case of each
      Given <given>
      When evaluated as of 2026-11-20
      Then rule <rule> holds

      Examples:
        | given                           | rule  |
        | meaningful is no                | SG-03 |
        | nothing important omitted is no | SG-04 |
        | substantiated is no             | SG-05 |

  Rule: False, or not proven
    Background:
      Given these verdict rules
        | id      | rule                                          | when                                                   | verdict        | severity | in force from | basis   |
        | SG-00   | False claim, or one that deceives by omission | truthful and accurate is no                            | misleading     | major    | 2004-03-01    | cpfta   |
        | SG-00   |                                               | nothing important omitted is no                        |                |          |               |         |
        | SG-05-S | Absolute words not proven                     | absolute wording is yes; absolute wording proved is no | needs evidence | minor    | 2025-10-06    | ccs-top |
      And these remedies
        | rule    | say instead                                                                                                             |
        | SG-00   | state only what is true of this product, with the conditions that matter to buyers                                      |
        | SG-05-S | delete the absolute word, or name beside it what proves it: compared with whom, in what, on which day, measured by whom |

    Scenario: False claim, or one that deceives by omission
      Given truthful and accurate is no
      When evaluated as of 2026-11-20
      Then rule SG-00 holds

    Scenario Outline: Absolute words not proven
      Given absolute wording is <absolute_wording>
      And absolute wording proved is <absolute_wording_proved>
      When evaluated as of 2026-11-20
      Then rule SG-05-S <SG-05-S>

      Examples:
        | absolute_wording | absolute_wording_proved | SG-05-S       |
        | yes              | no                      | holds         |
        | no               | no                      | does not hold |
        | yes              | yes                     | does not hold |

  Rule: The first days of the rules

    Scenario Outline: before its first day a rule does not govern
      Given display period is <display>
      When evaluated as of 2026-11-20
      Then rule <rule>

      Examples:
        | display                  | rule                  |
        | 2025-10-05 to 2025-10-05 | SG-01 is not in force |
        | 2004-02-29 to 2004-02-29 | SG-00 is not in force |
