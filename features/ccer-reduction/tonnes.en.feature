# language: en
Feature: Meter readings and tonnes
  Each meter reading with its days; readings within the window are included.

  Background:
    Given the scorecard ccer-reduction
    And these facts
      | fact            | label                             | type                       | unit      | one of                                     | at least | at most | evidence                             | may lie ahead |
      | method          | methodology                       | choice                     |           | solar_thermal, offshore_wind, other_method |          |         | design-document, verification-report |               |
      | requested_on    | date of the request               | date                       |           |                                            |          |         |                                      |               |
      | monitored       | monitoring period                 | period                     |           |                                            |          |         | verification-report                  |               |
      | crediting_start | first day of the crediting period | date                       |           |                                            |          |         | design-document, verification-report |               |
      | crediting_end   | last day of the crediting period  | date                       |           |                                            |          |         | design-document, verification-report | yes           |
      | life_end        | last day of the project lifetime  | date                       |           |                                            |          |         | design-document                      | yes           |
      | om              | operating margin emission factor  | number                     | tCO2e/MWh |                                            | 0        | 3       | verification-report                  |               |
      | bm              | build margin emission factor      | number                     | tCO2e/MWh |                                            | 0        | 3       | verification-report                  |               |
      | om_weight       | weight of the operating margin    | number                     | %         |                                            | 0        | 100     | verification-report                  |               |
      | bm_weight       | weight of the build margin        | number                     | %         |                                            | 0        | 100     | verification-report                  |               |
      | verified        | verified tonnes                   | number                     | tCO2e     |                                            | 0        |         | verification-report                  |               |
      | readings        | meter readings                    | list of reading of a meter |           |                                            |          |         |                                      |               |
    And the choices of methodology
      | value         | words               |
      | solar_thermal | solar thermal power |
      | offshore_wind | offshore wind       |
      | other_method  | another methodology |
    And each reading has
      | field     | label                         | type   | unit  | at least | at most | evidence            |
      | name      | reading                       | text   |       |          |         |                     |
      | first_day | first day                     | date   |       |          |         |                     |
      | last_day  | last day                      | date   |       |          |         |                     |
      | exported  | electricity exported          | number | MWh   | 0        |         | verification-report |
      | imported  | electricity imported          | number | MWh   | 0        |         | verification-report |
      | in_class  | meter calibrated and in class | flag   |       |          |         | meter-certificate   |
      | error     | meter error                   | number | %     | 0        | 100     | meter-certificate   |
      | fossil    | emissions from fossil fuel    | number | tCO2e | 0        |         | verification-report |
    And reading is called reading of a meter
    And no two meter readings share a reading
    And no two meter readings share a first day
    And no two meter readings share a last day
    And this reference case
      | fact                              | value                    |
      | methodology                       | offshore wind            |
      | date of the request               | 2024-09-01               |
      | monitoring period                 | 2023-01-01 to 2023-12-31 |
      | first day of the crediting period | 2023-01-01               |
      | last day of the crediting period  | 2032-12-31               |
      | last day of the project lifetime  | 2047-12-31               |
      | operating margin emission factor  | 0.85 tCO2e/MWh           |
      | build margin emission factor      | 0.30 tCO2e/MWh           |
      | weight of the operating margin    | 50 %                     |
      | weight of the build margin        | 50 %                     |
      | verified tonnes                   | 717025 tCO2e             |
    And in the reference case meter readings are
      | reading | first day  | last day   | electricity exported | electricity imported | meter calibrated and in class | meter error | emissions from fossil fuel |
      | 2023-H1 | 2023-01-01 | 2023-06-30 | 650000 MWh           | 1000 MWh             | yes                           | 0.2 %       | 0 tCO2e                    |
      | 2023-H2 | 2023-07-01 | 2023-12-31 | 600000 MWh           | 2000 MWh             | yes                           | 0.2 %       | 0 tCO2e                    |

  Rule: Grid emission factor
    Background:
      Given the quantity combined margin emission factor (factor), in tCO2e/MWh
        | is                                                                                                                            | when                               | basis   |
        | weight of the operating margin * operating margin emission factor + weight of the build margin * build margin emission factor | methodology is solar thermal power | m-solar |
        | weight of the operating margin * operating margin emission factor + weight of the build margin * build margin emission factor | methodology is offshore wind       | m-wind  |
        | undetermined, because the text of this methodology was not read                                                               | otherwise                          | m-other |
      And these gates
        | id | gate                    | requires                      | basis       |
        | F1 | The weights total 100 % | total of the weights is 100 % | weights-sum |
      And the quantity total of the weights (weights), in %, on basis weights-sum
        | is                                                          |
        | weight of the operating margin + weight of the build margin |

    Scenario Outline: Weights and methodology
      Given method is <method>
      And om_weight is <om> %
      And bm_weight is <bm> %
      When evaluated as of 2024-09-01
      Then gate F1 is <outcome>
      And <factor>

      Examples:
        | method        | om | bm    | outcome | factor                                           |
        | offshore_wind | 50 | 50    | met     | the quantity factor is 0.575 tCO2e/MWh           |
        | solar_thermal | 75 | 25    | met     | the quantity factor is 0.7125 tCO2e/MWh          |
        | offshore_wind | 50 | 49.99 | not met | the quantity factor is 0.57497 tCO2e/MWh         |
        | offshore_wind | 50 | 50.01 | not met | the quantity factor is 0.57503 tCO2e/MWh         |
        | other_method  | 50 | 50    | met     | the rules leave the quantity factor undetermined |

  Rule: Eligible meter readings
    Background:
      Given for each reading of a meter the quantity counts (counts)
        | is | when                                                                                                                      | basis           |
        | 0  | last day is before first day                                                                                              | whole           |
        | 0  | first day is before the start of monitoring period                                                                        | whole           |
        | 0  | last day is after the end of monitoring period                                                                            | whole           |
        | 0  | first day is before 2020-09-22                                                                                            | window          |
        | 0  | first day is on 2020-09-22; interpretation of the word after is the day itself is excluded                                | window-reading  |
        | 0  | first day is before first day of the crediting period                                                                     | window          |
        | 0  | last day is after last day of the crediting period                                                                        | window          |
        | 0  | first day is before date of the request minus 5 years; interpretation of the five years is every day of the meter reading | window-reading  |
        | 0  | last day is before date of the request minus 5 years                                                                      | window          |
        | 0  | last day is after date of the request                                                                                     | request-reading |
        | 0  | last day is not over                                                                                                      | not-yet         |
        | 1  | otherwise                                                                                                                 | window          |
      And for each reading of a meter the quantity net export (net), in MWh
        | is                                                                                          | when                                 | basis   |
        | electricity exported - electricity imported                                                 | meter calibrated and in class is yes | m-wind  |
        | electricity exported * (100 % - meter error) - electricity imported * (100 % + meter error) | otherwise                            | m-meter |
      And for each reading of a meter the quantity project emissions (project_emission), in tCO2e
        | is                         | when                               | basis   |
        | emissions from fossil fuel | methodology is solar thermal power | m-solar |
        | 0 tCO2e                    | otherwise                          | m-wind  |
      And for each reading of a meter the quantity reduction (reduction), in tCO2e, on basis window
        | is                                                                          |
        | counts * (net export * combined margin emission factor - project emissions) |
      And the quantity calculated tonnes (computed), in tCO2e, the sum of reduction over meter readings, on basis window
      And the quantity number of excluded meter readings (left_out), in items, the number of records over meter readings, on basis window
        | where                         |
        | counts is 0; last day is over |
      And the quantity number of meter readings that have not ended (ahead), in items, the number of records over meter readings, on basis not-yet
        | where                |
        | last day is not over |
      And these findings
        | code     | finding                                                                      | when                                                              | severity    | basis   |
        | R1.AHEAD | A meter reading that has not ended contains no reduction yet                 | number of meter readings that have not ended is more than 0 items | observation | not-yet |
        | R1.LEFT  | Meter readings outside the window: split readings that extend across a limit | number of excluded meter readings is more than 0 items            | observation | whole   |

    Scenario Outline: Days on both sides of each limit
      Given the setting after_reading is <after>
      And the setting five_years is <five>
      And requested_on is <request>
      And monitoring period is 2019-01-01 to 2026-12-31
      And crediting_start is <start>
      And crediting_end is <end>
      And meter readings are
        | name | first_day | last_day | electricity exported | electricity imported | in_class | error | fossil  |
        | R1   | <first>   | <last>   | 1000 MWh             | 0 MWh                | yes      | 0.2 % | 0 tCO2e |
      When evaluated as of 2026-12-31
      Then for reading R1 the quantity counts is <counts>
      And the quantity computed is <tonnes> tCO2e
      And <left>

      Examples:
        | after     | five      | request    | start      | end        | first      | last       | counts | tonnes | left                             |
        | strict    | every_day | 2024-09-01 | 2020-01-01 | 2029-12-31 | 2020-09-22 | 2020-12-31 | 0      | 0      | an observation R1.LEFT is raised |
        | strict    | every_day | 2024-09-01 | 2020-01-01 | 2029-12-31 | 2020-09-23 | 2020-12-31 | 1      | 575    | no finding R1.LEFT is raised     |
        | inclusive | every_day | 2024-09-01 | 2020-01-01 | 2029-12-31 | 2020-09-22 | 2020-12-31 | 1      | 575    | no finding R1.LEFT is raised     |
        | inclusive | every_day | 2024-09-01 | 2020-01-01 | 2029-12-31 | 2020-09-21 | 2020-12-31 | 0      | 0      | an observation R1.LEFT is raised |
        | strict    | every_day | 2026-10-01 | 2021-01-01 | 2030-12-31 | 2021-09-15 | 2022-06-30 | 0      | 0      | an observation R1.LEFT is raised |
        | strict    | every_day | 2026-10-01 | 2021-01-01 | 2030-12-31 | 2021-09-30 | 2022-06-30 | 0      | 0      | an observation R1.LEFT is raised |
        | strict    | every_day | 2026-10-01 | 2021-01-01 | 2030-12-31 | 2021-10-01 | 2022-06-30 | 1      | 575    | no finding R1.LEFT is raised     |
        | strict    | last_day  | 2026-10-01 | 2021-01-01 | 2030-12-31 | 2021-09-15 | 2022-06-30 | 1      | 575    | no finding R1.LEFT is raised     |
        | strict    | last_day  | 2026-10-01 | 2021-01-01 | 2030-12-31 | 2021-09-15 | 2021-10-01 | 1      | 575    | no finding R1.LEFT is raised     |
        | strict    | last_day  | 2026-10-01 | 2021-01-01 | 2030-12-31 | 2021-09-15 | 2021-09-30 | 0      | 0      | an observation R1.LEFT is raised |
        | strict    | every_day | 2024-09-01 | 2023-01-01 | 2032-12-31 | 2022-12-31 | 2023-06-30 | 0      | 0      | an observation R1.LEFT is raised |
        | strict    | every_day | 2024-09-01 | 2023-01-01 | 2032-12-31 | 2023-01-01 | 2023-06-30 | 1      | 575    | no finding R1.LEFT is raised     |
        | strict    | every_day | 2024-09-01 | 2023-01-01 | 2023-06-30 | 2023-01-01 | 2023-06-30 | 1      | 575    | no finding R1.LEFT is raised     |
        | strict    | every_day | 2024-09-01 | 2023-01-01 | 2023-06-29 | 2023-01-01 | 2023-06-30 | 0      | 0      | an observation R1.LEFT is raised |
        | strict    | every_day | 2024-09-01 | 2023-01-01 | 2032-12-31 | 2023-06-30 | 2023-06-29 | 0      | 0      | an observation R1.LEFT is raised |
        | strict    | every_day | 2024-09-01 | 2023-01-01 | 2032-12-31 | 2023-06-30 | 2023-06-30 | 1      | 575    | no finding R1.LEFT is raised     |
        | strict    | every_day | 2024-09-01 | 2023-01-01 | 2032-12-31 | 2024-01-01 | 2024-09-01 | 1      | 575    | no finding R1.LEFT is raised     |
        | strict    | every_day | 2024-09-01 | 2023-01-01 | 2032-12-31 | 2024-01-01 | 2024-09-02 | 0      | 0      | an observation R1.LEFT is raised |

    Scenario Outline: A meter reading that has not ended contains no reduction, whatever the planned request
      Given requested_on is 2026-09-01
      And monitoring period is 2024-01-01 to 2026-12-31
      And meter readings are
        | name | first_day  | last_day | electricity exported | electricity imported | in_class | error | fossil  |
        | R1   | 2024-01-01 | <last>   | 1000 MWh             | 0 MWh                | yes      | 0.2 % | 0 tCO2e |
      When evaluated as of 2024-09-01
      Then for reading R1 the quantity counts is <counts>
      And the result tonnes_registrable is <tonnes> tCO2e
      And <ahead>
      And no finding R1.LEFT is raised

      Examples:
        | last       | counts | tonnes | ahead                             |
        | 2024-08-31 | 1      | 575    | no finding R1.AHEAD is raised     |
        | 2024-09-01 | 0      | 0      | an observation R1.AHEAD is raised |
        | 2024-09-02 | 0      | 0      | an observation R1.AHEAD is raised |
        | 2026-06-30 | 0      | 0      | an observation R1.AHEAD is raised |

    Scenario: One meter reading is excluded and another has not ended
      Given monitoring period is 2023-01-01 to 2024-12-31
      And date of the request is 2025-01-31
      And meter readings are
        | name | first_day  | last_day   | electricity exported | electricity imported | in_class | error | fossil  |
        | R0   | 2022-12-31 | 2023-06-30 | 1000 MWh             | 0 MWh                | yes      | 0.2 % | 0 tCO2e |
        | R1   | 2023-07-01 | 2023-12-31 | 1000 MWh             | 0 MWh                | yes      | 0.2 % | 0 tCO2e |
        | R2   | 2024-01-01 | 2024-12-31 | 1000 MWh             | 0 MWh                | yes      | 0.2 % | 0 tCO2e |
      When evaluated as of 2024-12-31
      Then the quantity computed is 575 tCO2e
      And the quantity left_out is 1 item
      And the quantity ahead is 1 item
      And the result readings_ahead is 1 item
      And an observation R1.LEFT is raised
      And an observation R1.AHEAD is raised

    Scenario Outline: A meter reading must be within the monitoring period
      Given monitored is <first> to <last>
      When evaluated as of 2024-09-01
      Then for reading 2023-H1 the quantity counts is <h1>
      And for reading 2023-H2 the quantity counts is <h2>
      And the quantity left_out is <out> items

      Examples:
        | first      | last       | h1 | h2 | out |
        | 2023-01-01 | 2023-12-31 | 1  | 1  | 0   |
        | 2023-01-02 | 2023-12-31 | 0  | 1  | 1   |
        | 2023-01-01 | 2023-12-30 | 1  | 0  | 1   |

    Scenario: An uncalibrated meter of class 0.2 %
      Given meter readings are
        | name | first_day  | last_day   | electricity exported | electricity imported | in_class | error | fossil  |
        | 2023 | 2023-01-01 | 2023-12-31 | 1250000 MWh          | 3000 MWh             | no       | 0.2 % | 0 tCO2e |
      When evaluated as of 2024-09-01
      Then for reading 2023 the quantity net is 1244494 MWh
      And the quantity computed is 715584.05 tCO2e

    Scenario Outline: Fossil fuel is a project emission for solar thermal power only
      Given method is <method>
      And meter readings are
        | name | first_day  | last_day   | electricity exported | electricity imported | in_class | error | fossil   |
        | 2023 | 2023-01-01 | 2023-12-31 | 1000 MWh             | 0 MWh                | yes      | 0 %   | 25 tCO2e |
      When evaluated as of 2024-09-01
      Then for reading 2023 the quantity project_emission is <emission> tCO2e
      And the quantity computed is <tonnes> tCO2e

      Examples:
        | method        | emission | tonnes |
        | solar_thermal | 25       | 550    |
        | offshore_wind | 0        | 575    |

    Scenario: The factor of another methodology is undetermined
      Given methodology is another methodology
      When evaluated as of 2024-09-01
      Then the rules leave the quantity factor undetermined

  Rule: Overlaps and gaps of meter readings
    Background:
      Given for each reading of a meter the quantity days of the meter reading (length), in days, on basis whole
        | is                                  |
        | days(first day to last day) + 1 day |
      And the quantity total days of meter readings (days_read), in days, the sum of days of the meter reading over meter readings, on basis whole
      And the quantity first day of the meter readings (first_read), the earliest first day over meter readings, or 2020-09-23 if there are none, on basis whole
      And the quantity last day of the meter readings (last_read), the latest last day over meter readings, or 2020-09-23 if there are none, on basis whole
      And the quantity days of the monitoring period (days_monitored), in days, on basis whole
        | is                      |
        | days(monitoring period) |
      And the quantity days from the first to the last meter reading (span_read), in days, on basis whole
        | is                                                                              |
        | days(first day of the meter readings to last day of the meter readings) + 1 day |
      And these gates
        | id | gate                                                  | requires                                                                              | basis |
        | P1 | Meter readings do not cover more days than the period | total days of meter readings is at most days of the monitoring period                 | whole |
        | P2 | Meter readings do not overlap                         | total days of meter readings is at most days from the first to the last meter reading | whole |
      And these findings
        | code       | finding                                                             | when                                                                                    | severity    | basis |
        | P1.GAP     | Meter readings cover fewer days than the period                     | total days of meter readings is less than days of the monitoring period                 | observation | whole |
        | P2.OVERLAP | Meter readings overlap: the overlapping days would be counted twice | total days of meter readings is more than days from the first to the last meter reading | major       | whole |

    Scenario Outline: Meter readings overlap although the period has spare days
      Given meter readings are
        | name    | first_day  | last_day   | electricity exported | electricity imported | in_class | error | fossil  |
        | 2023-H1 | 2023-01-01 | 2023-06-30 | 650000 MWh           | 1000 MWh             | yes      | 0.2 % | 0 tCO2e |
        | 2023-H2 | <first>    | 2023-11-30 | 600000 MWh           | 2000 MWh             | yes      | 0.2 % | 0 tCO2e |
      When evaluated as of 2024-09-01
      Then the quantity span_read is 334 days
      And gate P1 is met
      And gate P2 is <outcome>
      And <overlap>

      Examples:
        | first      | outcome | overlap                                    |
        | 2023-06-30 | not met | a major nonconformity P2.OVERLAP is raised |
        | 2023-07-01 | met     | no finding P2.OVERLAP is raised            |
        | 2023-07-02 | met     | no finding P2.OVERLAP is raised            |

    Scenario Outline: The second half-year begins on 1 July at the earliest
      Given meter readings are
        | name    | first_day  | last_day   | electricity exported | electricity imported | in_class | error | fossil  |
        | 2023-H1 | 2023-01-01 | 2023-06-30 | 650000 MWh           | 1000 MWh             | yes      | 0.2 % | 0 tCO2e |
        | 2023-H2 | <first>    | 2023-12-31 | 600000 MWh           | 2000 MWh             | yes      | 0.2 % | 0 tCO2e |
      When evaluated as of 2024-09-01
      Then the quantity days_read is <days> days
      And gate P1 is <outcome>
      And <gap>

      Examples:
        | first      | days | outcome | gap                             |
        | 2023-06-30 | 366  | not met | no finding P1.GAP is raised     |
        | 2023-07-01 | 365  | met     | no finding P1.GAP is raised     |
        | 2023-07-02 | 364  | met     | an observation P1.GAP is raised |

  Rule: Amount that may be registered
    Background:
      Given the quantity tonnes that may be registered (registrable), in tCO2e
        | is                              | when                                         | basis          |
        | verified tonnes                 | verified tonnes is at most calculated tonnes | amount, proof  |
        | max(calculated tonnes, 0 tCO2e) | otherwise                                    | amount-reading |
      And these findings
        | code    | finding                                                                                                   | when                                           | severity    | basis          |
        | R6.MORE | The verified amount exceeds the amount calculated from meter readings                                     | verified tonnes is more than calculated tonnes | major       | amount-reading |
        | R6.LESS | The verified amount is below the amount calculated from meter readings: the verified amount is registered | verified tonnes is less than calculated tonnes | observation | amount         |
      And these results
        | result             | label                                        | is                                           | rounded to | basis                  |
        | tonnes_computed    | Calculated tonnes                            | calculated tonnes                            | 2 decimals | window                 |
        | tonnes_registrable | Tonnes that may be registered                | tonnes that may be registered                | 2 decimals | amount, amount-reading |
        | readings_left_out  | Number of excluded meter readings            | number of excluded meter readings            | 0 decimals | whole                  |
        | readings_ahead     | Number of meter readings that have not ended | number of meter readings that have not ended | 0 decimals | not-yet                |

    Scenario Outline: The amount determined by the verification body is registered
      Given verified is <verified> tCO2e
      When evaluated as of 2024-09-01
      Then the quantity registrable is <registrable> tCO2e
      And <more>
      And <less>

      Examples:
        | verified  | registrable | more                                    | less                             |
        | 700000    | 700000      | no finding R6.MORE is raised            | an observation R6.LESS is raised |
        | 717025    | 717025      | no finding R6.MORE is raised            | no finding R6.LESS is raised     |
        | 717025.01 | 717025      | a major nonconformity R6.MORE is raised | no finding R6.LESS is raised     |

    Scenario Outline: Without evidence the tonnes are undetermined
      Given evidence for <fact> is missing
      When evaluated as of 2024-09-01
      Then the conclusion is incomplete

      Examples:
        | fact                                               |
        | measurable, traceable, verifiable and conservative |
        | monitoring period                                  |

    Scenario: If imports exceed exports the amount is zero
      Given meter readings are
        | name | first_day  | last_day   | electricity exported | electricity imported | in_class | error | fossil  |
        | 2023 | 2023-01-01 | 2023-12-31 | 0 MWh                | 1000 MWh             | yes      | 0 %   | 0 tCO2e |
      When evaluated as of 2024-09-01
      Then the quantity computed is -575 tCO2e
      And the quantity registrable is 0 tCO2e
