# language: en
Feature: Green claims in Canada
  The Competition Act, before and after its change of March 2026.

  Background:
    Given this scorecard
      | field           | value                                                                                                                                                                                                                                                                              |
      | id              | green-claim-ca                                                                                                                                                                                                                                                                     |
      | version         | 1.3.1                                                                                                                                                                                                                                                                              |
      | supersedes      | 1.3.0                                                                                                                                                                                                                                                                              |
      | title           | Green claims in Canada                                                                                                                                                                                                                                                             |
      | subject         | claim                                                                                                                                                                                                                                                                              |
      | attestation     | self-assessment                                                                                                                                                                                                                                                                    |
      | time zone       | America/Toronto                                                                                                                                                                                                                                                                    |
      | effective from  | 2026-11-20                                                                                                                                                                                                                                                                         |
      | rounding        | half-even, 2 decimals                                                                                                                                                                                                                                                              |
      | not applicable  | refuse                                                                                                                                                                                                                                                                             |
      | does not assess | whether the evidence is true                                                                                                                                                                                                                                                       |
      | does not assess | wording that no listed fact describes                                                                                                                                                                                                                                              |
      | does not assess | private access to the Tribunal                                                                                                                                                                                                                                                     |
      | does not assess | what is told only to investors under the law on securities, as the Bureau says in its guidelines of 2025-06-05; what is taken from it into promotion is commercial (told by torys.com)                                                                                             |
      | does not assess | papers behind what is declared, of which none is asked: a claim is judged by what is declared of them, be it a life-cycle assessment, footprint, environmental declaration, test, certificate of a label, registry extract of credits or green electricity, invoice, plan or study |
    And these bases
      | basis     | instrument      | clause                                                  | certainty   | note                                                                                                                                                                                |
      | b1        | Competition Act | 74.01(1)(b.1)                                           | secondary   | Told by mondaq.com (1772310, 1721860).                                                                                                                                              |
      | b1-words  | Competition Act | 74.01(1)(b.1), told in other words                      | own reading | Told by mondaq.com (1772310, 1721860) for the Act; that a claim not substantiated was not tested, and that the subject of a claim tells which paragraph holds, is our reading.      |
      | c59       | Competition Act | 74.01(1)(b.2) as enacted by C-59                        | secondary   | Told by mondaq.com (1772310, 1721860).                                                                                                                                              |
      | c59-words | Competition Act | 74.01(1)(b.2) as enacted by C-59, told in other words   | own reading | Told by mondaq.com (1772310, 1721860) for the Act; that a claim not substantiated was not tested, and that the subject of a claim tells which paragraph holds, is our reading.      |
      | c15       | Competition Act | 74.01(1)(b.2) as amended by C-15                        | secondary   | Told by mondaq.com (1772310, 1721860).                                                                                                                                              |
      | c15-words | Competition Act | 74.01(1)(b.2) as amended by C-15, told in other words   | own reading | Told by mondaq.com (1772310, 1721860) for the Act; that a claim not substantiated was not tested, and that the subject of a claim tells which paragraph holds, is our reading.      |
      | a1        | Competition Act | 74.01(1)(a) and 74.03, general impression               | own reading | From general knowledge, not compared with a text.                                                                                                                                   |
      | a1-top    | Competition Act | 74.01(1)(a) and (b), absolute words that are not proven | own reading | By its words a superlative is a representation of a material respect (a) or of performance without adequate and proper test (b); that unproven it is one of the two is our reading. |
      | otherwise | green-claim-ca  | no rule of this card holds                              | own reading | No rule encoded here objects; it is no promise that no court would.                                                                                                                 |
    And facts from claim-facts
    And facts from absolute-wording
    And these facts
      | fact                    | label                                     | type   | one of                    |
      | adequate_test           | adequate and proper test before the claim | flag   |                           |
      | adequate_substantiation | adequate and proper substantiation        | flag   |                           |
      | recognised_methodology  | internationally recognised methodology    | flag   |                           |
      | ca_claim                | claim concerns                            | choice | the_product, the_business |
    And the choices of claim concerns
      | value        | words                        |
      | the_product  | a benefit of the product     |
      | the_business | the business or its activity |
    And this reference case
      | fact                                      | value                    |
      | adequate and proper test before the claim | yes                      |
      | adequate and proper substantiation        | yes                      |
      | internationally recognised methodology    | yes                      |
      | claim concerns                            | a benefit of the product |

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
