# language: en
Feature: Eligible projects

  Background:
    Given the scorecard ccer-project
    And these facts
      | fact             | label                                            | type   | unit | one of                                                                                                                                                                                                                                                 | at least | evidence                           |
      | owner            | type of owner                                    | choice |      | legal_person, other_organisation, natural_person, not_in_china                                                                                                                                                                                         |          | design-document, validation-report |
      | method           | methodology                                      | choice |      | solar_thermal, offshore_wind, afforestation, mangrove, salt_marsh, seagrass, silt_dam, gas_field_test, oil_field_land, oil_field_sea, pig_farm, farm_waste, public_building, deep_geothermal, hydrogen, sf6, mine_gas, tunnel_lighting, none_published |          | design-document, validation-report |
      | requested_on     | date of the request                              | date   |      |                                                                                                                                                                                                                                                        |          |                                    |
      | started_on       | start of construction                            | date   |      |                                                                                                                                                                                                                                                        |          | design-document, validation-report |
      | obliged          | the project is required by law                   | flag   |      |                                                                                                                                                                                                                                                        |          | design-document, validation-report |
      | market           | carbon market covering the project               | choice |      | no_market, national, local                                                                                                                                                                                                                             |          | design-document, validation-report |
      | market_from      | date of coverage by that market                  | date   |      |                                                                                                                                                                                                                                                        |          | design-document, validation-report |
      | elsewhere        | registered in another scheme                     | flag   |      |                                                                                                                                                                                                                                                        |          | registry-extract                   |
      | twice            | registered twice                                 | flag   |      |                                                                                                                                                                                                                                                        |          | registry-extract                   |
      | struck_off       | deregistered before                              | flag   |      |                                                                                                                                                                                                                                                        |          | registry-extract                   |
      | old_registration | registered before 2017-03-14                     | flag   |      |                                                                                                                                                                                                                                                        |          | registry-extract                   |
      | registers_anew   | the project registers again                      | flag   |      |                                                                                                                                                                                                                                                        |          |                                    |
      | deliberate_on    | date of the decision on deliberate falsification | date   |      |                                                                                                                                                                                                                                                        |          |                                    |
      | deliberate       | deliberate falsification by the owner            | flag   |      |                                                                                                                                                                                                                                                        |          |                                    |
      | false_reductions | false reductions were registered before          | flag   |      |                                                                                                                                                                                                                                                        |          | registry-extract                   |
      | additionality    | additionality                                    | choice |      | shown, exempt, not_shown                                                                                                                                                                                                                               |          | design-document, validation-report |
      | metered          | stand-alone or separately metered                | flag   |      |                                                                                                                                                                                                                                                        |          | design-document, validation-report |
      | distance         | distance from shore                              | number | km   |                                                                                                                                                                                                                                                        | 0        | design-document, validation-report |
      | depth            | water depth                                      | number | m    |                                                                                                                                                                                                                                                        | 0        | design-document, validation-report |
      | rainfall         | annual rainfall in mm                            | number |      |                                                                                                                                                                                                                                                        | 0        | design-document, validation-report |
      | key_zone         | national key ecological function zone            | flag   |      |                                                                                                                                                                                                                                                        |          | design-document, validation-report |
      | welfare_forest   | public-welfare forest                            | flag   |      |                                                                                                                                                                                                                                                        |          | design-document, validation-report |
      | gas_per_day      | gas output per day in m3                         | number |      |                                                                                                                                                                                                                                                        | 0        | design-document, validation-report |
      | voltage_kv       | equipment voltage in kV                          | number |      |                                                                                                                                                                                                                                                        | 0        | design-document, validation-report |
    And the choices of type of owner
      | value              | words                       |
      | legal_person       | legal person in China       |
      | other_organisation | other organisation in China |
      | natural_person     | natural person              |
      | not_in_china       | located outside China       |
    And the choices of methodology
      | value           | words                                              |
      | solar_thermal   | solar thermal power                                |
      | offshore_wind   | offshore wind                                      |
      | afforestation   | afforestation                                      |
      | mangrove        | mangrove restoration                               |
      | salt_marsh      | salt marsh restoration                             |
      | seagrass        | seagrass restoration                               |
      | silt_dam        | silt dam carbon sink                               |
      | gas_field_test  | vented gas from well testing of onshore gas fields |
      | oil_field_land  | low-output associated gas of onshore oil fields    |
      | oil_field_sea   | associated gas of offshore oil fields              |
      | pig_farm        | biogas from manure of large pig farms              |
      | farm_waste      | centralised treatment of agricultural waste        |
      | public_building | energy efficiency of existing public buildings     |
      | deep_geothermal | deep geothermal heating                            |
      | hydrogen        | hydrogen by renewable electrolysis                 |
      | sf6             | recovery and purification of SF6                   |
      | mine_gas        | low-concentration mine gas                         |
      | tunnel_lighting | energy-saving tunnel lighting                      |
      | none_published  | no published methodology                           |
    And the choices of carbon market covering the project
      | value     | words            |
      | no_market | no carbon market |
      | national  | national market  |
      | local     | local market     |
    And the choices of additionality
      | value     | words                     |
      | shown     | demonstrated              |
      | exempt    | exempt by the methodology |
      | not_shown | not demonstrated          |
    And this reference case
      | fact                                             | value                     |
      | type of owner                                    | legal person in China     |
      | methodology                                      | offshore wind             |
      | date of the request                              | 2024-09-10                |
      | start of construction                            | 2021-03-01                |
      | the project is required by law                   | no                        |
      | carbon market covering the project               | no carbon market          |
      | date of coverage by that market                  | 2026-01-01                |
      | registered in another scheme                     | no                        |
      | registered twice                                 | no                        |
      | deregistered before                              | no                        |
      | registered before 2017-03-14                     | no                        |
      | the project registers again                      | no                        |
      | date of the decision on deliberate falsification | 2019-05-31                |
      | deliberate falsification by the owner            | no                        |
      | false reductions were registered before          | no                        |
      | additionality                                    | exempt by the methodology |
      | stand-alone or separately metered                | yes                       |
      | distance from shore                              | 42 km                     |
      | water depth                                      | 25 m                      |
      | annual rainfall in mm                            | 1200                      |
      | national key ecological function zone            | no                        |
      | public-welfare forest                            | no                        |
      | gas output per day in m3                         | 20000                     |
      | equipment voltage in kV                          | 110                       |

  Rule: The owner
    Background:
      Given these gates
        | id | gate                                                   | requires                                                                   | basis |
        | J1 | Owner is a legal person or other organisation in China | type of owner is one of legal person in China, other organisation in China | owner |

    Scenario Outline: Eligible owners
      Given owner is <owner>
      When evaluated as of 2024-09-10
      Then gate J1 is <outcome>

      Examples:
        | owner              | outcome |
        | legal_person       | met     |
        | other_organisation | met     |
        | natural_person     | not met |
        | not_in_china       | not met |

  Rule: Construction began after 8 November 2012
    Background:
      Given these conditions
        | condition   | label                                                 | holds when                                                                                             | basis    |
        | late_enough | start of construction is late enough under Article 10 | start of construction is after 2012-11-08                                                              | eligible |
        | late_enough |                                                       | start of construction is on 2012-11-08; interpretation of the word after is the day itself is included | after    |
      And the quantity construction has begun (1 = yes) (begun), on basis not-yet
        | is                                                   | when                                          |
        | undetermined, because construction has not begun yet | start of construction is after the as-of date |
        | 1                                                    | otherwise                                     |
      And these gates
        | id | gate                                | requires                                                                                           | basis             |
        | J4 | Construction began after 2012-11-08 | start of construction is late enough under Article 10 holds; construction has begun (1 = yes) is 1 | eligible, not-yet |

    Scenario Outline: Under the strict interpretation the day itself is too early
      Given started_on is <day>
      And the setting after_reading is <reading>
      When evaluated as of 2024-09-10
      Then gate J4 is <outcome>

      Examples:
        | day        | reading   | outcome      |
        | 2012-11-07 | inclusive | not met      |
        | 2012-11-08 | strict    | not met      |
        | 2012-11-08 | inclusive | met          |
        | 2012-11-09 | strict    | met          |
        | 2024-09-10 | strict    | met          |
        | 2024-09-11 | strict    | undetermined |

    Scenario: A project not yet under construction is undetermined
      Given started_on is 2026-01-01
      When evaluated as of 2024-09-10
      Then the conclusion is incomplete

    Scenario: Without a start of construction there is no project
      Given supposing construction has begun (1 = yes) is 0
      When evaluated as of 2024-09-10
      Then gate J4 is not met

  Rule: The project is not required by law and not covered by a carbon market
    Background:
      Given these conditions
        | condition | label                      | holds when                                                                                                                               | basis    |
        | in_market | covered by a carbon market | carbon market covering the project is one of national market, local market; date of coverage by that market is until date of the request | eligible |
      And these gates
        | id        | gate                                                      | requires                                                   | basis       |
        | J5-LAW    | The project is not required by law                        | the project is required by law is no                       | eligible    |
        | J5-MARKET | Not covered by a carbon market on the date of the request | covered by a carbon market does not hold                   | eligible    |
        | J6        | Unique: registered in no other scheme and not twice       | registered in another scheme is no; registered twice is no | definitions |

    Scenario: A project required by law is not voluntary
      Given the project is required by law is yes
      When evaluated as of 2024-09-10
      Then gate J5-LAW is not met
      And the conclusion is gate failed

    Scenario Outline: A market excludes the project from the day it covers it
      Given market is <market>
      And market_from is <from>
      And date of the request is 2025-01-01
      When evaluated as of 2025-01-01
      Then gate J5-MARKET is <outcome>

      Examples:
        | market    | from       | outcome |
        | no_market | 2020-01-01 | met     |
        | national  | 2025-01-01 | not met |
        | local     | 2025-01-01 | not met |
        | local     | 2025-01-02 | met     |

    Scenario Outline: A reduction is registered in one scheme only
      Given elsewhere is <elsewhere>
      And twice is <twice>
      When evaluated as of 2024-09-10
      Then gate J6 is <outcome>

      Examples:
        | elsewhere | twice | outcome |
        | no        | no    | met     |
        | yes       | no    | not met |
        | no        | yes   | not met |

  Rule: Published methodology and its conditions
    Background:
      Given the quantity methodology is published (1 = yes) (published), by methodology, date of the request
        | methodology                                                                                                                                       | date of the request | is           | basis      |
        | solar thermal power                                                                                                                               | from 2023-10-24     | 1            | m-solar    |
        | offshore wind                                                                                                                                     | from 2023-10-24     | 1            | m-wind     |
        | afforestation                                                                                                                                     | from 2023-10-24     | 1            | m-forest   |
        | mangrove restoration                                                                                                                              | from 2023-10-24     | 1            | m-mangrove |
        | one of solar thermal power, offshore wind, afforestation, mangrove restoration                                                                    | before 2023-10-24   | 0            | m-solar    |
        | one of vented gas from well testing of onshore gas fields, low-output associated gas of onshore oil fields, associated gas of offshore oil fields | from 2025-11-23     | 1            | m-later    |
        | one of vented gas from well testing of onshore gas fields, low-output associated gas of onshore oil fields, associated gas of offshore oil fields | before 2025-11-23   | 0            | m-later    |
        | silt dam carbon sink                                                                                                                              | from 2025-12-02     | 1            | m-later    |
        | silt dam carbon sink                                                                                                                              | before 2025-12-02   | 0            | m-later    |
        | one of salt marsh restoration, seagrass restoration                                                                                               | from 2025-12-03     | 1            | m-later    |
        | one of salt marsh restoration, seagrass restoration                                                                                               | before 2025-12-03   | 0            | m-later    |
        | one of biogas from manure of large pig farms, centralised treatment of agricultural waste                                                         | from 2025-12-12     | 1            | m-later    |
        | one of biogas from manure of large pig farms, centralised treatment of agricultural waste                                                         | before 2025-12-12   | 0            | m-later    |
        | energy efficiency of existing public buildings                                                                                                    | from 2025-12-23     | 1            | m-later    |
        | energy efficiency of existing public buildings                                                                                                    | before 2025-12-23   | 0            | m-later    |
        | one of deep geothermal heating, hydrogen by renewable electrolysis, recovery and purification of SF6                                              | from 2025-12-26     | 1            | m-later    |
        | one of deep geothermal heating, hydrogen by renewable electrolysis, recovery and purification of SF6                                              | before 2025-12-26   | 0            | m-later    |
        | one of low-concentration mine gas, energy-saving tunnel lighting                                                                                  | any                 | undetermined | m-drafts   |
        | no published methodology                                                                                                                          | any                 | 0            | eligible   |
      And the quantity conditions of the methodology are met (1 = yes) (conditions_met)
        | is                                                              | when                                                                                                       | basis    |
        | 1                                                               | methodology is solar thermal power; stand-alone or separately metered is yes                               | m-solar  |
        | 0                                                               | methodology is solar thermal power                                                                         | m-solar  |
        | 1                                                               | methodology is offshore wind; distance from shore is more than 30 km                                       | m-wind   |
        | 1                                                               | methodology is offshore wind; water depth is more than 30 m                                                | m-wind   |
        | 0                                                               | methodology is offshore wind                                                                               | m-wind   |
        | 0                                                               | methodology is low-output associated gas of onshore oil fields; gas output per day in m3 is at least 30000 | m-later  |
        | 0                                                               | methodology is recovery and purification of SF6; equipment voltage in kV is less than 66                   | m-later  |
        | 0                                                               | methodology is no published methodology                                                                    | eligible |
        | undetermined, because the text of this methodology was not read | otherwise                                                                                                  | m-later  |
      And these gates
        | id   | gate                                                    | requires                                             | basis    |
        | J3   | The methodology is published by the date of the request | methodology is published (1 = yes) is 1              | eligible |
        | J3-C | The conditions of the methodology are met               | conditions of the methodology are met (1 = yes) is 1 | eligible |

    Scenario Outline: A methodology is available from its date of issue
      Given method is <method>
      And requested_on is <day>
      When evaluated as of <day>
      Then gate J3 is <outcome>

      Examples:
        | method               | day        | outcome      |
        | solar_thermal        | 2023-10-23 | not met      |
        | solar_thermal        | 2023-10-24 | met          |
        | offshore_wind        | 2023-10-23 | not met      |
        | offshore_wind        | 2023-10-24 | met          |
        | afforestation        | 2023-10-23 | not met      |
        | afforestation        | 2023-10-24 | met          |
        | mangrove restoration | 2023-10-23 | not met      |
        | mangrove restoration | 2023-10-24 | met          |
        | gas_field_test       | 2025-11-22 | not met      |
        | gas_field_test       | 2025-11-23 | met          |
        | oil_field_land       | 2025-11-22 | not met      |
        | oil_field_land       | 2025-11-23 | met          |
        | oil_field_sea        | 2025-11-22 | not met      |
        | oil_field_sea        | 2025-11-23 | met          |
        | silt_dam             | 2025-12-01 | not met      |
        | silt_dam             | 2025-12-02 | met          |
        | salt_marsh           | 2025-12-02 | not met      |
        | salt_marsh           | 2025-12-03 | met          |
        | seagrass restoration | 2025-12-02 | not met      |
        | seagrass restoration | 2025-12-03 | met          |
        | pig_farm             | 2025-12-11 | not met      |
        | pig_farm             | 2025-12-12 | met          |
        | farm_waste           | 2025-12-11 | not met      |
        | farm_waste           | 2025-12-12 | met          |
        | public_building      | 2025-12-22 | not met      |
        | public_building      | 2025-12-23 | met          |
        | deep_geothermal      | 2025-12-25 | not met      |
        | deep_geothermal      | 2025-12-26 | met          |
        | hydrogen             | 2025-12-25 | not met      |
        | hydrogen             | 2025-12-26 | met          |
        | sf6                  | 2025-12-25 | not met      |
        | sf6                  | 2025-12-26 | met          |
        | mine_gas             | 2026-06-30 | undetermined |
        | tunnel_lighting      | 2026-06-30 | undetermined |
        | none_published       | 2026-06-30 | not met      |
        | silt_dam             | 2023-10-23 | not met      |

    Scenario Outline: Conditions of a methodology
      Given method is <method>
      And metered is <metered>
      And distance is <distance> km
      And depth is <depth> m
      And gas_per_day is <gas>
      And voltage_kv is <voltage>
      When evaluated as of 2026-06-30
      Then gate J3-C is <outcome>

      Examples:
        | method               | metered | distance | depth | gas   | voltage | outcome      |
        | solar_thermal        | yes     | 0        | 0     | 0     | 0       | met          |
        | solar_thermal        | no      | 0        | 0     | 0     | 0       | not met      |
        | offshore_wind        | no      | 30.01    | 0     | 0     | 0       | met          |
        | offshore_wind        | no      | 30       | 30    | 0     | 0       | not met      |
        | offshore_wind        | no      | 0        | 30.01 | 0     | 0       | met          |
        | oil_field_land       | no      | 0        | 0     | 30000 | 0       | not met      |
        | oil_field_land       | no      | 0        | 0     | 29999 | 0       | undetermined |
        | sf6                  | no      | 0        | 0     | 0     | 65.9    | not met      |
        | sf6                  | no      | 0        | 0     | 0     | 66      | undetermined |
        | none_published       | no      | 0        | 0     | 0     | 0       | not met      |
        | mangrove restoration | no      | 0        | 0     | 0     | 0       | undetermined |
        | mangrove restoration | no      | 0        | 31    | 0     | 0       | undetermined |
        | mangrove restoration | no      | 0        | 0     | 30000 | 0       | undetermined |

    Scenario: Conditions of a methodology that was not read are undetermined
      Given methodology is mangrove restoration
      When evaluated as of 2026-06-30
      Then the rules leave the quantity conditions_met undetermined
      And the conclusion is incomplete

  Rule: Additionality
    Background:
      Given the quantity exempt from demonstrating additionality (1 = yes) (exemption)
        | is                                                              | when                                                                                                           | basis       |
        | 1                                                               | methodology is one of solar thermal power, offshore wind; conditions of the methodology are met (1 = yes) is 1 | definitions |
        | 0                                                               | methodology is one of solar thermal power, offshore wind                                                       | definitions |
        | 1                                                               | methodology is afforestation; annual rainfall in mm is less than 400                                           | m-forest    |
        | 1                                                               | methodology is afforestation; national key ecological function zone is yes                                     | m-forest    |
        | 1                                                               | methodology is afforestation; public-welfare forest is yes                                                     | m-forest    |
        | 0                                                               | methodology is afforestation                                                                                   | m-forest    |
        | undetermined, because the text of this methodology was not read | otherwise                                                                                                      | m-later     |
      And these conditions
        | condition  | label      | holds when                                                                                         | basis       |
        | additional | additional | additionality is demonstrated                                                                      | definitions |
        | additional |            | additionality is exempt by the methodology; exempt from demonstrating additionality (1 = yes) is 1 | definitions |
      And these gates
        | id | gate                                    | requires         | basis                        |
        | J7 | Additionality is demonstrated or exempt | additional holds | definitions, eligible, proof |

    Scenario Outline: Exemption under the methodology
      Given method is <method>
      And additionality is <additionality>
      And distance is <distance> km
      And rainfall is <rain>
      And key_zone is <zone>
      And welfare_forest is <welfare>
      When evaluated as of 2026-06-30
      Then gate J7 is <outcome>

      Examples:
        | method               | additionality | distance | rain  | zone | welfare | outcome      |
        | offshore_wind        | exempt        | 42       | 0     | no   | no      | met          |
        | solar_thermal        | exempt        | 0        | 0     | no   | no      | met          |
        | offshore_wind        | exempt        | 30       | 0     | no   | no      | not met      |
        | offshore_wind        | demonstrated  | 30       | 0     | no   | no      | met          |
        | offshore_wind        | not_shown     | 42       | 0     | no   | no      | not met      |
        | afforestation        | exempt        | 0        | 399.9 | no   | no      | met          |
        | afforestation        | exempt        | 0        | 400   | no   | no      | not met      |
        | afforestation        | exempt        | 0        | 400   | yes  | no      | met          |
        | afforestation        | exempt        | 0        | 400   | no   | yes     | met          |
        | mangrove restoration | exempt        | 0        | 400   | no   | no      | undetermined |
        | mangrove restoration | exempt        | 0        | 400   | yes  | no      | undetermined |
        | mangrove restoration | exempt        | 0        | 400   | no   | yes     | undetermined |
        | mangrove restoration | demonstrated  | 0        | 400   | no   | no      | met          |

    Scenario: Facts shown by neither design document nor validation report are undetermined
      Given evidence for additionality is missing
      When evaluated as of 2024-09-10
      Then gate J7 is undetermined
      And the conclusion is incomplete

    Scenario: The exemptions of other methodologies were not read
      Given methodology is mangrove restoration
      And supposing conditions_met is 1
      When evaluated as of 2026-06-30
      Then gate J7 is undetermined

  Rule: Earlier registrations and falsification
    Background:
      Given these conditions
        | condition | label  | holds when                                                                                                                                                                                                          | basis                |
        | barred    | barred | deliberate falsification by the owner is yes; date of the request is before date of the decision on deliberate falsification plus 3 years; date of the decision on deliberate falsification is until the as-of date | false-owner, not-yet |
      And these gates
        | id  | gate                                                                        | requires                                      | applies when                        | basis       |
        | J12 | The project was never deregistered                                          | deregistered before is no                     |                                     | struck      |
        | J13 | Registered again if registered before 2017-03-14                            | the project registers again is yes            | registered before 2017-03-14 is yes | anew        |
        | B4  | No request within three years after a deliberate falsification by the owner | barred does not hold                          |                                     | false-owner |
        | B5  | No false reductions were registered before                                  | false reductions were registered before is no |                                     | false-owner |

    Scenario: A deregistered project cannot be registered again
      Given deregistered before is yes
      When evaluated as of 2024-09-10
      Then gate J12 is not met

    Scenario Outline: An old registration does not carry over
      Given old_registration is <old>
      And registers_anew is <anew>
      When evaluated as of 2024-09-10
      Then gate J13 is <outcome>

      Examples:
        | old | anew | outcome        |
        | no  | no   | not applicable |
        | yes | no   | not met        |
        | yes | yes  | met            |

    Scenario Outline: Three years from the decision of 20 May 2025
      Given deliberate is <deliberate>
      And date of the decision on deliberate falsification is 2025-05-20
      And requested_on is <day>
      When evaluated as of <asked>
      Then gate B4 is <outcome>

      Examples:
        | deliberate | day        | asked      | outcome |
        | no         | 2026-06-30 | 2026-06-30 | met     |
        | yes        | 2028-05-19 | 2028-05-19 | not met |
        | yes        | 2028-05-20 | 2028-05-20 | met     |
        | yes        | 2026-06-30 | 2025-05-19 | met     |
        | yes        | 2026-06-30 | 2025-05-20 | not met |

    Scenario: After false reductions no further request is accepted
      Given false reductions were registered before is yes
      When evaluated as of 2024-09-10
      Then gate B5 is not met
