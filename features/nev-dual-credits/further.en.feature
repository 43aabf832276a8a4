# language: en
Feature: Further examples · Dual credits of passenger-car makers
  Each of these fails if a number, date, comparison, clause or verdict of the card slips, and no other example does.
  Proposed by a search from the rules as they stood on 2026-11-21, and read in samples only.

  Background:
    Given the scorecard nev-dual-credits

  Rule: What the examples beside the rules leave open

    Scenario: quantity fall fall of fuel use
      Given fuel actual of the year before in L/100 km is 0
      When evaluated as of 2027-06-30
      Then the rules leave the quantity fall of fuel use undetermined

    Scenario: quantity fuel_balance fuel balance
      Given all cars that count for fuel is 1999
      And fuel actual in L/100 km is 4.8
      When evaluated as of 2026-06-30
      Then the quantity fuel balance is 6076.96

    Scenario: quantity nev_balance NEV balance
      Given NEV credits bought is 1
      When evaluated as of 2028-06-30
      Then the quantity NEV balance is 75401

    Scenario: quantity per_car credits of one car
      Given models are
        | model | type      | cars  | electric range | rated power of the stack | other conditions met |
        | B-450 | fuel cell | 60000 | 450 km         | 0 kW                     | yes                  |
      When evaluated as of 2026-06-30
      Then the quantity NEV balance is -68400

    Scenario: quantity per_car credits of one car (2)
      Given supposing rules of the year is 0.99
      When evaluated as of 2026-06-30
      Then for car model B-450 the rules leave the quantity credits of the model undetermined

    Scenario: quantity per_car credits of one car (3)
      Given supposing rules of the year is 0.99
      And models are
        | model | type           | cars  | electric range | rated power of the stack | other conditions met |
        | B-450 | plug-in hybrid | 60000 | 450 km         | 0 kW                     | yes                  |
      When evaluated as of 2026-06-30
      Then the conclusion is incomplete

    Scenario: quantity per_car credits of one car (4)
      Given supposing rules of the year is 0.99
      And models are
        | model | type      | cars  | electric range | rated power of the stack | other conditions met |
        | B-450 | fuel cell | 60000 | 450 km         | 0 kW                     | yes                  |
      When evaluated as of 2026-06-30
      Then the conclusion is incomplete

    Scenario: quantity relief relief of the target
      Given all cars that count for fuel is 1999
      When evaluated as of 2028-06-30
      Then the conclusion is scored

    Scenario: gate H12 Fuel credits received from an affiliate of 25 %
      Given fuel credits received is missing
      When evaluated as of 2026-06-30
      Then the conclusion is incomplete

    Scenario: finding H11.NEVER Fuel surplus does not clear NEV debt
      Given supposing NEV debt is 0.01
      And supposing fuel balance is 0.01
      When evaluated as of 2026-06-30
      Then an observation H11.NEVER is raised
