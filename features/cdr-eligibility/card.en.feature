# language: en
Feature: Carbon dioxide removal
  Whether an activity may be called carbon dioxide removal: from the air or short-cycle biomass, by human action and additional,
  stored for a hundred years.

  Background:
    Given this scorecard
      | field           | value                                                                                          |
      | id              | cdr-eligibility                                                                                |
      | version         | 1.0.0                                                                                          |
      | title           | Carbon dioxide removal                                                                         |
      | subject         | claim                                                                                          |
      | attestation     | self-assessment                                                                                |
      | time zone       | Etc/UTC                                                                                        |
      | effective from  | 2018-01-01                                                                                     |
      | rounding        | half-even, 2 decimals                                                                          |
      | not applicable  | refuse                                                                                         |
      | does not assess | documents that support the declared facts: monitoring reports, contracts, storage certificates |
      | does not assess | whether the declared values are true                                                           |
      | does not assess | the wording of the claim beyond the facts requested here; see the scorecards for green claims  |
    And these bases
      | basis     | instrument                             | clause                              | certainty   | note                                                                                                                                                                                                                                                                                    |
      | removal   | trade report of 2025 on carbon removal | source, human action, hundred years | secondary   | Carbon dioxide removal takes carbon from the atmosphere or from short-cycle biomass and stores it for at least 100 years. The removal must be caused by human action and be additional. Fossil or carbonate carbon that is captured does not count. Reported by a trade report of 2025. |
      | otherwise | cdr-eligibility                        | no rule of this scorecard applies   | own reading | None of the rules of this scorecard prohibits calling the activity carbon dioxide removal, so the verdict is “ok”. A court may still decide otherwise.                                                                                                                                  |
    And these facts
      | fact          | label                          | type   | unit | one of                                              | at least |
      | carbon_source | source of the carbon           | choice |      | atmosphere, biogenic_short_cycle, fossil, carbonate |          |
      | human_action  | removal caused by human action | flag   |      |                                                     |          |
      | additional    | removal additional             | flag   |      |                                                     |          |
      | storage_years | storage period in years        | number | year |                                                     | 0        |
    And the choices of source of the carbon
      | value                | words                |
      | atmosphere           | the atmosphere       |
      | biogenic_short_cycle | short-cycle biogenic |
      | fossil               | fossil               |
      | carbonate            | carbonate            |
    And this reference case
      | fact                           | value          |
      | source of the carbon           | the atmosphere |
      | removal caused by human action | yes            |
      | removal additional             | yes            |
      | storage period in years        | 1000 years     |

  Rule: A claim to which no rule objects

    Scenario: The reference claim
      When evaluated as of 2026-11-20
      Then the verdict is ok
