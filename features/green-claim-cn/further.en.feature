# language: en
Feature: Further examples · Green claims in China
  Each of these fails if a number, date, comparison, clause or verdict of the card slips, and no other example does.
  Proposed by a search from the rules as they stood on 2026-11-21, and read in samples only.

  Background:
    Given the scorecard green-claim-cn

  Rule: What the examples beside the rules leave open

    Scenario: condition of applying
      Given kind of communication is missing
      When evaluated as of 2026-11-20
      Then the conclusion is incomplete
      And rule CN-04a is not in force
      And rule CN-04a-W is not in force
      And rule CN-02-94 is not in force

    Scenario: rule CN-01 False or misleading advertisement
      Given false or misleading content is yes
      And display period is 2015-09-01 to 2015-09-01
      When evaluated as of 2026-11-20
      Then the verdict is prohibited
      And rule CN-01-W does not hold
      And rule CN-02 does not hold
      And rule CN-03 does not hold
      And rule CN-04a is not in force
      And rule CN-04a-W is not in force
      And rule CN-04b is not in force
      And rule CN-04b-W is not in force
      And rule CN-05 is not in force
      And rule CN-06 is not in force
      And rule CN-07 is not in force
      And rule CN-08 is not in force
      And rule CN-L1 is not in force
      And rule CN-L4 is not in force
      And rule CN-03-U does not hold
      And rule CN-10 does not hold
      And rule CN-10-W does not hold
      And rule CN-02-94 is not in force

    Scenario: rule CN-01 False or misleading advertisement (2)
      Given display period is 2015-08-31 to 2015-08-31
      When evaluated as of 2026-11-20
      Then rule CN-01 is not in force
      And rule CN-01-W is not in force
      And rule CN-02 is not in force
      And rule CN-03 is not in force
      And rule CN-03-U is not in force
      And rule CN-10 is not in force
      And rule CN-10-W is not in force
      And the verdict is ok
      And rule CN-02-94 does not hold

    Scenario: rule CN-01-W Claim in an advertisement not true
      Given truthful and accurate is no
      And display period is 2015-09-01 to 2015-09-01
      When evaluated as of 2026-11-20
      Then the verdict is prohibited

    Scenario: rule CN-02 Absolute wording
      Given absolute wording is yes
      And absolute wording within an exception is no
      When evaluated as of 2026-11-20
      Then the verdict is prohibited

    Scenario: rule CN-03 Figures without source, scope and validity
      Given figures quoted is yes
      And source, scope and validity stated is no
      When evaluated as of 2026-11-20
      Then the verdict is needs evidence

    Scenario: rule CN-04a False publicity under the Act of 2019
      Given display period is 2025-10-14 to 2025-10-14
      When evaluated as of 2026-11-20
      Then the verdict is ok
      And rule CN-04b is not in force
      And rule CN-04b-W is not in force

    Scenario: rule CN-04a False publicity under the Act of 2019 (2)
      Given false or misleading content is yes
      And display period is missing
      When evaluated as of 2026-11-20
      Then the possible verdicts are prohibited, ok

    Scenario Outline: rule CN-04a False publicity under the Act of 2019 (3)
      Given display period is <display>
      When evaluated as of 2026-11-20
      Then rule CN-04a <CN-04a>
      And rule CN-04a-W <CN-04a-W>

      Examples:
        | display                  | CN-04a          | CN-04a-W        |
        | 2019-04-23 to 2019-04-23 | does not hold   | does not hold   |
        | 2019-04-22 to 2019-04-22 | is not in force | is not in force |

    Scenario: rule CN-04a False publicity under the Act of 2019 (4)
      Given display period is 2025-10-15 to 2025-10-15
      When evaluated as of 2026-11-20
      Then rule CN-04a is not in force
      And rule CN-04a-W is not in force
      And rule CN-04b does not hold
      And rule CN-04b-W does not hold

    Scenario: rule CN-04a-W Claim not true under the Act of 2019
      Given truthful and accurate is no
      And display period is missing
      When evaluated as of 2026-11-20
      Then the possible verdicts are prohibited, ok

    Scenario Outline: rule CN-05 Green product mark by none of the three routes
      Given certificate of the green mark valid is no
      And green product mark is by <green_product_mark>
      When evaluated as of 2026-11-20
      Then the verdict is prohibited

      Examples:
        | green_product_mark      |
        | attribute certification |
        | self-declaration        |

    Scenario Outline: rule CN-05 Green product mark by none of the three routes (2)
      Given display period is <display>
      When evaluated as of 2026-11-20
      Then rule CN-05 <CN-05>

      Examples:
        | display                  | CN-05           |
        | 2019-06-01 to 2019-06-01 | does not hold   |
        | 2019-05-31 to 2019-05-31 | is not in force |

    Scenario: rule CN-06 National footprint mark outside its rule
      Given national footprint mark is used
      And product in the pilot catalogue is no
      When evaluated as of 2026-11-20
      Then the verdict is prohibited

    Scenario Outline: rule CN-06 National footprint mark outside its rule (2)
      Given display period is <display>
      When evaluated as of 2026-11-20
      Then rule CN-06 <CN-06>

      Examples:
        | display                  | CN-06           |
        | 2025-03-17 to 2025-03-17 | does not hold   |
        | 2025-03-16 to 2025-03-16 | is not in force |

    Scenario: rule CN-07 Footprint without boundary, unit and standard
      Given claim types is quantified footprint
      And boundary, unit and standard stated is no
      When evaluated as of 2026-11-20
      Then the verdict is needs evidence

    Scenario Outline: rule CN-07 Footprint without boundary, unit and standard (2)
      Given display period is <display>
      When evaluated as of 2026-11-20
      Then rule CN-07 <CN-07>

      Examples:
        | display                  | CN-07           |
        | 2024-10-01 to 2024-10-01 | does not hold   |
        | 2024-09-30 to 2024-09-30 | is not in force |

    Scenario: rule CN-08 Degradable without kind
      Given kind of degradation stated is no
      And claim types is compostable
      When evaluated as of 2026-11-20
      Then the verdict is needs evidence

    Scenario Outline: rule CN-08 Degradable without kind (2)
      Given display period is <display>
      When evaluated as of 2026-11-20
      Then rule CN-08 <CN-08>

      Examples:
        | display                  | CN-08           |
        | 2022-06-01 to 2022-06-01 | does not hold   |
        | 2022-05-31 to 2022-05-31 | is not in force |

    Scenario: rule CN-09 Certification mark forged or misused
      Given certification mark forged or misused is yes
      When evaluated as of 2026-11-20
      Then the verdict is prohibited

    Scenario: rule CN-09 Certification mark forged or misused (2)
      Given display period is 2003-11-01 to 2003-11-01
      When evaluated as of 2026-11-20
      Then rule CN-09 does not hold
      And rule CN-09-W does not hold

    Scenario: rule CN-L1 Low-carbon product outside catalogue or certificate
      Given certificate word used is low-carbon product
      And in the catalogue and certified is no
      When evaluated as of 2026-11-20
      Then the verdict is needs evidence

    Scenario Outline: rule CN-L1 Low-carbon product outside catalogue or certificate (2)
      Given display period is <display>
      When evaluated as of 2026-11-20
      Then rule CN-L1 <CN-L1>

      Examples:
        | display                  | CN-L1           |
        | 2015-11-01 to 2015-11-01 | does not hold   |
        | 2015-10-31 to 2015-10-31 | is not in force |

    Scenario: rule CN-L3 Carbon-reduced product without two footprints
      Given certificate word used is carbon-reduced product
      And two footprints, report and site check is no
      When evaluated as of 2026-11-20
      Then the verdict is needs evidence

    Scenario: rule CN-L4 Carbon-neutral product by a withdrawn standard
      Given certificate word used is carbon-neutral product
      And standard of neutrality is PAS 2060
      When evaluated as of 2026-11-20
      Then the verdict is needs evidence

    Scenario Outline: rule CN-L4 Carbon-neutral product by a withdrawn standard (2)
      Given display period is <display>
      When evaluated as of 2026-11-20
      Then rule CN-L4 <CN-L4>

      Examples:
        | display                  | CN-L4           |
        | 2025-12-01 to 2025-12-01 | does not hold   |
        | 2025-11-30 to 2025-11-30 | is not in force |

    Scenario: rule CN-03-U Figures that cannot be verified
      Given figures quoted is yes
      And substantiated is no
      When evaluated as of 2026-11-20
      Then the verdict is prohibited

    Scenario Outline: rule CN-09-W Mark of a scheme without a certificate for these goods
      Given claim types is label
      And certificate of the label is <label_certificate>
      And kind of label is <label_kind>
      When evaluated as of 2026-11-20
      Then the verdict is prohibited

      Examples:
        | label_certificate   | label_kind                  |
        | missing or expired  | of another public authority |
        | missing or expired  | of a certification scheme   |
        | for another product | of a certification scheme   |

    Scenario: rule CN-09-W Mark of a scheme without a certificate for these goods (3)
      Given display period is 2003-10-31 to 2003-10-31
      When evaluated as of 2026-11-20
      Then rule CN-09-W is not in force

    Scenario: rule CN-10 Free of what no such goods have
      Given presented as distinctive is yes
      When evaluated as of 2026-11-20
      Then rule CN-10 does not hold
      And the verdict is prohibited

    Scenario: rule CN-02-94 Absolute wording under the Act of 1994
      Given absolute wording is yes
      And display period is 2007-11-20 to 2007-11-20
      When evaluated as of 2026-11-20
      Then the verdict is prohibited

    Scenario: rule CN-02-94 Absolute wording under the Act of 1994 (2)
      Given display period is 1995-02-01 to 1995-02-01
      When evaluated as of 2026-11-20
      Then rule CN-02-94 does not hold

    Scenario: free of what no such goods have, presented as distinctive, is prohibited for that
      Given claim types is free of
      And presented as distinctive is yes
      When evaluated as of 2026-11-20
      Then the verdict is prohibited under CN-10
