# language: zh-CN
功能: 额外性、基准、计入期与过渡

  背景:
    假如 评分卡 article-6-4-activity

  规则: 额外性
    背景:
      假如 下列门槛
        | 编号   | 门槛                     | 要求                 | 适用情形               | 依据        |
        | A64-01 | 法律未作要求             | 法律要求该减排 为 否 |                        | additional  |
        | A64-02 | 不锁定高排放             | 会锁定高排放 为 否   |                        | additional  |
        | A64-03 | 投资论证须作普遍性分析   | 已作普遍性分析 为 是 | 额外性论证途径 为 投资 | additional  |
        | A64-04 | 障碍论证须作普遍性分析   | 已作普遍性分析 为 是 | 额外性论证途径 为 障碍 | additional  |
        | A64-05 | 以绩效论证须远优于本行业 | 远优于本行业 为 是   | 额外性论证途径 为 绩效 | performance |

    场景大纲: 逐项
      假如 <law> 为 是
      当 按 2026-12-01 评定
      那么 门槛 <A64-01> 不满足

      例子:
        | law     | A64-01 |
        | law     | A64-01 |
        | lock_in | A64-02 |

    场景大纲: 普遍性分析依论证途径
      假如 route 为 <route>
      并且 common_practice 为 <common_practice>
      当 按 2026-12-01 评定
      那么 门槛 A64-03 <A64-03>
      并且 门槛 A64-04 <A64-04>

      例子:
        | route       | common_practice | A64-03 | A64-04 |
        | investment  | 是              | 满足   | 不适用 |
        | investment  | 否              | 不满足 | 不适用 |
        | barrier     | 是              | 不适用 | 满足   |
        | barrier     | 否              | 不适用 | 不满足 |
        | performance | 否              | 不适用 | 不适用 |

  规则: 基准与泄漏
    背景:
      假如 下列条件
        | 条件      | 名称             | 成立情形                                                      | 依据             |
        | ambitious | 基准低于照常情景 | 当年基准 低于 该年照常情景                                    | baseline, strict |
        | ambitious |                  | “低于照常情景”的解读 为 at_most; 当年基准 不高于 该年照常情景 | baseline, strict |
      并且 量 较严基准 (stricter_baseline), 以 tCO2e 计, 依据 stricter
        | 为                              |
        | min(方法所得基准, 该年照常情景) |
      并且 下列门槛
        | 编号   | 门槛                         | 要求                                               | 适用情形                               | 依据             |
        | A64-06 | 基准低于照常情景             | 基准低于照常情景 成立                              | 活动类型 为 减排                       | baseline, strict |
        | A64-08 | 对标值不高于最佳 20% 均值    | 当年基准 不高于 最佳 20% 均值                      | 活动类型 为 减排; 基准确定方式 为 对标 | baseline         |
        | A64-09 | 基准取方法与照常情景中较严者 | 当年基准 不低于 较严基准; 当年基准 不高于 较严基准 | 活动类型 为 减排                       | stricter         |
        | A64-11 | 泄漏已避免或扣除             | 泄漏已避免或扣除 为 是                             | 查出泄漏 为 是                         | leakage          |

    场景大纲: 两种解读的“低于”
      假如 baseline 为 <baseline> tCO2e
      并且 kind 为 <kind>
      并且 设定 below_bau 为 <below_bau>
      当 按 2026-12-01 评定
      那么 门槛 A64-06 <A64-06>

      例子:
        | baseline | kind      | below_bau | A64-06 |
        | 48999.99 | reduction | strict    | 满足   |
        | 49000    | reduction | strict    | 不满足 |
        | 49000    | reduction | at_most   | 满足   |
        | 49000.01 | reduction | at_most   | 不满足 |
        | 49001    | removal   | strict    | 不适用 |

    场景大纲: 最佳 20%
      假如 best_20 为 <best_20> tCO2e
      并且 approach 为 <approach>
      并且 kind 为 <kind>
      当 按 2026-12-01 评定
      那么 门槛 A64-08 <A64-08>

      例子:
        | best_20  | approach   | kind      | A64-08 |
        | 48999    | benchmark  | reduction | 满足   |
        | 48998.99 | benchmark  | reduction | 不满足 |
        | 48998.99 | history    | reduction | 不适用 |
        | 48998.99 | technology | reduction | 不适用 |
        | 48998.99 | benchmark  | removal   | 不适用 |

    场景大纲: 泄漏
      假如 leakage_found 为 <leakage_found>
      并且 leakage_dealt 为 <leakage_dealt>
      当 按 2026-12-01 评定
      那么 门槛 A64-11 <A64-11>

      例子:
        | leakage_found | leakage_dealt | A64-11 |
        | 是            | 是            | 满足   |
        | 是            | 否            | 不满足 |
        | 否            | 否            | 不适用 |

  规则: 计入期
    背景:
      假如 下列条件
        | 条件    | 名称       | 成立情形                                                                                | 依据    |
        | allowed | 计入期获准 | 计入期年数 不高于 5; 计入期续展次数 不高于 2                                            | period  |
        | allowed |            | 计入期年数 不高于 10; 计入期续展次数 为 0                                               | period  |
        | allowed |            | 活动类型 为 清除; 计入期年数 不高于 15; 计入期续展次数 不高于 2                         | period  |
        | allowed |            | 除非 较短计入期 为 not_allowed; 活动类型 为 减排; 计入期年数 不为 5; 计入期年数 不为 10 | shorter |
      并且 下列门槛
        | 编号   | 门槛       | 要求            | 依据   |
        | A64-15 | 计入期获准 | 计入期获准 成立 | period |

    场景大纲: 长度与续展
      假如 设定 较短计入期 为 <读法>
      并且 kind 为 <kind>
      并且 length 为 <length>
      并且 renewals 为 <renewals>
      当 按 2026-12-01 评定
      那么 门槛 A64-15 <A64-15>

      例子:
        | 读法        | kind      | length | renewals | A64-15 |
        | not_allowed | reduction | 5      | 2        | 满足   |
        | not_allowed | reduction | 4      | 2        | 不满足 |
        | allowed     | reduction | 4      | 2        | 满足   |
        | allowed     | reduction | 11     | 0        | 不满足 |
        | allowed     | removal   | 15     | 2        | 满足   |

  规则: 清洁发展机制过渡
    背景:
      假如 日期 提交期限 (submission_due), 依据 addendum, year-from
        | 为                                             | 情形                                                         |
        | 方法学可用日 加 1 年                           | 改用第6.4条方法学 为 是; 修订文件一年的起算日 为 methodology |
        | 最晚(批准公布日 加 1 年, 方法学可用日 加 1 年) | 改用第6.4条方法学 为 是                                      |
        | 2026-12-31                                     | 其他                                                         |
      并且 量 提交及时 (submission_in_time)
        | 为                        | 情形                                                                       | 依据     |
        | 1                         | 附录或修订文件已提交 为 是; 提交日 不迟于 提交期限; 提交日 不迟于 评定日期 | addendum |
        | 0                         | 附录或修订文件已提交 为 是; 提交日 晚于 提交期限                           | addendum |
        | 0                         | 评定日期 晚于 提交期限                                                     | entered  |
        | 待定, 因为 其末日尚未过去 | 其他                                                                       | entered  |
      并且 下列条件
        | 条件          | 名称     | 成立情形                                       | 依据    |
        | early_request | 申请及时 | 申请日 不迟于 2023-12-31                       | request |
        | early_request |          | 属造林或再造林 为 是; 申请日 不迟于 2025-12-31 | request |
      并且 下列门槛
        | 编号   | 门槛                              | 要求                                         | 适用情形                       | 依据              |
        | A64-21 | 及时申请过渡                      | 已申请过渡 为 是; 申请及时 成立              | 活动曾注册为清洁发展机制 为 是 | request, entered  |
        | A64-22 | 东道国于 2026 年 6 月 30 日前批准 | 东道国已批准 为 是; 批准日 不迟于 2026-06-30 | 活动曾注册为清洁发展机制 为 是 | approval, entered |
        | A64-23 | 附录或修订文件及时                | 提交及时 为 1                                | 活动曾注册为清洁发展机制 为 是 | addendum, entered |
        | A64-24 | 2021 年 1 月 1 日计入期有效       | 其计入期在 2021-01-01 有效 为 是             | 活动曾注册为清洁发展机制 为 是 | active            |

    场景大纲: 申请
      假如 forest 为 <forest>
      并且 requested 为 <requested>
      并且 requested_on 为 <requested_on>
      当 按 2026-12-01 评定
      那么 门槛 A64-21 <A64-21>

      例子:
        | forest | requested | requested_on | A64-21 |
        | 是     | 是        | 2025-12-31   | 满足   |
        | 是     | 是        | 2026-01-01   | 不满足 |
        | 否     | 是        | 2023-12-31   | 满足   |
        | 否     | 是        | 2024-01-01   | 不满足 |
        | 是     | 否        | 2025-12-31   | 不满足 |

    场景大纲: 批准
      假如 approved 为 <approved>
      并且 approved_on 为 <approved_on>
      当 按 2026-12-01 评定
      那么 门槛 A64-22 <A64-22>

      例子:
        | approved | approved_on | A64-22 |
        | 是       | 2026-06-30  | 满足   |
        | 是       | 2026-07-01  | 不满足 |
        | 否       | 2026-06-30  | 不满足 |

    场景大纲: 仅限曾在彼注册的活动
      假如 cdm 为 <cdm>
      并且 active 为 <active>
      当 按 2026-12-01 评定
      那么 门槛 A64-24 <A64-24>
      并且 门槛 A64-21 <A64-21>
      并且 门槛 A64-22 <A64-22>
      并且 门槛 A64-23 <A64-23>

      例子:
        | cdm | active | A64-24 | A64-21 | A64-22 | A64-23 |
        | 是  | 是     | 满足   | 满足   | 满足   | 满足   |
        | 是  | 否     | 不满足 | 满足   | 满足   | 满足   |
        | 否  | 否     | 不适用 | 不适用 | 不适用 | 不适用 |
