# language: en
Feature: Green claims in Australia
  The eight principles of the Australian Competition and Consumer Commission and a ruling of the Federal Court.

  Background:
    Given this scorecard
      | field           | value                                                                                                                                                                                                                                                                                        |
      | id              | green-claim-au                                                                                                                                                                                                                                                                               |
      | version         | 1.0.0                                                                                                                                                                                                                                                                                        |
      | title           | Green claims in Australia                                                                                                                                                                                                                                                                    |
      | subject         | claim                                                                                                                                                                                                                                                                                        |
      | attestation     | self-assessment                                                                                                                                                                                                                                                                              |
      | time zone       | Australia/Sydney                                                                                                                                                                                                                                                                             |
      | effective from  | 2026-11-20                                                                                                                                                                                                                                                                                   |
      | rounding        | half-even, 2 decimals                                                                                                                                                                                                                                                                        |
      | not applicable  | refuse                                                                                                                                                                                                                                                                                       |
      | does not assess | whether the evidence is true                                                                                                                                                                                                                                                                 |
      | does not assess | wording that none of the listed facts covers                                                                                                                                                                                                                                                 |
      | does not assess | company and securities law, which also governs reports to investors (Corporations Act 1041H)                                                                                                                                                                                                 |
      | does not assess | documents that support the declared facts, none of which is required here: a claim is judged by the declarations about them (life-cycle assessment, footprint, environmental declaration, test, label certificate, registry extract of credits or green electricity, invoice, plan or study) |
    And these bases
      | basis          | instrument                 | clause                                                                         | certainty   | note                                                                                                                                                                                                                                                                                                                                                                                                                                                                                     |
      | accc           | ACCC guide of 2023-12-12   | eight principles; Australian Consumer Law sections 4, 18, 29, 33               | secondary   | Environmental claims must follow eight principles of the ACCC: be true, have evidence, hide nothing, explain conditions, avoid unqualified broad claims, use plain language and fair visuals, and be open about the transition. Reported by esgbroadcast.com and hwlebsworth.com.au; gtlaw.com.au reports that corporate reporting is covered, and we include reports required by law. The guide interprets the Australian Consumer Law as in force since 2011-01-01 and is not new law. |
      | accc-words     | ACCC guide of 2023-12-12   | fifth principle, words not specified or without basis                          | own reading | The fifth principle of the ACCC guide warns against broad claims without qualification. We apply it to generic, social, absolute and neutrality terms that are not specified in the claim or whose basis is not stated. The choice of these terms is our own interpretation.                                                                                                                                                                                                             |
      | clorox         | Federal Court of Australia | ruling of 2025-04-14                                                           | secondary   | Plastic must not be called ocean plastic if it does not come from the ocean. The Federal Court ruling is reported by judgments.fedcourt.gov.au, miragenews.com and bandt.com.au. It interprets the Australian Consumer Law, in force since 2011-01-01.                                                                                                                                                                                                                                   |
      | acl-4          | Australian Consumer Law    | section 4, representations about future matters                                | own reading | A claim about the future, such as a climate commitment, is misleading unless the company has reasonable grounds for it. This is stated from general knowledge, not checked against the text.                                                                                                                                                                                                                                                                                             |
      | broad-unproven | ACCC guide of 2023-12-12   | broad claims without any basis, with undertakings and notices of ACCC and ASIC | own reading | A broad, absolute or neutrality claim is misleading if no evidence substantiates it and, for broad and absolute words, the claim does not specify them. No source states this rule in these words. We derive it from the ACCC guide and from undertakings and notices of ACCC and ASIC.                                                                                                                                                                                                  |
      | acl-top        | Australian Consumer Law    | sections 18 and 29, absolute terms that are not proven                         | own reading | Absolute wording such as a superlative needs proof. A claim is misleading if the facts do not support it; this is stated from memory, not checked against the text. If only the proof of a superlative is missing, we require evidence first, as for other claims.                                                                                                                                                                                                                       |
      | otherwise      | green-claim-au             | no rule of this scorecard applies                                              | own reading | None of the rules in this scorecard on green claims in Australia prohibits the claim, so it passes. A court may still decide otherwise.                                                                                                                                                                                                                                                                                                                                                  |
    And facts from claim-facts
    And facts from absolute-wording
    And these facts
      | fact                 | label                                    | type |
      | conditions_explained | conditions of the claim explained        | flag |
      | language_plain       | claim in plain language                  | flag |
      | transition_open      | progress of the transition stated openly | flag |
    And this reference case
      | fact                                     | value |
      | conditions of the claim explained        | yes   |
      | claim in plain language                  | yes   |
      | progress of the transition stated openly | yes   |

  Rule: A claim without any fault

    Scenario: The reference claim
      When evaluated as of 2026-11-20
      Then the verdict is ok

    Scenario: Institutional communication is out of scope
      Given kind of communication is institutional
      When evaluated as of 2026-11-20
      Then the conclusion is not applicable

    Scenario: A mandatory report is assessed as well
      Given kind of communication is mandatory report
      When evaluated as of 2026-11-20
      Then the verdict is ok
