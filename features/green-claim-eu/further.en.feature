# language: en
Feature: Further examples · Green claims to consumers in the European Union
  Each of these fails if a number, date, comparison, clause or verdict of the card slips, and no other example does.
  Proposed by a search from the rules as they stood on 2026-11-21, and read in samples only.

  Background:
    Given the scorecard green-claim-eu

  Rule: What the examples beside the rules leave open

    Scenario: rule EU-2a Label without certification scheme or authority
      Given claim types is label
      When evaluated as of 2026-11-20
      Then the verdict is ok
      And rule SEC-AIR-A is not in force
      And rule REC-02-A is not in force

    Scenario: rule EU-2a Label without certification scheme or authority (2)
      Given claim types is label
      And kind of label is of another public authority
      And scheme open, consulted and enforced is no
      When evaluated as of 2026-11-20
      Then rule EU-2a does not hold
      And the verdict is prohibited

    Scenario: rule EU-2a Label without certification scheme or authority (3)
      Given claim types is label
      And kind of label is self-declared
      When evaluated as of 2026-11-20
      Then the verdict is prohibited

    Scenario: rule EU-2a-2 Label monitored by its owner or the trader
      Given claim types is label
      And monitored by an independent third party is no
      When evaluated as of 2026-11-20
      Then the verdict is prohibited

    Scenario: rule EU-2a-2 Label monitored by its owner or the trader (2)
      Given display period is 2026-09-26 to 2026-09-26
      When evaluated as of 2026-11-20
      Then rule EU-2a-2 is not in force
      And rule EU-2a-3 is not in force
      And rule EU-2a-4 is not in force
      And rule EU-4a is not in force
      And rule EU-4a-9 is not in force
      And rule EU-4a-link is not in force
      And rule EU-4a-word is not in force
      And rule EU-4a-name is not in force
      And rule EU-4a-img is not in force
      And rule EU-4a-12 is not in force
      And rule EU-REEP-1 is not in force
      And rule EU-REEP-2 is not in force
      And rule EU-4b is not in force
      And rule EU-4c is not in force
      And rule EU-4c-word is not in force
      And rule EU-4c-mix is not in force
      And rule EU-4c-X is not in force
      And rule EU-10a is not in force
      And rule EU-23d is not in force
      And rule EU-23e is not in force
      And rule EU-23f is not in force
      And rule EU-23g is not in force
      And rule EU-23h is not in force
      And rule EU-23i is not in force
      And rule EU-23j is not in force
      And rule EU-6-1-b is not in force
      And rule EU-6-2-d is not in force
      And rule EU-6-2-e is not in force
      And rule EU-7-7 is not in force
      And rule SEC-AIR is not in force
      And rule REC-02 is not in force
      And rule AVO-07 is not in force
      And rule EU-4c-proc is not in force
      And rule EU-6-2-d-B is not in force

    Scenario: rule EU-2a-3 Label of an authority outside the Union
      Given claim types is label
      And scheme open, consulted and enforced is no
      When evaluated as of 2026-11-20
      Then rule EU-2a-3 does not hold

    Scenario: rule EU-2a-4 Certificate missing, expired or for another product
      Given claim types is label
      And certificate of the label is for another product
      When evaluated as of 2026-11-20
      Then rule EU-2a-4 holds
      And rule EU-2 holds

    Scenario: rule EU-2a-4 Certificate missing, expired or for another product (2)
      Given certificate of the label is missing or expired
      And claim types is missing
      When evaluated as of 2026-11-20
      Then the possible verdicts are prohibited, permitted with qualification, ok
      And rule EU-REEP-1 does not hold
      And rule EU-4c-proc does not hold

    Scenario: rule EU-4a Generic claim without recognised excellence
      Given specification is no specification
      And recognised excellence is no recognised excellence
      When evaluated as of 2026-11-20
      Then the verdict is ok

    Scenario: rule EU-4a Generic claim without recognised excellence (2)
      Given claim types is generic
      And recognised excellence is no recognised excellence
      When evaluated as of 2026-11-20
      Then the verdict is ok

    Scenario: rule EU-4a Generic claim without recognised excellence (3)
      Given claim types is generic
      And specification is no specification
      When evaluated as of 2026-11-20
      Then the verdict is ok

    Scenario: rule EU-4a Generic claim without recognised excellence (4)
      Given claim types is generic
      And specification is no specification
      And recognised excellence is no recognised excellence
      When evaluated as of 2026-11-20
      Then the verdict is prohibited
      And rule EU-7 holds

    Scenario: rule EU-4a-9 Word that recital 9 names among the generic ones
      Given specification is no specification
      And recognised excellence is no recognised excellence
      And claim types is renewable material
      When evaluated as of 2026-11-20
      Then the verdict is prohibited

    Scenario: rule EU-4a-link Specification only behind a link or elsewhere
      Given claim types is generic
      And specification is elsewhere only
      And recognised excellence is no recognised excellence
      When evaluated as of 2026-11-20
      Then the verdict is prohibited
      And rule EU-7 holds

    Scenario: rule EU-4a-word Other vague word, or word without its basis
      Given claim types is social and environmental
      And specification is no specification
      And recognised excellence is no recognised excellence
      When evaluated as of 2026-11-20
      Then the verdict is prohibited
      And rule EU-REEP-2 does not hold
      And rule EU-7 holds

    Scenario Outline: rule EU-4a-word Other vague word, or word without its basis (2)
      Given claim types is <claim_types>
      And specification is <specification>
      And recognised excellence is <reep_basis>
      And basis stated in the claim is <basis_in_claim>
      When evaluated as of 2026-11-20
      Then the verdict is <verdict>

      Examples:
        | claim_types                    | specification      | reep_basis               | basis_in_claim | verdict    |
        | social and environmental       | elsewhere only     | no recognised excellence | yes            | prohibited |
        | social and environmental       | no specification   | EU Ecolabel              | yes            | ok         |
        | comparative                    | no specification   | no recognised excellence | yes            | prohibited |
        | absolute, recyclable           | no specification   | no recognised excellence | yes            | ok         |
        | absolute, compostable          | no specification   | no recognised excellence | yes            | ok         |
        | absolute, renewable energy     | no specification   | no recognised excellence | yes            | ok         |
        | quantified footprint, absolute | no specification   | no recognised excellence | yes            | ok         |
        | absolute, durability           | no specification   | no recognised excellence | yes            | ok         |
        | absolute, repairability        | no specification   | no recognised excellence | yes            | ok         |
        | absolute, recyclable           | on the same medium | no recognised excellence | no             | ok         |
        | absolute, degradable           | on the same medium | no recognised excellence | no             | ok         |
        | absolute, compostable          | on the same medium | no recognised excellence | no             | ok         |
        | absolute, renewable energy     | on the same medium | no recognised excellence | no             | ok         |
        | absolute, renewable material   | on the same medium | no recognised excellence | no             | ok         |
        | quantified footprint, absolute | on the same medium | no recognised excellence | no             | ok         |
        | absolute, durability           | on the same medium | no recognised excellence | no             | ok         |
        | absolute, repairability        | on the same medium | no recognised excellence | no             | ok         |

    Scenario Outline: rule EU-4a-word Other vague word, or word without its basis (5)
      Given specification is no specification
      And recognised excellence is no recognised excellence
      And claim types is absolute, <claim_types>
      When evaluated as of 2026-11-20
      Then rule EU-4a-word does not hold
      And rule EU-7 does not hold

      Examples:
        | claim_types        |
        | degradable         |
        | renewable material |

    Scenario Outline: rule EU-4a-word Other vague word, or word without its basis (3)
      Given claim types is <claim_types>
      And recognised excellence is no recognised excellence
      And specification is <specification>
      And basis stated in the claim is <basis_in_claim>
      And qualified clearly and prominently is <qualified_prominently>
      When evaluated as of 2026-11-20
      Then the verdict is prohibited
      And rule EU-7 <EU-7>

      Examples:
        | claim_types              | specification      | basis_in_claim | qualified_prominently | EU-7          |
        | absolute                 | elsewhere only     | yes            | yes                   | holds         |
        | social and environmental | on the same medium | no             | yes                   | holds         |
        | comparative              | on the same medium | no             | yes                   | does not hold |
        | absolute                 | on the same medium | yes            | no                    | does not hold |

    Scenario Outline: rule EU-4a-word Other vague word, or word without its basis (4)
      Given claim types is <claim_types>
      And qualified clearly and prominently is no
      And recognised excellence is no recognised excellence
      When evaluated as of 2026-11-20
      Then the verdict is prohibited

      Examples:
        | claim_types              |
        | social and environmental |
        | comparative              |

    Scenario: rule EU-4a-name Generic term inside a name
      Given claim types is name
      And recognised excellence is no recognised excellence
      And specification is elsewhere only
      When evaluated as of 2026-11-20
      Then the verdict is prohibited

    Scenario Outline: rule EU-4a-img Imagery beside unspecified wording
      Given imagery is <imagery>
      And claim types is <claim_types>
      And specification is no specification
      When evaluated as of 2026-11-20
      Then the verdict is needs evidence

      Examples:
        | imagery             | claim_types              |
        | globe               | generic                  |
        | water               | generic                  |
        | trees               | generic                  |
        | animals             | generic                  |
        | green colour scheme | generic                  |
        | seal                | generic                  |
        | children            | generic                  |
        | sky                 | generic                  |
        | mountains           | generic                  |
        | meadow or field     | generic                  |
        | leaf                | social and environmental |

    Scenario Outline: rule EU-4a-12 Generic claim of which nothing can be shown
      Given claim types is <claim_types>
      And specification is <specification>
      And substantiated is no
      When evaluated as of 2026-11-20
      Then the verdict is prohibited

      Examples:
        | claim_types              | specification    |
        | social and environmental | no specification |
        | name                     | no specification |
        | degradable               | no specification |
        | renewable material       | no specification |
        | energy efficiency        | no specification |
        | generic                  | elsewhere only   |

    Scenario Outline: rule EU-REEP-1 Excellence that does not cover the claim
      Given claim types is generic
      And excellence relevant to the whole claim is no
      And recognised excellence is <reep_basis>
      When evaluated as of 2026-11-20
      Then the verdict is prohibited

      Examples:
        | reep_basis                |
        | national type I label     |
        | top class under Union law |

    Scenario: rule EU-REEP-2 Social words on environmental excellence alone
      Given claim types is social and environmental
      And social aspects substantiated is no
      And specification is elsewhere only
      When evaluated as of 2026-11-20
      Then the verdict is prohibited

    Scenario: rule EU-4b Whole claimed, part proven
      Given evidence covers is only a part of it
      When evaluated as of 2026-11-20
      Then the verdict is prohibited

    Scenario Outline: rule EU-4c Neutral, reduced or positive impact of a product by offsets
      Given subject of the claim is <subject_level>
      And claim types is <claim_types>
      And offsets used is <offsets_used>
      When evaluated as of 2026-11-20
      Then the verdict is prohibited

      Examples:
        | subject_level | claim_types        | offsets_used |
        | category      | neutral by offsets | no           |
        | packaging     | neutral by offsets | no           |
        | component     | neutral by offsets | no           |
        | service       | neutral by offsets | no           |
        | packaging     | net zero           | yes          |
        | component     | net zero           | yes          |
        | service       | net zero           | yes          |
        | product       | carbon negative    | yes          |

    Scenario: rule EU-4c Neutral, reduced or positive impact of a product by offsets (3)
      Given subject of the claim is process
      And claim types is neutral by offsets
      When evaluated as of 2026-11-20
      Then rule EU-4c does not hold
      And the verdict is prohibited

    Scenario: rule EU-4c Neutral, reduced or positive impact of a product by offsets (4)
      Given subject of the claim is category
      And claim types is net zero
      And offsets used is yes
      When evaluated as of 2026-11-20
      Then the verdict is prohibited
      And rule EU-4c-proc does not hold

    Scenario Outline: rule EU-4c-word Called neutral without offsets, or a removal, although offsets are used
      Given subject of the claim is <subject_level>
      And claim types is <claim_types>
      And offsets used is yes
      When evaluated as of 2026-11-20
      Then the verdict is prohibited

      Examples:
        | subject_level | claim_types             |
        | category      | neutral without offsets |
        | packaging     | neutral without offsets |
        | component     | neutral without offsets |
        | service       | neutral without offsets |
        | product       | removal                 |

    Scenario: rule EU-4c-mix Reduction mixed with offsets
      Given subject of the claim is category
      And claim types is comparative
      And offsets in the footprint is yes
      When evaluated as of 2026-11-20
      Then the verdict is prohibited
      And rule EU-4c-proc does not hold

    Scenario Outline: rule EU-4c-mix Reduction mixed with offsets (2)
      Given subject of the claim is <subject_level>
      And claim types is <claim_types>
      And offsets in the footprint is yes
      When evaluated as of 2026-11-20
      Then the verdict is prohibited

      Examples:
        | subject_level | claim_types          |
        | packaging     | comparative          |
        | component     | comparative          |
        | service       | comparative          |
        | product       | quantified footprint |

    Scenario: rule EU-10a Legal requirement as a distinctive feature
      Given claim types is legal requirement
      And presented as distinctive is yes
      When evaluated as of 2026-11-20
      Then the verdict is prohibited

    Scenario: rule EU-23d Harm of a software update withheld
      Given practices is harm of an update withheld
      When evaluated as of 2026-11-20
      Then the verdict is prohibited

    Scenario: rule EU-23e Functional update shown as necessary
      Given practices is update shown as necessary
      When evaluated as of 2026-11-20
      Then the verdict is prohibited

    Scenario: rule EU-23f Good of limited durability advertised
      Given practices is limited durability advertised
      When evaluated as of 2026-11-20
      Then the verdict is prohibited

    Scenario: rule EU-23g Durability not proven
      Given claim types is durability
      And durability proven in normal use is no
      When evaluated as of 2026-11-20
      Then the verdict is prohibited

    Scenario: rule EU-23h Repairable although repair is not possible
      Given claim types is repairability
      And repair possible is no
      When evaluated as of 2026-11-20
      Then the verdict is prohibited

    Scenario: rule EU-23i Early replacement of consumables induced
      Given practices is early replacement induced
      When evaluated as of 2026-11-20
      Then the verdict is prohibited

    Scenario: rule EU-23j Third-party parts deterred
      Given practices is third-party parts deterred
      When evaluated as of 2026-11-20
      Then the verdict is prohibited

    Scenario: rule EU-6-1-b Deceptive in overall presentation
      Given overall presentation fair is no
      And display period is missing
      When evaluated as of 2026-11-20
      Then the possible verdicts are misleading, ok
      And rule EU-6-1 is undetermined

    Scenario: rule EU-6-2-d Future performance without commitments and plan
      Given claim types is future
      And public commitments is no
      When evaluated as of 2026-11-20
      Then the verdict is misleading

    Scenario: rule EU-6-2-d-off Future neutrality by credits of unstated share
      Given claim types is future
      And offsets used is yes
      And share of credits stated is no
      When evaluated as of 2026-11-20
      Then the verdict is misleading

    Scenario: rule EU-6-2-d-off Future neutrality by credits of unstated share (2)
      Given display period is 2025-03-25 to 2025-03-25
      When evaluated as of 2026-11-20
      Then rule EU-6-2-d-off does not hold
      And rule SEC-AIR-A is not in force

    Scenario: rule EU-6-2-e Irrelevant benefit
      Given benefit relevant is no
      When evaluated as of 2026-11-20
      Then the verdict is misleading

    Scenario: rule EU-7-7 Comparison service without its information
      Given comparison service offered is yes
      And information on the comparison given is no
      When evaluated as of 2026-11-20
      Then the verdict is misleading

    Scenario: rule EU-12 No evidence at publication
      Given evidence on file at publication is no
      When evaluated as of 2026-11-20
      Then the verdict is needs evidence

    Scenario: rule EU-12 No evidence at publication (2)
      Given display period is 2005-06-11 to 2005-06-11
      When evaluated as of 2026-11-20
      Then rule EU-12 does not hold
      And rule REC-02-A is not in force
      And rule EU-7 is not in force
      And rule EU-12-b is not in force
      And rule EU-2 is not in force
      And rule EU-12-S is not in force

    Scenario: rule SEC-AIR Flight neutralised by payment
      Given airline is yes
      And paying extra neutralises the flight is yes
      When evaluated as of 2026-11-20
      Then the verdict is misleading

    Scenario: rule SEC-AIR-A Flight neutralised by payment, before the new rules
      Given paying extra neutralises the flight is yes
      And display period is 2026-09-26 to 2026-09-26
      When evaluated as of 2026-11-20
      Then the verdict is ok

    Scenario Outline: rule SEC-AIR-A Flight neutralised by payment, before the new rules (2)
      Given airline is <airline>
      And display period is 2026-09-26 to 2026-09-26
      And sustainable fuel unqualified is <sustainable_fuel_unqualified>
      And calculator without method is <calculator_without_method>
      When evaluated as of 2026-11-20
      Then the verdict is <verdict>

      Examples:
        | airline | sustainable_fuel_unqualified | calculator_without_method | verdict    |
        | yes     | no                           | no                        | ok         |
        | no      | yes                          | no                        | ok         |
        | yes     | yes                          | no                        | misleading |
        | no      | no                           | yes                       | ok         |
        | yes     | no                           | yes                       | misleading |

    Scenario Outline: rule SEC-AIR-A Flight neutralised by payment, before the new rules (7)
      Given display period is <display>
      When evaluated as of 2026-11-20
      Then rule SEC-AIR-A <SEC-AIR-A>

      Examples:
        | display                  | SEC-AIR-A       |
        | 2025-11-05 to 2025-11-05 | does not hold   |
        | 2025-11-04 to 2025-11-04 | is not in force |

    Scenario: rule SEC-AIR-A Flight neutralised by payment, before the new rules (8)
      Given display period is 2026-09-27 to 2026-09-27
      When evaluated as of 2026-11-20
      Then rule SEC-AIR-A is not in force
      And rule REC-02-A is not in force

    Scenario: rule REC-02 Recycled headline that excludes parts
      Given claim types is recycled content
      And headline excludes parts is yes
      When evaluated as of 2026-11-20
      Then the verdict is misleading

    Scenario Outline: rule REC-02-A Recycled headline that excludes parts, before the new rules
      Given headline excludes parts is <headline_excludes_parts>
      And display period is 2026-09-26 to 2026-09-26
      And claim types is <claim_types>
      When evaluated as of 2026-11-20
      Then the verdict is <verdict>

      Examples:
        | headline_excludes_parts | claim_types        | verdict    |
        | yes                     | specific attribute | ok         |
        | no                      | recycled content   | ok         |
        | yes                     | recycled content   | misleading |

    Scenario Outline: rule REC-02-A Recycled headline that excludes parts, before the new rules (4)
      Given display period is <display>
      When evaluated as of 2026-11-20
      Then rule REC-02-A <REC-02-A>

      Examples:
        | display                  | REC-02-A        |
        | 2022-01-19 to 2022-01-19 | does not hold   |
        | 2022-01-18 to 2022-01-18 | is not in force |

    Scenario: rule AVO-07 Avoided emissions without baseline on the medium
      Given claim types is avoided emissions
      And specification is elsewhere only
      When evaluated as of 2026-11-20
      Then the verdict is prohibited

    Scenario Outline: rule EU-6-1 False, or deceptive in overall presentation
      Given display period is <display>
      When evaluated as of 2026-11-20
      Then rule EU-6-1 <EU-6-1>
      And rule EU-7 <EU-7>
      And rule EU-12-b <EU-12-b>
      And rule EU-2 <EU-2>
      And rule EU-12-S <EU-12-S>

      Examples:
        | display                  | EU-6-1          | EU-7            | EU-12-b         | EU-2            | EU-12-S         |
        | 2007-12-12 to 2007-12-12 | does not hold   | does not hold   | does not hold   | does not hold   | does not hold   |
        | 2007-12-11 to 2007-12-11 | is not in force | is not in force | is not in force | is not in force | is not in force |

    Scenario Outline: rule EU-7 Material information omitted or unclear
      Given specification is <specification>
      And claim types is <claim_types>
      And basis stated in the claim is <basis_in_claim>
      And recognised excellence is <reep_basis>
      When evaluated as of 2026-11-20
      Then the verdict is <verdict>

      Examples:
        | specification      | claim_types                | basis_in_claim | reep_basis               | verdict    |
        | no specification   | neutral without offsets    | yes            | EU Ecolabel              | misleading |
        | no specification   | net zero                   | yes            | EU Ecolabel              | misleading |
        | on the same medium | neutral without offsets    | no             | EU Ecolabel              | misleading |
        | on the same medium | net zero                   | no             | EU Ecolabel              | misleading |
        | no specification   | absolute, recycled content | yes            | no recognised excellence | ok         |
        | no specification   | absolute                   | yes            | EU Ecolabel              | ok         |
        | on the same medium | generic                    | no             | EU Ecolabel              | ok         |
        | on the same medium | absolute                   | no             | EU Ecolabel              | ok         |
        | on the same medium | absolute, recycled content | no             | no recognised excellence | ok         |

    Scenario Outline: rule EU-7 Material information omitted or unclear (2)
      Given claim types is <claim_types>
      And specification is <specification>
      And recognised excellence is <reep_basis>
      And basis stated in the claim is <basis_in_claim>
      When evaluated as of 2026-11-20
      Then rule EU-7 holds

      Examples:
        | claim_types        | specification      | reep_basis               | basis_in_claim |
        | neutral by offsets | elsewhere only     | EU Ecolabel              | yes            |
        | absolute           | no specification   | no recognised excellence | yes            |
        | generic            | on the same medium | no recognised excellence | no             |
        | absolute           | on the same medium | no recognised excellence | no             |

    Scenario: rule EU-12-b Evidence insufficient
      Given substantiated is no
      When evaluated as of 2026-11-20
      Then the verdict is misleading

    Scenario Outline: rule EU-2 Mark shown without its certificate
      Given kind of label is of <label_kind>
      And claim types is label
      And certificate of the label is missing or expired
      When evaluated as of 2026-11-20
      Then the verdict is prohibited

      Examples:
        | label_kind                      |
        | a public authority in the Union |
        | another public authority        |

    Scenario Outline: rule EU-4c-proc Neutral making or event by offsets
      Given claim types is <claim_types>
      And subject of the claim is <subject_level>
      And offsets used is <offsets_used>
      And offsets in the footprint is <lca_offsets_in_total>
      When evaluated as of 2026-11-20
      Then the verdict is prohibited

      Examples:
        | claim_types             | subject_level | offsets_used | lca_offsets_in_total |
        | neutral by offsets      | event         | no           | no                   |
        | neutral without offsets | process       | yes          | no                   |
        | neutral without offsets | event         | yes          | no                   |
        | net zero                | process       | yes          | no                   |
        | carbon negative         | process       | yes          | no                   |
        | comparative             | process       | no           | yes                  |
        | comparative             | event         | no           | yes                  |
        | quantified footprint    | process       | no           | yes                  |

    Scenario: rule EU-6-2-d-B Promise that binds nobody
      Given claim types is future
      And whom the target binds is nobody, though told as a promise
      When evaluated as of 2026-11-20
      Then the verdict is misleading

    Scenario: rule EU-12-S Absolute words not proven
      Given absolute wording is yes
      And absolute wording proved is no
      When evaluated as of 2026-11-20
      Then the verdict is misleading

    Scenario Outline: the new rules apply from 27 September 2026 in every member state
      Given country is <country>
      And claim types is label
      And kind of label is self-declared
      And display period is <day> to <day>
      When evaluated as of 2026-11-20
      Then rule EU-2a <state>

      Examples:
        | country | day        | state           |
        | Germany | 2026-09-26 | is not in force |
        | Germany | 2026-09-27 | holds           |
        | Italy   | 2026-09-26 | is not in force |
        | Italy   | 2026-09-27 | holds           |
        | Denmark | 2026-09-26 | is not in force |
        | Denmark | 2026-09-27 | holds           |
        | Austria | 2026-09-26 | is not in force |
        | Austria | 2026-09-27 | holds           |
