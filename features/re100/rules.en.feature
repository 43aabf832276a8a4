# language: en
Feature: What counts, the pocket of old plants, and the path

  Background:
    Given the scorecard re100

  Rule: What counts
    Background:
      Given for each instrument line the quantity it counts (counts), on basis resources, ways, market, retired
        | is | when                                                                                        |
        | 0  | it is of the market of use is no                                                            |
        | 0  | retired for the company is no                                                               |
        | 0  | claimed for another year is yes                                                             |
        | 0  | way it was bought is another way                                                            |
        | 1  | technology is one of wind, solar, geothermal                                                |
        | 1  | technology is one of biomass, water power; its biomass or water power is sustainable is yes |
        | 0  | otherwise                                                                                   |
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
        | record | amount of the instrument | technology   | its biomass or water power is sustainable | way it was bought | the company is its first off-taker | it is of the market of use | plant commissioned or re-powered | last day of use | start of the contract or day of purchase | retired for the company | claimed for another year |
        | C1     | 1000 MWh                 | <technology> | <sustainable>                             | <way>             | no                                 | <market>                   | 2020-01-01                       | 2026-12-31      | 2026-01-01                               | <retired>               | <claimed>                |
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
      Given certificates and contracts are
        | record | amount of the instrument | technology | its biomass or water power is sustainable | way it was bought | the company is its first off-taker | it is of the market of use | plant commissioned or re-powered | last day of use | start of the contract or day of purchase | retired for the company | claimed for another year |
        | C1     | 1000 MWh                 | wind       | no                                        | <way>             | <first>                            | yes                        | <built>                          | <used>          | <contract>                               | yes                     | no                       |
      When evaluated as of 2027-03-01
      Then for instrument C1 the quantity fresh is <fresh> MWh
      And for instrument C1 the quantity amount of old plants is <old> MWh

      Examples:
        | way                      | first | built      | used       | contract   | fresh | old  |
        | unbundled certificates   | no    | 2011-12-31 | 2026-12-31 | 2026-01-01 | 1000  | 0    |
        | unbundled certificates   | no    | 2011-12-30 | 2026-12-31 | 2026-01-01 | 0     | 1000 |
        | own generation           | no    | 2000-01-01 | 2026-12-31 | 2026-01-01 | 1000  | 0    |
        | direct procurement       | yes   | 2000-01-01 | 2026-12-31 | 2026-01-01 | 1000  | 0    |
        | direct procurement       | no    | 2000-01-01 | 2026-12-31 | 2026-01-01 | 0     | 1000 |
        | contract with a supplier | yes   | 2000-01-01 | 2026-12-31 | 2026-01-01 | 0     | 1000 |
        | contract with a supplier | no    | 2000-01-01 | 2026-12-31 | 2023-12-31 | 1000  | 0    |
        | contract with a supplier | no    | 2000-01-01 | 2026-12-31 | 2024-01-01 | 0     | 1000 |
        | contract with a supplier | no    | 2000-01-01 | 2023-12-31 | 2024-01-01 | 1000  | 0    |
        | contract with a supplier | no    | 2000-01-01 | 2024-01-01 | 2024-01-01 | 0     | 1000 |

  Rule: The share of the year
    Background:
      Given the quantity amount from young plants and free ways (fresh_all), in MWh, the sum of amount whatever the age over certificates and contracts, on basis age
      And the quantity amount from old plants (old_all), in MWh, the sum of amount of old plants over certificates and contracts, on basis age
      And the quantity amount of old plants that counts (pocket), in MWh, on basis age
        | is                                                   |
        | min(amount from old plants, electricity used * 15 %) |
      And these conditions
        | condition    | label                       | holds when                                                                                 | basis |
        | small_enough | small loads may be left out | largest small load of a market is at most 100 MWh; small loads left out is at most 500 MWh | small |
      And the quantity electricity that is asked about (asked), in MWh, on basis small
        | is                                                  | when                              |
        | max(electricity used - small loads left out, 0 MWh) | small loads may be left out holds |
        | electricity used                                    | otherwise                         |
      And the quantity share of renewable electricity (share), in %, on basis age, sum
        | is                                                                                                                        | when divided by zero |
        | min((amount from young plants and free ways + amount of old plants that counts) / electricity that is asked about, 100 %) | 0 %                  |
      And the quantity share the path asks for (needed), in %, on basis path, sum
        | is    | when                               |
        | 100 % | year that is told is at least 2050 |
        | 90 %  | year that is told is at least 2040 |
        | 60 %  | year that is told is at least 2030 |
        | 0 %   | otherwise                          |
      And for each instrument line the quantity year of its use (used_year), on basis told-year
        | is                    |
        | year(last day of use) |
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
        | record | amount of the instrument | technology | its biomass or water power is sustainable | way it was bought      | the company is its first off-taker | it is of the market of use | plant commissioned or re-powered | last day of use | start of the contract or day of purchase | retired for the company | claimed for another year |
        | C4     | <amount> MWh             | wind       | no                                        | unbundled certificates | no                                 | yes                        | <built>                          | 2026-12-31      | 2026-01-01                               | yes                     | no                       |
      When evaluated as of 2027-03-01
      Then the quantity share is <share> %

      Examples:
        | amount   | built      | share  |
        | 15000    | 2008-01-01 | 15     |
        | 15000.01 | 2008-01-01 | 15     |
        | 14999    | 2008-01-01 | 14.999 |
        | 100001   | 2020-01-01 | 100    |

    Scenario Outline: small loads
      Given small_all is <all> MWh
      And small_most is <most> MWh
      And used_all is 100000 MWh
      And certificates and contracts are
        | record | amount of the instrument | technology | its biomass or water power is sustainable | way it was bought      | the company is its first off-taker | it is of the market of use | plant commissioned or re-powered | last day of use | start of the contract or day of purchase | retired for the company | claimed for another year |
        | C3     | 40000 MWh                | wind       | no                                        | unbundled certificates | no                                 | yes                        | 2020-01-01                       | 2026-12-31      | 2026-01-01                               | yes                     | no                       |
      When evaluated as of 2027-03-01
      Then the quantity electricity that is asked about is <asked> MWh
      And gate RE-10 is <outcome>

      Examples:
        | all    | most   | asked  | outcome        |
        | 0      | 0      | 100000 | not applicable |
        | 500    | 100    | 99500  | met            |
        | 500.01 | 100    | 100000 | not met        |
        | 500    | 100.01 | 100000 | not met        |

    Scenario Outline: the path
      Given year is <year>
      And certificates and contracts are
        | record | amount of the instrument | technology | its biomass or water power is sustainable | way it was bought      | the company is its first off-taker | it is of the market of use | plant commissioned or re-powered | last day of use | start of the contract or day of purchase | retired for the company | claimed for another year |
        | C3     | <amount> MWh             | wind       | no                                        | unbundled certificates | no                                 | yes                        | 2020-01-01                       | 2026-12-31      | 2026-01-01                               | yes                     | no                       |
      When evaluated as of 2027-03-01
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
      Given used_all is 0 MWh
      When evaluated as of 2027-03-01
      Then the quantity share is 0 %

    Scenario Outline: what was used in another year is told for that year
      Given certificates and contracts are
        | record | amount of the instrument | technology | its biomass or water power is sustainable | way it was bought      | the company is its first off-taker | it is of the market of use | plant commissioned or re-powered | last day of use | start of the contract or day of purchase | retired for the company | claimed for another year |
        | C1     | 1000 MWh                 | wind       | no                                        | unbundled certificates | no                                 | yes                        | 2020-01-01                       | <used>          | 2025-01-01                               | yes                     | no                       |
      And year is 2026
      When evaluated as of 2027-03-01
      Then gate RE-13 is <outcome>

      Examples:
        | used       | outcome |
        | 2025-12-31 | not met |
        | 2026-01-01 | met     |
        | 2026-12-31 | met     |
        | 2027-01-01 | not met |
