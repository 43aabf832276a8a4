# language: en
Feature: Rules · Green claims in the United States
  Each rule with its verdict, the days on which it governs, and what to say instead.

  Background:
    Given the scorecard green-claim-us
    And the scorecard applies when kind of communication is commercial
    And verdicts are governed by display period, otherwise ok on basis otherwise

  Rule: Unqualified general benefit
    Background:
      Given these verdict rules
        | id       | rule                        | when                                                                         | verdict    | severity | in force from | basis |
        | US-260-4 | Unqualified general benefit | claim types includes any of generic; qualified clearly and prominently is no | misleading | major    | 2012-10-11    | ftc-4 |
        | US-260-4 |                             | claim types includes any of generic; specification is no specification       |            |          |               |       |
      And these remedies
        | rule     | say instead                                                                               |
        | US-260-4 | replace it by specific benefits, such as: made with 60 % less water than our former model |

    Scenario: Unqualified general benefit
      Given claim_types is generic
      And qualified_prominently is no
      When evaluated as of 2026-11-20
      Then rule US-260-4 holds

    Scenario: US-260-4: claim types includes any of generic: just fails
      Given claim types is social and environmental
      And qualified clearly and prominently is no
      When evaluated as of 2026-11-20
      Then rule US-260-4 does not hold

    Scenario: US-260-4: claim types includes any of generic: just holds
      Given claim types is generic
      And specification is no specification
      When evaluated as of 2026-11-20
      Then rule US-260-4 holds

    Scenario: US-260-4: display period is from 2012-10-11: just fails
      Given display period is 2012-10-10 to 2012-10-10
      When evaluated as of 2026-11-20
      Then rule US-260-4 is not in force

  Rule: Sustainable, or absolute word, unqualified
    Background:
      Given these verdict rules
        | id         | rule                                       | when                                                                                                                                                                                                                                               | verdict    | severity | in force from | basis       |
        | US-260-4-W | Sustainable, or absolute word, unqualified | claim types includes any of social and environmental; qualified clearly and prominently is no                                                                                                                                                      | misleading | major    | 2012-10-11    | ftc-4-words |
        | US-260-4-W |                                            | claim types includes any of social and environmental; specification is no specification                                                                                                                                                            |            |          |               |             |
        | US-260-4-W |                                            | claim types includes any of absolute; claim types includes none of recycled content, recyclable, degradable, compostable, renewable energy, renewable material, quantified footprint, durability, repairability; specification is no specification |            |          |               |             |
      And these remedies
        | rule       | say instead                                                                               |
        | US-260-4-W | replace it by specific benefits, such as: made with 60 % less water than our former model |

    Scenario: Sustainable, or absolute word, unqualified
      Given claim_types is social_mix
      And specification is none
      When evaluated as of 2026-11-20
      Then rule US-260-4-W holds

    Scenario: US-260-4-W: claim types includes any of absolute: just holds
      Given claim types is absolute
      And specification is no specification
      When evaluated as of 2026-11-20
      Then rule US-260-4-W holds

    Scenario: US-260-4-W: claim types includes none of recycled content, recyclable, degradable, compostable, renewable energy, renewable material, quantified footprint, durability, repairability: just fails
      Given claim types is absolute, recycled content
      And specification is no specification
      When evaluated as of 2026-11-20
      Then rule US-260-4-W does not hold

    Scenario: US-260-4-W: specification is no specification: just fails
      Given specification is on the same medium
      And claim types is absolute
      When evaluated as of 2026-11-20
      Then rule US-260-4-W does not hold

  Rule: Offset without competent evidence
    Background:
      Given these verdict rules
        | id       | rule                              | when                                                                                          | verdict    | severity | in force from | basis |
        | US-260-5 | Offset without competent evidence | offsets used is yes; offset evidence competent and sold once is no                            | misleading | major    | 2012-10-11    | ftc-5 |
        | US-260-5 |                                   | claim types includes any of neutral by offsets; offset evidence competent and sold once is no |            |          |               |       |
      And these remedies
        | rule     | say instead                                                                                 |
        | US-260-5 | claim only reductions that are measured, sold once and retired for you; otherwise delete it |

    Scenario: Offset without competent evidence
      Given offsets_used is yes
      And offset_evidence_competent is no
      When evaluated as of 2026-11-20
      Then rule US-260-5 holds

    Scenario: US-260-5: offsets used is yes: just fails
      Given offsets used is no
      And offset evidence competent and sold once is no
      When evaluated as of 2026-11-20
      Then rule US-260-5 does not hold

    Scenario: US-260-5: claim types includes any of neutral by offsets: just holds
      Given claim types is neutral by offsets
      And offset evidence competent and sold once is no
      When evaluated as of 2026-11-20
      Then rule US-260-5 holds

  Rule: Reductions two years away, undisclosed
    Background:
      Given these verdict rules
        | id     | rule                                   | when                                                                         | verdict    | severity | in force from | basis |
        | OFF-02 | Reductions two years away, undisclosed | offsets used is yes; reductions two years away is yes; delay disclosed is no | misleading | major    | 2012-10-11    | ftc-5 |
      And these remedies
        | rule   | say instead                                 |
        | OFF-02 | the reductions come about only in this year |

    Scenario: Reductions two years away, undisclosed
      Given offsets_used is yes
      And offset_delay_two_years is yes
      And offset_delay_disclosed is no
      When evaluated as of 2026-11-20
      Then rule OFF-02 holds

    Scenario: OFF-02: offsets used is yes: just fails
      Given offsets used is no
      And reductions two years away is yes
      And delay disclosed is no
      When evaluated as of 2026-11-20
      Then rule OFF-02 does not hold

    Scenario: OFF-02: reductions two years away is yes: just fails
      Given reductions two years away is no
      And offsets used is yes
      And delay disclosed is no
      When evaluated as of 2026-11-20
      Then rule OFF-02 does not hold

    Scenario: OFF-02: delay disclosed is no: just fails
      Given delay disclosed is yes
      And offsets used is yes
      And reductions two years away is yes
      When evaluated as of 2026-11-20
      Then rule OFF-02 does not hold

  Rule: Offset required by law
    Background:
      Given these verdict rules
        | id     | rule                   | when                                                         | verdict    | severity | in force from | basis |
        | OFF-03 | Offset required by law | offsets used is yes; offset activity legally required is yes | misleading | major    | 2012-10-11    | ftc-5 |
      And these remedies
        | rule   | say instead                                                  |
        | OFF-03 | delete it; what the law requires of the project is no offset |

    Scenario: Offset required by law
      Given offsets_used is yes
      And offset_legally_required is yes
      When evaluated as of 2026-11-20
      Then rule OFF-03 holds

    Scenario: OFF-03: offsets used is yes: just fails
      Given offsets used is no
      And offset activity legally required is yes
      When evaluated as of 2026-11-20
      Then rule OFF-03 does not hold

  Rule: Seal without basis or connection
    Background:
      Given these verdict rules
        | id       | rule                             | when                                                                   | verdict    | severity | in force from | basis |
        | US-260-6 | Seal without basis or connection | claim types includes any of label; basis of the seal stated is no      | misleading | major    | 2012-10-11    | ftc-6 |
        | US-260-6 |                                  | claim types includes any of label; material connection disclosed is no |            |          |               |       |
      And these remedies
        | rule     | say instead                                                                    |
        | US-260-6 | state beside the seal what it attests, who gives it, and how you are connected |

    Scenario: Seal without basis or connection
      Given claim_types is label
      And seal_basis_stated is no
      When evaluated as of 2026-11-20
      Then rule US-260-6 holds

    Scenario: US-260-6: claim types includes any of label: just fails
      Given claim types is generic
      And basis of the seal stated is no
      When evaluated as of 2026-11-20
      Then rule US-260-6 does not hold

    Scenario: US-260-6: basis of the seal stated is no: just fails
      Given basis of the seal stated is yes
      And claim types is label
      When evaluated as of 2026-11-20
      Then rule US-260-6 does not hold

    Scenario: US-260-6: claim types includes any of label: just holds
      Given claim types is label
      And material connection disclosed is no
      When evaluated as of 2026-11-20
      Then rule US-260-6 holds

    Scenario: US-260-6: claim types includes any of label: just fails (2)
      Given claim types is generic
      And material connection disclosed is no
      When evaluated as of 2026-11-20
      Then rule US-260-6 does not hold

  Rule: Compostable without conditions
    Background:
      Given these verdict rules
        | id       | rule                           | when                                                                                    | verdict    | severity | in force from | basis |
        | US-260-7 | Compostable without conditions | claim types includes any of compostable, degradable; all of it composts in time is no   | misleading | major    | 2012-10-11    | ftc-7 |
        | US-260-7 |                                | claim types includes any of compostable, degradable; lack of facilities disclosed is no |            |          |               |       |
      And these remedies
        | rule     | say instead                                                                                  |
        | US-260-7 | compostable in industrial facilities, which may not exist in your area; not for home compost |

    Scenario: Compostable without conditions
      Given claim_types is compostable
      And composts_timely is no
      When evaluated as of 2026-11-20
      Then rule US-260-7 holds

    Scenario: US-260-7: claim types includes any of compostable, degradable: just holds
      Given claim types is compostable
      And lack of facilities disclosed is no
      When evaluated as of 2026-11-20
      Then rule US-260-7 holds

    Scenario: US-260-7: claim types includes any of compostable, degradable: just fails
      Given claim types is generic
      And lack of facilities disclosed is no
      When evaluated as of 2026-11-20
      Then rule US-260-7 does not hold

  Rule: Degradable not within a year
    Background:
      Given these verdict rules
        | id       | rule                         | when                                                                                             | verdict    | severity | in force from | basis |
        | US-260-8 | Degradable not within a year | claim types includes any of degradable, compostable; degrades within a year after disposal is no | misleading | major    | 2012-10-11    | ftc-8 |
      And these remedies
        | rule     | say instead                                                                              |
        | US-260-8 | state in which environment, how far and in what time it degrades; for landfill delete it |

    Scenario: Degradable not within a year
      Given claim_types is degradable
      And degrades_within_year is no
      When evaluated as of 2026-11-20
      Then rule US-260-8 holds

    Scenario: US-260-8: claim types includes any of degradable, compostable: just fails
      Given claim types is generic
      And degrades within a year after disposal is no
      When evaluated as of 2026-11-20
      Then rule US-260-8 does not hold

  Rule: Free-of that is not
    Background:
      Given these verdict rules
        | id       | rule                | when                                                                                                                                                                                                                                                 | verdict    | severity | in force from | basis |
        | US-260-9 | Free-of that is not | claim types includes any of free of; free of it, and of like risks is no                                                                                                                                                                             | misleading | major    | 2012-10-11    | ftc-9 |
        | US-260-9 |                     | claim types includes any of absolute; claim types includes none of recycled content, recyclable, degradable, compostable, renewable energy, renewable material, quantified footprint, durability, repairability; free of it, and of like risks is no |            |          |               |       |
      And these remedies
        | rule     | say instead                                                            |
        | US-260-9 | delete it, or say: no more than traces of this substance, by this test |

    Scenario: Free-of that is not
      Given claim_types is free_of
      And free_of_true is no
      When evaluated as of 2026-11-20
      Then rule US-260-9 holds

    Scenario: US-260-9: claim types includes any of free of: just fails
      Given claim types is generic
      And free of it, and of like risks is no
      When evaluated as of 2026-11-20
      Then rule US-260-9 does not hold

    Scenario: US-260-9: claim types includes any of absolute: just holds
      Given claim types is absolute
      And free of it, and of like risks is no
      When evaluated as of 2026-11-20
      Then rule US-260-9 holds

    Scenario: US-260-9: claim types includes none of recycled content, recyclable, degradable, compostable, renewable energy, renewable material, quantified footprint, durability, repairability: just fails
      Given claim types is absolute, recycled content
      And free of it, and of like risks is no
      When evaluated as of 2026-11-20
      Then rule US-260-9 does not hold

  Rule: Non-toxic that is not safe
    Background:
      Given these verdict rules
        | id        | rule                       | when                                                                                                                                                                                                                                                   | verdict    | severity | in force from | basis  |
        | US-260-10 | Non-toxic that is not safe | claim types includes any of free of, compostable, degradable, specific attribute, generic, social and environmental, name; safe for people and environment is no                                                                                       | misleading | major    | 2012-10-11    | ftc-10 |
        | US-260-10 |                            | claim types includes any of absolute; claim types includes none of recycled content, recyclable, degradable, compostable, renewable energy, renewable material, quantified footprint, durability, repairability; safe for people and environment is no |            |          |               |        |
      And these remedies
        | rule      | say instead                                                 |
        | US-260-10 | delete it, or name the substance and for whom it was tested |

    Scenario: Non-toxic that is not safe
      Given claim_types is free_of
      And safe_for_people_and_environment is no
      When evaluated as of 2026-11-20
      Then rule US-260-10 holds

    Scenario: US-260-10: claim types includes any of free of, compostable, degradable, specific attribute, generic, social and environmental, name: just fails
      Given claim types is quantified footprint
      And safe for people and environment is no
      When evaluated as of 2026-11-20
      Then rule US-260-10 does not hold

    Scenario: US-260-10: claim types includes any of absolute: just holds
      Given claim types is absolute
      And safe for people and environment is no
      When evaluated as of 2026-11-20
      Then rule US-260-10 holds

    Scenario: US-260-10: claim types includes none of recycled content, recyclable, degradable, compostable, renewable energy, renewable material, quantified footprint, durability, repairability: just fails
      Given claim types is absolute, recycled content
      And safe for people and environment is no
      When evaluated as of 2026-11-20
      Then rule US-260-10 does not hold

  Rule: Recyclable without facilities
    Background:
      Given these verdict rules
        | id        | rule                          | when                                                                           | verdict    | severity | in force from | basis  |
        | US-260-12 | Recyclable without facilities | claim types includes any of recyclable; people with access to recycling is 0 % | misleading | major    | 2012-10-11    | ftc-12 |
      And these remedies
        | rule      | say instead                                  |
        | US-260-12 | delete it; say how to dispose of the product |

    Scenario: Recyclable without facilities
      Given claim_types is recyclable
      And recyclability_access is 0 %
      When evaluated as of 2026-11-20
      Then rule US-260-12 holds

    Scenario: US-260-12: claim types includes any of recyclable: just fails
      Given claim types is generic
      And people with access to recycling is 0 %
      When evaluated as of 2026-11-20
      Then rule US-260-12 does not hold

  Rule: Recyclable with limits undisclosed
    Background:
      Given these verdict rules
        | id          | rule                               | when                                                                                                                           | verdict    | severity | in force from | basis  |
        | US-260-12-L | Recyclable with limits undisclosed | claim types includes any of recyclable; people with access to recycling is less than 60 %; limits of recycling disclosed is no | misleading | major    | 2012-10-11    | ftc-12 |
      And these remedies
        | rule        | say instead                                    |
        | US-260-12-L | say that it may not be recyclable in your area |

    Scenario: Recyclable with limits undisclosed
      Given claim_types is recyclable
      And recyclability_access is 59 %
      And recycling_limits_disclosed is no
      When evaluated as of 2026-11-20
      Then rule US-260-12-L holds

    Scenario: US-260-12-L: claim types includes any of recyclable: just fails
      Given claim types is generic
      And people with access to recycling is 59.99 %
      And limits of recycling disclosed is no
      When evaluated as of 2026-11-20
      Then rule US-260-12-L does not hold

    Scenario: US-260-12-L: people with access to recycling is less than 60 %: just fails
      Given people with access to recycling is 60 %
      And claim types is recyclable
      And limits of recycling disclosed is no
      When evaluated as of 2026-11-20
      Then rule US-260-12-L does not hold

  Rule: Recyclable with limits disclosed
    Background:
      Given these verdict rules
        | id          | rule                             | when                                                                                                                            | verdict                      | severity    | in force from | basis  |
        | US-260-12-Q | Recyclable with limits disclosed | claim types includes any of recyclable; people with access to recycling is less than 60 %; limits of recycling disclosed is yes | permitted with qualification | observation | 2012-10-11    | ftc-12 |
      And these remedies
        | rule        | say instead                      |
        | US-260-12-Q | keep the limits beside the claim |

    Scenario: Recyclable with limits disclosed
      Given claim_types is recyclable
      And recyclability_access is 59 %
      And recycling_limits_disclosed is yes
      When evaluated as of 2026-11-20
      Then rule US-260-12-Q holds

  Rule: Recycled share not stated
    Background:
      Given these verdict rules
        | id        | rule                      | when                                                                                                                   | verdict    | severity | in force from | basis  |
        | US-260-13 | Recycled share not stated | claim types includes any of recycled content; recycled share by weight is less than 100 %; recycled share stated is no | misleading | major    | 2012-10-11    | ftc-13 |
      And these remedies
        | rule      | say instead               |
        | US-260-13 | state the share by weight |

    Scenario: Recycled share not stated
      Given claim_types is recycled_content
      And recycled_share is 99 %
      And recycled_share_stated is no
      When evaluated as of 2026-11-20
      Then rule US-260-13 holds

    Scenario: US-260-13: claim types includes any of recycled content: just fails
      Given claim types is generic
      And recycled share by weight is 99.99 %
      And recycled share stated is no
      When evaluated as of 2026-11-20
      Then rule US-260-13 does not hold

    Scenario: US-260-13: recycled share by weight is less than 100 %: just fails
      Given recycled share by weight is 100 %
      And claim types is recycled content
      And recycled share stated is no
      When evaluated as of 2026-11-20
      Then rule US-260-13 does not hold

  Rule: Recycled share stated
    Background:
      Given these verdict rules
        | id          | rule                  | when                                                                                                                    | verdict                      | severity    | in force from | basis  |
        | US-260-13-Q | Recycled share stated | claim types includes any of recycled content; recycled share by weight is less than 100 %; recycled share stated is yes | permitted with qualification | observation | 2012-10-11    | ftc-13 |
      And these remedies
        | rule        | say instead                               |
        | US-260-13-Q | keep the share by weight beside the claim |

    Scenario: Recycled share stated
      Given claim_types is recycled_content
      And recycled_share is 99 %
      And recycled_share_stated is yes
      When evaluated as of 2026-11-20
      Then rule US-260-13-Q holds

    Scenario: US-260-13-Q: claim types includes any of recycled content: just fails
      Given claim types is generic
      And recycled share by weight is 99.99 %
      When evaluated as of 2026-11-20
      Then rule US-260-13-Q does not hold

    Scenario: US-260-13-Q: recycled share by weight is less than 100 %: just fails
      Given recycled share by weight is 100 %
      And claim types is recycled content
      When evaluated as of 2026-11-20
      Then rule US-260-13-Q does not hold

  Rule: Renewable energy unmatched or unstated
    Background:
      Given these verdict rules
        | id        | rule                                   | when                                                                                     | verdict    | severity | in force from | basis  |
        | US-260-15 | Renewable energy unmatched or unstated | claim types includes any of renewable energy; renewable power matched and not sold is no | misleading | major    | 2012-10-11    | ftc-15 |
        | US-260-15 |                                        | claim types includes any of renewable energy; source and share stated is no              |            |          |               |        |
      And these remedies
        | rule      | say instead                                                                                  |
        | US-260-15 | so many per cent of the power for this product is from wind, with certificates retired by us |

    Scenario: Renewable energy unmatched or unstated
      Given claim_types is renewable_energy
      And renewable_source_matched is no
      When evaluated as of 2026-11-20
      Then rule US-260-15 holds

    Scenario: US-260-15: claim types includes any of renewable energy: just fails
      Given claim types is generic
      And renewable power matched and not sold is no
      When evaluated as of 2026-11-20
      Then rule US-260-15 does not hold

    Scenario: US-260-15: renewable power matched and not sold is no: just fails
      Given renewable power matched and not sold is yes
      And claim types is renewable energy
      When evaluated as of 2026-11-20
      Then rule US-260-15 does not hold

    Scenario: US-260-15: claim types includes any of renewable energy: just holds
      Given claim types is renewable energy
      And source and share stated is no
      When evaluated as of 2026-11-20
      Then rule US-260-15 holds

    Scenario: US-260-15: claim types includes any of renewable energy: just fails (2)
      Given claim types is generic
      And source and share stated is no
      When evaluated as of 2026-11-20
      Then rule US-260-15 does not hold

  Rule: Renewable energy whose certificates are sold or missing
    Background:
      Given these verdict rules
        | id          | rule                                                    | when                                                                                           | verdict    | severity | in force from | basis               |
        | US-260-15-W | Renewable energy whose certificates are sold or missing | claim types includes any of renewable energy; instrument cancelled for market and period is no | misleading | major    | 2012-10-11    | ftc-15-certificates |
      And these remedies
        | rule        | say instead                                                                                                                  |
        | US-260-15-W | say what happens to the certificates, such as: we sell the certificates of our roof and do not use its solar power ourselves |

    Scenario: Renewable energy whose certificates are sold or missing
      Given claim_types is renewable_energy
      And energy_instrument_cancelled is no
      When evaluated as of 2026-11-20
      Then rule US-260-15-W holds

    Scenario: US-260-15-W: claim types includes any of renewable energy: just fails
      Given claim types is generic
      And instrument cancelled for market and period is no
      When evaluated as of 2026-11-20
      Then rule US-260-15-W does not hold

  Rule: Renewable material unqualified
    Background:
      Given these verdict rules
        | id        | rule                           | when                                                                             | verdict    | severity | in force from | basis  |
        | US-260-16 | Renewable material unqualified | claim types includes any of renewable material; material and reason stated is no | misleading | minor    | 2012-10-11    | ftc-16 |
      And these remedies
        | rule      | say instead                                                  |
        | US-260-16 | made of so many per cent of this plant, renewed in this time |

    Scenario: Renewable material unqualified
      Given claim_types is renewable_material
      And renewable_material_stated is no
      When evaluated as of 2026-11-20
      Then rule US-260-16 holds

    Scenario: US-260-16: claim types includes any of renewable material: just fails
      Given claim types is generic
      And material and reason stated is no
      When evaluated as of 2026-11-20
      Then rule US-260-16 does not hold

    Scenario: US-260-16: material and reason stated is no: just fails
      Given material and reason stated is yes
      And claim types is renewable material
      When evaluated as of 2026-11-20
      Then rule US-260-16 does not hold

  Rule: Source reduction without amount
    Background:
      Given these verdict rules
        | id        | rule                            | when                                                                   | verdict    | severity | in force from | basis  |
        | US-260-17 | Source reduction without amount | claim types includes any of comparative; amount and basis stated is no | misleading | minor    | 2012-10-11    | ftc-17 |
      And these remedies
        | rule      | say instead                                         |
        | US-260-17 | so many per cent less material than our former pack |

    Scenario: Source reduction without amount
      Given claim_types is comparative
      And source_reduction_amount_stated is no
      When evaluated as of 2026-11-20
      Then rule US-260-17 holds

    Scenario: US-260-17: claim types includes any of comparative: just fails
      Given claim types is generic
      And amount and basis stated is no
      When evaluated as of 2026-11-20
      Then rule US-260-17 does not hold

    Scenario: US-260-17: amount and basis stated is no: just fails
      Given amount and basis stated is yes
      And claim types is comparative
      When evaluated as of 2026-11-20
      Then rule US-260-17 does not hold

  Rule: Rayon sold as bamboo
    Background:
      Given these verdict rules
        | id     | rule                 | when                        | verdict    | severity | basis       |
        | MAT-01 | Rayon sold as bamboo | rayon sold as bamboo is yes | prohibited | major    | textile-act |
      And these remedies
        | rule   | say instead            |
        | MAT-01 | rayon made from bamboo |

    Scenario: Rayon sold as bamboo
      Given bamboo_is_rayon is yes
      When evaluated as of 2026-11-20
      Then rule MAT-01 holds

  Rule: Recyclable in California below statewide criteria
    Background:
      Given these verdict rules
        | id        | rule                                              | when                                                                                                                              | verdict    | severity | in force from | warn from  | basis  |
        | US-CA-343 | Recyclable in California below statewide criteria | state is California; claim types includes any of recyclable; statewide criteria met is no; date of manufacture is from 2026-10-04 | prohibited | major    | 2026-10-04    | 2025-04-04 | sb-343 |
      And these remedies
        | rule      | say instead                                                                                        |
        | US-CA-343 | leave out the word and the arrows on goods made since, or show that the statewide criteria are met |

    Scenario: Recyclable in California below statewide criteria
      Given us_state is california
      And claim_types is recyclable
      And statewide_recyclability_met is no
      And manufactured_on is 2026-10-04
      When evaluated as of 2026-11-20
      Then rule US-CA-343 holds

    Scenario: US-CA-343: state is California: just fails
      Given state is another state
      And claim types is recyclable
      And statewide criteria met is no
      When evaluated as of 2026-11-20
      Then rule US-CA-343 does not hold

    Scenario: US-CA-343: claim types includes any of recyclable: just fails
      Given claim types is generic
      And state is California
      And statewide criteria met is no
      When evaluated as of 2026-11-20
      Then rule US-CA-343 does not hold

    Scenario: US-CA-343: statewide criteria met is no: just fails
      Given statewide criteria met is yes
      And state is California
      And claim types is recyclable
      When evaluated as of 2026-11-20
      Then rule US-CA-343 does not hold

    Scenario: US-CA-343: date of manufacture is from 2026-10-04: just fails
      Given date of manufacture is 2026-10-03
      And state is California
      And claim types is recyclable
      And statewide criteria met is no
      When evaluated as of 2026-11-20
      Then rule US-CA-343 does not hold

  Rule: Disclosures for California missing
    Background:
      Given these verdict rules
        | id     | rule                               | when                                                                                                                                   | verdict        | severity | in force from | basis   |
        | OFF-08 | Disclosures for California missing | state is California; claim types includes any of neutral by offsets, neutral without offsets, net zero; website disclosures made is no | needs evidence | major    | 2025-01-01    | ab-1305 |
      And these remedies
        | rule   | say instead                                                                                       |
        | OFF-08 | publish on the website how it was determined, progress by year, and each offset with its registry |

    Scenario: Disclosures for California missing
      Given us_state is california
      And claim_types is neutral_offset
      And website_disclosures_made is no
      When evaluated as of 2026-11-20
      Then rule OFF-08 holds

    Scenario: OFF-08: state is California: just fails
      Given state is another state
      And claim types is neutral by offsets
      And website disclosures made is no
      When evaluated as of 2026-11-20
      Then rule OFF-08 does not hold

    Scenario: OFF-08: claim types includes any of neutral by offsets, neutral without offsets, net zero: just fails
      Given claim types is generic
      And state is California
      And website disclosures made is no
      When evaluated as of 2026-11-20
      Then rule OFF-08 does not hold

    Scenario: OFF-08: website disclosures made is no: just fails
      Given website disclosures made is yes
      And state is California
      And claim types is neutral by offsets
      When evaluated as of 2026-11-20
      Then rule OFF-08 does not hold

  Rule: Untrue, or without a reasonable basis
    Background:
      Given these verdict rules
        | id       | rule                                  | when                                  | verdict    | severity | in force from | basis |
        | US-260-2 | Untrue, or without a reasonable basis | truthful and accurate is no           | misleading | major    | 2012-10-11    | ftc-2 |
        | US-260-2 |                                       | substantiated is no                   |            |          |               |       |
        | US-260-2 |                                       | evidence on file at publication is no |            |          |               |       |
      And these remedies
        | rule     | say instead                                                                                |
        | US-260-2 | claim only what competent and reliable evidence shows of this product; otherwise delete it |

    Scenario: Untrue, or without a reasonable basis
      Given truthful is no
      When evaluated as of 2026-11-20
      Then rule US-260-2 holds

    Scenario: US-260-2: substantiated is no: just holds
      Given substantiated is no
      When evaluated as of 2026-11-20
      Then rule US-260-2 holds

    Scenario: US-260-2: evidence on file at publication is no: just holds
      Given evidence on file at publication is no
      When evaluated as of 2026-11-20
      Then rule US-260-2 holds

  Rule: Qualification missing or unclear
    Background:
      Given these verdict rules
        | id       | rule                             | when                                                              | verdict    | severity | in force from | basis |
        | US-260-3 | Qualification missing or unclear | nothing important omitted is no                                   | misleading | major    | 2012-10-11    | ftc-3 |
        | US-260-3 |                                  | clear and unambiguous is no                                       |            |          |               |       |
        | US-260-3 |                                  | asserted scope is the whole; evidence covers is only a part of it |            |          |               |       |
      And these remedies
        | rule     | say instead                                                                                                             |
        | US-260-3 | state beside the claim, in plain words, whether it holds for product, package or which part, and under which conditions |

    Scenario: Qualification missing or unclear
      Given nothing_important_omitted is no
      When evaluated as of 2026-11-20
      Then rule US-260-3 holds

    Scenario: US-260-3: clear and unambiguous is no: just holds
      Given clear and unambiguous is no
      When evaluated as of 2026-11-20
      Then rule US-260-3 holds

    Scenario: US-260-3: asserted scope is the whole: just holds
      Given asserted scope is the whole
      And evidence covers is only a part of it
      When evaluated as of 2026-11-20
      Then rule US-260-3 holds

    Scenario: US-260-3: asserted scope is the whole: just fails
      Given asserted scope is a part
      And evidence covers is only a part of it
      When evaluated as of 2026-11-20
      Then rule US-260-3 does not hold

  Rule: Plastic called degradable in California
    Background:
      Given these verdict rules
        | id        | rule                                    | when                                                                                                                   | verdict    | severity | in force from | basis        |
        | US-CA-PLA | Plastic called degradable in California | state is California; made of plastic is yes; claim types includes any of degradable                                    | prohibited | major    | 2013-01-01    | ca-prc-42357 |
        | US-CA-PLA |                                         | state is California; made of plastic is yes; claim types includes any of compostable; all of it composts in time is no |            |          |               |              |
      And these remedies
        | rule      | say instead                                                                                          |
        | US-CA-PLA | drop the word degradable; say compostable only with certification to the standard that the act names |

    Scenario: Plastic called degradable in California
      Given us_state is california
      And plastic is yes
      And claim_types is degradable
      When evaluated as of 2026-11-20
      Then rule US-CA-PLA holds

    Scenario: US-CA-PLA: state is California: just fails
      Given state is another state
      And made of plastic is yes
      And claim types is degradable
      When evaluated as of 2026-11-20
      Then rule US-CA-PLA does not hold

    Scenario: US-CA-PLA: made of plastic is yes: just fails
      Given made of plastic is no
      And state is California
      And claim types is degradable
      When evaluated as of 2026-11-20
      Then rule US-CA-PLA does not hold

    Scenario: US-CA-PLA: claim types includes any of degradable: just fails
      Given claim types is generic
      And state is California
      And made of plastic is yes
      When evaluated as of 2026-11-20
      Then rule US-CA-PLA does not hold

    Scenario: US-CA-PLA: state is California: just holds
      Given state is California
      And made of plastic is yes
      And claim types is compostable
      And all of it composts in time is no
      When evaluated as of 2026-11-20
      Then rule US-CA-PLA holds

    Scenario: US-CA-PLA: state is California: just fails (2)
      Given state is another state
      And made of plastic is yes
      And claim types is compostable
      And all of it composts in time is no
      When evaluated as of 2026-11-20
      Then rule US-CA-PLA does not hold

    Scenario: US-CA-PLA: made of plastic is yes: just fails (2)
      Given made of plastic is no
      And state is California
      And claim types is compostable
      And all of it composts in time is no
      When evaluated as of 2026-11-20
      Then rule US-CA-PLA does not hold

    Scenario: US-CA-PLA: claim types includes any of compostable: just fails
      Given claim types is generic
      And state is California
      And made of plastic is yes
      And all of it composts in time is no
      When evaluated as of 2026-11-20
      Then rule US-CA-PLA does not hold

    Scenario: US-CA-PLA: all of it composts in time is no: just fails
      Given all of it composts in time is yes
      And state is California
      And made of plastic is yes
      And claim types is compostable
      When evaluated as of 2026-11-20
      Then rule US-CA-PLA does not hold

  Rule: Recyclable where hardly anybody can recycle it
    Background:
      Given these verdict rules
        | id          | rule                                           | when                                                                                                                        | verdict    | severity | in force from | basis             |
        | US-260-12-F | Recyclable where hardly anybody can recycle it | claim types includes any of recyclable; facilities where it is shown is for hardly anybody there                            | misleading | major    | 2012-10-11    | ftc-12-facilities |
        | US-260-12-F |                                                | claim types includes any of recyclable; facilities where it is shown is for some there; limits of recycling disclosed is no |            |          |               |                   |
      And these remedies
        | rule        | say instead                                                                                          |
        | US-260-12-F | say it only where it can be handed in, or say beside it that facilities may not exist where you live |

    Scenario: Recyclable where hardly anybody can recycle it
      Given claim_types is recyclable
      And facilities_where_shown is nowhere
      When evaluated as of 2026-11-20
      Then rule US-260-12-F holds

    Scenario: US-260-12-F: claim types includes any of recyclable: just fails
      Given claim types is generic
      And facilities where it is shown is for hardly anybody there
      When evaluated as of 2026-11-20
      Then rule US-260-12-F does not hold

    Scenario: US-260-12-F: claim types includes any of recyclable: just holds
      Given claim types is recyclable
      And facilities where it is shown is for some there
      And limits of recycling disclosed is no
      When evaluated as of 2026-11-20
      Then rule US-260-12-F holds

    Scenario: US-260-12-F: claim types includes any of recyclable: just fails (2)
      Given claim types is generic
      And facilities where it is shown is for some there
      And limits of recycling disclosed is no
      When evaluated as of 2026-11-20
      Then rule US-260-12-F does not hold

    Scenario: US-260-12-F: limits of recycling disclosed is no: just fails
      Given limits of recycling disclosed is yes
      And claim types is recyclable
      And facilities where it is shown is for some there
      When evaluated as of 2026-11-20
      Then rule US-260-12-F does not hold

  Rule: Absolute words not proven
    Background:
      Given these verdict rules
        | id         | rule                      | when                                                   | verdict    | severity | in force from | basis     |
        | US-260-2-S | Absolute words not proven | absolute wording is yes; absolute wording proved is no | misleading | major    | 2012-10-11    | ftc-2-top |
      And these remedies
        | rule       | say instead                                                                                                             |
        | US-260-2-S | delete the absolute word, or name beside it what proves it: compared with whom, in what, on which day, measured by whom |

    Scenario: Absolute words not proven
      Given absolute_wording is yes
      And absolute_wording_proved is no
      When evaluated as of 2026-11-20
      Then rule US-260-2-S holds

    Scenario: US-260-2-S: absolute wording is yes: just fails
      Given absolute wording is no
      And absolute wording proved is no
      When evaluated as of 2026-11-20
      Then rule US-260-2-S does not hold

    Scenario: US-260-2-S: absolute wording proved is no: just fails
      Given absolute wording proved is yes
      And absolute wording is yes
      When evaluated as of 2026-11-20
      Then rule US-260-2-S does not hold
