# language: en
Feature: Further examples · Green claims in Korea
  Each of these fails if a number, date, comparison, clause or verdict of the card slips, and no other example does.
  Proposed by a search from the rules as they stood on 2026-11-21, and read in samples only.

  Background:
    Given the scorecard green-claim-kr

  Rule: What the examples beside the rules leave open

    Scenario: condition of applying
      Given kind of communication is missing
      When evaluated as of 2026-11-20
      Then the conclusion is incomplete

    Scenario: rule KR-01 False or exaggerated
      Given claim types is free of
      When evaluated as of 2026-11-20
      Then the verdict is ok

    Scenario: rule KR-01 False or exaggerated (2)
      Given truthful and accurate is no
      When evaluated as of 2026-11-20
      Then the verdict is misleading

    Scenario: rule KR-01 False or exaggerated (3)
      Given display period is 1999-07-01 to 1999-07-01
      When evaluated as of 2026-11-20
      Then rule KR-01 does not hold
      And rule KR-02 is not in force
      And rule KR-03 is not in force
      And rule KR-03-A is not in force
      And rule KR-03-W is not in force
      And rule KR-04 is not in force
      And rule KR-05 is not in force
      And rule KR-06 is not in force
      And rule KR-06-W is not in force
      And rule KR-07 is not in force
      And rule KR-08 is not in force
      And rule KR-09 is not in force
      And rule KR-09-C is not in force
      And rule KR-10 is not in force
      And rule KR-11 does not hold
      And rule KR-12 is not in force
      And rule KR-13 does not hold
      And rule KR-14 is not in force
      And rule KR-15 is not in force
      And rule KR-16 does not hold

    Scenario: rule KR-02 Not proven
      Given substantiated is no
      When evaluated as of 2026-11-20
      Then the verdict is misleading

    Scenario Outline: rule KR-02 Not proven (2)
      Given display period is <display>
      When evaluated as of 2026-11-20
      Then rule KR-02 <KR-02>
      And rule KR-03 <KR-03>
      And rule KR-03-A <KR-03-A>
      And rule KR-03-W <KR-03-W>
      And rule KR-04 <KR-04>
      And rule KR-05 <KR-05>
      And rule KR-06 <KR-06>
      And rule KR-06-W <KR-06-W>
      And rule KR-07 <KR-07>
      And rule KR-12 <KR-12>
      And rule KR-14 <KR-14>
      And rule KR-15 <KR-15>

      Examples:
        | display                  | KR-02           | KR-03           | KR-03-A         | KR-03-W         | KR-04           | KR-05           | KR-06           | KR-06-W         | KR-07           | KR-12           | KR-14           | KR-15           |
        | 2017-02-15 to 2017-02-15 | does not hold   | does not hold   | does not hold   | does not hold   | does not hold   | does not hold   | does not hold   | does not hold   | does not hold   | does not hold   | does not hold   | does not hold   |
        | 2017-02-14 to 2017-02-14 | is not in force | is not in force | is not in force | is not in force | is not in force | is not in force | is not in force | is not in force | is not in force | is not in force | is not in force | is not in force |

    Scenario: rule KR-03 Comprehensive word without grounds and limits
      Given specification is no specification
      When evaluated as of 2026-11-20
      Then the verdict is ok

    Scenario: rule KR-03 Comprehensive word without grounds and limits (2)
      Given claim types is generic
      And specification is elsewhere only
      When evaluated as of 2026-11-20
      Then the verdict is misleading
      And rule KR-05 does not hold
      And rule KR-08 does not hold

    Scenario: rule KR-03 Comprehensive word without grounds and limits (3)
      Given claim types is generic
      When evaluated as of 2026-11-20
      Then the verdict is ok

    Scenario: rule KR-03 Comprehensive word without grounds and limits (4)
      Given basis stated in the claim is no
      When evaluated as of 2026-11-20
      Then the verdict is ok

    Scenario Outline: rule KR-03-A Absolute word
      Given specification is <specification>
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

    Scenario Outline: rule KR-03-W Social word or name without grounds and limits
      Given specification is <specification>
      And claim types is <claim_types>
      When evaluated as of 2026-11-20
      Then the verdict is needs evidence

      Examples:
        | specification    | claim_types              |
        | no specification | name                     |
        | elsewhere only   | social and environmental |

    Scenario: rule KR-04 Part told as the whole
      Given evidence covers is only a part of it
      When evaluated as of 2026-11-20
      Then the verdict is misleading

    Scenario: rule KR-05 Condition in small letters or elsewhere
      Given qualifier is contradicts the headline
      When evaluated as of 2026-11-20
      Then the verdict is misleading

    Scenario: rule KR-05 Condition in small letters or elsewhere (2)
      Given claim types is social and environmental
      And qualified clearly and prominently is no
      When evaluated as of 2026-11-20
      Then the verdict is misleading

    Scenario: rule KR-06 What law demands, told as an improvement
      Given presented as distinctive is yes
      When evaluated as of 2026-11-20
      Then rule KR-06 does not hold
      And the verdict is misleading

    Scenario: rule KR-06 What law demands, told as an improvement (2)
      Given claim types is legal requirement
      And presented as distinctive is yes
      And display period is missing
      When evaluated as of 2026-11-20
      Then the possible verdicts are misleading, ok

    Scenario: rule KR-07 Nothing to do with this product
      Given benefit relevant is no
      When evaluated as of 2026-11-20
      Then the verdict is misleading

    Scenario: rule KR-08 Green by one stage of its life
      Given full life cycle considered is no
      And claim types is comparative
      When evaluated as of 2026-11-20
      Then the verdict is misleading

    Scenario Outline: rule KR-08 Green by one stage of its life (2)
      Given display period is <display>
      When evaluated as of 2026-11-20
      Then rule KR-08 <KR-08>
      And rule KR-09 <KR-09>
      And rule KR-09-C <KR-09-C>
      And rule KR-10 <KR-10>

      Examples:
        | display                  | KR-08           | KR-09           | KR-09-C         | KR-10           |
        | 2023-09-01 to 2023-09-01 | does not hold   | does not hold   | does not hold   | does not hold   |
        | 2023-08-31 to 2023-08-31 | is not in force | is not in force | is not in force | is not in force |

    Scenario: rule KR-09 Important fact left out
      Given nothing important omitted is no
      When evaluated as of 2026-11-20
      Then the verdict is misleading

    Scenario: rule KR-09-C Certificate of a part for the whole
      Given claim types is label
      When evaluated as of 2026-11-20
      Then the verdict is ok

    Scenario: rule KR-09-C Certificate of a part for the whole (2)
      Given claim types is label
      And certificate of the label is for another product
      When evaluated as of 2026-11-20
      Then the verdict is misleading

    Scenario: rule KR-10 Aim without plan, means or date
      Given claim types is future
      And detailed and realistic plan is no
      When evaluated as of 2026-11-20
      Then the verdict is misleading

    Scenario: rule KR-11 Unfair comparison
      Given claim types is comparative
      And amount and basis stated is no
      When evaluated as of 2026-11-20
      Then the verdict is misleading

    Scenario: rule KR-11 Unfair comparison (2)
      Given display period is 1999-06-30 to 1999-06-30
      When evaluated as of 2026-11-20
      Then rule KR-11 is not in force
      And rule KR-13 is not in force
      And rule KR-16 is not in force

    Scenario: rule KR-12 Mark without certificate or reason
      Given claim types is label
      And certificate of the label is missing or expired
      When evaluated as of 2026-11-20
      Then the verdict is needs evidence

    Scenario Outline: rule KR-13 Harmless, not so
      Given safe for people and environment is no
      And claim types is <claim_types>
      When evaluated as of 2026-11-20
      Then the verdict is misleading

      Examples:
        | claim_types              |
        | absolute                 |
        | degradable               |
        | compostable              |
        | name                     |
        | generic                  |
        | social and environmental |
        | specific attribute       |

    Scenario: rule KR-14 Degradable without its conditions
      Given kind of degradation stated is no
      And claim types is compostable
      When evaluated as of 2026-11-20
      Then the verdict is needs evidence

    Scenario: rule KR-15 Neutral by credits without its basis
      Given basis stated in the claim is no
      And claim types is net zero
      When evaluated as of 2026-11-20
      Then the verdict is needs evidence

    Scenario: rule KR-15 Neutral by credits without its basis (2)
      Given storage long enough for the claim is no
      And claim types is net zero
      When evaluated as of 2026-11-20
      Then the verdict is needs evidence

    Scenario: rule KR-16 Highest words without basis
      Given absolute wording is yes
      And absolute wording within an exception is no
      When evaluated as of 2026-11-20
      Then the verdict is misleading
