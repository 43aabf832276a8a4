# language: en
Feature: Guiding indicators and the title
  A missed guiding indicator does not change the core decision; an accepted reason excuses it.

  Background:
    Given the scorecard zero-carbon-park
    And these facts
      | fact         | label                                             | type                        | unit | one of                                   | at least | at most | evidence       |
      | clean_share  | clean energy share                                | number                      | %    |                                          | 0        | 100     | energy-balance |
      | waste_rate   | industrial solid waste utilisation rate           | number                      | %    |                                          | 0        | 100     |                |
      | heat_rate    | utilisation rate of waste heat, cold and pressure | number                      | %    |                                          | 0        | 100     |                |
      | water_rate   | process water reuse rate                          | number                      | %    |                                          | 0        | 100     |                |
      | income_grows | income grows continuously                         | flag                        |      |                                          |          |         |                |
      | products     | products with an energy norm                      | list of product with a norm |      |                                          |          |         |                |
      | excused      | guiding indicators with an accepted reason        | choices                     |      | clean, norms, waste, heat, water, income |          |         |                |
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
    And the choices of guiding indicators with an accepted reason
      | value  | words        |
      | clean  | clean energy |
      | norms  | energy norms |
      | waste  | solid waste  |
      | heat   | waste heat   |
      | water  | water        |
      | income | income       |
    And this reference case
      | fact                                              | value |
      | clean energy share                                | 92 %  |
      | industrial solid waste utilisation rate           | 85 %  |
      | utilisation rate of waste heat, cold and pressure | 55 %  |
      | process water reuse rate                          | 81 %  |
      | income grows continuously                         | yes   |
      | guiding indicators with an accepted reason        | none  |
    And in the reference case products with an energy norm are
      | product     | level of the energy norm |
      | float glass | level 2                  |
      | polysilicon | level 1                  |

  Rule: Minimum values by scheme and year
    Background:
      Given the quantity minimum clean energy share (clean_min), in %
        | is   | when                    | basis  |
        | 90 % | scheme is national park | guides |
        | 60 % | target year is 2027     | hunan  |
        | 70 % | target year is 2030     | hunan  |
        | 90 % | otherwise               | hunan  |
      And the quantity minimum solid waste utilisation rate (waste_min), in %
        | is   | when                    | basis  |
        | 80 % | scheme is national park | guides |
        | 80 % | target year is 2027     | hunan  |
        | 85 % | target year is 2030     | hunan  |
        | 95 % | otherwise               | hunan  |
      And the quantity minimum waste heat utilisation rate (heat_min), in %
        | is   | when                    | basis  |
        | 50 % | scheme is national park | guides |
        | 50 % | target year is 2027     | hunan  |
        | 55 % | target year is 2030     | hunan  |
        | 60 % | otherwise               | hunan  |
      And the quantity minimum water reuse rate (water_min), in %
        | is   | when                    | basis  |
        | 80 % | scheme is national park | guides |
        | 80 % | target year is 2027     | hunan  |
        | 85 % | target year is 2030     | hunan  |
        | 90 % | otherwise               | hunan  |
      And the quantity products worse than level 2 (bad_products), in items, the number of records over products with an energy norm, on basis guides
        | where                                                          |
        | level of the energy norm is one of level 3, worse than level 3 |
      And the quantity margin over the minimum clean energy share (clean_margin), in %
        | is                                                        | when                                                                                                                              | basis  |
        | max(clean energy share - minimum clean energy share, 0 %) | accepted reasons for missed guiding indicators is excuse; guiding indicators with an accepted reason includes any of clean energy | excuse |
        | clean energy share - minimum clean energy share           | otherwise                                                                                                                         | count  |
      And the quantity products to be improved to level 2 (norm_gap), in items
        | is                          | when                                                                                                                              | basis  |
        | 0 items                     | accepted reasons for missed guiding indicators is excuse; guiding indicators with an accepted reason includes any of energy norms | excuse |
        | products worse than level 2 | otherwise                                                                                                                         | count  |
      And the quantity margin over the minimum solid waste utilisation rate (waste_margin), in %
        | is                                                                                       | when                                                                                                                             | basis  |
        | max(industrial solid waste utilisation rate - minimum solid waste utilisation rate, 0 %) | accepted reasons for missed guiding indicators is excuse; guiding indicators with an accepted reason includes any of solid waste | excuse |
        | industrial solid waste utilisation rate - minimum solid waste utilisation rate           | otherwise                                                                                                                        | count  |
      And the quantity margin over the minimum waste heat utilisation rate (heat_margin), in %
        | is                                                                                                | when                                                                                                                            | basis  |
        | max(utilisation rate of waste heat, cold and pressure - minimum waste heat utilisation rate, 0 %) | accepted reasons for missed guiding indicators is excuse; guiding indicators with an accepted reason includes any of waste heat | excuse |
        | utilisation rate of waste heat, cold and pressure - minimum waste heat utilisation rate           | otherwise                                                                                                                       | count  |
      And the quantity margin over the minimum water reuse rate (water_margin), in %
        | is                                                            | when                                                                                                                       | basis  |
        | max(process water reuse rate - minimum water reuse rate, 0 %) | accepted reasons for missed guiding indicators is excuse; guiding indicators with an accepted reason includes any of water | excuse |
        | process water reuse rate - minimum water reuse rate           | otherwise                                                                                                                  | count  |
      And these conditions
        | condition        | label                                     | holds when                                                                                                                  | basis  |
        | income_fulfilled | income indicator is met or does not apply | scheme is national park                                                                                                     | guides |
        | income_fulfilled |                                           | income grows continuously is yes                                                                                            | hunan  |
        | income_fulfilled |                                           | accepted reasons for missed guiding indicators is excuse; guiding indicators with an accepted reason includes any of income | hunan  |
      And these indicators worth 5 points
        | id  | indicator                                          | section | points | basis |
        | N8  | Clean energy share reaches its guiding value       | guiding | 1      | count |
        | N9  | Products at level 2 or better of their energy norm | guiding | 1      | count |
        | N10 | Use of solid waste reaches its guiding value       | guiding | 1      | count |
        | N11 | Use of waste heat reaches its guiding value        | guiding | 1      | count |
        | N12 | Reuse of water reaches its guiding value           | guiding | 1      | count |
      And indicator N8 scores margin over the minimum clean energy share in % as
        | at least | below | points |
        |          | 0     | 0      |
        | 0        |       | 1      |
      And indicator N9 scores products to be improved to level 2 in item as
        | more than | at most | points |
        |           | 0       | 1      |
        | 0         |         | 0      |
      And indicator N10 scores margin over the minimum solid waste utilisation rate in % as
        | at least | below | points |
        |          | 0     | 0      |
        | 0        |       | 1      |
      And indicator N11 scores margin over the minimum waste heat utilisation rate in % as
        | at least | below | points |
        |          | 0     | 0      |
        | 0        |       | 1      |
      And indicator N12 scores margin over the minimum water reuse rate in % as
        | at least | below | points |
        |          | 0     | 0      |
        | 0        |       | 1      |
      And these results
        | result     | label                                      | is              | rounded to | basis |
        | guides_met | Guiding indicators met or excused, of five | the total score | 0 decimals | count |

    Scenario Outline: Minimum values, and 0.01 percentage points below
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

    Scenario Outline: Every product must be at level 2 or better
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

    Scenario: Without products under an energy norm the indicator is met
      Given products with an energy norm is none
      When evaluated as of 2026-11-20
      Then indicator N9 scores 1

    Scenario Outline: A reason excuses only its own guiding indicator
      Given the setting excuses is <excuses>
      And excused is <which>
      And clean energy share is 0 %
      And industrial solid waste utilisation rate is 0 %
      And utilisation rate of waste heat, cold and pressure is 0 %
      And process water reuse rate is 0 %
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

    Scenario Outline: Core indicator met, guiding indicator missed
      Given the setting scheme is <scheme>
      And the setting excuses is <excuses>
      And clean_share is <clean> %
      And excused is <excused>
      And income_grows is <income>
      And CO2 from energy use is 78000 tCO2e
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

    Scenario: Without the clean energy share the grade is undetermined and the points are a range
      Given clean energy share is missing
      When evaluated as of 2026-11-20
      Then indicator N8 scores between 0 and 1
      And the total score is between 4 and 5
      And the possible grades are ready, conditional

  Rule: From the list to the title
    Background:
      Given these facts
        | fact               | label                             | type |
        | on_list            | on the construction list          | flag |
        | calls_itself       | uses the title                    | flag |
        | province_passed    | provincial evaluation passed      | flag |
        | province_passed_on | date of the provincial evaluation | date |
        | accepted_title     | accepted by the NDRC              | flag |
        | accepted_on        | NDRC acceptance date              | date |
      And this reference case
        | fact                              | value      |
        | on the construction list          | yes        |
        | uses the title                    | no         |
        | provincial evaluation passed      | yes        |
        | date of the provincial evaluation | 2028-03-01 |
        | accepted by the NDRC              | yes        |
        | NDRC acceptance date              | 2028-06-01 |
      And these conditions
        | condition | label                                         | holds when                                                                                                                                                                      | basis |
        | titled    | title was earned by evaluation and acceptance | provincial evaluation passed is yes; accepted by the NDRC is yes; date of the provincial evaluation is until NDRC acceptance date; NDRC acceptance date is until the as-of date | title |
      And these findings
        | code       | finding                                                                               | when                                                                                                                  | severity    | basis |
        | N13B.TITLE | The title is used without provincial evaluation and national acceptance in this order | scheme is national park; uses the title is yes; title was earned by evaluation and acceptance does not hold           | major       | title |
        | N13C.LIST  | On the construction list, which does not confer the title                             | scheme is national park; on the construction list is yes; title was earned by evaluation and acceptance does not hold | observation | list  |

    Scenario: The national title does not apply in Hunan
      Given the setting scheme is hunan
      And uses the title is yes
      And accepted by the NDRC is no
      When evaluated as of 2028-07-01
      Then no finding N13B.TITLE is raised
      And no finding N13C.LIST is raised

    Scenario Outline: First the provincial evaluation, then NDRC acceptance, then the title
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
