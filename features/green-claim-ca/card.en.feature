# language: en
Feature: Green claims in Canada
  The Competition Act, before and after the amendment of March 2026.

  Background:
    Given this scorecard
      | field           | value                                                                                                                                                                                                                                                                                        |
      | id              | green-claim-ca                                                                                                                                                                                                                                                                               |
      | version         | 2.0.0                                                                                                                                                                                                                                                                                        |
      | supersedes      | 1.0.0                                                                                                                                                                                                                                                                                        |
      | title           | Green claims in Canada                                                                                                                                                                                                                                                                       |
      | subject         | claim                                                                                                                                                                                                                                                                                        |
      | attestation     | self-assessment                                                                                                                                                                                                                                                                              |
      | time zone       | America/Toronto                                                                                                                                                                                                                                                                              |
      | effective from  | 2026-03-26                                                                                                                                                                                                                                                                                   |
      | rounding        | half-even, 2 decimals                                                                                                                                                                                                                                                                        |
      | not applicable  | refuse                                                                                                                                                                                                                                                                                       |
      | does not assess | whether the evidence is true                                                                                                                                                                                                                                                                 |
      | does not assess | wording that none of the listed facts covers                                                                                                                                                                                                                                                 |
      | does not assess | private applications to the Tribunal                                                                                                                                                                                                                                                         |
      | does not assess | information provided only to investors under securities law (guidelines of the Bureau of 2025-06-05, reported by torys.com); content quoted from it in promotion is commercial                                                                                                               |
      | does not assess | documents that support the declared facts, none of which is required here: a claim is judged by the declarations about them (life-cycle assessment, footprint, environmental declaration, test, label certificate, registry extract of credits or green electricity, invoice, plan or study) |
    And these bases
      | basis     | instrument      | clause                                                  | certainty   | note                                                                                                                                                                                                                                                                                                                                                       |
      | b1        | Competition Act | 74.01(1)(b.1)                                           | secondary   | From 2024-06-20, a claim of a product benefit is prohibited unless an adequate and proper test was made before the claim. Reported by mondaq.com (articles 1772310 and 1721860).                                                                                                                                                                           |
      | b1-words  | Competition Act | 74.01(1)(b.1), paraphrased                              | own reading | From 2024-06-20, a claim of a product benefit is prohibited without an adequate and proper test before the claim. Reported by mondaq.com (articles 1772310 and 1721860). We apply this prohibition to every claim about a product, category, packaging, component or service. We also treat an unsubstantiated claim as untested, so it is prohibited.     |
      | c59       | Competition Act | 74.01(1)(b.2) as enacted by C-59                        | secondary   | From 2024-06-20 to 2026-03-25, a claim about the business or its activity misleads unless an internationally recognised methodology adequately and properly substantiates it. Reported by mondaq.com (articles 1772310 and 1721860).                                                                                                                       |
      | c59-words | Competition Act | 74.01(1)(b.2) as enacted by C-59, paraphrased           | own reading | From 2024-06-20 to 2026-03-25, a claim about the business or its activity misleads without adequate and proper substantiation. Reported by mondaq.com (articles 1772310 and 1721860). We apply this to every claim about a process, site, event, brand or trader. We also treat an unsubstantiated claim as failing this requirement, so it is misleading. |
      | c15       | Competition Act | 74.01(1)(b.2) as amended by C-15                        | secondary   | From 2026-03-26, a claim about the business or its activity misleads without adequate and proper substantiation. Reported by mondaq.com (articles 1772310 and 1721860).                                                                                                                                                                                    |
      | c15-words | Competition Act | 74.01(1)(b.2) as amended by C-15, paraphrased           | own reading | From 2026-03-26, a claim about the business or its activity misleads without adequate and proper substantiation. Reported by mondaq.com (articles 1772310 and 1721860). We apply this to every claim about a process, site, event, brand or trader. We also treat an unsubstantiated claim as failing this requirement, so it is misleading.               |
      | a1        | Competition Act | 74.01(1)(a) and 74.03, general impression               | own reading | A claim is misleading if it is false, omits important information or is unclear; its general impression decides. Stated from general knowledge, not checked against the text.                                                                                                                                                                              |
      | a1-top    | Competition Act | 74.01(1)(a) and (b), absolute terms that are not proven | own reading | A superlative or other absolute wording that is not proven is misleading. The Act prohibits false statements on an important point (paragraph a) and performance claims without an adequate and proper test (paragraph b). We assume that an unproven superlative falls under one of these paragraphs.                                                     |
      | otherwise | green-claim-ca  | no rule of this scorecard applies                       | own reading | A claim to which no rule of this scorecard applies is treated as acceptable (verdict ok). This is our own interpretation; a court may still decide otherwise.                                                                                                                                                                                              |
    And facts from claim-facts
    And facts from absolute-wording
    And these facts
      | fact                    | label                                                    | type   | one of                    |
      | adequate_test           | adequate and proper test before the claim                | flag   |                           |
      | adequate_substantiation | adequate and proper substantiation of the business claim | flag   |                           |
      | recognised_methodology  | internationally recognised methodology used              | flag   |                           |
      | ca_claim                | object of the claim                                      | choice | the_product, the_business |
    And the choices of object of the claim
      | value        | words                        |
      | the_product  | a benefit of the product     |
      | the_business | the business or its activity |
    And this reference case
      | fact                                                     | value                    |
      | adequate and proper test before the claim                | yes                      |
      | adequate and proper substantiation of the business claim | yes                      |
      | internationally recognised methodology used              | yes                      |
      | object of the claim                                      | a benefit of the product |

  Rule: A claim without any fault

    Scenario: The reference claim
      When evaluated as of 2026-11-20
      Then the verdict is ok

    Scenario: Institutional communication is out of scope
      Given kind of communication is institutional
      When evaluated as of 2026-11-20
      Then the conclusion is not applicable

    Scenario: A mandatory report is out of scope
      Given kind of communication is mandatory report
      When evaluated as of 2026-11-20
      Then the conclusion is not applicable
