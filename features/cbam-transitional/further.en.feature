# language: en
Feature: More examples · CBAM, one quarterly report of the transitional period
  Each of these examples detects an error in a number, date, comparison, clause or verdict of the scorecard that no other example detects.
  Each title names the rule that it tests; the values were recomputed in samples only.

  Background:
    Given the scorecard cbam-transitional

  Rule: Cases that the examples of the rules do not cover

    Scenario: a method of another scheme after its time, and without justification
      Given reported goods are
        | position | CN code  | country of origin | net mass | direct emissions | indirect emissions | overall emissions | complex good | method       | justification provided | estimated share of emissions | outward processing or returned goods |
        | G1       | 72083900 | TR                | 1000 t   | 2000 tCO2e       | 300 tCO2e          | 2300 tCO2e        | yes          | other_scheme | no                     | 0 %                          | no                                   |
      When evaluated as of 2026-11-20
      Then for reported good G1 the quantity method without justification is 1 item
      And for reported good G1 the quantity scheme used after its end is 1 item

    Scenario: the longer time to modify is that of the first two quarters alone
      Given first day of the quarter is 2024-01-02
      And date of modification is 2024-07-31
      When evaluated as of 2026-11-20
      Then the quantity modified in time (1 = yes) is 0

    Scenario: any other method is too late after its time, whoever the country
      Given reported goods are
        | position | CN code  | country of origin | net mass | direct emissions | indirect emissions | overall emissions | complex good | method    | justification provided | estimated share of emissions | outward processing or returned goods |
        | G1       | 72083900 | TR                | 1000 t   | 2000 tCO2e       | 300 tCO2e          | 2300 tCO2e        | yes          | any_other | yes                    | 0 %                          | no                                   |
      When evaluated as of 2026-11-20
      Then for reported good G1 the quantity other method used after its end is 1 item

    Scenario: any other method is too late for a quarter that begins after 1 April 2024
      Given first day of the quarter is 2024-04-02
      And reported goods are
        | position | CN code  | country of origin | net mass | direct emissions | indirect emissions | overall emissions | complex good | method    | justification provided | estimated share of emissions | outward processing or returned goods |
        | G1       | 72083900 | BR                | 1000 t   | 2000 tCO2e       | 300 tCO2e          | 2300 tCO2e        | yes          | any_other | no                     | 20 %                         | no                                   |
      When evaluated as of 2026-11-20
      Then gate M2 is not met

    Scenario: another scheme is too late for a quarter that begins after 1 October 2024
      Given first day of the quarter is 2024-10-02
      And reported goods are
        | position | CN code  | country of origin | net mass | direct emissions | indirect emissions | overall emissions | complex good | method       | justification provided | estimated share of emissions | outward processing or returned goods |
        | G1       | 72083900 | BR                | 1000 t   | 2000 tCO2e       | 300 tCO2e          | 2300 tCO2e        | yes          | other_scheme | no                     | 20 %                         | no                                   |
      When evaluated as of 2026-11-20
      Then gate M1 is not met

    Scenario: goods of outward processing or returned goods are not to report
      Given reported goods are
        | position | CN code  | country of origin | net mass | direct emissions | indirect emissions | overall emissions | complex good | method    | justification provided | estimated share of emissions | outward processing or returned goods |
        | G1       | 72083900 | TR                | 1000 t   | 2000 tCO2e       | 300 tCO2e          | 2300 tCO2e        | yes          | eu_method | no                     | 0 %                          | yes                                  |
        | G2       | 76011010 | IN                | 10.5 t   | 20.25 tCO2e      | 70 tCO2e           | 90.25 tCO2e       | no           | eu_method | no                     | 0 %                          | no                                   |
      When evaluated as of 2026-11-20
      Then for reported good G1 the quantity good exempt from reporting is 1 item

    Scenario: goods from Switzerland are not to report
      Given reported goods are
        | position | CN code  | country of origin | net mass | direct emissions | indirect emissions | overall emissions | complex good | method    | justification provided | estimated share of emissions | outward processing or returned goods |
        | G1       | 72083900 | CH                | 1000 t   | 2000 tCO2e       | 300 tCO2e          | 2300 tCO2e        | yes          | eu_method | no                     | 0 %                          | no                                   |
        | G2       | 76011010 | IN                | 10.5 t   | 20.25 tCO2e      | 70 tCO2e           | 90.25 tCO2e       | no           | eu_method | no                     | 0 %                          | no                                   |
      When evaluated as of 2026-11-20
      Then for reported good G1 the quantity good exempt from reporting is 1 item

    Scenario: goods from Iceland are not to report
      Given reported goods are
        | position | CN code  | country of origin | net mass | direct emissions | indirect emissions | overall emissions | complex good | method    | justification provided | estimated share of emissions | outward processing or returned goods |
        | G1       | 72083900 | IS                | 1000 t   | 2000 tCO2e       | 300 tCO2e          | 2300 tCO2e        | yes          | eu_method | no                     | 20 %                         | no                                   |
      When evaluated as of 2026-11-20
      Then an observation R.EXEMPT is raised

    Scenario: goods from Liechtenstein are not to report
      Given reported goods are
        | position | CN code  | country of origin | net mass | direct emissions | indirect emissions | overall emissions | complex good | method    | justification provided | estimated share of emissions | outward processing or returned goods |
        | G1       | 72083900 | LI                | 1000 t   | 2000 tCO2e       | 300 tCO2e          | 2300 tCO2e        | yes          | eu_method | no                     | 20 %                         | no                                   |
      When evaluated as of 2026-11-20
      Then an observation R.EXEMPT is raised

    Scenario: goods from Norway are not to report
      Given reported goods are
        | position | CN code  | country of origin | net mass | direct emissions | indirect emissions | overall emissions | complex good | method    | justification provided | estimated share of emissions | outward processing or returned goods |
        | G1       | 72083900 | NO                | 1000 t   | 2000 tCO2e       | 300 tCO2e          | 2300 tCO2e        | yes          | eu_method | no                     | 20 %                         | no                                   |
      When evaluated as of 2026-11-20
      Then an observation R.EXEMPT is raised

    Scenario: the least indirect emissions of electricity are told
      Given reported goods are
        | position | CN code  | country of origin | net mass | direct emissions | indirect emissions | overall emissions | complex good | method    | justification provided | estimated share of emissions | outward processing or returned goods |
        | G1       | 27160000 | UA                | 0 t      | 2000 tCO2e       | 0.001 tCO2e        | 2000.001 tCO2e    | no           | eu_method | no                     | 0 %                          | no                                   |
      When evaluated as of 2026-11-20
      Then for reported good G1 the quantity electricity with indirect emissions is 1 item

    Scenario: of a simple good nothing may be estimated
      Given first day of the quarter is 2024-04-02
      And reported goods are
        | position | CN code  | country of origin | net mass | direct emissions | indirect emissions | overall emissions | complex good | method    | justification provided | estimated share of emissions | outward processing or returned goods |
        | G1       | 72083900 | BR                | 1000 t   | 2000 tCO2e       | 300 tCO2e          | 2300 tCO2e        | no           | eu_method | no                     | 20 %                         | no                                   |
      When evaluated as of 2026-11-20
      Then gate M3 is not met
      And the quantity estimates too large is 1 item

    Scenario: of a complex good no more than 20 % may be estimated
      Given reported goods are
        | position | CN code  | country of origin | net mass | direct emissions | indirect emissions | overall emissions | complex good | method    | justification provided | estimated share of emissions | outward processing or returned goods |
        | G1       | 72083900 | TR                | 1000 t   | 2000 tCO2e       | 300 tCO2e          | 2300 tCO2e        | yes          | eu_method | no                     | 20.001 %                     | no                                   |
      When evaluated as of 2026-11-20
      Then the quantity estimates too large is 1 item

    Scenario: a sum that is a little too large does not fit
      Given reported goods are
        | position | CN code  | country of origin | net mass | direct emissions | indirect emissions | overall emissions | complex good | method    | justification provided | estimated share of emissions | outward processing or returned goods |
        | G1       | 72083900 | TR                | 1000 t   | 2000 tCO2e       | 300 tCO2e          | 2300.00001 tCO2e  | yes          | eu_method | no                     | 0 %                          | no                                   |
        | G2       | 76011010 | IN                | 10.5 t   | 20.25 tCO2e      | 70 tCO2e           | 90.25 tCO2e       | no           | eu_method | no                     | 0 %                          | no                                   |
      When evaluated as of 2026-11-20
      Then for reported good G1 the quantity inconsistent sum is 1 item

    Scenario: a sum that is a little too small does not fit
      Given reported goods are
        | position | CN code  | country of origin | net mass | direct emissions | indirect emissions | overall emissions | complex good | method    | justification provided | estimated share of emissions | outward processing or returned goods |
        | G1       | 72083900 | TR                | 1000 t   | 2000 tCO2e       | 300 tCO2e          | 2299.99999 tCO2e  | yes          | eu_method | no                     | 0 %                          | no                                   |
        | G2       | 76011010 | IN                | 10.5 t   | 20.25 tCO2e      | 70 tCO2e           | 90.25 tCO2e       | no           | eu_method | no                     | 0 %                          | no                                   |
      When evaluated as of 2026-11-20
      Then for reported good G1 the quantity inconsistent sum is 1 item

    Scenario: the quarter must be said
      Given first day of the quarter is missing
      When evaluated as of 2026-11-20
      Then gate D1 is undetermined

    Scenario: whether a report was submitted must be said
      Given report submitted is missing
      When evaluated as of 2026-11-20
      Then gate D2 is undetermined

    Scenario: whether a report was modified must be said
      Given report modified is missing
      When evaluated as of 2026-11-20
      Then gate D3 is undetermined
