# language: en
Feature: Green claims in Japan
  The Act against Unjustifiable Premiums and Misleading Representations, and the guidance on environmental labelling.

  Background:
    Given this scorecard
      | field           | value                                                                        |
      | id              | green-claim-jp                                                               |
      | version         | 1.0.0                                                                        |
      | title           | Green claims in Japan                                                        |
      | subject         | claim                                                                        |
      | attestation     | self-assessment                                                              |
      | time zone       | Asia/Tokyo                                                                   |
      | effective from  | 2026-11-20                                                                   |
      | rounding        | half-even, 2 decimals                                                        |
      | not applicable  | refuse                                                                       |
      | does not assess | claims to businesses, for which the Unfair Competition Prevention Act stands |
      | does not assess | whether the evidence is true                                                 |
      | does not assess | wording that no listed fact describes                                        |
      | does not assess | fair competition codes of single trades                                      |
      | does not assess | surcharges                                                                   |
    And these bases
      | basis             | instrument                       | clause                                                               | certainty   | note                                                                                                                                                                                                                                                                                                                                                                     |
      | act-5-1           | 不当景品類及び不当表示防止法     | Article 5(1)                                                         | secondary   | The wording was read at houritsushoku.com; also told by takumilaw.com.                                                                                                                                                                                                                                                                                                   |
      | act-5-1-whole     | 不当景品類及び不当表示防止法     | Article 5(1), the whole representation                               | own reading | That pictures, layout and what is left out count as the representation does is our reading.                                                                                                                                                                                                                                                                              |
      | act-5-1-others    | 不当景品類及び不当表示防止法     | Article 5(1), better than that of others                             | own reading | The Article names goods of others; that an unlike or outdated comparison, and what all such goods have, sold as special, come under it is our reading. An order of 2009 (a fridge, 48 % against a process of four years before) is told by blog.knak.jp.                                                                                                                 |
      | act-5-1-top       | 不当景品類及び不当表示防止法     | Article 5(1), highest words without basis                            | secondary   | Told by takumilaw.com and hc.kyodoprinting.co.jp of No. 1 and best in Japan; what is proven is within the exception here.                                                                                                                                                                                                                                                |
      | act-7-2           | 不当景品類及び不当表示防止法     | Article 7(2), effect and performance                                 | secondary   | Burden on the trader, within 15 days. Told by weblio.jp (in force 2003-11-23), keiyaku-watch.jp, and reports on the orders of 2022-12-23 (sustainablejapan.jp, compliance-ad.jp, cehub.jp).                                                                                                                                                                              |
      | act-7-2-any       | 不当景品類及び不当表示防止法     | Article 7(2), other kinds of claims                                  | own reading | The guideline on this Article speaks of effect and performance; that other claims of content without reasonable basis fare alike is our reading.                                                                                                                                                                                                                         |
      | guide-7-2         | 不当景品類及び不当表示防止法     | guideline on Article 7(2), what is told and what is shown correspond | secondary   | Told by weblio.jp; the orders of 2022-12-23 found tests of industrial compost no basis for decay in nature (yakujihou.com, greenproduction.co.jp).                                                                                                                                                                                                                       |
      | jftc-2001         | 環境保全に配慮した商品の広告表示 | report of 2001-03-21, five points                                    | secondary   | Fair Trade Commission. Told by eic.or.jp, chem-t.com and ecobiz-jp.blogspot.com. It tells what may mislead; it forbids nothing by itself.                                                                                                                                                                                                                                |
      | jftc-2001-words   | 環境保全に配慮した商品の広告表示 | report of 2001-03-21, other words and materials                      | own reading | The points speak of abstract words and of materials; absolute words, names and plant materials are our reading.                                                                                                                                                                                                                                                          |
      | decay-kind        | 不当景品類及び不当表示防止法     | Article 5(1), orders on decay                                        | own reading | Derived from the orders of 2022-12-23: where and how it decays has to be told.                                                                                                                                                                                                                                                                                           |
      | moe-guide         | 環境表示ガイドライン             | third edition, of March 2013                                         | own reading | Guide of the Ministry of the Environment that keeps to ISO 14021 (itmedia.co.jp, alterna.co.jp, spaceshipearth.jp); what that asks of comparisons and stages is general knowledge. The day is the last of that month. A new edition was in draft until 2026-03-18 (booost-tech.com) and asks for it by name (d-sharing.jp); whether and how it was issued was not found. |
      | moe-guide-neutral | 環境表示ガイドライン             | neutrality by credits                                                | own reading | From general knowledge of the guide and of the guidelines on offsetting, not compared with a text.                                                                                                                                                                                                                                                                       |
      | otherwise         | green-claim-jp                   | no rule of this card holds                                           | own reading | No rule encoded here objects; it is no promise that no court would.                                                                                                                                                                                                                                                                                                      |
    And these facts
      | fact                           | label                                 | type    | one of                                                                                                                                                                                                                                                                                                                                                                                                               |
      | audience                       | audience                              | choice  | b2c, b2b, investor, public_authority                                                                                                                                                                                                                                                                                                                                                                                 |
      | kind                           | kind of communication                 | choice  | commercial, mandatory_report, institutional, mandatory_label                                                                                                                                                                                                                                                                                                                                                         |
      | display                        | display period                        | period  |                                                                                                                                                                                                                                                                                                                                                                                                                      |
      | claim_types                    | claim types                           | choices | generic, social_mix, specific_attribute, quantified_pcf, comparative, absolute, future, neutral_offset, neutral_no_offset, net_zero, negative_carbon, removal, contribution, avoided_handprint, label, name, recycled_content, recyclable, degradable, compostable, renewable_energy, renewable_material, free_of, energy_efficiency, durability, repairability, imagery_only, legal_requirement, irrelevant_benefit |
      | specification                  | specification                         | choice  | same_medium, elsewhere_only, none                                                                                                                                                                                                                                                                                                                                                                                    |
      | evidence_contradicts           | evidence contradicts the claim        | flag    |                                                                                                                                                                                                                                                                                                                                                                                                                      |
      | neutrality_file_complete       | neutrality file complete              | flag    |                                                                                                                                                                                                                                                                                                                                                                                                                      |
      | basis_in_claim                 | basis stated in the claim             | flag    |                                                                                                                                                                                                                                                                                                                                                                                                                      |
      | comparison_like_with_like      | like compared with like               | flag    |                                                                                                                                                                                                                                                                                                                                                                                                                      |
      | evidence_boundary_covers_claim | boundary of evidence covers the claim | flag    |                                                                                                                                                                                                                                                                                                                                                                                                                      |
      | truthful                       | truthful and accurate                 | flag    |                                                                                                                                                                                                                                                                                                                                                                                                                      |
      | free_of_true                   | free of it, and of like risks         | flag    |                                                                                                                                                                                                                                                                                                                                                                                                                      |
      | nothing_important_omitted      | nothing important omitted             | flag    |                                                                                                                                                                                                                                                                                                                                                                                                                      |
      | subject_asserted_scope         | asserted scope                        | choice  | whole, part                                                                                                                                                                                                                                                                                                                                                                                                          |
      | evidence_covers                | evidence covers                       | choice  | all_asserted, a_part                                                                                                                                                                                                                                                                                                                                                                                                 |
      | substantiated                  | substantiated                         | flag    |                                                                                                                                                                                                                                                                                                                                                                                                                      |
      | presented_as_distinctive       | presented as distinctive              | flag    |                                                                                                                                                                                                                                                                                                                                                                                                                      |
      | comparison_fair                | comparison fair and meaningful        | flag    |                                                                                                                                                                                                                                                                                                                                                                                                                      |
      | comparison_data_current        | comparison data current               | flag    |                                                                                                                                                                                                                                                                                                                                                                                                                      |
      | overall_presentation_fair      | overall presentation fair             | flag    |                                                                                                                                                                                                                                                                                                                                                                                                                      |
      | visuals_fair                   | visuals fair                          | flag    |                                                                                                                                                                                                                                                                                                                                                                                                                      |
      | headline_excludes_parts        | headline excludes parts               | flag    |                                                                                                                                                                                                                                                                                                                                                                                                                      |
      | seal_basis_stated              | basis of the seal stated              | flag    |                                                                                                                                                                                                                                                                                                                                                                                                                      |
      | full_life_cycle_considered     | full life cycle considered            | flag    |                                                                                                                                                                                                                                                                                                                                                                                                                      |
      | degradation_kind_stated        | kind of degradation stated            | flag    |                                                                                                                                                                                                                                                                                                                                                                                                                      |
      | recycled_share_stated          | recycled share stated                 | flag    |                                                                                                                                                                                                                                                                                                                                                                                                                      |
      | renewable_material_stated      | material and reason stated            | flag    |                                                                                                                                                                                                                                                                                                                                                                                                                      |
      | source_reduction_amount_stated | amount and basis stated               | flag    |                                                                                                                                                                                                                                                                                                                                                                                                                      |
      | absolute_wording               | absolute wording                      | flag    |                                                                                                                                                                                                                                                                                                                                                                                                                      |
      | absolute_wording_proved        | absolute wording within an exception  | flag    |                                                                                                                                                                                                                                                                                                                                                                                                                      |
    And the choices of audience
      | value            | words              |
      | b2c              | consumers          |
      | b2b              | businesses         |
      | investor         | investors          |
      | public_authority | public authorities |
    And the choices of kind of communication
      | value            | words            |
      | commercial       | commercial       |
      | mandatory_report | mandatory report |
      | institutional    | institutional    |
      | mandatory_label  | mandatory label  |
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
    And the choices of asserted scope
      | value | words     |
      | whole | the whole |
      | part  | a part    |
    And the choices of evidence covers
      | value        | words                |
      | all_asserted | all that is asserted |
      | a_part       | only a part of it    |
    And this reference case
      | fact                                  | value                    |
      | audience                              | consumers                |
      | kind of communication                 | commercial               |
      | display period                        | 2026-10-01 to 2026-12-31 |
      | claim types                           | specific attribute       |
      | specification                         | on the same medium       |
      | evidence contradicts the claim        | no                       |
      | neutrality file complete              | yes                      |
      | basis stated in the claim             | yes                      |
      | like compared with like               | yes                      |
      | boundary of evidence covers the claim | yes                      |
      | truthful and accurate                 | yes                      |
      | free of it, and of like risks         | yes                      |
      | nothing important omitted             | yes                      |
      | asserted scope                        | the whole                |
      | evidence covers                       | all that is asserted     |
      | substantiated                         | yes                      |
      | presented as distinctive              | no                       |
      | comparison fair and meaningful        | yes                      |
      | comparison data current               | yes                      |
      | overall presentation fair             | yes                      |
      | visuals fair                          | yes                      |
      | headline excludes parts               | no                       |
      | basis of the seal stated              | yes                      |
      | full life cycle considered            | yes                      |
      | kind of degradation stated            | yes                      |
      | recycled share stated                 | yes                      |
      | material and reason stated            | yes                      |
      | amount and basis stated               | yes                      |
      | absolute wording                      | no                       |
      | absolute wording within an exception  | yes                      |

  Rule: A claim with nothing against it

    Scenario: the reference claim
      When evaluated as of 2026-11-20
      Then the verdict is ok

    Scenario: not for institutional
      Given kind is institutional
      When evaluated as of 2026-11-20
      Then the conclusion is not applicable

    Scenario: not toward businesses
      Given audience is b2b
      When evaluated as of 2026-11-20
      Then the conclusion is not applicable
