# language: en
Feature: The battery and its category
  The facts declared about the battery, and whether the declared category follows from Article 3.

  Background:
    Given the scorecard eu-battery
    And these facts
      | fact             | label                          | type   | unit | one of                                                        | at least | evidence                                  | may lie ahead |
      | placed           | day placed on the market       | date   |      |                                                               |          |                                           | yes           |
      | first_placed     | day first placed on the market | date   |      |                                                               |          |                                           | yes           |
      | category         | battery category               | choice |      | portable, lmt, sli, ev, industrial                            |          |                                           |               |
      | use              | intended use                   | choice |      | general, starting, traction, industrial                       |          |                                           |               |
      | vehicle          | vehicle category               | choice |      | no_vehicle, light, L, M1, M2_M3, N1, N2_N3, O                 |          |                                           |               |
      | weight           | battery weight                 | number | kg   |                                                               | 0        | technical-documentation, battery-passport |               |
      | sealed           | sealed battery                 | flag   |      |                                                               |          |                                           |               |
      | capacity         | battery capacity               | number | kWh  |                                                               | 0.00001  | technical-documentation, battery-passport |               |
      | external_storage | exclusively external storage   | flag   |      |                                                               |          |                                           |               |
      | stationary       | stationary storage             | flag   |      |                                                               |          |                                           |               |
      | rechargeable     | rechargeable battery           | flag   |      |                                                               |          |                                           |               |
      | button_cell      | button cell                    | flag   |      |                                                               |          |                                           |               |
      | zinc_air         | zinc-air battery               | flag   |      |                                                               |          |                                           |               |
      | chemistry        | battery chemistry              | choice |      | lead_acid, nmc_nca, lfp, other_lithium, nickel_cadmium, other |          | technical-documentation, battery-passport |               |
    And the choices of battery category
      | value      | words              |
      | portable   | portable battery   |
      | lmt        | LMT battery        |
      | sli        | SLI battery        |
      | ev         | EV battery         |
      | industrial | industrial battery |
    And the choices of intended use
      | value      | words              |
      | general    | general use        |
      | starting   | starting an engine |
      | traction   | traction           |
      | industrial | industrial use     |
    And the choices of vehicle category
      | value      | words                               |
      | no_vehicle | no vehicle                          |
      | light      | light vehicle without type approval |
      | L          | category L                          |
      | M1         | M1 car                              |
      | M2_M3      | M2 M3 bus                           |
      | N1         | N1 van                              |
      | N2_N3      | N2 N3 truck                         |
      | O          | category O                          |
    And the choices of battery chemistry
      | value          | words           |
      | lead_acid      | lead-acid       |
      | nmc_nca        | NMC or NCA      |
      | lfp            | LFP             |
      | other_lithium  | other lithium   |
      | nickel_cadmium | nickel-cadmium  |
      | other          | other chemistry |

  Rule: The battery category is derived from the facts in the order of Article 3
    Background:
      Given the quantity category number derived from the facts (1 = portable / 2 = LMT / 3 = SLI / 4 = EV / 5 = industrial) (derived_category), on basis a3
        | is | when                                                                                                                                                         |
        | 4  | intended use is traction; vehicle category is one of M1 car, M2 M3 bus, N1 van, N2 N3 truck, category O                                                      |
        | 4  | intended use is traction; vehicle category is category L; battery weight is more than 25 kg                                                                  |
        | 2  | intended use is traction; sealed battery is yes; vehicle category is one of light vehicle without type approval, category L; battery weight is at most 25 kg |
        | 3  | intended use is starting an engine                                                                                                                           |
        | 5  | intended use is industrial use                                                                                                                               |
        | 1  | sealed battery is yes; battery weight is at most 5 kg                                                                                                        |
        | 5  | battery weight is more than 5 kg                                                                                                                             |
        | 0  | otherwise                                                                                                                                                    |
      And the quantity declared category number (1 = portable / 2 = LMT / 3 = SLI / 4 = EV / 5 = industrial) (declared_category), by battery category, on basis a3
        | battery category   | is |
        | portable battery   | 1  |
        | LMT battery        | 2  |
        | SLI battery        | 3  |
        | EV battery         | 4  |
        | industrial battery | 5  |
      And these gates
        | id          | gate                                                                | requires                                                                                                                                                                                     | basis |
        | A3-CATEGORY | Declared category matches the facts                                 | category number derived from the facts (1 = portable / 2 = LMT / 3 = SLI / 4 = EV / 5 = industrial) is declared category number (1 = portable / 2 = LMT / 3 = SLI / 4 = EV / 5 = industrial) | a3    |
        | A3-FIRST    | First placing on the market is not after this placing on the market | day first placed on the market is until day placed on the market                                                                                                                             | a3    |

    Scenario Outline: category by use, vehicle, sealing and weight
      Given intended use is <use>
      And vehicle category is <vehicle>
      And sealed battery is <sealed>
      And battery weight is <weight> kg
      And battery category is <category>
      When evaluated as of 2027-04-01
      Then the quantity category number derived from the facts (1 = portable / 2 = LMT / 3 = SLI / 4 = EV / 5 = industrial) is <number>
      And gate A3-CATEGORY is <outcome>

      Examples:
        | use                | vehicle                             | sealed | weight | category           | number | outcome |
        | general use        | no vehicle                          | yes    | 4.8    | portable battery   | 1      | met     |
        | general use        | no vehicle                          | yes    | 5      | portable battery   | 1      | met     |
        | general use        | no vehicle                          | yes    | 5.01   | portable battery   | 5      | not met |
        | general use        | no vehicle                          | yes    | 5.01   | industrial battery | 5      | met     |
        | general use        | no vehicle                          | no     | 4.8    | portable battery   | 0      | not met |
        | general use        | no vehicle                          | no     | 5      | industrial battery | 0      | not met |
        | general use        | no vehicle                          | no     | 5.01   | industrial battery | 5      | met     |
        | traction           | light vehicle without type approval | yes    | 6      | LMT battery        | 2      | met     |
        | traction           | light vehicle without type approval | yes    | 25     | LMT battery        | 2      | met     |
        | traction           | light vehicle without type approval | yes    | 25.01  | LMT battery        | 5      | not met |
        | traction           | light vehicle without type approval | no     | 20     | LMT battery        | 5      | not met |
        | traction           | no vehicle                          | yes    | 20     | industrial battery | 5      | met     |
        | traction           | category L                          | yes    | 25     | LMT battery        | 2      | met     |
        | traction           | category L                          | yes    | 26     | EV battery         | 4      | met     |
        | traction           | category L                          | yes    | 26     | LMT battery        | 4      | not met |
        | industrial use     | category L                          | yes    | 26     | industrial battery | 5      | met     |
        | industrial use     | category L                          | yes    | 20     | industrial battery | 5      | met     |
        | general use        | category L                          | yes    | 26     | industrial battery | 5      | met     |
        | general use        | category L                          | yes    | 20     | industrial battery | 5      | met     |
        | traction           | M1 car                              | yes    | 420    | EV battery         | 4      | met     |
        | traction           | category O                          | yes    | 12     | EV battery         | 4      | met     |
        | general use        | M1 car                              | yes    | 12     | industrial battery | 5      | met     |
        | starting an engine | M1 car                              | yes    | 18     | SLI battery        | 3      | met     |
        | starting an engine | no vehicle                          | yes    | 4      | SLI battery        | 3      | met     |
        | industrial use     | no vehicle                          | yes    | 6      | industrial battery | 5      | met     |
        | industrial use     | no vehicle                          | yes    | 3      | industrial battery | 5      | met     |
        | general use        | no vehicle                          | yes    | 6      | industrial battery | 5      | met     |

    Scenario Outline: the first placing on the market cannot be after this placing
      Given day placed on the market is 2027-03-15
      And day first placed on the market is <first>
      When evaluated as of 2027-04-01
      Then gate A3-FIRST is <outcome>

      Examples:
        | first      | outcome |
        | 2027-03-15 | met     |
        | 2027-03-16 | not met |

    Scenario: if the weight is unknown, the category of a light vehicle's battery is undetermined
      Given vehicle category is category L
      And battery weight is missing
      When evaluated as of 2027-04-01
      Then gate A3-CATEGORY is undetermined because of battery weight

  Rule: Which obligations apply to the battery
    Background:
      Given the quantity scope of the passport (1 = applies) (passport_scope), on basis a77
        | is | when                                                                        |
        | 1  | battery category is one of LMT battery, EV battery                          |
        | 1  | battery category is industrial battery; battery capacity is more than 2 kWh |
        | 0  | otherwise                                                                   |
      And the quantity second life (1 = yes) (second_life), on basis second-life
        | is | when                                                              |
        | 1  | day first placed on the market is before day placed on the market |
        | 0  | otherwise                                                         |

    Scenario Outline: industrial batteries need a passport only above 2 kWh
      Given battery category is <category>
      And battery capacity is <capacity> kWh
      When evaluated as of 2027-04-01
      Then the quantity scope of the passport (1 = applies) is <scope>

      Examples:
        | category           | capacity | scope |
        | industrial battery | 2.000    | 0     |
        | industrial battery | 2.001    | 1     |
        | LMT battery        | 0.5      | 1     |
        | EV battery         | 60       | 1     |
        | SLI battery        | 2.001    | 0     |
        | portable battery   | 0.05     | 0     |

    Scenario Outline: a battery placed on the market before has a second life
      Given day placed on the market is 2034-01-01
      And day first placed on the market is <first>
      When evaluated as of 2027-04-01
      Then the quantity second life (1 = yes) is <life>

      Examples:
        | first      | life |
        | 2033-12-31 | 1    |
        | 2034-01-01 | 0    |
