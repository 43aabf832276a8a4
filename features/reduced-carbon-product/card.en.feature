# language: en
Feature: Products of reduced carbon
  Whether a product may be called a product of reduced carbon: two verified footprints that can be compared, a report on
  the measures, a visit on site, and a reduction that reaches its target.

  Background:
    Given this scorecard
      | field           | value                                                                              |
      | id              | reduced-carbon-product                                                             |
      | version         | 2.1.0                                                                              |
      | supersedes      | 2.0.0                                                                              |
      | title           | Products of reduced carbon                                                         |
      | subject         | claim                                                                              |
      | attestation     | self-assessment                                                                    |
      | time zone       | Asia/Shanghai                                                                      |
      | effective from  | 2022-01-01                                                                         |
      | rounding        | half-even, 2 decimals                                                              |
      | not applicable  | refuse                                                                             |
      | does not assess | whether the figures are true                                                       |
      | does not assess | how the claim is worded beyond what is asked, which the cards of green claims have |
    And these bases
      | basis         | instrument                           | clause                                      | certainty   | note                                                                                                                                                                                                        |
      | certification | CQC rules on carbon-reduced products | conditions as reported in training material | secondary   | The least rate and the validity were not found; the target is asked as a fact.                                                                                                                              |
      | comparability | reduced-carbon-product               | same unit, boundary and method              | own reading |                                                                                                                                                                                                             |
      | otherwise     | reduced-carbon-product               | no rule of this card holds                  | own reading | No rule encoded here objects; it is no promise that no court would.                                                                                                                                         |
      | proof         | reduced-carbon-product               | -                                           | own reading | Verification statements, report on the measures, minutes of the review and footprint reports are the papers; which fact each proves is read. For the other facts no paper is named: a declaration suffices. |
    And these facts
      | fact                | label                   | type   | unit      | at least | at most | evidence                                 |
      | verified_footprints | verified footprints     | number | item      | 0        |         | verification-statement                   |
      | measures_report     | report on the measures  | flag   |           |          |         | measures-report                          |
      | site_check          | checked on site         | flag   |           |          |         | review-minutes                           |
      | same_unit           | same functional unit    | flag   |           |          |         |                                          |
      | same_boundary       | same boundary           | flag   |           |          |         |                                          |
      | same_method         | same method and factors | flag   |           |          |         |                                          |
      | earlier_footprint   | earlier footprint       | number | kgCO2e/kg | 0        |         | footprint-report, verification-statement |
      | later_footprint     | later footprint         | number | kgCO2e/kg | 0        |         | footprint-report, verification-statement |
      | target              | target of reduction     | number | %         | 0        | 100     |                                          |
      | claimed_reduction   | claimed reduction       | number | %         | 0        | 100     |                                          |
    And this reference case
      | fact                    | value         |
      | verified footprints     | 2 items       |
      | report on the measures  | yes           |
      | checked on site         | yes           |
      | same functional unit    | yes           |
      | same boundary           | yes           |
      | same method and factors | yes           |
      | earlier footprint       | 10 kgCO2e/kg  |
      | later footprint         | 8.9 kgCO2e/kg |
      | target of reduction     | 10 %          |
      | claimed reduction       | 11 %          |

  Rule: A claim with nothing against it

    Scenario: the reference claim
      When evaluated as of 2026-11-20
      Then the verdict is ok
