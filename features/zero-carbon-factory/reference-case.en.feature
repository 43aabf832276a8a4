# language: en
Feature: The example factory
  One complete Type I factory with the claim year 2024. It is invented; its values are chosen so that every field can be
  recalculated by hand. All examples of this scorecard change some of its values and leave the rest unchanged.

  Background:
    Given the scorecard zero-carbon-factory
    And this reference case
      | fact                                          | value                                                               |
      | factory type                                  | Type I                                                              |
      | claim year                                    | 2024-01-01 to 2024-12-31                                            |
      | scope 1 emission                              | 1200 tCO2e                                                          |
      | scope 2 emission                              | 4800 tCO2e                                                          |
      | scope 3 emission                              | 30000 tCO2e                                                         |
      | removal inside the boundary                   | 0 tCO2e                                                             |
      | claimed for the previous year                 | yes                                                                 |
      | residual emission of the previous year        | 6500 tCO2e                                                          |
      | electricity used                              | 50000 MWh                                                           |
      | legally established                           | yes                                                                 |
      | boundary stated                               | yes                                                                 |
      | normal operation                              | yes                                                                 |
      | accidents in three years                      | 0 times                                                             |
      | penalties in three years                      | 0 times                                                             |
      | official record shows no accidents            | yes                                                                 |
      | official record shows no penalties            | yes                                                                 |
      | processes on the elimination lists            | 0 items                                                             |
      | machines on the elimination lists             | 0 items                                                             |
      | products on the elimination lists             | 0 items                                                             |
      | energy intensity level                        | advanced value of the energy norm                                   |
      | product covered by the benchmark list         | no                                                                  |
      | commitment of top management                  | policy, resources, offset strategy, responsibility                  |
      | management systems                            | quality, environment, occupational health, energy                   |
      | inventory verified                            | yes                                                                 |
      | inventory categories complete                 | yes                                                                 |
      | data truthful                                 | yes                                                                 |
      | double claims                                 | 0 items                                                             |
      | building standard                             | GB 55015 met                                                        |
      | efficient lighting share                      | 100 %                                                               |
      | share of efficient equipment by power         | 80 %                                                                |
      | metering rate of energy across the boundary   | 100 %                                                               |
      | metering rate of main equipment               | 100 %                                                               |
      | share of emission sources monitored online    | 92 %                                                                |
      | system functions                              | collecting, accounting, analysing, alarming, forecasting, reporting |
      | share of valid data records                   | 97 %                                                                |
      | audit trail maintained                        | yes                                                                 |
      | emission factors verified                     | yes                                                                 |
      | renewable share of all energy                 | 45 %                                                                |
      | product energy norm                           | available                                                           |
      | energy use per unit of product                | 0.92                                                                |
      | limit value of the energy norm                | 1                                                                   |
      | advanced value of the energy norm             | 0.8                                                                 |
      | electrification share                         | 60 %                                                                |
      | usable waste heat available                   | yes                                                                 |
      | share of waste heat used                      | 35 %                                                                |
      | process water used                            | yes                                                                 |
      | water reuse share                             | 85 %                                                                |
      | solid waste use share                         | 80 %                                                                |
      | share of output value with verified footprint | 60 %                                                                |
      | product footprint reduction                   | 11 %                                                                |
      | low carbon product certificate                | yes                                                                 |
      | supplier actions                              | policy set, data requested                                          |
      | inventory coverage of emission sources        | 100 %                                                               |
      | reduction plan                                | target, road map, budget, owner                                     |
      | absolute emission reduction                   | 16.8 %                                                              |
      | years since the base year                     | 5 years                                                             |
      | emission intensity reduction                  | 15.17 %                                                             |
      | claimed reduction                             | 1200 tCO2e                                                          |
      | measured reduction                            | 1200 tCO2e                                                          |
      | credits additional                            | no                                                                  |
      | offset quantities published                   | yes                                                                 |
    And in the reference case credit records are
      | serial         | registry | kind of credit | vintage    | amount     | retirement date | retired for this factory | issued | used for ETS compliance |
      | CCER-2023-0001 | CCER     | reduction      | 2023-06-30 | 2400 tCO2e | 2025-02-01      | yes                      | yes    | no                      |
      | PURO-2024-0007 | Puro     | removal        | 2024-05-31 | 600 tCO2e  | 2025-02-01      | yes                      | yes    | no                      |
    And in the reference case supply records are
      | supply number | origin                | electricity delivered | generation date | environmental attributes retained | certificate number | cancellation date |
      | ROOF-2024     | own generation        | 12000 MWh             | 2024-07-31      | yes                               | not applicable     | not applicable    |
      | TRADE-2024    | green power trade     | 20000 MWh             | 2024-09-30      | yes                               | GEC-2024-09-A      | 2025-01-20        |
      | GEC-2024      | unbundled certificate | 8000 MWh              | 2024-03-31      | yes                               | GEC-2024-03-B      | 2025-01-20        |

  Rule: The example factory earns three stars

    Scenario Outline: Three stars under either interpretation
      Given the setting interpretation of the grade table is <reading>
      When evaluated as of 2025-06-30
      Then the total score is 111551/1500
      And the quantity residual emission is 6000 tCO2e
      And the quantity offset ratio is 50 %
      And the quantity removal ratio is 10 %
      And the quantity renewable electricity share is 80 %
      And the grade is three stars
      And the conclusion is graded

      Examples:
        | reading |
        | cascade |
        | literal |

    Scenario: Points of every indicator of the example factory
      When evaluated as of 2025-06-30
      Then indicator A1 scores 3
      And indicator A2 scores 2
      And indicator A3 scores 4
      And indicator A4 scores 4
      And indicator B1 scores 4.2
      And indicator B2 scores 3
      And indicator B3 scores 2.1
      And indicator B4 scores 3
      And indicator C1 scores 6.4
      And indicator C2 scores 1.35
      And indicator C3 scores 2.4
      And indicator C4 scores 1.2
      And indicator C5 scores 1.4
      And indicator C6 scores 1.75
      And indicator C7 scores 4/3
      And indicator D1 scores 3
      And indicator D2 scores 2.2
      And indicator D3 scores 1
      And indicator D4 scores 1
      And indicator E1 scores 4
      And indicator E2 scores 3
      And indicator E3 scores 4.8
      And indicator E4 scores 3.034
      And indicator E5 scores 3
      And indicator F1 scores 4
      And indicator F2 scores 3
      And indicator F3 scores 0.2
      And indicator F4 scores 1

    Scenario: Missing data leaves the points between zero and the maximum
      Given efficient lighting share is missing
      When evaluated as of 2025-06-30
      Then indicator A2 scores between 0 and 2
      And indicator A2 is undetermined because of efficient lighting share
      And the total score is between 108551/1500 and 111551/1500
