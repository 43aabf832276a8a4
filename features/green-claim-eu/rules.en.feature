# language: en
Feature: Rules · Green claims to consumers in the European Union
  Each rule with its verdict, its period of application and its remedy.

  Background:
    Given the scorecard green-claim-eu
    And the scorecard applies when audience is consumers; kind of communication is commercial
    And verdicts are governed by display period, otherwise ok on basis otherwise

  Rule: Labels and their certificates (Annex I point 2a)
    Background:
      Given these verdict rules
        | id      | rule                                                                         | when                                                                                                                                                      | verdict    | severity | in force from             | warn from                                | basis              |
        | EU-2a   | Label without a certification scheme or public authority                     | claim types includes any of label; kind of label is self-declared                                                                                         | prohibited | major    | national application date | national application date minus 6 months | annex-i-2a         |
        | EU-2a   |                                                                              | claim types includes any of label; kind of label is of a certification scheme; label scheme accessible, consulted and enforced is no                      |            |          |                           |                                          |                    |
        | EU-2a-2 | Label not monitored by an independent third party                            | claim types includes any of label; kind of label is of a certification scheme; label monitored by an independent third party is no                        | prohibited | major    | national application date | national application date minus 6 months | definition-r       |
        | EU-2a-3 | Label of a public authority outside the Union that fails the scheme criteria | claim types includes any of label; kind of label is of another public authority; label scheme accessible, consulted and enforced is no                    | prohibited | major    | national application date | national application date minus 6 months | faq-labels         |
        | EU-2a-3 |                                                                              | claim types includes any of label; kind of label is of another public authority; label monitored by an independent third party is no                      |            |          |                           |                                          |                    |
        | EU-2a-4 | Certificate missing, expired or for another product                          | claim types includes any of label; kind of label is of a certification scheme; certificate of the label is one of missing or expired, for another product | prohibited | major    | national application date | national application date minus 6 months | definition-r-known |
      And these remedies
        | rule    | say instead                                                                                                                                   |
        | EU-2a   | remove the label, or join a scheme with public terms, open access, expert and stakeholder requirements, withdrawal and independent monitoring |
        | EU-2a-2 | have the label monitored by a third party that is independent of both owner and trader                                                        |
        | EU-2a-3 | treat the label as a private scheme and prove all four criteria                                                                               |
        | EU-2a-4 | obtain a valid certificate that covers this product                                                                                           |

    Scenario Outline: Label without a certification scheme or public authority
      Given claim types is <claim_types>
      And kind of label is <label_kind>
      And label scheme accessible, consulted and enforced is <label_scheme_open_and_consulted>
      When evaluated as of 2026-11-20
      Then rule EU-2a <EU-2a>

      Examples:
        | claim_types | label_kind                | label_scheme_open_and_consulted | EU-2a         |
        | label       | self-declared             | yes                             | holds         |
        | generic     | self-declared             | yes                             | does not hold |
        | label       | of a certification scheme | no                              | holds         |
        | generic     | of a certification scheme | no                              | does not hold |

    Scenario Outline: Label not monitored by an independent third party
      Given claim types is <claim_types>
      And kind of label is <label_kind>
      And label monitored by an independent third party is no
      When evaluated as of 2026-11-20
      Then rule EU-2a-2 <EU-2a-2>

      Examples:
        | claim_types | label_kind                         | EU-2a-2       |
        | label       | of a certification scheme          | holds         |
        | generic     | of a certification scheme          | does not hold |
        | label       | of a public authority in the Union | does not hold |

    Scenario Outline: Label of a public authority outside the Union
      Given claim types is <claim_types>
      And kind of label is <label_kind>
      And label scheme accessible, consulted and enforced is <label_scheme_open_and_consulted>
      And label monitored by an independent third party is <label_independent_monitor>
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
        | id         | rule                                            | when                                                                                                                                                                                                       | verdict    | severity | in force from             | warn from                                | basis      |
        | EU-4a      | Generic claim without recognised excellence     | claim types includes any of generic; location of the specification is no specification; recognised excellence is no recognised excellence                                                                  | prohibited | major    | national application date | national application date minus 6 months | annex-i-4a |
        | EU-4a-9    | Generic word of recital 9 without specification | claim types includes any of degradable, renewable material, energy efficiency; location of the specification is one of no specification, elsewhere only; recognised excellence is no recognised excellence | prohibited | major    | national application date | national application date minus 6 months | annex-i-4a |
        | EU-4a-link | Specification only behind a link or elsewhere   | claim types includes any of generic; location of the specification is elsewhere only; recognised excellence is no recognised excellence                                                                    | prohibited | major    | national application date | national application date minus 6 months | annex-i-4a |
      And these remedies
        | rule       | say instead                                                                                                                                             |
        | EU-4a      | replace the word on the same face by aspect, value, part and basis, for example: 100 % of the energy for this pack comes from renewable sources         |
        | EU-4a-9    | state the meaning on the same face, for example: decomposes by 90 % within 6 months in industrial composting, EN 13432; or: uses 95 kWh a year, class A |
        | EU-4a-link | state aspect, value, part and basis next to the word; a link may only add information                                                                   |

    Scenario: Generic claim without recognised excellence
      Given claim types is generic
      And location of the specification is no specification
      And recognised excellence is no recognised excellence
      When evaluated as of 2026-11-20
      Then rule EU-4a holds

    Scenario Outline: Biodegradable or energy-efficient claim without further information
      Given claim types is <types>
      And location of the specification is <specified>
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
      And location of the specification is elsewhere only
      And recognised excellence is <reep_basis>
      When evaluated as of 2026-11-20
      Then rule EU-4a-link <EU-4a-link>

      Examples:
        | claim_types              | reep_basis               | EU-4a-link    |
        | generic                  | no recognised excellence | holds         |
        | social and environmental | no recognised excellence | does not hold |
        | generic                  | EU Ecolabel              | does not hold |

  Rule: Other vague word, or word without basis or clear qualification
    Background:
      Given these verdict rules
        | id         | rule                                                           | when                                                                                                                                                                                                                                                                                                                                                      | verdict    | severity | in force from             | warn from                                | basis            |
        | EU-4a-word | Other vague word, or word without basis or clear qualification | claim types includes any of social and environmental; location of the specification is one of no specification, elsewhere only; recognised excellence is no recognised excellence                                                                                                                                                                         | prohibited | major    | national application date | national application date minus 6 months | annex-i-4a-words |
        | EU-4a-word |                                                                | claim types includes any of absolute, comparative; claim types includes none of recycled content, recyclable, degradable, compostable, renewable energy, renewable material, quantified footprint, durability, repairability; location of the specification is one of no specification, elsewhere only; recognised excellence is no recognised excellence |            |          |                           |                                          |                  |
        | EU-4a-word |                                                                | claim types includes any of generic, social and environmental; basis stated in the claim is no; recognised excellence is no recognised excellence                                                                                                                                                                                                         |            |          |                           |                                          |                  |
        | EU-4a-word |                                                                | claim types includes any of absolute, comparative; claim types includes none of recycled content, recyclable, degradable, compostable, renewable energy, renewable material, quantified footprint, durability, repairability; basis stated in the claim is no; recognised excellence is no recognised excellence                                          |            |          |                           |                                          |                  |
        | EU-4a-word |                                                                | claim types includes any of generic, social and environmental; claim qualified clearly and prominently is no; recognised excellence is no recognised excellence                                                                                                                                                                                           |            |          |                           |                                          |                  |
        | EU-4a-word |                                                                | claim types includes any of absolute, comparative; claim types includes none of recycled content, recyclable, degradable, compostable, renewable energy, renewable material, quantified footprint, durability, repairability; claim qualified clearly and prominently is no; recognised excellence is no recognised excellence                            |            |          |                           |                                          |                  |
      And these remedies
        | rule       | say instead                                                      |
        | EU-4a-word | state aspect, value, part and basis prominently next to the word |

    Scenario Outline: Other vague word, or word without basis or clear qualification
      Given claim types is <claim_types>
      And location of the specification is <location of the specification>
      And recognised excellence is <reep_basis>
      And basis stated in the claim is <basis_in_claim>
      When evaluated as of 2026-11-20
      Then rule EU-4a-word <EU-4a-word>

      Examples:
        | claim_types                | location of the specification | reep_basis               | basis_in_claim | EU-4a-word    |
        | absolute                   | no specification              | no recognised excellence | yes            | holds         |
        | social and environmental   | on the same medium            | no recognised excellence | yes            | does not hold |
        | absolute, recycled content | no specification              | no recognised excellence | yes            | does not hold |
        | absolute                   | on the same medium            | no recognised excellence | yes            | does not hold |
        | absolute                   | no specification              | EU Ecolabel              | yes            | does not hold |
        | generic                    | on the same medium            | no recognised excellence | no             | holds         |
        | specific attribute         | on the same medium            | no recognised excellence | no             | does not hold |
        | generic                    | on the same medium            | EU Ecolabel              | no             | does not hold |
        | absolute                   | on the same medium            | no recognised excellence | no             | holds         |
        | absolute, recycled content | on the same medium            | no recognised excellence | no             | does not hold |
        | absolute                   | on the same medium            | EU Ecolabel              | no             | does not hold |

    Scenario Outline: EU-4a-word: cases that just meet or just miss its conditions
      Given claim types is <claim_types>
      And claim qualified clearly and prominently is no
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

  Rule: Names, imagery and claims without proof
    Background:
      Given these verdict rules
        | id         | rule                                    | when                                                                                                                                                                                                                                                            | verdict        | severity | in force from             | warn from                                | basis             |
        | EU-4a-name | Generic term inside a name              | claim types includes any of name; location of the specification is one of no specification, elsewhere only; recognised excellence is no recognised excellence                                                                                                   | prohibited     | major    | national application date | national application date minus 6 months | definition-o      |
        | EU-4a-img  | Nature imagery with unspecified wording | imagery in the claim includes any of leaf, globe, water, trees, animals, green colour scheme, seal, children, sky, mountains, meadow or field; claim types includes any of generic, social and environmental; location of the specification is no specification | needs evidence | minor    | national application date | national application date minus 6 months | derived-imagery   |
        | EU-4a-12   | Generic claim without any proof         | claim types includes any of generic, social and environmental, name, degradable, renewable material, energy efficiency; location of the specification is one of no specification, elsewhere only; claim substantiated is no                                     | prohibited     | major    | national application date | national application date minus 6 months | annex-i-4a-burden |
      And these remedies
        | rule       | say instead                                                                                                   |
        | EU-4a-name | state aspect, value, part and basis next to the name wherever it is used commercially                         |
        | EU-4a-img  | remove the nature imagery or green colours, or explain them next to the image                                 |
        | EU-4a-12   | replace it on the same face by a single property that a test, footprint or record proves; otherwise delete it |

    Scenario Outline: Generic term inside a name
      Given claim types is name
      And location of the specification is <location of the specification>
      And recognised excellence is <reep_basis>
      When evaluated as of 2026-11-20
      Then rule EU-4a-name <EU-4a-name>

      Examples:
        | location of the specification | reep_basis               | EU-4a-name    |
        | no specification              | no recognised excellence | holds         |
        | on the same medium            | no recognised excellence | does not hold |
        | no specification              | EU Ecolabel              | does not hold |

    Scenario Outline: Nature imagery with unspecified wording
      Given imagery in the claim is leaf
      And claim types is <claim_types>
      And location of the specification is <location of the specification>
      When evaluated as of 2026-11-20
      Then rule EU-4a-img <EU-4a-img>

      Examples:
        | claim_types        | location of the specification | EU-4a-img     |
        | generic            | no specification              | holds         |
        | specific attribute | no specification              | does not hold |
        | generic            | on the same medium            | does not hold |

    Scenario Outline: Generic claim without any proof
      Given claim types is <claim_types>
      And location of the specification is <location of the specification>
      And claim substantiated is no
      When evaluated as of 2026-11-20
      Then rule EU-4a-12 <EU-4a-12>

      Examples:
        | claim_types        | location of the specification | EU-4a-12      |
        | generic            | no specification              | holds         |
        | generic            | on the same medium            | does not hold |
        | specific attribute | no specification              | does not hold |

  Rule: Recognised excellence (recital 10)
    Background:
      Given these verdict rules
        | id        | rule                                                 | when                                                                                                                                                                                                                                                                                                                                 | verdict    | severity | in force from             | warn from                                | basis      |
        | EU-REEP-1 | Recognised excellence does not cover the claim       | claim types includes any of generic; recognised excellence is one of EU Ecolabel, national type I label, top class under Union law; excellence relevant to the whole claim is no                                                                                                                                                     | prohibited | major    | national application date | national application date minus 6 months | recital-10 |
        | EU-REEP-1 |                                                      | claim types includes any of social and environmental, name, degradable, renewable material, energy efficiency; location of the specification is one of no specification, elsewhere only; recognised excellence is one of EU Ecolabel, national type I label, top class under Union law; excellence relevant to the whole claim is no |            |          |                           |                                          |            |
        | EU-REEP-2 | Social claim based only on environmental performance | claim types includes any of social and environmental; location of the specification is one of no specification, elsewhere only; social aspects substantiated is no                                                                                                                                                                   | prohibited | major    | national application date | national application date minus 6 months | recital-10 |
        | EU-REEP-2 |                                                      | claim types includes any of social and environmental; basis stated in the claim is no; social aspects substantiated is no                                                                                                                                                                                                            |            |          |                           |                                          |            |
        | EU-REEP-2 |                                                      | claim types includes any of social and environmental; claim qualified clearly and prominently is no; social aspects substantiated is no                                                                                                                                                                                              |            |          |                           |                                          |            |
      And these remedies
        | rule      | say instead                                                                 |
        | EU-REEP-1 | claim only the property that the label certifies, in the words of the label |
        | EU-REEP-2 | state environmental and social aspects separately, each with its evidence   |

    Scenario Outline: Recognised excellence does not cover the claim
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

    Scenario Outline: Biodegradable claim with a label that has no criterion for it
      Given claim types is <claim_types>
      And location of the specification is <location of the specification>
      And recognised excellence is <reep_basis>
      And excellence relevant to the whole claim is <relevant>
      When evaluated as of 2026-11-20
      Then the verdict is <verdict>
      And rule EU-REEP-1 <EU-REEP-1>

      Examples:
        | claim_types              | location of the specification | reep_basis                | relevant | verdict    | EU-REEP-1     |
        | degradable               | no specification              | EU Ecolabel               | no       | prohibited | holds         |
        | degradable               | elsewhere only                | national type I label     | no       | prohibited | holds         |
        | degradable               | on the same medium            | EU Ecolabel               | no       | ok         | does not hold |
        | degradable               | no specification              | EU Ecolabel               | yes      | ok         | does not hold |
        | energy efficiency        | no specification              | top class under Union law | no       | prohibited | holds         |
        | energy efficiency        | no specification              | top class under Union law | yes      | ok         | does not hold |
        | renewable material       | no specification              | EU Ecolabel               | no       | prohibited | holds         |
        | name                     | no specification              | EU Ecolabel               | no       | prohibited | holds         |
        | name                     | no specification              | EU Ecolabel               | yes      | ok         | does not hold |
        | social and environmental | no specification              | EU Ecolabel               | no       | prohibited | holds         |
        | recyclable               | no specification              | EU Ecolabel               | no       | ok         | does not hold |
        | degradable               | no specification              | no recognised excellence  | no       | prohibited | does not hold |

    Scenario Outline: Social claim based only on environmental performance
      Given claim types is <claim_types>
      And location of the specification is <location of the specification>
      And social aspects substantiated is <social_aspects_substantiated>
      And basis stated in the claim is <basis_in_claim>
      When evaluated as of 2026-11-20
      Then rule EU-REEP-2 <EU-REEP-2>

      Examples:
        | claim_types              | location of the specification | social_aspects_substantiated | basis_in_claim | EU-REEP-2     |
        | social and environmental | no specification              | no                           | yes            | holds         |
        | generic                  | no specification              | no                           | yes            | does not hold |
        | social and environmental | on the same medium            | no                           | yes            | does not hold |
        | social and environmental | on the same medium            | no                           | no             | holds         |
        | generic                  | on the same medium            | no                           | no             | does not hold |
        | social and environmental | on the same medium            | yes                          | no             | does not hold |

    Scenario Outline: EU-REEP-2: cases that just meet or just miss its conditions
      Given claim types is <claim_types>
      And claim qualified clearly and prominently is no
      And social aspects substantiated is <social_aspects_substantiated>
      When evaluated as of 2026-11-20
      Then rule EU-REEP-2 <EU-REEP-2>

      Examples:
        | claim_types              | social_aspects_substantiated | EU-REEP-2     |
        | social and environmental | no                           | holds         |
        | generic                  | no                           | does not hold |
        | social and environmental | yes                          | does not hold |

  Rule: Whole claimed, only part proven
    Background:
      Given these verdict rules
        | id    | rule                            | when                                                                                          | verdict    | severity | in force from             | warn from                                | basis      |
        | EU-4b | Whole claimed, only part proven | asserted scope is the whole; scope covered by the evidence is only part of the asserted scope | prohibited | major    | national application date | national application date minus 6 months | annex-i-4b |
      And these remedies
        | rule  | say instead                                                            |
        | EU-4b | name the part or share, for example: packaging of 100 % recycled paper |

    Scenario Outline: Whole claimed, only part proven
      Given asserted scope is <subject_asserted_scope>
      And scope covered by the evidence is only part of the asserted scope
      When evaluated as of 2026-11-20
      Then rule EU-4b <EU-4b>

      Examples:
        | subject_asserted_scope | EU-4b         |
        | the whole              | holds         |
        | a part                 | does not hold |

  Rule: Offsets and contributions (Annex I point 4c)
    Background:
      Given these verdict rules
        | id         | rule                                                                         | when                                                                                                                                                                                     | verdict                      | severity    | in force from             | warn from                                | basis              |
        | EU-4c      | Neutral, reduced or positive impact of a product claimed through offsets     | subject of the claim is one of product, category, packaging, component, service; claim types includes any of neutral by offsets                                                          | prohibited                   | major       | national application date | national application date minus 6 months | annex-i-4c         |
        | EU-4c      |                                                                              | subject of the claim is one of product, category, packaging, component, service; claim types includes any of net zero, carbon negative; offsets used is yes                              |                              |             |                           |                                          |                    |
        | EU-4c-word | Claimed as neutral without offsets or as a removal although offsets are used | subject of the claim is one of product, category, packaging, component, service; claim types includes any of neutral without offsets, removal; offsets used is yes                       | prohibited                   | major       | national application date | national application date minus 6 months | derived-word       |
        | EU-4c-mix  | Footprint or reduction that includes offsets                                 | subject of the claim is one of product, category, packaging, component, service; claim types includes any of comparative, quantified footprint; offsets included in the footprint is yes | prohibited                   | major       | national application date | national application date minus 6 months | derived-mix        |
        | EU-4c-X    | Contribution stated separately from the product                              | claim types includes any of contribution; details of the contribution stated is yes                                                                                                      | permitted with qualification | observation | national application date |                                          | recital-12         |
        | EU-4c-XD   | Contribution without details                                                 | claim types includes any of contribution; details of the contribution stated is no                                                                                                       | needs evidence               | minor       | national application date |                                          | recital-12-details |
      And these remedies
        | rule       | say instead                                                                                                                                                      |
        | EU-4c      | delete the claim; state the life-cycle footprint in kg and its reduction since the base year; mention a funded project separately, not included in the footprint |
        | EU-4c-word | delete the claim, or prove that it includes no credits; mention credits only as a separate contribution                                                          |
        | EU-4c-mix  | recalculate without credits from outside the value chain                                                                                                         |
        | EU-4c-X    | state the tonnes of credits retired per tonne sold and the project; state that they are not included in the footprint                                            |
        | EU-4c-XD   | state next to the claim the amount paid or retired, the project, and that the product itself does not change                                                     |

    Scenario Outline: Neutral, reduced or positive impact of a product claimed through offsets
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

    Scenario: Trader uses offsets, but the footprint does not include them
      Given claim types is quantified footprint
      And offsets used is yes
      When evaluated as of 2026-11-20
      Then rule EU-4c does not hold
      And the verdict is ok

    Scenario Outline: Claimed as neutral without offsets or as a removal although offsets are used
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

    Scenario Outline: Footprint or reduction that includes offsets
      Given subject of the claim is <subject_level>
      And claim types is <claim_types>
      And offsets included in the footprint is <lca_offsets_in_total>
      When evaluated as of 2026-11-20
      Then rule EU-4c-mix <EU-4c-mix>

      Examples:
        | subject_level | claim_types | lca_offsets_in_total | EU-4c-mix     |
        | product       | comparative | yes                  | holds         |
        | process       | comparative | yes                  | does not hold |
        | product       | generic     | yes                  | does not hold |
        | product       | comparative | no                   | does not hold |

    Scenario Outline: Contribution stated separately from the product
      Given claim types is contribution
      And details of the contribution stated is <contribution_details_given>
      When evaluated as of 2026-11-20
      Then rule EU-4c-X <EU-4c-X>

      Examples:
        | contribution_details_given | EU-4c-X       |
        | yes                        | holds         |
        | no                         | does not hold |

    Scenario: Contribution without details: verdict
      Given claim types is contribution
      And details of the contribution stated is no
      When evaluated as of 2026-11-20
      Then the verdict is needs evidence under EU-4c-XD

    Scenario: Contribution without details before the transposition
      Given claim types is contribution
      And details of the contribution stated is no
      And display period is 2026-09-26 to 2026-09-26
      When evaluated as of 2026-11-20
      Then rule EU-4c-XD is not in force

    Scenario Outline: Contribution without details
      Given claim types is <claim_types>
      And details of the contribution stated is <contribution_details_given>
      When evaluated as of 2026-11-20
      Then rule EU-4c-XD <EU-4c-XD>

      Examples:
        | claim_types  | contribution_details_given | EU-4c-XD      |
        | contribution | no                         | holds         |
        | contribution | yes                        | does not hold |
        | generic      | no                         | does not hold |

  Rule: Legal requirement presented as a distinctive feature
    Background:
      Given these verdict rules
        | id     | rule                                                 | when                                                                                                               | verdict    | severity | in force from             | warn from                                | basis       |
        | EU-10a | Legal requirement presented as a distinctive feature | claim types includes any of legal requirement; legal requirement or usual property presented as distinctive is yes | prohibited | major    | national application date | national application date minus 6 months | annex-i-10a |
      And these remedies
        | rule   | say instead                                                          |
        | EU-10a | delete the claim, or state: as the law requires of all such products |

    Scenario Outline: Legal requirement presented as a distinctive feature
      Given claim types is <claim_types>
      And legal requirement or usual property presented as distinctive is <presented_as_distinctive>
      When evaluated as of 2026-11-20
      Then rule EU-10a <EU-10a>

      Examples:
        | claim_types       | presented_as_distinctive | EU-10a        |
        | legal requirement | yes                      | holds         |
        | generic           | yes                      | does not hold |
        | legal requirement | no                       | does not hold |

  Rule: Durability and repair of goods (Annex I points 23d to 23j)
    Background:
      Given these verdict rules
        | id     | rule                                                      | when                                                                          | verdict    | severity | in force from             | warn from                                | basis       |
        | EU-23d | Harm caused by a software update withheld                 | commercial practices includes any of harm of an update withheld               | prohibited | major    | national application date | national application date minus 6 months | annex-i-23d |
        | EU-23e | Functional update presented as necessary                  | commercial practices includes any of update shown as necessary                | prohibited | minor    | national application date | national application date minus 6 months | annex-i-23e |
        | EU-23f | Advertising of goods with deliberately limited durability | commercial practices includes any of limited durability advertised            | prohibited | major    | national application date | national application date minus 6 months | annex-i-23f |
        | EU-23g | Durability not proven                                     | claim types includes any of durability; durability proven in normal use is no | prohibited | major    | national application date | national application date minus 6 months | annex-i-23g |
        | EU-23h | Called repairable although repair is impossible           | claim types includes any of repairability; repair possible is no              | prohibited | major    | national application date | national application date minus 6 months | annex-i-23h |
        | EU-23i | Early replacement of consumables induced                  | commercial practices includes any of early replacement induced                | prohibited | minor    | national application date | national application date minus 6 months | annex-i-23i |
        | EU-23j | Use of third-party parts deterred                         | commercial practices includes any of third-party parts deterred               | prohibited | minor    | national application date | national application date minus 6 months | annex-i-23j |
      And these remedies
        | rule   | say instead                                                                                                          |
        | EU-23d | state before the update which functions it slows down or disables                                                    |
        | EU-23e | state that the update adds functions and that the device works without it                                            |
        | EU-23f | stop advertising the good, or redesign it                                                                            |
        | EU-23g | state the number of cycles in normal use, and by which test                                                          |
        | EU-23h | state for how many years spare parts are available and where to find repair instructions; otherwise delete the claim |
        | EU-23i | correct the threshold of the replacement message                                                                     |
        | EU-23j | state truthfully the effects of third-party parts                                                                    |

    Scenario Outline: Durability and repair of goods (Annex I points 23d to 23j): an example of each rule
      Given <given>
      When evaluated as of 2026-11-20
      Then rule <rule> holds

      Examples:
        | given                                                 | rule   |
        | commercial practices is harm of an update withheld    | EU-23d |
        | commercial practices is update shown as necessary     | EU-23e |
        | commercial practices is limited durability advertised | EU-23f |
        | commercial practices is early replacement induced     | EU-23i |
        | commercial practices is third-party parts deterred    | EU-23j |

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

    Scenario Outline: Called repairable although repair is impossible
      Given claim types is <claim_types>
      And repair possible is <repair_possible>
      When evaluated as of 2026-11-20
      Then rule EU-23h <EU-23h>

      Examples:
        | claim_types   | repair_possible | EU-23h        |
        | repairability | no              | holds         |
        | generic       | no              | does not hold |
        | repairability | yes             | does not hold |

  Rule: Misleading and unproven claims (Articles 6, 7 and 12)
    Background:
      Given these verdict rules
        | id           | rule                                                        | when                                                                                                        | verdict        | severity | in force from             | warn from                                | basis                |
        | EU-6-1-b     | Deceptive overall presentation                              | overall presentation fair is no                                                                             | misleading     | major    | national application date | national application date minus 6 months | ucpd-6-1-b           |
        | EU-6-2-d     | Claim about future performance without commitments and plan | claim types includes any of future; public commitments is no                                                | misleading     | major    | national application date | national application date minus 6 months | ucpd-6-2-d           |
        | EU-6-2-d     |                                                             | claim types includes any of future; detailed and realistic plan is no                                       |                |          |                           |                                          |                      |
        | EU-6-2-d     |                                                             | claim types includes any of future; measurable targets with dates is no                                     |                |          |                           |                                          |                      |
        | EU-6-2-d     |                                                             | claim types includes any of future; resources allocated is no                                               |                |          |                           |                                          |                      |
        | EU-6-2-d     |                                                             | claim types includes any of future; regular independent verification is no                                  |                |          |                           |                                          |                      |
        | EU-6-2-d     |                                                             | claim types includes any of future; verification findings available to consumers is no                      |                |          |                           |                                          |                      |
        | EU-6-2-d-off | Claim of future neutrality without the share of credits     | claim types includes any of future; offsets used is yes; share of credits in future neutrality stated is no | misleading     | major    | 2025-03-25                |                                          | derived-credit-share |
        | EU-6-2-e     | Benefit irrelevant to the product                           | benefit relevant is no                                                                                      | misleading     | minor    | national application date | national application date minus 6 months | ucpd-6-2-e           |
        | EU-7-7       | Comparison service without the required information         | comparison service offered is yes; comparison information provided is no                                    | misleading     | major    | national application date | national application date minus 6 months | ucpd-7-7             |
        | EU-12        | No evidence at publication                                  | evidence on file at publication is no                                                                       | needs evidence | major    | 2005-06-11                |                                          | ucpd-12              |
      And these remedies
        | rule         | say instead                                                                                                                                       |
        | EU-6-1-b     | state the true facts: the value, the part and the period, with the evidence                                                                       |
        | EU-6-2-d     | publish the plan, dated targets, funding and the yearly findings of an independent expert, and state where; otherwise state only achieved results |
        | EU-6-2-d-off | state in the claim the percentage of own reductions and the percentage of credits                                                                 |
        | EU-6-2-e     | delete the claim; name a benefit that this product has over others                                                                                |
        | EU-7-7       | add the method, the products, the suppliers and how the comparison is updated                                                                     |
        | EU-12        | claim only facts that a test, footprint or record of this product proved before publication; otherwise delete the claim                           |

    Scenario: Deceptive overall presentation
      Given overall presentation fair is no
      When evaluated as of 2026-11-20
      Then rule EU-6-1-b holds

    Scenario Outline: Claim about future performance without commitments and plan
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

    Scenario Outline: EU-6-2-d: cases that just meet or just miss its conditions
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

    Scenario Outline: EU-6-2-d: cases that just meet or just miss its conditions (2)
      Given claim types is <claim_types>
      And regular independent verification is <future_expert_verification>
      And verification findings available to consumers is <future_findings_public>
      When evaluated as of 2026-11-20
      Then rule EU-6-2-d <EU-6-2-d>

      Examples:
        | claim_types | future_expert_verification | future_findings_public | EU-6-2-d      |
        | future      | no                         | yes                    | holds         |
        | generic     | no                         | yes                    | does not hold |
        | future      | yes                        | no                     | holds         |
        | generic     | yes                        | no                     | does not hold |

    Scenario Outline: Claim of future neutrality without the share of credits
      Given claim types is <claim_types>
      And offsets used is <offsets_used>
      And share of credits in future neutrality stated is <credit_share_stated>
      When evaluated as of 2026-11-20
      Then rule EU-6-2-d-off <EU-6-2-d-off>

      Examples:
        | claim_types | offsets_used | credit_share_stated | EU-6-2-d-off  |
        | future      | yes          | no                  | holds         |
        | generic     | yes          | no                  | does not hold |
        | future      | no           | no                  | does not hold |
        | future      | yes          | yes                 | does not hold |

    Scenario: Benefit irrelevant to the product
      Given claim types is irrelevant benefit
      And benefit relevant is no
      When evaluated as of 2026-11-20
      Then rule EU-6-2-e holds

    Scenario Outline: Comparison service without the required information
      Given comparison service offered is <comparison_service>
      And comparison information provided is <comparison_information_given>
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

  Rule: Flights, recycled-content headlines and avoided emissions
    Background:
      Given these verdict rules
        | id        | rule                                                                             | when                                                                                                                    | verdict    | severity | in force from             | in force until | warn from                                | basis             |
        | SEC-AIR   | Flight presented as greener through payment, fuel or a calculator                | airline is yes; extra payment presented as neutralising the flight is yes                                               | misleading | major    | national application date |                |                                          | airlines          |
        | SEC-AIR   |                                                                                  | airline is yes; sustainable fuel claimed without qualification is yes                                                   |            |          |                           |                |                                          |                   |
        | SEC-AIR   |                                                                                  | airline is yes; emissions calculator without stated method is yes                                                       |            |          |                           |                |                                          |                   |
        | SEC-AIR-A | Flight presented as greener, before the amended Directive                        | airline is yes; extra payment presented as neutralising the flight is yes                                               | misleading | major    | 2025-11-05                | 2026-09-26     |                                          | airlines-art-6    |
        | SEC-AIR-A |                                                                                  | airline is yes; sustainable fuel claimed without qualification is yes                                                   |            |          |                           |                |                                          |                   |
        | SEC-AIR-A |                                                                                  | airline is yes; emissions calculator without stated method is yes                                                       |            |          |                           |                |                                          |                   |
        | REC-02    | Recycled-content headline that excludes some parts                               | claim types includes any of recycled content; headline claim excludes some parts is yes                                 | misleading | major    | national application date |                |                                          | recycled-headline |
        | REC-02-A  | Recycled-content headline that excludes some parts, before the amended Directive | claim types includes any of recycled content; headline claim excludes some parts is yes                                 | misleading | major    | 2022-01-19                | 2026-09-26     |                                          | recycled-art-6    |
        | AVO-07    | Avoided emissions without the baseline on the same medium                        | claim types includes any of avoided emissions; location of the specification is one of no specification, elsewhere only | prohibited | major    | national application date |                | national application date minus 6 months | avoided           |
      And these remedies
        | rule      | say instead                                                                                                  |
        | SEC-AIR   | state that the payment supports a project and does not lower the emissions of the flight                     |
        | SEC-AIR-A | state that the payment supports a project and does not lower the emissions of the flight                     |
        | REC-02    | state the covered part in the headline, for example: bottle of 100 % recycled plastic, without cap and label |
        | REC-02-A  | state the covered part in the headline, for example: bottle of 100 % recycled plastic, without cap and label |
        | AVO-07    | state on the same medium the difference in kg to a named product for the same use                            |

    Scenario Outline: Flight presented as greener through payment, fuel or a calculator
      Given airline is <airline>
      And extra payment presented as neutralising the flight is <flight_neutralised_by_payment>
      And sustainable fuel claimed without qualification is <sustainable_fuel_unqualified>
      When evaluated as of 2026-11-20
      Then rule SEC-AIR <SEC-AIR>

      Examples:
        | airline | flight_neutralised_by_payment | sustainable_fuel_unqualified | SEC-AIR       |
        | yes     | yes                           | no                           | holds         |
        | no      | yes                           | no                           | does not hold |
        | yes     | no                            | no                           | does not hold |
        | yes     | no                            | yes                          | holds         |
        | no      | no                            | yes                          | does not hold |

    Scenario Outline: SEC-AIR: cases that just meet or just miss its conditions
      Given airline is <airline>
      And emissions calculator without stated method is yes
      When evaluated as of 2026-11-20
      Then rule SEC-AIR <SEC-AIR>

      Examples:
        | airline | SEC-AIR       |
        | yes     | holds         |
        | no      | does not hold |

    Scenario: Flight presented as greener, before the amended Directive
      Given airline is yes
      And extra payment presented as neutralising the flight is yes
      And display period is 2026-09-26 to 2026-09-26
      When evaluated as of 2026-11-20
      Then rule SEC-AIR-A holds

    Scenario Outline: Recycled-content headline that excludes some parts
      Given claim types is <claim_types>
      And headline claim excludes some parts is <headline_excludes_parts>
      When evaluated as of 2026-11-20
      Then rule REC-02 <REC-02>

      Examples:
        | claim_types      | headline_excludes_parts | REC-02        |
        | recycled content | yes                     | holds         |
        | generic          | yes                     | does not hold |
        | recycled content | no                      | does not hold |

    Scenario: Recycled-content headline that excludes some parts, before the amended Directive
      Given claim types is recycled content
      And headline claim excludes some parts is yes
      And display period is 2026-09-26 to 2026-09-26
      When evaluated as of 2026-11-20
      Then rule REC-02-A holds

    Scenario Outline: Avoided emissions without the baseline on the same medium
      Given claim types is avoided emissions
      And location of the specification is <location of the specification>
      When evaluated as of 2026-11-20
      Then rule AVO-07 <AVO-07>

      Examples:
        | location of the specification | AVO-07        |
        | no specification              | holds         |
        | on the same medium            | does not hold |

  Rule: General clauses and marks, since 2007
    Background:
      Given these verdict rules
        | id      | rule                                          | when                                                                                                                                                                                                                                                                                                                                         | verdict    | severity | in force from | basis     |
        | EU-6-1  | False claim or deceptive overall presentation | claim truthful and accurate is no                                                                                                                                                                                                                                                                                                            | misleading | major    | 2007-12-12    | ucpd-6-1  |
        | EU-6-1  |                                               | overall presentation fair is no                                                                                                                                                                                                                                                                                                              |            |          |               |           |
        | EU-7    | Material information omitted or unclear       | no important information omitted is no                                                                                                                                                                                                                                                                                                       | misleading | major    | 2007-12-12    | ucpd-7    |
        | EU-7    |                                               | claim clear and unambiguous is no                                                                                                                                                                                                                                                                                                            |            |          |               |           |
        | EU-7    |                                               | claim types includes any of neutral by offsets, neutral without offsets, net zero; location of the specification is one of no specification, elsewhere only                                                                                                                                                                                  |            |          |               |           |
        | EU-7    |                                               | claim types includes any of neutral by offsets, neutral without offsets, net zero; basis stated in the claim is no                                                                                                                                                                                                                           |            |          |               |           |
        | EU-7    |                                               | claim types includes any of generic, social and environmental; location of the specification is one of no specification, elsewhere only; recognised excellence is no recognised excellence                                                                                                                                                   |            |          |               |           |
        | EU-7    |                                               | claim types includes any of absolute; claim types includes none of recycled content, recyclable, degradable, compostable, renewable energy, renewable material, quantified footprint, durability, repairability; location of the specification is one of no specification, elsewhere only; recognised excellence is no recognised excellence |            |          |               |           |
        | EU-7    |                                               | claim types includes any of generic, social and environmental; basis stated in the claim is no; recognised excellence is no recognised excellence                                                                                                                                                                                            |            |          |               |           |
        | EU-7    |                                               | claim types includes any of absolute; claim types includes none of recycled content, recyclable, degradable, compostable, renewable energy, renewable material, quantified footprint, durability, repairability; basis stated in the claim is no; recognised excellence is no recognised excellence                                          |            |          |               |           |
        | EU-12-b | Insufficient evidence                         | claim substantiated is no                                                                                                                                                                                                                                                                                                                    | misleading | major    | 2007-12-12    | ucpd-12-b |
        | EU-2    | Mark displayed without a valid certificate    | claim types includes any of label; kind of label is one of of a public authority in the Union, of another public authority, of a certification scheme; certificate of the label is one of missing or expired, for another product                                                                                                            | prohibited | major    | 2007-12-12    | annex-i-2 |
      And these remedies
        | rule    | say instead                                                                                                  |
        | EU-6-1  | state only true facts about this product that evidence proves, and remove anything that makes it look better |
        | EU-7    | state in the same advertisement the aspect, the part, the extent and how it is achieved                      |
        | EU-12-b | claim only what a test, footprint or record of this product proves; otherwise delete the claim               |
        | EU-2    | remove the mark until a valid certificate covers this product                                                |

    Scenario: False claim or deceptive overall presentation
      Given claim truthful and accurate is no
      When evaluated as of 2026-11-20
      Then rule EU-6-1 holds

    Scenario: Material information omitted or unclear
      Given no important information omitted is no
      When evaluated as of 2026-11-20
      Then rule EU-7 holds

    Scenario: EU-7: claim clear and unambiguous is no: just applies
      Given claim clear and unambiguous is no
      When evaluated as of 2026-11-20
      Then rule EU-7 holds

    Scenario: EU-7: claim types includes any of neutral by offsets, neutral without offsets, net zero: just applies
      Given claim types is neutral by offsets
      And location of the specification is no specification
      When evaluated as of 2026-11-20
      Then rule EU-7 holds

    Scenario: EU-7: claim types includes any of neutral by offsets, neutral without offsets, net zero: just applies (2)
      Given claim types is neutral by offsets
      And basis stated in the claim is no
      When evaluated as of 2026-11-20
      Then rule EU-7 holds

    Scenario: Insufficient evidence
      Given claim substantiated is no
      When evaluated as of 2026-11-20
      Then rule EU-12-b holds

    Scenario Outline: Mark displayed without a valid certificate
      Given claim types is label
      And kind of label is <label_kind>
      And certificate of the label is missing or expired
      When evaluated as of 2026-11-20
      Then rule EU-2 <EU-2>

      Examples:
        | label_kind                | EU-2          |
        | of a certification scheme | holds         |
        | self-declared             | does not hold |

  Rule: Production processes, commitments and absolute words
    Background:
      Given these verdict rules
        | id         | rule                                                                                | when                                                                                                                                                   | verdict    | severity | in force from             | warn from                                | basis              |
        | EU-4c-proc | Production process or event claimed as neutral, reduced or negative through offsets | subject of the claim is one of process, event; claim types includes any of neutral by offsets                                                          | prohibited | major    | national application date |                                          | derived-process    |
        | EU-4c-proc |                                                                                     | subject of the claim is one of process, event; claim types includes any of neutral without offsets, net zero, carbon negative; offsets used is yes     |            |          |                           |                                          |                    |
        | EU-4c-proc |                                                                                     | subject of the claim is one of process, event; claim types includes any of comparative, quantified footprint; offsets included in the footprint is yes |            |          |                           |                                          |                    |
        | EU-6-2-d-B | Commitment without binding effect                                                   | claim types includes any of future; binding effect of the target is non-binding but presented as a commitment                                          | misleading | major    | national application date | national application date minus 6 months | ucpd-6-2-d-binding |
        | EU-12-S    | Absolute wording not proven                                                         | absolute wording is yes; absolute wording proven is no                                                                                                 | misleading | major    | 2007-12-12                |                                          | ucpd-12-top        |
      And these remedies
        | rule       | say instead                                                                                                                                         |
        | EU-4c-proc | state the emissions of the process or event and its reductions; mention credits only as a separate contribution                                     |
        | EU-6-2-d-B | make it binding through a resolution, a contract or remuneration that depends on it, published with the plan; otherwise state only achieved results |
        | EU-12-S    | delete the absolute word, or state its proof next to it: compared with whom, in which aspect, on which date and measured by whom                    |

    Scenario Outline: Production process or event claimed as neutral, reduced or negative through offsets
      Given subject of the claim is process
      And claim types is <claim_types>
      And offsets used is <offsets_used>
      And offsets included in the footprint is <lca_offsets_in_total>
      When evaluated as of 2026-11-20
      Then rule EU-4c-proc <EU-4c-proc>

      Examples:
        | claim_types             | offsets_used | lca_offsets_in_total | EU-4c-proc    |
        | neutral by offsets      | no           | no                   | holds         |
        | generic                 | yes          | no                   | does not hold |
        | neutral without offsets | no           | no                   | does not hold |
        | generic                 | no           | yes                  | does not hold |
        | comparative             | no           | no                   | does not hold |

    Scenario Outline: Commitment without binding effect
      Given claim types is <claim_types>
      And binding effect of the target is non-binding but presented as a commitment
      When evaluated as of 2026-11-20
      Then rule EU-6-2-d-B <EU-6-2-d-B>

      Examples:
        | claim_types | EU-6-2-d-B    |
        | future      | holds         |
        | generic     | does not hold |

    Scenario Outline: Absolute wording not proven
      Given absolute wording is <absolute_wording>
      And absolute wording proven is <absolute_wording_proved>
      When evaluated as of 2026-11-20
      Then rule EU-12-S <EU-12-S>

      Examples:
        | absolute_wording | absolute_wording_proved | EU-12-S       |
        | yes              | no                      | holds         |
        | no               | no                      | does not hold |
        | yes              | yes                     | does not hold |

  Rule: First day of application of each rule

    Scenario Outline: A rule does not apply before its first day
      Given display period is <display>
      When evaluated as of 2026-11-20
      Then rule <rule>

      Examples:
        | display                  | rule                         |
        | 2026-09-26 to 2026-09-26 | EU-2a is not in force        |
        | 2025-03-24 to 2025-03-24 | EU-6-2-d-off is not in force |
        | 2005-06-10 to 2005-06-10 | EU-12 is not in force        |
