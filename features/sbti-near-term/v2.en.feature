# language: en
Feature: Criteria of V2.0

  Background:
    Given the scorecard sbti-near-term

  Rule: Category A or B
    Background:
      Given the quantity number of size thresholds reached (sizes), on basis v2-a1
        | is                                                                                            |
        | large by balance sheet (1 = yes) + large by turnover (1 = yes) + large by employees (1 = yes) |
      And the quantity large by balance sheet (1 = yes) (large_balance), on basis v2-a1
        | is | when                                                |
        | 1  | balance sheet of the group is at least 25000000 EUR |
        | 0  | otherwise                                           |
      And the quantity large by turnover (1 = yes) (large_turnover), on basis v2-a1
        | is | when                                               |
        | 1  | net turnover of the group is at least 50000000 EUR |
        | 0  | otherwise                                          |
      And the quantity large by employees (1 = yes) (large_staff), on basis v2-a1
        | is | when                                                     |
        | 1  | full-time employees of the group is at least 250 persons |
        | 0  | otherwise                                                |
      And these conditions
        | condition  | label                 | holds when                                                                               | basis |
        | category_a | company of category A | net turnover of the group is at least 450000000 EUR                                      | v2-a1 |
        | category_a |                       | full-time employees of the group is at least 1000 persons                                | v2-a1 |
        | category_a |                       | located in a high-income country is yes; total of scopes 1 and 2 is at least 10000 tCO2e | v2-a1 |
        | category_a |                       | located in a high-income country is yes; number of size thresholds reached is at least 2 | v2-a1 |

    Scenario Outline: Conditions of category A
      Given turnover is <turnover> EUR
      And staff is <staff> persons
      And balance_sheet is <balance> EUR
      And high_income is <income>
      And s1 is 0 tCO2e
      And s2 is <tonnes> tCO2e
      When evaluated as of 2026-12-01
      Then condition category_a <outcome>

      Examples:
        | turnover  | staff | balance  | income | tonnes  | outcome       |
        | 449990000 | 999   | 30000000 | no     | 100000  | does not hold |
        | 450000000 | 999   | 30000000 | no     | 100000  | holds         |
        | 449990000 | 1000  | 30000000 | no     | 100000  | holds         |
        | 49999999  | 249   | 30000000 | yes    | 9999.99 | does not hold |
        | 49999999  | 249   | 30000000 | yes    | 10000   | holds         |
        | 50000000  | 249   | 24999999 | yes    | 9999    | does not hold |
        | 50000000  | 249   | 25000000 | yes    | 9999    | holds         |
        | 49999999  | 250   | 25000000 | yes    | 9999    | holds         |
        | 50000000  | 250   | 24999999 | yes    | 9999    | holds         |

    Scenario: Missing data never lead to category B
      Given turnover is missing
      And staff is missing
      And high_income is missing
      When evaluated as of 2026-12-01
      Then condition category_a is undetermined

  Rule: Targets of scopes 1 and 2
    Background:
      Given the quantity length of the target period in years (frame), on basis v2-years, v2-frame
        | is                                     | when                                                  |
        | target year - base year of scope 1     | start of the five-year target period is the base year |
        | target year - year(date of submission) | otherwise                                             |
      And these conditions
        | condition          | label                            | holds when                                                                                | basis  |
        | must_be_absolute_2 | scope 2 needs an absolute target | company of category A holds; projected annual growth of electricity use is more than 20 % | v2-c12 |
      And these gates
        | id       | gate                                                          | requires                                                                                         | applies when                                                                                                                                   | basis    |
        | SB2-06-Y | The target period is five years                               | length of the target period in years is 5                                                        | version of the standard applied is V2.0                                                                                                        | v2-years |
        | SB2-06-S | Scopes 1 and 2 have separate targets                          | scope 1 and scope 2 have separate targets is yes                                                 | version of the standard applied is V2.0                                                                                                        | v2-c11   |
        | SB2-06-C | Targets cover all of scope 1 and all of scope 2               | share of scope 1 covered by the target is 100 %; share of scope 2 covered by the target is 100 % | version of the standard applied is V2.0                                                                                                        | v2-c11   |
        | SB2-11   | Scope 2 has a low-carbon or an absolute target                | scope 2 has a low-carbon electricity target is yes                                               | version of the standard applied is V2.0                                                                                                        | v2-c12   |
        | SB2-11   |                                                               | scope 2 has an absolute target is yes                                                            |                                                                                                                                                | v2-c12   |
        | SB2-12   | Absolute scope 2 target where electricity use grows fast      | scope 2 has an absolute target is yes                                                            | version of the standard applied is V2.0; scope 2 needs an absolute target holds                                                                | v2-c12   |
        | SB2-13   | Absolute target for heat, steam and cooling                   | heat, steam and cooling have an absolute target is yes                                           | version of the standard applied is V2.0; heat, steam or cooling is purchased is yes                                                            | v2-c12   |
        | SB2-16   | Long-term target in addition to intensity or asset transition | scope 1 has a long-term target is yes                                                            | version of the standard applied is V2.0; company of category A holds; target method for scope 1 under V2 is one of intensity, asset transition | v2-c11   |

    Scenario Outline: Separate targets that cover all of scopes 1 and 2
      Given standard is v2_0
      And <change>
      When evaluated as of 2027-03-01
      Then gate <gate> is <outcome>

      Examples:
        | change                  | gate     | outcome        |
        | target_year is 2027     | SB2-06-Y | met            |
        | target_year is 2028     | SB2-06-Y | not met        |
        | separate_targets is no  | SB2-06-S | not met        |
        | covered_1 is 99.99 %    | SB2-06-C | not met        |
        | covered_2 is 100 %      | SB2-06-C | met            |
        | growth is 20 %          | SB2-12   | not applicable |
        | growth is 20.01 %       | SB2-12   | not met        |
        | buys_heat is yes        | SB2-13   | not met        |
        | low_carbon_target is no | SB2-11   | not met        |
        | method_1 is intensity   | SB2-16   | not met        |

  Rule: Scope 3 by category
    Background:
      Given for each scope 3 line the quantity tonnes of categories 1 to 14 (counted), in tCO2e, on basis v2-c14
        | is                        | when                               |
        | 0 tCO2e                   | scope 3 category is 15 investments |
        | emissions of the category | otherwise                          |
      And the quantity scope 3 of categories 1 to 14 (s3_14), in tCO2e, the sum of tonnes of categories 1 to 14 over scope 3 emissions by category, on basis v2-c14
      And the quantity total of category 1 (all_1), in tCO2e, the sum of tonnes of categories 1 to 14 over scope 3 emissions by category, on basis v2-c14
        | where                                              |
        | scope 3 category is 1 purchased goods and services |
      And the quantity total of category 2 (all_2), in tCO2e, the sum of tonnes of categories 1 to 14 over scope 3 emissions by category, on basis v2-c14
        | where                               |
        | scope 3 category is 2 capital goods |
      And the quantity total of category 3 (all_3), in tCO2e, the sum of tonnes of categories 1 to 14 over scope 3 emissions by category, on basis v2-c14
        | where                                                     |
        | scope 3 category is 3 fuel- and energy-related activities |
      And the quantity total of category 4 (all_4), in tCO2e, the sum of tonnes of categories 1 to 14 over scope 3 emissions by category, on basis v2-c14
        | where                                                     |
        | scope 3 category is 4 upstream transport and distribution |
      And the quantity total of category 5 (all_5), in tCO2e, the sum of tonnes of categories 1 to 14 over scope 3 emissions by category, on basis v2-c14
        | where                                               |
        | scope 3 category is 5 waste generated in operations |
      And the quantity total of category 6 (all_6), in tCO2e, the sum of tonnes of categories 1 to 14 over scope 3 emissions by category, on basis v2-c14
        | where                                 |
        | scope 3 category is 6 business travel |
      And the quantity total of category 7 (all_7), in tCO2e, the sum of tonnes of categories 1 to 14 over scope 3 emissions by category, on basis v2-c14
        | where                                    |
        | scope 3 category is 7 employee commuting |
      And the quantity total of category 8 (all_8), in tCO2e, the sum of tonnes of categories 1 to 14 over scope 3 emissions by category, on basis v2-c14
        | where                                        |
        | scope 3 category is 8 upstream leased assets |
      And the quantity total of category 9 (all_9), in tCO2e, the sum of tonnes of categories 1 to 14 over scope 3 emissions by category, on basis v2-c14
        | where                                                       |
        | scope 3 category is 9 downstream transport and distribution |
      And the quantity total of category 10 (all_10), in tCO2e, the sum of tonnes of categories 1 to 14 over scope 3 emissions by category, on basis v2-c14
        | where                                              |
        | scope 3 category is 10 processing of sold products |
      And the quantity total of category 11 (all_11), in tCO2e, the sum of tonnes of categories 1 to 14 over scope 3 emissions by category, on basis v2-c14
        | where                                       |
        | scope 3 category is 11 use of sold products |
      And the quantity total of category 12 (all_12), in tCO2e, the sum of tonnes of categories 1 to 14 over scope 3 emissions by category, on basis v2-c14
        | where                                                         |
        | scope 3 category is 12 end-of-life treatment of sold products |
      And the quantity total of category 13 (all_13), in tCO2e, the sum of tonnes of categories 1 to 14 over scope 3 emissions by category, on basis v2-c14
        | where                                           |
        | scope 3 category is 13 downstream leased assets |
      And the quantity total of category 14 (all_14), in tCO2e, the sum of tonnes of categories 1 to 14 over scope 3 emissions by category, on basis v2-c14
        | where                             |
        | scope 3 category is 14 franchises |
      And for each scope 3 line the quantity total of the line's category (category_all), in tCO2e, on basis v2-c14, v2-sum
        | is                   | when                                                          |
        | total of category 1  | scope 3 category is 1 purchased goods and services            |
        | total of category 2  | scope 3 category is 2 capital goods                           |
        | total of category 3  | scope 3 category is 3 fuel- and energy-related activities     |
        | total of category 4  | scope 3 category is 4 upstream transport and distribution     |
        | total of category 5  | scope 3 category is 5 waste generated in operations           |
        | total of category 6  | scope 3 category is 6 business travel                         |
        | total of category 7  | scope 3 category is 7 employee commuting                      |
        | total of category 8  | scope 3 category is 8 upstream leased assets                  |
        | total of category 9  | scope 3 category is 9 downstream transport and distribution   |
        | total of category 10 | scope 3 category is 10 processing of sold products            |
        | total of category 11 | scope 3 category is 11 use of sold products                   |
        | total of category 12 | scope 3 category is 12 end-of-life treatment of sold products |
        | total of category 13 | scope 3 category is 13 downstream leased assets               |
        | total of category 14 | scope 3 category is 14 franchises                             |
        | 0 tCO2e              | otherwise                                                     |
      And for each scope 3 line the quantity share of categories 1 to 14 (share), in %, on basis v2-c14
        | is                                                           | when                                     |
        | undetermined, because categories 1 to 14 have no emissions   | scope 3 of categories 1 to 14 is 0 tCO2e |
        | total of the line's category / scope 3 of categories 1 to 14 | otherwise                                |
      And for each scope 3 line the quantity reason is on the closed list (listed), by scope 3 category, reason for exclusion, a sector pathway of the initiative exists, on basis v2-out
        | scope 3 category                        | reason for exclusion                                 | a sector pathway of the initiative exists | is |
        | 1 purchased goods and services          | second-hand goods                                    | no                                        | 1  |
        | 2 capital goods                         | second-hand goods                                    | any                                       | 1  |
        | 3 fuel- and energy-related activities   | already reduced through scope 1 or 2                 | any                                       | 1  |
        | 7 employee commuting                    | commuting as a whole category                        | any                                       | 1  |
        | 8 upstream leased assets                | no operational control or influence                  | any                                       | 1  |
        | 9 downstream transport and distribution | no contractual right to decide the mode of transport | any                                       | 1  |
        | 10 processing of sold products          | processing unknown or no business relationship       | any                                       | 1  |
        | 14 franchises                           | the franchisee is independent                        | any                                       | 1  |
        | otherwise                               | otherwise                                            | otherwise                                 | 0  |
      And for each scope 3 line the quantity method is available for the category (open), by scope 3 category, method for the category, a sector pathway of the initiative exists, on basis v2-c15
        | scope 3 category                                                                                                                                                                                                                                                      | method for the category        | a sector pathway of the initiative exists | is |
        | 15 investments                                                                                                                                                                                                                                                        | any                            | any                                       | 0  |
        | not 15 investments                                                                                                                                                                                                                                                    | reduction of emissions         | any                                       | 1  |
        | one of 1 purchased goods and services, 2 capital goods                                                                                                                                                                                                                | volume alignment               | yes                                       | 1  |
        | one of 4 upstream transport and distribution, 6 business travel, 9 downstream transport and distribution                                                                                                                                                              | volume alignment               | any                                       | 1  |
        | one of 1 purchased goods and services, 2 capital goods, 4 upstream transport and distribution, 8 upstream leased assets, 9 downstream transport and distribution, 10 processing of sold products, 11 use of sold products, 13 downstream leased assets, 14 franchises | supplier or customer alignment | any                                       | 1  |
        | one of 11 use of sold products, 13 downstream leased assets                                                                                                                                                                                                           | product-use alignment          | any                                       | 1  |
        | 12 end-of-life treatment of sold products                                                                                                                                                                                                                             | end-of-life alignment          | any                                       | 1  |
        | otherwise                                                                                                                                                                                                                                                             | otherwise                      | otherwise                                 | 0  |
      And for each scope 3 line the quantity significant line without target or valid reason (1 = yes) (left_open), on basis v2-c14, v2-out, v2-whole, v2-zero
        | is | when                                                                                    |
        | 0  | total of the line's category is 0 tCO2e                                                 |
        | 0  | share of categories 1 to 14 is less than 5 %                                            |
        | 0  | the category has a target is yes                                                        |
        | 0  | reason is on the closed list is 1; condition, reason, tonnes and plan are stated is yes |
        | 1  | otherwise                                                                               |
      And for each scope 3 line the quantity unavailable method (1 = yes) (wrong), on basis v2-c15
        | is | when                                                                                                                |
        | 1  | the category has a target is yes; scope 3 category is not 15 investments; method is available for the category is 0 |
        | 0  | otherwise                                                                                                           |
      And for each scope 3 line the quantity invalid reason (1 = yes) (void), on basis v2-out
        | is | when                                                                                    |
        | 0  | reason for exclusion is no exclusion                                                    |
        | 0  | reason is on the closed list is 1; condition, reason, tonnes and plan are stated is yes |
        | 1  | otherwise                                                                               |
      And for each scope 3 line the quantity contribution to a significant category (significant)
        | is                                                          | when                                        | basis          |
        | 0                                                           | total of the line's category is 0 tCO2e     | v2-zero        |
        | tonnes of categories 1 to 14 / total of the line's category | share of categories 1 to 14 is at least 5 % | v2-c14, v2-sum |
        | 0                                                           | otherwise                                   | v2-c14, v2-sum |
      And the quantity number of significant lines without target or valid reason (left_open_all), the sum of significant line without target or valid reason (1 = yes) over scope 3 emissions by category, on basis v2-c14
      And the quantity number of lines with an unavailable method (wrong_all), the sum of unavailable method (1 = yes) over scope 3 emissions by category, on basis v2-c15
      And the quantity number of invalid reasons (void_all), the sum of invalid reason (1 = yes) over scope 3 emissions by category, on basis v2-out
      And the quantity number of significant categories (significant_all), the sum of contribution to a significant category over scope 3 emissions by category, on basis v2-c14
      And these gates
        | id     | gate                                                  | requires                                                        | applies when                                                         | basis          |
        | SB2-07 | Category A has a scope 3 target                       | a scope 3 target is set is yes                                  | version of the standard applied is V2.0; company of category A holds | v2-c13         |
        | SB2-08 | Each category from 5 % has a target or a valid reason | number of significant lines without target or valid reason is 0 | version of the standard applied is V2.0; company of category A holds | v2-c14, v2-who |
        | SB2-10 | Each method is available for its category             | number of lines with an unavailable method is 0                 | version of the standard applied is V2.0                              | v2-c15         |
      And these findings
        | code        | finding                                                        | when                                                                              | severity | basis  |
        | SB2-09.VOID | A reason for exclusion is invalid and the category is included | version of the standard applied is V2.0; number of invalid reasons is more than 0 | minor    | v2-out |
      And these results
        | result        | label                                    | is                               | rounded to | basis  |
        | significant_3 | Number of significant scope 3 categories | number of significant categories | 0 decimals | v2-c14 |
      And for each scope 3 line these results
        | result     | label                                           | is                                                        | rounded to | basis  |
        | line_share | Share of categories 1 to 14                     | share of categories 1 to 14                               | 2 decimals | v2-c14 |
        | line_open  | Significant line without target or valid reason | significant line without target or valid reason (1 = yes) | 0 decimals | v2-c14 |

    Scenario: Worked example: four significant categories
      When evaluated as of 2026-12-01
      Then the quantity significant_all is 4
      And the quantity s3_14 is 150000 tCO2e
      And for scope 3 line 3 the quantity share is 6 %

    Scenario: A category of 0 t is not significant, and without emissions the share is undetermined
      Given standard is v2_0
      And scope 3 emissions by category are
        | record | scope 3 category        | emissions of the category | share of the category covered by the target | the category has a target | method for the category | a sector pathway of the initiative exists | reason for exclusion | condition, reason, tonnes and plan are stated |
        | a      | 11 use of sold products | 0 tCO2e                   | 0 %                                         | yes                       | product_use_alignment   | no                                        | not_left_out         | no                                            |
      When evaluated as of 2027-03-01
      Then for scope 3 line a the rules leave the quantity share undetermined
      And the quantity significant_all is 0
      And the rules leave the quantity out_3 undetermined
      And the rules leave the quantity coverage_3 undetermined

    Scenario: Without any emissions the scope 3 share is undetermined
      Given scope 1 emissions is 0 tCO2e
      And scope 2 emissions is 0 tCO2e
      And scope 3 emissions by category is none
      When evaluated as of 2026-12-01
      Then the rules leave the quantity s3_share undetermined

    Scenario: With scope 3 emissions only, the scope 3 share is 100 %
      Given scope 1 emissions is 0 tCO2e
      And scope 2 emissions is 0 tCO2e
      When evaluated as of 2026-12-01
      Then the quantity s3_share is 100 %

    Scenario Outline: A category is the sum of all its lines
      Given standard is v2_0
      And scope 3 emissions by category are
        | record | scope 3 category        | emissions of the category | share of the category covered by the target | the category has a target | method for the category | a sector pathway of the initiative exists | reason for exclusion | condition, reason, tonnes and plan are stated |
        | a      | 11 use of sold products | <rest> tCO2e              | 0 %                                         | yes                       | product_use_alignment   | no                                        | not_left_out         | no                                            |
        | b      | <category>              | 3 tCO2e                   | 0 %                                         | yes                       | emissions_reduction     | no                                        | not_left_out         | no                                            |
        | c      | <category>              | 2 tCO2e                   | 0 %                                         | no                        | emissions_reduction     | no                                        | not_left_out         | no                                            |
      When evaluated as of 2027-03-01
      Then the quantity significant_all is <significant>
      And gate SB2-08 is <open>
      And for scope 3 line c the quantity share is <share> %

      Examples:
        | category | rest | significant | open    | share |
        | c1       | 95   | 2           | not met | 5     |
        | c2       | 95   | 2           | not met | 5     |
        | c3       | 95   | 2           | not met | 5     |
        | c4       | 95   | 2           | not met | 5     |
        | c5       | 95   | 2           | not met | 5     |
        | c6       | 95   | 2           | not met | 5     |
        | c7       | 95   | 2           | not met | 5     |
        | c8       | 95   | 2           | not met | 5     |
        | c9       | 95   | 2           | not met | 5     |
        | c10      | 95   | 2           | not met | 5     |
        | c12      | 95   | 2           | not met | 5     |
        | c13      | 95   | 2           | not met | 5     |
        | c14      | 95   | 2           | not met | 5     |
        | c5       | 195  | 1           | met     | 2.5   |
        | c15      | 95   | 1           | met     | 0     |
        | c11      | 95   | 1           | not met | 100   |

    Scenario Outline: From 5 % a category has a target, or a listed reason with all four points stated
      Given standard is v2_0
      And scope 3 emissions by category are
        | record | scope 3 category        | emissions of the category | share of the category covered by the target | the category has a target | method for the category | a sector pathway of the initiative exists | reason for exclusion | condition, reason, tonnes and plan are stated |
        | a      | 11 use of sold products | <rest> tCO2e              | 0 %                                         | yes                       | product_use_alignment   | no                                        | not_left_out         | no                                            |
        | b      | <category>              | <tonnes> tCO2e            | 0 %                                         | <target>                  | <method>                | <path>                                    | <reason>             | <told>                                        |
      When evaluated as of 2027-03-01
      Then gate SB2-08 is <open>
      And gate SB2-10 is <method open>
      And <void>

      Examples:
        | category | rest  | tonnes | target | method                | path | reason                | told | open    | method open | void                                        |
        | c5       | 95.01 | 4.99   | no     | emissions_reduction   | no   | not_left_out          | no   | met     | met         | no finding SB2-09.VOID is raised            |
        | c5       | 95    | 5      | no     | emissions_reduction   | no   | not_left_out          | no   | not met | met         | no finding SB2-09.VOID is raised            |
        | c5       | 95    | 5      | yes    | emissions_reduction   | no   | not_left_out          | no   | met     | met         | no finding SB2-09.VOID is raised            |
        | c15      | 50    | 50     | no     | emissions_reduction   | no   | not_left_out          | no   | met     | met         | no finding SB2-09.VOID is raised            |
        | c15      | 50    | 50     | yes    | intensity             | no   | not_left_out          | no   | met     | met         | no finding SB2-09.VOID is raised            |
        | c7       | 50    | 50     | no     | emissions_reduction   | no   | commuting             | yes  | met     | met         | no finding SB2-09.VOID is raised            |
        | c7       | 50    | 50     | no     | emissions_reduction   | no   | commuting             | no   | not met | met         | a minor nonconformity SB2-09.VOID is raised |
        | c7       | 50    | 50     | no     | emissions_reduction   | no   | another_reason        | yes  | not met | met         | a minor nonconformity SB2-09.VOID is raised |
        | c5       | 50    | 50     | no     | emissions_reduction   | no   | commuting             | yes  | not met | met         | a minor nonconformity SB2-09.VOID is raised |
        | c1       | 50    | 50     | no     | emissions_reduction   | no   | second_hand           | yes  | met     | met         | no finding SB2-09.VOID is raised            |
        | c1       | 50    | 50     | no     | emissions_reduction   | yes  | second_hand           | yes  | not met | met         | a minor nonconformity SB2-09.VOID is raised |
        | c2       | 50    | 50     | no     | emissions_reduction   | yes  | second_hand           | yes  | met     | met         | no finding SB2-09.VOID is raised            |
        | c3       | 50    | 50     | no     | emissions_reduction   | no   | cut_in_scope_1_or_2   | yes  | met     | met         | no finding SB2-09.VOID is raised            |
        | c8       | 50    | 50     | no     | emissions_reduction   | no   | no_control            | yes  | met     | met         | no finding SB2-09.VOID is raised            |
        | c9       | 50    | 50     | no     | emissions_reduction   | no   | no_say_in_transport   | yes  | met     | met         | no finding SB2-09.VOID is raised            |
        | c10      | 50    | 50     | no     | emissions_reduction   | no   | processing_unknown    | yes  | met     | met         | no finding SB2-09.VOID is raised            |
        | c14      | 50    | 50     | no     | emissions_reduction   | no   | independent_franchise | yes  | met     | met         | no finding SB2-09.VOID is raised            |
        | c1       | 50    | 50     | yes    | volume_alignment      | yes  | not_left_out          | no   | met     | met         | no finding SB2-09.VOID is raised            |
        | c1       | 50    | 50     | yes    | volume_alignment      | no   | not_left_out          | no   | met     | not met     | no finding SB2-09.VOID is raised            |
        | c1       | 50    | 50     | no     | volume_alignment      | no   | not_left_out          | no   | not met | met         | no finding SB2-09.VOID is raised            |
        | c6       | 50    | 50     | yes    | volume_alignment      | no   | not_left_out          | no   | met     | met         | no finding SB2-09.VOID is raised            |
        | c3       | 50    | 50     | yes    | volume_alignment      | no   | not_left_out          | no   | met     | not met     | no finding SB2-09.VOID is raised            |
        | c14      | 50    | 50     | yes    | partner_alignment     | no   | not_left_out          | no   | met     | met         | no finding SB2-09.VOID is raised            |
        | c12      | 50    | 50     | yes    | partner_alignment     | no   | not_left_out          | no   | met     | not met     | no finding SB2-09.VOID is raised            |
        | c13      | 50    | 50     | yes    | product_use_alignment | no   | not_left_out          | no   | met     | met         | no finding SB2-09.VOID is raised            |
        | c12      | 50    | 50     | yes    | product_use_alignment | no   | not_left_out          | no   | met     | not met     | no finding SB2-09.VOID is raised            |
        | c12      | 50    | 50     | yes    | end_of_life_alignment | no   | not_left_out          | no   | met     | met         | no finding SB2-09.VOID is raised            |
        | c13      | 50    | 50     | yes    | end_of_life_alignment | no   | not_left_out          | no   | met     | not met     | no finding SB2-09.VOID is raised            |
        | c4       | 50    | 50     | yes    | intensity             | yes  | not_left_out          | no   | met     | not met     | no finding SB2-09.VOID is raised            |
        | c5       | 0     | 0      | no     | emissions_reduction   | no   | not_left_out          | no   | met     | met         | no finding SB2-09.VOID is raised            |

  Rule: Base year, recalculation, assurance, transition plan and cycle
    Background:
      Given these conditions
        | condition   | label                              | holds when                                                                                       | basis  |
        | recalculate | the base year must be recalculated | version of the standard applied is V1.3.1; change of all base-year emissions is at least 5 %     | v1-c26 |
        | recalculate |                                    | version of the standard applied is V2.0; change of scope 1 against its base year is at least 5 % | v2-c8  |
        | recalculate |                                    | version of the standard applied is V2.0; change of scope 2 against its base year is at least 5 % | v2-c8  |
        | recalculate |                                    | version of the standard applied is V2.0; change of scope 3 against its base year is at least 5 % | v2-c8  |
        | recalculate |                                    | version of the standard applied is V2.0; a category crossed the 5 % line is yes                  | v2-c8  |
      And these gates
        | id       | gate                                                              | requires                                                                                                                                                | applies when                                                                                                                              | basis            |
        | SB1-25   | Target reviewed within five years                                 | date of the last review is within 5 years before the as-of date                                                                                         | version of the standard applied is V1.3.1                                                                                                 | v1-c26           |
        | SB-RE    | Base year recalculated where required                             | the base year was recalculated is yes                                                                                                                   | the base year must be recalculated holds                                                                                                  | v1-c26, v2-c8    |
        | SB2-17   | The base year is the most recent complete year                    | base year of scope 1 is most recent complete year; base year of scope 2 is most recent complete year                                                    | version of the standard applied is V2.0; a scope 3 target is set is no                                                                    | v2-c4            |
        | SB2-17-3 | The base year, also for scope 3, is the most recent complete year | base year of scope 1 is most recent complete year; base year of scope 2 is most recent complete year; base year of scope 3 is most recent complete year | version of the standard applied is V2.0; a scope 3 target is set is yes                                                                   | v2-c4            |
        | SB2-17-Y | The most recent complete year has ended                           | most recent complete year is less than year of the as-of date                                                                                           | version of the standard applied is V2.0                                                                                                   | v2-c4, base-over |
        | SB2-19   | The inventory of category A has limited assurance                 | the inventory has at least limited assurance is yes                                                                                                     | version of the standard applied is V2.0; company of category A holds                                                                      | v2-c7            |
        | SB2-20   | Category A has published a transition plan within 15 months       | the transition plan is public is yes                                                                                                                    | version of the standard applied is V2.0; company of category A holds; the as-of date is after publication deadline of the transition plan | v2-c2            |
        | SB2-21   | Renewed within 12 months after the target period                  | date of submission is until end of the previous target period plus 1 year                                                                               | version of the standard applied is V2.0                                                                                                   | v2-cycle         |
        | SB2-22   | Submitted within 24 months of the commitment                      | date of submission is until date of the public commitment plus 2 years; date of the public commitment is until the as-of date                           | version of the standard applied is V2.0                                                                                                   | v2-cycle         |
      And the date publication deadline of the transition plan (plan_due), on basis v2-c2
        | is                                |
        | date of validation plus 15 months |

    Scenario Outline: Values on both sides of each boundary
      Given standard is <standard>
      And <change>
      When evaluated as of 2028-06-01
      Then gate <gate> is <outcome>

      Examples:
        | standard | change                  | gate     | outcome        |
        | v1_3_1   | change_all is 4.99 %    | SB-RE    | not applicable |
        | v1_3_1   | change_all is 5 %       | SB-RE    | not met        |
        | v2_0     | change_2 is 4.99 %      | SB-RE    | not applicable |
        | v2_0     | change_2 is 5 %         | SB-RE    | not met        |
        | v2_0     | plan_public is no       | SB2-20   | not applicable |
        | v2_0     | validated is 2027-02-28 | SB2-20   | met            |
        | v2_0     | assured is no           | SB2-19   | not met        |
        | v2_0     | complete_year is 2023   | SB2-17-3 | not met        |
        | v2_0     | complete_year is 2027   | SB2-17-Y | met            |
        | v2_0     | complete_year is 2028   | SB2-17-Y | not met        |
        | v1_3_1   | complete_year is 2028   | SB2-17-Y | not applicable |
        | v2_0     | frame_end is 2025-12-01 | SB2-21   | met            |
        | v2_0     | frame_end is 2025-11-30 | SB2-21   | not met        |
        | v2_0     | committed is 2024-12-01 | SB2-22   | met            |
        | v2_0     | committed is 2024-11-30 | SB2-22   | not met        |

  Rule: Eligible low-carbon electricity
    Background:
      Given for each electricity instrument the quantity limit, in kgCO2e/kWh, in force on date of consumption, on basis v2-c31
        | from       | is    |
        | earlier    | 0.048 |
        | 2035-01-01 | 0.024 |
      And for each electricity instrument the quantity eligible low-carbon electricity of the instrument (counts), in MWh, on basis v2-c31, used-first
        | is                                    | when                                                                              |
        | 0 MWh                                 | date of consumption is after the as-of date                                       |
        | 0 MWh                                 | date of commissioning or repowering is after date of consumption                  |
        | 0 MWh                                 | emissions of the generator per kWh is more than limit                             |
        | electricity covered by the instrument | own generation is yes                                                             |
        | 0 MWh                                 | date of the contract is after date of consumption                                 |
        | electricity covered by the instrument | date of the contract is before 2027-02-01                                         |
        | electricity covered by the instrument | date of commissioning or repowering is within 15 years before date of consumption |
        | 0 MWh                                 | otherwise                                                                         |
      And the quantity low-carbon electricity (low_carbon), in MWh, the sum of eligible low-carbon electricity of the instrument over electricity by instrument, on basis v2-c31
      And the quantity low-carbon share of electricity use (low_carbon_share), in %
        | is                                                    | when                                                            | basis      |
        | undetermined, because no electricity is used          | electricity used in the year is 0 MWh                           | v2-c31     |
        | 100 %                                                 | low-carbon electricity is at least electricity used in the year | v2-surplus |
        | low-carbon electricity / electricity used in the year | otherwise                                                       | v2-c31     |
      And the quantity hourly share required for recognition (hourly_needed), in %, in force on last day of the year of hourly matching, on basis v2-hours
        | from       | is |
        | earlier    | 50 |
        | 2030-01-01 | 75 |
        | 2035-01-01 | 90 |
      And these findings
        | code          | finding                       | when                                                                                                                           | severity    | basis    |
        | SB2-25.HOURLY | Hourly matching is recognised | version of the standard applied is V2.0; share of electricity matched hourly is at least hourly share required for recognition | observation | v2-hours |
      And these results
        | result          | label                               | is                                  | rounded to | basis  |
        | low_carbon_mwh  | Eligible low-carbon electricity     | low-carbon electricity              | 0 decimals | v2-c31 |
        | low_carbon_part | Low-carbon share of electricity use | low-carbon share of electricity use | 2 decimals | v2-c31 |
      And for each electricity instrument these results
        | result            | label                              | is                                                | rounded to | basis  |
        | instrument_counts | Eligible as low-carbon electricity | eligible low-carbon electricity of the instrument | 0 decimals | v2-c31 |

    Scenario: Wind is eligible, an old plant under a new contract is not
      When evaluated as of 2028-03-01
      Then the quantity low_carbon is 30000 MWh
      And the quantity low_carbon_share is 30 %

    Scenario Outline: Emission limit and age limit of a generator
      Given electricity by instrument are
        | serial | electricity covered by the instrument | emissions of the generator per kWh | date of commissioning or repowering | date of consumption | date of the contract | own generation |
        | one    | 100 MWh                               | <factor> kgCO2e/kWh                | <built>                             | <used>              | <contract>           | <own>          |
      When evaluated as of 2035-06-01
      Then the quantity low_carbon is <counts> MWh

      Examples:
        | factor | built      | used       | contract   | own | counts |
        | 0.048  | 2020-01-01 | 2034-12-31 | 2027-02-01 | no  | 100    |
        | 0.0481 | 2020-01-01 | 2034-12-31 | 2027-02-01 | no  | 0      |
        | 0.024  | 2030-01-01 | 2035-01-01 | 2027-02-01 | no  | 100    |
        | 0.0241 | 2030-01-01 | 2035-01-01 | 2027-02-01 | no  | 0      |
        | 0.01   | 2013-06-01 | 2028-06-01 | 2027-02-01 | no  | 100    |
        | 0.01   | 2013-05-31 | 2028-06-01 | 2027-02-01 | no  | 0      |
        | 0.01   | 2013-05-31 | 2028-06-01 | 2027-01-31 | no  | 100    |
        | 0.01   | 2013-05-31 | 2028-06-01 | 2027-02-01 | yes | 100    |
        | 0.01   | 2035-06-01 | 2035-06-01 | 2035-06-01 | no  | 100    |
        | 0.01   | 2035-06-01 | 2035-06-02 | 2035-06-01 | no  | 0      |
        | 0.01   | 2028-06-02 | 2028-06-01 | 2027-01-31 | no  | 0      |
        | 0.01   | 2028-06-02 | 2028-06-01 | 2027-01-31 | yes | 0      |
        | 0.01   | 2020-06-01 | 2028-06-01 | 2028-06-02 | no  | 0      |
        | 0.01   | 2020-06-01 | 2028-06-01 | 2028-06-02 | yes | 100    |
        | 0.01   | 2020-06-01 | 2026-12-31 | 2027-01-31 | no  | 0      |

    Scenario Outline: Hourly matching
      Given standard is <standard>
      And matched_year is <year>
      And hourly is <share> %
      When evaluated as of 2027-03-01
      Then <told>

      Examples:
        | standard | year       | share | told                                   |
        | v2_0     | 2029-12-31 | 50    | an observation SB2-25.HOURLY is raised |
        | v2_0     | 2029-12-31 | 49.99 | no finding SB2-25.HOURLY is raised     |
        | v2_0     | 2030-01-01 | 75    | an observation SB2-25.HOURLY is raised |
        | v2_0     | 2030-01-01 | 74.99 | no finding SB2-25.HOURLY is raised     |
        | v2_0     | 2034-12-31 | 75    | an observation SB2-25.HOURLY is raised |
        | v2_0     | 2035-01-01 | 90    | an observation SB2-25.HOURLY is raised |
        | v2_0     | 2035-01-01 | 89.99 | no finding SB2-25.HOURLY is raised     |
        | v1_3_1   | 2029-12-31 | 50    | no finding SB2-25.HOURLY is raised     |

  Rule: The small-company route of V1
    Background:
      Given the quantity small by employees (1 = yes) (small_staff), on basis v1-sme
        | is | when                                                      |
        | 1  | full-time employees of the group is less than 250 persons |
        | 0  | otherwise                                                 |
      And the quantity small by turnover (1 = yes) (small_turnover), on basis v1-sme
        | is | when                                                |
        | 1  | net turnover of the group is less than 40000000 EUR |
        | 0  | otherwise                                           |
      And the quantity small by assets (1 = yes) (small_assets), on basis v1-sme
        | is | when                                                 |
        | 1  | balance sheet of the group is less than 20000000 EUR |
        | 0  | otherwise                                            |
      And the quantity outside forest, land and agriculture (1 = yes) (small_land), on basis v1-sme
        | is | when                                          |
        | 1  | company in forest, land and agriculture is no |
        | 0  | otherwise                                     |
      And the quantity number of small-company criteria met (small), on basis v1-sme
        | is                                                                                                                                      |
        | small by employees (1 = yes) + small by turnover (1 = yes) + small by assets (1 = yes) + outside forest, land and agriculture (1 = yes) |
      And the quantity location-based total of scopes 1 and 2 (s12_location), in tCO2e, on basis v1-sme
        | is                                                   |
        | scope 1 emissions + location-based scope 2 emissions |
      And these gates
        | id     | gate                                 | requires                                                                                                                                                                                                                                                     | applies when                                                                           | basis  |
        | SB1-27 | The small-company route is available | location-based total of scopes 1 and 2 is less than 10000 tCO2e; activities that exclude the small-company route includes none of ships or power generation, finance, oil and gas, part of a large group; number of small-company criteria met is at least 2 | version of the standard applied is V1.3.1; the small-company route is requested is yes | v1-sme |

    Scenario Outline: Conditions that allow or exclude the small-company route
      Given sme_route is yes
      And s1 is 4000 tCO2e
      And s2_location is <tonnes> tCO2e
      And staff is <staff> persons
      And turnover is <turnover> EUR
      And balance_sheet is 20000000 EUR
      And flag_company is <land>
      When evaluated as of 2026-12-01
      Then gate SB1-27 is <outcome>

      Examples:
        | tonnes  | staff | turnover | land | outcome |
        | 5999.99 | 249   | 40000000 | no   | met     |
        | 6000    | 249   | 40000000 | no   | not met |
        | 5999    | 250   | 40000000 | no   | not met |
        | 5999    | 249   | 40000000 | yes  | not met |
        | 5999    | 249   | 39999999 | yes  | met     |

  Rule: Year-by-year progress
    Background:
      Given for each past year the quantity emissions allowed on the straight line (allowed), in tCO2e, on basis straight
        | is                                                                                                                                                                  | when                                |
        | base-year emissions of scopes 1 and 2                                                                                                                               | target year is base year of scope 1 |
        | base-year emissions of scopes 1 and 2 * (100 % - proposed reduction of scopes 1 and 2 * (year - base year of scope 1) / max(target year - base year of scope 1, 1)) | otherwise                           |
      And for each past year the quantity emissions above the straight line (above), in tCO2e, on basis straight, base-over
        | is                                                                                | when                                    |
        | undetermined, because the year has not ended                                      | year is at least year of the as-of date |
        | emissions of scopes 1 and 2 in that year - emissions allowed on the straight line | otherwise                               |
      And for each past year these results
        | result       | label                                                        | is                                     | rounded to | basis    |
        | year_allowed | Emissions allowed on the straight line                       | emissions allowed on the straight line | 0 decimals | straight |
        | year_above   | Emissions above the straight line (negative: below the line) | emissions above the straight line      | 0 decimals | straight |

    Scenario: Two of eight years with a reduction of 42 %
      When evaluated as of 2026-12-01
      Then for past year 2024 the quantity allowed is 89500 tCO2e
      And for past year 2024 the quantity above is 500 tCO2e

    Scenario Outline: A year that has not ended
      Given emissions in the years since the base year are
        | year   | emissions of scopes 1 and 2 in that year |
        | <year> | 90000 tCO2e                              |
      When evaluated as of 2026-12-31
      Then <told>

      Examples:
        | year | told                                                               |
        | 2025 | for past year 2025 the quantity above is 5750 tCO2e                |
        | 2026 | for past year 2026 the rules leave the quantity above undetermined |
