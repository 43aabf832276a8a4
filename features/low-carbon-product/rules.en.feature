# language: en
Feature: Rules · Certified low-carbon products
  The computed quantity and the rules based on it.

  Background:
    Given the scorecard low-carbon-product
    And the quantity emissions above the limit (above_limit), in kgCO2e/kg, on basis catalogue
      | is                                                           |
      | emissions per kg of product - emission limit of the standard |
    And verdicts are governed by the as-of date, otherwise ok on basis otherwise, proof

  Rule: Class outside the catalogue
    Background:
      Given these verdict rules
        | id     | rule                                | when                                                                                                           | verdict        | severity | basis     |
        | LOW-01 | Product class outside the catalogue | product class is another class                                                                                 | needs evidence | major    | catalogue |
        | LOW-01 |                                     | product class is one of ceramic tile, tyre, textile fabric; issue date of the certificate is before 2016-01-01 |                |          |           |
      And these remedies
        | rule   | say instead                                                            |
        | LOW-01 | state the product footprint; no certificate is possible for this class |

    Scenario: Class outside the catalogue
      Given product class is another class
      When evaluated as of 2026-11-20
      Then rule LOW-01 holds

    Scenario Outline: Classes of the second catalogue, of 2016
      Given product_class is <product class>
      And issued_on is <issued>
      When evaluated as of 2016-06-01
      Then rule LOW-01 <LOW-01>

      Examples:
        | product class  | issued     | LOW-01        |
        | tyre           | 2015-12-31 | holds         |
        | tyre           | 2016-01-01 | does not hold |
        | ceramic_tile   | 2015-12-31 | holds         |
        | textile_fabric | 2015-12-31 | holds         |
        | cement         | 2015-12-31 | does not hold |

  Rule: Emissions above the limit
    Background:
      Given these verdict rules
        | id     | rule                      | when                                               | verdict    | severity | basis     |
        | LOW-02 | Emissions above the limit | emissions above the limit is more than 0 kgCO2e/kg | prohibited | major    | catalogue |
      And these remedies
        | rule   | say instead                                  |
        | LOW-02 | reduce the emissions before making the claim |

    Scenario: Emissions above the limit
      Given emissions per kg of product is 0.61 kgCO2e/kg
      When evaluated as of 2026-11-20
      Then rule LOW-02 holds

    Scenario: Without a document the claim needs evidence
      Given evidence for emissions per kg of product is missing
      When evaluated as of 2026-11-20
      Then rule LOW-02 is undetermined
      And the verdict is needs evidence

  Rule: Not certified
    Background:
      Given these verdict rules
        | id     | rule          | when                                                  | verdict        | severity | basis     |
        | LOW-03 | Not certified | product certified is no                               | needs evidence | major    | catalogue |
        | LOW-03 |               | issue date of the certificate is after the as-of date |                |          |           |
      And these remedies
        | rule   | say instead                                        |
        | LOW-03 | have the product certified before making the claim |

    Scenario: Not certified
      Given product certified is no
      When evaluated as of 2026-11-20
      Then rule LOW-03 holds

    Scenario Outline: A certificate is valid from its issue date
      Given issued_on is <issued>
      When evaluated as of 2026-11-20
      Then rule LOW-03 <state>

      Examples:
        | issued     | state         |
        | 2026-11-20 | does not hold |
        | 2026-11-21 | holds         |

  Rule: Certificate validity of three years expired
    Background:
      Given these verdict rules
        | id     | rule                                        | when                                                                                          | verdict    | severity | basis       |
        | LOW-04 | Certificate validity of three years expired | product certified is yes; issue date of the certificate is until the as-of date minus 3 years | prohibited | major    | three-years |
      And these remedies
        | rule   | say instead                                   |
        | LOW-04 | renew the certificate before making the claim |

    Scenario: Certificate validity of three years expired
      Given issue date of the certificate is 2023-11-20
      When evaluated as of 2026-11-20
      Then rule LOW-04 holds

    Scenario: The rule does not apply without a certificate
      Given product certified is no
      And issue date of the certificate is 2023-11-20
      When evaluated as of 2026-11-20
      Then rule LOW-04 does not hold

  Rule: Example cases

    Scenario: Cement at the limit
      Given emissions per kg of product is 0.6 kgCO2e/kg
      When evaluated as of 2026-11-20
      Then the quantity above_limit is 0 kgCO2e/kg
      And the verdict is ok

    Scenario: Cement just above the limit
      Given emissions per kg of product is 0.61 kgCO2e/kg
      When evaluated as of 2026-11-20
      Then the quantity above_limit is 0.01 kgCO2e/kg
      And the verdict is prohibited under LOW-02

    Scenario: A battery is not in the catalogue
      Given product class is another class
      When evaluated as of 2026-11-20
      Then the verdict is needs evidence under LOW-01

    Scenario: A certificate of 2023 has expired
      Given issue date of the certificate is 2023-10-01
      When evaluated as of 2026-11-20
      Then the verdict is prohibited under LOW-04

    Scenario: A tyre certified in 2024
      Given product class is tyre
      When evaluated as of 2026-11-20
      Then the verdict is ok
