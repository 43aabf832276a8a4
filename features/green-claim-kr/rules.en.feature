# language: en
Feature: Rules · Green claims in Korea
  Each rule with its verdict, the days on which it governs, and what to say instead.

  Background:
    Given the scorecard green-claim-kr
    And the scorecard applies when kind of communication is commercial
    And verdicts are governed by display period, otherwise ok on basis otherwise

  Rule: False or exaggerated
    Background:
      Given these verdict rules
        | id    | rule                 | when                                                                     | verdict    | severity | in force from | basis  |
        | KR-01 | False or exaggerated | truthful and accurate is no                                              | misleading | major    | 1999-07-01    | flaa-3 |
        | KR-01 |                      | evidence contradicts the claim is yes                                    |            |          |               |        |
        | KR-01 |                      | claim types includes any of free of; free of it, and of like risks is no |            |          |               |        |
      And these remedies
        | rule  | say instead                                                |
        | KR-01 | state only what is so of this product, with value and part |

    Scenario: False or exaggerated
      Given truthful is no
      When evaluated as of 2026-11-20
      Then rule KR-01 holds

    Scenario: KR-01: evidence contradicts the claim is yes: just holds
      Given evidence contradicts the claim is yes
      When evaluated as of 2026-11-20
      Then rule KR-01 holds

    Scenario: KR-01: claim types includes any of free of: just holds
      Given claim types is free of
      And free of it, and of like risks is no
      When evaluated as of 2026-11-20
      Then rule KR-01 holds

    Scenario: KR-01: claim types includes any of free of: just fails
      Given claim types is generic
      And free of it, and of like risks is no
      When evaluated as of 2026-11-20
      Then rule KR-01 does not hold

    Scenario: KR-01: display period is from 1999-07-01: just fails
      Given display period is 1999-06-30 to 1999-06-30
      When evaluated as of 2026-11-20
      Then rule KR-01 is not in force

  Rule: Not proven
    Background:
      Given these verdict rules
        | id    | rule       | when                | verdict    | severity | in force from | basis       |
        | KR-02 | Not proven | substantiated is no | misleading | major    | 2017-02-15    | etisa-proof |
      And these remedies
        | rule  | say instead                                                |
        | KR-02 | hold tests or records of this product; otherwise delete it |

    Scenario: Not proven
      Given substantiated is no
      When evaluated as of 2026-11-20
      Then rule KR-02 holds

  Rule: Comprehensive word without grounds and limits
    Background:
      Given these verdict rules
        | id    | rule                                          | when                                                                                          | verdict    | severity | in force from | basis        |
        | KR-03 | Comprehensive word without grounds and limits | claim types includes any of generic; specification is one of no specification, elsewhere only | misleading | major    | 2017-02-15    | notice-words |
        | KR-03 |                                               | claim types includes any of generic; basis stated in the claim is no                          |            |          |               |              |
      And these remedies
        | rule  | say instead                                                                                                              |
        | KR-03 | name what is better, by how much and in which part, such as: dishwashing liquid that degrades well, less water pollution |

    Scenario: Comprehensive word without grounds and limits
      Given claim_types is generic
      And specification is none
      When evaluated as of 2026-11-20
      Then rule KR-03 holds

    Scenario: KR-03: claim types includes any of generic: just holds
      Given claim types is generic
      And basis stated in the claim is no
      When evaluated as of 2026-11-20
      Then rule KR-03 holds

  Rule: Absolute word
    Background:
      Given these verdict rules
        | id      | rule          | when                                                                                                                                                                                                                                                                      | verdict    | severity | in force from | basis           |
        | KR-03-A | Absolute word | claim types includes any of absolute; claim types includes none of recycled content, recyclable, degradable, compostable, renewable energy, renewable material, quantified footprint, durability, repairability; specification is one of no specification, elsewhere only | misleading | major    | 2017-02-15    | notice-absolute |
      And these remedies
        | rule    | say instead                                                                      |
        | KR-03-A | replace no pollution or no harm by what was measured, such as: lead not detected |

    Scenario: Absolute word
      Given claim_types is absolute
      And specification is none
      When evaluated as of 2026-11-20
      Then rule KR-03-A holds

    Scenario: KR-03-A: claim types includes none of recycled content, recyclable, degradable, compostable, renewable energy, renewable material, quantified footprint, durability, repairability: just fails
      Given claim types is absolute, recycled content
      And specification is no specification
      When evaluated as of 2026-11-20
      Then rule KR-03-A does not hold

    Scenario: KR-03-A: specification is one of no specification, elsewhere only: just fails
      Given specification is on the same medium
      And claim types is absolute
      When evaluated as of 2026-11-20
      Then rule KR-03-A does not hold

  Rule: Social word or name without grounds and limits
    Background:
      Given these verdict rules
        | id      | rule                                           | when                                                                                                                 | verdict        | severity | in force from | basis       |
        | KR-03-W | Social word or name without grounds and limits | claim types includes any of social and environmental, name; specification is one of no specification, elsewhere only | needs evidence | major    | 2017-02-15    | notice-name |
      And these remedies
        | rule    | say instead                                       |
        | KR-03-W | add what is better, by how much and in which part |

    Scenario: Social word or name without grounds and limits
      Given claim_types is social_mix
      And specification is none
      When evaluated as of 2026-11-20
      Then rule KR-03-W holds

    Scenario: KR-03-W: specification is one of no specification, elsewhere only: just fails
      Given specification is on the same medium
      And claim types is social and environmental
      When evaluated as of 2026-11-20
      Then rule KR-03-W does not hold

  Rule: Part told as the whole
    Background:
      Given these verdict rules
        | id    | rule                   | when                                                              | verdict    | severity | in force from | basis       |
        | KR-04 | Part told as the whole | asserted scope is the whole; evidence covers is only a part of it | misleading | major    | 2017-02-15    | notice-2017 |
        | KR-04 |                        | headline excludes parts is yes                                    |            |          |               |             |
      And these remedies
        | rule  | say instead                                         |
        | KR-04 | name the part, such as: recyclable plastic wrapping |

    Scenario: Part told as the whole
      Given subject_asserted_scope is whole
      And evidence_covers is a_part
      When evaluated as of 2026-11-20
      Then rule KR-04 holds

    Scenario: KR-04: asserted scope is the whole: just fails
      Given asserted scope is a part
      And evidence covers is only a part of it
      When evaluated as of 2026-11-20
      Then rule KR-04 does not hold

    Scenario: KR-04: headline excludes parts is yes: just holds
      Given headline excludes parts is yes
      When evaluated as of 2026-11-20
      Then rule KR-04 holds

  Rule: Condition in small letters or elsewhere
    Background:
      Given these verdict rules
        | id    | rule                                    | when                                                                                                   | verdict    | severity | in force from | basis       |
        | KR-05 | Condition in small letters or elsewhere | qualifier is one of far or small, contradicts the headline                                             | misleading | major    | 2017-02-15    | notice-2017 |
        | KR-05 |                                         | claim types includes any of generic, social and environmental; qualified clearly and prominently is no |            |          |               |             |
      And these remedies
        | rule  | say instead                                               |
        | KR-05 | put the condition into the claim, where it is easily seen |

    Scenario: Condition in small letters or elsewhere
      Given qualifier is far_or_small
      When evaluated as of 2026-11-20
      Then rule KR-05 holds

    Scenario: KR-05: claim types includes any of generic, social and environmental: just holds
      Given claim types is generic
      And qualified clearly and prominently is no
      When evaluated as of 2026-11-20
      Then rule KR-05 holds

    Scenario: KR-05: claim types includes any of generic, social and environmental: just fails
      Given claim types is specific attribute
      And qualified clearly and prominently is no
      When evaluated as of 2026-11-20
      Then rule KR-05 does not hold

  Rule: What law demands, told as an improvement
    Background:
      Given these verdict rules
        | id    | rule                                     | when                                                                           | verdict    | severity | in force from | basis       |
        | KR-06 | What law demands, told as an improvement | claim types includes any of legal requirement; presented as distinctive is yes | misleading | major    | 2017-02-15    | notice-2017 |
      And these remedies
        | rule  | say instead                                                              |
        | KR-06 | delete it; tell only what goes beyond the duty, such as: grade E0 boards |

    Scenario: What law demands, told as an improvement
      Given claim_types is legal_requirement
      And presented_as_distinctive is yes
      When evaluated as of 2026-11-20
      Then rule KR-06 holds

    Scenario: KR-06: presented as distinctive is yes: just fails
      Given presented as distinctive is no
      And claim types is legal requirement
      When evaluated as of 2026-11-20
      Then rule KR-06 does not hold

  Rule: What all goods of the kind have, told as special
    Background:
      Given these verdict rules
        | id      | rule                                             | when                            | verdict    | severity | in force from | basis         |
        | KR-06-W | What all goods of the kind have, told as special | presented as distinctive is yes | misleading | major    | 2017-02-15    | notice-common |
      And these remedies
        | rule    | say instead                                       |
        | KR-06-W | delete it, or say that it holds of all such goods |

    Scenario: What all goods of the kind have, told as special
      Given presented_as_distinctive is yes
      When evaluated as of 2026-11-20
      Then rule KR-06-W holds

  Rule: Nothing to do with this product
    Background:
      Given these verdict rules
        | id    | rule                            | when                   | verdict    | severity | in force from | basis       |
        | KR-07 | Nothing to do with this product | benefit relevant is no | misleading | major    | 2017-02-15    | notice-2017 |
      And these remedies
        | rule  | say instead                                     |
        | KR-07 | delete it, such as free of bisphenol A on glass |

    Scenario: Nothing to do with this product
      Given benefit_relevant is no
      When evaluated as of 2026-11-20
      Then rule KR-07 holds

  Rule: Green by one stage of its life
    Background:
      Given these verdict rules
        | id    | rule                           | when                                                                               | verdict    | severity | in force from | basis     |
        | KR-08 | Green by one stage of its life | claim types includes any of generic, comparative; full life cycle considered is no | misleading | major    | 2023-09-01    | kftc-2023 |
      And these remedies
        | rule  | say instead                                                                                     |
        | KR-08 | name the stage, such as: made with so much less carbon; transport and disposal were not counted |

    Scenario: Green by one stage of its life
      Given claim_types is generic
      And full_life_cycle_considered is no
      When evaluated as of 2026-11-20
      Then rule KR-08 holds

    Scenario: KR-08: claim types includes any of generic, comparative: just fails
      Given claim types is social and environmental
      And full life cycle considered is no
      When evaluated as of 2026-11-20
      Then rule KR-08 does not hold

  Rule: Important fact left out
    Background:
      Given these verdict rules
        | id    | rule                    | when                            | verdict    | severity | in force from | basis     |
        | KR-09 | Important fact left out | nothing important omitted is no | misleading | major    | 2023-09-01    | kftc-2023 |
      And these remedies
        | rule  | say instead                                               |
        | KR-09 | add what matters for the choice to the same advertisement |

    Scenario: Important fact left out
      Given nothing_important_omitted is no
      When evaluated as of 2026-11-20
      Then rule KR-09 holds

  Rule: Certificate of a part for the whole
    Background:
      Given these verdict rules
        | id      | rule                                | when                                                                               | verdict    | severity | in force from | basis      |
        | KR-09-C | Certificate of a part for the whole | claim types includes any of label; certificate of the label is for another product | misleading | major    | 2023-09-01    | kftc-parts |
      And these remedies
        | rule    | say instead                                          |
        | KR-09-C | name what was certified, such as: certified mattress |

    Scenario: Certificate of a part for the whole
      Given claim_types is label
      And label_certificate is other_product
      When evaluated as of 2026-11-20
      Then rule KR-09-C holds

    Scenario: KR-09-C: claim types includes any of label: just fails
      Given claim types is generic
      And certificate of the label is for another product
      When evaluated as of 2026-11-20
      Then rule KR-09-C does not hold

  Rule: Aim without plan, means or date
    Background:
      Given these verdict rules
        | id    | rule                            | when                                                                    | verdict    | severity | in force from | basis     |
        | KR-10 | Aim without plan, means or date | claim types includes any of future; detailed and realistic plan is no   | misleading | major    | 2023-09-01    | kftc-2023 |
        | KR-10 |                                 | claim types includes any of future; measurable targets with dates is no |            |          |               |           |
        | KR-10 |                                 | claim types includes any of future; resources allocated is no           |            |          |               |           |
      And these remedies
        | rule  | say instead                                                              |
        | KR-10 | tell the plan with its people and money, the measurable aim and its date |

    Scenario: Aim without plan, means or date
      Given claim_types is future
      And future_detailed_plan is no
      When evaluated as of 2026-11-20
      Then rule KR-10 holds

    Scenario: KR-10: claim types includes any of future: just fails
      Given claim types is generic
      And detailed and realistic plan is no
      When evaluated as of 2026-11-20
      Then rule KR-10 does not hold

    Scenario: KR-10: detailed and realistic plan is no: just fails
      Given detailed and realistic plan is yes
      And claim types is future
      When evaluated as of 2026-11-20
      Then rule KR-10 does not hold

    Scenario: KR-10: claim types includes any of future: just holds
      Given claim types is future
      And measurable targets with dates is no
      When evaluated as of 2026-11-20
      Then rule KR-10 holds

    Scenario: KR-10: claim types includes any of future: just fails (2)
      Given claim types is generic
      And measurable targets with dates is no
      When evaluated as of 2026-11-20
      Then rule KR-10 does not hold

    Scenario: KR-10: claim types includes any of future: just holds (2)
      Given claim types is future
      And resources allocated is no
      When evaluated as of 2026-11-20
      Then rule KR-10 holds

    Scenario: KR-10: claim types includes any of future: just fails (3)
      Given claim types is generic
      And resources allocated is no
      When evaluated as of 2026-11-20
      Then rule KR-10 does not hold

  Rule: Unfair comparison
    Background:
      Given these verdict rules
        | id    | rule              | when                                                                   | verdict    | severity | in force from | basis          |
        | KR-11 | Unfair comparison | claim types includes any of comparative; amount and basis stated is no | misleading | major    | 1999-07-01    | flaa-3-compare |
        | KR-11 |                   | like compared with like is no                                          |            |          |               |                |
        | KR-11 |                   | comparison fair and meaningful is no                                   |            |          |               |                |
      And these remedies
        | rule  | say instead                                                              |
        | KR-11 | name with what and by which measure it is compared, and hold the figures |

    Scenario: Unfair comparison
      Given claim_types is comparative
      And source_reduction_amount_stated is no
      When evaluated as of 2026-11-20
      Then rule KR-11 holds

    Scenario: KR-11: claim types includes any of comparative: just fails
      Given claim types is generic
      And amount and basis stated is no
      When evaluated as of 2026-11-20
      Then rule KR-11 does not hold

    Scenario: KR-11: amount and basis stated is no: just fails
      Given amount and basis stated is yes
      And claim types is comparative
      When evaluated as of 2026-11-20
      Then rule KR-11 does not hold

    Scenario: KR-11: like compared with like is no: just holds
      Given like compared with like is no
      When evaluated as of 2026-11-20
      Then rule KR-11 holds

    Scenario: KR-11: comparison fair and meaningful is no: just holds
      Given comparison fair and meaningful is no
      When evaluated as of 2026-11-20
      Then rule KR-11 holds

  Rule: Mark without certificate or reason
    Background:
      Given these verdict rules
        | id    | rule                               | when                                                                              | verdict        | severity | in force from | basis      |
        | KR-12 | Mark without certificate or reason | claim types includes any of label; certificate of the label is missing or expired | needs evidence | major    | 2017-02-15    | mark-proof |
        | KR-12 |                                    | claim types includes any of label; basis of the seal stated is no                 |                |          |               |            |
      And these remedies
        | rule  | say instead                                                                  |
        | KR-12 | tell whose mark it is and what was examined; a test report is no certificate |

    Scenario: Mark without certificate or reason
      Given claim_types is label
      And label_certificate is missing_or_expired
      When evaluated as of 2026-11-20
      Then rule KR-12 holds

    Scenario: KR-12: claim types includes any of label: just fails
      Given claim types is generic
      And certificate of the label is missing or expired
      When evaluated as of 2026-11-20
      Then rule KR-12 does not hold

    Scenario: KR-12: claim types includes any of label: just holds
      Given claim types is label
      And basis of the seal stated is no
      When evaluated as of 2026-11-20
      Then rule KR-12 holds

    Scenario: KR-12: claim types includes any of label: just fails (2)
      Given claim types is generic
      And basis of the seal stated is no
      When evaluated as of 2026-11-20
      Then rule KR-12 does not hold

  Rule: Harmless, not so
    Background:
      Given these verdict rules
        | id    | rule             | when                                                                                                                                                                       | verdict    | severity | in force from | basis         |
        | KR-13 | Harmless, not so | claim types includes any of free of, absolute, generic, social and environmental, specific attribute, degradable, compostable, name; safe for people and environment is no | misleading | major    | 1999-07-01    | kftc-harmless |
      And these remedies
        | rule  | say instead                                         |
        | KR-13 | name the substance that was not found, and the test |

    Scenario: Harmless, not so
      Given claim_types is free_of
      And safe_for_people_and_environment is no
      When evaluated as of 2026-11-20
      Then rule KR-13 holds

    Scenario: KR-13: claim types includes any of free of, absolute, generic, social and environmental, specific attribute, degradable, compostable, name: just fails
      Given claim types is quantified footprint
      And safe for people and environment is no
      When evaluated as of 2026-11-20
      Then rule KR-13 does not hold

  Rule: Degradable without its conditions
    Background:
      Given these verdict rules
        | id    | rule                              | when                                                                                  | verdict        | severity | in force from | basis      |
        | KR-14 | Degradable without its conditions | claim types includes any of degradable, compostable; kind of degradation stated is no | needs evidence | major    | 2017-02-15    | decay-kind |
      And these remedies
        | rule  | say instead                                                |
        | KR-14 | tell beside it where, when and by which standard it decays |

    Scenario: Degradable without its conditions
      Given claim_types is degradable
      And degradation_kind_stated is no
      When evaluated as of 2026-11-20
      Then rule KR-14 holds

    Scenario: KR-14: claim types includes any of degradable, compostable: just fails
      Given claim types is generic
      And kind of degradation stated is no
      When evaluated as of 2026-11-20
      Then rule KR-14 does not hold

    Scenario: KR-14: kind of degradation stated is no: just fails
      Given kind of degradation stated is yes
      And claim types is degradable
      When evaluated as of 2026-11-20
      Then rule KR-14 does not hold

  Rule: Neutral by credits without its basis
    Background:
      Given these verdict rules
        | id    | rule                                 | when                                                                                              | verdict        | severity | in force from | basis   |
        | KR-15 | Neutral by credits without its basis | claim types includes any of neutral by offsets, net zero; basis stated in the claim is no         | needs evidence | major    | 2017-02-15    | credits |
        | KR-15 |                                      | claim types includes any of neutral by offsets, net zero; storage long enough for the claim is no |                |          |               |         |
      And these remedies
        | rule  | say instead                                                                                |
        | KR-15 | tell how much was reduced and how much is paid for, by which credits, storing for how long |

    Scenario: Neutral by credits without its basis
      Given claim_types is neutral_offset
      And basis_in_claim is no
      When evaluated as of 2026-11-20
      Then rule KR-15 holds

    Scenario: KR-15: basis stated in the claim is no: just fails
      Given basis stated in the claim is yes
      And claim types is neutral by offsets
      When evaluated as of 2026-11-20
      Then rule KR-15 does not hold

    Scenario: KR-15: claim types includes any of neutral by offsets, net zero: just holds
      Given claim types is neutral by offsets
      And storage long enough for the claim is no
      When evaluated as of 2026-11-20
      Then rule KR-15 holds

    Scenario: KR-15: claim types includes any of neutral by offsets, net zero: just fails
      Given claim types is generic
      And storage long enough for the claim is no
      When evaluated as of 2026-11-20
      Then rule KR-15 does not hold

  Rule: Highest words without basis
    Background:
      Given these verdict rules
        | id    | rule                        | when                                                                | verdict    | severity | in force from | basis     |
        | KR-16 | Highest words without basis | absolute wording is yes; absolute wording within an exception is no | misleading | major    | 1999-07-01    | top-words |
      And these remedies
        | rule  | say instead                                                   |
        | KR-16 | delete it, or name the survey, its day and scope that show it |

    Scenario: Highest words without basis
      Given absolute_wording is yes
      And absolute_wording_proved is no
      When evaluated as of 2026-11-20
      Then rule KR-16 holds

    Scenario: KR-16: absolute wording is yes: just fails
      Given absolute wording is no
      And absolute wording within an exception is no
      When evaluated as of 2026-11-20
      Then rule KR-16 does not hold

    Scenario: KR-16: absolute wording within an exception is no: just fails
      Given absolute wording within an exception is yes
      And absolute wording is yes
      When evaluated as of 2026-11-20
      Then rule KR-16 does not hold
