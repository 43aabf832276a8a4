# language: en
Feature: What counts, the pocket of old plants, and the path

  Background:
    Given the scorecard re100

  Rule: What counts
    Background:
      Given for each instrument line the quantity year of its use (used_year), on basis told-year
        | is                    |
        | year(last day of use) |
      And for each instrument line the quantity it counts (counts)
        | is | when                                                                                        | basis     |
        | 0  | it is generated in this market is no                                                        | market    |
        | 0  | retired for the company is no                                                               | retired   |
        | 0  | claimed for another year is yes                                                             | retired   |
        | 0  | year of its use is less than year that is told                                              | told-year |
        | 0  | year of its use is more than year that is told                                              | told-year |
        | 0  | plant commissioned or re-powered is after last day of use                                   | year-over |
        | 0  | start of the contract or day of purchase is after the as-of date                            | year-over |
        | 0  | way it was bought is another way                                                            | ways      |
        | 1  | technology is one of wind, solar, geothermal                                                | resources |
        | 1  | technology is one of biomass, water power; its biomass or water power is sustainable is yes | resources |
        | 0  | otherwise                                                                                   | resources |
      And for each instrument line the quantity amount that counts (counted), in MWh, on basis resources
        | is                                   |
        | amount of the instrument * it counts |
      And for each instrument line the quantity amount whatever the age (fresh), in MWh
        | is                 | when                                                                               | basis    |
        | amount that counts | way it was bought is own generation                                                | age      |
        | amount that counts | way it was bought is direct procurement; the company is its first off-taker is yes | age      |
        | amount that counts | start of the contract or day of purchase is before 2024-01-01                      | before   |
        | amount that counts | last day of use is before 2024-01-01                                               | age      |
        | amount that counts | plant commissioned or re-powered is from last day of use minus 15 years            | age, sum |
        | 0 MWh              | otherwise                                                                          | age      |
      And for each instrument line the quantity amount of old plants (old), in MWh, on basis age
        | is                                                       |
        | max(amount that counts - amount whatever the age, 0 MWh) |
      And for each instrument line these results
        | result      | label                                   | is                      | rounded to | basis     |
        | line_counts | Counts (1) or not (0)                   | it counts               | 0 decimals | resources |
        | line_fresh  | Counts whatever the share of old plants | amount whatever the age | 2 decimals | age       |
        | line_old    | Of an old plant                         | amount of old plants    | 2 decimals | age       |

    Scenario Outline: each condition by itself
      Given certificates and contracts are
        | record | market for which it is used | amount of the instrument | technology   | its biomass or water power is sustainable | way it was bought | the company is its first off-taker | it is generated in this market | plant commissioned or re-powered | last day of use | start of the contract or day of purchase | retired for the company | claimed for another year |
        | C1     | M1                          | 1000 MWh                 | <technology> | <sustainable>                             | <way>             | no                                 | <market>                       | 2020-01-01                       | 2026-12-31      | 2026-01-01                               | <retired>               | <claimed>                |
      When evaluated as of 2027-03-01
      Then for instrument C1 the quantity counted is <amount> MWh

      Examples:
        | technology  | sustainable | way                      | market | retired | claimed | amount |
        | wind        | no          | unbundled certificates   | yes    | yes     | no      | 1000   |
        | solar       | no          | unbundled certificates   | yes    | yes     | no      | 1000   |
        | geothermal  | no          | unbundled certificates   | yes    | yes     | no      | 1000   |
        | another     | no          | unbundled certificates   | yes    | yes     | no      | 0      |
        | another     | yes         | unbundled certificates   | yes    | yes     | no      | 0      |
        | biomass     | no          | unbundled certificates   | yes    | yes     | no      | 0      |
        | biomass     | yes         | unbundled certificates   | yes    | yes     | no      | 1000   |
        | water power | no          | unbundled certificates   | yes    | yes     | no      | 0      |
        | water power | yes         | unbundled certificates   | yes    | yes     | no      | 1000   |
        | wind        | no          | default delivered        | yes    | yes     | no      | 1000   |
        | wind        | no          | contract with a supplier | yes    | yes     | no      | 1000   |
        | wind        | no          | another way              | yes    | yes     | no      | 0      |
        | wind        | no          | unbundled certificates   | no     | yes     | no      | 0      |
        | wind        | no          | unbundled certificates   | yes    | no      | no      | 0      |
        | wind        | no          | unbundled certificates   | yes    | yes     | yes     | 0      |

    Scenario Outline: the age of the plant
      Given year is <year>
      And certificates and contracts are
        | record | market for which it is used | amount of the instrument | technology | its biomass or water power is sustainable | way it was bought | the company is its first off-taker | it is generated in this market | plant commissioned or re-powered | last day of use | start of the contract or day of purchase | retired for the company | claimed for another year |
        | C1     | M1                          | 1000 MWh                 | wind       | no                                        | <way>             | <first>                            | yes                            | <built>                          | <used>          | <contract>                               | yes                     | no                       |
      When evaluated as of 2027-03-01
      Then for instrument C1 the quantity fresh is <fresh> MWh
      And for instrument C1 the quantity amount of old plants is <old> MWh

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

  Rule: The share of the year
    Background:
      Given for each market line the quantity small load (small_load), in MWh, on basis small
        | is                             | when                                 |
        | 0 MWh                          | it is left out as a small load is no |
        | electricity used in the market | otherwise                            |
      And the quantity small loads left out (small_all), in MWh, the sum of small load over markets of use, on basis small
      And for each market line the quantity not to be left out (too_large), on basis small
        | is | when                                                                                                   |
        | 0  | it is left out as a small load is no                                                                   |
        | 0  | no renewable electricity can be bought there is yes; electricity used in the market is at most 100 MWh |
        | 1  | otherwise                                                                                              |
      And the quantity markets not to be left out (too_large_all), the sum of not to be left out over markets of use, on basis small
      And these conditions
        | condition    | label                       | holds when                                                               | basis |
        | small_enough | small loads may be left out | markets not to be left out is 0; small loads left out is at most 500 MWh | small |
      And for each market line the quantity electricity asked about in the market (asked_there), in MWh
        | is                             | when                                 | basis |
        | electricity used in the market | it is left out as a small load is no | sum   |
        | 0 MWh                          | small loads may be left out holds    | small |
        | electricity used in the market | otherwise                            | small |
      And for each market line the quantity bought from young plants and free ways (fresh_bought), in MWh, the sum of amount whatever the age over certificates and contracts, on basis age
      And for each market line the quantity bought from old plants (old_bought), in MWh, the sum of amount of old plants over certificates and contracts, on basis age
      And for each market line the quantity used from young plants and free ways (fresh_there), in MWh, on basis market, apart
        | is                                                                                 |
        | min(bought from young plants and free ways, electricity asked about in the market) |
      And for each market line the quantity used from old plants (old_there), in MWh, on basis market, apart
        | is                                                                                                        |
        | min(bought from old plants, electricity asked about in the market - used from young plants and free ways) |
      And the quantity electricity used (used_all), in MWh, the sum of electricity used in the market over markets of use, on basis sum
      And the quantity electricity that is asked about (asked), in MWh, the sum of electricity asked about in the market over markets of use, on basis small
      And the quantity amount from young plants and free ways (fresh_all), in MWh, the sum of used from young plants and free ways over markets of use, on basis age, apart
      And the quantity amount from old plants (old_all), in MWh, the sum of used from old plants over markets of use, on basis age, apart
      And the quantity amount of old plants that counts (pocket), in MWh, on basis age
        | is                                                   |
        | min(amount from old plants, electricity used * 15 %) |
      And the quantity year of the as-of date (current_year), on basis year-over
        | is                   |
        | year(the as-of date) |
      And the quantity renewable electricity that counts (renewable), in MWh, on basis age, sum
        | is                                                                        |
        | amount from young plants and free ways + amount of old plants that counts |
      And the quantity share of renewable electricity (share), in %
        | is                                                                  | when                                                                          | basis     |
        | undetermined, because the year that is told is not over             | year that is told is at least year of the as-of date                          | year-over |
        | undetermined, because no electricity is counted                     | electricity that is asked about is 0 MWh                                      | age, sum  |
        | 100 %                                                               | renewable electricity that counts is at least electricity that is asked about | surplus   |
        | renewable electricity that counts / electricity that is asked about | otherwise                                                                     | age, sum  |
      And the quantity share the path asks for (needed), in %, on basis path, sum
        | is    | when                               |
        | 100 % | year that is told is at least 2050 |
        | 90 %  | year that is told is at least 2040 |
        | 60 %  | year that is told is at least 2030 |
        | 0 %   | otherwise                          |
      And the quantity instruments of another year (elsewhen), in items, the number of records over certificates and contracts, on basis told-year
        | where                                          |
        | year of its use is less than year that is told |
        | year of its use is more than year that is told |
      And these gates
        | id    | gate                                  | requires                                                                  | applies when                            | basis           |
        | RE-10 | Small loads left out are small        | small loads may be left out holds                                         | small loads left out is more than 0 MWh | small           |
        | RE-11 | On the path                           | share of renewable electricity is at least share the path asks for        | year that is told is at least 2030      | path            |
        | RE-13 | Nothing that was used in another year | instruments of another year is 0 items                                    |                                         | told-year       |
        | RE-12 | Reported and verified                 | the yearly report is made is yes; the electricity used is verified is yes |                                         | report, entered |
      And these results
        | result          | label                          | is                               | rounded to | basis |
        | renewable_share | Share of renewable electricity | share of renewable electricity   | 2 decimals | sum   |
        | old_counted     | Counted of old plants          | amount of old plants that counts | 2 decimals | age   |
        | path_share      | Share the path asks for        | share the path asks for          | 0 decimals | path  |

    Scenario Outline: the pocket of old plants, and no more than all
      Given certificates and contracts are
        | record | market for which it is used | amount of the instrument | technology | its biomass or water power is sustainable | way it was bought      | the company is its first off-taker | it is generated in this market | plant commissioned or re-powered | last day of use | start of the contract or day of purchase | retired for the company | claimed for another year |
        | C4     | M1                          | <amount> MWh             | wind       | no                                        | unbundled certificates | no                                 | yes                            | <built>                          | 2026-12-31      | 2026-01-01                               | yes                     | no                       |
      When evaluated as of 2027-03-01
      Then the quantity share is <share> %

      Examples:
        | amount   | built      | share  |
        | 15000    | 2008-01-01 | 15     |
        | 15000.01 | 2008-01-01 | 15     |
        | 14999    | 2008-01-01 | 14.999 |
        | 100001   | 2020-01-01 | 100    |

    Scenario Outline: small loads
      Given markets of use are
        | market | electricity used in the market | it is left out as a small load | no renewable electricity can be bought there |
        | M1     | 100000 MWh                     | no                             | no                                           |
        | M2     | <load> MWh                     | <left out>                     | <no route>                                   |
        | M3     | 400 MWh                        | no                             | no                                           |
        | M4     | 100 MWh                        | yes                            | yes                                          |
        | M5     | 100 MWh                        | yes                            | yes                                          |
        | M6     | 100 MWh                        | yes                            | yes                                          |
        | M7     | 100 MWh                        | yes                            | yes                                          |
        | M8     | <last> MWh                     | yes                            | yes                                          |
      When evaluated as of 2027-03-01
      Then the quantity electricity that is asked about is <asked> MWh
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

    Scenario Outline: a single small load
      Given markets of use are
        | market | electricity used in the market | it is left out as a small load | no renewable electricity can be bought there |
        | M1     | 100000 MWh                     | no                             | no                                           |
        | M2     | <load> MWh                     | yes                            | yes                                          |
      When evaluated as of 2027-03-01
      Then gate RE-10 is <outcome>

      Examples:
        | load   | outcome        |
        | 0      | not applicable |
        | 0.01   | met            |
        | 100    | met            |
        | 100.01 | not met        |

    Scenario: nothing is left out
      When evaluated as of 2027-03-01
      Then gate RE-10 is not applicable

    Scenario: a load that is not known leaves open what it decides, and no more
      Given markets of use are
        | market | electricity used in the market | it is left out as a small load | no renewable electricity can be bought there |
        | M1     | 100000 MWh                     | no                             | no                                           |
        | M2     |                                | yes                            | yes                                          |
      When evaluated as of 2027-03-01
      Then the quantity fresh_all is 70000 MWh
      And the quantity old_all is 20000 MWh
      And gate RE-10 is undetermined
      And gate RE-12 is met
      And gate RE-13 is met

    Scenario Outline: what is bought for one market serves no other
      Given markets of use are
        | market | electricity used in the market | it is left out as a small load | no renewable electricity can be bought there |
        | M1     | <first> MWh                    | no                             | no                                           |
        | M2     | <second> MWh                   | no                             | no                                           |
      And certificates and contracts are
        | record | market for which it is used | amount of the instrument | technology | its biomass or water power is sustainable | way it was bought      | the company is its first off-taker | it is generated in this market | plant commissioned or re-powered | last day of use | start of the contract or day of purchase | retired for the company | claimed for another year |
        | C1     | M1                          | <young> MWh              | wind       | no                                        | unbundled certificates | no                                 | yes                            | 2020-01-01                       | 2026-12-31      | 2026-01-01                               | yes                     | no                       |
        | C2     | M1                          | <old> MWh                | wind       | no                                        | unbundled certificates | no                                 | yes                            | 2005-01-01                       | 2026-12-31      | 2026-01-01                               | yes                     | no                       |
      When evaluated as of 2027-03-01
      Then the quantity share is <share> %
      And the quantity old_all is <old used> MWh

      Examples:
        | first | second | young | old | old used | share |
        | 50    | 50     | 75    | 0   | 0        | 50    |
        | 50    | 50     | 50    | 10  | 0        | 50    |
        | 50    | 50     | 45    | 10  | 5        | 50    |
        | 50    | 50     | 30    | 20  | 20       | 45    |

    Scenario: what is bought for a load that is left out does not count
      Given markets of use are
        | market | electricity used in the market | it is left out as a small load | no renewable electricity can be bought there |
        | M1     | 100 MWh                        | no                             | no                                           |
        | M2     | 100 MWh                        | yes                            | yes                                          |
      And certificates and contracts are
        | record | market for which it is used | amount of the instrument | technology | its biomass or water power is sustainable | way it was bought      | the company is its first off-taker | it is generated in this market | plant commissioned or re-powered | last day of use | start of the contract or day of purchase | retired for the company | claimed for another year |
        | C1     | M2                          | 60 MWh                   | wind       | no                                        | unbundled certificates | no                                 | yes                            | 2020-01-01                       | 2026-12-31      | 2026-01-01                               | yes                     | no                       |
      When evaluated as of 2027-03-01
      Then the quantity share is 0 %

    Scenario Outline: a year is told once it is over
      When evaluated as of <day>
      Then the rules leave the quantity share undetermined

      Examples:
        | day        |
        | 2026-11-25 |
        | 2026-12-31 |

    Scenario: on the first day after it is over the year is told
      When evaluated as of 2027-01-01
      Then the quantity share is 85 %

    Scenario Outline: the path
      Given year is <year>
      And certificates and contracts are
        | record | market for which it is used | amount of the instrument | technology | its biomass or water power is sustainable | way it was bought | the company is its first off-taker | it is generated in this market | plant commissioned or re-powered | last day of use | start of the contract or day of purchase | retired for the company | claimed for another year |
        | C3     | M1                          | <amount> MWh             | wind       | no                                        | own generation    | no                                 | yes                            | 2016-01-01                       | <year>-12-31    | 2026-01-01                               | yes                     | no                       |
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

    Scenario Outline: report and verification
      Given <change>
      When evaluated as of 2027-03-01
      Then gate RE-12 is not met

      Examples:
        | change         |
        | reported is no |
        | verified is no |

    Scenario: nothing used
      Given markets of use are
        | market | electricity used in the market | it is left out as a small load | no renewable electricity can be bought there |
        | M1     | 0 MWh                          | no                             | no                                           |
      When evaluated as of 2027-03-01
      Then the rules leave the quantity share undetermined

    Scenario Outline: what was used in another year is told for that year
      Given certificates and contracts are
        | record | market for which it is used | amount of the instrument | technology | its biomass or water power is sustainable | way it was bought      | the company is its first off-taker | it is generated in this market | plant commissioned or re-powered | last day of use | start of the contract or day of purchase | retired for the company | claimed for another year |
        | C1     | M1                          | 1000 MWh                 | wind       | no                                        | unbundled certificates | no                                 | yes                            | 2020-01-01                       | <used>          | 2025-01-01                               | yes                     | no                       |
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

    Scenario Outline: no plant before it is built, no contract before it is made
      Given certificates and contracts are
        | record | market for which it is used | amount of the instrument | technology | its biomass or water power is sustainable | way it was bought      | the company is its first off-taker | it is generated in this market | plant commissioned or re-powered | last day of use | start of the contract or day of purchase | retired for the company | claimed for another year |
        | C1     | M1                          | 1000 MWh                 | wind       | no                                        | unbundled certificates | no                                 | yes                            | <built>                          | 2026-12-30      | <bought>                                 | yes                     | no                       |
      When evaluated as of 2027-03-01
      Then the quantity fresh_all is <counted> MWh

      Examples:
        | built      | bought     | counted |
        | 2026-12-30 | 2026-01-01 | 1000    |
        | 2026-12-31 | 2026-01-01 | 0       |
        | 2030-01-01 | 2026-01-01 | 0       |
        | 2020-01-01 | 2027-03-01 | 1000    |
        | 2020-01-01 | 2027-03-02 | 0       |
