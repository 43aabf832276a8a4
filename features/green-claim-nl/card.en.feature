# language: en
Feature: Green claims in the Netherlands
  Dutch law on unfair commercial practices, the guidelines of the ACM on sustainability claims and the code of the
  advertising industry, beside the Directive. The trader has to show that a claim is correct.

  Background:
    Given this scorecard
      | field           | value                                                                                                                                       |
      | id              | green-claim-nl                                                                                                                              |
      | version         | 1.0.0                                                                                                                                       |
      | title           | Green claims in the Netherlands                                                                                                             |
      | subject         | claim                                                                                                                                       |
      | attestation     | self-assessment                                                                                                                             |
      | time zone       | Europe/Amsterdam                                                                                                                            |
      | effective from  | 2026-11-20                                                                                                                                  |
      | rounding        | half-even, 2 decimals                                                                                                                       |
      | not applicable  | refuse                                                                                                                                      |
      | does not assess | rules of the Directive itself, which the card of the Union has                                                                              |
      | does not assess | the act that transposes Directive (EU) 2024/825, which was not found; the card of the Union takes the general clauses as read in conformity |
      | does not assess | advertising codes of single sectors, such as those for cars, travel and food                                                                |
      | does not assess | fines and exposure                                                                                                                          |
      | does not assess | whether the evidence is true                                                                                                                |
    And these bases
      | basis       | instrument                       | clause                                                         | certainty   | note                                                                                                                                                                                                                                                         |
      | bw-193c     | Burgerlijk Wetboek               | Book 6, Articles 193b and 193c                                 | own reading | Toward consumers. From general knowledge, not compared with a text, nor is the day 2008-10-15. That a part told as the whole misleads is taken from rulings of the RCC.                                                                                      |
      | bw-193d     | Burgerlijk Wetboek               | Book 6, Article 193d                                           | own reading | Toward consumers. From general knowledge, not compared with a text.                                                                                                                                                                                          |
      | bw-193j     | Burgerlijk Wetboek               | Book 6, Article 193j                                           | confirmed   | Burden on the trader: the article was read in English in the database of the Commission on the Directive (webgate.ec.europa.eu), and in short at findinet.nl. It speaks of actions in court; that 2008-10-15 is its first day is recalled.                   |
      | bw-194      | Burgerlijk Wetboek               | Book 6, Articles 194 and 195                                   | own reading | Toward businesses; the burden of proof is on who advertises there, too. Recalled, not compared with a text.                                                                                                                                                  |
      | acm-1       | ACM Leidraad Duurzaamheidsclaims | 2023, rule of thumb 1                                          | secondary   | Correct, clear, specific and complete claims: told by holla.nl, houthoff.com, vbk.nl and groenbalans.nl; of the edition of 2021 the summary was read at fdocuments.nl. Guidance that says how the ACM reads the law.                                         |
      | acm-1-usual | ACM Leidraad Duurzaamheidsclaims | 2023, rule of thumb 1, usual properties and legal requirements | secondary   | Told by rainbowcollection.nl: usual properties of a product and what the law asks are not to be used as an advantage.                                                                                                                                        |
      | acm-co2     | ACM Leidraad Duurzaamheidsclaims | 2023, CO2 compensation                                         | secondary   | Told by groenbalans.nl: say what compensation is, which project, how much, how it is computed and what was reduced.                                                                                                                                          |
      | acm-3       | ACM Leidraad Duurzaamheidsclaims | 2023, rule of thumb 3                                          | secondary   | Fair comparisons: told by holla.nl, houthoff.com and declercq.com.                                                                                                                                                                                           |
      | acm-4       | ACM Leidraad Duurzaamheidsclaims | 2023, rule of thumb 4                                          | secondary   | Ambitions concrete and measurable: told by holla.nl and houthoff.com. The code asks that it is clear that it is an aim, and that it can be reached (vakbladvoedingsindustrie.nl).                                                                            |
      | acm-5       | ACM Leidraad Duurzaamheidsclaims | 2023, rule of thumb 5, labels whose basis is not told          | own reading | Told is that visual claims and labels shall help and not confuse (holla.nl); that a label whose basis is not told confuses is our reading.                                                                                                                   |
      | cdr         | Code voor Duurzaamheidsreclame   | 2023, demonstrably correct and specific claims                 | secondary   | In force 2023-02-01; definitions and scope were read on the page of the code (reclamecode.nl), that claims have to be specific and shown to be correct is told by vakbladvoedingsindustrie.nl and twobirds.com. Self-regulation of the advertising industry. |
      | rcc-storage | Code voor Duurzaamheidsreclame   | rulings of the RCC and its board on compensation by forests    | own reading | Derived from rulings of 2022 on a flight and on milk (2021/00553, 2021/00472): whoever says neutral by compensation has to show that it lasts.                                                                                                               |
      | otherwise   | green-claim-nl                   | no rule of this card holds                                     | own reading | No rule encoded here objects; it is no promise that no court would.                                                                                                                                                                                          |
    And these facts
      | fact                      | label                             | type    | one of                                                                                                                                                                                                                                                                                                                                                                                                               |
      | kind                      | kind of communication             | choice  | commercial, mandatory_report, institutional, mandatory_label                                                                                                                                                                                                                                                                                                                                                         |
      | display                   | display period                    | period  |                                                                                                                                                                                                                                                                                                                                                                                                                      |
      | claim_types               | claim types                       | choices | generic, social_mix, specific_attribute, quantified_pcf, comparative, absolute, future, neutral_offset, neutral_no_offset, net_zero, negative_carbon, removal, contribution, avoided_handprint, label, name, recycled_content, recyclable, degradable, compostable, renewable_energy, renewable_material, free_of, energy_efficiency, durability, repairability, imagery_only, legal_requirement, irrelevant_benefit |
      | specification             | specification                     | choice  | same_medium, elsewhere_only, none                                                                                                                                                                                                                                                                                                                                                                                    |
      | reep_basis                | recognised excellence             | choice  | no_basis, eu_ecolabel, national_type1, top_union_law                                                                                                                                                                                                                                                                                                                                                                 |
      | subject_asserted_scope    | asserted scope                    | choice  | whole, part                                                                                                                                                                                                                                                                                                                                                                                                          |
      | evidence_covers           | evidence covers                   | choice  | all_asserted, a_part                                                                                                                                                                                                                                                                                                                                                                                                 |
      | offsets_used              | offsets used                      | flag    |                                                                                                                                                                                                                                                                                                                                                                                                                      |
      | presented_as_distinctive  | presented as distinctive          | flag    |                                                                                                                                                                                                                                                                                                                                                                                                                      |
      | overall_presentation_fair | overall presentation fair         | flag    |                                                                                                                                                                                                                                                                                                                                                                                                                      |
      | future_detailed_plan      | detailed and realistic plan       | flag    |                                                                                                                                                                                                                                                                                                                                                                                                                      |
      | future_measurable_targets | measurable targets with dates     | flag    |                                                                                                                                                                                                                                                                                                                                                                                                                      |
      | benefit_relevant          | benefit relevant                  | flag    |                                                                                                                                                                                                                                                                                                                                                                                                                      |
      | truthful                  | truthful and accurate             | flag    |                                                                                                                                                                                                                                                                                                                                                                                                                      |
      | nothing_important_omitted | nothing important omitted         | flag    |                                                                                                                                                                                                                                                                                                                                                                                                                      |
      | clear                     | clear and unambiguous             | flag    |                                                                                                                                                                                                                                                                                                                                                                                                                      |
      | substantiated             | substantiated                     | flag    |                                                                                                                                                                                                                                                                                                                                                                                                                      |
      | basis_in_claim            | basis stated in the claim         | flag    |                                                                                                                                                                                                                                                                                                                                                                                                                      |
      | storage_long_enough       | storage long enough for the claim | flag    |                                                                                                                                                                                                                                                                                                                                                                                                                      |
      | comparison_like_with_like | like compared with like           | flag    |                                                                                                                                                                                                                                                                                                                                                                                                                      |
      | comparison_fair           | comparison fair and meaningful    | flag    |                                                                                                                                                                                                                                                                                                                                                                                                                      |
      | visuals_fair              | visuals fair                      | flag    |                                                                                                                                                                                                                                                                                                                                                                                                                      |
      | seal_basis_stated         | basis of the seal stated          | flag    |                                                                                                                                                                                                                                                                                                                                                                                                                      |
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
    And this reference case
      | fact                              | value                    |
      | kind of communication             | commercial               |
      | display period                    | 2026-10-01 to 2026-12-31 |
      | claim types                       | specific attribute       |
      | specification                     | on the same medium       |
      | recognised excellence             | EU Ecolabel              |
      | asserted scope                    | the whole                |
      | evidence covers                   | all that is asserted     |
      | offsets used                      | no                       |
      | presented as distinctive          | no                       |
      | overall presentation fair         | yes                      |
      | detailed and realistic plan       | yes                      |
      | measurable targets with dates     | yes                      |
      | benefit relevant                  | yes                      |
      | truthful and accurate             | yes                      |
      | nothing important omitted         | yes                      |
      | clear and unambiguous             | yes                      |
      | substantiated                     | yes                      |
      | basis stated in the claim         | yes                      |
      | storage long enough for the claim | yes                      |
      | like compared with like           | yes                      |
      | comparison fair and meaningful    | yes                      |
      | visuals fair                      | yes                      |
      | basis of the seal stated          | yes                      |

  Rule: A claim with nothing against it

    Scenario: the reference claim
      When evaluated as of 2026-11-20
      Then the verdict is ok

    Scenario: not for institutional
      Given kind is institutional
      When evaluated as of 2026-11-20
      Then the conclusion is not applicable
