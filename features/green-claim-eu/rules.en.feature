# language: en
Feature: Rules · Green claims to consumers in the European Union
  Each rule with its verdict, the days on which it governs, and what to say instead.

  Background:
    Given the scorecard green-claim-eu
    And the scorecard applies when audience is consumers; kind of communication is commercial
    And verdicts are governed by display period, otherwise ok on basis otherwise

  Rule: Labels and their certificates (Annex I point 2a)
    Background:
      Given these verdict rules
        | id      | rule                                                | when                                                                                                                                                      | verdict    | severity | in force from        | warn from                           | basis              |
        | EU-2a   | Label without certification scheme or authority     | claim types includes any of label; kind of label is self-declared                                                                                         | prohibited | major    | day of transposition | day of transposition minus 6 months | annex-i-2a         |
        | EU-2a   |                                                     | claim types includes any of label; kind of label is of a certification scheme; scheme open, consulted and enforced is no                                  |            |          |                      |                                     |                    |
        | EU-2a-2 | Label monitored by its owner or the trader          | claim types includes any of label; kind of label is of a certification scheme; monitored by an independent third party is no                              | prohibited | major    | day of transposition | day of transposition minus 6 months | definition-r       |
        | EU-2a-3 | Label of an authority outside the Union             | claim types includes any of label; kind of label is of another public authority; scheme open, consulted and enforced is no                                | prohibited | major    | day of transposition | day of transposition minus 6 months | faq-labels         |
        | EU-2a-3 |                                                     | claim types includes any of label; kind of label is of another public authority; monitored by an independent third party is no                            |            |          |                      |                                     |                    |
        | EU-2a-4 | Certificate missing, expired or for another product | claim types includes any of label; kind of label is of a certification scheme; certificate of the label is one of missing or expired, for another product | prohibited | major    | day of transposition | day of transposition minus 6 months | definition-r-known |
      And these remedies
        | rule    | say instead                                                                                                                                  |
        | EU-2a   | remove the mark, or join a scheme with public terms, open access, expert and stakeholder requirements, withdrawal and independent monitoring |
        | EU-2a-2 | have a third party independent of both owner and trader monitor it                                                                           |
        | EU-2a-3 | treat it as a private scheme and prove all four criteria                                                                                     |
        | EU-2a-4 | have a valid certificate that covers this product                                                                                            |

    Scenario Outline: Label without certification scheme or authority
      Given claim types is <claim_types>
      And kind of label is <label_kind>
      And scheme open, consulted and enforced is <label_scheme_open_and_consulted>
      When evaluated as of 2026-11-20
      Then rule EU-2a <EU-2a>

      Examples:
        | claim_types | label_kind                | label_scheme_open_and_consulted | EU-2a         |
        | label       | self-declared             | yes                             | holds         |
        | generic     | self-declared             | yes                             | does not hold |
        | label       | of a certification scheme | no                              | holds         |
        | generic     | of a certification scheme | no                              | does not hold |

    Scenario Outline: Label monitored by its owner or the trader
      Given claim types is <claim_types>
      And kind of label is <label_kind>
      And monitored by an independent third party is no
      When evaluated as of 2026-11-20
      Then rule EU-2a-2 <EU-2a-2>

      Examples:
        | claim_types | label_kind                         | EU-2a-2       |
        | label       | of a certification scheme          | holds         |
        | generic     | of a certification scheme          | does not hold |
        | label       | of a public authority in the Union | does not hold |

    Scenario Outline: Label of an authority outside the Union
      Given claim types is <claim_types>
      And kind of label is <label_kind>
      And scheme open, consulted and enforced is <label_scheme_open_and_consulted>
      And monitored by an independent third party is <label_independent_monitor>
      When evaluated as of 2026-11-20
      Then rule EU-2a-3 <EU-2a-3>

      Examples:
        | claim_types | label_kind                         | label_scheme_open_and_consulted | label_independent_monitor | EU-2a-3       |
        | label       | of another public authority        | no                              | yes                       | holds         |
        | generic     | of another public authority        | no                              | yes                       | does not hold |
        | label       | of another public authority        | yes                             | yes                       | does not hold |
        | label       | of another public authority        | yes                             | no                        | holds         |
        | generic     | of another public authority        | yes                             | no                        | does not hold |
        | label       | of a public authority in the Union | yes                             | no                        | does not hold |

    Scenario Outline: Certificate missing, expired or for another product
      Given claim types is <claim_types>
      And kind of label is <label_kind>
      And certificate of the label is missing or expired
      When evaluated as of 2026-11-20
      Then rule EU-2a-4 <EU-2a-4>

      Examples:
        | claim_types | label_kind                         | EU-2a-4       |
        | label       | of a certification scheme          | holds         |
        | generic     | of a certification scheme          | does not hold |
        | label       | of a public authority in the Union | does not hold |

  Rule: Generic words (Annex I point 4a)
    Background:
      Given these verdict rules
        | id         | rule                                             | when                                                                                                                                                                                       | verdict    | severity | in force from        | warn from                           | basis      |
        | EU-4a      | Generic claim without recognised excellence      | claim types includes any of generic; specification is no specification; recognised excellence is no recognised excellence                                                                  | prohibited | major    | day of transposition | day of transposition minus 6 months | annex-i-4a |
        | EU-4a-9    | Word that recital 9 names among the generic ones | claim types includes any of degradable, renewable material, energy efficiency; specification is one of no specification, elsewhere only; recognised excellence is no recognised excellence | prohibited | major    | day of transposition | day of transposition minus 6 months | annex-i-4a |
        | EU-4a-link | Specification only behind a link or elsewhere    | claim types includes any of generic; specification is elsewhere only; recognised excellence is no recognised excellence                                                                    | prohibited | major    | day of transposition | day of transposition minus 6 months | annex-i-4a |
      And these remedies
        | rule       | say instead                                                                                                                                         |
        | EU-4a      | replace it on the same face by aspect, value, part and basis, such as: 100 % of the energy for this pack comes from renewable sources               |
        | EU-4a-9    | say on the same face what is meant, such as: decomposes by 90 % within 6 months in industrial composting, EN 13432; or: uses 95 kWh a year, class A |
        | EU-4a-link | put aspect, value, part and basis beside the word; a link may only say more                                                                         |

    Scenario: Generic claim without recognised excellence
      Given claim types is generic
      And specification is no specification
      And recognised excellence is no recognised excellence
      When evaluated as of 2026-11-20
      Then rule EU-4a holds

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

    Scenario Outline: Specification only behind a link or elsewhere
      Given claim types is <claim_types>
      And specification is elsewhere only
      And recognised excellence is <reep_basis>
      When evaluated as of 2026-11-20
      Then rule EU-4a-link <EU-4a-link>

      Examples:
        | claim_types              | reep_basis               | EU-4a-link    |
        | generic                  | no recognised excellence | holds         |
        | social and environmental | no recognised excellence | does not hold |
        | generic                  | EU Ecolabel              | does not hold |

  Rule: Other vague word, or word without its basis
    Background:
      Given these verdict rules
        | id         | rule                                        | when                                                                                                                                                                                                                                                                                                                                      | verdict    | severity | in force from        | warn from                           | basis            |
        | EU-4a-word | Other vague word, or word without its basis | claim types includes any of social and environmental; specification is one of no specification, elsewhere only; recognised excellence is no recognised excellence                                                                                                                                                                         | prohibited | major    | day of transposition | day of transposition minus 6 months | annex-i-4a-words |
        | EU-4a-word |                                             | claim types includes any of absolute, comparative; claim types includes none of recycled content, recyclable, degradable, compostable, renewable energy, renewable material, quantified footprint, durability, repairability; specification is one of no specification, elsewhere only; recognised excellence is no recognised excellence |            |          |                      |                                     |                  |
        | EU-4a-word |                                             | claim types includes any of generic, social and environmental; basis stated in the claim is no; recognised excellence is no recognised excellence                                                                                                                                                                                         |            |          |                      |                                     |                  |
        | EU-4a-word |                                             | claim types includes any of absolute, comparative; claim types includes none of recycled content, recyclable, degradable, compostable, renewable energy, renewable material, quantified footprint, durability, repairability; basis stated in the claim is no; recognised excellence is no recognised excellence                          |            |          |                      |                                     |                  |
        | EU-4a-word |                                             | claim types includes any of generic, social and environmental; qualified clearly and prominently is no; recognised excellence is no recognised excellence                                                                                                                                                                                 |            |          |                      |                                     |                  |
        | EU-4a-word |                                             | claim types includes any of absolute, comparative; claim types includes none of recycled content, recyclable, degradable, compostable, renewable energy, renewable material, quantified footprint, durability, repairability; qualified clearly and prominently is no; recognised excellence is no recognised excellence                  |            |          |                      |                                     |                  |
      And these remedies
        | rule       | say instead                                                                               |
        | EU-4a-word | put beside the word what is meant: aspect, value, part and basis, where everybody sees it |

    Scenario Outline: Other vague word, or word without its basis
      Given claim types is <claim_types>
      And specification is <specification>
      And recognised excellence is <reep_basis>
      And basis stated in the claim is <basis_in_claim>
      When evaluated as of 2026-11-20
      Then rule EU-4a-word <EU-4a-word>

      Examples:
        | claim_types                | specification      | reep_basis               | basis_in_claim | EU-4a-word    |
        | absolute                   | no specification   | no recognised excellence | yes            | holds         |
        | social and environmental   | on the same medium | no recognised excellence | yes            | does not hold |
        | absolute, recycled content | no specification   | no recognised excellence | yes            | does not hold |
        | absolute                   | on the same medium | no recognised excellence | yes            | does not hold |
        | absolute                   | no specification   | EU Ecolabel              | yes            | does not hold |
        | generic                    | on the same medium | no recognised excellence | no             | holds         |
        | specific attribute         | on the same medium | no recognised excellence | no             | does not hold |
        | generic                    | on the same medium | EU Ecolabel              | no             | does not hold |
        | absolute                   | on the same medium | no recognised excellence | no             | holds         |
        | absolute, recycled content | on the same medium | no recognised excellence | no             | does not hold |
        | absolute                   | on the same medium | EU Ecolabel              | no             | does not hold |

    Scenario Outline: EU-4a-word: where it just holds and just fails
      Given claim types is <claim_types>
      And qualified clearly and prominently is no
      And recognised excellence is <reep_basis>
      When evaluated as of 2026-11-20
      Then rule EU-4a-word <EU-4a-word>

      Examples:
        | claim_types                       | reep_basis               | EU-4a-word    |
        | generic                           | no recognised excellence | holds         |
        | specific attribute                | no recognised excellence | does not hold |
        | generic                           | EU Ecolabel              | does not hold |
        | absolute                          | no recognised excellence | holds         |
        | absolute, renewable energy        | no recognised excellence | does not hold |
        | comparative, quantified footprint | no recognised excellence | does not hold |
        | absolute, recycled content        | no recognised excellence | does not hold |
        | absolute, recyclable              | no recognised excellence | does not hold |
        | absolute, degradable              | no recognised excellence | does not hold |
        | absolute, compostable             | no recognised excellence | does not hold |
        | absolute, renewable material      | no recognised excellence | does not hold |
        | absolute, durability              | no recognised excellence | does not hold |
        | absolute, repairability           | no recognised excellence | does not hold |
        | comparative                       | EU Ecolabel              | does not hold |

  Rule: Names, pictures, and what cannot be shown
    Background:
      Given these verdict rules
        | id         | rule                                        | when                                                                                                                                                                                                                               | verdict        | severity | in force from        | warn from                           | basis             |
        | EU-4a-name | Generic term inside a name                  | claim types includes any of name; specification is one of no specification, elsewhere only; recognised excellence is no recognised excellence                                                                                      | prohibited     | major    | day of transposition | day of transposition minus 6 months | definition-o      |
        | EU-4a-img  | Imagery beside unspecified wording          | imagery includes any of leaf, globe, water, trees, animals, green colour scheme, seal, children, sky, mountains, meadow or field; claim types includes any of generic, social and environmental; specification is no specification | needs evidence | minor    | day of transposition | day of transposition minus 6 months | derived-imagery   |
        | EU-4a-12   | Generic claim of which nothing can be shown | claim types includes any of generic, social and environmental, name, degradable, renewable material, energy efficiency; specification is one of no specification, elsewhere only; substantiated is no                              | prohibited     | major    | day of transposition | day of transposition minus 6 months | annex-i-4a-burden |
      And these remedies
        | rule       | say instead                                                                                                  |
        | EU-4a-name | put aspect, value, part and basis beside the name wherever it is used commercially                           |
        | EU-4a-img  | take out leaf, globe or green colours, or say beside them what they stand for                                |
        | EU-4a-12   | replace it on the same face by a single property that a test, footprint or record shows; otherwise delete it |

    Scenario Outline: Generic term inside a name
      Given claim types is name
      And specification is <specification>
      And recognised excellence is <reep_basis>
      When evaluated as of 2026-11-20
      Then rule EU-4a-name <EU-4a-name>

      Examples:
        | specification      | reep_basis               | EU-4a-name    |
        | no specification   | no recognised excellence | holds         |
        | on the same medium | no recognised excellence | does not hold |
        | no specification   | EU Ecolabel              | does not hold |

    Scenario Outline: Imagery beside unspecified wording
      Given imagery is leaf
      And claim types is <claim_types>
      And specification is <specification>
      When evaluated as of 2026-11-20
      Then rule EU-4a-img <EU-4a-img>

      Examples:
        | claim_types        | specification      | EU-4a-img     |
        | generic            | no specification   | holds         |
        | specific attribute | no specification   | does not hold |
        | generic            | on the same medium | does not hold |

    Scenario Outline: Generic claim of which nothing can be shown
      Given claim types is <claim_types>
      And specification is <specification>
      And substantiated is no
      When evaluated as of 2026-11-20
      Then rule EU-4a-12 <EU-4a-12>

      Examples:
        | claim_types        | specification      | EU-4a-12      |
        | generic            | no specification   | holds         |
        | generic            | on the same medium | does not hold |
        | specific attribute | no specification   | does not hold |

  Rule: Recognised excellence (recital 10)
    Background:
      Given these verdict rules
        | id        | rule                                           | when                                                                                                                                                                                                                                                                                                                 | verdict    | severity | in force from        | warn from                           | basis      |
        | EU-REEP-1 | Excellence that does not cover the claim       | claim types includes any of generic; recognised excellence is one of EU Ecolabel, national type I label, top class under Union law; excellence relevant to the whole claim is no                                                                                                                                     | prohibited | major    | day of transposition | day of transposition minus 6 months | recital-10 |
        | EU-REEP-1 |                                                | claim types includes any of social and environmental, name, degradable, renewable material, energy efficiency; specification is one of no specification, elsewhere only; recognised excellence is one of EU Ecolabel, national type I label, top class under Union law; excellence relevant to the whole claim is no |            |          |                      |                                     |            |
        | EU-REEP-2 | Social words on environmental excellence alone | claim types includes any of social and environmental; specification is one of no specification, elsewhere only; social aspects substantiated is no                                                                                                                                                                   | prohibited | major    | day of transposition | day of transposition minus 6 months | recital-10 |
        | EU-REEP-2 |                                                | claim types includes any of social and environmental; basis stated in the claim is no; social aspects substantiated is no                                                                                                                                                                                            |            |          |                      |                                     |            |
        | EU-REEP-2 |                                                | claim types includes any of social and environmental; qualified clearly and prominently is no; social aspects substantiated is no                                                                                                                                                                                    |            |          |                      |                                     |            |
      And these remedies
        | rule      | say instead                                                                        |
        | EU-REEP-1 | claim only the property that the label certifies, in its words                     |
        | EU-REEP-2 | state what is meant of the environment and of people apart, each with its evidence |

    Scenario Outline: Excellence that does not cover the claim
      Given claim types is <claim_types>
      And recognised excellence is <reep_basis>
      And excellence relevant to the whole claim is no
      When evaluated as of 2026-11-20
      Then rule EU-REEP-1 <EU-REEP-1>

      Examples:
        | claim_types              | reep_basis               | EU-REEP-1     |
        | generic                  | EU Ecolabel              | holds         |
        | social and environmental | EU Ecolabel              | does not hold |
        | generic                  | no recognised excellence | does not hold |

    Scenario Outline: biodegradable on a label that has no criterion for it
      Given claim types is <claim_types>
      And specification is <specification>
      And recognised excellence is <reep_basis>
      And excellence relevant to the whole claim is <relevant>
      When evaluated as of 2026-11-20
      Then the verdict is <verdict>
      And rule EU-REEP-1 <EU-REEP-1>

      Examples:
        | claim_types              | specification      | reep_basis                | relevant | verdict    | EU-REEP-1     |
        | degradable               | no specification   | EU Ecolabel               | no       | prohibited | holds         |
        | degradable               | elsewhere only     | national type I label     | no       | prohibited | holds         |
        | degradable               | on the same medium | EU Ecolabel               | no       | ok         | does not hold |
        | degradable               | no specification   | EU Ecolabel               | yes      | ok         | does not hold |
        | energy efficiency        | no specification   | top class under Union law | no       | prohibited | holds         |
        | energy efficiency        | no specification   | top class under Union law | yes      | ok         | does not hold |
        | renewable material       | no specification   | EU Ecolabel               | no       | prohibited | holds         |
        | name                     | no specification   | EU Ecolabel               | no       | prohibited | holds         |
        | name                     | no specification   | EU Ecolabel               | yes      | ok         | does not hold |
        | social and environmental | no specification   | EU Ecolabel               | no       | prohibited | holds         |
        | recyclable               | no specification   | EU Ecolabel               | no       | ok         | does not hold |
        | degradable               | no specification   | no recognised excellence  | no       | prohibited | does not hold |

    Scenario Outline: Social words on environmental excellence alone
      Given claim types is <claim_types>
      And specification is <specification>
      And social aspects substantiated is <social_aspects_substantiated>
      And basis stated in the claim is <basis_in_claim>
      When evaluated as of 2026-11-20
      Then rule EU-REEP-2 <EU-REEP-2>

      Examples:
        | claim_types              | specification      | social_aspects_substantiated | basis_in_claim | EU-REEP-2     |
        | social and environmental | no specification   | no                           | yes            | holds         |
        | generic                  | no specification   | no                           | yes            | does not hold |
        | social and environmental | on the same medium | no                           | yes            | does not hold |
        | social and environmental | on the same medium | no                           | no             | holds         |
        | generic                  | on the same medium | no                           | no             | does not hold |
        | social and environmental | on the same medium | yes                          | no             | does not hold |

    Scenario Outline: EU-REEP-2: where it just holds and just fails
      Given claim types is <claim_types>
      And qualified clearly and prominently is no
      And social aspects substantiated is <social_aspects_substantiated>
      When evaluated as of 2026-11-20
      Then rule EU-REEP-2 <EU-REEP-2>

      Examples:
        | claim_types              | social_aspects_substantiated | EU-REEP-2     |
        | social and environmental | no                           | holds         |
        | generic                  | no                           | does not hold |
        | social and environmental | yes                          | does not hold |

  Rule: Whole claimed, part proven
    Background:
      Given these verdict rules
        | id    | rule                       | when                                                              | verdict    | severity | in force from        | warn from                           | basis      |
        | EU-4b | Whole claimed, part proven | asserted scope is the whole; evidence covers is only a part of it | prohibited | major    | day of transposition | day of transposition minus 6 months | annex-i-4b |
      And these remedies
        | rule  | say instead                                                        |
        | EU-4b | name the part or share, such as: packaging of 100 % recycled paper |

    Scenario Outline: Whole claimed, part proven
      Given asserted scope is <subject_asserted_scope>
      And evidence covers is only a part of it
      When evaluated as of 2026-11-20
      Then rule EU-4b <EU-4b>

      Examples:
        | subject_asserted_scope | EU-4b         |
        | the whole              | holds         |
        | a part                 | does not hold |

  Rule: Offsets and contributions (Annex I point 4c)
    Background:
      Given these verdict rules
        | id         | rule                                                                    | when                                                                                                                                                                            | verdict                      | severity    | in force from        | warn from                           | basis              |
        | EU-4c      | Neutral, reduced or positive impact of a product by offsets             | subject of the claim is one of product, category, packaging, component, service; claim types includes any of neutral by offsets                                                 | prohibited                   | major       | day of transposition | day of transposition minus 6 months | annex-i-4c         |
        | EU-4c      |                                                                         | subject of the claim is one of product, category, packaging, component, service; claim types includes any of net zero, carbon negative; offsets used is yes                     |                              |             |                      |                                     |                    |
        | EU-4c-word | Called neutral without offsets, or a removal, although offsets are used | subject of the claim is one of product, category, packaging, component, service; claim types includes any of neutral without offsets, removal; offsets used is yes              | prohibited                   | major       | day of transposition | day of transposition minus 6 months | derived-word       |
        | EU-4c-mix  | Reduction mixed with offsets                                            | subject of the claim is one of product, category, packaging, component, service; claim types includes any of comparative, quantified footprint; offsets in the footprint is yes | prohibited                   | major       | day of transposition | day of transposition minus 6 months | derived-mix        |
        | EU-4c-X    | Contribution told apart from the product                                | claim types includes any of contribution; details of the contribution given is yes                                                                                              | permitted with qualification | observation | day of transposition |                                     | recital-12         |
        | EU-4c-XD   | Contribution without its details                                        | claim types includes any of contribution; details of the contribution given is no                                                                                               | needs evidence               | minor       | day of transposition |                                     | recital-12-details |
      And these remedies
        | rule       | say instead                                                                                                                                                          |
        | EU-4c      | delete it; say: footprint of so many kilograms over the life cycle, so many per cent less than in this year; we also fund this project, not counted in the footprint |
        | EU-4c-word | delete it, or show that no credit is part of it; mention credits only as a separate contribution                                                                     |
        | EU-4c-mix  | compute again without credits from outside the value chain                                                                                                           |
        | EU-4c-X    | for each tonne sold we retire so many tonnes of credits of this project; not counted in the footprint                                                                |
        | EU-4c-XD   | say beside it how much is paid or retired, for which project, and that the product stays as it is                                                                    |

    Scenario Outline: Neutral, reduced or positive impact of a product by offsets
      Given subject of the claim is <subject_level>
      And claim types is <claim_types>
      And offsets used is <offsets_used>
      When evaluated as of 2026-11-20
      Then rule EU-4c <EU-4c>

      Examples:
        | subject_level | claim_types        | offsets_used | EU-4c         |
        | product       | neutral by offsets | no           | holds         |
        | product       | net zero           | yes          | holds         |
        | process       | net zero           | yes          | does not hold |
        | product       | net zero           | no           | does not hold |

    Scenario: a footprint without offsets in it, of a trader who uses them besides
      Given claim types is quantified footprint
      And offsets used is yes
      When evaluated as of 2026-11-20
      Then rule EU-4c does not hold
      And the verdict is ok

    Scenario Outline: Called neutral without offsets, or a removal, although offsets are used
      Given subject of the claim is <subject_level>
      And claim types is neutral without offsets
      And offsets used is <offsets_used>
      When evaluated as of 2026-11-20
      Then rule EU-4c-word <EU-4c-word>

      Examples:
        | subject_level | offsets_used | EU-4c-word    |
        | product       | yes          | holds         |
        | process       | yes          | does not hold |
        | product       | no           | does not hold |

    Scenario Outline: Reduction mixed with offsets
      Given subject of the claim is <subject_level>
      And claim types is <claim_types>
      And offsets in the footprint is <lca_offsets_in_total>
      When evaluated as of 2026-11-20
      Then rule EU-4c-mix <EU-4c-mix>

      Examples:
        | subject_level | claim_types | lca_offsets_in_total | EU-4c-mix     |
        | product       | comparative | yes                  | holds         |
        | process       | comparative | yes                  | does not hold |
        | product       | generic     | yes                  | does not hold |
        | product       | comparative | no                   | does not hold |

    Scenario Outline: Contribution told apart from the product
      Given claim types is contribution
      And details of the contribution given is <contribution_details_given>
      When evaluated as of 2026-11-20
      Then rule EU-4c-X <EU-4c-X>

      Examples:
        | contribution_details_given | EU-4c-X       |
        | yes                        | holds         |
        | no                         | does not hold |

    Scenario: Contribution without its details, and its verdict
      Given claim types is contribution
      And details of the contribution given is no
      When evaluated as of 2026-11-20
      Then the verdict is needs evidence under EU-4c-XD

    Scenario: Contribution without its details before the transposition
      Given claim types is contribution
      And details of the contribution given is no
      And display period is 2026-09-26 to 2026-09-26
      When evaluated as of 2026-11-20
      Then rule EU-4c-XD is not in force

    Scenario Outline: Contribution without its details
      Given claim types is <claim_types>
      And details of the contribution given is <contribution_details_given>
      When evaluated as of 2026-11-20
      Then rule EU-4c-XD <EU-4c-XD>

      Examples:
        | claim_types  | contribution_details_given | EU-4c-XD      |
        | contribution | no                         | holds         |
        | contribution | yes                        | does not hold |
        | generic      | no                         | does not hold |

  Rule: Legal requirement as a distinctive feature
    Background:
      Given these verdict rules
        | id     | rule                                       | when                                                                           | verdict    | severity | in force from        | warn from                           | basis       |
        | EU-10a | Legal requirement as a distinctive feature | claim types includes any of legal requirement; presented as distinctive is yes | prohibited | major    | day of transposition | day of transposition minus 6 months | annex-i-10a |
      And these remedies
        | rule   | say instead                                                 |
        | EU-10a | delete it, or say: as the law requires of all such products |

    Scenario Outline: Legal requirement as a distinctive feature
      Given claim types is <claim_types>
      And presented as distinctive is <presented_as_distinctive>
      When evaluated as of 2026-11-20
      Then rule EU-10a <EU-10a>

      Examples:
        | claim_types       | presented_as_distinctive | EU-10a        |
        | legal requirement | yes                      | holds         |
        | generic           | yes                      | does not hold |
        | legal requirement | no                       | does not hold |

  Rule: How long goods last and are repaired (Annex I points 23d to 23j)
    Background:
      Given these verdict rules
        | id     | rule                                       | when                                                                          | verdict    | severity | in force from        | warn from                           | basis       |
        | EU-23d | Harm of a software update withheld         | practices includes any of harm of an update withheld                          | prohibited | major    | day of transposition | day of transposition minus 6 months | annex-i-23d |
        | EU-23e | Functional update shown as necessary       | practices includes any of update shown as necessary                           | prohibited | minor    | day of transposition | day of transposition minus 6 months | annex-i-23e |
        | EU-23f | Good of limited durability advertised      | practices includes any of limited durability advertised                       | prohibited | major    | day of transposition | day of transposition minus 6 months | annex-i-23f |
        | EU-23g | Durability not proven                      | claim types includes any of durability; durability proven in normal use is no | prohibited | major    | day of transposition | day of transposition minus 6 months | annex-i-23g |
        | EU-23h | Repairable although repair is not possible | claim types includes any of repairability; repair possible is no              | prohibited | major    | day of transposition | day of transposition minus 6 months | annex-i-23h |
        | EU-23i | Early replacement of consumables induced   | practices includes any of early replacement induced                           | prohibited | minor    | day of transposition | day of transposition minus 6 months | annex-i-23i |
        | EU-23j | Third-party parts deterred                 | practices includes any of third-party parts deterred                          | prohibited | minor    | day of transposition | day of transposition minus 6 months | annex-i-23j |
      And these remedies
        | rule   | say instead                                                                       |
        | EU-23d | state before the update what it slows down or disables                            |
        | EU-23e | this update adds functions; your device works on without it                       |
        | EU-23f | stop, or redesign                                                                 |
        | EU-23g | lasts so many cycles in normal use, by this test                                  |
        | EU-23h | repairable, spare parts for so many years, instructions here; otherwise delete it |
        | EU-23i | correct the threshold of the message                                              |
        | EU-23j | say truthfully what they do                                                       |

    Scenario Outline: How long goods last and are repaired (Annex I points 23d to 23j): a case of each
      Given <given>
      When evaluated as of 2026-11-20
      Then rule <rule> holds

      Examples:
        | given                                      | rule   |
        | practices is harm of an update withheld    | EU-23d |
        | practices is update shown as necessary     | EU-23e |
        | practices is limited durability advertised | EU-23f |
        | practices is early replacement induced     | EU-23i |
        | practices is third-party parts deterred    | EU-23j |

    Scenario Outline: Durability not proven
      Given claim types is <claim_types>
      And durability proven in normal use is <durability_proven>
      When evaluated as of 2026-11-20
      Then rule EU-23g <EU-23g>

      Examples:
        | claim_types | durability_proven | EU-23g        |
        | durability  | no                | holds         |
        | generic     | no                | does not hold |
        | durability  | yes               | does not hold |

    Scenario Outline: Repairable although repair is not possible
      Given claim types is <claim_types>
      And repair possible is <repair_possible>
      When evaluated as of 2026-11-20
      Then rule EU-23h <EU-23h>

      Examples:
        | claim_types   | repair_possible | EU-23h        |
        | repairability | no              | holds         |
        | generic       | no              | does not hold |
        | repairability | yes             | does not hold |

  Rule: Misleading and not proven (Articles 6, 7 and 12)
    Background:
      Given these verdict rules
        | id           | rule                                            | when                                                                                   | verdict        | severity | in force from        | warn from                           | basis                |
        | EU-6-1-b     | Deceptive in overall presentation               | overall presentation fair is no                                                        | misleading     | major    | day of transposition | day of transposition minus 6 months | ucpd-6-1-b           |
        | EU-6-2-d     | Future performance without commitments and plan | claim types includes any of future; public commitments is no                           | misleading     | major    | day of transposition | day of transposition minus 6 months | ucpd-6-2-d           |
        | EU-6-2-d     |                                                 | claim types includes any of future; detailed and realistic plan is no                  |                |          |                      |                                     |                      |
        | EU-6-2-d     |                                                 | claim types includes any of future; measurable targets with dates is no                |                |          |                      |                                     |                      |
        | EU-6-2-d     |                                                 | claim types includes any of future; resources allocated is no                          |                |          |                      |                                     |                      |
        | EU-6-2-d     |                                                 | claim types includes any of future; regular independent verification is no             |                |          |                      |                                     |                      |
        | EU-6-2-d     |                                                 | claim types includes any of future; findings available to consumers is no              |                |          |                      |                                     |                      |
        | EU-6-2-d-off | Future neutrality by credits of unstated share  | claim types includes any of future; offsets used is yes; share of credits stated is no | misleading     | major    | 2025-03-25           |                                     | derived-credit-share |
        | EU-6-2-e     | Irrelevant benefit                              | benefit relevant is no                                                                 | misleading     | minor    | day of transposition | day of transposition minus 6 months | ucpd-6-2-e           |
        | EU-7-7       | Comparison service without its information      | comparison service offered is yes; information on the comparison given is no           | misleading     | major    | day of transposition | day of transposition minus 6 months | ucpd-7-7             |
        | EU-12        | No evidence at publication                      | evidence on file at publication is no                                                  | needs evidence | major    | 2005-06-11           |                                     | ucpd-12              |
      And these remedies
        | rule         | say instead                                                                                                                           |
        | EU-6-1-b     | replace it by what is true: this figure, of this part, in this period, by this evidence                                               |
        | EU-6-2-d     | publish plan, dated targets, money and yearly findings of an independent expert, and say where; otherwise tell only what was achieved |
        | EU-6-2-d-off | state in the claim: so many per cent by our own reductions, so many by credits                                                        |
        | EU-6-2-e     | delete it; name a benefit that this product really has over others                                                                    |
        | EU-7-7       | add method, products, suppliers and updating                                                                                          |
        | EU-12        | claim only what a test, footprint or record of this product shows, made before publication; otherwise delete it                       |

    Scenario: Deceptive in overall presentation
      Given overall presentation fair is no
      When evaluated as of 2026-11-20
      Then rule EU-6-1-b holds

    Scenario Outline: Future performance without commitments and plan
      Given claim types is <claim_types>
      And public commitments is <future_public_commitments>
      And detailed and realistic plan is <future_detailed_plan>
      When evaluated as of 2026-11-20
      Then rule EU-6-2-d <EU-6-2-d>

      Examples:
        | claim_types | future_public_commitments | future_detailed_plan | EU-6-2-d      |
        | future      | no                        | yes                  | holds         |
        | generic     | no                        | yes                  | does not hold |
        | future      | yes                       | no                   | holds         |
        | generic     | yes                       | no                   | does not hold |

    Scenario Outline: EU-6-2-d: where it just holds and just fails
      Given claim types is <claim_types>
      And measurable targets with dates is <future_measurable_targets>
      And resources allocated is <future_resources_allocated>
      When evaluated as of 2026-11-20
      Then rule EU-6-2-d <EU-6-2-d>

      Examples:
        | claim_types | future_measurable_targets | future_resources_allocated | EU-6-2-d      |
        | future      | no                        | yes                        | holds         |
        | generic     | no                        | yes                        | does not hold |
        | future      | yes                       | no                         | holds         |
        | generic     | yes                       | no                         | does not hold |

    Scenario Outline: EU-6-2-d: where it just holds and just fails (2)
      Given claim types is <claim_types>
      And regular independent verification is <future_expert_verification>
      And findings available to consumers is <future_findings_public>
      When evaluated as of 2026-11-20
      Then rule EU-6-2-d <EU-6-2-d>

      Examples:
        | claim_types | future_expert_verification | future_findings_public | EU-6-2-d      |
        | future      | no                         | yes                    | holds         |
        | generic     | no                         | yes                    | does not hold |
        | future      | yes                        | no                     | holds         |
        | generic     | yes                        | no                     | does not hold |

    Scenario Outline: Future neutrality by credits of unstated share
      Given claim types is <claim_types>
      And offsets used is <offsets_used>
      And share of credits stated is <credit_share_stated>
      When evaluated as of 2026-11-20
      Then rule EU-6-2-d-off <EU-6-2-d-off>

      Examples:
        | claim_types | offsets_used | credit_share_stated | EU-6-2-d-off  |
        | future      | yes          | no                  | holds         |
        | generic     | yes          | no                  | does not hold |
        | future      | no           | no                  | does not hold |
        | future      | yes          | yes                 | does not hold |

    Scenario: Irrelevant benefit
      Given claim types is irrelevant benefit
      And benefit relevant is no
      When evaluated as of 2026-11-20
      Then rule EU-6-2-e holds

    Scenario Outline: Comparison service without its information
      Given comparison service offered is <comparison_service>
      And information on the comparison given is <comparison_information_given>
      When evaluated as of 2026-11-20
      Then rule EU-7-7 <EU-7-7>

      Examples:
        | comparison_service | comparison_information_given | EU-7-7        |
        | yes                | no                           | holds         |
        | no                 | no                           | does not hold |
        | yes                | yes                          | does not hold |

    Scenario: No evidence at publication
      Given evidence on file at publication is no
      When evaluated as of 2026-11-20
      Then rule EU-12 holds

  Rule: Flights, recycled headlines and avoided emissions
    Background:
      Given these verdict rules
        | id        | rule                                                        | when                                                                                                    | verdict    | severity | in force from        | in force until | warn from                           | basis             |
        | SEC-AIR   | Flight neutralised by payment                               | airline is yes; paying extra neutralises the flight is yes                                              | misleading | major    | day of transposition |                |                                     | airlines          |
        | SEC-AIR   |                                                             | airline is yes; sustainable fuel unqualified is yes                                                     |            |          |                      |                |                                     |                   |
        | SEC-AIR   |                                                             | airline is yes; calculator without method is yes                                                        |            |          |                      |                |                                     |                   |
        | SEC-AIR-A | Flight neutralised by payment, before the new rules         | airline is yes; paying extra neutralises the flight is yes                                              | misleading | major    | 2025-11-05           | 2026-09-26     |                                     | airlines-art-6    |
        | SEC-AIR-A |                                                             | airline is yes; sustainable fuel unqualified is yes                                                     |            |          |                      |                |                                     |                   |
        | SEC-AIR-A |                                                             | airline is yes; calculator without method is yes                                                        |            |          |                      |                |                                     |                   |
        | REC-02    | Recycled headline that excludes parts                       | claim types includes any of recycled content; headline excludes parts is yes                            | misleading | major    | day of transposition |                |                                     | recycled-headline |
        | REC-02-A  | Recycled headline that excludes parts, before the new rules | claim types includes any of recycled content; headline excludes parts is yes                            | misleading | major    | 2022-01-19           | 2026-09-26     |                                     | recycled-art-6    |
        | AVO-07    | Avoided emissions without baseline on the medium            | claim types includes any of avoided emissions; specification is one of no specification, elsewhere only | prohibited | major    | day of transposition |                | day of transposition minus 6 months | avoided           |
      And these remedies
        | rule      | say instead                                                                                      |
        | SEC-AIR   | you may contribute so much to this project, which does not lower the emissions of your flight    |
        | SEC-AIR-A | you may contribute so much to this project, which does not lower the emissions of your flight    |
        | REC-02    | put the part into the headline, such as: bottle of 100 % recycled plastic, without cap and label |
        | REC-02-A  | put the part into the headline, such as: bottle of 100 % recycled plastic, without cap and label |
        | AVO-07    | so many kilograms less than that product for the same use, on the same medium                    |

    Scenario Outline: Flight neutralised by payment
      Given airline is <airline>
      And paying extra neutralises the flight is <flight_neutralised_by_payment>
      And sustainable fuel unqualified is <sustainable_fuel_unqualified>
      When evaluated as of 2026-11-20
      Then rule SEC-AIR <SEC-AIR>

      Examples:
        | airline | flight_neutralised_by_payment | sustainable_fuel_unqualified | SEC-AIR       |
        | yes     | yes                           | no                           | holds         |
        | no      | yes                           | no                           | does not hold |
        | yes     | no                            | no                           | does not hold |
        | yes     | no                            | yes                          | holds         |
        | no      | no                            | yes                          | does not hold |

    Scenario Outline: SEC-AIR: where it just holds and just fails
      Given airline is <airline>
      And calculator without method is yes
      When evaluated as of 2026-11-20
      Then rule SEC-AIR <SEC-AIR>

      Examples:
        | airline | SEC-AIR       |
        | yes     | holds         |
        | no      | does not hold |

    Scenario: Flight neutralised by payment, before the new rules
      Given airline is yes
      And paying extra neutralises the flight is yes
      And display period is 2026-09-26 to 2026-09-26
      When evaluated as of 2026-11-20
      Then rule SEC-AIR-A holds

    Scenario Outline: Recycled headline that excludes parts
      Given claim types is <claim_types>
      And headline excludes parts is <headline_excludes_parts>
      When evaluated as of 2026-11-20
      Then rule REC-02 <REC-02>

      Examples:
        | claim_types      | headline_excludes_parts | REC-02        |
        | recycled content | yes                     | holds         |
        | generic          | yes                     | does not hold |
        | recycled content | no                      | does not hold |

    Scenario: Recycled headline that excludes parts, before the new rules
      Given claim types is recycled content
      And headline excludes parts is yes
      And display period is 2026-09-26 to 2026-09-26
      When evaluated as of 2026-11-20
      Then rule REC-02-A holds

    Scenario Outline: Avoided emissions without baseline on the medium
      Given claim types is avoided emissions
      And specification is <specification>
      When evaluated as of 2026-11-20
      Then rule AVO-07 <AVO-07>

      Examples:
        | specification      | AVO-07        |
        | no specification   | holds         |
        | on the same medium | does not hold |

  Rule: General clauses, and marks, since 2007
    Background:
      Given these verdict rules
        | id      | rule                                        | when                                                                                                                                                                                                                                                                                                                         | verdict    | severity | in force from | basis     |
        | EU-6-1  | False, or deceptive in overall presentation | truthful and accurate is no                                                                                                                                                                                                                                                                                                  | misleading | major    | 2007-12-12    | ucpd-6-1  |
        | EU-6-1  |                                             | overall presentation fair is no                                                                                                                                                                                                                                                                                              |            |          |               |           |
        | EU-7    | Material information omitted or unclear     | nothing important omitted is no                                                                                                                                                                                                                                                                                              | misleading | major    | 2007-12-12    | ucpd-7    |
        | EU-7    |                                             | clear and unambiguous is no                                                                                                                                                                                                                                                                                                  |            |          |               |           |
        | EU-7    |                                             | claim types includes any of neutral by offsets, neutral without offsets, net zero; specification is one of no specification, elsewhere only                                                                                                                                                                                  |            |          |               |           |
        | EU-7    |                                             | claim types includes any of neutral by offsets, neutral without offsets, net zero; basis stated in the claim is no                                                                                                                                                                                                           |            |          |               |           |
        | EU-7    |                                             | claim types includes any of generic, social and environmental; specification is one of no specification, elsewhere only; recognised excellence is no recognised excellence                                                                                                                                                   |            |          |               |           |
        | EU-7    |                                             | claim types includes any of absolute; claim types includes none of recycled content, recyclable, degradable, compostable, renewable energy, renewable material, quantified footprint, durability, repairability; specification is one of no specification, elsewhere only; recognised excellence is no recognised excellence |            |          |               |           |
        | EU-7    |                                             | claim types includes any of generic, social and environmental; basis stated in the claim is no; recognised excellence is no recognised excellence                                                                                                                                                                            |            |          |               |           |
        | EU-7    |                                             | claim types includes any of absolute; claim types includes none of recycled content, recyclable, degradable, compostable, renewable energy, renewable material, quantified footprint, durability, repairability; basis stated in the claim is no; recognised excellence is no recognised excellence                          |            |          |               |           |
        | EU-12-b | Evidence insufficient                       | substantiated is no                                                                                                                                                                                                                                                                                                          | misleading | major    | 2007-12-12    | ucpd-12-b |
        | EU-2    | Mark shown without its certificate          | claim types includes any of label; kind of label is one of of a public authority in the Union, of another public authority, of a certification scheme; certificate of the label is one of missing or expired, for another product                                                                                            | prohibited | major    | 2007-12-12    | annex-i-2 |
      And these remedies
        | rule    | say instead                                                                                                   |
        | EU-6-1  | state only what is true of this product and shown by evidence, and remove what makes it look better than that |
        | EU-7    | state in the same advertisement what is meant, of which part, by how much, and how it comes about             |
        | EU-12-b | claim only what a test, footprint or record of this product shows; without it delete the claim                |
        | EU-2    | remove the mark until a valid certificate covers this product                                                 |

    Scenario: False, or deceptive in overall presentation
      Given truthful and accurate is no
      When evaluated as of 2026-11-20
      Then rule EU-6-1 holds

    Scenario: Material information omitted or unclear
      Given nothing important omitted is no
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

    Scenario: Evidence insufficient
      Given substantiated is no
      When evaluated as of 2026-11-20
      Then rule EU-12-b holds

    Scenario Outline: Mark shown without its certificate
      Given claim types is label
      And kind of label is <label_kind>
      And certificate of the label is missing or expired
      When evaluated as of 2026-11-20
      Then rule EU-2 <EU-2>

      Examples:
        | label_kind                | EU-2          |
        | of a certification scheme | holds         |
        | self-declared             | does not hold |

  Rule: Making, promises and absolute words
    Background:
      Given these verdict rules
        | id         | rule                               | when                                                                                                                                               | verdict    | severity | in force from        | warn from                           | basis              |
        | EU-4c-proc | Neutral making or event by offsets | subject of the claim is one of process, event; claim types includes any of neutral by offsets                                                      | prohibited | major    | day of transposition |                                     | derived-process    |
        | EU-4c-proc |                                    | subject of the claim is one of process, event; claim types includes any of neutral without offsets, net zero, carbon negative; offsets used is yes |            |          |                      |                                     |                    |
        | EU-4c-proc |                                    | subject of the claim is one of process, event; claim types includes any of comparative, quantified footprint; offsets in the footprint is yes      |            |          |                      |                                     |                    |
        | EU-6-2-d-B | Promise that binds nobody          | claim types includes any of future; whom the target binds is nobody, though told as a promise                                                      | misleading | major    | day of transposition | day of transposition minus 6 months | ucpd-6-2-d-binding |
        | EU-12-S    | Absolute words not proven          | absolute wording is yes; absolute wording proved is no                                                                                             | misleading | major    | 2007-12-12           |                                     | ucpd-12-top        |
      And these remedies
        | rule       | say instead                                                                                                                              |
        | EU-4c-proc | state the emissions of the making or event and what was reduced; credits only as a separate contribution                                 |
        | EU-6-2-d-B | make it a commitment: a resolution, a contract or pay that depends on it, published with the plan; otherwise tell only what was achieved |
        | EU-12-S    | delete the absolute word, or name beside it what proves it: compared with whom, in what, on which day, measured by whom                  |

    Scenario Outline: Neutral making or event by offsets
      Given subject of the claim is process
      And claim types is <claim_types>
      And offsets used is <offsets_used>
      And offsets in the footprint is <lca_offsets_in_total>
      When evaluated as of 2026-11-20
      Then rule EU-4c-proc <EU-4c-proc>

      Examples:
        | claim_types             | offsets_used | lca_offsets_in_total | EU-4c-proc    |
        | neutral by offsets      | no           | no                   | holds         |
        | generic                 | yes          | no                   | does not hold |
        | neutral without offsets | no           | no                   | does not hold |
        | generic                 | no           | yes                  | does not hold |
        | comparative             | no           | no                   | does not hold |

    Scenario Outline: Promise that binds nobody
      Given claim types is <claim_types>
      And whom the target binds is nobody, though told as a promise
      When evaluated as of 2026-11-20
      Then rule EU-6-2-d-B <EU-6-2-d-B>

      Examples:
        | claim_types | EU-6-2-d-B    |
        | future      | holds         |
        | generic     | does not hold |

    Scenario Outline: Absolute words not proven
      Given absolute wording is <absolute_wording>
      And absolute wording proved is <absolute_wording_proved>
      When evaluated as of 2026-11-20
      Then rule EU-12-S <EU-12-S>

      Examples:
        | absolute_wording | absolute_wording_proved | EU-12-S       |
        | yes              | no                      | holds         |
        | no               | no                      | does not hold |
        | yes              | yes                     | does not hold |

  Rule: The first days of the rules

    Scenario Outline: before its first day a rule does not govern
      Given display period is <display>
      When evaluated as of 2026-11-20
      Then rule <rule>

      Examples:
        | display                  | rule                         |
        | 2026-09-26 to 2026-09-26 | EU-2a is not in force        |
        | 2025-03-24 to 2025-03-24 | EU-6-2-d-off is not in force |
        | 2005-06-10 to 2005-06-10 | EU-12 is not in force        |
