# language: en
Feature: Rules · Green claims in Spain
  Each rule with its verdict, the days on which it governs, and what to say instead.

  Background:
    Given the scorecard green-claim-es
    And the scorecard applies when kind of communication is commercial
    And verdicts are governed by display period, otherwise ok on basis otherwise

  Rule: Correct, complete and proven
    Background:
      Given these verdict rules
        | id    | rule                                               | when                            | verdict    | severity | in force from | basis      |
        | ES-01 | False, or deceptive as a whole                     | truthful and accurate is no     | misleading | major    | 2010-01-01    | es-5       |
        | ES-01 |                                                    | overall presentation fair is no |            |          |               |            |
        | ES-01 |                                                    | visuals fair is no              |            |          |               |            |
        | ES-02 | Material information omitted, unclear or ambiguous | nothing important omitted is no | misleading | major    | 2010-01-01    | es-7       |
        | ES-02 |                                                    | clear and unambiguous is no     |            |          |               |            |
        | ES-03 | Claim that is not proven                           | substantiated is no             | misleading | major    | 2010-01-01    | es-5-proof |
      And these remedies
        | rule  | say instead                                                                                                             |
        | ES-01 | state only what is true of this product and shown by evidence, and take out words and pictures that make it look better |
        | ES-02 | say in the same advertisement what is meant, of which part, under which conditions and with which limits                |
        | ES-03 | claim only what a test, footprint or record of this product shows; without it delete the claim                          |

    Scenario: False, or deceptive as a whole
      Given truthful and accurate is no
      When evaluated as of 2026-11-20
      Then rule ES-01 holds

    Scenario: ES-01: overall presentation fair is no: just holds
      Given overall presentation fair is no
      When evaluated as of 2026-11-20
      Then rule ES-01 holds

    Scenario: ES-01: visuals fair is no: just holds
      Given visuals fair is no
      When evaluated as of 2026-11-20
      Then rule ES-01 holds

    Scenario: ES-01: display period is from 2010-01-01: just fails
      Given display period is 2009-12-31 to 2009-12-31
      When evaluated as of 2026-11-20
      Then rule ES-01 is not in force

    Scenario: Material information omitted, unclear or ambiguous
      Given nothing important omitted is no
      When evaluated as of 2026-11-20
      Then rule ES-02 holds

    Scenario: ES-02: clear and unambiguous is no: just holds
      Given clear and unambiguous is no
      When evaluated as of 2026-11-20
      Then rule ES-02 holds

    Scenario: Claim that is not proven
      Given substantiated is no
      When evaluated as of 2026-11-20
      Then rule ES-03 holds

  Rule: Vague word that is not specified
    Background:
      Given these verdict rules
        | id    | rule                             | when                                                                                                                                                                                                                                                                                                                         | verdict    | severity | in force from | basis      |
        | ES-04 | Vague word that is not specified | claim types includes any of generic; specification is one of no specification, elsewhere only; recognised excellence is no recognised excellence                                                                                                                                                                             | misleading | major    | 2010-01-01    | es-7-words |
        | ES-04 |                                  | claim types includes any of absolute; claim types includes none of recycled content, recyclable, degradable, compostable, renewable energy, renewable material, quantified footprint, durability, repairability; specification is one of no specification, elsewhere only; recognised excellence is no recognised excellence |            |          |               |            |
      And these remedies
        | rule  | say instead                                                                    |
        | ES-04 | replace it on the same medium by what is meant: aspect, part, figure and basis |

    Scenario Outline: Vague word that is not specified
      Given claim types is <claim_types>
      And specification is <specification>
      And recognised excellence is <reep_basis>
      When evaluated as of 2026-11-20
      Then rule ES-04 <ES-04>

      Examples:
        | claim_types                | specification      | reep_basis               | ES-04         |
        | generic                    | no specification   | no recognised excellence | holds         |
        | social and environmental   | no specification   | no recognised excellence | does not hold |
        | generic                    | on the same medium | no recognised excellence | does not hold |
        | generic                    | no specification   | EU Ecolabel              | does not hold |
        | absolute                   | no specification   | no recognised excellence | holds         |
        | absolute, recycled content | no specification   | no recognised excellence | does not hold |
        | absolute                   | on the same medium | no recognised excellence | does not hold |
        | absolute                   | no specification   | EU Ecolabel              | does not hold |

  Rule: Neutrality, parts and comparisons
    Background:
      Given these verdict rules
        | id    | rule                                   | when                                                                                                                                        | verdict    | severity | in force from | basis       |
        | ES-05 | Neutral without explanation            | claim types includes any of neutral by offsets, neutral without offsets, net zero; specification is one of no specification, elsewhere only | misleading | major    | 2010-01-01    | es-7-words  |
        | ES-05 |                                        | claim types includes any of neutral by offsets, net zero; basis stated in the claim is no                                                   |            |          |               |             |
        | ES-06 | Part told as the whole                 | asserted scope is the whole; evidence covers is only a part of it                                                                           | misleading | major    | 2010-01-01    | es-5-part   |
        | ES-06 |                                        | headline excludes parts is yes                                                                                                              |            |          |               |             |
        | ES-07 | Comparison that is not objective       | claim types includes any of comparative; comparison fair and meaningful is no                                                               | misleading | major    | 2010-01-01    | es-10       |
        | ES-07 |                                        | claim types includes any of comparative; like compared with like is no                                                                      |            |          |               |             |
        | ES-08 | Comparison that does not say with what | claim types includes any of comparative; specification is one of no specification, elsewhere only                                           | misleading | major    | 2010-01-01    | es-10-words |
      And these remedies
        | rule  | say instead                                                                                                       |
        | ES-05 | do not call it neutral; say how much is emitted, reduced and paid for elsewhere, with period and project          |
        | ES-06 | name the part or share for which it holds, such as: bottle of 100 % recycled plastic, without cap and label       |
        | ES-07 | so many per cent less of this than that product, for the same function, boundary, method and year, by this source |
        | ES-08 | so many per cent less of this than that product, for the same function, boundary, method and year, by this source |

    Scenario Outline: Neutral without explanation
      Given claim types is <claim_types>
      And specification is <specification>
      And basis stated in the claim is <basis_in_claim>
      When evaluated as of 2026-11-20
      Then rule ES-05 <ES-05>

      Examples:
        | claim_types        | specification      | basis_in_claim | ES-05         |
        | neutral by offsets | no specification   | yes            | holds         |
        | neutral by offsets | on the same medium | yes            | does not hold |
        | neutral by offsets | on the same medium | no             | holds         |
        | generic            | on the same medium | no             | does not hold |

    Scenario Outline: Part told as the whole
      Given asserted scope is <subject_asserted_scope>
      And evidence covers is <evidence_covers>
      And headline excludes parts is <headline_excludes_parts>
      When evaluated as of 2026-11-20
      Then rule ES-06 <ES-06>

      Examples:
        | subject_asserted_scope | evidence_covers      | headline_excludes_parts | ES-06         |
        | the whole              | only a part of it    | no                      | holds         |
        | a part                 | only a part of it    | no                      | does not hold |
        | the whole              | all that is asserted | yes                     | holds         |

    Scenario Outline: Comparison that is not objective
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

    Scenario: Comparison that does not say with what
      Given claim types is comparative
      And specification is no specification
      When evaluated as of 2026-11-20
      Then rule ES-08 holds

  Rule: Commitments and seals
    Background:
      Given these verdict rules
        | id    | rule                                 | when                                                                                                                                 | verdict    | severity | in force from | basis    |
        | ES-09 | Commitment without plan              | claim types includes any of future; detailed and realistic plan is no                                                                | misleading | major    | 2010-01-01    | es-5-aim |
        | ES-09 |                                      | claim types includes any of future; measurable targets with dates is no                                                              |            |          |               |          |
        | ES-10 | Seal shown without its authorisation | audience is consumers; claim types includes any of label; certificate of the label is one of missing or expired, for another product | prohibited | major    | 2010-01-01    | es-21    |
      And these remedies
        | rule  | say instead                                                                                                      |
        | ES-09 | say that it is an aim, and publish plan, dated targets and yearly results; otherwise tell only what was achieved |
        | ES-10 | remove the seal until whoever grants it allows it for this product                                               |

    Scenario Outline: Commitment without plan
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

    Scenario Outline: Seal shown without its authorisation
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
