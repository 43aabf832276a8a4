# language: en
Feature: Carbon labels and their renewal
  Whether a carbon label may be shown: the steps before it, the term that its issuer sets, and a renewal that asks for
  new data and a promise kept.

  Background:
    Given this scorecard
      | field           | value                                                                              |
      | id              | carbon-label                                                                       |
      | version         | 2.1.0                                                                              |
      | supersedes      | 2.0.0                                                                              |
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
      | basis     | instrument                     | clause                                       | certainty   | note                                                                                                                                                                                                         |
      | workflow  | certification of carbon labels | five steps as told in a trade report of 2024 | secondary   | Told by a trade report (Climate Bridge, third quarter of 2024).                                                                                                                                              |
      | two-years | Carbon Trust label             | two years of validity, as reported           | secondary   | Told by a trade report (Climate Bridge, third quarter of 2024). An example there; other issuers have terms of their own.                                                                                     |
      | term      | certification of carbon labels | the term that the issuer sets                | own reading | That most labels expire is told by the same report; that none may be shown after its term is our reading.                                                                                                    |
      | renewal   | certification of carbon labels | renewal, as told in a trade report of 2024   | secondary   | Told by a trade report (Climate Bridge, third quarter of 2024).                                                                                                                                              |
      | suspended | certification of carbon labels | suspension                                   | own reading | No source tells of it; that a suspended label may not be shown is our reading.                                                                                                                               |
      | otherwise | carbon-label                   | no rule of this card holds                   | own reading | No rule encoded here objects; it is no promise that no court would.                                                                                                                                          |
      | proof     | carbon-label                   | -                                            | own reading | Certificate with its dates, edition of the rules, footprint report and verification statement are the papers; which fact each proves is read. For the other facts no paper is named: a declaration suffices. |
    And these facts
      | fact               | label                                | type   | unit      | one of                               | at least | at most | evidence                                 |
      | request            | request                              | choice |           | show, renew                          |          |         |                                          |
      | standard_chosen    | standard and product rules chosen    | flag   |           |                                      |          |         | scheme-document                          |
      | footprint_verified | footprint verified by a third party  | flag   |           |                                      |          |         | verification-statement                   |
      | issued             | issued by a body                     | flag   |           |                                      |          |         |                                          |
      | issuer             | issuer                               | choice |           | carbon_trust, other_issuer           |          |         |                                          |
      | term               | term of the label                    | choice |           | none_set, set_by_issuer              |          |         |                                          |
      | issued_on          | day of issue                         | date   |           |                                      |          |         | certificate                              |
      | last_day           | last day of the term                 | date   |           |                                      |          |         | certificate                              |
      | new_footprint      | new footprint data                   | flag   |           |                                      |          |         | footprint-report                         |
      | comparable         | comparable with the former footprint | flag   |           |                                      |          |         |                                          |
      | promise            | promise of reduction                 | choice |           | no_promise, kept, broken, by_figures |          |         |                                          |
      | suspended          | suspended                            | flag   |           |                                      |          |         |                                          |
      | promised_reduction | promised reduction                   | number | %         |                                      | 0        | 100     |                                          |
      | former_footprint   | former footprint                     | number | kgCO2e/kg |                                      | 0        |         | footprint-report, verification-statement |
      | present_footprint  | present footprint                    | number | kgCO2e/kg |                                      | 0        |         | footprint-report, verification-statement |
    And the choices of request
      | value | words           |
      | show  | show the label  |
      | renew | renew the label |
    And the choices of issuer
      | value        | words          |
      | carbon_trust | Carbon Trust   |
      | other_issuer | another issuer |
    And the choices of term of the label
      | value         | words             |
      | none_set      | none set          |
      | set_by_issuer | set by the issuer |
    And the choices of promise of reduction
      | value      | words               |
      | no_promise | none given          |
      | kept       | kept                |
      | broken     | broken              |
      | by_figures | told by the figures |
    And this reference case
      | fact                                 | value          |
      | request                              | show the label |
      | standard and product rules chosen    | yes            |
      | footprint verified by a third party  | yes            |
      | issued by a body                     | yes            |
      | issuer                               | Carbon Trust   |
      | term of the label                    | none set       |
      | day of issue                         | 2024-11-21     |
      | last day of the term                 | 2026-11-20     |
      | new footprint data                   | yes            |
      | comparable with the former footprint | yes            |
      | promise of reduction                 | kept           |
      | suspended                            | no             |
      | promised reduction                   | 10 %           |
      | former footprint                     | 10 kgCO2e/kg   |
      | present footprint                    | 9 kgCO2e/kg    |

  Rule: A claim with nothing against it

    Scenario: the reference claim
      When evaluated as of 2026-11-20
      Then the verdict is ok
