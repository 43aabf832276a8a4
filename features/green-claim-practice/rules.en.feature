# language: en
Feature: Rules · Green claims by standards and good practice
  Each rule with its verdict, the days on which it governs, and what to say instead.

  Background:
    Given the scorecard green-claim-practice
    And the scorecard applies when kind of communication is commercial
    And verdicts are governed by display period, otherwise ok on basis otherwise

  Rule: Neutrality
    Background:
      Given these verdict rules
        | id        | rule                                                  | when                                                                                                                                                                                                                                                              | verdict                      | severity    | in force from | warn from  | basis             |
        | NEU-01    | Standard of neutrality withdrawn                      | claim types includes any of neutral by offsets, neutral without offsets, net zero; standard of neutrality is PAS 2060                                                                                                                                             | needs evidence               | major       | 2025-12-01    | 2025-01-01 | pas-2060          |
        | NEU-02    | Neutrality of a trader or site without its file       | subject of the claim is one of trader, site, brand, event; claim types includes any of neutral by offsets, neutral without offsets, net zero; neutrality file complete is no                                                                                      | needs evidence               | major       | 2023-11-30    |            | iso-14068         |
        | NEU-02-W  | Neutrality of a trader or site told without its basis | subject of the claim is one of trader, site, brand, event; claim types includes any of neutral by offsets, neutral without offsets, net zero; basis stated in the claim is no                                                                                     | needs evidence               | major       | 2023-11-30    |            | iso-14068-words   |
        | NEU-02-W  |                                                       | subject of the claim is one of trader, site, brand, event; claim types includes any of neutral by offsets, neutral without offsets, net zero; specification is one of no specification, elsewhere only                                                            |                              |             |               |            |                   |
        | NEU-02-Q  | Neutrality of a trader or site with its file          | subject of the claim is one of trader, site, brand, event; claim types includes any of neutral by offsets, neutral without offsets, net zero; neutrality file complete is yes; basis stated in the claim is yes                                                   | permitted with qualification | observation | 2023-11-30    |            | iso-14068         |
        | NEU-02-P  | Neutrality of a product without its file              | subject of the claim is one of product, category, packaging, component, process, service, financial product; claim types includes any of neutral by offsets, neutral without offsets, net zero; neutrality file complete is no                                    | needs evidence               | major       | 2023-11-30    |            | iso-14068-product |
        | NEU-02-P  |                                                       | subject of the claim is one of product, category, packaging, component, process, service, financial product; claim types includes any of neutral by offsets, neutral without offsets, net zero; basis stated in the claim is no                                   |                              |             |               |            |                   |
        | NEU-02-P  |                                                       | subject of the claim is one of product, category, packaging, component, process, service, financial product; claim types includes any of neutral by offsets, neutral without offsets, net zero; specification is one of no specification, elsewhere only          |                              |             |               |            |                   |
        | NEU-02-PQ | Neutrality of a product with its file                 | subject of the claim is one of product, category, packaging, component, process, service, financial product; claim types includes any of neutral by offsets, neutral without offsets, net zero; neutrality file complete is yes; basis stated in the claim is yes | permitted with qualification | observation | 2023-11-30    |            | iso-14068-product |
        | NEU-03    | Offset before reduction                               | claim types includes any of neutral by offsets, neutral without offsets, net zero; offsets used is yes; reductions before credits is no                                                                                                                           | needs evidence               | major       | 2023-11-30    |            | iso-14068         |
        | NEU-03-W  | Neutrality by credits before reduction                | claim types includes any of neutral by offsets; reductions before credits is no                                                                                                                                                                                   | needs evidence               | major       | 2023-11-30    |            | iso-14068-words   |
        | NEU-04    | Neutrality older than a year                          | claim types includes any of neutral by offsets, neutral without offsets, net zero; declared within twelve months is no                                                                                                                                            | needs evidence               | minor       |               |            | neutral-period    |
      And these remedies
        | rule      | say instead                                                                                                                     |
        | NEU-01    | declare by ISO 14068-1 anew, or take out the standard and the word neutral                                                      |
        | NEU-02    | state boundary, footprint, plan, reductions, what is left, credits and verifier                                                 |
        | NEU-02-W  | state boundary, footprint, plan, reductions, what is left, credits and verifier                                                 |
        | NEU-02-Q  | name scopes, reduction, what was compensated and by whom verified                                                               |
        | NEU-02-P  | state boundary, footprint, plan, reductions, what is left, credits and verifier; to consumers in the Union only without credits |
        | NEU-02-PQ | name boundary, reduction, what was compensated and by whom verified                                                             |
        | NEU-03    | reduce first, then removals inside the boundary, then credits                                                                   |
        | NEU-03-W  | reduce first, then removals inside the boundary, then credits                                                                   |
        | NEU-04    | state the period to which it belongs and renew it each year                                                                     |

    Scenario Outline: Standard of neutrality withdrawn
      Given claim types is <claim_types>
      And standard of neutrality is PAS 2060
      When evaluated as of 2026-11-20
      Then rule NEU-01 <NEU-01>

      Examples:
        | claim_types        | NEU-01        |
        | neutral by offsets | holds         |
        | generic            | does not hold |

    Scenario Outline: Neutrality of a trader or site without its file
      Given subject of the claim is trader
      And claim types is <claim_types>
      And neutrality file complete is no
      When evaluated as of 2026-11-20
      Then rule NEU-02 <NEU-02>

      Examples:
        | claim_types        | NEU-02        |
        | neutral by offsets | holds         |
        | generic            | does not hold |

    Scenario Outline: Neutrality of a trader or site told without its basis
      Given subject of the claim is <subject_level>
      And claim types is <claim_types>
      And basis stated in the claim is <basis_in_claim>
      And specification is <specification>
      When evaluated as of 2026-11-20
      Then rule NEU-02-W <NEU-02-W>

      Examples:
        | subject_level | claim_types        | basis_in_claim | specification      | NEU-02-W      |
        | trader        | neutral by offsets | no             | on the same medium | holds         |
        | product       | neutral by offsets | no             | on the same medium | does not hold |
        | trader        | generic            | no             | on the same medium | does not hold |
        | trader        | neutral by offsets | yes            | no specification   | holds         |
        | product       | neutral by offsets | yes            | no specification   | does not hold |
        | trader        | generic            | yes            | no specification   | does not hold |

    Scenario: Neutrality of a trader or site with its file
      Given subject of the claim is trader
      And claim types is neutral by offsets
      And neutrality file complete is yes
      And basis stated in the claim is yes
      When evaluated as of 2026-11-20
      Then rule NEU-02-Q holds

    Scenario Outline: Neutrality of a product without its file
      Given subject of the claim is product
      And claim types is <claim_types>
      And neutrality file complete is <neutrality_file_complete>
      And basis stated in the claim is <basis_in_claim>
      When evaluated as of 2026-11-20
      Then rule NEU-02-P <NEU-02-P>

      Examples:
        | claim_types        | neutrality_file_complete | basis_in_claim | NEU-02-P      |
        | neutral by offsets | no                       | yes            | holds         |
        | generic            | no                       | yes            | does not hold |
        | generic            | yes                      | no             | does not hold |

    Scenario: Neutrality of a product with its file
      Given subject of the claim is product
      And claim types is neutral by offsets
      And neutrality file complete is yes
      And basis stated in the claim is yes
      When evaluated as of 2026-11-20
      Then rule NEU-02-PQ holds

    Scenario Outline: Offset before reduction
      Given claim types is <claim_types>
      And offsets used is yes
      And reductions before credits is no
      When evaluated as of 2026-11-20
      Then rule NEU-03 <NEU-03>

      Examples:
        | claim_types        | NEU-03        |
        | neutral by offsets | holds         |
        | generic            | does not hold |

    Scenario: Neutrality by credits before reduction
      Given claim types is neutral by offsets
      And reductions before credits is no
      When evaluated as of 2026-11-20
      Then rule NEU-03-W holds

    Scenario Outline: Neutrality older than a year
      Given claim types is <claim_types>
      And declared within twelve months is no
      When evaluated as of 2026-11-20
      Then rule NEU-04 <NEU-04>

      Examples:
        | claim_types        | NEU-04        |
        | neutral by offsets | holds         |
        | generic            | does not hold |

  Rule: Credits behind a claim
    Background:
      Given these verdict rules
        | id     | rule                                    | when                                                                                                                   | verdict        | severity | in force from | basis           |
        | OFF-01 | Credits not retired for the beneficiary | offsets used is yes; credits retired for this beneficiary is no                                                        | prohibited     | major    |               | credit-practice |
        | OFF-01 |                                         | claim types includes any of neutral by offsets; credits retired for this beneficiary is no                             |                |          |               |                 |
        | OFF-04 | Credits counted twice                   | offsets used is yes; credits counted once is no                                                                        | prohibited     | major    |               | credit-practice |
        | OFF-04 |                                         | claim types includes any of neutral by offsets; credits counted once is no                                             |                |          |               |                 |
        | OFF-05 | Storage too short for neutrality        | claim types includes any of neutral by offsets, net zero; offsets used is yes; storage long enough for the claim is no | misleading     | major    | 2007-12-12    | permanence      |
        | OFF-05 |                                         | claim types includes any of neutral by offsets; storage long enough for the claim is no                                |                |          |               |                 |
        | OFF-06 | Offsets inside the footprint            | claim types includes any of quantified footprint, comparative, carbon negative; offsets in the footprint is yes        | prohibited     | major    | 2018-08-01    | iso-14067       |
        | OFF-07 | VCMI tier not reached                   | VCMI tier claimed is silver; share of remaining emissions retired is less than 20 %                                    | needs evidence | minor    | 2025-08-01    | vcmi            |
        | OFF-07 |                                         | VCMI tier claimed is gold; share of remaining emissions retired is less than 60 %                                      |                |          |               |                 |
        | OFF-07 |                                         | VCMI tier claimed is platinum; share of remaining emissions retired is less than 100 %                                 |                |          |               |                 |
        | OFF-07 |                                         | VCMI tier claimed is one of silver, gold, platinum; VCMI foundational criteria met is no                               |                |          |               |                 |
      And these remedies
        | rule   | say instead                                                                                                                                                                                     |
        | OFF-01 | retire the credits for this claim and give registry and serials; until then delete it                                                                                                           |
        | OFF-04 | count each serial once, and lower the claim by those counted twice                                                                                                                              |
        | OFF-05 | do not equate temporary storage with fossil emissions; say: we cause so much and reduced it by so much since this year, and we also pay for this project, which stores carbon for so many years |
        | OFF-06 | give the footprint without credits, and credits in a sentence of their own                                                                                                                      |
        | OFF-07 | claim the tier that was reached, for the company, assured every year                                                                                                                            |

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

    Scenario Outline: Credits counted twice
      Given offsets used is <offsets_used>
      And credits counted once is no
      And claim types is <claim_types>
      When evaluated as of 2026-11-20
      Then rule OFF-04 <OFF-04>

      Examples:
        | offsets_used | claim_types        | OFF-04        |
        | yes          | specific attribute | holds         |
        | no           | specific attribute | does not hold |
        | no           | neutral by offsets | holds         |

    Scenario Outline: Storage too short for neutrality
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

    Scenario Outline: Offsets inside the footprint
      Given claim types is <claim_types>
      And offsets in the footprint is yes
      When evaluated as of 2026-11-20
      Then rule OFF-06 <OFF-06>

      Examples:
        | claim_types          | OFF-06        |
        | quantified footprint | holds         |
        | generic              | does not hold |

    Scenario Outline: VCMI tier not reached
      Given VCMI tier claimed is <vcmi_tier>
      And share of remaining emissions retired is <vcmi_retired_share> %
      And VCMI foundational criteria met is <vcmi_criteria_met>
      When evaluated as of 2026-11-20
      Then rule OFF-07 <OFF-07>

      Examples:
        | vcmi_tier | vcmi_retired_share | vcmi_criteria_met | OFF-07        |
        | silver    | 19                 | yes               | holds         |
        | no tier   | 19.99              | yes               | does not hold |
        | silver    | 20                 | yes               | does not hold |
        | gold      | 59.99              | yes               | holds         |
        | gold      | 60                 | yes               | does not hold |
        | platinum  | 99.99              | yes               | holds         |
        | platinum  | 100                | yes               | does not hold |
        | silver    | 100                | no                | holds         |
        | no tier   | 100                | no                | does not hold |

  Rule: Recyclable, recycled and renewable
    Background:
      Given these verdict rules
        | id     | rule                                          | when                                                                                                                           | verdict        | severity | basis             |
        | REC-01 | Recyclable without access and preparation     | claim types includes any of recyclable; access and preparation stated is no                                                    | needs evidence | major    | recycling-derived |
        | REC-01 |                                               | claim types includes any of recyclable; people with access to recycling is less than 60 %; limits of recycling disclosed is no |                |          |                   |
        | REC-03 | Ocean plastic from elsewhere                  | claim types includes any of recycled content; any ocean plastic named is from the ocean is no                                  | misleading     | major    | ocean-plastic     |
        | REC-04 | Recycled content not by mass                  | claim types includes any of recycled content; recycled share computed by mass is no                                            | needs evidence | major    | iso-14021-content |
        | REC-04 |                                               | claim types includes any of recycled content; recycled share by weight is less than 100 %; recycled share stated is no         |                |          |                   |
        | REN-01 | Renewable energy without cancelled instrument | claim types includes any of renewable energy; instrument cancelled for market and period is no                                 | needs evidence | major    | renewable-derived |
        | REN-01 |                                               | claim types includes any of renewable energy; renewable power matched and not sold is no                                       |                |          |                   |
        | REN-01 |                                               | claim types includes any of renewable energy; source and share stated is no                                                    |                |          |                   |
      And these remedies
        | rule   | say instead                                                                    |
        | REC-01 | recyclable where so many per cent of people can hand it in, after these steps  |
        | REC-03 | plastic collected within so many kilometres of the coast, not from the ocean   |
        | REC-04 | so many per cent of its mass is recycled, of it so much from consumers         |
        | REN-01 | so many per cent renewable, by certificates cancelled for this market and year |

    Scenario Outline: Recyclable without access and preparation
      Given claim types is <claim_types>
      And access and preparation stated is <access_share_stated>
      And people with access to recycling is <recyclability_access> %
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

    Scenario Outline: Ocean plastic from elsewhere
      Given claim types is <claim_types>
      And any ocean plastic named is from the ocean is no
      When evaluated as of 2026-11-20
      Then rule REC-03 <REC-03>

      Examples:
        | claim_types      | REC-03        |
        | recycled content | holds         |
        | generic          | does not hold |

    Scenario Outline: Recycled content not by mass
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

    Scenario Outline: Renewable energy without cancelled instrument
      Given claim types is <claim_types>
      And instrument cancelled for market and period is <energy_instrument_cancelled>
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

    Scenario Outline: REN-01: where it just holds and just fails
      Given claim types is <claim_types>
      And source and share stated is no
      When evaluated as of 2026-11-20
      Then rule REN-01 <REN-01>

      Examples:
        | claim_types      | REN-01        |
        | renewable energy | holds         |
        | generic          | does not hold |

  Rule: What limits a claim, and how old its evidence is
    Background:
      Given these verdict rules
        | id      | rule                                      | when                                                       | verdict        | severity | basis            |
        | QUAL-01 | Qualifier contradicts, or is far or small | qualifier is one of contradicts the headline, far or small | misleading     | major    | qualifier-policy |
        | EVD-01  | Evidence out of date                      | evidence current is no                                     | needs evidence | minor    | evidence-policy  |
      And these remedies
        | rule    | say instead                                                                                   |
        | QUAL-01 | put the qualifier beside the headline, in like size, and change the headline if they disagree |
        | EVD-01  | measure again, and state the year of the data                                                 |

    Scenario: Qualifier contradicts, or is far or small
      Given qualifier is contradicts the headline
      When evaluated as of 2026-11-20
      Then rule QUAL-01 holds

    Scenario: Evidence out of date
      Given evidence current is no
      When evaluated as of 2026-11-20
      Then rule EVD-01 holds

  Rule: Comparisons
    Background:
      Given these verdict rules
        | id       | rule                                      | when                                                                                                                   | verdict        | severity | basis             |
        | CMP-01   | Comparison of unlike things               | claim types includes any of comparative, quantified footprint, energy efficiency; like compared with like is no        | misleading     | major    | comparisons       |
        | CMP-01-W | Comparison not fair, or without its basis | claim types includes any of comparative, quantified footprint, energy efficiency; comparison fair and meaningful is no | misleading     | major    | comparisons-words |
        | CMP-01-W |                                           | claim types includes any of comparative; basis stated in the claim is no                                               |                |          |                   |
        | CMP-01-W |                                           | claim types includes any of comparative; qualified clearly and prominently is no                                       |                |          |                   |
        | CMP-01-W |                                           | claim types includes any of comparative; specification is one of no specification, elsewhere only                      |                |          |                   |
        | CMP-01-W |                                           | claim types includes any of comparative, quantified footprint, energy efficiency; comparison data current is no        |                |          |                   |
        | CMP-01-P | Public comparison without panel review    | claim types includes any of comparative; comparison reviewed by a panel is no                                          | needs evidence | major    | comparisons       |
      And these remedies
        | rule     | say instead                                                                                                       |
        | CMP-01   | so many per cent less of this than that product, for the same function, boundary, method and year, by this source |
        | CMP-01-W | so many per cent less of this than that product, for the same function, boundary, method and year, by this source |
        | CMP-01-P | have a panel review it after ISO 14044                                                                            |

    Scenario Outline: Comparison of unlike things
      Given claim types is <claim_types>
      And like compared with like is no
      When evaluated as of 2026-11-20
      Then rule CMP-01 <CMP-01>

      Examples:
        | claim_types | CMP-01        |
        | comparative | holds         |
        | generic     | does not hold |

    Scenario Outline: Comparison not fair, or without its basis
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

    Scenario Outline: Comparisons: a case of each
      Given <given>
      And <and>
      When evaluated as of 2026-11-20
      Then rule <rule> holds

      Examples:
        | given                      | and                                     | rule     |
        | claim types is comparative | basis stated in the claim is no         | CMP-01-W |
        | claim types is comparative | qualified clearly and prominently is no | CMP-01-W |
        | claim types is comparative | specification is no specification       | CMP-01-W |

    Scenario Outline: Public comparison without panel review
      Given claim types is <claim_types>
      And comparison reviewed by a panel is no
      When evaluated as of 2026-11-20
      Then rule CMP-01-P <CMP-01-P>

      Examples:
        | claim_types | CMP-01-P      |
        | comparative | holds         |
        | generic     | does not hold |

  Rule: How far the evidence reaches
    Background:
      Given these verdict rules
        | id     | rule                                  | when                                                                                                                                                                                                                                                 | verdict    | severity | in force from | basis           |
        | LCA-01 | Claimed boundary beyond the evidence  | boundary of evidence covers the claim is no                                                                                                                                                                                                          | misleading | major    | 2007-12-12    | boundary-ruling |
        | LCA-02 | Whole environment from few categories | claim types includes any of generic, social and environmental; all impact categories covered is no                                                                                                                                                   | misleading | major    | 2007-12-12    | category-ruling |
        | LCA-02 |                                       | claim types includes any of absolute; claim types includes none of recycled content, recyclable, degradable, compostable, renewable energy, renewable material, quantified footprint, durability, repairability; all impact categories covered is no |            |          |               |                 |
        | LCA-03 | Module D inside the total             | module D in the total is yes                                                                                                                                                                                                                         | prohibited | major    |               | en-15804        |
      And these remedies
        | rule   | say instead                                                                                                                   |
        | LCA-01 | state in the same line what was counted, such as: from cradle to retail, without use and disposal                             |
        | LCA-02 | name what was measured, such as: carbon footprint of so many kilograms, from cradle to grave; other impacts were not measured |
        | LCA-03 | give the total of modules A to C, and module D apart                                                                          |

    Scenario: Claimed boundary beyond the evidence
      Given boundary of evidence covers the claim is no
      When evaluated as of 2026-11-20
      Then rule LCA-01 holds

    Scenario Outline: Whole environment from few categories
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

    Scenario: Module D inside the total
      Given module D in the total is yes
      When evaluated as of 2026-11-20
      Then rule LCA-03 holds

  Rule: Left out by high emitters, or contradicted
    Background:
      Given these verdict rules
        | id      | rule                                       | when                                                                                                                                                                 | verdict    | severity | in force from | basis            |
        | OMIT-01 | Small green part of a high-emitting trader | subject of the claim is one of trader, brand, category, service, process, site, financial product; high-emitting trader is yes; share of green activity stated is no | misleading | major    | 2007-12-12    | omission         |
        | FACT-01 | Evidence contradicts the claim             | evidence contradicts the claim is yes                                                                                                                                | prohibited | major    |               | evidence-derived |
      And these remedies
        | rule    | say instead                                                                                     |
        | OMIT-01 | state beside it which share of business or investment is green, and which is not, with the year |
        | FACT-01 | delete it, or replace it by what the evidence shows                                             |

    Scenario Outline: Small green part of a high-emitting trader
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
        | id       | rule                                          | when                                                                                                                                                                                       | verdict        | severity | in force from | basis           |
        | AVO-01   | Handprint without its basis                   | claim types includes any of avoided emissions; handprint basis complete is no                                                                                                              | needs evidence | major    | 2018-01-01    | handprint       |
        | AVO-01-W | Avoided emissions not specified on the medium | claim types includes any of avoided emissions; specification is one of no specification, elsewhere only                                                                                    | needs evidence | major    | 2018-01-01    | handprint-words |
        | AVO-02   | Baseline unjustified                          | claim types includes any of avoided emissions; baseline justified is no                                                                                                                    | misleading     | major    |               | handprint-seed  |
        | AVO-03   | Handprint netted against own inventory        | claim types includes any of avoided emissions, quantified footprint, neutral by offsets, neutral without offsets, net zero, carbon negative; handprint netted against own inventory is yes | prohibited     | major    |               | handprint       |
        | AVO-04   | Handprint traded                              | claim types includes any of avoided emissions, contribution, neutral by offsets, net zero; handprint traded as credit is yes                                                               | prohibited     | major    |               | handprint-seed  |
        | AVO-05   | Handprint from lower output                   | claim types includes any of avoided emissions; handprint from lower output is yes                                                                                                          | prohibited     | major    |               | handprint-seed  |
        | AVO-06   | Handprint without independent review          | claim types includes any of avoided emissions; handprint independently reviewed is no                                                                                                      | needs evidence | minor    |               | handprint-seed  |
      And these remedies
        | rule     | say instead                                                           |
        | AVO-01   | give customer, baseline, unit, boundary and both footprints           |
        | AVO-01-W | give customer, baseline, unit, boundary and both footprints           |
        | AVO-02   | compare with the product that buyers would otherwise use, and say why |
        | AVO-03   | report it beside the own inventory, never subtracted from it          |
        | AVO-04   | take it out of any sale; it is no credit                              |
        | AVO-05   | delete it; report lower output as such                                |
        | AVO-06   | have it reviewed                                                      |

    Scenario Outline: Handprint without its basis
      Given claim types is <claim_types>
      And handprint basis complete is no
      When evaluated as of 2026-11-20
      Then rule AVO-01 <AVO-01>

      Examples:
        | claim_types       | AVO-01        |
        | avoided emissions | holds         |
        | generic           | does not hold |

    Scenario: Avoided emissions not specified on the medium
      Given claim types is avoided emissions
      And specification is no specification
      When evaluated as of 2026-11-20
      Then rule AVO-01-W holds

    Scenario Outline: Baseline unjustified
      Given claim types is <claim_types>
      And baseline justified is no
      When evaluated as of 2026-11-20
      Then rule AVO-02 <AVO-02>

      Examples:
        | claim_types       | AVO-02        |
        | avoided emissions | holds         |
        | generic           | does not hold |

    Scenario Outline: Handprint netted against own inventory
      Given claim types is <claim_types>
      And handprint netted against own inventory is yes
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

    Scenario Outline: Handprint traded
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

    Scenario Outline: Handprint from lower output
      Given claim types is <claim_types>
      And handprint from lower output is yes
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

  Rule: Negative carbon
    Background:
      Given these verdict rules
        | id     | rule                                      | when                                                                                                                            | verdict                      | severity    | basis           |
        | NEG-01 | Negative by credits                       | claim types includes any of carbon negative; offsets used is yes                                                                | prohibited                   | major       | negative-seed   |
        | NEG-02 | Negative without the end of life          | claim types includes any of carbon negative; boundary of the footprint is one of gate to gate, cradle to gate, cradle to retail | prohibited                   | major       | negative-seed   |
        | NEG-02 |                                           | claim types includes any of carbon negative; end of life stated is no                                                           |                              |             |                 |
        | NEG-03 | Negative by storage under a hundred years | claim types includes any of carbon negative; years of storage is less than 100 years                                            | prohibited                   | major       | negative-seed   |
        | NEG-03 |                                           | claim types includes any of carbon negative; storage monitored is no                                                            |                              |             |                 |
        | NEG-04 | Biogenic flows incomplete                 | claim types includes any of carbon negative; biogenic flows complete is no                                                      | needs evidence               | major       | negative-seed   |
        | NEG-05 | Negative without review and publication   | claim types includes any of carbon negative; independently reviewed and public is no                                            | needs evidence               | major       | negative-seed   |
        | NEG-06 | Removal of fossil or carbonate carbon     | claim types includes any of removal, carbon negative; source of the carbon is one of fossil, carbonate                          | prohibited                   | major       | negative-seed   |
        | NEG-07 | Negative without what limits it           | claim types includes any of carbon negative; specification is one of no specification, elsewhere only                           | needs evidence               | major       | negative-words  |
        | NEG-08 | Negative with what limits it              | claim types includes any of carbon negative; specification is on the same medium                                                | permitted with qualification | observation | negative-words  |
        | NEG-09 | Removal by storage under a hundred years  | claim types includes any of removal; years of storage is less than 100 years                                                    | needs evidence               | major       | removal-storage |
        | NEG-09 |                                           | claim types includes any of removal; storage monitored is no                                                                    |                              |             |                 |
      And these remedies
        | rule   | say instead                                                                                               |
        | NEG-01 | footprint of so many kilograms; we also retire so many tonnes of credits, not counted in it               |
        | NEG-02 | give the number with its boundary, without the word negative                                              |
        | NEG-03 | treat it as temporary and report the carbon apart                                                         |
        | NEG-04 | complete the inventory                                                                                    |
        | NEG-05 | call it so only after independent review and publication; until then give the number with its assumptions |
        | NEG-06 | emissions captured, not removed from the atmosphere                                                       |
        | NEG-07 | put value, unit, boundary, end of life, storage, standard and verifier beside the word                    |
        | NEG-08 | keep value, unit, boundary, end of life, storage, standard and verifier beside the word                   |
        | NEG-09 | say for how long it is stored and who watches it                                                          |

    Scenario: Negative by credits
      Given claim types is carbon negative
      And offsets used is yes
      When evaluated as of 2026-11-20
      Then rule NEG-01 holds

    Scenario Outline: Negative without the end of life
      Given claim types is <claim_types>
      And boundary of the footprint is <lca_boundary>
      And end of life stated is <end_of_life_stated>
      When evaluated as of 2026-11-20
      Then rule NEG-02 <NEG-02>

      Examples:
        | claim_types     | lca_boundary    | end_of_life_stated | NEG-02        |
        | carbon negative | gate to gate    | yes                | holds         |
        | generic         | gate to gate    | yes                | does not hold |
        | carbon negative | cradle to grave | no                 | holds         |
        | generic         | cradle to grave | no                 | does not hold |

    Scenario Outline: Negative by storage under a hundred years
      Given claim types is <claim_types>
      And years of storage is <removal_storage_years> years
      And storage monitored is <removal_monitoring>
      When evaluated as of 2026-11-20
      Then rule NEG-03 <NEG-03>

      Examples:
        | claim_types     | removal_storage_years | removal_monitoring | NEG-03        |
        | carbon negative | 99                    | yes                | holds         |
        | generic         | 99.99                 | yes                | does not hold |
        | carbon negative | 100                   | no                 | holds         |
        | generic         | 100                   | no                 | does not hold |

    Scenario Outline: Biogenic flows incomplete
      Given claim types is <claim_types>
      And biogenic flows complete is no
      When evaluated as of 2026-11-20
      Then rule NEG-04 <NEG-04>

      Examples:
        | claim_types     | NEG-04        |
        | carbon negative | holds         |
        | generic         | does not hold |

    Scenario Outline: Negative without review and publication
      Given claim types is <claim_types>
      And independently reviewed and public is no
      When evaluated as of 2026-11-20
      Then rule NEG-05 <NEG-05>

      Examples:
        | claim_types     | NEG-05        |
        | carbon negative | holds         |
        | generic         | does not hold |

    Scenario Outline: Removal of fossil or carbonate carbon
      Given claim types is <claim_types>
      And source of the carbon is fossil
      When evaluated as of 2026-11-20
      Then rule NEG-06 <NEG-06>

      Examples:
        | claim_types | NEG-06        |
        | removal     | holds         |
        | generic     | does not hold |

    Scenario Outline: Negative with and without what limits it
      Given claim types is <claim_types>
      And specification is <specification>
      When evaluated as of 2026-11-20
      Then rule <rule>

      Examples:
        | claim_types     | specification      | rule                 |
        | carbon negative | no specification   | NEG-07 holds         |
        | carbon negative | elsewhere only     | NEG-07 holds         |
        | carbon negative | on the same medium | NEG-07 does not hold |
        | removal         | no specification   | NEG-07 does not hold |
        | carbon negative | on the same medium | NEG-08 holds         |
        | carbon negative | elsewhere only     | NEG-08 does not hold |
        | removal         | on the same medium | NEG-08 does not hold |

    Scenario Outline: Negative, and removal, with their verdict
      Given claim types is <claim_types>
      And specification is <specification>
      And storage monitored is <removal_monitoring>
      When evaluated as of 2026-11-20
      Then the verdict is <verdict>

      Examples:
        | claim_types     | specification      | removal_monitoring | verdict                                   |
        | carbon negative | no specification   | yes                | needs evidence under NEG-07               |
        | carbon negative | on the same medium | yes                | permitted with qualification under NEG-08 |
        | removal         | on the same medium | no                 | needs evidence under NEG-09               |

    Scenario Outline: Removal by storage under a hundred years
      Given claim types is <claim_types>
      And years of storage is <removal_storage_years> years
      And storage monitored is <removal_monitoring>
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
        | id     | rule                                                      | when                                                                                          | verdict        | severity | in force from | in force until | warn from  | basis          |
        | ISO-01 | Vague, not conforming to ISO 14021:2016                   | claim types includes any of generic; specification is one of no specification, elsewhere only | needs evidence | minor    | 2016-03-01    | 2026-05-31     |            | iso-14021      |
        | ISO-02 | Sustainability achieved, not conforming to ISO 14021:2016 | sustainability claimed as achieved is yes                                                     | needs evidence | minor    | 2016-03-01    | 2026-05-31     |            | iso-14021-5-5  |
        | ISO-03 | Requirements of ISO 14021:2016 not met                    | requirements of ISO 14021 met is no                                                           | needs evidence | minor    | 2016-03-01    | 2026-05-31     |            | iso-14021-5-7  |
        | ISO-04 | Claim outside a documented programme                      | claim programme documented is no                                                              | needs evidence | minor    | 2026-06-01    |                | 2026-03-01 | iso-14021-2026 |
      And these remedies
        | rule   | say instead                                                                                                                                                       |
        | ISO-01 | where ISO 14021 is used the claim does not conform to it: replace the word by what is meant, this aspect, by so much, of this part, on this basis                 |
        | ISO-02 | where ISO 14021 is used the claim does not conform to it, however it is specified: delete the word; name the aspect that was improved, by how much and since when |
        | ISO-03 | go through its eighteen requirements                                                                                                                              |
        | ISO-04 | keep a programme file                                                                                                                                             |

    Scenario: Vague, not conforming to ISO 14021:2016
      Given claim types is generic
      And specification is no specification
      And display period is 2026-05-31 to 2026-05-31
      When evaluated as of 2026-11-20
      Then rule ISO-01 holds

    Scenario: Sustainability achieved, not conforming to ISO 14021:2016
      Given sustainability claimed as achieved is yes
      And display period is 2026-05-31 to 2026-05-31
      When evaluated as of 2026-11-20
      Then rule ISO-02 holds

    Scenario: Requirements of ISO 14021:2016 not met
      Given requirements of ISO 14021 met is no
      And display period is 2026-05-31 to 2026-05-31
      When evaluated as of 2026-11-20
      Then rule ISO-03 holds

    Scenario: Claim outside a documented programme
      Given claim programme documented is no
      When evaluated as of 2026-11-20
      Then rule ISO-04 holds

  Rule: Untrue, incomplete, or of a part
    Background:
      Given these verdict rules
        | id      | rule                           | when                                                              | verdict    | severity | basis         |
        | FACT-02 | Claim not true                 | truthful and accurate is no                                       | misleading | major    | general-ban   |
        | FACT-02 |                                | overall presentation fair is no                                   |            |          |               |
        | FACT-02 |                                | visuals fair is no                                                |            |          |               |
        | OMIT-02 | Important information left out | nothing important omitted is no                                   | misleading | major    | general-ban   |
        | SCO-01  | Whole asserted, part proven    | asserted scope is the whole; evidence covers is only a part of it | misleading | major    | rulings-scope |
        | SCO-01  |                                | headline excludes parts is yes                                    |            |          |               |
      And these remedies
        | rule    | say instead                                                                                                                 |
        | FACT-02 | state only what the evidence shows: this aspect, this figure, this part, with period and source                             |
        | OMIT-02 | put what changes the picture into the same advertisement: conditions, limits, the rest of the life cycle or of the business |
        | SCO-01  | name the part or share for which it holds, such as: bottle of 100 % recycled plastic, without cap and label                 |

    Scenario: Claim not true
      Given truthful and accurate is no
      When evaluated as of 2026-11-20
      Then rule FACT-02 holds

    Scenario: FACT-02: overall presentation fair is no: just holds
      Given overall presentation fair is no
      When evaluated as of 2026-11-20
      Then rule FACT-02 holds

    Scenario: FACT-02: visuals fair is no: just holds
      Given visuals fair is no
      When evaluated as of 2026-11-20
      Then rule FACT-02 holds

    Scenario: Important information left out
      Given nothing important omitted is no
      When evaluated as of 2026-11-20
      Then rule OMIT-02 holds

    Scenario Outline: Whole asserted, part proven
      Given asserted scope is <subject_asserted_scope>
      And evidence covers is <evidence_covers>
      And headline excludes parts is <headline_excludes_parts>
      When evaluated as of 2026-11-20
      Then rule SCO-01 <SCO-01>

      Examples:
        | subject_asserted_scope | evidence_covers      | headline_excludes_parts | SCO-01        |
        | the whole              | only a part of it    | no                      | holds         |
        | a part                 | only a part of it    | no                      | does not hold |
        | the whole              | all that is asserted | yes                     | holds         |

  Rule: Promises, and claims not proven or not clear
    Background:
      Given these verdict rules
        | id     | rule                                  | when                                                                    | verdict        | severity | in force from | basis           |
        | FUT-01 | Promise without plan or dated targets | claim types includes any of future; detailed and realistic plan is no   | misleading     | major    | 2007-12-12    | rulings-future  |
        | FUT-01 |                                       | claim types includes any of future; measurable targets with dates is no |                |          |               |                 |
        | SUB-01 | No sufficient evidence                | substantiated is no                                                     | needs evidence | major    |               | evidence-policy |
        | SUB-01 |                                       | evidence on file at publication is no                                   |                |          |               |                 |
        | CLR-01 | Not clear what is meant               | clear and unambiguous is no                                             | needs evidence | major    |               | general-ban     |
      And these remedies
        | rule   | say instead                                                                                                                    |
        | FUT-01 | state by which measures, from which base year, how much by which year, and what is left; otherwise tell only what was achieved |
        | SUB-01 | hold a test, footprint or record of this product older than the publication, and claim no more than it shows                   |
        | CLR-01 | replace the word by the aspect, value and unit that are meant                                                                  |

    Scenario Outline: Promise without plan or dated targets
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

    Scenario: No sufficient evidence
      Given substantiated is no
      When evaluated as of 2026-11-20
      Then rule SUB-01 holds

    Scenario: SUB-01: evidence on file at publication is no: just holds
      Given evidence on file at publication is no
      When evaluated as of 2026-11-20
      Then rule SUB-01 holds

    Scenario: Not clear what is meant
      Given clear and unambiguous is no
      When evaluated as of 2026-11-20
      Then rule CLR-01 holds

  Rule: Vague word without specification
    Background:
      Given these verdict rules
        | id     | rule                             | when                                                                                                                                                                                                                                                                                                                         | verdict        | severity | in force from | basis      |
        | VAG-01 | Vague word without specification | claim types includes any of generic, social and environmental, specific attribute, name; specification is one of no specification, elsewhere only; recognised excellence is no recognised excellence                                                                                                                         | needs evidence | major    | 2026-06-01    | vague-2026 |
        | VAG-01 |                                  | claim types includes any of absolute; claim types includes none of recycled content, recyclable, degradable, compostable, renewable energy, renewable material, quantified footprint, durability, repairability; specification is one of no specification, elsewhere only; recognised excellence is no recognised excellence |                |          |               |            |
        | VAG-01 |                                  | claim types includes any of generic, social and environmental, specific attribute, name; basis stated in the claim is no; recognised excellence is no recognised excellence                                                                                                                                                  |                |          |               |            |
        | VAG-01 |                                  | claim types includes any of absolute; claim types includes none of recycled content, recyclable, degradable, compostable, renewable energy, renewable material, quantified footprint, durability, repairability; basis stated in the claim is no; recognised excellence is no recognised excellence                          |                |          |               |            |
        | VAG-01 |                                  | claim types includes any of generic, social and environmental; qualified clearly and prominently is no; recognised excellence is no recognised excellence                                                                                                                                                                    |                |          |               |            |
        | VAG-01 |                                  | claim types includes any of absolute; claim types includes none of recycled content, recyclable, degradable, compostable, renewable energy, renewable material, quantified footprint, durability, repairability; qualified clearly and prominently is no; recognised excellence is no recognised excellence                  |                |          |               |            |
      And these remedies
        | rule   | say instead                                                                         |
        | VAG-01 | replace the word by one aspect that is proven, with value, part and basis beside it |

    Scenario Outline: Vague word without specification
      Given claim types is <claim_types>
      And specification is <specification>
      And recognised excellence is <reep_basis>
      And basis stated in the claim is <basis_in_claim>
      When evaluated as of 2026-11-20
      Then rule VAG-01 <VAG-01>

      Examples:
        | claim_types                | specification      | reep_basis               | basis_in_claim | VAG-01        |
        | generic                    | no specification   | no recognised excellence | yes            | holds         |
        | generic                    | on the same medium | no recognised excellence | yes            | does not hold |
        | quantified footprint       | no specification   | no recognised excellence | yes            | does not hold |
        | specific attribute         | on the same medium | no recognised excellence | yes            | does not hold |
        | absolute                   | no specification   | no recognised excellence | yes            | holds         |
        | absolute, recycled content | no specification   | no recognised excellence | yes            | does not hold |
        | absolute                   | on the same medium | no recognised excellence | yes            | does not hold |
        | absolute                   | no specification   | EU Ecolabel              | yes            | does not hold |
        | generic                    | on the same medium | no recognised excellence | no             | holds         |
        | quantified footprint       | on the same medium | no recognised excellence | no             | does not hold |
        | absolute                   | on the same medium | no recognised excellence | no             | holds         |
        | absolute, recycled content | on the same medium | no recognised excellence | no             | does not hold |
        | absolute                   | on the same medium | EU Ecolabel              | no             | does not hold |

    Scenario Outline: VAG-01: where it just holds and just fails
      Given claim types is <claim_types>
      And qualified clearly and prominently is no
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

  Rule: No benefit, and promises without backing
    Background:
      Given these verdict rules
        | id     | rule                                                     | when                                                                           | verdict        | severity | basis          |
        | LAW-01 | What law requires, or what does not matter, as a benefit | claim types includes any of legal requirement; presented as distinctive is yes | misleading     | major    | distinctive    |
        | LAW-01 |                                                          | benefit relevant is no                                                         |                |          |                |
        | FUT-02 | Promise without public backing                           | claim types includes any of future; public commitments is no                   | needs evidence | major    | rulings-future |
        | FUT-02 |                                                          | claim types includes any of future; resources allocated is no                  |                |          |                |
        | FUT-02 |                                                          | claim types includes any of future; regular independent verification is no     |                |          |                |
        | FUT-02 |                                                          | claim types includes any of future; findings available to consumers is no      |                |          |                |
      And these remedies
        | rule   | say instead                                                                                           |
        | LAW-01 | drop it, or say: as the law requires of all such products                                             |
        | FUT-02 | publish the commitment, its money and the yearly findings of an independent expert, and point to them |

    Scenario Outline: What law requires, or what does not matter, as a benefit
      Given claim types is <claim_types>
      And presented as distinctive is <presented_as_distinctive>
      And benefit relevant is <benefit_relevant>
      When evaluated as of 2026-11-20
      Then rule LAW-01 <LAW-01>

      Examples:
        | claim_types        | presented_as_distinctive | benefit_relevant | LAW-01        |
        | legal requirement  | yes                      | yes              | holds         |
        | generic            | yes                      | yes              | does not hold |
        | legal requirement  | no                       | yes              | does not hold |
        | specific attribute | no                       | no               | holds         |

    Scenario Outline: Promise without public backing
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

    Scenario Outline: FUT-02: where it just holds and just fails
      Given claim types is <claim_types>
      And regular independent verification is <future_expert_verification>
      And findings available to consumers is <future_findings_public>
      When evaluated as of 2026-11-20
      Then rule FUT-02 <FUT-02>

      Examples:
        | claim_types | future_expert_verification | future_findings_public | FUT-02        |
        | future      | no                         | yes                    | holds         |
        | generic     | no                         | yes                    | does not hold |
        | future      | yes                        | no                     | holds         |
        | generic     | yes                        | no                     | does not hold |

  Rule: Marks
    Background:
      Given these verdict rules
        | id     | rule                                        | when                                                                                                          | verdict        | severity | basis |
        | LAB-01 | Mark without its certificate                | claim types includes any of label; certificate of the label is one of missing or expired, for another product | misleading     | major    | marks |
        | LAB-02 | Mark of one's own, unexplained or unchecked | claim types includes any of label; kind of label is self-declared                                             | needs evidence | major    | marks |
        | LAB-02 |                                             | claim types includes any of label; monitored by an independent third party is no                              |                |          |       |
        | LAB-02 |                                             | claim types includes any of label; scheme open, consulted and enforced is no                                  |                |          |       |
        | LAB-02 |                                             | claim types includes any of label; basis of the seal stated is no                                             |                |          |       |
        | LAB-02 |                                             | claim types includes any of label; specification is no specification                                          |                |          |       |
        | LAB-02 |                                             | claim types includes any of label; material connection disclosed is no                                        |                |          |       |
      And these remedies
        | rule   | say instead                                                             |
        | LAB-01 | remove the mark until a valid certificate covers this product           |
        | LAB-02 | state beside the mark whose it is, what it stands for and who checks it |

    Scenario Outline: Mark without its certificate
      Given claim types is <claim_types>
      And certificate of the label is missing or expired
      When evaluated as of 2026-11-20
      Then rule LAB-01 <LAB-01>

      Examples:
        | claim_types | LAB-01        |
        | label       | holds         |
        | generic     | does not hold |

    Scenario Outline: Mark of one's own, unexplained or unchecked
      Given claim types is <claim_types>
      And kind of label is <label_kind>
      And monitored by an independent third party is <label_independent_monitor>
      When evaluated as of 2026-11-20
      Then rule LAB-02 <LAB-02>

      Examples:
        | claim_types | label_kind                | label_independent_monitor | LAB-02        |
        | label       | self-declared             | yes                       | holds         |
        | generic     | self-declared             | yes                       | does not hold |
        | label       | of a certification scheme | no                        | holds         |
        | generic     | of a certification scheme | no                        | does not hold |

    Scenario Outline: LAB-02: where it just holds and just fails
      Given claim types is <claim_types>
      And scheme open, consulted and enforced is <label_scheme_open_and_consulted>
      And basis of the seal stated is <seal_basis_stated>
      When evaluated as of 2026-11-20
      Then rule LAB-02 <LAB-02>

      Examples:
        | claim_types | label_scheme_open_and_consulted | seal_basis_stated | LAB-02        |
        | label       | no                              | yes               | holds         |
        | generic     | no                              | yes               | does not hold |
        | label       | yes                             | no                | holds         |
        | generic     | yes                             | no                | does not hold |

    Scenario Outline: LAB-02: where it just holds and just fails (2)
      Given claim types is <claim_types>
      And material connection disclosed is <seal_connection_disclosed>
      And specification is <specification>
      When evaluated as of 2026-11-20
      Then rule LAB-02 <LAB-02>

      Examples:
        | claim_types | seal_connection_disclosed | specification      | LAB-02        |
        | label       | no                        | on the same medium | holds         |
        | generic     | no                        | on the same medium | does not hold |
        | label       | yes                       | no specification   | holds         |

  Rule: Flights, collection and materials
    Background:
      Given these verdict rules
        | id     | rule                                | when                                                                                                           | verdict        | severity | in force from | basis    |
        | AIR-01 | Flight greener by payment or fuel   | airline is yes; paying extra neutralises the flight is yes                                                     | misleading     | major    | 2007-12-12    | flights  |
        | AIR-01 |                                     | airline is yes; sustainable fuel unqualified is yes                                                            |                |          |               |          |
        | AIR-01 |                                     | airline is yes; calculator without method is yes                                                               |                |          |               |          |
        | REC-05 | Recyclable where nobody collects it | claim types includes any of recyclable; people with access to recycling is 0 %                                 | misleading     | major    |               | property |
        | REN-02 | Renewable material not explained    | claim types includes any of renewable material; material and reason stated is no                               | needs evidence | major    |               | property |
        | FIB-01 | Rayon told as a natural fibre       | claim types includes any of renewable material, specific attribute, generic, name; rayon sold as bamboo is yes | misleading     | major    |               | property |
      And these remedies
        | rule   | say instead                                                                                                                          |
        | AIR-01 | you may contribute so much to this project, which does not lower the emissions of your flight; of fuel, which share on which flights |
        | REC-05 | delete it; tell how to dispose of the product                                                                                        |
        | REN-02 | made of so many per cent of this plant, renewed in this time                                                                         |
        | FIB-01 | rayon made from bamboo                                                                                                               |

    Scenario Outline: Flight greener by payment or fuel
      Given airline is <airline>
      And paying extra neutralises the flight is <flight_neutralised_by_payment>
      And sustainable fuel unqualified is <sustainable_fuel_unqualified>
      When evaluated as of 2026-11-20
      Then rule AIR-01 <AIR-01>

      Examples:
        | airline | flight_neutralised_by_payment | sustainable_fuel_unqualified | AIR-01        |
        | yes     | yes                           | no                           | holds         |
        | no      | yes                           | no                           | does not hold |
        | yes     | no                            | no                           | does not hold |
        | yes     | no                            | yes                          | holds         |
        | no      | no                            | yes                          | does not hold |

    Scenario Outline: AIR-01: where it just holds and just fails
      Given airline is <airline>
      And calculator without method is yes
      When evaluated as of 2026-11-20
      Then rule AIR-01 <AIR-01>

      Examples:
        | airline | AIR-01        |
        | yes     | holds         |
        | no      | does not hold |

    Scenario Outline: Recyclable where nobody collects it
      Given claim types is <claim_types>
      And people with access to recycling is 0 %
      When evaluated as of 2026-11-20
      Then rule REC-05 <REC-05>

      Examples:
        | claim_types | REC-05        |
        | recyclable  | holds         |
        | generic     | does not hold |

    Scenario Outline: Renewable material not explained
      Given claim types is <claim_types>
      And material and reason stated is no
      When evaluated as of 2026-11-20
      Then rule REN-02 <REN-02>

      Examples:
        | claim_types        | REN-02        |
        | renewable material | holds         |
        | generic            | does not hold |

    Scenario Outline: Rayon told as a natural fibre
      Given claim types is <claim_types>
      And rayon sold as bamboo is yes
      When evaluated as of 2026-11-20
      Then rule FIB-01 <FIB-01>

      Examples:
        | claim_types              | FIB-01        |
        | renewable material       | holds         |
        | social and environmental | does not hold |

  Rule: Degradable, free of, and harmless
    Background:
      Given these verdict rules
        | id      | rule                                         | when                                                                                                                                                                                                                                                   | verdict        | severity | basis    |
        | DEG-01  | Degradable without kind, time and facilities | claim types includes any of degradable, compostable; degrades within a year after disposal is no                                                                                                                                                       | needs evidence | major    | property |
        | DEG-01  |                                              | claim types includes any of degradable, compostable; kind of degradation stated is no                                                                                                                                                                  |                |          |          |
        | DEG-01  |                                              | claim types includes any of compostable, degradable; lack of facilities disclosed is no                                                                                                                                                                |                |          |          |
        | DEG-02  | Compostable although not all of it composts  | claim types includes any of compostable, degradable; all of it composts in time is no                                                                                                                                                                  | misleading     | major    | property |
        | FREE-01 | Free of a substance that is there            | claim types includes any of free of; free of it, and of like risks is no                                                                                                                                                                               | misleading     | major    | property |
        | FREE-01 |                                              | claim types includes any of absolute; claim types includes none of recycled content, recyclable, degradable, compostable, renewable energy, renewable material, quantified footprint, durability, repairability; free of it, and of like risks is no   |                |          |          |
        | FREE-02 | Harmless, not shown                          | claim types includes any of free of, compostable, degradable, specific attribute, generic, social and environmental, name; safe for people and environment is no                                                                                       | needs evidence | major    | property |
        | FREE-02 |                                              | claim types includes any of absolute; claim types includes none of recycled content, recyclable, degradable, compostable, renewable energy, renewable material, quantified footprint, durability, repairability; safe for people and environment is no |                |          |          |
      And these remedies
        | rule    | say instead                                                                                                                            |
        | DEG-01  | industrially compostable, or degradable in soil, by this standard, to this degree, in this time; facilities may not exist in your area |
        | DEG-02  | delete it, or name the part that composts, such as: paper sleeve, without lid                                                          |
        | FREE-01 | delete it, or: no more than traces of this substance, by this test                                                                     |
        | FREE-02 | name the substance and for whom and what it was tested                                                                                 |

    Scenario Outline: Degradable without kind, time and facilities
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

    Scenario Outline: DEG-01: where it just holds and just fails
      Given claim types is <claim_types>
      And lack of facilities disclosed is no
      When evaluated as of 2026-11-20
      Then rule DEG-01 <DEG-01>

      Examples:
        | claim_types | DEG-01        |
        | compostable | holds         |
        | generic     | does not hold |

    Scenario Outline: Compostable although not all of it composts
      Given claim types is <claim_types>
      And all of it composts in time is no
      When evaluated as of 2026-11-20
      Then rule DEG-02 <DEG-02>

      Examples:
        | claim_types | DEG-02        |
        | compostable | holds         |
        | generic     | does not hold |

    Scenario Outline: Free of a substance that is there
      Given claim types is <claim_types>
      And free of it, and of like risks is no
      When evaluated as of 2026-11-20
      Then rule FREE-01 <FREE-01>

      Examples:
        | claim_types                | FREE-01       |
        | free of                    | holds         |
        | generic                    | does not hold |
        | absolute                   | holds         |
        | absolute, recycled content | does not hold |

    Scenario Outline: Harmless, not shown
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

  Rule: Lasting, reduction, and life cycle
    Background:
      Given these verdict rules
        | id     | rule                                       | when                                                                                                                                                                                                                                              | verdict        | severity | basis    |
        | DUR-01 | Durability not proven                      | claim types includes any of durability; durability proven in normal use is no                                                                                                                                                                     | needs evidence | major    | property |
        | DUR-02 | Repairable although repair is not possible | claim types includes any of repairability; repair possible is no                                                                                                                                                                                  | misleading     | major    | property |
        | CMP-02 | Reduction without amount and basis         | claim types includes any of comparative; amount and basis stated is no                                                                                                                                                                            | needs evidence | major    | property |
        | LCA-04 | Life cycle not considered                  | claim types includes any of generic, social and environmental, comparative, quantified footprint, free of, energy efficiency, neutral by offsets, neutral without offsets, net zero, avoided emissions; full life cycle considered is no          | needs evidence | major    | property |
        | LCA-04 |                                            | claim types includes any of absolute; claim types includes none of recycled content, recyclable, degradable, compostable, renewable energy, renewable material, quantified footprint, durability, repairability; full life cycle considered is no |                |          |          |
      And these remedies
        | rule   | say instead                                                                          |
        | DUR-01 | lasts so many cycles in normal use, by this test                                     |
        | DUR-02 | repairable, spare parts for so many years, instructions here; otherwise delete it    |
        | CMP-02 | so many per cent less of this than our former product, for the same function         |
        | LCA-04 | name the stages that were counted, such as: in use only, without making and disposal |

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

    Scenario Outline: Repairable although repair is not possible
      Given claim types is <claim_types>
      And repair possible is <repair_possible>
      When evaluated as of 2026-11-20
      Then rule DUR-02 <DUR-02>

      Examples:
        | claim_types   | repair_possible | DUR-02        |
        | repairability | no              | holds         |
        | generic       | no              | does not hold |
        | repairability | yes             | does not hold |

    Scenario Outline: Reduction without amount and basis
      Given claim types is <claim_types>
      And amount and basis stated is no
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

  Rule: Fault of a kind of claim that was not named
    Background:
      Given these verdict rules
        | id      | rule                                        | when                                                                                                                                                                                                                                                  | verdict        | severity | basis       |
        | KIND-01 | Fault of a kind of claim that was not named | claim types includes any of generic, social and environmental, specific attribute, name, imagery only; like compared with like is no                                                                                                                  | needs evidence | major    | kind-policy |
        | KIND-01 |                                             | claim types includes any of generic, social and environmental, specific attribute, name, imagery only; comparison fair and meaningful is no                                                                                                           |                |          |             |
        | KIND-01 |                                             | claim types includes any of generic, social and environmental, specific attribute, name, imagery only; comparison data current is no                                                                                                                  |                |          |             |
        | KIND-01 |                                             | claim types includes any of generic, social and environmental, specific attribute, name, imagery only; amount and basis stated is no                                                                                                                  |                |          |             |
        | KIND-01 |                                             | claim types includes any of generic, social and environmental, specific attribute, name, imagery only; free of it, and of like risks is no                                                                                                            |                |          |             |
        | KIND-01 |                                             | claim types includes any of generic, social and environmental, specific attribute, name, imagery only; basis of the seal stated is no                                                                                                                 |                |          |             |
        | KIND-01 |                                             | claim types includes any of generic, social and environmental, specific attribute, name, imagery only; material connection disclosed is no                                                                                                            |                |          |             |
        | KIND-01 |                                             | claim types includes any of generic, social and environmental, specific attribute, name, imagery only; monitored by an independent third party is no                                                                                                  |                |          |             |
        | KIND-01 |                                             | claim types includes any of generic, social and environmental, specific attribute, name, imagery only; detailed and realistic plan is no                                                                                                              |                |          |             |
        | KIND-01 |                                             | claim types includes any of generic, social and environmental, specific attribute, name, imagery only; measurable targets with dates is no                                                                                                            |                |          |             |
        | KIND-01 |                                             | claim types includes any of generic, social and environmental, specific attribute, name, imagery only; renewable power matched and not sold is no                                                                                                     |                |          |             |
        | KIND-01 |                                             | claim types includes any of generic, social and environmental, specific attribute, name, imagery only; source and share stated is no                                                                                                                  |                |          |             |
        | KIND-01 |                                             | claim types includes any of generic, social and environmental, specific attribute, name, imagery only; instrument cancelled for market and period is no                                                                                               |                |          |             |
        | KIND-01 |                                             | claim types includes any of generic, social and environmental, specific attribute, name, imagery only; limits of recycling disclosed is no                                                                                                            |                |          |             |
        | KIND-01 |                                             | claim types includes any of generic, social and environmental, specific attribute, name, imagery only; recycled share stated is no                                                                                                                    |                |          |             |
        | KIND-01 |                                             | claim types includes any of generic, social and environmental, specific attribute, name, imagery only; any ocean plastic named is from the ocean is no                                                                                                |                |          |             |
        | KIND-01 |                                             | claim types includes any of generic, social and environmental, specific attribute, name, imagery only; all of it composts in time is no                                                                                                               |                |          |             |
        | KIND-01 |                                             | claim types includes any of generic, social and environmental, specific attribute, name, imagery only; lack of facilities disclosed is no                                                                                                             |                |          |             |
        | KIND-01 |                                             | claim types includes any of generic, social and environmental, specific attribute, name, imagery only; degrades within a year after disposal is no                                                                                                    |                |          |             |
        | KIND-01 |                                             | claim types includes any of generic, social and environmental, specific attribute, name, imagery only; durability proven in normal use is no                                                                                                          |                |          |             |
        | KIND-01 |                                             | claim types includes any of generic, social and environmental, specific attribute, name, imagery only; repair possible is no                                                                                                                          |                |          |             |
        | KIND-01 |                                             | claim types includes any of generic, social and environmental, specific attribute, name, imagery only; baseline justified is no                                                                                                                       |                |          |             |
        | KIND-01 |                                             | claim types includes any of generic, social and environmental, specific attribute, name, imagery only; certificate of the label is one of missing or expired, for another product                                                                     |                |          |             |
        | KIND-01 |                                             | claim types includes any of absolute; claim types includes none of recycled content, recyclable, degradable, compostable, renewable energy, renewable material, quantified footprint, durability, repairability; like compared with like is no        |                |          |             |
        | KIND-01 |                                             | claim types includes any of absolute; claim types includes none of recycled content, recyclable, degradable, compostable, renewable energy, renewable material, quantified footprint, durability, repairability; comparison fair and meaningful is no |                |          |             |
        | KIND-01 |                                             | claim types includes any of absolute; claim types includes none of recycled content, recyclable, degradable, compostable, renewable energy, renewable material, quantified footprint, durability, repairability; comparison data current is no        |                |          |             |
        | KIND-01 |                                             | claim types includes any of absolute; claim types includes none of recycled content, recyclable, degradable, compostable, renewable energy, renewable material, quantified footprint, durability, repairability; amount and basis stated is no        |                |          |             |
      And these remedies
        | rule    | say instead                                                                                     |
        | KIND-01 | say which kind of claim is meant, such as a comparison or a mark, and mend what was found of it |

    Scenario Outline: Fault of a kind of claim that was not named
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

    Scenario Outline: KIND-01: where it just holds and just fails
      Given claim types is <claim_types>
      And comparison data current is <comparison_data_current>
      And amount and basis stated is <source_reduction_amount_stated>
      When evaluated as of 2026-11-20
      Then rule KIND-01 <KIND-01>

      Examples:
        | claim_types                | comparison_data_current | source_reduction_amount_stated | KIND-01       |
        | absolute                   | no                      | yes                            | holds         |
        | absolute, recycled content | no                      | yes                            | does not hold |
        | absolute                   | yes                     | no                             | holds         |
        | absolute, recycled content | yes                     | no                             | does not hold |

  Rule: Whom a promise binds, and who validated it
    Background:
      Given these verdict rules
        | id       | rule                                   | when                                                                                                          | verdict        | severity | in force from | basis                   |
        | FUT-03   | Promise that binds nobody              | claim types includes any of future; whom the target binds is nobody, though told as a promise                 | needs evidence | major    |               | target-binding          |
        | FUT-04   | Committed, told as validated           | claim types includes any of future, net zero; validation claimed of the target is committed, not validated    | misleading     | major    | 2022-05-19    | target-validation       |
        | FUT-04-W | Validation of another target, or ended | claim types includes any of future, net zero; validation claimed of the target is of another target, or ended | misleading     | major    | 2022-05-19    | target-validation-other |
      And these remedies
        | rule     | say instead                                                                                                                          |
        | FUT-03   | call it an aim or hope, not a commitment; or name who is bound: a resolution, a contract, pay that depends on it                     |
        | FUT-04   | say that the target is committed to, and not yet validated; take out the name and mark of the initiative where they suggest approval |
        | FUT-04-W | name the target that was validated, its year and scopes, and when; otherwise take the validation out                                 |

    Scenario Outline: Promise that binds nobody
      Given claim types is <claim_types>
      And whom the target binds is nobody, though told as a promise
      When evaluated as of 2026-11-20
      Then rule FUT-03 <FUT-03>

      Examples:
        | claim_types | FUT-03        |
        | future      | holds         |
        | generic     | does not hold |

    Scenario Outline: Committed, told as validated
      Given claim types is <claim_types>
      And validation claimed of the target is committed, not validated
      When evaluated as of 2026-11-20
      Then rule FUT-04 <FUT-04>

      Examples:
        | claim_types | FUT-04        |
        | future      | holds         |
        | generic     | does not hold |

    Scenario Outline: Validation of another target, or ended
      Given claim types is <claim_types>
      And validation claimed of the target is of another target, or ended
      When evaluated as of 2026-11-20
      Then rule FUT-04-W <FUT-04-W>

      Examples:
        | claim_types | FUT-04-W      |
        | future      | holds         |
        | generic     | does not hold |

  Rule: The value chain, and what is financed
    Background:
      Given these verdict rules
        | id      | rule                             | when                                                                                                                                                                                                | verdict        | severity | in force from | basis       |
        | SCP-01  | Value chain left out unsaid      | subject of the claim is one of trader, brand, financial product; claim types includes any of net zero, neutral by offsets, neutral without offsets; emissions of the value chain is left out unsaid | misleading     | major    | 2023-11-30    | value-chain |
        | SCP-02  | Net zero without the value chain | subject of the claim is one of trader, brand, financial product; claim types includes any of net zero; emissions of the value chain is left out and said so                                         | needs evidence | major    | 2023-11-30    | value-chain |
        | OMIT-03 | Financed emissions left out      | subject of the claim is one of trader, brand, service, financial product; emissions of what is financed is left out                                                                                 | misleading     | major    | 2007-12-12    | financing   |
      And these remedies
        | rule    | say instead                                                                                                                |
        | SCP-01  | say beside the claim which emissions are counted: own operations and power only, without suppliers and use of what is sold |
        | SCP-02  | claim net zero of what is counted only, such as own operations; or count the value chain                                   |
        | OMIT-03 | say beside the claim what is financed, insured or invested in that emits much, how much it is, and until when              |

    Scenario Outline: Value chain left out unsaid
      Given subject of the claim is <subject_level>
      And claim types is <claim_types>
      And emissions of the value chain is left out unsaid
      When evaluated as of 2026-11-20
      Then rule SCP-01 <SCP-01>

      Examples:
        | subject_level | claim_types | SCP-01        |
        | trader        | net zero    | holds         |
        | product       | net zero    | does not hold |
        | trader        | generic     | does not hold |

    Scenario Outline: Net zero without the value chain
      Given subject of the claim is <subject_level>
      And claim types is <claim_types>
      And emissions of the value chain is left out and said so
      When evaluated as of 2026-11-20
      Then rule SCP-02 <SCP-02>

      Examples:
        | subject_level | claim_types | SCP-02        |
        | trader        | net zero    | holds         |
        | product       | net zero    | does not hold |
        | trader        | generic     | does not hold |

    Scenario Outline: Financed emissions left out
      Given subject of the claim is <subject_level>
      And claim types is <claim_types>
      And emissions of what is financed is left out
      When evaluated as of 2026-11-20
      Then rule OMIT-03 <OMIT-03>

      Examples:
        | subject_level | claim_types        | OMIT-03       |
        | trader        | generic            | holds         |
        | product       | specific attribute | does not hold |

  Rule: No facilities where it is shown
    Background:
      Given these verdict rules
        | id     | rule                            | when                                                                                                                                                         | verdict        | severity | basis      |
        | REC-06 | No facilities where it is shown | claim types includes any of recyclable; facilities where it is shown is for hardly anybody there                                                             | needs evidence | major    | facilities |
        | REC-06 |                                 | claim types includes any of recyclable; facilities where it is shown is for some there; limits of recycling disclosed is no                                  |                |          |            |
        | REC-06 |                                 | claim types includes any of compostable; facilities where it is shown is one of for some there, for hardly anybody there; lack of facilities disclosed is no |                |          |            |
      And these remedies
        | rule   | say instead                                                                                          |
        | REC-06 | say it only where it can be handed in, or say beside it that facilities may not exist where you live |

    Scenario Outline: No facilities where it is shown
      Given claim types is <claim_types>
      And facilities_where_shown is <facilities_where_shown>
      And limits of recycling disclosed is <recycling_limits_disclosed>
      And lack of facilities disclosed is <compost_facilities_disclosed>
      When evaluated as of 2026-11-20
      Then rule REC-06 <REC-06>

      Examples:
        | claim_types | facilities_where_shown   | recycling_limits_disclosed | compost_facilities_disclosed | REC-06        |
        | recyclable  | for hardly anybody there | yes                        | yes                          | holds         |
        | generic     | for hardly anybody there | yes                        | yes                          | does not hold |
        | recyclable  | for some there           | no                         | yes                          | holds         |
        | generic     | for some there           | no                         | yes                          | does not hold |
        | recyclable  | for some there           | yes                        | yes                          | does not hold |
        | compostable | for some there           | yes                        | no                           | holds         |
        | generic     | for some there           | yes                        | no                           | does not hold |
        | compostable | for some there           | yes                        | yes                          | does not hold |

  Rule: Absolute words not proven
    Background:
      Given these verdict rules
        | id       | rule                      | when                                                   | verdict        | severity | basis        |
        | SUB-01-S | Absolute words not proven | absolute wording is yes; absolute wording proved is no | needs evidence | major    | superlatives |
      And these remedies
        | rule     | say instead                                                                                                             |
        | SUB-01-S | delete the absolute word, or name beside it what proves it: compared with whom, in what, on which day, measured by whom |

    Scenario Outline: Absolute words not proven
      Given absolute wording is <absolute_wording>
      And absolute wording proved is <absolute_wording_proved>
      When evaluated as of 2026-11-20
      Then rule SUB-01-S <SUB-01-S>

      Examples:
        | absolute_wording | absolute_wording_proved | SUB-01-S      |
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
        | 2025-11-30 to 2025-11-30 | NEU-01 is not in force |
        | 2007-12-11 to 2007-12-11 | OFF-05 is not in force |
        | 2018-07-31 to 2018-07-31 | OFF-06 is not in force |
        | 2016-02-29 to 2016-02-29 | ISO-01 is not in force |
