# language: en
Feature: Indicators

  Background:
    Given the scorecard miit-zero-carbon-factory
    And these facts
      | fact           | label                                                                | type   | unit   | one of              | at least | at most | multiple of | evidence                                       | given |
      | kind           | kind of site                                                         | choice |        | factory, computing  |          |         |             |                                                | yes   |
      | carbon         | CO2 inside the boundary                                              | number | tCO2e  |                     | 0        |         |             | energy-balance                                 |       |
      | other_energy   | energy other than electricity in coal equivalent                     | number | t      |                     | 0        |         |             | energy-balance                                 | yes   |
      | electricity    | electricity used                                                     | number | kWh    |                     | 1        |         |             | energy-balance                                 | yes   |
      | coefficient    | coal equivalent per kilowatt-hour                                    | number | kg/kWh |                     | 0.1      | 0.5     |             |                                                | yes   |
      | non_fossil     | non-fossil energy in coal equivalent                                 | number | t      |                     | 0        |         |             | energy-balance                                 |       |
      | renewable      | renewable energy in coal equivalent                                  | number | t      |                     | 0        |         |             | energy-balance                                 |       |
      | other_gases    | gases other than CO2 in CO2e                                         | number | tCO2e  |                     | 0        |         |             | energy-balance                                 |       |
      | physical       | physically traceable green electricity                               | number | kWh    |                     | 0        |         |             | line-meter                                     |       |
      | bought_inside  | bought green power and certificates within the traceable electricity | number | kWh    |                     | 0        |         |             | power-purchase-agreement, cancellation-receipt |       |
      | added_value    | added value                                                          | number | CNY    |                     | 1        |         |             |                                                | yes   |
      | grade2_kw      | power of equipment of grade 2 or better                              | number | kW     |                     | 0        |         |             | equipment-ledger                               |       |
      | all_kw         | power of all equipment                                               | number | kW     |                     | 0        |         |             | equipment-ledger                               |       |
      | removed        | CO2 removed                                                          | number | tCO2e  |                     | 0        |         |             |                                                |       |
      | products_total | number of product classes                                            | number | item   |                     | 0        |         | 1           | footprint-report                               |       |
      | products_pcf   | number of product classes with a footprint                           | number | item   |                     | 0        |         | 1           | footprint-report                               |       |
      | measures       | number of supply chain measures                                      | number | item   |                     | 0        | 6       | 1           |                                                |       |
      | functions      | number of functions of the energy-carbon centre                      | number | item   |                     | 0        | 13      | 1           |                                                |       |
      | meters_auto    | number of automatically read meters                                  | number | item   |                     | 0        |         | 1           | meter-ledger                                   |       |
      | meters_due     | number of required meters                                            | number | item   |                     | 0        |         | 1           | meter-ledger                                   |       |
      | disclosures    | number of disclosed documents                                        | number | item   |                     | 0        | 3       | 1           | disclosure                                     |       |
      | on_list        | on the construction list                                             | flag   |        |                     |          |         |             |                                                |       |
      | accepted       | acceptance passed                                                    | flag   |        |                     |          |         |             |                                                |       |
      | target_year    | target year of Hunan                                                 | choice |        | y2027, y2030, y2035 |          |         |             |                                                | yes   |
      | footprint_fall | footprint reduction of main products                                 | number | %      |                     |          | 100     |             | footprint-report                               |       |
      | income_grows   | income grows                                                         | flag   |        |                     |          |         |             |                                                |       |
    And the choices of kind of site
      | value     | words              |
      | factory   | factory            |
      | computing | computing facility |
    And the choices of target year of Hunan
      | value | words |
      | y2027 | 2027  |
      | y2030 | 2030  |
      | y2035 | 2035  |
    And this reference case
      | fact                                                                 | value         |
      | kind of site                                                         | factory       |
      | CO2 inside the boundary                                              | 48000 tCO2e   |
      | energy other than electricity in coal equivalent                     | 28514.88 t    |
      | electricity used                                                     | 5200000 kWh   |
      | coal equivalent per kilowatt-hour                                    | 0.2856 kg/kWh |
      | non-fossil energy in coal equivalent                                 | 10500 t       |
      | renewable energy in coal equivalent                                  | 10500 t       |
      | gases other than CO2 in CO2e                                         | 0 tCO2e       |
      | physically traceable green electricity                               | 1900000 kWh   |
      | bought green power and certificates within the traceable electricity | 0 kWh         |
      | added value                                                          | 500000000 CNY |
      | power of equipment of grade 2 or better                              | 6000 kW       |
      | power of all equipment                                               | 8000 kW       |
      | CO2 removed                                                          | 0 tCO2e       |
      | number of product classes                                            | 45 items      |
      | number of product classes with a footprint                           | 37 items      |
      | number of supply chain measures                                      | 4 items       |
      | number of functions of the energy-carbon centre                      | 9 items       |
      | number of automatically read meters                                  | 90 items      |
      | number of required meters                                            | 100 items     |
      | number of disclosed documents                                        | 2 items       |
      | on the construction list                                             | no            |
      | acceptance passed                                                    | no            |
      | target year of Hunan                                                 | 2027          |
      | footprint reduction of main products                                 | 6 %           |
      | income grows                                                         | yes           |

  Rule: Source reduction, with reported thresholds
    Background:
      Given the quantity total energy in coal equivalent (energy), in t, on basis coefficient
        | is                                                                                                      |
        | energy other than electricity in coal equivalent + electricity used * coal equivalent per kilowatt-hour |
      And the quantity CO2 per unit of energy (intensity), in tCO2e/t, on basis process, papers
        | is                                                        |
        | CO2 inside the boundary / total energy in coal equivalent |
      And the quantity non-fossil share of energy (non_fossil_share), in %, on basis notice
        | is                                                                     |
        | non-fossil energy in coal equivalent / total energy in coal equivalent |
      And the quantity physical green electricity counted (physical_counted), in kWh, on basis bought
        | is                                                                                                                        |
        | max(physically traceable green electricity - bought green power and certificates within the traceable electricity, 0 kWh) |
      And the quantity share of physical green electricity (physical_share), in %, on basis bought
        | is                                                    |
        | physical green electricity counted / electricity used |
      And these conditions
        | condition             | label                                                | holds when                                                                                                                                             | basis  |
        | physical_asked_entry  | physically traceable share is required at entry      | kind of site is factory; electricity used is at least 5000000 kWh; stage of the physical green electricity requirement is at entry                     | stage  |
        | physical_asked_target | physically traceable share is required as a target   | electricity used is at least 5000000 kWh; stage of the physical green electricity requirement is as a target                                           | stage  |
        | physical_asked_target |                                                      | kind of site is factory; electricity used is at least 5000000 kWh                                                                                      | stage  |
        | physical_fine_entry   | physically traceable share is sufficient at entry    | physically traceable share is required at entry does not hold                                                                                          | notice |
        | physical_fine_entry   |                                                      | share of physical green electricity is at least 35 %                                                                                                   | notice |
        | physical_fine_target  | physically traceable share is sufficient as a target | physically traceable share is required as a target does not hold                                                                                       | notice |
        | physical_fine_target  |                                                      | share of physical green electricity is at least 35 %                                                                                                   | notice |
        | entry_met             | known entry requirements are met                     | CO2 per unit of energy is at most 1.8 tCO2e/t; non-fossil share of energy is at least 30 %; physically traceable share is sufficient at entry holds    | notice |
        | target_met            | known targets for 2030 are met                       | CO2 per unit of energy is at most 0.2 tCO2e/t; non-fossil share of energy is at least 95 %; physically traceable share is sufficient as a target holds | notice |
      And these gates
        | id   | gate                                                                                                  | requires                                                                                                                                                                                   | applies when                                                                        | basis   |
        | F0   | Non-fossil energy does not exceed total energy                                                        | non-fossil energy in coal equivalent is at most total energy in coal equivalent                                                                                                            |                                                                                     | process |
        | F0-P | Green electricity does not exceed all electricity, and bought power does not exceed green electricity | bought green power and certificates within the traceable electricity is at most physically traceable green electricity; physically traceable green electricity is at most electricity used | scheme is national notice; physically traceable share is required as a target holds | bought  |
      And these findings
        | code            | finding                                                                                  | when                                                                                                                                                | severity    | basis       |
        | F1.ENTRY        | CO2 per unit of energy above 1.8 t/tce                                                   | scheme is national notice; CO2 per unit of energy is more than 1.8 tCO2e/t                                                                          | major       | notice      |
        | F2.TARGET       | CO2 per unit of energy above the 2030 target of 0.2 t/tce                                | scheme is national notice; CO2 per unit of energy is more than 0.2 tCO2e/t                                                                          | observation | notice      |
        | F3.ENTRY        | Non-fossil share below 30 %                                                              | scheme is national notice; non-fossil share of energy is less than 30 %                                                                             | major       | notice      |
        | F3.TARGET       | Non-fossil share below the 2030 target of 95 %                                           | scheme is national notice; non-fossil share of energy is less than 95 %                                                                             | observation | notice      |
        | F4.SHARE        | Physical green electricity below 35 % of the electricity used                            | scheme is national notice; kind of site is factory; electricity used is at least 5000000 kWh; share of physical green electricity is less than 35 % | observation | notice      |
        | F22.PART        | Power of equipment of grade 2 or better exceeds the power of all equipment               | power of equipment of grade 2 or better is more than power of all equipment                                                                         | minor       | tool        |
        | F31.PART        | More product classes with a footprint than product classes                               | number of product classes with a footprint is more than number of product classes                                                                   | minor       | tool        |
        | F41.PART        | More automatically read meters than required meters                                      | number of automatically read meters is more than number of required meters                                                                          | minor       | tool        |
        | F5.BOUGHT       | Bought green power or certificates are deducted                                          | bought green power and certificates within the traceable electricity is more than 0 kWh                                                             | observation | bought      |
        | F6.OPEN         | Indicators 2.1 to 5.1 cannot be assessed because their thresholds were not found         | scheme is national notice                                                                                                                           | observation | tool        |
        | F12.OPEN        | Only the first lines of the Hunan guide were found, so later contents cannot be assessed | scheme is guide of Hunan                                                                                                                            | observation | hunan       |
        | F10.LIST        | Being on the construction list is not acceptance                                         | on the construction list is yes; acceptance passed is no                                                                                            | observation | list        |
        | F11.COEFFICIENT | Coal equivalent per kilowatt-hour is neither 0.2856 nor 0.1229, the two values found     | coal equivalent per kilowatt-hour is not 0.2856 kg/kWh; coal equivalent per kilowatt-hour is not 0.1229 kg/kWh                                      | observation | coefficient |
      And these results
        | result | label                                   | is                                  | rounded to | basis  |
        | i11    | 1.1 CO2 per unit of energy, t/tce       | CO2 per unit of energy              | 4 decimals | notice |
        | i12    | 1.2 Non-fossil share of energy          | non-fossil share of energy          | 2 decimals | notice |
        | i13    | 1.3 Share of physical green electricity | share of physical green electricity | 2 decimals | notice |

    Scenario Outline: 1.8 and 0.2 t/tce, 30 and 95 %: both sides of each boundary
      Given carbon is <carbon> tCO2e
      And non_fossil is <non fossil> t
      When evaluated as of 2026-11-20
      Then the grade is <grade>
      And <f1>
      And <f2>
      And <f3>
      And <f3 target>

      Examples:
        | carbon  | non fossil | grade  | f1                                       | f2                                 | f3                                       | f3 target                          |
        | 54000   | 9000       | entry  | no finding F1.ENTRY is raised            | an observation F2.TARGET is raised | no finding F3.ENTRY is raised            | an observation F3.TARGET is raised |
        | 54003   | 9000       | none   | a major nonconformity F1.ENTRY is raised | an observation F2.TARGET is raised | no finding F3.ENTRY is raised            | an observation F3.TARGET is raised |
        | 54000   | 8999.9     | none   | no finding F1.ENTRY is raised            | an observation F2.TARGET is raised | a major nonconformity F3.ENTRY is raised | an observation F3.TARGET is raised |
        | 6000    | 28500      | target | no finding F1.ENTRY is raised            | no finding F2.TARGET is raised     | no finding F3.ENTRY is raised            | no finding F3.TARGET is raised     |
        | 6000.01 | 28500      | entry  | no finding F1.ENTRY is raised            | an observation F2.TARGET is raised | no finding F3.ENTRY is raised            | no finding F3.TARGET is raised     |
        | 7500    | 28500      | entry  | no finding F1.ENTRY is raised            | an observation F2.TARGET is raised | no finding F3.ENTRY is raised            | no finding F3.TARGET is raised     |
        | 6000    | 28499.9    | entry  | no finding F1.ENTRY is raised            | no finding F2.TARGET is raised     | no finding F3.ENTRY is raised            | an observation F3.TARGET is raised |

    Scenario: The national findings do not apply under the Hunan guide
      Given the setting scheme is hunan
      And CO2 inside the boundary is 60000 tCO2e
      And non-fossil energy in coal equivalent is 1 t
      And physically traceable green electricity is 0 kWh
      When evaluated as of 2026-11-20
      Then the grade is none
      And no finding F1.ENTRY is raised
      And no finding F2.TARGET is raised
      And no finding F3.ENTRY is raised
      And no finding F3.TARGET is raised
      And no finding F4.SHARE is raised
      And no finding F6.OPEN is raised
      And an observation F12.OPEN is raised

    Scenario Outline: Physical green electricity of large factories
      Given the setting physical_stage is <stage>
      And kind is <kind>
      And electricity is <kwh> kWh
      And other_energy is <other> t
      And physical is <physical> kWh
      And bought_inside is <bought> kWh
      When evaluated as of 2026-11-20
      Then condition physical_fine_entry <entry>
      And condition physical_fine_target <target>
      And <f4>
      And <f5>

      Examples:
        | stage     | kind      | kwh     | other    | physical | bought  | entry         | target        | f4                                | f5                                 |
        | at_entry  | factory   | 5200000 | 28514.88 | 1900000  | 0       | holds         | holds         | no finding F4.SHARE is raised     | no finding F5.BOUGHT is raised     |
        | at_entry  | factory   | 5200000 | 28514.88 | 1900000  | 1900000 | does not hold | does not hold | an observation F4.SHARE is raised | an observation F5.BOUGHT is raised |
        | at_entry  | factory   | 5000000 | 28514.88 | 1750000  | 0       | holds         | holds         | no finding F4.SHARE is raised     | no finding F5.BOUGHT is raised     |
        | at_entry  | factory   | 5000000 | 28514.88 | 1749999  | 0       | does not hold | does not hold | an observation F4.SHARE is raised | no finding F5.BOUGHT is raised     |
        | at_entry  | factory   | 4999999 | 28514.88 | 0        | 0       | holds         | holds         | no finding F4.SHARE is raised     | no finding F5.BOUGHT is raised     |
        | at_entry  | computing | 5200000 | 28514.88 | 520000   | 0       | holds         | holds         | no finding F4.SHARE is raised     | no finding F5.BOUGHT is raised     |
        | as_target | factory   | 5200000 | 28514.88 | 520000   | 0       | holds         | does not hold | an observation F4.SHARE is raised | no finding F5.BOUGHT is raised     |
        | as_target | computing | 5200000 | 28514.88 | 520000   | 0       | holds         | does not hold | no finding F4.SHARE is raised     | no finding F5.BOUGHT is raised     |
        | as_target | computing | 4999999 | 28514.88 | 520000   | 0       | holds         | holds         | no finding F4.SHARE is raised     | no finding F5.BOUGHT is raised     |

    Scenario Outline: The physical share also decides the stage
      Given carbon is <carbon> tCO2e
      And non_fossil is <non fossil> t
      And physical is <physical> kWh
      When evaluated as of 2026-11-20
      Then the grade is <grade>

      Examples:
        | carbon | non fossil | physical | grade |
        | 48000  | 10500      | 1819999  | none  |
        | 48000  | 10500      | 1820000  | entry |
        | 6000   | 28500      | 1819999  | none  |

    Scenario: As a target, a physical share below 35 % leaves the entry stage
      Given the setting physical_stage is as_target
      And CO2 inside the boundary is 6000 tCO2e
      And non-fossil energy in coal equivalent is 28500 t
      And physically traceable green electricity is 1819999 kWh
      When evaluated as of 2026-11-20
      Then the grade is entry

    Scenario Outline: All energy is electricity: different coefficients
      Given energy other than electricity in coal equivalent is 0 t
      And electricity used is 100000000 kWh
      And coefficient is <coefficient> kg/kWh
      And physically traceable green electricity is 35000000 kWh
      When evaluated as of 2026-11-20
      Then the quantity energy is <energy> t
      And <told>

      Examples:
        | coefficient | energy | told                                     |
        | 0.2856      | 28560  | no finding F11.COEFFICIENT is raised     |
        | 0.1229      | 12290  | no finding F11.COEFFICIENT is raised     |
        | 0.123       | 12300  | an observation F11.COEFFICIENT is raised |

    Scenario Outline: The construction list is not acceptance
      Given on_list is <list>
      And acceptance passed is <acceptance passed>
      When evaluated as of 2026-11-20
      Then <told>

      Examples:
        | list | acceptance passed | told                              |
        | no   | no                | no finding F10.LIST is raised     |
        | yes  | no                | an observation F10.LIST is raised |
        | yes  | yes               | no finding F10.LIST is raised     |

    Scenario Outline: A part must not exceed its whole
      Given non_fossil is <non fossil> t
      And bought_inside is <bought> kWh
      And physical is <physical> kWh
      And grade2_kw is <kw> kW
      And products_pcf is <products> items
      And meters_auto is <meters> items
      When evaluated as of 2026-11-20
      Then gate F0 is <outcome>
      And gate F0-P is <power>
      And <f22>
      And <f31>
      And <f41>

      Examples:
        | non fossil | bought  | physical | kw   | products | meters | outcome | power   | f22                                      | f31                                      | f41                                      |
        | 30000      | 5200000 | 5200000  | 8000 | 45       | 100    | met     | met     | no finding F22.PART is raised            | no finding F31.PART is raised            | no finding F41.PART is raised            |
        | 30000.01   | 0       | 1900000  | 6000 | 37       | 90     | not met | met     | no finding F22.PART is raised            | no finding F31.PART is raised            | no finding F41.PART is raised            |
        | 10500      | 1900001 | 1900000  | 6000 | 37       | 90     | met     | not met | no finding F22.PART is raised            | no finding F31.PART is raised            | no finding F41.PART is raised            |
        | 10500      | 0       | 5200001  | 6000 | 37       | 90     | met     | not met | no finding F22.PART is raised            | no finding F31.PART is raised            | no finding F41.PART is raised            |
        | 10500      | 0       | 1900000  | 8001 | 37       | 90     | met     | met     | a minor nonconformity F22.PART is raised | no finding F31.PART is raised            | no finding F41.PART is raised            |
        | 10500      | 0       | 1900000  | 6000 | 46       | 90     | met     | met     | no finding F22.PART is raised            | a minor nonconformity F31.PART is raised | no finding F41.PART is raised            |
        | 10500      | 0       | 1900000  | 6000 | 37       | 101    | met     | met     | no finding F22.PART is raised            | no finding F31.PART is raised            | a minor nonconformity F41.PART is raised |

    Scenario Outline: Physical electricity is required only of large factories under the national notice
      Given the setting scheme is <scheme>
      And kind is <kind>
      And electricity is <kwh> kWh
      And physically traceable green electricity is missing
      And power of equipment of grade 2 or better is missing
      And number of product classes with a footprint is missing
      And number of automatically read meters is missing
      When evaluated as of 2026-11-20
      Then gate F0 is met
      And gate F0-P is <power>

      Examples:
        | scheme   | kind      | kwh     | power          |
        | national | factory   | 4999999 | not applicable |
        | national | factory   | 5000000 | undetermined   |
        | national | computing | 5200000 | not applicable |
        | hunan    | factory   | 5200000 | not applicable |

    Scenario: A small factory reaches its stage without data on physical electricity
      Given electricity used is 4999999 kWh
      And physically traceable green electricity is missing
      And power of equipment of grade 2 or better is missing
      When evaluated as of 2026-11-20
      Then the grade is entry

    Scenario: Without an energy balance the stage is undetermined
      Given evidence for CO2 inside the boundary is missing
      When evaluated as of 2026-11-20
      Then the quantity CO2 per unit of energy is undetermined because of CO2 inside the boundary
      And the possible grades are entry, none
      And the conclusion is grade open

  Rule: Indicators without thresholds (values only)
    Background:
      Given the quantity energy use per unit of added value (per_value), in kg/CNY, on basis tool
        | is                                            |
        | total energy in coal equivalent / added value |
      And the quantity share of equipment of grade 2 or better (grade2_share), in %, on basis tool
        | is                                                               | when                           |
        | undetermined, because there is no equipment                      | power of all equipment is 0 kW |
        | power of equipment of grade 2 or better / power of all equipment | otherwise                      |
      And the quantity removal rate (removal_rate), in %, on basis tool
        | is                                                        | when                               |
        | undetermined, because there is no CO2 inside the boundary | CO2 inside the boundary is 0 tCO2e |
        | CO2 removed / CO2 inside the boundary                     | otherwise                          |
      And the quantity share of products with a footprint (footprint_share), in %, on basis tool
        | is                                                                     | when                                 |
        | undetermined, because there are no products                            | number of product classes is 0 items |
        | number of product classes with a footprint / number of product classes | otherwise                            |
      And the quantity automatic collection rate (auto_share), in %, on basis tool
        | is                                                              | when                                 |
        | undetermined, because no meter is required                      | number of required meters is 0 items |
        | number of automatically read meters / number of required meters | otherwise                            |
      And the quantity supply chain measures met (measures_there), in items, on basis tool
        | is                              |
        | number of supply chain measures |
      And the quantity functions met (functions_there), in items, on basis tool
        | is                                              |
        | number of functions of the energy-carbon centre |
      And the quantity disclosed documents (disclosures_there), in items, on basis tool
        | is                            |
        | number of disclosed documents |
      And these results
        | result | label                                            | is                                      | rounded to | basis |
        | i21    | 2.1 Energy use per unit of added value, kgce/CNY | energy use per unit of added value      | 4 decimals | tool  |
        | i22    | 2.2 Equipment of grade 2 or better               | share of equipment of grade 2 or better | 2 decimals | tool  |
        | i23    | 2.3 Removal rate                                 | removal rate                            | 2 decimals | tool  |
        | i31    | 3.1 Product classes with a footprint             | share of products with a footprint      | 2 decimals | tool  |
        | i32    | 3.2 Supply chain measures, of 6                  | supply chain measures met               | 0 decimals | tool  |
        | i41    | 4.1 Automatic collection rate                    | automatic collection rate               | 2 decimals | tool  |
        | i42    | 4.2 Functions of the centre, of 13               | functions met                           | 0 decimals | tool  |
        | i51    | 5.1 Disclosed documents, of 3                    | disclosed documents                     | 0 decimals | tool  |

    Scenario: 37 of 45 products, 90 of 100 meters
      When evaluated as of 2026-11-20
      Then the quantity per_value is 0.06 kg/CNY
      And the quantity grade2_share is 75 %
      And the quantity removal_rate is 0 %
      And the quantity auto_share is 90 %
      And the quantity measures_there is 4 items
      And the quantity functions_there is 9 items
      And the quantity disclosures_there is 2 items
      And an observation F6.OPEN is raised
      And no finding F12.OPEN is raised

    Scenario: Without equipment or products the share is undetermined
      Given power of equipment of grade 2 or better is 0 kW
      And power of all equipment is 0 kW
      And CO2 inside the boundary is 0 tCO2e
      And number of product classes with a footprint is 0 items
      And number of product classes is 0 items
      And number of automatically read meters is 0 items
      And number of required meters is 0 items
      When evaluated as of 2026-11-20
      Then the rules leave the quantity grade2_share undetermined
      And the rules leave the quantity footprint_share undetermined

  Rule: The Hunan guide
    Background:
      Given the quantity maximum CO2e per unit of energy in Hunan (hunan_most), in tCO2e/t, by target year of Hunan, on basis hunan
        | target year of Hunan | is   |
        | 2027                 | 1.25 |
        | 2030                 | 0.87 |
        | 2035                 | 0.37 |
      And the quantity minimum renewable share in Hunan (hunan_least), in %, by target year of Hunan, on basis hunan
        | target year of Hunan | is |
        | 2027                 | 35 |
        | 2030                 | 55 |
        | 2035                 | 80 |
      And the quantity CO2e per unit of energy (hunan_intensity), in tCO2e/t, on basis hunan, process
        | is                                                                                         |
        | (CO2 inside the boundary + gases other than CO2 in CO2e) / total energy in coal equivalent |
      And the quantity share of renewable energy (renewable_share), in %, on basis hunan
        | is                                                                    |
        | renewable energy in coal equivalent / total energy in coal equivalent |
      And these gates
        | id    | gate                                          | requires                                                                       | applies when             | basis |
        | F0-HN | Renewable energy does not exceed total energy | renewable energy in coal equivalent is at most total energy in coal equivalent | scheme is guide of Hunan | hunan |
      And these conditions
        | condition   | label                                         | holds when                                                                                                                                                                                                                     | basis |
        | hunan_holds | known requirements of the Hunan guide are met | CO2e per unit of energy is at most maximum CO2e per unit of energy in Hunan; share of renewable energy is at least minimum renewable share in Hunan; footprint reduction of main products is at least 6 %; income grows is yes | hunan |

    Scenario Outline: Limits of the Hunan guide by target year
      Given the setting scheme is hunan
      And target_year is <year>
      And carbon is <carbon> tCO2e
      And renewable is <renewable> t
      And footprint_fall is <fall> %
      And income_grows is <income>
      When evaluated as of 2026-11-20
      Then the grade is <grade>

      Examples:
        | year  | carbon  | renewable | fall | income | grade     |
        | y2027 | 36000   | 10800     | 6    | yes    | hunan_met |
        | y2030 | 36000   | 10800     | 6    | yes    | none      |
        | y2027 | 37500   | 10500     | 6    | yes    | hunan_met |
        | y2027 | 37500.3 | 10500     | 6    | yes    | none      |
        | y2027 | 37500   | 10499.9   | 6    | yes    | none      |
        | y2027 | 37500   | 10500     | 5.99 | yes    | none      |
        | y2027 | 37500   | 10500     | 6    | no     | none      |
        | y2030 | 26100   | 16500     | 6    | yes    | hunan_met |
        | y2030 | 26100.3 | 16500     | 6    | yes    | none      |
        | y2030 | 26100   | 16499.9   | 6    | yes    | none      |
        | y2035 | 11100   | 24000     | 6    | yes    | hunan_met |
        | y2035 | 11100.3 | 24000     | 6    | yes    | none      |
        | y2035 | 11100   | 23999.9   | 6    | yes    | none      |

    Scenario Outline: Other gases are included, and nuclear power is not renewable
      Given the setting scheme is hunan
      And CO2 inside the boundary is 37000 tCO2e
      And other_gases is <gases> tCO2e
      And non-fossil energy in coal equivalent is 30000 t
      And renewable is <renewable> t
      When evaluated as of 2026-11-20
      Then the grade is <grade>
      And gate F0-HN is <whole>

      Examples:
        | gases | renewable | grade     | whole   |
        | 500   | 10500     | hunan_met | met     |
        | 500.3 | 10500     | none      | met     |
        | 0     | 10499.9   | none      | met     |
        | 0     | 30000     | hunan_met | met     |
        | 0     | 30000.01  | none      | not met |

    Scenario: Without the other gases the Hunan guide is undetermined
      Given the setting scheme is hunan
      And CO2 inside the boundary is 36000 tCO2e
      And gases other than CO2 in CO2e is missing
      When evaluated as of 2026-11-20
      Then the possible grades are hunan_met, none
      And the conclusion is grade open

    Scenario: The national stages require neither other gases nor renewable energy
      Given gases other than CO2 in CO2e is missing
      And renewable energy in coal equivalent is missing
      When evaluated as of 2026-11-20
      Then gate F0-HN is not applicable
      And the grade is entry

    Scenario Outline: The scheme decides which stages are available
      Given the setting scheme is <scheme>
      And carbon is <carbon> tCO2e
      And non_fossil is <non fossil> t
      When evaluated as of 2026-11-20
      Then the grade is <grade>

      Examples:
        | scheme   | carbon | non fossil | grade     |
        | national | 36000  | 10800      | entry     |
        | hunan    | 36000  | 10800      | hunan_met |
        | national | 6000   | 28500      | target    |
        | hunan    | 6000   | 28500      | hunan_met |
        | national | 60000  | 10800      | none      |
        | hunan    | 60000  | 10800      | none      |
