# language: en
Feature: Goods on default values

  Background:
    Given this scorecard
      | field          | value                   |
      | id             | default-values          |
      | version        | 1.0.0                   |
      | title          | Goods on default values |
      | subject        | importer                |
      | attestation    | self-assessment         |
      | time zone      | Europe/Brussels         |
      | effective from | 2026-01-01              |
      | rounding       | half-even, 2 decimals   |
      | not applicable | drop and rescale        |
    And these bases
      | basis    | instrument        | clause  | certainty |
      | defaults | IR (EU) 2025/2621 | Art. 1  | secondary |
      | shares   | IR (EU) 2025/2620 | Annex 3 | secondary |
      | price    | Reg. 2023/956     | 21(1)   | confirmed |
    And these reference tables
      | table      | name                   | edition    | basis    |
      | defaults   | cbam-default-values    |            | defaults |
      | scope      | cbam-annex-i           |            |          |
      | mark_up    | cbam-mark-up           | 2025-12-31 | defaults |
      | benchmarks | cbam-benchmarks        |            | shares   |
      | shares     | cbam-retained-share    |            | shares   |
      | prices     | cbam-certificate-price |            | price    |
    And these facts
      | fact  | label          | type         |
      | goods | goods imported | list of good |
    And each good has
      | field       | label             | type   | unit | at least |
      | line        |                   | text   |      |          |
      | cn_code     | CN code           | text   |      |          |
      | origin      | country of origin | text   |      |          |
      | imported_on | imported on       | date   |      |          |
      | net_mass    | net mass          | number | t    | 0        |
    And no two goods imported share a line
    And in the reference case goods imported are
      | line | CN code  | country of origin | imported on | net mass |
      | L1   | 72083900 | BR                | 2026-05-10  | 1000 t   |
    And these lookups for each good
      | quantity  | label            | unit      | column   | in         | with                                                                                      | basis    |
      | sector    |                  | word      | sector   | scope      | cn_code is CN code                                                                        | defaults |
      | default   | default value    | tCO2e/t   | total    | defaults   | cn_code is CN code; country is country of origin                                          | defaults |
      | default   |                  |           |          | defaults   | cn_code is CN code; country is 'other'                                                    | defaults |
      | route     | production route | word      | route    | defaults   | cn_code is CN code; country is country of origin                                          | defaults |
      | route     |                  |           |          | defaults   | cn_code is CN code; country is 'other'                                                    | defaults |
      | rate      | mark-up          |           | rate     | mark_up    | sector is sector; year is year of imported on                                             | defaults |
      | benchmark |                  | tCO2e/t   | value    | benchmarks | cn_code is CN code; column is 'B'; route is production route; year is year of imported on | shares   |
      | retained  | retained share   |           | retained | shares     | year is year of imported on                                                               | shares   |
      | cscf      |                  |           | cscf     | shares     | year is year of imported on                                                               | shares   |
      | price     |                  | EUR/tCO2e | price    | prices     | quarter is quarter of imported on                                                         | price    |
    And these quantities for each good
      | quantity   | label              | unit    | is                                                              | basis    |
      | see        | specific emissions | tCO2e/t | default value * (1 + mark-up)                                   | defaults |
      | sefa       | free allocation    | tCO2e/t | retained share * cscf * benchmark                               | shares   |
      | obligation |                    | tCO2e   | max(specific emissions - free allocation, 0 tCO2e/t) * net mass | shares   |
      | cost       |                    | EUR     | obligation * price                                              | price    |
    And these sums over goods imported
      | quantity     | label            | unit  | of         | where                    | basis  |
      | certificates | certificates due | tCO2e | obligation |                          | shares |
      | steel        | due for steel    | tCO2e | obligation | sector is iron_and_steel | shares |
      | total_cost   | total cost       | EUR   | cost       |                          | price  |
    And these results
      | result           | label          | is               | rounded to | basis  |
      | certificates_due | certificates   | certificates due | 2 decimals | shares |
      | steel_due        | of which steel | due for steel    | 2 decimals | shares |
      | cost_due         | cost in EUR    | total cost       | 2 decimals | price  |

  Rule: Published cases

    Scenario: hot-rolled coil from Brazil
      When evaluated as of 2026-11-20
      Then for good L1 the quantity default value is 1.62 tCO2e/t
      And for good L1 the quantity production route is the word C
      And for good L1 the quantity specific emissions is 1.782 tCO2e/t
      And for good L1 the quantity free allocation is 1.33575 tCO2e/t
      And the quantity certificates due is 446.25 tCO2e
      And the quantity due for steel is 446.25 tCO2e
      And the quantity total cost is 33593.7 EUR

    Scenario: urea from Algeria is another sector than steel
      Given goods imported are
        | line | CN code  | country of origin | imported on | net mass |
        | L1   | 31021019 | DZ                | 2026-02-10  | 1000 t   |
      When evaluated as of 2026-11-20
      Then for good L1 the quantity specific emissions is 1.4241 tCO2e/t
      And for good L1 the quantity free allocation is 0.87945 tCO2e/t
      And the quantity certificates due is 544.65 tCO2e
      And the quantity due for steel is 0 tCO2e

    Scenario: direct reduced iron falls back to other countries
      Given goods imported are
        | line | CN code  | country of origin | imported on | net mass |
        | L1   | 72031000 | AU                | 2026-05-10  | 1 t      |
      When evaluated as of 2026-11-20
      Then for good L1 the quantity default value is 1.325 tCO2e/t
      And the quantity certificates due is 1.070425 tCO2e

    Scenario: the price of a quarter that is not published is never that of the one before
      Given goods imported are
        | line | CN code  | country of origin | imported on | net mass |
        | L1   | 72083900 | BR                | 2026-08-10  | 1000 t   |
      When evaluated as of 2026-11-20
      Then the quantity certificates due is 446.25 tCO2e
      And for good L1 the quantity price is undetermined because of the reference table prices
      And the quantity total cost is undetermined because of the reference table prices
