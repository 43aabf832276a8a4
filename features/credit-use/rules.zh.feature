# language: zh-CN
功能: 一份信用清单中各批次的可用用途

  背景:
    假如 评分卡 credit-use

  规则: 新加坡碳税
    背景:
      假如 量 评定年份 (answer_year), 依据 ahead
        | 为             |
        | 年份(评定日期) |
      并且 每条 信用批次 的量 计入期开始年份 (begun_year), 依据 ahead
        | 为                     |
        | 年份(首个计入期开始日) |
      并且 每条 信用批次 的量 已实现的减排 (made), 以 tCO2e 计, 依据 ahead
        | 为       | 情形                           |
        | 0 tCO2e  | 减排年份 高于 评定年份         |
        | 0 tCO2e  | 首个计入期开始日 晚于 评定日期 |
        | 0 tCO2e  | 减排年份 低于 计入期开始年份   |
        | 信用吨数 | 其他                           |
      并且 每条 信用批次 的量 新加坡合格量 (sg_line), 以 tCO2e 计, 依据 sg-hosts, sg-principles, sg-listed, sg-years
        | 为           | 情形                                                                         |
        | 0 tCO2e      | 减排年份 低于 2021                                                           |
        | 0 tCO2e      | 减排年份 高于 2030                                                           |
        | 0 tCO2e      | 东道国 属于 马拉维, 新加坡, 其他国家                                         |
        | 0 tCO2e      | 七项原则已证明 为 否                                                         |
        | 0 tCO2e      | 授权 为 未授权                                                               |
        | 0 tCO2e      | 相应调整已证明 为 否                                                         |
        | 0 tCO2e      | 机制 属于 气候行动储备, J-Credit, JCM, CCER, 其他机制                        |
        | 0 tCO2e      | 活动 为 高森林覆盖、低毁林国家的森林                                         |
        | 0 tCO2e      | 活动 属于 15 MW 以上可再生电力, 其他可再生电力; 属可再生电力的例外情形 为 否 |
        | 已实现的减排 | 其他                                                                         |
      并且 每条 信用批次 的量 指定用于新加坡的量 (sg_used), 以 tCO2e 计, 依据 once
        | 为       | 情形               |
        | 信用吨数 | 用途 为 新加坡碳税 |
        | 0 tCO2e  | 其他               |
      并且 每条 信用批次 的量 新加坡有效量 (sg_good), 以 tCO2e 计, 依据 once
        | 为           | 情形                                                                                       |
        | 新加坡合格量 | 用途 为 新加坡碳税; 已为此用途注销 为 是; 注销日 不迟于 评定日期; 另有其他使用或宣称 为 否 |
        | 0 tCO2e      | 其他                                                                                       |
      并且 每条 信用批次 的量 仍可用于新加坡 (sg_open), 以 tCO2e 计, 依据 gone
        | 为           | 情形                                       |
        | 0 tCO2e      | 另有其他使用或宣称 为 是                   |
        | 0 tCO2e      | 已为此用途注销 为 是; 用途 不为 新加坡碳税 |
        | 新加坡合格量 | 其他                                       |
      并且 量 指定抵扣新加坡碳税的总量 (sg_offered), 以 tCO2e 计, 为 信用清单 的 指定用于新加坡的量 之和, 依据 sg-cap
      并且 量 新加坡碳税合格总量 (sg_eligible), 以 tCO2e 计, 为 信用清单 的 新加坡有效量 之和, 依据 sg-cap
      并且 量 新加坡限额 (sg_limit), 以 tCO2e 计, 依据 sg-cap, whole
        | 为                                        | 情形                         |
        | 0 tCO2e                                   | 信用使用日期 早于 2024-01-01 |
        | 修约(新加坡应税排放 * 5 %, 1 tCO2e, 舍去) | 其他                         |
      并且 量 新加坡计入量 (sg_counted), 以 tCO2e 计, 依据 sg-cap
        | 为                                  |
        | min(新加坡碳税合格总量, 新加坡限额) |
      并且 量 新加坡碳税税率 (sg_rate), 以 SGD/tCO2e 计, 依据 sg-tax
        | 为                                                                          | 情形                          |
        | 待定, 因为 新加坡 2027 年之后的税率未查到，仅知每吨 50 至 80 新元的目标区间 | 信用使用日期 自 2028-01-01 起 |
        | 45 SGD/tCO2e                                                                | 信用使用日期 自 2026-01-01 起 |
        | 25 SGD/tCO2e                                                                | 信用使用日期 自 2024-01-01 起 |
        | 5 SGD/tCO2e                                                                 | 信用使用日期 自 2019-01-01 起 |
        | 待定, 因为 新加坡碳税自 2019-01-01 起征                                     | 其他                          |
      并且 量 新加坡剩余税额 (sg_tax), 以 SGD 计, 依据 sg-tax
        | 为                                               |
        | (新加坡应税排放 - 新加坡计入量) * 新加坡碳税税率 |
      并且 下列门槛
        | 编号  | 门槛                                               | 要求                                               | 适用情形                              | 依据                                               |
        | SG-01 | 信用不超过新加坡限额                               | 新加坡碳税合格总量 不高于 新加坡限额               | 指定抵扣新加坡碳税的总量 高于 0 tCO2e | sg-cap, whole                                      |
        | SG-02 | 指定抵扣新加坡碳税的信用均合格、已注销且未另作他用 | 指定抵扣新加坡碳税的总量 不高于 新加坡碳税合格总量 | 指定抵扣新加坡碳税的总量 高于 0 tCO2e | sg-listed, sg-hosts, sg-principles, sg-years, once |
      并且 下列结果
        | 结果              | 名称               | 取自         | 修约    | 依据   |
        | singapore_counted | 抵扣新加坡碳税的量 | 新加坡计入量 | 保留0位 | sg-cap |
        | singapore_tax     | 新加坡剩余税额     | sg_tax       | 保留2位 | sg-tax |
      并且 每条 信用批次 的下列结果
        | 结果           | 名称             | 取自           | 修约    | 依据      |
        | line_singapore | 可用于新加坡的量 | 仍可用于新加坡 | 保留0位 | sg-listed |

    场景: 新加坡清单接受哪些
      假如 credits 为
        | serial | amount     | programme | year | begun      | host     | activity | excepted | principles | authorised | adjusted | insured | ccp | inside | cancelled | cancelled_on | use       | elsewhere | corsia_listed | ccp_programme | ccp_method | ccp_shown |
        | X1     | 7000 tCO2e | vcs       | 2022 | 2021-01-01 | thailand | another  | 否       | 是         | both       | 是       | 否      | 是  | 否     | 是        | 2026-11-01   | singapore | 否        | 是            | 是            | approved   | 是        |
      当 按 2027-01-31 评定
      那么 credit X1 的量 sg_line 为 7000 tCO2e

    场景: 超过限额的部分不予接受
      假如 taxable 为 200000 tCO2e
      并且 credits 为
        | serial | amount      | programme | year | begun      | host     | activity | excepted | principles | authorised | adjusted | insured | ccp | inside | cancelled | cancelled_on | use       | elsewhere | corsia_listed | ccp_programme | ccp_method | ccp_shown |
        | X1     | 10000 tCO2e | vcs       | 2022 | 2021-01-01 | thailand | another  | 否       | 是         | both       | 是       | 否      | 是  | 否     | 是        | 2026-11-01   | singapore | 否        | 是            | 是            | approved   | 是        |
      当 按 2027-01-31 评定
      那么 量 sg_limit 为 10000 tCO2e
      并且 量 sg_counted 为 10000 tCO2e
      并且 量 sg_tax 为 8550000 SGD
      并且 门槛 SG-01 满足
      并且 门槛 SG-02 满足

    场景: 超过限额的部分不予接受 (2)
      假如 taxable 为 200000 tCO2e
      并且 credits 为
        | serial | amount      | programme | year | begun      | host     | activity | excepted | principles | authorised | adjusted | insured | ccp | inside | cancelled | cancelled_on | use       | elsewhere | corsia_listed | ccp_programme | ccp_method | ccp_shown |
        | X1     | 10001 tCO2e | vcs       | 2022 | 2021-01-01 | thailand | another  | 否       | 是         | both       | 是       | 否      | 是  | 否     | 是        | 2026-11-01   | singapore | 否        | 是            | 是            | approved   | 是        |
      当 按 2027-01-31 评定
      那么 量 sg_limit 为 10000 tCO2e
      并且 量 sg_counted 为 10000 tCO2e
      并且 量 sg_tax 为 8550000 SGD
      并且 门槛 SG-01 不满足
      并且 门槛 SG-02 满足

    场景: 超过限额的部分不予接受 (3)
      假如 taxable 为 200019 tCO2e
      并且 credits 为
        | serial | amount      | programme | year | begun      | host     | activity | excepted | principles | authorised | adjusted | insured | ccp | inside | cancelled | cancelled_on | use       | elsewhere | corsia_listed | ccp_programme | ccp_method | ccp_shown |
        | X1     | 10000 tCO2e | vcs       | 2022 | 2021-01-01 | thailand | another  | 否       | 是         | both       | 是       | 否      | 是  | 否     | 是        | 2026-11-01   | singapore | 否        | 是            | 是            | approved   | 是        |
      当 按 2027-01-31 评定
      那么 量 sg_limit 为 10000 tCO2e
      并且 量 sg_counted 为 10000 tCO2e
      并且 量 sg_tax 为 8550855 SGD
      并且 门槛 SG-01 满足
      并且 门槛 SG-02 满足

    场景: 超过限额的部分不予接受 (4)
      假如 taxable 为 200020 tCO2e
      并且 credits 为
        | serial | amount      | programme | year | begun      | host     | activity | excepted | principles | authorised | adjusted | insured | ccp | inside | cancelled | cancelled_on | use       | elsewhere | corsia_listed | ccp_programme | ccp_method | ccp_shown |
        | X1     | 10001 tCO2e | vcs       | 2022 | 2021-01-01 | thailand | another  | 否       | 是         | both       | 是       | 否      | 是  | 否     | 是        | 2026-11-01   | singapore | 否        | 是            | 是            | approved   | 是        |
      当 按 2027-01-31 评定
      那么 量 sg_limit 为 10001 tCO2e
      并且 量 sg_counted 为 10001 tCO2e
      并且 量 sg_tax 为 8550855 SGD
      并且 门槛 SG-01 满足
      并且 门槛 SG-02 满足

    场景: 超过限额的部分不予接受 (5)
      假如 taxable 为 0 tCO2e
      并且 credits 为
        | serial | amount  | programme | year | begun      | host     | activity | excepted | principles | authorised | adjusted | insured | ccp | inside | cancelled | cancelled_on | use       | elsewhere | corsia_listed | ccp_programme | ccp_method | ccp_shown |
        | X1     | 1 tCO2e | vcs       | 2022 | 2021-01-01 | thailand | another  | 否       | 是         | both       | 是       | 否      | 是  | 否     | 是        | 2026-11-01   | singapore | 否        | 是            | 是            | approved   | 是        |
      当 按 2027-01-31 评定
      那么 量 sg_limit 为 0 tCO2e
      并且 量 sg_counted 为 0 tCO2e
      并且 量 sg_tax 为 0 SGD
      并且 门槛 SG-01 不满足
      并且 门槛 SG-02 满足

    场景: 未注销或另有使用的不计入
      假如 credits 为
        | serial | amount     | programme | year | begun      | host     | activity | excepted | principles | authorised | adjusted | insured | ccp | inside | cancelled | cancelled_on | use       | elsewhere | corsia_listed | ccp_programme | ccp_method | ccp_shown |
        | X1     | 7000 tCO2e | vcs       | 2022 | 2021-01-01 | thailand | another  | 否       | 是         | both       | 是       | 否      | 是  | 否     | 是        | 2026-11-01   | singapore | 否        | 是            | 是            | approved   | 是        |
      当 按 2027-01-31 评定
      那么 量 sg_offered 为 7000 tCO2e
      并且 量 sg_eligible 为 7000 tCO2e
      并且 门槛 SG-02 满足

    场景: 未注销或另有使用的不计入 (2)
      假如 credits 为
        | serial | amount     | programme | year | begun      | host     | activity | excepted | principles | authorised | adjusted | insured | ccp | inside | cancelled | cancelled_on | use       | elsewhere | corsia_listed | ccp_programme | ccp_method | ccp_shown |
        | X1     | 7000 tCO2e | vcs       | 2022 | 2021-01-01 | thailand | another  | 否       | 是         | both       | 是       | 否      | 是  | 否     | 否        | 2026-11-01   | singapore | 否        | 是            | 是            | approved   | 是        |
      当 按 2027-01-31 评定
      那么 量 sg_offered 为 7000 tCO2e
      并且 量 sg_eligible 为 0 tCO2e
      并且 门槛 SG-02 不满足

    场景: 未注销或另有使用的不计入 (3)
      假如 credits 为
        | serial | amount     | programme | year | begun      | host     | activity | excepted | principles | authorised | adjusted | insured | ccp | inside | cancelled | cancelled_on | use       | elsewhere | corsia_listed | ccp_programme | ccp_method | ccp_shown |
        | X1     | 7000 tCO2e | vcs       | 2022 | 2021-01-01 | thailand | another  | 否       | 是         | both       | 是       | 否      | 是  | 否     | 是        | 2026-11-01   | singapore | 是        | 是            | 是            | approved   | 是        |
      当 按 2027-01-31 评定
      那么 量 sg_offered 为 7000 tCO2e
      并且 量 sg_eligible 为 0 tCO2e
      并且 门槛 SG-02 不满足

    场景: 未注销或另有使用的不计入 (4)
      假如 credits 为
        | serial | amount     | programme | year | begun      | host     | activity | excepted | principles | authorised | adjusted | insured | ccp | inside | cancelled | cancelled_on | use  | elsewhere | corsia_listed | ccp_programme | ccp_method | ccp_shown |
        | X1     | 7000 tCO2e | vcs       | 2022 | 2021-01-01 | thailand | another  | 否       | 是         | both       | 是       | 否      | 是  | 否     | 是        | 2026-11-01   | none | 否        | 是            | 是            | approved   | 是        |
      当 按 2027-01-31 评定
      那么 量 sg_offered 为 0 tCO2e
      并且 量 sg_eligible 为 0 tCO2e
      并且 门槛 SG-02 不适用

    场景大纲: 各年税率
      假如 use_on 为 <use_on>
      当 按 2027-01-31 评定
      那么 量 sg_tax 为 8550000 SGD

      例子:
        | use_on     |
        | 2026-04-01 |
        | 2027-12-31 |

    场景大纲: 较早年份的税率
      假如 use_on 为 <use_on>
      当 按 2027-01-31 评定
      那么 量 sg_tax 为 <sg_tax> SGD

      例子:
        | use_on     | sg_tax  |
        | 2019-01-01 | 1000000 |
        | 2023-12-31 | 1000000 |
        | 2024-01-01 | 4750000 |
        | 2025-12-31 | 4750000 |
        | 2026-01-01 | 8550000 |

    场景大纲: 2019 年之前与 2027 年之后税率未知
      假如 use_on 为 <use_on>
      当 按 2028-01-01 评定
      那么 量 sg_tax 由规则待定

      例子:
        | use_on     |
        | 2018-12-31 |
        | 2028-01-01 |

  规则: CORSIA 第一阶段
    背景:
      假如 每条 信用批次 的量 CORSIA 合格量 (co_line), 以 tCO2e 计, 依据 co-units, co-verra, co-adjusted, listed
        | 为           | 情形                                                                                |
        | 0 tCO2e      | 机制已获 CORSIA 2024 至 2026 年批准 为 否                                           |
        | 0 tCO2e      | 首个计入期开始日 早于 2016-01-01                                                    |
        | 0 tCO2e      | 减排年份 低于 2021                                                                  |
        | 0 tCO2e      | 减排年份 高于 2026                                                                  |
        | 0 tCO2e      | 机制 为 VCS; 活动 属于 碳捕集与封存, 15 MW 以上可再生电力, AMS-II.G 或 VMR0006 炉灶 |
        | 0 tCO2e      | 授权 属于 未授权, 用于国家自主贡献                                                  |
        | 已实现的减排 | 相应调整已证明 为 是                                                                |
        | 已实现的减排 | 相应调整已载明并投保 为 是                                                          |
        | 0 tCO2e      | 其他                                                                                |
      并且 每条 信用批次 的量 指定用于 CORSIA 的量 (co_used), 以 tCO2e 计, 依据 once
        | 为       | 情形           |
        | 信用吨数 | 用途 为 CORSIA |
        | 0 tCO2e  | 其他           |
      并且 每条 信用批次 的量 CORSIA 有效量 (co_good), 以 tCO2e 计, 依据 once, co-late
        | 为            | 情形                                                                                                             |
        | CORSIA 合格量 | 用途 为 CORSIA; 已为此用途注销 为 是; 注销日 不迟于 评定日期; 注销日 不迟于 2028-01-31; 另有其他使用或宣称 为 否 |
        | 0 tCO2e       | 其他                                                                                                             |
      并且 每条 信用批次 的量 仍可用于 CORSIA (co_open), 以 tCO2e 计, 依据 gone
        | 为            | 情形                                   |
        | 0 tCO2e       | 另有其他使用或宣称 为 是               |
        | 0 tCO2e       | 已为此用途注销 为 是; 用途 不为 CORSIA |
        | CORSIA 合格量 | 其他                                   |
      并且 量 指定用于 CORSIA 的总量 (co_offered), 以 tCO2e 计, 为 信用清单 的 指定用于 CORSIA 的量 之和, 依据 co-units
      并且 量 CORSIA 计入量 (co_counted), 以 tCO2e 计, 为 信用清单 的 CORSIA 有效量 之和, 依据 co-units
      并且 量 CORSIA 应缴单位 (co_due), 以 tCO2e 计, 依据 co-due
        | 为                            |
        | 受管的航班排放 * 行业增长系数 |
      并且 量 CORSIA 所缺单位 (co_missing), 以 tCO2e 计, 依据 co-due
        | 为                                   |
        | max(co_due - CORSIA 计入量, 0 tCO2e) |
      并且 下列门槛
        | 编号  | 门槛                                               | 要求                                        | 适用情形                            | 依据                                           |
        | CO-01 | 指定用于 CORSIA 的信用均合格、按时注销且未另作他用 | 指定用于 CORSIA 的总量 不高于 CORSIA 计入量 | 指定用于 CORSIA 的总量 高于 0 tCO2e | co-units, co-verra, co-adjusted, co-late, once |
      并且 下列结果
        | 结果           | 名称            | 取自       | 修约    | 依据   |
        | corsia_due     | CORSIA 应缴单位 | co_due     | 保留2位 | co-due |
        | corsia_missing | CORSIA 所缺单位 | co_missing | 保留2位 | co-due |
      并且 每条 信用批次 的下列结果
        | 结果        | 名称               | 取自            | 修约    | 依据     |
        | line_corsia | 可用于 CORSIA 的量 | 仍可用于 CORSIA | 保留0位 | co-units |

    场景: CORSIA 合格单位
      假如 credits 为
        | serial | amount     | programme | year | begun      | host     | activity | excepted | principles | authorised | adjusted | insured | ccp | inside | cancelled | cancelled_on | use    | elsewhere | corsia_listed | ccp_programme | ccp_method | ccp_shown |
        | X1     | 7000 tCO2e | vcs       | 2022 | 2016-01-01 | thailand | another  | 否       | 是         | both       | 是       | 否      | 是  | 否     | 是        | 2026-11-01   | corsia | 否        | 是            | 是            | approved   | 是        |
      当 按 2027-01-31 评定
      那么 credit X1 的量 co_line 为 7000 tCO2e

    场景: 须按时注销且只用一次
      假如 flown 为 100000 tCO2e
      并且 growth 为 8 %
      并且 credits 为
        | serial | amount     | programme | year | begun      | host     | activity | excepted | principles | authorised | adjusted | insured | ccp | inside | cancelled | cancelled_on | use    | elsewhere | corsia_listed | ccp_programme | ccp_method | ccp_shown |
        | X1     | 7000 tCO2e | vcs       | 2022 | 2021-01-01 | thailand | another  | 否       | 是         | both       | 是       | 否      | 是  | 否     | 是        | 2028-01-31   | corsia | 否        | 是            | 是            | approved   | 是        |
      当 按 2028-06-30 评定
      那么 量 co_due 为 8000 tCO2e
      并且 量 co_counted 为 7000 tCO2e
      并且 量 co_missing 为 1000 tCO2e
      并且 门槛 CO-01 满足

    场景: 须按时注销且只用一次 (2)
      假如 flown 为 100000 tCO2e
      并且 growth 为 8 %
      并且 credits 为
        | serial | amount     | programme | year | begun      | host     | activity | excepted | principles | authorised | adjusted | insured | ccp | inside | cancelled | cancelled_on | use    | elsewhere | corsia_listed | ccp_programme | ccp_method | ccp_shown |
        | X1     | 7000 tCO2e | vcs       | 2022 | 2021-01-01 | thailand | another  | 否       | 是         | both       | 是       | 否      | 是  | 否     | 是        | 2028-02-01   | corsia | 否        | 是            | 是            | approved   | 是        |
      当 按 2028-06-30 评定
      那么 量 co_due 为 8000 tCO2e
      并且 量 co_counted 为 0 tCO2e
      并且 量 co_missing 为 8000 tCO2e
      并且 门槛 CO-01 不满足

    场景: 须按时注销且只用一次 (3)
      假如 flown 为 100000 tCO2e
      并且 growth 为 8 %
      并且 credits 为
        | serial | amount     | programme | year | begun      | host     | activity | excepted | principles | authorised | adjusted | insured | ccp | inside | cancelled | cancelled_on | use    | elsewhere | corsia_listed | ccp_programme | ccp_method | ccp_shown |
        | X1     | 7000 tCO2e | vcs       | 2022 | 2021-01-01 | thailand | another  | 否       | 是         | both       | 是       | 否      | 是  | 否     | 否        | 2028-01-31   | corsia | 否        | 是            | 是            | approved   | 是        |
      当 按 2028-06-30 评定
      那么 量 co_due 为 8000 tCO2e
      并且 量 co_counted 为 0 tCO2e
      并且 量 co_missing 为 8000 tCO2e
      并且 门槛 CO-01 不满足

    场景: 须按时注销且只用一次 (4)
      假如 flown 为 100000 tCO2e
      并且 growth 为 8 %
      并且 credits 为
        | serial | amount     | programme | year | begun      | host     | activity | excepted | principles | authorised | adjusted | insured | ccp | inside | cancelled | cancelled_on | use    | elsewhere | corsia_listed | ccp_programme | ccp_method | ccp_shown |
        | X1     | 7000 tCO2e | vcs       | 2022 | 2021-01-01 | thailand | another  | 否       | 是         | both       | 是       | 否      | 是  | 否     | 是        | 2028-01-31   | corsia | 是        | 是            | 是            | approved   | 是        |
      当 按 2028-06-30 评定
      那么 量 co_due 为 8000 tCO2e
      并且 量 co_counted 为 0 tCO2e
      并且 量 co_missing 为 8000 tCO2e
      并且 门槛 CO-01 不满足

    场景: 须按时注销且只用一次 (5)
      假如 flown 为 100000 tCO2e
      并且 growth 为 8 %
      并且 credits 为
        | serial | amount     | programme | year | begun      | host     | activity | excepted | principles | authorised | adjusted | insured | ccp | inside | cancelled | cancelled_on | use  | elsewhere | corsia_listed | ccp_programme | ccp_method | ccp_shown |
        | X1     | 7000 tCO2e | vcs       | 2022 | 2021-01-01 | thailand | another  | 否       | 是         | both       | 是       | 否      | 是  | 否     | 是        | 2028-01-31   | vcmi | 否        | 是            | 是            | approved   | 是        |
      当 按 2028-06-30 评定
      那么 量 co_due 为 8000 tCO2e
      并且 量 co_counted 为 0 tCO2e
      并且 量 co_missing 为 8000 tCO2e
      并且 门槛 CO-01 不适用

    场景: 五十万吨受管排放的应缴单位
      当 按 2027-01-31 评定
      那么 量 co_due 为 75000 tCO2e
      并且 量 co_missing 为 75000 tCO2e

    场景: 注销多于应缴时无缺口
      假如 flown 为 10000 tCO2e
      并且 credits 为
        | serial | amount     | programme | year | begun      | host     | activity | excepted | principles | authorised | adjusted | insured | ccp | inside | cancelled | cancelled_on | use    | elsewhere | corsia_listed | ccp_programme | ccp_method | ccp_shown |
        | X1     | 7000 tCO2e | vcs       | 2022 | 2021-01-01 | thailand | another  | 否       | 是         | both       | 是       | 否      | 是  | 否     | 是        | 2026-11-01   | corsia | 否        | 是            | 是            | approved   | 是        |
      当 按 2027-01-31 评定
      那么 量 co_missing 为 0 tCO2e

  规则: 日本、中国与韩国的市场
    背景:
      假如 每条 信用批次 的量 日本合格量 (jp_line), 以 tCO2e 计, 依据 gx
        | 为           | 情形                    |
        | 已实现的减排 | 机制 属于 J-Credit, JCM |
        | 0 tCO2e      | 其他                    |
      并且 每条 信用批次 的量 指定用于日本的量 (jp_used), 以 tCO2e 计, 依据 once
        | 为       | 情形                |
        | 信用吨数 | 用途 为 日本 GX-ETS |
        | 0 tCO2e  | 其他                |
      并且 每条 信用批次 的量 日本有效量 (jp_good), 以 tCO2e 计, 依据 once
        | 为         | 情形                                                                                        |
        | 日本合格量 | 用途 为 日本 GX-ETS; 已为此用途注销 为 是; 注销日 不迟于 评定日期; 另有其他使用或宣称 为 否 |
        | 0 tCO2e    | 其他                                                                                        |
      并且 每条 信用批次 的量 仍可用于日本 (jp_open), 以 tCO2e 计, 依据 gone
        | 为         | 情形                                        |
        | 0 tCO2e    | 另有其他使用或宣称 为 是                    |
        | 0 tCO2e    | 已为此用途注销 为 是; 用途 不为 日本 GX-ETS |
        | 日本合格量 | 其他                                        |
      并且 量 指定用于日本的总量 (jp_offered), 以 tCO2e 计, 为 信用清单 的 指定用于日本的量 之和, 依据 gx
      并且 量 日本合格信用总量 (jp_eligible), 以 tCO2e 计, 为 信用清单 的 日本有效量 之和, 依据 gx
      并且 量 日本限额 (jp_limit), 以 tCO2e 计, 依据 gx, whole
        | 为                                       |
        | 修约(日本实际排放 * 10 %, 1 tCO2e, 舍去) |
      并且 量 日本计入量 (jp_counted), 以 tCO2e 计, 依据 gx
        | 为                              |
        | min(日本合格信用总量, 日本限额) |
      并且 量 日本缺口 (jp_short), 以 tCO2e 计, 依据 gx
        | 为                                                       | 情形                                   |
        | 0 tCO2e                                                  | 日本三年平均直接排放 低于 100000 tCO2e |
        | max(日本实际排放 - 日本持有的配额 - jp_counted, 0 tCO2e) | 其他                                   |
      并且 量 日本上限价 (jp_ceiling), 以 JPY/tCO2e 计, 依据 gx-charge
        | 为                                                            | 情形                           |
        | 待定, 因为 该体系自 2026-04-01 起，且仅查到 2026 财年的上限价 | 信用使用日期 早于 2026-04-01   |
        | 4300 JPY/tCO2e                                                | 信用使用日期 不迟于 2027-03-31 |
        | 待定, 因为 该体系自 2026-04-01 起，且仅查到 2026 财年的上限价 | 其他                           |
      并且 量 日本缺口费用 (jp_charge), 以 JPY 计, 依据 gx-charge
        | 为                          |
        | jp_short * 日本上限价 * 1.1 |
      并且 每条 信用批次 的量 中国合格量 (cn_line), 以 tCO2e 计, 依据 cn
        | 为           | 情形                                         |
        | 已实现的减排 | 机制 为 CCER; 属中国全国市场企业的项目 为 否 |
        | 0 tCO2e      | 其他                                         |
      并且 每条 信用批次 的量 指定用于中国的量 (cn_used), 以 tCO2e 计, 依据 once
        | 为       | 情形                 |
        | 信用吨数 | 用途 为 中国全国市场 |
        | 0 tCO2e  | 其他                 |
      并且 每条 信用批次 的量 中国有效量 (cn_good), 以 tCO2e 计, 依据 once
        | 为         | 情形                                                                                         |
        | 中国合格量 | 用途 为 中国全国市场; 已为此用途注销 为 是; 注销日 不迟于 评定日期; 另有其他使用或宣称 为 否 |
        | 0 tCO2e    | 其他                                                                                         |
      并且 每条 信用批次 的量 仍可用于中国 (cn_open), 以 tCO2e 计, 依据 gone
        | 为         | 情形                                         |
        | 0 tCO2e    | 另有其他使用或宣称 为 是                     |
        | 0 tCO2e    | 已为此用途注销 为 是; 用途 不为 中国全国市场 |
        | 中国合格量 | 其他                                         |
      并且 量 指定用于中国的总量 (cn_offered), 以 tCO2e 计, 为 信用清单 的 指定用于中国的量 之和, 依据 cn
      并且 量 中国合格信用总量 (cn_eligible), 以 tCO2e 计, 为 信用清单 的 中国有效量 之和, 依据 cn
      并且 量 中国限额 (cn_limit), 以 tCO2e 计, 依据 cn, whole
        | 为                                                |
        | 修约(中国全国市场应清缴配额 * 5 %, 1 tCO2e, 舍去) |
      并且 量 中国计入量 (cn_counted), 以 tCO2e 计, 依据 cn
        | 为                              |
        | min(中国合格信用总量, 中国限额) |
      并且 每条 信用批次 的量 指定用于韩国的量 (kr_used), 以 tCO2e 计, 依据 once
        | 为       | 情形               |
        | 信用吨数 | 用途 为 韩国 K-ETS |
        | 0 tCO2e  | 其他               |
      并且 量 指定用于韩国的总量 (kr_offered), 以 tCO2e 计, 为 信用清单 的 指定用于韩国的量 之和, 依据 kr
      并且 量 韩国限额 (kr_limit), 以 tCO2e 计, 依据 kr
        | 为                                                         | 情形                         |
        | 修约(韩国应缴配额 * 填入的韩国限额, 1 tCO2e, 舍去)         | 韩国限额已连同出处填入 为 是 |
        | 待定, 因为 2026 至 2030 年的信用限额未查到，请连同出处填入 | 其他                         |
      并且 下列门槛
        | 编号  | 门槛                                         | 要求                                       | 适用情形                        | 依据      |
        | GX-02 | 信用不超过日本限额                           | 日本合格信用总量 不高于 日本限额           | 指定用于日本的总量 高于 0 tCO2e | gx, whole |
        | GX-03 | 指定用于日本的信用均合格、已注销且未另作他用 | 指定用于日本的总量 不高于 日本合格信用总量 | 指定用于日本的总量 高于 0 tCO2e | gx, once  |
        | GX-04 | 日本没有缺口                                 | jp_short 为 0 tCO2e                        | 指定用于日本的总量 高于 0 tCO2e | gx        |
        | CN-01 | 信用不超过中国全国市场限额                   | 中国合格信用总量 不高于 中国限额           | 指定用于中国的总量 高于 0 tCO2e | cn, whole |
        | CN-02 | 指定用于中国的信用均合格、已注销且未另作他用 | 指定用于中国的总量 不高于 中国合格信用总量 | 指定用于中国的总量 高于 0 tCO2e | cn, once  |
        | KR-02 | 信用不超过韩国限额                           | 指定用于韩国的总量 不高于 韩国限额         | 指定用于韩国的总量 高于 0 tCO2e | kr        |
      并且 下列结果
        | 结果          | 名称           | 取自         | 修约    | 依据      |
        | japan_counted | 日本计入量     | jp_counted   | 保留0位 | gx        |
        | japan_short   | 日本缺口       | jp_short     | 保留2位 | gx        |
        | japan_charge  | 日本缺口的费用 | 日本缺口费用 | 保留2位 | gx-charge |
        | china_counted | 中国计入量     | cn_counted   | 保留0位 | cn        |
      并且 每条 信用批次 的下列结果
        | 结果       | 名称           | 取自         | 修约    | 依据 |
        | line_japan | 可用于日本的量 | 仍可用于日本 | 保留0位 | gx   |
        | line_china | 可用于中国的量 | 仍可用于中国 | 保留0位 | cn   |

    场景: 日本以实际排放的百分之十为限
      假如 actual 为 1000000 tCO2e
      并且 allowances 为 945000 tCO2e
      并且 credits 为
        | serial | amount      | programme | year | begun      | host     | activity | excepted | principles | authorised | adjusted | insured | ccp | inside | cancelled | cancelled_on | use   | elsewhere | corsia_listed | ccp_programme | ccp_method | ccp_shown |
        | X1     | 55000 tCO2e | j_credit  | 2022 | 2021-01-01 | thailand | another  | 否       | 是         | both       | 是       | 否      | 是  | 否     | 是        | 2026-11-01   | japan | 否        | 是            | 是            | approved   | 是        |
      当 按 2027-01-31 评定
      那么 量 jp_counted 为 55000 tCO2e
      并且 量 jp_short 为 0 tCO2e
      并且 量 jp_charge 为 0 JPY
      并且 门槛 GX-02 满足
      并且 门槛 GX-03 满足
      并且 门槛 GX-04 满足

    场景: 日本以实际排放的百分之十为限 (2)
      假如 actual 为 1000000 tCO2e
      并且 allowances 为 945000 tCO2e
      并且 credits 为
        | serial | amount      | programme | year | begun      | host     | activity | excepted | principles | authorised | adjusted | insured | ccp | inside | cancelled | cancelled_on | use   | elsewhere | corsia_listed | ccp_programme | ccp_method | ccp_shown |
        | X1     | 54999 tCO2e | jcm       | 2022 | 2021-01-01 | thailand | another  | 否       | 是         | both       | 是       | 否      | 是  | 否     | 是        | 2026-11-01   | japan | 否        | 是            | 是            | approved   | 是        |
      当 按 2027-01-31 评定
      那么 量 jp_counted 为 54999 tCO2e
      并且 量 jp_short 为 1 tCO2e
      并且 量 jp_charge 为 4730 JPY
      并且 门槛 GX-02 满足
      并且 门槛 GX-03 满足
      并且 门槛 GX-04 不满足

    场景: 日本以实际排放的百分之十为限 (3)
      假如 actual 为 1000000 tCO2e
      并且 allowances 为 945000 tCO2e
      并且 credits 为
        | serial | amount      | programme | year | begun      | host     | activity | excepted | principles | authorised | adjusted | insured | ccp | inside | cancelled | cancelled_on | use   | elsewhere | corsia_listed | ccp_programme | ccp_method | ccp_shown |
        | X1     | 55000 tCO2e | vcs       | 2022 | 2021-01-01 | thailand | another  | 否       | 是         | both       | 是       | 否      | 是  | 否     | 是        | 2026-11-01   | japan | 否        | 是            | 是            | approved   | 是        |
      当 按 2027-01-31 评定
      那么 量 jp_counted 为 0 tCO2e
      并且 量 jp_short 为 55000 tCO2e
      并且 量 jp_charge 为 260150000 JPY
      并且 门槛 GX-02 满足
      并且 门槛 GX-03 不满足
      并且 门槛 GX-04 不满足

    场景: 日本以实际排放的百分之十为限 (4)
      假如 actual 为 1000000 tCO2e
      并且 allowances 为 945000 tCO2e
      并且 credits 为
        | serial | amount      | programme | year | begun      | host     | activity | excepted | principles | authorised | adjusted | insured | ccp | inside | cancelled | cancelled_on | use   | elsewhere | corsia_listed | ccp_programme | ccp_method | ccp_shown |
        | X1     | 55000 tCO2e | j_credit  | 2022 | 2021-01-01 | thailand | another  | 否       | 是         | both       | 是       | 否      | 是  | 否     | 否        | 2026-11-01   | japan | 否        | 是            | 是            | approved   | 是        |
      当 按 2027-01-31 评定
      那么 量 jp_counted 为 0 tCO2e
      并且 量 jp_short 为 55000 tCO2e
      并且 量 jp_charge 为 260150000 JPY
      并且 门槛 GX-02 满足
      并且 门槛 GX-03 不满足
      并且 门槛 GX-04 不满足

    场景: 日本以实际排放的百分之十为限 (5)
      假如 actual 为 1000000 tCO2e
      并且 allowances 为 945000 tCO2e
      并且 credits 为
        | serial | amount      | programme | year | begun      | host     | activity | excepted | principles | authorised | adjusted | insured | ccp | inside | cancelled | cancelled_on | use   | elsewhere | corsia_listed | ccp_programme | ccp_method | ccp_shown |
        | X1     | 55000 tCO2e | j_credit  | 2022 | 2021-01-01 | thailand | another  | 否       | 是         | both       | 是       | 否      | 是  | 否     | 是        | 2026-11-01   | japan | 是        | 是            | 是            | approved   | 是        |
      当 按 2027-01-31 评定
      那么 量 jp_counted 为 0 tCO2e
      并且 量 jp_short 为 55000 tCO2e
      并且 量 jp_charge 为 260150000 JPY
      并且 门槛 GX-02 满足
      并且 门槛 GX-03 不满足
      并且 门槛 GX-04 不满足

    场景: 日本以实际排放的百分之十为限 (6)
      假如 actual 为 1000000 tCO2e
      并且 allowances 为 890000 tCO2e
      并且 credits 为
        | serial | amount       | programme | year | begun      | host     | activity | excepted | principles | authorised | adjusted | insured | ccp | inside | cancelled | cancelled_on | use   | elsewhere | corsia_listed | ccp_programme | ccp_method | ccp_shown |
        | X1     | 100000 tCO2e | j_credit  | 2022 | 2021-01-01 | thailand | another  | 否       | 是         | both       | 是       | 否      | 是  | 否     | 是        | 2026-11-01   | japan | 否        | 是            | 是            | approved   | 是        |
      当 按 2027-01-31 评定
      那么 量 jp_counted 为 100000 tCO2e
      并且 量 jp_short 为 10000 tCO2e
      并且 量 jp_charge 为 47300000 JPY
      并且 门槛 GX-02 满足
      并且 门槛 GX-03 满足
      并且 门槛 GX-04 不满足

    场景: 日本以实际排放的百分之十为限 (7)
      假如 actual 为 1000000 tCO2e
      并且 allowances 为 890000 tCO2e
      并且 credits 为
        | serial | amount       | programme | year | begun      | host     | activity | excepted | principles | authorised | adjusted | insured | ccp | inside | cancelled | cancelled_on | use   | elsewhere | corsia_listed | ccp_programme | ccp_method | ccp_shown |
        | X1     | 100001 tCO2e | j_credit  | 2022 | 2021-01-01 | thailand | another  | 否       | 是         | both       | 是       | 否      | 是  | 否     | 是        | 2026-11-01   | japan | 否        | 是            | 是            | approved   | 是        |
      当 按 2027-01-31 评定
      那么 量 jp_counted 为 100000 tCO2e
      并且 量 jp_short 为 10000 tCO2e
      并且 量 jp_charge 为 47300000 JPY
      并且 门槛 GX-02 不满足
      并且 门槛 GX-03 满足
      并且 门槛 GX-04 不满足

    场景: 日本以实际排放的百分之十为限 (8)
      假如 actual 为 1000009 tCO2e
      并且 allowances 为 890000 tCO2e
      并且 credits 为
        | serial | amount       | programme | year | begun      | host     | activity | excepted | principles | authorised | adjusted | insured | ccp | inside | cancelled | cancelled_on | use   | elsewhere | corsia_listed | ccp_programme | ccp_method | ccp_shown |
        | X1     | 100001 tCO2e | j_credit  | 2022 | 2021-01-01 | thailand | another  | 否       | 是         | both       | 是       | 否      | 是  | 否     | 是        | 2026-11-01   | japan | 否        | 是            | 是            | approved   | 是        |
      当 按 2027-01-31 评定
      那么 量 jp_counted 为 100000 tCO2e
      并且 量 jp_short 为 10009 tCO2e
      并且 量 jp_charge 为 47342570 JPY
      并且 门槛 GX-02 不满足
      并且 门槛 GX-03 满足
      并且 门槛 GX-04 不满足

    场景: 日本以实际排放的百分之十为限 (9)
      假如 actual 为 1000000 tCO2e
      并且 allowances 为 990000 tCO2e
      并且 credits 为
        | serial | amount      | programme | year | begun      | host     | activity | excepted | principles | authorised | adjusted | insured | ccp | inside | cancelled | cancelled_on | use   | elsewhere | corsia_listed | ccp_programme | ccp_method | ccp_shown |
        | X1     | 55000 tCO2e | j_credit  | 2022 | 2021-01-01 | thailand | another  | 否       | 是         | both       | 是       | 否      | 是  | 否     | 是        | 2026-11-01   | japan | 否        | 是            | 是            | approved   | 是        |
      当 按 2027-01-31 评定
      那么 量 jp_counted 为 55000 tCO2e
      并且 量 jp_short 为 0 tCO2e
      并且 量 jp_charge 为 0 JPY
      并且 门槛 GX-02 满足
      并且 门槛 GX-03 满足
      并且 门槛 GX-04 满足

    场景大纲: 日本自 100,000 吨起纳入
      假如 mean_direct 为 <mean_direct> tCO2e
      当 按 2027-01-31 评定
      那么 量 jp_short 为 <jp_short> tCO2e
      并且 门槛 GX-04 不适用

      例子:
        | mean_direct | jp_short |
        | 100000      | 55000    |
        | 99999.99    | 0        |

    场景大纲: 上限价仅知一个财年
      假如 use_on 为 <use_on>
      当 按 2027-04-01 评定
      那么 量 jp_charge <jp_charge>

      例子:
        | use_on     | jp_charge        |
        | 2026-03-31 | 由规则待定       |
        | 2026-04-01 | 为 260150000 JPY |
        | 2027-03-31 | 为 260150000 JPY |
        | 2027-04-01 | 由规则待定       |

    场景: 没有缺口则不收费，不论上限价
      假如 allowances 为 1000000 tCO2e
      并且 use_on 为 2027-04-01
      当 按 2027-04-01 评定
      那么 量 jp_charge 为 0 JPY

    场景: 中国以应清缴量的百分之五为限
      假如 amount_due 为 100000 tCO2e
      并且 credits 为
        | serial | amount     | programme | year | begun      | host     | activity | excepted | principles | authorised | adjusted | insured | ccp | inside | cancelled | cancelled_on | use   | elsewhere | corsia_listed | ccp_programme | ccp_method | ccp_shown |
        | X1     | 5000 tCO2e | ccer      | 2022 | 2021-01-01 | thailand | another  | 否       | 是         | both       | 是       | 否      | 是  | 否     | 是        | 2026-11-01   | china | 否        | 是            | 是            | approved   | 是        |
      当 按 2027-01-31 评定
      那么 量 cn_counted 为 5000 tCO2e
      并且 门槛 CN-01 满足
      并且 门槛 CN-02 满足

    场景: 中国以应清缴量的百分之五为限 (2)
      假如 amount_due 为 100000 tCO2e
      并且 credits 为
        | serial | amount     | programme | year | begun      | host     | activity | excepted | principles | authorised | adjusted | insured | ccp | inside | cancelled | cancelled_on | use   | elsewhere | corsia_listed | ccp_programme | ccp_method | ccp_shown |
        | X1     | 5001 tCO2e | ccer      | 2022 | 2021-01-01 | thailand | another  | 否       | 是         | both       | 是       | 否      | 是  | 否     | 是        | 2026-11-01   | china | 否        | 是            | 是            | approved   | 是        |
      当 按 2027-01-31 评定
      那么 量 cn_counted 为 5000 tCO2e
      并且 门槛 CN-01 不满足
      并且 门槛 CN-02 满足

    场景: 中国以应清缴量的百分之五为限 (3)
      假如 amount_due 为 100019 tCO2e
      并且 credits 为
        | serial | amount     | programme | year | begun      | host     | activity | excepted | principles | authorised | adjusted | insured | ccp | inside | cancelled | cancelled_on | use   | elsewhere | corsia_listed | ccp_programme | ccp_method | ccp_shown |
        | X1     | 5001 tCO2e | ccer      | 2022 | 2021-01-01 | thailand | another  | 否       | 是         | both       | 是       | 否      | 是  | 否     | 是        | 2026-11-01   | china | 否        | 是            | 是            | approved   | 是        |
      当 按 2027-01-31 评定
      那么 量 cn_counted 为 5000 tCO2e
      并且 门槛 CN-01 不满足
      并且 门槛 CN-02 满足

    场景: 中国以应清缴量的百分之五为限 (4)
      假如 amount_due 为 100020 tCO2e
      并且 credits 为
        | serial | amount     | programme | year | begun      | host     | activity | excepted | principles | authorised | adjusted | insured | ccp | inside | cancelled | cancelled_on | use   | elsewhere | corsia_listed | ccp_programme | ccp_method | ccp_shown |
        | X1     | 5001 tCO2e | ccer      | 2022 | 2021-01-01 | thailand | another  | 否       | 是         | both       | 是       | 否      | 是  | 否     | 是        | 2026-11-01   | china | 否        | 是            | 是            | approved   | 是        |
      当 按 2027-01-31 评定
      那么 量 cn_counted 为 5001 tCO2e
      并且 门槛 CN-01 满足
      并且 门槛 CN-02 满足

    场景: 中国以应清缴量的百分之五为限 (5)
      假如 amount_due 为 100000 tCO2e
      并且 credits 为
        | serial | amount     | programme | year | begun      | host     | activity | excepted | principles | authorised | adjusted | insured | ccp | inside | cancelled | cancelled_on | use   | elsewhere | corsia_listed | ccp_programme | ccp_method | ccp_shown |
        | X1     | 5000 tCO2e | ccer      | 2022 | 2021-01-01 | thailand | another  | 否       | 是         | both       | 是       | 否      | 是  | 是     | 是        | 2026-11-01   | china | 否        | 是            | 是            | approved   | 是        |
      当 按 2027-01-31 评定
      那么 量 cn_counted 为 0 tCO2e
      并且 门槛 CN-01 满足
      并且 门槛 CN-02 不满足

    场景: 中国以应清缴量的百分之五为限 (6)
      假如 amount_due 为 100000 tCO2e
      并且 credits 为
        | serial | amount     | programme | year | begun      | host     | activity | excepted | principles | authorised | adjusted | insured | ccp | inside | cancelled | cancelled_on | use   | elsewhere | corsia_listed | ccp_programme | ccp_method | ccp_shown |
        | X1     | 5000 tCO2e | ccer      | 2022 | 2021-01-01 | thailand | another  | 否       | 是         | both       | 是       | 否      | 是  | 否     | 否        | 2026-11-01   | china | 否        | 是            | 是            | approved   | 是        |
      当 按 2027-01-31 评定
      那么 量 cn_counted 为 0 tCO2e
      并且 门槛 CN-01 满足
      并且 门槛 CN-02 不满足

    场景: 中国以应清缴量的百分之五为限 (7)
      假如 amount_due 为 100000 tCO2e
      并且 credits 为
        | serial | amount     | programme | year | begun      | host     | activity | excepted | principles | authorised | adjusted | insured | ccp | inside | cancelled | cancelled_on | use   | elsewhere | corsia_listed | ccp_programme | ccp_method | ccp_shown |
        | X1     | 5000 tCO2e | ccer      | 2022 | 2021-01-01 | thailand | another  | 否       | 是         | both       | 是       | 否      | 是  | 否     | 是        | 2026-11-01   | china | 是        | 是            | 是            | approved   | 是        |
      当 按 2027-01-31 评定
      那么 量 cn_counted 为 0 tCO2e
      并且 门槛 CN-01 满足
      并且 门槛 CN-02 不满足

    场景: 中国以应清缴量的百分之五为限 (8)
      假如 amount_due 为 100000 tCO2e
      并且 credits 为
        | serial | amount     | programme | year | begun      | host     | activity | excepted | principles | authorised | adjusted | insured | ccp | inside | cancelled | cancelled_on | use   | elsewhere | corsia_listed | ccp_programme | ccp_method | ccp_shown |
        | X1     | 5000 tCO2e | vcs       | 2022 | 2021-01-01 | thailand | another  | 否       | 是         | both       | 是       | 否      | 是  | 否     | 是        | 2026-11-01   | china | 否        | 是            | 是            | approved   | 是        |
      当 按 2027-01-31 评定
      那么 量 cn_counted 为 0 tCO2e
      并且 门槛 CN-01 满足
      并且 门槛 CN-02 不满足

    场景: 未填限额时韩国门槛待定
      假如 credits 为
        | serial | amount     | programme | year | begun      | host     | activity | excepted | principles | authorised | adjusted | insured | ccp | inside | cancelled | cancelled_on | use   | elsewhere | corsia_listed | ccp_programme | ccp_method | ccp_shown |
        | X1     | 7000 tCO2e | vcs       | 2022 | 2021-01-01 | thailand | another  | 否       | 是         | both       | 是       | 否      | 是  | 否     | 是        | 2026-11-01   | korea | 否        | 是            | 是            | approved   | 是        |
      当 按 2027-01-31 评定
      那么 门槛 KR-02 待定
      并且 结论为 不完整

    场景: 未填限额时韩国门槛待定 (2)
      假如 credits 为
        | serial | amount     | programme | year | begun      | host     | activity | excepted | principles | authorised | adjusted | insured | ccp | inside | cancelled | cancelled_on | use  | elsewhere | corsia_listed | ccp_programme | ccp_method | ccp_shown |
        | X1     | 7000 tCO2e | vcs       | 2022 | 2021-01-01 | thailand | another  | 否       | 是         | both       | 是       | 否      | 是  | 否     | 是        | 2026-11-01   | none | 否        | 是            | 是            | approved   | 是        |
      当 按 2027-01-31 评定
      那么 门槛 KR-02 不适用
      并且 结论为 已计分

    场景: 按填入的韩国限额计算
      假如 due_korea 为 100000 tCO2e
      并且 limit_known 为 是
      并且 limit_entered 为 5 %
      并且 credits 为
        | serial | amount     | programme | year | begun      | host     | activity | excepted | principles | authorised | adjusted | insured | ccp | inside | cancelled | cancelled_on | use   | elsewhere | corsia_listed | ccp_programme | ccp_method | ccp_shown |
        | X1     | 5000 tCO2e | vcs       | 2022 | 2021-01-01 | thailand | another  | 否       | 是         | both       | 是       | 否      | 是  | 否     | 是        | 2026-11-01   | korea | 否        | 是            | 是            | approved   | 是        |
      当 按 2027-01-31 评定
      那么 门槛 KR-02 满足

    场景: 按填入的韩国限额计算 (2)
      假如 due_korea 为 100000 tCO2e
      并且 limit_known 为 是
      并且 limit_entered 为 5 %
      并且 credits 为
        | serial | amount     | programme | year | begun      | host     | activity | excepted | principles | authorised | adjusted | insured | ccp | inside | cancelled | cancelled_on | use   | elsewhere | corsia_listed | ccp_programme | ccp_method | ccp_shown |
        | X1     | 5001 tCO2e | vcs       | 2022 | 2021-01-01 | thailand | another  | 否       | 是         | both       | 是       | 否      | 是  | 否     | 是        | 2026-11-01   | korea | 否        | 是            | 是            | approved   | 是        |
      当 按 2027-01-31 评定
      那么 门槛 KR-02 不满足

    场景: 按填入的韩国限额计算 (3)
      假如 due_korea 为 100019 tCO2e
      并且 limit_known 为 是
      并且 limit_entered 为 5 %
      并且 credits 为
        | serial | amount     | programme | year | begun      | host     | activity | excepted | principles | authorised | adjusted | insured | ccp | inside | cancelled | cancelled_on | use   | elsewhere | corsia_listed | ccp_programme | ccp_method | ccp_shown |
        | X1     | 5001 tCO2e | vcs       | 2022 | 2021-01-01 | thailand | another  | 否       | 是         | both       | 是       | 否      | 是  | 否     | 是        | 2026-11-01   | korea | 否        | 是            | 是            | approved   | 是        |
      当 按 2027-01-31 评定
      那么 门槛 KR-02 不满足

    场景: 按填入的韩国限额计算 (4)
      假如 due_korea 为 100020 tCO2e
      并且 limit_known 为 是
      并且 limit_entered 为 5 %
      并且 credits 为
        | serial | amount     | programme | year | begun      | host     | activity | excepted | principles | authorised | adjusted | insured | ccp | inside | cancelled | cancelled_on | use   | elsewhere | corsia_listed | ccp_programme | ccp_method | ccp_shown |
        | X1     | 5001 tCO2e | vcs       | 2022 | 2021-01-01 | thailand | another  | 否       | 是         | both       | 是       | 否      | 是  | 否     | 是        | 2026-11-01   | korea | 否        | 是            | 是            | approved   | 是        |
      当 按 2027-01-31 评定
      那么 门槛 KR-02 满足

    场景: 评定日期之后注销的，不计入新加坡碳税
      假如 credits 为
        | serial | amount     | programme | year | begun      | host     | activity | excepted | principles | authorised | adjusted | insured | ccp | inside | cancelled | cancelled_on | use       | elsewhere | corsia_listed | ccp_programme | ccp_method | ccp_shown |
        | X1     | 7000 tCO2e | vcs       | 2022 | 2021-01-01 | thailand | another  | 否       | 是         | both       | 是       | 否      | 是  | 否     | 是        | 2027-02-01   | singapore | 否        | 是            | 是            | approved   | 是        |
      当 按 2027-01-31 评定
      那么 量 sg_eligible 为 0 tCO2e

    场景: 评定日期之后注销的，不计入 CORSIA
      假如 credits 为
        | serial | amount     | programme | year | begun      | host     | activity | excepted | principles | authorised | adjusted | insured | ccp | inside | cancelled | cancelled_on | use    | elsewhere | corsia_listed | ccp_programme | ccp_method | ccp_shown |
        | X1     | 7000 tCO2e | vcs       | 2022 | 2021-01-01 | thailand | another  | 否       | 是         | both       | 是       | 否      | 是  | 否     | 是        | 2027-02-01   | corsia | 否        | 是            | 是            | approved   | 是        |
      当 按 2027-01-31 评定
      那么 量 co_counted 为 0 tCO2e

    场景: 评定日期之后注销的，不计入日本
      假如 credits 为
        | serial | amount     | programme | year | begun      | host     | activity | excepted | principles | authorised | adjusted | insured | ccp | inside | cancelled | cancelled_on | use   | elsewhere | corsia_listed | ccp_programme | ccp_method | ccp_shown |
        | X1     | 7000 tCO2e | jcm       | 2022 | 2021-01-01 | thailand | another  | 否       | 是         | both       | 是       | 否      | 是  | 否     | 是        | 2027-02-01   | japan | 否        | 是            | 是            | approved   | 是        |
      当 按 2027-01-31 评定
      那么 量 jp_counted 为 0 tCO2e

    场景: 评定日期之后注销的，不计入中国
      假如 credits 为
        | serial | amount     | programme | year | begun      | host     | activity | excepted | principles | authorised | adjusted | insured | ccp | inside | cancelled | cancelled_on | use   | elsewhere | corsia_listed | ccp_programme | ccp_method | ccp_shown |
        | X1     | 7000 tCO2e | ccer      | 2022 | 2021-01-01 | thailand | another  | 否       | 是         | both       | 是       | 否      | 是  | 否     | 是        | 2027-02-01   | china | 否        | 是            | 是            | approved   | 是        |
      当 按 2027-01-31 评定
      那么 量 cn_counted 为 0 tCO2e

    场景: 评定日期之后注销的，不计入宣称
      假如 credits 为
        | serial | amount     | programme | year | begun      | host     | activity | excepted | principles | authorised | adjusted | insured | ccp | inside | cancelled | cancelled_on | use  | elsewhere | corsia_listed | ccp_programme | ccp_method | ccp_shown |
        | X1     | 7000 tCO2e | vcs       | 2022 | 2021-01-01 | thailand | another  | 否       | 是         | both       | 是       | 否      | 是  | 否     | 是        | 2027-02-01   | vcmi | 否        | 是            | 是            | approved   | 是        |
      当 按 2027-01-31 评定
      那么 量 vc_counted 为 0 tCO2e

  规则: 宣称、目标与每吨只用一次
    背景:
      假如 每条 信用批次 的量 可用于宣称的合格量 (vc_line), 以 tCO2e 计, 依据 vc-units, vc-interim, agree
        | 为            | 情形                                                                                   |
        | 0 tCO2e       | 带 CCP 标签 为 是; 机制为 CCP 合格 为 否                                               |
        | 0 tCO2e       | 带 CCP 标签 为 是; 方法学在 ICVCM 清单中的状态 属于 未批准, 2024 年所评并网可再生电力  |
        | 0 tCO2e       | 带 CCP 标签 为 是; 方法学在 ICVCM 清单中的状态 为 附条件批准; 批准所附条件已证明 为 否 |
        | 已实现的减排  | 带 CCP 标签 为 是                                                                      |
        | CORSIA 合格量 | 无 CCP 标签的 CORSIA 单位用于宣称 为 taken                                             |
        | 0 tCO2e       | 其他                                                                                   |
      并且 每条 信用批次 的量 指定用于宣称的量 (vc_used), 以 tCO2e 计, 依据 once
        | 为       | 情形              |
        | 信用吨数 | 用途 为 VCMI 宣称 |
        | 0 tCO2e  | 其他              |
      并且 每条 信用批次 的量 宣称有效量 (vc_good), 以 tCO2e 计, 依据 once
        | 为                 | 情形                                                                                      |
        | 可用于宣称的合格量 | 用途 为 VCMI 宣称; 已为此用途注销 为 是; 注销日 不迟于 评定日期; 另有其他使用或宣称 为 否 |
        | 0 tCO2e            | 其他                                                                                      |
      并且 每条 信用批次 的量 仍可用于宣称 (vc_open), 以 tCO2e 计, 依据 gone
        | 为                 | 情形                                      |
        | 0 tCO2e            | 另有其他使用或宣称 为 是                  |
        | 0 tCO2e            | 已为此用途注销 为 是; 用途 不为 VCMI 宣称 |
        | 可用于宣称的合格量 | 其他                                      |
      并且 每条 信用批次 的量 符合 ICVCM 准则的量 (ic_line), 以 tCO2e 计, 依据 ic-programme, ic-method, ic-permanence, ic-binary, listed
        | 为           | 情形                                                                |
        | 0 tCO2e      | 机制为 CCP 合格 为 否                                               |
        | 0 tCO2e      | 方法学在 ICVCM 清单中的状态 属于 未批准, 2024 年所评并网可再生电力  |
        | 0 tCO2e      | 方法学在 ICVCM 清单中的状态 为 附条件批准; 批准所附条件已证明 为 否 |
        | 0 tCO2e      | 减排可能逆转 为 是; 监测年数 低于 40                                |
        | 0 tCO2e      | 活动基于自然 为 是; 共用缓冲比例 低于 20 %                          |
        | 已实现的减排 | 其他                                                                |
      并且 量 指定用于宣称的总量 (vc_offered), 以 tCO2e 计, 为 信用清单 的 指定用于宣称的量 之和, 依据 vc-units
      并且 量 宣称计入量 (vc_counted), 以 tCO2e 计, 为 信用清单 的 宣称有效量 之和, 依据 vc-units
      并且 量 占剩余排放的比例 (vc_share), 以 % 计, 依据 vc-november, surplus
        | 为                              | 情形                                                      |
        | 100 %                           | 公司剩余排放 高于 0 tCO2e; 宣称计入量 不低于 公司剩余排放 |
        | 宣称计入量 / 公司剩余排放       | 公司剩余排放 高于 0 tCO2e                                 |
        | 待定, 因为 没有剩余排放可供宣称 | 其他                                                      |
      并且 量 范围三缺口允许的信用 (gap_limit), 以 tCO2e 计, 依据 vc-gap
        | 为                            |
        | 目标轨迹上的范围三排放 * 25 % |
      并且 量 试行文本允许的信用 (beta_limit), 以 tCO2e 计, 依据 vc-beta
        | 为                        |
        | 宣称所涉范围三排放 * 50 % |
      并且 下列条件
        | 条件    | 名称           | 成立情形                                                                                                                           | 依据 |
        | founded | 基础条件均满足 | 清单已公开 为 是; 近期目标已认证且承诺 2050 年净零 为 是; 近期目标进度正常 为 是; 倡导活动不违背巴黎目标 为 是; 宣称已经鉴证 为 是 | vc   |
      并且 量 2023 年 6 月版等级（1 = 银 / 2 = 金 / 3 = 铂） (vc_june), 依据 vc-june
        | 为 | 情形                  |
        | 0  | 基础条件均满足 不成立 |
        | 3  | vc_share 不低于 100 % |
        | 2  | vc_share 不低于 60 %  |
        | 1  | vc_share 不低于 20 %  |
        | 0  | 其他                  |
      并且 量 2023 年 11 月版等级（1 = 银 / 2 = 金 / 3 = 铂） (vc_november), 依据 vc-november
        | 为 | 情形                  |
        | 0  | 基础条件均满足 不成立 |
        | 3  | vc_share 不低于 100 % |
        | 2  | vc_share 不低于 50 %  |
        | 1  | vc_share 不低于 10 %  |
        | 0  | 其他                  |
      并且 每条 信用批次 的量 指定用于目标的量 (tg_used), 以 tCO2e 计, 依据 target
        | 为       | 情形                   |
        | 信用吨数 | 用途 为 达成 SBTi 目标 |
        | 0 tCO2e  | 其他                   |
      并且 量 指定用于目标的信用总量 (tg_all), 以 tCO2e 计, 为 信用清单 的 指定用于目标的量 之和, 依据 target
      并且 每条 信用批次 的量 重复使用的量 (twice), 以 tCO2e 计, 依据 once
        | 为       | 情形                     |
        | 0 tCO2e  | 另有其他使用或宣称 为 否 |
        | 0 tCO2e  | 用途 为 尚未选定         |
        | 信用吨数 | 其他                     |
      并且 量 重复使用的吨数 (twice_all), 以 tCO2e 计, 为 信用清单 的 重复使用的量 之和, 依据 once
      并且 每条 信用批次 的量 可用量 (free), 以 tCO2e 计, 依据 once
        | 为           | 情形                                                             |
        | 已实现的减排 | 用途 为 尚未选定; 已为此用途注销 为 否; 另有其他使用或宣称 为 否 |
        | 0 tCO2e      | 其他                                                             |
      并且 量 未用信用 (free_all), 以 tCO2e 计, 为 信用清单 的 可用量 之和, 依据 once
      并且 下列门槛
        | 编号    | 门槛                                         | 要求                                             | 适用情形                                                                                         | 依据           |
        | VC-01   | 宣称的基础条件                               | 基础条件均满足 成立                              | 指定用于宣称的总量 高于 0 tCO2e                                                                  | vc             |
        | VC-02   | 指定用于宣称的信用均合格、已注销且未另作他用 | 指定用于宣称的总量 不高于 宣称计入量             | 指定用于宣称的总量 高于 0 tCO2e                                                                  | vc-units, once |
        | VC-06   | 宣称未使用中和或抵消字样                     | 宣称使用中和或抵消字样 为 否                     | 指定用于宣称的总量 高于 0 tCO2e                                                                  | vc-words       |
        | VC-08-A | 信用不超过宣称所涵盖范围三排放的一半         | 弥补范围三缺口的信用 不高于 试行文本允许的信用   | 弥补范围三缺口的信用 高于 0 tCO2e; 信用使用日期 自 2024-09-01 起; 信用使用日期 不迟于 2025-04-29 | vc-beta        |
        | VC-08-B | 信用用于范围三缺口不晚于 2035 年             | 范围三缺口的年份 不高于 2035                     | 弥补范围三缺口的信用 高于 0 tCO2e; 信用使用日期 自 2024-09-01 起; 信用使用日期 不迟于 2025-04-29 | vc-beta        |
        | VC-09   | 信用不超过目标轨迹上范围三排放的四分之一     | 弥补范围三缺口的信用 不高于 范围三缺口允许的信用 | 弥补范围三缺口的信用 高于 0 tCO2e; 信用使用日期 自 2025-04-30 起                                 | vc-gap         |
        | BV-01   | 没有信用用于目标                             | 指定用于目标的信用总量 为 0 tCO2e                |                                                                                                  | target         |
        | DU-01   | 每吨只用一次                                 | 重复使用的吨数 为 0 tCO2e                        |                                                                                                  | once           |
      并且 下列结果
        | 结果          | 名称                                    | 取自                                            | 修约    | 依据        |
        | claim_share   | 占剩余排放的比例                        | vc_share                                        | 保留2位 | vc-november |
        | tier_june     | 2023 年 6 月版等级（1 银，2 金，3 铂）  | 2023 年 6 月版等级（1 = 银 / 2 = 金 / 3 = 铂）  | 保留0位 | vc-june     |
        | tier_november | 2023 年 11 月版等级（1 银，2 金，3 铂） | 2023 年 11 月版等级（1 = 银 / 2 = 金 / 3 = 铂） | 保留0位 | vc-november |
        | credits_left  | 未用信用                                | free_all                                        | 保留0位 | once        |
        | credits_twice | 重复使用的信用                          | 重复使用的吨数                                  | 保留0位 | once        |
      并且 每条 信用批次 的下列结果
        | 结果       | 名称                       | 取自                | 修约    | 依据         |
        | line_claim | 可用于宣称的量             | 仍可用于宣称        | 保留0位 | vc-units     |
        | line_ccp   | 符合核心碳原则各项准则的量 | 符合 ICVCM 准则的量 | 保留0位 | ic-programme |

    场景: 等级的两种解读
      假如 credits 为
        | serial | amount     | programme | year | begun      | host     | activity | excepted | principles | authorised | adjusted | insured | ccp | inside | cancelled | cancelled_on | use  | elsewhere | corsia_listed | ccp_programme | ccp_method | ccp_shown |
        | X1     | 7999 tCO2e | vcs       | 2022 | 2021-01-01 | thailand | another  | 否       | 是         | both       | 是       | 否      | 是  | 否     | 是        | 2026-11-01   | vcmi | 否        | 是            | 是            | approved   | 是        |
      当 按 2027-01-31 评定
      那么 量 vc_june 为 0
      并且 量 vc_november 为 0
      并且 门槛 VC-01 满足
      并且 门槛 VC-02 满足
      并且 门槛 VC-06 满足

    场景: 等级的两种解读 (2)
      假如 credits 为
        | serial | amount     | programme | year | begun      | host     | activity | excepted | principles | authorised | adjusted | insured | ccp | inside | cancelled | cancelled_on | use  | elsewhere | corsia_listed | ccp_programme | ccp_method | ccp_shown |
        | X1     | 8000 tCO2e | vcs       | 2022 | 2021-01-01 | thailand | another  | 否       | 是         | both       | 是       | 否      | 是  | 否     | 是        | 2026-11-01   | vcmi | 否        | 是            | 是            | approved   | 是        |
      当 按 2027-01-31 评定
      那么 量 vc_june 为 0
      并且 量 vc_november 为 1
      并且 门槛 VC-01 满足
      并且 门槛 VC-02 满足
      并且 门槛 VC-06 满足

    场景: 等级的两种解读 (3)
      假如 credits 为
        | serial | amount      | programme | year | begun      | host     | activity | excepted | principles | authorised | adjusted | insured | ccp | inside | cancelled | cancelled_on | use  | elsewhere | corsia_listed | ccp_programme | ccp_method | ccp_shown |
        | X1     | 15999 tCO2e | vcs       | 2022 | 2021-01-01 | thailand | another  | 否       | 是         | both       | 是       | 否      | 是  | 否     | 是        | 2026-11-01   | vcmi | 否        | 是            | 是            | approved   | 是        |
      当 按 2027-01-31 评定
      那么 量 vc_june 为 0
      并且 量 vc_november 为 1
      并且 门槛 VC-01 满足
      并且 门槛 VC-02 满足
      并且 门槛 VC-06 满足

    场景: 等级的两种解读 (4)
      假如 credits 为
        | serial | amount      | programme | year | begun      | host     | activity | excepted | principles | authorised | adjusted | insured | ccp | inside | cancelled | cancelled_on | use  | elsewhere | corsia_listed | ccp_programme | ccp_method | ccp_shown |
        | X1     | 16000 tCO2e | vcs       | 2022 | 2021-01-01 | thailand | another  | 否       | 是         | both       | 是       | 否      | 是  | 否     | 是        | 2026-11-01   | vcmi | 否        | 是            | 是            | approved   | 是        |
      当 按 2027-01-31 评定
      那么 量 vc_june 为 1
      并且 量 vc_november 为 1
      并且 门槛 VC-01 满足
      并且 门槛 VC-02 满足
      并且 门槛 VC-06 满足

    场景: 等级的两种解读 (5)
      假如 credits 为
        | serial | amount      | programme | year | begun      | host     | activity | excepted | principles | authorised | adjusted | insured | ccp | inside | cancelled | cancelled_on | use  | elsewhere | corsia_listed | ccp_programme | ccp_method | ccp_shown |
        | X1     | 39999 tCO2e | vcs       | 2022 | 2021-01-01 | thailand | another  | 否       | 是         | both       | 是       | 否      | 是  | 否     | 是        | 2026-11-01   | vcmi | 否        | 是            | 是            | approved   | 是        |
      当 按 2027-01-31 评定
      那么 量 vc_june 为 1
      并且 量 vc_november 为 1
      并且 门槛 VC-01 满足
      并且 门槛 VC-02 满足
      并且 门槛 VC-06 满足

    场景: 等级的两种解读 (6)
      假如 credits 为
        | serial | amount      | programme | year | begun      | host     | activity | excepted | principles | authorised | adjusted | insured | ccp | inside | cancelled | cancelled_on | use  | elsewhere | corsia_listed | ccp_programme | ccp_method | ccp_shown |
        | X1     | 40000 tCO2e | vcs       | 2022 | 2021-01-01 | thailand | another  | 否       | 是         | both       | 是       | 否      | 是  | 否     | 是        | 2026-11-01   | vcmi | 否        | 是            | 是            | approved   | 是        |
      当 按 2027-01-31 评定
      那么 量 vc_june 为 1
      并且 量 vc_november 为 2
      并且 门槛 VC-01 满足
      并且 门槛 VC-02 满足
      并且 门槛 VC-06 满足

    场景: 等级的两种解读 (7)
      假如 credits 为
        | serial | amount      | programme | year | begun      | host     | activity | excepted | principles | authorised | adjusted | insured | ccp | inside | cancelled | cancelled_on | use  | elsewhere | corsia_listed | ccp_programme | ccp_method | ccp_shown |
        | X1     | 47999 tCO2e | vcs       | 2022 | 2021-01-01 | thailand | another  | 否       | 是         | both       | 是       | 否      | 是  | 否     | 是        | 2026-11-01   | vcmi | 否        | 是            | 是            | approved   | 是        |
      当 按 2027-01-31 评定
      那么 量 vc_june 为 1
      并且 量 vc_november 为 2
      并且 门槛 VC-01 满足
      并且 门槛 VC-02 满足
      并且 门槛 VC-06 满足

    场景: 等级的两种解读 (8)
      假如 credits 为
        | serial | amount      | programme | year | begun      | host     | activity | excepted | principles | authorised | adjusted | insured | ccp | inside | cancelled | cancelled_on | use  | elsewhere | corsia_listed | ccp_programme | ccp_method | ccp_shown |
        | X1     | 48000 tCO2e | vcs       | 2022 | 2021-01-01 | thailand | another  | 否       | 是         | both       | 是       | 否      | 是  | 否     | 是        | 2026-11-01   | vcmi | 否        | 是            | 是            | approved   | 是        |
      当 按 2027-01-31 评定
      那么 量 vc_june 为 2
      并且 量 vc_november 为 2
      并且 门槛 VC-01 满足
      并且 门槛 VC-02 满足
      并且 门槛 VC-06 满足

    场景: 等级的两种解读 (9)
      假如 credits 为
        | serial | amount      | programme | year | begun      | host     | activity | excepted | principles | authorised | adjusted | insured | ccp | inside | cancelled | cancelled_on | use  | elsewhere | corsia_listed | ccp_programme | ccp_method | ccp_shown |
        | X1     | 79999 tCO2e | vcs       | 2022 | 2021-01-01 | thailand | another  | 否       | 是         | both       | 是       | 否      | 是  | 否     | 是        | 2026-11-01   | vcmi | 否        | 是            | 是            | approved   | 是        |
      当 按 2027-01-31 评定
      那么 量 vc_june 为 2
      并且 量 vc_november 为 2
      并且 门槛 VC-01 满足
      并且 门槛 VC-02 满足
      并且 门槛 VC-06 满足

    场景: 等级的两种解读 (10)
      假如 credits 为
        | serial | amount      | programme | year | begun      | host     | activity | excepted | principles | authorised | adjusted | insured | ccp | inside | cancelled | cancelled_on | use  | elsewhere | corsia_listed | ccp_programme | ccp_method | ccp_shown |
        | X1     | 80000 tCO2e | vcs       | 2022 | 2021-01-01 | thailand | another  | 否       | 是         | both       | 是       | 否      | 是  | 否     | 是        | 2026-11-01   | vcmi | 否        | 是            | 是            | approved   | 是        |
      当 按 2027-01-31 评定
      那么 量 vc_june 为 3
      并且 量 vc_november 为 3
      并且 门槛 VC-01 满足
      并且 门槛 VC-02 满足
      并且 门槛 VC-06 满足

    场景: 等级的两种解读 (11)
      假如 credits 为
        | serial | amount      | programme | year | begun      | host     | activity | excepted | principles | authorised | adjusted | insured | ccp | inside | cancelled | cancelled_on | use  | elsewhere | corsia_listed | ccp_programme | ccp_method | ccp_shown |
        | X1     | 80001 tCO2e | vcs       | 2022 | 2021-01-01 | thailand | another  | 否       | 是         | both       | 是       | 否      | 是  | 否     | 是        | 2026-11-01   | vcmi | 否        | 是            | 是            | approved   | 是        |
      当 按 2027-01-31 评定
      那么 量 vc_june 为 3
      并且 量 vc_november 为 3
      并且 门槛 VC-01 满足
      并且 门槛 VC-02 满足
      并且 门槛 VC-06 满足

    场景大纲: 每项基础条件均为必需
      假如 <inventory> 为 否
      并且 credits 为
        | serial | amount      | programme | year | begun      | host     | activity | excepted | principles | authorised | adjusted | insured | ccp | inside | cancelled | cancelled_on | use  | elsewhere | corsia_listed | ccp_programme | ccp_method | ccp_shown |
        | X1     | 80000 tCO2e | vcs       | 2022 | 2021-01-01 | thailand | another  | 否       | 是         | both       | 是       | 否      | 是  | 否     | 是        | 2026-11-01   | vcmi | 否        | 是            | 是            | approved   | 是        |
      当 按 2027-01-31 评定
      那么 门槛 VC-01 不满足
      并且 量 vc_june 为 0
      并且 量 vc_november 为 0

      例子:
        | inventory |
        | inventory |
        | targets   |
        | on_track  |
        | advocacy  |
        | assured   |

    场景: 可支撑宣称的信用
      假如 says_neutral 为 否
      并且 credits 为
        | serial | amount     | programme | year | begun      | host     | activity | excepted | principles | authorised | adjusted | insured | ccp | inside | cancelled | cancelled_on | use  | elsewhere | corsia_listed | ccp_programme | ccp_method | ccp_shown |
        | X1     | 7000 tCO2e | vcs       | 2022 | 2021-01-01 | thailand | another  | 否       | 是         | both       | 是       | 否      | 是  | 否     | 是        | 2026-11-01   | vcmi | 否        | 是            | 是            | approved   | 是        |
      当 按 2027-01-31 评定
      那么 量 vc_counted 为 7000 tCO2e
      并且 门槛 VC-02 满足
      并且 门槛 VC-06 满足

    场景大纲: 标签与同行内容矛盾的不支撑宣称
      假如 设定 无 CCP 标签的 CORSIA 单位用于宣称 为 taken
      并且 credits 为
        | serial | amount      | programme | year | begun      | host     | activity | excepted | principles | authorised | adjusted | insured | ccp     | inside | cancelled | cancelled_on | use  | elsewhere | corsia_listed | ccp_programme | ccp_method | ccp_shown |
        | X1     | 80000 tCO2e | vcs       | 2022 | 2021-01-01 | thailand | another  | 否       | 是         | both       | 是       | 否      | <label> | 否     | 是        | 2026-11-01   | vcmi | 否        | 是            | <eligible>    | <method>   | 是        |
      当 按 2027-01-31 评定
      那么 量 vc_counted 为 <counted> tCO2e
      并且 量 vc_november 为 <tier>

      例子:
        | label | eligible | method       | counted | tier |
        | 是    | 是       | approved     | 80000   | 3    |
        | 是    | 否       | approved     | 0       | 0    |
        | 否    | 否       | approved     | 80000   | 3    |
        | 是    | 是       | not_approved | 0       | 0    |

    场景: 没有剩余排放时等级待定
      假如 remaining 为 0 tCO2e
      当 按 2027-01-31 评定
      那么 量 vc_june 由规则待定

    场景大纲: 以范围三的四分之一为限
      假如 gap 为 <gap> tCO2e
      并且 trajectory 为 1000 tCO2e
      当 按 2027-01-31 评定
      那么 门槛 VC-09 <VC-09>

      例子:
        | gap    | VC-09  |
        | 0      | 不适用 |
        | 250    | 满足   |
        | 250.01 | 不满足 |

    场景: 目标、重复使用的吨数与未用吨数
      假如 credits 为
        | serial | amount     | programme | year | begun      | host     | activity | excepted | principles | authorised | adjusted | insured | ccp | inside | cancelled | cancelled_on | use  | elsewhere | corsia_listed | ccp_programme | ccp_method | ccp_shown |
        | X1     | 7000 tCO2e | vcs       | 2022 | 2021-01-01 | thailand | another  | 否       | 是         | both       | 是       | 否      | 是  | 否     | 否        | 2026-11-01   | none | 否        | 是            | 是            | approved   | 是        |
      当 按 2027-01-31 评定
      那么 门槛 BV-01 满足
      并且 门槛 DU-01 满足
      并且 量 twice_all 为 0 tCO2e
      并且 量 free_all 为 7000 tCO2e

    场景: 目标、重复使用的吨数与未用吨数 (2)
      假如 credits 为
        | serial | amount     | programme | year | begun      | host     | activity | excepted | principles | authorised | adjusted | insured | ccp | inside | cancelled | cancelled_on | use  | elsewhere | corsia_listed | ccp_programme | ccp_method | ccp_shown |
        | X1     | 7000 tCO2e | vcs       | 2022 | 2021-01-01 | thailand | another  | 否       | 是         | both       | 是       | 否      | 是  | 否     | 是        | 2026-11-01   | none | 否        | 是            | 是            | approved   | 是        |
      当 按 2027-01-31 评定
      那么 门槛 BV-01 满足
      并且 门槛 DU-01 满足
      并且 量 twice_all 为 0 tCO2e
      并且 量 free_all 为 0 tCO2e

    场景: 目标、重复使用的吨数与未用吨数 (3)
      假如 credits 为
        | serial | amount     | programme | year | begun      | host     | activity | excepted | principles | authorised | adjusted | insured | ccp | inside | cancelled | cancelled_on | use  | elsewhere | corsia_listed | ccp_programme | ccp_method | ccp_shown |
        | X1     | 7000 tCO2e | vcs       | 2022 | 2021-01-01 | thailand | another  | 否       | 是         | both       | 是       | 否      | 是  | 否     | 否        | 2026-11-01   | none | 是        | 是            | 是            | approved   | 是        |
      当 按 2027-01-31 评定
      那么 门槛 BV-01 满足
      并且 门槛 DU-01 满足
      并且 量 twice_all 为 0 tCO2e
      并且 量 free_all 为 0 tCO2e

    场景: 目标、重复使用的吨数与未用吨数 (4)
      假如 credits 为
        | serial | amount     | programme | year | begun      | host     | activity | excepted | principles | authorised | adjusted | insured | ccp | inside | cancelled | cancelled_on | use    | elsewhere | corsia_listed | ccp_programme | ccp_method | ccp_shown |
        | X1     | 7000 tCO2e | vcs       | 2022 | 2021-01-01 | thailand | another  | 否       | 是         | both       | 是       | 否      | 是  | 否     | 否        | 2026-11-01   | corsia | 否        | 是            | 是            | approved   | 是        |
      当 按 2027-01-31 评定
      那么 门槛 BV-01 满足
      并且 门槛 DU-01 满足
      并且 量 twice_all 为 0 tCO2e
      并且 量 free_all 为 0 tCO2e

    场景: 目标、重复使用的吨数与未用吨数 (5)
      假如 credits 为
        | serial | amount     | programme | year | begun      | host     | activity | excepted | principles | authorised | adjusted | insured | ccp | inside | cancelled | cancelled_on | use     | elsewhere | corsia_listed | ccp_programme | ccp_method | ccp_shown |
        | X1     | 7000 tCO2e | vcs       | 2022 | 2021-01-01 | thailand | another  | 否       | 是         | both       | 是       | 否      | 是  | 否     | 是        | 2026-11-01   | neutral | 是        | 是            | 是            | approved   | 是        |
      当 按 2027-01-31 评定
      那么 门槛 BV-01 满足
      并且 门槛 DU-01 不满足
      并且 量 twice_all 为 7000 tCO2e
      并且 量 free_all 为 0 tCO2e

    场景: 目标、重复使用的吨数与未用吨数 (6)
      假如 credits 为
        | serial | amount     | programme | year | begun      | host     | activity | excepted | principles | authorised | adjusted | insured | ccp | inside | cancelled | cancelled_on | use    | elsewhere | corsia_listed | ccp_programme | ccp_method | ccp_shown |
        | X1     | 7000 tCO2e | vcs       | 2022 | 2021-01-01 | thailand | another  | 否       | 是         | both       | 是       | 否      | 是  | 否     | 是        | 2026-11-01   | target | 否        | 是            | 是            | approved   | 是        |
      当 按 2027-01-31 评定
      那么 门槛 BV-01 不满足
      并且 门槛 DU-01 满足
      并且 量 twice_all 为 0 tCO2e
      并且 量 free_all 为 0 tCO2e

    场景: 目标、重复使用的吨数与未用吨数 (7)
      假如 credits 为
        | serial | amount     | programme | year | begun      | host     | activity | excepted | principles | authorised | adjusted | insured | ccp | inside | cancelled | cancelled_on | use    | elsewhere | corsia_listed | ccp_programme | ccp_method | ccp_shown |
        | X1     | 7000 tCO2e | vcs       | 2022 | 2021-01-01 | thailand | another  | 否       | 是         | both       | 是       | 否      | 是  | 否     | 是        | 2026-11-01   | target | 是        | 是            | 是            | approved   | 是        |
      当 按 2027-01-31 评定
      那么 门槛 BV-01 不满足
      并且 门槛 DU-01 不满足
      并且 量 twice_all 为 7000 tCO2e
      并且 量 free_all 为 0 tCO2e
