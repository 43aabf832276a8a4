# language: en
Feature: Climate disclosure under ESRS E1
  Whether a company is bound by the directive on sustainability reporting, which set of standards its year asks for, and
  which climate figures are missing.

  Background:
    Given this scorecard
      | field           | value                                                                                                     |
      | id              | disclosure-csrd-e1                                                                                        |
      | version         | 2.0.0                                                                                                     |
      | supersedes      | 1.0.0                                                                                                     |
      | title           | Climate disclosure under ESRS E1                                                                          |
      | subject         | company                                                                                                   |
      | attestation     | self-assessment                                                                                           |
      | time zone       | Europe/Brussels                                                                                           |
      | effective from  | 2026-11-23                                                                                                |
      | rounding        | half-even, 2 decimals                                                                                     |
      | not applicable  | refuse                                                                                                    |
      | does not assess | papers behind what is declared: the sustainability report, accounts of the year, mean number of employees |
      | does not assess | whether a company was bound for years before 2027                                                         |
      | does not assess | companies outside the Union, groups, and laws of member states                                            |
      | does not assess | the judgement of what is material, and the quality of what is told                                        |
      | does not assess | the other standards of the set                                                                            |
      | does not assess | reliefs of the first set, under which a figure may be left out for a time                                 |
    And these bases
      | basis      | instrument              | clause       | certainty   | note                                                                                                                             |
      | bound      | Directive (EU) 2026/470 | -            | secondary   | More than 1,000 employees on average and net turnover above 450 million EUR, both, for years from 2027.                          |
      | declared   | ESRS 2026               | -            | secondary   | For 2026 either set may be used, and the report says which.                                                                      |
      | set        | ESRS 2026               | -            | secondary   | Binding for years that begin on or after 2027-01-01; the first set, Regulation (EU) 2023/2772, for earlier ones from 2024-01-01. |
      | figures    | ESRS                    | E1-5 to E1-8 | secondary   | Gross scope 1, scope 2 by both methods, scope 3 and total, energy mix, targets, removals, credits apart, internal price.         |
      | credits    | ESRS                    | E1-4         | secondary   | Recalled: credits do not count towards a target.                                                                                 |
      | plan       | ESRS 2026               | -            | secondary   | A plan that is not compatible with 1.5 °C says so.                                                                               |
      | not-before | disclosure-csrd-e1      | -            | own reading | The set of 2026 is not used for years that begin before 2026-01-01.                                                              |
      | entered    | disclosure-csrd-e1      | -            | own reading | Climate is asked about only if it is material. No paper is named for single facts: a declaration suffices.                       |
    And these facts
      | fact           | label                                           | type   | unit | one of                             | at least | may lie ahead | given |
      | employees      | average number of employees                     | number |      |                                    | 0        |               | yes   |
      | turnover       | net turnover                                    | number | EUR  |                                    | 0        |               | yes   |
      | begins         | first day of the financial year                 | date   |      |                                    |          | yes           | yes   |
      | reports        | the company reports under ESRS                  | flag   |      |                                    |          |               | yes   |
      | standards      | set of standards used                           | choice |      | first_set, set_of_2026, undeclared |          |               |       |
      | material       | climate change is material                      | flag   |      |                                    |          |               |       |
      | scope_1        | gross scope 1 is stated                         | flag   |      |                                    |          |               |       |
      | scope_2_place  | gross scope 2 by location is stated             | flag   |      |                                    |          |               |       |
      | scope_2_market | gross scope 2 by market is stated               | flag   |      |                                    |          |               |       |
      | scope_3        | gross scope 3 is stated                         | flag   |      |                                    |          |               |       |
      | all_scopes     | total emissions are stated                      | flag   |      |                                    |          |               |       |
      | energy         | energy mix is stated                            | flag   |      |                                    |          |               |       |
      | targets        | targets are stated                              | flag   |      |                                    |          |               |       |
      | removals       | removals are stated                             | flag   |      |                                    |          |               |       |
      | credits_apart  | credits are stated apart                        | flag   |      |                                    |          |               |       |
      | price          | internal carbon price is stated                 | flag   |      |                                    |          |               |       |
      | by_credits     | a target is met by credits                      | flag   |      |                                    |          |               |       |
      | plan           | a transition plan is published                  | flag   |      |                                    |          |               |       |
      | compatible     | the plan is compatible with 1.5 °C              | flag   |      |                                    |          |               |       |
      | said_so        | the report says that the plan is not compatible | flag   |      |                                    |          |               |       |
    And the choices of set of standards used
      | value       | words        |
      | first_set   | first set    |
      | set_of_2026 | set of 2026  |
      | undeclared  | not declared |
    And this reference case
      | fact                                            | value         |
      | average number of employees                     | 1001          |
      | net turnover                                    | 450000001 EUR |
      | first day of the financial year                 | 2027-01-01    |
      | the company reports under ESRS                  | yes           |
      | set of standards used                           | set of 2026   |
      | climate change is material                      | yes           |
      | gross scope 1 is stated                         | yes           |
      | gross scope 2 by location is stated             | yes           |
      | gross scope 2 by market is stated               | yes           |
      | gross scope 3 is stated                         | yes           |
      | total emissions are stated                      | yes           |
      | energy mix is stated                            | yes           |
      | targets are stated                              | yes           |
      | removals are stated                             | yes           |
      | credits are stated apart                        | yes           |
      | internal carbon price is stated                 | yes           |
      | a target is met by credits                      | no            |
      | a transition plan is published                  | yes           |
      | the plan is compatible with 1.5 °C              | yes           |
      | the report says that the plan is not compatible | no            |

  Rule: The first year in which it is bound

    Scenario: everything is stated
      When evaluated as of 2028-06-01
      Then gate DS-01 is met
      And gate DS-03 is met
      And gate DS-04-S1 is met
      And gate DS-06 is met
      And the conclusion is scored
