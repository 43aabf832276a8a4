# language: en
Feature: Lines, loads, participants and documents

  Background:
    Given the scorecard green-direct-connection
    And these facts
      | fact              | label                                      | type                        | unit | one of                                                                                                               | at least | at most | evidence            | given |
      | voltage_kv        | voltage of the connection in kV            | number                      |      |                                                                                                                      | 0        |         |                     |       |
      | top_level         | highest voltage level of the region        | choice                      |      | kv220, kv330                                                                                                         |          |         |                     | yes   |
      | special_review    | special safety review completed            | flag                        |      |                                                                                                                      |          |         | whole-plan          |       |
      | distance          | distance between source and load           | number                      | km   |                                                                                                                      | 0        |         |                     |       |
      | same_city         | source and load in the same city           | flag                        |      |                                                                                                                      |          |         |                     |       |
      | same_county       | source and load in the same county         | flag                        |      |                                                                                                                      |          |         |                     |       |
      | crossing_study    | special study for crossing counties        | flag                        |      |                                                                                                                      |          |         |                     |       |
      | utilisation_ok    | utilisation not below the provincial mean  | flag                        |      |                                                                                                                      |          |         |                     |       |
      | mechanism_price   | surplus sold at a mechanism price          | flag                        |      |                                                                                                                      |          |         |                     |       |
      | load_proof        | proof of the size of the load              | flag                        |      |                                                                                                                      |          |         | load-proof          |       |
      | sized_by_load     | source sized by the load                   | flag                        |      |                                                                                                                      |          |         | whole-plan          |       |
      | in_plan           | wind and PV in the provincial build plan   | flag                        |      |                                                                                                                      |          |         | plan-entry          |       |
      | investor_is_grid  | grid company as investor                   | flag                        |      |                                                                                                                      |          |         |                     |       |
      | load_leads        | load as main responsible unit              | flag                        |      |                                                                                                                      |          |         |                     |       |
      | main_unit         | main responsible unit of several users     | choice                      |      | legal_unit, park_committee, third_party, grid_company, not_independent                                               |          |         |                     |       |
      | load_kind         | kind of load                               | choice                      |      | new_load, own_plant, exporter, share_duty, key_user, park_load, incremental_network, enlarged_single, other_existing |          |         |                     |       |
      | fund_paid         | renewable fund paid in full                | flag                        |      |                                                                                                                      |          |         | fund-receipt        |       |
      | plant_cut         | output of the own plant reduced            | flag                        |      |                                                                                                                      |          |         |                     |       |
      | source_existing   | existing renewable source                  | flag                        |      |                                                                                                                      |          |         |                     |       |
      | works_not_begun   | grid connection works not started          | flag                        |      |                                                                                                                      |          |         |                     |       |
      | uptake_blocked    | grid uptake restricted                     | flag                        |      |                                                                                                                      |          |         |                     |       |
      | papers_changed    | change procedures completed                | flag                        |      |                                                                                                                      |          |         |                     |       |
      | distributed_pv    | distributed PV participates                | flag                        |      |                                                                                                                      |          |         |                     |       |
      | collected_feed    | distributed PV connected collectively      | flag                        |      |                                                                                                                      |          |         |                     |       |
      | agent_purchase    | purchases through the grid agent service   | flag                        |      |                                                                                                                      |          |         |                     |       |
      | exchange_peak     | maximum exchange power with the grid       | number                      | MW   |                                                                                                                      | 0        |         | meter-data          |       |
      | declared_capacity | declared capacity                          | number                      | MW   |                                                                                                                      | 0        |         | grid-contract       |       |
      | valley_rate       | peak-valley rate                           | number                      | %    |                                                                                                                      | 0        | 100     | meter-data          |       |
      | planned_rate      | planned peak-valley rate                   | number                      | %    |                                                                                                                      | 0        | 100     | whole-plan          |       |
      | metered           | two-way meters at all metering points      | flag                        |      |                                                                                                                      |          |         |                     |       |
      | owners_differ     | source and load of different owners        | flag                        |      |                                                                                                                      |          |         |                     |       |
      | contract_years    | multi-year contract or internal agreements | flag                        |      |                                                                                                                      |          |         | member-agreement    |       |
      | together          | built and commissioned together            | flag                        |      |                                                                                                                      |          |         |                     |       |
      | capacity_changed  | capacity changed                           | flag                        |      |                                                                                                                      |          |         |                     |       |
      | new_assessment    | new grid connection assessment             | flag                        |      |                                                                                                                      |          |         |                     |       |
      | more_renewables   | renewables added within the project        | flag                        |      |                                                                                                                      |          |         |                     |       |
      | province_approved | addition approved by the province          | flag                        |      |                                                                                                                      |          |         |                     |       |
      | registered        | sources registered for certificates        | flag                        |      |                                                                                                                      |          |         | source-registration |       |
      | users             | users                                      | list of user of the project |      |                                                                                                                      |          |         | member-agreement    |       |
      | hour_self         | own use in one hour                        | number                      | MWh  |                                                                                                                      | 0        |         | meter-data          |       |
    And each user has
      | field     | label                                | type   | unit | one of                                | at least |
      | plant     | plant                                | text   |      |                                       |          |
      | again     | same legal person as an earlier user | flag   |      |                                       |          |
      | user_kind | kind of user                         | choice |      | commercial, residential, agricultural |          |
      | hour_use  | electricity use in the hour          | number | MWh  |                                       | 0        |
    And user is called user of the project
    And no two users share a plant
    And the choices of highest voltage level of the region
      | value | words  |
      | kv220 | 220 kV |
      | kv330 | 330 kV |
    And the choices of main responsible unit of several users
      | value           | words                       |
      | legal_unit      | independent legal person    |
      | park_committee  | park committee              |
      | third_party     | third party                 |
      | grid_company    | transmission grid company   |
      | not_independent | no independent legal person |
    And the choices of kind of load
      | value               | words                                                |
      | new_load            | new load                                             |
      | own_plant           | existing load with an own coal or gas plant          |
      | exporter            | existing exporter with a rigid carbon reduction need |
      | share_duty          | existing load with a green power share requirement   |
      | key_user            | existing key user of energy or carbon                |
      | park_load           | existing load of a park                              |
      | incremental_network | existing incremental network                         |
      | enlarged_single     | enlarged project of one user                         |
      | other_existing      | other existing load                                  |
    And the choices of kind of user
      | value        | words      |
      | commercial   | commercial |
      | residential  | household  |
      | agricultural | farm       |
    And this reference case
      | fact                                       | value                    |
      | voltage of the connection in kV            | 110                      |
      | highest voltage level of the region        | 220 kV                   |
      | special safety review completed            | no                       |
      | distance between source and load           | 12 km                    |
      | source and load in the same city           | yes                      |
      | source and load in the same county         | yes                      |
      | special study for crossing counties        | no                       |
      | utilisation not below the provincial mean  | yes                      |
      | surplus sold at a mechanism price          | no                       |
      | proof of the size of the load              | yes                      |
      | source sized by the load                   | yes                      |
      | wind and PV in the provincial build plan   | yes                      |
      | grid company as investor                   | no                       |
      | load as main responsible unit              | yes                      |
      | main responsible unit of several users     | independent legal person |
      | kind of load                               | new load                 |
      | renewable fund paid in full                | yes                      |
      | output of the own plant reduced            | yes                      |
      | existing renewable source                  | no                       |
      | grid connection works not started          | yes                      |
      | grid uptake restricted                     | no                       |
      | change procedures completed                | yes                      |
      | distributed PV participates                | no                       |
      | distributed PV connected collectively      | yes                      |
      | purchases through the grid agent service   | no                       |
      | maximum exchange power with the grid       | 90 MW                    |
      | declared capacity                          | 100 MW                   |
      | peak-valley rate                           | 40 %                     |
      | planned peak-valley rate                   | 45 %                     |
      | two-way meters at all metering points      | yes                      |
      | source and load of different owners        | yes                      |
      | multi-year contract or internal agreements | yes                      |
      | built and commissioned together            | yes                      |
      | capacity changed                           | no                       |
      | new grid connection assessment             | no                       |
      | renewables added within the project        | no                       |
      | addition approved by the province          | no                       |
      | sources registered for certificates        | yes                      |
      | own use in one hour                        | 90 MWh                   |
    And in the reference case users are
      | plant | same legal person as an earlier user | kind of user | electricity use in the hour |
      | A     | no                                   | commercial   | 60 MWh                      |
      | B     | no                                   | commercial   | 30 MWh                      |
      | C     | no                                   | commercial   | 10 MWh                      |

  Rule: Voltage and distance
    Background:
      Given these conditions
        | condition       | label                       | holds when                                                                                                                                         | basis    |
        | voltage_allowed | voltage allowed             | voltage of the connection in kV is less than 220                                                                                                   | voltage  |
        | voltage_allowed |                             | voltage of the connection in kV is 220; special safety review completed is yes                                                                     | voltage  |
        | voltage_allowed |                             | highest voltage level of the region is 330 kV; voltage of the connection in kV is less than 330                                                    | voltage  |
        | voltage_allowed |                             | highest voltage level of the region is 330 kV; voltage of the connection in kV is 330; special safety review completed is yes                      | voltage  |
        | near_enough     | distance allowed in Ningxia | voltage of the connection in kV is at most 35; distance between source and load is at most 20 km                                                   | ningxia  |
        | near_enough     |                             | voltage of the connection in kV is more than 35; voltage of the connection in kV is at most 110; distance between source and load is at most 50 km | ningxia  |
        | county_allowed  | county allowed in Shandong  | source and load in the same county is yes                                                                                                          | shandong |
        | county_allowed  |                             | special study for crossing counties is yes                                                                                                         | shandong |
      And these gates
        | id  | gate                                   | requires                                                                                                                    | applies when         | basis    |
        | L7  | Voltage                                | voltage allowed holds                                                                                                       |                      | voltage  |
        | L26 | Ningxia: 110 kV, distance and city     | distance allowed in Ningxia holds; source and load in the same city is yes                                                  | province is Ningxia  | ningxia  |
        | L27 | Shandong: county, utilisation, surplus | county allowed in Shandong holds; utilisation not below the provincial mean is yes; surplus sold at a mechanism price is no | province is Shandong | shandong |

    Scenario Outline: 220 kV itself requires a special safety review
      Given voltage_kv is <voltage>
      And top_level is <top>
      And special_review is <review>
      When evaluated as of 2026-11-20
      Then gate L7 is <outcome>

      Examples:
        | voltage | top   | review | outcome |
        | 110     | kv220 | no     | met     |
        | 219.99  | kv220 | no     | met     |
        | 220     | kv220 | no     | not met |
        | 220     | kv220 | yes    | met     |
        | 220.01  | kv220 | yes    | not met |
        | 220     | kv330 | no     | met     |
        | 329.99  | kv330 | no     | met     |
        | 330     | kv330 | no     | not met |
        | 330     | kv330 | yes    | met     |
        | 330.01  | kv330 | yes    | not met |
        | 330     | kv220 | yes    | not met |

    Scenario Outline: Ningxia: limits by voltage and distance
      Given province is <province>
      And voltage_kv is <voltage>
      And distance is <distance> km
      And same_city is <city>
      When evaluated as of 2026-11-20
      Then gate L26 is <outcome>

      Examples:
        | province | voltage | distance | city | outcome        |
        | ningxia  | 35      | 20       | yes  | met            |
        | ningxia  | 35      | 20.01    | yes  | not met        |
        | ningxia  | 35.01   | 20.01    | yes  | met            |
        | ningxia  | 110     | 50       | yes  | met            |
        | ningxia  | 110     | 50.01    | yes  | not met        |
        | ningxia  | 110.01  | 50       | yes  | not met        |
        | ningxia  | 110     | 50       | no   | not met        |
        | hunan    | 110     | 60       | no   | not applicable |

    Scenario Outline: Shandong: in principle within one county
      Given province is <province>
      And same_county is <county>
      And crossing_study is <study>
      And utilisation_ok is <use>
      And mechanism_price is <price>
      When evaluated as of 2026-11-20
      Then gate L27 is <outcome>

      Examples:
        | province | county | study | use | price | outcome        |
        | shandong | yes    | no    | yes | no    | met            |
        | shandong | no     | no    | yes | no    | not met        |
        | shandong | no     | yes   | yes | no    | met            |
        | shandong | yes    | no    | no  | no    | not met        |
        | shandong | yes    | no    | yes | yes   | not met        |
        | hunan    | no     | no    | no  | yes   | not applicable |

  Rule: Participants
    Background:
      Given the quantity legal persons (persons), in items, the number of records over users, on basis users
        | where                                      |
        | same legal person as an earlier user is no |
      And the quantity households and farms (excluded_users), in items, the number of records over users, on basis users
        | where                                  |
        | kind of user is one of household, farm |
      And these conditions
        | condition      | label          | holds when                                                                                                                                                                                                                              | basis       |
        | load_allowed   | load allowed   | kind of load is one of new load, existing load with an own coal or gas plant, existing exporter with a rigid carbon reduction need                                                                                                      | load-kind   |
        | load_allowed   |                | kind of project is several users; kind of load is one of existing load with a green power share requirement, existing key user of energy or carbon, existing load of a park, existing incremental network, enlarged project of one user | users       |
        | source_allowed | source allowed | existing renewable source is no                                                                                                                                                                                                         | source-kind |
        | source_allowed |                | grid connection works not started is yes; change procedures completed is yes                                                                                                                                                            | source-kind |
        | source_allowed |                | grid uptake restricted is yes; change procedures completed is yes                                                                                                                                                                       | source-kind |
      And these gates
        | id  | gate                                                                                            | requires                                                                                                               | applies when                                                         | basis       |
        | L8  | Load proven, source sized by the load and included in the provincial plan                       | proof of the size of the load is yes; source sized by the load is yes; wind and PV in the provincial build plan is yes |                                                                      | size        |
        | L9  | One user: no grid company as investor, load as main responsible unit                            | grid company as investor is no; load as main responsible unit is yes                                                   | kind of project is one user                                          | owner       |
        | L10 | Several users: main responsible unit an independent legal person, park committee or third party | main responsible unit of several users is one of independent legal person, park committee, third party                 | kind of project is several users                                     | main-unit   |
        | L11 | Several users: two or more legal persons, no household or farm                                  | legal persons is at least 2 items; households and farms is 0 items                                                     | kind of project is several users                                     | users       |
        | L12 | Own plant: fund paid and output cut                                                             | renewable fund paid in full is yes; output of the own plant reduced is yes                                             | kind of load is existing load with an own coal or gas plant          | load-kind   |
        | L13 | Load eligible for connection                                                                    | load allowed holds                                                                                                     |                                                                      | load-kind   |
        | L14 | Source eligible for connection                                                                  | source allowed holds                                                                                                   |                                                                      | source-kind |
        | L15 | Several users: distributed PV connected collectively                                            | distributed PV connected collectively is yes                                                                           | kind of project is several users; distributed PV participates is yes | users       |

    Scenario Outline: Load size and plan
      Given load_proof is <proof>
      And sized_by_load is <sized>
      And in_plan is <plan>
      When evaluated as of 2026-11-20
      Then gate L8 is <outcome>

      Examples:
        | proof | sized | plan | outcome |
        | yes   | yes   | yes  | met     |
        | no    | yes   | yes  | not met |
        | yes   | no    | yes  | not met |
        | yes   | yes   | no   | not met |

    Scenario Outline: Main responsible unit
      Given kind is <kind>
      And investor_is_grid is <grid>
      And load_leads is <leads>
      And main_unit is <unit>
      When evaluated as of 2026-11-20
      Then gate L9 is <one>
      And gate L10 is <several>

      Examples:
        | kind   | grid | leads | unit            | one            | several        |
        | single | no   | yes   | grid_company    | met            | not applicable |
        | single | yes  | yes   | legal_unit      | not met        | not applicable |
        | single | no   | no    | legal_unit      | not met        | not applicable |
        | multi  | yes  | no    | legal_unit      | not applicable | met            |
        | multi  | yes  | no    | park_committee  | not applicable | met            |
        | multi  | yes  | no    | third_party     | not applicable | met            |
        | multi  | no   | yes   | grid_company    | not applicable | not met        |
        | multi  | no   | yes   | not_independent | not applicable | not met        |

    Scenario Outline: Two different legal persons, no household, no farm
      Given kind is <kind>
      And users are
        | plant | again | user_kind  | hour_use |
        | A     | no    | commercial | 60 MWh   |
        | B     | no    | <second>   | 30 MWh   |
      When evaluated as of 2026-11-20
      Then gate L11 is <outcome>

      Examples:
        | kind   | second       | outcome        |
        | multi  | commercial   | met            |
        | multi  | residential  | not met        |
        | multi  | agricultural | not met        |
        | single | residential  | not applicable |

    Scenario: Two plants of one legal person are one user
      Given kind of project is several users
      And users are
        | plant | again | user_kind  | hour_use |
        | P1    | no    | commercial | 60 MWh   |
        | P2    | yes   | commercial | 30 MWh   |
      When evaluated as of 2026-11-20
      Then gate L11 is not met

    Scenario Outline: Eligible loads
      Given kind is <kind>
      And load_kind is <load>
      And fund_paid is <fund>
      And plant_cut is <cut>
      When evaluated as of 2026-11-20
      Then gate L12 is <plant>
      And gate L13 is <allowed>

      Examples:
        | kind   | load                | fund | cut | plant          | allowed |
        | single | new_load            | no   | no  | not applicable | met     |
        | single | own_plant           | yes  | yes | met            | met     |
        | single | own_plant           | no   | yes | not met        | met     |
        | single | own_plant           | yes  | no  | not met        | met     |
        | single | exporter            | no   | no  | not applicable | met     |
        | single | share_duty          | no   | no  | not applicable | not met |
        | multi  | share_duty          | no   | no  | not applicable | met     |
        | multi  | key_user            | no   | no  | not applicable | met     |
        | multi  | park_load           | no   | no  | not applicable | met     |
        | multi  | incremental_network | no   | no  | not applicable | met     |
        | multi  | enlarged_single     | no   | no  | not applicable | met     |
        | multi  | other_existing      | no   | no  | not applicable | not met |

    Scenario Outline: Eligible sources
      Given source_existing is <existing>
      And works_not_begun is <works>
      And uptake_blocked is <blocked>
      And papers_changed is <papers>
      When evaluated as of 2026-11-20
      Then gate L14 is <outcome>

      Examples:
        | existing | works | blocked | papers | outcome |
        | no       | no    | no      | no     | met     |
        | yes      | no    | no      | yes    | not met |
        | yes      | yes   | no      | yes    | met     |
        | yes      | yes   | no      | no     | not met |
        | yes      | no    | yes     | yes    | met     |
        | yes      | no    | yes     | no     | not met |

    Scenario Outline: Distributed PV
      Given kind is <kind>
      And distributed_pv is <there>
      And collected_feed is <collected>
      When evaluated as of 2026-11-20
      Then gate L15 is <outcome>

      Examples:
        | kind   | there | collected | outcome        |
        | multi  | yes   | yes       | met            |
        | multi  | yes   | no        | not met        |
        | multi  | no    | no        | not applicable |
        | single | yes   | no        | not applicable |

  Rule: Operation and documents
    Background:
      Given these gates
        | id    | gate                                                           | requires                                                                                                                | applies when                                                                 | basis                    |
        | L16   | No purchase through the grid agent service                     | purchases through the grid agent service is no                                                                          |                                                                              | agent                    |
        | L17   | Exchange power and peak-valley rate within the declared values | maximum exchange power with the grid is at most declared capacity; peak-valley rate is at most planned peak-valley rate | connected to the grid is yes                                                 | exchange                 |
        | L18   | Two-way meters at all metering points                          | two-way meters at all metering points is yes                                                                            |                                                                              | meters                   |
        | L19   | Multi-year contract or internal agreements                     | multi-year contract or internal agreements is yes                                                                       | source and load of different owners is yes                                   | contract, contract-multi |
        | L24   | Several users: changed capacity assessed again                 | new grid connection assessment is yes                                                                                   | kind of project is several users; capacity changed is yes                    | change                   |
        | L24-P | Several users: added renewables approved                       | addition approved by the province is yes                                                                                | kind of project is several users; renewables added within the project is yes | change                   |
      And these findings
        | code      | finding                                                                                | when                                      | severity    | basis        |
        | L20.APART | Not built and commissioned together                                                    | built and commissioned together is no     | observation | together     |
        | L25.NOT   | Sources not registered for certificates                                                | sources registered for certificates is no | minor       | certificates |
        | L29.HUNAN | Limits of Hunan on voltage and distance were not found: confirm them with the province | province is Hunan                         | observation | hunan        |

    Scenario Outline: Operation
      Given agent_purchase is <agent>
      And exchange_peak is <peak> MW
      And valley_rate is <rate> %
      And grid_connected is <connected>
      And metered is <metered>
      When evaluated as of 2026-11-20
      Then gate L16 is <l16>
      And gate L17 is <l17>
      And gate L18 is <l18>

      Examples:
        | agent | peak   | rate  | connected | metered | l16     | l17            | l18     |
        | no    | 100    | 45    | yes       | yes     | met     | met            | met     |
        | yes   | 100    | 45    | yes       | yes     | not met | met            | met     |
        | no    | 100.01 | 45    | yes       | yes     | met     | not met        | met     |
        | no    | 100    | 45.01 | yes       | yes     | met     | not met        | met     |
        | no    | 100.01 | 45    | no        | yes     | met     | not applicable | met     |
        | no    | 100    | 45    | yes       | no      | met     | met            | not met |

    Scenario Outline: Contracts and approvals
      Given kind is <kind>
      And owners_differ is <differ>
      And contract_years is <contract>
      And capacity_changed is <changed>
      And new_assessment is <assessed>
      And more_renewables is <more>
      And province_approved is <approved>
      When evaluated as of 2026-11-20
      Then gate L19 is <l19>
      And gate L24 is <l24>
      And gate L24-P is <approval>

      Examples:
        | kind   | differ | contract | changed | assessed | more | approved | l19            | l24            | approval       |
        | multi  | yes    | yes      | yes     | yes      | yes  | yes      | met            | met            | met            |
        | multi  | yes    | no       | yes     | no       | yes  | no       | not met        | not met        | not met        |
        | multi  | no     | no       | no      | no       | no   | no       | not applicable | not applicable | not applicable |
        | single | no     | no       | yes     | no       | yes  | no       | not applicable | not applicable | not applicable |

    Scenario Outline: Findings
      Given together is <together>
      And registered is <registered>
      When evaluated as of 2026-11-20
      Then <apart>
      And <not>

      Examples:
        | together | registered | apart                              | not                                     |
        | yes      | yes        | no finding L20.APART is raised     | no finding L25.NOT is raised            |
        | no       | yes        | an observation L20.APART is raised | no finding L25.NOT is raised            |
        | yes      | no         | no finding L20.APART is raised     | a minor nonconformity L25.NOT is raised |

    Scenario Outline: Missing limits of Hunan are shown
      Given province is <province>
      When evaluated as of 2026-11-20
      Then <hunan>

      Examples:
        | province | hunan                              |
        | hunan    | an observation L29.HUNAN is raised |
        | shandong | no finding L29.HUNAN is raised     |

  Rule: One hour of several users
    Background:
      Given the quantity electricity use of all users in the hour (hour_all), in MWh, the sum of electricity use in the hour over users, on basis certificates
      And for each user of the project the quantity own electricity of the user in the hour (hour_allotted), in MWh
        | is                                                                                           | when                                              | basis        |
        | 0 MWh                                                                                        | electricity use of all users in the hour is 0 MWh | nothing      |
        | own use in one hour * electricity use in the hour / electricity use of all users in the hour | otherwise                                         | certificates |
      And the quantity own electricity allocated in the hour (hour_sum), in MWh, the sum of own electricity of the user in the hour over users, on basis certificates
      And these gates
        | id      | gate                                                      | requires                                                                | applies when                     | basis |
        | L0-HOUR | Electricity allocated in the hour does not exceed its use | own use in one hour is at most electricity use of all users in the hour | kind of project is several users | parts |
      And these results
        | result            | label                                          | is                                    | rounded to | basis        |
        | hour_allotted_sum | Own electricity allocated to users in the hour | own electricity allocated in the hour | 3 decimals | certificates |

    Scenario: 90 MWh among users of 60, 30 and 10 MWh
      When evaluated as of 2026-11-20
      Then for user A the quantity hour_allotted is 54 MWh
      And for user B the quantity hour_allotted is 27 MWh
      And for user C the quantity hour_allotted is 9 MWh
      And the quantity hour_sum is 90 MWh

    Scenario Outline: The allocation must not exceed the electricity use
      Given kind is <kind>
      And own use in one hour is <own> MWh
      When evaluated as of 2026-11-20
      Then gate L0-HOUR is <outcome>

      Examples:
        | kind   | own    | outcome        |
        | multi  | 100    | met            |
        | multi  | 100.01 | not met        |
        | single | 100.01 | not applicable |

    Scenario: In an hour without use nothing is allocated
      Given users are
        | plant | again | user_kind  | hour_use |
        | A     | no    | commercial | 0 MWh    |
      When evaluated as of 2026-11-20
      Then for user A the quantity hour_allotted is 0 MWh
