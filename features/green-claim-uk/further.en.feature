# language: en
Feature: Further examples · Green claims in the United Kingdom
  Each of these fails if a number, date, comparison, clause or verdict of the card slips, and no other example does.
  Proposed by a search from the rules as they stood on 2026-11-21, and read in samples only.

  Background:
    Given the scorecard green-claim-uk

  Rule: What the examples beside the rules leave open

    Scenario: condition of applying
      Given kind of communication is missing
      When evaluated as of 2026-11-20
      Then the conclusion is incomplete

    Scenario: rule UK-01 Not truthful and accurate
      Given truthful and accurate is no
      When evaluated as of 2026-11-20
      Then the verdict is misleading

    Scenario: rule UK-01 Not truthful and accurate (2)
      Given display period is 2008-05-26 to 2008-05-26
      When evaluated as of 2026-11-20
      Then rule UK-01 does not hold
      And rule UK-02 does not hold
      And rule UK-02-W does not hold
      And rule UK-03 does not hold
      And rule UK-04 does not hold
      And rule UK-05 does not hold
      And rule UK-06 does not hold
      And rule UK-06-W does not hold
      And rule REC-02-UK does not hold
      And rule OMIT-01-UK does not hold
      And rule LCA-01-UK does not hold
      And rule OMIT-03-UK does not hold
      And rule UK-02-F does not hold
      And rule UK-06-S does not hold

    Scenario: rule UK-02 Not clear and unambiguous
      Given clear and unambiguous is no
      When evaluated as of 2026-11-20
      Then the verdict is misleading

    Scenario: rule UK-02 Not clear and unambiguous (2)
      Given display period is 2008-05-25 to 2008-05-25
      When evaluated as of 2026-11-20
      Then rule UK-02 is not in force
      And rule UK-02-W is not in force
      And rule UK-03 is not in force
      And rule UK-04 is not in force
      And rule UK-05 is not in force
      And rule UK-06 is not in force
      And rule UK-06-W is not in force
      And rule UK-02-F is not in force
      And rule UK-06-S is not in force

    Scenario Outline: rule UK-02-W Word not specified, or without its basis
      Given claim types is <claim_types>
      And specification is <specification>
      And basis stated in the claim is <basis_in_claim>
      When evaluated as of 2026-11-20
      Then the verdict is <verdict>

      Examples:
        | claim_types                    | specification      | basis_in_claim | verdict    |
        | social and environmental       | no specification   | yes            | misleading |
        | generic                        | elsewhere only     | yes            | misleading |
        | absolute                       | elsewhere only     | yes            | misleading |
        | neutral by offsets             | no specification   | yes            | misleading |
        | neutral without offsets        | no specification   | yes            | misleading |
        | net zero                       | no specification   | yes            | misleading |
        | absolute, recyclable           | no specification   | yes            | ok         |
        | absolute, degradable           | no specification   | yes            | ok         |
        | absolute, compostable          | no specification   | yes            | ok         |
        | absolute, renewable energy     | no specification   | yes            | ok         |
        | absolute, renewable material   | no specification   | yes            | ok         |
        | quantified footprint, absolute | no specification   | yes            | ok         |
        | absolute, durability           | no specification   | yes            | ok         |
        | absolute, repairability        | no specification   | yes            | ok         |
        | generic                        | on the same medium | yes            | ok         |
        | specific attribute             | no specification   | yes            | ok         |
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

    Scenario Outline: rule UK-02-W Word not specified, or without its basis (2)
      Given claim types is <claim_types>
      And qualified clearly and prominently is no
      When evaluated as of 2026-11-20
      Then the verdict is misleading

      Examples:
        | claim_types              |
        | social and environmental |
        | absolute                 |

    Scenario: rule UK-03 Important information omitted
      Given nothing important omitted is no
      When evaluated as of 2026-11-20
      Then the verdict is misleading

    Scenario: rule UK-04 Comparison not fair and meaningful
      Given comparison fair and meaningful is no
      When evaluated as of 2026-11-20
      Then the verdict is misleading

    Scenario: rule UK-05 Full life cycle not considered
      Given full life cycle considered is no
      When evaluated as of 2026-11-20
      Then the verdict is misleading

    Scenario: rule UK-06 Not substantiated
      Given substantiated is no
      When evaluated as of 2026-11-20
      Then the verdict is misleading

    Scenario: rule UK-06-W Evidence not held at publication
      Given evidence on file at publication is no
      When evaluated as of 2026-11-20
      Then the verdict is misleading

    Scenario: rule REC-02-UK Recycled headline that excludes parts
      Given claim types is recycled content
      And headline excludes parts is yes
      When evaluated as of 2026-11-20
      Then the verdict is misleading

    Scenario Outline: rule REC-02-UK Recycled headline that excludes parts (2)
      Given display period is <display>
      When evaluated as of 2026-11-20
      Then rule REC-02-UK <REC-02-UK>

      Examples:
        | display                  | REC-02-UK       |
        | 2008-05-26 to 2008-05-26 | does not hold   |
        | 2008-05-25 to 2008-05-25 | is not in force |

    Scenario Outline: rule EVD-02 Comparison on stale data
      Given comparison data current is no
      And claim types is <claim_types>
      When evaluated as of 2026-11-20
      Then the verdict is misleading

      Examples:
        | claim_types          |
        | quantified footprint |
        | energy efficiency    |

    Scenario: rule EVD-02 Comparison on stale data (2)
      Given display period is 2008-05-26 to 2008-05-26
      When evaluated as of 2026-11-20
      Then rule EVD-02 does not hold

    Scenario: rule OMIT-01-UK Small green part of a high-emitting trader
      Given high-emitting trader is yes
      And share of green activity stated is no
      And subject of the claim is brand
      When evaluated as of 2026-11-20
      Then the verdict is misleading
      And rule OMIT-03-UK does not hold

    Scenario Outline: rule OMIT-01-UK Small green part of a high-emitting trader (2)
      Given high-emitting trader is yes
      And share of green activity stated is no
      And subject of the claim is <subject_level>
      When evaluated as of 2026-11-20
      Then the verdict is misleading

      Examples:
        | subject_level     |
        | category          |
        | service           |
        | process           |
        | site              |
        | financial product |

    Scenario Outline: rule OMIT-01-UK Small green part of a high-emitting trader (3)
      Given display period is <display>
      When evaluated as of 2026-11-20
      Then rule OMIT-01-UK <OMIT-01-UK>
      And rule OMIT-03-UK <OMIT-03-UK>

      Examples:
        | display                  | OMIT-01-UK      | OMIT-03-UK      |
        | 2008-05-26 to 2008-05-26 | does not hold   | does not hold   |
        | 2008-05-25 to 2008-05-25 | is not in force | is not in force |

    Scenario: rule LCA-01-UK Claimed boundary beyond the evidence
      Given boundary of evidence covers the claim is no
      When evaluated as of 2026-11-20
      Then the verdict is misleading

    Scenario Outline: rule LCA-01-UK Claimed boundary beyond the evidence (2)
      Given display period is <display>
      When evaluated as of 2026-11-20
      Then rule LCA-01-UK <LCA-01-UK>

      Examples:
        | display                  | LCA-01-UK       |
        | 2008-05-26 to 2008-05-26 | does not hold   |
        | 2008-05-25 to 2008-05-25 | is not in force |

    Scenario Outline: rule OMIT-03-UK Financed emissions left out
      Given trader_financed_emissions is left out
      And subject of the claim is <subject_level>
      When evaluated as of 2026-11-20
      Then the verdict is misleading

      Examples:
        | subject_level     |
        | brand             |
        | service           |
        | financial product |

    Scenario: rule UK-02-F No facilities where it is shown
      Given claim types is compostable
      And lack of facilities disclosed is no
      And facilities_where_shown is for hardly anybody there
      When evaluated as of 2026-11-20
      Then the verdict is misleading

    Scenario: rule UK-06-S Absolute words not proven
      Given absolute wording is yes
      And absolute wording proved is no
      When evaluated as of 2026-11-20
      Then the verdict is misleading
