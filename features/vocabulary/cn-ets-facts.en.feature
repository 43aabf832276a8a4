# language: en
Feature: Facts of the national carbon market of China
  What the cards on the national carbon market ask of an entity, its account and the credits that it uses.

  Background:
    Given the vocabulary cn-ets-facts
    And these bases
      | basis          | instrument                                                         | clause            | certainty   | note                                                                                                                                        |
      | entry          | 碳排放权交易管理办法（试行）                                       | Articles 8 and 11 | confirmed   | Order No. 19 of the Ministry: 26,000 tonnes in any one year; two years running below, or closed or moved out, ends it.                      |
      | entry-again    | cn-ets-facts                                                       | -                 | own reading | Below 26,000 tonnes in one year and at it in the next counts from the beginning again.                                                      |
      | surrender      | 碳排放权交易管理暂行条例                                           | Article 14        | confirmed   | State Council Order No. 775, in force from 1 May 2024; Article 28 of the measures says the same.                                            |
      | credit-limit   | 碳排放权交易管理办法（试行）                                       | Article 29        | confirmed   | At most 5 % of what is to be surrendered; projects inside the national market are not accepted.                                             |
      | credit-base    | cn-ets-facts                                                       | -                 | own reading | 5 % of the verified quantity to be surrendered of the entity and year; neither it nor the limit is rounded.                                 |
      | credit-earlier | notice of the Ministry of October 2023                             | -                 | secondary   | Credits of the earlier scheme, registered before March 2017, may be used until 31 December 2024.                                            |
      | fine           | 碳排放权交易管理暂行条例                                           | Article 24        | confirmed   | Five to ten times the missing tonnes at the mean price of the month before the deadline.                                                    |
      | cut            | 碳排放权交易管理暂行条例                                           | Article 24        | own reading | The cut of the next year's allowances ends on 14 August 2026: a note in the draft of 27 July 2026 on the Ecological and Environmental Code. |
      | code           | 生态环境法典                                                       | -                 | secondary   | In force from 15 August 2026; what it fines a short surrender with was not found.                                                           |
      | work-2025      | 环办气候函〔2025〕140号                                            | items 6 to 12     | confirmed   |                                                                                                                                             |
      | work-2026      | work notice of the Ministry of 27 January 2026                     | items 2 and 3     | confirmed   | Its number, 环办气候函〔2026〕32号, is secondary.                                                                                           |
      | final          | 国环规气候〔2026〕1号                                              | -                 | secondary   | Reported to be issued on 1 September 2026; text and figures were not found.                                                                 |
      | draft          | 2025、2026年度全国碳排放权交易市场配额总量和分配方案（征求意见稿） | -                 | secondary   | Read as the consultation draft of 27 July 2026; not in force.                                                                               |
      | account        | cn-ets-facts                                                       | -                 | own reading | What an account holds is what came in less what went out until the end of the day.                                                          |
      | local          | 碳排放权交易管理暂行条例                                           | Article 29        | confirmed   | What the national market covers is not covered in a local one for the same emissions.                                                       |
      | barred         | 碳排放权交易管理暂行条例                                           | Article 7         | confirmed   | Staff of the offices, the registry, the trading institution and of bodies that verify do not trade.                                         |
    And these facts
      | fact             | label                                        | type                | unit      | one of                 | at least | evidence               | may not apply |
      | allowance_year   | allowance year                               | choice              |           | 2023, 2024, 2025, 2026 |          |                        |               |
      | entity_status    | status of the entity                         | choice              |           | running, closed, moved |          |                        |               |
      | listed_before    | listed the year before                       | flag                |           |                        |          |                        |               |
      | emissions_before | verified emissions of the year before        | number              | tCO2e     |                        | 0        | verification-statement |               |
      | at_risk          | frozen, at risk or not compliant             | flag                |           |                        |          |                        |               |
      | price            | stated price of an allowance                 | number              | CNY/tCO2e |                        | 0        |                        |               |
      | month_price      | mean price of the month before the deadline  | number              | CNY/tCO2e |                        | 0        |                        | yes           |
      | movements        | account movements                            | list of movement    |           |                        |          | registry-extract       |               |
      | credits          | credits used                                 | list of used credit |           |                        |          | registry-extract       |               |
      | local_counted    | the same emissions counted in a local market | flag                |           |                        |          |                        |               |
      | barred_trade     | barred people trade for it                   | flag                |           |                        |          |                        |               |
    And the choices of status of the entity
      | value   | words     |
      | running | running   |
      | closed  | closed    |
      | moved   | moved out |
    And each movement has
      | field    | label                       | type   | unit  | one of                                                        | at least | may not apply |
      | booking  |                             | text   |       |                                                               |          |               |
      | day      | day of the movement         | date   |       |                                                               |          |               |
      | kind     | kind of movement            | choice |       | issued, bought, sold, received, given, surrendered, cancelled |          |               |
      | amount   | tonnes moved                | number | tCO2e |                                                               | 0        |               |
      | vintage  |                             | choice |       | 2019_2020, 2021, 2022, 2023, 2024, 2025, 2026                 |          |               |
      | for_year | surrendered for             | choice |       | 2023, 2024, 2025, 2026                                        |          | yes           |
      | entry    | code of account and booking | text   |       |                                                               |          |               |
    And no two account movements share a booking
    And no two account movements share a code of account and booking
    And each credit has
      | field         | label                              | type   | unit  | one of                 | at least | counts in some cases only |
      | credit        | credit line                        | text   |       |                        |          |                           |
      | serial        | serial numbers                     | text   |       |                        |          |                           |
      | credit_amount | tonnes of credits                  | number | tCO2e |                        | 0        |                           |
      | inside        | project inside the national market | flag   |       |                        |          | yes                       |
      | earlier       | of the earlier scheme              | flag   |       |                        |          | yes                       |
      | used_on       | cancelled on                       | date   |       |                        |          |                           |
      | used_for      | used for                           | choice |       | 2023, 2024, 2025, 2026 |          |                           |
    And credit is called used credit
    And no two credits used share a credit line
    And no two credits used share a serial numbers
    And this reference case
      | fact                                         | value           |
      | allowance year                               | 2024            |
      | status of the entity                         | running         |
      | listed the year before                       | yes             |
      | verified emissions of the year before        | 4321789.7 tCO2e |
      | frozen, at risk or not compliant             | no              |
      | stated price of an allowance                 | 62.36 CNY/tCO2e |
      | mean price of the month before the deadline  | 62.36 CNY/tCO2e |
      | the same emissions counted in a local market | no              |
      | barred people trade for it                   | no              |
    And in the reference case account movements are
      | booking | day of the movement | kind of movement | tonnes moved  | vintage | surrendered for | code of account and booking |
      | M1      | 2025-08-20          | issued           | 4170099 tCO2e | 2024    | not applicable  | A1/M1                       |
      | M2      | 2025-11-03          | bought           | 401 tCO2e     | 2023    | not applicable  | A1/M2                       |
      | M3      | 2025-12-20          | surrendered      | 4170500 tCO2e | 2024    | 2024            | A1/M3                       |
    And in the reference case credits used are
      | credit line | serial numbers   | tonnes of credits | project inside the national market | of the earlier scheme | cancelled on | used for |
      | C1          | CCER-2025-000001 | 219500 tCO2e      | no                                 | no                    | 2025-12-19   | 2024     |
