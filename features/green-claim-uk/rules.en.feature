# language: en
Feature: Rules · Green claims in the United Kingdom
  Each rule with its verdict, the days on which it governs, and what to say instead.

  Background:
    Given the scorecard green-claim-uk
    And the scorecard applies when kind of communication is commercial
    And verdicts are governed by display period, otherwise ok on basis otherwise

  Rule: Not truthful and accurate
    Background:
      Given these verdict rules
        | id    | rule                      | when                        | verdict    | severity | in force from | basis    |
        | UK-01 | Not truthful and accurate | truthful and accurate is no | misleading | major    | 2021-09-20    | cma-code |
      And these remedies
        | rule  | say instead                                                                             |
        | UK-01 | replace it by what is true: this figure, of this part, in this period, by this evidence |

    Scenario: Not truthful and accurate
      Given truthful is no
      When evaluated as of 2026-11-20
      Then rule UK-01 holds

    Scenario: UK-01: display period is from 2021-09-20: just fails
      Given display period is 2021-09-19 to 2021-09-19
      When evaluated as of 2026-11-20
      Then rule UK-01 is not in force

  Rule: Not clear and unambiguous
    Background:
      Given these verdict rules
        | id    | rule                      | when                        | verdict    | severity | in force from | basis    |
        | UK-02 | Not clear and unambiguous | clear and unambiguous is no | misleading | major    | 2021-09-20    | cma-code |
      And these remedies
        | rule  | say instead                                                                             |
        | UK-02 | replace the word by what is meant: this aspect, by so much, of this part, on this basis |

    Scenario: Not clear and unambiguous
      Given clear is no
      When evaluated as of 2026-11-20
      Then rule UK-02 holds

  Rule: Word not specified, or without its basis
    Background:
      Given these verdict rules
        | id      | rule                                     | when                                                                                                                                                                                                                                                                      | verdict    | severity | in force from | basis     |
        | UK-02-W | Word not specified, or without its basis | claim types includes any of generic, social and environmental, neutral by offsets, neutral without offsets, net zero; specification is one of no specification, elsewhere only                                                                                            | misleading | major    | 2021-09-20    | cma-words |
        | UK-02-W |                                          | claim types includes any of absolute; claim types includes none of recycled content, recyclable, degradable, compostable, renewable energy, renewable material, quantified footprint, durability, repairability; specification is one of no specification, elsewhere only |            |          |               |           |
        | UK-02-W |                                          | claim types includes any of generic, social and environmental, neutral by offsets, neutral without offsets, net zero; basis stated in the claim is no                                                                                                                     |            |          |               |           |
        | UK-02-W |                                          | claim types includes any of absolute; claim types includes none of recycled content, recyclable, degradable, compostable, renewable energy, renewable material, quantified footprint, durability, repairability; basis stated in the claim is no                          |            |          |               |           |
        | UK-02-W |                                          | claim types includes any of generic, social and environmental, absolute; qualified clearly and prominently is no                                                                                                                                                          |            |          |               |           |
      And these remedies
        | rule    | say instead                                                                             |
        | UK-02-W | replace the word by what is meant: this aspect, by so much, of this part, on this basis |

    Scenario: Word not specified, or without its basis
      Given claim_types is absolute
      And specification is none
      When evaluated as of 2026-11-20
      Then rule UK-02-W holds

    Scenario: UK-02-W: claim types includes any of generic, social and environmental, neutral by offsets, neutral without offsets, net zero: just holds
      Given claim types is generic
      And specification is no specification
      When evaluated as of 2026-11-20
      Then rule UK-02-W holds

    Scenario: UK-02-W: claim types includes none of recycled content, recyclable, degradable, compostable, renewable energy, renewable material, quantified footprint, durability, repairability: just fails
      Given claim types is absolute, recycled content
      And specification is no specification
      When evaluated as of 2026-11-20
      Then rule UK-02-W does not hold

    Scenario: UK-02-W: specification is one of no specification, elsewhere only: just fails
      Given specification is on the same medium
      And claim types is absolute
      When evaluated as of 2026-11-20
      Then rule UK-02-W does not hold

    Scenario: UK-02-W: claim types includes any of generic, social and environmental, neutral by offsets, neutral without offsets, net zero: just holds (2)
      Given claim types is generic
      And basis stated in the claim is no
      When evaluated as of 2026-11-20
      Then rule UK-02-W holds

    Scenario: UK-02-W: claim types includes any of generic, social and environmental, neutral by offsets, neutral without offsets, net zero: just fails
      Given claim types is specific attribute
      And basis stated in the claim is no
      When evaluated as of 2026-11-20
      Then rule UK-02-W does not hold

    Scenario: UK-02-W: claim types includes any of absolute: just holds
      Given claim types is absolute
      And basis stated in the claim is no
      When evaluated as of 2026-11-20
      Then rule UK-02-W holds

    Scenario: UK-02-W: claim types includes none of recycled content, recyclable, degradable, compostable, renewable energy, renewable material, quantified footprint, durability, repairability: just fails (2)
      Given claim types is absolute, recycled content
      And basis stated in the claim is no
      When evaluated as of 2026-11-20
      Then rule UK-02-W does not hold

    Scenario: UK-02-W: claim types includes any of generic, social and environmental, absolute: just holds
      Given claim types is generic
      And qualified clearly and prominently is no
      When evaluated as of 2026-11-20
      Then rule UK-02-W holds

    Scenario: UK-02-W: claim types includes any of generic, social and environmental, absolute: just fails
      Given claim types is specific attribute
      And qualified clearly and prominently is no
      When evaluated as of 2026-11-20
      Then rule UK-02-W does not hold

  Rule: Important information omitted
    Background:
      Given these verdict rules
        | id    | rule                          | when                            | verdict    | severity | in force from | basis    |
        | UK-03 | Important information omitted | nothing important omitted is no | misleading | major    | 2021-09-20    | cma-code |
      And these remedies
        | rule  | say instead                                                                                                            |
        | UK-03 | add beside the claim what buyers would want to know: conditions, limits, the rest of the life cycle or of the business |

    Scenario: Important information omitted
      Given nothing_important_omitted is no
      When evaluated as of 2026-11-20
      Then rule UK-03 holds

  Rule: Comparison not fair and meaningful
    Background:
      Given these verdict rules
        | id    | rule                               | when                                 | verdict    | severity | in force from | basis    |
        | UK-04 | Comparison not fair and meaningful | comparison fair and meaningful is no | misleading | major    | 2021-09-20    | cma-code |
      And these remedies
        | rule  | say instead                                                                                                       |
        | UK-04 | so many per cent less of this than that product, for the same function, boundary, method and year, by this source |

    Scenario: Comparison not fair and meaningful
      Given comparison_fair is no
      When evaluated as of 2026-11-20
      Then rule UK-04 holds

  Rule: Full life cycle not considered
    Background:
      Given these verdict rules
        | id    | rule                           | when                             | verdict    | severity | in force from | basis    |
        | UK-05 | Full life cycle not considered | full life cycle considered is no | misleading | major    | 2021-09-20    | cma-code |
      And these remedies
        | rule  | say instead                                                                        |
        | UK-05 | state which stages were counted, such as: in use only, without making and disposal |

    Scenario: Full life cycle not considered
      Given full_life_cycle_considered is no
      When evaluated as of 2026-11-20
      Then rule UK-05 holds

  Rule: Not substantiated
    Background:
      Given these verdict rules
        | id    | rule              | when                | verdict    | severity | in force from | basis    |
        | UK-06 | Not substantiated | substantiated is no | misleading | major    | 2021-09-20    | cma-code |
      And these remedies
        | rule  | say instead                                                                                                     |
        | UK-06 | claim only what a test, footprint or record of this product shows, made before publication; otherwise delete it |

    Scenario: Not substantiated
      Given substantiated is no
      When evaluated as of 2026-11-20
      Then rule UK-06 holds

  Rule: Evidence not held at publication
    Background:
      Given these verdict rules
        | id      | rule                             | when                                  | verdict    | severity | in force from | basis        |
        | UK-06-W | Evidence not held at publication | evidence on file at publication is no | misleading | major    | 2021-09-20    | cma-evidence |
      And these remedies
        | rule    | say instead                                                                  |
        | UK-06-W | publish only what is already shown, and keep the record; otherwise delete it |

    Scenario: Evidence not held at publication
      Given evidence_on_file is no
      When evaluated as of 2026-11-20
      Then rule UK-06-W holds

  Rule: Recycled headline that excludes parts
    Background:
      Given these verdict rules
        | id        | rule                                  | when                                                                         | verdict    | severity | in force from | basis        |
        | REC-02-UK | Recycled headline that excludes parts | claim types includes any of recycled content; headline excludes parts is yes | misleading | major    | 2022-01-19    | asa-recycled |
      And these remedies
        | rule      | say instead                                                                                      |
        | REC-02-UK | put the part into the headline, such as: bottle of 100 % recycled plastic, without cap and label |

    Scenario: Recycled headline that excludes parts
      Given claim_types is recycled_content
      And headline_excludes_parts is yes
      When evaluated as of 2026-11-20
      Then rule REC-02-UK holds

    Scenario: REC-02-UK: claim types includes any of recycled content: just fails
      Given claim types is generic
      And headline excludes parts is yes
      When evaluated as of 2026-11-20
      Then rule REC-02-UK does not hold

    Scenario: REC-02-UK: headline excludes parts is yes: just fails
      Given headline excludes parts is no
      And claim types is recycled content
      When evaluated as of 2026-11-20
      Then rule REC-02-UK does not hold

  Rule: Comparison on stale data
    Background:
      Given these verdict rules
        | id     | rule                     | when                                                                                                            | verdict    | severity | in force from | basis     |
        | EVD-02 | Comparison on stale data | claim types includes any of comparative, quantified footprint, energy efficiency; comparison data current is no | misleading | major    | 2020-02-05    | asa-stale |
      And these remedies
        | rule   | say instead                                           |
        | EVD-02 | compare with data of the last year and state the year |

    Scenario: Comparison on stale data
      Given claim_types is comparative
      And comparison_data_current is no
      When evaluated as of 2026-11-20
      Then rule EVD-02 holds

    Scenario: EVD-02: claim types includes any of comparative, quantified footprint, energy efficiency: just fails
      Given claim types is generic
      And comparison data current is no
      When evaluated as of 2026-11-20
      Then rule EVD-02 does not hold

    Scenario: EVD-02: comparison data current is no: just fails
      Given comparison data current is yes
      And claim types is comparative
      When evaluated as of 2026-11-20
      Then rule EVD-02 does not hold

    Scenario: EVD-02: display period is from 2020-02-05: just fails
      Given display period is 2020-02-04 to 2020-02-04
      When evaluated as of 2026-11-20
      Then rule EVD-02 is not in force

  Rule: Small green part of a high-emitting trader
    Background:
      Given these verdict rules
        | id         | rule                                       | when                                                                                                                                                                 | verdict    | severity | in force from | basis        |
        | OMIT-01-UK | Small green part of a high-emitting trader | subject of the claim is one of trader, brand, category, service, process, site, financial product; high-emitting trader is yes; share of green activity stated is no | misleading | major    | 2022-10-19    | asa-omission |
      And these remedies
        | rule       | say instead                                                                                     |
        | OMIT-01-UK | state beside it which share of business or investment is green, and which is not, with the year |

    Scenario: Small green part of a high-emitting trader
      Given subject_level is trader
      And trader_high_emitting is yes
      And green_share_stated is no
      When evaluated as of 2026-11-20
      Then rule OMIT-01-UK holds

    Scenario: OMIT-01-UK: subject of the claim is one of trader, brand, category, service, process, site, financial product: just fails
      Given subject of the claim is product
      And high-emitting trader is yes
      And share of green activity stated is no
      When evaluated as of 2026-11-20
      Then rule OMIT-01-UK does not hold

    Scenario: OMIT-01-UK: high-emitting trader is yes: just fails
      Given high-emitting trader is no
      And subject of the claim is trader
      And share of green activity stated is no
      When evaluated as of 2026-11-20
      Then rule OMIT-01-UK does not hold

    Scenario: OMIT-01-UK: share of green activity stated is no: just fails
      Given share of green activity stated is yes
      And subject of the claim is trader
      And high-emitting trader is yes
      When evaluated as of 2026-11-20
      Then rule OMIT-01-UK does not hold

  Rule: Claimed boundary beyond the evidence
    Background:
      Given these verdict rules
        | id        | rule                                 | when                                        | verdict    | severity | in force from | basis        |
        | LCA-01-UK | Claimed boundary beyond the evidence | boundary of evidence covers the claim is no | misleading | major    | 2026-05-13    | asa-boundary |
      And these remedies
        | rule      | say instead                                                                                       |
        | LCA-01-UK | state in the same line what was counted, such as: from cradle to retail, without use and disposal |

    Scenario: Claimed boundary beyond the evidence
      Given evidence_boundary_covers_claim is no
      When evaluated as of 2026-11-20
      Then rule LCA-01-UK holds

  Rule: Financed emissions left out
    Background:
      Given these verdict rules
        | id         | rule                        | when                                                                                                                | verdict    | severity | in force from | basis         |
        | OMIT-03-UK | Financed emissions left out | subject of the claim is one of trader, brand, service, financial product; emissions of what is financed is left out | misleading | major    | 2022-10-19    | asa-financing |
      And these remedies
        | rule       | say instead                                                                                                   |
        | OMIT-03-UK | say beside the claim what is financed, insured or invested in that emits much, how much it is, and until when |

    Scenario: Financed emissions left out
      Given subject_level is trader
      And claim_types is generic
      And trader_financed_emissions is left_out
      When evaluated as of 2026-11-20
      Then rule OMIT-03-UK holds

    Scenario: OMIT-03-UK: subject of the claim is one of trader, brand, service, financial product: just fails
      Given subject of the claim is product
      And emissions of what is financed is left out
      When evaluated as of 2026-11-20
      Then rule OMIT-03-UK does not hold

  Rule: No facilities where it is shown
    Background:
      Given these verdict rules
        | id      | rule                            | when                                                                                                                                                         | verdict    | severity | in force from | basis          |
        | UK-02-F | No facilities where it is shown | claim types includes any of recyclable; facilities where it is shown is for hardly anybody there                                                             | misleading | major    | 2021-09-20    | cma-facilities |
        | UK-02-F |                                 | claim types includes any of recyclable; facilities where it is shown is for some there; limits of recycling disclosed is no                                  |            |          |               |                |
        | UK-02-F |                                 | claim types includes any of compostable; facilities where it is shown is one of for some there, for hardly anybody there; lack of facilities disclosed is no |            |          |               |                |
      And these remedies
        | rule    | say instead                                                                                          |
        | UK-02-F | say it only where it can be handed in, or say beside it that facilities may not exist where you live |

    Scenario: No facilities where it is shown
      Given claim_types is recyclable
      And facilities_where_shown is nowhere
      When evaluated as of 2026-11-20
      Then rule UK-02-F holds

    Scenario: UK-02-F: claim types includes any of recyclable: just fails
      Given claim types is generic
      And facilities where it is shown is for hardly anybody there
      When evaluated as of 2026-11-20
      Then rule UK-02-F does not hold

    Scenario: UK-02-F: facilities where it is shown is for hardly anybody there: just fails
      Given facilities where it is shown is for most people there
      And claim types is recyclable
      When evaluated as of 2026-11-20
      Then rule UK-02-F does not hold

    Scenario: UK-02-F: claim types includes any of recyclable: just holds
      Given claim types is recyclable
      And facilities where it is shown is for some there
      And limits of recycling disclosed is no
      When evaluated as of 2026-11-20
      Then rule UK-02-F holds

    Scenario: UK-02-F: claim types includes any of recyclable: just fails (2)
      Given claim types is generic
      And facilities where it is shown is for some there
      And limits of recycling disclosed is no
      When evaluated as of 2026-11-20
      Then rule UK-02-F does not hold

    Scenario: UK-02-F: facilities where it is shown is for some there: just fails
      Given facilities where it is shown is for most people there
      And claim types is recyclable
      And limits of recycling disclosed is no
      When evaluated as of 2026-11-20
      Then rule UK-02-F does not hold

    Scenario: UK-02-F: limits of recycling disclosed is no: just fails
      Given limits of recycling disclosed is yes
      And claim types is recyclable
      And facilities where it is shown is for some there
      When evaluated as of 2026-11-20
      Then rule UK-02-F does not hold

    Scenario: UK-02-F: claim types includes any of compostable: just holds
      Given claim types is compostable
      And facilities where it is shown is for some there
      And lack of facilities disclosed is no
      When evaluated as of 2026-11-20
      Then rule UK-02-F holds

    Scenario: UK-02-F: claim types includes any of compostable: just fails
      Given claim types is generic
      And facilities where it is shown is for some there
      And lack of facilities disclosed is no
      When evaluated as of 2026-11-20
      Then rule UK-02-F does not hold

    Scenario: UK-02-F: facilities where it is shown is one of for some there, for hardly anybody there: just fails
      Given facilities where it is shown is for most people there
      And claim types is compostable
      And lack of facilities disclosed is no
      When evaluated as of 2026-11-20
      Then rule UK-02-F does not hold

    Scenario: UK-02-F: lack of facilities disclosed is no: just fails
      Given lack of facilities disclosed is yes
      And claim types is compostable
      And facilities where it is shown is for some there
      When evaluated as of 2026-11-20
      Then rule UK-02-F does not hold

  Rule: Absolute words not proven
    Background:
      Given these verdict rules
        | id      | rule                      | when                                                   | verdict    | severity | in force from | basis    |
        | UK-06-S | Absolute words not proven | absolute wording is yes; absolute wording proved is no | misleading | major    | 2021-09-20    | cap-11-3 |
      And these remedies
        | rule    | say instead                                                                                                             |
        | UK-06-S | delete the absolute word, or name beside it what proves it: compared with whom, in what, on which day, measured by whom |

    Scenario: Absolute words not proven
      Given absolute_wording is yes
      And absolute_wording_proved is no
      When evaluated as of 2026-11-20
      Then rule UK-06-S holds

    Scenario: UK-06-S: absolute wording is yes: just fails
      Given absolute wording is no
      And absolute wording proved is no
      When evaluated as of 2026-11-20
      Then rule UK-06-S does not hold

    Scenario: UK-06-S: absolute wording proved is no: just fails
      Given absolute wording proved is yes
      And absolute wording is yes
      When evaluated as of 2026-11-20
      Then rule UK-06-S does not hold
