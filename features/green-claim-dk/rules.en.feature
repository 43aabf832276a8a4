# language: en
Feature: Rules · Green claims in Denmark
  Each rule with its verdict, the days on which it governs, and what to say instead.

  Background:
    Given the scorecard green-claim-dk
    And the scorecard applies when kind of communication is commercial
    And verdicts are governed by display period, otherwise ok on basis otherwise

  Rule: General word without life cycle or explanation
    Background:
      Given these verdict rules
        | id    | rule                                           | when                                                                                                                                                                                                                                                                                                                                                           | verdict    | severity | in force from | basis      |
        | DK-01 | General word without life cycle or explanation | claim types includes any of generic; specification is one of no specification, elsewhere only; full life cycle considered is no; recognised excellence is no recognised excellence                                                                                                                                                                             | misleading | major    | 2021-12-22    | fo-general |
        | DK-01 |                                                | claim types includes any of absolute; claim types includes none of recycled content, recyclable, degradable, compostable, renewable energy, renewable material, quantified footprint, durability, repairability; specification is one of no specification, elsewhere only; full life cycle considered is no; recognised excellence is no recognised excellence |            |          |               |            |
        | DK-01 |                                                | claim types includes any of generic; specification is elsewhere only; recognised excellence is no recognised excellence                                                                                                                                                                                                                                        |            |          |               |            |
      And these remedies
        | rule  | say instead                                                                                                              |
        | DK-01 | explain the word beside it: which benefit, of which part, by how much; or show it by an analysis of the whole life cycle |

    Scenario: General word without life cycle or explanation
      Given claim_types is generic
      And specification is none
      And full_life_cycle_considered is no
      And reep_basis is no_basis
      When evaluated as of 2026-11-20
      Then rule DK-01 holds

    Scenario: DK-01: claim types includes any of generic: just fails
      Given claim types is social and environmental
      And specification is no specification
      And full life cycle considered is no
      And recognised excellence is no recognised excellence
      When evaluated as of 2026-11-20
      Then rule DK-01 does not hold

    Scenario: DK-01: specification is one of no specification, elsewhere only: just fails
      Given specification is on the same medium
      And claim types is generic
      And full life cycle considered is no
      And recognised excellence is no recognised excellence
      When evaluated as of 2026-11-20
      Then rule DK-01 does not hold

    Scenario: DK-01: full life cycle considered is no: just fails
      Given full life cycle considered is yes
      And claim types is generic
      And specification is no specification
      And recognised excellence is no recognised excellence
      When evaluated as of 2026-11-20
      Then rule DK-01 does not hold

    Scenario: DK-01: recognised excellence is no recognised excellence: just fails
      Given recognised excellence is EU Ecolabel
      And claim types is generic
      And specification is no specification
      And full life cycle considered is no
      When evaluated as of 2026-11-20
      Then rule DK-01 does not hold

    Scenario: DK-01: claim types includes any of absolute: just holds
      Given claim types is absolute
      And specification is no specification
      And full life cycle considered is no
      And recognised excellence is no recognised excellence
      When evaluated as of 2026-11-20
      Then rule DK-01 holds

    Scenario: DK-01: claim types includes none of recycled content, recyclable, degradable, compostable, renewable energy, renewable material, quantified footprint, durability, repairability: just fails
      Given claim types is absolute, recycled content
      And specification is no specification
      And full life cycle considered is no
      And recognised excellence is no recognised excellence
      When evaluated as of 2026-11-20
      Then rule DK-01 does not hold

    Scenario: DK-01: specification is one of no specification, elsewhere only: just fails (2)
      Given specification is on the same medium
      And claim types is absolute
      And full life cycle considered is no
      And recognised excellence is no recognised excellence
      When evaluated as of 2026-11-20
      Then rule DK-01 does not hold

    Scenario: DK-01: full life cycle considered is no: just fails (2)
      Given full life cycle considered is yes
      And claim types is absolute
      And specification is no specification
      And recognised excellence is no recognised excellence
      When evaluated as of 2026-11-20
      Then rule DK-01 does not hold

    Scenario: DK-01: recognised excellence is no recognised excellence: just fails (2)
      Given recognised excellence is EU Ecolabel
      And claim types is absolute
      And specification is no specification
      And full life cycle considered is no
      When evaluated as of 2026-11-20
      Then rule DK-01 does not hold

    Scenario: DK-01: claim types includes any of generic: just holds
      Given claim types is generic
      And specification is elsewhere only
      And recognised excellence is no recognised excellence
      When evaluated as of 2026-11-20
      Then rule DK-01 holds

    Scenario: DK-01: claim types includes any of generic: just fails (2)
      Given claim types is social and environmental
      And specification is elsewhere only
      And recognised excellence is no recognised excellence
      When evaluated as of 2026-11-20
      Then rule DK-01 does not hold

    Scenario: DK-01: recognised excellence is no recognised excellence: just fails (3)
      Given recognised excellence is EU Ecolabel
      And claim types is generic
      And specification is elsewhere only
      When evaluated as of 2026-11-20
      Then rule DK-01 does not hold

    Scenario: DK-01: display period is from 2021-12-22: just fails
      Given display period is 2021-12-21 to 2021-12-21
      When evaluated as of 2026-11-20
      Then rule DK-01 is not in force

  Rule: Sustainable without all that it means
    Background:
      Given these verdict rules
        | id    | rule                                  | when                                                                                                                                                              | verdict    | severity | in force from | basis          |
        | DK-02 | Sustainable without all that it means | claim types includes any of social and environmental; full life cycle considered is no                                                                            | misleading | major    | 2021-12-22    | fo-sustainable |
        | DK-02 |                                       | claim types includes any of social and environmental; social aspects substantiated is no                                                                          |            |          |               |                |
        | DK-02 |                                       | claim types includes any of social and environmental; specification is one of no specification, elsewhere only; recognised excellence is no recognised excellence |            |          |               |                |
      And these remedies
        | rule  | say instead                                                                       |
        | DK-02 | do not say sustainable; name the property itself, with its figure and certificate |

    Scenario: Sustainable without all that it means
      Given claim_types is social_mix
      And full_life_cycle_considered is no
      When evaluated as of 2026-11-20
      Then rule DK-02 holds

    Scenario: DK-02: claim types includes any of social and environmental: just holds
      Given claim types is social and environmental
      And social aspects substantiated is no
      When evaluated as of 2026-11-20
      Then rule DK-02 holds

    Scenario: DK-02: claim types includes any of social and environmental: just fails
      Given claim types is generic
      And social aspects substantiated is no
      When evaluated as of 2026-11-20
      Then rule DK-02 does not hold

    Scenario: DK-02: specification is one of no specification, elsewhere only: just fails
      Given specification is on the same medium
      And claim types is social and environmental
      And recognised excellence is no recognised excellence
      When evaluated as of 2026-11-20
      Then rule DK-02 does not hold

    Scenario: DK-02: recognised excellence is no recognised excellence: just fails
      Given recognised excellence is EU Ecolabel
      And claim types is social and environmental
      And specification is no specification
      When evaluated as of 2026-11-20
      Then rule DK-02 does not hold

  Rule: Facts that are not documented
    Background:
      Given these verdict rules
        | id    | rule                          | when                | verdict    | severity | in force from | basis  |
        | DK-03 | Facts that are not documented | substantiated is no | misleading | major    | 2017-07-01    | mfl-13 |
      And these remedies
        | rule  | say instead                                                                                    |
        | DK-03 | claim only what a test, footprint or record of this product shows; without it delete the claim |

    Scenario: Facts that are not documented
      Given substantiated is no
      When evaluated as of 2026-11-20
      Then rule DK-03 holds

    Scenario: DK-03: display period is from 2017-07-01: just fails
      Given display period is 2017-06-30 to 2017-06-30
      When evaluated as of 2026-11-20
      Then rule DK-03 is not in force

  Rule: False, or deceptive as a whole
    Background:
      Given these verdict rules
        | id    | rule                           | when                            | verdict    | severity | in force from | basis |
        | DK-04 | False, or deceptive as a whole | truthful and accurate is no     | misleading | major    | 2017-07-01    | mfl-5 |
        | DK-04 |                                | overall presentation fair is no |            |          |               |       |
        | DK-04 |                                | visuals fair is no              |            |          |               |       |
      And these remedies
        | rule  | say instead                                                                                                             |
        | DK-04 | state only what is true of this product and shown by evidence, and take out words and pictures that make it look better |

    Scenario: False, or deceptive as a whole
      Given truthful is no
      When evaluated as of 2026-11-20
      Then rule DK-04 holds

    Scenario: DK-04: overall presentation fair is no: just holds
      Given overall presentation fair is no
      When evaluated as of 2026-11-20
      Then rule DK-04 holds

    Scenario: DK-04: visuals fair is no: just holds
      Given visuals fair is no
      When evaluated as of 2026-11-20
      Then rule DK-04 holds

  Rule: Material information omitted or unclear
    Background:
      Given these verdict rules
        | id    | rule                                    | when                            | verdict    | severity | in force from | basis |
        | DK-05 | Material information omitted or unclear | nothing important omitted is no | misleading | major    | 2017-07-01    | mfl-6 |
        | DK-05 |                                         | clear and unambiguous is no     |            |          |               |       |
      And these remedies
        | rule  | say instead                                                                                              |
        | DK-05 | say in the same advertisement what is meant, of which part, under which conditions and with which limits |

    Scenario: Material information omitted or unclear
      Given nothing_important_omitted is no
      When evaluated as of 2026-11-20
      Then rule DK-05 holds

    Scenario: DK-05: clear and unambiguous is no: just holds
      Given clear and unambiguous is no
      When evaluated as of 2026-11-20
      Then rule DK-05 holds

  Rule: Neutral by compensation that is not shown to last, or not explained
    Background:
      Given these verdict rules
        | id    | rule                                                                | when                                                                                                                                        | verdict    | severity | in force from | basis   |
        | DK-06 | Neutral by compensation that is not shown to last, or not explained | claim types includes any of neutral by offsets; storage long enough for the claim is no                                                     | misleading | major    | 2024-05-14    | fo-comp |
        | DK-06 |                                                                     | claim types includes any of net zero; offsets used is yes; storage long enough for the claim is no                                          |            |          |               |         |
        | DK-06 |                                                                     | claim types includes any of neutral by offsets, neutral without offsets, net zero; specification is one of no specification, elsewhere only |            |          |               |         |
      And these remedies
        | rule  | say instead                                                                                                                     |
        | DK-06 | do not call it neutral or compensated; say what is done: so much paid for this project, which stores so much over so many years |

    Scenario: Neutral by compensation that is not shown to last, or not explained
      Given claim_types is neutral_offset
      And storage_long_enough is no
      When evaluated as of 2026-11-20
      Then rule DK-06 holds

    Scenario: DK-06: claim types includes any of neutral by offsets: just fails
      Given claim types is generic
      And storage long enough for the claim is no
      When evaluated as of 2026-11-20
      Then rule DK-06 does not hold

    Scenario: DK-06: storage long enough for the claim is no: just fails
      Given storage long enough for the claim is yes
      And claim types is neutral by offsets
      When evaluated as of 2026-11-20
      Then rule DK-06 does not hold

    Scenario: DK-06: claim types includes any of net zero: just holds
      Given claim types is net zero
      And offsets used is yes
      And storage long enough for the claim is no
      When evaluated as of 2026-11-20
      Then rule DK-06 holds

    Scenario: DK-06: claim types includes any of net zero: just fails
      Given claim types is generic
      And offsets used is yes
      And storage long enough for the claim is no
      When evaluated as of 2026-11-20
      Then rule DK-06 does not hold

    Scenario: DK-06: offsets used is yes: just fails
      Given offsets used is no
      And claim types is net zero
      And storage long enough for the claim is no
      When evaluated as of 2026-11-20
      Then rule DK-06 does not hold

    Scenario: DK-06: storage long enough for the claim is no: just fails (2)
      Given storage long enough for the claim is yes
      And claim types is net zero
      And offsets used is yes
      When evaluated as of 2026-11-20
      Then rule DK-06 does not hold

    Scenario: DK-06: claim types includes any of neutral by offsets, neutral without offsets, net zero: just holds
      Given claim types is neutral by offsets
      And specification is no specification
      When evaluated as of 2026-11-20
      Then rule DK-06 holds

  Rule: Aim without a verified plan
    Background:
      Given these verdict rules
        | id    | rule                        | when                                                                       | verdict    | severity | in force from | basis   |
        | DK-07 | Aim without a verified plan | claim types includes any of future; detailed and realistic plan is no      | misleading | major    | 2023-02-15    | fo-plan |
        | DK-07 |                             | claim types includes any of future; regular independent verification is no |            |          |               |         |
      And these remedies
        | rule  | say instead                                                                                                                |
        | DK-07 | have the plan verified by an independent body, and tell only reductions that are at hand; otherwise tell what was achieved |

    Scenario: Aim without a verified plan
      Given claim_types is future
      And future_detailed_plan is no
      When evaluated as of 2026-11-20
      Then rule DK-07 holds

    Scenario: DK-07: claim types includes any of future: just fails
      Given claim types is generic
      And detailed and realistic plan is no
      When evaluated as of 2026-11-20
      Then rule DK-07 does not hold

    Scenario: DK-07: detailed and realistic plan is no: just fails
      Given detailed and realistic plan is yes
      And claim types is future
      When evaluated as of 2026-11-20
      Then rule DK-07 does not hold

    Scenario: DK-07: claim types includes any of future: just holds
      Given claim types is future
      And regular independent verification is no
      When evaluated as of 2026-11-20
      Then rule DK-07 holds

    Scenario: DK-07: claim types includes any of future: just fails (2)
      Given claim types is generic
      And regular independent verification is no
      When evaluated as of 2026-11-20
      Then rule DK-07 does not hold

  Rule: Part told as the whole
    Background:
      Given these verdict rules
        | id    | rule                   | when                                                              | verdict    | severity | in force from | basis   |
        | DK-08 | Part told as the whole | asserted scope is the whole; evidence covers is only a part of it | misleading | major    | 2022-12-31    | fo-part |
      And these remedies
        | rule  | say instead                                                                                                 |
        | DK-08 | name the part or share for which it holds, such as: bottle of 100 % recycled plastic, without cap and label |

    Scenario: Part told as the whole
      Given subject_asserted_scope is whole
      And evidence_covers is a_part
      When evaluated as of 2026-11-20
      Then rule DK-08 holds

    Scenario: DK-08: asserted scope is the whole: just fails
      Given asserted scope is a part
      And evidence covers is only a part of it
      When evaluated as of 2026-11-20
      Then rule DK-08 does not hold

  Rule: Mark of the trader whose basis is not told
    Background:
      Given these verdict rules
        | id    | rule                                       | when                                                                                              | verdict    | severity | in force from | basis   |
        | DK-09 | Mark of the trader whose basis is not told | claim types includes any of label; kind of label is self-declared; basis of the seal stated is no | misleading | major    | 2022-12-31    | fo-mark |
      And these remedies
        | rule  | say instead                                                                          |
        | DK-09 | take the mark out, or say beside it what it stands for and on which figures it rests |

    Scenario: Mark of the trader whose basis is not told
      Given claim_types is label
      And label_kind is self_declared
      And seal_basis_stated is no
      When evaluated as of 2026-11-20
      Then rule DK-09 holds

    Scenario: DK-09: claim types includes any of label: just fails
      Given claim types is generic
      And kind of label is self-declared
      And basis of the seal stated is no
      When evaluated as of 2026-11-20
      Then rule DK-09 does not hold

    Scenario: DK-09: kind of label is self-declared: just fails
      Given kind of label is of a public authority in the Union
      And claim types is label
      And basis of the seal stated is no
      When evaluated as of 2026-11-20
      Then rule DK-09 does not hold

    Scenario: DK-09: basis of the seal stated is no: just fails
      Given basis of the seal stated is yes
      And claim types is label
      And kind of label is self-declared
      When evaluated as of 2026-11-20
      Then rule DK-09 does not hold

  Rule: Comparison of unlike things
    Background:
      Given these verdict rules
        | id    | rule                        | when                                                                          | verdict    | severity | in force from | basis  |
        | DK-10 | Comparison of unlike things | claim types includes any of comparative; comparison fair and meaningful is no | misleading | major    | 2017-07-01    | mfl-21 |
        | DK-10 |                             | claim types includes any of comparative; like compared with like is no        |            |          |               |        |
      And these remedies
        | rule  | say instead                                                                                                       |
        | DK-10 | so many per cent less of this than that product, for the same function, boundary, method and year, by this source |

    Scenario: Comparison of unlike things
      Given claim_types is comparative
      And comparison_fair is no
      When evaluated as of 2026-11-20
      Then rule DK-10 holds

    Scenario: DK-10: claim types includes any of comparative: just fails
      Given claim types is generic
      And comparison fair and meaningful is no
      When evaluated as of 2026-11-20
      Then rule DK-10 does not hold

    Scenario: DK-10: comparison fair and meaningful is no: just fails
      Given comparison fair and meaningful is yes
      And claim types is comparative
      When evaluated as of 2026-11-20
      Then rule DK-10 does not hold

    Scenario: DK-10: claim types includes any of comparative: just holds
      Given claim types is comparative
      And like compared with like is no
      When evaluated as of 2026-11-20
      Then rule DK-10 holds

    Scenario: DK-10: claim types includes any of comparative: just fails (2)
      Given claim types is generic
      And like compared with like is no
      When evaluated as of 2026-11-20
      Then rule DK-10 does not hold
