# language: en
Feature: Score of a climate answer to CDP
  Which letter the shares of four levels come to, how one level opens the next, and what caps the letter.

  Background:
    Given this scorecard
      | field           | value                                                                                       |
      | id              | cdp-climate                                                                                 |
      | version         | 1.0.1                                                                                       |
      | supersedes      | 1.0.0                                                                                       |
      | title           | Score of a climate answer to CDP                                                            |
      | subject         | company                                                                                     |
      | attestation     | self-assessment                                                                             |
      | time zone       | Etc/UTC                                                                                     |
      | effective from  | 2026-11-23                                                                                  |
      | rounding        | half-even, 2 decimals                                                                       |
      | not applicable  | refuse                                                                                      |
      | does not assess | papers behind what is declared: the questionnaire as submitted, and the report on its score |
      | does not assess | points of single questions, which were not found                                            |
      | does not assess | the bands of this year, which were not found                                                |
      | does not assess | which criteria are essential, which is taken as entered                                     |
    And these bases
      | basis     | instrument               | clause | certainty   | note                                                                                                                                                                                |
      | levels    | CDP scoring introduction | -      | confirmed   | Disclosure, awareness, management, leadership, each opened by the level below.                                                                                                      |
      | none      | CDP scoring introduction | -      | secondary   | Who was asked and does not answer gets F.                                                                                                                                           |
      | bands     | CDP scoring introduction | -      | secondary   | Recalled of editions until 2023: 1 to 44 % is the lower letter, 45 to 79 % the higher, from 80 % the next level opens; in leadership 80 % give an A.                                |
      | essential | CDP scoring introduction | -      | secondary   | Since 2024 a level whose essential criteria are not all met is not reached.                                                                                                         |
      | a-list    | CDP scoring introduction | -      | secondary   | An A also asks for verification, targets and no exclusion.                                                                                                                          |
      | whole     | cdp-climate              | -      | own reading | Shares between the printed bands belong to the lower band. A level with less than 1 % is not reached. Of less than 1 % of disclosure no letter was found, so it can not be entered. |
      | entered   | cdp-climate              | -      | own reading | No paper is named for single facts: a declaration suffices.                                                                                                                         |
    And these facts
      | fact                 | label                                    | type   | unit | at least | at most | given |
      | answered             | the questionnaire is answered            | flag   |      |          |         | yes   |
      | disclosure           | share of disclosure                      | number | %    | 1        | 100     |       |
      | awareness            | share of awareness                       | number | %    | 0        | 100     |       |
      | management           | share of management                      | number | %    | 0        | 100     |       |
      | leadership           | share of leadership                      | number | %    | 0        | 100     |       |
      | essential_awareness  | essential criteria of awareness are met  | flag   |      |          |         |       |
      | essential_management | essential criteria of management are met | flag   |      |          |         |       |
      | essential_leadership | essential criteria of leadership are met | flag   |      |          |         |       |
      | a_list               | criteria of the A list are met           | flag   |      |          |         |       |
    And these grades
      | grade   | also requires                                                                                            | basis                    |
      | a       | leadership is reached holds; share of leadership is at least 80 %; criteria of the A list are met is yes | bands, a-list, entered   |
      | a_minus | leadership is reached holds                                                                              | bands, essential, levels |
      | b       | management is reached holds; share of management is at least 45 %                                        | bands, whole             |
      | b_minus | management is reached holds                                                                              | bands, essential, levels |
      | c       | awareness is reached holds; share of awareness is at least 45 %                                          | bands, whole             |
      | c_minus | awareness is reached holds                                                                               | bands, essential, levels |
      | d       | the questionnaire is answered is yes; share of disclosure is at least 45 %                               | bands, whole             |
      | d_minus | the questionnaire is answered is yes                                                                     | bands                    |
      | f       |                                                                                                          | none                     |
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
      | fact                                     | value |
      | the questionnaire is answered            | yes   |
      | share of disclosure                      | 92 %  |
      | share of awareness                       | 81 %  |
      | share of management                      | 77 %  |
      | share of leadership                      | 0 %   |
      | essential criteria of awareness are met  | yes   |
      | essential criteria of management are met | yes   |
      | essential criteria of leadership are met | yes   |
      | criteria of the A list are met           | yes   |

  Rule: The worked answer

    Scenario: 77 % of management stay below leadership
      When evaluated as of 2026-12-01
      Then the grade is b
