# language: en
Feature: A card that uses every sentence
  It exists to be exported. Its numbers mean nothing.

  It has a second paragraph.

  Background:
    Given this scorecard
      | field           | value                  |
      | id              | whole-card             |
      | version         | 1.2.0                  |
      | supersedes      | 1.1.0                  |
      | title           | Whole card             |
      | subject         | factory                |
      | attestation     | verification statement |
      | time zone       | Asia/Shanghai          |
      | effective from  | 2026-01-01             |
      | effective until | 2028-12-31             |
      | rounding        | half-even, 2 decimals  |
      | compare         | rounded                |
      | not applicable  | drop and rescale       |
      | does not assess | noise                  |
      | does not assess | smell \| odour         |
    And these bases
      | basis   | instrument   | clause  | certainty   | note            |
      | guide   | Guide 1-2026 | 4.2     | confirmed   |                 |
      | table-3 | Guide 1-2026 | Table 3 | secondary   | as quoted there |
      | own     | This card    | 1       | own reading |                 |
    And these settings
      | setting | label         | one of           | default | meaning                              |
      | reading |               | cascade, literal |         | whether a missed grade falls further |
      | scope   | scope reading | wide, narrow     | wide    |                                      |
    And the choices of scope reading
      | value  | words     |
      | wide   | all sites |
      | narrow | main site |
    And these facts
      | fact       | label           | type                  | unit | one of            | at least | at most | step | evidence                   | assurance  | no older than | may not apply | may lie ahead | given |
      | violations |                 | number                | time |                   | 0        |         |      | regulator-record           |            | 24 months     |               |               |       |
      | share      | renewable share | number                | %    |                   | 0        | 100     | 0.1  | meter-reading, certificate | limited    |               |               |               |       |
      | energy     | energy use      | number                | MWh  |                   | 0        |         | 0.25 |                            | reasonable |               |               |               |       |
      | output     |                 | number                | t    |                   | 0.5      |         |      |                            |            |               |               |               | yes   |
      | system     | energy system   | choice                |      | absent, certified |          |         |      |                            |            |               | yes           |               |       |
      | media      |                 | choices               |      | web, print        |          |         |      |                            |            |               |               |               |       |
      | public     | made public     | flag                  |      |                   |          |         |      |                            |            |               |               |               |       |
      | issued     | issue date      | date                  |      |                   |          |         |      |                            |            |               |               | yes           |       |
      | claim_year | claim year      | period                |      |                   |          |         |      |                            |            |               |               |               |       |
      | registry   |                 | text                  |      |                   |          |         |      |                            |            |               |               |               |       |
      | credits    | carbon credits  | list of carbon credit |      |                   |          |         |      | registry-extract           |            |               |               |               |       |
    And the choices of energy system
      | value     | words             |
      | certified | has a certificate |
    And each credit has
      | field   | label          | type   | unit  | one of             | at least |
      | serial  |                | text   |       |                    |          |
      | account |                | text   |       |                    |          |
      | amount  | credited mass  | number | tCO2e |                    | 0        |
      | kind    | kind of credit | choice |       | removal, reduction |          |
      | retired | retirement day | date   |       |                    |          |
    And credit is called carbon credit
    And no two carbon credits share a serial
    And no two carbon credits share a account
    And this reference case
      | fact            | value                    |
      | violations      | 0 times                  |
      | renewable share | 85.50 %                  |
      | energy use      | 1200 MWh                 |
      | output          | 1000 t                   |
      | energy system   | has a certificate        |
      | media           | web, print               |
      | made public     | yes                      |
      | issue date      | 2025-11-01               |
      | claim year      | 2025-01-01 to 2025-12-31 |
      | registry        | CCER                     |
    And in the reference case carbon credits are
      | serial | account | credited mass | kind of credit | retirement day |
      | A-1    | X-1     | 20 tCO2e      | removal        | 2025-06-30     |
      | A-2    | X-2     | 5 tCO2e       | reduction      |                |
