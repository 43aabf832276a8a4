# language: en
Feature: More examples · Zero-carbon factory star rating
  Each of these examples detects an error in a number, date, comparison, clause or verdict of the scorecard that no other example detects.
  Reviewed against the bases of the scorecard.

  Background:
    Given the scorecard zero-carbon-factory

  Rule: Cases that the examples of the rules do not cover

    Scenario: without a reading of the table a score just above 80 is three stars by cascade, and none literally
      Given supposing the total score is 80.001
      When evaluated as of 2025-06-30
      Then the possible grades are three stars, none

    Scenario: without a choice three stars of Type II ask half of the residual too
      Given factory type is Type II
      When evaluated as of 2025-06-30
      Then the grade is none

    Scenario Outline: credits of each accepted type keep their point of quality
      Given credit records are
        | serial         | registry   | kind of credit | vintage    | amount     | retirement date | retired for this factory | issued | used for ETS compliance |
        | CCER-2023-0001 | <registry> | reduction      | 2023-06-30 | 2400 tCO2e | 2025-02-01      | yes                      | yes    | no                      |
      When evaluated as of 2026-06-30
      Then the quantity credits of accepted type is 2400 tCO2e
      And indicator F2 scores 3

      Examples:
        | registry                         |
        | CDM CER                          |
        | VCS                              |
        | Gold Standard                    |
        | provincial carbon inclusion unit |
        | Isometric                        |

    Scenario: a credit retired on the first day of the claim year keeps its point for it
      Given credit records are
        | serial         | registry | kind of credit | vintage    | amount     | retirement date | retired for this factory | issued | used for ETS compliance |
        | CCER-2023-0001 | CCER     | reduction      | 2023-06-30 | 2400 tCO2e | 2024-01-01      | yes                      | yes    | no                      |
      When evaluated as of 2026-06-30
      Then indicator F2 scores 3

    Scenario: half a tonne of credits has a quality
      Given credit records are
        | serial         | registry | kind of credit | vintage    | amount    | retirement date | retired for this factory | issued | used for ETS compliance |
        | CCER-2023-0001 | CCER     | reduction      | 2023-06-30 | 0.5 tCO2e | 2025-02-01      | yes                      | yes    | no                      |
      When evaluated as of 2026-06-30
      Then indicator F2 scores 3

    Scenario Outline: credits retired on the day of the evaluation count, those of the day after do not yet
      Given credit records are
        | serial         | registry | kind of credit | vintage    | amount    | retirement date | retired for this factory | issued | used for ETS compliance |
        | PURO-2024-0007 | Puro     | removal        | 2024-05-31 | 600 tCO2e | <retired>       | yes                      | yes    | no                      |
      When evaluated as of 2025-06-30
      Then the quantity credits counted is <counted> tCO2e
      And the quantity removals counted is <counted> tCO2e
      And <ahead>

      Examples:
        | retired    | counted | ahead                             |
        | 2025-06-30 | 600     | no finding F2.AHEAD is raised     |
        | 2025-07-01 | 0       | an observation F2.AHEAD is raised |

    Scenario: while the type is open, so is whether anything is left that credits could clear
      Given factory type is missing
      When evaluated as of 2025-06-30
      Then indicator F2 scores between 0 and 3

    Scenario: traded power whose certificate is not named may count, if it was cancelled on the first day of the claim year
      Given supply records are
        | supply number | origin            | electricity delivered | generation date | environmental attributes retained | cancellation date |
        | ROOF-2024     | green power trade | 12000 MWh             | 2024-07-31      | yes                               | 2024-01-01        |
      When evaluated as of 2027-06-30
      Then indicator C1 scores between 0 and 1.92

    Scenario: whether there is an energy norm must be said
      Given product energy norm is missing
      When evaluated as of 2025-06-30
      Then indicator C3 scores between 0 and 2.4

    Scenario: whether machines on the lists are left must be said
      Given machines on the elimination lists is missing
      When evaluated as of 2025-06-30
      Then indicator A3 scores between 0 and 4

    Scenario: meters at the boundary must be said
      Given metering rate of energy across the boundary is missing
      When evaluated as of 2025-06-30
      Then indicator A4 scores between 0 and 4

    Scenario: whether there is waste heat must be said
      Given usable waste heat available is missing
      When evaluated as of 2025-06-30
      Then indicator C5 scores between 0 and 1.4

    Scenario: whether there is process water used must be said
      Given process water used is missing
      When evaluated as of 2025-06-30
      Then indicator C6 scores between 0 and 1.75

    Scenario: whether the inventory was verified must be said
      Given inventory verified is missing
      When evaluated as of 2025-06-30
      Then indicator E1 scores between 0 and 4

    Scenario: one tonne that is left and cleared many times over is cleared in full
      Given scope 1 emission is 0 tCO2e
      And scope 2 emission is 1 tCO2e
      When evaluated as of 2025-06-30
      Then indicator F1 scores 8

    Scenario: of the least amount presented only that it is additional may be proved
      Given credits additional is yes
      And supposing credits presented is 0.01 tCO2e
      When evaluated as of 2026-06-30
      Then indicator F2 scores 1

    Scenario: six stars by the secondary sources take an offset in full, also of Type I
      Given the setting source for six stars is secondary sources
      And supposing the total score is 100
      And supposing renewable electricity share is 100 %
      And supposing removal ratio is 100 %
      When evaluated as of 2025-06-30
      Then the possible grades are three stars, none

    Scenario: the least electricity with a certificate cancelled before generation is a major nonconformity
      Given supposing electricity with a certificate cancelled before generation is 0.01 MWh
      When evaluated as of 2025-06-30
      Then a major nonconformity C1.REVERSED is raised

    Scenario: the least amount of credits retired before their vintage is a major nonconformity
      Given supposing credits retired before their vintage is 0.01 tCO2e
      When evaluated as of 2025-06-30
      Then a major nonconformity F2.REVERSED is raised

    Scenario: one penalty within three years is a major nonconformity
      Given penalties in three years is 1 time
      When evaluated as of 2027-01-01
      Then a major nonconformity G2.PENALTY is raised
