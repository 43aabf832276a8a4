# language: en
Feature: Rules · Green claims in the Netherlands
  Each rule with its verdict, the days on which it governs, and what to say instead.

  Background:
    Given the scorecard green-claim-nl
    And the scorecard applies when kind of communication is commercial
    And verdicts are governed by display period, otherwise ok on basis otherwise

  Rule: Vague word that is not specified
    Background:
      Given these verdict rules
        | id    | rule                             | when                                                                                                                                                                                                                                                                                                                         | verdict    | severity | in force from | basis      |
        | NL-01 | Vague word that is not specified | claim types includes any of generic, social and environmental; specification is one of no specification, elsewhere only; recognised excellence is no recognised excellence                                                                                                                                                   | misleading | major    | 2008-10-15    | acm-1, cdr |
        | NL-01 |                                  | claim types includes any of absolute; claim types includes none of recycled content, recyclable, degradable, compostable, renewable energy, renewable material, quantified footprint, durability, repairability; specification is one of no specification, elsewhere only; recognised excellence is no recognised excellence |            |          |               |            |
      And these remedies
        | rule  | say instead                                                                                                   |
        | NL-01 | replace it on the same medium by the benefit itself: which aspect, of which part, by how much, on which basis |

    Scenario Outline: Vague word that is not specified
      Given claim types is <claim_types>
      And specification is <specification>
      And recognised excellence is <reep_basis>
      When evaluated as of 2026-11-20
      Then rule NL-01 <NL-01>

      Examples:
        | claim_types                | specification      | reep_basis               | NL-01         |
        | generic                    | no specification   | no recognised excellence | holds         |
        | specific attribute         | no specification   | no recognised excellence | does not hold |
        | generic                    | on the same medium | no recognised excellence | does not hold |
        | generic                    | no specification   | EU Ecolabel              | does not hold |
        | absolute                   | no specification   | no recognised excellence | holds         |
        | absolute, recycled content | no specification   | no recognised excellence | does not hold |
        | absolute                   | on the same medium | no recognised excellence | does not hold |
        | absolute                   | no specification   | EU Ecolabel              | does not hold |

  Rule: Correct, complete and shown to be so
    Background:
      Given these verdict rules
        | id    | rule                                            | when                                                              | verdict    | severity | in force from | basis                |
        | NL-02 | Claim that the trader cannot show to be correct | substantiated is no                                               | misleading | major    | 2008-10-15    | bw-193j, bw-194, cdr |
        | NL-03 | False, or deceptive as a whole                  | truthful and accurate is no                                       | misleading | major    | 2008-10-15    | bw-193c, bw-194      |
        | NL-03 |                                                 | overall presentation fair is no                                   |            |          |               |                      |
        | NL-03 |                                                 | visuals fair is no                                                |            |          |               |                      |
        | NL-03 |                                                 | asserted scope is the whole; evidence covers is only a part of it |            |          |               |                      |
        | NL-04 | Material information omitted or unclear         | nothing important omitted is no                                   | misleading | major    | 2008-10-15    | bw-193d, bw-194      |
        | NL-04 |                                                 | clear and unambiguous is no                                       |            |          |               |                      |
      And these remedies
        | rule  | say instead                                                                                                             |
        | NL-02 | claim only what a test, footprint or record of this product shows; without it delete the claim                          |
        | NL-03 | state only what is true of this product and shown by evidence, and take out words and pictures that make it look better |
        | NL-04 | say in the same advertisement what is meant, of which part, under which conditions and with which limits                |

    Scenario: Claim that the trader cannot show to be correct
      Given substantiated is no
      When evaluated as of 2026-11-20
      Then rule NL-02 holds

    Scenario Outline: False, or deceptive as a whole
      Given truthful and accurate is <truthful>
      And asserted scope is <subject_asserted_scope>
      And evidence covers is <evidence_covers>
      When evaluated as of 2026-11-20
      Then rule NL-03 <NL-03>

      Examples:
        | truthful | subject_asserted_scope | evidence_covers      | NL-03         |
        | no       | the whole              | all that is asserted | holds         |
        | yes      | the whole              | only a part of it    | holds         |
        | yes      | a part                 | only a part of it    | does not hold |

    Scenario: NL-03: overall presentation fair is no: just holds
      Given overall presentation fair is no
      When evaluated as of 2026-11-20
      Then rule NL-03 holds

    Scenario: NL-03: visuals fair is no: just holds
      Given visuals fair is no
      When evaluated as of 2026-11-20
      Then rule NL-03 holds

    Scenario: Material information omitted or unclear
      Given nothing important omitted is no
      When evaluated as of 2026-11-20
      Then rule NL-04 holds

    Scenario: NL-04: clear and unambiguous is no: just holds
      Given clear and unambiguous is no
      When evaluated as of 2026-11-20
      Then rule NL-04 holds

  Rule: Compensation
    Background:
      Given these verdict rules
        | id    | rule                                      | when                                                                                                                                        | verdict    | severity | in force from | basis       |
        | NL-05 | Compensation told without what it is      | claim types includes any of neutral by offsets, neutral without offsets, net zero; specification is one of no specification, elsewhere only | misleading | major    | 2008-10-15    | acm-co2     |
        | NL-05 |                                           | claim types includes any of neutral by offsets, net zero; basis stated in the claim is no                                                   |            |          |               |             |
        | NL-06 | Neutral by compensation that may not last | claim types includes any of neutral by offsets; storage long enough for the claim is no                                                     | misleading | major    | 2008-10-15    | rcc-storage |
        | NL-06 |                                           | claim types includes any of net zero; offsets used is yes; storage long enough for the claim is no                                          |            |          |               |             |
      And these remedies
        | rule  | say instead                                                                                                       |
        | NL-05 | do not call it neutral; say how much is emitted, reduced and paid for, in which project, and how that is computed |
        | NL-06 | do not call it neutral; tell the contribution to the project apart, with how long it stores                       |

    Scenario Outline: Compensation told without what it is
      Given claim types is <claim_types>
      And specification is <specification>
      And basis stated in the claim is <basis_in_claim>
      When evaluated as of 2026-11-20
      Then rule NL-05 <NL-05>

      Examples:
        | claim_types        | specification      | basis_in_claim | NL-05         |
        | neutral by offsets | no specification   | yes            | holds         |
        | neutral by offsets | on the same medium | no             | holds         |
        | generic            | on the same medium | no             | does not hold |

    Scenario Outline: Neutral by compensation that may not last
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
        | id    | rule                                                     | when                                                                                              | verdict    | severity | in force from | basis       |
        | NL-07 | Comparison that is unfair or says not with what          | claim types includes any of comparative; comparison fair and meaningful is no                     | misleading | major    | 2008-10-15    | acm-3       |
        | NL-07 |                                                          | claim types includes any of comparative; like compared with like is no                            |            |          |               |             |
        | NL-07 |                                                          | claim types includes any of comparative; specification is one of no specification, elsewhere only |            |          |               |             |
        | NL-08 | Ambition that is not concrete and measurable             | claim types includes any of future; detailed and realistic plan is no                             | misleading | major    | 2008-10-15    | acm-4, cdr  |
        | NL-08 |                                                          | claim types includes any of future; measurable targets with dates is no                           |            |          |               |             |
        | NL-09 | Label whose basis is not told                            | claim types includes any of label; basis of the seal stated is no                                 | misleading | major    | 2008-10-15    | acm-5       |
        | NL-10 | Usual property or legal requirement told as an advantage | claim types includes any of legal requirement; presented as distinctive is yes                    | misleading | major    | 2008-10-15    | acm-1-usual |
        | NL-10 |                                                          | benefit relevant is no                                                                            |            |          |               |             |
      And these remedies
        | rule  | say instead                                                                                                       |
        | NL-07 | so many per cent less of this than that product, for the same function, boundary, method and year, by this source |
        | NL-08 | say that it is an aim, and publish plan, dated targets and yearly results; otherwise tell only what was achieved  |
        | NL-09 | say beside the label what it stands for, who grants it and on which criteria                                      |
        | NL-10 | delete it; name a benefit that this product really has over others                                                |

    Scenario Outline: Comparison that is unfair or says not with what
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

    Scenario: NL-07: claim types includes any of comparative: just holds (2)
      Given claim types is comparative
      And specification is no specification
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

    Scenario Outline: Label whose basis is not told
      Given claim types is <claim_types>
      And basis of the seal stated is <seal_basis_stated>
      When evaluated as of 2026-11-20
      Then rule NL-09 <NL-09>

      Examples:
        | claim_types | seal_basis_stated | NL-09         |
        | label       | no                | holds         |
        | generic     | no                | does not hold |
        | label       | yes               | does not hold |

    Scenario Outline: Usual property or legal requirement told as an advantage
      Given claim types is <claim_types>
      And presented as distinctive is <presented_as_distinctive>
      And benefit relevant is <benefit_relevant>
      When evaluated as of 2026-11-20
      Then rule NL-10 <NL-10>

      Examples:
        | claim_types        | presented_as_distinctive | benefit_relevant | NL-10         |
        | legal requirement  | yes                      | yes              | holds         |
        | generic            | yes                      | yes              | does not hold |
        | legal requirement  | no                       | yes              | does not hold |
        | specific attribute | no                       | no               | holds         |

  Rule: The first days of the rules

    Scenario Outline: before its first day a rule does not govern
      Given display period is <display>
      When evaluated as of 2026-11-20
      Then rule <rule>

      Examples:
        | display                  | rule                  |
        | 2008-10-14 to 2008-10-14 | NL-01 is not in force |
        | 2008-10-14 to 2008-10-14 | NL-02 is not in force |
