# language: zh-CN
功能: 何者可转让，何者须调整

  背景:
    假如 评分卡 article-6-2-transfer

  规则: 各项成果
    背景:
      假如 每条 成果条目 的量 减排早于 2021 年（1 = 是） (too_old), 依据 since
        | 为 | 情形               |
        | 1  | 减排年份 低于 2021 |
        | 0  | 其他               |
      并且 每条 成果条目 的量 缺少属性（1 = 是） (lacking), 依据 outcome
        | 为 | 情形                     |
        | 1  | 真实、经核证且额外 为 否 |
        | 1  | 以吨或商定计量 为 否     |
        | 1  | 东道国已授权 为 否       |
        | 0  | 其他                     |
      并且 每条 成果条目 的量 授权作他用（1 = 是） (misused), 依据 purposes
        | 为 | 情形                 |
        | 1  | 授权用途 为 其他目的 |
        | 0  | 其他                 |
      并且 每条 成果条目 的量 转让而未调整（1 = 是） (unadjusted), 依据 adjusted, first, entered
        | 为 | 情形                                             |
        | 1  | 首次转让年份 不高于 申报年份; 已作相应调整 为 否 |
        | 0  | 其他                                             |
      并且 量 评定年份 (answer_year), 依据 ahead
        | 为             |
        | 年份(评定日期) |
      并且 每条 成果条目 的量 尚未实现的减排（1 = 是） (not_made), 依据 ahead
        | 为 | 情形                       |
        | 1  | 减排年份 高于 评定年份     |
        | 1  | 减排年份 高于 首次转让年份 |
        | 0  | 其他                       |
      并且 量 尚未实现减排的成果数 (not_made_all), 为 转让成果 的 尚未实现的减排（1 = 是） 之和, 依据 ahead
      并且 量 早于 2021 年的成果数 (too_old_all), 为 转让成果 的 减排早于 2021 年（1 = 是） 之和, 依据 since
      并且 量 缺少属性的成果数 (lacking_all), 为 转让成果 的 缺少属性（1 = 是） 之和, 依据 outcome
      并且 量 授权作他用的成果数 (misused_all), 为 转让成果 的 授权作他用（1 = 是） 之和, 依据 purposes
      并且 量 转让而未调整的成果数 (unadjusted_all), 为 转让成果 的 转让而未调整（1 = 是） 之和, 依据 adjusted
      并且 下列门槛
        | 编号   | 门槛                 | 要求                      | 依据                     |
        | A62-01 | 无早于 2021 年的成果 | 早于 2021 年的成果数 为 0 | since                    |
        | A62-02 | 各成果属性齐备       | 缺少属性的成果数 为 0     | outcome                  |
        | A62-03 | 用途均属三者之一     | 授权作他用的成果数 为 0   | purposes                 |
        | A62-04 | 减排先于转让         | 尚未实现减排的成果数 为 0 | ahead                    |
        | A62-05 | 申报年份已经开始     | 申报年份 不高于 评定年份  | ahead                    |
        | A64-19 | 各首次转让均已调整   | 转让而未调整的成果数 为 0 | adjusted, first, entered |
      并且 每条 成果条目 的下列结果
        | 结果            | 名称                       | 取自                       | 修约    | 依据     |
        | line_old        | 早于 2021 年（1）或否（0） | 减排早于 2021 年（1 = 是） | 保留0位 | since    |
        | line_lacking    | 缺少属性（1）或否（0）     | 缺少属性（1 = 是）         | 保留0位 | outcome  |
        | line_misused    | 授权作他用（1）或否（0）   | 授权作他用（1 = 是）       | 保留0位 | purposes |
        | line_unadjusted | 转让而未调整（1）或否（0） | 转让而未调整（1 = 是）     | 保留0位 | adjusted |

    场景: 逐项
      假如 outcomes 为
        | record | amount      | vintage | genuine | measured | authorised | purpose | transferred | adjusted |
        | T1     | 20000 tCO2e | 2021    | 是      | 是       | 是         | ndc     | 2025        | 是       |
      当 按 2027-01-01 评定
      那么 门槛 A62-01 满足
      并且 门槛 A62-02 满足
      并且 门槛 A62-03 满足
      并且 门槛 A64-19 满足

    场景大纲: 成果不得先于减排转让，申报年份须已到来
      假如 year 为 <year>
      并且 outcomes 为
        | record | amount      | vintage   | genuine | measured | authorised | purpose | transferred   | adjusted |
        | T1     | 20000 tCO2e | <vintage> | 是      | 是       | 是         | ndc     | <transferred> | 是       |
      当 按 2027-01-01 评定
      那么 门槛 A62-04 <made>
      并且 门槛 A62-05 <told>

      例子:
        | year | vintage | transferred | made   | told   |
        | 2027 | 2027    | 2028        | 满足   | 满足   |
        | 2028 | 2028    | 2028        | 不满足 | 不满足 |
        | 2025 | 2026    | 2025        | 不满足 | 满足   |

    场景: 逐项 (2)
      假如 outcomes 为
        | record | amount      | vintage | genuine | measured | authorised | purpose | transferred | adjusted |
        | T1     | 20000 tCO2e | 2020    | 是      | 是       | 是         | ndc     | 2025        | 是       |
      当 按 2027-01-01 评定
      那么 门槛 A62-01 不满足
      并且 门槛 A62-02 满足
      并且 门槛 A62-03 满足
      并且 门槛 A64-19 满足

    场景: 逐项 (3)
      假如 outcomes 为
        | record | amount      | vintage | genuine | measured | authorised | purpose | transferred | adjusted |
        | T1     | 20000 tCO2e | 2021    | 否      | 是       | 是         | ndc     | 2025        | 是       |
      当 按 2027-01-01 评定
      那么 门槛 A62-01 满足
      并且 门槛 A62-02 不满足
      并且 门槛 A62-03 满足
      并且 门槛 A64-19 满足

    场景: 逐项 (4)
      假如 outcomes 为
        | record | amount      | vintage | genuine | measured | authorised | purpose | transferred | adjusted |
        | T1     | 20000 tCO2e | 2021    | 是      | 否       | 是         | ndc     | 2025        | 是       |
      当 按 2027-01-01 评定
      那么 门槛 A62-01 满足
      并且 门槛 A62-02 不满足
      并且 门槛 A62-03 满足
      并且 门槛 A64-19 满足

    场景: 逐项 (5)
      假如 outcomes 为
        | record | amount      | vintage | genuine | measured | authorised | purpose | transferred | adjusted |
        | T1     | 20000 tCO2e | 2021    | 是      | 是       | 否         | ndc     | 2025        | 是       |
      当 按 2027-01-01 评定
      那么 门槛 A62-01 满足
      并且 门槛 A62-02 不满足
      并且 门槛 A62-03 满足
      并且 门槛 A64-19 满足

    场景: 逐项 (6)
      假如 outcomes 为
        | record | amount      | vintage | genuine | measured | authorised | purpose | transferred | adjusted |
        | T1     | 20000 tCO2e | 2021    | 是      | 是       | 是         | another | 2025        | 是       |
      当 按 2027-01-01 评定
      那么 门槛 A62-01 满足
      并且 门槛 A62-02 满足
      并且 门槛 A62-03 不满足
      并且 门槛 A64-19 满足

    场景: 逐项 (7)
      假如 outcomes 为
        | record | amount      | vintage | genuine | measured | authorised | purpose | transferred | adjusted |
        | T1     | 20000 tCO2e | 2021    | 是      | 是       | 是         | both    | 2025        | 是       |
      当 按 2027-01-01 评定
      那么 门槛 A62-01 满足
      并且 门槛 A62-02 满足
      并且 门槛 A62-03 满足
      并且 门槛 A64-19 满足

    场景: 逐项 (8)
      假如 outcomes 为
        | record | amount      | vintage | genuine | measured | authorised | purpose | transferred | adjusted |
        | T1     | 20000 tCO2e | 2021    | 是      | 是       | 是         | oimp    | 2025        | 是       |
      当 按 2027-01-01 评定
      那么 门槛 A62-01 满足
      并且 门槛 A62-02 满足
      并且 门槛 A62-03 满足
      并且 门槛 A64-19 满足

    场景: 逐项 (9)
      假如 outcomes 为
        | record | amount      | vintage | genuine | measured | authorised | purpose | transferred | adjusted |
        | T1     | 20000 tCO2e | 2021    | 是      | 是       | 是         | ndc     | 2025        | 否       |
      当 按 2027-01-01 评定
      那么 门槛 A62-01 满足
      并且 门槛 A62-02 满足
      并且 门槛 A62-03 满足
      并且 门槛 A64-19 不满足

    场景: 逐项 (10)
      假如 outcomes 为
        | record | amount      | vintage | genuine | measured | authorised | purpose | transferred | adjusted |
        | T1     | 20000 tCO2e | 2021    | 是      | 是       | 是         | ndc     | 2026        | 否       |
      当 按 2027-01-01 评定
      那么 门槛 A62-01 满足
      并且 门槛 A62-02 满足
      并且 门槛 A62-03 满足
      并且 门槛 A64-19 满足

  规则: 东道国调整后排放
    背景:
      假如 每条 成果条目 的量 当年首次转让 (in_year), 以 tCO2e 计, 依据 adjusted
        | 为       | 情形                                         |
        | 成果数量 | 东道国已授权 为 是; 首次转让年份 为 申报年份 |
        | 0 tCO2e  | 其他                                         |
      并且 量 当年首次转让成果 (in_year_all), 以 tCO2e 计, 为 转让成果 的 in_year 之和, 依据 adjusted
      并且 量 调整后排放 (balance), 以 tCO2e 计, 依据 adjusted
        | 为                                             |
        | 东道国排放 + 当年首次转让成果 - 东道国自用成果 |
      并且 下列结果
        | 结果       | 名称             | 取自             | 修约    | 依据     |
        | balance_of | 东道国调整后排放 | 调整后排放       | 保留2位 | adjusted |
        | added      | 当年首次转让     | 当年首次转让成果 | 保留2位 | adjusted |

    场景: 仅限当年且经授权
      假如 outcomes 为
        | record | amount      | vintage | genuine | measured | authorised | purpose | transferred | adjusted |
        | T1     | 20000 tCO2e | 2021    | 是      | 是       | 是         | ndc     | 2025        | 是       |
      当 按 2027-01-01 评定
      那么 量 balance 为 1015000 tCO2e

    场景: 仅限当年且经授权 (2)
      假如 outcomes 为
        | record | amount      | vintage | genuine | measured | authorised | purpose | transferred | adjusted |
        | T1     | 20000 tCO2e | 2021    | 是      | 是       | 是         | ndc     | 2024        | 是       |
      当 按 2027-01-01 评定
      那么 量 balance 为 995000 tCO2e

    场景: 仅限当年且经授权 (3)
      假如 outcomes 为
        | record | amount      | vintage | genuine | measured | authorised | purpose | transferred | adjusted |
        | T1     | 20000 tCO2e | 2021    | 是      | 是       | 是         | ndc     | 2026        | 是       |
      当 按 2027-01-01 评定
      那么 量 balance 为 995000 tCO2e

    场景: 仅限当年且经授权 (4)
      假如 outcomes 为
        | record | amount      | vintage | genuine | measured | authorised | purpose | transferred | adjusted |
        | T1     | 20000 tCO2e | 2021    | 是      | 是       | 否         | ndc     | 2025        | 是       |
      当 按 2027-01-01 评定
      那么 量 balance 为 995000 tCO2e

  规则: 新加坡与蒙古的执行协定
    背景:
      假如 量 应投入适应的收益 (adaptation_due), 以 SGD 计, 依据 mongolia, shares
        | 为                   |
        | 授权信用的价值 * 5 % |
      并且 量 应注销的信用 (cancellation_due), 以 tCO2e 计, 依据 mongolia, shares
        | 为                     |
        | 依协定授权的信用 * 2 % |
      并且 下列门槛
        | 编号     | 门槛                | 要求                                           | 适用情形                         | 依据             |
        | A62-SG-5 | 价值的 5 % 用于适应 | 投入蒙古适应项目的收益 不低于 应投入适应的收益 | 适用新加坡与蒙古的执行协定 为 是 | mongolia, shares |
        | A62-SG-2 | 注销 2 % 的信用     | 依协定注销的信用 不低于 应注销的信用           | 适用新加坡与蒙古的执行协定 为 是 | mongolia, shares |
        | A62-SG-S | 注销不多于授权      | 依协定注销的信用 不高于 依协定授权的信用       | 适用新加坡与蒙古的执行协定 为 是 | shares           |

    场景大纲: 两项比例精确到吨
      假如 agreement 为 <applies>
      并且 for_adaptation 为 <proceeds> SGD
      并且 cancelled_all 为 <cancelled> tCO2e
      当 按 2027-01-01 评定
      那么 门槛 A62-SG-5 <five>
      并且 门槛 A62-SG-2 <two>

      例子:
        | applies | proceeds | cancelled | five   | two    |
        | 是      | 100000   | 600       | 满足   | 满足   |
        | 是      | 99999.99 | 599.99    | 不满足 | 不满足 |
        | 否      | 0        | 0         | 不适用 | 不适用 |
