# language: en
Feature: Rules · Green claims in Japan
  Each rule with its verdict, the days on which it governs, and what to say instead.

  Background:
    Given the scorecard green-claim-jp
    And the scorecard applies when audience is consumers; kind of communication is commercial
    And verdicts are governed by display period, otherwise ok on basis otherwise

  Rule: Better than it is (Article 5(1))
    Background:
      Given these verdict rules
        | id      | rule                                           | when                                                                     | verdict    | severity | basis         |
        | JP-01   | Better than it is                              | truthful and accurate is no                                              | misleading | major    | act-5-1       |
        | JP-01   |                                                | evidence contradicts the claim is yes                                    |            |          |               |
        | JP-01   |                                                | claim types includes any of free of; free of it, and of like risks is no |            |          |               |
        | JP-01-W | Better than it is by what is shown or left out | overall presentation fair is no                                          | misleading | major    | act-5-1-whole |
        | JP-01-W |                                                | visuals fair is no                                                       |            |          |               |
        | JP-01-W |                                                | nothing important omitted is no                                          |            |          |               |
      And these remedies
        | rule    | say instead                                                                                        |
        | JP-01   | state only what is so of this product, with value, part and period                                 |
        | JP-01-W | put what changes the picture into the same representation, and take pictures that promise more out |

    Scenario Outline: Better than it is
      Given truthful and accurate is <truthful>
      And claim types is <claim_types>
      And free of it, and of like risks is <free_of_true>
      When evaluated as of 2026-11-20
      Then rule JP-01 <JP-01>

      Examples:
        | truthful | claim_types        | free_of_true | JP-01         |
        | no       | specific attribute | yes          | holds         |
        | yes      | free of            | no           | holds         |
        | yes      | generic            | no           | does not hold |
        | yes      | free of            | yes          | does not hold |

    Scenario Outline: Better than it is (Article 5(1)): a case of each
      Given <given>
      When evaluated as of 2026-11-20
      Then rule <rule> holds

      Examples:
        | given                                 | rule    |
        | evidence contradicts the claim is yes | JP-01   |
        | overall presentation fair is no       | JP-01-W |
        | visuals fair is no                    | JP-01-W |
        | nothing important omitted is no       | JP-01-W |

  Rule: Without reasonable basis (Article 7(2))
    Background:
      Given these verdict rules
        | id      | rule                                    | when                                                                                                                                              | verdict    | severity | in force from | basis       |
        | JP-02   | Effect without reasonable basis         | claim types includes any of degradable, compostable, energy efficiency, free of, durability, comparative, specific attribute; substantiated is no | misleading | major    | 2003-11-23    | act-7-2     |
        | JP-02-W | Claim without reasonable basis          | substantiated is no                                                                                                                               | misleading | major    | 2003-11-23    | act-7-2-any |
        | JP-03   | Evidence of something else than is told | boundary of evidence covers the claim is no                                                                                                       | misleading | major    | 2003-11-23    | guide-7-2   |
      And these remedies
        | rule    | say instead                                                                                              |
        | JP-02   | hold tests by an accepted method of this product as it is used before it is told; otherwise delete it    |
        | JP-02-W | hold objective material for it before it is told; otherwise delete it                                    |
        | JP-03   | tell the conditions under which it was tested, such as: decays in industrial compost, not in soil or sea |

    Scenario Outline: Effect without reasonable basis
      Given claim types is <claim_types>
      And substantiated is no
      When evaluated as of 2026-11-20
      Then rule JP-02 <JP-02>

      Examples:
        | claim_types | JP-02         |
        | degradable  | holds         |
        | generic     | does not hold |

    Scenario Outline: Without reasonable basis (Article 7(2)): a case of each
      Given <given>
      When evaluated as of 2026-11-20
      Then rule <rule> holds

      Examples:
        | given                                       | rule    |
        | substantiated is no                         | JP-02-W |
        | boundary of evidence covers the claim is no | JP-03   |

  Rule: Degradable without place and kind
    Background:
      Given these verdict rules
        | id    | rule                              | when                                                                                  | verdict        | severity | basis      |
        | JP-04 | Degradable without place and kind | claim types includes any of degradable, compostable; kind of degradation stated is no | needs evidence | major    | decay-kind |
      And these remedies
        | rule  | say instead                                                        |
        | JP-04 | tell where, how far and in which time it decays, by which standard |

    Scenario Outline: Degradable without place and kind
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
        | id      | rule                           | when                                                                             | verdict        | severity | in force from | basis           |
        | JP-05   | Part told as the whole         | asserted scope is the whole; evidence covers is only a part of it                | misleading     | major    | 2001-03-21    | jftc-2001       |
        | JP-05   |                                | headline excludes parts is yes                                                   |                |          |               |                 |
        | JP-06   | Share of the material not told | claim types includes any of recycled content; recycled share stated is no        | needs evidence | major    | 2001-03-21    | jftc-2001       |
        | JP-06-W | Plant material not explained   | claim types includes any of renewable material; material and reason stated is no | needs evidence | major    | 2001-03-21    | jftc-2001-words |
      And these remedies
        | rule    | say instead                                                      |
        | JP-05   | name the part for which it holds, such as: wrapping, not content |
        | JP-06   | so many per cent recovered material, by weight                   |
        | JP-06-W | so many per cent of this plant                                   |

    Scenario Outline: Part told as the whole
      Given asserted scope is <subject_asserted_scope>
      And evidence covers is <evidence_covers>
      And headline excludes parts is <headline_excludes_parts>
      When evaluated as of 2026-11-20
      Then rule JP-05 <JP-05>

      Examples:
        | subject_asserted_scope | evidence_covers      | headline_excludes_parts | JP-05         |
        | the whole              | only a part of it    | no                      | holds         |
        | a part                 | only a part of it    | no                      | does not hold |
        | the whole              | all that is asserted | yes                     | holds         |

    Scenario Outline: Share of the material not told
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
      And material and reason stated is <renewable_material_stated>
      When evaluated as of 2026-11-20
      Then rule JP-06-W <JP-06-W>

      Examples:
        | claim_types        | renewable_material_stated | JP-06-W       |
        | renewable material | no                        | holds         |
        | generic            | no                        | does not hold |
        | renewable material | yes                       | does not hold |

  Rule: Words and marks by themselves (report of 2001)
    Background:
      Given these verdict rules
        | id      | rule                                  | when                                                                                                                                                                                                                                                                      | verdict        | severity | in force from | basis           |
        | JP-07   | Vague word by itself                  | claim types includes any of generic, social and environmental; specification is one of no specification, elsewhere only                                                                                                                                                   | needs evidence | major    | 2001-03-21    | jftc-2001       |
        | JP-07-W | Absolute word or name by itself       | claim types includes any of absolute; claim types includes none of recycled content, recyclable, degradable, compostable, renewable energy, renewable material, quantified footprint, durability, repairability; specification is one of no specification, elsewhere only | needs evidence | major    | 2001-03-21    | jftc-2001-words |
        | JP-07-W |                                       | claim types includes any of name; specification is one of no specification, elsewhere only                                                                                                                                                                                |                |          |               |                 |
        | JP-08   | Environmental mark without its reason | claim types includes any of label; basis of the seal stated is no                                                                                                                                                                                                         | needs evidence | major    | 2001-03-21    | jftc-2001       |
      And these remedies
        | rule    | say instead                                                |
        | JP-07   | add in the same place what is done and how much it lessens |
        | JP-07-W | replace it by what is proven, with its amount              |
        | JP-08   | tell beside the mark why it was given and by whom          |

    Scenario: Vague word by itself
      Given claim types is generic
      And specification is no specification
      When evaluated as of 2026-11-20
      Then rule JP-07 holds

    Scenario Outline: Absolute word or name by itself
      Given claim types is <claim_types>
      And specification is <specification>
      When evaluated as of 2026-11-20
      Then rule JP-07-W <JP-07-W>

      Examples:
        | claim_types                | specification      | JP-07-W       |
        | absolute                   | no specification   | holds         |
        | absolute, recycled content | no specification   | does not hold |
        | absolute                   | on the same medium | does not hold |
        | name                       | no specification   | holds         |
        | name                       | on the same medium | does not hold |

    Scenario Outline: Environmental mark without its reason
      Given claim types is <claim_types>
      And basis of the seal stated is <seal_basis_stated>
      When evaluated as of 2026-11-20
      Then rule JP-08 <JP-08>

      Examples:
        | claim_types | seal_basis_stated | JP-08         |
        | label       | no                | holds         |
        | generic     | no                | does not hold |
        | label       | yes               | does not hold |

  Rule: Better than others (Article 5(1))
    Background:
      Given these verdict rules
        | id      | rule                                                       | when                                 | verdict    | severity | basis          |
        | JP-09   | Better than others by an unlike comparison                 | like compared with like is no        | misleading | major    | act-5-1-others |
        | JP-09   |                                                            | comparison fair and meaningful is no |            |          |                |
        | JP-09   |                                                            | comparison data current is no        |            |          |                |
        | JP-09-W | What all such goods have, or law requires, told as special | presented as distinctive is yes      | misleading | major    | act-5-1-others |
      And these remedies
        | rule    | say instead                                       |
        | JP-09   | compare with what is sold today, for the same use |
        | JP-09-W | delete it, or say that it holds of all such goods |

    Scenario Outline: Better than others (Article 5(1)): a case of each
      Given <given>
      When evaluated as of 2026-11-20
      Then rule <rule> holds

      Examples:
        | given                                | rule    |
        | like compared with like is no        | JP-09   |
        | comparison fair and meaningful is no | JP-09   |
        | comparison data current is no        | JP-09   |
        | presented as distinctive is yes      | JP-09-W |

  Rule: Guide of the Ministry of the Environment
    Background:
      Given these verdict rules
        | id    | rule                                                        | when                                                                                                               | verdict        | severity | in force from | basis             |
        | JP-10 | Reduction without what it is compared with, or by one stage | claim types includes any of comparative; amount and basis stated is no                                             | needs evidence | major    | 2013-03-31    | moe-guide         |
        | JP-10 |                                                             | claim types includes any of generic, comparative, quantified footprint; full life cycle considered is no           |                |          |               |                   |
        | JP-11 | Neutral by credits without its basis                        | claim types includes any of neutral by offsets, neutral without offsets, net zero; basis stated in the claim is no | needs evidence | major    | 2013-03-31    | moe-guide-neutral |
        | JP-11 |                                                             | claim types includes any of neutral by offsets, neutral without offsets, net zero; neutrality file complete is no  |                |          |               |                   |
      And these remedies
        | rule  | say instead                                                                       |
        | JP-10 | so many per cent less of this than that product of that year, in these stages     |
        | JP-11 | tell what was counted, how much was reduced, and which credits stand for the rest |

    Scenario Outline: Reduction without what it is compared with, or by one stage
      Given claim types is <claim_types>
      And amount and basis stated is <source_reduction_amount_stated>
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

    Scenario Outline: Neutral by credits without its basis
      Given claim types is <claim_types>
      And basis stated in the claim is <basis_in_claim>
      And neutrality file complete is <neutrality_file_complete>
      When evaluated as of 2026-11-20
      Then rule JP-11 <JP-11>

      Examples:
        | claim_types        | basis_in_claim | neutrality_file_complete | JP-11         |
        | neutral by offsets | no             | yes                      | holds         |
        | generic            | no             | yes                      | does not hold |
        | neutral by offsets | yes            | yes                      | does not hold |
        | neutral by offsets | yes            | no                       | holds         |
        | generic            | yes            | no                       | does not hold |

  Rule: Highest words without basis
    Background:
      Given these verdict rules
        | id    | rule                        | when                                                                | verdict    | severity | basis       |
        | JP-12 | Highest words without basis | absolute wording is yes; absolute wording within an exception is no | misleading | major    | act-5-1-top |
      And these remedies
        | rule  | say instead                                                   |
        | JP-12 | delete it, or name the survey, its day and scope that show it |

    Scenario Outline: Highest words without basis
      Given absolute wording is <absolute_wording>
      And absolute wording within an exception is <absolute_wording_proved>
      When evaluated as of 2026-11-20
      Then rule JP-12 <JP-12>

      Examples:
        | absolute_wording | absolute_wording_proved | JP-12         |
        | yes              | no                      | holds         |
        | no               | no                      | does not hold |
        | yes              | yes                     | does not hold |

  Rule: The first days of the rules

    Scenario Outline: before its first day a rule does not govern
      Given display period is <display>
      When evaluated as of 2026-11-20
      Then rule <rule>

      Examples:
        | display                  | rule                  |
        | 2003-11-22 to 2003-11-22 | JP-02 is not in force |
        | 2001-03-20 to 2001-03-20 | JP-05 is not in force |
