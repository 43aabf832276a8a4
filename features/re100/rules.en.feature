# language: en
Feature: Eligible instruments, the limit for old plants, and the path

  Background:
    Given the scorecard re100

  Rule: Eligible instruments
    Background:
      Given for each instrument line the quantity year of use (used_year), on basis told-year
        | is                    |
        | year(last day of use) |
      And for each instrument line the quantity instrument is counted (1 = yes) (counts)
        | is | when                                                                                 | basis     |
        | 0  | generated in the market of use is no                                                 | market    |
        | 0  | retired for the company is no                                                        | retired   |
        | 0  | claimed for another year is yes                                                      | retired   |
        | 0  | year of use is less than reporting year                                              | told-year |
        | 0  | year of use is more than reporting year                                              | told-year |
        | 0  | date of commissioning or re-powering is after last day of use                        | year-over |
        | 0  | date of contract start or purchase is after the as-of date                           | year-over |
        | 0  | procurement type is other procurement type                                           | ways      |
        | 1  | technology is one of wind, solar, geothermal                                         | resources |
        | 1  | technology is one of biomass, water power; sustainable biomass or water power is yes | resources |
        | 0  | otherwise                                                                            | resources |
      And for each instrument line the quantity counted amount (counted), in MWh, on basis resources
        | is                                                         |
        | amount of the instrument * instrument is counted (1 = yes) |
      And for each instrument line the quantity instrument amount without age limit (fresh), in MWh
        | is             | when                                                                        | basis    |
        | counted amount | procurement type is own generation                                          | age      |
        | counted amount | procurement type is direct procurement; bought as first off-taker is yes    | age      |
        | counted amount | date of contract start or purchase is before 2024-01-01                     | before   |
        | counted amount | last day of use is before 2024-01-01                                        | age      |
        | counted amount | date of commissioning or re-powering is from last day of use minus 15 years | age, sum |
        | 0 MWh          | otherwise                                                                   | age      |
      And for each instrument line the quantity instrument amount from old plants (old), in MWh, on basis age
        | is                                                               |
        | max(counted amount - instrument amount without age limit, 0 MWh) |
      And for each instrument line these results
        | result      | label                          | is                                  | rounded to | basis     |
        | line_counts | Counted (1) or not counted (0) | instrument is counted (1 = yes)     | 0 decimals | resources |
        | line_fresh  | Counted without age limit      | instrument amount without age limit | 2 decimals | age       |
        | line_old    | Amount from an old plant       | instrument amount from old plants   | 2 decimals | age       |

    Scenario Outline: each condition of an instrument can fail on its own
      Given certificates and contracts are
        | record | market of use | amount of the instrument | technology   | sustainable biomass or water power | procurement type | bought as first off-taker | generated in the market of use | date of commissioning or re-powering | last day of use | date of contract start or purchase | retired for the company | claimed for another year |
        | C1     | M1            | 1000 MWh                 | <technology> | <sustainable>                      | <way>            | no                        | <market>                       | 2020-01-01                           | 2026-12-31      | 2026-01-01                         | <retired>               | <claimed>                |
      When evaluated as of 2027-03-01
      Then for instrument C1 the quantity counted is <amount> MWh

      Examples:
        | technology       | sustainable | way                      | market | retired | claimed | amount |
        | wind             | no          | unbundled certificates   | yes    | yes     | no      | 1000   |
        | solar            | no          | unbundled certificates   | yes    | yes     | no      | 1000   |
        | geothermal       | no          | unbundled certificates   | yes    | yes     | no      | 1000   |
        | other technology | no          | unbundled certificates   | yes    | yes     | no      | 0      |
        | other technology | yes         | unbundled certificates   | yes    | yes     | no      | 0      |
        | biomass          | no          | unbundled certificates   | yes    | yes     | no      | 0      |
        | biomass          | yes         | unbundled certificates   | yes    | yes     | no      | 1000   |
        | water power      | no          | unbundled certificates   | yes    | yes     | no      | 0      |
        | water power      | yes         | unbundled certificates   | yes    | yes     | no      | 1000   |
        | wind             | no          | default delivered        | yes    | yes     | no      | 1000   |
        | wind             | no          | contract with a supplier | yes    | yes     | no      | 1000   |
        | wind             | no          | other procurement type   | yes    | yes     | no      | 0      |
        | wind             | no          | unbundled certificates   | no     | yes     | no      | 0      |
        | wind             | no          | unbundled certificates   | yes    | no      | no      | 0      |
        | wind             | no          | unbundled certificates   | yes    | yes     | yes     | 0      |

    Scenario Outline: the age limit of plants
      Given year is <year>
      And certificates and contracts are
        | record | market of use | amount of the instrument | technology | sustainable biomass or water power | procurement type | bought as first off-taker | generated in the market of use | date of commissioning or re-powering | last day of use | date of contract start or purchase | retired for the company | claimed for another year |
        | C1     | M1            | 1000 MWh                 | wind       | no                                 | <way>            | <first>                   | yes                            | <built>                              | <used>          | <contract>                         | yes                     | no                       |
      When evaluated as of 2027-03-01
      Then for instrument C1 the quantity fresh is <fresh> MWh
      And for instrument C1 the quantity instrument amount from old plants is <old> MWh

      Examples:
        | way                      | first | built      | used       | contract   | fresh | year | old  |
        | unbundled certificates   | no    | 2011-12-31 | 2026-12-31 | 2026-01-01 | 1000  | 2026 | 0    |
        | unbundled certificates   | no    | 2011-12-30 | 2026-12-31 | 2026-01-01 | 0     | 2026 | 1000 |
        | own generation           | no    | 2000-01-01 | 2026-12-31 | 2026-01-01 | 1000  | 2026 | 0    |
        | direct procurement       | yes   | 2000-01-01 | 2026-12-31 | 2026-01-01 | 1000  | 2026 | 0    |
        | direct procurement       | no    | 2000-01-01 | 2026-12-31 | 2026-01-01 | 0     | 2026 | 1000 |
        | contract with a supplier | yes   | 2000-01-01 | 2026-12-31 | 2026-01-01 | 0     | 2026 | 1000 |
        | contract with a supplier | no    | 2000-01-01 | 2026-12-31 | 2023-12-31 | 1000  | 2026 | 0    |
        | contract with a supplier | no    | 2000-01-01 | 2026-12-31 | 2024-01-01 | 0     | 2026 | 1000 |
        | contract with a supplier | no    | 2000-01-01 | 2023-12-31 | 2024-01-01 | 1000  | 2023 | 0    |
        | contract with a supplier | no    | 2000-01-01 | 2024-01-01 | 2024-01-01 | 0     | 2024 | 1000 |

  Rule: The renewable share of the year
    Background:
      Given for each market line the quantity small load (small_load), in MWh, on basis small
        | is                             | when                           |
        | 0 MWh                          | left out as a small load is no |
        | electricity used in the market | otherwise                      |
      And the quantity small loads left out (small_all), in MWh, the sum of small load over markets of use, on basis small
      And for each market line the quantity market is wrongly left out (1 = yes) (too_large), on basis small
        | is | when                                                                                                       |
        | 0  | left out as a small load is no                                                                             |
        | 0  | no renewable electricity available in the market is yes; electricity used in the market is at most 100 MWh |
        | 1  | otherwise                                                                                                  |
      And the quantity number of markets wrongly left out (too_large_all), the sum of market is wrongly left out (1 = yes) over markets of use, on basis small
      And these conditions
        | condition    | label                       | holds when                                                                       | basis |
        | small_enough | small loads may be left out | number of markets wrongly left out is 0; small loads left out is at most 500 MWh | small |
      And for each market line the quantity calculation base of the market (asked_there), in MWh
        | is                             | when                              | basis |
        | electricity used in the market | left out as a small load is no    | sum   |
        | 0 MWh                          | small loads may be left out holds | small |
        | electricity used in the market | otherwise                         | small |
      And for each market line the quantity amount bought without age limit (fresh_bought), in MWh, the sum of instrument amount without age limit over certificates and contracts, on basis age
      And for each market line the quantity amount bought from old plants (old_bought), in MWh, the sum of instrument amount from old plants over certificates and contracts, on basis age
      And for each market line the quantity amount used without age limit (fresh_there), in MWh, on basis market, apart
        | is                                                                   |
        | min(amount bought without age limit, calculation base of the market) |
      And for each market line the quantity amount used from old plants (old_there), in MWh, on basis market, apart
        | is                                                                                                 |
        | min(amount bought from old plants, calculation base of the market - amount used without age limit) |
      And the quantity electricity used (used_all), in MWh, the sum of electricity used in the market over markets of use, on basis sum
      And the quantity total calculation base (asked), in MWh, the sum of calculation base of the market over markets of use, on basis small
      And the quantity total amount without age limit (fresh_all), in MWh, the sum of amount used without age limit over markets of use, on basis age, apart
      And the quantity total amount from old plants (old_all), in MWh, the sum of amount used from old plants over markets of use, on basis age, apart
      And the quantity counted amount from old plants (pocket), in MWh, on basis age
        | is                                                         |
        | min(total amount from old plants, electricity used * 15 %) |
      And the quantity year of the as-of date (current_year), on basis year-over
        | is                   |
        | year(the as-of date) |
      And the quantity counted renewable electricity (renewable), in MWh, on basis age, sum
        | is                                                              |
        | total amount without age limit + counted amount from old plants |
      And the quantity share of renewable electricity (share), in %
        | is                                                     | when                                                             | basis     |
        | undetermined, because the reporting year has not ended | reporting year is at least year of the as-of date                | year-over |
        | undetermined, because the calculation base is zero     | total calculation base is 0 MWh                                  | age, sum  |
        | 100 %                                                  | counted renewable electricity is at least total calculation base | surplus   |
        | counted renewable electricity / total calculation base | otherwise                                                        | age, sum  |
      And the quantity share required by the path (needed), in %, on basis path, sum
        | is    | when                            |
        | 100 % | reporting year is at least 2050 |
        | 90 %  | reporting year is at least 2040 |
        | 60 %  | reporting year is at least 2030 |
        | 0 %   | otherwise                       |
      And the quantity instruments used in another year (elsewhen), in items, the number of records over certificates and contracts, on basis told-year
        | where                                   |
        | year of use is less than reporting year |
        | year of use is more than reporting year |
      And these gates
        | id    | gate                                                 | requires                                                              | applies when                            | basis           |
        | RE-10 | Small loads left out meet the limits                 | small loads may be left out holds                                     | small loads left out is more than 0 MWh | small           |
        | RE-11 | The renewable share meets the path                   | share of renewable electricity is at least share required by the path | reporting year is at least 2030         | path            |
        | RE-13 | No instrument was used in another year               | instruments used in another year is 0 items                           |                                         | told-year       |
        | RE-12 | Yearly report submitted and electricity use verified | yearly report submitted is yes; electricity use verified is yes       |                                         | report, entered |
      And these results
        | result          | label                          | is                             | rounded to | basis |
        | renewable_share | Share of renewable electricity | share of renewable electricity | 2 decimals | sum   |
        | old_counted     | Counted amount from old plants | counted amount from old plants | 2 decimals | age   |
        | path_share      | Share required by the path     | share required by the path     | 0 decimals | path  |

    Scenario Outline: old plants count up to 15 %, and the share is at most 100 %
      Given certificates and contracts are
        | record | market of use | amount of the instrument | technology | sustainable biomass or water power | procurement type       | bought as first off-taker | generated in the market of use | date of commissioning or re-powering | last day of use | date of contract start or purchase | retired for the company | claimed for another year |
        | C4     | M1            | <amount> MWh             | wind       | no                                 | unbundled certificates | no                        | yes                            | <built>                              | 2026-12-31      | 2026-01-01                         | yes                     | no                       |
      When evaluated as of 2027-03-01
      Then the quantity share is <share> %

      Examples:
        | amount   | built      | share  |
        | 15000    | 2008-01-01 | 15     |
        | 15000.01 | 2008-01-01 | 15     |
        | 14999    | 2008-01-01 | 14.999 |
        | 100001   | 2020-01-01 | 100    |

    Scenario Outline: small loads may be left out within the limits
      Given markets of use are
        | market | electricity used in the market | left out as a small load | no renewable electricity available in the market |
        | M1     | 100000 MWh                     | no                       | no                                               |
        | M2     | <load> MWh                     | <left out>               | <no route>                                       |
        | M3     | 400 MWh                        | no                       | no                                               |
        | M4     | 100 MWh                        | yes                      | yes                                              |
        | M5     | 100 MWh                        | yes                      | yes                                              |
        | M6     | 100 MWh                        | yes                      | yes                                              |
        | M7     | 100 MWh                        | yes                      | yes                                              |
        | M8     | <last> MWh                     | yes                      | yes                                              |
      When evaluated as of 2027-03-01
      Then the quantity total calculation base is <asked> MWh
      And gate RE-10 is <outcome>

      Examples:
        | load   | left out | no route | last | asked     | outcome |
        | 0      | no       | no       | 100  | 100400    | met     |
        | 100    | no       | yes      | 100  | 100500    | met     |
        | 50     | yes      | yes      | 50   | 100400    | met     |
        | 50.01  | yes      | yes      | 50   | 100900.01 | not met |
        | 50     | yes      | no       | 50   | 100900    | not met |
        | 100.01 | yes      | yes      | 0    | 100900.01 | not met |
        | 100    | yes      | yes      | 0    | 100400    | met     |

    Scenario Outline: the limit of a single small load
      Given markets of use are
        | market | electricity used in the market | left out as a small load | no renewable electricity available in the market |
        | M1     | 100000 MWh                     | no                       | no                                               |
        | M2     | <load> MWh                     | yes                      | yes                                              |
      When evaluated as of 2027-03-01
      Then gate RE-10 is <outcome>

      Examples:
        | load   | outcome        |
        | 0      | not applicable |
        | 0.01   | met            |
        | 100    | met            |
        | 100.01 | not met        |

    Scenario: no small load is left out
      When evaluated as of 2027-03-01
      Then gate RE-10 is not applicable

    Scenario: an unknown load leaves the gate on small loads undetermined and does not affect the other gates
      Given markets of use are
        | market | electricity used in the market | left out as a small load | no renewable electricity available in the market |
        | M1     | 100000 MWh                     | no                       | no                                               |
        | M2     |                                | yes                      | yes                                              |
      When evaluated as of 2027-03-01
      Then the quantity fresh_all is 70000 MWh
      And the quantity old_all is 20000 MWh
      And gate RE-10 is undetermined
      And gate RE-12 is met
      And gate RE-13 is met

    Scenario Outline: an amount bought for one market does not count in another
      Given markets of use are
        | market | electricity used in the market | left out as a small load | no renewable electricity available in the market |
        | M1     | <first> MWh                    | no                       | no                                               |
        | M2     | <second> MWh                   | no                       | no                                               |
      And certificates and contracts are
        | record | market of use | amount of the instrument | technology | sustainable biomass or water power | procurement type       | bought as first off-taker | generated in the market of use | date of commissioning or re-powering | last day of use | date of contract start or purchase | retired for the company | claimed for another year |
        | C1     | M1            | <young> MWh              | wind       | no                                 | unbundled certificates | no                        | yes                            | 2020-01-01                           | 2026-12-31      | 2026-01-01                         | yes                     | no                       |
        | C2     | M1            | <old> MWh                | wind       | no                                 | unbundled certificates | no                        | yes                            | 2005-01-01                           | 2026-12-31      | 2026-01-01                         | yes                     | no                       |
      When evaluated as of 2027-03-01
      Then the quantity share is <share> %
      And the quantity old_all is <old used> MWh

      Examples:
        | first | second | young | old | old used | share |
        | 50    | 50     | 75    | 0   | 0        | 50    |
        | 50    | 50     | 50    | 10  | 0        | 50    |
        | 50    | 50     | 45    | 10  | 5        | 50    |
        | 50    | 50     | 30    | 20  | 20       | 45    |

    Scenario: an amount bought for a load that is left out does not count
      Given markets of use are
        | market | electricity used in the market | left out as a small load | no renewable electricity available in the market |
        | M1     | 100 MWh                        | no                       | no                                               |
        | M2     | 100 MWh                        | yes                      | yes                                              |
      And certificates and contracts are
        | record | market of use | amount of the instrument | technology | sustainable biomass or water power | procurement type       | bought as first off-taker | generated in the market of use | date of commissioning or re-powering | last day of use | date of contract start or purchase | retired for the company | claimed for another year |
        | C1     | M2            | 60 MWh                   | wind       | no                                 | unbundled certificates | no                        | yes                            | 2020-01-01                           | 2026-12-31      | 2026-01-01                         | yes                     | no                       |
      When evaluated as of 2027-03-01
      Then the quantity share is 0 %

    Scenario Outline: before the year has ended the share is undetermined
      When evaluated as of <day>
      Then the rules leave the quantity share undetermined

      Examples:
        | day        |
        | 2026-11-25 |
        | 2026-12-31 |

    Scenario: on the first day after the year has ended the share is calculated
      When evaluated as of 2027-01-01
      Then the quantity share is 85 %

    Scenario Outline: the required share in each year of the path
      Given year is <year>
      And certificates and contracts are
        | record | market of use | amount of the instrument | technology | sustainable biomass or water power | procurement type | bought as first off-taker | generated in the market of use | date of commissioning or re-powering | last day of use | date of contract start or purchase | retired for the company | claimed for another year |
        | C3     | M1            | <amount> MWh             | wind       | no                                 | own generation   | no                        | yes                            | 2016-01-01                           | <year>-12-31    | 2026-01-01                         | yes                     | no                       |
      When evaluated as of 2051-03-01
      Then gate RE-11 is <outcome>

      Examples:
        | year | amount | outcome        |
        | 2029 | 0      | not applicable |
        | 2030 | 60000  | met            |
        | 2030 | 59999  | not met        |
        | 2039 | 60000  | met            |
        | 2040 | 90000  | met            |
        | 2040 | 89999  | not met        |
        | 2049 | 90000  | met            |
        | 2050 | 100000 | met            |
        | 2050 | 99999  | not met        |

    Scenario Outline: the report and its verification are both required
      Given <change>
      When evaluated as of 2027-03-01
      Then gate RE-12 is not met

      Examples:
        | change         |
        | reported is no |
        | verified is no |

    Scenario: without electricity use the share is undetermined
      Given markets of use are
        | market | electricity used in the market | left out as a small load | no renewable electricity available in the market |
        | M1     | 0 MWh                          | no                       | no                                               |
      When evaluated as of 2027-03-01
      Then the rules leave the quantity share undetermined

    Scenario Outline: an instrument used in another year fails the gate
      Given certificates and contracts are
        | record | market of use | amount of the instrument | technology | sustainable biomass or water power | procurement type       | bought as first off-taker | generated in the market of use | date of commissioning or re-powering | last day of use | date of contract start or purchase | retired for the company | claimed for another year |
        | C1     | M1            | 1000 MWh                 | wind       | no                                 | unbundled certificates | no                        | yes                            | 2020-01-01                           | <used>          | 2025-01-01                         | yes                     | no                       |
      And year is 2026
      When evaluated as of 2028-03-01
      Then gate RE-13 is <outcome>
      And the quantity fresh_all is <counted> MWh

      Examples:
        | used       | outcome | counted |
        | 2025-12-31 | not met | 0       |
        | 2026-01-01 | met     | 1000    |
        | 2026-12-31 | met     | 1000    |
        | 2027-01-01 | not met | 0       |

    Scenario Outline: a plant commissioned after the use, or a contract after the as-of date, does not count
      Given certificates and contracts are
        | record | market of use | amount of the instrument | technology | sustainable biomass or water power | procurement type       | bought as first off-taker | generated in the market of use | date of commissioning or re-powering | last day of use | date of contract start or purchase | retired for the company | claimed for another year |
        | C1     | M1            | 1000 MWh                 | wind       | no                                 | unbundled certificates | no                        | yes                            | <built>                              | 2026-12-30      | <bought>                           | yes                     | no                       |
      When evaluated as of 2027-03-01
      Then the quantity fresh_all is <counted> MWh

      Examples:
        | built      | bought     | counted |
        | 2026-12-30 | 2026-01-01 | 1000    |
        | 2026-12-31 | 2026-01-01 | 0       |
        | 2030-01-01 | 2026-01-01 | 0       |
        | 2020-01-01 | 2027-03-01 | 1000    |
        | 2020-01-01 | 2027-03-02 | 0       |
