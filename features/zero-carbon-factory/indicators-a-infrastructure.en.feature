# language: en
Feature: Field A, infrastructure
  Buildings, lighting, equipment and meters. Points and sub-indicators are our own interpretation and replace Table B.1, page 11 of
  the standard. A certification body with the licensed table enters it here, in its private scorecard; all else stays the same.

  Background:
    Given the scorecard zero-carbon-factory
    And these facts
      | fact                    | label                                       | type   | unit | one of                          | at least | at most | evidence                      |
      | building_standard       | building standard                           | choice |      | green_two_star, gb_55015, below |          |         | certificate, acceptance-paper |
      | lighting_share          | efficient lighting share                    | number | %    |                                 | 0        | 100     | lamp-ledger                   |
      | efficient_machine_share | share of efficient equipment by power       | number | %    |                                 | 0        | 100     | equipment-ledger              |
      | boundary_meter_rate     | metering rate of energy across the boundary | number | %    |                                 | 0        | 100     | meter-ledger                  |
      | main_unit_meter_rate    | metering rate of main equipment             | number | %    |                                 | 0        | 100     | meter-ledger                  |
    And the choices of building standard
      | value          | words                   |
      | green_two_star | two star green building |
      | gb_55015       | GB 55015 met            |
      | below          | GB 55015 not met        |

  Rule: Fifteen points for infrastructure
    Background:
      Given these indicators worth 15 points
        | id | indicator                                               | section | points | must                                                 | basis                 |
        | A1 | Building energy and green building                      | A       | 4      |                                                      | field-names, table-b1 |
        | A2 | Lighting                                                | A       | 2      |                                                      | field-names, table-b1 |
        | A3 | Efficient motors, transformers, compressors and boilers | A       | 5      | machines on the elimination lists is 0 items         | field-names, table-b1 |
        | A4 | Metering                                                | A       | 4      | metering rate of energy across the boundary is 100 % | field-names, table-b1 |
      And indicator A1 scores building standard as
        | is                      | points |
        | two star green building | 4      |
        | GB 55015 met            | 3      |
        | GB 55015 not met        | 0      |
      And indicator A2 scores efficient lighting share in % on a line through
        | at  | points |
        | 50  | 0      |
        | 100 | 2      |
      And indicator A3 scores share of efficient equipment by power as its share
      And indicator A4 scores metering rate of main equipment in % on a line through
        | at  | points |
        | 80  | 0      |
        | 100 | 4      |

    Scenario Outline: Green building of two stars or near zero, GB 55015 met or not met
      Given building standard is <standard>
      When evaluated as of 2025-06-30
      Then indicator A1 scores <points>

      Examples:
        | standard                | points |
        | two star green building | 4      |
        | GB 55015 met            | 3      |
        | GB 55015 not met        | 0      |

    Scenario Outline: Efficient lighting earns points from 50 %
      Given efficient lighting share is <value> %
      When evaluated as of 2025-06-30
      Then indicator A2 scores <points>

      Examples:
        | value | points |
        | 0     | 0      |
        | 50    | 0      |
        | 50.01 | 0.0004 |
        | 75    | 1      |
        | 99.99 | 1.9996 |
        | 100   | 2      |

    Scenario Outline: Efficient equipment earns points by its share of power
      Given share of efficient equipment by power is <value> %
      When evaluated as of 2025-06-30
      Then indicator A3 scores <points>

      Examples:
        | value | points |
        | 0     | 0      |
        | 80    | 4      |
        | 100   | 5      |

    Scenario Outline: One machine on the elimination lists removes all points for equipment
      Given machines on the elimination lists is <machines> items
      When evaluated as of 2025-06-30
      Then indicator A3 scores <points>

      Examples:
        | machines | points |
        | 0        | 4      |
        | 1        | 0      |

    Scenario Outline: Metering of main units earns points from 80 %
      Given metering rate of main equipment is <value> %
      When evaluated as of 2025-06-30
      Then indicator A4 scores <points>

      Examples:
        | value | points |
        | 79.99 | 0      |
        | 80    | 0      |
        | 80.01 | 0.002  |
        | 90    | 2      |
        | 100   | 4      |

    Scenario Outline: Incomplete metering at the boundary removes all points for metering
      Given metering rate of energy across the boundary is <rate> %
      When evaluated as of 2025-06-30
      Then indicator A4 scores <points>

      Examples:
        | rate  | points |
        | 100   | 4      |
        | 99.99 | 0      |
