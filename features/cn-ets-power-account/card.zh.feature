# language: zh-CN
功能: 中国发电行业配额账户，逐年核算
  账户在每个自然年末持有多少，其中多少结转为 2025 年度配额。每一年是一次单独的评定：年初持有量、已计入的净卖出净额和以往
  是否本年或以前年度逾期未清缴，都取自上一年的评定，年年相连，每一年都可由上一年验证。

  背景:
    假如 本评分卡
      | 项目     | 内容                                                                       |
      | 编号     | cn-ets-power-account                                                       |
      | 版本     | 1.0.0                                                                      |
      | 名称     | 中国发电行业配额账户，逐年核算                                             |
      | 评价对象 | account                                                                    |
      | 用途     | 自评                                                                       |
      | 时区     | Asia/Shanghai                                                              |
      | 生效日期 | 2024-11-01                                                                 |
      | 修约     | 四舍六入五成双, 保留2位                                                    |
      | 不适用项 | 拒绝                                                                       |
      | 不评价   | 2025、2026 年度配额，其无须结转                                            |
      | 不评价   | 变动是否属实；以登记系统为准                                               |
      | 不评价   | 是否申请结转以及法院冻结的账户：所列以如期申请为前提，由 cn-ets-power 核查 |
    并且 下列依据
      | 编号       | 文件                                                     | 条款    | 确信度   | 说明                                                                                                                                                                                        |
      | carry-over | 2023、2024年度全国碳排放权交易发电行业配额总量和分配方案 | annex 5 | 已核实   | 账户在2025年末可结转的配额至多为一万吨加净卖出量的1.5倍。净卖出量为2024、2025年之和，上限向下取整吨。结转量不得超过持有量减去待清缴与待注销的配额。账户持有人未按期履行清缴的，结转量为零。 |
      | net-sales  | cn-ets-power-account                                     | -       | 自行解读 | 可结转量取决于 2024、2025 年的配额净卖出量。我方仅将交易计为卖出或买入，非交易的转出转入不计。                                                                                              |
      | account    | cn-ets-power-account                                     | -       | 自行解读 | 账户的年初持有量，我方取上一年末继续有效的配额量。年末持有量不得为负。                                                                                                                      |
    并且 下列事实
      | 事实          | 名称               | 类型          | 单位  | 可选值                             | 不低于 | 证据             |
      | year          | 账户年度           | 选项          |       | 2021, 2022, 2023, 2024, 2025, 2026 |        |                  |
      | movements     | 账户变动           | movement 列表 |       |                                    |        | registry-extract |
      | pending       | 待清缴与待注销量   | 数值          | tCO2e |                                    | 0      | registry-extract |
      | missed        | 本年到期清缴有逾期 | 是否          |       |                                    |        |                  |
      | opening       | 上年结存           | 数值          | tCO2e |                                    |        |                  |
      | net_before    | 上年累计净卖出     | 数值          | tCO2e |                                    |        |                  |
      | missed_before | 以往清缴有逾期     | 是否          |       |                                    |        |                  |
    并且 下列事实取自此前的评定
      | 事实           | 为                          | 评定              | 可填报 | 依据      |
      | 上年结存       | 量 goes_on                  | 账户年度 的上一年 | 是     | account   |
      | 上年累计净卖出 | 量 计入的净卖出             | 账户年度 的上一年 | 是     | net-sales |
      | 以往清缴有逾期 | 量 本年或以前年度逾期未清缴 | 账户年度 的上一年 | 是     | account   |
    并且 每条 movement 有
      | 字段    | 名称           | 类型 | 单位  | 可选值                                                        | 不低于 |
      | booking | 记账号         | 文本 |       |                                                               |        |
      | kind    | 变动种类       | 选项 |       | issued, bought, sold, received, given, surrendered, cancelled |        |
      | amount  | 变动吨数       | 数值 | tCO2e |                                                               | 0      |
      | entry   | 账户与记账编码 | 文本 |       |                                                               |        |
    并且 账户变动 中 记账号 不得重复
    并且 账户变动 中 账户与记账编码 不得重复
    并且 本基准案例
      | 事实               | 值           |
      | 账户年度           | 2025         |
      | 待清缴与待注销量   | 0 tCO2e      |
      | 本年到期清缴有逾期 | 否           |
      | 上年结存           | 300000 tCO2e |
      | 上年累计净卖出     | 225000 tCO2e |
      | 以往清缴有逾期     | 否           |
    并且 基准案例中 账户变动 为
      | 记账号 | 变动种类 | 变动吨数    | 账户与记账编码 |
      | M1     | sold     | 95000 tCO2e | A1/2025/M1     |
      | M2     | bought   | 95000 tCO2e | A1/2025/M2     |

  规则: 账户持有量与下年继续有效的量
    背景:
      假如 每条 movement 的量 转入净额 (signed), 以 tCO2e 计, 依据 account
        | 为                 | 情形                                   |
        | 变动吨数           | 变动种类 属于 issued, bought, received |
        | 0 tCO2e - 变动吨数 | 其他                                   |
      并且 每条 movement 的量 卖出净额 (sale), 以 tCO2e 计, 依据 net-sales
        | 为                 | 情形               |
        | 变动吨数           | 变动种类 为 sold   |
        | 0 tCO2e - 变动吨数 | 变动种类 为 bought |
        | 0 tCO2e            | 其他               |
      并且 量 本年变动 (moved), 以 tCO2e 计, 为 账户变动 的 转入净额 之和, 依据 account
      并且 量 本年净卖出 (sold_net), 以 tCO2e 计, 为 账户变动 的 卖出净额 之和, 依据 net-sales
      并且 量 年末持有量 (closing), 以 tCO2e 计, 依据 account
        | 为                  |
        | 上年结存 + 本年变动 |
      并且 量 计入的净卖出 (net), 以 tCO2e 计, 依据 net-sales
        | 为                          | 情形             |
        | 本年净卖出                  | 账户年度 为 2024 |
        | 上年累计净卖出 + 本年净卖出 | 账户年度 为 2025 |
        | 0 tCO2e                     | 其他             |
      并且 量 结转上限 (most), 以 tCO2e 计, 依据 carry-over
        | 为                                                                  |
        | 修约(10000 tCO2e + 1.5 * max(计入的净卖出, 0 tCO2e), 1 tCO2e, 舍去) |
      并且 量 结转量 (carried), 以 tCO2e 计, 依据 carry-over
        | 为                                                         | 情形                          |
        | 0 tCO2e                                                    | 本年或以前年度逾期未清缴 成立 |
        | min(结转上限, max(年末持有量 - 待清缴与待注销量, 0 tCO2e)) | 其他                          |
      并且 量 下年继续有效的量 (goes_on), 以 tCO2e 计
        | 为         | 情形             | 依据       |
        | 结转量     | 账户年度 为 2025 | carry-over |
        | 年末持有量 | 其他             | account    |
      并且 下列条件
        | 条件       | 名称                     | 成立情形                                           | 依据       |
        | was_missed | 本年或以前年度逾期未清缴 | 账户年度 属于 2024, 2025; 本年到期清缴有逾期 为 是 | carry-over |
        | was_missed |                          | 账户年度 属于 2025, 2026; 以往清缴有逾期 为 是     | carry-over |
      并且 下列门槛
        | 编号 | 门槛                 | 要求                      | 依据    |
        | A1   | 任何账户不得持有负数 | 年末持有量 不低于 0 tCO2e | account |
      并且 下列结果
        | 结果    | 名称             | 取自         | 修约    | 依据       |
        | holds   | 年末持有         | 年末持有量   | 保留2位 | account    |
        | sold    | 计入净卖出       | 计入的净卖出 | 保留2位 | net-sales  |
        | carries | 下年继续有效的量 | goes_on      | 保留2位 | carry-over |

    场景大纲: 结转算例
      假如 opening 为 <opening> tCO2e
      并且 net_before 为 <net_before> tCO2e
      并且 pending 为 <pending> tCO2e
      当 按 2026-02-10 评定
      那么 量 most 为 <most> tCO2e
      并且 结果 carries 为 <goes_on> tCO2e

      例子:
        | opening | net_before | pending | most   | goes_on |
        | 300000  | 225000     | 0       | 347500 | 300000  |
        | 375000  | 225000     | 0       | 347500 | 347500  |
        | 375000  | 225000     | 75000   | 347500 | 300000  |
        | 50000   | -5000      | 0       | 10000  | 10000   |
        | 8000    | 0          | 0       | 10000  | 8000    |
        | 19997   | 3          | 0       | 10004  | 10004   |
        | 0       | 0          | 0       | 10000  | 0       |

    场景大纲: 以往各年持有量照旧，净卖出自 2024 年起计入
      假如 year 为 <year>
      并且 movements 为
        | booking | kind        | amount      | entry |
        | M1      | issued      | 20000 tCO2e | A1/M1 |
        | M2      | sold        | 5000 tCO2e  | A1/M2 |
        | M3      | given       | 1000 tCO2e  | A1/M3 |
        | M4      | received    | 400 tCO2e   | A1/M4 |
        | M5      | bought      | 100 tCO2e   | A1/M5 |
        | M6      | surrendered | 2000 tCO2e  | A1/M6 |
        | M7      | cancelled   | 500 tCO2e   | A1/M7 |
      当 按 2027-02-10 评定
      那么 结果 holds 为 312000 tCO2e
      并且 结果 sold 为 <sold> tCO2e
      并且 结果 carries 为 312000 tCO2e

      例子:
        | year | sold   |
        | 2023 | 0      |
        | 2024 | 4900   |
        | 2025 | 229900 |
        | 2026 | 0      |

    场景大纲: 逾期未清缴者不得结转
      假如 year 为 <year>
      并且 missed 为 <missed>
      并且 missed_before 为 <missed_before>
      当 按 2027-02-10 评定
      那么 条件 was_missed <condition>
      并且 结果 carries 为 <goes_on> tCO2e

      例子:
        | year | missed | missed_before | condition | goes_on |
        | 2023 | 是     | 是            | 不成立    | 300000  |
        | 2024 | 是     | 否            | 成立      | 300000  |
        | 2025 | 是     | 否            | 成立      | 0       |
        | 2025 | 否     | 是            | 成立      | 0       |
        | 2025 | 否     | 否            | 不成立    | 300000  |
        | 2026 | 是     | 否            | 不成立    | 300000  |
        | 2026 | 否     | 是            | 成立      | 300000  |
        | 2024 | 否     | 是            | 不成立    | 300000  |

    场景: 没有上一年的评定则账户待定
      假如 opening 缺失
      当 按 2026-02-10 评定
      那么 量 closing 因 opening 待定

    场景: 无登记系统摘录则变动待定
      假如 缺少 账户变动 的证据
      当 按 2026-02-10 评定
      那么 量 carried 因 账户变动 待定

    场景: 新开账户自行填报
      假如 year 为 2021
      并且 opening 缺失
      并且 opening 填报为 0 tCO2e
      当 按 2026-02-10 评定
      那么 结果 holds 为 0 tCO2e

    场景大纲: 低于零
      假如 opening 为 <opening> tCO2e
      当 按 2026-02-10 评定
      那么 门槛 A1 <A1>

      例子:
        | opening | A1     |
        | 0       | 满足   |
        | -0.01   | 不满足 |
