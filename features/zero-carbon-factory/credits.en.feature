# language: en
Feature: Credits and removals used to offset residual emissions
  A credit counts once, for one claim. It must be of an accepted type, issued, retired for this factory in time, of recent
  vintage, and not used for compliance with an emissions trading scheme. Removals also count as offset.
  The list of types and both time windows are our own interpretation. They are part of the sums below and of field F.

  Background:
    Given the scorecard zero-carbon-factory
    And each credit has
      | field        | label                    | type   | unit  | one of                                                                                      | at least | counts in some cases only |
      | serial       | serial                   | text   |       |                                                                                             |          |                           |
      | registry     | registry                 | choice |       | CCER, CDM, VCS, GoldStandard, PuHui, Puro, Isometric, ETSAllowance, GreenCertificate, other |          |                           |
      | kind         | kind of credit           | choice |       | reduction, removal                                                                          |          |                           |
      | vintage      | vintage                  | date   |       |                                                                                             |          |                           |
      | amount       | amount                   | number | tCO2e |                                                                                             | 0        |                           |
      | retired_on   | retirement date          | date   |       |                                                                                             |          |                           |
      | retired_here | retired for this factory | flag   |       |                                                                                             |          |                           |
      | issued       | issued                   | flag   |       |                                                                                             |          | yes                       |
      | used_for_ets | used for ETS compliance  | flag   |       |                                                                                             |          |                           |
    And the choices of registry
      | value            | words                            |
      | CCER             | CCER                             |
      | CDM              | CDM CER                          |
      | VCS              | VCS                              |
      | GoldStandard     | Gold Standard                    |
      | PuHui            | provincial carbon inclusion unit |
      | Puro             | Puro                             |
      | Isometric        | Isometric                        |
      | ETSAllowance     | ETS allowance                    |
      | GreenCertificate | green certificate                |
      | other            | other unit                       |
    And the choices of kind of credit
      | value     | words     |
      | reduction | reduction |
      | removal   | removal   |
    And credit is called carbon credit
    And these facts
      | fact    | label          | type                  | evidence         |
      | credits | credit records | list of carbon credit | registry-extract |
    And no two credit records share a serial

  Rule: Eligible credits
    Background:
      Given the quantity credits presented (credits_presented), in tCO2e, the sum of amount over credit records, on basis definition
      And the quantity credits counted (credits_counted), in tCO2e, the sum of amount over credit records, on basis credit-types, credit-window
        | where                                                                                                                                                                                                                                                                                                                                     |
        | registry is one of CCER, CDM CER, VCS, Gold Standard, provincial carbon inclusion unit, Puro, Isometric; issued is yes; used for ETS compliance is no; retired for this factory is yes; retirement date is within claim year plus 1 year; retirement date is until the as-of date; vintage is within 5 years before the end of claim year |
      And the quantity removals counted (removals_counted), in tCO2e, the sum of amount over credit records, on basis credit-types, credit-window
        | where                                                                                                                                                                                                                                                                                                                                                                |
        | kind of credit is removal; registry is one of CCER, CDM CER, VCS, Gold Standard, provincial carbon inclusion unit, Puro, Isometric; issued is yes; used for ETS compliance is no; retired for this factory is yes; retirement date is within claim year plus 1 year; retirement date is until the as-of date; vintage is within 5 years before the end of claim year |

    Scenario Outline: Accepted and excluded types of units
      Given credit records are
        | serial | registry   | kind of credit | vintage    | amount    | retirement date | retired for this factory | issued | used for ETS compliance |
        | C-1    | <registry> | removal        | 2024-05-31 | 600 tCO2e | 2025-02-01      | yes                      | yes    | no                      |
      When evaluated as of 2027-06-30
      Then the quantity credits presented is 600 tCO2e
      And the quantity credits counted is <counted> tCO2e
      And the quantity removals counted is <counted> tCO2e

      Examples:
        | registry                         | counted |
        | CCER                             | 600     |
        | CDM CER                          | 600     |
        | VCS                              | 600     |
        | Gold Standard                    | 600     |
        | provincial carbon inclusion unit | 600     |
        | Puro                             | 600     |
        | Isometric                        | 600     |
        | ETS allowance                    | 0       |
        | green certificate                | 0       |
        | other unit                       | 0       |

    Scenario Outline: A reduction credit counts as offset but not as removal
      Given credit records are
        | serial | registry | kind of credit | vintage    | amount    | retirement date | retired for this factory | issued | used for ETS compliance |
        | C-1    | Puro     | <kind>         | 2024-05-31 | 600 tCO2e | 2025-02-01      | yes                      | yes    | no                      |
      When evaluated as of 2027-06-30
      Then the quantity credits counted is 600 tCO2e
      And the quantity removals counted is <removed> tCO2e

      Examples:
        | kind      | removed |
        | reduction | 0       |
        | removal   | 600     |

    Scenario Outline: A credit must be issued, retired for this factory and not used for compliance
      Given credit records are
        | serial | registry | kind of credit | vintage    | amount    | retirement date | retired for this factory | issued   | used for ETS compliance |
        | C-1    | Puro     | removal        | 2024-05-31 | 600 tCO2e | 2025-02-01      | <here>                   | <issued> | <ets>                   |
      When evaluated as of 2027-06-30
      Then the quantity credits counted is <counted> tCO2e
      And the quantity removals counted is <counted> tCO2e

      Examples:
        | issued | here | ets | counted |
        | yes    | yes  | no  | 600     |
        | no     | yes  | no  | 0       |
        | yes    | no   | no  | 0       |
        | yes    | yes  | yes | 0       |

    Scenario Outline: Retirement is accepted from the first day of the claim year until twelve months after its last day
      Given credit records are
        | serial | registry | kind of credit | vintage    | amount    | retirement date | retired for this factory | issued | used for ETS compliance |
        | C-1    | Puro     | removal        | 2023-12-31 | 600 tCO2e | <retired>       | yes                      | yes    | no                      |
      When evaluated as of 2026-06-30
      Then the quantity credits counted is <counted> tCO2e
      And the quantity removals counted is <counted> tCO2e

      Examples:
        | retired    | counted |
        | 2023-12-31 | 0       |
        | 2024-01-01 | 600     |
        | 2025-12-31 | 600     |
        | 2026-01-01 | 0       |

    Scenario Outline: The vintage must lie within five years before the end of the claim year
      Given credit records are
        | serial | registry | kind of credit | vintage   | amount    | retirement date | retired for this factory | issued | used for ETS compliance |
        | C-1    | Puro     | removal        | <vintage> | 600 tCO2e | 2025-02-01      | yes                      | yes    | no                      |
      When evaluated as of 2027-06-30
      Then the quantity credits counted is <counted> tCO2e
      And the quantity removals counted is <counted> tCO2e

      Examples:
        | vintage    | counted |
        | 2019-12-30 | 0       |
        | 2019-12-31 | 600     |
        | 2024-12-31 | 600     |
        | 2025-01-01 | 0       |

    Scenario: Credits without a registry extract are undetermined
      Given evidence for credit records is missing
      When evaluated as of 2027-06-30
      Then the quantity credits counted is undetermined because of credit records

    Scenario: A credit is not counted before its retirement date
      When evaluated as of 2025-01-31
      Then the quantity credits counted is 0 tCO2e
      And the quantity removals counted is 0 tCO2e

  Rule: Offset ratio and removal ratio
    Background:
      Given the quantity offset ratio (offset_ratio), in %
        | is                                              | when                         | basis                |
        | 100 %                                           | residual emission is 0 tCO2e | nothing              |
        | min(credits counted / residual emission, 100 %) | otherwise                    | star-table, residual |
      And the quantity removal ratio (removal_ratio), in %
        | is                                   | when                                           | basis                |
        | 100 %                                | residual emission is 0 tCO2e                   | nothing              |
        | 100 %                                | removals counted is at least residual emission | residual             |
        | removals counted / residual emission | otherwise                                      | star-table, residual |

    Scenario Outline: The same credits offset a much smaller share for Type II
      Given factory type is <type>
      When evaluated as of 2027-06-30
      Then the quantity offset ratio is <offset> %
      And the quantity removal ratio is <removal> %

      Examples:
        | type    | offset | removal |
        | Type I  | 50     | 10      |
        | Type II | 25/3   | 5/3     |

    Scenario Outline: Both ratios are capped at 100 %
      Given scope 1 emission is <scope 1> tCO2e
      And scope 2 emission is 0 tCO2e
      When evaluated as of 2027-06-30
      Then the quantity offset ratio is <offset> %
      And the quantity removal ratio is <removal> %

      Examples:
        | scope 1 | offset | removal    |
        | 6000    | 50     | 10         |
        | 3000    | 100    | 20         |
        | 2999    | 100    | 60000/2999 |
        | 600     | 100    | 100        |
        | 500     | 100    | 100        |

    Scenario: Both ratios are 100 % without residual emissions
      Given scope 1 emission is 0 tCO2e
      And scope 2 emission is 0 tCO2e
      And credit records is none
      When evaluated as of 2027-06-30
      Then the quantity offset ratio is 100 %
      And the quantity removal ratio is 100 %
