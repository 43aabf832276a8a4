# language: en
Feature: Rules · Products of reduced carbon
  What is computed, and what follows from it.

  Background:
    Given the scorecard reduced-carbon-product
    And the quantity reduction (reduction), in %, on basis certification
      | is                                                        | when                             |
      | undetermined, because a footprint of 0 cannot fall        | earlier footprint is 0 kgCO2e/kg |
      | (earlier footprint - later footprint) / earlier footprint | otherwise                        |
    And the quantity short of the target (short_of_target), in %, on basis certification
      | is                              |
      | target of reduction - reduction |
    And the quantity overstated by (overstated), in %, on basis comparability
      | is                            |
      | claimed reduction - reduction |
    And verdicts are governed by the as-of date, otherwise ok on basis otherwise, proof

  Rule: Fewer than two verified footprints
    Background:
      Given these verdict rules
        | id     | rule                               | when                                     | verdict        | severity | basis         |
        | RED-01 | Fewer than two verified footprints | verified footprints is less than 2 items | needs evidence | major    | certification |
      And these remedies
        | rule   | say instead               |
        | RED-01 | have two periods verified |

    Scenario: Fewer than two verified footprints
      Given verified footprints is 1 item
      When evaluated as of 2026-11-20
      Then rule RED-01 holds

  Rule: No report on the measures, or no visit
    Background:
      Given these verdict rules
        | id     | rule                                   | when                         | verdict        | severity | basis         |
        | RED-02 | No report on the measures, or no visit | report on the measures is no | needs evidence | major    | certification |
        | RED-02 |                                        | checked on site is no        |                |          |               |
      And these remedies
        | rule   | say instead                             |
        | RED-02 | write the report and let the body visit |

    Scenario: No report on the measures, or no visit
      Given report on the measures is no
      When evaluated as of 2026-11-20
      Then rule RED-02 holds

  Rule: Footprints that cannot be compared
    Background:
      Given these verdict rules
        | id     | rule                               | when                          | verdict    | severity | basis         |
        | RED-03 | Footprints that cannot be compared | same functional unit is no    | misleading | major    | comparability |
        | RED-03 |                                    | same boundary is no           |            |          |               |
        | RED-03 |                                    | same method and factors is no |            |          |               |
      And these remedies
        | rule   | say instead                   |
        | RED-03 | compute the earlier one again |

    Scenario: Footprints that cannot be compared
      Given same functional unit is no
      When evaluated as of 2026-11-20
      Then rule RED-03 holds

    Scenario: RED-03: same boundary is no: just holds
      Given same boundary is no
      When evaluated as of 2026-11-20
      Then rule RED-03 holds

    Scenario: RED-03: same method and factors is no: just holds
      Given same method and factors is no
      When evaluated as of 2026-11-20
      Then rule RED-03 holds

  Rule: No reduction
    Background:
      Given these verdict rules
        | id     | rule         | when                     | verdict    | severity | basis         |
        | RED-04 | No reduction | reduction is at most 0 % | prohibited | major    | certification |
      And these remedies
        | rule   | say instead     |
        | RED-04 | do not claim it |

    Scenario: No reduction
      Given later footprint is 10 kgCO2e/kg
      When evaluated as of 2026-11-20
      Then rule RED-04 holds

    Scenario: without a paper it needs evidence
      Given evidence for later footprint is missing
      When evaluated as of 2026-11-20
      Then rule RED-04 is undetermined
      And the verdict is needs evidence

  Rule: Target missed
    Background:
      Given these verdict rules
        | id     | rule          | when                                 | verdict        | severity | basis         |
        | RED-05 | Target missed | short of the target is more than 0 % | needs evidence | major    | certification |
      And these remedies
        | rule   | say instead            |
        | RED-05 | reach the target first |

    Scenario: Target missed
      Given target of reduction is 11.01 %
      When evaluated as of 2026-11-20
      Then rule RED-05 holds

  Rule: More claimed than reduced
    Background:
      Given these verdict rules
        | id     | rule                      | when                           | verdict    | severity | basis         |
        | RED-06 | More claimed than reduced | overstated by is more than 0 % | misleading | major    | comparability |
      And these remedies
        | rule   | say instead            |
        | RED-06 | claim what was reduced |

    Scenario: More claimed than reduced
      Given claimed reduction is 11.01 %
      When evaluated as of 2026-11-20
      Then rule RED-06 holds

  Rule: Printed cases

    Scenario: mesh fabric: eleven percent exactly
      Given later footprint is 8.9 kgCO2e/kg
      When evaluated as of 2026-11-20
      Then the quantity reduction is 11 %
      And the verdict is ok

    Scenario: one certificate
      Given verified footprints is 1 item
      When evaluated as of 2026-11-20
      Then the verdict is needs evidence under RED-01

    Scenario: no visit on site
      Given checked on site is no
      When evaluated as of 2026-11-20
      Then the verdict is needs evidence under RED-02

    Scenario: nothing reduced
      Given later footprint is 10 kgCO2e/kg
      When evaluated as of 2026-11-20
      Then the quantity reduction is 0 %
      And the verdict is prohibited under RED-04

    Scenario: another functional unit
      Given same functional unit is no
      When evaluated as of 2026-11-20
      Then the verdict is misleading under RED-03
