# language: en
Feature: Green claims in Australia
  The eight principles of the Australian Competition and Consumer Commission and a ruling of the Federal Court.

  Background:
    Given this scorecard
      | field           | value                                                                                                                                                                                                                                                                              |
      | id              | green-claim-au                                                                                                                                                                                                                                                                     |
      | version         | 1.5.1                                                                                                                                                                                                                                                                              |
      | supersedes      | 1.5.0                                                                                                                                                                                                                                                                              |
      | title           | Green claims in Australia                                                                                                                                                                                                                                                          |
      | subject         | claim                                                                                                                                                                                                                                                                              |
      | attestation     | self-assessment                                                                                                                                                                                                                                                                    |
      | time zone       | Australia/Sydney                                                                                                                                                                                                                                                                   |
      | effective from  | 2026-11-20                                                                                                                                                                                                                                                                         |
      | rounding        | half-even, 2 decimals                                                                                                                                                                                                                                                              |
      | not applicable  | refuse                                                                                                                                                                                                                                                                             |
      | does not assess | whether the evidence is true                                                                                                                                                                                                                                                       |
      | does not assess | wording that no listed fact describes                                                                                                                                                                                                                                              |
      | does not assess | law on companies and markets, which bears on reports to investors besides (Corporations Act 1041H)                                                                                                                                                                                 |
      | does not assess | papers behind what is declared, of which none is asked: a claim is judged by what is declared of them, be it a life-cycle assessment, footprint, environmental declaration, test, certificate of a label, registry extract of credits or green electricity, invoice, plan or study |
    And these bases
      | basis          | instrument                 | clause                                                                         | certainty   | note                                                                                                                                                                                                                                                                                                            |
      | accc           | ACCC guide of 2023-12-12   | eight principles; Australian Consumer Law sections 4, 18, 29, 33               | secondary   | Told by esgbroadcast.com and hwlebsworth.com.au. Corporate reporting materials are among the places of claims that it names, told by gtlaw.com.au; that reports which law demands are meant, too, is our reading. It interprets the Australian Consumer Law as it has stood since 2011-01-01 and is no new law. |
      | accc-words     | ACCC guide of 2023-12-12   | fifth principle, words not specified or without basis                          | own reading | The principle warns of broad claims without qualification; which words are broad is our reading.                                                                                                                                                                                                                |
      | clorox         | Federal Court of Australia | ruling of 2025-04-14                                                           | secondary   | Told by judgments.fedcourt.gov.au, miragenews.com and bandt.com.au. It interprets the same law, in force since 2011-01-01.                                                                                                                                                                                      |
      | acl-4          | Australian Consumer Law    | section 4, representations about future matters                                | own reading | From general knowledge, not compared with a text.                                                                                                                                                                                                                                                               |
      | broad-unproven | ACCC guide of 2023-12-12   | broad claims without any basis, with undertakings and notices of ACCC and ASIC | own reading | Derived by us from several sources; no text says so in these words.                                                                                                                                                                                                                                             |
      | acl-top        | Australian Consumer Law    | sections 18 and 29, absolute words that are not proven                         | own reading | Misleading is what the facts do not bear out; that a superlative whose proof is missing wants evidence first, as other claims do, is our reading. Recalled, not compared with a text.                                                                                                                           |
      | otherwise      | green-claim-au             | no rule of this card holds                                                     | own reading | No rule encoded here objects; it is no promise that no court would.                                                                                                                                                                                                                                             |
    And facts from claim-facts
    And facts from absolute-wording
    And these facts
      | fact                 | label                     | type |
      | conditions_explained | conditions explained      | flag |
      | language_plain       | language plain            | flag |
      | transition_open      | open about the transition | flag |
    And this reference case
      | fact                      | value |
      | conditions explained      | yes   |
      | language plain            | yes   |
      | open about the transition | yes   |

  Rule: A claim with nothing against it

    Scenario: the reference claim
      When evaluated as of 2026-11-20
      Then the verdict is ok

    Scenario: not for institutional
      Given kind of communication is institutional
      When evaluated as of 2026-11-20
      Then the conclusion is not applicable

    Scenario: a report that law demands is judged, too
      Given kind of communication is mandatory report
      When evaluated as of 2026-11-20
      Then the verdict is ok
