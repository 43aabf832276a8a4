# language: en
Feature: Forest, land and agriculture target under the Science Based Targets initiative
  Whether a company needs a target for its emissions from forest, land and agriculture (FLAG), and whether its target
  meets the guidance.

  Background:
    Given this scorecard
      | field           | value                                                                                                                      |
      | id              | sbti-flag                                                                                                                  |
      | version         | 1.0.0                                                                                                                      |
      | title           | Forest, land and agriculture target                                                                                        |
      | subject         | company                                                                                                                    |
      | attestation     | self-assessment                                                                                                            |
      | time zone       | Etc/UTC                                                                                                                    |
      | effective from  | 2023-05-01                                                                                                                 |
      | rounding        | half-even, 2 decimals                                                                                                      |
      | not applicable  | refuse                                                                                                                     |
      | does not assess | documents that support the declared facts: the calculation of land emissions, the target form and the deforestation policy |
      | does not assess | pathways of individual commodities, because their values were not found                                                    |
      | does not assess | removals on land and their calculation                                                                                     |
      | does not assess | near-term targets for other emissions, which sbti-near-term assesses                                                       |
    And these bases
      | basis    | instrument         | clause | certainty   | note                                                                                                                                                                                                                                                                     |
      | trigger  | SBTi FLAG guidance | -      | secondary   | A company must set a target for its emissions from land in either of two cases. It belongs to a forest, land and agriculture sector, or its emissions from land are at least 20 % of its total emissions. Reported by secondary sources.                                 |
      | coverage | SBTi FLAG guidance | -      | secondary   | A land target must cover at least 95 % of land emissions in scopes 1 and 2 and at least 67 % of land emissions in scope 3. Reported by secondary sources.                                                                                                                |
      | forests  | SBTi FLAG guidance | -      | secondary   | A company with a land target must commit to no deforestation, with a cut-off date in 2020 or earlier. Reported by secondary sources.                                                                                                                                     |
      | long     | SBTi FLAG guidance | -      | secondary   | A long-term land target must reduce land emissions by at least 72 % by 2050. Reported by secondary sources.                                                                                                                                                              |
      | paths    | SBTi FLAG guidance | -      | secondary   | A company may use the reduction pathway of a single commodity (such as soy or beef) only if this commodity accounts for at least 10 % of the company's land emissions. Reported by secondary sources.                                                                    |
      | from-may | sbti-flag          | -      | own reading | The sources differ on the date from which companies must set a land target. One table dates its thresholds from September 2022; another table dates the duty to set a target from May 2023. We apply the later date, so this scorecard assesses companies from May 2023. |
      | entered  | sbti-flag          | -      | own reading | The sources name no evidence document for the individual facts of this scorecard. We accept the applicant's declaration.                                                                                                                                                 |
      | parts    | sbti-flag          | -      | own reading | We require that land emissions do not exceed total emissions, and that commodity emissions do not exceed land emissions. The results show the remainders: emissions not from land, and land emissions of commodities not listed.                                         |
    And these facts
      | fact           | label                                                   | type                   | unit  | at least | at most | multiple of | may lie ahead | given |
      | all_emissions  | total emissions of scopes 1 to 3                        | number                 | tCO2e | 0        |         |             |               | yes   |
      | flag_12        | land emissions of scopes 1 and 2                        | number                 | tCO2e | 0        |         |             |               | yes   |
      | flag_3         | land emissions of scope 3                               | number                 | tCO2e | 0        |         |             |               | yes   |
      | flag_sector    | the company is in a forest, land and agriculture sector | flag                   |       |          |         |             |               | yes   |
      | target_set     | a land target is set                                    | flag                   |       |          |         |             |               |       |
      | covered_12     | covered share of land emissions in scopes 1 and 2       | number                 | %     | 0        | 100     |             |               |       |
      | covered_3      | covered share of land emissions in scope 3              | number                 | %     | 0        | 100     |             |               |       |
      | committed      | a no-deforestation commitment is made                   | flag                   |       |          |         |             |               |       |
      | cut_off        | cut-off date for deforestation                          | date                   |       |          |         |             | yes           |       |
      | long_term      | a long-term land target is set                          | flag                   |       |          |         |             |               |       |
      | long_reduction | long-term reduction of land emissions                   | number                 | %     | 0        | 100     |             |               |       |
      | long_year      | target year of the long-term land target                | number                 |       | 2020     | 2100    | 1           | yes           |       |
      | commodities    | land emissions by commodity                             | list of commodity line |       |          |         |             |               |       |
    And each commodity has
      | field    | label                                | type   | unit  | at least |
      | name     |                                      | text   |       |          |
      | emitted  | land emissions of the commodity      | number | tCO2e | 0        |
      | own_path | the pathway of the commodity is used | flag   |       |          |
    And commodity is called commodity line
    And no two land emissions by commodity share a name
    And this reference case
      | fact                                                    | value        |
      | total emissions of scopes 1 to 3                        | 100000 tCO2e |
      | land emissions of scopes 1 and 2                        | 2000 tCO2e   |
      | land emissions of scope 3                               | 18000 tCO2e  |
      | the company is in a forest, land and agriculture sector | no           |
      | a land target is set                                    | yes          |
      | covered share of land emissions in scopes 1 and 2       | 95 %         |
      | covered share of land emissions in scope 3              | 67 %         |
      | a no-deforestation commitment is made                   | yes          |
      | cut-off date for deforestation                          | 2020-12-31   |
      | a long-term land target is set                          | yes          |
      | long-term reduction of land emissions                   | 72 %         |
      | target year of the long-term land target                | 2050         |
    And in the reference case land emissions by commodity are
      | name | land emissions of the commodity | the pathway of the commodity is used |
      | beef | 2000 tCO2e                      | yes                                  |
      | rice | 1999.99 tCO2e                   | no                                   |

  Rule: Worked example: a company with 20,000 tonnes of land emissions

    Scenario: Land emissions of exactly 20 % of total emissions
      When evaluated as of 2026-12-01
      Then the quantity share_of_land is 20 %
      And gate SB1-21 is met
      And the conclusion is scored
