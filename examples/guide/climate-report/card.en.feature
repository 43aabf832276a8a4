# language: en
Feature: Climate reports
  A rating of reports. There is no ladder: the points, and the stage, are the answer.

  Background:
    Given this scorecard
      | field           | value                                                        |
      | id              | climate-report                                               |
      | version         | 1.0.0                                                        |
      | title           | Climate reports                                              |
      | subject         | company                                                      |
      | attestation     | rating                                                       |
      | time zone       | Asia/Shanghai                                                |
      | effective from  | 2026-01-01                                                   |
      | rounding        | half-even, 2 decimals                                        |
      | not applicable  | count as zero                                                |
      | does not assess | documents that support the declared facts: none is asked for |
    And these bases
      | basis | instrument     | clause | certainty   |
      | guide | Report Guide 2 | 5.2    | confirmed   |
      | own   | climate-report | -      | own reading |
    And these settings
      | setting | label          | one of     | default |
      | reading | reading of 5.2 | mean, span | mean    |
    And these facts
      | fact      | label             | type   | unit | one of          | at least | at most | multiple of |
      | sector    |                   | choice |      | trade, building |          |         |             |
      | listed    |                   | flag   |      |                 |          |         |             |
      | reports   | reports published | number | item |                 | 0        |         | 1           |
      | covered   | sites covered     | number | %    |                 | 0        | 100     |             |
      | amount    | goals disclosed   | number | %    |                 | 0        | 100     | 5           |
      | substance | goals content     | number | %    |                 | 0        | 100     | 5           |
      | course    | goals trend       | number | %    |                 | 0        | 100     | 5           |
      | benchmark | goals comparison  | number | %    |                 | 0        | 100     | 5           |
      | embedding | goals integration | number | %    |                 | 0        | 100     | 5           |
    And this reference case
      | fact              | value   |
      | sector            | trade   |
      | listed            | yes     |
      | reports published | 3 items |
      | sites covered     | 80 %    |
      | goals disclosed   | 30 %    |
      | goals content     | 40 %    |
      | goals trend       | 35 %    |
      | goals comparison  | 30 %    |
      | goals integration | 40 %    |

  Rule: Stages and tracks
    Background:
      Given these sections
        | section | label | points |
        | basics  |       | 40     |
        | depth   | Depth | 60     |
      And these stages, the first that holds decides
        | stage | label        | when                                                 | counts        | maximum | basis |
        | s2    | full report  | reports published is at least 3 items                | basics, depth | 100     | guide |
        | s2    |              | listed is yes; reports published is at least 2 items |               |         | own   |
        | s1    | first report | otherwise                                            | basics        | 40      | guide |
      And subjects are ranked by sector, listed, stage on basis own

    Scenario: two reports of an unlisted company are not enough
      Given reports published is 2 items
      And listed is no
      When evaluated as of 2026-06-30
      Then the stage is first report
      And the total score is 32
      And indicator D1 is not applicable
      And the conclusion is scored

    Scenario: without their number the stage stays open
      Given reports published is missing
      When evaluated as of 2026-06-30
      Then the possible stages are full report, first report
      And the total score is between 32 and 56

  Rule: Maturity
    Background:
      Given these indicators worth 100 points
        | id | indicator | section | points | basis |
        | B1 | Coverage  | basics  | 40     | guide |
        | D1 | Goals     | depth   | 60     | guide |
      And these levels of maturity in %
        | level | label    | at least | at most | disclosed  | content       | trend         | comparison    | integration |
        | 0     | none     | 0        | 0       | no goal    |               |               |               |             |
        | 1     | begun    | 5        | 45      | some goals | words         | one year back | with own past |             |
        | 2     | complete | 50       | 100     | all goals  | with measures | three years   | with peers    | in planning |
      And these rules of maturity
        | rule                      | is                 | when                   | basis |
        | level                     | mean               | reading of 5.2 is mean | guide |
        | level                     | middle of the span | otherwise              | own   |
        | aspect reaches the level  | at least           |                        | guide |
        | rise                      | 5 %                |                        | guide |
        | aspects needed            | 2                  |                        | guide |
        | trend counts as full from | 50 %               |                        | own   |
        | level rises only above    | 0 %                |                        | own   |
      And indicator B1 scores sites covered as its share
      And indicator D1 scores by maturity
        | aspect      | fact              |
        | disclosed   | goals disclosed   |
        | content     | goals content     |
        | trend       | goals trend       |
        | comparison  | goals comparison  |
        | integration | goals integration |
      And these findings
        | code | finding          | when                                                     | severity    | basis |
        | F1   | No look at peers | stage is full report; goals comparison is less than 50 % | observation | own   |

    Scenario: two aspects reach the level of 35 %
      When evaluated as of 2026-06-30
      Then indicator D1 reaches 40 %
      And indicator D1 scores 24

    Scenario: one aspect alone does not raise it
      Given goals trend is 30 %
      When evaluated as of 2026-06-30
      Then indicator D1 reaches 35 %

    Scenario: nothing that is written down stays nothing
      Given every maturity rating is 0 %
      When evaluated as of 2026-06-30
      Then indicator D1 reaches 0 %
