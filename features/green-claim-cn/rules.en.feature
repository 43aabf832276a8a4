# language: en
Feature: Rules · Green claims in China
  Each rule with its verdict, the days on which it governs, and what to say instead.

  Background:
    Given the scorecard green-claim-cn
    And the scorecard applies when kind of communication is commercial
    And verdicts are governed by display period, otherwise ok on basis otherwise

  Rule: False or misleading advertisement
    Background:
      Given these verdict rules
        | id    | rule                              | when                               | verdict    | severity | in force from | basis |
        | CN-01 | False or misleading advertisement | false or misleading content is yes | prohibited | major    | 2015-09-01    | ad-4  |
      And these remedies
        | rule  | say instead                                                                  |
        | CN-01 | stop it; say only what a test report of this product proves, with its number |

    Scenario: False or misleading advertisement
      Given false_or_misleading is yes
      When evaluated as of 2026-11-20
      Then rule CN-01 holds

  Rule: Claim in an advertisement not true
    Background:
      Given these verdict rules
        | id      | rule                               | when                        | verdict    | severity | in force from | basis     |
        | CN-01-W | Claim in an advertisement not true | truthful and accurate is no | prohibited | major    | 2015-09-01    | ad-4-true |
      And these remedies
        | rule    | say instead                                                 |
        | CN-01-W | stop it; say only what a test report of this product proves |

    Scenario: Claim in an advertisement not true
      Given truthful is no
      When evaluated as of 2026-11-20
      Then rule CN-01-W holds

  Rule: Absolute wording
    Background:
      Given these verdict rules
        | id    | rule             | when                                                                | verdict    | severity | in force from | basis |
        | CN-02 | Absolute wording | absolute wording is yes; absolute wording within an exception is no | prohibited | major    | 2015-09-01    | ad-9  |
      And these remedies
        | rule  | say instead                                                  |
        | CN-02 | delete the superlative; give the figure and standard instead |

    Scenario: Absolute wording
      Given absolute_wording is yes
      And absolute_wording_proved is no
      When evaluated as of 2026-11-20
      Then rule CN-02 holds

    Scenario: CN-02: absolute wording is yes: just fails
      Given absolute wording is no
      And absolute wording within an exception is no
      When evaluated as of 2026-11-20
      Then rule CN-02 does not hold

    Scenario: CN-02: absolute wording within an exception is no: just fails
      Given absolute wording within an exception is yes
      And absolute wording is yes
      When evaluated as of 2026-11-20
      Then rule CN-02 does not hold

  Rule: Figures without source, scope and validity
    Background:
      Given these verdict rules
        | id    | rule                                       | when                                                           | verdict        | severity | in force from | basis |
        | CN-03 | Figures without source, scope and validity | figures quoted is yes; source, scope and validity stated is no | needs evidence | major    | 2015-09-01    | ad-11 |
      And these remedies
        | rule  | say instead                                                      |
        | CN-03 | state beside the figure its source, scope and period of validity |

    Scenario: Figures without source, scope and validity
      Given figures_quoted is yes
      And figures_sourced is no
      When evaluated as of 2026-11-20
      Then rule CN-03 holds

    Scenario: CN-03: figures quoted is yes: just fails
      Given figures quoted is no
      And source, scope and validity stated is no
      When evaluated as of 2026-11-20
      Then rule CN-03 does not hold

    Scenario: CN-03: source, scope and validity stated is no: just fails
      Given source, scope and validity stated is yes
      And figures quoted is yes
      When evaluated as of 2026-11-20
      Then rule CN-03 does not hold

  Rule: False publicity under the Act of 2019
    Background:
      Given these verdict rules
        | id     | rule                                  | when                               | verdict    | severity | in force from | in force until | basis     |
        | CN-04a | False publicity under the Act of 2019 | false or misleading content is yes | prohibited | major    | 2019-04-23    | 2025-10-14     | aucl-2019 |
      And these remedies
        | rule   | say instead                                                 |
        | CN-04a | stop it; say only what a test report of this product proves |

    Scenario: False publicity under the Act of 2019
      Given false_or_misleading is yes
      And display is 2025-10-14 to 2025-10-14
      When evaluated as of 2026-11-20
      Then rule CN-04a holds

  Rule: Claim not true under the Act of 2019
    Background:
      Given these verdict rules
        | id       | rule                                 | when                        | verdict    | severity | in force from | in force until | basis          |
        | CN-04a-W | Claim not true under the Act of 2019 | truthful and accurate is no | prohibited | major    | 2019-04-23    | 2025-10-14     | aucl-2019-true |
      And these remedies
        | rule     | say instead                                                 |
        | CN-04a-W | stop it; say only what a test report of this product proves |

    Scenario: Claim not true under the Act of 2019
      Given truthful is no
      And display is 2025-10-14 to 2025-10-14
      When evaluated as of 2026-11-20
      Then rule CN-04a-W holds

  Rule: False publicity under the Act of 2025
    Background:
      Given these verdict rules
        | id     | rule                                  | when                               | verdict    | severity | in force from | basis     |
        | CN-04b | False publicity under the Act of 2025 | false or misleading content is yes | prohibited | major    | 2025-10-15    | aucl-2025 |
      And these remedies
        | rule   | say instead                                                                    |
        | CN-04b | stop it; say only what a test report of this product proves; Article 9 applies |

    Scenario: False publicity under the Act of 2025
      Given false_or_misleading is yes
      When evaluated as of 2026-11-20
      Then rule CN-04b holds

  Rule: Claim not true under the Act of 2025
    Background:
      Given these verdict rules
        | id       | rule                                 | when                        | verdict    | severity | in force from | basis          |
        | CN-04b-W | Claim not true under the Act of 2025 | truthful and accurate is no | prohibited | major    | 2025-10-15    | aucl-2025-true |
      And these remedies
        | rule     | say instead                                                 |
        | CN-04b-W | stop it; say only what a test report of this product proves |

    Scenario: Claim not true under the Act of 2025
      Given truthful is no
      When evaluated as of 2026-11-20
      Then rule CN-04b-W holds

  Rule: Green product mark by none of the three routes
    Background:
      Given these verdict rules
        | id    | rule                                           | when                                                                                                                                              | verdict    | severity | in force from | basis      |
        | CN-05 | Green product mark by none of the three routes | green product mark is by none of the three routes                                                                                                 | prohibited | major    | 2019-06-01    | green-mark |
        | CN-05 |                                                | green product mark is one of by unified certification, by attribute certification, by self-declaration; certificate of the green mark valid is no |            |          |               |            |
      And these remedies
        | rule  | say instead                                                      |
        | CN-05 | use it with the mark of the body, while the certificate is valid |

    Scenario: Green product mark by none of the three routes
      Given green_product_mark is no_route
      When evaluated as of 2026-11-20
      Then rule CN-05 holds

    Scenario: CN-05: green product mark is one of by unified certification, by attribute certification, by self-declaration: just holds
      Given green product mark is by unified certification
      And certificate of the green mark valid is no
      When evaluated as of 2026-11-20
      Then rule CN-05 holds

    Scenario: CN-05: green product mark is one of by unified certification, by attribute certification, by self-declaration: just fails
      Given green product mark is not used
      And certificate of the green mark valid is no
      When evaluated as of 2026-11-20
      Then rule CN-05 does not hold

    Scenario: CN-05: certificate of the green mark valid is no: just fails
      Given certificate of the green mark valid is yes
      And green product mark is by unified certification
      When evaluated as of 2026-11-20
      Then rule CN-05 does not hold

  Rule: National footprint mark outside its rule
    Background:
      Given these verdict rules
        | id    | rule                                     | when                                                                          | verdict    | severity | in force from | basis |
        | CN-06 | National footprint mark outside its rule | national footprint mark is used; product in the pilot catalogue is no         | prohibited | major    | 2025-03-17    | cfp   |
        | CN-06 |                                          | national footprint mark is used; footprint certificate within two years is no |            |          |               |       |
        | CN-06 |                                          | national footprint mark is used; surveillance passed is no                    |            |          |               |       |
      And these remedies
        | rule  | say instead                                   |
        | CN-06 | outside the pilot do not use the unified mark |

    Scenario: National footprint mark outside its rule
      Given footprint_mark is mark_present
      And footprint_mark_in_pilot is no
      When evaluated as of 2026-11-20
      Then rule CN-06 holds

    Scenario: CN-06: national footprint mark is used: just fails
      Given national footprint mark is not used
      And product in the pilot catalogue is no
      When evaluated as of 2026-11-20
      Then rule CN-06 does not hold

    Scenario: CN-06: product in the pilot catalogue is no: just fails
      Given product in the pilot catalogue is yes
      And national footprint mark is used
      When evaluated as of 2026-11-20
      Then rule CN-06 does not hold

    Scenario: CN-06: national footprint mark is used: just holds
      Given national footprint mark is used
      And footprint certificate within two years is no
      When evaluated as of 2026-11-20
      Then rule CN-06 holds

    Scenario: CN-06: national footprint mark is used: just fails (2)
      Given national footprint mark is not used
      And footprint certificate within two years is no
      When evaluated as of 2026-11-20
      Then rule CN-06 does not hold

    Scenario: CN-06: national footprint mark is used: just holds (2)
      Given national footprint mark is used
      And surveillance passed is no
      When evaluated as of 2026-11-20
      Then rule CN-06 holds

    Scenario: CN-06: national footprint mark is used: just fails (3)
      Given national footprint mark is not used
      And surveillance passed is no
      When evaluated as of 2026-11-20
      Then rule CN-06 does not hold

  Rule: Footprint without boundary, unit and standard
    Background:
      Given these verdict rules
        | id    | rule                                          | when                                                                                       | verdict        | severity | in force from | basis     |
        | CN-07 | Footprint without boundary, unit and standard | claim types includes any of quantified footprint; boundary, unit and standard stated is no | needs evidence | major    | 2024-10-01    | gbt-24067 |
        | CN-07 |                                               | claim types includes any of quantified footprint; offsets in the footprint is yes          |                |          |               |           |
      And these remedies
        | rule  | say instead                                                                               |
        | CN-07 | state boundary, functional unit and standard beside the figure, and offsets apart from it |

    Scenario: Footprint without boundary, unit and standard
      Given claim_types is quantified_pcf
      And footprint_terms_stated is no
      When evaluated as of 2026-11-20
      Then rule CN-07 holds

    Scenario: CN-07: claim types includes any of quantified footprint: just fails
      Given claim types is generic
      And boundary, unit and standard stated is no
      When evaluated as of 2026-11-20
      Then rule CN-07 does not hold

    Scenario: CN-07: boundary, unit and standard stated is no: just fails
      Given boundary, unit and standard stated is yes
      And claim types is quantified footprint
      When evaluated as of 2026-11-20
      Then rule CN-07 does not hold

    Scenario: CN-07: claim types includes any of quantified footprint: just holds
      Given claim types is quantified footprint
      And offsets in the footprint is yes
      When evaluated as of 2026-11-20
      Then rule CN-07 holds

    Scenario: CN-07: claim types includes any of quantified footprint: just fails (2)
      Given claim types is generic
      And offsets in the footprint is yes
      When evaluated as of 2026-11-20
      Then rule CN-07 does not hold

  Rule: Degradable without kind
    Background:
      Given these verdict rules
        | id    | rule                    | when                                                                                  | verdict        | severity | in force from | basis     |
        | CN-08 | Degradable without kind | claim types includes any of degradable, compostable; kind of degradation stated is no | needs evidence | major    | 2022-06-01    | gbt-41010 |
      And these remedies
        | rule  | say instead                                                                        |
        | CN-08 | industrially compostable, or degradable in soil, by GB/T 41010 and to which degree |

    Scenario: Degradable without kind
      Given claim_types is degradable
      And degradation_kind_stated is no
      When evaluated as of 2026-11-20
      Then rule CN-08 holds

    Scenario: CN-08: claim types includes any of degradable, compostable: just fails
      Given claim types is generic
      And kind of degradation stated is no
      When evaluated as of 2026-11-20
      Then rule CN-08 does not hold

    Scenario: CN-08: kind of degradation stated is no: just fails
      Given kind of degradation stated is yes
      And claim types is degradable
      When evaluated as of 2026-11-20
      Then rule CN-08 does not hold

  Rule: Certification mark forged or misused
    Background:
      Given these verdict rules
        | id    | rule                                 | when                                        | verdict    | severity | in force from | basis       |
        | CN-09 | Certification mark forged or misused | certification mark forged or misused is yes | prohibited | major    | 2003-11-01    | quality-law |
      And these remedies
        | rule  | say instead                                      |
        | CN-09 | withdraw the mark and everything that carries it |

    Scenario: Certification mark forged or misused
      Given mark_forged is yes
      When evaluated as of 2026-11-20
      Then rule CN-09 holds

    Scenario: CN-09: display period is from 2003-11-01: just fails
      Given display period is 2003-10-31 to 2003-10-31
      When evaluated as of 2026-11-20
      Then rule CN-09 is not in force

  Rule: Low-carbon product outside catalogue or certificate
    Background:
      Given these verdict rules
        | id    | rule                                                | when                                                                              | verdict        | severity | in force from | basis           |
        | CN-L1 | Low-carbon product outside catalogue or certificate | certificate word used is low-carbon product; in the catalogue and certified is no | needs evidence | major    | 2015-11-01    | low-carbon-2015 |
      And these remedies
        | rule  | say instead                                                                           |
        | CN-L1 | state the footprint with its boundary instead; use the word only with the certificate |

    Scenario: Low-carbon product outside catalogue or certificate
      Given product_certificate_word is low_carbon
      And low_carbon_certified is no
      When evaluated as of 2026-11-20
      Then rule CN-L1 holds

    Scenario: CN-L1: certificate word used is low-carbon product: just fails
      Given certificate word used is no such word
      And in the catalogue and certified is no
      When evaluated as of 2026-11-20
      Then rule CN-L1 does not hold

    Scenario: CN-L1: in the catalogue and certified is no: just fails
      Given in the catalogue and certified is yes
      And certificate word used is low-carbon product
      When evaluated as of 2026-11-20
      Then rule CN-L1 does not hold

  Rule: Carbon-reduced product without two footprints
    Background:
      Given these verdict rules
        | id    | rule                                          | when                                                                                         | verdict        | severity | basis       |
        | CN-L3 | Carbon-reduced product without two footprints | certificate word used is carbon-reduced product; two footprints, report and site check is no | needs evidence | major    | cqc-reduced |
      And these remedies
        | rule  | say instead                                                        |
        | CN-L3 | hold two comparable verified footprints, a report and a site check |

    Scenario: Carbon-reduced product without two footprints
      Given product_certificate_word is carbon_reduced
      And reduction_evidence_complete is no
      When evaluated as of 2026-11-20
      Then rule CN-L3 holds

    Scenario: CN-L3: certificate word used is carbon-reduced product: just fails
      Given certificate word used is no such word
      And two footprints, report and site check is no
      When evaluated as of 2026-11-20
      Then rule CN-L3 does not hold

    Scenario: CN-L3: two footprints, report and site check is no: just fails
      Given two footprints, report and site check is yes
      And certificate word used is carbon-reduced product
      When evaluated as of 2026-11-20
      Then rule CN-L3 does not hold

  Rule: Carbon-neutral product by a withdrawn standard
    Background:
      Given these verdict rules
        | id    | rule                                           | when                                                                                | verdict        | severity | in force from | warn from  | basis    |
        | CN-L4 | Carbon-neutral product by a withdrawn standard | certificate word used is carbon-neutral product; standard of neutrality is PAS 2060 | needs evidence | major    | 2025-12-01    | 2025-01-01 | pas-2060 |
      And these remedies
        | rule  | say instead                                                                |
        | CN-L4 | show a declaration by ISO 14068-1, or give the footprint and credits apart |

    Scenario: Carbon-neutral product by a withdrawn standard
      Given product_certificate_word is carbon_neutral
      And neutrality_standard is pas_2060
      When evaluated as of 2026-11-20
      Then rule CN-L4 holds

    Scenario: CN-L4: certificate word used is carbon-neutral product: just fails
      Given certificate word used is no such word
      And standard of neutrality is PAS 2060
      When evaluated as of 2026-11-20
      Then rule CN-L4 does not hold

    Scenario: CN-L4: standard of neutrality is PAS 2060: just fails
      Given standard of neutrality is ISO 14068-1
      And certificate word used is carbon-neutral product
      When evaluated as of 2026-11-20
      Then rule CN-L4 does not hold

  Rule: Figures that cannot be verified
    Background:
      Given these verdict rules
        | id      | rule                            | when                                       | verdict    | severity | in force from | basis   |
        | CN-03-U | Figures that cannot be verified | figures quoted is yes; substantiated is no | prohibited | major    | 2015-09-01    | ad-28-3 |
      And these remedies
        | rule    | say instead                                                          |
        | CN-03-U | delete the figure, or hold the report that it comes from and name it |

    Scenario: Figures that cannot be verified
      Given figures_quoted is yes
      And substantiated is no
      When evaluated as of 2026-11-20
      Then rule CN-03-U holds

    Scenario: CN-03-U: figures quoted is yes: just fails
      Given figures quoted is no
      And substantiated is no
      When evaluated as of 2026-11-20
      Then rule CN-03-U does not hold

  Rule: Mark of a scheme without a certificate for these goods
    Background:
      Given these verdict rules
        | id      | rule                                                   | when                                                                                                                                                                                                                              | verdict    | severity | in force from | basis        |
        | CN-09-W | Mark of a scheme without a certificate for these goods | claim types includes any of label; kind of label is one of of a public authority in the Union, of another public authority, of a certification scheme; certificate of the label is one of missing or expired, for another product | prohibited | major    | 2003-11-01    | mark-without |
      And these remedies
        | rule    | say instead                                                                              |
        | CN-09-W | withdraw the mark and its words, such as organic, until a certificate covers these goods |

    Scenario: Mark of a scheme without a certificate for these goods
      Given claim_types is label
      And label_kind is public_authority_eu
      And label_certificate is missing_or_expired
      When evaluated as of 2026-11-20
      Then rule CN-09-W holds

    Scenario: CN-09-W: claim types includes any of label: just fails
      Given claim types is generic
      And certificate of the label is missing or expired
      When evaluated as of 2026-11-20
      Then rule CN-09-W does not hold

    Scenario: CN-09-W: kind of label is one of of a public authority in the Union, of another public authority, of a certification scheme: just fails
      Given kind of label is self-declared
      And claim types is label
      And certificate of the label is missing or expired
      When evaluated as of 2026-11-20
      Then rule CN-09-W does not hold

    Scenario: CN-09-W: certificate of the label is one of missing or expired, for another product: just fails
      Given certificate of the label is valid for the product
      And claim types is label
      When evaluated as of 2026-11-20
      Then rule CN-09-W does not hold

  Rule: Free of what no such goods have
    Background:
      Given these verdict rules
        | id    | rule                            | when                                                                 | verdict    | severity | in force from | basis       |
        | CN-10 | Free of what no such goods have | claim types includes any of free of; presented as distinctive is yes | prohibited | major    | 2015-09-01    | ad-4-common |
      And these remedies
        | rule  | say instead                                       |
        | CN-10 | delete it, or say that it holds of all such goods |

    Scenario: Free of what no such goods have
      Given claim_types is free_of
      And presented_as_distinctive is yes
      When evaluated as of 2026-11-20
      Then rule CN-10 holds

    Scenario: CN-10: presented as distinctive is yes: just fails
      Given presented as distinctive is no
      And claim types is free of
      When evaluated as of 2026-11-20
      Then rule CN-10 does not hold

  Rule: What all such goods have, or law requires, as a selling point
    Background:
      Given these verdict rules
        | id      | rule                                                          | when                            | verdict    | severity | in force from | basis         |
        | CN-10-W | What all such goods have, or law requires, as a selling point | presented as distinctive is yes | prohibited | major    | 2015-09-01    | ad-4-required |
      And these remedies
        | rule    | say instead                                                 |
        | CN-10-W | delete it; name a feature that these goods have over others |

    Scenario: What all such goods have, or law requires, as a selling point
      Given presented_as_distinctive is yes
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
      Given absolute_wording is yes
      And display is 2007-11-20 to 2007-11-20
      When evaluated as of 2026-11-20
      Then rule CN-02-94 holds

    Scenario: CN-02-94: display period is from 1995-02-01: just fails
      Given display period is 1995-01-31 to 1995-01-31
      When evaluated as of 2026-11-20
      Then rule CN-02-94 is not in force
