# language: en
Feature: Carbon-neutral products
  Whether a product may be called carbon neutral (碳中和产品, 零碳产品) for a period. The conditions are a verified footprint, reductions before
  credits, full compensation, valid credits, a standard in force, and a declaration not older than a year. The
  footprint is per kilogram; remaining emissions are the footprint times the quantity of product covered.

  Background:
    Given this scorecard
      | field           | value                                                                                         |
      | id              | carbon-neutral-product                                                                        |
      | version         | 1.0.0                                                                                         |
      | title           | Carbon-neutral products                                                                       |
      | subject         | claim                                                                                         |
      | attestation     | self-assessment                                                                               |
      | time zone       | Asia/Shanghai                                                                                 |
      | effective from  | 2022-01-01                                                                                    |
      | rounding        | half-even, 2 decimals                                                                         |
      | not applicable  | refuse                                                                                        |
      | does not assess | whether the declared values are true                                                          |
      | does not assess | the wording of the claim beyond the facts requested here; see the scorecards for green claims |
      | does not assess | neutrality claims for sites, companies and events                                             |
    And these bases
      | basis              | instrument                                                 | clause                                                            | certainty   | note                                                                                                                                                                                                                                                                                                                                                                                         |
      | annex-i-4c         | Directive 2005/29/EC as amended by Directive (EU) 2024/825 | Annex I point 4c, recital 12                                      | own reading | From 2026-09-27, a trader must not claim to consumers in the European Union that a product is neutral because of credits, whatever certificate is held. Point 4c is reported by sorena.io and bdew.de. This scorecard does not request the country, so we apply this date also to Member States that transposed the Directive late. The European Union scorecard lists the dates by country. |
      | workflow           | certification of carbon-neutral products                   | conditions as reported in training material of 2025               | secondary   | The footprint of the product must be verified. Emissions must be reduced first, and all remaining emissions offset within about one year. Reported by training material of 2025.                                                                                                                                                                                                             |
      | iso-14068          | ISO 14068-1:2023                                           | boundary, plan, hierarchy, report and verification, as reported   | secondary   | According to ISO 14068-1, a neutrality claim must state its boundary and basis and needs an annual public report and independent verification. A claim that uses credits also needs a management plan and reductions before offsets. Reported by mycarbon.co.uk and csqa.it.                                                                                                                 |
      | iso-14068-year     | ISO 14068-1:2023                                           | period of a declaration, and reductions from the second period on | own reading | While the claim is displayed, the declaration of neutrality must have been made and must not be older than one year. From the second period on, a claim that uses credits needs a footprint reduction compared with the earlier period. Stated from general knowledge of ISO 14068-1, not checked against the text.                                                                          |
      | iso-14068-order    | ISO 14068-1:2023                                           | hierarchy, as reported                                            | secondary   | According to ISO 14068-1, a claim that uses credits must follow this order: first reductions, then removals inside the boundary, then credits. Reported by secondary sources.                                                                                                                                                                                                                |
      | iso-14068-plan     | ISO 14068-1:2023                                           | content of the plan, as reported of a draft                       | secondary   | The management plan for a claim that uses credits must contain a baseline, intermediate targets, removals, kinds of offsets and indicators. It must also state the day from which only residual (unavoidable) emissions are offset. Reported by a secondary source about a draft of ISO 14068-1; the published text was not checked.                                                         |
      | certificates-out   | ISO 14068-1:2023                                           | renewable electricity that is bought                              | secondary   | A claim under ISO 14068-1 whose reduction is based on purchased electricity certificates is permitted only with qualification. One weak source reports that such certificates are not a reduction; the other sources do not mention this.                                                                                                                                                    |
      | unknown-terms      | carbon-neutral-product                                     | another standard                                                  | own reading | A claim under a standard that this scorecard does not cover must meet the terms of that standard. The scorecard does not contain these terms. The applicant therefore states, based on the text of the standard, whether they are met.                                                                                                                                                       |
      | pas-2060           | PAS 2060:2014                                              | withdrawn on 2025-11-30, as reported                              | secondary   | From 2025-12-01, a claim under PAS 2060 needs other evidence, because the standard was withdrawn on 2025-11-30. Reported by mycarbon.co.uk, greencalculus.com and srsreport.co.uk. The training material of 2025 still names PAS 2060.                                                                                                                                                       |
      | pas-2060-terms     | PAS 2060:2014                                              | management plan, and a fall after the first period, as reported   | secondary   | A PAS 2060 claim that uses credits needs a management plan and, after the first period, a reduction (absolute or in intensity). Only the first period may rely on offsets alone. Reported by en.wikipedia.org, nqa.com and aenor.com. We test the reduction per kilogram of product; a reduction that is only absolute needs separate evidence.                                              |
      | events             | guideline for the neutrality of large events               | scope                                                             | own reading | The guideline for the neutrality of large events covers only events. Training material of 2025 also names it as a standard for products. We do not accept it as the standard for a neutral product; this is our own interpretation.                                                                                                                                                          |
      | iso-14067          | ISO 14067:2018                                             | credits lie outside the footprint, as reported                    | secondary   | Carbon credits must not be deducted from a product footprint under ISO 14067. Reported by alcas.asn.au, buildnews.it and a trade report (Climate Bridge, 2025).                                                                                                                                                                                                                              |
      | credits            | practice of voluntary carbon markets                       | retirement, single use, additionality                             | own reading | Credits used for a neutrality claim must be retired (permanently cancelled) for this product and period and counted once. They must come from activities that no law requires. Stated from general knowledge, not checked against the text.                                                                                                                                                  |
      | storage            | court and self-regulation rulings                          | temporary storage for neutrality                                  | own reading | A neutrality claim is misleading if the activities behind its credits store carbon for too short a time to support the claim. We derive this rule from rulings in Germany, the Netherlands and Sweden on temporary credits.                                                                                                                                                                  |
      | part               | carbon-neutral-product                                     | neutrality for a part of the life cycle                           | own reading | A neutrality claim that covers only a part of the life cycle must state this boundary; otherwise it is misleading. No text states this rule in these words. We derive it from several sources.                                                                                                                                                                                               |
      | other-certificates | certification of product carbon claims                     | one certificate does not support another designation              | own reading | A certificate issued for another designation (footprint, reduced carbon, low carbon or zero-carbon factory) does not support a neutrality claim. This is our own interpretation. The four certificates for footprint, reduced carbon, low carbon and carbon neutral products each have their own conditions. The star rating of a zero-carbon factory covers a site, not a product.          |
      | otherwise          | carbon-neutral-product                                     | no rule of this scorecard applies                                 | own reading | If no rule of this scorecard applies to a claim, the claim is permitted with qualification: none of these rules prohibits it. A court may still decide otherwise.                                                                                                                                                                                                                            |
      | proof              | carbon-neutral-product                                     | -                                                                 | own reading | The sources do not specify which document proves which fact. We require the footprint report and the verification statement for the footprints of the earlier period and of the claim period. For all other facts a declaration of the applicant is sufficient.                                                                                                                              |
    And these facts
      | fact                   | label                                                 | type    | unit      | one of                                                                                             | at least | evidence                                 |
      | shown_to               | target audience                                       | choice  |           | eu_consumers, others                                                                               |          |                                          |
      | display                | display period                                        | period  |           |                                                                                                    |          |                                          |
      | boundary               | system boundary of the footprint                      | choice  |           | gate_to_gate, cradle_to_gate, cradle_to_retail, cradle_to_grave                                    |          |                                          |
      | boundary_stated        | boundary stated in the claim                          | flag    |           |                                                                                                    |          |                                          |
      | footprint_verified     | footprint verified                                    | flag    |           |                                                                                                    |          |                                          |
      | earlier_footprint      | footprint of the earlier period per kilogram          | number  | kgCO2e/kg |                                                                                                    | 0        | footprint-report, verification-statement |
      | footprint              | footprint of the claim period per kilogram            | number  | kgCO2e/kg |                                                                                                    | 0        | footprint-report, verification-statement |
      | claim_period           | period of the claim                                   | choice  |           | first_period, later_period                                                                         |          |                                          |
      | amount                 | quantity of product covered by the claim              | number  | t         |                                                                                                    | 0        |                                          |
      | removals               | removals inside the boundary                          | number  | tCO2e     |                                                                                                    | 0        |                                          |
      | credits                | credits used                                          | number  | tCO2e     |                                                                                                    | 0        |                                          |
      | credits_in_footprint   | credits deducted from the footprint                   | flag    |           |                                                                                                    |          |                                          |
      | credits_retired        | credits retired for this product and period           | flag    |           |                                                                                                    |          |                                          |
      | credits_counted_once   | credits counted once                                  | flag    |           |                                                                                                    |          |                                          |
      | credits_additional     | credits from activities that no law requires          | flag    |           |                                                                                                    |          |                                          |
      | storage_long_enough    | storage period long enough for the claim              | flag    |           |                                                                                                    |          |                                          |
      | plan                   | management plan with a pathway to neutrality exists   | flag    |           |                                                                                                    |          |                                          |
      | plan_tells             | contents of the plan                                  | choices |           | baseline, targets, removals, offsets, indicators, residual_day                                     |          |                                          |
      | in_order               | sequence followed: reductions, removals, credits      | flag    |           |                                                                                                    |          |                                          |
      | by_certificates        | reduction based on purchased electricity certificates | flag    |           |                                                                                                    |          |                                          |
      | standard               | standard of the neutrality claim                      | choice  |           | iso_14068_1, pas_2060, event_guideline, other_standard                                             |          |                                          |
      | terms_met              | terms of the other standard are met                   | flag    |           |                                                                                                    |          |                                          |
      | certificate            | certificate held                                      | choice  |           | neutrality, footprint_certificate, reduced_carbon, low_carbon, zero_carbon_factory, no_certificate |          |                                          |
      | declared_on            | date of the declaration                               | date    |           |                                                                                                    |          |                                          |
      | independently_verified | independently verified                                | flag    |           |                                                                                                    |          |                                          |
      | public_report          | report published                                      | flag    |           |                                                                                                    |          |                                          |
      | basis_in_claim         | basis of the claim stated in the claim                | flag    |           |                                                                                                    |          |                                          |
    And the choices of target audience
      | value        | words                  |
      | eu_consumers | consumers in the Union |
      | others       | other audiences        |
    And the choices of system boundary of the footprint
      | value            | words            |
      | gate_to_gate     | gate to gate     |
      | cradle_to_gate   | cradle to gate   |
      | cradle_to_retail | cradle to retail |
      | cradle_to_grave  | cradle to grave  |
    And the choices of period of the claim
      | value        | words            |
      | first_period | the first period |
      | later_period | a later period   |
    And the choices of contents of the plan
      | value        | words                                             |
      | baseline     | baseline                                          |
      | targets      | intermediate targets                              |
      | removals     | removals                                          |
      | offsets      | kinds of offsets                                  |
      | indicators   | indicators                                        |
      | residual_day | day from which only residual emissions are offset |
    And the choices of standard of the neutrality claim
      | value           | words                      |
      | iso_14068_1     | ISO 14068-1                |
      | pas_2060        | PAS 2060                   |
      | event_guideline | guideline for large events |
      | other_standard  | another standard           |
    And the choices of certificate held
      | value                 | words                    |
      | neutrality            | of neutrality            |
      | footprint_certificate | of the footprint         |
      | reduced_carbon        | of reduced carbon        |
      | low_carbon            | of low carbon            |
      | zero_carbon_factory   | of a zero-carbon factory |
      | no_certificate        | none                     |
    And this reference case
      | fact                                                  | value                                                                                                                     |
      | target audience                                       | other audiences                                                                                                           |
      | display period                                        | 2026-10-01 to 2026-12-31                                                                                                  |
      | system boundary of the footprint                      | cradle to grave                                                                                                           |
      | boundary stated in the claim                          | yes                                                                                                                       |
      | footprint verified                                    | yes                                                                                                                       |
      | footprint of the earlier period per kilogram          | 2.5 kgCO2e/kg                                                                                                             |
      | footprint of the claim period per kilogram            | 2 kgCO2e/kg                                                                                                               |
      | period of the claim                                   | a later period                                                                                                            |
      | quantity of product covered by the claim              | 1000 t                                                                                                                    |
      | removals inside the boundary                          | 0 tCO2e                                                                                                                   |
      | credits used                                          | 2000 tCO2e                                                                                                                |
      | credits deducted from the footprint                   | no                                                                                                                        |
      | credits retired for this product and period           | yes                                                                                                                       |
      | credits counted once                                  | yes                                                                                                                       |
      | credits from activities that no law requires          | yes                                                                                                                       |
      | storage period long enough for the claim              | yes                                                                                                                       |
      | management plan with a pathway to neutrality exists   | yes                                                                                                                       |
      | contents of the plan                                  | baseline, intermediate targets, removals, kinds of offsets, indicators, day from which only residual emissions are offset |
      | sequence followed: reductions, removals, credits      | yes                                                                                                                       |
      | reduction based on purchased electricity certificates | no                                                                                                                        |
      | standard of the neutrality claim                      | ISO 14068-1                                                                                                               |
      | terms of the other standard are met                   | yes                                                                                                                       |
      | certificate held                                      | of neutrality                                                                                                             |
      | date of the declaration                               | 2026-01-15                                                                                                                |
      | independently verified                                | yes                                                                                                                       |
      | report published                                      | yes                                                                                                                       |
      | basis of the claim stated in the claim                | yes                                                                                                                       |

  Rule: A claim to which no rule objects

    Scenario: The reference claim
      When evaluated as of 2026-11-20
      Then the verdict is permitted with qualification
