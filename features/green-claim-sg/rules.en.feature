# language: en
Feature: Rules · Green claims in Singapore
  Each rule with its verdict, the days on which it governs, and what to say instead.

  Background:
    Given the scorecard green-claim-sg
    And the scorecard applies when kind of communication is commercial
    And verdicts are governed by display period, otherwise ok on basis otherwise

  Rule: Not true and accurate
    Background:
      Given these verdict rules
        | id    | rule                  | when                        | verdict        | severity | in force from | basis |
        | SG-01 | Not true and accurate | truthful and accurate is no | needs evidence | minor    | 2025-10-06    | ccs   |
      And these remedies
        | rule  | say instead |
        | SG-01 | correct it  |

    Scenario: Not true and accurate
      Given truthful is no
      When evaluated as of 2026-11-20
      Then rule SG-01 holds

    Scenario: SG-01: display period is from 2025-10-06: just fails
      Given display period is 2025-10-05 to 2025-10-05
      When evaluated as of 2026-11-20
      Then rule SG-01 is not in force

  Rule: Not clear and easily understood
    Background:
      Given these verdict rules
        | id    | rule                            | when                                                                                                                              | verdict        | severity | in force from | basis |
        | SG-02 | Not clear and easily understood | clear and unambiguous is no                                                                                                       | needs evidence | minor    | 2025-10-06    | ccs   |
        | SG-02 |                                 | claim types includes any of generic, social and environmental, absolute; specification is one of no specification, elsewhere only |                |          |               |       |
      And these remedies
        | rule  | say instead    |
        | SG-02 | say it plainly |

    Scenario: Not clear and easily understood
      Given clear is no
      When evaluated as of 2026-11-20
      Then rule SG-02 holds

    Scenario: SG-02: claim types includes any of generic, social and environmental, absolute: just holds
      Given claim types is generic
      And specification is no specification
      When evaluated as of 2026-11-20
      Then rule SG-02 holds

    Scenario: SG-02: claim types includes any of generic, social and environmental, absolute: just fails
      Given claim types is specific attribute
      And specification is no specification
      When evaluated as of 2026-11-20
      Then rule SG-02 does not hold

    Scenario: SG-02: specification is one of no specification, elsewhere only: just fails
      Given specification is on the same medium
      And claim types is generic
      When evaluated as of 2026-11-20
      Then rule SG-02 does not hold

  Rule: Not meaningful
    Background:
      Given these verdict rules
        | id    | rule           | when             | verdict        | severity | in force from | basis |
        | SG-03 | Not meaningful | meaningful is no | needs evidence | minor    | 2025-10-06    | ccs   |
      And these remedies
        | rule  | say instead    |
        | SG-03 | make it matter |

    Scenario: Not meaningful
      Given meaningful is no
      When evaluated as of 2026-11-20
      Then rule SG-03 holds

  Rule: Material information missing
    Background:
      Given these verdict rules
        | id    | rule                         | when                            | verdict        | severity | in force from | basis |
        | SG-04 | Material information missing | nothing important omitted is no | needs evidence | minor    | 2025-10-06    | ccs   |
      And these remedies
        | rule  | say instead |
        | SG-04 | add it      |

    Scenario: Material information missing
      Given nothing_important_omitted is no
      When evaluated as of 2026-11-20
      Then rule SG-04 holds

  Rule: Not supported by evidence
    Background:
      Given these verdict rules
        | id    | rule                      | when                | verdict        | severity | in force from | basis |
        | SG-05 | Not supported by evidence | substantiated is no | needs evidence | minor    | 2025-10-06    | ccs   |
      And these remedies
        | rule  | say instead   |
        | SG-05 | hold evidence |

    Scenario: Not supported by evidence
      Given substantiated is no
      When evaluated as of 2026-11-20
      Then rule SG-05 holds
