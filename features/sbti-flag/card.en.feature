# language: en
Feature: Forest, land and agriculture target under the Science Based Targets initiative
  Whether a company needs a target for its emissions from forest, land and agriculture (FLAG), and whether the one it has
  meets the guidance.

  Background:
    Given this scorecard
      | field           | value                                                                                                                  |
      | id              | sbti-flag                                                                                                              |
      | version         | 2.0.0                                                                                                                  |
      | supersedes      | 1.0.1                                                                                                                  |
      | title           | Forest, land and agriculture target                                                                                    |
      | subject         | company                                                                                                                |
      | attestation     | self-assessment                                                                                                        |
      | time zone       | Etc/UTC                                                                                                                |
      | effective from  | 2023-05-01                                                                                                             |
      | rounding        | half-even, 2 decimals                                                                                                  |
      | not applicable  | refuse                                                                                                                 |
      | does not assess | papers behind what is declared: the calculation of land emissions, the form of the target, the policy on deforestation |
      | does not assess | pathways of single commodities, whose figures were not found                                                           |
      | does not assess | removals on land and how they are counted                                                                              |
      | does not assess | near-term targets for other emissions, which sbti-near-term has                                                        |
    And these bases
      | basis    | instrument         | clause | certainty   | note                                                                                                                                                                                        |
      | trigger  | SBTi FLAG guidance | -      | secondary   | A target from 20 % of all emissions, or in a sector of forest, land and agriculture.                                                                                                        |
      | coverage | SBTi FLAG guidance | -      | secondary   | 95 % of such emissions in scopes 1 and 2, 67 % in scope 3.                                                                                                                                  |
      | forests  | SBTi FLAG guidance | -      | secondary   | A commitment to no deforestation whose cut-off is 2020 or earlier.                                                                                                                          |
      | long     | SBTi FLAG guidance | -      | secondary   | 72 % by 2050.                                                                                                                                                                               |
      | paths    | SBTi FLAG guidance | -      | secondary   | The path of a commodity may be used from 10 % of such emissions.                                                                                                                            |
      | from-may | sbti-flag          | -      | own reading | One table dates the thresholds from September 2022, another the duty from May 2023; the later is taken.                                                                                     |
      | entered  | sbti-flag          | -      | own reading | No paper is named for single facts: a declaration suffices.                                                                                                                                 |
      | parts    | sbti-flag          | -      | own reading | Land emissions are a part of all emissions, and commodities a part of land emissions. The rest is shown: emissions that are not of land, and land emissions of no commodity that is listed. |
    And these facts
      | fact           | label                                             | type                   | unit  | at least | at most | multiple of | may lie ahead | given |
      | all_emissions  | emissions of scopes 1 to 3                        | number                 | tCO2e | 0        |         |             |               | yes   |
      | flag_12        | land emissions of scopes 1 and 2                  | number                 | tCO2e | 0        |         |             |               | yes   |
      | flag_3         | land emissions of scope 3                         | number                 | tCO2e | 0        |         |             |               | yes   |
      | flag_sector    | the company is of a land sector                   | flag                   |       |          |         |             |               | yes   |
      | target_set     | a land target is set                              | flag                   |       |          |         |             |               |       |
      | covered_12     | share of land emissions of scopes 1 and 2 covered | number                 | %     | 0        | 100     |             |               |       |
      | covered_3      | share of land emissions of scope 3 covered        | number                 | %     | 0        | 100     |             |               |       |
      | committed      | no deforestation is promised                      | flag                   |       |          |         |             |               |       |
      | cut_off        | cut-off of deforestation                          | date                   |       |          |         |             | yes           |       |
      | long_term      | a long-term land target is set                    | flag                   |       |          |         |             |               |       |
      | long_reduction | long-term reduction of land emissions             | number                 | %     | 0        | 100     |             |               |       |
      | long_year      | year of the long-term land target                 | number                 |       | 2020     | 2100    | 1           | yes           |       |
      | commodities    | land emissions by commodity                       | list of commodity line |       |          |         |             |               |       |
    And each commodity has
      | field    | label                           | type   | unit  | at least |
      | name     |                                 | text   |       |          |
      | emitted  | land emissions of the commodity | number | tCO2e | 0        |
      | own_path | its own path is used            | flag   |       |          |
    And commodity is called commodity line
    And no two land emissions by commodity share a name
    And this reference case
      | fact                                              | value        |
      | emissions of scopes 1 to 3                        | 100000 tCO2e |
      | land emissions of scopes 1 and 2                  | 2000 tCO2e   |
      | land emissions of scope 3                         | 18000 tCO2e  |
      | the company is of a land sector                   | no           |
      | a land target is set                              | yes          |
      | share of land emissions of scopes 1 and 2 covered | 95 %         |
      | share of land emissions of scope 3 covered        | 67 %         |
      | no deforestation is promised                      | yes          |
      | cut-off of deforestation                          | 2020-12-31   |
      | a long-term land target is set                    | yes          |
      | long-term reduction of land emissions             | 72 %         |
      | year of the long-term land target                 | 2050         |
    And in the reference case land emissions by commodity are
      | name | land emissions of the commodity | its own path is used |
      | beef | 2000 tCO2e                      | yes                  |
      | rice | 1999.99 tCO2e                   | no                   |

  Rule: The worked company of 20,000 tonnes from land

    Scenario: exactly 20 % of all emissions
      When evaluated as of 2026-12-01
      Then the quantity share_of_land is 20 %
      And gate SB1-21 is met
      And the conclusion is scored
