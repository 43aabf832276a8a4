# language: en
Feature: Surplus account

  Background:
    Given this scorecard
      | field          | value                 |
      | id             | surplus-account       |
      | version        | 1.0.0                 |
      | title          | Surplus account       |
      | subject        | company               |
      | attestation    | self-assessment       |
      | time zone      | Asia/Shanghai         |
      | effective from | 2021-01-01            |
      | rounding       | half-even, 2 decimals |
      | not applicable | refuse                |
    And these bases
      | basis | instrument   | clause | certainty |
      | plan  | Plan 1-2021  | 5      | confirmed |
      | audit | Audit 1-2021 | 2      | secondary |
    And these facts
      | fact    | label           | type   | unit  | one of                             | at least | evidence |
      | year    | account year    | choice |       | 2021, 2022, 2023, 2024, 2025, 2026 |          |          |
      | issued  |                 | number | tCO2e |                                    | 0        |          |
      | used    |                 | number | tCO2e |                                    | 0        |          |
      | brought | brought forward | number | tCO2e |                                    | 0        | ledger   |
      | short   | short last time | flag   |       |                                    |          |          |
      | audited | last audit      | choice |       | a, b, none                         |          |          |
    And these facts from an earlier evaluation
      | fact            | is                     | in the evaluation               | by           | may be stated | basis |
      | brought forward | the quantity left over | of the year before account year |              | yes           | plan  |
      | short last time | the quantity overdrawn | of the year before account year |              |               | plan  |
      | last audit      | the grade              | before this one                 | carbon-audit | yes           | audit |
    And this reference case
      | fact            | value     |
      | account year    | 2024      |
      | issued          | 100 tCO2e |
      | used            | 90 tCO2e  |
      | brought forward | 5 tCO2e   |
      | short last time | no        |
      | last audit      | a         |

  Rule: What is left over
    Background:
      Given the quantity left over (left), in tCO2e, on basis plan
        | is                                            |
        | max(brought forward + issued - used, 0 tCO2e) |
      And the quantity balance, in tCO2e, on basis plan
        | is                              |
        | brought forward + issued - used |
      And these conditions
        | condition | holds when                   | basis |
        | overdrawn | balance is less than 0 tCO2e | plan  |
      And these findings
        | code | finding          | when                                    | severity    | basis |
        | F1   | Short twice      | overdrawn holds; short last time is yes | major       | plan  |
        | F2   | No audit of late | last audit is none                      | observation | audit |
      And these results
        | result | label | is        | rounded to | basis |
        | over   | Over  | left over | 0 decimals | plan  |

    Scenario: the surplus of the year before is there again
      When evaluated as of 2025-06-30
      Then the result over is 15 tCO2e
      And no finding F1 is raised

    Scenario: without that evaluation nothing is guessed
      Given brought forward is missing
      When evaluated as of 2025-06-30
      Then the quantity left over is undetermined because of brought forward

    Scenario: in a first year it is stated
      Given brought forward is missing
      And brought forward is stated as 7 tCO2e
      When evaluated as of 2025-06-30
      Then the result over is 17 tCO2e

    Scenario: what is stated otherwise does not count
      Given brought forward is stated as 7 tCO2e
      When evaluated as of 2025-06-30
      Then the result over is 15 tCO2e

    Scenario Outline: short twice
      Given used is <used> tCO2e
      And short last time is <short>
      When evaluated as of 2025-06-30
      Then <finding>

      Examples:
        | used | short | finding                            |
        | 105  | yes   | no finding F1 is raised            |
        | 106  | yes   | a major nonconformity F1 is raised |
        | 106  | no    | no finding F1 is raised            |

    Scenario: no grade then
      Given last audit is none
      When evaluated as of 2025-06-30
      Then an observation F2 is raised
