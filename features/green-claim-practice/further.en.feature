# language: en
Feature: Further examples · Green claims by standards and good practice
  Each of these fails if a number, date, comparison, clause or verdict of the card slips, and no other example does.
  Proposed by a search from the rules as they stood on 2026-11-22, and read in samples only.

  Background:
    Given the scorecard green-claim-practice

  Rule: What the examples beside the rules leave open

    Scenario: NEU-01 gives its verdict
      Given claim types is neutral by offsets
      And standard of neutrality is PAS 2060
      When evaluated as of 2026-11-20
      Then the verdict is needs evidence under NEU-01

    Scenario Outline: NEU-01 holds of each that it names
      Given claim types is <claim_types>
      And standard of neutrality is PAS 2060
      When evaluated as of 2026-11-20
      Then rule NEU-01 holds

      Examples:
        | claim_types             |
        | neutral without offsets |
        | net zero                |

    Scenario: NEU-01 fails where one of its conditions does
      Given claim types is neutral by offsets
      And standard of neutrality is ISO 14068-1
      When evaluated as of 2026-11-20
      Then rule NEU-01 does not hold

    Scenario Outline: NEU-01 governs on its days alone
      Given display period is <display>
      And claim types is neutral by offsets
      And standard of neutrality is PAS 2060
      When evaluated as of 2026-11-20
      Then rule NEU-01 <NEU-01>

      Examples:
        | display                  | NEU-01          |
        | 2025-11-30 to 2025-11-30 | is not in force |
        | 2025-12-01 to 2025-12-01 | holds           |

    Scenario: NEU-02 gives its verdict
      Given subject of the claim is trader
      And claim types is neutral by offsets
      And neutrality file complete is no
      When evaluated as of 2026-11-20
      Then the verdict is needs evidence under NEU-02

    Scenario Outline: NEU-02 holds of each that it names
      Given subject of the claim is <subject_level>
      And claim types is <claim_types>
      And neutrality file complete is no
      When evaluated as of 2026-11-20
      Then rule NEU-02 holds

      Examples:
        | subject_level | claim_types             |
        | site          | neutral by offsets      |
        | brand         | neutral by offsets      |
        | event         | neutral by offsets      |
        | trader        | neutral without offsets |
        | trader        | net zero                |

    Scenario Outline: NEU-02 fails where one of its conditions does
      Given subject of the claim is <subject_level>
      And claim types is neutral by offsets
      And neutrality file complete is <neutrality_file_complete>
      When evaluated as of 2026-11-20
      Then rule NEU-02 does not hold

      Examples:
        | subject_level | neutrality_file_complete |
        | product       | no                       |
        | trader        | yes                      |

    Scenario Outline: NEU-02 governs on its days alone
      Given display period is <display>
      And subject of the claim is trader
      And claim types is neutral by offsets
      And neutrality file complete is no
      When evaluated as of 2026-11-20
      Then rule NEU-02 <NEU-02>

      Examples:
        | display                  | NEU-02          |
        | 2023-11-29 to 2023-11-29 | is not in force |
        | 2023-11-30 to 2023-11-30 | holds           |

    Scenario: NEU-02-W gives its verdict
      Given subject of the claim is trader
      And claim types is neutral by offsets
      And basis stated in the claim is no
      When evaluated as of 2026-11-20
      Then the verdict is needs evidence under NEU-02-W

    Scenario Outline: NEU-02-W holds of each that it names, sentence 1
      Given subject of the claim is <subject_level>
      And claim types is <claim_types>
      And basis stated in the claim is no
      When evaluated as of 2026-11-20
      Then rule NEU-02-W holds

      Examples:
        | subject_level | claim_types             |
        | site          | neutral by offsets      |
        | brand         | neutral by offsets      |
        | event         | neutral by offsets      |
        | trader        | neutral without offsets |
        | trader        | net zero                |

    Scenario: NEU-02-W fails where one of its conditions does, sentence 1
      Given subject of the claim is trader
      And claim types is neutral by offsets
      And basis stated in the claim is yes
      When evaluated as of 2026-11-20
      Then rule NEU-02-W does not hold

    Scenario Outline: NEU-02-W holds of each that it names, sentence 2
      Given subject of the claim is <subject_level>
      And claim types is <claim_types>
      And specification is <specification>
      When evaluated as of 2026-11-20
      Then rule NEU-02-W holds

      Examples:
        | subject_level | claim_types             | specification    |
        | site          | neutral by offsets      | no specification |
        | brand         | neutral by offsets      | no specification |
        | event         | neutral by offsets      | no specification |
        | trader        | neutral without offsets | no specification |
        | trader        | net zero                | no specification |
        | trader        | neutral by offsets      | elsewhere only   |

    Scenario: NEU-02-W fails where one of its conditions does, sentence 2
      Given subject of the claim is trader
      And claim types is neutral by offsets
      And specification is on the same medium
      When evaluated as of 2026-11-20
      Then rule NEU-02-W does not hold

    Scenario Outline: NEU-02-W governs on its days alone
      Given display period is <display>
      And subject of the claim is trader
      And claim types is neutral by offsets
      And basis stated in the claim is no
      When evaluated as of 2026-11-20
      Then rule NEU-02-W <NEU-02-W>

      Examples:
        | display                  | NEU-02-W        |
        | 2023-11-29 to 2023-11-29 | is not in force |
        | 2023-11-30 to 2023-11-30 | holds           |

    Scenario: NEU-02-Q gives its verdict
      Given subject of the claim is trader
      And claim types is neutral by offsets
      When evaluated as of 2026-11-20
      Then the verdict is permitted with qualification under NEU-02-Q

    Scenario Outline: NEU-02-Q holds of each that it names
      Given subject of the claim is <subject_level>
      And claim types is <claim_types>
      When evaluated as of 2026-11-20
      Then rule NEU-02-Q holds

      Examples:
        | subject_level | claim_types             |
        | site          | neutral by offsets      |
        | brand         | neutral by offsets      |
        | event         | neutral by offsets      |
        | trader        | neutral without offsets |
        | trader        | net zero                |

    Scenario Outline: NEU-02-Q fails where one of its conditions does
      Given subject of the claim is <subject_level>
      And claim types is <claim_types>
      When evaluated as of 2026-11-20
      Then rule NEU-02-Q does not hold

      Examples:
        | subject_level | claim_types        |
        | product       | neutral by offsets |
        | trader        | generic            |

    Scenario: NEU-02-Q fails where one of its conditions does (2)
      Given subject of the claim is trader
      And claim types is neutral by offsets
      And neutrality file complete is no
      When evaluated as of 2026-11-20
      Then rule NEU-02-Q does not hold

    Scenario: NEU-02-Q fails where one of its conditions does (3)
      Given subject of the claim is trader
      And claim types is neutral by offsets
      And basis stated in the claim is no
      When evaluated as of 2026-11-20
      Then rule NEU-02-Q does not hold

    Scenario Outline: NEU-02-Q governs on its days alone
      Given display period is <display>
      And subject of the claim is trader
      And claim types is neutral by offsets
      When evaluated as of 2026-11-20
      Then rule NEU-02-Q <NEU-02-Q>

      Examples:
        | display                  | NEU-02-Q        |
        | 2023-11-29 to 2023-11-29 | is not in force |
        | 2023-11-30 to 2023-11-30 | holds           |

    Scenario: NEU-02-P gives its verdict
      Given subject of the claim is product
      And claim types is neutral by offsets
      And neutrality file complete is no
      When evaluated as of 2026-11-20
      Then the verdict is needs evidence under NEU-02-P

    Scenario Outline: NEU-02-P holds of each that it names, sentence 1
      Given subject of the claim is <subject_level>
      And claim types is <claim_types>
      And neutrality file complete is no
      When evaluated as of 2026-11-20
      Then rule NEU-02-P holds

      Examples:
        | subject_level     | claim_types             |
        | category          | neutral by offsets      |
        | packaging         | neutral by offsets      |
        | component         | neutral by offsets      |
        | process           | neutral by offsets      |
        | service           | neutral by offsets      |
        | financial product | neutral by offsets      |
        | product           | neutral without offsets |
        | product           | net zero                |

    Scenario: NEU-02-P fails where one of its conditions does, sentence 1
      Given subject of the claim is site
      And claim types is neutral by offsets
      And neutrality file complete is no
      When evaluated as of 2026-11-20
      Then rule NEU-02-P does not hold

    Scenario: NEU-02-P fails where one of its conditions does, sentence 1 (2)
      Given claim types is neutral by offsets
      And neutrality file complete is yes
      When evaluated as of 2026-11-20
      Then rule NEU-02-P does not hold

    Scenario Outline: NEU-02-P holds of each that it names, sentence 2
      Given subject of the claim is <subject_level>
      And claim types is <claim_types>
      And basis stated in the claim is no
      When evaluated as of 2026-11-20
      Then rule NEU-02-P holds

      Examples:
        | subject_level     | claim_types             |
        | product           | neutral by offsets      |
        | category          | neutral by offsets      |
        | packaging         | neutral by offsets      |
        | component         | neutral by offsets      |
        | process           | neutral by offsets      |
        | service           | neutral by offsets      |
        | financial product | neutral by offsets      |
        | product           | neutral without offsets |
        | product           | net zero                |

    Scenario: NEU-02-P fails where one of its conditions does, sentence 2
      Given subject of the claim is site
      And claim types is neutral by offsets
      And basis stated in the claim is no
      When evaluated as of 2026-11-20
      Then rule NEU-02-P does not hold

    Scenario: NEU-02-P fails where one of its conditions does, sentence 2 (2)
      Given claim types is neutral by offsets
      And basis stated in the claim is yes
      When evaluated as of 2026-11-20
      Then rule NEU-02-P does not hold

    Scenario Outline: NEU-02-P holds of each that it names, sentence 3
      Given subject of the claim is <subject_level>
      And claim types is <claim_types>
      And specification is <specification>
      When evaluated as of 2026-11-20
      Then rule NEU-02-P holds

      Examples:
        | subject_level     | claim_types             | specification    |
        | product           | neutral by offsets      | no specification |
        | category          | neutral by offsets      | no specification |
        | packaging         | neutral by offsets      | no specification |
        | component         | neutral by offsets      | no specification |
        | process           | neutral by offsets      | no specification |
        | service           | neutral by offsets      | no specification |
        | financial product | neutral by offsets      | no specification |
        | product           | neutral without offsets | no specification |
        | product           | net zero                | no specification |
        | product           | neutral by offsets      | elsewhere only   |

    Scenario: NEU-02-P fails where one of its conditions does, sentence 3
      Given subject of the claim is site
      And claim types is neutral by offsets
      And specification is no specification
      When evaluated as of 2026-11-20
      Then rule NEU-02-P does not hold

    Scenario Outline: NEU-02-P fails where one of its conditions does, sentence 3 (2)
      Given claim types is <claim_types>
      And specification is <specification>
      When evaluated as of 2026-11-20
      Then rule NEU-02-P does not hold

      Examples:
        | claim_types        | specification      |
        | generic            | no specification   |
        | neutral by offsets | on the same medium |

    Scenario Outline: NEU-02-P governs on its days alone
      Given display period is <display>
      And subject of the claim is product
      And claim types is neutral by offsets
      And neutrality file complete is no
      When evaluated as of 2026-11-20
      Then rule NEU-02-P <NEU-02-P>

      Examples:
        | display                  | NEU-02-P        |
        | 2023-11-29 to 2023-11-29 | is not in force |
        | 2023-11-30 to 2023-11-30 | holds           |

    Scenario: NEU-02-PQ gives its verdict
      Given subject of the claim is product
      And claim types is neutral by offsets
      When evaluated as of 2026-11-20
      Then the verdict is permitted with qualification under NEU-02-PQ

    Scenario Outline: NEU-02-PQ holds of each that it names
      Given subject of the claim is <subject_level>
      And claim types is <claim_types>
      When evaluated as of 2026-11-20
      Then rule NEU-02-PQ holds

      Examples:
        | subject_level     | claim_types             |
        | category          | neutral by offsets      |
        | packaging         | neutral by offsets      |
        | component         | neutral by offsets      |
        | process           | neutral by offsets      |
        | service           | neutral by offsets      |
        | financial product | neutral by offsets      |
        | product           | neutral without offsets |
        | product           | net zero                |

    Scenario: NEU-02-PQ fails where one of its conditions does
      Given subject of the claim is site
      And claim types is neutral by offsets
      When evaluated as of 2026-11-20
      Then rule NEU-02-PQ does not hold

    Scenario: NEU-02-PQ fails where one of its conditions does (2)
      Given claim types is neutral by offsets
      And neutrality file complete is no
      When evaluated as of 2026-11-20
      Then rule NEU-02-PQ does not hold

    Scenario: NEU-02-PQ fails where one of its conditions does (3)
      Given claim types is neutral by offsets
      And basis stated in the claim is no
      When evaluated as of 2026-11-20
      Then rule NEU-02-PQ does not hold

    Scenario Outline: NEU-02-PQ governs on its days alone
      Given display period is <display>
      And subject of the claim is product
      And claim types is neutral by offsets
      When evaluated as of 2026-11-20
      Then rule NEU-02-PQ <NEU-02-PQ>

      Examples:
        | display                  | NEU-02-PQ       |
        | 2023-11-29 to 2023-11-29 | is not in force |
        | 2023-11-30 to 2023-11-30 | holds           |

    Scenario: NEU-03 gives its verdict
      Given claim types is neutral by offsets
      And offsets used is yes
      And reductions before credits is no
      When evaluated as of 2026-11-20
      Then the verdict is needs evidence under NEU-03

    Scenario Outline: NEU-03 holds of each that it names
      Given claim types is <claim_types>
      And offsets used is yes
      And reductions before credits is no
      When evaluated as of 2026-11-20
      Then rule NEU-03 holds

      Examples:
        | claim_types             |
        | neutral without offsets |
        | net zero                |

    Scenario Outline: NEU-03 fails where one of its conditions does
      Given claim types is neutral by offsets
      And offsets used is <offsets_used>
      And reductions before credits is <reduction_before_credits>
      When evaluated as of 2026-11-20
      Then rule NEU-03 does not hold

      Examples:
        | offsets_used | reduction_before_credits |
        | no           | no                       |
        | yes          | yes                      |

    Scenario Outline: NEU-03 governs on its days alone
      Given display period is <display>
      And claim types is neutral by offsets
      And offsets used is yes
      And reductions before credits is no
      When evaluated as of 2026-11-20
      Then rule NEU-03 <NEU-03>

      Examples:
        | display                  | NEU-03          |
        | 2023-11-29 to 2023-11-29 | is not in force |
        | 2023-11-30 to 2023-11-30 | holds           |

    Scenario: NEU-03-W gives its verdict
      Given claim types is neutral by offsets
      And reductions before credits is no
      When evaluated as of 2026-11-20
      Then the verdict is needs evidence under NEU-03-W

    Scenario Outline: NEU-03-W fails where one of its conditions does
      Given claim types is <claim_types>
      And reductions before credits is <reduction_before_credits>
      When evaluated as of 2026-11-20
      Then rule NEU-03-W does not hold

      Examples:
        | claim_types        | reduction_before_credits |
        | generic            | no                       |
        | neutral by offsets | yes                      |

    Scenario Outline: NEU-03-W governs on its days alone
      Given display period is <display>
      And claim types is neutral by offsets
      And reductions before credits is no
      When evaluated as of 2026-11-20
      Then rule NEU-03-W <NEU-03-W>

      Examples:
        | display                  | NEU-03-W        |
        | 2023-11-29 to 2023-11-29 | is not in force |
        | 2023-11-30 to 2023-11-30 | holds           |

    Scenario: NEU-04 gives its verdict
      Given claim types is neutral by offsets
      And declared within twelve months is no
      When evaluated as of 2026-11-20
      Then the verdict is needs evidence under NEU-04

    Scenario Outline: NEU-04 holds of each that it names
      Given claim types is <claim_types>
      And declared within twelve months is no
      When evaluated as of 2026-11-20
      Then rule NEU-04 holds

      Examples:
        | claim_types             |
        | neutral without offsets |
        | net zero                |

    Scenario: NEU-04 fails where one of its conditions does
      Given claim types is neutral by offsets
      And declared within twelve months is yes
      When evaluated as of 2026-11-20
      Then rule NEU-04 does not hold

    Scenario: OFF-01 gives its verdict
      Given offsets used is yes
      And credits retired for this beneficiary is no
      When evaluated as of 2026-11-20
      Then the verdict is prohibited under OFF-01

    Scenario: OFF-01 fails where one of its conditions does, sentence 1
      Given offsets used is yes
      And credits retired for this beneficiary is yes
      When evaluated as of 2026-11-20
      Then rule OFF-01 does not hold

    Scenario: OFF-01 fails where one of its conditions does, sentence 2
      Given claim types is neutral by offsets
      And credits retired for this beneficiary is yes
      When evaluated as of 2026-11-20
      Then rule OFF-01 does not hold

    Scenario: OFF-04 gives its verdict
      Given offsets used is yes
      And credits counted once is no
      When evaluated as of 2026-11-20
      Then the verdict is prohibited under OFF-04

    Scenario: OFF-04 fails where one of its conditions does, sentence 1
      Given offsets used is yes
      And credits counted once is yes
      When evaluated as of 2026-11-20
      Then rule OFF-04 does not hold

    Scenario: OFF-04 fails where one of its conditions does, sentence 2
      Given claim types is neutral by offsets
      And credits counted once is yes
      When evaluated as of 2026-11-20
      Then rule OFF-04 does not hold

    Scenario: OFF-05 gives its verdict
      Given claim types is neutral by offsets
      And offsets used is yes
      And storage long enough for the claim is no
      When evaluated as of 2026-11-20
      Then the verdict is misleading under OFF-05

    Scenario Outline: OFF-05 holds of each that it names, sentence 1
      Given claim types is <claim_types>
      And offsets used is yes
      And storage long enough for the claim is no
      When evaluated as of 2026-11-20
      Then rule OFF-05 holds

      Examples:
        | claim_types        |
        | neutral by offsets |
        | net zero           |

    Scenario: OFF-05 fails where one of its conditions does, sentence 1
      Given claim types is neutral by offsets
      And offsets used is yes
      And storage long enough for the claim is yes
      When evaluated as of 2026-11-20
      Then rule OFF-05 does not hold

    Scenario: OFF-05 holds of each that it names, sentence 2
      Given claim types is neutral by offsets
      And storage long enough for the claim is no
      When evaluated as of 2026-11-20
      Then rule OFF-05 holds

    Scenario: OFF-05 fails where one of its conditions does, sentence 2
      Given claim types is neutral by offsets
      And storage long enough for the claim is yes
      When evaluated as of 2026-11-20
      Then rule OFF-05 does not hold

    Scenario Outline: OFF-05 governs on its days alone
      Given display period is <display>
      And claim types is neutral by offsets
      And offsets used is yes
      And storage long enough for the claim is no
      When evaluated as of 2026-11-20
      Then rule OFF-05 <OFF-05>

      Examples:
        | display                  | OFF-05          |
        | 2007-12-11 to 2007-12-11 | is not in force |
        | 2007-12-12 to 2007-12-12 | holds           |

    Scenario: OFF-06 gives its verdict
      Given claim types is quantified footprint
      And offsets in the footprint is yes
      When evaluated as of 2026-11-20
      Then the verdict is prohibited under OFF-06

    Scenario Outline: OFF-06 holds of each that it names
      Given claim types is <claim_types>
      And offsets in the footprint is yes
      When evaluated as of 2026-11-20
      Then rule OFF-06 holds

      Examples:
        | claim_types     |
        | comparative     |
        | carbon negative |

    Scenario: OFF-06 fails where one of its conditions does
      Given claim types is quantified footprint
      And offsets in the footprint is no
      When evaluated as of 2026-11-20
      Then rule OFF-06 does not hold

    Scenario Outline: OFF-06 governs on its days alone
      Given display period is <display>
      And claim types is quantified footprint
      And offsets in the footprint is yes
      When evaluated as of 2026-11-20
      Then rule OFF-06 <OFF-06>

      Examples:
        | display                  | OFF-06          |
        | 2018-07-31 to 2018-07-31 | is not in force |
        | 2018-08-01 to 2018-08-01 | holds           |

    Scenario: OFF-07 gives its verdict
      Given VCMI tier claimed is silver
      And share of remaining emissions retired is 19.99 %
      When evaluated as of 2026-11-20
      Then the verdict is needs evidence under OFF-07

    Scenario Outline: OFF-07 holds of each that it names, sentence 4
      Given VCMI tier claimed is <vcmi_tier>
      And VCMI foundational criteria met is no
      When evaluated as of 2026-11-20
      Then rule OFF-07 holds

      Examples:
        | vcmi_tier |
        | gold      |
        | platinum  |

    Scenario Outline: OFF-07 governs on its days alone
      Given display period is <display>
      And VCMI tier claimed is silver
      And share of remaining emissions retired is 19.99 %
      When evaluated as of 2026-11-20
      Then rule OFF-07 <OFF-07>

      Examples:
        | display                  | OFF-07          |
        | 2025-07-31 to 2025-07-31 | is not in force |
        | 2025-08-01 to 2025-08-01 | holds           |

    Scenario: REC-01 gives its verdict
      Given claim types is recyclable
      And access and preparation stated is no
      When evaluated as of 2026-11-20
      Then the verdict is needs evidence under REC-01

    Scenario: REC-01 fails where one of its conditions does, sentence 2
      Given claim types is recyclable
      And people with access to recycling is 59.99 %
      And limits of recycling disclosed is yes
      When evaluated as of 2026-11-20
      Then rule REC-01 does not hold

    Scenario: REC-03 gives its verdict
      Given claim types is recycled content
      And ocean_plastic_from_ocean is no
      When evaluated as of 2026-11-20
      Then the verdict is misleading under REC-03

    Scenario: REC-03 fails where one of its conditions does
      Given claim types is recycled content
      And ocean_plastic_from_ocean is yes
      When evaluated as of 2026-11-20
      Then rule REC-03 does not hold

    Scenario: REC-04 gives its verdict
      Given claim types is recycled content
      And recycled share computed by mass is no
      When evaluated as of 2026-11-20
      Then the verdict is needs evidence under REC-04

    Scenario: REN-01 gives its verdict
      Given claim types is renewable energy
      And instrument cancelled for market and period is no
      When evaluated as of 2026-11-20
      Then the verdict is needs evidence under REN-01

    Scenario: QUAL-01 gives its verdict
      Given qualifier is contradicts the headline
      When evaluated as of 2026-11-20
      Then the verdict is misleading under QUAL-01

    Scenario: QUAL-01 holds of each that it names
      Given qualifier is far or small
      When evaluated as of 2026-11-20
      Then rule QUAL-01 holds

    Scenario: EVD-01 gives its verdict
      Given evidence current is no
      When evaluated as of 2026-11-20
      Then the verdict is needs evidence under EVD-01

    Scenario: CMP-01 gives its verdict
      Given claim types is comparative
      And like compared with like is no
      When evaluated as of 2026-11-20
      Then the verdict is misleading under CMP-01

    Scenario Outline: CMP-01 holds of each that it names
      Given claim types is <claim_types>
      And like compared with like is no
      When evaluated as of 2026-11-20
      Then rule CMP-01 holds

      Examples:
        | claim_types          |
        | quantified footprint |
        | energy efficiency    |

    Scenario: CMP-01 fails where one of its conditions does
      Given claim types is comparative
      And like compared with like is yes
      When evaluated as of 2026-11-20
      Then rule CMP-01 does not hold

    Scenario: CMP-01-W gives its verdict
      Given claim types is comparative
      And comparison fair and meaningful is no
      When evaluated as of 2026-11-20
      Then the verdict is misleading under CMP-01-W

    Scenario Outline: CMP-01-W holds of each that it names, sentence 1
      Given claim types is <claim_types>
      And comparison fair and meaningful is no
      When evaluated as of 2026-11-20
      Then rule CMP-01-W holds

      Examples:
        | claim_types          |
        | quantified footprint |
        | energy efficiency    |

    Scenario: CMP-01-W fails where one of its conditions does, sentence 1
      Given claim types is comparative
      And comparison fair and meaningful is yes
      When evaluated as of 2026-11-20
      Then rule CMP-01-W does not hold

    Scenario Outline: CMP-01-W fails where one of its conditions does, sentence 2
      Given claim types is <claim_types>
      And basis stated in the claim is <basis_in_claim>
      When evaluated as of 2026-11-20
      Then rule CMP-01-W does not hold

      Examples:
        | claim_types | basis_in_claim |
        | generic     | no             |
        | comparative | yes            |

    Scenario Outline: CMP-01-W fails where one of its conditions does, sentence 3
      Given claim types is <claim_types>
      And qualified clearly and prominently is <qualified_prominently>
      When evaluated as of 2026-11-20
      Then rule CMP-01-W does not hold

      Examples:
        | claim_types | qualified_prominently |
        | generic     | no                    |
        | comparative | yes                   |

    Scenario Outline: CMP-01-W fails where one of its conditions does, sentence 4
      Given claim types is <claim_types>
      And specification is <specification>
      When evaluated as of 2026-11-20
      Then rule CMP-01-W does not hold

      Examples:
        | claim_types | specification      |
        | generic     | no specification   |
        | comparative | on the same medium |

    Scenario: CMP-01-W holds of each that it names, sentence 4
      Given claim types is comparative
      And specification is elsewhere only
      When evaluated as of 2026-11-20
      Then rule CMP-01-W holds

    Scenario Outline: CMP-01-W holds of each that it names, sentence 5
      Given claim types is <claim_types>
      And comparison data current is no
      When evaluated as of 2026-11-20
      Then rule CMP-01-W holds

      Examples:
        | claim_types          |
        | quantified footprint |
        | energy efficiency    |

    Scenario: CMP-01-W fails where one of its conditions does, sentence 5
      Given claim types is comparative
      And comparison data current is yes
      When evaluated as of 2026-11-20
      Then rule CMP-01-W does not hold

    Scenario: CMP-01-P gives its verdict
      Given claim types is comparative
      And comparison reviewed by a panel is no
      When evaluated as of 2026-11-20
      Then the verdict is needs evidence under CMP-01-P

    Scenario: CMP-01-P fails where one of its conditions does
      Given claim types is comparative
      And comparison reviewed by a panel is yes
      When evaluated as of 2026-11-20
      Then rule CMP-01-P does not hold

    Scenario: LCA-01 gives its verdict
      Given boundary of evidence covers the claim is no
      When evaluated as of 2026-11-20
      Then the verdict is misleading under LCA-01

    Scenario Outline: LCA-01 governs on its days alone
      Given display period is <display>
      And boundary of evidence covers the claim is no
      When evaluated as of 2026-11-20
      Then rule LCA-01 <LCA-01>

      Examples:
        | display                  | LCA-01          |
        | 2007-12-11 to 2007-12-11 | is not in force |
        | 2007-12-12 to 2007-12-12 | holds           |

    Scenario: LCA-02 gives its verdict
      Given claim types is generic
      And all impact categories covered is no
      When evaluated as of 2026-11-20
      Then the verdict is misleading under LCA-02

    Scenario: LCA-02 fails where one of its conditions does, sentence 1
      Given claim types is generic
      And all impact categories covered is yes
      When evaluated as of 2026-11-20
      Then rule LCA-02 does not hold

    Scenario Outline: LCA-02 does not hold of what it leaves out, sentence 2
      Given claim types is <claim_types>
      And all impact categories covered is no
      When evaluated as of 2026-11-20
      Then rule LCA-02 does not hold

      Examples:
        | claim_types                    |
        | absolute, recycled content     |
        | absolute, recyclable           |
        | absolute, degradable           |
        | absolute, compostable          |
        | absolute, renewable energy     |
        | absolute, renewable material   |
        | quantified footprint, absolute |
        | absolute, durability           |
        | absolute, repairability        |

    Scenario Outline: LCA-02 governs on its days alone
      Given display period is <display>
      And claim types is generic
      And all impact categories covered is no
      When evaluated as of 2026-11-20
      Then rule LCA-02 <LCA-02>

      Examples:
        | display                  | LCA-02          |
        | 2007-12-11 to 2007-12-11 | is not in force |
        | 2007-12-12 to 2007-12-12 | holds           |

    Scenario: LCA-03 gives its verdict
      Given module D in the total is yes
      When evaluated as of 2026-11-20
      Then the verdict is prohibited under LCA-03

    Scenario: OMIT-01 gives its verdict
      Given subject of the claim is trader
      And high-emitting trader is yes
      And share of green activity stated is no
      When evaluated as of 2026-11-20
      Then the verdict is misleading under OMIT-01

    Scenario Outline: OMIT-01 holds of each that it names
      Given subject of the claim is <subject_level>
      And high-emitting trader is yes
      And share of green activity stated is no
      When evaluated as of 2026-11-20
      Then rule OMIT-01 holds

      Examples:
        | subject_level     |
        | brand             |
        | category          |
        | service           |
        | process           |
        | site              |
        | financial product |

    Scenario Outline: OMIT-01 governs on its days alone
      Given display period is <display>
      And subject of the claim is trader
      And high-emitting trader is yes
      And share of green activity stated is no
      When evaluated as of 2026-11-20
      Then rule OMIT-01 <OMIT-01>

      Examples:
        | display                  | OMIT-01         |
        | 2007-12-11 to 2007-12-11 | is not in force |
        | 2007-12-12 to 2007-12-12 | holds           |

    Scenario: FACT-01 gives its verdict
      Given evidence contradicts the claim is yes
      When evaluated as of 2026-11-20
      Then the verdict is prohibited under FACT-01

    Scenario: AVO-01 gives its verdict
      Given claim types is avoided emissions
      And handprint basis complete is no
      When evaluated as of 2026-11-20
      Then the verdict is needs evidence under AVO-01

    Scenario: AVO-01 fails where one of its conditions does
      Given claim types is avoided emissions
      And handprint basis complete is yes
      When evaluated as of 2026-11-20
      Then rule AVO-01 does not hold

    Scenario Outline: AVO-01 governs on its days alone
      Given display period is <display>
      And claim types is avoided emissions
      And handprint basis complete is no
      When evaluated as of 2026-11-20
      Then rule AVO-01 <AVO-01>

      Examples:
        | display                  | AVO-01          |
        | 2017-12-31 to 2017-12-31 | is not in force |
        | 2018-01-01 to 2018-01-01 | holds           |

    Scenario: AVO-01-W gives its verdict
      Given claim types is avoided emissions
      And specification is no specification
      When evaluated as of 2026-11-20
      Then the verdict is needs evidence under AVO-01-W

    Scenario Outline: AVO-01-W fails where one of its conditions does
      Given claim types is <claim_types>
      And specification is <specification>
      When evaluated as of 2026-11-20
      Then rule AVO-01-W does not hold

      Examples:
        | claim_types       | specification      |
        | generic           | no specification   |
        | avoided emissions | on the same medium |

    Scenario: AVO-01-W holds of each that it names
      Given claim types is avoided emissions
      And specification is elsewhere only
      When evaluated as of 2026-11-20
      Then rule AVO-01-W holds

    Scenario Outline: AVO-01-W governs on its days alone
      Given display period is <display>
      And claim types is avoided emissions
      And specification is no specification
      When evaluated as of 2026-11-20
      Then rule AVO-01-W <AVO-01-W>

      Examples:
        | display                  | AVO-01-W        |
        | 2017-12-31 to 2017-12-31 | is not in force |
        | 2018-01-01 to 2018-01-01 | holds           |

    Scenario: AVO-02 gives its verdict
      Given claim types is avoided emissions
      And baseline justified is no
      When evaluated as of 2026-11-20
      Then the verdict is misleading under AVO-02

    Scenario: AVO-02 fails where one of its conditions does
      Given claim types is avoided emissions
      And baseline justified is yes
      When evaluated as of 2026-11-20
      Then rule AVO-02 does not hold

    Scenario: AVO-03 gives its verdict
      Given claim types is avoided emissions
      And handprint netted against own inventory is yes
      When evaluated as of 2026-11-20
      Then the verdict is prohibited under AVO-03

    Scenario: AVO-03 fails where one of its conditions does
      Given claim types is avoided emissions
      And handprint netted against own inventory is no
      When evaluated as of 2026-11-20
      Then rule AVO-03 does not hold

    Scenario: AVO-04 gives its verdict
      Given claim types is avoided emissions
      And handprint traded as credit is yes
      When evaluated as of 2026-11-20
      Then the verdict is prohibited under AVO-04

    Scenario: AVO-04 fails where one of its conditions does
      Given claim types is avoided emissions
      And handprint traded as credit is no
      When evaluated as of 2026-11-20
      Then rule AVO-04 does not hold

    Scenario: AVO-05 gives its verdict
      Given claim types is avoided emissions
      And handprint from lower output is yes
      When evaluated as of 2026-11-20
      Then the verdict is prohibited under AVO-05

    Scenario: AVO-05 fails where one of its conditions does
      Given claim types is avoided emissions
      And handprint from lower output is no
      When evaluated as of 2026-11-20
      Then rule AVO-05 does not hold

    Scenario: AVO-06 gives its verdict
      Given claim types is avoided emissions
      And handprint independently reviewed is no
      When evaluated as of 2026-11-20
      Then the verdict is needs evidence under AVO-06

    Scenario: AVO-06 fails where one of its conditions does
      Given claim types is avoided emissions
      And handprint independently reviewed is yes
      When evaluated as of 2026-11-20
      Then rule AVO-06 does not hold

    Scenario: NEG-01 gives its verdict
      Given claim types is carbon negative
      And offsets used is yes
      When evaluated as of 2026-11-20
      Then the verdict is prohibited under NEG-01

    Scenario Outline: NEG-01 fails where one of its conditions does
      Given claim types is <claim_types>
      And offsets used is <offsets_used>
      When evaluated as of 2026-11-20
      Then rule NEG-01 does not hold

      Examples:
        | claim_types     | offsets_used |
        | generic         | yes          |
        | carbon negative | no           |

    Scenario: NEG-02 gives its verdict
      Given claim types is carbon negative
      And boundary of the footprint is gate to gate
      When evaluated as of 2026-11-20
      Then the verdict is prohibited under NEG-02

    Scenario Outline: NEG-02 holds of each that it names, sentence 1
      Given claim types is carbon negative
      And boundary of the footprint is cradle to <lca_boundary>
      When evaluated as of 2026-11-20
      Then rule NEG-02 holds

      Examples:
        | lca_boundary |
        | gate         |
        | retail       |

    Scenario: NEG-02 fails where one of its conditions does, sentence 1
      Given claim types is carbon negative
      And boundary of the footprint is cradle to grave
      When evaluated as of 2026-11-20
      Then rule NEG-02 does not hold

    Scenario: NEG-02 fails where one of its conditions does, sentence 2
      Given claim types is carbon negative
      And end of life stated is yes
      When evaluated as of 2026-11-20
      Then rule NEG-02 does not hold

    Scenario: NEG-03 gives its verdict
      Given claim types is carbon negative
      And years of storage is 99.99 years
      When evaluated as of 2026-11-20
      Then the verdict is prohibited under NEG-03

    Scenario: NEG-03 fails where one of its conditions does, sentence 1
      Given claim types is carbon negative
      And years of storage is 100 years
      When evaluated as of 2026-11-20
      Then rule NEG-03 does not hold

    Scenario: NEG-03 fails where one of its conditions does, sentence 2
      Given claim types is carbon negative
      And storage monitored is yes
      When evaluated as of 2026-11-20
      Then rule NEG-03 does not hold

    Scenario: NEG-04 gives its verdict
      Given claim types is carbon negative
      And biogenic flows complete is no
      When evaluated as of 2026-11-20
      Then the verdict is needs evidence under NEG-04

    Scenario: NEG-04 fails where one of its conditions does
      Given claim types is carbon negative
      And biogenic flows complete is yes
      When evaluated as of 2026-11-20
      Then rule NEG-04 does not hold

    Scenario: NEG-05 gives its verdict
      Given claim types is carbon negative
      And independently reviewed and public is no
      When evaluated as of 2026-11-20
      Then the verdict is needs evidence under NEG-05

    Scenario: NEG-05 fails where one of its conditions does
      Given claim types is carbon negative
      And independently reviewed and public is yes
      When evaluated as of 2026-11-20
      Then rule NEG-05 does not hold

    Scenario: NEG-06 gives its verdict
      Given claim types is removal
      And source of the carbon is fossil
      When evaluated as of 2026-11-20
      Then the verdict is prohibited under NEG-06

    Scenario Outline: NEG-06 holds of each that it names
      Given claim types is <claim_types>
      And source of the carbon is <removal_carbon_source>
      When evaluated as of 2026-11-20
      Then rule NEG-06 holds

      Examples:
        | claim_types     | removal_carbon_source |
        | carbon negative | fossil                |
        | removal         | carbonate             |

    Scenario: NEG-06 fails where one of its conditions does
      Given claim types is removal
      And source of the carbon is the atmosphere
      When evaluated as of 2026-11-20
      Then rule NEG-06 does not hold

    Scenario: ISO-04 gives its verdict
      Given claim programme documented is no
      When evaluated as of 2026-11-20
      Then the verdict is needs evidence under ISO-04

    Scenario Outline: ISO-04 governs on its days alone
      Given display period is <display>
      And claim programme documented is no
      When evaluated as of 2026-11-20
      Then rule ISO-04 <ISO-04>

      Examples:
        | display                  | ISO-04          |
        | 2026-05-31 to 2026-05-31 | is not in force |
        | 2026-06-01 to 2026-06-01 | holds           |

    Scenario: FACT-02 gives its verdict
      Given truthful and accurate is no
      When evaluated as of 2026-11-20
      Then the verdict is misleading under FACT-02

    Scenario: OMIT-02 gives its verdict
      Given nothing important omitted is no
      When evaluated as of 2026-11-20
      Then the verdict is misleading under OMIT-02

    Scenario: SCO-01 gives its verdict
      Given asserted scope is the whole
      And evidence covers is only a part of it
      When evaluated as of 2026-11-20
      Then the verdict is misleading under SCO-01

    Scenario: FUT-01 gives its verdict
      Given claim types is future
      And detailed and realistic plan is no
      When evaluated as of 2026-11-20
      Then the verdict is misleading under FUT-01

    Scenario: FUT-01 fails where one of its conditions does, sentence 1
      Given claim types is future
      And detailed and realistic plan is yes
      When evaluated as of 2026-11-20
      Then rule FUT-01 does not hold

    Scenario: FUT-01 fails where one of its conditions does, sentence 2
      Given claim types is future
      And measurable targets with dates is yes
      When evaluated as of 2026-11-20
      Then rule FUT-01 does not hold

    Scenario Outline: FUT-01 governs on its days alone
      Given display period is <display>
      And claim types is future
      And detailed and realistic plan is no
      When evaluated as of 2026-11-20
      Then rule FUT-01 <FUT-01>

      Examples:
        | display                  | FUT-01          |
        | 2007-12-11 to 2007-12-11 | is not in force |
        | 2007-12-12 to 2007-12-12 | holds           |

    Scenario: SUB-01 gives its verdict
      Given substantiated is no
      When evaluated as of 2026-11-20
      Then the verdict is needs evidence under SUB-01

    Scenario: CLR-01 gives its verdict
      Given clear and unambiguous is no
      When evaluated as of 2026-11-20
      Then the verdict is needs evidence under CLR-01

    Scenario: VAG-01 gives its verdict
      Given claim types is generic
      And specification is no specification
      And recognised excellence is no recognised excellence
      When evaluated as of 2026-11-20
      Then the verdict is needs evidence under VAG-01

    Scenario Outline: VAG-01 holds of each that it names, sentence 1
      Given claim types is <claim_types>
      And specification is <specification>
      And recognised excellence is no recognised excellence
      When evaluated as of 2026-11-20
      Then rule VAG-01 holds

      Examples:
        | claim_types              | specification    |
        | social and environmental | no specification |
        | specific attribute       | no specification |
        | name                     | no specification |
        | generic                  | elsewhere only   |

    Scenario: VAG-01 fails where one of its conditions does, sentence 1
      Given specification is no specification
      And recognised excellence is EU Ecolabel
      When evaluated as of 2026-11-20
      Then rule VAG-01 does not hold

    Scenario Outline: VAG-01 does not hold of what it leaves out, sentence 2
      Given claim types is <claim_types>
      And specification is no specification
      And recognised excellence is no recognised excellence
      When evaluated as of 2026-11-20
      Then rule VAG-01 does not hold

      Examples:
        | claim_types                    |
        | absolute, recycled content     |
        | absolute, recyclable           |
        | absolute, degradable           |
        | absolute, compostable          |
        | absolute, renewable energy     |
        | absolute, renewable material   |
        | quantified footprint, absolute |
        | absolute, durability           |
        | absolute, repairability        |

    Scenario: VAG-01 holds of each that it names, sentence 2
      Given claim types is absolute
      And specification is elsewhere only
      And recognised excellence is no recognised excellence
      When evaluated as of 2026-11-20
      Then rule VAG-01 holds

    Scenario Outline: VAG-01 holds of each that it names, sentence 3
      Given claim types is <claim_types>
      And basis stated in the claim is no
      And recognised excellence is no recognised excellence
      When evaluated as of 2026-11-20
      Then rule VAG-01 holds

      Examples:
        | claim_types              |
        | social and environmental |
        | specific attribute       |
        | name                     |

    Scenario: VAG-01 fails where one of its conditions does, sentence 3
      Given basis stated in the claim is no
      And recognised excellence is EU Ecolabel
      When evaluated as of 2026-11-20
      Then rule VAG-01 does not hold

    Scenario Outline: VAG-01 does not hold of what it leaves out, sentence 4
      Given claim types is <claim_types>
      And basis stated in the claim is no
      And recognised excellence is no recognised excellence
      When evaluated as of 2026-11-20
      Then rule VAG-01 does not hold

      Examples:
        | claim_types                    |
        | absolute, recycled content     |
        | absolute, recyclable           |
        | absolute, degradable           |
        | absolute, compostable          |
        | absolute, renewable energy     |
        | absolute, renewable material   |
        | quantified footprint, absolute |
        | absolute, durability           |
        | absolute, repairability        |

    Scenario Outline: VAG-01 holds of each that it names, sentence 5
      Given claim types is <claim_types>
      And recognised excellence is no recognised excellence
      And qualified clearly and prominently is no
      When evaluated as of 2026-11-20
      Then rule VAG-01 holds

      Examples:
        | claim_types              |
        | social and environmental |
        | absolute                 |

    Scenario Outline: VAG-01 governs on its days alone
      Given display period is <display>
      And claim types is generic
      And specification is no specification
      And recognised excellence is no recognised excellence
      When evaluated as of 2026-11-20
      Then rule VAG-01 <VAG-01>

      Examples:
        | display                  | VAG-01          |
        | 2026-05-31 to 2026-05-31 | is not in force |
        | 2026-06-01 to 2026-06-01 | holds           |

    Scenario: LAW-01 gives its verdict
      Given claim types is legal requirement
      And presented as distinctive is yes
      When evaluated as of 2026-11-20
      Then the verdict is misleading under LAW-01

    Scenario: FUT-02 gives its verdict
      Given claim types is future
      And public commitments is no
      When evaluated as of 2026-11-20
      Then the verdict is needs evidence under FUT-02

    Scenario: FUT-02 fails where one of its conditions does, sentence 1
      Given claim types is future
      And public commitments is yes
      When evaluated as of 2026-11-20
      Then rule FUT-02 does not hold

    Scenario: FUT-02 fails where one of its conditions does, sentence 2
      Given claim types is future
      And resources allocated is yes
      When evaluated as of 2026-11-20
      Then rule FUT-02 does not hold

    Scenario: FUT-02 fails where one of its conditions does, sentence 3
      Given claim types is future
      And regular independent verification is yes
      When evaluated as of 2026-11-20
      Then rule FUT-02 does not hold

    Scenario: FUT-02 fails where one of its conditions does, sentence 4
      Given claim types is future
      And findings available to consumers is yes
      When evaluated as of 2026-11-20
      Then rule FUT-02 does not hold

    Scenario: LAB-01 gives its verdict
      Given claim types is label
      And certificate of the label is missing or expired
      When evaluated as of 2026-11-20
      Then the verdict is misleading under LAB-01

    Scenario: LAB-01 holds of each that it names
      Given claim types is label
      And certificate of the label is for another product
      When evaluated as of 2026-11-20
      Then rule LAB-01 holds

    Scenario: LAB-01 fails where one of its conditions does
      Given claim types is label
      And certificate of the label is valid for the product
      When evaluated as of 2026-11-20
      Then rule LAB-01 does not hold

    Scenario: LAB-02 gives its verdict
      Given claim types is label
      And kind of label is self-declared
      When evaluated as of 2026-11-20
      Then the verdict is needs evidence under LAB-02

    Scenario: LAB-02 fails where one of its conditions does, sentence 1
      Given claim types is label
      And kind of label is of a public authority in the Union
      When evaluated as of 2026-11-20
      Then rule LAB-02 does not hold

    Scenario: LAB-02 fails where one of its conditions does, sentence 2
      Given claim types is label
      And monitored by an independent third party is yes
      When evaluated as of 2026-11-20
      Then rule LAB-02 does not hold

    Scenario: LAB-02 fails where one of its conditions does, sentence 3
      Given claim types is label
      And scheme open, consulted and enforced is yes
      When evaluated as of 2026-11-20
      Then rule LAB-02 does not hold

    Scenario: LAB-02 fails where one of its conditions does, sentence 4
      Given claim types is label
      And basis of the seal stated is yes
      When evaluated as of 2026-11-20
      Then rule LAB-02 does not hold

    Scenario Outline: LAB-02 fails where one of its conditions does, sentence 5
      Given claim types is <claim_types>
      And specification is <specification>
      When evaluated as of 2026-11-20
      Then rule LAB-02 does not hold

      Examples:
        | claim_types | specification      |
        | generic     | no specification   |
        | label       | on the same medium |

    Scenario: LAB-02 fails where one of its conditions does, sentence 6
      Given claim types is label
      And material connection disclosed is yes
      When evaluated as of 2026-11-20
      Then rule LAB-02 does not hold

    Scenario: AIR-01 gives its verdict
      Given airline is yes
      And paying extra neutralises the flight is yes
      When evaluated as of 2026-11-20
      Then the verdict is misleading under AIR-01

    Scenario Outline: AIR-01 governs on its days alone
      Given display period is <display>
      And airline is yes
      And paying extra neutralises the flight is yes
      When evaluated as of 2026-11-20
      Then rule AIR-01 <AIR-01>

      Examples:
        | display                  | AIR-01          |
        | 2007-12-11 to 2007-12-11 | is not in force |
        | 2007-12-12 to 2007-12-12 | holds           |

    Scenario: REC-05 gives its verdict
      Given claim types is recyclable
      And people with access to recycling is 0 %
      When evaluated as of 2026-11-20
      Then the verdict is misleading under REC-05

    Scenario: REC-05 fails where one of its conditions does
      Given claim types is recyclable
      And people with access to recycling is 0.01 %
      When evaluated as of 2026-11-20
      Then rule REC-05 does not hold

    Scenario: REN-02 gives its verdict
      Given claim types is renewable material
      And material and reason stated is no
      When evaluated as of 2026-11-20
      Then the verdict is needs evidence under REN-02

    Scenario: REN-02 fails where one of its conditions does
      Given claim types is renewable material
      And material and reason stated is yes
      When evaluated as of 2026-11-20
      Then rule REN-02 does not hold

    Scenario: FIB-01 gives its verdict
      Given claim types is renewable material
      And rayon sold as bamboo is yes
      When evaluated as of 2026-11-20
      Then the verdict is misleading under FIB-01

    Scenario Outline: FIB-01 holds of each that it names
      Given claim types is <claim_types>
      And rayon sold as bamboo is yes
      When evaluated as of 2026-11-20
      Then rule FIB-01 holds

      Examples:
        | claim_types        |
        | specific attribute |
        | generic            |
        | name               |

    Scenario: DEG-01 gives its verdict
      Given claim types is degradable
      And degrades within a year after disposal is no
      When evaluated as of 2026-11-20
      Then the verdict is needs evidence under DEG-01

    Scenario: DEG-01 holds of each that it names, sentence 1
      Given claim types is compostable
      And degrades within a year after disposal is no
      When evaluated as of 2026-11-20
      Then rule DEG-01 holds

    Scenario: DEG-01 fails where one of its conditions does, sentence 1
      Given claim types is degradable
      And degrades within a year after disposal is yes
      When evaluated as of 2026-11-20
      Then rule DEG-01 does not hold

    Scenario: DEG-01 holds of each that it names, sentence 2
      Given claim types is compostable
      And kind of degradation stated is no
      When evaluated as of 2026-11-20
      Then rule DEG-01 holds

    Scenario: DEG-01 fails where one of its conditions does, sentence 2
      Given claim types is degradable
      And kind of degradation stated is yes
      When evaluated as of 2026-11-20
      Then rule DEG-01 does not hold

    Scenario: DEG-01 holds of each that it names, sentence 3
      Given claim types is degradable
      And lack of facilities disclosed is no
      When evaluated as of 2026-11-20
      Then rule DEG-01 holds

    Scenario: DEG-01 fails where one of its conditions does, sentence 3
      Given claim types is compostable
      And lack of facilities disclosed is yes
      When evaluated as of 2026-11-20
      Then rule DEG-01 does not hold

    Scenario: DEG-02 gives its verdict
      Given claim types is compostable
      And all of it composts in time is no
      When evaluated as of 2026-11-20
      Then the verdict is misleading under DEG-02

    Scenario: DEG-02 holds of each that it names
      Given claim types is degradable
      And all of it composts in time is no
      When evaluated as of 2026-11-20
      Then rule DEG-02 holds

    Scenario: DEG-02 fails where one of its conditions does
      Given claim types is compostable
      And all of it composts in time is yes
      When evaluated as of 2026-11-20
      Then rule DEG-02 does not hold

    Scenario: FREE-01 gives its verdict
      Given claim types is free of
      And free of it, and of like risks is no
      When evaluated as of 2026-11-20
      Then the verdict is misleading under FREE-01

    Scenario: FREE-01 fails where one of its conditions does, sentence 1
      Given claim types is free of
      And free of it, and of like risks is yes
      When evaluated as of 2026-11-20
      Then rule FREE-01 does not hold

    Scenario Outline: FREE-01 does not hold of what it leaves out, sentence 2
      Given claim types is <claim_types>
      And free of it, and of like risks is no
      When evaluated as of 2026-11-20
      Then rule FREE-01 does not hold

      Examples:
        | claim_types                    |
        | absolute, recycled content     |
        | absolute, recyclable           |
        | absolute, degradable           |
        | absolute, compostable          |
        | absolute, renewable energy     |
        | absolute, renewable material   |
        | quantified footprint, absolute |
        | absolute, durability           |
        | absolute, repairability        |

    Scenario: FREE-01 fails where one of its conditions does, sentence 2
      Given claim types is absolute
      And free of it, and of like risks is yes
      When evaluated as of 2026-11-20
      Then rule FREE-01 does not hold

    Scenario: FREE-02 gives its verdict
      Given claim types is free of
      And safe for people and environment is no
      When evaluated as of 2026-11-20
      Then the verdict is needs evidence under FREE-02

    Scenario Outline: FREE-02 holds of each that it names, sentence 1
      Given claim types is <claim_types>
      And safe for people and environment is no
      When evaluated as of 2026-11-20
      Then rule FREE-02 holds

      Examples:
        | claim_types              |
        | compostable              |
        | degradable               |
        | specific attribute       |
        | generic                  |
        | social and environmental |
        | name                     |

    Scenario Outline: FREE-02 does not hold of what it leaves out, sentence 2
      Given claim types is <claim_types>
      And safe for people and environment is no
      When evaluated as of 2026-11-20
      Then rule FREE-02 does not hold

      Examples:
        | claim_types                    |
        | absolute, recycled content     |
        | absolute, recyclable           |
        | absolute, renewable energy     |
        | absolute, renewable material   |
        | quantified footprint, absolute |
        | absolute, durability           |
        | absolute, repairability        |

    Scenario: FREE-02 fails where one of its conditions does, sentence 2
      Given claim types is absolute
      And safe for people and environment is yes
      When evaluated as of 2026-11-20
      Then rule FREE-02 does not hold

    Scenario: DUR-01 gives its verdict
      Given claim types is durability
      And durability proven in normal use is no
      When evaluated as of 2026-11-20
      Then the verdict is needs evidence under DUR-01

    Scenario: DUR-02 gives its verdict
      Given claim types is repairability
      And repair possible is no
      When evaluated as of 2026-11-20
      Then the verdict is misleading under DUR-02

    Scenario: CMP-02 gives its verdict
      Given claim types is comparative
      And amount and basis stated is no
      When evaluated as of 2026-11-20
      Then the verdict is needs evidence under CMP-02

    Scenario: CMP-02 fails where one of its conditions does
      Given claim types is comparative
      And amount and basis stated is yes
      When evaluated as of 2026-11-20
      Then rule CMP-02 does not hold

    Scenario: LCA-04 gives its verdict
      Given claim types is generic
      And full life cycle considered is no
      When evaluated as of 2026-11-20
      Then the verdict is needs evidence under LCA-04

    Scenario Outline: LCA-04 holds of each that it names, sentence 1
      Given claim types is <claim_types>
      And full life cycle considered is no
      When evaluated as of 2026-11-20
      Then rule LCA-04 holds

      Examples:
        | claim_types              |
        | social and environmental |
        | comparative              |
        | quantified footprint     |
        | free of                  |
        | energy efficiency        |
        | neutral by offsets       |
        | neutral without offsets  |
        | net zero                 |
        | avoided emissions        |

    Scenario: LCA-04 fails where one of its conditions does, sentence 1
      Given claim types is generic
      And full life cycle considered is yes
      When evaluated as of 2026-11-20
      Then rule LCA-04 does not hold

    Scenario Outline: LCA-04 does not hold of what it leaves out, sentence 2
      Given claim types is absolute, <claim_types>
      And full life cycle considered is no
      When evaluated as of 2026-11-20
      Then rule LCA-04 does not hold

      Examples:
        | claim_types        |
        | recycled content   |
        | recyclable         |
        | degradable         |
        | compostable        |
        | renewable energy   |
        | renewable material |
        | durability         |
        | repairability      |

    Scenario: LCA-04 fails where one of its conditions does, sentence 2
      Given claim types is absolute
      And full life cycle considered is yes
      When evaluated as of 2026-11-20
      Then rule LCA-04 does not hold

    Scenario: KIND-01 gives its verdict
      Given claim types is generic
      And like compared with like is no
      When evaluated as of 2026-11-20
      Then the verdict is needs evidence under KIND-01

    Scenario Outline: KIND-01 holds of each that it names, sentence 1
      Given claim types is <claim_types>
      And like compared with like is no
      When evaluated as of 2026-11-20
      Then rule KIND-01 holds

      Examples:
        | claim_types              |
        | generic                  |
        | social and environmental |
        | specific attribute       |
        | name                     |
        | imagery only             |

    Scenario Outline: KIND-01 holds of each that it names, sentence 2
      Given claim types is <claim_types>
      And comparison fair and meaningful is no
      When evaluated as of 2026-11-20
      Then rule KIND-01 holds

      Examples:
        | claim_types              |
        | social and environmental |
        | specific attribute       |
        | name                     |
        | imagery only             |

    Scenario Outline: KIND-01 holds of each that it names, sentence 3
      Given claim types is <claim_types>
      And comparison data current is no
      When evaluated as of 2026-11-20
      Then rule KIND-01 holds

      Examples:
        | claim_types              |
        | generic                  |
        | social and environmental |
        | specific attribute       |
        | name                     |
        | imagery only             |

    Scenario Outline: KIND-01 holds of each that it names, sentence 4
      Given claim types is <claim_types>
      And amount and basis stated is no
      When evaluated as of 2026-11-20
      Then rule KIND-01 holds

      Examples:
        | claim_types              |
        | generic                  |
        | social and environmental |
        | specific attribute       |
        | name                     |
        | imagery only             |

    Scenario Outline: KIND-01 holds of each that it names, sentence 5
      Given claim types is <claim_types>
      And free of it, and of like risks is no
      When evaluated as of 2026-11-20
      Then rule KIND-01 holds

      Examples:
        | claim_types              |
        | generic                  |
        | social and environmental |
        | specific attribute       |
        | name                     |
        | imagery only             |

    Scenario: KIND-01 fails where one of its conditions does, sentence 5
      Given claim types is quantified footprint
      And free of it, and of like risks is no
      When evaluated as of 2026-11-20
      Then rule KIND-01 does not hold

    Scenario Outline: KIND-01 holds of each that it names, sentence 6
      Given claim types is <claim_types>
      And basis of the seal stated is no
      When evaluated as of 2026-11-20
      Then rule KIND-01 holds

      Examples:
        | claim_types              |
        | generic                  |
        | social and environmental |
        | specific attribute       |
        | name                     |
        | imagery only             |

    Scenario: KIND-01 fails where one of its conditions does, sentence 6
      Given claim types is quantified footprint
      And basis of the seal stated is no
      When evaluated as of 2026-11-20
      Then rule KIND-01 does not hold

    Scenario Outline: KIND-01 holds of each that it names, sentence 7
      Given claim types is <claim_types>
      And material connection disclosed is no
      When evaluated as of 2026-11-20
      Then rule KIND-01 holds

      Examples:
        | claim_types              |
        | generic                  |
        | social and environmental |
        | specific attribute       |
        | name                     |
        | imagery only             |

    Scenario: KIND-01 fails where one of its conditions does, sentence 7
      Given claim types is quantified footprint
      And material connection disclosed is no
      When evaluated as of 2026-11-20
      Then rule KIND-01 does not hold

    Scenario Outline: KIND-01 holds of each that it names, sentence 8
      Given claim types is <claim_types>
      And monitored by an independent third party is no
      When evaluated as of 2026-11-20
      Then rule KIND-01 holds

      Examples:
        | claim_types              |
        | generic                  |
        | social and environmental |
        | specific attribute       |
        | name                     |
        | imagery only             |

    Scenario: KIND-01 fails where one of its conditions does, sentence 8
      Given claim types is quantified footprint
      And monitored by an independent third party is no
      When evaluated as of 2026-11-20
      Then rule KIND-01 does not hold

    Scenario Outline: KIND-01 holds of each that it names, sentence 9
      Given claim types is <claim_types>
      And detailed and realistic plan is no
      When evaluated as of 2026-11-20
      Then rule KIND-01 holds

      Examples:
        | claim_types              |
        | generic                  |
        | social and environmental |
        | specific attribute       |
        | name                     |
        | imagery only             |

    Scenario: KIND-01 fails where one of its conditions does, sentence 9
      Given claim types is quantified footprint
      And detailed and realistic plan is no
      When evaluated as of 2026-11-20
      Then rule KIND-01 does not hold

    Scenario Outline: KIND-01 holds of each that it names, sentence 10
      Given claim types is <claim_types>
      And measurable targets with dates is no
      When evaluated as of 2026-11-20
      Then rule KIND-01 holds

      Examples:
        | claim_types              |
        | generic                  |
        | social and environmental |
        | specific attribute       |
        | name                     |
        | imagery only             |

    Scenario: KIND-01 fails where one of its conditions does, sentence 10
      Given claim types is quantified footprint
      And measurable targets with dates is no
      When evaluated as of 2026-11-20
      Then rule KIND-01 does not hold

    Scenario Outline: KIND-01 holds of each that it names, sentence 11
      Given claim types is <claim_types>
      And renewable power matched and not sold is no
      When evaluated as of 2026-11-20
      Then rule KIND-01 holds

      Examples:
        | claim_types              |
        | generic                  |
        | social and environmental |
        | specific attribute       |
        | name                     |
        | imagery only             |

    Scenario: KIND-01 fails where one of its conditions does, sentence 11
      Given claim types is quantified footprint
      And renewable power matched and not sold is no
      When evaluated as of 2026-11-20
      Then rule KIND-01 does not hold

    Scenario Outline: KIND-01 holds of each that it names, sentence 12
      Given claim types is <claim_types>
      And source and share stated is no
      When evaluated as of 2026-11-20
      Then rule KIND-01 holds

      Examples:
        | claim_types              |
        | generic                  |
        | social and environmental |
        | specific attribute       |
        | name                     |
        | imagery only             |

    Scenario: KIND-01 fails where one of its conditions does, sentence 12
      Given claim types is quantified footprint
      And source and share stated is no
      When evaluated as of 2026-11-20
      Then rule KIND-01 does not hold

    Scenario Outline: KIND-01 holds of each that it names, sentence 13
      Given claim types is <claim_types>
      And instrument cancelled for market and period is no
      When evaluated as of 2026-11-20
      Then rule KIND-01 holds

      Examples:
        | claim_types              |
        | generic                  |
        | social and environmental |
        | specific attribute       |
        | name                     |
        | imagery only             |

    Scenario: KIND-01 fails where one of its conditions does, sentence 13
      Given claim types is quantified footprint
      And instrument cancelled for market and period is no
      When evaluated as of 2026-11-20
      Then rule KIND-01 does not hold

    Scenario Outline: KIND-01 holds of each that it names, sentence 14
      Given claim types is <claim_types>
      And limits of recycling disclosed is no
      When evaluated as of 2026-11-20
      Then rule KIND-01 holds

      Examples:
        | claim_types              |
        | generic                  |
        | social and environmental |
        | specific attribute       |
        | name                     |
        | imagery only             |

    Scenario: KIND-01 fails where one of its conditions does, sentence 14
      Given claim types is quantified footprint
      And limits of recycling disclosed is no
      When evaluated as of 2026-11-20
      Then rule KIND-01 does not hold

    Scenario Outline: KIND-01 holds of each that it names, sentence 15
      Given claim types is <claim_types>
      And recycled share stated is no
      When evaluated as of 2026-11-20
      Then rule KIND-01 holds

      Examples:
        | claim_types              |
        | generic                  |
        | social and environmental |
        | specific attribute       |
        | name                     |
        | imagery only             |

    Scenario: KIND-01 fails where one of its conditions does, sentence 15
      Given claim types is quantified footprint
      And recycled share stated is no
      When evaluated as of 2026-11-20
      Then rule KIND-01 does not hold

    Scenario Outline: KIND-01 holds of each that it names, sentence 16
      Given claim types is <claim_types>
      And ocean_plastic_from_ocean is no
      When evaluated as of 2026-11-20
      Then rule KIND-01 holds

      Examples:
        | claim_types              |
        | generic                  |
        | social and environmental |
        | specific attribute       |
        | name                     |
        | imagery only             |

    Scenario: KIND-01 fails where one of its conditions does, sentence 16
      Given claim types is quantified footprint
      And ocean_plastic_from_ocean is no
      When evaluated as of 2026-11-20
      Then rule KIND-01 does not hold

    Scenario Outline: KIND-01 holds of each that it names, sentence 17
      Given claim types is <claim_types>
      And all of it composts in time is no
      When evaluated as of 2026-11-20
      Then rule KIND-01 holds

      Examples:
        | claim_types              |
        | generic                  |
        | social and environmental |
        | specific attribute       |
        | name                     |
        | imagery only             |

    Scenario: KIND-01 fails where one of its conditions does, sentence 17
      Given claim types is quantified footprint
      And all of it composts in time is no
      When evaluated as of 2026-11-20
      Then rule KIND-01 does not hold

    Scenario Outline: KIND-01 holds of each that it names, sentence 18
      Given claim types is <claim_types>
      And lack of facilities disclosed is no
      When evaluated as of 2026-11-20
      Then rule KIND-01 holds

      Examples:
        | claim_types              |
        | generic                  |
        | social and environmental |
        | specific attribute       |
        | name                     |
        | imagery only             |

    Scenario: KIND-01 fails where one of its conditions does, sentence 18
      Given claim types is quantified footprint
      And lack of facilities disclosed is no
      When evaluated as of 2026-11-20
      Then rule KIND-01 does not hold

    Scenario Outline: KIND-01 holds of each that it names, sentence 19
      Given claim types is <claim_types>
      And degrades within a year after disposal is no
      When evaluated as of 2026-11-20
      Then rule KIND-01 holds

      Examples:
        | claim_types              |
        | generic                  |
        | social and environmental |
        | specific attribute       |
        | name                     |
        | imagery only             |

    Scenario: KIND-01 fails where one of its conditions does, sentence 19
      Given claim types is quantified footprint
      And degrades within a year after disposal is no
      When evaluated as of 2026-11-20
      Then rule KIND-01 does not hold

    Scenario Outline: KIND-01 holds of each that it names, sentence 20
      Given claim types is <claim_types>
      And durability proven in normal use is no
      When evaluated as of 2026-11-20
      Then rule KIND-01 holds

      Examples:
        | claim_types              |
        | generic                  |
        | social and environmental |
        | specific attribute       |
        | name                     |
        | imagery only             |

    Scenario: KIND-01 fails where one of its conditions does, sentence 20
      Given claim types is quantified footprint
      And durability proven in normal use is no
      When evaluated as of 2026-11-20
      Then rule KIND-01 does not hold

    Scenario Outline: KIND-01 holds of each that it names, sentence 21
      Given claim types is <claim_types>
      And repair possible is no
      When evaluated as of 2026-11-20
      Then rule KIND-01 holds

      Examples:
        | claim_types              |
        | generic                  |
        | social and environmental |
        | specific attribute       |
        | name                     |
        | imagery only             |

    Scenario: KIND-01 fails where one of its conditions does, sentence 21
      Given claim types is quantified footprint
      And repair possible is no
      When evaluated as of 2026-11-20
      Then rule KIND-01 does not hold

    Scenario Outline: KIND-01 holds of each that it names, sentence 22
      Given claim types is <claim_types>
      And baseline justified is no
      When evaluated as of 2026-11-20
      Then rule KIND-01 holds

      Examples:
        | claim_types              |
        | generic                  |
        | social and environmental |
        | specific attribute       |
        | name                     |
        | imagery only             |

    Scenario: KIND-01 fails where one of its conditions does, sentence 22
      Given claim types is quantified footprint
      And baseline justified is no
      When evaluated as of 2026-11-20
      Then rule KIND-01 does not hold

    Scenario Outline: KIND-01 holds of each that it names, sentence 23
      Given claim types is <claim_types>
      And certificate of the label is <label_certificate>
      When evaluated as of 2026-11-20
      Then rule KIND-01 holds

      Examples:
        | claim_types              | label_certificate   |
        | generic                  | missing or expired  |
        | social and environmental | missing or expired  |
        | specific attribute       | missing or expired  |
        | name                     | missing or expired  |
        | imagery only             | missing or expired  |
        | generic                  | for another product |

    Scenario: KIND-01 fails where one of its conditions does, sentence 23
      Given claim types is quantified footprint
      And certificate of the label is missing or expired
      When evaluated as of 2026-11-20
      Then rule KIND-01 does not hold

    Scenario Outline: KIND-01 does not hold of what it leaves out, sentence 24
      Given claim types is <claim_types>
      And like compared with like is no
      When evaluated as of 2026-11-20
      Then rule KIND-01 does not hold

      Examples:
        | claim_types                    |
        | absolute, recycled content     |
        | absolute, recyclable           |
        | absolute, degradable           |
        | absolute, compostable          |
        | absolute, renewable energy     |
        | absolute, renewable material   |
        | quantified footprint, absolute |
        | absolute, durability           |
        | absolute, repairability        |

    Scenario: KIND-01 fails where one of its conditions does, sentence 24
      Given claim types is absolute
      And like compared with like is yes
      When evaluated as of 2026-11-20
      Then rule KIND-01 does not hold

    Scenario Outline: KIND-01 does not hold of what it leaves out, sentence 25
      Given claim types is <claim_types>
      And comparison fair and meaningful is no
      When evaluated as of 2026-11-20
      Then rule KIND-01 does not hold

      Examples:
        | claim_types                    |
        | absolute, recycled content     |
        | absolute, recyclable           |
        | absolute, degradable           |
        | absolute, compostable          |
        | absolute, renewable energy     |
        | absolute, renewable material   |
        | quantified footprint, absolute |
        | absolute, durability           |
        | absolute, repairability        |

    Scenario: KIND-01 fails where one of its conditions does, sentence 25
      Given claim types is absolute
      And comparison fair and meaningful is yes
      When evaluated as of 2026-11-20
      Then rule KIND-01 does not hold

    Scenario Outline: KIND-01 does not hold of what it leaves out, sentence 26
      Given claim types is <claim_types>
      And comparison data current is no
      When evaluated as of 2026-11-20
      Then rule KIND-01 does not hold

      Examples:
        | claim_types                    |
        | absolute, recycled content     |
        | absolute, recyclable           |
        | absolute, degradable           |
        | absolute, compostable          |
        | absolute, renewable energy     |
        | absolute, renewable material   |
        | quantified footprint, absolute |
        | absolute, durability           |
        | absolute, repairability        |

    Scenario: KIND-01 fails where one of its conditions does, sentence 26
      Given claim types is absolute
      And comparison data current is yes
      When evaluated as of 2026-11-20
      Then rule KIND-01 does not hold

    Scenario Outline: KIND-01 does not hold of what it leaves out, sentence 27
      Given claim types is <claim_types>
      And amount and basis stated is no
      When evaluated as of 2026-11-20
      Then rule KIND-01 does not hold

      Examples:
        | claim_types                    |
        | absolute, recycled content     |
        | absolute, recyclable           |
        | absolute, degradable           |
        | absolute, compostable          |
        | absolute, renewable energy     |
        | absolute, renewable material   |
        | quantified footprint, absolute |
        | absolute, durability           |
        | absolute, repairability        |

    Scenario: KIND-01 fails where one of its conditions does, sentence 27
      Given claim types is absolute
      And amount and basis stated is yes
      When evaluated as of 2026-11-20
      Then rule KIND-01 does not hold

    Scenario: FUT-03 gives its verdict
      Given claim types is future
      And whom the target binds is nobody, though told as a promise
      When evaluated as of 2026-11-20
      Then the verdict is needs evidence under FUT-03

    Scenario: FUT-03 fails where one of its conditions does
      Given claim types is future
      And whom the target binds is somebody
      When evaluated as of 2026-11-20
      Then rule FUT-03 does not hold

    Scenario: FUT-04 gives its verdict
      Given claim types is future
      And validation claimed of the target is committed, not validated
      When evaluated as of 2026-11-20
      Then the verdict is misleading under FUT-04

    Scenario: FUT-04 holds of each that it names
      Given claim types is net zero
      And validation claimed of the target is committed, not validated
      When evaluated as of 2026-11-20
      Then rule FUT-04 holds

    Scenario: FUT-04 fails where one of its conditions does
      Given claim types is future
      And validation claimed of the target is no validation claimed
      When evaluated as of 2026-11-20
      Then rule FUT-04 does not hold

    Scenario Outline: FUT-04 governs on its days alone
      Given display period is <display>
      And claim types is future
      And validation claimed of the target is committed, not validated
      When evaluated as of 2026-11-20
      Then rule FUT-04 <FUT-04>

      Examples:
        | display                  | FUT-04          |
        | 2022-05-18 to 2022-05-18 | is not in force |
        | 2022-05-19 to 2022-05-19 | holds           |

    Scenario: FUT-04-W gives its verdict
      Given claim types is future
      And validation claimed of the target is of another target, or ended
      When evaluated as of 2026-11-20
      Then the verdict is misleading under FUT-04-W

    Scenario: FUT-04-W holds of each that it names
      Given claim types is net zero
      And validation claimed of the target is of another target, or ended
      When evaluated as of 2026-11-20
      Then rule FUT-04-W holds

    Scenario: FUT-04-W fails where one of its conditions does
      Given claim types is future
      And validation claimed of the target is no validation claimed
      When evaluated as of 2026-11-20
      Then rule FUT-04-W does not hold

    Scenario Outline: FUT-04-W governs on its days alone
      Given display period is <display>
      And claim types is future
      And validation claimed of the target is of another target, or ended
      When evaluated as of 2026-11-20
      Then rule FUT-04-W <FUT-04-W>

      Examples:
        | display                  | FUT-04-W        |
        | 2022-05-18 to 2022-05-18 | is not in force |
        | 2022-05-19 to 2022-05-19 | holds           |

    Scenario: SCP-01 gives its verdict
      Given subject of the claim is trader
      And claim types is net zero
      And emissions of the value chain is left out unsaid
      When evaluated as of 2026-11-20
      Then the verdict is misleading under SCP-01

    Scenario Outline: SCP-01 holds of each that it names
      Given subject of the claim is <subject_level>
      And claim types is <claim_types>
      And emissions of the value chain is left out unsaid
      When evaluated as of 2026-11-20
      Then rule SCP-01 holds

      Examples:
        | subject_level     | claim_types             |
        | brand             | net zero                |
        | financial product | net zero                |
        | trader            | neutral by offsets      |
        | trader            | neutral without offsets |

    Scenario: SCP-01 fails where one of its conditions does
      Given subject of the claim is trader
      And claim types is net zero
      And emissions of the value chain is counted
      When evaluated as of 2026-11-20
      Then rule SCP-01 does not hold

    Scenario Outline: SCP-01 governs on its days alone
      Given display period is <display>
      And subject of the claim is trader
      And claim types is net zero
      And emissions of the value chain is left out unsaid
      When evaluated as of 2026-11-20
      Then rule SCP-01 <SCP-01>

      Examples:
        | display                  | SCP-01          |
        | 2023-11-29 to 2023-11-29 | is not in force |
        | 2023-11-30 to 2023-11-30 | holds           |

    Scenario: SCP-02 gives its verdict
      Given subject of the claim is trader
      And claim types is net zero
      And emissions of the value chain is left out and said so
      When evaluated as of 2026-11-20
      Then the verdict is needs evidence under SCP-02

    Scenario Outline: SCP-02 holds of each that it names
      Given subject of the claim is <subject_level>
      And claim types is net zero
      And emissions of the value chain is left out and said so
      When evaluated as of 2026-11-20
      Then rule SCP-02 holds

      Examples:
        | subject_level     |
        | brand             |
        | financial product |

    Scenario: SCP-02 fails where one of its conditions does
      Given subject of the claim is trader
      And claim types is net zero
      And emissions of the value chain is counted
      When evaluated as of 2026-11-20
      Then rule SCP-02 does not hold

    Scenario Outline: SCP-02 governs on its days alone
      Given display period is <display>
      And subject of the claim is trader
      And claim types is net zero
      And emissions of the value chain is left out and said so
      When evaluated as of 2026-11-20
      Then rule SCP-02 <SCP-02>

      Examples:
        | display                  | SCP-02          |
        | 2023-11-29 to 2023-11-29 | is not in force |
        | 2023-11-30 to 2023-11-30 | holds           |

    Scenario: OMIT-03 gives its verdict
      Given subject of the claim is trader
      And trader_financed_emissions is left out
      When evaluated as of 2026-11-20
      Then the verdict is misleading under OMIT-03

    Scenario Outline: OMIT-03 holds of each that it names
      Given subject of the claim is <subject_level>
      And trader_financed_emissions is left out
      When evaluated as of 2026-11-20
      Then rule OMIT-03 holds

      Examples:
        | subject_level     |
        | brand             |
        | service           |
        | financial product |

    Scenario: OMIT-03 fails where one of its conditions does
      Given subject of the claim is trader
      And trader_financed_emissions is finances nobody
      When evaluated as of 2026-11-20
      Then rule OMIT-03 does not hold

    Scenario Outline: OMIT-03 governs on its days alone
      Given display period is <display>
      And subject of the claim is trader
      And trader_financed_emissions is left out
      When evaluated as of 2026-11-20
      Then rule OMIT-03 <OMIT-03>

      Examples:
        | display                  | OMIT-03         |
        | 2007-12-11 to 2007-12-11 | is not in force |
        | 2007-12-12 to 2007-12-12 | holds           |

    Scenario: REC-06 gives its verdict
      Given claim types is recyclable
      And facilities_where_shown is for hardly anybody there
      When evaluated as of 2026-11-20
      Then the verdict is needs evidence under REC-06

    Scenario: REC-06 fails where one of its conditions does, sentence 2
      Given claim types is recyclable
      And limits of recycling disclosed is no
      And facilities_where_shown is for most people there
      When evaluated as of 2026-11-20
      Then rule REC-06 does not hold

    Scenario: REC-06 holds of each that it names, sentence 3
      Given claim types is compostable
      And lack of facilities disclosed is no
      And facilities_where_shown is for hardly anybody there
      When evaluated as of 2026-11-20
      Then rule REC-06 holds

    Scenario: REC-06 fails where one of its conditions does, sentence 3
      Given claim types is compostable
      And lack of facilities disclosed is no
      And facilities_where_shown is for most people there
      When evaluated as of 2026-11-20
      Then rule REC-06 does not hold

    Scenario: SUB-01-S gives its verdict
      Given absolute wording is yes
      And absolute wording proved is no
      When evaluated as of 2026-11-20
      Then the verdict is needs evidence under SUB-01-S

    Scenario Outline: ISO-01 governs until ISO 14021:2026 takes the place of the edition of 2016
      Given display period is <day> to <day>
      And claim types is generic
      And specification is no specification
      When evaluated as of 2026-11-20
      Then rule ISO-01 <state>

      Examples:
        | day        | state           |
        | 2016-02-29 | is not in force |
        | 2016-03-01 | holds           |
        | 2026-05-31 | holds           |
        | 2026-06-01 | is not in force |

    Scenario: ISO-01 gives its verdict
      Given display period is 2026-05-31 to 2026-05-31
      And claim types is generic
      And specification is no specification
      When evaluated as of 2026-11-20
      Then the verdict is needs evidence under ISO-01

    Scenario: ISO-01 fails where its condition does
      Given display period is 2026-05-31 to 2026-05-31
      And claim types is generic
      And specification is on the same medium
      When evaluated as of 2026-11-20
      Then rule ISO-01 does not hold

    Scenario: ISO-01 holds of a word specified elsewhere only
      Given display period is 2026-05-31 to 2026-05-31
      And claim types is generic
      And specification is elsewhere only
      When evaluated as of 2026-11-20
      Then rule ISO-01 holds

    Scenario: ISO-01 does not hold of what is not generic
      Given display period is 2026-05-31 to 2026-05-31
      And claim types is label
      And specification is no specification
      When evaluated as of 2026-11-20
      Then rule ISO-01 does not hold

    Scenario Outline: ISO-02 governs until ISO 14021:2026 takes the place of the edition of 2016
      Given display period is <day> to <day>
      And sustainability claimed as achieved is yes
      When evaluated as of 2026-11-20
      Then rule ISO-02 <state>

      Examples:
        | day        | state           |
        | 2016-02-29 | is not in force |
        | 2016-03-01 | holds           |
        | 2026-05-31 | holds           |
        | 2026-06-01 | is not in force |

    Scenario: ISO-02 gives its verdict
      Given display period is 2026-05-31 to 2026-05-31
      And sustainability claimed as achieved is yes
      When evaluated as of 2026-11-20
      Then the verdict is needs evidence under ISO-02

    Scenario: ISO-02 fails where its condition does
      Given display period is 2026-05-31 to 2026-05-31
      And sustainability claimed as achieved is no
      When evaluated as of 2026-11-20
      Then rule ISO-02 does not hold

    Scenario Outline: ISO-03 governs until ISO 14021:2026 takes the place of the edition of 2016
      Given display period is <day> to <day>
      And requirements of ISO 14021 met is no
      When evaluated as of 2026-11-20
      Then rule ISO-03 <state>

      Examples:
        | day        | state           |
        | 2016-02-29 | is not in force |
        | 2016-03-01 | holds           |
        | 2026-05-31 | holds           |
        | 2026-06-01 | is not in force |

    Scenario: ISO-03 gives its verdict
      Given display period is 2026-05-31 to 2026-05-31
      And requirements of ISO 14021 met is no
      When evaluated as of 2026-11-20
      Then the verdict is needs evidence under ISO-03

    Scenario: ISO-03 fails where its condition does
      Given display period is 2026-05-31 to 2026-05-31
      And requirements of ISO 14021 met is yes
      When evaluated as of 2026-11-20
      Then rule ISO-03 does not hold

    Scenario: LCA-02 does not hold of a label, which claims no whole environment
      Given claim types is label
      And all impact categories covered is no
      When evaluated as of 2026-11-20
      Then rule LCA-02 does not hold

    Scenario: VAG-01 does not hold of a label, which is no vague word
      Given claim types is label
      And specification is no specification
      And basis stated in the claim is no
      And recognised excellence is no recognised excellence
      When evaluated as of 2026-11-20
      Then rule VAG-01 does not hold

    Scenario: FREE-02 does not hold of a label, which promises no harmlessness
      Given claim types is label
      And safe for people and environment is no
      When evaluated as of 2026-11-20
      Then rule FREE-02 does not hold

    Scenario Outline: KIND-01 does not hold of a label, whose faults are those of a kind that was named
      Given claim types is label
      And <fault> is no
      When evaluated as of 2026-11-20
      Then rule KIND-01 does not hold

      Examples:
        | fault                          |
        | like compared with like        |
        | comparison fair and meaningful |
        | comparison data current        |
        | amount and basis stated        |
