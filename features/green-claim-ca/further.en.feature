# language: en
Feature: Further examples · Green claims in Canada
  Each of these fails if a number, date, comparison, clause or verdict of the card slips, and no other example does.
  Proposed by a search from the rules as they stood on 2026-11-21, and read in samples only.

  Background:
    Given the scorecard green-claim-ca

  Rule: What the examples beside the rules leave open

    Scenario: condition of applying
      Given kind of communication is missing
      When evaluated as of 2026-11-20
      Then the conclusion is incomplete
      And rule CA-02a-W is not in force

    Scenario: rule CA-01 Product benefit without test
      Given subject of the claim is process
      And adequate and proper test before the claim is no
      When evaluated as of 2026-11-20
      Then the verdict is prohibited
      And rule CA-02b-W does not hold

    Scenario: rule CA-01 Product benefit without test (2)
      Given display period is 2024-06-20 to 2024-06-20
      When evaluated as of 2026-11-20
      Then rule CA-01 does not hold
      And rule CA-01-W does not hold
      And rule CA-02a does not hold
      And rule CA-02a-W does not hold
      And rule CA-02b is not in force
      And rule CA-02b-W is not in force

    Scenario: rule CA-01 Product benefit without test (3)
      Given display period is 2024-06-19 to 2024-06-19
      When evaluated as of 2026-11-20
      Then rule CA-01 is not in force
      And rule CA-01-W is not in force
      And rule CA-02a is not in force
      And rule CA-02a-W is not in force

    Scenario: rule CA-01-W Product benefit not substantiated
      Given subject of the claim is process
      And substantiated is no
      When evaluated as of 2026-11-20
      Then the verdict is prohibited
      And rule CA-02b-W holds

    Scenario Outline: rule CA-01-W Product benefit not substantiated (2)
      Given adequate and proper test before the claim is no
      And subject of the claim is <subject_level>
      When evaluated as of 2026-11-20
      Then rule CA-01-W holds

      Examples:
        | subject_level |
        | product       |
        | category      |
        | packaging     |
        | component     |
        | service       |

    Scenario: rule CA-01-W Product benefit not substantiated (4)
      Given claim concerns is the business or its activity
      And substantiated is no
      When evaluated as of 2026-11-20
      Then the verdict is prohibited
      And rule CA-02b does not hold

    Scenario Outline: rule CA-01-W Product benefit not substantiated (5)
      Given claim concerns is the business or its activity
      And substantiated is no
      And subject of the claim is <subject_level>
      When evaluated as of 2026-11-20
      Then the verdict is prohibited

      Examples:
        | subject_level |
        | category      |
        | packaging     |
        | component     |
        | service       |

    Scenario Outline: rule CA-02a Business claim without recognised methodology
      Given adequate and proper substantiation is <adequate_substantiation>
      And display period is <display>
      And internationally recognised methodology is <recognised_methodology>
      And claim concerns is <ca_claim>
      When evaluated as of 2026-11-20
      Then the verdict is <verdict>

      Examples:
        | adequate_substantiation | display                  | recognised_methodology | ca_claim                     | verdict    |
        | no                      | 2025-01-01 to 2025-06-30 | yes                    | a benefit of the product     | ok         |
        | yes                     | 2025-01-01 to 2025-06-30 | no                     | a benefit of the product     | ok         |
        | no                      | 2026-03-25 to 2026-03-25 | yes                    | the business or its activity | misleading |

    Scenario: rule CA-02a Business claim without recognised methodology (2)
      Given claim concerns is the business or its activity
      And display period is 2026-03-25 to 2026-03-25
      When evaluated as of 2026-11-20
      Then the verdict is ok
      And rule CA-02b is not in force
      And rule CA-02b-W is not in force

    Scenario: rule CA-02a Business claim without recognised methodology (5)
      Given display period is 2026-03-26 to 2026-03-26
      When evaluated as of 2026-11-20
      Then rule CA-02a is not in force
      And rule CA-02a-W is not in force
      And rule CA-02b does not hold
      And rule CA-02b-W does not hold

    Scenario Outline: rule CA-02a-W Business claim not substantiated, until 2026-03-25
      Given substantiated is no
      And display period is <display>
      And subject of the claim is <subject_level>
      When evaluated as of 2026-11-20
      Then rule CA-02a-W <CA-02a-W>

      Examples:
        | display                  | subject_level | CA-02a-W      |
        | 2026-03-25 to 2026-03-25 | product       | does not hold |
        | 2026-03-25 to 2026-03-25 | process       | holds         |
        | 2024-06-20 to 2024-06-20 | site          | holds         |
        | 2024-06-20 to 2024-06-20 | event         | holds         |
        | 2024-06-20 to 2024-06-20 | brand         | holds         |
        | 2024-06-20 to 2024-06-20 | trader        | holds         |

    Scenario Outline: rule CA-02a-W Business claim not substantiated, until 2026-03-25 (2)
      Given adequate and proper substantiation is <adequate_substantiation>
      And display period is 2025-01-01 to 2025-06-30
      And subject of the claim is <subject_level>
      When evaluated as of 2026-11-20
      Then the verdict is <verdict>

      Examples:
        | adequate_substantiation | subject_level | verdict    |
        | no                      | site          | misleading |
        | no                      | event         | misleading |
        | no                      | brand         | misleading |
        | no                      | trader        | misleading |
        | yes                     | process       | ok         |

    Scenario: rule CA-02b Business claim without substantiation
      Given adequate and proper substantiation is no
      When evaluated as of 2026-11-20
      Then the verdict is ok

    Scenario: rule CA-02b Business claim without substantiation (2)
      Given claim concerns is the business or its activity
      And adequate and proper substantiation is no
      When evaluated as of 2026-11-20
      Then the verdict is misleading
      And rule CA-02b-W does not hold

    Scenario Outline: rule CA-02b-W Business claim not substantiated
      Given substantiated is no
      And subject of the claim is <subject_level>
      When evaluated as of 2026-11-20
      Then rule CA-02b-W <CA-02b-W>

      Examples:
        | subject_level | CA-02b-W      |
        | product       | does not hold |
        | site          | holds         |
        | event         | holds         |
        | brand         | holds         |
        | trader        | holds         |

    Scenario Outline: rule CA-02b-W Business claim not substantiated (2)
      Given adequate and proper substantiation is no
      And subject of the claim is <subject_level>
      When evaluated as of 2026-11-20
      Then the verdict is misleading

      Examples:
        | subject_level |
        | process       |
        | site          |
        | event         |
        | brand         |
        | trader        |

    Scenario: rule CA-00 False or misleading in a material respect
      Given truthful and accurate is no
      When evaluated as of 2026-11-20
      Then the verdict is misleading

    Scenario: rule CA-00 False or misleading in a material respect (2)
      Given display period is 1999-03-18 to 1999-03-18
      When evaluated as of 2026-11-20
      Then rule CA-00 does not hold
      And rule CA-00-S does not hold

    Scenario: rule CA-00-S Absolute words not proven
      Given absolute wording is yes
      And absolute wording proved is no
      When evaluated as of 2026-11-20
      Then the verdict is misleading

    Scenario: rule CA-00-S Absolute words not proven (2)
      Given display period is 1999-03-17 to 1999-03-17
      When evaluated as of 2026-11-20
      Then rule CA-00-S is not in force
