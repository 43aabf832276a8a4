# language: en
Feature: European green bonds
  Whether the proceeds of a bond are in activities that the taxonomy calls sustainable, and whether its papers are there.

  Background:
    Given this scorecard
      | field           | value                                                                                                                          |
      | id              | eu-green-bond                                                                                                                  |
      | version         | 2.0.0                                                                                                                          |
      | supersedes      | 1.0.0                                                                                                                          |
      | title           | European green bond                                                                                                            |
      | subject         | bond                                                                                                                           |
      | attestation     | self-assessment                                                                                                                |
      | time zone       | Etc/UTC                                                                                                                        |
      | effective from  | 2026-11-23                                                                                                                     |
      | rounding        | half-even, 2 decimals                                                                                                          |
      | not applicable  | refuse                                                                                                                         |
      | does not assess | papers behind what is declared: factsheet, review before the issue, reports on allocation and impact, accounts of the proceeds |
      | does not assess | whether an activity is aligned, which `eu-taxonomy-climate` says of some                                                       |
      | does not assess | what a reviewer has to be, sovereign issuers, securitisation, and what a report contains                                       |
    And these bases
      | basis   | instrument                | clause          | certainty   | note                                                                                                                                                                                                                                                                                             |
      | scope   | Regulation (EU) 2023/2631 | -               | secondary   | Recalled: for bonds under this name from 2024-12-21.                                                                                                                                                                                                                                             |
      | aligned | Regulation (EU) 2023/2631 | use of proceeds | secondary   | Recalled: at least 85 % of the proceeds are in activities aligned with the taxonomy.                                                                                                                                                                                                             |
      | pocket  | Regulation (EU) 2023/2631 | use of proceeds | secondary   | Recalled: at most 15 % are in activities for which there are no criteria.                                                                                                                                                                                                                        |
      | papers  | Regulation (EU) 2023/2631 | transparency    | secondary   | Recalled: a factsheet and its review before the issue, a report on allocation each year, a report on impact.                                                                                                                                                                                     |
      | due     | eu-green-bond             | -               | own reading | The report on allocation is asked for once a year has passed since the issue, that on impact once all proceeds are allocated; the days of the regulation were not read.                                                                                                                          |
      | whole   | eu-green-bond             | -               | own reading | What is aligned and what is in the pocket are parts of the proceeds and of nothing else.                                                                                                                                                                                                         |
      | unused  | eu-green-bond             | -               | own reading | Once all proceeds are allocated, they are in aligned activities or in the pocket; until then a rest is left. Issue costs that may be taken off were not found and are entered in neither: the proceeds are net. The least proceeds that are accepted, 0.01 EUR, are ours; the sources give none. |
      | come    | eu-green-bond             | -               | own reading | How the proceeds of a bond are used is known once it is issued.                                                                                                                                                                                                                                  |
    And these facts
      | fact       | label                                        | type   | unit | at least | given |
      | issued_on  | day of issue                                 | date   |      |          | yes   |
      | proceeds   | proceeds of the bond                         | number | EUR  | 0.01     | yes   |
      | aligned    | proceeds in aligned activities               | number | EUR  | 0        |       |
      | pocket     | proceeds in activities without criteria      | number | EUR  | 0        |       |
      | allocated  | all proceeds are allocated                   | flag   |      |          |       |
      | factsheet  | the factsheet is published                   | flag   |      |          |       |
      | reviewed   | it was reviewed before the issue             | flag   |      |          |       |
      | allocation | the yearly report on allocation is published | flag   |      |          |       |
      | impact     | the report on impact is published            | flag   |      |          |       |
    And this reference case
      | fact                                         | value         |
      | day of issue                                 | 2025-03-01    |
      | proceeds of the bond                         | 100000000 EUR |
      | proceeds in aligned activities               | 85000000 EUR  |
      | proceeds in activities without criteria      | 15000000 EUR  |
      | all proceeds are allocated                   | yes           |
      | the factsheet is published                   | yes           |
      | it was reviewed before the issue             | yes           |
      | the yearly report on allocation is published | yes           |
      | the report on impact is published            | yes           |

  Rule: A hundred million, at both limits

    Scenario: every criterion is met
      When evaluated as of 2026-12-01
      Then gate GB-01 is met
      And gate GB-02 is met
      And the conclusion is scored
