# language: en
Feature: Steps, data and result

  Background:
    Given the scorecard product-footprint-review
    And these facts
      | fact         | label                                             | type         | unit   | one of                                       | at least | at most | evidence                                        |
      | unit_on      | date of defining boundary and unit                | date         |        |                                              |          |         | footprint-report                                |
      | data_from    | start of data collection                          | date         |        |                                              |          |         | footprint-report                                |
      | data_until   | end of the data period                            | date         |        |                                              |          |         | footprint-report                                |
      | boundary     | system boundary                                   | choice       |        | cradle_to_gate, cradle_to_grave              |          |         |                                                 |
      | unit_sold    | the declared unit equals the unit sold            | flag         |        |                                              |          |         |                                                 |
      | method       | method applied                                    | choice       |        | gbt_24067_2024, iso_14067_2018, other_method |          |         |                                                 |
      | parts        | parts of the study                                | choices      |        | scope, inventory, assessment, interpretation |          |         |                                                 |
      | place_stated | the geographical scope of the data is stated      | flag         |        |                                              |          |         |                                                 |
      | database     | the database and its version are named            | flag         |        |                                              |          |         |                                                 |
      | report_made  | a report is prepared                              | flag         |        |                                              |          |         |                                                 |
      | looked_at    | flow categories considered                        | choices      |        | c1, c2, c3, c4, c5, c6, c7, c8, c9, c11, c12 |          |         |                                                 |
      | offsets_in   | offsets deducted                                  | number       | kgCO2e |                                              | 0        |         | footprint-report                                |
      | cut_off      | cut-off share                                     | number       | %      |                                              | 0        | 100     | footprint-report                                |
      | rule_entered | a product rule is entered with its source         | flag         |        |                                              |          |         |                                                 |
      | rule_primary | minimum share of primary data in the product rule | number       | %      |                                              | 0        | 100     |                                                 |
      | rule_age     | maximum age of data in the product rule           | number       | month  |                                              | 0        |         |                                                 |
      | rule_cut     | maximum cut-off in the product rule               | number       | %      |                                              | 0        | 100     |                                                 |
      | reported     | reported footprint                                | number       | kgCO2e |                                              |          |         | footprint-report                                |
      | last_digit   | value of the last reported digit                  | number       | kgCO2e |                                              | 0.000001 |         | footprint-report                                |
      | assurance    | level of assurance stated                         | choice       |        | no_assurance, limited, reasonable            |          |         |                                                 |
      | statement_on | date of the verification statement                | date         |        |                                              |          |         | verification-statement                          |
      | lines        | data lines                                        | list of line |        |                                              |          |         | footprint-report, parts-list, production-report |
    And the choices of system boundary
      | value           | words           |
      | cradle_to_gate  | cradle to gate  |
      | cradle_to_grave | cradle to grave |
    And the choices of method applied
      | value          | words           |
      | gbt_24067_2024 | GB/T 24067-2024 |
      | iso_14067_2018 | ISO 14067:2018  |
      | other_method   | another method  |
    And the choices of parts of the study
      | value          | words             |
      | scope          | goal and scope    |
      | inventory      | inventory         |
      | assessment     | impact assessment |
      | interpretation | interpretation    |
    And the choices of flow categories considered
      | value | words                                    |
      | c1    | 1 emissions outside the other categories |
      | c2    | 2 air transport                          |
      | c3    | 3 biogenic emissions                     |
      | c4    | 4 emissions of land-use change           |
      | c5    | 5 emissions of land use                  |
      | c6    | 6 fossil emissions and removals          |
      | c7    | 7 biogenic removals                      |
      | c8    | 8 removals of land-use change            |
      | c9    | 9 removals of land use                   |
      | c11   | 11 indirect emissions of land-use change |
      | c12   | 12 indirect removals of land-use change  |
    And the choices of level of assurance stated
      | value        | words       |
      | no_assurance | none stated |
      | limited      | limited     |
      | reasonable   | reasonable  |
    And each line has
      | field             | label                                           | type   | one of                                                           | at least |
      | line              | name of the data line                           | text   |                                                                  |          |
      | life_step         | life-cycle step                                 | choice | materials, production, transport, use, end_of_life               |          |
      | category          | flow category of the line                       | choice | d1, d2, d3, d4, d5, d6, d7, d8, d9, d10, d11, d12                |          |
      | activity          | quantity of the activity                        | number |                                                                  | 0        |
      | factor            | emission factor in kg CO2e per unit of activity | number |                                                                  |          |
      | found_by          | method of obtaining the data                    | choice | measured, calculated, estimated_by_standard, estimated_otherwise |          |
      | primary           | the data are primary                            | flag   |                                                                  |          |
      | traced            | the data are traceable to a primary record      | flag   |                                                                  |          |
      | factor_named      | the source of the factor is named               | flag   |                                                                  |          |
      | certificates_sold | certificates of the green electricity are sold  | flag   |                                                                  |          |
    And no two data lines share a name of the data line
    And the choices of life-cycle step
      | value       | words       |
      | materials   | materials   |
      | production  | production  |
      | transport   | transport   |
      | use         | use         |
      | end_of_life | end of life |
    And the choices of flow category of the line
      | value | words |
      | d1    | 1     |
      | d2    | 2     |
      | d3    | 3     |
      | d4    | 4     |
      | d5    | 5     |
      | d6    | 6     |
      | d7    | 7     |
      | d8    | 8     |
      | d9    | 9     |
      | d10   | 10    |
      | d11   | 11    |
      | d12   | 12    |
    And the choices of method of obtaining the data
      | value                 | words                             |
      | measured              | measured                          |
      | calculated            | calculated                        |
      | estimated_by_standard | estimated according to a standard |
      | estimated_otherwise   | other estimate                    |
    And this reference case
      | fact                                              | value                                                                                                                                                                                                                                                                                                                                    |
      | date of defining boundary and unit                | 2025-01-10                                                                                                                                                                                                                                                                                                                               |
      | start of data collection                          | 2025-02-01                                                                                                                                                                                                                                                                                                                               |
      | end of the data period                            | 2025-12-31                                                                                                                                                                                                                                                                                                                               |
      | system boundary                                   | cradle to grave                                                                                                                                                                                                                                                                                                                          |
      | the declared unit equals the unit sold            | yes                                                                                                                                                                                                                                                                                                                                      |
      | method applied                                    | GB/T 24067-2024                                                                                                                                                                                                                                                                                                                          |
      | parts of the study                                | goal and scope, inventory, impact assessment, interpretation                                                                                                                                                                                                                                                                             |
      | the geographical scope of the data is stated      | yes                                                                                                                                                                                                                                                                                                                                      |
      | the database and its version are named            | yes                                                                                                                                                                                                                                                                                                                                      |
      | a report is prepared                              | yes                                                                                                                                                                                                                                                                                                                                      |
      | flow categories considered                        | 1 emissions outside the other categories, 2 air transport, 3 biogenic emissions, 4 emissions of land-use change, 5 emissions of land use, 6 fossil emissions and removals, 7 biogenic removals, 8 removals of land-use change, 9 removals of land use, 11 indirect emissions of land-use change, 12 indirect removals of land-use change |
      | offsets deducted                                  | 0 kgCO2e                                                                                                                                                                                                                                                                                                                                 |
      | cut-off share                                     | 1 %                                                                                                                                                                                                                                                                                                                                      |
      | a product rule is entered with its source         | no                                                                                                                                                                                                                                                                                                                                       |
      | minimum share of primary data in the product rule | 50 %                                                                                                                                                                                                                                                                                                                                     |
      | maximum age of data in the product rule           | 12 months                                                                                                                                                                                                                                                                                                                                |
      | maximum cut-off in the product rule               | 1 %                                                                                                                                                                                                                                                                                                                                      |
      | reported footprint                                | 10.1448 kgCO2e                                                                                                                                                                                                                                                                                                                           |
      | value of the last reported digit                  | 0.0001 kgCO2e                                                                                                                                                                                                                                                                                                                            |
      | level of assurance stated                         | limited                                                                                                                                                                                                                                                                                                                                  |
      | date of the verification statement                | 2026-03-31                                                                                                                                                                                                                                                                                                                               |
    And in the reference case data lines are
      | name of the data line | life-cycle step | flow category of the line | quantity of the activity | emission factor in kg CO2e per unit of activity | method of obtaining the data      | the data are primary | the data are traceable to a primary record | the source of the factor is named | certificates of the green electricity are sold |
      | materials             | materials       | 6                         | 5.20                     | 1                                               | measured                          | yes                  | yes                                        | yes                               | no                                             |
      | electricity in kWh    | production      | 6                         | 8                        | 0.5306                                          | measured                          | yes                  | yes                                        | yes                               | no                                             |
      | carriage              | transport       | 6                         | 0.30                     | 1                                               | calculated                        | no                   | yes                                        | yes                               | no                                             |
      | use                   | use             | 6                         | 0                        | 1                                               | estimated according to a standard | no                   | yes                                        | yes                               | no                                             |
      | end of life           | end of life     | 6                         | 0.40                     | 1                                               | estimated according to a standard | no                   | yes                                        | yes                               | no                                             |

  Rule: Steps
    Background:
      Given these conditions
        | condition  | label                                   | holds when                                                                           | basis      |
        | gap_should | land use not considered                 | flow categories considered includes none of 5 emissions of land use                  | categories |
        | gap_should |                                         | flow categories considered includes none of 9 removals of land use                   | categories |
        | gap_apart  | indirect land-use change not considered | flow categories considered includes none of 11 indirect emissions of land-use change | categories |
        | gap_apart  |                                         | flow categories considered includes none of 12 indirect removals of land-use change  | categories |
      And the quantity unit defined before data collection (unit_first)
        | is                                                         | when                                                                                                                   | basis   |
        | 0                                                          | date of defining boundary and unit is after start of data collection; start of data collection is until the as-of date | unit    |
        | 1                                                          | start of data collection is until the as-of date                                                                       | unit    |
        | undetermined, because the data have not been collected yet | otherwise                                                                                                              | to-come |
      And the quantity data period has ended (time_over), on basis to-come
        | is                                                  | when                           |
        | 1                                                   | end of the data period is over |
        | undetermined, because the data period has not ended | otherwise                      |
      And these gates
        | id   | gate                                                                  | requires                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                          | applies when                             | basis      |
        | Z1   | Boundary and functional unit are defined before data collection       | unit defined before data collection is 1                                                                                                                                                                                                                                                                                                                                                                                                                                                                          |                                          | unit       |
        | Z2-T | The data period has ended                                             | data period has ended is 1                                                                                                                                                                                                                                                                                                                                                                                                                                                                                        |                                          | to-come    |
        | Z3   | The database and its version are named                                | the database and its version are named is yes                                                                                                                                                                                                                                                                                                                                                                                                                                                                     |                                          | model      |
        | Z4   | A report is prepared                                                  | a report is prepared is yes                                                                                                                                                                                                                                                                                                                                                                                                                                                                                       |                                          | report     |
        | Z5   | Goal and scope, inventory, assessment and interpretation are included | parts of the study includes any of goal and scope; parts of the study includes any of inventory; parts of the study includes any of impact assessment; parts of the study includes any of interpretation                                                                                                                                                                                                                                                                                                          |                                          | method     |
        | Z5B  | The geographical scope of the data is stated                          | the geographical scope of the data is stated is yes                                                                                                                                                                                                                                                                                                                                                                                                                                                               | method applied is GB/T 24067-2024        | method     |
        | Z6   | A footprint below zero only for cradle to grave                       | system boundary is cradle to grave                                                                                                                                                                                                                                                                                                                                                                                                                                                                                | reported footprint is less than 0 kgCO2e | negative   |
        | Z7   | Categories 1 to 4 and 6 to 8 are considered                           | flow categories considered includes any of 1 emissions outside the other categories; flow categories considered includes any of 2 air transport; flow categories considered includes any of 3 biogenic emissions; flow categories considered includes any of 4 emissions of land-use change; flow categories considered includes any of 6 fossil emissions and removals; flow categories considered includes any of 7 biogenic removals; flow categories considered includes any of 8 removals of land-use change |                                          | categories |
        | Z8   | No offsets are included in the footprint                              | offsets deducted is 0 kgCO2e                                                                                                                                                                                                                                                                                                                                                                                                                                                                                      |                                          | offsets    |
        | Z9A  | The declared unit equals the unit sold                                | the declared unit equals the unit sold is yes                                                                                                                                                                                                                                                                                                                                                                                                                                                                     |                                          | review     |
      And these findings
        | code      | finding                                                                             | when                                          | severity    | basis      |
        | Z5.OTHER  | The method is neither GB/T 24067-2024 nor ISO 14067:2018, and its text was not read | method applied is another method              | observation | method     |
        | Z7.SHOULD | Categories 5 and 9 should be counted as well                                        | land use not considered holds                 | observation | categories |
        | Z7.APART  | Categories 11 and 12 should be considered separately                                | indirect land-use change not considered holds | observation | categories |

    Scenario Outline: The unit is defined before the data are collected
      Given unit_on is <day>
      When evaluated as of 2026-11-20
      Then gate Z1 is <outcome>

      Examples:
        | day        | outcome |
        | 2025-02-01 | met     |
        | 2025-02-02 | not met |

    Scenario Outline: Each step is completed
      Given database is <database>
      And report_made is <report>
      And unit_sold is <unit>
      And offsets_in is <offsets> kgCO2e
      When evaluated as of 2026-11-20
      Then gate Z3 is <z3>
      And gate Z4 is <z4>
      And gate Z9A is <z9a>
      And gate Z8 is <z8>

      Examples:
        | database | report | unit | offsets | z3      | z4      | z9a     | z8      |
        | yes      | yes    | yes  | 0       | met     | met     | met     | met     |
        | no       | yes    | yes  | 0.01    | not met | met     | met     | not met |
        | yes      | no     | yes  | 0       | met     | not met | met     | met     |
        | yes      | yes    | no   | 0       | met     | met     | not met | met     |

    Scenario Outline: Four parts of the study
      Given parts is <parts>
      When evaluated as of 2026-11-20
      Then gate Z5 is <outcome>

      Examples:
        | parts                                                        | outcome |
        | goal and scope, inventory, impact assessment, interpretation | met     |
        | inventory, impact assessment, interpretation                 | not met |
        | goal and scope, impact assessment, interpretation            | not met |
        | goal and scope, inventory, interpretation                    | not met |
        | goal and scope, inventory, impact assessment                 | not met |

    Scenario Outline: The geographical scope is required by the Chinese standard
      Given method is <method>
      And place_stated is <stated>
      When evaluated as of 2026-11-20
      Then gate Z5B is <outcome>
      And <other>

      Examples:
        | method          | stated | outcome        | other                             |
        | GB/T 24067-2024 | yes    | met            | no finding Z5.OTHER is raised     |
        | GB/T 24067-2024 | no     | not met        | no finding Z5.OTHER is raised     |
        | ISO 14067:2018  | no     | not applicable | no finding Z5.OTHER is raised     |
        | another method  | no     | not applicable | an observation Z5.OTHER is raised |

    Scenario Outline: Categories that must be considered and that should be considered
      Given looked_at is <categories>
      When evaluated as of 2026-11-20
      Then gate Z7 is <outcome>
      And <should>
      And <apart>

      Examples:
        | categories                                   | outcome | should                             | apart                             |
        | c1, c2, c3, c4, c5, c6, c7, c8, c9, c11, c12 | met     | no finding Z7.SHOULD is raised     | no finding Z7.APART is raised     |
        | c2, c3, c4, c5, c6, c7, c8, c9, c11, c12     | not met | no finding Z7.SHOULD is raised     | no finding Z7.APART is raised     |
        | c1, c3, c4, c5, c6, c7, c8, c9, c11, c12     | not met | no finding Z7.SHOULD is raised     | no finding Z7.APART is raised     |
        | c1, c2, c4, c5, c6, c7, c8, c9, c11, c12     | not met | no finding Z7.SHOULD is raised     | no finding Z7.APART is raised     |
        | c1, c2, c3, c5, c6, c7, c8, c9, c11, c12     | not met | no finding Z7.SHOULD is raised     | no finding Z7.APART is raised     |
        | c1, c2, c3, c4, c5, c7, c8, c9, c11, c12     | not met | no finding Z7.SHOULD is raised     | no finding Z7.APART is raised     |
        | c1, c2, c3, c4, c5, c6, c8, c9, c11, c12     | not met | no finding Z7.SHOULD is raised     | no finding Z7.APART is raised     |
        | c1, c2, c3, c4, c5, c6, c7, c9, c11, c12     | not met | no finding Z7.SHOULD is raised     | no finding Z7.APART is raised     |
        | c1, c2, c3, c4, c6, c7, c8, c9, c11, c12     | met     | an observation Z7.SHOULD is raised | no finding Z7.APART is raised     |
        | c1, c2, c3, c4, c5, c6, c7, c8, c11, c12     | met     | an observation Z7.SHOULD is raised | no finding Z7.APART is raised     |
        | c1, c2, c3, c4, c5, c6, c7, c8, c9, c12      | met     | no finding Z7.SHOULD is raised     | an observation Z7.APART is raised |
        | c1, c2, c3, c4, c5, c6, c7, c8, c9, c11      | met     | no finding Z7.SHOULD is raised     | an observation Z7.APART is raised |

    Scenario Outline: A footprint below zero only for cradle to grave
      Given reported is <reported> kgCO2e
      And system boundary is <system boundary>
      When evaluated as of 2026-11-20
      Then gate Z6 is <outcome>

      Examples:
        | reported | system boundary | outcome        |
        | -0.0001  | cradle to grave | met            |
        | -0.0001  | cradle to gate  | not met        |
        | 0        | cradle to gate  | not applicable |

    Scenario Outline: The level of assurance decides between complete and reviewed
      Given assurance is <assurance>
      When evaluated as of 2026-11-20
      Then the grade is <grade>

      Examples:
        | assurance   | grade                      |
        | limited     | complete and reviewed      |
        | reasonable  | complete and reviewed      |
        | none stated | complete, not reviewed yet |

    Scenario Outline: Data not yet collected leave the result undetermined
      Given date of defining boundary and unit is <unit>
      And start of data collection is <from>
      And end of the data period is <until>
      When evaluated as of 2026-11-20
      Then gate Z1 is <z1>
      And gate Z2-T is <over>

      Examples:
        | unit       | from       | until      | z1           | over         |
        | 2026-11-01 | 2026-11-19 | 2026-11-19 | met          | met          |
        | 2026-11-01 | 2026-11-20 | 2026-11-20 | met          | undetermined |
        | 2026-11-01 | 2026-11-21 | 2026-11-21 | undetermined | undetermined |
        | 2026-11-22 | 2026-11-21 | 2026-11-21 | undetermined | undetermined |
        | 2026-11-21 | 2026-11-20 | 2026-11-20 | not met      | undetermined |

    Scenario: Data of a period that has not ended have no age
      Given end of the data period is 2026-11-20
      When evaluated as of 2026-11-20
      Then the rules leave the quantity months since the data period undetermined

    Scenario: Data until yesterday have an age of zero months
      Given end of the data period is 2026-11-19
      When evaluated as of 2026-11-20
      Then the quantity months since the data period is 0 months

    Scenario: Data of a period that has not ended do not pass
      Given supposing time_over is 0
      When evaluated as of 2026-11-20
      Then gate Z2-T is not met

    Scenario Outline: A footprint is reviewed only after its statement is issued
      Given level of assurance stated is <assurance>
      And date of the verification statement is <day>
      When evaluated as of 2026-11-20
      Then the grade is <grade>

      Examples:
        | assurance   | day        | grade    |
        | limited     | 2026-11-20 | reviewed |
        | limited     | 2026-11-21 | complete |
        | none stated | 2026-03-31 | complete |

    Scenario: A review without a statement is undetermined
      Given evidence for date of the verification statement is missing
      When evaluated as of 2026-11-20
      Then the possible grades are reviewed, complete

    Scenario: Without the report the recalculation is undetermined
      Given evidence for reported footprint is missing
      When evaluated as of 2026-11-20
      Then gate Z9 is undetermined

  Rule: Data and result
    Background:
      Given for each line the quantity emissions of the line (emitted), in kgCO2e, on basis data
        | is                                                                                    |
        | quantity of the activity * emission factor in kg CO2e per unit of activity * 1 kgCO2e |
      And for each line the quantity counted emissions of the line (counted), in kgCO2e
        | is                    | when                                                       | basis      |
        | 0 kgCO2e              | flow category of the line is one of 10, 11, 12             | categories |
        | emissions of the line | system boundary is cradle to grave                         | categories |
        | emissions of the line | life-cycle step is one of materials, production, transport | gate       |
        | 0 kgCO2e              | otherwise                                                  | gate       |
      And the quantity footprint, in kgCO2e, the sum of counted emissions of the line over data lines, on basis categories
      And the quantity removals included in the footprint (removals), in kgCO2e, the sum of counted emissions of the line over data lines, on basis categories
        | where                                       |
        | flow category of the line is one of 7, 8, 9 |
      And the quantity biogenic carbon recorded separately (stored), in kgCO2e, the sum of emissions of the line over data lines, on basis categories
        | where                           |
        | flow category of the line is 10 |
      And the quantity indirect land-use change recorded separately (indirect), in kgCO2e, the sum of emissions of the line over data lines, on basis categories
        | where                                      |
        | flow category of the line is one of 11, 12 |
      And the quantity difference from the reported footprint (difference), in kgCO2e, on basis review
        | is                                                                  |
        | max(footprint - reported footprint, reported footprint - footprint) |
      And the quantity twice the difference (twice), in kgCO2e, on basis review
        | is                                         |
        | 2 * difference from the reported footprint |
      And the quantity number of lines not traceable (untraced), in items, the number of records over data lines, on basis review
        | where                                            |
        | the data are traceable to a primary record is no |
      And the quantity number of lines estimated without a standard (guessed), in items, the number of records over data lines, on basis data
        | where                                          |
        | method of obtaining the data is other estimate |
      And the quantity number of factors without source (unnamed), in items, the number of records over data lines, on basis review
        | where                                   |
        | the source of the factor is named is no |
      And the quantity number of zero-emission lines with sold certificates (sold), in items, the number of records over data lines, on basis green
        | where                                                                                                               |
        | certificates of the green electricity are sold is yes; emission factor in kg CO2e per unit of activity is at most 0 |
      And the quantity share of primary data lines (primary_share), in %, the share of records over data lines, or 0 % if there are none, on basis not-found
        | where                       |
        | the data are primary is yes |
      And the quantity months since the data period (data_age), in months
        | is                                                  | when                           | basis     |
        | months(end of the data period to the as-of date)    | end of the data period is over | not-found |
        | undetermined, because the data period has not ended | otherwise                      | to-come   |
      And the quantity required minimum share of primary data (least_primary), in %, on basis not-found
        | is                                                                                              | when                                             |
        | minimum share of primary data in the product rule                                               | a product rule is entered with its source is yes |
        | undetermined, because no minimum share of primary data was found and no product rule is entered | otherwise                                        |
      And the quantity required maximum age of data (greatest_age), in months, on basis not-found
        | is                                                                                    | when                                             |
        | maximum age of data in the product rule                                               | a product rule is entered with its source is yes |
        | undetermined, because no maximum age of data was found and no product rule is entered | otherwise                                        |
      And the quantity required maximum cut-off (greatest_cut_off), in %, on basis not-found
        | is                                                                        | when                                             |
        | maximum cut-off in the product rule                                       | a product rule is entered with its source is yes |
        | undetermined, because no cut-off was found and no product rule is entered | otherwise                                        |
      And these gates
        | id  | gate                                                                  | requires                                                         | basis         |
        | Z2  | Data not measured or calculated are estimated according to a standard | number of lines estimated without a standard is 0 items          | data          |
        | Z9  | The data recalculate to the last digit of the reported footprint      | twice the difference is at most value of the last reported digit | review, proof |
        | Z9B | Every data item is traceable to a primary record                      | number of lines not traceable is 0 items                         | review        |
        | Z9C | Every factor has a named source                                       | number of factors without source is 0 items                      | review        |
        | Z9D | Electricity with sold certificates is not counted as zero-emission    | number of zero-emission lines with sold certificates is 0 items  | green         |
      And these findings
        | code        | finding                                     | when                                                                            | severity    | basis     |
        | Z10.PRIMARY | Share of primary data below the requirement | share of primary data lines is less than required minimum share of primary data | observation | not-found |
        | Z10.AGE     | Data older than allowed                     | months since the data period is more than required maximum age of data          | observation | not-found |
        | Z10.CUT     | Cut-off above the allowed share             | cut-off share is more than required maximum cut-off                             | observation | not-found |
      And these results
        | result          | label                                        | is                                           | rounded to | basis      |
        | footprint_again | Recalculated footprint                       | footprint                                    | 4 decimals | categories |
        | difference_told | Difference from the reported footprint       | difference from the reported footprint       | 4 decimals | review     |
        | removals_in_it  | Removals included in the footprint           | removals included in the footprint           | 4 decimals | categories |
        | stored_apart    | Biogenic carbon recorded separately          | biogenic carbon recorded separately          | 4 decimals | categories |
        | indirect_apart  | Indirect land-use change recorded separately | indirect land-use change recorded separately | 4 decimals | categories |
        | primary_told    | Share of primary data lines                  | share of primary data lines                  | 1 decimals | not-found  |
        | age_told        | Months since the data period                 | months since the data period                 | 0 decimals | not-found  |

    Scenario Outline: Cradle to gate and cradle to grave
      Given system boundary is <system boundary>
      And reported is <reported> kgCO2e
      When evaluated as of 2026-11-20
      Then the quantity footprint is <footprint> kgCO2e
      And the quantity difference is <difference> kgCO2e
      And gate Z9 is <outcome>

      Examples:
        | system boundary | reported | footprint | difference | outcome |
        | cradle to grave | 10.1448  | 10.1448   | 0          | met     |
        | cradle to gate  | 9.7448   | 9.7448    | 0          | met     |
        | cradle to grave | 10.14475 | 10.1448   | 0.00005    | met     |
        | cradle to grave | 10.14485 | 10.1448   | 0.00005    | met     |
        | cradle to grave | 10.14474 | 10.1448   | 0.00006    | not met |
        | cradle to grave | 10.14486 | 10.1448   | 0.00006    | not met |

    Scenario Outline: Half of the electricity from own solar panels
      Given system boundary is <system boundary>
      And reported is <footprint> kgCO2e
      And data lines are
        | name of the data line | life-cycle step | flow category of the line | quantity of the activity | emission factor in kg CO2e per unit of activity | method of obtaining the data      | the data are primary | the data are traceable to a primary record | the source of the factor is named | certificates of the green electricity are sold |
        | materials             | materials       | 6                         | 5.20                     | 1                                               | measured                          | yes                  | yes                                        | yes                               | no                                             |
        | from the grid         | production      | 6                         | 4                        | 0.5306                                          | measured                          | yes                  | yes                                        | yes                               | no                                             |
        | own panels            | production      | 6                         | 4                        | <factor>                                        | measured                          | yes                  | yes                                        | yes                               | <sold>                                         |
        | carriage              | transport       | 6                         | 0.30                     | 1                                               | calculated                        | no                   | yes                                        | yes                               | no                                             |
        | end of life           | end of life     | 6                         | 0.40                     | 1                                               | estimated according to a standard | no                   | yes                                        | yes                               | no                                             |
      When evaluated as of 2026-11-20
      Then the quantity footprint is <footprint> kgCO2e
      And the quantity primary_share is 60 %
      And gate Z9 is met
      And gate Z9D is <outcome>

      Examples:
        | system boundary | factor | sold | footprint | outcome |
        | cradle to grave | 0      | no   | 8.0224    | met     |
        | cradle to gate  | 0      | no   | 7.6224    | met     |
        | cradle to grave | 0      | yes  | 8.0224    | not met |
        | cradle to grave | 0.0001 | yes  | 8.0228    | met     |

    Scenario Outline: Data that are not sufficient
      Given system boundary is cradle to grave
      And data lines are
        | name of the data line | life-cycle step | flow category of the line | quantity of the activity | emission factor in kg CO2e per unit of activity | method of obtaining the data | the data are primary | the data are traceable to a primary record | the source of the factor is named | certificates of the green electricity are sold |
        | materials             | materials       | 6                         | 10.1448                  | 1                                               | <found>                      | yes                  | <traced>                                   | <named>                           | no                                             |
      When evaluated as of 2026-11-20
      Then gate Z2 is <z2>
      And gate Z9B is <z9b>
      And gate Z9C is <z9c>
      And gate Z9 is met

      Examples:
        | found          | traced | named | z2      | z9b     | z9c     |
        | calculated     | yes    | yes   | met     | met     | met     |
        | other estimate | yes    | yes   | not met | met     | met     |
        | measured       | no     | yes   | met     | not met | met     |
        | measured       | yes    | no    | met     | met     | not met |

    Scenario Outline: Removals are counted, and stored carbon is recorded separately
      Given data lines are
        | name of the data line | life-cycle step | flow category of the line | quantity of the activity | emission factor in kg CO2e per unit of activity | method of obtaining the data | the data are primary | the data are traceable to a primary record | the source of the factor is named | certificates of the green electricity are sold |
        | materials             | materials       | 6                         | 10                       | 1                                               | measured                     | yes                  | yes                                        | yes                               | no                                             |
        | wood                  | <life_step>     | <category>                | 4                        | -1                                              | measured                     | yes                  | yes                                        | yes                               | no                                             |
      And system boundary is <system boundary>
      When evaluated as of 2026-11-20
      Then the quantity footprint is <footprint> kgCO2e
      And the quantity removals is <removals> kgCO2e
      And the quantity stored is <stored> kgCO2e
      And the quantity indirect is <indirect> kgCO2e

      Examples:
        | life_step   | category | system boundary | footprint | removals | stored | indirect |
        | materials   | 6        | cradle to grave | 6         | 0        | 0      | 0        |
        | materials   | 7        | cradle to gate  | 6         | -4       | 0      | 0        |
        | materials   | 8        | cradle to grave | 6         | -4       | 0      | 0        |
        | materials   | 9        | cradle to grave | 6         | -4       | 0      | 0        |
        | materials   | 10       | cradle to grave | 10        | 0        | -4     | 0        |
        | materials   | 11       | cradle to grave | 10        | 0        | 0      | -4       |
        | materials   | 12       | cradle to grave | 10        | 0        | 0      | -4       |
        | use         | 7        | cradle to gate  | 10        | 0        | 0      | 0        |
        | end of life | 7        | cradle to gate  | 10        | 0        | 0      | 0        |
        | transport   | 7        | cradle to gate  | 6         | -4       | 0      | 0        |
        | production  | 7        | cradle to gate  | 6         | -4       | 0      | 0        |

    Scenario: Values that were not found remain undetermined
      When evaluated as of 2026-11-20
      Then the rules leave the quantity least_primary undetermined
      And the rules leave the quantity greatest_age undetermined
      And the rules leave the quantity greatest_cut_off undetermined
      And the quantity primary_share is 40 %
      And the quantity data_age is 10 months

    Scenario Outline: Values of an entered product rule
      Given rule_entered is <entered>
      And rule_primary is <primary> %
      And rule_age is <age> months
      And rule_cut is <cut> %
      When evaluated as of 2026-11-20
      Then <few>
      And <old>
      And <much>

      Examples:
        | entered | primary | age | cut  | few                                  | old                              | much                             |
        | yes     | 40      | 10  | 1    | no finding Z10.PRIMARY is raised     | no finding Z10.AGE is raised     | no finding Z10.CUT is raised     |
        | yes     | 40.01   | 10  | 1    | an observation Z10.PRIMARY is raised | no finding Z10.AGE is raised     | no finding Z10.CUT is raised     |
        | yes     | 40      | 9   | 1    | no finding Z10.PRIMARY is raised     | an observation Z10.AGE is raised | no finding Z10.CUT is raised     |
        | yes     | 40      | 10  | 0.99 | no finding Z10.PRIMARY is raised     | no finding Z10.AGE is raised     | an observation Z10.CUT is raised |

    Scenario: Without data the share of primary data is 0 %
      Given data lines is none
      And reported footprint is 0 kgCO2e
      When evaluated as of 2026-11-20
      Then the quantity primary_share is 0 %
      And the quantity footprint is 0 kgCO2e
