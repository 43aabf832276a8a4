# language: en
Feature: Further examples · Green claims in Singapore
  Each of these fails if a number, date, comparison, clause or verdict of the card slips, and no other example does.
  Proposed by a search from the rules as they stood on 2026-11-21, and read in samples only.

  Background:
    Given the scorecard green-claim-sg

  Rule: What the examples beside the rules leave open

    Scenario: condition of applying
      Given kind of communication is missing
      When evaluated as of 2026-11-20
      Then the conclusion is incomplete

    Scenario: rule SG-01 Not true and accurate
      Given truthful and accurate is no
      And display period is missing
      When evaluated as of 2026-11-20
      Then the possible verdicts are misleading, needs evidence, ok

    Scenario: rule SG-01 Not true and accurate (2)
      Given display period is 2025-10-06 to 2025-10-06
      When evaluated as of 2026-11-20
      Then rule SG-01 does not hold
      And rule SG-02 does not hold
      And rule SG-02-W does not hold
      And rule SG-03 does not hold
      And rule SG-04 does not hold
      And rule SG-05 does not hold
      And rule SG-05-S does not hold

    Scenario: rule SG-02 Not clear and easily understood
      Given clear and unambiguous is no
      When evaluated as of 2026-11-20
      Then the verdict is needs evidence

    Scenario: rule SG-02 Not clear and easily understood (2)
      Given display period is 2025-10-05 to 2025-10-05
      When evaluated as of 2026-11-20
      Then rule SG-02 is not in force
      And rule SG-02-W is not in force
      And rule SG-03 is not in force
      And rule SG-04 is not in force
      And rule SG-05 is not in force
      And rule SG-05-S is not in force

    Scenario Outline: rule SG-02-W Word not specified, or without its basis
      Given specification is <specification>
      And claim types is <claim_types>
      When evaluated as of 2026-11-20
      Then the verdict is <verdict>

      Examples:
        | specification    | claim_types                    | verdict        |
        | no specification | social and environmental       | needs evidence |
        | no specification | absolute, recyclable           | ok             |
        | no specification | absolute, degradable           | ok             |
        | no specification | absolute, compostable          | ok             |
        | no specification | absolute, renewable energy     | ok             |
        | no specification | absolute, renewable material   | ok             |
        | no specification | quantified footprint, absolute | ok             |
        | no specification | absolute, durability           | ok             |
        | no specification | absolute, repairability        | ok             |
        | elsewhere only   | generic                        | needs evidence |
        | elsewhere only   | absolute                       | needs evidence |
        | no specification | specific attribute             | ok             |

    Scenario: rule SG-03 Not meaningful
      Given meaningful is no
      When evaluated as of 2026-11-20
      Then the verdict is needs evidence

    Scenario: rule SG-04 Material information missing
      Given nothing important omitted is no
      And display period is missing
      When evaluated as of 2026-11-20
      Then the possible verdicts are misleading, needs evidence, ok

    Scenario: rule SG-05 Not supported by evidence
      Given substantiated is no
      When evaluated as of 2026-11-20
      Then the verdict is needs evidence

    Scenario: rule SG-00 False claim, or one that deceives by omission
      Given display period is 2004-03-01 to 2004-03-01
      When evaluated as of 2026-11-20
      Then rule SG-00 does not hold

    Scenario: rule SG-05-S Absolute words not proven
      Given absolute wording is yes
      And absolute wording proved is no
      When evaluated as of 2026-11-20
      Then the verdict is needs evidence
