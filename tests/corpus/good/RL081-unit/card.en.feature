# language: en
Feature: Smallest card with lookups

  Background:
    Given this scorecard
      | field          | value                 |
      | id             | smallest              |
      | version        | 1.0.0                 |
      | title          | Smallest card         |
      | subject        | importer              |
      | attestation    | self-assessment       |
      | time zone      | Europe/Brussels       |
      | effective from | 2026-01-01            |
      | rounding       | half-even, 2 decimals |
      | not applicable | drop and rescale      |
    And these bases
      | basis | instrument   | clause | certainty |
      | guide | Guide 1-2026 | 4.2    | confirmed |
    And these reference tables
      | table   | name                   | edition    |
      | prices  | cbam-certificate-price | 2026-07-06 |
      | factors | cbam-grid-factors      |            |
    And these facts
      | fact     | label       | type |
      | country  |             | text |
      | imported | imported on | date |
    And this reference case
      | fact        | value      |
      | country     | BR         |
      | imported on | 2026-02-10 |
    And the quantity price, in EUR/tCO2e, from column price, on basis guide
      | in     | with                              |
      | prices | quarter is quarter of imported on |
    And the quantity factor, in tCO2e/MWh, from column factor, on basis guide
      | in      | with                                  |
      | factors | use is 'consumed'; country is country |
      | factors | use is 'consumed'; country is 'other' |
    And the quantity cost, in EUR/MWh, on basis guide
      | is             |
      | price * factor |
    And these results
      | result    | is   | rounded to | basis |
      | cost_owed | cost | 2 decimals | guide |

  Rule: Cost
    Scenario: the reference case
      When evaluated as of 2026-08-01
      Then the quantity cost is 7.23456 EUR/MWh
