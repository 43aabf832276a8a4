# language: en
Feature: Further examples · Green claims in Italy
  Each of these fails if a number, date, comparison, clause or verdict of the card slips, and no other example does.
  Proposed by a search from the rules as they stood on 2026-11-21, and read in samples only.

  Background:
    Given the scorecard green-claim-it

  Rule: What the examples beside the rules leave open

    Scenario: condition of applying
      Given kind of communication is missing
      When evaluated as of 2026-11-20
      Then the conclusion is incomplete

    Scenario: rule IT-01 General benefit that does not say to which aspect it refers
      Given claim types is social and environmental
      And specification is no specification
      And recognised excellence is no recognised excellence
      When evaluated as of 2026-11-20
      Then the verdict is misleading
      And rule IT-02 does not hold
      And rule IT-06 does not hold
      And rule IT-07 does not hold
      And rule IT-10 does not hold

    Scenario Outline: rule IT-01 General benefit that does not say to which aspect it refers (2)
      Given specification is <specification>
      And recognised excellence is no recognised excellence
      And claim types is <claim_types>
      When evaluated as of 2026-11-20
      Then the verdict is <verdict>

      Examples:
        | specification    | claim_types        | verdict    |
        | no specification | specific attribute | ok         |
        | elsewhere only   | generic            | misleading |

    Scenario: rule IT-01 General benefit that does not say to which aspect it refers (4)
      Given display period is 2014-03-27 to 2014-03-27
      When evaluated as of 2026-11-20
      Then rule IT-01 does not hold
      And rule IT-02 does not hold
      And rule IT-09 is not in force
      And rule IT-10 does not hold

    Scenario Outline: rule IT-02 Absolute promise without any indication
      Given specification is <specification>
      And recognised excellence is no recognised excellence
      And claim types is <claim_types>
      When evaluated as of 2026-11-20
      Then the verdict is <verdict>

      Examples:
        | specification    | claim_types                    | verdict    |
        | no specification | absolute, recyclable           | ok         |
        | no specification | absolute, renewable energy     | ok         |
        | no specification | absolute, renewable material   | ok         |
        | no specification | quantified footprint, absolute | ok         |
        | no specification | absolute, durability           | ok         |
        | no specification | absolute, repairability        | ok         |
        | elsewhere only   | absolute                       | misleading |

    Scenario Outline: rule IT-02 Absolute promise without any indication (2)
      Given specification is no specification
      And recognised excellence is no recognised excellence
      And claim types is absolute, <claim_types>
      When evaluated as of 2026-11-20
      Then rule IT-02 does not hold
      And the verdict is misleading

      Examples:
        | claim_types |
        | degradable  |
        | compostable |

    Scenario: rule IT-02 Absolute promise without any indication (4)
      Given display period is 2014-03-26 to 2014-03-26
      When evaluated as of 2026-11-20
      Then rule IT-02 is not in force
      And rule IT-10 is not in force

    Scenario: rule IT-03 Claim without verifiable evidence
      Given substantiated is no
      When evaluated as of 2026-11-20
      Then the verdict is misleading

    Scenario: rule IT-03 Claim without verifiable evidence (2)
      Given display period is 2007-09-21 to 2007-09-21
      When evaluated as of 2026-11-20
      Then rule IT-03 does not hold
      And rule IT-04 does not hold
      And rule IT-05 does not hold
      And rule IT-06 is not in force
      And rule IT-07 is not in force
      And rule IT-08 is not in force

    Scenario: rule IT-04 False, or deceptive as a whole
      Given truthful and accurate is no
      When evaluated as of 2026-11-20
      Then the verdict is misleading

    Scenario: rule IT-04 False, or deceptive as a whole (2)
      Given display period is 2007-09-20 to 2007-09-20
      When evaluated as of 2026-11-20
      Then rule IT-04 is not in force
      And rule IT-05 is not in force

    Scenario: rule IT-05 Material information omitted or unclear
      Given nothing important omitted is no
      When evaluated as of 2026-11-20
      Then the verdict is misleading

    Scenario: rule IT-06 Degradable or compostable without qualification
      Given claim types is degradable
      And specification is elsewhere only
      When evaluated as of 2026-11-20
      Then the verdict is misleading

    Scenario: rule IT-06 Degradable or compostable without qualification (2)
      Given kind of degradation stated is no
      And claim types is compostable
      When evaluated as of 2026-11-20
      Then the verdict is misleading

    Scenario Outline: rule IT-06 Degradable or compostable without qualification (3)
      Given display period is <display>
      When evaluated as of 2026-11-20
      Then rule IT-06 <IT-06>

      Examples:
        | display                  | IT-06           |
        | 2010-12-22 to 2010-12-22 | does not hold   |
        | 2010-12-21 to 2010-12-21 | is not in force |

    Scenario Outline: rule IT-07 Neutral or zero impact without what is compensated
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

    Scenario Outline: rule IT-07 Neutral or zero impact without what is compensated (4)
      Given display period is <display>
      When evaluated as of 2026-11-20
      Then rule IT-07 <IT-07>
      And rule IT-08 <IT-08>

      Examples:
        | display                  | IT-07           | IT-08           |
        | 2012-02-08 to 2012-02-08 | does not hold   | does not hold   |
        | 2012-02-07 to 2012-02-07 | is not in force | is not in force |

    Scenario: rule IT-08 Part told as the whole
      Given evidence covers is only a part of it
      When evaluated as of 2026-11-20
      Then the verdict is misleading

    Scenario: rule IT-09 Climate target without detail
      Given claim types is future
      And detailed and realistic plan is no
      When evaluated as of 2026-11-20
      Then the verdict is misleading

    Scenario Outline: rule IT-09 Climate target without detail (2)
      Given display period is <display>
      When evaluated as of 2026-11-20
      Then rule IT-09 <IT-09>

      Examples:
        | display                  | IT-09           |
        | 2025-07-29 to 2025-07-29 | does not hold   |
        | 2025-07-28 to 2025-07-28 | is not in force |

    Scenario: rule IT-10 Superiority that is not shown
      Given claim types is comparative
      And specification is elsewhere only
      When evaluated as of 2026-11-20
      Then the verdict is misleading
