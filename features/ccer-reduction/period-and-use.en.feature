# language: en
Feature: Crediting period, verification and use

  Background:
    Given the scorecard ccer-reduction
    And these facts
      | fact          | label                                              | type   | unit      | one of                                         | at least | multiple of | evidence                               | may lie ahead |
      | same_body     | the verification body also validated the project   | flag   |           |                                                |          |             | validation-report, verification-report |               |
      | public_days   | working days of publication                        | number | day       |                                                | 0        | 1           | verification-report, registry-extract  |               |
      | decision_days | working days until the decision                    | number | day       |                                                | 0        | 1           | registry-extract                       |               |
      | sound         | measurable, traceable, verifiable and conservative | flag   |           |                                                |          |             | verification-report                    |               |
      | use           | use of the credits                                 | choice |           | not_used, national_market, event, firm, abroad |          |             |                                        |               |
      | cancelled     | cancelled for this use                             | flag   |           |                                                |          |             | cancellation-receipt                   |               |
      | old_credit    | credit issued before March 2017                    | flag   |           |                                                |          |             | registry-extract                       |               |
      | used_on       | date of use                                        | date   |           |                                                |          |             | cancellation-receipt                   | yes           |
      | price         | agreed price                                       | number | CNY/tCO2e |                                                | 0        |             |                                        |               |
    And the choices of use of the credits
      | value           | words                             |
      | not_used        | not used yet                      |
      | national_market | compliance in the national market |
      | event           | neutrality of an event            |
      | firm            | neutrality of a company           |
      | abroad          | transfer abroad                   |
    And this reference case
      | fact                                               | value        |
      | the verification body also validated the project   | no           |
      | working days of publication                        | 20 days      |
      | working days until the decision                    | 15 days      |
      | measurable, traceable, verifiable and conservative | yes          |
      | use of the credits                                 | not used yet |
      | cancelled for this use                             | no           |
      | credit issued before March 2017                    | no           |
      | date of use                                        | 2025-11-30   |
      | agreed price                                       | 80 CNY/tCO2e |

  Rule: The crediting period
    Background:
      Given the quantity crediting period is fixed (period_fixed)
        | is                                                                           | when                               | basis   |
        | 1                                                                            | methodology is solar thermal power | m-solar |
        | 1                                                                            | methodology is offshore wind       | m-wind  |
        | undetermined, because the crediting period of this methodology was not found | otherwise                          | m-other |
      And these gates
        | id | gate                                                             | requires                                                                                                                              | basis           |
        | C1 | Crediting period of at most ten years (known methodologies only) | crediting period is fixed is 1; last day of the crediting period is until first day of the crediting period plus 10 years minus 1 day | m-wind, m-solar |
        | C2 | Within the project lifetime                                      | last day of the crediting period is until last day of the project lifetime                                                            | m-wind, m-solar |
        | C3 | Crediting period does not begin before 2020-09-23                | first day of the crediting period is after 2020-09-22                                                                                 | start-reading   |

    Scenario Outline: Ten years, ending the day before
      Given method is <method>
      And crediting_start is <start>
      And crediting_end is <end>
      And life_end is <life>
      When evaluated as of 2024-09-01
      Then gate C1 is <ten>
      And gate C2 is <inside>
      And gate C3 is <begun>

      Examples:
        | method        | start      | end        | life       | ten          | inside  | begun   |
        | offshore_wind | 2023-01-01 | 2032-12-31 | 2047-12-31 | met          | met     | met     |
        | solar_thermal | 2023-01-01 | 2032-12-31 | 2032-12-31 | met          | met     | met     |
        | offshore_wind | 2023-01-01 | 2033-01-01 | 2047-12-31 | not met      | met     | met     |
        | offshore_wind | 2023-01-01 | 2032-12-31 | 2032-12-30 | met          | not met | met     |
        | offshore_wind | 2020-09-23 | 2030-09-22 | 2047-12-31 | met          | met     | met     |
        | offshore_wind | 2020-09-22 | 2030-09-21 | 2047-12-31 | met          | met     | not met |
        | other_method  | 2023-01-01 | 2032-12-31 | 2047-12-31 | undetermined | met     | met     |

    Scenario: A methodology without a known crediting period
      Given supposing period_fixed is 0
      When evaluated as of 2024-09-01
      Then gate C1 is not met

  Rule: Verification and publicity
    Background:
      Given these gates
        | id | gate                                               | requires                                                  | basis         |
        | R3 | Measurable, traceable, verifiable and conservative | measurable, traceable, verifiable and conservative is yes | window, proof |
        | R4 | Verification and validation by different bodies    | the verification body also validated the project is no    | roles, proof  |
        | R5 | Published for 20 working days                      | working days of publication is at least 20 days           | publicity     |
      And these findings
        | code    | finding                                 | when                                                 | severity    | basis    |
        | R7.LATE | Decided after more than 15 working days | working days until the decision is more than 15 days | observation | decision |

    Scenario Outline: Conditions of registration
      Given sound is <sound>
      And same_body is <same>
      And public_days is <days> days
      And decision_days is <decision> days
      When evaluated as of 2024-09-01
      Then gate R3 is <r3>
      And gate R4 is <r4>
      And gate R5 is <r5>
      And <late>

      Examples:
        | sound | same | days | decision | r3      | r4      | r5      | late                             |
        | yes   | no   | 20   | 15       | met     | met     | met     | no finding R7.LATE is raised     |
        | no    | no   | 20   | 15       | not met | met     | met     | no finding R7.LATE is raised     |
        | yes   | yes  | 20   | 15       | met     | not met | met     | no finding R7.LATE is raised     |
        | yes   | no   | 19   | 16       | met     | met     | not met | an observation R7.LATE is raised |

  Rule: Use by a holder
    Background:
      Given the quantity transfer abroad allowed (transfer)
        | is                                                                      | when                                  | basis  |
        | undetermined, because the rules on transfer abroad have not been issued | use of the credits is transfer abroad | abroad |
        | 1                                                                       | otherwise                             | use    |
      And these gates
        | id | gate                                       | requires                        | applies when                                                                                                    | basis  |
        | R8 | Cancelled for this use                     | cancelled for this use is yes   | use of the credits is one of compliance in the national market, neutrality of an event, neutrality of a company | use    |
        | R9 | Transfer abroad allowed                    | transfer abroad allowed is 1    | use of the credits is transfer abroad                                                                           | abroad |
        | S7 | Old credits are used only until 2024-12-31 | date of use is until 2024-12-31 | use of the credits is compliance in the national market; credit issued before March 2017 is yes                 | old    |
      And the quantity value at the agreed price (value), in CNY, on basis amount
        | is                                           |
        | tonnes that may be registered * agreed price |
      And these results
        | result            | label                                   | is                        | rounded to | basis  |
        | value_registrable | Value of the tonnes at the agreed price | value at the agreed price | 2 decimals | amount |

    Scenario Outline: Use requires cancellation
      Given use is <use>
      And cancelled is <cancelled>
      And old_credit is <old>
      And used_on is <day>
      When evaluated as of 2025-12-31
      Then gate R8 is <r8>
      And gate R9 is <r9>
      And gate S7 is <s7>

      Examples:
        | use             | cancelled | old | day        | r8             | r9             | s7             |
        | not_used        | no        | no  | 2025-11-30 | not applicable | not applicable | not applicable |
        | national_market | no        | no  | 2025-11-30 | not met        | not applicable | not applicable |
        | national_market | yes       | no  | 2025-11-30 | met            | not applicable | not applicable |
        | national_market | yes       | yes | 2024-12-31 | met            | not applicable | met            |
        | national_market | yes       | yes | 2025-01-01 | met            | not applicable | not met        |
        | event           | yes       | yes | 2025-01-01 | met            | not applicable | not applicable |
        | event           | no        | no  | 2025-01-01 | not met        | not applicable | not applicable |
        | firm            | no        | no  | 2025-01-01 | not met        | not applicable | not applicable |
        | abroad          | no        | no  | 2025-01-01 | not applicable | undetermined   | not applicable |

    Scenario: Rules not yet issued cannot be assessed
      Given use of the credits is transfer abroad
      When evaluated as of 2025-12-31
      Then the rules leave the quantity transfer undetermined
      And the conclusion is incomplete

    Scenario: If rules prohibited the transfer, the gate would not be satisfied
      Given use of the credits is transfer abroad
      And supposing transfer is 0
      When evaluated as of 2025-12-31
      Then gate R9 is not met

    Scenario: 160,000 tonnes at 80 CNY are 12.8 million CNY
      Given verified tonnes is 160000 tCO2e
      When evaluated as of 2024-09-01
      Then the quantity value is 12800000 CNY
