# language: en
Feature: Account of allowances in China's power sector, year by year
  What an account holds at the end of each calendar year and what of it is carried over into vintage 2025. Each
  year is an evaluation of its own: what the account began with, the net sales that already count and a surrender that was
  missed come from the evaluation of the year before, so that years are chained and each can be verified by the one before it.

  Background:
    Given this scorecard
      | field           | value                                                                                                              |
      | id              | cn-ets-power-account                                                                                               |
      | version         | 1.0.1                                                                                                              |
      | supersedes      | 1.0.0                                                                                                              |
      | title           | Account of allowances in China's power sector, year by year                                                        |
      | subject         | account                                                                                                            |
      | attestation     | self-assessment                                                                                                    |
      | time zone       | Asia/Shanghai                                                                                                      |
      | effective from  | 2024-11-01                                                                                                         |
      | rounding        | half-even, 2 decimals                                                                                              |
      | not applicable  | refuse                                                                                                             |
      | does not assess | allowances of the vintages 2025 and 2026, which need no carry-over                                                 |
      | does not assess | whether movements are right; they are taken from the register                                                      |
      | does not assess | whether a carry-over is requested, and frozen accounts: what goes on supposes a request in time; cn-ets-power asks |
    And these bases
      | basis      | instrument                                               | clause  | certainty   | note                                                                                                     |
      | carry-over | 2023、2024年度全国碳排放权交易发电行业配额总量和分配方案 | annex 5 | confirmed   | 10,000 tonnes and one and a half times the net sales of 2024 and 2025, at most the holding, whole tonnes |
      | net-sales  | cn-ets-power-account                                     | -       | own reading | trades alone are sales; what is given or received without trade is not                                   |
      | account    | cn-ets-power-account                                     | -       | own reading | an account begins with what went on from the year before                                                 |
    And these facts
      | fact          | label                                | type             | unit  | one of                             | at least | evidence         |
      | year          | account year                         | choice           |       | 2021, 2022, 2023, 2024, 2025, 2026 |          |                  |
      | movements     | account movements                    | list of movement |       |                                    |          | registry-extract |
      | pending       | pending surrender and cancellation   | number           | tCO2e |                                    | 0        | registry-extract |
      | missed        | a surrender due this year was missed | flag             |       |                                    |          |                  |
      | opening       | holding brought forward              | number           | tCO2e |                                    |          |                  |
      | net_before    | net sales brought forward            | number           | tCO2e |                                    |          |                  |
      | missed_before | surrender missed before              | flag             |       |                                    |          |                  |
    And these facts from an earlier evaluation
      | fact                      | is                                | in the evaluation               | may be stated | basis     |
      | holding brought forward   | the quantity what goes on         | of the year before account year | yes           | account   |
      | net sales brought forward | the quantity net sales that count | of the year before account year | yes           | net-sales |
      | surrender missed before   | the quantity surrender missed     | of the year before account year | yes           | account   |
    And each movement has
      | field   | label                       | type   | unit  | one of                                                        | at least |
      | booking |                             | text   |       |                                                               |          |
      | kind    | kind of movement            | choice |       | issued, bought, sold, received, given, surrendered, cancelled |          |
      | amount  | tonnes moved                | number | tCO2e |                                                               | 0        |
      | entry   | code of account and booking | text   |       |                                                               |          |
    And no two account movements share a booking
    And no two account movements share a code of account and booking
    And this reference case
      | fact                                 | value        |
      | account year                         | 2025         |
      | pending surrender and cancellation   | 0 tCO2e      |
      | a surrender due this year was missed | no           |
      | holding brought forward              | 300000 tCO2e |
      | net sales brought forward            | 225000 tCO2e |
      | surrender missed before              | no           |
    And in the reference case account movements are
      | booking | kind of movement | tonnes moved | code of account and booking |
      | M1      | sold             | 95000 tCO2e  | A1/2025/M1                  |
      | M2      | bought           | 95000 tCO2e  | A1/2025/M2                  |

  Rule: What an account holds, and what goes on
    Background:
      Given for each movement the quantity what came in (signed), in tCO2e, on basis account
        | is                     | when                                                |
        | tonnes moved           | kind of movement is one of issued, bought, received |
        | 0 tCO2e - tonnes moved | otherwise                                           |
      And for each movement the quantity what was sold (sale), in tCO2e, on basis net-sales
        | is                     | when                       |
        | tonnes moved           | kind of movement is sold   |
        | 0 tCO2e - tonnes moved | kind of movement is bought |
        | 0 tCO2e                | otherwise                  |
      And the quantity moved in the year (moved), in tCO2e, the sum of what came in over account movements, on basis account
      And the quantity sold in the year (sold_net), in tCO2e, the sum of what was sold over account movements, on basis net-sales
      And the quantity holding at the end of the year (closing), in tCO2e, on basis account
        | is                                          |
        | holding brought forward + moved in the year |
      And the quantity net sales that count (net), in tCO2e, on basis net-sales
        | is                                           | when                 |
        | sold in the year                             | account year is 2024 |
        | net sales brought forward + sold in the year | account year is 2025 |
        | 0 tCO2e                                      | otherwise            |
      And the quantity most that can be carried (most), in tCO2e, on basis carry-over
        | is                                                                           |
        | round(10000 tCO2e + 1.5 * max(net sales that count, 0 tCO2e), 1 tCO2e, down) |
      And the quantity carried over (carried), in tCO2e, on basis carry-over
        | is                                                                                                               | when                   |
        | 0 tCO2e                                                                                                          | surrender missed holds |
        | min(most that can be carried, max(holding at the end of the year - pending surrender and cancellation, 0 tCO2e)) | otherwise              |
      And the quantity what goes on (goes_on), in tCO2e
        | is                             | when                 | basis      |
        | carried over                   | account year is 2025 | carry-over |
        | holding at the end of the year | otherwise            | account    |
      And these conditions
        | condition  | label            | holds when                                                                     | basis      |
        | was_missed | surrender missed | account year is one of 2024, 2025; a surrender due this year was missed is yes | carry-over |
        | was_missed |                  | account year is one of 2025, 2026; surrender missed before is yes              | carry-over |
      And these gates
        | id | gate                               | requires                                           | basis   |
        | A1 | No account holds less than nothing | holding at the end of the year is at least 0 tCO2e | account |
      And these results
        | result  | label                          | is                             | rounded to | basis      |
        | holds   | Holding at the end of the year | holding at the end of the year | 2 decimals | account    |
        | sold    | Net sales that count           | net sales that count           | 2 decimals | net-sales  |
        | carries | Carried into the next year     | what goes on                   | 2 decimals | carry-over |

    Scenario Outline: the worked carry-overs
      Given holding brought forward is <held> tCO2e
      And net sales brought forward is <net> tCO2e
      And pending surrender and cancellation is <pending> tCO2e
      When evaluated as of 2026-02-10
      Then the quantity most that can be carried is <most> tCO2e
      And the result Carried into the next year is <carried> tCO2e

      Examples:
        | held   | net    | pending | most   | carried |
        | 300000 | 225000 | 0       | 347500 | 300000  |
        | 375000 | 225000 | 0       | 347500 | 347500  |
        | 375000 | 225000 | 75000   | 347500 | 300000  |
        | 50000  | -5000  | 0       | 10000  | 10000   |
        | 8000   | 0      | 0       | 10000  | 8000    |
        | 19997  | 3      | 0       | 10004  | 10004   |
        | 0      | 0      | 0       | 10000  | 0       |

    Scenario Outline: years before hold what they hold, and sales count from 2024 on
      Given account year is <year>
      And account movements are
        | booking | kind of movement | tonnes moved | code of account and booking |
        | M1      | issued           | 20000 tCO2e  | A1/M1                       |
        | M2      | sold             | 5000 tCO2e   | A1/M2                       |
        | M3      | given            | 1000 tCO2e   | A1/M3                       |
        | M4      | received         | 400 tCO2e    | A1/M4                       |
        | M5      | bought           | 100 tCO2e    | A1/M5                       |
        | M6      | surrendered      | 2000 tCO2e   | A1/M6                       |
        | M7      | cancelled        | 500 tCO2e    | A1/M7                       |
      When evaluated as of 2027-02-10
      Then the result Holding at the end of the year is 312000 tCO2e
      And the result Net sales that count is <net> tCO2e
      And the result Carried into the next year is <on> tCO2e

      Examples:
        | year | net    | on     |
        | 2023 | 0      | 312000 |
        | 2024 | 4900   | 312000 |
        | 2025 | 229900 | 312000 |
        | 2026 | 0      | 312000 |

    Scenario Outline: whoever missed a surrender carries nothing over
      Given account year is <year>
      And a surrender due this year was missed is <now>
      And surrender missed before is <before>
      When evaluated as of 2027-02-10
      Then condition surrender missed <holds>
      And the result Carried into the next year is <on> tCO2e

      Examples:
        | year | now | before | holds         | on     |
        | 2023 | yes | yes    | does not hold | 300000 |
        | 2024 | yes | no     | holds         | 300000 |
        | 2025 | yes | no     | holds         | 0      |
        | 2025 | no  | yes    | holds         | 0      |
        | 2025 | no  | no     | does not hold | 300000 |
        | 2026 | yes | no     | does not hold | 300000 |
        | 2026 | no  | yes    | holds         | 300000 |
        | 2024 | no  | yes    | does not hold | 300000 |

    Scenario: without the year before nothing is known of the account
      Given holding brought forward is missing
      When evaluated as of 2026-02-10
      Then the quantity holding at the end of the year is undetermined because of holding brought forward

    Scenario: without an extract of the register nothing moved for sure
      Given evidence for account movements is missing
      When evaluated as of 2026-02-10
      Then the quantity carried over is undetermined because of account movements

    Scenario: an account that begins states it
      Given account year is 2021
      And holding brought forward is missing
      And holding brought forward is stated as 0 tCO2e
      When evaluated as of 2026-02-10
      Then the result Holding at the end of the year is 0 tCO2e

    Scenario Outline: less than nothing
      Given holding brought forward is <held> tCO2e
      When evaluated as of 2026-02-10
      Then gate A1 is <gate>

      Examples:
        | held  | gate    |
        | 0     | met     |
        | -0.01 | not met |
