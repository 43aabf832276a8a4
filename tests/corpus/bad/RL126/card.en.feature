# expect: RL126 61:11
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
      | share  | number | %    |                   | 0        | 100     |
      | system | choice |      | absent, certified |          |         |
      | energy | number | MWh  |                   | 0        |         |
      | output | number | t    |                   | 1        |         |
      | lots   | list of lot |  |               |          |         |
      | bags   | list of bag |  |               |          |         |
    And each lot has
      | field | type   | unit | at least |
      | id    | text   |      |          |
      | mass  | number | t    | 0        |
    And no two lots share a id
    And each bag has
      | field | type   | unit | at least | may not apply |
      | tag   | text   |      |          |               |
      | lot   | text   |      |          |               |
      | load  | number | t    | 0        | yes           |
    And no two bags share a tag
    And each bag belongs to one of lots by lot
    And this reference case
      | fact   | value     |
      | share  | 85 %      |
      | system | certified |
      | energy | 500 MWh   |
      | output | 100 t     |
    And in the reference case lots are
      | id | mass |
      | A  | 2 t  |
    And in the reference case bags are
      | tag | lot | load |
      | a   | A   | 1 t  |

  Rule: Points
    Background:
      Given the quantity intensity, in MWh/t, on basis guide
        | is              |
        | energy / output |
      And the quantity heaviest, in t, the greatest mass over lots, or 0 t if there are none, on basis guide
      And for each bag the quantity gross, in t, on basis guide
        | is          |
        | load * 1.01 |
      And for each lot the quantity bagged, in t, the sum of gross over bags, on basis guide
      And the quantity all bagged (all_bagged), in t, the sum of bagged over lots, on basis guide
      And these gates
        | id | requires                     | basis |
        | G1 | intensity is at most 6 MWh/t | guide |
        | G2 | heaviest is at most 6 t      | guide |
      And these findings
        | code   | when                         | severity    | basis |
        | F1.BAG | all bagged is more than 10 t | observation | guide |
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
