# language: en
Feature: Targets and reports

  Background:
    Given the scorecard systems-abroad

  Rule: Article 6.4, additional unless a law asks for it
    Background:
      Given these facts
        | fact      | label                    | type   | unit  | one of                           | at least | at most | multiple of | may lie ahead |
        | route     | additionality route      | choice |       | investment, barrier, performance |          |         |             |               |
        | practice  | common practice analysed | flag   |       |                                  |          |         |             |               |
        | by_law    | a law asks for it        | flag   |       |                                  |          |         |             |               |
        | lock_in   | locks emissions in       | flag   |       |                                  |          |         |             |               |
        | bau       | business as usual        | number | tCO2e |                                  | 0        |         |             |               |
        | approach  | value of the approach    | number | tCO2e |                                  | 0        |         |             |               |
        | years_run | years since the start    | number |       |                                  | 0        | 15      | 1           |               |
        | baseline  | baseline claimed         | number | tCO2e |                                  | 0        |         |             |               |
        | begun     | begin of crediting       | date   |       |                                  |          |         |             | yes           |
        | ended     | end of crediting         | date   |       |                                  |          |         |             | yes           |
        | host_said | approved by the host on  | date   |       |                                  |          |         |             | yes           |
      And these conditions
        | condition  | holds when                                                                         | basis |
        | additional | additionality route is performance                                                 | a64   |
        | additional | additionality route is one of investment, barrier; common practice analysed is yes | a64   |
        | additional | unless a law asks for it is yes                                                    | a64   |
        | additional | unless locks emissions in is yes                                                   | a64   |
      And the quantity most of a baseline (most_baseline), in tCO2e, on basis a64
        | is                                                                                    |
        | min(value of the approach, business as usual) * (100 % - 1 %) ^ years since the start |
      And these gates
        | id  | gate                     | requires                                                   | basis |
        | P-1 | Additional               | additional holds                                           | a64   |
        | P-2 | Baseline falls each year | baseline claimed is at most most of a baseline             | a64   |
        | P-4 | Approved in time         | approved by the host on is until 2026-06-30                | cdm   |
        | P-3 | Five years               | end of crediting is before begin of crediting plus 5 years | a64   |
      And this reference case
        | fact                     | value        |
        | additionality route      | investment   |
        | common practice analysed | yes          |
        | a law asks for it        | no           |
        | locks emissions in       | no           |
        | business as usual        | 100000 tCO2e |
        | value of the approach    | 90000 tCO2e  |
        | years since the start    | 2            |
        | baseline claimed         | 88000 tCO2e  |
        | begin of crediting       | 2026-01-01   |
        | end of crediting         | 2030-12-31   |
        | approved by the host on  | 2026-06-30   |

    Scenario: the baseline has fallen twice
      When evaluated as of 2026-11-20
      Then the quantity most of a baseline is 88209 tCO2e
      And gate P-2 is met
      And gate P-3 is met

    Scenario: what a law asks for is not additional
      Given a law asks for it is yes
      When evaluated as of 2026-11-20
      Then gate P-1 is not met

  Rule: Targets by the first standard
    Background:
      Given these facts
        | fact        | label             | type   | unit | at least | at most | multiple of | may lie ahead |
        | share_3     | share of scope 3  | number | %    | 0        | 100     |             |               |
        | covered_3   | scope 3 covered   | number | %    | 0        | 100     |             |               |
        | base_year   | base year         | number |      | 2015     | 2040    | 1           | yes           |
        | target_year | target year       | number |      | 2025     | 2050    | 1           | yes           |
        | intensity   | fall of intensity | number | %    | 0        | 100     |             |               |
      And the quantity least fall of intensity (least_fall), in %, on basis sbti-v1
        | is                                                                                |
        | round(100 % - (100 % - 7 %) ^ max(target year - base year, 0), 0.01 %, half-even) |
      And these gates
        | id  | gate           | requires                                              | applies when                      | basis   |
        | S-1 | Scope 3 target | scope 3 covered is at least 67 %                      | share of scope 3 is at least 40 % | sbti-v1 |
        | S-2 | Intensity      | fall of intensity is at least least fall of intensity | share of scope 3 is at least 40 % | sbti-v1 |
      And this reference case
        | fact              | value |
        | share of scope 3  | 60 %  |
        | scope 3 covered   | 67 %  |
        | base year         | 2022  |
        | target year       | 2030  |
        | fall of intensity | 45 %  |

    Scenario: seven percent a year for eight years
      When evaluated as of 2026-11-20
      Then the quantity least fall of intensity is 44.04 %
      And gate S-1 is met
      And gate S-2 is met

    Scenario: below forty percent no target is asked for
      Given share of scope 3 is 39.99 %
      And scope 3 covered is 0 %
      When evaluated as of 2026-11-20
      Then gate S-1 is not applicable

  Rule: Who belongs to category A, and which categories of scope 3 weigh
    Background:
      Given these facts
        | fact       | label                 | type             | unit  | at least |
        | scopes_1_2 | scopes 1 and 2        | number           | tCO2e | 0        |
        | scope_3    | categories of scope 3 | list of category |       |          |
      And each category has
        | field   | label               | type   | unit  | at least | at most | multiple of |
        | name    | category name       | text   |       |          |         |             |
        | number  | number of category  | number |       | 1        | 15      | 1           |
        | emitted | emitted in category | number | tCO2e | 0        |         |             |
      And no two categories of scope 3 share a category name
      And these conditions
        | condition  | label      | holds when                                                                                            | basis   |
        | category_a | category A | turnover is at least 450000000 EUR                                                                    | sbti-v2 |
        | category_a |            | employees is at least 1000                                                                            | sbti-v2 |
        | category_a |            | high-income country is yes; scopes 1 and 2 is at least 10000 tCO2e                                    | sbti-v2 |
        | category_a |            | high-income country is yes; balance sheet is at least 25000000 EUR; turnover is at least 50000000 EUR | sbti-v2 |
        | category_a |            | high-income country is yes; balance sheet is at least 25000000 EUR; employees is at least 250         | sbti-v2 |
        | category_a |            | high-income country is yes; turnover is at least 50000000 EUR; employees is at least 250              | sbti-v2 |
      And the quantity categories 1 to 14 (fourteen), in tCO2e, the sum of emitted in category over categories of scope 3, on basis sbti-v2
        | where                            |
        | number of category is at most 14 |
      And for each category the quantity share of the category (category_share), in %, on basis sbti-v2
        | is                                       | when                             | when divided by zero |
        | emitted in category / categories 1 to 14 | number of category is at most 14 | 0 %                  |
        | 0 %                                      | otherwise                        |                      |
      And for each category the quantity weighs, in items, on basis sbti-v2
        | is      | when                                  |
        | 1 item  | share of the category is at least 5 % |
        | 0 items | otherwise                             |
      And the quantity categories that weigh (heavy), in items, the sum of weighs over categories of scope 3, on basis sbti-v2
      And these results
        | result | label                             | is                    | rounded to | basis   |
        | weigh  | Categories that are to be covered | categories that weigh | 0 decimals | sbti-v2 |
      And these findings
        | code  | finding                       | when             | severity    | basis   |
        | CAT.A | Category A: more is asked for | category A holds | observation | sbti-v2 |
      And this reference case
        | fact           | value      |
        | scopes 1 and 2 | 9000 tCO2e |
      And in the reference case categories of scope 3 are
        | category name   | number of category | emitted in category |
        | bought goods    | 1                  | 61000 tCO2e         |
        | fuel and energy | 3                  | 9000 tCO2e          |
        | transport       | 4                  | 12000 tCO2e         |
        | commuting       | 7                  | 5200 tCO2e          |
        | use of products | 11                 | 48000 tCO2e         |
        | investments     | 15                 | 30000 tCO2e         |

    Scenario: of the fourteen categories four weigh
      When evaluated as of 2026-11-20
      Then the quantity categories that weigh is 4 items
      And condition category A holds

  Rule: A level of disclosure opens the next
    Background:
      Given these facts
        | fact      | label             | type   | unit | at least | at most |
        | disclosed | points disclosure | number | %    | 0        | 100     |
        | aware     | points awareness  | number | %    | 0        | 100     |
        | managed   | points management | number | %    | 0        | 100     |
        | led       | points leadership | number | %    | 0        | 100     |
      And the quantity level, on basis cdp
        | is | when                                |
        | 1  | points disclosure is less than 80 % |
        | 2  | points awareness is less than 80 %  |
        | 3  | points management is less than 80 % |
        | 4  | points leadership is less than 80 % |
        | 5  | otherwise                           |
      And these results
        | result | is    | rounded to | basis |
        | level  | level | 0 decimals | cdp   |
      And this reference case
        | fact              | value |
        | points disclosure | 92 %  |
        | points awareness  | 81 %  |
        | points management | 77 %  |
        | points leadership | 0 %   |

    Scenario: awareness opened management, management did not open leadership
      When evaluated as of 2026-11-20
      Then the quantity level is 3

  Rule: Who reports, and what is excused in the first year
    Background:
      Given these facts
        | fact        | label               | type   | at least | multiple of |
        | application | year of application | number | 1        | 1           |
        | told_3      | scope 3 told        | flag   |          |             |
      And these conditions
        | condition | label            | holds when                                                       | basis |
        | reports   | has to report    | employees is more than 1000; turnover is more than 450000000 EUR | csrd  |
        | complete  | scope 3 complete | scope 3 told is yes                                              | ifrs  |
        | complete  |                  | year of application is 1                                         | ifrs  |
      And these gates
        | id  | gate                | requires               | applies when        | basis |
        | D-1 | Scope 3 or relieved | scope 3 complete holds | has to report holds | ifrs  |
      And this reference case
        | fact                | value |
        | year of application | 2     |
        | scope 3 told        | no    |

    Scenario: a thousand employees are not above a thousand
      Given employees is 1000
      And turnover is 500000000 EUR
      When evaluated as of 2027-11-20
      Then gate D-1 is not applicable

    Scenario: in the second year nothing is excused
      Given employees is 1001
      And turnover is 500000000 EUR
      When evaluated as of 2027-11-20
      Then gate D-1 is not met
