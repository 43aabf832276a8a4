# language: en
Feature: Facts of the national carbon market of China
  Facts about an entity, its account and its offset credits that the scorecards on the national carbon market use.

  Background:
    Given the vocabulary cn-ets-facts
    And these bases
      | basis          | instrument                                                         | clause            | certainty   | note                                                                                                                                                                                                                                                                                                                                                                                                                                             |
      | entry          | 碳排放权交易管理办法（试行）                                       | Articles 8 and 11 | confirmed   | An entity in a covered industry is included in the national market if its emissions reach 26,000 tonnes in any year. It is removed if its emissions stay below 26,000 tonnes for two consecutive years, or if it closes or moves out. The rule is in Order No. 19 of the Ministry of Ecology and Environment.                                                                                                                                    |
      | entry-again    | cn-ets-facts                                                       | -                 | own reading | An entity is removed from the list of the national market if its emissions are below 26,000 tonnes for two consecutive years. The measures do not state what happens if emissions reach 26,000 tonnes in the second year. We then start counting the two years again.                                                                                                                                                                            |
      | surrender      | 碳排放权交易管理暂行条例                                           | Article 14        | confirmed   | An entity must surrender allowances equal to its verified emissions of the year. Article 14 of the interim regulations (State Council Order No. 775, in force from 1 May 2024) requires this. Article 28 of the measures (Order No. 19 of the Ministry) contains the same rule.                                                                                                                                                                  |
      | credit-limit   | 碳排放权交易管理办法（试行）                                       | Article 29        | confirmed   | Instead of allowances, an entity may use offset credits for at most 5 % of the emissions that it must cover. Credits from projects whose emissions are covered by the national market are not accepted.                                                                                                                                                                                                                                          |
      | credit-base    | cn-ets-facts                                                       | -                 | own reading | Offset credits may cover at most 5 % of the emissions subject to surrender; the source does not define these emissions. We use the verified emissions for which the entity must surrender allowances in that year. We round neither the verified emissions nor the limit of 5 %.                                                                                                                                                                 |
      | credit-earlier | notice of the Ministry of October 2023                             | -                 | secondary   | Offset credits registered before March 2017, under the former national scheme for voluntary reductions, may be used for surrender until 31 December 2024. Such credits cancelled after that day are not accepted. Reported by secondary sources; the notice was not read.                                                                                                                                                                        |
      | fine           | 碳排放权交易管理暂行条例                                           | Article 24        | confirmed   | An entity that surrenders too few allowances is fined five to ten times the value of the missing allowances. This value is the missing tonnes multiplied by the mean market price of the month before the surrender deadline.                                                                                                                                                                                                                    |
      | cut            | 碳排放权交易管理暂行条例                                           | Article 24        | own reading | If an entity refuses to make up for missing allowances, the missing amount is deducted from its allowances of the next year. We assume that this deduction ends on 14 August 2026, the day before the Ecological and Environmental Code enters into force. For assessments as of 15 August 2026 or later, we therefore calculate no deduction. We infer the date from a remark in the consultation draft of 27 July 2026 of the allocation plan. |
      | code           | 生态环境法典                                                       | -                 | secondary   | According to the consultation draft of 27 July 2026 of the allocation plan, the Ecological and Environmental Code is in force from 15 August 2026. We did not find the fine that the Code sets for surrendering too few allowances. Fines for surrender deadlines from 15 August 2026 are therefore undetermined. We did not find whether the Code changes other fines.                                                                          |
      | work-2025      | 环办气候函〔2025〕140号                                            | items 6 to 12     | confirmed   | The notice sets the deadlines in 2025 for the allowances of 2024. Power: advance allocation by 20 April, verification by 30 June, determination of allowances by 31 July, issue of allowances by 20 August. Steel, cement and aluminium: reports by 30 June, verification by 31 August, determination of allowances by 30 September, issue of allowances by 20 October. All four sectors must surrender allowances by 31 December 2025.          |
      | work-2026      | work notice of the Ministry of 27 January 2026                     | items 2 and 3     | confirmed   | Emission reports on 2025 are due by 31 March 2026, and allowances for 2025 must be surrendered by 31 December 2026. The notice also sets dates for verification and allocation. The notice was read. Its document number, 环办气候函〔2026〕32号, comes from a secondary source.                                                                                                                                                                 |
      | final          | 国环规气候〔2026〕1号                                              | -                 | secondary   | An allocation plan with this document number was issued on 1 September 2026. Reported by one slide deck; we did not find the text or the values of the plan. Allowances and deadlines that depend on the plan are therefore undetermined.                                                                                                                                                                                                        |
      | draft          | 2025、2026年度全国碳排放权交易市场配额总量和分配方案（征求意见稿） | -                 | secondary   | We read the allocation rules for 2025 and 2026 in the consultation draft of 27 July 2026, which is not in force. Allowances calculated from it are marked as draft values.                                                                                                                                                                                                                                                                       |
      | account        | cn-ets-facts                                                       | -                 | own reading | The sources do not define how many allowances an account holds on a day. We subtract all transfers out from all transfers in, up to the end of that day.                                                                                                                                                                                                                                                                                         |
      | local          | 碳排放权交易管理暂行条例                                           | Article 29        | confirmed   | Emissions of an entity that are covered by the national carbon market must not also be covered by a local (provincial or city) carbon market.                                                                                                                                                                                                                                                                                                    |
      | barred         | 碳排放权交易管理暂行条例                                           | Article 7         | confirmed   | Staff of four bodies must not trade allowances, for themselves or for an entity: the authorities, the registry, the trading institution and verification bodies.                                                                                                                                                                                                                                                                                 |
    And these facts
      | fact             | label                                         | type                | unit      | one of                 | at least | evidence               | may not apply |
      | allowance_year   | allowance year                                | choice              |           | 2023, 2024, 2025, 2026 |          |                        |               |
      | entity_status    | status of the entity                          | choice              |           | running, closed, moved |          |                        |               |
      | listed_before    | listed in the previous year                   | flag                |           |                        |          |                        |               |
      | emissions_before | verified emissions of the previous year       | number              | tCO2e     |                        | 0        | verification-statement |               |
      | at_risk          | entity frozen, at risk or not compliant       | flag                |           |                        |          |                        |               |
      | price            | stated price of an allowance                  | number              | CNY/tCO2e |                        | 0        |                        |               |
      | month_price      | mean price in the month before the deadline   | number              | CNY/tCO2e |                        | 0        |                        | yes           |
      | movements        | account movements                             | list of movement    |           |                        |          | registry-extract       |               |
      | credits          | credits used                                  | list of used credit |           |                        |          | registry-extract       |               |
      | local_counted    | same emissions also covered by a local market | flag                |           |                        |          |                        |               |
      | barred_trade     | barred persons trade for the entity           | flag                |           |                        |          |                        |               |
    And the choices of status of the entity
      | value   | words     |
      | running | operating |
      | closed  | closed    |
      | moved   | moved out |
    And each movement has
      | field    | label                            | type   | unit  | one of                                                        | at least | may not apply |
      | booking  |                                  | text   |       |                                                               |          |               |
      | day      | date of the movement             | date   |       |                                                               |          |               |
      | kind     | kind of movement                 | choice |       | issued, bought, sold, received, given, surrendered, cancelled |          |               |
      | amount   | tonnes moved                     | number | tCO2e |                                                               | 0        |               |
      | vintage  |                                  | choice |       | 2019_2020, 2021, 2022, 2023, 2024, 2025, 2026                 |          |               |
      | for_year | year of the surrender obligation | choice |       | 2023, 2024, 2025, 2026                                        |          | yes           |
      | entry    | account and booking code         | text   |       |                                                               |          |               |
    And no two account movements share a booking
    And no two account movements share a account and booking code
    And each credit has
      | field         | label                              | type   | unit  | one of                 | at least | counts in some cases only |
      | credit        | offset credit entry                | text   |       |                        |          |                           |
      | serial        | serial numbers                     | text   |       |                        |          |                           |
      | credit_amount | tonnes of credits                  | number | tCO2e |                        | 0        |                           |
      | inside        | project inside the national market | flag   |       |                        |          | yes                       |
      | earlier       | credit of the earlier scheme       | flag   |       |                        |          | yes                       |
      | used_on       | cancellation date                  | date   |       |                        |          |                           |
      | used_for      | year of use                        | choice |       | 2023, 2024, 2025, 2026 |          |                           |
    And credit is called used credit
    And no two credits used share a offset credit entry
    And no two credits used share a serial numbers
    And this reference case
      | fact                                          | value           |
      | allowance year                                | 2024            |
      | status of the entity                          | operating       |
      | listed in the previous year                   | yes             |
      | verified emissions of the previous year       | 4321789.7 tCO2e |
      | entity frozen, at risk or not compliant       | no              |
      | stated price of an allowance                  | 62.36 CNY/tCO2e |
      | mean price in the month before the deadline   | 62.36 CNY/tCO2e |
      | same emissions also covered by a local market | no              |
      | barred persons trade for the entity           | no              |
    And in the reference case account movements are
      | booking | date of the movement | kind of movement | tonnes moved  | vintage | year of the surrender obligation | account and booking code |
      | M1      | 2025-08-20           | issued           | 4170099 tCO2e | 2024    | not applicable                   | A1/M1                    |
      | M2      | 2025-11-03           | bought           | 401 tCO2e     | 2023    | not applicable                   | A1/M2                    |
      | M3      | 2025-12-20           | surrendered      | 4170500 tCO2e | 2024    | 2024                             | A1/M3                    |
    And in the reference case credits used are
      | offset credit entry | serial numbers   | tonnes of credits | project inside the national market | credit of the earlier scheme | cancellation date | year of use |
      | C1                  | CCER-2025-000001 | 219500 tCO2e      | no                                 | no                           | 2025-12-19        | 2024        |
