# language: en
Feature: Rules · Green claims in Spain
  Each rule with its verdict, the days on which it governs, and what to say instead.

  Background:
    Given the scorecard green-claim-es
    And the scorecard applies when kind of communication is commercial
    And verdicts are governed by display period, otherwise ok on basis otherwise

  Rule: False, or deceptive as a whole
    Background:
      Given these verdict rules
        | id    | rule                           | when                            | verdict    | severity | in force from | basis |
        | ES-01 | False, or deceptive as a whole | truthful and accurate is no     | misleading | major    | 2010-01-01    | es-5  |
        | ES-01 |                                | overall presentation fair is no |            |          |               |       |
        | ES-01 |                                | visuals fair is no              |            |          |               |       |
      And these remedies
        | rule  | say instead                                                                                                             |
        | ES-01 | state only what is true of this product and shown by evidence, and take out words and pictures that make it look better |

    Scenario: False, or deceptive as a whole
      Given truthful is no
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

  Rule: Material information omitted, unclear or ambiguous
    Background:
      Given these verdict rules
        | id    | rule                                               | when                            | verdict    | severity | in force from | basis |
        | ES-02 | Material information omitted, unclear or ambiguous | nothing important omitted is no | misleading | major    | 2010-01-01    | es-7  |
        | ES-02 |                                                    | clear and unambiguous is no     |            |          |               |       |
      And these remedies
        | rule  | say instead                                                                                              |
        | ES-02 | say in the same advertisement what is meant, of which part, under which conditions and with which limits |

    Scenario: Material information omitted, unclear or ambiguous
      Given nothing_important_omitted is no
      When evaluated as of 2026-11-20
      Then rule ES-02 holds

    Scenario: ES-02: clear and unambiguous is no: just holds
      Given clear and unambiguous is no
      When evaluated as of 2026-11-20
      Then rule ES-02 holds

  Rule: Claim that is not proven
    Background:
      Given these verdict rules
        | id    | rule                     | when                | verdict    | severity | in force from | basis      |
        | ES-03 | Claim that is not proven | substantiated is no | misleading | major    | 2010-01-01    | es-5-proof |
      And these remedies
        | rule  | say instead                                                                                    |
        | ES-03 | claim only what a test, footprint or record of this product shows; without it delete the claim |

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

    Scenario: Vague word that is not specified
      Given claim_types is generic
      And specification is none
      And reep_basis is no_basis
      When evaluated as of 2026-11-20
      Then rule ES-04 holds

    Scenario: ES-04: claim types includes any of generic: just fails
      Given claim types is social and environmental
      And specification is no specification
      And recognised excellence is no recognised excellence
      When evaluated as of 2026-11-20
      Then rule ES-04 does not hold

    Scenario: ES-04: specification is one of no specification, elsewhere only: just fails
      Given specification is on the same medium
      And claim types is generic
      And recognised excellence is no recognised excellence
      When evaluated as of 2026-11-20
      Then rule ES-04 does not hold

    Scenario: ES-04: recognised excellence is no recognised excellence: just fails
      Given recognised excellence is EU Ecolabel
      And claim types is generic
      And specification is no specification
      When evaluated as of 2026-11-20
      Then rule ES-04 does not hold

    Scenario: ES-04: claim types includes any of absolute: just holds
      Given claim types is absolute
      And specification is no specification
      And recognised excellence is no recognised excellence
      When evaluated as of 2026-11-20
      Then rule ES-04 holds

    Scenario: ES-04: claim types includes none of recycled content, recyclable, degradable, compostable, renewable energy, renewable material, quantified footprint, durability, repairability: just fails
      Given claim types is absolute, recycled content
      And specification is no specification
      And recognised excellence is no recognised excellence
      When evaluated as of 2026-11-20
      Then rule ES-04 does not hold

    Scenario: ES-04: specification is one of no specification, elsewhere only: just fails (2)
      Given specification is on the same medium
      And claim types is absolute
      And recognised excellence is no recognised excellence
      When evaluated as of 2026-11-20
      Then rule ES-04 does not hold

    Scenario: ES-04: recognised excellence is no recognised excellence: just fails (2)
      Given recognised excellence is EU Ecolabel
      And claim types is absolute
      And specification is no specification
      When evaluated as of 2026-11-20
      Then rule ES-04 does not hold

  Rule: Neutral without explanation
    Background:
      Given these verdict rules
        | id    | rule                        | when                                                                                                                                        | verdict    | severity | in force from | basis      |
        | ES-05 | Neutral without explanation | claim types includes any of neutral by offsets, neutral without offsets, net zero; specification is one of no specification, elsewhere only | misleading | major    | 2010-01-01    | es-7-words |
        | ES-05 |                             | claim types includes any of neutral by offsets, net zero; basis stated in the claim is no                                                   |            |          |               |            |
      And these remedies
        | rule  | say instead                                                                                              |
        | ES-05 | do not call it neutral; say how much is emitted, reduced and paid for elsewhere, with period and project |

    Scenario: Neutral without explanation
      Given claim_types is neutral_offset
      And specification is none
      When evaluated as of 2026-11-20
      Then rule ES-05 holds

    Scenario: ES-05: specification is one of no specification, elsewhere only: just fails
      Given specification is on the same medium
      And claim types is neutral by offsets
      When evaluated as of 2026-11-20
      Then rule ES-05 does not hold

    Scenario: ES-05: claim types includes any of neutral by offsets, net zero: just holds
      Given claim types is neutral by offsets
      And basis stated in the claim is no
      When evaluated as of 2026-11-20
      Then rule ES-05 holds

    Scenario: ES-05: claim types includes any of neutral by offsets, net zero: just fails
      Given claim types is generic
      And basis stated in the claim is no
      When evaluated as of 2026-11-20
      Then rule ES-05 does not hold

  Rule: Part told as the whole
    Background:
      Given these verdict rules
        | id    | rule                   | when                                                              | verdict    | severity | in force from | basis     |
        | ES-06 | Part told as the whole | asserted scope is the whole; evidence covers is only a part of it | misleading | major    | 2010-01-01    | es-5-part |
        | ES-06 |                        | headline excludes parts is yes                                    |            |          |               |           |
      And these remedies
        | rule  | say instead                                                                                                 |
        | ES-06 | name the part or share for which it holds, such as: bottle of 100 % recycled plastic, without cap and label |

    Scenario: Part told as the whole
      Given subject_asserted_scope is whole
      And evidence_covers is a_part
      When evaluated as of 2026-11-20
      Then rule ES-06 holds

    Scenario: ES-06: asserted scope is the whole: just fails
      Given asserted scope is a part
      And evidence covers is only a part of it
      When evaluated as of 2026-11-20
      Then rule ES-06 does not hold

    Scenario: ES-06: headline excludes parts is yes: just holds
      Given headline excludes parts is yes
      When evaluated as of 2026-11-20
      Then rule ES-06 holds

  Rule: Comparison that is not objective
    Background:
      Given these verdict rules
        | id    | rule                             | when                                                                          | verdict    | severity | in force from | basis |
        | ES-07 | Comparison that is not objective | claim types includes any of comparative; comparison fair and meaningful is no | misleading | major    | 2010-01-01    | es-10 |
        | ES-07 |                                  | claim types includes any of comparative; like compared with like is no        |            |          |               |       |
      And these remedies
        | rule  | say instead                                                                                                       |
        | ES-07 | so many per cent less of this than that product, for the same function, boundary, method and year, by this source |

    Scenario: Comparison that is not objective
      Given claim_types is comparative
      And comparison_fair is no
      When evaluated as of 2026-11-20
      Then rule ES-07 holds

    Scenario: ES-07: claim types includes any of comparative: just fails
      Given claim types is generic
      And comparison fair and meaningful is no
      When evaluated as of 2026-11-20
      Then rule ES-07 does not hold

    Scenario: ES-07: claim types includes any of comparative: just holds
      Given claim types is comparative
      And like compared with like is no
      When evaluated as of 2026-11-20
      Then rule ES-07 holds

    Scenario: ES-07: claim types includes any of comparative: just fails (2)
      Given claim types is generic
      And like compared with like is no
      When evaluated as of 2026-11-20
      Then rule ES-07 does not hold

  Rule: Comparison that does not say with what
    Background:
      Given these verdict rules
        | id    | rule                                   | when                                                                                              | verdict    | severity | in force from | basis       |
        | ES-08 | Comparison that does not say with what | claim types includes any of comparative; specification is one of no specification, elsewhere only | misleading | major    | 2010-01-01    | es-10-words |
      And these remedies
        | rule  | say instead                                                                                                       |
        | ES-08 | so many per cent less of this than that product, for the same function, boundary, method and year, by this source |

    Scenario: Comparison that does not say with what
      Given claim_types is comparative
      And specification is none
      When evaluated as of 2026-11-20
      Then rule ES-08 holds

  Rule: Commitment without plan
    Background:
      Given these verdict rules
        | id    | rule                    | when                                                                    | verdict    | severity | in force from | basis    |
        | ES-09 | Commitment without plan | claim types includes any of future; detailed and realistic plan is no   | misleading | major    | 2010-01-01    | es-5-aim |
        | ES-09 |                         | claim types includes any of future; measurable targets with dates is no |            |          |               |          |
      And these remedies
        | rule  | say instead                                                                                                      |
        | ES-09 | say that it is an aim, and publish plan, dated targets and yearly results; otherwise tell only what was achieved |

    Scenario: Commitment without plan
      Given claim_types is future
      And future_detailed_plan is no
      When evaluated as of 2026-11-20
      Then rule ES-09 holds

    Scenario: ES-09: claim types includes any of future: just fails
      Given claim types is generic
      And detailed and realistic plan is no
      When evaluated as of 2026-11-20
      Then rule ES-09 does not hold

    Scenario: ES-09: detailed and realistic plan is no: just fails
      Given detailed and realistic plan is yes
      And claim types is future
      When evaluated as of 2026-11-20
      Then rule ES-09 does not hold

    Scenario: ES-09: claim types includes any of future: just holds
      Given claim types is future
      And measurable targets with dates is no
      When evaluated as of 2026-11-20
      Then rule ES-09 holds

    Scenario: ES-09: claim types includes any of future: just fails (2)
      Given claim types is generic
      And measurable targets with dates is no
      When evaluated as of 2026-11-20
      Then rule ES-09 does not hold

  Rule: Seal shown without its authorisation
    Background:
      Given these verdict rules
        | id    | rule                                 | when                                                                                                                                 | verdict    | severity | in force from | basis |
        | ES-10 | Seal shown without its authorisation | audience is consumers; claim types includes any of label; certificate of the label is one of missing or expired, for another product | prohibited | major    | 2010-01-01    | es-21 |
      And these remedies
        | rule  | say instead                                                        |
        | ES-10 | remove the seal until whoever grants it allows it for this product |

    Scenario: Seal shown without its authorisation
      Given audience is b2c
      And claim_types is label
      And label_certificate is missing_or_expired
      When evaluated as of 2026-11-20
      Then rule ES-10 holds

    Scenario: ES-10: audience is consumers: just fails
      Given audience is businesses
      And claim types is label
      And certificate of the label is missing or expired
      When evaluated as of 2026-11-20
      Then rule ES-10 does not hold

    Scenario: ES-10: claim types includes any of label: just fails
      Given claim types is generic
      And certificate of the label is missing or expired
      When evaluated as of 2026-11-20
      Then rule ES-10 does not hold

    Scenario: ES-10: certificate of the label is one of missing or expired, for another product: just fails
      Given certificate of the label is valid for the product
      And claim types is label
      When evaluated as of 2026-11-20
      Then rule ES-10 does not hold
