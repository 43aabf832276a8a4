# language: en
Feature: Rules · Carbon handprints
  Quantities computed, and the verdict rules.

  Background:
    Given the scorecard carbon-handprint
    And the quantity footprint of the baseline (baseline), in kgCO2e/kg
      | is                                                                       | when                                                  | basis    |
      | footprint of the first baseline                                          | type of baseline is one                               | guide    |
      | footprint of the first baseline                                          | type of baseline is market without comparable product | new-kind |
      | min(footprint of the first baseline, footprint of the second baseline)   | type of baseline is two baselines shown separately    | each     |
      | (footprint of the first baseline + footprint of the second baseline) / 2 | otherwise                                             | guide    |
    And the quantity handprint (handprint), in kgCO2e/kg, on basis guide
      | is                                                                      |
      | max(footprint of the baseline - footprint of the solution, 0 kgCO2e/kg) |
    And verdicts are governed by the as-of date, otherwise permitted with qualification on basis otherwise

  Rule: Lower output or shutdown is not a handprint
    Background:
      Given these verdict rules
        | id     | rule                                        | when                                     | verdict    | severity | basis            |
        | AVO-05 | Lower output or shutdown is not a handprint | cause is one of lower output, a shutdown | prohibited | major    | handprint-report |
      And these remedies
        | rule   | say instead                                                             |
        | AVO-05 | do not claim a handprint; a shutdown or lower output is not a handprint |

    Scenario: Lower output or shutdown is not a handprint
      Given cause is a shutdown
      When evaluated as of 2026-11-20
      Then rule AVO-05 holds

  Rule: Handprint deducted from the company's own inventory
    Background:
      Given these verdict rules
        | id     | rule                                                | when                                                       | verdict    | severity | basis |
        | AVO-03 | Handprint deducted from the company's own inventory | handprint deducted from the company's own inventory is yes | prohibited | major    | guide |
      And these remedies
        | rule   | say instead          |
        | AVO-03 | report it separately |

    Scenario: Handprint deducted from the company's own inventory
      Given handprint deducted from the company's own inventory is yes
      When evaluated as of 2026-11-20
      Then rule AVO-03 holds

  Rule: Handprint traded as a credit
    Background:
      Given these verdict rules
        | id     | rule                         | when                                | verdict    | severity | basis            |
        | AVO-04 | Handprint traded as a credit | handprint traded as a credit is yes | prohibited | major    | handprint-report |
      And these remedies
        | rule   | say instead                                           |
        | AVO-04 | do not trade the handprint; it is not a carbon credit |

    Scenario: Handprint traded as a credit
      Given handprint traded as a credit is yes
      When evaluated as of 2026-11-20
      Then rule AVO-04 holds

  Rule: Solution and baseline not comparable
    Background:
      Given these verdict rules
        | id     | rule                                 | when                                                                                                                      | verdict    | severity | basis           |
        | AVO-01 | Solution and baseline not comparable | baseline with the same function and purpose is no; type of baseline is not market without comparable product              | misleading | major    | guide, new-kind |
        | AVO-01 |                                      | baseline available on the market in that time and region is no; type of baseline is not market without comparable product |            |          |                 |
        | AVO-01 |                                      | consistent boundary, method and data is no                                                                                |            |          |                 |
      And these remedies
        | rule   | say instead                                                     |
        | AVO-01 | compare with the product the customer would otherwise have used |

    Scenario: Solution and baseline not comparable
      Given baseline with the same function and purpose is no
      When evaluated as of 2026-11-20
      Then rule AVO-01 holds

    Scenario: Rule AVO-01 also applies if the baseline is not available on the market
      Given baseline available on the market in that time and region is no
      When evaluated as of 2026-11-20
      Then rule AVO-01 holds

    Scenario: Rule AVO-01 also applies if boundary, method or data are inconsistent
      Given consistent boundary, method and data is no
      When evaluated as of 2026-11-20
      Then rule AVO-01 holds

    Scenario Outline: Without a comparable product the baseline is the case without the solution
      Given type of baseline is <type of baseline>
      And baseline with the same function and purpose is <function>
      And baseline available on the market in that time and region is <market>
      And consistent boundary, method and data is <method>
      And footprint of the second baseline is 22 kgCO2e/kg
      When evaluated as of 2026-11-20
      Then rule AVO-01 <state>
      And the quantity handprint is <handprint> kgCO2e/kg

      Examples:
        | type of baseline                  | function | market | method | state         | handprint |
        | market without comparable product | no       | no     | yes    | does not hold | 8         |
        | market without comparable product | no       | yes    | yes    | does not hold | 8         |
        | market without comparable product | yes      | no     | yes    | does not hold | 8         |
        | market without comparable product | yes      | yes    | no     | holds         | 8         |
        | one                               | no       | yes    | yes    | holds         | 8         |
        | one                               | yes      | no     | yes    | holds         | 8         |
        | mean of two replaced uses         | yes      | no     | yes    | holds         | 4         |

  Rule: Choice of baseline not justified
    Background:
      Given these verdict rules
        | id     | rule                             | when                               | verdict    | severity | basis            |
        | AVO-02 | Choice of baseline not justified | choice of baseline justified is no | misleading | major    | handprint-report |
      And these remedies
        | rule   | say instead                       |
        | AVO-02 | compare with the replaced product |

    Scenario: Choice of baseline not justified
      Given choice of baseline justified is no
      When evaluated as of 2026-11-20
      Then rule AVO-02 holds

  Rule: No handprint
    Background:
      Given these verdict rules
        | id     | rule         | when                             | verdict    | severity | basis        |
        | AVO-00 | No handprint | handprint is at most 0 kgCO2e/kg | misleading | major    | guide, proof |
      And these remedies
        | rule   | say instead              |
        | AVO-00 | do not claim a handprint |

    Scenario: No handprint
      Given footprint of the solution is 30 kgCO2e/kg
      When evaluated as of 2026-11-20
      Then rule AVO-00 holds

    Scenario: A claim without documents needs evidence
      Given evidence for footprint of the solution is missing
      When evaluated as of 2026-11-20
      Then rule AVO-00 is undetermined
      And the verdict is needs evidence

  Rule: Handprint not independently reviewed
    Background:
      Given these verdict rules
        | id     | rule                                 | when                         | verdict        | severity | basis            |
        | AVO-06 | Handprint not independently reviewed | independently reviewed is no | needs evidence | minor    | handprint-report |
      And these remedies
        | rule   | say instead                               |
        | AVO-06 | have the handprint reviewed independently |

    Scenario: Handprint not independently reviewed
      Given independently reviewed is no
      When evaluated as of 2026-11-20
      Then rule AVO-06 holds

  Rule: Worked cases

    Scenario Outline: The handprint is the baseline footprint less the solution footprint
      Given footprint of the solution is <solution> kgCO2e/kg
      And type of baseline is <type of baseline>
      And footprint of the first baseline is <first_baseline> kgCO2e/kg
      And footprint of the second baseline is <second_baseline> kgCO2e/kg
      When evaluated as of 2026-11-20
      Then the quantity handprint is <handprint> kgCO2e/kg
      And the verdict is <verdict>

      Examples:
        | solution | type of baseline               | first_baseline | second_baseline | handprint | verdict                      |
        | 22       | one                            | 30             | 60              | 8         | permitted with qualification |
        | 45       | mean of two replaced uses      | 40             | 60              | 5         | permitted with qualification |
        | 22       | two baselines shown separately | 30             | 23              | 1         | permitted with qualification |
        | 22       | two baselines shown separately | 30             | 20              | 0         | misleading                   |
        | 22       | two baselines shown separately | 20             | 30              | 0         | misleading                   |

    Scenario Outline: A solution that is not better has no handprint
      Given footprint of the first baseline is 22 kgCO2e/kg
      And footprint of the solution is <solution> kgCO2e/kg
      When evaluated as of 2026-11-20
      Then the quantity handprint is 0 kgCO2e/kg
      And the verdict is misleading under AVO-00

      Examples:
        | solution |
        | 30       |
        | 22       |

    Scenario: A different function makes the comparison misleading
      Given baseline with the same function and purpose is no
      When evaluated as of 2026-11-20
      Then the verdict is misleading under AVO-01

    Scenario: A plant shutdown is not a handprint
      Given cause is a shutdown
      When evaluated as of 2026-11-20
      Then the verdict is prohibited under AVO-05
