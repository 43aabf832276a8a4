# expect: RL090 30:11
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
    And facts from factory-words

  Rule: Half of the electricity is renewable
    Background:
      Given these gates
        | id | gate      | requires               | basis |
        | G1 | Renewable | share is at least 50 % | guide |

    Scenario: half is enough
      Given share is 50 %
      And staff is 3
      When evaluated as of 2026-03-01
      Then gate G1 is met
