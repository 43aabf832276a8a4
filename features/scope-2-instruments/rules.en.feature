# language: en
Feature: What counts, and both results

  Background:
    Given the scorecard scope-2-instruments

  Rule: Instruments
    Background:
      Given for each instrument line the quantity it counts (counts)
        | is | when                                                                                                                 | basis    |
        | 0  | it carries the emission rate of what was generated is no                                                             | criteria |
        | 0  | no other instrument carries its claim is no                                                                          | criteria |
        | 0  | retired for the company is no                                                                                        | criteria |
        | 0  | generated as close as possible to its use is no                                                                      | criteria |
        | 0  | it is generated in this market is no                                                                                 | criteria |
        | 0  | kind of instrument is factor of a supplier; built on delivered electricity, certificates of customers among it is no | supplier |
        | 0  | kind of instrument is direct contract; its claim is handed to the company alone is no                                | direct   |
        | 1  | otherwise                                                                                                            | criteria |
      And for each instrument line the quantity amount that counts (counted), in MWh, on basis criteria
        | is                                   |
        | amount of the instrument * it counts |
      And for each instrument line the quantity emissions of what counts (carried), in tCO2e, on basis criteria
        | is                                     |
        | amount that counts * its emission rate |
      And the quantity instruments that do not count (refused), in items, the number of records over instruments for electricity, on basis criteria
        | where          |
        | it counts is 0 |
      And these findings
        | code  | finding                                                                                | when                                               | severity    | basis    |
        | S2-01 | An instrument misses a criterion, so that its electricity takes the factor of the rest | instruments that do not count is more than 0 items | observation | criteria |
      And for each instrument line these results
        | result      | label                 | is        | rounded to | basis    |
        | line_counts | Counts (1) or not (0) | it counts | 0 decimals | criteria |

    Scenario Outline: each criterion by itself
      Given instruments for electricity are
        | record | market for which it is used | kind of instrument | amount of the instrument | it carries the emission rate of what was generated | its emission rate | no other instrument carries its claim | retired for the company | generated as close as possible to its use | it is generated in this market | built on delivered electricity, certificates of customers among it | its claim is handed to the company alone |
        | C1     | M1                          | <kind>             | 400 MWh                  | <rated>                                            | 0.01 kgCO2e/kWh   | <sole>                                | <retired>               | <near>                                    | <market>                       | <delivered>                                                        | <handed>                                 |
      When evaluated as of 2026-12-01
      Then for instrument C1 the quantity counted is <counted> MWh
      And <told>

      Examples:
        | kind                 | rated | sole | retired | near | market | delivered | handed | counted | told                           |
        | certificate          | yes   | yes  | yes     | yes  | yes    | yes       | yes    | 400     | no finding S2-01 is raised     |
        | certificate          | no    | yes  | yes     | yes  | yes    | yes       | yes    | 0       | an observation S2-01 is raised |
        | certificate          | yes   | no   | yes     | yes  | yes    | yes       | yes    | 0       | an observation S2-01 is raised |
        | certificate          | yes   | yes  | no      | yes  | yes    | yes       | yes    | 0       | an observation S2-01 is raised |
        | certificate          | yes   | yes  | yes     | no   | yes    | yes       | yes    | 0       | an observation S2-01 is raised |
        | certificate          | yes   | yes  | yes     | yes  | no     | yes       | yes    | 0       | an observation S2-01 is raised |
        | certificate          | yes   | yes  | yes     | yes  | yes    | no        | no     | 400     | no finding S2-01 is raised     |
        | factor of a supplier | yes   | yes  | yes     | yes  | yes    | yes       | no     | 400     | no finding S2-01 is raised     |
        | factor of a supplier | yes   | yes  | yes     | yes  | yes    | no        | yes    | 0       | an observation S2-01 is raised |
        | direct contract      | yes   | yes  | yes     | yes  | yes    | no        | yes    | 400     | no finding S2-01 is raised     |
        | direct contract      | yes   | yes  | yes     | yes  | yes    | yes       | no     | 0       | an observation S2-01 is raised |

  Rule: By location and by market
    Background:
      Given for each market line the quantity bought for the market (bought), in MWh, the sum of amount that counts over instruments for electricity, on basis criteria
      And for each market line the quantity emissions bought for the market (bought_carried), in tCO2e, the sum of emissions of what counts over instruments for electricity, on basis criteria
      And for each market line the quantity electricity with an instrument (covered), in MWh, on basis surplus
        | is                                                         |
        | min(bought for the market, electricity used in the market) |
      And for each market line the quantity emissions with an instrument (covered_carried), in tCO2e
        | is                                                                                         | when                           | basis          |
        | 0 tCO2e                                                                                    | bought for the market is 0 MWh | nothing-bought |
        | emissions bought for the market * (electricity with an instrument / bought for the market) | otherwise                      | surplus        |
      And for each market line the quantity electricity without an instrument (rest), in MWh, on basis order
        | is                                                              |
        | electricity used in the market - electricity with an instrument |
      And for each market line the quantity factor of the rest (rest_factor), in kgCO2e/kWh
        | is                         | when                               | basis           |
        | factor of the residual mix | a residual mix is published is yes | residual, order |
        | mean factor of the grid    | otherwise                          | order           |
      And for each market line the quantity emissions by market (market_result), in tCO2e, on basis order
        | is                                                                                    |
        | emissions with an instrument + electricity without an instrument * factor of the rest |
      And for each market line the quantity emissions by location (location_result), in tCO2e, on basis dual
        | is                                                       |
        | electricity used in the market * mean factor of the grid |
      And for each market line the quantity bought beyond the electricity (beyond), in MWh, on basis surplus
        | is                                                     |
        | bought for the market - electricity with an instrument |
      And the quantity all emissions by location (by_location), in tCO2e, the sum of emissions by location over markets of use, on basis dual
      And the quantity all emissions by market (by_market), in tCO2e, the sum of emissions by market over markets of use, on basis dual
      And the quantity all electricity without an instrument (rest_all), in MWh, the sum of electricity without an instrument over markets of use, on basis order
      And the quantity all that is bought beyond (beyond_all), in MWh, the sum of bought beyond the electricity over markets of use, on basis surplus
      And the quantity markets without a residual mix (mixless), in items, the number of records over markets of use, on basis residual
        | where                             |
        | a residual mix is published is no |
      And the quantity markets that do not tell of it (silent), in items, the number of records over markets of use, on basis residual
        | where                                                        |
        | a residual mix is published is no; its absence is told is no |
      And these gates
        | id    | gate                                         | requires                                                                           | applies when                                        | basis    |
        | S2-02 | Both results are reported                    | the result by location is reported is yes; the result by market is reported is yes |                                                     | dual     |
        | S2-08 | Where there is no residual mix, that is told | markets that do not tell of it is 0 items                                          | markets without a residual mix is more than 0 items | residual |
      And these findings
        | code  | finding                                                                  | when                                         | severity    | basis   |
        | S2-03 | More is bought for a market than it uses, and the surplus does not count | all that is bought beyond is more than 0 MWh | observation | surplus |
      And these results
        | result         | label                              | is                                    | rounded to | basis   |
        | location_based | Emissions by location              | all emissions by location             | 3 decimals | dual    |
        | market_based   | Emissions by market                | all emissions by market               | 3 decimals | dual    |
        | without        | Electricity without an instrument  | all electricity without an instrument | 3 decimals | order   |
        | surplus        | Bought beyond the electricity used | all that is bought beyond             | 3 decimals | surplus |

    Scenario Outline: what is bought beyond a market, and the factor of the rest
      Given markets of use are
        | market | electricity used in the market | mean factor of the grid | a residual mix is published | factor of the residual mix | its absence is told |
        | M1     | 1000 MWh                       | 0.5 kgCO2e/kWh          | <residual>                  | <factor>                   | <told>              |
        | M2     | 100 MWh                        | 0.2 kgCO2e/kWh          | yes                         | 0.3 kgCO2e/kWh             | no                  |
      And instruments for electricity are
        | record | market for which it is used | kind of instrument | amount of the instrument | it carries the emission rate of what was generated | its emission rate | no other instrument carries its claim | retired for the company | generated as close as possible to its use | it is generated in this market | built on delivered electricity, certificates of customers among it | its claim is handed to the company alone |
        | C1     | M1                          | certificate        | <amount> MWh             | yes                                                | 0.01 kgCO2e/kWh   | yes                                   | yes                     | yes                                       | yes                            | yes                                                                | yes                                      |
        | C2     | M1                          | certificate        | 400 MWh                  | yes                                                | 0.03 kgCO2e/kWh   | yes                                   | yes                     | yes                                       | yes                            | yes                                                                | yes                                      |
      When evaluated as of 2026-12-01
      Then the quantity all emissions by location is 520 tCO2e
      And the quantity all emissions by market is <market> tCO2e
      And the quantity all that is bought beyond is <beyond> MWh
      And gate S2-08 is <outcome>
      And <finding>

      Examples:
        | amount | residual | factor         | told | market         | beyond | outcome        | finding                        |
        | 0      | yes      | 0.6 kgCO2e/kWh | no   | 402            | 0      | not applicable | no finding S2-03 is raised     |
        | 400    | yes      | 0.6 kgCO2e/kWh | no   | 166            | 0      | not applicable | no finding S2-03 is raised     |
        | 400    | no       |                | yes  | 146            | 0      | met            | no finding S2-03 is raised     |
        | 400    | no       |                | no   | 146            | 0      | not met        | no finding S2-03 is raised     |
        | 600    | no       |                | yes  | 48             | 0      | met            | no finding S2-03 is raised     |
        | 600.01 | no       |                | yes  | 4800040/100001 | 0.01   | met            | an observation S2-03 is raised |
        | 1600   | yes      | 0.6 kgCO2e/kWh | no   | 44             | 1000   | not applicable | an observation S2-03 is raised |

    Scenario: an instrument without a rate takes the factor of the rest
      Given instruments for electricity are
        | record | market for which it is used | kind of instrument | amount of the instrument | it carries the emission rate of what was generated | its emission rate | no other instrument carries its claim | retired for the company | generated as close as possible to its use | it is generated in this market | built on delivered electricity, certificates of customers among it | its claim is handed to the company alone |
        | C1     | M1                          | certificate        | 400 MWh                  | no                                                 |                   | yes                                   | yes                     | yes                                       | yes                            | yes                                                                | yes                                      |
      When evaluated as of 2026-12-01
      Then for instrument C1 the quantity carried is 0 tCO2e
      And the quantity all emissions by market is 600 tCO2e

    Scenario: whether a supplier's factor is built on delivered electricity has to be told
      Given instruments for electricity are
        | record | market for which it is used | kind of instrument   | amount of the instrument | it carries the emission rate of what was generated | its emission rate | no other instrument carries its claim | retired for the company | generated as close as possible to its use | it is generated in this market | built on delivered electricity, certificates of customers among it | its claim is handed to the company alone |
        | C1     | M1                          | factor of a supplier | 400 MWh                  | yes                                                | 0.01 kgCO2e/kWh   | yes                                   | yes                     | yes                                       | yes                            |                                                                    | yes                                      |
      When evaluated as of 2026-12-01
      Then the quantity all electricity without an instrument is between 600 MWh and 1000 MWh

    Scenario: whether a contract hands its claim over has to be told
      Given instruments for electricity are
        | record | market for which it is used | kind of instrument | amount of the instrument | it carries the emission rate of what was generated | its emission rate | no other instrument carries its claim | retired for the company | generated as close as possible to its use | it is generated in this market | built on delivered electricity, certificates of customers among it | its claim is handed to the company alone |
        | C1     | M1                          | direct contract    | 400 MWh                  | yes                                                | 0.01 kgCO2e/kWh   | yes                                   | yes                     | yes                                       | yes                            | yes                                                                |                                          |
      When evaluated as of 2026-12-01
      Then the quantity all electricity without an instrument is between 600 MWh and 1000 MWh

    Scenario Outline: both results are reported
      Given the result by location is reported is <location>
      And the result by market is reported is <market>
      When evaluated as of 2026-12-01
      Then gate S2-02 is <outcome>

      Examples:
        | location | market | outcome |
        | yes      | yes    | met     |
        | yes      | no     | not met |
        | no       | yes    | not met |

    Scenario: without electricity nothing is emitted
      Given markets of use are
        | market | electricity used in the market | mean factor of the grid | a residual mix is published | factor of the residual mix | its absence is told |
        | M1     | 0 MWh                          | 0.5 kgCO2e/kWh          | yes                         | 0.6 kgCO2e/kWh             | no                  |
      And instruments for electricity is none
      When evaluated as of 2026-12-01
      Then the quantity all emissions by market is 0 tCO2e
      And the quantity all emissions by location is 0 tCO2e
