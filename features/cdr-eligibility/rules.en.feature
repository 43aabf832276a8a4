# language: en
Feature: Rules · Carbon dioxide removal
  Quantities computed, and the verdict rules.

  Background:
    Given the scorecard cdr-eligibility
    And verdicts are governed by the as-of date, otherwise ok on basis otherwise

  Rule: Fossil or carbonate carbon counted as removal
    Background:
      Given these verdict rules
        | id     | rule                                          | when                                             | verdict    | severity | basis   |
        | CDR-01 | Fossil or carbonate carbon counted as removal | source of the carbon is one of fossil, carbonate | prohibited | major    | removal |
      And these remedies
        | rule   | say instead                        |
        | CDR-01 | describe it as a captured emission |

    Scenario: Fossil or carbonate carbon counted as removal
      Given source of the carbon is fossil
      When evaluated as of 2026-11-20
      Then rule CDR-01 holds

  Rule: Removal not caused by human action, or not additional
    Background:
      Given these verdict rules
        | id     | rule                                                  | when                                 | verdict    | severity | basis   |
        | CDR-02 | Removal not caused by human action, or not additional | removal caused by human action is no | prohibited | major    | removal |
        | CDR-02 |                                                       | removal additional is no             |            |          |         |
      And these remedies
        | rule   | say instead                                            |
        | CDR-02 | do not count removals that happen without the activity |

    Scenario: Removal not caused by human action, or not additional
      Given removal caused by human action is no
      When evaluated as of 2026-11-20
      Then rule CDR-02 holds

    Scenario: Rule CDR-02 also applies to a removal that is not additional
      Given removal additional is no
      When evaluated as of 2026-11-20
      Then rule CDR-02 holds

  Rule: Storage shorter than a hundred years
    Background:
      Given these verdict rules
        | id     | rule                                 | when                                           | verdict    | severity | basis   |
        | CDR-03 | Storage shorter than a hundred years | storage period in years is less than 100 years | prohibited | major    | removal |
      And these remedies
        | rule   | say instead                      |
        | CDR-03 | describe it as temporary storage |

    Scenario: Storage shorter than a hundred years
      Given storage period in years is 99 years
      When evaluated as of 2026-11-20
      Then rule CDR-03 holds

  Rule: Worked cases

    Scenario: Capture from the air with storage for a thousand years is accepted
      Given storage period in years is 1000 years
      When evaluated as of 2026-11-20
      Then the verdict is ok

    Scenario: Capture at a coal plant is not removal
      Given source of the carbon is fossil
      When evaluated as of 2026-11-20
      Then the verdict is prohibited under CDR-01

    Scenario: Capture from limestone is not removal
      Given source of the carbon is carbonate
      When evaluated as of 2026-11-20
      Then the verdict is prohibited under CDR-01

    Scenario: A managed forest that stores for thirty years is prohibited
      Given source of the carbon is short-cycle biogenic
      And storage period in years is 30 years
      When evaluated as of 2026-11-20
      Then the verdict is prohibited under CDR-03

    Scenario: A wild forest that stores for two hundred years is prohibited
      Given source of the carbon is short-cycle biogenic
      And removal caused by human action is no
      And storage period in years is 200 years
      When evaluated as of 2026-11-20
      Then the verdict is prohibited under CDR-02
