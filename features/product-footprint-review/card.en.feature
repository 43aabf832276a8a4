# language: en
Feature: Review of a product footprint
  Whether the footprint of a product is complete, can be traced and computes to what is reported, before anything is said
  with it. Figures for the age of data, the share of primary data and the cut-off were not found and stay open.

  Background:
    Given this scorecard
      | field           | value                                                                                                                                  |
      | id              | product-footprint-review                                                                                                               |
      | version         | 2.1.0                                                                                                                                  |
      | supersedes      | 2.0.0                                                                                                                                  |
      | title           | Review of a product footprint                                                                                                          |
      | subject         | product                                                                                                                                |
      | attestation     | verification statement                                                                                                                 |
      | time zone       | Asia/Shanghai                                                                                                                          |
      | effective from  | 2024-08-28                                                                                                                             |
      | rounding        | half-even, 4 decimals                                                                                                                  |
      | not applicable  | drop and rescale                                                                                                                       |
      | does not assess | whether activity data and factors are right                                                                                            |
      | does not assess | how old data may be, how many must be primary, what may be cut off: the figures were not found; those of a product rule can be entered |
      | does not assess | rules for single kinds of products                                                                                                     |
      | does not assess | comparison of products, and claims, which further cards judge                                                                          |
    And these bases
      | basis      | instrument               | clause      | certainty   | note                                                                                                                                                                                      |
      | unit       | 产品碳足迹核算步骤       | step 1      | secondary   | Boundary and functional unit stand before the data; a trade report tells the steps.                                                                                                       |
      | data       | 产品碳足迹核算步骤       | step 2      | secondary   | Data from parts lists and production reports; what cannot be measured is estimated by a standard.                                                                                         |
      | model      | 产品碳足迹核算步骤       | step 3      | secondary   | A model in a life-cycle database, with a plan of computation.                                                                                                                             |
      | report     | 产品碳足迹核算步骤       | step 4      | secondary   | The report, then the label.                                                                                                                                                               |
      | method     | GB/T 24067-2024          | as reported | secondary   | Goal and scope, inventory, assessment, interpretation; beyond ISO 14067 it asks for the place that data stand for. Released in August 2024.                                               |
      | categories | ISO 14067:2018           | table 1     | secondary   | Categories 1 to 9 are counted, 5 and 9 of them should be; 10 is recorded apart; 11 and 12 should be looked at apart. As a report prints the table.                                        |
      | offsets    | ISO 14067:2018           | offsetting  | secondary   | Credits that are bought are no part of a footprint, but information beside it.                                                                                                            |
      | negative   | 负碳产品报道             | conditions  | secondary   | A footprint below zero says something of the climate only from cradle to grave.                                                                                                           |
      | review     | product-footprint-review | -           | own reading | Every datum can be traced to a primary record, the declared unit is the unit sold, the result computes again to the last digit reported, an assurance is stated.                          |
      | gate       | product-footprint-review | -           | own reading | Transport to the gate is inside cradle to gate; the use and the end of life are not.                                                                                                      |
      | green      | product-footprint-review | -           | own reading | Own green electricity counts as zero only while its certificates are not sold.                                                                                                            |
      | not-found  | product-footprint-review | -           | own reading | No figure was found for the age of data, the share of primary data and the cut-off; the share is told by data lines.                                                                      |
      | to-come    | product-footprint-review | -           | own reading | Data are collected before they are judged, and a time that data stand for is over; what is still to come is open. A review is there once its statement is given.                          |
      | proof      | product-footprint-review | -           | own reading | Report with parts lists and production reports, and verification statement are the papers; which fact each proves is read. For the other facts no paper is named: a declaration suffices. |
    And these grades
      | grade    | also requires                                                                              | basis           |
      | reviewed | assurance stated is one of limited, reasonable; statement given on is until the as-of date | review, to-come |
      | complete |                                                                                            | report          |
    And the grades are called
      | grade    | words                      |
      | reviewed | complete and reviewed      |
      | complete | complete, not reviewed yet |

  Rule: The worked product

    Scenario: 10.1448 kg from cradle to grave
      When evaluated as of 2026-11-20
      Then the quantity footprint is 10.1448 kgCO2e
      And gate Z9 is met
      And the grade is complete and reviewed
      And the conclusion is graded
