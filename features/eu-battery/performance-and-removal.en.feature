# language: en
Feature: Performance, safety and removal
  Articles 9 to 12 and 14.

  Background:
    Given the scorecard eu-battery
    And these facts
      | fact                | label                                             | type    | unit | one of                                                                                                                        | at least | evidence                                  | may not apply | may lie ahead |
      | performance_values  | performance values documented                     | choices |      | rated_capacity, capacity_fade, power, power_fade, resistance, resistance_increase, efficiency, efficiency_fade, expected_life |          | technical-documentation, battery-passport |               |               |
      | portable_act        | entry into force of the portable performance act  | date    |      |                                                                                                                               |          |                                           | yes           | yes           |
      | portable_minimum    | minimum performance of portable batteries reached | flag    |      |                                                                                                                               |          |                                           |               |               |
      | performance_act     | entry into force of the performance act           | date    |      |                                                                                                                               |          |                                           | yes           | yes           |
      | performance_minimum | minimum performance reached                       | flag    |      |                                                                                                                               |          |                                           |               |               |
      | user_removable      | removable by the end-user                         | flag    |      |                                                                                                                               |          |                                           |               |               |
      | removal_tools       | tools for removal                                 | choice  |      | none_needed, commercial, special_free, special_paid, heat_solvent                                                             |          |                                           |               |               |
      | derogation          | derogation from removal                           | choice  |      | no_derogation, wet, medical, continuity, alone                                                                                |          |                                           |               |               |
      | pack_replaceable    | battery pack replaceable by professionals         | flag    |      |                                                                                                                               |          |                                           |               |               |
      | cells_replaceable   | cells replaceable by professionals                | flag    |      |                                                                                                                               |          |                                           |               |               |
      | spare_years         | spare part availability                           | number  | year |                                                                                                                               | 0        |                                           |               |               |
      | safety_evidence     | safety tests documented                           | flag    |      |                                                                                                                               |          | test-report, battery-passport             |               |               |
      | health_data         | state of health data                              | choices |      | soce, remaining_capacity, self_discharge, dates, energy_throughput, capacity_throughput, harmful_events, full_cycles          |          | technical-documentation, battery-passport |               |               |
      | health_access       | read-only access to health data                   | flag    |      |                                                                                                                               |          |                                           |               |               |
    And the choices of performance values documented
      | value               | words                 |
      | rated_capacity      | rated capacity        |
      | capacity_fade       | capacity fade         |
      | power               | power                 |
      | power_fade          | power fade            |
      | resistance          | internal resistance   |
      | resistance_increase | resistance increase   |
      | efficiency          | round trip efficiency |
      | efficiency_fade     | efficiency fade       |
      | expected_life       | expected lifetime     |
    And the choices of tools for removal
      | value        | words                        |
      | none_needed  | no tools                     |
      | commercial   | commercially available tools |
      | special_free | special tools free of charge |
      | special_paid | special tools at a price     |
      | heat_solvent | heat or solvents             |
    And the choices of derogation from removal
      | value         | words                             |
      | no_derogation | no derogation                     |
      | wet           | wet environment                   |
      | medical       | medical device                    |
      | continuity    | continuity of data and safety     |
      | alone         | battery not supplied in a product |
    And the choices of state of health data
      | value               | words                         |
      | soce                | state of certified energy     |
      | remaining_capacity  | remaining capacity            |
      | self_discharge      | evolution of self-discharge   |
      | dates               | manufacture and service dates |
      | energy_throughput   | energy throughput             |
      | capacity_throughput | capacity throughput           |
      | harmful_events      | harmful events                |
      | full_cycles         | full equivalent cycles        |

  Rule: Performance and durability
    Background:
      Given the quantity scope of performance values (1 = applies) (performance_scope), on basis a10-1
        | is | when                                                                                                     |
        | 1  | battery category is one of LMT battery, EV battery                                                       |
        | 1  | battery category is industrial battery; rechargeable battery is yes; battery capacity is more than 2 kWh |
        | 0  | otherwise                                                                                                |
      And the quantity binding minimum performance (1 = applies) (performance_binding), on basis a10-2
        | is | when                                                                                                                                                                                                                                                                                           |
        | 1  | battery category is industrial battery; rechargeable battery is yes; battery capacity is more than 2 kWh; exclusively external storage is no; day first placed on the market is from 2027-08-18; day first placed on the market is from entry into force of the performance act plus 18 months |
        | 1  | battery category is LMT battery; day first placed on the market is from 2028-08-18; day first placed on the market is from entry into force of the performance act plus 18 months                                                                                                              |
        | 0  | otherwise                                                                                                                                                                                                                                                                                      |
      And these gates
        | id          | gate                                                        | requires                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                            | applies when                                                                                                                                                                                                                      | basis |
        | A9-PORTABLE | Portable battery of general use reaches minimum performance | minimum performance of portable batteries reached is yes                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                            | battery category is portable battery; intended use is general use; button cell is no; day placed on the market is from 2028-08-18; day placed on the market is from entry into force of the portable performance act plus 2 years | a9    |
        | A10-VALUES  | Performance and durability documented                       | performance values documented includes any of rated capacity; performance values documented includes any of capacity fade; performance values documented includes any of power; performance values documented includes any of power fade; performance values documented includes any of internal resistance; performance values documented includes any of resistance increase; performance values documented includes any of round trip efficiency; performance values documented includes any of efficiency fade; performance values documented includes any of expected lifetime | scope of performance values (1 = applies) is 1; day first placed on the market is from 2024-08-18                                                                                                                                 | a10-1 |
        | A10-MINIMUM | Minimum performance and durability reached                  | minimum performance reached is yes                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                  | binding minimum performance (1 = applies) is 1                                                                                                                                                                                    | a10-2 |

    Scenario Outline: minimum performance of portable batteries
      Given battery category is <category>
      And intended use is <use>
      And button cell is <button>
      And entry into force of the portable performance act is <act>
      And day placed on the market is <placed>
      And minimum performance of portable batteries reached is <minimum>
      When evaluated as of 2027-04-01
      Then gate A9-PORTABLE is <outcome>

      Examples:
        | category           | use            | button | act        | placed     | minimum | outcome        |
        | portable battery   | general use    | no     | 2026-01-01 | 2028-08-17 | no      | not applicable |
        | portable battery   | general use    | no     | 2026-01-01 | 2028-08-18 | no      | not met        |
        | portable battery   | general use    | no     | 2026-01-01 | 2028-08-18 | yes     | met            |
        | portable battery   | general use    | yes    | 2026-01-01 | 2028-08-18 | no      | not applicable |
        | portable battery   | industrial use | no     | 2026-01-01 | 2028-08-18 | no      | not applicable |
        | industrial battery | general use    | no     | 2026-01-01 | 2028-08-18 | no      | not applicable |
        | portable battery   | general use    | no     | 2027-01-01 | 2028-12-31 | no      | not applicable |
        | portable battery   | general use    | no     | 2027-01-01 | 2029-01-01 | no      | not met        |

    Scenario: if the status of the portable performance act is unknown, the duty is undetermined
      Given battery category is portable battery
      And intended use is general use
      And entry into force of the portable performance act is missing
      And day placed on the market is 2029-01-01
      When evaluated as of 2027-04-01
      Then gate A9-PORTABLE is undetermined because of entry into force of the portable performance act

    Scenario Outline: all values of Part A must be documented
      Given performance values documented is <values>
      When evaluated as of 2027-04-01
      Then gate A10-VALUES is <outcome>

      Examples:
        | values                                                                                                                                                | outcome |
        | rated capacity, capacity fade, power, power fade, internal resistance, resistance increase, round trip efficiency, efficiency fade, expected lifetime | met     |
        | capacity fade, power, power fade, internal resistance, resistance increase, round trip efficiency, efficiency fade, expected lifetime                 | not met |
        | rated capacity, power, power fade, internal resistance, resistance increase, round trip efficiency, efficiency fade, expected lifetime                | not met |
        | rated capacity, capacity fade, power fade, internal resistance, resistance increase, round trip efficiency, efficiency fade, expected lifetime        | not met |
        | rated capacity, capacity fade, power, internal resistance, resistance increase, round trip efficiency, efficiency fade, expected lifetime             | not met |
        | rated capacity, capacity fade, power, power fade, resistance increase, round trip efficiency, efficiency fade, expected lifetime                      | not met |
        | rated capacity, capacity fade, power, power fade, internal resistance, round trip efficiency, efficiency fade, expected lifetime                      | not met |
        | rated capacity, capacity fade, power, power fade, internal resistance, resistance increase, efficiency fade, expected lifetime                        | not met |
        | rated capacity, capacity fade, power, power fade, internal resistance, resistance increase, round trip efficiency, expected lifetime                  | not met |
        | rated capacity, capacity fade, power, power fade, internal resistance, resistance increase, round trip efficiency, efficiency fade                    | not met |

    Scenario Outline: the batteries for which values must be documented, and from which day
      Given battery category is <category>
      And rechargeable battery is <rechargeable>
      And day first placed on the market is <first>
      And performance values documented is none
      When evaluated as of 2027-04-01
      Then gate A10-VALUES is <outcome>

      Examples:
        | category           | rechargeable | first      | outcome        |
        | EV battery         | yes          | 2024-08-17 | not applicable |
        | EV battery         | yes          | 2024-08-18 | not met        |
        | EV battery         | no           | 2024-08-18 | not met        |
        | industrial battery | yes          | 2024-08-18 | not met        |
        | industrial battery | no           | 2024-08-18 | not applicable |
        | SLI battery        | yes          | 2024-08-18 | not applicable |

    Scenario Outline: the day from which minimum performance applies
      Given battery category is <category>
      And rechargeable battery is <rechargeable>
      And battery capacity is <capacity> kWh
      And exclusively external storage is <external>
      And entry into force of the performance act is <act>
      And day first placed on the market is <first>
      And day placed on the market is <first>
      When evaluated as of 2027-04-01
      Then the quantity binding minimum performance (1 = applies) is <binds>

      Examples:
        | category           | rechargeable | capacity | external | act            | first      | binds |
        | industrial battery | yes          | 10       | no       | 2026-01-01     | 2027-08-17 | 0     |
        | industrial battery | yes          | 10       | no       | 2026-01-01     | 2027-08-18 | 1     |
        | industrial battery | yes          | 10       | no       | 2027-01-01     | 2028-06-30 | 0     |
        | industrial battery | yes          | 10       | no       | 2027-01-01     | 2028-07-01 | 1     |
        | industrial battery | no           | 10       | no       | 2026-01-01     | 2027-08-18 | 0     |
        | industrial battery | yes          | 2        | no       | 2026-01-01     | 2027-08-18 | 0     |
        | industrial battery | yes          | 10       | yes      | 2026-01-01     | 2027-08-18 | 0     |
        | LMT battery        | yes          | 1        | no       | 2026-01-01     | 2028-08-17 | 0     |
        | LMT battery        | yes          | 1        | no       | 2026-01-01     | 2028-08-18 | 1     |
        | LMT battery        | yes          | 1        | no       | 2028-01-01     | 2029-06-30 | 0     |
        | LMT battery        | yes          | 1        | no       | 2028-01-01     | 2029-07-01 | 1     |
        | EV battery         | yes          | 60       | no       | 2026-01-01     | 2030-01-01 | 0     |
        | industrial battery | yes          | 10       | no       | not applicable | 2030-01-01 | 0     |

    Scenario Outline: minimum performance after it starts to apply
      Given supposing binding minimum performance (1 = applies) is <binds>
      And minimum performance reached is <minimum>
      When evaluated as of 2027-04-01
      Then gate A10-MINIMUM is <outcome>

      Examples:
        | binds | minimum | outcome        |
        | 1     | yes     | met            |
        | 1     | no      | not met        |
        | 0     | no      | not applicable |

  Rule: Removal and replacement
    Background:
      Given the quantity spare part duty (1 = applies) (spare_due), on basis a11
        | is | when                                                                                                                                                |
        | 1  | battery category is LMT battery; day placed on the market is from 2027-02-18                                                                        |
        | 1  | battery category is portable battery; derogation from removal is not battery not supplied in a product; day placed on the market is from 2027-02-18 |
        | 0  | otherwise                                                                                                                                           |
      And these gates
        | id               | gate                                                                               | requires                                                                                                  | applies when                                                                                                                                         | basis |
        | A11-PORTABLE     | Portable battery removable by the end-user                                         | removable by the end-user is yes; tools for removal is none of special tools at a price, heat or solvents | battery category is portable battery; derogation from removal is no derogation; day placed on the market is from 2027-02-18                          | a11   |
        | A11-PROFESSIONAL | Portable battery under a partial derogation removable by independent professionals | battery pack replaceable by professionals is yes                                                          | battery category is portable battery; derogation from removal is one of wet environment, medical device; day placed on the market is from 2027-02-18 | a11   |
        | A11-LMT          | LMT pack and cells replaceable by independent professionals                        | battery pack replaceable by professionals is yes; cells replaceable by professionals is yes               | battery category is LMT battery; day placed on the market is from 2027-02-18                                                                         | a11   |
        | A11-SPARE        | Spare batteries available for five years                                           | spare part availability is at least 5 years                                                               | spare part duty (1 = applies) is 1                                                                                                                   | a11   |

    Scenario Outline: portable batteries must be removable by the end-user from 18 February 2027
      Given battery category is <category>
      And removable by the end-user is <removable>
      And tools for removal is <tools>
      And derogation from removal is <derogation>
      And day placed on the market is <placed>
      When evaluated as of 2027-04-01
      Then gate A11-PORTABLE is <outcome>

      Examples:
        | category         | removable | tools                        | derogation                        | placed     | outcome        |
        | portable battery | no        | commercially available tools | no derogation                     | 2027-02-17 | not applicable |
        | portable battery | no        | commercially available tools | no derogation                     | 2027-02-18 | not met        |
        | portable battery | yes       | commercially available tools | no derogation                     | 2027-02-18 | met            |
        | portable battery | yes       | special tools free of charge | no derogation                     | 2027-02-18 | met            |
        | portable battery | yes       | special tools at a price     | no derogation                     | 2027-02-18 | not met        |
        | portable battery | yes       | heat or solvents             | no derogation                     | 2027-02-18 | not met        |
        | portable battery | no        | commercially available tools | wet environment                   | 2027-02-18 | not applicable |
        | portable battery | no        | commercially available tools | medical device                    | 2027-02-18 | not applicable |
        | portable battery | no        | commercially available tools | battery not supplied in a product | 2027-02-18 | not applicable |
        | EV battery       | no        | commercially available tools | no derogation                     | 2027-02-18 | not applicable |

    Scenario Outline: wet environments and medical devices require removal by professionals; the continuity derogation exempts altogether
      Given battery category is <category>
      And derogation from removal is <derogation>
      And battery pack replaceable by professionals is <professional>
      And day placed on the market is <placed>
      When evaluated as of 2027-04-01
      Then gate A11-PROFESSIONAL is <outcome>

      Examples:
        | category         | derogation                    | professional | placed     | outcome        |
        | portable battery | wet environment               | no           | 2027-02-17 | not applicable |
        | portable battery | wet environment               | no           | 2027-02-18 | not met        |
        | portable battery | wet environment               | yes          | 2027-02-18 | met            |
        | portable battery | medical device                | no           | 2027-02-18 | not met        |
        | portable battery | continuity of data and safety | no           | 2027-02-18 | not applicable |
        | portable battery | no derogation                 | no           | 2027-02-18 | not applicable |
        | LMT battery      | wet environment               | no           | 2027-02-18 | not applicable |

    Scenario Outline: LMT batteries must be replaceable by professionals from 18 February 2027
      Given battery category is <category>
      And battery pack replaceable by professionals is <pack>
      And cells replaceable by professionals is <cells>
      And day placed on the market is <placed>
      When evaluated as of 2027-04-01
      Then gate A11-LMT is <outcome>

      Examples:
        | category    | pack | cells | placed     | outcome        |
        | LMT battery | yes  | yes   | 2027-02-18 | met            |
        | LMT battery | no   | yes   | 2027-02-18 | not met        |
        | LMT battery | yes  | no    | 2027-02-18 | not met        |
        | LMT battery | no   | no    | 2027-02-17 | not applicable |
        | EV battery  | no   | no    | 2027-02-18 | not applicable |

    Scenario Outline: spare batteries must be available for five years
      Given battery category is <category>
      And spare part availability is <years> year
      And day placed on the market is <placed>
      When evaluated as of 2027-04-01
      Then gate A11-SPARE is <outcome>

      Examples:
        | category         | years | placed     | outcome        |
        | portable battery | 5     | 2027-02-18 | met            |
        | LMT battery      | 4.9   | 2027-02-18 | not met        |
        | LMT battery      | 4.9   | 2027-02-17 | not applicable |
        | EV battery       | 4.9   | 2027-02-18 | not applicable |

    Scenario: a cell sold on its own is not part of a product and needs no spare parts
      Given battery category is portable battery
      And derogation from removal is battery not supplied in a product
      And spare part availability is 0 year
      And day placed on the market is 2027-02-18
      When evaluated as of 2027-04-01
      Then gate A11-SPARE is not applicable

    Scenario: portable batteries need no spare parts before 18 February 2027
      Given battery category is portable battery
      And spare part availability is 0 year
      And day placed on the market is 2027-02-17
      When evaluated as of 2027-04-01
      Then gate A11-SPARE is not applicable

  Rule: Safety and state of health
    Background:
      Given the quantity scope of state of health (2 = only SOCE / 1 = all data) (health_scope), on basis a14
        | is | when                                                                                                  |
        | 2  | battery category is EV battery                                                                        |
        | 1  | battery category is LMT battery                                                                       |
        | 1  | battery category is industrial battery; stationary storage is yes; exclusively external storage is no |
        | 0  | otherwise                                                                                             |
      And these gates
        | id         | gate                                                                    | requires                                                                                                                                                                                                                                                                                                                                                                                                                          | applies when                                                                                                                                       | basis |
        | A12-SAFETY | Safety of stationary storage documented                                 | safety tests documented is yes                                                                                                                                                                                                                                                                                                                                                                                                    | battery category is industrial battery; stationary storage is yes; exclusively external storage is no; day placed on the market is from 2024-08-18 | a12   |
        | A14-EV     | EV battery shows its state of certified energy                          | state of health data includes any of state of certified energy                                                                                                                                                                                                                                                                                                                                                                    | scope of state of health (2 = only SOCE / 1 = all data) is 2; day placed on the market is from 2024-08-18                                          | a14   |
        | A14-OTHERS | LMT and stationary batteries show state of health and expected lifetime | state of health data includes any of remaining capacity; state of health data includes any of evolution of self-discharge; state of health data includes any of manufacture and service dates; state of health data includes any of energy throughput; state of health data includes any of capacity throughput; state of health data includes any of harmful events; state of health data includes any of full equivalent cycles | scope of state of health (2 = only SOCE / 1 = all data) is 1; day placed on the market is from 2024-08-18                                          | a14   |
        | A14-ACCESS | Read-only access to state of health                                     | read-only access to health data is yes                                                                                                                                                                                                                                                                                                                                                                                            | scope of state of health (2 = only SOCE / 1 = all data) is at least 1; day placed on the market is from 2024-08-18                                 | a14   |

    Scenario Outline: safety evidence of stationary storage
      Given battery category is <category>
      And stationary storage is <stationary>
      And safety tests documented is <safety>
      And day placed on the market is <placed>
      When evaluated as of 2027-04-01
      Then gate A12-SAFETY is <outcome>
      And the quantity scope of state of health (2 = only SOCE / 1 = all data) is <scope>

      Examples:
        | category           | stationary | safety | placed     | outcome        | scope |
        | industrial battery | yes        | yes    | 2024-08-18 | met            | 1     |
        | industrial battery | yes        | no     | 2024-08-18 | not met        | 1     |
        | industrial battery | yes        | no     | 2024-08-17 | not applicable | 1     |
        | industrial battery | no         | no     | 2024-08-18 | not applicable | 0     |
        | EV battery         | yes        | no     | 2024-08-18 | not applicable | 2     |
        | LMT battery        | no         | no     | 2024-08-18 | not applicable | 1     |
        | portable battery   | yes        | no     | 2024-08-18 | not applicable | 0     |

    Scenario: a battery with external storage only is not a stationary battery energy storage system
      Given battery category is industrial battery
      And stationary storage is yes
      And exclusively external storage is yes
      And safety tests documented is no
      When evaluated as of 2027-04-01
      Then gate A12-SAFETY is not applicable
      And the quantity scope of state of health (2 = only SOCE / 1 = all data) is 0

    Scenario Outline: EV batteries show SOCE only, without the data of Part B
      Given state of health data is <data>
      And day placed on the market is <placed>
      And battery category is <category>
      When evaluated as of 2027-04-01
      Then gate A14-EV is <outcome>

      Examples:
        | data                      | placed     | category    | outcome        |
        | state of certified energy | 2024-08-18 | EV battery  | met            |
        | none                      | 2024-08-18 | EV battery  | not met        |
        | none                      | 2024-08-17 | EV battery  | not applicable |
        | none                      | 2024-08-18 | LMT battery | not applicable |

    Scenario Outline: LMT batteries show the other state-of-health data
      Given battery category is <category>
      And state of health data is <data>
      And day placed on the market is <placed>
      When evaluated as of 2027-04-01
      Then gate A14-OTHERS is <outcome>

      Examples:
        | category    | data                                                                                                                                                           | placed     | outcome        |
        | LMT battery | remaining capacity, evolution of self-discharge, manufacture and service dates, energy throughput, capacity throughput, harmful events, full equivalent cycles | 2024-08-18 | met            |
        | LMT battery | none                                                                                                                                                           | 2024-08-17 | not applicable |
        | EV battery  | none                                                                                                                                                           | 2024-08-18 | not applicable |
        | LMT battery | evolution of self-discharge, manufacture and service dates, energy throughput, capacity throughput, harmful events, full equivalent cycles                     | 2024-08-18 | not met        |
        | LMT battery | remaining capacity, manufacture and service dates, energy throughput, capacity throughput, harmful events, full equivalent cycles                              | 2024-08-18 | not met        |
        | LMT battery | remaining capacity, evolution of self-discharge, energy throughput, capacity throughput, harmful events, full equivalent cycles                                | 2024-08-18 | not met        |
        | LMT battery | remaining capacity, evolution of self-discharge, manufacture and service dates, capacity throughput, harmful events, full equivalent cycles                    | 2024-08-18 | not met        |
        | LMT battery | remaining capacity, evolution of self-discharge, manufacture and service dates, energy throughput, harmful events, full equivalent cycles                      | 2024-08-18 | not met        |
        | LMT battery | remaining capacity, evolution of self-discharge, manufacture and service dates, energy throughput, capacity throughput, full equivalent cycles                 | 2024-08-18 | not met        |
        | LMT battery | remaining capacity, evolution of self-discharge, manufacture and service dates, energy throughput, capacity throughput, harmful events                         | 2024-08-18 | not met        |

    Scenario Outline: read-only access to the state-of-health data
      Given battery category is <category>
      And read-only access to health data is <access>
      And day placed on the market is <placed>
      When evaluated as of 2027-04-01
      Then gate A14-ACCESS is <outcome>

      Examples:
        | category    | access | placed     | outcome        |
        | LMT battery | yes    | 2024-08-18 | met            |
        | LMT battery | no     | 2024-08-18 | not met        |
        | EV battery  | no     | 2024-08-17 | not applicable |
        | SLI battery | no     | 2024-08-18 | not applicable |
