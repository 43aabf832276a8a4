# language: en
Feature: Further examples · Green claims in the Netherlands
  Each of these fails if a number, date, comparison, clause or verdict of the card slips, and no other example does.
  Proposed by a search from the rules as they stood on 2026-11-21, and read in samples only.

  Background:
    Given the scorecard green-claim-nl

  Rule: What the examples beside the rules leave open

    Scenario: condition of applying
      Given kind of communication is missing
      When evaluated as of 2026-11-20
      Then the conclusion is incomplete

    Scenario: rule NL-01 Vague word that is not specified
      Given claim types is social and environmental
      And specification is no specification
      And recognised excellence is no recognised excellence
      When evaluated as of 2026-11-20
      Then the verdict is misleading
      And rule NL-05 does not hold
      And rule NL-07 does not hold

    Scenario Outline: rule NL-01 Vague word that is not specified (2)
      Given claim types is <claim_types>
      And recognised excellence is no recognised excellence
      And specification is <specification>
      When evaluated as of 2026-11-20
      Then the verdict is <verdict>

      Examples:
        | claim_types                    | specification    | verdict    |
        | generic                        | elsewhere only   | misleading |
        | absolute                       | elsewhere only   | misleading |
        | absolute, recyclable           | no specification | ok         |
        | absolute, degradable           | no specification | ok         |
        | absolute, compostable          | no specification | ok         |
        | absolute, renewable energy     | no specification | ok         |
        | absolute, renewable material   | no specification | ok         |
        | quantified footprint, absolute | no specification | ok         |
        | absolute, durability           | no specification | ok         |
        | absolute, repairability        | no specification | ok         |

    Scenario: rule NL-01 Vague word that is not specified (4)
      Given display period is 2008-10-15 to 2008-10-15
      When evaluated as of 2026-11-20
      Then rule NL-01 does not hold
      And rule NL-05 does not hold
      And rule NL-07 does not hold
      And rule NL-08 does not hold
      And rule NL-09 does not hold
      And rule NL-10 does not hold

    Scenario: rule NL-02 Claim that the trader cannot show to be correct
      Given substantiated is no
      When evaluated as of 2026-11-20
      Then the verdict is misleading

    Scenario: rule NL-02 Claim that the trader cannot show to be correct (2)
      Given display period is 2008-10-15 to 2008-10-15
      When evaluated as of 2026-11-20
      Then rule NL-02 does not hold
      And rule NL-03 does not hold
      And rule NL-04 does not hold
      And rule NL-05 does not hold
      And rule NL-06 does not hold
      And rule NL-07 does not hold
      And rule NL-08 does not hold
      And rule NL-09 does not hold
      And rule NL-10 does not hold

    Scenario: rule NL-03 False, or deceptive as a whole
      Given truthful and accurate is no
      When evaluated as of 2026-11-20
      Then the verdict is misleading

    Scenario: rule NL-03 False, or deceptive as a whole (2)
      Given display period is 2008-10-14 to 2008-10-14
      When evaluated as of 2026-11-20
      Then rule NL-03 is not in force
      And rule NL-04 is not in force

    Scenario: rule NL-04 Material information omitted or unclear
      Given nothing important omitted is no
      When evaluated as of 2026-11-20
      Then the verdict is misleading

    Scenario Outline: rule NL-05 Compensation told without what it is
      Given specification is <specification>
      And claim types is <claim_types>
      And basis stated in the claim is <basis_in_claim>
      When evaluated as of 2026-11-20
      Then the verdict is <verdict>

      Examples:
        | specification      | claim_types             | basis_in_claim | verdict    |
        | no specification   | neutral without offsets | yes            | misleading |
        | no specification   | net zero                | yes            | misleading |
        | on the same medium | neutral by offsets      | yes            | ok         |
        | on the same medium | net zero                | no             | misleading |

    Scenario: rule NL-05 Compensation told without what it is (2)
      Given claim types is neutral by offsets
      And specification is elsewhere only
      When evaluated as of 2026-11-20
      Then the verdict is misleading
      And rule NL-06 does not hold

    Scenario: rule NL-05 Compensation told without what it is (5)
      Given display period is 2008-10-14 to 2008-10-14
      When evaluated as of 2026-11-20
      Then rule NL-05 is not in force
      And rule NL-07 is not in force
      And rule NL-08 is not in force
      And rule NL-09 is not in force
      And rule NL-10 is not in force

    Scenario: rule NL-06 Neutral by compensation that may not last
      Given claim types is neutral by offsets
      And storage long enough for the claim is no
      When evaluated as of 2026-11-20
      Then the verdict is misleading

    Scenario Outline: rule NL-06 Neutral by compensation that may not last (2)
      Given display period is <display>
      When evaluated as of 2026-11-20
      Then rule NL-06 <NL-06>

      Examples:
        | display                  | NL-06           |
        | 2008-10-15 to 2008-10-15 | does not hold   |
        | 2008-10-14 to 2008-10-14 | is not in force |

    Scenario: rule NL-07 Comparison that is unfair or says not with what
      Given claim types is comparative
      And specification is elsewhere only
      When evaluated as of 2026-11-20
      Then the verdict is misleading

    Scenario: rule NL-08 Ambition that is not concrete and measurable
      Given claim types is future
      And detailed and realistic plan is no
      When evaluated as of 2026-11-20
      Then the verdict is misleading

    Scenario: rule NL-09 Label whose basis is not told
      Given claim types is label
      And basis of the seal stated is no
      When evaluated as of 2026-11-20
      Then the verdict is misleading

    Scenario: rule NL-10 Usual property or legal requirement told as an advantage
      Given claim types is legal requirement
      And presented as distinctive is yes
      When evaluated as of 2026-11-20
      Then the verdict is misleading
