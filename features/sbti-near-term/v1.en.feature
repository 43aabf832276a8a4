# language: en
Feature: Criteria of V1.3.1

  Background:
    Given the scorecard sbti-near-term

  Rule: Submission periods
    Background:
      Given the date last submission date of V1 (v1_end), on basis window
        | is         | when                                              |
        | 2027-12-31 | last submission date under V1 is 31 December 2027 |
        | 2028-01-31 | otherwise                                         |
      And the date first validation date of V2 (v2_begin), on basis window
        | is         | when                                              |
        | 2027-02-01 | first validation date under V2 is 1 February 2027 |
        | 2027-01-31 | otherwise                                         |
      And these gates
        | id    | gate                              | requires                                               | applies when                              | basis  |
        | SB-V1 | Submitted within the period of V1 | date of submission is until last submission date of V1 | version of the standard applied is V1.3.1 | window |
        | SB-V2 | Submitted within the period of V2 | date of submission is from first validation date of V2 | version of the standard applied is V2.0   | window |

    Scenario Outline: The submission periods of V1 and V2 overlap in 2027
      Given standard is <standard>
      And submitted is <day>
      When evaluated as of 2026-12-01
      Then gate <gate> is <outcome>

      Examples:
        | standard | day        | gate  | outcome |
        | v1_3_1   | 2027-12-31 | SB-V1 | met     |
        | v1_3_1   | 2028-01-01 | SB-V1 | not met |
        | v2_0     | 2027-01-31 | SB-V2 | not met |
        | v2_0     | 2027-02-01 | SB-V2 | met     |

    Scenario: Submission under V1 until the end of January 2028
      Given the setting v1_cutoff is end_january_2028
      And submitted is 2028-01-31
      When evaluated as of 2026-12-01
      Then gate SB-V1 is met

    Scenario: Submission under V2 from 31 January 2027
      Given the setting v2_start is end_january
      And standard is v2_0
      And submitted is 2027-01-31
      When evaluated as of 2026-12-01
      Then gate SB-V2 is met

  Rule: Inventory and coverage
    Background:
      Given the quantity total of scopes 1 and 2 (s12), in tCO2e, on basis entered
        | is                                    |
        | scope 1 emissions + scope 2 emissions |
      And the quantity total of scope 3 (s3), in tCO2e, the sum of emissions of the category over scope 3 emissions by category, on basis entered
      And the quantity scope 3 share of total emissions (s3_share), in %, on basis v1-c4
        | is                                                              | when                                                            |
        | undetermined, because there are no emissions                    | total of scopes 1 and 2 is 0 tCO2e; total of scope 3 is 0 tCO2e |
        | total of scope 3 / (total of scopes 1 and 2 + total of scope 3) | otherwise                                                       |
      And the quantity share excluded from scopes 1 and 2 (out_12), in %, on basis v1-c5
        | is                                                                      | when                               |
        | undetermined, because there are no emissions of total of scopes 1 and 2 | total of scopes 1 and 2 is 0 tCO2e |
        | emissions excluded from scopes 1 and 2 / total of scopes 1 and 2        | otherwise                          |
      And the quantity share excluded from scope 3 (out_3), in %, on basis v1-c5
        | is                                                               | when                        |
        | undetermined, because there are no emissions of total of scope 3 | total of scope 3 is 0 tCO2e |
        | emissions excluded from scope 3 / total of scope 3               | otherwise                   |
      And the quantity target coverage of scopes 1 and 2 (coverage_12), in %, on basis v1-c5
        | is                                                                                                                                                  | when                               |
        | undetermined, because there are no emissions of total of scopes 1 and 2                                                                             | total of scopes 1 and 2 is 0 tCO2e |
        | (scope 1 emissions * share of scope 1 covered by the target + scope 2 emissions * share of scope 2 covered by the target) / total of scopes 1 and 2 | otherwise                          |
      And for each scope 3 line the quantity tonnes covered by the target (covered_tonnes), in tCO2e, on basis v1-c6
        | is                                                                      |
        | emissions of the category * share of the category covered by the target |
      And the quantity scope 3 tonnes covered by the target (covered_3), in tCO2e, the sum of tonnes covered by the target over scope 3 emissions by category, on basis v1-c6
      And the quantity target coverage of scope 3 (coverage_3), in %, on basis v1-c6
        | is                                                               | when                        |
        | undetermined, because there are no emissions of total of scope 3 | total of scope 3 is 0 tCO2e |
        | scope 3 tonnes covered by the target / total of scope 3          | otherwise                   |
      And these gates
        | id     | gate                                                         | requires                                                      | applies when                                                                                 | basis  |
        | SB1-01 | The inventory covers all seven gases                         | all seven gases are in the inventory is yes                   | version of the standard applied is V1.3.1                                                    | v1-c2  |
        | SB1-02 | At most 5 % of scopes 1 and 2 are excluded                   | share excluded from scopes 1 and 2 is at most 5 %             | version of the standard applied is V1.3.1                                                    | v1-c5  |
        | SB1-03 | At most 5 % of scope 3 is excluded                           | share excluded from scope 3 is at most 5 %                    | version of the standard applied is V1.3.1                                                    | v1-c5  |
        | SB1-04 | The target covers at least 95 % of scopes 1 and 2            | target coverage of scopes 1 and 2 is at least 95 %            | version of the standard applied is V1.3.1                                                    | v1-c5  |
        | SB1-05 | Scope 3 target set where scope 3 reaches 40 %                | a scope 3 target is set is yes                                | version of the standard applied is V1.3.1; scope 3 share of total emissions is at least 40 % | v1-c4  |
        | SB1-06 | The target covers at least 67 % of scope 3                   | target coverage of scope 3 is at least 67 %                   | version of the standard applied is V1.3.1; scope 3 share of total emissions is at least 40 % | v1-c6  |
        | SB1-07 | Target set for fossil fuel sold                              | a target for category 11 is set is yes                        | version of the standard applied is V1.3.1; fossil fuel is sold or distributed is yes         | v1-c4  |
        | SB1-17 | Credits and avoided emissions are not included as reductions | credits or avoided emissions are included as reductions is no |                                                                                              | v1-c11 |
        | SB1-26 | Biogenic emissions are reported                              | biogenic CO2 and land emissions are reported is yes           | version of the standard applied is V1.3.1; bioenergy is used is yes                          | v1-c10 |

    Scenario Outline: Boundary values of exclusion, coverage and the scope 3 requirement
      Given <change>
      When evaluated as of 2026-12-01
      Then gate <gate> is <outcome>

      Examples:
        | change                       | gate   | outcome        |
        | seven_gases is no            | SB1-01 | not met        |
        | excluded_12 is 5000 tCO2e    | SB1-02 | met            |
        | excluded_12 is 5000.01 tCO2e | SB1-02 | not met        |
        | excluded_3 is 7500 tCO2e     | SB1-03 | met            |
        | excluded_3 is 7500.01 tCO2e  | SB1-03 | not met        |
        | covered_2 is 91.67 %         | SB1-04 | met            |
        | covered_2 is 91.66 %         | SB1-04 | not met        |
        | target_3 is no               | SB1-05 | not met        |
        | s1 is 165000 tCO2e           | SB1-05 | met            |
        | s1 is 165000.01 tCO2e        | SB1-05 | not applicable |
        | sells_fossil is yes          | SB1-07 | not met        |
        | counts_credits is yes        | SB1-17 | not met        |
        | bioenergy is yes             | SB1-26 | not met        |

  Rule: Base year and target year
    Background:
      Given the quantity year of submission (submission_year), on basis base-over
        | is                       |
        | year(date of submission) |
      And the quantity year of the as-of date (answer_year), on basis base-over
        | is                   |
        | year(the as-of date) |
      And the quantity first year not allowed as base year (base_limit), on basis base-over
        | is                                              |
        | min(year of submission, year of the as-of date) |
      And the quantity years from submission to the target year (years_ahead), on basis v1-c13
        | is                               |
        | target year - year of submission |
      And these gates
        | id         | gate                                             | requires                                                                                                                                                                                                            | applies when                                                              | basis     |
        | SB1-08     | Base years are 2015 or later                     | base year of scope 1 is at least 2015; base year of scope 2 is at least 2015; base year of scope 3 is at least 2015                                                                                                 | version of the standard applied is V1.3.1; a scope 3 target is set is yes | v1-c13    |
        | SB1-08-12  | Base years are 2015 or later (no scope 3 target) | base year of scope 1 is at least 2015; base year of scope 2 is at least 2015                                                                                                                                        | version of the standard applied is V1.3.1; a scope 3 target is set is no  | v1-c13    |
        | SB1-09     | The target year is 5 to 10 years ahead           | years from submission to the target year is between 5 and 10                                                                                                                                                        | version of the standard applied is V1.3.1                                 | v1-c13    |
        | SB1-09     |                                                  | target year is 2030                                                                                                                                                                                                 |                                                                           | v1-c13    |
        | SB-BASE    | Base years have ended                            | base year of scope 1 is less than first year not allowed as base year; base year of scope 2 is less than first year not allowed as base year; base year of scope 3 is less than first year not allowed as base year | a scope 3 target is set is yes                                            | base-over |
        | SB-BASE-12 | Base years have ended (no scope 3 target)        | base year of scope 1 is less than first year not allowed as base year; base year of scope 2 is less than first year not allowed as base year                                                                        | a scope 3 target is set is no                                             | base-over |
        | SB1-10     | Scopes 1 and 2 have the same base year           | base year of scope 1 is base year of scope 2                                                                                                                                                                        | version of the standard applied is V1.3.1                                 | v1-c13    |

    Scenario Outline: The target year is five to ten years ahead, or 2030
      Given submitted is <day>
      And target_year is <year>
      When evaluated as of 2026-12-01
      Then gate SB1-09 is <outcome>

      Examples:
        | day        | year | outcome |
        | 2026-12-01 | 2030 | met     |
        | 2026-12-01 | 2031 | met     |
        | 2026-12-01 | 2036 | met     |
        | 2026-12-01 | 2037 | not met |
        | 2025-12-01 | 2029 | not met |

    Scenario Outline: Base years from 2015, and equal for scopes 1 and 2
      Given base_year_1 is <first>
      And base_year_2 is <second>
      And base_year_3 is <third>
      When evaluated as of 2026-12-01
      Then gate SB1-08 is <old>
      And gate SB1-10 is <one>

      Examples:
        | first | second | third | old     | one     |
        | 2015  | 2015   | 2015  | met     | met     |
        | 2014  | 2015   | 2015  | not met | not met |
        | 2015  | 2014   | 2015  | not met | not met |
        | 2015  | 2015   | 2014  | not met | met     |

    Scenario Outline: The base year is before the year of submission
      Given base_year_1 is <first>
      And base_year_2 is <second>
      And base_year_3 is <third>
      And target_3 is <target>
      When evaluated as of 2026-12-01
      Then gate <gate> is <outcome>

      Examples:
        | first | second | third | target | gate       | outcome        |
        | 2025  | 2025   | 2025  | yes    | SB-BASE    | met            |
        | 2026  | 2025   | 2025  | yes    | SB-BASE    | not met        |
        | 2025  | 2026   | 2025  | yes    | SB-BASE    | not met        |
        | 2025  | 2025   | 2026  | yes    | SB-BASE    | not met        |
        | 2025  | 2025   | 2026  | no     | SB-BASE-12 | met            |
        | 2026  | 2025   | 2026  | no     | SB-BASE-12 | not met        |
        | 2025  | 2026   | 2026  | no     | SB-BASE-12 | not met        |
        | 2026  | 2026   | 2026  | no     | SB-BASE    | not applicable |
        | 2026  | 2026   | 2026  | yes    | SB-BASE-12 | not applicable |

    Scenario Outline: The base year has also ended at the as-of date
      Given submitted is 2028-01-31
      And base_year_1 is <year>
      And base_year_2 is <year>
      And base_year_3 is <year>
      When evaluated as of 2026-12-01
      Then gate SB-BASE is <outcome>

      Examples:
        | year | outcome |
        | 2025 | met     |
        | 2026 | not met |

  Rule: Minimum ambition
    Background:
      Given the quantity years from base year to target year for scopes 1 and 2 (years_12), on basis v1-c15
        | is                                         |
        | max(target year - base year of scope 1, 0) |
      And the quantity years from base year to target year for scope 3 (years_3), on basis v1-c18
        | is                                         |
        | max(target year - base year of scope 3, 0) |
      And the quantity minimum reduction counted from the base year (least_base), in %, on basis v1-c15
        | is                                                               | when                                    |
        | undetermined, because V2.0 has no minimum reduction of this type | version of the standard applied is V2.0 |
        | 4.2 % * years from base year to target year for scopes 1 and 2   | otherwise                               |
      And the quantity minimum reduction counted from 2020 (least_2020), in %, on basis v1-since
        | is                                                               | when                                    |
        | undetermined, because V2.0 has no minimum reduction of this type | version of the standard applied is V2.0 |
        | 4.2 % * max(target year - min(base year of scope 1, 2020), 0)    | otherwise                               |
      And the quantity minimum reduction of scopes 1 and 2 (least_12), in %
        | is                                                   | when                                                              | basis    |
        | undetermined, because sector pathways were not found | target method for scopes 1 and 2 is sector pathway                | v1-c15   |
        | minimum reduction counted from the base year         | start of counting years for the linear rate is from the base year | v1-c15   |
        | minimum reduction counted from 2020                  | otherwise                                                         | v1-since |
      And the quantity minimum reduction of scope 3 (least_3), in %, on basis v1-c18
        | is                                                               | when                                             |
        | undetermined, because V2.0 has no minimum reduction of this type | version of the standard applied is V2.0          |
        | 2.5 % * years from base year to target year for scope 3          | target method for scope 3 is absolute reduction  |
        | 100 % - 93 % ^ years from base year to target year for scope 3   | target method for scope 3 is intensity reduction |
        | 0 %                                                              | otherwise                                        |
      And the quantity shortfall counted from the base year (missing_base), in %, on basis v1-c15
        | is                                                                                            |
        | max(minimum reduction counted from the base year - proposed reduction of scopes 1 and 2, 0 %) |
      And the quantity shortfall counted from 2020 (missing_2020), in %, on basis v1-since
        | is                                                                                   |
        | max(minimum reduction counted from 2020 - proposed reduction of scopes 1 and 2, 0 %) |
      And the quantity shortfall of scope 3 (missing_3), in %, on basis v1-c18
        | is                                                                     |
        | max(minimum reduction of scope 3 - proposed reduction of scope 3, 0 %) |
      And the quantity emissions allowed in the target year counted from the base year (left_base), in tCO2e, on basis v1-c15
        | is                                                                                                     |
        | base-year emissions of scopes 1 and 2 * max(100 % - minimum reduction counted from the base year, 0 %) |
      And the quantity emissions allowed in the target year counted from 2020 (left_2020), in tCO2e, on basis v1-since
        | is                                                                                            |
        | base-year emissions of scopes 1 and 2 * max(100 % - minimum reduction counted from 2020, 0 %) |
      And these conditions
        | condition | label                                    | holds when                                                                                                                                                                                                                                                                           | basis  |
        | enough_12 | scopes 1 and 2 meet the minimum ambition | target method for scopes 1 and 2 is one of absolute reduction, sector pathway; proposed reduction of scopes 1 and 2 is at least minimum reduction of scopes 1 and 2                                                                                                                  | v1-c15 |
        | enough_12 |                                          | target method for scopes 1 and 2 is absolute for scope 1, renewable electricity for scope 2; proposed reduction of scope 1 is at least minimum reduction of scopes 1 and 2; share of renewable electricity in 2025 is at least 80 %; share of renewable electricity in 2030 is 100 % | v1-c21 |
        | enough_3  | scope 3 meets the minimum ambition       | target method for scope 3 is one of absolute reduction, intensity reduction; proposed reduction of scope 3 is at least minimum reduction of scope 3                                                                                                                                  | v1-c18 |
        | enough_3  |                                          | target method for scope 3 is supplier engagement; suppliers set their targets in time holds; supplier coverage is at least 67 %                                                                                                                                                      | v1-c19 |
      And these conditions
        | condition      | label                               | holds when                                                                   | basis  |
        | suppliers_soon | suppliers set their targets in time | date by which suppliers set targets is until date of submission plus 5 years | v1-c19 |
      And the quantity supplier coverage (supplier_coverage), in %, on basis v1-c19
        | is                                                                        |
        | target coverage of scope 3 + share of scope 3 from suppliers with targets |
      And these gates
        | id     | gate                                                      | requires                                                                                 | applies when                                                                                 | basis            |
        | SB1-11 | Reduction of scopes 1 and 2 is sufficient for 1.5 °C      | scopes 1 and 2 meet the minimum ambition holds                                           | version of the standard applied is V1.3.1                                                    | v1-c15           |
        | SB1-12 | Reduction of scope 3 is sufficient                        | scope 3 meets the minimum ambition holds                                                 | version of the standard applied is V1.3.1; scope 3 share of total emissions is at least 40 % | v1-c18, v1-asked |
        | SB1-16 | Each part of a combined target meets its minimum ambition | scopes 1 and 2 meet the minimum ambition holds; scope 3 meets the minimum ambition holds | version of the standard applied is V1.3.1; a single target combines scopes 1, 2 and 3 is yes | v1-c20           |
      And these results
        | result           | label                                                                              | is                                                              | rounded to | basis    |
        | least_from_base  | Minimum reduction of scopes 1 and 2, counted from the base year                    | minimum reduction counted from the base year                    | 2 decimals | v1-c15   |
        | least_from_2020  | Minimum reduction of scopes 1 and 2, counted from 2020                             | minimum reduction counted from 2020                             | 2 decimals | v1-since |
        | misses_from_base | Shortfall of scopes 1 and 2, counted from the base year                            | shortfall counted from the base year                            | 2 decimals | v1-c15   |
        | misses_from_2020 | Shortfall of scopes 1 and 2, counted from 2020                                     | shortfall counted from 2020                                     | 2 decimals | v1-since |
        | left_from_base   | Emissions of scopes 1 and 2 allowed in the target year, counted from the base year | emissions allowed in the target year counted from the base year | 0 decimals | v1-c15   |
        | left_from_2020   | Emissions of scopes 1 and 2 allowed in the target year, counted from 2020          | emissions allowed in the target year counted from 2020          | 0 decimals | v1-since |
        | least_of_3       | Minimum reduction of scope 3                                                       | minimum reduction of scope 3                                    | 2 decimals | v1-c18   |
        | misses_of_3      | Shortfall of scope 3                                                               | shortfall of scope 3                                            | 2 decimals | v1-c18   |

    Scenario: Under V2.0 no minimum reduction of V1.3.1 is reported
      Given standard is v2_0
      When evaluated as of 2027-03-01
      Then the rules leave the quantity least_base undetermined
      And the rules leave the quantity least_2020 undetermined
      And the rules leave the quantity least_3 undetermined
      And gate SB1-11 is not applicable

    Scenario Outline: Suppliers set targets within five years of submission, to the day
      Given method_3 is supplier_engagement
      And supplier_by is <day>
      When evaluated as of 2026-12-01
      Then condition suppliers_soon <outcome>

      Examples:
        | day        | outcome       |
        | 2031-12-01 | holds         |
        | 2031-12-02 | does not hold |
        | 2032-11-30 | does not hold |

    Scenario: Scope 3 falls by 2.5 % per year over eight years
      When evaluated as of 2026-12-01
      Then the quantity least_3 is 20 %
      And the quantity left_base is 66400 tCO2e
      And the quantity left_2020 is 58000 tCO2e

    Scenario: An intensity falls by 7 % per year, compounded
      Given method_3 is intensity
      And reduction_3 is 44.04 %
      When evaluated as of 2026-12-01
      Then gate SB1-12 is not met

    Scenario Outline: Renewable electricity instead of a reduction of scope 2
      Given the setting rate_rule is base
      And method_12 is <method>
      And reduction_1 is <cut> %
      And reduction_12 is <together> %
      And renewable_2025 is <first> %
      And renewable_2030 is <second> %
      And combined is yes
      And reduction_3 is <rest> %
      When evaluated as of 2026-12-01
      Then condition enough_12 <enough>
      And gate SB1-11 is <outcome>
      And gate SB1-16 is <combined>

      Examples:
        | method                | cut   | together | first | second | rest  | enough        | outcome | combined |
        | renewable_electricity | 33.6  | 0        | 80    | 100    | 25    | holds         | met     | met      |
        | renewable_electricity | 33.59 | 0        | 80    | 100    | 25    | does not hold | not met | not met  |
        | renewable_electricity | 33.6  | 0        | 79.99 | 100    | 25    | does not hold | not met | not met  |
        | renewable_electricity | 33.6  | 0        | 80    | 99.99  | 25    | does not hold | not met | not met  |
        | renewable_electricity | 0     | 42       | 0     | 0      | 25    | does not hold | not met | not met  |
        | absolute              | 33.6  | 0        | 80    | 100    | 25    | does not hold | not met | not met  |
        | absolute              | 0     | 33.6     | 0     | 0      | 25    | holds         | met     | met      |
        | absolute              | 0     | 33.6     | 0     | 0      | 19.99 | holds         | met     | not met  |
        | absolute              | 0     | 33.59    | 0     | 0      | 25    | does not hold | not met | not met  |

    Scenario: A sector pathway is not assessed
      Given the setting rate_rule is base
      And method_12 is sector_pathway
      When evaluated as of 2026-12-01
      Then the rules leave the quantity least_12 undetermined
      And gate SB1-11 is undetermined
