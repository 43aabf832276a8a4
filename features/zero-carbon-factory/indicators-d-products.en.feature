# language: en
Feature: Field D, products
  Footprints, their reduction, certificates and supplier management. Points and sub-indicators are our own interpretation and replace Table B.1, page 11 of
  the standard. A certification body with the licensed table enters it here, in its private scorecard; all else stays the same.

  Background:
    Given the scorecard zero-carbon-factory
    And these facts
      | fact                   | label                                         | type    | unit | one of                             | at least | at most | evidence            |
      | footprint_output_share | share of output value with verified footprint | number  | %    |                                    | 0        | 100     | footprint-statement |
      | footprint_fall         | product footprint reduction                   | number  | %    |                                    | -1000    | 100     | footprint-statement |
      | product_certificate    | low carbon product certificate                | flag    |      |                                    |          |         | certificate         |
      | supplier_actions       | supplier actions                              | choices |      | policy, asked, collected, improved |          |         | supplier-file       |
    And the choices of supplier actions
      | value     | words             |
      | policy    | policy set        |
      | asked     | data requested    |
      | collected | data collected    |
      | improved  | improvement shown |

  Rule: Ten points for products
    Background:
      Given these indicators worth 10 points
        | id | indicator                          | section | points | basis                 |
        | D1 | Output with a verified footprint   | D       | 4      | field-names, table-b1 |
        | D2 | Reduction of the product footprint | D       | 3      | field-names, table-b1 |
        | D3 | Eco-design or low carbon product   | D       | 1      | field-names, table-b1 |
        | D4 | Carbon management of suppliers     | D       | 2      | field-names, table-b1 |
      And indicator D1 scores share of output value with verified footprint in % on a line through
        | at | points |
        | 0  | 0      |
        | 80 | 4      |
      And indicator D2 scores product footprint reduction in % on a line through
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
        | supplier actions includes any of data requested    |
        | supplier actions includes any of data collected    |
        | supplier actions includes any of improvement shown |

    Scenario Outline: Output with a verified footprint earns points up to 80 %
      Given share of output value with verified footprint is <value> %
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

    Scenario Outline: An increase earns no points, a reduction of 15 % full points
      Given product footprint reduction is <value> %
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

    Scenario Outline: A product certificate earns one point
      Given low carbon product certificate is <held>
      When evaluated as of 2025-06-30
      Then indicator D3 scores <points>

      Examples:
        | held | points |
        | yes  | 1      |
        | no   | 0      |

    Scenario Outline: Each supplier action earns half a point
      Given supplier actions is <actions>
      When evaluated as of 2025-06-30
      Then indicator D4 scores <points>

      Examples:
        | actions                                                       | points |
        | none                                                          | 0      |
        | policy set                                                    | 0.5    |
        | data requested                                                | 0.5    |
        | data collected                                                | 0.5    |
        | improvement shown                                             | 0.5    |
        | policy set, data requested, data collected, improvement shown | 2      |
