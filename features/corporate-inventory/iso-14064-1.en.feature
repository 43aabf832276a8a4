# language: en
Feature: What ISO 14064-1 asks

  Background:
    Given the scorecard corporate-inventory
    And these facts
      | fact           | label                                          | type                 | unit  | one of                                                                            | at least | at most |
      | boundary_by    | boundary drawn by                              | choice               |       | operational, financial, equity, not_stated                                        |          |         |
      | criteria       | criteria of significance                       | choices              |       | magnitude, influence, exposure, guidance, outsourced, engagement, other_criterion |          |         |
      | categories     | categories of the inventory                    | list of category row |       |                                                                                   |          |         |
      | left_out       | sources left out                               | list of omission     |       |                                                                                   |          |         |
      | base_set       | a base year is set                             | flag                 |       |                                                                                   |          |         |
      | base_rule      | a rule for recalculating it is stated          | flag                 |       |                                                                                   |          |         |
      | base_year      | base year                                      | period               |       |                                                                                   |          |         |
      | base_emissions | emissions of the base year                     | number               | tCO2e |                                                                                   | 0        |         |
      | base_limit     | share from which the base year is recalculated | number               | %     |                                                                                   | 0        | 100     |
      | base_redone    | the base year was recalculated                 | flag                 |       |                                                                                   |          |         |
      | base_changes   | changes of the base year                       | list of base_change  |       |                                                                                   |          |         |
      | apart          | amounts kept apart                             | list of amount_apart |       |                                                                                   |          |         |
      | potentials     | warming potentials                             | choice               |       | ar4, ar5, ar6, other_set, not_named                                               |          |         |
      | potentials_why | a reason for other potentials than the latest  | flag                 |       |                                                                                   |          |         |
      | uncertainty_by | uncertainty assessed                           | choice               |       | in_figures, in_words_why, in_words, not_assessed                                  |          |         |
      | verified_as    | verification told                              | choice               |       | reasonable, limited, not_verified, not_told                                       |          |         |
      | verified_on    | day of the verification statement              | date                 |       |                                                                                   |          |         |
    And the choices of boundary drawn by
      | value       | words               |
      | operational | operational control |
      | financial   | financial control   |
      | equity      | equity share        |
      | not_stated  | not stated          |
    And the choices of criteria of significance
      | value           | words                   |
      | magnitude       | magnitude               |
      | influence       | influence               |
      | exposure        | risk or opportunity     |
      | guidance        | guidance of the sector  |
      | outsourced      | outsourcing             |
      | engagement      | engagement of employees |
      | other_criterion | another criterion       |
    And the choices of warming potentials
      | value     | words             |
      | ar4       | fourth report     |
      | ar5       | fifth report      |
      | ar6       | sixth report      |
      | other_set | another named set |
      | not_named | not named         |
    And the choices of uncertainty assessed
      | value        | words                  |
      | in_figures   | in figures             |
      | in_words_why | in words with a reason |
      | in_words     | in words               |
      | not_assessed | not assessed           |
    And the choices of verification told
      | value        | words                |
      | reasonable   | reasonable assurance |
      | limited      | limited assurance    |
      | not_verified | told as not verified |
      | not_told     | nothing is told      |
    And each category has
      | field   | label                  | type   | one of                                                                 |
      | place   | number of the category | choice | category_1, category_2, category_3, category_4, category_5, category_6 |
      | treated | treatment              | choice | counted, left_out                                                      |
      | why     | reason of the category | choice | not_significant, no_data, no_method, no_sources, no_reason             |
    And category is called category row
    And no two categories of the inventory share a number of the category
    And the choices of number of the category
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
      | left_out | left out |
    And the choices of reason of the category
      | value           | words           |
      | not_significant | not significant |
      | no_data         | no data         |
      | no_method       | no method       |
      | no_sources      | no such sources |
      | no_reason       | no reason given |
    And each omission has
      | field  | label                  | type   | one of                                         |
      | source | source left out        | text   |                                                |
      | reason | reason of the omission | choice | not_significant, no_data, no_method, no_reason |
    And no two sources left out share a source left out
    And the choices of reason of the omission
      | value           | words           |
      | not_significant | not significant |
      | no_data         | no data         |
      | no_method       | no method       |
      | no_reason       | no reason given |
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
      | field    | label                            | type   | unit  | one of                                               | at least |
      | amount   | name of the amount               | text   |       |                                                      |          |
      | what     | kind of the amount               | choice |       | biogenic_emission, biogenic_removal, removal, credit |          |
      | tonnes   | tonnes apart                     | number | tCO2e |                                                      | 0        |
      | in_total | added to or taken from the total | flag   |       |                                                      |          |
    And no two amounts kept apart share a name of the amount
    And the choices of kind of the amount
      | value             | words                |
      | biogenic_emission | biogenic CO2 emitted |
      | biogenic_removal  | biogenic CO2 removed |
      | removal           | other removal        |
      | credit            | credits retired      |
    And this reference case
      | fact                                           | value                    |
      | boundary drawn by                              | operational control      |
      | criteria of significance                       | magnitude, influence     |
      | a base year is set                             | yes                      |
      | a rule for recalculating it is stated          | yes                      |
      | base year                                      | 2020-01-01 to 2020-12-31 |
      | emissions of the base year                     | 150000 tCO2e             |
      | share from which the base year is recalculated | 5 %                      |
      | the base year was recalculated                 | yes                      |
      | warming potentials                             | sixth report             |
      | a reason for other potentials than the latest  | no                       |
      | uncertainty assessed                           | in figures               |
      | verification told                              | limited assurance        |
      | day of the verification statement              | 2024-05-31               |
    And in the reference case categories of the inventory are
      | number of the category | treatment | reason of the category |
      | direct emissions       | counted   |                        |
      | imported energy        | counted   |                        |
      | transport              | left out  | not significant        |
      | products used          | counted   |                        |
      | use of products sold   | left out  | no data                |
      | other sources          | left out  | no such sources        |
    And in the reference case sources left out are
      | source left out       | reason of the omission |
      | refrigerant of a shop | not significant        |
    And in the reference case changes of the base year are
      | name of the change | cause of the change   | change of emissions |
      | works sold         | structure or boundary | -6000 tCO2e         |
      | meter read wrong   | error found           | 1500 tCO2e          |
      | more orders        | growth or decline     | 20000 tCO2e         |
    And in the reference case amounts kept apart are
      | name of the amount  | kind of the amount   | tonnes apart | added to or taken from the total |
      | wood chips          | biogenic CO2 emitted | 500 tCO2e    | no                               |
      | hedges              | biogenic CO2 removed | 40 tCO2e     | no                               |
      | mineral store       | other removal        | 120 tCO2e    | no                               |
      | certificates bought | credits retired      | 1000 tCO2e   | no                               |

  Rule: Categories, significance and what is left out
    Background:
      Given the quantity direct and imported energy counted (must_count), in items, the number of records over categories of the inventory, on basis iso-categories
        | where                                                                                    |
        | number of the category is one of direct emissions, imported energy; treatment is counted |
      And the quantity categories told (told), in items, the number of records over categories of the inventory, on basis iso-six
      And the quantity indirect categories left out (indirect_out), in items, the number of records over categories of the inventory, on basis iso-criteria
        | where                                                                                                                 |
        | number of the category is one of transport, products used, use of products sold, other sources; treatment is left out |
      And the quantity categories left out without reason (no_why), in items, the number of records over categories of the inventory, on basis iso-reasons
        | where                                                            |
        | treatment is left out; reason of the category is no reason given |
      And the quantity sources left out without reason (no_cause), in items, the number of records over sources left out, on basis iso-reasons
        | where                                     |
        | reason of the omission is no reason given |
      And the quantity lines out of place (misplaced), in items, the number of records over emission lines, on basis iso-scopes
        | where                                                                                                                          |
        | category of the line is direct emissions; scope of the line is not scope 1                                                     |
        | category of the line is imported energy; scope of the line is not scope 2                                                      |
        | category of the line is one of transport, products used, use of products sold, other sources; scope of the line is not scope 3 |
      And these gates
        | id  | gate                                                       | requires                                                                                                                                                            | applies when                     | basis          |
        | I01 | ISO 14064-1: categories 1 and 2 are counted                | direct and imported energy counted is 2 items                                                                                                                       | standard followed is ISO 14064-1 | iso-categories |
        | I02 | ISO 14064-1: each of the six categories is told            | categories told is 6 items                                                                                                                                          | standard followed is ISO 14064-1 | iso-six        |
        | I03 | ISO 14064-1: criteria stand behind the categories left out | indirect categories left out is 0 items                                                                                                                             | standard followed is ISO 14064-1 | iso-criteria   |
        | I03 |                                                            | criteria of significance includes any of magnitude, influence, risk or opportunity, guidance of the sector, outsourcing, engagement of employees, another criterion |                                  | iso-criteria   |
        | I04 | ISO 14064-1: everything left out has its reason            | categories left out without reason is 0 items; sources left out without reason is 0 items                                                                           | standard followed is ISO 14064-1 | iso-reasons    |
        | I05 | ISO 14064-1: the categories of the lines fit their scopes  | lines out of place is 0 items                                                                                                                                       | standard followed is ISO 14064-1 | iso-scopes     |
        | I06 | ISO 14064-1: the boundary is stated                        | boundary drawn by is one of operational control, financial control, equity share                                                                                    | standard followed is ISO 14064-1 | iso-boundary   |
      And the quantity lines of category 1 (sum_1), in tCO2e, the sum of emissions of the line over emission lines, on basis again
        | where                                    |
        | category of the line is direct emissions |
      And the quantity emissions of category 1 (category_1_all), in tCO2e, on basis again
        | is                                                 | when                             |
        | lines of category 1                                | standard followed is ISO 14064-1 |
        | undetermined, because another standard is followed | otherwise                        |
      And the quantity lines of category 2 (sum_2), in tCO2e, the sum of emissions of the line over emission lines, on basis again
        | where                                   |
        | category of the line is imported energy |
      And the quantity emissions of category 2 (category_2_all), in tCO2e, on basis again
        | is                                                 | when                             |
        | lines of category 2                                | standard followed is ISO 14064-1 |
        | undetermined, because another standard is followed | otherwise                        |
      And the quantity lines of category 3 (sum_3), in tCO2e, the sum of emissions of the line over emission lines, on basis again
        | where                             |
        | category of the line is transport |
      And the quantity emissions of category 3 (category_3_all), in tCO2e, on basis again
        | is                                                 | when                             |
        | lines of category 3                                | standard followed is ISO 14064-1 |
        | undetermined, because another standard is followed | otherwise                        |
      And the quantity lines of category 4 (sum_4), in tCO2e, the sum of emissions of the line over emission lines, on basis again
        | where                                 |
        | category of the line is products used |
      And the quantity emissions of category 4 (category_4_all), in tCO2e, on basis again
        | is                                                 | when                             |
        | lines of category 4                                | standard followed is ISO 14064-1 |
        | undetermined, because another standard is followed | otherwise                        |
      And the quantity lines of category 5 (sum_5), in tCO2e, the sum of emissions of the line over emission lines, on basis again
        | where                                        |
        | category of the line is use of products sold |
      And the quantity emissions of category 5 (category_5_all), in tCO2e, on basis again
        | is                                                 | when                             |
        | lines of category 5                                | standard followed is ISO 14064-1 |
        | undetermined, because another standard is followed | otherwise                        |
      And the quantity lines of category 6 (sum_6), in tCO2e, the sum of emissions of the line over emission lines, on basis again
        | where                                 |
        | category of the line is other sources |
      And the quantity emissions of category 6 (category_6_all), in tCO2e, on basis again
        | is                                                 | when                             |
        | lines of category 6                                | standard followed is ISO 14064-1 |
        | undetermined, because another standard is followed | otherwise                        |
      And these results
        | result   | label                                     | is                      | rounded to | basis          |
        | direct_1 | Category 1, direct                        | emissions of category 1 | 2 decimals | iso-categories |
        | energy_2 | Category 2, imported energy               | emissions of category 2 | 2 decimals | iso-categories |
        | moving_3 | Category 3, transport                     | emissions of category 3 | 2 decimals | iso-categories |
        | used_4   | Category 4, products used                 | emissions of category 4 | 2 decimals | iso-categories |
        | sold_5   | Category 5, use of the company's products | emissions of category 5 | 2 decimals | iso-categories |
        | other_6  | Category 6, other                         | emissions of category 6 | 2 decimals | iso-categories |

    Scenario Outline: which categories are counted, and why others are not
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
        | one      | two      | three    | four     | five     | six      | why             | criteria        | out | I01     | I03     | I04     |
        | counted  | counted  | counted  | counted  | counted  | counted  | no reason given | none            | 0   | met     | met     | met     |
        | left out | counted  | counted  | counted  | counted  | counted  | no data         | none            | 0   | not met | met     | met     |
        | counted  | left out | counted  | counted  | counted  | counted  | no reason given | none            | 0   | not met | met     | not met |
        | counted  | counted  | left out | counted  | counted  | counted  | not significant | none            | 1   | met     | not met | met     |
        | counted  | counted  | counted  | left out | counted  | counted  | no method       | none            | 1   | met     | not met | met     |
        | counted  | counted  | counted  | counted  | left out | counted  | no such sources | none            | 1   | met     | not met | met     |
        | counted  | counted  | counted  | counted  | counted  | left out | no data         | none            | 1   | met     | not met | met     |
        | counted  | counted  | left out | left out | left out | left out | no reason given | magnitude       | 4   | met     | met     | not met |
        | counted  | counted  | left out | left out | left out | left out | no data         | influence       | 4   | met     | met     | met     |
        | counted  | counted  | left out | left out | left out | left out | no data         | exposure        | 4   | met     | met     | met     |
        | counted  | counted  | left out | left out | left out | left out | no data         | guidance        | 4   | met     | met     | met     |
        | counted  | counted  | left out | left out | left out | left out | no data         | outsourced      | 4   | met     | met     | met     |
        | counted  | counted  | left out | left out | left out | left out | no data         | engagement      | 4   | met     | met     | met     |
        | counted  | counted  | left out | left out | left out | left out | no data         | other_criterion | 4   | met     | met     | met     |

    Scenario: a category that nothing is said of
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

    Scenario Outline: a source left out
      Given sources left out are
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

    Scenario Outline: categories beside scopes
      Given emission lines are
        | line name | scope of the line | amount of the activity | t CO2e for one of it | source of the factor | datum found by | category of the line | uncertainty of the line |
        | it        | <scope>           | 7                      | 1                    | authority            | measured       | <category>           | 1 %                     |
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

    Scenario Outline: the boundary
      Given boundary_by is <by>
      When evaluated as of 2026-11-20
      Then gate I06 is <I06>

      Examples:
        | by                  | I06     |
        | operational control | met     |
        | financial control   | met     |
        | equity share        | met     |
        | not stated          | not met |

    Scenario: the categories of the company
      When evaluated as of 2026-11-20
      Then the quantity category_1_all is 60000 tCO2e
      And the quantity category_2_all is 26530 tCO2e
      And the quantity category_3_all is 0 tCO2e
      And the quantity category_4_all is 57000 tCO2e
      And the quantity category_5_all is 0 tCO2e
      And the quantity category_6_all is 0 tCO2e

    Scenario: another standard asks for none of this
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

  Rule: Base year
    Background:
      Given for each base_change the quantity size of the change (size), in tCO2e, on basis iso-sizes
        | is                                                      |
        | max(change of emissions, 0 tCO2e - change of emissions) |
      And the quantity changes that count (counted_changes), in tCO2e, the sum of size of the change over changes of the base year, on basis iso-recalculation
        | where                                                                              |
        | cause of the change is one of structure or boundary, method or factor, error found |
      And the quantity share of the changes (changed), in %, on basis iso-sizes
        | is                                                   | when                                  |
        | undetermined, because another standard is followed   | standard followed is not ISO 14064-1  |
        | undetermined, because no base year is set            | a base year is set is no              |
        | 0 %                                                  | changes that count is 0 tCO2e         |
        | undetermined, because the base year has no emissions | emissions of the base year is 0 tCO2e |
        | changes that count / emissions of the base year      | otherwise                             |
      And these gates
        | id  | gate                                                                     | requires                                                                         | applies when                                                                                              | basis                        |
        | I07 | ISO 14064-1: a base year is set, with a rule for recalculating it        | a base year is set is yes; a rule for recalculating it is stated is yes          | standard followed is ISO 14064-1                                                                          | iso-base                     |
        | I08 | ISO 14064-1: the base year lies before or is the inventory year          | the end of base year is until the end of inventory year                          | standard followed is ISO 14064-1; a base year is set is yes                                               | iso-order                    |
        | I09 | ISO 14064-1: the base year is recalculated where the company's rule asks | share of the changes is less than share from which the base year is recalculated | standard followed is ISO 14064-1; a base year is set is yes; a rule for recalculating it is stated is yes | iso-recalculation, iso-sizes |
        | I09 |                                                                          | the base year was recalculated is yes                                            |                                                                                                           | iso-recalculation            |
      And these findings
        | code     | finding                                                                   | when                                                                                                                                                                                                        | severity    | basis       |
        | I09.FIVE | Science-based targets ask for recalculation from 5 %, the rule asks later | standard followed is ISO 14064-1; science-based target set is yes; a base year is set is yes; a rule for recalculating it is stated is yes; share from which the base year is recalculated is more than 5 % | observation | target-base |
      And these results
        | result        | label                                               | is                   | rounded to | basis     |
        | changed_share | Changes of the base year that count, in parts of it | share of the changes | 2 decimals | iso-sizes |

    Scenario Outline: 7,500 t of 150,000 are 5 %
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

    Scenario: changes of a base year without emissions
      Given base_emissions is 0 tCO2e
      And changes of the base year are
        | change | cause | moved      |
        | a      | error | 0.01 tCO2e |
      And base_redone is no
      When evaluated as of 2026-11-20
      Then the rules leave the quantity changed undetermined
      And gate I09 is undetermined

    Scenario Outline: a base year of nothing, and no changes
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

    Scenario Outline: base year and rule
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

    Scenario: without a base year nothing changes
      Given base_set is no
      When evaluated as of 2026-11-20
      Then the rules leave the quantity changed undetermined

    Scenario Outline: the first inventory may be its own base
      Given base year is <first> to <last>
      When evaluated as of 2026-11-20
      Then gate I08 is <I08>

      Examples:
        | first      | last       | I08     |
        | 2023-01-01 | 2023-12-31 | met     |
        | 2023-01-02 | 2024-01-01 | not met |

    Scenario Outline: the 5 % of science-based targets
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

    Scenario Outline: another standard asks for no base year
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

  Rule: What stays apart, warming potentials, uncertainty, verification
    Background:
      Given the quantity biogenic amounts in the total (biogenic_in), in items, the number of records over amounts kept apart, on basis iso-biogenic
        | where                                                                                                            |
        | added to or taken from the total is yes; kind of the amount is one of biogenic CO2 emitted, biogenic CO2 removed |
      And the quantity other removals in the total (removals_in), in items, the number of records over amounts kept apart, on basis iso-removals
        | where                                                                        |
        | added to or taken from the total is yes; kind of the amount is other removal |
      And the quantity credits in the total (credits_in), in items, the number of records over amounts kept apart, on basis iso-credits
        | where                                                                          |
        | added to or taken from the total is yes; kind of the amount is credits retired |
      And the quantity biogenic emitted told (biogenic_told), in tCO2e, the sum of tonnes apart over amounts kept apart, on basis iso-biogenic
        | where                                      |
        | kind of the amount is biogenic CO2 emitted |
      And the quantity biogenic removed told (stored_told), in tCO2e, the sum of tonnes apart over amounts kept apart, on basis iso-biogenic
        | where                                      |
        | kind of the amount is biogenic CO2 removed |
      And the quantity other removals told (removed_told), in tCO2e, the sum of tonnes apart over amounts kept apart, on basis iso-removals
        | where                               |
        | kind of the amount is other removal |
      And the quantity credits told (credits_told), in tCO2e, the sum of tonnes apart over amounts kept apart, on basis iso-credits
        | where                                 |
        | kind of the amount is credits retired |
      And for each line the quantity square of its uncertainty (square), on basis iso-root
        | is                                                              |
        | (emissions of the line / 1 tCO2e * uncertainty of the line) ^ 2 |
      And the quantity sum of squares (squares), the sum of square of its uncertainty over emission lines, on basis iso-root
      And the quantity uncertainty of the inventory (uncertainty), in %, on basis iso-root
        | is                                                                         | when                                   |
        | undetermined, because another standard is followed                         | standard followed is not ISO 14064-1   |
        | undetermined, because the uncertainty has no figures                       | uncertainty assessed is not in figures |
        | undetermined, because the emissions are not above zero                     | all emissions is at most 0 tCO2e       |
        | round(sum of squares ^ 0.5 / (all emissions / 1 tCO2e), 0.01 %, half-even) | sum of squares is at least 0.000001    |
        | 0 %                                                                        | otherwise                              |
      And these gates
        | id  | gate                                                               | requires                                                                                                                        | applies when                                                                                          | basis           |
        | I10 | ISO 14064-1: biogenic CO2 stands apart from the total              | biogenic amounts in the total is 0 items                                                                                        | standard followed is ISO 14064-1                                                                      | iso-biogenic    |
        | I11 | ISO 14064-1: removals stand apart from the total                   | other removals in the total is 0 items                                                                                          | standard followed is ISO 14064-1                                                                      | iso-removals    |
        | I12 | ISO 14064-1: no credits are deducted                               | credits in the total is 0 items                                                                                                 | standard followed is ISO 14064-1                                                                      | iso-credits     |
        | I13 | ISO 14064-1: the warming potentials are named                      | warming potentials is not not named                                                                                             | standard followed is ISO 14064-1                                                                      | iso-potentials  |
        | I14 | ISO 14064-1: the uncertainty is told                               | uncertainty assessed is not not assessed                                                                                        | standard followed is ISO 14064-1                                                                      | iso-uncertainty |
        | I15 | ISO 14064-1: it is told whether and how the inventory was verified | verification told is not nothing is told                                                                                        | standard followed is ISO 14064-1                                                                      | iso-verified    |
        | I16 | ISO 14064-1: the verification follows the year and has taken place | day of the verification statement is after the end of inventory year; day of the verification statement is until the as-of date | standard followed is ISO 14064-1; verification told is one of reasonable assurance, limited assurance | iso-order       |
      And these findings
        | code       | finding                                                            | when                                                                                                                                                                                                             | severity | basis           |
        | I13.LATEST | Other warming potentials than the latest are used without a reason | standard followed is ISO 14064-1; warming potentials is one of fourth report, fifth report, another named set; a reason for other potentials than the latest is no; the end of inventory year is from 2021-08-09 | minor    | iso-potentials  |
        | I14.WORDS  | Uncertainty is told in words, and why there are no figures is not  | standard followed is ISO 14064-1; uncertainty assessed is in words                                                                                                                                               | minor    | iso-uncertainty |
      And these results
        | result       | label                                                       | is                           | rounded to | basis        |
        | spread       | Uncertainty of the inventory, of independent lines, at 95 % | uncertainty of the inventory | 2 decimals | iso-root     |
        | biogenic_out | Biogenic CO2 emitted, apart                                 | biogenic emitted told        | 2 decimals | iso-biogenic |
        | stored_out   | Biogenic CO2 removed, apart                                 | biogenic removed told        | 2 decimals | iso-biogenic |
        | removed_out  | Other removals, apart                                       | other removals told          | 2 decimals | iso-removals |
        | credits_out  | Credits retired, never deducted                             | credits told                 | 2 decimals | iso-credits  |

    Scenario Outline: what is in the total that should stand apart
      Given amounts kept apart are
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

    Scenario: what the company tells apart
      When evaluated as of 2026-11-20
      Then the quantity biogenic_told is 500 tCO2e
      And the quantity stored_told is 40 tCO2e
      And the quantity removed_told is 120 tCO2e
      And the quantity credits_told is 1000 tCO2e

    Scenario: 5 % of 40,000 t, 7 % of 60,000 and 30 % of 150,000
      Given emission lines are
        | line name | scope of the line | amount of the activity | t CO2e for one of it | source of the factor | datum found by | category of the line | uncertainty of the line |
        | gas       | scope 1           | 40000                  | 1                    | authority            | measured       | category_1           | 5 %                     |
        | power     | scope 2           | 60000                  | 1                    | authority            | measured       | category_2           | 7 %                     |
        | goods     | scope 3           | 150000                 | 1                    | supplier             | estimated      | category_4           | 30 %                    |
      When evaluated as of 2026-11-20
      Then the quantity squares is 2046640000
      And the quantity uncertainty is 18.1 %

    Scenario: the uncertainty of the company
      When evaluated as of 2026-11-20
      Then the quantity uncertainty is 4.5 %

    Scenario Outline: one line is as uncertain as it is
      Given emission lines are
        | line name | scope of the line | amount of the activity | t CO2e for one of it | source of the factor | datum found by | category of the line | uncertainty of the line |
        | gas       | scope 1           | <amount>               | 1                    | authority            | measured       | category_1           | <spread> %              |
      When evaluated as of 2026-11-20
      Then the quantity uncertainty is <uncertainty> %

      Examples:
        | amount | spread | uncertainty |
        | 0.1    | 1      | 1           |
        | 100    | 4.53   | 4.53        |
        | 0.1    | 0.99   | 0           |
        | 100    | 0      | 0           |
        | 0.01   | 100    | 100         |

    Scenario Outline: no figure without figures
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

    Scenario Outline: how uncertainty and verification are told
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

    Scenario Outline: the day of the statement
      Given verified_on is <day>
      When evaluated as of 2026-11-20
      Then gate I16 is <I16>

      Examples:
        | day        | I16     |
        | 2023-12-31 | not met |
        | 2024-01-01 | met     |
        | 2026-11-20 | met     |
        | 2026-11-21 | not met |

    Scenario Outline: a reason for other potentials than the latest
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

    Scenario: another standard asks for nothing of this
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
