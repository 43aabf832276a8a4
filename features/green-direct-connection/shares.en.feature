# language: en
Feature: Shares of a year

  Background:
    Given the scorecard green-direct-connection
    And these facts
      | fact              | label                              | type   | unit | one of                                   | at least | at most | evidence                    | given |
      | kind              | kind of project                    | choice |      | single, multi                            |          |         |                             |       |
      | province          | province                           | choice |      | shandong, ningxia, hunan, other_province |          |         |                             | yes   |
      | grid_connected    | connected to the grid              | flag   |      |                                          |          |         |                             |       |
      | assessed          | year assessed                      | period |      |                                          |          |         |                             |       |
      | operation_from    | in operation from                  | date   |      |                                          |          |         |                             |       |
      | new_from          | approved as new on                 | date   |      |                                          |          |         |                             |       |
      | generated         | generated, with release of storage | number | GWh  |                                          | 0        |         | meter-data                  |       |
      | storage_release   | of it released by storage          | number | GWh  |                                          | 0        |         | meter-data                  |       |
      | curtailed         | curtailed                          | number | GWh  |                                          | 0        |         | meter-data                  |       |
      | fed_in            | fed into the grid                  | number | GWh  |                                          | 0        |         | meter-data                  |       |
      | load              | total load                         | number | GWh  |                                          | 0        |         | meter-data                  | yes   |
      | hard_hours_export | fed in at hours hard for uptake    | number | GWh  |                                          | 0        |         | meter-data, hard-hours-list |       |
      | spot_continuous   | continuous spot market             | flag   |      |                                          |          |         | spot-market-notice          | yes   |
      | cap_set           | cap set by the province            | flag   |      |                                          |          |         |                             | yes   |
      | feed_cap          | cap of the province                | number | %    |                                          | 0        | 100     |                             | yes   |
      | last_share        | share of the load last year        | number | %    |                                          | 0        | 100     | meter-data                  |       |
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
      | fact                               | value                    |
      | kind of project                    | one user                 |
      | province                           | another province         |
      | connected to the grid              | yes                      |
      | year assessed                      | 2025-11-01 to 2026-10-31 |
      | in operation from                  | 2025-10-01               |
      | approved as new on                 | 2025-07-01               |
      | generated, with release of storage | 520 GWh                  |
      | of it released by storage          | 0 GWh                    |
      | curtailed                          | 80 GWh                   |
      | fed into the grid                  | 110 GWh                  |
      | total load                         | 1150 GWh                 |
      | fed in at hours hard for uptake    | 0 GWh                    |
      | continuous spot market             | yes                      |
      | cap set by the province            | no                       |
      | cap of the province                | 20 %                     |
      | share of the load last year        | 30 %                     |

  Rule: Whether a rule was there
    Background:
      Given these gates
        | id     | gate                                                 | requires                                                                                                                      | applies when                     | basis        |
        | L0     | Several users only since 688号                       | the end of year assessed is from 2026-05-20                                                                                   | kind of project is several users | users        |
        | L0-Y   | A year at most                                       | the start of year assessed is after the end of year assessed minus 1 year                                                     |                                  | one-year     |
        | L0-OP  | In operation in the year, and approved as new before | in operation from is until the end of year assessed; approved as new on is until in operation from                            |                                  | operation    |
        | L0-FED | Not more fed in than generated                       | fed into the grid is at most generated, with release of storage; fed in at hours hard for uptake is at most fed into the grid |                                  | certificates |

    Scenario Outline: several users from 20 May 2026
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

    Scenario Outline: figures that cannot be
      Given fed_in is <fed> GWh
      And hard_hours_export is <hard> GWh
      When evaluated as of 2026-11-20
      Then gate L0-FED is <outcome>

      Examples:
        | fed    | hard | outcome |
        | 520    | 0    | met     |
        | 520.01 | 0    | not met |
        | 0      | 0.01 | not met |

    Scenario Outline: approved, then in operation, then assessed
      Given approved as new on is <approved>
      And in operation from is <from>
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
      Given the quantity fed into the grid in the year (fed_year), in GWh
        | is                                         | when                                             | basis               |
        | fed into the grid                          | the as-of date is after the end of year assessed | certificates, proof |
        | undetermined, because the year is not over | otherwise                                        | year-over           |
      And the quantity fed in at hard hours in the year (hard_year), in GWh
        | is                                         | when                                             | basis             |
        | fed in at hours hard for uptake            | the as-of date is after the end of year assessed | hard-hours, proof |
        | undetermined, because the year is not over | otherwise                                        | year-over         |
      And the quantity curtailed in the year (curtailed_year), in GWh
        | is                                         | when                                             | basis         |
        | curtailed                                  | the as-of date is after the end of year assessed | shares, proof |
        | undetermined, because the year is not over | otherwise                                        | year-over     |
      And the quantity own use (own_use), in GWh, on basis certificates
        | is                                                                 |
        | generated, with release of storage - fed into the grid in the year |
      And the quantity available (available), in GWh
        | is                                             | when                            | basis       |
        | generated, with release of storage + curtailed | divided by is what is available | shares      |
        | generated, with release of storage             | otherwise                       | denominator |
      And the quantity share of own use (own_share), in %
        | is                  | when               | basis   |
        | 0 %                 | available is 0 MWh | nothing |
        | own use / available | otherwise          | shares  |
      And the quantity share of the load (load_share), in %
        | is                   | when                | basis   |
        | 0 %                  | total load is 0 MWh | nothing |
        | own use / total load | otherwise           | shares  |
      And the quantity share fed in (feed_share), in %, on basis feed, nothing
        | is                                         | when               |
        | undetermined, because nothing is available | available is 0 MWh |
        | fed into the grid in the year / available  | otherwise          |
      And the quantity share curtailed (curtailed_share), in %, on basis shares, nothing
        | is                                                                       | when                                                            |
        | undetermined, because nothing is generated                               | generated, with release of storage is 0 MWh; curtailed is 0 MWh |
        | curtailed in the year / (generated, with release of storage + curtailed) | otherwise                                                       |
      And the quantity cap of feed-in (cap), in %, on basis feed
        | is                  | when                           |
        | cap of the province | cap set by the province is yes |
        | 20 %                | otherwise                      |
      And the quantity least share before Ningxia (base_min), in %
        | is   | when                                                                                  | basis      |
        | 35 % | reading of 35 % is from the year 2030 on; the end of year assessed is from 2030-01-01 | share-2030 |
        | 35 % | reading of 35 % is for projects new from 2030; approved as new on is from 2030-01-01  | share-1192 |
        | 35 % | reading of 35 % is before 2030 only; the end of year assessed is before 2030-01-01    | share-tool |
        | 30 % | otherwise                                                                             | shares     |
      And the quantity whole years of operation (years_run), in years, on basis ningxia-growth
        | is                                                                 |
        | max(years(in operation from to the end of year assessed), 0 years) |
      And the quantity least share of the load (load_min), in %
        | is                                                                                            | when                                              | basis          |
        | min(max(least share before Ningxia, 30 % + 1.5 % * whole years of operation / 1 year), 100 %) | province is Ningxia; growth in Ningxia is to 30 % | ningxia-growth |
        | min(max(least share before Ningxia, share of the load last year + 1.5 %), 100 %)              | province is Ningxia                               | ningxia-growth |
        | least share before Ningxia                                                                    | otherwise                                         | shares         |
      And these conditions
        | condition    | label        | holds when                       | basis  |
        | shares_apply | shares apply | connected to the grid is yes     | shares |
        | shares_apply |              | kind of project is several users | island |
      And these gates
        | id     | gate                                                                               | requires                                                                                               | applies when                                                                            | basis      |
        | L0-OWN | Not more used by itself than the load, nor more released by storage than generated | own use is at most total load; of it released by storage is at most generated, with release of storage |                                                                                         | parts      |
        | L1     | At least 60 % used by itself                                                       | share of own use is at least 60 %                                                                      | shares apply holds                                                                      | shares     |
        | L2     | Least share of the load                                                            | share of the load is at least least share of the load                                                  | shares apply holds                                                                      | shares     |
        | L4     | No more fed in than the cap                                                        | share fed in is at most cap of feed-in                                                                 | connected to the grid is yes                                                            | feed       |
        | L5     | Nothing fed in without a continuous spot market                                    | fed into the grid in the year is 0 GWh                                                                 | connected to the grid is yes; kind of project is one user; continuous spot market is no | feed       |
        | L6     | Nothing fed in at hours hard for uptake                                            | fed in at hard hours in the year is 0 GWh                                                              | connected to the grid is yes                                                            | hard-hours |
      And these findings
        | code       | finding                                                                                                                                                         | when                                                                                                             | severity    | basis        |
        | L3.TARGET  | Below 35 % of the load: 650号 prints it for before 2030, the price notice for projects new from 2030, and the reading of this card decides whether it is a duty | share of the load is less than 35 %; shares apply holds                                                          | observation | share-2030   |
        | L4.HIGH    | Cap of the province above the 20 % that 650号 prints in general                                                                                                 | cap set by the province is yes; cap of the province is more than 20 %                                            | observation | feed         |
        | L5.MULTI   | 688号 prints no condition on the spot market                                                                                                                    | kind of project is several users; continuous spot market is no; fed into the grid in the year is more than 0 GWh | observation | feed-multi   |
        | L1.STORAGE | Release of storage may count energy twice that was generated before                                                                                             | of it released by storage is more than 0 GWh                                                                     | observation | certificates |
      And these results
        | result                 | label                                 | is                      | rounded to | basis                  |
        | own_of_available       | Own use of what is available          | share of own use        | 2 decimals | shares                 |
        | own_of_load            | Own use of the load                   | share of the load       | 2 decimals | shares                 |
        | least_of_load          | Least share of the load that is asked | least share of the load | 2 decimals | shares, ningxia-growth |
        | fed_of_available       | Fed in of what is available           | share fed in            | 2 decimals | feed                   |
        | curtailed_of_available | Curtailed of what is available        | share curtailed         | 2 decimals | shares                 |

    Scenario Outline: sixty, thirty and twenty, and a hundredth beside
      Given generated is <generated> GWh
      And curtailed is <curtailed> GWh
      And fed_in is <fed> GWh
      And load is <load> GWh
      When evaluated as of 2026-11-20
      Then gate L1 is <own>
      And gate L2 is <share>
      And gate L4 is <feed>

      Examples:
        | generated | curtailed | fed | load | own     | share   | feed         |
        | 480       | 120       | 120 | 1200 | met     | met     | met          |
        | 479       | 121       | 120 | 1190 | not met | met     | met          |
        | 480       | 120       | 120 | 1201 | met     | not met | met          |
        | 481       | 119       | 121 | 1200 | met     | met     | not met      |
        | 0         | 0         | 0   | 1200 | not met | not met | undetermined |
        | 480       | 120       | 120 | 0    | met     | not met | met          |

    Scenario Outline: a part above its whole passes nothing
      Given total load is <load> GWh
      And of it released by storage is <released> GWh
      When evaluated as of 2026-11-20
      Then the quantity share of the load is <share> %
      And gate L0-OWN is <outcome>

      Examples:
        | load   | released | share         | outcome |
        | 410    | 0        | 100           | met     |
        | 409.99 | 0        | 4100000/40999 | not met |
        | 1      | 0        | 41000         | not met |
        | 0      | 0        | 0             | not met |
        | 1150   | 520      | 820/23        | met     |
        | 1150   | 520.01   | 820/23        | not met |

    Scenario: more used by itself than the load is no pass
      Given total load is 1 GWh
      When evaluated as of 2026-11-20
      Then gate L2 is met
      And gate L0-OWN is not met
      And the conclusion is gate failed

    Scenario Outline: from when 35 % is a duty
      Given the setting load_share_reading is <reading>
      And assessed is <first> to <last>
      And new_from is <new>
      And generated, with release of storage is 480 GWh
      And curtailed is 120 GWh
      And fed into the grid is 120 GWh
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

    Scenario: at 35 % nothing is to be remarked
      Given total load is 1171 GWh
      When evaluated as of 2026-11-20
      Then no finding L3.TARGET is raised

    Scenario Outline: the target is remarked below 35 %
      Given generated, with release of storage is 530 GWh
      And load is <load> GWh
      And grid_connected is <connected>
      When evaluated as of 2026-11-20
      Then <target>

      Examples:
        | load    | connected | target                             |
        | 1200    | yes       | no finding L3.TARGET is raised     |
        | 1200.01 | yes       | an observation L3.TARGET is raised |
        | 1200.01 | no        | no finding L3.TARGET is raised     |

    Scenario Outline: without continuous spot market one user feeds nothing in
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

    Scenario Outline: a hundredth of a gigawatt-hour at hard hours
      Given hard_hours_export is <export> GWh
      And grid_connected is <connected>
      When evaluated as of 2026-11-20
      Then gate L6 is <outcome>

      Examples:
        | export | connected | outcome        |
        | 0      | yes       | met            |
        | 0.01   | yes       | not met        |
        | 0.01   | no        | not applicable |

    Scenario Outline: an island has no shares, several users have
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

    Scenario Outline: the cap of the province instead of 20 %
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

    Scenario Outline: divided by what was generated it is another number
      Given the setting denominator is <by>
      And generated, with release of storage is 600 GWh
      And curtailed is 0 GWh
      And fed into the grid is 120 GWh
      When evaluated as of 2026-11-20
      Then the quantity available is <available> GWh
      And gate L4 is met

      Examples:
        | by        | available |
        | available | 600       |
        | generated | 600       |

    Scenario: what was curtailed counts as available only by the text
      Given the setting denominator is generated
      When evaluated as of 2026-11-20
      Then the quantity available is 520 GWh
      And gate L4 is not met

    Scenario Outline: Ningxia asks 1.5 points more a year
      Given province is <province>
      And the setting growth is <growth>
      And operation_from is <from>
      And share of the load last year is 34 %
      And year assessed is 2026-01-01 to 2026-12-31
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

    Scenario Outline: release of storage is remarked
      Given storage_release is <release> GWh
      When evaluated as of 2026-11-20
      Then <storage>

      Examples:
        | release | storage                             |
        | 0       | no finding L1.STORAGE is raised     |
        | 0.01    | an observation L1.STORAGE is raised |

    Scenario Outline: shares of a year are known once it is over
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

    Scenario: a year to come has no shares
      When evaluated as of 2026-10-31
      Then the rules leave the quantity own use undetermined
      And the rules leave the quantity share fed in undetermined
      And the rules leave the quantity share curtailed undetermined
      And the rules leave the quantity fed in at hard hours in the year undetermined
      And gate L2 is undetermined
      And the conclusion is incomplete

    Scenario: without the data of the meters no share is known
      Given evidence for fed into the grid is missing
      When evaluated as of 2026-11-20
      Then gate L1 is undetermined
      And gate L4 is undetermined
