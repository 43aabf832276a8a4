# language: en
Feature: Net-zero target under the Science Based Targets initiative
  Whether a long-term target and a claim of net zero meet the Corporate Net-Zero Standard, how many removals are due in a
  year, and which level of recognition ongoing emissions reach.

  Background:
    Given this scorecard
      | field           | value                                                                                                               |
      | id              | sbti-net-zero                                                                                                       |
      | version         | 1.1.0                                                                                                               |
      | supersedes      | 1.0.1                                                                                                               |
      | title           | Net-zero science-based target                                                                                       |
      | subject         | company                                                                                                             |
      | attestation     | self-assessment                                                                                                     |
      | time zone       | Etc/UTC                                                                                                             |
      | effective from  | 2026-06-11                                                                                                          |
      | rounding        | half-even, 2 decimals                                                                                               |
      | not applicable  | refuse                                                                                                              |
      | does not assess | papers behind what is declared: the form of the target, the inventory, contracts on removals and their certificates |
      | does not assess | pathways of single sectors, whose figures were not found                                                            |
      | does not assess | the quality of removals and credits, which cdr-eligibility and others have                                          |
      | does not assess | near-term targets, which sbti-near-term has                                                                         |
      | does not assess | whether removals that are entered for a year to come will be made                                                   |
    And these bases
      | basis    | instrument                              | clause            | certainty   | note                                                                                                                      |
      | v1-long  | SBTi Corporate Net-Zero Standard V1.3.1 | long-term targets | secondary   | 90 % by 2050 at the latest.                                                                                               |
      | v1-cover | SBTi Corporate Net-Zero Standard V1.3.1 | long-term targets | own reading | 95 % of scopes 1 and 2, 90 % of scope 3; recalled, not compared with a text.                                              |
      | v1-c28   | SBTi Corporate Net-Zero Standard V1.3.1 | C28               | secondary   | What is left at the net-zero date is neutralised by removals.                                                             |
      | v1-c11   | SBTi Corporate Net-Zero Standard V1.3.1 | C11, C12          | secondary   | Neither credits nor avoided emissions count as reduction.                                                                 |
      | v2-c40   | SBTi Corporate Net-Zero Standard V2.0   | C40, table 4      | secondary   | Recognition is voluntary: 1 %, 10 % with all of scopes 1 and 2 or 20 USD a tonne of that, all at 80 USD a tonne.          |
      | v2-both  | sbti-net-zero                           | C40, table 4      | own reading | Leadership is read to ask for the money and for as many tonnes of outcomes.                                               |
      | v2-c45   | SBTi Corporate Net-Zero Standard V2.0   | C45               | secondary   | Category A, from 2035: removals for 1 % of ongoing emissions, and in a straight line to all of them in the net-zero year. |
      | v2-after | sbti-net-zero                           | C45               | own reading | After the net-zero year all of what is left is to be removed, and so is it from 2035 where that year came before.         |
      | v2-open  | sbti-near-term                          | A.1               | own reading | Whether a company is of category A is computed by the card on near-term targets.                                          |
      | entered  | sbti-net-zero                           | -                 | own reading | No paper is named for single facts: a declaration suffices.                                                               |
    And these facts
      | fact            | label                                              | type   | unit  | one of                 | at least | at most | multiple of | may lie ahead | given |
      | standard        | standard submitted under                           | choice |       | v1_3_1, v2_0           |          |         |             |               | yes   |
      | net_zero_year   | net-zero year                                      | number |       |                        | 2020     | 2100    | 1           | yes           |       |
      | reduction_12    | long-term reduction of scopes 1 and 2              | number | %     |                        | 0        | 100     |             |               |       |
      | reduction_3     | long-term reduction of scope 3                     | number | %     |                        | 0        | 100     |             |               |       |
      | covered_12      | share of scopes 1 and 2 under the long-term target | number | %     |                        | 0        | 100     |             |               |       |
      | covered_3       | share of scope 3 under the long-term target        | number | %     |                        | 0        | 100     |             |               |       |
      | counts_credits  | credits or avoided emissions count as reduction    | flag   |       |                        |          |         |             |               |       |
      | claims_net_zero | net zero is claimed                                | flag   |       |                        |          |         |             |               |       |
      | company         | category of the company                            | choice |       | category_a, category_b |          |         |             |               | yes   |
      | year            | year looked at                                     | number |       |                        | 2020     | 2100    | 1           | yes           | yes   |
      | ongoing_12      | ongoing emissions of scopes 1 and 2                | number | tCO2e |                        | 0        |         |             |               | yes   |
      | ongoing_3       | ongoing emissions of scope 3                       | number | tCO2e |                        | 0        |         |             |               | yes   |
      | removed         | removals of the year                               | number | tCO2e |                        | 0        |         |             |               |       |
      | outcomes        | outcomes of mitigation paid for                    | number | tCO2e |                        | 0        |         |             |               |       |
      | budget          | money spent on mitigation                          | number | USD   |                        | 0        |         |             |               |       |
    And the choices of standard submitted under
      | value  | words  |
      | v1_3_1 | V1.3.1 |
      | v2_0   | V2.0   |
    And the choices of category of the company
      | value      | words      |
      | category_a | category A |
      | category_b | category B |
    And this reference case
      | fact                                               | value       |
      | standard submitted under                           | V2.0        |
      | net-zero year                                      | 2050        |
      | long-term reduction of scopes 1 and 2              | 90 %        |
      | long-term reduction of scope 3                     | 90 %        |
      | share of scopes 1 and 2 under the long-term target | 95 %        |
      | share of scope 3 under the long-term target        | 90 %        |
      | credits or avoided emissions count as reduction    | no          |
      | net zero is claimed                                | no          |
      | category of the company                            | category A  |
      | year looked at                                     | 2027        |
      | ongoing emissions of scopes 1 and 2                | 9000 tCO2e  |
      | ongoing emissions of scope 3                       | 36000 tCO2e |
      | removals of the year                               | 0 tCO2e     |
      | outcomes of mitigation paid for                    | 450 tCO2e   |
      | money spent on mitigation                          | 0 USD       |

  Rule: The worked company of 45,000 ongoing tonnes

    Scenario: 450 tonnes are engaged
      When evaluated as of 2027-12-31
      Then the quantity engaged from is 450 tCO2e
      And the quantity advanced from is 9000 tCO2e
      And the quantity money of the advanced level is 180000 USD
      And the quantity money of leadership is 3600000 USD
      And an observation OER.ENGAGED is raised
      And no finding OER.ADVANCED is raised
      And the conclusion is scored
