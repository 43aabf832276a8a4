# language: en
Feature: Battery passport
  Article 77 and Annex XIII. A passport that lacks a mandatory data point fails; the points show how complete it is.
  Shares of recycled content are only scored because Article 8(1) starts later.

  Background:
    Given the scorecard eu-battery
    And these facts
      | fact                | label                                         | type    | one of                                                                                                                                                                                                  | evidence         |
      | passport            | battery passport                              | flag    |                                                                                                                                                                                                         | battery-passport |
      | passport_general    | general data in the passport                  | choices | passport_number, battery_type, model_id, manufacturing_place, manufacturing_date, weight, nominal_capacity, chemistry, hazardous_substances, extinguishing_agent, critical_materials, renewable_content | battery-passport |
      | passport_electrical | electrical data in the passport               | choices | minimum_voltage, nominal_voltage, maximum_voltage, power_capability, power_minimum, power_maximum, temperature_range, temperature_test, cell_resistance, pack_resistance                                | battery-passport |
      | passport_durability | durability data in the passport               | choices | lifetime_cycles, lifetime_test, initial_efficiency, half_life_efficiency, cycle_test_rate, dynamic_performance, state_of_health, exhaustion_threshold                                                   | battery-passport |
      | passport_documents  | documents in the passport                     | choices | marking, eu_declaration, waste_information, cathode, anode, electrolyte, part_numbers, spare_contacts, disassembly, safety_measures, test_reports, battery_status                                       | battery-passport |
      | passport_recycled   | recycled shares in the passport               | choices | cobalt, lithium, nickel, lead                                                                                                                                                                           | battery-passport |
      | passport_premature  | data in the passport that is not to be filled | choices | footprint_class, diligence_report, rated_capacity                                                                                                                                                       | battery-passport |
    And the choices of general data in the passport
      | value                | words                      |
      | passport_number      | passport number            |
      | battery_type         | battery type               |
      | model_id             | model identifier           |
      | manufacturing_place  | place of manufacture       |
      | manufacturing_date   | date of manufacture        |
      | weight               | weight                     |
      | nominal_capacity     | nominal capacity           |
      | chemistry            | chemistry                  |
      | hazardous_substances | hazardous substances       |
      | extinguishing_agent  | usable extinguishing agent |
      | critical_materials   | critical raw materials     |
      | renewable_content    | renewable content          |
    And the choices of electrical data in the passport
      | value             | words                                   |
      | minimum_voltage   | minimum voltage                         |
      | nominal_voltage   | nominal voltage                         |
      | maximum_voltage   | maximum voltage                         |
      | power_capability  | original power capability               |
      | power_minimum     | minimum power limit                     |
      | power_maximum     | maximum power limit                     |
      | temperature_range | temperature range not in use            |
      | temperature_test  | reference test of the temperature range |
      | cell_resistance   | internal cell resistance                |
      | pack_resistance   | internal pack resistance                |
    And the choices of durability data in the passport
      | value                | words                             |
      | lifetime_cycles      | expected lifetime in cycles       |
      | lifetime_test        | reference test of the lifetime    |
      | initial_efficiency   | initial round trip efficiency     |
      | half_life_efficiency | efficiency at half of cycle life  |
      | cycle_test_rate      | C-rate of the cycle-life test     |
      | dynamic_performance  | dynamic performance               |
      | state_of_health      | state of health                   |
      | exhaustion_threshold | capacity threshold for exhaustion |
    And the choices of documents in the passport
      | value             | words                     |
      | marking           | marking information       |
      | eu_declaration    | declaration of conformity |
      | waste_information | waste battery information |
      | cathode           | cathode material          |
      | anode             | anode material            |
      | electrolyte       | electrolyte material      |
      | part_numbers      | component part numbers    |
      | spare_contacts    | contacts for spare parts  |
      | disassembly       | disassembly instructions  |
      | safety_measures   | safety measures           |
      | test_reports      | results of test reports   |
      | battery_status    | battery status            |
    And the choices of recycled shares in the passport
      | value   | words                     |
      | cobalt  | recycled share of cobalt  |
      | lithium | recycled share of lithium |
      | nickel  | recycled share of nickel  |
      | lead    | recycled share of lead    |
    And the choices of data in the passport that is not to be filled
      | value            | words                     |
      | footprint_class  | carbon footprint class    |
      | diligence_report | due diligence report      |
      | rated_capacity   | rated capacity under 1(g) |

  Rule: Whether a passport is required
    Background:
      Given the quantity passport duty (1 = applies) (passport_due), on basis a77
        | is | when                                                                                  |
        | 1  | scope of the passport (1 = applies) is 1; day placed on the market is from 2027-02-18 |
        | 0  | otherwise                                                                             |
      And these gates
        | id           | gate                    | requires                | applies when                     | basis |
        | A77-PASSPORT | Battery passport exists | battery passport is yes | passport duty (1 = applies) is 1 | a77   |

    Scenario Outline: from 18 February 2027, industrial batteries above two kilowatt hours
      Given battery category is <category>
      And battery capacity is <capacity> kWh
      And day placed on the market is <placed>
      And battery passport is <passport>
      When evaluated as of 2027-04-01
      Then the quantity passport duty (1 = applies) is <due>
      And gate A77-PASSPORT is <outcome>

      Examples:
        | category           | capacity | placed     | passport | due | outcome        |
        | EV battery         | 60       | 2027-02-17 | no       | 0   | not applicable |
        | EV battery         | 60       | 2027-02-18 | no       | 1   | not met        |
        | EV battery         | 60       | 2027-02-18 | yes      | 1   | met            |
        | industrial battery | 2.000    | 2027-03-01 | no       | 0   | not applicable |
        | industrial battery | 2.001    | 2027-03-01 | no       | 1   | not met        |
        | LMT battery        | 0.5      | 2027-03-01 | no       | 1   | not met        |
        | SLI battery        | 1        | 2027-03-01 | no       | 0   | not applicable |
        | portable battery   | 0.05     | 2027-03-01 | no       | 0   | not applicable |

  Rule: Mandatory data points
    Background:
      Given these gates
        | id             | gate                                                            | requires                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                        | applies when                                                                         | basis        |
        | A77-GENERAL    | General data of the passport complete                           | general data in the passport includes any of passport number; general data in the passport includes any of battery type; general data in the passport includes any of model identifier; general data in the passport includes any of place of manufacture; general data in the passport includes any of date of manufacture; general data in the passport includes any of weight; general data in the passport includes any of nominal capacity; general data in the passport includes any of chemistry; general data in the passport includes any of hazardous substances; general data in the passport includes any of usable extinguishing agent; general data in the passport includes any of critical raw materials; general data in the passport includes any of renewable content        | passport duty (1 = applies) is 1                                                     | a77-guidance |
        | A77-ELECTRICAL | Electrical data of the passport complete                        | electrical data in the passport includes any of minimum voltage; electrical data in the passport includes any of nominal voltage; electrical data in the passport includes any of maximum voltage; electrical data in the passport includes any of original power capability; electrical data in the passport includes any of minimum power limit; electrical data in the passport includes any of maximum power limit; electrical data in the passport includes any of temperature range not in use; electrical data in the passport includes any of reference test of the temperature range; electrical data in the passport includes any of internal cell resistance; electrical data in the passport includes any of internal pack resistance                                               | passport duty (1 = applies) is 1                                                     | a77-guidance |
        | A77-DURABILITY | Durability data of the passport complete (EV and LMT batteries) | durability data in the passport includes any of expected lifetime in cycles; durability data in the passport includes any of reference test of the lifetime; durability data in the passport includes any of initial round trip efficiency; durability data in the passport includes any of efficiency at half of cycle life; durability data in the passport includes any of C-rate of the cycle-life test; durability data in the passport includes any of dynamic performance; durability data in the passport includes any of state of health                                                                                                                                                                                                                                               | passport duty (1 = applies) is 1; battery category is one of EV battery, LMT battery | a77-guidance |
        | A77-EXHAUSTION | Exhaustion threshold included in the passport (EV batteries)    | durability data in the passport includes any of capacity threshold for exhaustion                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                               | passport duty (1 = applies) is 1; battery category is EV battery                     | a77-guidance |
        | A77-DOCUMENTS  | Documents and materials in the passport complete                | documents in the passport includes any of marking information; documents in the passport includes any of declaration of conformity; documents in the passport includes any of waste battery information; documents in the passport includes any of cathode material; documents in the passport includes any of anode material; documents in the passport includes any of electrolyte material; documents in the passport includes any of component part numbers; documents in the passport includes any of contacts for spare parts; documents in the passport includes any of disassembly instructions; documents in the passport includes any of safety measures; documents in the passport includes any of results of test reports; documents in the passport includes any of battery status | passport duty (1 = applies) is 1                                                     | a77-guidance |
      And these indicators worth 92 points
        | id           | indicator                                                               | section  | points | applies when                                                                         | basis        |
        | P-GENERAL    | Share of mandatory data points: general data                            | passport | 24     | passport duty (1 = applies) is 1                                                     | a77-guidance |
        | P-ELECTRICAL | Share of mandatory data points: electrical data                         | passport | 20     | passport duty (1 = applies) is 1                                                     | a77-guidance |
        | P-DURABILITY | Share of mandatory data points: durability data of EV and LMT batteries | passport | 14     | passport duty (1 = applies) is 1; battery category is one of EV battery, LMT battery | a77-guidance |
        | P-EXHAUSTION | Share of mandatory data points: exhaustion threshold of EV batteries    | passport | 2      | passport duty (1 = applies) is 1; battery category is EV battery                     | a77-guidance |
        | P-DOCUMENTS  | Share of mandatory data points: documents and materials                 | passport | 24     | passport duty (1 = applies) is 1                                                     | a77-guidance |
        | P-RECYCLED   | Share of mandatory data points: recycled shares                         | passport | 8      | passport duty (1 = applies) is 1                                                     | a77-guidance |
      And indicator P-GENERAL scores in equal parts each that holds
        | holds                                                                   |
        | general data in the passport includes any of passport number            |
        | general data in the passport includes any of battery type               |
        | general data in the passport includes any of model identifier           |
        | general data in the passport includes any of place of manufacture       |
        | general data in the passport includes any of date of manufacture        |
        | general data in the passport includes any of weight                     |
        | general data in the passport includes any of nominal capacity           |
        | general data in the passport includes any of chemistry                  |
        | general data in the passport includes any of hazardous substances       |
        | general data in the passport includes any of usable extinguishing agent |
        | general data in the passport includes any of critical raw materials     |
        | general data in the passport includes any of renewable content          |
      And indicator P-ELECTRICAL scores in equal parts each that holds
        | holds                                                                                   |
        | electrical data in the passport includes any of minimum voltage                         |
        | electrical data in the passport includes any of nominal voltage                         |
        | electrical data in the passport includes any of maximum voltage                         |
        | electrical data in the passport includes any of original power capability               |
        | electrical data in the passport includes any of minimum power limit                     |
        | electrical data in the passport includes any of maximum power limit                     |
        | electrical data in the passport includes any of temperature range not in use            |
        | electrical data in the passport includes any of reference test of the temperature range |
        | electrical data in the passport includes any of internal cell resistance                |
        | electrical data in the passport includes any of internal pack resistance                |
      And indicator P-DURABILITY scores in equal parts each that holds
        | holds                                                                            |
        | durability data in the passport includes any of expected lifetime in cycles      |
        | durability data in the passport includes any of reference test of the lifetime   |
        | durability data in the passport includes any of initial round trip efficiency    |
        | durability data in the passport includes any of efficiency at half of cycle life |
        | durability data in the passport includes any of C-rate of the cycle-life test    |
        | durability data in the passport includes any of dynamic performance              |
        | durability data in the passport includes any of state of health                  |
      And indicator P-EXHAUSTION scores in equal parts each that holds
        | holds                                                                             |
        | durability data in the passport includes any of capacity threshold for exhaustion |
      And indicator P-DOCUMENTS scores in equal parts each that holds
        | holds                                                               |
        | documents in the passport includes any of marking information       |
        | documents in the passport includes any of declaration of conformity |
        | documents in the passport includes any of waste battery information |
        | documents in the passport includes any of cathode material          |
        | documents in the passport includes any of anode material            |
        | documents in the passport includes any of electrolyte material      |
        | documents in the passport includes any of component part numbers    |
        | documents in the passport includes any of contacts for spare parts  |
        | documents in the passport includes any of disassembly instructions  |
        | documents in the passport includes any of safety measures           |
        | documents in the passport includes any of results of test reports   |
        | documents in the passport includes any of battery status            |
      And indicator P-RECYCLED scores in equal parts each that holds
        | holds                                                                     |
        | recycled shares in the passport includes any of recycled share of cobalt  |
        | recycled shares in the passport includes any of recycled share of lithium |
        | recycled shares in the passport includes any of recycled share of nickel  |
        | recycled shares in the passport includes any of recycled share of lead    |

    Scenario Outline: a missing data point fails the gate: general data
      Given general data in the passport is <data>
      When evaluated as of 2027-04-01
      Then gate A77-GENERAL is <outcome>
      And indicator P-GENERAL scores <points>

      Examples:
        | data                                                                                                                                                                                                                         | outcome | points |
        | passport number, battery type, model identifier, place of manufacture, date of manufacture, weight, nominal capacity, chemistry, hazardous substances, usable extinguishing agent, critical raw materials, renewable content | met     | 24     |
        | battery type, model identifier, place of manufacture, date of manufacture, weight, nominal capacity, chemistry, hazardous substances, usable extinguishing agent, critical raw materials, renewable content                  | not met | 22     |
        | passport number, model identifier, place of manufacture, date of manufacture, weight, nominal capacity, chemistry, hazardous substances, usable extinguishing agent, critical raw materials, renewable content               | not met | 22     |
        | passport number, battery type, place of manufacture, date of manufacture, weight, nominal capacity, chemistry, hazardous substances, usable extinguishing agent, critical raw materials, renewable content                   | not met | 22     |
        | passport number, battery type, model identifier, date of manufacture, weight, nominal capacity, chemistry, hazardous substances, usable extinguishing agent, critical raw materials, renewable content                       | not met | 22     |
        | passport number, battery type, model identifier, place of manufacture, weight, nominal capacity, chemistry, hazardous substances, usable extinguishing agent, critical raw materials, renewable content                      | not met | 22     |
        | passport number, battery type, model identifier, place of manufacture, date of manufacture, nominal capacity, chemistry, hazardous substances, usable extinguishing agent, critical raw materials, renewable content         | not met | 22     |
        | passport number, battery type, model identifier, place of manufacture, date of manufacture, weight, chemistry, hazardous substances, usable extinguishing agent, critical raw materials, renewable content                   | not met | 22     |
        | passport number, battery type, model identifier, place of manufacture, date of manufacture, weight, nominal capacity, hazardous substances, usable extinguishing agent, critical raw materials, renewable content            | not met | 22     |
        | passport number, battery type, model identifier, place of manufacture, date of manufacture, weight, nominal capacity, chemistry, usable extinguishing agent, critical raw materials, renewable content                       | not met | 22     |
        | passport number, battery type, model identifier, place of manufacture, date of manufacture, weight, nominal capacity, chemistry, hazardous substances, critical raw materials, renewable content                             | not met | 22     |
        | passport number, battery type, model identifier, place of manufacture, date of manufacture, weight, nominal capacity, chemistry, hazardous substances, usable extinguishing agent, renewable content                         | not met | 22     |
        | passport number, battery type, model identifier, place of manufacture, date of manufacture, weight, nominal capacity, chemistry, hazardous substances, usable extinguishing agent, critical raw materials                    | not met | 22     |

    Scenario Outline: a missing data point fails the gate: electrical data
      Given electrical data in the passport is <data>
      When evaluated as of 2027-04-01
      Then gate A77-ELECTRICAL is <outcome>
      And indicator P-ELECTRICAL scores <points>

      Examples:
        | data                                                                                                                                                                                                                                              | outcome | points |
        | minimum voltage, nominal voltage, maximum voltage, original power capability, minimum power limit, maximum power limit, temperature range not in use, reference test of the temperature range, internal cell resistance, internal pack resistance | met     | 20     |
        | nominal voltage, maximum voltage, original power capability, minimum power limit, maximum power limit, temperature range not in use, reference test of the temperature range, internal cell resistance, internal pack resistance                  | not met | 18     |
        | minimum voltage, maximum voltage, original power capability, minimum power limit, maximum power limit, temperature range not in use, reference test of the temperature range, internal cell resistance, internal pack resistance                  | not met | 18     |
        | minimum voltage, nominal voltage, original power capability, minimum power limit, maximum power limit, temperature range not in use, reference test of the temperature range, internal cell resistance, internal pack resistance                  | not met | 18     |
        | minimum voltage, nominal voltage, maximum voltage, minimum power limit, maximum power limit, temperature range not in use, reference test of the temperature range, internal cell resistance, internal pack resistance                            | not met | 18     |
        | minimum voltage, nominal voltage, maximum voltage, original power capability, maximum power limit, temperature range not in use, reference test of the temperature range, internal cell resistance, internal pack resistance                      | not met | 18     |
        | minimum voltage, nominal voltage, maximum voltage, original power capability, minimum power limit, temperature range not in use, reference test of the temperature range, internal cell resistance, internal pack resistance                      | not met | 18     |
        | minimum voltage, nominal voltage, maximum voltage, original power capability, minimum power limit, maximum power limit, reference test of the temperature range, internal cell resistance, internal pack resistance                               | not met | 18     |
        | minimum voltage, nominal voltage, maximum voltage, original power capability, minimum power limit, maximum power limit, temperature range not in use, internal cell resistance, internal pack resistance                                          | not met | 18     |
        | minimum voltage, nominal voltage, maximum voltage, original power capability, minimum power limit, maximum power limit, temperature range not in use, reference test of the temperature range, internal pack resistance                           | not met | 18     |
        | minimum voltage, nominal voltage, maximum voltage, original power capability, minimum power limit, maximum power limit, temperature range not in use, reference test of the temperature range, internal cell resistance                           | not met | 18     |

    Scenario Outline: a missing data point fails the gate: durability data of EV and LMT batteries
      Given durability data in the passport is <data>
      When evaluated as of 2027-04-01
      Then gate A77-DURABILITY is <outcome>
      And indicator P-DURABILITY scores <points>

      Examples:
        | data                                                                                                                                                                                                                                 | outcome | points |
        | expected lifetime in cycles, reference test of the lifetime, initial round trip efficiency, efficiency at half of cycle life, C-rate of the cycle-life test, dynamic performance, state of health, capacity threshold for exhaustion | met     | 14     |
        | reference test of the lifetime, initial round trip efficiency, efficiency at half of cycle life, C-rate of the cycle-life test, dynamic performance, state of health, capacity threshold for exhaustion                              | not met | 12     |
        | expected lifetime in cycles, initial round trip efficiency, efficiency at half of cycle life, C-rate of the cycle-life test, dynamic performance, state of health, capacity threshold for exhaustion                                 | not met | 12     |
        | expected lifetime in cycles, reference test of the lifetime, efficiency at half of cycle life, C-rate of the cycle-life test, dynamic performance, state of health, capacity threshold for exhaustion                                | not met | 12     |
        | expected lifetime in cycles, reference test of the lifetime, initial round trip efficiency, C-rate of the cycle-life test, dynamic performance, state of health, capacity threshold for exhaustion                                   | not met | 12     |
        | expected lifetime in cycles, reference test of the lifetime, initial round trip efficiency, efficiency at half of cycle life, dynamic performance, state of health, capacity threshold for exhaustion                                | not met | 12     |
        | expected lifetime in cycles, reference test of the lifetime, initial round trip efficiency, efficiency at half of cycle life, C-rate of the cycle-life test, state of health, capacity threshold for exhaustion                      | not met | 12     |
        | expected lifetime in cycles, reference test of the lifetime, initial round trip efficiency, efficiency at half of cycle life, C-rate of the cycle-life test, dynamic performance, capacity threshold for exhaustion                  | not met | 12     |

    Scenario Outline: a missing data point fails the gate: exhaustion threshold of EV batteries
      Given durability data in the passport is <data>
      When evaluated as of 2027-04-01
      Then gate A77-EXHAUSTION is <outcome>
      And indicator P-EXHAUSTION scores <points>

      Examples:
        | data                                                                                                                                                                                              | outcome | points |
        | capacity threshold for exhaustion                                                                                                                                                                 | met     | 2      |
        | expected lifetime in cycles, reference test of the lifetime, initial round trip efficiency, efficiency at half of cycle life, C-rate of the cycle-life test, dynamic performance, state of health | not met | 0      |

    Scenario Outline: a missing data point fails the gate: documents and materials
      Given documents in the passport is <data>
      When evaluated as of 2027-04-01
      Then gate A77-DOCUMENTS is <outcome>
      And indicator P-DOCUMENTS scores <points>

      Examples:
        | data                                                                                                                                                                                                                                                                    | outcome | points |
        | marking information, declaration of conformity, waste battery information, cathode material, anode material, electrolyte material, component part numbers, contacts for spare parts, disassembly instructions, safety measures, results of test reports, battery status | met     | 24     |
        | declaration of conformity, waste battery information, cathode material, anode material, electrolyte material, component part numbers, contacts for spare parts, disassembly instructions, safety measures, results of test reports, battery status                      | not met | 22     |
        | marking information, waste battery information, cathode material, anode material, electrolyte material, component part numbers, contacts for spare parts, disassembly instructions, safety measures, results of test reports, battery status                            | not met | 22     |
        | marking information, declaration of conformity, cathode material, anode material, electrolyte material, component part numbers, contacts for spare parts, disassembly instructions, safety measures, results of test reports, battery status                            | not met | 22     |
        | marking information, declaration of conformity, waste battery information, anode material, electrolyte material, component part numbers, contacts for spare parts, disassembly instructions, safety measures, results of test reports, battery status                   | not met | 22     |
        | marking information, declaration of conformity, waste battery information, cathode material, electrolyte material, component part numbers, contacts for spare parts, disassembly instructions, safety measures, results of test reports, battery status                 | not met | 22     |
        | marking information, declaration of conformity, waste battery information, cathode material, anode material, component part numbers, contacts for spare parts, disassembly instructions, safety measures, results of test reports, battery status                       | not met | 22     |
        | marking information, declaration of conformity, waste battery information, cathode material, anode material, electrolyte material, contacts for spare parts, disassembly instructions, safety measures, results of test reports, battery status                         | not met | 22     |
        | marking information, declaration of conformity, waste battery information, cathode material, anode material, electrolyte material, component part numbers, disassembly instructions, safety measures, results of test reports, battery status                           | not met | 22     |
        | marking information, declaration of conformity, waste battery information, cathode material, anode material, electrolyte material, component part numbers, contacts for spare parts, safety measures, results of test reports, battery status                           | not met | 22     |
        | marking information, declaration of conformity, waste battery information, cathode material, anode material, electrolyte material, component part numbers, contacts for spare parts, disassembly instructions, results of test reports, battery status                  | not met | 22     |
        | marking information, declaration of conformity, waste battery information, cathode material, anode material, electrolyte material, component part numbers, contacts for spare parts, disassembly instructions, safety measures, battery status                          | not met | 22     |
        | marking information, declaration of conformity, waste battery information, cathode material, anode material, electrolyte material, component part numbers, contacts for spare parts, disassembly instructions, safety measures, results of test reports                 | not met | 22     |

    Scenario Outline: recycled shares are scored but are not a gate
      Given recycled shares in the passport is <data>
      When evaluated as of 2027-04-01
      Then indicator P-RECYCLED scores <points>
      And the grade is <grade>

      Examples:
        | data                                                                                                  | points | grade     |
        | recycled share of cobalt, recycled share of lithium, recycled share of nickel, recycled share of lead | 8      | complete  |
        | recycled share of lithium, recycled share of nickel, recycled share of lead                           | 6      | compliant |
        | recycled share of cobalt, recycled share of nickel, recycled share of lead                            | 6      | compliant |
        | recycled share of cobalt, recycled share of lithium, recycled share of lead                           | 6      | compliant |
        | recycled share of cobalt, recycled share of lithium, recycled share of nickel                         | 6      | compliant |

    Scenario: no passport data is required before 18 February 2027
      Given day placed on the market is 2027-02-17
      And day first placed on the market is 2027-02-17
      And battery category is EV battery
      And general data in the passport is none
      And electrical data in the passport is none
      And durability data in the passport is none
      And documents in the passport is none
      And recycled shares in the passport is none
      When evaluated as of 2027-04-01
      Then gate A77-GENERAL is not applicable
      And gate A77-ELECTRICAL is not applicable
      And gate A77-DURABILITY is not applicable
      And gate A77-EXHAUSTION is not applicable
      And gate A77-DOCUMENTS is not applicable
      And indicator P-GENERAL is not applicable
      And indicator P-ELECTRICAL is not applicable
      And indicator P-DURABILITY is not applicable
      And indicator P-EXHAUSTION is not applicable
      And indicator P-DOCUMENTS is not applicable
      And indicator P-RECYCLED is not applicable

    Scenario: no passport data is required of a portable battery
      Given day placed on the market is 2027-02-18
      And day first placed on the market is 2027-02-17
      And battery category is portable battery
      And general data in the passport is none
      And electrical data in the passport is none
      And durability data in the passport is none
      And documents in the passport is none
      And recycled shares in the passport is none
      When evaluated as of 2027-04-01
      Then gate A77-GENERAL is not applicable
      And gate A77-ELECTRICAL is not applicable
      And gate A77-DURABILITY is not applicable
      And gate A77-EXHAUSTION is not applicable
      And gate A77-DOCUMENTS is not applicable
      And indicator P-GENERAL is not applicable
      And indicator P-ELECTRICAL is not applicable
      And indicator P-DURABILITY is not applicable
      And indicator P-EXHAUSTION is not applicable
      And indicator P-DOCUMENTS is not applicable
      And indicator P-RECYCLED is not applicable

    Scenario Outline: industrial batteries need no durability data, LMT batteries no threshold
      Given battery category is <category>
      And durability data in the passport is none
      When evaluated as of 2027-04-01
      Then gate A77-DURABILITY is <durability>
      And gate A77-EXHAUSTION is <exhaustion>
      And gate A77-GENERAL is met

      Examples:
        | category           | durability     | exhaustion     |
        | EV battery         | not met        | not met        |
        | LMT battery        | not met        | not applicable |
        | industrial battery | not applicable | not applicable |

    Scenario Outline: the indicators have the same scope as the gates
      Given battery category is <category>
      And durability data in the passport is none
      When evaluated as of 2027-04-01
      Then indicator P-EXHAUSTION is not applicable

      Examples:
        | category           |
        | LMT battery        |
        | industrial battery |

    Scenario: industrial batteries are not scored on durability
      Given battery category is industrial battery
      When evaluated as of 2027-04-01
      Then indicator P-DURABILITY is not applicable

    Scenario: without the passport file the gate is undetermined
      Given general data in the passport is missing
      When evaluated as of 2027-04-01
      Then gate A77-GENERAL is undetermined because of general data in the passport
      And the conclusion is incomplete

  Rule: Data points that are not to be filled
    Background:
      Given these findings
        | code          | finding                                                                | when                                                                                                                  | severity    | basis        |
        | A77.CLASS     | Carbon footprint class is filled although the law defines no class yet | data in the passport that is not to be filled includes any of carbon footprint class                                  | observation | a77-guidance |
        | A77.DILIGENCE | Due diligence report is filled although it is not to be filled yet     | data in the passport that is not to be filled includes any of due diligence report                                    | observation | a77-guidance |
        | A77.RATED     | Rated capacity under 1(g) is filled although it is not to be filled    | data in the passport that is not to be filled includes any of rated capacity under 1(g)                               | observation | a77-guidance |
        | A77.THRESHOLD | Exhaustion threshold is filled although only EV batteries fill it      | battery category is not EV battery; durability data in the passport includes any of capacity threshold for exhaustion | observation | a77-guidance |
        | A77.OUTSIDE   | Passport provided although the battery does not need a passport        | scope of the passport (1 = applies) is 0; battery passport is yes                                                     | observation | a77          |

    Scenario: filled too early: carbon footprint class
      Given data in the passport that is not to be filled is carbon footprint class
      When evaluated as of 2027-04-01
      Then an observation A77.CLASS is raised

    Scenario: filled too early: due diligence report
      Given data in the passport that is not to be filled is due diligence report
      When evaluated as of 2027-04-01
      Then an observation A77.DILIGENCE is raised

    Scenario: filled too early: rated capacity under 1(g)
      Given data in the passport that is not to be filled is rated capacity under 1(g)
      When evaluated as of 2027-04-01
      Then an observation A77.RATED is raised

    Scenario: no data point filled too early
      When evaluated as of 2027-04-01
      Then no finding A77.CLASS is raised
      And no finding A77.DILIGENCE is raised
      And no finding A77.RATED is raised
      And no finding A77.THRESHOLD is raised
      And no finding A77.OUTSIDE is raised

    Scenario: a passport of an LMT battery with the exhaustion threshold
      Given battery category is LMT battery
      When evaluated as of 2027-04-01
      Then an observation A77.THRESHOLD is raised

    Scenario: a passport of an LMT battery without the exhaustion threshold
      Given battery category is LMT battery
      And durability data in the passport is expected lifetime in cycles, reference test of the lifetime, initial round trip efficiency, efficiency at half of cycle life, C-rate of the cycle-life test, dynamic performance, state of health
      When evaluated as of 2027-04-01
      Then no finding A77.THRESHOLD is raised

    Scenario: a passport of an SLI battery with a footprint class
      Given battery category is SLI battery
      And intended use is starting an engine
      And data in the passport that is not to be filled is carbon footprint class
      When evaluated as of 2027-04-01
      Then an observation A77.OUTSIDE is raised
      And an observation A77.CLASS is raised
      And gate A77-PASSPORT is not applicable
      And gate A7-CLASS is not applicable

    Scenario: an SLI battery without a passport
      Given battery category is SLI battery
      And battery passport is no
      When evaluated as of 2027-04-01
      Then no finding A77.OUTSIDE is raised
