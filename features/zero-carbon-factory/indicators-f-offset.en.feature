# language: en
Feature: Field F, carbon offset
  Share of residual emissions offset, quality of credits and publication of quantities. Points and sub-indicators are our own interpretation and replace Table B.1, page 11 of
  the standard. A certification body with the licensed table enters it here, in its private scorecard; all else stays the same.

  Background:
    Given the scorecard zero-carbon-factory
    And these facts
      | fact                 | label                       | type | evidence         |
      | credits_additional   | credits additional          | flag | project-paper    |
      | quantities_published | offset quantities published | flag | public-statement |

  Rule: Fifteen points for offset
    Background:
      Given the quantity credits retired in time (credits_retired), in tCO2e, the sum of amount over credit records, on basis credit-window, table-b1
        | where                                                                                                            |
        | retired for this factory is yes; used for ETS compliance is no; retirement date is within claim year plus 1 year |
      And the quantity credits of accepted vintage (credits_of_vintage), in tCO2e, the sum of amount over credit records, on basis credit-window, table-b1
        | where                                                  |
        | vintage is within 5 years before the end of claim year |
      And the quantity credits of accepted type (credits_of_type), in tCO2e, the sum of amount over credit records, on basis credit-types, table-b1
        | where                                                                                                                  |
        | registry is one of CCER, CDM CER, VCS, Gold Standard, provincial carbon inclusion unit, Puro, Isometric; issued is yes |
      And these indicators worth 15 points
        | id | indicator                      | section | points | applies when                           | basis                 |
        | F1 | Offset ratio                   | F       | 8      |                                        | field-names, table-b1 |
        | F2 | Quality of the credits         | F       | 4      | residual emission is more than 0 tCO2e | field-names, table-b1 |
        | F3 | Removal ratio                  | F       | 2      |                                        | field-names, table-b1 |
        | F4 | Public statement of quantities | F       | 1      |                                        | field-names, table-b1 |
      And indicator F1 scores offset ratio as its share
      And indicator F2 scores in equal parts each that holds
        | holds                                                                                    |
        | credits additional is yes; credits presented is more than 0 tCO2e                        |
        | credits retired in time is credits presented; credits presented is more than 0 tCO2e     |
        | credits of accepted vintage is credits presented; credits presented is more than 0 tCO2e |
        | credits of accepted type is credits presented; credits presented is more than 0 tCO2e    |
      And indicator F3 scores removal ratio as its share
      And indicator F4 scores offset quantities published as
        | is  | points |
        | yes | 1      |
        | no  | 0      |

    Scenario Outline: Offset and removal earn points by their ratios
      Given supposing offset ratio is <offset> %
      And supposing removal ratio is <removal> %
      When evaluated as of 2025-06-30
      Then indicator F1 scores <points>
      And indicator F3 scores <removed>

      Examples:
        | offset | removal | points | removed |
        | 0      | 0       | 0      | 0       |
        | 50     | 10      | 4      | 0.2     |
        | 100    | 100     | 8      | 2       |

    Scenario Outline: Additionality of the credits
      Given credits additional is <additional>
      When evaluated as of 2025-06-30
      Then indicator F2 scores <points>

      Examples:
        | additional | points |
        | yes        | 4      |
        | no         | 3      |

    Scenario Outline: One credit that fails a criterion removes the point for that criterion
      Given credits additional is yes
      And credit records are
        | serial | registry   | kind of credit | vintage   | amount    | retirement date | retired for this factory | issued   | used for ETS compliance |
        | C-1    | <registry> | removal        | <vintage> | 600 tCO2e | <retired>       | <here>                   | <issued> | <ets>                   |
      When evaluated as of 2026-06-30
      Then the quantity credits retired in time is <in time> tCO2e
      And the quantity credits of accepted vintage is <recent> tCO2e
      And the quantity credits of accepted type is <accepted> tCO2e
      And indicator F2 scores <points>

      Examples:
        | registry   | issued | here | ets | retired    | vintage    | in time | recent | accepted | points |
        | Puro       | yes    | yes  | no  | 2025-02-01 | 2024-05-31 | 600     | 600    | 600      | 4      |
        | other unit | yes    | yes  | no  | 2025-02-01 | 2024-05-31 | 600     | 600    | 0        | 3      |
        | Puro       | no     | yes  | no  | 2025-02-01 | 2024-05-31 | 600     | 600    | 0        | 3      |
        | Puro       | yes    | no   | no  | 2025-02-01 | 2024-05-31 | 0       | 600    | 600      | 3      |
        | Puro       | yes    | yes  | yes | 2025-02-01 | 2024-05-31 | 0       | 600    | 600      | 3      |
        | Puro       | yes    | yes  | no  | 2025-12-31 | 2024-05-31 | 600     | 600    | 600      | 4      |
        | Puro       | yes    | yes  | no  | 2026-01-01 | 2024-05-31 | 0       | 600    | 600      | 3      |
        | Puro       | yes    | yes  | no  | 2025-02-01 | 2019-12-31 | 600     | 600    | 600      | 4      |
        | Puro       | yes    | yes  | no  | 2025-02-01 | 2019-12-30 | 600     | 0      | 600      | 3      |

    Scenario: Without credits there are no points for quality
      Given credits additional is yes
      And credit records is none
      When evaluated as of 2025-06-30
      Then indicator F2 scores 0
      And indicator F1 scores 0

    Scenario Outline: Without residual emissions the offset is full, and quality points are redistributed
      Given scope 1 emission is 0 tCO2e
      And scope 2 emission is <scope 2> tCO2e
      And credit records is none
      When evaluated as of 2025-06-30
      Then indicator F1 scores <points>

      Examples:
        | scope 2 | points |
        | 0       | 120/11 |
        | 1       | 0      |

    Scenario: Quality is not assessed without residual emissions
      Given scope 1 emission is 0 tCO2e
      And scope 2 emission is 0 tCO2e
      And credit records is none
      When evaluated as of 2025-06-30
      Then indicator F2 is not applicable
      And indicator F3 scores 30/11
      And indicator F4 scores 15/11

    Scenario Outline: Publication of the offset quantities earns one point
      Given offset quantities published is <published>
      When evaluated as of 2025-06-30
      Then indicator F4 scores <points>

      Examples:
        | published | points |
        | yes       | 1      |
        | no        | 0      |
