# language: en
Feature: Transferred mitigation outcomes under Article 6.2 of the Paris Agreement
  Which outcomes may be transferred and for which purpose, whether each first transfer has a corresponding adjustment, and
  the emissions of the host after its adjustments.

  Background:
    Given this scorecard
      | field           | value                                                                                                                              |
      | id              | article-6-2-transfer                                                                                                               |
      | version         | 1.0.0                                                                                                                              |
      | title           | Transferred mitigation outcomes under Article 6.2                                                                                  |
      | subject         | host                                                                                                                               |
      | attestation     | self-assessment                                                                                                                    |
      | time zone       | Etc/UTC                                                                                                                            |
      | effective from  | 2022-11-20                                                                                                                         |
      | rounding        | half-even, 2 decimals                                                                                                              |
      | not applicable  | refuse                                                                                                                             |
      | does not assess | documents that support the declared facts: letters of authorisation, reports to the UNFCCC with their tables, and registry records |
      | does not assess | whether the host achieves its nationally determined contribution                                                                   |
      | does not assess | trajectories and averages for single-year contributions                                                                            |
      | does not assess | adaptation shares and cancellation under agreements other than that of Singapore and Mongolia, because they are only encouraged    |
      | does not assess | contributions in metrics other than greenhouse gases, for which the signs are reversed                                             |
    And these bases
      | basis    | instrument                                               | clause                    | certainty   | note                                                                                                                                                                                                                                                                                                                                                      |
      | outcome  | 2/CMA.3                                                  | annex, paragraph 1        | secondary   | An outcome (emission reduction or removal) transferred under Article 6.2 of the Paris Agreement must be real, verified and additional. It must be measured in tonnes or an agreed metric and authorised by the host country. Reported by secondary sources.                                                                                               |
      | since    | 2/CMA.3                                                  | annex, paragraph 1        | secondary   | Outcomes transferred under Article 6.2 of the Paris Agreement must be reductions or removals of 2021 or later. Stated from memory, not checked against the text.                                                                                                                                                                                          |
      | purposes | 6/CMA.4                                                  | annex                     | secondary   | The host must authorise an outcome for national contributions, for other international purposes, or for both; no other purpose is allowed. Reported by secondary sources.                                                                                                                                                                                 |
      | adjusted | 2/CMA.3                                                  | annex, paragraphs 7 and 8 | secondary   | The host must make a corresponding adjustment for each outcome it first transfers. It adds the outcomes first transferred in a year to its emissions and subtracts the outcomes it uses itself. Reported by secondary sources.                                                                                                                            |
      | first    | 2/CMA.3                                                  | annex, paragraph 2(b)     | secondary   | The year of the first transfer decides when the host country adjusts its emissions. For outcomes used for national contributions, the first international transfer counts. For outcomes used for other purposes, the event that the host country names counts. Reported by secondary sources.                                                             |
      | entered  | article-6-2-transfer                                     | -                         | own reading | The year of the first transfer of an outcome is entered according to the event named by the host country. No source names an evidence document for the transfer or the corresponding adjustment. We therefore accept a declaration.                                                                                                                       |
      | ahead    | article-6-2-transfer                                     | -                         | own reading | The sources do not state how to treat future years. We reject a reporting year or reduction year after the year of the as-of date, and a transfer before the year of its reduction. We allow a transfer in a later year than that of the as-of date. It is included in the report for its own year, because the host country names the event of transfer. |
      | mongolia | Implementation agreement of Singapore and Mongolia, 2025 | as reported               | secondary   | Under the agreement of Singapore and Mongolia, proceeds of 5 % of the value of the authorised credits must be used for adaptation in Mongolia. In addition, 2 % of these credits must be cancelled. This was reported by secondary sources on 2025-10-06.                                                                                                 |
      | shares   | article-6-2-transfer                                     | -                         | own reading | The agreement of Singapore and Mongolia requires 5 % of the value for adaptation and cancellation of 2 % of the credits. The report does not state who pays, at what value, or whether units are rounded. We use the value entered and calculate both shares from all authorised credits, without rounding.                                               |
    And these facts
      | fact           | label                                           | type                 | unit  | at least | at most | multiple of | given |
      | year           | reporting year                                  | number               |       | 2021     | 2100    | 1           | yes   |
      | emissions      | emissions of the host                           | number               | tCO2e | 0        |         |             |       |
      | used           | outcomes used by the host itself                | number               | tCO2e | 0        |         |             |       |
      | outcomes       | transferred outcomes                            | list of outcome line |       |          |         |             | yes   |
      | agreement      | the agreement of Singapore and Mongolia applies | flag                 |       |          |         |             |       |
      | value          | value of the authorised credits                 | number               | SGD   | 0        |         |             |       |
      | for_adaptation | proceeds used for adaptation in Mongolia        | number               | SGD   | 0        |         |             |       |
      | authorised_all | credits authorised under the agreement          | number               | tCO2e | 0        |         |             |       |
      | cancelled_all  | credits cancelled under the agreement           | number               | tCO2e | 0        |         |             |       |
    And each outcome has
      | field       | label                                    | type   | unit  | one of                   | at least | at most | multiple of |
      | record      |                                          | text   |       |                          |          |         |             |
      | amount      | amount of the outcome                    | number | tCO2e |                          | 0        |         |             |
      | vintage     | year of the reduction                    | number |       |                          | 1990     | 2100    | 1           |
      | genuine     | real, verified and additional            | flag   |       |                          |          |         |             |
      | measured    | in tonnes or an agreed metric            | flag   |       |                          |          |         |             |
      | authorised  | authorised by the host                   | flag   |       |                          |          |         |             |
      | purpose     | purpose of the authorisation             | choice |       | ndc, oimp, both, another |          |         |             |
      | transferred | year of the first transfer               | number |       |                          | 1990     | 2100    | 1           |
      | adjusted    | a corresponding adjustment has been made | flag   |       |                          |          |         |             |
    And outcome is called outcome line
    And no two transferred outcomes share a record
    And the choices of purpose of the authorisation
      | value   | words                                    |
      | ndc     | national contribution                    |
      | oimp    | other international purposes             |
      | both    | national contribution and other purposes |
      | another | none of these purposes                   |
    And this reference case
      | fact                                            | value         |
      | reporting year                                  | 2025          |
      | emissions of the host                           | 1000000 tCO2e |
      | outcomes used by the host itself                | 5000 tCO2e    |
      | the agreement of Singapore and Mongolia applies | no            |
      | value of the authorised credits                 | 2000000 SGD   |
      | proceeds used for adaptation in Mongolia        | 100000 SGD    |
      | credits authorised under the agreement          | 30000 tCO2e   |
      | credits cancelled under the agreement           | 600 tCO2e     |
    And in the reference case transferred outcomes are
      | record | amount of the outcome | year of the reduction | real, verified and additional | in tonnes or an agreed metric | authorised by the host | purpose of the authorisation | year of the first transfer | a corresponding adjustment has been made |
      | T1     | 20000 tCO2e           | 2021                  | yes                           | yes                           | yes                    | national contribution        | 2025                       | yes                                      |
      | T2     | 10000 tCO2e           | 2023                  | yes                           | yes                           | yes                    | other international purposes | 2026                       | yes                                      |

  Rule: A host that transfers and uses outcomes

    Scenario: Outcomes first transferred in the year are added
      When evaluated as of 2027-01-01
      Then the quantity balance is 1015000 tCO2e
      And gate A62-01 is met
      And gate A62-02 is met
      And gate A62-03 is met
      And gate A64-19 is met
      And the conclusion is scored
