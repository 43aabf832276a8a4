# language: en
Feature: Green claims in Spain
  The Spanish act on unfair competition, beside the Directive. The transposition of Directive (EU) 2024/825 was a draft
  (Ley de Consumo Sostenible) in what could be read; until it is law the general clauses are read in conformity.

  Background:
    Given this scorecard
      | field           | value                                                                                                                                     |
      | id              | green-claim-es                                                                                                                            |
      | version         | 1.1.0                                                                                                                                     |
      | supersedes      | 1.0.0                                                                                                                                     |
      | title           | Green claims in Spain                                                                                                                     |
      | subject         | claim                                                                                                                                     |
      | attestation     | self-assessment                                                                                                                           |
      | time zone       | Europe/Madrid                                                                                                                             |
      | effective from  | 2026-11-20                                                                                                                                |
      | rounding        | half-even, 2 decimals                                                                                                                     |
      | not applicable  | refuse                                                                                                                                    |
      | does not assess | rules of the Directive itself, which the card of the Union has                                                                            |
      | does not assess | the draft Ley de Consumo Sostenible, which was not law in what could be read, and its bans on advertising fossil fuels and short flights  |
      | does not assess | articles 19 to 21 and 47 of the consumer code (TRLGDCU), which make the same practices infringements and were not read                    |
      | does not assess | the code of 2009 on environmental arguments, which binds energy and car companies that joined it and of which only the beginning was read |
      | does not assess | fuel and emission figures that car advertising has to show (Real Decreto 837/2002)                                                        |
      | does not assess | fines and exposure                                                                                                                        |
      | does not assess | whether the evidence is true                                                                                                              |
    And these bases
      | basis       | instrument                         | clause                                              | certainty   | note                                                                                                                                                                                                                                                                               |
      | es-5        | Ley 3/1991, de competencia desleal | Article 5(1)                                        | confirmed   | Consolidated text read in a stored copy of the official edition (BOE-A-1991-628), with amendments up to 2022. It holds toward consumers and businesses. The day 2010-01-01, of Ley 29/2009, is recalled.                                                                           |
      | es-5-part   | Ley 3/1991, de competencia desleal | Article 5(1)(b), part told as the whole             | own reading | The article was read; that a part told as the whole misleads about the main properties follows from a ruling of the jury of Autocontrol of 2010 (eldiario.es).                                                                                                                     |
      | es-5-proof  | Ley 3/1991, de competencia desleal | Article 5(1), with article 217(4) of Ley 1/2000     | own reading | Burden on who advertises: article 217(4) of the code of civil procedure is recalled. That unproven is misleading is our reading.                                                                                                                                                   |
      | es-5-aim    | Ley 3/1991, de competencia desleal | Article 5(1)(d), scope of commitments               | own reading | The article, which names the scope of commitments, was read; that a promise without plan misleads about it is our reading. A court dismissed a claim against commitments of an oil company in 2025, which had a plan (twobirds.com, ga-p.com).                                     |
      | es-7        | Ley 3/1991, de competencia desleal | Article 7(1)                                        | confirmed   | Consolidated text read in a stored copy of the official edition (BOE-A-1991-628), with amendments up to 2022. It holds toward consumers and businesses. The day 2010-01-01, of Ley 29/2009, is recalled.                                                                           |
      | es-7-words  | Ley 3/1991, de competencia desleal | Article 7(1), ambiguous words                       | own reading | The article, which names unclear and ambiguous information, was read; that vague words and neutrality without explanation are ambiguous is our reading. Sustainable is not among them here: in 2025 a court held that it does not mean friendly to the environment (twobirds.com). |
      | es-10       | Ley 3/1991, de competencia desleal | Article 10                                          | confirmed   | Consolidated text read in a stored copy of the official edition (BOE-A-1991-628): same purpose, objective, relevant, verifiable and representative properties. It is about comparisons with a competitor; the day 2010-01-01 is recalled.                                          |
      | es-10-words | Ley 3/1991, de competencia desleal | Articles 7(1) and 10, comparison without comparator | own reading | The articles were read; that a comparison which does not say with what is ambiguous is our reading.                                                                                                                                                                                |
      | es-21       | Ley 3/1991, de competencia desleal | Article 21(1)(c) and (2), article 19(2)             | confirmed   | Consolidated text read in a stored copy of the official edition (BOE-A-1991-628): to show a seal of quality without the authorisation it needs is unfair in any case. Toward consumers. The day 2010-01-01 is recalled.                                                            |
      | otherwise   | green-claim-es                     | no rule of this card holds                          | own reading | No rule encoded here objects; it is no promise that no court would.                                                                                                                                                                                                                |
    And these facts
      | fact                      | label                          | type    | one of                                                                                                                                                                                                                                                                                                                                                                                                               |
      | audience                  | audience                       | choice  | b2c, b2b, investor, public_authority                                                                                                                                                                                                                                                                                                                                                                                 |
      | kind                      | kind of communication          | choice  | commercial, mandatory_report, institutional, mandatory_label                                                                                                                                                                                                                                                                                                                                                         |
      | display                   | display period                 | period  |                                                                                                                                                                                                                                                                                                                                                                                                                      |
      | claim_types               | claim types                    | choices | generic, social_mix, specific_attribute, quantified_pcf, comparative, absolute, future, neutral_offset, neutral_no_offset, net_zero, negative_carbon, removal, contribution, avoided_handprint, label, name, recycled_content, recyclable, degradable, compostable, renewable_energy, renewable_material, free_of, energy_efficiency, durability, repairability, imagery_only, legal_requirement, irrelevant_benefit |
      | specification             | specification                  | choice  | same_medium, elsewhere_only, none                                                                                                                                                                                                                                                                                                                                                                                    |
      | reep_basis                | recognised excellence          | choice  | no_basis, eu_ecolabel, national_type1, top_union_law                                                                                                                                                                                                                                                                                                                                                                 |
      | subject_asserted_scope    | asserted scope                 | choice  | whole, part                                                                                                                                                                                                                                                                                                                                                                                                          |
      | evidence_covers           | evidence covers                | choice  | all_asserted, a_part                                                                                                                                                                                                                                                                                                                                                                                                 |
      | overall_presentation_fair | overall presentation fair      | flag    |                                                                                                                                                                                                                                                                                                                                                                                                                      |
      | future_detailed_plan      | detailed and realistic plan    | flag    |                                                                                                                                                                                                                                                                                                                                                                                                                      |
      | future_measurable_targets | measurable targets with dates  | flag    |                                                                                                                                                                                                                                                                                                                                                                                                                      |
      | headline_excludes_parts   | headline excludes parts        | flag    |                                                                                                                                                                                                                                                                                                                                                                                                                      |
      | label_certificate         | certificate of the label       | choice  | valid, missing_or_expired, other_product                                                                                                                                                                                                                                                                                                                                                                             |
      | truthful                  | truthful and accurate          | flag    |                                                                                                                                                                                                                                                                                                                                                                                                                      |
      | nothing_important_omitted | nothing important omitted      | flag    |                                                                                                                                                                                                                                                                                                                                                                                                                      |
      | clear                     | clear and unambiguous          | flag    |                                                                                                                                                                                                                                                                                                                                                                                                                      |
      | substantiated             | substantiated                  | flag    |                                                                                                                                                                                                                                                                                                                                                                                                                      |
      | basis_in_claim            | basis stated in the claim      | flag    |                                                                                                                                                                                                                                                                                                                                                                                                                      |
      | comparison_like_with_like | like compared with like        | flag    |                                                                                                                                                                                                                                                                                                                                                                                                                      |
      | comparison_fair           | comparison fair and meaningful | flag    |                                                                                                                                                                                                                                                                                                                                                                                                                      |
      | visuals_fair              | visuals fair                   | flag    |                                                                                                                                                                                                                                                                                                                                                                                                                      |
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
    And the choices of recognised excellence
      | value          | words                     |
      | no_basis       | no recognised excellence  |
      | eu_ecolabel    | EU Ecolabel               |
      | national_type1 | national type I label     |
      | top_union_law  | top class under Union law |
    And the choices of asserted scope
      | value | words     |
      | whole | the whole |
      | part  | a part    |
    And the choices of evidence covers
      | value        | words                |
      | all_asserted | all that is asserted |
      | a_part       | only a part of it    |
    And the choices of certificate of the label
      | value              | words                 |
      | valid              | valid for the product |
      | missing_or_expired | missing or expired    |
      | other_product      | for another product   |
    And this reference case
      | fact                           | value                    |
      | audience                       | consumers                |
      | kind of communication          | commercial               |
      | display period                 | 2026-10-01 to 2026-12-31 |
      | claim types                    | specific attribute       |
      | specification                  | on the same medium       |
      | recognised excellence          | EU Ecolabel              |
      | asserted scope                 | the whole                |
      | evidence covers                | all that is asserted     |
      | overall presentation fair      | yes                      |
      | detailed and realistic plan    | yes                      |
      | measurable targets with dates  | yes                      |
      | headline excludes parts        | no                       |
      | certificate of the label       | valid for the product    |
      | truthful and accurate          | yes                      |
      | nothing important omitted      | yes                      |
      | clear and unambiguous          | yes                      |
      | substantiated                  | yes                      |
      | basis stated in the claim      | yes                      |
      | like compared with like        | yes                      |
      | comparison fair and meaningful | yes                      |
      | visuals fair                   | yes                      |

  Rule: A claim with nothing against it

    Scenario: the reference claim
      When evaluated as of 2026-11-20
      Then the verdict is ok

    Scenario: not for institutional
      Given kind is institutional
      When evaluated as of 2026-11-20
      Then the conclusion is not applicable
