# language: en
Feature: Green claims by standards and good practice
  Standards and practice that bear on a claim wherever it is shown: ISO 14021, ISO 14068-1, ISO 14067, VCMI, and what
  rulings in several countries have in common.

  Background:
    Given this scorecard
      | field           | value                                                                                                     |
      | id              | green-claim-practice                                                                                      |
      | version         | 1.6.0                                                                                                     |
      | supersedes      | 1.5.0                                                                                                     |
      | title           | Green claims by standards and good practice                                                               |
      | subject         | claim                                                                                                     |
      | attestation     | self-assessment                                                                                           |
      | time zone       | Etc/UTC                                                                                                   |
      | effective from  | 2026-11-20                                                                                                |
      | rounding        | half-even, 2 decimals                                                                                     |
      | not applicable  | refuse                                                                                                    |
      | does not assess | whether the evidence is true                                                                              |
      | does not assess | wording that no listed fact describes                                                                     |
      | does not assess | laws of single countries, which their own cards have                                                      |
      | does not assess | a report that law demands, in which other law bears; what is taken from it into advertising is commercial |
    And these bases
      | basis                   | instrument                                       | clause                                                                            | certainty   | note                                                                                                                                                                                                                                                                                           |
      | pas-2060                | PAS 2060:2014                                    | withdrawn 2025-11-30                                                              | secondary   | Told by mycarbon.co.uk, greencalculus.com and srsreport.co.uk.                                                                                                                                                                                                                                 |
      | iso-14068               | ISO 14068-1:2023                                 | hierarchy and report                                                              | secondary   | Told by mycarbon.co.uk and csqa.it.                                                                                                                                                                                                                                                            |
      | iso-14068-words         | ISO 14068-1:2023                                 | basis stated, order of reduction and credits                                      | own reading | That neutrality told without its basis lacks its file, and that neutrality by credits is asked for reductions before them without being told that credits are used, is our reading.                                                                                                            |
      | iso-14068-product       | ISO 14068-1:2023                                 | file of a product                                                                 | own reading | The standard is told for what a subject declares; that a product needs the file of a trader or site is our reading.                                                                                                                                                                            |
      | neutral-period          | ISO 14068-1:2023                                 | period of a declaration                                                           | own reading | From general knowledge, not compared with a text.                                                                                                                                                                                                                                              |
      | credit-practice         | practice of voluntary carbon markets             | retirement and single use                                                         | own reading | From general knowledge, not compared with a text.                                                                                                                                                                                                                                              |
      | permanence              | court and self-regulation rulings                | rulings on temporary credits, persuasive only                                     | own reading | Derived from rulings in Germany, the Netherlands and Sweden on temporary credits; persuasive only elsewhere.                                                                                                                                                                                   |
      | iso-14067               | ISO 14067:2018                                   | offsets are no part of a footprint                                                | secondary   | Told by alcas.asn.au, buildnews.it and a trade report (Climate Bridge, 2025).                                                                                                                                                                                                                  |
      | vcmi                    | VCMI Claims Code v3.1                            | tiers of the claims code                                                          | secondary   | Told by greencalculus.com, greentryst.com and help.vcmintegrity.org.                                                                                                                                                                                                                           |
      | recycling-derived       | ISO 14021                                        | 7.7                                                                               | own reading | Derived by us from several sources; no text says so in these words.                                                                                                                                                                                                                            |
      | ocean-plastic           | court and self-regulation rulings                | rulings on ocean plastic, persuasive only                                         | own reading | Federal Court of Australia, ruling of 2025-04-14, told by judgments.fedcourt.gov.au, miragenews.com and bandt.com.au; that the same was misleading elsewhere and before it is our reading.                                                                                                     |
      | iso-14021-content       | ISO 14021                                        | 7.8                                                                               | own reading | Derived by us from several sources; no text says so in these words.                                                                                                                                                                                                                            |
      | renewable-derived       | GHG Protocol Scope 2                             | contractual instruments                                                           | own reading | Derived by us from several sources; no text says so in these words.                                                                                                                                                                                                                            |
      | qualifier-policy        | green-claim-practice                             | adjacent and legible                                                              | own reading | A policy of ours, no law.                                                                                                                                                                                                                                                                      |
      | evidence-policy         | green-claim-practice                             | age of evidence                                                                   | own reading | A policy of ours, no law.                                                                                                                                                                                                                                                                      |
      | kind-policy             | green-claim-practice                             | faults of a kind of claim that was not named                                      | own reading | A policy of ours, no law: a fault found of a comparison, mark, promise or property shows that such a claim was understood, though only vague words were named.                                                                                                                                 |
      | comparisons             | ISO 14044                                        | comparative assertions, 5.3                                                       | secondary   | Among the pages read on rulings on comparisons: asa.org.uk, shoosmiths.com. Clause 5.3 itself is from general knowledge.                                                                                                                                                                       |
      | comparisons-words       | ISO 14044                                        | comparisons not fair, or without basis or clear qualification                     | own reading | That such a comparison is as bad as one of unlike things is our reading.                                                                                                                                                                                                                       |
      | boundary-ruling         | court and self-regulation rulings                | rulings on claims beyond the boundary of evidence, persuasive only                | own reading | Advertising Standards Authority, ruling of 2026-05-13, told by marketinglaw.osborneclarke.com and thegrocer.co.uk; decided under the code as before April 2025. That it would be decided alike elsewhere is our reading.                                                                       |
      | category-ruling         | court and self-regulation rulings                | rulings on the whole environment from few categories, persuasive only             | own reading | LG Karlsruhe, ruling of 2023-07-26, told by haufe.de, dr-bahr.com, aktiencheck.de and hannekum-partner.de; about the whole environment (umweltneutral), in first instance; the decision on appeal was not found. That it would be decided alike elsewhere is our reading.                      |
      | en-15804                | EN 15804                                         | module D                                                                          | own reading | From general knowledge, not compared with a text.                                                                                                                                                                                                                                              |
      | omission                | court and self-regulation rulings                | rulings on energy companies and banks, persuasive only                            | own reading | The rulings also found the green share of activity small; that third condition is not asked, only whether the share is stated. So the rule reaches further than they did.                                                                                                                      |
      | evidence-derived        | green-claim-practice                             | contradicting evidence                                                            | own reading | Derived by us from several sources; no text says so in these words.                                                                                                                                                                                                                            |
      | handprint               | Carbon Handprint Guide (VTT and LUT)             | version 2                                                                         | secondary   | Told by vttresearch.com, 9pdf.co and granlundgroup.com.                                                                                                                                                                                                                                        |
      | handprint-words         | Carbon Handprint Guide (VTT and LUT)             | specification on the medium                                                       | own reading | The guide asks for the facts, not for the medium on which they stand; that is our reading.                                                                                                                                                                                                     |
      | handprint-seed          | Carbon Handprint Guide (VTT and LUT)             | as told in a trade report of 2024                                                 | secondary   | Told by a trade report (Climate Bridge, third quarter of 2024).                                                                                                                                                                                                                                |
      | negative-seed           | trade report of 2025 on carbon-negative products | five conditions of a negative claim                                               | secondary   | Told by a trade report (Climate Bridge, fourth quarter of 2025).                                                                                                                                                                                                                               |
      | negative-words          | trade report of 2025 on carbon-negative products | what stands beside the word                                                       | own reading | The report lists value, unit, boundary, scenario of the end of life, storage, standard and verifier as what is told beside the word; that a word without them needs them, and with them is fine only so, is our reading.                                                                       |
      | removal-storage         | trade report of 2025 on carbon-negative products | storage of removals                                                               | own reading | The report asks a hundred years and monitoring of a negative claim; that whoever tells of removals has to show the same or tell for how long it is stored, is our reading.                                                                                                                     |
      | iso-14021               | ISO 14021                                        | 5.3, edition of 2016                                                              | secondary   | A voluntary standard: it bears where it is used. Told by onlinestandardssearch.com, a copy of the text of 1999; that the edition of 2016 kept it is general knowledge.                                                                                                                         |
      | iso-14021-5-5           | ISO 14021                                        | 5.5, edition of 2016                                                              | secondary   | A voluntary standard: it bears where it is used. Told by onlinestandardssearch.com, a copy of the text of 1999; that the edition of 2016 kept it is general knowledge.                                                                                                                         |
      | iso-14021-5-7           | ISO 14021                                        | 5.7, edition of 2016                                                              | own reading | A voluntary standard: it bears where it is used. The eighteen requirements are from general knowledge.                                                                                                                                                                                         |
      | iso-14021-2026          | ISO 14021                                        | edition of 2026                                                                   | secondary   | Told by certifico.com, which names the main changes, not the clauses.                                                                                                                                                                                                                          |
      | general-ban             | laws against misleading practices                | what the laws of several countries have in common                                 | own reading | Derived by us from Directive 2005/29/EC Articles 6 and 7, FTC Act section 5, Competition Act 74.01, Australian Consumer Law 18 and CPFTA section 4; no text says so in these words.                                                                                                            |
      | rulings-scope           | court and self-regulation rulings                | rulings on parts told as the whole, persuasive only                               | own reading | Derived by us from 16 CFR 260.3(b) and rulings of several countries; no text says so in these words.                                                                                                                                                                                           |
      | rulings-future          | court and self-regulation rulings                | rulings on promises without plan or time, persuasive only                         | own reading | Derived by us from several sources; no text says so in these words.                                                                                                                                                                                                                            |
      | vague-2026              | ISO 14021                                        | edition of 2026, vague claims as in 5.3 of 2016                                   | own reading | Derived by us from several sources; no text says so in these words.                                                                                                                                                                                                                            |
      | distinctive             | court and self-regulation rulings                | what law requires of all, and what does not matter, as a benefit, persuasive only | own reading | Derived by us from several sources; no text says so in these words.                                                                                                                                                                                                                            |
      | marks                   | ISO 14021                                        | marks that look like those of others                                              | own reading | Derived by us from ISO 14021 and 16 CFR 260.6; no text says so in these words.                                                                                                                                                                                                                 |
      | flights                 | court and self-regulation rulings                | rulings of several countries on flights, persuasive only                          | secondary   | Reclame Code Commissie 2021/00553, Rb Amsterdam of 2024-03-20, LG Köln, Advertising Standards Authority. Among the pages read on flights: osborneclarke.com, resilientllp.com, reccessary.com, haerting.de, wallstreet-online.de, asa.org.uk.                                                  |
      | property                | ISO 14021                                        | clause 7, claims of single properties                                             | own reading | Derived by us from ISO 14021 and 16 CFR 260; no text says so in these words.                                                                                                                                                                                                                   |
      | target-binding          | court and self-regulation rulings                | rulings on targets presented as commitments, persuasive only                      | own reading | Derived by us from a settlement with the New York Attorney General of 2025-11-03, by which net zero is to be told as a goal and not as a commitment or pledge, told by esgdive.com and mondaq.com (1702758), and from Article 6(2)(d) of Directive 2005/29/EC; no text says so in these words. |
      | target-validation       | Science Based Targets initiative                 | how commitments and targets are to be told, 2022-05-19                            | secondary   | Told by sciencebasedtargets.org: who has only committed must not imply that a target is approved. The National Advertising Review Board recommended on 2023-06-20 to drop that the initiative recognised a commitment, told by meatpoultry.com.                                                |
      | target-validation-other | Science Based Targets initiative                 | a validation of another target, or one that has ended                             | own reading | That a validation which is of another target, or has ended, is told as badly as none is our reading.                                                                                                                                                                                           |
      | value-chain             | ISO 14068-1:2023                                 | emissions of the value chain in neutrality and net zero                           | own reading | Derived by us from rulings on claims beyond the boundary of evidence, from standards of neutrality and net zero, which count the value chain, and from the suit of the New York Attorney General of 2024-02-28 over emissions of suppliers, told by fkks.com; no text says so in these words.  |
      | financing               | court and self-regulation rulings                | rulings on banks, persuasive only                                                 | own reading | Advertising Standards Authority, ruling of 2022-10-19 on a bank, told by asa.org.uk, climatecasechart.com and petersandpeters.com; that it would be decided alike elsewhere, and of insurers and funds, is our reading.                                                                        |
      | facilities              | ISO 14021                                        | 7.7 and 7.2, facilities where the product is sold                                 | own reading | Derived by us from ISO 14021 and 16 CFR 260.7(d) and 260.12; no text says so in these words.                                                                                                                                                                                                   |
      | superlatives            | ISO 14021                                        | 5.7, absolute words that are not proven                                           | own reading | Self-declared claims have to be accurate, verifiable and not misleading; that a superlative needs a comparison that proves it, in each country, is our reading. From general knowledge.                                                                                                        |
      | otherwise               | green-claim-practice                             | no rule of this card holds                                                        | own reading | No rule encoded here objects; it is no promise that no court would.                                                                                                                                                                                                                            |
    And facts from claim-facts
    And facts from absolute-wording
    And these facts
      | fact                                   | label                                  | type   | unit | one of                                                          | at least | at most |
      | reduction_before_credits               | reductions before credits              | flag   |      |                                                                 |          |         |
      | neutrality_declared_within_year        | declared within twelve months          | flag   |      |                                                                 |          |         |
      | credits_retired_for_beneficiary        | credits retired for this beneficiary   | flag   |      |                                                                 |          |         |
      | credits_counted_once                   | credits counted once                   | flag   |      |                                                                 |          |         |
      | lca_module_d_in_total                  | module D in the total                  | flag   |      |                                                                 |          |         |
      | vcmi_tier                              | VCMI tier claimed                      | choice |      | no_tier, silver, gold, platinum                                 |          |         |
      | vcmi_retired_share                     | share of remaining emissions retired   | number | %    |                                                                 | 0        | 100     |
      | vcmi_criteria_met                      | VCMI foundational criteria met         | flag   |      |                                                                 |          |         |
      | access_share_stated                    | access and preparation stated          | flag   |      |                                                                 |          |         |
      | recycled_share_by_mass                 | recycled share computed by mass        | flag   |      |                                                                 |          |         |
      | evidence_current                       | evidence current                       | flag   |      |                                                                 |          |         |
      | comparison_panel_reviewed              | comparison reviewed by a panel         | flag   |      |                                                                 |          |         |
      | handprint_complete                     | handprint basis complete               | flag   |      |                                                                 |          |         |
      | handprint_baseline_justified           | baseline justified                     | flag   |      |                                                                 |          |         |
      | handprint_netted_against_own_inventory | handprint netted against own inventory | flag   |      |                                                                 |          |         |
      | handprint_traded                       | handprint traded as credit             | flag   |      |                                                                 |          |         |
      | handprint_from_lower_output            | handprint from lower output            | flag   |      |                                                                 |          |         |
      | handprint_reviewed                     | handprint independently reviewed       | flag   |      |                                                                 |          |         |
      | lca_boundary                           | boundary of the footprint              | choice |      | gate_to_gate, cradle_to_gate, cradle_to_retail, cradle_to_grave |          |         |
      | end_of_life_stated                     | end of life stated                     | flag   |      |                                                                 |          |         |
      | removal_storage_years                  | years of storage                       | number | year |                                                                 | 0        |         |
      | removal_monitoring                     | storage monitored                      | flag   |      |                                                                 |          |         |
      | biogenic_flows_complete                | biogenic flows complete                | flag   |      |                                                                 |          |         |
      | independently_reviewed_and_public      | independently reviewed and public      | flag   |      |                                                                 |          |         |
      | removal_carbon_source                  | source of the carbon                   | choice |      | atmosphere, biogenic_short_cycle, fossil, carbonate             |          |         |
      | life_cycle_requirements_met            | requirements of ISO 14021 met          | flag   |      |                                                                 |          |         |
      | claim_programme_documented             | claim programme documented             | flag   |      |                                                                 |          |         |
      | sustainability_achieved                | sustainability claimed as achieved     | flag   |      |                                                                 |          |         |
      | future_validation                      | validation claimed of the target       | choice |      | not_claimed, validated, committed_only, other_target            |          |         |
      | scope_three                            | emissions of the value chain           | choice |      | counted, gap_stated, gap_unstated                               |          |         |
    And the choices of VCMI tier claimed
      | value    | words    |
      | no_tier  | no tier  |
      | silver   | silver   |
      | gold     | gold     |
      | platinum | platinum |
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
    And the choices of validation claimed of the target
      | value          | words                       |
      | not_claimed    | no validation claimed       |
      | validated      | validated for this target   |
      | committed_only | committed, not validated    |
      | other_target   | of another target, or ended |
    And the choices of emissions of the value chain
      | value        | words                |
      | counted      | counted              |
      | gap_stated   | left out and said so |
      | gap_unstated | left out unsaid      |
    And this reference case
      | fact                                   | value                 |
      | reductions before credits              | yes                   |
      | declared within twelve months          | yes                   |
      | credits retired for this beneficiary   | yes                   |
      | credits counted once                   | yes                   |
      | module D in the total                  | no                    |
      | VCMI tier claimed                      | no tier               |
      | share of remaining emissions retired   | 100 %                 |
      | VCMI foundational criteria met         | yes                   |
      | access and preparation stated          | yes                   |
      | recycled share computed by mass        | yes                   |
      | evidence current                       | yes                   |
      | comparison reviewed by a panel         | yes                   |
      | handprint basis complete               | yes                   |
      | baseline justified                     | yes                   |
      | handprint netted against own inventory | no                    |
      | handprint traded as credit             | no                    |
      | handprint from lower output            | no                    |
      | handprint independently reviewed       | yes                   |
      | boundary of the footprint              | cradle to grave       |
      | end of life stated                     | yes                   |
      | years of storage                       | 100 years             |
      | storage monitored                      | yes                   |
      | biogenic flows complete                | yes                   |
      | independently reviewed and public      | yes                   |
      | source of the carbon                   | the atmosphere        |
      | requirements of ISO 14021 met          | yes                   |
      | claim programme documented             | yes                   |
      | sustainability claimed as achieved     | no                    |
      | validation claimed of the target       | no validation claimed |
      | emissions of the value chain           | counted               |

  Rule: A claim with nothing against it

    Scenario: the reference claim
      When evaluated as of 2026-11-20
      Then the verdict is ok

    Scenario: not for institutional
      Given kind of communication is institutional
      When evaluated as of 2026-11-20
      Then the conclusion is not applicable

    Scenario: not for a report that law demands
      Given kind of communication is mandatory report
      When evaluated as of 2026-11-20
      Then the conclusion is not applicable
