# language: zh-CN
功能: 分配、信用与结转

  背景:
    假如 评分卡 gx-allocation

  规则: 纳入与分配
    背景:
      假如 量 以往年度均值 (mean), 以 tCO2e 计, 为 以往年度 的 直接排放 平均值, 无记录时为 0 tCO2e, 依据 scope
      并且 量 递减年数 (steps), 依据 own
        | 为                                            |
        | min(max(年份(财政年度 的首日) - 2025, 0), 30) |
      并且 量 剩余比例 (left), 以 % 计, 依据 fall
        | 为                                 | 情形               |
        | max(100 % - 1.7 % * 递减年数, 0 %) | 递减方式 为 points |
        | (100 % - 1.7 %) ^ 递减年数         | 其他               |
      并且 量 allocation, 以 tCO2e 计
        | 为                                           | 情形                           | 依据      |
        | 0 tCO2e                                      | 以往年度均值 低于 100000 tCO2e | scope     |
        | 修约(以往年度均值 * 剩余比例, 1 tCO2e, 舍去) | 其他                           | fall, own |
      并且 下列不符合项
        | 代码     | 不符合项                    | 情形                           | 程度   | 依据  |
        | GX.BELOW | 未纳入：均值低于 100,000 吨 | 以往年度均值 低于 100000 tCO2e | 观察项 | scope |
      并且 下列结果
        | 结果      | 名称       | 取自       | 修约    | 依据 |
        | allocated | 分配的配额 | allocation | 保留0位 | fall |

    场景大纲: 配额逐年递减
      假如 year 为 <year>
      并且 设定 way 为 <way>
      当 按 2031-06-30 评定
      那么 量 allocation 为 <allocation> tCO2e

      例子:
        | year                     | way      | allocation |
        | 2025-04-01 至 2026-03-31 | compound | 1000000    |
        | 2026-04-01 至 2027-03-31 | compound | 983000     |
        | 2027-04-01 至 2028-03-31 | compound | 966289     |
        | 2030-04-01 至 2031-03-31 | compound | 917841     |
        | 2030-04-01 至 2031-03-31 | points   | 915000     |

    场景: 均值达 100,000 吨即纳入
      假如 past 为
        | which | direct       |
        | 2023  | 90000 tCO2e  |
        | 2024  | 100000 tCO2e |
        | 2025  | 109999 tCO2e |
      当 按 2027-06-30 评定
      那么 量 allocation 为 0 tCO2e
      并且 开具观察项 GX.BELOW

    场景: 均值恰为 100,000 吨亦纳入
      假如 past 为
        | which | direct       |
        | 2023  | 90000 tCO2e  |
        | 2024  | 100000 tCO2e |
        | 2025  | 110000 tCO2e |
      当 按 2027-06-30 评定
      那么 量 allocation 为 98300 tCO2e
      并且 不开具 GX.BELOW

    场景: 没有以往年度则不分配
      假如 past 为 无
      当 按 2027-06-30 评定
      那么 量 mean 为 0 tCO2e
      并且 量 allocation 为 0 tCO2e

  规则: 以何履约
    背景:
      假如 量 合格信用 (fit), 以 tCO2e 计, 为 提交的信用 的 数量 之和, 依据 credits
        | 其中                    |
        | 种类 属于 j_credit, jcm |
      并且 量 接受的信用 (accepted), 以 tCO2e 计, 依据 credits
        | 为                             |
        | min(合格信用, 10 % * 本年排放) |
      并且 量 转入 (carried_in), 以 tCO2e 计, 依据 carry
        | 为       | 情形              |
        | 上年余额 | 结转读法 为 whole |
        | 0 tCO2e  | 其他              |
      并且 量 在手配额 (holding), 以 tCO2e 计, 依据 carry
        | 为                         |
        | allocation + 转入 + 净买入 |
      并且 量 所缺吨数 (lacking), 以 tCO2e 计, 依据 lack
        | 为                                             |
        | max(本年排放 - 在手配额 - 接受的信用, 0 tCO2e) |
      并且 量 转出 (carried_out), 以 tCO2e 计, 依据 carry
        | 为                                             | 情形                |
        | 0 tCO2e                                        | 结转读法 为 nothing |
        | max(在手配额 + 接受的信用 - 本年排放, 0 tCO2e) | 其他                |
      并且 量 最高价格 (most), 以 JPY/tCO2e 计, 以 财政年度 的首日 有效者为准, 依据 price
        | 自         | 为   |
        | 更早       | 待定 |
        | 2026-04-01 | 4300 |
        | 2027-04-01 | 待定 |
      并且 量 charge, 以 JPY 计, 依据 lack
        | 为                        |
        | 1.1 * 所缺吨数 * 最高价格 |
      并且 下列结果
        | 结果      | 名称         | 取自     | 修约    | 依据  |
        | shortfall | 所缺吨数结果 | 所缺吨数 | 保留0位 | lack  |
        | to_pay    | 应付金额     | charge   | 保留0位 | lack  |
        | next_year | 转入下一年   | 转出     | 保留0位 | carry |

    场景大纲: 余额按读法计入，剩余转入下一年
      假如 设定 banked 为 <banked>
      并且 emitted 为 <emitted> tCO2e
      当 按 2027-06-30 评定
      那么 量 holding 为 <holding> tCO2e
      并且 量 lacking 为 <lacking> tCO2e
      并且 量 carried_out 为 <carried_out> tCO2e
      并且 量 charge 为 <charge> JPY

      例子:
        | banked  | emitted | holding | lacking | carried_out | charge   |
        | whole   | 1008000 | 1003000 | 0       | 0           | 0        |
        | whole   | 1008001 | 1003000 | 1       | 0           | 4730     |
        | whole   | 1000000 | 1003000 | 0       | 8000        | 0        |
        | nothing | 1000000 | 983000  | 12000   | 0           | 56760000 |
        | nothing | 980000  | 983000  | 0       | 0           | 0        |

    场景: 已卖出的配额不足以履约
      假如 设定 banked 为 nothing
      并且 bought 为 -3000 tCO2e
      当 按 2027-06-30 评定
      那么 量 lacking 为 15000 tCO2e

    场景: 两类信用，以排放量的十分之一为限
      假如 credits 为
        | serial | kind     | amount       |
        | J-1    | j_credit | 100000 tCO2e |
      当 按 2027-06-30 评定
      那么 量 accepted 为 100000 tCO2e

    场景: JCM 信用超出十分之一的部分不计
      假如 credits 为
        | serial | kind | amount       |
        | J-1    | jcm  | 100001 tCO2e |
      当 按 2027-06-30 评定
      那么 量 accepted 为 100000 tCO2e

    场景: 其他信用不计
      假如 credits 为
        | serial | kind  | amount    |
        | J-1    | other | 100 tCO2e |
      当 按 2027-06-30 评定
      那么 量 accepted 为 0 tCO2e

    场景: 2027 财年的价格未查到
      假如 year 为 2027-04-01 至 2028-03-31
      并且 设定 banked 为 nothing
      当 按 2028-06-30 评定
      那么 量 most 由规则待定
      并且 量 lacking 为 28711 tCO2e

    场景: 2026 财年的最后一日仍有其价格
      假如 year 为 2027-03-31 至 2028-03-30
      并且 设定 banked 为 nothing
      当 按 2028-06-30 评定
      那么 量 most 为 4300 JPY/tCO2e

    场景: 2026 财年的前一日没有价格
      假如 year 为 2026-03-31 至 2027-03-30
      当 按 2028-06-30 评定
      那么 量 most 由规则待定

    场景: 2026 财年以前没有这一价格
      假如 year 为 2025-04-01 至 2026-03-31
      当 按 2028-06-30 评定
      那么 量 most 由规则待定
