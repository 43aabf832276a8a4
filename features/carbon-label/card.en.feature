# language: en
Feature: Carbon labels and their renewal
  Whether a carbon label may be shown: the steps before issue, the term set by its issuer, and a renewal that requires
  new data and a fulfilled reduction commitment.

  Background:
    Given this scorecard
      | field           | value                                                                                         |
      | id              | carbon-label                                                                                  |
      | version         | 1.0.0                                                                                         |
      | title           | Carbon labels and their renewal                                                               |
      | subject         | claim                                                                                         |
      | attestation     | self-assessment                                                                               |
      | time zone       | Asia/Shanghai                                                                                 |
      | effective from  | 2022-01-01                                                                                    |
      | rounding        | half-even, 2 decimals                                                                         |
      | not applicable  | refuse                                                                                        |
      | does not assess | whether the declared values are true                                                          |
      | does not assess | the wording of the claim beyond the facts requested here; see the scorecards for green claims |
    And these bases
      | basis     | instrument                     | clause                                           | certainty   | note                                                                                                                                                                                                                                                                                          |
      | workflow  | certification of carbon labels | five steps as reported in a trade report of 2024 | secondary   | A label may be shown only after its issue, and a label that was never issued cannot be renewed. Before issue, the standard and product rules must be chosen and the footprint verified by a third party. Reported by a trade report (Climate Bridge, third quarter of 2024).                  |
      | two-years | Carbon Trust label             | two years of validity, as reported               | secondary   | A Carbon Trust label may be shown for two years from its issue, unless the Carbon Trust sets another term. Reported by a trade report (Climate Bridge, third quarter of 2024), which names this label as one example. Other issuers set their own terms.                                      |
      | term      | certification of carbon labels | term set by the issuer                           | own reading | A label must not be shown after the last day of the term set by its issuer. A trade report states that most labels expire, but not what follows from expiry. That an expired label must not be shown is our own interpretation.                                                               |
      | renewal   | certification of carbon labels | renewal, as reported in a trade report of 2024   | secondary   | A label may be renewed only with new footprint data that are comparable with the former footprint. If the applicant committed to a reduction, the commitment must have been fulfilled. Reported by a trade report (Climate Bridge, third quarter of 2024).                                    |
      | suspended | certification of carbon labels | suspension                                       | own reading | A suspended label must neither be shown nor renewed. This is our own interpretation, because no source covers suspension.                                                                                                                                                                     |
      | otherwise | carbon-label                   | no rule of this scorecard applies                | own reading | None of the rules of this scorecard prohibits the display or renewal of the label. A court may still decide otherwise.                                                                                                                                                                        |
      | proof     | carbon-label                   | -                                                | own reading | The accepted documents are the dated certificate, the edition of the rules, the footprint report and the verification statement. Which document proves which fact is listed in the scorecard and is our own interpretation. For all other facts a declaration of the applicant is sufficient. |
    And these facts
      | fact               | label                                              | type   | unit      | one of                               | at least | at most | evidence                                 |
      | request            | requested action                                   | choice |           | show, renew                          |          |         |                                          |
      | standard_chosen    | standard and product rules chosen                  | flag   |           |                                      |          |         | scheme-document                          |
      | footprint_verified | footprint verified by a third party                | flag   |           |                                      |          |         | verification-statement                   |
      | issued             | label issued by the issuer                         | flag   |           |                                      |          |         |                                          |
      | issuer             | issuer                                             | choice |           | carbon_trust, other_issuer           |          |         |                                          |
      | term               | term of the label                                  | choice |           | none_set, set_by_issuer              |          |         |                                          |
      | issued_on          | date of issue                                      | date   |           |                                      |          |         | certificate                              |
      | last_day           | last day of the term                               | date   |           |                                      |          |         | certificate                              |
      | new_footprint      | new footprint data available                       | flag   |           |                                      |          |         | footprint-report                         |
      | comparable         | new footprint comparable with the former footprint | flag   |           |                                      |          |         |                                          |
      | promise            | status of the reduction commitment                 | choice |           | no_promise, kept, broken, by_figures |          |         |                                          |
      | suspended          | label suspended                                    | flag   |           |                                      |          |         |                                          |
      | promised_reduction | committed reduction                                | number | %         |                                      | 0        | 100     |                                          |
      | former_footprint   | former footprint per kilogram                      | number | kgCO2e/kg |                                      | 0        |         | footprint-report, verification-statement |
      | present_footprint  | present footprint per kilogram                     | number | kgCO2e/kg |                                      | 0        |         | footprint-report, verification-statement |
    And the choices of requested action
      | value | words                |
      | show  | display of the label |
      | renew | renewal of the label |
    And the choices of issuer
      | value        | words          |
      | carbon_trust | Carbon Trust   |
      | other_issuer | another issuer |
    And the choices of term of the label
      | value         | words             |
      | none_set      | no term set       |
      | set_by_issuer | set by the issuer |
    And the choices of status of the reduction commitment
      | value      | words                          |
      | no_promise | no commitment made             |
      | kept       | fulfilled                      |
      | broken     | missed                         |
      | by_figures | determined from the footprints |
    And this reference case
      | fact                                               | value                |
      | requested action                                   | display of the label |
      | standard and product rules chosen                  | yes                  |
      | footprint verified by a third party                | yes                  |
      | label issued by the issuer                         | yes                  |
      | issuer                                             | Carbon Trust         |
      | term of the label                                  | no term set          |
      | date of issue                                      | 2024-11-21           |
      | last day of the term                               | 2026-11-20           |
      | new footprint data available                       | yes                  |
      | new footprint comparable with the former footprint | yes                  |
      | status of the reduction commitment                 | fulfilled            |
      | label suspended                                    | no                   |
      | committed reduction                                | 10 %                 |
      | former footprint per kilogram                      | 10 kgCO2e/kg         |
      | present footprint per kilogram                     | 9 kgCO2e/kg          |

  Rule: A claim to which no rule objects

    Scenario: The reference claim
      When evaluated as of 2026-11-20
      Then the verdict is ok
