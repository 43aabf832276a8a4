# language: en
Feature: Further examples · Zero-carbon factory star rating
  Each of these fails if a number, date, comparison, clause or verdict of the card slips, and no other example does.
  Proposed by a search from the rules as they stood on 2026-11-21, and read in samples only.

  Background:
    Given the scorecard zero-carbon-factory

  Rule: What the examples beside the rules leave open

    Scenario: card
      Given supposing the total score is 80.001
      When evaluated as of 2025-06-30
      Then the possible grades are three stars, none

    Scenario: setting type_ii_three_stars offset for three stars of Type II
      Given factory type is Type II
      When evaluated as of 2025-06-30
      Then the grade is none

    Scenario: quantity credits_of_type credits of accepted type
      Given credit records are
        | serial         | registry | kind of credit | vintage    | amount     | retirement date | retired for this factory | issued | used for ETS compliance |
        | CCER-2023-0001 | CDM CER  | reduction      | 2023-06-30 | 2400 tCO2e | 2025-02-01      | yes                      | yes    | no                      |
      When evaluated as of 2026-06-30
      Then indicator F2 scores 3

    Scenario: quantity credits_of_type credits of accepted type (2)
      Given credit records are
        | serial         | registry | kind of credit | vintage    | amount     | retirement date | retired for this factory | issued | used for ETS compliance |
        | CCER-2023-0001 | VCS      | reduction      | 2023-06-30 | 2400 tCO2e | 2025-02-01      | yes                      | yes    | no                      |
      When evaluated as of 2026-06-30
      Then indicator F2 scores 3

    Scenario: quantity credits_of_type credits of accepted type (3)
      Given credit records are
        | serial         | registry      | kind of credit | vintage    | amount     | retirement date | retired for this factory | issued | used for ETS compliance |
        | CCER-2023-0001 | Gold Standard | reduction      | 2023-06-30 | 2400 tCO2e | 2025-02-01      | yes                      | yes    | no                      |
      When evaluated as of 2026-06-30
      Then indicator F2 scores 3

    Scenario: quantity credits_of_type credits of accepted type (4)
      Given credit records are
        | serial         | registry                  | kind of credit | vintage    | amount     | retirement date | retired for this factory | issued | used for ETS compliance |
        | CCER-2023-0001 | provincial inclusive unit | reduction      | 2023-06-30 | 2400 tCO2e | 2025-02-01      | yes                      | yes    | no                      |
      When evaluated as of 2026-06-30
      Then indicator F2 scores 3

    Scenario: quantity credits_of_type credits of accepted type (5)
      Given credit records are
        | serial         | registry  | kind of credit | vintage    | amount     | retirement date | retired for this factory | issued | used for ETS compliance |
        | CCER-2023-0001 | Isometric | reduction      | 2023-06-30 | 2400 tCO2e | 2025-02-01      | yes                      | yes    | no                      |
      When evaluated as of 2026-06-30
      Then indicator F2 scores 3

    Scenario: quantity credits_retired credits retired in time
      Given credit records are
        | serial         | registry | kind of credit | vintage    | amount     | retirement date | retired for this factory | issued | used for ETS compliance |
        | CCER-2023-0001 | CCER     | reduction      | 2023-06-30 | 2400 tCO2e | 2024-01-01      | yes                      | yes    | no                      |
      When evaluated as of 2026-06-30
      Then indicator F2 scores 3

    Scenario: quantity inventory inventory emission
      Given factory type is missing
      When evaluated as of 2025-06-30
      Then indicator F2 scores between 0 and 3

    Scenario: quantity renewable_electricity renewable electricity counted
      Given supply records are
        | supply number | origin            | electricity delivered | generation date | attributes kept | cancellation date |
        | ROOF-2024     | green power trade | 12000 MWh             | 2024-07-31      | yes             | 2024-01-01        |
      When evaluated as of 2027-06-30
      Then indicator C1 scores between 0 and 1.92

    Scenario: gate G4-N An energy norm that can be one
      Given product energy norm is missing
      When evaluated as of 2025-06-30
      Then gate G4-N is undetermined
      And indicator C3 scores between 0 and 2.4

    Scenario: indicator A3 Efficient motors, transformers, compressors and boilers
      Given eliminated machines is missing
      When evaluated as of 2025-06-30
      Then indicator A3 scores between 0 and 4

    Scenario: indicator A4 Metering
      Given boundary metering rate is missing
      When evaluated as of 2025-06-30
      Then indicator A4 scores between 0 and 4

    Scenario: indicator C5 Waste heat and pressure
      Given usable waste heat is missing
      When evaluated as of 2025-06-30
      Then indicator C5 scores between 0 and 1.4

    Scenario: indicator C6 Water reuse
      Given process water is missing
      When evaluated as of 2025-06-30
      Then indicator C6 scores between 0 and 1.75

    Scenario: indicator E1 Complete, verified inventory
      Given inventory verified is missing
      When evaluated as of 2025-06-30
      Then indicator E1 scores between 0 and 4

    Scenario: indicator F2 Quality of the credits
      Given scope 1 emission is 0 tCO2e
      And scope 2 emission is 1 tCO2e
      When evaluated as of 2025-06-30
      Then indicator F1 scores 8

    Scenario: indicator F2 Quality of the credits (2)
      Given credits additional is yes
      And supposing credits presented is 0.01 tCO2e
      When evaluated as of 2026-06-30
      Then indicator F2 scores 1

    Scenario: ladder
      Given the setting source for six stars is secondary sources
      And supposing the total score is 100
      And supposing renewable electricity share is 100 %
      And supposing removal ratio is 100 %
      When evaluated as of 2025-06-30
      Then the possible grades are three stars, none

    Scenario: finding C1.REVERSED A certificate was cancelled before its electricity was generated
      Given supposing electricity certified before its generation is 0.01 MWh
      When evaluated as of 2025-06-30
      Then a major nonconformity C1.REVERSED is raised

    Scenario: finding F2.REVERSED A credit was retired before its vintage
      Given supposing credits retired before their vintage is 0.01 tCO2e
      When evaluated as of 2025-06-30
      Then a major nonconformity F2.REVERSED is raised

    Scenario: finding G2.PENALTY A penalty or bad credit record within three years
      Given penalties in three years is 1 time
      When evaluated as of 2027-01-01
      Then a major nonconformity G2.PENALTY is raised
