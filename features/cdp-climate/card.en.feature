# language: en
Feature: CDP climate questionnaire score
  Which grade results from the points of four levels, how each level leads to the next, and which conditions limit the grade.

  Background:
    Given this scorecard
      | field           | value                                                                                              |
      | id              | cdp-climate                                                                                        |
      | version         | 2.0.0                                                                                              |
      | supersedes      | 1.0.0                                                                                              |
      | title           | CDP climate questionnaire score                                                                    |
      | subject         | company                                                                                            |
      | attestation     | self-assessment                                                                                    |
      | time zone       | Etc/UTC                                                                                            |
      | effective from  | 2024-01-01                                                                                         |
      | rounding        | half-even, 2 decimals                                                                              |
      | not applicable  | refuse                                                                                             |
      | does not assess | documents that support the declared facts: the submitted questionnaire and the report on its score |
      | does not assess | points of individual questions (not found)                                                         |
      | does not assess | the score bands of this year (not found)                                                           |
      | does not assess | which criteria are essential; whether they are met is used as declared                             |
    And these bases
      | basis     | instrument               | clause | certainty   | note                                                                                                                                                                                                                                                                                                                                                     |
      | levels    | CDP scoring introduction | -      | confirmed   | CDP scores the climate answers of a company on four levels: disclosure, awareness, management and leadership. A company reaches a level only after it has passed the level below.                                                                                                                                                                        |
      | none      | CDP scoring introduction | -      | secondary   | A company receives the grade F if CDP asked it to answer the questionnaire and it did not answer. Reported by secondary sources.                                                                                                                                                                                                                         |
      | bands     | CDP scoring introduction | -      | secondary   | Within a level, 1 to 44 % of the points result in the lower grade (such as B−). From 45 to 79 %, the result is the higher grade (such as B); from 80 %, the company can enter the next level. On the leadership level, 80 % or more results in A and less than 80 % in A−. Stated from memory for the editions until 2023, not checked against the text. |
      | essential | CDP scoring introduction | -      | secondary   | Since 2024, a company reaches the levels awareness, management and leadership only if it meets all essential criteria of the level. Reported by secondary sources.                                                                                                                                                                                       |
      | a-list    | CDP scoring introduction | -      | secondary   | For the grade A, a company must also meet the additional criteria of the A list, such as verification, targets and no exclusions. Reported by secondary sources.                                                                                                                                                                                         |
      | whole     | cdp-climate              | -      | own reading | The grade depends on printed bands of points, such as 1 to 44 % and 45 to 79 %. Values between two bands, such as 44.5 %, are not specified; we assign them to the lower band. We treat a level below 1 % as not reached. Less than 1 % on the disclosure level cannot be entered, because no grade for it was found.                                    |
      | entered   | cdp-climate              | -      | own reading | No source names an evidence document for the points and criteria of the grade. We accept the declaration of the company.                                                                                                                                                                                                                                 |
    And these facts
      | fact                 | label                                              | type   | unit | at least | at most | given |
      | answered             | the questionnaire is answered                      | flag   |      |          |         | yes   |
      | disclosure           | share of disclosure points achieved                | number | %    | 1        | 100     |       |
      | awareness            | share of awareness points achieved                 | number | %    | 0        | 100     |       |
      | management           | share of management points achieved                | number | %    | 0        | 100     |       |
      | leadership           | share of leadership points achieved                | number | %    | 0        | 100     |       |
      | essential_awareness  | essential criteria of the awareness level are met  | flag   |      |          |         |       |
      | essential_management | essential criteria of the management level are met | flag   |      |          |         |       |
      | essential_leadership | essential criteria of the leadership level are met | flag   |      |          |         |       |
      | a_list               | criteria of the A list are met                     | flag   |      |          |         |       |
    And these grades
      | grade   | also requires                                                                                                                  | basis                    |
      | a       | leadership level is reached holds; share of leadership points achieved is at least 80 %; criteria of the A list are met is yes | bands, a-list, entered   |
      | a_minus | leadership level is reached holds                                                                                              | bands, essential, levels |
      | b       | management level is reached holds; share of management points achieved is at least 45 %                                        | bands, whole             |
      | b_minus | management level is reached holds                                                                                              | bands, essential, levels |
      | c       | awareness level is reached holds; share of awareness points achieved is at least 45 %                                          | bands, whole             |
      | c_minus | awareness level is reached holds                                                                                               | bands, essential, levels |
      | d       | the questionnaire is answered is yes; share of disclosure points achieved is at least 45 %                                     | bands, whole             |
      | d_minus | the questionnaire is answered is yes                                                                                           | bands                    |
      | f       |                                                                                                                                | none                     |
    And the grades are called
      | grade   | words |
      | a       | A     |
      | a_minus | A−    |
      | b       | B     |
      | b_minus | B−    |
      | c       | C     |
      | c_minus | C−    |
      | d       | D     |
      | d_minus | D−    |
      | f       | F     |
    And this reference case
      | fact                                               | value |
      | the questionnaire is answered                      | yes   |
      | share of disclosure points achieved                | 92 %  |
      | share of awareness points achieved                 | 81 %  |
      | share of management points achieved                | 77 %  |
      | share of leadership points achieved                | 0 %   |
      | essential criteria of the awareness level are met  | yes   |
      | essential criteria of the management level are met | yes   |
      | essential criteria of the leadership level are met | yes   |
      | criteria of the A list are met                     | yes   |

  Rule: Example of a scored questionnaire

    Scenario: 77 % of the management points do not reach leadership
      When evaluated as of 2026-12-01
      Then the grade is b
