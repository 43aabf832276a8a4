# language: en
Feature: Default values

  Background:
    Given the scorecard cbam-goods

  Rule: Default value and mark-up
    Background:
      Given the quantity default value (default_value), in tCO2e/t, from column total, on basis defaults
        | in       | with                                             |
        | defaults | cn_code is CN code; country is country of origin |
        | defaults | cn_code is CN code; country is 'other'           |
      And the quantity route of the default value (default_route), a word from column route, on basis defaults
        | in       | with                                             |
        | defaults | cn_code is CN code; country is country of origin |
        | defaults | cn_code is CN code; country is 'other'           |
      And the quantity mark-up (mark_up), from column rate, on basis defaults
        | in       | with                                          |
        | mark_ups | sector is sector; year is year of imported on |
      And the quantity highest default value (highest_value), in tCO2e/t, from column total, on basis good-origin
        | in      | with               |
        | unknown | cn_code is CN code |
      And the quantity route of the highest value (highest_route), a word from column route, on basis good-origin
        | in      | with               |
        | unknown | cn_code is CN code |
      And the quantity value used (value_used), in tCO2e/t
        | is                    | when                         | basis       |
        | highest default value | country of origin is unknown | good-origin |
        | default value         | otherwise                    | defaults    |
      And the quantity specific emissions by default (see_default), in tCO2e/t, on basis defaults
        | is                         |
        | value used * (1 + mark-up) |

    Scenario Outline: the country, else other countries; the mark-up by sector and year
      Given CN code is <code>
      And country of origin is <country>
      And imported on is <day>
      When evaluated as of 2026-11-20
      Then the quantity value used is <value> tCO2e/t
      And the quantity specific emissions by default is <raised> tCO2e/t

      Examples:
        | code     | country | day        | value | raised |
        | 72083900 | BR      | 2026-05-10 | 1.62  | 1.782  |
        | 72083900 | BR      | 2026-12-31 | 1.62  | 1.782  |
        | 72083900 | BR      | 2027-01-01 | 1.62  | 1.944  |
        | 72083900 | BR      | 2027-12-31 | 1.62  | 1.944  |
        | 72083900 | BR      | 2028-01-01 | 1.62  | 2.106  |
        | 72083900 | BR      | 2034-05-10 | 1.62  | 2.106  |
        | 72083900 | CN      | 2026-05-10 | 3.187 | 3.5057 |
        | 72083900 | CN      | 2028-05-10 | 3.187 | 4.1431 |
        | 72091690 | KY      | 2026-05-10 | 4.101 | 4.5111 |
        | 76011010 | CN      | 2026-05-10 | 3     | 3.3    |
        | 25232900 | CN      | 2026-05-10 | 1.42  | 1.562  |
        | 31021019 | DZ      | 2026-02-10 | 1.41  | 1.4241 |
        | 31021019 | DZ      | 2028-02-10 | 1.41  | 1.4241 |
        | 72031000 | AU      | 2026-05-10 | 1.325 | 1.4575 |
        | 72031000 | BR      | 2030-05-10 | 1.325 | 1.7225 |
        | 28041000 | CN      | 2026-05-10 | 26.64 | 29.304 |
        | 72031000 | unknown | 2026-05-10 | 4.2   | 4.62   |
        | 72061000 | unknown | 2026-05-10 | 8.21  | 9.031  |
        | 72061000 | unknown | 2028-05-10 | 8.21  | 10.673 |

    Scenario: cement clinker is asked for by its ten digits
      Given CN code is 25231000
      And country of origin is CN
      When evaluated as of 2026-11-20
      Then the quantity default value is undetermined because of the reference table defaults

    Scenario: a country whose table is not known here is no other country
      Given country of origin is LR
      When evaluated as of 2026-11-20
      Then the quantity default value is undetermined because of the reference table defaults

  Rule: Free allocation by column B
    Background:
      Given the quantity retained share (retained_share), from column retained, on basis retained
        | in     | with                        |
        | shares | year is year of imported on |
      And the quantity correction factor (correction), from column cscf, on basis allocation
        | in     | with                        |
        | shares | year is year of imported on |
      And the quantity benchmark of column B (benchmark_b), in tCO2e/t, from column value, on basis allocation
        | in         | with                                                                                                |
        | benchmarks | cn_code is CN code; column is 'B'; route is route of the default value; year is year of imported on |
      And the quantity benchmark of the highest value (benchmark_highest), in tCO2e/t, from column value, on basis allocation
        | in         | with                                                                                                |
        | benchmarks | cn_code is CN code; column is 'B'; route is route of the highest value; year is year of imported on |
      And the quantity free allocation by default (sefa_default), in tCO2e/t
        | is                                                                  | when                         | basis                   |
        | 0 tCO2e/t                                                           | retained share is 0          | retained, year          |
        | retained share * correction factor * benchmark of the highest value | country of origin is unknown | good-origin, allocation |
        | retained share * correction factor * benchmark of column B          | otherwise                    | allocation, year        |
      And the quantity net emissions by default (net_default), in tCO2e/t, on basis net
        | is                                                                         |
        | max(specific emissions by default - free allocation by default, 0 tCO2e/t) |

    Scenario Outline: the share retained, never its complement
      Given CN code is <code>
      And country of origin is <country>
      And imported on is <day>
      When evaluated as of 2026-11-20
      Then the quantity free allocation by default is <allocation> tCO2e/t
      And the quantity net emissions by default is <net> tCO2e/t

      Examples:
        | code     | country | day        | allocation | net      |
        | 72083900 | BR      | 2026-05-10 | 1.33575    | 0.44625  |
        | 72083900 | BR      | 2027-05-10 | 1.3015     | 0.6425   |
        | 72083900 | BR      | 2028-05-10 | 1.233      | 0.873    |
        | 72083900 | BR      | 2030-05-10 | 0.70555    | 1.40045  |
        | 72083900 | BR      | 2034-05-10 | 0          | 2.106    |
        | 76011010 | CN      | 2026-05-10 | 1.387425   | 1.912575 |
        | 25232900 | CN      | 2026-05-10 | 0.64935    | 0.91265  |
        | 31021019 | DZ      | 2026-02-10 | 0.87945    | 0.54465  |
        | 72031000 | AU      | 2026-05-10 | 0.387075   | 1.070425 |
        | 72031000 | AU      | 2030-05-10 | 0.204455   | 1.518045 |
        | 72031000 | unknown | 2026-05-10 | 0.387075   | 4.232925 |
        | 72061000 | unknown | 2026-05-10 | 1.2558     | 7.7752   |
        | 72061000 | unknown | 2034-05-10 | 0          | 10.673   |
        | 72061000 | KY      | 2026-05-10 | 1.2558     | 2.8692   |

    Scenario: after 2030 nothing is guessed
      Given imported on is 2031-01-01
      When evaluated as of 2026-11-20
      Then the quantity correction factor is undetermined because of the reference table shares
      And the quantity free allocation by default is undetermined because of the reference table shares
