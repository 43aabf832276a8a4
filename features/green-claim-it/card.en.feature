# language: en
Feature: Green claims in Italy
  The Codice del consumo as the AGCM applies it, D.Lgs. 145/2007 toward businesses, and article 12 of the code of the
  advertising industry, beside the Directive, which D.Lgs. 30/2026 transposes from 2026-09-27.

  Background:
    Given this scorecard
      | field           | value                                                                                                                                                                                                                          |
      | id              | green-claim-it                                                                                                                                                                                                                 |
      | version         | 1.0.0                                                                                                                                                                                                                          |
      | title           | Green claims in Italy                                                                                                                                                                                                          |
      | subject         | claim                                                                                                                                                                                                                          |
      | attestation     | self-assessment                                                                                                                                                                                                                |
      | time zone       | Europe/Rome                                                                                                                                                                                                                    |
      | effective from  | 2026-11-20                                                                                                                                                                                                                     |
      | rounding        | half-even, 2 decimals                                                                                                                                                                                                          |
      | not applicable  | refuse                                                                                                                                                                                                                         |
      | does not assess | rules of the Directive itself, which the card of the Union has; articles 21 and 23 of the Codice hold them since D.Lgs. 30/2026 (points 2a, 4a, 4b, 4c and 10a of Annex I are letters b-bis, d-bis, d-ter, d-quater and l-bis) |
      | does not assess | mandatory environmental labelling of packaging and the bans on single-use and carrier bags                                                                                                                                     |
      | does not assess | fines and exposure                                                                                                                                                                                                             |
      | does not assess | whether the evidence is true                                                                                                                                                                                                   |
    And these bases
      | basis       | instrument                                               | clause                                                       | certainty   | note                                                                                                                                                                                                                                                                                                     |
      | it-21       | Codice del consumo                                       | Article 21(1)(b)                                             | secondary   | Toward consumers and micro-enterprises: told by decisions of the AGCM as reported at eius.it, lexology.com and lipani.it; in force 2007-09-21 as told by marketpress.info.                                                                                                                               |
      | it-22       | Codice del consumo                                       | Article 22                                                   | secondary   | Misleading omissions: told by the judgment at eius.it (Consiglio di Stato 3701/2024).                                                                                                                                                                                                                    |
      | it-27       | Codice del consumo                                       | Article 27(5)                                                | own reading | Burden on the trader: facts count as inexact if the proof that the AGCM asks for is not given. Recalled; of the article only the first paragraphs were read (brocardi.it). The AGCM found claims misleading for want of verifiable evidence (eius.it on PS4026).                                         |
      | it-145      | D.Lgs. 145/2007                                          | Articles 1 to 3 and 8                                        | secondary   | Toward businesses: Article 1(2), advertising is recognisable, true and correct, was read as reprinted at ambientediritto.it; misleading advertising (3) and the burden of proof (8) are recalled.                                                                                                        |
      | it-pb385    | D.Lgs. 145/2007                                          | AGCM decision 21942 of 2010-12-22 (PB385)                    | secondary   | Information on biodegradability has to be qualified, not general: told by edizioniambiente.it. Toward makers of bags; toward consumers alike in 2006 (degradable carrier bag) and 2015 (biodegradable bags of plastic with an additive), told by edizioniambiente.it, e-gazette.it and lentepubblica.it. |
      | it-zero     | Codice del consumo                                       | Article 21, AGCM decision 23278 of 2012-02-08 (impatto zero) | secondary   | Told by slides of avvocatiperlimpresa.it and by doczz.it: total compensation was told, only CO2 of two months was compensated. The commitments on a mineral water in 2025 are alike (lipani.it).                                                                                                         |
      | it-shein    | Codice del consumo                                       | Articles 21 and 22, AGCM decision of 2025-07-29 (PS12709)    | secondary   | Told by diritto.it, alanews.it, tecnoandroid.it and virgilio.it: a small line told as the whole, targets without detail and against rising emissions.                                                                                                                                                    |
      | ca-12       | Codice di autodisciplina della comunicazione commerciale | Article 12                                                   | confirmed   | Read on pages of the institute (iap.it): claims rest on true, relevant and scientifically verifiable data and let understand to which aspect of the product or activity they refer. It binds who accepted the code. That it stands since 2014-03-27 is recalled.                                         |
      | ca-12-cases | Codice di autodisciplina della comunicazione commerciale | Article 12, injunctions and rulings                          | secondary   | Told by iap.it: absolute promises without any indication (6/21, 9/21) and a superiority that was not shown mislead.                                                                                                                                                                                      |
      | otherwise   | green-claim-it                                           | no rule of this card holds                                   | own reading | No rule encoded here objects; it is no promise that no court would.                                                                                                                                                                                                                                      |
    And these facts
      | fact                      | label                          | type    | one of                                                                                                                                                                                                                                                                                                                                                                                                               |
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
      | truthful                  | truthful and accurate          | flag    |                                                                                                                                                                                                                                                                                                                                                                                                                      |
      | nothing_important_omitted | nothing important omitted      | flag    |                                                                                                                                                                                                                                                                                                                                                                                                                      |
      | clear                     | clear and unambiguous          | flag    |                                                                                                                                                                                                                                                                                                                                                                                                                      |
      | substantiated             | substantiated                  | flag    |                                                                                                                                                                                                                                                                                                                                                                                                                      |
      | basis_in_claim            | basis stated in the claim      | flag    |                                                                                                                                                                                                                                                                                                                                                                                                                      |
      | comparison_like_with_like | like compared with like        | flag    |                                                                                                                                                                                                                                                                                                                                                                                                                      |
      | comparison_fair           | comparison fair and meaningful | flag    |                                                                                                                                                                                                                                                                                                                                                                                                                      |
      | visuals_fair              | visuals fair                   | flag    |                                                                                                                                                                                                                                                                                                                                                                                                                      |
      | degradation_kind_stated   | kind of degradation stated     | flag    |                                                                                                                                                                                                                                                                                                                                                                                                                      |
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
      | fact                           | value                    |
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
      | truthful and accurate          | yes                      |
      | nothing important omitted      | yes                      |
      | clear and unambiguous          | yes                      |
      | substantiated                  | yes                      |
      | basis stated in the claim      | yes                      |
      | like compared with like        | yes                      |
      | comparison fair and meaningful | yes                      |
      | visuals fair                   | yes                      |
      | kind of degradation stated     | yes                      |

  Rule: A claim with nothing against it

    Scenario: the reference claim
      When evaluated as of 2026-11-20
      Then the verdict is ok

    Scenario: not for institutional
      Given kind is institutional
      When evaluated as of 2026-11-20
      Then the conclusion is not applicable
