# language: en
Feature: Carbon-neutral products
  Whether a product may be called carbon neutral (碳中和产品, 零碳产品) for a period: a verified footprint, reductions before
  credits, a balance that is closed, credits that count, a standard in force, a declaration not older than a year. The
  footprint is per kilogram; what remains is the footprint times the product covered.

  Background:
    Given this scorecard
      | field           | value                                                                              |
      | id              | carbon-neutral-product                                                             |
      | version         | 3.1.0                                                                              |
      | supersedes      | 3.0.0                                                                              |
      | title           | Carbon-neutral products                                                            |
      | subject         | claim                                                                              |
      | attestation     | self-assessment                                                                    |
      | time zone       | Asia/Shanghai                                                                      |
      | effective from  | 2022-01-01                                                                         |
      | rounding        | half-even, 2 decimals                                                              |
      | not applicable  | refuse                                                                             |
      | does not assess | whether the figures are true                                                       |
      | does not assess | how the claim is worded beyond what is asked, which the cards of green claims have |
      | does not assess | neutrality of sites, traders and events                                            |
    And these bases
      | basis              | instrument                                                 | clause                                                            | certainty   | note                                                                                                                                                                                                                                                                                     |
      | annex-i-4c         | Directive 2005/29/EC as amended by Directive (EU) 2024/825 | Annex I point 4c, recital 12                                      | own reading | The point is told by sorena.io and bdew.de, and applies from 2026-09-27 whatever a certificate says. For Member States that were late that day is our own reading; as the card does not ask for the country, the whole rule is marked so. The card of the Union has the days by country. |
      | workflow           | certification of carbon-neutral products                   | conditions as reported in training material of 2025               | secondary   | Quantify, reduce, then offset the rest within a period of about a year.                                                                                                                                                                                                                  |
      | iso-14068          | ISO 14068-1:2023                                           | boundary, plan, hierarchy, report and verification, as reported   | secondary   | Told by mycarbon.co.uk and csqa.it.                                                                                                                                                                                                                                                      |
      | iso-14068-year     | ISO 14068-1:2023                                           | period of a declaration, and reductions from the second period on | own reading | From general knowledge, not compared with a text.                                                                                                                                                                                                                                        |
      | iso-14068-order    | ISO 14068-1:2023                                           | hierarchy, as reported                                            | secondary   | First reductions, then removals inside the boundary, then credits.                                                                                                                                                                                                                       |
      | iso-14068-plan     | ISO 14068-1:2023                                           | content of the plan, as reported of a draft                       | secondary   | Baseline, intermediate targets, removals, kinds of offsets, indicators, and the day from which only residual emissions are offset. What was read tells of a draft.                                                                                                                       |
      | certificates-out   | ISO 14068-1:2023                                           | renewable electricity that is bought                              | secondary   | One weak source says that certificates bought make no reduction; others do not tell.                                                                                                                                                                                                     |
      | unknown-terms      | carbon-neutral-product                                     | another standard                                                  | own reading | Of a standard that is not encoded here nothing is known, so whoever read its text says whether its terms are met.                                                                                                                                                                        |
      | pas-2060           | PAS 2060:2014                                              | withdrawn on 2025-11-30, as reported                              | secondary   | Told by mycarbon.co.uk, greencalculus.com and srsreport.co.uk. The training material of 2025 still names it.                                                                                                                                                                             |
      | pas-2060-terms     | PAS 2060:2014                                              | management plan, and a fall after the first period, as reported   | secondary   | Told by en.wikipedia.org, nqa.com and aenor.com: a plan is asked, and only the first period may be closed by offsets alone; later ones need a fall, absolute or in intensity. The card asks for the fall per kilogram; one that is absolute alone is left to evidence.                   |
      | events             | guideline for the neutrality of large events               | scope                                                             | own reading | It is about events; the training material names it for products, too.                                                                                                                                                                                                                    |
      | iso-14067          | ISO 14067:2018                                             | credits lie outside the footprint, as reported                    | secondary   | Told by alcas.asn.au, buildnews.it and a trade report (Climate Bridge, 2025).                                                                                                                                                                                                            |
      | credits            | practice of voluntary carbon markets                       | retirement, single use, additionality                             | own reading | From general knowledge, not compared with a text.                                                                                                                                                                                                                                        |
      | storage            | court and self-regulation rulings                          | temporary storage for neutrality                                  | own reading | Derived from rulings in Germany, the Netherlands and Sweden on temporary credits.                                                                                                                                                                                                        |
      | part               | carbon-neutral-product                                     | neutral for a part of the life                                    | own reading | Derived by us from several sources; no text says so in these words.                                                                                                                                                                                                                      |
      | other-certificates | certification of product carbon claims                     | one certificate does not back another word                        | own reading | Four certificates with conditions of their own; the star rating of a factory is about a site.                                                                                                                                                                                            |
      | otherwise          | carbon-neutral-product                                     | no rule of this card holds                                        | own reading | No rule encoded here objects; it is no promise that no court would.                                                                                                                                                                                                                      |
      | proof              | carbon-neutral-product                                     | -                                                                 | own reading | Footprint report and verification statement are the papers; which fact each proves is read. For the other facts no paper is named: a declaration suffices.                                                                                                                               |
    And these facts
      | fact                   | label                                           | type    | unit      | one of                                                                                             | at least | evidence                                 |
      | shown_to               | shown to                                        | choice  |           | eu_consumers, others                                                                               |          |                                          |
      | display                | display period                                  | period  |           |                                                                                                    |          |                                          |
      | boundary               | boundary                                        | choice  |           | gate_to_gate, cradle_to_gate, cradle_to_retail, cradle_to_grave                                    |          |                                          |
      | boundary_stated        | boundary stated in the claim                    | flag    |           |                                                                                                    |          |                                          |
      | footprint_verified     | footprint verified                              | flag    |           |                                                                                                    |          |                                          |
      | earlier_footprint      | earlier footprint                               | number  | kgCO2e/kg |                                                                                                    | 0        | footprint-report, verification-statement |
      | footprint              | footprint of the period                         | number  | kgCO2e/kg |                                                                                                    | 0        | footprint-report, verification-statement |
      | claim_period           | period of the claim                             | choice  |           | first_period, later_period                                                                         |          |                                          |
      | amount                 | product covered                                 | number  | t         |                                                                                                    | 0        |                                          |
      | removals               | removals inside the boundary                    | number  | tCO2e     |                                                                                                    | 0        |                                          |
      | credits                | credits                                         | number  | tCO2e     |                                                                                                    | 0        |                                          |
      | credits_in_footprint   | credits inside the footprint                    | flag    |           |                                                                                                    |          |                                          |
      | credits_retired        | credits retired for product and period          | flag    |           |                                                                                                    |          |                                          |
      | credits_counted_once   | credits counted once                            | flag    |           |                                                                                                    |          |                                          |
      | credits_additional     | credits beyond what law requires                | flag    |           |                                                                                                    |          |                                          |
      | storage_long_enough    | storage long enough for the claim               | flag    |           |                                                                                                    |          |                                          |
      | plan                   | management plan with its pathway                | flag    |           |                                                                                                    |          |                                          |
      | plan_tells             | what the plan tells                             | choices |           | baseline, targets, removals, offsets, indicators, residual_day                                     |          |                                          |
      | in_order               | reductions first, then removals, then credits   | flag    |           |                                                                                                    |          |                                          |
      | by_certificates        | reduction by bought certificates of electricity | flag    |           |                                                                                                    |          |                                          |
      | standard               | standard of neutrality                          | choice  |           | iso_14068_1, pas_2060, event_guideline, other_standard                                             |          |                                          |
      | terms_met              | terms of the other standard are met             | flag    |           |                                                                                                    |          |                                          |
      | certificate            | certificate behind the word                     | choice  |           | neutrality, footprint_certificate, reduced_carbon, low_carbon, zero_carbon_factory, no_certificate |          |                                          |
      | declared_on            | day of declaration                              | date    |           |                                                                                                    |          |                                          |
      | independently_verified | independently verified                          | flag    |           |                                                                                                    |          |                                          |
      | public_report          | report public                                   | flag    |           |                                                                                                    |          |                                          |
      | basis_in_claim         | basis stated in the claim                       | flag    |           |                                                                                                    |          |                                          |
    And the choices of shown to
      | value        | words                  |
      | eu_consumers | consumers in the Union |
      | others       | others                 |
    And the choices of boundary
      | value            | words            |
      | gate_to_gate     | gate to gate     |
      | cradle_to_gate   | cradle to gate   |
      | cradle_to_retail | cradle to retail |
      | cradle_to_grave  | cradle to grave  |
    And the choices of period of the claim
      | value        | words       |
      | first_period | the first   |
      | later_period | a later one |
    And the choices of what the plan tells
      | value        | words                                             |
      | baseline     | baseline                                          |
      | targets      | intermediate targets                              |
      | removals     | removals                                          |
      | offsets      | kinds of offsets                                  |
      | indicators   | indicators                                        |
      | residual_day | day from which only residual emissions are offset |
    And the choices of standard of neutrality
      | value           | words                      |
      | iso_14068_1     | ISO 14068-1                |
      | pas_2060        | PAS 2060                   |
      | event_guideline | guideline for large events |
      | other_standard  | another standard           |
    And the choices of certificate behind the word
      | value                 | words                    |
      | neutrality            | of neutrality            |
      | footprint_certificate | of the footprint         |
      | reduced_carbon        | of reduced carbon        |
      | low_carbon            | of low carbon            |
      | zero_carbon_factory   | of a zero-carbon factory |
      | no_certificate        | none                     |
    And this reference case
      | fact                                            | value                                                                                                                     |
      | shown to                                        | others                                                                                                                    |
      | display period                                  | 2026-10-01 to 2026-12-31                                                                                                  |
      | boundary                                        | cradle to grave                                                                                                           |
      | boundary stated in the claim                    | yes                                                                                                                       |
      | footprint verified                              | yes                                                                                                                       |
      | earlier footprint                               | 2.5 kgCO2e/kg                                                                                                             |
      | footprint of the period                         | 2 kgCO2e/kg                                                                                                               |
      | period of the claim                             | a later one                                                                                                               |
      | product covered                                 | 1000 t                                                                                                                    |
      | removals inside the boundary                    | 0 tCO2e                                                                                                                   |
      | credits                                         | 2000 tCO2e                                                                                                                |
      | credits inside the footprint                    | no                                                                                                                        |
      | credits retired for product and period          | yes                                                                                                                       |
      | credits counted once                            | yes                                                                                                                       |
      | credits beyond what law requires                | yes                                                                                                                       |
      | storage long enough for the claim               | yes                                                                                                                       |
      | management plan with its pathway                | yes                                                                                                                       |
      | what the plan tells                             | baseline, intermediate targets, removals, kinds of offsets, indicators, day from which only residual emissions are offset |
      | reductions first, then removals, then credits   | yes                                                                                                                       |
      | reduction by bought certificates of electricity | no                                                                                                                        |
      | standard of neutrality                          | ISO 14068-1                                                                                                               |
      | terms of the other standard are met             | yes                                                                                                                       |
      | certificate behind the word                     | of neutrality                                                                                                             |
      | day of declaration                              | 2026-01-15                                                                                                                |
      | independently verified                          | yes                                                                                                                       |
      | report public                                   | yes                                                                                                                       |
      | basis stated in the claim                       | yes                                                                                                                       |

  Rule: A claim with nothing against it

    Scenario: the reference claim
      When evaluated as of 2026-11-20
      Then the verdict is permitted with qualification
