# language: en
Feature: Rules · Carbon dioxide removal
  What is computed, and what follows from it.

  Background:
    Given the scorecard cdr-eligibility
    And verdicts are governed by the as-of date, otherwise ok on basis otherwise

  Rule: Fossil or carbonate carbon
    Background:
      Given these verdict rules
        | id     | rule                       | when                                             | verdict    | severity | basis   |
        | CDR-01 | Fossil or carbonate carbon | source of the carbon is one of fossil, carbonate | prohibited | major    | removal |
      And these remedies
        | rule   | say instead                 |
        | CDR-01 | call it a captured emission |

    Scenario: Fossil or carbonate carbon
      Given source of the carbon is fossil
      When evaluated as of 2026-11-20
      Then rule CDR-01 holds

  Rule: No human action, or not additional
    Background:
      Given these verdict rules
        | id     | rule                               | when                         | verdict    | severity | basis   |
        | CDR-02 | No human action, or not additional | caused by human action is no | prohibited | major    | removal |
        | CDR-02 |                                    | additional is no             |            |          |         |
      And these remedies
        | rule   | say instead                      |
        | CDR-02 | do not count what happens anyway |

    Scenario: No human action, or not additional
      Given caused by human action is no
      When evaluated as of 2026-11-20
      Then rule CDR-02 holds

    Scenario: CDR-02: additional is no: just holds
      Given additional is no
      When evaluated as of 2026-11-20
      Then rule CDR-02 holds

  Rule: Stored for less than a hundred years
    Background:
      Given these verdict rules
        | id     | rule                                 | when                                    | verdict    | severity | basis   |
        | CDR-03 | Stored for less than a hundred years | years of storage is less than 100 years | prohibited | major    | removal |
      And these remedies
        | rule   | say instead               |
        | CDR-03 | call it temporary storage |

    Scenario: Stored for less than a hundred years
      Given years of storage is 99 years
      When evaluated as of 2026-11-20
      Then rule CDR-03 holds

  Rule: Printed cases

    Scenario: capture from the air for a thousand years
      Given years of storage is 1000 years
      When evaluated as of 2026-11-20
      Then the verdict is ok

    Scenario: capture at a coal plant
      Given source of the carbon is fossil
      When evaluated as of 2026-11-20
      Then the verdict is prohibited under CDR-01

    Scenario: capture from limestone
      Given source of the carbon is carbonate
      When evaluated as of 2026-11-20
      Then the verdict is prohibited under CDR-01

    Scenario: a managed forest for thirty years
      Given source of the carbon is short-cycle biogenic
      And years of storage is 30 years
      When evaluated as of 2026-11-20
      Then the verdict is prohibited under CDR-03

    Scenario: a wild forest for two hundred years
      Given source of the carbon is short-cycle biogenic
      And caused by human action is no
      And years of storage is 200 years
      When evaluated as of 2026-11-20
      Then the verdict is prohibited under CDR-02
