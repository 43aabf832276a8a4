# language: en
Feature: Green claims in France
  French rules in addition to the Directive.

  Background:
    Given this scorecard
      | field           | value                                                                                                                                                                                                                                                                                        |
      | id              | green-claim-fr                                                                                                                                                                                                                                                                               |
      | version         | 1.0.0                                                                                                                                                                                                                                                                                        |
      | title           | Green claims in France                                                                                                                                                                                                                                                                       |
      | subject         | claim                                                                                                                                                                                                                                                                                        |
      | attestation     | self-assessment                                                                                                                                                                                                                                                                              |
      | time zone       | Europe/Paris                                                                                                                                                                                                                                                                                 |
      | effective from  | 2026-11-20                                                                                                                                                                                                                                                                                   |
      | rounding        | half-even, 2 decimals                                                                                                                                                                                                                                                                        |
      | not applicable  | refuse                                                                                                                                                                                                                                                                                       |
      | does not assess | the rules of the Directive itself; see the scorecard for the European Union                                                                                                                                                                                                                  |
      | does not assess | whether the evidence is true                                                                                                                                                                                                                                                                 |
      | does not assess | documents that support the declared facts, none of which is required here: a claim is judged by the declarations about them (life-cycle assessment, footprint, environmental declaration, test, label certificate, registry extract of credits or green electricity, invoice, plan or study) |
    And these bases
      | basis            | instrument              | clause                                           | certainty   | note                                                                                                                                                                                                                                                                                                              |
      | fr-l541          | Code de l'environnement | L541-9-1 and R541-223                            | secondary   | A product or its packaging must not carry the words biodegradable or environmentally friendly. Reported by publish.calenco.com and valhor.fr.                                                                                                                                                                     |
      | fr-l541-part     | Code de l'environnement | L541-9-1 and R541-223, a part of a product       | own reading | A part of a product, such as a cap, must not carry the words biodegradable or environmentally friendly. The article prohibits these words on products and packaging but does not mention parts. We treat wording on a part as wording on the product.                                                             |
      | fr-l229          | Code de l'environnement | L229-68 and L229-69, D229-106 to D229-109        | secondary   | A claim of carbon neutrality must contain a link to a public annual report. Reported by publish.calenco.com and valhor.fr. The Conseil d'État (highest administrative court) upheld these rules on 2024-05-31.                                                                                                    |
      | fr-l229-net-zero | Code de l'environnement | L229-68, net zero of a product                   | own reading | A claim that a product is net zero must contain a link to a public annual report. The rule as reported lists only the words carbon neutral, zero carbon and fully compensated. That it covers net zero as well is our own interpretation.                                                                         |
      | fr-agec          | Loi AGEC                | compostable plastics                             | secondary   | Plastic that is compostable only in industrial facilities must not be called compostable. Reported by secondary sources, such as publish.calenco.com, valhor.fr and lettredesreseaux.com.                                                                                                                         |
      | fr-omission      | Code de la consommation | misleading omission, rulings on energy companies | own reading | A high-emitting trader that advertises green activity must state the green share of its business or investment. The rulings on energy companies also found that the share was small; we do not test its size, so our rule is wider. The rulings interpret the Code in force since 2016-07-01 and are not new law. |
      | fr-l121          | Code de la consommation | L121-2 and L121-3                                | own reading | A commercial claim must not be false, unproven or unclear, and must not mislead by omitting important information. Stated from general knowledge, not checked against the text.                                                                                                                                   |
      | otherwise        | green-claim-fr          | no rule of this scorecard applies                | own reading | None of the rules in this scorecard prohibits the claim. A court may still decide otherwise.                                                                                                                                                                                                                      |
    And facts from claim-facts
    And these facts
      | fact                          | label                                     | type |
      | annual_report_linked          | annual report linked in the claim         | flag |
      | industrially_compostable_only | compostable only in industrial facilities | flag |
    And this reference case
      | fact                                      | value |
      | annual report linked in the claim         | yes   |
      | compostable only in industrial facilities | no    |

  Rule: A claim to which no rule objects

    Scenario: The reference claim
      When evaluated as of 2026-11-20
      Then the verdict is ok

    Scenario: The scorecard does not apply to institutional communication
      Given kind of communication is institutional
      When evaluated as of 2026-11-20
      Then the conclusion is not applicable
