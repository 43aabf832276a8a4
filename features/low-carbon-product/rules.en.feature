# language: en
Feature: Rules · Certified low-carbon products
  What is computed, and what follows from it.

  Background:
    Given the scorecard low-carbon-product
    And the quantity above the limit (above_limit), in kgCO2e/kg, on basis catalogue
      | is                               |
      | emission - limit of the standard |
    And verdicts are governed by the as-of date, otherwise ok on basis otherwise, proof

  Rule: Class outside the catalogue
    Background:
      Given these verdict rules
        | id     | rule                        | when                                                                                  | verdict        | severity | basis     |
        | LOW-01 | Class outside the catalogue | class is another class                                                                | needs evidence | major    | catalogue |
        | LOW-01 |                             | class is one of ceramic tile, tyre, textile fabric; day of issue is before 2016-01-01 |                |          |           |
      And these remedies
        | rule   | say instead                                     |
        | LOW-01 | no certificate is possible; state the footprint |

    Scenario: Class outside the catalogue
      Given class is another class
      When evaluated as of 2026-11-20
      Then rule LOW-01 holds

    Scenario Outline: classes of the second catalogue, of 2016
      Given product_class is <class>
      And issued_on is <issued>
      When evaluated as of 2016-06-01
      Then rule LOW-01 <LOW-01>

      Examples:
        | class          | issued     | LOW-01        |
        | tyre           | 2015-12-31 | holds         |
        | tyre           | 2016-01-01 | does not hold |
        | ceramic_tile   | 2015-12-31 | holds         |
        | textile_fabric | 2015-12-31 | holds         |
        | cement         | 2015-12-31 | does not hold |

  Rule: Emission above the limit
    Background:
      Given these verdict rules
        | id     | rule                     | when                                     | verdict    | severity | basis     |
        | LOW-02 | Emission above the limit | above the limit is more than 0 kgCO2e/kg | prohibited | major    | catalogue |
      And these remedies
        | rule   | say instead  |
        | LOW-02 | reduce first |

    Scenario: Emission above the limit
      Given emission is 0.61 kgCO2e/kg
      When evaluated as of 2026-11-20
      Then rule LOW-02 holds

    Scenario: without a paper it needs evidence
      Given evidence for emission is missing
      When evaluated as of 2026-11-20
      Then rule LOW-02 is undetermined
      And the verdict is needs evidence

  Rule: Not certified
    Background:
      Given these verdict rules
        | id     | rule          | when                                 | verdict        | severity | basis     |
        | LOW-03 | Not certified | certified is no                      | needs evidence | major    | catalogue |
        | LOW-03 |               | day of issue is after the as-of date |                |          |           |
      And these remedies
        | rule   | say instead       |
        | LOW-03 | have it certified |

    Scenario: Not certified
      Given certified is no
      When evaluated as of 2026-11-20
      Then rule LOW-03 holds

    Scenario Outline: a certificate counts from its day of issue
      Given issued_on is <issued>
      When evaluated as of 2026-11-20
      Then rule LOW-03 <state>

      Examples:
        | issued     | state         |
        | 2026-11-20 | does not hold |
        | 2026-11-21 | holds         |

  Rule: Certificate of more than three years
    Background:
      Given these verdict rules
        | id     | rule                                 | when                                                                 | verdict    | severity | basis       |
        | LOW-04 | Certificate of more than three years | certified is yes; day of issue is until the as-of date minus 3 years | prohibited | major    | three-years |
      And these remedies
        | rule   | say instead |
        | LOW-04 | renew it    |

    Scenario: Certificate of more than three years
      Given day of issue is 2023-11-20
      When evaluated as of 2026-11-20
      Then rule LOW-04 holds

    Scenario: LOW-04: certified is yes: just fails
      Given certified is no
      And day of issue is 2023-11-20
      When evaluated as of 2026-11-20
      Then rule LOW-04 does not hold

  Rule: Printed cases

    Scenario: cement at the limit
      Given emission is 0.6 kgCO2e/kg
      When evaluated as of 2026-11-20
      Then the quantity above_limit is 0 kgCO2e/kg
      And the verdict is ok

    Scenario: cement just above
      Given emission is 0.61 kgCO2e/kg
      When evaluated as of 2026-11-20
      Then the quantity above_limit is 0.01 kgCO2e/kg
      And the verdict is prohibited under LOW-02

    Scenario: a battery
      Given class is another class
      When evaluated as of 2026-11-20
      Then the verdict is needs evidence under LOW-01

    Scenario: a certificate of 2023
      Given day of issue is 2023-10-01
      When evaluated as of 2026-11-20
      Then the verdict is prohibited under LOW-04

    Scenario: a tyre of 2024
      Given class is tyre
      When evaluated as of 2026-11-20
      Then the verdict is ok
