# language: en
Feature: Rules · Green claims in Canada
  Each rule with its verdict, the days on which it governs, and what to say instead.

  Background:
    Given the scorecard green-claim-ca
    And the scorecard applies when kind of communication is commercial
    And verdicts are governed by display period, otherwise ok on basis otherwise

  Rule: Product benefit without test
    Background:
      Given these verdict rules
        | id    | rule                         | when                                                                                        | verdict    | severity | in force from | basis |
        | CA-01 | Product benefit without test | claim concerns is a benefit of the product; adequate and proper test before the claim is no | prohibited | major    | 2024-06-20    | b1    |
      And these remedies
        | rule  | say instead |
        | CA-01 | test first  |

    Scenario: Product benefit without test
      Given ca_claim is the_product
      And adequate_test is no
      When evaluated as of 2026-11-20
      Then rule CA-01 holds

    Scenario: CA-01: claim concerns is a benefit of the product: just fails
      Given claim concerns is the business or its activity
      And adequate and proper test before the claim is no
      When evaluated as of 2026-11-20
      Then rule CA-01 does not hold

    Scenario: CA-01: display period is from 2024-06-20: just fails
      Given display period is 2024-06-19 to 2024-06-19
      When evaluated as of 2026-11-20
      Then rule CA-01 is not in force

  Rule: Business claim without recognised methodology
    Background:
      Given these verdict rules
        | id     | rule                                          | when                                                                                         | verdict    | severity | in force from | in force until | basis |
        | CA-02a | Business claim without recognised methodology | claim concerns is the business or its activity; adequate and proper substantiation is no     | misleading | major    | 2024-06-20    | 2026-03-25     | c59   |
        | CA-02a |                                               | claim concerns is the business or its activity; internationally recognised methodology is no |            |          |               |                |       |
      And these remedies
        | rule   | say instead   |
        | CA-02a | historic rule |

    Scenario: Business claim without recognised methodology
      Given ca_claim is the_business
      And adequate_substantiation is no
      And display is 2026-03-25 to 2026-03-25
      When evaluated as of 2026-11-20
      Then rule CA-02a holds

    Scenario: CA-02a: claim concerns is the business or its activity: just fails
      Given claim concerns is a benefit of the product
      And adequate and proper substantiation is no
      When evaluated as of 2026-11-20
      Then rule CA-02a is not in force

    Scenario: CA-02a: claim concerns is the business or its activity: just holds
      Given claim concerns is the business or its activity
      And internationally recognised methodology is no
      When evaluated as of 2026-11-20
      Then rule CA-02a is not in force

    Scenario: CA-02a: claim concerns is the business or its activity: just fails (2)
      Given claim concerns is a benefit of the product
      And internationally recognised methodology is no
      When evaluated as of 2026-11-20
      Then rule CA-02a is not in force

  Rule: Business claim without substantiation
    Background:
      Given these verdict rules
        | id     | rule                                  | when                                                                                     | verdict    | severity | in force from | basis |
        | CA-02b | Business claim without substantiation | claim concerns is the business or its activity; adequate and proper substantiation is no | misleading | major    | 2026-03-26    | c15   |
      And these remedies
        | rule   | say instead           |
        | CA-02b | keep an evidence file |

    Scenario: Business claim without substantiation
      Given ca_claim is the_business
      And adequate_substantiation is no
      When evaluated as of 2026-11-20
      Then rule CA-02b holds
