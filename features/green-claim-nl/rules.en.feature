# language: en
Feature: Rules · Green claims in the Netherlands
  Each rule with its verdict, the days on which it governs, and what to say instead.

  Background:
    Given the scorecard green-claim-nl
    And the scorecard applies when kind of communication is commercial
    And verdicts are governed by display period, otherwise ok on basis otherwise

  Rule: Vague word that is not specified
    Background:
      Given these verdict rules
        | id    | rule                             | when                                                                                                                                                                                                                                                                                                                         | verdict    | severity | in force from | basis      |
        | NL-01 | Vague word that is not specified | claim types includes any of generic, social and environmental; specification is one of no specification, elsewhere only; recognised excellence is no recognised excellence                                                                                                                                                   | misleading | major    | 2023-06-13    | acm-1, cdr |
        | NL-01 |                                  | claim types includes any of absolute; claim types includes none of recycled content, recyclable, degradable, compostable, renewable energy, renewable material, quantified footprint, durability, repairability; specification is one of no specification, elsewhere only; recognised excellence is no recognised excellence |            |          |               |            |
      And these remedies
        | rule  | say instead                                                                                                   |
        | NL-01 | replace it on the same medium by the benefit itself: which aspect, of which part, by how much, on which basis |

    Scenario: Vague word that is not specified
      Given claim_types is generic
      And specification is none
      And reep_basis is no_basis
      When evaluated as of 2026-11-20
      Then rule NL-01 holds

    Scenario: NL-01: claim types includes any of generic, social and environmental: just fails
      Given claim types is specific attribute
      And specification is no specification
      And recognised excellence is no recognised excellence
      When evaluated as of 2026-11-20
      Then rule NL-01 does not hold

    Scenario: NL-01: specification is one of no specification, elsewhere only: just fails
      Given specification is on the same medium
      And claim types is generic
      And recognised excellence is no recognised excellence
      When evaluated as of 2026-11-20
      Then rule NL-01 does not hold

    Scenario: NL-01: recognised excellence is no recognised excellence: just fails
      Given recognised excellence is EU Ecolabel
      And claim types is generic
      And specification is no specification
      When evaluated as of 2026-11-20
      Then rule NL-01 does not hold

    Scenario: NL-01: claim types includes any of absolute: just holds
      Given claim types is absolute
      And specification is no specification
      And recognised excellence is no recognised excellence
      When evaluated as of 2026-11-20
      Then rule NL-01 holds

    Scenario: NL-01: claim types includes none of recycled content, recyclable, degradable, compostable, renewable energy, renewable material, quantified footprint, durability, repairability: just fails
      Given claim types is absolute, recycled content
      And specification is no specification
      And recognised excellence is no recognised excellence
      When evaluated as of 2026-11-20
      Then rule NL-01 does not hold

    Scenario: NL-01: specification is one of no specification, elsewhere only: just fails (2)
      Given specification is on the same medium
      And claim types is absolute
      And recognised excellence is no recognised excellence
      When evaluated as of 2026-11-20
      Then rule NL-01 does not hold

    Scenario: NL-01: recognised excellence is no recognised excellence: just fails (2)
      Given recognised excellence is EU Ecolabel
      And claim types is absolute
      And specification is no specification
      When evaluated as of 2026-11-20
      Then rule NL-01 does not hold

    Scenario: NL-01: display period is from 2023-06-13: just fails
      Given display period is 2023-06-12 to 2023-06-12
      When evaluated as of 2026-11-20
      Then rule NL-01 is not in force

  Rule: Claim that the trader cannot show to be correct
    Background:
      Given these verdict rules
        | id    | rule                                            | when                | verdict    | severity | in force from | basis                |
        | NL-02 | Claim that the trader cannot show to be correct | substantiated is no | misleading | major    | 2008-10-15    | bw-193j, bw-194, cdr |
      And these remedies
        | rule  | say instead                                                                                    |
        | NL-02 | claim only what a test, footprint or record of this product shows; without it delete the claim |

    Scenario: Claim that the trader cannot show to be correct
      Given substantiated is no
      When evaluated as of 2026-11-20
      Then rule NL-02 holds

    Scenario: NL-02: display period is from 2008-10-15: just fails
      Given display period is 2008-10-14 to 2008-10-14
      When evaluated as of 2026-11-20
      Then rule NL-02 is not in force

  Rule: False, or deceptive as a whole
    Background:
      Given these verdict rules
        | id    | rule                           | when                                                              | verdict    | severity | in force from | basis           |
        | NL-03 | False, or deceptive as a whole | truthful and accurate is no                                       | misleading | major    | 2008-10-15    | bw-193c, bw-194 |
        | NL-03 |                                | overall presentation fair is no                                   |            |          |               |                 |
        | NL-03 |                                | visuals fair is no                                                |            |          |               |                 |
        | NL-03 |                                | asserted scope is the whole; evidence covers is only a part of it |            |          |               |                 |
      And these remedies
        | rule  | say instead                                                                                                             |
        | NL-03 | state only what is true of this product and shown by evidence, and take out words and pictures that make it look better |

    Scenario: False, or deceptive as a whole
      Given truthful is no
      When evaluated as of 2026-11-20
      Then rule NL-03 holds

    Scenario: NL-03: overall presentation fair is no: just holds
      Given overall presentation fair is no
      When evaluated as of 2026-11-20
      Then rule NL-03 holds

    Scenario: NL-03: visuals fair is no: just holds
      Given visuals fair is no
      When evaluated as of 2026-11-20
      Then rule NL-03 holds

    Scenario: NL-03: asserted scope is the whole: just holds
      Given asserted scope is the whole
      And evidence covers is only a part of it
      When evaluated as of 2026-11-20
      Then rule NL-03 holds

    Scenario: NL-03: asserted scope is the whole: just fails
      Given asserted scope is a part
      And evidence covers is only a part of it
      When evaluated as of 2026-11-20
      Then rule NL-03 does not hold

  Rule: Material information omitted or unclear
    Background:
      Given these verdict rules
        | id    | rule                                    | when                            | verdict    | severity | in force from | basis           |
        | NL-04 | Material information omitted or unclear | nothing important omitted is no | misleading | major    | 2008-10-15    | bw-193d, bw-194 |
        | NL-04 |                                         | clear and unambiguous is no     |            |          |               |                 |
      And these remedies
        | rule  | say instead                                                                                              |
        | NL-04 | say in the same advertisement what is meant, of which part, under which conditions and with which limits |

    Scenario: Material information omitted or unclear
      Given nothing_important_omitted is no
      When evaluated as of 2026-11-20
      Then rule NL-04 holds

    Scenario: NL-04: clear and unambiguous is no: just holds
      Given clear and unambiguous is no
      When evaluated as of 2026-11-20
      Then rule NL-04 holds

  Rule: Compensation told without what it is
    Background:
      Given these verdict rules
        | id    | rule                                 | when                                                                                                                                        | verdict    | severity | in force from | basis   |
        | NL-05 | Compensation told without what it is | claim types includes any of neutral by offsets, neutral without offsets, net zero; specification is one of no specification, elsewhere only | misleading | major    | 2023-06-13    | acm-co2 |
        | NL-05 |                                      | claim types includes any of neutral by offsets, net zero; basis stated in the claim is no                                                   |            |          |               |         |
      And these remedies
        | rule  | say instead                                                                                                       |
        | NL-05 | do not call it neutral; say how much is emitted, reduced and paid for, in which project, and how that is computed |

    Scenario: Compensation told without what it is
      Given claim_types is neutral_offset
      And specification is none
      When evaluated as of 2026-11-20
      Then rule NL-05 holds

    Scenario: NL-05: claim types includes any of neutral by offsets, net zero: just holds
      Given claim types is neutral by offsets
      And basis stated in the claim is no
      When evaluated as of 2026-11-20
      Then rule NL-05 holds

    Scenario: NL-05: claim types includes any of neutral by offsets, net zero: just fails
      Given claim types is generic
      And basis stated in the claim is no
      When evaluated as of 2026-11-20
      Then rule NL-05 does not hold

  Rule: Neutral by compensation that may not last
    Background:
      Given these verdict rules
        | id    | rule                                      | when                                                                                               | verdict    | severity | in force from | basis       |
        | NL-06 | Neutral by compensation that may not last | claim types includes any of neutral by offsets; storage long enough for the claim is no            | misleading | major    | 2022-07-06    | rcc-storage |
        | NL-06 |                                           | claim types includes any of net zero; offsets used is yes; storage long enough for the claim is no |            |          |               |             |
      And these remedies
        | rule  | say instead                                                                                 |
        | NL-06 | do not call it neutral; tell the contribution to the project apart, with how long it stores |

    Scenario: Neutral by compensation that may not last
      Given claim_types is neutral_offset
      And storage_long_enough is no
      When evaluated as of 2026-11-20
      Then rule NL-06 holds

    Scenario: NL-06: claim types includes any of neutral by offsets: just fails
      Given claim types is generic
      And storage long enough for the claim is no
      When evaluated as of 2026-11-20
      Then rule NL-06 does not hold

    Scenario: NL-06: claim types includes any of net zero: just holds
      Given claim types is net zero
      And offsets used is yes
      And storage long enough for the claim is no
      When evaluated as of 2026-11-20
      Then rule NL-06 holds

    Scenario: NL-06: claim types includes any of net zero: just fails
      Given claim types is generic
      And offsets used is yes
      And storage long enough for the claim is no
      When evaluated as of 2026-11-20
      Then rule NL-06 does not hold

    Scenario: NL-06: offsets used is yes: just fails
      Given offsets used is no
      And claim types is net zero
      And storage long enough for the claim is no
      When evaluated as of 2026-11-20
      Then rule NL-06 does not hold

    Scenario: NL-06: storage long enough for the claim is no: just fails
      Given storage long enough for the claim is yes
      And claim types is net zero
      And offsets used is yes
      When evaluated as of 2026-11-20
      Then rule NL-06 does not hold

  Rule: Comparison that is unfair or says not with what
    Background:
      Given these verdict rules
        | id    | rule                                            | when                                                                                              | verdict    | severity | in force from | basis |
        | NL-07 | Comparison that is unfair or says not with what | claim types includes any of comparative; comparison fair and meaningful is no                     | misleading | major    | 2023-06-13    | acm-3 |
        | NL-07 |                                                 | claim types includes any of comparative; like compared with like is no                            |            |          |               |       |
        | NL-07 |                                                 | claim types includes any of comparative; specification is one of no specification, elsewhere only |            |          |               |       |
      And these remedies
        | rule  | say instead                                                                                                       |
        | NL-07 | so many per cent less of this than that product, for the same function, boundary, method and year, by this source |

    Scenario: Comparison that is unfair or says not with what
      Given claim_types is comparative
      And comparison_fair is no
      When evaluated as of 2026-11-20
      Then rule NL-07 holds

    Scenario: NL-07: claim types includes any of comparative: just fails
      Given claim types is generic
      And comparison fair and meaningful is no
      When evaluated as of 2026-11-20
      Then rule NL-07 does not hold

    Scenario: NL-07: comparison fair and meaningful is no: just fails
      Given comparison fair and meaningful is yes
      And claim types is comparative
      When evaluated as of 2026-11-20
      Then rule NL-07 does not hold

    Scenario: NL-07: claim types includes any of comparative: just holds
      Given claim types is comparative
      And like compared with like is no
      When evaluated as of 2026-11-20
      Then rule NL-07 holds

    Scenario: NL-07: claim types includes any of comparative: just fails (2)
      Given claim types is generic
      And like compared with like is no
      When evaluated as of 2026-11-20
      Then rule NL-07 does not hold

    Scenario: NL-07: claim types includes any of comparative: just holds (2)
      Given claim types is comparative
      And specification is no specification
      When evaluated as of 2026-11-20
      Then rule NL-07 holds

  Rule: Ambition that is not concrete and measurable
    Background:
      Given these verdict rules
        | id    | rule                                         | when                                                                    | verdict    | severity | in force from | basis      |
        | NL-08 | Ambition that is not concrete and measurable | claim types includes any of future; detailed and realistic plan is no   | misleading | major    | 2023-06-13    | acm-4, cdr |
        | NL-08 |                                              | claim types includes any of future; measurable targets with dates is no |            |          |               |            |
      And these remedies
        | rule  | say instead                                                                                                      |
        | NL-08 | say that it is an aim, and publish plan, dated targets and yearly results; otherwise tell only what was achieved |

    Scenario: Ambition that is not concrete and measurable
      Given claim_types is future
      And future_detailed_plan is no
      When evaluated as of 2026-11-20
      Then rule NL-08 holds

    Scenario: NL-08: claim types includes any of future: just fails
      Given claim types is generic
      And detailed and realistic plan is no
      When evaluated as of 2026-11-20
      Then rule NL-08 does not hold

    Scenario: NL-08: detailed and realistic plan is no: just fails
      Given detailed and realistic plan is yes
      And claim types is future
      When evaluated as of 2026-11-20
      Then rule NL-08 does not hold

    Scenario: NL-08: claim types includes any of future: just holds
      Given claim types is future
      And measurable targets with dates is no
      When evaluated as of 2026-11-20
      Then rule NL-08 holds

    Scenario: NL-08: claim types includes any of future: just fails (2)
      Given claim types is generic
      And measurable targets with dates is no
      When evaluated as of 2026-11-20
      Then rule NL-08 does not hold

  Rule: Label whose basis is not told
    Background:
      Given these verdict rules
        | id    | rule                          | when                                                              | verdict    | severity | in force from | basis |
        | NL-09 | Label whose basis is not told | claim types includes any of label; basis of the seal stated is no | misleading | major    | 2023-06-13    | acm-5 |
      And these remedies
        | rule  | say instead                                                                  |
        | NL-09 | say beside the label what it stands for, who grants it and on which criteria |

    Scenario: Label whose basis is not told
      Given claim_types is label
      And seal_basis_stated is no
      When evaluated as of 2026-11-20
      Then rule NL-09 holds

    Scenario: NL-09: claim types includes any of label: just fails
      Given claim types is generic
      And basis of the seal stated is no
      When evaluated as of 2026-11-20
      Then rule NL-09 does not hold

    Scenario: NL-09: basis of the seal stated is no: just fails
      Given basis of the seal stated is yes
      And claim types is label
      When evaluated as of 2026-11-20
      Then rule NL-09 does not hold

  Rule: Usual property or legal requirement told as an advantage
    Background:
      Given these verdict rules
        | id    | rule                                                     | when                                                                           | verdict    | severity | in force from | basis       |
        | NL-10 | Usual property or legal requirement told as an advantage | claim types includes any of legal requirement; presented as distinctive is yes | misleading | major    | 2023-06-13    | acm-1-usual |
        | NL-10 |                                                          | benefit relevant is no                                                         |            |          |               |             |
      And these remedies
        | rule  | say instead                                                        |
        | NL-10 | delete it; name a benefit that this product really has over others |

    Scenario: Usual property or legal requirement told as an advantage
      Given claim_types is legal_requirement
      And presented_as_distinctive is yes
      When evaluated as of 2026-11-20
      Then rule NL-10 holds

    Scenario: NL-10: claim types includes any of legal requirement: just fails
      Given claim types is generic
      And presented as distinctive is yes
      When evaluated as of 2026-11-20
      Then rule NL-10 does not hold

    Scenario: NL-10: presented as distinctive is yes: just fails
      Given presented as distinctive is no
      And claim types is legal requirement
      When evaluated as of 2026-11-20
      Then rule NL-10 does not hold

    Scenario: NL-10: benefit relevant is no: just holds
      Given benefit relevant is no
      When evaluated as of 2026-11-20
      Then rule NL-10 holds
