# language: en
Feature: Stars
  The table is read from the top; the first row that is satisfied decides. The rows are those of the grade table as
  reported: (70~80] three stars, (80~90] four, (90~100) five, 100 six, each with its own condition. Where a score
  matches no printed row, the setting on the interpretation decides. Scores are compared unrounded.

  With the points of this scorecard, a factory without full removal reaches 98 at most. A score of 100 without full
  removal is possible only with another table of points.

  Background:
    Given the scorecard zero-carbon-factory

  Rule: Score and condition decide the star
    Background:
      Given these grades
        | grade | more than | at least | at most | below | also requires                                                                                                                                            | basis                                |
        | 6     |           | 100      |         |       | source for six stars is grade table as reported; renewable electricity share is 100 %; removal ratio is 100 %                                            | star-table                           |
        | 6     |           | 100      |         |       | source for six stars is secondary sources; factory type is Type I; renewable electricity share is 100 %; offset ratio is 100 %                           | six-stars-secondary                  |
        | 6     |           | 100      |         |       | source for six stars is secondary sources; factory type is Type II; renewable electricity share is 100 %; removal ratio is 100 %                         | six-stars-secondary                  |
        | 5     | 90        |          |         |       | interpretation of the grade table is cascade; renewable electricity share is 100 %; offset ratio is 100 %                                                | star-table, star-table-hole          |
        | 5     | 90        |          |         | 100   | interpretation of the grade table is literal; renewable electricity share is 100 %; offset ratio is 100 %                                                | star-table                           |
        | 4     | 80        |          |         |       | interpretation of the grade table is cascade; offset ratio is at least 80 %                                                                              | star-table, star-table-hole          |
        | 4     | 80        |          | 90      |       | interpretation of the grade table is literal; offset ratio is at least 80 %                                                                              | star-table                           |
        | 3     | 70        |          |         |       | interpretation of the grade table is cascade; factory type is Type I; offset ratio is at least 50 %                                                      | star-table, star-table-hole          |
        | 3     | 70        |          |         |       | interpretation of the grade table is cascade; factory type is Type II; offset for three stars of Type II is fifty percent; offset ratio is at least 50 % | type-ii-three-stars, star-table-hole |
        | 3     | 70        |          |         |       | interpretation of the grade table is cascade; factory type is Type II; offset for three stars of Type II is no condition                                 | type-ii-three-stars, star-table-hole |
        | 3     | 70        |          | 80      |       | interpretation of the grade table is literal; factory type is Type I; offset ratio is at least 50 %                                                      | star-table                           |
        | 3     | 70        |          | 80      |       | interpretation of the grade table is literal; factory type is Type II; offset for three stars of Type II is fifty percent; offset ratio is at least 50 % | type-ii-three-stars                  |
        | 3     | 70        |          | 80      |       | interpretation of the grade table is literal; factory type is Type II; offset for three stars of Type II is no condition                                 | type-ii-three-stars                  |
      And the grades are called
        | grade | words       |
        | 6     | six stars   |
        | 5     | five stars  |
        | 4     | four stars  |
        | 3     | three stars |

    Scenario Outline: Grade table, cascade interpretation
      Given the setting interpretation of the grade table is cascade
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

    Scenario Outline: Grade table, literal interpretation
      Given the setting interpretation of the grade table is literal
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

    Scenario Outline: Six stars as reported require full removal for both types
      Given the setting interpretation of the grade table is cascade
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

    Scenario Outline: Six stars according to secondary sources depend on the type
      Given the setting interpretation of the grade table is cascade
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

    Scenario Outline: Five and four stars, cascade: both sides of each boundary
      Given the setting interpretation of the grade table is cascade
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

    Scenario Outline: Five and four stars, literal: both sides of each boundary
      Given the setting interpretation of the grade table is literal
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

    Scenario Outline: Three stars, cascade: fifty percent offset for both types
      Given the setting interpretation of the grade table is cascade
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

    Scenario Outline: Three stars, literal: fifty percent offset for both types
      Given the setting interpretation of the grade table is literal
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

    Scenario Outline: Type II three stars without a condition, cascade
      Given the setting interpretation of the grade table is cascade
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

    Scenario Outline: Type II three stars without a condition, literal
      Given the setting interpretation of the grade table is literal
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

    Scenario: A factory without a star is not graded
      Given the setting interpretation of the grade table is cascade
      And supposing the total score is 70
      When evaluated as of 2025-06-30
      Then the grade is none
      And the conclusion is not graded
