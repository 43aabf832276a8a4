# language: en
Feature: Requirements of ISO 14064-1

  Background:
    Given the scorecard corporate-inventory
    And these facts
      | fact           | label                                                  | type                 | unit  | one of                                                                            | at least | at most |
      | boundary_by    | approach to the organisational boundary                | choice               |       | operational, financial, equity, not_stated                                        |          |         |
      | criteria       | significance criteria                                  | choices              |       | magnitude, influence, exposure, guidance, outsourced, engagement, other_criterion |          |         |
      | categories     | categories of the inventory                            | list of category row |       |                                                                                   |          |         |
      | left_out       | excluded sources                                       | list of omission     |       |                                                                                   |          |         |
      | base_set       | a base year is set                                     | flag                 |       |                                                                                   |          |         |
      | base_rule      | a recalculation rule for the base year is stated       | flag                 |       |                                                                                   |          |         |
      | base_year      | base year                                              | period               |       |                                                                                   |          |         |
      | base_emissions | emissions of the base year                             | number               | tCO2e |                                                                                   | 0        |         |
      | base_limit     | recalculation threshold of the base year               | number               | %     |                                                                                   | 0        | 100     |
      | base_redone    | the base year was recalculated                         | flag                 |       |                                                                                   |          |         |
      | base_changes   | changes of the base year                               | list of base_change  |       |                                                                                   |          |         |
      | apart          | amounts reported separately                            | list of amount_apart |       |                                                                                   |          |         |
      | potentials     | global warming potentials used                         | choice               |       | ar4, ar5, ar6, other_set, not_named                                               |          |         |
      | potentials_why | a reason for not using the latest potentials is stated | flag                 |       |                                                                                   |          |         |
      | uncertainty_by | type of uncertainty assessment                         | choice               |       | in_figures, in_words_why, in_words, not_assessed                                  |          |         |
      | verified_as    | verification status of the inventory                   | choice               |       | reasonable, limited, not_verified, not_told                                       |          |         |
      | verified_on    | date of the verification statement                     | date                 |       |                                                                                   |          |         |
    And the choices of approach to the organisational boundary
      | value       | words               |
      | operational | operational control |
      | financial   | financial control   |
      | equity      | equity share        |
      | not_stated  | not stated          |
    And the choices of significance criteria
      | value           | words               |
      | magnitude       | magnitude           |
      | influence       | influence           |
      | exposure        | risk or opportunity |
      | guidance        | sector guidance     |
      | outsourced      | outsourcing         |
      | engagement      | employee engagement |
      | other_criterion | another criterion   |
    And the choices of global warming potentials used
      | value     | words                         |
      | ar4       | IPCC fourth assessment report |
      | ar5       | IPCC fifth assessment report  |
      | ar6       | IPCC sixth assessment report  |
      | other_set | another named set of values   |
      | not_named | not named                     |
    And the choices of type of uncertainty assessment
      | value        | words                      |
      | in_figures   | quantitative               |
      | in_words_why | qualitative with reason    |
      | in_words     | qualitative without reason |
      | not_assessed | not assessed               |
    And the choices of verification status of the inventory
      | value        | words                    |
      | reasonable   | reasonable assurance     |
      | limited      | limited assurance        |
      | not_verified | reported as not verified |
      | not_told     | nothing stated           |
    And each category has
      | field   | label                             | type   | one of                                                                 |
      | place   | category of the row               | choice | category_1, category_2, category_3, category_4, category_5, category_6 |
      | treated | treatment                         | choice | counted, left_out                                                      |
      | why     | reason for excluding the category | choice | not_significant, no_data, no_method, no_sources, no_reason             |
    And category is called category row
    And no two categories of the inventory share a category of the row
    And the choices of category of the row
      | value      | words                |
      | category_1 | direct emissions     |
      | category_2 | imported energy      |
      | category_3 | transport            |
      | category_4 | products used        |
      | category_5 | use of products sold |
      | category_6 | other sources        |
    And the choices of treatment
      | value    | words    |
      | counted  | counted  |
      | left_out | excluded |
    And the choices of reason for excluding the category
      | value           | words            |
      | not_significant | not significant  |
      | no_data         | no data          |
      | no_method       | no method        |
      | no_sources      | no such sources  |
      | no_reason       | no reason stated |
    And each omission has
      | field  | label                           | type   | one of                                         |
      | source | excluded source                 | text   |                                                |
      | reason | reason for excluding the source | choice | not_significant, no_data, no_method, no_reason |
    And no two excluded sources share a excluded source
    And the choices of reason for excluding the source
      | value           | words            |
      | not_significant | not significant  |
      | no_data         | no data          |
      | no_method       | no method        |
      | no_reason       | no reason stated |
    And each base_change has
      | field  | label               | type   | unit  | one of                           |
      | change | name of the change  | text   |       |                                  |
      | cause  | cause of the change | choice |       | structure, method, error, growth |
      | moved  | change of emissions | number | tCO2e |                                  |
    And no two changes of the base year share a name of the change
    And the choices of cause of the change
      | value     | words                 |
      | structure | structure or boundary |
      | method    | method or factor      |
      | error     | error found           |
      | growth    | growth or decline     |
    And each amount_apart has
      | field    | label                       | type   | unit  | one of                                               | at least |
      | amount   | name of the separate amount | text   |       |                                                      |          |
      | what     | type of the separate amount | choice |       | biogenic_emission, biogenic_removal, removal, credit |          |
      | tonnes   | tonnes reported separately  | number | tCO2e |                                                      | 0        |
      | in_total | included in the total       | flag   |       |                                                      |          |
    And no two amounts reported separately share a name of the separate amount
    And the choices of type of the separate amount
      | value             | words                |
      | biogenic_emission | biogenic CO2 emitted |
      | biogenic_removal  | biogenic CO2 removed |
      | removal           | other removal        |
      | credit            | credits retired      |
    And this reference case
      | fact                                                   | value                        |
      | approach to the organisational boundary                | operational control          |
      | significance criteria                                  | magnitude, influence         |
      | a base year is set                                     | yes                          |
      | a recalculation rule for the base year is stated       | yes                          |
      | base year                                              | 2020-01-01 to 2020-12-31     |
      | emissions of the base year                             | 150000 tCO2e                 |
      | recalculation threshold of the base year               | 5 %                          |
      | the base year was recalculated                         | yes                          |
      | global warming potentials used                         | IPCC sixth assessment report |
      | a reason for not using the latest potentials is stated | no                           |
      | type of uncertainty assessment                         | quantitative                 |
      | verification status of the inventory                   | limited assurance            |
      | date of the verification statement                     | 2024-05-31                   |
    And in the reference case categories of the inventory are
      | category of the row  | treatment | reason for excluding the category |
      | direct emissions     | counted   |                                   |
      | imported energy      | counted   |                                   |
      | transport            | excluded  | not significant                   |
      | products used        | counted   |                                   |
      | use of products sold | excluded  | no data                           |
      | other sources        | excluded  | no such sources                   |
    And in the reference case excluded sources are
      | excluded source       | reason for excluding the source |
      | refrigerant of a shop | not significant                 |
    And in the reference case changes of the base year are
      | name of the change | cause of the change   | change of emissions |
      | works sold         | structure or boundary | -6000 tCO2e         |
      | meter read wrong   | error found           | 1500 tCO2e          |
      | more orders        | growth or decline     | 20000 tCO2e         |
    And in the reference case amounts reported separately are
      | name of the separate amount | type of the separate amount | tonnes reported separately | included in the total |
      | wood chips                  | biogenic CO2 emitted        | 500 tCO2e                  | no                    |
      | hedges                      | biogenic CO2 removed        | 40 tCO2e                   | no                    |
      | mineral store               | other removal               | 120 tCO2e                  | no                    |
      | certificates bought         | credits retired             | 1000 tCO2e                 | no                    |

  Rule: Categories, significance and exclusions
    Background:
      Given the quantity number of direct and imported-energy categories counted (must_count), in items, the number of records over categories of the inventory, on basis iso-categories
        | where                                                                                 |
        | category of the row is one of direct emissions, imported energy; treatment is counted |
      And the quantity number of categories reported (told), in items, the number of records over categories of the inventory, on basis iso-six
      And the quantity number of indirect categories excluded (indirect_out), in items, the number of records over categories of the inventory, on basis iso-criteria
        | where                                                                                                              |
        | category of the row is one of transport, products used, use of products sold, other sources; treatment is excluded |
      And the quantity number of categories excluded without reason (no_why), in items, the number of records over categories of the inventory, on basis iso-reasons
        | where                                                                        |
        | treatment is excluded; reason for excluding the category is no reason stated |
      And the quantity number of sources excluded without reason (no_cause), in items, the number of records over excluded sources, on basis iso-reasons
        | where                                               |
        | reason for excluding the source is no reason stated |
      And the quantity number of lines with inconsistent category and scope (misplaced), in items, the number of records over emission lines, on basis iso-scopes
        | where                                                                                                                          |
        | category of the line is direct emissions; scope of the line is not scope 1                                                     |
        | category of the line is imported energy; scope of the line is not scope 2                                                      |
        | category of the line is one of transport, products used, use of products sold, other sources; scope of the line is not scope 3 |
      And these gates
        | id  | gate                                                        | requires                                                                                                                                              | applies when                    | basis          |
        | I01 | ISO 14064-1: categories 1 and 2 are counted                 | number of direct and imported-energy categories counted is 2 items                                                                                    | standard applied is ISO 14064-1 | iso-categories |
        | I02 | ISO 14064-1: each of the six categories is reported         | number of categories reported is 6 items                                                                                                              | standard applied is ISO 14064-1 | iso-six        |
        | I03 | ISO 14064-1: exclusions of categories are based on criteria | number of indirect categories excluded is 0 items                                                                                                     | standard applied is ISO 14064-1 | iso-criteria   |
        | I03 |                                                             | significance criteria includes any of magnitude, influence, risk or opportunity, sector guidance, outsourcing, employee engagement, another criterion |                                 | iso-criteria   |
        | I04 | ISO 14064-1: every exclusion has a reason                   | number of categories excluded without reason is 0 items; number of sources excluded without reason is 0 items                                         | standard applied is ISO 14064-1 | iso-reasons    |
        | I05 | ISO 14064-1: the category of each line matches its scope    | number of lines with inconsistent category and scope is 0 items                                                                                       | standard applied is ISO 14064-1 | iso-scopes     |
        | I06 | ISO 14064-1: the boundary is stated                         | approach to the organisational boundary is one of operational control, financial control, equity share                                                | standard applied is ISO 14064-1 | iso-boundary   |
      And the quantity total of the lines in category 1 (sum_1), in tCO2e, the sum of emissions of the line over emission lines, on basis again
        | where                                    |
        | category of the line is direct emissions |
      And the quantity emissions of category 1 (category_1_all), in tCO2e, on basis again
        | is                                                    | when                            |
        | total of the lines in category 1                      | standard applied is ISO 14064-1 |
        | undetermined, because a different standard is applied | otherwise                       |
      And the quantity total of the lines in category 2 (sum_2), in tCO2e, the sum of emissions of the line over emission lines, on basis again
        | where                                   |
        | category of the line is imported energy |
      And the quantity emissions of category 2 (category_2_all), in tCO2e, on basis again
        | is                                                    | when                            |
        | total of the lines in category 2                      | standard applied is ISO 14064-1 |
        | undetermined, because a different standard is applied | otherwise                       |
      And the quantity total of the lines in category 3 (sum_3), in tCO2e, the sum of emissions of the line over emission lines, on basis again
        | where                             |
        | category of the line is transport |
      And the quantity emissions of category 3 (category_3_all), in tCO2e, on basis again
        | is                                                    | when                            |
        | total of the lines in category 3                      | standard applied is ISO 14064-1 |
        | undetermined, because a different standard is applied | otherwise                       |
      And the quantity total of the lines in category 4 (sum_4), in tCO2e, the sum of emissions of the line over emission lines, on basis again
        | where                                 |
        | category of the line is products used |
      And the quantity emissions of category 4 (category_4_all), in tCO2e, on basis again
        | is                                                    | when                            |
        | total of the lines in category 4                      | standard applied is ISO 14064-1 |
        | undetermined, because a different standard is applied | otherwise                       |
      And the quantity total of the lines in category 5 (sum_5), in tCO2e, the sum of emissions of the line over emission lines, on basis again
        | where                                        |
        | category of the line is use of products sold |
      And the quantity emissions of category 5 (category_5_all), in tCO2e, on basis again
        | is                                                    | when                            |
        | total of the lines in category 5                      | standard applied is ISO 14064-1 |
        | undetermined, because a different standard is applied | otherwise                       |
      And the quantity total of the lines in category 6 (sum_6), in tCO2e, the sum of emissions of the line over emission lines, on basis again
        | where                                 |
        | category of the line is other sources |
      And the quantity emissions of category 6 (category_6_all), in tCO2e, on basis again
        | is                                                    | when                            |
        | total of the lines in category 6                      | standard applied is ISO 14064-1 |
        | undetermined, because a different standard is applied | otherwise                       |
      And these results
        | result   | label                            | is                      | rounded to | basis          |
        | direct_1 | Category 1: direct emissions     | emissions of category 1 | 2 decimals | iso-categories |
        | energy_2 | Category 2: imported energy      | emissions of category 2 | 2 decimals | iso-categories |
        | moving_3 | Category 3: transport            | emissions of category 3 | 2 decimals | iso-categories |
        | used_4   | Category 4: products used        | emissions of category 4 | 2 decimals | iso-categories |
        | sold_5   | Category 5: use of products sold | emissions of category 5 | 2 decimals | iso-categories |
        | other_6  | Category 6: other sources        | emissions of category 6 | 2 decimals | iso-categories |

    Scenario Outline: Categories counted and reasons for excluding others
      Given categories of the inventory are
        | place      | treated | why   |
        | category_1 | <one>   | <why> |
        | category_2 | <two>   | <why> |
        | category_3 | <three> | <why> |
        | category_4 | <four>  | <why> |
        | category_5 | <five>  | <why> |
        | category_6 | <six>   | <why> |
      And criteria is <criteria>
      When evaluated as of 2026-11-20
      Then gate I01 is <I01>
      And gate I03 is <I03>
      And gate I04 is <I04>
      And the quantity indirect_out is <out> items

      Examples:
        | one      | two      | three    | four     | five     | six      | why              | criteria        | out | I01     | I03     | I04     |
        | counted  | counted  | counted  | counted  | counted  | counted  | no reason stated | none            | 0   | met     | met     | met     |
        | excluded | counted  | counted  | counted  | counted  | counted  | no data          | none            | 0   | not met | met     | met     |
        | counted  | excluded | counted  | counted  | counted  | counted  | no reason stated | none            | 0   | not met | met     | not met |
        | counted  | counted  | excluded | counted  | counted  | counted  | not significant  | none            | 1   | met     | not met | met     |
        | counted  | counted  | counted  | excluded | counted  | counted  | no method        | none            | 1   | met     | not met | met     |
        | counted  | counted  | counted  | counted  | excluded | counted  | no such sources  | none            | 1   | met     | not met | met     |
        | counted  | counted  | counted  | counted  | counted  | excluded | no data          | none            | 1   | met     | not met | met     |
        | counted  | counted  | excluded | excluded | excluded | excluded | no reason stated | magnitude       | 4   | met     | met     | not met |
        | counted  | counted  | excluded | excluded | excluded | excluded | no data          | influence       | 4   | met     | met     | met     |
        | counted  | counted  | excluded | excluded | excluded | excluded | no data          | exposure        | 4   | met     | met     | met     |
        | counted  | counted  | excluded | excluded | excluded | excluded | no data          | guidance        | 4   | met     | met     | met     |
        | counted  | counted  | excluded | excluded | excluded | excluded | no data          | outsourced      | 4   | met     | met     | met     |
        | counted  | counted  | excluded | excluded | excluded | excluded | no data          | engagement      | 4   | met     | met     | met     |
        | counted  | counted  | excluded | excluded | excluded | excluded | no data          | other_criterion | 4   | met     | met     | met     |

    Scenario: A category that is not mentioned
      Given categories of the inventory are
        | place      | treated | why |
        | category_1 | counted |     |
        | category_2 | counted |     |
        | category_3 | counted |     |
        | category_4 | counted |     |
        | category_5 | counted |     |
      When evaluated as of 2026-11-20
      Then gate I02 is not met
      And gate I01 is met
      And the conclusion is gate failed

    Scenario Outline: An excluded source
      Given excluded sources are
        | source      | reason   |
        | cold stores | <reason> |
      When evaluated as of 2026-11-20
      Then gate I04 is <I04>

      Examples:
        | reason          | I04     |
        | not_significant | met     |
        | no_data         | met     |
        | no_method       | met     |
        | no_reason       | not met |

    Scenario Outline: Categories compared with scopes
      Given emission lines are
        | name of the emission line | scope of the line | quantity of the activity | emission factor in t CO2e per unit of activity | source of the factor | method of obtaining the data | category of the line | uncertainty of the line |
        | it                        | <scope>           | 7                        | 1                                              | authority            | measured                     | <category>           | 1 %                     |
      When evaluated as of 2026-11-20
      Then gate I05 is <I05>
      And the quantity <of> is 7 tCO2e

      Examples:
        | scope   | category   | of             | I05     |
        | scope 1 | category_1 | category_1_all | met     |
        | scope 2 | category_2 | category_2_all | met     |
        | scope 3 | category_3 | category_3_all | met     |
        | scope 3 | category_4 | category_4_all | met     |
        | scope 3 | category_5 | category_5_all | met     |
        | scope 3 | category_6 | category_6_all | met     |
        | scope 2 | category_1 | category_1_all | not met |
        | scope 3 | category_1 | category_1_all | not met |
        | scope 1 | category_2 | category_2_all | not met |
        | scope 1 | category_3 | category_3_all | not met |
        | scope 2 | category_4 | category_4_all | not met |
        | scope 1 | category_5 | category_5_all | not met |
        | scope 2 | category_6 | category_6_all | not met |

    Scenario Outline: Approach to the boundary
      Given boundary_by is <by>
      When evaluated as of 2026-11-20
      Then gate I06 is <I06>

      Examples:
        | by                  | I06     |
        | operational control | met     |
        | financial control   | met     |
        | equity share        | met     |
        | not stated          | not met |

    Scenario: Categories of the worked company
      When evaluated as of 2026-11-20
      Then the quantity category_1_all is 60000 tCO2e
      And the quantity category_2_all is 26530 tCO2e
      And the quantity category_3_all is 0 tCO2e
      And the quantity category_4_all is 57000 tCO2e
      And the quantity category_5_all is 0 tCO2e
      And the quantity category_6_all is 0 tCO2e

    Scenario: Other standards do not require categories
      Given standard is GHG Protocol
      When evaluated as of 2026-11-20
      Then gate I01 is not applicable
      And gate I02 is not applicable
      And gate I03 is not applicable
      And gate I04 is not applicable
      And gate I05 is not applicable
      And gate I06 is not applicable
      And the rules leave the quantity category_1_all undetermined
      And the rules leave the quantity category_2_all undetermined
      And the rules leave the quantity category_3_all undetermined
      And the rules leave the quantity category_4_all undetermined
      And the rules leave the quantity category_5_all undetermined
      And the rules leave the quantity category_6_all undetermined
      And the grade is complete

  Rule: Base year and recalculation
    Background:
      Given for each base_change the quantity size of the change (size), in tCO2e, on basis iso-sizes
        | is                                                      |
        | max(change of emissions, 0 tCO2e - change of emissions) |
      And the quantity changes relevant for recalculation (counted_changes), in tCO2e, the sum of size of the change over changes of the base year, on basis iso-recalculation
        | where                                                                              |
        | cause of the change is one of structure or boundary, method or factor, error found |
      And the quantity relevant changes as a share of base-year emissions (changed), in %, on basis iso-sizes
        | is                                                              | when                                          |
        | undetermined, because a different standard is applied           | standard applied is not ISO 14064-1           |
        | undetermined, because no base year is set                       | a base year is set is no                      |
        | 0 %                                                             | changes relevant for recalculation is 0 tCO2e |
        | undetermined, because the base year has no emissions            | emissions of the base year is 0 tCO2e         |
        | changes relevant for recalculation / emissions of the base year | otherwise                                     |
      And these gates
        | id  | gate                                                                            | requires                                                                                                 | applies when                                                                                                        | basis                        |
        | I07 | ISO 14064-1: a base year and a recalculation rule are set                       | a base year is set is yes; a recalculation rule for the base year is stated is yes                       | standard applied is ISO 14064-1                                                                                     | iso-base                     |
        | I08 | ISO 14064-1: the base year does not end after the inventory year                | the end of base year is until the end of inventory year                                                  | standard applied is ISO 14064-1; a base year is set is yes                                                          | iso-order                    |
        | I09 | ISO 14064-1: the base year is recalculated where the company's rule requires it | relevant changes as a share of base-year emissions is less than recalculation threshold of the base year | standard applied is ISO 14064-1; a base year is set is yes; a recalculation rule for the base year is stated is yes | iso-recalculation, iso-sizes |
        | I09 |                                                                                 | the base year was recalculated is yes                                                                    |                                                                                                                     | iso-recalculation            |
      And these findings
        | code     | finding                                                                                     | when                                                                                                                                                                                                                 | severity    | basis       |
        | I09.FIVE | Science-based targets require recalculation from 5 %, but the company's threshold is higher | standard applied is ISO 14064-1; a science-based target is set is yes; a base year is set is yes; a recalculation rule for the base year is stated is yes; recalculation threshold of the base year is more than 5 % | observation | target-base |
      And these results
        | result        | label                                              | is                                                 | rounded to | basis     |
        | changed_share | Relevant changes as a share of base-year emissions | relevant changes as a share of base-year emissions | 2 decimals | iso-sizes |

    Scenario Outline: 7,500 t of 150,000 t are 5 %
      Given base_limit is <limit> %
      And base_redone is <redone>
      And changes of the base year are
        | change | cause   | moved         |
        | a      | <cause> | <moved> tCO2e |
        | b      | error   | 1500 tCO2e    |
      When evaluated as of 2026-11-20
      Then the quantity changed is <changed> %
      And gate I09 is <I09>

      Examples:
        | cause     | moved    | limit | redone | changed | I09     |
        | structure | -6000    | 5     | no     | 5       | not met |
        | structure | -6000    | 5     | yes    | 5       | met     |
        | structure | -6000    | 5.01  | no     | 5       | met     |
        | structure | -5999.85 | 5     | no     | 4.9999  | met     |
        | method    | 6000     | 5     | no     | 5       | not met |
        | error     | 6000     | 5     | no     | 5       | not met |
        | growth    | 60000    | 5     | no     | 1       | met     |

    Scenario: Changes with a base year of zero emissions
      Given base_emissions is 0 tCO2e
      And changes of the base year are
        | change | cause | moved      |
        | a      | error | 0.01 tCO2e |
      And base_redone is no
      When evaluated as of 2026-11-20
      Then the rules leave the quantity changed undetermined
      And gate I09 is undetermined

    Scenario Outline: A base year of zero emissions without changes
      Given base_emissions is <base> tCO2e
      And changes of the base year are
        | change | cause | moved         |
        | a      | error | <moved> tCO2e |
      And base_redone is no
      When evaluated as of 2026-11-20
      Then the quantity changed is <changed> %
      And gate I09 is <I09>

      Examples:
        | base | moved | changed | I09 |
        | 0    | 0     | 0       | met |

    Scenario Outline: Base year and recalculation rule
      Given base_set is <set>
      And base_rule is <rule>
      When evaluated as of 2026-11-20
      Then gate I07 is <I07>
      And gate I08 is <I08>
      And gate I09 is <I09>

      Examples:
        | set | rule | I07     | I08            | I09            |
        | yes | yes  | met     | met            | met            |
        | no  | yes  | not met | not applicable | not applicable |
        | yes | no   | not met | met            | not applicable |

    Scenario: Without a base year the share of changes is undetermined
      Given base_set is no
      When evaluated as of 2026-11-20
      Then the rules leave the quantity changed undetermined

    Scenario Outline: The first inventory may be its own base year
      Given base year is <first> to <last>
      When evaluated as of 2026-11-20
      Then gate I08 is <I08>

      Examples:
        | first      | last       | I08     |
        | 2023-01-01 | 2023-12-31 | met     |
        | 2023-01-02 | 2024-01-01 | not met |

    Scenario Outline: The 5 % threshold of science-based targets
      Given <change>
      And base_limit is <limit> %
      When evaluated as of 2026-11-20
      Then <found>

      Examples:
        | change                   | limit | found                             |
        | target_set is yes        | 5     | no finding I09.FIVE is raised     |
        | target_set is yes        | 5.01  | an observation I09.FIVE is raised |
        | target_set is no         | 5.01  | no finding I09.FIVE is raised     |
        | base_set is no           | 5.01  | no finding I09.FIVE is raised     |
        | base_rule is no          | 5.01  | no finding I09.FIVE is raised     |
        | standard is GHG Protocol | 5.01  | no finding I09.FIVE is raised     |

    Scenario Outline: Other standards do not require a base year
      Given standard is <standard>
      When evaluated as of 2026-11-20
      Then gate I07 is not applicable
      And gate I08 is not applicable
      And gate I09 is not applicable
      And the rules leave the quantity changed undetermined

      Examples:
        | standard         |
        | GB/T 32150-2025  |
        | GHG Protocol     |
        | another standard |

  Rule: Separate amounts, global warming potentials, uncertainty and verification
    Background:
      Given the quantity number of biogenic amounts included in the total (biogenic_in), in items, the number of records over amounts reported separately, on basis iso-biogenic
        | where                                                                                                          |
        | included in the total is yes; type of the separate amount is one of biogenic CO2 emitted, biogenic CO2 removed |
      And the quantity number of other removals included in the total (removals_in), in items, the number of records over amounts reported separately, on basis iso-removals
        | where                                                                      |
        | included in the total is yes; type of the separate amount is other removal |
      And the quantity number of credits included in the total (credits_in), in items, the number of records over amounts reported separately, on basis iso-credits
        | where                                                                        |
        | included in the total is yes; type of the separate amount is credits retired |
      And the quantity biogenic CO2 emissions reported separately (biogenic_told), in tCO2e, the sum of tonnes reported separately over amounts reported separately, on basis iso-biogenic
        | where                                               |
        | type of the separate amount is biogenic CO2 emitted |
      And the quantity biogenic CO2 removals reported separately (stored_told), in tCO2e, the sum of tonnes reported separately over amounts reported separately, on basis iso-biogenic
        | where                                               |
        | type of the separate amount is biogenic CO2 removed |
      And the quantity other removals reported separately (removed_told), in tCO2e, the sum of tonnes reported separately over amounts reported separately, on basis iso-removals
        | where                                        |
        | type of the separate amount is other removal |
      And the quantity retired credits reported separately (credits_told), in tCO2e, the sum of tonnes reported separately over amounts reported separately, on basis iso-credits
        | where                                          |
        | type of the separate amount is credits retired |
      And for each line the quantity squared uncertainty of the line (square), on basis iso-root
        | is                                                              |
        | (emissions of the line / 1 tCO2e * uncertainty of the line) ^ 2 |
      And the quantity sum of squared uncertainties (squares), the sum of squared uncertainty of the line over emission lines, on basis iso-root
      And the quantity uncertainty of the inventory (uncertainty), in %, on basis iso-root
        | is                                                                                         | when                                               |
        | undetermined, because a different standard is applied                                      | standard applied is not ISO 14064-1                |
        | undetermined, because the uncertainty is not quantified                                    | type of uncertainty assessment is not quantitative |
        | undetermined, because total emissions are not above zero                                   | total emissions is at most 0 tCO2e                 |
        | round(sum of squared uncertainties ^ 0.5 / (total emissions / 1 tCO2e), 0.01 %, half-even) | sum of squared uncertainties is at least 0.000001  |
        | 0 %                                                                                        | otherwise                                          |
      And these gates
        | id  | gate                                                                                            | requires                                                                                                                          | applies when                                                                                                            | basis           |
        | I10 | ISO 14064-1: biogenic CO2 is separate from the total                                            | number of biogenic amounts included in the total is 0 items                                                                       | standard applied is ISO 14064-1                                                                                         | iso-biogenic    |
        | I11 | ISO 14064-1: removals are separate from the total                                               | number of other removals included in the total is 0 items                                                                         | standard applied is ISO 14064-1                                                                                         | iso-removals    |
        | I12 | ISO 14064-1: credits are not deducted                                                           | number of credits included in the total is 0 items                                                                                | standard applied is ISO 14064-1                                                                                         | iso-credits     |
        | I13 | ISO 14064-1: the global warming potentials are named                                            | global warming potentials used is not not named                                                                                   | standard applied is ISO 14064-1                                                                                         | iso-potentials  |
        | I14 | ISO 14064-1: the uncertainty is assessed and stated                                             | type of uncertainty assessment is not not assessed                                                                                | standard applied is ISO 14064-1                                                                                         | iso-uncertainty |
        | I15 | ISO 14064-1: the report states whether and how the inventory was verified                       | verification status of the inventory is not nothing stated                                                                        | standard applied is ISO 14064-1                                                                                         | iso-verified    |
        | I16 | ISO 14064-1: the verification statement is dated after the inventory year and not in the future | date of the verification statement is after the end of inventory year; date of the verification statement is until the as-of date | standard applied is ISO 14064-1; verification status of the inventory is one of reasonable assurance, limited assurance | iso-order       |
      And these findings
        | code       | finding                                                                   | when                                                                                                                                                                                                                                                                           | severity | basis           |
        | I13.LATEST | The latest global warming potentials are not used and no reason is stated | standard applied is ISO 14064-1; global warming potentials used is one of IPCC fourth assessment report, IPCC fifth assessment report, another named set of values; a reason for not using the latest potentials is stated is no; the end of inventory year is from 2021-08-09 | minor    | iso-potentials  |
        | I14.WORDS  | Uncertainty is only qualitative and no reason is stated                   | standard applied is ISO 14064-1; type of uncertainty assessment is qualitative without reason                                                                                                                                                                                  | minor    | iso-uncertainty |
      And these results
        | result       | label                                                  | is                                         | rounded to | basis        |
        | spread       | Uncertainty of the inventory (independent lines, 95 %) | uncertainty of the inventory               | 2 decimals | iso-root     |
        | biogenic_out | Biogenic CO2 emissions reported separately             | biogenic CO2 emissions reported separately | 2 decimals | iso-biogenic |
        | stored_out   | Biogenic CO2 removals reported separately              | biogenic CO2 removals reported separately  | 2 decimals | iso-biogenic |
        | removed_out  | Other removals reported separately                     | other removals reported separately         | 2 decimals | iso-removals |
        | credits_out  | Retired credits (not deducted)                         | retired credits reported separately        | 2 decimals | iso-credits  |

    Scenario Outline: Separate amounts wrongly included in the total
      Given amounts reported separately are
        | amount | what   | tonnes  | in_total |
        | x      | <what> | 7 tCO2e | <in>     |
      When evaluated as of 2026-11-20
      Then gate I10 is <I10>
      And gate I11 is <I11>
      And gate I12 is <I12>
      And the quantity <told> is 7 tCO2e

      Examples:
        | what              | in  | told          | I10     | I11     | I12     |
        | biogenic_emission | no  | biogenic_told | met     | met     | met     |
        | biogenic_removal  | no  | stored_told   | met     | met     | met     |
        | removal           | no  | removed_told  | met     | met     | met     |
        | credit            | no  | credits_told  | met     | met     | met     |
        | biogenic_emission | yes | biogenic_told | not met | met     | met     |
        | biogenic_removal  | yes | stored_told   | not met | met     | met     |
        | removal           | yes | removed_told  | met     | not met | met     |
        | credit            | yes | credits_told  | met     | met     | not met |

    Scenario: Separate amounts of the worked company
      When evaluated as of 2026-11-20
      Then the quantity biogenic_told is 500 tCO2e
      And the quantity stored_told is 40 tCO2e
      And the quantity removed_told is 120 tCO2e
      And the quantity credits_told is 1000 tCO2e

    Scenario: Uncertainty of 5 % on 40,000 t, 7 % on 60,000 t and 30 % on 150,000 t
      Given emission lines are
        | name of the emission line | scope of the line | quantity of the activity | emission factor in t CO2e per unit of activity | source of the factor | method of obtaining the data | category of the line | uncertainty of the line |
        | gas                       | scope 1           | 40000                    | 1                                              | authority            | measured                     | category_1           | 5 %                     |
        | power                     | scope 2           | 60000                    | 1                                              | authority            | measured                     | category_2           | 7 %                     |
        | goods                     | scope 3           | 150000                   | 1                                              | supplier             | estimated                    | category_4           | 30 %                    |
      When evaluated as of 2026-11-20
      Then the quantity squares is 2046640000
      And the quantity uncertainty is 18.1 %

    Scenario: Uncertainty of the worked company
      When evaluated as of 2026-11-20
      Then the quantity uncertainty is 4.5 %

    Scenario Outline: With a single line, the inventory has the uncertainty of that line
      Given emission lines are
        | name of the emission line | scope of the line | quantity of the activity | emission factor in t CO2e per unit of activity | source of the factor | method of obtaining the data | category of the line | uncertainty of the line |
        | gas                       | scope 1           | <amount>                 | 1                                              | authority            | measured                     | category_1           | <spread> %              |
      When evaluated as of 2026-11-20
      Then the quantity uncertainty is <uncertainty> %

      Examples:
        | amount | spread | uncertainty |
        | 0.1    | 1      | 1           |
        | 100    | 4.53   | 4.53        |
        | 0.1    | 0.99   | 0           |
        | 100    | 0      | 0           |
        | 0.01   | 100    | 100         |

    Scenario Outline: Without quantification the uncertainty is undetermined
      Given <change>
      When evaluated as of 2026-11-20
      Then the rules leave the quantity uncertainty undetermined

      Examples:
        | change                         |
        | uncertainty_by is in_words     |
        | uncertainty_by is in_words_why |
        | uncertainty_by is not_assessed |
        | emission lines is none         |
        | standard is GB/T 32150-2025    |
        | standard is GHG Protocol       |
        | standard is another standard   |

    Scenario Outline: Statements on uncertainty and verification
      Given <change>
      When evaluated as of 2026-11-20
      Then gate I14 is <I14>
      And gate I15 is <I15>
      And gate I16 is <I16>
      And <words>

      Examples:
        | change                         | I14     | I15     | I16            | words                                     |
        | uncertainty_by is in_figures   | met     | met     | met            | no finding I14.WORDS is raised            |
        | uncertainty_by is in_words_why | met     | met     | met            | no finding I14.WORDS is raised            |
        | uncertainty_by is in_words     | met     | met     | met            | a minor nonconformity I14.WORDS is raised |
        | uncertainty_by is not_assessed | not met | met     | met            | no finding I14.WORDS is raised            |
        | verified_as is reasonable      | met     | met     | met            | no finding I14.WORDS is raised            |
        | verified_as is not_verified    | met     | met     | not applicable | no finding I14.WORDS is raised            |
        | verified_as is not_told        | met     | not met | not applicable | no finding I14.WORDS is raised            |

    Scenario Outline: Date of the verification statement
      Given verified_on is <day>
      When evaluated as of 2026-11-20
      Then gate I16 is <I16>

      Examples:
        | day        | I16     |
        | 2023-12-31 | not met |
        | 2024-01-01 | met     |
        | 2026-11-20 | met     |
        | 2026-11-21 | not met |

    Scenario Outline: A reason for not using the latest potentials
      Given inventory year is 2021-01-01 to <last>
      And base year is 2020-01-01 to 2020-12-31
      And potentials is <potentials>
      And potentials_why is <why>
      When evaluated as of 2026-11-20
      Then gate I13 is <I13>
      And <found>

      Examples:
        | last       | potentials | why | I13     | found                                      |
        | 2021-08-09 | ar5        | no  | met     | a minor nonconformity I13.LATEST is raised |
        | 2021-08-08 | ar5        | no  | met     | no finding I13.LATEST is raised            |
        | 2021-12-31 | ar5        | yes | met     | no finding I13.LATEST is raised            |
        | 2021-12-31 | ar4        | no  | met     | a minor nonconformity I13.LATEST is raised |
        | 2021-12-31 | other_set  | no  | met     | a minor nonconformity I13.LATEST is raised |
        | 2021-12-31 | ar6        | no  | met     | no finding I13.LATEST is raised            |
        | 2021-12-31 | not_named  | no  | not met | no finding I13.LATEST is raised            |

    Scenario: Other standards do not require these statements
      Given standard is GHG Protocol
      And potentials is ar5
      And uncertainty_by is in_words
      When evaluated as of 2026-11-20
      Then gate I10 is not applicable
      And gate I11 is not applicable
      And gate I12 is not applicable
      And gate I13 is not applicable
      And gate I14 is not applicable
      And gate I15 is not applicable
      And gate I16 is not applicable
      And no finding I13.LATEST is raised
      And no finding I14.WORDS is raised
