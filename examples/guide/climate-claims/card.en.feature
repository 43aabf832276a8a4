# language: en
Feature: Climate claims
  What may be said on a pack. There are no points: the worst verdict that holds is the answer.

  Background:
    Given this scorecard
      | field          | value                 |
      | id             | climate-claims        |
      | version        | 1.0.0                 |
      | title          | Climate claims        |
      | subject        | claim                 |
      | attestation    | self-assessment       |
      | time zone      | Europe/Brussels       |
      | effective from | 2026-01-01            |
      | rounding       | half-even, 2 decimals |
      | not applicable | refuse                |
    And bases from advertising
    And these bases
      | basis | instrument     | clause | certainty   |
      | own   | climate-claims | -      | own reading |
    And facts from advertising
    And conditions from advertising
    And these facts
      | fact     | label             | type | evidence |
      | offsets  | rests on offsets  | flag |          |
      | proof    | public proof      | flag | report   |
      | reported | day of the report | date |          |
      | scheme   | certified scheme  | flag |          |
    And day of the report is the day on which evidence for public proof was issued
    And the date day of adoption (adopted), by country
      | country   | is         | basis |
      | north     | 2026-09-27 | law   |
      | south     | 2026-12-01 | own   |
      | otherwise | never      | law   |
    And this reference case
      | fact             | value                    |
      | rests on offsets | yes                      |
      | public proof     | yes                      |
      | certified scheme | yes                      |
      | display period   | 2026-10-01 to 2026-10-31 |

  Rule: Verdicts
    Background:
      Given verdicts are governed by display period, otherwise ok on basis own
      And these verdict rules
        | id  | rule                     | when                                                                                     | verdict                      | severity    | in force from   | in force until | warn from                      | basis |
        | A-1 | Neutral by offsets alone | wording is neutral; rests on offsets is yes                                              | prohibited                   | major       | day of adoption |                | day of adoption minus 6 months | law   |
        | A-2 | Claim without proof      | wording is better; public proof is no                                                    | misleading                   | minor       | 2026-01-01      | 2026-12-31     |                                | law   |
        | A-2 |                          | wording is better; day of the report is before the start of display period minus 2 years |                              |             |                 |                |                                |       |
        | A-2 |                          | wording is label; certified scheme is no                                                 |                              |             |                 |                |                                |       |
        | A-3 | Label                    | wording is label                                                                         | permitted with qualification | observation |                 |                |                                | own   |
        | A-4 |                          | sold abroad holds                                                                        | out of scope                 | observation |                 |                |                                | law   |
      And these remedies
        | rule | say instead                               |
        | A-1  | say which emissions were avoided, and how |
        | A-3  | name the scheme and where its rules stand |

    Scenario: neutral by offsets may not be said
      When evaluated as of 2026-06-30
      Then the verdict is prohibited under A-1
      And rule A-2 does not hold
      And the conclusion is judged

    Scenario: a month earlier the rule is not in force
      Given display period is 2026-08-01 to 2026-08-31
      When evaluated as of 2026-06-30
      Then rule A-1 is not in force
      And the verdict is ok

    Scenario: an open fact leaves the worst verdict possible
      Given rests on offsets is missing
      When evaluated as of 2026-06-30
      Then rule A-1 is undetermined
      And the possible verdicts are prohibited, ok
      And the verdict is needs evidence

    Scenario: a label of no scheme misleads
      Given wording is label
      And certified scheme is no
      When evaluated as of 2026-06-30
      Then rule A-3 holds
      And the verdict is misleading under A-2

    Scenario: a report proves for two years
      Given wording is better
      And evidence for public proof was issued on 2024-09-30
      When evaluated as of 2026-06-30
      Then the verdict is misleading under A-2

    Scenario: an old report is no matter for what is no better than neutral
      Given evidence for public proof was issued on 2024-09-30
      When evaluated as of 2026-06-30
      Then rule A-2 does not hold

    Scenario: what is sold abroad is no matter of this act
      Given country is abroad
      When evaluated as of 2026-06-30
      Then condition sold abroad holds
      And rule A-4 holds

    Scenario: but a pack comes back
      Given country is abroad
      And medium is on the pack
      When evaluated as of 2026-06-30
      Then condition sold abroad does not hold
      And rule A-4 does not hold
