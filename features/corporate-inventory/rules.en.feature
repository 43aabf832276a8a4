# language: en
Feature: Blocks, emissions and electricity

  Background:
    Given the scorecard corporate-inventory
    And these facts
      | fact            | label                                                             | type         | unit  | one of                                                                                  | at least |
      | year            | inventory year                                                    | period       |       |                                                                                         |          |
      | standard        | standard applied                                                  | choice       |       | gbt_32150_2025, iso_14064_1, ghg_protocol, other_standard                               |          |
      | subject_items   | items on the reporting entity                                     | choices      |       | s_name, s_kind, s_year, s_sector, s_legal_person, s_preparer, s_contact                 |          |
      | emission_items  | items on emissions                                                | choices      |       | e_now, e_before, e_by_link, e_indicators                                                |          |
      | statement_items | items of the explanatory statement                                | choices      |       | t_ranges, t_gases, t_method, t_formula, t_source, t_parameters, t_monitoring, t_results |          |
      | analysis_items  | items of the analysis                                             | choices      |       | a_activity, a_changes, a_beyond, a_advice                                               |          |
      | reported_1      | scope 1 reported                                                  | number       | tCO2e |                                                                                         |          |
      | reported_2      | scope 2 reported                                                  | number       | tCO2e |                                                                                         |          |
      | reported_3      | scope 3 reported                                                  | number       | tCO2e |                                                                                         |          |
      | last_digit      | value of the last reported digit                                  | number       | tCO2e |                                                                                         | 0.000001 |
      | in_market       | covered by the national carbon market                             | flag         |       |                                                                                         |          |
      | market_figure   | emissions verified for the national market                        | number       | tCO2e |                                                                                         | 0        |
      | market_indirect | indirect emissions in the amount verified for the national market | number       | tCO2e |                                                                                         | 0        |
      | target_set      | a science-based target is set                                     | flag         |       |                                                                                         |          |
      | target_12       | tonnes of scopes 1 and 2 covered by the target                    | number       | tCO2e |                                                                                         | 0        |
      | target_3        | tonnes of scope 3 covered by the target                           | number       | tCO2e |                                                                                         | 0        |
      | power_year      | year of electricity use                                           | choice       |       | 2022, 2023, 2024, 2025                                                                  |          |
      | power           | electricity used                                                  | number       | MWh   |                                                                                         | 0        |
      | own_power       | own green electricity used                                        | number       | MWh   |                                                                                         | 0        |
      | own_sold        | certificates of the own green electricity are sold                | flag         |       |                                                                                         |          |
      | certified       | electricity covered by certificates                               | number       | MWh   |                                                                                         | 0        |
      | lines           | emission lines                                                    | list of line |       |                                                                                         |          |
    And the choices of standard applied
      | value          | words            |
      | gbt_32150_2025 | GB/T 32150-2025  |
      | iso_14064_1    | ISO 14064-1      |
      | ghg_protocol   | GHG Protocol     |
      | other_standard | another standard |
    And the choices of items on the reporting entity
      | value          | words                |
      | s_name         | name                 |
      | s_kind         | type of organisation |
      | s_year         | year                 |
      | s_sector       | sector               |
      | s_legal_person | legal representative |
      | s_preparer     | preparer             |
      | s_contact      | contact              |
    And the choices of items on emissions
      | value        | words                      |
      | e_now        | total of the year          |
      | e_before     | totals of earlier years    |
      | e_by_link    | emissions by process stage |
      | e_indicators | core indicators            |
    And the choices of items of the explanatory statement
      | value        | words                         |
      | t_ranges     | direct and indirect emissions |
      | t_gases      | gases                         |
      | t_method     | method                        |
      | t_formula    | calculation formula           |
      | t_source     | data source                   |
      | t_parameters | parameter values              |
      | t_monitoring | monitoring                    |
      | t_results    | results by scope              |
    And the choices of items of the analysis
      | value      | words                  |
      | a_activity | activity data          |
      | a_changes  | causes of fluctuations |
      | a_beyond   | factors beyond control |
      | a_advice   | recommendations        |
    And each line has
      | field     | label                                          | type   | unit | one of                                                                 | at least | at most |
      | line      | name of the emission line                      | text   |      |                                                                        |          |         |
      | scope     | scope of the line                              | choice |      | scope_1, scope_2, scope_3                                              |          |         |
      | activity  | quantity of the activity                       | number |      |                                                                        | 0        |         |
      | factor    | emission factor in t CO2e per unit of activity | number |      |                                                                        |          |         |
      | factor_by | source of the factor                           | choice |      | own_test, authority, supplier, literature, no_source                   |          |         |
      | found_by  | method of obtaining the data                   | choice |      | measured, calculated, estimated                                        |          |         |
      | category  | category of the line                           | choice |      | category_1, category_2, category_3, category_4, category_5, category_6 |          |         |
      | spread    | uncertainty of the line                        | number | %    |                                                                        | 0        | 1000    |
    And no two emission lines share a name of the emission line
    And the choices of scope of the line
      | value   | words   |
      | scope_1 | scope 1 |
      | scope_2 | scope 2 |
      | scope_3 | scope 3 |
    And the choices of category of the line
      | value      | words                |
      | category_1 | direct emissions     |
      | category_2 | imported energy      |
      | category_3 | transport            |
      | category_4 | products used        |
      | category_5 | use of products sold |
      | category_6 | other sources        |
    And the choices of source of the factor
      | value      | words            |
      | own_test   | own test         |
      | authority  | authority        |
      | supplier   | supplier         |
      | literature | literature       |
      | no_source  | no source stated |
    And the choices of method of obtaining the data
      | value      | words      |
      | measured   | measured   |
      | calculated | calculated |
      | estimated  | estimated  |
    And this reference case
      | fact                                                              | value                                                                                                                          |
      | inventory year                                                    | 2023-01-01 to 2023-12-31                                                                                                       |
      | standard applied                                                  | ISO 14064-1                                                                                                                    |
      | items on the reporting entity                                     | name, type of organisation, year, sector, legal representative, preparer, contact                                              |
      | items on emissions                                                | total of the year, totals of earlier years, emissions by process stage, core indicators                                        |
      | items of the explanatory statement                                | direct and indirect emissions, gases, method, calculation formula, data source, parameter values, monitoring, results by scope |
      | items of the analysis                                             | activity data, causes of fluctuations, factors beyond control, recommendations                                                 |
      | scope 1 reported                                                  | 60000 tCO2e                                                                                                                    |
      | scope 2 reported                                                  | 26530 tCO2e                                                                                                                    |
      | scope 3 reported                                                  | 57000 tCO2e                                                                                                                    |
      | value of the last reported digit                                  | 1 tCO2e                                                                                                                        |
      | covered by the national carbon market                             | yes                                                                                                                            |
      | emissions verified for the national market                        | 58000 tCO2e                                                                                                                    |
      | indirect emissions in the amount verified for the national market | 0 tCO2e                                                                                                                        |
      | a science-based target is set                                     | yes                                                                                                                            |
      | tonnes of scopes 1 and 2 covered by the target                    | 86530 tCO2e                                                                                                                    |
      | tonnes of scope 3 covered by the target                           | 38000 tCO2e                                                                                                                    |
      | year of electricity use                                           | 2023                                                                                                                           |
      | electricity used                                                  | 100000 MWh                                                                                                                     |
      | own green electricity used                                        | 30000 MWh                                                                                                                      |
      | certificates of the own green electricity are sold                | no                                                                                                                             |
      | electricity covered by certificates                               | 20000 MWh                                                                                                                      |
    And in the reference case emission lines are
      | name of the emission line | scope of the line | quantity of the activity | emission factor in t CO2e per unit of activity | source of the factor | method of obtaining the data | category of the line | uncertainty of the line |
      | natural gas               | scope 1           | 30000                    | 2                                              | authority            | measured                     | direct emissions     | 5 %                     |
      | electricity bought in MWh | scope 2           | 50000                    | 0.5306                                         | authority            | measured                     | imported energy      | 2 %                     |
      | goods bought              | scope 3           | 57000                    | 1                                              | supplier             | estimated                    | products used        | 10 %                    |

  Rule: Four blocks
    Background:
      Given these sections
        | section   | label                 | points |
        | subject   | Reporting entity      | 7      |
        | emissions | Emissions             | 4      |
        | statement | Explanatory statement | 8      |
        | analysis  | Analysis              | 4      |
      And these indicators worth 23 points
        | id  | indicator             | section   | points | basis          |
        | Q1A | Reporting entity      | subject   | 7      | blocks, points |
        | Q1B | Emissions             | emissions | 4      | blocks, points |
        | Q1C | Explanatory statement | statement | 8      | blocks, points |
        | Q1D | Analysis              | analysis  | 4      | blocks, points |
      And indicator Q1A scores in equal parts each that holds
        | holds                                                              |
        | items on the reporting entity includes any of name                 |
        | items on the reporting entity includes any of type of organisation |
        | items on the reporting entity includes any of year                 |
        | items on the reporting entity includes any of sector               |
        | items on the reporting entity includes any of legal representative |
        | items on the reporting entity includes any of preparer             |
        | items on the reporting entity includes any of contact              |
      And indicator Q1B scores in equal parts each that holds
        | holds                                                         |
        | items on emissions includes any of total of the year          |
        | items on emissions includes any of totals of earlier years    |
        | items on emissions includes any of emissions by process stage |
        | items on emissions includes any of core indicators            |
      And indicator Q1C scores in equal parts each that holds
        | holds                                                                            |
        | items of the explanatory statement includes any of direct and indirect emissions |
        | items of the explanatory statement includes any of gases                         |
        | items of the explanatory statement includes any of method                        |
        | items of the explanatory statement includes any of calculation formula           |
        | items of the explanatory statement includes any of data source                   |
        | items of the explanatory statement includes any of parameter values              |
        | items of the explanatory statement includes any of monitoring                    |
        | items of the explanatory statement includes any of results by scope              |
      And indicator Q1D scores in equal parts each that holds
        | holds                                                        |
        | items of the analysis includes any of activity data          |
        | items of the analysis includes any of causes of fluctuations |
        | items of the analysis includes any of factors beyond control |
        | items of the analysis includes any of recommendations        |
      And the quantity inventory year has ended (year_over), on basis again
        | is                                           | when                                              |
        | 1                                            | the as-of date is after the end of inventory year |
        | undetermined, because the year has not ended | otherwise                                         |
      And these gates
        | id | gate                                                          | requires                                                                                                                                   | basis        |
        | Q0 | The inventory covers at most one year and that year has ended | the start of inventory year is after the end of inventory year minus 1 year; inventory year has ended is 1                                 | again, proof |
        | Q2 | Direct and indirect emissions and the gases are stated        | items of the explanatory statement includes any of direct and indirect emissions; items of the explanatory statement includes any of gases | ranges       |
      And these findings
        | code       | finding                                                                          | when                                | severity    | basis    |
        | Q3.DETAILS | The detailed requirements of GB/T 32150-2025 were not found and are not assessed | standard applied is GB/T 32150-2025 | observation | standard |

    Scenario Outline: Each item on the reporting entity scores
      Given subject_items is <items>
      When evaluated as of 2026-11-20
      Then indicator Q1A scores <points>
      And the total score is <total>
      And the grade is <grade>

      Examples:
        | items                                                                             | points | total | grade         |
        | name, type of organisation, year, sector, legal representative, preparer, contact | 7      | 23    | complete      |
        | type of organisation, year, sector, legal representative, preparer, contact       | 6      | 22    | items missing |
        | name, year, sector, legal representative, preparer, contact                       | 6      | 22    | items missing |
        | name, type of organisation, sector, legal representative, preparer, contact       | 6      | 22    | items missing |
        | name, type of organisation, year, legal representative, preparer, contact         | 6      | 22    | items missing |
        | name, type of organisation, year, sector, preparer, contact                       | 6      | 22    | items missing |
        | name, type of organisation, year, sector, legal representative, contact           | 6      | 22    | items missing |
        | name, type of organisation, year, sector, legal representative, preparer          | 6      | 22    | items missing |

    Scenario Outline: Each item on emissions scores
      Given emission_items is <items>
      When evaluated as of 2026-11-20
      Then indicator Q1B scores <points>
      And the total score is <total>
      And the grade is <grade>

      Examples:
        | items                                                                                   | points | total | grade         |
        | total of the year, totals of earlier years, emissions by process stage, core indicators | 4      | 23    | complete      |
        | totals of earlier years, emissions by process stage, core indicators                    | 3      | 22    | items missing |
        | total of the year, emissions by process stage, core indicators                          | 3      | 22    | items missing |
        | total of the year, totals of earlier years, core indicators                             | 3      | 22    | items missing |
        | total of the year, totals of earlier years, emissions by process stage                  | 3      | 22    | items missing |

    Scenario Outline: Each item of the explanatory statement scores
      Given statement_items is <items>
      When evaluated as of 2026-11-20
      Then indicator Q1C scores <points>
      And the total score is <total>
      And the grade is <grade>
      And gate Q2 is <outcome>

      Examples:
        | items                                                                                                                          | points | total | grade         | outcome |
        | direct and indirect emissions, gases, method, calculation formula, data source, parameter values, monitoring, results by scope | 8      | 23    | complete      | met     |
        | gases, method, calculation formula, data source, parameter values, monitoring, results by scope                                | 7      | 22    | none          | not met |
        | direct and indirect emissions, method, calculation formula, data source, parameter values, monitoring, results by scope        | 7      | 22    | none          | not met |
        | direct and indirect emissions, gases, calculation formula, data source, parameter values, monitoring, results by scope         | 7      | 22    | items missing | met     |
        | direct and indirect emissions, gases, method, data source, parameter values, monitoring, results by scope                      | 7      | 22    | items missing | met     |
        | direct and indirect emissions, gases, method, calculation formula, parameter values, monitoring, results by scope              | 7      | 22    | items missing | met     |
        | direct and indirect emissions, gases, method, calculation formula, data source, monitoring, results by scope                   | 7      | 22    | items missing | met     |
        | direct and indirect emissions, gases, method, calculation formula, data source, parameter values, results by scope             | 7      | 22    | items missing | met     |
        | direct and indirect emissions, gases, method, calculation formula, data source, parameter values, monitoring                   | 7      | 22    | items missing | met     |

    Scenario Outline: Each item of the analysis scores
      Given analysis_items is <items>
      When evaluated as of 2026-11-20
      Then indicator Q1D scores <points>
      And the total score is <total>
      And the grade is <grade>

      Examples:
        | items                                                                          | points | total | grade         |
        | activity data, causes of fluctuations, factors beyond control, recommendations | 4      | 23    | complete      |
        | causes of fluctuations, factors beyond control, recommendations                | 3      | 22    | items missing |
        | activity data, factors beyond control, recommendations                         | 3      | 22    | items missing |
        | activity data, causes of fluctuations, recommendations                         | 3      | 22    | items missing |
        | activity data, causes of fluctuations, factors beyond control                  | 3      | 22    | items missing |

    Scenario Outline: The inventory covers at most one year
      Given year is 2023-01-01 to <last>
      When evaluated as of 2026-11-20
      Then gate Q0 is <outcome>

      Examples:
        | last       | outcome |
        | 2023-12-31 | met     |
        | 2024-01-01 | not met |

    Scenario Outline: A year that has not ended cannot be assessed
      Given inventory year is 2025-01-01 to 2025-12-31
      When evaluated as of <today>
      Then gate Q0 is <outcome>

      Examples:
        | today      | outcome      |
        | 2026-01-01 | met          |
        | 2025-12-31 | undetermined |

    Scenario Outline: A finding states that the details of the standard were not found
      Given standard is <standard>
      When evaluated as of 2026-11-20
      Then <details>

      Examples:
        | standard        | details                             |
        | GB/T 32150-2025 | an observation Q3.DETAILS is raised |
        | GHG Protocol    | no finding Q3.DETAILS is raised     |

    Scenario Outline: Grades by points
      Given supposing the total score is <score>
      When evaluated as of 2026-11-20
      Then the grade is <grade>

      Examples:
        | score | grade         |
        | 23    | complete      |
        | 22    | items missing |
        | 0     | items missing |

    Scenario: If the year has not ended, the grade is undetermined
      Given inventory year is 2025-01-01 to 2025-12-31
      And verification status of the inventory is reported as not verified
      When evaluated as of 2025-12-31
      Then gate Q0 is undetermined
      And the conclusion is incomplete

    Scenario: A year that has not ended does not pass
      Given supposing year_over is 0
      When evaluated as of 2026-11-20
      Then gate Q0 is not met

  Rule: Emissions
    Background:
      Given for each line the quantity emissions of the line (emitted), in tCO2e, on basis again
        | is                                                                                  |
        | quantity of the activity * emission factor in t CO2e per unit of activity * 1 tCO2e |
      And the quantity recalculated scope 1 (scope_1_again), in tCO2e, the sum of emissions of the line over emission lines, on basis again
        | where                        |
        | scope of the line is scope 1 |
      And the quantity recalculated scope 2 (scope_2_again), in tCO2e, the sum of emissions of the line over emission lines, on basis again
        | where                        |
        | scope of the line is scope 2 |
      And the quantity recalculated scope 3 (scope_3_again), in tCO2e, the sum of emissions of the line over emission lines, on basis again
        | where                        |
        | scope of the line is scope 3 |
      And the quantity total emissions (total), in tCO2e, on basis again
        | is                                                                 |
        | recalculated scope 1 + recalculated scope 2 + recalculated scope 3 |
      And the quantity twice the largest difference (twice), in tCO2e, on basis again
        | is                                                                                                                                                                                                                                                                                |
        | 2 * max(max(max(recalculated scope 1 - scope 1 reported, scope 1 reported - recalculated scope 1), max(recalculated scope 2 - scope 2 reported, scope 2 reported - recalculated scope 2)), max(recalculated scope 3 - scope 3 reported, scope 3 reported - recalculated scope 3)) |
      And the quantity number of factors without source (unnamed), in items, the number of records over emission lines, on basis blocks
        | where                                    |
        | source of the factor is no source stated |
      And the quantity share of estimated lines (estimated_share), in %, the share of records over emission lines, or 0 % if there are none, on basis again
        | where                                     |
        | method of obtaining the data is estimated |
      And the quantity scope 3 share of total emissions (share_3), in %, on basis target
        | is                                                       | when                               |
        | undetermined, because total emissions are not above zero | total emissions is at most 0 tCO2e |
        | recalculated scope 3 / total emissions                   | otherwise                          |
      And the quantity recalculated scopes 1 and 2 (scope_12_again), in tCO2e, on basis target
        | is                                          |
        | recalculated scope 1 + recalculated scope 2 |
      And the quantity share of scopes 1 and 2 covered by the target (covered_12), in %, on basis target
        | is                                                                           | when                                           |
        | undetermined, because scopes 1 and 2 are not above zero                      | recalculated scopes 1 and 2 is at most 0 tCO2e |
        | tonnes of scopes 1 and 2 covered by the target / recalculated scopes 1 and 2 | otherwise                                      |
      And the quantity share of scope 3 covered by the target (covered_3), in %, on basis target
        | is                                                             | when                                    |
        | undetermined, because scope 3 is not above zero                | recalculated scope 3 is at most 0 tCO2e |
        | tonnes of scope 3 covered by the target / recalculated scope 3 | otherwise                               |
      And the quantity direct emissions outside the national market (beyond), in tCO2e, on basis apart
        | is                                                                |
        | recalculated scope 1 - emissions verified for the national market |
      And these gates
        | id | gate                                                              | requires                                                                     | applies when                                 | basis  |
        | Q4 | Each scope can be recalculated to its last reported digit         | twice the largest difference is at most value of the last reported digit     |                                              | again  |
        | Q5 | The amount for the national market contains no indirect emissions | indirect emissions in the amount verified for the national market is 0 tCO2e | covered by the national carbon market is yes | apart  |
        | Q6 | Every factor has a stated source                                  | number of factors without source is 0 items                                  |                                              | blocks |
      And these findings
        | code        | finding                                                                                   | when                                                                                                                                                  | severity | basis  |
        | Q5.MORE     | The amount verified for the national market exceeds scope 1                               | covered by the national carbon market is yes; direct emissions outside the national market is less than 0 tCO2e                                       | minor    | apart  |
        | Q7.SCOPES12 | The target covers less than 95 % of scopes 1 and 2                                        | a science-based target is set is yes; share of scopes 1 and 2 covered by the target is less than 95 %                                                 | minor    | target |
        | Q7.SCOPE3   | Scope 3 exceeds 40 % of total emissions, but the target covers less than two thirds of it | a science-based target is set is yes; scope 3 share of total emissions is more than 40 %; share of scope 3 covered by the target is less than 200/3 % | minor    | target |
      And these results
        | result         | label                                        | is                                           | rounded to | basis  |
        | all_emissions  | Total emissions                              | total emissions                              | 2 decimals | again  |
        | scope_3_share  | Scope 3 share of total emissions             | scope 3 share of total emissions             | 2 decimals | target |
        | estimated_told | Share of estimated lines                     | share of estimated lines                     | 1 decimals | again  |
        | beyond_market  | Direct emissions outside the national market | direct emissions outside the national market | 2 decimals | apart  |

    Scenario Outline: Each scope recalculates to the reported value
      Given reported_1 is <one> tCO2e
      And reported_2 is <two> tCO2e
      And reported_3 is <three> tCO2e
      When evaluated as of 2026-11-20
      Then gate Q4 is <outcome>
      And the quantity total is 143530 tCO2e

      Examples:
        | one      | two      | three    | outcome |
        | 60000    | 26530    | 57000    | met     |
        | 60000.5  | 26529.5  | 57000.5  | met     |
        | 60000.51 | 26530    | 57000    | not met |
        | 59999.49 | 26530    | 57000    | not met |
        | 60000    | 26530.51 | 57000    | not met |
        | 60000    | 26529.49 | 57000    | not met |
        | 60000    | 26530    | 57000.51 | not met |
        | 60000    | 26530    | 56999.49 | not met |

    Scenario Outline: The national market includes direct emissions only
      Given in_market is <in>
      And market_indirect is <indirect> tCO2e
      And market_figure is <figure> tCO2e
      When evaluated as of 2026-11-20
      Then gate Q5 is <outcome>
      And the quantity beyond is <beyond> tCO2e
      And <more>

      Examples:
        | in  | indirect | figure   | outcome        | beyond | more                                    |
        | yes | 0        | 58000    | met            | 2000   | no finding Q5.MORE is raised            |
        | yes | 0.01     | 60000    | not met        | 0      | no finding Q5.MORE is raised            |
        | yes | 0        | 60000.01 | met            | -0.01  | a minor nonconformity Q5.MORE is raised |
        | no  | 0.01     | 60000.01 | not applicable | -0.01  | no finding Q5.MORE is raised            |

    Scenario Outline: Target coverage of 95 % of scopes 1 and 2 and two thirds of scope 3
      Given target_set is <set>
      And target_12 is <twelve> tCO2e
      And target_3 is <three> tCO2e
      And scope 1 reported is 60 tCO2e
      And scope 2 reported is 0 tCO2e
      And reported_3 is <scope3> tCO2e
      And emission lines are
        | name of the emission line | scope of the line | quantity of the activity | emission factor in t CO2e per unit of activity | source of the factor | method of obtaining the data |
        | gas                       | scope 1           | 60                       | 1                                              | authority            | measured                     |
        | goods                     | scope 3           | <scope3>                 | 1                                              | supplier             | measured                     |
      When evaluated as of 2026-11-20
      Then <twelve_found>
      And <three_found>

      Examples:
        | set | twelve | three | scope3 | twelve_found                                | three_found                               |
        | yes | 57     | 40    | 60     | no finding Q7.SCOPES12 is raised            | no finding Q7.SCOPE3 is raised            |
        | yes | 56.99  | 40    | 60     | a minor nonconformity Q7.SCOPES12 is raised | no finding Q7.SCOPE3 is raised            |
        | yes | 57     | 39.99 | 60     | no finding Q7.SCOPES12 is raised            | a minor nonconformity Q7.SCOPE3 is raised |
        | yes | 57     | 0     | 40     | no finding Q7.SCOPES12 is raised            | no finding Q7.SCOPE3 is raised            |
        | yes | 57     | 0     | 40.01  | no finding Q7.SCOPES12 is raised            | a minor nonconformity Q7.SCOPE3 is raised |
        | no  | 0      | 0     | 60     | no finding Q7.SCOPES12 is raised            | no finding Q7.SCOPE3 is raised            |

    Scenario: Without emissions the shares are undetermined
      Given emission lines is none
      And scope 1 reported is 0 tCO2e
      And scope 2 reported is 0 tCO2e
      And scope 3 reported is 0 tCO2e
      When evaluated as of 2026-11-20
      Then the rules leave the quantity share_3 undetermined
      And the rules leave the quantity covered_12 undetermined
      And the rules leave the quantity covered_3 undetermined
      And the quantity estimated_share is 0 %
      And the quantity total is 0 tCO2e

    Scenario: One tonne in a scope is sufficient for its share
      Given emission lines are
        | name of the emission line | scope of the line | quantity of the activity | emission factor in t CO2e per unit of activity | source of the factor | method of obtaining the data |
        | gas                       | scope 1           | 1                        | 1                                              | authority            | measured                     |
        | goods                     | scope 3           | 1                        | 1                                              | supplier             | measured                     |
      And target_12 is 1 tCO2e
      And target_3 is 1 tCO2e
      When evaluated as of 2026-11-20
      Then the quantity share_3 is 50 %
      And the quantity covered_12 is 100 %
      And the quantity covered_3 is 100 %

    Scenario Outline: One tonne of total emissions is sufficient for the share
      Given emission lines are
        | name of the emission line | scope of the line | quantity of the activity | emission factor in t CO2e per unit of activity | source of the factor | method of obtaining the data |
        | one                       | <scope>           | 1                        | 1                                              | authority            | measured                     |
      When evaluated as of 2026-11-20
      Then the quantity share_3 is <share> %

      Examples:
        | scope   | share |
        | scope 1 | 0     |
        | scope 3 | 100   |

    Scenario: A factor without source
      Given emission lines are
        | name of the emission line | scope of the line | quantity of the activity | emission factor in t CO2e per unit of activity | source of the factor | method of obtaining the data |
        | natural gas               | scope 1           | 30000                    | 2                                              | no source stated     | measured                     |
        | electricity               | scope 2           | 50000                    | 0.5306                                         | literature           | calculated                   |
        | goods                     | scope 3           | 57000                    | 1                                              | own test             | estimated                    |
      When evaluated as of 2026-11-20
      Then gate Q6 is not met
      And the quantity scope_1_again is 60000 tCO2e
      And the quantity scope_2_again is 26530 tCO2e
      And the quantity scope_3_again is 57000 tCO2e
      And the quantity estimated_share is 100/3 %

  Rule: Electricity
    Background:
      Given the quantity national electricity factor (country_factor), in tCO2e/MWh, by year of electricity use
        | year of electricity use | is           | basis        |
        | 2022                    | 0.5366       | factor-2022  |
        | 2023                    | 0.5306       | factor       |
        | otherwise               | undetermined | factor-later |
      And the quantity electricity factor excluding market-traded non-fossil electricity (residual_factor), in tCO2e/MWh, by year of electricity use
        | year of electricity use | is           | basis        |
        | 2023                    | 0.6096       | factor       |
        | otherwise               | undetermined | factor-later |
      And the quantity own green electricity counted as zero-emission (own_zero), in MWh, on basis own-power
        | is                         | when                                                      |
        | 0 MWh                      | certificates of the own green electricity are sold is yes |
        | own green electricity used | otherwise                                                 |
      And the quantity electricity neither own nor certified (plain), in MWh, on basis residual
        | is                                                                                                                  |
        | max(electricity used - own green electricity counted as zero-emission - electricity covered by certificates, 0 MWh) |
      And the quantity location-based emissions of electricity use (by_place), in tCO2e, on basis factor
        | is                                             |
        | electricity used * national electricity factor |
      And the quantity emissions of other electricity at the national factor (plain_by_place), in tCO2e, on basis factor
        | is                                                                  |
        | electricity neither own nor certified * national electricity factor |
      And the quantity emissions of other electricity at the factor excluding market-traded electricity (by_market), in tCO2e, on basis residual
        | is                                                                                                        |
        | electricity neither own nor certified * electricity factor excluding market-traded non-fossil electricity |
      And these gates
        | id | gate                                                             | requires                                                 | basis |
        | Q8 | Own and certified electricity do not exceed the electricity used | green electricity in excess of electricity used is 0 MWh | again |
      And the quantity green electricity in excess of electricity used (too_much), in MWh, on basis again
        | is                                                                                              |
        | max(own green electricity used + electricity covered by certificates - electricity used, 0 MWh) |
      And these results
        | result          | label                                                                                | is                                                                               | rounded to | basis    |
        | power_by_place  | Emissions of all electricity at the national factor                                  | location-based emissions of electricity use                                      | 2 decimals | factor   |
        | power_plain     | Emissions of non-green electricity at the national factor                            | emissions of other electricity at the national factor                            | 2 decimals | factor   |
        | power_by_market | Emissions of non-green electricity at the factor excluding market-traded electricity | emissions of other electricity at the factor excluding market-traded electricity | 2 decimals | residual |

    Scenario Outline: Non-green electricity at either factor
      Given own_sold is <sold>
      And certified is <certified> MWh
      And own_power is <own> MWh
      When evaluated as of 2026-11-20
      Then the quantity by_place is 53060 tCO2e
      And the quantity plain_by_place is <plain> tCO2e
      And the quantity by_market is <market> tCO2e
      And gate Q8 is <outcome>

      Examples:
        | sold | certified | own   | plain | market | outcome |
        | no   | 20000     | 30000 | 26530 | 30480  | met     |
        | yes  | 20000     | 30000 | 42448 | 48768  | met     |
        | no   | 70000     | 30000 | 0     | 0      | met     |
        | no   | 70000.01  | 30000 | 0     | 0      | not met |

    Scenario: The national factor for 2022
      Given power_year is 2022
      When evaluated as of 2026-11-20
      Then the quantity by_place is 53660 tCO2e
      And the rules leave the quantity residual_factor undetermined

    Scenario: Factors for later years were not found
      Given power_year is 2024
      When evaluated as of 2026-11-20
      Then the rules leave the quantity country_factor undetermined
      And the rules leave the quantity residual_factor undetermined
