# language: en
Feature: Rules · Green claims in Canada
  Each rule with its verdict, its period of application and its remedy.

  Background:
    Given the scorecard green-claim-ca
    And the scorecard applies when kind of communication is commercial
    And verdicts are governed by display period, otherwise ok on basis otherwise

  Rule: Benefit of the product
    Background:
      Given these verdict rules
        | id      | rule                                         | when                                                                                                                             | verdict    | severity | in force from | basis    |
        | CA-01   | Claim of a product benefit without test      | object of the claim is a benefit of the product; adequate and proper test before the claim is no                                 | prohibited | major    | 2024-06-20    | b1       |
        | CA-01-W | Claim of a product benefit not substantiated | object of the claim is a benefit of the product; claim substantiated is no                                                       | prohibited | major    | 2024-06-20    | b1-words |
        | CA-01-W |                                              | subject of the claim is one of product, category, packaging, component, service; adequate and proper test before the claim is no |            |          |               |          |
        | CA-01-W |                                              | subject of the claim is one of product, category, packaging, component, service; claim substantiated is no                       |            |          |               |          |
      And these remedies
        | rule    | say instead                                                                                                                 |
        | CA-01   | test the product before the claim, and claim only the test result, for example: uses 20 % less energy than the former model |
        | CA-01-W | test the product before the claim, and claim only the test result; otherwise delete the claim                               |

    Scenario Outline: Claim of a product benefit without test
      Given object of the claim is <ca_claim>
      And adequate and proper test before the claim is no
      When evaluated as of 2026-11-20
      Then rule CA-01 <CA-01>

      Examples:
        | ca_claim                     | CA-01         |
        | a benefit of the product     | holds         |
        | the business or its activity | does not hold |

    Scenario Outline: Claim of a product benefit not substantiated
      Given object of the claim is <ca_claim>
      And claim substantiated is <claim substantiated>
      And subject of the claim is <subject_level>
      And adequate and proper test before the claim is <adequate_test>
      When evaluated as of 2026-11-20
      Then rule CA-01-W <CA-01-W>

      Examples:
        | ca_claim                     | claim substantiated | subject_level | adequate_test | CA-01-W       |
        | a benefit of the product     | no                  | product       | yes           | holds         |
        | a benefit of the product     | yes                 | process       | no            | does not hold |
        | the business or its activity | no                  | process       | yes           | does not hold |

  Rule: Claim about the business, until 2026-03-25
    Background:
      Given these verdict rules
        | id       | rule                                                              | when                                                                                                                               | verdict    | severity | in force from | in force until | basis     |
        | CA-02a   | Business claim without substantiation by a recognised methodology | object of the claim is the business or its activity; adequate and proper substantiation of the business claim is no                | misleading | major    | 2024-06-20    | 2026-03-25     | c59       |
        | CA-02a   |                                                                   | object of the claim is the business or its activity; internationally recognised methodology used is no                             |            |          |               |                |           |
        | CA-02a-W | Business claim not substantiated, until 2026-03-25                | object of the claim is the business or its activity; claim substantiated is no                                                     | misleading | major    | 2024-06-20    | 2026-03-25     | c59-words |
        | CA-02a-W |                                                                   | subject of the claim is one of process, site, event, brand, trader; adequate and proper substantiation of the business claim is no |            |          |               |                |           |
        | CA-02a-W |                                                                   | subject of the claim is one of process, site, event, brand, trader; claim substantiated is no                                      |            |          |               |                |           |
      And these remedies
        | rule     | say instead                                                                         |
        | CA-02a   | support the claim by a method that is recognised in several countries, or delete it |
        | CA-02a-W | support the claim by a method that is recognised in several countries, or delete it |

    Scenario Outline: Business claim without substantiation by a recognised methodology
      Given object of the claim is <ca_claim>
      And adequate and proper substantiation of the business claim is <adequate_substantiation>
      And display period is <display>
      And internationally recognised methodology used is <recognised_methodology>
      When evaluated as of 2026-11-20
      Then rule CA-02a <CA-02a>

      Examples:
        | ca_claim                     | adequate_substantiation | display                  | recognised_methodology | CA-02a          |
        | the business or its activity | no                      | 2026-03-25 to 2026-03-25 | yes                    | holds           |
        | a benefit of the product     | no                      | 2026-10-01 to 2026-12-31 | yes                    | is not in force |
        | the business or its activity | yes                     | 2025-01-01 to 2025-06-30 | no                     | holds           |
        | a benefit of the product     | yes                     | 2026-10-01 to 2026-12-31 | no                     | is not in force |

    Scenario Outline: Claim about the business, until 2026-03-25: an example of each rule
      Given <given>
      And <and>
      And <and also>
      When evaluated as of 2026-11-20
      Then rule <rule> holds

      Examples:
        | given                                               | and                                                            | and also                                   | rule     |
        | object of the claim is the business or its activity | claim substantiated is no                                      | display period is 2026-03-25 to 2026-03-25 | CA-02a-W |
        | subject of the claim is process                     | adequate and proper substantiation of the business claim is no | display period is 2025-01-01 to 2025-06-30 | CA-02a-W |

  Rule: Claim about the business, from 2026-03-26
    Background:
      Given these verdict rules
        | id       | rule                                                      | when                                                                                                                               | verdict    | severity | in force from | basis     |
        | CA-02b   | Business claim without adequate and proper substantiation | object of the claim is the business or its activity; adequate and proper substantiation of the business claim is no                | misleading | major    | 2026-03-26    | c15       |
        | CA-02b-W | Business claim not substantiated                          | object of the claim is the business or its activity; claim substantiated is no                                                     | misleading | major    | 2026-03-26    | c15-words |
        | CA-02b-W |                                                           | subject of the claim is one of process, site, event, brand, trader; adequate and proper substantiation of the business claim is no |            |          |               |           |
        | CA-02b-W |                                                           | subject of the claim is one of process, site, event, brand, trader; claim substantiated is no                                      |            |          |               |           |
      And these remedies
        | rule     | say instead                                                                                              |
        | CA-02b   | support the claim by business data that others can verify, and state year and scope                      |
        | CA-02b-W | support the claim by business data that others can verify, and state year and scope; otherwise delete it |

    Scenario Outline: Claim about the business, from 2026-03-26: an example of each rule
      Given <given>
      And <and>
      When evaluated as of 2026-11-20
      Then rule <rule> holds

      Examples:
        | given                                               | and                                                            | rule     |
        | object of the claim is the business or its activity | adequate and proper substantiation of the business claim is no | CA-02b   |
        | object of the claim is the business or its activity | claim substantiated is no                                      | CA-02b-W |

  Rule: False or misleading claim in a material respect
    Background:
      Given these verdict rules
        | id      | rule                                            | when                                                   | verdict    | severity | in force from | basis  |
        | CA-00   | False or misleading claim in a material respect | claim truthful and accurate is no                      | misleading | major    | 1999-03-18    | a1     |
        | CA-00   |                                                 | no important information omitted is no                 |            |          |               |        |
        | CA-00   |                                                 | claim clear and unambiguous is no                      |            |          |               |        |
        | CA-00-S | Absolute wording not proven                     | absolute wording is yes; absolute wording proven is no | misleading | major    | 1999-03-18    | a1-top |
      And these remedies
        | rule    | say instead                                                                                                                      |
        | CA-00   | state the facts at the place of sale, with all steps and limits that matter                                                      |
        | CA-00-S | delete the absolute word, or state its proof next to it: compared with whom, in which aspect, on which date and measured by whom |

    Scenario Outline: False or misleading claim in a material respect: an example of each rule
      Given <given>
      When evaluated as of 2026-11-20
      Then rule <rule> holds

      Examples:
        | given                                  | rule  |
        | claim truthful and accurate is no      | CA-00 |
        | no important information omitted is no | CA-00 |
        | claim clear and unambiguous is no      | CA-00 |

    Scenario: CA-00: display period is from 1999-03-18: just does not apply
      Given display period is 1999-03-17 to 1999-03-17
      When evaluated as of 2026-11-20
      Then rule CA-00 is not in force

    Scenario Outline: Absolute wording not proven
      Given absolute wording is <absolute_wording>
      And absolute wording proven is <absolute_wording_proved>
      When evaluated as of 2026-11-20
      Then rule CA-00-S <CA-00-S>

      Examples:
        | absolute_wording | absolute_wording_proved | CA-00-S       |
        | yes              | no                      | holds         |
        | no               | no                      | does not hold |
        | yes              | yes                     | does not hold |
