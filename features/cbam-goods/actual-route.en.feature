# language: en
Feature: Actual values

  Background:
    Given the scorecard cbam-goods
    And these facts
      | fact             | label                                                | type                       | unit    | one of                                    | at least | may lie ahead |
      | own_direct       | direct emissions of the process per tonne of goods   | number                     | tCO2e/t |                                           | 0        |               |
      | own_indirect     | indirect emissions of the process per tonne of goods | number                     | tCO2e/t |                                           | 0        |               |
      | production_route | production route                                     | choice                     |         | no_route, A, B, C, D, E, F, G, H, J, K, L |          |               |
      | produced_until   | last day of the period of production                 | date                       |         |                                           |          | yes           |
      | activity_level   | activity level                                       | number                     | t       |                                           | 0.001    |               |
      | precursors       | precursors                                           | list of precursor material |         |                                           |          |               |
    And each precursor has
      | field               | label                                              | type   | unit    | one of                      | at least | counts in some cases only |
      | name                | name                                               | text   |         |                             |          |                           |
      | code                | precursor code                                     | text   |         |                             |          |                           |
      | origin              | origin                                             | text   |         |                             |          |                           |
      | consumed            | mass consumed                                      | number | t       |                             | 0        |                           |
      | method              | determination of the precursor emissions           | choice |         | default_value, actual_value |          |                           |
      | direct              | reported direct emissions per tonne of precursor   | number | tCO2e/t |                             | 0        |                           |
      | indirect            | reported indirect emissions per tonne of precursor | number | tCO2e/t |                             | 0        |                           |
      | stated_allocation   | reported free allocation per tonne of precursor    | number | tCO2e/t |                             | 0        |                           |
      | accredited          | report by an accredited verifier                   | flag   |         |                             |          | yes                       |
      | period_covered      | report covers the production of the precursor      | flag   |         |                             |          | yes                       |
      | allocation_verified | free allocation verified                           | flag   |         |                             |          |                           |
    And precursor is called precursor material
    And no two precursors share a name
    And this reference case
      | fact                                                 | value       |
      | direct emissions of the process per tonne of goods   | 1.9 tCO2e/t |
      | indirect emissions of the process per tonne of goods | 0.1 tCO2e/t |
      | production route                                     | no_route    |
      | last day of the period of production                 | 2026-12-31  |
      | activity level                                       | 1000 t      |
      | precursors                                           | none        |

  Rule: Emissions of precursors
    Background:
      Given for each precursor material the quantity sector of the precursor (precursor_sector), a word from column sector, on basis scope
        | in      | with                      |
        | annex_i | cn_code is precursor code |
        | outside | cn_code is precursor code |
      And for each precursor material the quantity precursor emissions counted (precursor_counted), a word from column emissions
        | in      | with                      | basis   |
        | annex_i | cn_code is precursor code | counted |
        | outside | cn_code is precursor code | scope   |
      And for each precursor material the quantity group of the origin (origin_group), a word from column group, on basis eu-origin
        | in     | with              |
        | groups | country is origin |
      And for each precursor material the quantity default value of the origin (known_default), in tCO2e/t, from column total, on basis defaults
        | in       | with                                          |
        | defaults | cn_code is precursor code; country is origin  |
        | defaults | cn_code is precursor code; country is 'other' |
      And for each precursor material the quantity route of the origin (known_route), a word from column route, on basis defaults
        | in       | with                                          |
        | defaults | cn_code is precursor code; country is origin  |
        | defaults | cn_code is precursor code; country is 'other' |
      And for each precursor material the quantity default value of unknown origin (highest), in tCO2e/t, from column total, on basis unknown-origin
        | in      | with                      |
        | unknown | cn_code is precursor code |
      And for each precursor material the quantity route of unknown origin (highest_route_there), a word from column route, on basis unknown-origin
        | in      | with                      |
        | unknown | cn_code is precursor code |
      And for each precursor material the quantity mark-up of the precursor (precursor_rate), from column rate, on basis precursor-raise
        | in       | with                                                              |
        | mark_ups | sector is sector of the precursor; year is year of date of import |
      And for each precursor material the quantity accepted as verified (1 = yes) (verified), on basis precursor-report
        | is | when                                                                                                                                                    |
        | 1  | determination of the precursor emissions is actual_value; report by an accredited verifier is yes; report covers the production of the precursor is yes |
        | 0  | otherwise                                                                                                                                               |
      And for each precursor material the quantity default value before mark-up (plain_default), in tCO2e/t
        | is                              | when              | basis          |
        | default value of unknown origin | origin is unknown | unknown-origin |
        | default value of the origin     | otherwise         | defaults       |
      And for each precursor material the quantity default value used (raised_default), in tCO2e/t, on basis precursor-raise
        | is                                                            | when                                            |
        | default value before mark-up * (1 + mark-up of the precursor) | mark-up on default values of precursors is with |
        | default value before mark-up                                  | otherwise                                       |
      And for each precursor material the quantity specific emissions of the precursor (precursor_see), in tCO2e/t
        | is                                                                                                    | when                                               | basis            |
        | 0 tCO2e/t                                                                                             | group of the origin is not third                   | eu-origin        |
        | 0 tCO2e/t                                                                                             | sector of the precursor is outside                 | no-precursor     |
        | default value used                                                                                    | accepted as verified (1 = yes) is 0                | precursor-report |
        | reported direct emissions per tonne of precursor + reported indirect emissions per tonne of precursor | precursor emissions counted is direct_and_indirect | counted, formula |
        | reported direct emissions per tonne of precursor                                                      | otherwise                                          | counted, formula |
      And for each precursor material the quantity embedded emissions from the precursor (part), in tCO2e/t, on basis formula
        | is                                                                   |
        | mass consumed / activity level * specific emissions of the precursor |
      And the quantity embedded emissions from all precursors (embedded), in tCO2e/t, the sum of embedded emissions from the precursor over precursors, on basis formula

    Scenario Outline: Annex II is applied to each precursor separately
      Given the setting mark-up on default values of precursors is <reading>
      And precursors are
        | name | precursor code | origin   | mass consumed | determination of the precursor emissions   | reported direct emissions per tonne of precursor | reported indirect emissions per tonne of precursor | reported free allocation per tonne of precursor | report by an accredited verifier | report covers the production of the precursor | free allocation verified |
        | P    | <code>         | <origin> | <mass> t      | <determination of the precursor emissions> | <direct>                                         | <indirect>                                         |                                                 | <accredited>                     | <covered>                                     | no                       |
      When evaluated as of 2026-11-20
      Then the quantity embedded emissions from all precursors is <embedded> tCO2e/t

      Examples:
        | code     | origin  | mass | determination of the precursor emissions | direct       | indirect     | accredited | covered | reading | embedded |
        | 26011200 | AU      | 1450 | default_value                            |              |              | no         | no      | without | 0.1305   |
        | 26011200 | AU      | 1450 | default_value                            |              |              | no         | no      | with    | 0.14355  |
        | 28041000 | DZ      | 57   | default_value                            |              |              | no         | no      | without | 0.61674  |
        | 28041000 | KY      | 57   | default_value                            |              |              | no         | no      | without | 1.01118  |
        | 28041000 | DZ      | 57   | actual_value                             | 0 tCO2e/t    | 3 tCO2e/t    | yes        | yes     | with    | 0        |
        | 26011200 | AU      | 1000 | actual_value                             | 0.05 tCO2e/t | 0.02 tCO2e/t | yes        | yes     | with    | 0.07     |
        | 26011200 | AU      | 1000 | actual_value                             | 0.05 tCO2e/t | 0.02 tCO2e/t | no         | yes     | without | 0.09     |
        | 26011200 | AU      | 1000 | actual_value                             | 0.05 tCO2e/t | 0.02 tCO2e/t | yes        | no      | without | 0.09     |
        | 26011200 | AU      | 1000 | default_value                            | 0.05 tCO2e/t | 0.02 tCO2e/t | yes        | yes     | without | 0.09     |
        | 72061000 | DE      | 1050 | actual_value                             | 1.9 tCO2e/t  | 0 tCO2e/t    | yes        | yes     | with    | 0        |
        | 72061000 | NO      | 1050 | default_value                            |              |              | no         | no      | with    | 0        |
        | 72044990 | TR      | 1100 | default_value                            |              |              | no         | no      | with    | 0        |
        | 26011100 | BR      | 1450 | default_value                            |              |              | no         | no      | with    | 0        |
        | 26011100 | unknown | 1450 | default_value                            |              |              | no         | no      | with    | 0        |
        | 26011100 | BR      | 1450 | actual_value                             | 0.05 tCO2e/t | 0.02 tCO2e/t | yes        | yes     | with    | 0        |
        | 27011210 | AU      | 1450 | default_value                            |              |              | no         | no      | with    | 0        |
        | 25210000 | TR      | 1450 | default_value                            |              |              | no         | no      | with    | 0        |
        | 72022100 | KZ      | 1450 | default_value                            |              |              | no         | no      | with    | 0        |
        | 81110011 | CN      | 1450 | default_value                            |              |              | no         | no      | with    | 0        |
        | 72031000 | unknown | 1000 | default_value                            |              |              | no         | no      | without | 4.2      |
        | 28041000 | unknown | 1000 | default_value                            |              |              | no         | no      | without | 26.64    |

    Scenario: without precursors no emissions are carried in
      When evaluated as of 2026-11-20
      Then the quantity embedded emissions from all precursors is 0 tCO2e/t

  Rule: Specific emissions and free allocation of the good
    Background:
      Given the quantity retained share in the year of production (retained_then), from column retained, on basis retained, year
        | in     | with                                                 |
        | shares | year is year of last day of the period of production |
      And the quantity correction factor in the year of production (correction_then), from column cscf, on basis allocation, year
        | in     | with                                                 |
        | shares | year is year of last day of the period of production |
      And the quantity benchmark of the route (benchmark_routed), in tCO2e/t, from column value, on basis allocation
        | in         | with                                                                                                               |
        | benchmarks | cn_code is CN code; column is 'A'; route is production route; year is year of last day of the period of production |
      And the quantity benchmark without route (benchmark_plain), in tCO2e/t, from column value, on basis allocation
        | in         | with                                                                                    |
        | benchmarks | cn_code is CN code; column is 'A'; year is year of last day of the period of production |
      And for each precursor material the quantity benchmark of the precursor (precursor_benchmark), in tCO2e/t, from column value, on basis allocation
        | in         | with                                                                                                                         |
        | benchmarks | cn_code is precursor code; column is 'B'; route is route of the origin; year is year of last day of the period of production |
      And for each precursor material the quantity benchmark of unknown origin (highest_benchmark), in tCO2e/t, from column value, on basis allocation
        | in         | with                                                                                                                             |
        | benchmarks | cn_code is precursor code; column is 'B'; route is route of unknown origin; year is year of last day of the period of production |
      And the quantity benchmark of the route in 2030 (benchmark_routed_2030), in tCO2e/t, from column value, on basis later
        | in         | with                                                                         |
        | benchmarks | cn_code is CN code; column is 'A'; route is production route; year is '2030' |
      And for each precursor material the quantity benchmark of the precursor in 2030 (precursor_benchmark_2030), in tCO2e/t, from column value, on basis later
        | in         | with                                                                                   |
        | benchmarks | cn_code is precursor code; column is 'B'; route is route of the origin; year is '2030' |
      And for each precursor material the quantity free allocation of the precursor (precursor_sefa), in tCO2e/t
        | is                                                                                                                          | when                                                                 | basis                          |
        | 0 tCO2e/t                                                                                                                   | group of the origin is not third                                     | no-eu-allocation               |
        | 0 tCO2e/t                                                                                                                   | sector of the precursor is outside                                   | no-precursor, no-eu-allocation |
        | 0 tCO2e/t                                                                                                                   | retained share in the year of production is 0                        | retained                       |
        | reported free allocation per tonne of precursor                                                                             | accepted as verified (1 = yes) is 1; free allocation verified is yes | allocation                     |
        | retained share in the year of production * part of free allocation retained after 2030 * benchmark of the precursor in 2030 | last day of the period of production is from 2031-01-01              | later                          |
        | retained share in the year of production * correction factor in the year of production * benchmark of unknown origin        | origin is unknown                                                    | unknown-origin, allocation     |
        | retained share in the year of production * correction factor in the year of production * benchmark of the precursor         | otherwise                                                            | allocation                     |
      And for each precursor material the quantity free allocation from the precursor (allocation_part), in tCO2e/t, on basis allocation
        | is                                                                |
        | mass consumed / activity level * free allocation of the precursor |
      And the quantity free allocation from all precursors (allocated), in tCO2e/t, the sum of free allocation from the precursor over precursors, on basis allocation
      And these gates
        | id | gate                                        | requires                                                | applies when                             | basis  |
        | Y1 | The period of production is not before 2026 | last day of the period of production is from 2026-01-01 | method of determination is actual values | period |
      And the quantity emissions of the process (own_emissions), in tCO2e/t, on basis counted
        | is                                                                                                        | when                                     |
        | direct emissions of the process per tonne of goods + indirect emissions of the process per tonne of goods | emissions counted is direct_and_indirect |
        | direct emissions of the process per tonne of goods                                                        | otherwise                                |
      And the quantity actual specific emissions (see_actual), in tCO2e/t, on basis formula
        | is                                                                |
        | emissions of the process + embedded emissions from all precursors |
      And the quantity benchmark of column A (benchmark_a), in tCO2e/t, on basis allocation
        | is                      | when                         |
        | benchmark without route | production route is no_route |
        | benchmark of the route  | otherwise                    |
      And the quantity free allocation of the process (own_allocation), in tCO2e/t
        | is                                                                                                                      | when                                                    | basis      |
        | 0 tCO2e/t                                                                                                               | retained share in the year of production is 0           | retained   |
        | retained share in the year of production * part of free allocation retained after 2030 * benchmark of the route in 2030 | last day of the period of production is from 2031-01-01 | later      |
        | retained share in the year of production * correction factor in the year of production * benchmark of column A          | otherwise                                               | allocation |
      And the quantity actual free allocation (sefa_actual), in tCO2e/t, on basis allocation
        | is                                                                   |
        | free allocation of the process + free allocation from all precursors |

    Scenario Outline: indirect emissions count only outside Annex II; column A depends on the route
      Given CN code is <code>
      And production route is <route>
      And last day of the period of production is <day>
      When evaluated as of 2026-11-20
      Then the quantity actual specific emissions is <emissions> tCO2e/t
      And the quantity actual free allocation is <allocation> tCO2e/t

      Examples:
        | code     | route    | day        | emissions | allocation |
        | 72083900 | no_route | 2026-12-31 | 1.9       | 0.0429     |
        | 72083900 | C        | 2026-12-31 | 1.9       | 0.0429     |
        | 72083900 | no_route | 2027-01-01 | 1.9       | 0.0418     |
        | 72083900 | no_route | 2034-12-31 | 1.9       | 0          |
        | 25232900 | no_route | 2026-12-31 | 2         | 0          |
        | 72061000 | C        | 2026-12-31 | 1.9       | 0.14625    |
        | 72061000 | D        | 2026-12-31 | 1.9       | 0.026325   |
        | 72031000 | no_route | 2026-12-31 | 1.9       | 0.287625   |

    Scenario Outline: after 2030 with an assumption, for the good and its precursors
      Given the setting free allocation after 2030 is <later>
      And last day of the period of production is <day>
      And precursors are
        | name | precursor code | origin   | mass consumed | determination of the precursor emissions   | reported direct emissions per tonne of precursor | reported indirect emissions per tonne of precursor | reported free allocation per tonne of precursor | report by an accredited verifier | report covers the production of the precursor | free allocation verified |
        | P    | 72031000       | <origin> | 1000 t        | <determination of the precursor emissions> | 1 tCO2e/t                                        | 0 tCO2e/t                                          | 0.5 tCO2e/t                                     | yes                              | yes                                           | yes                      |
      When evaluated as of 2026-11-20
      Then the quantity free allocation of the process is <process> tCO2e/t
      And the quantity free allocation from all precursors is <allocated> tCO2e/t

      Examples:
        | later   | day        | origin  | determination of the precursor emissions | process | allocated |
        | none    | 2030-12-31 | AU      | default_value                            | 0.02266 | 0.204455  |
        | as_2030 | 2030-12-31 | AU      | default_value                            | 0.02266 | 0.204455  |
        | none    | 2031-01-01 | AU      | default_value                            | 0       | 0         |
        | none    | 2031-01-01 | AU      | actual_value                             | 0       | 0.5       |
        | as_2030 | 2031-01-01 | AU      | default_value                            | 0.01716 | 0.15483   |
        | as_2030 | 2031-12-31 | unknown | default_value                            | 0.01716 | 0.15483   |
        | as_2030 | 2031-12-31 | AU      | actual_value                             | 0.01716 | 0.5       |
        | as_2030 | 2034-01-01 | AU      | default_value                            | 0       | 0         |

    Scenario: after 2030 a good with several routes uses the benchmark of its own route
      Given the setting free allocation after 2030 is as_2030
      And CN code is 72061000
      And production route is C
      And last day of the period of production is 2031-01-01
      When evaluated as of 2026-11-20
      Then the quantity free allocation of the process is 0.0585 tCO2e/t

    Scenario: after 2030 without an assumption the free allocation of the process is a range
      Given last day of the period of production is 2031-01-01
      When evaluated as of 2026-11-20
      Then the quantity free allocation of the process is between 0 tCO2e/t and 0.01716 tCO2e/t

    Scenario: a good with several routes needs its route stated
      Given CN code is 72061000
      When evaluated as of 2026-11-20
      Then the quantity benchmark without route is undetermined because of the reference table benchmarks
      And the quantity actual free allocation is undetermined because of the reference table benchmarks

    Scenario Outline: free allocation of a precursor
      Given last day of the period of production is <day>
      And precursors are
        | name | precursor code | origin   | mass consumed | determination of the precursor emissions   | reported direct emissions per tonne of precursor | reported indirect emissions per tonne of precursor | reported free allocation per tonne of precursor | report by an accredited verifier | report covers the production of the precursor | free allocation verified |
        | P    | <code>         | <origin> | 1000 t        | <determination of the precursor emissions> | 1 tCO2e/t                                        | 0 tCO2e/t                                          | 0.5 tCO2e/t                                     | yes                              | yes                                           | <verified>               |
      When evaluated as of 2026-11-20
      Then the quantity free allocation from all precursors is <allocated> tCO2e/t

      Examples:
        | code     | origin  | determination of the precursor emissions | verified | day        | allocated |
        | 72031000 | AU      | actual_value                             | yes      | 2026-12-31 | 0.5       |
        | 72031000 | AU      | actual_value                             | no       | 2026-12-31 | 0.387075  |
        | 72031000 | AU      | default_value                            | yes      | 2026-12-31 | 0.387075  |
        | 72031000 | AU      | actual_value                             | yes      | 2034-12-31 | 0         |
        | 72031000 | DE      | actual_value                             | yes      | 2026-12-31 | 0         |
        | 72044990 | AU      | actual_value                             | yes      | 2026-12-31 | 0         |
        | 26011100 | BR      | default_value                            | no       | 2026-12-31 | 0         |
        | 72031000 | unknown | default_value                            | no       | 2026-12-31 | 0.387075  |
        | 72061000 | unknown | default_value                            | no       | 2026-12-31 | 1.2558    |
        | 72061000 | KY      | default_value                            | no       | 2026-12-31 | 1.2558    |

    Scenario Outline: the period of production determines the year
      Given method of determination is <determination of the precursor emissions>
      And last day of the period of production is <day>
      When evaluated as of 2026-11-20
      Then gate Y1 is <outcome>

      Examples:
        | determination of the precursor emissions | day        | outcome        |
        | actual values                            | 2026-01-01 | met            |
        | actual values                            | 2025-12-31 | not met        |
        | default values                           | 2025-12-31 | not applicable |

    Scenario: a chain of two levels: the inner precursor by the mass consumed per tonne of the outer precursor
      Given precursors are
        | name | precursor code | origin | mass consumed | determination of the precursor emissions | reported direct emissions per tonne of precursor | reported indirect emissions per tonne of precursor | reported free allocation per tonne of precursor | report by an accredited verifier | report covers the production of the precursor | free allocation verified |
        | P1   | 72031000       | AU     | 1000 t        | actual_value                             | 0.5 tCO2e/t                                      | 0 tCO2e/t                                          | 0.387075 tCO2e/t                                | yes                              | yes                                           | yes                      |
        | P2   | 26011200       | AU     | 1500 t        | actual_value                             | 0.05 tCO2e/t                                     | 0.02 tCO2e/t                                       | 0 tCO2e/t                                       | yes                              | yes                                           | yes                      |
      When evaluated as of 2026-11-20
      Then the quantity embedded emissions from all precursors is 0.605 tCO2e/t
      And the quantity actual specific emissions is 2.505 tCO2e/t
