# language: en
Feature: How each level leads to the next

  Background:
    Given the scorecard cdp-climate

  Rule: Levels
    Background:
      Given these conditions
        | condition | label                       | holds when                                                                                                                                                                                               | basis                           |
        | aware     | awareness level is reached  | the questionnaire is answered is yes; share of disclosure points achieved is at least 80 %; essential criteria of the awareness level are met is yes; share of awareness points achieved is at least 1 % | levels, bands, essential, whole |
        | managed   | management level is reached | awareness level is reached holds; share of awareness points achieved is at least 80 %; essential criteria of the management level are met is yes; share of management points achieved is at least 1 %    | levels, bands, essential, whole |
        | led       | leadership level is reached | management level is reached holds; share of management points achieved is at least 80 %; essential criteria of the leadership level are met is yes; share of leadership points achieved is at least 1 %  | levels, bands, essential, whole |

    Scenario Outline: The boundaries of the grades from F to A
      Given answered is <answered>
      And disclosure is <d>
      And awareness is <a>
      And management is <m>
      And leadership is <l>
      When evaluated as of 2026-12-01
      Then the grade is <grade>

      Examples:
        | answered | d       | a       | m       | l       | grade   |
        | no       | 100 %   | 100 %   | 100 %   | 100 %   | f       |
        | yes      | 1 %     | 100 %   | 100 %   | 100 %   | d_minus |
        | yes      | 44.99 % | 100 %   | 100 %   | 100 %   | d_minus |
        | yes      | 45 %    | 100 %   | 100 %   | 100 %   | d       |
        | yes      | 79.99 % | 100 %   | 100 %   | 100 %   | d       |
        | yes      | 80 %    | 0.99 %  | 100 %   | 100 %   | d       |
        | yes      | 80 %    | 1 %     | 100 %   | 100 %   | c_minus |
        | yes      | 80 %    | 44.99 % | 100 %   | 100 %   | c_minus |
        | yes      | 80 %    | 45 %    | 100 %   | 100 %   | c       |
        | yes      | 80 %    | 79.99 % | 100 %   | 100 %   | c       |
        | yes      | 80 %    | 80 %    | 0.99 %  | 100 %   | c       |
        | yes      | 80 %    | 80 %    | 1 %     | 100 %   | b_minus |
        | yes      | 80 %    | 80 %    | 44.99 % | 100 %   | b_minus |
        | yes      | 80 %    | 80 %    | 45 %    | 100 %   | b       |
        | yes      | 80 %    | 80 %    | 79.99 % | 100 %   | b       |
        | yes      | 80 %    | 80 %    | 80 %    | 0.99 %  | b       |
        | yes      | 80 %    | 80 %    | 80 %    | 1 %     | a_minus |
        | yes      | 80 %    | 80 %    | 80 %    | 79.99 % | a_minus |
        | yes      | 80 %    | 80 %    | 80 %    | 80 %    | a       |

    Scenario Outline: Missing criteria limit the grade
      Given disclosure is 90 %
      And awareness is 90 %
      And management is 90 %
      And leadership is 90 %
      And <change>
      When evaluated as of 2026-12-01
      Then the grade is <grade>

      Examples:
        | change                     | grade   |
        | essential_awareness is no  | d       |
        | essential_management is no | c       |
        | essential_leadership is no | b       |
        | a_list is no               | a_minus |

    Scenario: An unknown share leaves several grades possible
      Given management is 80 %
      And leadership is missing
      When evaluated as of 2026-12-01
      Then the possible grades are a, a_minus, b
