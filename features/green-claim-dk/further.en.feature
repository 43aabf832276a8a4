# language: en
Feature: Further examples · Green claims in Denmark
  Each of these fails if a number, date, comparison, clause or verdict of the card slips, and no other example does.
  Proposed by a search from the rules as they stood on 2026-11-21, and read in samples only.

  Background:
    Given the scorecard green-claim-dk

  Rule: What the examples beside the rules leave open

    Scenario: condition of applying
      Given kind of communication is missing
      When evaluated as of 2026-11-20
      Then the conclusion is incomplete

    Scenario: rule DK-01 General word without life cycle or explanation
      Given claim types is absolute
      And full life cycle considered is no
      And recognised excellence is no recognised excellence
      And specification is elsewhere only
      When evaluated as of 2026-11-20
      Then the verdict is misleading
      And rule DK-02 does not hold
      And rule DK-06 does not hold

    Scenario: rule DK-01 General word without life cycle or explanation (2)
      Given display period is 2017-07-01 to 2017-07-01
      When evaluated as of 2026-11-20
      Then rule DK-01 does not hold
      And rule DK-02 does not hold
      And rule DK-06 does not hold
      And rule DK-07 does not hold
      And rule DK-08 does not hold
      And rule DK-09 does not hold

    Scenario Outline: rule DK-02 Sustainable without all that it means
      Given claim types is social and environmental
      And recognised excellence is no recognised excellence
      And specification is <specification>
      When evaluated as of 2026-11-20
      Then the verdict is misleading

      Examples:
        | specification    |
        | no specification |
        | elsewhere only   |

    Scenario: rule DK-02 Sustainable without all that it means (3)
      Given display period is 2017-06-30 to 2017-06-30
      When evaluated as of 2026-11-20
      Then rule DK-02 is not in force

    Scenario: rule DK-03 Facts that are not documented
      Given substantiated is no
      When evaluated as of 2026-11-20
      Then the verdict is misleading

    Scenario: rule DK-03 Facts that are not documented (2)
      Given display period is 2017-07-01 to 2017-07-01
      When evaluated as of 2026-11-20
      Then rule DK-03 does not hold
      And rule DK-04 does not hold
      And rule DK-05 does not hold
      And rule DK-10 does not hold

    Scenario: rule DK-04 False, or deceptive as a whole
      Given truthful and accurate is no
      When evaluated as of 2026-11-20
      Then the verdict is misleading

    Scenario: rule DK-04 False, or deceptive as a whole (2)
      Given display period is 2017-06-30 to 2017-06-30
      When evaluated as of 2026-11-20
      Then rule DK-04 is not in force
      And rule DK-05 is not in force
      And rule DK-10 is not in force

    Scenario: rule DK-05 Material information omitted or unclear
      Given nothing important omitted is no
      When evaluated as of 2026-11-20
      Then the verdict is misleading

    Scenario Outline: rule DK-06 Neutral by compensation that is not shown to last, or not explained
      Given claim types is <claim_types>
      And specification is <specification>
      When evaluated as of 2026-11-20
      Then the verdict is misleading

      Examples:
        | claim_types             | specification    |
        | neutral by offsets      | elsewhere only   |
        | neutral without offsets | no specification |
        | net zero                | no specification |

    Scenario Outline: rule DK-06 Neutral by compensation that is not shown to last, or not explained (2)
      Given display period is <display>
      When evaluated as of 2026-11-20
      Then rule DK-06 <DK-06>

      Examples:
        | display                  | DK-06           |
        | 2017-07-01 to 2017-07-01 | does not hold   |
        | 2017-06-30 to 2017-06-30 | is not in force |

    Scenario: rule DK-07 Aim without a verified plan
      Given claim types is future
      And detailed and realistic plan is no
      When evaluated as of 2026-11-20
      Then the verdict is misleading

    Scenario Outline: rule DK-07 Aim without a verified plan (2)
      Given display period is <display>
      When evaluated as of 2026-11-20
      Then rule DK-07 <DK-07>

      Examples:
        | display                  | DK-07           |
        | 2017-07-01 to 2017-07-01 | does not hold   |
        | 2017-06-30 to 2017-06-30 | is not in force |

    Scenario: rule DK-08 Part told as the whole
      Given evidence covers is only a part of it
      When evaluated as of 2026-11-20
      Then the verdict is misleading

    Scenario Outline: rule DK-08 Part told as the whole (2)
      Given display period is <display>
      When evaluated as of 2026-11-20
      Then rule DK-08 <DK-08>
      And rule DK-09 <DK-09>

      Examples:
        | display                  | DK-08           | DK-09           |
        | 2017-07-01 to 2017-07-01 | does not hold   | does not hold   |
        | 2017-06-30 to 2017-06-30 | is not in force | is not in force |

    Scenario: rule DK-09 Mark of the trader whose basis is not told
      Given claim types is label
      And kind of label is self-declared
      And basis of the seal stated is no
      When evaluated as of 2026-11-20
      Then the verdict is misleading

    Scenario: rule DK-10 Comparison of unlike things
      Given claim types is comparative
      And comparison fair and meaningful is no
      When evaluated as of 2026-11-20
      Then the verdict is misleading

    Scenario Outline: rule DK-01 General word without life cycle or explanation (3)
      Given specification is no specification
      And full life cycle considered is no
      And recognised excellence is no recognised excellence
      And claim types is <claim_types>
      When evaluated as of 2026-11-20
      Then the verdict is ok

      Examples:
        | claim_types                    |
        | absolute, recyclable           |
        | absolute, degradable           |
        | absolute, compostable          |
        | absolute, renewable energy     |
        | absolute, renewable material   |
        | quantified footprint, absolute |
        | absolute, durability           |
        | absolute, repairability        |
