# language: en
Feature: Rules · Carbon-neutral products
  Quantities computed, and the verdict rules.

  Background:
    Given the scorecard carbon-neutral-product
    And the quantity reduction (reduction), in %, on basis workflow
      | is                                                                                                                                         | when                                                        |
      | undetermined, because a footprint of 0 cannot be reduced                                                                                   | footprint of the earlier period per kilogram is 0 kgCO2e/kg |
      | (footprint of the earlier period per kilogram - footprint of the claim period per kilogram) / footprint of the earlier period per kilogram | otherwise                                                   |
    And the quantity remaining emissions (remaining), in tCO2e, on basis workflow
      | is                                                                                    |
      | footprint of the claim period per kilogram * quantity of product covered by the claim |
    And the quantity emissions not compensated (left_open), in tCO2e, on basis workflow
      | is                                                                |
      | remaining emissions - removals inside the boundary - credits used |
    And verdicts are governed by display period, otherwise permitted with qualification on basis otherwise, proof

  Rule: Neutrality based on credits claimed towards consumers in the Union
    Background:
      Given these verdict rules
        | id     | rule                                                               | when                                                                         | verdict    | severity | in force from | warn from  | basis      |
        | CNP-EU | Neutrality based on credits claimed towards consumers in the Union | target audience is consumers in the Union; credits used is more than 0 tCO2e | prohibited | major    | 2026-09-27    | 2026-03-27 | annex-i-4c |
      And these remedies
        | rule   | say instead                                                                                                                                                                                                     |
        | CNP-EU | do not use the word towards consumers in the Union, whatever certificate is held; state the footprint over the life cycle and the company's own reductions, and mention credits only as a separate contribution |

    Scenario: Neutrality based on credits claimed towards consumers in the Union
      Given target audience is consumers in the Union
      When evaluated as of 2026-11-20
      Then rule CNP-EU holds

  Rule: Credits deducted from the footprint
    Background:
      Given these verdict rules
        | id     | rule                                | when                                       | verdict    | severity | basis     |
        | CNP-01 | Credits deducted from the footprint | credits deducted from the footprint is yes | prohibited | major    | iso-14067 |
      And these remedies
        | rule   | say instead                                                             |
        | CNP-01 | compute the footprint without credits and report the credits separately |

    Scenario: Credits deducted from the footprint
      Given credits deducted from the footprint is yes
      When evaluated as of 2026-11-20
      Then rule CNP-01 holds

  Rule: Emissions not fully compensated
    Background:
      Given these verdict rules
        | id     | rule                            | when                                           | verdict    | severity | basis    |
        | CNP-02 | Emissions not fully compensated | emissions not compensated is more than 0 tCO2e | misleading | major    | workflow |
      And these remedies
        | rule   | say instead                                                                   |
        | CNP-02 | state how much was reduced and how much compensated, without the word neutral |

    Scenario: Emissions not fully compensated
      Given credits used is 1999.99 tCO2e
      When evaluated as of 2026-11-20
      Then rule CNP-02 holds

    Scenario: Without evidence for the footprint the claim needs evidence
      Given evidence for footprint of the claim period per kilogram is missing
      When evaluated as of 2026-11-20
      Then rule CNP-02 is undetermined
      And the verdict is needs evidence

  Rule: Credits not retired for this product and period
    Background:
      Given these verdict rules
        | id     | rule                                            | when                                                                                 | verdict    | severity | basis   |
        | CNP-03 | Credits not retired for this product and period | credits used is more than 0 tCO2e; credits retired for this product and period is no | prohibited | major    | credits |
      And these remedies
        | rule   | say instead                                         |
        | CNP-03 | retire the credits and publish their serial numbers |

    Scenario: Credits not retired for this product and period
      Given credits retired for this product and period is no
      When evaluated as of 2026-11-20
      Then rule CNP-03 holds

    Scenario: Rule CNP-03 does not apply without credits
      Given credits used is 0 tCO2e
      And credits retired for this product and period is no
      When evaluated as of 2026-11-20
      Then rule CNP-03 does not hold

  Rule: Credits counted twice
    Background:
      Given these verdict rules
        | id     | rule                  | when                                                          | verdict    | severity | basis   |
        | CNP-04 | Credits counted twice | credits used is more than 0 tCO2e; credits counted once is no | prohibited | major    | credits |
      And these remedies
        | rule   | say instead                   |
        | CNP-04 | count each serial number once |

    Scenario: Credits counted twice
      Given credits counted once is no
      When evaluated as of 2026-11-20
      Then rule CNP-04 holds

    Scenario: Rule CNP-04 does not apply without credits
      Given credits used is 0 tCO2e
      And credits counted once is no
      When evaluated as of 2026-11-20
      Then rule CNP-04 does not hold

  Rule: Credits from activities that the law requires
    Background:
      Given these verdict rules
        | id     | rule                                          | when                                                                                  | verdict    | severity | basis   |
        | CNP-05 | Credits from activities that the law requires | credits used is more than 0 tCO2e; credits from activities that no law requires is no | misleading | major    | credits |
      And these remedies
        | rule   | say instead                                    |
        | CNP-05 | use credits from projects that no law requires |

    Scenario: Credits from activities that the law requires
      Given credits from activities that no law requires is no
      When evaluated as of 2026-11-20
      Then rule CNP-05 holds

    Scenario: Rule CNP-05 does not apply without credits
      Given credits used is 0 tCO2e
      And credits from activities that no law requires is no
      When evaluated as of 2026-11-20
      Then rule CNP-05 does not hold

  Rule: Storage too short for neutrality
    Background:
      Given these verdict rules
        | id     | rule                             | when                                                                              | verdict    | severity | in force from | basis   |
        | CNP-06 | Storage too short for neutrality | credits used is more than 0 tCO2e; storage period long enough for the claim is no | misleading | major    | 2022-01-01    | storage |
      And these remedies
        | rule   | say instead                                           |
        | CNP-06 | do not equate temporary storage with fossil emissions |

    Scenario: Storage too short for neutrality
      Given storage period long enough for the claim is no
      When evaluated as of 2026-11-20
      Then rule CNP-06 holds

    Scenario: Rule CNP-06 does not apply without credits
      Given credits used is 0 tCO2e
      And storage period long enough for the claim is no
      When evaluated as of 2026-11-20
      Then rule CNP-06 does not hold

    Scenario: Rule CNP-06 is not in force before 2022-01-01
      Given display period is 2021-12-31 to 2021-12-31
      When evaluated as of 2026-11-20
      Then rule CNP-06 is not in force

  Rule: Credits used without a management plan
    Background:
      Given these verdict rules
        | id     | rule                                   | when                                                                                         | verdict        | severity | in force from | basis     |
        | CNP-07 | Credits used without a management plan | credits used is more than 0 tCO2e; management plan with a pathway to neutrality exists is no | needs evidence | major    | 2023-11-30    | iso-14068 |
      And these remedies
        | rule   | say instead                                                                           |
        | CNP-07 | first reduce according to a plan, then use removals inside the boundary, then credits |

    Scenario: Credits used without a management plan
      Given management plan with a pathway to neutrality exists is no
      When evaluated as of 2026-11-20
      Then rule CNP-07 holds

    Scenario: Rule CNP-07 does not apply without credits
      Given credits used is 0 tCO2e
      And management plan with a pathway to neutrality exists is no
      When evaluated as of 2026-11-20
      Then rule CNP-07 does not hold

  Rule: No reduction since the earlier period
    Background:
      Given these verdict rules
        | id     | rule                                  | when                                                                                               | verdict        | severity | in force from | basis          |
        | CNP-08 | No reduction since the earlier period | credits used is more than 0 tCO2e; period of the claim is a later period; reduction is at most 0 % | needs evidence | major    | 2023-11-30    | iso-14068-year |
      And these remedies
        | rule   | say instead                                      |
        | CNP-08 | reduce the footprint before the claim is renewed |

    Scenario: No reduction since the earlier period
      Given footprint of the earlier period per kilogram is 2 kgCO2e/kg
      When evaluated as of 2026-11-20
      Then rule CNP-08 holds

    Scenario: Rule CNP-08 does not apply without credits
      Given credits used is 0 tCO2e
      And supposing reduction is 0 %
      When evaluated as of 2026-11-20
      Then rule CNP-08 does not hold

  Rule: PAS 2060 claim without a management plan
    Background:
      Given these verdict rules
        | id     | rule                                     | when                                                                                                                                       | verdict        | severity | basis          |
        | CNP-18 | PAS 2060 claim without a management plan | standard of the neutrality claim is PAS 2060; credits used is more than 0 tCO2e; management plan with a pathway to neutrality exists is no | needs evidence | major    | pas-2060-terms |
      And these remedies
        | rule   | say instead                                               |
        | CNP-18 | prepare the management plan, which PAS 2060 also requires |

    Scenario Outline: PAS 2060 requires a plan even before ISO 14068-1
      Given standard is <standard>
      And display period is 2022-06-01 to 2022-06-30
      And date of the declaration is 2022-01-15
      And plan is <plan>
      And credits used is <credits used> tCO2e
      When evaluated as of 2022-07-01
      Then rule CNP-18 <state>
      And the verdict is <verdict>

      Examples:
        | standard    | plan | credits used | state         | verdict                      |
        | pas_2060    | no   | 2000         | holds         | needs evidence               |
        | pas_2060    | yes  | 2000         | does not hold | permitted with qualification |
        | pas_2060    | no   | 0.01         | holds         | misleading                   |
        | pas_2060    | no   | 0            | does not hold | misleading                   |
        | iso_14068_1 | no   | 2000         | does not hold | permitted with qualification |

  Rule: PAS 2060 claim without a reduction since the earlier period
    Background:
      Given these verdict rules
        | id     | rule                                                        | when                                                                                                                                             | verdict        | severity | basis          |
        | CNP-19 | PAS 2060 claim without a reduction since the earlier period | standard of the neutrality claim is PAS 2060; credits used is more than 0 tCO2e; period of the claim is a later period; reduction is at most 0 % | needs evidence | major    | pas-2060-terms |
      And these remedies
        | rule   | say instead                                                                          |
        | CNP-19 | reduce the footprint before the claim is renewed, or prove that total emissions fell |

    Scenario Outline: PAS 2060 requires a reduction from the second period on
      Given standard is <standard>
      And display period is 2022-06-01 to 2022-06-30
      And date of the declaration is 2022-01-15
      And claim_period is <period>
      And quantity of product covered by the claim is 100 t
      And footprint of the earlier period per kilogram is 10 kgCO2e/kg
      And footprint is <footprint> kgCO2e/kg
      And credits used is <credits used> tCO2e
      When evaluated as of 2022-07-01
      Then rule CNP-19 <state>
      And the verdict is <verdict>

      Examples:
        | standard    | period       | footprint | credits used | state         | verdict                      |
        | pas_2060    | first_period | 10        | 1000         | does not hold | permitted with qualification |
        | pas_2060    | later_period | 10        | 1000         | holds         | needs evidence               |
        | pas_2060    | later_period | 9.8       | 980          | does not hold | permitted with qualification |
        | pas_2060    | later_period | 9.99      | 999          | does not hold | permitted with qualification |
        | pas_2060    | later_period | 10        | 999          | holds         | misleading                   |
        | pas_2060    | later_period | 10        | 0.01         | holds         | misleading                   |
        | pas_2060    | later_period | 10        | 0            | does not hold | misleading                   |
        | iso_14068_1 | later_period | 10        | 1000         | does not hold | permitted with qualification |

  Rule: Footprint not verified
    Background:
      Given these verdict rules
        | id     | rule                   | when                     | verdict        | severity | basis    |
        | CNP-09 | Footprint not verified | footprint verified is no | needs evidence | major    | workflow |
      And these remedies
        | rule   | say instead                 |
        | CNP-09 | have the footprint verified |

    Scenario: Footprint not verified
      Given footprint verified is no
      When evaluated as of 2026-11-20
      Then rule CNP-09 holds

  Rule: Neutrality of a part of the life cycle without stating the boundary
    Background:
      Given these verdict rules
        | id     | rule                                                                | when                                                                                                                          | verdict    | severity | basis |
        | CNP-10 | Neutrality of a part of the life cycle without stating the boundary | system boundary of the footprint is one of gate to gate, cradle to gate, cradle to retail; boundary stated in the claim is no | misleading | major    | part  |
      And these remedies
        | rule   | say instead                                            |
        | CNP-10 | state the boundary next to the claim, in the same line |

    Scenario Outline: Neutrality of a part of the life cycle without stating the boundary
      Given system boundary of the footprint is <system boundary of the footprint>
      And boundary stated in the claim is <boundary_stated>
      When evaluated as of 2026-11-20
      Then rule CNP-10 <CNP-10>

      Examples:
        | system boundary of the footprint | boundary_stated | CNP-10        |
        | cradle to gate                   | no              | holds         |
        | cradle to grave                  | no              | does not hold |
        | gate to gate                     | yes             | does not hold |

  Rule: Standard of neutrality withdrawn
    Background:
      Given these verdict rules
        | id     | rule                                          | when                                         | verdict        | severity | in force from | basis    |
        | CNP-11 | Neutrality claimed under a withdrawn standard | standard of the neutrality claim is PAS 2060 | needs evidence | major    | 2025-12-01    | pas-2060 |
      And these remedies
        | rule   | say instead             |
        | CNP-11 | use ISO 14068-1 instead |

    Scenario: Standard of neutrality withdrawn
      Given standard of the neutrality claim is PAS 2060
      When evaluated as of 2026-11-20
      Then rule CNP-11 holds

  Rule: Standard intended for events
    Background:
      Given these verdict rules
        | id     | rule                                                | when                                                           | verdict        | severity | basis  |
        | CNP-12 | Standard used for a product but intended for events | standard of the neutrality claim is guideline for large events | needs evidence | major    | events |
      And these remedies
        | rule   | say instead                 |
        | CNP-12 | use a standard for products |

    Scenario: Standard intended for events
      Given standard of the neutrality claim is guideline for large events
      When evaluated as of 2026-11-20
      Then rule CNP-12 holds

  Rule: Declared more than a year ago
    Background:
      Given these verdict rules
        | id     | rule                          | when                                                                     | verdict        | severity | basis          |
        | CNP-13 | Declared more than a year ago | date of the declaration is before the end of display period minus 1 year | needs evidence | major    | iso-14068-year |
      And these remedies
        | rule   | say instead                      |
        | CNP-13 | renew the declaration every year |

    Scenario: Declared more than a year ago
      Given date of the declaration is 2025-12-30
      When evaluated as of 2026-11-20
      Then rule CNP-13 holds

  Rule: Claim displayed before its declaration
    Background:
      Given these verdict rules
        | id     | rule                                   | when                                                         | verdict        | severity | basis          |
        | CNP-17 | Claim displayed before its declaration | date of the declaration is after the start of display period | needs evidence | major    | iso-14068-year |
      And these remedies
        | rule   | say instead                                                         |
        | CNP-17 | publish the declaration with its report before displaying the claim |

    Scenario Outline: A declaration on the first day of display is early enough
      Given declared_on is <declared>
      When evaluated as of 2026-11-20
      Then rule CNP-17 <state>

      Examples:
        | declared   | state         |
        | 2026-10-01 | does not hold |
        | 2026-10-02 | holds         |

  Rule: Declaration not independently verified or report not public
    Background:
      Given these verdict rules
        | id     | rule                                                        | when                         | verdict        | severity | in force from | basis     |
        | CNP-14 | Declaration not independently verified or report not public | independently verified is no | needs evidence | major    | 2023-11-30    | iso-14068 |
        | CNP-14 |                                                             | report published is no       |                |          |               |           |
      And these remedies
        | rule   | say instead                                                    |
        | CNP-14 | have it verified by an independent body and publish the report |

    Scenario: Declaration not independently verified or report not public
      Given independently verified is no
      When evaluated as of 2026-11-20
      Then rule CNP-14 holds

    Scenario: Rule CNP-14 applies if the report is not public
      Given report published is no
      When evaluated as of 2026-11-20
      Then rule CNP-14 holds

  Rule: Certificate issued for another designation
    Background:
      Given these verdict rules
        | id     | rule                                       | when                                                                                                    | verdict    | severity | basis              |
        | CNP-15 | Certificate issued for another designation | certificate held is one of of the footprint, of reduced carbon, of low carbon, of a zero-carbon factory | misleading | major    | other-certificates |
      And these remedies
        | rule   | say instead                                              |
        | CNP-15 | use the designation for which the certificate was issued |

    Scenario: Certificate issued for another designation
      Given certificate held is of a zero-carbon factory
      When evaluated as of 2026-11-20
      Then rule CNP-15 holds

  Rule: Basis of the claim not stated in the claim
    Background:
      Given these verdict rules
        | id     | rule                                       | when                                         | verdict        | severity | in force from | basis     |
        | CNP-16 | Basis of the claim not stated in the claim | basis of the claim stated in the claim is no | needs evidence | major    | 2023-11-30    | iso-14068 |
      And these remedies
        | rule   | say instead                                                                                                                                 |
        | CNP-16 | state the boundary, the reduction, the compensated emissions and the verification body; towards consumers in the Union only without credits |

    Scenario: Basis of the claim not stated in the claim
      Given basis of the claim stated in the claim is no
      When evaluated as of 2026-11-20
      Then rule CNP-16 holds

  Rule: Order of reduction, removal and offset not followed
    Background:
      Given these verdict rules
        | id     | rule                                                | when                                                                                      | verdict        | severity | in force from | basis           |
        | CNP-20 | Order of reduction, removal and offset not followed | credits used is more than 0 tCO2e; sequence followed: reductions, removals, credits is no | needs evidence | major    | 2023-11-30    | iso-14068-order |
      And these remedies
        | rule   | say instead                                                                                |
        | CNP-20 | reduce first, then remove inside the boundary, and use credits for the remaining emissions |

    Scenario Outline: Credits used out of order need evidence
      Given in_order is <order>
      And credits used is <credits used> tCO2e
      When evaluated as of 2026-11-20
      Then rule CNP-20 <state>

      Examples:
        | order | credits used | state         |
        | no    | 2000         | holds         |
        | no    | 0.01         | holds         |
        | no    | 0            | does not hold |
        | yes   | 2000         | does not hold |

    Scenario Outline: Rule CNP-20 is in force from its first day
      Given in_order is no
      And display period is <day> to <day>
      When evaluated as of 2026-11-20
      Then rule CNP-20 <state>

      Examples:
        | day        | state           |
        | 2023-11-29 | is not in force |
        | 2023-11-30 | holds           |

    Scenario: The verdict is decided by rule CNP-20
      Given in_order is no
      When evaluated as of 2026-11-20
      Then the verdict is needs evidence under CNP-20

  Rule: Management plan incomplete
    Background:
      Given these verdict rules
        | id     | rule                       | when                                                                                                                                                                                   | verdict        | severity | in force from | basis          |
        | CNP-21 | Management plan incomplete | credits used is more than 0 tCO2e; management plan with a pathway to neutrality exists is yes; contents of the plan includes none of baseline                                          | needs evidence | major    | 2023-11-30    | iso-14068-plan |
        | CNP-21 |                            | credits used is more than 0 tCO2e; management plan with a pathway to neutrality exists is yes; contents of the plan includes none of intermediate targets                              |                |          |               |                |
        | CNP-21 |                            | credits used is more than 0 tCO2e; management plan with a pathway to neutrality exists is yes; contents of the plan includes none of removals                                          |                |          |               |                |
        | CNP-21 |                            | credits used is more than 0 tCO2e; management plan with a pathway to neutrality exists is yes; contents of the plan includes none of kinds of offsets                                  |                |          |               |                |
        | CNP-21 |                            | credits used is more than 0 tCO2e; management plan with a pathway to neutrality exists is yes; contents of the plan includes none of indicators                                        |                |          |               |                |
        | CNP-21 |                            | credits used is more than 0 tCO2e; management plan with a pathway to neutrality exists is yes; contents of the plan includes none of day from which only residual emissions are offset |                |          |               |                |
      And these remedies
        | rule   | say instead                                                                                                                                          |
        | CNP-21 | complete the plan: baseline, intermediate targets, removals, kinds of offsets, indicators, and the day from which only residual emissions are offset |

    Scenario Outline: Each part of the plan is required
      Given plan_tells is <told>
      And credits used is 0.01 tCO2e
      When evaluated as of 2026-11-20
      Then rule CNP-21 <state>

      Examples:
        | told                                                           | state         |
        | baseline, targets, removals, offsets, indicators, residual_day | does not hold |
        | targets, removals, offsets, indicators, residual_day           | holds         |
        | baseline, removals, offsets, indicators, residual_day          | holds         |
        | baseline, targets, offsets, indicators, residual_day           | holds         |
        | baseline, targets, removals, indicators, residual_day          | holds         |
        | baseline, targets, removals, offsets, residual_day             | holds         |
        | baseline, targets, removals, offsets, indicators               | holds         |

    Scenario Outline: Contents of the plan matter only with a plan and credits
      Given plan is <plan>
      And plan_tells is <told>
      And credits used is <credits used> tCO2e
      When evaluated as of 2026-11-20
      Then rule CNP-21 <state>

      Examples:
        | plan | told     | credits used | state         |
        | yes  | targets  | 2000         | holds         |
        | yes  | targets  | 0.01         | holds         |
        | yes  | targets  | 0            | does not hold |
        | no   | targets  | 2000         | does not hold |
        | yes  | baseline | 0            | does not hold |
        | no   | baseline | 2000         | does not hold |

    Scenario Outline: Rule CNP-21 is in force from its first day
      Given plan_tells is targets
      And display period is <day> to <day>
      When evaluated as of 2026-11-20
      Then rule CNP-21 <state>

      Examples:
        | day        | state           |
        | 2023-11-29 | is not in force |
        | 2023-11-30 | holds           |

    Scenario: The verdict is decided by rule CNP-21
      Given plan_tells is targets
      When evaluated as of 2026-11-20
      Then the verdict is needs evidence under CNP-21

  Rule: Reduction based on purchased electricity certificates
    Background:
      Given these verdict rules
        | id     | rule                                                  | when                                                                                                          | verdict                      | severity | basis            |
        | CNP-22 | Reduction based on purchased electricity certificates | standard of the neutrality claim is ISO 14068-1; reduction based on purchased electricity certificates is yes | permitted with qualification | minor    | certificates-out |
      And these remedies
        | rule   | say instead                                            |
        | CNP-22 | also state the reduction achieved without certificates |

    Scenario Outline: A reduction based on certificates is reported under ISO 14068-1
      Given by_certificates is <bought>
      And standard is <standard>
      When evaluated as of 2026-11-20
      Then rule CNP-22 <state>

      Examples:
        | bought | standard       | state         |
        | yes    | iso_14068_1    | holds         |
        | no     | iso_14068_1    | does not hold |
        | yes    | other_standard | does not hold |

    Scenario: Certificates alone leave the claim permitted with qualification
      Given by_certificates is yes
      When evaluated as of 2026-11-20
      Then the verdict is permitted with qualification under CNP-22

  Rule: Terms of another standard
    Background:
      Given these verdict rules
        | id     | rule                              | when                                                                                            | verdict        | severity | basis         |
        | CNP-23 | Terms of another standard not met | standard of the neutrality claim is another standard; terms of the other standard are met is no | needs evidence | major    | unknown-terms |
      And these remedies
        | rule   | say instead                                                               |
        | CNP-23 | show the terms of that standard and that they are met, or use ISO 14068-1 |

    Scenario Outline: Another standard does not avoid the requirements
      Given standard is <standard>
      And terms_met is <met>
      When evaluated as of 2026-11-20
      Then rule CNP-23 <state>
      And the verdict is <verdict>

      Examples:
        | standard       | met | state         | verdict                      |
        | other_standard | no  | holds         | needs evidence               |
        | other_standard | yes | does not hold | permitted with qualification |
        | iso_14068_1    | no  | does not hold | permitted with qualification |

    Scenario: Without information on its terms another standard leaves the rule undetermined
      Given standard is other_standard
      And terms_met is missing
      When evaluated as of 2026-11-20
      Then rule CNP-23 is undetermined

  Rule: Worked cases

    Scenario: A certified bottle displayed in the Union is prohibited
      Given target audience is consumers in the Union
      When evaluated as of 2026-11-20
      Then the verdict is prohibited under CNP-EU

    Scenario: The same claim on the day before the Directive applies
      Given target audience is consumers in the Union
      And display period is 2026-09-26 to 2026-09-26
      When evaluated as of 2026-11-20
      Then the verdict is permitted with qualification

    Scenario: Neutrality in the Union through removals inside the boundary alone is not prohibited
      Given target audience is consumers in the Union
      And removals inside the boundary is 2000 tCO2e
      And credits used is 0 tCO2e
      When evaluated as of 2026-11-20
      Then the quantity left_open is 0 tCO2e
      And the verdict is permitted with qualification

    Scenario: Mesh fabric: reduced by eleven per cent, the rest compensated
      Given footprint of the earlier period per kilogram is 10 kgCO2e/kg
      And footprint of the claim period per kilogram is 8.9 kgCO2e/kg
      And quantity of product covered by the claim is 250 t
      And credits used is 2225 tCO2e
      When evaluated as of 2026-11-20
      Then the quantity reduction is 11 %
      And the quantity remaining is 2225 tCO2e
      And the quantity left_open is 0 tCO2e
      And the verdict is permitted with qualification

    Scenario: Credits for only part of the remaining emissions
      Given credits used is 1000 tCO2e
      When evaluated as of 2026-11-20
      Then the quantity left_open is 1000 tCO2e
      And the verdict is misleading under CNP-02

    Scenario: A PAS 2060 claim after the withdrawal of the standard
      Given standard of the neutrality claim is PAS 2060
      When evaluated as of 2026-11-20
      Then the verdict is needs evidence under CNP-11

    Scenario: The first period requires a plan, but no reduction yet
      Given period of the claim is the first period
      And footprint of the earlier period per kilogram is 2 kgCO2e/kg
      When evaluated as of 2026-11-20
      Then the quantity reduction is 0 %
      And the verdict is permitted with qualification

    Scenario: A declaration exactly one year old is still valid
      Given date of the declaration is 2025-12-31
      When evaluated as of 2026-11-20
      Then the verdict is permitted with qualification

    Scenario: A footprint certificate does not support neutrality
      Given certificate held is of the footprint
      When evaluated as of 2026-11-20
      Then the verdict is misleading under CNP-15

    Scenario: An unknown target audience needs evidence
      Given target audience is missing
      When evaluated as of 2026-11-20
      Then the verdict is needs evidence
