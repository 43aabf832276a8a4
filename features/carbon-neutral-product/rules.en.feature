# language: en
Feature: Rules · Carbon-neutral products
  What is computed, and what follows from it.

  Background:
    Given the scorecard carbon-neutral-product
    And the quantity reduction (reduction), in %, on basis workflow
      | is                                                                | when                             |
      | undetermined, because a footprint of 0 cannot fall                | earlier footprint is 0 kgCO2e/kg |
      | (earlier footprint - footprint of the period) / earlier footprint | otherwise                        |
    And the quantity remaining emissions (remaining), in tCO2e, on basis workflow
      | is                                        |
      | footprint of the period * product covered |
    And the quantity not compensated (left_open), in tCO2e, on basis workflow
      | is                                                           |
      | remaining emissions - removals inside the boundary - credits |
    And verdicts are governed by display period, otherwise permitted with qualification on basis otherwise, proof

  Rule: Neutral by credits toward consumers in the Union
    Background:
      Given these verdict rules
        | id     | rule                                             | when                                                             | verdict    | severity | in force from | warn from  | basis      |
        | CNP-EU | Neutral by credits toward consumers in the Union | shown to is consumers in the Union; credits is more than 0 tCO2e | prohibited | major    | 2026-09-27    | 2026-03-27 | annex-i-4c |
      And these remedies
        | rule   | say instead                                                                                                                                                                           |
        | CNP-EU | to consumers in the Union leave the word out, whatever certificate there is; give the footprint over the life cycle and own reductions, and credits only as a contribution of its own |

    Scenario: Neutral by credits toward consumers in the Union
      Given shown to is consumers in the Union
      When evaluated as of 2026-11-20
      Then rule CNP-EU holds

  Rule: Credits inside the footprint
    Background:
      Given these verdict rules
        | id     | rule                         | when                                | verdict    | severity | basis     |
        | CNP-01 | Credits inside the footprint | credits inside the footprint is yes | prohibited | major    | iso-14067 |
      And these remedies
        | rule   | say instead                                  |
        | CNP-01 | compute it without, and report credits apart |

    Scenario: Credits inside the footprint
      Given credits inside the footprint is yes
      When evaluated as of 2026-11-20
      Then rule CNP-01 holds

  Rule: Not everything compensated
    Background:
      Given these verdict rules
        | id     | rule                       | when                                 | verdict    | severity | basis    |
        | CNP-02 | Not everything compensated | not compensated is more than 0 tCO2e | misleading | major    | workflow |
      And these remedies
        | rule   | say instead                                                                 |
        | CNP-02 | say how much was reduced and how much compensated, without the word neutral |

    Scenario: Not everything compensated
      Given credits is 1999.99 tCO2e
      When evaluated as of 2026-11-20
      Then rule CNP-02 holds

    Scenario: without a paper it needs evidence
      Given evidence for footprint of the period is missing
      When evaluated as of 2026-11-20
      Then rule CNP-02 is undetermined
      And the verdict is needs evidence

  Rule: Credits not retired for product and period
    Background:
      Given these verdict rules
        | id     | rule                                       | when                                                                       | verdict    | severity | basis   |
        | CNP-03 | Credits not retired for product and period | credits is more than 0 tCO2e; credits retired for product and period is no | prohibited | major    | credits |
      And these remedies
        | rule   | say instead                         |
        | CNP-03 | retire them and publish the serials |

    Scenario: Credits not retired for product and period
      Given credits retired for product and period is no
      When evaluated as of 2026-11-20
      Then rule CNP-03 holds

    Scenario: CNP-03: credits is more than 0 tCO2e: just fails
      Given credits is 0 tCO2e
      And credits retired for product and period is no
      When evaluated as of 2026-11-20
      Then rule CNP-03 does not hold

  Rule: Credits counted twice
    Background:
      Given these verdict rules
        | id     | rule                  | when                                                     | verdict    | severity | basis   |
        | CNP-04 | Credits counted twice | credits is more than 0 tCO2e; credits counted once is no | prohibited | major    | credits |
      And these remedies
        | rule   | say instead            |
        | CNP-04 | count each serial once |

    Scenario: Credits counted twice
      Given credits counted once is no
      When evaluated as of 2026-11-20
      Then rule CNP-04 holds

    Scenario: CNP-04: credits is more than 0 tCO2e: just fails
      Given credits is 0 tCO2e
      And credits counted once is no
      When evaluated as of 2026-11-20
      Then rule CNP-04 does not hold

  Rule: Credits for what law requires
    Background:
      Given these verdict rules
        | id     | rule                          | when                                                                 | verdict    | severity | basis   |
        | CNP-05 | Credits for what law requires | credits is more than 0 tCO2e; credits beyond what law requires is no | misleading | major    | credits |
      And these remedies
        | rule   | say instead                                   |
        | CNP-05 | take credits of projects that no law requires |

    Scenario: Credits for what law requires
      Given credits beyond what law requires is no
      When evaluated as of 2026-11-20
      Then rule CNP-05 holds

    Scenario: CNP-05: credits is more than 0 tCO2e: just fails
      Given credits is 0 tCO2e
      And credits beyond what law requires is no
      When evaluated as of 2026-11-20
      Then rule CNP-05 does not hold

  Rule: Storage too short for neutrality
    Background:
      Given these verdict rules
        | id     | rule                             | when                                                                  | verdict    | severity | in force from | basis   |
        | CNP-06 | Storage too short for neutrality | credits is more than 0 tCO2e; storage long enough for the claim is no | misleading | major    | 2022-01-01    | storage |
      And these remedies
        | rule   | say instead                                           |
        | CNP-06 | do not equate temporary storage with fossil emissions |

    Scenario: Storage too short for neutrality
      Given storage long enough for the claim is no
      When evaluated as of 2026-11-20
      Then rule CNP-06 holds

    Scenario: CNP-06: credits is more than 0 tCO2e: just fails
      Given credits is 0 tCO2e
      And storage long enough for the claim is no
      When evaluated as of 2026-11-20
      Then rule CNP-06 does not hold

    Scenario: CNP-06: display period is from 2022-01-01: just fails
      Given display period is 2021-12-31 to 2021-12-31
      When evaluated as of 2026-11-20
      Then rule CNP-06 is not in force

  Rule: Offset before reduction
    Background:
      Given these verdict rules
        | id     | rule                    | when                                                                 | verdict        | severity | in force from | basis     |
        | CNP-07 | Offset before reduction | credits is more than 0 tCO2e; management plan with its pathway is no | needs evidence | major    | 2023-11-30    | iso-14068 |
      And these remedies
        | rule   | say instead                                                             |
        | CNP-07 | reduce first by a plan, then removals inside the boundary, then credits |

    Scenario: Offset before reduction
      Given management plan with its pathway is no
      When evaluated as of 2026-11-20
      Then rule CNP-07 holds

    Scenario: CNP-07: credits is more than 0 tCO2e: just fails
      Given credits is 0 tCO2e
      And management plan with its pathway is no
      When evaluated as of 2026-11-20
      Then rule CNP-07 does not hold

  Rule: No reduction since the period before
    Background:
      Given these verdict rules
        | id     | rule                                 | when                                                                                       | verdict        | severity | in force from | basis          |
        | CNP-08 | No reduction since the period before | credits is more than 0 tCO2e; period of the claim is a later one; reduction is at most 0 % | needs evidence | major    | 2023-11-30    | iso-14068-year |
      And these remedies
        | rule   | say instead                 |
        | CNP-08 | reduce before it is renewed |

    Scenario: No reduction since the period before
      Given earlier footprint is 2 kgCO2e/kg
      When evaluated as of 2026-11-20
      Then rule CNP-08 holds

    Scenario: CNP-08: credits is more than 0 tCO2e: just fails
      Given credits is 0 tCO2e
      And supposing reduction is 0 %
      When evaluated as of 2026-11-20
      Then rule CNP-08 does not hold

  Rule: By PAS 2060 without a plan
    Background:
      Given these verdict rules
        | id     | rule                       | when                                                                                                     | verdict        | severity | basis          |
        | CNP-18 | By PAS 2060 without a plan | standard of neutrality is PAS 2060; credits is more than 0 tCO2e; management plan with its pathway is no | needs evidence | major    | pas-2060-terms |
      And these remedies
        | rule   | say instead                                    |
        | CNP-18 | make the plan that this standard asks for, too |

    Scenario Outline: by PAS 2060, before the days of ISO 14068-1 too
      Given standard is <standard>
      And display period is 2022-06-01 to 2022-06-30
      And day of declaration is 2022-01-15
      And plan is <plan>
      And credits is <credits> tCO2e
      When evaluated as of 2022-07-01
      Then rule CNP-18 <state>
      And the verdict is <verdict>

      Examples:
        | standard    | plan | credits | state         | verdict                      |
        | pas_2060    | no   | 2000    | holds         | needs evidence               |
        | pas_2060    | yes  | 2000    | does not hold | permitted with qualification |
        | pas_2060    | no   | 0.01    | holds         | misleading                   |
        | pas_2060    | no   | 0       | does not hold | misleading                   |
        | iso_14068_1 | no   | 2000    | does not hold | permitted with qualification |

  Rule: By PAS 2060 without a fall since the period before
    Background:
      Given these verdict rules
        | id     | rule                                               | when                                                                                                                           | verdict        | severity | basis          |
        | CNP-19 | By PAS 2060 without a fall since the period before | standard of neutrality is PAS 2060; credits is more than 0 tCO2e; period of the claim is a later one; reduction is at most 0 % | needs evidence | major    | pas-2060-terms |
      And these remedies
        | rule   | say instead                                                              |
        | CNP-19 | reduce before it is renewed, or prove that the emissions as a whole fell |

    Scenario Outline: a hundred units of ten tonnes by PAS 2060
      Given standard is <standard>
      And display period is 2022-06-01 to 2022-06-30
      And day of declaration is 2022-01-15
      And claim_period is <period>
      And product covered is 100 t
      And earlier footprint is 10 kgCO2e/kg
      And footprint is <footprint> kgCO2e/kg
      And credits is <credits> tCO2e
      When evaluated as of 2022-07-01
      Then rule CNP-19 <state>
      And the verdict is <verdict>

      Examples:
        | standard    | period       | footprint | credits | state         | verdict                      |
        | pas_2060    | first_period | 10        | 1000    | does not hold | permitted with qualification |
        | pas_2060    | later_period | 10        | 1000    | holds         | needs evidence               |
        | pas_2060    | later_period | 9.8       | 980     | does not hold | permitted with qualification |
        | pas_2060    | later_period | 9.99      | 999     | does not hold | permitted with qualification |
        | pas_2060    | later_period | 10        | 999     | holds         | misleading                   |
        | pas_2060    | later_period | 10        | 0.01    | holds         | misleading                   |
        | pas_2060    | later_period | 10        | 0       | does not hold | misleading                   |
        | iso_14068_1 | later_period | 10        | 1000    | does not hold | permitted with qualification |

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

  Rule: Part of the life neutral, unsaid
    Background:
      Given these verdict rules
        | id     | rule                             | when                                                                                                  | verdict    | severity | basis |
        | CNP-10 | Part of the life neutral, unsaid | boundary is one of gate to gate, cradle to gate, cradle to retail; boundary stated in the claim is no | misleading | major    | part  |
      And these remedies
        | rule   | say instead                         |
        | CNP-10 | state the boundary in the same line |

    Scenario Outline: Part of the life neutral, unsaid
      Given boundary is <boundary>
      And boundary stated in the claim is <boundary_stated>
      When evaluated as of 2026-11-20
      Then rule CNP-10 <CNP-10>

      Examples:
        | boundary        | boundary_stated | CNP-10        |
        | cradle to gate  | no              | holds         |
        | cradle to grave | no              | does not hold |
        | gate to gate    | yes             | does not hold |

  Rule: Standard of neutrality withdrawn
    Background:
      Given these verdict rules
        | id     | rule                             | when                               | verdict        | severity | in force from | basis    |
        | CNP-11 | Standard of neutrality withdrawn | standard of neutrality is PAS 2060 | needs evidence | major    | 2025-12-01    | pas-2060 |
      And these remedies
        | rule   | say instead         |
        | CNP-11 | move to ISO 14068-1 |

    Scenario: Standard of neutrality withdrawn
      Given standard of neutrality is PAS 2060
      When evaluated as of 2026-11-20
      Then rule CNP-11 holds

  Rule: Standard for events
    Background:
      Given these verdict rules
        | id     | rule                | when                                                 | verdict        | severity | basis  |
        | CNP-12 | Standard for events | standard of neutrality is guideline for large events | needs evidence | major    | events |
      And these remedies
        | rule   | say instead                            |
        | CNP-12 | take a standard that is about products |

    Scenario: Standard for events
      Given standard of neutrality is guideline for large events
      When evaluated as of 2026-11-20
      Then rule CNP-12 holds

  Rule: Declared more than a year ago
    Background:
      Given these verdict rules
        | id     | rule                          | when                                                                | verdict        | severity | basis          |
        | CNP-13 | Declared more than a year ago | day of declaration is before the end of display period minus 1 year | needs evidence | major    | iso-14068-year |
      And these remedies
        | rule   | say instead     |
        | CNP-13 | renew it yearly |

    Scenario: Declared more than a year ago
      Given day of declaration is 2025-12-30
      When evaluated as of 2026-11-20
      Then rule CNP-13 holds

  Rule: Shown before it was declared
    Background:
      Given these verdict rules
        | id     | rule                         | when                                                    | verdict        | severity | basis          |
        | CNP-17 | Shown before it was declared | day of declaration is after the start of display period | needs evidence | major    | iso-14068-year |
      And these remedies
        | rule   | say instead                               |
        | CNP-17 | declare first, with its report, then show |

    Scenario Outline: declared on the first day shown, and the day after
      Given declared_on is <declared>
      When evaluated as of 2026-11-20
      Then rule CNP-17 <state>

      Examples:
        | declared   | state         |
        | 2026-10-01 | does not hold |
        | 2026-10-02 | holds         |

  Rule: Not verified or not public
    Background:
      Given these verdict rules
        | id     | rule                       | when                         | verdict        | severity | in force from | basis     |
        | CNP-14 | Not verified or not public | independently verified is no | needs evidence | major    | 2023-11-30    | iso-14068 |
        | CNP-14 |                            | report public is no          |                |          |               |           |
      And these remedies
        | rule   | say instead                                                    |
        | CNP-14 | have it verified by an independent body and publish the report |

    Scenario: Not verified or not public
      Given independently verified is no
      When evaluated as of 2026-11-20
      Then rule CNP-14 holds

    Scenario: CNP-14: report public is no: just holds
      Given report public is no
      When evaluated as of 2026-11-20
      Then rule CNP-14 holds

  Rule: Certificate for another word
    Background:
      Given these verdict rules
        | id     | rule                         | when                                                                                                               | verdict    | severity | basis              |
        | CNP-15 | Certificate for another word | certificate behind the word is one of of the footprint, of reduced carbon, of low carbon, of a zero-carbon factory | misleading | major    | other-certificates |
      And these remedies
        | rule   | say instead                                |
        | CNP-15 | use the word that the certificate is about |

    Scenario: Certificate for another word
      Given certificate behind the word is of a zero-carbon factory
      When evaluated as of 2026-11-20
      Then rule CNP-15 holds

  Rule: Basis not stated in the claim
    Background:
      Given these verdict rules
        | id     | rule                          | when                            | verdict        | severity | in force from | basis     |
        | CNP-16 | Basis not stated in the claim | basis stated in the claim is no | needs evidence | major    | 2023-11-30    | iso-14068 |
      And these remedies
        | rule   | say instead                                                                                                         |
        | CNP-16 | name boundary, reduction, what was compensated and by whom verified; to consumers in the Union only without credits |

    Scenario: Basis not stated in the claim
      Given basis stated in the claim is no
      When evaluated as of 2026-11-20
      Then rule CNP-16 holds

  Rule: Order of the hierarchy broken
    Background:
      Given these verdict rules
        | id     | rule                          | when                                                                              | verdict        | severity | in force from | basis           |
        | CNP-20 | Order of the hierarchy broken | credits is more than 0 tCO2e; reductions first, then removals, then credits is no | needs evidence | major    | 2023-11-30    | iso-14068-order |
      And these remedies
        | rule   | say instead                                                                      |
        | CNP-20 | reduce first, then remove inside the boundary, and take credits for what remains |

    Scenario Outline: credits before what comes first
      Given in_order is <order>
      And credits is <credits> tCO2e
      When evaluated as of 2026-11-20
      Then rule CNP-20 <state>

      Examples:
        | order | credits | state         |
        | no    | 2000    | holds         |
        | no    | 0.01    | holds         |
        | no    | 0       | does not hold |
        | yes   | 2000    | does not hold |

    Scenario Outline: CNP-20 from its day on
      Given in_order is no
      And display period is <day> to <day>
      When evaluated as of 2026-11-20
      Then rule CNP-20 <state>

      Examples:
        | day        | state           |
        | 2023-11-29 | is not in force |
        | 2023-11-30 | holds           |

    Scenario: CNP-20 decides
      Given in_order is no
      When evaluated as of 2026-11-20
      Then the verdict is needs evidence under CNP-20

  Rule: Plan leaves something out
    Background:
      Given these verdict rules
        | id     | rule                      | when                                                                                                                                                          | verdict        | severity | in force from | basis          |
        | CNP-21 | Plan leaves something out | credits is more than 0 tCO2e; management plan with its pathway is yes; what the plan tells includes none of baseline                                          | needs evidence | major    | 2023-11-30    | iso-14068-plan |
        | CNP-21 |                           | credits is more than 0 tCO2e; management plan with its pathway is yes; what the plan tells includes none of intermediate targets                              |                |          |               |                |
        | CNP-21 |                           | credits is more than 0 tCO2e; management plan with its pathway is yes; what the plan tells includes none of removals                                          |                |          |               |                |
        | CNP-21 |                           | credits is more than 0 tCO2e; management plan with its pathway is yes; what the plan tells includes none of kinds of offsets                                  |                |          |               |                |
        | CNP-21 |                           | credits is more than 0 tCO2e; management plan with its pathway is yes; what the plan tells includes none of indicators                                        |                |          |               |                |
        | CNP-21 |                           | credits is more than 0 tCO2e; management plan with its pathway is yes; what the plan tells includes none of day from which only residual emissions are offset |                |          |               |                |
      And these remedies
        | rule   | say instead                                                                                                                                          |
        | CNP-21 | complete the plan: baseline, intermediate targets, removals, kinds of offsets, indicators, and the day from which only residual emissions are offset |

    Scenario Outline: each part of the plan
      Given plan_tells is <told>
      And credits is 0.01 tCO2e
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

    Scenario Outline: without a plan, or without credits, it is not asked
      Given plan is <plan>
      And plan_tells is <told>
      And credits is <credits> tCO2e
      When evaluated as of 2026-11-20
      Then rule CNP-21 <state>

      Examples:
        | plan | told     | credits | state         |
        | yes  | targets  | 2000    | holds         |
        | yes  | targets  | 0.01    | holds         |
        | yes  | targets  | 0       | does not hold |
        | no   | targets  | 2000    | does not hold |
        | yes  | baseline | 0       | does not hold |
        | no   | baseline | 2000    | does not hold |

    Scenario Outline: CNP-21 from its day on
      Given plan_tells is targets
      And display period is <day> to <day>
      When evaluated as of 2026-11-20
      Then rule CNP-21 <state>

      Examples:
        | day        | state           |
        | 2023-11-29 | is not in force |
        | 2023-11-30 | holds           |

    Scenario: CNP-21 decides
      Given plan_tells is targets
      When evaluated as of 2026-11-20
      Then the verdict is needs evidence under CNP-21

  Rule: Reduction by bought certificates
    Background:
      Given these verdict rules
        | id     | rule                             | when                                                                                          | verdict                      | severity | basis            |
        | CNP-22 | Reduction by bought certificates | standard of neutrality is ISO 14068-1; reduction by bought certificates of electricity is yes | permitted with qualification | minor    | certificates-out |
      And these remedies
        | rule   | say instead                                     |
        | CNP-22 | tell what was reduced without certificates, too |

    Scenario Outline: certificates are told
      Given by_certificates is <bought>
      And standard is <standard>
      When evaluated as of 2026-11-20
      Then rule CNP-22 <state>

      Examples:
        | bought | standard       | state         |
        | yes    | iso_14068_1    | holds         |
        | no     | iso_14068_1    | does not hold |
        | yes    | other_standard | does not hold |

    Scenario: certificates alone leave it permitted with qualification
      Given by_certificates is yes
      When evaluated as of 2026-11-20
      Then the verdict is permitted with qualification under CNP-22

  Rule: Terms of another standard
    Background:
      Given these verdict rules
        | id     | rule                              | when                                                                                  | verdict        | severity | basis         |
        | CNP-23 | Terms of another standard not met | standard of neutrality is another standard; terms of the other standard are met is no | needs evidence | major    | unknown-terms |
      And these remedies
        | rule   | say instead                                                                |
        | CNP-23 | show the terms of that standard and that they are met, or take ISO 14068-1 |

    Scenario Outline: another standard is no way around
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

    Scenario: of another standard nothing is known
      Given standard is other_standard
      And terms_met is missing
      When evaluated as of 2026-11-20
      Then rule CNP-23 is undetermined

  Rule: Printed cases

    Scenario: a bottle with its certificate, shown in the Union
      Given shown to is consumers in the Union
      When evaluated as of 2026-11-20
      Then the verdict is prohibited under CNP-EU

    Scenario: the same the day before the Directive applies
      Given shown to is consumers in the Union
      And display period is 2026-09-26 to 2026-09-26
      When evaluated as of 2026-11-20
      Then the verdict is permitted with qualification

    Scenario: neutral in the Union by removals inside the boundary alone
      Given shown to is consumers in the Union
      And removals inside the boundary is 2000 tCO2e
      And credits is 0 tCO2e
      When evaluated as of 2026-11-20
      Then the quantity left_open is 0 tCO2e
      And the verdict is permitted with qualification

    Scenario: mesh fabric: reduced by eleven percent, the rest compensated
      Given earlier footprint is 10 kgCO2e/kg
      And footprint of the period is 8.9 kgCO2e/kg
      And product covered is 250 t
      And credits is 2225 tCO2e
      When evaluated as of 2026-11-20
      Then the quantity reduction is 11 %
      And the quantity remaining is 2225 tCO2e
      And the quantity left_open is 0 tCO2e
      And the verdict is permitted with qualification

    Scenario: credits for a part of the remainder only
      Given credits is 1000 tCO2e
      When evaluated as of 2026-11-20
      Then the quantity left_open is 1000 tCO2e
      And the verdict is misleading under CNP-02

    Scenario: by PAS 2060 after its withdrawal
      Given standard of neutrality is PAS 2060
      When evaluated as of 2026-11-20
      Then the verdict is needs evidence under CNP-11

    Scenario: the first period needs a plan, not yet a reduction
      Given period of the claim is the first
      And earlier footprint is 2 kgCO2e/kg
      When evaluated as of 2026-11-20
      Then the quantity reduction is 0 %
      And the verdict is permitted with qualification

    Scenario: declared a year ago to the day
      Given day of declaration is 2025-12-31
      When evaluated as of 2026-11-20
      Then the verdict is permitted with qualification

    Scenario: a footprint certificate behind the word
      Given certificate behind the word is of the footprint
      When evaluated as of 2026-11-20
      Then the verdict is misleading under CNP-15

    Scenario: nobody knows to whom it is shown
      Given shown to is missing
      When evaluated as of 2026-11-20
      Then the verdict is needs evidence
