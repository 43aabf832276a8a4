# language: en
Feature: Rules · Green claims in Belgium
  Each rule with its verdict, its effective period, and the recommended wording.

  Background:
    Given the scorecard green-claim-be
    And the scorecard applies when kind of communication is commercial
    And verdicts are governed by display period, otherwise ok on basis otherwise

  Rule: Vague word without an explanation next to it
    Background:
      Given these verdict rules
        | id    | rule                                         | when                                                                                                                                                                                                                                                                                                                                         | verdict    | severity | in force from | basis                |
        | BE-01 | Vague word without an explanation next to it | claim types includes any of generic, social and environmental; location of the specification is one of no specification, elsewhere only; recognised excellence is no recognised excellence                                                                                                                                                   | misleading | major    | 2014-05-31    | spf-vague, jep-vague |
        | BE-01 |                                              | claim types includes any of absolute; claim types includes none of recycled content, recyclable, degradable, compostable, renewable energy, renewable material, quantified footprint, durability, repairability; location of the specification is one of no specification, elsewhere only; recognised excellence is no recognised excellence |            |          |               |                      |
      And these remedies
        | rule  | say instead                                                                                              |
        | BE-01 | explain the word next to it: the benefit, the stage of the life cycle, the part concerned and the amount |

    Scenario Outline: Vague word without an explanation next to it
      Given claim types is <claim_types>
      And location of the specification is <location of the specification>
      And recognised excellence is <reep_basis>
      When evaluated as of 2026-11-20
      Then rule BE-01 <BE-01>

      Examples:
        | claim_types                | location of the specification | reep_basis               | BE-01         |
        | social and environmental   | no specification              | no recognised excellence | holds         |
        | generic                    | elsewhere only                | no recognised excellence | holds         |
        | specific attribute         | no specification              | no recognised excellence | does not hold |
        | generic                    | on the same medium            | no recognised excellence | does not hold |
        | generic                    | no specification              | EU Ecolabel              | does not hold |
        | absolute                   | no specification              | no recognised excellence | holds         |
        | absolute, recycled content | no specification              | no recognised excellence | does not hold |
        | absolute                   | on the same medium            | no recognised excellence | does not hold |
        | absolute                   | no specification              | national type I label    | does not hold |

  Rule: Correct, complete and proven claims
    Background:
      Given these verdict rules
        | id    | rule                                                      | when                                                                                          | verdict    | severity | in force from | basis                    |
        | BE-02 | Claim not proven by the trader                            | claim substantiated is no                                                                     | misleading | major    | 2014-05-31    | cde-proof, spf-proof     |
        | BE-03 | Claim false or misleading as a whole                      | claim truthful and accurate is no                                                             | misleading | major    | 2014-05-31    | cde-97, cde-95, jep-code |
        | BE-03 |                                                           | overall presentation fair is no                                                               |            |          |               |                          |
        | BE-03 |                                                           | visuals fair is no                                                                            |            |          |               |                          |
        | BE-04 | Claim about the whole with evidence for a part or a stage | asserted scope is the whole; scope covered by the evidence is only part of the asserted scope | misleading | major    | 2014-05-31    | spf-part, jep-code       |
        | BE-05 | Important information hidden or unclear                   | no important information omitted is no                                                        | misleading | major    | 2014-05-31    | cde-99                   |
        | BE-05 |                                                           | claim clear and unambiguous is no                                                             |            |          |               |                          |
      And these remedies
        | rule  | say instead                                                                                                         |
        | BE-02 | claim only what a test, footprint or record of this product proves; otherwise delete the claim                      |
        | BE-03 | state only proven facts of this product, and remove words and pictures that make the product look better than it is |
        | BE-04 | name the part or the stage of the life cycle that the claim concerns, for example: box of 100 % recycled cardboard  |
        | BE-05 | state in the same advertisement the meaning of the claim, the part concerned, the conditions and the limits         |

    Scenario: Claim not proven by the trader
      Given claim substantiated is no
      When evaluated as of 2026-11-20
      Then rule BE-02 holds

    Scenario: Claim false or misleading as a whole
      Given claim truthful and accurate is no
      When evaluated as of 2026-11-20
      Then rule BE-03 holds

    Scenario: Rule BE-03 also applies to an unfair overall presentation
      Given overall presentation fair is no
      When evaluated as of 2026-11-20
      Then rule BE-03 holds

    Scenario: Rule BE-03 also applies to unfair visuals
      Given visuals fair is no
      When evaluated as of 2026-11-20
      Then rule BE-03 holds

    Scenario Outline: Claim about the whole with evidence for a part or a stage
      Given asserted scope is <subject_asserted_scope>
      And scope covered by the evidence is only part of the asserted scope
      When evaluated as of 2026-11-20
      Then rule BE-04 <BE-04>

      Examples:
        | subject_asserted_scope | BE-04         |
        | the whole              | holds         |
        | a part                 | does not hold |

    Scenario: Important information hidden or unclear
      Given no important information omitted is no
      When evaluated as of 2026-11-20
      Then rule BE-05 holds

    Scenario: Rule BE-05 also applies to an unclear claim
      Given claim clear and unambiguous is no
      When evaluated as of 2026-11-20
      Then rule BE-05 holds

  Rule: Neutrality and aims
    Background:
      Given these verdict rules
        | id    | rule                                                           | when                                                                                                                                                        | verdict    | severity | in force from | basis       |
        | BE-06 | Neutrality not explained, or too absolute for its compensation | claim types includes any of neutral by offsets, neutral without offsets, net zero; location of the specification is one of no specification, elsewhere only | misleading | major    | 2014-05-31    | jep-neutral |
        | BE-06 |                                                                | claim types includes any of neutral by offsets, net zero; basis stated in the claim is no                                                                   |            |          |               |             |
        | BE-06 |                                                                | claim types includes any of neutral by offsets; absolute wording is yes                                                                                     |            |          |               |             |
        | BE-06 |                                                                | claim types includes any of net zero; offsets used is yes; absolute wording is yes                                                                          |            |          |               |             |
        | BE-07 | Aim without a plan and dated targets                           | claim types includes any of future; detailed and realistic plan is no                                                                                       | misleading | major    | 2014-05-31    | be-aim      |
        | BE-07 |                                                                | claim types includes any of future; measurable targets with dates is no                                                                                     |            |          |               |             |
      And these remedies
        | rule  | say instead                                                                                                                       |
        | BE-06 | do not use the words climate neutral; state next to the claim the emissions that remain, the compensated quantity and the project |
        | BE-07 | state that it is an aim, with the plan, the dated targets and the results so far; otherwise state only what was achieved          |

    Scenario Outline: Neutrality not explained, or too absolute for its compensation
      Given claim types is <claim_types>
      And location of the specification is <location of the specification>
      And basis stated in the claim is <basis_in_claim>
      And offsets used is <offsets_used>
      And absolute wording is <absolute_wording>
      When evaluated as of 2026-11-20
      Then rule BE-06 <BE-06>

      Examples:
        | claim_types             | location of the specification | basis_in_claim | offsets_used | absolute_wording | BE-06         |
        | neutral by offsets      | no specification              | yes            | yes          | no               | holds         |
        | neutral without offsets | elsewhere only                | yes            | no           | no               | holds         |
        | neutral by offsets      | on the same medium            | yes            | yes          | no               | does not hold |
        | neutral by offsets      | on the same medium            | no             | yes          | no               | holds         |
        | net zero                | on the same medium            | no             | yes          | no               | holds         |
        | neutral without offsets | on the same medium            | no             | no           | no               | does not hold |
        | neutral by offsets      | on the same medium            | yes            | yes          | yes              | holds         |
        | net zero                | on the same medium            | yes            | yes          | yes              | holds         |
        | net zero                | on the same medium            | yes            | no           | yes              | does not hold |
        | net zero                | on the same medium            | yes            | yes          | no               | does not hold |
        | specific attribute      | on the same medium            | yes            | yes          | yes              | does not hold |

    Scenario Outline: Aim without a plan and dated targets
      Given claim types is <claim_types>
      And detailed and realistic plan is <future_detailed_plan>
      And measurable targets with dates is <future_measurable_targets>
      When evaluated as of 2026-11-20
      Then rule BE-07 <BE-07>

      Examples:
        | claim_types | future_detailed_plan | future_measurable_targets | BE-07         |
        | future      | no                   | yes                       | holds         |
        | generic     | no                   | yes                       | does not hold |
        | future      | yes                  | yes                       | does not hold |
        | future      | yes                  | no                        | holds         |
        | generic     | yes                  | no                        | does not hold |

  Rule: Comparisons, labels and advantages
    Background:
      Given these verdict rules
        | id    | rule                                                                    | when                                                                                                               | verdict    | severity | in force from | basis               |
        | BE-08 | Comparison without a named object, or of things that are not comparable | claim types includes any of comparative; location of the specification is one of no specification, elsewhere only  | misleading | major    | 2014-05-31    | spf-compare, cde-17 |
        | BE-08 |                                                                         | claim types includes any of comparative; comparison fair and meaningful is no                                      |            |          |               |                     |
        | BE-08 |                                                                         | claim types includes any of comparative; like compared with like is no                                             |            |          |               |                     |
        | BE-09 | Label without an explanation of its meaning                             | claim types includes any of label; basis of the seal stated is no                                                  | misleading | major    | 2014-05-31    | spf-label           |
        | BE-10 | Legal duty or common practice presented as an extra effort              | claim types includes any of legal requirement; legal requirement or usual property presented as distinctive is yes | misleading | major    | 2014-05-31    | spf-usual           |
        | BE-10 |                                                                         | benefit relevant is no                                                                                             |            |          |               |                     |
      And these remedies
        | rule  | say instead                                                                                                                             |
        | BE-08 | state the percentage difference, the compared product and the aspect, for the same function, boundary, method and year, with the source |
        | BE-09 | state next to the label its meaning, the issuer and the criteria                                                                        |
        | BE-10 | delete the claim; name an effort that law and common practice do not require                                                            |

    Scenario Outline: Comparison without a named object, or of things that are not comparable
      Given claim types is <claim_types>
      And location of the specification is <location of the specification>
      And comparison fair and meaningful is <comparison_fair>
      And like compared with like is <comparison_like_with_like>
      When evaluated as of 2026-11-20
      Then rule BE-08 <BE-08>

      Examples:
        | claim_types | location of the specification | comparison_fair | comparison_like_with_like | BE-08         |
        | comparative | no specification              | yes             | yes                       | holds         |
        | comparative | on the same medium            | yes             | yes                       | does not hold |
        | comparative | on the same medium            | no              | yes                       | holds         |
        | generic     | on the same medium            | no              | yes                       | does not hold |
        | comparative | on the same medium            | yes             | no                        | holds         |
        | generic     | on the same medium            | yes             | no                        | does not hold |

    Scenario Outline: Label without an explanation of its meaning
      Given claim types is <claim_types>
      And basis of the seal stated is <seal_basis_stated>
      When evaluated as of 2026-11-20
      Then rule BE-09 <BE-09>

      Examples:
        | claim_types | seal_basis_stated | BE-09         |
        | label       | no                | holds         |
        | generic     | no                | does not hold |
        | label       | yes               | does not hold |

    Scenario Outline: Legal duty or common practice presented as an extra effort
      Given claim types is <claim_types>
      And legal requirement or usual property presented as distinctive is <presented_as_distinctive>
      And benefit relevant is <benefit_relevant>
      When evaluated as of 2026-11-20
      Then rule BE-10 <BE-10>

      Examples:
        | claim_types        | presented_as_distinctive | benefit_relevant | BE-10         |
        | legal requirement  | yes                      | yes              | holds         |
        | generic            | yes                      | yes              | does not hold |
        | legal requirement  | no                       | yes              | does not hold |
        | specific attribute | no                       | no               | holds         |

  Rule: Effective dates of the rules

    Scenario Outline: A rule is not in force before its first day
      Given display period is <display>
      When evaluated as of 2026-11-20
      Then rule <rule>

      Examples:
        | display                  | rule                  |
        | 2014-05-30 to 2014-05-30 | BE-01 is not in force |
        | 2014-05-30 to 2014-05-30 | BE-02 is not in force |
