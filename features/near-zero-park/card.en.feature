# language: en
Feature: Near-zero-carbon parks of cities and provinces
  How many of Changzhou's reference values a park reaches, the reported gates of Zhejiang, and the scope of the Jiangsu accounting standard.

  Background:
    Given this scorecard
      | field           | value                                                                                                                                            |
      | id              | near-zero-park                                                                                                                                   |
      | version         | 1.0.0                                                                                                                                            |
      | title           | Near-zero-carbon park of a city or province                                                                                                      |
      | subject         | park                                                                                                                                             |
      | attestation     | self-assessment                                                                                                                                  |
      | time zone       | Asia/Shanghai                                                                                                                                    |
      | effective from  | 2026-11-23                                                                                                                                       |
      | rounding        | half-even, 4 decimals                                                                                                                            |
      | not applicable  | refuse                                                                                                                                           |
      | does not assess | documents that support the declared facts (energy balances, park statistics, audits, verification reports, building certificates, cancellations) |
      | does not assess | acceptance in Changzhou, of which nothing was found (its values are references, not limits)                                                      |
      | does not assess | points of Zhejiang, and the results of the Jiangsu accounting standard, which has no threshold                                                   |
      | does not assess | HJ 274-2015, the 17 group standards and the plans of other provinces, whose terms were not read                                                  |
      | does not assess | national parks and parks of Hunan, which have their own scorecard                                                                                |
    And these bases
      | basis       | instrument                                  | clause                            | certainty   | note                                                                                                                                                                                                                                                                                                                                                                                       |
      | changzhou   | 常政办发〔2024〕32号                        | table of indicators, as reprinted | secondary   | Changzhou has twenty reference values for near-zero-carbon parks from 2024 to 2026, such as 30 % renewable electricity including certificates. We read them in a reprinted table. A trade report (Climate Bridge, third quarter of 2024) confirms the renewable share. For the electricity share of final energy use, the trade report states more than 50 %, but the table at least 50 %. |
      | electrified | near-zero-park                              | -                                 | own reading | In the reprinted table of Changzhou, electricity must reach at least 50 % of final energy use. A trade report requires more than 50 %, so the sources differ for exactly 50 %. A setting selects one source; without a selection, exactly 50 % is undetermined.                                                                                                                            |
      | count       | near-zero-park                              | -                                 | own reading | The Changzhou plan has twenty reference values for a park but no score. We count one point for each reference value that the park reaches.                                                                                                                                                                                                                                                 |
      | zhejiang    | Zhejiang green and low-carbon parks of 2022 | -                                 | secondary   | A Zhejiang park needs a manufacturing share above 50 %, no major accident in three years and a clean-production audit of all key firms. The park also needs at least two full-time staff and a minimum number of points. Reported by secondary sources. The minimum number of points was not found, so an applicant who knows it declares whether the park reaches it.                     |
      | of-what     | near-zero-park                              | -                                 | own reading | A Zhejiang park needs a manufacturing share above 50 %. The reports do not state of which total it is a share. We use the added value of the park, as in Jiangsu.                                                                                                                                                                                                                          |
      | accounting  | DB32/T 5192-2025                            | -                                 | secondary   | From 2025-10-10, the Jiangsu accounting standard applies to development zones approved at provincial level or above. Manufacturing must exceed 50 % of the added value of the zone. The standard covers seven greenhouse gases, excludes agriculture and forestry, and sets no emission limit. The date is reported by a trade report (Climate Bridge, fourth quarter of 2025).            |
      | unread      | near-zero-park                              | -                                 | own reading | A park under a programme other than Changzhou, Zhejiang or the Jiangsu accounting standard must meet the requirements of that programme. Only the titles and aims of these other programmes were read, in training slides of January 2025. We accept a declaration by an applicant who has read the requirements; without this declaration the result is undetermined.                     |
    And these settings
      | setting  | label                         | one of              | meaning                                                                                |
      | at_fifty | threshold for electrification | at_least, more_than | Whether an electricity share of exactly 50 % of final energy use reaches the threshold |
    And these facts
      | fact          | label                                                              | type   | unit  | one of                                   | at least | at most | multiple of | given |
      | programme     | programme                                                          | choice |       | changzhou, zhejiang, accounting, another |          |         |             | yes   |
      | energy        | annual energy use in coal equivalent by calorific value            | number | t     |                                          | 0        |         |             |       |
      | co2           | annual CO2 emissions                                               | number | tCO2e |                                          | 0        |         |             |       |
      | added_value   | industrial added value                                             | number | CNY   |                                          | 1        |         |             | yes   |
      | benchmark     | share of firms at the energy efficiency benchmark                  | number | %     |                                          | 0        | 100     |             |       |
      | green         | share of green factories and green supply-chain firms              | number | %     |                                          | 0        | 100     |             |       |
      | audited       | share of firms with a clean-production audit                       | number | %     |                                          | 0        | 100     |             |       |
      | diagnosed     | share of above-scale firms with a digital transformation diagnosis | number | %     |                                          | 0        | 100     |             |       |
      | nonfossil     | non-fossil share of energy use                                     | number | %     |                                          | 0        | 100     |             |       |
      | renewable     | renewable share of electricity including certificates              | number | %     |                                          | 0        | 100     |             |       |
      | electrified   | electricity share of final energy use                              | number | %     |                                          | 0        | 100     |             |       |
      | buildings     | share of new buildings with two stars or more                      | number | %     |                                          | 0        | 100     |             |       |
      | freight       | share of goods transported cleanly                                 | number | %     |                                          | 0        | 100     |             |       |
      | vehicles      | share of new-energy and clean-energy vehicles                      | number | %     |                                          | 0        | 100     |             |       |
      | waste         | utilisation rate of general industrial solid waste                 | number | %     |                                          | 0        | 100     |             |       |
      | water         | process water reuse rate                                           | number | %     |                                          | 0        | 100     |             |       |
      | heat          | industrial waste heat recovery rate                                | number | %     |                                          | 0        | 100     |             |       |
      | verified      | share of firms with verified emissions                             | number | %     |                                          | 0        | 100     |             |       |
      | footprints    | share of firms with a product footprint                            | number | %     |                                          | 0        | 100     |             |       |
      | disclosed     | share of above-scale firms that disclose environmental information | number | %     |                                          | 0        | 100     |             |       |
      | research      | green research expenditure ratio                                   | number | %     |                                          | 0        | 100     |             |       |
      | platforms     | green innovation platforms of provincial level or above            | number | item  |                                          | 0        |         | 1           |       |
      | manufacturing | manufacturing share of added value                                 | number | %     |                                          | 0        | 100     |             | yes   |
      | accident      | major accident in three years                                      | flag   |       |                                          |          |         |             | yes   |
      | key_audited   | share of key firms with a clean-production audit                   | number | %     |                                          | 0        | 100     |             |       |
      | staff         | full-time staff of the park                                        | number | item  |                                          | 0        |         | 1           |       |
      | points        | points required by Zhejiang are reached                            | flag   |       |                                          |          |         |             |       |
      | level         | approval level of the zone                                         | choice |       | provincial, below                        |          |         |             | yes   |
      | gases         | all seven gases are included                                       | flag   |       |                                          |          |         |             |       |
      | left_out      | agriculture and forestry are excluded                              | flag   |       |                                          |          |         |             |       |
      | terms         | requirements of the other programme are met                        | flag   |       |                                          |          |         |             |       |
    And the choices of programme
      | value      | words                       |
      | changzhou  | Changzhou                   |
      | zhejiang   | Zhejiang                    |
      | accounting | Jiangsu accounting standard |
      | another    | another programme           |
    And the choices of approval level of the zone
      | value      | words                           |
      | provincial | approved by a province or above |
      | below      | approved below a province       |
    And these sections
      | section | label            | points |
      | values  | Reference values | 20     |
    And this reference case
      | fact                                                               | value                           |
      | programme                                                          | Changzhou                       |
      | annual energy use in coal equivalent by calorific value            | 35000 t                         |
      | annual CO2 emissions                                               | 60000 tCO2e                     |
      | industrial added value                                             | 1000000000 CNY                  |
      | share of firms at the energy efficiency benchmark                  | 50 %                            |
      | share of green factories and green supply-chain firms              | 50 %                            |
      | share of firms with a clean-production audit                       | 50 %                            |
      | share of above-scale firms with a digital transformation diagnosis | 100 %                           |
      | non-fossil share of energy use                                     | 20 %                            |
      | renewable share of electricity including certificates              | 30 %                            |
      | electricity share of final energy use                              | 60 %                            |
      | share of new buildings with two stars or more                      | 50 %                            |
      | share of goods transported cleanly                                 | 80 %                            |
      | share of new-energy and clean-energy vehicles                      | 80 %                            |
      | utilisation rate of general industrial solid waste                 | 96 %                            |
      | process water reuse rate                                           | 85 %                            |
      | industrial waste heat recovery rate                                | 95 %                            |
      | share of firms with verified emissions                             | 10 %                            |
      | share of firms with a product footprint                            | 10 %                            |
      | share of above-scale firms that disclose environmental information | 50 %                            |
      | green research expenditure ratio                                   | 3.5 %                           |
      | green innovation platforms of provincial level or above            | 1 item                          |
      | manufacturing share of added value                                 | 60 %                            |
      | major accident in three years                                      | no                              |
      | share of key firms with a clean-production audit                   | 100 %                           |
      | full-time staff of the park                                        | 2 items                         |
      | points required by Zhejiang are reached                            | yes                             |
      | approval level of the zone                                         | approved by a province or above |
      | all seven gases are included                                       | yes                             |
      | agriculture and forestry are excluded                              | yes                             |
      | requirements of the other programme are met                        | yes                             |

  Rule: A park at the reference values

    Scenario: The park reaches all twenty
      When evaluated as of 2026-12-01
      Then the total score is 20
      And the quantity energy_per_value is 0.35 t
      And the quantity co2_per_value is 0.6 tCO2e
      And the conclusion is scored
