# language: en
Feature: Entry, surrender, fines and green power

  Background:
    Given the scorecard cn-pilot-market
    And these facts
      | fact          | label                                         | type             | unit      | one of                                                                    | at least | evidence          | may not apply |
      | market        | local market                                  | choice           |           | shenzhen, shanghai, beijing, guangdong, tianjin, hubei, chongqing, fujian |          |                   |               |
      | data_year     | emission year                                 | choice           |           | 2023, 2024, 2025, 2026                                                    |          |                   |               |
      | emissions     | emissions in the year                         | number           | tCO2e     |                                                                           | 0        |                   |               |
      | national      | covered by the national market                | flag             |           |                                                                           |          |                   |               |
      | counted_here  | the same emissions are counted in this market | flag             |           |                                                                           |          |                   |               |
      | on_list       | listed by this market                         | flag             |           |                                                                           |          |                   |               |
      | due           | tonnes to be surrendered                      | number           | tCO2e     |                                                                           | 0        |                   |               |
      | accepted      | tonnes confirmed by the registry              | number           | tCO2e     |                                                                           | 0        | surrender-extract |               |
      | deadline      | surrender deadline                            | date             |           |                                                                           |          | city-rules        |               |
      | price         | price used for the fine                       | number           | CNY/tCO2e |                                                                           | 0        | city-rules        |               |
      | report_due    | reporting deadline                            | date             |           |                                                                           |          | city-rules        |               |
      | reported      | report submitted                              | flag             |           |                                                                           |          |                   |               |
      | reported_on   | date of submitting the report                 | date             |           |                                                                           |          |                   |               |
      | city_units    | SHCERCIR1 units surrendered                   | number           | tCO2e     |                                                                           | 0        | surrender-extract |               |
      | city_units_on | date of using SHCERCIR1 units                 | date             |           |                                                                           |          | surrender-extract | yes           |
      | grid_factor   | electricity emission factor as entered        | number           | tCO2e/MWh |                                                                           | 0        |                   |               |
      | purchases     | purchases of green power                      | list of purchase |           |                                                                           |          |                   |               |
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
      | field    | label              | type   | unit | one of                                                   | at least |
      | contract | contract number    | text   |      |                                                          |          |
      | amount   | electricity bought | number | MWh  |                                                          | 0        |
      | way      | type of purchase   | choice |      | grid, market, between_provinces, certificates, other_way |          |
    And no two purchases of green power share a contract number
    And the choices of type of purchase
      | value             | words                                                      |
      | grid              | grid green power                                           |
      | market            | market purchase                                            |
      | between_provinces | interprovincial trade settled through the Beijing exchange |
      | certificates      | certificates only                                          |
      | other_way         | other purchase                                             |
    And this reference case
      | fact                                          | value          |
      | local market                                  | Hubei          |
      | emission year                                 | 2025           |
      | emissions in the year                         | 13000 tCO2e    |
      | covered by the national market                | no             |
      | the same emissions are counted in this market | yes            |
      | listed by this market                         | yes            |
      | tonnes to be surrendered                      | 13000 tCO2e    |
      | tonnes confirmed by the registry              | 13000 tCO2e    |
      | surrender deadline                            | 2026-10-31     |
      | price used for the fine                       | 40 CNY/tCO2e   |
      | reporting deadline                            | 2026-02-28     |
      | report submitted                              | yes            |
      | date of submitting the report                 | 2026-02-20     |
      | SHCERCIR1 units surrendered                   | 0 tCO2e        |
      | date of using SHCERCIR1 units                 | not applicable |
      | electricity emission factor as entered        | 0.5 tCO2e/MWh  |
    And in the reference case purchases of green power are
      | contract number | electricity bought | type of purchase                                           |
      | P1              | 1000 MWh           | grid green power                                           |
      | P2              | 400 MWh            | market purchase                                            |
      | P3              | 100 MWh            | interprovincial trade settled through the Beijing exchange |
      | P4              | 50 MWh             | certificates only                                          |

  Rule: Entry into the market
    Background:
      Given the quantity entry threshold (threshold), in tCO2e
        | is                                                                           | when                      | basis                  |
        | undetermined, because the year from which the thresholds apply was not found | emission year is 2023     | start                  |
        | 13000 tCO2e                                                                  | local market is Hubei     | entry-hubei, start     |
        | 13000 tCO2e                                                                  | local market is Chongqing | entry-chongqing, start |
        | undetermined, because a threshold of 10,000 tonnes was only proposed         | local market is Tianjin   | entry-tianjin          |
        | undetermined, because the entry threshold of this market was not found       | otherwise                 | entry-others           |
      And the quantity tonnes above the threshold (above), in tCO2e, on basis start
        | is                                      |
        | emissions in the year - entry threshold |
      And these conditions
        | condition | label                 | holds when                                        | basis |
        | reaches   | reaches the threshold | emissions in the year is at least entry threshold | start |
      And these gates
        | id  | gate                                                        | requires                                            | applies when                          | basis    |
        | PM2 | Emissions covered nationally are not counted in this market | the same emissions are counted in this market is no | covered by the national market is yes | national |
      And these findings
        | code        | finding                                                                        | when                                                                                                         | severity    | basis         |
        | PM1.MISSING | At or above the threshold, but not listed                                      | covered by the national market is no; reaches the threshold holds; listed by this market is no               | minor       | start         |
        | PM1.TIANJIN | The threshold proposed for Tianjin would apply, but a proposal is not in force | local market is Tianjin; covered by the national market is no; emissions in the year is at least 10000 tCO2e | observation | entry-tianjin |
      And these results
        | result              | label                         | is                         | rounded to | basis |
        | threshold_of_market | Entry threshold of the market | entry threshold            | 0 decimals | start |
        | tonnes_above        | Tonnes above the threshold    | tonnes above the threshold | 2 decimals | start |

    Scenario Outline: 13,000 tonnes and a hundredth of a tonne less
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
        | market    | year | emissions | national | counted | listed | grade                     | outcome        | missing                                     |
        | Hubei     | 2025 | 13000     | no       | yes     | yes    | within the local market   | not applicable | no finding PM1.MISSING is raised            |
        | Hubei     | 2024 | 12999.99  | no       | yes     | no     | below the entry threshold | not applicable | no finding PM1.MISSING is raised            |
        | Chongqing | 2025 | 13000     | no       | yes     | no     | within the local market   | not applicable | a minor nonconformity PM1.MISSING is raised |
        | Chongqing | 2026 | 12999.99  | no       | yes     | yes    | below the entry threshold | not applicable | no finding PM1.MISSING is raised            |
        | Hubei     | 2025 | 30000     | yes      | no      | no     | in the national market    | met            | no finding PM1.MISSING is raised            |
        | Hubei     | 2025 | 30000     | yes      | yes     | no     | none                      | not met        | no finding PM1.MISSING is raised            |

    Scenario Outline: Thresholds that were not found are undetermined
      Given market is <market>
      And emissions is <emissions> tCO2e
      And national is <national>
      When evaluated as of 2026-11-20
      Then the rules leave the quantity threshold undetermined
      And the possible grades are within the local market, below the entry threshold
      And <proposed>

      Examples:
        | market   | emissions | national | proposed                             |
        | Shenzhen | 13000     | no       | no finding PM1.TIANJIN is raised     |
        | Tianjin  | 10000     | no       | an observation PM1.TIANJIN is raised |
        | Tianjin  | 9999.99   | no       | no finding PM1.TIANJIN is raised     |

    Scenario: An earlier year cannot be assessed
      Given data_year is 2023
      When evaluated as of 2026-11-20
      Then the rules leave the quantity threshold undetermined
      And the possible grades are within the local market, below the entry threshold

    Scenario: An entity covered nationally does not raise the finding on the proposal
      Given local market is Tianjin
      And emissions in the year is 30000 tCO2e
      And covered by the national market is yes
      And the same emissions are counted in this market is no
      When evaluated as of 2026-11-20
      Then no finding PM1.TIANJIN is raised
      And the grade is in the national market

  Rule: Surrender and fines
    Background:
      Given these conditions
        | condition | label                  | holds when                                                         | basis          |
        | bound     | obliged in this market | listed by this market is yes; covered by the national market is no | national, duty |
      And the quantity tonnes not yet confirmed (open), in tCO2e, on basis duty, proof
        | is                                                                        | when                                 |
        | 0 tCO2e                                                                   | obliged in this market does not hold |
        | max(tonnes to be surrendered - tonnes confirmed by the registry, 0 tCO2e) | otherwise                            |
      And the quantity tonnes still to be surrendered by the deadline (still_due), in tCO2e, on basis duty, proof
        | is                       | when                                      |
        | tonnes not yet confirmed | surrender deadline is from the as-of date |
        | 0 tCO2e                  | otherwise                                 |
      And the quantity tonnes missing after the deadline (missing), in tCO2e, on basis duty, proof
        | is                       | when                                      |
        | 0 tCO2e                  | surrender deadline is from the as-of date |
        | tonnes not yet confirmed | otherwise                                 |
      And the quantity minimum multiple for the fine (least_multiple), by local market, surrender deadline
        | local market | surrender deadline | is           | basis        |
        | Beijing      | before 2024-05-01  | undetermined | beijing      |
        | Beijing      | from 2024-05-01    | 3            | beijing      |
        | Shenzhen     | any                | 3            | shenzhen     |
        | otherwise    | otherwise          | undetermined | fines-others |
      And the quantity maximum multiple for the fine (greatest_multiple), by local market, surrender deadline
        | local market | surrender deadline | is           | basis        |
        | Beijing      | before 2024-05-01  | undetermined | beijing      |
        | Beijing      | from 2024-05-01    | 5            | beijing      |
        | Shenzhen     | any                | 3            | shenzhen     |
        | otherwise    | otherwise          | undetermined | fines-others |
      And the quantity minimum fine (least_fine), in CNY, on basis duty
        | is                                                                                          | when                                         |
        | 0 CNY                                                                                       | tonnes missing after the deadline is 0 tCO2e |
        | tonnes missing after the deadline * price used for the fine * minimum multiple for the fine | otherwise                                    |
      And the quantity maximum fine (greatest_fine), in CNY, on basis duty
        | is                                                                                          | when                                         |
        | 0 CNY                                                                                       | tonnes missing after the deadline is 0 tCO2e |
        | tonnes missing after the deadline * price used for the fine * maximum multiple for the fine | otherwise                                    |
      And the quantity average price of 2025 (mean_price), in CNY/tCO2e, by local market, on basis prices
        | local market | is           |
        | Beijing      | 106.27       |
        | Shanghai     | 65.89        |
        | otherwise    | undetermined |
      And the quantity value of the missing tonnes (worth), in CNY, on basis prices
        | is                                                        | when                                         |
        | 0 CNY                                                     | tonnes missing after the deadline is 0 tCO2e |
        | tonnes missing after the deadline * average price of 2025 | otherwise                                    |
      And these conditions
        | condition | label          | holds when                                                                                                                          | basis       |
        | late      | report is late | obliged in this market holds; the as-of date is after reporting deadline; date of submitting the report is after reporting deadline | duty, proof |
        | late      |                | obliged in this market holds; the as-of date is after reporting deadline; report submitted is no                                    | duty, proof |
      And the quantity maximum fine for a late report (late_fine), in CNY
        | is                                                                            | when                                                           | basis        |
        | 0 CNY                                                                         | report is late does not hold                                   | duty         |
        | 50000 CNY                                                                     | local market is Beijing; reporting deadline is from 2024-05-01 | beijing      |
        | undetermined, because the fine of this market for a late report was not found | otherwise                                                      | fines-others |
      And these gates
        | id  | gate                                                              | requires                                                                   | applies when                                                                                            | basis          |
        | PM3 | The full amount due is confirmed                                  | tonnes missing after the deadline is 0 tCO2e                               | obliged in this market holds; surrender deadline is before the as-of date                               | duty, proof    |
        | PM5 | SHCERCIR1 units are used only in Shanghai, from 13 September 2024 | local market is Shanghai; date of using SHCERCIR1 units is from 2024-09-13 | SHCERCIR1 units surrendered is more than 0 tCO2e; date of using SHCERCIR1 units is until the as-of date | shanghai-units |
      And these findings
        | code     | finding                                                             | when                 | severity | basis       |
        | PM4.LATE | The report was submitted after its deadline or is not submitted yet | report is late holds | minor    | duty, proof |
      And these results
        | result             | label                                                    | is                                             | rounded to | basis  |
        | tonnes_due         | Still to be surrendered by the deadline                  | tonnes still to be surrendered by the deadline | 2 decimals | duty   |
        | tonnes_missing     | Tonnes missing after the deadline                        | tonnes missing after the deadline              | 2 decimals | duty   |
        | fine_least         | Minimum fine                                             | minimum fine                                   | 2 decimals | duty   |
        | fine_greatest      | Maximum fine                                             | maximum fine                                   | 2 decimals | duty   |
        | late_fine_greatest | Maximum fine for a late report                           | maximum fine for a late report                 | 0 decimals | duty   |
        | worth_missing      | Value of the missing tonnes at the average price of 2025 | value of the missing tonnes                    | 2 decimals | prices |

    Scenario Outline: A fine of three to five times the price
      Given market is <market>
      And deadline is <deadline>
      And accepted is <accepted> tCO2e
      And price used for the fine is 106.27 CNY/tCO2e
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

    Scenario Outline: Before the deadline tonnes are still due, and none are missing or fined
      Given local market is Beijing
      And tonnes confirmed by the registry is 0 tCO2e
      And price used for the fine is 106.27 CNY/tCO2e
      When evaluated as of <today>
      Then the result Still to be surrendered by the deadline is <open> tCO2e
      And the result Tonnes missing after the deadline is <missing> tCO2e
      And the result Minimum fine is <least> CNY
      And the result Maximum fine is <greatest> CNY
      And the result Value of the missing tonnes at the average price of 2025 is <worth> CNY
      And gate PM3 is <outcome>

      Examples:
        | today      | open  | missing | least   | greatest | worth   | outcome        |
        | 2026-01-15 | 13000 | 0       | 0       | 0        | 0       | not applicable |
        | 2026-10-31 | 13000 | 0       | 0       | 0        | 0       | not applicable |
        | 2026-11-01 | 0     | 13000   | 4144530 | 6907550  | 1381510 | not met        |

    Scenario Outline: An entity that is not listed, or is covered nationally, has no obligation to surrender or report
      Given local market is Beijing
      And listed by this market is <listed>
      And covered by the national market is <national>
      And the same emissions are counted in this market is no
      And tonnes confirmed by the registry is 0 tCO2e
      And report submitted is no
      When evaluated as of <today>
      Then the result Still to be surrendered by the deadline is <open> tCO2e
      And the result Tonnes missing after the deadline is <missing> tCO2e
      And the result Maximum fine for a late report is <fine> CNY
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

    Scenario: Without a document that states the deadline, neither deadline nor shortfall is determined
      Given evidence for surrender deadline is missing
      And tonnes confirmed by the registry is 0 tCO2e
      When evaluated as of 2026-11-20
      Then the quantity tonnes missing after the deadline is undetermined because of surrender deadline
      And gate PM3 is undetermined

    Scenario: The amount confirmed by the registry is proven by an extract
      Given evidence for tonnes confirmed by the registry is missing
      When evaluated as of 2026-11-20
      Then the quantity tonnes missing after the deadline is undetermined because of tonnes confirmed by the registry

    Scenario Outline: The fine of a market whose rule was not found
      Given market is <market>
      And deadline is <deadline>
      And tonnes confirmed by the registry is 12999.99 tCO2e
      When evaluated as of 2026-11-20
      Then the rules leave the quantity least_multiple undetermined
      And the rules leave the quantity greatest_multiple undetermined
      And gate PM3 is not met

      Examples:
        | market  | deadline   |
        | Beijing | 2024-04-30 |
        | Hubei   | 2024-04-30 |
        | Tianjin | 2026-10-31 |

    Scenario Outline: The value of the shortfall at the average price of 2025
      Given market is <market>
      And tonnes confirmed by the registry is 12000 tCO2e
      When evaluated as of 2026-11-20
      Then the quantity worth is <worth> CNY

      Examples:
        | market   | worth  |
        | Beijing  | 106270 |
        | Shanghai | 65890  |

    Scenario: Without a shortfall there is nothing to pay
      When evaluated as of 2026-11-20
      Then the quantity worth is 0 CNY
      And for purchase P3 the rules leave the quantity zero undetermined

    Scenario: No average price was found for the other markets
      Given tonnes confirmed by the registry is 12000 tCO2e
      When evaluated as of 2026-11-20
      Then the rules leave the quantity mean_price undetermined

    Scenario Outline: A report one day late
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

    Scenario Outline: A late-report fine that was not found
      Given market is <market>
      And report_due is <due>
      When evaluated as of 2026-11-20
      Then the rules leave the quantity late_fine undetermined

      Examples:
        | market  | due        |
        | Hubei   | 2026-02-19 |
        | Beijing | 2024-04-30 |

    Scenario Outline: Units of the Shanghai market
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

  Rule: Green power counted as zero-emission
    Background:
      Given for each purchase the quantity electricity counted as zero-emission (zero), in MWh
        | is                                                                              | when                                                                                                                                              | basis                   |
        | electricity bought                                                              | local market is Tianjin; type of purchase is one of grid green power, market purchase, interprovincial trade settled through the Beijing exchange | green-power, green-ways |
        | electricity bought                                                              | local market is Beijing; type of purchase is one of market purchase, interprovincial trade settled through the Beijing exchange                   | green-power, green-ways |
        | electricity bought                                                              | local market is Shanghai; type of purchase is interprovincial trade settled through the Beijing exchange                                          | green-power             |
        | 0 MWh                                                                           | local market is one of Tianjin, Beijing, Shanghai                                                                                                 | green-ways              |
        | undetermined, because the treatment of green power in this market was not found | otherwise                                                                                                                                         | green-others            |
      And the quantity green power counted as zero-emission (green_zero), in MWh, the sum of electricity counted as zero-emission over purchases of green power, on basis green-power
      And the quantity emissions excluded through green power (not_counted), in tCO2e, on basis green-power
        | is                                                                            |
        | green power counted as zero-emission * electricity emission factor as entered |
      And these results
        | result             | label                                                         | is                                     | rounded to | basis       |
        | green_at_zero      | Green power counted as zero-emission                          | green power counted as zero-emission   | 2 decimals | green-power |
        | tonnes_not_counted | Emissions excluded through green power, at the factor entered | emissions excluded through green power | 2 decimals | green-power |

    Scenario Outline: Green power accepted by each market
      Given market is <market>
      When evaluated as of 2026-11-20
      Then the quantity green_zero is <power> MWh
      And the quantity not_counted is <tonnes> tCO2e

      Examples:
        | market   | power | tonnes |
        | Tianjin  | 1500  | 750    |
        | Beijing  | 500   | 250    |
        | Shanghai | 100   | 50     |

    Scenario: The treatment in other markets was not found
      When evaluated as of 2026-11-20
      Then for purchase P1 the rules leave the quantity zero undetermined
