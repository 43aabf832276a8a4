# language: en
Feature: Net-zero target under the Science Based Targets initiative
  Whether a long-term target and a net-zero claim meet the Corporate Net-Zero Standard, the removals required in a
  year, and the level of recognition reached for ongoing emissions.

  Background:
    Given this scorecard
      | field           | value                                                                                                                    |
      | id              | sbti-net-zero                                                                                                            |
      | version         | 2.0.0                                                                                                                    |
      | supersedes      | 1.0.0                                                                                                                    |
      | title           | Net-zero science-based target                                                                                            |
      | subject         | company                                                                                                                  |
      | attestation     | self-assessment                                                                                                          |
      | time zone       | Etc/UTC                                                                                                                  |
      | effective from  | 2026-06-11                                                                                                               |
      | rounding        | half-even, 2 decimals                                                                                                    |
      | not applicable  | refuse                                                                                                                   |
      | does not assess | documents that support the declared facts: the target form, the inventory, and removal contracts with their certificates |
      | does not assess | pathways of individual sectors, because their values were not found                                                      |
      | does not assess | the quality of removals and credits, which cdr-eligibility and other scorecards assess                                   |
      | does not assess | near-term targets, which sbti-near-term assesses                                                                         |
      | does not assess | whether removals entered for a future year will be carried out                                                           |
    And these bases
      | basis    | instrument                              | clause            | certainty   | note                                                                                                                                                                                                                                                                                                                                                                                    |
      | v1-long  | SBTi Corporate Net-Zero Standard V1.3.1 | long-term targets | secondary   | The long-term target must reduce emissions by at least 90 % by 2050 at the latest. This applies to scopes 1 and 2 together and, separately, to scope 3. Reported by secondary sources.                                                                                                                                                                                                  |
      | v1-cover | SBTi Corporate Net-Zero Standard V1.3.1 | long-term targets | own reading | The long-term target must cover at least 95 % of scope 1 and 2 emissions and at least 90 % of scope 3 emissions. Stated from memory, not checked against the text.                                                                                                                                                                                                                      |
      | v1-c28   | SBTi Corporate Net-Zero Standard V1.3.1 | C28               | secondary   | A company that claims net zero must neutralise its remaining emissions by carbon removals of at least the same amount. Reported by secondary sources.                                                                                                                                                                                                                                   |
      | v1-c11   | SBTi Corporate Net-Zero Standard V1.3.1 | C11, C12          | secondary   | A company may not include carbon credits or avoided emissions as reductions towards its target. Reported by secondary sources.                                                                                                                                                                                                                                                          |
      | v2-c40   | SBTi Corporate Net-Zero Standard V2.0   | C40, table 4      | secondary   | Recognition of responsibility for ongoing emissions is voluntary and has three levels. The engaged level requires mitigation outcomes of 1 % of ongoing emissions; leadership, the highest level, requires 100 % at 80 USD per tonne. The advanced level requires outcomes of 10 % (at least all of scopes 1 and 2), or 20 USD for each of these tonnes. Reported by secondary sources. |
      | v2-both  | sbti-net-zero                           | C40, table 4      | own reading | Table 4 does not settle whether leadership, the highest level of recognition, requires money or mitigation outcomes. We require both: 80 USD per tonne of ongoing emissions, and outcomes of at least as many tonnes.                                                                                                                                                                   |
      | v2-c45   | SBTi Corporate Net-Zero Standard V2.0   | C45               | secondary   | In 2035, a company of category A (defined in A.1 of the standard) must carry out removals equal to 1 % of its ongoing emissions. This share rises in a straight line to 100 % in the net-zero year. Reported by secondary sources.                                                                                                                                                      |
      | v2-after | sbti-net-zero                           | C45               | own reading | The source does not state the required removals after the net-zero year. We require removals equal to 100 % of ongoing emissions in each later year. If the net-zero year is before 2035, we require these removals from 2035.                                                                                                                                                          |
      | v2-open  | sbti-near-term                          | A.1               | own reading | Removals from 2035 are required only of companies in category A. The scorecard sbti-near-term determines whether a company is in category A.                                                                                                                                                                                                                                            |
      | entered  | sbti-net-zero                           | -                 | own reading | The sources name no evidence document for the individual facts of this scorecard. We accept the applicant's declaration.                                                                                                                                                                                                                                                                |
    And these facts
      | fact            | label                                                   | type   | unit  | one of                 | at least | at most | multiple of | may lie ahead | given |
      | standard        | version of the standard applied                         | choice |       | v1_3_1, v2_0           |          |         |             |               | yes   |
      | net_zero_year   | net-zero year                                           | number |       |                        | 2020     | 2100    | 1           | yes           |       |
      | reduction_12    | long-term reduction of scopes 1 and 2                   | number | %     |                        | 0        | 100     |             |               |       |
      | reduction_3     | long-term reduction of scope 3                          | number | %     |                        | 0        | 100     |             |               |       |
      | covered_12      | share of scopes 1 and 2 covered by the long-term target | number | %     |                        | 0        | 100     |             |               |       |
      | covered_3       | share of scope 3 covered by the long-term target        | number | %     |                        | 0        | 100     |             |               |       |
      | counts_credits  | credits or avoided emissions are included as reductions | flag   |       |                        |          |         |             |               |       |
      | claims_net_zero | net zero is claimed                                     | flag   |       |                        |          |         |             |               |       |
      | company         | category of the company                                 | choice |       | category_a, category_b |          |         |             |               | yes   |
      | year            | year assessed                                           | number |       |                        | 2020     | 2100    | 1           | yes           | yes   |
      | ongoing_12      | ongoing emissions of scopes 1 and 2                     | number | tCO2e |                        | 0        |         |             |               | yes   |
      | ongoing_3       | ongoing emissions of scope 3                            | number | tCO2e |                        | 0        |         |             |               | yes   |
      | removed         | removals in the year                                    | number | tCO2e |                        | 0        |         |             |               |       |
      | outcomes        | mitigation outcomes financed                            | number | tCO2e |                        | 0        |         |             |               |       |
      | budget          | expenditure on mitigation                               | number | USD   |                        | 0        |         |             |               |       |
    And the choices of version of the standard applied
      | value  | words  |
      | v1_3_1 | V1.3.1 |
      | v2_0   | V2.0   |
    And the choices of category of the company
      | value      | words      |
      | category_a | category A |
      | category_b | category B |
    And this reference case
      | fact                                                    | value       |
      | version of the standard applied                         | V2.0        |
      | net-zero year                                           | 2050        |
      | long-term reduction of scopes 1 and 2                   | 90 %        |
      | long-term reduction of scope 3                          | 90 %        |
      | share of scopes 1 and 2 covered by the long-term target | 95 %        |
      | share of scope 3 covered by the long-term target        | 90 %        |
      | credits or avoided emissions are included as reductions | no          |
      | net zero is claimed                                     | no          |
      | category of the company                                 | category A  |
      | year assessed                                           | 2027        |
      | ongoing emissions of scopes 1 and 2                     | 9000 tCO2e  |
      | ongoing emissions of scope 3                            | 36000 tCO2e |
      | removals in the year                                    | 0 tCO2e     |
      | mitigation outcomes financed                            | 450 tCO2e   |
      | expenditure on mitigation                               | 0 USD       |

  Rule: Worked example: a company with 45,000 tonnes of ongoing emissions

    Scenario: Outcomes of 450 tonnes reach the engaged level
      When evaluated as of 2027-12-31
      Then the quantity threshold of the engaged level is 450 tCO2e
      And the quantity threshold of the advanced level is 9000 tCO2e
      And the quantity expenditure required for the advanced level is 180000 USD
      And the quantity expenditure required for leadership is 3600000 USD
      And an observation OER.ENGAGED is raised
      And no finding OER.ADVANCED is raised
      And the conclusion is scored
