# language: en
Feature: The clean heat of factories

  Background:
    Given this scorecard
      | field           | value                                                        |
      | id              | clean-heat                                                   |
      | version         | 1.0.0                                                        |
      | title           | Clean heat                                                   |
      | subject         | factory                                                      |
      | attestation     | rating                                                       |
      | time zone       | Asia/Shanghai                                                |
      | effective from  | 2026-01-01                                                   |
      | rounding        | half-even, 2 decimals                                        |
      | not applicable  | drop and rescale                                             |
      | does not assess | documents that support the declared facts: none is asked for |
    And these bases
      | basis | instrument   | clause | certainty |
      | guide | Guide 1-2026 | 4.2    | confirmed |
    And these facts
      | fact      | label           | type   | unit | one of               | at least | at most | may not apply |
      | size      | size class      | choice |      | small, medium, large |          |         |               |
      | renewable | renewable share | number | %    |                      | 0        | 100     |               |
      | used      | heat used       | number | MWh  |                      | 0        |         | yes           |
      | metered   | metered         | flag   |      |                      |          |         |               |
    And this reference case
      | fact            | value   |
      | size class      | large   |
      | renewable share | 60 %    |
      | heat used       | 500 MWh |
      | metered         | yes     |

  Rule: Points
    Background:
      Given these sections
        | section | points |
        | heat    | 100    |
      And these indicators worth 100 points
        | id | indicator | section | points | basis |
        | I1 | Renewable | heat    | 60     | guide |
        | I2 | Measured  | heat    | 40     | guide |
      And indicator I1 scores by a matrix of size class and renewable share
        | size class           | less than 20 % | at least 20 %; less than 50 % | at least 50 % |
        | small                | 0              | 40                            | 60            |
        | one of medium, large | 0              | 20                            | 60            |
      And indicator I2 scores by a matrix of heat used and metered
        | heat used       | yes | no |
        | at most 1 GWh   | 40  | 10 |
        | more than 1 GWh | 30  | 0  |
      And these grades
        | grade | at least | basis |
        | A     | 80       | guide |
        | B     | 30       | guide |

    Scenario: the reference case
      When evaluated as of 2026-03-01
      Then indicator I1 scores 60
      And indicator I2 scores 40
      And the grade is A

    Scenario: a small factory half way
      Given size class is small
      And renewable share is 20 %
      And heat used is 1000.01 MWh
      When evaluated as of 2026-03-01
      Then indicator I1 scores 40
      And indicator I2 scores 30

    Scenario: what is not known leaves both cells
      Given renewable share is missing
      When evaluated as of 2026-03-01
      Then indicator I1 scores between 0 and 60

    Scenario: I1: renewable share is less than 20 %: just holds
      Given renewable share is 19.99 %
      When evaluated as of 2026-03-01
      Then indicator I1 scores 0

    Scenario: I1: size class is small; renewable share is less than 20 %: just holds
      Given size class is small
      And renewable share is 19.99 %
      When evaluated as of 2026-03-01
      Then indicator I1 scores 0

    Scenario: I1: size class is small; renewable share is at least 50 %: just holds
      Given size class is small
      When evaluated as of 2026-03-01
      Then indicator I1 scores 60

    Scenario: I1: size class is one of medium, large; renewable share is at least 20 %; renewable share is less than 50 %: just holds
      Given size class is medium
      And renewable share is 20 %
      When evaluated as of 2026-03-01
      Then indicator I1 scores 20

    Scenario: I2: heat used is at most 1 GWh; metered is no: just holds
      Given heat used is 1 GWh
      And metered is no
      When evaluated as of 2026-03-01
      Then indicator I2 scores 10

    Scenario: I2: heat used is more than 1 GWh; metered is no: just holds
      Given heat used is 1.01 GWh
      And metered is no
      When evaluated as of 2026-03-01
      Then indicator I2 scores 0

    Scenario: B: the total score is at least 30 points: just fails
      Given supposing the total score is 29.99
      When evaluated as of 2026-03-01
      Then the grade is none
