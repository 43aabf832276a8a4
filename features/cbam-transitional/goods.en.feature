# language: en
Feature: Goods of the report

  Background:
    Given the scorecard cbam-transitional
    And these facts
      | fact  | label          | type                  |
      | goods | reported goods | list of reported good |
    And each good has
      | field     | label                          | type   | unit  | one of                             | at least | at most |
      | position  | position                       | text   |       |                                    |          |         |
      | cn_code   | CN code                        | text   |       |                                    |          |         |
      | origin    | country of origin              | text   |       |                                    |          |         |
      | net_mass  | net mass                       | number | t     |                                    | 0        |         |
      | direct    | direct emissions               | number | tCO2e |                                    | 0        |         |
      | indirect  | indirect emissions             | number | tCO2e |                                    | 0        |         |
      | overall   | overall emissions              | number | tCO2e |                                    | 0        |         |
      | complex   | complex good                   | flag   |       |                                    |          |         |
      | method    | method                         | choice |       | eu_method, other_scheme, any_other |          |         |
      | justified | justification given            | flag   |       |                                    |          |         |
      | estimated | share estimated                | number | %     |                                    | 0        | 100     |
      | exempt    | outward processing or returned | flag   |       |                                    |          |         |
    And good is called reported good
    And no two reported goods share a position
    And in the reference case reported goods are
      | position | CN code  | country of origin | net mass | direct emissions | indirect emissions | overall emissions | complex good | method    | justification given | share estimated | outward processing or returned |
      | G1       | 72083900 | BR                | 1000 t   | 2000 tCO2e       | 300 tCO2e          | 2300 tCO2e        | yes          | eu_method | no                  | 20 %            | no                             |

  Rule: Methods
    Background:
      Given these quantities for each reported good
        | quantity    | label                               | unit  | is                                                        | when                                                                 | basis                    |
        | late_scheme | scheme too late                     | item  | 1 item                                                    | method is other_scheme; first day of the quarter is after 2024-10-01 | schemes, schemes-quarter |
        | late_scheme |                                     |       | 0 items                                                   |                                                                      | schemes                  |
        | late_other  | other method too late               | item  | 1 item                                                    | method is any_other; first day of the quarter is after 2024-04-01    | any-method               |
        | late_other  |                                     |       | 0 items                                                   |                                                                      | any-method               |
        | bare        | method without justification        | item  | 1 item                                                    | method is not eu_method; justification given is no                   | justified                |
        | bare        |                                     |       | 0 items                                                   |                                                                      | justified                |
        | too_much    | estimate too large                  | item  | 0 items                                                   | first day of the quarter is until 2024-04-01                         | any-method               |
        | too_much    |                                     |       | 1 item                                                    | share estimated is more than 20 %                                    | estimates                |
        | too_much    |                                     |       | 1 item                                                    | share estimated is more than 0 %; complex good is no                 | estimates-simple         |
        | too_much    |                                     |       | 0 items                                                   |                                                                      | estimates                |
        | gap         | gap in the sum                      | tCO2e | overall emissions - direct emissions - indirect emissions |                                                                      | sums                     |
        | uneven      | sum that does not fit               | item  | 1 item                                                    | gap in the sum is more than 0 tCO2e                                  | sums                     |
        | uneven      |                                     |       | 1 item                                                    | gap in the sum is less than 0 tCO2e                                  | sums                     |
        | uneven      |                                     |       | 0 items                                                   |                                                                      | sums                     |
        | needless    | good not to report                  | item  | 1 item                                                    | outward processing or returned is yes                                | procedures               |
        | needless    |                                     |       | 1 item                                                    | country of origin is one of CH, IS, LI, NO                           | exempt                   |
        | needless    |                                     |       | 0 items                                                   |                                                                      | procedures               |
        | odd_power   | electricity with indirect emissions | item  | 1 item                                                    | CN code is 27160000; indirect emissions is more than 0 tCO2e         | power                    |
        | odd_power   |                                     |       | 0 items                                                   |                                                                      | power                    |
      And these sums over reported goods
        | quantity       | label                                      | unit  | of                                  | basis      |
        | late_schemes   | schemes too late                           | item  | scheme too late                     | schemes    |
        | late_others    | other methods too late                     | item  | other method too late               | any-method |
        | bare_methods   | methods without justification              | item  | method without justification        | justified  |
        | too_many       | estimates too large                        | item  | estimate too large                  | estimates  |
        | uneven_sums    | sums that do not fit                       | item  | sum that does not fit               | sums       |
        | odd_powers     | electricity with indirect emissions in all | item  | electricity with indirect emissions | power      |
        | needless_goods | goods not to report                        | item  | good not to report                  | procedures |
        | all_mass       | net mass of all goods                      | t     | net mass                            | filing     |
        | all_direct     | direct emissions of all goods              | tCO2e | direct emissions                    | filing     |
        | all_indirect   | indirect emissions of all goods            | tCO2e | indirect emissions                  | filing     |
        | all_overall    | overall emissions of all goods             | tCO2e | overall emissions                   | filing     |
      And these gates
        | id | gate                                                 | requires                                         | basis                       |
        | M1 | Schemes of third countries only until 2024           | schemes too late is at most 0 items              | schemes, schemes-quarter    |
        | M2 | Any other method only in reports due by 31 July 2024 | other methods too late is at most 0 items        | any-method                  |
        | M3 | Estimates up to 20 % and of complex goods only       | estimates too large is at most 0 items           | estimates, estimates-simple |
        | M4 | Other methods are justified                          | methods without justification is at most 0 items | justified                   |
      And these findings
        | code     | finding                                                         | when                                                            | severity    | basis              |
        | R.SUM    | Direct and indirect emissions do not add up to the overall ones | sums that do not fit is more than 0 items                       | minor       | sums               |
        | R.EXEMPT | A good is reported that need not be                             | goods not to report is more than 0 items                        | observation | procedures, exempt |
        | R.POWER  | Indirect emissions are stated of electricity                    | electricity with indirect emissions in all is more than 0 items | minor       | power              |
      And these results
        | result         | label                       | is                              | rounded to | basis  |
        | mass           | Net mass reported           | net mass of all goods           | 3 decimals | filing |
        | direct_total   | Direct emissions reported   | direct emissions of all goods   | 5 decimals | filing |
        | indirect_total | Indirect emissions reported | indirect emissions of all goods | 5 decimals | filing |
        | overall_total  | Overall emissions reported  | overall emissions of all goods  | 5 decimals | filing |

    Scenario Outline: which method in which quarter
      Given first day of the quarter is <begins>
      And reported goods are
        | position | CN code  | country of origin | net mass | direct emissions | indirect emissions | overall emissions | complex good | method   | justification given | share estimated | outward processing or returned |
        | G1       | 72083900 | TR                | 1000 t   | 2000 tCO2e       | 300 tCO2e          | 2300 tCO2e        | yes          | <method> | <reason>            | 0 %             | no                             |
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

    Scenario Outline: estimates up to a fifth, of complex goods
      Given first day of the quarter is <begins>
      And reported goods are
        | position | CN code  | country of origin | net mass | direct emissions | indirect emissions | overall emissions | complex good | method    | justification given | share estimated | outward processing or returned |
        | G1       | 72083900 | TR                | 1000 t   | 2000 tCO2e       | 300 tCO2e          | 2300 tCO2e        | <complex>    | eu_method | no                  | <share> %       | no                             |
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

    Scenario Outline: sums, and goods that are not reported
      Given reported goods are
        | position | CN code  | country of origin | net mass | direct emissions | indirect emissions | overall emissions | complex good | method    | justification given | share estimated | outward processing or returned |
        | G1       | 72083900 | <country>         | 1000 t   | 2000 tCO2e       | 300 tCO2e          | <overall> tCO2e   | yes          | eu_method | no                  | 0 %             | <exempt>                       |
        | G2       | 76011010 | IN                | 10.5 t   | 20.25 tCO2e      | 70 tCO2e           | 90.25 tCO2e       | no           | eu_method | no                  | 0 %             | no                             |
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

    Scenario Outline: electricity has no indirect emissions
      Given reported goods are
        | position | CN code | country of origin | net mass | direct emissions | indirect emissions | overall emissions | complex good | method    | justification given | share estimated | outward processing or returned |
        | G1       | <code>  | UA                | 0 t      | 2000 tCO2e       | <indirect> tCO2e   | <overall> tCO2e   | no           | eu_method | no                  | 0 %             | no                             |
      When evaluated as of 2026-11-20
      Then <finding>

      Examples:
        | code     | indirect | overall  | finding                                 |
        | 27160000 | 0        | 2000     | no finding R.POWER is raised            |
        | 27160000 | 0.001    | 2000.001 | a minor nonconformity R.POWER is raised |
        | 76011010 | 0.001    | 2000.001 | no finding R.POWER is raised            |
