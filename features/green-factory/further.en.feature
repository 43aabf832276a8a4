# language: en
Feature: Further examples · Green factory
  Each of these fails if a number, date, comparison, clause or verdict of the card slips, and no other example does.
  Proposed by a search from the rules as they stood on 2026-11-21, and read in samples only.

  Background:
    Given the scorecard green-factory

  Rule: What the examples beside the rules leave open

    Scenario: quantity carbon_way way to the lead value of CO2
      Given CO2 per output value is 10
      When evaluated as of 2026-03-01
      Then the quantity way to the lead value of CO2 is 100 %

    Scenario: quantity norm_way way to the lead value of energy
      Given products with an energy norm are
        | product | energy per unit | base value of the norm | lead value of the norm | energy used in tce |
        | A       | 0.1             | 0.30                   | 0.20                   | 8000 t             |
      When evaluated as of 2026-03-01
      Then the quantity way to the lead value of energy is 100 %

    Scenario: quantity platform_way way to eight functions
      Given functions of the platform, of 12 is 9 items
      When evaluated as of 2026-03-01
      Then the quantity way to eight functions is 100 %

    Scenario: quantity renewable_way way to the lead value of renewables
      Given renewable use rate is 90 %
      When evaluated as of 2026-03-01
      Then the quantity way to the lead value of renewables is 100 %

    Scenario: gate Y11-P Products that use energy
      Given supposing energy of the products is 0.01 t
      When evaluated as of 2026-03-01
      Then the conclusion is scored

    Scenario: gate Y15 Dynamic table by 15 April
      Given listed is missing
      When evaluated as of 2026-12-31
      Then gate Y15 is undetermined
      And gate Y15-L is undetermined

    Scenario: gate Y6-P Discharge permit held
      Given discharge permit due is missing
      When evaluated as of 2026-03-01
      Then gate Y6-P is undetermined

    Scenario: gate Y7 Four management systems
      Given filed on is missing
      When evaluated as of 2026-03-01
      Then gate Y7 is undetermined

    Scenario: gate Y8 From the provincial list, recommended by 31 July, public for 15 days
      Given filing is missing
      And days public is 14 days
      When evaluated as of 2027-01-01
      Then gate Y8 is undetermined
      And the conclusion is incomplete
