# language: en
Feature: European green bonds
  Whether enough proceeds of a bond are used for activities aligned with the taxonomy, and whether its documents are complete.

  Background:
    Given this scorecard
      | field           | value                                                                                                                                  |
      | id              | eu-green-bond                                                                                                                          |
      | version         | 1.0.0                                                                                                                                  |
      | title           | European green bond                                                                                                                    |
      | subject         | bond                                                                                                                                   |
      | attestation     | self-assessment                                                                                                                        |
      | time zone       | Etc/UTC                                                                                                                                |
      | effective from  | 2026-11-23                                                                                                                             |
      | rounding        | half-even, 2 decimals                                                                                                                  |
      | not applicable  | refuse                                                                                                                                 |
      | does not assess | documents that support the declared facts: factsheet, pre-issuance review, allocation and impact reports, and accounts of the proceeds |
      | does not assess | whether an activity is aligned with the taxonomy (for some activities see `eu-taxonomy-climate`)                                       |
      | does not assess | requirements for reviewers, sovereign issuers, securitisation, and the content of reports                                              |
    And these bases
      | basis   | instrument                | clause          | certainty   | note                                                                                                                                                                                                                                                                                                                                                                                                           |
      | scope   | Regulation (EU) 2023/2631 | -               | secondary   | The regulation applies to a bond that is issued as a European green bond from 2024-12-21. Stated from memory, not checked against the text.                                                                                                                                                                                                                                                                    |
      | aligned | Regulation (EU) 2023/2631 | use of proceeds | secondary   | At least 85 % of the bond's proceeds must be used for activities aligned with the EU taxonomy (classification of sustainable activities). Stated from memory, not checked against the text.                                                                                                                                                                                                                    |
      | pocket  | Regulation (EU) 2023/2631 | use of proceeds | secondary   | At most 15 % of the bond's proceeds may be used for activities for which the EU taxonomy (classification of sustainable activities) has no criteria. Stated from memory, not checked against the text.                                                                                                                                                                                                         |
      | papers  | Regulation (EU) 2023/2631 | transparency    | secondary   | The issuer must publish a factsheet, which must be reviewed before the issue, and an allocation report every year. It must also publish an impact report. Stated from memory, not checked against the text.                                                                                                                                                                                                    |
      | due     | eu-green-bond             | -               | own reading | The allocation report must be published from one year after the issue, and the impact report once all proceeds are allocated. Both dates are our own assumption, because we did not read the deadlines in the regulation.                                                                                                                                                                                      |
      | whole   | eu-green-bond             | -               | own reading | The amounts used for taxonomy-aligned activities and for activities without taxonomy criteria must together not exceed the proceeds of the bond. We assume that both amounts come only from these proceeds.                                                                                                                                                                                                    |
      | unused  | eu-green-bond             | -               | own reading | Once all proceeds are allocated, all must be used for activities aligned with the EU taxonomy or activities without taxonomy criteria. Until then, a part of the proceeds must remain unused. We did not find which issue costs may be deducted, so the applicant enters the proceeds after costs. The lowest amount of proceeds that can be entered, 0.01 EUR, is our own value; the sources read state none. |
      | come    | eu-green-bond             | -               | own reading | The bond must have been issued by the as-of date (assessment date). This is our own assumption, because the use of the proceeds is known only after the issue.                                                                                                                                                                                                                                                 |
    And these facts
      | fact       | label                                                  | type   | unit | at least | given |
      | issued_on  | date of issue                                          | date   |      |          | yes   |
      | proceeds   | proceeds of the bond                                   | number | EUR  | 0.01     | yes   |
      | aligned    | proceeds used for aligned activities                   | number | EUR  | 0        |       |
      | pocket     | proceeds used for activities without taxonomy criteria | number | EUR  | 0        |       |
      | allocated  | all proceeds are allocated                             | flag   |      |          |       |
      | factsheet  | the factsheet is published                             | flag   |      |          |       |
      | reviewed   | the factsheet was reviewed before the issue            | flag   |      |          |       |
      | allocation | the yearly allocation report is published              | flag   |      |          |       |
      | impact     | the impact report is published                         | flag   |      |          |       |
    And this reference case
      | fact                                                   | value         |
      | date of issue                                          | 2025-03-01    |
      | proceeds of the bond                                   | 100000000 EUR |
      | proceeds used for aligned activities                   | 85000000 EUR  |
      | proceeds used for activities without taxonomy criteria | 15000000 EUR  |
      | all proceeds are allocated                             | yes           |
      | the factsheet is published                             | yes           |
      | the factsheet was reviewed before the issue            | yes           |
      | the yearly allocation report is published              | yes           |
      | the impact report is published                         | yes           |

  Rule: Bond of 100 million EUR exactly at both limits

    Scenario: All criteria are met
      When evaluated as of 2026-12-01
      Then gate GB-01 is met
      And gate GB-02 is met
      And the conclusion is scored
