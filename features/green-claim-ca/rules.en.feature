# language: en
Feature: Rules · Green claims in Canada
  Each rule with its verdict, the days on which it governs, and what to say instead.

  Background:
    Given the scorecard green-claim-ca
    And the scorecard applies when kind of communication is commercial
    And verdicts are governed by display period, otherwise ok on basis otherwise

  Rule: Benefit of the product
    Background:
      Given these verdict rules
        | id      | rule                              | when                                                                                                                             | verdict    | severity | in force from | basis    |
        | CA-01   | Product benefit without test      | claim concerns is a benefit of the product; adequate and proper test before the claim is no                                      | prohibited | major    | 2024-06-20    | b1       |
        | CA-01-W | Product benefit not substantiated | claim concerns is a benefit of the product; substantiated is no                                                                  | prohibited | major    | 2024-06-20    | b1-words |
        | CA-01-W |                                   | subject of the claim is one of product, category, packaging, component, service; adequate and proper test before the claim is no |            |          |               |          |
        | CA-01-W |                                   | subject of the claim is one of product, category, packaging, component, service; substantiated is no                             |            |          |               |          |
      And these remedies
        | rule    | say instead                                                                                                           |
        | CA-01   | test the product before claiming, and claim what the test shows, such as: uses 20 % less energy than the former model |
        | CA-01-W | test the product before claiming, and claim what the test shows; otherwise delete it                                  |

    Scenario Outline: Product benefit without test
      Given claim concerns is <ca_claim>
      And adequate and proper test before the claim is no
      When evaluated as of 2026-11-20
      Then rule CA-01 <CA-01>

      Examples:
        | ca_claim                     | CA-01         |
        | a benefit of the product     | holds         |
        | the business or its activity | does not hold |

    Scenario Outline: Product benefit not substantiated
      Given claim concerns is <ca_claim>
      And substantiated is <substantiated>
      And subject of the claim is <subject_level>
      And adequate and proper test before the claim is <adequate_test>
      When evaluated as of 2026-11-20
      Then rule CA-01-W <CA-01-W>

      Examples:
        | ca_claim                     | substantiated | subject_level | adequate_test | CA-01-W       |
        | a benefit of the product     | no            | product       | yes           | holds         |
        | a benefit of the product     | yes           | process       | no            | does not hold |
        | the business or its activity | no            | process       | yes           | does not hold |

  Rule: Claim about the business, until 2026-03-25
    Background:
      Given these verdict rules
        | id       | rule                                               | when                                                                                                         | verdict    | severity | in force from | in force until | basis     |
        | CA-02a   | Business claim without recognised methodology      | claim concerns is the business or its activity; adequate and proper substantiation is no                     | misleading | major    | 2024-06-20    | 2026-03-25     | c59       |
        | CA-02a   |                                                    | claim concerns is the business or its activity; internationally recognised methodology is no                 |            |          |               |                |           |
        | CA-02a-W | Business claim not substantiated, until 2026-03-25 | claim concerns is the business or its activity; substantiated is no                                          | misleading | major    | 2024-06-20    | 2026-03-25     | c59-words |
        | CA-02a-W |                                                    | subject of the claim is one of process, site, event, brand, trader; adequate and proper substantiation is no |            |          |               |                |           |
        | CA-02a-W |                                                    | subject of the claim is one of process, site, event, brand, trader; substantiated is no                      |            |          |               |                |           |
      And these remedies
        | rule     | say instead                                                               |
        | CA-02a   | back it by a method that is recognised in several countries, or delete it |
        | CA-02a-W | back it by a method that is recognised in several countries, or delete it |

    Scenario Outline: Business claim without recognised methodology
      Given claim concerns is <ca_claim>
      And adequate and proper substantiation is <adequate_substantiation>
      And display period is <display>
      And internationally recognised methodology is <recognised_methodology>
      When evaluated as of 2026-11-20
      Then rule CA-02a <CA-02a>

      Examples:
        | ca_claim                     | adequate_substantiation | display                  | recognised_methodology | CA-02a          |
        | the business or its activity | no                      | 2026-03-25 to 2026-03-25 | yes                    | holds           |
        | a benefit of the product     | no                      | 2026-10-01 to 2026-12-31 | yes                    | is not in force |
        | the business or its activity | yes                     | 2025-01-01 to 2025-06-30 | no                     | holds           |
        | a benefit of the product     | yes                     | 2026-10-01 to 2026-12-31 | no                     | is not in force |

    Scenario Outline: Claim about the business, until 2026-03-25: a case of each
      Given <given>
      And <and>
      And <and also>
      When evaluated as of 2026-11-20
      Then rule <rule> holds

      Examples:
        | given                                          | and                                      | and also                                   | rule     |
        | claim concerns is the business or its activity | substantiated is no                      | display period is 2026-03-25 to 2026-03-25 | CA-02a-W |
        | subject of the claim is process                | adequate and proper substantiation is no | display period is 2025-01-01 to 2025-06-30 | CA-02a-W |

  Rule: Claim about the business, from 2026-03-26
    Background:
      Given these verdict rules
        | id       | rule                                  | when                                                                                                         | verdict    | severity | in force from | basis     |
        | CA-02b   | Business claim without substantiation | claim concerns is the business or its activity; adequate and proper substantiation is no                     | misleading | major    | 2026-03-26    | c15       |
        | CA-02b-W | Business claim not substantiated      | claim concerns is the business or its activity; substantiated is no                                          | misleading | major    | 2026-03-26    | c15-words |
        | CA-02b-W |                                       | subject of the claim is one of process, site, event, brand, trader; adequate and proper substantiation is no |            |          |               |           |
        | CA-02b-W |                                       | subject of the claim is one of process, site, event, brand, trader; substantiated is no                      |            |          |               |           |
      And these remedies
        | rule     | say instead                                                                                             |
        | CA-02b   | back it by figures of the business that others can check, and state year and scope                      |
        | CA-02b-W | back it by figures of the business that others can check, and state year and scope; otherwise delete it |

    Scenario Outline: Claim about the business, from 2026-03-26: a case of each
      Given <given>
      And <and>
      When evaluated as of 2026-11-20
      Then rule <rule> holds

      Examples:
        | given                                          | and                                      | rule     |
        | claim concerns is the business or its activity | adequate and proper substantiation is no | CA-02b   |
        | claim concerns is the business or its activity | substantiated is no                      | CA-02b-W |

  Rule: False or misleading in a material respect
    Background:
      Given these verdict rules
        | id      | rule                                      | when                                                   | verdict    | severity | in force from | basis  |
        | CA-00   | False or misleading in a material respect | truthful and accurate is no                            | misleading | major    | 1999-03-18    | a1     |
        | CA-00   |                                           | nothing important omitted is no                        |            |          |               |        |
        | CA-00   |                                           | clear and unambiguous is no                            |            |          |               |        |
        | CA-00-S | Absolute words not proven                 | absolute wording is yes; absolute wording proved is no | misleading | major    | 1999-03-18    | a1-top |
      And these remedies
        | rule    | say instead                                                                                                             |
        | CA-00   | state what is true where the product is sold, with all steps and limits that matter                                     |
        | CA-00-S | delete the absolute word, or name beside it what proves it: compared with whom, in what, on which day, measured by whom |

    Scenario Outline: False or misleading in a material respect: a case of each
      Given <given>
      When evaluated as of 2026-11-20
      Then rule <rule> holds

      Examples:
        | given                           | rule  |
        | truthful and accurate is no     | CA-00 |
        | nothing important omitted is no | CA-00 |
        | clear and unambiguous is no     | CA-00 |

    Scenario: CA-00: display period is from 1999-03-18: just fails
      Given display period is 1999-03-17 to 1999-03-17
      When evaluated as of 2026-11-20
      Then rule CA-00 is not in force

    Scenario Outline: Absolute words not proven
      Given absolute wording is <absolute_wording>
      And absolute wording proved is <absolute_wording_proved>
      When evaluated as of 2026-11-20
      Then rule CA-00-S <CA-00-S>

      Examples:
        | absolute_wording | absolute_wording_proved | CA-00-S       |
        | yes              | no                      | holds         |
        | no               | no                      | does not hold |
        | yes              | yes                     | does not hold |
