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
      | basis          | instrument                 | clause                                                                         | certainty   | note                                                                                                                                                                                                                                                                                                                                                                                                                                                                                            |
      | accc           | ACCC guide of 2023-12-12   | eight principles; Australian Consumer Law sections 4, 18, 29, 33               | secondary   | A claim must meet eight principles: truth, evidence, nothing hidden, conditions explained, no unqualified broad claims, plain language, fair visuals and an openly described transition. Reported by esgbroadcast.com, hwlebsworth.com.au and gtlaw.com.au. According to gtlaw.com.au, corporate reports are covered; we also include reports required by law. The guide of the ACCC (consumer authority) is not new law but interprets the Australian Consumer Law, in force since 2011-01-01. |
      | accc-words     | ACCC guide of 2023-12-12   | fifth principle, words not specified or without basis                          | own reading | A broad term gets the verdict 'needs evidence' if the same medium does not specify it or if no basis is stated. The fifth principle of the guide warns against broad claims without qualification. In our own interpretation, broad terms are generic, absolute and neutrality terms, and terms that combine social and environmental aspects.                                                                                                                                                  |
      | clorox         | Federal Court of Australia | ruling of 2025-04-14                                                           | secondary   | Plastic that does not come from the ocean must not be called ocean plastic. The ruling of the Federal Court is reported by judgments.fedcourt.gov.au, miragenews.com and bandt.com.au. The ruling interprets the Australian Consumer Law, in force since 2011-01-01.                                                                                                                                                                                                                            |
      | acl-4          | Australian Consumer Law    | section 4, representations about future matters                                | own reading | A claim about the future, such as a climate commitment, is misleading unless the company has reasonable grounds for it. This is stated from general knowledge, not checked against the text.                                                                                                                                                                                                                                                                                                    |
      | broad-unproven | ACCC guide of 2023-12-12   | broad claims without any basis, with undertakings and notices of ACCC and ASIC | own reading | A neutrality claim without evidence is misleading. A broad or absolute claim is misleading if it has no evidence and the same medium does not specify it. No source states this rule in these words. We derive it from the ACCC guide and from undertakings and notices of the authorities ACCC and ASIC.                                                                                                                                                                                       |
      | acl-top        | Australian Consumer Law    | sections 18 and 29, absolute terms that are not proven                         | own reading | A claim is misleading if the facts do not support it. Stated from memory, not checked against the text. If only the proof of absolute wording, such as a superlative, is missing, we do not treat the wording as misleading. We require evidence instead.                                                                                                                                                                                                                                       |
      | otherwise      | green-claim-au             | no rule of this scorecard applies                                              | own reading | None of the rules in this scorecard prohibits the claim, so the verdict is "ok". A court may still decide otherwise.                                                                                                                                                                                                                                                                                                                                                                            |
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
