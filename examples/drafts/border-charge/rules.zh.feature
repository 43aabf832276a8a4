# language: zh-CN
功能: 价格、基准与收费

  背景:
    假如 评分卡 border-charge
    并且 量 首个收费年 (first_year), 按 法案版本 取值
      | 法案版本    | 为   | 依据       |
      | 2022 年法案 | 2024 | first-2022 |
      | 2025 年法案 | 2026 | first-2025 |
    并且 量 增长年数 (elapsed), 依据 charge
      | 为                                         |
      | min(max(年份(进口日) - 首个收费年, 0), 40) |

  规则: 价格逐年增长
    背景:
      假如 量 首年价格 (first_price), 以 USD/tCO2e 计, 按 法案版本 取值
        | 法案版本    | 为 | 依据       |
        | 2022 年法案 | 55 | first-2022 |
        | 2025 年法案 | 60 | first-2025 |
      并且 量 实际增长率 (real_growth), 以 % 计, 按 法案版本 取值
        | 法案版本    | 为 | 依据       |
        | 2022 年法案 | 5  | first-2022 |
        | 2025 年法案 | 6  | first-2025 |
      并且 量 年增长率 (growth), 以 % 计, 依据 own
        | 为                                                    | 情形                      |
        | 实际增长率 + 年通货膨胀率                             | 增长与通胀的合并 为 added |
        | (100 % + 实际增长率) * (100 % + 年通货膨胀率) - 100 % | 其他                      |
      并且 量 price, 以 USD/tCO2e 计, 依据 charge
        | 为                                       |
        | 首年价格 * (100 % + 年增长率) ^ 增长年数 |

    场景大纲: 某年的价格
      假如 设定 bill 为 <bill>
      并且 设定 escalation 为 <escalation>
      并且 entered 为 <entered>
      并且 inflation 为 <inflation> %
      当 按 2026-11-20 评定
      那么 量 price 为 <price> USD/tCO2e

      例子:
        | bill  | escalation | entered    | inflation | price     |
        | b2022 | added      | 2024-12-31 | 2.5       | 55        |
        | b2022 | added      | 2025-01-01 | 0         | 57.75     |
        | b2022 | added      | 2026-12-31 | 0         | 60.6375   |
        | b2022 | added      | 2026-01-01 | 2.5       | 63.559375 |
        | b2025 | added      | 2025-12-31 | 2.5       | 60        |
        | b2025 | added      | 2027-06-30 | 2.5       | 65.1      |
        | b2025 | compound   | 2027-06-30 | 2.5       | 65.19     |
        | b2025 | added      | 2028-06-30 | 2.5       | 70.6335   |
        | b2025 | compound   | 2028-06-30 | 2.5       | 70.828935 |

  规则: 基准逐年下降
    背景:
      假如 量 慢降年数 (slow), 依据 line
        | 为               |
        | min(增长年数, 4) |
      并且 量 快降年数 (fast), 依据 line
        | 为                   |
        | max(增长年数 - 4, 0) |
      并且 量 占平均的比例 (part), 以 % 计, 依据 line, own
        | 为                                                                        | 情形                   |
        | max(100 % - 2.5 % * 慢降年数 - 5 % * 快降年数, 0 %)                       | 基准下降方式 为 points |
        | (100 % - 2.5 %) ^ min(增长年数, 4) * (100 % - 5 %) ^ max(增长年数 - 4, 0) | 其他                   |
      并且 量 baseline, 以 tCO2e/t 计, 依据 line
        | 为                      |
        | 行业平均 * 占平均的比例 |

    场景大纲: 某年的比例
      假如 设定 bill 为 b2022
      并且 设定 decline 为 <decline>
      并且 entered 为 <entered>
      当 按 2026-11-20 评定
      那么 量 part 为 <part> %

      例子:
        | decline  | entered    | part            |
        | points   | 2023-12-31 | 100             |
        | points   | 2024-12-31 | 100             |
        | points   | 2025-01-01 | 97.5            |
        | compound | 2026-01-01 | 95.0625         |
        | points   | 2028-12-31 | 90              |
        | points   | 2029-01-01 | 85              |
        | compound | 2029-01-01 | 85.850349609375 |
        | points   | 2046-01-01 | 0               |
        | points   | 2047-01-01 | 0               |

  规则: 收费
    背景:
      假如 量 excess, 以 tCO2e/t 计, 依据 charge, own
        | 为                                    |
        | max(货物碳强度 - baseline, 0 tCO2e/t) |
      并且 量 charge, 以 USD 计
        | 为                    | 情形                     | 依据            |
        | 0 USD                 | 原产地豁免 成立          | least, exporter |
        | 0 USD                 | 进口年份 低于 首个收费年 | charge          |
        | excess * 净重 * price | 其他                     | charge          |
      并且 量 进口年份 (entry_year), 依据 charge
        | 为           |
        | 年份(进口日) |
      并且 下列结果
        | 结果       | 名称 | 取自   | 修约    | 依据          |
        | charge_due | 收费 | charge | 保留2位 | scope, charge |
        | price_then | 价格 | price  | 保留4位 | charge        |

    场景大纲: 自首年起，高于基准的部分
      假如 设定 bill 为 b2025
      并且 entered 为 <entered>
      并且 intensity 为 <intensity> tCO2e/t
      当 按 2026-11-20 评定
      那么 量 charge 为 <charge> USD

      例子:
        | entered    | intensity | charge  |
        | 2025-12-31 | 2.1       | 0       |
        | 2026-01-01 | 2.1       | 504000  |
        | 2028-05-10 | 1.33      | 0       |
        | 2028-05-10 | 1.3301    | 84.7602 |

    场景大纲: 最不发达国家除外，但大量出口者仍计
      假如 设定 bill 为 b2025
      并且 least 为 <least>
      并且 exports 为 <exports> %
      当 按 2026-11-20 评定
      那么 条件 left_out <condition>
      并且 量 charge 为 <charge> USD

      例子:
        | least | exports | condition | charge    |
        | 是    | 2.99    | 成立      | 0         |
        | 是    | 3       | 不成立    | 652653.54 |
        | 否    | 2.99    | 不成立    | 652653.54 |
