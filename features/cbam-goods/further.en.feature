# language: en
Feature: More examples · CBAM, one line of goods
  Each of these examples detects an error in a number, date, comparison, clause or verdict of the scorecard that no other example detects.
  Reviewed against the bases of the scorecard.

  Background:
    Given the scorecard cbam-goods

  Rule: Cases that the examples of the rules do not cover

    Scenario: without free allocation there is no misstated share of it
      Given supposing actual free allocation is 0 tCO2e/t
      When evaluated as of 2026-11-20
      Then the rules leave the quantity misstated share of free allocation undetermined

    Scenario: for Liberia, whose own table was not read, nothing is guessed
      Given country of origin is LR
      When evaluated as of 2026-11-20
      Then the quantity benchmark of column B is undetermined because of the reference table defaults
      And the quantity specific free allocation is undetermined because of the reference table defaults

    Scenario: without a misstatement nothing is misstated
      Given misstatement of emissions per tonne of goods is 0 tCO2e/t
      When evaluated as of 2026-11-20
      Then the quantity misstated share of emissions is 0 %

    Scenario: where no emissions were stated any misstatement of them is whole
      Given supposing actual specific emissions is 0 tCO2e/t
      When evaluated as of 2026-11-20
      Then the quantity misstated share of emissions is 100 %

    Scenario: with everything retained the process has its benchmark of column A
      Given supposing retained share in the year of production is 1
      When evaluated as of 2026-11-20
      Then the quantity free allocation of the process is 0.044 tCO2e/t

    Scenario: a verified allocation of a precursor adds to that of the process
      Given precursors are
        | name | precursor code | origin | mass consumed | determination of the precursor emissions | reported direct emissions per tonne of precursor | reported indirect emissions per tonne of precursor | reported free allocation per tonne of precursor | report by an accredited verifier | report covers the production of the precursor | free allocation verified |
        | P    | 72031000       | AU     | 1000 t        | actual_value                             | 1 tCO2e/t                                        | 0 tCO2e/t                                          | 0.5 tCO2e/t                                     | yes                              | yes                                           | yes                      |
      When evaluated as of 2026-11-20
      Then the quantity actual free allocation is 0.5429 tCO2e/t

    Scenario: with everything retained the benchmark of column B is taken off whole
      Given supposing retained share is 1
      When evaluated as of 2026-11-20
      Then the quantity certificates due is 412 tCO2e

    Scenario: the least carbon price cannot be claimed with default values
      Given carbon price paid per tonne of goods is 0.01 EUR/t
      When evaluated as of 2027-02-01
      Then the conclusion is gate failed
      And a minor nonconformity P.CERTIFIED is raised
      And a minor nonconformity P.REBATES is raised

    Scenario: whether a carbon price was paid must be said
      Given carbon price paid per tonne of goods is missing
      When evaluated as of 2027-02-01
      Then the conclusion is incomplete

    Scenario: by which values is determined must be said
      Given method of determination is missing
      When evaluated as of 2026-11-20
      Then gate V1 is undetermined
      And gate V2 is undetermined
      And gate V3 is undetermined
      And gate V4 is undetermined
      And gate V7 is undetermined
      And gate V8 is undetermined
      And gate Y1 is undetermined

    Scenario: without a choice the default value of a precursor has its mark-up
      Given precursors are
        | name | precursor code | origin | mass consumed | determination of the precursor emissions | reported direct emissions per tonne of precursor | reported indirect emissions per tonne of precursor | reported free allocation per tonne of precursor | report by an accredited verifier | report covers the production of the precursor | free allocation verified |
        | P    | 26011200       | AU     | 1450 t        | default_value                            |                                                  |                                                    |                                                 | no                               | no                                            | no                       |
      When evaluated as of 2026-11-20
      Then the quantity embedded emissions from all precursors is 0.14355 tCO2e/t

    Scenario: the benchmark of a precursor is that of its country's route, not that of the others
      Given precursors are
        | name | precursor code | origin | mass consumed | determination of the precursor emissions | reported direct emissions per tonne of precursor | reported indirect emissions per tonne of precursor | reported free allocation per tonne of precursor | report by an accredited verifier | report covers the production of the precursor | free allocation verified |
        | P    | 72061000       | AZ     | 1000 t        | default_value                            |                                                  |                                                    |                                                 | no                               | no                                            | no                       |
      When evaluated as of 2026-11-20
      Then the quantity free allocation from all precursors is 0.026325 tCO2e/t

    Scenario: of scrap no emissions count
      Given precursors are
        | name | precursor code | origin | mass consumed | determination of the precursor emissions | reported direct emissions per tonne of precursor | reported indirect emissions per tonne of precursor | reported free allocation per tonne of precursor | report by an accredited verifier | report covers the production of the precursor | free allocation verified |
        | P    | 72044990       | US     | 1000 t        | default_value                            |                                                  |                                                    |                                                 | no                               | no                                            | no                       |
      When evaluated as of 2026-11-20
      Then for precursor P the quantity precursor emissions counted is the word none

    Scenario: a carbon price of one euro reduces what is due
      Given method of determination is actual values
      And supposing actual specific emissions is 2 tCO2e/t
      And supposing actual free allocation is 1.33575 tCO2e/t
      And carbon price paid per tonne of goods is 1 EUR/t
      And carbon price certified is yes
      And rebates deducted is yes
      When evaluated as of 2026-11-20
      Then the quantity reduction for carbon price paid is 25/1882 tCO2e/t

    Scenario Outline: what an accredited report does not state of a precursor is not nought
      Given precursors are
        | name | precursor code | origin | mass consumed | determination of the precursor emissions | reported direct emissions per tonne of precursor | reported indirect emissions per tonne of precursor | reported free allocation per tonne of precursor | report by an accredited verifier | report covers the production of the precursor | free allocation verified |
        | P    | 26011200       | AU     | 1000 t        | actual_value                             | <direct>                                         | <indirect>                                         | <allocation>                                    | yes                              | yes                                           | yes                      |
      When evaluated as of 2026-11-20
      Then the quantity <open> is undetermined because of precursors

      Examples:
        | direct       | indirect     | allocation  | open                                   |
        |              | 0.02 tCO2e/t | 0.1 tCO2e/t | embedded emissions from all precursors |
        | 0.05 tCO2e/t |              | 0.1 tCO2e/t | embedded emissions from all precursors |
        | 0.05 tCO2e/t | 0.02 tCO2e/t |             | free allocation from all precursors    |
