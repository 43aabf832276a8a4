# language: en
Feature: Rules · Green claims in Korea
  Each rule with its verdict, the days on which it governs, and what to say instead.

  Background:
    Given the scorecard green-claim-kr
    And the scorecard applies when kind of communication is commercial
    And verdicts are governed by display period, otherwise ok on basis otherwise

  Rule: False, or not proven
    Background:
      Given these verdict rules
        | id    | rule                 | when                                                                     | verdict    | severity | in force from | basis       |
        | KR-01 | False or exaggerated | truthful and accurate is no                                              | misleading | major    | 1999-07-01    | flaa-3      |
        | KR-01 |                      | evidence contradicts the claim is yes                                    |            |          |               |             |
        | KR-01 |                      | claim types includes any of free of; free of it, and of like risks is no |            |          |               |             |
        | KR-02 | Not proven           | substantiated is no                                                      | misleading | major    | 2017-02-15    | etisa-proof |
      And these remedies
        | rule  | say instead                                                |
        | KR-01 | state only what is so of this product, with value and part |
        | KR-02 | hold tests or records of this product; otherwise delete it |

    Scenario Outline: False or exaggerated
      Given truthful and accurate is <truthful>
      And claim types is <claim_types>
      And free of it, and of like risks is <free_of_true>
      When evaluated as of 2026-11-20
      Then rule KR-01 <KR-01>

      Examples:
        | truthful | claim_types        | free_of_true | KR-01         |
        | no       | specific attribute | yes          | holds         |
        | yes      | free of            | no           | holds         |
        | yes      | generic            | no           | does not hold |

    Scenario Outline: False, or not proven: a case of each
      Given <given>
      When evaluated as of 2026-11-20
      Then rule <rule> holds

      Examples:
        | given                                 | rule  |
        | evidence contradicts the claim is yes | KR-01 |
        | substantiated is no                   | KR-02 |

    Scenario: KR-01: display period is from 1999-07-01: just fails
      Given display period is 1999-06-30 to 1999-06-30
      When evaluated as of 2026-11-20
      Then rule KR-01 is not in force

  Rule: Comprehensive, absolute and social words
    Background:
      Given these verdict rules
        | id      | rule                                           | when                                                                                                                                                                                                                                                                      | verdict        | severity | in force from | basis           |
        | KR-03   | Comprehensive word without grounds and limits  | claim types includes any of generic; specification is one of no specification, elsewhere only                                                                                                                                                                             | misleading     | major    | 2017-02-15    | notice-words    |
        | KR-03   |                                                | claim types includes any of generic; basis stated in the claim is no                                                                                                                                                                                                      |                |          |               |                 |
        | KR-03-A | Absolute word                                  | claim types includes any of absolute; claim types includes none of recycled content, recyclable, degradable, compostable, renewable energy, renewable material, quantified footprint, durability, repairability; specification is one of no specification, elsewhere only | misleading     | major    | 2017-02-15    | notice-absolute |
        | KR-03-W | Social word or name without grounds and limits | claim types includes any of social and environmental, name; specification is one of no specification, elsewhere only                                                                                                                                                      | needs evidence | major    | 2017-02-15    | notice-name     |
      And these remedies
        | rule    | say instead                                                                                                              |
        | KR-03   | name what is better, by how much and in which part, such as: dishwashing liquid that degrades well, less water pollution |
        | KR-03-A | replace no pollution or no harm by what was measured, such as: lead not detected                                         |
        | KR-03-W | add what is better, by how much and in which part                                                                        |

    Scenario Outline: Comprehensive, absolute and social words: a case of each
      Given <given>
      And <and>
      When evaluated as of 2026-11-20
      Then rule <rule> holds

      Examples:
        | given                  | and                               | rule  |
        | claim types is generic | specification is no specification | KR-03 |
        | claim types is generic | basis stated in the claim is no   | KR-03 |

    Scenario Outline: Absolute word
      Given claim types is <claim_types>
      And specification is <specification>
      When evaluated as of 2026-11-20
      Then rule KR-03-A <KR-03-A>

      Examples:
        | claim_types                | specification      | KR-03-A       |
        | absolute                   | no specification   | holds         |
        | absolute, recycled content | no specification   | does not hold |
        | absolute                   | on the same medium | does not hold |

    Scenario Outline: Social word or name without grounds and limits
      Given claim types is social and environmental
      And specification is <specification>
      When evaluated as of 2026-11-20
      Then rule KR-03-W <KR-03-W>

      Examples:
        | specification      | KR-03-W       |
        | no specification   | holds         |
        | on the same medium | does not hold |

  Rule: What the notice of 2017 names
    Background:
      Given these verdict rules
        | id      | rule                                             | when                                                                                                   | verdict    | severity | in force from | basis         |
        | KR-04   | Part told as the whole                           | asserted scope is the whole; evidence covers is only a part of it                                      | misleading | major    | 2017-02-15    | notice-2017   |
        | KR-04   |                                                  | headline excludes parts is yes                                                                         |            |          |               |               |
        | KR-05   | Condition in small letters or elsewhere          | qualifier is one of far or small, contradicts the headline                                             | misleading | major    | 2017-02-15    | notice-2017   |
        | KR-05   |                                                  | claim types includes any of generic, social and environmental; qualified clearly and prominently is no |            |          |               |               |
        | KR-06   | What law demands, told as an improvement         | claim types includes any of legal requirement; presented as distinctive is yes                         | misleading | major    | 2017-02-15    | notice-2017   |
        | KR-06-W | What all goods of the kind have, told as special | presented as distinctive is yes                                                                        | misleading | major    | 2017-02-15    | notice-common |
        | KR-07   | Nothing to do with this product                  | benefit relevant is no                                                                                 | misleading | major    | 2017-02-15    | notice-2017   |
      And these remedies
        | rule    | say instead                                                              |
        | KR-04   | name the part, such as: recyclable plastic wrapping                      |
        | KR-05   | put the condition into the claim, where it is easily seen                |
        | KR-06   | delete it; tell only what goes beyond the duty, such as: grade E0 boards |
        | KR-06-W | delete it, or say that it holds of all such goods                        |
        | KR-07   | delete it, such as free of bisphenol A on glass                          |

    Scenario Outline: Part told as the whole
      Given asserted scope is <subject_asserted_scope>
      And evidence covers is <evidence_covers>
      And headline excludes parts is <headline_excludes_parts>
      When evaluated as of 2026-11-20
      Then rule KR-04 <KR-04>

      Examples:
        | subject_asserted_scope | evidence_covers      | headline_excludes_parts | KR-04         |
        | the whole              | only a part of it    | no                      | holds         |
        | a part                 | only a part of it    | no                      | does not hold |
        | the whole              | all that is asserted | yes                     | holds         |

    Scenario Outline: Condition in small letters or elsewhere
      Given qualifier is <qualifier>
      And claim types is <claim_types>
      And qualified clearly and prominently is <qualified_prominently>
      When evaluated as of 2026-11-20
      Then rule KR-05 <KR-05>

      Examples:
        | qualifier      | claim_types        | qualified_prominently | KR-05         |
        | far or small   | specific attribute | yes                   | holds         |
        | clear and near | generic            | no                    | holds         |
        | clear and near | specific attribute | no                    | does not hold |

    Scenario Outline: What law demands, told as an improvement
      Given claim types is legal requirement
      And presented as distinctive is <presented_as_distinctive>
      When evaluated as of 2026-11-20
      Then rule KR-06 <KR-06>

      Examples:
        | presented_as_distinctive | KR-06         |
        | yes                      | holds         |
        | no                       | does not hold |

    Scenario Outline: What the notice of 2017 names: a case of each
      Given <given>
      When evaluated as of 2026-11-20
      Then rule <rule> holds

      Examples:
        | given                           | rule    |
        | presented as distinctive is yes | KR-06-W |
        | benefit relevant is no          | KR-07   |

  Rule: What the guideline of 2023 adds
    Background:
      Given these verdict rules
        | id      | rule                                | when                                                                               | verdict    | severity | in force from | basis      |
        | KR-08   | Green by one stage of its life      | claim types includes any of generic, comparative; full life cycle considered is no | misleading | major    | 2023-09-01    | kftc-2023  |
        | KR-09   | Important fact left out             | nothing important omitted is no                                                    | misleading | major    | 2023-09-01    | kftc-2023  |
        | KR-09-C | Certificate of a part for the whole | claim types includes any of label; certificate of the label is for another product | misleading | major    | 2023-09-01    | kftc-parts |
        | KR-10   | Aim without plan, means or date     | claim types includes any of future; detailed and realistic plan is no              | misleading | major    | 2023-09-01    | kftc-2023  |
        | KR-10   |                                     | claim types includes any of future; measurable targets with dates is no            |            |          |               |            |
        | KR-10   |                                     | claim types includes any of future; resources allocated is no                      |            |          |               |            |
      And these remedies
        | rule    | say instead                                                                                     |
        | KR-08   | name the stage, such as: made with so much less carbon; transport and disposal were not counted |
        | KR-09   | add what matters for the choice to the same advertisement                                       |
        | KR-09-C | name what was certified, such as: certified mattress                                            |
        | KR-10   | tell the plan with its people and money, the measurable aim and its date                        |

    Scenario Outline: Green by one stage of its life
      Given claim types is <claim_types>
      And full life cycle considered is no
      When evaluated as of 2026-11-20
      Then rule KR-08 <KR-08>

      Examples:
        | claim_types              | KR-08         |
        | generic                  | holds         |
        | social and environmental | does not hold |

    Scenario: Important fact left out
      Given nothing important omitted is no
      When evaluated as of 2026-11-20
      Then rule KR-09 holds

    Scenario Outline: Certificate of a part for the whole
      Given claim types is <claim_types>
      And certificate of the label is for another product
      When evaluated as of 2026-11-20
      Then rule KR-09-C <KR-09-C>

      Examples:
        | claim_types | KR-09-C       |
        | label       | holds         |
        | generic     | does not hold |

    Scenario Outline: Aim without plan, means or date
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

    Scenario Outline: KR-10: where it just holds and just fails
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
        | id    | rule              | when                                                                   | verdict    | severity | in force from | basis          |
        | KR-11 | Unfair comparison | claim types includes any of comparative; amount and basis stated is no | misleading | major    | 1999-07-01    | flaa-3-compare |
        | KR-11 |                   | like compared with like is no                                          |            |          |               |                |
        | KR-11 |                   | comparison fair and meaningful is no                                   |            |          |               |                |
      And these remedies
        | rule  | say instead                                                              |
        | KR-11 | name with what and by which measure it is compared, and hold the figures |

    Scenario Outline: Unfair comparison
      Given claim types is <claim_types>
      And amount and basis stated is <source_reduction_amount_stated>
      And like compared with like is <comparison_like_with_like>
      When evaluated as of 2026-11-20
      Then rule KR-11 <KR-11>

      Examples:
        | claim_types        | source_reduction_amount_stated | comparison_like_with_like | KR-11         |
        | comparative        | no                             | yes                       | holds         |
        | generic            | no                             | yes                       | does not hold |
        | comparative        | yes                            | yes                       | does not hold |
        | specific attribute | yes                            | no                        | holds         |

    Scenario: KR-11: comparison fair and meaningful is no: just holds
      Given comparison fair and meaningful is no
      When evaluated as of 2026-11-20
      Then rule KR-11 holds

  Rule: Marks, harmlessness, decay and credits
    Background:
      Given these verdict rules
        | id    | rule                                 | when                                                                                                                                                                       | verdict        | severity | in force from | basis         |
        | KR-12 | Mark without certificate or reason   | claim types includes any of label; certificate of the label is missing or expired                                                                                          | needs evidence | major    | 2017-02-15    | mark-proof    |
        | KR-12 |                                      | claim types includes any of label; basis of the seal stated is no                                                                                                          |                |          |               |               |
        | KR-13 | Harmless, not so                     | claim types includes any of free of, absolute, generic, social and environmental, specific attribute, degradable, compostable, name; safe for people and environment is no | misleading     | major    | 1999-07-01    | kftc-harmless |
        | KR-14 | Degradable without its conditions    | claim types includes any of degradable, compostable; kind of degradation stated is no                                                                                      | needs evidence | major    | 2017-02-15    | decay-kind    |
        | KR-15 | Neutral by credits without its basis | claim types includes any of neutral by offsets, net zero; basis stated in the claim is no                                                                                  | needs evidence | major    | 2017-02-15    | credits       |
        | KR-15 |                                      | claim types includes any of neutral by offsets, net zero; storage long enough for the claim is no                                                                          |                |          |               |               |
      And these remedies
        | rule  | say instead                                                                                |
        | KR-12 | tell whose mark it is and what was examined; a test report is no certificate               |
        | KR-13 | name the substance that was not found, and the test                                        |
        | KR-14 | tell beside it where, when and by which standard it decays                                 |
        | KR-15 | tell how much was reduced and how much is paid for, by which credits, storing for how long |

    Scenario Outline: Mark without certificate or reason
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

    Scenario Outline: Harmless, not so
      Given claim types is <claim_types>
      And safe for people and environment is no
      When evaluated as of 2026-11-20
      Then rule KR-13 <KR-13>

      Examples:
        | claim_types          | KR-13         |
        | free of              | holds         |
        | quantified footprint | does not hold |

    Scenario Outline: Degradable without its conditions
      Given claim types is <claim_types>
      And kind of degradation stated is <degradation_kind_stated>
      When evaluated as of 2026-11-20
      Then rule KR-14 <KR-14>

      Examples:
        | claim_types | degradation_kind_stated | KR-14         |
        | degradable  | no                      | holds         |
        | generic     | no                      | does not hold |
        | degradable  | yes                     | does not hold |

    Scenario Outline: Neutral by credits without its basis
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

  Rule: Highest words without basis
    Background:
      Given these verdict rules
        | id    | rule                        | when                                                                | verdict    | severity | in force from | basis     |
        | KR-16 | Highest words without basis | absolute wording is yes; absolute wording within an exception is no | misleading | major    | 1999-07-01    | top-words |
      And these remedies
        | rule  | say instead                                                   |
        | KR-16 | delete it, or name the survey, its day and scope that show it |

    Scenario Outline: Highest words without basis
      Given absolute wording is <absolute_wording>
      And absolute wording within an exception is <absolute_wording_proved>
      When evaluated as of 2026-11-20
      Then rule KR-16 <KR-16>

      Examples:
        | absolute_wording | absolute_wording_proved | KR-16         |
        | yes              | no                      | holds         |
        | no               | no                      | does not hold |
        | yes              | yes                     | does not hold |
