# language: en
Feature: Rules · Green claims in the Netherlands
  Each rule with its verdict, its effective period, and the recommended wording.

  Background:
    Given the scorecard green-claim-nl
    And the scorecard applies when kind of communication is commercial
    And verdicts are governed by display period, otherwise ok on basis otherwise

  Rule: Vague term without specification
    Background:
      Given these verdict rules
        | id    | rule                             | when                                                                                                                                                                                                                                                                                                                                         | verdict    | severity | in force from | basis      |
        | NL-01 | Vague term without specification | claim types includes any of generic, social and environmental; location of the specification is one of no specification, elsewhere only; recognised excellence is no recognised excellence                                                                                                                                                   | misleading | major    | 2008-10-15    | acm-1, cdr |
        | NL-01 |                                  | claim types includes any of absolute; claim types includes none of recycled content, recyclable, degradable, compostable, renewable energy, renewable material, quantified footprint, durability, repairability; location of the specification is one of no specification, elsewhere only; recognised excellence is no recognised excellence |            |          |               |            |
      And these remedies
        | rule  | say instead                                                                               |
        | NL-01 | replace the term on the same medium by the benefit itself: aspect, part, amount and basis |

    Scenario Outline: Vague term without specification
      Given claim types is <claim_types>
      And location of the specification is <location of the specification>
      And recognised excellence is <reep_basis>
      When evaluated as of 2026-11-20
      Then rule NL-01 <NL-01>

      Examples:
        | claim_types                | location of the specification | reep_basis               | NL-01         |
        | generic                    | no specification              | no recognised excellence | holds         |
        | specific attribute         | no specification              | no recognised excellence | does not hold |
        | generic                    | on the same medium            | no recognised excellence | does not hold |
        | generic                    | no specification              | EU Ecolabel              | does not hold |
        | absolute                   | no specification              | no recognised excellence | holds         |
        | absolute, recycled content | no specification              | no recognised excellence | does not hold |
        | absolute                   | on the same medium            | no recognised excellence | does not hold |
        | absolute                   | no specification              | EU Ecolabel              | does not hold |

  Rule: Correct, complete and proven claims
    Background:
      Given these verdict rules
        | id    | rule                                    | when                                                                                          | verdict    | severity | in force from | basis                |
        | NL-02 | Claim not proven by the trader          | claim substantiated is no                                                                     | misleading | major    | 2008-10-15    | bw-193j, bw-194, cdr |
        | NL-03 | Claim false or misleading as a whole    | claim truthful and accurate is no                                                             | misleading | major    | 2008-10-15    | bw-193c, bw-194      |
        | NL-03 |                                         | overall presentation fair is no                                                               |            |          |               |                      |
        | NL-03 |                                         | visuals fair is no                                                                            |            |          |               |                      |
        | NL-03 |                                         | asserted scope is the whole; scope covered by the evidence is only part of the asserted scope |            |          |               |                      |
        | NL-04 | Material information omitted or unclear | no important information omitted is no                                                        | misleading | major    | 2008-10-15    | bw-193d, bw-194      |
        | NL-04 |                                         | claim clear and unambiguous is no                                                             |            |          |               |                      |
      And these remedies
        | rule  | say instead                                                                                                         |
        | NL-02 | claim only what a test, footprint or record of this product proves; otherwise delete the claim                      |
        | NL-03 | state only proven facts of this product, and remove words and pictures that make the product look better than it is |
        | NL-04 | state in the same advertisement the meaning of the claim, the part concerned, the conditions and the limits         |

    Scenario: Claim not proven by the trader
      Given claim substantiated is no
      When evaluated as of 2026-11-20
      Then rule NL-02 holds

    Scenario Outline: Claim false or misleading as a whole
      Given claim truthful and accurate is <truthful>
      And asserted scope is <subject_asserted_scope>
      And scope covered by the evidence is <evidence_covers>
      When evaluated as of 2026-11-20
      Then rule NL-03 <NL-03>

      Examples:
        | truthful | subject_asserted_scope | evidence_covers                 | NL-03         |
        | no       | the whole              | the whole asserted scope        | holds         |
        | yes      | the whole              | only part of the asserted scope | holds         |
        | yes      | a part                 | only part of the asserted scope | does not hold |

    Scenario: Rule NL-03 also applies to an unfair overall presentation
      Given overall presentation fair is no
      When evaluated as of 2026-11-20
      Then rule NL-03 holds

    Scenario: Rule NL-03 also applies to unfair visuals
      Given visuals fair is no
      When evaluated as of 2026-11-20
      Then rule NL-03 holds

    Scenario: Material information omitted or unclear
      Given no important information omitted is no
      When evaluated as of 2026-11-20
      Then rule NL-04 holds

    Scenario: Rule NL-04 also applies to an unclear claim
      Given claim clear and unambiguous is no
      When evaluated as of 2026-11-20
      Then rule NL-04 holds

  Rule: Compensation
    Background:
      Given these verdict rules
        | id    | rule                                         | when                                                                                                                                                        | verdict    | severity | in force from | basis       |
        | NL-05 | Compensation mentioned without explanation   | claim types includes any of neutral by offsets, neutral without offsets, net zero; location of the specification is one of no specification, elsewhere only | misleading | major    | 2008-10-15    | acm-co2     |
        | NL-05 |                                              | claim types includes any of neutral by offsets, net zero; basis stated in the claim is no                                                                   |            |          |               |             |
        | NL-06 | Neutrality by compensation that may not last | claim types includes any of neutral by offsets; storage long enough for the claim is no                                                                     | misleading | major    | 2008-10-15    | rcc-storage |
        | NL-06 |                                              | claim types includes any of net zero; offsets used is yes; storage long enough for the claim is no                                                          |            |          |               |             |
      And these remedies
        | rule  | say instead                                                                                                       |
        | NL-05 | do not use the word neutral; state the emissions, the reduction and the payments, the project and the calculation |
        | NL-06 | do not use the word neutral; describe the contribution to the project separately, with its storage period         |

    Scenario Outline: Compensation mentioned without explanation
      Given claim types is <claim_types>
      And location of the specification is <location of the specification>
      And basis stated in the claim is <basis_in_claim>
      When evaluated as of 2026-11-20
      Then rule NL-05 <NL-05>

      Examples:
        | claim_types        | location of the specification | basis_in_claim | NL-05         |
        | neutral by offsets | no specification              | yes            | holds         |
        | neutral by offsets | on the same medium            | no             | holds         |
        | generic            | on the same medium            | no             | does not hold |

    Scenario Outline: Neutrality by compensation that may not last
      Given claim types is <claim_types>
      And storage long enough for the claim is <storage_long_enough>
      And offsets used is <offsets_used>
      When evaluated as of 2026-11-20
      Then rule NL-06 <NL-06>

      Examples:
        | claim_types        | storage_long_enough | offsets_used | NL-06         |
        | neutral by offsets | no                  | no           | holds         |
        | generic            | no                  | no           | does not hold |
        | net zero           | no                  | yes          | holds         |
        | generic            | no                  | yes          | does not hold |
        | net zero           | no                  | no           | does not hold |
        | net zero           | yes                 | yes          | does not hold |

  Rule: Comparisons, ambitions, labels and advantages
    Background:
      Given these verdict rules
        | id    | rule                                                          | when                                                                                                               | verdict    | severity | in force from | basis       |
        | NL-07 | Comparison unfair or without a named comparator               | claim types includes any of comparative; comparison fair and meaningful is no                                      | misleading | major    | 2008-10-15    | acm-3       |
        | NL-07 |                                                               | claim types includes any of comparative; like compared with like is no                                             |            |          |               |             |
        | NL-07 |                                                               | claim types includes any of comparative; location of the specification is one of no specification, elsewhere only  |            |          |               |             |
        | NL-08 | Ambition that is not concrete and measurable                  | claim types includes any of future; detailed and realistic plan is no                                              | misleading | major    | 2008-10-15    | acm-4, cdr  |
        | NL-08 |                                                               | claim types includes any of future; measurable targets with dates is no                                            |            |          |               |             |
        | NL-09 | Label without a stated basis                                  | claim types includes any of label; basis of the seal stated is no                                                  | misleading | major    | 2008-10-15    | acm-5       |
        | NL-10 | Usual property or legal requirement presented as an advantage | claim types includes any of legal requirement; legal requirement or usual property presented as distinctive is yes | misleading | major    | 2008-10-15    | acm-1-usual |
        | NL-10 |                                                               | benefit relevant is no                                                                                             |            |          |               |             |
      And these remedies
        | rule  | say instead                                                                                                                             |
        | NL-07 | state the percentage difference, the compared product and the aspect, for the same function, boundary, method and year, with the source |
        | NL-08 | state that it is an aim, and publish the plan, dated targets and yearly results; otherwise state only what was achieved                 |
        | NL-09 | state next to the label its meaning, the issuer and the criteria                                                                        |
        | NL-10 | delete the claim; name a benefit that this product has over others                                                                      |

    Scenario Outline: Comparison unfair or without a named comparator
      Given claim types is <claim_types>
      And comparison fair and meaningful is <comparison_fair>
      And like compared with like is <comparison_like_with_like>
      When evaluated as of 2026-11-20
      Then rule NL-07 <NL-07>

      Examples:
        | claim_types | comparison_fair | comparison_like_with_like | NL-07         |
        | comparative | no              | yes                       | holds         |
        | generic     | no              | yes                       | does not hold |
        | comparative | yes             | yes                       | does not hold |
        | comparative | yes             | no                        | holds         |
        | generic     | yes             | no                        | does not hold |

    Scenario: Rule NL-07 also applies to a comparison without specification
      Given claim types is comparative
      And location of the specification is no specification
      When evaluated as of 2026-11-20
      Then rule NL-07 holds

    Scenario Outline: Ambition that is not concrete and measurable
      Given claim types is <claim_types>
      And detailed and realistic plan is <future_detailed_plan>
      And measurable targets with dates is <future_measurable_targets>
      When evaluated as of 2026-11-20
      Then rule NL-08 <NL-08>

      Examples:
        | claim_types | future_detailed_plan | future_measurable_targets | NL-08         |
        | future      | no                   | yes                       | holds         |
        | generic     | no                   | yes                       | does not hold |
        | future      | yes                  | yes                       | does not hold |
        | future      | yes                  | no                        | holds         |
        | generic     | yes                  | no                        | does not hold |

    Scenario Outline: Label without a stated basis
      Given claim types is <claim_types>
      And basis of the seal stated is <seal_basis_stated>
      When evaluated as of 2026-11-20
      Then rule NL-09 <NL-09>

      Examples:
        | claim_types | seal_basis_stated | NL-09         |
        | label       | no                | holds         |
        | generic     | no                | does not hold |
        | label       | yes               | does not hold |

    Scenario Outline: Usual property or legal requirement presented as an advantage
      Given claim types is <claim_types>
      And legal requirement or usual property presented as distinctive is <presented_as_distinctive>
      And benefit relevant is <benefit_relevant>
      When evaluated as of 2026-11-20
      Then rule NL-10 <NL-10>

      Examples:
        | claim_types        | presented_as_distinctive | benefit_relevant | NL-10         |
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
        | 2008-10-14 to 2008-10-14 | NL-01 is not in force |
        | 2008-10-14 to 2008-10-14 | NL-02 is not in force |
