# language: en
Feature: Rules · Reduced-carbon products
  Quantities computed, and the verdict rules.

  Background:
    Given the scorecard reduced-carbon-product
    And the quantity reduction (reduction), in %, on basis certification
      | is                                                                                               | when                                          |
      | undetermined, because a footprint of 0 cannot be reduced                                         | earlier footprint per kilogram is 0 kgCO2e/kg |
      | (earlier footprint per kilogram - later footprint per kilogram) / earlier footprint per kilogram | otherwise                                     |
    And the quantity shortfall against the target (short_of_target), in %, on basis certification
      | is                           |
      | target reduction - reduction |
    And the quantity overstatement of the reduction (overstated), in %, on basis comparability
      | is                            |
      | claimed reduction - reduction |
    And verdicts are governed by the as-of date, otherwise ok on basis otherwise, proof

  Rule: Fewer than two verified footprints
    Background:
      Given these verdict rules
        | id     | rule                               | when                                               | verdict        | severity | basis         |
        | RED-01 | Fewer than two verified footprints | number of verified footprints is less than 2 items | needs evidence | major    | certification |
      And these remedies
        | rule   | say instead                                 |
        | RED-01 | have the footprints of two periods verified |

    Scenario: Fewer than two verified footprints
      Given number of verified footprints is 1 item
      When evaluated as of 2026-11-20
      Then rule RED-01 holds

  Rule: No report on the measures, or no site check
    Background:
      Given these verdict rules
        | id     | rule                                        | when                                             | verdict        | severity | basis         |
        | RED-02 | No report on the measures, or no site check | report on the reduction measures available is no | needs evidence | major    | certification |
        | RED-02 |                                             | site check carried out is no                     |                |          |               |
      And these remedies
        | rule   | say instead                                                          |
        | RED-02 | prepare the report and allow the certification body to check on site |

    Scenario: No report on the measures, or no site check
      Given report on the reduction measures available is no
      When evaluated as of 2026-11-20
      Then rule RED-02 holds

  Rule: Footprints not comparable
    Background:
      Given these verdict rules
        | id     | rule                      | when                                              | verdict    | severity | basis         |
        | RED-03 | Footprints not comparable | same functional unit for both footprints is no    | misleading | major    | comparability |
        | RED-03 |                           | same boundary for both footprints is no           |            |          |               |
        | RED-03 |                           | same method and factors for both footprints is no |            |          |               |
      And these remedies
        | rule   | say instead                                                             |
        | RED-03 | recompute the earlier footprint with the same unit, boundary and method |

    Scenario: Footprints not comparable
      Given same functional unit for both footprints is no
      When evaluated as of 2026-11-20
      Then rule RED-03 holds

    Scenario: Rule RED-03 also applies to different boundaries
      Given same boundary for both footprints is no
      When evaluated as of 2026-11-20
      Then rule RED-03 holds

    Scenario: Rule RED-03 also applies to different methods or factors
      Given same method and factors for both footprints is no
      When evaluated as of 2026-11-20
      Then rule RED-03 holds

  Rule: No reduction
    Background:
      Given these verdict rules
        | id     | rule         | when                     | verdict    | severity | basis         |
        | RED-04 | No reduction | reduction is at most 0 % | prohibited | major    | certification |
      And these remedies
        | rule   | say instead              |
        | RED-04 | do not claim a reduction |

    Scenario: No reduction
      Given later footprint per kilogram is 10 kgCO2e/kg
      When evaluated as of 2026-11-20
      Then rule RED-04 holds

    Scenario: A claim without documents needs evidence
      Given evidence for later footprint per kilogram is missing
      When evaluated as of 2026-11-20
      Then rule RED-04 is undetermined
      And the verdict is needs evidence

  Rule: Target not reached
    Background:
      Given these verdict rules
        | id     | rule               | when                                          | verdict        | severity | basis         |
        | RED-05 | Target not reached | shortfall against the target is more than 0 % | needs evidence | major    | certification |
      And these remedies
        | rule   | say instead            |
        | RED-05 | reach the target first |

    Scenario: Target not reached
      Given target reduction is 11.01 %
      When evaluated as of 2026-11-20
      Then rule RED-05 holds

  Rule: Claimed reduction exceeds the actual reduction
    Background:
      Given these verdict rules
        | id     | rule                                           | when                                            | verdict    | severity | basis         |
        | RED-06 | Claimed reduction exceeds the actual reduction | overstatement of the reduction is more than 0 % | misleading | major    | comparability |
      And these remedies
        | rule   | say instead                     |
        | RED-06 | claim only the actual reduction |

    Scenario: Claimed reduction exceeds the actual reduction
      Given claimed reduction is 11.01 %
      When evaluated as of 2026-11-20
      Then rule RED-06 holds

  Rule: Worked cases

    Scenario: Mesh fabric: a reduction of exactly eleven per cent reaches the target
      Given later footprint per kilogram is 8.9 kgCO2e/kg
      When evaluated as of 2026-11-20
      Then the quantity reduction is 11 %
      And the verdict is ok

    Scenario: One verified footprint needs evidence
      Given number of verified footprints is 1 item
      When evaluated as of 2026-11-20
      Then the verdict is needs evidence under RED-01

    Scenario: Without a site check the claim needs evidence
      Given site check carried out is no
      When evaluated as of 2026-11-20
      Then the verdict is needs evidence under RED-02

    Scenario: Without a reduction the claim is prohibited
      Given later footprint per kilogram is 10 kgCO2e/kg
      When evaluated as of 2026-11-20
      Then the quantity reduction is 0 %
      And the verdict is prohibited under RED-04

    Scenario: Different functional units make the comparison misleading
      Given same functional unit for both footprints is no
      When evaluated as of 2026-11-20
      Then the verdict is misleading under RED-03
