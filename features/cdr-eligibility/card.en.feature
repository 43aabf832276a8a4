# language: en
Feature: Carbon dioxide removal
  Whether an activity may be called carbon dioxide removal: from the air or short-cycle biomass, by man and in addition,
  stored for a hundred years.

  Background:
    Given this scorecard
      | field           | value                                                                                  |
      | id              | cdr-eligibility                                                                        |
      | version         | 1.0.1                                                                                  |
      | supersedes      | 1.0.0                                                                                  |
      | title           | Carbon dioxide removal                                                                 |
      | subject         | claim                                                                                  |
      | attestation     | self-assessment                                                                        |
      | time zone       | Etc/UTC                                                                                |
      | effective from  | 2018-01-01                                                                             |
      | rounding        | half-even, 2 decimals                                                                  |
      | not applicable  | refuse                                                                                 |
      | does not assess | papers behind what is declared: monitoring reports, contracts, certificates of storage |
      | does not assess | whether the figures are true                                                           |
      | does not assess | how the claim is worded beyond what is asked, which the cards of green claims have     |
    And these bases
      | basis     | instrument                             | clause                              | certainty   | note                                                                |
      | removal   | trade report of 2025 on carbon removal | source, human action, hundred years | secondary   |                                                                     |
      | otherwise | cdr-eligibility                        | no rule of this card holds          | own reading | No rule encoded here objects; it is no promise that no court would. |
    And these facts
      | fact          | label                  | type   | unit | one of                                              | at least |
      | carbon_source | source of the carbon   | choice |      | atmosphere, biogenic_short_cycle, fossil, carbonate |          |
      | human_action  | caused by human action | flag   |      |                                                     |          |
      | additional    | additional             | flag   |      |                                                     |          |
      | storage_years | years of storage       | number | year |                                                     | 0        |
    And the choices of source of the carbon
      | value                | words                |
      | atmosphere           | the atmosphere       |
      | biogenic_short_cycle | short-cycle biogenic |
      | fossil               | fossil               |
      | carbonate            | carbonate            |
    And this reference case
      | fact                   | value          |
      | source of the carbon   | the atmosphere |
      | caused by human action | yes            |
      | additional             | yes            |
      | years of storage       | 1000 years     |

  Rule: A claim with nothing against it

    Scenario: the reference claim
      When evaluated as of 2026-11-20
      Then the verdict is ok
