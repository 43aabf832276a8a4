# language: en
Feature: Guiding indicators and the title
  A guide that is missed leaves the core decision as it is; a reason that was accepted excuses it.

  Background:
    Given the scorecard zero-carbon-park
    And these facts
      | fact         | label                                        | type                        | unit | one of                                   | at least | at most | evidence       |
      | clean_share  | clean energy share                           | number                      | %    |                                          | 0        | 100     | energy-balance |
      | waste_rate   | use of industrial solid waste                | number                      | %    |                                          | 0        | 100     |                |
      | heat_rate    | use of waste heat, cold and pressure         | number                      | %    |                                          | 0        | 100     |                |
      | water_rate   | reuse of process water                       | number                      | %    |                                          | 0        | 100     |                |
      | income_grows | income keeps growing                         | flag                        |      |                                          |          |         |                |
      | products     | products with an energy norm                 | list of product with a norm |      |                                          |          |         |                |
      | excused      | guides excused by a reason that was accepted | choices                     |      | clean, norms, waste, heat, water, income |          |         |                |
    And each product has
      | field      | label                    | type   | one of                           |
      | product    | product                  | text   |                                  |
      | norm_level | level of the energy norm | choice | level_1, level_2, level_3, worse |
    And product is called product with a norm
    And no two products with an energy norm share a product
    And the choices of level of the energy norm
      | value   | words              |
      | level_1 | level 1            |
      | level_2 | level 2            |
      | level_3 | level 3            |
      | worse   | worse than level 3 |
    And the choices of guides excused by a reason that was accepted
      | value  | words        |
      | clean  | clean energy |
      | norms  | energy norms |
      | waste  | solid waste  |
      | heat   | waste heat   |
      | water  | water        |
      | income | income       |
    And this reference case
      | fact                                         | value |
      | clean energy share                           | 92 %  |
      | use of industrial solid waste                | 85 %  |
      | use of waste heat, cold and pressure         | 55 %  |
      | reuse of process water                       | 81 %  |
      | income keeps growing                         | yes   |
      | guides excused by a reason that was accepted | none  |
    And in the reference case products with an energy norm are
      | product     | level of the energy norm |
      | float glass | level 2                  |
      | polysilicon | level 1                  |

  Rule: Least values by scheme and year
    Background:
      Given the quantity least clean energy share (clean_min), in %
        | is   | when                    | basis  |
        | 90 % | scheme is national park | guides |
        | 60 % | target year is 2027     | hunan  |
        | 70 % | target year is 2030     | hunan  |
        | 90 % | otherwise               | hunan  |
      And the quantity least use of solid waste (waste_min), in %
        | is   | when                    | basis  |
        | 80 % | scheme is national park | guides |
        | 80 % | target year is 2027     | hunan  |
        | 85 % | target year is 2030     | hunan  |
        | 95 % | otherwise               | hunan  |
      And the quantity least use of waste heat (heat_min), in %
        | is   | when                    | basis  |
        | 50 % | scheme is national park | guides |
        | 50 % | target year is 2027     | hunan  |
        | 55 % | target year is 2030     | hunan  |
        | 60 % | otherwise               | hunan  |
      And the quantity least reuse of water (water_min), in %
        | is   | when                    | basis  |
        | 80 % | scheme is national park | guides |
        | 80 % | target year is 2027     | hunan  |
        | 85 % | target year is 2030     | hunan  |
        | 90 % | otherwise               | hunan  |
      And the quantity products worse than level 2 (bad_products), in items, the number of records over products with an energy norm, on basis guides
        | where                                                          |
        | level of the energy norm is one of level 3, worse than level 3 |
      And the quantity clean energy beside its least share (clean_margin), in %
        | is                                                      | when                                                                                                           | basis  |
        | max(clean energy share - least clean energy share, 0 %) | reasons for missed guides is excuse; guides excused by a reason that was accepted includes any of clean energy | excuse |
        | clean energy share - least clean energy share           | otherwise                                                                                                      | count  |
      And the quantity products to be brought to level 2 (norm_gap), in items
        | is                          | when                                                                                                           | basis  |
        | 0 items                     | reasons for missed guides is excuse; guides excused by a reason that was accepted includes any of energy norms | excuse |
        | products worse than level 2 | otherwise                                                                                                      | count  |
      And the quantity solid waste beside its least rate (waste_margin), in %
        | is                                                                 | when                                                                                                          | basis  |
        | max(use of industrial solid waste - least use of solid waste, 0 %) | reasons for missed guides is excuse; guides excused by a reason that was accepted includes any of solid waste | excuse |
        | use of industrial solid waste - least use of solid waste           | otherwise                                                                                                     | count  |
      And the quantity waste heat beside its least rate (heat_margin), in %
        | is                                                                       | when                                                                                                         | basis  |
        | max(use of waste heat, cold and pressure - least use of waste heat, 0 %) | reasons for missed guides is excuse; guides excused by a reason that was accepted includes any of waste heat | excuse |
        | use of waste heat, cold and pressure - least use of waste heat           | otherwise                                                                                                    | count  |
      And the quantity water beside its least rate (water_margin), in %
        | is                                                      | when                                                                                                    | basis  |
        | max(reuse of process water - least reuse of water, 0 %) | reasons for missed guides is excuse; guides excused by a reason that was accepted includes any of water | excuse |
        | reuse of process water - least reuse of water           | otherwise                                                                                               | count  |
      And these conditions
        | condition        | label            | holds when                                                                                               | basis  |
        | income_fulfilled | income fulfilled | scheme is national park                                                                                  | guides |
        | income_fulfilled |                  | income keeps growing is yes                                                                              | hunan  |
        | income_fulfilled |                  | reasons for missed guides is excuse; guides excused by a reason that was accepted includes any of income | hunan  |
      And these indicators worth 5 points
        | id  | indicator                         | section | points | basis |
        | N8  | Clean energy share                | guiding | 1      | count |
        | N9  | Products at level 2 of their norm | guiding | 1      | count |
        | N10 | Use of solid waste                | guiding | 1      | count |
        | N11 | Use of waste heat                 | guiding | 1      | count |
        | N12 | Reuse of water                    | guiding | 1      | count |
      And indicator N8 scores clean energy beside its least share in % as
        | at least | below | points |
        |          | 0     | 0      |
        | 0        |       | 1      |
      And indicator N9 scores products to be brought to level 2 in item as
        | more than | at most | points |
        |           | 0       | 1      |
        | 0         |         | 0      |
      And indicator N10 scores solid waste beside its least rate in % as
        | at least | below | points |
        |          | 0     | 0      |
        | 0        |       | 1      |
      And indicator N11 scores waste heat beside its least rate in % as
        | at least | below | points |
        |          | 0     | 0      |
        | 0        |       | 1      |
      And indicator N12 scores water beside its least rate in % as
        | at least | below | points |
        |          | 0     | 0      |
        | 0        |       | 1      |
      And these results
        | result     | label                          | is              | rounded to | basis |
        | guides_met | Guides met or excused, of five | the total score | 0 decimals | count |

    Scenario Outline: least values, and a hundredth below
      Given the setting scheme is <scheme>
      And target_year is <year>
      And clean_share is <clean> %
      And waste_rate is <waste> %
      And heat_rate is <heat> %
      And water_rate is <water> %
      When evaluated as of 2026-11-20
      Then indicator N8 scores <n8>
      And indicator N10 scores <n10>
      And indicator N11 scores <n11>
      And indicator N12 scores <n12>

      Examples:
        | scheme   | year  | clean | waste | heat  | water | n8 | n10 | n11 | n12 |
        | national | y2027 | 90    | 80    | 50    | 80    | 1  | 1   | 1   | 1   |
        | national | y2035 | 89.99 | 79.99 | 49.99 | 79.99 | 0  | 0   | 0   | 0   |
        | hunan    | y2027 | 60    | 80    | 50    | 80    | 1  | 1   | 1   | 1   |
        | hunan    | y2027 | 59.99 | 79.99 | 49.99 | 79.99 | 0  | 0   | 0   | 0   |
        | hunan    | y2030 | 70    | 85    | 55    | 85    | 1  | 1   | 1   | 1   |
        | hunan    | y2030 | 69.99 | 84.99 | 54.99 | 84.99 | 0  | 0   | 0   | 0   |
        | hunan    | y2035 | 90    | 95    | 60    | 90    | 1  | 1   | 1   | 1   |
        | hunan    | y2035 | 89.99 | 94.99 | 59.99 | 89.99 | 0  | 0   | 0   | 0   |

    Scenario Outline: every product at level 2 or better
      Given products are
        | product     | norm_level |
        | float glass | <glass>    |
        | polysilicon | level_1    |
      When evaluated as of 2026-11-20
      Then indicator N9 scores <points>

      Examples:
        | glass   | points |
        | level_2 | 1      |
        | level_3 | 0      |
        | worse   | 0      |

    Scenario: no product with a norm, nothing to bring up
      Given products with an energy norm is none
      When evaluated as of 2026-11-20
      Then indicator N9 scores 1

    Scenario Outline: a reason excuses one guide
      Given the setting excuses is <excuses>
      And excused is <which>
      And clean energy share is 0 %
      And use of industrial solid waste is 0 %
      And use of waste heat, cold and pressure is 0 %
      And reuse of process water is 0 %
      And products are
        | product     | norm_level |
        | float glass | worse      |
      When evaluated as of 2026-11-20
      Then indicator N8 scores <n8>
      And indicator N9 scores <n9>
      And indicator N10 scores <n10>
      And indicator N11 scores <n11>
      And indicator N12 scores <n12>

      Examples:
        | excuses      | which | n8 | n9 | n10 | n11 | n12 |
        | accepted     | clean | 1  | 0  | 0   | 0   | 0   |
        | accepted     | norms | 0  | 1  | 0   | 0   | 0   |
        | accepted     | waste | 0  | 0  | 1   | 0   | 0   |
        | accepted     | heat  | 0  | 0  | 0   | 1   | 0   |
        | accepted     | water | 0  | 0  | 0   | 0   | 1   |
        | not_accepted | clean | 0  | 0  | 0   | 0   | 0   |
        | not_accepted | norms | 0  | 0  | 0   | 0   | 0   |
        | not_accepted | waste | 0  | 0  | 0   | 0   | 0   |
        | not_accepted | heat  | 0  | 0  | 0   | 0   | 0   |
        | not_accepted | water | 0  | 0  | 0   | 0   | 0   |

    Scenario Outline: core met, a guide missed
      Given the setting scheme is <scheme>
      And the setting excuses is <excuses>
      And clean_share is <clean> %
      And excused is <excused>
      And income_grows is <income>
      And CO2 of energy is 78000 tCO2e
      When evaluated as of 2026-11-20
      Then the grade is <grade>

      Examples:
        | scheme   | excuses      | clean | excused | income | grade       |
        | national | accepted     | 89    | water   | yes    | conditional |
        | national | accepted     | 89    | clean   | yes    | ready       |
        | national | not_accepted | 89    | clean   | yes    | conditional |
        | national | accepted     | 92    | water   | no     | ready       |
        | hunan    | accepted     | 92    | water   | yes    | ready       |
        | hunan    | accepted     | 92    | water   | no     | conditional |
        | hunan    | accepted     | 92    | income  | no     | ready       |
        | hunan    | not_accepted | 92    | income  | no     | conditional |

    Scenario: without the share the grade stays open, and its points are a range
      Given clean energy share is missing
      When evaluated as of 2026-11-20
      Then indicator N8 scores between 0 and 1
      And the total score is between 4 and 5
      And the possible grades are ready, conditional

  Rule: From the list to the title
    Background:
      Given these facts
        | fact               | label                                 | type |
        | on_list            | on the list of those that build       | flag |
        | calls_itself       | uses the title                        | flag |
        | province_passed    | passed the evaluation of the province | flag |
        | province_passed_on | evaluation of the province on         | date |
        | accepted_title     | accepted by the NDRC                  | flag |
        | accepted_on        | accepted on                           | date |
      And this reference case
        | fact                                  | value      |
        | on the list of those that build       | yes        |
        | uses the title                        | no         |
        | passed the evaluation of the province | yes        |
        | evaluation of the province on         | 2028-03-01 |
        | accepted by the NDRC                  | yes        |
        | accepted on                           | 2028-06-01 |
      And these conditions
        | condition | label        | holds when                                                                                                                                                         | basis |
        | titled    | title earned | passed the evaluation of the province is yes; accepted by the NDRC is yes; evaluation of the province on is until accepted on; accepted on is until the as-of date | title |
      And these findings
        | code       | finding                                                              | when                                                                                        | severity    | basis |
        | N13B.TITLE | Uses the title without both evaluation and acceptance in their order | scheme is national park; uses the title is yes; title earned does not hold                  | major       | title |
        | N13C.LIST  | On the list of those that build: that is not the title               | scheme is national park; on the list of those that build is yes; title earned does not hold | observation | list  |

    Scenario: the national title is nothing of Hunan
      Given the setting scheme is hunan
      And uses the title is yes
      And accepted by the NDRC is no
      When evaluated as of 2028-07-01
      Then no finding N13B.TITLE is raised
      And no finding N13C.LIST is raised

    Scenario Outline: first the province, then the NDRC, then the title
      Given on_list is <list>
      And calls_itself is <uses>
      And province_passed is <province>
      And province_passed_on is <first>
      And accepted_title is <accepted>
      When evaluated as of <day>
      Then <title>
      And <warn>

      Examples:
        | list | uses | province | first      | accepted | day        | title                                      | warn                               |
        | yes  | yes  | yes      | 2028-03-01 | yes      | 2028-06-01 | no finding N13B.TITLE is raised            | no finding N13C.LIST is raised     |
        | yes  | yes  | yes      | 2028-06-01 | yes      | 2028-06-01 | no finding N13B.TITLE is raised            | no finding N13C.LIST is raised     |
        | yes  | yes  | yes      | 2028-06-02 | yes      | 2028-07-01 | a major nonconformity N13B.TITLE is raised | an observation N13C.LIST is raised |
        | yes  | yes  | yes      | 2028-03-01 | yes      | 2028-05-31 | a major nonconformity N13B.TITLE is raised | an observation N13C.LIST is raised |
        | yes  | yes  | no       | 2028-03-01 | yes      | 2028-07-01 | a major nonconformity N13B.TITLE is raised | an observation N13C.LIST is raised |
        | no   | yes  | yes      | 2028-03-01 | no       | 2028-07-01 | a major nonconformity N13B.TITLE is raised | no finding N13C.LIST is raised     |
        | yes  | no   | yes      | 2028-03-01 | no       | 2028-07-01 | no finding N13B.TITLE is raised            | an observation N13C.LIST is raised |
