# language: en
Feature: Rules · Green claims in Germany
  Each rule with its verdict, the days on which it governs, and what to say instead.

  Background:
    Given the scorecard green-claim-de
    And the scorecard applies when kind of communication is commercial
    And verdicts are governed by display period, otherwise ok on basis otherwise

  Rule: Ambiguous environmental term without explanation in the advertisement
    Background:
      Given these verdict rules
        | id    | rule                                                                  | when                                                                                                                                                 | verdict    | severity | in force from | basis |
        | DE-01 | Ambiguous environmental term without explanation in the advertisement | claim types includes any of generic, neutral by offsets, neutral without offsets, net zero; specification is one of no specification, elsewhere only | misleading | major    | 2024-06-27    | bgh   |
      And these remedies
        | rule  | say instead                                                                                                                                     |
        | DE-01 | explain in the advertisement itself how much is reduced and how much compensated, over which scope and by which projects; reduction comes first |

    Scenario: Ambiguous environmental term without explanation in the advertisement
      Given claim_types is generic
      And specification is none
      When evaluated as of 2026-11-20
      Then rule DE-01 holds

  Rule: Other vague word, or word without its basis, in the advertisement
    Background:
      Given these verdict rules
        | id      | rule                                                              | when                                                                                                                                                                                                                                                                      | verdict    | severity | in force from | basis     |
        | DE-01-W | Other vague word, or word without its basis, in the advertisement | claim types includes any of social and environmental; specification is one of no specification, elsewhere only                                                                                                                                                            | misleading | major    | 2024-06-27    | bgh-words |
        | DE-01-W |                                                                   | claim types includes any of absolute; claim types includes none of recycled content, recyclable, degradable, compostable, renewable energy, renewable material, quantified footprint, durability, repairability; specification is one of no specification, elsewhere only |            |          |               |           |
        | DE-01-W |                                                                   | claim types includes any of generic, social and environmental, neutral by offsets, neutral without offsets, net zero; basis stated in the claim is no                                                                                                                     |            |          |               |           |
        | DE-01-W |                                                                   | claim types includes any of absolute; claim types includes none of recycled content, recyclable, degradable, compostable, renewable energy, renewable material, quantified footprint, durability, repairability; basis stated in the claim is no                          |            |          |               |           |
      And these remedies
        | rule    | say instead                                                            |
        | DE-01-W | explain the word in the advertisement itself, with its scope and basis |

    Scenario: Other vague word, or word without its basis, in the advertisement
      Given claim_types is absolute
      And specification is none
      When evaluated as of 2026-11-20
      Then rule DE-01-W holds

    Scenario: DE-01-W: claim types includes any of social and environmental: just holds
      Given claim types is social and environmental
      And specification is no specification
      When evaluated as of 2026-11-20
      Then rule DE-01-W holds

    Scenario: DE-01-W: specification is one of no specification, elsewhere only: just fails
      Given specification is on the same medium
      And claim types is social and environmental
      When evaluated as of 2026-11-20
      Then rule DE-01-W does not hold

    Scenario: DE-01-W: claim types includes none of recycled content, recyclable, degradable, compostable, renewable energy, renewable material, quantified footprint, durability, repairability: just fails
      Given claim types is absolute, recycled content
      And specification is no specification
      When evaluated as of 2026-11-20
      Then rule DE-01-W does not hold

    Scenario: DE-01-W: claim types includes any of generic, social and environmental, neutral by offsets, neutral without offsets, net zero: just holds
      Given claim types is generic
      And basis stated in the claim is no
      When evaluated as of 2026-11-20
      Then rule DE-01-W holds

    Scenario: DE-01-W: claim types includes any of generic, social and environmental, neutral by offsets, neutral without offsets, net zero: just fails
      Given claim types is specific attribute
      And basis stated in the claim is no
      When evaluated as of 2026-11-20
      Then rule DE-01-W does not hold

    Scenario: DE-01-W: claim types includes any of absolute: just holds
      Given claim types is absolute
      And basis stated in the claim is no
      When evaluated as of 2026-11-20
      Then rule DE-01-W holds

    Scenario: DE-01-W: claim types includes none of recycled content, recyclable, degradable, compostable, renewable energy, renewable material, quantified footprint, durability, repairability: just fails (2)
      Given claim types is absolute, recycled content
      And basis stated in the claim is no
      When evaluated as of 2026-11-20
      Then rule DE-01-W does not hold

  Rule: Temporary storage for a claim of neutrality
    Background:
      Given these verdict rules
        | id        | rule                                        | when                                                                                                                   | verdict    | severity | in force from | basis      |
        | OFF-05-DE | Temporary storage for a claim of neutrality | claim types includes any of neutral by offsets, net zero; offsets used is yes; storage long enough for the claim is no | misleading | major    | 2022-01-01    | de-storage |
        | OFF-05-DE |                                             | claim types includes any of neutral by offsets; storage long enough for the claim is no                                |            |          |               |            |
      And these remedies
        | rule      | say instead                                                                                                                                                                                     |
        | OFF-05-DE | do not equate temporary storage with fossil emissions; say: we cause so much and reduced it by so much since this year, and we also pay for this project, which stores carbon for so many years |

    Scenario: Temporary storage for a claim of neutrality
      Given claim_types is neutral_offset
      And offsets_used is yes
      And storage_long_enough is no
      When evaluated as of 2026-11-20
      Then rule OFF-05-DE holds

    Scenario: OFF-05-DE: claim types includes any of neutral by offsets, net zero: just fails
      Given claim types is generic
      And offsets used is yes
      And storage long enough for the claim is no
      When evaluated as of 2026-11-20
      Then rule OFF-05-DE does not hold

    Scenario: OFF-05-DE: offsets used is yes: just fails
      Given offsets used is no
      And claim types is net zero
      And storage long enough for the claim is no
      When evaluated as of 2026-11-20
      Then rule OFF-05-DE does not hold

    Scenario: OFF-05-DE: storage long enough for the claim is no: just fails
      Given storage long enough for the claim is yes
      And claim types is neutral by offsets
      And offsets used is yes
      When evaluated as of 2026-11-20
      Then rule OFF-05-DE does not hold

    Scenario: OFF-05-DE: display period is from 2022-01-01: just fails
      Given display period is 2021-12-31 to 2021-12-31
      When evaluated as of 2026-11-20
      Then rule OFF-05-DE is not in force

  Rule: Environment-neutral from greenhouse gases alone
    Background:
      Given these verdict rules
        | id        | rule                                            | when                                                                                                                                                                                                                                                 | verdict    | severity | in force from | basis         |
        | LCA-02-DE | Environment-neutral from greenhouse gases alone | claim types includes any of absolute; claim types includes none of recycled content, recyclable, degradable, compostable, renewable energy, renewable material, quantified footprint, durability, repairability; all impact categories covered is no | misleading | major    | 2023-07-26    | de-categories |
      And these remedies
        | rule      | say instead                                                                                                                   |
        | LCA-02-DE | name what was measured, such as: carbon footprint of so many kilograms, from cradle to grave; other impacts were not measured |

    Scenario: Environment-neutral from greenhouse gases alone
      Given claim_types is absolute
      And impact_categories_covered is no
      When evaluated as of 2026-11-20
      Then rule LCA-02-DE holds

    Scenario: LCA-02-DE: claim types includes any of absolute: just fails
      Given claim types is generic
      And all impact categories covered is no
      When evaluated as of 2026-11-20
      Then rule LCA-02-DE does not hold

    Scenario: LCA-02-DE: claim types includes none of recycled content, recyclable, degradable, compostable, renewable energy, renewable material, quantified footprint, durability, repairability: just fails
      Given claim types is absolute, recycled content
      And all impact categories covered is no
      When evaluated as of 2026-11-20
      Then rule LCA-02-DE does not hold

  Rule: Neutrality whose balance is not closed
    Background:
      Given these verdict rules
        | id     | rule                                   | when                                                                                                              | verdict        | severity | in force from | basis      |
        | DE-NEU | Neutrality whose balance is not closed | claim types includes any of neutral by offsets, neutral without offsets, net zero; neutrality file complete is no | needs evidence | major    | 2023-02-16    | de-balance |
      And these remedies
        | rule   | say instead                                                                                      |
        | DE-NEU | publish a closed balance of what is emitted and compensated; until then tell only the reductions |

    Scenario: Neutrality whose balance is not closed
      Given claim_types is neutral_offset
      And neutrality_file_complete is no
      When evaluated as of 2026-11-20
      Then rule DE-NEU holds

    Scenario: DE-NEU: claim types includes any of neutral by offsets, neutral without offsets, net zero: just fails
      Given claim types is generic
      And neutrality file complete is no
      When evaluated as of 2026-11-20
      Then rule DE-NEU does not hold

  Rule: Untrue or unproven environmental advertising
    Background:
      Given these verdict rules
        | id    | rule                                         | when                        | verdict    | severity | in force from | basis |
        | DE-05 | Untrue or unproven environmental advertising | truthful and accurate is no | misleading | major    | 2008-12-30    | de-5  |
        | DE-05 |                                              | substantiated is no         |            |          |               |       |
      And these remedies
        | rule  | say instead                                                             |
        | DE-05 | state only what is proven for this product, with value, part and source |

    Scenario: Untrue or unproven environmental advertising
      Given truthful is no
      When evaluated as of 2026-11-20
      Then rule DE-05 holds

    Scenario: DE-05: substantiated is no: just holds
      Given substantiated is no
      When evaluated as of 2026-11-20
      Then rule DE-05 holds

    Scenario: DE-05: display period is from 2008-12-30: just fails
      Given display period is 2008-12-29 to 2008-12-29
      When evaluated as of 2026-11-20
      Then rule DE-05 is not in force

  Rule: Essential information withheld
    Background:
      Given these verdict rules
        | id     | rule                           | when                            | verdict    | severity | in force from | basis |
        | DE-05a | Essential information withheld | nothing important omitted is no | misleading | major    | 2008-12-30    | de-5a |
        | DE-05a |                                | clear and unambiguous is no     |            |          |               |       |
      And these remedies
        | rule   | say instead                                                                                   |
        | DE-05a | state in the advertisement what is reduced, what is compensated and how, and what is left out |

    Scenario: Essential information withheld
      Given nothing_important_omitted is no
      When evaluated as of 2026-11-20
      Then rule DE-05a holds

    Scenario: DE-05a: clear and unambiguous is no: just holds
      Given clear and unambiguous is no
      When evaluated as of 2026-11-20
      Then rule DE-05a holds

  Rule: Absolute words not proven
    Background:
      Given these verdict rules
        | id      | rule                      | when                                                   | verdict    | severity | in force from | basis    |
        | DE-05-S | Absolute words not proven | absolute wording is yes; absolute wording proved is no | misleading | major    | 2008-12-30    | de-5-top |
      And these remedies
        | rule    | say instead                                                                                                             |
        | DE-05-S | delete the absolute word, or name beside it what proves it: compared with whom, in what, on which day, measured by whom |

    Scenario: Absolute words not proven
      Given absolute_wording is yes
      And absolute_wording_proved is no
      When evaluated as of 2026-11-20
      Then rule DE-05-S holds

    Scenario: DE-05-S: absolute wording is yes: just fails
      Given absolute wording is no
      And absolute wording proved is no
      When evaluated as of 2026-11-20
      Then rule DE-05-S does not hold

    Scenario: DE-05-S: absolute wording proved is no: just fails
      Given absolute wording proved is yes
      And absolute wording is yes
      When evaluated as of 2026-11-20
      Then rule DE-05-S does not hold
