# language: en
Feature: Rules · Green claims in Italy
  Each rule with its verdict, the days on which it governs, and what to say instead.

  Background:
    Given the scorecard green-claim-it
    And the scorecard applies when kind of communication is commercial
    And verdicts are governed by display period, otherwise ok on basis otherwise

  Rule: General benefit that does not say to which aspect it refers
    Background:
      Given these verdict rules
        | id    | rule                                                        | when                                                                                                                                                                       | verdict    | severity | in force from | basis |
        | IT-01 | General benefit that does not say to which aspect it refers | claim types includes any of generic, social and environmental; specification is one of no specification, elsewhere only; recognised excellence is no recognised excellence | misleading | major    | 2014-03-27    | ca-12 |
      And these remedies
        | rule  | say instead                                                                                     |
        | IT-01 | say on the same medium which aspect of which part is better, by how much and compared with what |

    Scenario: General benefit that does not say to which aspect it refers
      Given claim_types is generic
      And specification is none
      And reep_basis is no_basis
      When evaluated as of 2026-11-20
      Then rule IT-01 holds

    Scenario: IT-01: specification is one of no specification, elsewhere only: just fails
      Given specification is on the same medium
      And claim types is generic
      And recognised excellence is no recognised excellence
      When evaluated as of 2026-11-20
      Then rule IT-01 does not hold

    Scenario: IT-01: recognised excellence is no recognised excellence: just fails
      Given recognised excellence is EU Ecolabel
      And claim types is generic
      And specification is no specification
      When evaluated as of 2026-11-20
      Then rule IT-01 does not hold

    Scenario: IT-01: display period is from 2014-03-27: just fails
      Given display period is 2014-03-26 to 2014-03-26
      When evaluated as of 2026-11-20
      Then rule IT-01 is not in force

  Rule: Absolute promise without any indication
    Background:
      Given these verdict rules
        | id    | rule                                    | when                                                                                                                                                                                                                                                                                                                         | verdict    | severity | in force from | basis       |
        | IT-02 | Absolute promise without any indication | claim types includes any of absolute; claim types includes none of recycled content, recyclable, degradable, compostable, renewable energy, renewable material, quantified footprint, durability, repairability; specification is one of no specification, elsewhere only; recognised excellence is no recognised excellence | misleading | major    | 2014-03-27    | ca-12-cases |
      And these remedies
        | rule  | say instead                                                       |
        | IT-02 | delete the absolute word; name what was measured, with its figure |

    Scenario: Absolute promise without any indication
      Given claim_types is absolute
      And specification is none
      And reep_basis is no_basis
      When evaluated as of 2026-11-20
      Then rule IT-02 holds

    Scenario: IT-02: claim types includes none of recycled content, recyclable, degradable, compostable, renewable energy, renewable material, quantified footprint, durability, repairability: just fails
      Given claim types is absolute, recycled content
      And specification is no specification
      And recognised excellence is no recognised excellence
      When evaluated as of 2026-11-20
      Then rule IT-02 does not hold

    Scenario: IT-02: specification is one of no specification, elsewhere only: just fails
      Given specification is on the same medium
      And claim types is absolute
      And recognised excellence is no recognised excellence
      When evaluated as of 2026-11-20
      Then rule IT-02 does not hold

    Scenario: IT-02: recognised excellence is no recognised excellence: just fails
      Given recognised excellence is EU Ecolabel
      And claim types is absolute
      And specification is no specification
      When evaluated as of 2026-11-20
      Then rule IT-02 does not hold

  Rule: Claim without verifiable evidence
    Background:
      Given these verdict rules
        | id    | rule                              | when                | verdict    | severity | in force from | basis                |
        | IT-03 | Claim without verifiable evidence | substantiated is no | misleading | major    | 2007-09-21    | it-21, it-27, it-145 |
      And these remedies
        | rule  | say instead                                                                                    |
        | IT-03 | claim only what a test, footprint or record of this product shows; without it delete the claim |

    Scenario: Claim without verifiable evidence
      Given substantiated is no
      When evaluated as of 2026-11-20
      Then rule IT-03 holds

    Scenario: IT-03: display period is from 2007-09-21: just fails
      Given display period is 2007-09-20 to 2007-09-20
      When evaluated as of 2026-11-20
      Then rule IT-03 is not in force

  Rule: False, or deceptive as a whole
    Background:
      Given these verdict rules
        | id    | rule                           | when                            | verdict    | severity | in force from | basis         |
        | IT-04 | False, or deceptive as a whole | truthful and accurate is no     | misleading | major    | 2007-09-21    | it-21, it-145 |
        | IT-04 |                                | overall presentation fair is no |            |          |               |               |
        | IT-04 |                                | visuals fair is no              |            |          |               |               |
      And these remedies
        | rule  | say instead                                                                                                             |
        | IT-04 | state only what is true of this product and shown by evidence, and take out words and pictures that make it look better |

    Scenario: False, or deceptive as a whole
      Given truthful is no
      When evaluated as of 2026-11-20
      Then rule IT-04 holds

    Scenario: IT-04: overall presentation fair is no: just holds
      Given overall presentation fair is no
      When evaluated as of 2026-11-20
      Then rule IT-04 holds

    Scenario: IT-04: visuals fair is no: just holds
      Given visuals fair is no
      When evaluated as of 2026-11-20
      Then rule IT-04 holds

  Rule: Material information omitted or unclear
    Background:
      Given these verdict rules
        | id    | rule                                    | when                            | verdict    | severity | in force from | basis         |
        | IT-05 | Material information omitted or unclear | nothing important omitted is no | misleading | major    | 2007-09-21    | it-22, it-145 |
        | IT-05 |                                         | clear and unambiguous is no     |            |          |               |               |
      And these remedies
        | rule  | say instead                                                                                              |
        | IT-05 | say in the same advertisement what is meant, of which part, under which conditions and with which limits |

    Scenario: Material information omitted or unclear
      Given nothing_important_omitted is no
      When evaluated as of 2026-11-20
      Then rule IT-05 holds

    Scenario: IT-05: clear and unambiguous is no: just holds
      Given clear and unambiguous is no
      When evaluated as of 2026-11-20
      Then rule IT-05 holds

  Rule: Degradable or compostable without qualification
    Background:
      Given these verdict rules
        | id    | rule                                            | when                                                                                                          | verdict    | severity | in force from | basis    |
        | IT-06 | Degradable or compostable without qualification | claim types includes any of degradable, compostable; specification is one of no specification, elsewhere only | misleading | major    | 2010-12-22    | it-pb385 |
        | IT-06 |                                                 | claim types includes any of degradable, compostable; kind of degradation stated is no                         |            |          |               |          |
      And these remedies
        | rule  | say instead                                                                                                                                              |
        | IT-06 | say on the same medium what degrades, how, in which time and by which standard, and how to dispose of it; of carrier bags only what conforms to EN 13432 |

    Scenario: Degradable or compostable without qualification
      Given claim_types is degradable
      And specification is none
      When evaluated as of 2026-11-20
      Then rule IT-06 holds

    Scenario: IT-06: specification is one of no specification, elsewhere only: just fails
      Given specification is on the same medium
      And claim types is degradable
      When evaluated as of 2026-11-20
      Then rule IT-06 does not hold

    Scenario: IT-06: claim types includes any of degradable, compostable: just holds
      Given claim types is degradable
      And kind of degradation stated is no
      When evaluated as of 2026-11-20
      Then rule IT-06 holds

    Scenario: IT-06: claim types includes any of degradable, compostable: just fails
      Given claim types is generic
      And kind of degradation stated is no
      When evaluated as of 2026-11-20
      Then rule IT-06 does not hold

  Rule: Neutral or zero impact without what is compensated
    Background:
      Given these verdict rules
        | id    | rule                                               | when                                                                                                                                        | verdict    | severity | in force from | basis   |
        | IT-07 | Neutral or zero impact without what is compensated | claim types includes any of neutral by offsets, neutral without offsets, net zero; specification is one of no specification, elsewhere only | misleading | major    | 2012-02-08    | it-zero |
        | IT-07 |                                                    | claim types includes any of neutral by offsets, net zero; basis stated in the claim is no                                                   |            |          |               |         |
      And these remedies
        | rule  | say instead                                                                                                                  |
        | IT-07 | do not call it neutral or without impact; say which emissions of which period were reduced, and tell what was paid for apart |

    Scenario: Neutral or zero impact without what is compensated
      Given claim_types is neutral_offset
      And specification is none
      When evaluated as of 2026-11-20
      Then rule IT-07 holds

    Scenario: IT-07: specification is one of no specification, elsewhere only: just fails
      Given specification is on the same medium
      And claim types is neutral by offsets
      When evaluated as of 2026-11-20
      Then rule IT-07 does not hold

    Scenario: IT-07: claim types includes any of neutral by offsets, net zero: just holds
      Given claim types is neutral by offsets
      And basis stated in the claim is no
      When evaluated as of 2026-11-20
      Then rule IT-07 holds

    Scenario: IT-07: claim types includes any of neutral by offsets, net zero: just fails
      Given claim types is generic
      And basis stated in the claim is no
      When evaluated as of 2026-11-20
      Then rule IT-07 does not hold

  Rule: Part told as the whole
    Background:
      Given these verdict rules
        | id    | rule                   | when                                                              | verdict    | severity | in force from | basis             |
        | IT-08 | Part told as the whole | asserted scope is the whole; evidence covers is only a part of it | misleading | major    | 2012-02-08    | it-zero, it-shein |
        | IT-08 |                        | headline excludes parts is yes                                    |            |          |               |                   |
      And these remedies
        | rule  | say instead                                                                                                 |
        | IT-08 | name the part or share for which it holds, such as: bottle of 100 % recycled plastic, without cap and label |

    Scenario: Part told as the whole
      Given subject_asserted_scope is whole
      And evidence_covers is a_part
      When evaluated as of 2026-11-20
      Then rule IT-08 holds

    Scenario: IT-08: asserted scope is the whole: just fails
      Given asserted scope is a part
      And evidence covers is only a part of it
      When evaluated as of 2026-11-20
      Then rule IT-08 does not hold

    Scenario: IT-08: headline excludes parts is yes: just holds
      Given headline excludes parts is yes
      When evaluated as of 2026-11-20
      Then rule IT-08 holds

  Rule: Climate target without detail
    Background:
      Given these verdict rules
        | id    | rule                          | when                                                                    | verdict    | severity | in force from | basis    |
        | IT-09 | Climate target without detail | claim types includes any of future; detailed and realistic plan is no   | misleading | major    | 2025-07-29    | it-shein |
        | IT-09 |                               | claim types includes any of future; measurable targets with dates is no |            |          |               |          |
      And these remedies
        | rule  | say instead                                                                                                      |
        | IT-09 | say that it is an aim, and publish plan, dated targets and yearly results; otherwise tell only what was achieved |

    Scenario: Climate target without detail
      Given claim_types is future
      And future_detailed_plan is no
      When evaluated as of 2026-11-20
      Then rule IT-09 holds

    Scenario: IT-09: claim types includes any of future: just fails
      Given claim types is generic
      And detailed and realistic plan is no
      When evaluated as of 2026-11-20
      Then rule IT-09 does not hold

    Scenario: IT-09: detailed and realistic plan is no: just fails
      Given detailed and realistic plan is yes
      And claim types is future
      When evaluated as of 2026-11-20
      Then rule IT-09 does not hold

    Scenario: IT-09: claim types includes any of future: just holds
      Given claim types is future
      And measurable targets with dates is no
      When evaluated as of 2026-11-20
      Then rule IT-09 holds

    Scenario: IT-09: claim types includes any of future: just fails (2)
      Given claim types is generic
      And measurable targets with dates is no
      When evaluated as of 2026-11-20
      Then rule IT-09 does not hold

  Rule: Superiority that is not shown
    Background:
      Given these verdict rules
        | id    | rule                          | when                                                                                              | verdict    | severity | in force from | basis       |
        | IT-10 | Superiority that is not shown | claim types includes any of comparative; comparison fair and meaningful is no                     | misleading | major    | 2014-03-27    | ca-12-cases |
        | IT-10 |                               | claim types includes any of comparative; like compared with like is no                            |            |          |               |             |
        | IT-10 |                               | claim types includes any of comparative; specification is one of no specification, elsewhere only |            |          |               |             |
      And these remedies
        | rule  | say instead                                                                                                       |
        | IT-10 | so many per cent less of this than that product, for the same function, boundary, method and year, by this source |

    Scenario: Superiority that is not shown
      Given claim_types is comparative
      And comparison_fair is no
      When evaluated as of 2026-11-20
      Then rule IT-10 holds

    Scenario: IT-10: claim types includes any of comparative: just fails
      Given claim types is generic
      And comparison fair and meaningful is no
      When evaluated as of 2026-11-20
      Then rule IT-10 does not hold

    Scenario: IT-10: comparison fair and meaningful is no: just fails
      Given comparison fair and meaningful is yes
      And claim types is comparative
      When evaluated as of 2026-11-20
      Then rule IT-10 does not hold

    Scenario: IT-10: claim types includes any of comparative: just holds
      Given claim types is comparative
      And like compared with like is no
      When evaluated as of 2026-11-20
      Then rule IT-10 holds

    Scenario: IT-10: claim types includes any of comparative: just fails (2)
      Given claim types is generic
      And like compared with like is no
      When evaluated as of 2026-11-20
      Then rule IT-10 does not hold

    Scenario: IT-10: claim types includes any of comparative: just holds (2)
      Given claim types is comparative
      And specification is no specification
      When evaluated as of 2026-11-20
      Then rule IT-10 holds
