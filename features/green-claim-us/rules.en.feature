# language: en
Feature: Rules · Green claims in the United States
  Each rule with its verdict, the days on which it governs, and what to say instead.

  Background:
    Given the scorecard green-claim-us
    And the scorecard applies when kind of communication is commercial
    And verdicts are governed by display period, otherwise ok on basis otherwise

  Rule: General benefit (16 CFR 260.4)
    Background:
      Given these verdict rules
        | id         | rule                                       | when                                                                                                                                                                                                                                               | verdict    | severity | in force from | basis       |
        | US-260-4   | Unqualified general benefit                | claim types includes any of generic; qualified clearly and prominently is no                                                                                                                                                                       | misleading | major    | 2012-10-11    | ftc-4       |
        | US-260-4   |                                            | claim types includes any of generic; specification is no specification                                                                                                                                                                             |            |          |               |             |
        | US-260-4-W | Sustainable, or absolute word, unqualified | claim types includes any of social and environmental; qualified clearly and prominently is no                                                                                                                                                      | misleading | major    | 2012-10-11    | ftc-4-words |
        | US-260-4-W |                                            | claim types includes any of social and environmental; specification is no specification                                                                                                                                                            |            |          |               |             |
        | US-260-4-W |                                            | claim types includes any of absolute; claim types includes none of recycled content, recyclable, degradable, compostable, renewable energy, renewable material, quantified footprint, durability, repairability; specification is no specification |            |          |               |             |
      And these remedies
        | rule       | say instead                                                                               |
        | US-260-4   | replace it by specific benefits, such as: made with 60 % less water than our former model |
        | US-260-4-W | replace it by specific benefits, such as: made with 60 % less water than our former model |

    Scenario Outline: Unqualified general benefit
      Given claim types is <claim_types>
      And qualified clearly and prominently is <qualified_prominently>
      And specification is <specification>
      When evaluated as of 2026-11-20
      Then rule US-260-4 <US-260-4>

      Examples:
        | claim_types              | qualified_prominently | specification      | US-260-4      |
        | generic                  | no                    | on the same medium | holds         |
        | social and environmental | no                    | on the same medium | does not hold |
        | generic                  | yes                   | no specification   | holds         |

    Scenario: US-260-4: display period is from 2012-10-11: just fails
      Given display period is 2012-10-10 to 2012-10-10
      When evaluated as of 2026-11-20
      Then rule US-260-4 is not in force

    Scenario Outline: Sustainable, or absolute word, unqualified
      Given claim types is <claim_types>
      And specification is <specification>
      When evaluated as of 2026-11-20
      Then rule US-260-4-W <US-260-4-W>

      Examples:
        | claim_types                | specification      | US-260-4-W    |
        | social and environmental   | no specification   | holds         |
        | absolute                   | no specification   | holds         |
        | absolute, recycled content | no specification   | does not hold |
        | absolute                   | on the same medium | does not hold |

  Rule: Offsets (16 CFR 260.5)
    Background:
      Given these verdict rules
        | id       | rule                                   | when                                                                                          | verdict    | severity | in force from | basis |
        | US-260-5 | Offset without competent evidence      | offsets used is yes; offset evidence competent and sold once is no                            | misleading | major    | 2012-10-11    | ftc-5 |
        | US-260-5 |                                        | claim types includes any of neutral by offsets; offset evidence competent and sold once is no |            |          |               |       |
        | OFF-02   | Reductions two years away, undisclosed | offsets used is yes; reductions two years away is yes; delay disclosed is no                  | misleading | major    | 2012-10-11    | ftc-5 |
        | OFF-03   | Offset required by law                 | offsets used is yes; offset activity legally required is yes                                  | misleading | major    | 2012-10-11    | ftc-5 |
      And these remedies
        | rule     | say instead                                                                                 |
        | US-260-5 | claim only reductions that are measured, sold once and retired for you; otherwise delete it |
        | OFF-02   | the reductions come about only in this year                                                 |
        | OFF-03   | delete it; what the law requires of the project is no offset                                |

    Scenario Outline: Offset without competent evidence
      Given offsets used is <offsets_used>
      And offset evidence competent and sold once is no
      And claim types is <claim_types>
      When evaluated as of 2026-11-20
      Then rule US-260-5 <US-260-5>

      Examples:
        | offsets_used | claim_types        | US-260-5      |
        | yes          | specific attribute | holds         |
        | no           | specific attribute | does not hold |
        | no           | neutral by offsets | holds         |

    Scenario Outline: Reductions two years away, undisclosed
      Given offsets used is <offsets_used>
      And reductions two years away is <offset_delay_two_years>
      And delay disclosed is <offset_delay_disclosed>
      When evaluated as of 2026-11-20
      Then rule OFF-02 <OFF-02>

      Examples:
        | offsets_used | offset_delay_two_years | offset_delay_disclosed | OFF-02        |
        | yes          | yes                    | no                     | holds         |
        | no           | yes                    | no                     | does not hold |
        | yes          | no                     | no                     | does not hold |
        | yes          | yes                    | yes                    | does not hold |

    Scenario Outline: Offset required by law
      Given offsets used is <offsets_used>
      And offset activity legally required is yes
      When evaluated as of 2026-11-20
      Then rule OFF-03 <OFF-03>

      Examples:
        | offsets_used | OFF-03        |
        | yes          | holds         |
        | no           | does not hold |

  Rule: Seal without basis or connection
    Background:
      Given these verdict rules
        | id       | rule                             | when                                                                   | verdict    | severity | in force from | basis |
        | US-260-6 | Seal without basis or connection | claim types includes any of label; basis of the seal stated is no      | misleading | major    | 2012-10-11    | ftc-6 |
        | US-260-6 |                                  | claim types includes any of label; material connection disclosed is no |            |          |               |       |
      And these remedies
        | rule     | say instead                                                                    |
        | US-260-6 | state beside the seal what it attests, who gives it, and how you are connected |

    Scenario Outline: Seal without basis or connection
      Given claim types is <claim_types>
      And basis of the seal stated is <seal_basis_stated>
      And material connection disclosed is <seal_connection_disclosed>
      When evaluated as of 2026-11-20
      Then rule US-260-6 <US-260-6>

      Examples:
        | claim_types | seal_basis_stated | seal_connection_disclosed | US-260-6      |
        | label       | no                | yes                       | holds         |
        | generic     | no                | yes                       | does not hold |
        | label       | yes               | yes                       | does not hold |
        | label       | yes               | no                        | holds         |
        | generic     | yes               | no                        | does not hold |

  Rule: Compostable and degradable (16 CFR 260.7 and 260.8)
    Background:
      Given these verdict rules
        | id       | rule                           | when                                                                                                                                      | verdict    | severity | in force from | basis |
        | US-260-7 | Compostable without conditions | claim types includes any of compostable, degradable; all of it composts in time is no                                                     | misleading | major    | 2012-10-11    | ftc-7 |
        | US-260-7 |                                | claim types includes any of compostable, degradable; lack of facilities disclosed is no                                                   |            |          |               |       |
        | US-260-8 | Degradable not within a year   | claim types includes any of degradable, compostable; degrades within a year after disposal is no; qualified clearly and prominently is no | misleading | major    | 2012-10-11    | ftc-8 |
      And these remedies
        | rule     | say instead                                                                                  |
        | US-260-7 | compostable in industrial facilities, which may not exist in your area; not for home compost |
        | US-260-8 | state in which environment, how far and in what time it degrades; for landfill delete it     |

    Scenario Outline: Compostable without conditions
      Given claim types is <claim_types>
      And all of it composts in time is <composts_timely>
      And lack of facilities disclosed is <compost_facilities_disclosed>
      When evaluated as of 2026-11-20
      Then rule US-260-7 <US-260-7>

      Examples:
        | claim_types | composts_timely | compost_facilities_disclosed | US-260-7      |
        | compostable | no              | yes                          | holds         |
        | compostable | yes             | no                           | holds         |
        | generic     | yes             | no                           | does not hold |

    Scenario Outline: Degradable not within a year
      Given claim types is <claim_types>
      And degrades within a year after disposal is <degrades_within_year>
      And qualified clearly and prominently is <qualified_prominently>
      When evaluated as of 2026-11-20
      Then rule US-260-8 <US-260-8>

      Examples:
        | claim_types | degrades_within_year | qualified_prominently | US-260-8      |
        | degradable  | no                   | no                    | holds         |
        | generic     | no                   | no                    | does not hold |
        | degradable  | no                   | yes                   | does not hold |
        | degradable  | yes                  | no                    | does not hold |

  Rule: Free-of and non-toxic (16 CFR 260.9 and 260.10)
    Background:
      Given these verdict rules
        | id        | rule                       | when                                                                                                                                                                                                                                                   | verdict    | severity | in force from | basis  |
        | US-260-9  | Free-of that is not        | claim types includes any of free of; free of it, and of like risks is no                                                                                                                                                                               | misleading | major    | 2012-10-11    | ftc-9  |
        | US-260-9  |                            | claim types includes any of absolute; claim types includes none of recycled content, recyclable, degradable, compostable, renewable energy, renewable material, quantified footprint, durability, repairability; free of it, and of like risks is no   |            |          |               |        |
        | US-260-10 | Non-toxic that is not safe | claim types includes any of free of, compostable, degradable, specific attribute, generic, social and environmental, name; safe for people and environment is no                                                                                       | misleading | major    | 2012-10-11    | ftc-10 |
        | US-260-10 |                            | claim types includes any of absolute; claim types includes none of recycled content, recyclable, degradable, compostable, renewable energy, renewable material, quantified footprint, durability, repairability; safe for people and environment is no |            |          |               |        |
      And these remedies
        | rule      | say instead                                                            |
        | US-260-9  | delete it, or say: no more than traces of this substance, by this test |
        | US-260-10 | delete it, or name the substance and for whom it was tested            |

    Scenario Outline: Free-of that is not
      Given claim types is <claim_types>
      And free of it, and of like risks is no
      When evaluated as of 2026-11-20
      Then rule US-260-9 <US-260-9>

      Examples:
        | claim_types                | US-260-9      |
        | free of                    | holds         |
        | generic                    | does not hold |
        | absolute                   | holds         |
        | absolute, recycled content | does not hold |

    Scenario Outline: Non-toxic that is not safe
      Given claim types is <claim_types>
      And safe for people and environment is no
      When evaluated as of 2026-11-20
      Then rule US-260-10 <US-260-10>

      Examples:
        | claim_types                | US-260-10     |
        | free of                    | holds         |
        | quantified footprint       | does not hold |
        | absolute                   | holds         |
        | absolute, recycled content | does not hold |

  Rule: Recyclable (16 CFR 260.12)
    Background:
      Given these verdict rules
        | id          | rule                               | when                                                                                                                            | verdict                      | severity    | in force from | basis  |
        | US-260-12   | Recyclable without facilities      | claim types includes any of recyclable; people with access to recycling is 0 %                                                  | misleading                   | major       | 2012-10-11    | ftc-12 |
        | US-260-12-L | Recyclable with limits undisclosed | claim types includes any of recyclable; people with access to recycling is less than 60 %; limits of recycling disclosed is no  | misleading                   | major       | 2012-10-11    | ftc-12 |
        | US-260-12-Q | Recyclable with limits disclosed   | claim types includes any of recyclable; people with access to recycling is less than 60 %; limits of recycling disclosed is yes | permitted with qualification | observation | 2012-10-11    | ftc-12 |
      And these remedies
        | rule        | say instead                                    |
        | US-260-12   | delete it; say how to dispose of the product   |
        | US-260-12-L | say that it may not be recyclable in your area |
        | US-260-12-Q | keep the limits beside the claim               |

    Scenario Outline: Recyclable without facilities
      Given claim types is <claim_types>
      And people with access to recycling is 0 %
      When evaluated as of 2026-11-20
      Then rule US-260-12 <US-260-12>

      Examples:
        | claim_types | US-260-12     |
        | recyclable  | holds         |
        | generic     | does not hold |

    Scenario Outline: Recyclable with limits undisclosed
      Given claim types is <claim_types>
      And people with access to recycling is <recyclability_access> %
      And limits of recycling disclosed is no
      When evaluated as of 2026-11-20
      Then rule US-260-12-L <US-260-12-L>

      Examples:
        | claim_types | recyclability_access | US-260-12-L   |
        | recyclable  | 59                   | holds         |
        | generic     | 59.99                | does not hold |
        | recyclable  | 60                   | does not hold |

    Scenario: Recyclable with limits disclosed
      Given claim types is recyclable
      And people with access to recycling is 59 %
      And limits of recycling disclosed is yes
      When evaluated as of 2026-11-20
      Then rule US-260-12-Q holds

  Rule: Recycled content (16 CFR 260.13)
    Background:
      Given these verdict rules
        | id          | rule                      | when                                                                                                                    | verdict                      | severity    | in force from | basis  |
        | US-260-13   | Recycled share not stated | claim types includes any of recycled content; recycled share by weight is less than 100 %; recycled share stated is no  | misleading                   | major       | 2012-10-11    | ftc-13 |
        | US-260-13-Q | Recycled share stated     | claim types includes any of recycled content; recycled share by weight is less than 100 %; recycled share stated is yes | permitted with qualification | observation | 2012-10-11    | ftc-13 |
      And these remedies
        | rule        | say instead                               |
        | US-260-13   | state the share by weight                 |
        | US-260-13-Q | keep the share by weight beside the claim |

    Scenario Outline: Recycled share not stated
      Given claim types is <claim_types>
      And recycled share by weight is <recycled_share> %
      And recycled share stated is no
      When evaluated as of 2026-11-20
      Then rule US-260-13 <US-260-13>

      Examples:
        | claim_types      | recycled_share | US-260-13     |
        | recycled content | 99             | holds         |
        | generic          | 99.99          | does not hold |
        | recycled content | 100            | does not hold |

    Scenario Outline: Recycled share stated
      Given claim types is <claim_types>
      And recycled share by weight is <recycled_share> %
      And recycled share stated is yes
      When evaluated as of 2026-11-20
      Then rule US-260-13-Q <US-260-13-Q>

      Examples:
        | claim_types      | recycled_share | US-260-13-Q   |
        | recycled content | 99             | holds         |
        | generic          | 99.99          | does not hold |
        | recycled content | 100            | does not hold |

  Rule: Renewable energy (16 CFR 260.15)
    Background:
      Given these verdict rules
        | id          | rule                                                    | when                                                                                           | verdict    | severity | in force from | basis               |
        | US-260-15   | Renewable energy unmatched or unstated                  | claim types includes any of renewable energy; renewable power matched and not sold is no       | misleading | major    | 2012-10-11    | ftc-15              |
        | US-260-15   |                                                         | claim types includes any of renewable energy; source and share stated is no                    |            |          |               |                     |
        | US-260-15-W | Renewable energy whose certificates are sold or missing | claim types includes any of renewable energy; instrument cancelled for market and period is no | misleading | major    | 2012-10-11    | ftc-15-certificates |
      And these remedies
        | rule        | say instead                                                                                                                  |
        | US-260-15   | so many per cent of the power for this product is from wind, with certificates retired by us                                 |
        | US-260-15-W | say what happens to the certificates, such as: we sell the certificates of our roof and do not use its solar power ourselves |

    Scenario Outline: Renewable energy unmatched or unstated
      Given claim types is <claim_types>
      And renewable power matched and not sold is <renewable_source_matched>
      And source and share stated is <renewable_source_and_share_stated>
      When evaluated as of 2026-11-20
      Then rule US-260-15 <US-260-15>

      Examples:
        | claim_types      | renewable_source_matched | renewable_source_and_share_stated | US-260-15     |
        | renewable energy | no                       | yes                               | holds         |
        | generic          | no                       | yes                               | does not hold |
        | renewable energy | yes                      | yes                               | does not hold |
        | renewable energy | yes                      | no                                | holds         |
        | generic          | yes                      | no                                | does not hold |

    Scenario Outline: Renewable energy whose certificates are sold or missing
      Given claim types is <claim_types>
      And instrument cancelled for market and period is no
      When evaluated as of 2026-11-20
      Then rule US-260-15-W <US-260-15-W>

      Examples:
        | claim_types      | US-260-15-W   |
        | renewable energy | holds         |
        | generic          | does not hold |

  Rule: Renewable materials and source reduction (16 CFR 260.16 and 260.17)
    Background:
      Given these verdict rules
        | id        | rule                            | when                                                                             | verdict    | severity | in force from | basis  |
        | US-260-16 | Renewable material unqualified  | claim types includes any of renewable material; material and reason stated is no | misleading | minor    | 2012-10-11    | ftc-16 |
        | US-260-17 | Source reduction without amount | claim types includes any of comparative; amount and basis stated is no           | misleading | minor    | 2012-10-11    | ftc-17 |
      And these remedies
        | rule      | say instead                                                  |
        | US-260-16 | made of so many per cent of this plant, renewed in this time |
        | US-260-17 | so many per cent less material than our former pack          |

    Scenario Outline: Renewable material unqualified
      Given claim types is <claim_types>
      And material and reason stated is <renewable_material_stated>
      When evaluated as of 2026-11-20
      Then rule US-260-16 <US-260-16>

      Examples:
        | claim_types        | renewable_material_stated | US-260-16     |
        | renewable material | no                        | holds         |
        | generic            | no                        | does not hold |
        | renewable material | yes                       | does not hold |

    Scenario Outline: Source reduction without amount
      Given claim types is <claim_types>
      And amount and basis stated is <source_reduction_amount_stated>
      When evaluated as of 2026-11-20
      Then rule US-260-17 <US-260-17>

      Examples:
        | claim_types | source_reduction_amount_stated | US-260-17     |
        | comparative | no                             | holds         |
        | generic     | no                             | does not hold |
        | comparative | yes                            | does not hold |

  Rule: Rayon sold as bamboo
    Background:
      Given these verdict rules
        | id     | rule                 | when                        | verdict    | severity | basis       |
        | MAT-01 | Rayon sold as bamboo | rayon sold as bamboo is yes | prohibited | major    | textile-act |
      And these remedies
        | rule   | say instead            |
        | MAT-01 | rayon made from bamboo |

    Scenario: Rayon sold as bamboo
      Given rayon sold as bamboo is yes
      When evaluated as of 2026-11-20
      Then rule MAT-01 holds

  Rule: California: recyclable goods, and disclosures
    Background:
      Given these verdict rules
        | id        | rule                                              | when                                                                                                                                                    | verdict        | severity | in force from | warn from  | basis   |
        | US-CA-343 | Recyclable in California below statewide criteria | state is California; claim types includes any of recyclable; statewide criteria met is no; date of manufacture is from 2026-10-04                       | prohibited     | major    | 2026-10-04    | 2025-04-04 | sb-343  |
        | OFF-08    | Disclosures for California missing                | state is California; claim types includes any of neutral by offsets, neutral without offsets, net zero, carbon negative; website disclosures made is no | needs evidence | major    | 2025-01-01    |            | ab-1305 |
        | OFF-08    |                                                   | state is California; claim types includes any of comparative; claim types includes any of quantified footprint; website disclosures made is no          |                |          |               |            |         |
      And these remedies
        | rule      | say instead                                                                                        |
        | US-CA-343 | leave out the word and the arrows on goods made since, or show that the statewide criteria are met |
        | OFF-08    | publish on the website how it was determined, progress by year, and each offset with its registry  |

    Scenario Outline: Recyclable in California below statewide criteria
      Given state is <us_state>
      And claim types is <claim_types>
      And statewide criteria met is <statewide_recyclability_met>
      And date of manufacture is <manufactured_on>
      When evaluated as of 2026-11-20
      Then rule US-CA-343 <US-CA-343>

      Examples:
        | us_state      | claim_types | statewide_recyclability_met | manufactured_on | US-CA-343     |
        | California    | recyclable  | no                          | 2026-10-04      | holds         |
        | another state | recyclable  | no                          | 2026-11-01      | does not hold |
        | California    | generic     | no                          | 2026-11-01      | does not hold |
        | California    | recyclable  | yes                         | 2026-11-01      | does not hold |
        | California    | recyclable  | no                          | 2026-10-03      | does not hold |

    Scenario Outline: Disclosures for California missing
      Given state is <us_state>
      And claim types is <claim_types>
      And website disclosures made is <website_disclosures_made>
      When evaluated as of 2026-11-20
      Then rule OFF-08 <OFF-08>

      Examples:
        | us_state      | claim_types                       | website_disclosures_made | OFF-08        |
        | California    | neutral by offsets                | no                       | holds         |
        | another state | neutral by offsets                | no                       | does not hold |
        | California    | generic                           | no                       | does not hold |
        | California    | neutral by offsets                | yes                      | does not hold |
        | California    | carbon negative                   | no                       | holds         |
        | California    | comparative, quantified footprint | no                       | holds         |
        | California    | comparative, quantified footprint | yes                      | does not hold |
        | another state | comparative, quantified footprint | no                       | does not hold |
        | California    | comparative                       | no                       | does not hold |
        | California    | quantified footprint              | no                       | does not hold |

  Rule: Basis and qualification (16 CFR 260.2 and 260.3)
    Background:
      Given these verdict rules
        | id       | rule                                  | when                                                                                                                                                                                                                                             | verdict    | severity | in force from | basis |
        | US-260-2 | Untrue, or without a reasonable basis | truthful and accurate is no                                                                                                                                                                                                                      | misleading | major    | 2012-10-11    | ftc-2 |
        | US-260-2 |                                       | substantiated is no                                                                                                                                                                                                                              |            |          |               |       |
        | US-260-2 |                                       | evidence on file at publication is no                                                                                                                                                                                                            |            |          |               |       |
        | US-260-3 | Qualification missing or unclear      | nothing important omitted is no                                                                                                                                                                                                                  | misleading | major    | 2012-10-11    | ftc-3 |
        | US-260-3 |                                       | clear and unambiguous is no                                                                                                                                                                                                                      |            |          |               |       |
        | US-260-3 |                                       | asserted scope is the whole; evidence covers is only a part of it                                                                                                                                                                                |            |          |               |       |
        | US-260-3 |                                       | claim types includes any of generic, social and environmental; specification is elsewhere only                                                                                                                                                   |            |          |               |       |
        | US-260-3 |                                       | claim types includes any of absolute; claim types includes none of recycled content, recyclable, degradable, compostable, renewable energy, renewable material, quantified footprint, durability, repairability; specification is elsewhere only |            |          |               |       |
      And these remedies
        | rule     | say instead                                                                                                             |
        | US-260-2 | claim only what competent and reliable evidence shows of this product; otherwise delete it                              |
        | US-260-3 | state beside the claim, in plain words, whether it holds for product, package or which part, and under which conditions |

    Scenario Outline: Basis and qualification (16 CFR 260.2 and 260.3): a case of each
      Given <given>
      When evaluated as of 2026-11-20
      Then rule <rule> holds

      Examples:
        | given                                 | rule     |
        | truthful and accurate is no           | US-260-2 |
        | substantiated is no                   | US-260-2 |
        | evidence on file at publication is no | US-260-2 |
        | clear and unambiguous is no           | US-260-3 |

    Scenario Outline: Qualification missing or unclear
      Given nothing important omitted is <nothing_important_omitted>
      And asserted scope is <subject_asserted_scope>
      And evidence covers is <evidence_covers>
      When evaluated as of 2026-11-20
      Then rule US-260-3 <US-260-3>

      Examples:
        | nothing_important_omitted | subject_asserted_scope | evidence_covers      | US-260-3      |
        | no                        | the whole              | all that is asserted | holds         |
        | yes                       | the whole              | only a part of it    | holds         |
        | yes                       | a part                 | only a part of it    | does not hold |

    Scenario Outline: US-260-3: a word that is specified elsewhere alone
      Given claim types is <claim_types>
      And specification is <specification>
      When evaluated as of 2026-11-20
      Then rule US-260-3 <US-260-3>

      Examples:
        | claim_types              | specification      | US-260-3      |
        | generic                  | elsewhere only     | holds         |
        | social and environmental | elsewhere only     | holds         |
        | generic                  | on the same medium | does not hold |
        | specific attribute       | elsewhere only     | does not hold |
        | absolute                 | elsewhere only     | holds         |
        | absolute                 | on the same medium | does not hold |
        | absolute, recyclable     | elsewhere only     | does not hold |

  Rule: Plastic called degradable in California
    Background:
      Given these verdict rules
        | id        | rule                                    | when                                                                                                                   | verdict    | severity | in force from | basis        |
        | US-CA-PLA | Plastic called degradable in California | state is California; made of plastic is yes; claim types includes any of degradable                                    | prohibited | major    | 2013-01-01    | ca-prc-42357 |
        | US-CA-PLA |                                         | state is California; made of plastic is yes; claim types includes any of compostable; all of it composts in time is no |            |          |               |              |
      And these remedies
        | rule      | say instead                                                                                          |
        | US-CA-PLA | drop the word degradable; say compostable only with certification to the standard that the act names |

    Scenario Outline: Plastic called degradable in California
      Given state is <us_state>
      And made of plastic is <plastic>
      And claim types is <claim_types>
      And all of it composts in time is <composts_timely>
      When evaluated as of 2026-11-20
      Then rule US-CA-PLA <US-CA-PLA>

      Examples:
        | us_state      | plastic | claim_types | composts_timely | US-CA-PLA     |
        | California    | yes     | degradable  | yes             | holds         |
        | another state | yes     | degradable  | yes             | does not hold |
        | California    | no      | degradable  | yes             | does not hold |
        | California    | yes     | generic     | yes             | does not hold |
        | California    | yes     | compostable | no              | holds         |
        | another state | yes     | compostable | no              | does not hold |
        | California    | no      | compostable | no              | does not hold |
        | California    | yes     | generic     | no              | does not hold |
        | California    | yes     | compostable | yes             | does not hold |

  Rule: Recyclable where hardly anybody can recycle it
    Background:
      Given these verdict rules
        | id          | rule                                           | when                                                                                                                        | verdict    | severity | in force from | basis             |
        | US-260-12-F | Recyclable where hardly anybody can recycle it | claim types includes any of recyclable; facilities where it is shown is for hardly anybody there                            | misleading | major    | 2012-10-11    | ftc-12-facilities |
        | US-260-12-F |                                                | claim types includes any of recyclable; facilities where it is shown is for some there; limits of recycling disclosed is no |            |          |               |                   |
      And these remedies
        | rule        | say instead                                                                                          |
        | US-260-12-F | say it only where it can be handed in, or say beside it that facilities may not exist where you live |

    Scenario Outline: Recyclable where hardly anybody can recycle it
      Given claim types is <claim_types>
      And facilities_where_shown is <facilities_where_shown>
      And limits of recycling disclosed is <recycling_limits_disclosed>
      When evaluated as of 2026-11-20
      Then rule US-260-12-F <US-260-12-F>

      Examples:
        | claim_types | facilities_where_shown   | recycling_limits_disclosed | US-260-12-F   |
        | recyclable  | for hardly anybody there | yes                        | holds         |
        | generic     | for hardly anybody there | yes                        | does not hold |
        | recyclable  | for some there           | no                         | holds         |
        | generic     | for some there           | no                         | does not hold |
        | recyclable  | for some there           | yes                        | does not hold |

  Rule: Absolute words not proven
    Background:
      Given these verdict rules
        | id         | rule                      | when                                                   | verdict    | severity | in force from | basis     |
        | US-260-2-S | Absolute words not proven | absolute wording is yes; absolute wording proved is no | misleading | major    | 2012-10-11    | ftc-2-top |
      And these remedies
        | rule       | say instead                                                                                                             |
        | US-260-2-S | delete the absolute word, or name beside it what proves it: compared with whom, in what, on which day, measured by whom |

    Scenario Outline: Absolute words not proven
      Given absolute wording is <absolute_wording>
      And absolute wording proved is <absolute_wording_proved>
      When evaluated as of 2026-11-20
      Then rule US-260-2-S <US-260-2-S>

      Examples:
        | absolute_wording | absolute_wording_proved | US-260-2-S    |
        | yes              | no                      | holds         |
        | no               | no                      | does not hold |
        | yes              | yes                     | does not hold |
