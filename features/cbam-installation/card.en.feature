# language: en
Feature: CBAM, one production process of an installation
  From what an installation burns, uses and makes in a year to the embedded emissions of a tonne of its goods.

  Background:
    Given this scorecard
      | field           | value                                                                                                                                                                                                                               |
      | id              | cbam-installation                                                                                                                                                                                                                   |
      | version         | 5.0.0                                                                                                                                                                                                                               |
      | supersedes      | 4.0.0                                                                                                                                                                                                                               |
      | title           | CBAM, one production process of an installation                                                                                                                                                                                     |
      | subject         | production-process                                                                                                                                                                                                                  |
      | attestation     | self-assessment                                                                                                                                                                                                                     |
      | time zone       | Europe/Brussels                                                                                                                                                                                                                     |
      | effective from  | 2026-01-01                                                                                                                                                                                                                          |
      | rounding        | half-even, 5 decimals                                                                                                                                                                                                               |
      | not applicable  | drop and rescale                                                                                                                                                                                                                    |
      | does not assess | how well a quantity or factor was measured, sampled or analysed; each is taken as given                                                                                                                                             |
      | does not assess | whether the boundaries of the process are drawn by Annex I of IR (EU) 2025/2547                                                                                                                                                     |
      | does not assess | emissions shared between several chemicals by molar ratio, and other processes of several functional units                                                                                                                          |
      | does not assess | which reference efficiencies of Annex IX of IR (EU) 2023/1773 fit a cogeneration unit; they are taken as given                                                                                                                      |
      | does not assess | measured emissions, transferred and stored carbon dioxide, and the overvoltage method; a measured stream holds their result                                                                                                         |
      | does not assess | the emission factor of electricity of the grid by country; it is taken as given from Annex II of IR (EU) 2025/2621                                                                                                                  |
      | does not assess | free allocation and certificates; cbam-goods does                                                                                                                                                                                   |
      | does not assess | verification and the content of the operator's emissions report                                                                                                                                                                     |
      | does not assess | papers behind what is declared, where none is asked: quantities, factors and flows that the operator measured, which stand in the emissions report and are judged by its verifier; proof of use of a waste gas; criteria of biomass |
    And these bases
      | basis         | instrument               | clause                                                 | certainty   | note                                                                                                                                                                                                                                                       |
      | scope         | Regulation (EU) 2023/956 | Article 2, Annexes I to III                            | secondary   | Codes by a public list.                                                                                                                                                                                                                                    |
      | counted       | Regulation (EU) 2023/956 | Article 7(1), Annex II; IR (EU) 2025/2547 Article 3(2) | confirmed   | Each good and precursor counts by its own listing.                                                                                                                                                                                                         |
      | period        | IR (EU) 2025/2547        | Articles 1(5) and 7, recitals 23 and 24                | confirmed   | A calendar year, none before 2026.                                                                                                                                                                                                                         |
      | plan          | IR (EU) 2025/2547        | Articles 5(5), 5(6) and 10(4)                          | confirmed   |                                                                                                                                                                                                                                                            |
      | unit          | IR (EU) 2025/2547        | Article 4(2) to (5), Annex III equations 64 to 66      | confirmed   | Tonnes of goods, of clinker or of nitrogen.                                                                                                                                                                                                                |
      | nitrogen      | cbam-installation        | -                                                      | own reading | Nitrogen in tonnes, where the text has kilograms; the supplementary units of other fertilisers are read as nitrogen.                                                                                                                                       |
      | calculation   | IR (EU) 2025/2547        | Annex II equations 4 to 6, 9 to 12 and 15              | confirmed   | Standard method and mass balance; 3.664 t of carbon dioxide from a tonne of carbon.                                                                                                                                                                        |
      | zero-rating   | IR (EU) 2025/2547        | Annex II B.3.3                                         | confirmed   | Biomass that does not meet the criteria is fossil carbon.                                                                                                                                                                                                  |
      | fluorocarbons | IR (EU) 2025/2547        | Annex II B.7.1 and B.7.3, equations 20 to 23 and 26    | confirmed   | Technology without factor in the text: that of centre worked prebake.                                                                                                                                                                                      |
      | attribution   | IR (EU) 2025/2547        | Annex III A.1 and A.2, equations 41 and 42             | confirmed   | By reconciled readings, of fuels, materials and electricity, or by functional unit.                                                                                                                                                                        |
      | heat          | IR (EU) 2025/2547        | Annex III A.2.2 and A.3, equations 44 and 52           | confirmed   | Standard value: efficiency of 90 %.                                                                                                                                                                                                                        |
      | waste-gas     | IR (EU) 2025/2547        | Annex III A.2.3, equations 53 and 54                   | confirmed   | Factor of natural gas; 0.667 for gas that leaves.                                                                                                                                                                                                          |
      | gas-factor    | IR (EU) 2025/2547        | Annex II G, Table 1                                    | confirmed   | 56.1 t of carbon dioxide per TJ of natural gas.                                                                                                                                                                                                            |
      | power         | IR (EU) 2025/2547        | Article 9, Annex II D.1, D.4 and D.4.3                 | confirmed   | Own factors only with link or agreement and hourly evidence.                                                                                                                                                                                               |
      | attributed    | IR (EU) 2025/2547        | Annex III equations 55 to 58                           | confirmed   | Never below zero.                                                                                                                                                                                                                                          |
      | complex       | IR (EU) 2025/2547        | Annex III B, equations 59 to 63                        | confirmed   | Precursors of the Union or of exempt countries count zero.                                                                                                                                                                                                 |
      | no-precursor  | Regulation (EU) 2023/956 | Annex I; Annex IV point 1                              | own reading | What is no good of Annex I has no embedded emissions as an input material; the table lists ores that are not agglomerated, scrap, coal, fluxes and other metals.                                                                                           |
      | report        | IR (EU) 2025/2547        | Annex II A.1(4) and (5)                                | confirmed   | Without accredited report of the period the default value counts.                                                                                                                                                                                          |
      | whole         | cbam-installation        | -                                                      | own reading | The sources do not state the share of default values where precursors by default values are at least all emissions that count. We count 100 %. A rule of the Regulation for this case would change this.                                                   |
      | defaults      | IR (EU) 2025/2621        | Article 1(2) and (5), Annexes I and IV                 | confirmed   | As the Official Journal prints them, with three decimals at most.                                                                                                                                                                                          |
      | raise         | IR (EU) 2025/2621        | Article 1(2)                                           | own reading | Mark-up by the year in which the period ends; see the setting.                                                                                                                                                                                             |
      | rounding      | IR (EU) 2025/2547        | Annex II A.1(6) to (8)                                 | own reading | At most five decimals; half to even is our choice.                                                                                                                                                                                                         |
      | cogeneration  | IR (EU) 2023/1773        | Annex III C.2.2, equations 37 to 44; Annex IX          | secondary   | Known, not read in the Official Journal; IR (EU) 2025/2547 is taken to say the same. Standard efficiencies: 55 % heat, 25 % electricity.                                                                                                                   |
      | proof         | cbam-installation        | -                                                      | own reading | Monitoring plan, emissions report, purchase agreement or diagram of the link, meter data within the hour and verification reports of precursors are the papers; which fact each proves is read. For the other facts none is asked: a declaration suffices. |
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
      | setting           | label                                   | one of        | default | meaning                                                                                                                          |
      | precursor_mark_up | mark-up on default values of precursors | with, without | with    | whether the mark-up raises a default value that stands for a precursor inside an actual calculation; with is the prudent reading |
    And these facts
      | fact              | label                        | type   | unit | one of                   | at least | at most | evidence         |
      | cn_code           | CN code                      | text   |      |                          |          |         |                  |
      | country           | country of production        | text   |      |                          |          |         |                  |
      | period_start      | first day of the period      | date   |      |                          |          |         |                  |
      | period_end        | last day of the period       | date   |      |                          |          |         |                  |
      | plan_in_english   | monitoring plan in English   | flag   |      |                          |          |         | monitoring-plan  |
      | report_in_english | emissions report in English  | flag   |      |                          |          |         | emissions-report |
      | functional_unit   | functional unit              | choice |      | tonne, clinker, nitrogen |          |         |                  |
      | made              | goods made                   | number | t    |                          | 0.001    |         |                  |
      | content           | content of all goods         | number | %    |                          | 0.001    | 100     |                  |
      | range_content     | average content of the range | number | %    |                          | 0        | 100     |                  |
      | range_lowest      | lowest content of the range  | number | %    |                          | 0        | 100     |                  |
      | range_highest     | highest content of the range | number | %    |                          | 0        | 100     |                  |
    And the choices of functional unit
      | value    | words             |
      | tonne    | tonne of goods    |
      | clinker  | tonne of clinker  |
      | nitrogen | tonne of nitrogen |
    And this reference case
      | fact                         | value          |
      | CN code                      | 73181542       |
      | country of production        | US             |
      | first day of the period      | 2026-01-01     |
      | last day of the period       | 2026-12-31     |
      | monitoring plan in English   | yes            |
      | emissions report in English  | yes            |
      | functional unit              | tonne of goods |
      | goods made                   | 17000 t        |
      | content of all goods         | 100 %          |
      | average content of the range | 100 %          |
      | lowest content of the range  | 100 %          |
      | highest content of the range | 100 %          |
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
        | id | gate                          | requires                                                                     | basis       |
        | M1 | The period is not before 2026 | first day of the period is from 2026-01-01                                   | period      |
        | M2 | The period is one year        | last day of the period is on first day of the period plus 1 year minus 1 day | period      |
        | M3 | Monitoring plan in English    | monitoring plan in English is yes                                            | plan, proof |
        | M4 | Emissions report in English   | emissions report in English is yes                                           | plan, proof |
      And these findings
        | code   | finding                                            | when                               | severity    | basis  |
        | M.RUNS | The period is not over: its figures are a forecast | last day of the period is not over | observation | period |

    Scenario Outline: a period that is not over
      When evaluated as of <asked>
      Then <runs>

      Examples:
        | asked      | runs                            |
        | 2026-12-31 | an observation M.RUNS is raised |
        | 2027-01-01 | no finding M.RUNS is raised     |

    Scenario Outline: a calendar year from 2026 on, with plan and report
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

    Scenario: a monitoring plan that nobody shows is open
      Given evidence for monitoring plan in English is missing
      When evaluated as of 2028-03-01
      Then gate M3 is undetermined
      And the conclusion is incomplete

    Scenario Outline: who is concerned
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
        | is                                | when                              | basis          |
        | goods made                        | functional unit is tonne of goods | unit           |
        | goods made * content of all goods | otherwise                         | unit, nitrogen |
      And the quantity functional units in a tonne (units_per_tonne)
        | is                           | when                              | basis          |
        | 1                            | functional unit is tonne of goods | unit           |
        | average content of the range | otherwise                         | unit, nitrogen |
      And the quantity width of the range (width), in %, on basis unit
        | is                                                         |
        | highest content of the range - lowest content of the range |
      And these findings
        | code       | finding                                                    | when                                                                                              | severity | basis          |
        | M.CLINKER  | The functional unit of this cement is the clinker in it    | CN code is one of 25231000, 25232100, 25232900, 25239000; functional unit is not tonne of clinker | minor    | unit           |
        | M.NITROGEN | The functional unit of fertilisers is the nitrogen in them | sector is fertilisers; functional unit is not tonne of nitrogen                                   | minor    | unit, nitrogen |
        | M.RANGE    | A range of composition is wider than ten percent           | width of the range is more than 10 %                                                              | minor    | unit           |

    Scenario Outline: clinker and nitrogen
      Given CN code is <code>
      And functional unit is <unit>
      And goods made is 1000 t
      And content of all goods is <content> %
      And average content of the range is <content> %
      When evaluated as of 2026-11-20
      Then the quantity activity level is <level> t
      And the quantity functional units in a tonne is <units>
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

    Scenario Outline: a range of composition spans ten percent at most
      Given CN code is 25232900
      And functional unit is tonne of clinker
      And lowest content of the range is 70 %
      And highest content of the range is <highest> %
      When evaluated as of 2026-11-20
      Then <finding>

      Examples:
        | highest | finding                                 |
        | 80      | no finding M.RANGE is raised            |
        | 80.001  | a minor nonconformity M.RANGE is raised |
