# language: en
Feature: Bought goods

  Background:
    Given this scorecard
      | field           | value                                                        |
      | id              | bought-goods                                                 |
      | version         | 1.0.0                                                        |
      | title           | Bought goods                                                 |
      | subject         | company                                                      |
      | attestation     | self-assessment                                              |
      | time zone       | Europe/Brussels                                              |
      | effective from  | 2026-01-01                                                   |
      | rounding        | half-even, 2 decimals                                        |
      | not applicable  | drop and rescale                                             |
      | does not assess | documents that support the declared facts: none is asked for |
    And these bases
      | basis | instrument   | clause | certainty |
      | guide | Guide 2-2026 | 3.1    | confirmed |
    And these reference tables
      | table   | name                   | edition    | basis |
      | factors | cbam-default-values    | 2026-02-04 | guide |
      | prices  | cbam-certificate-price |            | guide |
      | groups  | cbam-country-groups    |            |       |
    And these facts
      | fact  | label        | type         | may not apply |
      | seat  |              | text         | yes           |
      | sold  | sold on      | date         |               |
      | goods | goods bought | list of good |               |
    And each good has
      | field   | label   | type   | unit | at least | may not apply |
      | line    |         | text   |      |          |               |
      | code    | CN code | text   |      |          |               |
      | country |         | text   |      |          | yes           |
      | mass    |         | number | t    | 0        |               |
    And no two goods bought share a line
    And this reference case
      | fact    | value      |
      | seat    | BR         |
      | sold on | 2026-02-10 |
    And in the reference case goods bought are
      | line | CN code  | country | mass |
      | L1   | 72083900 | BR      | 10 t |
      | L2   | 72031000 | BR      | 2 t  |

  Rule: What the goods cost
    Background:
      Given for each good the quantity default value (factor), in tCO2e/t, from column total, on basis guide
        | in      | with                                   |
        | factors | cn_code is CN code; country is country |
        | factors | cn_code is CN code; country is 'other' |
      And for each good the quantity group, a word from column group, on basis guide
        | in     | with               |
        | groups | country is country |
      And for each good the quantity emissions (emitted), in tCO2e, on basis guide
        | is                   | when        |
        | 0 tCO2e              | group is eu |
        | default value * mass | otherwise   |
      And the quantity all emissions (total), in tCO2e, the sum of emissions over goods bought, on basis guide
      And the quantity abroad, in tCO2e, the sum of emissions over goods bought, on basis guide
        | where          |
        | group is third |
      And the quantity price, in EUR/tCO2e, from column price, on basis guide
        | in     | with                          |
        | prices | quarter is quarter of sold on |
      And the quantity group of seat (home), a word from column group, on basis guide
        | in     | with            |
        | groups | country is seat |
      And the quantity cost, in EUR, on basis guide
        | is                    | when                |
        | all emissions * price | group of seat is eu |
        | abroad * price        | otherwise           |
      And these results
        | result    | is   | rounded to | basis |
        | cost_owed | cost | 2 decimals | guide |

    Scenario: each good has the value of its country, or that of the others where it is sent there
      When evaluated as of 2026-06-30
      Then for good L1 the quantity default value is 1.62 tCO2e/t
      And for good L2 the quantity default value is 1.325 tCO2e/t
      And for good L1 the quantity group is the word third
      And the quantity all emissions is 18.85 tCO2e
      And the quantity group of seat is the word third
      And the quantity cost is 1420.536 EUR

    Scenario: what comes from the union counts as nothing
      Given goods bought are
        | line | CN code  | country | mass |
        | L1   | 72083900 | DE      | 10 t |
        | L2   | 72083900 | BR      | 1 t  |
      And seat is DE
      When evaluated as of 2026-06-30
      Then for good L1 the quantity emissions is 0 tCO2e
      And the quantity abroad is 1.62 tCO2e
      And the quantity cost is 122.0832 EUR

    Scenario: nothing is guessed where a table says nothing
      Given sold on is 2026-08-10
      And goods bought are
        | line | CN code    | country | mass |
        | L1   | 7208 39 00 | BR      | 10 t |
      When evaluated as of 2026-06-30
      Then the quantity price is undetermined because of the reference table prices
      And for good L1 the quantity default value is undetermined because of the reference table factors

    Scenario: what does not apply is looked up nowhere
      Given seat is not applicable
      And goods bought are
        | line | CN code  | country        | mass |
        | L1   | 72083900 | not applicable | 10 t |
      When evaluated as of 2026-06-30
      Then the quantity group of seat is not applicable
      And for good L1 the quantity default value is not applicable
