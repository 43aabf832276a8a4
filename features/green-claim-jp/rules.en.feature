# language: en
Feature: Rules · Green claims in Japan
  Each rule with its verdict, its effective period, and the recommended wording.

  Background:
    Given the scorecard green-claim-jp
    And the scorecard applies when audience is consumers; kind of communication is commercial
    And verdicts are governed by display period, otherwise ok on basis otherwise

  Rule: Product presented as better than it is (Article 5(1))
    Background:
      Given these verdict rules
        | id      | rule                                                              | when                                                                                  | verdict    | severity | basis         |
        | JP-01   | Product presented as better than it is                            | claim truthful and accurate is no                                                     | misleading | major    | act-5-1       |
        | JP-01   |                                                                   | evidence contradicts the claim is yes                                                 |            |          |               |
        | JP-01   |                                                                   | claim types includes any of free of; free of the substance and of similar risks is no |            |          |               |
        | JP-01-W | Presentation or omission makes the product look better than it is | overall presentation fair is no                                                       | misleading | major    | act-5-1-whole |
        | JP-01-W |                                                                   | visuals fair is no                                                                    |            |          |               |
        | JP-01-W |                                                                   | no important information omitted is no                                                |            |          |               |
      And these remedies
        | rule    | say instead                                                                                                  |
        | JP-01   | state only the facts of this product, with value, part and period                                            |
        | JP-01-W | add the missing information to the same representation, and remove pictures that promise more than the facts |

    Scenario Outline: Product presented as better than it is
      Given claim truthful and accurate is <truthful>
      And claim types is <claim_types>
      And free of the substance and of similar risks is <free_of_true>
      When evaluated as of 2026-11-20
      Then rule JP-01 <JP-01>

      Examples:
        | truthful | claim_types        | free_of_true | JP-01         |
        | no       | specific attribute | yes          | holds         |
        | yes      | free of            | no           | holds         |
        | yes      | generic            | no           | does not hold |
        | yes      | free of            | yes          | does not hold |

    Scenario Outline: Product presented as better than it is (Article 5(1)): one case for each rule
      Given <given>
      When evaluated as of 2026-11-20
      Then rule <rule> holds

      Examples:
        | given                                  | rule    |
        | evidence contradicts the claim is yes  | JP-01   |
        | overall presentation fair is no        | JP-01-W |
        | visuals fair is no                     | JP-01-W |
        | no important information omitted is no | JP-01-W |

  Rule: Claims without reasonable basis (Article 7(2))
    Background:
      Given these verdict rules
        | id      | rule                                    | when                                                                                                                                                    | verdict    | severity | in force from | basis       |
        | JP-02   | Effect claimed without reasonable basis | claim types includes any of degradable, compostable, energy efficiency, free of, durability, comparative, specific attribute; claim substantiated is no | misleading | major    | 2003-11-23    | act-7-2     |
        | JP-02-W | Claim without reasonable basis          | claim substantiated is no                                                                                                                               | misleading | major    | 2003-11-23    | act-7-2-any |
        | JP-03   | Evidence does not match the claim       | boundary of evidence covers the claim is no                                                                                                             | misleading | major    | 2003-11-23    | guide-7-2   |
      And these remedies
        | rule    | say instead                                                                                                       |
        | JP-02   | obtain tests of this product in its actual use by an accepted method before making the claim; otherwise delete it |
        | JP-02-W | obtain objective material before making the claim; otherwise delete it                                            |
        | JP-03   | state the test conditions, such as: degrades in industrial compost, not in soil or sea                            |

    Scenario Outline: Effect claimed without reasonable basis
      Given claim types is <claim_types>
      And claim substantiated is no
      When evaluated as of 2026-11-20
      Then rule JP-02 <JP-02>

      Examples:
        | claim_types | JP-02         |
        | degradable  | holds         |
        | generic     | does not hold |

    Scenario Outline: Claims without reasonable basis (Article 7(2)): one case for each rule
      Given <given>
      When evaluated as of 2026-11-20
      Then rule <rule> holds

      Examples:
        | given                                       | rule    |
        | claim substantiated is no                   | JP-02-W |
        | boundary of evidence covers the claim is no | JP-03   |

  Rule: Degradable without environment and kind of degradation
    Background:
      Given these verdict rules
        | id    | rule                                                             | when                                                                                  | verdict        | severity | basis      |
        | JP-04 | Degradable claim without the environment and kind of degradation | claim types includes any of degradable, compostable; kind of degradation stated is no | needs evidence | major    | decay-kind |
      And these remedies
        | rule  | say instead                                                                        |
        | JP-04 | state where, how far and in which time the product degrades, and by which standard |

    Scenario Outline: Degradable without environment and kind of degradation
      Given claim types is <claim_types>
      And kind of degradation stated is no
      When evaluated as of 2026-11-20
      Then rule JP-04 <JP-04>

      Examples:
        | claim_types | JP-04         |
        | degradable  | holds         |
        | generic     | does not hold |

  Rule: Parts and shares (report of 2001)
    Background:
      Given these verdict rules
        | id      | rule                                       | when                                                                                          | verdict        | severity | in force from | basis           |
        | JP-05   | Part of the product presented as the whole | asserted scope is the whole; scope covered by the evidence is only part of the asserted scope | misleading     | major    | 2001-03-21    | jftc-2001       |
        | JP-05   |                                            | headline claim excludes some parts is yes                                                     |                |          |               |                 |
        | JP-06   | Share of the material not stated           | claim types includes any of recycled content; recycled share stated is no                     | needs evidence | major    | 2001-03-21    | jftc-2001       |
        | JP-06-W | Plant material not explained               | claim types includes any of renewable material; renewable material and reason stated is no    | needs evidence | major    | 2001-03-21    | jftc-2001-words |
      And these remedies
        | rule    | say instead                                                                |
        | JP-05   | state the part to which the claim applies, such as: packaging, not content |
        | JP-06   | state the percentage of recovered material by weight                       |
        | JP-06-W | state the plant and its percentage                                         |

    Scenario Outline: Part of the product presented as the whole
      Given asserted scope is <subject_asserted_scope>
      And scope covered by the evidence is <evidence_covers>
      And headline claim excludes some parts is <headline_excludes_parts>
      When evaluated as of 2026-11-20
      Then rule JP-05 <JP-05>

      Examples:
        | subject_asserted_scope | evidence_covers                 | headline_excludes_parts | JP-05         |
        | the whole              | only part of the asserted scope | no                      | holds         |
        | a part                 | only part of the asserted scope | no                      | does not hold |
        | the whole              | the whole asserted scope        | yes                     | holds         |

    Scenario Outline: Share of the material not stated
      Given claim types is <claim_types>
      And recycled share stated is <recycled_share_stated>
      When evaluated as of 2026-11-20
      Then rule JP-06 <JP-06>

      Examples:
        | claim_types      | recycled_share_stated | JP-06         |
        | recycled content | no                    | holds         |
        | generic          | no                    | does not hold |
        | recycled content | yes                   | does not hold |

    Scenario Outline: Plant material not explained
      Given claim types is <claim_types>
      And renewable material and reason stated is <renewable_material_stated>
      When evaluated as of 2026-11-20
      Then rule JP-06-W <JP-06-W>

      Examples:
        | claim_types        | renewable_material_stated | JP-06-W       |
        | renewable material | no                        | holds         |
        | generic            | no                        | does not hold |
        | renewable material | yes                       | does not hold |

  Rule: Terms and marks without specification (report of 2001)
    Background:
      Given these verdict rules
        | id      | rule                                        | when                                                                                                                                                                                                                                                                                      | verdict        | severity | in force from | basis           |
        | JP-07   | Vague term without specification            | claim types includes any of generic, social and environmental; location of the specification is one of no specification, elsewhere only                                                                                                                                                   | needs evidence | major    | 2001-03-21    | jftc-2001       |
        | JP-07-W | Absolute term or name without specification | claim types includes any of absolute; claim types includes none of recycled content, recyclable, degradable, compostable, renewable energy, renewable material, quantified footprint, durability, repairability; location of the specification is one of no specification, elsewhere only | needs evidence | major    | 2001-03-21    | jftc-2001-words |
        | JP-07-W |                                             | claim types includes any of name; location of the specification is one of no specification, elsewhere only                                                                                                                                                                                |                |          |               |                 |
        | JP-08   | Environmental mark without stated reason    | claim types includes any of label; basis of the seal stated is no                                                                                                                                                                                                                         | needs evidence | major    | 2001-03-21    | jftc-2001       |
      And these remedies
        | rule    | say instead                                                                  |
        | JP-07   | state in the same location the measure taken and the amount of the reduction |
        | JP-07-W | replace the term by the proven facts, with their amount                      |
        | JP-08   | state next to the mark why it was granted and by whom                        |

    Scenario: Vague term without specification
      Given claim types is generic
      And location of the specification is no specification
      When evaluated as of 2026-11-20
      Then rule JP-07 holds

    Scenario Outline: Absolute term or name without specification
      Given claim types is <claim_types>
      And location of the specification is <location of the specification>
      When evaluated as of 2026-11-20
      Then rule JP-07-W <JP-07-W>

      Examples:
        | claim_types                | location of the specification | JP-07-W       |
        | absolute                   | no specification              | holds         |
        | absolute, recycled content | no specification              | does not hold |
        | absolute                   | on the same medium            | does not hold |
        | name                       | no specification              | holds         |
        | name                       | on the same medium            | does not hold |

    Scenario Outline: Environmental mark without stated reason
      Given claim types is <claim_types>
      And basis of the seal stated is <seal_basis_stated>
      When evaluated as of 2026-11-20
      Then rule JP-08 <JP-08>

      Examples:
        | claim_types | seal_basis_stated | JP-08         |
        | label       | no                | holds         |
        | generic     | no                | does not hold |
        | label       | yes               | does not hold |

  Rule: Product presented as better than others (Article 5(1))
    Background:
      Given these verdict rules
        | id      | rule                                                   | when                                                                | verdict    | severity | basis          |
        | JP-09   | Superiority claimed through an unfair comparison       | like compared with like is no                                       | misleading | major    | act-5-1-others |
        | JP-09   |                                                        | comparison fair and meaningful is no                                |            |          |                |
        | JP-09   |                                                        | comparison data current is no                                       |            |          |                |
        | JP-09-W | Usual or legally required feature presented as special | legal requirement or usual property presented as distinctive is yes | misleading | major    | act-5-1-others |
      And these remedies
        | rule    | say instead                                                          |
        | JP-09   | compare with goods currently sold for the same use                   |
        | JP-09-W | delete the claim, or state that it applies to all goods of this kind |

    Scenario Outline: Product presented as better than others (Article 5(1)): one case for each rule
      Given <given>
      When evaluated as of 2026-11-20
      Then rule <rule> holds

      Examples:
        | given                                                               | rule    |
        | like compared with like is no                                       | JP-09   |
        | comparison fair and meaningful is no                                | JP-09   |
        | comparison data current is no                                       | JP-09   |
        | legal requirement or usual property presented as distinctive is yes | JP-09-W |

  Rule: Guide of the Ministry of the Environment
    Background:
      Given these verdict rules
        | id    | rule                                                                   | when                                                                                                                       | verdict        | severity | in force from | basis             |
        | JP-10 | Reduction without a stated comparison, or based on one stage only      | claim types includes any of comparative; amount and basis of the reduction stated is no                                    | needs evidence | major    | 2013-03-31    | moe-guide         |
        | JP-10 |                                                                        | claim types includes any of generic, comparative, quantified footprint; full life cycle considered is no                   |                |          |               |                   |
        | JP-11 | Neutrality by credits without a stated basis or complete documentation | claim types includes any of neutral by offsets, neutral without offsets, net zero; basis stated in the claim is no         | needs evidence | major    | 2013-03-31    | moe-guide-neutral |
        | JP-11 |                                                                        | claim types includes any of neutral by offsets, neutral without offsets, net zero; neutrality documentation complete is no |                |          |               |                   |
      And these remedies
        | rule  | say instead                                                                                                  |
        | JP-10 | state the percentage reduction compared with a named product and year, and the stages covered                |
        | JP-11 | state the scope of the calculation, the reduction achieved, and the credits used for the remaining emissions |

    Scenario Outline: Reduction without a stated comparison, or based on one stage only
      Given claim types is <claim_types>
      And amount and basis of the reduction stated is <source_reduction_amount_stated>
      And full life cycle considered is <full_life_cycle_considered>
      When evaluated as of 2026-11-20
      Then rule JP-10 <JP-10>

      Examples:
        | claim_types              | source_reduction_amount_stated | full_life_cycle_considered | JP-10         |
        | comparative              | no                             | yes                        | holds         |
        | generic                  | no                             | yes                        | does not hold |
        | comparative              | yes                            | yes                        | does not hold |
        | generic                  | yes                            | no                         | holds         |
        | social and environmental | yes                            | no                         | does not hold |

    Scenario Outline: Neutrality by credits without a stated basis
      Given claim types is <claim_types>
      And basis stated in the claim is <basis_in_claim>
      And neutrality documentation complete is <neutrality_file_complete>
      When evaluated as of 2026-11-20
      Then rule JP-11 <JP-11>

      Examples:
        | claim_types        | basis_in_claim | neutrality_file_complete | JP-11         |
        | neutral by offsets | no             | yes                      | holds         |
        | generic            | no             | yes                      | does not hold |
        | neutral by offsets | yes            | yes                      | does not hold |
        | neutral by offsets | yes            | no                       | holds         |
        | generic            | yes            | no                       | does not hold |

  Rule: Superlatives without objective basis
    Background:
      Given these verdict rules
        | id    | rule                                 | when                                                                             | verdict    | severity | basis       |
        | JP-12 | Superlatives without objective basis | absolute wording is yes; absolute wording proven to be within an exception is no | misleading | major    | act-5-1-top |
      And these remedies
        | rule  | say instead                                                                     |
        | JP-12 | delete the wording, or state the survey that proves it, with its date and scope |

    Scenario Outline: Superlatives without objective basis
      Given absolute wording is <absolute_wording>
      And absolute wording proven to be within an exception is <absolute_wording_proved>
      When evaluated as of 2026-11-20
      Then rule JP-12 <JP-12>

      Examples:
        | absolute_wording | absolute_wording_proved | JP-12         |
        | yes              | no                      | holds         |
        | no               | no                      | does not hold |
        | yes              | yes                     | does not hold |

  Rule: Effective dates of the rules

    Scenario Outline: A rule is not in force before its first day
      Given display period is <display>
      When evaluated as of 2026-11-20
      Then rule <rule>

      Examples:
        | display                  | rule                  |
        | 2003-11-22 to 2003-11-22 | JP-02 is not in force |
        | 2001-03-20 to 2001-03-20 | JP-05 is not in force |
