# language: en
Feature: Transferred mitigation outcomes under Article 6.2 of the Paris Agreement
  Which outcomes may be transferred and for what, whether each first transfer is adjusted for, and the emissions of the
  host after its adjustments.

  Background:
    Given this scorecard
      | field           | value                                                                                                                      |
      | id              | article-6-2-transfer                                                                                                       |
      | version         | 2.0.0                                                                                                                      |
      | supersedes      | 1.0.1                                                                                                                      |
      | title           | Transferred mitigation outcomes under Article 6.2                                                                          |
      | subject         | host                                                                                                                       |
      | attestation     | self-assessment                                                                                                            |
      | time zone       | Etc/UTC                                                                                                                    |
      | effective from  | 2022-11-20                                                                                                                 |
      | rounding        | half-even, 2 decimals                                                                                                      |
      | not applicable  | refuse                                                                                                                     |
      | does not assess | papers behind what is declared: letters of authorisation, reports to the UNFCCC with their tables, records of the registry |
      | does not assess | whether the contribution of a host is met                                                                                  |
      | does not assess | trajectories and averages of contributions for a single year                                                               |
      | does not assess | adaptation shares and cancellation of other agreements than that of Singapore and Mongolia, which are encouraged only      |
      | does not assess | contributions in other measures than greenhouse gases, whose signs are mirrored                                            |
    And these bases
      | basis    | instrument                                               | clause                    | certainty   | note                                                                                                                                                                                                                                                                                                                                                        |
      | outcome  | 2/CMA.3                                                  | annex, paragraph 1        | secondary   | Real, verified, additional; in tonnes or an agreed measure; authorised.                                                                                                                                                                                                                                                                                     |
      | since    | 2/CMA.3                                                  | annex, paragraph 1        | secondary   | Recalled: of reductions and removals from 2021 on.                                                                                                                                                                                                                                                                                                          |
      | purposes | 6/CMA.4                                                  | annex                     | secondary   | National contributions, other international purposes, or both.                                                                                                                                                                                                                                                                                              |
      | adjusted | 2/CMA.3                                                  | annex, paragraphs 7 and 8 | secondary   | What is first transferred is added to the emissions of the host, what is used is subtracted.                                                                                                                                                                                                                                                                |
      | first    | 2/CMA.3                                                  | annex, paragraph 2(b)     | secondary   | For contributions the first international transfer; for other purposes the event that the host names.                                                                                                                                                                                                                                                       |
      | entered  | article-6-2-transfer                                     | -                         | own reading | The year of the first transfer is entered as the host named the event. No paper is named for single facts: a declaration suffices.                                                                                                                                                                                                                          |
      | ahead    | article-6-2-transfer                                     | -                         | own reading | The sources do not say how to treat future years. The year that is told and the year of a reduction may not be after the year of the as-of date, and a transfer may not precede the year of its reduction. The current year counts as entered. A transfer may be in a later year, because the host names its event; it is added in the answer for its year. |
      | mongolia | Implementation agreement of Singapore and Mongolia, 2025 | as reported               | secondary   | Reported on 2025-10-06 (S003 L386): proceeds of 5 % of the value of the authorised credits go to adaptation in Mongolia, and 2 % of them are cancelled.                                                                                                                                                                                                     |
      | shares   | article-6-2-transfer                                     | -                         | own reading | The report does not state who pays, at what value, or whether units are rounded: the value is entered, and both shares are taken of all authorised credits, without rounding.                                                                                                                                                                               |
    And these facts
      | fact           | label                                           | type                 | unit  | at least | at most | multiple of | given |
      | year           | year that is told                               | number               |       | 2021     | 2100    | 1           | yes   |
      | emissions      | emissions of the host                           | number               | tCO2e | 0        |         |             |       |
      | used           | outcomes the host uses itself                   | number               | tCO2e | 0        |         |             |       |
      | outcomes       | transferred outcomes                            | list of outcome line |       |          |         |             | yes   |
      | agreement      | the agreement of Singapore and Mongolia applies | flag                 |       |          |         |             |       |
      | value          | value of the authorised credits                 | number               | SGD   | 0        |         |             |       |
      | for_adaptation | proceeds for adaptation in Mongolia             | number               | SGD   | 0        |         |             |       |
      | authorised_all | credits authorised under the agreement          | number               | tCO2e | 0        |         |             |       |
      | cancelled_all  | credits cancelled under the agreement           | number               | tCO2e | 0        |         |             |       |
    And each outcome has
      | field       | label                              | type   | unit  | one of                   | at least | at most | multiple of |
      | record      |                                    | text   |       |                          |          |         |             |
      | amount      | amount of the outcome              | number | tCO2e |                          | 0        |         |             |
      | vintage     | year of the reduction              | number |       |                          | 1990     | 2100    | 1           |
      | genuine     | real, verified and additional      | flag   |       |                          |          |         |             |
      | measured    | in tonnes or an agreed measure     | flag   |       |                          |          |         |             |
      | authorised  | the host has authorised it         | flag   |       |                          |          |         |             |
      | purpose     | purpose of the authorisation       | choice |       | ndc, oimp, both, another |          |         |             |
      | transferred | year of the first transfer         | number |       |                          | 1990     | 2100    | 1           |
      | adjusted    | a corresponding adjustment is made | flag   |       |                          |          |         |             |
    And outcome is called outcome line
    And no two transferred outcomes share a record
    And the choices of purpose of the authorisation
      | value   | words                           |
      | ndc     | national contribution           |
      | oimp    | other international purposes    |
      | both    | national contribution and other |
      | another | another purpose                 |
    And this reference case
      | fact                                            | value         |
      | year that is told                               | 2025          |
      | emissions of the host                           | 1000000 tCO2e |
      | outcomes the host uses itself                   | 5000 tCO2e    |
      | the agreement of Singapore and Mongolia applies | no            |
      | value of the authorised credits                 | 2000000 SGD   |
      | proceeds for adaptation in Mongolia             | 100000 SGD    |
      | credits authorised under the agreement          | 30000 tCO2e   |
      | credits cancelled under the agreement           | 600 tCO2e     |
    And in the reference case transferred outcomes are
      | record | amount of the outcome | year of the reduction | real, verified and additional | in tonnes or an agreed measure | the host has authorised it | purpose of the authorisation | year of the first transfer | a corresponding adjustment is made |
      | T1     | 20000 tCO2e           | 2021                  | yes                           | yes                            | yes                        | national contribution        | 2025                       | yes                                |
      | T2     | 10000 tCO2e           | 2023                  | yes                           | yes                            | yes                        | other international purposes | 2026                       | yes                                |

  Rule: A host that transfers and uses

    Scenario: what is first transferred in the year is added
      When evaluated as of 2027-01-01
      Then the quantity balance is 1015000 tCO2e
      And gate A62-01 is met
      And gate A62-02 is met
      And gate A62-03 is met
      And gate A64-19 is met
      And the conclusion is scored
