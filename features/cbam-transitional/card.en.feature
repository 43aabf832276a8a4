# language: en
Feature: CBAM, one quarterly report of the transitional period
  Whether a report on goods imported from 1 October 2023 to 31 December 2025 was filed in time and with the methods allowed at that time.

  Background:
    Given this scorecard
      | field           | value                                                                                                                                                        |
      | id              | cbam-transitional                                                                                                                                            |
      | version         | 1.0.0                                                                                                                                                        |
      | title           | CBAM, one quarterly report of the transitional period                                                                                                        |
      | subject         | quarterly-report                                                                                                                                             |
      | attestation     | self-assessment                                                                                                                                              |
      | time zone       | Europe/Brussels                                                                                                                                              |
      | effective from  | 2023-10-01                                                                                                                                                   |
      | rounding        | half-even, 5 decimals                                                                                                                                        |
      | not applicable  | drop and rescale                                                                                                                                             |
      | does not assess | how embedded emissions were determined inside the installation                                                                                               |
      | does not assess | whether a scheme had similar coverage and accuracy                                                                                                           |
      | does not assess | whether an emissions value agrees with the default values of the transitional period                                                                         |
      | does not assess | inward processing, carbon prices due, and who must report                                                                                                    |
      | does not assess | later submission on request after technical errors                                                                                                           |
      | does not assess | anything of the definitive period, which is assessed by the scorecards cbam-goods and cbam-importer                                                          |
      | does not assess | documents that support the declared facts, none of which is required here: the report as received by the registry, and evidence of its methods and emissions |
    And these bases
      | basis            | instrument               | clause               | certainty   | note                                                                                                                                                                                                                                                                                                                                                                    |
      | period           | Regulation (EU) 2023/956 | Article 32           | confirmed   | In the transitional period, from 1 October 2023 to 31 December 2025, importers only have to report. The assessed quarter must belong to this period.                                                                                                                                                                                                                    |
      | filing           | Regulation (EU) 2023/956 | Article 35(1)        | confirmed   | The CBAM report of a quarter must be filed no later than one month after the end of the quarter.                                                                                                                                                                                                                                                                        |
      | procedures       | Regulation (EU) 2023/956 | Article 34(2)        | confirmed   | Two kinds of goods need not be included in the quarterly report: goods re-imported after outward processing (processing abroad), and returned goods. If the report includes such goods, the scorecard raises an observation.                                                                                                                                            |
      | exempt           | Regulation (EU) 2023/956 | Annex III            | secondary   | Goods that originate in Iceland, Liechtenstein, Norway or Switzerland are exempt from CBAM and need not be reported. Reported by secondary sources.                                                                                                                                                                                                                     |
      | third            | Regulation (EU) 2023/956 | Article 2(1)         | secondary   | CBAM applies only to goods that originate in a third country. Goods that originate in a Member State of the Union therefore need not be reported. Reported by secondary sources.                                                                                                                                                                                        |
      | power            | IR (EU) 2023/1773        | Annex II             | secondary   | Indirect emissions must be reported for all goods except electricity; for electricity none are reported. Reported by secondary sources.                                                                                                                                                                                                                                 |
      | change           | IR (EU) 2023/1773        | Article 9(1) and (2) | secondary   | A quarterly report can be modified until two months after the end of its quarter. The reports for the fourth quarter of 2023 and the first quarter of 2024 can be modified until 31 July 2024. Reported by secondary sources.                                                                                                                                           |
      | schemes          | IR (EU) 2023/1773        | Article 4(2)         | secondary   | Until 31 December 2024, importers may determine embedded emissions by monitoring schemes of third countries instead of the Union method. Stated from memory, not checked against the text.                                                                                                                                                                              |
      | schemes-quarter  | cbam-transitional        | -                    | own reading | The Regulation allows monitoring schemes of third countries until 31 December 2024. The report for the fourth quarter of 2024 is filed in January 2025; we also accept these schemes in that report.                                                                                                                                                                    |
      | any-method       | IR (EU) 2023/1773        | Article 4(3)         | secondary   | In reports due by 31 July 2024, importers may determine embedded emissions by any other method, including default values without limit. These are the reports for the last quarter of 2023 and the first two quarters of 2024. Reported by secondary sources.                                                                                                           |
      | estimates        | IR (EU) 2023/1773        | Article 5            | secondary   | For quarters from 1 July 2024, estimates may cover at most 20 % of the embedded emissions of a complex good. A complex good is made from inputs with embedded emissions. In earlier quarters any method was allowed, so this limit does not apply. Stated from memory, not checked against the text.                                                                    |
      | estimates-simple | cbam-transitional        | -                    | own reading | Article 5 of IR (EU) 2023/1773 allows estimates, up to 20 % of the emissions, for complex goods (goods made from inputs with embedded emissions). For quarters before 1 July 2024 any method was allowed; this permission does not cover later quarters. For quarters from 1 July 2024, we therefore accept no estimates for simple goods (goods that are not complex). |
      | justified        | IR (EU) 2023/1773        | Article 13(c)        | secondary   | A report that uses another method than the Union method must justify it adequately. Without this justification the report is incorrect. Stated from memory, not checked against the text.                                                                                                                                                                               |
      | sums             | cbam-transitional        | -                    | own reading | The direct and indirect emissions of a good should add up to its overall emissions. We check this for each good; we report any difference as a minor finding.                                                                                                                                                                                                           |
      | penalties        | IR (EU) 2023/1773        | Article 16(1)        | secondary   | A penalty applies to an importer that filed no report by the deadline. It also applies if a correction procedure was opened and the importer took no steps to correct the report. Stated from memory, not checked against the text.                                                                                                                                     |
      | amounts          | IR (EU) 2023/1773        | Article 16(2) to (4) | secondary   | The penalty is EUR 10 to 50 per tonne of unreported emissions, indexed. A higher penalty applies in two cases: more than two consecutive incomplete or incorrect reports, or a report missing for more than six months. Reported by secondary sources.                                                                                                                  |
    And these facts
      | fact              | label                       | type   | unit  | at least |
      | quarter_start     | first day of the quarter    | date   |       |          |
      | submitted         | report submitted            | flag   |       |          |
      | submitted_on      | date of submission          | date   |       |          |
      | modified          | report modified             | flag   |       |          |
      | modified_on       | date of modification        | date   |       |          |
      | correction_opened | correction procedure opened | flag   |       |          |
      | steps_taken       | steps taken to correct      | flag   |       |          |
      | incorrect_in_row  | incorrect reports in a row  | number | item  | 0        |
      | unreported        | unreported emissions        | number | tCO2e | 0        |
      | penalty_index     | index of the penalty        | number |       | 1        |
    And this reference case
      | fact                        | value      |
      | first day of the quarter    | 2025-07-01 |
      | report submitted            | yes        |
      | date of submission          | 2025-10-31 |
      | report modified             | no         |
      | date of modification        | 2025-11-30 |
      | correction procedure opened | no         |
      | steps taken to correct      | no         |
      | incorrect reports in a row  | 0 items    |
      | unreported emissions        | 0 tCO2e    |
      | index of the penalty        | 1          |

  Rule: Deadlines
    Background:
      Given the quantity quarter of the period (1 = yes) (known_quarter), on basis period
        | is | when                                      |
        | 1  | first day of the quarter is on 2023-10-01 |
        | 1  | first day of the quarter is on 2024-01-01 |
        | 1  | first day of the quarter is on 2024-04-01 |
        | 1  | first day of the quarter is on 2024-07-01 |
        | 1  | first day of the quarter is on 2024-10-01 |
        | 1  | first day of the quarter is on 2025-01-01 |
        | 1  | first day of the quarter is on 2025-04-01 |
        | 1  | first day of the quarter is on 2025-07-01 |
        | 1  | first day of the quarter is on 2025-10-01 |
        | 0  | otherwise                                 |
      And these conditions
        | condition | label            | holds when                                                          | basis  |
        | filed     | submitted so far | report submitted is yes; date of submission is until the as-of date | filing |
      And the quantity modified in time (1 = yes) (change_timely), on basis change
        | is | when                                                                                   |
        | 1  | first day of the quarter is until 2024-01-01; date of modification is until 2024-07-31 |
        | 1  | date of modification is until first day of the quarter plus 5 months minus 1 day       |
        | 0  | otherwise                                                                              |
      And these gates
        | id | gate                                            | requires                                                                       | applies when                                                         | basis  |
        | Q1 | The quarter belongs to the transitional period  | quarter of the period (1 = yes) is 1                                           |                                                                      | period |
        | D1 | Report filed if the deadline has passed         | submitted so far holds                                                         | first day of the quarter is until the as-of date minus 4 months      | filing |
        | D2 | Report filed within one month after the quarter | date of submission is until first day of the quarter plus 4 months minus 1 day | submitted so far holds                                               | filing |
        | D3 | Report modified in time                         | modified in time (1 = yes) is 1                                                | report modified is yes; date of modification is until the as-of date | change |

    Scenario Outline: the deadline is the last day of the month after the quarter
      Given first day of the quarter is <begins>
      And report submitted is <filed>
      And date of submission is <day>
      When evaluated as of <today>
      Then gate Q1 is <quarter>
      And gate D1 is <due>
      And gate D2 is <timely>

      Examples:
        | begins     | filed | day        | today      | quarter | due            | timely         |
        | 2023-10-01 | yes   | 2024-01-31 | 2026-11-20 | met     | met            | met            |
        | 2023-10-01 | yes   | 2024-02-01 | 2026-11-20 | met     | met            | not met        |
        | 2024-01-01 | yes   | 2024-04-30 | 2026-11-20 | met     | met            | met            |
        | 2024-01-01 | yes   | 2024-05-01 | 2026-11-20 | met     | met            | not met        |
        | 2024-04-01 | yes   | 2024-07-31 | 2026-11-20 | met     | met            | met            |
        | 2024-04-01 | yes   | 2024-08-01 | 2026-11-20 | met     | met            | not met        |
        | 2024-07-01 | yes   | 2024-10-31 | 2026-11-20 | met     | met            | met            |
        | 2024-10-01 | yes   | 2025-01-31 | 2026-11-20 | met     | met            | met            |
        | 2025-01-01 | yes   | 2025-04-30 | 2026-11-20 | met     | met            | met            |
        | 2025-04-01 | yes   | 2025-07-31 | 2026-11-20 | met     | met            | met            |
        | 2025-07-01 | yes   | 2025-10-31 | 2026-11-20 | met     | met            | met            |
        | 2025-07-01 | yes   | 2025-11-03 | 2026-11-20 | met     | met            | not met        |
        | 2025-10-01 | yes   | 2026-01-31 | 2026-11-20 | met     | met            | met            |
        | 2025-10-01 | yes   | 2026-02-01 | 2026-11-20 | met     | met            | not met        |
        | 2025-10-01 | no    | 2026-01-31 | 2026-01-31 | met     | not applicable | not applicable |
        | 2025-10-01 | no    | 2026-01-31 | 2026-02-01 | met     | not met        | not applicable |
        | 2025-10-01 | yes   | 2026-02-02 | 2026-02-01 | met     | not met        | not applicable |
        | 2025-10-01 | yes   | 2026-01-31 | 2026-01-30 | met     | not applicable | not applicable |
        | 2026-01-01 | yes   | 2026-04-30 | 2026-11-20 | not met | met            | met            |
        | 2023-07-01 | yes   | 2023-10-31 | 2026-11-20 | not met | met            | met            |
        | 2024-02-01 | yes   | 2024-04-30 | 2026-11-20 | not met | met            | met            |

    Scenario Outline: a modification not yet submitted
      Given report modified is yes
      When evaluated as of <day>
      Then gate D3 is <outcome>

      Examples:
        | day        | outcome        |
        | 2025-11-29 | not applicable |
        | 2025-11-30 | met            |

    Scenario Outline: modification within two months after the quarter, of the first two reports until 31 July 2024
      Given first day of the quarter is <begins>
      And date of submission is <begins>
      And report modified is <changed>
      And date of modification is <day>
      When evaluated as of 2026-11-20
      Then gate D3 is <outcome>

      Examples:
        | begins     | changed | day        | outcome        |
        | 2023-10-01 | yes     | 2024-07-31 | met            |
        | 2023-10-01 | yes     | 2024-08-01 | not met        |
        | 2024-01-01 | yes     | 2024-07-31 | met            |
        | 2024-01-01 | yes     | 2024-08-01 | not met        |
        | 2024-04-01 | yes     | 2024-07-31 | met            |
        | 2024-04-01 | yes     | 2024-08-31 | met            |
        | 2024-04-01 | yes     | 2024-09-01 | not met        |
        | 2025-07-01 | yes     | 2025-11-30 | met            |
        | 2025-07-01 | yes     | 2025-12-01 | not met        |
        | 2025-10-01 | yes     | 2026-02-28 | met            |
        | 2025-10-01 | yes     | 2026-03-01 | not met        |
        | 2025-10-01 | no      | 2026-03-01 | not applicable |

  Rule: Penalties
    Background:
      Given the quantity overdue report missing (1 = yes) (no_report), on basis penalties
        | is | when                                                                                            |
        | 1  | submitted so far does not hold; first day of the quarter is until the as-of date minus 4 months |
        | 0  | otherwise                                                                                       |
      And the quantity penalty case (1 = yes) (punishable), on basis penalties
        | is | when                                                             |
        | 1  | overdue report missing (1 = yes) is 1                            |
        | 1  | correction procedure opened is yes; steps taken to correct is no |
        | 0  | otherwise                                                        |
      And the quantity report overdue for more than six months (1 = yes) (long_failure), on basis amounts
        | is | when                                                                                                    |
        | 1  | overdue report missing (1 = yes) is 1; first day of the quarter is until the as-of date minus 10 months |
        | 0  | otherwise                                                                                               |
      And the quantity lowest penalty (lowest), in EUR
        | is                                                         | when                        | basis     |
        | 10 EUR/tCO2e * unreported emissions * index of the penalty | penalty case (1 = yes) is 1 | amounts   |
        | 0 EUR                                                      | otherwise                   | penalties |
      And the quantity highest ordinary penalty (highest), in EUR
        | is                                                         | when                        | basis     |
        | 50 EUR/tCO2e * unreported emissions * index of the penalty | penalty case (1 = yes) is 1 | amounts   |
        | 0 EUR                                                      | otherwise                   | penalties |
      And these findings
        | code   | finding                                                                          | when                                                   | severity | basis     |
        | P.CASE | A penalty applies: no report, or no steps after the correction procedure         | penalty case (1 = yes) is 1                            | major    | penalties |
        | P.ROW  | A higher penalty applies: more than two incomplete or incorrect reports in a row | incorrect reports in a row is more than 2 items        | major    | amounts   |
        | P.LONG | A higher penalty applies: no report for more than six months                     | report overdue for more than six months (1 = yes) is 1 | major    | amounts   |
      And these results
        | result       | label                                 | is                       | rounded to | basis   |
        | penalty_low  | Minimum penalty                       | lowest penalty           | 2 decimals | amounts |
        | penalty_high | Maximum penalty in the ordinary range | highest ordinary penalty | 2 decimals | amounts |

    Scenario Outline: the penalty is ten to fifty euros per tonne
      Given report submitted is <filed>
      And correction procedure opened is <opened>
      And steps taken to correct is <steps>
      And unreported emissions is 1000 tCO2e
      And index of the penalty is <index>
      When evaluated as of <today>
      Then the result Minimum penalty is <low> EUR
      And the result Maximum penalty in the ordinary range is <high> EUR
      And <case>
      And <long>

      Examples:
        | filed | opened | steps | index | today      | low   | high  | case                                   | long                                   |
        | yes   | no     | no    | 1     | 2026-11-20 | 0     | 0     | no finding P.CASE is raised            | no finding P.LONG is raised            |
        | yes   | yes    | yes   | 1     | 2026-11-20 | 0     | 0     | no finding P.CASE is raised            | no finding P.LONG is raised            |
        | yes   | yes    | no    | 1     | 2026-11-20 | 10000 | 50000 | a major nonconformity P.CASE is raised | no finding P.LONG is raised            |
        | yes   | yes    | no    | 1.1   | 2026-11-20 | 11000 | 55000 | a major nonconformity P.CASE is raised | no finding P.LONG is raised            |
        | no    | no     | no    | 1     | 2025-10-31 | 0     | 0     | no finding P.CASE is raised            | no finding P.LONG is raised            |
        | no    | no     | no    | 1     | 2025-11-01 | 10000 | 50000 | a major nonconformity P.CASE is raised | no finding P.LONG is raised            |
        | no    | no     | no    | 1     | 2026-04-30 | 10000 | 50000 | a major nonconformity P.CASE is raised | no finding P.LONG is raised            |
        | no    | no     | no    | 1     | 2026-05-01 | 10000 | 50000 | a major nonconformity P.CASE is raised | a major nonconformity P.LONG is raised |

    Scenario Outline: more than two incorrect reports in a row
      Given incorrect reports in a row is <count> items
      When evaluated as of 2026-11-20
      Then <finding>

      Examples:
        | count | finding                               |
        | 2     | no finding P.ROW is raised            |
        | 3     | a major nonconformity P.ROW is raised |
