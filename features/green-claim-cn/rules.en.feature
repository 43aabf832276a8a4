# language: en
Feature: Rules · Green claims in China
  Each rule with its verdict, its effective period, and the recommended wording.

  Background:
    Given the scorecard green-claim-cn
    And the scorecard applies when kind of communication is commercial
    And verdicts are governed by display period, otherwise ok on basis otherwise

  Rule: False advertising (Articles 4 and 28)
    Background:
      Given these verdict rules
        | id      | rule                              | when                               | verdict    | severity | in force from | basis     |
        | CN-01   | False or misleading advertisement | false or misleading content is yes | prohibited | major    | 2015-09-01    | ad-4      |
        | CN-01-W | Untrue claim in an advertisement  | claim truthful and accurate is no  | prohibited | major    | 2015-09-01    | ad-4-true |
      And these remedies
        | rule    | say instead                                                                                   |
        | CN-01   | stop the advertisement; state only what a test report of this product proves, with its number |
        | CN-01-W | stop the advertisement; state only what a test report of this product proves                  |

    Scenario Outline: False advertising (Articles 4 and 28): one case for each rule
      Given <given>
      When evaluated as of 2026-11-20
      Then rule <rule> holds

      Examples:
        | given                              | rule    |
        | false or misleading content is yes | CN-01   |
        | claim truthful and accurate is no  | CN-01-W |

  Rule: Absolute wording and quoted data (Articles 9 and 11)
    Background:
      Given these verdict rules
        | id    | rule                                           | when                                                                             | verdict        | severity | in force from | basis |
        | CN-02 | Absolute wording without a proven exception    | absolute wording is yes; absolute wording proven to be within an exception is no | prohibited     | major    | 2015-09-01    | ad-9  |
        | CN-03 | Data quoted without source, scope and validity | data quoted is yes; source, scope and validity of the data stated is no          | needs evidence | major    | 2015-09-01    | ad-11 |
      And these remedies
        | rule  | say instead                                                      |
        | CN-02 | delete the superlative; state the value and the standard instead |
        | CN-03 | state the source, scope and period of validity next to the data  |

    Scenario Outline: Absolute wording
      Given absolute wording is <absolute_wording>
      And absolute wording proven to be within an exception is <absolute_wording_proved>
      When evaluated as of 2026-11-20
      Then rule CN-02 <CN-02>

      Examples:
        | absolute_wording | absolute_wording_proved | CN-02         |
        | yes              | no                      | holds         |
        | no               | no                      | does not hold |
        | yes              | yes                     | does not hold |

    Scenario Outline: Data quoted without source, scope and validity
      Given data quoted is <figures_quoted>
      And source, scope and validity of the data stated is <figures_sourced>
      When evaluated as of 2026-11-20
      Then rule CN-03 <CN-03>

      Examples:
        | figures_quoted | figures_sourced | CN-03         |
        | yes            | no              | holds         |
        | no             | no              | does not hold |
        | yes            | yes             | does not hold |

  Rule: False publicity before and from 2025-10-15
    Background:
      Given these verdict rules
        | id       | rule                                  | when                               | verdict    | severity | in force from | in force until | basis          |
        | CN-04a   | False publicity under the Act of 2019 | false or misleading content is yes | prohibited | major    | 2019-04-23    | 2025-10-14     | aucl-2019      |
        | CN-04a-W | Untrue claim under the Act of 2019    | claim truthful and accurate is no  | prohibited | major    | 2019-04-23    | 2025-10-14     | aucl-2019-true |
        | CN-04b   | False publicity under the Act of 2025 | false or misleading content is yes | prohibited | major    | 2025-10-15    |                | aucl-2025      |
        | CN-04b-W | Untrue claim under the Act of 2025    | claim truthful and accurate is no  | prohibited | major    | 2025-10-15    |                | aucl-2025-true |
      And these remedies
        | rule     | say instead                                                                                                                                |
        | CN-04a   | stop the advertisement; state only what a test report of this product proves                                                               |
        | CN-04a-W | stop the advertisement; state only what a test report of this product proves                                                               |
        | CN-04b   | stop the advertisement; state only what a test report of this product proves; Article 9 of the Anti-Unfair Competition Law of 2025 applies |
        | CN-04b-W | stop the advertisement; state only what a test report of this product proves                                                               |

    Scenario Outline: False publicity before 2025-10-15: one case for each rule
      Given <given>
      And <and>
      When evaluated as of 2026-11-20
      Then rule <rule> holds

      Examples:
        | given                              | and                                        | rule     |
        | false or misleading content is yes | display period is 2025-10-14 to 2025-10-14 | CN-04a   |
        | claim truthful and accurate is no  | display period is 2025-10-14 to 2025-10-14 | CN-04a-W |

    Scenario Outline: False publicity from 2025-10-15: one case for each rule
      Given <given>
      When evaluated as of 2026-11-20
      Then rule <rule> holds

      Examples:
        | given                              | rule     |
        | false or misleading content is yes | CN-04b   |
        | claim truthful and accurate is no  | CN-04b-W |

  Rule: Official marks
    Background:
      Given these verdict rules
        | id    | rule                                                                            | when                                                                                                                                                                         | verdict    | severity | in force from | basis      |
        | CN-05 | Green product mark used outside the three routes or without a valid certificate | route of using the green product mark is by none of the three routes                                                                                                         | prohibited | major    | 2019-06-01    | green-mark |
        | CN-05 |                                                                                 | route of using the green product mark is one of by unified certification, by attribute certification, by self-declaration; certificate of the green product mark valid is no |            |          |               |            |
        | CN-06 | National footprint mark used outside its rules                                  | national footprint mark is used; product in the pilot catalogue is no                                                                                                        | prohibited | major    | 2025-03-17    | cfp        |
        | CN-06 |                                                                                 | national footprint mark is used; footprint certificate not older than two years is no                                                                                        |            |          |               |            |
        | CN-06 |                                                                                 | national footprint mark is used; surveillance after certification passed is no                                                                                               |            |          |               |            |
      And these remedies
        | rule  | say instead                                                                                            |
        | CN-05 | use the mark together with the mark of the certification body, and only while the certificate is valid |
        | CN-06 | do not use the national footprint mark outside the pilot catalogue                                     |

    Scenario Outline: Green product mark used outside the three routes or without a valid certificate
      Given route of using the green product mark is <green_product_mark>
      And certificate of the green product mark valid is <green_mark_certificate_valid>
      When evaluated as of 2026-11-20
      Then rule CN-05 <CN-05>

      Examples:
        | green_product_mark          | green_mark_certificate_valid | CN-05         |
        | by none of the three routes | yes                          | holds         |
        | by unified certification    | no                           | holds         |
        | not used                    | no                           | does not hold |
        | by unified certification    | yes                          | does not hold |

    Scenario Outline: National footprint mark used outside its rules
      Given national footprint mark is <footprint_mark>
      And product in the pilot catalogue is <footprint_mark_in_pilot>
      And footprint certificate not older than two years is <footprint_certificate_within_two_years>
      When evaluated as of 2026-11-20
      Then rule CN-06 <CN-06>

      Examples:
        | footprint_mark | footprint_mark_in_pilot | footprint_certificate_within_two_years | CN-06         |
        | used           | no                      | yes                                    | holds         |
        | not used       | no                      | yes                                    | does not hold |
        | used           | yes                     | yes                                    | does not hold |
        | used           | yes                     | no                                     | holds         |
        | not used       | yes                     | no                                     | does not hold |

    Scenario Outline: Rule CN-06 applies only if the mark is used
      Given national footprint mark is <footprint_mark>
      And surveillance after certification passed is no
      When evaluated as of 2026-11-20
      Then rule CN-06 <CN-06>

      Examples:
        | footprint_mark | CN-06         |
        | used           | holds         |
        | not used       | does not hold |

  Rule: Standards for footprints and degradability
    Background:
      Given these verdict rules
        | id    | rule                                                                | when                                                                                                        | verdict        | severity | in force from | basis     |
        | CN-07 | Footprint without boundary, unit and standard, or including offsets | claim types includes any of quantified footprint; boundary, unit and standard of the footprint stated is no | needs evidence | major    | 2024-10-01    | gbt-24067 |
        | CN-07 |                                                                     | claim types includes any of quantified footprint; offsets included in the footprint is yes                  |                |          |               |           |
        | CN-08 | Degradable claim without the kind of degradation                    | claim types includes any of degradable, compostable; kind of degradation stated is no                       | needs evidence | major    | 2022-06-01    | gbt-41010 |
      And these remedies
        | rule  | say instead                                                                                                        |
        | CN-07 | state boundary, functional unit and standard next to the value, and report offsets separately                      |
        | CN-08 | state, for example, industrially compostable or degradable in soil, with the degree, in accordance with GB/T 41010 |

    Scenario Outline: Footprint without boundary, unit and standard, or including offsets
      Given claim types is <claim_types>
      And boundary, unit and standard of the footprint stated is <footprint_terms_stated>
      And offsets included in the footprint is <lca_offsets_in_total>
      When evaluated as of 2026-11-20
      Then rule CN-07 <CN-07>

      Examples:
        | claim_types          | footprint_terms_stated | lca_offsets_in_total | CN-07         |
        | quantified footprint | no                     | no                   | holds         |
        | generic              | no                     | no                   | does not hold |
        | quantified footprint | yes                    | no                   | does not hold |
        | quantified footprint | yes                    | yes                  | holds         |
        | generic              | yes                    | yes                  | does not hold |

    Scenario Outline: Degradable claim without the kind of degradation
      Given claim types is <claim_types>
      And kind of degradation stated is <degradation_kind_stated>
      When evaluated as of 2026-11-20
      Then rule CN-08 <CN-08>

      Examples:
        | claim_types | degradation_kind_stated | CN-08         |
        | degradable  | no                      | holds         |
        | generic     | no                      | does not hold |
        | degradable  | yes                     | does not hold |

  Rule: Certification mark forged or misused
    Background:
      Given these verdict rules
        | id    | rule                                 | when                                        | verdict    | severity | in force from | basis       |
        | CN-09 | Certification mark forged or misused | certification mark forged or misused is yes | prohibited | major    | 2003-11-01    | quality-law |
      And these remedies
        | rule  | say instead                                        |
        | CN-09 | withdraw the mark and all material that carries it |

    Scenario: Certification mark forged or misused
      Given certification mark forged or misused is yes
      When evaluated as of 2026-11-20
      Then rule CN-09 holds

  Rule: Low-carbon, carbon-reduced and carbon-neutral products
    Background:
      Given these verdict rules
        | id    | rule                                                            | when                                                                                                        | verdict        | severity | in force from | warn from  | basis           |
        | CN-L1 | Low-carbon product outside the catalogue or without certificate | certified designation used is low-carbon product; product in the catalogue and certified is no              | needs evidence | major    | 2015-11-01    |            | low-carbon-2015 |
        | CN-L3 | Carbon-reduced product without the required evidence            | certified designation used is carbon-reduced product; two footprints, report and site check available is no | needs evidence | major    |               |            | cqc-reduced     |
        | CN-L4 | Carbon-neutral product under a withdrawn standard               | certified designation used is carbon-neutral product; standard of neutrality is PAS 2060                    | needs evidence | major    | 2025-12-01    | 2025-01-01 | pas-2060        |
      And these remedies
        | rule  | say instead                                                                                  |
        | CN-L1 | state the footprint with its boundary instead; use the designation only with the certificate |
        | CN-L3 | obtain two comparable verified footprints, a report and a site check                         |
        | CN-L4 | provide a declaration under ISO 14068-1, or state the footprint and the credits separately   |

    Scenario Outline: Low-carbon product outside the catalogue or without certificate
      Given certified designation used is <product_certificate_word>
      And product in the catalogue and certified is <low_carbon_certified>
      When evaluated as of 2026-11-20
      Then rule CN-L1 <CN-L1>

      Examples:
        | product_certificate_word | low_carbon_certified | CN-L1         |
        | low-carbon product       | no                   | holds         |
        | no such designation      | no                   | does not hold |
        | low-carbon product       | yes                  | does not hold |

    Scenario Outline: Carbon-reduced product without the required evidence
      Given certified designation used is <product_certificate_word>
      And two footprints, report and site check available is <reduction_evidence_complete>
      When evaluated as of 2026-11-20
      Then rule CN-L3 <CN-L3>

      Examples:
        | product_certificate_word | reduction_evidence_complete | CN-L3         |
        | carbon-reduced product   | no                          | holds         |
        | no such designation      | no                          | does not hold |
        | carbon-reduced product   | yes                         | does not hold |

    Scenario Outline: Carbon-neutral product under a withdrawn standard
      Given certified designation used is <product_certificate_word>
      And standard of neutrality is <neutrality_standard>
      When evaluated as of 2026-11-20
      Then rule CN-L4 <CN-L4>

      Examples:
        | product_certificate_word | neutrality_standard | CN-L4         |
        | carbon-neutral product   | PAS 2060            | holds         |
        | no such designation      | PAS 2060            | does not hold |
        | carbon-neutral product   | ISO 14068-1         | does not hold |

  Rule: Data that cannot be verified
    Background:
      Given these verdict rules
        | id      | rule                         | when                                          | verdict    | severity | in force from | basis   |
        | CN-03-U | Data that cannot be verified | data quoted is yes; claim substantiated is no | prohibited | major    | 2015-09-01    | ad-28-3 |
      And these remedies
        | rule    | say instead                                              |
        | CN-03-U | delete the data, or obtain the source report and name it |

    Scenario Outline: Data that cannot be verified
      Given data quoted is <figures_quoted>
      And claim substantiated is no
      When evaluated as of 2026-11-20
      Then rule CN-03-U <CN-03-U>

      Examples:
        | figures_quoted | CN-03-U       |
        | yes            | holds         |
        | no             | does not hold |

  Rule: Certification mark without a certificate for these goods
    Background:
      Given these verdict rules
        | id      | rule                                                     | when                                                                                                                                                                                                                              | verdict    | severity | in force from | basis        |
        | CN-09-W | Certification mark without a certificate for these goods | claim types includes any of label; kind of label is one of of a public authority in the Union, of another public authority, of a certification scheme; certificate of the label is one of missing or expired, for another product | prohibited | major    | 2003-11-01    | mark-without |
      And these remedies
        | rule    | say instead                                                                        |
        | CN-09-W | withdraw the mark and terms such as organic until a certificate covers these goods |

    Scenario Outline: Certification mark without a certificate for these goods
      Given claim types is <claim_types>
      And kind of label is <label_kind>
      And certificate of the label is <label_certificate>
      When evaluated as of 2026-11-20
      Then rule CN-09-W <CN-09-W>

      Examples:
        | claim_types | label_kind                         | label_certificate     | CN-09-W       |
        | label       | of a public authority in the Union | missing or expired    | holds         |
        | generic     | of a certification scheme          | missing or expired    | does not hold |
        | label       | self-declared                      | missing or expired    | does not hold |
        | label       | of a certification scheme          | valid for the product | does not hold |

  Rule: Usual features and absent substances
    Background:
      Given these verdict rules
        | id      | rule                                                                       | when                                                                                                     | verdict    | severity | in force from | basis         |
        | CN-10   | Absence of a substance that no such goods contain, used as a selling point | claim types includes any of free of; legal requirement or usual property presented as distinctive is yes | prohibited | major    | 2015-09-01    | ad-4-common   |
        | CN-10-W | Usual or legally required feature used as a selling point                  | legal requirement or usual property presented as distinctive is yes                                      | prohibited | major    | 2015-09-01    | ad-4-required |
      And these remedies
        | rule    | say instead                                                               |
        | CN-10   | delete the claim, or state that it applies to all goods of this kind      |
        | CN-10-W | delete the claim; state a feature in which these goods differ from others |

    Scenario Outline: Absence of a substance that no such goods contain, used as a selling point
      Given claim types is free of
      And legal requirement or usual property presented as distinctive is <presented_as_distinctive>
      When evaluated as of 2026-11-20
      Then rule CN-10 <CN-10>

      Examples:
        | presented_as_distinctive | CN-10         |
        | yes                      | holds         |
        | no                       | does not hold |

    Scenario: Usual or legally required feature used as a selling point
      Given legal requirement or usual property presented as distinctive is yes
      When evaluated as of 2026-11-20
      Then rule CN-10-W holds

  Rule: Absolute wording under the Act of 1994
    Background:
      Given these verdict rules
        | id       | rule                                        | when                    | verdict    | severity | in force from | in force until | basis   |
        | CN-02-94 | Absolute wording used under the Act of 1994 | absolute wording is yes | prohibited | major    | 1995-02-01    | 2015-08-31     | ad-1994 |
      And these remedies
        | rule     | say instead                                                      |
        | CN-02-94 | delete the superlative; state the value and the standard instead |

    Scenario: Absolute wording under the Act of 1994
      Given absolute wording is yes
      And display period is 2007-11-20 to 2007-11-20
      When evaluated as of 2026-11-20
      Then rule CN-02-94 holds

  Rule: Effective dates of the rules

    Scenario Outline: A rule is not in force before its first day
      Given display period is <display>
      When evaluated as of 2026-11-20
      Then rule <rule>

      Examples:
        | display                  | rule                     |
        | 2003-10-31 to 2003-10-31 | CN-09 is not in force    |
        | 1995-01-31 to 1995-01-31 | CN-02-94 is not in force |
