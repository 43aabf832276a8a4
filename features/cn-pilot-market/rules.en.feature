# language: en
Feature: Entry, surrender, fines and green power

  Background:
    Given the scorecard cn-pilot-market
    And these facts
      | fact          | label                              | type             | unit      | one of                                                                    | at least | evidence          | may not apply |
      | market        | local market                       | choice           |           | shenzhen, shanghai, beijing, guangdong, tianjin, hubei, chongqing, fujian |          |                   |               |
      | data_year     | year of the emissions              | choice           |           | 2023, 2024, 2025, 2026                                                    |          |                   |               |
      | emissions     | emissions of the year              | number           | tCO2e     |                                                                           | 0        |                   |               |
      | national      | covered nationally                 | flag             |           |                                                                           |          |                   |               |
      | counted_here  | the same emissions counted here    | flag             |           |                                                                           |          |                   |               |
      | on_list       | on the list of the market          | flag             |           |                                                                           |          |                   |               |
      | due           | tonnes to be surrendered           | number           | tCO2e     |                                                                           | 0        |                   |               |
      | accepted      | tonnes that the registry accepted  | number           | tCO2e     |                                                                           | 0        | surrender-extract |               |
      | deadline      | deadline of the surrender          | date             |           |                                                                           |          | city-rules        |               |
      | price         | price that the rule on fines names | number           | CNY/tCO2e |                                                                           | 0        | city-rules        |               |
      | report_due    | report due on                      | date             |           |                                                                           |          | city-rules        |               |
      | reported      | report handed in                   | flag             |           |                                                                           |          |                   |               |
      | reported_on   | report handed in on                | date             |           |                                                                           |          |                   |               |
      | city_units    | SHCERCIR1 units surrendered        | number           | tCO2e     |                                                                           | 0        | surrender-extract |               |
      | city_units_on | SHCERCIR1 units surrendered on     | date             |           |                                                                           |          | surrender-extract | yes           |
      | grid_factor   | factor of electricity entered      | number           | tCO2e/MWh |                                                                           | 0        |                   |               |
      | purchases     | purchases of green power           | list of purchase |           |                                                                           |          |                   |               |
    And the choices of local market
      | value     | words     |
      | shenzhen  | Shenzhen  |
      | shanghai  | Shanghai  |
      | beijing   | Beijing   |
      | guangdong | Guangdong |
      | tianjin   | Tianjin   |
      | hubei     | Hubei     |
      | chongqing | Chongqing |
      | fujian    | Fujian    |
    And each purchase has
      | field    | label               | type   | unit | one of                                                   | at least |
      | contract | contract number     | text   |      |                                                          |          |
      | amount   | electricity bought  | number | MWh  |                                                          | 0        |
      | way      | way of the purchase | choice |      | grid, market, between_provinces, certificates, other_way |          |
    And no two purchases of green power share a contract number
    And the choices of way of the purchase
      | value             | words                                                         |
      | grid              | green power of the grid                                       |
      | market            | through the market                                            |
      | between_provinces | between provinces and settled through the exchange of Beijing |
      | certificates      | certificates alone                                            |
      | other_way         | another way                                                   |
    And this reference case
      | fact                               | value          |
      | local market                       | Hubei          |
      | year of the emissions              | 2025           |
      | emissions of the year              | 13000 tCO2e    |
      | covered nationally                 | no             |
      | the same emissions counted here    | yes            |
      | on the list of the market          | yes            |
      | tonnes to be surrendered           | 13000 tCO2e    |
      | tonnes that the registry accepted  | 13000 tCO2e    |
      | deadline of the surrender          | 2026-10-31     |
      | price that the rule on fines names | 40 CNY/tCO2e   |
      | report due on                      | 2026-02-28     |
      | report handed in                   | yes            |
      | report handed in on                | 2026-02-20     |
      | SHCERCIR1 units surrendered        | 0 tCO2e        |
      | SHCERCIR1 units surrendered on     | not applicable |
      | factor of electricity entered      | 0.5 tCO2e/MWh  |
    And in the reference case purchases of green power are
      | contract number | electricity bought | way of the purchase                                           |
      | P1              | 1000 MWh           | green power of the grid                                       |
      | P2              | 400 MWh            | through the market                                            |
      | P3              | 100 MWh            | between provinces and settled through the exchange of Beijing |
      | P4              | 50 MWh             | certificates alone                                            |

  Rule: Who is listed
    Background:
      Given the quantity entry threshold (threshold), in tCO2e
        | is                                                                         | when                          | basis                  |
        | undetermined, because from which year on the thresholds hold was not found | year of the emissions is 2023 | start                  |
        | 13000 tCO2e                                                                | local market is Hubei         | entry-hubei, start     |
        | 13000 tCO2e                                                                | local market is Chongqing     | entry-chongqing, start |
        | undetermined, because a threshold of 10,000 tonnes was only proposed       | local market is Tianjin       | entry-tianjin          |
        | undetermined, because the entry threshold of this market was not found     | otherwise                     | entry-others           |
      And the quantity tonnes above the threshold (above), in tCO2e, on basis start
        | is                                      |
        | emissions of the year - entry threshold |
      And these conditions
        | condition | label                 | holds when                                        | basis |
        | reaches   | reaches the threshold | emissions of the year is at least entry threshold | start |
      And these gates
        | id  | gate                                           | requires                              | applies when              | basis    |
        | PM2 | What is covered nationally is not counted here | the same emissions counted here is no | covered nationally is yes | national |
      And these findings
        | code        | finding                                                                          | when                                                                                             | severity    | basis         |
        | PM1.MISSING | At or above the threshold, but not on the list                                   | covered nationally is no; reaches the threshold holds; on the list of the market is no           | minor       | start         |
        | PM1.TIANJIN | The threshold proposed for Tianjin would list it, but a proposal does not govern | local market is Tianjin; covered nationally is no; emissions of the year is at least 10000 tCO2e | observation | entry-tianjin |
      And these results
        | result              | label                         | is                         | rounded to | basis |
        | threshold_of_market | Entry threshold of the market | entry threshold            | 0 decimals | start |
        | tonnes_above        | Tonnes above the threshold    | tonnes above the threshold | 2 decimals | start |

    Scenario Outline: 13,000 tonnes and a hundredth less
      Given market is <market>
      And data_year is <year>
      And emissions is <emissions> tCO2e
      And national is <national>
      And counted_here is <counted>
      And on_list is <listed>
      When evaluated as of 2026-11-20
      Then the grade is <grade>
      And gate PM2 is <outcome>
      And <missing>

      Examples:
        | market    | year | emissions | national | counted | listed | grade                    | outcome        | missing                                     |
        | Hubei     | 2025 | 13000     | no       | yes     | yes    | listed in the market     | not applicable | no finding PM1.MISSING is raised            |
        | Hubei     | 2024 | 12999.99  | no       | yes     | no     | not listed in the market | not applicable | no finding PM1.MISSING is raised            |
        | Chongqing | 2025 | 13000     | no       | yes     | no     | listed in the market     | not applicable | a minor nonconformity PM1.MISSING is raised |
        | Chongqing | 2026 | 12999.99  | no       | yes     | yes    | not listed in the market | not applicable | no finding PM1.MISSING is raised            |
        | Hubei     | 2025 | 30000     | yes      | no      | no     | in the national market   | met            | no finding PM1.MISSING is raised            |
        | Hubei     | 2025 | 30000     | yes      | yes     | no     | none                     | not met        | no finding PM1.MISSING is raised            |

    Scenario Outline: what was not found is not guessed
      Given market is <market>
      And emissions is <emissions> tCO2e
      And national is <national>
      When evaluated as of 2026-11-20
      Then the rules leave the quantity threshold undetermined
      And the possible grades are listed in the market, not listed in the market
      And <proposed>

      Examples:
        | market   | emissions | national | proposed                             |
        | Shenzhen | 13000     | no       | no finding PM1.TIANJIN is raised     |
        | Tianjin  | 10000     | no       | an observation PM1.TIANJIN is raised |
        | Tianjin  | 9999.99   | no       | no finding PM1.TIANJIN is raised     |

    Scenario: the year of before cannot be assessed
      Given data_year is 2023
      When evaluated as of 2026-11-20
      Then the rules leave the quantity threshold undetermined
      And the possible grades are listed in the market, not listed in the market

    Scenario: who is covered nationally is not told of the proposal
      Given local market is Tianjin
      And emissions of the year is 30000 tCO2e
      And covered nationally is yes
      And the same emissions counted here is no
      When evaluated as of 2026-11-20
      Then no finding PM1.TIANJIN is raised
      And the grade is in the national market

  Rule: Surrender and fines
    Background:
      Given these conditions
        | condition | label                | holds when                                                 | basis          |
        | bound     | bound by this market | on the list of the market is yes; covered nationally is no | national, duty |
      And the quantity tonnes not accepted yet (open), in tCO2e, on basis duty, proof
        | is                                                                         | when                               |
        | 0 tCO2e                                                                    | bound by this market does not hold |
        | max(tonnes to be surrendered - tonnes that the registry accepted, 0 tCO2e) | otherwise                          |
      And the quantity tonnes still due until the deadline (still_due), in tCO2e, on basis duty, proof
        | is                      | when                                             |
        | tonnes not accepted yet | deadline of the surrender is from the as-of date |
        | 0 tCO2e                 | otherwise                                        |
      And the quantity tonnes missing (missing), in tCO2e, on basis duty, proof
        | is                      | when                                             |
        | 0 tCO2e                 | deadline of the surrender is from the as-of date |
        | tonnes not accepted yet | otherwise                                        |
      And the quantity least multiple of a fine (least_multiple), by local market, deadline of the surrender
        | local market | deadline of the surrender | is           | basis        |
        | Beijing      | before 2024-05-01         | undetermined | beijing      |
        | Beijing      | from 2024-05-01           | 3            | beijing      |
        | Shenzhen     | any                       | 3            | shenzhen     |
        | otherwise    | otherwise                 | undetermined | fines-others |
      And the quantity greatest multiple of a fine (greatest_multiple), by local market, deadline of the surrender
        | local market | deadline of the surrender | is           | basis        |
        | Beijing      | before 2024-05-01         | undetermined | beijing      |
        | Beijing      | from 2024-05-01           | 5            | beijing      |
        | Shenzhen     | any                       | 3            | shenzhen     |
        | otherwise    | otherwise                 | undetermined | fines-others |
      And the quantity least fine (least_fine), in CNY, on basis duty
        | is                                                                             | when                      |
        | 0 CNY                                                                          | tonnes missing is 0 tCO2e |
        | tonnes missing * price that the rule on fines names * least multiple of a fine | otherwise                 |
      And the quantity greatest fine (greatest_fine), in CNY, on basis duty
        | is                                                                                | when                      |
        | 0 CNY                                                                             | tonnes missing is 0 tCO2e |
        | tonnes missing * price that the rule on fines names * greatest multiple of a fine | otherwise                 |
      And the quantity mean price of 2025 (mean_price), in CNY/tCO2e, by local market, on basis prices
        | local market | is           |
        | Beijing      | 106.27       |
        | Shanghai     | 65.89        |
        | otherwise    | undetermined |
      And the quantity worth of what is missing (worth), in CNY, on basis prices
        | is                                  | when                      |
        | 0 CNY                               | tonnes missing is 0 tCO2e |
        | tonnes missing * mean price of 2025 | otherwise                 |
      And these conditions
        | condition | label       | holds when                                                                                                    | basis       |
        | late      | report late | bound by this market holds; the as-of date is after report due on; report handed in on is after report due on | duty, proof |
        | late      |             | bound by this market holds; the as-of date is after report due on; report handed in is no                     | duty, proof |
      And the quantity greatest fine for a late report (late_fine), in CNY
        | is                                                                            | when                                                      | basis        |
        | 0 CNY                                                                         | report late does not hold                                 | duty         |
        | 50000 CNY                                                                     | local market is Beijing; report due on is from 2024-05-01 | beijing      |
        | undetermined, because the fine of this market for a late report was not found | otherwise                                                 | fines-others |
      And these gates
        | id  | gate                                                      | requires                                                                    | applies when                                                                                             | basis          |
        | PM3 | All that was due was accepted                             | tonnes missing is 0 tCO2e                                                   | bound by this market holds; deadline of the surrender is before the as-of date                           | duty, proof    |
        | PM5 | SHCERCIR1 units in Shanghai alone, from 13 September 2024 | local market is Shanghai; SHCERCIR1 units surrendered on is from 2024-09-13 | SHCERCIR1 units surrendered is more than 0 tCO2e; SHCERCIR1 units surrendered on is until the as-of date | shanghai-units |
      And these findings
        | code     | finding                                    | when              | severity | basis       |
        | PM4.LATE | Report handed in after its day, or not yet | report late holds | minor    | duty, proof |
      And these results
        | result             | label                                              | is                                  | rounded to | basis  |
        | tonnes_due         | Still to be surrendered until the deadline         | tonnes still due until the deadline | 2 decimals | duty   |
        | tonnes_missing     | Tonnes missing                                     | tonnes missing                      | 2 decimals | duty   |
        | fine_least         | Least fine                                         | least fine                          | 2 decimals | duty   |
        | fine_greatest      | Greatest fine                                      | greatest fine                       | 2 decimals | duty   |
        | late_fine_greatest | Greatest fine for a late report                    | greatest fine for a late report     | 0 decimals | duty   |
        | worth_missing      | Worth of what is missing at the mean price of 2025 | worth of what is missing            | 2 decimals | prices |

    Scenario Outline: three to five times the price
      Given market is <market>
      And deadline is <deadline>
      And accepted is <accepted> tCO2e
      And price that the rule on fines names is 106.27 CNY/tCO2e
      When evaluated as of 2026-11-20
      Then the quantity missing is <missing> tCO2e
      And the quantity least_fine is <least> CNY
      And the quantity greatest_fine is <greatest> CNY
      And gate PM3 is <outcome>

      Examples:
        | market   | deadline   | accepted | missing | least  | greatest | outcome        |
        | Beijing  | 2026-10-31 | 12000    | 1000    | 318810 | 531350   | not met        |
        | Beijing  | 2024-05-01 | 12999    | 1       | 318.81 | 531.35   | not met        |
        | Shenzhen | 2026-11-19 | 12000    | 1000    | 318810 | 318810   | not met        |
        | Shenzhen | 2026-11-20 | 12000    | 0       | 0      | 0        | not applicable |
        | Hubei    | 2026-10-31 | 13000    | 0       | 0      | 0        | met            |
        | Hubei    | 2026-10-31 | 13001    | 0       | 0      | 0        | met            |

    Scenario Outline: until the deadline tonnes are still due, and none is missing or fined
      Given local market is Beijing
      And tonnes that the registry accepted is 0 tCO2e
      And price that the rule on fines names is 106.27 CNY/tCO2e
      When evaluated as of <today>
      Then the result Still to be surrendered until the deadline is <open> tCO2e
      And the result Tonnes missing is <missing> tCO2e
      And the result Least fine is <least> CNY
      And the result Greatest fine is <greatest> CNY
      And the result Worth of what is missing at the mean price of 2025 is <worth> CNY
      And gate PM3 is <outcome>

      Examples:
        | today      | open  | missing | least   | greatest | worth   | outcome        |
        | 2026-01-15 | 13000 | 0       | 0       | 0        | 0       | not applicable |
        | 2026-10-31 | 13000 | 0       | 0       | 0        | 0       | not applicable |
        | 2026-11-01 | 0     | 13000   | 4144530 | 6907550  | 1381510 | not met        |

    Scenario Outline: who is not on the list, or is covered nationally, owes neither surrender nor report
      Given local market is Beijing
      And on the list of the market is <listed>
      And covered nationally is <national>
      And the same emissions counted here is no
      And tonnes that the registry accepted is 0 tCO2e
      And report handed in is no
      When evaluated as of <today>
      Then the result Still to be surrendered until the deadline is <open> tCO2e
      And the result Tonnes missing is <missing> tCO2e
      And the result Greatest fine for a late report is <fine> CNY
      And gate PM3 is <outcome>
      And <late>

      Examples:
        | listed | national | today      | open  | missing | fine  | outcome        | late                                     |
        | yes    | no       | 2026-10-31 | 13000 | 0       | 50000 | not applicable | a minor nonconformity PM4.LATE is raised |
        | yes    | no       | 2026-11-20 | 0     | 13000   | 50000 | not met        | a minor nonconformity PM4.LATE is raised |
        | no     | no       | 2026-10-31 | 0     | 0       | 0     | not applicable | no finding PM4.LATE is raised            |
        | no     | no       | 2026-11-20 | 0     | 0       | 0     | not applicable | no finding PM4.LATE is raised            |
        | yes    | yes      | 2026-10-31 | 0     | 0       | 0     | not applicable | no finding PM4.LATE is raised            |
        | yes    | yes      | 2026-11-20 | 0     | 0       | 0     | not applicable | no finding PM4.LATE is raised            |

    Scenario: without the paper that names it the deadline is not known, and nothing is surely missing
      Given evidence for deadline of the surrender is missing
      And tonnes that the registry accepted is 0 tCO2e
      When evaluated as of 2026-11-20
      Then the quantity tonnes missing is undetermined because of deadline of the surrender
      And gate PM3 is undetermined

    Scenario: what the registry accepted is shown by an extract
      Given evidence for tonnes that the registry accepted is missing
      When evaluated as of 2026-11-20
      Then the quantity tonnes missing is undetermined because of tonnes that the registry accepted

    Scenario Outline: the fine of a market whose rule was not found
      Given market is <market>
      And deadline is <deadline>
      And tonnes that the registry accepted is 12999.99 tCO2e
      When evaluated as of 2026-11-20
      Then the rules leave the quantity least_multiple undetermined
      And the rules leave the quantity greatest_multiple undetermined
      And gate PM3 is not met

      Examples:
        | market  | deadline   |
        | Beijing | 2024-04-30 |
        | Hubei   | 2024-04-30 |
        | Tianjin | 2026-10-31 |

    Scenario Outline: what is missing at the mean price of 2025
      Given market is <market>
      And tonnes that the registry accepted is 12000 tCO2e
      When evaluated as of 2026-11-20
      Then the quantity worth is <worth> CNY

      Examples:
        | market   | worth  |
        | Beijing  | 106270 |
        | Shanghai | 65890  |

    Scenario: where nothing is missing there is nothing to pay
      When evaluated as of 2026-11-20
      Then the quantity worth is 0 CNY
      And for purchase P3 the rules leave the quantity zero undetermined

    Scenario: of the other markets no mean price was found
      Given tonnes that the registry accepted is 12000 tCO2e
      When evaluated as of 2026-11-20
      Then the rules leave the quantity mean_price undetermined

    Scenario Outline: a report a day late
      Given local market is Beijing
      And on_list is <listed>
      And report_due is <due>
      And reported is <reported>
      And reported_on is <day>
      When evaluated as of <today>
      Then <late>
      And the quantity late_fine is <fine> CNY

      Examples:
        | listed | due        | reported | day        | today      | late                                     | fine  |
        | yes    | 2026-02-28 | yes      | 2026-02-28 | 2026-11-20 | no finding PM4.LATE is raised            | 0     |
        | yes    | 2026-02-28 | yes      | 2026-03-01 | 2026-11-20 | a minor nonconformity PM4.LATE is raised | 50000 |
        | yes    | 2026-02-28 | no       | 2026-02-28 | 2026-02-28 | no finding PM4.LATE is raised            | 0     |
        | yes    | 2026-02-28 | no       | 2026-02-28 | 2026-03-01 | a minor nonconformity PM4.LATE is raised | 50000 |
        | yes    | 2026-02-28 | no       | 2026-03-01 | 2026-02-28 | no finding PM4.LATE is raised            | 0     |
        | yes    | 2026-02-28 | no       | 2026-03-01 | 2026-03-01 | a minor nonconformity PM4.LATE is raised | 50000 |
        | yes    | 2026-02-28 | yes      | 2026-03-01 | 2026-02-28 | no finding PM4.LATE is raised            | 0     |
        | no     | 2026-02-28 | yes      | 2026-03-01 | 2026-11-20 | no finding PM4.LATE is raised            | 0     |
        | yes    | 2024-05-01 | yes      | 2024-05-02 | 2026-11-20 | a minor nonconformity PM4.LATE is raised | 50000 |

    Scenario Outline: the fine for a late report that was not found
      Given market is <market>
      And report_due is <due>
      When evaluated as of 2026-11-20
      Then the rules leave the quantity late_fine undetermined

      Examples:
        | market  | due        |
        | Hubei   | 2026-02-19 |
        | Beijing | 2024-04-30 |

    Scenario Outline: units of Shanghai
      Given market is <market>
      And city_units is <units> tCO2e
      And city_units_on is <day>
      When evaluated as of 2026-11-20
      Then gate PM5 is <outcome>

      Examples:
        | market   | units | day        | outcome        |
        | Shanghai | 0.01  | 2024-09-13 | met            |
        | Shanghai | 100   | 2024-09-12 | not met        |
        | Beijing  | 100   | 2025-09-13 | not met        |
        | Beijing  | 0     | 2025-09-13 | not applicable |
        | Beijing  | 100   | 2026-11-20 | not met        |
        | Beijing  | 100   | 2026-11-21 | not applicable |

  Rule: Green power that counts as zero
    Background:
      Given for each purchase the quantity power that counts as zero (zero), in MWh
        | is                                                                     | when                                                                                                                                                              | basis                   |
        | electricity bought                                                     | local market is Tianjin; way of the purchase is one of green power of the grid, through the market, between provinces and settled through the exchange of Beijing | green-power, green-ways |
        | electricity bought                                                     | local market is Beijing; way of the purchase is one of through the market, between provinces and settled through the exchange of Beijing                          | green-power, green-ways |
        | electricity bought                                                     | local market is Shanghai; way of the purchase is between provinces and settled through the exchange of Beijing                                                    | green-power             |
        | 0 MWh                                                                  | local market is one of Tianjin, Beijing, Shanghai                                                                                                                 | green-ways              |
        | undetermined, because how this market counts green power was not found | otherwise                                                                                                                                                         | green-others            |
      And the quantity green power at zero (green_zero), in MWh, the sum of power that counts as zero over purchases of green power, on basis green-power
      And the quantity emissions not counted (not_counted), in tCO2e, on basis green-power
        | is                                                  |
        | green power at zero * factor of electricity entered |
      And these results
        | result             | label                                               | is                    | rounded to | basis       |
        | green_at_zero      | Green power that counts as zero                     | green power at zero   | 2 decimals | green-power |
        | tonnes_not_counted | Emissions that it takes away, by the factor entered | emissions not counted | 2 decimals | green-power |

    Scenario Outline: what each market takes
      Given market is <market>
      When evaluated as of 2026-11-20
      Then the quantity green_zero is <power> MWh
      And the quantity not_counted is <tonnes> tCO2e

      Examples:
        | market   | power | tonnes |
        | Tianjin  | 1500  | 750    |
        | Beijing  | 500   | 250    |
        | Shanghai | 100   | 50     |

    Scenario: another market's way of counting was not found
      When evaluated as of 2026-11-20
      Then for purchase P1 the rules leave the quantity zero undetermined
