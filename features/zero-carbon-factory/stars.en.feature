# language: en
Feature: Stars
  The ladder is read from the top and the first row that holds decides. The rows are those of the grade table as
  reported: (70~80] three stars, (80~90] four, (90~100) five, 100 six, each with its own condition. Where the printed
  rows leave a hole, the setting on the reading says what follows; a score compares unrounded.

  Under the points of this card a factory without full removal reaches 98 at most, so that 100 points without removal arise
  only from another table of points.

  Background:
    Given the scorecard zero-carbon-factory

  Rule: Score and condition give the star
    Background:
      Given these grades
        | grade | more than | at least | at most | below | also requires                                                                                                                                     | basis                                |
        | 6     |           | 100      |         |       | source for six stars is grade table as reported; renewable electricity share is 100 %; removal ratio is 100 %                                     | star-table                           |
        | 6     |           | 100      |         |       | source for six stars is secondary sources; factory type is Type I; renewable electricity share is 100 %; offset ratio is 100 %                    | six-stars-secondary                  |
        | 6     |           | 100      |         |       | source for six stars is secondary sources; factory type is Type II; renewable electricity share is 100 %; removal ratio is 100 %                  | six-stars-secondary                  |
        | 5     | 90        |          |         |       | reading of the grade table is cascade; renewable electricity share is 100 %; offset ratio is 100 %                                                | star-table, star-table-hole          |
        | 5     | 90        |          |         | 100   | reading of the grade table is literal; renewable electricity share is 100 %; offset ratio is 100 %                                                | star-table                           |
        | 4     | 80        |          |         |       | reading of the grade table is cascade; offset ratio is at least 80 %                                                                              | star-table, star-table-hole          |
        | 4     | 80        |          | 90      |       | reading of the grade table is literal; offset ratio is at least 80 %                                                                              | star-table                           |
        | 3     | 70        |          |         |       | reading of the grade table is cascade; factory type is Type I; offset ratio is at least 50 %                                                      | star-table, star-table-hole          |
        | 3     | 70        |          |         |       | reading of the grade table is cascade; factory type is Type II; offset for three stars of Type II is fifty percent; offset ratio is at least 50 % | type-ii-three-stars, star-table-hole |
        | 3     | 70        |          |         |       | reading of the grade table is cascade; factory type is Type II; offset for three stars of Type II is no condition                                 | type-ii-three-stars, star-table-hole |
        | 3     | 70        |          | 80      |       | reading of the grade table is literal; factory type is Type I; offset ratio is at least 50 %                                                      | star-table                           |
        | 3     | 70        |          | 80      |       | reading of the grade table is literal; factory type is Type II; offset for three stars of Type II is fifty percent; offset ratio is at least 50 % | type-ii-three-stars                  |
        | 3     | 70        |          | 80      |       | reading of the grade table is literal; factory type is Type II; offset for three stars of Type II is no condition                                 | type-ii-three-stars                  |
      And the grades are called
        | grade | words       |
        | 6     | six stars   |
        | 5     | five stars  |
        | 4     | four stars  |
        | 3     | three stars |

    Scenario Outline: the star table, cascading
      Given the setting reading of the grade table is cascade
      And factory type is <type>
      And supposing the total score is <score>
      And supposing renewable electricity share is <share> %
      And supposing offset ratio is <offset> %
      And supposing removal ratio is <removal> %
      When evaluated as of 2025-06-30
      Then the grade is <grade>

      Examples:
        | score | type    | share | offset | removal | grade       |
        | 70    | Type I  | 0     | 50     | 0       | none        |
        | 70.01 | Type I  | 0     | 50     | 0       | three stars |
        | 80    | Type I  | 30    | 50     | 0       | three stars |
        | 80.01 | Type I  | 30    | 50     | 0       | three stars |
        | 80.01 | Type I  | 30    | 80     | 0       | four stars  |
        | 90    | Type I  | 69.61 | 80     | 0       | four stars  |
        | 90.01 | Type I  | 99    | 100    | 0       | four stars  |
        | 95    | Type I  | 100   | 100    | 0       | five stars  |
        | 100   | Type I  | 100   | 100    | 0       | five stars  |
        | 100   | Type I  | 100   | 100    | 100     | six stars   |
        | 99.99 | Type I  | 100   | 100    | 100     | five stars  |
        | 85    | Type I  | 40    | 49.99  | 0       | none        |
        | 85    | Type I  | 100   | 100    | 100     | four stars  |
        | 75    | Type II | 20    | 50     | 0       | three stars |
        | 95    | Type II | 100   | 80     | 0       | four stars  |

    Scenario Outline: the star table, literally
      Given the setting reading of the grade table is literal
      And factory type is <type>
      And supposing the total score is <score>
      And supposing renewable electricity share is <share> %
      And supposing offset ratio is <offset> %
      And supposing removal ratio is <removal> %
      When evaluated as of 2025-06-30
      Then the grade is <grade>

      Examples:
        | score | type    | share | offset | removal | grade       |
        | 70    | Type I  | 0     | 50     | 0       | none        |
        | 70.01 | Type I  | 0     | 50     | 0       | three stars |
        | 80    | Type I  | 30    | 50     | 0       | three stars |
        | 80.01 | Type I  | 30    | 50     | 0       | none        |
        | 80.01 | Type I  | 30    | 80     | 0       | four stars  |
        | 90    | Type I  | 69.61 | 80     | 0       | four stars  |
        | 90.01 | Type I  | 99    | 100    | 0       | none        |
        | 95    | Type I  | 100   | 100    | 0       | five stars  |
        | 100   | Type I  | 100   | 100    | 0       | none        |
        | 100   | Type I  | 100   | 100    | 100     | six stars   |
        | 99.99 | Type I  | 100   | 100    | 100     | five stars  |
        | 85    | Type I  | 40    | 49.99  | 0       | none        |
        | 85    | Type I  | 100   | 100    | 100     | four stars  |
        | 75    | Type II | 20    | 50     | 0       | three stars |
        | 95    | Type II | 100   | 80     | 0       | none        |

    Scenario Outline: six stars as reported ask full removal of both types
      Given the setting reading of the grade table is cascade
      And the setting source for six stars is grade table as reported
      And factory type is <type>
      And supposing the total score is <score>
      And supposing renewable electricity share is <share> %
      And supposing offset ratio is <offset> %
      And supposing removal ratio is <removal> %
      When evaluated as of 2025-06-30
      Then the grade is <grade>

      Examples:
        | score | type    | share | offset | removal | grade      |
        | 100   | Type I  | 100   | 100    | 100     | six stars  |
        | 100   | Type II | 100   | 100    | 100     | six stars  |
        | 100   | Type I  | 100   | 100    | 99.99   | five stars |
        | 100   | Type II | 100   | 100    | 0       | five stars |
        | 100   | Type I  | 99.99 | 100    | 100     | four stars |

    Scenario Outline: six stars after the secondary sources differ by type
      Given the setting reading of the grade table is cascade
      And the setting source for six stars is secondary sources
      And factory type is <type>
      And supposing the total score is <score>
      And supposing renewable electricity share is <share> %
      And supposing offset ratio is <offset> %
      And supposing removal ratio is <removal> %
      When evaluated as of 2025-06-30
      Then the grade is <grade>

      Examples:
        | score | type    | share | offset | removal | grade      |
        | 100   | Type I  | 100   | 100    | 0       | six stars  |
        | 100   | Type II | 100   | 100    | 0       | five stars |
        | 100   | Type II | 100   | 100    | 100     | six stars  |
        | 99.99 | Type I  | 100   | 100    | 0       | five stars |
        | 99.99 | Type II | 100   | 100    | 100     | five stars |
        | 100   | Type I  | 100   | 100    | 100     | six stars  |
        | 100   | Type I  | 99.99 | 100    | 0       | four stars |
        | 100   | Type II | 99.99 | 100    | 100     | four stars |
        | 100   | Type I  | 100   | 99.99  | 0       | four stars |
        | 100   | Type II | 100   | 100    | 99.99   | five stars |

    Scenario Outline: five and four stars, cascading, on both sides of each edge
      Given the setting reading of the grade table is cascade
      And factory type is <type>
      And supposing the total score is <score>
      And supposing renewable electricity share is <share> %
      And supposing offset ratio is <offset> %
      And supposing removal ratio is <removal> %
      When evaluated as of 2025-06-30
      Then the grade is <grade>

      Examples:
        | score | type    | share | offset | removal | grade       |
        | 90.01 | Type I  | 100   | 100    | 0       | five stars  |
        | 90    | Type I  | 100   | 100    | 0       | four stars  |
        | 95    | Type I  | 99.99 | 100    | 0       | four stars  |
        | 95    | Type I  | 100   | 99.99  | 0       | four stars  |
        | 80.01 | Type I  | 0     | 80     | 0       | four stars  |
        | 80    | Type I  | 0     | 80     | 0       | three stars |
        | 85    | Type I  | 0     | 79.99  | 0       | three stars |
        | 95    | Type II | 0     | 80     | 0       | four stars  |

    Scenario Outline: five and four stars, literally, on both sides of each edge
      Given the setting reading of the grade table is literal
      And factory type is <type>
      And supposing the total score is <score>
      And supposing renewable electricity share is <share> %
      And supposing offset ratio is <offset> %
      And supposing removal ratio is <removal> %
      When evaluated as of 2025-06-30
      Then the grade is <grade>

      Examples:
        | score | type   | share | offset | removal | grade       |
        | 90.01 | Type I | 100   | 100    | 0       | five stars  |
        | 90    | Type I | 100   | 100    | 0       | four stars  |
        | 99.99 | Type I | 100   | 100    | 0       | five stars  |
        | 100   | Type I | 100   | 100    | 99.99   | none        |
        | 95    | Type I | 99.99 | 100    | 0       | none        |
        | 95    | Type I | 100   | 99.99  | 0       | none        |
        | 80.01 | Type I | 0     | 80     | 0       | four stars  |
        | 80    | Type I | 0     | 80     | 0       | three stars |
        | 90    | Type I | 0     | 80     | 0       | four stars  |
        | 90.01 | Type I | 0     | 80     | 0       | none        |
        | 85    | Type I | 0     | 79.99  | 0       | none        |

    Scenario Outline: three stars, cascading, with fifty percent for both types
      Given the setting reading of the grade table is cascade
      And the setting offset for three stars of Type II is fifty percent
      And factory type is <type>
      And supposing the total score is <score>
      And supposing renewable electricity share is <share> %
      And supposing offset ratio is <offset> %
      And supposing removal ratio is <removal> %
      When evaluated as of 2025-06-30
      Then the grade is <grade>

      Examples:
        | score | type    | share | offset | removal | grade       |
        | 70.01 | Type I  | 0     | 50     | 0       | three stars |
        | 70    | Type I  | 0     | 50     | 0       | none        |
        | 75    | Type I  | 0     | 49.99  | 0       | none        |
        | 70.01 | Type II | 0     | 50     | 0       | three stars |
        | 70    | Type II | 0     | 50     | 0       | none        |
        | 75    | Type II | 0     | 49.99  | 0       | none        |

    Scenario Outline: three stars, literally, with fifty percent for both types
      Given the setting reading of the grade table is literal
      And the setting offset for three stars of Type II is fifty percent
      And factory type is <type>
      And supposing the total score is <score>
      And supposing renewable electricity share is <share> %
      And supposing offset ratio is <offset> %
      And supposing removal ratio is <removal> %
      When evaluated as of 2025-06-30
      Then the grade is <grade>

      Examples:
        | score | type    | share | offset | removal | grade       |
        | 70.01 | Type I  | 0     | 50     | 0       | three stars |
        | 70    | Type I  | 0     | 50     | 0       | none        |
        | 75    | Type I  | 0     | 49.99  | 0       | none        |
        | 80    | Type I  | 0     | 50     | 0       | three stars |
        | 80.01 | Type I  | 0     | 50     | 0       | none        |
        | 70.01 | Type II | 0     | 50     | 0       | three stars |
        | 70    | Type II | 0     | 50     | 0       | none        |
        | 75    | Type II | 0     | 49.99  | 0       | none        |
        | 80    | Type II | 0     | 50     | 0       | three stars |
        | 80.01 | Type II | 0     | 50     | 0       | none        |

    Scenario Outline: three stars of Type II without a condition, cascading
      Given the setting reading of the grade table is cascade
      And the setting offset for three stars of Type II is no condition
      And factory type is <type>
      And supposing the total score is <score>
      And supposing renewable electricity share is <share> %
      And supposing offset ratio is <offset> %
      And supposing removal ratio is <removal> %
      When evaluated as of 2025-06-30
      Then the grade is <grade>

      Examples:
        | score | type    | share | offset | removal | grade       |
        | 70.01 | Type II | 0     | 0      | 0       | three stars |
        | 70    | Type II | 0     | 0      | 0       | none        |
        | 75    | Type I  | 0     | 0      | 0       | none        |
        | 75    | Type II | 0     | 50     | 0       | three stars |
        | 95    | Type II | 0     | 0      | 0       | three stars |

    Scenario Outline: three stars of Type II without a condition, literally
      Given the setting reading of the grade table is literal
      And the setting offset for three stars of Type II is no condition
      And factory type is <type>
      And supposing the total score is <score>
      And supposing renewable electricity share is <share> %
      And supposing offset ratio is <offset> %
      And supposing removal ratio is <removal> %
      When evaluated as of 2025-06-30
      Then the grade is <grade>

      Examples:
        | score | type    | share | offset | removal | grade       |
        | 70.01 | Type II | 0     | 0      | 0       | three stars |
        | 70    | Type II | 0     | 0      | 0       | none        |
        | 75    | Type I  | 0     | 0      | 0       | none        |
        | 75    | Type II | 0     | 50     | 0       | three stars |
        | 80    | Type II | 0     | 0      | 0       | three stars |
        | 80.01 | Type II | 0     | 0      | 0       | none        |

    Scenario: a factory without a star is not graded
      Given the setting reading of the grade table is cascade
      And supposing the total score is 70
      When evaluated as of 2025-06-30
      Then the grade is none
      And the conclusion is not graded
