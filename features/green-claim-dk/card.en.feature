# language: en
Feature: Green claims in Denmark
  The Danish Marketing Practices Act and the guidance of the Consumer Ombudsman on environmental claims, beside the
  Directive, which Lov nr. 558 of 2025-05-27 transposes from 2026-09-27. Facts have to be documented (section 13).

  Background:
    Given this scorecard
      | field           | value                                                                                                                                           |
      | id              | green-claim-dk                                                                                                                                  |
      | version         | 1.0.0                                                                                                                                           |
      | title           | Green claims in Denmark                                                                                                                         |
      | subject         | claim                                                                                                                                           |
      | attestation     | self-assessment                                                                                                                                 |
      | time zone       | Europe/Copenhagen                                                                                                                               |
      | effective from  | 2026-11-20                                                                                                                                      |
      | rounding        | half-even, 2 decimals                                                                                                                           |
      | not applicable  | refuse                                                                                                                                          |
      | does not assess | rules of the Directive itself, which the card of the Union has; Lov nr. 558/2025 (L 147) puts them into sections 5 and 6 and Annex 1 of the act |
      | does not assess | rules of single sectors, such as those of the food authority on organic and climate words                                                       |
      | does not assess | fines and exposure                                                                                                                              |
      | does not assess | whether the evidence is true                                                                                                                    |
    And these bases
      | basis          | instrument            | clause                                                     | certainty   | note                                                                                                                                                                                                                                                                                                                                                         |
      | mfl-5          | Markedsføringsloven   | section 5; toward businesses section 20                    | secondary   | Both were read as reprinted at danskelove.dk; that they stand since 2017-07-01 is told by the notes of the guidance of 2014 (fdocuments.net).                                                                                                                                                                                                                |
      | mfl-6          | Markedsføringsloven   | section 6; toward businesses section 20                    | secondary   | Both were read as reprinted at danskelove.dk.                                                                                                                                                                                                                                                                                                                |
      | mfl-13         | Markedsføringsloven   | section 13                                                 | secondary   | Burden on the trader: what is said of facts has to be documented. Told by danskindustri.dk, dreiststorgaard.dk and decisions of the Consumer Ombudsman (22/04124).                                                                                                                                                                                           |
      | mfl-21         | Markedsføringsloven   | section 21                                                 | own reading | Comparative advertising; recalled, not compared with a text.                                                                                                                                                                                                                                                                                                 |
      | fo-general     | Forbrugerombudsmanden | guidance on environmental claims, general claims           | secondary   | Quick guide of 2021-12-22, replaced in January 2025 by recommendations; the guidance of 2014 stands (nytherfra.dk). Told by vejnaa.dk, kf.dk, textilevaluechain.in and in its head note by e-justice.europa.eu: a general word needs an analysis of the whole life cycle, or an explanation read together with it. Recommendations themselves were not read. |
      | fo-sustainable | Forbrugerombudsmanden | guidance on environmental claims, sustainable              | secondary   | Told by kf.dk and textilevaluechain.in: very hard to say without misleading, as health, social and ethical aspects count too.                                                                                                                                                                                                                                |
      | fo-comp        | Forbrugerombudsmanden | position of the Nordic authorities on climate compensation | secondary   | Of 2024-05-14, told by danskindustri.dk, dmogt.dk and hair.dk: the effect has to be additional, permanent, at the same time and without leakage; say what is done instead.                                                                                                                                                                                   |
      | fo-plan        | Forbrugerombudsmanden | opinion in advance 22/11573 of 2023-02-15                  | confirmed   | Read on the page of the Consumer Ombudsman: a claim to strive for less CO2 needs a plan verified by an independent body, and a reduction that is at hand. The day is told by bureaubiz.dk.                                                                                                                                                                   |
      | fo-part        | Forbrugerombudsmanden | decision 22/04124 on kitchens                              | confirmed   | Read on the page of the Consumer Ombudsman: a part of sustainable wood does not make the kitchen sustainable. The day is not told there; the end of the year of the file is taken.                                                                                                                                                                           |
      | fo-mark        | Forbrugerombudsmanden | opinion in advance 23/02143, marks of the trader           | own reading | The opinion, read in short on the page of the Consumer Ombudsman, is on a climate mark that looks better than its ground; that a mark of the trader whose basis is not told does so is our reading.                                                                                                                                                          |
      | otherwise      | green-claim-dk        | no rule of this card holds                                 | own reading | No rule encoded here objects; it is no promise that no court would.                                                                                                                                                                                                                                                                                          |
    And these facts
      | fact                         | label                             | type    | one of                                                                                                                                                                                                                                                                                                                                                                                                               |
      | kind                         | kind of communication             | choice  | commercial, mandatory_report, institutional, mandatory_label                                                                                                                                                                                                                                                                                                                                                         |
      | display                      | display period                    | period  |                                                                                                                                                                                                                                                                                                                                                                                                                      |
      | claim_types                  | claim types                       | choices | generic, social_mix, specific_attribute, quantified_pcf, comparative, absolute, future, neutral_offset, neutral_no_offset, net_zero, negative_carbon, removal, contribution, avoided_handprint, label, name, recycled_content, recyclable, degradable, compostable, renewable_energy, renewable_material, free_of, energy_efficiency, durability, repairability, imagery_only, legal_requirement, irrelevant_benefit |
      | specification                | specification                     | choice  | same_medium, elsewhere_only, none                                                                                                                                                                                                                                                                                                                                                                                    |
      | reep_basis                   | recognised excellence             | choice  | no_basis, eu_ecolabel, national_type1, top_union_law                                                                                                                                                                                                                                                                                                                                                                 |
      | social_aspects_substantiated | social aspects substantiated      | flag    |                                                                                                                                                                                                                                                                                                                                                                                                                      |
      | subject_asserted_scope       | asserted scope                    | choice  | whole, part                                                                                                                                                                                                                                                                                                                                                                                                          |
      | evidence_covers              | evidence covers                   | choice  | all_asserted, a_part                                                                                                                                                                                                                                                                                                                                                                                                 |
      | offsets_used                 | offsets used                      | flag    |                                                                                                                                                                                                                                                                                                                                                                                                                      |
      | overall_presentation_fair    | overall presentation fair         | flag    |                                                                                                                                                                                                                                                                                                                                                                                                                      |
      | future_detailed_plan         | detailed and realistic plan       | flag    |                                                                                                                                                                                                                                                                                                                                                                                                                      |
      | future_expert_verification   | regular independent verification  | flag    |                                                                                                                                                                                                                                                                                                                                                                                                                      |
      | label_kind                   | kind of label                     | choice  | public_authority_eu, public_authority_other, certification_scheme, self_declared                                                                                                                                                                                                                                                                                                                                     |
      | truthful                     | truthful and accurate             | flag    |                                                                                                                                                                                                                                                                                                                                                                                                                      |
      | nothing_important_omitted    | nothing important omitted         | flag    |                                                                                                                                                                                                                                                                                                                                                                                                                      |
      | clear                        | clear and unambiguous             | flag    |                                                                                                                                                                                                                                                                                                                                                                                                                      |
      | substantiated                | substantiated                     | flag    |                                                                                                                                                                                                                                                                                                                                                                                                                      |
      | storage_long_enough          | storage long enough for the claim | flag    |                                                                                                                                                                                                                                                                                                                                                                                                                      |
      | comparison_like_with_like    | like compared with like           | flag    |                                                                                                                                                                                                                                                                                                                                                                                                                      |
      | comparison_fair              | comparison fair and meaningful    | flag    |                                                                                                                                                                                                                                                                                                                                                                                                                      |
      | visuals_fair                 | visuals fair                      | flag    |                                                                                                                                                                                                                                                                                                                                                                                                                      |
      | seal_basis_stated            | basis of the seal stated          | flag    |                                                                                                                                                                                                                                                                                                                                                                                                                      |
      | full_life_cycle_considered   | full life cycle considered        | flag    |                                                                                                                                                                                                                                                                                                                                                                                                                      |
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
    And the choices of kind of label
      | value                  | words                              |
      | public_authority_eu    | of a public authority in the Union |
      | public_authority_other | of another public authority        |
      | certification_scheme   | of a certification scheme          |
      | self_declared          | self-declared                      |
    And this reference case
      | fact                              | value                     |
      | kind of communication             | commercial                |
      | display period                    | 2026-10-01 to 2026-12-31  |
      | claim types                       | specific attribute        |
      | specification                     | on the same medium        |
      | recognised excellence             | EU Ecolabel               |
      | social aspects substantiated      | yes                       |
      | asserted scope                    | the whole                 |
      | evidence covers                   | all that is asserted      |
      | offsets used                      | no                        |
      | overall presentation fair         | yes                       |
      | detailed and realistic plan       | yes                       |
      | regular independent verification  | yes                       |
      | kind of label                     | of a certification scheme |
      | truthful and accurate             | yes                       |
      | nothing important omitted         | yes                       |
      | clear and unambiguous             | yes                       |
      | substantiated                     | yes                       |
      | storage long enough for the claim | yes                       |
      | like compared with like           | yes                       |
      | comparison fair and meaningful    | yes                       |
      | visuals fair                      | yes                       |
      | basis of the seal stated          | yes                       |
      | full life cycle considered        | yes                       |

  Rule: A claim with nothing against it

    Scenario: the reference claim
      When evaluated as of 2026-11-20
      Then the verdict is ok

    Scenario: not for institutional
      Given kind is institutional
      When evaluated as of 2026-11-20
      Then the conclusion is not applicable
