# language: en
Feature: Shares, shortfall and dates

  Background:
    Given the scorecard renewable-quota

  Rule: Applicable share
    Background:
      Given the quantity weight in the reference table (table_total), in %, from column total, on basis weights
        | in               | with                                               |
        | table_of_weights | area is area; year is year of last day of the year |
      And the quantity non-hydro weight in the reference table (table_non_hydro), in %, from column non_hydro, on basis weights
        | in               | with                                               |
        | table_of_weights | area is area; year is year of last day of the year |
      And the quantity status of the weights (standing), a word from column status, on basis weights
        | in               | with                                               |
        | table_of_weights | area is area; year is year of last day of the year |
      And the quantity applicable share (share), in %
        | is                                                                                         | when                                                                                                                                | basis     |
        | share entered                                                                              | a share is entered with its source is yes                                                                                           | entered   |
        | undetermined, because shares under Order No. 42 were not found                             | last day of the year is from 2026-01-01                                                                                             | order-42  |
        | undetermined, because no share of this user and year was found                             | last day of the year is before 2025-01-01                                                                                           | shares    |
        | 80 %                                                                                       | type of entity is new data centre of a national hub                                                                                 | shares    |
        | undetermined, because the national weight of the plan is not a share of a province or user | type of entity is one of a province, aluminium smelter, steel works, cement works, polysilicon works; status of the weights is plan | plan      |
        | weight in the reference table                                                              | type of entity is aluminium smelter                                                                                                 | aluminium |
        | weight in the reference table                                                              | type of entity is one of a province, steel works, cement works, polysilicon works                                                   | shares    |
        | undetermined, because no share of this user and year was found                             | otherwise                                                                                                                           | shares    |
      And the quantity applicable non-hydro share (non_hydro_share), in %
        | is                                                                                         | when                                    | basis    |
        | undetermined, because shares under Order No. 42 were not found                             | last day of the year is from 2026-01-01 | order-42 |
        | undetermined, because the national weight of the plan is not a share of a province or user | status of the weights is plan           | plan     |
        | non-hydro weight in the reference table                                                    | otherwise                               | weights  |
      And these findings
        | code       | finding                                                                             | when                                                                                                                                                                   | severity    | basis    |
        | W.EXPECTED | Only an expected weight is known for this year, which is a forecast and not binding | a share is entered with its source is no; status of the weights is expected                                                                                            | observation | expected |
        | W7.BELOW   | Share below the 25.2 % reported for 2025                                            | a share is entered with its source is yes; share entered is less than 25.2 %; type of entity is one of aluminium smelter, steel works, cement works, polysilicon works | observation | shares   |
        | W7.ABOVE   | Share above the 70 % reported for 2025                                              | a share is entered with its source is yes; share entered is more than 70 %; type of entity is one of aluminium smelter, steel works, cement works, polysilicon works   | observation | shares   |

    Scenario Outline: Entered share, share from the table and share not found
      Given who is <who>
      And area is <area>
      And year_end is <end>
      And share_entered is <entered>
      When evaluated as of 2027-02-28
      Then <share>

      Examples:
        | who                 | area      | end        | entered | share                                                                              |
        | aluminium           | chongqing | 2025-12-31 | yes     | the quantity share is 25.2 %                                                       |
        | aluminium           | chongqing | 2025-12-31 | no      | the quantity share is 34.2 %                                                       |
        | polysilicon         | chongqing | 2025-12-31 | no      | the quantity share is 34.2 %                                                       |
        | a_province          | chongqing | 2025-12-31 | no      | the quantity share is 34.2 %                                                       |
        | new_hub_data_centre | qinghai   | 2025-12-31 | no      | the quantity share is 80 %                                                         |
        | new_hub_data_centre | qinghai   | 2024-12-31 | no      | the rules leave the quantity share undetermined                                    |
        | aluminium           | qinghai   | 2025-12-31 | no      | the quantity share is undetermined because of the reference table table_of_weights |
        | aluminium           | guangdong | 2025-12-31 | no      | the quantity share is undetermined because of the reference table table_of_weights |
        | aluminium           | chongqing | 2024-12-31 | no      | the rules leave the quantity share undetermined                                    |
        | other_user          | chongqing | 2025-12-31 | no      | the rules leave the quantity share undetermined                                    |
        | a_province          | national  | 2025-12-31 | no      | the rules leave the quantity share undetermined                                    |
        | aluminium           | national  | 2025-12-31 | no      | the rules leave the quantity share undetermined                                    |
        | other_user          | national  | 2025-12-31 | no      | the rules leave the quantity share undetermined                                    |
        | new_hub_data_centre | qinghai   | 2025-01-01 | no      | the quantity share is 80 %                                                         |
        | aluminium           | chongqing | 2026-12-31 | no      | the rules leave the quantity share undetermined                                    |
        | new_hub_data_centre | chongqing | 2026-01-01 | no      | the rules leave the quantity share undetermined                                    |
        | aluminium           | chongqing | 2026-12-31 | yes     | the quantity share is 25.2 %                                                       |

    Scenario Outline: The national plan does not bind a province
      Given who is a_province
      And area is <area>
      When evaluated as of 2027-02-28
      Then <share>

      Examples:
        | area     | share                                                     |
        | national | the rules leave the quantity non_hydro_share undetermined |
        | qinghai  | the quantity non_hydro_share is 30 %                      |

    Scenario Outline: Expected values are forecasts
      Given area is <area>
      And year_end is <end>
      And share_entered is <entered>
      When evaluated as of 2027-02-28
      Then <expected>

      Examples:
        | area      | end        | entered | expected                            |
        | chongqing | 2025-12-31 | no      | no finding W.EXPECTED is raised     |
        | chongqing | 2026-12-31 | no      | an observation W.EXPECTED is raised |
        | chongqing | 2026-12-31 | yes     | no finding W.EXPECTED is raised     |

    Scenario Outline: A share outside the reported range
      Given who is <who>
      And share_entered is <entered>
      And share_value is <share> %
      When evaluated as of 2027-02-28
      Then <low>
      And <high>

      Examples:
        | who        | entered | share | low                               | high                              |
        | aluminium  | yes     | 25.2  | no finding W7.BELOW is raised     | no finding W7.ABOVE is raised     |
        | aluminium  | yes     | 25.19 | an observation W7.BELOW is raised | no finding W7.ABOVE is raised     |
        | aluminium  | no      | 25.19 | no finding W7.BELOW is raised     | no finding W7.ABOVE is raised     |
        | other_user | yes     | 25.19 | no finding W7.BELOW is raised     | no finding W7.ABOVE is raised     |
        | aluminium  | yes     | 70    | no finding W7.BELOW is raised     | no finding W7.ABOVE is raised     |
        | aluminium  | yes     | 70.01 | no finding W7.BELOW is raised     | an observation W7.ABOVE is raised |
        | aluminium  | no      | 70.01 | no finding W7.BELOW is raised     | no finding W7.ABOVE is raised     |
        | other_user | yes     | 70.01 | no finding W7.BELOW is raised     | no finding W7.ABOVE is raised     |

  Rule: Compliance with the share
    Background:
      Given the quantity electricity used in the year (use_year), in MWh
        | is                                           | when                                         | basis          |
        | electricity used                             | the as-of date is after last day of the year | weights, proof |
        | undetermined, because the year has not ended | otherwise                                    | year-over      |
      And the quantity renewable electricity counted (green), in MWh
        | is                                                                                              | when                                         | basis                  |
        | renewable electricity by physical supply + certificates cancelled for the year / 1 item * 1 MWh | the as-of date is after last day of the year | order, physical, proof |
        | undetermined, because the year has not ended                                                    | otherwise                                    | year-over              |
      And the quantity non-hydro renewable electricity counted (green_non_hydro), in MWh, on basis order
        | is                                                                                                                              |
        | renewable electricity counted - hydropower within the physical supply - cancelled certificates from hydropower / 1 item * 1 MWh |
      And the quantity shortfall carried over from the previous year (moved), in MWh, on basis carried
        | is                                  | when                                                                                                             |
        | 2024 shortfall carried over to 2025 | type of entity is a province; last day of the year is from 2025-01-01; last day of the year is before 2026-01-01 |
        | 0 MWh                               | otherwise                                                                                                        |
      And the quantity renewable electricity required (needed), in MWh, on basis weights
        | is                                                                                              |
        | electricity used in the year * applicable share + shortfall carried over from the previous year |
      And the quantity non-hydro electricity required (needed_non_hydro), in MWh, on basis weights
        | is                                                        |
        | electricity used in the year * applicable non-hydro share |
      And the quantity certificates missing (missing), in items, on basis whole
        | is                                                                                                      |
        | max(round((renewable electricity required - renewable electricity counted) / 1 MWh, 1, up), 0) * 1 item |
      And the quantity non-hydro electricity missing (missing_non_hydro), in MWh, on basis weights
        | is                                                                                   |
        | max(non-hydro electricity required - non-hydro renewable electricity counted, 0 MWh) |
      And the quantity assessed (assessed)
        | is                                                                      | when                                                                                                                                                                   | basis      |
        | 1                                                                       | type of entity is aluminium smelter; last day of the year is from 2025-01-01; last day of the year is before 2026-01-01                                                | industries |
        | 1                                                                       | a share is entered with its source is yes; last day of the year is from 2026-08-01                                                                                     | entered    |
        | 0                                                                       | type of entity is one of aluminium smelter, steel works, cement works, polysilicon works, new data centre of a national hub; last day of the year is before 2026-01-01 | industries |
        | 0                                                                       | type of entity is one of a province, another user; last day of the year is before 2026-01-01                                                                           | industries |
        | undetermined, because the entities bound by Order No. 42 were not found | otherwise                                                                                                                                                              | order-42   |
      And these gates
        | id   | gate                                                                                                         | requires                                                                                                                                                                                                                                               | applies when                                        | basis      |
        | W1-T | The province reaches its total weight                                                                        | certificates missing is 0 items                                                                                                                                                                                                                        | type of entity is a province                        | weights    |
        | W1-N | The province reaches its weight without hydropower                                                           | non-hydro electricity missing is 0 MWh                                                                                                                                                                                                                 | type of entity is a province                        | weights    |
        | W5   | The assessed user reaches its required share                                                                 | certificates missing is 0 items                                                                                                                                                                                                                        | type of entity is not a province; assessed is not 0 | industries |
        | W0   | Hydropower does not exceed renewable electricity, and renewable electricity does not exceed electricity used | hydropower within the physical supply is at most renewable electricity by physical supply; renewable electricity by physical supply is at most electricity used; cancelled certificates from hydropower is at most certificates cancelled for the year |                                                     | order      |
      And these findings
        | code     | finding                                          | when                                                                                       | severity    | basis      |
        | W6.SHORT | Shortfall against a share that is only monitored | type of entity is not a province; assessed is 0; certificates missing is more than 0 items | observation | industries |
      And these results
        | result               | label                                      | is                             | rounded to | basis   |
        | mwh_needed           | Renewable electricity required in the year | renewable electricity required | 0 decimals | weights |
        | mwh_counted          | Renewable electricity counted in the year  | renewable electricity counted  | 0 decimals | order   |
        | certificates_missing | Certificates still missing                 | certificates missing           | 0 decimals | whole   |

    Scenario Outline: A share that is met exactly passes
      Given who is <who>
      And year_end is <end>
      And cancelled is <pieces> items
      When evaluated as of 2027-02-28
      Then the quantity missing is <missing> items
      And gate W5 is <outcome>
      And <short>

      Examples:
        | who                 | end        | pieces | missing | outcome        | short                             |
        | aluminium           | 2025-12-31 | 701000 | 0       | met            | no finding W6.SHORT is raised     |
        | aluminium           | 2025-12-31 | 700999 | 1       | not met        | no finding W6.SHORT is raised     |
        | aluminium           | 2025-12-31 | 701001 | 0       | met            | no finding W6.SHORT is raised     |
        | aluminium           | 2025-01-01 | 700999 | 1       | not met        | no finding W6.SHORT is raised     |
        | aluminium           | 2024-12-31 | 700999 | 1       | not applicable | an observation W6.SHORT is raised |
        | steel               | 2025-12-31 | 700999 | 1       | not applicable | an observation W6.SHORT is raised |
        | cement              | 2025-12-31 | 700999 | 1       | not applicable | an observation W6.SHORT is raised |
        | polysilicon         | 2025-12-31 | 700999 | 1       | not applicable | an observation W6.SHORT is raised |
        | polysilicon         | 2025-12-31 | 701000 | 0       | not applicable | no finding W6.SHORT is raised     |
        | new_hub_data_centre | 2025-12-31 | 700999 | 1       | not applicable | an observation W6.SHORT is raised |
        | other_user          | 2025-12-31 | 700999 | 1       | not applicable | an observation W6.SHORT is raised |
        | a_province          | 2025-12-31 | 700999 | 1       | not applicable | no finding W6.SHORT is raised     |
        | aluminium           | 2026-12-31 | 700999 | 1       | not met        | no finding W6.SHORT is raised     |
        | aluminium           | 2026-08-01 | 700999 | 1       | not met        | no finding W6.SHORT is raised     |
        | other_user          | 2026-12-31 | 700999 | 1       | not met        | no finding W6.SHORT is raised     |

    Scenario Outline: Years that end in 2026 before 1 August are undetermined
      Given year_end is <end>
      And certificates cancelled for the year is 700999 items
      When evaluated as of 2027-02-28
      Then gate W5 is undetermined

      Examples:
        | end        |
        | 2026-01-01 |
        | 2026-07-31 |

    Scenario: Without an entered share, Order No. 42 leaves the assessment undetermined
      Given last day of the year is 2026-12-31
      And a share is entered with its source is no
      When evaluated as of 2027-02-28
      Then the rules leave the quantity assessed undetermined
      And gate W5 is undetermined
      And the conclusion is incomplete

    Scenario: Without electricity use there is no duty
      Given electricity used is 0 MWh
      And renewable electricity by physical supply is 0 MWh
      And certificates cancelled for the year is 0 items
      When evaluated as of 2027-02-28
      Then gate W5 is met

    Scenario: A data centre of 200 GWh at 80 %
      Given who is new_hub_data_centre
      And a share is entered with its source is no
      And electricity used is 200 GWh
      And renewable electricity by physical supply is 0 MWh
      And certificates cancelled for the year is 0 items
      When evaluated as of 2027-02-28
      Then the quantity needed is 160000 MWh
      And the quantity missing is 160000 items
      And the conclusion is scored

    Scenario Outline: A province must meet both weights
      Given who is a_province
      And a share is entered with its source is no
      And electricity used is 1000 MWh
      And physical is <physical> MWh
      And physical_hydro is <hydro> MWh
      And cancelled is <pieces> items
      And cancelled_hydro is <hydro pieces> items
      And carried_2024 is <carried> MWh
      When evaluated as of 2027-02-28
      Then gate W1-T is <total>
      And gate W1-N is <rest>
      And gate W0 is <sane>

      Examples:
        | physical | hydro  | pieces | hydro pieces | carried | total   | rest    | sane    |
        | 342      | 234    | 0      | 0            | 0       | met     | met     | met     |
        | 341      | 233    | 0      | 0            | 0       | not met | met     | met     |
        | 342      | 234.01 | 0      | 0            | 0       | met     | not met | met     |
        | 300      | 200    | 42     | 34           | 0       | met     | met     | met     |
        | 300      | 200    | 42     | 35           | 0       | met     | not met | met     |
        | 342      | 234    | 0      | 0            | 1       | not met | met     | met     |
        | 400      | 401    | 0      | 0            | 0       | met     | not met | not met |
        | 400      | 0      | 1      | 2            | 0       | met     | met     | not met |
        | 1000     | 0      | 0      | 0            | 0       | met     | met     | met     |
        | 1000.01  | 0      | 0      | 0            | 0       | met     | met     | not met |

    Scenario: The weights of a province do not apply to a smelter
      Given who is aluminium
      And hydropower within the physical supply is 1000000 MWh
      When evaluated as of 2027-02-28
      Then gate W1-N is not applicable
      And gate W1-T is not applicable

    Scenario Outline: A shortfall is carried over only from 2024 to 2025
      Given who is <who>
      And year_end is <end>
      And 2024 shortfall carried over to 2025 is 10 MWh
      When evaluated as of 2027-02-28
      Then the quantity moved is <moved> MWh

      Examples:
        | who        | end        | moved |
        | a_province | 2024-12-31 | 0     |
        | a_province | 2025-01-01 | 10    |
        | a_province | 2025-12-31 | 10    |
        | a_province | 2026-01-01 | 0     |
        | aluminium  | 2025-12-31 | 0     |

    Scenario: Without a binding weight for 2026 a province is undetermined
      Given who is a_province
      And a share is entered with its source is no
      And last day of the year is 2026-12-31
      When evaluated as of 2027-02-28
      Then the rules leave the quantity non_hydro_share undetermined
      And gate W1-T is undetermined

    Scenario Outline: A shortfall is known only after the year ends
      Given who is <who>
      And last day of the year is 2026-12-31
      And a share is entered with its source is <entered>
      And certificates cancelled for the year is <pieces> items
      When evaluated as of <day>
      Then gate W5 is <user>
      And gate W1-T is <total>
      And gate W1-N is <rest>

      Examples:
        | who       | entered | pieces | day        | user         | total          | rest           |
        | aluminium | yes     | 701000 | 2026-12-31 | undetermined | not applicable | not applicable |
        | aluminium | yes     | 700999 | 2026-12-31 | undetermined | not applicable | not applicable |
        | aluminium | yes     | 701000 | 2027-01-01 | met          | not applicable | not applicable |
        | aluminium | yes     | 700999 | 2027-01-01 | not met      | not applicable | not applicable |

    Scenario: On its last day the year is still undetermined
      Given last day of the year is 2026-12-31
      When evaluated as of 2026-12-31
      Then the rules leave the quantity electricity used in the year undetermined
      And the rules leave the quantity renewable electricity counted undetermined
      And the conclusion is incomplete

    Scenario: Without a cancellation list the gate is undetermined
      Given evidence for certificates cancelled for the year is missing
      When evaluated as of 2027-02-28
      Then gate W5 is undetermined

  Rule: Dates of a province for 2025
    Background:
      Given these facts
        | fact      | label                         | type | may lie ahead |
        | plan_on   | date of the provincial plan   | date | yes           |
        | grid_on   | date of the grid data         | date | yes           |
        | report_on | date of the provincial report | date | yes           |
      And this reference case
        | fact                          | value      |
        | date of the provincial plan   | 2025-07-31 |
        | date of the grid data         | 2026-01-31 |
        | date of the provincial report | 2026-02-28 |
      And the quantity provincial deadlines are met (1 = yes) (dates_kept), on basis dates
        | is | when                                              |
        | 0  | date of the provincial plan is after 2025-07-31   |
        | 0  | date of the grid data is after 2026-01-31         |
        | 0  | date of the provincial report is after 2026-02-28 |
        | 1  | otherwise                                         |
      And these gates
        | id | gate                                              | requires                                    | applies when                                                        | basis |
        | W8 | Plan, data and report of the province are in time | provincial deadlines are met (1 = yes) is 1 | type of entity is a province; last day of the year is on 2025-12-31 | dates |

    Scenario Outline: One day late
      Given who is <who>
      And year_end is <end>
      And plan_on is <plan>
      And grid_on is <grid>
      And report_on is <report>
      When evaluated as of 2026-08-01
      Then gate W8 is <outcome>

      Examples:
        | who        | end        | plan       | grid       | report     | outcome        |
        | a_province | 2025-12-31 | 2025-07-31 | 2026-01-31 | 2026-02-28 | met            |
        | a_province | 2025-12-31 | 2025-08-01 | 2026-01-31 | 2026-02-28 | not met        |
        | a_province | 2025-12-31 | 2025-07-31 | 2026-02-01 | 2026-02-28 | not met        |
        | a_province | 2025-12-31 | 2025-07-31 | 2026-01-31 | 2026-03-01 | not met        |
        | a_province | 2026-12-31 | 2025-08-01 | 2026-01-31 | 2026-02-28 | not applicable |
        | aluminium  | 2025-12-31 | 2025-08-01 | 2026-01-31 | 2026-02-28 | not applicable |
