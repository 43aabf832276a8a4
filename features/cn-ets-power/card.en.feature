# language: en
Feature: National carbon market of China, power
  What an entity that makes power may be allocated for a year, what it has to surrender, what is missing and what it may
  carry over. Allowance years 2023 and 2024 are assessed; of 2025 and 2026 only a draft was read, which gives forecasts.

  Background:
    Given this scorecard
      | field           | value                                                                                                          |
      | id              | cn-ets-power                                                                                                   |
      | version         | 4.2.0                                                                                                          |
      | supersedes      | 4.1.0                                                                                                          |
      | title           | National carbon market of China, power                                                                         |
      | subject         | entity                                                                                                         |
      | attestation     | self-assessment                                                                                                |
      | time zone       | Asia/Shanghai                                                                                                  |
      | effective from  | 2024-11-01                                                                                                     |
      | rounding        | half-even, 2 decimals                                                                                          |
      | not applicable  | drop and rescale                                                                                               |
      | does not assess | whether emissions, heat values and load factors are right; cn-ets-verification asks how they came about        |
      | does not assess | allowances for 2025 and 2026, because the plan of 1 September 2026 was not found; the draft gives forecasts    |
      | does not assess | allowances until 2022, because benchmarks of class III and of heat were not found and all are per MWh supplied |
      | does not assess | the load factor of units that are reported together, which is taken as given                                   |
      | does not assess | the level of a fine within its range, and fines for deadlines from 15 August 2026, whose level was not found   |
      | does not assess | prices to come; exposure is at the price that is stated                                                        |
      | does not assess | duties in a local market                                                                                       |
      | does not assess | forecasts for emergency reserve and for green hydrogen or ammonia above 20 % of heat, which are not asked for  |
    And bases from cn-ets-facts
    And these bases
      | basis            | instrument                                               | clause                                             | certainty   | note                                                                                                                                                                                                 |
      | plan             | 2023、2024年度全国碳排放权交易发电行业配额总量和分配方案 | main text                                          | confirmed   | Read in a public copy.                                                                                                                                                                               |
      | classes          | 2023、2024年度全国碳排放权交易发电行业配额总量和分配方案 | annex 1                                            | confirmed   | The two coal classes divide at 400 MW.                                                                                                                                                               |
      | excluded         | 2023、2024年度全国碳排放权交易发电行业配额总量和分配方案 | list of units that are left out                    | confirmed   |                                                                                                                                                                                                      |
      | excluded-reading | cn-ets-power                                             | -                                                  | own reading | The list says 10 to 50 % biomass, its table more than 10 %; exactly 10 % is read as left in. Above 50 % without being pure biomass nothing is printed.                                               |
      | together         | 2023、2024年度全国碳排放权交易发电行业配额总量和分配方案 | annex 1                                            | own reading | The least favourable class of units reported together is read as the one with the lowest benchmark, and is stated.                                                                                   |
      | benchmarks       | 2023、2024年度全国碳排放权交易发电行业配额总量和分配方案 | annex 2                                            | confirmed   | Per MWh generated; the factors for cooling and heat supply of 2021 and 2022 are gone.                                                                                                                |
      | load-factor      | 2023、2024年度全国碳排放权交易发电行业配额总量和分配方案 | annex 1, factor below 65 %                         | own reading | The band is confirmed. How the exponent 16 - 20 F is laid out, F as a fraction, twelve decimals, and 1 from 65 % on are read.                                                                        |
      | top-ups          | 2023、2024年度全国碳排放权交易发电行业配额总量和分配方案 | gas units and the limit of 20 % on the gap         | confirmed   |                                                                                                                                                                                                      |
      | top-up-order     | cn-ets-power                                             | -                                                  | own reading | Gas units are filled up first, see the setting.                                                                                                                                                      |
      | floor            | cn-ets-power                                             | -                                                  | own reading | Whole tonnes, down, for the entity: printed in the draft for 2026 only. After a top-up to 80 % this leaves less than 80 %.                                                                           |
      | excluded-counted | cn-ets-power                                             | -                                                  | own reading | Units that are left out are outside the management of allowances: nothing is filled up for them, and unless the setting says otherwise nothing is to be surrendered for them. The plan says no more. |
      | issued-before    | 2023、2024年度全国碳排放权交易发电行业配额总量和分配方案 | allowances issued in advance                       | confirmed   | 70 % of the verified emissions of the year before.                                                                                                                                                   |
      | issued-rounded   | cn-ets-power                                             | -                                                  | own reading | Down to whole tonnes.                                                                                                                                                                                |
      | forced           | 2023、2024年度全国碳排放权交易发电行业配额总量和分配方案 | entities that are frozen, at risk or not compliant | confirmed   |                                                                                                                                                                                                      |
      | deadline         | 2023、2024年度全国碳排放权交易发电行业配额总量和分配方案 | section 6                                          | confirmed   | 31 December 2024 for 2023; 31 December 2025 for 2024.                                                                                                                                                |
      | vintages         | 2023、2024年度全国碳排放权交易发电行业配额总量和分配方案 | section 6                                          | confirmed   | Only allowances of the year itself and of years before; nothing is borrowed.                                                                                                                         |
      | vintage-2025     | cn-ets-power                                             | -                                                  | own reading | For 2025 its own vintage alone counts: earlier ones that were not carried over are lost by annex 5; that of 2026 stands in the draft only.                                                           |
      | carry-over       | 2023、2024年度全国碳排放权交易发电行业配额总量和分配方案 | annex 5                                            | confirmed   | 10,000 tonnes and one and a half times the net sales of 2024 and 2025, at most the holding of 31 December 2025, in whole tonnes; on request until 10 June 2026, later only for what a court froze.   |
      | net-sales        | cn-ets-power                                             | -                                                  | own reading | Listed and block trades count alike; what is given or received without trade does not.                                                                                                               |
      | plausible        | cn-ets-power                                             | -                                                  | own reading | No unit makes more than its rated power does in 8,784 hours.                                                                                                                                         |
    And facts from cn-ets-facts
    And these reference tables
      | table    | name                    | edition    | basis      |
      | allowed  | cn-ets-power-benchmarks | 2024-11-01 | benchmarks |
      | planned  | cn-ets-power-draft      | 2026-07-27 | draft      |
      | advanced | cn-ets-draft-advance    | 2026-07-27 | draft      |
    And these settings
      | setting        | label                       | one of                 | default      | meaning                                                                                                                |
      | rounding_place | place of rounding           | entity, unit, nowhere  | entity       | whether allowances are rounded down for the entity, for each unit, or not at all; nothing is printed for 2023 and 2024 |
      | top_up_order   | order of the top-ups        | gas_first, limit_first | gas_first    | whether the limit of 20 % on the gap is taken after gas units are filled up, or before                                 |
      | left_out       | emissions of units left out | count, do_not_count    | do_not_count | whether the emissions of units that are left out count in what is to be surrendered; nothing is filled up for them     |
    And the choices of order of the top-ups
      | value       | words       |
      | gas_first   | gas first   |
      | limit_first | limit first |
    And the choices of emissions of units left out
      | value        | words        |
      | count        | count        |
      | do_not_count | do not count |
    And these facts
      | fact  | label       | type         | evidence               |
      | units | power units | list of unit | verification-statement |
    And each unit has
      | field     | label                          | type   | unit  | one of                                                                                                 | at least | at most |
      | unit      | unit name                      | text   |       |                                                                                                        |          |         |
      | serial    | code of unit and year          | text   |       |                                                                                                        |          |         |
      | fuel      | main fuel                      | choice |       | coal, gas, oil, biomass_or_waste, special_gas                                                          |          |         |
      | kind_of   | kind of unit                   | choice |       | ordinary, circulating_bed, combined_gasification, internal_combustion, heat_only, boiler_turned_to_gas |          |         |
      | state     | state in the year              | choice |       | whole_year, new, closed                                                                                |          |         |
      | rated     | rated power                    | number | MW    |                                                                                                        | 0        |         |
      | low_grade | gangue, slime and slurry       | number | %     |                                                                                                        | 0        | 100     |
      | biomass   | heat from biomass              | number | %     |                                                                                                        | 0        | 100     |
      | secondary | heat from own secondary energy | number | %     |                                                                                                        | 0        | 100     |
      | others    | heat from other fuels          | number | %     |                                                                                                        | 0        | 100     |
      | joint     | class if reported together     | choice |       | alone, I, II, III, IV                                                                                  |          |         |
      | generated | electricity generated          | number | MWh   |                                                                                                        | 0        |         |
      | heat      | heat supplied                  | number | GJ    |                                                                                                        | 0        |         |
      | load      | load factor                    | number | %     |                                                                                                        | 0        | 100     |
      | emitted   | verified emissions of the unit | number | tCO2e |                                                                                                        | 0        |         |
    And no two power units share a unit name
    And no two power units share a code of unit and year
    And the choices of main fuel
      | value            | words                    |
      | coal             | coal                     |
      | gas              | natural gas              |
      | oil              | oil                      |
      | biomass_or_waste | biomass or waste         |
      | special_gas      | special or own waste gas |
    And the choices of kind of unit
      | value                 | words                 |
      | ordinary              | ordinary              |
      | circulating_bed       | circulating bed       |
      | combined_gasification | combined gasification |
      | internal_combustion   | internal combustion   |
      | heat_only             | heat only             |
      | boiler_turned_to_gas  | boiler turned to gas  |
    And the choices of state in the year
      | value      | words               |
      | whole_year | all year            |
      | new        | new in the year     |
      | closed     | closed before issue |
    And in the reference case power units are
      | unit name | code of unit and year | main fuel   | kind of unit | state in the year | rated power | gangue, slime and slurry | heat from biomass | heat from own secondary energy | heat from other fuels | class if reported together | electricity generated | heat supplied | load factor | verified emissions of the unit |
      | A         | 2024/A                | coal        | ordinary     | all year          | 600 MW      | 0 %                      | 0 %               | 0 %                            | 0 %                   | alone                      | 3000000 MWh           | 1200000 GJ    | 58 %        | 2700000 tCO2e                  |
      | B         | 2024/B                | coal        | ordinary     | all year          | 330 MW      | 0 %                      | 0 %               | 0 %                            | 0 %                   | alone                      | 1200000 MWh           | 2000000 GJ    | 70 %        | 1350000 tCO2e                  |
      | C         | 2024/C                | natural gas | ordinary     | all year          | 400 MW      | 0 %                      | 0 %               | 0 %                            | 0 %                   | alone                      | 900000 MWh            | 500000 GJ     | 60 %        | 340000 tCO2e                   |
    And the quantity verified emissions (verified), in tCO2e, the sum of verified emissions of the unit over power units, on basis surrender
    And these conditions
      | condition | label            | holds when                                                                                   | basis |
      | covered   | entity is listed | verified emissions is at least 26000 tCO2e                                                   | entry |
      | covered   |                  | verified emissions of the year before is at least 26000 tCO2e; listed the year before is yes | entry |
      | covered   |                  | unless status of the entity is closed                                                        | entry |
      | covered   |                  | unless status of the entity is moved out                                                     | entry |
    And the scorecard applies when entity is listed holds

  Rule: Whom the market covers

    Scenario Outline: 26,000 tonnes in any year, or one year below them
      Given power units are
        | unit name | code of unit and year | main fuel | kind of unit | state in the year | rated power | gangue, slime and slurry | heat from biomass | heat from own secondary energy | heat from other fuels | class if reported together | electricity generated | heat supplied | load factor | verified emissions of the unit |
        | A         | 2024/A                | coal      | ordinary     | all year          | 30 MW       | 0 %                      | 0 %               | 0 %                            | 0 %                   | alone                      | 30000 MWh             | 0 GJ          | 70 %        | <emitted> tCO2e                |
      And verified emissions of the year before is <before> tCO2e
      And listed the year before is <listed>
      And status of the entity is <status>
      When evaluated as of 2025-06-30
      Then condition entity is listed <holds>

      Examples:
        | emitted  | before   | listed | status    | holds         |
        | 26000    | 0        | no     | running   | holds         |
        | 25999.99 | 0        | no     | running   | does not hold |
        | 25999.99 | 26000    | yes    | running   | holds         |
        | 25999.99 | 26000    | no     | running   | does not hold |
        | 25999.99 | 25999.99 | yes    | running   | does not hold |
        | 26000    | 25999.99 | no     | running   | holds         |
        | 26000    | 26000    | yes    | closed    | does not hold |
        | 26000    | 26000    | yes    | moved out | does not hold |

    Scenario: two years below end it, and nothing is due
      Given power units are
        | unit name | code of unit and year | main fuel | kind of unit | state in the year | rated power | gangue, slime and slurry | heat from biomass | heat from own secondary energy | heat from other fuels | class if reported together | electricity generated | heat supplied | load factor | verified emissions of the unit |
        | A         | 2024/A                | coal      | ordinary     | all year          | 30 MW       | 0 %                      | 0 %               | 0 %                            | 0 %                   | alone                      | 30000 MWh             | 0 GJ          | 70 %        | 25999.99 tCO2e                 |
      And verified emissions of the year before is 25999.99 tCO2e
      When evaluated as of 2025-06-30
      Then the conclusion is not applicable
