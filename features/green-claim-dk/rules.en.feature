# language: en
Feature: Rules · Green claims in Denmark
  Each rule with its verdict, its effective period, and the recommended wording.

  Background:
    Given the scorecard green-claim-dk
    And the scorecard applies when kind of communication is commercial
    And verdicts are governed by display period, otherwise ok on basis otherwise

  Rule: General term without life-cycle analysis or explanation
    Background:
      Given these verdict rules
        | id    | rule                                                    | when                                                                                                                                                                                                                                                                                                                                                                           | verdict    | severity | in force from | basis      |
        | DK-01 | General term without life-cycle analysis or explanation | claim types includes any of generic; location of the specification is one of no specification, elsewhere only; full life cycle considered is no; recognised excellence is no recognised excellence                                                                                                                                                                             | misleading | major    | 2017-07-01    | fo-general |
        | DK-01 |                                                         | claim types includes any of absolute; claim types includes none of recycled content, recyclable, degradable, compostable, renewable energy, renewable material, quantified footprint, durability, repairability; location of the specification is one of no specification, elsewhere only; full life cycle considered is no; recognised excellence is no recognised excellence |            |          |               |            |
        | DK-01 |                                                         | claim types includes any of generic; location of the specification is elsewhere only; recognised excellence is no recognised excellence                                                                                                                                                                                                                                        |            |          |               |            |
      And these remedies
        | rule  | say instead                                                                                                                     |
        | DK-01 | explain the term next to it: the benefit, the part concerned and the amount; or prove it by an analysis of the whole life cycle |

    Scenario Outline: General term without life-cycle analysis or explanation
      Given claim types is <claim_types>
      And location of the specification is <location of the specification>
      And full life cycle considered is <full_life_cycle_considered>
      And recognised excellence is <reep_basis>
      When evaluated as of 2026-11-29
      Then rule DK-01 <DK-01>

      Examples:
        | claim_types                | location of the specification | full_life_cycle_considered | reep_basis               | DK-01         |
        | generic                    | no specification              | no                         | no recognised excellence | holds         |
        | social and environmental   | no specification              | no                         | no recognised excellence | does not hold |
        | generic                    | on the same medium            | no                         | no recognised excellence | does not hold |
        | generic                    | no specification              | yes                        | no recognised excellence | does not hold |
        | generic                    | no specification              | no                         | EU Ecolabel              | does not hold |
        | absolute                   | no specification              | no                         | no recognised excellence | holds         |
        | absolute, recycled content | no specification              | no                         | no recognised excellence | does not hold |
        | absolute                   | on the same medium            | no                         | no recognised excellence | does not hold |
        | absolute                   | no specification              | yes                        | no recognised excellence | does not hold |
        | absolute                   | no specification              | no                         | EU Ecolabel              | does not hold |
        | generic                    | elsewhere only                | yes                        | no recognised excellence | holds         |
        | social and environmental   | elsewhere only                | yes                        | no recognised excellence | does not hold |
        | generic                    | elsewhere only                | yes                        | EU Ecolabel              | does not hold |

  Rule: General term although other burdens reduce the benefit
    Background:
      Given these verdict rules
        | id    | rule                                                                | when                                                                                      | verdict    | severity | in force from | basis      |
        | DK-11 | General term although other burdens considerably reduce the benefit | claim types includes any of generic; benefit considerably reduced by other burdens is yes | misleading | major    | 2017-07-01    | fo-burdens |
      And these remedies
        | rule  | say instead                                                                                    |
        | DK-11 | delete the general term; state the benefit itself, with its amount and the burdens that remain |

    Scenario Outline: An explained general term about a car with considerable burdens over its life cycle
      Given claim types is <claim_types>
      And location of the specification is on the same medium
      And full life cycle considered is no
      And benefit considerably reduced by other burdens is <burdens_reduce_benefit>
      When evaluated as of 2026-11-29
      Then rule DK-11 <DK-11>
      And the verdict is <verdict>

      Examples:
        | claim_types        | burdens_reduce_benefit | DK-11         | verdict    |
        | generic            | yes                    | holds         | misleading |
        | generic            | no                     | does not hold | ok         |
        | specific attribute | yes                    | does not hold | ok         |

  Rule: Sustainable claimed without proof of all its aspects
    Background:
      Given these verdict rules
        | id    | rule                                                 | when                                                                                                                                                                              | verdict    | severity | in force from | basis          |
        | DK-02 | Sustainable claimed without proof of all its aspects | claim types includes any of social and environmental; full life cycle considered is no                                                                                            | misleading | major    | 2017-07-01    | fo-sustainable |
        | DK-02 |                                                      | claim types includes any of social and environmental; social aspects substantiated is no                                                                                          |            |          |               |                |
        | DK-02 |                                                      | claim types includes any of social and environmental; location of the specification is one of no specification, elsewhere only; recognised excellence is no recognised excellence |            |          |               |                |
      And these remedies
        | rule  | say instead                                                                                |
        | DK-02 | do not use the word sustainable; state the property itself, with its value and certificate |

    Scenario Outline: Sustainable claimed without proof of all its aspects
      Given claim types is <claim_types>
      And full life cycle considered is <full_life_cycle_considered>
      And social aspects substantiated is <social_aspects_substantiated>
      When evaluated as of 2026-11-29
      Then rule DK-02 <DK-02>

      Examples:
        | claim_types              | full_life_cycle_considered | social_aspects_substantiated | DK-02         |
        | social and environmental | no                         | yes                          | holds         |
        | social and environmental | yes                        | no                           | holds         |
        | generic                  | yes                        | no                           | does not hold |

    Scenario Outline: Rule DK-02 does not apply to a specified claim or with recognised excellence
      Given location of the specification is <location of the specification>
      And claim types is social and environmental
      And recognised excellence is <reep_basis>
      When evaluated as of 2026-11-29
      Then rule DK-02 does not hold

      Examples:
        | location of the specification | reep_basis               |
        | on the same medium            | no recognised excellence |
        | no specification              | EU Ecolabel              |

  Rule: Correct, complete and documented claims
    Background:
      Given these verdict rules
        | id    | rule                                    | when                                   | verdict    | severity | in force from | basis  |
        | DK-03 | Factual statements without documents    | claim substantiated is no              | misleading | major    | 2017-07-01    | mfl-13 |
        | DK-04 | Claim false or misleading as a whole    | claim truthful and accurate is no      | misleading | major    | 2017-07-01    | mfl-5  |
        | DK-04 |                                         | overall presentation fair is no        |            |          |               |        |
        | DK-04 |                                         | visuals fair is no                     |            |          |               |        |
        | DK-05 | Material information omitted or unclear | no important information omitted is no | misleading | major    | 2017-07-01    | mfl-6  |
        | DK-05 |                                         | claim clear and unambiguous is no      |            |          |               |        |
      And these remedies
        | rule  | say instead                                                                                                         |
        | DK-03 | claim only what a test, footprint or record of this product proves; otherwise delete the claim                      |
        | DK-04 | state only proven facts of this product, and remove words and pictures that make the product look better than it is |
        | DK-05 | state in the same advertisement the meaning of the claim, the part concerned, the conditions and the limits         |

    Scenario: Factual statements without documents
      Given claim substantiated is no
      When evaluated as of 2026-11-29
      Then rule DK-03 holds

    Scenario: Claim false or misleading as a whole
      Given claim truthful and accurate is no
      When evaluated as of 2026-11-29
      Then rule DK-04 holds

    Scenario: Rule DK-04 also applies to an unfair overall presentation
      Given overall presentation fair is no
      When evaluated as of 2026-11-29
      Then rule DK-04 holds

    Scenario: Rule DK-04 also applies to unfair visuals
      Given visuals fair is no
      When evaluated as of 2026-11-29
      Then rule DK-04 holds

    Scenario: Material information omitted or unclear
      Given no important information omitted is no
      When evaluated as of 2026-11-29
      Then rule DK-05 holds

    Scenario: Rule DK-05 also applies to an unclear claim
      Given claim clear and unambiguous is no
      When evaluated as of 2026-11-29
      Then rule DK-05 holds

  Rule: Neutrality claims and aims
    Background:
      Given these verdict rules
        | id    | rule                                                                   | when                                                                                                                                                        | verdict    | severity | in force from | basis   |
        | DK-06 | Neutrality by compensation that is not shown to last, or not explained | claim types includes any of neutral by offsets; storage long enough for the claim is no                                                                     | misleading | major    | 2017-07-01    | fo-comp |
        | DK-06 |                                                                        | claim types includes any of net zero; offsets used is yes; storage long enough for the claim is no                                                          |            |          |               |         |
        | DK-06 |                                                                        | claim types includes any of neutral by offsets, neutral without offsets, net zero; location of the specification is one of no specification, elsewhere only |            |          |               |         |
        | DK-07 | Aim without a verified plan                                            | claim types includes any of future; detailed and realistic plan is no                                                                                       | misleading | major    | 2017-07-01    | fo-plan |
        | DK-07 |                                                                        | claim types includes any of future; regular independent verification is no                                                                                  |            |          |               |         |
      And these remedies
        | rule  | say instead                                                                                                                                        |
        | DK-06 | do not use the words neutral or compensated; state the measure: the amount paid for a named project, the quantity it stores and for how many years |
        | DK-07 | have the plan verified by an independent body, and state only imminent reductions; otherwise state what was achieved                               |

    Scenario Outline: Neutrality by compensation that is not shown to last, or not explained
      Given claim types is <claim_types>
      And storage long enough for the claim is <storage_long_enough>
      And offsets used is <offsets_used>
      And location of the specification is <location of the specification>
      When evaluated as of 2026-11-29
      Then rule DK-06 <DK-06>

      Examples:
        | claim_types        | storage_long_enough | offsets_used | location of the specification | DK-06         |
        | neutral by offsets | no                  | no           | on the same medium            | holds         |
        | generic            | no                  | no           | on the same medium            | does not hold |
        | neutral by offsets | yes                 | no           | on the same medium            | does not hold |
        | net zero           | no                  | yes          | on the same medium            | holds         |
        | generic            | no                  | yes          | on the same medium            | does not hold |
        | net zero           | no                  | no           | on the same medium            | does not hold |
        | net zero           | yes                 | yes          | on the same medium            | does not hold |
        | neutral by offsets | yes                 | no           | no specification              | holds         |

    Scenario Outline: Aim without a verified plan
      Given claim types is <claim_types>
      And detailed and realistic plan is <future_detailed_plan>
      And regular independent verification is <future_expert_verification>
      When evaluated as of 2026-11-29
      Then rule DK-07 <DK-07>

      Examples:
        | claim_types | future_detailed_plan | future_expert_verification | DK-07         |
        | future      | no                   | yes                        | holds         |
        | generic     | no                   | yes                        | does not hold |
        | future      | yes                  | yes                        | does not hold |
        | future      | yes                  | no                         | holds         |
        | generic     | yes                  | no                         | does not hold |

  Rule: Parts, marks and comparisons
    Background:
      Given these verdict rules
        | id    | rule                                         | when                                                                                              | verdict    | severity | in force from | basis   |
        | DK-08 | Part of the product presented as the whole   | asserted scope is the whole; scope covered by the evidence is only part of the asserted scope     | misleading | major    | 2017-07-01    | fo-part |
        | DK-09 | Trader's own mark without a stated basis     | claim types includes any of label; kind of label is self-declared; basis of the seal stated is no | misleading | major    | 2017-07-01    | fo-mark |
        | DK-10 | Comparison of things that are not comparable | claim types includes any of comparative; comparison fair and meaningful is no                     | misleading | major    | 2017-07-01    | mfl-21  |
        | DK-10 |                                              | claim types includes any of comparative; like compared with like is no                            |            |          |               |         |
      And these remedies
        | rule  | say instead                                                                                                                             |
        | DK-08 | name the part or share to which the claim applies, for example: bottle of 100 % recycled plastic, without cap and label                 |
        | DK-09 | remove the mark, or state next to it its meaning and the data on which it is based                                                      |
        | DK-10 | state the percentage difference, the compared product and the aspect, for the same function, boundary, method and year, with the source |

    Scenario Outline: Part of the product presented as the whole
      Given asserted scope is <subject_asserted_scope>
      And scope covered by the evidence is only part of the asserted scope
      When evaluated as of 2026-11-29
      Then rule DK-08 <DK-08>

      Examples:
        | subject_asserted_scope | DK-08         |
        | the whole              | holds         |
        | a part                 | does not hold |

    Scenario Outline: Trader's own mark without a stated basis
      Given claim types is <claim_types>
      And kind of label is <label_kind>
      And basis of the seal stated is <seal_basis_stated>
      When evaluated as of 2026-11-29
      Then rule DK-09 <DK-09>

      Examples:
        | claim_types | label_kind                         | seal_basis_stated | DK-09         |
        | label       | self-declared                      | no                | holds         |
        | generic     | self-declared                      | no                | does not hold |
        | label       | of a public authority in the Union | no                | does not hold |
        | label       | self-declared                      | yes               | does not hold |

    Scenario Outline: Comparison of things that are not comparable
      Given claim types is <claim_types>
      And comparison fair and meaningful is <comparison_fair>
      And like compared with like is <comparison_like_with_like>
      When evaluated as of 2026-11-29
      Then rule DK-10 <DK-10>

      Examples:
        | claim_types | comparison_fair | comparison_like_with_like | DK-10         |
        | comparative | no              | yes                       | holds         |
        | generic     | no              | yes                       | does not hold |
        | comparative | yes             | yes                       | does not hold |
        | comparative | yes             | no                        | holds         |
        | generic     | yes             | no                        | does not hold |

  Rule: Effective dates of the rules

    Scenario Outline: A rule is not in force before its first day
      Given display period is <display>
      When evaluated as of 2026-11-29
      Then rule <rule>

      Examples:
        | display                  | rule                  |
        | 2017-06-30 to 2017-06-30 | DK-01 is not in force |
        | 2017-06-30 to 2017-06-30 | DK-03 is not in force |
        | 2017-06-30 to 2017-06-30 | DK-11 is not in force |
        | 2017-07-01 to 2017-07-01 | DK-11 does not hold   |
