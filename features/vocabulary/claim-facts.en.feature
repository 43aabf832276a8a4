# language: en
Feature: Facts about environmental claims
  What the cards on green claims ask of a claim, with the values of a claim with nothing against it.

  Background:
    Given the vocabulary claim-facts
    And these facts
      | fact                              | label                                      | type    | unit | one of                                                                                                                                                                                                                                                                                                                                                                                                               | at least | at most |
      | kind                              | kind of communication                      | choice  |      | commercial, mandatory_report, institutional, mandatory_label                                                                                                                                                                                                                                                                                                                                                         |          |         |
      | display                           | display period                             | period  |      |                                                                                                                                                                                                                                                                                                                                                                                                                      |          |         |
      | subject_level                     | subject of the claim                       | choice  |      | product, category, packaging, component, process, service, site, event, brand, trader, financial_product                                                                                                                                                                                                                                                                                                             |          |         |
      | claim_types                       | claim types                                | choices |      | generic, social_mix, specific_attribute, quantified_pcf, comparative, absolute, future, neutral_offset, neutral_no_offset, net_zero, negative_carbon, removal, contribution, avoided_handprint, label, name, recycled_content, recyclable, degradable, compostable, renewable_energy, renewable_material, free_of, energy_efficiency, durability, repairability, imagery_only, legal_requirement, irrelevant_benefit |          |         |
      | specification                     | specification                              | choice  |      | same_medium, elsewhere_only, none                                                                                                                                                                                                                                                                                                                                                                                    |          |         |
      | offsets_used                      | offsets used                               | flag    |      |                                                                                                                                                                                                                                                                                                                                                                                                                      |          |         |
      | evidence_contradicts              | evidence contradicts the claim             | flag    |      |                                                                                                                                                                                                                                                                                                                                                                                                                      |          |         |
      | neutrality_standard               | standard of neutrality                     | choice  |      | iso_14068, pas_2060, other_standard, no_standard                                                                                                                                                                                                                                                                                                                                                                     |          |         |
      | neutrality_file_complete          | neutrality file complete                   | flag    |      |                                                                                                                                                                                                                                                                                                                                                                                                                      |          |         |
      | basis_in_claim                    | basis stated in the claim                  | flag    |      |                                                                                                                                                                                                                                                                                                                                                                                                                      |          |         |
      | storage_long_enough               | storage long enough for the claim          | flag    |      |                                                                                                                                                                                                                                                                                                                                                                                                                      |          |         |
      | lca_offsets_in_total              | offsets in the footprint                   | flag    |      |                                                                                                                                                                                                                                                                                                                                                                                                                      |          |         |
      | energy_instrument_cancelled       | instrument cancelled for market and period | flag    |      |                                                                                                                                                                                                                                                                                                                                                                                                                      |          |         |
      | qualifier                         | qualifier                                  | choice  |      | clear, contradicts, far_or_small, no_qualifier                                                                                                                                                                                                                                                                                                                                                                       |          |         |
      | comparison_like_with_like         | like compared with like                    | flag    |      |                                                                                                                                                                                                                                                                                                                                                                                                                      |          |         |
      | evidence_boundary_covers_claim    | boundary of evidence covers the claim      | flag    |      |                                                                                                                                                                                                                                                                                                                                                                                                                      |          |         |
      | impact_categories_covered         | all impact categories covered              | flag    |      |                                                                                                                                                                                                                                                                                                                                                                                                                      |          |         |
      | trader_high_emitting              | high-emitting trader                       | flag    |      |                                                                                                                                                                                                                                                                                                                                                                                                                      |          |         |
      | green_share_stated                | share of green activity stated             | flag    |      |                                                                                                                                                                                                                                                                                                                                                                                                                      |          |         |
      | ocean_plastic_from_ocean          | any ocean plastic named is from the ocean  | flag    |      |                                                                                                                                                                                                                                                                                                                                                                                                                      |          |         |
      | truthful                          | truthful and accurate                      | flag    |      |                                                                                                                                                                                                                                                                                                                                                                                                                      |          |         |
      | free_of_true                      | free of it, and of like risks              | flag    |      |                                                                                                                                                                                                                                                                                                                                                                                                                      |          |         |
      | nothing_important_omitted         | nothing important omitted                  | flag    |      |                                                                                                                                                                                                                                                                                                                                                                                                                      |          |         |
      | subject_asserted_scope            | asserted scope                             | choice  |      | whole, part                                                                                                                                                                                                                                                                                                                                                                                                          |          |         |
      | evidence_covers                   | evidence covers                            | choice  |      | all_asserted, a_part                                                                                                                                                                                                                                                                                                                                                                                                 |          |         |
      | future_detailed_plan              | detailed and realistic plan                | flag    |      |                                                                                                                                                                                                                                                                                                                                                                                                                      |          |         |
      | future_measurable_targets         | measurable targets with dates              | flag    |      |                                                                                                                                                                                                                                                                                                                                                                                                                      |          |         |
      | substantiated                     | substantiated                              | flag    |      |                                                                                                                                                                                                                                                                                                                                                                                                                      |          |         |
      | evidence_on_file                  | evidence on file at publication            | flag    |      |                                                                                                                                                                                                                                                                                                                                                                                                                      |          |         |
      | clear                             | clear and unambiguous                      | flag    |      |                                                                                                                                                                                                                                                                                                                                                                                                                      |          |         |
      | reep_basis                        | recognised excellence                      | choice  |      | no_basis, eu_ecolabel, national_type1, top_union_law                                                                                                                                                                                                                                                                                                                                                                 |          |         |
      | presented_as_distinctive          | presented as distinctive                   | flag    |      |                                                                                                                                                                                                                                                                                                                                                                                                                      |          |         |
      | benefit_relevant                  | benefit relevant                           | flag    |      |                                                                                                                                                                                                                                                                                                                                                                                                                      |          |         |
      | comparison_fair                   | comparison fair and meaningful             | flag    |      |                                                                                                                                                                                                                                                                                                                                                                                                                      |          |         |
      | comparison_data_current           | comparison data current                    | flag    |      |                                                                                                                                                                                                                                                                                                                                                                                                                      |          |         |
      | bamboo_is_rayon                   | rayon sold as bamboo                       | flag    |      |                                                                                                                                                                                                                                                                                                                                                                                                                      |          |         |
      | overall_presentation_fair         | overall presentation fair                  | flag    |      |                                                                                                                                                                                                                                                                                                                                                                                                                      |          |         |
      | visuals_fair                      | visuals fair                               | flag    |      |                                                                                                                                                                                                                                                                                                                                                                                                                      |          |         |
      | headline_excludes_parts           | headline excludes parts                    | flag    |      |                                                                                                                                                                                                                                                                                                                                                                                                                      |          |         |
      | future_public_commitments         | public commitments                         | flag    |      |                                                                                                                                                                                                                                                                                                                                                                                                                      |          |         |
      | future_resources_allocated        | resources allocated                        | flag    |      |                                                                                                                                                                                                                                                                                                                                                                                                                      |          |         |
      | future_expert_verification        | regular independent verification           | flag    |      |                                                                                                                                                                                                                                                                                                                                                                                                                      |          |         |
      | future_findings_public            | findings available to consumers            | flag    |      |                                                                                                                                                                                                                                                                                                                                                                                                                      |          |         |
      | label_kind                        | kind of label                              | choice  |      | public_authority_eu, public_authority_other, certification_scheme, self_declared                                                                                                                                                                                                                                                                                                                                     |          |         |
      | label_independent_monitor         | monitored by an independent third party    | flag    |      |                                                                                                                                                                                                                                                                                                                                                                                                                      |          |         |
      | label_certificate                 | certificate of the label                   | choice  |      | valid, missing_or_expired, other_product                                                                                                                                                                                                                                                                                                                                                                             |          |         |
      | label_scheme_open_and_consulted   | scheme open, consulted and enforced        | flag    |      |                                                                                                                                                                                                                                                                                                                                                                                                                      |          |         |
      | seal_basis_stated                 | basis of the seal stated                   | flag    |      |                                                                                                                                                                                                                                                                                                                                                                                                                      |          |         |
      | seal_connection_disclosed         | material connection disclosed              | flag    |      |                                                                                                                                                                                                                                                                                                                                                                                                                      |          |         |
      | airline                           | airline                                    | flag    |      |                                                                                                                                                                                                                                                                                                                                                                                                                      |          |         |
      | flight_neutralised_by_payment     | paying extra neutralises the flight        | flag    |      |                                                                                                                                                                                                                                                                                                                                                                                                                      |          |         |
      | sustainable_fuel_unqualified      | sustainable fuel unqualified               | flag    |      |                                                                                                                                                                                                                                                                                                                                                                                                                      |          |         |
      | calculator_without_method         | calculator without method                  | flag    |      |                                                                                                                                                                                                                                                                                                                                                                                                                      |          |         |
      | full_life_cycle_considered        | full life cycle considered                 | flag    |      |                                                                                                                                                                                                                                                                                                                                                                                                                      |          |         |
      | repair_possible                   | repair possible                            | flag    |      |                                                                                                                                                                                                                                                                                                                                                                                                                      |          |         |
      | durability_proven                 | durability proven in normal use            | flag    |      |                                                                                                                                                                                                                                                                                                                                                                                                                      |          |         |
      | composts_timely                   | all of it composts in time                 | flag    |      |                                                                                                                                                                                                                                                                                                                                                                                                                      |          |         |
      | compost_facilities_disclosed      | lack of facilities disclosed               | flag    |      |                                                                                                                                                                                                                                                                                                                                                                                                                      |          |         |
      | degrades_within_year              | degrades within a year after disposal      | flag    |      |                                                                                                                                                                                                                                                                                                                                                                                                                      |          |         |
      | degradation_kind_stated           | kind of degradation stated                 | flag    |      |                                                                                                                                                                                                                                                                                                                                                                                                                      |          |         |
      | safe_for_people_and_environment   | safe for people and environment            | flag    |      |                                                                                                                                                                                                                                                                                                                                                                                                                      |          |         |
      | recyclability_access              | people with access to recycling            | number  | %    |                                                                                                                                                                                                                                                                                                                                                                                                                      | 0        | 100     |
      | recycling_limits_disclosed        | limits of recycling disclosed              | flag    |      |                                                                                                                                                                                                                                                                                                                                                                                                                      |          |         |
      | recycled_share                    | recycled share by weight                   | number  | %    |                                                                                                                                                                                                                                                                                                                                                                                                                      | 0        | 100     |
      | recycled_share_stated             | recycled share stated                      | flag    |      |                                                                                                                                                                                                                                                                                                                                                                                                                      |          |         |
      | renewable_source_matched          | renewable power matched and not sold       | flag    |      |                                                                                                                                                                                                                                                                                                                                                                                                                      |          |         |
      | renewable_source_and_share_stated | source and share stated                    | flag    |      |                                                                                                                                                                                                                                                                                                                                                                                                                      |          |         |
      | renewable_material_stated         | material and reason stated                 | flag    |      |                                                                                                                                                                                                                                                                                                                                                                                                                      |          |         |
      | source_reduction_amount_stated    | amount and basis stated                    | flag    |      |                                                                                                                                                                                                                                                                                                                                                                                                                      |          |         |
      | qualified_prominently             | qualified clearly and prominently          | flag    |      |                                                                                                                                                                                                                                                                                                                                                                                                                      |          |         |
      | future_binding                    | whom the target binds                      | choice  |      | somebody, aim_only, nobody                                                                                                                                                                                                                                                                                                                                                                                           |          |         |
      | trader_financed_emissions         | emissions of what is financed              | choice  |      | no_financing, told, left_out                                                                                                                                                                                                                                                                                                                                                                                         |          |         |
      | facilities_where_shown            | facilities where it is shown               | choice  |      | widely, partly, nowhere                                                                                                                                                                                                                                                                                                                                                                                              |          |         |
      | absolute_wording                  | absolute wording                           | flag    |      |                                                                                                                                                                                                                                                                                                                                                                                                                      |          |         |
      | audience                          | audience                                   | choice  |      | b2c, b2b, investor, public_authority                                                                                                                                                                                                                                                                                                                                                                                 |          |         |
      | social_aspects_substantiated      | social aspects substantiated               | flag    |      |                                                                                                                                                                                                                                                                                                                                                                                                                      |          |         |
      | plastic                           | made of plastic                            | flag    |      |                                                                                                                                                                                                                                                                                                                                                                                                                      |          |         |
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
    And the choices of qualifier
      | value        | words                    |
      | clear        | clear and near           |
      | contradicts  | contradicts the headline |
      | far_or_small | far or small             |
      | no_qualifier | no qualifier             |
    And the choices of asserted scope
      | value | words     |
      | whole | the whole |
      | part  | a part    |
    And the choices of evidence covers
      | value        | words                |
      | all_asserted | all that is asserted |
      | a_part       | only a part of it    |
    And the choices of recognised excellence
      | value          | words                     |
      | no_basis       | no recognised excellence  |
      | eu_ecolabel    | EU Ecolabel               |
      | national_type1 | national type I label     |
      | top_union_law  | top class under Union law |
    And the choices of kind of label
      | value                  | words                              |
      | public_authority_eu    | of a public authority in the Union |
      | public_authority_other | of another public authority        |
      | certification_scheme   | of a certification scheme          |
      | self_declared          | self-declared                      |
    And the choices of certificate of the label
      | value              | words                 |
      | valid              | valid for the product |
      | missing_or_expired | missing or expired    |
      | other_product      | for another product   |
    And the choices of whom the target binds
      | value    | words                            |
      | somebody | somebody                         |
      | aim_only | nobody, and told as an aim       |
      | nobody   | nobody, though told as a promise |
    And the choices of emissions of what is financed
      | value        | words           |
      | no_financing | finances nobody |
      | told         | told            |
      | left_out     | left out        |
    And the choices of facilities where it is shown
      | value   | words                    |
      | widely  | for most people there    |
      | partly  | for some there           |
      | nowhere | for hardly anybody there |
    And the choices of audience
      | value            | words              |
      | b2c              | consumers          |
      | b2b              | businesses         |
      | investor         | investors          |
      | public_authority | public authorities |
    And this reference case
      | fact                                       | value                     |
      | kind of communication                      | commercial                |
      | display period                             | 2026-10-01 to 2026-12-31  |
      | subject of the claim                       | product                   |
      | claim types                                | specific attribute        |
      | specification                              | on the same medium        |
      | offsets used                               | no                        |
      | evidence contradicts the claim             | no                        |
      | standard of neutrality                     | ISO 14068-1               |
      | neutrality file complete                   | yes                       |
      | basis stated in the claim                  | yes                       |
      | storage long enough for the claim          | yes                       |
      | offsets in the footprint                   | no                        |
      | instrument cancelled for market and period | yes                       |
      | qualifier                                  | clear and near            |
      | like compared with like                    | yes                       |
      | boundary of evidence covers the claim      | yes                       |
      | all impact categories covered              | yes                       |
      | high-emitting trader                       | no                        |
      | share of green activity stated             | yes                       |
      | any ocean plastic named is from the ocean  | yes                       |
      | truthful and accurate                      | yes                       |
      | free of it, and of like risks              | yes                       |
      | nothing important omitted                  | yes                       |
      | asserted scope                             | the whole                 |
      | evidence covers                            | all that is asserted      |
      | detailed and realistic plan                | yes                       |
      | measurable targets with dates              | yes                       |
      | substantiated                              | yes                       |
      | evidence on file at publication            | yes                       |
      | clear and unambiguous                      | yes                       |
      | recognised excellence                      | EU Ecolabel               |
      | presented as distinctive                   | no                        |
      | benefit relevant                           | yes                       |
      | comparison fair and meaningful             | yes                       |
      | comparison data current                    | yes                       |
      | rayon sold as bamboo                       | no                        |
      | overall presentation fair                  | yes                       |
      | visuals fair                               | yes                       |
      | headline excludes parts                    | no                        |
      | public commitments                         | yes                       |
      | resources allocated                        | yes                       |
      | regular independent verification           | yes                       |
      | findings available to consumers            | yes                       |
      | kind of label                              | of a certification scheme |
      | monitored by an independent third party    | yes                       |
      | certificate of the label                   | valid for the product     |
      | scheme open, consulted and enforced        | yes                       |
      | basis of the seal stated                   | yes                       |
      | material connection disclosed              | yes                       |
      | airline                                    | no                        |
      | paying extra neutralises the flight        | no                        |
      | sustainable fuel unqualified               | no                        |
      | calculator without method                  | no                        |
      | full life cycle considered                 | yes                       |
      | repair possible                            | yes                       |
      | durability proven in normal use            | yes                       |
      | all of it composts in time                 | yes                       |
      | lack of facilities disclosed               | yes                       |
      | degrades within a year after disposal      | yes                       |
      | kind of degradation stated                 | yes                       |
      | safe for people and environment            | yes                       |
      | people with access to recycling            | 80 %                      |
      | limits of recycling disclosed              | yes                       |
      | recycled share by weight                   | 100 %                     |
      | recycled share stated                      | yes                       |
      | renewable power matched and not sold       | yes                       |
      | source and share stated                    | yes                       |
      | material and reason stated                 | yes                       |
      | amount and basis stated                    | yes                       |
      | qualified clearly and prominently          | yes                       |
      | whom the target binds                      | somebody                  |
      | emissions of what is financed              | finances nobody           |
      | facilities where it is shown               | for most people there     |
      | absolute wording                           | no                        |
      | audience                                   | consumers                 |
      | social aspects substantiated               | yes                       |
      | made of plastic                            | no                        |
