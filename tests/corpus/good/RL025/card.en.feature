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
      | fact    | type           |
      | credits | list of credit |
    And each credit has
      | field  | type   | unit  | at least |
      | serial | text   |       |          |
      | amount | number | tCO2e | 0        |
    And no two credits share a serial
    And in the reference case credits are
      | serial | amount   |
      | A-1    | 60 tCO2e |
      | A-2    | 40 tCO2e |

  Rule: Fifty tonnes are retired
    Background:
      Given the quantity retired, in tCO2e, the sum of amount over credits, on basis guide
      And these gates
        | id | gate    | requires                     | basis |
        | G1 | Retired | retired is at least 50 tCO2e | guide |

    Scenario: a hundred tonnes are enough
      When evaluated as of 2026-03-01
      Then gate G1 is met
