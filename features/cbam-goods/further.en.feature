# language: en
Feature: Further examples · CBAM, one line of goods
  Each of these fails if a number, date, comparison, clause or verdict of the card slips, and no other example does.
  Proposed by a search from the rules as they stood on 2026-11-21, and read in samples only.

  Background:
    Given the scorecard cbam-goods

  Rule: What the examples beside the rules leave open

    Scenario: quantity allocation_share misstated share of free allocation
      Given supposing actual free allocation is 0 tCO2e/t
      When evaluated as of 2026-11-20
      Then the quantity misstated share of free allocation is 100 %

    Scenario: quantity default_route route of the default value
      Given country of origin is LR
      When evaluated as of 2026-11-20
      Then the quantity benchmark of column B is undetermined because of the reference table defaults
      And the quantity specific free allocation is undetermined because of the reference table defaults

    Scenario: quantity emissions_share misstated share of emissions
      Given misstatement of emissions is 0 tCO2e/t
      When evaluated as of 2026-11-20
      Then the quantity misstated share of emissions is 0 %

    Scenario: quantity emissions_share misstated share of emissions (2)
      Given supposing actual specific emissions is 0 tCO2e/t
      When evaluated as of 2026-11-20
      Then the quantity misstated share of emissions is 100 %

    Scenario: quantity own_allocation free allocation of the process
      Given supposing retained share in production is 1
      When evaluated as of 2026-11-20
      Then the quantity free allocation of the process is 0.044 tCO2e/t

    Scenario: quantity sefa_actual actual free allocation
      Given precursors are
        | name | precursor code | origin | mass consumed | method       | stated direct emissions | stated indirect emissions | stated free allocation | report accredited | period covered | allocation verified |
        | P    | 72031000       | AU     | 1000 t        | actual_value | 1 tCO2e/t               | 0 tCO2e/t                 | 0.5 tCO2e/t            | yes               | yes            | yes                 |
      When evaluated as of 2026-11-20
      Then the quantity actual free allocation is 0.5429 tCO2e/t

    Scenario: quantity sefa_default free allocation by default
      Given supposing retained share is 1
      When evaluated as of 2026-11-20
      Then the quantity certificates due is 412 tCO2e

    Scenario: gate P1 A carbon price is claimed with actual values only
      Given carbon price paid is 0.01 EUR/t
      When evaluated as of 2027-02-01
      Then the conclusion is gate failed
      And a minor nonconformity P.CERTIFIED is raised
      And a minor nonconformity P.REBATES is raised

    Scenario: gate P1 A carbon price is claimed with actual values only (2)
      Given carbon price paid is missing
      When evaluated as of 2027-02-01
      Then the conclusion is incomplete

    Scenario: gate V1 Positive verification opinion
      Given determination is missing
      When evaluated as of 2026-11-20
      Then gate V1 is undetermined
      And gate V2 is undetermined
      And gate V3 is undetermined
      And gate V4 is undetermined
      And gate V7 is undetermined
      And gate V8 is undetermined
      And gate Y1 is undetermined
