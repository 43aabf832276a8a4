# language: en
Feature: Rules · Green claims to consumers in the European Union
  Each rule with its verdict, the days on which it governs, and what to say instead.

  Background:
    Given the scorecard green-claim-eu
    And the scorecard applies when audience is consumers; kind of communication is commercial
    And verdicts are governed by display period, otherwise ok on basis otherwise

  Rule: Label without certification scheme or authority
    Background:
      Given these verdict rules
        | id    | rule                                            | when                                                                                                                     | verdict    | severity | in force from        | warn from                           | basis      |
        | EU-2a | Label without certification scheme or authority | claim types includes any of label; kind of label is self-declared                                                        | prohibited | major    | day of transposition | day of transposition minus 6 months | annex-i-2a |
        | EU-2a |                                                 | claim types includes any of label; kind of label is of a certification scheme; scheme open, consulted and enforced is no |            |          |                      |                                     |            |
      And these remedies
        | rule  | say instead                                                                                                                                  |
        | EU-2a | remove the mark, or join a scheme with public terms, open access, expert and stakeholder requirements, withdrawal and independent monitoring |

    Scenario: Label without certification scheme or authority
      Given claim_types is label
      And label_kind is self_declared
      When evaluated as of 2026-11-20
      Then rule EU-2a holds

    Scenario: EU-2a: claim types includes any of label: just fails
      Given claim types is generic
      And kind of label is self-declared
      When evaluated as of 2026-11-20
      Then rule EU-2a does not hold

    Scenario: EU-2a: claim types includes any of label: just holds
      Given claim types is label
      And scheme open, consulted and enforced is no
      When evaluated as of 2026-11-20
      Then rule EU-2a holds

    Scenario: EU-2a: claim types includes any of label: just fails (2)
      Given claim types is generic
      And scheme open, consulted and enforced is no
      When evaluated as of 2026-11-20
      Then rule EU-2a does not hold

    Scenario: EU-2a: display period is from day of transposition: just fails
      Given display period is 2026-09-26 to 2026-09-26
      When evaluated as of 2026-11-20
      Then rule EU-2a is not in force

  Rule: Label monitored by its owner or the trader
    Background:
      Given these verdict rules
        | id      | rule                                       | when                                                                                                                         | verdict    | severity | in force from        | warn from                           | basis        |
        | EU-2a-2 | Label monitored by its owner or the trader | claim types includes any of label; kind of label is of a certification scheme; monitored by an independent third party is no | prohibited | major    | day of transposition | day of transposition minus 6 months | definition-r |
      And these remedies
        | rule    | say instead                                                        |
        | EU-2a-2 | have a third party independent of both owner and trader monitor it |

    Scenario: Label monitored by its owner or the trader
      Given claim_types is label
      And label_kind is certification_scheme
      And label_independent_monitor is no
      When evaluated as of 2026-11-20
      Then rule EU-2a-2 holds

    Scenario: EU-2a-2: claim types includes any of label: just fails
      Given claim types is generic
      And monitored by an independent third party is no
      When evaluated as of 2026-11-20
      Then rule EU-2a-2 does not hold

    Scenario: EU-2a-2: kind of label is of a certification scheme: just fails
      Given kind of label is of a public authority in the Union
      And claim types is label
      And monitored by an independent third party is no
      When evaluated as of 2026-11-20
      Then rule EU-2a-2 does not hold

  Rule: Label of an authority outside the Union
    Background:
      Given these verdict rules
        | id      | rule                                    | when                                                                                                                       | verdict    | severity | in force from        | warn from                           | basis      |
        | EU-2a-3 | Label of an authority outside the Union | claim types includes any of label; kind of label is of another public authority; scheme open, consulted and enforced is no | prohibited | major    | day of transposition | day of transposition minus 6 months | faq-labels |
      And these remedies
        | rule    | say instead                                              |
        | EU-2a-3 | treat it as a private scheme and prove all four criteria |

    Scenario: Label of an authority outside the Union
      Given claim_types is label
      And label_kind is public_authority_other
      And label_scheme_open_and_consulted is no
      When evaluated as of 2026-11-20
      Then rule EU-2a-3 holds

    Scenario: EU-2a-3: claim types includes any of label: just fails
      Given claim types is generic
      And kind of label is of another public authority
      And scheme open, consulted and enforced is no
      When evaluated as of 2026-11-20
      Then rule EU-2a-3 does not hold

    Scenario: EU-2a-3: scheme open, consulted and enforced is no: just fails
      Given scheme open, consulted and enforced is yes
      And claim types is label
      And kind of label is of another public authority
      When evaluated as of 2026-11-20
      Then rule EU-2a-3 does not hold

  Rule: Certificate missing, expired or for another product
    Background:
      Given these verdict rules
        | id      | rule                                                | when                                                                                                                                                      | verdict    | severity | in force from        | warn from                           | basis              |
        | EU-2a-4 | Certificate missing, expired or for another product | claim types includes any of label; kind of label is of a certification scheme; certificate of the label is one of missing or expired, for another product | prohibited | major    | day of transposition | day of transposition minus 6 months | definition-r-known |
      And these remedies
        | rule    | say instead                                       |
        | EU-2a-4 | have a valid certificate that covers this product |

    Scenario: Certificate missing, expired or for another product
      Given claim_types is label
      And label_kind is certification_scheme
      And label_certificate is missing_or_expired
      When evaluated as of 2026-11-20
      Then rule EU-2a-4 holds

    Scenario: EU-2a-4: claim types includes any of label: just fails
      Given claim types is generic
      And certificate of the label is missing or expired
      When evaluated as of 2026-11-20
      Then rule EU-2a-4 does not hold

    Scenario: EU-2a-4: kind of label is of a certification scheme: just fails
      Given kind of label is of a public authority in the Union
      And claim types is label
      And certificate of the label is missing or expired
      When evaluated as of 2026-11-20
      Then rule EU-2a-4 does not hold

  Rule: Generic claim without recognised excellence
    Background:
      Given these verdict rules
        | id    | rule                                        | when                                                                                                                      | verdict    | severity | in force from        | warn from                           | basis      |
        | EU-4a | Generic claim without recognised excellence | claim types includes any of generic; specification is no specification; recognised excellence is no recognised excellence | prohibited | major    | day of transposition | day of transposition minus 6 months | annex-i-4a |
      And these remedies
        | rule  | say instead                                                                                                                           |
        | EU-4a | replace it on the same face by aspect, value, part and basis, such as: 100 % of the energy for this pack comes from renewable sources |

    Scenario: Generic claim without recognised excellence
      Given claim_types is generic
      And specification is none
      And reep_basis is no_basis
      When evaluated as of 2026-11-20
      Then rule EU-4a holds

  Rule: Word that recital 9 names among the generic ones
    Background:
      Given these verdict rules
        | id      | rule                                             | when                                                                                                                                                                                       | verdict    | severity | in force from        | warn from                           | basis      |
        | EU-4a-9 | Word that recital 9 names among the generic ones | claim types includes any of degradable, renewable material, energy efficiency; specification is one of no specification, elsewhere only; recognised excellence is no recognised excellence | prohibited | major    | day of transposition | day of transposition minus 6 months | annex-i-4a |
      And these remedies
        | rule    | say instead                                                                                                                                         |
        | EU-4a-9 | say on the same face what is meant, such as: decomposes by 90 % within 6 months in industrial composting, EN 13432; or: uses 95 kWh a year, class A |

    Scenario Outline: biodegradable or energy efficient, and nothing more
      Given claim types is <types>
      And specification is <specified>
      And recognised excellence is <excellence>
      When evaluated as of 2026-11-20
      Then rule EU-4a-9 <outcome>

      Examples:
        | types             | specified          | excellence               | outcome       |
        | degradable        | no specification   | no recognised excellence | holds         |
        | energy efficiency | elsewhere only     | no recognised excellence | holds         |
        | durability        | no specification   | no recognised excellence | does not hold |
        | degradable        | on the same medium | no recognised excellence | does not hold |
        | degradable        | no specification   | EU Ecolabel              | does not hold |

  Rule: Specification only behind a link or elsewhere
    Background:
      Given these verdict rules
        | id         | rule                                          | when                                                                                                                    | verdict    | severity | in force from        | warn from                           | basis      |
        | EU-4a-link | Specification only behind a link or elsewhere | claim types includes any of generic; specification is elsewhere only; recognised excellence is no recognised excellence | prohibited | major    | day of transposition | day of transposition minus 6 months | annex-i-4a |
      And these remedies
        | rule       | say instead                                                                 |
        | EU-4a-link | put aspect, value, part and basis beside the word; a link may only say more |

    Scenario: Specification only behind a link or elsewhere
      Given claim_types is generic
      And specification is elsewhere_only
      And reep_basis is no_basis
      When evaluated as of 2026-11-20
      Then rule EU-4a-link holds

    Scenario: EU-4a-link: claim types includes any of generic: just fails
      Given claim types is social and environmental
      And specification is elsewhere only
      And recognised excellence is no recognised excellence
      When evaluated as of 2026-11-20
      Then rule EU-4a-link does not hold

    Scenario: EU-4a-link: recognised excellence is no recognised excellence: just fails
      Given recognised excellence is EU Ecolabel
      And claim types is generic
      And specification is elsewhere only
      When evaluated as of 2026-11-20
      Then rule EU-4a-link does not hold

  Rule: Other vague word, or word without its basis
    Background:
      Given these verdict rules
        | id         | rule                                        | when                                                                                                                                                                                                                                                                                                                                      | verdict    | severity | in force from        | warn from                           | basis            |
        | EU-4a-word | Other vague word, or word without its basis | claim types includes any of social and environmental; specification is one of no specification, elsewhere only; recognised excellence is no recognised excellence                                                                                                                                                                         | prohibited | major    | day of transposition | day of transposition minus 6 months | annex-i-4a-words |
        | EU-4a-word |                                             | claim types includes any of absolute, comparative; claim types includes none of recycled content, recyclable, degradable, compostable, renewable energy, renewable material, quantified footprint, durability, repairability; specification is one of no specification, elsewhere only; recognised excellence is no recognised excellence |            |          |                      |                                     |                  |
        | EU-4a-word |                                             | claim types includes any of generic, social and environmental; basis stated in the claim is no; recognised excellence is no recognised excellence                                                                                                                                                                                         |            |          |                      |                                     |                  |
        | EU-4a-word |                                             | claim types includes any of absolute, comparative; claim types includes none of recycled content, recyclable, degradable, compostable, renewable energy, renewable material, quantified footprint, durability, repairability; basis stated in the claim is no; recognised excellence is no recognised excellence                          |            |          |                      |                                     |                  |
        | EU-4a-word |                                             | claim types includes any of generic, social and environmental, absolute, comparative; qualified clearly and prominently is no; recognised excellence is no recognised excellence                                                                                                                                                          |            |          |                      |                                     |                  |
      And these remedies
        | rule       | say instead                                                                               |
        | EU-4a-word | put beside the word what is meant: aspect, value, part and basis, where everybody sees it |

    Scenario: Other vague word, or word without its basis
      Given claim_types is absolute
      And specification is none
      And reep_basis is no_basis
      When evaluated as of 2026-11-20
      Then rule EU-4a-word holds

    Scenario: EU-4a-word: specification is one of no specification, elsewhere only: just fails
      Given specification is on the same medium
      And claim types is social and environmental
      And recognised excellence is no recognised excellence
      When evaluated as of 2026-11-20
      Then rule EU-4a-word does not hold

    Scenario: EU-4a-word: claim types includes none of recycled content, recyclable, degradable, compostable, renewable energy, renewable material, quantified footprint, durability, repairability: just fails
      Given claim types is absolute, recycled content
      And specification is no specification
      And recognised excellence is no recognised excellence
      When evaluated as of 2026-11-20
      Then rule EU-4a-word does not hold

    Scenario: EU-4a-word: specification is one of no specification, elsewhere only: just fails (2)
      Given specification is on the same medium
      And claim types is absolute
      And recognised excellence is no recognised excellence
      When evaluated as of 2026-11-20
      Then rule EU-4a-word does not hold

    Scenario: EU-4a-word: recognised excellence is no recognised excellence: just fails
      Given recognised excellence is EU Ecolabel
      And claim types is absolute
      And specification is no specification
      When evaluated as of 2026-11-20
      Then rule EU-4a-word does not hold

    Scenario: EU-4a-word: claim types includes any of generic, social and environmental: just holds
      Given claim types is generic
      And basis stated in the claim is no
      And recognised excellence is no recognised excellence
      When evaluated as of 2026-11-20
      Then rule EU-4a-word holds

    Scenario: EU-4a-word: claim types includes any of generic, social and environmental: just fails
      Given claim types is specific attribute
      And basis stated in the claim is no
      And recognised excellence is no recognised excellence
      When evaluated as of 2026-11-20
      Then rule EU-4a-word does not hold

    Scenario: EU-4a-word: recognised excellence is no recognised excellence: just fails (2)
      Given recognised excellence is EU Ecolabel
      And claim types is generic
      And basis stated in the claim is no
      When evaluated as of 2026-11-20
      Then rule EU-4a-word does not hold

    Scenario: EU-4a-word: claim types includes any of absolute, comparative: just holds
      Given claim types is absolute
      And basis stated in the claim is no
      And recognised excellence is no recognised excellence
      When evaluated as of 2026-11-20
      Then rule EU-4a-word holds

    Scenario: EU-4a-word: claim types includes none of recycled content, recyclable, degradable, compostable, renewable energy, renewable material, quantified footprint, durability, repairability: just fails (2)
      Given claim types is absolute, recycled content
      And basis stated in the claim is no
      And recognised excellence is no recognised excellence
      When evaluated as of 2026-11-20
      Then rule EU-4a-word does not hold

    Scenario: EU-4a-word: recognised excellence is no recognised excellence: just fails (3)
      Given recognised excellence is EU Ecolabel
      And claim types is absolute
      And basis stated in the claim is no
      When evaluated as of 2026-11-20
      Then rule EU-4a-word does not hold

    Scenario: EU-4a-word: claim types includes any of generic, social and environmental, absolute, comparative: just holds
      Given claim types is generic
      And qualified clearly and prominently is no
      And recognised excellence is no recognised excellence
      When evaluated as of 2026-11-20
      Then rule EU-4a-word holds

    Scenario: EU-4a-word: claim types includes any of generic, social and environmental, absolute, comparative: just fails
      Given claim types is specific attribute
      And qualified clearly and prominently is no
      And recognised excellence is no recognised excellence
      When evaluated as of 2026-11-20
      Then rule EU-4a-word does not hold

    Scenario: EU-4a-word: recognised excellence is no recognised excellence: just fails (4)
      Given recognised excellence is EU Ecolabel
      And claim types is generic
      And qualified clearly and prominently is no
      When evaluated as of 2026-11-20
      Then rule EU-4a-word does not hold

  Rule: Generic term inside a name
    Background:
      Given these verdict rules
        | id         | rule                       | when                                                                                                                                          | verdict    | severity | in force from        | warn from                           | basis        |
        | EU-4a-name | Generic term inside a name | claim types includes any of name; specification is one of no specification, elsewhere only; recognised excellence is no recognised excellence | prohibited | major    | day of transposition | day of transposition minus 6 months | definition-o |
      And these remedies
        | rule       | say instead                                                                        |
        | EU-4a-name | put aspect, value, part and basis beside the name wherever it is used commercially |

    Scenario: Generic term inside a name
      Given claim_types is name
      And specification is none
      And reep_basis is no_basis
      When evaluated as of 2026-11-20
      Then rule EU-4a-name holds

    Scenario: EU-4a-name: specification is one of no specification, elsewhere only: just fails
      Given specification is on the same medium
      And claim types is name
      And recognised excellence is no recognised excellence
      When evaluated as of 2026-11-20
      Then rule EU-4a-name does not hold

    Scenario: EU-4a-name: recognised excellence is no recognised excellence: just fails
      Given recognised excellence is EU Ecolabel
      And claim types is name
      And specification is no specification
      When evaluated as of 2026-11-20
      Then rule EU-4a-name does not hold

  Rule: Imagery beside unspecified wording
    Background:
      Given these verdict rules
        | id        | rule                               | when                                                                                                                                                                                                                               | verdict        | severity | in force from        | warn from                           | basis           |
        | EU-4a-img | Imagery beside unspecified wording | imagery includes any of leaf, globe, water, trees, animals, green colour scheme, seal, children, sky, mountains, meadow or field; claim types includes any of generic, social and environmental; specification is no specification | needs evidence | minor    | day of transposition | day of transposition minus 6 months | derived-imagery |
      And these remedies
        | rule      | say instead                                                                   |
        | EU-4a-img | take out leaf, globe or green colours, or say beside them what they stand for |

    Scenario: Imagery beside unspecified wording
      Given imagery is leaf
      And claim_types is generic
      And specification is none
      When evaluated as of 2026-11-20
      Then rule EU-4a-img holds

    Scenario: EU-4a-img: claim types includes any of generic, social and environmental: just fails
      Given claim types is specific attribute
      And imagery is leaf
      And specification is no specification
      When evaluated as of 2026-11-20
      Then rule EU-4a-img does not hold

    Scenario: EU-4a-img: specification is no specification: just fails
      Given specification is on the same medium
      And imagery is leaf
      And claim types is generic
      When evaluated as of 2026-11-20
      Then rule EU-4a-img does not hold

  Rule: Generic claim of which nothing can be shown
    Background:
      Given these verdict rules
        | id       | rule                                        | when                                                                                                                                                                                                  | verdict    | severity | in force from        | warn from                           | basis             |
        | EU-4a-12 | Generic claim of which nothing can be shown | claim types includes any of generic, social and environmental, name, degradable, renewable material, energy efficiency; specification is one of no specification, elsewhere only; substantiated is no | prohibited | major    | day of transposition | day of transposition minus 6 months | annex-i-4a-burden |
      And these remedies
        | rule     | say instead                                                                                                  |
        | EU-4a-12 | replace it on the same face by a single property that a test, footprint or record shows; otherwise delete it |

    Scenario: Generic claim of which nothing can be shown
      Given claim_types is generic
      And specification is none
      And substantiated is no
      When evaluated as of 2026-11-20
      Then rule EU-4a-12 holds

    Scenario: EU-4a-12: the claim is said where it is shown
      Given claim_types is generic
      And specification is on the same medium
      And substantiated is no
      When evaluated as of 2026-11-20
      Then rule EU-4a-12 does not hold

    Scenario: EU-4a-12: claim types includes any of generic, social and environmental, name, degradable, renewable material, energy efficiency: just fails
      Given claim types is specific attribute
      And specification is no specification
      And substantiated is no
      When evaluated as of 2026-11-20
      Then rule EU-4a-12 does not hold

  Rule: Excellence that does not cover the claim
    Background:
      Given these verdict rules
        | id        | rule                                     | when                                                                                                                                                                             | verdict    | severity | in force from        | warn from                           | basis      |
        | EU-REEP-1 | Excellence that does not cover the claim | claim types includes any of generic; recognised excellence is one of EU Ecolabel, national type I label, top class under Union law; excellence relevant to the whole claim is no | prohibited | major    | day of transposition | day of transposition minus 6 months | recital-10 |
      And these remedies
        | rule      | say instead                                                    |
        | EU-REEP-1 | claim only the property that the label certifies, in its words |

    Scenario: Excellence that does not cover the claim
      Given claim_types is generic
      And reep_basis is eu_ecolabel
      And reep_relevant_to_whole_claim is no
      When evaluated as of 2026-11-20
      Then rule EU-REEP-1 holds

    Scenario: EU-REEP-1: claim types includes any of generic: just fails
      Given claim types is social and environmental
      And excellence relevant to the whole claim is no
      When evaluated as of 2026-11-20
      Then rule EU-REEP-1 does not hold

    Scenario: EU-REEP-1: recognised excellence is one of EU Ecolabel, national type I label, top class under Union law: just fails
      Given recognised excellence is no recognised excellence
      And claim types is generic
      And excellence relevant to the whole claim is no
      When evaluated as of 2026-11-20
      Then rule EU-REEP-1 does not hold

  Rule: Social words on environmental excellence alone
    Background:
      Given these verdict rules
        | id        | rule                                           | when                                                                                                                                               | verdict    | severity | in force from        | warn from                           | basis      |
        | EU-REEP-2 | Social words on environmental excellence alone | claim types includes any of social and environmental; specification is one of no specification, elsewhere only; social aspects substantiated is no | prohibited | major    | day of transposition | day of transposition minus 6 months | recital-10 |
        | EU-REEP-2 |                                                | claim types includes any of social and environmental; basis stated in the claim is no; social aspects substantiated is no                          |            |          |                      |                                     |            |
        | EU-REEP-2 |                                                | claim types includes any of social and environmental; qualified clearly and prominently is no; social aspects substantiated is no                  |            |          |                      |                                     |            |
      And these remedies
        | rule      | say instead                                                                        |
        | EU-REEP-2 | state what is meant of the environment and of people apart, each with its evidence |

    Scenario: Social words on environmental excellence alone
      Given claim_types is social_mix
      And specification is none
      And social_aspects_substantiated is no
      When evaluated as of 2026-11-20
      Then rule EU-REEP-2 holds

    Scenario: EU-REEP-2: claim types includes any of social and environmental: just fails
      Given claim types is generic
      And specification is no specification
      And social aspects substantiated is no
      When evaluated as of 2026-11-20
      Then rule EU-REEP-2 does not hold

    Scenario: EU-REEP-2: specification is one of no specification, elsewhere only: just fails
      Given specification is on the same medium
      And claim types is social and environmental
      And social aspects substantiated is no
      When evaluated as of 2026-11-20
      Then rule EU-REEP-2 does not hold

    Scenario: EU-REEP-2: claim types includes any of social and environmental: just holds
      Given claim types is social and environmental
      And basis stated in the claim is no
      And social aspects substantiated is no
      When evaluated as of 2026-11-20
      Then rule EU-REEP-2 holds

    Scenario: EU-REEP-2: claim types includes any of social and environmental: just fails (2)
      Given claim types is generic
      And basis stated in the claim is no
      And social aspects substantiated is no
      When evaluated as of 2026-11-20
      Then rule EU-REEP-2 does not hold

    Scenario: EU-REEP-2: social aspects substantiated is no: just fails
      Given social aspects substantiated is yes
      And claim types is social and environmental
      And basis stated in the claim is no
      When evaluated as of 2026-11-20
      Then rule EU-REEP-2 does not hold

    Scenario: EU-REEP-2: claim types includes any of social and environmental: just holds (2)
      Given claim types is social and environmental
      And qualified clearly and prominently is no
      And social aspects substantiated is no
      When evaluated as of 2026-11-20
      Then rule EU-REEP-2 holds

    Scenario: EU-REEP-2: claim types includes any of social and environmental: just fails (3)
      Given claim types is generic
      And qualified clearly and prominently is no
      And social aspects substantiated is no
      When evaluated as of 2026-11-20
      Then rule EU-REEP-2 does not hold

    Scenario: EU-REEP-2: social aspects substantiated is no: just fails (2)
      Given social aspects substantiated is yes
      And claim types is social and environmental
      And qualified clearly and prominently is no
      When evaluated as of 2026-11-20
      Then rule EU-REEP-2 does not hold

  Rule: Whole claimed, part proven
    Background:
      Given these verdict rules
        | id    | rule                       | when                                                              | verdict    | severity | in force from        | warn from                           | basis      |
        | EU-4b | Whole claimed, part proven | asserted scope is the whole; evidence covers is only a part of it | prohibited | major    | day of transposition | day of transposition minus 6 months | annex-i-4b |
      And these remedies
        | rule  | say instead                                                        |
        | EU-4b | name the part or share, such as: packaging of 100 % recycled paper |

    Scenario: Whole claimed, part proven
      Given subject_asserted_scope is whole
      And evidence_covers is a_part
      When evaluated as of 2026-11-20
      Then rule EU-4b holds

    Scenario: EU-4b: asserted scope is the whole: just fails
      Given asserted scope is a part
      And evidence covers is only a part of it
      When evaluated as of 2026-11-20
      Then rule EU-4b does not hold

  Rule: Neutral, reduced or positive impact of a product by offsets
    Background:
      Given these verdict rules
        | id    | rule                                                        | when                                                                                                                                                        | verdict    | severity | in force from        | warn from                           | basis      |
        | EU-4c | Neutral, reduced or positive impact of a product by offsets | subject of the claim is one of product, category, packaging, component, service; claim types includes any of neutral by offsets                             | prohibited | major    | day of transposition | day of transposition minus 6 months | annex-i-4c |
        | EU-4c |                                                             | subject of the claim is one of product, category, packaging, component, service; claim types includes any of net zero, carbon negative; offsets used is yes |            |          |                      |                                     |            |
      And these remedies
        | rule  | say instead                                                                                                                                                          |
        | EU-4c | delete it; say: footprint of so many kilograms over the life cycle, so many per cent less than in this year; we also fund this project, not counted in the footprint |

    Scenario: Neutral, reduced or positive impact of a product by offsets
      Given subject_level is product
      And claim_types is neutral_offset
      When evaluated as of 2026-11-20
      Then rule EU-4c holds

    Scenario: EU-4c: subject of the claim is one of product, category, packaging, component, service: just holds
      Given subject of the claim is product
      And claim types is net zero
      And offsets used is yes
      When evaluated as of 2026-11-20
      Then rule EU-4c holds

    Scenario: EU-4c: subject of the claim is one of product, category, packaging, component, service: just fails
      Given subject of the claim is process
      And claim types is net zero
      And offsets used is yes
      When evaluated as of 2026-11-20
      Then rule EU-4c does not hold

    Scenario: EU-4c: offsets used is yes: just fails
      Given offsets used is no
      And claim types is net zero
      When evaluated as of 2026-11-20
      Then rule EU-4c does not hold

    Scenario: a footprint without offsets in it, of a trader who uses them besides
      Given claim_types is quantified_pcf
      And offsets_used is yes
      When evaluated as of 2026-11-20
      Then rule EU-4c does not hold
      And the verdict is ok

  Rule: Called neutral without offsets, or a removal, although offsets are used
    Background:
      Given these verdict rules
        | id         | rule                                                                    | when                                                                                                                                                               | verdict    | severity | in force from        | warn from                           | basis        |
        | EU-4c-word | Called neutral without offsets, or a removal, although offsets are used | subject of the claim is one of product, category, packaging, component, service; claim types includes any of neutral without offsets, removal; offsets used is yes | prohibited | major    | day of transposition | day of transposition minus 6 months | derived-word |
      And these remedies
        | rule       | say instead                                                                                      |
        | EU-4c-word | delete it, or show that no credit is part of it; mention credits only as a separate contribution |

    Scenario: Called neutral without offsets, or a removal, although offsets are used
      Given subject_level is product
      And claim_types is neutral_no_offset
      And offsets_used is yes
      When evaluated as of 2026-11-20
      Then rule EU-4c-word holds

    Scenario: EU-4c-word: subject of the claim is one of product, category, packaging, component, service: just fails
      Given subject of the claim is process
      And claim types is neutral without offsets
      And offsets used is yes
      When evaluated as of 2026-11-20
      Then rule EU-4c-word does not hold

    Scenario: EU-4c-word: offsets used is yes: just fails
      Given offsets used is no
      And claim types is neutral without offsets
      When evaluated as of 2026-11-20
      Then rule EU-4c-word does not hold

  Rule: Reduction mixed with offsets
    Background:
      Given these verdict rules
        | id        | rule                         | when                                                                                                                                                                            | verdict    | severity | in force from        | warn from                           | basis       |
        | EU-4c-mix | Reduction mixed with offsets | subject of the claim is one of product, category, packaging, component, service; claim types includes any of comparative, quantified footprint; offsets in the footprint is yes | prohibited | major    | day of transposition | day of transposition minus 6 months | derived-mix |
      And these remedies
        | rule      | say instead                                                |
        | EU-4c-mix | compute again without credits from outside the value chain |

    Scenario: Reduction mixed with offsets
      Given subject_level is product
      And claim_types is comparative
      And lca_offsets_in_total is yes
      When evaluated as of 2026-11-20
      Then rule EU-4c-mix holds

    Scenario: EU-4c-mix: subject of the claim is one of product, category, packaging, component, service: just fails
      Given subject of the claim is process
      And claim types is comparative
      And offsets in the footprint is yes
      When evaluated as of 2026-11-20
      Then rule EU-4c-mix does not hold

    Scenario: EU-4c-mix: claim types includes any of comparative, quantified footprint: just fails
      Given claim types is generic
      And offsets in the footprint is yes
      When evaluated as of 2026-11-20
      Then rule EU-4c-mix does not hold

    Scenario: EU-4c-mix: offsets in the footprint is yes: just fails
      Given offsets in the footprint is no
      And claim types is comparative
      When evaluated as of 2026-11-20
      Then rule EU-4c-mix does not hold

  Rule: Contribution told apart from the product
    Background:
      Given these verdict rules
        | id      | rule                                     | when                                                                               | verdict                      | severity    | in force from        | basis      |
        | EU-4c-X | Contribution told apart from the product | claim types includes any of contribution; details of the contribution given is yes | permitted with qualification | observation | day of transposition | recital-12 |
      And these remedies
        | rule    | say instead                                                                                           |
        | EU-4c-X | for each tonne sold we retire so many tonnes of credits of this project; not counted in the footprint |

    Scenario: Contribution told apart from the product
      Given claim_types is contribution
      And contribution_details_given is yes
      When evaluated as of 2026-11-20
      Then rule EU-4c-X holds

    Scenario: EU-4c-X: details of the contribution given is yes: just fails
      Given details of the contribution given is no
      And claim types is contribution
      When evaluated as of 2026-11-20
      Then rule EU-4c-X does not hold

  Rule: Legal requirement as a distinctive feature
    Background:
      Given these verdict rules
        | id     | rule                                       | when                                                                           | verdict    | severity | in force from        | warn from                           | basis       |
        | EU-10a | Legal requirement as a distinctive feature | claim types includes any of legal requirement; presented as distinctive is yes | prohibited | major    | day of transposition | day of transposition minus 6 months | annex-i-10a |
      And these remedies
        | rule   | say instead                                                 |
        | EU-10a | delete it, or say: as the law requires of all such products |

    Scenario: Legal requirement as a distinctive feature
      Given claim_types is legal_requirement
      And presented_as_distinctive is yes
      When evaluated as of 2026-11-20
      Then rule EU-10a holds

    Scenario: EU-10a: claim types includes any of legal requirement: just fails
      Given claim types is generic
      And presented as distinctive is yes
      When evaluated as of 2026-11-20
      Then rule EU-10a does not hold

    Scenario: EU-10a: presented as distinctive is yes: just fails
      Given presented as distinctive is no
      And claim types is legal requirement
      When evaluated as of 2026-11-20
      Then rule EU-10a does not hold

  Rule: Harm of a software update withheld
    Background:
      Given these verdict rules
        | id     | rule                               | when                                                 | verdict    | severity | in force from        | warn from                           | basis       |
        | EU-23d | Harm of a software update withheld | practices includes any of harm of an update withheld | prohibited | major    | day of transposition | day of transposition minus 6 months | annex-i-23d |
      And these remedies
        | rule   | say instead                                            |
        | EU-23d | state before the update what it slows down or disables |

    Scenario: Harm of a software update withheld
      Given practices is update_harm_withheld
      When evaluated as of 2026-11-20
      Then rule EU-23d holds

  Rule: Functional update shown as necessary
    Background:
      Given these verdict rules
        | id     | rule                                 | when                                                | verdict    | severity | in force from        | warn from                           | basis       |
        | EU-23e | Functional update shown as necessary | practices includes any of update shown as necessary | prohibited | minor    | day of transposition | day of transposition minus 6 months | annex-i-23e |
      And these remedies
        | rule   | say instead                                                 |
        | EU-23e | this update adds functions; your device works on without it |

    Scenario: Functional update shown as necessary
      Given practices is update_shown_as_necessary
      When evaluated as of 2026-11-20
      Then rule EU-23e holds

  Rule: Good of limited durability advertised
    Background:
      Given these verdict rules
        | id     | rule                                  | when                                                    | verdict    | severity | in force from        | warn from                           | basis       |
        | EU-23f | Good of limited durability advertised | practices includes any of limited durability advertised | prohibited | major    | day of transposition | day of transposition minus 6 months | annex-i-23f |
      And these remedies
        | rule   | say instead       |
        | EU-23f | stop, or redesign |

    Scenario: Good of limited durability advertised
      Given practices is limited_durability_advertised
      When evaluated as of 2026-11-20
      Then rule EU-23f holds

  Rule: Durability not proven
    Background:
      Given these verdict rules
        | id     | rule                  | when                                                                          | verdict    | severity | in force from        | warn from                           | basis       |
        | EU-23g | Durability not proven | claim types includes any of durability; durability proven in normal use is no | prohibited | major    | day of transposition | day of transposition minus 6 months | annex-i-23g |
      And these remedies
        | rule   | say instead                                      |
        | EU-23g | lasts so many cycles in normal use, by this test |

    Scenario: Durability not proven
      Given claim_types is durability
      And durability_proven is no
      When evaluated as of 2026-11-20
      Then rule EU-23g holds

    Scenario: EU-23g: claim types includes any of durability: just fails
      Given claim types is generic
      And durability proven in normal use is no
      When evaluated as of 2026-11-20
      Then rule EU-23g does not hold

    Scenario: EU-23g: durability proven in normal use is no: just fails
      Given durability proven in normal use is yes
      And claim types is durability
      When evaluated as of 2026-11-20
      Then rule EU-23g does not hold

  Rule: Repairable although repair is not possible
    Background:
      Given these verdict rules
        | id     | rule                                       | when                                                             | verdict    | severity | in force from        | warn from                           | basis       |
        | EU-23h | Repairable although repair is not possible | claim types includes any of repairability; repair possible is no | prohibited | major    | day of transposition | day of transposition minus 6 months | annex-i-23h |
      And these remedies
        | rule   | say instead                                                                       |
        | EU-23h | repairable, spare parts for so many years, instructions here; otherwise delete it |

    Scenario: Repairable although repair is not possible
      Given claim_types is repairability
      And repair_possible is no
      When evaluated as of 2026-11-20
      Then rule EU-23h holds

    Scenario: EU-23h: claim types includes any of repairability: just fails
      Given claim types is generic
      And repair possible is no
      When evaluated as of 2026-11-20
      Then rule EU-23h does not hold

    Scenario: EU-23h: repair possible is no: just fails
      Given repair possible is yes
      And claim types is repairability
      When evaluated as of 2026-11-20
      Then rule EU-23h does not hold

  Rule: Early replacement of consumables induced
    Background:
      Given these verdict rules
        | id     | rule                                     | when                                                | verdict    | severity | in force from        | warn from                           | basis       |
        | EU-23i | Early replacement of consumables induced | practices includes any of early replacement induced | prohibited | minor    | day of transposition | day of transposition minus 6 months | annex-i-23i |
      And these remedies
        | rule   | say instead                          |
        | EU-23i | correct the threshold of the message |

    Scenario: Early replacement of consumables induced
      Given practices is early_replacement_induced
      When evaluated as of 2026-11-20
      Then rule EU-23i holds

  Rule: Third-party parts deterred
    Background:
      Given these verdict rules
        | id     | rule                       | when                                                 | verdict    | severity | in force from        | warn from                           | basis       |
        | EU-23j | Third-party parts deterred | practices includes any of third-party parts deterred | prohibited | minor    | day of transposition | day of transposition minus 6 months | annex-i-23j |
      And these remedies
        | rule   | say instead                 |
        | EU-23j | say truthfully what they do |

    Scenario: Third-party parts deterred
      Given practices is third_party_parts_deterred
      When evaluated as of 2026-11-20
      Then rule EU-23j holds

  Rule: Deceptive in overall presentation
    Background:
      Given these verdict rules
        | id       | rule                              | when                            | verdict    | severity | in force from        | warn from                           | basis      |
        | EU-6-1-b | Deceptive in overall presentation | overall presentation fair is no | misleading | major    | day of transposition | day of transposition minus 6 months | ucpd-6-1-b |
      And these remedies
        | rule     | say instead                                                                             |
        | EU-6-1-b | replace it by what is true: this figure, of this part, in this period, by this evidence |

    Scenario: Deceptive in overall presentation
      Given overall_presentation_fair is no
      When evaluated as of 2026-11-20
      Then rule EU-6-1-b holds

  Rule: Future performance without commitments and plan
    Background:
      Given these verdict rules
        | id       | rule                                            | when                                                                       | verdict    | severity | in force from        | warn from                           | basis      |
        | EU-6-2-d | Future performance without commitments and plan | claim types includes any of future; public commitments is no               | misleading | major    | day of transposition | day of transposition minus 6 months | ucpd-6-2-d |
        | EU-6-2-d |                                                 | claim types includes any of future; detailed and realistic plan is no      |            |          |                      |                                     |            |
        | EU-6-2-d |                                                 | claim types includes any of future; measurable targets with dates is no    |            |          |                      |                                     |            |
        | EU-6-2-d |                                                 | claim types includes any of future; resources allocated is no              |            |          |                      |                                     |            |
        | EU-6-2-d |                                                 | claim types includes any of future; regular independent verification is no |            |          |                      |                                     |            |
        | EU-6-2-d |                                                 | claim types includes any of future; findings available to consumers is no  |            |          |                      |                                     |            |
      And these remedies
        | rule     | say instead                                                                                                                           |
        | EU-6-2-d | publish plan, dated targets, money and yearly findings of an independent expert, and say where; otherwise tell only what was achieved |

    Scenario: Future performance without commitments and plan
      Given claim_types is future
      And future_public_commitments is no
      When evaluated as of 2026-11-20
      Then rule EU-6-2-d holds

    Scenario: EU-6-2-d: claim types includes any of future: just fails
      Given claim types is generic
      And public commitments is no
      When evaluated as of 2026-11-20
      Then rule EU-6-2-d does not hold

    Scenario: EU-6-2-d: claim types includes any of future: just holds
      Given claim types is future
      And detailed and realistic plan is no
      When evaluated as of 2026-11-20
      Then rule EU-6-2-d holds

    Scenario: EU-6-2-d: claim types includes any of future: just fails (2)
      Given claim types is generic
      And detailed and realistic plan is no
      When evaluated as of 2026-11-20
      Then rule EU-6-2-d does not hold

    Scenario: EU-6-2-d: claim types includes any of future: just holds (2)
      Given claim types is future
      And measurable targets with dates is no
      When evaluated as of 2026-11-20
      Then rule EU-6-2-d holds

    Scenario: EU-6-2-d: claim types includes any of future: just fails (3)
      Given claim types is generic
      And measurable targets with dates is no
      When evaluated as of 2026-11-20
      Then rule EU-6-2-d does not hold

    Scenario: EU-6-2-d: claim types includes any of future: just holds (3)
      Given claim types is future
      And resources allocated is no
      When evaluated as of 2026-11-20
      Then rule EU-6-2-d holds

    Scenario: EU-6-2-d: claim types includes any of future: just fails (4)
      Given claim types is generic
      And resources allocated is no
      When evaluated as of 2026-11-20
      Then rule EU-6-2-d does not hold

    Scenario: EU-6-2-d: claim types includes any of future: just holds (4)
      Given claim types is future
      And regular independent verification is no
      When evaluated as of 2026-11-20
      Then rule EU-6-2-d holds

    Scenario: EU-6-2-d: claim types includes any of future: just fails (5)
      Given claim types is generic
      And regular independent verification is no
      When evaluated as of 2026-11-20
      Then rule EU-6-2-d does not hold

    Scenario: EU-6-2-d: claim types includes any of future: just holds (5)
      Given claim types is future
      And findings available to consumers is no
      When evaluated as of 2026-11-20
      Then rule EU-6-2-d holds

    Scenario: EU-6-2-d: claim types includes any of future: just fails (6)
      Given claim types is generic
      And findings available to consumers is no
      When evaluated as of 2026-11-20
      Then rule EU-6-2-d does not hold

  Rule: Future neutrality by credits of unstated share
    Background:
      Given these verdict rules
        | id           | rule                                           | when                                                                                   | verdict    | severity | in force from | basis                |
        | EU-6-2-d-off | Future neutrality by credits of unstated share | claim types includes any of future; offsets used is yes; share of credits stated is no | misleading | major    | 2025-03-25    | derived-credit-share |
      And these remedies
        | rule         | say instead                                                                    |
        | EU-6-2-d-off | state in the claim: so many per cent by our own reductions, so many by credits |

    Scenario: Future neutrality by credits of unstated share
      Given claim_types is future
      And offsets_used is yes
      And credit_share_stated is no
      When evaluated as of 2026-11-20
      Then rule EU-6-2-d-off holds

    Scenario: EU-6-2-d-off: claim types includes any of future: just fails
      Given claim types is generic
      And offsets used is yes
      And share of credits stated is no
      When evaluated as of 2026-11-20
      Then rule EU-6-2-d-off does not hold

    Scenario: EU-6-2-d-off: offsets used is yes: just fails
      Given offsets used is no
      And claim types is future
      And share of credits stated is no
      When evaluated as of 2026-11-20
      Then rule EU-6-2-d-off does not hold

    Scenario: EU-6-2-d-off: share of credits stated is no: just fails
      Given share of credits stated is yes
      And claim types is future
      And offsets used is yes
      When evaluated as of 2026-11-20
      Then rule EU-6-2-d-off does not hold

    Scenario: EU-6-2-d-off: display period is from 2025-03-25: just fails
      Given display period is 2025-03-24 to 2025-03-24
      When evaluated as of 2026-11-20
      Then rule EU-6-2-d-off is not in force

  Rule: Irrelevant benefit
    Background:
      Given these verdict rules
        | id       | rule               | when                   | verdict    | severity | in force from        | warn from                           | basis      |
        | EU-6-2-e | Irrelevant benefit | benefit relevant is no | misleading | minor    | day of transposition | day of transposition minus 6 months | ucpd-6-2-e |
      And these remedies
        | rule     | say instead                                                        |
        | EU-6-2-e | delete it; name a benefit that this product really has over others |

    Scenario: Irrelevant benefit
      Given claim_types is irrelevant_benefit
      And benefit_relevant is no
      When evaluated as of 2026-11-20
      Then rule EU-6-2-e holds

  Rule: Comparison service without its information
    Background:
      Given these verdict rules
        | id     | rule                                       | when                                                                         | verdict    | severity | in force from        | warn from                           | basis    |
        | EU-7-7 | Comparison service without its information | comparison service offered is yes; information on the comparison given is no | misleading | major    | day of transposition | day of transposition minus 6 months | ucpd-7-7 |
      And these remedies
        | rule   | say instead                                  |
        | EU-7-7 | add method, products, suppliers and updating |

    Scenario: Comparison service without its information
      Given comparison_service is yes
      And comparison_information_given is no
      When evaluated as of 2026-11-20
      Then rule EU-7-7 holds

    Scenario: EU-7-7: comparison service offered is yes: just fails
      Given comparison service offered is no
      And information on the comparison given is no
      When evaluated as of 2026-11-20
      Then rule EU-7-7 does not hold

    Scenario: EU-7-7: information on the comparison given is no: just fails
      Given information on the comparison given is yes
      And comparison service offered is yes
      When evaluated as of 2026-11-20
      Then rule EU-7-7 does not hold

  Rule: No evidence at publication
    Background:
      Given these verdict rules
        | id    | rule                       | when                                  | verdict        | severity | in force from | basis   |
        | EU-12 | No evidence at publication | evidence on file at publication is no | needs evidence | major    | 2005-06-11    | ucpd-12 |
      And these remedies
        | rule  | say instead                                                                                                     |
        | EU-12 | claim only what a test, footprint or record of this product shows, made before publication; otherwise delete it |

    Scenario: No evidence at publication
      Given evidence_on_file is no
      When evaluated as of 2026-11-20
      Then rule EU-12 holds

    Scenario: EU-12: display period is from 2005-06-11: just fails
      Given display period is 2005-06-10 to 2005-06-10
      When evaluated as of 2026-11-20
      Then rule EU-12 is not in force

  Rule: Flight neutralised by payment
    Background:
      Given these verdict rules
        | id      | rule                          | when                                                       | verdict    | severity | in force from        | basis    |
        | SEC-AIR | Flight neutralised by payment | airline is yes; paying extra neutralises the flight is yes | misleading | major    | day of transposition | airlines |
        | SEC-AIR |                               | airline is yes; sustainable fuel unqualified is yes        |            |          |                      |          |
        | SEC-AIR |                               | airline is yes; calculator without method is yes           |            |          |                      |          |
      And these remedies
        | rule    | say instead                                                                                   |
        | SEC-AIR | you may contribute so much to this project, which does not lower the emissions of your flight |

    Scenario: Flight neutralised by payment
      Given airline is yes
      And flight_neutralised_by_payment is yes
      When evaluated as of 2026-11-20
      Then rule SEC-AIR holds

    Scenario: SEC-AIR: airline is yes: just fails
      Given airline is no
      And paying extra neutralises the flight is yes
      When evaluated as of 2026-11-20
      Then rule SEC-AIR does not hold

    Scenario: SEC-AIR: paying extra neutralises the flight is yes: just fails
      Given paying extra neutralises the flight is no
      And airline is yes
      When evaluated as of 2026-11-20
      Then rule SEC-AIR does not hold

    Scenario: SEC-AIR: airline is yes: just holds
      Given airline is yes
      And sustainable fuel unqualified is yes
      When evaluated as of 2026-11-20
      Then rule SEC-AIR holds

    Scenario: SEC-AIR: airline is yes: just fails (2)
      Given airline is no
      And sustainable fuel unqualified is yes
      When evaluated as of 2026-11-20
      Then rule SEC-AIR does not hold

    Scenario: SEC-AIR: airline is yes: just holds (2)
      Given airline is yes
      And calculator without method is yes
      When evaluated as of 2026-11-20
      Then rule SEC-AIR holds

    Scenario: SEC-AIR: airline is yes: just fails (3)
      Given airline is no
      And calculator without method is yes
      When evaluated as of 2026-11-20
      Then rule SEC-AIR does not hold

  Rule: Flight neutralised by payment, before the new rules
    Background:
      Given these verdict rules
        | id        | rule                                                | when                                                       | verdict    | severity | in force from | in force until | basis          |
        | SEC-AIR-A | Flight neutralised by payment, before the new rules | airline is yes; paying extra neutralises the flight is yes | misleading | major    | 2025-11-05    | 2026-09-26     | airlines-art-6 |
        | SEC-AIR-A |                                                     | airline is yes; sustainable fuel unqualified is yes        |            |          |               |                |                |
        | SEC-AIR-A |                                                     | airline is yes; calculator without method is yes           |            |          |               |                |                |
      And these remedies
        | rule      | say instead                                                                                   |
        | SEC-AIR-A | you may contribute so much to this project, which does not lower the emissions of your flight |

    Scenario: Flight neutralised by payment, before the new rules
      Given airline is yes
      And flight_neutralised_by_payment is yes
      And display is 2026-09-26 to 2026-09-26
      When evaluated as of 2026-11-20
      Then rule SEC-AIR-A holds

  Rule: Recycled headline that excludes parts
    Background:
      Given these verdict rules
        | id     | rule                                  | when                                                                         | verdict    | severity | in force from        | basis             |
        | REC-02 | Recycled headline that excludes parts | claim types includes any of recycled content; headline excludes parts is yes | misleading | major    | day of transposition | recycled-headline |
      And these remedies
        | rule   | say instead                                                                                      |
        | REC-02 | put the part into the headline, such as: bottle of 100 % recycled plastic, without cap and label |

    Scenario: Recycled headline that excludes parts
      Given claim_types is recycled_content
      And headline_excludes_parts is yes
      When evaluated as of 2026-11-20
      Then rule REC-02 holds

    Scenario: REC-02: claim types includes any of recycled content: just fails
      Given claim types is generic
      And headline excludes parts is yes
      When evaluated as of 2026-11-20
      Then rule REC-02 does not hold

    Scenario: REC-02: headline excludes parts is yes: just fails
      Given headline excludes parts is no
      And claim types is recycled content
      When evaluated as of 2026-11-20
      Then rule REC-02 does not hold

  Rule: Recycled headline that excludes parts, before the new rules
    Background:
      Given these verdict rules
        | id       | rule                                                        | when                                                                         | verdict    | severity | in force from | in force until | basis          |
        | REC-02-A | Recycled headline that excludes parts, before the new rules | claim types includes any of recycled content; headline excludes parts is yes | misleading | major    | 2022-01-19    | 2026-09-26     | recycled-art-6 |
      And these remedies
        | rule     | say instead                                                                                      |
        | REC-02-A | put the part into the headline, such as: bottle of 100 % recycled plastic, without cap and label |

    Scenario: Recycled headline that excludes parts, before the new rules
      Given claim_types is recycled_content
      And headline_excludes_parts is yes
      And display is 2026-09-26 to 2026-09-26
      When evaluated as of 2026-11-20
      Then rule REC-02-A holds

  Rule: Avoided emissions without baseline on the medium
    Background:
      Given these verdict rules
        | id     | rule                                             | when                                                                                                    | verdict    | severity | in force from        | warn from                           | basis   |
        | AVO-07 | Avoided emissions without baseline on the medium | claim types includes any of avoided emissions; specification is one of no specification, elsewhere only | prohibited | major    | day of transposition | day of transposition minus 6 months | avoided |
      And these remedies
        | rule   | say instead                                                                   |
        | AVO-07 | so many kilograms less than that product for the same use, on the same medium |

    Scenario: Avoided emissions without baseline on the medium
      Given claim_types is avoided_handprint
      And specification is none
      When evaluated as of 2026-11-20
      Then rule AVO-07 holds

    Scenario: AVO-07: specification is one of no specification, elsewhere only: just fails
      Given specification is on the same medium
      And claim types is avoided emissions
      When evaluated as of 2026-11-20
      Then rule AVO-07 does not hold

  Rule: False, or deceptive in overall presentation
    Background:
      Given these verdict rules
        | id     | rule                                        | when                            | verdict    | severity | in force from | basis    |
        | EU-6-1 | False, or deceptive in overall presentation | truthful and accurate is no     | misleading | major    | 2007-12-12    | ucpd-6-1 |
        | EU-6-1 |                                             | overall presentation fair is no |            |          |               |          |
      And these remedies
        | rule   | say instead                                                                                                   |
        | EU-6-1 | state only what is true of this product and shown by evidence, and remove what makes it look better than that |

    Scenario: False, or deceptive in overall presentation
      Given truthful is no
      When evaluated as of 2026-11-20
      Then rule EU-6-1 holds

  Rule: Material information omitted or unclear
    Background:
      Given these verdict rules
        | id   | rule                                    | when                                                                                                                                                                                                                                                                                                                         | verdict    | severity | in force from | basis  |
        | EU-7 | Material information omitted or unclear | nothing important omitted is no                                                                                                                                                                                                                                                                                              | misleading | major    | 2007-12-12    | ucpd-7 |
        | EU-7 |                                         | clear and unambiguous is no                                                                                                                                                                                                                                                                                                  |            |          |               |        |
        | EU-7 |                                         | claim types includes any of neutral by offsets, neutral without offsets, net zero; specification is one of no specification, elsewhere only                                                                                                                                                                                  |            |          |               |        |
        | EU-7 |                                         | claim types includes any of neutral by offsets, neutral without offsets, net zero; basis stated in the claim is no                                                                                                                                                                                                           |            |          |               |        |
        | EU-7 |                                         | claim types includes any of generic, social and environmental; specification is one of no specification, elsewhere only; recognised excellence is no recognised excellence                                                                                                                                                   |            |          |               |        |
        | EU-7 |                                         | claim types includes any of absolute; claim types includes none of recycled content, recyclable, degradable, compostable, renewable energy, renewable material, quantified footprint, durability, repairability; specification is one of no specification, elsewhere only; recognised excellence is no recognised excellence |            |          |               |        |
        | EU-7 |                                         | claim types includes any of generic, social and environmental; basis stated in the claim is no; recognised excellence is no recognised excellence                                                                                                                                                                            |            |          |               |        |
        | EU-7 |                                         | claim types includes any of absolute; claim types includes none of recycled content, recyclable, degradable, compostable, renewable energy, renewable material, quantified footprint, durability, repairability; basis stated in the claim is no; recognised excellence is no recognised excellence                          |            |          |               |        |
      And these remedies
        | rule | say instead                                                                                       |
        | EU-7 | state in the same advertisement what is meant, of which part, by how much, and how it comes about |

    Scenario: Material information omitted or unclear
      Given nothing_important_omitted is no
      When evaluated as of 2026-11-20
      Then rule EU-7 holds

    Scenario: EU-7: clear and unambiguous is no: just holds
      Given clear and unambiguous is no
      When evaluated as of 2026-11-20
      Then rule EU-7 holds

    Scenario: EU-7: claim types includes any of neutral by offsets, neutral without offsets, net zero: just holds
      Given claim types is neutral by offsets
      And specification is no specification
      When evaluated as of 2026-11-20
      Then rule EU-7 holds

    Scenario: EU-7: claim types includes any of neutral by offsets, neutral without offsets, net zero: just holds (2)
      Given claim types is neutral by offsets
      And basis stated in the claim is no
      When evaluated as of 2026-11-20
      Then rule EU-7 holds

  Rule: Evidence insufficient
    Background:
      Given these verdict rules
        | id      | rule                  | when                | verdict    | severity | in force from | basis     |
        | EU-12-b | Evidence insufficient | substantiated is no | misleading | major    | 2007-12-12    | ucpd-12-b |
      And these remedies
        | rule    | say instead                                                                                    |
        | EU-12-b | claim only what a test, footprint or record of this product shows; without it delete the claim |

    Scenario: Evidence insufficient
      Given substantiated is no
      When evaluated as of 2026-11-20
      Then rule EU-12-b holds

  Rule: Mark shown without its certificate
    Background:
      Given these verdict rules
        | id   | rule                               | when                                                                                                                                                                                                                              | verdict    | severity | in force from | basis     |
        | EU-2 | Mark shown without its certificate | claim types includes any of label; kind of label is one of of a public authority in the Union, of another public authority, of a certification scheme; certificate of the label is one of missing or expired, for another product | prohibited | major    | 2007-12-12    | annex-i-2 |
      And these remedies
        | rule | say instead                                                   |
        | EU-2 | remove the mark until a valid certificate covers this product |

    Scenario: Mark shown without its certificate
      Given claim_types is label
      And label_kind is certification_scheme
      And label_certificate is missing_or_expired
      When evaluated as of 2026-11-20
      Then rule EU-2 holds

    Scenario: EU-2: kind of label is one of of a public authority in the Union, of another public authority, of a certification scheme: just fails
      Given kind of label is self-declared
      And claim types is label
      And certificate of the label is missing or expired
      When evaluated as of 2026-11-20
      Then rule EU-2 does not hold

  Rule: Neutral making or event by offsets
    Background:
      Given these verdict rules
        | id         | rule                               | when                                                                                                                                               | verdict    | severity | in force from        | basis           |
        | EU-4c-proc | Neutral making or event by offsets | subject of the claim is one of process, event; claim types includes any of neutral by offsets                                                      | prohibited | major    | day of transposition | derived-process |
        | EU-4c-proc |                                    | subject of the claim is one of process, event; claim types includes any of neutral without offsets, net zero, carbon negative; offsets used is yes |            |          |                      |                 |
        | EU-4c-proc |                                    | subject of the claim is one of process, event; claim types includes any of comparative, quantified footprint; offsets in the footprint is yes      |            |          |                      |                 |
      And these remedies
        | rule       | say instead                                                                                              |
        | EU-4c-proc | state the emissions of the making or event and what was reduced; credits only as a separate contribution |

    Scenario: Neutral making or event by offsets
      Given subject_level is process
      And claim_types is neutral_offset
      When evaluated as of 2026-11-20
      Then rule EU-4c-proc holds

    Scenario: EU-4c-proc: claim types includes any of neutral without offsets, net zero, carbon negative: just fails
      Given claim types is generic
      And subject of the claim is process
      And offsets used is yes
      When evaluated as of 2026-11-20
      Then rule EU-4c-proc does not hold

    Scenario: EU-4c-proc: offsets used is yes: just fails
      Given offsets used is no
      And subject of the claim is process
      And claim types is neutral without offsets
      When evaluated as of 2026-11-20
      Then rule EU-4c-proc does not hold

    Scenario: EU-4c-proc: claim types includes any of comparative, quantified footprint: just fails
      Given claim types is generic
      And subject of the claim is process
      And offsets in the footprint is yes
      When evaluated as of 2026-11-20
      Then rule EU-4c-proc does not hold

    Scenario: EU-4c-proc: offsets in the footprint is yes: just fails
      Given offsets in the footprint is no
      And subject of the claim is process
      And claim types is comparative
      When evaluated as of 2026-11-20
      Then rule EU-4c-proc does not hold

  Rule: Promise that binds nobody
    Background:
      Given these verdict rules
        | id         | rule                      | when                                                                                          | verdict    | severity | in force from        | warn from                           | basis              |
        | EU-6-2-d-B | Promise that binds nobody | claim types includes any of future; whom the target binds is nobody, though told as a promise | misleading | major    | day of transposition | day of transposition minus 6 months | ucpd-6-2-d-binding |
      And these remedies
        | rule       | say instead                                                                                                                              |
        | EU-6-2-d-B | make it a commitment: a resolution, a contract or pay that depends on it, published with the plan; otherwise tell only what was achieved |

    Scenario: Promise that binds nobody
      Given claim_types is future
      And future_binding is nobody
      When evaluated as of 2026-11-20
      Then rule EU-6-2-d-B holds

    Scenario: EU-6-2-d-B: claim types includes any of future: just fails
      Given claim types is generic
      And whom the target binds is nobody, though told as a promise
      When evaluated as of 2026-11-20
      Then rule EU-6-2-d-B does not hold

  Rule: Absolute words not proven
    Background:
      Given these verdict rules
        | id      | rule                      | when                                                   | verdict    | severity | in force from | basis       |
        | EU-12-S | Absolute words not proven | absolute wording is yes; absolute wording proved is no | misleading | major    | 2007-12-12    | ucpd-12-top |
      And these remedies
        | rule    | say instead                                                                                                             |
        | EU-12-S | delete the absolute word, or name beside it what proves it: compared with whom, in what, on which day, measured by whom |

    Scenario: Absolute words not proven
      Given absolute_wording is yes
      And absolute_wording_proved is no
      When evaluated as of 2026-11-20
      Then rule EU-12-S holds

    Scenario: EU-12-S: absolute wording is yes: just fails
      Given absolute wording is no
      And absolute wording proved is no
      When evaluated as of 2026-11-20
      Then rule EU-12-S does not hold

    Scenario: EU-12-S: absolute wording proved is no: just fails
      Given absolute wording proved is yes
      And absolute wording is yes
      When evaluated as of 2026-11-20
      Then rule EU-12-S does not hold
