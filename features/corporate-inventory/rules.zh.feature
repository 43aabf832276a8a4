# language: zh-CN
功能: 板块、排放与电力

  背景:
    假如 评分卡 corporate-inventory
    并且 下列事实
      | 事实            | 名称                       | 类型      | 单位  | 可选值                                                                                  | 不低于   |
      | year            | 盘查年度                   | 期间      |       |                                                                                         |          |
      | standard        | 所依标准                   | 选项      |       | gbt_32150_2025, iso_14064_1, ghg_protocol, other_standard                               |          |
      | subject_items   | 主体各项                   | 多选      |       | s_name, s_kind, s_year, s_sector, s_legal_person, s_preparer, s_contact                 |          |
      | emission_items  | 排放各项                   | 多选      |       | e_now, e_before, e_by_link, e_indicators                                                |          |
      | statement_items | 说明各项                   | 多选      |       | t_ranges, t_gases, t_method, t_formula, t_source, t_parameters, t_monitoring, t_results |          |
      | analysis_items  | 分析各项                   | 多选      |       | a_activity, a_changes, a_beyond, a_advice                                               |          |
      | reported_1      | 所报范围一                 | 数值      | tCO2e |                                                                                         |          |
      | reported_2      | 所报范围二                 | 数值      | tCO2e |                                                                                         |          |
      | reported_3      | 所报范围三                 | 数值      | tCO2e |                                                                                         |          |
      | last_digit      | 所报末位的单位值           | 数值      | tCO2e |                                                                                         | 0.000001 |
      | in_market       | 属全国碳市场               | 是否      |       |                                                                                         |          |
      | market_figure   | 全国市场核查量             | 数值      | tCO2e |                                                                                         | 0        |
      | market_indirect | 全国市场核查量中的间接排放 | 数值      | tCO2e |                                                                                         | 0        |
      | target_set      | 已设科学碳目标             | 是否      |       |                                                                                         |          |
      | target_12       | 目标覆盖的范围一与二       | 数值      | tCO2e |                                                                                         | 0        |
      | target_3        | 目标覆盖的范围三           | 数值      | tCO2e |                                                                                         | 0        |
      | power_year      | 用电年度                   | 选项      |       | 2022, 2023, 2024, 2025                                                                  |          |
      | power           | 用电量                     | 数值      | MWh   |                                                                                         | 0        |
      | own_power       | 自有绿电自用量             | 数值      | MWh   |                                                                                         | 0        |
      | own_sold        | 自有绿电的绿证已出售       | 是否      |       |                                                                                         |          |
      | certified       | 绿证覆盖电量               | 数值      | MWh   |                                                                                         | 0        |
      | lines           | 排放行                     | line 列表 |       |                                                                                         |          |
    并且 所依标准 的可选值
      | 值             | 名称            |
      | gbt_32150_2025 | GB/T 32150-2025 |
      | iso_14064_1    | ISO 14064-1     |
      | ghg_protocol   | GHG Protocol    |
      | other_standard | 其他标准        |
    并且 主体各项 的可选值
      | 值             | 名称       |
      | s_name         | 名称       |
      | s_kind         | 单位性质   |
      | s_year         | 报告年度   |
      | s_sector       | 所属行业   |
      | s_legal_person | 法定代表人 |
      | s_preparer     | 填报负责人 |
      | s_contact      | 联系人     |
    并且 排放各项 的可选值
      | 值           | 名称       |
      | e_now        | 当年总量   |
      | e_before     | 历史总量   |
      | e_by_link    | 各环节排放 |
      | e_indicators | 核心指标   |
    并且 说明各项 的可选值
      | 值           | 名称           |
      | t_ranges     | 直接与间接范围 |
      | t_gases      | 气体种类       |
      | t_method     | 核算方法       |
      | t_formula    | 核算公式       |
      | t_source     | 数据来源       |
      | t_parameters | 参数值         |
      | t_monitoring | 监测方式       |
      | t_results    | 各范围结果     |
    并且 分析各项 的可选值
      | 值         | 名称       |
      | a_activity | 活动水平   |
      | a_changes  | 波动因素   |
      | a_beyond   | 不可控因素 |
      | a_advice   | 建议       |
    并且 每条 line 有
      | 字段      | 名称                     | 类型 | 单位 | 可选值                                                                 | 不低于 | 不高于 |
      | line      | 排放行名称               | 文本 |      |                                                                        |        |        |
      | scope     | 所属范围                 | 选项 |      | scope_1, scope_2, scope_3                                              |        |        |
      | activity  | 活动数据量               | 数值 |      |                                                                        | 0      |        |
      | factor    | 排放因子（每单位吨CO2e） | 数值 |      |                                                                        |        |        |
      | factor_by | 因子来源                 | 选项 |      | own_test, authority, supplier, literature, no_source                   |        |        |
      | found_by  | 数据取得方式             | 选项 |      | measured, calculated, estimated                                        |        |        |
      | category  | 该行类别                 | 选项 |      | category_1, category_2, category_3, category_4, category_5, category_6 |        |        |
      | spread    | 该行不确定度             | 数值 | %    |                                                                        | 0      | 1000   |
    并且 排放行 中 排放行名称 不得重复
    并且 所属范围 的可选值
      | 值      | 名称   |
      | scope_1 | 范围一 |
      | scope_2 | 范围二 |
      | scope_3 | 范围三 |
    并且 该行类别 的可选值
      | 值         | 名称           |
      | category_1 | 直接排放       |
      | category_2 | 外购能源       |
      | category_3 | 运输           |
      | category_4 | 使用的产品     |
      | category_5 | 所售产品的使用 |
      | category_6 | 其他源         |
    并且 因子来源 的可选值
      | 值         | 名称     |
      | own_test   | 自测     |
      | authority  | 主管部门 |
      | supplier   | 供应商   |
      | literature | 文献     |
      | no_source  | 未注明   |
    并且 数据取得方式 的可选值
      | 值         | 名称 |
      | measured   | 实测 |
      | calculated | 计算 |
      | estimated  | 估算 |
    并且 本基准案例
      | 事实                       | 值                                                                                   |
      | 盘查年度                   | 2023-01-01 至 2023-12-31                                                             |
      | 所依标准                   | ISO 14064-1                                                                          |
      | 主体各项                   | 名称, 单位性质, 报告年度, 所属行业, 法定代表人, 填报负责人, 联系人                   |
      | 排放各项                   | 当年总量, 历史总量, 各环节排放, 核心指标                                             |
      | 说明各项                   | 直接与间接范围, 气体种类, 核算方法, 核算公式, 数据来源, 参数值, 监测方式, 各范围结果 |
      | 分析各项                   | 活动水平, 波动因素, 不可控因素, 建议                                                 |
      | 所报范围一                 | 60000 tCO2e                                                                          |
      | 所报范围二                 | 26530 tCO2e                                                                          |
      | 所报范围三                 | 57000 tCO2e                                                                          |
      | 所报末位的单位值           | 1 tCO2e                                                                              |
      | 属全国碳市场               | 是                                                                                   |
      | 全国市场核查量             | 58000 tCO2e                                                                          |
      | 全国市场核查量中的间接排放 | 0 tCO2e                                                                              |
      | 已设科学碳目标             | 是                                                                                   |
      | 目标覆盖的范围一与二       | 86530 tCO2e                                                                          |
      | 目标覆盖的范围三           | 38000 tCO2e                                                                          |
      | 用电年度                   | 2023                                                                                 |
      | 用电量                     | 100000 MWh                                                                           |
      | 自有绿电自用量             | 30000 MWh                                                                            |
      | 自有绿电的绿证已出售       | 否                                                                                   |
      | 绿证覆盖电量               | 20000 MWh                                                                            |
    并且 基准案例中 排放行 为
      | 排放行名称                | 所属范围 | 活动数据量 | 排放因子（每单位吨CO2e） | 因子来源 | 数据取得方式 | 该行类别   | 该行不确定度 |
      | natural gas               | 范围一   | 30000      | 2                        | 主管部门 | 实测         | 直接排放   | 5 %          |
      | electricity bought in MWh | 范围二   | 50000      | 0.5306                   | 主管部门 | 实测         | 外购能源   | 2 %          |
      | goods bought              | 范围三   | 57000      | 1                        | 供应商   | 估算         | 使用的产品 | 10 %         |

  规则: 四个板块
    背景:
      假如 下列分组
        | 分组      | 名称 | 满分 |
        | subject   | 主体 | 7    |
        | emissions | 排放 | 4    |
        | statement | 说明 | 8    |
        | analysis  | 分析 | 4    |
      并且 下列指标, 满分合计 23 分
        | 编号 | 指标 | 分组      | 满分 | 依据           |
        | Q1A  | 主体 | subject   | 7    | blocks, points |
        | Q1B  | 排放 | emissions | 4    | blocks, points |
        | Q1C  | 说明 | statement | 8    | blocks, points |
        | Q1D  | 分析 | analysis  | 4    | blocks, points |
      并且 指标 Q1A 按成立项数平均计分
        | 情形                         |
        | 主体各项 包含任一 名称       |
        | 主体各项 包含任一 单位性质   |
        | 主体各项 包含任一 报告年度   |
        | 主体各项 包含任一 所属行业   |
        | 主体各项 包含任一 法定代表人 |
        | 主体各项 包含任一 填报负责人 |
        | 主体各项 包含任一 联系人     |
      并且 指标 Q1B 按成立项数平均计分
        | 情形                         |
        | 排放各项 包含任一 当年总量   |
        | 排放各项 包含任一 历史总量   |
        | 排放各项 包含任一 各环节排放 |
        | 排放各项 包含任一 核心指标   |
      并且 指标 Q1C 按成立项数平均计分
        | 情形                             |
        | 说明各项 包含任一 直接与间接范围 |
        | 说明各项 包含任一 气体种类       |
        | 说明各项 包含任一 核算方法       |
        | 说明各项 包含任一 核算公式       |
        | 说明各项 包含任一 数据来源       |
        | 说明各项 包含任一 参数值         |
        | 说明各项 包含任一 监测方式       |
        | 说明各项 包含任一 各范围结果     |
      并且 指标 Q1D 按成立项数平均计分
        | 情形                         |
        | 分析各项 包含任一 活动水平   |
        | 分析各项 包含任一 波动因素   |
        | 分析各项 包含任一 不可控因素 |
        | 分析各项 包含任一 建议       |
      并且 量 盘查年度已终了 (year_over), 依据 again
        | 为                      | 情形                          |
        | 1                       | 评定日期 晚于 盘查年度 的末日 |
        | 待定, 因为 年度尚未终了 | 其他                          |
      并且 下列门槛
        | 编号 | 门槛                       | 要求                                                              | 依据         |
        | Q0   | 盘查期间不超过一年且已结束 | 盘查年度 的首日 晚于 盘查年度 的末日 减 1 年; 盘查年度已终了 为 1 | again, proof |
        | Q2   | 注明直接与间接范围及气体   | 说明各项 包含任一 直接与间接范围; 说明各项 包含任一 气体种类      | ranges       |
      并且 下列不符合项
        | 代码       | 不符合项                                   | 情形                        | 程度   | 依据     |
        | Q3.DETAILS | GB/T 32150-2025 的具体要求未查到，不作评价 | 所依标准 为 GB/T 32150-2025 | 观察项 | standard |

    场景大纲: 主体各项逐一计分
      假如 主体各项 为 <subject_items>
      当 按 2026-11-20 评定
      那么 指标 Q1A 得 <Q1A> 分
      并且 总分为 <total_score>
      并且 等级为 <grades>

      例子:
        | subject_items                                                           | Q1A | total_score | grades |
        | s_name, s_kind, s_year, s_sector, s_legal_person, s_preparer, s_contact | 7   | 23          | 完整   |
        | s_kind, s_year, s_sector, s_legal_person, s_preparer, s_contact         | 6   | 22          | 有缺项 |
        | s_name, s_year, s_sector, s_legal_person, s_preparer, s_contact         | 6   | 22          | 有缺项 |
        | s_name, s_kind, s_sector, s_legal_person, s_preparer, s_contact         | 6   | 22          | 有缺项 |
        | s_name, s_kind, s_year, s_legal_person, s_preparer, s_contact           | 6   | 22          | 有缺项 |
        | s_name, s_kind, s_year, s_sector, s_preparer, s_contact                 | 6   | 22          | 有缺项 |
        | s_name, s_kind, s_year, s_sector, s_legal_person, s_contact             | 6   | 22          | 有缺项 |
        | s_name, s_kind, s_year, s_sector, s_legal_person, s_preparer            | 6   | 22          | 有缺项 |

    场景大纲: 排放各项逐一计分
      假如 排放各项 为 <emission_items>
      当 按 2026-11-20 评定
      那么 指标 Q1B 得 <Q1B> 分
      并且 总分为 <total_score>
      并且 等级为 <grades>

      例子:
        | emission_items                           | Q1B | total_score | grades |
        | e_now, e_before, e_by_link, e_indicators | 4   | 23          | 完整   |
        | e_before, e_by_link, e_indicators        | 3   | 22          | 有缺项 |
        | e_now, e_by_link, e_indicators           | 3   | 22          | 有缺项 |
        | e_now, e_before, e_indicators            | 3   | 22          | 有缺项 |
        | e_now, e_before, e_by_link               | 3   | 22          | 有缺项 |

    场景大纲: 说明各项逐一计分
      假如 说明各项 为 <statement_items>
      当 按 2026-11-20 评定
      那么 指标 Q1C 得 <Q1C> 分
      并且 总分为 <total_score>
      并且 等级为 <grades>
      并且 门槛 Q2 <Q2>

      例子:
        | statement_items                                                                         | Q1C | total_score | grades | Q2     |
        | t_ranges, t_gases, t_method, t_formula, t_source, t_parameters, t_monitoring, t_results | 8   | 23          | 完整   | 满足   |
        | t_gases, t_method, t_formula, t_source, t_parameters, t_monitoring, t_results           | 7   | 22          | 无     | 不满足 |
        | t_ranges, t_method, t_formula, t_source, t_parameters, t_monitoring, t_results          | 7   | 22          | 无     | 不满足 |
        | t_ranges, t_gases, t_formula, t_source, t_parameters, t_monitoring, t_results           | 7   | 22          | 有缺项 | 满足   |
        | t_ranges, t_gases, t_method, t_source, t_parameters, t_monitoring, t_results            | 7   | 22          | 有缺项 | 满足   |
        | t_ranges, t_gases, t_method, t_formula, t_parameters, t_monitoring, t_results           | 7   | 22          | 有缺项 | 满足   |
        | t_ranges, t_gases, t_method, t_formula, t_source, t_monitoring, t_results               | 7   | 22          | 有缺项 | 满足   |
        | t_ranges, t_gases, t_method, t_formula, t_source, t_parameters, t_results               | 7   | 22          | 有缺项 | 满足   |
        | t_ranges, t_gases, t_method, t_formula, t_source, t_parameters, t_monitoring            | 7   | 22          | 有缺项 | 满足   |

    场景大纲: 分析各项逐一计分
      假如 分析各项 为 <analysis_items>
      当 按 2026-11-20 评定
      那么 指标 Q1D 得 <Q1D> 分
      并且 总分为 <total_score>
      并且 等级为 <grades>

      例子:
        | analysis_items                            | Q1D | total_score | grades |
        | a_activity, a_changes, a_beyond, a_advice | 4   | 23          | 完整   |
        | a_changes, a_beyond, a_advice             | 3   | 22          | 有缺项 |
        | a_activity, a_beyond, a_advice            | 3   | 22          | 有缺项 |
        | a_activity, a_changes, a_advice           | 3   | 22          | 有缺项 |
        | a_activity, a_changes, a_beyond           | 3   | 22          | 有缺项 |

    场景大纲: 至多一年
      假如 盘查年度 为 2023-01-01 至 <year>
      当 按 2026-11-20 评定
      那么 门槛 Q0 <Q0>

      例子:
        | year       | Q0     |
        | 2023-12-31 | 满足   |
        | 2024-01-01 | 不满足 |

    场景大纲: 年度未结束者不能评定
      假如 盘查年度 为 2025-01-01 至 2025-12-31
      当 按 <date> 评定
      那么 门槛 Q0 <Q0>

      例子:
        | date       | Q0   |
        | 2026-01-01 | 满足 |
        | 2025-12-31 | 待定 |

    场景大纲: 标准未查到者予以提示
      假如 所依标准 为 <standard>
      当 按 2026-11-20 评定
      那么 <Q3.DETAILS> Q3.DETAILS

      例子:
        | standard        | Q3.DETAILS |
        | GB/T 32150-2025 | 开具观察项 |
        | GHG Protocol    | 不开具     |

    场景大纲: 等级
      假如 假定 总分 为 <total_score>
      当 按 2026-11-20 评定
      那么 等级为 <grades>

      例子:
        | total_score | grades |
        | 23          | 完整   |
        | 22          | 有缺项 |
        | 0           | 有缺项 |

    场景: 年度未终了则等级待定
      假如 盘查年度 为 2025-01-01 至 2025-12-31
      并且 清单核查状态 为 已说明未经核查
      当 按 2025-12-31 评定
      那么 门槛 Q0 待定
      并且 结论为 不完整

    场景: 未终了的年度不通过
      假如 假定 year_over 为 0
      当 按 2026-11-20 评定
      那么 门槛 Q0 不满足

  规则: 排放
    背景:
      假如 每条 line 的量 该行排放量 (emitted), 以 tCO2e 计, 依据 again
        | 为                                              |
        | 活动数据量 * 排放因子（每单位吨CO2e） * 1 tCO2e |
      并且 量 复算范围一 (scope_1_again), 以 tCO2e 计, 为 排放行 的 该行排放量 之和, 依据 again
        | 其中               |
        | 所属范围 为 范围一 |
      并且 量 复算范围二 (scope_2_again), 以 tCO2e 计, 为 排放行 的 该行排放量 之和, 依据 again
        | 其中               |
        | 所属范围 为 范围二 |
      并且 量 复算范围三 (scope_3_again), 以 tCO2e 计, 为 排放行 的 该行排放量 之和, 依据 again
        | 其中               |
        | 所属范围 为 范围三 |
      并且 量 排放总量 (total), 以 tCO2e 计, 依据 again
        | 为                                   |
        | 复算范围一 + 复算范围二 + 复算范围三 |
      并且 量 最大差的两倍 (twice), 以 tCO2e 计, 依据 again
        | 为                                                                                                                                                                                |
        | 2 * max(max(max(复算范围一 - 所报范围一, 所报范围一 - 复算范围一), max(复算范围二 - 所报范围二, 所报范围二 - 复算范围二)), max(复算范围三 - 所报范围三, 所报范围三 - 复算范围三)) |
      并且 量 未注明来源的因子数 (unnamed), 以 项 计, 为 排放行 的 条数, 依据 blocks
        | 其中               |
        | 因子来源 为 未注明 |
      并且 量 估算占比 (estimated_share), 以 % 计, 为 排放行 的 条数占比, 无记录时为 0 %, 依据 again
        | 其中                 |
        | 数据取得方式 为 估算 |
      并且 量 范围三占比 (share_3), 以 % 计, 依据 target
        | 为                          | 情形                    |
        | 待定, 因为 排放总量不高于零 | 排放总量 不高于 0 tCO2e |
        | 复算范围三 / 排放总量       | 其他                    |
      并且 量 复算范围一与二 (scope_12_again), 以 tCO2e 计, 依据 target
        | 为                      |
        | 复算范围一 + 复算范围二 |
      并且 量 范围一与二目标覆盖率 (covered_12), 以 % 计, 依据 target
        | 为                                    | 情形                          |
        | 待定, 因为 范围一与二排放不高于零     | 复算范围一与二 不高于 0 tCO2e |
        | 目标覆盖的范围一与二 / 复算范围一与二 | 其他                          |
      并且 量 范围三目标覆盖率 (covered_3), 以 % 计, 依据 target
        | 为                            | 情形                      |
        | 待定, 因为 范围三排放不高于零 | 复算范围三 不高于 0 tCO2e |
        | 目标覆盖的范围三 / 复算范围三 | 其他                      |
      并且 量 全国市场以外的直接排放 (beyond), 以 tCO2e 计, 依据 apart
        | 为                          |
        | 复算范围一 - 全国市场核查量 |
      并且 下列门槛
        | 编号 | 门槛                       | 要求                                  | 适用情形           | 依据   |
        | Q4   | 各范围复算等于所报，至末位 | 最大差的两倍 不高于 所报末位的单位值  |                    | again  |
        | Q5   | 全国市场数值不含间接排放   | 全国市场核查量中的间接排放 为 0 tCO2e | 属全国碳市场 为 是 | apart  |
        | Q6   | 每一因子注明来源           | 未注明来源的因子数 为 0 项            |                    | blocks |
      并且 下列不符合项
        | 代码        | 不符合项                                | 情形                                                                      | 程度 | 依据   |
        | Q5.MORE     | 全国市场核查量大于范围一                | 属全国碳市场 为 是; 全国市场以外的直接排放 低于 0 tCO2e                   | 一般 | apart  |
        | Q7.SCOPES12 | 目标覆盖范围一与二不足95%               | 已设科学碳目标 为 是; 范围一与二目标覆盖率 低于 95 %                      | 一般 | target |
        | Q7.SCOPE3   | 范围三超过总量40%而目标覆盖不足三分之二 | 已设科学碳目标 为 是; 范围三占比 高于 40 %; 范围三目标覆盖率 低于 200/3 % | 一般 | target |
      并且 下列结果
        | 结果           | 名称                 | 取自                   | 修约    | 依据   |
        | all_emissions  | 全部排放             | 排放总量               | 保留2位 | again  |
        | scope_3_share  | 范围三所占比例       | 范围三占比             | 保留2位 | target |
        | estimated_told | 估算行占比           | 估算占比               | 保留1位 | again  |
        | beyond_market  | 全国市场以外直接排放 | 全国市场以外的直接排放 | 保留2位 | apart  |

    场景大纲: 各范围复算等于所报
      假如 所报范围一 为 <reported_1> tCO2e
      并且 所报范围二 为 <reported_2> tCO2e
      并且 所报范围三 为 <reported_3> tCO2e
      当 按 2026-11-20 评定
      那么 门槛 Q4 <Q4>
      并且 量 排放总量 为 143530 tCO2e

      例子:
        | reported_1 | reported_2 | reported_3 | Q4     |
        | 60000      | 26530      | 57000      | 满足   |
        | 60000.5    | 26529.5    | 57000.5    | 满足   |
        | 60000.51   | 26530      | 57000      | 不满足 |
        | 59999.49   | 26530      | 57000      | 不满足 |
        | 60000      | 26530.51   | 57000      | 不满足 |
        | 60000      | 26529.49   | 57000      | 不满足 |
        | 60000      | 26530      | 57000.51   | 不满足 |
        | 60000      | 26530      | 56999.49   | 不满足 |

    场景大纲: 全国市场仅计直接排放
      假如 属全国碳市场 为 <in_market>
      并且 全国市场核查量中的间接排放 为 <market_indirect> tCO2e
      并且 全国市场核查量 为 <market_figure> tCO2e
      当 按 2026-11-20 评定
      那么 门槛 Q5 <Q5>
      并且 量 全国市场以外的直接排放 为 <beyond> tCO2e
      并且 <Q5.MORE> Q5.MORE

      例子:
        | in_market | market_indirect | market_figure | Q5     | beyond | Q5.MORE          |
        | 是        | 0               | 58000         | 满足   | 2000   | 不开具           |
        | 是        | 0.01            | 60000         | 不满足 | 0      | 不开具           |
        | 是        | 0               | 60000.01      | 满足   | -0.01  | 开具一般不符合项 |
        | 否        | 0.01            | 60000.01      | 不适用 | -0.01  | 不开具           |

    场景: 范围一与二的95%, 范围三的三分之二
      假如 已设科学碳目标 为 是
      并且 目标覆盖的范围一与二 为 57 tCO2e
      并且 目标覆盖的范围三 为 40 tCO2e
      并且 所报范围一 为 60 tCO2e
      并且 所报范围二 为 0 tCO2e
      并且 所报范围三 为 60 tCO2e
      并且 排放行 为
        | line  | scope  | activity | factor | factor_by | found_by |
        | gas   | 范围一 | 60       | 1      | 主管部门  | 实测     |
        | goods | 范围三 | 60       | 1      | 供应商    | 实测     |
      当 按 2026-11-20 评定
      那么 不开具 Q7.SCOPES12
      并且 不开具 Q7.SCOPE3

    场景: 范围一与二的95%, 范围三的三分之二 (2)
      假如 已设科学碳目标 为 是
      并且 目标覆盖的范围一与二 为 56.99 tCO2e
      并且 目标覆盖的范围三 为 40 tCO2e
      并且 所报范围一 为 60 tCO2e
      并且 所报范围二 为 0 tCO2e
      并且 所报范围三 为 60 tCO2e
      并且 排放行 为
        | line  | scope  | activity | factor | factor_by | found_by |
        | gas   | 范围一 | 60       | 1      | 主管部门  | 实测     |
        | goods | 范围三 | 60       | 1      | 供应商    | 实测     |
      当 按 2026-11-20 评定
      那么 开具一般不符合项 Q7.SCOPES12
      并且 不开具 Q7.SCOPE3

    场景: 范围一与二的95%, 范围三的三分之二 (3)
      假如 已设科学碳目标 为 是
      并且 目标覆盖的范围一与二 为 57 tCO2e
      并且 目标覆盖的范围三 为 39.99 tCO2e
      并且 所报范围一 为 60 tCO2e
      并且 所报范围二 为 0 tCO2e
      并且 所报范围三 为 60 tCO2e
      并且 排放行 为
        | line  | scope  | activity | factor | factor_by | found_by |
        | gas   | 范围一 | 60       | 1      | 主管部门  | 实测     |
        | goods | 范围三 | 60       | 1      | 供应商    | 实测     |
      当 按 2026-11-20 评定
      那么 不开具 Q7.SCOPES12
      并且 开具一般不符合项 Q7.SCOPE3

    场景: 范围一与二的95%, 范围三的三分之二 (4)
      假如 已设科学碳目标 为 是
      并且 目标覆盖的范围一与二 为 57 tCO2e
      并且 目标覆盖的范围三 为 0 tCO2e
      并且 所报范围一 为 60 tCO2e
      并且 所报范围二 为 0 tCO2e
      并且 所报范围三 为 40 tCO2e
      并且 排放行 为
        | line  | scope  | activity | factor | factor_by | found_by |
        | gas   | 范围一 | 60       | 1      | 主管部门  | 实测     |
        | goods | 范围三 | 40       | 1      | 供应商    | 实测     |
      当 按 2026-11-20 评定
      那么 不开具 Q7.SCOPES12
      并且 不开具 Q7.SCOPE3

    场景: 范围一与二的95%, 范围三的三分之二 (5)
      假如 已设科学碳目标 为 是
      并且 目标覆盖的范围一与二 为 57 tCO2e
      并且 目标覆盖的范围三 为 0 tCO2e
      并且 所报范围一 为 60 tCO2e
      并且 所报范围二 为 0 tCO2e
      并且 所报范围三 为 40.01 tCO2e
      并且 排放行 为
        | line  | scope  | activity | factor | factor_by | found_by |
        | gas   | 范围一 | 60       | 1      | 主管部门  | 实测     |
        | goods | 范围三 | 40.01    | 1      | 供应商    | 实测     |
      当 按 2026-11-20 评定
      那么 不开具 Q7.SCOPES12
      并且 开具一般不符合项 Q7.SCOPE3

    场景: 范围一与二的95%, 范围三的三分之二 (6)
      假如 已设科学碳目标 为 否
      并且 目标覆盖的范围一与二 为 0 tCO2e
      并且 目标覆盖的范围三 为 0 tCO2e
      并且 所报范围一 为 60 tCO2e
      并且 所报范围二 为 0 tCO2e
      并且 所报范围三 为 60 tCO2e
      并且 排放行 为
        | line  | scope  | activity | factor | factor_by | found_by |
        | gas   | 范围一 | 60       | 1      | 主管部门  | 实测     |
        | goods | 范围三 | 60       | 1      | 供应商    | 实测     |
      当 按 2026-11-20 评定
      那么 不开具 Q7.SCOPES12
      并且 不开具 Q7.SCOPE3

    场景: 无排放则各项占比待定
      假如 排放行 为 无
      并且 所报范围一 为 0 tCO2e
      并且 所报范围二 为 0 tCO2e
      并且 所报范围三 为 0 tCO2e
      当 按 2026-11-20 评定
      那么 量 范围三占比 由规则待定
      并且 量 范围一与二目标覆盖率 由规则待定
      并且 量 范围三目标覆盖率 由规则待定
      并且 量 估算占比 为 0 %
      并且 量 排放总量 为 0 tCO2e

    场景: 未注明来源的因子
      假如 排放行 为
        | line        | scope  | activity | factor | factor_by | found_by |
        | natural gas | 范围一 | 30000    | 2      | 未注明    | 实测     |
        | electricity | 范围二 | 50000    | 0.5306 | 文献      | 计算     |
        | goods       | 范围三 | 57000    | 1      | 自测      | 估算     |
      当 按 2026-11-20 评定
      那么 门槛 Q6 不满足
      并且 量 复算范围一 为 60000 tCO2e
      并且 量 复算范围二 为 26530 tCO2e
      并且 量 复算范围三 为 57000 tCO2e
      并且 量 估算占比 为 100/3 %

  规则: 电力
    背景:
      假如 量 全国因子 (country_factor), 以 tCO2e/MWh 计, 按 用电年度 取值
        | 用电年度 | 为     | 依据         |
        | 2022     | 0.5366 | factor-2022  |
        | 2023     | 0.5306 | factor       |
        | 其他     | 待定   | factor-later |
      并且 量 扣除市场化非化石电量的因子 (residual_factor), 以 tCO2e/MWh 计, 按 用电年度 取值
        | 用电年度 | 为     | 依据         |
        | 2023     | 0.6096 | factor       |
        | 其他     | 待定   | factor-later |
      并且 量 按零计的自有绿电 (own_zero), 以 MWh 计, 依据 own-power
        | 为             | 情形                       |
        | 0 MWh          | 自有绿电的绿证已出售 为 是 |
        | 自有绿电自用量 | 其他                       |
      并且 量 非自有非绿证电量 (plain), 以 MWh 计, 依据 residual
        | 为                                                   |
        | max(用电量 - 按零计的自有绿电 - 绿证覆盖电量, 0 MWh) |
      并且 量 基于位置的用电排放 (by_place), 以 tCO2e 计, 依据 factor
        | 为                |
        | 用电量 * 全国因子 |
      并且 量 其余用电按全国因子 (plain_by_place), 以 tCO2e 计, 依据 factor
        | 为                          |
        | 非自有非绿证电量 * 全国因子 |
      并且 量 其余用电按扣除因子 (by_market), 以 tCO2e 计, 依据 residual
        | 为                                            |
        | 非自有非绿证电量 * 扣除市场化非化石电量的因子 |
      并且 下列门槛
        | 编号 | 门槛                       | 要求                      | 依据  |
        | Q8   | 自有与绿证电量不超过用电量 | 超出用电量的绿电 为 0 MWh | again |
      并且 量 超出用电量的绿电 (too_much), 以 MWh 计, 依据 again
        | 为                                                 |
        | max(自有绿电自用量 + 绿证覆盖电量 - 用电量, 0 MWh) |
      并且 下列结果
        | 结果            | 名称                                     | 取自               | 修约    | 依据     |
        | power_by_place  | 全部用电排放（全国因子）                 | 基于位置的用电排放 | 保留2位 | factor   |
        | power_plain     | 非绿电排放（全国因子）                   | 其余用电按全国因子 | 保留2位 | factor   |
        | power_by_market | 非绿电排放（扣除市场化非化石电量的因子） | 其余用电按扣除因子 | 保留2位 | residual |

    场景大纲: 非绿电按两种因子
      假如 自有绿电的绿证已出售 为 <own_sold>
      并且 绿证覆盖电量 为 <certified> MWh
      并且 自有绿电自用量 为 30000 MWh
      当 按 2026-11-20 评定
      那么 量 基于位置的用电排放 为 53060 tCO2e
      并且 量 其余用电按全国因子 为 <plain_by_place> tCO2e
      并且 量 其余用电按扣除因子 为 <by_market> tCO2e
      并且 门槛 Q8 <Q8>

      例子:
        | own_sold | certified | plain_by_place | by_market | Q8     |
        | 否       | 20000     | 26530          | 30480     | 满足   |
        | 是       | 20000     | 42448          | 48768     | 满足   |
        | 否       | 70000     | 0              | 0         | 满足   |
        | 否       | 70000.01  | 0              | 0         | 不满足 |

    场景: 2022年因子
      假如 用电年度 为 2022
      当 按 2026-11-20 评定
      那么 量 基于位置的用电排放 为 53660 tCO2e
      并且 量 扣除市场化非化石电量的因子 由规则待定

    场景: 以后年度因子未查到
      假如 用电年度 为 2024
      当 按 2026-11-20 评定
      那么 量 全国因子 由规则待定
      并且 量 扣除市场化非化石电量的因子 由规则待定
