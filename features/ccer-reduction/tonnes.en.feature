# language: en
Feature: Readings and tonnes
  Every reading of the meter with its days; those that lie in the window count.

  Background:
    Given the scorecard ccer-reduction
    And these facts
      | fact            | label                             | type                       | unit      | one of                                     | at least | at most | evidence                             | may lie ahead |
      | method          | methodology                       | choice                     |           | solar_thermal, offshore_wind, other_method |          |         | design-document, verification-report |               |
      | requested_on    | day of the request                | date                       |           |                                            |          |         |                                      |               |
      | monitored       | monitoring period                 | period                     |           |                                            |          |         | verification-report                  |               |
      | crediting_start | first day of the crediting period | date                       |           |                                            |          |         | design-document, verification-report |               |
      | crediting_end   | last day of the crediting period  | date                       |           |                                            |          |         | design-document, verification-report | yes           |
      | life_end        | last day of the project's life    | date                       |           |                                            |          |         | design-document                      | yes           |
      | om              | operating margin                  | number                     | tCO2e/MWh |                                            | 0        | 3       | verification-report                  |               |
      | bm              | build margin                      | number                     | tCO2e/MWh |                                            | 0        | 3       | verification-report                  |               |
      | om_weight       | weight of the operating margin    | number                     | %         |                                            | 0        | 100     | verification-report                  |               |
      | bm_weight       | weight of the build margin        | number                     | %         |                                            | 0        | 100     | verification-report                  |               |
      | verified        | tonnes verified                   | number                     | tCO2e     |                                            | 0        |         | verification-report                  |               |
      | readings        | readings                          | list of reading of a meter |           |                                            |          |         |                                      |               |
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
      | exported  | exported                      | number | MWh   | 0        |         | verification-report |
      | imported  | imported                      | number | MWh   | 0        |         | verification-report |
      | in_class  | meter calibrated and in class | flag   |       |          |         | meter-certificate   |
      | error     | error of the meter            | number | %     | 0        | 100     | meter-certificate   |
      | fossil    | emissions of fossil fuel      | number | tCO2e | 0        |         | verification-report |
    And reading is called reading of a meter
    And no two readings share a reading
    And no two readings share a first day
    And no two readings share a last day
    And this reference case
      | fact                              | value                    |
      | methodology                       | offshore wind            |
      | day of the request                | 2024-09-01               |
      | monitoring period                 | 2023-01-01 to 2023-12-31 |
      | first day of the crediting period | 2023-01-01               |
      | last day of the crediting period  | 2032-12-31               |
      | last day of the project's life    | 2047-12-31               |
      | operating margin                  | 0.85 tCO2e/MWh           |
      | build margin                      | 0.30 tCO2e/MWh           |
      | weight of the operating margin    | 50 %                     |
      | weight of the build margin        | 50 %                     |
      | tonnes verified                   | 717025 tCO2e             |
    And in the reference case readings are
      | reading | first day  | last day   | exported   | imported | meter calibrated and in class | error of the meter | emissions of fossil fuel |
      | 2023-H1 | 2023-01-01 | 2023-06-30 | 650000 MWh | 1000 MWh | yes                           | 0.2 %              | 0 tCO2e                  |
      | 2023-H2 | 2023-07-01 | 2023-12-31 | 600000 MWh | 2000 MWh | yes                           | 0.2 %              | 0 tCO2e                  |

  Rule: The factor of the grid
    Background:
      Given the quantity combined margin (factor), in tCO2e/MWh
        | is                                                                                            | when                               | basis   |
        | weight of the operating margin * operating margin + weight of the build margin * build margin | methodology is solar thermal power | m-solar |
        | weight of the operating margin * operating margin + weight of the build margin * build margin | methodology is offshore wind       | m-wind  |
        | undetermined, because the text of this methodology was not read                               | otherwise                          | m-other |
      And these gates
        | id | gate                    | requires                    | basis       |
        | F1 | Weights that make 100 % | sum of the weights is 100 % | weights-sum |
      And the quantity sum of the weights (weights), in %, on basis weights-sum
        | is                                                          |
        | weight of the operating margin + weight of the build margin |

    Scenario Outline: weights and method
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

  Rule: Which readings count
    Background:
      Given for each reading of a meter the quantity counts (counts)
        | is | when                                                                                                        | basis           |
        | 0  | last day is before first day                                                                                | whole           |
        | 0  | first day is before the start of monitoring period                                                          | whole           |
        | 0  | last day is after the end of monitoring period                                                              | whole           |
        | 0  | first day is before 2020-09-22                                                                              | window          |
        | 0  | first day is on 2020-09-22; reading of after is the day itself does not count                               | window-reading  |
        | 0  | first day is before first day of the crediting period                                                       | window          |
        | 0  | last day is after last day of the crediting period                                                          | window          |
        | 0  | first day is before day of the request minus 5 years; reading of the five years is every day of the reading | window-reading  |
        | 0  | last day is before day of the request minus 5 years                                                         | window          |
        | 0  | last day is after day of the request                                                                        | request-reading |
        | 0  | last day is not over                                                                                        | not-yet         |
        | 1  | otherwise                                                                                                   | window          |
      And for each reading of a meter the quantity net export (net), in MWh
        | is                                                                                | when                                 | basis   |
        | exported - imported                                                               | meter calibrated and in class is yes | m-wind  |
        | exported * (100 % - error of the meter) - imported * (100 % + error of the meter) | otherwise                            | m-meter |
      And for each reading of a meter the quantity project emission (project_emission), in tCO2e
        | is                       | when                               | basis   |
        | emissions of fossil fuel | methodology is solar thermal power | m-solar |
        | 0 tCO2e                  | otherwise                          | m-wind  |
      And for each reading of a meter the quantity reduction (reduction), in tCO2e, on basis window
        | is                                                         |
        | counts * (net export * combined margin - project emission) |
      And the quantity computed tonnes (computed), in tCO2e, the sum of reduction over readings, on basis window
      And the quantity readings left out (left_out), in items, the number of records over readings, on basis window
        | where                         |
        | counts is 0; last day is over |
      And the quantity readings ahead (ahead), in items, the number of records over readings, on basis not-yet
        | where                |
        | last day is not over |
      And these findings
        | code     | finding                                                              | when                                   | severity    | basis   |
        | R1.AHEAD | A reading that is not over gives nothing yet                         | readings ahead is more than 0 items    | observation | not-yet |
        | R1.LEFT  | Readings left out of the window: split those that lie across a limit | readings left out is more than 0 items | observation | whole   |

    Scenario Outline: days on both sides of every limit
      Given the setting after_reading is <after>
      And the setting five_years is <five>
      And requested_on is <request>
      And monitoring period is 2019-01-01 to 2026-12-31
      And crediting_start is <start>
      And crediting_end is <end>
      And readings are
        | name | first_day | last_day | exported | imported | in_class | error | fossil  |
        | R1   | <first>   | <last>   | 1000 MWh | 0 MWh    | yes      | 0.2 % | 0 tCO2e |
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

    Scenario Outline: a reading that is not over gives nothing, whenever the request is planned
      Given requested_on is 2026-09-01
      And monitoring period is 2024-01-01 to 2026-12-31
      And readings are
        | name | first_day  | last_day | exported | imported | in_class | error | fossil  |
        | R1   | 2024-01-01 | <last>   | 1000 MWh | 0 MWh    | yes      | 0.2 % | 0 tCO2e |
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

    Scenario: one reading is left out and another is ahead
      Given monitoring period is 2023-01-01 to 2024-12-31
      And day of the request is 2025-01-31
      And readings are
        | name | first_day  | last_day   | exported | imported | in_class | error | fossil  |
        | R0   | 2022-12-31 | 2023-06-30 | 1000 MWh | 0 MWh    | yes      | 0.2 % | 0 tCO2e |
        | R1   | 2023-07-01 | 2023-12-31 | 1000 MWh | 0 MWh    | yes      | 0.2 % | 0 tCO2e |
        | R2   | 2024-01-01 | 2024-12-31 | 1000 MWh | 0 MWh    | yes      | 0.2 % | 0 tCO2e |
      When evaluated as of 2024-12-31
      Then the quantity computed is 575 tCO2e
      And the quantity left_out is 1 item
      And the quantity ahead is 1 item
      And the result readings_ahead is 1 item
      And an observation R1.LEFT is raised
      And an observation R1.AHEAD is raised

    Scenario Outline: a reading belongs into the monitoring period
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

    Scenario: a meter of 0.2 % that was not calibrated
      Given readings are
        | name | first_day  | last_day   | exported    | imported | in_class | error | fossil  |
        | 2023 | 2023-01-01 | 2023-12-31 | 1250000 MWh | 3000 MWh | no       | 0.2 % | 0 tCO2e |
      When evaluated as of 2024-09-01
      Then for reading 2023 the quantity net is 1244494 MWh
      And the quantity computed is 715584.05 tCO2e

    Scenario Outline: fossil fuel is a project emission of solar thermal power only
      Given method is <method>
      And readings are
        | name | first_day  | last_day   | exported | imported | in_class | error | fossil   |
        | 2023 | 2023-01-01 | 2023-12-31 | 1000 MWh | 0 MWh    | yes      | 0 %   | 25 tCO2e |
      When evaluated as of 2024-09-01
      Then for reading 2023 the quantity project_emission is <emission> tCO2e
      And the quantity computed is <tonnes> tCO2e

      Examples:
        | method        | emission | tonnes |
        | solar_thermal | 25       | 550    |
        | offshore_wind | 0        | 575    |

    Scenario: another methodology is not guessed
      Given methodology is another methodology
      When evaluated as of 2024-09-01
      Then the rules leave the quantity factor undetermined

  Rule: Readings that overlap or leave gaps
    Background:
      Given for each reading of a meter the quantity days of the reading (length), in days, on basis whole
        | is                                  |
        | days(first day to last day) + 1 day |
      And the quantity days read (days_read), in days, the sum of days of the reading over readings, on basis whole
      And the quantity first day read (first_read), the earliest first day over readings, or 2020-09-23 if there are none, on basis whole
      And the quantity last day read (last_read), the latest last day over readings, or 2020-09-23 if there are none, on basis whole
      And the quantity days monitored (days_monitored), in days, on basis whole
        | is                      |
        | days(monitoring period) |
      And the quantity days from the first to the last day read (span_read), in days, on basis whole
        | is                                            |
        | days(first day read to last day read) + 1 day |
      And these gates
        | id | gate                                  | requires                                                      | basis |
        | P1 | No more days read than the period has | days read is at most days monitored                           | whole |
        | P2 | No reading overlaps another           | days read is at most days from the first to the last day read | whole |
      And these findings
        | code       | finding                                                       | when                                                            | severity    | basis |
        | P1.GAP     | Fewer days read than the period has                           | days read is less than days monitored                           | observation | whole |
        | P2.OVERLAP | Readings overlap: the days on which they do would count twice | days read is more than days from the first to the last day read | major       | whole |

    Scenario Outline: readings that overlap, though the period has days to spare
      Given readings are
        | name    | first_day  | last_day   | exported   | imported | in_class | error | fossil  |
        | 2023-H1 | 2023-01-01 | 2023-06-30 | 650000 MWh | 1000 MWh | yes      | 0.2 % | 0 tCO2e |
        | 2023-H2 | <first>    | 2023-11-30 | 600000 MWh | 2000 MWh | yes      | 0.2 % | 0 tCO2e |
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

    Scenario Outline: the second half may begin on 1 July, not before
      Given readings are
        | name    | first_day  | last_day   | exported   | imported | in_class | error | fossil  |
        | 2023-H1 | 2023-01-01 | 2023-06-30 | 650000 MWh | 1000 MWh | yes      | 0.2 % | 0 tCO2e |
        | 2023-H2 | <first>    | 2023-12-31 | 600000 MWh | 2000 MWh | yes      | 0.2 % | 0 tCO2e |
      When evaluated as of 2024-09-01
      Then the quantity days_read is <days> days
      And gate P1 is <outcome>
      And <gap>

      Examples:
        | first      | days | outcome | gap                             |
        | 2023-06-30 | 366  | not met | no finding P1.GAP is raised     |
        | 2023-07-01 | 365  | met     | no finding P1.GAP is raised     |
        | 2023-07-02 | 364  | met     | an observation P1.GAP is raised |

  Rule: What may be registered
    Background:
      Given the quantity registrable tonnes (registrable), in tCO2e
        | is                            | when                                       | basis          |
        | tonnes verified               | tonnes verified is at most computed tonnes | amount, proof  |
        | max(computed tonnes, 0 tCO2e) | otherwise                                  | amount-reading |
      And these findings
        | code    | finding                                                               | when                                         | severity    | basis          |
        | R6.MORE | More verified than the readings give                                  | tonnes verified is more than computed tonnes | major       | amount-reading |
        | R6.LESS | Less verified than the readings give: registered is what was verified | tonnes verified is less than computed tonnes | observation | amount         |
      And these results
        | result             | label                         | is                 | rounded to | basis                  |
        | tonnes_computed    | Tonnes computed               | computed tonnes    | 2 decimals | window                 |
        | tonnes_registrable | Tonnes that may be registered | registrable tonnes | 2 decimals | amount, amount-reading |
        | readings_left_out  | Readings left out             | readings left out  | 0 decimals | whole                  |
        | readings_ahead     | Readings ahead                | readings ahead     | 0 decimals | not-yet                |

    Scenario Outline: registered is what the verifying body found
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

    Scenario Outline: what no paper proves leaves the tonnes open
      Given evidence for <fact> is missing
      When evaluated as of 2024-09-01
      Then the conclusion is incomplete

      Examples:
        | fact                                               |
        | measurable, traceable, verifiable and conservative |
        | monitoring period                                  |

    Scenario: more bought than sold gives nothing
      Given readings are
        | name | first_day  | last_day   | exported | imported | in_class | error | fossil  |
        | 2023 | 2023-01-01 | 2023-12-31 | 0 MWh    | 1000 MWh | yes      | 0 %   | 0 tCO2e |
      When evaluated as of 2024-09-01
      Then the quantity computed is -575 tCO2e
      And the quantity registrable is 0 tCO2e
