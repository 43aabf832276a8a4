# language: en
Feature: Green claims in the United States
  The Green Guides of the Federal Trade Commission, which are guidance and no law, used for claims to businesses as well,
  the Act on textile names, and acts of California.

  Background:
    Given this scorecard
      | field           | value                                                                                                                                                                                                                                                                              |
      | id              | green-claim-us                                                                                                                                                                                                                                                                     |
      | version         | 1.7.1                                                                                                                                                                                                                                                                              |
      | supersedes      | 1.7.0                                                                                                                                                                                                                                                                              |
      | title           | Green claims in the United States                                                                                                                                                                                                                                                  |
      | subject         | claim                                                                                                                                                                                                                                                                              |
      | attestation     | self-assessment                                                                                                                                                                                                                                                                    |
      | time zone       | America/New_York                                                                                                                                                                                                                                                                   |
      | effective from  | 2026-11-20                                                                                                                                                                                                                                                                         |
      | rounding        | half-even, 2 decimals                                                                                                                                                                                                                                                              |
      | not applicable  | refuse                                                                                                                                                                                                                                                                             |
      | does not assess | whether the evidence is true                                                                                                                                                                                                                                                       |
      | does not assess | wording that no listed fact describes                                                                                                                                                                                                                                              |
      | does not assess | laws of other states                                                                                                                                                                                                                                                               |
      | does not assess | a report that law demands, in which the law on securities bears; what is taken from it into advertising is commercial                                                                                                                                                              |
      | does not assess | papers behind what is declared, of which none is asked: a claim is judged by what is declared of them, be it a life-cycle assessment, footprint, environmental declaration, test, certificate of a label, registry extract of credits or green electricity, invoice, plan or study |
    And these bases
      | basis               | instrument                                | clause                                    | certainty   | note                                                                                                                                                                                                           |
      | ftc-4               | 16 CFR 260                                | 260.4                                     | secondary   | Guidance, no law. Section list told by doclinks.org and Justia (Federal Register); the text of the section is from general knowledge.                                                                          |
      | ftc-4-words         | 16 CFR 260                                | 260.4, sustainable and absolute words     | own reading | The Guides do not define sustainable, natural or organic; that such words claim a general benefit is our reading.                                                                                              |
      | ftc-5               | 16 CFR 260                                | 260.5                                     | secondary   | Guidance, no law. Told by a summary of the Commission at documents.pub.                                                                                                                                        |
      | ftc-6               | 16 CFR 260                                | 260.6                                     | secondary   | Guidance, no law. Section list told by doclinks.org and Justia (Federal Register); the text of the section is from general knowledge.                                                                          |
      | ftc-7               | 16 CFR 260                                | 260.7(b) to (d)                           | own reading | Guidance, no law. Text told by lexbuild.dev; that it holds for degradable items too is our reading.                                                                                                            |
      | ftc-8               | 16 CFR 260                                | 260.8(b) and (c)                          | own reading | Guidance, no law. Text told by law.cornell.edu and law.lawstack.com; both speak of unqualified claims; that it holds for compostable items too is our reading.                                                 |
      | ftc-9               | 16 CFR 260                                | 260.9(a) and (b)                          | own reading | Guidance, no law. Text told by lexbuild.dev and law.lawstack.com; that absolute words claim the same is our reading.                                                                                           |
      | ftc-10              | 16 CFR 260                                | 260.10                                    | own reading | Guidance, no law. Text told by self-law.org and law.lawstack.com; that words other than non-toxic say the same is our reading.                                                                                 |
      | ftc-12              | 16 CFR 260                                | 260.12(a) and (b)                         | secondary   | Guidance, no law. Text told by law.cornell.edu and lexbuild.dev.                                                                                                                                               |
      | ftc-13              | 16 CFR 260                                | 260.13(c)                                 | own reading | Guidance, no law. Text told by law.cornell.edu and law.lawstack.com; that minor, incidental components count, too, is our reading.                                                                             |
      | ftc-15              | 16 CFR 260                                | 260.15(a) to (c)                          | own reading | Guidance, no law. Text told by lexbuild.dev; that source and share must always be stated is our reading.                                                                                                       |
      | ftc-16              | 16 CFR 260                                | 260.16(b)                                 | own reading | Guidance, no law. Text told by lexbuild.dev and self-law.org; that what it advises must always be stated is our reading.                                                                                       |
      | ftc-17              | 16 CFR 260                                | 260.17                                    | own reading | Guidance, no law. Text told by lexbuild.dev and self-law.org, on weight, volume and toxicity; that it holds for every comparison is our reading.                                                               |
      | ftc-15-certificates | 16 CFR 260                                | 260.15(d), certificates sold or not held  | own reading | Guidance, no law. The Guides speak of certificates that were sold; that none held for the power claimed counts alike is our reading.                                                                           |
      | textile-act         | Textile Fiber Products Identification Act | fibre names                               | own reading | From general knowledge, not compared with a text.                                                                                                                                                              |
      | sb-343              | California SB 343                         | recyclability                             | own reading | From general knowledge, not compared with a text.                                                                                                                                                              |
      | ab-1305             | California AB 1305                        | disclosures                               | own reading | From general knowledge, not compared with a text. That what calls a product carbon negative, and a footprint told as smaller, count as claims of no net emissions or of significant reductions is our reading. |
      | ftc-2               | 16 CFR 260                                | 260.2, with section 5 of the FTC Act      | own reading | Guidance, no law; section 5 of the Act is law. From general knowledge.                                                                                                                                         |
      | ftc-3               | 16 CFR 260                                | 260.3(a) and (b)                          | own reading | Guidance, no law. From general knowledge. That a specification elsewhere alone is too far from the claim is our reading.                                                                                       |
      | ca-prc-42357        | California Public Resources Code          | 42355 to 42357, plastic products          | own reading | From general knowledge, not compared with a text.                                                                                                                                                              |
      | ftc-12-facilities   | 16 CFR 260                                | 260.12(a) and (b), where the item is sold | own reading | Guidance, not law. The section speaks of shares of consumers or communities where the item is sold; that being told so without a share counts alike is our reading.                                            |
      | ftc-2-top           | 16 CFR 260                                | 260.2, absolute words that are not proven | own reading | The section asks for a reasonable basis of every express or implied environmental claim; that a superlative is one, and no mere puffery, is our reading. Guidance, no law.                                     |
      | otherwise           | green-claim-us                            | no rule of this card holds                | own reading | No rule encoded here objects; it is no promise that no court would.                                                                                                                                            |
    And facts from claim-facts
    And facts from absolute-wording
    And these facts
      | fact                        | label                                   | type   | one of                  | may lie ahead |
      | us_state                    | state                                   | choice | california, other_state |               |
      | offset_evidence_competent   | offset evidence competent and sold once | flag   |                         |               |
      | offset_delay_two_years      | reductions two years away               | flag   |                         |               |
      | offset_delay_disclosed      | delay disclosed                         | flag   |                         |               |
      | offset_legally_required     | offset activity legally required        | flag   |                         |               |
      | statewide_recyclability_met | statewide criteria met                  | flag   |                         |               |
      | manufactured_on             | date of manufacture                     | date   |                         | yes           |
      | website_disclosures_made    | website disclosures made                | flag   |                         |               |
    And the choices of state
      | value       | words         |
      | california  | California    |
      | other_state | another state |
    And this reference case
      | fact                                    | value         |
      | state                                   | another state |
      | offset evidence competent and sold once | yes           |
      | reductions two years away               | no            |
      | delay disclosed                         | yes           |
      | offset activity legally required        | no            |
      | statewide criteria met                  | yes           |
      | date of manufacture                     | 2026-11-01    |
      | website disclosures made                | yes           |

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
