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
      | stock |              | number | t    |            | 0        |
    And these facts from an earlier evaluation
      | fact  | is                | in the evaluation               | by | basis |
      | stock | the quantity rest | of the year before account year |    | guide |
    And this reference case
      | fact         | value |
      | account year | 2025  |
      | stock        | 5 t   |

  Rule: What is left
    Background:
      Given the quantity rest, in t, on basis guide
        | is  |
        | 5 t |
      And these gates
        | id | gate  | requires                                    | basis |
        | G1 | Stock | stock is at least 1 t; account year is 2025 | guide |

    Scenario: enough is left
      Given stock is 1 t
      When evaluated as of 2026-03-01
      Then gate G1 is met
