# expect: RL044 32:11
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
      | fact  | label           | type   | unit | at least | at most |
      | share | renewable share | number | %    | 0        | 100     |
    And this reference case
      | fact  | value |
      | share | 80 %  |

  Rule: Half of the electricity is renewable
    Background:
      Given the quantity levy, in %, on basis guide
        | is  | when                                       |
        | 2 % | share is at most 40 %                      |
        | 1 % | share is more than 40 %; share is less than 80 % |
      And these gates
        | id | gate      | requires               | basis |
        | G1 | Renewable | share is at least 50 % | guide |
        | G2 | Levy      | levy is more than 1 %    | guide |

    Scenario: half is enough
      Given share is 50 %
      When evaluated as of 2026-03-01
      Then gate G1 is met
