# language: en
Feature: The laboratory's rules

  Background:
    Given the scorecard laboratory
    And the scorecard applies when site name is not closed; region is one of north, south

  Rule: Quantities
    Background:
      Given the quantity green share (share), in %, on basis g-1
        | is                                    | when divided by zero |
        | min(green energy / energy use, 100 %) | 100 %                |
      And the quantity energy left (left), in MWh
        | is                                        | when               | basis    |
        | energy use - (green energy + 2 * 3600 MJ) | reading is falling | g-1, own |
        | max(energy use - green energy, 0)         | otherwise          | own      |
      And the quantity intensity, in tCO2e/MWh, on basis g-2
        | is                                          | when               | when divided by zero |
        | retired mass / energy use * water index / 1 | made public is yes | 0 tCO2e/MWh          |
        | -1 kgCO2e/kWh + factor                      | otherwise          |                      |
      And the quantity retired mass (retired_mass), in tCO2e, the sum of credit mass over carbon credits, on basis g-1
        | where                                                                                 |
        | credit kind is carbon removal; retired on is within claim year plus 12 months         |
        | retired on is within 5 years before the end of claim year; serial is none of A-7, A-8 |
      And the quantity grid factor (factor), in kgCO2e/kWh, by region, made public, on basis g-2
        | region    | made public | is     |
        | north     | yes         | 0.5703 |
        | south     | yes         | 1/3    |
        | otherwise | otherwise   | 1      |
      And the quantity plain, by strict, on basis g-1
        | strict | is |
        | on     | 1  |
        | off    | 2  |

    Scenario: no credits at all
      Given carbon credits is none
      And media is none
      And energy system is not applicable
      And evidence for energy use is missing
      And evidence for green energy was issued on 2025-02-01
      When evaluated as of 2026-03-01
      Then the quantity retired mass is 0 tCO2e
      And the quantity green share is between 0 % and 100 %
      And the quantity green share is undetermined because of energy use

    Scenario: other credits
      Given carbon credits are
        | serial | credit mass | retired on |
        | B-1    | 1000 kgCO2e | 2025-01-31 |
      And supposing green share is 50 %
      When evaluated as of 2026-03-01
      Then the quantity retired mass is 1 tCO2e

  Rule: Gates and indicators
    Background:
      Given these gates
        | id | gate         | requires                                                                                              | applies when           | basis |
        | G1 | Few of them  | energy use is at most 9 GWh; violations is less than 3 times; water index is more than 1            | energy system is absent; media includes any of web, print | g-1   |
        | G2 | Fresh papers | issue date is from the start of claim year minus 1 year; issue date is until the end of claim year plus 3 months | made public is yes     | g-1   |
        | G3 | Other papers | issue date is before 2029-01-01; issue date is after the month of the as-of date minus 400 days; issue date is on the end of claim year minus 30 days; the as-of date is within claim year plus 3 years | | g-1 |
      And these sections
        | section | label  | points |
        | A       | Energy | 60     |
        | B       | Talk   | 40     |
      And these indicators worth 60 points
        | id | indicator    | section | points | must                            | applies when        | basis |
        | A1 | Green energy | Energy  | 30     |                                 |                     | g-1   |
        | A2 | System       | A       | 20     | violations is not 7 times       | region is not south | g-1   |
        | A3 | Intensity    | A       | 10     |                                 |                     | g-2   |
      And these indicators worth 40 points
        | id | indicator  | section | points | basis |
        | B1 | Disclosure | Talk    | 30     | g-1   |
        | B2 | Share      | Talk    | 5      | g-1   |
        | B3 | Water      | Talk    | 4      | g-1   |
        | B4 | Plain      | Talk    | 1      | g-1   |
      And indicator Green energy scores green share in ‰ as
        | more than | at least | at most | below | points |
        |           |          |         | 500   | 0      |
        |           | 500      | 800     |       | 20     |
        | 800       |          |         |       | 30     |
      And indicator A2 scores energy system as
        | is          | points |
        | none at all | 0      |
        | certificate | 20     |
      And indicator A3 scores intensity in kgCO2e/kWh on a line through
        | at | points |
        | 0  | 10     |
        | 2  | 0      |
      And indicator B1 scores in equal parts each that holds
        | holds                                         |
        | made public is yes                            |
        | green share is between 20 % and 90 %          |
        | energy left is at most energy use             |
      And indicator B2 scores green share as its share
      And indicator B3 scores water index on a line through
        | at | points |
        | 0  | 4      |
        | 10 | 0      |
      And indicator B4 scores plain as
        | at least | below | points |
        |          | 2     | 0      |
        | 2        |       | 1      |

    Scenario Outline: a band begins at its lower edge, <energy> of a thousand
      Given green energy is <energy> MWh
      And the setting reading is falling
      And the setting strict is open
      And energy system is missing
      When evaluated as of 2026-03-01
      Then indicator Green energy scores <points>
      And indicator A2 is undetermined
      And indicator A2 is undetermined because of energy system
      And gate G1 is undetermined because of energy system
      And indicator B1 scores between 0 and 30
      And the total score is between 0 and 100

      Examples: around the edge
        | energy | points |
        | 499    | 0      |
        | 500    | 20     |

      Examples: above
        | energy | points |
        | 801    | 30     |

  Rule: Grades
    Background:
      Given these grades
        | grade | more than | at least | at most | below | also requires                                                     | basis |
        | A+    | 90        |          | 100     |       | gate G2 is met; indicator A1 is at least 20 points                | g-1   |
        | B     |           | 50       |         |       | green share is 80 %                                               | g-1   |
        | B     |           | 60       |         | 101   | gate Few of them is not applicable; the total score is at most 90 | own   |
      And the grades are called
        | grade | words |
        | A+    | best  |
        | B     | good  |
      And these findings
        | code       | finding     | when                             | severity    | close within | basis |
        | F1         | Gate missed | gate G1 is not met               | major       | 90 days      | g-1   |
        | F2.PENALTY |             | violations is at least 1 time    | minor       | 1 day        | g-1   |
        | F3         | Points left | indicator B1 is undetermined     | observation |              | own   |
      And these results
        | result | label         | is              | rounded to | basis |
        | share  | green share   | green share     | 1 decimals | g-1   |
        | score  | score reached | the total score | 2 decimals | own   |

    Scenario: ninety itself is not the best grade
      Given supposing the total score is 90
      When evaluated as of 2026-03-01
      Then the grade is good
      And the possible grades are good
      And gate G1 is met
      And the total score is 90
      And the result green share is 80 %
      And the result score is 90
      And a major nonconformity F1 is raised
      And a minor nonconformity F2.PENALTY is raised
      And an observation F3 is raised
      And no finding F1 is raised
      And the conclusion is not graded
