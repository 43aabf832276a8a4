# language: en
Feature: Carbon-negative products
  Whether a product may be called carbon negative: five questions on boundary, storage, offsets, biogenic sources and
  review, asked of exact figures. The making stage is A1 to A3, the later stages are A4 to C; module D never counts. The
  nine categories are rows 1 to 9 of ISO 14067, as others report them.

  Background:
    Given this scorecard
      | field           | value                                                                                                                                                                                               |
      | id              | negative-carbon-product                                                                                                                                                                             |
      | version         | 3.0.0                                                                                                                                                                                               |
      | supersedes      | 2.0.0                                                                                                                                                                                               |
      | title           | Carbon-negative products                                                                                                                                                                            |
      | subject         | claim                                                                                                                                                                                               |
      | attestation     | self-assessment                                                                                                                                                                                     |
      | time zone       | Etc/UTC                                                                                                                                                                                             |
      | effective from  | 2018-08-01                                                                                                                                                                                          |
      | rounding        | half-even, 2 decimals                                                                                                                                                                               |
      | not applicable  | refuse                                                                                                                                                                                              |
      | does not assess | whether the figures are true                                                                                                                                                                        |
      | does not assess | how the claim is worded beyond what is asked, which the cards of green claims have                                                                                                                  |
      | does not assess | papers behind what is declared, where none is known: how the claim is worded, what it counts of module D, how long the carbon is stored and how that is watched, whether method and data are public |
    And these bases
      | basis          | instrument                                       | clause                                           | certainty   | note                                                                                                                                                       |
      | five-questions | trade report of 2025 on carbon-negative products | five conditions and questions                    | secondary   |                                                                                                                                                            |
      | iso-14067      | ISO 14067:2018                                   | categories as reported in a trade report of 2025 | secondary   | Row 1 is a garbled translation there; it is read as what is not listed elsewhere. Row 6 is net and may be negative.                                        |
      | en-15804       | EN 15804                                         | module D lies outside the system boundary        | own reading |                                                                                                                                                            |
      | add-back       | negative-carbon-product                          | stored biogenic carbon without an end of life    | own reading | A lower bound for plausibility: what is stored comes back where no end of life was modelled.                                                               |
      | storage        | trade report of 2025 on carbon-negative products | a hundred years, monitored                       | secondary   |                                                                                                                                                            |
      | otherwise      | negative-carbon-product                          | no rule of this card holds                       | own reading | No rule encoded here objects; it is no promise that no court would.                                                                                        |
      | proof          | negative-carbon-product                          | -                                                | own reading | Footprint report and verification statement are the papers; which fact each proves is read. For the other facts no paper is named: a declaration suffices. |
    And these facts
      | fact                         | label                                       | type   | unit      | one of                                                          | at least | evidence                                 |
      | wording                      | wording                                     | choice |           | negative, number                                                |          |                                          |
      | figures_by                   | figures given by                            | choice |           | modules, categories                                             |          |                                          |
      | boundary                     | boundary                                    | choice |           | gate_to_gate, cradle_to_gate, cradle_to_retail, cradle_to_grave |          | footprint-report                         |
      | making                       | making stage                                | number | kgCO2e/kg |                                                                 |          | footprint-report, verification-statement |
      | later_stages                 | later stages                                | number | kgCO2e/kg |                                                                 |          | footprint-report, verification-statement |
      | module_d                     | module D                                    | number | kgCO2e/kg |                                                                 |          | footprint-report, verification-statement |
      | module_d_counted             | module D counted by the claim               | flag   |           |                                                                 |          |                                          |
      | category_1                   | emissions not listed elsewhere              | number | kgCO2e/kg |                                                                 | 0        | footprint-report, verification-statement |
      | category_2                   | emissions of aircraft transport             | number | kgCO2e/kg |                                                                 | 0        | footprint-report, verification-statement |
      | category_3                   | biogenic emissions                          | number | kgCO2e/kg |                                                                 | 0        | footprint-report, verification-statement |
      | category_4                   | emissions of direct land-use change         | number | kgCO2e/kg |                                                                 | 0        | footprint-report, verification-statement |
      | category_5                   | emissions of land use                       | number | kgCO2e/kg |                                                                 | 0        | footprint-report, verification-statement |
      | category_6                   | fossil net                                  | number | kgCO2e/kg |                                                                 |          | footprint-report, verification-statement |
      | category_7                   | biogenic removals                           | number | kgCO2e/kg |                                                                 | 0        | footprint-report, verification-statement |
      | category_8                   | removals of direct land-use change          | number | kgCO2e/kg |                                                                 | 0        | footprint-report, verification-statement |
      | category_9                   | removals of land use                        | number | kgCO2e/kg |                                                                 | 0        | footprint-report, verification-statement |
      | required_categories_complete | categories 1 to 4 and 6 to 8 all included   | flag   |           |                                                                 |          | footprint-report                         |
      | land_use_included            | land use (categories 5 and 9) included      | flag   |           |                                                                 |          | footprint-report                         |
      | product_carbon_counted       | carbon in the product (category 10) counted | flag   |           |                                                                 |          | footprint-report                         |
      | stored_carbon                | stored biogenic carbon                      | number | kgCO2e/kg |                                                                 | 0        | footprint-report, verification-statement |
      | stored_carbon_counted        | stored biogenic carbon counted              | flag   |           |                                                                 |          | footprint-report                         |
      | end_of_life_modelled         | end of life modelled and stated             | flag   |           |                                                                 |          | footprint-report                         |
      | offsets_in_value             | offsets in the value                        | flag   |           |                                                                 |          | footprint-report                         |
      | carbon_source                | source of the stored carbon                 | choice |           | atmosphere, biogenic_short_cycle, fossil, carbonate, none       |          | footprint-report                         |
      | storage_years                | years of storage                            | number | year      |                                                                 | 0        |                                          |
      | storage_monitored            | storage monitored, reversal provided for    | flag   |           |                                                                 |          |                                          |
      | biogenic_flows_complete      | biogenic flows complete                     | flag   |           |                                                                 |          | footprint-report                         |
      | independently_reviewed       | independently reviewed                      | flag   |           |                                                                 |          | verification-statement                   |
      | method_public                | method and data public                      | flag   |           |                                                                 |          |                                          |
    And the choices of wording
      | value    | words                    |
      | negative | called negative          |
      | number   | number with its boundary |
    And the choices of figures given by
      | value      | words                     |
      | modules    | modules of the life cycle |
      | categories | categories of ISO 14067   |
    And the choices of boundary
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
      | none                 | nothing is stored    |
    And this reference case
      | fact                                        | value                     |
      | wording                                     | called negative           |
      | figures given by                            | modules of the life cycle |
      | boundary                                    | cradle to grave           |
      | making stage                                | -2.8 kgCO2e/kg            |
      | later stages                                | 0.1 kgCO2e/kg             |
      | module D                                    | 0 kgCO2e/kg               |
      | module D counted by the claim               | no                        |
      | emissions not listed elsewhere              | 0.1 kgCO2e/kg             |
      | emissions of aircraft transport             | 0.02 kgCO2e/kg            |
      | biogenic emissions                          | 0.3 kgCO2e/kg             |
      | emissions of direct land-use change         | 0 kgCO2e/kg               |
      | emissions of land use                       | 0 kgCO2e/kg               |
      | fossil net                                  | 1.2 kgCO2e/kg             |
      | biogenic removals                           | 1.9 kgCO2e/kg             |
      | removals of direct land-use change          | 0 kgCO2e/kg               |
      | removals of land use                        | 0 kgCO2e/kg               |
      | categories 1 to 4 and 6 to 8 all included   | yes                       |
      | land use (categories 5 and 9) included      | yes                       |
      | carbon in the product (category 10) counted | no                        |
      | stored biogenic carbon                      | 0 kgCO2e/kg               |
      | stored biogenic carbon counted              | no                        |
      | end of life modelled and stated             | yes                       |
      | offsets in the value                        | no                        |
      | source of the stored carbon                 | short-cycle biogenic      |
      | years of storage                            | 100 years                 |
      | storage monitored, reversal provided for    | yes                       |
      | biogenic flows complete                     | yes                       |
      | independently reviewed                      | yes                       |
      | method and data public                      | yes                       |

  Rule: A claim with nothing against it

    Scenario: the reference claim
      When evaluated as of 2026-11-20
      Then the verdict is permitted with qualification
