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

    Scenario Outline: General benefit that does not say to which aspect it refers
      Given claim types is generic
      And specification is <specification>
      And recognised excellence is <reep_basis>
      When evaluated as of 2026-11-20
      Then rule IT-01 <IT-01>

      Examples:
        | specification      | reep_basis               | IT-01         |
        | no specification   | no recognised excellence | holds         |
        | on the same medium | no recognised excellence | does not hold |
        | no specification   | EU Ecolabel              | does not hold |

  Rule: Absolute promise without any indication
    Background:
      Given these verdict rules
        | id    | rule                                    | when                                                                                                                                                                                                                                                                                                                         | verdict    | severity | in force from | basis       |
        | IT-02 | Absolute promise without any indication | claim types includes any of absolute; claim types includes none of recycled content, recyclable, degradable, compostable, renewable energy, renewable material, quantified footprint, durability, repairability; specification is one of no specification, elsewhere only; recognised excellence is no recognised excellence | misleading | major    | 2014-03-27    | ca-12-cases |
      And these remedies
        | rule  | say instead                                                       |
        | IT-02 | delete the absolute word; name what was measured, with its figure |

    Scenario Outline: Absolute promise without any indication
      Given claim types is <claim_types>
      And specification is <specification>
      And recognised excellence is <reep_basis>
      When evaluated as of 2026-11-20
      Then rule IT-02 <IT-02>

      Examples:
        | claim_types                | specification      | reep_basis               | IT-02         |
        | absolute                   | no specification   | no recognised excellence | holds         |
        | absolute, recycled content | no specification   | no recognised excellence | does not hold |
        | absolute                   | on the same medium | no recognised excellence | does not hold |
        | absolute                   | no specification   | EU Ecolabel              | does not hold |

  Rule: Correct, complete and verifiable
    Background:
      Given these verdict rules
        | id    | rule                                    | when                            | verdict    | severity | in force from | basis                |
        | IT-03 | Claim without verifiable evidence       | substantiated is no             | misleading | major    | 2007-09-21    | it-21, it-27, it-145 |
        | IT-04 | False, or deceptive as a whole          | truthful and accurate is no     | misleading | major    | 2007-09-21    | it-21, it-145        |
        | IT-04 |                                         | overall presentation fair is no |            |          |               |                      |
        | IT-04 |                                         | visuals fair is no              |            |          |               |                      |
        | IT-05 | Material information omitted or unclear | nothing important omitted is no | misleading | major    | 2007-09-21    | it-22, it-145        |
        | IT-05 |                                         | clear and unambiguous is no     |            |          |               |                      |
      And these remedies
        | rule  | say instead                                                                                                             |
        | IT-03 | claim only what a test, footprint or record of this product shows; without it delete the claim                          |
        | IT-04 | state only what is true of this product and shown by evidence, and take out words and pictures that make it look better |
        | IT-05 | say in the same advertisement what is meant, of which part, under which conditions and with which limits                |

    Scenario: Claim without verifiable evidence
      Given substantiated is no
      When evaluated as of 2026-11-20
      Then rule IT-03 holds

    Scenario: False, or deceptive as a whole
      Given truthful and accurate is no
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

    Scenario: Material information omitted or unclear
      Given nothing important omitted is no
      When evaluated as of 2026-11-20
      Then rule IT-05 holds

    Scenario: IT-05: clear and unambiguous is no: just holds
      Given clear and unambiguous is no
      When evaluated as of 2026-11-20
      Then rule IT-05 holds

  Rule: Degradable, neutral or without impact
    Background:
      Given these verdict rules
        | id    | rule                                               | when                                                                                                                                        | verdict    | severity | in force from | basis    |
        | IT-06 | Degradable or compostable without qualification    | claim types includes any of degradable, compostable; specification is one of no specification, elsewhere only                               | misleading | major    | 2010-12-22    | it-pb385 |
        | IT-06 |                                                    | claim types includes any of degradable, compostable; kind of degradation stated is no                                                       |            |          |               |          |
        | IT-07 | Neutral or zero impact without what is compensated | claim types includes any of neutral by offsets, neutral without offsets, net zero; specification is one of no specification, elsewhere only | misleading | major    | 2012-02-08    | it-zero  |
        | IT-07 |                                                    | claim types includes any of neutral by offsets, net zero; basis stated in the claim is no                                                   |            |          |               |          |
      And these remedies
        | rule  | say instead                                                                                                                                              |
        | IT-06 | say on the same medium what degrades, how, in which time and by which standard, and how to dispose of it; of carrier bags only what conforms to EN 13432 |
        | IT-07 | do not call it neutral or without impact; say which emissions of which period were reduced, and tell what was paid for apart                             |

    Scenario Outline: Degradable or compostable without qualification
      Given claim types is <claim_types>
      And specification is <specification>
      And kind of degradation stated is <degradation_kind_stated>
      When evaluated as of 2026-11-20
      Then rule IT-06 <IT-06>

      Examples:
        | claim_types | specification      | degradation_kind_stated | IT-06         |
        | degradable  | no specification   | yes                     | holds         |
        | degradable  | on the same medium | yes                     | does not hold |
        | degradable  | on the same medium | no                      | holds         |
        | generic     | on the same medium | no                      | does not hold |

    Scenario Outline: Neutral or zero impact without what is compensated
      Given claim types is <claim_types>
      And specification is <specification>
      And basis stated in the claim is <basis_in_claim>
      When evaluated as of 2026-11-20
      Then rule IT-07 <IT-07>

      Examples:
        | claim_types        | specification      | basis_in_claim | IT-07         |
        | neutral by offsets | no specification   | yes            | holds         |
        | neutral by offsets | on the same medium | yes            | does not hold |
        | neutral by offsets | on the same medium | no             | holds         |
        | generic            | on the same medium | no             | does not hold |

  Rule: Parts, targets and superiority
    Background:
      Given these verdict rules
        | id    | rule                          | when                                                                                              | verdict    | severity | in force from | basis             |
        | IT-08 | Part told as the whole        | asserted scope is the whole; evidence covers is only a part of it                                 | misleading | major    | 2012-02-08    | it-zero, it-shein |
        | IT-08 |                               | headline excludes parts is yes                                                                    |            |          |               |                   |
        | IT-09 | Climate target without detail | claim types includes any of future; detailed and realistic plan is no                             | misleading | major    | 2025-07-29    | it-shein          |
        | IT-09 |                               | claim types includes any of future; measurable targets with dates is no                           |            |          |               |                   |
        | IT-10 | Superiority that is not shown | claim types includes any of comparative; comparison fair and meaningful is no                     | misleading | major    | 2014-03-27    | ca-12-cases       |
        | IT-10 |                               | claim types includes any of comparative; like compared with like is no                            |            |          |               |                   |
        | IT-10 |                               | claim types includes any of comparative; specification is one of no specification, elsewhere only |            |          |               |                   |
      And these remedies
        | rule  | say instead                                                                                                       |
        | IT-08 | name the part or share for which it holds, such as: bottle of 100 % recycled plastic, without cap and label       |
        | IT-09 | say that it is an aim, and publish plan, dated targets and yearly results; otherwise tell only what was achieved  |
        | IT-10 | so many per cent less of this than that product, for the same function, boundary, method and year, by this source |

    Scenario Outline: Part told as the whole
      Given asserted scope is <subject_asserted_scope>
      And evidence covers is <evidence_covers>
      And headline excludes parts is <headline_excludes_parts>
      When evaluated as of 2026-11-20
      Then rule IT-08 <IT-08>

      Examples:
        | subject_asserted_scope | evidence_covers      | headline_excludes_parts | IT-08         |
        | the whole              | only a part of it    | no                      | holds         |
        | a part                 | only a part of it    | no                      | does not hold |
        | the whole              | all that is asserted | yes                     | holds         |

    Scenario Outline: Climate target without detail
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

    Scenario Outline: Superiority that is not shown
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

    Scenario: IT-10: claim types includes any of comparative: just holds (2)
      Given claim types is comparative
      And specification is no specification
      When evaluated as of 2026-11-20
      Then rule IT-10 holds

  Rule: The first days of the rules

    Scenario Outline: before its first day a rule does not govern
      Given display period is <display>
      When evaluated as of 2026-11-20
      Then rule <rule>

      Examples:
        | display                  | rule                  |
        | 2014-03-26 to 2014-03-26 | IT-01 is not in force |
        | 2007-09-20 to 2007-09-20 | IT-03 is not in force |
