# language: en
Feature: Field E, greenhouse gas reduction
  A complete inventory, a plan and a measured reduction. The pace of 4.2 % per year is that of the SBTi. Points and sub-indicators are our own interpretation and replace Table B.1, page 11 of
  the standard. A certification body with the licensed table enters it here, in its private scorecard; all else stays the same.

  Background:
    Given the scorecard zero-carbon-factory
    And these facts
      | fact                  | label                                  | type    | unit  | one of                          | at least | at most | evidence                                                   | assurance |
      | inventory_coverage    | inventory coverage of emission sources | number  | %     |                                 | 0        | 100     | verification-statement                                     | limited   |
      | reduction_plan        | reduction plan                         | choices |       | target, road_map, budget, owner |          |         | reduction-plan                                             |           |
      | absolute_fall         | absolute emission reduction            | number  | %     |                                 | -1000    | 100     | inventory-report, verification-statement                   |           |
      | years_since_base_year | years since the base year              | number  | year  |                                 | 1        |         | inventory-report, verification-statement                   |           |
      | intensity_fall        | emission intensity reduction           | number  | %     |                                 | -1000    | 100     | inventory-report, verification-statement, public-statement |           |
      | claimed_reduction     | claimed reduction                      | number  | tCO2e |                                 | 0        |         | reduction-plan, inventory-report, public-statement         |           |
      | measured_reduction    | measured reduction                     | number  | tCO2e |                                 | 0        |         | measurement-report                                         |           |
    And the choices of reduction plan
      | value    | words    |
      | target   | target   |
      | road_map | road map |
      | budget   | budget   |
      | owner    | owner    |

  Rule: Twenty points for reduction
    Background:
      Given the quantity reduction against the required pace (fall_against_pace), in %, on basis table-b1
        | is                                                                         |
        | absolute emission reduction / (4.2 % * years since the base year / 1 year) |
      And the quantity measured share of the reduction (measured_share), in %
        | is                                     | when                                             | basis    |
        | 0 %                                    | claimed reduction is 0 tCO2e                     | nothing  |
        | 100 %                                  | measured reduction is at least claimed reduction | table-b1 |
        | measured reduction / claimed reduction | otherwise                                        | table-b1 |
      And these indicators worth 20 points
        | id | indicator                              | section | points | must                      | basis                 |
        | E1 | Complete, verified inventory           | E       | 4      | inventory verified is yes | field-names, table-b1 |
        | E2 | Target, road map, budget and owner     | E       | 3      |                           | field-names, table-b1 |
        | E3 | Absolute reduction since the base year | E       | 6      |                           | field-names, table-b1 |
        | E4 | Reduction of emission intensity        | E       | 4      |                           | field-names, table-b1 |
        | E5 | Measured effect of reduction measures  | E       | 3      |                           | field-names, table-b1 |
      And indicator E1 scores inventory coverage of emission sources in % as
        | at least | below | points |
        |          | 95    | 0      |
        | 95       |       | 4      |
      And indicator E2 scores in equal parts each that holds
        | holds                                   |
        | reduction plan includes any of target   |
        | reduction plan includes any of road map |
        | reduction plan includes any of budget   |
        | reduction plan includes any of owner    |
      And indicator E3 scores reduction against the required pace in % on a line through
        | at  | points |
        | 0   | 0      |
        | 100 | 6      |
      And indicator E4 scores emission intensity reduction in % on a line through
        | at | points |
        | 0  | 0      |
        | 20 | 4      |
      And indicator E5 scores measured share of the reduction as its share

    Scenario Outline: Coverage of sources earns points from 95 %
      Given inventory coverage of emission sources is <value> %
      When evaluated as of 2025-06-30
      Then indicator E1 scores <points>

      Examples:
        | value | points |
        | 0     | 0      |
        | 94.99 | 0      |
        | 95    | 4      |
        | 100   | 4      |

    Scenario Outline: An unverified inventory earns no points
      Given inventory verified is <verified>
      When evaluated as of 2025-06-30
      Then indicator E1 scores <points>

      Examples:
        | verified | points |
        | yes      | 4      |
        | no       | 0      |

    Scenario Outline: Each element of the plan earns 0.75 points
      Given reduction plan is <plan>
      When evaluated as of 2025-06-30
      Then indicator E2 scores <points>

      Examples:
        | plan                            | points |
        | none                            | 0      |
        | target                          | 0.75   |
        | road map                        | 0.75   |
        | budget                          | 0.75   |
        | owner                           | 0.75   |
        | target, road map, budget, owner | 3      |

    Scenario Outline: The absolute reduction is measured against 4.2 % per year
      Given absolute emission reduction is <fall> %
      And years since the base year is <years> years
      When evaluated as of 2025-06-30
      Then the quantity reduction against the required pace is <pace> %
      And indicator E3 scores <points>

      Examples:
        | fall  | years | pace | points |
        | -4.2  | 1     | -100 | 0      |
        | 0     | 1     | 0    | 0      |
        | 0.042 | 1     | 1    | 0.06   |
        | 16.8  | 5     | 80   | 4.8    |
        | 21    | 5     | 100  | 6      |
        | 42    | 5     | 200  | 6      |
        | 4.2   | 1     | 100  | 6      |

    Scenario Outline: An intensity reduction of 20 % earns full points
      Given emission intensity reduction is <value> %
      When evaluated as of 2025-06-30
      Then indicator E4 scores <points>

      Examples:
        | value | points |
        | -10   | 0      |
        | 0     | 0      |
        | 0.01  | 0.002  |
        | 15.17 | 3.034  |
        | 20    | 4      |
        | 20.01 | 4      |

    Scenario Outline: Claimed reductions must be measured
      Given measured reduction is <measured> tCO2e
      And claimed reduction is <claimed> tCO2e
      When evaluated as of 2025-06-30
      Then the quantity measured share of the reduction is <share> %
      And indicator E5 scores <points>

      Examples:
        | measured | claimed | share | points |
        | 0        | 1200    | 0     | 0      |
        | 600      | 1200    | 50    | 1.5    |
        | 1200     | 1200    | 100   | 3      |
        | 1300     | 1200    | 100   | 3      |
        | 0        | 0       | 0     | 0      |
