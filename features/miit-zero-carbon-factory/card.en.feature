# language: en
Feature: Zero-carbon factory (MIIT and other ministries, 2026)
  The stage that a factory or computing facility reaches by the indicators with reported thresholds, and the indicators without thresholds.

  Background:
    Given this scorecard
      | field           | value                                                                                         |
      | id              | miit-zero-carbon-factory                                                                      |
      | version         | 1.0.0                                                                                         |
      | title           | Zero-carbon factory (MIIT and other ministries, 2026)                                         |
      | subject         | factory                                                                                       |
      | attestation     | self-assessment                                                                               |
      | time zone       | Asia/Shanghai                                                                                 |
      | effective from  | 2026-07-22                                                                                    |
      | rounding        | half-even, 4 decimals                                                                         |
      | not applicable  | refuse                                                                                        |
      | does not assess | indicators 2.1 to 5.1, whose thresholds were not found (their values are shown)               |
      | does not assess | the contents of the Hunan guide after its first lines, which were not found                   |
      | does not assess | promises of growth, quality of the energy-carbon centre and truth of the recoverable heat     |
      | does not assess | the star rating of T/CECA-G 0171 (see zero-carbon-factory) and labels with a share of offsets |
      | does not assess | municipal subsidies                                                                           |
    And these bases
      | basis       | instrument               | clause                                 | certainty   | note                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                  |
      | notice      | 工信部等五部门通知       | 1.1 to 1.3, as reported                | secondary   | To enter the scheme, a factory may emit at most 1.8 tCO2 per tonne of coal equivalent (tce) and needs at least 30 % non-fossil energy. The targets for 2030 are at most 0.2 tCO2/tce and at least 95 % non-fossil energy. If a factory uses at least 5,000,000 kWh a year, at least 35 % of its electricity must be physically traceable green electricity. Reported by secondary sources; the notice of 2026-07-22, under 工信部联节〔2026〕13号, also covers computing facilities and was not read. |
      | stage       | miit-zero-carbon-factory | -                                      | own reading | A factory that uses at least 5,000,000 kWh a year needs 35 % physically traceable green electricity. The reports do not state whether this share applies at entry to the scheme or only as a target for 2030. We apply the share at entry, because only other sites, such as computing facilities, are reported to have no entry requirement. A setting applies the share only as a target.                                                                                                           |
      | tool        | 自评工具                 | as reported                            | secondary   | Indicators 2.1 to 5.1 of the scheme concern, among others, energy per added value, efficient equipment, product footprints and automatic metering. They are calculated with the formulas of a public self-assessment tool, of which several versions exist. No minimum values were found. We therefore report the calculated values without a verdict.                                                                                                                                                |
      | coefficient | 自评工具                 | as reported                            | secondary   | The applicant must enter the factor that converts electricity to coal equivalent, in kilograms per kWh (kgce/kWh). One version of a public self-assessment tool uses 0.2856 kgce/kWh. A meter table by the makers of that tool uses 0.1229 kgce/kWh. Because the two factors differ, we use no default.                                                                                                                                                                                               |
      | bought      | 自评工具                 | as reported                            | secondary   | According to a public self-assessment tool, bought green power and green certificates are not physically traceable green electricity. If the amount entered contains bought green power or certificates, they are deducted.                                                                                                                                                                                                                                                                           |
      | process     | miit-zero-carbon-factory | -                                      | own reading | CO2 per unit of energy uses the CO2 emissions within the plant boundary. The sources do not state whether CO2 from industrial processes is included or whether green certificates reduce the CO2. We include process CO2 and make no deduction for certificates.                                                                                                                                                                                                                                      |
      | list        | 工信部等五部门通知       | list, as reported                      | secondary   | A factory on the construction list of zero-carbon factories is not yet a zero-carbon factory; it must also pass acceptance. This is reported, not read in the notice.                                                                                                                                                                                                                                                                                                                                 |
      | hunan       | 湖南省零碳工厂指南       | first lines of the annex, as reprinted | secondary   | The Hunan guide limits CO2e per tonne of coal equivalent to 1.25 t by 2027, 0.87 t by 2030 and 0.37 t by 2035. It requires at least 35 % renewable energy by 2027, 55 % by 2030 and 80 % by 2035. For each of these years, footprints of main products must be at least 6 % below the base year, and income must grow. Only the first lines were found; the national indicators use CO2 instead of CO2e, and non-fossil instead of renewable energy.                                                  |
      | papers      | miit-zero-carbon-factory | -                                      | own reading | We accept the energy balance by energy type, the meter list that marks automatic reading, and time-of-use meters of own plants and direct lines. We also accept power purchase contracts, certificate cancellation receipts, the equipment list with efficiency grades, footprint reports and published disclosures. Which document proves which fact is listed in the scorecard and is our own interpretation. For other facts, a declaration of the applicant is sufficient.                        |
    And these settings
      | setting        | label                                               | one of              | default  | meaning                                                                                  |
      | scheme         | scheme                                              | national, hunan     | national | Whether the stages of the national notice or of the Hunan guide apply                    |
      | physical_stage | stage of the physical green electricity requirement | at_entry, as_target | at_entry | Whether the 35 % share of physical green electricity is required at entry or as a target |
    And the choices of scheme
      | value    | words           |
      | national | national notice |
      | hunan    | guide of Hunan  |
    And the choices of stage of the physical green electricity requirement
      | value     | words       |
      | at_entry  | at entry    |
      | as_target | as a target |
    And these grades
      | grade     | also requires                                                                 | basis  |
      | target    | scheme is national notice; known targets for 2030 are met holds               | notice |
      | entry     | scheme is national notice; known entry requirements are met holds             | notice |
      | hunan_met | scheme is guide of Hunan; known requirements of the Hunan guide are met holds | hunan  |
    And the grades are called
      | grade     | words                                          |
      | target    | target of 2030 by the known indicators         |
      | entry     | entry by the known indicators                  |
      | hunan_met | guide of Hunan for its year by the known lines |

  Rule: The example factory

    Scenario: 48,000 t over 30,000 tce with 35 % non-fossil energy
      When evaluated as of 2026-11-20
      Then the quantity energy is 30000 t
      And the quantity intensity is 1.6 tCO2e/t
      And the quantity non_fossil_share is 35 %
      And the quantity physical_share is 475/13 %
      And the quantity footprint_share is 740/9 %
      And the grade is entry
      And the conclusion is graded
