# language: en
Feature: Further examples · Green claims in Spain
  Each of these fails if a number, date, comparison, clause or verdict of the card slips, and no other example does.
  Proposed by a search from the rules as they stood on 2026-11-21, and read in samples only.

  Background:
    Given the scorecard green-claim-es

  Rule: What the examples beside the rules leave open

    Scenario: condition of applying
      Given kind of communication is missing
      When evaluated as of 2026-11-20
      Then the conclusion is incomplete

    Scenario: rule ES-01 False, or deceptive as a whole
      Given truthful and accurate is no
      When evaluated as of 2026-11-20
      Then the verdict is misleading

    Scenario: rule ES-01 False, or deceptive as a whole (2)
      Given display period is 2010-01-01 to 2010-01-01
      When evaluated as of 2026-11-20
      Then rule ES-01 does not hold
      And rule ES-02 does not hold
      And rule ES-03 does not hold
      And rule ES-04 does not hold
      And rule ES-05 does not hold
      And rule ES-06 does not hold
      And rule ES-07 does not hold
      And rule ES-08 does not hold
      And rule ES-09 does not hold
      And rule ES-10 does not hold

    Scenario: rule ES-02 Material information omitted, unclear or ambiguous
      Given nothing important omitted is no
      When evaluated as of 2026-11-20
      Then the verdict is misleading

    Scenario: rule ES-02 Material information omitted, unclear or ambiguous (2)
      Given display period is 2009-12-31 to 2009-12-31
      When evaluated as of 2026-11-20
      Then rule ES-02 is not in force
      And rule ES-03 is not in force
      And rule ES-04 is not in force
      And rule ES-05 is not in force
      And rule ES-06 is not in force
      And rule ES-07 is not in force
      And rule ES-08 is not in force
      And rule ES-09 is not in force
      And rule ES-10 is not in force

    Scenario: rule ES-03 Claim that is not proven
      Given substantiated is no
      When evaluated as of 2026-11-20
      Then the verdict is misleading

    Scenario: rule ES-04 Vague word that is not specified
      Given claim types is generic
      And recognised excellence is no recognised excellence
      And specification is elsewhere only
      When evaluated as of 2026-11-20
      Then the verdict is misleading
      And rule ES-05 does not hold
      And rule ES-08 does not hold

    Scenario Outline: rule ES-05 Neutral without explanation
      Given specification is <specification>
      And claim types is <claim_types>
      And basis stated in the claim is <basis_in_claim>
      When evaluated as of 2026-11-20
      Then the verdict is misleading

      Examples:
        | specification      | claim_types             | basis_in_claim |
        | no specification   | neutral without offsets | yes            |
        | no specification   | net zero                | yes            |
        | elsewhere only     | neutral by offsets      | yes            |
        | on the same medium | net zero                | no             |

    Scenario: rule ES-06 Part told as the whole
      Given evidence covers is only a part of it
      When evaluated as of 2026-11-20
      Then the verdict is misleading

    Scenario: rule ES-07 Comparison that is not objective
      Given claim types is comparative
      When evaluated as of 2026-11-20
      Then the verdict is ok

    Scenario: rule ES-07 Comparison that is not objective (2)
      Given claim types is comparative
      And comparison fair and meaningful is no
      When evaluated as of 2026-11-20
      Then the verdict is misleading

    Scenario: rule ES-08 Comparison that does not say with what
      Given claim types is comparative
      And specification is elsewhere only
      When evaluated as of 2026-11-20
      Then the verdict is misleading

    Scenario: rule ES-09 Commitment without plan
      Given claim types is future
      And detailed and realistic plan is no
      When evaluated as of 2026-11-20
      Then the verdict is misleading

    Scenario: rule ES-10 Seal shown without its authorisation
      Given claim types is label
      And certificate of the label is for another product
      When evaluated as of 2026-11-20
      Then the verdict is prohibited

    Scenario Outline: rule ES-04 Vague word that is not specified (2)
      Given specification is <specification>
      And recognised excellence is no recognised excellence
      And claim types is <claim_types>
      When evaluated as of 2026-11-20
      Then the verdict is <verdict>

      Examples:
        | specification    | claim_types                    | verdict    |
        | no specification | absolute, recyclable           | ok         |
        | no specification | absolute, degradable           | ok         |
        | no specification | absolute, compostable          | ok         |
        | no specification | absolute, renewable energy     | ok         |
        | no specification | absolute, renewable material   | ok         |
        | no specification | quantified footprint, absolute | ok         |
        | no specification | absolute, durability           | ok         |
        | no specification | absolute, repairability        | ok         |
        | elsewhere only   | absolute                       | misleading |
