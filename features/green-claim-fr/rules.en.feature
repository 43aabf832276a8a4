# language: en
Feature: Rules · Green claims in France
  Each rule with its verdict, its effective period, and the recommended wording.

  Background:
    Given the scorecard green-claim-fr
    And the scorecard applies when kind of communication is commercial
    And verdicts are governed by display period, otherwise ok on basis otherwise

  Rule: Biodegradable or environmentally friendly claimed on a product
    Background:
      Given these verdict rules
        | id      | rule                                                                      | when                                                                                               | verdict    | severity | in force from | basis        |
        | FR-01   | Biodegradable or environmentally friendly claimed on a product            | subject of the claim is one of product, packaging; claim types includes any of generic, degradable | prohibited | major    | 2022-05-01    | fr-l541      |
        | FR-01-P | Biodegradable or environmentally friendly claimed for a part of a product | subject of the claim is component; claim types includes any of generic, degradable                 | prohibited | major    | 2022-05-01    | fr-l541-part |
      And these remedies
        | rule    | say instead                                                                                     |
        | FR-01   | delete the claim; state instead: made of this material, to be sorted into this bin              |
        | FR-01-P | delete the claim; state instead: this part is made of this material, to be sorted into this bin |

    Scenario Outline: Biodegradable or environmentally friendly claimed on a product
      Given subject of the claim is <subject_level>
      And claim types is generic
      When evaluated as of 2026-11-20
      Then rule FR-01 <FR-01>

      Examples:
        | subject_level | FR-01         |
        | product       | holds         |
        | category      | does not hold |

    Scenario: A biodegradable claim for a part of a product is prohibited
      Given subject of the claim is component
      And claim types is degradable
      And display period is 2022-05-01 to 2022-05-01
      When evaluated as of 2026-11-20
      Then the verdict is prohibited under FR-01-P

    Scenario Outline: Biodegradable or environmentally friendly claimed for a part of a product
      Given subject of the claim is <subject_level>
      And claim types is <claim_types>
      When evaluated as of 2026-11-20
      Then rule FR-01-P <FR-01-P>

      Examples:
        | subject_level | claim_types | FR-01-P       |
        | component     | generic     | holds         |
        | component     | degradable  | holds         |
        | component     | recyclable  | does not hold |
        | category      | degradable  | does not hold |

  Rule: Carbon neutral or net zero claimed without an annual report
    Background:
      Given these verdict rules
        | id      | rule                                                    | when                                                                                                                                                           | verdict    | severity | in force from | basis            |
        | FR-02   | Carbon neutral claimed without an annual report         | claim types includes any of neutral by offsets, neutral without offsets; annual report linked in the claim is no                                               | prohibited | major    | 2023-01-01    | fr-l229          |
        | FR-02-N | Net zero claimed for a product without an annual report | subject of the claim is one of product, category, packaging, component, service; claim types includes any of net zero; annual report linked in the claim is no | prohibited | major    | 2023-01-01    | fr-l229-net-zero |
      And these remedies
        | rule    | say instead                                                                                |
        | FR-02   | link the annual public report; for products, Union law now prohibits the claim in any case |
        | FR-02-N | link the annual report on emissions, reductions and compensation, or delete the wording    |

    Scenario Outline: Carbon neutral claimed without an annual report
      Given claim types is neutral by offsets
      And annual report linked in the claim is <annual_report_linked>
      When evaluated as of 2026-11-20
      Then rule FR-02 <FR-02>

      Examples:
        | annual_report_linked | FR-02         |
        | no                   | holds         |
        | yes                  | does not hold |

    Scenario Outline: Net zero claimed for a product without an annual report
      Given subject of the claim is <subject_level>
      And claim types is net zero
      And annual report linked in the claim is <annual_report_linked>
      When evaluated as of 2026-11-20
      Then rule FR-02-N <FR-02-N>

      Examples:
        | subject_level | annual_report_linked | FR-02-N       |
        | product       | no                   | holds         |
        | process       | no                   | does not hold |
        | product       | yes                  | does not hold |

  Rule: Compostable claimed for plastic that composts only in industrial facilities
    Background:
      Given these verdict rules
        | id    | rule                                                                        | when                                                                                                              | verdict    | severity | in force from | basis   |
        | FR-03 | Compostable claimed for plastic that composts only in industrial facilities | claim types includes any of compostable; made of plastic is yes; compostable only in industrial facilities is yes | prohibited | major    | 2022-05-01    | fr-agec |
      And these remedies
        | rule  | say instead                                                           |
        | FR-03 | delete the claim, unless the product is certified for home composting |

    Scenario Outline: Compostable claimed for plastic that composts only in industrial facilities
      Given claim types is <claim_types>
      And made of plastic is <plastic>
      And compostable only in industrial facilities is <industrially_compostable_only>
      When evaluated as of 2026-11-20
      Then rule FR-03 <FR-03>

      Examples:
        | claim_types | plastic | industrially_compostable_only | FR-03         |
        | compostable | yes     | yes                           | holds         |
        | generic     | yes     | yes                           | does not hold |
        | compostable | no      | yes                           | does not hold |
        | compostable | yes     | no                            | does not hold |

  Rule: Green activity of a high-emitting trader presented out of proportion
    Background:
      Given these verdict rules
        | id      | rule                                                                 | when                                                                                                                                                                 | verdict    | severity | in force from | basis       |
        | FR-OMIT | Green activity of a high-emitting trader presented out of proportion | subject of the claim is one of trader, brand, category, service, process, site, financial product; high-emitting trader is yes; share of green activity stated is no | misleading | major    | 2016-07-01    | fr-omission |
      And these remedies
        | rule    | say instead                                                                                            |
        | FR-OMIT | state next to the claim which share of business or investment is green and which is not, with the year |

    Scenario Outline: Green activity of a high-emitting trader presented out of proportion
      Given subject of the claim is <subject_level>
      And high-emitting trader is <trader_high_emitting>
      And share of green activity stated is <green_share_stated>
      When evaluated as of 2026-11-20
      Then rule FR-OMIT <FR-OMIT>

      Examples:
        | subject_level | trader_high_emitting | green_share_stated | FR-OMIT       |
        | trader        | yes                  | no                 | holds         |
        | product       | yes                  | no                 | does not hold |
        | trader        | no                   | no                 | does not hold |
        | trader        | yes                  | yes                | does not hold |

  Rule: Claim false, unproven or misleading by omission
    Background:
      Given these verdict rules
        | id      | rule                                            | when                                   | verdict    | severity | in force from | basis   |
        | FR-L121 | Claim false, unproven or misleading by omission | claim truthful and accurate is no      | misleading | major    | 2016-07-01    | fr-l121 |
        | FR-L121 |                                                 | claim substantiated is no              |            |          |               |         |
        | FR-L121 |                                                 | no important information omitted is no |            |          |               |         |
        | FR-L121 |                                                 | claim clear and unambiguous is no      |            |          |               |         |
      And these remedies
        | rule    | say instead                                                                                                 |
        | FR-L121 | state only what is proven for this product, and include its conditions and limits in the same advertisement |

    Scenario: Claim false, unproven or misleading by omission
      Given claim truthful and accurate is no
      When evaluated as of 2026-11-20
      Then rule FR-L121 holds

    Scenario: Rule FR-L121 also applies to an unsubstantiated claim
      Given claim substantiated is no
      When evaluated as of 2026-11-20
      Then rule FR-L121 holds

    Scenario: Rule FR-L121 also applies if important information is omitted
      Given no important information omitted is no
      When evaluated as of 2026-11-20
      Then rule FR-L121 holds

    Scenario: Rule FR-L121 also applies to an unclear claim
      Given claim clear and unambiguous is no
      When evaluated as of 2026-11-20
      Then rule FR-L121 holds

  Rule: Effective dates of the rules

    Scenario Outline: A rule is not in force before its first day
      Given display period is <display>
      When evaluated as of 2026-11-20
      Then rule <rule>

      Examples:
        | display                  | rule                    |
        | 2022-04-30 to 2022-04-30 | FR-01 is not in force   |
        | 2022-04-30 to 2022-04-30 | FR-01-P is not in force |
        | 2016-06-30 to 2016-06-30 | FR-L121 is not in force |
