# language: en
Feature: Rules · Green claims by standards and good practice
  Each rule with its verdict, its period of application and its remedy.

  Background:
    Given the scorecard green-claim-practice
    And the scorecard applies when kind of communication is commercial
    And verdicts are governed by display period, otherwise ok on basis otherwise

  Rule: Neutrality
    Background:
      Given these verdict rules
        | id        | rule                                                            | when                                                                                                                                                                                                                                                                       | verdict                      | severity    | in force from | warn from  | basis             |
        | NEU-01    | Neutrality claimed under a withdrawn standard                   | claim types includes any of neutral by offsets, neutral without offsets, net zero; standard of neutrality is PAS 2060                                                                                                                                                      | needs evidence               | major       | 2025-12-01    | 2025-01-01 | pas-2060          |
        | NEU-02    | Neutrality of a trader or site without complete documentation   | subject of the claim is one of trader, site, brand, event; claim types includes any of neutral by offsets, neutral without offsets, net zero; neutrality documentation complete is no                                                                                      | needs evidence               | major       | 2023-11-30    |            | iso-14068         |
        | NEU-02-W  | Neutrality of a trader or site claimed without its basis        | subject of the claim is one of trader, site, brand, event; claim types includes any of neutral by offsets, neutral without offsets, net zero; basis stated in the claim is no                                                                                              | needs evidence               | major       | 2023-11-30    |            | iso-14068-words   |
        | NEU-02-W  |                                                                 | subject of the claim is one of trader, site, brand, event; claim types includes any of neutral by offsets, neutral without offsets, net zero; location of the specification is one of no specification, elsewhere only                                                     |                              |             |               |            |                   |
        | NEU-02-Q  | Neutrality of a trader or site with complete documentation      | subject of the claim is one of trader, site, brand, event; claim types includes any of neutral by offsets, neutral without offsets, net zero; neutrality documentation complete is yes; basis stated in the claim is yes                                                   | permitted with qualification | observation | 2023-11-30    |            | iso-14068         |
        | NEU-02-P  | Neutrality of a product without complete documentation or basis | subject of the claim is one of product, category, packaging, component, process, service, financial product; claim types includes any of neutral by offsets, neutral without offsets, net zero; neutrality documentation complete is no                                    | needs evidence               | major       | 2023-11-30    |            | iso-14068-product |
        | NEU-02-P  |                                                                 | subject of the claim is one of product, category, packaging, component, process, service, financial product; claim types includes any of neutral by offsets, neutral without offsets, net zero; basis stated in the claim is no                                            |                              |             |               |            |                   |
        | NEU-02-P  |                                                                 | subject of the claim is one of product, category, packaging, component, process, service, financial product; claim types includes any of neutral by offsets, neutral without offsets, net zero; location of the specification is one of no specification, elsewhere only   |                              |             |               |            |                   |
        | NEU-02-PQ | Neutrality of a product with complete documentation             | subject of the claim is one of product, category, packaging, component, process, service, financial product; claim types includes any of neutral by offsets, neutral without offsets, net zero; neutrality documentation complete is yes; basis stated in the claim is yes | permitted with qualification | observation | 2023-11-30    |            | iso-14068-product |
        | NEU-03    | Offsets used before reductions                                  | claim types includes any of neutral by offsets, neutral without offsets, net zero; offsets used is yes; reductions made before the use of credits is no                                                                                                                    | needs evidence               | major       | 2023-11-30    |            | iso-14068         |
        | NEU-03-W  | Neutrality by offsets without prior reductions                  | claim types includes any of neutral by offsets; reductions made before the use of credits is no                                                                                                                                                                            | needs evidence               | major       | 2023-11-30    |            | iso-14068-words   |
        | NEU-04    | Neutrality declaration older than a year                        | claim types includes any of neutral by offsets, neutral without offsets, net zero; neutrality declared within the last twelve months is no                                                                                                                                 | needs evidence               | minor       |               |            | neutral-period    |
      And these remedies
        | rule      | say instead                                                                                                                                 |
        | NEU-01    | declare neutrality under ISO 14068-1 instead, or remove the standard and the word neutral                                                   |
        | NEU-02    | state boundary, footprint, plan, reductions, remaining emissions, credits and verifier                                                      |
        | NEU-02-W  | state boundary, footprint, plan, reductions, remaining emissions, credits and verifier                                                      |
        | NEU-02-Q  | state the scopes, the reduction, the compensated quantity and the verifier                                                                  |
        | NEU-02-P  | state boundary, footprint, plan, reductions, remaining emissions, credits and verifier; in claims to consumers in the Union, use no credits |
        | NEU-02-PQ | state the boundary, the reduction, the compensated quantity and the verifier                                                                |
        | NEU-03    | reduce emissions first, then use removals inside the boundary, then credits                                                                 |
        | NEU-03-W  | reduce emissions first, then use removals inside the boundary, then credits                                                                 |
        | NEU-04    | state the period of the declaration and renew it every year                                                                                 |

    Scenario Outline: Neutrality standard withdrawn
      Given claim types is <claim_types>
      And standard of neutrality is PAS 2060
      When evaluated as of 2026-11-20
      Then rule NEU-01 <NEU-01>

      Examples:
        | claim_types        | NEU-01        |
        | neutral by offsets | holds         |
        | generic            | does not hold |

    Scenario Outline: Neutrality of a trader or site without complete documentation
      Given subject of the claim is trader
      And claim types is <claim_types>
      And neutrality documentation complete is no
      When evaluated as of 2026-11-20
      Then rule NEU-02 <NEU-02>

      Examples:
        | claim_types        | NEU-02        |
        | neutral by offsets | holds         |
        | generic            | does not hold |

    Scenario Outline: Neutrality of a trader or site claimed without its basis
      Given subject of the claim is <subject_level>
      And claim types is <claim_types>
      And basis stated in the claim is <basis_in_claim>
      And location of the specification is <location of the specification>
      When evaluated as of 2026-11-20
      Then rule NEU-02-W <NEU-02-W>

      Examples:
        | subject_level | claim_types        | basis_in_claim | location of the specification | NEU-02-W      |
        | trader        | neutral by offsets | no             | on the same medium            | holds         |
        | product       | neutral by offsets | no             | on the same medium            | does not hold |
        | trader        | generic            | no             | on the same medium            | does not hold |
        | trader        | neutral by offsets | yes            | no specification              | holds         |
        | product       | neutral by offsets | yes            | no specification              | does not hold |
        | trader        | generic            | yes            | no specification              | does not hold |

    Scenario: Neutrality of a trader or site with complete documentation
      Given subject of the claim is trader
      And claim types is neutral by offsets
      And neutrality documentation complete is yes
      And basis stated in the claim is yes
      When evaluated as of 2026-11-20
      Then rule NEU-02-Q holds

    Scenario Outline: Neutrality of a product without complete documentation or basis
      Given subject of the claim is product
      And claim types is <claim_types>
      And neutrality documentation complete is <neutrality_file_complete>
      And basis stated in the claim is <basis_in_claim>
      When evaluated as of 2026-11-20
      Then rule NEU-02-P <NEU-02-P>

      Examples:
        | claim_types        | neutrality_file_complete | basis_in_claim | NEU-02-P      |
        | neutral by offsets | no                       | yes            | holds         |
        | generic            | no                       | yes            | does not hold |
        | generic            | yes                      | no             | does not hold |

    Scenario: Neutrality of a product with complete documentation
      Given subject of the claim is product
      And claim types is neutral by offsets
      And neutrality documentation complete is yes
      And basis stated in the claim is yes
      When evaluated as of 2026-11-20
      Then rule NEU-02-PQ holds

    Scenario Outline: Offsets used before reductions
      Given claim types is <claim_types>
      And offsets used is yes
      And reductions made before the use of credits is no
      When evaluated as of 2026-11-20
      Then rule NEU-03 <NEU-03>

      Examples:
        | claim_types        | NEU-03        |
        | neutral by offsets | holds         |
        | generic            | does not hold |

    Scenario: Neutrality by offsets without prior reductions
      Given claim types is neutral by offsets
      And reductions made before the use of credits is no
      When evaluated as of 2026-11-20
      Then rule NEU-03-W holds

    Scenario Outline: Neutrality declaration older than a year
      Given claim types is <claim_types>
      And neutrality declared within the last twelve months is no
      When evaluated as of 2026-11-20
      Then rule NEU-04 <NEU-04>

      Examples:
        | claim_types        | NEU-04        |
        | neutral by offsets | holds         |
        | generic            | does not hold |

  Rule: Credits behind a claim
    Background:
      Given these verdict rules
        | id     | rule                                            | when                                                                                                                     | verdict        | severity | in force from | basis           |
        | OFF-01 | Credits not retired for the beneficiary         | offsets used is yes; credits retired for this beneficiary is no                                                          | prohibited     | major    |               | credit-practice |
        | OFF-01 |                                                 | claim types includes any of neutral by offsets; credits retired for this beneficiary is no                               |                |          |               |                 |
        | OFF-04 | Double-counted credits                          | offsets used is yes; credits used only once is no                                                                        | prohibited     | major    |               | credit-practice |
        | OFF-04 |                                                 | claim types includes any of neutral by offsets; credits used only once is no                                             |                |          |               |                 |
        | OFF-05 | Storage period too short for a neutrality claim | claim types includes any of neutral by offsets, net zero; offsets used is yes; storage long enough for the claim is no   | misleading     | major    | 2007-12-12    | permanence      |
        | OFF-05 |                                                 | claim types includes any of neutral by offsets; storage long enough for the claim is no                                  |                |          |               |                 |
        | OFF-06 | Offsets included in the footprint               | claim types includes any of quantified footprint, comparative, carbon negative; offsets included in the footprint is yes | prohibited     | major    | 2018-08-01    | iso-14067       |
        | OFF-07 | Claimed VCMI tier not reached                   | VCMI tier claimed is silver; share of remaining emissions retired is less than 20 %                                      | needs evidence | minor    | 2025-08-01    | vcmi            |
        | OFF-07 |                                                 | VCMI tier claimed is gold; share of remaining emissions retired is less than 60 %                                        |                |          |               |                 |
        | OFF-07 |                                                 | VCMI tier claimed is platinum; share of remaining emissions retired is less than 100 %                                   |                |          |               |                 |
        | OFF-07 |                                                 | VCMI tier claimed is one of silver, gold, platinum; VCMI foundational criteria met is no                                 |                |          |               |                 |
      And these remedies
        | rule   | say instead                                                                                                                                                                        |
        | OFF-01 | retire the credits for this claim and state the registry and serial numbers; delete the claim until then                                                                           |
        | OFF-04 | use each serial number once and reduce the claim by the double-counted credits                                                                                                     |
        | OFF-05 | do not equate temporary storage with fossil emissions; state your emissions, your reduction since the base year, and separately the funded project and its storage period in years |
        | OFF-06 | state the footprint without credits, and mention credits in a separate sentence                                                                                                    |
        | OFF-07 | claim only the tier that was reached, in the name of the company, with assurance every year                                                                                        |

    Scenario Outline: Credits not retired for the beneficiary
      Given offsets used is <offsets_used>
      And credits retired for this beneficiary is no
      And claim types is <claim_types>
      When evaluated as of 2026-11-20
      Then rule OFF-01 <OFF-01>

      Examples:
        | offsets_used | claim_types        | OFF-01        |
        | yes          | specific attribute | holds         |
        | no           | specific attribute | does not hold |
        | no           | neutral by offsets | holds         |

    Scenario Outline: Double-counted credits
      Given offsets used is <offsets_used>
      And credits used only once is no
      And claim types is <claim_types>
      When evaluated as of 2026-11-20
      Then rule OFF-04 <OFF-04>

      Examples:
        | offsets_used | claim_types        | OFF-04        |
        | yes          | specific attribute | holds         |
        | no           | specific attribute | does not hold |
        | no           | neutral by offsets | holds         |

    Scenario Outline: Storage period too short for a neutrality claim
      Given claim types is <claim_types>
      And offsets used is <offsets_used>
      And storage long enough for the claim is no
      When evaluated as of 2026-11-20
      Then rule OFF-05 <OFF-05>

      Examples:
        | claim_types        | offsets_used | OFF-05        |
        | neutral by offsets | yes          | holds         |
        | generic            | yes          | does not hold |
        | net zero           | no           | does not hold |

    Scenario Outline: Offsets included in the footprint
      Given claim types is <claim_types>
      And offsets included in the footprint is yes
      When evaluated as of 2026-11-20
      Then rule OFF-06 <OFF-06>

      Examples:
        | claim_types          | OFF-06        |
        | quantified footprint | holds         |
        | generic              | does not hold |

    Scenario Outline: Claimed VCMI tier not reached
      Given VCMI tier claimed is <vcmi_tier>
      And share of remaining emissions retired is <vcmi_retired_share> %
      And VCMI foundational criteria met is <vcmi_criteria_met>
      When evaluated as of 2026-11-20
      Then rule OFF-07 <OFF-07>

      Examples:
        | vcmi_tier    | vcmi_retired_share | vcmi_criteria_met | OFF-07        |
        | silver       | 19                 | yes               | holds         |
        | no VCMI tier | 19.99              | yes               | does not hold |
        | silver       | 20                 | yes               | does not hold |
        | gold         | 59.99              | yes               | holds         |
        | gold         | 60                 | yes               | does not hold |
        | platinum     | 99.99              | yes               | holds         |
        | platinum     | 100                | yes               | does not hold |
        | silver       | 100                | no                | holds         |
        | no VCMI tier | 100                | no                | does not hold |

  Rule: Recyclable, recycled and renewable claims
    Background:
      Given these verdict rules
        | id     | rule                                                       | when                                                                                                                                    | verdict        | severity | basis             |
        | REC-01 | Recyclable claim without access rate and preparation steps | claim types includes any of recyclable; access rate and preparation steps stated is no                                                  | needs evidence | major    | recycling-derived |
        | REC-01 |                                                            | claim types includes any of recyclable; share of people with access to recycling is less than 60 %; limits of recycling disclosed is no |                |          |                   |
        | REC-03 | Plastic called ocean plastic but not from the ocean        | claim types includes any of recycled content; claimed ocean plastic comes from the ocean is no                                          | misleading     | major    | ocean-plastic     |
        | REC-04 | Recycled content not stated by mass                        | claim types includes any of recycled content; recycled share computed by mass is no                                                     | needs evidence | major    | iso-14021-content |
        | REC-04 |                                                            | claim types includes any of recycled content; recycled share by weight is less than 100 %; recycled share stated is no                  |                |          |                   |
        | REN-01 | Renewable energy claim without cancelled certificates      | claim types includes any of renewable energy; energy certificate cancelled for market and period is no                                  | needs evidence | major    | renewable-derived |
        | REN-01 |                                                            | claim types includes any of renewable energy; renewable power matched and not sold is no                                                |                |          |                   |
        | REN-01 |                                                            | claim types includes any of renewable energy; source and share of renewable energy stated is no                                         |                |          |                   |
      And these remedies
        | rule   | say instead                                                                                               |
        | REC-01 | state the percentage of people who have access to recycling and the preparation steps                     |
        | REC-03 | state that the plastic was collected within a stated distance of the coast, in km, and not from the ocean |
        | REC-04 | state the percentage of recycled mass, and the part that is post-consumer                                 |
        | REN-01 | state the renewable percentage and that certificates were cancelled for this market and year              |

    Scenario Outline: Recyclable claim without access rate and preparation steps
      Given claim types is <claim_types>
      And access rate and preparation steps stated is <access_share_stated>
      And share of people with access to recycling is <recyclability_access> %
      And limits of recycling disclosed is <recycling_limits_disclosed>
      When evaluated as of 2026-11-20
      Then rule REC-01 <REC-01>

      Examples:
        | claim_types | access_share_stated | recyclability_access | recycling_limits_disclosed | REC-01        |
        | recyclable  | no                  | 80                   | yes                        | holds         |
        | generic     | no                  | 80                   | yes                        | does not hold |
        | recyclable  | yes                 | 80                   | yes                        | does not hold |
        | recyclable  | yes                 | 59.99                | no                         | holds         |
        | generic     | yes                 | 59.99                | no                         | does not hold |
        | recyclable  | yes                 | 60                   | no                         | does not hold |

    Scenario Outline: Plastic called ocean plastic but not from the ocean
      Given claim types is <claim_types>
      And claimed ocean plastic comes from the ocean is no
      When evaluated as of 2026-11-20
      Then rule REC-03 <REC-03>

      Examples:
        | claim_types      | REC-03        |
        | recycled content | holds         |
        | generic          | does not hold |

    Scenario Outline: Recycled content not stated by mass
      Given claim types is <claim_types>
      And recycled share computed by mass is <recycled_share_by_mass>
      And recycled share by weight is <recycled_share> %
      And recycled share stated is <recycled_share_stated>
      When evaluated as of 2026-11-20
      Then rule REC-04 <REC-04>

      Examples:
        | claim_types      | recycled_share_by_mass | recycled_share | recycled_share_stated | REC-04        |
        | recycled content | no                     | 100            | yes                   | holds         |
        | generic          | no                     | 100            | yes                   | does not hold |
        | recycled content | yes                    | 99.99          | no                    | holds         |
        | generic          | yes                    | 99.99          | no                    | does not hold |
        | recycled content | yes                    | 100            | no                    | does not hold |
        | recycled content | yes                    | 99.99          | yes                   | does not hold |

    Scenario Outline: Renewable energy claim without cancelled certificates
      Given claim types is <claim_types>
      And energy certificate cancelled for market and period is <energy_instrument_cancelled>
      And renewable power matched and not sold is <renewable_source_matched>
      When evaluated as of 2026-11-20
      Then rule REN-01 <REN-01>

      Examples:
        | claim_types      | energy_instrument_cancelled | renewable_source_matched | REN-01        |
        | renewable energy | no                          | yes                      | holds         |
        | generic          | no                          | yes                      | does not hold |
        | renewable energy | yes                         | yes                      | does not hold |
        | renewable energy | yes                         | no                       | holds         |
        | generic          | yes                         | no                       | does not hold |

    Scenario Outline: REN-01: cases that just meet or just miss its conditions
      Given claim types is <claim_types>
      And source and share of renewable energy stated is no
      When evaluated as of 2026-11-20
      Then rule REN-01 <REN-01>

      Examples:
        | claim_types      | REN-01        |
        | renewable energy | holds         |
        | generic          | does not hold |

  Rule: Qualifiers and the age of evidence
    Background:
      Given these verdict rules
        | id      | rule                                                                | when                                                                    | verdict        | severity | basis            |
        | QUAL-01 | Qualifier contradicts the headline, or is too far away or too small | qualifier is one of contradicts the headline, too far away or too small | misleading     | major    | qualifier-policy |
        | EVD-01  | Evidence outdated                                                   | evidence current is no                                                  | needs evidence | minor    | evidence-policy  |
      And these remedies
        | rule    | say instead                                                                                      |
        | QUAL-01 | move the qualifier next to the headline in a similar size; correct the headline if they disagree |
        | EVD-01  | repeat the measurement and state the year of the data                                            |

    Scenario: Qualifier contradicts the headline, or is too far away or too small
      Given qualifier is contradicts the headline
      When evaluated as of 2026-11-20
      Then rule QUAL-01 holds

    Scenario: Evidence outdated
      Given evidence current is no
      When evaluated as of 2026-11-20
      Then rule EVD-01 holds

  Rule: Comparisons
    Background:
      Given these verdict rules
        | id       | rule                                             | when                                                                                                                   | verdict        | severity | basis             |
        | CMP-01   | Comparison not like for like                     | claim types includes any of comparative, quantified footprint, energy efficiency; like compared with like is no        | misleading     | major    | comparisons       |
        | CMP-01-W | Comparison unfair, outdated or without its basis | claim types includes any of comparative, quantified footprint, energy efficiency; comparison fair and meaningful is no | misleading     | major    | comparisons-words |
        | CMP-01-W |                                                  | claim types includes any of comparative; basis stated in the claim is no                                               |                |          |                   |
        | CMP-01-W |                                                  | claim types includes any of comparative; claim qualified clearly and prominently is no                                 |                |          |                   |
        | CMP-01-W |                                                  | claim types includes any of comparative; location of the specification is one of no specification, elsewhere only      |                |          |                   |
        | CMP-01-W |                                                  | claim types includes any of comparative, quantified footprint, energy efficiency; comparison data current is no        |                |          |                   |
        | CMP-01-P | Comparison published without review by a panel   | claim types includes any of comparative; comparison reviewed by a critical review panel is no                          | needs evidence | major    | comparisons       |
      And these remedies
        | rule     | say instead                                                                                                                             |
        | CMP-01   | state the percentage difference, the compared product and the aspect, for the same function, boundary, method and year, with the source |
        | CMP-01-W | state the percentage difference, the compared product and the aspect, for the same function, boundary, method and year, with the source |
        | CMP-01-P | have a critical review panel review the comparison under ISO 14044                                                                      |

    Scenario Outline: Comparison not like for like
      Given claim types is <claim_types>
      And like compared with like is no
      When evaluated as of 2026-11-20
      Then rule CMP-01 <CMP-01>

      Examples:
        | claim_types | CMP-01        |
        | comparative | holds         |
        | generic     | does not hold |

    Scenario Outline: Comparison unfair, outdated or without its basis
      Given claim types is <claim_types>
      And comparison fair and meaningful is <comparison_fair>
      And comparison data current is <comparison_data_current>
      When evaluated as of 2026-11-20
      Then rule CMP-01-W <CMP-01-W>

      Examples:
        | claim_types | comparison_fair | comparison_data_current | CMP-01-W      |
        | comparative | no              | yes                     | holds         |
        | generic     | no              | yes                     | does not hold |
        | comparative | yes             | no                      | holds         |
        | generic     | yes             | no                      | does not hold |

    Scenario Outline: Comparisons: an example of each rule
      Given <given>
      And <and>
      When evaluated as of 2026-11-20
      Then rule <rule> holds

      Examples:
        | given                      | and                                               | rule     |
        | claim types is comparative | basis stated in the claim is no                   | CMP-01-W |
        | claim types is comparative | claim qualified clearly and prominently is no     | CMP-01-W |
        | claim types is comparative | location of the specification is no specification | CMP-01-W |

    Scenario Outline: Comparison published without review by a panel
      Given claim types is <claim_types>
      And comparison reviewed by a critical review panel is no
      When evaluated as of 2026-11-20
      Then rule CMP-01-P <CMP-01-P>

      Examples:
        | claim_types | CMP-01-P      |
        | comparative | holds         |
        | generic     | does not hold |

  Rule: Scope of the evidence
    Background:
      Given these verdict rules
        | id     | rule                                                             | when                                                                                                                                                                                                                                                 | verdict    | severity | in force from | basis           |
        | LCA-01 | Claim goes beyond the boundary of the evidence                   | boundary of evidence covers the claim is no                                                                                                                                                                                                          | misleading | major    | 2007-12-12    | boundary-ruling |
        | LCA-02 | Claim about the whole environment based on few impact categories | claim types includes any of generic, social and environmental; all impact categories covered is no                                                                                                                                                   | misleading | major    | 2007-12-12    | category-ruling |
        | LCA-02 |                                                                  | claim types includes any of absolute; claim types includes none of recycled content, recyclable, degradable, compostable, renewable energy, renewable material, quantified footprint, durability, repairability; all impact categories covered is no |            |          |               |                 |
        | LCA-03 | Module D included in the total of modules A to C                 | module D included in the total is yes                                                                                                                                                                                                                | prohibited | major    |               | en-15804        |
      And these remedies
        | rule   | say instead                                                                                                     |
        | LCA-01 | state in the same line which stages are included, for example: cradle to retail, without use and disposal       |
        | LCA-02 | name the measured impact, for example: carbon footprint in kg, cradle to grave; other impacts were not measured |
        | LCA-03 | state the total of modules A to C, and module D separately                                                      |

    Scenario: Claim goes beyond the boundary of the evidence
      Given boundary of evidence covers the claim is no
      When evaluated as of 2026-11-20
      Then rule LCA-01 holds

    Scenario Outline: Claim about the whole environment based on few impact categories
      Given claim types is <claim_types>
      And all impact categories covered is <impact_categories_covered>
      When evaluated as of 2026-11-20
      Then rule LCA-02 <LCA-02>

      Examples:
        | claim_types                | impact_categories_covered | LCA-02        |
        | absolute                   | no                        | holds         |
        | generic                    | no                        | holds         |
        | social and environmental   | no                        | holds         |
        | quantified footprint       | no                        | does not hold |
        | absolute, recycled content | no                        | does not hold |
        | absolute                   | yes                       | does not hold |

    Scenario: Module D included in the total of modules A to C
      Given module D included in the total is yes
      When evaluated as of 2026-11-20
      Then rule LCA-03 holds

  Rule: Omissions of high emitters and contradicting evidence
    Background:
      Given these verdict rules
        | id      | rule                                                       | when                                                                                                                                                                 | verdict    | severity | in force from | basis            |
        | OMIT-01 | Green activity of a high-emitting trader without its share | subject of the claim is one of trader, brand, category, service, process, site, financial product; high-emitting trader is yes; share of green activity stated is no | misleading | major    | 2007-12-12    | omission         |
        | FACT-01 | Evidence contradicts the claim                             | evidence contradicts the claim is yes                                                                                                                                | prohibited | major    |               | evidence-derived |
      And these remedies
        | rule    | say instead                                                                                            |
        | OMIT-01 | state next to the claim which share of business or investment is green and which is not, with the year |
        | FACT-01 | delete the claim, or replace it with a statement that the evidence supports                            |

    Scenario Outline: Green activity of a high-emitting trader without its share
      Given subject of the claim is <subject_level>
      And high-emitting trader is <trader_high_emitting>
      And share of green activity stated is <green_share_stated>
      When evaluated as of 2026-11-20
      Then rule OMIT-01 <OMIT-01>

      Examples:
        | subject_level | trader_high_emitting | green_share_stated | OMIT-01       |
        | trader        | yes                  | no                 | holds         |
        | product       | yes                  | no                 | does not hold |
        | trader        | no                   | no                 | does not hold |
        | trader        | yes                  | yes                | does not hold |

    Scenario: Evidence contradicts the claim
      Given evidence contradicts the claim is yes
      When evaluated as of 2026-11-20
      Then rule FACT-01 holds

  Rule: Handprints
    Background:
      Given these verdict rules
        | id       | rule                                               | when                                                                                                                                                                                      | verdict        | severity | in force from | basis           |
        | AVO-01   | Handprint without complete documentation           | claim types includes any of avoided emissions; documentation of the handprint complete is no                                                                                              | needs evidence | major    | 2018-01-01    | handprint       |
        | AVO-01-W | Avoided emissions not specified on the same medium | claim types includes any of avoided emissions; location of the specification is one of no specification, elsewhere only                                                                   | needs evidence | major    | 2018-01-01    | handprint-words |
        | AVO-02   | Handprint baseline not justified                   | claim types includes any of avoided emissions; handprint baseline justified is no                                                                                                         | misleading     | major    |               | handprint-seed  |
        | AVO-03   | Handprint deducted from the own inventory          | claim types includes any of avoided emissions, quantified footprint, neutral by offsets, neutral without offsets, net zero, carbon negative; handprint deducted from own inventory is yes | prohibited     | major    |               | handprint       |
        | AVO-04   | Handprint traded as a credit                       | claim types includes any of avoided emissions, contribution, neutral by offsets, net zero; handprint traded as credit is yes                                                              | prohibited     | major    |               | handprint-seed  |
        | AVO-05   | Handprint caused by lower output                   | claim types includes any of avoided emissions; handprint caused by lower output is yes                                                                                                    | prohibited     | major    |               | handprint-seed  |
        | AVO-06   | Handprint without independent review               | claim types includes any of avoided emissions; handprint independently reviewed is no                                                                                                     | needs evidence | minor    |               | handprint-seed  |
      And these remedies
        | rule     | say instead                                                             |
        | AVO-01   | state the customer, baseline, unit, boundary and both footprints        |
        | AVO-01-W | state the customer, baseline, unit, boundary and both footprints        |
        | AVO-02   | compare with the product that buyers would otherwise use, and state why |
        | AVO-03   | report the handprint alongside the own inventory; never deduct it       |
        | AVO-04   | exclude the handprint from any sale; it is not a credit                 |
        | AVO-05   | delete the claim; report lower output as such                           |
        | AVO-06   | have the handprint reviewed independently                               |

    Scenario Outline: Handprint without complete documentation
      Given claim types is <claim_types>
      And documentation of the handprint complete is no
      When evaluated as of 2026-11-20
      Then rule AVO-01 <AVO-01>

      Examples:
        | claim_types       | AVO-01        |
        | avoided emissions | holds         |
        | generic           | does not hold |

    Scenario: Avoided emissions not specified on the same medium
      Given claim types is avoided emissions
      And location of the specification is no specification
      When evaluated as of 2026-11-20
      Then rule AVO-01-W holds

    Scenario Outline: Handprint baseline not justified
      Given claim types is <claim_types>
      And handprint baseline justified is no
      When evaluated as of 2026-11-20
      Then rule AVO-02 <AVO-02>

      Examples:
        | claim_types       | AVO-02        |
        | avoided emissions | holds         |
        | generic           | does not hold |

    Scenario Outline: Handprint deducted from the own inventory
      Given claim types is <claim_types>
      And handprint deducted from own inventory is yes
      When evaluated as of 2026-11-20
      Then rule AVO-03 <AVO-03>

      Examples:
        | claim_types             | AVO-03        |
        | avoided emissions       | holds         |
        | generic                 | does not hold |
        | neutral without offsets | holds         |
        | neutral by offsets      | holds         |
        | net zero                | holds         |
        | carbon negative         | holds         |
        | quantified footprint    | holds         |

    Scenario Outline: Handprint traded as a credit
      Given claim types is <claim_types>
      And handprint traded as credit is yes
      When evaluated as of 2026-11-20
      Then rule AVO-04 <AVO-04>

      Examples:
        | claim_types             | AVO-04        |
        | avoided emissions       | holds         |
        | generic                 | does not hold |
        | contribution            | holds         |
        | neutral by offsets      | holds         |
        | net zero                | holds         |
        | neutral without offsets | does not hold |

    Scenario Outline: Handprint caused by lower output
      Given claim types is <claim_types>
      And handprint caused by lower output is yes
      When evaluated as of 2026-11-20
      Then rule AVO-05 <AVO-05>

      Examples:
        | claim_types       | AVO-05        |
        | avoided emissions | holds         |
        | generic           | does not hold |

    Scenario Outline: Handprint without independent review
      Given claim types is <claim_types>
      And handprint independently reviewed is no
      When evaluated as of 2026-11-20
      Then rule AVO-06 <AVO-06>

      Examples:
        | claim_types       | AVO-06        |
        | avoided emissions | holds         |
        | generic           | does not hold |

  Rule: Carbon-negative and removal claims
    Background:
      Given these verdict rules
        | id     | rule                                                              | when                                                                                                                            | verdict                      | severity    | basis           |
        | NEG-01 | Carbon-negative claim based on credits                            | claim types includes any of carbon negative; offsets used is yes                                                                | prohibited                   | major       | negative-seed   |
        | NEG-02 | Carbon-negative claim without the end of life                     | claim types includes any of carbon negative; boundary of the footprint is one of gate to gate, cradle to gate, cradle to retail | prohibited                   | major       | negative-seed   |
        | NEG-02 |                                                                   | claim types includes any of carbon negative; end-of-life scenario stated is no                                                  |                              |             |                 |
        | NEG-03 | Carbon-negative claim with storage below 100 years or unmonitored | claim types includes any of carbon negative; duration of carbon storage is less than 100 years                                  | prohibited                   | major       | negative-seed   |
        | NEG-03 |                                                                   | claim types includes any of carbon negative; carbon storage monitored is no                                                     |                              |             |                 |
        | NEG-04 | Inventory of biogenic flows incomplete                            | claim types includes any of carbon negative; biogenic flows complete is no                                                      | needs evidence               | major       | negative-seed   |
        | NEG-05 | Carbon-negative claim without independent review and publication  | claim types includes any of carbon negative; negative result independently reviewed and published is no                         | needs evidence               | major       | negative-seed   |
        | NEG-06 | Removal claim for fossil or carbonate carbon                      | claim types includes any of removal, carbon negative; source of the stored carbon is one of fossil, carbonate                   | prohibited                   | major       | negative-seed   |
        | NEG-07 | Carbon-negative claim without qualifying information              | claim types includes any of carbon negative; location of the specification is one of no specification, elsewhere only           | needs evidence               | major       | negative-words  |
        | NEG-08 | Carbon-negative claim with qualifying information                 | claim types includes any of carbon negative; location of the specification is on the same medium                                | permitted with qualification | observation | negative-words  |
        | NEG-09 | Removal claim with storage below 100 years or unmonitored         | claim types includes any of removal; duration of carbon storage is less than 100 years                                          | needs evidence               | major       | removal-storage |
        | NEG-09 |                                                                   | claim types includes any of removal; carbon storage monitored is no                                                             |                              |             |                 |
      And these remedies
        | rule   | say instead                                                                                                 |
        | NEG-01 | state the footprint in kg and, separately, that credits are retired and not included in it                  |
        | NEG-02 | state the value with its boundary, without the word negative                                                |
        | NEG-03 | treat the storage as temporary and report the stored carbon separately                                      |
        | NEG-04 | complete the inventory of biogenic flows                                                                    |
        | NEG-05 | use the word only after independent review and publication; until then state the value with its assumptions |
        | NEG-06 | state that emissions are captured, not removed from the atmosphere                                          |
        | NEG-07 | state value, unit, boundary, end of life, storage, standard and verifier next to the word                   |
        | NEG-08 | retain value, unit, boundary, end of life, storage, standard and verifier next to the word                  |
        | NEG-09 | state the storage period and who monitors it                                                                |

    Scenario: Carbon-negative claim based on credits
      Given claim types is carbon negative
      And offsets used is yes
      When evaluated as of 2026-11-20
      Then rule NEG-01 holds

    Scenario Outline: Carbon-negative claim without the end of life
      Given claim types is <claim_types>
      And boundary of the footprint is <lca_boundary>
      And end-of-life scenario stated is <end_of_life_stated>
      When evaluated as of 2026-11-20
      Then rule NEG-02 <NEG-02>

      Examples:
        | claim_types     | lca_boundary    | end_of_life_stated | NEG-02        |
        | carbon negative | gate to gate    | yes                | holds         |
        | generic         | gate to gate    | yes                | does not hold |
        | carbon negative | cradle to grave | no                 | holds         |
        | generic         | cradle to grave | no                 | does not hold |

    Scenario Outline: Carbon-negative claim with storage below 100 years or unmonitored
      Given claim types is <claim_types>
      And duration of carbon storage is <removal_storage_years> years
      And carbon storage monitored is <removal_monitoring>
      When evaluated as of 2026-11-20
      Then rule NEG-03 <NEG-03>

      Examples:
        | claim_types     | removal_storage_years | removal_monitoring | NEG-03        |
        | carbon negative | 99                    | yes                | holds         |
        | generic         | 99.99                 | yes                | does not hold |
        | carbon negative | 100                   | no                 | holds         |
        | generic         | 100                   | no                 | does not hold |

    Scenario Outline: Inventory of biogenic flows incomplete
      Given claim types is <claim_types>
      And biogenic flows complete is no
      When evaluated as of 2026-11-20
      Then rule NEG-04 <NEG-04>

      Examples:
        | claim_types     | NEG-04        |
        | carbon negative | holds         |
        | generic         | does not hold |

    Scenario Outline: Carbon-negative claim without independent review and publication
      Given claim types is <claim_types>
      And negative result independently reviewed and published is no
      When evaluated as of 2026-11-20
      Then rule NEG-05 <NEG-05>

      Examples:
        | claim_types     | NEG-05        |
        | carbon negative | holds         |
        | generic         | does not hold |

    Scenario Outline: Removal claim for fossil or carbonate carbon
      Given claim types is <claim_types>
      And source of the stored carbon is fossil
      When evaluated as of 2026-11-20
      Then rule NEG-06 <NEG-06>

      Examples:
        | claim_types | NEG-06        |
        | removal     | holds         |
        | generic     | does not hold |

    Scenario Outline: Carbon-negative claim with and without qualifying information
      Given claim types is <claim_types>
      And location of the specification is <location of the specification>
      When evaluated as of 2026-11-20
      Then rule <rule>

      Examples:
        | claim_types     | location of the specification | rule                 |
        | carbon negative | no specification              | NEG-07 holds         |
        | carbon negative | elsewhere only                | NEG-07 holds         |
        | carbon negative | on the same medium            | NEG-07 does not hold |
        | removal         | no specification              | NEG-07 does not hold |
        | carbon negative | on the same medium            | NEG-08 holds         |
        | carbon negative | elsewhere only                | NEG-08 does not hold |
        | removal         | on the same medium            | NEG-08 does not hold |

    Scenario Outline: Verdicts on carbon-negative and removal claims
      Given claim types is <claim_types>
      And location of the specification is <location of the specification>
      And carbon storage monitored is <removal_monitoring>
      When evaluated as of 2026-11-20
      Then the verdict is <verdict>

      Examples:
        | claim_types     | location of the specification | removal_monitoring | verdict                                   |
        | carbon negative | no specification              | yes                | needs evidence under NEG-07               |
        | carbon negative | on the same medium            | yes                | permitted with qualification under NEG-08 |
        | removal         | on the same medium            | no                 | needs evidence under NEG-09               |

    Scenario Outline: Removal claim with storage below 100 years or unmonitored
      Given claim types is <claim_types>
      And duration of carbon storage is <removal_storage_years> years
      And carbon storage monitored is <removal_monitoring>
      When evaluated as of 2026-11-20
      Then rule NEG-09 <NEG-09>

      Examples:
        | claim_types | removal_storage_years | removal_monitoring | NEG-09        |
        | removal     | 99                    | yes                | holds         |
        | removal     | 100                   | yes                | does not hold |
        | removal     | 100                   | no                 | holds         |
        | generic     | 99                    | no                 | does not hold |

  Rule: Self-declared claims (ISO 14021)
    Background:
      Given these verdict rules
        | id     | rule                                                              | when                                                                                                          | verdict        | severity | in force from | in force until | warn from  | basis          |
        | ISO-01 | Vague claim not conforming to ISO 14021:2016                      | claim types includes any of generic; location of the specification is one of no specification, elsewhere only | needs evidence | minor    | 2016-03-01    | 2026-05-31     |            | iso-14021      |
        | ISO-02 | Claim of achieved sustainability not conforming to ISO 14021:2016 | sustainability claimed as achieved is yes                                                                     | needs evidence | minor    | 2016-03-01    | 2026-05-31     |            | iso-14021-5-5  |
        | ISO-03 | Requirements of ISO 14021:2016 not met                            | requirements of ISO 14021 met is no                                                                           | needs evidence | minor    | 2016-03-01    | 2026-05-31     |            | iso-14021-5-7  |
        | ISO-04 | Claim not covered by a documented programme                       | claim covered by a documented claim programme is no                                                           | needs evidence | minor    | 2026-06-01    |                | 2026-03-01 | iso-14021-2026 |
      And these remedies
        | rule   | say instead                                                                                                                                                  |
        | ISO-01 | where ISO 14021 is used, the claim does not conform: replace the word by its intended meaning (aspect, quantity, part and basis)                             |
        | ISO-02 | where ISO 14021 is used, the claim does not conform, however it is specified: delete the word; name the aspect that was improved, by how much and since when |
        | ISO-03 | check the claim against the eighteen requirements of ISO 14021                                                                                               |
        | ISO-04 | document the claim programme                                                                                                                                 |

    Scenario: Vague claim not conforming to ISO 14021:2016
      Given claim types is generic
      And location of the specification is no specification
      And display period is 2026-05-31 to 2026-05-31
      When evaluated as of 2026-11-20
      Then rule ISO-01 holds

    Scenario: Claim of achieved sustainability not conforming to ISO 14021:2016
      Given sustainability claimed as achieved is yes
      And display period is 2026-05-31 to 2026-05-31
      When evaluated as of 2026-11-20
      Then rule ISO-02 holds

    Scenario: Requirements of ISO 14021:2016 not met
      Given requirements of ISO 14021 met is no
      And display period is 2026-05-31 to 2026-05-31
      When evaluated as of 2026-11-20
      Then rule ISO-03 holds

    Scenario: Claim not covered by a documented programme
      Given claim covered by a documented claim programme is no
      When evaluated as of 2026-11-20
      Then rule ISO-04 holds

  Rule: Untrue, incomplete or partial claims
    Background:
      Given these verdict rules
        | id      | rule                                   | when                                                                                          | verdict    | severity | basis         |
        | FACT-02 | Claim untrue or presented misleadingly | claim truthful and accurate is no                                                             | misleading | major    | general-ban   |
        | FACT-02 |                                        | overall presentation fair is no                                                               |            |          |               |
        | FACT-02 |                                        | visuals fair is no                                                                            |            |          |               |
        | OMIT-02 | Important information omitted          | no important information omitted is no                                                        | misleading | major    | general-ban   |
        | SCO-01  | Whole claimed, only part proven        | asserted scope is the whole; scope covered by the evidence is only part of the asserted scope | misleading | major    | rulings-scope |
        | SCO-01  |                                        | headline claim excludes some parts is yes                                                     |            |          |               |
      And these remedies
        | rule    | say instead                                                                                                                                 |
        | FACT-02 | state only facts that the evidence shows (aspect, value and part), with period and source                                                   |
        | OMIT-02 | state in the same advertisement all information that changes the picture: conditions, limits, the rest of the life cycle or of the business |
        | SCO-01  | name the part or share to which the claim applies, for example: bottle of 100 % recycled plastic, without cap and label                     |

    Scenario: Claim untrue or presented misleadingly
      Given claim truthful and accurate is no
      When evaluated as of 2026-11-20
      Then rule FACT-02 holds

    Scenario: FACT-02: overall presentation fair is no: just applies
      Given overall presentation fair is no
      When evaluated as of 2026-11-20
      Then rule FACT-02 holds

    Scenario: FACT-02: visuals fair is no: just applies
      Given visuals fair is no
      When evaluated as of 2026-11-20
      Then rule FACT-02 holds

    Scenario: Important information omitted
      Given no important information omitted is no
      When evaluated as of 2026-11-20
      Then rule OMIT-02 holds

    Scenario Outline: Whole claimed, only part proven
      Given asserted scope is <subject_asserted_scope>
      And scope covered by the evidence is <evidence_covers>
      And headline claim excludes some parts is <headline_excludes_parts>
      When evaluated as of 2026-11-20
      Then rule SCO-01 <SCO-01>

      Examples:
        | subject_asserted_scope | evidence_covers                 | headline_excludes_parts | SCO-01        |
        | the whole              | only part of the asserted scope | no                      | holds         |
        | a part                 | only part of the asserted scope | no                      | does not hold |
        | the whole              | the whole asserted scope        | yes                     | holds         |

  Rule: Commitments, and unproven or unclear claims
    Background:
      Given these verdict rules
        | id     | rule                                     | when                                                                    | verdict        | severity | in force from | basis           |
        | FUT-01 | Commitment without plan or dated targets | claim types includes any of future; detailed and realistic plan is no   | misleading     | major    | 2007-12-12    | rulings-future  |
        | FUT-01 |                                          | claim types includes any of future; measurable targets with dates is no |                |          |               |                 |
        | SUB-01 | Insufficient evidence                    | claim substantiated is no                                               | needs evidence | major    |               | evidence-policy |
        | SUB-01 |                                          | evidence on file at publication is no                                   |                |          |               |                 |
        | CLR-01 | Meaning of the claim unclear             | claim clear and unambiguous is no                                       | needs evidence | major    |               | general-ban     |
      And these remedies
        | rule   | say instead                                                                                                                    |
        | FUT-01 | state the measures, the base year, the target and its year, and the remaining emissions; otherwise state only achieved results |
        | SUB-01 | have a test, footprint or record of this product before publication, and claim no more than it shows                           |
        | CLR-01 | replace the word by the intended aspect, value and unit                                                                        |

    Scenario Outline: Commitment without plan or dated targets
      Given claim types is <claim_types>
      And detailed and realistic plan is <future_detailed_plan>
      And measurable targets with dates is <future_measurable_targets>
      When evaluated as of 2026-11-20
      Then rule FUT-01 <FUT-01>

      Examples:
        | claim_types | future_detailed_plan | future_measurable_targets | FUT-01        |
        | future      | no                   | yes                       | holds         |
        | generic     | no                   | yes                       | does not hold |
        | future      | yes                  | no                        | holds         |
        | generic     | yes                  | no                        | does not hold |

    Scenario: Insufficient evidence
      Given claim substantiated is no
      When evaluated as of 2026-11-20
      Then rule SUB-01 holds

    Scenario: SUB-01: evidence on file at publication is no: just applies
      Given evidence on file at publication is no
      When evaluated as of 2026-11-20
      Then rule SUB-01 holds

    Scenario: Meaning of the claim unclear
      Given claim clear and unambiguous is no
      When evaluated as of 2026-11-20
      Then rule CLR-01 holds

  Rule: Vague word without specification or basis
    Background:
      Given these verdict rules
        | id     | rule                                      | when                                                                                                                                                                                                                                                                                                                                         | verdict        | severity | in force from | basis      |
        | VAG-01 | Vague word without specification or basis | claim types includes any of generic, social and environmental, specific attribute, name; location of the specification is one of no specification, elsewhere only; recognised excellence is no recognised excellence                                                                                                                         | needs evidence | major    | 2026-06-01    | vague-2026 |
        | VAG-01 |                                           | claim types includes any of absolute; claim types includes none of recycled content, recyclable, degradable, compostable, renewable energy, renewable material, quantified footprint, durability, repairability; location of the specification is one of no specification, elsewhere only; recognised excellence is no recognised excellence |                |          |               |            |
        | VAG-01 |                                           | claim types includes any of generic, social and environmental, specific attribute, name; basis stated in the claim is no; recognised excellence is no recognised excellence                                                                                                                                                                  |                |          |               |            |
        | VAG-01 |                                           | claim types includes any of absolute; claim types includes none of recycled content, recyclable, degradable, compostable, renewable energy, renewable material, quantified footprint, durability, repairability; basis stated in the claim is no; recognised excellence is no recognised excellence                                          |                |          |               |            |
        | VAG-01 |                                           | claim types includes any of generic, social and environmental; claim qualified clearly and prominently is no; recognised excellence is no recognised excellence                                                                                                                                                                              |                |          |               |            |
        | VAG-01 |                                           | claim types includes any of absolute; claim types includes none of recycled content, recyclable, degradable, compostable, renewable energy, renewable material, quantified footprint, durability, repairability; claim qualified clearly and prominently is no; recognised excellence is no recognised excellence                            |                |          |               |            |
      And these remedies
        | rule   | say instead                                                         |
        | VAG-01 | replace the word by a proven aspect, with its value, part and basis |

    Scenario Outline: Vague word without specification or basis
      Given claim types is <claim_types>
      And location of the specification is <location of the specification>
      And recognised excellence is <reep_basis>
      And basis stated in the claim is <basis_in_claim>
      When evaluated as of 2026-11-20
      Then rule VAG-01 <VAG-01>

      Examples:
        | claim_types                | location of the specification | reep_basis               | basis_in_claim | VAG-01        |
        | generic                    | no specification              | no recognised excellence | yes            | holds         |
        | generic                    | on the same medium            | no recognised excellence | yes            | does not hold |
        | quantified footprint       | no specification              | no recognised excellence | yes            | does not hold |
        | specific attribute         | on the same medium            | no recognised excellence | yes            | does not hold |
        | absolute                   | no specification              | no recognised excellence | yes            | holds         |
        | absolute, recycled content | no specification              | no recognised excellence | yes            | does not hold |
        | absolute                   | on the same medium            | no recognised excellence | yes            | does not hold |
        | absolute                   | no specification              | EU Ecolabel              | yes            | does not hold |
        | generic                    | on the same medium            | no recognised excellence | no             | holds         |
        | quantified footprint       | on the same medium            | no recognised excellence | no             | does not hold |
        | absolute                   | on the same medium            | no recognised excellence | no             | holds         |
        | absolute, recycled content | on the same medium            | no recognised excellence | no             | does not hold |
        | absolute                   | on the same medium            | EU Ecolabel              | no             | does not hold |

    Scenario Outline: VAG-01: cases that just meet or just miss its conditions
      Given claim types is <claim_types>
      And claim qualified clearly and prominently is no
      And recognised excellence is <reep_basis>
      When evaluated as of 2026-11-20
      Then rule VAG-01 <VAG-01>

      Examples:
        | claim_types                    | reep_basis               | VAG-01        |
        | generic                        | no recognised excellence | holds         |
        | specific attribute             | no recognised excellence | does not hold |
        | generic                        | EU Ecolabel              | does not hold |
        | absolute                       | no recognised excellence | holds         |
        | absolute, renewable energy     | no recognised excellence | does not hold |
        | absolute, recycled content     | no recognised excellence | does not hold |
        | absolute, recyclable           | no recognised excellence | does not hold |
        | absolute, degradable           | no recognised excellence | does not hold |
        | absolute, compostable          | no recognised excellence | does not hold |
        | absolute, renewable material   | no recognised excellence | does not hold |
        | absolute, quantified footprint | no recognised excellence | does not hold |
        | absolute, durability           | no recognised excellence | does not hold |
        | absolute, repairability        | no recognised excellence | does not hold |
        | absolute                       | EU Ecolabel              | does not hold |

  Rule: Claims without a benefit, and commitments without backing
    Background:
      Given these verdict rules
        | id     | rule                                                            | when                                                                                                               | verdict        | severity | basis          |
        | LAW-01 | Legal requirement or irrelevant property presented as a benefit | claim types includes any of legal requirement; legal requirement or usual property presented as distinctive is yes | misleading     | major    | distinctive    |
        | LAW-01 |                                                                 | benefit relevant is no                                                                                             |                |          |                |
        | FUT-02 | Commitment without public backing                               | claim types includes any of future; public commitments is no                                                       | needs evidence | major    | rulings-future |
        | FUT-02 |                                                                 | claim types includes any of future; resources allocated is no                                                      |                |          |                |
        | FUT-02 |                                                                 | claim types includes any of future; regular independent verification is no                                         |                |          |                |
        | FUT-02 |                                                                 | claim types includes any of future; verification findings available to consumers is no                             |                |          |                |
      And these remedies
        | rule   | say instead                                                                                             |
        | LAW-01 | delete the claim, or state: as the law requires of all such products                                    |
        | FUT-02 | publish the commitment, its funding and the yearly findings of an independent expert, and refer to them |

    Scenario Outline: Legal requirement or irrelevant property presented as a benefit
      Given claim types is <claim_types>
      And legal requirement or usual property presented as distinctive is <presented_as_distinctive>
      And benefit relevant is <benefit_relevant>
      When evaluated as of 2026-11-20
      Then rule LAW-01 <LAW-01>

      Examples:
        | claim_types        | presented_as_distinctive | benefit_relevant | LAW-01        |
        | legal requirement  | yes                      | yes              | holds         |
        | generic            | yes                      | yes              | does not hold |
        | legal requirement  | no                       | yes              | does not hold |
        | specific attribute | no                       | no               | holds         |

    Scenario Outline: Commitment without public backing
      Given claim types is <claim_types>
      And public commitments is <future_public_commitments>
      And resources allocated is <future_resources_allocated>
      When evaluated as of 2026-11-20
      Then rule FUT-02 <FUT-02>

      Examples:
        | claim_types | future_public_commitments | future_resources_allocated | FUT-02        |
        | future      | no                        | yes                        | holds         |
        | generic     | no                        | yes                        | does not hold |
        | future      | yes                       | no                         | holds         |
        | generic     | yes                       | no                         | does not hold |

    Scenario Outline: FUT-02: cases that just meet or just miss its conditions
      Given claim types is <claim_types>
      And regular independent verification is <future_expert_verification>
      And verification findings available to consumers is <future_findings_public>
      When evaluated as of 2026-11-20
      Then rule FUT-02 <FUT-02>

      Examples:
        | claim_types | future_expert_verification | future_findings_public | FUT-02        |
        | future      | no                         | yes                    | holds         |
        | generic     | no                         | yes                    | does not hold |
        | future      | yes                        | no                     | holds         |
        | generic     | yes                        | no                     | does not hold |

  Rule: Labels and marks
    Background:
      Given these verdict rules
        | id     | rule                                                                   | when                                                                                                          | verdict        | severity | basis |
        | LAB-01 | Mark without a valid certificate                                       | claim types includes any of label; certificate of the label is one of missing or expired, for another product | misleading     | major    | marks |
        | LAB-02 | Self-declared mark, or mark not explained or not independently checked | claim types includes any of label; kind of label is self-declared                                             | needs evidence | major    | marks |
        | LAB-02 |                                                                        | claim types includes any of label; label monitored by an independent third party is no                        |                |          |       |
        | LAB-02 |                                                                        | claim types includes any of label; label scheme accessible, consulted and enforced is no                      |                |          |       |
        | LAB-02 |                                                                        | claim types includes any of label; basis of the seal stated is no                                             |                |          |       |
        | LAB-02 |                                                                        | claim types includes any of label; location of the specification is no specification                          |                |          |       |
        | LAB-02 |                                                                        | claim types includes any of label; material connection to the certifier disclosed is no                       |                |          |       |
      And these remedies
        | rule   | say instead                                                     |
        | LAB-01 | remove the mark until a valid certificate covers this product   |
        | LAB-02 | state next to the mark its owner, its meaning and who checks it |

    Scenario Outline: Mark without a valid certificate
      Given claim types is <claim_types>
      And certificate of the label is missing or expired
      When evaluated as of 2026-11-20
      Then rule LAB-01 <LAB-01>

      Examples:
        | claim_types | LAB-01        |
        | label       | holds         |
        | generic     | does not hold |

    Scenario Outline: Self-declared mark, or mark not explained or not independently checked
      Given claim types is <claim_types>
      And kind of label is <label_kind>
      And label monitored by an independent third party is <label_independent_monitor>
      When evaluated as of 2026-11-20
      Then rule LAB-02 <LAB-02>

      Examples:
        | claim_types | label_kind                | label_independent_monitor | LAB-02        |
        | label       | self-declared             | yes                       | holds         |
        | generic     | self-declared             | yes                       | does not hold |
        | label       | of a certification scheme | no                        | holds         |
        | generic     | of a certification scheme | no                        | does not hold |

    Scenario Outline: LAB-02: cases that just meet or just miss its conditions
      Given claim types is <claim_types>
      And label scheme accessible, consulted and enforced is <label_scheme_open_and_consulted>
      And basis of the seal stated is <seal_basis_stated>
      When evaluated as of 2026-11-20
      Then rule LAB-02 <LAB-02>

      Examples:
        | claim_types | label_scheme_open_and_consulted | seal_basis_stated | LAB-02        |
        | label       | no                              | yes               | holds         |
        | generic     | no                              | yes               | does not hold |
        | label       | yes                             | no                | holds         |
        | generic     | yes                             | no                | does not hold |

    Scenario Outline: LAB-02: cases that just meet or just miss its conditions (2)
      Given claim types is <claim_types>
      And material connection to the certifier disclosed is <seal_connection_disclosed>
      And location of the specification is <location of the specification>
      When evaluated as of 2026-11-20
      Then rule LAB-02 <LAB-02>

      Examples:
        | claim_types | seal_connection_disclosed | location of the specification | LAB-02        |
        | label       | no                        | on the same medium            | holds         |
        | generic     | no                        | on the same medium            | does not hold |
        | label       | yes                       | no specification              | holds         |

  Rule: Flights, collection and materials
    Background:
      Given these verdict rules
        | id     | rule                                                              | when                                                                                                           | verdict        | severity | in force from | basis    |
        | AIR-01 | Flight presented as greener through payment, fuel or a calculator | airline is yes; extra payment presented as neutralising the flight is yes                                      | misleading     | major    | 2007-12-12    | flights  |
        | AIR-01 |                                                                   | airline is yes; sustainable fuel claimed without qualification is yes                                          |                |          |               |          |
        | AIR-01 |                                                                   | airline is yes; emissions calculator without stated method is yes                                              |                |          |               |          |
        | REC-05 | Called recyclable where people have no access to recycling        | claim types includes any of recyclable; share of people with access to recycling is 0 %                        | misleading     | major    |               | property |
        | REN-02 | Renewable material not explained                                  | claim types includes any of renewable material; renewable material and reason stated is no                     | needs evidence | major    |               | property |
        | FIB-01 | Rayon presented as a natural fibre                                | claim types includes any of renewable material, specific attribute, generic, name; rayon sold as bamboo is yes | misleading     | major    |               | property |
      And these remedies
        | rule   | say instead                                                                                                                                     |
        | AIR-01 | state that the payment supports a project and does not lower the emissions of the flight; for sustainable fuel, state its share and the flights |
        | REC-05 | delete the claim; describe how to dispose of the product                                                                                        |
        | REN-02 | state the percentage, the plant and the time in which it regrows                                                                                |
        | FIB-01 | state: rayon made from bamboo                                                                                                                   |

    Scenario Outline: Flight presented as greener through payment, fuel or a calculator
      Given airline is <airline>
      And extra payment presented as neutralising the flight is <flight_neutralised_by_payment>
      And sustainable fuel claimed without qualification is <sustainable_fuel_unqualified>
      When evaluated as of 2026-11-20
      Then rule AIR-01 <AIR-01>

      Examples:
        | airline | flight_neutralised_by_payment | sustainable_fuel_unqualified | AIR-01        |
        | yes     | yes                           | no                           | holds         |
        | no      | yes                           | no                           | does not hold |
        | yes     | no                            | no                           | does not hold |
        | yes     | no                            | yes                          | holds         |
        | no      | no                            | yes                          | does not hold |

    Scenario Outline: AIR-01: cases that just meet or just miss its conditions
      Given airline is <airline>
      And emissions calculator without stated method is yes
      When evaluated as of 2026-11-20
      Then rule AIR-01 <AIR-01>

      Examples:
        | airline | AIR-01        |
        | yes     | holds         |
        | no      | does not hold |

    Scenario Outline: Called recyclable where people have no access to recycling
      Given claim types is <claim_types>
      And share of people with access to recycling is 0 %
      When evaluated as of 2026-11-20
      Then rule REC-05 <REC-05>

      Examples:
        | claim_types | REC-05        |
        | recyclable  | holds         |
        | generic     | does not hold |

    Scenario Outline: Renewable material not explained
      Given claim types is <claim_types>
      And renewable material and reason stated is no
      When evaluated as of 2026-11-20
      Then rule REN-02 <REN-02>

      Examples:
        | claim_types        | REN-02        |
        | renewable material | holds         |
        | generic            | does not hold |

    Scenario Outline: Rayon presented as a natural fibre
      Given claim types is <claim_types>
      And rayon sold as bamboo is yes
      When evaluated as of 2026-11-20
      Then rule FIB-01 <FIB-01>

      Examples:
        | claim_types              | FIB-01        |
        | renewable material       | holds         |
        | social and environmental | does not hold |

  Rule: Degradable, free-of and harmless claims
    Background:
      Given these verdict rules
        | id      | rule                                                              | when                                                                                                                                                                                                                                                              | verdict        | severity | basis    |
        | DEG-01  | Degradable claim without type, time or facilities                 | claim types includes any of degradable, compostable; degrades within a year after disposal is no                                                                                                                                                                  | needs evidence | major    | property |
        | DEG-01  |                                                                   | claim types includes any of degradable, compostable; kind of degradation stated is no                                                                                                                                                                             |                |          |          |
        | DEG-01  |                                                                   | claim types includes any of compostable, degradable; lack of composting facilities disclosed is no                                                                                                                                                                |                |          |          |
        | DEG-02  | Called compostable although not all parts compost                 | claim types includes any of compostable, degradable; all parts compost in time is no                                                                                                                                                                              | misleading     | major    | property |
        | FREE-01 | Free-of claim although the substance or a similar risk is present | claim types includes any of free of; free of the substance and of similar risks is no                                                                                                                                                                             | misleading     | major    | property |
        | FREE-01 |                                                                   | claim types includes any of absolute; claim types includes none of recycled content, recyclable, degradable, compostable, renewable energy, renewable material, quantified footprint, durability, repairability; free of the substance and of similar risks is no |                |          |          |
        | FREE-02 | Harmlessness not proven                                           | claim types includes any of free of, compostable, degradable, specific attribute, generic, social and environmental, name; safe for people and environment is no                                                                                                  | needs evidence | major    | property |
        | FREE-02 |                                                                   | claim types includes any of absolute; claim types includes none of recycled content, recyclable, degradable, compostable, renewable energy, renewable material, quantified footprint, durability, repairability; safe for people and environment is no            |                |          |          |
      And these remedies
        | rule    | say instead                                                                                                                               |
        | DEG-01  | state, for example: industrially compostable or degradable in soil, with standard, degree and time; facilities may not exist in your area |
        | DEG-02  | delete the claim, or name the part that composts, for example: paper sleeve, without lid                                                  |
        | FREE-01 | delete the claim, or state that only traces of the substance were found, and by which test                                                |
        | FREE-02 | name the substance, and for which people and environment it was tested                                                                    |

    Scenario Outline: Degradable claim without type, time or facilities
      Given claim types is <claim_types>
      And degrades within a year after disposal is <degrades_within_year>
      And kind of degradation stated is <degradation_kind_stated>
      When evaluated as of 2026-11-20
      Then rule DEG-01 <DEG-01>

      Examples:
        | claim_types | degrades_within_year | degradation_kind_stated | DEG-01        |
        | degradable  | no                   | yes                     | holds         |
        | generic     | no                   | yes                     | does not hold |
        | degradable  | yes                  | no                      | holds         |
        | generic     | yes                  | no                      | does not hold |

    Scenario Outline: DEG-01: cases that just meet or just miss its conditions
      Given claim types is <claim_types>
      And lack of composting facilities disclosed is no
      When evaluated as of 2026-11-20
      Then rule DEG-01 <DEG-01>

      Examples:
        | claim_types | DEG-01        |
        | compostable | holds         |
        | generic     | does not hold |

    Scenario Outline: Called compostable although not all parts compost
      Given claim types is <claim_types>
      And all parts compost in time is no
      When evaluated as of 2026-11-20
      Then rule DEG-02 <DEG-02>

      Examples:
        | claim_types | DEG-02        |
        | compostable | holds         |
        | generic     | does not hold |

    Scenario Outline: Free-of claim although the substance or a similar risk is present
      Given claim types is <claim_types>
      And free of the substance and of similar risks is no
      When evaluated as of 2026-11-20
      Then rule FREE-01 <FREE-01>

      Examples:
        | claim_types                | FREE-01       |
        | free of                    | holds         |
        | generic                    | does not hold |
        | absolute                   | holds         |
        | absolute, recycled content | does not hold |

    Scenario Outline: Harmlessness not proven
      Given claim types is <claim_types>
      And safe for people and environment is no
      When evaluated as of 2026-11-20
      Then rule FREE-02 <FREE-02>

      Examples:
        | claim_types                | FREE-02       |
        | free of                    | holds         |
        | quantified footprint       | does not hold |
        | absolute                   | holds         |
        | absolute, recycled content | does not hold |

  Rule: Durability, reduction and life cycle
    Background:
      Given these verdict rules
        | id     | rule                                            | when                                                                                                                                                                                                                                              | verdict        | severity | basis    |
        | DUR-01 | Durability not proven                           | claim types includes any of durability; durability proven in normal use is no                                                                                                                                                                     | needs evidence | major    | property |
        | DUR-02 | Called repairable although repair is impossible | claim types includes any of repairability; repair possible is no                                                                                                                                                                                  | misleading     | major    | property |
        | CMP-02 | Reduction claim without amount and basis        | claim types includes any of comparative; amount and basis of the reduction stated is no                                                                                                                                                           | needs evidence | major    | property |
        | LCA-04 | Life cycle not considered                       | claim types includes any of generic, social and environmental, comparative, quantified footprint, free of, energy efficiency, neutral by offsets, neutral without offsets, net zero, avoided emissions; full life cycle considered is no          | needs evidence | major    | property |
        | LCA-04 |                                                 | claim types includes any of absolute; claim types includes none of recycled content, recyclable, degradable, compostable, renewable energy, renewable material, quantified footprint, durability, repairability; full life cycle considered is no |                |          |          |
      And these remedies
        | rule   | say instead                                                                                                          |
        | DUR-01 | state the number of cycles in normal use, and by which test                                                          |
        | DUR-02 | state for how many years spare parts are available and where to find repair instructions; otherwise delete the claim |
        | CMP-02 | state the percentage reduction, the aspect and the former product, for the same function                             |
        | LCA-04 | name the life-cycle stages that are included, for example: use only, without production and disposal                 |

    Scenario Outline: Durability not proven
      Given claim types is <claim_types>
      And durability proven in normal use is <durability_proven>
      When evaluated as of 2026-11-20
      Then rule DUR-01 <DUR-01>

      Examples:
        | claim_types | durability_proven | DUR-01        |
        | durability  | no                | holds         |
        | generic     | no                | does not hold |
        | durability  | yes               | does not hold |

    Scenario Outline: Called repairable although repair is impossible
      Given claim types is <claim_types>
      And repair possible is <repair_possible>
      When evaluated as of 2026-11-20
      Then rule DUR-02 <DUR-02>

      Examples:
        | claim_types   | repair_possible | DUR-02        |
        | repairability | no              | holds         |
        | generic       | no              | does not hold |
        | repairability | yes             | does not hold |

    Scenario Outline: Reduction claim without amount and basis
      Given claim types is <claim_types>
      And amount and basis of the reduction stated is no
      When evaluated as of 2026-11-20
      Then rule CMP-02 <CMP-02>

      Examples:
        | claim_types | CMP-02        |
        | comparative | holds         |
        | generic     | does not hold |

    Scenario Outline: Life cycle not considered
      Given claim types is <claim_types>
      And full life cycle considered is no
      When evaluated as of 2026-11-20
      Then rule LCA-04 <LCA-04>

      Examples:
        | claim_types                | LCA-04        |
        | generic                    | holds         |
        | specific attribute         | does not hold |
        | absolute                   | holds         |
        | absolute, recycled content | does not hold |

  Rule: Fault found of a claim type that was not declared
    Background:
      Given these verdict rules
        | id      | rule                                              | when                                                                                                                                                                                                                                                            | verdict        | severity | basis       |
        | KIND-01 | Fault found of a claim type that was not declared | claim types includes any of generic, social and environmental, specific attribute, name, imagery only; like compared with like is no                                                                                                                            | needs evidence | major    | kind-policy |
        | KIND-01 |                                                   | claim types includes any of generic, social and environmental, specific attribute, name, imagery only; comparison fair and meaningful is no                                                                                                                     |                |          |             |
        | KIND-01 |                                                   | claim types includes any of generic, social and environmental, specific attribute, name, imagery only; comparison data current is no                                                                                                                            |                |          |             |
        | KIND-01 |                                                   | claim types includes any of generic, social and environmental, specific attribute, name, imagery only; amount and basis of the reduction stated is no                                                                                                           |                |          |             |
        | KIND-01 |                                                   | claim types includes any of generic, social and environmental, specific attribute, name, imagery only; free of the substance and of similar risks is no                                                                                                         |                |          |             |
        | KIND-01 |                                                   | claim types includes any of generic, social and environmental, specific attribute, name, imagery only; basis of the seal stated is no                                                                                                                           |                |          |             |
        | KIND-01 |                                                   | claim types includes any of generic, social and environmental, specific attribute, name, imagery only; material connection to the certifier disclosed is no                                                                                                     |                |          |             |
        | KIND-01 |                                                   | claim types includes any of generic, social and environmental, specific attribute, name, imagery only; label monitored by an independent third party is no                                                                                                      |                |          |             |
        | KIND-01 |                                                   | claim types includes any of generic, social and environmental, specific attribute, name, imagery only; detailed and realistic plan is no                                                                                                                        |                |          |             |
        | KIND-01 |                                                   | claim types includes any of generic, social and environmental, specific attribute, name, imagery only; measurable targets with dates is no                                                                                                                      |                |          |             |
        | KIND-01 |                                                   | claim types includes any of generic, social and environmental, specific attribute, name, imagery only; renewable power matched and not sold is no                                                                                                               |                |          |             |
        | KIND-01 |                                                   | claim types includes any of generic, social and environmental, specific attribute, name, imagery only; source and share of renewable energy stated is no                                                                                                        |                |          |             |
        | KIND-01 |                                                   | claim types includes any of generic, social and environmental, specific attribute, name, imagery only; energy certificate cancelled for market and period is no                                                                                                 |                |          |             |
        | KIND-01 |                                                   | claim types includes any of generic, social and environmental, specific attribute, name, imagery only; limits of recycling disclosed is no                                                                                                                      |                |          |             |
        | KIND-01 |                                                   | claim types includes any of generic, social and environmental, specific attribute, name, imagery only; recycled share stated is no                                                                                                                              |                |          |             |
        | KIND-01 |                                                   | claim types includes any of generic, social and environmental, specific attribute, name, imagery only; claimed ocean plastic comes from the ocean is no                                                                                                         |                |          |             |
        | KIND-01 |                                                   | claim types includes any of generic, social and environmental, specific attribute, name, imagery only; all parts compost in time is no                                                                                                                          |                |          |             |
        | KIND-01 |                                                   | claim types includes any of generic, social and environmental, specific attribute, name, imagery only; lack of composting facilities disclosed is no                                                                                                            |                |          |             |
        | KIND-01 |                                                   | claim types includes any of generic, social and environmental, specific attribute, name, imagery only; degrades within a year after disposal is no                                                                                                              |                |          |             |
        | KIND-01 |                                                   | claim types includes any of generic, social and environmental, specific attribute, name, imagery only; durability proven in normal use is no                                                                                                                    |                |          |             |
        | KIND-01 |                                                   | claim types includes any of generic, social and environmental, specific attribute, name, imagery only; repair possible is no                                                                                                                                    |                |          |             |
        | KIND-01 |                                                   | claim types includes any of generic, social and environmental, specific attribute, name, imagery only; handprint baseline justified is no                                                                                                                       |                |          |             |
        | KIND-01 |                                                   | claim types includes any of generic, social and environmental, specific attribute, name, imagery only; certificate of the label is one of missing or expired, for another product                                                                               |                |          |             |
        | KIND-01 |                                                   | claim types includes any of absolute; claim types includes none of recycled content, recyclable, degradable, compostable, renewable energy, renewable material, quantified footprint, durability, repairability; like compared with like is no                  |                |          |             |
        | KIND-01 |                                                   | claim types includes any of absolute; claim types includes none of recycled content, recyclable, degradable, compostable, renewable energy, renewable material, quantified footprint, durability, repairability; comparison fair and meaningful is no           |                |          |             |
        | KIND-01 |                                                   | claim types includes any of absolute; claim types includes none of recycled content, recyclable, degradable, compostable, renewable energy, renewable material, quantified footprint, durability, repairability; comparison data current is no                  |                |          |             |
        | KIND-01 |                                                   | claim types includes any of absolute; claim types includes none of recycled content, recyclable, degradable, compostable, renewable energy, renewable material, quantified footprint, durability, repairability; amount and basis of the reduction stated is no |                |          |             |
      And these remedies
        | rule    | say instead                                                                                        |
        | KIND-01 | declare the type of claim that is meant, for example a comparison or a mark, and correct its fault |

    Scenario Outline: Fault found of a claim type that was not declared
      Given claim types is <claim_types>
      And comparison fair and meaningful is <comparison_fair>
      And like compared with like is <comparison_like_with_like>
      When evaluated as of 2026-11-20
      Then rule KIND-01 <KIND-01>

      Examples:
        | claim_types                | comparison_fair | comparison_like_with_like | KIND-01       |
        | generic                    | no              | yes                       | holds         |
        | absolute                   | yes             | no                        | holds         |
        | absolute, recycled content | yes             | no                        | does not hold |
        | absolute                   | no              | yes                       | holds         |
        | absolute, recycled content | no              | yes                       | does not hold |

    Scenario Outline: KIND-01: cases that just meet or just miss its conditions
      Given claim types is <claim_types>
      And comparison data current is <comparison_data_current>
      And amount and basis of the reduction stated is <source_reduction_amount_stated>
      When evaluated as of 2026-11-20
      Then rule KIND-01 <KIND-01>

      Examples:
        | claim_types                | comparison_data_current | source_reduction_amount_stated | KIND-01       |
        | absolute                   | no                      | yes                            | holds         |
        | absolute, recycled content | no                      | yes                            | does not hold |
        | absolute                   | yes                     | no                             | holds         |
        | absolute, recycled content | yes                     | no                             | does not hold |

  Rule: Binding effect and validation of commitments
    Background:
      Given these verdict rules
        | id       | rule                                              | when                                                                                                                    | verdict        | severity | in force from | basis                   |
        | FUT-03   | Commitment without binding effect                 | claim types includes any of future; binding effect of the target is non-binding but presented as a commitment           | needs evidence | major    |               | target-binding          |
        | FUT-04   | Commitment presented as a validated target        | claim types includes any of future, net zero; claimed validation of the target is committed but not validated           | misleading     | major    | 2022-05-19    | target-validation       |
        | FUT-04-W | Validation of another target, or validation ended | claim types includes any of future, net zero; claimed validation of the target is validation of another target or ended | misleading     | major    | 2022-05-19    | target-validation-other |
      And these remedies
        | rule     | say instead                                                                                                                                            |
        | FUT-03   | describe it as an aim, not as a commitment; or state its binding basis, for example a resolution, a contract or remuneration that depends on it        |
        | FUT-04   | state that the company has committed to set a target that is not yet validated; remove the name and mark of the initiative where they suggest approval |
        | FUT-04-W | name the validated target, its year, its scopes and the date of validation; otherwise remove the reference to validation                               |

    Scenario Outline: Commitment without binding effect
      Given claim types is <claim_types>
      And binding effect of the target is non-binding but presented as a commitment
      When evaluated as of 2026-11-20
      Then rule FUT-03 <FUT-03>

      Examples:
        | claim_types | FUT-03        |
        | future      | holds         |
        | generic     | does not hold |

    Scenario Outline: Commitment presented as a validated target
      Given claim types is <claim_types>
      And claimed validation of the target is committed but not validated
      When evaluated as of 2026-11-20
      Then rule FUT-04 <FUT-04>

      Examples:
        | claim_types | FUT-04        |
        | future      | holds         |
        | generic     | does not hold |

    Scenario Outline: Validation of another target, or validation ended
      Given claim types is <claim_types>
      And claimed validation of the target is validation of another target or ended
      When evaluated as of 2026-11-20
      Then rule FUT-04-W <FUT-04-W>

      Examples:
        | claim_types | FUT-04-W      |
        | future      | holds         |
        | generic     | does not hold |

  Rule: Value chain and financed emissions
    Background:
      Given these verdict rules
        | id      | rule                                     | when                                                                                                                                                                                                             | verdict        | severity | in force from | basis       |
        | SCP-01  | Value chain left out without a statement | subject of the claim is one of trader, brand, financial product; claim types includes any of net zero, neutral by offsets, neutral without offsets; emissions of the value chain is left out without a statement | misleading     | major    | 2023-11-30    | value-chain |
        | SCP-02  | Net-zero claim without the value chain   | subject of the claim is one of trader, brand, financial product; claim types includes any of net zero; emissions of the value chain is left out with a statement                                                 | needs evidence | major    | 2023-11-30    | value-chain |
        | OMIT-03 | Financed emissions not disclosed         | subject of the claim is one of trader, brand, service, financial product; financed emissions is undisclosed                                                                                                      | misleading     | major    | 2007-12-12    | financing   |
      And these remedies
        | rule    | say instead                                                                                                                           |
        | SCP-01  | state next to the claim which emissions are included: own operations and electricity only, without suppliers and use of sold products |
        | SCP-02  | claim net zero only for the included emissions, for example own operations; or include the value chain                                |
        | OMIT-03 | state next to the claim which high-emitting business is financed, insured or invested in, its amount and until when                   |

    Scenario Outline: Value chain left out without a statement
      Given subject of the claim is <subject_level>
      And claim types is <claim_types>
      And emissions of the value chain is left out without a statement
      When evaluated as of 2026-11-20
      Then rule SCP-01 <SCP-01>

      Examples:
        | subject_level | claim_types | SCP-01        |
        | trader        | net zero    | holds         |
        | product       | net zero    | does not hold |
        | trader        | generic     | does not hold |

    Scenario Outline: Net-zero claim without the value chain
      Given subject of the claim is <subject_level>
      And claim types is <claim_types>
      And emissions of the value chain is left out with a statement
      When evaluated as of 2026-11-20
      Then rule SCP-02 <SCP-02>

      Examples:
        | subject_level | claim_types | SCP-02        |
        | trader        | net zero    | holds         |
        | product       | net zero    | does not hold |
        | trader        | generic     | does not hold |

    Scenario Outline: Financed emissions not disclosed
      Given subject of the claim is <subject_level>
      And claim types is <claim_types>
      And financed emissions is undisclosed
      When evaluated as of 2026-11-20
      Then rule OMIT-03 <OMIT-03>

      Examples:
        | subject_level | claim_types        | OMIT-03       |
        | trader        | generic            | holds         |
        | product       | specific attribute | does not hold |

  Rule: No disposal facilities where the claim appears
    Background:
      Given these verdict rules
        | id     | rule                                           | when                                                                                                                                                                                                   | verdict        | severity | basis      |
        | REC-06 | No disposal facilities where the claim appears | claim types includes any of recyclable; disposal facilities where the claim appears is available to hardly any people                                                                                  | needs evidence | major    | facilities |
        | REC-06 |                                                | claim types includes any of recyclable; disposal facilities where the claim appears is available to some people; limits of recycling disclosed is no                                                   |                |          |            |
        | REC-06 |                                                | claim types includes any of compostable; disposal facilities where the claim appears is one of available to some people, available to hardly any people; lack of composting facilities disclosed is no |                |          |            |
      And these remedies
        | rule   | say instead                                                                                                           |
        | REC-06 | use the claim only where the product can be handed in, or state next to it that facilities may not exist in your area |

    Scenario Outline: No disposal facilities where the claim appears
      Given claim types is <claim_types>
      And facilities_where_shown is <facilities_where_shown>
      And limits of recycling disclosed is <recycling_limits_disclosed>
      And lack of composting facilities disclosed is <compost_facilities_disclosed>
      When evaluated as of 2026-11-20
      Then rule REC-06 <REC-06>

      Examples:
        | claim_types | facilities_where_shown         | recycling_limits_disclosed | compost_facilities_disclosed | REC-06        |
        | recyclable  | available to hardly any people | yes                        | yes                          | holds         |
        | generic     | available to hardly any people | yes                        | yes                          | does not hold |
        | recyclable  | available to some people       | no                         | yes                          | holds         |
        | generic     | available to some people       | no                         | yes                          | does not hold |
        | recyclable  | available to some people       | yes                        | yes                          | does not hold |
        | compostable | available to some people       | yes                        | no                           | holds         |
        | generic     | available to some people       | yes                        | no                           | does not hold |
        | compostable | available to some people       | yes                        | yes                          | does not hold |

  Rule: Absolute wording not proven
    Background:
      Given these verdict rules
        | id       | rule                        | when                                                   | verdict        | severity | basis        |
        | SUB-01-S | Absolute wording not proven | absolute wording is yes; absolute wording proven is no | needs evidence | major    | superlatives |
      And these remedies
        | rule     | say instead                                                                                                                      |
        | SUB-01-S | delete the absolute word, or state its proof next to it: compared with whom, in which aspect, on which date and measured by whom |

    Scenario Outline: Absolute wording not proven
      Given absolute wording is <absolute_wording>
      And absolute wording proven is <absolute_wording_proved>
      When evaluated as of 2026-11-20
      Then rule SUB-01-S <SUB-01-S>

      Examples:
        | absolute_wording | absolute_wording_proved | SUB-01-S      |
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
        | 2025-11-30 to 2025-11-30 | NEU-01 is not in force |
        | 2007-12-11 to 2007-12-11 | OFF-05 is not in force |
        | 2018-07-31 to 2018-07-31 | OFF-06 is not in force |
        | 2016-02-29 to 2016-02-29 | ISO-01 is not in force |
