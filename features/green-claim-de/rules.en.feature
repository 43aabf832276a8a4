# language: en
Feature: Rules · Green claims in Germany
  Each rule with its verdict, its effective period, and the recommended wording.

  Background:
    Given the scorecard green-claim-de
    And the scorecard applies when kind of communication is commercial
    And verdicts are governed by display period, otherwise ok on basis otherwise

  Rule: Ambiguous environmental term without explanation in the advertisement
    Background:
      Given these verdict rules
        | id    | rule                                                                  | when                                                                                                                                                                 | verdict    | severity | in force from | basis |
        | DE-01 | Ambiguous environmental term without explanation in the advertisement | claim types includes any of generic, neutral by offsets, neutral without offsets, net zero; location of the specification is one of no specification, elsewhere only | misleading | major    | 2008-12-30    | bgh   |
      And these remedies
        | rule  | say instead                                                                                                                                      |
        | DE-01 | explain in the advertisement itself how much is reduced and how much compensated, over which scope and by which projects; reduction has priority |

    Scenario: Ambiguous environmental term without explanation in the advertisement
      Given claim types is generic
      And location of the specification is no specification
      When evaluated as of 2026-11-20
      Then rule DE-01 holds

  Rule: Other vague term, or term without a stated basis, in the advertisement
    Background:
      Given these verdict rules
        | id      | rule                                                                   | when                                                                                                                                                                                                                                                                                      | verdict    | severity | in force from | basis     |
        | DE-01-W | Other vague term, or term without a stated basis, in the advertisement | claim types includes any of social and environmental, carbon negative; location of the specification is one of no specification, elsewhere only                                                                                                                                           | misleading | major    | 2008-12-30    | bgh-words |
        | DE-01-W |                                                                        | claim types includes any of absolute; claim types includes none of recycled content, recyclable, degradable, compostable, renewable energy, renewable material, quantified footprint, durability, repairability; location of the specification is one of no specification, elsewhere only |            |          |               |           |
        | DE-01-W |                                                                        | claim types includes any of generic, social and environmental, neutral by offsets, neutral without offsets, net zero, carbon negative; basis stated in the claim is no                                                                                                                    |            |          |               |           |
        | DE-01-W |                                                                        | claim types includes any of absolute; claim types includes none of recycled content, recyclable, degradable, compostable, renewable energy, renewable material, quantified footprint, durability, repairability; basis stated in the claim is no                                          |            |          |               |           |
      And these remedies
        | rule    | say instead                                                            |
        | DE-01-W | explain the term in the advertisement itself, with its scope and basis |

    Scenario Outline: Other vague term, or term without a stated basis, in the advertisement
      Given claim types is <claim_types>
      And location of the specification is <location of the specification>
      And basis stated in the claim is <basis_in_claim>
      When evaluated as of 2026-11-20
      Then rule DE-01-W <DE-01-W>

      Examples:
        | claim_types                | location of the specification | basis_in_claim | DE-01-W       |
        | absolute                   | no specification              | yes            | holds         |
        | social and environmental   | no specification              | yes            | holds         |
        | carbon negative            | elsewhere only                | yes            | holds         |
        | social and environmental   | on the same medium            | yes            | does not hold |
        | absolute, recycled content | no specification              | yes            | does not hold |
        | generic                    | on the same medium            | no             | holds         |
        | carbon negative            | on the same medium            | no             | holds         |
        | specific attribute         | on the same medium            | no             | does not hold |
        | absolute                   | on the same medium            | no             | holds         |
        | absolute, recycled content | on the same medium            | no             | does not hold |

  Rule: Neutrality claims and claims about the whole environment
    Background:
      Given these verdict rules
        | id        | rule                                                      | when                                                                                                                                                                                                                                                 | verdict        | severity | in force from | basis         |
        | OFF-05-DE | Temporary storage used to support a neutrality claim      | claim types includes any of neutral by offsets, net zero; offsets used is yes; storage long enough for the claim is no                                                                                                                               | misleading     | major    | 2008-12-30    | de-storage    |
        | OFF-05-DE |                                                           | claim types includes any of neutral by offsets; storage long enough for the claim is no                                                                                                                                                              |                |          |               |               |
        | LCA-02-DE | Environment-neutral claim based on greenhouse gases alone | claim types includes any of absolute; claim types includes none of recycled content, recyclable, degradable, compostable, renewable energy, renewable material, quantified footprint, durability, repairability; all impact categories covered is no | misleading     | major    | 2008-12-30    | de-categories |
        | DE-NEU    | Neutrality claim without a closed balance                 | claim types includes any of neutral by offsets, neutral without offsets, net zero; neutrality documentation complete is no                                                                                                                           | needs evidence | major    | 2008-12-30    | de-balance    |
      And these remedies
        | rule      | say instead                                                                                                                                                                        |
        | OFF-05-DE | do not equate temporary storage with fossil emissions; state your emissions, your reduction since the base year, and separately the funded project and its storage period in years |
        | LCA-02-DE | name the measured impact, for example: carbon footprint in kg, cradle to grave; other impacts were not measured                                                                    |
        | DE-NEU    | publish a closed balance of emissions and compensation; until then state only the reductions                                                                                       |

    Scenario Outline: Temporary storage used to support a neutrality claim
      Given claim types is <claim_types>
      And offsets used is <offsets_used>
      And storage long enough for the claim is <storage_long_enough>
      When evaluated as of 2026-11-20
      Then rule OFF-05-DE <OFF-05-DE>

      Examples:
        | claim_types        | offsets_used | storage_long_enough | OFF-05-DE     |
        | neutral by offsets | yes          | no                  | holds         |
        | generic            | yes          | no                  | does not hold |
        | net zero           | no           | no                  | does not hold |
        | neutral by offsets | yes          | yes                 | does not hold |

    Scenario Outline: Environment-neutral claim based on greenhouse gases alone
      Given claim types is <claim_types>
      And all impact categories covered is no
      When evaluated as of 2026-11-20
      Then rule LCA-02-DE <LCA-02-DE>

      Examples:
        | claim_types                | LCA-02-DE     |
        | absolute                   | holds         |
        | generic                    | does not hold |
        | absolute, recycled content | does not hold |

    Scenario Outline: Neutrality claim without a closed balance
      Given claim types is <claim_types>
      And neutrality documentation complete is no
      When evaluated as of 2026-11-20
      Then rule DE-NEU <DE-NEU>

      Examples:
        | claim_types        | DE-NEU        |
        | neutral by offsets | holds         |
        | generic            | does not hold |

  Rule: Untrue, incomplete or unproven claims
    Background:
      Given these verdict rules
        | id      | rule                                         | when                                                   | verdict    | severity | in force from | basis    |
        | DE-05   | Untrue or unproven environmental advertising | claim truthful and accurate is no                      | misleading | major    | 2008-12-30    | de-5     |
        | DE-05   |                                              | claim substantiated is no                              |            |          |               |          |
        | DE-05a  | Essential information withheld               | no important information omitted is no                 | misleading | major    | 2008-12-30    | de-5a    |
        | DE-05a  |                                              | claim clear and unambiguous is no                      |            |          |               |          |
        | DE-05-S | Absolute wording not proven                  | absolute wording is yes; absolute wording proven is no | misleading | major    | 2008-12-30    | de-5-top |
      And these remedies
        | rule    | say instead                                                                                                                      |
        | DE-05   | state only what is proven for this product, with value, part and source                                                          |
        | DE-05a  | state in the advertisement what is reduced, what is compensated and how, and what is excluded                                    |
        | DE-05-S | delete the absolute word, or state its proof next to it: compared with whom, in which aspect, on which date and measured by whom |

    Scenario: Untrue or unproven environmental advertising
      Given claim truthful and accurate is no
      When evaluated as of 2026-11-20
      Then rule DE-05 holds

    Scenario: Rule DE-05 also applies to an unsubstantiated claim
      Given claim substantiated is no
      When evaluated as of 2026-11-20
      Then rule DE-05 holds

    Scenario: Essential information withheld
      Given no important information omitted is no
      When evaluated as of 2026-11-20
      Then rule DE-05a holds

    Scenario: Rule DE-05a also applies to an unclear claim
      Given claim clear and unambiguous is no
      When evaluated as of 2026-11-20
      Then rule DE-05a holds

    Scenario Outline: Absolute wording not proven
      Given absolute wording is <absolute_wording>
      And absolute wording proven is <absolute_wording_proved>
      When evaluated as of 2026-11-20
      Then rule DE-05-S <DE-05-S>

      Examples:
        | absolute_wording | absolute_wording_proved | DE-05-S       |
        | yes              | no                      | holds         |
        | no               | no                      | does not hold |
        | yes              | yes                     | does not hold |

  Rule: Effective dates of the rules

    Scenario Outline: A rule is not in force before its first day
      Given display period is <display>
      When evaluated as of 2026-11-20
      Then rule <rule>

      Examples:
        | display                  | rule                      |
        | 2008-12-29 to 2008-12-29 | OFF-05-DE is not in force |
        | 2008-12-29 to 2008-12-29 | DE-05 is not in force     |
