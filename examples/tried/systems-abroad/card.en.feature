# language: en
Feature: Systems abroad, tried in the language
  Not a card to be published: one rule of each system, as far as its text or a report on it was read, to see whether the language can say it.

  Background:
    Given this scorecard
      | field           | value                                 |
      | id              | systems-abroad                        |
      | version         | 0.1.0                                 |
      | title           | Systems abroad, tried in the language |
      | subject         | company                               |
      | attestation     | self-assessment                       |
      | time zone       | Europe/London                         |
      | effective from  | 2024-01-01                            |
      | rounding        | half-even, 2 decimals                 |
      | not applicable  | refuse                                |
      | does not assess | any of these systems as a whole       |
    And these bases
      | basis    | instrument                          | clause                        | certainty   |
      | a64      | A6.4-STAN-METH-003, -004            | regulatory analysis, baseline | secondary   |
      | cdm      | Paris Agreement Crediting Mechanism | transition of the CDM         | confirmed   |
      | sbti-v1  | SBTi Near-Term Criteria V5.3        | C4, C6, C18                   | secondary   |
      | sbti-v2  | SBTi Corporate Standard V2.0        | A.1, C5.7                     | secondary   |
      | re100    | RE100 Technical Criteria v4.1       | age, markets                  | secondary   |
      | scope-2  | GHG Protocol Scope 2 Guidance       | quality criteria              | secondary   |
      | iso14064 | ISO 14064-1                         | 8                             | secondary   |
      | cdp      | CDP scoring methodology             | levels                        | secondary   |
      | csrd     | Directive (EU) 2026/470             | scope                         | secondary   |
      | ifrs     | IFRS S2                             | 29                            | secondary   |
      | icvcm    | ICVCM Assessment Framework          | two keys                      | secondary   |
      | corsia   | CORSIA Emissions Unit Eligibility   | 2024-2026                     | secondary   |
      | sg       | Singapore Carbon Pricing Act        | ICC framework                 | secondary   |
      | kr       | K-ETS phase 4                       | allocation                    | secondary   |
      | vcmi     | VCMI Claims Code                    | tiers                         | secondary   |
      | oxford   | Oxford Principles                   | 2, 3                          | secondary   |
      | iso14067 | ISO 14067                           | 6.3, 6.4                      | secondary   |
      | pact     | PACT Methodology and Data Model v3  | 3.3.1, 4.2.2, lifecycle       | confirmed   |
      | bond     | Regulation (EU) 2023/2631           | 4, 5                          | secondary   |
      | taxonomy | Delegated Regulation (EU) 2021/2139 | 3.9                           | secondary   |
      | uk       | Finance Act 2026                    | 149                           | confirmed   |
      | own      | systems-abroad                      | -                             | own reading |
    And these facts
      | fact      | label               | type   | unit | at least | multiple of | may lie ahead |
      | asked_on  | asked on            | date   |      |          |             | yes           |
      | answer_on | answered on         | date   |      |          |             | yes           |
      | grace     | days agreed         | number | day  | 0        | 1           |               |
      | employees |                     | number |      | 0        | 1           |               |
      | turnover  |                     | number | EUR  | 0        |             |               |
      | balance   | balance sheet       | number | EUR  | 0        |             |               |
      | rich      | high-income country | flag   |      |          |             |               |
    And this reference case
      | fact                | value         |
      | asked on            | 2026-02-10    |
      | answered on         | 2026-03-12    |
      | days agreed         | 30 days       |
      | employees           | 600           |
      | turnover            | 120000000 EUR |
      | balance sheet       | 30000000 EUR  |
      | high-income country | yes           |

  Rule: The company that is asked

    Scenario: a company between two sizes
      When evaluated as of 2026-11-20
      Then condition category A holds
      And condition has to report does not hold

  Rule: A period that those agree on who ask and answer
    Background:
      Given the quantity days taken (taken), in days, on basis own
        | is                            |
        | days(asked on to answered on) |
      And these conditions
        | condition | label            | holds when                        | basis |
        | in_time   | answered in time | days taken is at most days agreed | own   |
      And these findings
        | code  | finding           | when                           | severity    | basis |
        | TERMS | Answered too late | answered in time does not hold | observation | own   |

    Scenario Outline: a number that is declared moves the last day
      Given days agreed is <agreed> days
      And answered on is <answered>
      When evaluated as of 2026-11-20
      Then the quantity days taken is <taken> days
      And condition answered in time <state>

      Examples:
        | agreed | answered   | taken | state         |
        | 30     | 2026-03-12 | 30    | holds         |
        | 30     | 2026-03-13 | 31    | does not hold |
        | 45     | 2026-03-27 | 45    | holds         |
