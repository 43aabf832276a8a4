# language: en
Feature: Zero-carbon factory of the ministries, 2026
  Which stage a factory or computing facility reaches by the indicators whose thresholds are reported, and which indicators stay open.

  Background:
    Given this scorecard
      | field           | value                                                                                              |
      | id              | miit-zero-carbon-factory                                                                           |
      | version         | 2.2.0                                                                                              |
      | supersedes      | 2.1.0                                                                                              |
      | title           | Zero-carbon factory of the ministries, 2026                                                        |
      | subject         | factory                                                                                            |
      | attestation     | self-assessment                                                                                    |
      | time zone       | Asia/Shanghai                                                                                      |
      | effective from  | 2026-07-22                                                                                         |
      | rounding        | half-even, 4 decimals                                                                              |
      | not applicable  | refuse                                                                                             |
      | does not assess | indicators 2.1 to 5.1, whose thresholds were not found: their values are shown                     |
      | does not assess | what stands in the guide of Hunan after its first lines, which was not found                       |
      | does not assess | promises of growth, the quality of the energy-carbon centre, the truth of recoverable heat         |
      | does not assess | the star rating of T/CECA-G 0171, which zero-carbon-factory has, and marks with a share of offsets |
      | does not assess | subsidies of cities                                                                                |
    And these bases
      | basis       | instrument               | clause                                 | certainty   | note                                                                                                                                                                                                                                                                                                                  |
      | notice      | 工信部等五部门通知       | 1.1 to 1.3, as reported                | secondary   | Notice on national zero-carbon factories, computing facilities included, announced 2026-07-22 under 工信部联节〔2026〕13号; it was not read.                                                                                                                                                                          |
      | stage       | miit-zero-carbon-factory | -                                      | own reading | Whether 35 % of physical green electricity is asked at entry or as a target is not clear: at entry, because other sites are said to have no basic requirement.                                                                                                                                                        |
      | tool        | 自评工具                 | as reported                            | secondary   | Names and formulas of indicators 2.1 to 5.1 from a public self-assessment tool in several versions; thresholds were not found.                                                                                                                                                                                        |
      | coefficient | 自评工具                 | as reported                            | secondary   | 0.2856 kgce/kWh in one version, 0.1229 in a table of meters of the same group: the coefficient is entered.                                                                                                                                                                                                            |
      | bought      | 自评工具                 | as reported                            | secondary   | Bought green power and certificates are no physical green electricity.                                                                                                                                                                                                                                                |
      | process     | miit-zero-carbon-factory | -                                      | own reading | CO2 of processes is inside, and certificates take nothing off.                                                                                                                                                                                                                                                        |
      | list        | 工信部等五部门通知       | list, as reported                      | secondary   | On the list of those that build is not accepted.                                                                                                                                                                                                                                                                      |
      | hunan       | 湖南省零碳工厂指南       | first lines of the annex, as reprinted | secondary   | In CO2e, where the national indicator has CO2; renewable energy, where it has all without fossil fuel. What stands after the first lines was not found.                                                                                                                                                               |
      | papers      | miit-zero-carbon-factory | -                                      | own reading | Energy balance by kind, meter ledger with automatic flags, meters by time of own plants and direct lines, contracts and cancellations, equipment ledger with grades, footprint reports and disclosures are the papers; which fact each proves is read. For the other facts no paper is named: a declaration suffices. |
    And these settings
      | setting        | label                               | one of              | default  | meaning                      |
      | scheme         | scheme                              | national, hunan     | national | whose stages are asked for   |
      | physical_stage | stage of physical green electricity | at_entry, as_target | at_entry | at which stage 35 % is asked |
    And the choices of scheme
      | value    | words           |
      | national | national notice |
      | hunan    | guide of Hunan  |
    And the choices of stage of physical green electricity
      | value     | words       |
      | at_entry  | at entry    |
      | as_target | as a target |
    And these grades
      | grade     | also requires                                                         | basis  |
      | target    | scheme is national notice; target met by the indicators known holds   | notice |
      | entry     | scheme is national notice; entry met by the indicators known holds    | notice |
      | hunan_met | scheme is guide of Hunan; guide of Hunan met by the lines known holds | hunan  |
    And the grades are called
      | grade     | words                                          |
      | target    | target of 2030 by the indicators known         |
      | entry     | entry by the indicators known                  |
      | hunan_met | guide of Hunan for its year by the lines known |

  Rule: The worked factory

    Scenario: 48,000 t over 30,000 tce, 35 % without fossil fuel
      When evaluated as of 2026-11-20
      Then the quantity energy is 30000 t
      And the quantity intensity is 1.6 tCO2e/t
      And the quantity non_fossil_share is 35 %
      And the quantity physical_share is 475/13 %
      And the quantity footprint_share is 740/9 %
      And the grade is entry
      And the conclusion is graded
