# language: en
Feature: Green claims in France
  French rules beside the Directive.

  Background:
    Given this scorecard
      | field           | value                                                          |
      | id              | green-claim-fr                                                 |
      | version         | 1.1.0                                                          |
      | supersedes      | 1.0.0                                                          |
      | title           | Green claims in France                                         |
      | subject         | claim                                                          |
      | attestation     | self-assessment                                                |
      | time zone       | Europe/Paris                                                   |
      | effective from  | 2026-11-20                                                     |
      | rounding        | half-even, 2 decimals                                          |
      | not applicable  | refuse                                                         |
      | does not assess | rules of the Directive itself, which the card of the Union has |
      | does not assess | whether the evidence is true                                   |
    And these bases
      | basis            | instrument              | clause                                           | certainty   | note                                                                                                                                                                      |
      | fr-l541          | Code de l'environnement | L541-9-1 and R541-223                            | secondary   | Told by publish.calenco.com and valhor.fr.                                                                                                                                |
      | fr-l229          | Code de l'environnement | L229-68 and L229-69, D229-106 to D229-109        | secondary   | Told by publish.calenco.com and valhor.fr; upheld by the Conseil d'État on 2024-05-31.                                                                                    |
      | fr-l229-net-zero | Code de l'environnement | L229-68, net zero of a product                   | own reading | The words told are carbon neutral, zero carbon and fully compensated; that net zero of a product counts alike is our reading.                                             |
      | fr-agec          | Loi AGEC                | compostable plastics                             | secondary   | Among the pages read on France: publish.calenco.com, valhor.fr, lettredesreseaux.com.                                                                                     |
      | fr-omission      | Code de la consommation | misleading omission, rulings on energy companies | own reading | The rulings also found the green share of activity small; that third condition is not asked, only whether the share is stated. So the rule reaches further than they did. |
      | fr-l121          | Code de la consommation | L121-2 and L121-3                                | own reading | From general knowledge, not compared with a text.                                                                                                                         |
      | otherwise        | green-claim-fr          | no rule of this card holds                       | own reading | No rule encoded here objects; it is no promise that no court would.                                                                                                       |
    And these facts
      | fact                          | label                          | type    | one of                                                                                                                                                                                                                                                                                                                                                                                                               |
      | kind                          | kind of communication          | choice  | commercial, mandatory_report, institutional, mandatory_label                                                                                                                                                                                                                                                                                                                                                         |
      | display                       | display period                 | period  |                                                                                                                                                                                                                                                                                                                                                                                                                      |
      | subject_level                 | subject of the claim           | choice  | product, category, packaging, component, process, service, site, event, brand, trader, financial_product                                                                                                                                                                                                                                                                                                             |
      | claim_types                   | claim types                    | choices | generic, social_mix, specific_attribute, quantified_pcf, comparative, absolute, future, neutral_offset, neutral_no_offset, net_zero, negative_carbon, removal, contribution, avoided_handprint, label, name, recycled_content, recyclable, degradable, compostable, renewable_energy, renewable_material, free_of, energy_efficiency, durability, repairability, imagery_only, legal_requirement, irrelevant_benefit |
      | annual_report_linked          | annual report linked           | flag    |                                                                                                                                                                                                                                                                                                                                                                                                                      |
      | plastic                       | made of plastic                | flag    |                                                                                                                                                                                                                                                                                                                                                                                                                      |
      | industrially_compostable_only | industrially compostable only  | flag    |                                                                                                                                                                                                                                                                                                                                                                                                                      |
      | trader_high_emitting          | high-emitting trader           | flag    |                                                                                                                                                                                                                                                                                                                                                                                                                      |
      | green_share_stated            | share of green activity stated | flag    |                                                                                                                                                                                                                                                                                                                                                                                                                      |
      | truthful                      | truthful and accurate          | flag    |                                                                                                                                                                                                                                                                                                                                                                                                                      |
      | nothing_important_omitted     | nothing important omitted      | flag    |                                                                                                                                                                                                                                                                                                                                                                                                                      |
      | clear                         | clear and unambiguous          | flag    |                                                                                                                                                                                                                                                                                                                                                                                                                      |
      | substantiated                 | substantiated                  | flag    |                                                                                                                                                                                                                                                                                                                                                                                                                      |
    And the choices of kind of communication
      | value            | words            |
      | commercial       | commercial       |
      | mandatory_report | mandatory report |
      | institutional    | institutional    |
      | mandatory_label  | mandatory label  |
    And the choices of subject of the claim
      | value             | words             |
      | product           | product           |
      | category          | category          |
      | packaging         | packaging         |
      | component         | component         |
      | process           | process           |
      | service           | service           |
      | site              | site              |
      | event             | event             |
      | brand             | brand             |
      | trader            | trader            |
      | financial_product | financial product |
    And the choices of claim types
      | value              | words                    |
      | generic            | generic                  |
      | social_mix         | social and environmental |
      | specific_attribute | specific attribute       |
      | quantified_pcf     | quantified footprint     |
      | comparative        | comparative              |
      | absolute           | absolute                 |
      | future             | future                   |
      | neutral_offset     | neutral by offsets       |
      | neutral_no_offset  | neutral without offsets  |
      | net_zero           | net zero                 |
      | negative_carbon    | carbon negative          |
      | removal            | removal                  |
      | contribution       | contribution             |
      | avoided_handprint  | avoided emissions        |
      | label              | label                    |
      | name               | name                     |
      | recycled_content   | recycled content         |
      | recyclable         | recyclable               |
      | degradable         | degradable               |
      | compostable        | compostable              |
      | renewable_energy   | renewable energy         |
      | renewable_material | renewable material       |
      | free_of            | free of                  |
      | energy_efficiency  | energy efficiency        |
      | durability         | durability               |
      | repairability      | repairability            |
      | imagery_only       | imagery only             |
      | legal_requirement  | legal requirement        |
      | irrelevant_benefit | irrelevant benefit       |
    And this reference case
      | fact                           | value                    |
      | kind of communication          | commercial               |
      | display period                 | 2026-10-01 to 2026-12-31 |
      | subject of the claim           | product                  |
      | claim types                    | specific attribute       |
      | annual report linked           | yes                      |
      | made of plastic                | no                       |
      | industrially compostable only  | no                       |
      | high-emitting trader           | no                       |
      | share of green activity stated | yes                      |
      | truthful and accurate          | yes                      |
      | nothing important omitted      | yes                      |
      | clear and unambiguous          | yes                      |
      | substantiated                  | yes                      |

  Rule: A claim with nothing against it

    Scenario: the reference claim
      When evaluated as of 2026-11-20
      Then the verdict is ok

    Scenario: not for institutional
      Given kind is institutional
      When evaluated as of 2026-11-20
      Then the conclusion is not applicable
