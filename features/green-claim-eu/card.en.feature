# language: en
Feature: Green claims to consumers in the European Union
  The Unfair Commercial Practices Directive as amended by Directive (EU) 2024/825, claim by claim, by the days on which
  the claim is shown. The wording of the Directive was read through secondary pages.

  Background:
    Given this scorecard
      | field           | value                                                                                                                                                                                                                                                                              |
      | id              | green-claim-eu                                                                                                                                                                                                                                                                     |
      | version         | 1.7.1                                                                                                                                                                                                                                                                              |
      | supersedes      | 1.7.0                                                                                                                                                                                                                                                                              |
      | title           | Green claims to consumers in the European Union                                                                                                                                                                                                                                    |
      | subject         | claim                                                                                                                                                                                                                                                                              |
      | attestation     | self-assessment                                                                                                                                                                                                                                                                    |
      | time zone       | Europe/Brussels                                                                                                                                                                                                                                                                    |
      | effective from  | 2026-11-20                                                                                                                                                                                                                                                                         |
      | rounding        | half-even, 2 decimals                                                                                                                                                                                                                                                              |
      | not applicable  | refuse                                                                                                                                                                                                                                                                             |
      | does not assess | fines and exposure                                                                                                                                                                                                                                                                 |
      | does not assess | national rules beside the Directive                                                                                                                                                                                                                                                |
      | does not assess | the proposed Green Claims Directive, which is not law                                                                                                                                                                                                                              |
      | does not assess | whether the evidence is true                                                                                                                                                                                                                                                       |
      | does not assess | wording that no listed fact describes                                                                                                                                                                                                                                              |
      | does not assess | a report that law demands, such as one under the Directive on sustainability reporting; what is taken from it into advertising to consumers is commercial (Commission, questions and answers, 1)                                                                                   |
      | does not assess | papers behind what is declared, of which none is asked: a claim is judged by what is declared of them, be it a life-cycle assessment, footprint, environmental declaration, test, certificate of a label, registry extract of credits or green electricity, invoice, plan or study |
    And these bases
      | basis                | instrument                                                 | clause                                                              | certainty   | note                                                                                                                                                                                                                                                                                       |
      | annex-i-2a           | Directive 2005/29/EC as amended by Directive (EU) 2024/825 | Annex I point 2a, Article 2(q) and (r)                              | secondary   | Told by stored public source code that lists the points of Annex I, and by sidley.com; the wording of Article 2 is from general knowledge.                                                                                                                                                 |
      | definition-r         | Directive 2005/29/EC as amended by Directive (EU) 2024/825 | Article 2(r)(iv)                                                    | own reading | From general knowledge, not compared with a text.                                                                                                                                                                                                                                          |
      | faq-labels           | Directive 2005/29/EC as amended by Directive (EU) 2024/825 | Commission FAQ on labels of third-country authorities               | secondary   | Told by sustainablefutures.linklaters.com and the European Outdoor Group; the FAQ of November 2025, updated 2026-05-18, does not bind.                                                                                                                                                     |
      | definition-r-known   | Directive 2005/29/EC as amended by Directive (EU) 2024/825 | Article 2(r), certificates                                          | own reading | From general knowledge, not compared with a text.                                                                                                                                                                                                                                          |
      | annex-i-4a           | Directive 2005/29/EC as amended by Directive (EU) 2024/825 | Annex I point 4a, Article 2(p) and (s), recital 9                   | secondary   | Told by stored public source code that lists the points of Annex I; the terms of recital 9 by pfi.hk and twobirds.com, recognised excellence by taylorwessing.com.cn.                                                                                                                      |
      | annex-i-4a-words     | Directive 2005/29/EC as amended by Directive (EU) 2024/825 | Annex I point 4a, other words, basis and qualification              | own reading | The texts read name generic words. That social, absolute and comparative words, or words without their basis or qualified where nobody sees it, count alike is our reading of Article 2(p) and recital 10.                                                                                 |
      | annex-i-4a-burden    | Directive 2005/29/EC as amended by Directive (EU) 2024/825 | Annex I point 4a, Article 12, burden of proof                       | own reading | Point 4a asks whether the trader is able to demonstrate excellence, and Article 12 lets courts hold untrue what is not proven; that nothing can be demonstrated of a claim said to be unsubstantiated is our reading. Article 12 told by the Commission's guidance (webgate.ec.europa.eu). |
      | definition-o         | Directive 2005/29/EC as amended by Directive (EU) 2024/825 | Article 2(o), names                                                 | secondary   | Told by sidley.com and grip.globalrelay.com; that names count by the FAQ, through sustainablefutures.linklaters.com and the European Outdoor Group.                                                                                                                                        |
      | derived-imagery      | Directive 2005/29/EC as amended by Directive (EU) 2024/825 | recital 9 and FAQ, imagery                                          | own reading | Derived by us from several sources; no text says so in these words.                                                                                                                                                                                                                        |
      | recital-10           | Directive 2005/29/EC as amended by Directive (EU) 2024/825 | recital 10                                                          | own reading | From general knowledge, not compared with a text.                                                                                                                                                                                                                                          |
      | annex-i-4b           | Directive 2005/29/EC as amended by Directive (EU) 2024/825 | Annex I point 4b, recital 11                                        | secondary   | Told by stored public source code that lists the points of Annex I.                                                                                                                                                                                                                        |
      | annex-i-4c           | Directive 2005/29/EC as amended by Directive (EU) 2024/825 | Annex I point 4c, recital 12                                        | secondary   | Told by stored public source code that lists the points of Annex I, by sorena.io (terms of recital 12) and bdew.de (German text). It is about what the claim itself says of the product; offsets beside a footprint that does not contain them are no part of it.                          |
      | derived-mix          | Directive 2005/29/EC as amended by Directive (EU) 2024/825 | Annex I point 4c, mixed reductions                                  | own reading | Derived by us: a footprint or reduction with offsets in its total states a reduced impact by offsets.                                                                                                                                                                                      |
      | derived-word         | Directive 2005/29/EC as amended by Directive (EU) 2024/825 | Annex I point 4c, neutral without offsets, removal                  | own reading | A claim that denies offsets while they are used contradicts itself; that a removal is a positive impact is our reading, too.                                                                                                                                                               |
      | recital-12           | Directive 2005/29/EC as amended by Directive (EU) 2024/825 | recital 12, permission                                              | secondary   | Told by bdew.de for the German text.                                                                                                                                                                                                                                                       |
      | recital-12-details   | Directive 2005/29/EC as amended by Directive (EU) 2024/825 | recital 12, contributions without details                           | own reading | The recital allows to advertise investments where what is said of them is not misleading; that their details have to stand beside them is our reading.                                                                                                                                     |
      | annex-i-10a          | Directive 2005/29/EC as amended by Directive (EU) 2024/825 | Annex I point 10a, recital 15                                       | secondary   | Told by stored public source code that lists the points of Annex I.                                                                                                                                                                                                                        |
      | annex-i-23d          | Directive 2005/29/EC as amended by Directive (EU) 2024/825 | Annex I point 23d                                                   | secondary   | Told by stored public source code that lists the points of Annex I.                                                                                                                                                                                                                        |
      | annex-i-23e          | Directive 2005/29/EC as amended by Directive (EU) 2024/825 | Annex I point 23e                                                   | secondary   | Told by stored public source code that lists the points of Annex I.                                                                                                                                                                                                                        |
      | annex-i-23f          | Directive 2005/29/EC as amended by Directive (EU) 2024/825 | Annex I point 23f                                                   | secondary   | Told by stored public source code that lists the points of Annex I.                                                                                                                                                                                                                        |
      | annex-i-23g          | Directive 2005/29/EC as amended by Directive (EU) 2024/825 | Annex I point 23g                                                   | secondary   | Told by stored public source code that lists the points of Annex I.                                                                                                                                                                                                                        |
      | annex-i-23h          | Directive 2005/29/EC as amended by Directive (EU) 2024/825 | Annex I point 23h                                                   | secondary   | Told by stored public source code that lists the points of Annex I.                                                                                                                                                                                                                        |
      | annex-i-23i          | Directive 2005/29/EC as amended by Directive (EU) 2024/825 | Annex I point 23i                                                   | own reading | From general knowledge, not compared with a text.                                                                                                                                                                                                                                          |
      | annex-i-23j          | Directive 2005/29/EC as amended by Directive (EU) 2024/825 | Annex I point 23j                                                   | own reading | From general knowledge, not compared with a text.                                                                                                                                                                                                                                          |
      | ucpd-6-1-b           | Directive 2005/29/EC as amended by Directive (EU) 2024/825 | Article 6(1)(b)                                                     | secondary   | Told by alro-recht.de.                                                                                                                                                                                                                                                                     |
      | ucpd-6-2-d           | Directive 2005/29/EC as amended by Directive (EU) 2024/825 | Article 6(2)(d), recital 4                                          | secondary   | Told by sorena.io, taylorwessing.com.cn and stored public source code.                                                                                                                                                                                                                     |
      | derived-credit-share | Directive 2005/29/EC as amended by Directive (EU) 2024/825 | Article 6(2)(d), share of credits                                   | own reading | Derived by us from Article 6(2)(d) and German rulings of 2024 and 2025; no text says so in these words.                                                                                                                                                                                    |
      | ucpd-6-2-e           | Directive 2005/29/EC as amended by Directive (EU) 2024/825 | Article 6(2)(e), recital 5                                          | secondary   | Told by stored public source code that lists the changes.                                                                                                                                                                                                                                  |
      | ucpd-7-7             | Directive 2005/29/EC as amended by Directive (EU) 2024/825 | Article 7(7)                                                        | secondary   | Told by stored public source code that lists the changes.                                                                                                                                                                                                                                  |
      | ucpd-12              | Directive 2005/29/EC as amended by Directive (EU) 2024/825 | Article 12, burden of proof                                         | own reading | From general knowledge, not compared with a text.                                                                                                                                                                                                                                          |
      | airlines             | Directive 2005/29/EC as amended by Directive (EU) 2024/825 | Joint action of consumer authorities of 2025-11-05 on airlines      | secondary   | Told by aerospacetechreview.com, eunews.it and mondaq.com (1708630).                                                                                                                                                                                                                       |
      | airlines-art-6       | Directive 2005/29/EC                                       | Article 6 before the amendment, with the joint action of 2025-11-05 | own reading | For the days before 2026-09-27. The joint action ended in undertakings, not in a ruling; rulings of single Member States are told as reported.                                                                                                                                             |
      | recycled-headline    | Directive 2005/29/EC as amended by Directive (EU) 2024/825 | Annex I point 4b with rulings on recycled bottles                   | secondary   | Annex I point 4b as told by stored public source code; the rulings are of the United Kingdom (asa.org.uk) and persuasive only.                                                                                                                                                             |
      | recycled-art-6       | Directive 2005/29/EC                                       | Article 6 before the amendment, recycled content                    | own reading | For the days before 2026-09-27. The rulings on recycled bottles are of the United Kingdom and only persuasive here.                                                                                                                                                                        |
      | avoided              | Directive 2005/29/EC as amended by Directive (EU) 2024/825 | Annex I points 4a to 4c, avoided emissions                          | own reading | From general knowledge, not compared with a text.                                                                                                                                                                                                                                          |
      | transposed           | Directive 2005/29/EC as amended by Directive (EU) 2024/825 | 3. UWG-ÄndG, Germany                                                | secondary   | Germany: taylorwessing.com.cn (promulgated 2026-02-19) and shopbetreiber-blog.de (2026-03-19), with the same day of application.                                                                                                                                                           |
      | transposed-italy     | Directive 2005/29/EC as amended by Directive (EU) 2024/825 | D.Lgs. 30/2026, as reported                                         | secondary   | Told by ambientesicurezzaweb.it (D.Lgs. of 2026-02-20, Gazzetta Ufficiale 56 of 2026-03-09, in force from 2026-03-24) and, for the day from which it applies, by eworksrl.com (2025-11-30, of the draft).                                                                                  |
      | transposed-denmark   | Directive 2005/29/EC as amended by Directive (EU) 2024/825 | Lov nr. 558/2025, as reported                                       | secondary   | Told by twobirds.com: adopted in May 2025, in force from 2026-09-27, toward businesses in part. That the act bears the number 558 is recalled.                                                                                                                                             |
      | conforming           | Directive 2005/29/EC as amended by Directive (EU) 2024/825 | general clauses read in conformity where it is not transposed       | own reading | Most Member States were late; there the older general clauses are read in conformity, with the same verdict and less certainty.                                                                                                                                                            |
      | ucpd-6-1             | Directive 2005/29/EC                                       | Article 6(1), since it applies                                      | own reading | From general knowledge, not compared with a text.                                                                                                                                                                                                                                          |
      | ucpd-7               | Directive 2005/29/EC                                       | Article 7(1) and (2), with the Commission guidance of 2021          | own reading | From general knowledge, not compared with a text.                                                                                                                                                                                                                                          |
      | ucpd-12-b            | Directive 2005/29/EC                                       | Article 12(b), evidence that is insufficient                        | own reading | From general knowledge, not compared with a text.                                                                                                                                                                                                                                          |
      | annex-i-2            | Directive 2005/29/EC                                       | Annex I point 2                                                     | own reading | From general knowledge, not compared with a text.                                                                                                                                                                                                                                          |
      | derived-process      | Directive 2005/29/EC as amended by Directive (EU) 2024/825 | Annex I point 4c, making of a product and events                    | own reading | Point 4c names products; that making of a product and events count alike is derived by us.                                                                                                                                                                                                 |
      | ucpd-6-2-d-binding   | Directive 2005/29/EC as amended by Directive (EU) 2024/825 | Article 6(2)(d) and recital 4, commitments                          | own reading | The article wants clear, objective, publicly available and verifiable commitments; that an aim which binds nobody is none is our reading.                                                                                                                                                  |
      | ucpd-12-top          | Directive 2005/29/EC                                       | Articles 6(1) and 12, absolute words that are not proven            | own reading | That a superlative about the environment is a statement of fact, which may be held untrue if the trader does not prove it, is our reading; exaggeration that nobody takes literally (Article 5(3)) is not meant.                                                                           |
      | otherwise            | Directive 2005/29/EC as amended by Directive (EU) 2024/825 | no rule of this card holds                                          | own reading | No rule encoded here objects; it is no promise that no court would.                                                                                                                                                                                                                        |
    And facts from claim-facts
    And facts from absolute-wording
    And these facts
      | fact                         | label                                  | type    | one of                                                                                                                                |
      | imagery                      | imagery                                | choices | leaf, globe, water, trees, animals, green_scheme, seal, children, sky, mountains, meadow                                              |
      | reep_relevant_to_whole_claim | excellence relevant to the whole claim | flag    |                                                                                                                                       |
      | contribution_details_given   | details of the contribution given      | flag    |                                                                                                                                       |
      | practices                    | practices                              | choices | update_harm_withheld, update_shown_as_necessary, limited_durability_advertised, early_replacement_induced, third_party_parts_deterred |
      | credit_share_stated          | share of credits stated                | flag    |                                                                                                                                       |
      | comparison_service           | comparison service offered             | flag    |                                                                                                                                       |
      | comparison_information_given | information on the comparison given    | flag    |                                                                                                                                       |
      | country                      | country                                | choice  | AT, BE, BG, HR, CY, CZ, DK, EE, FI, FR, DE, GR, HU, IE, IT, LV, LT, LU, MT, NL, PL, PT, RO, SK, SI, ES, SE                            |
    And the choices of imagery
      | value        | words               |
      | leaf         | leaf                |
      | globe        | globe               |
      | water        | water               |
      | trees        | trees               |
      | animals      | animals             |
      | green_scheme | green colour scheme |
      | seal         | seal                |
      | children     | children            |
      | sky          | sky                 |
      | mountains    | mountains           |
      | meadow       | meadow or field     |
    And the choices of practices
      | value                         | words                         |
      | update_harm_withheld          | harm of an update withheld    |
      | update_shown_as_necessary     | update shown as necessary     |
      | limited_durability_advertised | limited durability advertised |
      | early_replacement_induced     | early replacement induced     |
      | third_party_parts_deterred    | third-party parts deterred    |
    And the choices of country
      | value | words       |
      | AT    | Austria     |
      | BE    | Belgium     |
      | BG    | Bulgaria    |
      | HR    | Croatia     |
      | CY    | Cyprus      |
      | CZ    | Czechia     |
      | DK    | Denmark     |
      | EE    | Estonia     |
      | FI    | Finland     |
      | FR    | France      |
      | DE    | Germany     |
      | GR    | Greece      |
      | HU    | Hungary     |
      | IE    | Ireland     |
      | IT    | Italy       |
      | LV    | Latvia      |
      | LT    | Lithuania   |
      | LU    | Luxembourg  |
      | MT    | Malta       |
      | NL    | Netherlands |
      | PL    | Poland      |
      | PT    | Portugal    |
      | RO    | Romania     |
      | SK    | Slovakia    |
      | SI    | Slovenia    |
      | ES    | Spain       |
      | SE    | Sweden      |
    And the date day of transposition (transposed_from), by country
      | country   | is         | basis              |
      | Germany   | 2026-09-27 | transposed         |
      | Italy     | 2026-09-27 | transposed-italy   |
      | Denmark   | 2026-09-27 | transposed-denmark |
      | otherwise | 2026-09-27 | conforming         |
    And this reference case
      | fact                                   | value   |
      | imagery                                | none    |
      | excellence relevant to the whole claim | yes     |
      | details of the contribution given      | yes     |
      | practices                              | none    |
      | share of credits stated                | yes     |
      | comparison service offered             | no      |
      | information on the comparison given    | yes     |
      | country                                | Germany |

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

    Scenario: not for businesses
      Given audience is businesses
      When evaluated as of 2026-11-20
      Then the conclusion is not applicable

    Scenario: day of transposition: country is Austria: just holds
      Given country is Austria
      When evaluated as of 2026-11-20
      Then the verdict is ok
