# language: en
Feature: Further examples · Direct connection of green power
  Each of these fails if a number, date, comparison, clause or verdict of the card slips, and no other example does.
  Proposed by a search from the rules as they stood on 2026-11-21, and read in samples only.

  Background:
    Given the scorecard green-direct-connection

  Rule: What the examples beside the rules leave open

    Scenario: setting load_share_reading reading of 35 %
      Given year assessed is 2026-01-01 to 2030-01-01
      When evaluated as of 2026-11-20
      Then the quantity least share before Ningxia is 35 %

    Scenario: quantity curtailed_share share curtailed
      Given generated, with release of storage is 0 GWh
      And curtailed is 0 GWh
      When evaluated as of 2026-11-20
      Then the rules leave the quantity share curtailed undetermined
      And the rules leave the quantity share fed in undetermined
      And the quantity share of own use is 0 %

    Scenario: quantity curtailed_share share curtailed (3)
      Given curtailed is 0 GWh
      When evaluated as of 2026-11-20
      Then the quantity share curtailed is 0 %

    Scenario: quantity curtailed_share share curtailed (2)
      Given generated, with release of storage is 0 GWh
      And curtailed is 1 GWh
      When evaluated as of 2026-11-20
      Then the quantity share curtailed is 100 %

    Scenario: quantity load_min least share of the load
      Given province is missing
      And share of the load last year is 100 %
      When evaluated as of 2026-11-20
      Then the quantity least share of the load is between 30 % and 100 %
      And gate L26 is undetermined
      And gate L27 is undetermined

    Scenario: quantity load_share share of the load
      Given total load is 0 GWh
      When evaluated as of 2026-11-20
      Then the quantity share of the load is 0 %

    Scenario: quantity near_enough near enough for Ningxia
      Given voltage of the connection in kV is 219.99
      When evaluated as of 2026-11-20
      Then condition near enough for Ningxia does not hold

    Scenario: gate L0 Several users only since 688号
      Given kind of project is missing
      When evaluated as of 2030-12-31
      Then gate L0 is undetermined
      And gate L10 is undetermined
      And gate L11 is undetermined
      And gate L9 is undetermined

    Scenario: gate L0-FED Not more fed in than generated
      Given fed into the grid is 0 GWh
      When evaluated as of 2026-11-20
      Then the conclusion is scored

    Scenario: gate L1 At least 60 % used by itself
      Given connected to the grid is no
      And kind of project is missing
      When evaluated as of 2030-12-31
      Then gate L1 is undetermined
      And gate L2 is undetermined

    Scenario: gate L12 Own plant: fund paid and output cut
      Given kind of load is missing
      When evaluated as of 2026-11-20
      Then gate L12 is undetermined

    Scenario: gate L17 Exchange and peak-valley rate as declared
      Given connected to the grid is missing
      When evaluated as of 2026-11-20
      Then gate L17 is undetermined
      And gate L4 is undetermined
      And gate L6 is undetermined

    Scenario: gate L19 Contract or inner agreements
      Given source and load of different owners is missing
      When evaluated as of 2026-11-20
      Then gate L19 is undetermined

    Scenario: without a choice Ningxia's points are added to thirty percent, up to the whole load
      Given province is Ningxia
      And in operation from is 1970-01-01
      And share of the load last year is 34 %
      When evaluated as of 2027-01-31
      Then the quantity least share of the load is 100 %
