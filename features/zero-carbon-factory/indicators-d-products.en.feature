# language: en
Feature: Field D, products
  Footprints, their fall, certificates, and what suppliers are asked for. The points and the second level are our own reading and stand in place of Table B.1, page 11 of
  the standard. A body that holds the licensed table pastes it here, in its private card, and nothing else changes.

  Background:
    Given the scorecard zero-carbon-factory
    And these facts
      | fact                   | label                          | type    | unit | one of                             | at least | at most | evidence            |
      | footprint_output_share | output with verified footprint | number  | %    |                                    | 0        | 100     | footprint-statement |
      | footprint_fall         | footprint fall                 | number  | %    |                                    | -1000    | 100     | footprint-statement |
      | product_certificate    | low carbon product certificate | flag    |      |                                    |          |         | certificate         |
      | supplier_actions       | supplier actions               | choices |      | policy, asked, collected, improved |          |         | supplier-file       |
    And the choices of supplier actions
      | value     | words             |
      | policy    | policy set        |
      | asked     | data asked        |
      | collected | data collected    |
      | improved  | improvement shown |

  Rule: Ten points for products
    Background:
      Given these indicators worth 10 points
        | id | indicator                        | section | points | basis                 |
        | D1 | Output with a verified footprint | D       | 4      | field-names, table-b1 |
        | D2 | Fall of the footprint            | D       | 3      | field-names, table-b1 |
        | D3 | Eco-design or low carbon product | D       | 1      | field-names, table-b1 |
        | D4 | Carbon management of suppliers   | D       | 2      | field-names, table-b1 |
      And indicator D1 scores output with verified footprint in % on a line through
        | at | points |
        | 0  | 0      |
        | 80 | 4      |
      And indicator D2 scores footprint fall in % on a line through
        | at | points |
        | 0  | 0      |
        | 15 | 3      |
      And indicator D3 scores low carbon product certificate as
        | is  | points |
        | yes | 1      |
        | no  | 0      |
      And indicator D4 scores in equal parts each that holds
        | holds                                              |
        | supplier actions includes any of policy set        |
        | supplier actions includes any of data asked        |
        | supplier actions includes any of data collected    |
        | supplier actions includes any of improvement shown |

    Scenario Outline: verified output up to four fifths
      Given output with verified footprint is <value> %
      When evaluated as of 2025-06-30
      Then indicator D1 scores <points>

      Examples:
        | value | points |
        | 0     | 0      |
        | 0.01  | 0.0005 |
        | 60    | 3      |
        | 80    | 4      |
        | 80.01 | 4      |
        | 100   | 4      |

    Scenario Outline: a rise earns nothing, fifteen percent everything
      Given footprint fall is <value> %
      When evaluated as of 2025-06-30
      Then indicator D2 scores <points>

      Examples:
        | value | points |
        | -5    | 0      |
        | 0     | 0      |
        | 0.01  | 0.002  |
        | 11    | 2.2    |
        | 15    | 3      |
        | 15.01 | 3      |

    Scenario Outline: a product certificate
      Given low carbon product certificate is <held>
      When evaluated as of 2025-06-30
      Then indicator D3 scores <points>

      Examples:
        | held | points |
        | yes  | 1      |
        | no   | 0      |

    Scenario Outline: each supplier action is worth half a point
      Given supplier actions is <actions>
      When evaluated as of 2025-06-30
      Then indicator D4 scores <points>

      Examples:
        | actions                                                   | points |
        | none                                                      | 0      |
        | policy set                                                | 0.5    |
        | data asked                                                | 0.5    |
        | data collected                                            | 0.5    |
        | improvement shown                                         | 0.5    |
        | policy set, data asked, data collected, improvement shown | 2      |
