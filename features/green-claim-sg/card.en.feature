# language: en
Feature: Green claims in Singapore
  The guide of the Competition and Consumer Commission on quality-related claims.

  Background:
    Given this scorecard
      | field           | value                                                                                                                                                                                                                                                                                        |
      | id              | green-claim-sg                                                                                                                                                                                                                                                                               |
      | version         | 1.0.0                                                                                                                                                                                                                                                                                        |
      | title           | Green claims in Singapore                                                                                                                                                                                                                                                                    |
      | subject         | claim                                                                                                                                                                                                                                                                                        |
      | attestation     | self-assessment                                                                                                                                                                                                                                                                              |
      | time zone       | Asia/Singapore                                                                                                                                                                                                                                                                               |
      | effective from  | 2026-11-20                                                                                                                                                                                                                                                                                   |
      | rounding        | half-even, 2 decimals                                                                                                                                                                                                                                                                        |
      | not applicable  | refuse                                                                                                                                                                                                                                                                                       |
      | does not assess | whether the evidence is true                                                                                                                                                                                                                                                                 |
      | does not assess | wording that none of the listed facts covers                                                                                                                                                                                                                                                 |
      | does not assess | documents that support the declared facts, none of which is required here: a claim is judged by the declarations about them (life-cycle assessment, footprint, environmental declaration, test, label certificate, registry extract of credits or green electricity, invoice, plan or study) |
    And these bases
      | basis     | instrument                             | clause                                                                     | certainty   | note                                                                                                                                                                                                                                                                                                                                                          |
      | ccs       | CCS Guide on Quality-Related Claims    | five principles; Consumer Protection (Fair Trading) Act                    | secondary   | A claim must be true and accurate, clear and easily understood, meaningful, complete in important information, and supported by evidence. These five principles of the guide are reported by cognitud.com and daynews.space.                                                                                                                                  |
      | ccs-words | CCS Guide on Quality-Related Claims    | second principle, words not specified                                      | own reading | Three kinds of words get the verdict 'needs evidence' if they are not specified on the same medium as the claim. They are generic words, absolute words, and words that are both social and environmental. The second principle of the guide requires a claim to be clear and easily understood. Which words this principle covers is our own interpretation. |
      | cpfta     | Consumer Protection (Fair Trading) Act | section 4                                                                  | own reading | A trader must not make a false claim or deceive consumers by omitting important information. Stated from general knowledge, not checked against the text.                                                                                                                                                                                                     |
      | ccs-top   | CCS Guide on Quality-Related Claims    | absolute terms that are not proven; Consumer Protection (Fair Trading) Act | own reading | The guide requires evidence for every claim. That it also covers superlatives and other absolute wording is our own interpretation. Such a claim without proof gets the result 'evidence needed', not 'prohibited'.                                                                                                                                           |
      | otherwise | green-claim-sg                         | no rule of this scorecard applies                                          | own reading | None of the rules in this scorecard prohibits the claim. A court may still decide otherwise.                                                                                                                                                                                                                                                                  |
    And facts from claim-facts
    And facts from absolute-wording
    And these facts
      | fact       | label                        | type |
      | meaningful | benefit meaningful to buyers | flag |
    And this reference case
      | fact                         | value |
      | benefit meaningful to buyers | yes   |

  Rule: A claim without any fault

    Scenario: The reference claim
      When evaluated as of 2026-11-20
      Then the verdict is ok

    Scenario: Institutional communication is out of scope
      Given kind of communication is institutional
      When evaluated as of 2026-11-20
      Then the conclusion is not applicable
