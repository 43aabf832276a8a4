# language: en
Feature: Eligible instruments and both results

  Background:
    Given the scorecard scope-2-instruments

  Rule: Instruments
    Background:
      Given for each instrument line the quantity instrument is counted (1 = yes) (counts)
        | is | when                                                                                                               | basis    |
        | 0  | carries the emission rate of its generation is no                                                                  | criteria |
        | 0  | no other instrument with the same claim is no                                                                      | criteria |
        | 0  | retired for the company is no                                                                                      | criteria |
        | 0  | generated as close as possible to its use is no                                                                    | criteria |
        | 0  | generated in the market of use is no                                                                               | criteria |
        | 0  | kind of instrument is factor of a supplier; factor based on delivered electricity with customer certificates is no | supplier |
        | 0  | kind of instrument is direct contract; claim transferred to the company alone is no                                | direct   |
        | 1  | otherwise                                                                                                          | criteria |
      And for each instrument line the quantity counted amount (counted), in MWh, on basis criteria
        | is                                                         |
        | amount of the instrument * instrument is counted (1 = yes) |
      And for each instrument line the quantity emissions of the counted amount (carried), in tCO2e, on basis criteria
        | is                                               |
        | counted amount * emission rate of the instrument |
      And the quantity instruments not counted (refused), in items, the number of records over instruments for electricity, on basis criteria
        | where                                |
        | instrument is counted (1 = yes) is 0 |
      And these findings
        | code  | finding                                                                                          | when                                         | severity    | basis    |
        | S2-01 | An instrument fails a criterion, so its electricity uses the factor of the remaining electricity | instruments not counted is more than 0 items | observation | criteria |
      And for each instrument line these results
        | result      | label                          | is                              | rounded to | basis    |
        | line_counts | Counted (1) or not counted (0) | instrument is counted (1 = yes) | 0 decimals | criteria |

    Scenario Outline: each criterion of an instrument can fail on its own
      Given instruments for electricity are
        | record | market of use | kind of instrument | amount of the instrument | carries the emission rate of its generation | emission rate of the instrument | no other instrument with the same claim | retired for the company | generated as close as possible to its use | generated in the market of use | factor based on delivered electricity with customer certificates | claim transferred to the company alone |
        | C1     | M1            | <kind>             | 400 MWh                  | <rated>                                     | 0.01 kgCO2e/kWh                 | <sole>                                  | <retired>               | <near>                                    | <market>                       | <delivered>                                                      | <handed>                               |
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

  Rule: Location-based and market-based emissions
    Background:
      Given for each market line the quantity amount bought for the market (bought), in MWh, the sum of counted amount over instruments for electricity, on basis criteria
      And for each market line the quantity emissions of the amount bought for the market (bought_carried), in tCO2e, the sum of emissions of the counted amount over instruments for electricity, on basis criteria
      And for each market line the quantity electricity with an instrument (covered), in MWh, on basis surplus
        | is                                                                |
        | min(amount bought for the market, electricity used in the market) |
      And for each market line the quantity emissions with an instrument (covered_carried), in tCO2e
        | is                                                                                                              | when                                  | basis          |
        | 0 tCO2e                                                                                                         | amount bought for the market is 0 MWh | nothing-bought |
        | emissions of the amount bought for the market * (electricity with an instrument / amount bought for the market) | otherwise                             | surplus        |
      And for each market line the quantity electricity without an instrument (rest), in MWh, on basis order
        | is                                                              |
        | electricity used in the market - electricity with an instrument |
      And for each market line the quantity factor of the remaining electricity (rest_factor), in kgCO2e/kWh
        | is                                  | when                          | basis           |
        | emission factor of the residual mix | residual mix published is yes | residual, order |
        | average emission factor of the grid | otherwise                     | order           |
      And for each market line the quantity market-based emissions (market_result), in tCO2e, on basis order
        | is                                                                                                     |
        | emissions with an instrument + electricity without an instrument * factor of the remaining electricity |
      And for each market line the quantity location-based emissions (location_result), in tCO2e, on basis dual
        | is                                                                   |
        | electricity used in the market * average emission factor of the grid |
      And for each market line the quantity amount bought beyond the electricity used (beyond), in MWh, on basis surplus
        | is                                                            |
        | amount bought for the market - electricity with an instrument |
      And the quantity total location-based emissions (by_location), in tCO2e, the sum of location-based emissions over markets of use, on basis dual
      And the quantity total market-based emissions (by_market), in tCO2e, the sum of market-based emissions over markets of use, on basis dual
      And the quantity total electricity without an instrument (rest_all), in MWh, the sum of electricity without an instrument over markets of use, on basis order
      And the quantity total amount bought beyond the electricity used (beyond_all), in MWh, the sum of amount bought beyond the electricity used over markets of use, on basis surplus
      And the quantity markets without a residual mix (mixless), in items, the number of records over markets of use, on basis residual
        | where                        |
        | residual mix published is no |
      And the quantity markets without disclosure of a missing residual mix (silent), in items, the number of records over markets of use, on basis residual
        | where                                                                   |
        | residual mix published is no; absence of a residual mix disclosed is no |
      And these gates
        | id    | gate                                                      | requires                                                                   | applies when                                        | basis    |
        | S2-02 | Location-based and market-based results are both reported | location-based result reported is yes; market-based result reported is yes |                                                     | dual     |
        | S2-08 | Absence of a residual mix is disclosed                    | markets without disclosure of a missing residual mix is 0 items            | markets without a residual mix is more than 0 items | residual |
      And these findings
        | code  | finding                                                                        | when                                                               | severity    | basis   |
        | S2-03 | More is bought for a market than is used there, and the surplus does not count | total amount bought beyond the electricity used is more than 0 MWh | observation | surplus |
      And these results
        | result         | label                                     | is                                              | rounded to | basis   |
        | location_based | Location-based emissions                  | total location-based emissions                  | 3 decimals | dual    |
        | market_based   | Market-based emissions                    | total market-based emissions                    | 3 decimals | dual    |
        | without        | Electricity without an instrument         | total electricity without an instrument         | 3 decimals | order   |
        | surplus        | Amount bought beyond the electricity used | total amount bought beyond the electricity used | 3 decimals | surplus |

    Scenario Outline: surplus of a market, and factor of the remaining electricity
      Given markets of use are
        | market | electricity used in the market | average emission factor of the grid | residual mix published | emission factor of the residual mix | absence of a residual mix disclosed |
        | M1     | 1000 MWh                       | 0.5 kgCO2e/kWh                      | <residual>             | <factor>                            | <told>                              |
        | M2     | 100 MWh                        | 0.2 kgCO2e/kWh                      | yes                    | 0.3 kgCO2e/kWh                      | no                                  |
      And instruments for electricity are
        | record | market of use | kind of instrument | amount of the instrument | carries the emission rate of its generation | emission rate of the instrument | no other instrument with the same claim | retired for the company | generated as close as possible to its use | generated in the market of use | factor based on delivered electricity with customer certificates | claim transferred to the company alone |
        | C1     | M1            | certificate        | <amount> MWh             | yes                                         | 0.01 kgCO2e/kWh                 | yes                                     | yes                     | yes                                       | yes                            | yes                                                              | yes                                    |
        | C2     | M1            | certificate        | 400 MWh                  | yes                                         | 0.03 kgCO2e/kWh                 | yes                                     | yes                     | yes                                       | yes                            | yes                                                              | yes                                    |
      When evaluated as of 2026-12-01
      Then the quantity total location-based emissions is 520 tCO2e
      And the quantity total market-based emissions is <market> tCO2e
      And the quantity total amount bought beyond the electricity used is <beyond> MWh
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

    Scenario: an instrument without an emission rate uses the factor of the remaining electricity
      Given instruments for electricity are
        | record | market of use | kind of instrument | amount of the instrument | carries the emission rate of its generation | emission rate of the instrument | no other instrument with the same claim | retired for the company | generated as close as possible to its use | generated in the market of use | factor based on delivered electricity with customer certificates | claim transferred to the company alone |
        | C1     | M1            | certificate        | 400 MWh                  | no                                          |                                 | yes                                     | yes                     | yes                                       | yes                            | yes                                                              | yes                                    |
      When evaluated as of 2026-12-01
      Then for instrument C1 the quantity carried is 0 tCO2e
      And the quantity total market-based emissions is 600 tCO2e

    Scenario: if the basis of a supplier factor is unknown, the result is a range
      Given instruments for electricity are
        | record | market of use | kind of instrument   | amount of the instrument | carries the emission rate of its generation | emission rate of the instrument | no other instrument with the same claim | retired for the company | generated as close as possible to its use | generated in the market of use | factor based on delivered electricity with customer certificates | claim transferred to the company alone |
        | C1     | M1            | factor of a supplier | 400 MWh                  | yes                                         | 0.01 kgCO2e/kWh                 | yes                                     | yes                     | yes                                       | yes                            |                                                                  | yes                                    |
      When evaluated as of 2026-12-01
      Then the quantity total electricity without an instrument is between 600 MWh and 1000 MWh

    Scenario: if the transfer of a contract's claim is unknown, the result is a range
      Given instruments for electricity are
        | record | market of use | kind of instrument | amount of the instrument | carries the emission rate of its generation | emission rate of the instrument | no other instrument with the same claim | retired for the company | generated as close as possible to its use | generated in the market of use | factor based on delivered electricity with customer certificates | claim transferred to the company alone |
        | C1     | M1            | direct contract    | 400 MWh                  | yes                                         | 0.01 kgCO2e/kWh                 | yes                                     | yes                     | yes                                       | yes                            | yes                                                              |                                        |
      When evaluated as of 2026-12-01
      Then the quantity total electricity without an instrument is between 600 MWh and 1000 MWh

    Scenario Outline: location-based and market-based results must both be reported
      Given location-based result reported is <location>
      And market-based result reported is <market>
      When evaluated as of 2026-12-01
      Then gate S2-02 is <outcome>

      Examples:
        | location | market | outcome |
        | yes      | yes    | met     |
        | yes      | no     | not met |
        | no       | yes    | not met |

    Scenario: without electricity use there are no emissions
      Given markets of use are
        | market | electricity used in the market | average emission factor of the grid | residual mix published | emission factor of the residual mix | absence of a residual mix disclosed |
        | M1     | 0 MWh                          | 0.5 kgCO2e/kWh                      | yes                    | 0.6 kgCO2e/kWh                      | no                                  |
      And instruments for electricity is none
      When evaluated as of 2026-12-01
      Then the quantity total market-based emissions is 0 tCO2e
      And the quantity total location-based emissions is 0 tCO2e
