# language: en
Feature: Rules · Green claims in the United Kingdom
  Each rule with its verdict, its period of application and its remedy.

  Background:
    Given the scorecard green-claim-uk
    And the scorecard applies when kind of communication is commercial
    And verdicts are governed by display period, otherwise ok on basis otherwise

  Rule: Principles 1 and 2 of the Green Claims Code
    Background:
      Given these verdict rules
        | id    | rule                            | when                              | verdict    | severity | in force from | basis    |
        | UK-01 | Claim not truthful and accurate | claim truthful and accurate is no | misleading | major    | 2008-05-26    | cma-code |
        | UK-02 | Claim not clear and unambiguous | claim clear and unambiguous is no | misleading | major    | 2008-05-26    | cma-code |
      And these remedies
        | rule  | say instead                                                                 |
        | UK-01 | state the true facts: the value, the part and the period, with the evidence |
        | UK-02 | replace the word by its intended meaning: aspect, quantity, part and basis  |

    Scenario Outline: Principles 1 and 2 of the Green Claims Code: an example of each rule
      Given <given>
      When evaluated as of 2026-11-20
      Then rule <rule> holds

      Examples:
        | given                             | rule  |
        | claim truthful and accurate is no | UK-01 |
        | claim clear and unambiguous is no | UK-02 |

  Rule: Word without specification, basis or clear qualification
    Background:
      Given these verdict rules
        | id      | rule                                                     | when                                                                                                                                                                                                                                                                                      | verdict    | severity | in force from | basis     |
        | UK-02-W | Word without specification, basis or clear qualification | claim types includes any of generic, social and environmental, neutral by offsets, neutral without offsets, net zero; location of the specification is one of no specification, elsewhere only                                                                                            | misleading | major    | 2008-05-26    | cma-words |
        | UK-02-W |                                                          | claim types includes any of absolute; claim types includes none of recycled content, recyclable, degradable, compostable, renewable energy, renewable material, quantified footprint, durability, repairability; location of the specification is one of no specification, elsewhere only |            |          |               |           |
        | UK-02-W |                                                          | claim types includes any of generic, social and environmental, neutral by offsets, neutral without offsets, net zero; basis stated in the claim is no                                                                                                                                     |            |          |               |           |
        | UK-02-W |                                                          | claim types includes any of absolute; claim types includes none of recycled content, recyclable, degradable, compostable, renewable energy, renewable material, quantified footprint, durability, repairability; basis stated in the claim is no                                          |            |          |               |           |
        | UK-02-W |                                                          | claim types includes any of generic, social and environmental, absolute; claim qualified clearly and prominently is no                                                                                                                                                                    |            |          |               |           |
      And these remedies
        | rule    | say instead                                                                |
        | UK-02-W | replace the word by its intended meaning: aspect, quantity, part and basis |

    Scenario Outline: Word without specification, basis or clear qualification
      Given claim types is <claim_types>
      And location of the specification is <location of the specification>
      And basis stated in the claim is <basis_in_claim>
      When evaluated as of 2026-11-20
      Then rule UK-02-W <UK-02-W>

      Examples:
        | claim_types                | location of the specification | basis_in_claim | UK-02-W       |
        | absolute                   | no specification              | yes            | holds         |
        | generic                    | no specification              | yes            | holds         |
        | absolute, recycled content | no specification              | yes            | does not hold |
        | absolute                   | on the same medium            | yes            | does not hold |
        | generic                    | on the same medium            | no             | holds         |
        | specific attribute         | on the same medium            | no             | does not hold |
        | absolute                   | on the same medium            | no             | holds         |
        | absolute, recycled content | on the same medium            | no             | does not hold |

    Scenario Outline: UK-02-W: cases that just meet or just miss its conditions
      Given claim types is <claim_types>
      And claim qualified clearly and prominently is no
      When evaluated as of 2026-11-20
      Then rule UK-02-W <UK-02-W>

      Examples:
        | claim_types        | UK-02-W       |
        | generic            | holds         |
        | specific attribute | does not hold |

  Rule: Principles 3 to 6 of the Green Claims Code
    Background:
      Given these verdict rules
        | id      | rule                                | when                                   | verdict    | severity | in force from | basis        |
        | UK-03   | Important information omitted       | no important information omitted is no | misleading | major    | 2008-05-26    | cma-code     |
        | UK-04   | Comparison not fair and meaningful  | comparison fair and meaningful is no   | misleading | major    | 2008-05-26    | cma-code     |
        | UK-05   | Full life cycle not considered      | full life cycle considered is no       | misleading | major    | 2008-05-26    | cma-code     |
        | UK-06   | Claim not substantiated             | claim substantiated is no              | misleading | major    | 2008-05-26    | cma-code     |
        | UK-06-W | Evidence not on file at publication | evidence on file at publication is no  | misleading | major    | 2008-05-26    | cma-evidence |
      And these remedies
        | rule    | say instead                                                                                                                             |
        | UK-03   | add next to the claim the information that buyers need: conditions, limits, the rest of the life cycle or of the business               |
        | UK-04   | state the percentage difference, the compared product and the aspect, for the same function, boundary, method and year, with the source |
        | UK-05   | state which life-cycle stages are included, for example: use only, without production and disposal                                      |
        | UK-06   | claim only facts that a test, footprint or record of this product proved before publication; otherwise delete the claim                 |
        | UK-06-W | publish only proven facts, and store the record; otherwise delete the claim                                                             |

    Scenario Outline: Principles 3 to 6 of the Green Claims Code: an example of each rule
      Given <given>
      When evaluated as of 2026-11-20
      Then rule <rule> holds

      Examples:
        | given                                  | rule  |
        | no important information omitted is no | UK-03 |
        | comparison fair and meaningful is no   | UK-04 |
        | full life cycle considered is no       | UK-05 |
        | claim substantiated is no              | UK-06 |

    Scenario: Evidence not on file at publication
      Given evidence on file at publication is no
      When evaluated as of 2026-11-20
      Then rule UK-06-W holds

  Rule: Rulings of the Advertising Standards Authority
    Background:
      Given these verdict rules
        | id         | rule                                                       | when                                                                                                                                                                 | verdict    | severity | in force from | basis         |
        | REC-02-UK  | Recycled-content headline that excludes some parts         | claim types includes any of recycled content; headline claim excludes some parts is yes                                                                              | misleading | major    | 2008-05-26    | asa-recycled  |
        | EVD-02     | Comparison based on outdated data                          | claim types includes any of comparative, quantified footprint, energy efficiency; comparison data current is no                                                      | misleading | major    | 2008-05-26    | asa-stale     |
        | OMIT-01-UK | Green activity of a high-emitting trader without its share | subject of the claim is one of trader, brand, category, service, process, site, financial product; high-emitting trader is yes; share of green activity stated is no | misleading | major    | 2008-05-26    | asa-omission  |
        | LCA-01-UK  | Claim goes beyond the boundary of the evidence             | boundary of evidence covers the claim is no                                                                                                                          | misleading | major    | 2008-05-26    | asa-boundary  |
        | OMIT-03-UK | Financed emissions not disclosed                           | subject of the claim is one of trader, brand, service, financial product; financed emissions is undisclosed                                                          | misleading | major    | 2008-05-26    | asa-financing |
      And these remedies
        | rule       | say instead                                                                                                         |
        | REC-02-UK  | state the covered part in the headline, for example: bottle of 100 % recycled plastic, without cap and label        |
        | EVD-02     | compare with data of the latest year and state the year                                                             |
        | OMIT-01-UK | state next to the claim which share of business or investment is green and which is not, with the year              |
        | LCA-01-UK  | state in the same line which stages are included, for example: cradle to retail, without use and disposal           |
        | OMIT-03-UK | state next to the claim which high-emitting business is financed, insured or invested in, its amount and until when |

    Scenario Outline: Recycled-content headline that excludes some parts
      Given claim types is <claim_types>
      And headline claim excludes some parts is <headline_excludes_parts>
      When evaluated as of 2026-11-20
      Then rule REC-02-UK <REC-02-UK>

      Examples:
        | claim_types      | headline_excludes_parts | REC-02-UK     |
        | recycled content | yes                     | holds         |
        | generic          | yes                     | does not hold |
        | recycled content | no                      | does not hold |

    Scenario Outline: Comparison based on outdated data
      Given claim types is <claim_types>
      And comparison data current is <comparison_data_current>
      When evaluated as of 2026-11-20
      Then rule EVD-02 <EVD-02>

      Examples:
        | claim_types | comparison_data_current | EVD-02        |
        | comparative | no                      | holds         |
        | generic     | no                      | does not hold |
        | comparative | yes                     | does not hold |

    Scenario Outline: Green activity of a high-emitting trader without its share
      Given subject of the claim is <subject_level>
      And high-emitting trader is <trader_high_emitting>
      And share of green activity stated is <green_share_stated>
      When evaluated as of 2026-11-20
      Then rule OMIT-01-UK <OMIT-01-UK>

      Examples:
        | subject_level | trader_high_emitting | green_share_stated | OMIT-01-UK    |
        | trader        | yes                  | no                 | holds         |
        | product       | yes                  | no                 | does not hold |
        | trader        | no                   | no                 | does not hold |
        | trader        | yes                  | yes                | does not hold |

    Scenario: Claim goes beyond the boundary of the evidence
      Given boundary of evidence covers the claim is no
      When evaluated as of 2026-11-20
      Then rule LCA-01-UK holds

    Scenario Outline: Financed emissions not disclosed
      Given subject of the claim is <subject_level>
      And claim types is <claim_types>
      And financed emissions is undisclosed
      When evaluated as of 2026-11-20
      Then rule OMIT-03-UK <OMIT-03-UK>

      Examples:
        | subject_level | claim_types        | OMIT-03-UK    |
        | trader        | generic            | holds         |
        | product       | specific attribute | does not hold |

  Rule: No disposal facilities where the claim appears
    Background:
      Given these verdict rules
        | id      | rule                                           | when                                                                                                                                                                                                   | verdict    | severity | in force from | basis          |
        | UK-02-F | No disposal facilities where the claim appears | claim types includes any of recyclable; disposal facilities where the claim appears is available to hardly any people                                                                                  | misleading | major    | 2008-05-26    | cma-facilities |
        | UK-02-F |                                                | claim types includes any of recyclable; disposal facilities where the claim appears is available to some people; limits of recycling disclosed is no                                                   |            |          |               |                |
        | UK-02-F |                                                | claim types includes any of compostable; disposal facilities where the claim appears is one of available to some people, available to hardly any people; lack of composting facilities disclosed is no |            |          |               |                |
      And these remedies
        | rule    | say instead                                                                                                           |
        | UK-02-F | use the claim only where the product can be handed in, or state next to it that facilities may not exist in your area |

    Scenario Outline: No disposal facilities where the claim appears
      Given claim types is <claim_types>
      And facilities_where_shown is <facilities_where_shown>
      And limits of recycling disclosed is <recycling_limits_disclosed>
      And lack of composting facilities disclosed is <compost_facilities_disclosed>
      When evaluated as of 2026-11-20
      Then rule UK-02-F <UK-02-F>

      Examples:
        | claim_types | facilities_where_shown         | recycling_limits_disclosed | compost_facilities_disclosed | UK-02-F       |
        | recyclable  | available to hardly any people | yes                        | yes                          | holds         |
        | generic     | available to hardly any people | yes                        | yes                          | does not hold |
        | recyclable  | available to most people       | yes                        | yes                          | does not hold |
        | recyclable  | available to some people       | no                         | yes                          | holds         |
        | generic     | available to some people       | no                         | yes                          | does not hold |
        | recyclable  | available to most people       | no                         | yes                          | does not hold |
        | recyclable  | available to some people       | yes                        | yes                          | does not hold |
        | compostable | available to some people       | yes                        | no                           | holds         |
        | generic     | available to some people       | yes                        | no                           | does not hold |
        | compostable | available to most people       | yes                        | no                           | does not hold |
        | compostable | available to some people       | yes                        | yes                          | does not hold |

  Rule: Absolute wording not proven
    Background:
      Given these verdict rules
        | id      | rule                        | when                                                   | verdict    | severity | in force from | basis    |
        | UK-06-S | Absolute wording not proven | absolute wording is yes; absolute wording proven is no | misleading | major    | 2008-05-26    | cap-11-3 |
      And these remedies
        | rule    | say instead                                                                                                                      |
        | UK-06-S | delete the absolute word, or state its proof next to it: compared with whom, in which aspect, on which date and measured by whom |

    Scenario Outline: Absolute wording not proven
      Given absolute wording is <absolute_wording>
      And absolute wording proven is <absolute_wording_proved>
      When evaluated as of 2026-11-20
      Then rule UK-06-S <UK-06-S>

      Examples:
        | absolute_wording | absolute_wording_proved | UK-06-S       |
        | yes              | no                      | holds         |
        | no               | no                      | does not hold |
        | yes              | yes                     | does not hold |

  Rule: First day of application of each rule

    Scenario Outline: A rule does not apply before its first day
      Given display period is <display>
      When evaluated as of 2026-11-20
      Then rule <rule>

      Examples:
        | display                  | rule                   |
        | 2008-05-25 to 2008-05-25 | UK-01 is not in force  |
        | 2008-05-25 to 2008-05-25 | EVD-02 is not in force |
