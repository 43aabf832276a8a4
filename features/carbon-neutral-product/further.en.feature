# language: en
Feature: Further examples · Carbon-neutral products
  Each of these fails if a number, date, comparison, clause or verdict of the card slips, and no other example does.
  Proposed by a search from the rules as they stood on 2026-11-21, and read in samples only.

  Background:
    Given the scorecard carbon-neutral-product

  Rule: What the examples beside the rules leave open

    Scenario: an earlier footprint of 0 cannot fall
      Given earlier footprint is 0 kgCO2e/kg
      When evaluated as of 2026-11-20
      Then the rules leave the quantity reduction undetermined

    Scenario: quantity reduction reduction
      Given earlier footprint is 0 kgCO2e/kg
      When evaluated as of 2026-11-20
      Then the verdict is needs evidence

    Scenario: rule CNP-EU Neutral by credits toward consumers in the Union
      Given credits is 0.01 tCO2e
      And shown to is consumers in the Union
      When evaluated as of 2026-11-20
      Then the verdict is prohibited

    Scenario: rule CNP-EU Neutral by credits toward consumers in the Union (2)
      Given display period is 2026-09-27 to 2026-09-27
      When evaluated as of 2026-11-20
      Then rule CNP-EU does not hold

    Scenario: rule CNP-01 Credits inside the footprint
      Given credits inside the footprint is yes
      When evaluated as of 2026-11-20
      Then the verdict is prohibited

    Scenario: rule CNP-03 Credits not retired for product and period
      Given credits is 0.01 tCO2e
      And credits retired for product and period is no
      When evaluated as of 2026-11-20
      Then the verdict is prohibited

    Scenario: rule CNP-04 Credits counted twice
      Given credits is 0.01 tCO2e
      And credits counted once is no
      When evaluated as of 2026-11-20
      Then the verdict is prohibited

    Scenario: rule CNP-05 Credits for what law requires
      Given credits is 0.01 tCO2e
      And credits beyond what law requires is no
      When evaluated as of 2026-11-20
      Then rule CNP-05 holds

    Scenario: rule CNP-05 Credits for what law requires (2)
      Given credits beyond what law requires is no
      When evaluated as of 2026-11-20
      Then the verdict is misleading

    Scenario: rule CNP-06 Storage too short for neutrality
      Given credits is 0.01 tCO2e
      And storage long enough for the claim is no
      When evaluated as of 2026-11-20
      Then rule CNP-06 holds

    Scenario: rule CNP-06 Storage too short for neutrality (2)
      Given storage long enough for the claim is no
      When evaluated as of 2026-11-20
      Then the verdict is misleading

    Scenario: rule CNP-06 Storage too short for neutrality (3)
      Given display period is 2022-01-01 to 2022-01-01
      When evaluated as of 2026-11-20
      Then rule CNP-06 does not hold
      And rule CNP-07 is not in force
      And rule CNP-08 is not in force
      And rule CNP-11 is not in force
      And the verdict is needs evidence
      And rule CNP-14 is not in force
      And rule CNP-16 is not in force

    Scenario: rule CNP-07 Offset before reduction
      Given credits is 0.01 tCO2e
      And management plan with its pathway is no
      When evaluated as of 2026-11-20
      Then rule CNP-07 holds

    Scenario: rule CNP-07 Offset before reduction (2)
      Given management plan with its pathway is no
      When evaluated as of 2026-11-20
      Then the verdict is needs evidence

    Scenario Outline: rule CNP-07 Offset before reduction (3)
      Given display period is <display>
      When evaluated as of 2026-11-20
      Then rule CNP-07 <CNP-07>
      And rule CNP-08 <CNP-08>
      And rule CNP-14 <CNP-14>
      And rule CNP-16 <CNP-16>

      Examples:
        | display                  | CNP-07          | CNP-08          | CNP-14          | CNP-16          |
        | 2023-11-30 to 2023-11-30 | does not hold   | does not hold   | does not hold   | does not hold   |
        | 2023-11-29 to 2023-11-29 | is not in force | is not in force | is not in force | is not in force |

    Scenario: rule CNP-08 No reduction since the period before
      Given credits is 0.01 tCO2e
      And supposing reduction is 0 %
      When evaluated as of 2026-11-20
      Then rule CNP-08 holds

    Scenario: rule CNP-08 No reduction since the period before (2)
      Given supposing reduction is 0.01 %
      When evaluated as of 2026-11-20
      Then the verdict is permitted with qualification

    Scenario: rule CNP-09 Footprint not verified
      Given footprint verified is no
      When evaluated as of 2026-11-20
      Then the verdict is needs evidence

    Scenario Outline: rule CNP-10 Part of the life neutral, unsaid
      Given boundary is <boundary>
      And boundary stated in the claim is no
      When evaluated as of 2026-11-20
      Then the verdict is misleading

      Examples:
        | boundary         |
        | gate to gate     |
        | cradle to retail |

    Scenario Outline: rule CNP-11 Standard of neutrality withdrawn
      Given display period is <display>
      When evaluated as of 2026-11-20
      Then rule CNP-11 <CNP-11>

      Examples:
        | display                  | CNP-11          |
        | 2025-12-01 to 2025-12-01 | does not hold   |
        | 2025-11-30 to 2025-11-30 | is not in force |

    Scenario: rule CNP-12 Standard for events
      Given standard of neutrality is guideline for large events
      When evaluated as of 2026-11-20
      Then the verdict is needs evidence

    Scenario: rule CNP-13 Declared more than a year ago
      Given day of declaration is 2025-12-30
      When evaluated as of 2026-11-20
      Then the verdict is needs evidence

    Scenario: rule CNP-14 Not verified or not public
      Given independently verified is no
      When evaluated as of 2026-11-20
      Then the verdict is needs evidence

    Scenario Outline: rule CNP-15 Certificate for another word
      Given certificate behind the word is of <certificate> carbon
      When evaluated as of 2026-11-20
      Then the verdict is misleading

      Examples:
        | certificate |
        | reduced     |
        | low         |

    Scenario: rule CNP-16 Basis not stated in the claim
      Given basis stated in the claim is no
      When evaluated as of 2026-11-20
      Then the verdict is needs evidence
