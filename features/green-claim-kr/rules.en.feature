# language: en
Feature: Rules · Green claims in Korea
  Each rule with its verdict, its effective period, and the recommended wording.

  Background:
    Given the scorecard green-claim-kr
    And the scorecard applies when kind of communication is commercial
    And verdicts are governed by display period, otherwise ok on basis otherwise

  Rule: False or unproven claims
    Background:
      Given these verdict rules
        | id    | rule                       | when                                                                                  | verdict    | severity | in force from | basis       |
        | KR-01 | False or exaggerated claim | claim truthful and accurate is no                                                     | misleading | major    | 1999-07-01    | flaa-3      |
        | KR-01 |                            | evidence contradicts the claim is yes                                                 |            |          |               |             |
        | KR-01 |                            | claim types includes any of free of; free of the substance and of similar risks is no |            |          |               |             |
        | KR-02 | Unproven claim             | claim substantiated is no                                                             | misleading | major    | 2017-02-15    | etisa-proof |
      And these remedies
        | rule  | say instead                                                         |
        | KR-01 | state only the facts of this product, with value and part           |
        | KR-02 | obtain tests or records of this product; otherwise delete the claim |

    Scenario Outline: False or exaggerated claim
      Given claim truthful and accurate is <truthful>
      And claim types is <claim_types>
      And free of the substance and of similar risks is <free_of_true>
      When evaluated as of 2026-11-20
      Then rule KR-01 <KR-01>

      Examples:
        | truthful | claim_types        | free_of_true | KR-01         |
        | no       | specific attribute | yes          | holds         |
        | yes      | free of            | no           | holds         |
        | yes      | generic            | no           | does not hold |

    Scenario Outline: False or unproven claims: one case for each rule
      Given <given>
      When evaluated as of 2026-11-20
      Then rule <rule> holds

      Examples:
        | given                                 | rule  |
        | evidence contradicts the claim is yes | KR-01 |
        | claim substantiated is no             | KR-02 |

    Scenario: Rule KR-01 is not in force before 1999-07-01
      Given display period is 1999-06-30 to 1999-06-30
      When evaluated as of 2026-11-20
      Then rule KR-01 is not in force

  Rule: Comprehensive, absolute and social terms
    Background:
      Given these verdict rules
        | id      | rule                                           | when                                                                                                                                                                                                                                                                                      | verdict        | severity | in force from | basis           |
        | KR-03   | Comprehensive term without grounds and limits  | claim types includes any of generic; location of the specification is one of no specification, elsewhere only                                                                                                                                                                             | misleading     | major    | 2017-02-15    | notice-words    |
        | KR-03   |                                                | claim types includes any of generic; basis stated in the claim is no                                                                                                                                                                                                                      |                |          |               |                 |
        | KR-03-A | Absolute term without specification            | claim types includes any of absolute; claim types includes none of recycled content, recyclable, degradable, compostable, renewable energy, renewable material, quantified footprint, durability, repairability; location of the specification is one of no specification, elsewhere only | misleading     | major    | 2017-02-15    | notice-absolute |
        | KR-03-W | Social term or name without grounds and limits | claim types includes any of social and environmental, name; location of the specification is one of no specification, elsewhere only                                                                                                                                                      | needs evidence | major    | 2017-02-15    | notice-name     |
      And these remedies
        | rule    | say instead                                                                                                                    |
        | KR-03   | state the improvement, its amount and the part concerned, such as: dishwashing liquid that degrades well, less water pollution |
        | KR-03-A | replace no pollution or no harm by the measured result, such as: lead not detected                                             |
        | KR-03-W | state the improvement, its amount and the part concerned                                                                       |

    Scenario Outline: Comprehensive terms: one case for each condition
      Given <given>
      And <and>
      When evaluated as of 2026-11-20
      Then rule <rule> holds

      Examples:
        | given                  | and                                               | rule  |
        | claim types is generic | location of the specification is no specification | KR-03 |
        | claim types is generic | basis stated in the claim is no                   | KR-03 |

    Scenario Outline: Absolute term
      Given claim types is <claim_types>
      And location of the specification is <location of the specification>
      When evaluated as of 2026-11-20
      Then rule KR-03-A <KR-03-A>

      Examples:
        | claim_types                | location of the specification | KR-03-A       |
        | absolute                   | no specification              | holds         |
        | absolute, recycled content | no specification              | does not hold |
        | absolute                   | on the same medium            | does not hold |

    Scenario Outline: Social term or name without grounds and limits
      Given claim types is social and environmental
      And location of the specification is <location of the specification>
      When evaluated as of 2026-11-20
      Then rule KR-03-W <KR-03-W>

      Examples:
        | location of the specification | KR-03-W       |
        | no specification              | holds         |
        | on the same medium            | does not hold |

  Rule: Requirements of the notice of 2017
    Background:
      Given these verdict rules
        | id      | rule                                                 | when                                                                                                               | verdict    | severity | in force from | basis         |
        | KR-04   | Part of the product presented as the whole           | asserted scope is the whole; scope covered by the evidence is only part of the asserted scope                      | misleading | major    | 2017-02-15    | notice-2017   |
        | KR-04   |                                                      | headline claim excludes some parts is yes                                                                          |            |          |               |               |
        | KR-05   | Condition in small print or elsewhere                | qualifier is one of too far away or too small, contradicts the headline                                            | misleading | major    | 2017-02-15    | notice-2017   |
        | KR-05   |                                                      | claim types includes any of generic, social and environmental; claim qualified clearly and prominently is no       |            |          |               |               |
        | KR-06   | Legal requirement presented as an improvement        | claim types includes any of legal requirement; legal requirement or usual property presented as distinctive is yes | misleading | major    | 2017-02-15    | notice-2017   |
        | KR-06-W | Usual feature of all such goods presented as special | legal requirement or usual property presented as distinctive is yes                                                | misleading | major    | 2017-02-15    | notice-common |
        | KR-07   | Benefit unrelated to this product                    | benefit relevant is no                                                                                             | misleading | major    | 2017-02-15    | notice-2017   |
      And these remedies
        | rule    | say instead                                                                        |
        | KR-04   | state the part, such as: recyclable plastic packaging                              |
        | KR-05   | state the condition in the claim itself, where it is easily seen                   |
        | KR-06   | delete the claim; state only what exceeds the legal duty, such as: grade E0 boards |
        | KR-06-W | delete the claim, or state that it applies to all goods of this kind               |
        | KR-07   | delete the claim, such as free of bisphenol A on glass                             |

    Scenario Outline: Part of the product presented as the whole
      Given asserted scope is <subject_asserted_scope>
      And scope covered by the evidence is <evidence_covers>
      And headline claim excludes some parts is <headline_excludes_parts>
      When evaluated as of 2026-11-20
      Then rule KR-04 <KR-04>

      Examples:
        | subject_asserted_scope | evidence_covers                 | headline_excludes_parts | KR-04         |
        | the whole              | only part of the asserted scope | no                      | holds         |
        | a part                 | only part of the asserted scope | no                      | does not hold |
        | the whole              | the whole asserted scope        | yes                     | holds         |

    Scenario Outline: Condition in small print or elsewhere
      Given qualifier is <qualifier>
      And claim types is <claim_types>
      And claim qualified clearly and prominently is <qualified_prominently>
      When evaluated as of 2026-11-20
      Then rule KR-05 <KR-05>

      Examples:
        | qualifier                 | claim_types        | qualified_prominently | KR-05         |
        | too far away or too small | specific attribute | yes                   | holds         |
        | clear and near            | generic            | no                    | holds         |
        | clear and near            | specific attribute | no                    | does not hold |

    Scenario Outline: Legal requirement presented as an improvement
      Given claim types is legal requirement
      And legal requirement or usual property presented as distinctive is <presented_as_distinctive>
      When evaluated as of 2026-11-20
      Then rule KR-06 <KR-06>

      Examples:
        | presented_as_distinctive | KR-06         |
        | yes                      | holds         |
        | no                       | does not hold |

    Scenario Outline: Requirements of the notice of 2017: one case for each rule
      Given <given>
      When evaluated as of 2026-11-20
      Then rule <rule> holds

      Examples:
        | given                                                               | rule    |
        | legal requirement or usual property presented as distinctive is yes | KR-06-W |
        | benefit relevant is no                                              | KR-07   |

  Rule: Requirements added by the guideline of 2023
    Background:
      Given these verdict rules
        | id      | rule                                                 | when                                                                               | verdict    | severity | in force from | basis      |
        | KR-08   | Green claim based on one stage of the life cycle     | claim types includes any of generic, comparative; full life cycle considered is no | misleading | major    | 2023-09-01    | kftc-2023  |
        | KR-09   | Important fact omitted                               | no important information omitted is no                                             | misleading | major    | 2023-09-01    | kftc-2023  |
        | KR-09-C | Certificate of a part presented as that of the whole | claim types includes any of label; certificate of the label is for another product | misleading | major    | 2023-09-01    | kftc-parts |
        | KR-10   | Aim without plan, resources or deadline              | claim types includes any of future; detailed and realistic plan is no              | misleading | major    | 2023-09-01    | kftc-2023  |
        | KR-10   |                                                      | claim types includes any of future; measurable targets with dates is no            |            |          |               |            |
        | KR-10   |                                                      | claim types includes any of future; resources allocated is no                      |            |          |               |            |
      And these remedies
        | rule    | say instead                                                                                         |
        | KR-08   | state the stage, such as: made with X per cent less carbon; transport and disposal are not included |
        | KR-09   | add the information that matters for the purchase decision to the same advertisement                |
        | KR-09-C | state what was certified, such as: certified mattress                                               |
        | KR-10   | state the plan with its staff and budget, the measurable aim and its deadline                       |

    Scenario Outline: Green claim based on one stage of the life cycle
      Given claim types is <claim_types>
      And full life cycle considered is no
      When evaluated as of 2026-11-20
      Then rule KR-08 <KR-08>

      Examples:
        | claim_types              | KR-08         |
        | generic                  | holds         |
        | social and environmental | does not hold |

    Scenario: Important fact omitted
      Given no important information omitted is no
      When evaluated as of 2026-11-20
      Then rule KR-09 holds

    Scenario Outline: Certificate of a part presented as that of the whole
      Given claim types is <claim_types>
      And certificate of the label is for another product
      When evaluated as of 2026-11-20
      Then rule KR-09-C <KR-09-C>

      Examples:
        | claim_types | KR-09-C       |
        | label       | holds         |
        | generic     | does not hold |

    Scenario Outline: Aim without plan, resources or deadline
      Given claim types is <claim_types>
      And detailed and realistic plan is <future_detailed_plan>
      And measurable targets with dates is <future_measurable_targets>
      When evaluated as of 2026-11-20
      Then rule KR-10 <KR-10>

      Examples:
        | claim_types | future_detailed_plan | future_measurable_targets | KR-10         |
        | future      | no                   | yes                       | holds         |
        | generic     | no                   | yes                       | does not hold |
        | future      | yes                  | yes                       | does not hold |
        | future      | yes                  | no                        | holds         |
        | generic     | yes                  | no                        | does not hold |

    Scenario Outline: Rule KR-10 also applies if no resources are allocated
      Given claim types is <claim_types>
      And resources allocated is no
      When evaluated as of 2026-11-20
      Then rule KR-10 <KR-10>

      Examples:
        | claim_types | KR-10         |
        | future      | holds         |
        | generic     | does not hold |

  Rule: Unfair comparison
    Background:
      Given these verdict rules
        | id    | rule              | when                                                                                    | verdict    | severity | in force from | basis          |
        | KR-11 | Unfair comparison | claim types includes any of comparative; amount and basis of the reduction stated is no | misleading | major    | 1999-07-01    | flaa-3-compare |
        | KR-11 |                   | like compared with like is no                                                           |            |          |               |                |
        | KR-11 |                   | comparison fair and meaningful is no                                                    |            |          |               |                |
      And these remedies
        | rule  | say instead                                                      |
        | KR-11 | state what is compared and by which measure, and obtain the data |

    Scenario Outline: Unfair comparison
      Given claim types is <claim_types>
      And amount and basis of the reduction stated is <source_reduction_amount_stated>
      And like compared with like is <comparison_like_with_like>
      When evaluated as of 2026-11-20
      Then rule KR-11 <KR-11>

      Examples:
        | claim_types        | source_reduction_amount_stated | comparison_like_with_like | KR-11         |
        | comparative        | no                             | yes                       | holds         |
        | generic            | no                             | yes                       | does not hold |
        | comparative        | yes                            | yes                       | does not hold |
        | specific attribute | yes                            | no                        | holds         |

    Scenario: Rule KR-11 also applies to an unfair comparison
      Given comparison fair and meaningful is no
      When evaluated as of 2026-11-20
      Then rule KR-11 holds

  Rule: Marks, harmlessness, degradability and credits
    Background:
      Given these verdict rules
        | id    | rule                                                                   | when                                                                                                                                                                       | verdict        | severity | in force from | basis         |
        | KR-12 | Mark without certificate or stated reason                              | claim types includes any of label; certificate of the label is missing or expired                                                                                          | needs evidence | major    | 2017-02-15    | mark-proof    |
        | KR-12 |                                                                        | claim types includes any of label; basis of the seal stated is no                                                                                                          |                |          |               |               |
        | KR-13 | Harmlessness claimed although it is not true                           | claim types includes any of free of, absolute, generic, social and environmental, specific attribute, degradable, compostable, name; safe for people and environment is no | misleading     | major    | 1999-07-01    | kftc-harmless |
        | KR-14 | Degradable claim without stated conditions                             | claim types includes any of degradable, compostable; kind of degradation stated is no                                                                                      | needs evidence | major    | 2017-02-15    | decay-kind    |
        | KR-15 | Neutrality by credits without a stated basis or with too short storage | claim types includes any of neutral by offsets, net zero; basis stated in the claim is no                                                                                  | needs evidence | major    | 2017-02-15    | credits       |
        | KR-15 |                                                                        | claim types includes any of neutral by offsets, net zero; storage long enough for the claim is no                                                                          |                |          |               |               |
      And these remedies
        | rule  | say instead                                                                                   |
        | KR-12 | state the owner of the mark and what was examined; a test report is not a certificate         |
        | KR-13 | state the substance that was not detected, and the test                                       |
        | KR-14 | state next to the claim where, in which time and by which standard the product degrades       |
        | KR-15 | state how much was reduced, how much is compensated, by which credits, and the storage period |

    Scenario Outline: Mark without certificate or stated reason
      Given claim types is <claim_types>
      And certificate of the label is <label_certificate>
      And basis of the seal stated is <seal_basis_stated>
      When evaluated as of 2026-11-20
      Then rule KR-12 <KR-12>

      Examples:
        | claim_types | label_certificate     | seal_basis_stated | KR-12         |
        | label       | missing or expired    | yes               | holds         |
        | generic     | missing or expired    | yes               | does not hold |
        | label       | valid for the product | no                | holds         |
        | generic     | valid for the product | no                | does not hold |

    Scenario Outline: Harmlessness claimed although it is not true
      Given claim types is <claim_types>
      And safe for people and environment is no
      When evaluated as of 2026-11-20
      Then rule KR-13 <KR-13>

      Examples:
        | claim_types          | KR-13         |
        | free of              | holds         |
        | quantified footprint | does not hold |

    Scenario Outline: Degradable without conditions
      Given claim types is <claim_types>
      And kind of degradation stated is <degradation_kind_stated>
      When evaluated as of 2026-11-20
      Then rule KR-14 <KR-14>

      Examples:
        | claim_types | degradation_kind_stated | KR-14         |
        | degradable  | no                      | holds         |
        | generic     | no                      | does not hold |
        | degradable  | yes                     | does not hold |

    Scenario Outline: Neutrality by credits without a stated basis
      Given claim types is <claim_types>
      And basis stated in the claim is <basis_in_claim>
      And storage long enough for the claim is <storage_long_enough>
      When evaluated as of 2026-11-20
      Then rule KR-15 <KR-15>

      Examples:
        | claim_types        | basis_in_claim | storage_long_enough | KR-15         |
        | neutral by offsets | no             | yes                 | holds         |
        | neutral by offsets | yes            | yes                 | does not hold |
        | neutral by offsets | yes            | no                  | holds         |
        | generic            | yes            | no                  | does not hold |

  Rule: Superlatives without objective basis
    Background:
      Given these verdict rules
        | id    | rule                                 | when                                                                             | verdict    | severity | in force from | basis     |
        | KR-16 | Superlatives without objective basis | absolute wording is yes; absolute wording proven to be within an exception is no | misleading | major    | 1999-07-01    | top-words |
      And these remedies
        | rule  | say instead                                                                     |
        | KR-16 | delete the wording, or state the survey that proves it, with its date and scope |

    Scenario Outline: Superlatives without objective basis
      Given absolute wording is <absolute_wording>
      And absolute wording proven to be within an exception is <absolute_wording_proved>
      When evaluated as of 2026-11-20
      Then rule KR-16 <KR-16>

      Examples:
        | absolute_wording | absolute_wording_proved | KR-16         |
        | yes              | no                      | holds         |
        | no               | no                      | does not hold |
        | yes              | yes                     | does not hold |
