# language: en
Feature: Sustainability report under the guidelines of the Chinese exchanges
  Whether a listed company must publish a sustainability report, whether it was published in time, and whether climate
  figures and materiality stand in it.

  Background:
    Given this scorecard
      | field           | value                                                                                   |
      | id              | disclosure-cn-exchange                                                                  |
      | version         | 1.0.1                                                                                   |
      | supersedes      | 1.0.0                                                                                   |
      | title           | Sustainability report of a company listed in China                                      |
      | subject         | company                                                                                 |
      | attestation     | self-assessment                                                                         |
      | time zone       | Asia/Shanghai                                                                           |
      | effective from  | 2024-05-01                                                                              |
      | rounding        | half-even, 2 decimals                                                                   |
      | not applicable  | refuse                                                                                  |
      | does not assess | papers behind what is declared: the report as published, and the membership of an index |
      | does not assess | the quality of what is told, and the judgement of what is material                      |
      | does not assess | the day on which membership of an index counts, which was not found                     |
      | does not assess | the exchange of Hong Kong                                                               |
      | does not assess | each of the 21 topics, of which only the number is asked                                |
    And these bases
      | basis     | instrument                                                   | clause | certainty   | note                                                                                                                                                        |
      | duty      | Guidelines of the Chinese exchanges on sustainability report | -      | secondary   | Three guidelines of 2024-04-12, in force from 2024-05-01: members of SSE 180, STAR 50, SZSE 100 and ChiNext index, and companies listed at home and abroad. |
      | voluntary | Guidelines of the Chinese exchanges on sustainability report | -      | secondary   | Every other listed company reports if it wants to.                                                                                                          |
      | first     | Guidelines of the Chinese exchanges on sustainability report | -      | secondary   | The first report that is owed is that for 2025, due on 2026-04-30.                                                                                          |
      | deadline  | Guidelines of the Chinese exchanges on sustainability report | -      | secondary   | Within four months after the end of the year.                                                                                                               |
      | scopes    | Guidelines of the Chinese exchanges on sustainability report | -      | secondary   | Scope 1 and 2 are owed, scope 3 is encouraged.                                                                                                              |
      | double    | Guidelines of the Chinese exchanges on sustainability report | -      | secondary   | Financial and impact materiality are both assessed over 21 topics.                                                                                          |
      | day       | disclosure-cn-exchange                                       | -      | own reading | Membership counts as entered, for the day of the source did not tell which counts. A year that ends before 2025-12-31 owes nothing.                         |
      | entered   | disclosure-cn-exchange                                       | -      | own reading | A report that is not published is late from the day after its deadline. No paper is named for single facts: a declaration suffices.                         |
    And these facts
      | fact          | label                                                             | type   | at least | at most | multiple of | given |
      | index_member  | the company is in SSE 180, STAR 50, SZSE 100 or the ChiNext index | flag   |          |         |             | yes   |
      | listed_abroad | the company is listed at home and abroad                          | flag   |          |         |             | yes   |
      | year          | financial year of the report                                      | period |          |         |             |       |
      | published     | the report is published                                           | flag   |          |         |             | yes   |
      | published_on  | day of publication                                                | date   |          |         |             |       |
      | scope_1       | scope 1 is stated                                                 | flag   |          |         |             |       |
      | scope_2       | scope 2 is stated                                                 | flag   |          |         |             |       |
      | scope_3       | scope 3 is stated                                                 | flag   |          |         |             |       |
      | financial     | financial materiality is assessed                                 | flag   |          |         |             |       |
      | impact        | impact materiality is assessed                                    | flag   |          |         |             |       |
      | topics        | topics whose materiality is assessed                              | number | 0        | 21      | 1           |       |
    And this reference case
      | fact                                                              | value                    |
      | the company is in SSE 180, STAR 50, SZSE 100 or the ChiNext index | yes                      |
      | the company is listed at home and abroad                          | no                       |
      | financial year of the report                                      | 2025-01-01 to 2025-12-31 |
      | the report is published                                           | yes                      |
      | day of publication                                                | 2026-04-28               |
      | scope 1 is stated                                                 | yes                      |
      | scope 2 is stated                                                 | yes                      |
      | scope 3 is stated                                                 | no                       |
      | financial materiality is assessed                                 | yes                      |
      | impact materiality is assessed                                    | yes                      |
      | topics whose materiality is assessed                              | 21                       |

  Rule: A member of SZSE 100 for 2025

    Scenario: published on 28 April without scope 3
      When evaluated as of 2026-06-01
      Then gate CN-03 is met
      And gate CN-04 is met
      And gate CN-05 is met
      And an observation CN-S3 is raised
      And the conclusion is scored
