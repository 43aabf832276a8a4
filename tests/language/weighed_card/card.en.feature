# language: en
Feature: A card with exact weights

  Background:
    Given this scorecard
      | field          | value                 |
      | id             | weighed               |
      | version        | 1.0.0                 |
      | title          | Weighed card          |
      | subject        | factory               |
      | attestation    | rating                |
      | time zone      | Asia/Shanghai         |
      | effective from | 2026-01-01            |
      | rounding       | half-even, 2 decimals |
      | not applicable | drop and rescale      |
    And these bases
      | basis | instrument   | clause | certainty |
      | guide | Guide 1-2026 | 4.2    | confirmed |
    And these facts
      | fact   | label           | type   | unit | one of            | at least | at most |
      | share  | renewable share | number | %    |                   | 0        | 100     |
      | reuse  | reuse share     | number | %    |                   | 0        | 100     |
      | system | energy system   | choice |      | absent, certified |          |         |
    And this reference case
      | fact            | value     |
      | renewable share | 50 %      |
      | reuse share     | 100 %     |
      | energy system   | certified |

  Rule: Points are as exact as the weights they come from
    Background:
      Given these sections
        | section | label  | points |
        | use     | Use    | 176/41 |
        | waste   | Waste  | 480/41 |
        | system  | System | 36     |
      And these indicators worth 176/41 points
        | id | indicator  | section | points | basis |
        | I1 | Renewables | use     | 176/41 | guide |
      And these indicators worth 1956/41 points
        | id | indicator | section | points | basis |
        | I2 | Reuse     | waste   | 480/41 | guide |
        | I3 | System    | system  | 36     | guide |
      And indicator I1 scores renewable share as its share
      And indicator I2 scores reuse share in % on a line through
        | at  | points |
        | 0   | 0      |
        | 100 | 480/41 |
      And indicator I3 scores in equal parts each that holds
        | holds                      |
        | energy system is certified |
      And these grades
        | grade | at least | basis |
        | A     | 1956/41  | guide |

    Scenario: half of the renewables give half of the points
      When evaluated as of 2026-03-01
      Then indicator I1 scores 88/41
      And the total score is 2044/41
      And the grade is A
