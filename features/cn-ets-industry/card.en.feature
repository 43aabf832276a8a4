# language: en
Feature: National carbon market of China, steel, cement and aluminium
  What an entity that makes steel, cement clinker or aluminium may be allocated for a year by its lines, what it has to
  surrender and what is missing. Allowance years 2024 and 2025 are assessed from reports on the plan; of 2026 a draft was read.

  Background:
    Given this scorecard
      | field           | value                                                                                                             |
      | id              | cn-ets-industry                                                                                                   |
      | version         | 5.0.0                                                                                                             |
      | supersedes      | 4.0.1                                                                                                             |
      | title           | National carbon market of China, steel, cement and aluminium                                                      |
      | subject         | entity                                                                                                            |
      | attestation     | self-assessment                                                                                                   |
      | time zone       | Asia/Shanghai                                                                                                     |
      | effective from  | 2025-11-16                                                                                                        |
      | rounding        | half-even, 2 decimals                                                                                             |
      | not applicable  | drop and rescale                                                                                                  |
      | does not assess | whether emissions and outputs are right                                                                           |
      | does not assess | the balance value of a sector, which is published after verification and stated                                   |
      | does not assess | allowances for 2026, because the plan of 1 September 2026 was not found; the draft gives a forecast               |
      | does not assess | whether a carry-over is requested by its last day, without which nothing is carried over: what is told is at most |
      | does not assess | carry-over beyond its base quantity, because the multiplier for industry was not found                            |
      | does not assess | fines for deadlines from 15 August 2026, whose level was not found                                                |
      | does not assess | duties in a local market                                                                                          |
    And bases from cn-ets-facts
    And these bases
      | basis        | instrument                                                         | clause                       | certainty   | note                                                                                                                                                                                  |
      | plan-2024    | 国环规气候〔2025〕2号                                              | allowance year 2024          | secondary   | Two reports: as much as was emitted, nothing in advance. Number and day of the notice were read, its text was not.                                                                    |
      | plan-2025    | 国环规气候〔2025〕2号                                              | pages 5 to 8, table 1        | secondary   | As quoted by a public regulatory database; a report agrees: 3 % up or down at a distance of 20 %, between them 0.15 of it.                                                            |
      | special      | 国环规气候〔2025〕2号                                              | special cases                | secondary   | Reports: white clinker alone, more than 15 % carbide slag, clinker beside sulphuric acid of gypsum; closed or new lines are left out. The draft for 2026 has no row of white clinker. |
      | advance-2025 | 国环规气候〔2025〕2号                                              | allowances issued in advance | secondary   | 70 % of the verified emissions of the year before, by 10 April 2026.                                                                                                                  |
      | intensity    | 2025、2026年度全国碳排放权交易市场配额总量和分配方案（征求意见稿） | definitions                  | secondary   | Confirmed of the draft, which says that they are those of 2025.                                                                                                                       |
      | rounding     | cn-ets-industry                                                    | -                            | own reading | Down to whole tonnes for each line: printed in the draft for 2026 only.                                                                                                               |
      | scope        | work notice of the Ministry of 27 January 2026                     | annex 1                      | confirmed   | Long process with blast furnace and converter; clinker; electrolysis.                                                                                                                 |
      | vintages     | cn-ets-industry                                                    | -                            | own reading | Allowances of the year and before for 2024; of 2025 alone for 2025, as in the plan for power.                                                                                         |
      | carry-base   | 国环规气候〔2025〕2号                                              | carry-over                   | secondary   | Base quantity of 100,000 tonnes; the multiplier was not found, nor whether a missed surrender or a late request bars it.                                                              |
    And facts from cn-ets-facts
    And these settings
      | setting | label                   | one of            | default | meaning                                                                                                           |
      | slope   | slope between the bands | quoted, left_open | quoted  | whether 0.15 times the distance is taken between the bands, as quoted, or left open because the plan was not read |
    And the choices of slope between the bands
      | value     | words     |
      | quoted    | as quoted |
      | left_open | left open |
    And these facts
      | fact          | label                       | type         | unit    | one of                                                                                  | at least | evidence               |
      | sector        | sector                      | choice       |         | steel, cement, aluminium                                                                |          |                        |
      | route         | process                     | choice       |         | blast_furnace, electric_furnace, rolling, foundry_iron, clinker, grinding, electrolysis |          |                        |
      | balance_value | balance value of the sector | number       | tCO2e/t |                                                                                         | 0        | public-report          |
      | lines         | production lines            | list of line |         |                                                                                         |          | verification-statement |
    And the choices of sector
      | value     | words     |
      | steel     | steel     |
      | cement    | cement    |
      | aluminium | aluminium |
    And the choices of process
      | value            | words                       |
      | blast_furnace    | blast furnace and converter |
      | electric_furnace | electric arc furnace        |
      | rolling          | rolling only                |
      | foundry_iron     | foundry iron                |
      | clinker          | clinker                     |
      | grinding         | grinding only               |
      | electrolysis     | electrolysis                |
    And each line has
      | field        | label                          | type   | unit  | one of                                                        | at least | at most |
      | line         | line name                      | text   |       |                                                               |          |         |
      | serial       | code of line and year          | text   |       |                                                               |          |         |
      | state        | state of the line              | choice |       | whole_year, new, closed                                       |          |         |
      | special_case | special case of the line       | choice |       | none_of_them, white_clinker, sulphuric_acid, hydrogen_furnace |          |         |
      | slag         | carbide slag                   | number | %     |                                                               | 0        | 100     |
      | made         | output of the line             | number | t     |                                                               | 0        |         |
      | counted      | emissions in the intensity     | number | tCO2e |                                                               | 0        |         |
      | emitted      | verified emissions of the line | number | tCO2e |                                                               | 0        |         |
    And no two production lines share a line name
    And no two production lines share a code of line and year
    And the choices of state of the line
      | value      | words               |
      | whole_year | all year            |
      | new        | new in the year     |
      | closed     | closed before issue |
    And the choices of special case of the line
      | value            | words                              |
      | none_of_them     | no special case                    |
      | white_clinker    | white clinker alone                |
      | sulphuric_acid   | beside sulphuric acid of gypsum    |
      | hydrogen_furnace | hydrogen-rich oxygen blast furnace |
    And this reference case
      | fact                        | value        |
      | allowance year              | 2025         |
      | sector                      | cement       |
      | process                     | clinker      |
      | balance value of the sector | 0.82 tCO2e/t |
    And in the reference case production lines are
      | line name | code of line and year | state of the line | special case of the line | carbide slag | output of the line | emissions in the intensity | verified emissions of the line |
      | a         | 2025/a                | all year          | no special case          | 0 %          | 2000000 t          | 1560000 tCO2e              | 1560000 tCO2e                  |
      | b         | 2025/b                | all year          | no special case          | 0 %          | 2000000 t          | 1640000 tCO2e              | 1640000 tCO2e                  |
      | c         | 2025/c                | all year          | no special case          | 0 %          | 1000000 t          | 902000 tCO2e               | 900000 tCO2e                   |
      | d         | 2025/d                | all year          | no special case          | 0 %          | 1000000 t          | 650000 tCO2e               | 500000 tCO2e                   |
      | e         | 2025/e                | all year          | no special case          | 0 %          | 400000 t           | 400000 tCO2e               | 400000 tCO2e                   |
    And in the reference case account movements are
      | booking | day of the movement | kind of movement | tonnes moved  | vintage | surrendered for | code of account and booking |
      | M1      | 2026-09-30          | issued           | 5000914 tCO2e | 2025    | not applicable  | A2/M1                       |
      | M2      | 2026-12-20          | surrendered      | 5000000 tCO2e | 2025    | 2025            | A2/M2                       |
    And in the reference case credits used are
      | credit line | serial numbers   | tonnes of credits | project inside the national market | of the earlier scheme | cancelled on | used for |
      | C1          | CCER-2026-000001 | 0 tCO2e           | no                                 | no                    | 2026-12-19   | 2025     |
    And the quantity verified emissions (verified), in tCO2e, the sum of verified emissions of the line over production lines, on basis surrender
    And these conditions
      | condition | label            | holds when                                                                                   | basis     |
      | covered   | entity is listed | verified emissions is at least 26000 tCO2e                                                   | entry     |
      | covered   |                  | verified emissions of the year before is at least 26000 tCO2e; listed the year before is yes | entry     |
      | covered   |                  | unless status of the entity is closed                                                        | entry     |
      | covered   |                  | unless status of the entity is moved out                                                     | entry     |
      | covered   |                  | unless process is one of electric arc furnace, rolling only, foundry iron, grinding only     | scope     |
      | covered   |                  | unless allowance year is 2023                                                                | plan-2024 |
    And the scorecard applies when entity is listed holds

  Rule: Whom the market covers

    Scenario Outline: 26,000 tonnes, and only the long process, clinker and electrolysis
      Given production lines are
        | line name | code of line and year | state of the line | special case of the line | carbide slag | output of the line | emissions in the intensity | verified emissions of the line |
        | a         | 2025/a                | all year          | no special case          | 0 %          | 40000 t            | 30000 tCO2e                | <emitted> tCO2e                |
      And verified emissions of the year before is <before> tCO2e
      And listed the year before is <listed>
      And status of the entity is <status>
      And process is <process>
      And allowance year is <year>
      When evaluated as of 2026-11-20
      Then condition entity is listed <holds>

      Examples:
        | year | emitted  | before   | listed | status    | process                     | holds         |
        | 2025 | 26000    | 0        | no     | running   | clinker                     | holds         |
        | 2025 | 25999.99 | 0        | no     | running   | clinker                     | does not hold |
        | 2025 | 25999.99 | 26000    | yes    | running   | clinker                     | holds         |
        | 2025 | 25999.99 | 26000    | no     | running   | clinker                     | does not hold |
        | 2025 | 25999.99 | 25999.99 | yes    | running   | clinker                     | does not hold |
        | 2025 | 26000    | 26000    | yes    | closed    | clinker                     | does not hold |
        | 2025 | 26000    | 26000    | yes    | moved out | clinker                     | does not hold |
        | 2025 | 26000    | 26000    | yes    | running   | blast furnace and converter | holds         |
        | 2025 | 26000    | 26000    | yes    | running   | electrolysis                | holds         |
        | 2025 | 26000    | 26000    | yes    | running   | electric arc furnace        | does not hold |
        | 2025 | 26000    | 26000    | yes    | running   | rolling only                | does not hold |
        | 2025 | 26000    | 26000    | yes    | running   | foundry iron                | does not hold |
        | 2025 | 26000    | 26000    | yes    | running   | grinding only               | does not hold |
        | 2024 | 26000    | 0        | no     | running   | clinker                     | holds         |
        | 2026 | 26000    | 0        | no     | running   | clinker                     | holds         |
        | 2023 | 26000    | 0        | no     | running   | clinker                     | does not hold |

    Scenario: in 2023 industry had nothing to surrender
      Given allowance year is 2023
      And account movements is none
      When evaluated as of 2026-11-20
      Then the conclusion is not applicable
      And the result Allowances of the entity is 0 tCO2e
      And the result Allowances issued in advance is 0 tCO2e
      And the result Emissions to be surrendered for is 0 tCO2e
      And the result Tonnes missing is 0 tCO2e
