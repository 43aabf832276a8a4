# language: en
Feature: Rules · Green claims in China
  Each rule with its verdict, the days on which it governs, and what to say instead.

  Background:
    Given the scorecard green-claim-cn
    And the scorecard applies when kind of communication is commercial
    And verdicts are governed by display period, otherwise ok on basis otherwise

  Rule: False advertisement (Articles 4 and 28)
    Background:
      Given these verdict rules
        | id      | rule                               | when                               | verdict    | severity | in force from | basis     |
        | CN-01   | False or misleading advertisement  | false or misleading content is yes | prohibited | major    | 2015-09-01    | ad-4      |
        | CN-01-W | Claim in an advertisement not true | truthful and accurate is no        | prohibited | major    | 2015-09-01    | ad-4-true |
      And these remedies
        | rule    | say instead                                                                  |
        | CN-01   | stop it; say only what a test report of this product proves, with its number |
        | CN-01-W | stop it; say only what a test report of this product proves                  |

    Scenario Outline: False advertisement (Articles 4 and 28): a case of each
      Given <given>
      When evaluated as of 2026-11-20
      Then rule <rule> holds

      Examples:
        | given                              | rule    |
        | false or misleading content is yes | CN-01   |
        | truthful and accurate is no        | CN-01-W |

  Rule: Absolute wording and figures (Articles 9 and 11)
    Background:
      Given these verdict rules
        | id    | rule                                       | when                                                                | verdict        | severity | in force from | basis |
        | CN-02 | Absolute wording                           | absolute wording is yes; absolute wording within an exception is no | prohibited     | major    | 2015-09-01    | ad-9  |
        | CN-03 | Figures without source, scope and validity | figures quoted is yes; source, scope and validity stated is no      | needs evidence | major    | 2015-09-01    | ad-11 |
      And these remedies
        | rule  | say instead                                                      |
        | CN-02 | delete the superlative; give the figure and standard instead     |
        | CN-03 | state beside the figure its source, scope and period of validity |

    Scenario Outline: Absolute wording
      Given absolute wording is <absolute_wording>
      And absolute wording within an exception is <absolute_wording_proved>
      When evaluated as of 2026-11-20
      Then rule CN-02 <CN-02>

      Examples:
        | absolute_wording | absolute_wording_proved | CN-02         |
        | yes              | no                      | holds         |
        | no               | no                      | does not hold |
        | yes              | yes                     | does not hold |

    Scenario Outline: Figures without source, scope and validity
      Given figures quoted is <figures_quoted>
      And source, scope and validity stated is <figures_sourced>
      When evaluated as of 2026-11-20
      Then rule CN-03 <CN-03>

      Examples:
        | figures_quoted | figures_sourced | CN-03         |
        | yes            | no              | holds         |
        | no             | no              | does not hold |
        | yes            | yes             | does not hold |

  Rule: False publicity, before and from 2025-10-15
    Background:
      Given these verdict rules
        | id       | rule                                  | when                               | verdict    | severity | in force from | in force until | basis          |
        | CN-04a   | False publicity under the Act of 2019 | false or misleading content is yes | prohibited | major    | 2019-04-23    | 2025-10-14     | aucl-2019      |
        | CN-04a-W | Claim not true under the Act of 2019  | truthful and accurate is no        | prohibited | major    | 2019-04-23    | 2025-10-14     | aucl-2019-true |
        | CN-04b   | False publicity under the Act of 2025 | false or misleading content is yes | prohibited | major    | 2025-10-15    |                | aucl-2025      |
        | CN-04b-W | Claim not true under the Act of 2025  | truthful and accurate is no        | prohibited | major    | 2025-10-15    |                | aucl-2025-true |
      And these remedies
        | rule     | say instead                                                                    |
        | CN-04a   | stop it; say only what a test report of this product proves                    |
        | CN-04a-W | stop it; say only what a test report of this product proves                    |
        | CN-04b   | stop it; say only what a test report of this product proves; Article 9 applies |
        | CN-04b-W | stop it; say only what a test report of this product proves                    |

    Scenario Outline: False publicity, before and from 2025-10-15: a case of each
      Given <given>
      And <and>
      When evaluated as of 2026-11-20
      Then rule <rule> holds

      Examples:
        | given                              | and                                        | rule     |
        | false or misleading content is yes | display period is 2025-10-14 to 2025-10-14 | CN-04a   |
        | truthful and accurate is no        | display period is 2025-10-14 to 2025-10-14 | CN-04a-W |

    Scenario Outline: False publicity, before and from 2025-10-15: a case of each (2)
      Given <given>
      When evaluated as of 2026-11-20
      Then rule <rule> holds

      Examples:
        | given                              | rule     |
        | false or misleading content is yes | CN-04b   |
        | truthful and accurate is no        | CN-04b-W |

  Rule: Official marks
    Background:
      Given these verdict rules
        | id    | rule                                           | when                                                                                                                                              | verdict    | severity | in force from | basis      |
        | CN-05 | Green product mark by none of the three routes | green product mark is by none of the three routes                                                                                                 | prohibited | major    | 2019-06-01    | green-mark |
        | CN-05 |                                                | green product mark is one of by unified certification, by attribute certification, by self-declaration; certificate of the green mark valid is no |            |          |               |            |
        | CN-06 | National footprint mark outside its rule       | national footprint mark is used; product in the pilot catalogue is no                                                                             | prohibited | major    | 2025-03-17    | cfp        |
        | CN-06 |                                                | national footprint mark is used; footprint certificate within two years is no                                                                     |            |          |               |            |
        | CN-06 |                                                | national footprint mark is used; surveillance passed is no                                                                                        |            |          |               |            |
      And these remedies
        | rule  | say instead                                                      |
        | CN-05 | use it with the mark of the body, while the certificate is valid |
        | CN-06 | outside the pilot do not use the unified mark                    |

    Scenario Outline: Green product mark by none of the three routes
      Given green product mark is <green_product_mark>
      And certificate of the green mark valid is <green_mark_certificate_valid>
      When evaluated as of 2026-11-20
      Then rule CN-05 <CN-05>

      Examples:
        | green_product_mark          | green_mark_certificate_valid | CN-05         |
        | by none of the three routes | yes                          | holds         |
        | by unified certification    | no                           | holds         |
        | not used                    | no                           | does not hold |
        | by unified certification    | yes                          | does not hold |

    Scenario Outline: National footprint mark outside its rule
      Given national footprint mark is <footprint_mark>
      And product in the pilot catalogue is <footprint_mark_in_pilot>
      And footprint certificate within two years is <footprint_certificate_within_two_years>
      When evaluated as of 2026-11-20
      Then rule CN-06 <CN-06>

      Examples:
        | footprint_mark | footprint_mark_in_pilot | footprint_certificate_within_two_years | CN-06         |
        | used           | no                      | yes                                    | holds         |
        | not used       | no                      | yes                                    | does not hold |
        | used           | yes                     | yes                                    | does not hold |
        | used           | yes                     | no                                     | holds         |
        | not used       | yes                     | no                                     | does not hold |

    Scenario Outline: CN-06: where it just holds and just fails
      Given national footprint mark is <footprint_mark>
      And surveillance passed is no
      When evaluated as of 2026-11-20
      Then rule CN-06 <CN-06>

      Examples:
        | footprint_mark | CN-06         |
        | used           | holds         |
        | not used       | does not hold |

  Rule: Footprints and decay by their standards
    Background:
      Given these verdict rules
        | id    | rule                                          | when                                                                                       | verdict        | severity | in force from | basis     |
        | CN-07 | Footprint without boundary, unit and standard | claim types includes any of quantified footprint; boundary, unit and standard stated is no | needs evidence | major    | 2024-10-01    | gbt-24067 |
        | CN-07 |                                               | claim types includes any of quantified footprint; offsets in the footprint is yes          |                |          |               |           |
        | CN-08 | Degradable without kind                       | claim types includes any of degradable, compostable; kind of degradation stated is no      | needs evidence | major    | 2022-06-01    | gbt-41010 |
      And these remedies
        | rule  | say instead                                                                               |
        | CN-07 | state boundary, functional unit and standard beside the figure, and offsets apart from it |
        | CN-08 | industrially compostable, or degradable in soil, by GB/T 41010 and to which degree        |

    Scenario Outline: Footprint without boundary, unit and standard
      Given claim types is <claim_types>
      And boundary, unit and standard stated is <footprint_terms_stated>
      And offsets in the footprint is <lca_offsets_in_total>
      When evaluated as of 2026-11-20
      Then rule CN-07 <CN-07>

      Examples:
        | claim_types          | footprint_terms_stated | lca_offsets_in_total | CN-07         |
        | quantified footprint | no                     | no                   | holds         |
        | generic              | no                     | no                   | does not hold |
        | quantified footprint | yes                    | no                   | does not hold |
        | quantified footprint | yes                    | yes                  | holds         |
        | generic              | yes                    | yes                  | does not hold |

    Scenario Outline: Degradable without kind
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
        | rule  | say instead                                      |
        | CN-09 | withdraw the mark and everything that carries it |

    Scenario: Certification mark forged or misused
      Given certification mark forged or misused is yes
      When evaluated as of 2026-11-20
      Then rule CN-09 holds

  Rule: Low-carbon, carbon-reduced and carbon-neutral products
    Background:
      Given these verdict rules
        | id    | rule                                                | when                                                                                         | verdict        | severity | in force from | warn from  | basis           |
        | CN-L1 | Low-carbon product outside catalogue or certificate | certificate word used is low-carbon product; in the catalogue and certified is no            | needs evidence | major    | 2015-11-01    |            | low-carbon-2015 |
        | CN-L3 | Carbon-reduced product without two footprints       | certificate word used is carbon-reduced product; two footprints, report and site check is no | needs evidence | major    |               |            | cqc-reduced     |
        | CN-L4 | Carbon-neutral product by a withdrawn standard      | certificate word used is carbon-neutral product; standard of neutrality is PAS 2060          | needs evidence | major    | 2025-12-01    | 2025-01-01 | pas-2060        |
      And these remedies
        | rule  | say instead                                                                           |
        | CN-L1 | state the footprint with its boundary instead; use the word only with the certificate |
        | CN-L3 | hold two comparable verified footprints, a report and a site check                    |
        | CN-L4 | show a declaration by ISO 14068-1, or give the footprint and credits apart            |

    Scenario Outline: Low-carbon product outside catalogue or certificate
      Given certificate word used is <product_certificate_word>
      And in the catalogue and certified is <low_carbon_certified>
      When evaluated as of 2026-11-20
      Then rule CN-L1 <CN-L1>

      Examples:
        | product_certificate_word | low_carbon_certified | CN-L1         |
        | low-carbon product       | no                   | holds         |
        | no such word             | no                   | does not hold |
        | low-carbon product       | yes                  | does not hold |

    Scenario Outline: Carbon-reduced product without two footprints
      Given certificate word used is <product_certificate_word>
      And two footprints, report and site check is <reduction_evidence_complete>
      When evaluated as of 2026-11-20
      Then rule CN-L3 <CN-L3>

      Examples:
        | product_certificate_word | reduction_evidence_complete | CN-L3         |
        | carbon-reduced product   | no                          | holds         |
        | no such word             | no                          | does not hold |
        | carbon-reduced product   | yes                         | does not hold |

    Scenario Outline: Carbon-neutral product by a withdrawn standard
      Given certificate word used is <product_certificate_word>
      And standard of neutrality is <neutrality_standard>
      When evaluated as of 2026-11-20
      Then rule CN-L4 <CN-L4>

      Examples:
        | product_certificate_word | neutrality_standard | CN-L4         |
        | carbon-neutral product   | PAS 2060            | holds         |
        | no such word             | PAS 2060            | does not hold |
        | carbon-neutral product   | ISO 14068-1         | does not hold |

  Rule: Figures that cannot be verified
    Background:
      Given these verdict rules
        | id      | rule                            | when                                       | verdict    | severity | in force from | basis   |
        | CN-03-U | Figures that cannot be verified | figures quoted is yes; substantiated is no | prohibited | major    | 2015-09-01    | ad-28-3 |
      And these remedies
        | rule    | say instead                                                          |
        | CN-03-U | delete the figure, or hold the report that it comes from and name it |

    Scenario Outline: Figures that cannot be verified
      Given figures quoted is <figures_quoted>
      And substantiated is no
      When evaluated as of 2026-11-20
      Then rule CN-03-U <CN-03-U>

      Examples:
        | figures_quoted | CN-03-U       |
        | yes            | holds         |
        | no             | does not hold |

  Rule: Mark of a scheme without a certificate for these goods
    Background:
      Given these verdict rules
        | id      | rule                                                   | when                                                                                                                                                                                                                              | verdict    | severity | in force from | basis        |
        | CN-09-W | Mark of a scheme without a certificate for these goods | claim types includes any of label; kind of label is one of of a public authority in the Union, of another public authority, of a certification scheme; certificate of the label is one of missing or expired, for another product | prohibited | major    | 2003-11-01    | mark-without |
      And these remedies
        | rule    | say instead                                                                              |
        | CN-09-W | withdraw the mark and its words, such as organic, until a certificate covers these goods |

    Scenario Outline: Mark of a scheme without a certificate for these goods
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

  Rule: What such goods have or lack
    Background:
      Given these verdict rules
        | id      | rule                                                          | when                                                                 | verdict    | severity | in force from | basis         |
        | CN-10   | Free of what no such goods have                               | claim types includes any of free of; presented as distinctive is yes | prohibited | major    | 2015-09-01    | ad-4-common   |
        | CN-10-W | What all such goods have, or law requires, as a selling point | presented as distinctive is yes                                      | prohibited | major    | 2015-09-01    | ad-4-required |
      And these remedies
        | rule    | say instead                                                 |
        | CN-10   | delete it, or say that it holds of all such goods           |
        | CN-10-W | delete it; name a feature that these goods have over others |

    Scenario Outline: Free of what no such goods have
      Given claim types is free of
      And presented as distinctive is <presented_as_distinctive>
      When evaluated as of 2026-11-20
      Then rule CN-10 <CN-10>

      Examples:
        | presented_as_distinctive | CN-10         |
        | yes                      | holds         |
        | no                       | does not hold |

    Scenario: What all such goods have, or law requires, as a selling point
      Given presented as distinctive is yes
      When evaluated as of 2026-11-20
      Then rule CN-10-W holds

  Rule: Absolute wording under the Act of 1994
    Background:
      Given these verdict rules
        | id       | rule                                   | when                    | verdict    | severity | in force from | in force until | basis   |
        | CN-02-94 | Absolute wording under the Act of 1994 | absolute wording is yes | prohibited | major    | 1995-02-01    | 2015-08-31     | ad-1994 |
      And these remedies
        | rule     | say instead                                                  |
        | CN-02-94 | delete the superlative; give the figure and standard instead |

    Scenario: Absolute wording under the Act of 1994
      Given absolute wording is yes
      And display period is 2007-11-20 to 2007-11-20
      When evaluated as of 2026-11-20
      Then rule CN-02-94 holds

  Rule: The first days of the rules

    Scenario Outline: before its first day a rule does not govern
      Given display period is <display>
      When evaluated as of 2026-11-20
      Then rule <rule>

      Examples:
        | display                  | rule                     |
        | 2003-10-31 to 2003-10-31 | CN-09 is not in force    |
        | 1995-01-31 to 1995-01-31 | CN-02-94 is not in force |
