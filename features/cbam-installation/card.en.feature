# language: en
Feature: CBAM, one production process of an installation
  From the fuels, materials and output of an installation in a year to the embedded emissions per tonne of its goods.

  Background:
    Given this scorecard
      | field           | value                                                                                                                                                                                                                                              |
      | id              | cbam-installation                                                                                                                                                                                                                                  |
      | version         | 1.0.0                                                                                                                                                                                                                                              |
      | title           | CBAM, one production process of an installation                                                                                                                                                                                                    |
      | subject         | production-process                                                                                                                                                                                                                                 |
      | attestation     | self-assessment                                                                                                                                                                                                                                    |
      | time zone       | Europe/Brussels                                                                                                                                                                                                                                    |
      | effective from  | 2026-01-01                                                                                                                                                                                                                                         |
      | rounding        | half-even, 5 decimals                                                                                                                                                                                                                              |
      | not applicable  | drop and rescale                                                                                                                                                                                                                                   |
      | does not assess | how well a quantity or factor was measured, sampled or analysed; the scorecard uses the declared values                                                                                                                                            |
      | does not assess | whether the boundaries of the process comply with Annex I of IR (EU) 2025/2547                                                                                                                                                                     |
      | does not assess | emissions shared between several chemicals by molar ratio, and other processes with several functional units                                                                                                                                       |
      | does not assess | which reference efficiencies of Annex IX of IR (EU) 2023/1773 are correct for a cogeneration unit; the scorecard uses the declared values                                                                                                          |
      | does not assess | measured emissions, transferred and stored carbon dioxide, and the overvoltage method; their results are entered as a measured source stream                                                                                                       |
      | does not assess | the emission factor of grid electricity by country; the scorecard uses the declared value from Annex II of IR (EU) 2025/2621                                                                                                                       |
      | does not assess | free allocation and certificates, which are assessed by the scorecard cbam-goods                                                                                                                                                                   |
      | does not assess | verification and the content of the operator's emissions report                                                                                                                                                                                    |
      | does not assess | documents that support the declared facts where none is required here: quantities, factors and flows that the operator measured, which are in the emissions report and are assessed by its verifier; proof of use of a waste gas; biomass criteria |
    And these bases
      | basis         | instrument               | clause                                                 | certainty   | note                                                                                                                                                                                                                                                                                                                                                                                                                                             |
      | scope         | Regulation (EU) 2023/956 | Article 2, Annexes I to III                            | secondary   | The Regulation covers goods with CN codes of Annex I that come from third countries, unless the country is exempt. The list of CN codes was copied from a public list.                                                                                                                                                                                                                                                                           |
      | counted       | Regulation (EU) 2023/956 | Article 7(1), Annex II; IR (EU) 2025/2547 Article 3(2) | confirmed   | For goods of Annex II only direct emissions are counted; for all other goods direct and indirect emissions. This is decided separately for each good and for each precursor, by its own CN code.                                                                                                                                                                                                                                                 |
      | period        | IR (EU) 2025/2547        | Articles 1(5) and 7, recitals 23 and 24                | confirmed   | The reporting period of an installation is one calendar year and does not start before 2026. The scorecard checks that the period starts in 2026 or later and lasts one year; it does not check that the period starts on 1 January.                                                                                                                                                                                                             |
      | plan          | IR (EU) 2025/2547        | Articles 5(5), 5(6) and 10(4)                          | confirmed   | The operator's monitoring plan (Article 5) and emissions report (Article 10(4)) must be in English.                                                                                                                                                                                                                                                                                                                                              |
      | unit          | IR (EU) 2025/2547        | Article 4(2) to (5), Annex III equations 64 to 66      | confirmed   | Embedded emissions are stated per functional unit. The functional unit is the tonne of clinker for cement, the tonne of nitrogen for fertilisers and otherwise the tonne of goods. Goods grouped in one composition range may differ by at most ten percentage points in their content of clinker or nitrogen.                                                                                                                                   |
      | nitrogen      | cbam-installation        | -                                                      | own reading | The text states the nitrogen of some fertilisers in kilograms. For other fertilisers it prescribes a supplementary unit (an additional unit of measure besides mass). We interpret this supplementary unit as nitrogen too, so the functional unit of all fertilisers is the tonne of nitrogen.                                                                                                                                                  |
      | calculation   | IR (EU) 2025/2547        | Annex II equations 4 to 6, 9 to 12 and 15              | confirmed   | The operator calculates the emissions of each source stream by the standard method or by mass balance. One tonne of carbon corresponds to 3.664 t of carbon dioxide. Streams that leave the installation are deducted only in a mass balance.                                                                                                                                                                                                    |
      | zero-rating   | IR (EU) 2025/2547        | Annex II B.3.3                                         | confirmed   | Carbon in biomass is counted as zero emissions only if the biomass meets the criteria of Annex II B.3.3. Otherwise it is treated as fossil carbon.                                                                                                                                                                                                                                                                                               |
      | fluorocarbons | IR (EU) 2025/2547        | Annex II B.7.1 and B.7.3, equations 20 to 23 and 26    | confirmed   | Perfluorocarbon emissions of primary aluminium (CF4 and C2F6) are calculated with a slope factor and a weight fraction for each cell technology. A technology without a factor in the text uses the factor of centre worked prebake cells.                                                                                                                                                                                                       |
      | attribution   | IR (EU) 2025/2547        | Annex III A.1 and A.2, equations 41 and 42             | confirmed   | Emissions of source streams (fuels and materials) and of electricity shared by several processes are divided between these processes. The share of a process is its allocation quantity divided by the total allocation quantity of all processes. The allocation quantity is either corrected meter data of fuels, materials or electricity, or the number of functional units.                                                                 |
      | heat          | IR (EU) 2025/2547        | Annex III A.2.2 and A.3, equations 44 and 52           | confirmed   | For heat from a boiler, the declared emission factor (of the heat or the fuel) is divided by the efficiency of the boiler. If this efficiency is not known, the standard value of 90 % applies.                                                                                                                                                                                                                                                  |
      | waste-gas     | IR (EU) 2025/2547        | Annex III A.2.3, equations 53 and 54                   | confirmed   | A process that receives waste gas adds emissions equal to the energy of the gas times the emission factor of natural gas. A process that passes waste gas on to others deducts the energy of that gas times the emission factor of natural gas times 0.667. The deduction requires proof that the gas is used.                                                                                                                                   |
      | gas-factor    | IR (EU) 2025/2547        | Annex II G, Table 1                                    | confirmed   | For natural gas, and also for waste gases, the calculation uses an emission factor of 56.1 t of carbon dioxide per TJ.                                                                                                                                                                                                                                                                                                                           |
      | power         | IR (EU) 2025/2547        | Article 9, Annex II D.1, D.4 and D.4.3                 | confirmed   | The emission factor of the grid applies to electricity used. The operator may use the emission factor of the electricity source only with a direct link or a purchase agreement, and with proof of hourly matching. With a purchase agreement, the source must also be physically connected.                                                                                                                                                     |
      | attributed    | IR (EU) 2025/2547        | Annex III equations 55 to 58                           | confirmed   | The direct emissions attributed to a process include those of imported heat and received waste gases. The emissions of exported heat, waste gases passed on and electricity produced are deducted. The result is never below zero.                                                                                                                                                                                                               |
      | complex       | IR (EU) 2025/2547        | Annex III B, equations 59 to 63                        | confirmed   | The embedded emissions of a complex good include those of its precursors, per functional unit. Precursors from the Union or from exempt countries count with zero emissions.                                                                                                                                                                                                                                                                     |
      | no-precursor  | Regulation (EU) 2023/956 | Annex I; Annex IV point 1                              | own reading | Annex I lists the goods with embedded emissions. We conclude that any input material not listed there has none. The scorecard's table lists such materials: ores that are not agglomerated, scrap, coal, fluxes and other metals.                                                                                                                                                                                                                |
      | report        | IR (EU) 2025/2547        | Annex II A.1(4) and (5)                                | confirmed   | Reported emissions of a precursor are used only if a report by an accredited verifier covers the period of its production. Otherwise the default value applies. Precursors from the operator's own process need no such report.                                                                                                                                                                                                                  |
      | whole         | cbam-installation        | -                                                      | own reading | The scorecard reports which share of the emissions of a good comes from default values of precursors (input goods). The emissions from default values can equal or exceed the total emissions counted for the good. The sources do not state the share for this case; we use 100 %. A rule of the Regulation for this case would change the result.                                                                                              |
      | defaults      | IR (EU) 2025/2621        | Article 1(2) and (5), Annexes I and IV                 | confirmed   | A precursor (input good) without accepted actual values uses the default value for its CN code and country. If its country is unknown, it uses the default value for unknown origin. The default values are those printed in the Official Journal, with at most three decimals.                                                                                                                                                                  |
      | raise         | IR (EU) 2025/2621        | Article 1(2)                                           | own reading | Default values are increased by a yearly mark-up; we apply the mark-up of the year in which the reporting period ends. The sources differ on whether the mark-up also applies to default values of precursors (input goods) when the good is calculated from actual values. The user decides this in the setting for the mark-up on default values of precursors. By default the mark-up applies; without it, the default values used are lower. |
      | rounding      | IR (EU) 2025/2547        | Annex II A.1(6) to (8)                                 | own reading | Results are stated with at most five decimals. The text prescribes no rounding method; we round half to even.                                                                                                                                                                                                                                                                                                                                    |
      | cogeneration  | IR (EU) 2023/1773        | Annex III C.2.2, equations 37 to 44; Annex IX          | secondary   | Emissions of cogeneration are divided between heat and electricity in proportion to the efficiency of each relative to its reference efficiency. If the efficiencies are not known, the standard values of 55 % for heat and 25 % for electricity apply. Stated from memory; the Official Journal was not read. We assume that IR (EU) 2025/2547 contains the same rule; a different rule there would change the division.                       |
      | proof         | cbam-installation        | -                                                      | own reading | We accept five kinds of document: monitoring plan, emissions report, hourly meter data, verification report of a precursor, and proof of the electricity source. The electricity source is proven by a power purchase agreement or a diagram of the direct connection. Which document proves which fact is listed in the scorecard and is our own interpretation. For all other facts a declaration is sufficient.                               |
    And these reference tables
      | table    | name                       | basis         |
      | annex_i  | cbam-annex-i               | scope         |
      | outside  | cbam-outside-annex-i       | scope         |
      | groups   | cbam-country-groups        | scope         |
      | defaults | cbam-default-values        | defaults      |
      | unknown  | cbam-unknown-origin-values | defaults      |
      | mark_ups | cbam-mark-up               | defaults      |
      | gases    | cbam-warming-potentials    | fluorocarbons |
    And these settings
      | setting           | label                                   | one of        | default | meaning                                                                                                                                            |
      | precursor_mark_up | mark-up on default values of precursors | with, without | with    | Whether the mark-up also applies to a default value used for a precursor in an actual calculation. With the mark-up is the prudent interpretation. |
    And these facts
      | fact              | label                                    | type   | unit | one of                   | at least | at most | evidence         |
      | cn_code           | CN code                                  | text   |      |                          |          |         |                  |
      | country           | country of production                    | text   |      |                          |          |         |                  |
      | period_start      | first day of the period                  | date   |      |                          |          |         |                  |
      | period_end        | last day of the period                   | date   |      |                          |          |         |                  |
      | plan_in_english   | monitoring plan in English               | flag   |      |                          |          |         | monitoring-plan  |
      | report_in_english | emissions report in English              | flag   |      |                          |          |         | emissions-report |
      | functional_unit   | functional unit                          | choice |      | tonne, clinker, nitrogen |          |         |                  |
      | made              | goods produced                           | number | t    |                          | 0.001    |         |                  |
      | content           | clinker or nitrogen content of all goods | number | %    |                          | 0.001    | 100     |                  |
      | range_content     | average content of the composition range | number | %    |                          | 0        | 100     |                  |
      | range_lowest      | lowest content of the composition range  | number | %    |                          | 0        | 100     |                  |
      | range_highest     | highest content of the composition range | number | %    |                          | 0        | 100     |                  |
    And the choices of functional unit
      | value    | words             |
      | tonne    | tonne of goods    |
      | clinker  | tonne of clinker  |
      | nitrogen | tonne of nitrogen |
    And this reference case
      | fact                                     | value          |
      | CN code                                  | 73181542       |
      | country of production                    | US             |
      | first day of the period                  | 2026-01-01     |
      | last day of the period                   | 2026-12-31     |
      | monitoring plan in English               | yes            |
      | emissions report in English              | yes            |
      | functional unit                          | tonne of goods |
      | goods produced                           | 17000 t        |
      | clinker or nitrogen content of all goods | 100 %          |
      | average content of the composition range | 100 %          |
      | lowest content of the composition range  | 100 %          |
      | highest content of the composition range | 100 %          |
    And the quantity sector (sector), a word from column sector, on basis scope
      | in      | with               |
      | annex_i | cn_code is CN code |
      | outside | cn_code is CN code |
    And the quantity emissions counted (counted), a word from column emissions, on basis counted
      | in      | with               |
      | annex_i | cn_code is CN code |
    And the quantity group of the country (group), a word from column group, on basis scope
      | in     | with                             |
      | groups | country is country of production |
    And the scorecard applies when sector is none of outside, electricity; group of the country is third

  Rule: Period and plan
    Background:
      Given these gates
        | id | gate                                  | requires                                                                     | basis       |
        | M1 | The period does not start before 2026 | first day of the period is from 2026-01-01                                   | period      |
        | M2 | The period is one year                | last day of the period is on first day of the period plus 1 year minus 1 day | period      |
        | M3 | The monitoring plan is in English     | monitoring plan in English is yes                                            | plan, proof |
        | M4 | The emissions report is in English    | emissions report in English is yes                                           | plan, proof |
      And these findings
        | code   | finding                                             | when                               | severity    | basis  |
        | M.RUNS | The period has not ended: its values are a forecast | last day of the period is not over | observation | period |

    Scenario Outline: a period that has not ended
      When evaluated as of <asked>
      Then <runs>

      Examples:
        | asked      | runs                            |
        | 2026-12-31 | an observation M.RUNS is raised |
        | 2027-01-01 | no finding M.RUNS is raised     |

    Scenario Outline: the period is a calendar year from 2026 on, with plan and report in English
      Given first day of the period is <first>
      And last day of the period is <last>
      And monitoring plan in English is <plan>
      And emissions report in English is <report>
      When evaluated as of 2028-03-01
      Then gate M1 is <m1>
      And gate M2 is <m2>
      And gate M3 is <m3>
      And gate M4 is <m4>
      And the conclusion is <conclusion>

      Examples:
        | first      | last       | plan | report | m1      | m2      | m3      | m4      | conclusion  |
        | 2026-01-01 | 2026-12-31 | yes  | yes    | met     | met     | met     | met     | scored      |
        | 2025-12-31 | 2026-12-30 | yes  | yes    | not met | met     | met     | met     | gate failed |
        | 2027-01-01 | 2027-12-30 | yes  | yes    | met     | not met | met     | met     | gate failed |
        | 2026-01-01 | 2026-12-31 | no   | yes    | met     | met     | not met | met     | gate failed |
        | 2026-01-01 | 2026-12-31 | yes  | no     | met     | met     | met     | not met | gate failed |

    Scenario: without evidence of the monitoring plan the gate is undetermined
      Given evidence for monitoring plan in English is missing
      When evaluated as of 2028-03-01
      Then gate M3 is undetermined
      And the conclusion is incomplete

    Scenario Outline: goods to which the scorecard applies
      Given CN code is <code>
      And country of production is <country>
      When evaluated as of 2026-11-20
      Then the conclusion is <conclusion>

      Examples:
        | code     | country | conclusion     |
        | 73181542 | US      | scored         |
        | 72044990 | US      | not applicable |
        | 27160000 | UA      | not applicable |
        | 73181542 | DE      | not applicable |
        | 73181542 | CH      | not applicable |

  Rule: Functional unit
    Background:
      Given the quantity activity level (activity_level), in t
        | is                                                        | when                              | basis          |
        | goods produced                                            | functional unit is tonne of goods | unit           |
        | goods produced * clinker or nitrogen content of all goods | otherwise                         | unit, nitrogen |
      And the quantity functional units per tonne (units_per_tonne)
        | is                                       | when                              | basis          |
        | 1                                        | functional unit is tonne of goods | unit           |
        | average content of the composition range | otherwise                         | unit, nitrogen |
      And the quantity width of the composition range (width), in %, on basis unit
        | is                                                                                 |
        | highest content of the composition range - lowest content of the composition range |
      And these findings
        | code       | finding                                                              | when                                                                                              | severity | basis          |
        | M.CLINKER  | The functional unit of this cement must be the clinker it contains   | CN code is one of 25231000, 25232100, 25232900, 25239000; functional unit is not tonne of clinker | minor    | unit           |
        | M.NITROGEN | The functional unit of fertilisers must be the nitrogen they contain | sector is fertilisers; functional unit is not tonne of nitrogen                                   | minor    | unit, nitrogen |
        | M.RANGE    | A composition range is wider than ten percentage points              | width of the composition range is more than 10 %                                                  | minor    | unit           |

    Scenario Outline: cement is measured in clinker and fertiliser in nitrogen
      Given CN code is <code>
      And functional unit is <unit>
      And goods produced is 1000 t
      And clinker or nitrogen content of all goods is <content> %
      And average content of the composition range is <content> %
      When evaluated as of 2026-11-20
      Then the quantity activity level is <level> t
      And the quantity functional units per tonne is <units>
      And <clinker>
      And <nitrogen>

      Examples:
        | code     | unit              | content | level | units | clinker                                   | nitrogen                                   |
        | 73181542 | tonne of goods    | 95      | 1000  | 1     | no finding M.CLINKER is raised            | no finding M.NITROGEN is raised            |
        | 25232900 | tonne of clinker  | 95      | 950   | 0.95  | no finding M.CLINKER is raised            | no finding M.NITROGEN is raised            |
        | 25232900 | tonne of goods    | 95      | 1000  | 1     | a minor nonconformity M.CLINKER is raised | no finding M.NITROGEN is raised            |
        | 25233000 | tonne of goods    | 95      | 1000  | 1     | no finding M.CLINKER is raised            | no finding M.NITROGEN is raised            |
        | 31052010 | tonne of nitrogen | 15      | 150   | 0.15  | no finding M.CLINKER is raised            | no finding M.NITROGEN is raised            |
        | 31052010 | tonne of goods    | 15      | 1000  | 1     | no finding M.CLINKER is raised            | a minor nonconformity M.NITROGEN is raised |

    Scenario Outline: a composition range spans at most ten percentage points
      Given CN code is 25232900
      And functional unit is tonne of clinker
      And lowest content of the composition range is 70 %
      And highest content of the composition range is <highest> %
      When evaluated as of 2026-11-20
      Then <finding>

      Examples:
        | highest | finding                                 |
        | 80      | no finding M.RANGE is raised            |
        | 80.001  | a minor nonconformity M.RANGE is raised |
