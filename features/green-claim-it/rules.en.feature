# language: en
Feature: Rules · Green claims in Italy
  Each rule with its verdict, its effective period, and the recommended wording.

  Background:
    Given the scorecard green-claim-it
    And the scorecard applies when kind of communication is commercial
    And verdicts are governed by display period, otherwise ok on basis otherwise

  Rule: General benefit without the aspect to which it refers
    Background:
      Given these verdict rules
        | id    | rule                                                  | when                                                                                                                                                                                       | verdict    | severity | in force from | basis |
        | IT-01 | General benefit without the aspect to which it refers | claim types includes any of generic, social and environmental; location of the specification is one of no specification, elsewhere only; recognised excellence is no recognised excellence | misleading | major    | 2014-03-27    | ca-12 |
      And these remedies
        | rule  | say instead                                                                                       |
        | IT-01 | state on the same medium which aspect of which part is better, by how much and compared with what |

    Scenario Outline: General benefit without the aspect to which it refers
      Given claim types is generic
      And location of the specification is <location of the specification>
      And recognised excellence is <reep_basis>
      When evaluated as of 2026-11-20
      Then rule IT-01 <IT-01>

      Examples:
        | location of the specification | reep_basis               | IT-01         |
        | no specification              | no recognised excellence | holds         |
        | on the same medium            | no recognised excellence | does not hold |
        | no specification              | EU Ecolabel              | does not hold |

  Rule: Absolute claim without any qualification
    Background:
      Given these verdict rules
        | id    | rule                                     | when                                                                                                                                                                                                                                                                                                                                         | verdict    | severity | in force from | basis       |
        | IT-02 | Absolute claim without any qualification | claim types includes any of absolute; claim types includes none of recycled content, recyclable, degradable, compostable, renewable energy, renewable material, quantified footprint, durability, repairability; location of the specification is one of no specification, elsewhere only; recognised excellence is no recognised excellence | misleading | major    | 2014-03-27    | ca-12-cases |
      And these remedies
        | rule  | say instead                                                          |
        | IT-02 | delete the absolute wording; state what was measured, with its value |

    Scenario Outline: Absolute claim without any qualification
      Given claim types is <claim_types>
      And location of the specification is <location of the specification>
      And recognised excellence is <reep_basis>
      When evaluated as of 2026-11-20
      Then rule IT-02 <IT-02>

      Examples:
        | claim_types                | location of the specification | reep_basis               | IT-02         |
        | absolute                   | no specification              | no recognised excellence | holds         |
        | absolute, recycled content | no specification              | no recognised excellence | does not hold |
        | absolute                   | on the same medium            | no recognised excellence | does not hold |
        | absolute                   | no specification              | EU Ecolabel              | does not hold |

  Rule: Correct, complete and verifiable claims
    Background:
      Given these verdict rules
        | id    | rule                                    | when                                   | verdict    | severity | in force from | basis                |
        | IT-03 | Claim without verifiable evidence       | claim substantiated is no              | misleading | major    | 2007-09-21    | it-21, it-27, it-145 |
        | IT-04 | Claim false or misleading as a whole    | claim truthful and accurate is no      | misleading | major    | 2007-09-21    | it-21, it-145        |
        | IT-04 |                                         | overall presentation fair is no        |            |          |               |                      |
        | IT-04 |                                         | visuals fair is no                     |            |          |               |                      |
        | IT-05 | Material information omitted or unclear | no important information omitted is no | misleading | major    | 2007-09-21    | it-22, it-145        |
        | IT-05 |                                         | claim clear and unambiguous is no      |            |          |               |                      |
      And these remedies
        | rule  | say instead                                                                                                         |
        | IT-03 | claim only what a test, footprint or record of this product proves; otherwise delete the claim                      |
        | IT-04 | state only proven facts of this product, and remove words and pictures that make the product look better than it is |
        | IT-05 | state in the same advertisement the meaning of the claim, the part concerned, the conditions and the limits         |

    Scenario: Claim without verifiable evidence
      Given claim substantiated is no
      When evaluated as of 2026-11-20
      Then rule IT-03 holds

    Scenario: Claim false or misleading as a whole
      Given claim truthful and accurate is no
      When evaluated as of 2026-11-20
      Then rule IT-04 holds

    Scenario: Rule IT-04 also applies to an unfair overall presentation
      Given overall presentation fair is no
      When evaluated as of 2026-11-20
      Then rule IT-04 holds

    Scenario: Rule IT-04 also applies to unfair visuals
      Given visuals fair is no
      When evaluated as of 2026-11-20
      Then rule IT-04 holds

    Scenario: Material information omitted or unclear
      Given no important information omitted is no
      When evaluated as of 2026-11-20
      Then rule IT-05 holds

    Scenario: Rule IT-05 also applies to an unclear claim
      Given claim clear and unambiguous is no
      When evaluated as of 2026-11-20
      Then rule IT-05 holds

  Rule: Degradable, neutral or zero-impact claims
    Background:
      Given these verdict rules
        | id    | rule                                                           | when                                                                                                                                                        | verdict    | severity | in force from | basis    |
        | IT-06 | Degradable or compostable without qualification                | claim types includes any of degradable, compostable; location of the specification is one of no specification, elsewhere only                               | misleading | major    | 2010-12-22    | it-pb385 |
        | IT-06 |                                                                | claim types includes any of degradable, compostable; kind of degradation stated is no                                                                       |            |          |               |          |
        | IT-07 | Neutral or zero-impact claim without the compensated emissions | claim types includes any of neutral by offsets, neutral without offsets, net zero; location of the specification is one of no specification, elsewhere only | misleading | major    | 2012-02-08    | it-zero  |
        | IT-07 |                                                                | claim types includes any of neutral by offsets, net zero; basis stated in the claim is no                                                                   |            |          |               |          |
      And these remedies
        | rule  | say instead                                                                                                                                                    |
        | IT-06 | state on the same medium what degrades, how, in which time and by which standard, and how to dispose of it; for carrier bags, only if they conform to EN 13432 |
        | IT-07 | do not use the words neutral or zero impact; state which emissions of which period were reduced, and report supported projects separately                      |

    Scenario Outline: Degradable or compostable without qualification
      Given claim types is <claim_types>
      And location of the specification is <location of the specification>
      And kind of degradation stated is <degradation_kind_stated>
      When evaluated as of 2026-11-20
      Then rule IT-06 <IT-06>

      Examples:
        | claim_types | location of the specification | degradation_kind_stated | IT-06         |
        | degradable  | no specification              | yes                     | holds         |
        | degradable  | on the same medium            | yes                     | does not hold |
        | degradable  | on the same medium            | no                      | holds         |
        | generic     | on the same medium            | no                      | does not hold |

    Scenario Outline: Neutral or zero-impact claim without the compensated emissions
      Given claim types is <claim_types>
      And location of the specification is <location of the specification>
      And basis stated in the claim is <basis_in_claim>
      When evaluated as of 2026-11-20
      Then rule IT-07 <IT-07>

      Examples:
        | claim_types        | location of the specification | basis_in_claim | IT-07         |
        | neutral by offsets | no specification              | yes            | holds         |
        | neutral by offsets | on the same medium            | yes            | does not hold |
        | neutral by offsets | on the same medium            | no             | holds         |
        | generic            | on the same medium            | no             | does not hold |

  Rule: Parts, targets and superiority
    Background:
      Given these verdict rules
        | id    | rule                                           | when                                                                                                              | verdict    | severity | in force from | basis             |
        | IT-08 | Part of the product presented as the whole     | asserted scope is the whole; scope covered by the evidence is only part of the asserted scope                     | misleading | major    | 2012-02-08    | it-zero, it-shein |
        | IT-08 |                                                | headline claim excludes some parts is yes                                                                         |            |          |               |                   |
        | IT-09 | Climate target without a plan or dated targets | claim types includes any of future; detailed and realistic plan is no                                             | misleading | major    | 2025-07-29    | it-shein          |
        | IT-09 |                                                | claim types includes any of future; measurable targets with dates is no                                           |            |          |               |                   |
        | IT-10 | Unproven superiority                           | claim types includes any of comparative; comparison fair and meaningful is no                                     | misleading | major    | 2014-03-27    | ca-12-cases       |
        | IT-10 |                                                | claim types includes any of comparative; like compared with like is no                                            |            |          |               |                   |
        | IT-10 |                                                | claim types includes any of comparative; location of the specification is one of no specification, elsewhere only |            |          |               |                   |
      And these remedies
        | rule  | say instead                                                                                                                             |
        | IT-08 | name the part or share to which the claim applies, for example: bottle of 100 % recycled plastic, without cap and label                 |
        | IT-09 | state that it is an aim, and publish the plan, dated targets and yearly results; otherwise state only what was achieved                 |
        | IT-10 | state the percentage difference, the compared product and the aspect, for the same function, boundary, method and year, with the source |

    Scenario Outline: Part of the product presented as the whole
      Given asserted scope is <subject_asserted_scope>
      And scope covered by the evidence is <evidence_covers>
      And headline claim excludes some parts is <headline_excludes_parts>
      When evaluated as of 2026-11-20
      Then rule IT-08 <IT-08>

      Examples:
        | subject_asserted_scope | evidence_covers                 | headline_excludes_parts | IT-08         |
        | the whole              | only part of the asserted scope | no                      | holds         |
        | a part                 | only part of the asserted scope | no                      | does not hold |
        | the whole              | the whole asserted scope        | yes                     | holds         |

    Scenario Outline: Climate target without details
      Given claim types is <claim_types>
      And detailed and realistic plan is <future_detailed_plan>
      And measurable targets with dates is <future_measurable_targets>
      When evaluated as of 2026-11-20
      Then rule IT-09 <IT-09>

      Examples:
        | claim_types | future_detailed_plan | future_measurable_targets | IT-09         |
        | future      | no                   | yes                       | holds         |
        | generic     | no                   | yes                       | does not hold |
        | future      | yes                  | yes                       | does not hold |
        | future      | yes                  | no                        | holds         |
        | generic     | yes                  | no                        | does not hold |

    Scenario Outline: Unproven superiority
      Given claim types is <claim_types>
      And comparison fair and meaningful is <comparison_fair>
      And like compared with like is <comparison_like_with_like>
      When evaluated as of 2026-11-20
      Then rule IT-10 <IT-10>

      Examples:
        | claim_types | comparison_fair | comparison_like_with_like | IT-10         |
        | comparative | no              | yes                       | holds         |
        | generic     | no              | yes                       | does not hold |
        | comparative | yes             | yes                       | does not hold |
        | comparative | yes             | no                        | holds         |
        | generic     | yes             | no                        | does not hold |

    Scenario: Rule IT-10 also applies to a comparison without specification
      Given claim types is comparative
      And location of the specification is no specification
      When evaluated as of 2026-11-20
      Then rule IT-10 holds

  Rule: Effective dates of the rules

    Scenario Outline: A rule is not in force before its first day
      Given display period is <display>
      When evaluated as of 2026-11-20
      Then rule <rule>

      Examples:
        | display                  | rule                  |
        | 2014-03-26 to 2014-03-26 | IT-01 is not in force |
        | 2007-09-20 to 2007-09-20 | IT-03 is not in force |
