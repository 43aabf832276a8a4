# language: en
Feature: Further examples · Carbon-negative products
  Each of these fails if a number, date, comparison, clause or verdict of the card slips, and no other example does.
  Proposed by a search from the rules as they stood on 2026-11-21, and read in samples only.

  Background:
    Given the scorecard negative-carbon-product

  Rule: What the examples beside the rules leave open

    Scenario: quantity checked footprint as checked
      Given end of life modelled and stated is no
      And stored biogenic carbon is 1 kgCO2e/kg
      When evaluated as of 2026-11-20
      Then the quantity footprint as checked is -2.7 kgCO2e/kg

    Scenario: quantity checked footprint as checked (2)
      Given stored biogenic carbon counted is yes
      And stored biogenic carbon is 1 kgCO2e/kg
      When evaluated as of 2026-11-20
      Then the quantity footprint as checked is -2.7 kgCO2e/kg

    Scenario: quantity footprint footprint without module D
      Given figures given by is categories of ISO 14067
      And boundary is gate to gate
      When evaluated as of 2026-11-20
      Then the quantity footprint as checked is -0.28 kgCO2e/kg
      And rule NEG-59 does not hold

    Scenario: quantity footprint footprint without module D (2)
      Given boundary is gate to gate
      When evaluated as of 2026-11-20
      Then the quantity footprint as checked is -2.8 kgCO2e/kg

    Scenario: quantity footprint footprint without module D (3)
      Given figures given by is categories of ISO 14067
      And removals of land use is 1 kgCO2e/kg
      When evaluated as of 2026-11-20
      Then the verdict is permitted with qualification

    Scenario: quantity footprint footprint without module D (4)
      Given figures given by is categories of ISO 14067
      And removals of direct land-use change is 1 kgCO2e/kg
      When evaluated as of 2026-11-20
      Then the verdict is permitted with qualification

    Scenario: quantity footprint footprint without module D (5)
      Given figures given by is categories of ISO 14067
      And emissions of land use is 1 kgCO2e/kg
      When evaluated as of 2026-11-20
      Then the verdict is misleading
      And rule NEG-D does not hold

    Scenario: quantity footprint footprint without module D (6)
      Given figures given by is categories of ISO 14067
      And emissions of direct land-use change is 1 kgCO2e/kg
      When evaluated as of 2026-11-20
      Then the verdict is misleading

    Scenario: rule NEG-02 Negative without the whole life
      Given boundary is cradle to retail
      When evaluated as of 2026-11-20
      Then the verdict is prohibited

    Scenario: rule NEG-D Negative by module D alone
      Given supposing footprint as checked is 0 kgCO2e/kg
      When evaluated as of 2026-11-20
      Then rule NEG-D holds

    Scenario: rule NEG-D Negative by module D alone (2)
      Given later stages is 2.8 kgCO2e/kg
      When evaluated as of 2026-11-20
      Then rule NEG-D does not hold

    Scenario: rule NEG-D Negative by module D alone (3)
      Given making stage is missing
      When evaluated as of 2026-11-20
      Then the possible verdicts are misleading, permitted with qualification

    Scenario: rule NEG-03 Storage under a hundred years or not monitored
      Given years of storage is 99 years
      When evaluated as of 2026-11-20
      Then the verdict is prohibited

    Scenario: rule NEG-04 Biogenic flows incomplete
      Given biogenic flows complete is no
      When evaluated as of 2026-11-20
      Then the verdict is needs evidence

    Scenario: rule NEG-06 Fossil or carbonate carbon as removal
      Given source of the stored carbon is carbonate
      When evaluated as of 2026-11-20
      Then the verdict is prohibited

    Scenario: rule NEG-59 Land use left out
      Given figures given by is categories of ISO 14067
      And land use (categories 5 and 9) included is no
      When evaluated as of 2026-11-20
      Then the verdict is permitted with qualification
