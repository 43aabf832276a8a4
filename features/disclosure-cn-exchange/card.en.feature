# language: en
Feature: Sustainability report under the guidelines of the Chinese exchanges
  Whether a listed company must publish a sustainability report, whether it was published in time, and whether it contains
  climate data and the assessment of materiality.

  Background:
    Given this scorecard
      | field           | value                                                                                             |
      | id              | disclosure-cn-exchange                                                                            |
      | version         | 1.0.0                                                                                             |
      | title           | Sustainability report of a company listed in China                                                |
      | subject         | company                                                                                           |
      | attestation     | self-assessment                                                                                   |
      | time zone       | Asia/Shanghai                                                                                     |
      | effective from  | 2024-05-01                                                                                        |
      | rounding        | half-even, 2 decimals                                                                             |
      | not applicable  | refuse                                                                                            |
      | does not assess | documents that support the declared facts: the published report and the proof of index membership |
      | does not assess | the quality of the disclosure and the judgement of materiality                                    |
      | does not assess | the date on which index membership is determined (not found)                                      |
      | does not assess | the Hong Kong exchange                                                                            |
      | does not assess | the content of each of the 21 topics (only their number is assessed)                              |
    And these bases
      | basis     | instrument                                                   | clause | certainty   | note                                                                                                                                                                                                                                                                                                               |
      | duty      | Guidelines of the Chinese exchanges on sustainability report | -      | secondary   | A listed company must publish a sustainability report if it is in one of four indices: SSE 180, STAR 50, SZSE 100 or ChiNext. A company listed both in mainland China and abroad must also publish a report. Reported by secondary sources from three exchange guidelines of 2024-04-12, in force from 2024-05-01. |
      | voluntary | Guidelines of the Chinese exchanges on sustainability report | -      | secondary   | A company listed only in mainland China and outside four indices (SSE 180, STAR 50, SZSE 100, ChiNext) may publish a sustainability report voluntarily. Reported by secondary sources.                                                                                                                             |
      | first     | Guidelines of the Chinese exchanges on sustainability report | -      | secondary   | The first sustainability report that a company must publish covers the year 2025 and is due on 2026-04-30. This is reported by secondary sources.                                                                                                                                                                  |
      | deadline  | Guidelines of the Chinese exchanges on sustainability report | -      | secondary   | A company must publish its sustainability report within four months after the end of the financial year. This is reported by secondary sources.                                                                                                                                                                    |
      | scopes    | Guidelines of the Chinese exchanges on sustainability report | -      | secondary   | A sustainability report that a company must publish has to state scope 1 and scope 2 emissions. Scope 3 emissions are only encouraged. Reported by secondary sources.                                                                                                                                              |
      | double    | Guidelines of the Chinese exchanges on sustainability report | -      | secondary   | A sustainability report that a company must publish has to assess 21 topics twice. Financial materiality is how the topics affect the company; impact materiality is how the company affects people and environment. Reported by secondary sources.                                                                |
      | day       | disclosure-cn-exchange                                       | -      | own reading | Companies in certain stock indices must publish a sustainability report; the sources do not state on which date a company must be in the index. We use what the company declares. For a financial year that ends before 2025-12-31, no report is required.                                                         |
      | entered   | disclosure-cn-exchange                                       | -      | own reading | A sustainability report is due four months after the end of the financial year. If it is not published, it is late from the day after this deadline. Individual facts need no document; a declaration of the company is sufficient.                                                                                |
    And these facts
      | fact          | label                                                             | type   | at least | at most | multiple of | given |
      | index_member  | the company is in SSE 180, STAR 50, SZSE 100 or the ChiNext index | flag   |          |         |             | yes   |
      | listed_abroad | the company is listed both in mainland China and abroad           | flag   |          |         |             | yes   |
      | year          | financial year of the report                                      | period |          |         |             |       |
      | published     | the report is published                                           | flag   |          |         |             | yes   |
      | published_on  | date of publication                                               | date   |          |         |             |       |
      | scope_1       | scope 1 emissions are stated                                      | flag   |          |         |             |       |
      | scope_2       | scope 2 emissions are stated                                      | flag   |          |         |             |       |
      | scope_3       | scope 3 emissions are stated                                      | flag   |          |         |             |       |
      | financial     | financial materiality is assessed                                 | flag   |          |         |             |       |
      | impact        | impact materiality is assessed                                    | flag   |          |         |             |       |
      | topics        | number of topics whose materiality is assessed                    | number | 0        | 21      | 1           |       |
    And this reference case
      | fact                                                              | value                    |
      | the company is in SSE 180, STAR 50, SZSE 100 or the ChiNext index | yes                      |
      | the company is listed both in mainland China and abroad           | no                       |
      | financial year of the report                                      | 2025-01-01 to 2025-12-31 |
      | the report is published                                           | yes                      |
      | date of publication                                               | 2026-04-28               |
      | scope 1 emissions are stated                                      | yes                      |
      | scope 2 emissions are stated                                      | yes                      |
      | scope 3 emissions are stated                                      | no                       |
      | financial materiality is assessed                                 | yes                      |
      | impact materiality is assessed                                    | yes                      |
      | number of topics whose materiality is assessed                    | 21                       |

  Rule: Report of an SZSE 100 member for 2025

    Scenario: Published on 28 April without scope 3 emissions
      When evaluated as of 2026-06-01
      Then gate CN-03 is met
      And gate CN-04 is met
      And gate CN-05 is met
      And an observation CN-S3 is raised
      And the conclusion is scored
