# expect: RL051 24:9
# expect: RL110 27:9
# language: en
Feature: A small card

  Background:
    Given this scorecard
      | field          | value                 |
      | id             | small                 |
      | version        | 1.0.0                 |
      | title          | Small card            |
      | subject        | factory               |
      | attestation    | rating                |
      | time zone      | Asia/Shanghai         |
      | effective from | 2026-01-01            |
      | rounding       | half-even, 2 decimals |
      | not applicable | refuse                |
    And these bases
      | basis | instrument | clause | certainty |
      | guide | Guide 1    | 4.2    | confirmed |
    And these facts
      | fact  | label        | type   | unit | one of     | at least |
      | year  | account year | choice |      | 2024, 2025 |          |
      | stock |              | period |      |            |          |
    And these facts from an earlier evaluation
      | fact  | is                | in the evaluation               | by | basis |
      | stock | the quantity rest | of the year before account year |    | guide |
    And this reference case
      | fact         | value |
      | account year | 2025  |
      | stock        | 2024-01-01 to 2024-12-31 |

  Rule: What is left
    Background:
      Given the quantity rest, in t, on basis guide
        | is  |
        | 5 t |
      And these gates
        | id | gate  | requires                                     | basis |
        | G1 | Stock | account year is 2025 | guide |

    Scenario: enough is left
      Given account year is 2025
      When evaluated as of 2026-03-01
      Then gate G1 is met
