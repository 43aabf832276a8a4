# language: en
Feature: Rules · Carbon handprints
  What is computed, and what follows from it.

  Background:
    Given the scorecard carbon-handprint
    And the quantity footprint of the baseline (baseline), in kgCO2e/kg
      | is                                                                       | when                                   | basis    |
      | footprint of the first baseline                                          | baselines is one                       | guide    |
      | footprint of the first baseline                                          | baselines is none of its kind          | new-kind |
      | min(footprint of the first baseline, footprint of the second baseline)   | baselines is two, each shown by itself | each     |
      | (footprint of the first baseline + footprint of the second baseline) / 2 | otherwise                              | guide    |
    And the quantity handprint (handprint), in kgCO2e/kg, on basis guide
      | is                                                                      |
      | max(footprint of the baseline - footprint of the solution, 0 kgCO2e/kg) |
    And verdicts are governed by the as-of date, otherwise permitted with qualification on basis otherwise

  Rule: Lower output is no handprint
    Background:
      Given these verdict rules
        | id     | rule                         | when                                     | verdict    | severity | basis            |
        | AVO-05 | Lower output is no handprint | cause is one of lower output, a shutdown | prohibited | major    | handprint-report |
      And these remedies
        | rule   | say instead                |
        | AVO-05 | a shutdown is no handprint |

    Scenario: Lower output is no handprint
      Given cause is a shutdown
      When evaluated as of 2026-11-20
      Then rule AVO-05 holds

  Rule: Netted against the own inventory
    Background:
      Given these verdict rules
        | id     | rule                             | when                                    | verdict    | severity | basis |
        | AVO-03 | Netted against the own inventory | netted against the own inventory is yes | prohibited | major    | guide |
      And these remedies
        | rule   | say instead     |
        | AVO-03 | report it apart |

    Scenario: Netted against the own inventory
      Given netted against the own inventory is yes
      When evaluated as of 2026-11-20
      Then rule AVO-03 holds

  Rule: Traded
    Background:
      Given these verdict rules
        | id     | rule   | when                      | verdict    | severity | basis            |
        | AVO-04 | Traded | traded as a credit is yes | prohibited | major    | handprint-report |
      And these remedies
        | rule   | say instead     |
        | AVO-04 | it is no credit |

    Scenario: Traded
      Given traded as a credit is yes
      When evaluated as of 2026-11-20
      Then rule AVO-04 holds

  Rule: Solution and baseline that cannot be compared
    Background:
      Given these verdict rules
        | id     | rule                                          | when                                                                                     | verdict    | severity | basis           |
        | AVO-01 | Solution and baseline that cannot be compared | same function and purpose is no; baselines is not none of its kind                       | misleading | major    | guide, new-kind |
        | AVO-01 |                                               | available on the market in that time and region is no; baselines is not none of its kind |            |          |                 |
        | AVO-01 |                                               | consistent boundary, method and data is no                                               |            |          |                 |
      And these remedies
        | rule   | say instead                                    |
        | AVO-01 | compare with what the customer would have used |

    Scenario: Solution and baseline that cannot be compared
      Given same function and purpose is no
      When evaluated as of 2026-11-20
      Then rule AVO-01 holds

    Scenario: AVO-01: available on the market in that time and region is no: just holds
      Given available on the market in that time and region is no
      When evaluated as of 2026-11-20
      Then rule AVO-01 holds

    Scenario: AVO-01: consistent boundary, method and data is no: just holds
      Given consistent boundary, method and data is no
      When evaluated as of 2026-11-20
      Then rule AVO-01 holds

    Scenario Outline: what the market has nothing of is compared with doing without it
      Given baselines is <baselines>
      And same function and purpose is <function>
      And available on the market in that time and region is <market>
      And consistent boundary, method and data is <method>
      And footprint of the second baseline is 22 kgCO2e/kg
      When evaluated as of 2026-11-20
      Then rule AVO-01 <state>
      And the quantity handprint is <handprint> kgCO2e/kg

      Examples:
        | baselines                 | function | market | method | state         | handprint |
        | none of its kind          | no       | no     | yes    | does not hold | 8         |
        | none of its kind          | no       | yes    | yes    | does not hold | 8         |
        | none of its kind          | yes      | no     | yes    | does not hold | 8         |
        | none of its kind          | yes      | yes    | no     | holds         | 8         |
        | one                       | no       | yes    | yes    | holds         | 8         |
        | one                       | yes      | no     | yes    | holds         | 8         |
        | mean of two uses replaced | yes      | no     | yes    | holds         | 4         |

  Rule: Baseline unjustified
    Background:
      Given these verdict rules
        | id     | rule                 | when                     | verdict    | severity | basis            |
        | AVO-02 | Baseline unjustified | baseline justified is no | misleading | major    | handprint-report |
      And these remedies
        | rule   | say instead                       |
        | AVO-02 | compare with the product replaced |

    Scenario: Baseline unjustified
      Given baseline justified is no
      When evaluated as of 2026-11-20
      Then rule AVO-02 holds

  Rule: No handprint
    Background:
      Given these verdict rules
        | id     | rule         | when                             | verdict    | severity | basis        |
        | AVO-00 | No handprint | handprint is at most 0 kgCO2e/kg | misleading | major    | guide, proof |
      And these remedies
        | rule   | say instead                |
        | AVO-00 | say nothing of a handprint |

    Scenario: No handprint
      Given footprint of the solution is 30 kgCO2e/kg
      When evaluated as of 2026-11-20
      Then rule AVO-00 holds

    Scenario: without a paper it needs evidence
      Given evidence for footprint of the solution is missing
      When evaluated as of 2026-11-20
      Then rule AVO-00 is undetermined
      And the verdict is needs evidence

  Rule: Not reviewed
    Background:
      Given these verdict rules
        | id     | rule         | when                         | verdict        | severity | basis            |
        | AVO-06 | Not reviewed | independently reviewed is no | needs evidence | minor    | handprint-report |
      And these remedies
        | rule   | say instead      |
        | AVO-06 | have it reviewed |

    Scenario: Not reviewed
      Given independently reviewed is no
      When evaluated as of 2026-11-20
      Then rule AVO-06 holds

  Rule: Printed cases

    Scenario Outline: thirty less twenty-two
      Given footprint of the solution is <solution> kgCO2e/kg
      And baselines is <baselines>
      And footprint of the first baseline is <first_baseline> kgCO2e/kg
      And footprint of the second baseline is <second_baseline> kgCO2e/kg
      When evaluated as of 2026-11-20
      Then the quantity handprint is <handprint> kgCO2e/kg
      And the verdict is <verdict>

      Examples:
        | solution | baselines                 | first_baseline | second_baseline | handprint | verdict                      |
        | 22       | one                       | 30             | 60              | 8         | permitted with qualification |
        | 45       | mean of two uses replaced | 40             | 60              | 5         | permitted with qualification |
        | 22       | two, each shown by itself | 30             | 23              | 1         | permitted with qualification |
        | 22       | two, each shown by itself | 30             | 20              | 0         | misleading                   |
        | 22       | two, each shown by itself | 20             | 30              | 0         | misleading                   |

    Scenario Outline: a worse solution has none
      Given footprint of the first baseline is 22 kgCO2e/kg
      And footprint of the solution is <solution> kgCO2e/kg
      When evaluated as of 2026-11-20
      Then the quantity handprint is 0 kgCO2e/kg
      And the verdict is misleading under AVO-00

      Examples:
        | solution |
        | 30       |
        | 22       |

    Scenario: another function
      Given same function and purpose is no
      When evaluated as of 2026-11-20
      Then the verdict is misleading under AVO-01

    Scenario: a plant shut down
      Given cause is a shutdown
      When evaluated as of 2026-11-20
      Then the verdict is prohibited under AVO-05
