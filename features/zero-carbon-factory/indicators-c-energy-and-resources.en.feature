# language: en
Feature: Field C, energy and resource use
  Renewable energy, efficiency and circular use. What a factory does not have is left out and the field is rescaled. The points and the second level are our own reading and stand in place of Table B.1, page 11 of
  the standard. A body that holds the licensed table pastes it here, in its private card, and nothing else changes.

  Background:
    Given the scorecard zero-carbon-factory
    And these facts
      | fact                   | label                         | type   | unit | one of             | at least | at most | evidence                         | may not apply |
      | renewable_energy_share | renewable share of all energy | number | %    |                    | 0        | 100     | energy-balance, public-statement |               |
      | product_energy_norm    | product energy norm           | choice |      | available, no_norm |          |         | product-energy-report            |               |
      | unit_energy            | unit energy                   | number |      |                    | 0        |         | product-energy-report            | yes           |
      | norm_limit             | limit value                   | number |      |                    | 0        |         | product-energy-report            | yes           |
      | norm_advanced          | advanced value                | number |      |                    | 0        |         | product-energy-report            | yes           |
      | electrification_share  | electrification share         | number | %    |                    | 0        | 100     | energy-balance                   |               |
      | waste_heat_available   | usable waste heat             | flag   |      |                    |          |         | heat-balance                     |               |
      | waste_heat_share       | share of waste heat used      | number | %    |                    | 0        | 100     | heat-balance                     | yes           |
      | process_water          | process water                 | flag   |      |                    |          |         | water-balance                    |               |
      | water_reuse_share      | water reuse share             | number | %    |                    | 0        | 100     | water-balance                    | yes           |
      | waste_use_share        | solid waste use share         | number | %    |                    | 0        | 100     | waste-ledger                     |               |
    And the choices of product energy norm
      | value     | words     |
      | available | available |
      | no_norm   | no norm   |

  Rule: Twenty-five points for energy and resources
    Background:
      Given the quantity progress to the advanced value (energy_progress), in %
        | is                                                           | when                          | basis    |
        | 0 %                                                          | limit value is advanced value | nothing  |
        | (limit value - unit energy) / (limit value - advanced value) | otherwise                     | table-b1 |
      And these indicators worth 25 points
        | id | indicator                        | section | points | must                                                                                               | applies when                     | basis                 |
        | C1 | Renewable electricity            | C       | 8      |                                                                                                    |                                  | field-names, table-b1 |
        | C2 | Renewable share of all energy    | C       | 3      |                                                                                                    |                                  | field-names, table-b1 |
        | C3 | Unit energy against the norm     | C       | 6      | limit value is more than advanced value; advanced value is more than 0; unit energy is more than 0 | product energy norm is available | field-names, table-b1 |
        | C4 | Electrification                  | C       | 2      |                                                                                                    |                                  | field-names, table-b1 |
        | C5 | Waste heat and pressure          | C       | 2      |                                                                                                    | usable waste heat is yes         | field-names, table-b1 |
        | C6 | Water reuse                      | C       | 2      |                                                                                                    | process water is yes             | field-names, table-b1 |
        | C7 | Solid waste and recycled content | C       | 2      |                                                                                                    |                                  | field-names, table-b1 |
      And indicator C1 scores renewable electricity share as its share
      And indicator C2 scores renewable share of all energy as its share
      And indicator C3 scores progress to the advanced value in % on a line through
        | at  | points |
        | 0   | 0      |
        | 100 | 6      |
      And indicator C4 scores electrification share in % on a line through
        | at | points |
        | 30 | 0      |
        | 80 | 2      |
      And indicator C5 scores share of waste heat used in % on a line through
        | at | points |
        | 0  | 0      |
        | 50 | 2      |
      And indicator C6 scores water reuse share in % on a line through
        | at | points |
        | 50 | 0      |
        | 90 | 2      |
      And indicator C7 scores solid waste use share in % on a line through
        | at | points |
        | 50 | 0      |
        | 95 | 2      |

    Scenario Outline: renewable electricity by its share
      Given electricity used is <used> MWh
      When evaluated as of 2025-06-30
      Then indicator C1 scores <points>

      Examples:
        | used  | points |
        | 80000 | 4      |
        | 50000 | 6.4    |
        | 40000 | 8      |
        | 30000 | 8      |

    Scenario Outline: renewable energy by its share
      Given renewable share of all energy is <value> %
      When evaluated as of 2025-06-30
      Then indicator C2 scores <points>

      Examples:
        | value | points |
        | 0     | 0      |
        | 45    | 1.35   |
        | 69.61 | 2.0883 |
        | 100   | 3      |

    Scenario Outline: nothing at the limit value, everything at the advanced value
      Given unit energy is <unit energy>
      When evaluated as of 2025-06-30
      Then the quantity progress to the advanced value is <progress> %
      And indicator C3 scores <points>

      Examples:
        | unit energy | progress | points |
        | 1.05        | -25      | 0      |
        | 1           | 0        | 0      |
        | 0.9999      | 0.05     | 0.003  |
        | 0.92        | 40       | 2.4    |
        | 0.8         | 100      | 6      |
        | 0.7         | 150      | 6      |

    Scenario: an advanced value equal to the limit shows no progress
      Given advanced value is 1
      When evaluated as of 2025-06-30
      Then the quantity progress to the advanced value is 0 %
      And indicator C3 scores 0

    Scenario: without a norm the other items of the field are scaled up
      Given product energy norm is no norm
      And unit energy is not applicable
      And limit value is not applicable
      And advanced value is not applicable
      When evaluated as of 2025-06-30
      Then indicator C3 is not applicable

    Scenario Outline: electrification from three to eight tenths
      Given electrification share is <value> %
      When evaluated as of 2025-06-30
      Then indicator C4 scores <points>

      Examples:
        | value | points |
        | 29.99 | 0      |
        | 30    | 0      |
        | 30.01 | 0.0004 |
        | 60    | 1.2    |
        | 80    | 2      |
        | 80.01 | 2      |
        | 100   | 2      |

    Scenario Outline: waste heat up to one half
      Given share of waste heat used is <value> %
      When evaluated as of 2025-06-30
      Then indicator C5 scores <points>

      Examples:
        | value | points |
        | 0     | 0      |
        | 0.01  | 0.0004 |
        | 35    | 1.4    |
        | 50    | 2      |
        | 50.01 | 2      |
        | 100   | 2      |

    Scenario Outline: a factory without waste heat is not measured by it
      Given usable waste heat is <available>
      And share of waste heat used is <share>
      When evaluated as of 2025-06-30
      Then indicator C5 is not applicable

      Examples:
        | available | share          |
        | no        | not applicable |
        | no        | 35 %           |

    Scenario Outline: water reuse from five to nine tenths
      Given water reuse share is <value> %
      When evaluated as of 2025-06-30
      Then indicator C6 scores <points>

      Examples:
        | value | points |
        | 49.99 | 0      |
        | 50    | 0      |
        | 50.01 | 0.0005 |
        | 85    | 1.75   |
        | 90    | 2      |
        | 90.01 | 2      |

    Scenario: a factory without process water is not measured by it
      Given process water is no
      And water reuse share is not applicable
      When evaluated as of 2025-06-30
      Then indicator C6 is not applicable

    Scenario Outline: solid waste from one half
      Given solid waste use share is <value> %
      When evaluated as of 2025-06-30
      Then indicator C7 scores <points>

      Examples:
        | value | points |
        | 49.99 | 0      |
        | 50    | 0      |
        | 50.45 | 0.02   |
        | 80    | 4/3    |
        | 95    | 2      |
        | 95.01 | 2      |
