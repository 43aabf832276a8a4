# language: en
Feature: Precursors on default values

  Background:
    Given this scorecard
      | field           | value                                                                                     |
      | id              | precursors                                                                                |
      | version         | 1.0.0                                                                                     |
      | title           | Precursors on default values                                                              |
      | subject         | installation                                                                              |
      | attestation     | self-assessment                                                                           |
      | time zone       | Europe/Brussels                                                                           |
      | effective from  | 2026-01-01                                                                                |
      | rounding        | half-even, 5 decimals                                                                     |
      | not applicable  | drop and rescale                                                                          |
      | does not assess | documents that support the declared facts: communication of the operator of the precursor |
    And these bases
      | basis    | instrument        | clause    | certainty |
      | method   | IR (EU) 2025/2547 | Annex III | secondary |
      | defaults | IR (EU) 2025/2621 | Art. 1    | secondary |
    And these reference tables
      | table    | name                       | edition    | basis    |
      | defaults | cbam-default-values        | 2026-08-06 | defaults |
      | unknown  | cbam-unknown-origin-values | 2025-12-31 | defaults |
      | scope    | cbam-annex-i               |            | method   |
    And these facts
      | fact       | type              |
      | precursors | list of precursor |
    And each precursor has
      | field   | label            | type   | unit    | one of          | at least |
      | name    |                  | text   |         |                 |          |
      | cn_code | CN code          | text   |         |                 |          |
      | origin  |                  | text   |         |                 |          |
      | amount  | amount per tonne | number | t/t     |                 | 0        |
      | method  |                  | choice |         | default, actual |          |
      | stated  | stated value     | number | tCO2e/t |                 | 0        |
    And no two precursors share a name
    And in the reference case precursors are
      | name    | CN code  | origin | amount per tonne | method  | stated value |
      | pellets | 26011200 | AU     | 1.45 t/t         | default | 0.05 tCO2e/t |
    And for each precursor the quantity emissions counted (counted), a word from column emissions, on basis method
      | in    | with               |
      | scope | cn_code is CN code |
    And for each precursor the quantity direct emissions (direct), in tCO2e/t, from column direct, on basis defaults
      | in       | with                                   |
      | defaults | cn_code is CN code; country is origin  |
      | defaults | cn_code is CN code; country is 'other' |
    And for each precursor the quantity indirect emissions (indirect), in tCO2e/t, from column indirect, on basis defaults
      | in       | with                                   |
      | defaults | cn_code is CN code; country is origin  |
      | defaults | cn_code is CN code; country is 'other' |
    And for each precursor the quantity of unknown origin (worst), in tCO2e/t, from column total, on basis defaults
      | in      | with               |
      | unknown | cn_code is CN code |
    And for each precursor the quantity specific emissions (specific), in tCO2e/t
      | is                                    | when                                     | basis    |
      | stated value                          | method is actual                         | method   |
      | direct emissions + indirect emissions | emissions counted is direct_and_indirect | defaults |
      | direct emissions                      | otherwise                                | defaults |
    And for each precursor the quantity part, in tCO2e/t, on basis method
      | is                                    |
      | amount per tonne * specific emissions |
    And for each precursor the quantity share of the whole (part_share), in %, on basis method
      | is                                           | when                                    |
      | undetermined, because no emissions are in it | embedded in precursors is 0 tCO2e/t     |
      | 100 %                                        | part is at least embedded in precursors |
      | part / embedded in precursors                | otherwise                               |
    And for each precursor the quantity gap to the worst (gap), in tCO2e/t, on basis method
      | is                                     |
      | of unknown origin - specific emissions |
    And the quantity embedded in precursors (embedded), in tCO2e/t, the sum of part over precursors, on basis method
    And the quantity embedded in the great ones (great), in tCO2e/t, the sum of part over precursors, on basis method
      | where                                        |
      | specific emissions is more than 0.05 tCO2e/t |
    And the quantity all shares (whole), in %, the sum of share of the whole over precursors, on basis method
    And the quantity gaps, in tCO2e/t, the sum of gap to the worst over precursors, on basis defaults
    And these results
      | result   | is                         | rounded to | basis  |
      | total    | embedded in precursors     | 5 decimals | method |
      | of_great | embedded in the great ones | 5 decimals | method |
      | shares   | all shares                 | 2 decimals | method |
      | to_worst | gaps                       | 5 decimals | method |

  Rule: Published cases

    Scenario: pellets of a good whose indirect emissions count bring their own
      When evaluated as of 2026-11-20
      Then for precursor pellets the quantity emissions counted is the word direct_and_indirect
      And for precursor pellets the quantity specific emissions is 0.09 tCO2e/t
      And the quantity embedded in precursors is 0.1305 tCO2e/t
      And the quantity embedded in the great ones is 0.1305 tCO2e/t
      And the quantity all shares is 100 %

    Scenario: without emissions no precursor has a share
      Given precursors are
        | name     | CN code  | origin | amount per tonne | method  | stated value |
        | hydrogen | 28041000 | DZ     | 0 t/t            | default |              |
      When evaluated as of 2026-11-20
      Then for precursor hydrogen the rules leave the quantity share of the whole undetermined

    Scenario Outline: hydrogen counts its direct emissions only
      Given precursors are
        | name     | CN code  | origin   | amount per tonne | method   | stated value |
        | hydrogen | 28041000 | <origin> | 0.057 t/t        | <method> | <stated>     |
      When evaluated as of 2026-11-20
      Then the quantity embedded in precursors is <added> tCO2e/t
      And for precursor hydrogen the quantity indirect emissions is not applicable

      Examples:
        | origin | method  | stated    | added   |
        | DZ     | default |           | 0.61674 |
        | ZZ     | default |           | 1.01118 |
        | DZ     | actual  | 0 tCO2e/t | 0       |

    Scenario: several precursors add up, each by its own rule
      Given precursors are
        | name     | CN code  | origin | amount per tonne | method  | stated value |
        | pellets  | 26011200 | AU     | 1.45 t/t         | default |              |
        | hydrogen | 28041000 | DZ     | 0.057 t/t        | default |              |
        | scrap    | 72081000 | BR     | 0.1 t/t          | actual  | 0.05 tCO2e/t |
      When evaluated as of 2026-11-20
      Then the quantity embedded in precursors is 0.75224 tCO2e/t
      And the quantity embedded in the great ones is 0.74724 tCO2e/t
      And the quantity all shares is 100 %
      And for precursor scrap the quantity share of the whole is 6250/9403 %

    Scenario: nothing is embedded without precursors
      Given precursors is none
      When evaluated as of 2026-11-20
      Then the quantity embedded in precursors is 0 tCO2e/t
