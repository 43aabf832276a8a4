# language: en
Feature: Rules · Green claims in France
  Each rule with its verdict, the days on which it governs, and what to say instead.

  Background:
    Given the scorecard green-claim-fr
    And the scorecard applies when kind of communication is commercial
    And verdicts are governed by display period, otherwise ok on basis otherwise

  Rule: Biodegradable or environmentally friendly on a product
    Background:
      Given these verdict rules
        | id    | rule                                                   | when                                                                                               | verdict    | severity | in force from | basis   |
        | FR-01 | Biodegradable or environmentally friendly on a product | subject of the claim is one of product, packaging; claim types includes any of generic, degradable | prohibited | major    | 2022-05-01    | fr-l541 |
      And these remedies
        | rule  | say instead                                                     |
        | FR-01 | delete it; say: made of this material, to be sorted in this bin |

    Scenario: Biodegradable or environmentally friendly on a product
      Given subject_level is product
      And claim_types is generic
      When evaluated as of 2026-11-20
      Then rule FR-01 holds

    Scenario: FR-01: subject of the claim is one of product, packaging: just fails
      Given subject of the claim is category
      And claim types is generic
      When evaluated as of 2026-11-20
      Then rule FR-01 does not hold

    Scenario: FR-01: display period is from 2022-05-01: just fails
      Given display period is 2022-04-30 to 2022-04-30
      When evaluated as of 2026-11-20
      Then rule FR-01 is not in force

  Rule: Carbon neutral without annual report
    Background:
      Given these verdict rules
        | id    | rule                                 | when                                                                                                | verdict    | severity | in force from | basis   |
        | FR-02 | Carbon neutral without annual report | claim types includes any of neutral by offsets, neutral without offsets; annual report linked is no | prohibited | major    | 2023-01-01    | fr-l229 |
      And these remedies
        | rule  | say instead                                                                                        |
        | FR-02 | link the annual public report; for products the law of the Union now forbids the claim in any case |

    Scenario: Carbon neutral without annual report
      Given claim_types is neutral_offset
      And annual_report_linked is no
      When evaluated as of 2026-11-20
      Then rule FR-02 holds

    Scenario: FR-02: annual report linked is no: just fails
      Given annual report linked is yes
      And claim types is neutral by offsets
      When evaluated as of 2026-11-20
      Then rule FR-02 does not hold

  Rule: Net zero of a product without annual report
    Background:
      Given these verdict rules
        | id      | rule                                        | when                                                                                                                                              | verdict    | severity | in force from | basis            |
        | FR-02-N | Net zero of a product without annual report | subject of the claim is one of product, category, packaging, component, service; claim types includes any of net zero; annual report linked is no | prohibited | major    | 2023-01-01    | fr-l229-net-zero |
      And these remedies
        | rule    | say instead                                                                              |
        | FR-02-N | link the yearly report of emissions, reductions and compensation, or leave the words out |

    Scenario: Net zero of a product without annual report
      Given subject_level is product
      And claim_types is net_zero
      And annual_report_linked is no
      When evaluated as of 2026-11-20
      Then rule FR-02-N holds

    Scenario: FR-02-N: subject of the claim is one of product, category, packaging, component, service: just fails
      Given subject of the claim is process
      And claim types is net zero
      And annual report linked is no
      When evaluated as of 2026-11-20
      Then rule FR-02-N does not hold

    Scenario: FR-02-N: annual report linked is no: just fails
      Given annual report linked is yes
      And claim types is net zero
      When evaluated as of 2026-11-20
      Then rule FR-02-N does not hold

  Rule: Compostable plastic for industry only
    Background:
      Given these verdict rules
        | id    | rule                                  | when                                                                                                  | verdict    | severity | in force from | basis   |
        | FR-03 | Compostable plastic for industry only | claim types includes any of compostable; made of plastic is yes; industrially compostable only is yes | prohibited | major    | 2022-05-01    | fr-agec |
      And these remedies
        | rule  | say instead                                     |
        | FR-03 | delete it, unless certified for home composting |

    Scenario: Compostable plastic for industry only
      Given claim_types is compostable
      And plastic is yes
      And industrially_compostable_only is yes
      When evaluated as of 2026-11-20
      Then rule FR-03 holds

    Scenario: FR-03: claim types includes any of compostable: just fails
      Given claim types is generic
      And made of plastic is yes
      And industrially compostable only is yes
      When evaluated as of 2026-11-20
      Then rule FR-03 does not hold

    Scenario: FR-03: made of plastic is yes: just fails
      Given made of plastic is no
      And claim types is compostable
      And industrially compostable only is yes
      When evaluated as of 2026-11-20
      Then rule FR-03 does not hold

    Scenario: FR-03: industrially compostable only is yes: just fails
      Given industrially compostable only is no
      And claim types is compostable
      And made of plastic is yes
      When evaluated as of 2026-11-20
      Then rule FR-03 does not hold

  Rule: Green activity of a high-emitting trader out of proportion
    Background:
      Given these verdict rules
        | id      | rule                                                       | when                                                                                                                                                                 | verdict    | severity | in force from | basis       |
        | FR-OMIT | Green activity of a high-emitting trader out of proportion | subject of the claim is one of trader, brand, category, service, process, site, financial product; high-emitting trader is yes; share of green activity stated is no | misleading | major    | 2022-10-19    | fr-omission |
      And these remedies
        | rule    | say instead                                                                                     |
        | FR-OMIT | state beside it which share of business or investment is green, and which is not, with the year |

    Scenario: Green activity of a high-emitting trader out of proportion
      Given subject_level is trader
      And trader_high_emitting is yes
      And green_share_stated is no
      When evaluated as of 2026-11-20
      Then rule FR-OMIT holds

    Scenario: FR-OMIT: subject of the claim is one of trader, brand, category, service, process, site, financial product: just fails
      Given subject of the claim is product
      And high-emitting trader is yes
      And share of green activity stated is no
      When evaluated as of 2026-11-20
      Then rule FR-OMIT does not hold

    Scenario: FR-OMIT: high-emitting trader is yes: just fails
      Given high-emitting trader is no
      And subject of the claim is trader
      And share of green activity stated is no
      When evaluated as of 2026-11-20
      Then rule FR-OMIT does not hold

    Scenario: FR-OMIT: share of green activity stated is no: just fails
      Given share of green activity stated is yes
      And subject of the claim is trader
      And high-emitting trader is yes
      When evaluated as of 2026-11-20
      Then rule FR-OMIT does not hold

  Rule: False, unproven, or misleading by omission
    Background:
      Given these verdict rules
        | id      | rule                                       | when                            | verdict    | severity | in force from | basis   |
        | FR-L121 | False, unproven, or misleading by omission | truthful and accurate is no     | misleading | major    | 2016-07-01    | fr-l121 |
        | FR-L121 |                                            | substantiated is no             |            |          |               |         |
        | FR-L121 |                                            | nothing important omitted is no |            |          |               |         |
        | FR-L121 |                                            | clear and unambiguous is no     |            |          |               |         |
      And these remedies
        | rule    | say instead                                                                                              |
        | FR-L121 | state only what is proven of this product, and put its conditions and limits into the same advertisement |

    Scenario: False, unproven, or misleading by omission
      Given truthful is no
      When evaluated as of 2026-11-20
      Then rule FR-L121 holds

    Scenario: FR-L121: substantiated is no: just holds
      Given substantiated is no
      When evaluated as of 2026-11-20
      Then rule FR-L121 holds

    Scenario: FR-L121: nothing important omitted is no: just holds
      Given nothing important omitted is no
      When evaluated as of 2026-11-20
      Then rule FR-L121 holds

    Scenario: FR-L121: clear and unambiguous is no: just holds
      Given clear and unambiguous is no
      When evaluated as of 2026-11-20
      Then rule FR-L121 holds

    Scenario: FR-L121: display period is from 2016-07-01: just fails
      Given display period is 2016-06-30 to 2016-06-30
      When evaluated as of 2026-11-20
      Then rule FR-L121 is not in force
