# language: en
Feature: Near-zero-carbon parks of cities and provinces
  How many of Changzhou's reference values a park reaches, the gates that are told of Zhejiang, and whom Jiangsu's accounting concerns.

  Background:
    Given this scorecard
      | field           | value                                                                                                                                           |
      | id              | near-zero-park                                                                                                                                  |
      | version         | 1.0.0                                                                                                                                           |
      | title           | Near-zero-carbon park of a city or province                                                                                                     |
      | subject         | park                                                                                                                                            |
      | attestation     | self-assessment                                                                                                                                 |
      | time zone       | Asia/Shanghai                                                                                                                                   |
      | effective from  | 2026-11-23                                                                                                                                      |
      | rounding        | half-even, 4 decimals                                                                                                                           |
      | not applicable  | refuse                                                                                                                                          |
      | does not assess | papers behind what is declared: energy balances, statistics of the park, audits, verification reports, certificates of buildings, cancellations |
      | does not assess | acceptance in Changzhou, of which nothing was found: its values are references and no limits                                                    |
      | does not assess | points of Zhejiang, and the figures that Jiangsu's accounting leads to, which knows no threshold                                                |
      | does not assess | HJ 274-2015, the 17 standards of associations and the plans of other provinces, whose terms were not read                                       |
      | does not assess | national parks and those of Hunan, which have a card of their own                                                                               |
    And these bases
      | basis       | instrument                                  | clause                            | certainty   | note                                                                                                                                                                                                                  |
      | changzhou   | 常政办发〔2024〕32号                        | table of indicators, as reprinted | secondary   | Twenty reference values of near-zero-carbon parks, 2024 to 2026. S001 L250 tells two of them: 30 % renewable electricity with certificates, and electrification of more than 50 %, where the table has at least 50 %. |
      | electrified | near-zero-park                              | -                                 | own reading | Fifty per cent sharp reaches the value of the table, and not that of the report; both readings are told.                                                                                                              |
      | count       | near-zero-park                              | -                                 | own reading | One point for each reference value that is reached: a count, no score of the plan.                                                                                                                                    |
      | zhejiang    | Zhejiang green and low-carbon parks of 2022 | -                                 | secondary   | Manufacturing above 50 %, no major accident in three years, all key firms with a clean-production audit, at least two full-time staff; points were not found: whoever has them says whether they are reached.         |
      | of-what     | near-zero-park                              | -                                 | own reading | Of what manufacturing is the share is not told of Zhejiang: added value is taken, as in Jiangsu.                                                                                                                      |
      | accounting  | DB32/T 5192-2025                            | -                                 | secondary   | From 2025-10-10 (S003 L276): zones approved by a province or above, manufacturing above 50 % of added value, seven gases, farming and forestry left out. Accounting without a threshold.                              |
      | unread      | near-zero-park                              | -                                 | own reading | Of other programmes and standards titles and aims alone were read (S002 L1668 to L1724): whoever has read the terms of one says whether they are met, and until then nothing is concluded.                            |
    And these settings
      | setting  | label                      | one of              | meaning                      |
      | at_fifty | reading of electrification | at_least, more_than | whether 50 % sharp is enough |
    And these facts
      | fact          | label                                                  | type   | unit  | one of                                   | at least | at most | multiple of | given |
      | programme     | programme                                              | choice |       | changzhou, zhejiang, accounting, another |          |         |             | yes   |
      | energy        | energy of the year as coal by calorific value          | number | t     |                                          | 0        |         |             |       |
      | co2           | CO2 of the year                                        | number | tCO2e |                                          | 0        |         |             |       |
      | added_value   | industrial added value                                 | number | CNY   |                                          | 1        |         |             | yes   |
      | benchmark     | firms at the benchmark of energy efficiency            | number | %     |                                          | 0        | 100     |             |       |
      | green         | green factories and green supply-chain firms           | number | %     |                                          | 0        | 100     |             |       |
      | audited       | firms with a clean-production audit                    | number | %     |                                          | 0        | 100     |             |       |
      | diagnosed     | firms above size diagnosed for digital change          | number | %     |                                          | 0        | 100     |             |       |
      | nonfossil     | energy without fossil fuel                             | number | %     |                                          | 0        | 100     |             |       |
      | renewable     | renewable electricity with certificates                | number | %     |                                          | 0        | 100     |             |       |
      | electrified   | final energy that is electricity                       | number | %     |                                          | 0        | 100     |             |       |
      | buildings     | new buildings of two stars or more                     | number | %     |                                          | 0        | 100     |             |       |
      | freight       | goods carried cleanly                                  | number | %     |                                          | 0        | 100     |             |       |
      | vehicles      | vehicles of new and clean energy                       | number | %     |                                          | 0        | 100     |             |       |
      | waste         | use of general industrial solid waste                  | number | %     |                                          | 0        | 100     |             |       |
      | water         | reuse of process water                                 | number | %     |                                          | 0        | 100     |             |       |
      | heat          | recovery of industrial waste heat                      | number | %     |                                          | 0        | 100     |             |       |
      | verified      | firms whose emissions are verified                     | number | %     |                                          | 0        | 100     |             |       |
      | footprints    | firms with a product footprint                         | number | %     |                                          | 0        | 100     |             |       |
      | disclosed     | firms above size that disclose                         | number | %     |                                          | 0        | 100     |             |       |
      | research      | spending on green research                             | number | %     |                                          | 0        | 100     |             |       |
      | platforms     | green innovation platforms of provincial rank or above | number | item  |                                          | 0        |         | 1           |       |
      | manufacturing | manufacturing of added value                           | number | %     |                                          | 0        | 100     |             | yes   |
      | accident      | major accident in three years                          | flag   |       |                                          |          |         |             | yes   |
      | key_audited   | key firms with a clean-production audit                | number | %     |                                          | 0        | 100     |             |       |
      | staff         | full-time staff of the park for it                     | number | item  |                                          | 0        |         | 1           |       |
      | points        | the points that Zhejiang asks for are reached          | flag   |       |                                          |          |         |             |       |
      | level         | approval of the zone                                   | choice |       | provincial, below                        |          |         |             | yes   |
      | gases         | all seven gases are counted                            | flag   |       |                                          |          |         |             |       |
      | left_out      | farming and forestry are left out                      | flag   |       |                                          |          |         |             |       |
      | terms         | the terms of the other programme are met               | flag   |       |                                          |          |         |             |       |
    And the choices of programme
      | value      | words                 |
      | changzhou  | Changzhou             |
      | zhejiang   | Zhejiang              |
      | accounting | accounting of Jiangsu |
      | another    | another programme     |
    And the choices of approval of the zone
      | value      | words                           |
      | provincial | approved by a province or above |
      | below      | approved below a province       |
    And these sections
      | section | label            | points |
      | values  | Reference values | 20     |
    And this reference case
      | fact                                                   | value                           |
      | programme                                              | Changzhou                       |
      | energy of the year as coal by calorific value          | 35000 t                         |
      | CO2 of the year                                        | 60000 tCO2e                     |
      | industrial added value                                 | 1000000000 CNY                  |
      | firms at the benchmark of energy efficiency            | 50 %                            |
      | green factories and green supply-chain firms           | 50 %                            |
      | firms with a clean-production audit                    | 50 %                            |
      | firms above size diagnosed for digital change          | 100 %                           |
      | energy without fossil fuel                             | 20 %                            |
      | renewable electricity with certificates                | 30 %                            |
      | final energy that is electricity                       | 60 %                            |
      | new buildings of two stars or more                     | 50 %                            |
      | goods carried cleanly                                  | 80 %                            |
      | vehicles of new and clean energy                       | 80 %                            |
      | use of general industrial solid waste                  | 96 %                            |
      | reuse of process water                                 | 85 %                            |
      | recovery of industrial waste heat                      | 95 %                            |
      | firms whose emissions are verified                     | 10 %                            |
      | firms with a product footprint                         | 10 %                            |
      | firms above size that disclose                         | 50 %                            |
      | spending on green research                             | 3.5 %                           |
      | green innovation platforms of provincial rank or above | 1 item                          |
      | manufacturing of added value                           | 60 %                            |
      | major accident in three years                          | no                              |
      | key firms with a clean-production audit                | 100 %                           |
      | full-time staff of the park for it                     | 2 items                         |
      | the points that Zhejiang asks for are reached          | yes                             |
      | approval of the zone                                   | approved by a province or above |
      | all seven gases are counted                            | yes                             |
      | farming and forestry are left out                      | yes                             |
      | the terms of the other programme are met               | yes                             |

  Rule: A park at the reference values

    Scenario: it reaches all twenty
      When evaluated as of 2026-12-01
      Then the total score is 20
      And the quantity energy_per_value is 0.35 t
      And the quantity co2_per_value is 0.6 tCO2e
      And the conclusion is scored
