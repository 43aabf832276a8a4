# language: zh-CN
功能: V2.0 的准则

  背景:
    假如 评分卡 sbti-near-term

  规则: A 类或 B 类
    背景:
      假如 量 达到的规模项数 (sizes), 依据 v2-a1
        | 为                                                       |
        | 资产大（1 = 是） + 营业额大（1 = 是） + 员工多（1 = 是） |
      并且 量 资产大（1 = 是） (large_balance), 依据 v2-a1
        | 为 | 情形                             |
        | 1  | 集团资产总额 不低于 25000000 EUR |
        | 0  | 其他                             |
      并且 量 营业额大（1 = 是） (large_turnover), 依据 v2-a1
        | 为 | 情形                             |
        | 1  | 集团净营业额 不低于 50000000 EUR |
        | 0  | 其他                             |
      并且 量 员工多（1 = 是） (large_staff), 依据 v2-a1
        | 为 | 情形                       |
        | 1  | 集团全职员工 不低于 250 人 |
        | 0  | 其他                       |
      并且 下列条件
        | 条件       | 名称    | 成立情形                                                | 依据  |
        | category_a | A类企业 | 集团净营业额 不低于 450000000 EUR                       | v2-a1 |
        | category_a |         | 集团全职员工 不低于 1000 人                             | v2-a1 |
        | category_a |         | 位于高收入国家 为 是; 范围一和二合计 不低于 10000 tCO2e | v2-a1 |
        | category_a |         | 位于高收入国家 为 是; 达到的规模项数 不低于 2           | v2-a1 |

    场景大纲: 何者为 A 类
      假如 turnover 为 <turnover> EUR
      并且 staff 为 <staff> 人
      并且 balance_sheet 为 <balance_sheet> EUR
      并且 high_income 为 <high_income>
      并且 s1 为 0 tCO2e
      并且 s2 为 <s2> tCO2e
      当 按 2026-12-01 评定
      那么 条件 category_a <condition>

      例子:
        | turnover  | staff | balance_sheet | high_income | s2      | condition |
        | 449990000 | 999   | 30000000      | 否          | 100000  | 不成立    |
        | 450000000 | 999   | 30000000      | 否          | 100000  | 成立      |
        | 449990000 | 1000  | 30000000      | 否          | 100000  | 成立      |
        | 49999999  | 249   | 30000000      | 是          | 9999.99 | 不成立    |
        | 49999999  | 249   | 30000000      | 是          | 10000   | 成立      |
        | 50000000  | 249   | 24999999      | 是          | 9999    | 不成立    |
        | 50000000  | 249   | 25000000      | 是          | 9999    | 成立      |
        | 49999999  | 250   | 25000000      | 是          | 9999    | 成立      |
        | 50000000  | 250   | 24999999      | 是          | 9999    | 成立      |

    场景: 未填报者绝不算 B 类
      假如 turnover 缺失
      并且 staff 缺失
      并且 high_income 缺失
      当 按 2026-12-01 评定
      那么 条件 category_a 待定

  规则: 范围一和二目标
    背景:
      假如 量 目标期年数 (frame), 依据 v2-years, v2-frame
        | 为                    | 情形                       |
        | 目标年 - 范围一基准年 | 五年目标期的起点 为 基准年 |
        | 目标年 - 年份(提交日) | 其他                       |
      并且 下列条件
        | 条件               | 名称               | 成立情形                                 | 依据   |
        | must_be_absolute_2 | 范围二须有绝对目标 | A类企业 成立; 预计每年用电增长 高于 20 % | v2-c12 |
      并且 下列门槛
        | 编号     | 门槛                             | 要求                                                         | 适用情形                                                                 | 依据     |
        | SB2-06-Y | 五年目标期                       | 目标期年数 为 5                                              | 所依标准版本 为 V2.0                                                     | v2-years |
        | SB2-06-S | 范围一与二分开                   | 范围一和二各有目标 为 是                                     | 所依标准版本 为 V2.0                                                     | v2-c11   |
        | SB2-06-C | 全部范围一与全部范围二           | 目标覆盖范围一的比例 为 100 %; 目标覆盖范围二的比例 为 100 % | 所依标准版本 为 V2.0                                                     | v2-c11   |
        | SB2-11   | 范围二设有低碳电力目标或绝对目标 | 范围二有低碳电力目标 为 是                                   | 所依标准版本 为 V2.0                                                     | v2-c12   |
        | SB2-11   |                                  | 范围二有绝对目标 为 是                                       |                                                                          | v2-c12   |
        | SB2-12   | 用电增长快者须为绝对目标         | 范围二有绝对目标 为 是                                       | 所依标准版本 为 V2.0; 范围二须有绝对目标 成立                            | v2-c12   |
        | SB2-13   | 热力、蒸汽、冷量须为绝对目标     | 热力蒸汽冷量有绝对目标 为 是                                 | 所依标准版本 为 V2.0; 外购热力蒸汽冷量 为 是                             | v2-c12   |
        | SB2-16   | 强度或资产转型须另有长期目标     | 范围一有长期目标 为 是                                       | 所依标准版本 为 V2.0; A类企业 成立; 依V2的范围一方法 属于 强度, 资产转型 | v2-c11   |

    场景大纲: 各自覆盖全部的目标
      假如 standard 为 v2_0
      并且 <target_year>
      当 按 2027-03-01 评定
      那么 门槛 <SB2-06-Y>

      例子:
        | target_year             | SB2-06-Y        |
        | target_year 为 2027     | SB2-06-Y 满足   |
        | target_year 为 2028     | SB2-06-Y 不满足 |
        | separate_targets 为 否  | SB2-06-S 不满足 |
        | covered_1 为 99.99 %    | SB2-06-C 不满足 |
        | covered_2 为 100 %      | SB2-06-C 满足   |
        | growth 为 20 %          | SB2-12 不适用   |
        | growth 为 20.01 %       | SB2-12 不满足   |
        | buys_heat 为 是         | SB2-13 不满足   |
        | low_carbon_target 为 否 | SB2-11 不满足   |
        | method_1 为 intensity   | SB2-16 不满足   |

  规则: 范围三按类别评价
    背景:
      假如 每条 范围三条目 的量 类别1至14的吨数 (counted), 以 tCO2e 计, 依据 v2-c14
        | 为         | 情形                  |
        | 0 tCO2e    | 范围三类别 为 15 投资 |
        | 类别排放量 | 其他                  |
      并且 量 类别1至14合计 (s3_14), 以 tCO2e 计, 为 范围三按类别 的 类别1至14的吨数 之和, 依据 v2-c14
      并且 量 类别1合计 (all_1), 以 tCO2e 计, 为 范围三按类别 的 类别1至14的吨数 之和, 依据 v2-c14
        | 其中                           |
        | 范围三类别 为 1 外购商品与服务 |
      并且 量 类别2合计 (all_2), 以 tCO2e 计, 为 范围三按类别 的 类别1至14的吨数 之和, 依据 v2-c14
        | 其中                     |
        | 范围三类别 为 2 资本货物 |
      并且 量 类别3合计 (all_3), 以 tCO2e 计, 为 范围三按类别 的 类别1至14的吨数 之和, 依据 v2-c14
        | 其中                       |
        | 范围三类别 为 3 燃料与能源 |
      并且 量 类别4合计 (all_4), 以 tCO2e 计, 为 范围三按类别 的 类别1至14的吨数 之和, 依据 v2-c14
        | 其中                     |
        | 范围三类别 为 4 上游运输 |
      并且 量 类别5合计 (all_5), 以 tCO2e 计, 为 范围三按类别 的 类别1至14的吨数 之和, 依据 v2-c14
        | 其中                   |
        | 范围三类别 为 5 废弃物 |
      并且 量 类别6合计 (all_6), 以 tCO2e 计, 为 范围三按类别 的 类别1至14的吨数 之和, 依据 v2-c14
        | 其中                     |
        | 范围三类别 为 6 商务差旅 |
      并且 量 类别7合计 (all_7), 以 tCO2e 计, 为 范围三按类别 的 类别1至14的吨数 之和, 依据 v2-c14
        | 其中                 |
        | 范围三类别 为 7 通勤 |
      并且 量 类别8合计 (all_8), 以 tCO2e 计, 为 范围三按类别 的 类别1至14的吨数 之和, 依据 v2-c14
        | 其中                         |
        | 范围三类别 为 8 上游租赁资产 |
      并且 量 类别9合计 (all_9), 以 tCO2e 计, 为 范围三按类别 的 类别1至14的吨数 之和, 依据 v2-c14
        | 其中                     |
        | 范围三类别 为 9 下游运输 |
      并且 量 类别10合计 (all_10), 以 tCO2e 计, 为 范围三按类别 的 类别1至14的吨数 之和, 依据 v2-c14
        | 其中                  |
        | 范围三类别 为 10 加工 |
      并且 量 类别11合计 (all_11), 以 tCO2e 计, 为 范围三按类别 的 类别1至14的吨数 之和, 依据 v2-c14
        | 其中                      |
        | 范围三类别 为 11 产品使用 |
      并且 量 类别12合计 (all_12), 以 tCO2e 计, 为 范围三按类别 的 类别1至14的吨数 之和, 依据 v2-c14
        | 其中                      |
        | 范围三类别 为 12 寿命终止 |
      并且 量 类别13合计 (all_13), 以 tCO2e 计, 为 范围三按类别 的 类别1至14的吨数 之和, 依据 v2-c14
        | 其中                          |
        | 范围三类别 为 13 下游租赁资产 |
      并且 量 类别14合计 (all_14), 以 tCO2e 计, 为 范围三按类别 的 类别1至14的吨数 之和, 依据 v2-c14
        | 其中                      |
        | 范围三类别 为 14 特许经营 |
      并且 每条 范围三条目 的量 所属类别合计 (category_all), 以 tCO2e 计, 依据 v2-c14, v2-sum
        | 为         | 情形                           |
        | 类别1合计  | 范围三类别 为 1 外购商品与服务 |
        | 类别2合计  | 范围三类别 为 2 资本货物       |
        | 类别3合计  | 范围三类别 为 3 燃料与能源     |
        | 类别4合计  | 范围三类别 为 4 上游运输       |
        | 类别5合计  | 范围三类别 为 5 废弃物         |
        | 类别6合计  | 范围三类别 为 6 商务差旅       |
        | 类别7合计  | 范围三类别 为 7 通勤           |
        | 类别8合计  | 范围三类别 为 8 上游租赁资产   |
        | 类别9合计  | 范围三类别 为 9 下游运输       |
        | 类别10合计 | 范围三类别 为 10 加工          |
        | 类别11合计 | 范围三类别 为 11 产品使用      |
        | 类别12合计 | 范围三类别 为 12 寿命终止      |
        | 类别13合计 | 范围三类别 为 13 下游租赁资产  |
        | 类别14合计 | 范围三类别 为 14 特许经营      |
        | 0 tCO2e    | 其他                           |
      并且 每条 范围三条目 的量 类别占比 (share), 以 % 计, 依据 v2-c14
        | 为                           | 情形                     |
        | 待定, 因为 类别1至14没有排放 | 类别1至14合计 为 0 tCO2e |
        | 所属类别合计 / 类别1至14合计 | 其他                     |
      并且 每条 范围三条目 的量 理由在封闭清单上 (listed), 按 范围三类别, 剔除理由, 倡议有其行业路径 取值, 依据 v2-out
        | 范围三类别       | 剔除理由               | 倡议有其行业路径 | 为 |
        | 1 外购商品与服务 | 二手货物               | 否               | 1  |
        | 2 资本货物       | 二手货物               | 任何             | 1  |
        | 3 燃料与能源     | 已通过范围一或二削减   | 任何             | 1  |
        | 7 通勤           | 通勤整个类别           | 任何             | 1  |
        | 8 上游租赁资产   | 无运营控制或影响       | 任何             | 1  |
        | 9 下游运输       | 合同上无权决定运输方式 | 任何             | 1  |
        | 10 加工          | 加工不明或无业务关系   | 任何             | 1  |
        | 14 特许经营      | 特许经营者独立         | 任何             | 1  |
        | 其他             | 其他                   | 其他             | 0  |
      并且 每条 范围三条目 的量 方法可用于该类别 (open), 按 范围三类别, 类别的方法, 倡议有其行业路径 取值, 依据 v2-c15
        | 范围三类别                                                                                                                    | 类别的方法         | 倡议有其行业路径 | 为 |
        | 15 投资                                                                                                                       | 任何               | 任何             | 0  |
        | 不为 15 投资                                                                                                                  | 减排               | 任何             | 1  |
        | 属于 1 外购商品与服务, 2 资本货物                                                                                             | 采购量或活动量一致 | 是               | 1  |
        | 属于 4 上游运输, 6 商务差旅, 9 下游运输                                                                                       | 采购量或活动量一致 | 任何             | 1  |
        | 属于 1 外购商品与服务, 2 资本货物, 4 上游运输, 8 上游租赁资产, 9 下游运输, 10 加工, 11 产品使用, 13 下游租赁资产, 14 特许经营 | 供应商或客户一致   | 任何             | 1  |
        | 属于 11 产品使用, 13 下游租赁资产                                                                                             | 产品使用一致       | 任何             | 1  |
        | 12 寿命终止                                                                                                                   | 寿命终止一致       | 任何             | 1  |
        | 其他                                                                                                                          | 其他               | 其他             | 0  |
      并且 每条 范围三条目 的量 无目标且无有效理由的重大条目 (left_open), 依据 v2-c14, v2-out, v2-whole, v2-zero
        | 为 | 情形                                                    |
        | 0  | 所属类别合计 为 0 tCO2e                                 |
        | 0  | 类别占比 低于 5 %                                       |
        | 0  | 类别已设目标 为 是                                      |
        | 0  | 理由在封闭清单上 为 1; 条件理由吨数与计划均已说明 为 是 |
        | 1  | 其他                                                    |
      并且 每条 范围三条目 的量 方法不当（1 = 是） (wrong), 依据 v2-c15
        | 为 | 情形                                                               |
        | 1  | 类别已设目标 为 是; 范围三类别 不为 15 投资; 方法可用于该类别 为 0 |
        | 0  | 其他                                                               |
      并且 每条 范围三条目 的量 理由无效（1 = 是） (void), 依据 v2-out
        | 为 | 情形                                                    |
        | 0  | 剔除理由 为 未剔除                                      |
        | 0  | 理由在封闭清单上 为 1; 条件理由吨数与计划均已说明 为 是 |
        | 1  | 其他                                                    |
      并且 每条 范围三条目 的量 重大类别的份额 (significant)
        | 为                             | 情形                    | 依据           |
        | 0                              | 所属类别合计 为 0 tCO2e | v2-zero        |
        | 类别1至14的吨数 / 所属类别合计 | 类别占比 不低于 5 %     | v2-c14, v2-sum |
        | 0                              | 其他                    | v2-c14, v2-sum |
      并且 量 无目标且无有效理由的重大条目数 (left_open_all), 为 范围三按类别 的 无目标且无有效理由的重大条目 之和, 依据 v2-c14
      并且 量 方法不当的条目数 (wrong_all), 为 范围三按类别 的 方法不当（1 = 是） 之和, 依据 v2-c15
      并且 量 无效理由数 (void_all), 为 范围三按类别 的 理由无效（1 = 是） 之和, 依据 v2-out
      并且 量 重大类别数 (significant_all), 为 范围三按类别 的 重大类别的份额 之和, 依据 v2-c14
      并且 下列门槛
        | 编号   | 门槛                              | 要求                                | 适用情形                           | 依据           |
        | SB2-07 | A 类设有范围三目标                | 已设范围三目标 为 是                | 所依标准版本 为 V2.0; A类企业 成立 | v2-c13         |
        | SB2-08 | 占 5 % 起的类别均有目标或有效理由 | 无目标且无有效理由的重大条目数 为 0 | 所依标准版本 为 V2.0; A类企业 成立 | v2-c14, v2-who |
        | SB2-10 | 每种方法均可用于其类别            | 方法不当的条目数 为 0               | 所依标准版本 为 V2.0               | v2-c15         |
      并且 下列不符合项
        | 代码        | 不符合项             | 情形                                    | 程度 | 依据   |
        | SB2-09.VOID | 理由无效，该类别计入 | 所依标准版本 为 V2.0; 无效理由数 高于 0 | 一般 | v2-out |
      并且 下列结果
        | 结果          | 名称             | 取自       | 修约    | 依据   |
        | significant_3 | 范围三重大类别数 | 重大类别数 | 保留0位 | v2-c14 |
      并且 每条 范围三条目 的下列结果
        | 结果       | 名称                         | 取自                         | 修约    | 依据   |
        | line_share | 占类别 1 至 14 之比          | 类别占比                     | 保留2位 | v2-c14 |
        | line_open  | 无目标且无有效理由的重大条目 | 无目标且无有效理由的重大条目 | 保留0位 | v2-c14 |

    场景: 演算企业有四个重要类别
      当 按 2026-12-01 评定
      那么 量 significant_all 为 4
      并且 量 s3_14 为 150000 tCO2e
      并且 line 3 的量 share 为 6 %

    场景: 占 5 % 起的类别须有目标, 或清单所列理由并说明四项内容
      假如 standard 为 v2_0
      并且 lines 为
        | record | category | amount      | covered | targeted | method                | sector_path | left_out_as  | told |
        | a      | c11      | 95.01 tCO2e | 0 %     | 是       | product_use_alignment | 否          | not_left_out | 否   |
        | b      | c5       | 4.99 tCO2e  | 0 %     | 否       | emissions_reduction   | 否          | not_left_out | 否   |
      当 按 2027-03-01 评定
      那么 门槛 SB2-08 满足
      并且 门槛 SB2-10 满足
      并且 不开具 SB2-09.VOID

    场景: 占 5 % 起的类别须有目标, 或清单所列理由并说明四项内容 (2)
      假如 standard 为 v2_0
      并且 lines 为
        | record | category | amount   | covered | targeted | method                | sector_path | left_out_as  | told |
        | a      | c11      | 95 tCO2e | 0 %     | 是       | product_use_alignment | 否          | not_left_out | 否   |
        | b      | c5       | 5 tCO2e  | 0 %     | 否       | emissions_reduction   | 否          | not_left_out | 否   |
      当 按 2027-03-01 评定
      那么 门槛 SB2-08 不满足
      并且 门槛 SB2-10 满足
      并且 不开具 SB2-09.VOID

    场景: 占 5 % 起的类别须有目标, 或清单所列理由并说明四项内容 (3)
      假如 standard 为 v2_0
      并且 lines 为
        | record | category | amount   | covered | targeted | method                | sector_path | left_out_as  | told |
        | a      | c11      | 95 tCO2e | 0 %     | 是       | product_use_alignment | 否          | not_left_out | 否   |
        | b      | c5       | 5 tCO2e  | 0 %     | 是       | emissions_reduction   | 否          | not_left_out | 否   |
      当 按 2027-03-01 评定
      那么 门槛 SB2-08 满足
      并且 门槛 SB2-10 满足
      并且 不开具 SB2-09.VOID

    场景: 占 5 % 起的类别须有目标, 或清单所列理由并说明四项内容 (4)
      假如 standard 为 v2_0
      并且 lines 为
        | record | category | amount   | covered | targeted | method                | sector_path | left_out_as  | told |
        | a      | c11      | 50 tCO2e | 0 %     | 是       | product_use_alignment | 否          | not_left_out | 否   |
        | b      | c15      | 50 tCO2e | 0 %     | 否       | emissions_reduction   | 否          | not_left_out | 否   |
      当 按 2027-03-01 评定
      那么 门槛 SB2-08 满足
      并且 门槛 SB2-10 满足
      并且 不开具 SB2-09.VOID

    场景: 占 5 % 起的类别须有目标, 或清单所列理由并说明四项内容 (5)
      假如 standard 为 v2_0
      并且 lines 为
        | record | category | amount   | covered | targeted | method                | sector_path | left_out_as  | told |
        | a      | c11      | 50 tCO2e | 0 %     | 是       | product_use_alignment | 否          | not_left_out | 否   |
        | b      | c15      | 50 tCO2e | 0 %     | 是       | intensity             | 否          | not_left_out | 否   |
      当 按 2027-03-01 评定
      那么 门槛 SB2-08 满足
      并且 门槛 SB2-10 满足
      并且 不开具 SB2-09.VOID

    场景: 占 5 % 起的类别须有目标, 或清单所列理由并说明四项内容 (6)
      假如 standard 为 v2_0
      并且 lines 为
        | record | category | amount   | covered | targeted | method                | sector_path | left_out_as  | told |
        | a      | c11      | 50 tCO2e | 0 %     | 是       | product_use_alignment | 否          | not_left_out | 否   |
        | b      | c7       | 50 tCO2e | 0 %     | 否       | emissions_reduction   | 否          | commuting    | 是   |
      当 按 2027-03-01 评定
      那么 门槛 SB2-08 满足
      并且 门槛 SB2-10 满足
      并且 不开具 SB2-09.VOID

    场景: 占 5 % 起的类别须有目标, 或清单所列理由并说明四项内容 (7)
      假如 standard 为 v2_0
      并且 lines 为
        | record | category | amount   | covered | targeted | method                | sector_path | left_out_as  | told |
        | a      | c11      | 50 tCO2e | 0 %     | 是       | product_use_alignment | 否          | not_left_out | 否   |
        | b      | c7       | 50 tCO2e | 0 %     | 否       | emissions_reduction   | 否          | commuting    | 否   |
      当 按 2027-03-01 评定
      那么 门槛 SB2-08 不满足
      并且 门槛 SB2-10 满足
      并且 开具一般不符合项 SB2-09.VOID

    场景: 占 5 % 起的类别须有目标, 或清单所列理由并说明四项内容 (8)
      假如 standard 为 v2_0
      并且 lines 为
        | record | category | amount   | covered | targeted | method                | sector_path | left_out_as    | told |
        | a      | c11      | 50 tCO2e | 0 %     | 是       | product_use_alignment | 否          | not_left_out   | 否   |
        | b      | c7       | 50 tCO2e | 0 %     | 否       | emissions_reduction   | 否          | another_reason | 是   |
      当 按 2027-03-01 评定
      那么 门槛 SB2-08 不满足
      并且 门槛 SB2-10 满足
      并且 开具一般不符合项 SB2-09.VOID

    场景: 占 5 % 起的类别须有目标, 或清单所列理由并说明四项内容 (9)
      假如 standard 为 v2_0
      并且 lines 为
        | record | category | amount   | covered | targeted | method                | sector_path | left_out_as  | told |
        | a      | c11      | 50 tCO2e | 0 %     | 是       | product_use_alignment | 否          | not_left_out | 否   |
        | b      | c5       | 50 tCO2e | 0 %     | 否       | emissions_reduction   | 否          | commuting    | 是   |
      当 按 2027-03-01 评定
      那么 门槛 SB2-08 不满足
      并且 门槛 SB2-10 满足
      并且 开具一般不符合项 SB2-09.VOID

    场景: 占 5 % 起的类别须有目标, 或清单所列理由并说明四项内容 (10)
      假如 standard 为 v2_0
      并且 lines 为
        | record | category | amount   | covered | targeted | method                | sector_path | left_out_as  | told |
        | a      | c11      | 50 tCO2e | 0 %     | 是       | product_use_alignment | 否          | not_left_out | 否   |
        | b      | c1       | 50 tCO2e | 0 %     | 否       | emissions_reduction   | 否          | second_hand  | 是   |
      当 按 2027-03-01 评定
      那么 门槛 SB2-08 满足
      并且 门槛 SB2-10 满足
      并且 不开具 SB2-09.VOID

    场景: 占 5 % 起的类别须有目标, 或清单所列理由并说明四项内容 (11)
      假如 standard 为 v2_0
      并且 lines 为
        | record | category | amount   | covered | targeted | method                | sector_path | left_out_as  | told |
        | a      | c11      | 50 tCO2e | 0 %     | 是       | product_use_alignment | 否          | not_left_out | 否   |
        | b      | c1       | 50 tCO2e | 0 %     | 否       | emissions_reduction   | 是          | second_hand  | 是   |
      当 按 2027-03-01 评定
      那么 门槛 SB2-08 不满足
      并且 门槛 SB2-10 满足
      并且 开具一般不符合项 SB2-09.VOID

    场景: 占 5 % 起的类别须有目标, 或清单所列理由并说明四项内容 (12)
      假如 standard 为 v2_0
      并且 lines 为
        | record | category | amount   | covered | targeted | method                | sector_path | left_out_as  | told |
        | a      | c11      | 50 tCO2e | 0 %     | 是       | product_use_alignment | 否          | not_left_out | 否   |
        | b      | c2       | 50 tCO2e | 0 %     | 否       | emissions_reduction   | 是          | second_hand  | 是   |
      当 按 2027-03-01 评定
      那么 门槛 SB2-08 满足
      并且 门槛 SB2-10 满足
      并且 不开具 SB2-09.VOID

    场景: 占 5 % 起的类别须有目标, 或清单所列理由并说明四项内容 (13)
      假如 standard 为 v2_0
      并且 lines 为
        | record | category | amount   | covered | targeted | method                | sector_path | left_out_as         | told |
        | a      | c11      | 50 tCO2e | 0 %     | 是       | product_use_alignment | 否          | not_left_out        | 否   |
        | b      | c3       | 50 tCO2e | 0 %     | 否       | emissions_reduction   | 否          | cut_in_scope_1_or_2 | 是   |
      当 按 2027-03-01 评定
      那么 门槛 SB2-08 满足
      并且 门槛 SB2-10 满足
      并且 不开具 SB2-09.VOID

    场景: 占 5 % 起的类别须有目标, 或清单所列理由并说明四项内容 (14)
      假如 standard 为 v2_0
      并且 lines 为
        | record | category | amount   | covered | targeted | method                | sector_path | left_out_as  | told |
        | a      | c11      | 50 tCO2e | 0 %     | 是       | product_use_alignment | 否          | not_left_out | 否   |
        | b      | c8       | 50 tCO2e | 0 %     | 否       | emissions_reduction   | 否          | no_control   | 是   |
      当 按 2027-03-01 评定
      那么 门槛 SB2-08 满足
      并且 门槛 SB2-10 满足
      并且 不开具 SB2-09.VOID

    场景: 占 5 % 起的类别须有目标, 或清单所列理由并说明四项内容 (15)
      假如 standard 为 v2_0
      并且 lines 为
        | record | category | amount   | covered | targeted | method                | sector_path | left_out_as         | told |
        | a      | c11      | 50 tCO2e | 0 %     | 是       | product_use_alignment | 否          | not_left_out        | 否   |
        | b      | c9       | 50 tCO2e | 0 %     | 否       | emissions_reduction   | 否          | no_say_in_transport | 是   |
      当 按 2027-03-01 评定
      那么 门槛 SB2-08 满足
      并且 门槛 SB2-10 满足
      并且 不开具 SB2-09.VOID

    场景: 占 5 % 起的类别须有目标, 或清单所列理由并说明四项内容 (16)
      假如 standard 为 v2_0
      并且 lines 为
        | record | category | amount   | covered | targeted | method                | sector_path | left_out_as        | told |
        | a      | c11      | 50 tCO2e | 0 %     | 是       | product_use_alignment | 否          | not_left_out       | 否   |
        | b      | c10      | 50 tCO2e | 0 %     | 否       | emissions_reduction   | 否          | processing_unknown | 是   |
      当 按 2027-03-01 评定
      那么 门槛 SB2-08 满足
      并且 门槛 SB2-10 满足
      并且 不开具 SB2-09.VOID

    场景: 占 5 % 起的类别须有目标, 或清单所列理由并说明四项内容 (17)
      假如 standard 为 v2_0
      并且 lines 为
        | record | category | amount   | covered | targeted | method                | sector_path | left_out_as           | told |
        | a      | c11      | 50 tCO2e | 0 %     | 是       | product_use_alignment | 否          | not_left_out          | 否   |
        | b      | c14      | 50 tCO2e | 0 %     | 否       | emissions_reduction   | 否          | independent_franchise | 是   |
      当 按 2027-03-01 评定
      那么 门槛 SB2-08 满足
      并且 门槛 SB2-10 满足
      并且 不开具 SB2-09.VOID

    场景: 占 5 % 起的类别须有目标, 或清单所列理由并说明四项内容 (18)
      假如 standard 为 v2_0
      并且 lines 为
        | record | category | amount   | covered | targeted | method                | sector_path | left_out_as  | told |
        | a      | c11      | 50 tCO2e | 0 %     | 是       | product_use_alignment | 否          | not_left_out | 否   |
        | b      | c1       | 50 tCO2e | 0 %     | 是       | volume_alignment      | 是          | not_left_out | 否   |
      当 按 2027-03-01 评定
      那么 门槛 SB2-08 满足
      并且 门槛 SB2-10 满足
      并且 不开具 SB2-09.VOID

    场景: 占 5 % 起的类别须有目标, 或清单所列理由并说明四项内容 (19)
      假如 standard 为 v2_0
      并且 lines 为
        | record | category | amount   | covered | targeted | method                | sector_path | left_out_as  | told |
        | a      | c11      | 50 tCO2e | 0 %     | 是       | product_use_alignment | 否          | not_left_out | 否   |
        | b      | c1       | 50 tCO2e | 0 %     | 是       | volume_alignment      | 否          | not_left_out | 否   |
      当 按 2027-03-01 评定
      那么 门槛 SB2-08 满足
      并且 门槛 SB2-10 不满足
      并且 不开具 SB2-09.VOID

    场景: 占 5 % 起的类别须有目标, 或清单所列理由并说明四项内容 (20)
      假如 standard 为 v2_0
      并且 lines 为
        | record | category | amount   | covered | targeted | method                | sector_path | left_out_as  | told |
        | a      | c11      | 50 tCO2e | 0 %     | 是       | product_use_alignment | 否          | not_left_out | 否   |
        | b      | c1       | 50 tCO2e | 0 %     | 否       | volume_alignment      | 否          | not_left_out | 否   |
      当 按 2027-03-01 评定
      那么 门槛 SB2-08 不满足
      并且 门槛 SB2-10 满足
      并且 不开具 SB2-09.VOID

    场景: 占 5 % 起的类别须有目标, 或清单所列理由并说明四项内容 (21)
      假如 standard 为 v2_0
      并且 lines 为
        | record | category | amount   | covered | targeted | method                | sector_path | left_out_as  | told |
        | a      | c11      | 50 tCO2e | 0 %     | 是       | product_use_alignment | 否          | not_left_out | 否   |
        | b      | c6       | 50 tCO2e | 0 %     | 是       | volume_alignment      | 否          | not_left_out | 否   |
      当 按 2027-03-01 评定
      那么 门槛 SB2-08 满足
      并且 门槛 SB2-10 满足
      并且 不开具 SB2-09.VOID

    场景: 占 5 % 起的类别须有目标, 或清单所列理由并说明四项内容 (22)
      假如 standard 为 v2_0
      并且 lines 为
        | record | category | amount   | covered | targeted | method                | sector_path | left_out_as  | told |
        | a      | c11      | 50 tCO2e | 0 %     | 是       | product_use_alignment | 否          | not_left_out | 否   |
        | b      | c3       | 50 tCO2e | 0 %     | 是       | volume_alignment      | 否          | not_left_out | 否   |
      当 按 2027-03-01 评定
      那么 门槛 SB2-08 满足
      并且 门槛 SB2-10 不满足
      并且 不开具 SB2-09.VOID

    场景: 占 5 % 起的类别须有目标, 或清单所列理由并说明四项内容 (23)
      假如 standard 为 v2_0
      并且 lines 为
        | record | category | amount   | covered | targeted | method                | sector_path | left_out_as  | told |
        | a      | c11      | 50 tCO2e | 0 %     | 是       | product_use_alignment | 否          | not_left_out | 否   |
        | b      | c14      | 50 tCO2e | 0 %     | 是       | partner_alignment     | 否          | not_left_out | 否   |
      当 按 2027-03-01 评定
      那么 门槛 SB2-08 满足
      并且 门槛 SB2-10 满足
      并且 不开具 SB2-09.VOID

    场景: 占 5 % 起的类别须有目标, 或清单所列理由并说明四项内容 (24)
      假如 standard 为 v2_0
      并且 lines 为
        | record | category | amount   | covered | targeted | method                | sector_path | left_out_as  | told |
        | a      | c11      | 50 tCO2e | 0 %     | 是       | product_use_alignment | 否          | not_left_out | 否   |
        | b      | c12      | 50 tCO2e | 0 %     | 是       | partner_alignment     | 否          | not_left_out | 否   |
      当 按 2027-03-01 评定
      那么 门槛 SB2-08 满足
      并且 门槛 SB2-10 不满足
      并且 不开具 SB2-09.VOID

    场景: 占 5 % 起的类别须有目标, 或清单所列理由并说明四项内容 (25)
      假如 standard 为 v2_0
      并且 lines 为
        | record | category | amount   | covered | targeted | method                | sector_path | left_out_as  | told |
        | a      | c11      | 50 tCO2e | 0 %     | 是       | product_use_alignment | 否          | not_left_out | 否   |
        | b      | c13      | 50 tCO2e | 0 %     | 是       | product_use_alignment | 否          | not_left_out | 否   |
      当 按 2027-03-01 评定
      那么 门槛 SB2-08 满足
      并且 门槛 SB2-10 满足
      并且 不开具 SB2-09.VOID

    场景: 占 5 % 起的类别须有目标, 或清单所列理由并说明四项内容 (26)
      假如 standard 为 v2_0
      并且 lines 为
        | record | category | amount   | covered | targeted | method                | sector_path | left_out_as  | told |
        | a      | c11      | 50 tCO2e | 0 %     | 是       | product_use_alignment | 否          | not_left_out | 否   |
        | b      | c12      | 50 tCO2e | 0 %     | 是       | product_use_alignment | 否          | not_left_out | 否   |
      当 按 2027-03-01 评定
      那么 门槛 SB2-08 满足
      并且 门槛 SB2-10 不满足
      并且 不开具 SB2-09.VOID

    场景: 占 5 % 起的类别须有目标, 或清单所列理由并说明四项内容 (27)
      假如 standard 为 v2_0
      并且 lines 为
        | record | category | amount   | covered | targeted | method                | sector_path | left_out_as  | told |
        | a      | c11      | 50 tCO2e | 0 %     | 是       | product_use_alignment | 否          | not_left_out | 否   |
        | b      | c12      | 50 tCO2e | 0 %     | 是       | end_of_life_alignment | 否          | not_left_out | 否   |
      当 按 2027-03-01 评定
      那么 门槛 SB2-08 满足
      并且 门槛 SB2-10 满足
      并且 不开具 SB2-09.VOID

    场景: 占 5 % 起的类别须有目标, 或清单所列理由并说明四项内容 (28)
      假如 standard 为 v2_0
      并且 lines 为
        | record | category | amount   | covered | targeted | method                | sector_path | left_out_as  | told |
        | a      | c11      | 50 tCO2e | 0 %     | 是       | product_use_alignment | 否          | not_left_out | 否   |
        | b      | c13      | 50 tCO2e | 0 %     | 是       | end_of_life_alignment | 否          | not_left_out | 否   |
      当 按 2027-03-01 评定
      那么 门槛 SB2-08 满足
      并且 门槛 SB2-10 不满足
      并且 不开具 SB2-09.VOID

    场景: 占 5 % 起的类别须有目标, 或清单所列理由并说明四项内容 (29)
      假如 standard 为 v2_0
      并且 lines 为
        | record | category | amount   | covered | targeted | method                | sector_path | left_out_as  | told |
        | a      | c11      | 50 tCO2e | 0 %     | 是       | product_use_alignment | 否          | not_left_out | 否   |
        | b      | c4       | 50 tCO2e | 0 %     | 是       | intensity             | 是          | not_left_out | 否   |
      当 按 2027-03-01 评定
      那么 门槛 SB2-08 满足
      并且 门槛 SB2-10 不满足
      并且 不开具 SB2-09.VOID

  规则: 基准年、重算、保证、计划、周期
    背景:
      假如 下列条件
        | 条件        | 名称         | 成立情形                                              | 依据   |
        | recalculate | 基准年须重算 | 所依标准版本 为 V1.3.1; 全部基准年排放变动 不低于 5 % | v1-c26 |
        | recalculate |              | 所依标准版本 为 V2.0; 范围一较基准年变动 不低于 5 %   | v2-c8  |
        | recalculate |              | 所依标准版本 为 V2.0; 范围二较基准年变动 不低于 5 %   | v2-c8  |
        | recalculate |              | 所依标准版本 为 V2.0; 范围三较基准年变动 不低于 5 %   | v2-c8  |
        | recalculate |              | 所依标准版本 为 V2.0; 有类别越过百分之五线 为 是      | v2-c8  |
      并且 下列门槛
        | 编号     | 门槛                               | 要求                                                                                           | 适用情形                                                           | 依据             |
        | SB1-25   | 五年内复核                         | 上次复核日 在 评定日期 之前 5 年内                                                             | 所依标准版本 为 V1.3.1                                             | v1-c26           |
        | SB-RE    | 须重算者已重算                     | 基准年已重算 为 是                                                                             | 基准年须重算 成立                                                  | v1-c26, v2-c8    |
        | SB2-17   | 基准年为最近的完整年度             | 范围一基准年 为 最近的完整年度; 范围二基准年 为 最近的完整年度                                 | 所依标准版本 为 V2.0; 已设范围三目标 为 否                         | v2-c4            |
        | SB2-17-3 | 基准年为最近的完整年度，范围三亦然 | 范围一基准年 为 最近的完整年度; 范围二基准年 为 最近的完整年度; 范围三基准年 为 最近的完整年度 | 所依标准版本 为 V2.0; 已设范围三目标 为 是                         | v2-c4            |
        | SB2-17-Y | 最近的完整年度已结束               | 最近的完整年度 低于 评定年份                                                                   | 所依标准版本 为 V2.0                                               | v2-c4, base-over |
        | SB2-19   | A 类经有限保证                     | 清单经有限保证 为 是                                                                           | 所依标准版本 为 V2.0; A类企业 成立                                 | v2-c7            |
        | SB2-20   | A 类十五个月后有公开转型计划       | 转型计划已公开 为 是                                                                           | 所依标准版本 为 V2.0; A类企业 成立; 评定日期 晚于 转型计划公布期限 | v2-c2            |
        | SB2-21   | 目标期后 12 个月内更新             | 提交日 不迟于 上一目标期结束日 加 1 年                                                         | 所依标准版本 为 V2.0                                               | v2-cycle         |
        | SB2-22   | 承诺后 24 个月内提交               | 提交日 不迟于 公开承诺日 加 2 年; 公开承诺日 不迟于 评定日期                                   | 所依标准版本 为 V2.0                                               | v2-cycle         |
      并且 日期 转型计划公布期限 (plan_due), 依据 v2-c2
        | 为                |
        | 验证日 加 15 个月 |

    场景大纲: 两侧边界
      假如 standard 为 <standard>
      并且 <change_all>
      当 按 2028-06-01 评定
      那么 门槛 <SB-RE>

      例子:
        | standard | change_all              | SB-RE           |
        | v1_3_1   | change_all 为 4.99 %    | SB-RE 不适用    |
        | v1_3_1   | change_all 为 5 %       | SB-RE 不满足    |
        | v2_0     | change_2 为 4.99 %      | SB-RE 不适用    |
        | v2_0     | change_2 为 5 %         | SB-RE 不满足    |
        | v2_0     | plan_public 为 否       | SB2-20 不适用   |
        | v2_0     | validated 为 2027-02-28 | SB2-20 满足     |
        | v2_0     | assured 为 否           | SB2-19 不满足   |
        | v2_0     | complete_year 为 2023   | SB2-17-3 不满足 |
        | v2_0     | complete_year 为 2027   | SB2-17-Y 满足   |
        | v2_0     | complete_year 为 2028   | SB2-17-Y 不满足 |
        | v2_0     | frame_end 为 2025-12-01 | SB2-21 满足     |
        | v2_0     | frame_end 为 2025-11-30 | SB2-21 不满足   |
        | v2_0     | committed 为 2024-12-01 | SB2-22 满足     |
        | v2_0     | committed 为 2024-11-30 | SB2-22 不满足   |

  规则: 哪些电力计为低碳
    背景:
      假如 每条 凭证 的量 limit, 以 kgCO2e/kWh 计, 以 消费日 有效者为准, 依据 v2-c31
        | 自         | 为    |
        | 更早       | 0.048 |
        | 2035-01-01 | 0.024 |
      并且 每条 凭证 的量 凭证可计低碳电量 (counts), 以 MWh 计, 依据 v2-c31, used-first
        | 为       | 情形                                |
        | 0 MWh    | 消费日 晚于 评定日期                |
        | 0 MWh    | 投产或改造日 晚于 消费日            |
        | 0 MWh    | 发电设备每千瓦时排放 高于 limit     |
        | 凭证电量 | 自发电 为 是                        |
        | 0 MWh    | 合同日 晚于 消费日                  |
        | 凭证电量 | 合同日 早于 2027-02-01              |
        | 凭证电量 | 投产或改造日 在 消费日 之前 15 年内 |
        | 0 MWh    | 其他                                |
      并且 量 低碳电量 (low_carbon), 以 MWh 计, 为 电力凭证 的 凭证可计低碳电量 之和, 依据 v2-c31
      并且 量 低碳占比 (low_carbon_share), 以 % 计
        | 为                  | 情形                     | 依据       |
        | 待定, 因为 没有用电 | 年用电量 为 0 MWh        | v2-c31     |
        | 100 %               | 低碳电量 不低于 年用电量 | v2-surplus |
        | 低碳电量 / 年用电量 | 其他                     | v2-c31     |
      并且 量 认可的小时匹配比例 (hourly_needed), 以 % 计, 以 小时匹配年度末日 有效者为准, 依据 v2-hours
        | 自         | 为 |
        | 更早       | 50 |
        | 2030-01-01 | 75 |
        | 2035-01-01 | 90 |
      并且 下列不符合项
        | 代码          | 不符合项       | 情形                                                               | 程度   | 依据     |
        | SB2-25.HOURLY | 小时匹配获认可 | 所依标准版本 为 V2.0; 按小时匹配电量比例 不低于 认可的小时匹配比例 | 观察项 | v2-hours |
      并且 下列结果
        | 结果            | 名称           | 取自     | 修约    | 依据   |
        | low_carbon_mwh  | 可计的低碳电量 | 低碳电量 | 保留0位 | v2-c31 |
        | low_carbon_part | 电力的低碳占比 | 低碳占比 | 保留2位 | v2-c31 |
      并且 每条 凭证 的下列结果
        | 结果              | 名称     | 取自             | 修约    | 依据   |
        | instrument_counts | 计为低碳 | 凭证可计低碳电量 | 保留0位 | v2-c31 |

    场景: 风电可计, 新合同下的老电厂不可计
      当 按 2028-03-01 评定
      那么 量 low_carbon 为 30000 MWh
      并且 量 low_carbon_share 为 30 %

    场景: 发电设备的排放限值与年限
      假如 instruments 为
        | serial | energy  | factor           | commissioned | consumed   | contracted | own |
        | one    | 100 MWh | 0.048 kgCO2e/kWh | 2020-01-01   | 2034-12-31 | 2027-02-01 | 否  |
      当 按 2035-06-01 评定
      那么 量 low_carbon 为 100 MWh

    场景: 发电设备的排放限值与年限 (2)
      假如 instruments 为
        | serial | energy  | factor            | commissioned | consumed   | contracted | own |
        | one    | 100 MWh | 0.0481 kgCO2e/kWh | 2020-01-01   | 2034-12-31 | 2027-02-01 | 否  |
      当 按 2035-06-01 评定
      那么 量 low_carbon 为 0 MWh

    场景: 发电设备的排放限值与年限 (3)
      假如 instruments 为
        | serial | energy  | factor           | commissioned | consumed   | contracted | own |
        | one    | 100 MWh | 0.024 kgCO2e/kWh | 2030-01-01   | 2035-01-01 | 2027-02-01 | 否  |
      当 按 2035-06-01 评定
      那么 量 low_carbon 为 100 MWh

    场景: 发电设备的排放限值与年限 (4)
      假如 instruments 为
        | serial | energy  | factor            | commissioned | consumed   | contracted | own |
        | one    | 100 MWh | 0.0241 kgCO2e/kWh | 2030-01-01   | 2035-01-01 | 2027-02-01 | 否  |
      当 按 2035-06-01 评定
      那么 量 low_carbon 为 0 MWh

    场景: 发电设备的排放限值与年限 (5)
      假如 instruments 为
        | serial | energy  | factor          | commissioned | consumed   | contracted | own |
        | one    | 100 MWh | 0.01 kgCO2e/kWh | 2013-06-01   | 2028-06-01 | 2027-02-01 | 否  |
      当 按 2035-06-01 评定
      那么 量 low_carbon 为 100 MWh

    场景: 发电设备的排放限值与年限 (6)
      假如 instruments 为
        | serial | energy  | factor          | commissioned | consumed   | contracted | own |
        | one    | 100 MWh | 0.01 kgCO2e/kWh | 2013-05-31   | 2028-06-01 | 2027-02-01 | 否  |
      当 按 2035-06-01 评定
      那么 量 low_carbon 为 0 MWh

    场景: 发电设备的排放限值与年限 (7)
      假如 instruments 为
        | serial | energy  | factor          | commissioned | consumed   | contracted | own |
        | one    | 100 MWh | 0.01 kgCO2e/kWh | 2013-05-31   | 2028-06-01 | 2027-01-31 | 否  |
      当 按 2035-06-01 评定
      那么 量 low_carbon 为 100 MWh

    场景: 发电设备的排放限值与年限 (8)
      假如 instruments 为
        | serial | energy  | factor          | commissioned | consumed   | contracted | own |
        | one    | 100 MWh | 0.01 kgCO2e/kWh | 2013-05-31   | 2028-06-01 | 2027-02-01 | 是  |
      当 按 2035-06-01 评定
      那么 量 low_carbon 为 100 MWh

    场景大纲: 用电之时电厂已投产、合同已签订
      假如 instruments 为
        | serial | energy  | factor          | commissioned | consumed | contracted | own |
        | one    | 100 MWh | 0.01 kgCO2e/kWh | <built>      | <used>   | <signed>   | 否  |
      当 按 2028-06-01 评定
      那么 量 low_carbon 为 <counts> MWh

      例子:
        | built      | used       | signed     | counts |
        | 2028-06-01 | 2028-06-01 | 2028-06-01 | 100    |
        | 2028-06-01 | 2028-06-02 | 2028-06-01 | 0      |
        | 2030-01-01 | 2026-12-31 | 2026-01-01 | 0      |
        | 2020-06-01 | 2026-12-31 | 2027-01-31 | 0      |

    场景大纲: 小时匹配
      假如 standard 为 <standard>
      并且 matched_year 为 <matched_year>
      并且 hourly 为 <hourly> %
      当 按 2027-03-01 评定
      那么 <SB2-25.HOURLY> SB2-25.HOURLY

      例子:
        | standard | matched_year | hourly | SB2-25.HOURLY |
        | v2_0     | 2029-12-31   | 50     | 开具观察项    |
        | v2_0     | 2029-12-31   | 49.99  | 不开具        |
        | v2_0     | 2030-01-01   | 75     | 开具观察项    |
        | v2_0     | 2030-01-01   | 74.99  | 不开具        |
        | v2_0     | 2034-12-31   | 75     | 开具观察项    |
        | v2_0     | 2035-01-01   | 90     | 开具观察项    |
        | v2_0     | 2035-01-01   | 89.99  | 不开具        |
        | v1_3_1   | 2029-12-31   | 50     | 不开具        |

  规则: V1 的小企业途径
    背景:
      假如 量 员工少（1 = 是） (small_staff), 依据 v1-sme
        | 为 | 情形                     |
        | 1  | 集团全职员工 低于 250 人 |
        | 0  | 其他                     |
      并且 量 营业额小（1 = 是） (small_turnover), 依据 v1-sme
        | 为 | 情形                           |
        | 1  | 集团净营业额 低于 40000000 EUR |
        | 0  | 其他                           |
      并且 量 资产小（1 = 是） (small_assets), 依据 v1-sme
        | 为 | 情形                           |
        | 1  | 集团资产总额 低于 20000000 EUR |
        | 0  | 其他                           |
      并且 量 非林地与农业企业（1 = 是） (small_land), 依据 v1-sme
        | 为 | 情形                 |
        | 1  | 林地与农业企业 为 否 |
        | 0  | 其他                 |
      并且 量 满足的小型企业标准项数 (small), 依据 v1-sme
        | 为                                                                                    |
        | 员工少（1 = 是） + 营业额小（1 = 是） + 资产小（1 = 是） + 非林地与农业企业（1 = 是） |
      并且 量 按地点的范围一和二 (s12_location), 以 tCO2e 计, 依据 v1-sme
        | 为                          |
        | 范围一排放量 + 范围二按地点 |
      并且 下列门槛
        | 编号   | 门槛             | 要求                                                                                                                                   | 适用情形                                     | 依据   |
        | SB1-27 | 可使用小企业途径 | 按地点的范围一和二 低于 10000 tCO2e; 排除该途径的业务 不包含任一 船舶或发电, 金融, 油气, 属于大型集团; 满足的小型企业标准项数 不低于 2 | 所依标准版本 为 V1.3.1; 申请小企业途径 为 是 | v1-sme |

    场景大纲: 该途径及其关闭情形
      假如 sme_route 为 是
      并且 s1 为 4000 tCO2e
      并且 s2_location 为 <s2_location> tCO2e
      并且 staff 为 <staff> 人
      并且 turnover 为 <turnover> EUR
      并且 balance_sheet 为 20000000 EUR
      并且 flag_company 为 <flag_company>
      当 按 2026-12-01 评定
      那么 门槛 SB1-27 <SB1-27>

      例子:
        | s2_location | staff | turnover | flag_company | SB1-27 |
        | 5999.99     | 249   | 40000000 | 否           | 满足   |
        | 6000        | 249   | 40000000 | 否           | 不满足 |
        | 5999        | 250   | 40000000 | 否           | 不满足 |
        | 5999        | 249   | 40000000 | 是           | 不满足 |
        | 5999        | 249   | 39999999 | 是           | 满足   |

  规则: 逐年
    背景:
      假如 每条 年份记录 的量 直线上的允许量 (allowed), 以 tCO2e 计, 依据 straight
        | 为                                                                                                      | 情形                   |
        | 基准年范围一和二                                                                                        | 目标年 为 范围一基准年 |
        | 基准年范围一和二 * (100 % - 所提范围一和二减幅 * (year - 范围一基准年) / max(目标年 - 范围一基准年, 1)) | 其他                   |
      并且 每条 年份记录 的量 高于直线 (above), 以 tCO2e 计, 依据 straight, base-over
        | 为                              | 情形                 |
        | 待定, 因为 该年尚未结束         | year 不低于 评定年份 |
        | 该年范围一和二 - 直线上的允许量 | 其他                 |
      并且 每条 年份记录 的下列结果
        | 结果         | 名称                             | 取自           | 修约    | 依据     |
        | year_allowed | 直线上的允许量                   | 直线上的允许量 | 保留0位 | straight |
        | year_above   | 高于直线的排放（负值：低于直线） | 高于直线       | 保留0位 | straight |

    场景: 八年中的两年, 减 42 %
      当 按 2026-12-01 评定
      那么 past_year 2024 的量 allowed 为 89500 tCO2e
      并且 past_year 2024 的量 above 为 500 tCO2e

    场景: 尚未结束的年份
      假如 past_years 为
        | year | emitted     |
        | 2026 | 90000 tCO2e |
      当 按 2026-12-31 评定
      那么 past_year 2026 的量 above 由规则待定
