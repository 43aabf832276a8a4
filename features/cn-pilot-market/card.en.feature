# language: en
Feature: Pilot carbon markets of China
  Whether a firm is listed in the carbon market of its city or province, what it still has to surrender there, what a breach
  costs, and which green power counts as zero. Each market has rules of its own; there is no rule for all.

  Background:
    Given this scorecard
      | field           | value                                                                                                                  |
      | id              | cn-pilot-market                                                                                                        |
      | version         | 3.0.0                                                                                                                  |
      | supersedes      | 2.0.0                                                                                                                  |
      | title           | Pilot carbon markets of China                                                                                          |
      | subject         | entity                                                                                                                 |
      | attestation     | self-assessment                                                                                                        |
      | time zone       | Asia/Shanghai                                                                                                          |
      | effective from  | 2024-10-01                                                                                                             |
      | rounding        | half-even, 2 decimals                                                                                                  |
      | not applicable  | drop and rescale                                                                                                       |
      | does not assess | entry thresholds of Shenzhen, Shanghai, Beijing, Guangdong, Tianjin and Fujian, which were not found                   |
      | does not assess | allocation, benchmarks, deadlines and limits on offsets, which differ by market; what is due and until when is entered |
      | does not assess | sectors and years for which a threshold holds, and thresholds of before                                                |
      | does not assess | units of one market in another                                                                                         |
    And these bases
      | basis           | instrument               | clause                          | certainty   | note                                                                                                                                                                                  |
      | national        | 碳排放权交易管理暂行条例 | Article 29                      | confirmed   | Who is covered nationally is not covered in a local market for the same emissions.                                                                                                    |
      | entry-hubei     | 湖北碳市场               | entry                           | secondary   | Lowered from 26,000 to 13,000 tonnes a year, as a trade report of 2024 tells.                                                                                                         |
      | entry-chongqing | 重庆碳市场               | entry                           | secondary   | From 20,000 tonnes of industrial firms to 13,000 tonnes of any firm, as the same report tells.                                                                                        |
      | entry-tianjin   | 天津碳市场               | entry                           | secondary   | 10,000 tonnes were proposed, as the same report tells; a proposal does not govern.                                                                                                    |
      | entry-others    | cn-pilot-market          | -                               | own reading | No threshold of the other markets was found.                                                                                                                                          |
      | start           | cn-pilot-market          | -                               | own reading | From which year the thresholds hold is not told: they are asked from emissions of 2024 on, after the report.                                                                          |
      | beijing         | 京政发〔2024〕6号        | short surrender and late report | secondary   | In force 1 May 2024: three to five times the market price of what is missing; at most 50,000 CNY for a late report; read on an answer page of the city.                               |
      | shenzhen        | 深圳碳市场               | short surrender                 | secondary   | Three times the mean price of six months.                                                                                                                                             |
      | fines-others    | cn-pilot-market          | -                               | own reading | The fines of the other markets were not found.                                                                                                                                        |
      | duty            | cn-pilot-market          | -                               | own reading | What is due and what the registry accepted is entered. Until its deadline nothing is missing or late; who is not listed, or is covered nationally, owes neither surrender nor report. |
      | proof           | cn-pilot-market          | -                               | own reading | The rules of the city with their date and an extract of the surrender are the papers; which fact each proves is read. For the other facts no paper is named: a declaration suffices.  |
      | green-power     | 2023年津京沪绿电核算规定 | green power                     | secondary   | Green power of the grid (Tianjin), bought through the market (Beijing), between provinces through the exchange of Beijing and settled (Shanghai) counts as zero.                      |
      | green-ways      | cn-pilot-market          | -                               | own reading | What is bought between provinces is bought through the market, and that is of the grid; certificates alone and other ways are named by none of the three.                             |
      | green-others    | cn-pilot-market          | -                               | own reading | How the other markets count green power was not found.                                                                                                                                |
      | shanghai-units  | 上海环境能源交易所       | SHCERCIR1                       | secondary   | Usable for the market of Shanghai from 13 September 2024.                                                                                                                             |
      | prices          | 2025年碳市场报道         | mean prices                     | secondary   | 106.27 CNY in Beijing, 65.89 in Shanghai; of the others none was found.                                                                                                               |
    And these grades
      | grade      | also requires               | basis    |
      | national   | covered nationally is yes   | national |
      | listed     | reaches the threshold holds | start    |
      | not_listed |                             | start    |
    And the grades are called
      | grade      | words                    |
      | national   | in the national market   |
      | listed     | listed in the market     |
      | not_listed | not listed in the market |

  Rule: The worked firm

    Scenario: 13,000 tonnes in Hubei
      When evaluated as of 2026-11-20
      Then the grade is listed in the market
      And gate PM3 is met
      And the conclusion is graded
