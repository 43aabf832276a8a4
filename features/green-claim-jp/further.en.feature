# language: en
Feature: Further examples · Green claims in Japan
  Each of these fails if a number, date, comparison, clause or verdict of the card slips, and no other example does.
  Proposed by a search from the rules as they stood on 2026-11-21, and read in samples only.

  Background:
    Given the scorecard green-claim-jp

  Rule: What the examples beside the rules leave open

    Scenario: rule JP-01 Better than it is
      Given truthful and accurate is no
      When evaluated as of 2026-11-20
      Then the verdict is misleading

    Scenario: rule JP-01-W Better than it is by what is shown or left out
      Given overall presentation fair is no
      When evaluated as of 2026-11-20
      Then the verdict is misleading

    Scenario: rule JP-02 Effect without reasonable basis
      Given substantiated is no
      And claim types is compostable
      When evaluated as of 2026-11-20
      Then rule JP-02 holds
      And rule JP-04 does not hold

    Scenario Outline: rule JP-02 Effect without reasonable basis (2)
      Given substantiated is no
      And claim types is <claim_types>
      When evaluated as of 2026-11-20
      Then rule JP-02 holds

      Examples:
        | claim_types        |
        | energy efficiency  |
        | free of            |
        | durability         |
        | comparative        |
        | specific attribute |

    Scenario: rule JP-02 Effect without reasonable basis (4)
      Given substantiated is no
      And display period is missing
      When evaluated as of 2026-11-20
      Then the possible verdicts are misleading, ok

    Scenario: rule JP-02 Effect without reasonable basis (5)
      Given display period is 2003-11-23 to 2003-11-23
      When evaluated as of 2026-11-20
      Then rule JP-02 does not hold
      And rule JP-02-W does not hold
      And rule JP-03 does not hold
      And rule JP-10 is not in force
      And rule JP-11 is not in force

    Scenario: rule JP-02-W Claim without reasonable basis
      Given display period is 2003-11-22 to 2003-11-22
      When evaluated as of 2026-11-20
      Then rule JP-02-W is not in force
      And rule JP-03 is not in force

    Scenario: rule JP-03 Evidence of something else than is told
      Given boundary of evidence covers the claim is no
      When evaluated as of 2026-11-20
      Then the verdict is misleading

    Scenario: rule JP-04 Degradable without place and kind
      Given kind of degradation stated is no
      And claim types is compostable
      When evaluated as of 2026-11-20
      Then the verdict is needs evidence

    Scenario: rule JP-05 Part told as the whole
      Given evidence covers is only a part of it
      When evaluated as of 2026-11-20
      Then the verdict is misleading

    Scenario: rule JP-05 Part told as the whole (2)
      Given display period is 2001-03-21 to 2001-03-21
      When evaluated as of 2026-11-20
      Then rule JP-05 does not hold
      And rule JP-06 does not hold
      And rule JP-06-W does not hold
      And rule JP-07 does not hold
      And rule JP-07-W does not hold
      And rule JP-08 does not hold

    Scenario: rule JP-06 Share of the material not told
      Given claim types is recycled content
      And recycled share stated is no
      When evaluated as of 2026-11-20
      Then the verdict is needs evidence

    Scenario: rule JP-06 Share of the material not told (2)
      Given display period is 2001-03-20 to 2001-03-20
      When evaluated as of 2026-11-20
      Then rule JP-06 is not in force
      And rule JP-06-W is not in force
      And rule JP-07 is not in force
      And rule JP-07-W is not in force
      And rule JP-08 is not in force

    Scenario: rule JP-06-W Plant material not explained
      Given claim types is renewable material
      And material and reason stated is no
      When evaluated as of 2026-11-20
      Then the verdict is needs evidence

    Scenario: rule JP-07 Vague word by itself
      Given claim types is social and environmental
      And specification is no specification
      When evaluated as of 2026-11-20
      Then the verdict is needs evidence
      And rule JP-07-W does not hold

    Scenario: rule JP-07 Vague word by itself (2)
      Given specification is no specification
      When evaluated as of 2026-11-20
      Then the verdict is ok

    Scenario: rule JP-07 Vague word by itself (3)
      Given claim types is generic
      And specification is elsewhere only
      When evaluated as of 2026-11-20
      Then the verdict is needs evidence

    Scenario: rule JP-07 Vague word by itself (4)
      Given claim types is generic
      When evaluated as of 2026-11-20
      Then the verdict is ok

    Scenario Outline: rule JP-07-W Absolute word or name by itself
      Given specification is <specification>
      And claim types is <claim_types>
      When evaluated as of 2026-11-20
      Then the verdict is <verdict>

      Examples:
        | specification    | claim_types                    | verdict        |
        | no specification | absolute, recyclable           | ok             |
        | no specification | absolute, degradable           | ok             |
        | no specification | absolute, compostable          | ok             |
        | no specification | absolute, renewable energy     | ok             |
        | no specification | absolute, renewable material   | ok             |
        | no specification | quantified footprint, absolute | ok             |
        | no specification | absolute, durability           | ok             |
        | no specification | absolute, repairability        | ok             |
        | elsewhere only   | absolute                       | needs evidence |
        | elsewhere only   | name                           | needs evidence |

    Scenario: rule JP-08 Environmental mark without its reason
      Given claim types is label
      And basis of the seal stated is no
      When evaluated as of 2026-11-20
      Then the verdict is needs evidence

    Scenario: rule JP-09 Better than others by an unlike comparison
      Given like compared with like is no
      When evaluated as of 2026-11-20
      Then the verdict is misleading

    Scenario: rule JP-09-W What all such goods have, or law requires, told as special
      Given presented as distinctive is yes
      When evaluated as of 2026-11-20
      Then the verdict is misleading

    Scenario Outline: rule JP-10 Reduction without what it is compared with, or by one stage
      Given full life cycle considered is no
      And claim types is <claim_types>
      When evaluated as of 2026-11-20
      Then the verdict is needs evidence

      Examples:
        | claim_types          |
        | comparative          |
        | quantified footprint |

    Scenario Outline: rule JP-10 Reduction without what it is compared with, or by one stage (2)
      Given display period is <display>
      When evaluated as of 2026-11-20
      Then rule JP-10 <JP-10>
      And rule JP-11 <JP-11>

      Examples:
        | display                  | JP-10           | JP-11           |
        | 2013-03-31 to 2013-03-31 | does not hold   | does not hold   |
        | 2013-03-30 to 2013-03-30 | is not in force | is not in force |

    Scenario Outline: rule JP-11 Neutral by credits without its basis
      Given basis stated in the claim is <basis_in_claim>
      And claim types is <claim_types>
      And neutrality file complete is <neutrality_file_complete>
      When evaluated as of 2026-11-20
      Then the verdict is needs evidence

      Examples:
        | basis_in_claim | claim_types             | neutrality_file_complete |
        | no             | neutral without offsets | yes                      |
        | no             | net zero                | yes                      |
        | yes            | neutral without offsets | no                       |
        | yes            | net zero                | no                       |

    Scenario: rule JP-12 Highest words without basis
      Given absolute wording is yes
      And absolute wording within an exception is no
      When evaluated as of 2026-11-20
      Then the verdict is misleading
