# language: en
Feature: Further examples · Green claims in France
  Each of these fails if a number, date, comparison, clause or verdict of the card slips, and no other example does.
  Proposed by a search from the rules as they stood on 2026-11-21, and read in samples only.

  Background:
    Given the scorecard green-claim-fr

  Rule: What the examples beside the rules leave open

    Scenario: condition of applying
      Given kind of communication is missing
      When evaluated as of 2026-11-20
      Then the conclusion is incomplete

    Scenario: rule FR-01 Biodegradable or environmentally friendly on a product
      Given claim types is generic
      And subject of the claim is packaging
      When evaluated as of 2026-11-20
      Then the verdict is prohibited

    Scenario: rule FR-01 Biodegradable or environmentally friendly on a product (2)
      Given claim types is degradable
      When evaluated as of 2026-11-20
      Then the verdict is prohibited

    Scenario: rule FR-01 Biodegradable or environmentally friendly on a product (3)
      Given display period is 2022-05-01 to 2022-05-01
      When evaluated as of 2026-11-20
      Then rule FR-01 does not hold
      And rule FR-02 is not in force
      And rule FR-02-N is not in force
      And rule FR-03 does not hold
      And rule FR-OMIT does not hold

    Scenario: rule FR-02 Carbon neutral without annual report
      Given annual report linked is no
      And claim types is neutral without offsets
      When evaluated as of 2026-11-20
      Then the verdict is prohibited
      And rule FR-02-N does not hold

    Scenario: rule FR-02 Carbon neutral without annual report (2)
      Given annual report linked is no
      When evaluated as of 2026-11-20
      Then the verdict is ok

    Scenario Outline: rule FR-02 Carbon neutral without annual report (3)
      Given display period is <display>
      When evaluated as of 2026-11-20
      Then rule FR-02 <FR-02>
      And rule FR-02-N <FR-02-N>

      Examples:
        | display                  | FR-02           | FR-02-N         |
        | 2023-01-01 to 2023-01-01 | does not hold   | does not hold   |
        | 2022-12-31 to 2022-12-31 | is not in force | is not in force |

    Scenario Outline: rule FR-02-N Net zero of a product without annual report
      Given subject of the claim is <subject_level>
      And claim types is net zero
      And annual report linked is no
      When evaluated as of 2026-11-20
      Then the verdict is prohibited

      Examples:
        | subject_level |
        | category      |
        | packaging     |
        | component     |
        | service       |

    Scenario: rule FR-03 Compostable plastic for industry only
      Given claim types is compostable
      And made of plastic is yes
      And industrially compostable only is yes
      When evaluated as of 2026-11-20
      Then the verdict is prohibited

    Scenario: rule FR-03 Compostable plastic for industry only (2)
      Given display period is 2022-04-30 to 2022-04-30
      When evaluated as of 2026-11-20
      Then rule FR-03 is not in force

    Scenario Outline: rule FR-OMIT Green activity of a high-emitting trader out of proportion
      Given high-emitting trader is yes
      And share of green activity stated is no
      And subject of the claim is <subject_level>
      When evaluated as of 2026-11-20
      Then the verdict is misleading

      Examples:
        | subject_level     |
        | brand             |
        | category          |
        | service           |
        | process           |
        | site              |
        | financial product |

    Scenario Outline: rule FR-OMIT Green activity of a high-emitting trader out of proportion (2)
      Given display period is <display>
      When evaluated as of 2026-11-20
      Then rule FR-OMIT <FR-OMIT>

      Examples:
        | display                  | FR-OMIT         |
        | 2016-07-01 to 2016-07-01 | does not hold   |
        | 2016-06-30 to 2016-06-30 | is not in force |

    Scenario: rule FR-L121 False, unproven, or misleading by omission
      Given truthful and accurate is no
      When evaluated as of 2026-11-20
      Then the verdict is misleading

    Scenario: rule FR-L121 False, unproven, or misleading by omission (2)
      Given display period is 2016-07-01 to 2016-07-01
      When evaluated as of 2026-11-20
      Then rule FR-L121 does not hold
