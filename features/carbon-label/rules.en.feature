# language: en
Feature: Rules · Carbon labels and their renewal
  Quantities computed, and the verdict rules.

  Background:
    Given the scorecard carbon-label
    And the quantity reduction achieved (reached), in %, on basis renewal
      | is                                                                                               | when                                         |
      | undetermined, because a footprint of 0 cannot be reduced                                         | former footprint per kilogram is 0 kgCO2e/kg |
      | (former footprint per kilogram - present footprint per kilogram) / former footprint per kilogram | otherwise                                    |
    And the quantity shortfall against the commitment (short_of_promise), in %, on basis renewal
      | is                                       |
      | committed reduction - reduction achieved |
    And verdicts are governed by the as-of date, otherwise ok on basis otherwise, proof

  Rule: Label shown before it was issued
    Background:
      Given these verdict rules
        | id     | rule                             | when                                                                            | verdict    | severity | basis    |
        | LAB-01 | Label shown before it was issued | requested action is display of the label; label issued by the issuer is no      | prohibited | major    | workflow |
        | LAB-01 |                                  | requested action is display of the label; date of issue is after the as-of date |            |          |          |
      And these remedies
        | rule   | say instead                                                              |
        | LAB-01 | choose the standard, quantify, verify and apply before showing the label |

    Scenario: Label shown before it was issued
      Given label issued by the issuer is no
      When evaluated as of 2026-11-20
      Then rule LAB-01 holds

    Scenario: Rule LAB-01 applies only to showing the label
      Given requested action is renewal of the label
      And label issued by the issuer is no
      When evaluated as of 2026-11-20
      Then rule LAB-01 does not hold

    Scenario: A claim without documents needs evidence
      Given evidence for date of issue is missing
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
        | rule   | say instead                 |
        | LAB-02 | have the footprint verified |

    Scenario: Footprint not verified or standard not chosen
      Given standard and product rules chosen is no
      When evaluated as of 2026-11-20
      Then rule LAB-02 holds

    Scenario: Rule LAB-02 also applies to an unverified footprint
      Given footprint verified by a third party is no
      When evaluated as of 2026-11-20
      Then rule LAB-02 holds

  Rule: Carbon Trust label shown after two years
    Background:
      Given these verdict rules
        | id     | rule                                     | when                                                                                                                                                    | verdict    | severity | basis     |
        | LAB-03 | Carbon Trust label shown after two years | requested action is display of the label; issuer is Carbon Trust; term of the label is no term set; date of issue is until the as-of date minus 2 years | prohibited | major    | two-years |
      And these remedies
        | rule   | say instead           |
        | LAB-03 | renew the label first |

    Scenario: Carbon Trust label shown after two years
      Given date of issue is 2024-11-20
      When evaluated as of 2026-11-20
      Then rule LAB-03 holds

    Scenario: Rule LAB-03 applies only to showing the label
      Given requested action is renewal of the label
      And date of issue is 2024-11-20
      When evaluated as of 2026-11-20
      Then rule LAB-03 does not hold

  Rule: Label shown after the term set by the issuer
    Background:
      Given these verdict rules
        | id     | rule                                         | when                                                                                                                            | verdict    | severity | basis |
        | LAB-07 | Label shown after the term set by the issuer | requested action is display of the label; term of the label is set by the issuer; last day of the term is before the as-of date | prohibited | major    | term  |
      And these remedies
        | rule   | say instead           |
        | LAB-07 | renew the label first |

    Scenario Outline: Label shown after the term set by the issuer
      Given term of the label is <term>
      And last day of the term is 2026-11-19
      And requested action is <requested action>
      When evaluated as of 2026-11-20
      Then rule LAB-07 <LAB-07>

      Examples:
        | term              | requested action     | LAB-07        |
        | set by the issuer | display of the label | holds         |
        | set by the issuer | renewal of the label | does not hold |
        | no term set       | display of the label | does not hold |

  Rule: Label suspended
    Background:
      Given these verdict rules
        | id     | rule            | when                   | verdict    | severity | basis     |
        | LAB-04 | Label suspended | label suspended is yes | prohibited | major    | suspended |
      And these remedies
        | rule   | say instead        |
        | LAB-04 | withdraw the label |

    Scenario: Label suspended
      Given label suspended is yes
      When evaluated as of 2026-11-20
      Then rule LAB-04 holds

  Rule: Renewal without new comparable data
    Background:
      Given these verdict rules
        | id     | rule                                | when                                                                                               | verdict        | severity | basis   |
        | LAB-05 | Renewal without new comparable data | requested action is renewal of the label; new footprint data available is no                       | needs evidence | major    | renewal |
        | LAB-05 |                                     | requested action is renewal of the label; new footprint comparable with the former footprint is no |                |          |         |
      And these remedies
        | rule   | say instead                        |
        | LAB-05 | submit a new, comparable footprint |

    Scenario Outline: Renewal without new comparable data
      Given requested action is <requested action>
      And new footprint data available is <new_footprint>
      And new footprint comparable with the former footprint is <comparable>
      When evaluated as of 2026-11-20
      Then rule LAB-05 <LAB-05>

      Examples:
        | requested action     | new_footprint | comparable | LAB-05        |
        | renewal of the label | no            | yes        | holds         |
        | display of the label | no            | yes        | does not hold |
        | renewal of the label | yes           | no         | holds         |
        | display of the label | yes           | no         | does not hold |

  Rule: Renewal although the reduction commitment was missed
    Background:
      Given these verdict rules
        | id     | rule                                                 | when                                                                                                                                                              | verdict    | severity | basis   |
        | LAB-06 | Renewal although the reduction commitment was missed | requested action is renewal of the label; status of the reduction commitment is missed                                                                            | prohibited | major    | renewal |
        | LAB-06 |                                                      | requested action is renewal of the label; status of the reduction commitment is determined from the footprints; shortfall against the commitment is more than 0 % |            |          |         |
      And these remedies
        | rule   | say instead              |
        | LAB-06 | do not issue a new label |

    Scenario Outline: Renewal although the reduction commitment was missed
      Given requested action is <requested action>
      And status of the reduction commitment is missed
      When evaluated as of 2026-11-20
      Then rule LAB-06 <LAB-06>

      Examples:
        | requested action     | LAB-06        |
        | renewal of the label | holds         |
        | display of the label | does not hold |

  Rule: Renewal of a label that was never issued
    Background:
      Given these verdict rules
        | id     | rule                                     | when                                                                       | verdict        | severity | basis    |
        | LAB-08 | Renewal of a label that was never issued | requested action is renewal of the label; label issued by the issuer is no | needs evidence | major    | workflow |
      And these remedies
        | rule   | say instead                                |
        | LAB-08 | apply for a first label after verification |

    Scenario: Renewal of a label that was never issued
      Given requested action is renewal of the label
      And label issued by the issuer is no
      When evaluated as of 2026-11-20
      Then rule LAB-08 holds

    Scenario: Rule LAB-08 applies only to a renewal
      Given label issued by the issuer is no
      When evaluated as of 2026-11-20
      Then rule LAB-08 does not hold

    Scenario: Rule LAB-08 does not apply to an issued label
      Given requested action is renewal of the label
      When evaluated as of 2026-11-20
      Then rule LAB-08 does not hold

  Rule: Worked cases

    Scenario: The last day of the two years
      Given date of issue is 2024-11-21
      When evaluated as of 2026-11-20
      Then the verdict is ok

    Scenario: The day after the two years
      Given date of issue is 2024-11-20
      When evaluated as of 2026-11-20
      Then the verdict is prohibited under LAB-03

    Scenario: Renewal with new data and a fulfilled commitment
      Given requested action is renewal of the label
      When evaluated as of 2026-11-20
      Then the verdict is ok

    Scenario: Renewal with a missed commitment is prohibited
      Given requested action is renewal of the label
      And status of the reduction commitment is missed
      When evaluated as of 2026-11-20
      Then the verdict is prohibited under LAB-06

    Scenario: Renewal without new data needs evidence
      Given requested action is renewal of the label
      And new footprint data available is no
      When evaluated as of 2026-11-20
      Then the verdict is needs evidence under LAB-05

    Scenario: Without a commitment a renewal is allowed
      Given requested action is renewal of the label
      And status of the reduction commitment is no commitment made
      When evaluated as of 2026-11-20
      Then the verdict is ok

    Scenario: Another issuer without a term
      Given issuer is another issuer
      And date of issue is 2020-01-01
      When evaluated as of 2026-11-20
      Then the verdict is ok

    Scenario: A term set by Carbon Trust replaces the two years
      Given term of the label is set by the issuer
      And date of issue is 2020-01-01
      When evaluated as of 2026-11-20
      Then the verdict is ok

    Scenario Outline: Date of issue, and two years from a leap day
      Given issued_on is <issued>
      When evaluated as of <day>
      Then the verdict is <verdict>

      Examples:
        | issued     | day        | verdict    |
        | 2026-11-20 | 2026-11-20 | ok         |
        | 2026-11-21 | 2026-11-20 | prohibited |
        | 2024-02-29 | 2026-02-28 | ok         |
        | 2024-02-29 | 2026-03-01 | prohibited |

    Scenario: A renewal requested before the date of the new label
      Given requested action is renewal of the label
      And date of issue is 2026-11-21
      When evaluated as of 2026-11-20
      Then rule LAB-01 does not hold

    Scenario Outline: A commitment of ten per cent, determined from the footprints
      Given requested action is <requested action>
      And promise is <promise>
      And former_footprint is <former> kgCO2e/kg
      And present_footprint is <present> kgCO2e/kg
      When evaluated as of 2026-11-20
      Then rule LAB-06 <state>

      Examples:
        | requested action | promise    | former | present | state           |
        | renew            | by_figures | 10     | 9.01    | holds           |
        | renew            | by_figures | 10     | 9       | does not hold   |
        | renew            | by_figures | 0      | 0       | is undetermined |
        | renew            | fulfilled  | 10     | 9.01    | does not hold   |
        | show             | by_figures | 10     | 9.01    | does not hold   |
