# language: en
Feature: Goods on default values

  Background:
    Given this scorecard
      | field           | value                                                          |
      | id              | default-values                                                 |
      | version         | 1.0.0                                                          |
      | title           | Goods on default values                                        |
      | subject         | importer                                                       |
      | attestation     | self-assessment                                                |
      | time zone       | Europe/Brussels                                                |
      | effective from  | 2026-01-01                                                     |
      | rounding        | half-even, 2 decimals                                          |
      | not applicable  | drop and rescale                                               |
      | does not assess | documents that support the declared facts: customs declaration |
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
    And for each good the quantity sector, a word from column sector, on basis defaults
      | in    | with               |
      | scope | cn_code is CN code |
    And for each good the quantity default value (default), in tCO2e/t, from column total, on basis defaults
      | in       | with                                             |
      | defaults | cn_code is CN code; country is country of origin |
      | defaults | cn_code is CN code; country is 'other'           |
    And for each good the quantity production route (route), a word from column route, on basis defaults
      | in       | with                                             |
      | defaults | cn_code is CN code; country is country of origin |
      | defaults | cn_code is CN code; country is 'other'           |
    And for each good the quantity mark-up (rate), from column rate, on basis defaults
      | in      | with                                          |
      | mark_up | sector is sector; year is year of imported on |
    And for each good the quantity benchmark, in tCO2e/t, from column value, on basis shares
      | in         | with                                                                                      |
      | benchmarks | cn_code is CN code; column is 'B'; route is production route; year is year of imported on |
    And for each good the quantity retained share (retained), from column retained, on basis shares
      | in     | with                        |
      | shares | year is year of imported on |
    And for each good the quantity cscf, from column cscf, on basis shares
      | in     | with                        |
      | shares | year is year of imported on |
    And for each good the quantity price, in EUR/tCO2e, from column price, on basis price
      | in     | with                              |
      | prices | quarter is quarter of imported on |
    And for each good the quantity specific emissions (see), in tCO2e/t, on basis defaults
      | is                            |
      | default value * (1 + mark-up) |
    And for each good the quantity free allocation (sefa), in tCO2e/t, on basis shares
      | is                                |
      | retained share * cscf * benchmark |
    And for each good the quantity obligation, in tCO2e, on basis shares
      | is                                                              |
      | max(specific emissions - free allocation, 0 tCO2e/t) * net mass |
    And for each good the quantity cost, in EUR, on basis price
      | is                 |
      | obligation * price |
    And the quantity certificates due (certificates), in tCO2e, the sum of obligation over goods imported, on basis shares
    And the quantity due for steel (steel), in tCO2e, the sum of obligation over goods imported, on basis shares
      | where                    |
      | sector is iron_and_steel |
    And the quantity total cost (total_cost), in EUR, the sum of cost over goods imported, on basis price
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
