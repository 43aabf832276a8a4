# language: en
Feature: Shares of a year

  Background:
    Given the scorecard green-direct-connection
    And these facts
      | fact              | label                                               | type   | unit | one of                                   | at least | at most | evidence                    | given |
      | kind              | kind of project                                     | choice |      | single, multi                            |          |         |                             |       |
      | province          | province                                            | choice |      | shandong, ningxia, hunan, other_province |          |         |                             | yes   |
      | grid_connected    | connected to the grid                               | flag   |      |                                          |          |         |                             |       |
      | assessed          | assessed year                                       | period |      |                                          |          |         |                             |       |
      | operation_from    | operation start date                                | date   |      |                                          |          |         |                             |       |
      | new_from          | approval date as a new project                      | date   |      |                                          |          |         |                             |       |
      | generated         | generated electricity including storage discharge   | number | GWh  |                                          | 0        |         | meter-data                  |       |
      | storage_release   | storage discharge within the generated electricity  | number | GWh  |                                          | 0        |         | meter-data                  |       |
      | curtailed         | curtailed electricity                               | number | GWh  |                                          | 0        |         | meter-data                  |       |
      | fed_in            | electricity fed into the grid                       | number | GWh  |                                          | 0        |         | meter-data                  |       |
      | load              | total load                                          | number | GWh  |                                          | 0        |         | meter-data                  | yes   |
      | hard_hours_export | electricity fed in during hours of difficult uptake | number | GWh  |                                          | 0        |         | meter-data, hard-hours-list |       |
      | spot_continuous   | spot market in continuous operation                 | flag   |      |                                          |          |         | spot-market-notice          | yes   |
      | cap_set           | feed-in cap set by the province                     | flag   |      |                                          |          |         |                             | yes   |
      | feed_cap          | provincial feed-in cap                              | number | %    |                                          | 0        | 100     |                             | yes   |
      | last_share        | own use share of the load last year                 | number | %    |                                          | 0        | 100     | meter-data                  |       |
    And the choices of kind of project
      | value  | words         |
      | single | one user      |
      | multi  | several users |
    And the choices of province
      | value          | words            |
      | shandong       | Shandong         |
      | ningxia        | Ningxia          |
      | hunan          | Hunan            |
      | other_province | another province |
    And this reference case
      | fact                                                | value                    |
      | kind of project                                     | one user                 |
      | province                                            | another province         |
      | connected to the grid                               | yes                      |
      | assessed year                                       | 2025-11-01 to 2026-10-31 |
      | operation start date                                | 2025-10-01               |
      | approval date as a new project                      | 2025-07-01               |
      | generated electricity including storage discharge   | 520 GWh                  |
      | storage discharge within the generated electricity  | 0 GWh                    |
      | curtailed electricity                               | 80 GWh                   |
      | electricity fed into the grid                       | 110 GWh                  |
      | total load                                          | 1150 GWh                 |
      | electricity fed in during hours of difficult uptake | 0 GWh                    |
      | spot market in continuous operation                 | yes                      |
      | feed-in cap set by the province                     | no                       |
      | provincial feed-in cap                              | 20 %                     |
      | own use share of the load last year                 | 30 %                     |

  Rule: Rules in force and consistent data
    Background:
      Given these gates
        | id     | gate                                                               | requires                                                                                                                                                                                 | applies when                     | basis        |
        | L0     | Several users only since 688号                                     | the end of assessed year is from 2026-05-20                                                                                                                                              | kind of project is several users | users        |
        | L0-Y   | Assessed year no longer than a year                                | the start of assessed year is after the end of assessed year minus 1 year                                                                                                                |                                  | one-year     |
        | L0-OP  | In operation by the end of the year, and approved before operation | operation start date is until the end of assessed year; approval date as a new project is until operation start date                                                                     |                                  | operation    |
        | L0-FED | Feed-in does not exceed generation                                 | electricity fed into the grid is at most generated electricity including storage discharge; electricity fed in during hours of difficult uptake is at most electricity fed into the grid |                                  | certificates |

    Scenario Outline: Several users from 20 May 2026
      Given kind is <kind>
      And assessed is <first> to <last>
      When evaluated as of 2026-11-20
      Then gate L0 is <outcome>
      And gate L0-Y is <year>

      Examples:
        | kind   | first      | last       | outcome        | year    |
        | multi  | 2025-05-20 | 2026-05-19 | not met        | met     |
        | multi  | 2025-05-21 | 2026-05-20 | met            | met     |
        | single | 2025-05-20 | 2026-05-19 | not applicable | met     |
        | single | 2025-12-31 | 2026-12-31 | not applicable | not met |

    Scenario Outline: Contradictory feed-in data
      Given fed_in is <fed> GWh
      And hard_hours_export is <hard> GWh
      When evaluated as of 2026-11-20
      Then gate L0-FED is <outcome>

      Examples:
        | fed    | hard | outcome |
        | 520    | 0    | met     |
        | 520.01 | 0    | not met |
        | 0      | 0.01 | not met |

    Scenario Outline: Approval, operation and assessed year must be in order
      Given approval date as a new project is <approved>
      And operation start date is <from>
      When evaluated as of 2026-11-20
      Then gate L0-OP is <outcome>

      Examples:
        | approved   | from       | outcome |
        | 2025-07-01 | 2025-07-01 | met     |
        | 2025-07-02 | 2025-07-01 | not met |
        | 2025-07-01 | 2026-10-31 | met     |
        | 2025-07-01 | 2026-11-01 | not met |

  Rule: Own use, load and feed-in
    Background:
      Given the quantity electricity fed into the grid in the year (fed_year), in GWh
        | is                                           | when                                             | basis               |
        | electricity fed into the grid                | the as-of date is after the end of assessed year | certificates, proof |
        | undetermined, because the year has not ended | otherwise                                        | year-over           |
      And the quantity electricity fed in during difficult hours in the year (hard_year), in GWh
        | is                                                  | when                                             | basis             |
        | electricity fed in during hours of difficult uptake | the as-of date is after the end of assessed year | hard-hours, proof |
        | undetermined, because the year has not ended        | otherwise                                        | year-over         |
      And the quantity curtailed electricity in the year (curtailed_year), in GWh
        | is                                           | when                                             | basis         |
        | curtailed electricity                        | the as-of date is after the end of assessed year | shares, proof |
        | undetermined, because the year has not ended | otherwise                                        | year-over     |
      And the quantity own use (own_use), in GWh, on basis certificates
        | is                                                                                            |
        | generated electricity including storage discharge - electricity fed into the grid in the year |
      And the quantity available (available), in GWh
        | is                                                                        | when                                              | basis       |
        | generated electricity including storage discharge + curtailed electricity | denominator of the shares is available generation | shares      |
        | generated electricity including storage discharge                         | otherwise                                         | denominator |
      And the quantity own use share of available electricity (own_share), in %
        | is                  | when               | basis   |
        | 0 %                 | available is 0 MWh | nothing |
        | own use / available | otherwise          | shares  |
      And the quantity own use share of the load (load_share), in %
        | is                   | when                | basis   |
        | 0 %                  | total load is 0 MWh | nothing |
        | own use / total load | otherwise           | shares  |
      And the quantity feed-in share (feed_share), in %, on basis feed, nothing
        | is                                                    | when               |
        | undetermined, because no electricity is available     | available is 0 MWh |
        | electricity fed into the grid in the year / available | otherwise          |
      And the quantity curtailment share (curtailed_share), in %, on basis shares, nothing
        | is                                                                                                              | when                                                                                       |
        | undetermined, because no electricity is generated                                                               | generated electricity including storage discharge is 0 MWh; curtailed electricity is 0 MWh |
        | curtailed electricity in the year / (generated electricity including storage discharge + curtailed electricity) | otherwise                                                                                  |
      And the quantity applicable feed-in cap (cap), in %, on basis feed
        | is                     | when                                   |
        | provincial feed-in cap | feed-in cap set by the province is yes |
        | 20 %                   | otherwise                              |
      And the quantity general minimum share of the load (base_min), in %
        | is   | when                                                                                                           | basis      |
        | 35 % | application of the 35 % share is from the year 2030 on; the end of assessed year is from 2030-01-01            | share-2030 |
        | 35 % | application of the 35 % share is for projects new from 2030; approval date as a new project is from 2030-01-01 | share-1192 |
        | 35 % | application of the 35 % share is before 2030 only; the end of assessed year is before 2030-01-01               | share-tool |
        | 30 % | otherwise                                                                                                      | shares     |
      And the quantity whole years of operation (years_run), in years, on basis ningxia-growth
        | is                                                                    |
        | max(years(operation start date to the end of assessed year), 0 years) |
      And the quantity minimum share of the load (load_min), in %
        | is                                                                                                   | when                                                             | basis          |
        | min(max(general minimum share of the load, 30 % + 1.5 % * whole years of operation / 1 year), 100 %) | province is Ningxia; annual increase in Ningxia is added to 30 % | ningxia-growth |
        | min(max(general minimum share of the load, own use share of the load last year + 1.5 %), 100 %)      | province is Ningxia                                              | ningxia-growth |
        | general minimum share of the load                                                                    | otherwise                                                        | shares         |
      And these conditions
        | condition    | label        | holds when                       | basis  |
        | shares_apply | shares apply | connected to the grid is yes     | shares |
        | shares_apply |              | kind of project is several users | island |
      And these gates
        | id     | gate                                                                               | requires                                                                                                                                       | applies when                                                                                         | basis      |
        | L0-OWN | Own use does not exceed the load, and storage discharge does not exceed generation | own use is at most total load; storage discharge within the generated electricity is at most generated electricity including storage discharge |                                                                                                      | parts      |
        | L1     | Own use of 60 % or more of available electricity                                   | own use share of available electricity is at least 60 %                                                                                        | shares apply holds                                                                                   | shares     |
        | L2     | Minimum own use share of the load                                                  | own use share of the load is at least minimum share of the load                                                                                | shares apply holds                                                                                   | shares     |
        | L4     | Feed-in share within the cap                                                       | feed-in share is at most applicable feed-in cap                                                                                                | connected to the grid is yes                                                                         | feed       |
        | L5     | No feed-in without a continuous spot market                                        | electricity fed into the grid in the year is 0 GWh                                                                                             | connected to the grid is yes; kind of project is one user; spot market in continuous operation is no | feed       |
        | L6     | No feed-in during hours of difficult uptake                                        | electricity fed in during difficult hours in the year is 0 GWh                                                                                 | connected to the grid is yes                                                                         | hard-hours |
      And these findings
        | code       | finding                                                                                                                                            | when                                                                                                                                      | severity    | basis        |
        | L3.TARGET  | Below 35 % of the load: 650号 prints it for before 2030, the price notice for projects new from 2030, and the setting decides whether it is a duty | own use share of the load is less than 35 %; shares apply holds                                                                           | observation | share-2030   |
        | L4.HIGH    | Provincial cap above the 20 % that 650号 prints in general                                                                                         | feed-in cap set by the province is yes; provincial feed-in cap is more than 20 %                                                          | observation | feed         |
        | L5.MULTI   | 688号 prints no condition on the spot market                                                                                                       | kind of project is several users; spot market in continuous operation is no; electricity fed into the grid in the year is more than 0 GWh | observation | feed-multi   |
        | L1.STORAGE | Storage discharge may count the same energy twice                                                                                                  | storage discharge within the generated electricity is more than 0 GWh                                                                     | observation | certificates |
      And these results
        | result                 | label                                      | is                                     | rounded to | basis                  |
        | own_of_available       | Own use share of available electricity     | own use share of available electricity | 2 decimals | shares                 |
        | own_of_load            | Own use share of the load                  | own use share of the load              | 2 decimals | shares                 |
        | least_of_load          | Required minimum share of the load         | minimum share of the load              | 2 decimals | shares, ningxia-growth |
        | fed_of_available       | Feed-in share of available electricity     | feed-in share                          | 2 decimals | feed                   |
        | curtailed_of_available | Curtailment share of available electricity | curtailment share                      | 2 decimals | shares                 |

    Scenario Outline: 60 %, 30 % and 20 %: both sides of each boundary
      Given generated is <generated> GWh
      And curtailed electricity is <curtailed electricity> GWh
      And fed_in is <fed> GWh
      And load is <load> GWh
      When evaluated as of 2026-11-20
      Then gate L1 is <own>
      And gate L2 is <share>
      And gate L4 is <feed>

      Examples:
        | generated | curtailed electricity | fed | load | own     | share   | feed         |
        | 480       | 120                   | 120 | 1200 | met     | met     | met          |
        | 479       | 121                   | 120 | 1190 | not met | met     | met          |
        | 480       | 120                   | 120 | 1201 | met     | not met | met          |
        | 481       | 119                   | 121 | 1200 | met     | met     | not met      |
        | 0         | 0                     | 0   | 1200 | not met | not met | undetermined |
        | 480       | 120                   | 120 | 0    | met     | not met | met          |

    Scenario Outline: A part above its whole fails the gate
      Given total load is <load> GWh
      And storage discharge within the generated electricity is <released> GWh
      When evaluated as of 2026-11-20
      Then the quantity own use share of the load is <share> %
      And gate L0-OWN is <outcome>

      Examples:
        | load   | released | share         | outcome |
        | 410    | 0        | 100           | met     |
        | 409.99 | 0        | 4100000/40999 | not met |
        | 1      | 0        | 41000         | not met |
        | 0      | 0        | 0             | not met |
        | 1150   | 520      | 820/23        | met     |
        | 1150   | 520.01   | 820/23        | not met |

    Scenario: Own use above the load fails although its share is met
      Given total load is 1 GWh
      When evaluated as of 2026-11-20
      Then gate L2 is met
      And gate L0-OWN is not met
      And the conclusion is gate failed

    Scenario Outline: When 35 % is a duty
      Given the setting load_share_reading is <reading>
      And assessed is <first> to <last>
      And new_from is <new>
      And generated electricity including storage discharge is 480 GWh
      And curtailed electricity is 120 GWh
      And electricity fed into the grid is 120 GWh
      And total load is 1200 GWh
      When evaluated as of 2031-01-01
      Then the quantity load_min is <least> %
      And gate L2 is <outcome>
      And an observation L3.TARGET is raised

      Examples:
        | reading       | first      | last       | new        | least | outcome |
        | from_2030     | 2029-01-01 | 2029-12-31 | 2025-07-01 | 30    | met     |
        | from_2030     | 2029-01-02 | 2030-01-01 | 2025-07-01 | 35    | not met |
        | from_2030     | 2030-01-01 | 2030-12-31 | 2025-07-01 | 35    | not met |
        | new_from_2030 | 2030-01-01 | 2030-12-31 | 2029-12-31 | 30    | met     |
        | new_from_2030 | 2030-01-01 | 2030-12-31 | 2030-01-01 | 35    | not met |
        | before_2030   | 2029-01-01 | 2029-12-31 | 2030-01-01 | 35    | not met |
        | before_2030   | 2029-01-02 | 2030-01-01 | 2030-01-01 | 30    | met     |

    Scenario: No observation at 35 %
      Given total load is 1171 GWh
      When evaluated as of 2026-11-20
      Then no finding L3.TARGET is raised

    Scenario Outline: An observation below 35 %
      Given generated electricity including storage discharge is 530 GWh
      And load is <load> GWh
      And grid_connected is <connected>
      When evaluated as of 2026-11-20
      Then <target>

      Examples:
        | load    | connected | target                             |
        | 1200    | yes       | no finding L3.TARGET is raised     |
        | 1200.01 | yes       | an observation L3.TARGET is raised |
        | 1200.01 | no        | no finding L3.TARGET is raised     |

    Scenario Outline: Without a continuous spot market one user must not feed in
      Given kind is <kind>
      And grid_connected is <connected>
      And spot_continuous is <spot>
      And fed_in is <fed> GWh
      When evaluated as of 2026-11-20
      Then gate L5 is <outcome>
      And <multi>

      Examples:
        | kind   | connected | spot | fed | outcome        | multi                             |
        | single | yes       | no   | 0   | met            | no finding L5.MULTI is raised     |
        | single | yes       | no   | 1   | not met        | no finding L5.MULTI is raised     |
        | single | yes       | yes  | 1   | not applicable | no finding L5.MULTI is raised     |
        | single | no        | no   | 1   | not applicable | no finding L5.MULTI is raised     |
        | multi  | yes       | no   | 1   | not applicable | an observation L5.MULTI is raised |
        | multi  | yes       | no   | 0   | not applicable | no finding L5.MULTI is raised     |
        | multi  | yes       | yes  | 1   | not applicable | no finding L5.MULTI is raised     |

    Scenario Outline: 0.01 GWh fed in during hours of difficult uptake fails the gate
      Given hard_hours_export is <export> GWh
      And grid_connected is <connected>
      When evaluated as of 2026-11-20
      Then gate L6 is <outcome>

      Examples:
        | export | connected | outcome        |
        | 0      | yes       | met            |
        | 0.01   | yes       | not met        |
        | 0.01   | no        | not applicable |

    Scenario Outline: Shares apply to several users without grid connection, but not to one user
      Given grid_connected is <connected>
      And kind is <kind>
      When evaluated as of 2026-11-20
      Then gate L1 is <own>
      And gate L2 is <share>
      And gate L4 is <feed>

      Examples:
        | connected | kind   | own            | share          | feed           |
        | no        | single | not applicable | not applicable | not applicable |
        | no        | multi  | met            | met            | not applicable |
        | yes       | single | met            | met            | met            |

    Scenario Outline: The provincial cap replaces 20 %
      Given cap_set is <set>
      And feed_cap is <cap> %
      When evaluated as of 2026-11-20
      Then gate L4 is <outcome>
      And <high>

      Examples:
        | set | cap   | outcome | high                             |
        | no  | 15    | met     | no finding L4.HIGH is raised     |
        | yes | 15    | not met | no finding L4.HIGH is raised     |
        | yes | 20    | met     | no finding L4.HIGH is raised     |
        | yes | 20.01 | met     | an observation L4.HIGH is raised |
        | no  | 25    | met     | no finding L4.HIGH is raised     |

    Scenario Outline: Without curtailment both denominators are equal
      Given the setting denominator is <by>
      And generated electricity including storage discharge is 600 GWh
      And curtailed electricity is 0 GWh
      And electricity fed into the grid is 120 GWh
      When evaluated as of 2026-11-20
      Then the quantity available is <available> GWh
      And gate L4 is met

      Examples:
        | by        | available |
        | available | 600       |
        | generated | 600       |

    Scenario: Curtailed electricity is available electricity only under the text
      Given the setting denominator is generated
      When evaluated as of 2026-11-20
      Then the quantity available is 520 GWh
      And gate L4 is not met

    Scenario Outline: Ningxia requires 1.5 percentage points more per year
      Given province is <province>
      And the setting growth is <growth>
      And operation_from is <from>
      And own use share of the load last year is 34 %
      And assessed year is 2026-01-01 to 2026-12-31
      When evaluated as of 2027-01-31
      Then the quantity load_min is <least> %

      Examples:
        | province       | growth        | from       | least |
        | ningxia        | on_30         | 2026-01-01 | 30    |
        | ningxia        | on_30         | 2025-12-31 | 31.5  |
        | ningxia        | on_30         | 2024-12-31 | 33    |
        | ningxia        | on_30         | 2027-12-31 | 30    |
        | ningxia        | on_last_share | 2025-12-31 | 35.5  |
        | hunan          | on_30         | 2024-12-31 | 30    |
        | other_province | on_last_share | 2024-12-31 | 30    |

    Scenario Outline: Storage discharge is an observation
      Given storage_release is <release> GWh
      When evaluated as of 2026-11-20
      Then <storage>

      Examples:
        | release | storage                             |
        | 0       | no finding L1.STORAGE is raised     |
        | 0.01    | an observation L1.STORAGE is raised |

    Scenario Outline: Shares are known only after the year ends
      Given kind is <kind>
      And fed_in is <fed> GWh
      And hard_hours_export is <hard> GWh
      And spot_continuous is no
      When evaluated as of <day>
      Then gate L1 is <own>
      And gate L4 is <cap>
      And gate L5 is <spot>
      And gate L6 is <hours>

      Examples:
        | kind   | fed | hard | day        | own          | cap          | spot           | hours        |
        | single | 0   | 0    | 2026-10-31 | undetermined | undetermined | undetermined   | undetermined |
        | single | 0   | 0    | 2026-11-01 | met          | met          | met            | met          |
        | single | 110 | 1    | 2026-10-31 | undetermined | undetermined | undetermined   | undetermined |
        | single | 110 | 1    | 2026-11-01 | met          | met          | not met        | not met      |
        | multi  | 110 | 0    | 2026-10-31 | undetermined | undetermined | not applicable | undetermined |

    Scenario: On its last day the year has no shares yet
      When evaluated as of 2026-10-31
      Then the rules leave the quantity own use undetermined
      And the rules leave the quantity feed-in share undetermined
      And the rules leave the quantity curtailment share undetermined
      And the rules leave the quantity electricity fed in during difficult hours in the year undetermined
      And gate L2 is undetermined
      And the conclusion is incomplete

    Scenario: Without meter data the shares are undetermined
      Given evidence for electricity fed into the grid is missing
      When evaluated as of 2026-11-20
      Then gate L1 is undetermined
      And gate L4 is undetermined
