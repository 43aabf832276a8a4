# language: en
Feature: Rules · Green claims in Spain
  Each rule with its verdict, its effective period, and the recommended wording.

  Background:
    Given the scorecard green-claim-es
    And the scorecard applies when kind of communication is commercial
    And verdicts are governed by display period, otherwise ok on basis otherwise

  Rule: Correct, complete and proven claims
    Background:
      Given these verdict rules
        | id    | rule                                               | when                                   | verdict    | severity | in force from | basis      |
        | ES-01 | Claim false or misleading as a whole               | claim truthful and accurate is no      | misleading | major    | 2010-01-01    | es-5       |
        | ES-01 |                                                    | overall presentation fair is no        |            |          |               |            |
        | ES-01 |                                                    | visuals fair is no                     |            |          |               |            |
        | ES-02 | Material information omitted, unclear or ambiguous | no important information omitted is no | misleading | major    | 2010-01-01    | es-7       |
        | ES-02 |                                                    | claim clear and unambiguous is no      |            |          |               |            |
        | ES-03 | Unproven claim                                     | claim substantiated is no              | misleading | major    | 2010-01-01    | es-5-proof |
      And these remedies
        | rule  | say instead                                                                                                         |
        | ES-01 | state only proven facts of this product, and remove words and pictures that make the product look better than it is |
        | ES-02 | state in the same advertisement the meaning of the claim, the part concerned, the conditions and the limits         |
        | ES-03 | claim only what a test, footprint or record of this product proves; otherwise delete the claim                      |

    Scenario: Claim false or misleading as a whole
      Given claim truthful and accurate is no
      When evaluated as of 2026-11-20
      Then rule ES-01 holds

    Scenario: Rule ES-01 also applies to an unfair overall presentation
      Given overall presentation fair is no
      When evaluated as of 2026-11-20
      Then rule ES-01 holds

    Scenario: Rule ES-01 also applies to unfair visuals
      Given visuals fair is no
      When evaluated as of 2026-11-20
      Then rule ES-01 holds

    Scenario: Rule ES-01 is not in force before 2010-01-01
      Given display period is 2009-12-31 to 2009-12-31
      When evaluated as of 2026-11-20
      Then rule ES-01 is not in force

    Scenario: Material information omitted, unclear or ambiguous
      Given no important information omitted is no
      When evaluated as of 2026-11-20
      Then rule ES-02 holds

    Scenario: Rule ES-02 also applies to an unclear claim
      Given claim clear and unambiguous is no
      When evaluated as of 2026-11-20
      Then rule ES-02 holds

    Scenario: Unproven claim
      Given claim substantiated is no
      When evaluated as of 2026-11-20
      Then rule ES-03 holds

  Rule: Vague term without specification
    Background:
      Given these verdict rules
        | id    | rule                             | when                                                                                                                                                                                                                                                                                                                                         | verdict    | severity | in force from | basis      |
        | ES-04 | Vague term without specification | claim types includes any of generic; location of the specification is one of no specification, elsewhere only; recognised excellence is no recognised excellence                                                                                                                                                                             | misleading | major    | 2010-01-01    | es-7-words |
        | ES-04 |                                  | claim types includes any of absolute; claim types includes none of recycled content, recyclable, degradable, compostable, renewable energy, renewable material, quantified footprint, durability, repairability; location of the specification is one of no specification, elsewhere only; recognised excellence is no recognised excellence |            |          |               |            |
      And these remedies
        | rule  | say instead                                                                       |
        | ES-04 | replace the term on the same medium by its meaning: aspect, part, value and basis |

    Scenario Outline: Vague term without specification
      Given claim types is <claim_types>
      And location of the specification is <location of the specification>
      And recognised excellence is <reep_basis>
      When evaluated as of 2026-11-20
      Then rule ES-04 <ES-04>

      Examples:
        | claim_types                | location of the specification | reep_basis               | ES-04         |
        | generic                    | no specification              | no recognised excellence | holds         |
        | social and environmental   | no specification              | no recognised excellence | does not hold |
        | generic                    | on the same medium            | no recognised excellence | does not hold |
        | generic                    | no specification              | EU Ecolabel              | does not hold |
        | absolute                   | no specification              | no recognised excellence | holds         |
        | absolute, recycled content | no specification              | no recognised excellence | does not hold |
        | absolute                   | on the same medium            | no recognised excellence | does not hold |
        | absolute                   | no specification              | EU Ecolabel              | does not hold |

  Rule: Neutrality, parts and comparisons
    Background:
      Given these verdict rules
        | id    | rule                                       | when                                                                                                                                                        | verdict    | severity | in force from | basis       |
        | ES-05 | Neutrality claim without explanation       | claim types includes any of neutral by offsets, neutral without offsets, net zero; location of the specification is one of no specification, elsewhere only | misleading | major    | 2010-01-01    | es-7-words  |
        | ES-05 |                                            | claim types includes any of neutral by offsets, net zero; basis stated in the claim is no                                                                   |            |          |               |             |
        | ES-06 | Part of the product presented as the whole | asserted scope is the whole; scope covered by the evidence is only part of the asserted scope                                                               | misleading | major    | 2010-01-01    | es-5-part   |
        | ES-06 |                                            | headline claim excludes some parts is yes                                                                                                                   |            |          |               |             |
        | ES-07 | Comparison without objective criteria      | claim types includes any of comparative; comparison fair and meaningful is no                                                                               | misleading | major    | 2010-01-01    | es-10       |
        | ES-07 |                                            | claim types includes any of comparative; like compared with like is no                                                                                      |            |          |               |             |
        | ES-08 | Comparison without a named comparator      | claim types includes any of comparative; location of the specification is one of no specification, elsewhere only                                           | misleading | major    | 2010-01-01    | es-10-words |
      And these remedies
        | rule  | say instead                                                                                                                             |
        | ES-05 | do not use the word neutral; state the emissions, the reduction and the payments for projects elsewhere, with period and project        |
        | ES-06 | name the part or share to which the claim applies, for example: bottle of 100 % recycled plastic, without cap and label                 |
        | ES-07 | state the percentage difference, the compared product and the aspect, for the same function, boundary, method and year, with the source |
        | ES-08 | state the percentage difference, the compared product and the aspect, for the same function, boundary, method and year, with the source |

    Scenario Outline: Neutrality claim without explanation
      Given claim types is <claim_types>
      And location of the specification is <location of the specification>
      And basis stated in the claim is <basis_in_claim>
      When evaluated as of 2026-11-20
      Then rule ES-05 <ES-05>

      Examples:
        | claim_types        | location of the specification | basis_in_claim | ES-05         |
        | neutral by offsets | no specification              | yes            | holds         |
        | neutral by offsets | on the same medium            | yes            | does not hold |
        | neutral by offsets | on the same medium            | no             | holds         |
        | generic            | on the same medium            | no             | does not hold |

    Scenario Outline: Part of the product presented as the whole
      Given asserted scope is <subject_asserted_scope>
      And scope covered by the evidence is <evidence_covers>
      And headline claim excludes some parts is <headline_excludes_parts>
      When evaluated as of 2026-11-20
      Then rule ES-06 <ES-06>

      Examples:
        | subject_asserted_scope | evidence_covers                 | headline_excludes_parts | ES-06         |
        | the whole              | only part of the asserted scope | no                      | holds         |
        | a part                 | only part of the asserted scope | no                      | does not hold |
        | the whole              | the whole asserted scope        | yes                     | holds         |

    Scenario Outline: Comparison without objective criteria
      Given claim types is <claim_types>
      And comparison fair and meaningful is <comparison_fair>
      And like compared with like is <comparison_like_with_like>
      When evaluated as of 2026-11-20
      Then rule ES-07 <ES-07>

      Examples:
        | claim_types | comparison_fair | comparison_like_with_like | ES-07         |
        | comparative | no              | yes                       | holds         |
        | generic     | no              | yes                       | does not hold |
        | comparative | yes             | no                        | holds         |
        | generic     | yes             | no                        | does not hold |

    Scenario: Comparison without a named comparator
      Given claim types is comparative
      And location of the specification is no specification
      When evaluated as of 2026-11-20
      Then rule ES-08 holds

  Rule: Commitments and seals
    Background:
      Given these verdict rules
        | id    | rule                                 | when                                                                                                                                 | verdict    | severity | in force from | basis    |
        | ES-09 | Commitment without a plan            | claim types includes any of future; detailed and realistic plan is no                                                                | misleading | major    | 2010-01-01    | es-5-aim |
        | ES-09 |                                      | claim types includes any of future; measurable targets with dates is no                                                              |            |          |               |          |
        | ES-10 | Seal displayed without authorisation | audience is consumers; claim types includes any of label; certificate of the label is one of missing or expired, for another product | prohibited | major    | 2010-01-01    | es-21    |
      And these remedies
        | rule  | say instead                                                                                                             |
        | ES-09 | state that it is an aim, and publish the plan, dated targets and yearly results; otherwise state only what was achieved |
        | ES-10 | remove the seal until its owner authorises its use for this product                                                     |

    Scenario Outline: Commitment without a plan
      Given claim types is <claim_types>
      And detailed and realistic plan is <future_detailed_plan>
      And measurable targets with dates is <future_measurable_targets>
      When evaluated as of 2026-11-20
      Then rule ES-09 <ES-09>

      Examples:
        | claim_types | future_detailed_plan | future_measurable_targets | ES-09         |
        | future      | no                   | yes                       | holds         |
        | generic     | no                   | yes                       | does not hold |
        | future      | yes                  | yes                       | does not hold |
        | future      | yes                  | no                        | holds         |
        | generic     | yes                  | no                        | does not hold |

    Scenario Outline: Seal displayed without authorisation
      Given audience is <audience>
      And claim types is <claim_types>
      And certificate of the label is <label_certificate>
      When evaluated as of 2026-11-20
      Then rule ES-10 <ES-10>

      Examples:
        | audience   | claim_types | label_certificate     | ES-10         |
        | consumers  | label       | missing or expired    | holds         |
        | businesses | label       | missing or expired    | does not hold |
        | consumers  | generic     | missing or expired    | does not hold |
        | consumers  | label       | valid for the product | does not hold |
