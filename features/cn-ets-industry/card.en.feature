# language: en
Feature: National carbon market of China: steel, cement and aluminium
  Allowances that an entity producing steel, cement clinker or aluminium may receive for a year by production line, the amount
  to surrender and any shortfall. Allowance years 2024 and 2025 are assessed from reports on the plan; a draft was read for 2026.

  Background:
    Given this scorecard
      | field           | value                                                                                                                             |
      | id              | cn-ets-industry                                                                                                                   |
      | version         | 1.0.0                                                                                                                             |
      | title           | National carbon market of China: steel, cement and aluminium                                                                      |
      | subject         | entity                                                                                                                            |
      | attestation     | self-assessment                                                                                                                   |
      | time zone       | Asia/Shanghai                                                                                                                     |
      | effective from  | 2025-11-16                                                                                                                        |
      | rounding        | half-even, 2 decimals                                                                                                             |
      | not applicable  | drop and rescale                                                                                                                  |
      | does not assess | whether emissions and outputs are correct                                                                                         |
      | does not assess | the balance value of a sector, which is published after verification and stated by the applicant                                  |
      | does not assess | allowances for 2026, because the plan of 1 September 2026 was not found; the consultation draft is used for a forecast only       |
      | does not assess | whether a carry-over is requested by its deadline; without a request nothing is carried over, so the reported amount is a maximum |
      | does not assess | carry-over beyond its base quantity, because the multiplier for industry was not found                                            |
      | does not assess | fines for deadlines from 15 August 2026, because their range was not found                                                        |
      | does not assess | obligations in a local carbon market                                                                                              |
    And bases from cn-ets-facts
    And these bases
      | basis        | instrument                                                         | clause                       | certainty   | note                                                                                                                                                                                                                                                                                                                                                                                                                                                                                       |
      | plan-2024    | 国环规气候〔2025〕2号                                              | allowance year 2024          | secondary   | For 2024, the allowances of a production line equal its verified emissions, and no allowances are issued in advance. For 2023, steel, cement and aluminium are not covered. Two sources report this; the number and date of the notice were read, its text was not.                                                                                                                                                                                                                        |
      | plan-2025    | 国环规气候〔2025〕2号                                              | pages 5 to 8, table 1        | secondary   | For 2025, a production line receives its verified emissions as allowances, adjusted by its emission intensity relative to the balance value of its sector. An intensity at least 20 % below the balance value adds 3 %; an intensity at least 20 % above deducts 3 %. Between these limits, the adjustment is 0.15 times the relative distance: positive below the balance value, negative above. Quoted by a public regulatory database and confirmed by a report; the plan was not read. |
      | special      | 国环规气候〔2025〕2号                                              | special cases                | secondary   | A line receives allowances equal to its emissions if it produces only white clinker, or produces clinker together with sulphuric acid from gypsum. The same applies to a line with a carbide slag replacement rate above 15 %. New and closed lines receive no allowances and surrender none. Reported by secondary sources; the draft for 2026 does not mention white clinker.                                                                                                            |
      | advance-2025 | 国环规气候〔2025〕2号                                              | allowances issued in advance | secondary   | For 2025, an entity receives advance allowances of 70 % of its verified emissions of the previous year, issued by 10 April 2026. Reported by secondary sources.                                                                                                                                                                                                                                                                                                                            |
      | intensity    | 2025、2026年度全国碳排放权交易市场配额总量和分配方案（征求意见稿） | definitions                  | secondary   | The emission intensity of a production line is its emissions per tonne of output. Steel uses the emissions of ironmaking and sintering per tonne of hot metal; cement uses the emissions of the clinker line per tonne of clinker. Aluminium uses the emissions of anode consumption and anode effect per tonne of metal. These definitions were read in the draft for 2026, which states that they are the same as for 2025.                                                              |
      | rounding     | cn-ets-industry                                                    | -                            | own reading | Allowances of each line are rounded down to whole tonnes. Only the draft for 2026 states this. We apply it to earlier years and to advance allowances as well.                                                                                                                                                                                                                                                                                                                             |
      | scope        | work notice of the Ministry of 27 January 2026                     | annex 1                      | confirmed   | The market covers steel made in the long process with blast furnace and converter, cement clinker production, and aluminium electrolysis. Electric arc furnaces, rolling alone, foundry iron and grinding alone are not covered.                                                                                                                                                                                                                                                           |
      | vintages     | cn-ets-industry                                                    | -                            | own reading | The sources do not state which allowances may be surrendered for which year. For 2024 we accept allowances of 2024 and earlier years; for 2025 we accept only allowances of 2025. This follows the allocation plan of the power sector.                                                                                                                                                                                                                                                    |
      | carry-base   | 国环规气候〔2025〕2号                                              | carry-over                   | secondary   | Allowances of earlier years held at the end of 2025 may be carried over up to 100,000 tonnes. If the holding is larger and there are net sales of allowances, a multiple of the net sales is added. The multiplier was not found, so the carry-over is undetermined in this case. Reported by secondary sources; whether a missed surrender or a late request excludes the carry-over was not found.                                                                                       |
    And facts from cn-ets-facts
    And these settings
      | setting | label                        | one of            | default | meaning                                                                                                                                                    |
      | slope   | adjustment between the bands | quoted, left_open | quoted  | Whether the adjustment rate for a distance of less than 20 % is 0.15 times the distance, as quoted, or is treated as unknown because the plan was not read |
    And the choices of adjustment between the bands
      | value     | words              |
      | quoted    | as quoted          |
      | left_open | treated as unknown |
    And these facts
      | fact          | label                       | type         | unit    | one of                                                                                  | at least | evidence               |
      | sector        | industry sector             | choice       |         | steel, cement, aluminium                                                                |          |                        |
      | route         | process                     | choice       |         | blast_furnace, electric_furnace, rolling, foundry_iron, clinker, grinding, electrolysis |          |                        |
      | balance_value | balance value of the sector | number       | tCO2e/t |                                                                                         | 0        | public-report          |
      | lines         | production lines            | list of line |         |                                                                                         |          | verification-statement |
    And the choices of industry sector
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
      | field        | label                               | type   | unit  | one of                                                        | at least | at most |
      | line         | name of the production line         | text   |       |                                                               |          |         |
      | serial       | identifier of line and year         | text   |       |                                                               |          |         |
      | state        | status of the line                  | choice |       | whole_year, new, closed                                       |          |         |
      | special_case | special case of the line            | choice |       | none_of_them, white_clinker, sulphuric_acid, hydrogen_furnace |          |         |
      | slag         | carbide slag replacement rate       | number | %     |                                                               | 0        | 100     |
      | made         | output of the line                  | number | t     |                                                               | 0        |         |
      | counted      | emissions included in the intensity | number | tCO2e |                                                               | 0        |         |
      | emitted      | verified emissions of the line      | number | tCO2e |                                                               | 0        |         |
    And no two production lines share a name of the production line
    And no two production lines share a identifier of line and year
    And the choices of status of the line
      | value      | words                                |
      | whole_year | all year                             |
      | new        | commissioned in the year             |
      | closed     | closed before allowances were issued |
    And the choices of special case of the line
      | value            | words                                            |
      | none_of_them     | no special case                                  |
      | white_clinker    | white clinker only                               |
      | sulphuric_acid   | clinker produced with sulphuric acid from gypsum |
      | hydrogen_furnace | hydrogen-rich carbon-cycle oxygen blast furnace  |
    And this reference case
      | fact                        | value        |
      | allowance year              | 2025         |
      | industry sector             | cement       |
      | process                     | clinker      |
      | balance value of the sector | 0.82 tCO2e/t |
    And in the reference case production lines are
      | name of the production line | identifier of line and year | status of the line | special case of the line | carbide slag replacement rate | output of the line | emissions included in the intensity | verified emissions of the line |
      | a                           | 2025/a                      | all year           | no special case          | 0 %                           | 2000000 t          | 1560000 tCO2e                       | 1560000 tCO2e                  |
      | b                           | 2025/b                      | all year           | no special case          | 0 %                           | 2000000 t          | 1640000 tCO2e                       | 1640000 tCO2e                  |
      | c                           | 2025/c                      | all year           | no special case          | 0 %                           | 1000000 t          | 902000 tCO2e                        | 900000 tCO2e                   |
      | d                           | 2025/d                      | all year           | no special case          | 0 %                           | 1000000 t          | 650000 tCO2e                        | 500000 tCO2e                   |
      | e                           | 2025/e                      | all year           | no special case          | 0 %                           | 400000 t           | 400000 tCO2e                        | 400000 tCO2e                   |
    And in the reference case account movements are
      | booking | date of the movement | kind of movement | tonnes moved  | vintage | year of the surrender obligation | account and booking code |
      | M1      | 2026-09-30           | issued           | 5000914 tCO2e | 2025    | not applicable                   | A2/M1                    |
      | M2      | 2026-12-20           | surrendered      | 5000000 tCO2e | 2025    | 2025                             | A2/M2                    |
    And in the reference case credits used are
      | offset credit entry | serial numbers   | tonnes of credits | project inside the national market | credit of the earlier scheme | cancellation date | year of use |
      | C1                  | CCER-2026-000001 | 0 tCO2e           | no                                 | no                           | 2026-12-19        | 2025        |
    And the quantity verified emissions (verified), in tCO2e, the sum of verified emissions of the line over production lines, on basis surrender
    And these conditions
      | condition | label            | holds when                                                                                          | basis     |
      | covered   | entity is listed | verified emissions is at least 26000 tCO2e                                                          | entry     |
      | covered   |                  | verified emissions of the previous year is at least 26000 tCO2e; listed in the previous year is yes | entry     |
      | covered   |                  | unless status of the entity is closed                                                               | entry     |
      | covered   |                  | unless status of the entity is moved out                                                            | entry     |
      | covered   |                  | unless process is one of electric arc furnace, rolling only, foundry iron, grinding only            | scope     |
      | covered   |                  | unless allowance year is 2023                                                                       | plan-2024 |
    And the scorecard applies when entity is listed holds

  Rule: Entities covered by the market

    Scenario Outline: 26,000 tonnes, and only the long process, clinker and electrolysis
      Given production lines are
        | name of the production line | identifier of line and year | status of the line | special case of the line | carbide slag replacement rate | output of the line | emissions included in the intensity | verified emissions of the line |
        | a                           | 2025/a                      | all year           | no special case          | 0 %                           | 40000 t            | 30000 tCO2e                         | <emitted> tCO2e                |
      And verified emissions of the previous year is <before> tCO2e
      And listed in the previous year is <listed>
      And status of the entity is <status>
      And process is <process>
      And allowance year is <year>
      When evaluated as of 2026-11-20
      Then condition entity is listed <holds>

      Examples:
        | year | emitted  | before   | listed | status    | process                     | holds         |
        | 2025 | 26000    | 0        | no     | operating | clinker                     | holds         |
        | 2025 | 25999.99 | 0        | no     | operating | clinker                     | does not hold |
        | 2025 | 25999.99 | 26000    | yes    | operating | clinker                     | holds         |
        | 2025 | 25999.99 | 26000    | no     | operating | clinker                     | does not hold |
        | 2025 | 25999.99 | 25999.99 | yes    | operating | clinker                     | does not hold |
        | 2025 | 26000    | 26000    | yes    | closed    | clinker                     | does not hold |
        | 2025 | 26000    | 26000    | yes    | moved out | clinker                     | does not hold |
        | 2025 | 26000    | 26000    | yes    | operating | blast furnace and converter | holds         |
        | 2025 | 26000    | 26000    | yes    | operating | electrolysis                | holds         |
        | 2025 | 26000    | 26000    | yes    | operating | electric arc furnace        | does not hold |
        | 2025 | 26000    | 26000    | yes    | operating | rolling only                | does not hold |
        | 2025 | 26000    | 26000    | yes    | operating | foundry iron                | does not hold |
        | 2025 | 26000    | 26000    | yes    | operating | grinding only               | does not hold |
        | 2024 | 26000    | 0        | no     | operating | clinker                     | holds         |
        | 2026 | 26000    | 0        | no     | operating | clinker                     | holds         |
        | 2023 | 26000    | 0        | no     | operating | clinker                     | does not hold |

    Scenario: Industry had no surrender obligation in 2023
      Given allowance year is 2023
      And account movements is none
      When evaluated as of 2026-11-20
      Then the conclusion is not applicable
      And the result Allowances of the entity is 0 tCO2e
      And the result Advance allowances is 0 tCO2e
      And the result Emissions subject to surrender is 0 tCO2e
      And the result Tonnes missing after the deadline is 0 tCO2e
