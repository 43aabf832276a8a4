# language: en
Feature: Steps, data and result

  Background:
    Given the scorecard product-footprint-review
    And these facts
      | fact         | label                                     | type         | unit   | one of                                       | at least | at most | evidence                                        |
      | unit_on      | boundary and unit stated on               | date         |        |                                              |          |         | footprint-report                                |
      | data_from    | data collected from                       | date         |        |                                              |          |         | footprint-report                                |
      | data_until   | data stand for time until                 | date         |        |                                              |          |         | footprint-report                                |
      | boundary     | boundary                                  | choice       |        | cradle_to_gate, cradle_to_grave              |          |         |                                                 |
      | unit_sold    | declared unit is the unit sold            | flag         |        |                                              |          |         |                                                 |
      | method       | method followed                           | choice       |        | gbt_24067_2024, iso_14067_2018, other_method |          |         |                                                 |
      | parts        | parts of the study                        | choices      |        | scope, inventory, assessment, interpretation |          |         |                                                 |
      | place_stated | place that data stand for is stated       | flag         |        |                                              |          |         |                                                 |
      | database     | database named with its version           | flag         |        |                                              |          |         |                                                 |
      | report_made  | report made                               | flag         |        |                                              |          |         |                                                 |
      | looked_at    | categories looked at                      | choices      |        | c1, c2, c3, c4, c5, c6, c7, c8, c9, c11, c12 |          |         |                                                 |
      | offsets_in   | offsets deducted                          | number       | kgCO2e |                                              | 0        |         | footprint-report                                |
      | cut_off      | share cut off                             | number       | %      |                                              | 0        | 100     | footprint-report                                |
      | rule_entered | a product rule is entered with its source | flag         |        |                                              |          |         |                                                 |
      | rule_primary | least share of primary data it asks       | number       | %      |                                              | 0        | 100     |                                                 |
      | rule_age     | greatest age of data it allows            | number       | month  |                                              | 0        |         |                                                 |
      | rule_cut     | greatest cut-off it allows                | number       | %      |                                              | 0        | 100     |                                                 |
      | reported     | footprint reported                        | number       | kgCO2e |                                              |          |         | footprint-report                                |
      | last_digit   | last digit reported                       | number       | kgCO2e |                                              | 0.000001 |         | footprint-report                                |
      | assurance    | assurance stated                          | choice       |        | no_assurance, limited, reasonable            |          |         |                                                 |
      | statement_on | statement given on                        | date         |        |                                              |          |         | verification-statement                          |
      | lines        | data lines                                | list of line |        |                                              |          |         | footprint-report, parts-list, production-report |
    And the choices of boundary
      | value           | words           |
      | cradle_to_gate  | cradle to gate  |
      | cradle_to_grave | cradle to grave |
    And the choices of method followed
      | value          | words           |
      | gbt_24067_2024 | GB/T 24067-2024 |
      | iso_14067_2018 | ISO 14067:2018  |
      | other_method   | another method  |
    And the choices of parts of the study
      | value          | words          |
      | scope          | goal and scope |
      | inventory      | inventory      |
      | assessment     | assessment     |
      | interpretation | interpretation |
    And the choices of categories looked at
      | value | words                                    |
      | c1    | 1 emissions outside the other categories |
      | c2    | 2 aircraft                               |
      | c3    | 3 biogenic emissions                     |
      | c4    | 4 emissions of land-use change           |
      | c5    | 5 emissions of land use                  |
      | c6    | 6 fossil                                 |
      | c7    | 7 biogenic removals                      |
      | c8    | 8 removals of land-use change            |
      | c9    | 9 removals of land use                   |
      | c11   | 11 indirect emissions of land-use change |
      | c12   | 12 indirect removals of land-use change  |
    And the choices of assurance stated
      | value        | words       |
      | no_assurance | none stated |
      | limited      | limited     |
      | reasonable   | reasonable  |
    And each line has
      | field             | label                                  | type   | one of                                                           | at least |
      | line              | line name                              | text   |                                                                  |          |
      | life_step         | life-cycle step                        | choice | materials, production, transport, use, end_of_life               |          |
      | category          | category of the line                   | choice | d1, d2, d3, d4, d5, d6, d7, d8, d9, d10, d11, d12                |          |
      | activity          | amount of the activity                 | number |                                                                  | 0        |
      | factor            | kg CO2e for one of it                  | number |                                                                  |          |
      | found_by          | datum found by                         | choice | measured, calculated, estimated_by_standard, estimated_otherwise |          |
      | primary           | primary datum                          | flag   |                                                                  |          |
      | traced            | traced to a primary record             | flag   |                                                                  |          |
      | factor_named      | source of the factor named             | flag   |                                                                  |          |
      | certificates_sold | certificates of green electricity sold | flag   |                                                                  |          |
    And no two data lines share a line name
    And the choices of life-cycle step
      | value       | words       |
      | materials   | materials   |
      | production  | production  |
      | transport   | transport   |
      | use         | use         |
      | end_of_life | end of life |
    And the choices of category of the line
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
    And the choices of datum found by
      | value                 | words                   |
      | measured              | measured                |
      | calculated            | calculated              |
      | estimated_by_standard | estimated by a standard |
      | estimated_otherwise   | estimated otherwise     |
    And this reference case
      | fact                                      | value                                                                                                                                                                                                                                                                                                        |
      | boundary and unit stated on               | 2025-01-10                                                                                                                                                                                                                                                                                                   |
      | data collected from                       | 2025-02-01                                                                                                                                                                                                                                                                                                   |
      | data stand for time until                 | 2025-12-31                                                                                                                                                                                                                                                                                                   |
      | boundary                                  | cradle to grave                                                                                                                                                                                                                                                                                              |
      | declared unit is the unit sold            | yes                                                                                                                                                                                                                                                                                                          |
      | method followed                           | GB/T 24067-2024                                                                                                                                                                                                                                                                                              |
      | parts of the study                        | goal and scope, inventory, assessment, interpretation                                                                                                                                                                                                                                                        |
      | place that data stand for is stated       | yes                                                                                                                                                                                                                                                                                                          |
      | database named with its version           | yes                                                                                                                                                                                                                                                                                                          |
      | report made                               | yes                                                                                                                                                                                                                                                                                                          |
      | categories looked at                      | 1 emissions outside the other categories, 2 aircraft, 3 biogenic emissions, 4 emissions of land-use change, 5 emissions of land use, 6 fossil, 7 biogenic removals, 8 removals of land-use change, 9 removals of land use, 11 indirect emissions of land-use change, 12 indirect removals of land-use change |
      | offsets deducted                          | 0 kgCO2e                                                                                                                                                                                                                                                                                                     |
      | share cut off                             | 1 %                                                                                                                                                                                                                                                                                                          |
      | a product rule is entered with its source | no                                                                                                                                                                                                                                                                                                           |
      | least share of primary data it asks       | 50 %                                                                                                                                                                                                                                                                                                         |
      | greatest age of data it allows            | 12 months                                                                                                                                                                                                                                                                                                    |
      | greatest cut-off it allows                | 1 %                                                                                                                                                                                                                                                                                                          |
      | footprint reported                        | 10.1448 kgCO2e                                                                                                                                                                                                                                                                                               |
      | last digit reported                       | 0.0001 kgCO2e                                                                                                                                                                                                                                                                                                |
      | assurance stated                          | limited                                                                                                                                                                                                                                                                                                      |
      | statement given on                        | 2026-03-31                                                                                                                                                                                                                                                                                                   |
    And in the reference case data lines are
      | line name          | life-cycle step | category of the line | amount of the activity | kg CO2e for one of it | datum found by          | primary datum | traced to a primary record | source of the factor named | certificates of green electricity sold |
      | materials          | materials       | 6                    | 5.20                   | 1                     | measured                | yes           | yes                        | yes                        | no                                     |
      | electricity in kWh | production      | 6                    | 8                      | 0.5306                | measured                | yes           | yes                        | yes                        | no                                     |
      | carriage           | transport       | 6                    | 0.30                   | 1                     | calculated              | no            | yes                        | yes                        | no                                     |
      | use                | use             | 6                    | 0                      | 1                     | estimated by a standard | no            | yes                        | yes                        | no                                     |
      | end of life        | end of life     | 6                    | 0.40                   | 1                     | estimated by a standard | no            | yes                        | yes                        | no                                     |

  Rule: Steps
    Background:
      Given these conditions
        | condition  | label                             | holds when                                                                     | basis      |
        | gap_should | land use left out                 | categories looked at includes none of 5 emissions of land use                  | categories |
        | gap_should |                                   | categories looked at includes none of 9 removals of land use                   | categories |
        | gap_apart  | indirect land-use change left out | categories looked at includes none of 11 indirect emissions of land-use change | categories |
        | gap_apart  |                                   | categories looked at includes none of 12 indirect removals of land-use change  | categories |
      And the quantity unit stated before the data (unit_first)
        | is                                                       | when                                                                                                  | basis   |
        | 0                                                        | boundary and unit stated on is after data collected from; data collected from is until the as-of date | unit    |
        | 1                                                        | data collected from is until the as-of date                                                           | unit    |
        | undetermined, because the data are still to be collected | otherwise                                                                                             | to-come |
      And the quantity time of the data is over (time_over), on basis to-come
        | is                                                                 | when                              |
        | 1                                                                  | data stand for time until is over |
        | undetermined, because the time that the data stand for is not over | otherwise                         |
      And these gates
        | id   | gate                                                               | requires                                                                                                                                                                                                                                                                                                                                                                                                                                    | applies when                             | basis      |
        | Z1   | Boundary and functional unit stated before data were collected     | unit stated before the data is 1                                                                                                                                                                                                                                                                                                                                                                                                            |                                          | unit       |
        | Z2-T | Data of a time that is over                                        | time of the data is over is 1                                                                                                                                                                                                                                                                                                                                                                                                               |                                          | to-come    |
        | Z3   | Database named with its version                                    | database named with its version is yes                                                                                                                                                                                                                                                                                                                                                                                                      |                                          | model      |
        | Z4   | Report made                                                        | report made is yes                                                                                                                                                                                                                                                                                                                                                                                                                          |                                          | report     |
        | Z5   | Goal and scope, inventory, assessment and interpretation are there | parts of the study includes any of goal and scope; parts of the study includes any of inventory; parts of the study includes any of assessment; parts of the study includes any of interpretation                                                                                                                                                                                                                                           |                                          | method     |
        | Z5B  | Place that data stand for is stated                                | place that data stand for is stated is yes                                                                                                                                                                                                                                                                                                                                                                                                  | method followed is GB/T 24067-2024       | method     |
        | Z6   | A footprint below zero from cradle to grave alone                  | boundary is cradle to grave                                                                                                                                                                                                                                                                                                                                                                                                                 | footprint reported is less than 0 kgCO2e | negative   |
        | Z7   | Categories 1 to 4 and 6 to 8 looked at                             | categories looked at includes any of 1 emissions outside the other categories; categories looked at includes any of 2 aircraft; categories looked at includes any of 3 biogenic emissions; categories looked at includes any of 4 emissions of land-use change; categories looked at includes any of 6 fossil; categories looked at includes any of 7 biogenic removals; categories looked at includes any of 8 removals of land-use change |                                          | categories |
        | Z8   | No offsets inside the footprint                                    | offsets deducted is 0 kgCO2e                                                                                                                                                                                                                                                                                                                                                                                                                |                                          | offsets    |
        | Z9A  | Declared unit is the unit sold                                     | declared unit is the unit sold is yes                                                                                                                                                                                                                                                                                                                                                                                                       |                                          | review     |
      And these findings
        | code      | finding                                                                           | when                                    | severity    | basis      |
        | Z5.OTHER  | Another method than GB/T 24067-2024 and ISO 14067:2018, of which nothing was read | method followed is another method       | observation | method     |
        | Z7.SHOULD | Categories 5 and 9 should be counted, too                                         | land use left out holds                 | observation | categories |
        | Z7.APART  | Categories 11 and 12 should be looked at apart                                    | indirect land-use change left out holds | observation | categories |

    Scenario Outline: the unit comes before the data
      Given unit_on is <day>
      When evaluated as of 2026-11-20
      Then gate Z1 is <outcome>

      Examples:
        | day        | outcome |
        | 2025-02-01 | met     |
        | 2025-02-02 | not met |

    Scenario Outline: each step is there
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

    Scenario Outline: four parts of the study
      Given parts is <parts>
      When evaluated as of 2026-11-20
      Then gate Z5 is <outcome>

      Examples:
        | parts                                                 | outcome |
        | goal and scope, inventory, assessment, interpretation | met     |
        | inventory, assessment, interpretation                 | not met |
        | goal and scope, assessment, interpretation            | not met |
        | goal and scope, inventory, interpretation             | not met |
        | goal and scope, inventory, assessment                 | not met |

    Scenario Outline: the place of data is asked by the Chinese standard
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

    Scenario Outline: categories that must be looked at, and that should
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

    Scenario Outline: below zero only with the grave
      Given reported is <reported> kgCO2e
      And boundary is <boundary>
      When evaluated as of 2026-11-20
      Then gate Z6 is <outcome>

      Examples:
        | reported | boundary        | outcome        |
        | -0.0001  | cradle to grave | met            |
        | -0.0001  | cradle to gate  | not met        |
        | 0        | cradle to gate  | not applicable |

    Scenario Outline: what stands between complete and reviewed
      Given assurance is <assurance>
      When evaluated as of 2026-11-20
      Then the grade is <grade>

      Examples:
        | assurance   | grade                      |
        | limited     | complete and reviewed      |
        | reasonable  | complete and reviewed      |
        | none stated | complete, not reviewed yet |

    Scenario Outline: what is still to be collected is open
      Given boundary and unit stated on is <unit>
      And data collected from is <from>
      And data stand for time until is <until>
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

    Scenario: data of a time that is not over have no age
      Given data stand for time until is 2026-11-20
      When evaluated as of 2026-11-20
      Then the rules leave the quantity months since the data undetermined

    Scenario: data until yesterday are of no month ago
      Given data stand for time until is 2026-11-19
      When evaluated as of 2026-11-20
      Then the quantity months since the data is 0 months

    Scenario: data of a time that is not over do not pass
      Given supposing time_over is 0
      When evaluated as of 2026-11-20
      Then gate Z2-T is not met

    Scenario Outline: a review is there once its statement is given
      Given assurance stated is <assurance>
      And statement given on is <day>
      When evaluated as of 2026-11-20
      Then the grade is <grade>

      Examples:
        | assurance   | day        | grade    |
        | limited     | 2026-11-20 | reviewed |
        | limited     | 2026-11-21 | complete |
        | none stated | 2026-03-31 | complete |

    Scenario: a review that no statement proves is open
      Given evidence for statement given on is missing
      When evaluated as of 2026-11-20
      Then the possible grades are reviewed, complete

    Scenario: without the report nothing computes to it
      Given evidence for footprint reported is missing
      When evaluated as of 2026-11-20
      Then gate Z9 is undetermined

  Rule: Data and result
    Background:
      Given for each line the quantity emissions of the line (emitted), in kgCO2e, on basis data
        | is                                                        |
        | amount of the activity * kg CO2e for one of it * 1 kgCO2e |
      And for each line the quantity counted of the line (counted), in kgCO2e
        | is                    | when                                                       | basis      |
        | 0 kgCO2e              | category of the line is one of 10, 11, 12                  | categories |
        | emissions of the line | boundary is cradle to grave                                | categories |
        | emissions of the line | life-cycle step is one of materials, production, transport | gate       |
        | 0 kgCO2e              | otherwise                                                  | gate       |
      And the quantity footprint, in kgCO2e, the sum of counted of the line over data lines, on basis categories
      And the quantity removals in it (removals), in kgCO2e, the sum of counted of the line over data lines, on basis categories
        | where                                  |
        | category of the line is one of 7, 8, 9 |
      And the quantity biogenic carbon recorded apart (stored), in kgCO2e, the sum of emissions of the line over data lines, on basis categories
        | where                      |
        | category of the line is 10 |
      And the quantity indirect land-use change apart (indirect), in kgCO2e, the sum of emissions of the line over data lines, on basis categories
        | where                                 |
        | category of the line is one of 11, 12 |
      And the quantity difference to what is reported (difference), in kgCO2e, on basis review
        | is                                                                  |
        | max(footprint - footprint reported, footprint reported - footprint) |
      And the quantity twice the difference (twice), in kgCO2e, on basis review
        | is                                 |
        | 2 * difference to what is reported |
      And the quantity lines not traced (untraced), in items, the number of records over data lines, on basis review
        | where                            |
        | traced to a primary record is no |
      And the quantity lines estimated without a standard (guessed), in items, the number of records over data lines, on basis data
        | where                                 |
        | datum found by is estimated otherwise |
      And the quantity factors without source (unnamed), in items, the number of records over data lines, on basis review
        | where                            |
        | source of the factor named is no |
      And the quantity green lines whose certificates were sold (sold), in items, the number of records over data lines, on basis green
        | where                                                                             |
        | certificates of green electricity sold is yes; kg CO2e for one of it is at most 0 |
      And the quantity share of primary data lines (primary_share), in %, the share of records over data lines, or 0 % if there are none, on basis not-found
        | where                |
        | primary datum is yes |
      And the quantity months since the data (data_age), in months
        | is                                                                 | when                              | basis     |
        | months(data stand for time until to the as-of date)                | data stand for time until is over | not-found |
        | undetermined, because the time that the data stand for is not over | otherwise                         | to-come   |
      And the quantity least share of primary data (least_primary), in %, on basis not-found
        | is                                                                                            | when                                             |
        | least share of primary data it asks                                                           | a product rule is entered with its source is yes |
        | undetermined, because no least share of primary data was found and no product rule is entered | otherwise                                        |
      And the quantity greatest age of data (greatest_age), in months, on basis not-found
        | is                                                                                     | when                                             |
        | greatest age of data it allows                                                         | a product rule is entered with its source is yes |
        | undetermined, because no greatest age of data was found and no product rule is entered | otherwise                                        |
      And the quantity greatest cut-off (greatest_cut_off), in %, on basis not-found
        | is                                                                        | when                                             |
        | greatest cut-off it allows                                                | a product rule is entered with its source is yes |
        | undetermined, because no cut-off was found and no product rule is entered | otherwise                                        |
      And these gates
        | id  | gate                                                           | requires                                            | basis         |
        | Z2  | What was not measured or calculated is estimated by a standard | lines estimated without a standard is 0 items       | data          |
        | Z9  | The data compute to what is reported, to its last digit        | twice the difference is at most last digit reported | review, proof |
        | Z9B | Every datum traced to a primary record                         | lines not traced is 0 items                         | review        |
        | Z9C | Every factor with its source                                   | factors without source is 0 items                   | review        |
        | Z9D | No electricity at zero whose certificates were sold            | green lines whose certificates were sold is 0 items | green         |
      And these findings
        | code        | finding                           | when                                                                 | severity    | basis     |
        | Z10.PRIMARY | Fewer primary data than asked for | share of primary data lines is less than least share of primary data | observation | not-found |
        | Z10.AGE     | Data older than allowed           | months since the data is more than greatest age of data              | observation | not-found |
        | Z10.CUT     | More cut off than allowed         | share cut off is more than greatest cut-off                          | observation | not-found |
      And these results
        | result          | label                           | is                             | rounded to | basis      |
        | footprint_again | Footprint, computed again       | footprint                      | 4 decimals | categories |
        | difference_told | Difference to what is reported  | difference to what is reported | 4 decimals | review     |
        | removals_in_it  | Removals in it                  | removals in it                 | 4 decimals | categories |
        | stored_apart    | Biogenic carbon, recorded apart | biogenic carbon recorded apart | 4 decimals | categories |
        | indirect_apart  | Indirect land-use change, apart | indirect land-use change apart | 4 decimals | categories |
        | primary_told    | Share of primary data lines     | share of primary data lines    | 1 decimals | not-found  |
        | age_told        | Months since the data           | months since the data          | 0 decimals | not-found  |

    Scenario Outline: to the gate and to the grave
      Given boundary is <boundary>
      And reported is <reported> kgCO2e
      When evaluated as of 2026-11-20
      Then the quantity footprint is <footprint> kgCO2e
      And the quantity difference is <difference> kgCO2e
      And gate Z9 is <outcome>

      Examples:
        | boundary        | reported | footprint | difference | outcome |
        | cradle to grave | 10.1448  | 10.1448   | 0          | met     |
        | cradle to gate  | 9.7448   | 9.7448    | 0          | met     |
        | cradle to grave | 10.14475 | 10.1448   | 0.00005    | met     |
        | cradle to grave | 10.14485 | 10.1448   | 0.00005    | met     |
        | cradle to grave | 10.14474 | 10.1448   | 0.00006    | not met |
        | cradle to grave | 10.14486 | 10.1448   | 0.00006    | not met |

    Scenario Outline: half of the electricity from own panels
      Given boundary is <boundary>
      And reported is <footprint> kgCO2e
      And data lines are
        | line name     | life-cycle step | category of the line | amount of the activity | kg CO2e for one of it | datum found by          | primary datum | traced to a primary record | source of the factor named | certificates of green electricity sold |
        | materials     | materials       | 6                    | 5.20                   | 1                     | measured                | yes           | yes                        | yes                        | no                                     |
        | from the grid | production      | 6                    | 4                      | 0.5306                | measured                | yes           | yes                        | yes                        | no                                     |
        | own panels    | production      | 6                    | 4                      | <factor>              | measured                | yes           | yes                        | yes                        | <sold>                                 |
        | carriage      | transport       | 6                    | 0.30                   | 1                     | calculated              | no            | yes                        | yes                        | no                                     |
        | end of life   | end of life     | 6                    | 0.40                   | 1                     | estimated by a standard | no            | yes                        | yes                        | no                                     |
      When evaluated as of 2026-11-20
      Then the quantity footprint is <footprint> kgCO2e
      And the quantity primary_share is 60 %
      And gate Z9 is met
      And gate Z9D is <outcome>

      Examples:
        | boundary        | factor | sold | footprint | outcome |
        | cradle to grave | 0      | no   | 8.0224    | met     |
        | cradle to gate  | 0      | no   | 7.6224    | met     |
        | cradle to grave | 0      | yes  | 8.0224    | not met |
        | cradle to grave | 0.0001 | yes  | 8.0228    | met     |

    Scenario Outline: a datum that is not enough
      Given boundary is cradle to grave
      And data lines are
        | line name | life-cycle step | category of the line | amount of the activity | kg CO2e for one of it | datum found by | primary datum | traced to a primary record | source of the factor named | certificates of green electricity sold |
        | materials | materials       | 6                    | 10.1448                | 1                     | <found>        | yes           | <traced>                   | <named>                    | no                                     |
      When evaluated as of 2026-11-20
      Then gate Z2 is <z2>
      And gate Z9B is <z9b>
      And gate Z9C is <z9c>
      And gate Z9 is met

      Examples:
        | found               | traced | named | z2      | z9b     | z9c     |
        | calculated          | yes    | yes   | met     | met     | met     |
        | estimated otherwise | yes    | yes   | not met | met     | met     |
        | measured            | no     | yes   | met     | not met | met     |
        | measured            | yes    | no    | met     | met     | not met |

    Scenario Outline: removals are counted, what is stored is recorded apart
      Given data lines are
        | line name | life-cycle step | category of the line | amount of the activity | kg CO2e for one of it | datum found by | primary datum | traced to a primary record | source of the factor named | certificates of green electricity sold |
        | materials | materials       | 6                    | 10                     | 1                     | measured       | yes           | yes                        | yes                        | no                                     |
        | wood      | <life_step>     | <category>           | 4                      | -1                    | measured       | yes           | yes                        | yes                        | no                                     |
      And boundary is <boundary>
      When evaluated as of 2026-11-20
      Then the quantity footprint is <footprint> kgCO2e
      And the quantity removals is <removals> kgCO2e
      And the quantity stored is <stored> kgCO2e
      And the quantity indirect is <indirect> kgCO2e

      Examples:
        | life_step   | category | boundary        | footprint | removals | stored | indirect |
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

    Scenario: figures that were not found stay open
      When evaluated as of 2026-11-20
      Then the rules leave the quantity least_primary undetermined
      And the rules leave the quantity greatest_age undetermined
      And the rules leave the quantity greatest_cut_off undetermined
      And the quantity primary_share is 40 %
      And the quantity data_age is 10 months

    Scenario Outline: figures of a product rule that is entered
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

    Scenario: without data there is no share
      Given data lines is none
      And footprint reported is 0 kgCO2e
      When evaluated as of 2026-11-20
      Then the quantity primary_share is 0 %
      And the quantity footprint is 0 kgCO2e
