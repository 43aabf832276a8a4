# language: en
Feature: Green claims by standards and good practice
  Standards and practice that bear on a claim wherever it is shown: ISO 14021, ISO 14068-1, ISO 14067, VCMI, and what
  rulings in several countries have in common.

  Background:
    Given this scorecard
      | field           | value                                                |
      | id              | green-claim-practice                                 |
      | version         | 1.1.0                                                |
      | supersedes      | 1.0.0                                                |
      | title           | Green claims by standards and good practice          |
      | subject         | claim                                                |
      | attestation     | self-assessment                                      |
      | time zone       | Etc/UTC                                              |
      | effective from  | 2026-11-20                                           |
      | rounding        | half-even, 2 decimals                                |
      | not applicable  | refuse                                               |
      | does not assess | whether the evidence is true                         |
      | does not assess | wording that no listed fact describes                |
      | does not assess | laws of single countries, which their own cards have |
    And these bases
      | basis             | instrument                                       | clause                                | certainty   | note                                                                |
      | pas-2060          | PAS 2060:2014                                    | withdrawn 2025-11-30                  | secondary   |                                                                     |
      | iso-14068         | ISO 14068-1:2023                                 | hierarchy and report                  | secondary   |                                                                     |
      | neutral-period    | ISO 14068-1:2023                                 | period of a declaration               | own reading |                                                                     |
      | credit-practice   | practice of voluntary carbon markets             | retirement and single use             | own reading |                                                                     |
      | permanence        | court and self-regulation rulings                | rulings on temporary credits          | own reading |                                                                     |
      | iso-14067         | ISO 14067:2018                                   | offsets are no part of a footprint    | secondary   |                                                                     |
      | vcmi              | VCMI Claims Code v3.1                            | tiers of the claims code              | secondary   |                                                                     |
      | recycling-derived | ISO 14021                                        | 7.7                                   | own reading |                                                                     |
      | ocean-plastic     | Federal Court of Australia                       | ruling on ocean plastic of 2025-04-14 | secondary   |                                                                     |
      | iso-14021-content | ISO 14021                                        | 7.8                                   | own reading |                                                                     |
      | renewable-derived | GHG Protocol Scope 2                             | contractual instruments               | own reading |                                                                     |
      | qualifier-policy  | green-claim-practice                             | adjacent and legible                  | own reading |                                                                     |
      | evidence-policy   | green-claim-practice                             | age of evidence                       | own reading |                                                                     |
      | comparisons       | ISO 14044                                        | comparative assertions, 5.3           | secondary   |                                                                     |
      | boundary-ruling   | Advertising Standards Authority                  | ruling of 2026-05-13                  | secondary   |                                                                     |
      | category-ruling   | LG Karlsruhe                                     | ruling of 2023-07-26                  | secondary   |                                                                     |
      | en-15804          | EN 15804                                         | module D                              | own reading |                                                                     |
      | omission          | court and self-regulation rulings                | rulings on energy companies and banks | secondary   |                                                                     |
      | evidence-derived  | green-claim-practice                             | contradicting evidence                | own reading |                                                                     |
      | handprint         | Carbon Handprint Guide (VTT and LUT)             | version 2                             | secondary   |                                                                     |
      | handprint-seed    | Carbon Handprint Guide (VTT and LUT)             | as told in a trade report of 2024     | secondary   |                                                                     |
      | negative-seed     | trade report of 2025 on carbon-negative products | five conditions of a negative claim   | secondary   |                                                                     |
      | iso-14021         | ISO 14021                                        | 5.3 to 5.7, edition of 2016           | secondary   |                                                                     |
      | iso-14021-2026    | ISO 14021                                        | edition of 2026                       | secondary   |                                                                     |
      | otherwise         | green-claim-practice                             | no rule of this card holds            | own reading | No rule encoded here objects; it is no promise that no court would. |
    And these facts
      | fact                                   | label                                      | type    | unit | one of                                                                                                                                                                                                                                                                                                                                                                                                               | at least | at most |
      | kind                                   | kind of communication                      | choice  |      | commercial, mandatory_report, institutional, mandatory_label                                                                                                                                                                                                                                                                                                                                                         |          |         |
      | display                                | display period                             | period  |      |                                                                                                                                                                                                                                                                                                                                                                                                                      |          |         |
      | subject_level                          | subject of the claim                       | choice  |      | product, category, packaging, component, process, service, site, event, brand, trader, financial_product                                                                                                                                                                                                                                                                                                             |          |         |
      | claim_types                            | claim types                                | choices |      | generic, social_mix, specific_attribute, quantified_pcf, comparative, absolute, future, neutral_offset, neutral_no_offset, net_zero, negative_carbon, removal, contribution, avoided_handprint, label, name, recycled_content, recyclable, degradable, compostable, renewable_energy, renewable_material, free_of, energy_efficiency, durability, repairability, imagery_only, legal_requirement, irrelevant_benefit |          |         |
      | specification                          | specification                              | choice  |      | same_medium, elsewhere_only, none                                                                                                                                                                                                                                                                                                                                                                                    |          |         |
      | offsets_used                           | offsets used                               | flag    |      |                                                                                                                                                                                                                                                                                                                                                                                                                      |          |         |
      | evidence_contradicts                   | evidence contradicts the claim             | flag    |      |                                                                                                                                                                                                                                                                                                                                                                                                                      |          |         |
      | neutrality_standard                    | standard of neutrality                     | choice  |      | iso_14068, pas_2060, other_standard, no_standard                                                                                                                                                                                                                                                                                                                                                                     |          |         |
      | neutrality_file_complete               | neutrality file complete                   | flag    |      |                                                                                                                                                                                                                                                                                                                                                                                                                      |          |         |
      | basis_in_claim                         | basis stated in the claim                  | flag    |      |                                                                                                                                                                                                                                                                                                                                                                                                                      |          |         |
      | reduction_before_credits               | reductions before credits                  | flag    |      |                                                                                                                                                                                                                                                                                                                                                                                                                      |          |         |
      | neutrality_declared_within_year        | declared within twelve months              | flag    |      |                                                                                                                                                                                                                                                                                                                                                                                                                      |          |         |
      | credits_retired_for_beneficiary        | credits retired for this beneficiary       | flag    |      |                                                                                                                                                                                                                                                                                                                                                                                                                      |          |         |
      | credits_counted_once                   | credits counted once                       | flag    |      |                                                                                                                                                                                                                                                                                                                                                                                                                      |          |         |
      | storage_long_enough                    | storage long enough for the claim          | flag    |      |                                                                                                                                                                                                                                                                                                                                                                                                                      |          |         |
      | lca_offsets_in_total                   | offsets in the footprint                   | flag    |      |                                                                                                                                                                                                                                                                                                                                                                                                                      |          |         |
      | lca_module_d_in_total                  | module D in the total                      | flag    |      |                                                                                                                                                                                                                                                                                                                                                                                                                      |          |         |
      | vcmi_tier                              | VCMI tier claimed                          | choice  |      | no_tier, silver, gold, platinum                                                                                                                                                                                                                                                                                                                                                                                      |          |         |
      | vcmi_retired_share                     | share of remaining emissions retired       | number  | %    |                                                                                                                                                                                                                                                                                                                                                                                                                      | 0        | 100     |
      | vcmi_criteria_met                      | VCMI foundational criteria met             | flag    |      |                                                                                                                                                                                                                                                                                                                                                                                                                      |          |         |
      | access_share_stated                    | access and preparation stated              | flag    |      |                                                                                                                                                                                                                                                                                                                                                                                                                      |          |         |
      | recycled_share_by_mass                 | recycled share computed by mass            | flag    |      |                                                                                                                                                                                                                                                                                                                                                                                                                      |          |         |
      | energy_instrument_cancelled            | instrument cancelled for market and period | flag    |      |                                                                                                                                                                                                                                                                                                                                                                                                                      |          |         |
      | qualifier                              | qualifier                                  | choice  |      | clear, contradicts, far_or_small, no_qualifier                                                                                                                                                                                                                                                                                                                                                                       |          |         |
      | evidence_current                       | evidence current                           | flag    |      |                                                                                                                                                                                                                                                                                                                                                                                                                      |          |         |
      | comparison_like_with_like              | like compared with like                    | flag    |      |                                                                                                                                                                                                                                                                                                                                                                                                                      |          |         |
      | comparison_panel_reviewed              | comparison reviewed by a panel             | flag    |      |                                                                                                                                                                                                                                                                                                                                                                                                                      |          |         |
      | evidence_boundary_covers_claim         | boundary of evidence covers the claim      | flag    |      |                                                                                                                                                                                                                                                                                                                                                                                                                      |          |         |
      | impact_categories_covered              | all impact categories covered              | flag    |      |                                                                                                                                                                                                                                                                                                                                                                                                                      |          |         |
      | trader_high_emitting                   | high-emitting trader                       | flag    |      |                                                                                                                                                                                                                                                                                                                                                                                                                      |          |         |
      | green_share_stated                     | share of green activity stated             | flag    |      |                                                                                                                                                                                                                                                                                                                                                                                                                      |          |         |
      | ocean_plastic_from_ocean               | ocean plastic from the ocean               | flag    |      |                                                                                                                                                                                                                                                                                                                                                                                                                      |          |         |
      | handprint_complete                     | handprint basis complete                   | flag    |      |                                                                                                                                                                                                                                                                                                                                                                                                                      |          |         |
      | handprint_baseline_justified           | baseline justified                         | flag    |      |                                                                                                                                                                                                                                                                                                                                                                                                                      |          |         |
      | handprint_netted_against_own_inventory | handprint netted against own inventory     | flag    |      |                                                                                                                                                                                                                                                                                                                                                                                                                      |          |         |
      | handprint_traded                       | handprint traded as credit                 | flag    |      |                                                                                                                                                                                                                                                                                                                                                                                                                      |          |         |
      | handprint_from_lower_output            | handprint from lower output                | flag    |      |                                                                                                                                                                                                                                                                                                                                                                                                                      |          |         |
      | handprint_reviewed                     | handprint independently reviewed           | flag    |      |                                                                                                                                                                                                                                                                                                                                                                                                                      |          |         |
      | lca_boundary                           | boundary of the footprint                  | choice  |      | gate_to_gate, cradle_to_gate, cradle_to_retail, cradle_to_grave                                                                                                                                                                                                                                                                                                                                                      |          |         |
      | end_of_life_stated                     | end of life stated                         | flag    |      |                                                                                                                                                                                                                                                                                                                                                                                                                      |          |         |
      | removal_storage_years                  | years of storage                           | number  | year |                                                                                                                                                                                                                                                                                                                                                                                                                      | 0        |         |
      | removal_monitoring                     | storage monitored                          | flag    |      |                                                                                                                                                                                                                                                                                                                                                                                                                      |          |         |
      | biogenic_flows_complete                | biogenic flows complete                    | flag    |      |                                                                                                                                                                                                                                                                                                                                                                                                                      |          |         |
      | independently_reviewed_and_public      | independently reviewed and public          | flag    |      |                                                                                                                                                                                                                                                                                                                                                                                                                      |          |         |
      | removal_carbon_source                  | source of the carbon                       | choice  |      | atmosphere, biogenic_short_cycle, fossil, carbonate                                                                                                                                                                                                                                                                                                                                                                  |          |         |
      | life_cycle_requirements_met            | requirements of ISO 14021 met              | flag    |      |                                                                                                                                                                                                                                                                                                                                                                                                                      |          |         |
      | claim_programme_documented             | claim programme documented                 | flag    |      |                                                                                                                                                                                                                                                                                                                                                                                                                      |          |         |
    And the choices of kind of communication
      | value            | words            |
      | commercial       | commercial       |
      | mandatory_report | mandatory report |
      | institutional    | institutional    |
      | mandatory_label  | mandatory label  |
    And the choices of subject of the claim
      | value             | words             |
      | product           | product           |
      | category          | category          |
      | packaging         | packaging         |
      | component         | component         |
      | process           | process           |
      | service           | service           |
      | site              | site              |
      | event             | event             |
      | brand             | brand             |
      | trader            | trader            |
      | financial_product | financial product |
    And the choices of claim types
      | value              | words                    |
      | generic            | generic                  |
      | social_mix         | social and environmental |
      | specific_attribute | specific attribute       |
      | quantified_pcf     | quantified footprint     |
      | comparative        | comparative              |
      | absolute           | absolute                 |
      | future             | future                   |
      | neutral_offset     | neutral by offsets       |
      | neutral_no_offset  | neutral without offsets  |
      | net_zero           | net zero                 |
      | negative_carbon    | carbon negative          |
      | removal            | removal                  |
      | contribution       | contribution             |
      | avoided_handprint  | avoided emissions        |
      | label              | label                    |
      | name               | name                     |
      | recycled_content   | recycled content         |
      | recyclable         | recyclable               |
      | degradable         | degradable               |
      | compostable        | compostable              |
      | renewable_energy   | renewable energy         |
      | renewable_material | renewable material       |
      | free_of            | free of                  |
      | energy_efficiency  | energy efficiency        |
      | durability         | durability               |
      | repairability      | repairability            |
      | imagery_only       | imagery only             |
      | legal_requirement  | legal requirement        |
      | irrelevant_benefit | irrelevant benefit       |
    And the choices of specification
      | value          | words              |
      | same_medium    | on the same medium |
      | elsewhere_only | elsewhere only     |
      | none           | no specification   |
    And the choices of standard of neutrality
      | value          | words            |
      | iso_14068      | ISO 14068-1      |
      | pas_2060       | PAS 2060         |
      | other_standard | another standard |
      | no_standard    | no standard      |
    And the choices of VCMI tier claimed
      | value    | words    |
      | no_tier  | no tier  |
      | silver   | silver   |
      | gold     | gold     |
      | platinum | platinum |
    And the choices of qualifier
      | value        | words                    |
      | clear        | clear and near           |
      | contradicts  | contradicts the headline |
      | far_or_small | far or small             |
      | no_qualifier | no qualifier             |
    And the choices of boundary of the footprint
      | value            | words            |
      | gate_to_gate     | gate to gate     |
      | cradle_to_gate   | cradle to gate   |
      | cradle_to_retail | cradle to retail |
      | cradle_to_grave  | cradle to grave  |
    And the choices of source of the carbon
      | value                | words                |
      | atmosphere           | the atmosphere       |
      | biogenic_short_cycle | short-cycle biogenic |
      | fossil               | fossil               |
      | carbonate            | carbonate            |
    And this reference case
      | fact                                       | value                    |
      | kind of communication                      | commercial               |
      | display period                             | 2026-10-01 to 2026-12-31 |
      | subject of the claim                       | product                  |
      | claim types                                | specific attribute       |
      | specification                              | on the same medium       |
      | offsets used                               | no                       |
      | evidence contradicts the claim             | no                       |
      | standard of neutrality                     | ISO 14068-1              |
      | neutrality file complete                   | yes                      |
      | basis stated in the claim                  | yes                      |
      | reductions before credits                  | yes                      |
      | declared within twelve months              | yes                      |
      | credits retired for this beneficiary       | yes                      |
      | credits counted once                       | yes                      |
      | storage long enough for the claim          | yes                      |
      | offsets in the footprint                   | no                       |
      | module D in the total                      | no                       |
      | VCMI tier claimed                          | no tier                  |
      | share of remaining emissions retired       | 100 %                    |
      | VCMI foundational criteria met             | yes                      |
      | access and preparation stated              | yes                      |
      | recycled share computed by mass            | yes                      |
      | instrument cancelled for market and period | yes                      |
      | qualifier                                  | clear and near           |
      | evidence current                           | yes                      |
      | like compared with like                    | yes                      |
      | comparison reviewed by a panel             | yes                      |
      | boundary of evidence covers the claim      | yes                      |
      | all impact categories covered              | yes                      |
      | high-emitting trader                       | no                       |
      | share of green activity stated             | yes                      |
      | ocean plastic from the ocean               | yes                      |
      | handprint basis complete                   | yes                      |
      | baseline justified                         | yes                      |
      | handprint netted against own inventory     | no                       |
      | handprint traded as credit                 | no                       |
      | handprint from lower output                | no                       |
      | handprint independently reviewed           | yes                      |
      | boundary of the footprint                  | cradle to grave          |
      | end of life stated                         | yes                      |
      | years of storage                           | 100 years                |
      | storage monitored                          | yes                      |
      | biogenic flows complete                    | yes                      |
      | independently reviewed and public          | yes                      |
      | source of the carbon                       | the atmosphere           |
      | requirements of ISO 14021 met              | yes                      |
      | claim programme documented                 | yes                      |

  Rule: A claim with nothing against it

    Scenario: the reference claim
      When evaluated as of 2026-11-20
      Then the verdict is ok

    Scenario: not for institutional
      Given kind is institutional
      When evaluated as of 2026-11-20
      Then the conclusion is not applicable
