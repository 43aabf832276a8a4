# language: en
Feature: Climate disclosure under ESRS E1
  Whether a company is subject to the directive on sustainability reporting, which set of standards applies to its year,
  and which climate data are missing.

  Background:
    Given this scorecard
      | field           | value                                                                                                                              |
      | id              | disclosure-csrd-e1                                                                                                                 |
      | version         | 2.0.0                                                                                                                              |
      | supersedes      | 1.0.0                                                                                                                              |
      | title           | Climate disclosure under ESRS E1                                                                                                   |
      | subject         | company                                                                                                                            |
      | attestation     | self-assessment                                                                                                                    |
      | time zone       | Europe/Brussels                                                                                                                    |
      | effective from  | 2026-07-03                                                                                                                         |
      | rounding        | half-even, 2 decimals                                                                                                              |
      | not applicable  | refuse                                                                                                                             |
      | does not assess | documents that support the declared facts: the sustainability report, the accounts of the year and the average number of employees |
      | does not assess | whether a company was subject to the directive for years before 2027                                                               |
      | does not assess | companies outside the Union, groups, and the law of Member States                                                                  |
      | does not assess | the judgement of materiality and the quality of the disclosure                                                                     |
      | does not assess | the other standards of the ESRS set                                                                                                |
      | does not assess | transitional reliefs of the first set, which allow data to be omitted for a time                                                   |
    And these bases
      | basis      | instrument              | clause       | certainty   | note                                                                                                                                                                                                                                                                                                                                                                       |
      | bound      | Directive (EU) 2026/470 | -            | secondary   | From financial year 2027, a company with more than 1,000 employees on average and net turnover above 450 million EUR must report. It must report under the European Sustainability Reporting Standards (ESRS). One of the two conditions is not enough. Reported by secondary sources.                                                                                     |
      | declared   | ESRS 2026               | -            | secondary   | For a financial year that begins in 2026, a company may choose between two sets of European Sustainability Reporting Standards (ESRS). They are the first set (standards of 2023) and the set of 2026. The report of the company must state which set it uses. Reported by secondary sources.                                                                              |
      | set        | ESRS 2026               | -            | secondary   | A financial year that begins on or after 2027-01-01 must use the 2026 set of European Sustainability Reporting Standards (ESRS). A financial year that begins from 2024-01-01 to 2026-12-31 may use the first ESRS set, Regulation (EU) 2023/2772. Reported by secondary sources.                                                                                          |
      | figures    | ESRS                    | E1-5 to E1-8 | secondary   | If climate change is material for the company, it must report gross scope 1, scope 2 and scope 3 emissions and the total. Scope 2 emissions must be reported by both the location-based and the market-based method. The company must also report its energy mix, targets, removals, carbon credits (separately) and internal carbon price. Reported by secondary sources. |
      | credits    | ESRS                    | E1-4         | secondary   | A company must not count carbon credits towards its emission reduction targets. Stated from memory, not checked against the text.                                                                                                                                                                                                                                          |
      | plan       | ESRS 2026               | -            | secondary   | From financial year 2027, if a company's transition plan is not compatible with limiting warming to 1.5 °C, its report must say this. Reported by secondary sources.                                                                                                                                                                                                       |
      | not-before | disclosure-csrd-e1      | -            | own reading | We do not accept the ESRS set of 2026 for financial years that begin before 2026-01-01, because the sources read do not mention such use.                                                                                                                                                                                                                                  |
      | entered    | disclosure-csrd-e1      | -            | own reading | We require the climate data of ESRS E1 only if climate change is material for the company. No evidence document is required for individual facts; a declaration is sufficient.                                                                                                                                                                                             |
    And these facts
      | fact           | label                                             | type   | unit | one of                             | at least | may lie ahead | given |
      | employees      | average number of employees                       | number |      |                                    | 0        |               | yes   |
      | turnover       | net turnover                                      | number | EUR  |                                    | 0        |               | yes   |
      | begins         | first day of the financial year                   | date   |      |                                    |          | yes           | yes   |
      | reports        | the company reports under ESRS                    | flag   |      |                                    |          |               | yes   |
      | standards      | set of ESRS standards used                        | choice |      | first_set, set_of_2026, undeclared |          |               |       |
      | material       | climate change is material                        | flag   |      |                                    |          |               |       |
      | scope_1        | gross scope 1 emissions are stated                | flag   |      |                                    |          |               |       |
      | scope_2_place  | gross location-based scope 2 emissions are stated | flag   |      |                                    |          |               |       |
      | scope_2_market | gross market-based scope 2 emissions are stated   | flag   |      |                                    |          |               |       |
      | scope_3        | gross scope 3 emissions are stated                | flag   |      |                                    |          |               |       |
      | all_scopes     | total emissions are stated                        | flag   |      |                                    |          |               |       |
      | energy         | energy mix is stated                              | flag   |      |                                    |          |               |       |
      | targets        | targets are stated                                | flag   |      |                                    |          |               |       |
      | removals       | removals are stated                               | flag   |      |                                    |          |               |       |
      | credits_apart  | carbon credits are stated separately              | flag   |      |                                    |          |               |       |
      | price          | internal carbon price is stated                   | flag   |      |                                    |          |               |       |
      | by_credits     | a target is met with carbon credits               | flag   |      |                                    |          |               |       |
      | plan           | a transition plan is published                    | flag   |      |                                    |          |               |       |
      | compatible     | the plan is compatible with 1.5 °C                | flag   |      |                                    |          |               |       |
      | said_so        | the report states that the plan is not compatible | flag   |      |                                    |          |               |       |
    And the choices of set of ESRS standards used
      | value       | words            |
      | first_set   | first ESRS set   |
      | set_of_2026 | ESRS set of 2026 |
      | undeclared  | undeclared       |
    And this reference case
      | fact                                              | value            |
      | average number of employees                       | 1001             |
      | net turnover                                      | 450000001 EUR    |
      | first day of the financial year                   | 2027-01-01       |
      | the company reports under ESRS                    | yes              |
      | set of ESRS standards used                        | ESRS set of 2026 |
      | climate change is material                        | yes              |
      | gross scope 1 emissions are stated                | yes              |
      | gross location-based scope 2 emissions are stated | yes              |
      | gross market-based scope 2 emissions are stated   | yes              |
      | gross scope 3 emissions are stated                | yes              |
      | total emissions are stated                        | yes              |
      | energy mix is stated                              | yes              |
      | targets are stated                                | yes              |
      | removals are stated                               | yes              |
      | carbon credits are stated separately              | yes              |
      | internal carbon price is stated                   | yes              |
      | a target is met with carbon credits               | no               |
      | a transition plan is published                    | yes              |
      | the plan is compatible with 1.5 °C                | yes              |
      | the report states that the plan is not compatible | no               |

  Rule: First year in which the directive applies

    Scenario: All required information is stated
      When evaluated as of 2028-06-01
      Then gate DS-01 is met
      And gate DS-03 is met
      And gate DS-04-S1 is met
      And gate DS-06 is met
      And the conclusion is scored
