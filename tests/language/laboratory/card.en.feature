# language: en
Feature: The laboratory card
  It uses every sentence of the language at least once.

  Background:
    Given this scorecard
      | field           | value                   |
      | id              | laboratory              |
      | version         | 2.1.0                   |
      | supersedes      | 2.0.0                   |
      | title           | Laboratory card         |
      | subject         | factory                 |
      | attestation     | self-assessment         |
      | time zone       | Asia/Shanghai           |
      | effective from  | 2026-01-01              |
      | effective until | 2030-12-31              |
      | rounding        | half-up, 3 decimals     |
      | compare         | unrounded               |
      | not applicable  | count as zero           |
      | does not assess | products; and services  |
      | does not assess | noise                   |
    And these bases
      | basis | instrument | clause | certainty   | note            |
      | g-1   | Guide 1    | 4.2    | confirmed   |                 |
      | g-2   | Guide 2    | 7 a)   | secondary   | as quoted there |
      | own   | Card       | -      | own reading |                 |
    And these settings
      | setting | label   | one of           | default | meaning              |
      | reading | reading | cascade, literal | literal | how rows are read    |
      | strict  |         | on, off          |         | how strict to be     |
    And the choices of reading
      | value   | words    |
      | cascade | falling  |
      | literal | verbatim |
    And these facts
      | fact       | label          | type           | unit | one of             | at least | at most | evidence                   | assurance  | no older than | may not apply | may lie ahead |
      | violations | violations     | number         | time |                    | 0        |         | regulator-record           |            | 12 months     |               |               |
      | energy     | energy use     | number         | MWh  |                    | 0        |         | meter-reading, certificate | limited    |               |               |               |
      | green      | green energy   | number         | MWh  |                    | 0        |         | meter-reading              | reasonable |               |               |               |
      | water      | water index    | number         |      |                    | 0.5      | 10      |                            |            |               |               |               |
      | system     | energy system  | choice         |      | absent, certified  |          |         |                            |            |               | yes           |               |
      | region     | region         | choice         |      | north, south, west |          |         |                            |            |               |               |               |
      | media      | media          | choices        |      | web, print         |          |         |                            |            |               |               |               |
      | public     | made public    | flag           |      |                    |          |         |                            |            |               |               |               |
      | issued     | issue date     | date           |      |                    |          |         |                            |            |               |               |               |
      | year       | claim year     | period         |      |                    |          |         |                            |            |               |               | yes           |
      | site       | site name      | text           |      |                    |          |         |                            |            |               |               |               |
      | credits    | carbon credits | list of credit |      |                    |          |         | registry-extract           |            |               |               |               |
    And the choices of energy system
      | value     | words       |
      | absent    | none at all |
      | certified | certificate |
    And each credit has
      | field   | label       | type   | unit  | one of             | at least | may lie ahead |
      | serial  | serial      | text   |       |                    |          |               |
      | account | account     | text   |       |                    |          |               |
      | amount  | credit mass | number | tCO2e |                    | 0        |               |
      | kind    | credit kind | choice |       | removal, reduction |          |               |
      | retired | retired on  | date   |       |                    |          | yes           |
    And the choices of credit kind
      | value   | words          |
      | removal | carbon removal |
    And credit is called carbon credit
    And no two carbon credits share a serial
    And no two carbon credits share a account
    And this reference case
      | fact          | value                    |
      | violations    | 0 times                  |
      | energy use    | 1000 MWh                 |
      | green energy  | 800 MWh                  |
      | water index   | 1.5                      |
      | energy system | certificate              |
      | region        | north                    |
      | media         | web, print               |
      | made public   | yes                      |
      | issue date    | 2025-12-01               |
      | claim year    | 2025-01-01 to 2025-12-31 |
      | site name     | Plant 1, hall B          |
    And in the reference case carbon credits are
      | serial | account | credit mass | credit kind    | retired on |
      | A-1    | X-1     | 60 tCO2e    | carbon removal | 2025-06-30 |
      | A-2    | X-2     | 40 tCO2e    | reduction      |            |

  Rule: What the reference case gives
    Scenario: as it stands
      When evaluated as of 2026-03-01
      Then the conclusion is graded
