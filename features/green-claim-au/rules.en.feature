# language: en
Feature: Rules · Green claims in Australia
  Each rule with its verdict, the days on which it governs, and what to say instead.

  Background:
    Given the scorecard green-claim-au
    And the scorecard applies when kind of communication is one of commercial, mandatory report
    And verdicts are governed by display period, otherwise ok on basis otherwise

  Rule: Principles 1 to 5 of the Commission
    Background:
      Given these verdict rules
        | id    | rule                          | when                            | verdict        | severity | in force from | basis |
        | AU-01 | Not accurate and truthful     | truthful and accurate is no     | misleading     | major    | 2011-01-01    | accc  |
        | AU-02 | No evidence                   | substantiated is no             | needs evidence | major    | 2011-01-01    | accc  |
        | AU-03 | Information hidden or omitted | nothing important omitted is no | needs evidence | major    | 2011-01-01    | accc  |
        | AU-04 | Conditions not explained      | conditions explained is no      | needs evidence | major    | 2011-01-01    | accc  |
        | AU-05 | Broad and unqualified         | clear and unambiguous is no     | needs evidence | major    | 2011-01-01    | accc  |
      And these remedies
        | rule  | say instead                                                                                                            |
        | AU-01 | replace it by what is true: this figure, of this part, in this period, by this evidence                                |
        | AU-02 | claim only what a test, footprint or record of this product shows, made before publication; otherwise delete it        |
        | AU-03 | add beside the claim what buyers would want to know: conditions, limits, the rest of the life cycle or of the business |
        | AU-04 | state under which conditions it holds, such as: where the council collects it, after rinsing                           |
        | AU-05 | replace the word by what is meant: this aspect, by so much, of this part, on this basis                                |

    Scenario Outline: Principles 1 to 5 of the Commission: a case of each
      Given <given>
      When evaluated as of 2026-11-20
      Then rule <rule> holds

      Examples:
        | given                           | rule  |
        | truthful and accurate is no     | AU-01 |
        | substantiated is no             | AU-02 |
        | nothing important omitted is no | AU-03 |
        | conditions explained is no      | AU-04 |
        | clear and unambiguous is no     | AU-05 |

  Rule: Word not specified, or without its basis
    Background:
      Given these verdict rules
        | id      | rule                                     | when                                                                                                                                                                                                                                                                      | verdict        | severity | in force from | basis      |
        | AU-05-W | Word not specified, or without its basis | claim types includes any of generic, social and environmental, neutral by offsets, neutral without offsets, net zero; specification is one of no specification, elsewhere only                                                                                            | needs evidence | major    | 2011-01-01    | accc-words |
        | AU-05-W |                                          | claim types includes any of absolute; claim types includes none of recycled content, recyclable, degradable, compostable, renewable energy, renewable material, quantified footprint, durability, repairability; specification is one of no specification, elsewhere only |                |          |               |            |
        | AU-05-W |                                          | claim types includes any of generic, social and environmental, neutral by offsets, neutral without offsets, net zero; basis stated in the claim is no                                                                                                                     |                |          |               |            |
        | AU-05-W |                                          | claim types includes any of absolute; claim types includes none of recycled content, recyclable, degradable, compostable, renewable energy, renewable material, quantified footprint, durability, repairability; basis stated in the claim is no                          |                |          |               |            |
      And these remedies
        | rule    | say instead                                                                             |
        | AU-05-W | replace the word by what is meant: this aspect, by so much, of this part, on this basis |

    Scenario Outline: Word not specified, or without its basis
      Given claim types is <claim_types>
      And specification is <specification>
      And basis stated in the claim is <basis_in_claim>
      When evaluated as of 2026-11-20
      Then rule AU-05-W <AU-05-W>

      Examples:
        | claim_types                | specification      | basis_in_claim | AU-05-W       |
        | absolute                   | no specification   | yes            | holds         |
        | absolute, recycled content | no specification   | yes            | does not hold |
        | absolute                   | on the same medium | yes            | does not hold |
        | generic                    | on the same medium | no             | holds         |
        | specific attribute         | on the same medium | no             | does not hold |
        | absolute                   | on the same medium | no             | holds         |
        | absolute, recycled content | on the same medium | no             | does not hold |

  Rule: Principles 6 to 8 of the Commission
    Background:
      Given these verdict rules
        | id    | rule                          | when                            | verdict        | severity | in force from | basis |
        | AU-06 | Language not clear            | language plain is no            | needs evidence | major    | 2011-01-01    | accc  |
        | AU-07 | Visuals misleading            | visuals fair is no              | misleading     | major    | 2011-01-01    | accc  |
        | AU-08 | Not open about the transition | open about the transition is no | needs evidence | major    | 2011-01-01    | accc  |
      And these remedies
        | rule  | say instead                                                                          |
        | AU-06 | use words that buyers use, and explain a technical term beside it                    |
        | AU-07 | take out pictures, colours and marks that promise more than the text proves          |
        | AU-08 | state what is done, what is only planned and until when, and what has not worked yet |

    Scenario Outline: Principles 6 to 8 of the Commission: a case of each
      Given <given>
      When evaluated as of 2026-11-20
      Then rule <rule> holds

      Examples:
        | given                           | rule  |
        | language plain is no            | AU-06 |
        | visuals fair is no              | AU-07 |
        | open about the transition is no | AU-08 |

  Rule: Grounds and proof under the Australian Consumer Law
    Background:
      Given these verdict rules
        | id        | rule                               | when                                                                                                                                                                                                                                                                                           | verdict        | severity | in force from | basis          |
        | REC-03-AU | Ocean plastic from elsewhere       | claim types includes any of recycled content; any ocean plastic named is from the ocean is no                                                                                                                                                                                                  | misleading     | major    | 2011-01-01    | clorox         |
        | AU-F      | Promise without reasonable grounds | claim types includes any of future; substantiated is no                                                                                                                                                                                                                                        | misleading     | major    | 2011-01-01    | acl-4          |
        | AU-B      | Broad claim without evidence       | claim types includes any of generic, social and environmental; specification is one of no specification, elsewhere only; substantiated is no                                                                                                                                                   | misleading     | major    | 2011-01-01    | broad-unproven |
        | AU-B      |                                    | claim types includes any of absolute; claim types includes none of recycled content, recyclable, degradable, compostable, renewable energy, renewable material, quantified footprint, durability, repairability; specification is one of no specification, elsewhere only; substantiated is no |                |          |               |                |
        | AU-B      |                                    | claim types includes any of neutral by offsets, neutral without offsets, net zero; substantiated is no                                                                                                                                                                                         |                |          |               |                |
        | AU-02-S   | Absolute words not proven          | absolute wording is yes; absolute wording proved is no                                                                                                                                                                                                                                         | needs evidence | major    | 2011-01-01    | acl-top        |
      And these remedies
        | rule      | say instead                                                                                                             |
        | REC-03-AU | plastic collected within so many kilometres of the coast, not from the ocean                                            |
        | AU-F      | state which steps, money and dates stand behind it, or tell only what was achieved                                      |
        | AU-B      | replace it by one specific fact with its evidence                                                                       |
        | AU-02-S   | delete the absolute word, or name beside it what proves it: compared with whom, in what, on which day, measured by whom |

    Scenario Outline: Ocean plastic from elsewhere
      Given claim types is <claim_types>
      And ocean_plastic_from_ocean is <ocean_plastic_from_ocean>
      When evaluated as of 2026-11-20
      Then rule REC-03-AU <REC-03-AU>

      Examples:
        | claim_types      | ocean_plastic_from_ocean | REC-03-AU     |
        | recycled content | no                       | holds         |
        | generic          | no                       | does not hold |
        | recycled content | yes                      | does not hold |

    Scenario Outline: Promise without reasonable grounds
      Given claim types is future
      And substantiated is <substantiated>
      When evaluated as of 2026-11-20
      Then rule AU-F <AU-F>

      Examples:
        | substantiated | AU-F          |
        | no            | holds         |
        | yes           | does not hold |

    Scenario Outline: Broad claim without evidence
      Given claim types is <claim_types>
      And specification is <specification>
      And substantiated is <substantiated>
      When evaluated as of 2026-11-20
      Then rule AU-B <AU-B>

      Examples:
        | claim_types                | specification      | substantiated | AU-B          |
        | generic                    | no specification   | no            | holds         |
        | specific attribute         | no specification   | no            | does not hold |
        | generic                    | on the same medium | no            | does not hold |
        | generic                    | no specification   | yes           | does not hold |
        | absolute                   | no specification   | no            | holds         |
        | absolute, recycled content | no specification   | no            | does not hold |
        | absolute                   | on the same medium | no            | does not hold |
        | neutral by offsets         | on the same medium | no            | holds         |
        | neutral by offsets         | on the same medium | yes           | does not hold |

    Scenario Outline: Absolute words not proven
      Given absolute wording is <absolute_wording>
      And absolute wording proved is <absolute_wording_proved>
      When evaluated as of 2026-11-20
      Then rule AU-02-S <AU-02-S>

      Examples:
        | absolute_wording | absolute_wording_proved | AU-02-S       |
        | yes              | no                      | holds         |
        | no               | no                      | does not hold |
        | yes              | yes                     | does not hold |

  Rule: The first days of the rules

    Scenario Outline: before its first day a rule does not govern
      Given display period is <display>
      When evaluated as of 2026-11-20
      Then rule <rule>

      Examples:
        | display                  | rule                  |
        | 2010-12-31 to 2010-12-31 | AU-01 is not in force |
        | 2010-12-31 to 2010-12-31 | AU-F is not in force  |
