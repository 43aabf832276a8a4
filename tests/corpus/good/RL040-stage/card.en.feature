# language: en
Feature: Smallest scorecard with stages and maturity

  Background:
    Given this scorecard
      | field          | value                 |
      | id             | smallest              |
      | version        | 1.0.0                 |
      | title          | Smallest scorecard    |
      | subject        | company               |
      | attestation    | rating                |
      | time zone      | Asia/Shanghai         |
      | effective from | 2026-01-01            |
      | rounding       | half-even, 2 decimals |
      | not applicable | refuse                |
    And these bases
      | basis | instrument   | clause | certainty |
      | guide | Guide 1-2026 | 4.2    | confirmed |
    And these settings
      | setting | one of       |
      | reading | wide, narrow |
    And these facts
      | fact    | type   | unit | at least | at most | multiple of |
      | reports | number | item | 0        |         | 1           |
      | amount  | number | %    | 0        | 100     | 5           |
      | content | number | %    | 0        | 100     | 5           |
      | others  | number | %    | 0        | 100     | 5           |
      | listed  | flag   |      |          |         |             |
    And this reference case
      | fact    | value   |
      | reports | 3 items |
      | amount  | 30 %    |
      | content | 40 %    |
      | others  | 35 %    |
      | listed  | yes     |

  Rule: Points
    Background:
      Given these sections
        | section | points |
        | basics  | 40     |
        | depth   | 60     |
      And these indicators worth 100 points
        | id | section | points | basis |
        | B1 | basics  | 40     | guide |
        | D1 | depth   | 60     | guide |
      And indicator B1 scores content as its share
      And these levels of maturity in %
        | level | at least | at most |
        | low   | 0        | 45      |
        | high  | 50       | 100     |
      And these rules of maturity
        | rule                      | is        | when            | basis |
        | level                     | mean      |                 | guide |
        | aspect reaches the level  | at least  | reading is wide | guide |
        | aspect reaches the level  | more than | otherwise       | guide |
        | rise                      | 5 %       |                 | guide |
        | aspects needed            | 2         |                 | guide |
        | trend counts as full from | 50 %      |                 | guide |
      And indicator D1 scores by maturity
        | aspect      | fact   |
        | disclosed   | amount |
        | trend       | others |
        | comparison  | others |
        | integration | others |
      And these stages, the first that holds decides
        | stage | when                                       | counts        | maximum | basis |
        | s2    | reports is at least 3 items                | basics, depth | 100     | guide |
        | s2    | listed is yes; reports is at least 2 items |               |         | guide |
        | s1    | otherwise                                  | basics        | 40      | guide |
      And subjects are ranked by listed, stage on basis guide
      And these findings
        | code | when                                  | severity | basis |
        | F1   | stage is s2; others is less than 50 % | minor    | guide |

    Scenario: the reference case
      When evaluated as of 2026-03-01
      Then the stage is s2
      And indicator D1 reaches 35 %
