# language: en
Feature: The rules of the green office

  Background:
    Given the scorecard green-office
    And the scorecard applies when city is not Atlantis
    And the quantity green share (share), in %
      | is                                         | when                                     | basis |
      | 0 %                                        | electricity used is 0 MWh                | own   |
      | 100 %                                      | green power is at least electricity used | guide |
      | min(green power / electricity used, 100 %) | otherwise                                | guide |
    And the quantity cleared, in %
      | is                | when                        | basis |
      | 100 %             | emitted is 0 tCO2e          | own   |
      | 100 %             | counted is at least emitted | guide |
      | counted / emitted | otherwise                   | guide |
    And the quantity emitted, in tCO2e
      | is                                       | when                          | basis |
      | electricity used * grid factor           | reading of 4.2 is head office | guide |
      | electricity used * grid factor + 5 tCO2e | otherwise                     | own   |
    And the quantity counted, in tCO2e, the sum of amount over carbon credits
      | where                                                                                               | basis |
      | kind is removal; retired on is within report year plus 6 months; retired on is until the as-of date | guide |
      | kind is reduction; retired on is within report year; retired on is until the as-of date             | own   |
    And the quantity grid factor (factor), in tCO2e/MWh, by tariff, on basis table
      | tariff    | is  |
      | green     | 0.1 |
      | otherwise | 0.6 |
    And the quantity effort, by plan published, on basis own
      | plan published | is |
      | yes            | 1  |
      | no             | 0  |
    And the quantity removals, in items, the number of records over carbon credits, on basis guide
      | where           |
      | kind is removal |
    And the quantity share of removal (removed), in %, the share of amount over carbon credits, or 0 % if there are none, on basis guide
      | where           |
      | kind is removal |
    And the quantity smallest credit (smallest), in tCO2e, the least amount over carbon credits, or 0 tCO2e if there are none, on basis own
    And the quantity last retirement (retired_last), the latest retired on over carbon credits, or never if there are none, on basis own
    And the quantity goal, in MWh, on basis guide
      | is                                                             |
      | 200 MWh * (1 - 3 %) ^ min(max(year(audit date) - 2024, 0), 30) |
    And the quantity months told (covered), in months, on basis guide
      | is                  |
      | months(report year) |
    And the quantity since, in days, on basis own
      | is                                 |
      | days(audit date to the as-of date) |
    And the quantity green bought (bought), in MWh, on basis guide
      | is                                   |
      | round(green power, 5 MWh, half-even) |
    And the quantity wear, on basis own
      | is                                                            |
      | round(1.015 ^ (17.5 - 20 * green share), 0.000001, half-even) |
    And the quantity decay, on basis own
      | is                                           |
      | round(exp(0 - green share), 0.0001, half-up) |
    And the date plan due (due), on basis own
      | is                                                                  | when            |
      | latest(audit date plus 6 months, the end of the year of audit date) | tariff is green |
      | the end of the quarter of audit date plus 1 day                     | otherwise       |
  Rule: Gates
    Background:
      Given these gates
        | id | gate           | requires                                           | applies when   | basis |
        | G1 | Few fines      | fines is at most 1 time                            |                | guide |
        | G2 | Fresh audit    | audit date is within 2 years before the as-of date | tariff is grey | own   |
        | G3 | Small or green | electricity used is at most 500 MWh                |                | guide |
        | G3 |                | tariff is green                                    |                | table |
        | G3 |                | unless fines is more than 5 times                  |                | own   |

    Scenario: two fines are one too many
      Given fines is 2 times
      When evaluated as of 2026-06-30
      Then gate G1 is not met
      And the conclusion is gate failed
  Rule: Points
    Background:
      Given these sections
        | section | label | points |
        | use     | Use   | 60     |
        | care    | Care  | 40     |
      And these indicators worth 60 points
        | id | indicator   | section | points | must             | basis |
        | U1 | Green power | use     | 30     |                  | guide |
        | U2 | Tariff      | use     | 10     | fines is 0 times | table |
        | U3 | Emissions   | use     | 20     |                  | guide |
      And these indicators worth 40 points
        | id | indicator    | section | points | applies when                         | basis |
        | C1 | Measures     | care    | 20     |                                      | guide |
        | C2 | Compensation | care    | 15     | electricity used is more than 50 MWh | own   |
        | C3 | Effort       | care    | 5      |                                      | own   |
      And indicator U1 scores green share in % as
        | more than | at least | at most | below | points |
        |           |          |         | 50    | 0      |
        |           | 50       | 80      |       | 20     |
        | 80        |          |         |       | 30     |
      And indicator U2 scores tariff as
        | is    | points |
        | green | 10     |
        | grey  | 0      |
      And indicator U3 scores emitted in tCO2e on a line through
        | at | points |
        | 0  | 20     |
        | 40 | 0      |
      And indicator C1 scores in equal parts each that holds
        | holds                                   |
        | measures includes any of lamps, heating |
        | measures includes any of training       |
      And indicator C2 scores cleared as its share
      And indicator C3 scores effort on a line through
        | at | points |
        | 0  | 0      |
        | 1  | 5      |

    Scenario Outline: a band begins at its lower edge
      Given green power is <power> MWh
      When evaluated as of 2026-06-30
      Then indicator U1 scores <points>

      Examples:
        | power | points |
        | 59.99 | 0      |
        | 60    | 20     |
        | 96    | 20     |
        | 96.01 | 30     |
  Rule: Grades and findings
    Background:
      Given these grades
        | grade | at least | also requires                                              | basis |
        | A     | 80       | gate G1 is met; indicator U1 is at least 20 points         | guide |
        | A     |          | unless gate G2 is met; indicator C1 is less than 20 points | own   |
        | B     | 50       |                                                            | guide |
      And the grades are called
        | grade | words |
        | A     | good  |
        | B     | fair  |
      And these findings
        | code    | finding           | when                       | severity | close within | basis |
        | F1.FINE | A fine to explain | fines is more than 0 times | minor    | 90 days      | own   |
        | F2.LATE | Retired late | last retirement is after the end of report year plus 6 months | observation | | own |
        | F3.DUE  | Plan overdue      | the as-of date is after plan due | observation | | own |
      And these results
        | result    | label     | is              | rounded to | basis |
        | emissions | Emissions | emitted         | 1 decimals | guide |
        | score     | Score     | the total score | 2 decimals | guide |
      And these results
        | result   | is               | rounded to | basis |
        | goal     | goal             | 1 decimals | guide |
        | months   | months told      | 0 decimals | guide |
        | age      | since            | 0 decimals | own   |
        | bought   | green bought     | 0 decimals | guide |
        | removals | removals         | 0 decimals | guide |
        | removed  | share of removal | 1 decimals | guide |
        | smallest | smallest credit  | 1 decimals | own   |
        | wear     | wear             | 6 decimals | own   |
        | decay    | decay            | 4 decimals | own   |

    Scenario: without bills the grade stays open
      Given evidence for green power is missing
      When evaluated as of 2026-06-30
      Then indicator U1 is undetermined because of green power
      And indicator U1 scores between 0 and 30
      And the possible grades are good, fair

    Scenario: the goal falls by 3 % a year
      Given audit date is 2026-05-31
      When evaluated as of 2026-06-30
      Then the quantity goal is 188.18 MWh
      And the quantity since is 30 days
      And the quantity months told is 12 months
      And the quantity green bought is 95 MWh
      And the quantity wear is 1.022584
      And the quantity decay is 0.4493

    Scenario: two of three tonnes were removed
      Given carbon credits are
        | serial | amount  | kind      | retired on |
        | A-1    | 2 tCO2e | removal   | 2026-02-01 |
        | A-2    | 1 tCO2e | reduction | 2025-02-01 |
      When evaluated as of 2026-06-30
      Then the quantity removals is 1 item
      And the quantity share of removal is 200/3 %
      And the quantity smallest credit is 1 tCO2e
      And the quantity last retirement is 2026-02-01

    Scenario Outline: half a year after the audit, at the end of its year at the earliest
      Given tariff is <tariff>
      And audit date is <audit>
      When evaluated as of 2026-06-30
      Then the quantity plan due is <due>
      And <finding>

      Examples:
        | tariff | audit      | due        | finding                         |
        | green  | 2025-05-30 | 2025-12-31 | an observation F3.DUE is raised |
        | green  | 2025-08-31 | 2026-02-28 | an observation F3.DUE is raised |
        | green  | 2025-12-30 | 2026-06-30 | no finding F3.DUE is raised     |
        | green  | 2025-12-29 | 2026-06-29 | an observation F3.DUE is raised |
        | grey   | 2025-12-29 | 2026-01-01 | an observation F3.DUE is raised |

    Scenario: a hundredth below the edge
      Given supposing the total score is 79.99
      When evaluated as of 2026-06-30
      Then the grade is fair
      And no finding F1.FINE is raised
