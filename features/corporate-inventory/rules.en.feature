# language: en
Feature: Blocks, emissions and electricity

  Background:
    Given the scorecard corporate-inventory
    And these facts
      | fact            | label                             | type         | unit  | one of                                                                                  | at least |
      | year            | inventory year                    | period       |       |                                                                                         |          |
      | standard        | standard followed                 | choice       |       | gbt_32150_2025, iso_14064_1, ghg_protocol, other_standard                               |          |
      | subject_items   | items on the subject              | choices      |       | s_name, s_kind, s_year, s_sector, s_legal_person, s_preparer, s_contact                 |          |
      | emission_items  | items on emissions                | choices      |       | e_now, e_before, e_by_link, e_indicators                                                |          |
      | statement_items | items of the statement            | choices      |       | t_ranges, t_gases, t_method, t_formula, t_source, t_parameters, t_monitoring, t_results |          |
      | analysis_items  | items of the analysis             | choices      |       | a_activity, a_changes, a_beyond, a_advice                                               |          |
      | reported_1      | scope 1 reported                  | number       | tCO2e |                                                                                         |          |
      | reported_2      | scope 2 reported                  | number       | tCO2e |                                                                                         |          |
      | reported_3      | scope 3 reported                  | number       | tCO2e |                                                                                         |          |
      | last_digit      | last digit reported               | number       | tCO2e |                                                                                         | 0.000001 |
      | in_market       | in the national carbon market     | flag         |       |                                                                                         |          |
      | market_figure   | verified for the national market  | number       | tCO2e |                                                                                         | 0        |
      | market_indirect | indirect emissions in that figure | number       | tCO2e |                                                                                         | 0        |
      | target_set      | science-based target set          | flag         |       |                                                                                         |          |
      | target_12       | scopes 1 and 2 under the target   | number       | tCO2e |                                                                                         | 0        |
      | target_3        | scope 3 under the target          | number       | tCO2e |                                                                                         | 0        |
      | power_year      | year of the electricity           | choice       |       | 2022, 2023, 2024, 2025                                                                  |          |
      | power           | electricity used                  | number       | MWh   |                                                                                         | 0        |
      | own_power       | own green electricity used        | number       | MWh   |                                                                                         | 0        |
      | own_sold        | its certificates sold             | flag         |       |                                                                                         |          |
      | certified       | electricity with certificates     | number       | MWh   |                                                                                         | 0        |
      | lines           | emission lines                    | list of line |       |                                                                                         |          |
    And the choices of standard followed
      | value          | words            |
      | gbt_32150_2025 | GB/T 32150-2025  |
      | iso_14064_1    | ISO 14064-1      |
      | ghg_protocol   | GHG Protocol     |
      | other_standard | another standard |
    And the choices of items on the subject
      | value          | words                |
      | s_name         | name                 |
      | s_kind         | kind of unit         |
      | s_year         | year                 |
      | s_sector       | sector               |
      | s_legal_person | legal representative |
      | s_preparer     | preparer             |
      | s_contact      | contact              |
    And the choices of items on emissions
      | value        | words             |
      | e_now        | total of the year |
      | e_before     | totals of before  |
      | e_by_link    | emissions by link |
      | e_indicators | core indicators   |
    And the choices of items of the statement
      | value        | words                      |
      | t_ranges     | direct and indirect ranges |
      | t_gases      | gases                      |
      | t_method     | method                     |
      | t_formula    | formula                    |
      | t_source     | source of data             |
      | t_parameters | parameters                 |
      | t_monitoring | monitoring                 |
      | t_results    | results by range           |
    And the choices of items of the analysis
      | value      | words                  |
      | a_activity | activity data          |
      | a_changes  | causes of changes      |
      | a_beyond   | factors beyond control |
      | a_advice   | advice                 |
    And each line has
      | field     | label                   | type   | unit | one of                                                                 | at least | at most |
      | line      | line name               | text   |      |                                                                        |          |         |
      | scope     | scope of the line       | choice |      | scope_1, scope_2, scope_3                                              |          |         |
      | activity  | amount of the activity  | number |      |                                                                        | 0        |         |
      | factor    | t CO2e for one of it    | number |      |                                                                        |          |         |
      | factor_by | source of the factor    | choice |      | own_test, authority, supplier, literature, no_source                   |          |         |
      | found_by  | datum found by          | choice |      | measured, calculated, estimated                                        |          |         |
      | category  | category of the line    | choice |      | category_1, category_2, category_3, category_4, category_5, category_6 |          |         |
      | spread    | uncertainty of the line | number | %    |                                                                        | 0        | 1000    |
    And no two emission lines share a line name
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
      | value      | words      |
      | own_test   | own test   |
      | authority  | authority  |
      | supplier   | supplier   |
      | literature | literature |
      | no_source  | none named |
    And the choices of datum found by
      | value      | words      |
      | measured   | measured   |
      | calculated | calculated |
      | estimated  | estimated  |
    And this reference case
      | fact                              | value                                                                                                        |
      | inventory year                    | 2023-01-01 to 2023-12-31                                                                                     |
      | standard followed                 | ISO 14064-1                                                                                                  |
      | items on the subject              | name, kind of unit, year, sector, legal representative, preparer, contact                                    |
      | items on emissions                | total of the year, totals of before, emissions by link, core indicators                                      |
      | items of the statement            | direct and indirect ranges, gases, method, formula, source of data, parameters, monitoring, results by range |
      | items of the analysis             | activity data, causes of changes, factors beyond control, advice                                             |
      | scope 1 reported                  | 60000 tCO2e                                                                                                  |
      | scope 2 reported                  | 26530 tCO2e                                                                                                  |
      | scope 3 reported                  | 57000 tCO2e                                                                                                  |
      | last digit reported               | 1 tCO2e                                                                                                      |
      | in the national carbon market     | yes                                                                                                          |
      | verified for the national market  | 58000 tCO2e                                                                                                  |
      | indirect emissions in that figure | 0 tCO2e                                                                                                      |
      | science-based target set          | yes                                                                                                          |
      | scopes 1 and 2 under the target   | 86530 tCO2e                                                                                                  |
      | scope 3 under the target          | 38000 tCO2e                                                                                                  |
      | year of the electricity           | 2023                                                                                                         |
      | electricity used                  | 100000 MWh                                                                                                   |
      | own green electricity used        | 30000 MWh                                                                                                    |
      | its certificates sold             | no                                                                                                           |
      | electricity with certificates     | 20000 MWh                                                                                                    |
    And in the reference case emission lines are
      | line name                 | scope of the line | amount of the activity | t CO2e for one of it | source of the factor | datum found by | category of the line | uncertainty of the line |
      | natural gas               | scope 1           | 30000                  | 2                    | authority            | measured       | direct emissions     | 5 %                     |
      | electricity bought in MWh | scope 2           | 50000                  | 0.5306               | authority            | measured       | imported energy      | 2 %                     |
      | goods bought              | scope 3           | 57000                  | 1                    | supplier             | estimated      | products used        | 10 %                    |

  Rule: Four blocks
    Background:
      Given these sections
        | section   | label     | points |
        | subject   | Subject   | 7      |
        | emissions | Emissions | 4      |
        | statement | Statement | 8      |
        | analysis  | Analysis  | 4      |
      And these indicators worth 23 points
        | id  | indicator | section   | points | basis          |
        | Q1A | Subject   | subject   | 7      | blocks, points |
        | Q1B | Emissions | emissions | 4      | blocks, points |
        | Q1C | Statement | statement | 8      | blocks, points |
        | Q1D | Analysis  | analysis  | 4      | blocks, points |
      And indicator Q1A scores in equal parts each that holds
        | holds                                                     |
        | items on the subject includes any of name                 |
        | items on the subject includes any of kind of unit         |
        | items on the subject includes any of year                 |
        | items on the subject includes any of sector               |
        | items on the subject includes any of legal representative |
        | items on the subject includes any of preparer             |
        | items on the subject includes any of contact              |
      And indicator Q1B scores in equal parts each that holds
        | holds                                                |
        | items on emissions includes any of total of the year |
        | items on emissions includes any of totals of before  |
        | items on emissions includes any of emissions by link |
        | items on emissions includes any of core indicators   |
      And indicator Q1C scores in equal parts each that holds
        | holds                                                             |
        | items of the statement includes any of direct and indirect ranges |
        | items of the statement includes any of gases                      |
        | items of the statement includes any of method                     |
        | items of the statement includes any of formula                    |
        | items of the statement includes any of source of data             |
        | items of the statement includes any of parameters                 |
        | items of the statement includes any of monitoring                 |
        | items of the statement includes any of results by range           |
      And indicator Q1D scores in equal parts each that holds
        | holds                                                        |
        | items of the analysis includes any of activity data          |
        | items of the analysis includes any of causes of changes      |
        | items of the analysis includes any of factors beyond control |
        | items of the analysis includes any of advice                 |
      And the quantity inventory year is over (year_over), on basis again
        | is                                         | when                                              |
        | 1                                          | the as-of date is after the end of inventory year |
        | undetermined, because the year is not over | otherwise                                         |
      And these gates
        | id | gate                                               | requires                                                                                                        | basis        |
        | Q0 | An inventory of a year at most that is over        | the start of inventory year is after the end of inventory year minus 1 year; inventory year is over is 1        | again, proof |
        | Q2 | Direct and indirect ranges and the gases are named | items of the statement includes any of direct and indirect ranges; items of the statement includes any of gases | ranges       |
      And these findings
        | code       | finding                                                                   | when                                 | severity    | basis    |
        | Q3.DETAILS | What GB/T 32150-2025 asks for in detail was not found and is not assessed | standard followed is GB/T 32150-2025 | observation | standard |

    Scenario Outline: each of the items on the subject counts
      Given subject_items is <items>
      When evaluated as of 2026-11-20
      Then indicator Q1A scores <points>
      And the total score is <total>
      And the grade is <grade>

      Examples:
        | items                                                                     | points | total | grade         |
        | name, kind of unit, year, sector, legal representative, preparer, contact | 7      | 23    | complete      |
        | kind of unit, year, sector, legal representative, preparer, contact       | 6      | 22    | items missing |
        | name, year, sector, legal representative, preparer, contact               | 6      | 22    | items missing |
        | name, kind of unit, sector, legal representative, preparer, contact       | 6      | 22    | items missing |
        | name, kind of unit, year, legal representative, preparer, contact         | 6      | 22    | items missing |
        | name, kind of unit, year, sector, preparer, contact                       | 6      | 22    | items missing |
        | name, kind of unit, year, sector, legal representative, contact           | 6      | 22    | items missing |
        | name, kind of unit, year, sector, legal representative, preparer          | 6      | 22    | items missing |

    Scenario Outline: each of the items on emissions counts
      Given emission_items is <items>
      When evaluated as of 2026-11-20
      Then indicator Q1B scores <points>
      And the total score is <total>
      And the grade is <grade>

      Examples:
        | items                                                                   | points | total | grade         |
        | total of the year, totals of before, emissions by link, core indicators | 4      | 23    | complete      |
        | totals of before, emissions by link, core indicators                    | 3      | 22    | items missing |
        | total of the year, emissions by link, core indicators                   | 3      | 22    | items missing |
        | total of the year, totals of before, core indicators                    | 3      | 22    | items missing |
        | total of the year, totals of before, emissions by link                  | 3      | 22    | items missing |

    Scenario Outline: each of the items of the statement counts
      Given statement_items is <items>
      When evaluated as of 2026-11-20
      Then indicator Q1C scores <points>
      And the total score is <total>
      And the grade is <grade>
      And gate Q2 is <outcome>

      Examples:
        | items                                                                                                        | points | total | grade         | outcome |
        | direct and indirect ranges, gases, method, formula, source of data, parameters, monitoring, results by range | 8      | 23    | complete      | met     |
        | gases, method, formula, source of data, parameters, monitoring, results by range                             | 7      | 22    | none          | not met |
        | direct and indirect ranges, method, formula, source of data, parameters, monitoring, results by range        | 7      | 22    | none          | not met |
        | direct and indirect ranges, gases, formula, source of data, parameters, monitoring, results by range         | 7      | 22    | items missing | met     |
        | direct and indirect ranges, gases, method, source of data, parameters, monitoring, results by range          | 7      | 22    | items missing | met     |
        | direct and indirect ranges, gases, method, formula, parameters, monitoring, results by range                 | 7      | 22    | items missing | met     |
        | direct and indirect ranges, gases, method, formula, source of data, monitoring, results by range             | 7      | 22    | items missing | met     |
        | direct and indirect ranges, gases, method, formula, source of data, parameters, results by range             | 7      | 22    | items missing | met     |
        | direct and indirect ranges, gases, method, formula, source of data, parameters, monitoring                   | 7      | 22    | items missing | met     |

    Scenario Outline: each of the items of the analysis counts
      Given analysis_items is <items>
      When evaluated as of 2026-11-20
      Then indicator Q1D scores <points>
      And the total score is <total>
      And the grade is <grade>

      Examples:
        | items                                                            | points | total | grade         |
        | activity data, causes of changes, factors beyond control, advice | 4      | 23    | complete      |
        | causes of changes, factors beyond control, advice                | 3      | 22    | items missing |
        | activity data, factors beyond control, advice                    | 3      | 22    | items missing |
        | activity data, causes of changes, advice                         | 3      | 22    | items missing |
        | activity data, causes of changes, factors beyond control         | 3      | 22    | items missing |

    Scenario Outline: a year at most
      Given year is 2023-01-01 to <last>
      When evaluated as of 2026-11-20
      Then gate Q0 is <outcome>

      Examples:
        | last       | outcome |
        | 2023-12-31 | met     |
        | 2024-01-01 | not met |

    Scenario Outline: no inventory of a year that is not over
      Given inventory year is 2025-01-01 to 2025-12-31
      When evaluated as of <today>
      Then gate Q0 is <outcome>

      Examples:
        | today      | outcome      |
        | 2026-01-01 | met          |
        | 2025-12-31 | undetermined |

    Scenario Outline: what was not found of the standard is told
      Given standard is <standard>
      When evaluated as of 2026-11-20
      Then <details>

      Examples:
        | standard        | details                             |
        | GB/T 32150-2025 | an observation Q3.DETAILS is raised |
        | GHG Protocol    | no finding Q3.DETAILS is raised     |

    Scenario Outline: the ladder
      Given supposing the total score is <score>
      When evaluated as of 2026-11-20
      Then the grade is <grade>

      Examples:
        | score | grade         |
        | 23    | complete      |
        | 22    | items missing |
        | 0     | items missing |

    Scenario: a year that is not over leaves the grade open
      Given inventory year is 2025-01-01 to 2025-12-31
      And verification told is told as not verified
      When evaluated as of 2025-12-31
      Then gate Q0 is undetermined
      And the conclusion is incomplete

    Scenario: without its end a year does not pass
      Given supposing year_over is 0
      When evaluated as of 2026-11-20
      Then gate Q0 is not met

  Rule: Emissions
    Background:
      Given for each line the quantity emissions of the line (emitted), in tCO2e, on basis again
        | is                                                      |
        | amount of the activity * t CO2e for one of it * 1 tCO2e |
      And the quantity scope 1 computed (scope_1_again), in tCO2e, the sum of emissions of the line over emission lines, on basis again
        | where                        |
        | scope of the line is scope 1 |
      And the quantity scope 2 computed (scope_2_again), in tCO2e, the sum of emissions of the line over emission lines, on basis again
        | where                        |
        | scope of the line is scope 2 |
      And the quantity scope 3 computed (scope_3_again), in tCO2e, the sum of emissions of the line over emission lines, on basis again
        | where                        |
        | scope of the line is scope 3 |
      And the quantity all emissions (total), in tCO2e, on basis again
        | is                                                     |
        | scope 1 computed + scope 2 computed + scope 3 computed |
      And the quantity twice the greatest difference (twice), in tCO2e, on basis again
        | is                                                                                                                                                                                                                                                        |
        | 2 * max(max(max(scope 1 computed - scope 1 reported, scope 1 reported - scope 1 computed), max(scope 2 computed - scope 2 reported, scope 2 reported - scope 2 computed)), max(scope 3 computed - scope 3 reported, scope 3 reported - scope 3 computed)) |
      And the quantity factors without source (unnamed), in items, the number of records over emission lines, on basis blocks
        | where                              |
        | source of the factor is none named |
      And the quantity estimated share (estimated_share), in %, the share of records over emission lines, or 0 % if there are none, on basis again
        | where                       |
        | datum found by is estimated |
      And the quantity share of scope 3 (share_3), in %, on basis target
        | is                                                     | when                             |
        | undetermined, because the emissions are not above zero | all emissions is at most 0 tCO2e |
        | scope 3 computed / all emissions                       | otherwise                        |
      And the quantity scopes 1 and 2 computed (scope_12_again), in tCO2e, on basis target
        | is                                  |
        | scope 1 computed + scope 2 computed |
      And the quantity share of scopes 1 and 2 under the target (covered_12), in %, on basis target
        | is                                                        | when                                       |
        | undetermined, because scopes 1 and 2 are not above zero   | scopes 1 and 2 computed is at most 0 tCO2e |
        | scopes 1 and 2 under the target / scopes 1 and 2 computed | otherwise                                  |
      And the quantity share of scope 3 under the target (covered_3), in %, on basis target
        | is                                              | when                                |
        | undetermined, because scope 3 is not above zero | scope 3 computed is at most 0 tCO2e |
        | scope 3 under the target / scope 3 computed     | otherwise                           |
      And the quantity direct emissions beyond the national market (beyond), in tCO2e, on basis apart
        | is                                                  |
        | scope 1 computed - verified for the national market |
      And these gates
        | id | gate                                                       | requires                                                     | applies when                         | basis  |
        | Q4 | Each scope computes to what is reported, to its last digit | twice the greatest difference is at most last digit reported |                                      | again  |
        | Q5 | No indirect emissions in the figure of the national market | indirect emissions in that figure is 0 tCO2e                 | in the national carbon market is yes | apart  |
        | Q6 | Every factor with its source                               | factors without source is 0 items                            |                                      | blocks |
      And these findings
        | code        | finding                                                                            | when                                                                                                                        | severity | basis  |
        | Q5.MORE     | More was verified for the national market than scope 1 has                         | in the national carbon market is yes; direct emissions beyond the national market is less than 0 tCO2e                      | minor    | apart  |
        | Q7.SCOPES12 | The target covers less than 95 % of scopes 1 and 2                                 | science-based target set is yes; share of scopes 1 and 2 under the target is less than 95 %                                 | minor    | target |
        | Q7.SCOPE3   | Scope 3 is more than 40 % of all, and the target covers less than two thirds of it | science-based target set is yes; share of scope 3 is more than 40 %; share of scope 3 under the target is less than 200/3 % | minor    | target |
      And these results
        | result         | label                                       | is                                          | rounded to | basis  |
        | all_emissions  | All emissions                               | all emissions                               | 2 decimals | again  |
        | scope_3_share  | Share of scope 3                            | share of scope 3                            | 2 decimals | target |
        | estimated_told | Share of lines that are estimated           | estimated share                             | 1 decimals | again  |
        | beyond_market  | Direct emissions beyond the national market | direct emissions beyond the national market | 2 decimals | apart  |

    Scenario Outline: each scope computes to what is reported
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

    Scenario Outline: the national market counts direct emissions only
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

    Scenario Outline: 95 % of scopes 1 and 2, two thirds of scope 3
      Given target_set is <set>
      And target_12 is <twelve> tCO2e
      And target_3 is <three> tCO2e
      And scope 1 reported is 60 tCO2e
      And scope 2 reported is 0 tCO2e
      And reported_3 is <scope3> tCO2e
      And emission lines are
        | line name | scope of the line | amount of the activity | t CO2e for one of it | source of the factor | datum found by |
        | gas       | scope 1           | 60                     | 1                    | authority            | measured       |
        | goods     | scope 3           | <scope3>               | 1                    | supplier             | measured       |
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

    Scenario: without emissions no share is determined
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

    Scenario: a tonne is enough for a share
      Given emission lines are
        | line name | scope of the line | amount of the activity | t CO2e for one of it | source of the factor | datum found by |
        | gas       | scope 1           | 1                      | 1                    | authority            | measured       |
        | goods     | scope 3           | 1                      | 1                    | supplier             | measured       |
      And target_12 is 1 tCO2e
      And target_3 is 1 tCO2e
      When evaluated as of 2026-11-20
      Then the quantity share_3 is 50 %
      And the quantity covered_12 is 100 %
      And the quantity covered_3 is 100 %

    Scenario Outline: of a tonne in all a share is determined
      Given emission lines are
        | line name | scope of the line | amount of the activity | t CO2e for one of it | source of the factor | datum found by |
        | one       | <scope>           | 1                      | 1                    | authority            | measured       |
      When evaluated as of 2026-11-20
      Then the quantity share_3 is <share> %

      Examples:
        | scope   | share |
        | scope 1 | 0     |
        | scope 3 | 100   |

    Scenario: a factor without source
      Given emission lines are
        | line name   | scope of the line | amount of the activity | t CO2e for one of it | source of the factor | datum found by |
        | natural gas | scope 1           | 30000                  | 2                    | none named           | measured       |
        | electricity | scope 2           | 50000                  | 0.5306               | literature           | calculated     |
        | goods       | scope 3           | 57000                  | 1                    | own test             | estimated      |
      When evaluated as of 2026-11-20
      Then gate Q6 is not met
      And the quantity scope_1_again is 60000 tCO2e
      And the quantity scope_2_again is 26530 tCO2e
      And the quantity scope_3_again is 57000 tCO2e
      And the quantity estimated_share is 100/3 %

  Rule: Electricity
    Background:
      Given the quantity factor of the country (country_factor), in tCO2e/MWh, by year of the electricity
        | year of the electricity | is           | basis        |
        | 2022                    | 0.5366       | factor-2022  |
        | 2023                    | 0.5306       | factor       |
        | otherwise               | undetermined | factor-later |
      And the quantity factor without market power (residual_factor), in tCO2e/MWh, by year of the electricity
        | year of the electricity | is           | basis        |
        | 2023                    | 0.6096       | factor       |
        | otherwise               | undetermined | factor-later |
      And the quantity own power at zero (own_zero), in MWh, on basis own-power
        | is                         | when                         |
        | 0 MWh                      | its certificates sold is yes |
        | own green electricity used | otherwise                    |
      And the quantity electricity neither own nor certified (plain), in MWh, on basis residual
        | is                                                                               |
        | max(electricity used - own power at zero - electricity with certificates, 0 MWh) |
      And the quantity electricity by place (by_place), in tCO2e, on basis factor
        | is                                       |
        | electricity used * factor of the country |
      And the quantity other electricity by the factor of the country (plain_by_place), in tCO2e, on basis factor
        | is                                                            |
        | electricity neither own nor certified * factor of the country |
      And the quantity other electricity by the factor without market power (by_market), in tCO2e, on basis residual
        | is                                                                  |
        | electricity neither own nor certified * factor without market power |
      And these gates
        | id | gate                                               | requires                                        | basis |
        | Q8 | Own and certified electricity within what was used | green electricity beyond what was used is 0 MWh | again |
      And the quantity green electricity beyond what was used (too_much), in MWh, on basis again
        | is                                                                                        |
        | max(own green electricity used + electricity with certificates - electricity used, 0 MWh) |
      And these results
        | result          | label                                                             | is                                                   | rounded to | basis    |
        | power_by_place  | Electricity, whole use by the factor of the country               | electricity by place                                 | 2 decimals | factor   |
        | power_plain     | Electricity that is not green, by the factor of the country       | other electricity by the factor of the country       | 2 decimals | factor   |
        | power_by_market | Electricity that is not green, by the factor without market power | other electricity by the factor without market power | 2 decimals | residual |

    Scenario Outline: what is not green, by either factor
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

    Scenario: the factor of 2022
      Given power_year is 2022
      When evaluated as of 2026-11-20
      Then the quantity by_place is 53660 tCO2e
      And the rules leave the quantity residual_factor undetermined

    Scenario: factors of later years were not found
      Given power_year is 2024
      When evaluated as of 2026-11-20
      Then the rules leave the quantity country_factor undetermined
      And the rules leave the quantity residual_factor undetermined
