# language: en
Feature: Holding and penalties

  Background:
    Given the scorecard cbam-importer
    And these facts
      | fact                     | label                              | type   | unit  | one of                    | at least | evidence         |
      | holding_basis            | basis of the holding               | choice |       | default_values, last_year |          |                  |
      | quarter_start            | first day of the quarter           | date   |       |                           |          |                  |
      | quarter_end              | last day of the quarter            | date   |       |                           |          |                  |
      | certificates_held        | certificates held                  | number | tCO2e |                           | 0        | registry-extract |
      | certificates_due         | certificates due                   | number | tCO2e |                           | 0        |                  |
      | certificates_surrendered | certificates surrendered           | number | tCO2e |                           | 0        | registry-extract |
      | certificates_previous    | certificates surrendered last year | number | tCO2e |                           | 0        | registry-extract |
      | penalty_index            | index of the penalty               | number |       |                           | 1        |                  |
    And this reference case
      | fact                               | value          |
      | first day of the quarter           | 2026-10-01     |
      | last day of the quarter            | 2026-12-31     |
      | certificates held                  | 0 tCO2e        |
      | certificates due                   | 120 tCO2e      |
      | certificates surrendered           | 120 tCO2e      |
      | certificates surrendered last year | 0 tCO2e        |
      | basis of the holding               | default_values |
      | index of the penalty               | 1              |

  Rule: Half of the certificates at the end of each quarter, from 2027
    Background:
      Given for each imported good the quantity default value (default_value), in tCO2e/t, from column total, on basis holding
        | in       | with                                             |
        | defaults | cn_code is CN code; country is country of origin |
        | defaults | cn_code is CN code; country is 'other'           |
      And for each imported good the quantity route of the default value (default_route), a word from column route, on basis holding
        | in       | with                                             |
        | defaults | cn_code is CN code; country is country of origin |
        | defaults | cn_code is CN code; country is 'other'           |
      And for each imported good the quantity benchmark of column B (benchmark), in tCO2e/t, from column value, on basis holding
        | in         | with                                                                                                   |
        | benchmarks | cn_code is CN code; column is 'B'; route is route of the default value; year is year of date of import |
      And for each imported good the quantity retained share (retained_share), from column retained, on basis holding
        | in     | with                           |
        | shares | year is year of date of import |
      And for each imported good the quantity correction factor (correction), from column cscf, on basis holding
        | in     | with                           |
        | shares | year is year of date of import |
      And the quantity unknown part of free allocation (unknown_part), on basis later
        | is                                                                                          |
        | undetermined, because neither the correction factor nor the benchmarks after 2030 are known |
      And the quantity part of free allocation retained after 2030 (later_part), on basis later
        | is                                              | when                                  |
        | 1                                               | free allocation after 2030 is as_2030 |
        | 0                                               | free allocation after 2030 is none    |
        | min(max(unknown part of free allocation, 0), 1) | otherwise                             |
      And for each imported good the quantity benchmark of column B in 2030 (benchmark_2030), in tCO2e/t, from column value, on basis later
        | in         | with                                                                                   |
        | benchmarks | cn_code is CN code; column is 'B'; route is route of the default value; year is '2030' |
      And the quantity certificates of last year usable (1 = yes) (by_last_year)
        | is | when                                                                       | basis                             |
        | 1  | basis of the holding is last_year; last day of the year is from 2028-12-31 | holding-previous, holding-reading |
        | 0  | otherwise                                                                  | holding                           |
      And for each imported good the quantity free allocation (allocation), in tCO2e/t
        | is                                                                                           | when                              | basis   |
        | 0 tCO2e/t                                                                                    | retained share is 0               | holding |
        | retained share * part of free allocation retained after 2030 * benchmark of column B in 2030 | date of import is from 2031-01-01 | later   |
        | retained share * correction factor * benchmark of column B                                   | otherwise                         | holding |
      And for each imported good the quantity base by default values (default_base), in tCO2e, on basis holding
        | is                                                         |
        | max(default value - free allocation, 0 tCO2e/t) * net mass |
      And for each imported good the quantity base of the holding (base), in tCO2e
        | is                                          | when                                                     | basis            |
        | base by default values                      | certificates of last year usable (1 = yes) is 0          | holding          |
        | base by default values                      | declared last year is no                                 | holding-reading  |
        | 0 tCO2e                                     | interpretation of the certificates of last year is whole | holding-previous |
        | net mass * certificates per tonne last year | otherwise                                                | holding-reading  |
      And for each imported good the quantity mass not declared last year (new_mass), in t, on basis holding-previous
        | is       | when                      |
        | 0 t      | declared last year is yes |
        | net mass | otherwise                 |
      And the quantity mass up to the end of the quarter (mass_until), in t, the sum of net mass over goods lines, on basis threshold
        | where                                                                                                                                                                                                      |
        | sector is one of cement, fertilisers, iron_and_steel, aluminium; group of the country is third; date of import is after last day of the year minus 1 year; date of import is until last day of the quarter |
      And the quantity mass before the quarter (mass_earlier), in t, the sum of net mass over goods lines, on basis holding-start
        | where                                                                                                                                                                                                        |
        | sector is one of cement, fertilisers, iron_and_steel, aluminium; group of the country is third; date of import is after last day of the year minus 1 year; date of import is before first day of the quarter |
      And the quantity hydrogen up to the end of the quarter (hydrogen_until), in t, the sum of net mass over goods lines, on basis threshold
        | where                                                                                                                                                         |
        | sector is hydrogen; group of the country is third; date of import is after last day of the year minus 1 year; date of import is until last day of the quarter |
      And the quantity base of all lines (all_base), in tCO2e, the sum of base of the holding over goods lines, on basis holding
        | where                                                                                                                                                                                                                |
        | sector is one of cement, fertilisers, iron_and_steel, aluminium, hydrogen; group of the country is third; date of import is after last day of the year minus 1 year; date of import is until last day of the quarter |
      And the quantity base of hydrogen (hydrogen_base), in tCO2e, the sum of base of the holding over goods lines, on basis holding-lines
        | where                                                                                                                                                         |
        | sector is hydrogen; group of the country is third; date of import is after last day of the year minus 1 year; date of import is until last day of the quarter |
      And the quantity total mass not declared last year (mass_new), in t, the sum of mass not declared last year over goods lines, on basis holding-previous
        | where                                                                                                                                                                                                                |
        | sector is one of cement, fertilisers, iron_and_steel, aluminium, hydrogen; group of the country is third; date of import is after last day of the year minus 1 year; date of import is until last day of the quarter |
      And the quantity usable number of last year (number_counted), in tCO2e
        | is                                 | when                                                                                                      | basis            |
        | certificates surrendered last year | certificates of last year usable (1 = yes) is 1; interpretation of the certificates of last year is whole | holding-previous |
        | 0 tCO2e                            | otherwise                                                                                                 | holding          |
      And the quantity half of the emissions (half), in tCO2e
        | is                                                     | when                                                   | basis         |
        | 0 tCO2e                                                | last day of the year is before 2027-12-31              | holding       |
        | 0.5 * (base of all lines + usable number of last year) | mass up to the end of the quarter is more than 50 t    | holding       |
        | 0.5 * (base of hydrogen + usable number of last year)  | hydrogen up to the end of the quarter is more than 0 t | holding-lines |
        | 0 tCO2e                                                | otherwise                                              | threshold     |
      And the quantity holding required (1 = yes) (bound)
        | is | when                                                                                              | basis         |
        | 1  | mass before the quarter is more than 50 t                                                         | holding-start |
        | 1  | mass up to the end of the quarter is more than 50 t; first quarter of the holding is same_quarter | holding       |
        | 0  | otherwise                                                                                         | holding-start |
      And the quantity holding required for some goods (1 = yes) (bound_at_all)
        | is | when                                                   | basis         |
        | 1  | holding required (1 = yes) is 1                        | holding-start |
        | 1  | hydrogen up to the end of the quarter is more than 0 t | threshold     |
        | 0  | otherwise                                              | holding-start |
      And the quantity certificates to hold (to_hold), in tCO2e
        | is                                                    | when                                           | basis         |
        | 0 tCO2e                                               | last day of the year is before 2027-12-31      | holding       |
        | half of the emissions                                 | holding required (1 = yes) is 1                | holding       |
        | 0.5 * (base of hydrogen + usable number of last year) | holding required for some goods (1 = yes) is 1 | holding-lines |
        | 0 tCO2e                                               | otherwise                                      | holding-start |
      And these gates
        | id | gate                                                    | requires                                                                                                                                                                                                                                                                                       | applies when                                                                                                                              | basis                                            |
        | H0 | The dates describe one quarter of the year              | first day of the quarter is on the start of the quarter of last day of the quarter; last day of the quarter is on the end of the quarter of last day of the quarter; last day of the quarter is until last day of the year; last day of the quarter is after last day of the year minus 1 year | last day of the year is from 2027-12-31; importer has obligations (1 = yes) is 1                                                          | holding                                          |
        | H1 | Half of the certificates held at the end of the quarter | certificates held is at least certificates to hold                                                                                                                                                                                                                                             | holding required for some goods (1 = yes) is 1; last day of the year is from 2027-12-31; last day of the quarter is before the as-of date | holding, holding-start, surrender-reading, proof |
        | H2 | Certificates of last year are used only from 2028       | last day of the year is from 2028-12-31                                                                                                                                                                                                                                                        | last day of the year is from 2027-12-31; basis of the holding is last_year                                                                | holding-previous, holding-reading                |
      And these findings
        | code    | finding                                                                                   | when                                                                                                                                  | severity    | basis                             |
        | H.LATER | Threshold exceeded only in this quarter: half must be held by the end of the next quarter | mass up to the end of the quarter is more than 50 t; mass before the quarter is at most 50 t; last day of the year is from 2027-12-31 | observation | holding-start                     |
        | H.NEW   | Goods not declared last year are calculated with default values                           | certificates of last year usable (1 = yes) is 1; total mass not declared last year is more than 0 t                                   | observation | holding-previous, holding-reading |
      And these results
        | result         | label                                          | is                    | rounded to | basis                     |
        | holding_half   | Half of the emissions since 1 January          | half of the emissions | 3 decimals | holding, holding-previous |
        | holding_needed | Certificates to hold at the end of the quarter | certificates to hold  | 3 decimals | holding, holding-lines    |

    Scenario Outline: half of the base of the lines since 1 January
      Given last day of the year is <year>
      And first day of the quarter is <begins>
      And last day of the quarter is <quarter>
      And goods lines are
        | line | CN code | country of origin | date of import | net mass |
        | L1   | <code>  | <country>         | <day>          | 2500 t   |
        | L2   | <other> | <second>          | <later>        | <mass> t |
      And certificates held is <held> tCO2e
      When evaluated as of 2034-07-01
      Then the quantity certificates to hold is <needed> tCO2e
      And gate H1 is <outcome>

      Examples:
        | year       | begins     | quarter    | code     | country | day        | other    | second | later      | mass | held    | needed     | outcome        |
        | 2027-12-31 | 2027-04-01 | 2027-06-30 | 72083900 | BR      | 2027-02-10 | 72083900 | BR     | 2027-07-01 | 1000 | 399     | 398.125    | met            |
        | 2027-12-31 | 2027-04-01 | 2027-06-30 | 72083900 | BR      | 2027-02-10 | 72083900 | BR     | 2027-07-01 | 1000 | 398.125 | 398.125    | met            |
        | 2027-12-31 | 2027-04-01 | 2027-06-30 | 72083900 | BR      | 2027-02-10 | 72083900 | BR     | 2027-07-01 | 1000 | 398     | 398.125    | not met        |
        | 2027-12-31 | 2027-04-01 | 2027-06-30 | 72083900 | BR      | 2027-02-10 | 72083900 | BR     | 2027-06-30 | 1000 | 399     | 557.375    | not met        |
        | 2027-12-31 | 2027-04-01 | 2027-06-30 | 72083900 | BR      | 2027-01-01 | 72083900 | BR     | 2026-12-31 | 1000 | 399     | 398.125    | met            |
        | 2027-12-31 | 2027-04-01 | 2027-06-30 | 72083900 | BR      | 2027-02-10 | 72083900 | DE     | 2027-02-10 | 1000 | 399     | 398.125    | met            |
        | 2027-12-31 | 2027-04-01 | 2027-06-30 | 72083900 | BR      | 2027-02-10 | 72044990 | BR     | 2027-02-10 | 1000 | 399     | 398.125    | met            |
        | 2027-12-31 | 2027-04-01 | 2027-06-30 | 72083900 | BR      | 2027-02-10 | 28041000 | CN     | 2027-02-10 | 1    | 500     | 409.027725 | met            |
        | 2027-12-31 | 2027-04-01 | 2027-06-30 | 72044990 | BR      | 2027-02-10 | 28041000 | CN     | 2027-02-10 | 1    | 10      | 10.902725  | not met        |
        | 2027-12-31 | 2027-04-01 | 2027-06-30 | 72083900 | BR      | 2027-05-10 | 28041000 | CN     | 2027-06-30 | 1    | 11      | 10.902725  | met            |
        | 2027-12-31 | 2027-04-01 | 2027-06-30 | 72083900 | DE      | 2027-02-10 | 28041000 | CN     | 2027-07-01 | 1    | 10      | 0          | not applicable |
        | 2027-12-31 | 2027-04-01 | 2027-06-30 | 72083900 | DE      | 2027-02-10 | 28041000 | NO     | 2027-02-10 | 1    | 10      | 0          | not applicable |
        | 2027-12-31 | 2027-04-01 | 2027-06-30 | 72083900 | DE      | 2027-02-10 | 28041000 | CN     | 2026-12-31 | 1    | 10      | 0          | not applicable |
        | 2026-12-31 | 2026-10-01 | 2026-12-31 | 72083900 | BR      | 2026-02-10 | 72083900 | BR     | 2026-04-01 | 1000 | 0       | 0          | not applicable |
        | 2026-12-31 | 2026-10-01 | 2026-12-31 | 72083900 | DE      | 2026-02-10 | 28041000 | CN     | 2026-04-01 | 1    | 0       | 0          | not applicable |
        | 2034-12-31 | 2034-04-01 | 2034-06-30 | 72083900 | BR      | 2034-02-10 | 72083900 | BR     | 2034-07-01 | 1000 | 2025    | 2025       | met            |

    Scenario Outline: after 2030 with an assumption
      Given the setting free allocation after 2030 is <later>
      And the setting first quarter of the holding is same_quarter
      And last day of the year is <year>
      And first day of the quarter is <begins>
      And last day of the quarter is <quarter>
      And goods lines are
        | line | CN code  | country of origin | date of import | net mass |
        | L1   | 72083900 | BR                | <day>          | 2500 t   |
      And certificates held is 2000 tCO2e
      When evaluated as of 2034-07-01
      Then the quantity certificates to hold is <needed> tCO2e
      And gate H1 is <outcome>

      Examples:
        | later   | year       | begins     | quarter    | day        | needed    | outcome |
        | as_2030 | 2030-12-31 | 2030-10-01 | 2030-12-31 | 2030-12-31 | 1143.0625 | met     |
        | none    | 2030-12-31 | 2030-10-01 | 2030-12-31 | 2030-12-31 | 1143.0625 | met     |
        | as_2030 | 2031-12-31 | 2031-01-01 | 2031-03-31 | 2031-01-01 | 1357.125  | met     |
        | none    | 2031-12-31 | 2031-01-01 | 2031-03-31 | 2031-01-01 | 2025      | not met |
        | as_2030 | 2033-12-31 | 2033-01-01 | 2033-03-31 | 2033-02-10 | 1785.25   | met     |

    Scenario: after 2030 without an assumption the certificates to hold are a range
      Given the setting first quarter of the holding is same_quarter
      And last day of the year is 2031-12-31
      And first day of the quarter is 2031-01-01
      And last day of the quarter is 2031-03-31
      And goods lines are
        | line | CN code  | country of origin | date of import | net mass |
        | L1   | 72083900 | BR                | 2031-01-01     | 2500 t   |
      When evaluated as of 2034-07-01
      Then the quantity certificates to hold is between 1357.125 tCO2e and 2025 tCO2e

    Scenario Outline: the holding starts in the quarter after the threshold is exceeded
      Given the setting first quarter of the holding is <start>
      And last day of the year is <year>
      And first day of the quarter is <begins>
      And last day of the quarter is <quarter>
      And goods lines are
        | line | CN code | country of origin | date of import | net mass |
        | L1   | <code>  | <country>         | <day>          | <mass> t |
      And certificates held is 0 tCO2e
      When evaluated as of 2034-07-01
      Then the quantity half of the emissions is <half> tCO2e
      And gate H1 is <outcome>
      And <later>

      Examples:
        | start        | year       | begins     | quarter    | code     | country | day        | mass   | half       | outcome        | later                            |
        | next_quarter | 2027-12-31 | 2027-01-01 | 2027-03-31 | 72083900 | BR      | 2027-03-31 | 2500   | 398.125    | not applicable | an observation H.LATER is raised |
        | same_quarter | 2027-12-31 | 2027-01-01 | 2027-03-31 | 72083900 | BR      | 2027-03-31 | 2500   | 398.125    | not met        | an observation H.LATER is raised |
        | next_quarter | 2027-12-31 | 2027-04-01 | 2027-06-30 | 72083900 | BR      | 2027-03-31 | 2500   | 398.125    | not met        | no finding H.LATER is raised     |
        | next_quarter | 2027-12-31 | 2027-04-01 | 2027-06-30 | 72083900 | BR      | 2027-04-01 | 2500   | 398.125    | not applicable | an observation H.LATER is raised |
        | next_quarter | 2027-12-31 | 2027-07-01 | 2027-09-30 | 72083900 | BR      | 2027-06-30 | 2500   | 398.125    | not met        | no finding H.LATER is raised     |
        | next_quarter | 2027-12-31 | 2027-10-01 | 2027-12-31 | 72083900 | BR      | 2027-09-30 | 2500   | 398.125    | not met        | no finding H.LATER is raised     |
        | next_quarter | 2027-12-31 | 2027-10-01 | 2027-12-31 | 72083900 | BR      | 2027-10-01 | 2500   | 398.125    | not applicable | an observation H.LATER is raised |
        | next_quarter | 2027-12-31 | 2027-04-01 | 2027-06-30 | 72083900 | BR      | 2027-03-31 | 50.001 | 7.96265925 | not met        | no finding H.LATER is raised     |
        | next_quarter | 2027-12-31 | 2027-04-01 | 2027-06-30 | 72083900 | BR      | 2027-03-31 | 50     | 0          | not applicable | no finding H.LATER is raised     |
        | same_quarter | 2027-12-31 | 2027-01-01 | 2027-03-31 | 72083900 | BR      | 2027-03-31 | 50     | 0          | not applicable | no finding H.LATER is raised     |
        | same_quarter | 2027-12-31 | 2027-01-01 | 2027-03-31 | 72083900 | BR      | 2027-04-01 | 2500   | 0          | not applicable | no finding H.LATER is raised     |
        | same_quarter | 2027-12-31 | 2027-01-01 | 2027-03-31 | 72083900 | BR      | 2026-12-31 | 2500   | 0          | not applicable | no finding H.LATER is raised     |
        | same_quarter | 2027-12-31 | 2027-01-01 | 2027-03-31 | 72083900 | DE      | 2027-01-01 | 2500   | 0          | not applicable | no finding H.LATER is raised     |
        | same_quarter | 2027-12-31 | 2027-01-01 | 2027-03-31 | 72044990 | BR      | 2027-01-01 | 2500   | 0          | not applicable | no finding H.LATER is raised     |
        | same_quarter | 2026-12-31 | 2026-10-01 | 2026-12-31 | 72083900 | BR      | 2026-12-01 | 2500   | 0          | not applicable | no finding H.LATER is raised     |

    Scenario Outline: half of the number surrendered last year for the same goods
      Given last day of the year is <year>
      And first day of the quarter is <begins>
      And last day of the quarter is <quarter>
      And the setting interpretation of the certificates of last year is <reading>
      And basis of the holding is <by>
      And certificates surrendered last year is 1000 tCO2e
      And goods lines are
        | line | CN code  | country of origin | date of import | net mass | declared last year | certificates per tonne last year |
        | L1   | 72083900 | BR                | <first>        | 2000 t   | yes                | 0.25 tCO2e/t                     |
        | L2   | 72083900 | IN                | <second>       | 100 t    | <before>           | 0.5 tCO2e/t                      |
      And certificates held is <held> tCO2e
      When evaluated as of 2034-07-01
      Then the quantity certificates to hold is <needed> tCO2e
      And gate H1 is <outcome>
      And gate H2 is <open>
      And <new>

      Examples:
        | year       | begins     | quarter    | reading   | by             | first      | second     | before | held    | needed  | outcome        | open           | new                            |
        | 2028-12-31 | 2028-04-01 | 2028-06-30 | whole     | last_year      | 2028-02-10 | 2028-02-10 | yes    | 500     | 500     | met            | met            | no finding H.NEW is raised     |
        | 2028-12-31 | 2028-04-01 | 2028-06-30 | whole     | last_year      | 2028-02-10 | 2028-02-10 | yes    | 499.999 | 500     | not met        | met            | no finding H.NEW is raised     |
        | 2028-12-31 | 2028-04-01 | 2028-06-30 | per_tonne | last_year      | 2028-02-10 | 2028-02-10 | yes    | 275     | 275     | met            | met            | no finding H.NEW is raised     |
        | 2028-12-31 | 2028-04-01 | 2028-06-30 | whole     | last_year      | 2028-02-10 | 2028-02-10 | no     | 500     | 652.35  | not met        | met            | an observation H.NEW is raised |
        | 2028-12-31 | 2028-04-01 | 2028-06-30 | whole     | last_year      | 2028-02-10 | 2028-07-01 | no     | 500     | 500     | met            | met            | no finding H.NEW is raised     |
        | 2028-12-31 | 2028-04-01 | 2028-06-30 | whole     | default_values | 2028-02-10 | 2028-02-10 | yes    | 500     | 539.35  | not met        | not applicable | no finding H.NEW is raised     |
        | 2028-12-31 | 2028-04-01 | 2028-06-30 | whole     | default_values | 2028-02-10 | 2028-02-10 | no     | 500     | 539.35  | not met        | not applicable | no finding H.NEW is raised     |
        | 2027-12-31 | 2027-04-01 | 2027-06-30 | whole     | last_year      | 2027-02-10 | 2027-02-10 | no     | 467     | 467.425 | not met        | not met        | no finding H.NEW is raised     |
        | 2026-12-31 | 2026-10-01 | 2026-12-31 | whole     | last_year      | 2026-02-10 | 2026-02-10 | no     | 0       | 0       | not applicable | not applicable | no finding H.NEW is raised     |

    Scenario Outline: the first and last day must belong to one quarter
      Given last day of the year is <year>
      And first day of the quarter is <begins>
      And last day of the quarter is <quarter>
      And goods lines are
        | line | CN code  | country of origin | date of import | net mass |
        | L1   | 72083900 | BR                | <day>          | <mass> t |
      When evaluated as of 2027-12-31
      Then gate H0 is <outcome>

      Examples:
        | year       | begins     | quarter    | day        | mass | outcome        |
        | 2027-12-31 | 2027-01-01 | 2027-03-31 | 2027-01-01 | 51   | met            |
        | 2027-12-31 | 2027-04-01 | 2027-06-30 | 2027-01-01 | 51   | met            |
        | 2027-12-31 | 2027-10-01 | 2027-12-31 | 2027-01-01 | 51   | met            |
        | 2027-12-31 | 2027-04-01 | 2027-09-30 | 2027-01-01 | 51   | not met        |
        | 2027-12-31 | 2027-04-02 | 2027-06-30 | 2027-01-01 | 51   | not met        |
        | 2027-12-31 | 2027-03-01 | 2027-05-31 | 2027-01-01 | 51   | not met        |
        | 2027-12-31 | 2027-04-01 | 2027-06-29 | 2027-01-01 | 51   | not met        |
        | 2027-12-31 | 2028-01-01 | 2028-03-31 | 2027-01-01 | 51   | not met        |
        | 2027-12-31 | 2026-10-01 | 2026-12-31 | 2027-01-01 | 51   | not met        |
        | 2027-12-31 | 2027-04-02 | 2027-06-30 | 2027-01-01 | 50   | not applicable |
        | 2026-12-31 | 2027-04-02 | 2027-06-30 | 2026-06-01 | 51   | not applicable |

    Scenario Outline: the holding is tested only after the quarter has ended
      Given last day of the year is 2027-12-31
      And first day of the quarter is 2027-04-01
      And last day of the quarter is 2027-06-30
      And goods lines are
        | line | CN code  | country of origin | date of import | net mass |
        | L1   | 72083900 | BR                | 2027-02-10     | 2500 t   |
      When evaluated as of <today>
      Then the result Certificates to hold at the end of the quarter is 398.125 tCO2e
      And gate H1 is <outcome>

      Examples:
        | today      | outcome        |
        | 2027-05-01 | not applicable |
        | 2027-06-30 | not applicable |
        | 2027-07-01 | not met        |

    Scenario: in 2026 no holding is required
      Given first day of the quarter is missing
      And last day of the quarter is missing
      And basis of the holding is missing
      When evaluated as of 2026-11-20
      Then the quantity certificates to hold is 0 tCO2e
      And gate H1 is not applicable
      And gate H2 is not applicable

    Scenario: the results of the holding
      When evaluated as of 2026-11-20
      Then the result Certificates to hold at the end of the quarter is 0 tCO2e
      And the result Half of the emissions since 1 January is 0 tCO2e

  Rule: Penalty exposure
    Background:
      Given for each imported good the quantity mark-up of the line (rate), from column rate, on basis penalty
        | in       | with                                             |
        | mark_ups | sector is sector; year is year of date of import |
      And for each imported good the quantity certificates by default values (unpaid), in tCO2e, on basis penalty
        | is                                                                                     |
        | max(default value * (1 + mark-up of the line) - free allocation, 0 tCO2e/t) * net mass |
      And the quantity certificates of all lines (unpaid_all), in tCO2e, the sum of certificates by default values over goods lines, on basis penalty
        | where                                                                                                                                                                                                             |
        | sector is one of cement, fertilisers, iron_and_steel, aluminium, hydrogen; group of the country is third; date of import is after last day of the year minus 1 year; date of import is until last day of the year |
      And the quantity certificates of hydrogen (unpaid_hydrogen), in tCO2e, the sum of certificates by default values over goods lines, on basis penalty
        | where                                                                                                                                                      |
        | sector is hydrogen; group of the country is third; date of import is after last day of the year minus 1 year; date of import is until last day of the year |
      And the quantity certificates of the year (unpaid_year), in tCO2e, on basis penalty
        | is                        | when                              |
        | certificates of all lines | threshold exceeded (1 = yes) is 1 |
        | certificates of hydrogen  | otherwise                         |
      And the quantity certificates not surrendered yet (open), in tCO2e
        | is                                                        | when                                    | basis                        |
        | 0 tCO2e                                                   | importer has obligations (1 = yes) is 0 | threshold, surrender-reading |
        | max(certificates due - certificates surrendered, 0 tCO2e) | otherwise                               | surrender, proof             |
      And the quantity certificates still due until 30 September (still_due), in tCO2e, on basis surrender, surrender-reading
        | is                               | when                                                       |
        | certificates not surrendered yet | the as-of date is until last day of the year plus 9 months |
        | 0 tCO2e                          | otherwise                                                  |
      And the quantity certificates missing (missing), in tCO2e, on basis penalty, surrender, surrender-reading
        | is                               | when                                                       |
        | 0 tCO2e                          | the as-of date is until last day of the year plus 9 months |
        | certificates not surrendered yet | otherwise                                                  |
      And the quantity penalty for missing certificates (missing_penalty), in EUR
        | is                                                          | when                              | basis                   |
        | 0 EUR                                                       | entitled to import (1 = yes) is 0 | penalty                 |
        | certificates missing * 100 EUR/tCO2e * index of the penalty | otherwise                         | penalty, penalty-amount |
      And the quantity lowest penalty without status (lowest_penalty), in EUR, on basis penalty
        | is                                                                  | when                                                                       |
        | 3 * certificates of the year * 100 EUR/tCO2e * index of the penalty | entitled to import (1 = yes) is 0; importer has obligations (1 = yes) is 1 |
        | 0 EUR                                                               | otherwise                                                                  |
      And the quantity highest penalty without status (highest_penalty), in EUR, on basis penalty
        | is                                                                  | when                                                                       |
        | 5 * certificates of the year * 100 EUR/tCO2e * index of the penalty | entitled to import (1 = yes) is 0; importer has obligations (1 = yes) is 1 |
        | 0 EUR                                                               | otherwise                                                                  |
      And the quantity penalty without status if reduced (reduced_penalty), in EUR, on basis penalty
        | is                                                              | when                                                                                                                                |
        | certificates of the year * 100 EUR/tCO2e * index of the penalty | entitled to import (1 = yes) is 0; mass counted for the threshold is more than 50 t; mass counted for the threshold is at most 55 t |
        | lowest penalty without status                                   | otherwise                                                                                                                           |
      And these findings
        | code      | finding                                                                              | when                                                                                                                                | severity    | basis   |
        | P.MISSING | Certificates are missing and must be surrendered in addition to the penalty          | certificates missing is more than 0 tCO2e                                                                                           | major       | penalty |
        | P.SMALL   | Threshold exceeded by at most ten percent without status: the penalty may be reduced | entitled to import (1 = yes) is 0; mass counted for the threshold is more than 50 t; mass counted for the threshold is at most 55 t | observation | penalty |
      And these results
        | result               | label                                                             | is                                        | rounded to | basis              |
        | certificates_open    | Certificates still to be surrendered by 30 September              | certificates still due until 30 September | 5 decimals | surrender          |
        | certificates_missing | Certificates missing after 30 September                           | certificates missing                      | 5 decimals | surrender, penalty |
        | penalty_missing      | Penalty for missing certificates                                  | penalty for missing certificates          | 2 decimals | penalty            |
        | penalty_lowest       | Minimum penalty without status                                    | lowest penalty without status             | 2 decimals | penalty            |
        | penalty_reduced      | Minimum penalty without status after reduction                    | penalty without status if reduced         | 2 decimals | penalty            |
        | penalty_certificates | Certificates that should have been surrendered, by default values | certificates of the year                  | 3 decimals | penalty            |
        | penalty_highest      | Maximum penalty without status                                    | highest penalty without status            | 2 decimals | penalty            |

    Scenario Outline: penalties for 120 missing certificates or for missing status
      Given authorised declarant is <authorised>
      And certificates surrendered is <surrendered> tCO2e
      And index of the penalty is <index>
      And goods lines are
        | line | CN code  | country of origin | date of import | net mass |
        | L1   | 72083900 | <country>         | <day>          | <mass> t |
        | L2   | <other>  | <second>          | <later>        | 1 t      |
      When evaluated as of 2028-11-20
      Then the result Penalty for missing certificates is <missing> EUR
      And the result Minimum penalty without status is <lowest> EUR
      And the result Maximum penalty without status is <highest> EUR
      And the result Minimum penalty without status after reduction is <reduced> EUR
      And the result Certificates that should have been surrendered, by default values is <base> tCO2e
      And <small>

      Examples:
        | authorised | surrendered | index | country | day        | mass   | other    | second | later      | missing | lowest      | highest      | reduced     | base        | small                            |
        | yes        | 0           | 1     | BR      | 2026-05-10 | 100    | 72044990 | BR     | 2026-05-10 | 12000   | 0           | 0            | 0           | 44.625      | no finding P.SMALL is raised     |
        | yes        | 0           | 1.25  | BR      | 2026-05-10 | 100    | 72044990 | BR     | 2026-05-10 | 15000   | 0           | 0            | 0           | 44.625      | no finding P.SMALL is raised     |
        | yes        | 121         | 1     | BR      | 2026-05-10 | 100    | 72044990 | BR     | 2026-05-10 | 0       | 0           | 0            | 0           | 44.625      | no finding P.SMALL is raised     |
        | yes        | 0           | 1     | BR      | 2026-05-10 | 55     | 72044990 | BR     | 2026-05-10 | 12000   | 0           | 0            | 0           | 24.54375    | no finding P.SMALL is raised     |
        | no         | 0           | 1     | BR      | 2026-05-10 | 100    | 72044990 | BR     | 2026-05-10 | 0       | 13387.5     | 22312.5      | 13387.5     | 44.625      | no finding P.SMALL is raised     |
        | no         | 0           | 1.25  | BR      | 2026-05-10 | 100    | 72044990 | BR     | 2026-05-10 | 0       | 16734.375   | 27890.625    | 16734.375   | 44.625      | no finding P.SMALL is raised     |
        | no         | 0           | 1     | BR      | 2026-05-10 | 55     | 72044990 | BR     | 2026-05-10 | 0       | 7363.125    | 12271.875    | 2454.375    | 24.54375    | an observation P.SMALL is raised |
        | no         | 0           | 1     | BR      | 2026-05-10 | 55.001 | 72044990 | BR     | 2026-05-10 | 0       | 7363.258875 | 12272.098125 | 7363.258875 | 24.54419625 | no finding P.SMALL is raised     |
        | no         | 0           | 1     | BR      | 2026-05-10 | 50.001 | 72044990 | BR     | 2026-05-10 | 0       | 6693.883875 | 11156.473125 | 2231.294625 | 22.31294625 | an observation P.SMALL is raised |
        | no         | 0           | 1     | BR      | 2026-05-10 | 50     | 72044990 | BR     | 2026-05-10 | 0       | 0           | 0            | 0           | 0           | no finding P.SMALL is raised     |
        | no         | 0           | 1     | BR      | 2026-05-10 | 50     | 28041000 | CN     | 2026-05-10 | 0       | 7302.6675   | 12171.1125   | 7302.6675   | 24.342225   | no finding P.SMALL is raised     |
        | no         | 0           | 1     | BR      | 2026-05-10 | 50     | 28041000 | NO     | 2026-05-10 | 0       | 0           | 0            | 0           | 0           | no finding P.SMALL is raised     |
        | no         | 0           | 1     | BR      | 2026-05-10 | 50     | 28041000 | CN     | 2025-12-31 | 0       | 0           | 0            | 0           | 0           | no finding P.SMALL is raised     |
        | no         | 0           | 1     | BR      | 2026-05-10 | 50     | 28041000 | CN     | 2027-01-01 | 0       | 0           | 0            | 0           | 0           | no finding P.SMALL is raised     |
        | no         | 0           | 1     | BR      | 2026-05-10 | 100    | 72083900 | DE     | 2026-05-10 | 0       | 13387.5     | 22312.5      | 13387.5     | 44.625      | no finding P.SMALL is raised     |
        | no         | 0           | 1     | BR      | 2026-05-10 | 100    | 72083900 | BR     | 2025-12-31 | 0       | 13387.5     | 22312.5      | 13387.5     | 44.625      | no finding P.SMALL is raised     |
        | no         | 0           | 1     | BR      | 2026-05-10 | 100    | 72083900 | BR     | 2027-01-01 | 0       | 13387.5     | 22312.5      | 13387.5     | 44.625      | no finding P.SMALL is raised     |

    Scenario Outline: missing certificates must still be surrendered
      Given certificates surrendered is <surrendered> tCO2e
      When evaluated as of 2027-10-01
      Then <raised>

      Examples:
        | surrendered | raised                                    |
        | 119.99999   | a major nonconformity P.MISSING is raised |
        | 120         | no finding P.MISSING is raised            |

    Scenario Outline: certificates of a year are missing from the day after 30 September of the next year
      Given last day of the year is <year>
      And certificates surrendered is 0 tCO2e
      And goods lines are
        | line | CN code  | country of origin | date of import | net mass |
        | L1   | 72083900 | BR                | <imported>     | <mass> t |
      When evaluated as of <today>
      Then the result Certificates still to be surrendered by 30 September is <open> tCO2e
      And the result Certificates missing after 30 September is <missing> tCO2e
      And the result Penalty for missing certificates is <penalty> EUR
      And <raised>

      Examples:
        | year       | imported   | mass   | today      | open | missing | penalty | raised                                    |
        | 2026-12-31 | 2026-05-10 | 50.001 | 2026-11-20 | 120  | 0       | 0       | no finding P.MISSING is raised            |
        | 2026-12-31 | 2026-05-10 | 50.001 | 2026-12-31 | 120  | 0       | 0       | no finding P.MISSING is raised            |
        | 2026-12-31 | 2026-05-10 | 50.001 | 2027-09-30 | 120  | 0       | 0       | no finding P.MISSING is raised            |
        | 2026-12-31 | 2026-05-10 | 50.001 | 2027-10-01 | 0    | 120     | 12000   | a major nonconformity P.MISSING is raised |
        | 2027-12-31 | 2027-05-10 | 50.001 | 2027-10-01 | 120  | 0       | 0       | no finding P.MISSING is raised            |
        | 2027-12-31 | 2027-05-10 | 50.001 | 2028-09-30 | 120  | 0       | 0       | no finding P.MISSING is raised            |
        | 2027-12-31 | 2027-05-10 | 50.001 | 2028-10-01 | 0    | 120     | 12000   | a major nonconformity P.MISSING is raised |
        | 2026-12-31 | 2026-05-10 | 50     | 2027-09-30 | 0    | 0       | 0       | no finding P.MISSING is raised            |
        | 2026-12-31 | 2026-05-10 | 50     | 2027-10-01 | 0    | 0       | 0       | no finding P.MISSING is raised            |

    Scenario: surrendered certificates are proven by an extract of the registry
      Given evidence for certificates surrendered is missing
      When evaluated as of 2027-10-01
      Then the quantity certificates missing is between 0 tCO2e and 120 tCO2e
