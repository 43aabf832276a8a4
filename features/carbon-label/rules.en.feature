# language: en
Feature: Rules · Carbon labels and their renewal
  What is computed, and what follows from it.

  Background:
    Given the scorecard carbon-label
    And the quantity reduction reached (reached), in %, on basis renewal
      | is                                                        | when                            |
      | undetermined, because a footprint of 0 cannot fall        | former footprint is 0 kgCO2e/kg |
      | (former footprint - present footprint) / former footprint | otherwise                       |
    And the quantity short of the promise (short_of_promise), in %, on basis renewal
      | is                                     |
      | promised reduction - reduction reached |
    And verdicts are governed by the as-of date, otherwise ok on basis otherwise, proof

  Rule: Shown before it was issued
    Background:
      Given these verdict rules
        | id     | rule                       | when                                                            | verdict    | severity | basis    |
        | LAB-01 | Shown before it was issued | request is show the label; issued by a body is no               | prohibited | major    | workflow |
        | LAB-01 |                            | request is show the label; day of issue is after the as-of date |            |          |          |
      And these remedies
        | rule   | say instead                                |
        | LAB-01 | choose, quantify, verify, apply, then show |

    Scenario: Shown before it was issued
      Given issued by a body is no
      When evaluated as of 2026-11-20
      Then rule LAB-01 holds

    Scenario: LAB-01: request is show the label: just fails
      Given request is renew the label
      And issued by a body is no
      When evaluated as of 2026-11-20
      Then rule LAB-01 does not hold

    Scenario: without a paper it needs evidence
      Given evidence for day of issue is missing
      When evaluated as of 2026-11-20
      Then rule LAB-01 is undetermined
      And the verdict is needs evidence

  Rule: Footprint not verified or standard not chosen
    Background:
      Given these verdict rules
        | id     | rule                                          | when                                      | verdict        | severity | basis    |
        | LAB-02 | Footprint not verified or standard not chosen | standard and product rules chosen is no   | needs evidence | major    | workflow |
        | LAB-02 |                                               | footprint verified by a third party is no |                |          |          |
      And these remedies
        | rule   | say instead      |
        | LAB-02 | have it verified |

    Scenario: Footprint not verified or standard not chosen
      Given standard and product rules chosen is no
      When evaluated as of 2026-11-20
      Then rule LAB-02 holds

    Scenario: LAB-02: footprint verified by a third party is no: just holds
      Given footprint verified by a third party is no
      When evaluated as of 2026-11-20
      Then rule LAB-02 holds

  Rule: Label of Carbon Trust shown after two years
    Background:
      Given these verdict rules
        | id     | rule                                        | when                                                                                                                                 | verdict    | severity | basis     |
        | LAB-03 | Label of Carbon Trust shown after two years | request is show the label; issuer is Carbon Trust; term of the label is none set; day of issue is until the as-of date minus 2 years | prohibited | major    | two-years |
      And these remedies
        | rule   | say instead    |
        | LAB-03 | renew it first |

    Scenario: Label of Carbon Trust shown after two years
      Given day of issue is 2024-11-20
      When evaluated as of 2026-11-20
      Then rule LAB-03 holds

    Scenario: LAB-03: request is show the label: just fails
      Given request is renew the label
      And day of issue is 2024-11-20
      When evaluated as of 2026-11-20
      Then rule LAB-03 does not hold

  Rule: Shown after the term that the issuer set
    Background:
      Given these verdict rules
        | id     | rule                                     | when                                                                                                             | verdict    | severity | basis |
        | LAB-07 | Shown after the term that the issuer set | request is show the label; term of the label is set by the issuer; last day of the term is before the as-of date | prohibited | major    | term  |
      And these remedies
        | rule   | say instead    |
        | LAB-07 | renew it first |

    Scenario Outline: Shown after the term that the issuer set
      Given term of the label is <term>
      And last day of the term is 2026-11-19
      And request is <request>
      When evaluated as of 2026-11-20
      Then rule LAB-07 <LAB-07>

      Examples:
        | term              | request         | LAB-07        |
        | set by the issuer | show the label  | holds         |
        | set by the issuer | renew the label | does not hold |
        | none set          | show the label  | does not hold |

  Rule: Suspended
    Background:
      Given these verdict rules
        | id     | rule      | when             | verdict    | severity | basis     |
        | LAB-04 | Suspended | suspended is yes | prohibited | major    | suspended |
      And these remedies
        | rule   | say instead  |
        | LAB-04 | take it down |

    Scenario: Suspended
      Given suspended is yes
      When evaluated as of 2026-11-20
      Then rule LAB-04 holds

  Rule: Renewal without new data
    Background:
      Given these verdict rules
        | id     | rule                     | when                                                                   | verdict        | severity | basis   |
        | LAB-05 | Renewal without new data | request is renew the label; new footprint data is no                   | needs evidence | major    | renewal |
        | LAB-05 |                          | request is renew the label; comparable with the former footprint is no |                |          |         |
      And these remedies
        | rule   | say instead                                 |
        | LAB-05 | submit a new footprint that can be compared |

    Scenario Outline: Renewal without new data
      Given request is <request>
      And new footprint data is <new_footprint>
      And comparable with the former footprint is <comparable>
      When evaluated as of 2026-11-20
      Then rule LAB-05 <LAB-05>

      Examples:
        | request         | new_footprint | comparable | LAB-05        |
        | renew the label | no            | yes        | holds         |
        | show the label  | no            | yes        | does not hold |
        | renew the label | yes           | no         | holds         |
        | show the label  | yes           | no         | does not hold |

  Rule: Renewal with the promise broken
    Background:
      Given these verdict rules
        | id     | rule                            | when                                                                                                           | verdict    | severity | basis   |
        | LAB-06 | Renewal with the promise broken | request is renew the label; promise of reduction is broken                                                     | prohibited | major    | renewal |
        | LAB-06 |                                 | request is renew the label; promise of reduction is told by the figures; short of the promise is more than 0 % |            |          |         |
      And these remedies
        | rule   | say instead  |
        | LAB-06 | no new label |

    Scenario Outline: Renewal with the promise broken
      Given request is <request>
      And promise of reduction is broken
      When evaluated as of 2026-11-20
      Then rule LAB-06 <LAB-06>

      Examples:
        | request         | LAB-06        |
        | renew the label | holds         |
        | show the label  | does not hold |

  Rule: Renewal of what was never issued
    Background:
      Given these verdict rules
        | id     | rule                             | when                                               | verdict        | severity | basis    |
        | LAB-08 | Renewal of what was never issued | request is renew the label; issued by a body is no | needs evidence | major    | workflow |
      And these remedies
        | rule   | say instead                       |
        | LAB-08 | apply for a first label, verified |

    Scenario: Renewal of what was never issued
      Given request is renew the label
      And issued by a body is no
      When evaluated as of 2026-11-20
      Then rule LAB-08 holds

    Scenario: LAB-08: request is renew the label: just fails
      Given issued by a body is no
      When evaluated as of 2026-11-20
      Then rule LAB-08 does not hold

    Scenario: LAB-08: issued by a body is no: just fails
      Given request is renew the label
      When evaluated as of 2026-11-20
      Then rule LAB-08 does not hold

  Rule: Printed cases

    Scenario: the last day of two years
      Given day of issue is 2024-11-21
      When evaluated as of 2026-11-20
      Then the verdict is ok

    Scenario: the day after
      Given day of issue is 2024-11-20
      When evaluated as of 2026-11-20
      Then the verdict is prohibited under LAB-03

    Scenario: renewed with data and the promise kept
      Given request is renew the label
      When evaluated as of 2026-11-20
      Then the verdict is ok

    Scenario: the promise broken
      Given request is renew the label
      And promise of reduction is broken
      When evaluated as of 2026-11-20
      Then the verdict is prohibited under LAB-06

    Scenario: no data
      Given request is renew the label
      And new footprint data is no
      When evaluated as of 2026-11-20
      Then the verdict is needs evidence under LAB-05

    Scenario: no promise was given
      Given request is renew the label
      And promise of reduction is none given
      When evaluated as of 2026-11-20
      Then the verdict is ok

    Scenario: another issuer that set no term
      Given issuer is another issuer
      And day of issue is 2020-01-01
      When evaluated as of 2026-11-20
      Then the verdict is ok

    Scenario: the term that Carbon Trust set governs instead of two years
      Given term of the label is set by the issuer
      And day of issue is 2020-01-01
      When evaluated as of 2026-11-20
      Then the verdict is ok

    Scenario Outline: the day of issue, and two years from a leap day
      Given issued_on is <issued>
      When evaluated as of <day>
      Then the verdict is <verdict>

      Examples:
        | issued     | day        | verdict    |
        | 2026-11-20 | 2026-11-20 | ok         |
        | 2026-11-21 | 2026-11-20 | prohibited |
        | 2024-02-29 | 2026-02-28 | ok         |
        | 2024-02-29 | 2026-03-01 | prohibited |

    Scenario: a renewal asked for before the new label's day
      Given request is renew the label
      And day of issue is 2026-11-21
      When evaluated as of 2026-11-20
      Then rule LAB-01 does not hold

    Scenario Outline: a promise of ten percent, told by the figures
      Given request is <request>
      And promise is <promise>
      And former_footprint is <former> kgCO2e/kg
      And present_footprint is <present> kgCO2e/kg
      When evaluated as of 2026-11-20
      Then rule LAB-06 <state>

      Examples:
        | request | promise    | former | present | state           |
        | renew   | by_figures | 10     | 9.01    | holds           |
        | renew   | by_figures | 10     | 9       | does not hold   |
        | renew   | by_figures | 0      | 0       | is undetermined |
        | renew   | kept       | 10     | 9.01    | does not hold   |
        | show    | by_figures | 10     | 9.01    | does not hold   |
