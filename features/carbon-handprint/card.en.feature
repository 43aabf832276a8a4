# language: en
Feature: Carbon handprints
  Whether avoided emissions may be told as a handprint: the footprint of what is replaced less that of the solution, for
  the same function, purpose, market, time and method.

  Background:
    Given this scorecard
      | field           | value                                                                                                                     |
      | id              | carbon-handprint                                                                                                          |
      | version         | 3.0.0                                                                                                                     |
      | supersedes      | 2.0.0                                                                                                                     |
      | title           | Carbon handprints                                                                                                         |
      | subject         | claim                                                                                                                     |
      | attestation     | self-assessment                                                                                                           |
      | time zone       | Etc/UTC                                                                                                                   |
      | effective from  | 2018-01-01                                                                                                                |
      | rounding        | half-even, 2 decimals                                                                                                     |
      | not applicable  | refuse                                                                                                                    |
      | does not assess | whether the figures are true                                                                                              |
      | does not assess | how the claim is worded beyond what is asked, which the cards of green claims have                                        |
      | does not assess | papers behind what is declared, where none is known: cause, choice of baselines, what is on the market, netting and trade |
    And these bases
      | basis            | instrument                           | clause                                                    | certainty   | note                                                                                                                                                                                                                                                                                            |
      | guide            | Carbon Handprint Guide (VTT and LUT) | version 2                                                 | secondary   |                                                                                                                                                                                                                                                                                                 |
      | handprint-report | Carbon Handprint Guide (VTT and LUT) | as told in a trade report of 2024                         | secondary   |                                                                                                                                                                                                                                                                                                 |
      | each             | Carbon Handprint Guide (VTT and LUT) | several baselines, as told in a trade report of 2024      | own reading | The report shows that handprints of one solution differ by baseline. That each must leave one, where both are shown, is our reading.                                                                                                                                                            |
      | otherwise        | carbon-handprint                     | no rule of this card holds                                | own reading | No rule encoded here objects; it is no promise that no court would.                                                                                                                                                                                                                             |
      | new-kind         | Carbon Handprint Guide (VTT and LUT) | products of a new kind, as told in a trade report of 2024 | secondary   | Where the market has no product of the kind, the customer is compared with and without it: the first baseline is without it, and neither the same function nor a place on the market is asked of it. That boundary, method and data are consistent is asked all the same, which is our reading. |
      | proof            | carbon-handprint                     | -                                                         | own reading | Footprint reports of solution and baseline and verification statement are the papers; which fact each proves is read. For the other facts no paper is named: a declaration suffices.                                                                                                            |
    And these facts
      | fact               | label                                           | type   | unit      | one of                                  | at least | evidence                                 |
      | cause              | cause                                           | choice |           | better_solution, lower_output, shutdown |          |                                          |
      | baselines          | baselines                                       | choice |           | one, mean_of_two, each_of_two, new_kind |          |                                          |
      | first_baseline     | footprint of the first baseline                 | number | kgCO2e/kg |                                         | 0        | footprint-report, verification-statement |
      | second_baseline    | footprint of the second baseline                | number | kgCO2e/kg |                                         | 0        | footprint-report, verification-statement |
      | solution           | footprint of the solution                       | number | kgCO2e/kg |                                         | 0        | footprint-report, verification-statement |
      | same_function      | same function and purpose                       | flag   |           |                                         |          | footprint-report                         |
      | on_the_market      | available on the market in that time and region | flag   |           |                                         |          |                                          |
      | consistent_method  | consistent boundary, method and data            | flag   |           |                                         |          | footprint-report                         |
      | baseline_justified | baseline justified                              | flag   |           |                                         |          | footprint-report                         |
      | netted             | netted against the own inventory                | flag   |           |                                         |          |                                          |
      | traded             | traded as a credit                              | flag   |           |                                         |          |                                          |
      | reviewed           | independently reviewed                          | flag   |           |                                         |          | verification-statement                   |
    And the choices of cause
      | value           | words             |
      | better_solution | a better solution |
      | lower_output    | lower output      |
      | shutdown        | a shutdown        |
    And the choices of baselines
      | value       | words                     |
      | one         | one                       |
      | mean_of_two | mean of two uses replaced |
      | each_of_two | two, each shown by itself |
      | new_kind    | none of its kind          |
    And this reference case
      | fact                                            | value             |
      | cause                                           | a better solution |
      | baselines                                       | one               |
      | footprint of the first baseline                 | 30 kgCO2e/kg      |
      | footprint of the second baseline                | 60 kgCO2e/kg      |
      | footprint of the solution                       | 22 kgCO2e/kg      |
      | same function and purpose                       | yes               |
      | available on the market in that time and region | yes               |
      | consistent boundary, method and data            | yes               |
      | baseline justified                              | yes               |
      | netted against the own inventory                | no                |
      | traded as a credit                              | no                |
      | independently reviewed                          | yes               |

  Rule: A claim with nothing against it

    Scenario: the reference claim
      When evaluated as of 2026-11-20
      Then the verdict is permitted with qualification
