# language: en
Feature: Further examples · Green claims in Australia
  Each of these fails if a number, date, comparison, clause or verdict of the card slips, and no other example does.
  Proposed by a search from the rules as they stood on 2026-11-21, and read in samples only.

  Background:
    Given the scorecard green-claim-au

  Rule: What the examples beside the rules leave open

    Scenario: condition of applying
      Given kind of communication is missing
      When evaluated as of 2026-11-20
      Then the conclusion is incomplete

    Scenario: rule AU-01 Not accurate and truthful
      Given truthful and accurate is no
      When evaluated as of 2026-11-20
      Then the verdict is misleading

    Scenario: rule AU-01 Not accurate and truthful (2)
      Given display period is 2011-01-01 to 2011-01-01
      When evaluated as of 2026-11-20
      Then rule AU-01 does not hold
      And rule AU-02 does not hold
      And rule AU-03 does not hold
      And rule AU-04 does not hold
      And rule AU-05 does not hold
      And rule AU-05-W does not hold
      And rule AU-06 does not hold
      And rule AU-07 does not hold
      And rule AU-08 does not hold
      And rule REC-03-AU does not hold
      And rule AU-B does not hold

    Scenario: rule AU-02 No evidence
      Given substantiated is no
      When evaluated as of 2026-11-20
      Then the verdict is needs evidence

    Scenario: rule AU-02 No evidence (2)
      Given display period is 2010-12-31 to 2010-12-31
      When evaluated as of 2026-11-20
      Then rule AU-02 is not in force
      And rule AU-03 is not in force
      And rule AU-04 is not in force
      And rule AU-05 is not in force
      And rule AU-05-W is not in force
      And rule AU-06 is not in force
      And rule AU-07 is not in force
      And rule AU-08 is not in force
      And rule AU-B is not in force

    Scenario: rule AU-03 Information hidden or omitted
      Given nothing important omitted is no
      When evaluated as of 2026-11-20
      Then the verdict is needs evidence

    Scenario: rule AU-04 Conditions not explained
      Given conditions explained is no
      When evaluated as of 2026-11-20
      Then the verdict is needs evidence

    Scenario: rule AU-05 Broad and unqualified
      Given clear and unambiguous is no
      When evaluated as of 2026-11-20
      Then the verdict is needs evidence

    Scenario Outline: rule AU-05-W Word not specified, or without its basis
      Given claim types is <claim_types>
      And specification is <specification>
      And basis stated in the claim is <basis_in_claim>
      When evaluated as of 2026-11-20
      Then the verdict is <verdict>

      Examples:
        | claim_types                    | specification      | basis_in_claim | verdict        |
        | generic                        | no specification   | yes            | needs evidence |
        | absolute                       | elsewhere only     | yes            | needs evidence |
        | social and environmental       | no specification   | yes            | needs evidence |
        | neutral by offsets             | no specification   | yes            | needs evidence |
        | neutral without offsets        | no specification   | yes            | needs evidence |
        | net zero                       | no specification   | yes            | needs evidence |
        | absolute, recyclable           | no specification   | yes            | ok             |
        | absolute, degradable           | no specification   | yes            | ok             |
        | absolute, compostable          | no specification   | yes            | ok             |
        | absolute, renewable energy     | no specification   | yes            | ok             |
        | absolute, renewable material   | no specification   | yes            | ok             |
        | quantified footprint, absolute | no specification   | yes            | ok             |
        | absolute, durability           | no specification   | yes            | ok             |
        | absolute, repairability        | no specification   | yes            | ok             |
        | generic                        | on the same medium | yes            | ok             |
        | specific attribute             | no specification   | yes            | ok             |
        | generic                        | elsewhere only     | yes            | needs evidence |
        | social and environmental       | on the same medium | no             | needs evidence |
        | neutral by offsets             | on the same medium | no             | needs evidence |
        | neutral without offsets        | on the same medium | no             | needs evidence |
        | net zero                       | on the same medium | no             | needs evidence |
        | absolute, recyclable           | on the same medium | no             | ok             |
        | absolute, degradable           | on the same medium | no             | ok             |
        | absolute, compostable          | on the same medium | no             | ok             |
        | absolute, renewable energy     | on the same medium | no             | ok             |
        | absolute, renewable material   | on the same medium | no             | ok             |
        | quantified footprint, absolute | on the same medium | no             | ok             |
        | absolute, durability           | on the same medium | no             | ok             |
        | absolute, repairability        | on the same medium | no             | ok             |

    Scenario: rule AU-06 Language not clear
      Given language plain is no
      When evaluated as of 2026-11-20
      Then the verdict is needs evidence

    Scenario: rule AU-07 Visuals misleading
      Given visuals fair is no
      When evaluated as of 2026-11-20
      Then the verdict is misleading

    Scenario: rule AU-08 Not open about the transition
      Given open about the transition is no
      When evaluated as of 2026-11-20
      Then the verdict is needs evidence

    Scenario: rule REC-03-AU Ocean plastic from elsewhere
      Given claim types is recycled content
      And any ocean plastic named is from the ocean is no
      When evaluated as of 2026-11-20
      Then the verdict is misleading

    Scenario Outline: rule REC-03-AU Ocean plastic from elsewhere (2)
      Given display period is <display>
      When evaluated as of 2026-11-20
      Then rule REC-03-AU <REC-03-AU>

      Examples:
        | display                  | REC-03-AU       |
        | 2011-01-01 to 2011-01-01 | does not hold   |
        | 2010-12-31 to 2010-12-31 | is not in force |

    Scenario: rule AU-F Promise without reasonable grounds
      Given claim types is future
      And substantiated is no
      When evaluated as of 2026-11-20
      Then the verdict is misleading

    Scenario: rule AU-F Promise without reasonable grounds (2)
      Given display period is 2011-01-01 to 2011-01-01
      When evaluated as of 2026-11-20
      Then rule AU-F does not hold
      And rule AU-02-S does not hold

    Scenario Outline: rule AU-B Broad claim without evidence
      Given specification is <specification>
      And substantiated is no
      And claim types is <claim_types>
      When evaluated as of 2026-11-20
      Then the verdict is <verdict>

      Examples:
        | specification      | claim_types                    | verdict        |
        | no specification   | social and environmental       | misleading     |
        | elsewhere only     | generic                        | misleading     |
        | on the same medium | neutral without offsets        | misleading     |
        | on the same medium | net zero                       | misleading     |
        | no specification   | absolute, recyclable           | needs evidence |
        | no specification   | absolute, degradable           | needs evidence |
        | no specification   | absolute, compostable          | needs evidence |
        | no specification   | absolute, renewable energy     | needs evidence |
        | no specification   | absolute, renewable material   | needs evidence |
        | no specification   | quantified footprint, absolute | needs evidence |
        | no specification   | absolute, durability           | needs evidence |
        | no specification   | absolute, repairability        | needs evidence |
        | elsewhere only     | absolute                       | misleading     |

    Scenario: rule AU-02-S Absolute words not proven
      Given absolute wording is yes
      And absolute wording proved is no
      When evaluated as of 2026-11-20
      Then the verdict is needs evidence

    Scenario: rule AU-02-S Absolute words not proven (2)
      Given display period is 2010-12-31 to 2010-12-31
      When evaluated as of 2026-11-20
      Then rule AU-02-S is not in force
