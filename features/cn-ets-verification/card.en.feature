# language: en
Feature: National carbon market of China, reports and verification
  Whether plan, monthly data and report of an entity were in time, what inaccurate meters and missing tests do to its
  figures, and whether who wrote and who reviewed them may be the same.

  Background:
    Given this scorecard
      | field           | value                                                                              |
      | id              | cn-ets-verification                                                                |
      | version         | 5.0.0                                                                              |
      | supersedes      | 4.0.0                                                                              |
      | title           | National carbon market of China, reports and verification                          |
      | subject         | entity                                                                             |
      | attestation     | self-assessment                                                                    |
      | time zone       | Asia/Shanghai                                                                      |
      | effective from  | 2026-02-09                                                                         |
      | rounding        | half-even, 2 decimals                                                              |
      | not applicable  | drop and rescale                                                                   |
      | does not assess | whether samples of coal are genuine                                                |
      | does not assess | working days, which are counted by who asks, because no holiday table is held here |
      | does not assess | default carbon per heat of fuels for which none is listed                          |
    And facts from cn-ets-facts
    And bases from cn-ets-facts
    And these bases
      | basis         | instrument                                     | clause                  | certainty   | note                                                                                                                                                           |
      | six           | work notice of the Ministry of 27 January 2026 | item 4                  | confirmed   | Petrochemicals, chemicals, flat glass, copper, paper and aviation report from 26,000 tonnes on and get no allowances; the province checks by 31 December 2026. |
      | plan-due      | work notice of the Ministry of 27 January 2026 | item 2(1)               | confirmed   | Article 11 of the regulations asks for the plan.                                                                                                               |
      | monthly       | work notice of the Ministry of 27 January 2026 | item 2(2)               | confirmed   | Forty calendar days after the end of the month.                                                                                                                |
      | report-due    | work notice of the Ministry of 27 January 2026 | item 2(3)               | confirmed   | 31 March; industry reported on 2024 by 30 June 2025.                                                                                                           |
      | report-law    | 碳排放权交易管理办法（试行）                   | Article 25              | confirmed   | The report on a year by 31 March of the next.                                                                                                                  |
      | verified-due  | work notice of the Ministry of 27 January 2026 | item 2(4)               | confirmed   | Power by 30 June 2026, industry by 31 July 2026, for 2025.                                                                                                     |
      | keeping       | 碳排放权交易管理暂行条例                       | Article 11              | confirmed   | Records for five years, the report public, meters calibrated.                                                                                                  |
      | told          | 碳排放权交易管理暂行条例                       | Article 12              | confirmed   | Seven working days from completion.                                                                                                                            |
      | review        | 碳排放权交易管理办法（试行）                   | Articles 16 and 27      | confirmed   | Asked within seven working days, answered within ten.                                                                                                          |
      | roles         | 碳排放权交易管理暂行条例                       | Article 13              | confirmed   | Nobody writes and reviews reports in one province.                                                                                                             |
      | sample        | CETS-VG-01.01-V02-2026                         | element carbon of coal  | confirmed   | Tested and reported within forty calendar days, the report marked CMA or CNAS; else the default.                                                               |
      | kept-sample   | CETS-VG-01.01-V02-2026                         | retained samples        | confirmed   | About 700 g below 3 mm; read as at least 700 g.                                                                                                                |
      | second-source | CETS-VG-01.01-V02-2026                         | cross-checks            | confirmed   | Every datum against a second source; coal into the furnace before coal received.                                                                               |
      | defaults      | CETS-VG-01.01-V02-2026                         | default carbon per heat | confirmed   | Listed as values of experience.                                                                                                                                |
      | meters        | CETS-VG-01.01-V02-2026                         | correction for meters   | confirmed   | Fuel is raised, production lowered, by what a meter misses, or by the whole accuracy where it was not calibrated.                                              |
      | not-yet       | cn-ets-verification                            | -                       | own reading | What lies after the as-of date has not happened: a report or verification that is still to come is open, and a test that is still to come does not count.      |
      | even-use      | cn-ets-verification                            | -                       | own reading | Days without calibration count with an even share of the year.                                                                                                 |
      | penalty       | 碳排放权交易管理暂行条例                       | Article 21              | confirmed   | 50,000 to 500,000 CNY where plan, report, publication or records are missing.                                                                                  |
    And these facts
      | fact          | label                                       | type           | unit | one of                         | at least | multiple of | evidence                                 | may lie ahead |
      | industry      | industry                                    | choice         |      | power, other_three, six_others |          |             |                                          |               |
      | plan_lodged   | plan for the next year lodged               | flag           |      |                                |          |             |                                          |               |
      | next_plan     | plan for the next year lodged on            | date           |      |                                |          |             |                                          | yes           |
      | reported_on   | report lodged on                            | date           |      |                                |          |             | system-export, regulator-record          |               |
      | verified_on   | verification done on                        | date           |      |                                |          |             | verification-statement, regulator-record |               |
      | kept_years    | records kept                                | number         | year |                                | 0        |             |                                          |               |
      | published     | report published                            | flag           |      |                                |          |             | public-report                            |               |
      | told_days     | working days until the result was told      | number         |      |                                | 0        | 1           |                                          |               |
      | review_asked  | review asked for                            | flag           |      |                                |          |             |                                          |               |
      | ask_days      | working days until review was asked         | number         |      |                                | 0        | 1           |                                          |               |
      | answer_days   | working days until review was answered      | number         |      |                                | 0        | 1           |                                          |               |
      | same_body     | one body wrote and reviewed in the province | flag           |      |                                |          |             |                                          |               |
      | second_source | every datum compared with a second source   | flag           |      |                                |          |             |                                          |               |
      | furnace_coal  | coal into the furnace used                  | flag           |      |                                |          |             |                                          |               |
      | months        | monthly data                                | list of month  |      |                                |          |             | system-export                            |               |
      | meters        | meter readings                              | list of meter  |      |                                |          |             | certificate, test-report                 |               |
      | samples       | coal samples                                | list of sample |      |                                |          |             | test-report                              |               |
    And the choices of industry
      | value       | words                           |
      | power       | power                           |
      | other_three | three industries                |
      | six_others  | six industries that only report |
    And each month has
      | field     | label                 | type | may lie ahead |
      | month     | month of the data     | text |               |
      | month_end | last day of the month | date | yes           |
      | lodged_on | data lodged on        | date | yes           |
    And no two monthly data share a month of the data
    And no two monthly data share a last day of the month
    And each meter has
      | field        | label                      | type   | unit | one of                  | at least | at most |
      | meter        | meter name                 | text   |      |                         |          |         |
      | measures     | what it measures           | choice |      | fuel, electricity, heat |          |         |
      | reading      | reading of the year        | number |      |                         | 0        |         |
      | required     | required accuracy          | number | %    |                         | 0        | 100     |
      | calibrated   | calibrated accuracy        | number | %    |                         | 0        | 100     |
      | days         | days without calibration   | number | day  |                         | 0        | 366     |
      | of_days      | days of the year           | number | day  |                         | 365      | 366     |
      | on_list      | on the list of meters      | flag   |      |                         |          |         |
      | by_law       | calibrated as the law asks | flag   |      |                         |          |         |
      | meter_number | number of the meter        | text   |      |                         |          |         |
    And no two meter readings share a meter name
    And no two meter readings share a number of the meter
    And each sample has
      | field         | label                     | type   | unit | one of                                      | at least |
      | sample        | sample name               | text   |      |                                             |          |
      | rank          | kind of coal              | choice |      | lignite, bituminous, anthracite, other_coal |          |
      | taken_on      | sample taken on           | date   |      |                                             |          |
      | tested_on     | test reported on          | date   |      |                                             |          |
      | marked        | report marked CMA or CNAS | flag   |      |                                             |          |
      | measured      | measured carbon per heat  | number | t/TJ |                                             | 0        |
      | heat          | heat of the coal          | number | TJ   |                                             | 0        |
      | weight        | retained sample           | number | g    |                                             | 0        |
      | report_number | number of the test report | text   |      |                                             |          |
    And no two coal samples share a sample name
    And no two coal samples share a number of the test report
    And the choices of kind of coal
      | value      | words           |
      | lignite    | lignite         |
      | bituminous | bituminous coal |
      | anthracite | anthracite      |
      | other_coal | other coal      |
    And this reference case
      | fact                                        | value      |
      | allowance year                              | 2025       |
      | industry                                    | power      |
      | plan for the next year lodged               | yes        |
      | plan for the next year lodged on            | 2026-12-31 |
      | report lodged on                            | 2026-03-31 |
      | verification done on                        | 2026-06-30 |
      | records kept                                | 5 years    |
      | report published                            | yes        |
      | working days until the result was told      | 7          |
      | review asked for                            | yes        |
      | working days until review was asked         | 7          |
      | working days until review was answered      | 10         |
      | one body wrote and reviewed in the province | no         |
      | every datum compared with a second source   | yes        |
      | coal into the furnace used                  | yes        |
    And in the reference case monthly data are
      | month of the data | last day of the month | data lodged on |
      | 2025-01           | 2025-01-31            | 2025-03-12     |
    And in the reference case meter readings are
      | meter name | what it measures | reading of the year | required accuracy | calibrated accuracy | days without calibration | days of the year | number of the meter |
      | belt       | fuel             | 1000000             | 0.5 %             | 0.8 %               | 0 days                   | 365 days         | B-2019-belt         |
    And in the reference case coal samples are
      | sample name | kind of coal    | sample taken on | test reported on | report marked CMA or CNAS | measured carbon per heat | heat of the coal | retained sample | number of the test report |
      | S1          | bituminous coal | 2025-05-01      | 2025-06-10       | yes                       | 25.5 t/TJ                | 1000 TJ          | 700 g           | R-2025-S1                 |

  Rule: Plan, monthly data, report and verification in time
    Background:
      Given for each month the quantity months late (late_month), in items, on basis monthly
        | is      | when                                                       |
        | 1 item  | data lodged on is after last day of the month plus 40 days |
        | 0 items | otherwise                                                  |
      And the quantity all months late (late_months), in items, the sum of months late over monthly data, on basis monthly
      And the quantity report is there (reported), on basis not-yet
        | is                                                 | when                                     |
        | undetermined, because the report is not lodged yet | report lodged on is after the as-of date |
        | 1                                                  | otherwise                                |
      And the quantity verification is there (verified), on basis not-yet
        | is                                                     | when                                         |
        | undetermined, because the verification is not done yet | verification done on is after the as-of date |
        | 1                                                      | otherwise                                    |
      And these conditions
        | condition   | label        | holds when                                                                                 | basis    |
        | plan_timely | plan in time | plan for the next year lodged is yes; plan for the next year lodged on is until 2026-12-31 | plan-due |
        | plan_timely |              | plan for the next year lodged is no; the as-of date is until 2026-12-31                    | plan-due |
      And these gates
        | id      | gate                                                           | requires                                                             | applies when                                                        | basis                 |
        | V1      | Plan for 2027 by 31 December 2026                              | plan in time holds                                                   | industry is one of power, three industries                          | plan-due              |
        | V2      | Monthly data within forty days                                 | all months late is 0 items                                           | industry is one of power, three industries                          | monthly               |
        | V3      | Report on 2025 by 31 March 2026                                | report lodged on is until 2026-03-31; report is there is 1           | allowance year is 2025                                              | report-due, not-yet   |
        | V3-24   | Report of industry on 2024 by 30 June 2025                     | report lodged on is until 2025-06-30; report is there is 1           | allowance year is 2024; industry is three industries                | work-2025, not-yet    |
        | V3-P24  | Report of power on 2024 by 31 March 2025                       | report lodged on is until 2025-03-31; report is there is 1           | allowance year is 2024; industry is power                           | report-law, not-yet   |
        | V10     | Verification of power for 2025 by 30 June 2026                 | verification done on is until 2026-06-30; verification is there is 1 | allowance year is 2025; industry is power                           | verified-due, not-yet |
        | V10-IND | Verification of industry for 2025 by 31 July 2026              | verification done on is until 2026-07-31; verification is there is 1 | allowance year is 2025; industry is three industries                | verified-due, not-yet |
        | V10-P24 | Verification of power for 2024 by 30 June 2025                 | verification done on is until 2025-06-30; verification is there is 1 | allowance year is 2024; industry is power                           | work-2025, not-yet    |
        | V10-I24 | Verification of industry for 2024 by 31 August 2025            | verification done on is until 2025-08-31; verification is there is 1 | allowance year is 2024; industry is three industries                | work-2025, not-yet    |
        | V10-SIX | Check of the six other industries for 2025 by 31 December 2026 | verification done on is until 2026-12-31; verification is there is 1 | allowance year is 2025; industry is six industries that only report | six, not-yet          |
        | V4      | Records kept for five years                                    | records kept is at least 5 years                                     |                                                                     | keeping               |
        | V5      | Report published                                               | report published is yes                                              |                                                                     | keeping               |
        | V7      | Result told within seven working days                          | working days until the result was told is at most 7                  |                                                                     | told                  |
        | V8      | Review asked within seven working days                         | working days until review was asked is at most 7                     | review asked for is yes                                             | review                |
        | V8-ANS  | Review answered within ten working days                        | working days until review was answered is at most 10                 | review asked for is yes                                             | review                |
        | V9      | Nobody writes and reviews                                      | one body wrote and reviewed in the province is no                    |                                                                     | roles                 |
        | V13     | Every datum compared                                           | every datum compared with a second source is yes                     |                                                                     | second-source         |
      And these findings
        | code       | finding                                                                          | when                                                                                                                | severity    | basis         |
        | V.FURNACE  | Coal received was used where coal into the furnace is preferred                  | coal into the furnace used is no                                                                                    | minor       | second-source |
        | V.FINE     | No plan, no publication or no records: a fine of 50,000 to 500,000 CNY threatens | report published is no                                                                                              | major       | penalty       |
        | V.FINE     |                                                                                  | records kept is less than 5 years                                                                                   |             | penalty       |
        | V.FINE     |                                                                                  | plan for the next year lodged is no; the as-of date is after 2026-12-31; industry is one of power, three industries |             | penalty       |
        | C10.REPORT | These industries report only: no allowances, nothing to surrender                | industry is six industries that only report                                                                         | observation | six           |

    Scenario Outline: on the day, and a day late
      Given allowance year is <year>
      And industry is <industry>
      And plan for the next year lodged on is <plan>
      And report lodged on is <report>
      And verification done on is <done>
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
        | year | industry         | plan       | report     | done       | lodged     | v1      | v2      | v3             | v24            | v10            | ind            |
        | 2025 | power            | 2026-12-31 | 2026-03-31 | 2026-06-30 | 2025-03-12 | met     | met     | met            | not applicable | met            | not applicable |
        | 2025 | power            | 2027-01-01 | 2026-04-01 | 2026-07-01 | 2025-03-13 | not met | not met | not met        | not applicable | not met        | not applicable |
        | 2025 | three industries | 2026-12-31 | 2026-03-31 | 2026-07-31 | 2025-03-12 | met     | met     | met            | not applicable | not applicable | met            |
        | 2025 | three industries | 2026-12-31 | 2026-03-31 | 2026-08-01 | 2025-03-12 | met     | met     | met            | not applicable | not applicable | not met        |
        | 2024 | three industries | 2026-12-31 | 2025-06-30 | 2026-07-31 | 2025-03-12 | met     | met     | not applicable | met            | not applicable | not applicable |
        | 2024 | three industries | 2026-12-31 | 2025-07-01 | 2026-07-31 | 2025-03-12 | met     | met     | not applicable | not met        | not applicable | not applicable |
        | 2024 | power            | 2026-12-31 | 2025-07-01 | 2026-07-31 | 2025-03-12 | met     | met     | not applicable | not applicable | not applicable | not applicable |

    Scenario Outline: data of 2024, on the day, and a day late
      Given allowance year is <year>
      And industry is <industry>
      And report lodged on is <report>
      And verification done on is <done>
      When evaluated as of 2026-11-20
      Then gate V3-P24 is <power>
      And gate V10-P24 is <checked>
      And gate V10-I24 is <industrial>

      Examples:
        | year | industry         | report     | done       | power          | checked        | industrial     |
        | 2024 | power            | 2025-03-31 | 2025-06-30 | met            | met            | not applicable |
        | 2024 | power            | 2025-04-01 | 2025-07-01 | not met        | not met        | not applicable |
        | 2024 | three industries | 2025-06-30 | 2025-08-31 | not applicable | not applicable | met            |
        | 2024 | three industries | 2025-06-30 | 2025-09-01 | not applicable | not applicable | not met        |
        | 2025 | power            | 2026-03-31 | 2026-06-30 | not applicable | not applicable | not applicable |
        | 2025 | three industries | 2026-03-31 | 2026-07-31 | not applicable | not applicable | not applicable |

    Scenario Outline: what is still to be lodged or verified is open
      Given report lodged on is <report>
      And verification done on is <done>
      When evaluated as of 2026-03-10
      Then gate V3 is <v3>
      And gate V10 is <v10>

      Examples:
        | report     | done       | v3           | v10          |
        | 2026-03-10 | 2026-03-10 | met          | met          |
        | 2026-03-11 | 2026-03-11 | undetermined | undetermined |
        | 2026-04-01 | 2026-07-01 | not met      | not met      |

    Scenario Outline: without a report or a verification no deadline is kept
      Given supposing report is there is 0
      And supposing verification is there is 0
      And allowance year is <year>
      And industry is <industry>
      And report lodged on is 2025-03-31
      And verification done on is 2025-03-31
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
        | 2025 | power                           | not met        | not applicable | not applicable | not met        | not applicable | not applicable | not applicable | not applicable |
        | 2025 | three industries                | not met        | not applicable | not applicable | not applicable | not met        | not applicable | not applicable | not applicable |
        | 2025 | six industries that only report | not met        | not applicable | not applicable | not applicable | not applicable | not applicable | not applicable | not met        |
        | 2024 | power                           | not applicable | not applicable | not met        | not applicable | not applicable | not met        | not applicable | not applicable |
        | 2024 | three industries                | not applicable | not met        | not applicable | not applicable | not applicable | not applicable | not met        | not applicable |

    Scenario Outline: a plan that is not lodged yet
      Given plan_lodged is <lodged>
      And next_plan is <day>
      And industry is <industry>
      When evaluated as of <today>
      Then gate V1 is <v1>
      And <fine>

      Examples:
        | lodged | day        | industry                        | today      | v1             | fine                                   |
        | no     | 2027-01-01 | power                           | 2026-12-31 | met            | no finding V.FINE is raised            |
        | no     | 2026-12-31 | power                           | 2027-01-01 | not met        | a major nonconformity V.FINE is raised |
        | yes    | 2026-12-31 | power                           | 2027-01-01 | met            | no finding V.FINE is raised            |
        | yes    | 2027-01-01 | power                           | 2026-12-31 | not met        | no finding V.FINE is raised            |
        | yes    | 2027-01-01 | six industries that only report | 2027-01-02 | not applicable | no finding V.FINE is raised            |
        | no     | 2027-01-01 | six industries that only report | 2027-01-02 | not applicable | no finding V.FINE is raised            |

    Scenario Outline: six industries only report
      Given industry is six industries that only report
      And allowance year is <year>
      And verification done on is <done>
      When evaluated as of 2027-01-01
      Then gate V10-SIX is <checked>
      And gate V2 is not applicable
      And an observation C10.REPORT is raised

      Examples:
        | year | done       | checked        |
        | 2025 | 2026-12-31 | met            |
        | 2025 | 2027-01-01 | not met        |
        | 2024 | 2027-01-01 | not applicable |

    Scenario: who gets allowances is not told so
      When evaluated as of 2026-11-20
      Then no finding C10.REPORT is raised
      And gate V10-SIX is not applicable

    Scenario: without the statement it is open when verification was done
      Given evidence for verification done on is missing
      When evaluated as of 2026-11-20
      Then gate V10 is undetermined because of verification done on

    Scenario Outline: keeping, telling, review and roles
      Given records kept is <kept> years
      And report published is <published>
      And working days until the result was told is <told>
      And review asked for is <asked>
      And working days until review was asked is <ask>
      And working days until review was answered is <answer>
      And one body wrote and reviewed in the province is <same>
      And every datum compared with a second source is <second>
      And coal into the furnace used is <furnace>
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
        | kept | published | told | asked | ask | answer | same | second | furnace | v4      | v5      | v7      | v8             | ans            | v9      | v13     | coal                                      | fine                                   |
        | 5    | yes       | 7    | yes   | 7   | 10     | no   | yes    | yes     | met     | met     | met     | met            | met            | met     | met     | no finding V.FURNACE is raised            | no finding V.FINE is raised            |
        | 4.99 | no        | 8    | yes   | 8   | 11     | yes  | no     | no      | not met | not met | not met | not met        | not met        | not met | not met | a minor nonconformity V.FURNACE is raised | a major nonconformity V.FINE is raised |
        | 4.99 | yes       | 7    | no    | 7   | 10     | no   | yes    | yes     | not met | met     | met     | not applicable | not applicable | met     | met     | no finding V.FURNACE is raised            | a major nonconformity V.FINE is raised |
        | 5    | yes       | 7    | no    | 8   | 11     | no   | yes    | yes     | met     | met     | met     | not applicable | not applicable | met     | met     | no finding V.FURNACE is raised            | no finding V.FINE is raised            |

  Rule: Meters that are less accurate than they must be
    Background:
      Given for each meter the quantity correction while calibrated (calibrated_by), on basis meters
        | is                                                |
        | max(calibrated accuracy - required accuracy, 0 %) |
      And for each meter the quantity correction of the year (corrected_by), on basis meters, even-use
        | is                                                                                                                                              |
        | ((days of the year - days without calibration) * correction while calibrated + days without calibration * required accuracy) / days of the year |
      And for each meter the quantity reading that counts (corrected), on basis meters, even-use
        | is                                                 | when                     |
        | reading of the year * (1 + correction of the year) | what it measures is fuel |
        | reading of the year * (1 - correction of the year) | otherwise                |
      And for each meter the quantity meter corrected (was_corrected), in items, on basis meters
        | is      | when                        |
        | 0 items | correction of the year is 0 |
        | 1 item  | otherwise                   |
      And the quantity meters corrected (meters_corrected), in items, the sum of meter corrected over meter readings, on basis meters
      And the quantity meters not calibrated by law (not_by_law), in items, the number of records over meter readings, on basis keeping
        | where                                                          |
        | on the list of meters is yes; calibrated as the law asks is no |
      And these gates
        | id | gate                                          | requires                                | basis   |
        | V6 | Meters on the list calibrated as the law asks | meters not calibrated by law is 0 items | keeping |
      And the quantity readings of fuel (fuel_sum), the sum of reading that counts over meter readings, on basis meters
        | where                    |
        | what it measures is fuel |
      And these findings
        | code    | finding                                                                        | when                                  | severity | basis  |
        | M.METER | A meter was corrected: less accurate than required, or not calibrated for days | meters corrected is more than 0 items | minor    | meters |
      And these results
        | result           | label                       | is               | rounded to | basis            |
        | fuel             | Readings of fuel that count | readings of fuel | 1 decimals | meters, even-use |
        | corrected_meters | Meters that were corrected  | meters corrected | 0 decimals | meters           |

    Scenario Outline: the worked belt, raised where it is fuel and lowered where it is production
      Given meter readings are
        | meter name | what it measures | reading of the year | required accuracy | calibrated accuracy | days without calibration | days of the year |
        | belt       | <what>           | 1000000             | 0.5 %             | <accuracy> %        | <without> days           | 365 days         |
      When evaluated as of 2026-11-20
      Then for meter belt the quantity reading that counts is <counts>
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

    Scenario Outline: meters on the list are calibrated as the law asks
      Given meter readings are
        | meter name | what it measures | reading of the year | required accuracy | calibrated accuracy | days without calibration | days of the year | on the list of meters | calibrated as the law asks |
        | belt       | fuel             | 1000000             | 0.5 %             | 0.5 %               | 0 days                   | 365 days         | <listed>              | <calibrated>               |
      When evaluated as of 2026-11-20
      Then gate V6 is <v6>

      Examples:
        | listed | calibrated | v6      |
        | yes    | yes        | met     |
        | yes    | no         | not met |
        | no     | no         | met     |

    Scenario: uncalibrated for 90 of 365 days
      Given meter readings are
        | meter name | what it measures | reading of the year | required accuracy | calibrated accuracy | days without calibration | days of the year |
        | belt       | fuel             | 1000000             | 0.5 %             | 0.5 %               | 90 days                  | 365 days         |
      When evaluated as of 2026-11-20
      Then the result Readings of fuel that count is 73090000/73
      And the result Meters that were corrected is 1 item

    Scenario: production is no fuel
      Given meter readings are
        | meter name | what it measures | reading of the year | required accuracy | calibrated accuracy | days without calibration | days of the year |
        | grid       | electricity      | 1000000             | 0.5 %             | 0.5 %               | 0 days                   | 365 days         |
      When evaluated as of 2026-11-20
      Then the result Readings of fuel that count is 0

  Rule: Coal that was not tested in time counts with the default
    Background:
      Given for each sample the quantity default carbon per heat (default_carbon), in t/TJ, by kind of coal, on basis defaults
        | kind of coal    | is           |
        | lignite         | 27.97        |
        | bituminous coal | 26.18        |
        | anthracite      | 27.49        |
        | other coal      | undetermined |
      And for each sample the quantity sample that counts (counts), in items, on basis sample
        | is      | when                                                                                                                                                                          |
        | 1 item  | sample taken on is until test reported on; test reported on is until sample taken on plus 40 days; test reported on is until the as-of date; report marked CMA or CNAS is yes |
        | 0 items | otherwise                                                                                                                                                                     |
      And for each sample the quantity carbon per heat that counts (carbon), in t/TJ, on basis sample, defaults
        | is                       | when                         |
        | measured carbon per heat | sample that counts is 1 item |
        | default carbon per heat  | otherwise                    |
      And for each sample the quantity carbon of the sample (carbon_mass), in t, on basis sample, defaults
        | is                                             |
        | carbon per heat that counts * heat of the coal |
      And for each sample the quantity default used (defaulted), in items, on basis sample
        | is                          |
        | 1 item - sample that counts |
      And for each sample the quantity sample too small (small), in items, on basis kept-sample
        | is      | when                               |
        | 1 item  | retained sample is less than 700 g |
        | 0 items | otherwise                          |
      And the quantity carbon of the coal (all_carbon), in t, the sum of carbon of the sample over coal samples, on basis sample, defaults
      And the quantity defaults used (all_defaulted), in items, the sum of default used over coal samples, on basis sample
      And the quantity samples too small (all_small), in items, the sum of sample too small over coal samples, on basis kept-sample
      And these findings
        | code      | finding                                                                     | when                                   | severity    | basis            |
        | C.DEFAULT | Coal was not tested within forty days under CMA or CNAS: the default counts | defaults used is more than 0 items     | minor       | sample, defaults |
        | C.KEPT    | Less than 700 g of a sample is kept                                         | samples too small is more than 0 items | observation | kept-sample      |
      And these results
        | result        | label                               | is                 | rounded to | basis            |
        | coal_carbon   | Carbon of the coal                  | carbon of the coal | 2 decimals | sample, defaults |
        | coal_defaults | Samples that count with the default | defaults used      | 0 decimals | sample           |

    Scenario Outline: within forty days and marked, or the default of the coal
      Given coal samples are
        | sample name | kind of coal | sample taken on | test reported on | report marked CMA or CNAS | measured carbon per heat | heat of the coal | retained sample |
        | S1          | <rank>       | 2025-05-01      | <tested>         | <marked>                  | 25.5 t/TJ                | 1000 TJ          | <weight> g      |
      When evaluated as of 2026-11-20
      Then the result Carbon of the coal is <carbon> t
      And the result Samples that count with the default is <defaults> items
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

    Scenario Outline: a test that is still to come, or older than its sample, does not count
      Given coal samples are
        | sample name | kind of coal    | sample taken on | test reported on | report marked CMA or CNAS | measured carbon per heat | heat of the coal | retained sample |
        | S1          | bituminous coal | 2026-10-20      | <tested>         | yes                       | 25.5 t/TJ                | 1000 TJ          | 700 g           |
      When evaluated as of 2026-11-20
      Then the result Samples that count with the default is <defaults> items

      Examples:
        | tested     | defaults |
        | 2026-10-19 | 1        |
        | 2026-10-20 | 0        |
        | 2026-11-20 | 0        |
        | 2026-11-21 | 1        |

    Scenario: a coal without default cannot be assessed
      Given coal samples are
        | sample name | kind of coal | sample taken on | test reported on | report marked CMA or CNAS | measured carbon per heat | heat of the coal | retained sample |
        | S1          | other coal   | 2025-05-01      | 2025-06-11       | yes                       | 25.5 t/TJ                | 1000 TJ          | 700 g           |
      When evaluated as of 2026-11-20
      Then for sample S1 the rules leave the quantity default carbon per heat undetermined
