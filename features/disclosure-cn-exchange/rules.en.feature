# language: en
Feature: Duty, deadline and content

  Background:
    Given the scorecard disclosure-cn-exchange

  Rule: Duty to report
    Background:
      Given the date end of the financial year (year_end), on basis deadline
        | is                                      |
        | the end of financial year of the report |
      And the date deadline of the report (deadline), on basis deadline
        | is                                                    |
        | the end of financial year of the report plus 4 months |
      And these conditions
        | condition | label                                        | holds when                                                                                                             | basis            |
        | owed      | a report is required                         | the company is in SSE 180, STAR 50, SZSE 100 or the ChiNext index is yes; end of the financial year is from 2025-12-31 | duty, first, day |
        | owed      |                                              | the company is listed both in mainland China and abroad is yes; end of the financial year is from 2025-12-31           | duty, first, day |
        | due       | the report is published or past its deadline | the report is published is yes                                                                                         | entered          |
        | due       |                                              | the as-of date is after deadline of the report                                                                         | entered          |
      And these findings
        | code  | finding                                                      | when                               | severity    | basis            |
        | CN-02 | No report is required, but voluntary publication is possible | a report is required does not hold | observation | voluntary, first |

    Scenario Outline: Index members and companies listed abroad must report, from the year 2025
      Given index_member is <member>
      And listed_abroad is <abroad>
      And year is <year>
      And published is no
      And published_on is missing
      When evaluated as of 2026-06-01
      Then gate CN-03 is <outcome>
      And <finding>

      Examples:
        | member | abroad | year                     | outcome        | finding                        |
        | yes    | no     | 2025-01-01 to 2025-12-31 | not met        | no finding CN-02 is raised     |
        | no     | yes    | 2025-01-01 to 2025-12-31 | not met        | no finding CN-02 is raised     |
        | no     | no     | 2025-01-01 to 2025-12-31 | not applicable | an observation CN-02 is raised |
        | yes    | no     | 2024-12-31 to 2025-12-30 | not applicable | an observation CN-02 is raised |
        | no     | yes    | 2024-12-31 to 2025-12-30 | not applicable | an observation CN-02 is raised |

  Rule: Four-month deadline
    Background:
      Given these gates
        | id    | gate                                             | requires                                                                            | applies when                                                                   | basis                   |
        | CN-03 | Published within four months after the year ends | the report is published is yes; date of publication is until deadline of the report | a report is required holds; the report is published or past its deadline holds | deadline, duty, entered |

    Scenario Outline: The last day of the deadline and the day after
      Given published is <published>
      And published_on is <day>
      When evaluated as of <as of>
      Then gate CN-03 is <outcome>

      Examples:
        | published | day        | as of      | outcome        |
        | yes       | 2026-04-30 | 2026-06-01 | met            |
        | yes       | 2026-05-01 | 2026-06-01 | not met        |
        | no        | missing    | 2026-04-30 | not applicable |
        | no        | missing    | 2026-05-01 | not met        |

  Rule: Content of the report
    Background:
      Given these gates
        | id    | gate                                                     | requires                                                                                                                              | applies when                                               | basis  |
        | CN-04 | Scope 1 and scope 2 emissions are stated                 | scope 1 emissions are stated is yes; scope 2 emissions are stated is yes                                                              | a report is required holds; the report is published is yes | scopes |
        | CN-05 | Both kinds of materiality are assessed for the 21 topics | financial materiality is assessed is yes; impact materiality is assessed is yes; number of topics whose materiality is assessed is 21 | a report is required holds; the report is published is yes | double |
      And these findings
        | code  | finding                                         | when                                                               | severity    | basis  |
        | CN-S3 | Scope 3 emissions are encouraged but not stated | the report is published is yes; scope 3 emissions are stated is no | observation | scopes |

    Scenario Outline: Each required item separately
      Given <change>
      When evaluated as of 2026-06-01
      Then gate <gate> is <outcome>

      Examples:
        | change             | gate  | outcome        |
        | scope_1 is no      | CN-04 | not met        |
        | scope_2 is no      | CN-04 | not met        |
        | published is no    | CN-04 | not applicable |
        | index_member is no | CN-04 | not applicable |
        | financial is no    | CN-05 | not met        |
        | impact is no       | CN-05 | not met        |
        | topics is 20       | CN-05 | not met        |
        | topics is missing  | CN-05 | undetermined   |
        | published is no    | CN-05 | not applicable |
        | index_member is no | CN-05 | not applicable |

    Scenario Outline: Scope 3 emissions are encouraged
      Given published is <published>
      And scope_3 is <stated>
      When evaluated as of 2026-06-01
      Then <finding>

      Examples:
        | published | stated | finding                        |
        | yes       | no     | an observation CN-S3 is raised |
        | yes       | yes    | no finding CN-S3 is raised     |
        | no        | no     | no finding CN-S3 is raised     |
