# language: en
Feature: Green claims in Singapore
  The guide of the Competition and Consumer Commission on quality-related claims.

  Background:
    Given this scorecard
      | field           | value                                 |
      | id              | green-claim-sg                        |
      | version         | 1.0.0                                 |
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
      | basis     | instrument                          | clause                                                  | certainty   | note                                                                |
      | ccs       | CCS Guide on Quality-Related Claims | five principles; Consumer Protection (Fair Trading) Act | secondary   |                                                                     |
      | otherwise | green-claim-sg                      | no rule of this card holds                              | own reading | No rule encoded here objects; it is no promise that no court would. |
    And these facts
      | fact                      | label                     | type   | one of                                                       |
      | kind                      | kind of communication     | choice | commercial, mandatory_report, institutional, mandatory_label |
      | display                   | display period            | period |                                                              |
      | truthful                  | truthful and accurate     | flag   |                                                              |
      | clear                     | clear and unambiguous     | flag   |                                                              |
      | nothing_important_omitted | nothing important omitted | flag   |                                                              |
      | substantiated             | substantiated             | flag   |                                                              |
      | meaningful                | meaningful                | flag   |                                                              |
    And the choices of kind of communication
      | value            | words            |
      | commercial       | commercial       |
      | mandatory_report | mandatory report |
      | institutional    | institutional    |
      | mandatory_label  | mandatory label  |
    And this reference case
      | fact                      | value                    |
      | kind of communication     | commercial               |
      | display period            | 2026-10-01 to 2026-12-31 |
      | truthful and accurate     | yes                      |
      | clear and unambiguous     | yes                      |
      | nothing important omitted | yes                      |
      | substantiated             | yes                      |
      | meaningful                | yes                      |

  Rule: A claim with nothing against it

    Scenario: the reference claim
      When evaluated as of 2026-11-20
      Then the verdict is ok

    Scenario: not for institutional
      Given kind is institutional
      When evaluated as of 2026-11-20
      Then the conclusion is not applicable
