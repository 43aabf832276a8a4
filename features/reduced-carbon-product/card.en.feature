# language: en
Feature: Reduced-carbon products
  Whether a product may be called a reduced-carbon product: two comparable verified footprints, a report on
  the measures, a site check, and a reduction that reaches its target.

  Background:
    Given this scorecard
      | field           | value                                                                                         |
      | id              | reduced-carbon-product                                                                        |
      | version         | 1.0.0                                                                                         |
      | title           | Reduced-carbon products                                                                       |
      | subject         | claim                                                                                         |
      | attestation     | self-assessment                                                                               |
      | time zone       | Asia/Shanghai                                                                                 |
      | effective from  | 2022-01-01                                                                                    |
      | rounding        | half-even, 2 decimals                                                                         |
      | not applicable  | refuse                                                                                        |
      | does not assess | whether the declared values are true                                                          |
      | does not assess | the wording of the claim beyond the facts requested here; see the scorecards for green claims |
    And these bases
      | basis         | instrument                           | clause                                      | certainty   | note                                                                                                                                                                                                                                                                                                                           |
      | certification | CQC rules on carbon-reduced products | conditions as reported in training material | secondary   | A reduced-carbon claim needs at least two verified footprints, a report on the reduction measures and a site check. The reduction must be above 0 % and reach the target. Reported by training material on the CQC rules; the minimum reduction and the validity period were not found, so the applicant enters the target.    |
      | comparability | reduced-carbon-product               | same unit, boundary and method              | own reading | Both footprints must have the same functional unit, boundary, method and factors; otherwise the claim is misleading. The claim is also misleading if the claimed reduction exceeds the actual reduction. This is our own interpretation: the difference between footprints that are not comparable does not prove a reduction. |
      | otherwise     | reduced-carbon-product               | no rule of this scorecard applies           | own reading | If no rule of this scorecard applies to a claim, the verdict is "ok": none of these rules prohibits the claim. A court may still decide otherwise.                                                                                                                                                                             |
      | proof         | reduced-carbon-product               | -                                           | own reading | The sources do not specify which document proves which fact. We require verification statements, the report on the reduction measures, the minutes of the review (for the site check) and the footprint reports. For all other facts a declaration of the applicant is sufficient.                                             |
    And these facts
      | fact                | label                                       | type   | unit      | at least | at most | evidence                                 |
      | verified_footprints | number of verified footprints               | number | item      | 0        |         | verification-statement                   |
      | measures_report     | report on the reduction measures available  | flag   |           |          |         | measures-report                          |
      | site_check          | site check carried out                      | flag   |           |          |         | review-minutes                           |
      | same_unit           | same functional unit for both footprints    | flag   |           |          |         |                                          |
      | same_boundary       | same boundary for both footprints           | flag   |           |          |         |                                          |
      | same_method         | same method and factors for both footprints | flag   |           |          |         |                                          |
      | earlier_footprint   | earlier footprint per kilogram              | number | kgCO2e/kg | 0        |         | footprint-report, verification-statement |
      | later_footprint     | later footprint per kilogram                | number | kgCO2e/kg | 0        |         | footprint-report, verification-statement |
      | target              | target reduction                            | number | %         | 0        | 100     |                                          |
      | claimed_reduction   | claimed reduction                           | number | %         | 0        | 100     |                                          |
    And this reference case
      | fact                                        | value         |
      | number of verified footprints               | 2 items       |
      | report on the reduction measures available  | yes           |
      | site check carried out                      | yes           |
      | same functional unit for both footprints    | yes           |
      | same boundary for both footprints           | yes           |
      | same method and factors for both footprints | yes           |
      | earlier footprint per kilogram              | 10 kgCO2e/kg  |
      | later footprint per kilogram                | 8.9 kgCO2e/kg |
      | target reduction                            | 10 %          |
      | claimed reduction                           | 11 %          |

  Rule: A claim to which no rule objects

    Scenario: The reference claim
      When evaluated as of 2026-11-20
      Then the verdict is ok
