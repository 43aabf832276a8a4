# language: zh-CN
功能: 基准、各年单位、征缴与缓冲

  背景:
    假如 评分卡 article-6-4-issuance

  规则: 基准下降
    背景:
      假如 每条 年度条目 的量 下降后基准 (lowered), 以 tCO2e 计, 依据 lowered, straight
        | 为                                                         | 情形                   |
        | max(首年基准 * (100 % - 基准年降幅 * 距首年年数), 0 tCO2e) | 基准下降方式 为 linear |
        | 首年基准 * (100 % - 基准年降幅) ^ 距首年年数               | 其他                   |
      并且 每条 年度条目 的量 计用基准 (counting), 以 tCO2e 计, 依据 lowered
        | 为                        |
        | min(下降后基准, 照常情景) |
      并且 每条 年度条目 的量 以照常情景为准（1 = 是） (binding), 依据 lowered
        | 为 | 情形                                       |
        | 1  | 活动类型 为 减排; 照常情景 低于 下降后基准 |
        | 0  | 其他                                       |
      并且 量 以照常情景为准的年数 (binding_all), 为 活动各年 的 以照常情景为准（1 = 是） 之和, 依据 lowered
      并且 下列门槛
        | 编号   | 门槛                | 要求                  | 适用情形         | 依据    |
        | A64-07 | 基准每年至少下降 1% | 基准年降幅 不低于 1 % | 活动类型 为 减排 | lowered |
      并且 下列不符合项
        | 代码    | 不符合项                                     | 情形                        | 程度   | 依据    |
        | A64-BAU | 照常情景低于下降后的基准，故仅凭基准不够有力 | 以照常情景为准的年数 高于 0 | 观察项 | lowered |
      并且 每条 年度条目 的下列结果
        | 结果          | 名称     | 取自     | 修约    | 依据    |
        | line_baseline | 计用基准 | 计用基准 | 保留2位 | lowered |

    场景大纲: 直线或复合，至少 1%
      假如 rate 为 <rate> %
      并且 设定 decline 为 <decline>
      并且 years 为
        | record | place | usual       | project     | leakage    | removed | removed_base |
        | Y5     | 5     | 60000 tCO2e | 12000 tCO2e | 1500 tCO2e | 0 tCO2e | 0 tCO2e      |
      当 按 2026-12-01 评定
      那么 interval Y5 的量 counting 为 <ofrecord> tCO2e
      并且 门槛 A64-07 <A64-07>
      并且 不开具 A64-BAU

      例子:
        | rate | decline  | ofrecord     | A64-07 |
        | 1    | linear   | 47500        | 满足   |
        | 0.99 | linear   | 47525        | 不满足 |
        | 1    | compound | 47549.502495 | 满足   |
        | 30   | linear   | 0            | 满足   |

  规则: 各年单位
    背景:
      假如 每条 年度条目 的量 当年单位 (credited), 以 tCO2e 计
        | 为                                                                  | 情形             | 依据                 |
        | 修约(max(计用基准 - 活动排放 - 泄漏, 0 tCO2e), 1 tCO2e, 舍去)       | 活动类型 为 减排 | lowered, leakage, up |
        | 修约(max(清除量 - 无活动时的清除量 - 泄漏, 0 tCO2e), 1 tCO2e, 舍去) | 其他             | leakage, up          |
      并且 量 各年单位合计 (credited_all), 以 tCO2e 计, 为 活动各年 的 当年单位 之和, 依据 lowered
      并且 下列门槛
        | 编号    | 门槛           | 要求                         | 依据    |
        | A64-SUM | 不超过各年合计 | 签发单位 不高于 credited_all | entered |
      并且 每条 年度条目 的下列结果
        | 结果          | 名称     | 取自     | 修约    | 依据 |
        | line_credited | 当年单位 | 当年单位 | 保留0位 | up   |
      并且 下列结果
        | 结果         | 名称         | 取自         | 修约    | 依据    |
        | units_of_all | 各年单位合计 | credited_all | 保留0位 | lowered |

    场景: 减排与清除，取整，不低于零
      假如 kind 为 reduction
      并且 years 为
        | record | place | usual     | project  | leakage   | removed   | removed_base |
        | Y1     | 0     | 100 tCO2e | 40 tCO2e | 0.1 tCO2e | 500 tCO2e | 0 tCO2e      |
      当 按 2026-12-01 评定
      那么 interval Y1 的量 credited 为 59 tCO2e

    场景: 减排与清除，取整，不低于零 (2)
      假如 kind 为 reduction
      并且 years 为
        | record | place | usual     | project  | leakage | removed | removed_base |
        | Y1     | 0     | 100 tCO2e | 40 tCO2e | 0 tCO2e | 0 tCO2e | 9 tCO2e      |
      当 按 2026-12-01 评定
      那么 interval Y1 的量 credited 为 60 tCO2e

    场景: 减排与清除，取整，不低于零 (3)
      假如 kind 为 reduction
      并且 years 为
        | record | place | usual     | project  | leakage   | removed | removed_base |
        | Y1     | 0     | 100 tCO2e | 99 tCO2e | 1.1 tCO2e | 0 tCO2e | 0 tCO2e      |
      当 按 2026-12-01 评定
      那么 interval Y1 的量 credited 为 0 tCO2e

    场景: 减排与清除，取整，不低于零 (4)
      假如 kind 为 removal
      并且 years 为
        | record | place | usual     | project  | leakage   | removed   | removed_base |
        | Y1     | 0     | 100 tCO2e | 40 tCO2e | 0.1 tCO2e | 500 tCO2e | 20 tCO2e     |
      当 按 2026-12-01 评定
      那么 interval Y1 的量 credited 为 479 tCO2e

    场景: 减排与清除，取整，不低于零 (5)
      假如 kind 为 removal
      并且 years 为
        | record | place | usual     | project | leakage | removed  | removed_base |
        | Y1     | 0     | 100 tCO2e | 0 tCO2e | 0 tCO2e | 20 tCO2e | 20.1 tCO2e   |
      当 按 2026-12-01 评定
      那么 interval Y1 的量 credited 为 0 tCO2e

    场景大纲: 不超过各年合计
      假如 issued 为 <issued> tCO2e
      当 按 2026-12-01 评定
      那么 门槛 A64-SUM <A64-SUM>

      例子:
        | issued | A64-SUM |
        | 174500 | 满足    |
        | 174501 | 不满足  |

  规则: 单位分配
    背景:
      假如 量 适应单位 (adaptation), 以 tCO2e 计, 依据 levies, up
        | 为                                  |
        | 修约(签发单位 * 5 %, 1 tCO2e, 进一) |
      并且 量 总体减缓注销单位 (overall), 以 tCO2e 计, 依据 levies, up
        | 为                                               |
        | 修约(签发单位 * 总体减缓注销比例, 1 tCO2e, 进一) |
      并且 量 征缴后剩余单位 (left_over), 以 tCO2e 计, 依据 levies
        | 为                                            |
        | max(签发单位 - adaptation - overall, 0 tCO2e) |
      并且 量 按全部单位计的缓冲 (buffer_of_all), 以 tCO2e 计
        | 为                                           | 情形               | 依据              |
        | 0 tCO2e                                      | 活动类型 为 减排   | buffer            |
        | 0 tCO2e                                      | 清除可能逆转 为 否 | buffer            |
        | 修约(签发单位 * 逆转风险评级, 1 tCO2e, 进一) | 其他               | buffer, order, up |
      并且 量 按剩余单位计的缓冲 (buffer_of_left), 以 tCO2e 计
        | 为                                                 | 情形               | 依据              |
        | 0 tCO2e                                            | 活动类型 为 减排   | buffer            |
        | 0 tCO2e                                            | 清除可能逆转 为 否 | buffer            |
        | 修约(征缴后剩余单位 * 逆转风险评级, 1 tCO2e, 进一) | 其他               | buffer, order, up |
      并且 量 缓冲单位 (buffer), 以 tCO2e 计, 依据 order
        | 为                 | 情形                        |
        | 按全部单位计的缓冲 | 缓冲的计算基数 为 all_units |
        | 按剩余单位计的缓冲 | 其他                        |
      并且 量 参与方所得单位 (received), 以 tCO2e 计, 依据 levies, order
        | 为                                    |
        | max(征缴后剩余单位 - buffer, 0 tCO2e) |
      并且 下列门槛
        | 编号   | 门槛                   | 要求                        | 适用情形                             | 依据   |
        | A64-12 | 可能逆转的清除缴入缓冲 | 逆转风险评级 高于 0 %       | 活动类型 为 清除; 清除可能逆转 为 是 | buffer |
        | A64-17 | 至少注销 2%            | 总体减缓注销比例 不低于 2 % |                                      | levies |
        | A64-18 | 东道国已授权该用途     | 东道国已授权该用途 为 是    | 单位用途 不为 仅减缓贡献             | use    |
      并且 下列结果
        | 结果              | 名称                   | 取自               | 修约    | 依据   |
        | to_adaptation     | 适应单位               | adaptation         | 保留0位 | levies |
        | to_cancellation   | 总体减缓注销单位       | overall            | 保留0位 | levies |
        | to_buffer         | 缓冲单位               | buffer             | 保留0位 | buffer |
        | to_buffer_of_all  | 缓冲单位（按全部单位） | 按全部单位计的缓冲 | 保留0位 | order  |
        | to_buffer_of_left | 缓冲单位（按剩余单位） | 按剩余单位计的缓冲 | 保留0位 | order  |
        | to_participant    | 参与方所得单位         | received           | 保留0位 | order  |

    场景大纲: 征缴向上取整
      假如 issued 为 <issued> tCO2e
      并且 cancelled 为 <cancelled> %
      当 按 2026-12-01 评定
      那么 量 adaptation 为 <adaptation> tCO2e
      并且 量 overall 为 <overall> tCO2e
      并且 量 received 为 <received> tCO2e
      并且 门槛 A64-17 <A64-17>

      例子:
        | issued | cancelled | adaptation | overall | received | A64-17 |
        | 10     | 2         | 1          | 1       | 8        | 满足   |
        | 1      | 2         | 1          | 1       | 0        | 满足   |
        | 100    | 2         | 5          | 2       | 93       | 满足   |
        | 100    | 1.99      | 5          | 2       | 93       | 不满足 |
        | 100    | 10        | 5          | 10      | 85       | 满足   |

    场景大纲: 缓冲
      假如 kind 为 <kind>
      并且 issued 为 1000 tCO2e
      并且 reversible 为 <reversible>
      并且 risk 为 <risk> %
      并且 设定 buffer_share 为 <buffer_share>
      当 按 2026-12-01 评定
      那么 量 buffer 为 <buffer> tCO2e
      并且 量 received 为 <received> tCO2e
      并且 门槛 A64-12 <A64-12>

      例子:
        | kind      | reversible | risk  | buffer_share | buffer | received | A64-12 |
        | removal   | 是         | 10.01 | all_units    | 101    | 829      | 满足   |
        | removal   | 是         | 10.01 | units_left   | 94     | 836      | 满足   |
        | removal   | 是         | 0     | all_units    | 0      | 930      | 不满足 |
        | removal   | 否         | 10    | all_units    | 0      | 930      | 不适用 |
        | reduction | 是         | 10    | all_units    | 0      | 930      | 不适用 |
        | removal   | 是         | 10    | units_left   | 93     | 837      | 满足   |
        | removal   | 是         | 0.01  | all_units    | 1      | 929      | 满足   |

    场景: 未作选择时缓冲按全部单位计
      假如 kind 为 removal
      并且 issued 为 1000 tCO2e
      并且 reversible 为 是
      并且 risk 为 10 %
      当 按 2026-12-01 评定
      那么 量 buffer 为 100 tCO2e

    场景大纲: 单位可作何用
      假如 use 为 <use>
      并且 authorised 为 <authorised>
      当 按 2026-12-01 评定
      那么 门槛 A64-18 <A64-18>

      例子:
        | use          | authorised | A64-18 |
        | ndc          | 否         | 不满足 |
        | oimp         | 否         | 不满足 |
        | both         | 否         | 不满足 |
        | both         | 是         | 满足   |
        | contribution | 否         | 不适用 |

  规则: 逆转
    背景:
      假如 量 因逆转应注销的单位 (to_cancel), 以 tCO2e 计, 依据 reversal, put-back
        | 为                                  | 情形             |
        | 0 tCO2e                             | 活动类型 为 减排 |
        | 修约(已逆转的清除量, 1 tCO2e, 进一) | 其他             |
      并且 量 应补足的单位 (to_put_back), 以 tCO2e 计, 依据 reversal
        | 为        | 情形               |
        | 0 tCO2e   | 逆转本可避免 为 否 |
        | to_cancel | 其他               |
      并且 量 尚待补足的单位 (owed), 以 tCO2e 计, 依据 reversal
        | 为                                            |
        | max(应补足的单位 - 已补足的同类单位, 0 tCO2e) |
      并且 量 按时补足 (in_time)
        | 为                        | 情形                                        | 依据     |
        | 1                         | owed 为 0 tCO2e; 补足日 不迟于 补足期限末日 | reversal |
        | 0                         | 评定日期 晚于 补足期限末日                  | put-back |
        | 待定, 因为 其末日尚未过去 | 其他                                        | put-back |
      并且 下列门槛
        | 编号   | 门槛                 | 要求                              | 适用情形                  | 依据               |
        | A64-13 | 已逆转的均已注销     | 因逆转注销的单位 不低于 to_cancel | to_cancel 高于 0 tCO2e    | reversal           |
        | A64-14 | 本可避免者已按时补足 | 按时补足 为 1                     | 应补足的单位 高于 0 tCO2e | reversal, put-back |
      并且 下列结果
        | 结果               | 名称               | 取自      | 修约    | 依据     |
        | reversal_cancelled | 因逆转应注销的单位 | to_cancel | 保留0位 | reversal |
        | reversal_owed      | 尚待补足的单位     | owed      | 保留0位 | reversal |

    场景: 不可避免的逆转无须补足
      假如 kind 为 removal
      并且 reversed 为 100 tCO2e
      并且 cancelled_for 为 100 tCO2e
      当 按 2026-12-01 评定
      那么 量 owed 为 0 tCO2e
      并且 门槛 A64-13 满足
      并且 门槛 A64-14 不适用
