# language: en
Feature: Low-carbon retrofit of coal power
  Whether a retrofitted unit emits about half as much per MWh as similar units in 2023.

  Background:
    Given this scorecard
      | field           | value                                                                |
      | id              | coal-retrofit                                                        |
      | version         | 1.0.0                                                                |
      | title           | Low-carbon retrofit of coal power                                    |
      | subject         | unit                                                                 |
      | attestation     | self-assessment                                                      |
      | time zone       | Asia/Shanghai                                                        |
      | effective from  | 2024-07-31                                                           |
      | rounding        | half-even, 4 decimals                                                |
      | not applicable  | refuse                                                               |
      | does not assess | which units are similar, and their mean in 2023 (it must be entered) |
      | does not assess | when emissions are close to those of a gas-fired unit                |
    And these bases
      | basis  | instrument                 | clause                    | certainty   | note                                                                                                                                                                                                                                                          |
      | plan   | 煤电低碳化改造建设行动方案 | 2024 to 2027, as reported | secondary   | The plan requires from 2027 that a retrofitted coal unit emits about 50 % less than the 2023 mean of similar units. Reported by secondary sources. The plan was published in mid-2024 on an unknown day, so this scorecard applies from the end of July 2024. |
      | routes | 煤电低碳化改造建设行动方案 | routes, as reported       | secondary   | A coal unit must be retrofitted by one of three routes: biomass, green ammonia or carbon capture. Reported by secondary sources.                                                                                                                              |
      | about  | coal-retrofit              | -                         | own reading | The plan requires a retrofitted coal unit to emit "about 50 %" less than the 2023 mean of similar units, without defining "about". We require a reduction of at least 50 %. A setting lowers this to at least 45 %.                                           |
      | year   | coal-retrofit              | -                         | own reading | We assess a retrofitted coal unit by its emissions in 2027 or a later year. Until that year has ended, the result is undetermined.                                                                                                                            |
      | proof  | coal-retrofit              | -                         | own reading | The evidence document for the emissions of the unit is the report on its heat rate before and after the retrofit. No document is named for the other facts; a declaration is sufficient.                                                                      |
    And these settings
      | setting    | label                 | one of            | default | meaning                                            |
      | about_half | meaning of about 50 % | fifty, forty_five | fifty   | From which reduction a retrofit reaches the target |
    And the choices of meaning of about 50 %
      | value      | words         |
      | fifty      | at least 50 % |
      | forty_five | at least 45 % |

  Rule: The example unit

    Scenario: 0.405 t/MWh compared with 0.820 t/MWh
      When evaluated as of 2028-03-31
      Then the quantity fall is 2075/41 %
      And gate CR1 is met
      And the conclusion is scored
