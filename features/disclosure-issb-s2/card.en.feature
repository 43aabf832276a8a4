# language: en
Feature: Climate disclosure under IFRS S2
  Whether a report may state compliance with IFRS S2: gross emissions by scope, global warming potentials, net targets
  and the statement of compliance.

  Background:
    Given this scorecard
      | field           | value                                                                                                |
      | id              | disclosure-issb-s2                                                                                   |
      | version         | 1.0.0                                                                                                |
      | title           | Climate disclosure under IFRS S2                                                                     |
      | subject         | company                                                                                              |
      | attestation     | self-assessment                                                                                      |
      | time zone       | Etc/UTC                                                                                              |
      | effective from  | 2024-01-01                                                                                           |
      | rounding        | half-even, 2 decimals                                                                                |
      | not applicable  | refuse                                                                                               |
      | does not assess | documents that support the declared facts: the published report and the calculations behind its data |
      | does not assess | governance, strategy and risk (only quantitative data are assessed)                                  |
      | does not assess | the quality of the disclosure and the judgement of materiality                                       |
      | does not assess | whether a jurisdiction requires IFRS S2                                                              |
      | does not assess | industry-specific metrics                                                                            |
    And these bases
      | basis      | instrument         | clause       | certainty   | note                                                                                                                                                                                                                                                                                                                                                                |
      | start      | IFRS S2            | -            | secondary   | IFRS S2 applies to reporting years that begin on or after 2024-01-01; earlier years are not assessed. Stated from memory, not checked against the text.                                                                                                                                                                                                             |
      | scopes     | IFRS S2            | paragraph 29 | secondary   | A company must state its absolute gross emissions of scope 1, of scope 2 by the location-based method, and of scope 3. Reported by secondary sources; the text was not read.                                                                                                                                                                                        |
      | first-year | IFRS S2            | -            | secondary   | A company may omit scope 3 emissions in its first reporting year under IFRS S2. Reported by a Spanish research file of 2026-09-15 in a public repository; the text was not read.                                                                                                                                                                                    |
      | potentials | IFRS S2            | -            | secondary   | Global warming potentials must come from the latest assessment report. Amendments of December 2025 allow other potentials if the company's jurisdiction requires them. The amendments apply to reporting years from 2027-01-01, or earlier if the company chooses. Reported by a Spanish research file of 2026-09-15 in a public repository; the text was not read. |
      | full       | IFRS S1            | paragraph 72 | secondary   | A company may state without reservation that it complies with the standards only if it meets every requirement of both IFRS S1 and IFRS S2. Reported by secondary sources; the text was not read.                                                                                                                                                                   |
      | net        | IFRS S2            | paragraph 36 | secondary   | A company with a net emissions target must disclose the scheme, the type and the verification of the carbon credits that it uses for it. Stated from memory, not checked against the text.                                                                                                                                                                          |
      | entered    | disclosure-issb-s2 | -            | own reading | A company may state unreserved compliance only if it meets every requirement of IFRS S1 and IFRS S2. This scorecard does not test all of them; for the others we accept the declaration of the applicant. No evidence document is required for individual facts.                                                                                                    |
    And these facts
      | fact           | label                                                            | type   | at least | multiple of | may lie ahead | given |
      | begins         | first day of the reporting year                                  | date   |          |             | yes           | yes   |
      | year_number    | number of the reporting year under IFRS S2                       | number | 1        | 1           |               | yes   |
      | scope_1        | gross scope 1 emissions are stated                               | flag   |          |             |               |       |
      | scope_2        | gross location-based scope 2 emissions are stated                | flag   |          |             |               |       |
      | scope_3        | gross scope 3 emissions are stated                               | flag   |          |             |               |       |
      | latest         | global warming potentials come from the latest assessment report | flag   |          |             |               |       |
      | other_demanded | the jurisdiction requires other global warming potentials        | flag   |          |             |               |       |
      | amendments     | the amendments of December 2025 are applied                      | flag   |          |             |               |       |
      | net_target     | a net target is stated                                           | flag   |          |             |               |       |
      | scheme         | scheme of the carbon credits is stated                           | flag   |          |             |               |       |
      | kind           | type of the carbon credits is stated                             | flag   |          |             |               |       |
      | verified       | verification of the carbon credits is stated                     | flag   |          |             |               |       |
      | rest_met       | all other requirements of IFRS S1 and S2 are met                 | flag   |          |             |               |       |
      | full_claimed   | unreserved compliance is stated                                  | flag   |          |             |               |       |
    And this reference case
      | fact                                                             | value      |
      | first day of the reporting year                                  | 2026-01-01 |
      | number of the reporting year under IFRS S2                       | 2          |
      | gross scope 1 emissions are stated                               | yes        |
      | gross location-based scope 2 emissions are stated                | yes        |
      | gross scope 3 emissions are stated                               | yes        |
      | global warming potentials come from the latest assessment report | yes        |
      | the jurisdiction requires other global warming potentials        | no         |
      | the amendments of December 2025 are applied                      | no         |
      | a net target is stated                                           | yes        |
      | scheme of the carbon credits is stated                           | yes        |
      | type of the carbon credits is stated                             | yes        |
      | verification of the carbon credits is stated                     | yes        |
      | all other requirements of IFRS S1 and S2 are met                 | yes        |
      | unreserved compliance is stated                                  | yes        |

  Rule: Second year of reporting

    Scenario: All required information is stated
      When evaluated as of 2027-06-01
      Then gate DS-07 is met
      And gate DS-08 is met
      And gate DS-09 is met
      And gate DS-10 is met
      And the conclusion is scored
