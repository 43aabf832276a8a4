# language: en
Feature: National carbon market of China: power sector
  Allowances that a power entity may receive for a year, the amount to surrender, any shortfall and the possible
  carry-over. Allowance years 2023 and 2024 are assessed; for 2025 and 2026 only a draft was read and used for forecasts.

  Background:
    Given this scorecard
      | field           | value                                                                                                                                                             |
      | id              | cn-ets-power                                                                                                                                                      |
      | version         | 1.0.0                                                                                                                                                             |
      | title           | National carbon market of China: power sector                                                                                                                     |
      | subject         | entity                                                                                                                                                            |
      | attestation     | self-assessment                                                                                                                                                   |
      | time zone       | Asia/Shanghai                                                                                                                                                     |
      | effective from  | 2024-11-01                                                                                                                                                        |
      | rounding        | half-even, 2 decimals                                                                                                                                             |
      | not applicable  | drop and rescale                                                                                                                                                  |
      | does not assess | whether emissions, heat values and load factors are correct; the scorecard cn-ets-verification assesses how they were determined                                  |
      | does not assess | allowances for 2025 and 2026, because the plan of 1 September 2026 was not found; the consultation draft is used for forecasts only                               |
      | does not assess | allowances for 2022 and earlier, because the benchmarks for class III and for heat were not found and all benchmarks are per MWh supplied                         |
      | does not assess | the load factor of units reported together, which is used as stated by the applicant                                                                              |
      | does not assess | the amount of a fine within its range, and fines for deadlines from 15 August 2026, because their range was not found                                             |
      | does not assess | future prices; the exposure is calculated at the stated price                                                                                                     |
      | does not assess | obligations in a local carbon market                                                                                                                              |
      | does not assess | forecasts for emergency reserve units and for units with more than 20 % of heat from green hydrogen or ammonia, because the scorecard does not request these data |
    And bases from cn-ets-facts
    And these bases
      | basis            | instrument                                               | clause                                             | certainty   | note                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                           |
      | plan             | 2023、2024年度全国碳排放权交易发电行业配额总量和分配方案 | main text                                          | confirmed   | The plan allocates allowances to each generating unit: output multiplied by a benchmark. The company surrenders allowances for its verified emissions. The text was read in an unofficial public copy.                                                                                                                                                                                                                                                                                                                         |
      | classes          | 2023、2024年度全国碳排放权交易发电行业配额总量和分配方案 | annex 1                                            | confirmed   | Conventional coal units belong to class I from a rated power of 400 MW and to class II below 400 MW. Class III covers circulating fluidised beds, and coal units with more than 50 % of fuel heat from coal gangue, coal slime and coal-water slurry. Class IV covers gas units with at most 10 % of heat from other fuels; above 10 % the plan states no class. The class decides which benchmark applies.                                                                                                                    |
      | excluded         | 2023、2024年度全国碳排放权交易发电行业配额总量和分配方案 | list of units that are left out                    | confirmed   | For 2023 and 2024, the plan excludes units from allocation that were commissioned in the year or closed before allowances were issued. It also excludes heat-only, internal combustion and integrated gasification combined cycle units, and boilers converted to gas. Units fired with oil, with only biomass or waste, or with special or self-produced waste gas are excluded too. Mixed units are excluded with more than 10 % of heat from self-produced secondary energy, or more than 10 % and up to 50 % from biomass. |
      | excluded-reading | cn-ets-power                                             | -                                                  | own reading | Units that burn biomass with other fuels are excluded from allocation if biomass supplies a certain share of their heat. Our two records of the plan for 2023 and 2024 differ: 10 to 50 %, or more than 10 % up to 50 %. We do not exclude a unit with exactly 10 %. Neither record covers mixed units above 50 %, so their exclusion is undetermined.                                                                                                                                                                         |
      | together         | 2023、2024年度全国碳排放权交易发电行业配额总量和分配方案 | annex 1                                            | own reading | Units whose data are reported together are allocated under the least favourable class. We interpret this as the class with the lowest benchmark; the applicant states which class it is.                                                                                                                                                                                                                                                                                                                                       |
      | benchmarks       | 2023、2024年度全国碳排放权交易发电行业配额总量和分配方案 | annex 2                                            | confirmed   | The allowances for electricity are the MWh generated, multiplied by the benchmark of the class; heat has its own benchmark per GJ. The correction factors for cooling method and heat supply of 2021 and 2022 no longer apply.                                                                                                                                                                                                                                                                                                 |
      | load-factor      | 2023、2024年度全国碳排放权交易发电行业配额总量和分配方案 | annex 1, factor below 65 %                         | own reading | Electricity allowances of conventional coal units with a load factor F below 65 % are multiplied by 1.015 to the power of (16 - 20 F). The limit of 65 % is confirmed. Our interpretation: the form of the exponent, F as a fraction, rounding to twelve decimals and a multiplier of 1 from 65 %.                                                                                                                                                                                                                             |
      | top-ups          | 2023、2024年度全国碳排放权交易发电行业配额总量和分配方案 | gas units and the limit of 20 % on the gap         | confirmed   | If the allowances of a gas unit are below its verified emissions, they are topped up to these emissions. If the allowances of an entity are below 80 % of its verified emissions, they are topped up to 80 %. The allowance gap of an entity is therefore at most 20 % of these emissions.                                                                                                                                                                                                                                     |
      | top-up-order     | cn-ets-power                                             | -                                                  | own reading | Gas units are topped up to their emissions, and the entity is topped up to 80 % of its emissions. The allocation plan for 2023 and 2024 does not state which top-up comes first. By default we top up gas units first; the setting “order of the top-ups” selects the other order.                                                                                                                                                                                                                                             |
      | floor            | cn-ets-power                                             | -                                                  | own reading | Only the consultation draft of 27 July 2026 states a rounding rule: allowances are rounded down to whole tonnes. We round the allowances of the entity down in the same way for 2023 and 2024. After a top-up to 80 % of emissions, rounding can leave slightly less than 80 %. A setting rounds each unit instead, or does not round.                                                                                                                                                                                         |
      | excluded-counted | cn-ets-power                                             | -                                                  | own reading | The allocation plan for 2023 and 2024 places excluded units outside allowance management. It does not state whether allowances must be surrendered for the emissions of excluded units. We grant no top-up for excluded units and, by default, require no surrender. A setting includes their emissions in the surrender obligation.                                                                                                                                                                                           |
      | issued-before    | 2023、2024年度全国碳排放权交易发电行业配额总量和分配方案 | allowances issued in advance                       | confirmed   | Before allowances are finally determined, an entity receives advance allowances of 70 % of its verified emissions of the previous year.                                                                                                                                                                                                                                                                                                                                                                                        |
      | issued-rounded   | cn-ets-power                                             | -                                                  | own reading | Advance allowances are 70 % of the verified emissions of the previous year; the allocation plan for 2023 and 2024 states no rounding for them. We round them down to whole tonnes.                                                                                                                                                                                                                                                                                                                                             |
      | forced           | 2023、2024年度全国碳排放权交易发电行业配额总量和分配方案 | entities that are frozen, at risk or not compliant | confirmed   | The allowances of an entity that is frozen, at risk or not compliant are issued to the provincial account, and surrender is enforced.                                                                                                                                                                                                                                                                                                                                                                                          |
      | deadline         | 2023、2024年度全国碳排放权交易发电行业配额总量和分配方案 | section 6                                          | confirmed   | Entities must surrender allowances for their 2023 emissions by 31 December 2024 and for their 2024 emissions by 31 December 2025.                                                                                                                                                                                                                                                                                                                                                                                              |
      | vintages         | 2023、2024年度全国碳排放权交易发电行业配额总量和分配方案 | section 6                                          | confirmed   | For a year's emissions, an entity may surrender only allowances issued for that year or earlier years. It may not borrow allowances of later years.                                                                                                                                                                                                                                                                                                                                                                            |
      | vintage-2025     | cn-ets-power                                             | -                                                  | own reading | For 2025 emissions we accept only allowances of vintage 2025. Under annex 5 of the plan for 2023 and 2024, allowances carried over become vintage 2025. Earlier vintages that were not carried over cannot be used for 2025 and later years. We do not accept vintage 2026, because only the consultation draft of 27 July 2026 provides for its use.                                                                                                                                                                          |
      | carry-over       | 2023、2024年度全国碳排放权交易发电行业配额总量和分配方案 | annex 5                                            | confirmed   | The carry-over is at most 10,000 tonnes plus 1.5 times the net sales in 2024 and 2025, in whole tonnes. Net sales include allowances of vintages up to 2024. The carry-over cannot exceed the holding on 31 December 2025 and requires complete surrender for 2023 and 2024. Requests are due by 10 June 2026; later requests are accepted only for allowances frozen by a court.                                                                                                                                              |
      | net-sales        | cn-ets-power                                             | -                                                  | own reading | The amount an entity may carry over depends on its net sales, that is, allowances sold minus bought. We count listed trades and block trades alike and exclude transfers without a trade.                                                                                                                                                                                                                                                                                                                                      |
      | plausible        | cn-ets-power                                             | -                                                  | own reading | A unit cannot generate more electricity in a year than its rated power multiplied by 8,784 hours. A unit that supplies heat but generates no electricity must be reported as heat-only. We treat reported data that violate one of these limits as implausible, and the data check is not passed.                                                                                                                                                                                                                              |
    And facts from cn-ets-facts
    And these reference tables
      | table    | name                    | edition    | basis      |
      | allowed  | cn-ets-power-benchmarks | 2024-11-01 | benchmarks |
      | planned  | cn-ets-power-draft      | 2026-07-27 | draft      |
      | advanced | cn-ets-draft-advance    | 2026-07-27 | draft      |
    And these settings
      | setting        | label                       | one of                 | default      | meaning                                                                                                                      |
      | rounding_place | rounding of allowances      | entity, unit, nowhere  | entity       | Whether allowances are rounded down for the entity, for each unit, or not at all. The plan prints no rule for 2023 and 2024. |
      | top_up_order   | order of the top-ups        | gas_first, limit_first | gas_first    | Whether the 20 % limit on the gap is applied after gas units are topped up, or before                                        |
      | left_out       | emissions of excluded units | count, do_not_count    | do_not_count | Whether the emissions of excluded units are included in the surrender obligation. No top-up is granted for these units.      |
    And the choices of order of the top-ups
      | value       | words       |
      | gas_first   | gas first   |
      | limit_first | limit first |
    And the choices of emissions of excluded units
      | value        | words       |
      | count        | counted     |
      | do_not_count | disregarded |
    And these facts
      | fact  | label       | type         | evidence               |
      | units | power units | list of unit | verification-statement |
    And each unit has
      | field     | label                                          | type   | unit  | one of                                                                                                 | at least | at most |
      | unit      | unit name                                      | text   |       |                                                                                                        |          |         |
      | serial    | identifier of unit and year                    | text   |       |                                                                                                        |          |         |
      | fuel      | main fuel                                      | choice |       | coal, gas, oil, biomass_or_waste, special_gas                                                          |          |         |
      | kind_of   | type of unit                                   | choice |       | ordinary, circulating_bed, combined_gasification, internal_combustion, heat_only, boiler_turned_to_gas |          |         |
      | state     | status in the year                             | choice |       | whole_year, new, closed                                                                                |          |         |
      | rated     | rated power                                    | number | MW    |                                                                                                        | 0        |         |
      | low_grade | share of gangue, slime and slurry in fuel heat | number | %     |                                                                                                        | 0        | 100     |
      | biomass   | share of heat from biomass                     | number | %     |                                                                                                        | 0        | 100     |
      | secondary | share of heat from own secondary energy        | number | %     |                                                                                                        | 0        | 100     |
      | others    | share of heat from other fuels                 | number | %     |                                                                                                        | 0        | 100     |
      | joint     | class if reported together                     | choice |       | alone, I, II, III, IV                                                                                  |          |         |
      | generated | electricity generated                          | number | MWh   |                                                                                                        | 0        |         |
      | heat      | heat supplied                                  | number | GJ    |                                                                                                        | 0        |         |
      | load      | load factor                                    | number | %     |                                                                                                        | 0        | 100     |
      | emitted   | verified emissions of the unit                 | number | tCO2e |                                                                                                        | 0        |         |
    And no two power units share a unit name
    And no two power units share a identifier of unit and year
    And the choices of main fuel
      | value            | words                    |
      | coal             | coal                     |
      | gas              | natural gas              |
      | oil              | oil                      |
      | biomass_or_waste | biomass or waste         |
      | special_gas      | special or own waste gas |
    And the choices of type of unit
      | value                 | words                                  |
      | ordinary              | ordinary                               |
      | circulating_bed       | circulating bed                        |
      | combined_gasification | integrated gasification combined cycle |
      | internal_combustion   | internal combustion                    |
      | heat_only             | heat only                              |
      | boiler_turned_to_gas  | boiler converted to gas                |
    And the choices of status in the year
      | value      | words                                |
      | whole_year | all year                             |
      | new        | commissioned in the year             |
      | closed     | closed before allowances were issued |
    And in the reference case power units are
      | unit name | identifier of unit and year | main fuel   | type of unit | status in the year | rated power | share of gangue, slime and slurry in fuel heat | share of heat from biomass | share of heat from own secondary energy | share of heat from other fuels | class if reported together | electricity generated | heat supplied | load factor | verified emissions of the unit |
      | A         | 2024/A                      | coal        | ordinary     | all year           | 600 MW      | 0 %                                            | 0 %                        | 0 %                                     | 0 %                            | alone                      | 3000000 MWh           | 1200000 GJ    | 58 %        | 2700000 tCO2e                  |
      | B         | 2024/B                      | coal        | ordinary     | all year           | 330 MW      | 0 %                                            | 0 %                        | 0 %                                     | 0 %                            | alone                      | 1200000 MWh           | 2000000 GJ    | 70 %        | 1350000 tCO2e                  |
      | C         | 2024/C                      | natural gas | ordinary     | all year           | 400 MW      | 0 %                                            | 0 %                        | 0 %                                     | 0 %                            | alone                      | 900000 MWh            | 500000 GJ     | 60 %        | 340000 tCO2e                   |
    And the quantity verified emissions (verified), in tCO2e, the sum of verified emissions of the unit over power units, on basis surrender
    And these conditions
      | condition | label            | holds when                                                                                          | basis |
      | covered   | entity is listed | verified emissions is at least 26000 tCO2e                                                          | entry |
      | covered   |                  | verified emissions of the previous year is at least 26000 tCO2e; listed in the previous year is yes | entry |
      | covered   |                  | unless status of the entity is closed                                                               | entry |
      | covered   |                  | unless status of the entity is moved out                                                            | entry |
    And the scorecard applies when entity is listed holds

  Rule: Entities covered by the market

    Scenario Outline: An entity is listed at 26,000 tonnes in either year, and a single year below does not end it
      Given power units are
        | unit name | identifier of unit and year | main fuel | type of unit | status in the year | rated power | share of gangue, slime and slurry in fuel heat | share of heat from biomass | share of heat from own secondary energy | share of heat from other fuels | class if reported together | electricity generated | heat supplied | load factor | verified emissions of the unit |
        | A         | 2024/A                      | coal      | ordinary     | all year           | 30 MW       | 0 %                                            | 0 %                        | 0 %                                     | 0 %                            | alone                      | 30000 MWh             | 0 GJ          | 70 %        | <emitted> tCO2e                |
      And verified emissions of the previous year is <before> tCO2e
      And listed in the previous year is <listed>
      And status of the entity is <status>
      When evaluated as of 2025-06-30
      Then condition entity is listed <holds>

      Examples:
        | emitted  | before   | listed | status    | holds         |
        | 26000    | 0        | no     | operating | holds         |
        | 25999.99 | 0        | no     | operating | does not hold |
        | 25999.99 | 26000    | yes    | operating | holds         |
        | 25999.99 | 26000    | no     | operating | does not hold |
        | 25999.99 | 25999.99 | yes    | operating | does not hold |
        | 26000    | 25999.99 | no     | operating | holds         |
        | 26000    | 26000    | yes    | closed    | does not hold |
        | 26000    | 26000    | yes    | moved out | does not hold |

    Scenario: After two years below the threshold the scorecard does not apply
      Given power units are
        | unit name | identifier of unit and year | main fuel | type of unit | status in the year | rated power | share of gangue, slime and slurry in fuel heat | share of heat from biomass | share of heat from own secondary energy | share of heat from other fuels | class if reported together | electricity generated | heat supplied | load factor | verified emissions of the unit |
        | A         | 2024/A                      | coal      | ordinary     | all year           | 30 MW       | 0 %                                            | 0 %                        | 0 %                                     | 0 %                            | alone                      | 30000 MWh             | 0 GJ          | 70 %        | 25999.99 tCO2e                 |
      And verified emissions of the previous year is 25999.99 tCO2e
      When evaluated as of 2025-06-30
      Then the conclusion is not applicable
