# language: en
Feature: Rules · Carbon-negative products
  What is computed, and what follows from it.

  Background:
    Given the scorecard negative-carbon-product
    And the quantity footprint without module D (footprint), in kgCO2e/kg, on basis iso-14067
      | is                                                                                                                                                                                                                                               | when                                                                                           |
      | making stage                                                                                                                                                                                                                                     | figures given by is modules of the life cycle; boundary is one of gate to gate, cradle to gate |
      | making stage + later stages                                                                                                                                                                                                                      | figures given by is modules of the life cycle                                                  |
      | emissions not listed elsewhere + emissions of aircraft transport + biogenic emissions + emissions of direct land-use change + emissions of land use + fossil net - biogenic removals - removals of direct land-use change - removals of land use | otherwise                                                                                      |
    And the quantity footprint with module D (with_module_d), in kgCO2e/kg, on basis en-15804
      | is                                    |
      | footprint without module D + module D |
    And the quantity footprint as checked (checked), in kgCO2e/kg, on basis add-back
      | is                                                  | when                                                                         |
      | footprint without module D + stored biogenic carbon | stored biogenic carbon counted is yes; end of life modelled and stated is no |
      | footprint without module D                          | otherwise                                                                    |
    And verdicts are governed by the as-of date, otherwise permitted with qualification on basis otherwise

  Rule: Negative by credits
    Background:
      Given these verdict rules
        | id     | rule                | when                        | verdict    | severity | basis          |
        | NEG-01 | Negative by credits | offsets in the value is yes | prohibited | major    | five-questions |
      And these remedies
        | rule   | say instead                                              |
        | NEG-01 | remove the credits; say how many are retired in addition |

    Scenario: Negative by credits
      Given offsets in the value is yes
      When evaluated as of 2026-11-20
      Then rule NEG-01 holds

    Scenario Outline: footprint as checked: where it just holds and just fails
      Given stored biogenic carbon counted is <stored_carbon_counted>
      And end of life modelled and stated is <end_of_life_modelled>
      When evaluated as of 2026-11-20
      Then the verdict is <verdict>

      Examples:
        | stored_carbon_counted | end_of_life_modelled | verdict                      |
        | no                    | no                   | prohibited                   |
        | yes                   | yes                  | permitted with qualification |

    Scenario: footprint without module D: figures given by is modules of the life cycle: just fails
      Given figures given by is categories of ISO 14067
      And boundary is gate to gate
      When evaluated as of 2026-11-20
      Then the verdict is prohibited

  Rule: Negative without the whole life
    Background:
      Given these verdict rules
        | id     | rule                            | when                                                                                          | verdict    | severity | basis          |
        | NEG-02 | Negative without the whole life | wording is called negative; boundary is one of gate to gate, cradle to gate, cradle to retail | prohibited | major    | five-questions |
        | NEG-02 |                                 | wording is called negative; end of life modelled and stated is no                             |            |          |                |
      And these remedies
        | rule   | say instead                                                           |
        | NEG-02 | from cradle to gate so much per kilogram, without use and end of life |

    Scenario: Negative without the whole life
      Given boundary is cradle to gate
      When evaluated as of 2026-11-20
      Then rule NEG-02 holds

  Rule: Module D counted
    Background:
      Given these verdict rules
        | id     | rule             | when                                 | verdict    | severity | basis    |
        | LCA-03 | Module D counted | module D counted by the claim is yes | prohibited | major    | en-15804 |
      And these remedies
        | rule   | say instead           |
        | LCA-03 | report module D apart |

    Scenario: Module D counted
      Given module D counted by the claim is yes
      When evaluated as of 2026-11-20
      Then rule LCA-03 holds

  Rule: Not negative as checked
    Background:
      Given these verdict rules
        | id     | rule                    | when                                                                     | verdict    | severity | basis           |
        | NEG-00 | Not negative as checked | wording is called negative; footprint as checked is at least 0 kgCO2e/kg | misleading | major    | add-back, proof |
      And these remedies
        | rule   | say instead                                    |
        | NEG-00 | give the footprint and the stored carbon apart |

    Scenario: Not negative as checked
      Given later stages is 2.8 kgCO2e/kg
      When evaluated as of 2026-11-20
      Then rule NEG-00 holds

    Scenario: without a paper it needs evidence
      Given evidence for making stage is missing
      When evaluated as of 2026-11-20
      Then rule NEG-00 is undetermined
      And the verdict is needs evidence

  Rule: Negative by module D alone
    Background:
      Given these verdict rules
        | id    | rule                       | when                                                                                                                       | verdict    | severity | basis    |
        | NEG-D | Negative by module D alone | wording is called negative; footprint as checked is at least 0 kgCO2e/kg; footprint with module D is less than 0 kgCO2e/kg | misleading | major    | en-15804 |
      And these remedies
        | rule  | say instead                                         |
        | NEG-D | give module D apart, as what may be saved elsewhere |

    Scenario: Negative by module D alone
      Given making stage is -0.624 kgCO2e/kg
      And later stages is 0.76 kgCO2e/kg
      And module D is -0.408 kgCO2e/kg
      When evaluated as of 2026-11-20
      Then rule NEG-D holds

  Rule: Carbon in the product counted
    Background:
      Given these verdict rules
        | id     | rule                          | when                                                                                            | verdict    | severity | basis     |
        | NEG-10 | Carbon in the product counted | figures given by is categories of ISO 14067; carbon in the product (category 10) counted is yes | misleading | major    | iso-14067 |
      And these remedies
        | rule   | say instead     |
        | NEG-10 | report it apart |

    Scenario Outline: Carbon in the product counted
      Given figures given by is <figures_by>
      And carbon in the product (category 10) counted is yes
      When evaluated as of 2026-11-20
      Then rule NEG-10 <NEG-10>

      Examples:
        | figures_by                | NEG-10        |
        | categories of ISO 14067   | holds         |
        | modules of the life cycle | does not hold |

  Rule: Storage under a hundred years or not monitored
    Background:
      Given these verdict rules
        | id     | rule                                           | when                                                                         | verdict    | severity | basis   |
        | NEG-03 | Storage under a hundred years or not monitored | wording is called negative; years of storage is less than 100 years          | prohibited | major    | storage |
        | NEG-03 |                                                | wording is called negative; storage monitored, reversal provided for is no   |            |          |         |
        | NEG-03 |                                                | wording is called negative; source of the stored carbon is nothing is stored |            |          |         |
      And these remedies
        | rule   | say instead                                       |
        | NEG-03 | treat it as temporary and report the carbon apart |

    Scenario Outline: Storage under a hundred years or not monitored
      Given years of storage is <storage_years> years
      And wording is <wording>
      And storage monitored, reversal provided for is <storage_monitored>
      When evaluated as of 2026-11-20
      Then rule NEG-03 <NEG-03>

      Examples:
        | storage_years | wording                  | storage_monitored | NEG-03        |
        | 99            | called negative          | yes               | holds         |
        | 99.99         | number with its boundary | yes               | does not hold |
        | 100           | called negative          | no                | holds         |
        | 100           | number with its boundary | no                | does not hold |

    Scenario Outline: where nothing is stored, a number needs no source, and the word no longer fits
      Given source of the stored carbon is <source>
      And wording is <wording>
      When evaluated as of 2026-11-20
      Then rule NEG-03 <storage>
      And rule NEG-06 <removal>
      And the verdict is <verdict>

      Examples:
        | source               | wording                  | storage       | removal       | verdict                      |
        | nothing is stored    | called negative          | holds         | does not hold | prohibited                   |
        | nothing is stored    | number with its boundary | does not hold | does not hold | permitted with qualification |
        | short-cycle biogenic | called negative          | does not hold | does not hold | permitted with qualification |
        | fossil               | number with its boundary | does not hold | holds         | prohibited                   |

  Rule: Biogenic flows incomplete
    Background:
      Given these verdict rules
        | id     | rule                      | when                          | verdict        | severity | basis          |
        | NEG-04 | Biogenic flows incomplete | biogenic flows complete is no | needs evidence | major    | five-questions |
      And these remedies
        | rule   | say instead            |
        | NEG-04 | complete the inventory |

    Scenario: Biogenic flows incomplete
      Given biogenic flows complete is no
      When evaluated as of 2026-11-20
      Then rule NEG-04 holds

  Rule: Not reviewed or not public
    Background:
      Given these verdict rules
        | id     | rule                       | when                         | verdict        | severity | basis          |
        | NEG-05 | Not reviewed or not public | independently reviewed is no | needs evidence | major    | five-questions |
        | NEG-05 |                            | method and data public is no |                |          |                |
      And these remedies
        | rule   | say instead        |
        | NEG-05 | verify and publish |

    Scenario: Not reviewed or not public
      Given independently reviewed is no
      When evaluated as of 2026-11-20
      Then rule NEG-05 holds

    Scenario: NEG-05: method and data public is no: just holds
      Given method and data public is no
      When evaluated as of 2026-11-20
      Then rule NEG-05 holds

  Rule: Fossil or carbonate carbon as removal
    Background:
      Given these verdict rules
        | id     | rule                                  | when                                                    | verdict    | severity | basis          |
        | NEG-06 | Fossil or carbonate carbon as removal | source of the stored carbon is one of fossil, carbonate | prohibited | major    | five-questions |
      And these remedies
        | rule   | say instead                 |
        | NEG-06 | call it a captured emission |

    Scenario: Fossil or carbonate carbon as removal
      Given source of the stored carbon is fossil
      When evaluated as of 2026-11-20
      Then rule NEG-06 holds

  Rule: Required categories incomplete
    Background:
      Given these verdict rules
        | id     | rule                           | when                                                                                         | verdict        | severity | basis     |
        | NEG-40 | Required categories incomplete | figures given by is categories of ISO 14067; categories 1 to 4 and 6 to 8 all included is no | needs evidence | major    | iso-14067 |
      And these remedies
        | rule   | say instead                               |
        | NEG-40 | add the categories that shall be included |

    Scenario Outline: Required categories incomplete
      Given figures given by is <figures_by>
      And categories 1 to 4 and 6 to 8 all included is no
      When evaluated as of 2026-11-20
      Then rule NEG-40 <NEG-40>

      Examples:
        | figures_by                | NEG-40        |
        | categories of ISO 14067   | holds         |
        | modules of the life cycle | does not hold |

  Rule: Land use left out
    Background:
      Given these verdict rules
        | id     | rule              | when                                                                                      | verdict                      | severity    | basis     |
        | NEG-59 | Land use left out | figures given by is categories of ISO 14067; land use (categories 5 and 9) included is no | permitted with qualification | observation | iso-14067 |
      And these remedies
        | rule   | say instead                                                    |
        | NEG-59 | say that categories 5 and 9, which should be included, are not |

    Scenario Outline: Land use left out
      Given figures given by is <figures_by>
      And land use (categories 5 and 9) included is no
      When evaluated as of 2026-11-20
      Then rule NEG-59 <NEG-59>

      Examples:
        | figures_by                | NEG-59        |
        | categories of ISO 14067   | holds         |
        | modules of the life cycle | does not hold |

  Rule: Printed cases

    Scenario: plastic from waste: stored carbon comes back
      Given boundary is cradle to gate
      And making stage is -1.02 kgCO2e/kg
      And stored biogenic carbon is 1.17 kgCO2e/kg
      And stored biogenic carbon counted is yes
      And end of life modelled and stated is no
      When evaluated as of 2026-11-20
      Then the quantity footprint is -1.02 kgCO2e/kg
      And the quantity checked is 0.15 kgCO2e/kg
      And the verdict is prohibited under NEG-02

    Scenario: the same plastic as a number with its boundary
      Given wording is number with its boundary
      And boundary is cradle to gate
      And making stage is -1.02 kgCO2e/kg
      And stored biogenic carbon is 1.17 kgCO2e/kg
      And stored biogenic carbon counted is yes
      And end of life modelled and stated is no
      When evaluated as of 2026-11-20
      Then the quantity footprint is -1.02 kgCO2e/kg
      And the verdict is permitted with qualification

    Scenario: cross-laminated timber is negative by module D only
      Given making stage is -0.624 kgCO2e/kg
      And later stages is 0.76 kgCO2e/kg
      And module D is -0.408 kgCO2e/kg
      And module D counted by the claim is yes
      When evaluated as of 2026-11-20
      Then the quantity footprint is 0.136 kgCO2e/kg
      And the quantity with_module_d is -0.272 kgCO2e/kg
      And the verdict is prohibited under LCA-03

    Scenario: the same timber without module D
      Given making stage is -0.624 kgCO2e/kg
      And later stages is 0.76 kgCO2e/kg
      And module D is -0.408 kgCO2e/kg
      When evaluated as of 2026-11-20
      Then the quantity footprint is 0.136 kgCO2e/kg
      And the verdict is misleading

    Scenario: biochar, not verified
      Given making stage is -2.8 kgCO2e/kg
      And later stages is 0.1 kgCO2e/kg
      And independently reviewed is no
      When evaluated as of 2026-11-20
      Then the quantity footprint is -2.7 kgCO2e/kg
      And the verdict is needs evidence under NEG-05

    Scenario: biochar, all five questions answered
      Given making stage is -2.8 kgCO2e/kg
      When evaluated as of 2026-11-20
      Then the quantity checked is -2.7 kgCO2e/kg
      And the verdict is permitted with qualification

    Scenario: a gate of minus one by offsets
      Given making stage is -1 kgCO2e/kg
      And offsets in the value is yes
      When evaluated as of 2026-11-20
      Then the verdict is prohibited under NEG-01

    Scenario: the categories add up
      Given figures given by is categories of ISO 14067
      When evaluated as of 2026-11-20
      Then the quantity footprint is -0.28 kgCO2e/kg
      And the verdict is permitted with qualification

    Scenario: a category that shall be included is left out
      Given figures given by is categories of ISO 14067
      And categories 1 to 4 and 6 to 8 all included is no
      When evaluated as of 2026-11-20
      Then the verdict is needs evidence under NEG-40

    Scenario: an emission of unknown size keeps the word open
      Given figures given by is categories of ISO 14067
      And emissions not listed elsewhere is missing
      When evaluated as of 2026-11-20
      Then the verdict is needs evidence

    Scenario: carbon in the product counted
      Given figures given by is categories of ISO 14067
      And carbon in the product (category 10) counted is yes
      When evaluated as of 2026-11-20
      Then the verdict is misleading under NEG-10
