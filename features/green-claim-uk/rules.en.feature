# language: en
Feature: Rules · Green claims in the United Kingdom
  Each rule with its verdict, the days on which it governs, and what to say instead.

  Background:
    Given the scorecard green-claim-uk
    And the scorecard applies when kind of communication is commercial
    And verdicts are governed by display period, otherwise ok on basis otherwise

  Rule: Principles 1 and 2 of the Green Claims Code
    Background:
      Given these verdict rules
        | id    | rule                      | when                        | verdict    | severity | in force from | basis    |
        | UK-01 | Not truthful and accurate | truthful and accurate is no | misleading | major    | 2008-05-26    | cma-code |
        | UK-02 | Not clear and unambiguous | clear and unambiguous is no | misleading | major    | 2008-05-26    | cma-code |
      And these remedies
        | rule  | say instead                                                                             |
        | UK-01 | replace it by what is true: this figure, of this part, in this period, by this evidence |
        | UK-02 | replace the word by what is meant: this aspect, by so much, of this part, on this basis |

    Scenario Outline: Principles 1 and 2 of the Green Claims Code: a case of each
      Given <given>
      When evaluated as of 2026-11-20
      Then rule <rule> holds

      Examples:
        | given                       | rule  |
        | truthful and accurate is no | UK-01 |
        | clear and unambiguous is no | UK-02 |

  Rule: Word not specified, or without its basis
    Background:
      Given these verdict rules
        | id      | rule                                     | when                                                                                                                                                                                                                                                                      | verdict    | severity | in force from | basis     |
        | UK-02-W | Word not specified, or without its basis | claim types includes any of generic, social and environmental, neutral by offsets, neutral without offsets, net zero; specification is one of no specification, elsewhere only                                                                                            | misleading | major    | 2008-05-26    | cma-words |
        | UK-02-W |                                          | claim types includes any of absolute; claim types includes none of recycled content, recyclable, degradable, compostable, renewable energy, renewable material, quantified footprint, durability, repairability; specification is one of no specification, elsewhere only |            |          |               |           |
        | UK-02-W |                                          | claim types includes any of generic, social and environmental, neutral by offsets, neutral without offsets, net zero; basis stated in the claim is no                                                                                                                     |            |          |               |           |
        | UK-02-W |                                          | claim types includes any of absolute; claim types includes none of recycled content, recyclable, degradable, compostable, renewable energy, renewable material, quantified footprint, durability, repairability; basis stated in the claim is no                          |            |          |               |           |
        | UK-02-W |                                          | claim types includes any of generic, social and environmental, absolute; qualified clearly and prominently is no                                                                                                                                                          |            |          |               |           |
      And these remedies
        | rule    | say instead                                                                             |
        | UK-02-W | replace the word by what is meant: this aspect, by so much, of this part, on this basis |

    Scenario Outline: Word not specified, or without its basis
      Given claim types is <claim_types>
      And specification is <specification>
      And basis stated in the claim is <basis_in_claim>
      When evaluated as of 2026-11-20
      Then rule UK-02-W <UK-02-W>

      Examples:
        | claim_types                | specification      | basis_in_claim | UK-02-W       |
        | absolute                   | no specification   | yes            | holds         |
        | generic                    | no specification   | yes            | holds         |
        | absolute, recycled content | no specification   | yes            | does not hold |
        | absolute                   | on the same medium | yes            | does not hold |
        | generic                    | on the same medium | no             | holds         |
        | specific attribute         | on the same medium | no             | does not hold |
        | absolute                   | on the same medium | no             | holds         |
        | absolute, recycled content | on the same medium | no             | does not hold |

    Scenario Outline: UK-02-W: where it just holds and just fails
      Given claim types is <claim_types>
      And qualified clearly and prominently is no
      When evaluated as of 2026-11-20
      Then rule UK-02-W <UK-02-W>

      Examples:
        | claim_types        | UK-02-W       |
        | generic            | holds         |
        | specific attribute | does not hold |

  Rule: Principles 3 to 6 of the Green Claims Code
    Background:
      Given these verdict rules
        | id      | rule                               | when                                  | verdict    | severity | in force from | basis        |
        | UK-03   | Important information omitted      | nothing important omitted is no       | misleading | major    | 2008-05-26    | cma-code     |
        | UK-04   | Comparison not fair and meaningful | comparison fair and meaningful is no  | misleading | major    | 2008-05-26    | cma-code     |
        | UK-05   | Full life cycle not considered     | full life cycle considered is no      | misleading | major    | 2008-05-26    | cma-code     |
        | UK-06   | Not substantiated                  | substantiated is no                   | misleading | major    | 2008-05-26    | cma-code     |
        | UK-06-W | Evidence not held at publication   | evidence on file at publication is no | misleading | major    | 2008-05-26    | cma-evidence |
      And these remedies
        | rule    | say instead                                                                                                            |
        | UK-03   | add beside the claim what buyers would want to know: conditions, limits, the rest of the life cycle or of the business |
        | UK-04   | so many per cent less of this than that product, for the same function, boundary, method and year, by this source      |
        | UK-05   | state which stages were counted, such as: in use only, without making and disposal                                     |
        | UK-06   | claim only what a test, footprint or record of this product shows, made before publication; otherwise delete it        |
        | UK-06-W | publish only what is already shown, and keep the record; otherwise delete it                                           |

    Scenario Outline: Principles 3 to 6 of the Green Claims Code: a case of each
      Given <given>
      When evaluated as of 2026-11-20
      Then rule <rule> holds

      Examples:
        | given                                | rule  |
        | nothing important omitted is no      | UK-03 |
        | comparison fair and meaningful is no | UK-04 |
        | full life cycle considered is no     | UK-05 |
        | substantiated is no                  | UK-06 |

    Scenario: Evidence not held at publication
      Given evidence on file at publication is no
      When evaluated as of 2026-11-20
      Then rule UK-06-W holds

  Rule: Rulings of the Advertising Standards Authority
    Background:
      Given these verdict rules
        | id         | rule                                       | when                                                                                                                                                                 | verdict    | severity | in force from | basis         |
        | REC-02-UK  | Recycled headline that excludes parts      | claim types includes any of recycled content; headline excludes parts is yes                                                                                         | misleading | major    | 2008-05-26    | asa-recycled  |
        | EVD-02     | Comparison on stale data                   | claim types includes any of comparative, quantified footprint, energy efficiency; comparison data current is no                                                      | misleading | major    | 2008-05-26    | asa-stale     |
        | OMIT-01-UK | Small green part of a high-emitting trader | subject of the claim is one of trader, brand, category, service, process, site, financial product; high-emitting trader is yes; share of green activity stated is no | misleading | major    | 2008-05-26    | asa-omission  |
        | LCA-01-UK  | Claimed boundary beyond the evidence       | boundary of evidence covers the claim is no                                                                                                                          | misleading | major    | 2008-05-26    | asa-boundary  |
        | OMIT-03-UK | Financed emissions left out                | subject of the claim is one of trader, brand, service, financial product; emissions of what is financed is left out                                                  | misleading | major    | 2008-05-26    | asa-financing |
      And these remedies
        | rule       | say instead                                                                                                   |
        | REC-02-UK  | put the part into the headline, such as: bottle of 100 % recycled plastic, without cap and label              |
        | EVD-02     | compare with data of the last year and state the year                                                         |
        | OMIT-01-UK | state beside it which share of business or investment is green, and which is not, with the year               |
        | LCA-01-UK  | state in the same line what was counted, such as: from cradle to retail, without use and disposal             |
        | OMIT-03-UK | say beside the claim what is financed, insured or invested in that emits much, how much it is, and until when |

    Scenario Outline: Recycled headline that excludes parts
      Given claim types is <claim_types>
      And headline excludes parts is <headline_excludes_parts>
      When evaluated as of 2026-11-20
      Then rule REC-02-UK <REC-02-UK>

      Examples:
        | claim_types      | headline_excludes_parts | REC-02-UK     |
        | recycled content | yes                     | holds         |
        | generic          | yes                     | does not hold |
        | recycled content | no                      | does not hold |

    Scenario Outline: Comparison on stale data
      Given claim types is <claim_types>
      And comparison data current is <comparison_data_current>
      When evaluated as of 2026-11-20
      Then rule EVD-02 <EVD-02>

      Examples:
        | claim_types | comparison_data_current | EVD-02        |
        | comparative | no                      | holds         |
        | generic     | no                      | does not hold |
        | comparative | yes                     | does not hold |

    Scenario Outline: Small green part of a high-emitting trader
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

    Scenario: Claimed boundary beyond the evidence
      Given boundary of evidence covers the claim is no
      When evaluated as of 2026-11-20
      Then rule LCA-01-UK holds

    Scenario Outline: Financed emissions left out
      Given subject of the claim is <subject_level>
      And claim types is <claim_types>
      And emissions of what is financed is left out
      When evaluated as of 2026-11-20
      Then rule OMIT-03-UK <OMIT-03-UK>

      Examples:
        | subject_level | claim_types        | OMIT-03-UK    |
        | trader        | generic            | holds         |
        | product       | specific attribute | does not hold |

  Rule: No facilities where it is shown
    Background:
      Given these verdict rules
        | id      | rule                            | when                                                                                                                                                         | verdict    | severity | in force from | basis          |
        | UK-02-F | No facilities where it is shown | claim types includes any of recyclable; facilities where it is shown is for hardly anybody there                                                             | misleading | major    | 2008-05-26    | cma-facilities |
        | UK-02-F |                                 | claim types includes any of recyclable; facilities where it is shown is for some there; limits of recycling disclosed is no                                  |            |          |               |                |
        | UK-02-F |                                 | claim types includes any of compostable; facilities where it is shown is one of for some there, for hardly anybody there; lack of facilities disclosed is no |            |          |               |                |
      And these remedies
        | rule    | say instead                                                                                          |
        | UK-02-F | say it only where it can be handed in, or say beside it that facilities may not exist where you live |

    Scenario Outline: No facilities where it is shown
      Given claim types is <claim_types>
      And facilities_where_shown is <facilities_where_shown>
      And limits of recycling disclosed is <recycling_limits_disclosed>
      And lack of facilities disclosed is <compost_facilities_disclosed>
      When evaluated as of 2026-11-20
      Then rule UK-02-F <UK-02-F>

      Examples:
        | claim_types | facilities_where_shown   | recycling_limits_disclosed | compost_facilities_disclosed | UK-02-F       |
        | recyclable  | for hardly anybody there | yes                        | yes                          | holds         |
        | generic     | for hardly anybody there | yes                        | yes                          | does not hold |
        | recyclable  | for most people there    | yes                        | yes                          | does not hold |
        | recyclable  | for some there           | no                         | yes                          | holds         |
        | generic     | for some there           | no                         | yes                          | does not hold |
        | recyclable  | for most people there    | no                         | yes                          | does not hold |
        | recyclable  | for some there           | yes                        | yes                          | does not hold |
        | compostable | for some there           | yes                        | no                           | holds         |
        | generic     | for some there           | yes                        | no                           | does not hold |
        | compostable | for most people there    | yes                        | no                           | does not hold |
        | compostable | for some there           | yes                        | yes                          | does not hold |

  Rule: Absolute words not proven
    Background:
      Given these verdict rules
        | id      | rule                      | when                                                   | verdict    | severity | in force from | basis    |
        | UK-06-S | Absolute words not proven | absolute wording is yes; absolute wording proved is no | misleading | major    | 2008-05-26    | cap-11-3 |
      And these remedies
        | rule    | say instead                                                                                                             |
        | UK-06-S | delete the absolute word, or name beside it what proves it: compared with whom, in what, on which day, measured by whom |

    Scenario Outline: Absolute words not proven
      Given absolute wording is <absolute_wording>
      And absolute wording proved is <absolute_wording_proved>
      When evaluated as of 2026-11-20
      Then rule UK-06-S <UK-06-S>

      Examples:
        | absolute_wording | absolute_wording_proved | UK-06-S       |
        | yes              | no                      | holds         |
        | no               | no                      | does not hold |
        | yes              | yes                     | does not hold |

  Rule: The first days of the rules

    Scenario Outline: before its first day a rule does not govern
      Given display period is <display>
      When evaluated as of 2026-11-20
      Then rule <rule>

      Examples:
        | display                  | rule                   |
        | 2008-05-25 to 2008-05-25 | UK-01 is not in force  |
        | 2008-05-25 to 2008-05-25 | EVD-02 is not in force |
