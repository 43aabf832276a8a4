# language: en
Feature: Allowance account in China's power sector, year by year
  The holding of an account at the end of each calendar year and the amount carried over into vintage 2025. Each
  year is a separate evaluation: the opening balance, the net sales included so far and earlier missed surrenders
  come from the evaluation of the previous year. The years form a chain, and each can be verified with the previous one.

  Background:
    Given this scorecard
      | field           | value                                                                                                                                    |
      | id              | cn-ets-power-account                                                                                                                     |
      | version         | 1.0.0                                                                                                                                    |
      | title           | Allowance account in China's power sector, year by year                                                                                  |
      | subject         | account                                                                                                                                  |
      | attestation     | self-assessment                                                                                                                          |
      | time zone       | Asia/Shanghai                                                                                                                            |
      | effective from  | 2024-11-01                                                                                                                               |
      | rounding        | half-even, 2 decimals                                                                                                                    |
      | not applicable  | refuse                                                                                                                                   |
      | does not assess | allowances of the vintages 2025 and 2026, which need no carry-over                                                                       |
      | does not assess | whether movements are correct; they are used as recorded in the registry                                                                 |
      | does not assess | carry-over requests and accounts frozen by a court, which cn-ets-power assesses; the amount available next year assumes a timely request |
    And these bases
      | basis      | instrument                                               | clause  | certainty   | note                                                                                                                                                                                                                                                                                                                                                              |
      | carry-over | 2023、2024年度全国碳排放权交易发电行业配额总量和分配方案 | annex 5 | confirmed   | At the end of 2025, an account may carry over at most 10,000 tonnes of allowances plus 1.5 times its net sales. Net sales are those of 2024 and 2025; the maximum is rounded down to whole tonnes. The carry-over cannot exceed the allowances held minus those that must still be surrendered or cancelled. It is zero if the account holder missed a surrender. |
      | net-sales  | cn-ets-power-account                                     | -       | own reading | The maximum carry-over depends on the net sales of allowances in 2024 and 2025. We treat only trades as sales or purchases; transfers without a trade are excluded.                                                                                                                                                                                               |
      | account    | cn-ets-power-account                                     | -       | own reading | We start the balance of an account in each year with the allowances that remained valid at the end of the previous year. The balance at the end of a year must not be negative.                                                                                                                                                                                   |
    And these facts
      | fact          | label                                     | type             | unit  | one of                             | at least | evidence         |
      | year          | account year                              | choice           |       | 2021, 2022, 2023, 2024, 2025, 2026 |          |                  |
      | movements     | account movements                         | list of movement |       |                                    |          | registry-extract |
      | pending       | pending surrender and cancellation        | number           | tCO2e |                                    | 0        | registry-extract |
      | missed        | a surrender due this year was missed      | flag             |       |                                    |          |                  |
      | opening       | holding brought forward                   | number           | tCO2e |                                    |          |                  |
      | net_before    | net sales brought forward                 | number           | tCO2e |                                    |          |                  |
      | missed_before | a surrender was missed in an earlier year | flag             |       |                                    |          |                  |
    And these facts from an earlier evaluation
      | fact                                      | is                                                       | in the evaluation               | may be stated | basis     |
      | holding brought forward                   | the quantity amount available in the next year           | of the year before account year | yes           | account   |
      | net sales brought forward                 | the quantity eligible net sales                          | of the year before account year | yes           | net-sales |
      | a surrender was missed in an earlier year | the quantity a surrender was missed this year or earlier | of the year before account year | yes           | account   |
    And each movement has
      | field   | label                    | type   | unit  | one of                                                        | at least |
      | booking |                          | text   |       |                                                               |          |
      | kind    | kind of movement         | choice |       | issued, bought, sold, received, given, surrendered, cancelled |          |
      | amount  | tonnes moved             | number | tCO2e |                                                               | 0        |
      | entry   | account and booking code | text   |       |                                                               |          |
    And no two account movements share a booking
    And no two account movements share a account and booking code
    And this reference case
      | fact                                      | value        |
      | account year                              | 2025         |
      | pending surrender and cancellation        | 0 tCO2e      |
      | a surrender due this year was missed      | no           |
      | holding brought forward                   | 300000 tCO2e |
      | net sales brought forward                 | 225000 tCO2e |
      | a surrender was missed in an earlier year | no           |
    And in the reference case account movements are
      | booking | kind of movement | tonnes moved | account and booking code |
      | M1      | sold             | 95000 tCO2e  | A1/2025/M1               |
      | M2      | bought           | 95000 tCO2e  | A1/2025/M2               |

  Rule: Holding of an account and amount available in the next year
    Background:
      Given for each movement the quantity net transfer in (signed), in tCO2e, on basis account
        | is                     | when                                                |
        | tonnes moved           | kind of movement is one of issued, bought, received |
        | 0 tCO2e - tonnes moved | otherwise                                           |
      And for each movement the quantity net amount sold (sale), in tCO2e, on basis net-sales
        | is                     | when                       |
        | tonnes moved           | kind of movement is sold   |
        | 0 tCO2e - tonnes moved | kind of movement is bought |
        | 0 tCO2e                | otherwise                  |
      And the quantity net movement in the year (moved), in tCO2e, the sum of net transfer in over account movements, on basis account
      And the quantity net sales in the year (sold_net), in tCO2e, the sum of net amount sold over account movements, on basis net-sales
      And the quantity holding at the end of the year (closing), in tCO2e, on basis account
        | is                                                 |
        | holding brought forward + net movement in the year |
      And the quantity eligible net sales (net), in tCO2e, on basis net-sales
        | is                                                | when                 |
        | net sales in the year                             | account year is 2024 |
        | net sales brought forward + net sales in the year | account year is 2025 |
        | 0 tCO2e                                           | otherwise            |
      And the quantity maximum carry-over by net sales (most), in tCO2e, on basis carry-over
        | is                                                                         |
        | round(10000 tCO2e + 1.5 * max(eligible net sales, 0 tCO2e), 1 tCO2e, down) |
      And the quantity amount carried over (carried), in tCO2e, on basis carry-over
        | is                                                                                                                      | when                                              |
        | 0 tCO2e                                                                                                                 | a surrender was missed this year or earlier holds |
        | min(maximum carry-over by net sales, max(holding at the end of the year - pending surrender and cancellation, 0 tCO2e)) | otherwise                                         |
      And the quantity amount available in the next year (goes_on), in tCO2e
        | is                             | when                 | basis      |
        | amount carried over            | account year is 2025 | carry-over |
        | holding at the end of the year | otherwise            | account    |
      And these conditions
        | condition  | label                                       | holds when                                                                          | basis      |
        | was_missed | a surrender was missed this year or earlier | account year is one of 2024, 2025; a surrender due this year was missed is yes      | carry-over |
        | was_missed |                                             | account year is one of 2025, 2026; a surrender was missed in an earlier year is yes | carry-over |
      And these gates
        | id | gate                           | requires                                           | basis   |
        | A1 | No account balance is negative | holding at the end of the year is at least 0 tCO2e | account |
      And these results
        | result  | label                             | is                                | rounded to | basis      |
        | holds   | Holding at the end of the year    | holding at the end of the year    | 2 decimals | account    |
        | sold    | Eligible net sales                | eligible net sales                | 2 decimals | net-sales  |
        | carries | Amount available in the next year | amount available in the next year | 2 decimals | carry-over |

    Scenario Outline: Worked examples of the carry-over
      Given holding brought forward is <held> tCO2e
      And net sales brought forward is <net> tCO2e
      And pending surrender and cancellation is <pending> tCO2e
      When evaluated as of 2026-02-10
      Then the quantity maximum carry-over by net sales is <most> tCO2e
      And the result Amount available in the next year is <carried> tCO2e

      Examples:
        | held   | net    | pending | most   | carried |
        | 300000 | 225000 | 0       | 347500 | 300000  |
        | 375000 | 225000 | 0       | 347500 | 347500  |
        | 375000 | 225000 | 75000   | 347500 | 300000  |
        | 50000  | -5000  | 0       | 10000  | 10000   |
        | 8000   | 0      | 0       | 10000  | 8000    |
        | 19997  | 3      | 0       | 10004  | 10004   |
        | 0      | 0      | 0       | 10000  | 0       |

    Scenario Outline: Earlier years retain their full holding, and net sales are included from 2024
      Given account year is <year>
      And account movements are
        | booking | kind of movement | tonnes moved | account and booking code |
        | M1      | issued           | 20000 tCO2e  | A1/M1                    |
        | M2      | sold             | 5000 tCO2e   | A1/M2                    |
        | M3      | given            | 1000 tCO2e   | A1/M3                    |
        | M4      | received         | 400 tCO2e    | A1/M4                    |
        | M5      | bought           | 100 tCO2e    | A1/M5                    |
        | M6      | surrendered      | 2000 tCO2e   | A1/M6                    |
        | M7      | cancelled        | 500 tCO2e    | A1/M7                    |
      When evaluated as of 2027-02-10
      Then the result Holding at the end of the year is 312000 tCO2e
      And the result Eligible net sales is <net> tCO2e
      And the result Amount available in the next year is <on> tCO2e

      Examples:
        | year | net    | on     |
        | 2023 | 0      | 312000 |
        | 2024 | 4900   | 312000 |
        | 2025 | 229900 | 312000 |
        | 2026 | 0      | 312000 |

    Scenario Outline: An entity that missed a surrender carries nothing over
      Given account year is <year>
      And a surrender due this year was missed is <now>
      And a surrender was missed in an earlier year is <before>
      When evaluated as of 2027-02-10
      Then condition a surrender was missed this year or earlier <holds>
      And the result Amount available in the next year is <on> tCO2e

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

    Scenario: Without the evaluation of the previous year the account is undetermined
      Given holding brought forward is missing
      When evaluated as of 2026-02-10
      Then the quantity holding at the end of the year is undetermined because of holding brought forward

    Scenario: Without a registry extract the movements are undetermined
      Given evidence for account movements is missing
      When evaluated as of 2026-02-10
      Then the quantity amount carried over is undetermined because of account movements

    Scenario: A new account states its own opening balance
      Given account year is 2021
      And holding brought forward is missing
      And holding brought forward is stated as 0 tCO2e
      When evaluated as of 2026-02-10
      Then the result Holding at the end of the year is 0 tCO2e

    Scenario Outline: A negative balance
      Given holding brought forward is <held> tCO2e
      When evaluated as of 2026-02-10
      Then gate A1 is <gate>

      Examples:
        | held  | gate    |
        | 0     | met     |
        | -0.01 | not met |
