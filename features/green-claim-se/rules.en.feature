# language: en
Feature: Rules · Green claims in Sweden
  Each rule with its verdict, its effective period, and the recommended wording.

  Background:
    Given the scorecard green-claim-se
    And the scorecard applies when kind of communication is commercial
    And verdicts are governed by display period, otherwise ok on basis otherwise

  Rule: Vague term without an explanation next to it
    Background:
      Given these verdict rules
        | id    | rule                                         | when                                                                                                                                                                                                                                                                                                                                         | verdict    | severity | in force from | basis                    |
        | SE-01 | Vague term without an explanation next to it | claim types includes any of generic, social and environmental; location of the specification is one of no specification, elsewhere only; recognised excellence is no recognised excellence                                                                                                                                                   | misleading | major    | 2008-07-01    | kov-clear, icc-d1, mfl-5 |
        | SE-01 |                                              | claim types includes any of absolute; claim types includes none of recycled content, recyclable, degradable, compostable, renewable energy, renewable material, quantified footprint, durability, repairability; location of the specification is one of no specification, elsewhere only; recognised excellence is no recognised excellence |            |          |               |                          |
      And these remedies
        | rule  | say instead                                                                                                |
        | SE-01 | explain the term directly next to it: the benefit, the part concerned and the amount; a link is not enough |

    Scenario Outline: Vague term without an explanation next to it
      Given claim types is <claim_types>
      And location of the specification is <location of the specification>
      And recognised excellence is <reep_basis>
      When evaluated as of 2026-11-20
      Then rule SE-01 <SE-01>

      Examples:
        | claim_types                | location of the specification | reep_basis               | SE-01         |
        | generic                    | no specification              | no recognised excellence | holds         |
        | generic                    | elsewhere only                | no recognised excellence | holds         |
        | specific attribute         | no specification              | no recognised excellence | does not hold |
        | generic                    | on the same medium            | no recognised excellence | does not hold |
        | generic                    | no specification              | national type I label    | does not hold |
        | absolute                   | no specification              | no recognised excellence | holds         |
        | absolute, recycled content | no specification              | no recognised excellence | does not hold |
        | absolute                   | on the same medium            | no recognised excellence | does not hold |
        | absolute                   | no specification              | EU Ecolabel              | does not hold |

  Rule: Correct, complete and proven claims
    Background:
      Given these verdict rules
        | id    | rule                                           | when                                                                                          | verdict    | severity | in force from | basis                 |
        | SE-02 | Claim not proven by the trader                 | claim substantiated is no                                                                     | misleading | major    | 2008-07-01    | kov-proof, pmod-proof |
        | SE-03 | Claim false or misleading as a whole           | claim truthful and accurate is no                                                             | misleading | major    | 2008-07-01    | mfl-10, kov-overall   |
        | SE-03 |                                                | overall presentation fair is no                                                               |            |          |               |                       |
        | SE-03 |                                                | visuals fair is no                                                                            |            |          |               |                       |
        | SE-04 | Claim about the whole with evidence for a part | asserted scope is the whole; scope covered by the evidence is only part of the asserted scope | misleading | major    | 2008-07-01    | mfl-10-part           |
        | SE-05 | Important information omitted or unclear       | no important information omitted is no                                                        | misleading | major    | 2008-07-01    | mfl-10-omit           |
        | SE-05 |                                                | claim clear and unambiguous is no                                                             |            |          |               |                       |
      And these remedies
        | rule  | say instead                                                                                                         |
        | SE-02 | claim only what a test, footprint or record of this product proves; otherwise delete the claim                      |
        | SE-03 | state only proven facts of this product, and remove words and pictures that make the product look better than it is |
        | SE-04 | state whether the claim concerns the product, a named part or the packaging, and give the share                     |
        | SE-05 | state in the same advertisement the meaning of the claim, the part concerned, the conditions and the limits         |

    Scenario: Claim not proven by the trader
      Given claim substantiated is no
      When evaluated as of 2026-11-20
      Then rule SE-02 holds

    Scenario: Claim false or misleading as a whole
      Given claim truthful and accurate is no
      When evaluated as of 2026-11-20
      Then rule SE-03 holds

    Scenario: Rule SE-03 also applies to an unfair overall presentation
      Given overall presentation fair is no
      When evaluated as of 2026-11-20
      Then rule SE-03 holds

    Scenario: Rule SE-03 also applies to unfair visuals
      Given visuals fair is no
      When evaluated as of 2026-11-20
      Then rule SE-03 holds

    Scenario Outline: Claim about the whole with evidence for a part
      Given asserted scope is <subject_asserted_scope>
      And scope covered by the evidence is only part of the asserted scope
      When evaluated as of 2026-11-20
      Then rule SE-04 <SE-04>

      Examples:
        | subject_asserted_scope | SE-04         |
        | the whole              | holds         |
        | a part                 | does not hold |

    Scenario: Important information omitted or unclear
      Given no important information omitted is no
      When evaluated as of 2026-11-20
      Then rule SE-05 holds

    Scenario: Rule SE-05 also applies to an unclear claim
      Given claim clear and unambiguous is no
      When evaluated as of 2026-11-20
      Then rule SE-05 holds

  Rule: Compensation and aims
    Background:
      Given these verdict rules
        | id    | rule                                                                  | when                                                                                                                                                        | verdict    | severity | in force from | basis              |
        | SE-06 | Neutrality by compensation that is not explained or not shown to last | claim types includes any of neutral by offsets, neutral without offsets, net zero; location of the specification is one of no specification, elsewhere only | misleading | major    | 2008-07-01    | pmd-arla, kov-comp |
        | SE-06 |                                                                       | claim types includes any of neutral by offsets; storage long enough for the claim is no                                                                     |            |          |               |                    |
        | SE-06 |                                                                       | claim types includes any of net zero; offsets used is yes; storage long enough for the claim is no                                                          |            |          |               |                    |
        | SE-07 | Aim without a plan and dated targets                                  | claim types includes any of future; detailed and realistic plan is no                                                                                       | misleading | major    | 2008-07-01    | icc-aim, mfl-5     |
        | SE-07 |                                                                       | claim types includes any of future; measurable targets with dates is no                                                                                     |            |          |               |                    |
      And these remedies
        | rule  | say instead                                                                                                                             |
        | SE-06 | do not use the words neutral, net zero or compensated; describe the measure: the amount paid, the project and how long it stores carbon |
        | SE-07 | state that it is an aim, with the plan, the dated targets and the results so far; otherwise state only what was achieved                |

    Scenario Outline: Neutrality by compensation that is not explained or not shown to last
      Given claim types is <claim_types>
      And storage long enough for the claim is <storage_long_enough>
      And offsets used is <offsets_used>
      And location of the specification is <location of the specification>
      When evaluated as of 2026-11-20
      Then rule SE-06 <SE-06>

      Examples:
        | claim_types        | storage_long_enough | offsets_used | location of the specification | SE-06         |
        | neutral by offsets | yes                 | no           | no specification              | holds         |
        | neutral by offsets | no                  | no           | on the same medium            | holds         |
        | generic            | no                  | no           | on the same medium            | does not hold |
        | neutral by offsets | yes                 | no           | on the same medium            | does not hold |
        | net zero           | no                  | yes          | on the same medium            | holds         |
        | generic            | no                  | yes          | on the same medium            | does not hold |
        | net zero           | no                  | no           | on the same medium            | does not hold |
        | net zero           | yes                 | yes          | on the same medium            | does not hold |

    Scenario Outline: Aim without a plan and dated targets
      Given claim types is <claim_types>
      And detailed and realistic plan is <future_detailed_plan>
      And measurable targets with dates is <future_measurable_targets>
      When evaluated as of 2026-11-20
      Then rule SE-07 <SE-07>

      Examples:
        | claim_types | future_detailed_plan | future_measurable_targets | SE-07         |
        | future      | no                   | yes                       | holds         |
        | generic     | no                   | yes                       | does not hold |
        | future      | yes                  | yes                       | does not hold |
        | future      | yes                  | no                        | holds         |
        | generic     | yes                  | no                        | does not hold |

  Rule: Labels, comparisons, substances and advantages
    Background:
      Given these verdict rules
        | id    | rule                                                              | when                                                                                                               | verdict    | severity | in force from | basis               |
        | SE-08 | Label or certification named without its meaning                  | claim types includes any of label; basis of the seal stated is no                                                  | misleading | major    | 2008-07-01    | pmod-label          |
        | SE-09 | Comparison of things that are not comparable                      | claim types includes any of comparative; comparison fair and meaningful is no                                      | misleading | major    | 2008-07-01    | mfl-18              |
        | SE-09 |                                                                   | claim types includes any of comparative; like compared with like is no                                             |            |          |               |                     |
        | SE-10 | Free of a substance that another harmful substance replaces       | claim types includes any of free of; free of the substance and of similar risks is no                              | misleading | major    | 2008-07-01    | kov-free            |
        | SE-11 | Legal requirement or unrelated property presented as an advantage | claim types includes any of legal requirement; legal requirement or usual property presented as distinctive is yes | misleading | major    | 2008-07-01    | kov-usual, kov-free |
        | SE-11 |                                                                   | benefit relevant is no                                                                                             |            |          |               |                     |
      And these remedies
        | rule  | say instead                                                                                                                             |
        | SE-08 | state directly next to the label what it means and which requirements it contains                                                       |
        | SE-09 | state the percentage difference, the compared product and the aspect, for the same function, boundary, method and year, with the source |
        | SE-10 | delete the claim, or name the replacement and its effect on people and the environment                                                  |
        | SE-11 | delete the claim; name a benefit that this product has over others of its kind                                                          |

    Scenario Outline: Label or certification named without its meaning
      Given claim types is <claim_types>
      And basis of the seal stated is <seal_basis_stated>
      When evaluated as of 2026-11-20
      Then rule SE-08 <SE-08>

      Examples:
        | claim_types | seal_basis_stated | SE-08         |
        | label       | no                | holds         |
        | generic     | no                | does not hold |
        | label       | yes               | does not hold |

    Scenario Outline: Comparison of things that are not comparable
      Given claim types is <claim_types>
      And comparison fair and meaningful is <comparison_fair>
      And like compared with like is <comparison_like_with_like>
      When evaluated as of 2026-11-20
      Then rule SE-09 <SE-09>

      Examples:
        | claim_types | comparison_fair | comparison_like_with_like | SE-09         |
        | comparative | no              | yes                       | holds         |
        | generic     | no              | yes                       | does not hold |
        | comparative | yes             | yes                       | does not hold |
        | comparative | yes             | no                        | holds         |
        | generic     | yes             | no                        | does not hold |

    Scenario Outline: Free of a substance that another harmful substance replaces
      Given claim types is <claim_types>
      And free of the substance and of similar risks is <free_of_true>
      When evaluated as of 2026-11-20
      Then rule SE-10 <SE-10>

      Examples:
        | claim_types | free_of_true | SE-10         |
        | free of     | no           | holds         |
        | generic     | no           | does not hold |
        | free of     | yes          | does not hold |

    Scenario Outline: Legal requirement or unrelated property presented as an advantage
      Given claim types is <claim_types>
      And legal requirement or usual property presented as distinctive is <presented_as_distinctive>
      And benefit relevant is <benefit_relevant>
      When evaluated as of 2026-11-20
      Then rule SE-11 <SE-11>

      Examples:
        | claim_types       | presented_as_distinctive | benefit_relevant | SE-11         |
        | legal requirement | yes                      | yes              | holds         |
        | generic           | yes                      | yes              | does not hold |
        | legal requirement | no                       | yes              | does not hold |
        | free of           | no                       | no               | holds         |

  Rule: Effective dates of the rules

    Scenario Outline: A rule is not in force before its first day
      Given display period is <display>
      When evaluated as of 2026-11-20
      Then rule <rule>

      Examples:
        | display                  | rule                  |
        | 2008-06-30 to 2008-06-30 | SE-01 is not in force |
        | 2008-06-30 to 2008-06-30 | SE-02 is not in force |
