# language: en
Feature: Review of a product footprint
  Whether the footprint of a product is complete, traceable and recalculable to the reported value, before any claim
  is based on it. Values for the age of data, the share of primary data and the cut-off were not found and remain undetermined.

  Background:
    Given this scorecard
      | field           | value                                                                                                                                     |
      | id              | product-footprint-review                                                                                                                  |
      | version         | 1.0.0                                                                                                                                     |
      | title           | Review of a product footprint                                                                                                             |
      | subject         | product                                                                                                                                   |
      | attestation     | verification statement                                                                                                                    |
      | time zone       | Asia/Shanghai                                                                                                                             |
      | effective from  | 2024-08-28                                                                                                                                |
      | rounding        | half-even, 4 decimals                                                                                                                     |
      | not applicable  | drop and rescale                                                                                                                          |
      | does not assess | whether activity data and factors are correct                                                                                             |
      | does not assess | the permissible age of data, share of primary data and cut-off, because no values were found; the values of a product rule can be entered |
      | does not assess | rules for individual types of products                                                                                                    |
      | does not assess | comparisons of products and claims, which other scorecards assess                                                                         |
    And these bases
      | basis      | instrument               | clause      | certainty   | note                                                                                                                                                                                                                                                                                                                                                          |
      | unit       | 产品碳足迹核算步骤       | step 1      | secondary   | A trade report describes the steps of a footprint study in order. The system boundary and the functional unit (the unit of reference) must be defined before data collection starts.                                                                                                                                                                          |
      | data       | 产品碳足迹核算步骤       | step 2      | secondary   | The data of a footprint come from parts lists and production reports. Data that cannot be measured or calculated must be estimated according to a standard. This is reported by secondary sources.                                                                                                                                                            |
      | model      | 产品碳足迹核算步骤       | step 3      | secondary   | The footprint must be modelled in a named life-cycle database, with a calculation plan. This is reported by secondary sources.                                                                                                                                                                                                                                |
      | report     | 产品碳足迹核算步骤       | step 4      | secondary   | A footprint report must be prepared before a carbon label is used. This is reported by secondary sources.                                                                                                                                                                                                                                                     |
      | method     | GB/T 24067-2024          | as reported | secondary   | A footprint study must contain goal and scope, inventory, impact assessment and interpretation. GB/T 24067-2024, released in August 2024, is reported to require in addition to ISO 14067 that the geographical scope of the data is stated.                                                                                                                  |
      | categories | ISO 14067:2018           | table 1     | secondary   | Flow categories 1 to 9 of a footprint study are counted in the footprint. For categories 5 (emissions of land use) and 9 (removals of land use), this is only recommended. Category 10 (biogenic carbon) is recorded separately, and categories 11 and 12 (indirect land-use change) should be considered separately. The table is printed in a trade report. |
      | offsets    | ISO 14067:2018           | offsetting  | secondary   | Purchased carbon credits must not be deducted from a product footprint; they may only be shown as additional information. This is reported by secondary sources.                                                                                                                                                                                              |
      | negative   | 负碳产品报道             | conditions  | secondary   | A product footprint below zero is meaningful for the climate only if it covers cradle to grave. A footprint below zero with a smaller boundary fails this review. This is reported by secondary sources.                                                                                                                                                      |
      | review     | product-footprint-review | -           | own reading | We require that every data item is traceable to a primary record and every factor has a named source. The declared unit must be the unit sold. The footprint must be recalculable to its last reported digit. A level of assurance must be stated.                                                                                                            |
      | gate       | product-footprint-review | -           | own reading | A footprint from cradle to gate includes materials, production and the transport to the gate. We exclude use and end of life.                                                                                                                                                                                                                                 |
      | green      | product-footprint-review | -           | own reading | Electricity from the applicant's own green plants may be counted as zero-emission only if the certificates for it are not sold. This is our own requirement.                                                                                                                                                                                                  |
      | not-found  | product-footprint-review | -           | own reading | No general values were found for the maximum age of data, the minimum share of primary data and the cut-off (emissions that may be omitted). We use the values of a product-specific rule if the applicant enters them; otherwise these criteria are undetermined. We calculate the share of primary data by the number of data lines.                        |
      | to-come    | product-footprint-review | -           | own reading | We require that data are collected before they are assessed and that their period has ended. If an entered date is in the future, the criterion is undetermined. A footprint is reviewed only after its verification statement is issued.                                                                                                                     |
      | proof      | product-footprint-review | -           | own reading | The applicant proves the footprint by the report with parts lists and production reports, and the review by the verification statement. Which document proves which fact is listed in the scorecard and is our own interpretation. For facts without a named document, a declaration is sufficient.                                                           |
    And these grades
      | grade    | also requires                                                                                                       | basis           |
      | reviewed | level of assurance stated is one of limited, reasonable; date of the verification statement is until the as-of date | review, to-come |
      | complete |                                                                                                                     | report          |
    And the grades are called
      | grade    | words                      |
      | reviewed | complete and reviewed      |
      | complete | complete, not reviewed yet |

  Rule: Worked example: the product

    Scenario: 10.1448 kg for cradle to grave
      When evaluated as of 2026-11-20
      Then the quantity footprint is 10.1448 kgCO2e
      And gate Z9 is met
      And the grade is complete and reviewed
      And the conclusion is graded
