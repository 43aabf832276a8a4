# language: en
Feature: Green claims in Singapore
  The guide of the Competition and Consumer Commission on quality-related claims.

  Background:
    Given this scorecard
      | field           | value                                                                                                                                                                                                                                                                              |
      | id              | green-claim-sg                                                                                                                                                                                                                                                                     |
      | version         | 1.3.1                                                                                                                                                                                                                                                                              |
      | supersedes      | 1.3.0                                                                                                                                                                                                                                                                              |
      | title           | Green claims in Singapore                                                                                                                                                                                                                                                          |
      | subject         | claim                                                                                                                                                                                                                                                                              |
      | attestation     | self-assessment                                                                                                                                                                                                                                                                    |
      | time zone       | Asia/Singapore                                                                                                                                                                                                                                                                     |
      | effective from  | 2026-11-20                                                                                                                                                                                                                                                                         |
      | rounding        | half-even, 2 decimals                                                                                                                                                                                                                                                              |
      | not applicable  | refuse                                                                                                                                                                                                                                                                             |
      | does not assess | whether the evidence is true                                                                                                                                                                                                                                                       |
      | does not assess | wording that no listed fact describes                                                                                                                                                                                                                                              |
      | does not assess | papers behind what is declared, of which none is asked: a claim is judged by what is declared of them, be it a life-cycle assessment, footprint, environmental declaration, test, certificate of a label, registry extract of credits or green electricity, invoice, plan or study |
    And these bases
      | basis     | instrument                             | clause                                                                     | certainty   | note                                                                                                  |
      | ccs       | CCS Guide on Quality-Related Claims    | five principles; Consumer Protection (Fair Trading) Act                    | secondary   | Told by cognitud.com and daynews.space.                                                               |
      | ccs-words | CCS Guide on Quality-Related Claims    | second principle, words not specified                                      | own reading | The principle asks for claims that are easily understood; which words fail it is our reading.         |
      | cpfta     | Consumer Protection (Fair Trading) Act | section 4                                                                  | own reading | From general knowledge, not compared with a text.                                                     |
      | ccs-top   | CCS Guide on Quality-Related Claims    | absolute words that are not proven; Consumer Protection (Fair Trading) Act | own reading | The guide asks that claims be supported by evidence; that superlatives are among them is our reading. |
      | otherwise | green-claim-sg                         | no rule of this card holds                                                 | own reading | No rule encoded here objects; it is no promise that no court would.                                   |
    And facts from claim-facts
    And facts from absolute-wording
    And these facts
      | fact       | label      | type |
      | meaningful | meaningful | flag |
    And this reference case
      | fact       | value |
      | meaningful | yes   |

  Rule: A claim with nothing against it

    Scenario: the reference claim
      When evaluated as of 2026-11-20
      Then the verdict is ok

    Scenario: not for institutional
      Given kind of communication is institutional
      When evaluated as of 2026-11-20
      Then the conclusion is not applicable
