# language: en
Feature: Further examples · Green claims in Germany
  Each of these fails if a number, date, comparison, clause or verdict of the card slips, and no other example does.
  Proposed by a search from the rules as they stood on 2026-11-21, and read in samples only.

  Background:
    Given the scorecard green-claim-de

  Rule: What the examples beside the rules leave open

    Scenario: condition of applying
      Given kind of communication is missing
      When evaluated as of 2026-11-20
      Then the conclusion is incomplete

    Scenario: rule DE-01 Ambiguous environmental term without explanation in the advertisement
      Given specification is no specification
      And claim types is neutral by offsets
      When evaluated as of 2026-11-20
      Then the verdict is misleading
      And rule DE-01-W does not hold
      And rule DE-NEU does not hold

    Scenario Outline: rule DE-01 Ambiguous environmental term without explanation in the advertisement (2)
      Given specification is <specification>
      And claim types is <claim_types>
      When evaluated as of 2026-11-20
      Then the verdict is <verdict>

      Examples:
        | specification      | claim_types             | verdict    |
        | no specification   | neutral without offsets | misleading |
        | no specification   | net zero                | misleading |
        | no specification   | specific attribute      | ok         |
        | elsewhere only     | generic                 | misleading |
        | on the same medium | generic                 | ok         |

    Scenario Outline: rule DE-01 Ambiguous environmental term without explanation in the advertisement (6)
      Given display period is <display>
      When evaluated as of 2026-11-20
      Then rule DE-01 <DE-01>
      And rule DE-01-W <DE-01-W>

      Examples:
        | display                  | DE-01           | DE-01-W         |
        | 2008-12-30 to 2008-12-30 | does not hold   | does not hold   |
        | 2008-12-29 to 2008-12-29 | is not in force | is not in force |

    Scenario Outline: rule DE-01-W Other vague word, or word without its basis, in the advertisement
      Given claim types is <claim_types>
      And specification is <specification>
      And basis stated in the claim is <basis_in_claim>
      When evaluated as of 2026-11-20
      Then the verdict is <verdict>

      Examples:
        | claim_types                    | specification      | basis_in_claim | verdict    |
        | social and environmental       | elsewhere only     | yes            | misleading |
        | absolute, recyclable           | no specification   | yes            | ok         |
        | absolute, degradable           | no specification   | yes            | ok         |
        | absolute, compostable          | no specification   | yes            | ok         |
        | absolute, renewable energy     | no specification   | yes            | ok         |
        | absolute, renewable material   | no specification   | yes            | ok         |
        | quantified footprint, absolute | no specification   | yes            | ok         |
        | absolute, durability           | no specification   | yes            | ok         |
        | absolute, repairability        | no specification   | yes            | ok         |
        | absolute                       | on the same medium | yes            | ok         |
        | social and environmental       | on the same medium | no             | misleading |
        | neutral by offsets             | on the same medium | no             | misleading |
        | neutral without offsets        | on the same medium | no             | misleading |
        | net zero                       | on the same medium | no             | misleading |
        | absolute, recyclable           | on the same medium | no             | ok         |
        | absolute, degradable           | on the same medium | no             | ok         |
        | absolute, compostable          | on the same medium | no             | ok         |
        | absolute, renewable energy     | on the same medium | no             | ok         |
        | absolute, renewable material   | on the same medium | no             | ok         |
        | quantified footprint, absolute | on the same medium | no             | ok         |
        | absolute, durability           | on the same medium | no             | ok         |
        | absolute, repairability        | on the same medium | no             | ok         |

    Scenario: rule DE-01-W Other vague word, or word without its basis, in the advertisement (3)
      Given claim types is absolute
      And specification is elsewhere only
      When evaluated as of 2026-11-20
      Then the verdict is misleading
      And rule LCA-02-DE does not hold

    Scenario Outline: rule OFF-05-DE Temporary storage for a claim of neutrality
      Given offsets used is <offsets_used>
      And storage long enough for the claim is no
      And claim types is <claim_types>
      When evaluated as of 2026-11-20
      Then the verdict is misleading

      Examples:
        | offsets_used | claim_types        |
        | yes          | net zero           |
        | no           | neutral by offsets |

    Scenario: rule OFF-05-DE Temporary storage for a claim of neutrality (2)
      Given display period is 2008-12-30 to 2008-12-30
      When evaluated as of 2026-11-20
      Then rule OFF-05-DE does not hold
      And rule LCA-02-DE does not hold
      And rule DE-NEU does not hold

    Scenario Outline: rule LCA-02-DE Environment-neutral from greenhouse gases alone
      Given all impact categories covered is no
      And claim types is <claim_types>
      When evaluated as of 2026-11-20
      Then the verdict is <verdict>

      Examples:
        | claim_types                    | verdict    |
        | absolute, recyclable           | ok         |
        | absolute, degradable           | ok         |
        | absolute, compostable          | ok         |
        | absolute, renewable energy     | ok         |
        | absolute, renewable material   | ok         |
        | quantified footprint, absolute | ok         |
        | absolute, durability           | ok         |
        | absolute, repairability        | ok         |
        | absolute                       | misleading |

    Scenario Outline: rule LCA-02-DE Environment-neutral from greenhouse gases alone (3)
      Given display period is <display>
      When evaluated as of 2026-11-20
      Then rule LCA-02-DE <LCA-02-DE>

      Examples:
        | display                  | LCA-02-DE       |
        | 2008-12-30 to 2008-12-30 | does not hold   |
        | 2008-12-29 to 2008-12-29 | is not in force |

    Scenario Outline: rule DE-NEU Neutrality whose balance is not closed
      Given neutrality file complete is no
      And claim types is <claim_types>
      When evaluated as of 2026-11-20
      Then the verdict is needs evidence

      Examples:
        | claim_types             |
        | neutral without offsets |
        | net zero                |

    Scenario Outline: rule DE-NEU Neutrality whose balance is not closed (2)
      Given display period is <display>
      When evaluated as of 2026-11-20
      Then rule DE-NEU <DE-NEU>

      Examples:
        | display                  | DE-NEU          |
        | 2008-12-30 to 2008-12-30 | does not hold   |
        | 2008-12-29 to 2008-12-29 | is not in force |

    Scenario: rule DE-05 Untrue or unproven environmental advertising
      Given truthful and accurate is no
      When evaluated as of 2026-11-20
      Then the verdict is misleading

    Scenario: rule DE-05 Untrue or unproven environmental advertising (2)
      Given display period is 2008-12-30 to 2008-12-30
      When evaluated as of 2026-11-20
      Then rule DE-05 does not hold
      And rule DE-05a does not hold
      And rule DE-05-S does not hold

    Scenario: rule DE-05a Essential information withheld
      Given nothing important omitted is no
      When evaluated as of 2026-11-20
      Then the verdict is misleading

    Scenario: rule DE-05a Essential information withheld (2)
      Given display period is 2008-12-29 to 2008-12-29
      When evaluated as of 2026-11-20
      Then rule DE-05a is not in force
      And rule DE-05-S is not in force

    Scenario: rule DE-05-S Absolute words not proven
      Given absolute wording is yes
      And absolute wording proved is no
      When evaluated as of 2026-11-20
      Then the verdict is misleading
