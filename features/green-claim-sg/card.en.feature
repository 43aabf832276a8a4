# language: en
Feature: Green claims in Singapore
  The guide of the Competition and Consumer Commission on quality-related claims.

  Background:
    Given this scorecard
      | field           | value                                 |
      | id              | green-claim-sg                        |
      | version         | 1.3.0                                 |
      | supersedes      | 1.2.0                                 |
      | title           | Green claims in Singapore             |
      | subject         | claim                                 |
      | attestation     | self-assessment                       |
      | time zone       | Asia/Singapore                        |
      | effective from  | 2026-11-20                            |
      | rounding        | half-even, 2 decimals                 |
      | not applicable  | refuse                                |
      | does not assess | whether the evidence is true          |
      | does not assess | wording that no listed fact describes |
    And these bases
      | basis     | instrument                             | clause                                                                     | certainty   | note                                                                                                  |
      | ccs       | CCS Guide on Quality-Related Claims    | five principles; Consumer Protection (Fair Trading) Act                    | secondary   | Told by cognitud.com and daynews.space.                                                               |
      | ccs-words | CCS Guide on Quality-Related Claims    | second principle, words not specified                                      | own reading | The principle asks for claims that are easily understood; which words fail it is our reading.         |
      | cpfta     | Consumer Protection (Fair Trading) Act | section 4                                                                  | own reading | From general knowledge, not compared with a text.                                                     |
      | ccs-top   | CCS Guide on Quality-Related Claims    | absolute words that are not proven; Consumer Protection (Fair Trading) Act | own reading | The guide asks that claims be supported by evidence; that superlatives are among them is our reading. |
      | otherwise | green-claim-sg                         | no rule of this card holds                                                 | own reading | No rule encoded here objects; it is no promise that no court would.                                   |
    And these facts
      | fact                      | label                     | type    | one of                                                                                                                                                                                                                                                                                                                                                                                                               |
      | kind                      | kind of communication     | choice  | commercial, mandatory_report, institutional, mandatory_label                                                                                                                                                                                                                                                                                                                                                         |
      | display                   | display period            | period  |                                                                                                                                                                                                                                                                                                                                                                                                                      |
      | claim_types               | claim types               | choices | generic, social_mix, specific_attribute, quantified_pcf, comparative, absolute, future, neutral_offset, neutral_no_offset, net_zero, negative_carbon, removal, contribution, avoided_handprint, label, name, recycled_content, recyclable, degradable, compostable, renewable_energy, renewable_material, free_of, energy_efficiency, durability, repairability, imagery_only, legal_requirement, irrelevant_benefit |
      | specification             | specification             | choice  | same_medium, elsewhere_only, none                                                                                                                                                                                                                                                                                                                                                                                    |
      | truthful                  | truthful and accurate     | flag    |                                                                                                                                                                                                                                                                                                                                                                                                                      |
      | clear                     | clear and unambiguous     | flag    |                                                                                                                                                                                                                                                                                                                                                                                                                      |
      | nothing_important_omitted | nothing important omitted | flag    |                                                                                                                                                                                                                                                                                                                                                                                                                      |
      | substantiated             | substantiated             | flag    |                                                                                                                                                                                                                                                                                                                                                                                                                      |
      | meaningful                | meaningful                | flag    |                                                                                                                                                                                                                                                                                                                                                                                                                      |
      | absolute_wording          | absolute wording          | flag    |                                                                                                                                                                                                                                                                                                                                                                                                                      |
      | absolute_wording_proved   | absolute wording proved   | flag    |                                                                                                                                                                                                                                                                                                                                                                                                                      |
    And the choices of kind of communication
      | value            | words            |
      | commercial       | commercial       |
      | mandatory_report | mandatory report |
      | institutional    | institutional    |
      | mandatory_label  | mandatory label  |
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
    And the choices of specification
      | value          | words              |
      | same_medium    | on the same medium |
      | elsewhere_only | elsewhere only     |
      | none           | no specification   |
    And this reference case
      | fact                      | value                    |
      | kind of communication     | commercial               |
      | display period            | 2026-10-01 to 2026-12-31 |
      | claim types               | specific attribute       |
      | specification             | on the same medium       |
      | truthful and accurate     | yes                      |
      | clear and unambiguous     | yes                      |
      | nothing important omitted | yes                      |
      | substantiated             | yes                      |
      | meaningful                | yes                      |
      | absolute wording          | no                       |
      | absolute wording proved   | yes                      |

  Rule: A claim with nothing against it

    Scenario: the reference claim
      When evaluated as of 2026-11-20
      Then the verdict is ok

    Scenario: not for institutional
      Given kind is institutional
      When evaluated as of 2026-11-20
      Then the conclusion is not applicable
