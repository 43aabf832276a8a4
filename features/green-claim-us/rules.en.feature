# language: en
Feature: Rules · Green claims in the United States
  Each rule with its verdict, its period of application and its remedy.

  Background:
    Given the scorecard green-claim-us
    And the scorecard applies when kind of communication is commercial
    And verdicts are governed by display period, otherwise ok on basis otherwise

  Rule: General benefit (16 CFR 260.4)
    Background:
      Given these verdict rules
        | id         | rule                                                           | when                                                                                                                                                                                                                                                               | verdict    | severity | in force from | basis       |
        | US-260-4   | Unqualified claim of a general benefit                         | claim types includes any of generic; claim qualified clearly and prominently is no                                                                                                                                                                                 | misleading | major    | 2012-10-11    | ftc-4       |
        | US-260-4   |                                                                | claim types includes any of generic; location of the specification is no specification                                                                                                                                                                             |            |          |               |             |
        | US-260-4-W | Claim of sustainability or absolute word without qualification | claim types includes any of social and environmental; claim qualified clearly and prominently is no                                                                                                                                                                | misleading | major    | 2012-10-11    | ftc-4-words |
        | US-260-4-W |                                                                | claim types includes any of social and environmental; location of the specification is no specification                                                                                                                                                            |            |          |               |             |
        | US-260-4-W |                                                                | claim types includes any of absolute; claim types includes none of recycled content, recyclable, degradable, compostable, renewable energy, renewable material, quantified footprint, durability, repairability; location of the specification is no specification |            |          |               |             |
      And these remedies
        | rule       | say instead                                                                                   |
        | US-260-4   | replace it by specific benefits, for example: made with 60 % less water than our former model |
        | US-260-4-W | replace it by specific benefits, for example: made with 60 % less water than our former model |

    Scenario Outline: Unqualified claim of a general benefit
      Given claim types is <claim_types>
      And claim qualified clearly and prominently is <qualified_prominently>
      And location of the specification is <location of the specification>
      When evaluated as of 2026-11-20
      Then rule US-260-4 <US-260-4>

      Examples:
        | claim_types              | qualified_prominently | location of the specification | US-260-4      |
        | generic                  | no                    | on the same medium            | holds         |
        | social and environmental | no                    | on the same medium            | does not hold |
        | generic                  | yes                   | no specification              | holds         |

    Scenario: US-260-4: display period is from 2012-10-11: just does not apply
      Given display period is 2012-10-10 to 2012-10-10
      When evaluated as of 2026-11-20
      Then rule US-260-4 is not in force

    Scenario Outline: Claim of sustainability or absolute word without qualification
      Given claim types is <claim_types>
      And location of the specification is <location of the specification>
      When evaluated as of 2026-11-20
      Then rule US-260-4-W <US-260-4-W>

      Examples:
        | claim_types                | location of the specification | US-260-4-W    |
        | social and environmental   | no specification              | holds         |
        | absolute                   | no specification              | holds         |
        | absolute, recycled content | no specification              | does not hold |
        | absolute                   | on the same medium            | does not hold |

  Rule: Offsets (16 CFR 260.5)
    Background:
      Given these verdict rules
        | id       | rule                                                    | when                                                                                                                 | verdict    | severity | in force from | basis |
        | US-260-5 | Offsets without competent evidence or single sale       | offsets used is yes; competent offset evidence and single sale is no                                                 | misleading | major    | 2012-10-11    | ftc-5 |
        | US-260-5 |                                                         | claim types includes any of neutral by offsets; competent offset evidence and single sale is no                      |            |          |               |       |
        | OFF-02   | Offset reductions two or more years away, not disclosed | offsets used is yes; offset reductions two or more years away is yes; delay of the offset reductions disclosed is no | misleading | major    | 2012-10-11    | ftc-5 |
        | OFF-03   | Offset activity already required by law                 | offsets used is yes; offset activity required by law is yes                                                          | misleading | major    | 2012-10-11    | ftc-5 |
      And these remedies
        | rule     | say instead                                                                                        |
        | US-260-5 | claim only reductions that are measured, sold once and retired for you; otherwise delete the claim |
        | OFF-02   | state the year in which the reductions will occur                                                  |
        | OFF-03   | delete the claim; an activity that the law requires is not an offset                               |

    Scenario Outline: Offsets without competent evidence or single sale
      Given offsets used is <offsets_used>
      And competent offset evidence and single sale is no
      And claim types is <claim_types>
      When evaluated as of 2026-11-20
      Then rule US-260-5 <US-260-5>

      Examples:
        | offsets_used | claim_types        | US-260-5      |
        | yes          | specific attribute | holds         |
        | no           | specific attribute | does not hold |
        | no           | neutral by offsets | holds         |

    Scenario Outline: Offset reductions two or more years away, not disclosed
      Given offsets used is <offsets_used>
      And offset reductions two or more years away is <offset_delay_two_years>
      And delay of the offset reductions disclosed is <offset_delay_disclosed>
      When evaluated as of 2026-11-20
      Then rule OFF-02 <OFF-02>

      Examples:
        | offsets_used | offset_delay_two_years | offset_delay_disclosed | OFF-02        |
        | yes          | yes                    | no                     | holds         |
        | no           | yes                    | no                     | does not hold |
        | yes          | no                     | no                     | does not hold |
        | yes          | yes                    | yes                    | does not hold |

    Scenario Outline: Offset activity already required by law
      Given offsets used is <offsets_used>
      And offset activity required by law is yes
      When evaluated as of 2026-11-20
      Then rule OFF-03 <OFF-03>

      Examples:
        | offsets_used | OFF-03        |
        | yes          | holds         |
        | no           | does not hold |

  Rule: Seal without its basis or material connection
    Background:
      Given these verdict rules
        | id       | rule                                          | when                                                                                    | verdict    | severity | in force from | basis |
        | US-260-6 | Seal without its basis or material connection | claim types includes any of label; basis of the seal stated is no                       | misleading | major    | 2012-10-11    | ftc-6 |
        | US-260-6 |                                               | claim types includes any of label; material connection to the certifier disclosed is no |            |          |               |       |
      And these remedies
        | rule     | say instead                                                                                       |
        | US-260-6 | state next to the seal the certified property, the awarding body and your connection to that body |

    Scenario Outline: Seal without its basis or material connection
      Given claim types is <claim_types>
      And basis of the seal stated is <seal_basis_stated>
      And material connection to the certifier disclosed is <seal_connection_disclosed>
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
        | id       | rule                                                         | when                                                                                                                                            | verdict    | severity | in force from | basis |
        | US-260-7 | Compostable claim without its conditions                     | claim types includes any of compostable, degradable; all parts compost in time is no                                                            | misleading | major    | 2012-10-11    | ftc-7 |
        | US-260-7 |                                                              | claim types includes any of compostable, degradable; lack of composting facilities disclosed is no                                              |            |          |               |       |
        | US-260-8 | Called degradable without complete degradation within a year | claim types includes any of degradable, compostable; degrades within a year after disposal is no; claim qualified clearly and prominently is no | misleading | major    | 2012-10-11    | ftc-8 |
      And these remedies
        | rule     | say instead                                                                                                     |
        | US-260-7 | state: compostable in industrial facilities, which may not exist in your area; not suitable for home composting |
        | US-260-8 | state the environment, the degree and the time of degradation; delete the claim for landfill                    |

    Scenario Outline: Compostable claim without its conditions
      Given claim types is <claim_types>
      And all parts compost in time is <composts_timely>
      And lack of composting facilities disclosed is <compost_facilities_disclosed>
      When evaluated as of 2026-11-20
      Then rule US-260-7 <US-260-7>

      Examples:
        | claim_types | composts_timely | compost_facilities_disclosed | US-260-7      |
        | compostable | no              | yes                          | holds         |
        | compostable | yes             | no                           | holds         |
        | generic     | yes             | no                           | does not hold |

    Scenario Outline: Called degradable without complete degradation within a year
      Given claim types is <claim_types>
      And degrades within a year after disposal is <degrades_within_year>
      And claim qualified clearly and prominently is <qualified_prominently>
      When evaluated as of 2026-11-20
      Then rule US-260-8 <US-260-8>

      Examples:
        | claim_types | degrades_within_year | qualified_prominently | US-260-8      |
        | degradable  | no                   | no                    | holds         |
        | generic     | no                   | no                    | does not hold |
        | degradable  | no                   | yes                   | does not hold |
        | degradable  | yes                  | no                    | does not hold |

  Rule: Free-of and non-toxic claims (16 CFR 260.9 and 260.10)
    Background:
      Given these verdict rules
        | id        | rule                                                                | when                                                                                                                                                                                                                                                              | verdict    | severity | in force from | basis  |
        | US-260-9  | Called free of a substance although it or a similar risk is present | claim types includes any of free of; free of the substance and of similar risks is no                                                                                                                                                                             | misleading | major    | 2012-10-11    | ftc-9  |
        | US-260-9  |                                                                     | claim types includes any of absolute; claim types includes none of recycled content, recyclable, degradable, compostable, renewable energy, renewable material, quantified footprint, durability, repairability; free of the substance and of similar risks is no |            |          |               |        |
        | US-260-10 | Called non-toxic or harmless although not safe                      | claim types includes any of free of, compostable, degradable, specific attribute, generic, social and environmental, name; safe for people and environment is no                                                                                                  | misleading | major    | 2012-10-11    | ftc-10 |
        | US-260-10 |                                                                     | claim types includes any of absolute; claim types includes none of recycled content, recyclable, degradable, compostable, renewable energy, renewable material, quantified footprint, durability, repairability; safe for people and environment is no            |            |          |               |        |
      And these remedies
        | rule      | say instead                                                                                |
        | US-260-9  | delete the claim, or state that only traces of the substance were found, and by which test |
        | US-260-10 | delete the claim, or name the substance and for whom it was tested                         |

    Scenario Outline: Called free of a substance although it or a similar risk is present
      Given claim types is <claim_types>
      And free of the substance and of similar risks is no
      When evaluated as of 2026-11-20
      Then rule US-260-9 <US-260-9>

      Examples:
        | claim_types                | US-260-9      |
        | free of                    | holds         |
        | generic                    | does not hold |
        | absolute                   | holds         |
        | absolute, recycled content | does not hold |

    Scenario Outline: Called non-toxic or harmless although not safe
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
        | id          | rule                                          | when                                                                                                                                     | verdict                      | severity    | in force from | basis  |
        | US-260-12   | Recyclable claim without recycling facilities | claim types includes any of recyclable; share of people with access to recycling is 0 %                                                  | misleading                   | major       | 2012-10-11    | ftc-12 |
        | US-260-12-L | Recyclable claim with undisclosed limits      | claim types includes any of recyclable; share of people with access to recycling is less than 60 %; limits of recycling disclosed is no  | misleading                   | major       | 2012-10-11    | ftc-12 |
        | US-260-12-Q | Recyclable claim with disclosed limits        | claim types includes any of recyclable; share of people with access to recycling is less than 60 %; limits of recycling disclosed is yes | permitted with qualification | observation | 2012-10-11    | ftc-12 |
      And these remedies
        | rule        | say instead                                               |
        | US-260-12   | delete the claim; describe how to dispose of the product  |
        | US-260-12-L | state that the product may not be recyclable in your area |
        | US-260-12-Q | retain the limits next to the claim                       |

    Scenario Outline: Recyclable claim without recycling facilities
      Given claim types is <claim_types>
      And share of people with access to recycling is 0 %
      When evaluated as of 2026-11-20
      Then rule US-260-12 <US-260-12>

      Examples:
        | claim_types | US-260-12     |
        | recyclable  | holds         |
        | generic     | does not hold |

    Scenario Outline: Recyclable claim with undisclosed limits
      Given claim types is <claim_types>
      And share of people with access to recycling is <recyclability_access> %
      And limits of recycling disclosed is no
      When evaluated as of 2026-11-20
      Then rule US-260-12-L <US-260-12-L>

      Examples:
        | claim_types | recyclability_access | US-260-12-L   |
        | recyclable  | 59                   | holds         |
        | generic     | 59.99                | does not hold |
        | recyclable  | 60                   | does not hold |

    Scenario: Recyclable claim with disclosed limits
      Given claim types is recyclable
      And share of people with access to recycling is 59 %
      And limits of recycling disclosed is yes
      When evaluated as of 2026-11-20
      Then rule US-260-12-Q holds

  Rule: Recycled content (16 CFR 260.13)
    Background:
      Given these verdict rules
        | id          | rule                                     | when                                                                                                                    | verdict                      | severity    | in force from | basis  |
        | US-260-13   | Recycled-content claim without its share | claim types includes any of recycled content; recycled share by weight is less than 100 %; recycled share stated is no  | misleading                   | major       | 2012-10-11    | ftc-13 |
        | US-260-13-Q | Recycled-content claim with its share    | claim types includes any of recycled content; recycled share by weight is less than 100 %; recycled share stated is yes | permitted with qualification | observation | 2012-10-11    | ftc-13 |
      And these remedies
        | rule        | say instead                                  |
        | US-260-13   | state the recycled share by weight           |
        | US-260-13-Q | retain the share by weight next to the claim |

    Scenario Outline: Recycled-content claim without its share
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

    Scenario Outline: Recycled-content claim with its share
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
        | id          | rule                                                     | when                                                                                                   | verdict    | severity | in force from | basis               |
        | US-260-15   | Renewable energy claim without matching, source or share | claim types includes any of renewable energy; renewable power matched and not sold is no               | misleading | major    | 2012-10-11    | ftc-15              |
        | US-260-15   |                                                          | claim types includes any of renewable energy; source and share of renewable energy stated is no        |            |          |               |                     |
        | US-260-15-W | Renewable energy claim with certificates sold or missing | claim types includes any of renewable energy; energy certificate cancelled for market and period is no | misleading | major    | 2012-10-11    | ftc-15-certificates |
      And these remedies
        | rule        | say instead                                                                                                                   |
        | US-260-15   | state the percentage of the power for this product, its source, and that you retired the certificates                         |
        | US-260-15-W | state the use of the certificates, for example: we sell the certificates of our roof and do not use its solar power ourselves |

    Scenario Outline: Renewable energy claim without matching, source or share
      Given claim types is <claim_types>
      And renewable power matched and not sold is <renewable_source_matched>
      And source and share of renewable energy stated is <renewable_source_and_share_stated>
      When evaluated as of 2026-11-20
      Then rule US-260-15 <US-260-15>

      Examples:
        | claim_types      | renewable_source_matched | renewable_source_and_share_stated | US-260-15     |
        | renewable energy | no                       | yes                               | holds         |
        | generic          | no                       | yes                               | does not hold |
        | renewable energy | yes                      | yes                               | does not hold |
        | renewable energy | yes                      | no                                | holds         |
        | generic          | yes                      | no                                | does not hold |

    Scenario Outline: Renewable energy claim with certificates sold or missing
      Given claim types is <claim_types>
      And energy certificate cancelled for market and period is no
      When evaluated as of 2026-11-20
      Then rule US-260-15-W <US-260-15-W>

      Examples:
        | claim_types      | US-260-15-W   |
        | renewable energy | holds         |
        | generic          | does not hold |

  Rule: Renewable materials and source reduction (16 CFR 260.16 and 260.17)
    Background:
      Given these verdict rules
        | id        | rule                                                   | when                                                                                       | verdict    | severity | in force from | basis  |
        | US-260-16 | Renewable material claim without qualification         | claim types includes any of renewable material; renewable material and reason stated is no | misleading | minor    | 2012-10-11    | ftc-16 |
        | US-260-17 | Reduction claim without amount and basis of comparison | claim types includes any of comparative; amount and basis of the reduction stated is no    | misleading | minor    | 2012-10-11    | ftc-17 |
      And these remedies
        | rule      | say instead                                                                           |
        | US-260-16 | state the percentage, the plant and the time in which it regrows                      |
        | US-260-17 | state the percentage by which the material was reduced, compared with the former pack |

    Scenario Outline: Renewable material claim without qualification
      Given claim types is <claim_types>
      And renewable material and reason stated is <renewable_material_stated>
      When evaluated as of 2026-11-20
      Then rule US-260-16 <US-260-16>

      Examples:
        | claim_types        | renewable_material_stated | US-260-16     |
        | renewable material | no                        | holds         |
        | generic            | no                        | does not hold |
        | renewable material | yes                       | does not hold |

    Scenario Outline: Reduction claim without amount and basis of comparison
      Given claim types is <claim_types>
      And amount and basis of the reduction stated is <source_reduction_amount_stated>
      When evaluated as of 2026-11-20
      Then rule US-260-17 <US-260-17>

      Examples:
        | claim_types | source_reduction_amount_stated | US-260-17     |
        | comparative | no                             | holds         |
        | generic     | no                             | does not hold |
        | comparative | yes                            | does not hold |

  Rule: Rayon presented as bamboo
    Background:
      Given these verdict rules
        | id     | rule                      | when                        | verdict    | severity | basis       |
        | MAT-01 | Rayon presented as bamboo | rayon sold as bamboo is yes | prohibited | major    | textile-act |
      And these remedies
        | rule   | say instead                   |
        | MAT-01 | state: rayon made from bamboo |

    Scenario: Rayon presented as bamboo
      Given rayon sold as bamboo is yes
      When evaluated as of 2026-11-20
      Then rule MAT-01 holds

  Rule: California: recyclable goods and website disclosures
    Background:
      Given these verdict rules
        | id        | rule                                                        | when                                                                                                                                                                 | verdict        | severity | in force from | warn from  | basis   |
        | US-CA-343 | Recyclable claim in California below the statewide criteria | state of sale is California; claim types includes any of recyclable; statewide recyclability criteria met is no; date of manufacture is from 2026-10-04              | prohibited     | major    | 2026-10-04    | 2025-04-04 | sb-343  |
        | OFF-08    | Website disclosures for California missing                  | state of sale is California; claim types includes any of neutral by offsets, neutral without offsets, net zero, carbon negative; website disclosures published is no | needs evidence | major    | 2025-01-01    |            | ab-1305 |
        | OFF-08    |                                                             | state of sale is California; claim types includes any of comparative; claim types includes any of quantified footprint; website disclosures published is no          |                |          |               |            |         |
      And these remedies
        | rule      | say instead                                                                                                         |
        | US-CA-343 | remove the word and the arrows from goods made on or after 2026-10-04, or prove that the statewide criteria are met |
        | OFF-08    | publish on the website how the claim was determined, the yearly progress, and each offset with its registry         |

    Scenario Outline: Recyclable claim in California below the statewide criteria
      Given state of sale is <us_state>
      And claim types is <claim_types>
      And statewide recyclability criteria met is <statewide_recyclability_met>
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

    Scenario Outline: Website disclosures for California missing
      Given state of sale is <us_state>
      And claim types is <claim_types>
      And website disclosures published is <website_disclosures_made>
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
        | id       | rule                                              | when                                                                                                                                                                                                                                                             | verdict    | severity | in force from | basis |
        | US-260-2 | Untrue claim, or claim without a reasonable basis | claim truthful and accurate is no                                                                                                                                                                                                                                | misleading | major    | 2012-10-11    | ftc-2 |
        | US-260-2 |                                                   | claim substantiated is no                                                                                                                                                                                                                                        |            |          |               |       |
        | US-260-2 |                                                   | evidence on file at publication is no                                                                                                                                                                                                                            |            |          |               |       |
        | US-260-3 | Qualification missing or unclear                  | no important information omitted is no                                                                                                                                                                                                                           | misleading | major    | 2012-10-11    | ftc-3 |
        | US-260-3 |                                                   | claim clear and unambiguous is no                                                                                                                                                                                                                                |            |          |               |       |
        | US-260-3 |                                                   | asserted scope is the whole; scope covered by the evidence is only part of the asserted scope                                                                                                                                                                    |            |          |               |       |
        | US-260-3 |                                                   | claim types includes any of generic, social and environmental; location of the specification is elsewhere only                                                                                                                                                   |            |          |               |       |
        | US-260-3 |                                                   | claim types includes any of absolute; claim types includes none of recycled content, recyclable, degradable, compostable, renewable energy, renewable material, quantified footprint, durability, repairability; location of the specification is elsewhere only |            |          |               |       |
      And these remedies
        | rule     | say instead                                                                                                                   |
        | US-260-2 | claim only facts about this product that competent and reliable evidence proves; otherwise delete the claim                   |
        | US-260-3 | state next to the claim, in plain words, whether it applies to the product, the package or a part, and under which conditions |

    Scenario Outline: Basis and qualification (16 CFR 260.2 and 260.3): an example of each rule
      Given <given>
      When evaluated as of 2026-11-20
      Then rule <rule> holds

      Examples:
        | given                                 | rule     |
        | claim truthful and accurate is no     | US-260-2 |
        | claim substantiated is no             | US-260-2 |
        | evidence on file at publication is no | US-260-2 |
        | claim clear and unambiguous is no     | US-260-3 |

    Scenario Outline: Qualification missing or unclear
      Given no important information omitted is <nothing_important_omitted>
      And asserted scope is <subject_asserted_scope>
      And scope covered by the evidence is <evidence_covers>
      When evaluated as of 2026-11-20
      Then rule US-260-3 <US-260-3>

      Examples:
        | nothing_important_omitted | subject_asserted_scope | evidence_covers                 | US-260-3      |
        | no                        | the whole              | the whole asserted scope        | holds         |
        | yes                       | the whole              | only part of the asserted scope | holds         |
        | yes                       | a part                 | only part of the asserted scope | does not hold |

    Scenario Outline: US-260-3: a word that is specified only elsewhere
      Given claim types is <claim_types>
      And location of the specification is <location of the specification>
      When evaluated as of 2026-11-20
      Then rule US-260-3 <US-260-3>

      Examples:
        | claim_types              | location of the specification | US-260-3      |
        | generic                  | elsewhere only                | holds         |
        | social and environmental | elsewhere only                | holds         |
        | generic                  | on the same medium            | does not hold |
        | specific attribute       | elsewhere only                | does not hold |
        | absolute                 | elsewhere only                | holds         |
        | absolute                 | on the same medium            | does not hold |
        | absolute, recyclable     | elsewhere only                | does not hold |

  Rule: Plastic product called degradable or compostable in California
    Background:
      Given these verdict rules
        | id        | rule                                                           | when                                                                                                                          | verdict    | severity | in force from | basis        |
        | US-CA-PLA | Plastic product called degradable or compostable in California | state of sale is California; made of plastic is yes; claim types includes any of degradable                                   | prohibited | major    | 2013-01-01    | ca-prc-42357 |
        | US-CA-PLA |                                                                | state of sale is California; made of plastic is yes; claim types includes any of compostable; all parts compost in time is no |            |          |               |              |
      And these remedies
        | rule      | say instead                                                                                          |
        | US-CA-PLA | delete the word degradable; use compostable only with certification to the standard named in the act |

    Scenario Outline: Plastic product called degradable or compostable in California
      Given state of sale is <us_state>
      And made of plastic is <plastic>
      And claim types is <claim_types>
      And all parts compost in time is <composts_timely>
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

  Rule: Called recyclable where hardly any people have facilities
    Background:
      Given these verdict rules
        | id          | rule                                                      | when                                                                                                                                                 | verdict    | severity | in force from | basis             |
        | US-260-12-F | Called recyclable where hardly any people have facilities | claim types includes any of recyclable; disposal facilities where the claim appears is available to hardly any people                                | misleading | major    | 2012-10-11    | ftc-12-facilities |
        | US-260-12-F |                                                           | claim types includes any of recyclable; disposal facilities where the claim appears is available to some people; limits of recycling disclosed is no |            |          |               |                   |
      And these remedies
        | rule        | say instead                                                                                                           |
        | US-260-12-F | use the claim only where the product can be handed in, or state next to it that facilities may not exist in your area |

    Scenario Outline: Called recyclable where hardly any people have facilities
      Given claim types is <claim_types>
      And facilities_where_shown is <facilities_where_shown>
      And limits of recycling disclosed is <recycling_limits_disclosed>
      When evaluated as of 2026-11-20
      Then rule US-260-12-F <US-260-12-F>

      Examples:
        | claim_types | facilities_where_shown         | recycling_limits_disclosed | US-260-12-F   |
        | recyclable  | available to hardly any people | yes                        | holds         |
        | generic     | available to hardly any people | yes                        | does not hold |
        | recyclable  | available to some people       | no                         | holds         |
        | generic     | available to some people       | no                         | does not hold |
        | recyclable  | available to some people       | yes                        | does not hold |

  Rule: Absolute wording not proven
    Background:
      Given these verdict rules
        | id         | rule                        | when                                                   | verdict    | severity | in force from | basis     |
        | US-260-2-S | Absolute wording not proven | absolute wording is yes; absolute wording proven is no | misleading | major    | 2012-10-11    | ftc-2-top |
      And these remedies
        | rule       | say instead                                                                                                                      |
        | US-260-2-S | delete the absolute word, or state its proof next to it: compared with whom, in which aspect, on which date and measured by whom |

    Scenario Outline: Absolute wording not proven
      Given absolute wording is <absolute_wording>
      And absolute wording proven is <absolute_wording_proved>
      When evaluated as of 2026-11-20
      Then rule US-260-2-S <US-260-2-S>

      Examples:
        | absolute_wording | absolute_wording_proved | US-260-2-S    |
        | yes              | no                      | holds         |
        | no               | no                      | does not hold |
        | yes              | yes                     | does not hold |
