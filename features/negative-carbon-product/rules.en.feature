# language: en
Feature: Rules · Carbon-negative products
  Quantities computed, and the verdict rules.

  Background:
    Given the scorecard negative-carbon-product
    And the quantity footprint without module D (footprint), in kgCO2e/kg, on basis iso-14067
      | is                                                                                                                                                                                                                                                         | when                                                                                                                     |
      | net emissions of the production stage                                                                                                                                                                                                                      | values reported by is modules of the life cycle; system boundary of the footprint is one of gate to gate, cradle to gate |
      | net emissions of the production stage + net emissions of the later stages                                                                                                                                                                                  | values reported by is modules of the life cycle                                                                          |
      | emissions not listed elsewhere + emissions of aircraft transport + biogenic emissions + emissions of direct land-use change + emissions of land use + net fossil emissions - biogenic removals - removals of direct land-use change - removals of land use | otherwise                                                                                                                |
    And the quantity footprint with module D (with_module_d), in kgCO2e/kg, on basis en-15804
      | is                                                     |
      | footprint without module D + net emissions of module D |
    And the quantity footprint after the plausibility check (checked), in kgCO2e/kg, on basis add-back
      | is                                                  | when                                                                          |
      | footprint without module D + stored biogenic carbon | stored biogenic carbon deducted is yes; end of life modelled and stated is no |
      | footprint without module D                          | otherwise                                                                     |
    And verdicts are governed by the as-of date, otherwise permitted with qualification on basis otherwise

  Rule: Carbon negative by credits
    Background:
      Given these verdict rules
        | id     | rule                                   | when                                 | verdict    | severity | basis          |
        | NEG-01 | Carbon-negative claim based on credits | offsets included in the value is yes | prohibited | major    | five-questions |
      And these remedies
        | rule   | say instead                                                            |
        | NEG-01 | remove the credits; state separately how many were retired in addition |

    Scenario: Carbon negative by credits
      Given offsets included in the value is yes
      When evaluated as of 2026-11-20
      Then rule NEG-01 holds

    Scenario Outline: Stored carbon is added back if it was deducted without an end-of-life model
      Given stored biogenic carbon deducted is <stored_carbon_counted>
      And end of life modelled and stated is <end_of_life_modelled>
      When evaluated as of 2026-11-20
      Then the verdict is <verdict>

      Examples:
        | stored_carbon_counted | end_of_life_modelled | verdict                      |
        | no                    | no                   | prohibited                   |
        | yes                   | yes                  | permitted with qualification |

    Scenario: With categories of ISO 14067 the footprint does not use the modules
      Given values reported by is categories of ISO 14067
      And system boundary of the footprint is gate to gate
      When evaluated as of 2026-11-20
      Then the verdict is prohibited

  Rule: Carbon negative claimed without the whole life cycle
    Background:
      Given these verdict rules
        | id     | rule                                                 | when                                                                                                                                            | verdict    | severity | basis          |
        | NEG-02 | Carbon negative claimed without the whole life cycle | wording of the claim is described as carbon negative; system boundary of the footprint is one of gate to gate, cradle to gate, cradle to retail | prohibited | major    | five-questions |
        | NEG-02 |                                                      | wording of the claim is described as carbon negative; end of life modelled and stated is no                                                     |            |          |                |
      And these remedies
        | rule   | say instead                                                                                 |
        | NEG-02 | state instead: footprint of X per kilogram from cradle to gate, without use and end of life |

    Scenario: Carbon negative claimed without the whole life cycle
      Given system boundary of the footprint is cradle to gate
      When evaluated as of 2026-11-20
      Then rule NEG-02 holds

  Rule: Module D included in the claim
    Background:
      Given these verdict rules
        | id     | rule                           | when                                  | verdict    | severity | basis    |
        | LCA-03 | Module D included in the claim | module D included in the claim is yes | prohibited | major    | en-15804 |
      And these remedies
        | rule   | say instead                |
        | LCA-03 | report module D separately |

    Scenario: Module D included in the claim
      Given module D included in the claim is yes
      When evaluated as of 2026-11-20
      Then rule LCA-03 holds

  Rule: Footprint not negative after the plausibility check
    Background:
      Given these verdict rules
        | id     | rule                                                | when                                                                                                                 | verdict    | severity | basis           |
        | NEG-00 | Footprint not negative after the plausibility check | wording of the claim is described as carbon negative; footprint after the plausibility check is at least 0 kgCO2e/kg | misleading | major    | add-back, proof |
      And these remedies
        | rule   | say instead                                          |
        | NEG-00 | state the footprint and the stored carbon separately |

    Scenario: Footprint not negative after the plausibility check
      Given net emissions of the later stages is 2.8 kgCO2e/kg
      When evaluated as of 2026-11-20
      Then rule NEG-00 holds

    Scenario: A claim without documents needs evidence
      Given evidence for net emissions of the production stage is missing
      When evaluated as of 2026-11-20
      Then rule NEG-00 is undetermined
      And the verdict is needs evidence

  Rule: Carbon negative only because of module D
    Background:
      Given these verdict rules
        | id    | rule                                     | when                                                                                                                                                                   | verdict    | severity | basis    |
        | NEG-D | Carbon negative only because of module D | wording of the claim is described as carbon negative; footprint after the plausibility check is at least 0 kgCO2e/kg; footprint with module D is less than 0 kgCO2e/kg | misleading | major    | en-15804 |
      And these remedies
        | rule  | say instead                                               |
        | NEG-D | state module D separately, as a possible saving elsewhere |

    Scenario: Carbon negative only because of module D
      Given net emissions of the production stage is -0.624 kgCO2e/kg
      And net emissions of the later stages is 0.76 kgCO2e/kg
      And net emissions of module D is -0.408 kgCO2e/kg
      When evaluated as of 2026-11-20
      Then rule NEG-D holds

  Rule: Carbon in the product included in the footprint
    Background:
      Given these verdict rules
        | id     | rule                                            | when                                                                                               | verdict    | severity | basis     |
        | NEG-10 | Carbon in the product included in the footprint | values reported by is categories of ISO 14067; carbon in the product (category 10) included is yes | misleading | major    | iso-14067 |
      And these remedies
        | rule   | say instead          |
        | NEG-10 | report it separately |

    Scenario Outline: Carbon in the product included in the footprint
      Given values reported by is <figures_by>
      And carbon in the product (category 10) included is yes
      When evaluated as of 2026-11-20
      Then rule NEG-10 <NEG-10>

      Examples:
        | figures_by                | NEG-10        |
        | categories of ISO 14067   | holds         |
        | modules of the life cycle | does not hold |

  Rule: Storage shorter than a hundred years or not monitored
    Background:
      Given these verdict rules
        | id     | rule                                                  | when                                                                                                      | verdict    | severity | basis   |
        | NEG-03 | Storage shorter than a hundred years or not monitored | wording of the claim is described as carbon negative; storage period in years is less than 100 years      | prohibited | major    | storage |
        | NEG-03 |                                                       | wording of the claim is described as carbon negative; storage monitored with provision for reversal is no |            |          |         |
        | NEG-03 |                                                       | wording of the claim is described as carbon negative; source of the stored carbon is no carbon stored     |            |          |         |
      And these remedies
        | rule   | say instead                                                            |
        | NEG-03 | treat the storage as temporary and report the stored carbon separately |

    Scenario Outline: Storage shorter than a hundred years or not monitored
      Given storage period in years is <storage_years> years
      And wording of the claim is <wording of the claim>
      And storage monitored with provision for reversal is <storage_monitored>
      When evaluated as of 2026-11-20
      Then rule NEG-03 <NEG-03>

      Examples:
        | storage_years | wording of the claim         | storage_monitored | NEG-03        |
        | 99            | described as carbon negative | yes               | holds         |
        | 99.99         | value with its boundary      | yes               | does not hold |
        | 100           | described as carbon negative | no                | holds         |
        | 100           | value with its boundary      | no                | does not hold |

    Scenario Outline: Without stored carbon a value needs no source, but the product is not carbon negative
      Given source of the stored carbon is <source>
      And wording of the claim is <wording of the claim>
      When evaluated as of 2026-11-20
      Then rule NEG-03 <storage>
      And rule NEG-06 <removal>
      And the verdict is <verdict>

      Examples:
        | source               | wording of the claim         | storage       | removal       | verdict                      |
        | no carbon stored     | described as carbon negative | holds         | does not hold | prohibited                   |
        | no carbon stored     | value with its boundary      | does not hold | does not hold | permitted with qualification |
        | short-cycle biogenic | described as carbon negative | does not hold | does not hold | permitted with qualification |
        | fossil               | value with its boundary      | does not hold | holds         | prohibited                   |

  Rule: Biogenic flows incomplete
    Background:
      Given these verdict rules
        | id     | rule                      | when                          | verdict        | severity | basis          |
        | NEG-04 | Biogenic flows incomplete | biogenic flows complete is no | needs evidence | major    | five-questions |
      And these remedies
        | rule   | say instead                              |
        | NEG-04 | complete the inventory of biogenic flows |

    Scenario: Biogenic flows incomplete
      Given biogenic flows complete is no
      When evaluated as of 2026-11-20
      Then rule NEG-04 holds

  Rule: Not independently reviewed or not public
    Background:
      Given these verdict rules
        | id     | rule                                     | when                         | verdict        | severity | basis          |
        | NEG-05 | Not independently reviewed or not public | independently reviewed is no | needs evidence | major    | five-questions |
        | NEG-05 |                                          | method and data public is no |                |          |                |
      And these remedies
        | rule   | say instead                                                        |
        | NEG-05 | have the claim reviewed independently, and publish method and data |

    Scenario: Not independently reviewed or not public
      Given independently reviewed is no
      When evaluated as of 2026-11-20
      Then rule NEG-05 holds

    Scenario: Rule NEG-05 also applies if method and data are not public
      Given method and data public is no
      When evaluated as of 2026-11-20
      Then rule NEG-05 holds

  Rule: Fossil or carbonate carbon counted as removal
    Background:
      Given these verdict rules
        | id     | rule                                          | when                                                    | verdict    | severity | basis          |
        | NEG-06 | Fossil or carbonate carbon counted as removal | source of the stored carbon is one of fossil, carbonate | prohibited | major    | five-questions |
      And these remedies
        | rule   | say instead                        |
        | NEG-06 | describe it as a captured emission |

    Scenario: Fossil or carbonate carbon counted as removal
      Given source of the stored carbon is fossil
      When evaluated as of 2026-11-20
      Then rule NEG-06 holds

  Rule: Required categories incomplete
    Background:
      Given these verdict rules
        | id     | rule                           | when                                                                                           | verdict        | severity | basis     |
        | NEG-40 | Required categories incomplete | values reported by is categories of ISO 14067; categories 1 to 4 and 6 to 8 all included is no | needs evidence | major    | iso-14067 |
      And these remedies
        | rule   | say instead                              |
        | NEG-40 | add the categories that must be included |

    Scenario Outline: Required categories incomplete
      Given values reported by is <figures_by>
      And categories 1 to 4 and 6 to 8 all included is no
      When evaluated as of 2026-11-20
      Then rule NEG-40 <NEG-40>

      Examples:
        | figures_by                | NEG-40        |
        | categories of ISO 14067   | holds         |
        | modules of the life cycle | does not hold |

  Rule: Land use not included
    Background:
      Given these verdict rules
        | id     | rule                  | when                                                                                        | verdict                      | severity    | basis     |
        | NEG-59 | Land use not included | values reported by is categories of ISO 14067; land use (categories 5 and 9) included is no | permitted with qualification | observation | iso-14067 |
      And these remedies
        | rule   | say instead                                                               |
        | NEG-59 | state that categories 5 and 9, which should be included, are not included |

    Scenario Outline: Land use not included
      Given values reported by is <figures_by>
      And land use (categories 5 and 9) included is no
      When evaluated as of 2026-11-20
      Then rule NEG-59 <NEG-59>

      Examples:
        | figures_by                | NEG-59        |
        | categories of ISO 14067   | holds         |
        | modules of the life cycle | does not hold |

  Rule: Worked cases

    Scenario: Plastic from waste: stored carbon is released again
      Given system boundary of the footprint is cradle to gate
      And net emissions of the production stage is -1.02 kgCO2e/kg
      And stored biogenic carbon is 1.17 kgCO2e/kg
      And stored biogenic carbon deducted is yes
      And end of life modelled and stated is no
      When evaluated as of 2026-11-20
      Then the quantity footprint is -1.02 kgCO2e/kg
      And the quantity checked is 0.15 kgCO2e/kg
      And the verdict is prohibited under NEG-02

    Scenario: The same plastic as a value with its boundary
      Given wording of the claim is value with its boundary
      And system boundary of the footprint is cradle to gate
      And net emissions of the production stage is -1.02 kgCO2e/kg
      And stored biogenic carbon is 1.17 kgCO2e/kg
      And stored biogenic carbon deducted is yes
      And end of life modelled and stated is no
      When evaluated as of 2026-11-20
      Then the quantity footprint is -1.02 kgCO2e/kg
      And the verdict is permitted with qualification

    Scenario: Cross-laminated timber is negative only through module D
      Given net emissions of the production stage is -0.624 kgCO2e/kg
      And net emissions of the later stages is 0.76 kgCO2e/kg
      And net emissions of module D is -0.408 kgCO2e/kg
      And module D included in the claim is yes
      When evaluated as of 2026-11-20
      Then the quantity footprint is 0.136 kgCO2e/kg
      And the quantity with_module_d is -0.272 kgCO2e/kg
      And the verdict is prohibited under LCA-03

    Scenario: The same timber without module D
      Given net emissions of the production stage is -0.624 kgCO2e/kg
      And net emissions of the later stages is 0.76 kgCO2e/kg
      And net emissions of module D is -0.408 kgCO2e/kg
      When evaluated as of 2026-11-20
      Then the quantity footprint is 0.136 kgCO2e/kg
      And the verdict is misleading

    Scenario: Biochar without independent review
      Given net emissions of the production stage is -2.8 kgCO2e/kg
      And net emissions of the later stages is 0.1 kgCO2e/kg
      And independently reviewed is no
      When evaluated as of 2026-11-20
      Then the quantity footprint is -2.7 kgCO2e/kg
      And the verdict is needs evidence under NEG-05

    Scenario: Biochar that meets all five conditions
      Given net emissions of the production stage is -2.8 kgCO2e/kg
      When evaluated as of 2026-11-20
      Then the quantity checked is -2.7 kgCO2e/kg
      And the verdict is permitted with qualification

    Scenario: Minus one at the gate through offsets is prohibited
      Given net emissions of the production stage is -1 kgCO2e/kg
      And offsets included in the value is yes
      When evaluated as of 2026-11-20
      Then the verdict is prohibited under NEG-01

    Scenario: The categories are added up to the footprint
      Given values reported by is categories of ISO 14067
      When evaluated as of 2026-11-20
      Then the quantity footprint is -0.28 kgCO2e/kg
      And the verdict is permitted with qualification

    Scenario: A required category is not included
      Given values reported by is categories of ISO 14067
      And categories 1 to 4 and 6 to 8 all included is no
      When evaluated as of 2026-11-20
      Then the verdict is needs evidence under NEG-40

    Scenario: With an unknown emission the claim needs evidence
      Given values reported by is categories of ISO 14067
      And emissions not listed elsewhere is missing
      When evaluated as of 2026-11-20
      Then the verdict is needs evidence

    Scenario: Carbon in the product is included in the footprint
      Given values reported by is categories of ISO 14067
      And carbon in the product (category 10) included is yes
      When evaluated as of 2026-11-20
      Then the verdict is misleading under NEG-10
