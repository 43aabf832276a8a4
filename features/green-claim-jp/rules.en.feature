# language: en
Feature: Rules · Green claims in Japan
  Each rule with its verdict, the days on which it governs, and what to say instead.

  Background:
    Given the scorecard green-claim-jp
    And the scorecard applies when audience is consumers; kind of communication is commercial
    And verdicts are governed by display period, otherwise ok on basis otherwise

  Rule: Better than it is
    Background:
      Given these verdict rules
        | id    | rule              | when                                                                     | verdict    | severity | basis   |
        | JP-01 | Better than it is | truthful and accurate is no                                              | misleading | major    | act-5-1 |
        | JP-01 |                   | evidence contradicts the claim is yes                                    |            |          |         |
        | JP-01 |                   | claim types includes any of free of; free of it, and of like risks is no |            |          |         |
      And these remedies
        | rule  | say instead                                                        |
        | JP-01 | state only what is so of this product, with value, part and period |

    Scenario: Better than it is
      Given truthful is no
      When evaluated as of 2026-11-20
      Then rule JP-01 holds

    Scenario: JP-01: evidence contradicts the claim is yes: just holds
      Given evidence contradicts the claim is yes
      When evaluated as of 2026-11-20
      Then rule JP-01 holds

    Scenario: JP-01: claim types includes any of free of: just holds
      Given claim types is free of
      And free of it, and of like risks is no
      When evaluated as of 2026-11-20
      Then rule JP-01 holds

    Scenario: JP-01: claim types includes any of free of: just fails
      Given claim types is generic
      And free of it, and of like risks is no
      When evaluated as of 2026-11-20
      Then rule JP-01 does not hold

    Scenario: JP-01: free of it, and of like risks is no: just fails
      Given free of it, and of like risks is yes
      And claim types is free of
      When evaluated as of 2026-11-20
      Then rule JP-01 does not hold

  Rule: Better than it is by what is shown or left out
    Background:
      Given these verdict rules
        | id      | rule                                           | when                            | verdict    | severity | basis         |
        | JP-01-W | Better than it is by what is shown or left out | overall presentation fair is no | misleading | major    | act-5-1-whole |
        | JP-01-W |                                                | visuals fair is no              |            |          |               |
        | JP-01-W |                                                | nothing important omitted is no |            |          |               |
      And these remedies
        | rule    | say instead                                                                                        |
        | JP-01-W | put what changes the picture into the same representation, and take pictures that promise more out |

    Scenario: Better than it is by what is shown or left out
      Given overall_presentation_fair is no
      When evaluated as of 2026-11-20
      Then rule JP-01-W holds

    Scenario: JP-01-W: visuals fair is no: just holds
      Given visuals fair is no
      When evaluated as of 2026-11-20
      Then rule JP-01-W holds

    Scenario: JP-01-W: nothing important omitted is no: just holds
      Given nothing important omitted is no
      When evaluated as of 2026-11-20
      Then rule JP-01-W holds

  Rule: Effect without reasonable basis
    Background:
      Given these verdict rules
        | id    | rule                            | when                                                                                                                                              | verdict    | severity | in force from | basis   |
        | JP-02 | Effect without reasonable basis | claim types includes any of degradable, compostable, energy efficiency, free of, durability, comparative, specific attribute; substantiated is no | misleading | major    | 2003-11-23    | act-7-2 |
      And these remedies
        | rule  | say instead                                                                                           |
        | JP-02 | hold tests by an accepted method of this product as it is used before it is told; otherwise delete it |

    Scenario: Effect without reasonable basis
      Given claim_types is degradable
      And substantiated is no
      When evaluated as of 2026-11-20
      Then rule JP-02 holds

    Scenario: JP-02: claim types includes any of degradable, compostable, energy efficiency, free of, durability, comparative, specific attribute: just fails
      Given claim types is generic
      And substantiated is no
      When evaluated as of 2026-11-20
      Then rule JP-02 does not hold

    Scenario: JP-02: display period is from 2003-11-23: just fails
      Given display period is 2003-11-22 to 2003-11-22
      When evaluated as of 2026-11-20
      Then rule JP-02 is not in force

  Rule: Claim without reasonable basis
    Background:
      Given these verdict rules
        | id      | rule                           | when                | verdict    | severity | in force from | basis       |
        | JP-02-W | Claim without reasonable basis | substantiated is no | misleading | major    | 2003-11-23    | act-7-2-any |
      And these remedies
        | rule    | say instead                                                           |
        | JP-02-W | hold objective material for it before it is told; otherwise delete it |

    Scenario: Claim without reasonable basis
      Given substantiated is no
      When evaluated as of 2026-11-20
      Then rule JP-02-W holds

  Rule: Evidence of something else than is told
    Background:
      Given these verdict rules
        | id    | rule                                    | when                                        | verdict    | severity | in force from | basis     |
        | JP-03 | Evidence of something else than is told | boundary of evidence covers the claim is no | misleading | major    | 2003-11-23    | guide-7-2 |
      And these remedies
        | rule  | say instead                                                                                              |
        | JP-03 | tell the conditions under which it was tested, such as: decays in industrial compost, not in soil or sea |

    Scenario: Evidence of something else than is told
      Given evidence_boundary_covers_claim is no
      When evaluated as of 2026-11-20
      Then rule JP-03 holds

  Rule: Degradable without place and kind
    Background:
      Given these verdict rules
        | id    | rule                              | when                                                                                  | verdict        | severity | basis      |
        | JP-04 | Degradable without place and kind | claim types includes any of degradable, compostable; kind of degradation stated is no | needs evidence | major    | decay-kind |
      And these remedies
        | rule  | say instead                                                        |
        | JP-04 | tell where, how far and in which time it decays, by which standard |

    Scenario: Degradable without place and kind
      Given claim_types is degradable
      And degradation_kind_stated is no
      When evaluated as of 2026-11-20
      Then rule JP-04 holds

    Scenario: JP-04: claim types includes any of degradable, compostable: just fails
      Given claim types is generic
      And kind of degradation stated is no
      When evaluated as of 2026-11-20
      Then rule JP-04 does not hold

  Rule: Part told as the whole
    Background:
      Given these verdict rules
        | id    | rule                   | when                                                              | verdict    | severity | in force from | basis     |
        | JP-05 | Part told as the whole | asserted scope is the whole; evidence covers is only a part of it | misleading | major    | 2001-03-21    | jftc-2001 |
        | JP-05 |                        | headline excludes parts is yes                                    |            |          |               |           |
      And these remedies
        | rule  | say instead                                                      |
        | JP-05 | name the part for which it holds, such as: wrapping, not content |

    Scenario: Part told as the whole
      Given subject_asserted_scope is whole
      And evidence_covers is a_part
      When evaluated as of 2026-11-20
      Then rule JP-05 holds

    Scenario: JP-05: asserted scope is the whole: just fails
      Given asserted scope is a part
      And evidence covers is only a part of it
      When evaluated as of 2026-11-20
      Then rule JP-05 does not hold

    Scenario: JP-05: headline excludes parts is yes: just holds
      Given headline excludes parts is yes
      When evaluated as of 2026-11-20
      Then rule JP-05 holds

    Scenario: JP-05: display period is from 2001-03-21: just fails
      Given display period is 2001-03-20 to 2001-03-20
      When evaluated as of 2026-11-20
      Then rule JP-05 is not in force

  Rule: Share of the material not told
    Background:
      Given these verdict rules
        | id    | rule                           | when                                                                      | verdict        | severity | in force from | basis     |
        | JP-06 | Share of the material not told | claim types includes any of recycled content; recycled share stated is no | needs evidence | major    | 2001-03-21    | jftc-2001 |
      And these remedies
        | rule  | say instead                                    |
        | JP-06 | so many per cent recovered material, by weight |

    Scenario: Share of the material not told
      Given claim_types is recycled_content
      And recycled_share_stated is no
      When evaluated as of 2026-11-20
      Then rule JP-06 holds

    Scenario: JP-06: claim types includes any of recycled content: just fails
      Given claim types is generic
      And recycled share stated is no
      When evaluated as of 2026-11-20
      Then rule JP-06 does not hold

    Scenario: JP-06: recycled share stated is no: just fails
      Given recycled share stated is yes
      And claim types is recycled content
      When evaluated as of 2026-11-20
      Then rule JP-06 does not hold

  Rule: Plant material not explained
    Background:
      Given these verdict rules
        | id      | rule                         | when                                                                             | verdict        | severity | in force from | basis           |
        | JP-06-W | Plant material not explained | claim types includes any of renewable material; material and reason stated is no | needs evidence | major    | 2001-03-21    | jftc-2001-words |
      And these remedies
        | rule    | say instead                    |
        | JP-06-W | so many per cent of this plant |

    Scenario: Plant material not explained
      Given claim_types is renewable_material
      And renewable_material_stated is no
      When evaluated as of 2026-11-20
      Then rule JP-06-W holds

    Scenario: JP-06-W: claim types includes any of renewable material: just fails
      Given claim types is generic
      And material and reason stated is no
      When evaluated as of 2026-11-20
      Then rule JP-06-W does not hold

    Scenario: JP-06-W: material and reason stated is no: just fails
      Given material and reason stated is yes
      And claim types is renewable material
      When evaluated as of 2026-11-20
      Then rule JP-06-W does not hold

  Rule: Vague word by itself
    Background:
      Given these verdict rules
        | id    | rule                 | when                                                                                                                    | verdict        | severity | in force from | basis     |
        | JP-07 | Vague word by itself | claim types includes any of generic, social and environmental; specification is one of no specification, elsewhere only | needs evidence | major    | 2001-03-21    | jftc-2001 |
      And these remedies
        | rule  | say instead                                                |
        | JP-07 | add in the same place what is done and how much it lessens |

    Scenario: Vague word by itself
      Given claim_types is generic
      And specification is none
      When evaluated as of 2026-11-20
      Then rule JP-07 holds

  Rule: Absolute word or name by itself
    Background:
      Given these verdict rules
        | id      | rule                            | when                                                                                                                                                                                                                                                                      | verdict        | severity | in force from | basis           |
        | JP-07-W | Absolute word or name by itself | claim types includes any of absolute; claim types includes none of recycled content, recyclable, degradable, compostable, renewable energy, renewable material, quantified footprint, durability, repairability; specification is one of no specification, elsewhere only | needs evidence | major    | 2001-03-21    | jftc-2001-words |
        | JP-07-W |                                 | claim types includes any of name; specification is one of no specification, elsewhere only                                                                                                                                                                                |                |          |               |                 |
      And these remedies
        | rule    | say instead                                   |
        | JP-07-W | replace it by what is proven, with its amount |

    Scenario: Absolute word or name by itself
      Given claim_types is absolute
      And specification is none
      When evaluated as of 2026-11-20
      Then rule JP-07-W holds

    Scenario: JP-07-W: claim types includes none of recycled content, recyclable, degradable, compostable, renewable energy, renewable material, quantified footprint, durability, repairability: just fails
      Given claim types is absolute, recycled content
      And specification is no specification
      When evaluated as of 2026-11-20
      Then rule JP-07-W does not hold

    Scenario: JP-07-W: specification is one of no specification, elsewhere only: just fails
      Given specification is on the same medium
      And claim types is absolute
      When evaluated as of 2026-11-20
      Then rule JP-07-W does not hold

    Scenario: JP-07-W: claim types includes any of name: just holds
      Given claim types is name
      And specification is no specification
      When evaluated as of 2026-11-20
      Then rule JP-07-W holds

    Scenario: JP-07-W: specification is one of no specification, elsewhere only: just fails (2)
      Given specification is on the same medium
      And claim types is name
      When evaluated as of 2026-11-20
      Then rule JP-07-W does not hold

  Rule: Environmental mark without its reason
    Background:
      Given these verdict rules
        | id    | rule                                  | when                                                              | verdict        | severity | in force from | basis     |
        | JP-08 | Environmental mark without its reason | claim types includes any of label; basis of the seal stated is no | needs evidence | major    | 2001-03-21    | jftc-2001 |
      And these remedies
        | rule  | say instead                                       |
        | JP-08 | tell beside the mark why it was given and by whom |

    Scenario: Environmental mark without its reason
      Given claim_types is label
      And seal_basis_stated is no
      When evaluated as of 2026-11-20
      Then rule JP-08 holds

    Scenario: JP-08: claim types includes any of label: just fails
      Given claim types is generic
      And basis of the seal stated is no
      When evaluated as of 2026-11-20
      Then rule JP-08 does not hold

    Scenario: JP-08: basis of the seal stated is no: just fails
      Given basis of the seal stated is yes
      And claim types is label
      When evaluated as of 2026-11-20
      Then rule JP-08 does not hold

  Rule: Better than others by an unlike comparison
    Background:
      Given these verdict rules
        | id    | rule                                       | when                                 | verdict    | severity | basis          |
        | JP-09 | Better than others by an unlike comparison | like compared with like is no        | misleading | major    | act-5-1-others |
        | JP-09 |                                            | comparison fair and meaningful is no |            |          |                |
        | JP-09 |                                            | comparison data current is no        |            |          |                |
      And these remedies
        | rule  | say instead                                       |
        | JP-09 | compare with what is sold today, for the same use |

    Scenario: Better than others by an unlike comparison
      Given comparison_like_with_like is no
      When evaluated as of 2026-11-20
      Then rule JP-09 holds

    Scenario: JP-09: comparison fair and meaningful is no: just holds
      Given comparison fair and meaningful is no
      When evaluated as of 2026-11-20
      Then rule JP-09 holds

    Scenario: JP-09: comparison data current is no: just holds
      Given comparison data current is no
      When evaluated as of 2026-11-20
      Then rule JP-09 holds

  Rule: What all such goods have, or law requires, told as special
    Background:
      Given these verdict rules
        | id      | rule                                                       | when                            | verdict    | severity | basis          |
        | JP-09-W | What all such goods have, or law requires, told as special | presented as distinctive is yes | misleading | major    | act-5-1-others |
      And these remedies
        | rule    | say instead                                       |
        | JP-09-W | delete it, or say that it holds of all such goods |

    Scenario: What all such goods have, or law requires, told as special
      Given presented_as_distinctive is yes
      When evaluated as of 2026-11-20
      Then rule JP-09-W holds

  Rule: Reduction without what it is compared with, or by one stage
    Background:
      Given these verdict rules
        | id    | rule                                                        | when                                                                                                     | verdict        | severity | in force from | basis     |
        | JP-10 | Reduction without what it is compared with, or by one stage | claim types includes any of comparative; amount and basis stated is no                                   | needs evidence | major    | 2013-03-31    | moe-guide |
        | JP-10 |                                                             | claim types includes any of generic, comparative, quantified footprint; full life cycle considered is no |                |          |               |           |
      And these remedies
        | rule  | say instead                                                                   |
        | JP-10 | so many per cent less of this than that product of that year, in these stages |

    Scenario: Reduction without what it is compared with, or by one stage
      Given claim_types is comparative
      And source_reduction_amount_stated is no
      When evaluated as of 2026-11-20
      Then rule JP-10 holds

    Scenario: JP-10: claim types includes any of comparative: just fails
      Given claim types is generic
      And amount and basis stated is no
      When evaluated as of 2026-11-20
      Then rule JP-10 does not hold

    Scenario: JP-10: amount and basis stated is no: just fails
      Given amount and basis stated is yes
      And claim types is comparative
      When evaluated as of 2026-11-20
      Then rule JP-10 does not hold

    Scenario: JP-10: claim types includes any of generic, comparative, quantified footprint: just holds
      Given claim types is generic
      And full life cycle considered is no
      When evaluated as of 2026-11-20
      Then rule JP-10 holds

    Scenario: JP-10: claim types includes any of generic, comparative, quantified footprint: just fails
      Given claim types is social and environmental
      And full life cycle considered is no
      When evaluated as of 2026-11-20
      Then rule JP-10 does not hold

  Rule: Neutral by credits without its basis
    Background:
      Given these verdict rules
        | id    | rule                                 | when                                                                                                               | verdict        | severity | in force from | basis             |
        | JP-11 | Neutral by credits without its basis | claim types includes any of neutral by offsets, neutral without offsets, net zero; basis stated in the claim is no | needs evidence | major    | 2013-03-31    | moe-guide-neutral |
        | JP-11 |                                      | claim types includes any of neutral by offsets, neutral without offsets, net zero; neutrality file complete is no  |                |          |               |                   |
      And these remedies
        | rule  | say instead                                                                       |
        | JP-11 | tell what was counted, how much was reduced, and which credits stand for the rest |

    Scenario: Neutral by credits without its basis
      Given claim_types is neutral_offset
      And basis_in_claim is no
      When evaluated as of 2026-11-20
      Then rule JP-11 holds

    Scenario: JP-11: claim types includes any of neutral by offsets, neutral without offsets, net zero: just fails
      Given claim types is generic
      And basis stated in the claim is no
      When evaluated as of 2026-11-20
      Then rule JP-11 does not hold

    Scenario: JP-11: basis stated in the claim is no: just fails
      Given basis stated in the claim is yes
      And claim types is neutral by offsets
      When evaluated as of 2026-11-20
      Then rule JP-11 does not hold

    Scenario: JP-11: claim types includes any of neutral by offsets, neutral without offsets, net zero: just holds
      Given claim types is neutral by offsets
      And neutrality file complete is no
      When evaluated as of 2026-11-20
      Then rule JP-11 holds

    Scenario: JP-11: claim types includes any of neutral by offsets, neutral without offsets, net zero: just fails (2)
      Given claim types is generic
      And neutrality file complete is no
      When evaluated as of 2026-11-20
      Then rule JP-11 does not hold

  Rule: Highest words without basis
    Background:
      Given these verdict rules
        | id    | rule                        | when                                                                | verdict    | severity | basis       |
        | JP-12 | Highest words without basis | absolute wording is yes; absolute wording within an exception is no | misleading | major    | act-5-1-top |
      And these remedies
        | rule  | say instead                                                   |
        | JP-12 | delete it, or name the survey, its day and scope that show it |

    Scenario: Highest words without basis
      Given absolute_wording is yes
      And absolute_wording_proved is no
      When evaluated as of 2026-11-20
      Then rule JP-12 holds

    Scenario: JP-12: absolute wording is yes: just fails
      Given absolute wording is no
      And absolute wording within an exception is no
      When evaluated as of 2026-11-20
      Then rule JP-12 does not hold

    Scenario: JP-12: absolute wording within an exception is no: just fails
      Given absolute wording within an exception is yes
      And absolute wording is yes
      When evaluated as of 2026-11-20
      Then rule JP-12 does not hold
