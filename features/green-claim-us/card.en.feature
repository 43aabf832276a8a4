# language: en
Feature: Green claims in the United States
  The Green Guides of the Federal Trade Commission, which are guidance and no law, used for claims to businesses as well,
  the Act on textile names, and acts of California.

  Background:
    Given this scorecard
      | field           | value                                                                                                                 |
      | id              | green-claim-us                                                                                                        |
      | version         | 1.5.0                                                                                                                 |
      | supersedes      | 1.4.0                                                                                                                 |
      | title           | Green claims in the United States                                                                                     |
      | subject         | claim                                                                                                                 |
      | attestation     | self-assessment                                                                                                       |
      | time zone       | America/New_York                                                                                                      |
      | effective from  | 2026-11-20                                                                                                            |
      | rounding        | half-even, 2 decimals                                                                                                 |
      | not applicable  | refuse                                                                                                                |
      | does not assess | whether the evidence is true                                                                                          |
      | does not assess | wording that no listed fact describes                                                                                 |
      | does not assess | laws of other states                                                                                                  |
      | does not assess | a report that law demands, in which the law on securities bears; what is taken from it into advertising is commercial |
    And these bases
      | basis               | instrument                                | clause                                    | certainty   | note                                                                                                                                                                       |
      | ftc-4               | 16 CFR 260                                | 260.4                                     | secondary   | Guidance, no law. Section list told by doclinks.org and Justia (Federal Register); the text of the section is from general knowledge.                                      |
      | ftc-4-words         | 16 CFR 260                                | 260.4, sustainable and absolute words     | own reading | The Guides do not define sustainable, natural or organic; that such words claim a general benefit is our reading.                                                          |
      | ftc-5               | 16 CFR 260                                | 260.5                                     | secondary   | Guidance, no law. Told by a summary of the Commission at documents.pub.                                                                                                    |
      | ftc-6               | 16 CFR 260                                | 260.6                                     | secondary   | Guidance, no law. Section list told by doclinks.org and Justia (Federal Register); the text of the section is from general knowledge.                                      |
      | ftc-7               | 16 CFR 260                                | 260.7(b) to (d)                           | own reading | Guidance, no law. Text told by lexbuild.dev; that it holds for degradable items too is our reading.                                                                        |
      | ftc-8               | 16 CFR 260                                | 260.8(b) and (c)                          | own reading | Guidance, no law. Text told by law.cornell.edu and law.lawstack.com; that it holds for compostable items too is our reading.                                               |
      | ftc-9               | 16 CFR 260                                | 260.9(a) and (b)                          | own reading | Guidance, no law. Text told by lexbuild.dev and law.lawstack.com; that absolute words claim the same is our reading.                                                       |
      | ftc-10              | 16 CFR 260                                | 260.10                                    | own reading | Guidance, no law. Text told by self-law.org and law.lawstack.com; that words other than non-toxic say the same is our reading.                                             |
      | ftc-12              | 16 CFR 260                                | 260.12(a) and (b)                         | secondary   | Guidance, no law. Text told by law.cornell.edu and lexbuild.dev.                                                                                                           |
      | ftc-13              | 16 CFR 260                                | 260.13(c)                                 | own reading | Guidance, no law. Text told by law.cornell.edu and law.lawstack.com; that minor, incidental components count, too, is our reading.                                         |
      | ftc-15              | 16 CFR 260                                | 260.15(a) to (c)                          | own reading | Guidance, no law. Text told by lexbuild.dev; that source and share must always be stated is our reading.                                                                   |
      | ftc-16              | 16 CFR 260                                | 260.16(b)                                 | own reading | Guidance, no law. Text told by lexbuild.dev and self-law.org; that what it advises must always be stated is our reading.                                                   |
      | ftc-17              | 16 CFR 260                                | 260.17                                    | own reading | Guidance, no law. Text told by lexbuild.dev and self-law.org, on weight, volume and toxicity; that it holds for every comparison is our reading.                           |
      | ftc-15-certificates | 16 CFR 260                                | 260.15(d), certificates sold or not held  | own reading | Guidance, no law. The Guides speak of certificates that were sold; that none held for the power claimed counts alike is our reading.                                       |
      | textile-act         | Textile Fiber Products Identification Act | fibre names                               | own reading | From general knowledge, not compared with a text.                                                                                                                          |
      | sb-343              | California SB 343                         | recyclability                             | own reading | From general knowledge, not compared with a text.                                                                                                                          |
      | ab-1305             | California AB 1305                        | disclosures                               | own reading | From general knowledge, not compared with a text.                                                                                                                          |
      | ftc-2               | 16 CFR 260                                | 260.2, with section 5 of the FTC Act      | own reading | Guidance, no law; section 5 of the Act is law. From general knowledge.                                                                                                     |
      | ftc-3               | 16 CFR 260                                | 260.3(a) and (b)                          | own reading | Guidance, no law. From general knowledge.                                                                                                                                  |
      | ca-prc-42357        | California Public Resources Code          | 42355 to 42357, plastic products          | own reading | From general knowledge, not compared with a text.                                                                                                                          |
      | ftc-12-facilities   | 16 CFR 260                                | 260.12(a) and (b), where the item is sold | own reading | Guidance, not law. The section speaks of shares of consumers or communities where the item is sold; that being told so without a share counts alike is our reading.        |
      | ftc-2-top           | 16 CFR 260                                | 260.2, absolute words that are not proven | own reading | The section asks for a reasonable basis of every express or implied environmental claim; that a superlative is one, and no mere puffery, is our reading. Guidance, no law. |
      | otherwise           | green-claim-us                            | no rule of this card holds                | own reading | No rule encoded here objects; it is no promise that no court would.                                                                                                        |
    And these facts
      | fact                              | label                                      | type    | unit | one of                                                                                                                                                                                                                                                                                                                                                                                                               | at least | at most |
      | kind                              | kind of communication                      | choice  |      | commercial, mandatory_report, institutional, mandatory_label                                                                                                                                                                                                                                                                                                                                                         |          |         |
      | display                           | display period                             | period  |      |                                                                                                                                                                                                                                                                                                                                                                                                                      |          |         |
      | claim_types                       | claim types                                | choices |      | generic, social_mix, specific_attribute, quantified_pcf, comparative, absolute, future, neutral_offset, neutral_no_offset, net_zero, negative_carbon, removal, contribution, avoided_handprint, label, name, recycled_content, recyclable, degradable, compostable, renewable_energy, renewable_material, free_of, energy_efficiency, durability, repairability, imagery_only, legal_requirement, irrelevant_benefit |          |         |
      | specification                     | specification                              | choice  |      | same_medium, elsewhere_only, none                                                                                                                                                                                                                                                                                                                                                                                    |          |         |
      | offsets_used                      | offsets used                               | flag    |      |                                                                                                                                                                                                                                                                                                                                                                                                                      |          |         |
      | us_state                          | state                                      | choice  |      | california, other_state                                                                                                                                                                                                                                                                                                                                                                                              |          |         |
      | qualified_prominently             | qualified clearly and prominently          | flag    |      |                                                                                                                                                                                                                                                                                                                                                                                                                      |          |         |
      | offset_evidence_competent         | offset evidence competent and sold once    | flag    |      |                                                                                                                                                                                                                                                                                                                                                                                                                      |          |         |
      | offset_delay_two_years            | reductions two years away                  | flag    |      |                                                                                                                                                                                                                                                                                                                                                                                                                      |          |         |
      | offset_delay_disclosed            | delay disclosed                            | flag    |      |                                                                                                                                                                                                                                                                                                                                                                                                                      |          |         |
      | offset_legally_required           | offset activity legally required           | flag    |      |                                                                                                                                                                                                                                                                                                                                                                                                                      |          |         |
      | seal_basis_stated                 | basis of the seal stated                   | flag    |      |                                                                                                                                                                                                                                                                                                                                                                                                                      |          |         |
      | seal_connection_disclosed         | material connection disclosed              | flag    |      |                                                                                                                                                                                                                                                                                                                                                                                                                      |          |         |
      | composts_timely                   | all of it composts in time                 | flag    |      |                                                                                                                                                                                                                                                                                                                                                                                                                      |          |         |
      | compost_facilities_disclosed      | lack of facilities disclosed               | flag    |      |                                                                                                                                                                                                                                                                                                                                                                                                                      |          |         |
      | degrades_within_year              | degrades within a year after disposal      | flag    |      |                                                                                                                                                                                                                                                                                                                                                                                                                      |          |         |
      | free_of_true                      | free of it, and of like risks              | flag    |      |                                                                                                                                                                                                                                                                                                                                                                                                                      |          |         |
      | safe_for_people_and_environment   | safe for people and environment            | flag    |      |                                                                                                                                                                                                                                                                                                                                                                                                                      |          |         |
      | recyclability_access              | people with access to recycling            | number  | %    |                                                                                                                                                                                                                                                                                                                                                                                                                      | 0        | 100     |
      | recycling_limits_disclosed        | limits of recycling disclosed              | flag    |      |                                                                                                                                                                                                                                                                                                                                                                                                                      |          |         |
      | recycled_share                    | recycled share by weight                   | number  | %    |                                                                                                                                                                                                                                                                                                                                                                                                                      | 0        | 100     |
      | recycled_share_stated             | recycled share stated                      | flag    |      |                                                                                                                                                                                                                                                                                                                                                                                                                      |          |         |
      | renewable_source_matched          | renewable power matched and not sold       | flag    |      |                                                                                                                                                                                                                                                                                                                                                                                                                      |          |         |
      | renewable_source_and_share_stated | source and share stated                    | flag    |      |                                                                                                                                                                                                                                                                                                                                                                                                                      |          |         |
      | renewable_material_stated         | material and reason stated                 | flag    |      |                                                                                                                                                                                                                                                                                                                                                                                                                      |          |         |
      | source_reduction_amount_stated    | amount and basis stated                    | flag    |      |                                                                                                                                                                                                                                                                                                                                                                                                                      |          |         |
      | statewide_recyclability_met       | statewide criteria met                     | flag    |      |                                                                                                                                                                                                                                                                                                                                                                                                                      |          |         |
      | manufactured_on                   | date of manufacture                        | date    |      |                                                                                                                                                                                                                                                                                                                                                                                                                      |          |         |
      | website_disclosures_made          | website disclosures made                   | flag    |      |                                                                                                                                                                                                                                                                                                                                                                                                                      |          |         |
      | bamboo_is_rayon                   | rayon sold as bamboo                       | flag    |      |                                                                                                                                                                                                                                                                                                                                                                                                                      |          |         |
      | truthful                          | truthful and accurate                      | flag    |      |                                                                                                                                                                                                                                                                                                                                                                                                                      |          |         |
      | substantiated                     | substantiated                              | flag    |      |                                                                                                                                                                                                                                                                                                                                                                                                                      |          |         |
      | nothing_important_omitted         | nothing important omitted                  | flag    |      |                                                                                                                                                                                                                                                                                                                                                                                                                      |          |         |
      | clear                             | clear and unambiguous                      | flag    |      |                                                                                                                                                                                                                                                                                                                                                                                                                      |          |         |
      | subject_asserted_scope            | asserted scope                             | choice  |      | whole, part                                                                                                                                                                                                                                                                                                                                                                                                          |          |         |
      | evidence_covers                   | evidence covers                            | choice  |      | all_asserted, a_part                                                                                                                                                                                                                                                                                                                                                                                                 |          |         |
      | plastic                           | made of plastic                            | flag    |      |                                                                                                                                                                                                                                                                                                                                                                                                                      |          |         |
      | evidence_on_file                  | evidence on file at publication            | flag    |      |                                                                                                                                                                                                                                                                                                                                                                                                                      |          |         |
      | energy_instrument_cancelled       | instrument cancelled for market and period | flag    |      |                                                                                                                                                                                                                                                                                                                                                                                                                      |          |         |
      | facilities_where_shown            | facilities where it is shown               | choice  |      | widely, partly, nowhere                                                                                                                                                                                                                                                                                                                                                                                              |          |         |
      | absolute_wording                  | absolute wording                           | flag    |      |                                                                                                                                                                                                                                                                                                                                                                                                                      |          |         |
      | absolute_wording_proved           | absolute wording proved                    | flag    |      |                                                                                                                                                                                                                                                                                                                                                                                                                      |          |         |
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
    And the choices of state
      | value       | words         |
      | california  | California    |
      | other_state | another state |
    And the choices of asserted scope
      | value | words     |
      | whole | the whole |
      | part  | a part    |
    And the choices of evidence covers
      | value        | words                |
      | all_asserted | all that is asserted |
      | a_part       | only a part of it    |
    And the choices of facilities where it is shown
      | value   | words                    |
      | widely  | for most people there    |
      | partly  | for some there           |
      | nowhere | for hardly anybody there |
    And this reference case
      | fact                                       | value                    |
      | kind of communication                      | commercial               |
      | display period                             | 2026-10-01 to 2026-12-31 |
      | claim types                                | specific attribute       |
      | specification                              | on the same medium       |
      | offsets used                               | no                       |
      | state                                      | another state            |
      | qualified clearly and prominently          | yes                      |
      | offset evidence competent and sold once    | yes                      |
      | reductions two years away                  | no                       |
      | delay disclosed                            | yes                      |
      | offset activity legally required           | no                       |
      | basis of the seal stated                   | yes                      |
      | material connection disclosed              | yes                      |
      | all of it composts in time                 | yes                      |
      | lack of facilities disclosed               | yes                      |
      | degrades within a year after disposal      | yes                      |
      | free of it, and of like risks              | yes                      |
      | safe for people and environment            | yes                      |
      | people with access to recycling            | 80 %                     |
      | limits of recycling disclosed              | yes                      |
      | recycled share by weight                   | 100 %                    |
      | recycled share stated                      | yes                      |
      | renewable power matched and not sold       | yes                      |
      | source and share stated                    | yes                      |
      | material and reason stated                 | yes                      |
      | amount and basis stated                    | yes                      |
      | statewide criteria met                     | yes                      |
      | date of manufacture                        | 2026-11-01               |
      | website disclosures made                   | yes                      |
      | rayon sold as bamboo                       | no                       |
      | truthful and accurate                      | yes                      |
      | substantiated                              | yes                      |
      | nothing important omitted                  | yes                      |
      | clear and unambiguous                      | yes                      |
      | asserted scope                             | the whole                |
      | evidence covers                            | all that is asserted     |
      | made of plastic                            | no                       |
      | evidence on file at publication            | yes                      |
      | instrument cancelled for market and period | yes                      |
      | facilities where it is shown               | for most people there    |
      | absolute wording                           | no                       |
      | absolute wording proved                    | yes                      |

  Rule: A claim with nothing against it

    Scenario: the reference claim
      When evaluated as of 2026-11-20
      Then the verdict is ok

    Scenario: not for institutional
      Given kind is institutional
      When evaluated as of 2026-11-20
      Then the conclusion is not applicable

    Scenario: not for a report that law demands
      Given kind is mandatory_report
      When evaluated as of 2026-11-20
      Then the conclusion is not applicable
