# language: en
Feature: Goods of the report

  Background:
    Given the scorecard cbam-transitional
    And these facts
      | fact  | label          | type                  |
      | goods | reported goods | list of reported good |
    And each good has
      | field     | label                                | type   | unit  | one of                             | at least | at most | counts in some cases only |
      | position  | position                             | text   |       |                                    |          |         |                           |
      | cn_code   | CN code                              | text   |       |                                    |          |         |                           |
      | origin    | country of origin                    | text   |       |                                    |          |         |                           |
      | net_mass  | net mass                             | number | t     |                                    | 0        |         |                           |
      | direct    | direct emissions                     | number | tCO2e |                                    | 0        |         |                           |
      | indirect  | indirect emissions                   | number | tCO2e |                                    | 0        |         |                           |
      | overall   | overall emissions                    | number | tCO2e |                                    | 0        |         |                           |
      | complex   | complex good                         | flag   |       |                                    |          |         |                           |
      | method    | method                               | choice |       | eu_method, other_scheme, any_other |          |         |                           |
      | justified | justification provided               | flag   |       |                                    |          |         | yes                       |
      | estimated | estimated share of emissions         | number | %     |                                    | 0        | 100     |                           |
      | exempt    | outward processing or returned goods | flag   |       |                                    |          |         |                           |
    And good is called reported good
    And no two reported goods share a position
    And in the reference case reported goods are
      | position | CN code  | country of origin | net mass | direct emissions | indirect emissions | overall emissions | complex good | method    | justification provided | estimated share of emissions | outward processing or returned goods |
      | G1       | 72083900 | BR                | 1000 t   | 2000 tCO2e       | 300 tCO2e          | 2300 tCO2e        | yes          | eu_method | no                     | 20 %                         | no                                   |

  Rule: Methods
    Background:
      Given for each reported good the quantity scheme used after its end (late_scheme), in items
        | is      | when                                                                 | basis                    |
        | 1 item  | method is other_scheme; first day of the quarter is after 2024-10-01 | schemes, schemes-quarter |
        | 0 items | otherwise                                                            | schemes                  |
      And for each reported good the quantity other method used after its end (late_other), in items, on basis any-method
        | is      | when                                                              |
        | 1 item  | method is any_other; first day of the quarter is after 2024-04-01 |
        | 0 items | otherwise                                                         |
      And for each reported good the quantity method without justification (bare), in items, on basis justified
        | is      | when                                                  |
        | 1 item  | method is not eu_method; justification provided is no |
        | 0 items | otherwise                                             |
      And for each reported good the quantity estimate too large (too_much), in items
        | is      | when                                                              | basis            |
        | 0 items | first day of the quarter is until 2024-04-01                      | any-method       |
        | 1 item  | estimated share of emissions is more than 20 %                    | estimates        |
        | 1 item  | estimated share of emissions is more than 0 %; complex good is no | estimates-simple |
        | 0 items | otherwise                                                         | estimates        |
      And for each reported good the quantity gap in the sum (gap), in tCO2e, on basis sums
        | is                                                        |
        | overall emissions - direct emissions - indirect emissions |
      And for each reported good the quantity inconsistent sum (uneven), in items, on basis sums
        | is      | when                                |
        | 1 item  | gap in the sum is more than 0 tCO2e |
        | 1 item  | gap in the sum is less than 0 tCO2e |
        | 0 items | otherwise                           |
      And for each reported good the quantity good exempt from reporting (needless), in items
        | is      | when                                                                                                                                   | basis      |
        | 1 item  | outward processing or returned goods is yes                                                                                            | procedures |
        | 1 item  | country of origin is one of CH, IS, LI, NO                                                                                             | exempt     |
        | 1 item  | country of origin is one of AT, BE, BG, CY, CZ, DE, DK, EE, ES, FI, FR, GR, HR, HU, IE, IT, LT, LU, LV, MT, NL, PL, PT, RO, SE, SI, SK | third      |
        | 0 items | otherwise                                                                                                                              | procedures |
      And for each reported good the quantity electricity with indirect emissions (odd_power), in items, on basis power
        | is      | when                                                         |
        | 1 item  | CN code is 27160000; indirect emissions is more than 0 tCO2e |
        | 0 items | otherwise                                                    |
      And the quantity schemes used after their end (late_schemes), in items, the sum of scheme used after its end over reported goods, on basis schemes
      And the quantity other methods used after their end (late_others), in items, the sum of other method used after its end over reported goods, on basis any-method
      And the quantity methods without justification (bare_methods), in items, the sum of method without justification over reported goods, on basis justified
      And the quantity estimates too large (too_many), in items, the sum of estimate too large over reported goods, on basis estimates
      And the quantity inconsistent sums (uneven_sums), in items, the sum of inconsistent sum over reported goods, on basis sums
      And the quantity number of electricity goods with indirect emissions (odd_powers), in items, the sum of electricity with indirect emissions over reported goods, on basis power
      And the quantity goods exempt from reporting (needless_goods), in items, the sum of good exempt from reporting over reported goods, on basis procedures
      And the quantity net mass of all goods (all_mass), in t, the sum of net mass over reported goods, on basis filing
      And the quantity direct emissions of all goods (all_direct), in tCO2e, the sum of direct emissions over reported goods, on basis filing
      And the quantity indirect emissions of all goods (all_indirect), in tCO2e, the sum of indirect emissions over reported goods, on basis filing
      And the quantity overall emissions of all goods (all_overall), in tCO2e, the sum of overall emissions over reported goods, on basis filing
      And these gates
        | id | gate                                                         | requires                                              | basis                       |
        | M1 | Schemes of third countries are used only until 2024          | schemes used after their end is at most 0 items       | schemes, schemes-quarter    |
        | M2 | Any other method is used only in reports due by 31 July 2024 | other methods used after their end is at most 0 items | any-method                  |
        | M3 | Estimates cover at most 20 % and only complex goods          | estimates too large is at most 0 items                | estimates, estimates-simple |
        | M4 | Other methods are justified                                  | methods without justification is at most 0 items      | justified                   |
      And these findings
        | code     | finding                                                              | when                                                                     | severity    | basis                     |
        | R.SUM    | Direct and indirect emissions do not add up to the overall emissions | inconsistent sums is more than 0 items                                   | minor       | sums                      |
        | R.EXEMPT | A reported good is exempt from reporting                             | goods exempt from reporting is more than 0 items                         | observation | procedures, exempt, third |
        | R.POWER  | Indirect emissions are reported for electricity                      | number of electricity goods with indirect emissions is more than 0 items | minor       | power                     |
      And these results
        | result         | label                       | is                              | rounded to | basis  |
        | mass           | Net mass reported           | net mass of all goods           | 3 decimals | filing |
        | direct_total   | Direct emissions reported   | direct emissions of all goods   | 5 decimals | filing |
        | indirect_total | Indirect emissions reported | indirect emissions of all goods | 5 decimals | filing |
        | overall_total  | Overall emissions reported  | overall emissions of all goods  | 5 decimals | filing |

    Scenario Outline: methods allowed in each quarter
      Given first day of the quarter is <begins>
      And reported goods are
        | position | CN code  | country of origin | net mass | direct emissions | indirect emissions | overall emissions | complex good | method   | justification provided | estimated share of emissions | outward processing or returned goods |
        | G1       | 72083900 | TR                | 1000 t   | 2000 tCO2e       | 300 tCO2e          | 2300 tCO2e        | yes          | <method> | <reason>               | 0 %                          | no                                   |
      When evaluated as of 2026-11-20
      Then gate M1 is <scheme>
      And gate M2 is <other>
      And gate M4 is <given>

      Examples:
        | begins     | method       | reason | scheme  | other   | given   |
        | 2024-04-01 | any_other    | yes    | met     | met     | met     |
        | 2024-07-01 | any_other    | yes    | met     | not met | met     |
        | 2024-10-01 | other_scheme | yes    | met     | met     | met     |
        | 2025-01-01 | other_scheme | yes    | not met | met     | met     |
        | 2025-01-01 | eu_method    | no     | met     | met     | met     |
        | 2024-10-01 | other_scheme | no     | met     | met     | not met |

    Scenario Outline: estimates up to 20 %, for complex goods only
      Given first day of the quarter is <begins>
      And reported goods are
        | position | CN code  | country of origin | net mass | direct emissions | indirect emissions | overall emissions | complex good | method    | justification provided | estimated share of emissions | outward processing or returned goods |
        | G1       | 72083900 | TR                | 1000 t   | 2000 tCO2e       | 300 tCO2e          | 2300 tCO2e        | <complex>    | eu_method | no                     | <share> %                    | no                                   |
      When evaluated as of 2026-11-20
      Then gate M3 is <outcome>

      Examples:
        | begins     | complex | share  | outcome |
        | 2024-07-01 | yes     | 20     | met     |
        | 2024-07-01 | yes     | 20.001 | not met |
        | 2024-04-01 | yes     | 100    | met     |
        | 2024-07-01 | no      | 0      | met     |
        | 2024-07-01 | no      | 0.001  | not met |
        | 2025-10-01 | yes     | 20.001 | not met |

    Scenario Outline: consistent sums, and goods exempt from reporting
      Given reported goods are
        | position | CN code  | country of origin | net mass | direct emissions | indirect emissions | overall emissions | complex good | method    | justification provided | estimated share of emissions | outward processing or returned goods |
        | G1       | 72083900 | <country>         | 1000 t   | 2000 tCO2e       | 300 tCO2e          | <overall> tCO2e   | yes          | eu_method | no                     | 0 %                          | <exempt>                             |
        | G2       | 76011010 | IN                | 10.5 t   | 20.25 tCO2e      | 70 tCO2e           | 90.25 tCO2e       | no           | eu_method | no                     | 0 %                          | no                                   |
      When evaluated as of 2026-11-20
      Then the result Net mass reported is 1010.5 t
      And the result Direct emissions reported is 2020.25 tCO2e
      And the result Indirect emissions reported is 370 tCO2e
      And the result Overall emissions reported is <total> tCO2e
      And <sum>
      And <needless>
      And the conclusion is scored

      Examples:
        | country | overall    | exempt | total      | sum                                   | needless                          |
        | CH      | 2300       | no     | 2390.25    | no finding R.SUM is raised            | an observation R.EXEMPT is raised |
        | TR      | 2300       | no     | 2390.25    | no finding R.SUM is raised            | no finding R.EXEMPT is raised     |
        | TR      | 2300.00001 | no     | 2390.25001 | a minor nonconformity R.SUM is raised | no finding R.EXEMPT is raised     |
        | TR      | 2299.99999 | no     | 2390.24999 | a minor nonconformity R.SUM is raised | no finding R.EXEMPT is raised     |
        | TR      | 2300       | yes    | 2390.25    | no finding R.SUM is raised            | an observation R.EXEMPT is raised |

    Scenario: goods of a Member State are not reported
      Given reported goods are
        | position | CN code  | country of origin | net mass | direct emissions | indirect emissions | overall emissions | complex good | method    | justification provided | estimated share of emissions | outward processing or returned goods |
        | AT       | 72083900 | AT                | 1 t      | 2 tCO2e          | 0 tCO2e            | 2 tCO2e           | yes          | eu_method | no                     | 0 %                          | no                                   |
        | BE       | 72083900 | BE                | 1 t      | 2 tCO2e          | 0 tCO2e            | 2 tCO2e           | yes          | eu_method | no                     | 0 %                          | no                                   |
        | BG       | 72083900 | BG                | 1 t      | 2 tCO2e          | 0 tCO2e            | 2 tCO2e           | yes          | eu_method | no                     | 0 %                          | no                                   |
        | CY       | 72083900 | CY                | 1 t      | 2 tCO2e          | 0 tCO2e            | 2 tCO2e           | yes          | eu_method | no                     | 0 %                          | no                                   |
        | CZ       | 72083900 | CZ                | 1 t      | 2 tCO2e          | 0 tCO2e            | 2 tCO2e           | yes          | eu_method | no                     | 0 %                          | no                                   |
        | DE       | 72083900 | DE                | 1 t      | 2 tCO2e          | 0 tCO2e            | 2 tCO2e           | yes          | eu_method | no                     | 0 %                          | no                                   |
        | DK       | 72083900 | DK                | 1 t      | 2 tCO2e          | 0 tCO2e            | 2 tCO2e           | yes          | eu_method | no                     | 0 %                          | no                                   |
        | EE       | 72083900 | EE                | 1 t      | 2 tCO2e          | 0 tCO2e            | 2 tCO2e           | yes          | eu_method | no                     | 0 %                          | no                                   |
        | ES       | 72083900 | ES                | 1 t      | 2 tCO2e          | 0 tCO2e            | 2 tCO2e           | yes          | eu_method | no                     | 0 %                          | no                                   |
        | FI       | 72083900 | FI                | 1 t      | 2 tCO2e          | 0 tCO2e            | 2 tCO2e           | yes          | eu_method | no                     | 0 %                          | no                                   |
        | FR       | 72083900 | FR                | 1 t      | 2 tCO2e          | 0 tCO2e            | 2 tCO2e           | yes          | eu_method | no                     | 0 %                          | no                                   |
        | GR       | 72083900 | GR                | 1 t      | 2 tCO2e          | 0 tCO2e            | 2 tCO2e           | yes          | eu_method | no                     | 0 %                          | no                                   |
        | HR       | 72083900 | HR                | 1 t      | 2 tCO2e          | 0 tCO2e            | 2 tCO2e           | yes          | eu_method | no                     | 0 %                          | no                                   |
        | HU       | 72083900 | HU                | 1 t      | 2 tCO2e          | 0 tCO2e            | 2 tCO2e           | yes          | eu_method | no                     | 0 %                          | no                                   |
        | IE       | 72083900 | IE                | 1 t      | 2 tCO2e          | 0 tCO2e            | 2 tCO2e           | yes          | eu_method | no                     | 0 %                          | no                                   |
        | IT       | 72083900 | IT                | 1 t      | 2 tCO2e          | 0 tCO2e            | 2 tCO2e           | yes          | eu_method | no                     | 0 %                          | no                                   |
        | LT       | 72083900 | LT                | 1 t      | 2 tCO2e          | 0 tCO2e            | 2 tCO2e           | yes          | eu_method | no                     | 0 %                          | no                                   |
        | LU       | 72083900 | LU                | 1 t      | 2 tCO2e          | 0 tCO2e            | 2 tCO2e           | yes          | eu_method | no                     | 0 %                          | no                                   |
        | LV       | 72083900 | LV                | 1 t      | 2 tCO2e          | 0 tCO2e            | 2 tCO2e           | yes          | eu_method | no                     | 0 %                          | no                                   |
        | MT       | 72083900 | MT                | 1 t      | 2 tCO2e          | 0 tCO2e            | 2 tCO2e           | yes          | eu_method | no                     | 0 %                          | no                                   |
        | NL       | 72083900 | NL                | 1 t      | 2 tCO2e          | 0 tCO2e            | 2 tCO2e           | yes          | eu_method | no                     | 0 %                          | no                                   |
        | PL       | 72083900 | PL                | 1 t      | 2 tCO2e          | 0 tCO2e            | 2 tCO2e           | yes          | eu_method | no                     | 0 %                          | no                                   |
        | PT       | 72083900 | PT                | 1 t      | 2 tCO2e          | 0 tCO2e            | 2 tCO2e           | yes          | eu_method | no                     | 0 %                          | no                                   |
        | RO       | 72083900 | RO                | 1 t      | 2 tCO2e          | 0 tCO2e            | 2 tCO2e           | yes          | eu_method | no                     | 0 %                          | no                                   |
        | SE       | 72083900 | SE                | 1 t      | 2 tCO2e          | 0 tCO2e            | 2 tCO2e           | yes          | eu_method | no                     | 0 %                          | no                                   |
        | SI       | 72083900 | SI                | 1 t      | 2 tCO2e          | 0 tCO2e            | 2 tCO2e           | yes          | eu_method | no                     | 0 %                          | no                                   |
        | SK       | 72083900 | SK                | 1 t      | 2 tCO2e          | 0 tCO2e            | 2 tCO2e           | yes          | eu_method | no                     | 0 %                          | no                                   |
        | GB       | 72083900 | GB                | 1 t      | 2 tCO2e          | 0 tCO2e            | 2 tCO2e           | yes          | eu_method | no                     | 0 %                          | no                                   |
      When evaluated as of 2026-11-20
      Then the quantity goods exempt from reporting is 27 items
      And an observation R.EXEMPT is raised

    Scenario Outline: electricity has no indirect emissions
      Given reported goods are
        | position | CN code | country of origin | net mass | direct emissions | indirect emissions | overall emissions | complex good | method    | justification provided | estimated share of emissions | outward processing or returned goods |
        | G1       | <code>  | UA                | 0 t      | 2000 tCO2e       | <indirect> tCO2e   | <overall> tCO2e   | no           | eu_method | no                     | 0 %                          | no                                   |
      When evaluated as of 2026-11-20
      Then <finding>

      Examples:
        | code     | indirect | overall  | finding                                 |
        | 27160000 | 0        | 2000     | no finding R.POWER is raised            |
        | 27160000 | 0.001    | 2000.001 | a minor nonconformity R.POWER is raised |
        | 76011010 | 0.001    | 2000.001 | no finding R.POWER is raised            |
