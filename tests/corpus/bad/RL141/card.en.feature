# expect: RL141 23:5
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
      | fact  | label           | type   | unit | at least | at most | evidence |
      | share | renewable share | number | %    | 0        | 100     | meter    |
    # One whole and plausible subject. Each example changes a single thing of it.
    And this reference case
      | fact  | value |
      | share | 80 %  |

  Rule: Half of the electricity is renewable
    Background:
      Given these gates
        | id | gate      | requires               | basis |
        | G1 | Renewable | share is at least 50 % | guide |

    Scenario: half is enough
      Given share is 50 %
      When evaluated as of 2026-03-01
      Then gate G1 is met

    Scenario: less than half is not
      Given share is 49.99 %
      When evaluated as of 2026-03-01
      Then gate G1 is not met
