# language: en
Feature: Field C, energy and resource use
  Renewable energy, efficiency and circular use. Indicators that do not apply are dropped and the field is rescaled. Points and sub-indicators are our own interpretation and replace Table B.1, page 11 of
  the standard. A certification body with the licensed table enters it here, in its private scorecard; all else stays the same.

  Background:
    Given the scorecard zero-carbon-factory
    And these facts
      | fact                   | label                             | type   | unit | one of             | at least | at most | evidence                         | may not apply |
      | renewable_energy_share | renewable share of all energy     | number | %    |                    | 0        | 100     | energy-balance, public-statement |               |
      | product_energy_norm    | product energy norm               | choice |      | available, no_norm |          |         | product-energy-report            |               |
      | unit_energy            | energy use per unit of product    | number |      |                    | 0        |         | product-energy-report            | yes           |
      | norm_limit             | limit value of the energy norm    | number |      |                    | 0        |         | product-energy-report            | yes           |
      | norm_advanced          | advanced value of the energy norm | number |      |                    | 0        |         | product-energy-report            | yes           |
      | electrification_share  | electrification share             | number | %    |                    | 0        | 100     | energy-balance                   |               |
      | waste_heat_available   | usable waste heat available       | flag   |      |                    |          |         | heat-balance                     |               |
      | waste_heat_share       | share of waste heat used          | number | %    |                    | 0        | 100     | heat-balance                     | yes           |
      | process_water          | process water used                | flag   |      |                    |          |         | water-balance                    |               |
      | water_reuse_share      | water reuse share                 | number | %    |                    | 0        | 100     | water-balance                    | yes           |
      | waste_use_share        | solid waste use share             | number | %    |                    | 0        | 100     | waste-ledger                     |               |
    And the choices of product energy norm
      | value     | words     |
      | available | available |
      | no_norm   | no norm   |

  Rule: Twenty-five points for energy and resources
    Background:
      Given the quantity progress to the advanced value (energy_progress), in %
        | is                                                                                                                                       | when                                                                | basis    |
        | 0 %                                                                                                                                      | limit value of the energy norm is advanced value of the energy norm | nothing  |
        | (limit value of the energy norm - energy use per unit of product) / (limit value of the energy norm - advanced value of the energy norm) | otherwise                                                           | table-b1 |
      And these indicators worth 25 points
        | id | indicator                                       | section | points | must                                                                                                                                                                           | applies when                       | basis                 |
        | C1 | Renewable electricity                           | C       | 8      |                                                                                                                                                                                |                                    | field-names, table-b1 |
        | C2 | Renewable share of all energy                   | C       | 3      |                                                                                                                                                                                |                                    | field-names, table-b1 |
        | C3 | Energy use per unit of product against the norm | C       | 6      | limit value of the energy norm is more than advanced value of the energy norm; advanced value of the energy norm is more than 0; energy use per unit of product is more than 0 | product energy norm is available   | field-names, table-b1 |
        | C4 | Electrification                                 | C       | 2      |                                                                                                                                                                                |                                    | field-names, table-b1 |
        | C5 | Waste heat and pressure                         | C       | 2      |                                                                                                                                                                                | usable waste heat available is yes | field-names, table-b1 |
        | C6 | Water reuse                                     | C       | 2      |                                                                                                                                                                                | process water used is yes          | field-names, table-b1 |
        | C7 | Solid waste and recycled content                | C       | 2      |                                                                                                                                                                                |                                    | field-names, table-b1 |
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

    Scenario Outline: Renewable electricity earns points by its share
      Given electricity used is <used> MWh
      When evaluated as of 2025-06-30
      Then indicator C1 scores <points>

      Examples:
        | used  | points |
        | 80000 | 4      |
        | 50000 | 6.4    |
        | 40000 | 8      |
        | 30000 | 8      |

    Scenario Outline: Renewable energy earns points by its share
      Given renewable share of all energy is <value> %
      When evaluated as of 2025-06-30
      Then indicator C2 scores <points>

      Examples:
        | value | points |
        | 0     | 0      |
        | 45    | 1.35   |
        | 69.61 | 2.0883 |
        | 100   | 3      |

    Scenario Outline: No points at the limit value, full points at the advanced value
      Given energy use per unit of product is <energy use per unit of product>
      When evaluated as of 2025-06-30
      Then the quantity progress to the advanced value is <progress> %
      And indicator C3 scores <points>

      Examples:
        | energy use per unit of product | progress | points |
        | 1.05                           | -25      | 0      |
        | 1                              | 0        | 0      |
        | 0.9999                         | 0.05     | 0.003  |
        | 0.92                           | 40       | 2.4    |
        | 0.8                            | 100      | 6      |
        | 0.7                            | 150      | 6      |

    Scenario: An advanced value equal to the limit value shows no progress
      Given advanced value of the energy norm is 1
      When evaluated as of 2025-06-30
      Then the quantity progress to the advanced value is 0 %
      And indicator C3 scores 0

    Scenario: Without a norm the other indicators of the field are rescaled
      Given product energy norm is no norm
      And energy use per unit of product is not applicable
      And limit value of the energy norm is not applicable
      And advanced value of the energy norm is not applicable
      When evaluated as of 2025-06-30
      Then indicator C3 is not applicable

    Scenario Outline: Electrification earns points between 30 % and 80 %
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

    Scenario Outline: Waste heat use earns points up to 50 %
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

    Scenario Outline: Waste heat is not assessed if the factory has none
      Given usable waste heat available is <available>
      And share of waste heat used is <share>
      When evaluated as of 2025-06-30
      Then indicator C5 is not applicable

      Examples:
        | available | share          |
        | no        | not applicable |
        | no        | 35 %           |

    Scenario Outline: Water reuse earns points between 50 % and 90 %
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

    Scenario: Water reuse is not assessed if the factory uses no process water
      Given process water used is no
      And water reuse share is not applicable
      When evaluated as of 2025-06-30
      Then indicator C6 is not applicable

    Scenario Outline: Solid waste use earns points from 50 %
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
