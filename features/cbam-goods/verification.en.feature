# language: en
Feature: Verification of actual values

  Background:
    Given the scorecard cbam-goods
    And these facts
      | fact                    | label                                | type   | unit    | one of                         | at least | at most |
      | opinion                 | verification opinion                 | choice |         | positive, negative, no_opinion |          |         |
      | verifier_accredited     | verifier accredited                  | flag   |         |                                |          |         |
      | report_covers_period    | report covers the period             | flag   |         |                                |          |         |
      | emissions_misstatement  | misstatement of emissions            | number | tCO2e/t |                                | 0        |         |
      | allocation_misstatement | misstatement of free allocation      | number | tCO2e/t |                                | 0        |         |
      | first_period            | first verified period                | flag   |         |                                |          |         |
      | visit                   | site visit                           | choice |         | physical, virtual, waived      |          |         |
      | physical_visit          | last physical visit                  | date   |         |                                |          |         |
      | report_date             | date of the verification report      | date   |         |                                |          |         |
      | installation_identified | operator and installation identified | flag   |         |                                |          |         |
      | summary_items           | items of the summary report          | number | item    |                                | 0        | 16      |
    And this reference case
      | fact                                 | value         |
      | verification opinion                 | positive      |
      | verifier accredited                  | yes           |
      | report covers the period             | yes           |
      | misstatement of emissions            | 0.01 tCO2e/t  |
      | misstatement of free allocation      | 0.001 tCO2e/t |
      | first verified period                | yes           |
      | site visit                           | physical      |
      | last physical visit                  | 2027-03-10    |
      | date of the verification report      | 2027-04-30    |
      | operator and installation identified | yes           |
      | items of the summary report          | 16 items      |

  Rule: Gates of the actual route
    Background:
      Given the quantity misstated share of emissions (emissions_share), in %
        | is                                                    | when                                   | basis          |
        | 0 %                                                   | misstatement of emissions is 0 tCO2e/t | zero-emissions |
        | 100 %                                                 | actual specific emissions is 0 tCO2e/t | zero-emissions |
        | misstatement of emissions / actual specific emissions | otherwise                              | materiality    |
      And the quantity misstated share of free allocation (allocation_share), in %, on basis materiality
        | is                                                       | when                                |
        | undetermined, because the good has no free allocation    | actual free allocation is 0 tCO2e/t |
        | misstatement of free allocation / actual free allocation | otherwise                           |
      And these gates
        | id | gate                                         | requires                                                                     | applies when                                                                  | basis        |
        | V1 | Positive verification opinion                | verification opinion is positive                                             | determination is actual values                                                | verification |
        | V2 | Accredited verifier                          | verifier accredited is yes                                                   | determination is actual values                                                | verification |
        | V3 | Report covers the period of production       | report covers the period is yes                                              | determination is actual values                                                | verification |
        | V4 | Misstatement of emissions not material       | misstated share of emissions is at most 5 %                                  | determination is actual values                                                | materiality  |
        | V5 | Misstatement of free allocation not material | misstated share of free allocation is at most 5 %                            | determination is actual values; actual free allocation is more than 0 tCO2e/t | materiality  |
        | V6 | Physical visit in the first period           | site visit is physical                                                       | determination is actual values; first verified period is yes                  | visits       |
        | V7 | Physical visit every two years               | last physical visit is within 2 years before date of the verification report | determination is actual values                                                | visits       |
        | V8 | Operator and installation identified         | operator and installation identified is yes                                  | determination is actual values                                                | summary      |
      And these findings
        | code      | finding                                                                       | when                                                                                    | severity    | basis        |
        | V.AHEAD   | The verification is still to come: actual values count once they are verified | determination is actual values; date of the verification report is after the as-of date | observation | verification |
        | V.SUMMARY | Items of the summary report are missing                                       | determination is actual values; items of the summary report is less than 16 items       | minor       | summary      |

    Scenario Outline: each gate of the actual route
      Given determination is actual values
      And verification opinion is <opinion>
      And verifier accredited is <accredited>
      And report covers the period is <covers>
      And operator and installation identified is <identified>
      When evaluated as of 2026-11-20
      Then gate V1 is <v1>
      And gate V2 is <v2>
      And gate V3 is <v3>
      And gate V8 is <v8>
      And the conclusion is <conclusion>

      Examples:
        | opinion  | accredited | covers | identified | v1      | v2      | v3      | v8      | conclusion  |
        | positive | yes        | yes    | yes        | met     | met     | met     | met     | scored      |
        | negative | yes        | yes    | yes        | not met | met     | met     | met     | gate failed |
        | positive | no         | yes    | yes        | met     | not met | met     | met     | gate failed |
        | positive | yes        | no     | yes        | met     | met     | not met | met     | gate failed |
        | positive | yes        | yes    | no         | met     | met     | met     | not met | gate failed |

    Scenario: default values need no verification
      Given verification opinion is no_opinion
      When evaluated as of 2026-11-20
      Then gate V1 is not applicable
      And gate V2 is not applicable
      And gate V3 is not applicable
      And gate V4 is not applicable
      And gate V5 is not applicable
      And gate V6 is not applicable
      And gate V7 is not applicable
      And gate V8 is not applicable
      And the conclusion is scored

    Scenario Outline: five percent is not material
      Given determination is actual values
      And supposing actual specific emissions is <see> tCO2e/t
      And supposing actual free allocation is <allocation> tCO2e/t
      And misstatement of emissions is <emissions> tCO2e/t
      And misstatement of free allocation is <allocated> tCO2e/t
      When evaluated as of 2026-11-20
      Then gate V4 is <v4>
      And gate V5 is <v5>

      Examples:
        | see | emissions | allocation | allocated | v4      | v5             |
        | 2   | 0.09      | 1          | 0.05      | met     | met            |
        | 2   | 0.1       | 1          | 0.05      | met     | met            |
        | 2   | 0.11      | 1          | 0.05      | not met | met            |
        | 2   | 0.09      | 1          | 0.051     | met     | not met        |
        | 2   | 0.09      | 2          | 0.1       | met     | met            |
        | 2   | 0.09      | 0          | 0.051     | met     | not applicable |
        | 0   | 0         | 1          | 0.05      | met     | met            |
        | 0   | 0.00001   | 1          | 0.05      | not met | met            |

    Scenario Outline: visits
      Given determination is actual values
      And first verified period is <first>
      And site visit is <visit>
      And last physical visit is <day>
      When evaluated as of 2026-11-20
      Then gate V6 is <v6>
      And gate V7 is <v7>

      Examples:
        | first | visit    | day        | v6             | v7      |
        | yes   | physical | 2027-03-10 | met            | met     |
        | yes   | virtual  | 2027-03-10 | not met        | met     |
        | no    | virtual  | 2025-04-30 | not applicable | met     |
        | no    | virtual  | 2025-04-29 | not applicable | not met |
        | no    | virtual  | 2027-05-01 | not applicable | not met |

    Scenario Outline: a verification that is still to come
      Given determination is <method>
      When evaluated as of <asked>
      Then <ahead>

      Examples:
        | method         | asked      | ahead                            |
        | actual values  | 2027-04-29 | an observation V.AHEAD is raised |
        | actual values  | 2027-04-30 | no finding V.AHEAD is raised     |
        | default values | 2027-04-29 | no finding V.AHEAD is raised     |

    Scenario Outline: sixteen items of the summary report
      Given determination is <method>
      And items of the summary report is <items> items
      When evaluated as of 2026-11-20
      Then <raised>

      Examples:
        | method         | items | raised                                    |
        | actual values  | 15    | a minor nonconformity V.SUMMARY is raised |
        | actual values  | 16    | no finding V.SUMMARY is raised            |
        | default values | 15    | no finding V.SUMMARY is raised            |
