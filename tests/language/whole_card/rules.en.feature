# language: en
Feature: The rules of the whole card

  Background:
    Given the scorecard whole-card
    And the scorecard applies when registry is not closed; media includes any of web, print

  Rule: Quantities
    Background:
      Given the quantity energy intensity (intensity), in MWh/t, on basis guide
        | is                  |
        | energy use / output |
      And the quantity left, in MWh
        | is                                    | when                       | basis      |
        | energy use - (1200 MWh - 3 * 100 MWh) | scope reading is all sites | guide, own |
        | max(energy use, 10 MWh)               | otherwise                  | own        |
      And the quantity covered share (covered), in %, on basis table-3
        | is                                          | when divided by zero |
        | min(counted / (counted + shortfall), 100 %) | 100 %                |
      And the date report due (due), on basis guide
        | is                                                                                | when                       |
        | latest(the end of the quarter of the end of claim year plus 2 months, 2026-04-01) | scope reading is all sites |
        | never                                                                             | otherwise                  |
      And the quantity shortfall, in tCO2e, on basis own
        | is      |
        | 3 tCO2e |
      And the quantity counted, in tCO2e, the sum of credited mass over carbon credits, on basis guide
        | where                                                                                                                        |
        | kind of credit is removal; retirement day is within claim year plus 1 year                                                   |
        | retirement day is within 5 years before the end of claim year plus 6 months; retirement day is after the start of claim year |
      And the quantity grid factor (factor), in kgCO2e/kWh, by energy system, made public, on basis table-3
        | energy system     | made public | is     |
        | absent            | yes         | 0.5703 |
        | has a certificate | yes         | 1/3    |
        | otherwise         | otherwise   | 0      |

    # A comment above a scenario stays there.
    Scenario: the intensity is a quotient
      Given energy use is 2000 MWh
      And carbon credits are
        | serial | account | credited mass |
        | A-9    | X-9     | 1 tCO2e       |
      When evaluated as of 2026-03-01
      Then the quantity energy intensity is 2 MWh/t

  Rule: Gates and points
    Background:
      Given these gates
        | id | gate            | requires                                                                                        | applies when       | basis |
        | G1 | Nothing serious | violations is at most 0 times; energy intensity is less than 5 MWh/t                            |                    | guide |
        | G2 | Fresh papers    | issue date is from the month of the as-of date minus 18 months; grid factor is not 0 kgCO2e/kWh | made public is yes | guide |
      And these sections
        | section | label  | points |
        | use     | Energy | 70     |
        | say     |        | 30     |
      And these indicators worth 70 points
        | id | indicator        | section | points | must                             | basis |
        | I1 | Renewable energy | use     | 30     |                                  | guide |
        | I2 | Energy system    | use     | 20     | renewable share is at least 10 % | guide |
        | I3 | Intensity        | use     | 20     |                                  | guide |
      And these indicators worth 30 points
        | id | indicator  | section | points | applies when       | basis |
        | I4 | Disclosure | say     | 20     |                    | guide |
        | I5 |            | say     | 10     | reading is literal | own   |
      And indicator I1 scores renewable share in % as
        | more than | at least | at most | below | points |
        |           |          |         | 50    | 0      |
        |           | 50       | 80      |       | 20     |
        | 80        |          |         |       | 30     |
      And indicator I2 scores energy system as
        | is                | points |
        | absent            | 0      |
        | has a certificate | 20     |
      And indicator I3 scores energy intensity in kWh/t on a line through
        | at   | points |
        | 500  | 20     |
        | 2500 | 0      |
      And indicator I4 scores in equal parts each that holds
        | holds                                    |
        | made public is yes                       |
        | renewable share is between 20 % and 90 % |
      And indicator I5 scores covered share as its share

    Scenario Outline: a band begins at its lower edge
      Given renewable share is <share> %
      When evaluated as of 2026-03-01
      Then indicator I1 scores <points>

      Examples: around fifty
        | share | points |
        | 49.99 | 0      |
        | 50    | 20     |

  Rule: Grades and findings
    Background:
      Given these grades
        | grade | more than | at least | also requires                                          | basis |
        | A     | 90        |          | gate G2 is met; indicator I1 is at least 20 points     | guide |
        | B     |           | 60       | covered share is at least 50 %                         | guide |
        | B     |           | 70       | left is at most energy use; scope reading is main site | own   |
        | C     |           | 50       |                                                        | guide |
      And the grades are called
        | grade | words    |
        | A     | best     |
        | B     | good     |
        | C     | adequate |
      And these findings
        | code       | finding        | when                                                           | severity    | close within | basis |
        | F1         | Gate missed    | gate G1 is not met                                             | major       | 90 days      | guide |
        | F2.PENALTY |                | violations is more than 2 times                                | minor       |              | own   |
        | F3         | Points missing | gate G2 is not applicable; the as-of date is before report due | observation |              | own   |
      And these results
        | result           | label     | is               | rounded to | basis |
        | intensity_result | Intensity | energy intensity | 3 decimals | guide |
        | score_result     |           | the total score  | 1 decimals | guide |

    Scenario: ninety itself is not the best grade
      Given supposing the total score is 90
      And supposing covered share is 60 %
      When evaluated as of 2026-03-01
      Then the grade is good
