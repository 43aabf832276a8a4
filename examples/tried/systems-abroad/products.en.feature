# language: en
Feature: Products, activities and imports

  Background:
    Given the scorecard systems-abroad

  Rule: What a footprint has to state
    Background:
      Given these facts
        | fact     | label                | type    | one of                                                                  |
        | stated   | stated in the report | choices | unit, boundary, cut_off, biogenic_apart, aircraft_apart, land_use_years |
        | compared | used to compare      | flag    |                                                                         |
        | reviewed | critically reviewed  | flag    |                                                                         |
        | netted   | offsets taken off    | flag    |                                                                         |
      And these gates
        | id    | gate                 | requires                                                                                    | applies when           | basis    |
        | PF-1  | Unit                 | stated in the report includes any of unit                                                   |                        | iso14067 |
        | PF-2  | Boundary and cut-off | stated in the report includes any of boundary; stated in the report includes any of cut_off |                        | iso14067 |
        | PF-9  | Nothing offset       | offsets taken off is no                                                                     |                        | iso14067 |
        | PF-13 | Reviewed             | critically reviewed is yes                                                                  | used to compare is yes | iso14067 |
      And this reference case
        | fact                 | value                   |
        | stated in the report | unit, boundary, cut_off |
        | used to compare      | no                      |
        | critically reviewed  | no                      |
        | offsets taken off    | no                      |

    Scenario: a review is asked for where products are compared
      Given used to compare is yes
      When evaluated as of 2026-11-20
      Then gate PF-2 is met
      And gate PF-13 is not met

  Rule: A record of a footprint, its share of own data and its last day
    Background:
      Given these facts
        | fact      | label                    | type         | unit   | at least | at most | may lie ahead |
        | reference | reference period         | period       |        |          |         | yes           |
        | use_date  | used on                  | date         |        |          |         | yes           |
        | exempted  | exempted emissions       | number       | %      | 0        | 100     |               |
        | pieces    | items of the footprint   | list of part |        |          |         |               |
        | excluding | footprint without uptake | number       | kgCO2e |          |         |               |
        | uptake    | biogenic uptake          | number       | kgCO2e |          | 0       |               |
        | including | footprint with uptake    | number       | kgCO2e |          |         |               |
      And each component has
        | field    | label             | type   | unit   | at least | at most |
        | piece    |                   | text   |        |          |         |
        | part     | emissions of item | number | kgCO2e | 0        |         |
        | own_data | primary           | flag   |        |          |         |
        | rated    | technology rating | number |        | 1        | 5       |
      And component is called part
      And no two items of the footprint share a piece
      And the quantity share of primary data (primary_share), in %, the share of emissions of item over items of the footprint, or 0 % if there are none, on basis pact
        | where          |
        | primary is yes |
      And for each part the quantity weighed rating (weighed), in kgCO2e, on basis pact
        | is                                    |
        | emissions of item * technology rating |
      And the quantity emissions of items (of_items), in kgCO2e, the sum of emissions of item over items of the footprint, on basis pact
      And the quantity weighed ratings (all_weighed), in kgCO2e, the sum of weighed rating over items of the footprint, on basis pact
      And the quantity data quality (quality), on basis pact
        | is                                   | when divided by zero |
        | weighed ratings / emissions of items | 5                    |
      And the quantity distance of both footprints (distance), in kgCO2e, on basis pact, own
        | is                                                                                                                                          |
        | max(footprint with uptake - footprint without uptake - biogenic uptake, footprint without uptake + biogenic uptake - footprint with uptake) |
      And these gates
        | id   | gate            | requires                                                  | basis     |
        | R-2  | Still valid     | used on is until the end of reference period plus 3 years | pact      |
        | R-4  | Little exempted | exempted emissions is at most 5 %                         | pact      |
        | R-13 | Both fit        | distance of both footprints is at most 0.01 kgCO2e        | pact, own |
      And these results
        | result  | label        | is                    | rounded to | basis |
        | primary | Primary data | share of primary data | 2 decimals | pact  |
        | quality | Data quality | data quality          | 3 decimals | pact  |
      And this reference case
        | fact                     | value                    |
        | reference period         | 2025-01-01 to 2025-12-31 |
        | used on                  | 2028-12-31               |
        | exempted emissions       | 5 %                      |
        | footprint without uptake | 4.4 kgCO2e               |
        | biogenic uptake          | -1.2 kgCO2e              |
        | footprint with uptake    | 3.2 kgCO2e               |
      And in the reference case items of the footprint are
        | piece     | emissions of item | primary | technology rating |
        | coil      | 2.6 kgCO2e        | no      | 2                 |
        | power     | 0.9 kgCO2e        | yes     | 1                 |
        | transport | 0.6 kgCO2e        | yes     | 2                 |
        | coating   | 0.3 kgCO2e        | no      | 4                 |

    Scenario: the last day of three years
      When evaluated as of 2026-11-20
      Then the result primary is 375/11 %
      And the quantity data quality is 85/44
      And gate R-2 is met
      And gate R-13 is met

    Scenario: a day later it has expired
      Given used on is 2029-01-01
      When evaluated as of 2026-11-20
      Then gate R-2 is not met

  Rule: An activity is aligned by one route or the other
    Background:
      Given these facts
        | fact     | label                       | type   | unit    | one of             | at least | at most |
        | steel    | kind of steel               | choice |         | high_alloy, carbon |          |         |
        | direct   | direct emissions of a tonne | number | tCO2e/t |                    | 0        |         |
        | scrap    | share of scrap              | number | %       |                    | 0        | 100     |
        | harmless | does no other harm          | flag   |         |                    |          |         |
        | proceeds | proceeds aligned            | number | %       |                    | 0        | 100     |
      And these conditions
        | condition | label       | holds when                                                                        | basis    |
        | aligned   | contributes | kind of steel is high_alloy; direct emissions of a tonne is at most 0.266 tCO2e/t | taxonomy |
        | aligned   |             | kind of steel is carbon; direct emissions of a tonne is at most 0.209 tCO2e/t     | taxonomy |
        | aligned   |             | kind of steel is high_alloy; share of scrap is at least 70 %                      | taxonomy |
        | aligned   |             | kind of steel is carbon; share of scrap is at least 90 %                          | taxonomy |
      And these gates
        | id   | gate       | requires                                     | basis    |
        | TX-2 | Aligned    | contributes holds; does no other harm is yes | taxonomy |
        | GB-1 | Green bond | proceeds aligned is at least 85 %            | bond     |
      And this reference case
        | fact                        | value         |
        | kind of steel               | carbon        |
        | direct emissions of a tonne | 0.215 tCO2e/t |
        | share of scrap              | 92 %          |
        | does no other harm          | yes           |
        | proceeds aligned            | 85 %          |

    Scenario: too much by the first route, enough scrap for the second
      When evaluated as of 2026-11-20
      Then gate TX-2 is met

  Rule: A charge at the border by the quarter before
    Background:
      Given these facts
        | fact     | label                               | type          | unit      | at least | at most | may lie ahead |
        | liable   | liable on                           | date          |           |          |         | yes           |
        | embodied | embodied emissions                  | number        | tCO2e     | 0        |         |               |
        | auction  | auction price of the quarter before | number        | GBP/tCO2e | 0        |         |               |
        | free     | free allocation                     | number        | %         | 0        | 100     |               |
        | imports  |                                     | list of entry |           |          |         |               |
      And each entry has
        | field   | label              | type   | unit | at least |
        | entry   |                    | text   |      |          |
        | entered | imported on        | date   |      |          |
        | value   | value of the entry | number | GBP  | 0        |
      And no two imports share a entry
      And the quantity factor of free allocation (free_factor), in %, in force on liable on, on basis uk, own
        | from       | is           |
        | earlier    | 100          |
        | 2027-01-01 | 97.5         |
        | 2028-01-01 | 95           |
        | 2029-01-01 | 90           |
        | 2030-01-01 | 77.5         |
        | 2031-01-01 | undetermined |
      And the quantity sectoral price (uk_price), in GBP/tCO2e, on basis uk
        | is                                                                                                                              |
        | round(auction price of the quarter before * (100 % - free allocation * factor of free allocation), 0.0001 GBP/tCO2e, half-even) |
      And the quantity charge, in GBP, on basis uk
        | is                                  | when                           |
        | 0 GBP                               | liable on is before 2027-01-01 |
        | embodied emissions * sectoral price | otherwise                      |
      And the quantity value of twelve months (twelve), in GBP, the sum of value of the entry over imports, on basis uk
        | where                                                                                 |
        | imported on is after the as-of date minus 1 year; imported on is until the as-of date |
      And these results
        | result    | label  | is     | rounded to | basis |
        | uk_charge | Charge | charge | 2 decimals | uk    |
      And these findings
        | code | finding              | when                                         | severity | basis |
        | UK-3 | Has to be registered | value of twelve months is at least 50000 GBP | minor    | uk    |
      And this reference case
        | fact                                | value        |
        | liable on                           | 2027-05-10   |
        | embodied emissions                  | 900 tCO2e    |
        | auction price of the quarter before | 50 GBP/tCO2e |
        | free allocation                     | 86.49 %      |
      And in the reference case imports are
        | entry | imported on | value of the entry |
        | E-1   | 2025-11-21  | 30000 GBP          |
        | E-2   | 2026-11-20  | 20000 GBP          |

    Scenario: a hundred tonnes of hydrogen in the first year
      When evaluated as of 2026-11-20
      Then the result uk_charge is 7052.49 GBP
      And a minor nonconformity UK-3 is raised

  Rule: A stay by the room night
    Background:
      Given these facts
        | fact   | label               | type   | unit      | at least |
        | house  | energy of the house | number | MWh       | 0        |
        | nights | room nights sold    | number | roomnight | 1        |
      And the quantity energy of a night (night_energy), in kWh/roomnight, on basis own
        | is                                     |
        | energy of the house / room nights sold |
      And these gates
        | id   | gate         | requires                                      | basis |
        | ST-1 | Thrifty stay | energy of a night is at most 60 kWh/roomnight | own   |
      And this reference case
        | fact                | value            |
        | energy of the house | 900 MWh          |
        | room nights sold    | 20000 roomnights |

    Scenario: fewer nights for the same energy
      Given room nights sold is 12000 roomnights
      When evaluated as of 2026-11-20
      Then gate ST-1 is not met
