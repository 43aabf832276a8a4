# language: en
Feature: Further examples · Green claims in the United States
  Each of these fails if a number, date, comparison, clause or verdict of the card slips, and no other example does.
  Proposed by a search from the rules as they stood on 2026-11-21, and read in samples only.

  Background:
    Given the scorecard green-claim-us

  Rule: What the examples beside the rules leave open

    Scenario: condition of applying
      Given kind of communication is missing
      When evaluated as of 2026-11-20
      Then the conclusion is incomplete

    Scenario: rule US-260-4 Unqualified general benefit
      Given claim types is generic
      When evaluated as of 2026-11-20
      Then the verdict is ok

    Scenario: rule US-260-4 Unqualified general benefit (2)
      Given specification is no specification
      When evaluated as of 2026-11-20
      Then the verdict is ok

    Scenario: rule US-260-4 Unqualified general benefit (3)
      Given claim types is generic
      And qualified clearly and prominently is no
      When evaluated as of 2026-11-20
      Then the verdict is misleading
      And rule US-260-4-W does not hold

    Scenario: rule US-260-4 Unqualified general benefit (4)
      Given display period is 2012-10-11 to 2012-10-11
      When evaluated as of 2026-11-20
      Then rule US-260-4 does not hold
      And rule US-260-4-W does not hold
      And rule US-260-5 does not hold
      And rule OFF-02 does not hold
      And rule OFF-03 does not hold
      And rule US-260-6 does not hold
      And rule US-260-7 does not hold
      And rule US-260-8 does not hold
      And rule US-260-9 does not hold
      And rule US-260-10 does not hold
      And rule US-260-12 does not hold
      And rule US-260-12-L does not hold
      And rule US-260-12-Q does not hold
      And rule US-260-13 does not hold
      And rule US-260-13-Q does not hold
      And rule US-260-15 does not hold
      And rule US-260-15-W does not hold
      And rule US-260-16 does not hold
      And rule US-260-17 does not hold
      And rule US-CA-343 is not in force
      And rule OFF-08 is not in force
      And rule US-260-2 does not hold
      And rule US-260-3 does not hold
      And rule US-CA-PLA is not in force
      And rule US-260-12-F does not hold
      And rule US-260-2-S does not hold

    Scenario Outline: rule US-260-4-W Sustainable, or absolute word, unqualified
      Given claim types is <claim_types>
      And qualified clearly and prominently is <qualified_prominently>
      And specification is <specification>
      When evaluated as of 2026-11-20
      Then the verdict is <verdict>

      Examples:
        | claim_types                    | qualified_prominently | specification      | verdict    |
        | social and environmental       | yes                   | on the same medium | ok         |
        | social and environmental       | no                    | on the same medium | misleading |
        | absolute, recyclable           | yes                   | no specification   | ok         |
        | absolute, degradable           | yes                   | no specification   | ok         |
        | absolute, compostable          | yes                   | no specification   | ok         |
        | absolute, renewable energy     | yes                   | no specification   | ok         |
        | absolute, renewable material   | yes                   | no specification   | ok         |
        | quantified footprint, absolute | yes                   | no specification   | ok         |
        | absolute, durability           | yes                   | no specification   | ok         |
        | absolute, repairability        | yes                   | no specification   | ok         |

    Scenario: rule US-260-4-W Sustainable, or absolute word, unqualified (4)
      Given display period is 2012-10-10 to 2012-10-10
      When evaluated as of 2026-11-20
      Then rule US-260-4-W is not in force
      And rule US-260-5 is not in force
      And rule OFF-02 is not in force
      And rule OFF-03 is not in force
      And rule US-260-6 is not in force
      And rule US-260-7 is not in force
      And rule US-260-8 is not in force
      And rule US-260-9 is not in force
      And rule US-260-10 is not in force
      And rule US-260-12 is not in force
      And rule US-260-12-L is not in force
      And rule US-260-12-Q is not in force
      And rule US-260-13 is not in force
      And rule US-260-13-Q is not in force
      And rule US-260-15 is not in force
      And rule US-260-15-W is not in force
      And rule US-260-16 is not in force
      And rule US-260-17 is not in force
      And rule US-260-2 is not in force
      And rule US-260-3 is not in force
      And rule US-260-12-F is not in force
      And rule US-260-2-S is not in force

    Scenario: rule US-260-5 Offset without competent evidence
      Given offsets used is yes
      When evaluated as of 2026-11-20
      Then the verdict is ok

    Scenario: rule US-260-5 Offset without competent evidence (2)
      Given claim types is neutral by offsets
      When evaluated as of 2026-11-20
      Then the verdict is ok

    Scenario: rule US-260-5 Offset without competent evidence (3)
      Given offsets used is yes
      And offset evidence competent and sold once is no
      When evaluated as of 2026-11-20
      Then the verdict is misleading

    Scenario: rule OFF-02 Reductions two years away, undisclosed
      Given offsets used is yes
      And reductions two years away is yes
      And delay disclosed is no
      When evaluated as of 2026-11-20
      Then the verdict is misleading

    Scenario: rule OFF-03 Offset required by law
      Given offsets used is yes
      And offset activity legally required is yes
      When evaluated as of 2026-11-20
      Then the verdict is misleading

    Scenario: rule US-260-6 Seal without basis or connection
      Given claim types is label
      And basis of the seal stated is no
      When evaluated as of 2026-11-20
      Then the verdict is misleading

    Scenario: rule US-260-7 Compostable without conditions
      Given all of it composts in time is no
      And claim types is degradable
      When evaluated as of 2026-11-20
      Then the verdict is misleading

    Scenario: rule US-260-7 Compostable without conditions (2)
      Given all of it composts in time is no
      When evaluated as of 2026-11-20
      Then the verdict is ok

    Scenario: rule US-260-7 Compostable without conditions (3)
      Given lack of facilities disclosed is no
      And claim types is degradable
      When evaluated as of 2026-11-20
      Then the verdict is misleading

    Scenario: rule US-260-8 Degradable not within a year
      Given degrades within a year after disposal is no
      And claim types is compostable
      And qualified clearly and prominently is no
      When evaluated as of 2026-11-20
      Then the verdict is misleading

    Scenario Outline: rule US-260-9 Free-of that is not
      Given claim types is <claim_types>
      And free of it, and of like risks is <free_of_true>
      When evaluated as of 2026-11-20
      Then the verdict is <verdict>

      Examples:
        | claim_types                    | free_of_true | verdict    |
        | free of                        | yes          | ok         |
        | absolute                       | yes          | ok         |
        | free of                        | no           | misleading |
        | absolute, recyclable           | no           | ok         |
        | absolute, degradable           | no           | ok         |
        | absolute, compostable          | no           | ok         |
        | absolute, renewable energy     | no           | ok         |
        | absolute, renewable material   | no           | ok         |
        | quantified footprint, absolute | no           | ok         |
        | absolute, durability           | no           | ok         |
        | absolute, repairability        | no           | ok         |

    Scenario Outline: rule US-260-10 Non-toxic that is not safe
      Given safe for people and environment is no
      And claim types is <claim_types>
      When evaluated as of 2026-11-20
      Then the verdict is <verdict>

      Examples:
        | claim_types                    | verdict    |
        | compostable                    | misleading |
        | degradable                     | misleading |
        | generic                        | misleading |
        | social and environmental       | misleading |
        | name                           | misleading |
        | comparative                    | ok         |
        | quantified footprint, absolute | ok         |
        | specific attribute             | misleading |
        | absolute, recyclable           | ok         |
        | absolute, renewable energy     | ok         |
        | absolute, renewable material   | ok         |
        | absolute, durability           | ok         |
        | absolute, repairability        | ok         |

    Scenario: rule US-260-12 Recyclable without facilities
      Given claim types is recyclable
      And people with access to recycling is 0 %
      When evaluated as of 2026-11-20
      Then the verdict is misleading
      And rule US-260-12-L does not hold

    Scenario: rule US-260-12-L Recyclable with limits undisclosed
      Given claim types is recyclable
      And people with access to recycling is 59 %
      And limits of recycling disclosed is no
      When evaluated as of 2026-11-20
      Then the verdict is misleading
      And rule US-260-12-Q does not hold
      And rule US-260-12-F does not hold

    Scenario Outline: rule US-260-12-Q Recyclable with limits disclosed
      Given people with access to recycling is <recyclability_access> %
      And claim types is <claim_types>
      When evaluated as of 2026-11-20
      Then the verdict is <verdict>

      Examples:
        | recyclability_access | claim_types        | verdict                      |
        | 0                    | specific attribute | ok                           |
        | 60                   | recyclable         | ok                           |
        | 59                   | recyclable         | permitted with qualification |

    Scenario: rule US-260-13 Recycled share not stated
      Given claim types is recycled content
      And recycled share by weight is 99 %
      When evaluated as of 2026-11-20
      Then the verdict is permitted with qualification

    Scenario: rule US-260-13 Recycled share not stated (2)
      Given claim types is recycled content
      And recycled share by weight is 99 %
      And recycled share stated is no
      When evaluated as of 2026-11-20
      Then the verdict is misleading
      And rule US-260-13-Q does not hold

    Scenario: rule US-260-15 Renewable energy unmatched or unstated
      Given claim types is renewable energy
      And renewable power matched and not sold is no
      When evaluated as of 2026-11-20
      Then the verdict is misleading

    Scenario: rule US-260-15-W Renewable energy whose certificates are sold or missing
      Given claim types is renewable energy
      And instrument cancelled for market and period is no
      When evaluated as of 2026-11-20
      Then the verdict is misleading

    Scenario: rule US-260-16 Renewable material unqualified
      Given claim types is renewable material
      And material and reason stated is no
      When evaluated as of 2026-11-20
      Then the verdict is misleading

    Scenario: rule US-260-17 Source reduction without amount
      Given claim types is comparative
      And amount and basis stated is no
      When evaluated as of 2026-11-20
      Then the verdict is misleading

    Scenario: rule MAT-01 Rayon sold as bamboo
      Given rayon sold as bamboo is yes
      When evaluated as of 2026-11-20
      Then the verdict is prohibited

    Scenario: rule US-CA-343 Recyclable in California below statewide criteria
      Given state is California
      And claim types is recyclable
      And statewide criteria met is no
      When evaluated as of 2026-11-20
      Then the verdict is prohibited

    Scenario Outline: rule US-CA-343 Recyclable in California below statewide criteria (2)
      Given display period is <display>
      When evaluated as of 2026-11-20
      Then rule US-CA-343 <US-CA-343>

      Examples:
        | display                  | US-CA-343       |
        | 2026-10-04 to 2026-10-04 | does not hold   |
        | 2026-10-03 to 2026-10-03 | is not in force |

    Scenario Outline: rule OFF-08 Disclosures for California missing
      Given state is California
      And website disclosures made is no
      And claim types is <claim_types>
      When evaluated as of 2026-11-20
      Then the verdict is needs evidence

      Examples:
        | claim_types             |
        | neutral without offsets |
        | net zero                |

    Scenario Outline: rule OFF-08 Disclosures for California missing (2)
      Given display period is <display>
      When evaluated as of 2026-11-20
      Then rule OFF-08 <OFF-08>

      Examples:
        | display                  | OFF-08          |
        | 2025-01-01 to 2025-01-01 | does not hold   |
        | 2024-12-31 to 2024-12-31 | is not in force |

    Scenario: rule US-260-2 Untrue, or without a reasonable basis
      Given truthful and accurate is no
      When evaluated as of 2026-11-20
      Then the verdict is misleading

    Scenario: rule US-260-3 Qualification missing or unclear
      Given nothing important omitted is no
      When evaluated as of 2026-11-20
      Then the verdict is misleading

    Scenario Outline: rule US-260-3 Qualification missing or unclear (2)
      Given specification is elsewhere only
      And claim types is <claim_types>
      When evaluated as of 2026-11-20
      Then rule US-260-3 does not hold

      Examples:
        | claim_types                    |
        | absolute, recycled content     |
        | absolute, degradable           |
        | absolute, compostable          |
        | absolute, renewable energy     |
        | absolute, renewable material   |
        | absolute, quantified footprint |
        | absolute, durability           |
        | absolute, repairability        |

    Scenario: rule US-CA-PLA Plastic called degradable in California
      Given state is California
      And made of plastic is yes
      And claim types is degradable
      When evaluated as of 2026-11-20
      Then the verdict is prohibited

    Scenario Outline: rule US-CA-PLA Plastic called degradable in California (2)
      Given display period is <display>
      When evaluated as of 2026-11-20
      Then rule US-CA-PLA <US-CA-PLA>

      Examples:
        | display                  | US-CA-PLA       |
        | 2013-01-01 to 2013-01-01 | does not hold   |
        | 2012-12-31 to 2012-12-31 | is not in force |

    Scenario: rule US-260-12-F Recyclable where hardly anybody can recycle it
      Given claim types is recyclable
      And facilities where it is shown is for hardly anybody there
      When evaluated as of 2026-11-20
      Then the verdict is misleading

    Scenario: rule US-260-2-S Absolute words not proven
      Given absolute wording is yes
      And absolute wording proved is no
      When evaluated as of 2026-11-20
      Then the verdict is misleading
