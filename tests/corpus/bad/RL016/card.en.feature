# expect: RL016 31:25
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
      | fact   | type   | one of            |
      | system | choice | absent, certified |
    And this reference case
      | fact   | value     |
      | system | certified |

  Rule: The management system is certified
    Background:
      Given these gates
        | id | gate   | requires            | basis |
        | G1 | System | system is at least 5 | guide |

    Scenario: a certificate is enough
      Given system is certified
      When evaluated as of 2026-03-01
      Then gate G1 is met
