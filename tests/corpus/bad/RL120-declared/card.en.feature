# expect: RL120 22:9
# language: en
Feature: The smallest card

  Background:
    Given this scorecard
      | field          | value                 |
      | id             | smallest              |
      | version        | 1.0.0                 |
      | title          | The smallest card     |
      | subject        | factory               |
      | attestation    | rating                |
      | time zone      | Asia/Shanghai         |
      | effective from | 2026-01-01            |
      | rounding       | half-even, 2 decimals |
      | not applicable | refuse                |
    And these bases
      | basis | instrument   | clause | certainty |
      | guide | Guide 1-2026 | 4.2    | confirmed |
    And these facts
      | fact   | type   | unit | one of            | at least | at most |
      | share  | number | %    |                   | 0        |         |
      | system | choice |      | absent, certified |          |         |
      | energy | number | MWh  |                   | 1        |         |
      | output | number | t    |                   | 1        |         |
      | green  | number | MWh  |                   | 0        |         |
    And this reference case
      | fact   | value     |
      | share  | 85 %      |
      | system | certified |
      | energy | 500 MWh   |
      | output | 100 t     |
      | green  | 100 MWh   |

  Rule: Points
    Background:
      Given the quantity intensity, in MWh/t, on basis guide
        | is              |
        | energy / output |
      And the quantity green_share, in %, on basis guide
        | is             |
        | green / energy |
      And these gates
        | id | requires                     | basis |
        | G1 | intensity is at most 6 MWh/t | guide |
        | G2 | green_share is at least 10 % | guide |
        | G3 | green is at most energy      | guide |
      And these sections
        | section | points |
        | use     | 100    |
      And these indicators worth 100 points
        | id | section | points | basis |
        | I1 | use     | 60     | guide |
        | I2 | use     | 40     | guide |
      And indicator I1 scores share in % as
        | at least | below | points |
        |          | 50    | 0      |
        | 50       | 80    | 30     |
        | 80       |       | 60     |
      And indicator I2 scores system as
        | is        | points |
        | absent    | 0      |
        | certified | 40     |
      And these grades
        | grade | at least | basis |
        | A     | 80       | guide |
        | B     | 50       | guide |

    Scenario: the reference case
      When evaluated as of 2026-03-01
      Then the grade is A
