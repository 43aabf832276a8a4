# language: en
Feature: Conditional data points of the passport
  Annex XIII with the guidance: some data points are required only where they apply. The annex itself states this for three of
  them: the hazard symbol depends on cadmium and lead, the values of Article 10(1) on whether the battery is rechargeable, the
  state of health on stationary storage. For the others the operator states whether they apply. For EV and LMT batteries the
  durability data is always required. Each point of the annex has its own access rights.

  Background:
    Given the scorecard eu-battery
    And these facts
      | fact                 | label                                        | type    | one of                                                                                                                                                   | evidence                |
      | passport_conditional | conditional data included in the passport    | choices | warranty, hazard_symbol, usage_history                                                                                                                   | battery-passport        |
      | conditional_applies  | conditional data that applies to the battery | choices | lifetime_cycles, lifetime_test, initial_efficiency, half_life_efficiency, cycle_test_rate, dynamic_performance, state_of_health, warranty, usage_history | technical-documentation |
      | passport_access      | access rights set in the passport            | choices | public, interest, authorities                                                                                                                            | battery-passport        |
    And the choices of conditional data included in the passport
      | value         | words                      |
      | warranty      | commercial warranty period |
      | hazard_symbol | hazard symbol              |
      | usage_history | usage history              |
    And the choices of conditional data that applies to the battery
      | value                | words                            |
      | lifetime_cycles      | expected lifetime in cycles      |
      | lifetime_test        | reference test of the lifetime   |
      | initial_efficiency   | initial round trip efficiency    |
      | half_life_efficiency | efficiency at half of cycle life |
      | cycle_test_rate      | C-rate of the cycle-life test    |
      | dynamic_performance  | dynamic performance              |
      | state_of_health      | state of health                  |
      | warranty             | commercial warranty period       |
      | usage_history        | usage history                    |
    And the choices of access rights set in the passport
      | value       | words                                                      |
      | public      | point 1 open to the public                                 |
      | interest    | points 2 and 4 for persons with a legitimate interest only |
      | authorities | point 3 for authorities only                               |

  Rule: Data points that apply must be included in the passport
    Background:
      Given the quantity hazard symbol duty (1 = applies) (hazard_symbol_due), on basis a77-conditional
        | is | when                                                                 |
        | 1  | passport duty (1 = applies) is 1; cadmium share is more than 0.002 % |
        | 1  | passport duty (1 = applies) is 1; lead share is more than 0.004 %    |
        | 0  | otherwise                                                            |
      And the quantity dynamic performance duty (1 = applies) (dynamic_due)
        | is | when                                                                                                                                                       | basis           |
        | 1  | passport duty (1 = applies) is 1; battery category is industrial battery; scope of performance values (1 = applies) is 1                                   | a77-individual  |
        | 1  | passport duty (1 = applies) is 1; battery category is industrial battery; conditional data that applies to the battery includes any of dynamic performance | a77-conditional |
        | 0  | otherwise                                                                                                                                                  | a77-individual  |
      And the quantity state of health duty (1 = applies) (health_due)
        | is | when                                                                                                                                                   | basis           |
        | 1  | passport duty (1 = applies) is 1; battery category is industrial battery; scope of state of health (2 = only SOCE / 1 = all data) is 1                 | a77-individual  |
        | 1  | passport duty (1 = applies) is 1; battery category is industrial battery; conditional data that applies to the battery includes any of state of health | a77-conditional |
        | 0  | otherwise                                                                                                                                              | a77-individual  |
      And these gates
        | id                | gate                                                                                             | requires                                                                                                                                                                                                                                                                   | applies when                                                                                                                                                            | basis                           |
        | A77-IF-WARRANTY   | Passport includes the commercial warranty period where it applies                                | conditional data included in the passport includes any of commercial warranty period                                                                                                                                                                                       | passport duty (1 = applies) is 1; conditional data that applies to the battery includes any of commercial warranty period                                               | a77-conditional                 |
        | A77-IF-USAGE      | Passport includes the usage history where it applies                                             | conditional data included in the passport includes any of usage history                                                                                                                                                                                                    | passport duty (1 = applies) is 1; conditional data that applies to the battery includes any of usage history                                                            | a77-conditional                 |
        | A77-IF-HAZARD     | Passport includes the hazard symbol where it is required                                         | conditional data included in the passport includes any of hazard symbol                                                                                                                                                                                                    | hazard symbol duty (1 = applies) is 1                                                                                                                                   | a77-conditional                 |
        | A77-IF-CYCLES     | Passport of an industrial battery includes the expected lifetime in cycles where it applies      | durability data in the passport includes any of expected lifetime in cycles                                                                                                                                                                                                | passport duty (1 = applies) is 1; battery category is industrial battery; conditional data that applies to the battery includes any of expected lifetime in cycles      | a77-conditional                 |
        | A77-IF-TEST       | Passport of an industrial battery includes the reference test of the lifetime where it applies   | durability data in the passport includes any of reference test of the lifetime                                                                                                                                                                                             | passport duty (1 = applies) is 1; battery category is industrial battery; conditional data that applies to the battery includes any of reference test of the lifetime   | a77-conditional                 |
        | A77-IF-EFFICIENCY | Passport of an industrial battery includes the initial round trip efficiency where it applies    | durability data in the passport includes any of initial round trip efficiency                                                                                                                                                                                              | passport duty (1 = applies) is 1; battery category is industrial battery; conditional data that applies to the battery includes any of initial round trip efficiency    | a77-conditional                 |
        | A77-IF-HALF-LIFE  | Passport of an industrial battery includes the efficiency at half of cycle life where it applies | durability data in the passport includes any of efficiency at half of cycle life                                                                                                                                                                                           | passport duty (1 = applies) is 1; battery category is industrial battery; conditional data that applies to the battery includes any of efficiency at half of cycle life | a77-conditional                 |
        | A77-IF-RATE       | Passport of an industrial battery includes the C-rate of the cycle-life test where it applies    | durability data in the passport includes any of C-rate of the cycle-life test                                                                                                                                                                                              | passport duty (1 = applies) is 1; battery category is industrial battery; conditional data that applies to the battery includes any of C-rate of the cycle-life test    | a77-conditional                 |
        | A77-IF-DYNAMIC    | Passport of an industrial battery includes the dynamic performance where it applies              | durability data in the passport includes any of dynamic performance                                                                                                                                                                                                        | dynamic performance duty (1 = applies) is 1                                                                                                                             | a77-individual, a77-conditional |
        | A77-IF-HEALTH     | Passport of an industrial battery includes the state of health where it applies                  | durability data in the passport includes any of state of health                                                                                                                                                                                                            | state of health duty (1 = applies) is 1                                                                                                                                 | a77-individual, a77-conditional |
        | A77-ACCESS        | Each part of the passport is accessible to the persons named in Annex XIII                       | access rights set in the passport includes any of point 1 open to the public; access rights set in the passport includes any of points 2 and 4 for persons with a legitimate interest only; access rights set in the passport includes any of point 3 for authorities only | passport duty (1 = applies) is 1                                                                                                                                        | a77-access                      |

    Scenario Outline: required where it applies: commercial warranty period
      Given conditional data that applies to the battery is <applies>
      And conditional data included in the passport is <given>
      When evaluated as of 2027-04-01
      Then gate A77-IF-WARRANTY is <outcome>

      Examples:
        | applies                    | given                      | outcome        |
        | none                       | none                       | not applicable |
        | commercial warranty period | none                       | not met        |
        | commercial warranty period | commercial warranty period | met            |

    Scenario Outline: required where it applies: usage history
      Given conditional data that applies to the battery is <applies>
      And conditional data included in the passport is <given>
      When evaluated as of 2027-04-01
      Then gate A77-IF-USAGE is <outcome>

      Examples:
        | applies       | given         | outcome        |
        | none          | none          | not applicable |
        | usage history | none          | not met        |
        | usage history | usage history | met            |

    Scenario Outline: required where it applies: expected lifetime in cycles
      Given conditional data that applies to the battery is <applies>
      And durability data in the passport is <given>
      And battery category is industrial battery
      When evaluated as of 2027-04-01
      Then gate A77-IF-CYCLES is <outcome>

      Examples:
        | applies                     | given                       | outcome        |
        | none                        | none                        | not applicable |
        | expected lifetime in cycles | none                        | not met        |
        | expected lifetime in cycles | expected lifetime in cycles | met            |

    Scenario Outline: required where it applies: reference test of the lifetime
      Given conditional data that applies to the battery is <applies>
      And durability data in the passport is <given>
      And battery category is industrial battery
      When evaluated as of 2027-04-01
      Then gate A77-IF-TEST is <outcome>

      Examples:
        | applies                        | given                          | outcome        |
        | none                           | none                           | not applicable |
        | reference test of the lifetime | none                           | not met        |
        | reference test of the lifetime | reference test of the lifetime | met            |

    Scenario Outline: required where it applies: initial round trip efficiency
      Given conditional data that applies to the battery is <applies>
      And durability data in the passport is <given>
      And battery category is industrial battery
      When evaluated as of 2027-04-01
      Then gate A77-IF-EFFICIENCY is <outcome>

      Examples:
        | applies                       | given                         | outcome        |
        | none                          | none                          | not applicable |
        | initial round trip efficiency | none                          | not met        |
        | initial round trip efficiency | initial round trip efficiency | met            |

    Scenario Outline: required where it applies: efficiency at half of cycle life
      Given conditional data that applies to the battery is <applies>
      And durability data in the passport is <given>
      And battery category is industrial battery
      When evaluated as of 2027-04-01
      Then gate A77-IF-HALF-LIFE is <outcome>

      Examples:
        | applies                          | given                            | outcome        |
        | none                             | none                             | not applicable |
        | efficiency at half of cycle life | none                             | not met        |
        | efficiency at half of cycle life | efficiency at half of cycle life | met            |

    Scenario Outline: required where it applies: C-rate of the cycle-life test
      Given conditional data that applies to the battery is <applies>
      And durability data in the passport is <given>
      And battery category is industrial battery
      When evaluated as of 2027-04-01
      Then gate A77-IF-RATE is <outcome>

      Examples:
        | applies                       | given                         | outcome        |
        | none                          | none                          | not applicable |
        | C-rate of the cycle-life test | none                          | not met        |
        | C-rate of the cycle-life test | C-rate of the cycle-life test | met            |

    Scenario Outline: required where it applies: dynamic performance
      Given conditional data that applies to the battery is <applies>
      And durability data in the passport is <given>
      And battery category is industrial battery
      And rechargeable battery is no
      When evaluated as of 2027-04-01
      Then gate A77-IF-DYNAMIC is <outcome>

      Examples:
        | applies             | given               | outcome        |
        | none                | none                | not applicable |
        | dynamic performance | none                | not met        |
        | dynamic performance | dynamic performance | met            |

    Scenario Outline: required where it applies: state of health
      Given conditional data that applies to the battery is <applies>
      And durability data in the passport is <given>
      And battery category is industrial battery
      And stationary storage is no
      When evaluated as of 2027-04-01
      Then gate A77-IF-HEALTH is <outcome>

      Examples:
        | applies         | given           | outcome        |
        | none            | none            | not applicable |
        | state of health | none            | not met        |
        | state of health | state of health | met            |

    Scenario Outline: cadmium and lead determine whether the hazard symbol is required
      Given cadmium share is <cadmium> %
      And lead share is <lead> %
      And conditional data included in the passport is <given>
      When evaluated as of 2027-04-01
      Then the quantity hazard symbol duty (1 = applies) is <due>
      And gate A77-IF-HAZARD is <outcome>

      Examples:
        | cadmium | lead   | given         | due | outcome        |
        | 0.002   | 0.004  | none          | 0   | not applicable |
        | 0.0021  | 0.004  | none          | 1   | not met        |
        | 0.0021  | 0.004  | hazard symbol | 1   | met            |
        | 0.002   | 0.0041 | none          | 1   | not met        |
        | 0.002   | 0.0041 | hazard symbol | 1   | met            |

    Scenario Outline: conditional data of other categories, and on the day before the start date
      Given conditional data that applies to the battery is expected lifetime in cycles, reference test of the lifetime, initial round trip efficiency, efficiency at half of cycle life, C-rate of the cycle-life test, dynamic performance, state of health, commercial warranty period, usage history
      And conditional data included in the passport is none
      And durability data in the passport is none
      And cadmium share is 0.0021 %
      And battery category is <category>
      And day placed on the market is <placed>
      When evaluated as of 2027-04-01
      Then gate A77-IF-WARRANTY is <warranty>
      And gate A77-IF-HAZARD is <warranty>
      And gate A77-IF-CYCLES is not applicable
      And gate A77-IF-TEST is not applicable
      And gate A77-IF-EFFICIENCY is not applicable
      And gate A77-IF-HALF-LIFE is not applicable
      And gate A77-IF-RATE is not applicable
      And gate A77-IF-DYNAMIC is not applicable
      And gate A77-IF-HEALTH is not applicable

      Examples:
        | category           | placed     | warranty       |
        | EV battery         | 2027-02-18 | not met        |
        | LMT battery        | 2027-02-18 | not met        |
        | SLI battery        | 2027-02-18 | not applicable |
        | EV battery         | 2027-02-17 | not applicable |
        | industrial battery | 2027-02-17 | not applicable |

    Scenario: if it is unknown which data applies, the data points are undetermined
      Given conditional data that applies to the battery is missing
      And conditional data included in the passport is none
      When evaluated as of 2027-04-01
      Then gate A77-IF-WARRANTY is undetermined because of conditional data that applies to the battery
      And gate A77-IF-CYCLES is not applicable
      And the conclusion is incomplete

    Scenario Outline: the annex itself requires values of rechargeable industrial batteries and state of health of stationary storage
      Given conditional data that applies to the battery is <applies>
      And durability data in the passport is <given>
      And battery category is industrial battery
      And rechargeable battery is <rechargeable>
      And stationary storage is <stationary>
      And day placed on the market is <placed>
      When evaluated as of 2027-04-01
      Then gate A77-IF-DYNAMIC is <dynamic>
      And gate A77-IF-HEALTH is <health>

      Examples:
        | applies                              | given                                | rechargeable | stationary | placed     | dynamic        | health         |
        | none                                 | none                                 | yes          | yes        | 2027-03-15 | not met        | not met        |
        | none                                 | none                                 | yes          | no         | 2027-03-15 | not met        | not applicable |
        | none                                 | none                                 | no           | yes        | 2027-03-15 | not applicable | not met        |
        | none                                 | dynamic performance, state of health | yes          | yes        | 2027-03-15 | met            | met            |
        | none                                 | none                                 | yes          | yes        | 2027-02-17 | not applicable | not applicable |
        | dynamic performance, state of health | none                                 | no           | no         | 2027-03-15 | not met        | not met        |

    Scenario: data required by the annex itself does not depend on the operator's statement
      Given conditional data that applies to the battery is missing
      And durability data in the passport is none
      And battery category is industrial battery
      And stationary storage is yes
      When evaluated as of 2027-04-01
      Then gate A77-IF-HEALTH is not met
      And gate A77-IF-CYCLES is undetermined because of conditional data that applies to the battery

    Scenario Outline: each point of the annex has its own access rights
      Given access rights set in the passport is <access>
      And day placed on the market is <placed>
      When evaluated as of 2027-04-01
      Then gate A77-ACCESS is <outcome>

      Examples:
        | access                                                                                                               | placed     | outcome        |
        | point 1 open to the public, points 2 and 4 for persons with a legitimate interest only, point 3 for authorities only | 2027-03-15 | met            |
        | points 2 and 4 for persons with a legitimate interest only, point 3 for authorities only                             | 2027-03-15 | not met        |
        | point 1 open to the public, point 3 for authorities only                                                             | 2027-03-15 | not met        |
        | point 1 open to the public, points 2 and 4 for persons with a legitimate interest only                               | 2027-03-15 | not met        |
        | none                                                                                                                 | 2027-02-17 | not applicable |
