# language: en
Feature: National carbon market of China: reports and verification
  Whether plan, monthly data and report of an entity were lodged in time, how inaccurate meters and missing tests affect its
  data, and whether the same organisation may prepare and verify them.

  Background:
    Given this scorecard
      | field           | value                                                                                                      |
      | id              | cn-ets-verification                                                                                        |
      | version         | 2.0.0                                                                                                      |
      | supersedes      | 1.0.0                                                                                                      |
      | title           | National carbon market of China: reports and verification                                                  |
      | subject         | entity                                                                                                     |
      | attestation     | self-assessment                                                                                            |
      | time zone       | Asia/Shanghai                                                                                              |
      | effective from  | 2026-02-09                                                                                                 |
      | rounding        | half-even, 2 decimals                                                                                      |
      | not applicable  | drop and rescale                                                                                           |
      | does not assess | whether coal samples are genuine                                                                           |
      | does not assess | the number of working days, which the applicant states, because the scorecard contains no holiday calendar |
      | does not assess | default carbon content per unit of heat for fuels without a listed default                                 |
    And facts from cn-ets-facts
    And bases from cn-ets-facts
    And these bases
      | basis         | instrument                                     | clause                  | certainty   | note                                                                                                                                                                                                                                                                           |
      | six           | work notice of the Ministry of 27 January 2026 | item 4                  | confirmed   | Entities in petrochemicals, chemicals, flat glass, copper, paper and aviation that emit 26,000 tonnes or more must report their emissions, but receive no allowances. The province verifies their reports on 2025 by 31 December 2026.                                         |
      | plan-due      | work notice of the Ministry of 27 January 2026 | item 2(1)               | confirmed   | Power, steel, cement and aluminium entities must lodge the data quality control plan for 2027 by 31 December 2026. Article 11 of the interim regulations requires this plan.                                                                                                   |
      | monthly       | work notice of the Ministry of 27 January 2026 | item 2(2)               | confirmed   | Power, steel, cement and aluminium entities must lodge the data of each month within forty calendar days after the end of the month.                                                                                                                                           |
      | report-due    | work notice of the Ministry of 27 January 2026 | item 2(3)               | confirmed   | The annual emission report on 2025 must be submitted by 31 March 2026. Steel, cement and aluminium entities had to submit the report on 2024 by 30 June 2025.                                                                                                                  |
      | report-law    | 碳排放权交易管理办法（试行）                   | Article 25              | confirmed   | The annual emission report on a year must be lodged by 31 March of the following year. The power sector's report on 2024 was therefore due by 31 March 2025.                                                                                                                   |
      | verified-due  | work notice of the Ministry of 27 January 2026 | item 2(4)               | confirmed   | The emission reports on 2025 must be verified by 30 June 2026 for power and by 31 July 2026 for steel, cement and aluminium.                                                                                                                                                   |
      | keeping       | 碳排放权交易管理暂行条例                       | Article 11              | confirmed   | An entity must retain its records for at least five years and publish its emission report. The regulations refer to a list of meters. Meters on this list must be calibrated as required by law.                                                                               |
      | told          | 碳排放权交易管理暂行条例                       | Article 12              | confirmed   | The entity must be notified of the result within seven working days after the verification of its emission report is completed.                                                                                                                                                |
      | review        | 碳排放权交易管理办法（试行）                   | Articles 16 and 27      | confirmed   | An entity that disputes the verification result must request a review within seven working days. The request must be answered within ten working days.                                                                                                                         |
      | roles         | 碳排放权交易管理暂行条例                       | Article 13              | confirmed   | The same organisation must not both prepare and verify emission reports in the same province.                                                                                                                                                                                  |
      | sample        | CETS-VG-01.01-V02-2026                         | element carbon of coal  | confirmed   | A coal sample must be tested within forty calendar days after sampling, and the test report must bear a laboratory mark (CMA or CNAS). Otherwise the default carbon content per unit of heat replaces the measured carbon content.                                             |
      | kept-sample   | CETS-VG-01.01-V02-2026                         | retained samples        | confirmed   | About 700 g of each coal sample must be retained, with particles below 3 mm. The guide says “about”; we interpret this as at least 700 g.                                                                                                                                      |
      | second-source | CETS-VG-01.01-V02-2026                         | cross-checks            | confirmed   | Verification must compare every data item with a second source. If data exist both for coal fed to the furnace and for coal received, the data for coal fed to the furnace take precedence.                                                                                    |
      | defaults      | CETS-VG-01.01-V02-2026                         | default carbon per heat | confirmed   | Without a valid test, default carbon contents apply: 27.97 t/TJ for lignite, 26.18 t/TJ for bituminous coal and 27.49 t/TJ for anthracite. The guide lists them as experience values.                                                                                          |
      | meters        | CETS-VG-01.01-V02-2026                         | correction for meters   | confirmed   | If a meter is less accurate than required, its reading is corrected by the difference in accuracy. A fuel reading is increased, and a production reading is reduced. For days without calibration, the correction equals the full required accuracy instead of the difference. |
      | not-yet       | cn-ets-verification                            | -                       | own reading | We treat events dated after the as-of date as not having occurred. If the submission of the report or its verification has such a date, the result is undetermined. A coal test with such a date is disregarded.                                                               |
      | even-use      | cn-ets-verification                            | -                       | own reading | A meter reading has one correction rate for days with calibration and another rate for days without calibration. The guide does not state how to combine the two rates. We weight each rate by its number of days, as if use were equal on every day of the year.              |
      | penalty       | 碳排放权交易管理暂行条例                       | Article 21              | confirmed   | A fine of 50,000 to 500,000 CNY applies if the data quality control plan, the emission report or the records of an entity are missing. The same fine applies if the emission report is not published.                                                                          |
    And these facts
      | fact          | label                                                               | type           | unit | one of                         | at least | multiple of | evidence                                 | may lie ahead |
      | industry      | industry                                                            | choice         |      | power, other_three, six_others |          |             |                                          |               |
      | plan_lodged   | the plan for the next year is lodged                                | flag           |      |                                |          |             |                                          |               |
      | next_plan     | date of lodging the plan for the next year                          | date           |      |                                |          |             |                                          | yes           |
      | reported_on   | date of lodging the report                                          | date           |      |                                |          |             | system-export, regulator-record          |               |
      | verified_on   | date of completing the verification                                 | date           |      |                                |          |             | verification-statement, regulator-record |               |
      | kept_years    | years of record retention                                           | number         | year |                                | 0        |             |                                          |               |
      | published     | the report is published                                             | flag           |      |                                |          |             | public-report                            |               |
      | told_days     | working days to notify the result                                   | number         |      |                                | 0        | 1           |                                          |               |
      | review_asked  | a review is requested                                               | flag           |      |                                |          |             |                                          |               |
      | ask_days      | working days to request the review                                  | number         |      |                                | 0        | 1           |                                          |               |
      | answer_days   | working days to answer the review                                   | number         |      |                                | 0        | 1           |                                          |               |
      | same_body     | the same organisation prepared and verified reports in the province | flag           |      |                                |          |             |                                          |               |
      | second_source | every data item is compared with a second source                    | flag           |      |                                |          |             |                                          |               |
      | furnace_coal  | data of coal fed to the furnace are used                            | flag           |      |                                |          |             |                                          |               |
      | months        | monthly data                                                        | list of month  |      |                                |          |             | system-export                            |               |
      | meters        | meters                                                              | list of meter  |      |                                |          |             | certificate, test-report                 |               |
      | samples       | coal samples                                                        | list of sample |      |                                |          |             | test-report                              |               |
    And the choices of industry
      | value       | words                           |
      | power       | power generation                |
      | other_three | steel/cement/aluminium          |
      | six_others  | six industries that only report |
    And each month has
      | field     | label                 | type | may lie ahead |
      | month     | month of the data     | text |               |
      | month_end | last day of the month | date | yes           |
      | lodged_on | data lodged on        | date | yes           |
    And no two monthly data share a month of the data
    And no two monthly data share a last day of the month
    And each meter has
      | field        | label                          | type   | unit | one of                  | at least | at most |
      | meter        | meter name                     | text   |      |                         |          |         |
      | measures     | measured quantity              | choice |      | fuel, electricity, heat |          |         |
      | reading      | meter total for the year       | number |      |                         | 0        |         |
      | required     | required accuracy              | number | %    |                         | 0        | 100     |
      | calibrated   | calibrated accuracy            | number | %    |                         | 0        | 100     |
      | days         | days without calibration       | number | day  |                         | 0        | 366     |
      | of_days      | days of the year               | number | day  |                         | 365      | 366     |
      | on_list      | included in the list of meters | flag   |      |                         |          |         |
      | by_law       | calibrated as required by law  | flag   |      |                         |          |         |
      | meter_number | serial number of the meter     | text   |      |                         |          |         |
    And no two meters share a meter name
    And no two meters share a serial number of the meter
    And each sample has
      | field         | label                                    | type   | unit | one of                                      | at least |
      | sample        | identifier of the coal sample            | text   |      |                                             |          |
      | rank          | type of coal                             | choice |      | lignite, bituminous, anthracite, other_coal |          |
      | taken_on      | sampling date                            | date   |      |                                             |          |
      | tested_on     | date of the test report                  | date   |      |                                             |          |
      | marked        | report marked CMA or CNAS                | flag   |      |                                             |          |
      | measured      | measured carbon content per unit of heat | number | t/TJ |                                             | 0        |
      | heat          | heat content of the coal                 | number | TJ   |                                             | 0        |
      | weight        | mass of retained sample                  | number | g    |                                             | 0        |
      | report_number | number of the test report                | text   |      |                                             |          |
    And no two coal samples share a identifier of the coal sample
    And no two coal samples share a number of the test report
    And the choices of type of coal
      | value      | words           |
      | lignite    | lignite         |
      | bituminous | bituminous coal |
      | anthracite | anthracite      |
      | other_coal | other coal      |
    And this reference case
      | fact                                                                | value            |
      | allowance year                                                      | 2025             |
      | industry                                                            | power generation |
      | the plan for the next year is lodged                                | yes              |
      | date of lodging the plan for the next year                          | 2026-12-31       |
      | date of lodging the report                                          | 2026-03-31       |
      | date of completing the verification                                 | 2026-06-30       |
      | years of record retention                                           | 5 years          |
      | the report is published                                             | yes              |
      | working days to notify the result                                   | 7                |
      | a review is requested                                               | yes              |
      | working days to request the review                                  | 7                |
      | working days to answer the review                                   | 10               |
      | the same organisation prepared and verified reports in the province | no               |
      | every data item is compared with a second source                    | yes              |
      | data of coal fed to the furnace are used                            | yes              |
    And in the reference case monthly data are
      | month of the data | last day of the month | data lodged on |
      | 2025-01           | 2025-01-31            | 2025-03-12     |
    And in the reference case meters are
      | meter name | measured quantity | meter total for the year | required accuracy | calibrated accuracy | days without calibration | days of the year | serial number of the meter |
      | belt       | fuel              | 1000000                  | 0.5 %             | 0.8 %               | 0 days                   | 365 days         | B-2019-belt                |
    And in the reference case coal samples are
      | identifier of the coal sample | type of coal    | sampling date | date of the test report | report marked CMA or CNAS | measured carbon content per unit of heat | heat content of the coal | mass of retained sample | number of the test report |
      | S1                            | bituminous coal | 2025-05-01    | 2025-06-10              | yes                       | 25.5 t/TJ                                | 1000 TJ                  | 700 g                   | R-2025-S1                 |

  Rule: Deadlines for plan, monthly data, report and verification
    Background:
      Given for each month the quantity month lodged late (late_month), in items, on basis monthly
        | is      | when                                                       |
        | 1 item  | data lodged on is after last day of the month plus 40 days |
        | 0 items | otherwise                                                  |
      And the quantity number of months lodged late (late_months), in items, the sum of month lodged late over monthly data, on basis monthly
      And the quantity report has been lodged (1 = yes) (reported), on basis not-yet
        | is                                                       | when                                               |
        | undetermined, because the report has not been lodged yet | date of lodging the report is after the as-of date |
        | 1                                                        | otherwise                                          |
      And the quantity verification has been completed (1 = yes) (verified), on basis not-yet
        | is                                                                | when                                                        |
        | undetermined, because the verification has not been completed yet | date of completing the verification is after the as-of date |
        | 1                                                                 | otherwise                                                   |
      And these conditions
        | condition   | label                                                 | holds when                                                                                                  | basis    |
        | plan_timely | plan is lodged in time or its deadline has not passed | the plan for the next year is lodged is yes; date of lodging the plan for the next year is until 2026-12-31 | plan-due |
        | plan_timely |                                                       | the plan for the next year is lodged is no; the as-of date is until 2026-12-31                              | plan-due |
      And these gates
        | id      | gate                                                                            | requires                                                                                                | applies when                                                        | basis                 |
        | V1      | Plan for 2027 lodged by 31 December 2026                                        | plan is lodged in time or its deadline has not passed holds                                             | industry is one of power generation, steel/cement/aluminium         | plan-due              |
        | V2      | Monthly data lodged within forty days                                           | number of months lodged late is 0 items                                                                 | industry is one of power generation, steel/cement/aluminium         | monthly               |
        | V3      | Report on 2025 lodged by 31 March 2026                                          | date of lodging the report is until 2026-03-31; report has been lodged (1 = yes) is 1                   | allowance year is 2025                                              | report-due, not-yet   |
        | V3-24   | Industry report on 2024 lodged by 30 June 2025                                  | date of lodging the report is until 2025-06-30; report has been lodged (1 = yes) is 1                   | allowance year is 2024; industry is steel/cement/aluminium          | work-2025, not-yet    |
        | V3-P24  | Power report on 2024 lodged by 31 March 2025                                    | date of lodging the report is until 2025-03-31; report has been lodged (1 = yes) is 1                   | allowance year is 2024; industry is power generation                | report-law, not-yet   |
        | V10     | Power verification for 2025 completed by 30 June 2026                           | date of completing the verification is until 2026-06-30; verification has been completed (1 = yes) is 1 | allowance year is 2025; industry is power generation                | verified-due, not-yet |
        | V10-IND | Industry verification for 2025 completed by 31 July 2026                        | date of completing the verification is until 2026-07-31; verification has been completed (1 = yes) is 1 | allowance year is 2025; industry is steel/cement/aluminium          | verified-due, not-yet |
        | V10-P24 | Power verification for 2024 completed by 30 June 2025                           | date of completing the verification is until 2025-06-30; verification has been completed (1 = yes) is 1 | allowance year is 2024; industry is power generation                | work-2025, not-yet    |
        | V10-I24 | Industry verification for 2024 completed by 31 August 2025                      | date of completing the verification is until 2025-08-31; verification has been completed (1 = yes) is 1 | allowance year is 2024; industry is steel/cement/aluminium          | work-2025, not-yet    |
        | V10-SIX | Verification of the six other industries for 2025 completed by 31 December 2026 | date of completing the verification is until 2026-12-31; verification has been completed (1 = yes) is 1 | allowance year is 2025; industry is six industries that only report | six, not-yet          |
        | V4      | Records are retained for five years                                             | years of record retention is at least 5 years                                                           |                                                                     | keeping               |
        | V5      | The emission report is published                                                | the report is published is yes                                                                          |                                                                     | keeping               |
        | V7      | The verification result is notified within seven working days                   | working days to notify the result is at most 7                                                          |                                                                     | told                  |
        | V8      | The review of the verification result is requested within seven working days    | working days to request the review is at most 7                                                         | a review is requested is yes                                        | review                |
        | V8-ANS  | The request for review is answered within ten working days                      | working days to answer the review is at most 10                                                         | a review is requested is yes                                        | review                |
        | V9      | Preparation and verification are done by different organisations                | the same organisation prepared and verified reports in the province is no                               |                                                                     | roles                 |
        | V13     | Every data item is compared with a second source                                | every data item is compared with a second source is yes                                                 |                                                                     | second-source         |
      And these findings
        | code       | finding                                                                                | when                                                                                                                                        | severity    | basis         |
        | V.FURNACE  | Data of coal received were used although data of coal fed to the furnace have priority | data of coal fed to the furnace are used is no                                                                                              | minor       | second-source |
        | V.FINE     | Missing plan, publication or records: a fine of 50,000 to 500,000 CNY may be imposed   | the report is published is no                                                                                                               | major       | penalty       |
        | V.FINE     |                                                                                        | years of record retention is less than 5 years                                                                                              |             | penalty       |
        | V.FINE     |                                                                                        | the plan for the next year is lodged is no; the as-of date is after 2026-12-31; industry is one of power generation, steel/cement/aluminium |             | penalty       |
        | C10.REPORT | These industries only report: no allowances and no surrender                           | industry is six industries that only report                                                                                                 | observation | six           |

    Scenario Outline: On the deadline and one day late
      Given allowance year is <year>
      And industry is <industry>
      And date of lodging the plan for the next year is <plan>
      And date of lodging the report is <report>
      And date of completing the verification is <done>
      And monthly data are
        | month of the data | last day of the month | data lodged on |
        | 2025-01           | 2025-01-31            | <lodged>       |
      When evaluated as of 2026-11-20
      Then gate V1 is <v1>
      And gate V2 is <v2>
      And gate V3 is <v3>
      And gate V3-24 is <v24>
      And gate V10 is <v10>
      And gate V10-IND is <ind>

      Examples:
        | year | industry               | plan       | report     | done       | lodged     | v1      | v2      | v3             | v24            | v10            | ind            |
        | 2025 | power generation       | 2026-12-31 | 2026-03-31 | 2026-06-30 | 2025-03-12 | met     | met     | met            | not applicable | met            | not applicable |
        | 2025 | power generation       | 2027-01-01 | 2026-04-01 | 2026-07-01 | 2025-03-13 | not met | not met | not met        | not applicable | not met        | not applicable |
        | 2025 | steel/cement/aluminium | 2026-12-31 | 2026-03-31 | 2026-07-31 | 2025-03-12 | met     | met     | met            | not applicable | not applicable | met            |
        | 2025 | steel/cement/aluminium | 2026-12-31 | 2026-03-31 | 2026-08-01 | 2025-03-12 | met     | met     | met            | not applicable | not applicable | not met        |
        | 2024 | steel/cement/aluminium | 2026-12-31 | 2025-06-30 | 2026-07-31 | 2025-03-12 | met     | met     | not applicable | met            | not applicable | not applicable |
        | 2024 | steel/cement/aluminium | 2026-12-31 | 2025-07-01 | 2026-07-31 | 2025-03-12 | met     | met     | not applicable | not met        | not applicable | not applicable |
        | 2024 | power generation       | 2026-12-31 | 2025-07-01 | 2026-07-31 | 2025-03-12 | met     | met     | not applicable | not applicable | not applicable | not applicable |

    Scenario Outline: Data for 2024: on the deadline and one day late
      Given allowance year is <year>
      And industry is <industry>
      And date of lodging the report is <report>
      And date of completing the verification is <done>
      When evaluated as of 2026-11-20
      Then gate V3-P24 is <power generation>
      And gate V10-P24 is <checked>
      And gate V10-I24 is <industrial>

      Examples:
        | year | industry               | report     | done       | power generation | checked        | industrial     |
        | 2024 | power generation       | 2025-03-31 | 2025-06-30 | met              | met            | not applicable |
        | 2024 | power generation       | 2025-04-01 | 2025-07-01 | not met          | not met        | not applicable |
        | 2024 | steel/cement/aluminium | 2025-06-30 | 2025-08-31 | not applicable   | not applicable | met            |
        | 2024 | steel/cement/aluminium | 2025-06-30 | 2025-09-01 | not applicable   | not applicable | not met        |
        | 2025 | power generation       | 2026-03-31 | 2026-06-30 | not applicable   | not applicable | not applicable |
        | 2025 | steel/cement/aluminium | 2026-03-31 | 2026-07-31 | not applicable   | not applicable | not applicable |

    Scenario Outline: A future report or verification is undetermined
      Given date of lodging the report is <report>
      And date of completing the verification is <done>
      When evaluated as of 2026-03-10
      Then gate V3 is <v3>
      And gate V10 is <v10>

      Examples:
        | report     | done       | v3           | v10          |
        | 2026-03-10 | 2026-03-10 | met          | met          |
        | 2026-03-11 | 2026-03-11 | undetermined | undetermined |
        | 2026-04-01 | 2026-07-01 | not met      | not met      |

    Scenario Outline: Without a report or verification no deadline is met
      Given supposing report has been lodged (1 = yes) is 0
      And supposing verification has been completed (1 = yes) is 0
      And allowance year is <year>
      And industry is <industry>
      And date of lodging the report is 2025-03-31
      And date of completing the verification is 2025-03-31
      When evaluated as of 2026-11-20
      Then gate V3 is <v3>
      And gate V3-24 is <v24>
      And gate V3-P24 is <p24>
      And gate V10 is <v10>
      And gate V10-IND is <ind>
      And gate V10-P24 is <c24>
      And gate V10-I24 is <i24>
      And gate V10-SIX is <six>

      Examples:
        | year | industry                        | v3             | v24            | p24            | v10            | ind            | c24            | i24            | six            |
        | 2025 | power generation                | not met        | not applicable | not applicable | not met        | not applicable | not applicable | not applicable | not applicable |
        | 2025 | steel/cement/aluminium          | not met        | not applicable | not applicable | not applicable | not met        | not applicable | not applicable | not applicable |
        | 2025 | six industries that only report | not met        | not applicable | not applicable | not applicable | not applicable | not applicable | not applicable | not met        |
        | 2024 | power generation                | not applicable | not applicable | not met        | not applicable | not applicable | not met        | not applicable | not applicable |
        | 2024 | steel/cement/aluminium          | not applicable | not met        | not applicable | not applicable | not applicable | not applicable | not met        | not applicable |

    Scenario Outline: A plan that is not lodged yet
      Given plan_lodged is <lodged>
      And next_plan is <day>
      And industry is <industry>
      When evaluated as of <today>
      Then gate V1 is <v1>
      And <fine>

      Examples:
        | lodged | day        | industry                        | today      | v1             | fine                                   |
        | no     | 2027-01-01 | power generation                | 2026-12-31 | met            | no finding V.FINE is raised            |
        | no     | 2026-12-31 | power generation                | 2027-01-01 | not met        | a major nonconformity V.FINE is raised |
        | yes    | 2026-12-31 | power generation                | 2027-01-01 | met            | no finding V.FINE is raised            |
        | yes    | 2027-01-01 | power generation                | 2026-12-31 | not met        | no finding V.FINE is raised            |
        | yes    | 2027-01-01 | six industries that only report | 2027-01-02 | not applicable | no finding V.FINE is raised            |
        | no     | 2027-01-01 | six industries that only report | 2027-01-02 | not applicable | no finding V.FINE is raised            |

    Scenario Outline: Six industries only report
      Given industry is six industries that only report
      And allowance year is <year>
      And date of completing the verification is <done>
      When evaluated as of 2027-01-01
      Then gate V10-SIX is <checked>
      And gate V2 is not applicable
      And an observation C10.REPORT is raised

      Examples:
        | year | done       | checked        |
        | 2025 | 2026-12-31 | met            |
        | 2025 | 2027-01-01 | not met        |
        | 2024 | 2027-01-01 | not applicable |

    Scenario: Industries with allowances do not raise this finding
      When evaluated as of 2026-11-20
      Then no finding C10.REPORT is raised
      And gate V10-SIX is not applicable

    Scenario: Without a verification statement the date of completion is undetermined
      Given evidence for date of completing the verification is missing
      When evaluated as of 2026-11-20
      Then gate V10 is undetermined because of date of completing the verification

    Scenario Outline: Retention, notification, review and roles
      Given years of record retention is <kept> years
      And the report is published is <published>
      And working days to notify the result is <disclosed>
      And a review is requested is <asked>
      And working days to request the review is <ask>
      And working days to answer the review is <answer>
      And the same organisation prepared and verified reports in the province is <same>
      And every data item is compared with a second source is <second>
      And data of coal fed to the furnace are used is <furnace>
      When evaluated as of 2026-11-20
      Then gate V4 is <v4>
      And gate V5 is <v5>
      And gate V7 is <v7>
      And gate V8 is <v8>
      And gate V8-ANS is <ans>
      And gate V9 is <v9>
      And gate V13 is <v13>
      And <coal>
      And <fine>

      Examples:
        | kept | published | disclosed | asked | ask | answer | same | second | furnace | v4      | v5      | v7      | v8             | ans            | v9      | v13     | coal                                      | fine                                   |
        | 5    | yes       | 7         | yes   | 7   | 10     | no   | yes    | yes     | met     | met     | met     | met            | met            | met     | met     | no finding V.FURNACE is raised            | no finding V.FINE is raised            |
        | 4.99 | no        | 8         | yes   | 8   | 11     | yes  | no     | no      | not met | not met | not met | not met        | not met        | not met | not met | a minor nonconformity V.FURNACE is raised | a major nonconformity V.FINE is raised |
        | 4.99 | yes       | 7         | no    | 7   | 10     | no   | yes    | yes     | not met | met     | met     | not applicable | not applicable | met     | met     | no finding V.FURNACE is raised            | a major nonconformity V.FINE is raised |
        | 5    | yes       | 7         | no    | 8   | 11     | no   | yes    | yes     | met     | met     | met     | not applicable | not applicable | met     | met     | no finding V.FURNACE is raised            | no finding V.FINE is raised            |

  Rule: Meters below the required accuracy
    Background:
      Given for each meter the quantity correction rate during calibration (calibrated_by), on basis meters
        | is                                                |
        | max(calibrated accuracy - required accuracy, 0 %) |
      And for each meter the quantity correction rate for the year (corrected_by), on basis meters, even-use
        | is                                                                                                                                                     |
        | ((days of the year - days without calibration) * correction rate during calibration + days without calibration * required accuracy) / days of the year |
      And for each meter the quantity corrected reading (corrected), on basis meters, even-use
        | is                                                            | when                      |
        | meter total for the year * (1 + correction rate for the year) | measured quantity is fuel |
        | meter total for the year * (1 - correction rate for the year) | otherwise                 |
      And for each meter the quantity meter was corrected (was_corrected), in items, on basis meters
        | is      | when                              |
        | 0 items | correction rate for the year is 0 |
        | 1 item  | otherwise                         |
      And the quantity number of corrected meters (meters_corrected), in items, the sum of meter was corrected over meters, on basis meters
      And the quantity number of meters not calibrated as required (not_by_law), in items, the number of records over meters, on basis keeping
        | where                                                                      |
        | included in the list of meters is yes; calibrated as required by law is no |
      And these gates
        | id | gate                                                 | requires                                               | basis   |
        | V6 | Meters on the list are calibrated as required by law | number of meters not calibrated as required is 0 items | keeping |
      And the quantity total of corrected fuel readings (fuel_sum), the sum of corrected reading over meters, on basis meters
        | where                     |
        | measured quantity is fuel |
      And these findings
        | code    | finding                                                                            | when                                            | severity | basis  |
        | M.METER | A meter was corrected: less accurate than required, or not calibrated on some days | number of corrected meters is more than 0 items | minor    | meters |
      And these results
        | result           | label                            | is                               | rounded to | basis            |
        | fuel             | Total of corrected fuel readings | total of corrected fuel readings | 1 decimals | meters, even-use |
        | corrected_meters | Number of corrected meters       | number of corrected meters       | 0 decimals | meters           |

    Scenario Outline: Worked example of a belt scale: increased for fuel, reduced for production
      Given meters are
        | meter name | measured quantity | meter total for the year | required accuracy | calibrated accuracy | days without calibration | days of the year |
        | belt       | <what>            | 1000000                  | 0.5 %             | <accuracy> %        | <without> days           | 365 days         |
      When evaluated as of 2026-11-20
      Then for meter belt the quantity corrected reading is <counts>
      And <finding>

      Examples:
        | what        | accuracy | without | counts      | finding                                 |
        | fuel        | 0.8      | 0       | 1003000     | a minor nonconformity M.METER is raised |
        | fuel        | 0.5      | 0       | 1000000     | no finding M.METER is raised            |
        | fuel        | 0.2      | 0       | 1000000     | no finding M.METER is raised            |
        | fuel        | 0.5      | 365     | 1005000     | a minor nonconformity M.METER is raised |
        | fuel        | 0.5      | 90      | 73090000/73 | a minor nonconformity M.METER is raised |
        | electricity | 0.8      | 0       | 997000      | a minor nonconformity M.METER is raised |
        | heat        | 0.5      | 365     | 995000      | a minor nonconformity M.METER is raised |

    Scenario Outline: Meters on the list are calibrated as required by law
      Given meters are
        | meter name | measured quantity | meter total for the year | required accuracy | calibrated accuracy | days without calibration | days of the year | included in the list of meters | calibrated as required by law |
        | belt       | fuel              | 1000000                  | 0.5 %             | 0.5 %               | 0 days                   | 365 days         | <listed>                       | <calibrated>                  |
      When evaluated as of 2026-11-20
      Then gate V6 is <v6>

      Examples:
        | listed | calibrated | v6      |
        | yes    | yes        | met     |
        | yes    | no         | not met |
        | no     | no         | met     |

    Scenario: Not calibrated on 90 of 365 days
      Given meters are
        | meter name | measured quantity | meter total for the year | required accuracy | calibrated accuracy | days without calibration | days of the year |
        | belt       | fuel              | 1000000                  | 0.5 %             | 0.5 %               | 90 days                  | 365 days         |
      When evaluated as of 2026-11-20
      Then the result Total of corrected fuel readings is 73090000/73
      And the result Number of corrected meters is 1 item

    Scenario: Production readings are not fuel readings
      Given meters are
        | meter name | measured quantity | meter total for the year | required accuracy | calibrated accuracy | days without calibration | days of the year |
        | grid       | electricity       | 1000000                  | 0.5 %             | 0.5 %               | 0 days                   | 365 days         |
      When evaluated as of 2026-11-20
      Then the result Total of corrected fuel readings is 0

  Rule: Coal not tested in time is assessed with the default value
    Background:
      Given for each sample the quantity default carbon content per unit of heat (default_carbon), in t/TJ, by type of coal, on basis defaults
        | type of coal    | is           |
        | lignite         | 27.97        |
        | bituminous coal | 26.18        |
        | anthracite      | 27.49        |
        | other coal      | undetermined |
      And for each sample the quantity valid coal sample (counts), in items, on basis sample
        | is      | when                                                                                                                                                                                           |
        | 1 item  | sampling date is until date of the test report; date of the test report is until sampling date plus 40 days; date of the test report is until the as-of date; report marked CMA or CNAS is yes |
        | 0 items | otherwise                                                                                                                                                                                      |
      And for each sample the quantity carbon content per unit of heat applied (carbon), in t/TJ, on basis sample, defaults
        | is                                       | when                        |
        | measured carbon content per unit of heat | valid coal sample is 1 item |
        | default carbon content per unit of heat  | otherwise                   |
      And for each sample the quantity carbon mass of the sample (carbon_mass), in t, on basis sample, defaults
        | is                                                                 |
        | carbon content per unit of heat applied * heat content of the coal |
      And for each sample the quantity default value used (defaulted), in items, on basis sample
        | is                         |
        | 1 item - valid coal sample |
      And for each sample the quantity retained sample too small (small), in items, on basis kept-sample
        | is      | when                                       |
        | 1 item  | mass of retained sample is less than 700 g |
        | 0 items | otherwise                                  |
      And the quantity total carbon mass of the coal (all_carbon), in t, the sum of carbon mass of the sample over coal samples, on basis sample, defaults
      And the quantity number of default values used (all_defaulted), in items, the sum of default value used over coal samples, on basis sample
      And the quantity number of retained samples too small (all_small), in items, the sum of retained sample too small over coal samples, on basis kept-sample
      And these findings
        | code      | finding                                                                            | when                                                      | severity    | basis            |
        | C.DEFAULT | Coal was not tested within forty days under CMA or CNAS: the default value applies | number of default values used is more than 0 items        | minor       | sample, defaults |
        | C.KEPT    | Less than 700 g of a sample is retained                                            | number of retained samples too small is more than 0 items | observation | kept-sample      |
      And these results
        | result        | label                                    | is                            | rounded to | basis            |
        | coal_carbon   | Total carbon mass of the coal            | total carbon mass of the coal | 2 decimals | sample, defaults |
        | coal_defaults | Number of samples with the default value | number of default values used | 0 decimals | sample           |

    Scenario Outline: Tested within forty days and marked, otherwise the default for the coal type applies
      Given coal samples are
        | identifier of the coal sample | type of coal | sampling date | date of the test report | report marked CMA or CNAS | measured carbon content per unit of heat | heat content of the coal | mass of retained sample |
        | S1                            | <rank>       | 2025-05-01    | <tested>                | <marked>                  | 25.5 t/TJ                                | 1000 TJ                  | <weight> g              |
      When evaluated as of 2026-11-20
      Then the result Total carbon mass of the coal is <carbon> t
      And the result Number of samples with the default value is <defaults> items
      And <default>
      And <kept>

      Examples:
        | rank            | tested     | marked | weight | carbon | defaults | default                                   | kept                            |
        | bituminous coal | 2025-06-10 | yes    | 700    | 25500  | 0        | no finding C.DEFAULT is raised            | no finding C.KEPT is raised     |
        | bituminous coal | 2025-06-11 | yes    | 699.99 | 26180  | 1        | a minor nonconformity C.DEFAULT is raised | an observation C.KEPT is raised |
        | bituminous coal | 2025-06-10 | no     | 700    | 26180  | 1        | a minor nonconformity C.DEFAULT is raised | no finding C.KEPT is raised     |
        | lignite         | 2025-06-11 | yes    | 700    | 27970  | 1        | a minor nonconformity C.DEFAULT is raised | no finding C.KEPT is raised     |
        | anthracite      | 2025-06-11 | yes    | 700    | 27490  | 1        | a minor nonconformity C.DEFAULT is raised | no finding C.KEPT is raised     |
        | other coal      | 2025-06-10 | yes    | 700    | 25500  | 0        | no finding C.DEFAULT is raised            | no finding C.KEPT is raised     |

    Scenario Outline: A test in the future or before its sample is disregarded
      Given coal samples are
        | identifier of the coal sample | type of coal    | sampling date | date of the test report | report marked CMA or CNAS | measured carbon content per unit of heat | heat content of the coal | mass of retained sample |
        | S1                            | bituminous coal | 2026-10-20    | <tested>                | yes                       | 25.5 t/TJ                                | 1000 TJ                  | 700 g                   |
      When evaluated as of 2026-11-20
      Then the result Number of samples with the default value is <defaults> items

      Examples:
        | tested     | defaults |
        | 2026-10-19 | 1        |
        | 2026-10-20 | 0        |
        | 2026-11-20 | 0        |
        | 2026-11-21 | 1        |

    Scenario: A coal type without a default cannot be assessed
      Given coal samples are
        | identifier of the coal sample | type of coal | sampling date | date of the test report | report marked CMA or CNAS | measured carbon content per unit of heat | heat content of the coal | mass of retained sample |
        | S1                            | other coal   | 2025-05-01    | 2025-06-11              | yes                       | 25.5 t/TJ                                | 1000 TJ                  | 700 g                   |
      When evaluated as of 2026-11-20
      Then for sample S1 the rules leave the quantity default carbon content per unit of heat undetermined
