# language: en
Feature: Verification of actual values

  Background:
    Given the scorecard cbam-goods
    And these facts
      | fact                    | label                                              | type   | unit    | one of                         | at least | at most |
      | opinion                 | verification opinion                               | choice |         | positive, negative, no_opinion |          |         |
      | verifier_accredited     | verifier accredited                                | flag   |         |                                |          |         |
      | report_covers_period    | report covers the period of production             | flag   |         |                                |          |         |
      | emissions_misstatement  | misstatement of emissions per tonne of goods       | number | tCO2e/t |                                | 0        |         |
      | allocation_misstatement | misstatement of free allocation per tonne of goods | number | tCO2e/t |                                | 0        |         |
      | first_period            | first verified period                              | flag   |         |                                |          |         |
      | visit                   | site visit                                         | choice |         | physical, virtual, waived      |          |         |
      | physical_visit          | last physical visit                                | date   |         |                                |          |         |
      | report_date             | date of the verification report                    | date   |         |                                |          |         |
      | installation_identified | operator and installation identified               | flag   |         |                                |          |         |
      | summary_items           | number of items in the summary report              | number | item    |                                | 0        | 16      |
    And this reference case
      | fact                                               | value         |
      | verification opinion                               | positive      |
      | verifier accredited                                | yes           |
      | report covers the period of production             | yes           |
      | misstatement of emissions per tonne of goods       | 0.01 tCO2e/t  |
      | misstatement of free allocation per tonne of goods | 0.001 tCO2e/t |
      | first verified period                              | yes           |
      | site visit                                         | physical      |
      | last physical visit                                | 2027-03-10    |
      | date of the verification report                    | 2027-04-30    |
      | operator and installation identified               | yes           |
      | number of items in the summary report              | 16 items      |

  Rule: Gates of the actual route
    Background:
      Given the quantity misstated share of emissions (emissions_share), in %
        | is                                                                       | when                                                      | basis          |
        | 0 %                                                                      | misstatement of emissions per tonne of goods is 0 tCO2e/t | zero-emissions |
        | 100 %                                                                    | actual specific emissions is 0 tCO2e/t                    | zero-emissions |
        | misstatement of emissions per tonne of goods / actual specific emissions | otherwise                                                 | materiality    |
      And the quantity misstated share of free allocation (allocation_share), in %, on basis materiality
        | is                                                                          | when                                |
        | undetermined, because the good has no free allocation                       | actual free allocation is 0 tCO2e/t |
        | misstatement of free allocation per tonne of goods / actual free allocation | otherwise                           |
      And these gates
        | id | gate                                                                | requires                                                                     | applies when                                                                            | basis        |
        | V1 | The verification opinion is positive                                | verification opinion is positive                                             | method of determination is actual values                                                | verification |
        | V2 | The verifier is accredited                                          | verifier accredited is yes                                                   | method of determination is actual values                                                | verification |
        | V3 | The report covers the period of production                          | report covers the period of production is yes                                | method of determination is actual values                                                | verification |
        | V4 | The misstatement of emissions is not material                       | misstated share of emissions is at most 5 %                                  | method of determination is actual values                                                | materiality  |
        | V5 | The misstatement of free allocation is not material                 | misstated share of free allocation is at most 5 %                            | method of determination is actual values; actual free allocation is more than 0 tCO2e/t | materiality  |
        | V6 | Physical site visit in the first verified period                    | site visit is physical                                                       | method of determination is actual values; first verified period is yes                  | visits       |
        | V7 | Physical site visit within two years before the verification report | last physical visit is within 2 years before date of the verification report | method of determination is actual values                                                | visits       |
        | V8 | The operator and the installation are identified                    | operator and installation identified is yes                                  | method of determination is actual values                                                | summary      |
      And these findings
        | code      | finding                                                                              | when                                                                                                  | severity    | basis        |
        | V.AHEAD   | The verification is not finished: actual values are accepted only after verification | method of determination is actual values; date of the verification report is after the as-of date     | observation | verification |
        | V.SUMMARY | Items of the summary report are missing                                              | method of determination is actual values; number of items in the summary report is less than 16 items | minor       | summary      |

    Scenario Outline: each gate of the actual route can fail
      Given method of determination is actual values
      And verification opinion is <opinion>
      And verifier accredited is <accredited>
      And report covers the period of production is <covers>
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

    Scenario Outline: a misstatement of five percent is not material
      Given method of determination is actual values
      And supposing actual specific emissions is <see> tCO2e/t
      And supposing actual free allocation is <allocation> tCO2e/t
      And misstatement of emissions per tonne of goods is <emissions> tCO2e/t
      And misstatement of free allocation per tonne of goods is <allocated> tCO2e/t
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

    Scenario Outline: the first verified period needs a physical visit; later visits may be two years old
      Given method of determination is actual values
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

    Scenario Outline: a verification that is not finished
      Given method of determination is <determination of the precursor emissions>
      When evaluated as of <asked>
      Then <ahead>

      Examples:
        | determination of the precursor emissions | asked      | ahead                            |
        | actual values                            | 2027-04-29 | an observation V.AHEAD is raised |
        | actual values                            | 2027-04-30 | no finding V.AHEAD is raised     |
        | default values                           | 2027-04-29 | no finding V.AHEAD is raised     |

    Scenario Outline: the summary report has sixteen items
      Given method of determination is <determination of the precursor emissions>
      And number of items in the summary report is <items> items
      When evaluated as of 2026-11-20
      Then <raised>

      Examples:
        | determination of the precursor emissions | items | raised                                    |
        | actual values                            | 15    | a minor nonconformity V.SUMMARY is raised |
        | actual values                            | 16    | no finding V.SUMMARY is raised            |
        | default values                           | 15    | no finding V.SUMMARY is raised            |
