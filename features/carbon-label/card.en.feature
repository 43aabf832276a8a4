# language: en
Feature: Carbon labels and their renewal
  Whether a carbon label may be shown: the steps before it, two years of validity, and a renewal that asks for new data
  and a promise kept.

  Background:
    Given this scorecard
      | field           | value                                                                              |
      | id              | carbon-label                                                                       |
      | version         | 1.0.0                                                                              |
      | title           | Carbon labels and their renewal                                                    |
      | subject         | claim                                                                              |
      | attestation     | self-assessment                                                                    |
      | time zone       | Asia/Shanghai                                                                      |
      | effective from  | 2022-01-01                                                                         |
      | rounding        | half-even, 2 decimals                                                              |
      | not applicable  | refuse                                                                             |
      | does not assess | whether the figures are true                                                       |
      | does not assess | how the claim is worded beyond what is asked, which the cards of green claims have |
    And these bases
      | basis     | instrument                     | clause                                       | certainty   | note                                                                |
      | workflow  | certification of carbon labels | five steps as told in a trade report of 2024 | secondary   |                                                                     |
      | two-years | Carbon Trust label             | two years of validity, as reported           | secondary   |                                                                     |
      | renewal   | certification of carbon labels | renewal, as told in a trade report of 2024   | secondary   |                                                                     |
      | otherwise | carbon-label                   | no rule of this card holds                   | own reading | No rule encoded here objects; it is no promise that no court would. |
    And these facts
      | fact               | label                                | type   | one of                   |
      | request            | request                              | choice | show, renew              |
      | standard_chosen    | standard and product rules chosen    | flag   |                          |
      | footprint_verified | footprint verified by a third party  | flag   |                          |
      | issued             | issued by a body                     | flag   |                          |
      | issued_on          | day of issue                         | date   |                          |
      | new_footprint      | new footprint data                   | flag   |                          |
      | comparable         | comparable with the former footprint | flag   |                          |
      | promise            | promise of reduction                 | choice | no_promise, kept, broken |
      | suspended          | suspended                            | flag   |                          |
    And the choices of request
      | value | words           |
      | show  | show the label  |
      | renew | renew the label |
    And the choices of promise of reduction
      | value      | words      |
      | no_promise | none given |
      | kept       | kept       |
      | broken     | broken     |
    And this reference case
      | fact                                 | value          |
      | request                              | show the label |
      | standard and product rules chosen    | yes            |
      | footprint verified by a third party  | yes            |
      | issued by a body                     | yes            |
      | day of issue                         | 2024-11-21     |
      | new footprint data                   | yes            |
      | comparable with the former footprint | yes            |
      | promise of reduction                 | kept           |
      | suspended                            | no             |

  Rule: A claim with nothing against it

    Scenario: the reference claim
      When evaluated as of 2026-11-20
      Then the verdict is ok
