# language: en
Feature: Rules · Green claims by standards and good practice
  Each rule with its verdict, the days on which it governs, and what to say instead.

  Background:
    Given the scorecard green-claim-practice
    And the scorecard applies when kind of communication is commercial
    And verdicts are governed by display period, otherwise ok on basis otherwise

  Rule: Standard of neutrality withdrawn
    Background:
      Given these verdict rules
        | id     | rule                             | when                                                                                                                  | verdict        | severity | in force from | warn from  | basis    |
        | NEU-01 | Standard of neutrality withdrawn | claim types includes any of neutral by offsets, neutral without offsets, net zero; standard of neutrality is PAS 2060 | needs evidence | major    | 2025-12-01    | 2025-01-01 | pas-2060 |
      And these remedies
        | rule   | say instead         |
        | NEU-01 | move to ISO 14068-1 |

    Scenario: Standard of neutrality withdrawn
      Given claim_types is neutral_offset
      And neutrality_standard is pas_2060
      When evaluated as of 2026-11-20
      Then rule NEU-01 holds

    Scenario: NEU-01: claim types includes any of neutral by offsets, neutral without offsets, net zero: just fails
      Given claim types is generic
      And standard of neutrality is PAS 2060
      When evaluated as of 2026-11-20
      Then rule NEU-01 does not hold

    Scenario: NEU-01: display period is from 2025-12-01: just fails
      Given display period is 2025-11-30 to 2025-11-30
      When evaluated as of 2026-11-20
      Then rule NEU-01 is not in force

  Rule: Neutrality of a trader or site without its file
    Background:
      Given these verdict rules
        | id     | rule                                            | when                                                                                                                                                                          | verdict        | severity | in force from | basis     |
        | NEU-02 | Neutrality of a trader or site without its file | subject of the claim is one of trader, site, brand, event; claim types includes any of neutral by offsets, neutral without offsets, net zero; neutrality file complete is no  | needs evidence | major    | 2023-11-30    | iso-14068 |
        | NEU-02 |                                                 | subject of the claim is one of trader, site, brand, event; claim types includes any of neutral by offsets, neutral without offsets, net zero; basis stated in the claim is no |                |          |               |           |
      And these remedies
        | rule   | say instead                                                                     |
        | NEU-02 | state boundary, footprint, plan, reductions, what is left, credits and verifier |

    Scenario: Neutrality of a trader or site without its file
      Given subject_level is trader
      And claim_types is neutral_offset
      And neutrality_file_complete is no
      When evaluated as of 2026-11-20
      Then rule NEU-02 holds

    Scenario: NEU-02: claim types includes any of neutral by offsets, neutral without offsets, net zero: just fails
      Given claim types is generic
      And subject of the claim is trader
      And neutrality file complete is no
      When evaluated as of 2026-11-20
      Then rule NEU-02 does not hold

    Scenario: NEU-02: subject of the claim is one of trader, site, brand, event: just holds
      Given subject of the claim is trader
      And claim types is neutral by offsets
      And basis stated in the claim is no
      When evaluated as of 2026-11-20
      Then rule NEU-02 holds

    Scenario: NEU-02: subject of the claim is one of trader, site, brand, event: just fails
      Given subject of the claim is product
      And claim types is neutral by offsets
      And basis stated in the claim is no
      When evaluated as of 2026-11-20
      Then rule NEU-02 does not hold

    Scenario: NEU-02: claim types includes any of neutral by offsets, neutral without offsets, net zero: just fails (2)
      Given claim types is generic
      And subject of the claim is trader
      And basis stated in the claim is no
      When evaluated as of 2026-11-20
      Then rule NEU-02 does not hold

    Scenario: NEU-02: display period is from 2023-11-30: just fails
      Given display period is 2023-11-29 to 2023-11-29
      When evaluated as of 2026-11-20
      Then rule NEU-02 is not in force

  Rule: Neutrality of a trader or site with its file
    Background:
      Given these verdict rules
        | id       | rule                                         | when                                                                                                                                                                                                            | verdict                      | severity    | in force from | basis     |
        | NEU-02-Q | Neutrality of a trader or site with its file | subject of the claim is one of trader, site, brand, event; claim types includes any of neutral by offsets, neutral without offsets, net zero; neutrality file complete is yes; basis stated in the claim is yes | permitted with qualification | observation | 2023-11-30    | iso-14068 |
      And these remedies
        | rule     | say instead                                                       |
        | NEU-02-Q | name scopes, reduction, what was compensated and by whom verified |

    Scenario: Neutrality of a trader or site with its file
      Given subject_level is trader
      And claim_types is neutral_offset
      And neutrality_file_complete is yes
      And basis_in_claim is yes
      When evaluated as of 2026-11-20
      Then rule NEU-02-Q holds

  Rule: Neutrality of a product without its file
    Background:
      Given these verdict rules
        | id       | rule                                     | when                                                                                                                                                                                                                            | verdict        | severity | in force from | basis     |
        | NEU-02-P | Neutrality of a product without its file | subject of the claim is one of product, category, packaging, component, process, service, financial product; claim types includes any of neutral by offsets, neutral without offsets, net zero; neutrality file complete is no  | needs evidence | major    | 2023-11-30    | iso-14068 |
        | NEU-02-P |                                          | subject of the claim is one of product, category, packaging, component, process, service, financial product; claim types includes any of neutral by offsets, neutral without offsets, net zero; basis stated in the claim is no |                |          |               |           |
      And these remedies
        | rule     | say instead                                                                                                                     |
        | NEU-02-P | state boundary, footprint, plan, reductions, what is left, credits and verifier; to consumers in the Union only without credits |

    Scenario: Neutrality of a product without its file
      Given subject_level is product
      And claim_types is neutral_offset
      And neutrality_file_complete is no
      When evaluated as of 2026-11-20
      Then rule NEU-02-P holds

    Scenario: NEU-02-P: claim types includes any of neutral by offsets, neutral without offsets, net zero: just fails
      Given claim types is generic
      And neutrality file complete is no
      When evaluated as of 2026-11-20
      Then rule NEU-02-P does not hold

    Scenario: NEU-02-P: claim types includes any of neutral by offsets, neutral without offsets, net zero: just fails (2)
      Given claim types is generic
      And basis stated in the claim is no
      When evaluated as of 2026-11-20
      Then rule NEU-02-P does not hold

  Rule: Neutrality of a product with its file
    Background:
      Given these verdict rules
        | id        | rule                                  | when                                                                                                                                                                                                                                                              | verdict                      | severity    | in force from | basis     |
        | NEU-02-PQ | Neutrality of a product with its file | subject of the claim is one of product, category, packaging, component, process, service, financial product; claim types includes any of neutral by offsets, neutral without offsets, net zero; neutrality file complete is yes; basis stated in the claim is yes | permitted with qualification | observation | 2023-11-30    | iso-14068 |
      And these remedies
        | rule      | say instead                                                         |
        | NEU-02-PQ | name boundary, reduction, what was compensated and by whom verified |

    Scenario: Neutrality of a product with its file
      Given subject_level is product
      And claim_types is neutral_offset
      And neutrality_file_complete is yes
      And basis_in_claim is yes
      When evaluated as of 2026-11-20
      Then rule NEU-02-PQ holds

  Rule: Offset before reduction
    Background:
      Given these verdict rules
        | id     | rule                    | when                                                                                                                                    | verdict        | severity | in force from | basis     |
        | NEU-03 | Offset before reduction | claim types includes any of neutral by offsets, neutral without offsets, net zero; offsets used is yes; reductions before credits is no | needs evidence | major    | 2023-11-30    | iso-14068 |
      And these remedies
        | rule   | say instead                                                   |
        | NEU-03 | reduce first, then removals inside the boundary, then credits |

    Scenario: Offset before reduction
      Given claim_types is neutral_offset
      And offsets_used is yes
      And reduction_before_credits is no
      When evaluated as of 2026-11-20
      Then rule NEU-03 holds

    Scenario: NEU-03: claim types includes any of neutral by offsets, neutral without offsets, net zero: just fails
      Given claim types is generic
      And offsets used is yes
      And reductions before credits is no
      When evaluated as of 2026-11-20
      Then rule NEU-03 does not hold

    Scenario: NEU-03: offsets used is yes: just fails
      Given offsets used is no
      And claim types is neutral by offsets
      And reductions before credits is no
      When evaluated as of 2026-11-20
      Then rule NEU-03 does not hold

  Rule: Neutrality older than a year
    Background:
      Given these verdict rules
        | id     | rule                         | when                                                                                                                   | verdict        | severity | basis          |
        | NEU-04 | Neutrality older than a year | claim types includes any of neutral by offsets, neutral without offsets, net zero; declared within twelve months is no | needs evidence | minor    | neutral-period |
      And these remedies
        | rule   | say instead     |
        | NEU-04 | renew it yearly |

    Scenario: Neutrality older than a year
      Given claim_types is neutral_offset
      And neutrality_declared_within_year is no
      When evaluated as of 2026-11-20
      Then rule NEU-04 holds

    Scenario: NEU-04: claim types includes any of neutral by offsets, neutral without offsets, net zero: just fails
      Given claim types is generic
      And declared within twelve months is no
      When evaluated as of 2026-11-20
      Then rule NEU-04 does not hold

  Rule: Credits not retired for the beneficiary
    Background:
      Given these verdict rules
        | id     | rule                                    | when                                                            | verdict    | severity | basis           |
        | OFF-01 | Credits not retired for the beneficiary | offsets used is yes; credits retired for this beneficiary is no | prohibited | major    | credit-practice |
      And these remedies
        | rule   | say instead                         |
        | OFF-01 | retire them and publish the serials |

    Scenario: Credits not retired for the beneficiary
      Given offsets_used is yes
      And credits_retired_for_beneficiary is no
      When evaluated as of 2026-11-20
      Then rule OFF-01 holds

    Scenario: OFF-01: offsets used is yes: just fails
      Given offsets used is no
      And credits retired for this beneficiary is no
      When evaluated as of 2026-11-20
      Then rule OFF-01 does not hold

  Rule: Credits counted twice
    Background:
      Given these verdict rules
        | id     | rule                  | when                                            | verdict    | severity | basis           |
        | OFF-04 | Credits counted twice | offsets used is yes; credits counted once is no | prohibited | major    | credit-practice |
      And these remedies
        | rule   | say instead            |
        | OFF-04 | count each serial once |

    Scenario: Credits counted twice
      Given offsets_used is yes
      And credits_counted_once is no
      When evaluated as of 2026-11-20
      Then rule OFF-04 holds

    Scenario: OFF-04: offsets used is yes: just fails
      Given offsets used is no
      And credits counted once is no
      When evaluated as of 2026-11-20
      Then rule OFF-04 does not hold

  Rule: Storage too short for neutrality
    Background:
      Given these verdict rules
        | id     | rule                             | when                                                                                                                   | verdict    | severity | in force from | basis      |
        | OFF-05 | Storage too short for neutrality | claim types includes any of neutral by offsets, net zero; offsets used is yes; storage long enough for the claim is no | misleading | major    | 2022-01-01    | permanence |
      And these remedies
        | rule   | say instead                                           |
        | OFF-05 | do not equate temporary storage with fossil emissions |

    Scenario: Storage too short for neutrality
      Given claim_types is neutral_offset
      And offsets_used is yes
      And storage_long_enough is no
      When evaluated as of 2026-11-20
      Then rule OFF-05 holds

    Scenario: OFF-05: claim types includes any of neutral by offsets, net zero: just fails
      Given claim types is generic
      And offsets used is yes
      And storage long enough for the claim is no
      When evaluated as of 2026-11-20
      Then rule OFF-05 does not hold

    Scenario: OFF-05: offsets used is yes: just fails
      Given offsets used is no
      And claim types is neutral by offsets
      And storage long enough for the claim is no
      When evaluated as of 2026-11-20
      Then rule OFF-05 does not hold

    Scenario: OFF-05: display period is from 2022-01-01: just fails
      Given display period is 2021-12-31 to 2021-12-31
      When evaluated as of 2026-11-20
      Then rule OFF-05 is not in force

  Rule: Offsets inside the footprint
    Background:
      Given these verdict rules
        | id     | rule                         | when                                                                                                            | verdict    | severity | in force from | basis     |
        | OFF-06 | Offsets inside the footprint | claim types includes any of quantified footprint, comparative, carbon negative; offsets in the footprint is yes | prohibited | major    | 2018-08-01    | iso-14067 |
      And these remedies
        | rule   | say instead                               |
        | OFF-06 | compute without, and report credits apart |

    Scenario: Offsets inside the footprint
      Given claim_types is quantified_pcf
      And lca_offsets_in_total is yes
      When evaluated as of 2026-11-20
      Then rule OFF-06 holds

    Scenario: OFF-06: claim types includes any of quantified footprint, comparative, carbon negative: just fails
      Given claim types is generic
      And offsets in the footprint is yes
      When evaluated as of 2026-11-20
      Then rule OFF-06 does not hold

    Scenario: OFF-06: display period is from 2018-08-01: just fails
      Given display period is 2018-07-31 to 2018-07-31
      When evaluated as of 2026-11-20
      Then rule OFF-06 is not in force

  Rule: VCMI tier not reached
    Background:
      Given these verdict rules
        | id     | rule                  | when                                                                                     | verdict        | severity | in force from | basis |
        | OFF-07 | VCMI tier not reached | VCMI tier claimed is silver; share of remaining emissions retired is less than 20 %      | needs evidence | minor    | 2025-08-01    | vcmi  |
        | OFF-07 |                       | VCMI tier claimed is gold; share of remaining emissions retired is less than 60 %        |                |          |               |       |
        | OFF-07 |                       | VCMI tier claimed is platinum; share of remaining emissions retired is less than 100 %   |                |          |               |       |
        | OFF-07 |                       | VCMI tier claimed is one of silver, gold, platinum; VCMI foundational criteria met is no |                |          |               |       |
      And these remedies
        | rule   | say instead                                                          |
        | OFF-07 | claim the tier that was reached, for the company, assured every year |

    Scenario: VCMI tier not reached
      Given vcmi_tier is silver
      And vcmi_retired_share is 19 %
      When evaluated as of 2026-11-20
      Then rule OFF-07 holds

    Scenario: OFF-07: VCMI tier claimed is silver: just fails
      Given VCMI tier claimed is no tier
      And share of remaining emissions retired is 19.99 %
      When evaluated as of 2026-11-20
      Then rule OFF-07 does not hold

    Scenario: OFF-07: share of remaining emissions retired is less than 20 %: just fails
      Given share of remaining emissions retired is 20 %
      And VCMI tier claimed is silver
      When evaluated as of 2026-11-20
      Then rule OFF-07 does not hold

    Scenario: OFF-07: VCMI tier claimed is gold: just holds
      Given VCMI tier claimed is gold
      And share of remaining emissions retired is 59.99 %
      When evaluated as of 2026-11-20
      Then rule OFF-07 holds

    Scenario: OFF-07: share of remaining emissions retired is less than 60 %: just fails
      Given share of remaining emissions retired is 60 %
      And VCMI tier claimed is gold
      When evaluated as of 2026-11-20
      Then rule OFF-07 does not hold

    Scenario: OFF-07: VCMI tier claimed is platinum: just holds
      Given VCMI tier claimed is platinum
      And share of remaining emissions retired is 99.99 %
      When evaluated as of 2026-11-20
      Then rule OFF-07 holds

    Scenario: OFF-07: share of remaining emissions retired is less than 100 %: just fails
      Given share of remaining emissions retired is 100 %
      And VCMI tier claimed is platinum
      When evaluated as of 2026-11-20
      Then rule OFF-07 does not hold

    Scenario: OFF-07: VCMI tier claimed is one of silver, gold, platinum: just holds
      Given VCMI tier claimed is silver
      And VCMI foundational criteria met is no
      When evaluated as of 2026-11-20
      Then rule OFF-07 holds

    Scenario: OFF-07: VCMI tier claimed is one of silver, gold, platinum: just fails
      Given VCMI tier claimed is no tier
      And VCMI foundational criteria met is no
      When evaluated as of 2026-11-20
      Then rule OFF-07 does not hold

  Rule: Recyclable without access and preparation
    Background:
      Given these verdict rules
        | id     | rule                                      | when                                                                        | verdict        | severity | basis             |
        | REC-01 | Recyclable without access and preparation | claim types includes any of recyclable; access and preparation stated is no | needs evidence | major    | recycling-derived |
      And these remedies
        | rule   | say instead            |
        | REC-01 | state access and steps |

    Scenario: Recyclable without access and preparation
      Given claim_types is recyclable
      And access_share_stated is no
      When evaluated as of 2026-11-20
      Then rule REC-01 holds

    Scenario: REC-01: claim types includes any of recyclable: just fails
      Given claim types is generic
      And access and preparation stated is no
      When evaluated as of 2026-11-20
      Then rule REC-01 does not hold

    Scenario: REC-01: access and preparation stated is no: just fails
      Given access and preparation stated is yes
      And claim types is recyclable
      When evaluated as of 2026-11-20
      Then rule REC-01 does not hold

  Rule: Ocean plastic from elsewhere
    Background:
      Given these verdict rules
        | id     | rule                         | when                                                                             | verdict    | severity | in force from | basis         |
        | REC-03 | Ocean plastic from elsewhere | claim types includes any of recycled content; ocean plastic from the ocean is no | misleading | major    | 2025-04-14    | ocean-plastic |
      And these remedies
        | rule   | say instead                                 |
        | REC-03 | say how far from the coast it was collected |

    Scenario: Ocean plastic from elsewhere
      Given claim_types is recycled_content
      And ocean_plastic_from_ocean is no
      When evaluated as of 2026-11-20
      Then rule REC-03 holds

    Scenario: REC-03: claim types includes any of recycled content: just fails
      Given claim types is generic
      And ocean plastic from the ocean is no
      When evaluated as of 2026-11-20
      Then rule REC-03 does not hold

  Rule: Recycled content not by mass
    Background:
      Given these verdict rules
        | id     | rule                         | when                                                                                | verdict        | severity | basis             |
        | REC-04 | Recycled content not by mass | claim types includes any of recycled content; recycled share computed by mass is no | needs evidence | major    | iso-14021-content |
      And these remedies
        | rule   | say instead                                    |
        | REC-04 | recycled mass by product mass, rework excluded |

    Scenario: Recycled content not by mass
      Given claim_types is recycled_content
      And recycled_share_by_mass is no
      When evaluated as of 2026-11-20
      Then rule REC-04 holds

    Scenario: REC-04: claim types includes any of recycled content: just fails
      Given claim types is generic
      And recycled share computed by mass is no
      When evaluated as of 2026-11-20
      Then rule REC-04 does not hold

  Rule: Renewable energy without cancelled instrument
    Background:
      Given these verdict rules
        | id     | rule                                          | when                                                                                           | verdict        | severity | basis             |
        | REN-01 | Renewable energy without cancelled instrument | claim types includes any of renewable energy; instrument cancelled for market and period is no | needs evidence | major    | renewable-derived |
      And these remedies
        | rule   | say instead                                      |
        | REN-01 | cancel instruments of the same market and period |

    Scenario: Renewable energy without cancelled instrument
      Given claim_types is renewable_energy
      And energy_instrument_cancelled is no
      When evaluated as of 2026-11-20
      Then rule REN-01 holds

    Scenario: REN-01: claim types includes any of renewable energy: just fails
      Given claim types is generic
      And instrument cancelled for market and period is no
      When evaluated as of 2026-11-20
      Then rule REN-01 does not hold

    Scenario: REN-01: instrument cancelled for market and period is no: just fails
      Given instrument cancelled for market and period is yes
      And claim types is renewable energy
      When evaluated as of 2026-11-20
      Then rule REN-01 does not hold

  Rule: Qualifier contradicts, or is far or small
    Background:
      Given these verdict rules
        | id      | rule                                      | when                                                       | verdict    | severity | basis            |
        | QUAL-01 | Qualifier contradicts, or is far or small | qualifier is one of contradicts the headline, far or small | misleading | major    | qualifier-policy |
      And these remedies
        | rule    | say instead                      |
        | QUAL-01 | put it adjacent and of like size |

    Scenario: Qualifier contradicts, or is far or small
      Given qualifier is contradicts
      When evaluated as of 2026-11-20
      Then rule QUAL-01 holds

  Rule: Evidence out of date
    Background:
      Given these verdict rules
        | id     | rule                 | when                   | verdict        | severity | basis           |
        | EVD-01 | Evidence out of date | evidence current is no | needs evidence | minor    | evidence-policy |
      And these remedies
        | rule   | say instead |
        | EVD-01 | refresh it  |

    Scenario: Evidence out of date
      Given evidence_current is no
      When evaluated as of 2026-11-20
      Then rule EVD-01 holds

  Rule: Comparison of unlike things
    Background:
      Given these verdict rules
        | id     | rule                        | when                                                                                              | verdict    | severity | basis       |
        | CMP-01 | Comparison of unlike things | claim types includes any of comparative; like compared with like is no                            | misleading | major    | comparisons |
        | CMP-01 |                             | claim types includes any of comparative; specification is one of no specification, elsewhere only |            |          |             |
      And these remedies
        | rule   | say instead                            |
        | CMP-01 | same unit, boundary, method and period |

    Scenario: Comparison of unlike things
      Given claim_types is comparative
      And comparison_like_with_like is no
      When evaluated as of 2026-11-20
      Then rule CMP-01 holds

    Scenario: CMP-01: claim types includes any of comparative: just fails
      Given claim types is generic
      And like compared with like is no
      When evaluated as of 2026-11-20
      Then rule CMP-01 does not hold

    Scenario: CMP-01: claim types includes any of comparative: just holds
      Given claim types is comparative
      And specification is no specification
      When evaluated as of 2026-11-20
      Then rule CMP-01 holds

  Rule: Public comparison without panel review
    Background:
      Given these verdict rules
        | id       | rule                                   | when                                                                          | verdict        | severity | basis       |
        | CMP-01-P | Public comparison without panel review | claim types includes any of comparative; comparison reviewed by a panel is no | needs evidence | major    | comparisons |
      And these remedies
        | rule     | say instead                            |
        | CMP-01-P | have a panel review it after ISO 14044 |

    Scenario: Public comparison without panel review
      Given claim_types is comparative
      And comparison_panel_reviewed is no
      When evaluated as of 2026-11-20
      Then rule CMP-01-P holds

    Scenario: CMP-01-P: claim types includes any of comparative: just fails
      Given claim types is generic
      And comparison reviewed by a panel is no
      When evaluated as of 2026-11-20
      Then rule CMP-01-P does not hold

  Rule: Claimed boundary beyond the evidence
    Background:
      Given these verdict rules
        | id     | rule                                 | when                                        | verdict    | severity | in force from | basis           |
        | LCA-01 | Claimed boundary beyond the evidence | boundary of evidence covers the claim is no | misleading | major    | 2026-05-13    | boundary-ruling |
      And these remedies
        | rule   | say instead                         |
        | LCA-01 | state the boundary in the same line |

    Scenario: Claimed boundary beyond the evidence
      Given evidence_boundary_covers_claim is no
      When evaluated as of 2026-11-20
      Then rule LCA-01 holds

  Rule: Whole environment from few categories
    Background:
      Given these verdict rules
        | id     | rule                                  | when                                                                               | verdict    | severity | in force from | basis           |
        | LCA-02 | Whole environment from few categories | claim types includes any of absolute, generic; all impact categories covered is no | misleading | major    | 2023-07-26    | category-ruling |
      And these remedies
        | rule   | say instead          |
        | LCA-02 | say carbon footprint |

    Scenario: Whole environment from few categories
      Given claim_types is absolute
      And impact_categories_covered is no
      When evaluated as of 2026-11-20
      Then rule LCA-02 holds

    Scenario: LCA-02: claim types includes any of absolute, generic: just fails
      Given claim types is social and environmental
      And all impact categories covered is no
      When evaluated as of 2026-11-20
      Then rule LCA-02 does not hold

  Rule: Module D inside the total
    Background:
      Given these verdict rules
        | id     | rule                      | when                         | verdict    | severity | basis    |
        | LCA-03 | Module D inside the total | module D in the total is yes | prohibited | major    | en-15804 |
      And these remedies
        | rule   | say instead           |
        | LCA-03 | report module D apart |

    Scenario: Module D inside the total
      Given lca_module_d_in_total is yes
      When evaluated as of 2026-11-20
      Then rule LCA-03 holds

  Rule: Small green part of a high-emitting trader
    Background:
      Given these verdict rules
        | id      | rule                                       | when                                                                                                            | verdict    | severity | in force from | basis    |
        | OMIT-01 | Small green part of a high-emitting trader | subject of the claim is one of trader, brand; high-emitting trader is yes; share of green activity stated is no | misleading | major    | 2022-10-19    | omission |
      And these remedies
        | rule    | say instead                 |
        | OMIT-01 | state the share of activity |

    Scenario: Small green part of a high-emitting trader
      Given subject_level is trader
      And trader_high_emitting is yes
      And green_share_stated is no
      When evaluated as of 2026-11-20
      Then rule OMIT-01 holds

    Scenario: OMIT-01: subject of the claim is one of trader, brand: just fails
      Given subject of the claim is product
      And high-emitting trader is yes
      And share of green activity stated is no
      When evaluated as of 2026-11-20
      Then rule OMIT-01 does not hold

    Scenario: OMIT-01: high-emitting trader is yes: just fails
      Given high-emitting trader is no
      And subject of the claim is trader
      And share of green activity stated is no
      When evaluated as of 2026-11-20
      Then rule OMIT-01 does not hold

    Scenario: OMIT-01: share of green activity stated is no: just fails
      Given share of green activity stated is yes
      And subject of the claim is trader
      And high-emitting trader is yes
      When evaluated as of 2026-11-20
      Then rule OMIT-01 does not hold

  Rule: Evidence contradicts the claim
    Background:
      Given these verdict rules
        | id      | rule                           | when                                  | verdict    | severity | basis            |
        | FACT-01 | Evidence contradicts the claim | evidence contradicts the claim is yes | prohibited | major    | evidence-derived |
      And these remedies
        | rule    | say instead |
        | FACT-01 | delete it   |

    Scenario: Evidence contradicts the claim
      Given evidence_contradicts is yes
      When evaluated as of 2026-11-20
      Then rule FACT-01 holds

  Rule: Handprint without its basis
    Background:
      Given these verdict rules
        | id     | rule                        | when                                                                          | verdict        | severity | in force from | basis     |
        | AVO-01 | Handprint without its basis | claim types includes any of avoided emissions; handprint basis complete is no | needs evidence | major    | 2018-01-01    | handprint |
      And these remedies
        | rule   | say instead                                                 |
        | AVO-01 | give customer, baseline, unit, boundary and both footprints |

    Scenario: Handprint without its basis
      Given claim_types is avoided_handprint
      And handprint_complete is no
      When evaluated as of 2026-11-20
      Then rule AVO-01 holds

    Scenario: AVO-01: claim types includes any of avoided emissions: just fails
      Given claim types is generic
      And handprint basis complete is no
      When evaluated as of 2026-11-20
      Then rule AVO-01 does not hold

    Scenario: AVO-01: display period is from 2018-01-01: just fails
      Given display period is 2017-12-31 to 2017-12-31
      When evaluated as of 2026-11-20
      Then rule AVO-01 is not in force

  Rule: Baseline unjustified
    Background:
      Given these verdict rules
        | id     | rule                 | when                                                                    | verdict    | severity | basis          |
        | AVO-02 | Baseline unjustified | claim types includes any of avoided emissions; baseline justified is no | misleading | major    | handprint-seed |
      And these remedies
        | rule   | say instead                       |
        | AVO-02 | compare with the product replaced |

    Scenario: Baseline unjustified
      Given claim_types is avoided_handprint
      And handprint_baseline_justified is no
      When evaluated as of 2026-11-20
      Then rule AVO-02 holds

    Scenario: AVO-02: claim types includes any of avoided emissions: just fails
      Given claim types is generic
      And baseline justified is no
      When evaluated as of 2026-11-20
      Then rule AVO-02 does not hold

  Rule: Handprint netted against own inventory
    Background:
      Given these verdict rules
        | id     | rule                                   | when                                                                                         | verdict    | severity | basis     |
        | AVO-03 | Handprint netted against own inventory | claim types includes any of avoided emissions; handprint netted against own inventory is yes | prohibited | major    | handprint |
      And these remedies
        | rule   | say instead     |
        | AVO-03 | report it apart |

    Scenario: Handprint netted against own inventory
      Given claim_types is avoided_handprint
      And handprint_netted_against_own_inventory is yes
      When evaluated as of 2026-11-20
      Then rule AVO-03 holds

    Scenario: AVO-03: claim types includes any of avoided emissions: just fails
      Given claim types is generic
      And handprint netted against own inventory is yes
      When evaluated as of 2026-11-20
      Then rule AVO-03 does not hold

  Rule: Handprint traded
    Background:
      Given these verdict rules
        | id     | rule             | when                                                                             | verdict    | severity | basis          |
        | AVO-04 | Handprint traded | claim types includes any of avoided emissions; handprint traded as credit is yes | prohibited | major    | handprint-seed |
      And these remedies
        | rule   | say instead     |
        | AVO-04 | it is no credit |

    Scenario: Handprint traded
      Given claim_types is avoided_handprint
      And handprint_traded is yes
      When evaluated as of 2026-11-20
      Then rule AVO-04 holds

    Scenario: AVO-04: claim types includes any of avoided emissions: just fails
      Given claim types is generic
      And handprint traded as credit is yes
      When evaluated as of 2026-11-20
      Then rule AVO-04 does not hold

  Rule: Handprint from lower output
    Background:
      Given these verdict rules
        | id     | rule                        | when                                                                              | verdict    | severity | basis          |
        | AVO-05 | Handprint from lower output | claim types includes any of avoided emissions; handprint from lower output is yes | prohibited | major    | handprint-seed |
      And these remedies
        | rule   | say instead                |
        | AVO-05 | a shutdown is no handprint |

    Scenario: Handprint from lower output
      Given claim_types is avoided_handprint
      And handprint_from_lower_output is yes
      When evaluated as of 2026-11-20
      Then rule AVO-05 holds

    Scenario: AVO-05: claim types includes any of avoided emissions: just fails
      Given claim types is generic
      And handprint from lower output is yes
      When evaluated as of 2026-11-20
      Then rule AVO-05 does not hold

  Rule: Handprint without independent review
    Background:
      Given these verdict rules
        | id     | rule                                 | when                                                                                  | verdict        | severity | basis          |
        | AVO-06 | Handprint without independent review | claim types includes any of avoided emissions; handprint independently reviewed is no | needs evidence | minor    | handprint-seed |
      And these remedies
        | rule   | say instead      |
        | AVO-06 | have it reviewed |

    Scenario: Handprint without independent review
      Given claim_types is avoided_handprint
      And handprint_reviewed is no
      When evaluated as of 2026-11-20
      Then rule AVO-06 holds

    Scenario: AVO-06: claim types includes any of avoided emissions: just fails
      Given claim types is generic
      And handprint independently reviewed is no
      When evaluated as of 2026-11-20
      Then rule AVO-06 does not hold

  Rule: Negative by credits
    Background:
      Given these verdict rules
        | id     | rule                | when                                                             | verdict    | severity | basis         |
        | NEG-01 | Negative by credits | claim types includes any of carbon negative; offsets used is yes | prohibited | major    | negative-seed |
      And these remedies
        | rule   | say instead        |
        | NEG-01 | remove the credits |

    Scenario: Negative by credits
      Given claim_types is negative_carbon
      And offsets_used is yes
      When evaluated as of 2026-11-20
      Then rule NEG-01 holds

  Rule: Negative without the end of life
    Background:
      Given these verdict rules
        | id     | rule                             | when                                                                                                                            | verdict    | severity | basis         |
        | NEG-02 | Negative without the end of life | claim types includes any of carbon negative; boundary of the footprint is one of gate to gate, cradle to gate, cradle to retail | prohibited | major    | negative-seed |
        | NEG-02 |                                  | claim types includes any of carbon negative; end of life stated is no                                                           |            |          |               |
      And these remedies
        | rule   | say instead                                                  |
        | NEG-02 | give the number with its boundary, without the word negative |

    Scenario: Negative without the end of life
      Given claim_types is negative_carbon
      And lca_boundary is gate_to_gate
      When evaluated as of 2026-11-20
      Then rule NEG-02 holds

    Scenario: NEG-02: claim types includes any of carbon negative: just fails
      Given claim types is generic
      And boundary of the footprint is gate to gate
      When evaluated as of 2026-11-20
      Then rule NEG-02 does not hold

    Scenario: NEG-02: claim types includes any of carbon negative: just holds
      Given claim types is carbon negative
      And end of life stated is no
      When evaluated as of 2026-11-20
      Then rule NEG-02 holds

    Scenario: NEG-02: claim types includes any of carbon negative: just fails (2)
      Given claim types is generic
      And end of life stated is no
      When evaluated as of 2026-11-20
      Then rule NEG-02 does not hold

  Rule: Negative by storage under a hundred years
    Background:
      Given these verdict rules
        | id     | rule                                      | when                                                                                 | verdict    | severity | basis         |
        | NEG-03 | Negative by storage under a hundred years | claim types includes any of carbon negative; years of storage is less than 100 years | prohibited | major    | negative-seed |
        | NEG-03 |                                           | claim types includes any of carbon negative; storage monitored is no                 |            |          |               |
      And these remedies
        | rule   | say instead                                       |
        | NEG-03 | treat it as temporary and report the carbon apart |

    Scenario: Negative by storage under a hundred years
      Given claim_types is negative_carbon
      And removal_storage_years is 99 years
      When evaluated as of 2026-11-20
      Then rule NEG-03 holds

    Scenario: NEG-03: claim types includes any of carbon negative: just fails
      Given claim types is generic
      And years of storage is 99.99 years
      When evaluated as of 2026-11-20
      Then rule NEG-03 does not hold

    Scenario: NEG-03: claim types includes any of carbon negative: just holds
      Given claim types is carbon negative
      And storage monitored is no
      When evaluated as of 2026-11-20
      Then rule NEG-03 holds

    Scenario: NEG-03: claim types includes any of carbon negative: just fails (2)
      Given claim types is generic
      And storage monitored is no
      When evaluated as of 2026-11-20
      Then rule NEG-03 does not hold

  Rule: Biogenic flows incomplete
    Background:
      Given these verdict rules
        | id     | rule                      | when                                                                       | verdict        | severity | basis         |
        | NEG-04 | Biogenic flows incomplete | claim types includes any of carbon negative; biogenic flows complete is no | needs evidence | major    | negative-seed |
      And these remedies
        | rule   | say instead            |
        | NEG-04 | complete the inventory |

    Scenario: Biogenic flows incomplete
      Given claim_types is negative_carbon
      And biogenic_flows_complete is no
      When evaluated as of 2026-11-20
      Then rule NEG-04 holds

    Scenario: NEG-04: claim types includes any of carbon negative: just fails
      Given claim types is generic
      And biogenic flows complete is no
      When evaluated as of 2026-11-20
      Then rule NEG-04 does not hold

  Rule: Negative without review and publication
    Background:
      Given these verdict rules
        | id     | rule                                    | when                                                                                 | verdict        | severity | basis         |
        | NEG-05 | Negative without review and publication | claim types includes any of carbon negative; independently reviewed and public is no | needs evidence | major    | negative-seed |
      And these remedies
        | rule   | say instead        |
        | NEG-05 | verify and publish |

    Scenario: Negative without review and publication
      Given claim_types is negative_carbon
      And independently_reviewed_and_public is no
      When evaluated as of 2026-11-20
      Then rule NEG-05 holds

    Scenario: NEG-05: claim types includes any of carbon negative: just fails
      Given claim types is generic
      And independently reviewed and public is no
      When evaluated as of 2026-11-20
      Then rule NEG-05 does not hold

  Rule: Removal of fossil or carbonate carbon
    Background:
      Given these verdict rules
        | id     | rule                                  | when                                                                                                   | verdict    | severity | basis         |
        | NEG-06 | Removal of fossil or carbonate carbon | claim types includes any of removal, carbon negative; source of the carbon is one of fossil, carbonate | prohibited | major    | negative-seed |
      And these remedies
        | rule   | say instead                 |
        | NEG-06 | call it a captured emission |

    Scenario: Removal of fossil or carbonate carbon
      Given claim_types is removal
      And removal_carbon_source is fossil
      When evaluated as of 2026-11-20
      Then rule NEG-06 holds

    Scenario: NEG-06: claim types includes any of removal, carbon negative: just fails
      Given claim types is generic
      And source of the carbon is fossil
      When evaluated as of 2026-11-20
      Then rule NEG-06 does not hold

  Rule: Vague claim after ISO 14021:2016
    Background:
      Given these verdict rules
        | id     | rule                             | when                                                                                          | verdict    | severity | in force from | in force until | basis     |
        | ISO-01 | Vague claim after ISO 14021:2016 | claim types includes any of generic; specification is one of no specification, elsewhere only | prohibited | minor    | 2016-03-01    | 2026-05-31     | iso-14021 |
      And these remedies
        | rule   | say instead            |
        | ISO-01 | name a specific aspect |

    Scenario: Vague claim after ISO 14021:2016
      Given claim_types is generic
      And specification is none
      And display is 2026-05-31 to 2026-05-31
      When evaluated as of 2026-11-20
      Then rule ISO-01 holds

    Scenario: ISO-01: display period is from 2016-03-01: just fails
      Given display period is 2016-02-29 to 2016-02-29
      When evaluated as of 2026-11-20
      Then rule ISO-01 is not in force

  Rule: Sustainability achieved, after ISO 14021:2016
    Background:
      Given these verdict rules
        | id     | rule                                          | when                                                                                                                     | verdict    | severity | in force from | in force until | basis     |
        | ISO-02 | Sustainability achieved, after ISO 14021:2016 | claim types includes any of social and environmental, absolute; specification is one of no specification, elsewhere only | prohibited | minor    | 2016-03-01    | 2026-05-31     | iso-14021 |
      And these remedies
        | rule   | say instead |
        | ISO-02 | drop it     |

    Scenario: Sustainability achieved, after ISO 14021:2016
      Given claim_types is social_mix
      And specification is none
      And display is 2026-05-31 to 2026-05-31
      When evaluated as of 2026-11-20
      Then rule ISO-02 holds

  Rule: Requirements of ISO 14021:2016 not met
    Background:
      Given these verdict rules
        | id     | rule                                   | when                                | verdict        | severity | in force from | in force until | basis     |
        | ISO-03 | Requirements of ISO 14021:2016 not met | requirements of ISO 14021 met is no | needs evidence | minor    | 2016-03-01    | 2026-05-31     | iso-14021 |
      And these remedies
        | rule   | say instead                          |
        | ISO-03 | go through its eighteen requirements |

    Scenario: Requirements of ISO 14021:2016 not met
      Given life_cycle_requirements_met is no
      And display is 2026-05-31 to 2026-05-31
      When evaluated as of 2026-11-20
      Then rule ISO-03 holds

  Rule: Claim outside a documented programme
    Background:
      Given these verdict rules
        | id     | rule                                 | when                             | verdict        | severity | in force from | warn from  | basis          |
        | ISO-04 | Claim outside a documented programme | claim programme documented is no | needs evidence | minor    | 2026-06-01    | 2026-03-01 | iso-14021-2026 |
      And these remedies
        | rule   | say instead           |
        | ISO-04 | keep a programme file |

    Scenario: Claim outside a documented programme
      Given claim_programme_documented is no
      When evaluated as of 2026-11-20
      Then rule ISO-04 holds
