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
        | in       | with                                             |
        | mark_ups | sector is sector; year is year of date of import |
      And the quantity highest default value (highest_value), in tCO2e/t, from column total, on basis good-origin
        | in      | with               |
        | unknown | cn_code is CN code |
      And the quantity route of the highest value (highest_route), a word from column route, on basis good-origin
        | in      | with               |
        | unknown | cn_code is CN code |
      And the quantity value used for the good (value_used), in tCO2e/t
        | is                    | when                         | basis       |
        | highest default value | country of origin is unknown | good-origin |
        | default value         | otherwise                    | defaults    |
      And the quantity specific emissions by default value (see_default), in tCO2e/t, on basis defaults
        | is                                      |
        | value used for the good * (1 + mark-up) |

    Scenario Outline: the value of the country applies first, then the value of other countries; the mark-up depends on sector and year
      Given CN code is <code>
      And country of origin is <country>
      And date of import is <day>
      When evaluated as of 2026-11-20
      Then the quantity value used for the good is <value> tCO2e/t
      And the quantity specific emissions by default value is <raised> tCO2e/t

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

    Scenario: the default value of cement clinker needs the ten-digit code
      Given CN code is 25231000
      And country of origin is CN
      When evaluated as of 2026-11-20
      Then the quantity default value is undetermined because of the reference table defaults

    Scenario: if the table of a country is unknown here, the table of other countries is not used
      Given country of origin is LR
      When evaluated as of 2026-11-20
      Then the quantity default value is undetermined because of the reference table defaults

  Rule: Free allocation with column B
    Background:
      Given the quantity retained share (retained_share), from column retained, on basis retained
        | in     | with                           |
        | shares | year is year of date of import |
      And the quantity correction factor (correction), from column cscf, on basis allocation
        | in     | with                           |
        | shares | year is year of date of import |
      And the quantity benchmark of column B (benchmark_b), in tCO2e/t, from column value, on basis allocation
        | in         | with                                                                                                   |
        | benchmarks | cn_code is CN code; column is 'B'; route is route of the default value; year is year of date of import |
      And the quantity benchmark of the highest value (benchmark_highest), in tCO2e/t, from column value, on basis allocation
        | in         | with                                                                                                   |
        | benchmarks | cn_code is CN code; column is 'B'; route is route of the highest value; year is year of date of import |
      And the quantity unknown part of free allocation (unknown_part), on basis later
        | is                                                                                          |
        | undetermined, because neither the correction factor nor the benchmarks after 2030 are known |
      And the quantity part of free allocation retained after 2030 (later_part), on basis later
        | is                                              | when                                  |
        | 1                                               | free allocation after 2030 is as_2030 |
        | 0                                               | free allocation after 2030 is none    |
        | min(max(unknown part of free allocation, 0), 1) | otherwise                             |
      And the quantity benchmark of column B in 2030 (benchmark_b_2030), in tCO2e/t, from column value, on basis later
        | in         | with                                                                                   |
        | benchmarks | cn_code is CN code; column is 'B'; route is route of the default value; year is '2030' |
      And the quantity free allocation by default value (sefa_default), in tCO2e/t
        | is                                                                                           | when                              | basis                   |
        | 0 tCO2e/t                                                                                    | retained share is 0               | retained, year          |
        | retained share * part of free allocation retained after 2030 * benchmark of column B in 2030 | date of import is from 2031-01-01 | later, year             |
        | retained share * correction factor * benchmark of the highest value                          | country of origin is unknown      | good-origin, allocation |
        | retained share * correction factor * benchmark of column B                                   | otherwise                         | allocation, year        |
      And the quantity net emissions by default value (net_default), in tCO2e/t, on basis net
        | is                                                                                     |
        | max(specific emissions by default value - free allocation by default value, 0 tCO2e/t) |

    Scenario Outline: the factor is the retained share, never the remainder
      Given CN code is <code>
      And country of origin is <country>
      And date of import is <day>
      When evaluated as of 2026-11-20
      Then the quantity free allocation by default value is <allocation> tCO2e/t
      And the quantity net emissions by default value is <net> tCO2e/t

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

    Scenario Outline: after 2030 with an assumption
      Given the setting free allocation after 2030 is <later>
      And country of origin is BR
      And date of import is <day>
      When evaluated as of 2026-11-20
      Then the quantity free allocation by default value is <allocation> tCO2e/t
      And the quantity net emissions by default value is <net> tCO2e/t

      Examples:
        | later   | day        | allocation | net     |
        | none    | 2030-12-31 | 0.70555    | 1.40045 |
        | as_2030 | 2030-12-31 | 0.70555    | 1.40045 |
        | none    | 2031-01-01 | 0          | 2.106   |
        | as_2030 | 2031-01-01 | 0.5343     | 1.5717  |
        | as_2030 | 2032-05-10 | 0.36305    | 1.74295 |
        | as_2030 | 2033-05-10 | 0.1918     | 1.9142  |
        | as_2030 | 2034-05-10 | 0          | 2.106   |

    Scenario: after 2030 without an assumption the free allocation is a range
      Given country of origin is BR
      And date of import is 2031-01-01
      When evaluated as of 2026-11-20
      Then the quantity free allocation by default value is between 0 tCO2e/t and 0.5343 tCO2e/t
      And the quantity net emissions by default value is between 1.5717 tCO2e/t and 2.106 tCO2e/t
