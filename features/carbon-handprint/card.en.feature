# language: en
Feature: Carbon handprints
  Whether avoided emissions may be claimed as a handprint: the footprint of the replaced product less that of the solution, for
  the same function, purpose, market, period and method.

  Background:
    Given this scorecard
      | field           | value                                                                                                            |
      | id              | carbon-handprint                                                                                                 |
      | version         | 1.0.0                                                                                                            |
      | title           | Carbon handprints                                                                                                |
      | subject         | claim                                                                                                            |
      | attestation     | self-assessment                                                                                                  |
      | time zone       | Etc/UTC                                                                                                          |
      | effective from  | 2018-01-01                                                                                                       |
      | rounding        | half-even, 2 decimals                                                                                            |
      | not applicable  | refuse                                                                                                           |
      | does not assess | whether the declared values are true                                                                             |
      | does not assess | the wording of the claim beyond the facts requested here; see the scorecards for green claims                    |
      | does not assess | documents that support the declared facts: cause, choice of baselines, products on the market, netting and trade |
    And these bases
      | basis            | instrument                           | clause                                                        | certainty   | note                                                                                                                                                                                                                                                                                                                                                                                                                                    |
      | guide            | Carbon Handprint Guide (VTT and LUT) | version 2                                                     | secondary   | The handprint is the baseline footprint minus the solution footprint; the footprints of two replaced uses are averaged (trade report of 2024). The baseline must have the same function and purpose, be available on the market, and follow the same boundary, method and data. The handprint must be above zero and must not be deducted from the company's own inventory. Reported by vttresearch.com, 9pdf.co and granlundgroup.com. |
      | handprint-report | Carbon Handprint Guide (VTT and LUT) | as reported in a trade report of 2024                         | secondary   | Lower output or a shutdown is not a handprint, and a handprint must not be traded as a credit. The choice of the baseline must be justified, and the handprint must be independently reviewed. Reported by a trade report (Climate Bridge, third quarter of 2024).                                                                                                                                                                      |
      | each             | Carbon Handprint Guide (VTT and LUT) | several baselines, as reported in a trade report of 2024      | own reading | A carbon handprint is the footprint of a baseline minus the footprint of the solution. It therefore differs by baseline, as a trade report of 2024 shows. If two baselines are shown separately, we require a handprint above zero against each baseline.                                                                                                                                                                               |
      | otherwise        | carbon-handprint                     | no rule of this scorecard applies                             | own reading | None of the rules in this scorecard prohibits the handprint claim, so it is permitted with qualification. A court may still decide otherwise.                                                                                                                                                                                                                                                                                           |
      | new-kind         | Carbon Handprint Guide (VTT and LUT) | products of a new kind, as reported in a trade report of 2024 | secondary   | If the market has no comparable product, the customer's footprint without the solution is compared with the footprint with it (trade report of 2024). The baseline then needs neither the same function nor market availability. We still require consistent boundary, method and data.                                                                                                                                                 |
      | proof            | carbon-handprint                     | -                                                             | own reading | The sources do not specify which documents prove a handprint. For the footprints of the solution and of the baselines, we require a footprint report and a verification statement. For facts without a named document, a declaration of the applicant is sufficient.                                                                                                                                                                    |
    And these facts
      | fact               | label                                                    | type   | unit      | one of                                  | at least | evidence                                 |
      | cause              | cause                                                    | choice |           | better_solution, lower_output, shutdown |          |                                          |
      | baselines          | type of baseline                                         | choice |           | one, mean_of_two, each_of_two, new_kind |          |                                          |
      | first_baseline     | footprint of the first baseline                          | number | kgCO2e/kg |                                         | 0        | footprint-report, verification-statement |
      | second_baseline    | footprint of the second baseline                         | number | kgCO2e/kg |                                         | 0        | footprint-report, verification-statement |
      | solution           | footprint of the solution                                | number | kgCO2e/kg |                                         | 0        | footprint-report, verification-statement |
      | same_function      | baseline with the same function and purpose              | flag   |           |                                         |          | footprint-report                         |
      | on_the_market      | baseline available on the market in that time and region | flag   |           |                                         |          |                                          |
      | consistent_method  | consistent boundary, method and data                     | flag   |           |                                         |          | footprint-report                         |
      | baseline_justified | choice of baseline justified                             | flag   |           |                                         |          | footprint-report                         |
      | netted             | handprint deducted from the company's own inventory      | flag   |           |                                         |          |                                          |
      | traded             | handprint traded as a credit                             | flag   |           |                                         |          |                                          |
      | reviewed           | independently reviewed                                   | flag   |           |                                         |          | verification-statement                   |
    And the choices of cause
      | value           | words             |
      | better_solution | a better solution |
      | lower_output    | lower output      |
      | shutdown        | a shutdown        |
    And the choices of type of baseline
      | value       | words                             |
      | one         | one                               |
      | mean_of_two | mean of two replaced uses         |
      | each_of_two | two baselines shown separately    |
      | new_kind    | market without comparable product |
    And this reference case
      | fact                                                     | value             |
      | cause                                                    | a better solution |
      | type of baseline                                         | one               |
      | footprint of the first baseline                          | 30 kgCO2e/kg      |
      | footprint of the second baseline                         | 60 kgCO2e/kg      |
      | footprint of the solution                                | 22 kgCO2e/kg      |
      | baseline with the same function and purpose              | yes               |
      | baseline available on the market in that time and region | yes               |
      | consistent boundary, method and data                     | yes               |
      | choice of baseline justified                             | yes               |
      | handprint deducted from the company's own inventory      | no                |
      | handprint traded as a credit                             | no                |
      | independently reviewed                                   | yes               |

  Rule: A claim to which no rule objects

    Scenario: The reference claim
      When evaluated as of 2026-11-20
      Then the verdict is permitted with qualification
