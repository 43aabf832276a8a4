# language: en
Feature: Carbon-negative products
  Whether a product may be called carbon negative: five questions on system boundary of the footprint, storage, offsets, biogenic sources and
  review, decided on exact values. The making stage is A1 to A3, the later stages are A4 to C; module D is never included. The
  nine categories are rows 1 to 9 of ISO 14067, as reported by secondary sources.

  Background:
    Given this scorecard
      | field           | value                                                                                                                                                                   |
      | id              | negative-carbon-product                                                                                                                                                 |
      | version         | 1.0.0                                                                                                                                                                   |
      | title           | Carbon-negative products                                                                                                                                                |
      | subject         | claim                                                                                                                                                                   |
      | attestation     | self-assessment                                                                                                                                                         |
      | time zone       | Etc/UTC                                                                                                                                                                 |
      | effective from  | 2018-08-01                                                                                                                                                              |
      | rounding        | half-even, 2 decimals                                                                                                                                                   |
      | not applicable  | refuse                                                                                                                                                                  |
      | does not assess | whether the declared values are true                                                                                                                                    |
      | does not assess | the wording of the claim beyond the facts requested here; see the scorecards for green claims                                                                           |
      | does not assess | documents that support the declared facts: the wording of the claim, the use of module D, the storage period and its monitoring, and the publication of method and data |
    And these bases
      | basis          | instrument                                       | clause                                           | certainty   | note                                                                                                                                                                                                                                                                                                                                                                                                              |
      | five-questions | trade report of 2025 on carbon-negative products | five conditions and questions                    | secondary   | A trade report of 2025 sets five conditions for the word carbon negative. They are a whole life cycle with end of life, long-term storage, no credits, complete biogenic flows, and independent review. Method and data must be public, and carbon from fossil or carbonate sources is not a removal. If the system boundary does not cover the whole life cycle, only the value with its boundary may be stated. |
      | iso-14067      | ISO 14067:2018                                   | categories as reported in a trade report of 2025 | secondary   | The footprint is the sum of the emission categories of ISO 14067 minus the removal categories. These categories are listed in a table of a trade report of 2025. The first row of that table is mistranslated; we assume that the row means emissions not listed elsewhere and add it to the footprint. Category 6, fossil emissions, is a net value and may be negative.                                         |
      | en-15804       | EN 15804                                         | module D is outside the system boundary          | own reading | Module D (possible savings elsewhere) is outside the system boundary, so cradle to grave covers life-cycle modules A to C only. Stated from memory, not checked against the text; the trade report of 2025 counts module D as well. We therefore require that module D is reported separately. A product must not be negative only because of module D.                                                           |
      | add-back       | negative-carbon-product                          | stored biogenic carbon without an end of life    | own reading | A product claimed as carbon negative must have a negative footprint even if its stored biogenic carbon is released again. If stored carbon was deducted and the end of life was not modelled, we therefore add this carbon back to the footprint. The footprint after this plausibility check is only a lower limit of the real footprint.                                                                        |
      | storage        | trade report of 2025 on carbon-negative products | a hundred years, monitored                       | secondary   | A product may be called carbon negative only if its carbon is stored for at least a hundred years. The storage must be monitored, with provision for reversal (release of the stored carbon). A product that stores no carbon does not qualify. Reported by a trade report of 2025.                                                                                                                               |
      | otherwise      | negative-carbon-product                          | no rule of this scorecard applies                | own reading | If no rule of this scorecard applies to a claim, the verdict is “permitted with qualification”: none of these rules prohibits the carbon-negative claim. A court may still decide otherwise.                                                                                                                                                                                                                      |
      | proof          | negative-carbon-product                          | -                                                | own reading | The sources do not specify which documents prove that a product is carbon negative. For the emission and removal values, we require the footprint report and the verification statement. For facts without a named document, a declaration of the applicant is sufficient.                                                                                                                                        |
    And these facts
      | fact                         | label                                         | type   | unit      | one of                                                          | at least | evidence                                 |
      | wording                      | wording of the claim                          | choice |           | negative, number                                                |          |                                          |
      | figures_by                   | values reported by                            | choice |           | modules, categories                                             |          |                                          |
      | boundary                     | system boundary of the footprint              | choice |           | gate_to_gate, cradle_to_gate, cradle_to_retail, cradle_to_grave |          | footprint-report                         |
      | making                       | net emissions of the production stage         | number | kgCO2e/kg |                                                                 |          | footprint-report, verification-statement |
      | later_stages                 | net emissions of the later stages             | number | kgCO2e/kg |                                                                 |          | footprint-report, verification-statement |
      | module_d                     | net emissions of module D                     | number | kgCO2e/kg |                                                                 |          | footprint-report, verification-statement |
      | module_d_counted             | module D included in the claim                | flag   |           |                                                                 |          |                                          |
      | category_1                   | emissions not listed elsewhere                | number | kgCO2e/kg |                                                                 | 0        | footprint-report, verification-statement |
      | category_2                   | emissions of aircraft transport               | number | kgCO2e/kg |                                                                 | 0        | footprint-report, verification-statement |
      | category_3                   | biogenic emissions                            | number | kgCO2e/kg |                                                                 | 0        | footprint-report, verification-statement |
      | category_4                   | emissions of direct land-use change           | number | kgCO2e/kg |                                                                 | 0        | footprint-report, verification-statement |
      | category_5                   | emissions of land use                         | number | kgCO2e/kg |                                                                 | 0        | footprint-report, verification-statement |
      | category_6                   | net fossil emissions                          | number | kgCO2e/kg |                                                                 |          | footprint-report, verification-statement |
      | category_7                   | biogenic removals                             | number | kgCO2e/kg |                                                                 | 0        | footprint-report, verification-statement |
      | category_8                   | removals of direct land-use change            | number | kgCO2e/kg |                                                                 | 0        | footprint-report, verification-statement |
      | category_9                   | removals of land use                          | number | kgCO2e/kg |                                                                 | 0        | footprint-report, verification-statement |
      | required_categories_complete | categories 1 to 4 and 6 to 8 all included     | flag   |           |                                                                 |          | footprint-report                         |
      | land_use_included            | land use (categories 5 and 9) included        | flag   |           |                                                                 |          | footprint-report                         |
      | product_carbon_counted       | carbon in the product (category 10) included  | flag   |           |                                                                 |          | footprint-report                         |
      | stored_carbon                | stored biogenic carbon                        | number | kgCO2e/kg |                                                                 | 0        | footprint-report, verification-statement |
      | stored_carbon_counted        | stored biogenic carbon deducted               | flag   |           |                                                                 |          | footprint-report                         |
      | end_of_life_modelled         | end of life modelled and stated               | flag   |           |                                                                 |          | footprint-report                         |
      | offsets_in_value             | offsets included in the value                 | flag   |           |                                                                 |          | footprint-report                         |
      | carbon_source                | source of the stored carbon                   | choice |           | atmosphere, biogenic_short_cycle, fossil, carbonate, none       |          | footprint-report                         |
      | storage_years                | storage period in years                       | number | year      |                                                                 | 0        |                                          |
      | storage_monitored            | storage monitored with provision for reversal | flag   |           |                                                                 |          |                                          |
      | biogenic_flows_complete      | biogenic flows complete                       | flag   |           |                                                                 |          | footprint-report                         |
      | independently_reviewed       | independently reviewed                        | flag   |           |                                                                 |          | verification-statement                   |
      | method_public                | method and data public                        | flag   |           |                                                                 |          |                                          |
    And the choices of wording of the claim
      | value    | words                        |
      | negative | described as carbon negative |
      | number   | value with its boundary      |
    And the choices of values reported by
      | value      | words                     |
      | modules    | modules of the life cycle |
      | categories | categories of ISO 14067   |
    And the choices of system boundary of the footprint
      | value            | words            |
      | gate_to_gate     | gate to gate     |
      | cradle_to_gate   | cradle to gate   |
      | cradle_to_retail | cradle to retail |
      | cradle_to_grave  | cradle to grave  |
    And the choices of source of the stored carbon
      | value                | words                |
      | atmosphere           | the atmosphere       |
      | biogenic_short_cycle | short-cycle biogenic |
      | fossil               | fossil               |
      | carbonate            | carbonate            |
      | none                 | no carbon stored     |
    And this reference case
      | fact                                          | value                        |
      | wording of the claim                          | described as carbon negative |
      | values reported by                            | modules of the life cycle    |
      | system boundary of the footprint              | cradle to grave              |
      | net emissions of the production stage         | -2.8 kgCO2e/kg               |
      | net emissions of the later stages             | 0.1 kgCO2e/kg                |
      | net emissions of module D                     | 0 kgCO2e/kg                  |
      | module D included in the claim                | no                           |
      | emissions not listed elsewhere                | 0.1 kgCO2e/kg                |
      | emissions of aircraft transport               | 0.02 kgCO2e/kg               |
      | biogenic emissions                            | 0.3 kgCO2e/kg                |
      | emissions of direct land-use change           | 0 kgCO2e/kg                  |
      | emissions of land use                         | 0 kgCO2e/kg                  |
      | net fossil emissions                          | 1.2 kgCO2e/kg                |
      | biogenic removals                             | 1.9 kgCO2e/kg                |
      | removals of direct land-use change            | 0 kgCO2e/kg                  |
      | removals of land use                          | 0 kgCO2e/kg                  |
      | categories 1 to 4 and 6 to 8 all included     | yes                          |
      | land use (categories 5 and 9) included        | yes                          |
      | carbon in the product (category 10) included  | no                           |
      | stored biogenic carbon                        | 0 kgCO2e/kg                  |
      | stored biogenic carbon deducted               | no                           |
      | end of life modelled and stated               | yes                          |
      | offsets included in the value                 | no                           |
      | source of the stored carbon                   | short-cycle biogenic         |
      | storage period in years                       | 100 years                    |
      | storage monitored with provision for reversal | yes                          |
      | biogenic flows complete                       | yes                          |
      | independently reviewed                        | yes                          |
      | method and data public                        | yes                          |

  Rule: A claim to which no rule objects

    Scenario: The reference claim
      When evaluated as of 2026-11-20
      Then the verdict is permitted with qualification
