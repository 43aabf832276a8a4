# language: en
Feature: Which projects are eligible

  Background:
    Given the scorecard ccer-project
    And these facts
      | fact             | label                                 | type   | unit | one of                                                                                                                                                                                                                                                 | at least | evidence                           |
      | owner            | kind of owner                         | choice |      | legal_person, other_organisation, natural_person, not_in_china                                                                                                                                                                                         |          | design-document, validation-report |
      | method           | methodology                           | choice |      | solar_thermal, offshore_wind, afforestation, mangrove, salt_marsh, seagrass, silt_dam, gas_field_test, oil_field_land, oil_field_sea, pig_farm, farm_waste, public_building, deep_geothermal, hydrogen, sf6, mine_gas, tunnel_lighting, none_published |          | design-document, validation-report |
      | requested_on     | day of the request                    | date   |      |                                                                                                                                                                                                                                                        |          |                                    |
      | started_on       | begin of construction                 | date   |      |                                                                                                                                                                                                                                                        |          | design-document, validation-report |
      | obliged          | required by law                       | flag   |      |                                                                                                                                                                                                                                                        |          | design-document, validation-report |
      | market           | carbon market of the project          | choice |      | no_market, national, local                                                                                                                                                                                                                             |          | design-document, validation-report |
      | market_from      | in that market from                   | date   |      |                                                                                                                                                                                                                                                        |          | design-document, validation-report |
      | elsewhere        | registered in another scheme          | flag   |      |                                                                                                                                                                                                                                                        |          | registry-extract                   |
      | twice            | registered twice                      | flag   |      |                                                                                                                                                                                                                                                        |          | registry-extract                   |
      | struck_off       | struck off before                     | flag   |      |                                                                                                                                                                                                                                                        |          | registry-extract                   |
      | old_registration | registered before 2017-03-14          | flag   |      |                                                                                                                                                                                                                                                        |          | registry-extract                   |
      | registers_anew   | registers anew                        | flag   |      |                                                                                                                                                                                                                                                        |          |                                    |
      | deliberate_on    | deliberate falsehood decided on       | date   |      |                                                                                                                                                                                                                                                        |          |                                    |
      | deliberate       | deliberate falsehood of the owner     | flag   |      |                                                                                                                                                                                                                                                        |          |                                    |
      | false_reductions | false reductions registered before    | flag   |      |                                                                                                                                                                                                                                                        |          | registry-extract                   |
      | additionality    | additionality                         | choice |      | shown, exempt, not_shown                                                                                                                                                                                                                               |          | design-document, validation-report |
      | metered          | stand-alone or metered apart          | flag   |      |                                                                                                                                                                                                                                                        |          | design-document, validation-report |
      | distance         | distance from shore                   | number | km   |                                                                                                                                                                                                                                                        | 0        | design-document, validation-report |
      | depth            | depth of water                        | number | m    |                                                                                                                                                                                                                                                        | 0        | design-document, validation-report |
      | rainfall         | yearly rainfall in mm                 | number |      |                                                                                                                                                                                                                                                        | 0        | design-document, validation-report |
      | key_zone         | national key ecological function zone | flag   |      |                                                                                                                                                                                                                                                        |          | design-document, validation-report |
      | welfare_forest   | public-welfare forest                 | flag   |      |                                                                                                                                                                                                                                                        |          | design-document, validation-report |
      | gas_per_day      | gas a day in m3                       | number |      |                                                                                                                                                                                                                                                        | 0        | design-document, validation-report |
      | voltage_kv       | voltage of the equipment in kV        | number |      |                                                                                                                                                                                                                                                        | 0        | design-document, validation-report |
    And the choices of kind of owner
      | value              | words                       |
      | legal_person       | legal person in China       |
      | other_organisation | other organisation in China |
      | natural_person     | natural person              |
      | not_in_china       | not in China                |
    And the choices of methodology
      | value           | words                            |
      | solar_thermal   | solar thermal power              |
      | offshore_wind   | offshore wind                    |
      | afforestation   | afforestation                    |
      | mangrove        | mangrove                         |
      | salt_marsh      | salt marsh                       |
      | seagrass        | seagrass                         |
      | silt_dam        | silt dam                         |
      | gas_field_test  | gas of test production on land   |
      | oil_field_land  | low-output oil-field gas on land |
      | oil_field_sea   | oil-field gas at sea             |
      | pig_farm        | gas of pig farms                 |
      | farm_waste      | farm waste plants                |
      | public_building | public buildings                 |
      | deep_geothermal | deep geothermal heat             |
      | hydrogen        | hydrogen by electrolysis         |
      | sf6             | recovery of SF6                  |
      | mine_gas        | low-concentration mine gas       |
      | tunnel_lighting | tunnel lighting                  |
      | none_published  | no published methodology         |
    And the choices of carbon market of the project
      | value     | words            |
      | no_market | no carbon market |
      | national  | national market  |
      | local     | local market     |
    And the choices of additionality
      | value     | words                     |
      | shown     | shown                     |
      | exempt    | exempt by the methodology |
      | not_shown | not shown                 |
    And this reference case
      | fact                                  | value                     |
      | kind of owner                         | legal person in China     |
      | methodology                           | offshore wind             |
      | day of the request                    | 2024-09-10                |
      | begin of construction                 | 2021-03-01                |
      | required by law                       | no                        |
      | carbon market of the project          | no carbon market          |
      | in that market from                   | 2026-01-01                |
      | registered in another scheme          | no                        |
      | registered twice                      | no                        |
      | struck off before                     | no                        |
      | registered before 2017-03-14          | no                        |
      | registers anew                        | no                        |
      | deliberate falsehood decided on       | 2019-05-31                |
      | deliberate falsehood of the owner     | no                        |
      | false reductions registered before    | no                        |
      | additionality                         | exempt by the methodology |
      | stand-alone or metered apart          | yes                       |
      | distance from shore                   | 42 km                     |
      | depth of water                        | 25 m                      |
      | yearly rainfall in mm                 | 1200                      |
      | national key ecological function zone | no                        |
      | public-welfare forest                 | no                        |
      | gas a day in m3                       | 20000                     |
      | voltage of the equipment in kV        | 110                       |

  Rule: The owner
    Background:
      Given these gates
        | id | gate                                                | requires                                                                   | basis |
        | J1 | Owner a legal person or other organisation in China | kind of owner is one of legal person in China, other organisation in China | owner |

    Scenario Outline: who may own a project
      Given owner is <owner>
      When evaluated as of 2024-09-10
      Then gate J1 is <outcome>

      Examples:
        | owner              | outcome |
        | legal_person       | met     |
        | other_organisation | met     |
        | natural_person     | not met |
        | not_in_china       | not met |

  Rule: Begun after 8 November 2012
    Background:
      Given these conditions
        | condition   | label             | holds when                                                                        | basis    |
        | late_enough | begun late enough | begin of construction is after 2012-11-08                                         | eligible |
        | late_enough |                   | begin of construction is on 2012-11-08; reading of after is the day itself counts | after    |
      And the quantity construction begun (begun), on basis not-yet
        | is                                                   | when                                          |
        | undetermined, because construction has not begun yet | begin of construction is after the as-of date |
        | 1                                                    | otherwise                                     |
      And these gates
        | id | gate                                | requires                                         | basis             |
        | J4 | Construction begun after 2012-11-08 | begun late enough holds; construction begun is 1 | eligible, not-yet |

    Scenario Outline: the day itself is too early under the strict reading
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

    Scenario: a project that is still to be built is open
      Given started_on is 2026-01-01
      When evaluated as of 2024-09-10
      Then the conclusion is incomplete

    Scenario: where construction never begins there is no project
      Given supposing construction begun is 0
      When evaluated as of 2024-09-10
      Then gate J4 is not met

  Rule: Nobody obliges the owner, and no carbon market covers the project
    Background:
      Given these conditions
        | condition | label              | holds when                                                                                                            | basis    |
        | in_market | in a carbon market | carbon market of the project is one of national market, local market; in that market from is until day of the request | eligible |
      And these gates
        | id        | gate                                          | requires                                                   | basis       |
        | J5-LAW    | Not required by law                           | required by law is no                                      | eligible    |
        | J5-MARKET | In no carbon market on the day of the request | in a carbon market does not hold                           | eligible    |
        | J6        | Unique: in no other scheme, and once          | registered in another scheme is no; registered twice is no | definitions |

    Scenario: what the law requires is not voluntary
      Given required by law is yes
      When evaluated as of 2024-09-10
      Then gate J5-LAW is not met
      And the conclusion is gate failed

    Scenario Outline: a market bars from the day on which it covers the project
      Given market is <market>
      And market_from is <from>
      And day of the request is 2025-01-01
      When evaluated as of 2025-01-01
      Then gate J5-MARKET is <outcome>

      Examples:
        | market    | from       | outcome |
        | no_market | 2020-01-01 | met     |
        | national  | 2025-01-01 | not met |
        | local     | 2025-01-01 | not met |
        | local     | 2025-01-02 | met     |

    Scenario Outline: one reduction, one register
      Given elsewhere is <elsewhere>
      And twice is <twice>
      When evaluated as of 2024-09-10
      Then gate J6 is <outcome>

      Examples:
        | elsewhere | twice | outcome |
        | no        | no    | met     |
        | yes       | no    | not met |
        | no        | yes   | not met |

  Rule: A published methodology, and its conditions
    Background:
      Given the quantity methodology published (published), by methodology, day of the request
        | methodology                                                                                   | day of the request | is           | basis      |
        | solar thermal power                                                                           | from 2023-10-24    | 1            | m-solar    |
        | offshore wind                                                                                 | from 2023-10-24    | 1            | m-wind     |
        | afforestation                                                                                 | from 2023-10-24    | 1            | m-forest   |
        | mangrove                                                                                      | from 2023-10-24    | 1            | m-mangrove |
        | one of solar thermal power, offshore wind, afforestation, mangrove                            | before 2023-10-24  | 0            | m-solar    |
        | one of gas of test production on land, low-output oil-field gas on land, oil-field gas at sea | from 2025-11-23    | 1            | m-later    |
        | one of gas of test production on land, low-output oil-field gas on land, oil-field gas at sea | before 2025-11-23  | 0            | m-later    |
        | silt dam                                                                                      | from 2025-12-02    | 1            | m-later    |
        | silt dam                                                                                      | before 2025-12-02  | 0            | m-later    |
        | one of salt marsh, seagrass                                                                   | from 2025-12-03    | 1            | m-later    |
        | one of salt marsh, seagrass                                                                   | before 2025-12-03  | 0            | m-later    |
        | one of gas of pig farms, farm waste plants                                                    | from 2025-12-12    | 1            | m-later    |
        | one of gas of pig farms, farm waste plants                                                    | before 2025-12-12  | 0            | m-later    |
        | public buildings                                                                              | from 2025-12-23    | 1            | m-later    |
        | public buildings                                                                              | before 2025-12-23  | 0            | m-later    |
        | one of deep geothermal heat, hydrogen by electrolysis, recovery of SF6                        | from 2025-12-26    | 1            | m-later    |
        | one of deep geothermal heat, hydrogen by electrolysis, recovery of SF6                        | before 2025-12-26  | 0            | m-later    |
        | one of low-concentration mine gas, tunnel lighting                                            | any                | undetermined | m-drafts   |
        | no published methodology                                                                      | any                | 0            | eligible   |
      And the quantity conditions of the methodology (conditions_met)
        | is                                                              | when                                                                               | basis    |
        | 1                                                               | methodology is solar thermal power; stand-alone or metered apart is yes            | m-solar  |
        | 0                                                               | methodology is solar thermal power                                                 | m-solar  |
        | 1                                                               | methodology is offshore wind; distance from shore is more than 30 km               | m-wind   |
        | 1                                                               | methodology is offshore wind; depth of water is more than 30 m                     | m-wind   |
        | 0                                                               | methodology is offshore wind                                                       | m-wind   |
        | 0                                                               | methodology is low-output oil-field gas on land; gas a day in m3 is at least 30000 | m-later  |
        | 0                                                               | methodology is recovery of SF6; voltage of the equipment in kV is less than 66     | m-later  |
        | 0                                                               | methodology is no published methodology                                            | eligible |
        | undetermined, because the text of this methodology was not read | otherwise                                                                          | m-later  |
      And these gates
        | id   | gate                                              | requires                           | basis    |
        | J3   | A methodology published by the day of the request | methodology published is 1         | eligible |
        | J3-C | Conditions of the methodology met                 | conditions of the methodology is 1 | eligible |

    Scenario Outline: a methodology opens its field on its day
      Given method is <method>
      And requested_on is <day>
      When evaluated as of <day>
      Then gate J3 is <outcome>

      Examples:
        | method          | day        | outcome      |
        | solar_thermal   | 2023-10-23 | not met      |
        | solar_thermal   | 2023-10-24 | met          |
        | offshore_wind   | 2023-10-23 | not met      |
        | offshore_wind   | 2023-10-24 | met          |
        | afforestation   | 2023-10-23 | not met      |
        | afforestation   | 2023-10-24 | met          |
        | mangrove        | 2023-10-23 | not met      |
        | mangrove        | 2023-10-24 | met          |
        | gas_field_test  | 2025-11-22 | not met      |
        | gas_field_test  | 2025-11-23 | met          |
        | oil_field_land  | 2025-11-22 | not met      |
        | oil_field_land  | 2025-11-23 | met          |
        | oil_field_sea   | 2025-11-22 | not met      |
        | oil_field_sea   | 2025-11-23 | met          |
        | silt_dam        | 2025-12-01 | not met      |
        | silt_dam        | 2025-12-02 | met          |
        | salt_marsh      | 2025-12-02 | not met      |
        | salt_marsh      | 2025-12-03 | met          |
        | seagrass        | 2025-12-02 | not met      |
        | seagrass        | 2025-12-03 | met          |
        | pig_farm        | 2025-12-11 | not met      |
        | pig_farm        | 2025-12-12 | met          |
        | farm_waste      | 2025-12-11 | not met      |
        | farm_waste      | 2025-12-12 | met          |
        | public_building | 2025-12-22 | not met      |
        | public_building | 2025-12-23 | met          |
        | deep_geothermal | 2025-12-25 | not met      |
        | deep_geothermal | 2025-12-26 | met          |
        | hydrogen        | 2025-12-25 | not met      |
        | hydrogen        | 2025-12-26 | met          |
        | sf6             | 2025-12-25 | not met      |
        | sf6             | 2025-12-26 | met          |
        | mine_gas        | 2026-06-30 | undetermined |
        | tunnel_lighting | 2026-06-30 | undetermined |
        | none_published  | 2026-06-30 | not met      |
        | silt_dam        | 2023-10-23 | not met      |

    Scenario Outline: what a methodology asks
      Given method is <method>
      And metered is <metered>
      And distance is <distance> km
      And depth is <depth> m
      And gas_per_day is <gas>
      And voltage_kv is <voltage>
      When evaluated as of 2026-06-30
      Then gate J3-C is <outcome>

      Examples:
        | method         | metered | distance | depth | gas   | voltage | outcome      |
        | solar_thermal  | yes     | 0        | 0     | 0     | 0       | met          |
        | solar_thermal  | no      | 0        | 0     | 0     | 0       | not met      |
        | offshore_wind  | no      | 30.01    | 0     | 0     | 0       | met          |
        | offshore_wind  | no      | 30       | 30    | 0     | 0       | not met      |
        | offshore_wind  | no      | 0        | 30.01 | 0     | 0       | met          |
        | oil_field_land | no      | 0        | 0     | 30000 | 0       | not met      |
        | oil_field_land | no      | 0        | 0     | 29999 | 0       | undetermined |
        | sf6            | no      | 0        | 0     | 0     | 65.9    | not met      |
        | sf6            | no      | 0        | 0     | 0     | 66      | undetermined |
        | none_published | no      | 0        | 0     | 0     | 0       | not met      |
        | mangrove       | no      | 0        | 0     | 0     | 0       | undetermined |
        | mangrove       | no      | 0        | 31    | 0     | 0       | undetermined |
        | mangrove       | no      | 0        | 0     | 30000 | 0       | undetermined |

    Scenario: the text of a methodology that was not read is not guessed
      Given methodology is mangrove
      When evaluated as of 2026-06-30
      Then the rules leave the quantity conditions_met undetermined
      And the conclusion is incomplete

  Rule: Additionality
    Background:
      Given the quantity exempt from showing it (exemption)
        | is                                                              | when                                                                                         | basis       |
        | 1                                                               | methodology is one of solar thermal power, offshore wind; conditions of the methodology is 1 | definitions |
        | 0                                                               | methodology is one of solar thermal power, offshore wind                                     | definitions |
        | 1                                                               | methodology is afforestation; yearly rainfall in mm is less than 400                         | m-forest    |
        | 1                                                               | methodology is afforestation; national key ecological function zone is yes                   | m-forest    |
        | 1                                                               | methodology is afforestation; public-welfare forest is yes                                   | m-forest    |
        | 0                                                               | methodology is afforestation                                                                 | m-forest    |
        | undetermined, because the text of this methodology was not read | otherwise                                                                                    | m-later     |
      And these conditions
        | condition  | label      | holds when                                                              | basis       |
        | additional | additional | additionality is shown                                                  | definitions |
        | additional |            | additionality is exempt by the methodology; exempt from showing it is 1 | definitions |
      And these gates
        | id | gate                          | requires         | basis                        |
        | J7 | Additionality shown or exempt | additional holds | definitions, eligible, proof |

    Scenario Outline: exempt by what the methodology says
      Given method is <method>
      And additionality is <additionality>
      And distance is <distance> km
      And rainfall is <rain>
      And key_zone is <zone>
      And welfare_forest is <welfare>
      When evaluated as of 2026-06-30
      Then gate J7 is <outcome>

      Examples:
        | method        | additionality | distance | rain  | zone | welfare | outcome      |
        | offshore_wind | exempt        | 42       | 0     | no   | no      | met          |
        | solar_thermal | exempt        | 0        | 0     | no   | no      | met          |
        | offshore_wind | exempt        | 30       | 0     | no   | no      | not met      |
        | offshore_wind | shown         | 30       | 0     | no   | no      | met          |
        | offshore_wind | not_shown     | 42       | 0     | no   | no      | not met      |
        | afforestation | exempt        | 0        | 399.9 | no   | no      | met          |
        | afforestation | exempt        | 0        | 400   | no   | no      | not met      |
        | afforestation | exempt        | 0        | 400   | yes  | no      | met          |
        | afforestation | exempt        | 0        | 400   | no   | yes     | met          |
        | mangrove      | exempt        | 0        | 400   | no   | no      | undetermined |
        | mangrove      | exempt        | 0        | 400   | yes  | no      | undetermined |
        | mangrove      | exempt        | 0        | 400   | no   | yes     | undetermined |
        | mangrove      | shown         | 0        | 400   | no   | no      | met          |

    Scenario: what neither design document nor validation report shows is open
      Given evidence for additionality is missing
      When evaluated as of 2024-09-10
      Then gate J7 is undetermined
      And the conclusion is incomplete

    Scenario: other methodologies exempt by conditions that were not read
      Given methodology is mangrove
      And supposing conditions_met is 1
      When evaluated as of 2026-06-30
      Then gate J7 is undetermined

  Rule: Earlier registrations and falsehoods
    Background:
      Given these conditions
        | condition | label  | holds when                                                                                                                                                                   | basis                |
        | barred    | barred | deliberate falsehood of the owner is yes; day of the request is before deliberate falsehood decided on plus 3 years; deliberate falsehood decided on is until the as-of date | false-owner, not-yet |
      And these gates
        | id  | gate                                             | requires                                 | applies when                        | basis       |
        | J12 | Never struck off                                 | struck off before is no                  |                                     | struck      |
        | J13 | Registered anew if registered before 2017-03-14  | registers anew is yes                    | registered before 2017-03-14 is yes | anew        |
        | B4  | Not within three years of a deliberate falsehood | barred does not hold                     |                                     | false-owner |
        | B5  | No false reductions registered before            | false reductions registered before is no |                                     | false-owner |

    Scenario: what was struck off does not come back
      Given struck off before is yes
      When evaluated as of 2024-09-10
      Then gate J12 is not met

    Scenario Outline: an old registration does not carry over
      Given old_registration is <old>
      And registers_anew is <anew>
      When evaluated as of 2024-09-10
      Then gate J13 is <outcome>

      Examples:
        | old | anew | outcome        |
        | no  | no   | not applicable |
        | yes | no   | not met        |
        | yes | yes  | met            |

    Scenario Outline: three years from the decision of 20 May 2025
      Given deliberate is <deliberate>
      And deliberate falsehood decided on is 2025-05-20
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

    Scenario: after false reductions nothing more is taken
      Given false reductions registered before is yes
      When evaluated as of 2024-09-10
      Then gate B5 is not met
