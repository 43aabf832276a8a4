# language: en
Feature: Green claims in France
  French rules beside the Directive.

  Background:
    Given this scorecard
      | field           | value                                                                                                                                                                                                                                                                              |
      | id              | green-claim-fr                                                                                                                                                                                                                                                                     |
      | version         | 1.3.1                                                                                                                                                                                                                                                                              |
      | supersedes      | 1.3.0                                                                                                                                                                                                                                                                              |
      | title           | Green claims in France                                                                                                                                                                                                                                                             |
      | subject         | claim                                                                                                                                                                                                                                                                              |
      | attestation     | self-assessment                                                                                                                                                                                                                                                                    |
      | time zone       | Europe/Paris                                                                                                                                                                                                                                                                       |
      | effective from  | 2026-11-20                                                                                                                                                                                                                                                                         |
      | rounding        | half-even, 2 decimals                                                                                                                                                                                                                                                              |
      | not applicable  | refuse                                                                                                                                                                                                                                                                             |
      | does not assess | rules of the Directive itself, which the card of the Union has                                                                                                                                                                                                                     |
      | does not assess | whether the evidence is true                                                                                                                                                                                                                                                       |
      | does not assess | papers behind what is declared, of which none is asked: a claim is judged by what is declared of them, be it a life-cycle assessment, footprint, environmental declaration, test, certificate of a label, registry extract of credits or green electricity, invoice, plan or study |
    And these bases
      | basis            | instrument              | clause                                           | certainty   | note                                                                                                                                                                                                                                                   |
      | fr-l541          | Code de l'environnement | L541-9-1 and R541-223                            | secondary   | Told by publish.calenco.com and valhor.fr.                                                                                                                                                                                                             |
      | fr-l541-part     | Code de l'environnement | L541-9-1 and R541-223, a part of a product       | own reading | The article names products and packaging; what is written of a part of them, such as a cap, stands on the product, too, in our reading.                                                                                                                |
      | fr-l229          | Code de l'environnement | L229-68 and L229-69, D229-106 to D229-109        | secondary   | Told by publish.calenco.com and valhor.fr; upheld by the Conseil d'État on 2024-05-31.                                                                                                                                                                 |
      | fr-l229-net-zero | Code de l'environnement | L229-68, net zero of a product                   | own reading | The words told are carbon neutral, zero carbon and fully compensated; that net zero of a product counts alike is our reading.                                                                                                                          |
      | fr-agec          | Loi AGEC                | compostable plastics                             | secondary   | Among the pages read on France: publish.calenco.com, valhor.fr, lettredesreseaux.com.                                                                                                                                                                  |
      | fr-omission      | Code de la consommation | misleading omission, rulings on energy companies | own reading | The rulings also found the green share of activity small; that third condition is not asked, only whether the share is stated. So the rule reaches further than they did. They interpret the Code as it has stood since 2016-07-01 and are no new law. |
      | fr-l121          | Code de la consommation | L121-2 and L121-3                                | own reading | From general knowledge, not compared with a text.                                                                                                                                                                                                      |
      | otherwise        | green-claim-fr          | no rule of this card holds                       | own reading | No rule encoded here objects; it is no promise that no court would.                                                                                                                                                                                    |
    And facts from claim-facts
    And these facts
      | fact                          | label                         | type |
      | annual_report_linked          | annual report linked          | flag |
      | industrially_compostable_only | industrially compostable only | flag |
    And this reference case
      | fact                          | value |
      | annual report linked          | yes   |
      | industrially compostable only | no    |

  Rule: A claim with nothing against it

    Scenario: the reference claim
      When evaluated as of 2026-11-20
      Then the verdict is ok

    Scenario: not for institutional
      Given kind of communication is institutional
      When evaluated as of 2026-11-20
      Then the conclusion is not applicable
