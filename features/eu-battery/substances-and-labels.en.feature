# language: en
Feature: Restricted substances and labels
  Articles 6 and 13. A share equal to the limit complies; the chemical symbols are required for every category.

  Background:
    Given the scorecard eu-battery
    And these facts
      | fact                  | label                                        | type    | unit | one of | at least | at most | evidence                      | may not apply | may lie ahead |
      | mercury               | mercury share                                | number  | %    |        | 0        | 100     | test-report, battery-passport |               |               |
      | cadmium               | cadmium share                                | number  | %    |        | 0        | 100     | test-report, battery-passport |               |               |
      | lead                  | lead share                                   | number  | %    |        | 0        | 100     | test-report, battery-passport |               |               |
      | cylindrical           | cylindrical cell                             | flag    |      |        |          |         |                               |               |               |
      | face                  | area of the largest side or cylinder surface | number  | cm2  |        | 0        |         |                               |               |               |
      | symbol_area           | area of the collection symbol                | number  | cm2  |        | 0        |         |                               |               |               |
      | packaging_symbol      | symbol side on the packaging                 | number  | cm   |        | 0        |         |                               |               |               |
      | chemical_symbols      | chemical symbols                             | choices |      | Cd, Pb |          |         |                               |               |               |
      | label_act             | entry into force of the label act            | date    |      |        |          |         |                               | yes           | yes           |
      | general_label         | general label                                | flag    |      |        |          |         |                               |               |               |
      | capacity_label        | capacity label                               | flag    |      |        |          |         |                               |               |               |
      | nonrechargeable_label | label for non-rechargeable batteries         | flag    |      |        |          |         |                               |               |               |
      | qr_code               | Battery has a QR code                        | flag    |      |        |          |         |                               |               |               |
    And the choices of chemical symbols
      | value | words |
      | Cd    | Cd    |
      | Pb    | Pb    |

  Rule: Mercury, cadmium and lead
    Background:
      Given the quantity limit on lead (1 = applies) (lead_limited), on basis a6
        | is | when                                                                                       |
        | 0  | battery category is not portable battery                                                   |
        | 0  | day placed on the market is before 2024-08-18                                              |
        | 0  | zinc-air battery is yes; button cell is yes; day placed on the market is before 2028-08-18 |
        | 1  | otherwise                                                                                  |
      And these gates
        | id    | gate                     | requires                          | applies when                                                                      | basis |
        | A6-HG | Mercury at most 0.0005 % | mercury share is at most 0.0005 % | day placed on the market is from 2024-02-18                                       | a6    |
        | A6-CD | Cadmium at most 0.002 %  | cadmium share is at most 0.002 %  | battery category is portable battery; day placed on the market is from 2024-02-18 | a6    |
        | A6-PB | Lead at most 0.01 %      | lead share is at most 0.01 %      | limit on lead (1 = applies) is 1                                                  | a6    |

    Scenario Outline: a mercury share equal to the limit complies
      Given mercury share is <mercury> %
      When evaluated as of 2027-04-01
      Then gate A6-HG is <outcome>

      Examples:
        | mercury | outcome |
        | 0.0004  | met     |
        | 0.0005  | met     |
        | 0.0006  | not met |

    Scenario Outline: mercury before the Regulation started to apply
      Given mercury share is 0.0006 %
      And day placed on the market is <placed>
      When evaluated as of 2027-04-01
      Then gate A6-HG is <outcome>

      Examples:
        | placed     | outcome        |
        | 2024-02-17 | not applicable |
        | 2024-02-18 | not met        |

    Scenario Outline: the cadmium limit applies to portable batteries only
      Given battery category is <category>
      And cadmium share is <cadmium> %
      And day placed on the market is <placed>
      When evaluated as of 2027-04-01
      Then gate A6-CD is <outcome>

      Examples:
        | category         | cadmium | placed     | outcome        |
        | portable battery | 0.002   | 2027-03-15 | met            |
        | portable battery | 0.0021  | 2027-03-15 | not met        |
        | EV battery       | 0.0021  | 2027-03-15 | not applicable |
        | portable battery | 0.0021  | 2024-02-17 | not applicable |
        | portable battery | 0.0021  | 2024-02-18 | not met        |

    Scenario Outline: the lead limit of portable batteries
      Given battery category is <category>
      And lead share is <lead> %
      And zinc-air battery is <zinc>
      And button cell is <button>
      And day placed on the market is <placed>
      When evaluated as of 2027-04-01
      Then gate A6-PB is <outcome>

      Examples:
        | category         | lead  | zinc | button | placed     | outcome        |
        | portable battery | 5     | no   | no     | 2024-08-17 | not applicable |
        | portable battery | 5     | no   | no     | 2024-08-18 | not met        |
        | portable battery | 0.01  | no   | no     | 2025-06-01 | met            |
        | portable battery | 0.011 | no   | no     | 2025-06-01 | not met        |
        | portable battery | 0.5   | yes  | yes    | 2028-08-17 | not applicable |
        | portable battery | 0.5   | yes  | yes    | 2028-08-18 | not met        |
        | portable battery | 0.5   | no   | yes    | 2028-08-17 | not met        |
        | portable battery | 0.5   | yes  | no     | 2028-08-17 | not met        |
        | SLI battery      | 60    | no   | no     | 2027-03-15 | not applicable |

  Rule: Separate collection and chemical symbols
    Background:
      Given the quantity area the collection symbol must cover (symbol_target), in cm2, on basis a13-4
        | is                                                                | when                    |
        | min(area of the largest side or cylinder surface * 1.5 %, 25 cm2) | cylindrical cell is yes |
        | min(area of the largest side or cylinder surface * 3 %, 25 cm2)   | otherwise               |
      And these gates
        | id            | gate                                            | requires                                                                        | applies when                                                                                               | basis |
        | A13-SYMBOL    | Collection symbol large enough on the battery   | area of the collection symbol is at least area the collection symbol must cover | area the collection symbol must cover is at least 0.2209 cm2; day placed on the market is from 2025-08-18  | a13-4 |
        | A13-PACKAGING | Collection symbol on the packaging              | symbol side on the packaging is at least 1 cm                                   | area the collection symbol must cover is less than 0.2209 cm2; day placed on the market is from 2025-08-18 | a13-4 |
        | A13-CD        | Symbol Cd present where cadmium exceeds 0.002 % | chemical symbols includes any of Cd                                             | cadmium share is more than 0.002 %; day placed on the market is from 2024-02-18                            | a13-5 |
        | A13-PB        | Symbol Pb present where lead exceeds 0.004 %    | chemical symbols includes any of Pb                                             | lead share is more than 0.004 %; day placed on the market is from 2024-02-18                               | a13-5 |

    Scenario Outline: the area that the symbol must cover
      Given cylindrical cell is <shape>
      And area of the largest side or cylinder surface is <face> cm2
      And area of the collection symbol is <symbol> cm2
      And symbol side on the packaging is <packaging> cm
      And day placed on the market is <placed>
      When evaluated as of 2027-04-01
      Then the quantity area the collection symbol must cover is <target> cm2
      And gate A13-SYMBOL is <battery>
      And gate A13-PACKAGING is <box>

      Examples:
        | shape | face  | symbol | packaging | placed     | target  | battery        | box            |
        | no    | 200   | 5.9    | 0         | 2027-03-15 | 6       | not met        | not applicable |
        | no    | 200   | 6      | 0         | 2027-03-15 | 6       | met            | not applicable |
        | no    | 200   | 5.9    | 0         | 2025-08-17 | 6       | not applicable | not applicable |
        | no    | 200   | 5.9    | 0         | 2025-08-18 | 6       | not met        | not applicable |
        | no    | 19500 | 24.9   | 0         | 2027-03-15 | 25      | not met        | not applicable |
        | no    | 19500 | 25     | 0         | 2027-03-15 | 25      | met            | not applicable |
        | yes   | 41.85 | 0.628  | 0         | 2027-03-15 | 0.62775 | met            | not applicable |
        | yes   | 3000  | 24.9   | 0         | 2027-03-15 | 25      | not met        | not applicable |
        | yes   | 3000  | 25     | 0         | 2027-03-15 | 25      | met            | not applicable |
        | no    | 1.227 | 0      | 1         | 2027-03-15 | 0.03681 | not applicable | met            |
        | no    | 1.227 | 0      | 0.99      | 2027-03-15 | 0.03681 | not applicable | not met        |
        | no    | 1.227 | 0      | 0.99      | 2025-08-17 | 0.03681 | not applicable | not applicable |
        | yes   | 20    | 0      | 1         | 2027-03-15 | 0.3     | not met        | not applicable |
        | no    | 7.363 | 0      | 0.5       | 2027-03-15 | 0.22089 | not applicable | not met        |
        | no    | 7.364 | 0      | 0.5       | 2027-03-15 | 0.22092 | not met        | not applicable |

    Scenario Outline: symbols Cd and Pb on the battery
      Given cadmium share is <cadmium> %
      And lead share is <lead> %
      And chemical symbols is <symbols>
      And day placed on the market is <placed>
      When evaluated as of 2027-04-01
      Then gate A13-CD is <cd>
      And gate A13-PB is <pb>

      Examples:
        | cadmium | lead  | symbols | placed     | cd             | pb             |
        | 0.002   | 0.004 | none    | 2027-03-15 | not applicable | not applicable |
        | 0.0021  | 0.004 | none    | 2027-03-15 | not met        | not applicable |
        | 0.0021  | 0.004 | Cd      | 2027-03-15 | met            | not applicable |
        | 0.002   | 0.005 | Cd      | 2026-06-01 | not applicable | not met        |
        | 0.002   | 0.005 | Pb      | 2026-06-01 | not applicable | met            |
        | 0.0021  | 0.005 | none    | 2024-02-17 | not applicable | not applicable |

    Scenario: a portable battery with 0.005 % lead complies with Article 6 but needs the symbol
      Given battery category is portable battery
      And intended use is general use
      And vehicle category is no vehicle
      And lead share is 0.005 %
      And day placed on the market is 2026-06-01
      When evaluated as of 2027-04-01
      Then gate A6-PB is met
      And gate A13-PB is not met

  Rule: General label and QR code
    Background:
      Given the quantity binding label duty (1 = applies) (label_day_come), on basis a13-1
        | is | when                                                                                                                           |
        | 1  | day placed on the market is from 2027-08-09; day placed on the market is from entry into force of the label act plus 18 months |
        | 0  | otherwise                                                                                                                      |
      And the quantity capacity label duty (1 = applies) (capacity_label_due), on basis a13-2
        | is | when                                                                                                     |
        | 1  | binding label duty (1 = applies) is 1; battery category is one of LMT battery, SLI battery               |
        | 1  | binding label duty (1 = applies) is 1; battery category is portable battery; rechargeable battery is yes |
        | 0  | otherwise                                                                                                |
      And these gates
        | id                  | gate                                                                    | requires                                    | applies when                                                                                            | basis |
        | A13-LABEL           | Battery has the general label                                           | general label is yes                        | binding label duty (1 = applies) is 1                                                                   | a13-1 |
        | A13-CAPACITY        | Battery has the capacity label                                          | capacity label is yes                       | capacity label duty (1 = applies) is 1                                                                  | a13-2 |
        | A13-NONRECHARGEABLE | Battery has a label with average duration and the word non-rechargeable | label for non-rechargeable batteries is yes | binding label duty (1 = applies) is 1; battery category is portable battery; rechargeable battery is no | a13-3 |
        | A13-QR              | Battery has a QR code                                                   | Battery has a QR code is yes                | day placed on the market is from 2027-02-18                                                             | a13-6 |

    Scenario Outline: the general label applies only after its implementing act
      Given entry into force of the label act is <act>
      And day placed on the market is <placed>
      And general label is <label>
      When evaluated as of 2027-04-01
      Then gate A13-LABEL is <outcome>

      Examples:
        | act            | placed     | label | outcome        |
        | 2026-12-01     | 2028-05-31 | no    | not applicable |
        | 2026-12-01     | 2028-06-01 | no    | not met        |
        | 2026-12-01     | 2028-06-01 | yes   | met            |
        | 2025-01-01     | 2027-08-08 | no    | not applicable |
        | 2025-01-01     | 2027-08-09 | no    | not met        |
        | not applicable | 2029-01-01 | no    | not applicable |

    Scenario: if the status of the label act is unknown, the label duty is undetermined
      Given entry into force of the label act is missing
      And day placed on the market is 2028-01-01
      When evaluated as of 2027-04-01
      Then gate A13-LABEL is undetermined because of entry into force of the label act

    Scenario: the general label has not applied since 18 August 2026, contrary to many reports
      Given entry into force of the label act is missing
      And day placed on the market is 2026-09-01
      And day first placed on the market is 2026-09-01
      When evaluated as of 2027-04-01
      Then gate A13-LABEL is not applicable

    Scenario Outline: capacity label on rechargeable portable, LMT and SLI batteries; another label on non-rechargeable batteries
      Given entry into force of the label act is 2026-12-01
      And battery category is <category>
      And rechargeable battery is <rechargeable>
      And day placed on the market is <placed>
      And capacity label is <capacity>
      And label for non-rechargeable batteries is <other>
      When evaluated as of 2027-04-01
      Then the quantity capacity label duty (1 = applies) is <due>
      And gate A13-CAPACITY is <first>
      And gate A13-NONRECHARGEABLE is <second>

      Examples:
        | category           | rechargeable | placed     | capacity | other | due | first          | second         |
        | portable battery   | yes          | 2028-05-31 | no       | no    | 0   | not applicable | not applicable |
        | portable battery   | yes          | 2028-06-01 | no       | no    | 1   | not met        | not applicable |
        | portable battery   | yes          | 2028-06-01 | yes      | no    | 1   | met            | not applicable |
        | portable battery   | no           | 2028-05-31 | no       | no    | 0   | not applicable | not applicable |
        | portable battery   | no           | 2028-06-01 | no       | no    | 0   | not applicable | not met        |
        | portable battery   | no           | 2028-06-01 | no       | yes   | 0   | not applicable | met            |
        | LMT battery        | yes          | 2028-06-01 | no       | no    | 1   | not met        | not applicable |
        | SLI battery        | yes          | 2028-06-01 | yes      | no    | 1   | met            | not applicable |
        | EV battery         | yes          | 2028-06-01 | no       | no    | 0   | not applicable | not applicable |
        | industrial battery | no           | 2028-06-01 | no       | no    | 0   | not applicable | not applicable |

    Scenario Outline: the QR code is required from 18 February 2027
      Given Battery has a QR code is <qr>
      And day placed on the market is <placed>
      When evaluated as of 2027-04-01
      Then gate A13-QR is <outcome>

      Examples:
        | qr  | placed     | outcome        |
        | no  | 2027-02-17 | not applicable |
        | no  | 2027-02-18 | not met        |
        | yes | 2027-02-18 | met            |
