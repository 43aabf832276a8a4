# language: en
Feature: Further examples · CBAM, one quarterly report of the transitional period
  Each of these fails if a number, date, comparison, clause or verdict of the card slips, and no other example does.
  Proposed by a search from the rules as they stood on 2026-11-21, and read in samples only.

  Background:
    Given the scorecard cbam-transitional

  Rule: What the examples beside the rules leave open

    Scenario: quantity bare method without justification
      Given reported goods are
        | position | CN code  | country of origin | net mass | direct emissions | indirect emissions | overall emissions | complex good | method       | justification given | share estimated | outward processing or returned |
        | G1       | 72083900 | TR                | 1000 t   | 2000 tCO2e       | 300 tCO2e          | 2300 tCO2e        | yes          | other_scheme | no                  | 0 %             | no                             |
      When evaluated as of 2026-11-20
      Then for reported good G1 the quantity method without justification is 1 item
      And for reported good G1 the quantity scheme too late is 1 item

    Scenario: quantity change_timely modified in time
      Given first day of the quarter is 2024-01-02
      And modified on is 2024-07-31
      When evaluated as of 2026-11-20
      Then the quantity modified in time is 0

    Scenario: quantity late_other other method too late
      Given reported goods are
        | position | CN code  | country of origin | net mass | direct emissions | indirect emissions | overall emissions | complex good | method    | justification given | share estimated | outward processing or returned |
        | G1       | 72083900 | TR                | 1000 t   | 2000 tCO2e       | 300 tCO2e          | 2300 tCO2e        | yes          | any_other | yes                 | 0 %             | no                             |
      When evaluated as of 2026-11-20
      Then for reported good G1 the quantity other method too late is 1 item

    Scenario: quantity late_other other method too late (2)
      Given first day of the quarter is 2024-04-02
      And reported goods are
        | position | CN code  | country of origin | net mass | direct emissions | indirect emissions | overall emissions | complex good | method    | justification given | share estimated | outward processing or returned |
        | G1       | 72083900 | BR                | 1000 t   | 2000 tCO2e       | 300 tCO2e          | 2300 tCO2e        | yes          | any_other | no                  | 20 %            | no                             |
      When evaluated as of 2026-11-20
      Then gate M2 is not met

    Scenario: quantity late_scheme scheme too late
      Given first day of the quarter is 2024-10-02
      And reported goods are
        | position | CN code  | country of origin | net mass | direct emissions | indirect emissions | overall emissions | complex good | method       | justification given | share estimated | outward processing or returned |
        | G1       | 72083900 | BR                | 1000 t   | 2000 tCO2e       | 300 tCO2e          | 2300 tCO2e        | yes          | other_scheme | no                  | 20 %            | no                             |
      When evaluated as of 2026-11-20
      Then gate M1 is not met

    Scenario: quantity needless good not to report
      Given reported goods are
        | position | CN code  | country of origin | net mass | direct emissions | indirect emissions | overall emissions | complex good | method    | justification given | share estimated | outward processing or returned |
        | G1       | 72083900 | TR                | 1000 t   | 2000 tCO2e       | 300 tCO2e          | 2300 tCO2e        | yes          | eu_method | no                  | 0 %             | yes                            |
        | G2       | 76011010 | IN                | 10.5 t   | 20.25 tCO2e      | 70 tCO2e           | 90.25 tCO2e       | no           | eu_method | no                  | 0 %             | no                             |
      When evaluated as of 2026-11-20
      Then for reported good G1 the quantity good not to report is 1 item

    Scenario: quantity needless good not to report (2)
      Given reported goods are
        | position | CN code  | country of origin | net mass | direct emissions | indirect emissions | overall emissions | complex good | method    | justification given | share estimated | outward processing or returned |
        | G1       | 72083900 | CH                | 1000 t   | 2000 tCO2e       | 300 tCO2e          | 2300 tCO2e        | yes          | eu_method | no                  | 0 %             | no                             |
        | G2       | 76011010 | IN                | 10.5 t   | 20.25 tCO2e      | 70 tCO2e           | 90.25 tCO2e       | no           | eu_method | no                  | 0 %             | no                             |
      When evaluated as of 2026-11-20
      Then for reported good G1 the quantity good not to report is 1 item

    Scenario: quantity needless good not to report (3)
      Given reported goods are
        | position | CN code  | country of origin | net mass | direct emissions | indirect emissions | overall emissions | complex good | method    | justification given | share estimated | outward processing or returned |
        | G1       | 72083900 | IS                | 1000 t   | 2000 tCO2e       | 300 tCO2e          | 2300 tCO2e        | yes          | eu_method | no                  | 20 %            | no                             |
      When evaluated as of 2026-11-20
      Then an observation R.EXEMPT is raised

    Scenario: quantity needless good not to report (4)
      Given reported goods are
        | position | CN code  | country of origin | net mass | direct emissions | indirect emissions | overall emissions | complex good | method    | justification given | share estimated | outward processing or returned |
        | G1       | 72083900 | LI                | 1000 t   | 2000 tCO2e       | 300 tCO2e          | 2300 tCO2e        | yes          | eu_method | no                  | 20 %            | no                             |
      When evaluated as of 2026-11-20
      Then an observation R.EXEMPT is raised

    Scenario: quantity needless good not to report (5)
      Given reported goods are
        | position | CN code  | country of origin | net mass | direct emissions | indirect emissions | overall emissions | complex good | method    | justification given | share estimated | outward processing or returned |
        | G1       | 72083900 | NO                | 1000 t   | 2000 tCO2e       | 300 tCO2e          | 2300 tCO2e        | yes          | eu_method | no                  | 20 %            | no                             |
      When evaluated as of 2026-11-20
      Then an observation R.EXEMPT is raised

    Scenario: quantity odd_power electricity with indirect emissions
      Given reported goods are
        | position | CN code  | country of origin | net mass | direct emissions | indirect emissions | overall emissions | complex good | method    | justification given | share estimated | outward processing or returned |
        | G1       | 27160000 | UA                | 0 t      | 2000 tCO2e       | 0.001 tCO2e        | 2000.001 tCO2e    | no           | eu_method | no                  | 0 %             | no                             |
      When evaluated as of 2026-11-20
      Then for reported good G1 the quantity electricity with indirect emissions is 1 item

    Scenario: quantity too_much estimate too large
      Given first day of the quarter is 2024-04-02
      And reported goods are
        | position | CN code  | country of origin | net mass | direct emissions | indirect emissions | overall emissions | complex good | method    | justification given | share estimated | outward processing or returned |
        | G1       | 72083900 | BR                | 1000 t   | 2000 tCO2e       | 300 tCO2e          | 2300 tCO2e        | no           | eu_method | no                  | 20 %            | no                             |
      When evaluated as of 2026-11-20
      Then gate M3 is not met
      And the quantity estimates too large is 1 item

    Scenario: quantity too_much estimate too large (2)
      Given reported goods are
        | position | CN code  | country of origin | net mass | direct emissions | indirect emissions | overall emissions | complex good | method    | justification given | share estimated | outward processing or returned |
        | G1       | 72083900 | TR                | 1000 t   | 2000 tCO2e       | 300 tCO2e          | 2300 tCO2e        | yes          | eu_method | no                  | 20.001 %        | no                             |
      When evaluated as of 2026-11-20
      Then the quantity estimates too large is 1 item

    Scenario: quantity uneven sum that does not fit
      Given reported goods are
        | position | CN code  | country of origin | net mass | direct emissions | indirect emissions | overall emissions | complex good | method    | justification given | share estimated | outward processing or returned |
        | G1       | 72083900 | TR                | 1000 t   | 2000 tCO2e       | 300 tCO2e          | 2300.00001 tCO2e  | yes          | eu_method | no                  | 0 %             | no                             |
        | G2       | 76011010 | IN                | 10.5 t   | 20.25 tCO2e      | 70 tCO2e           | 90.25 tCO2e       | no           | eu_method | no                  | 0 %             | no                             |
      When evaluated as of 2026-11-20
      Then for reported good G1 the quantity sum that does not fit is 1 item

    Scenario: quantity uneven sum that does not fit (2)
      Given reported goods are
        | position | CN code  | country of origin | net mass | direct emissions | indirect emissions | overall emissions | complex good | method    | justification given | share estimated | outward processing or returned |
        | G1       | 72083900 | TR                | 1000 t   | 2000 tCO2e       | 300 tCO2e          | 2299.99999 tCO2e  | yes          | eu_method | no                  | 0 %             | no                             |
        | G2       | 76011010 | IN                | 10.5 t   | 20.25 tCO2e      | 70 tCO2e           | 90.25 tCO2e       | no           | eu_method | no                  | 0 %             | no                             |
      When evaluated as of 2026-11-20
      Then for reported good G1 the quantity sum that does not fit is 1 item

    Scenario: gate D1 Report filed once it was due
      Given first day of the quarter is missing
      When evaluated as of 2026-11-20
      Then gate D1 is undetermined

    Scenario: gate D2 Report filed within a month of the quarter
      Given report submitted is missing
      When evaluated as of 2026-11-20
      Then gate D2 is undetermined

    Scenario: gate D3 Report modified in time
      Given report modified is missing
      When evaluated as of 2026-11-20
      Then gate D3 is undetermined
