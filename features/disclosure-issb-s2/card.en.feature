# language: en
Feature: Climate disclosure under IFRS S2
  Whether a report may be stated to comply with IFRS S2: gross emissions by scope, warming potentials, net targets and
  the words about compliance.

  Background:
    Given this scorecard
      | field           | value                                                                                            |
      | id              | disclosure-issb-s2                                                                               |
      | version         | 1.0.1                                                                                            |
      | supersedes      | 1.0.0                                                                                            |
      | title           | Climate disclosure under IFRS S2                                                                 |
      | subject         | company                                                                                          |
      | attestation     | self-assessment                                                                                  |
      | time zone       | Etc/UTC                                                                                          |
      | effective from  | 2024-01-01                                                                                       |
      | rounding        | half-even, 2 decimals                                                                            |
      | not applicable  | refuse                                                                                           |
      | does not assess | papers behind what is declared: the report as published, and the calculations behind its figures |
      | does not assess | governance, strategy and risk, of which only figures are asked                                   |
      | does not assess | the quality of what is told, and the judgement of what is material                               |
      | does not assess | whether a state demands IFRS S2                                                                  |
      | does not assess | figures of single industries                                                                     |
    And these bases
      | basis      | instrument         | clause       | certainty   | note                                                                                                                                                                     |
      | start      | IFRS S2            | -            | secondary   | Recalled: for years that begin on or after 2024-01-01.                                                                                                                   |
      | scopes     | IFRS S2            | paragraph 29 | secondary   | Absolute gross emissions of scope 1, of scope 2 by location, and of scope 3.                                                                                             |
      | first-year | IFRS S2            | -            | secondary   | Scope 3 may be left out in the first year.                                                                                                                               |
      | potentials | IFRS S2            | -            | secondary   | Warming potentials of the latest assessment; the amendments of December 2025, for years from 2027-01-01 and earlier if chosen, let a state's own rule stand before them. |
      | full       | IFRS S1            | paragraph 72 | secondary   | Compliance is stated without reserve only if every requirement is met.                                                                                                   |
      | net        | IFRS S2            | paragraph 36 | secondary   | Recalled: of a net target the scheme, the type and the verification of credits.                                                                                          |
      | entered    | disclosure-issb-s2 | -            | own reading | Whether the other requirements of IFRS S1 and S2 are met is taken as entered. No paper is named for single facts: a declaration suffices.                                |
    And these facts
      | fact           | label                                            | type   | at least | multiple of | may lie ahead | given |
      | begins         | first day of the reporting year                  | date   |          |             | yes           | yes   |
      | year_number    | which year of reporting under IFRS S2 it is      | number | 1        | 1           |               | yes   |
      | scope_1        | gross scope 1 is stated                          | flag   |          |             |               |       |
      | scope_2        | gross scope 2 by location is stated              | flag   |          |             |               |       |
      | scope_3        | gross scope 3 is stated                          | flag   |          |             |               |       |
      | latest         | warming potentials are of the latest assessment  | flag   |          |             |               |       |
      | other_demanded | the state demands other warming potentials       | flag   |          |             |               |       |
      | amendments     | the amendments of December 2025 are used         | flag   |          |             |               |       |
      | net_target     | a net target is stated                           | flag   |          |             |               |       |
      | scheme         | scheme of the credits is stated                  | flag   |          |             |               |       |
      | kind           | type of the credits is stated                    | flag   |          |             |               |       |
      | verified       | verification of the credits is stated            | flag   |          |             |               |       |
      | rest_met       | all other requirements of IFRS S1 and S2 are met | flag   |          |             |               |       |
      | full_claimed   | compliance is stated without reserve             | flag   |          |             |               |       |
    And this reference case
      | fact                                             | value      |
      | first day of the reporting year                  | 2026-01-01 |
      | which year of reporting under IFRS S2 it is      | 2          |
      | gross scope 1 is stated                          | yes        |
      | gross scope 2 by location is stated              | yes        |
      | gross scope 3 is stated                          | yes        |
      | warming potentials are of the latest assessment  | yes        |
      | the state demands other warming potentials       | no         |
      | the amendments of December 2025 are used         | no         |
      | a net target is stated                           | yes        |
      | scheme of the credits is stated                  | yes        |
      | type of the credits is stated                    | yes        |
      | verification of the credits is stated            | yes        |
      | all other requirements of IFRS S1 and S2 are met | yes        |
      | compliance is stated without reserve             | yes        |

  Rule: The second year

    Scenario: everything is stated
      When evaluated as of 2027-06-01
      Then gate DS-07 is met
      And gate DS-08 is met
      And gate DS-09 is met
      And gate DS-10 is met
      And the conclusion is scored
