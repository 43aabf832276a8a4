# language: en
Feature: Pilot carbon markets of China
  Whether a firm is listed in the carbon market of its city or province, the amount still to surrender there, the fines for a
  breach, and the green power counted as zero-emission. Each market has its own rules; there is no general rule.

  Background:
    Given this scorecard
      | field           | value                                                                                                                            |
      | id              | cn-pilot-market                                                                                                                  |
      | version         | 1.0.0                                                                                                                            |
      | title           | Pilot carbon markets of China                                                                                                    |
      | subject         | entity                                                                                                                           |
      | attestation     | self-assessment                                                                                                                  |
      | time zone       | Asia/Shanghai                                                                                                                    |
      | effective from  | 2024-10-01                                                                                                                       |
      | rounding        | half-even, 2 decimals                                                                                                            |
      | not applicable  | drop and rescale                                                                                                                 |
      | does not assess | entry thresholds of Shenzhen, Shanghai, Beijing, Guangdong, Tianjin and Fujian, because they were not found                      |
      | does not assess | allocation, benchmarks, deadlines and offset limits, which differ by market; the amount due and its deadline are used as entered |
      | does not assess | the sectors and years to which a threshold applies, and earlier thresholds                                                       |
      | does not assess | the use of units of one market in another                                                                                        |
    And these bases
      | basis           | instrument               | clause                          | certainty   | note                                                                                                                                                                                                                                                                                                             |
      | national        | 碳排放权交易管理暂行条例 | Article 29                      | confirmed   | An entity covered by the national carbon market must not be covered by a local market for the same emissions.                                                                                                                                                                                                    |
      | entry-hubei     | 湖北碳市场               | entry                           | secondary   | An entity with emissions of at least 13,000 tonnes a year is covered by the Hubei market. A trade report of 2024 states this threshold and that it was 26,000 tonnes before.                                                                                                                                     |
      | entry-chongqing | 重庆碳市场               | entry                           | secondary   | A firm of any kind with emissions of at least 13,000 tonnes a year is covered by the Chongqing market. A trade report of 2024 states that the earlier threshold was 20,000 tonnes, for industrial firms only.                                                                                                    |
      | entry-tianjin   | 天津碳市场               | entry                           | secondary   | A trade report of 2024 states that a threshold of 10,000 tonnes a year was proposed for the Tianjin market. We do not apply a proposal, so the threshold of Tianjin is undetermined.                                                                                                                             |
      | entry-others    | cn-pilot-market          | -                               | own reading | No emission threshold was found above which the markets other than Hubei, Chongqing and Tianjin cover an entity. Whether an entity must enter these markets is therefore undetermined.                                                                                                                           |
      | start           | cn-pilot-market          | -                               | own reading | A trade report of 2024 states from how many tonnes Hubei and Chongqing cover an entity, but not from which year. We apply these thresholds to emissions of 2024 and later, because the report is of 2024. For 2023 it is undetermined whether an entity is covered.                                              |
      | beijing         | 京政发〔2024〕6号        | short surrender and late report | secondary   | From 1 May 2024 an entity in Beijing that surrenders too little is fined three to five times the market price of the missing tonnes. A late emission report is fined with at most 50,000 CNY. Both were read on an answer page of the city.                                                                      |
      | shenzhen        | 深圳碳市场               | short surrender                 | secondary   | An entity in Shenzhen that surrenders too little is fined three times the six-month average price for each missing tonne. This is reported by secondary sources.                                                                                                                                                 |
      | fines-others    | cn-pilot-market          | -                               | own reading | No source for these fines was found: short surrender or late reporting in markets other than Beijing and Shenzhen, and late reporting in Shenzhen. These fines are therefore undetermined.                                                                                                                       |
      | duty            | cn-pilot-market          | -                               | own reading | A listed entity must report and surrender the tonnes due by the deadlines. An entity that is not listed, or that the national market covers, has neither duty. We use the tonnes due and the tonnes confirmed by the registry as entered, and count nothing as missing or late before a deadline.                |
      | proof           | cn-pilot-market          | -                               | own reading | The entity proves deadlines and prices by the local rules with their date, and surrendered amounts by an extract of the surrender. Which fact each document proves is our own interpretation. For facts without a named document, a declaration is sufficient.                                                   |
      | green-power     | 2023年津京沪绿电核算规定 | green power                     | secondary   | Electricity bought as green power counts as zero-emission in three markets: in Tianjin if it comes from the grid; in Beijing if bought through the market; in Shanghai if traded between provinces through the Beijing exchange and settled. This is reported by secondary sources.                              |
      | green-ways      | cn-pilot-market          | -                               | own reading | Tianjin, Beijing and Shanghai each accept one way of buying green power as zero-emission. We assume that trade between provinces is also a market purchase, and that a market purchase is also grid green power. No city names certificates without electricity or any other way, so these count as zero tonnes. |
      | green-others    | cn-pilot-market          | -                               | own reading | For the markets other than Tianjin, Beijing and Shanghai, no rule was found on whether green power counts as zero-emission. The emissions excluded through green power are therefore undetermined.                                                                                                               |
      | shanghai-units  | 上海环境能源交易所       | SHCERCIR1                       | secondary   | Units of the type SHCERCIR1 may be used for surrender only in the Shanghai market and from 13 September 2024. This is reported by secondary sources.                                                                                                                                                             |
      | prices          | 2025年碳市场报道         | mean prices                     | secondary   | The value of missing tonnes is computed with the average allowance price of 2025: 106.27 CNY per tonne in Beijing and 65.89 CNY per tonne in Shanghai. These prices are reported by secondary sources. No price was found for the other markets, so the value there is undetermined.                             |
    And these grades
      | grade      | also requires                         | basis    |
      | national   | covered by the national market is yes | national |
      | listed     | reaches the threshold holds           | start    |
      | not_listed |                                       | start    |
    And the grades are called
      | grade      | words                     |
      | national   | in the national market    |
      | listed     | within the local market   |
      | not_listed | below the entry threshold |

  Rule: Worked example: the firm

    Scenario: 13,000 tonnes in Hubei
      When evaluated as of 2026-11-20
      Then the grade is within the local market
      And gate PM3 is met
      And the conclusion is graded
