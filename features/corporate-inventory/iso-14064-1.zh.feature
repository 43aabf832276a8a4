# language: zh-CN
功能: ISO 14064-1 的要求

  背景:
    假如 评分卡 corporate-inventory
    并且 下列事实
      | 事实           | 名称                     | 类型              | 单位  | 可选值                                                                            | 不低于 | 不高于 |
      | boundary_by    | 边界划定方法             | 选项              |       | operational, financial, equity, not_stated                                        |        |        |
      | criteria       | 重要性准则               | 多选              |       | magnitude, influence, exposure, guidance, outsourced, engagement, other_criterion |        |        |
      | categories     | 盘查类别                 | 类别行 列表       |       |                                                                                   |        |        |
      | left_out       | 未计的源                 | omission 列表     |       |                                                                                   |        |        |
      | base_set       | 已设基准年               | 是否              |       |                                                                                   |        |        |
      | base_rule      | 已载明重算规则           | 是否              |       |                                                                                   |        |        |
      | base_year      | 基准年                   | 期间              |       |                                                                                   |        |        |
      | base_emissions | 基准年排放量             | 数值              | tCO2e |                                                                                   | 0      |        |
      | base_limit     | 基准年重算的比例界限     | 数值              | %     |                                                                                   | 0      | 100    |
      | base_redone    | 基准年已重算             | 是否              |       |                                                                                   |        |        |
      | base_changes   | 基准年变动               | base_change 列表  |       |                                                                                   |        |        |
      | apart          | 单列量                   | amount_apart 列表 |       |                                                                                   |        |        |
      | potentials     | 所用增温潜势             | 选项              |       | ar4, ar5, ar6, other_set, not_named                                               |        |        |
      | potentials_why | 已说明不用最新潜势的理由 | 是否              |       |                                                                                   |        |        |
      | uncertainty_by | 不确定性评估方式         | 选项              |       | in_figures, in_words_why, in_words, not_assessed                                  |        |        |
      | verified_as    | 清单核查状态             | 选项              |       | reasonable, limited, not_verified, not_told                                       |        |        |
      | verified_on    | 核查声明日               | 日期              |       |                                                                                   |        |        |
    并且 边界划定方法 的可选值
      | 值          | 名称       |
      | operational | 运营控制权 |
      | financial   | 财务控制权 |
      | equity      | 股权比例   |
      | not_stated  | 未载明     |
    并且 重要性准则 的可选值
      | 值              | 名称       |
      | magnitude       | 规模       |
      | influence       | 影响力     |
      | exposure        | 风险或机会 |
      | guidance        | 行业指南   |
      | outsourced      | 外包       |
      | engagement      | 员工参与   |
      | other_criterion | 其他准则   |
    并且 所用增温潜势 的可选值
      | 值        | 名称               |
      | ar4       | IPCC第四次评估报告 |
      | ar5       | IPCC第五次评估报告 |
      | ar6       | IPCC第六次评估报告 |
      | other_set | 另一注明的数值     |
      | not_named | 未注明数值         |
    并且 不确定性评估方式 的可选值
      | 值           | 名称           |
      | in_figures   | 定量           |
      | in_words_why | 定性并说明理由 |
      | in_words     | 仅定性         |
      | not_assessed | 未评估         |
    并且 清单核查状态 的可选值
      | 值           | 名称           |
      | reasonable   | 合理保证       |
      | limited      | 有限保证       |
      | not_verified | 已说明未经核查 |
      | not_told     | 未作说明       |
    并且 每条 category 有
      | 字段    | 名称         | 类型 | 可选值                                                                 |
      | place   | 所属类别     | 选项 | category_1, category_2, category_3, category_4, category_5, category_6 |
      | treated | 处理方式     | 选项 | counted, left_out                                                      |
      | why     | 类别未计理由 | 选项 | not_significant, no_data, no_method, no_sources, no_reason             |
    并且 category 称为 类别行
    并且 盘查类别 中 所属类别 不得重复
    并且 所属类别 的可选值
      | 值         | 名称           |
      | category_1 | 直接排放       |
      | category_2 | 外购能源       |
      | category_3 | 运输           |
      | category_4 | 使用的产品     |
      | category_5 | 所售产品的使用 |
      | category_6 | 其他源         |
    并且 处理方式 的可选值
      | 值       | 名称 |
      | counted  | 已计 |
      | left_out | 未计 |
    并且 类别未计理由 的可选值
      | 值              | 名称     |
      | not_significant | 不重要   |
      | no_data         | 无数据   |
      | no_method       | 无方法   |
      | no_sources      | 无此类源 |
      | no_reason       | 未述理由 |
    并且 每条 omission 有
      | 字段   | 名称       | 类型 | 可选值                                         |
      | source | 未计源名称 | 文本 |                                                |
      | reason | 源未计理由 | 选项 | not_significant, no_data, no_method, no_reason |
    并且 未计的源 中 未计源名称 不得重复
    并且 源未计理由 的可选值
      | 值              | 名称     |
      | not_significant | 不重要   |
      | no_data         | 无数据   |
      | no_method       | 无方法   |
      | no_reason       | 未述理由 |
    并且 每条 base_change 有
      | 字段   | 名称       | 类型 | 单位  | 可选值                           |
      | change | 变动名称   | 文本 |       |                                  |
      | cause  | 变动原因   | 选项 |       | structure, method, error, growth |
      | moved  | 排放变动量 | 数值 | tCO2e |                                  |
    并且 基准年变动 中 变动名称 不得重复
    并且 变动原因 的可选值
      | 值        | 名称       |
      | structure | 结构或边界 |
      | method    | 方法或因子 |
      | error     | 发现差错   |
      | growth    | 增产或减产 |
    并且 每条 amount_apart 有
      | 字段     | 名称             | 类型 | 单位  | 可选值                                               | 不低于 |
      | amount   | 单列项名称       | 文本 |       |                                                      |        |
      | what     | 单列项种类       | 选项 |       | biogenic_emission, biogenic_removal, removal, credit |        |
      | tonnes   | 单列吨数         | 数值 | tCO2e |                                                      | 0      |
      | in_total | 计入或扣减于总量 | 是否 |       |                                                      |        |
    并且 单列量 中 单列项名称 不得重复
    并且 单列项种类 的可选值
      | 值                | 名称          |
      | biogenic_emission | 生物源CO2排放 |
      | biogenic_removal  | 生物源CO2清除 |
      | removal           | 其他清除      |
      | credit            | 已注销碳信用  |
    并且 本基准案例
      | 事实                     | 值                       |
      | 边界划定方法             | 运营控制权               |
      | 重要性准则               | 规模, 影响力             |
      | 已设基准年               | 是                       |
      | 已载明重算规则           | 是                       |
      | 基准年                   | 2020-01-01 至 2020-12-31 |
      | 基准年排放量             | 150000 tCO2e             |
      | 基准年重算的比例界限     | 5 %                      |
      | 基准年已重算             | 是                       |
      | 所用增温潜势             | IPCC第六次评估报告       |
      | 已说明不用最新潜势的理由 | 否                       |
      | 不确定性评估方式         | 定量                     |
      | 清单核查状态             | 有限保证                 |
      | 核查声明日               | 2024-05-31               |
    并且 基准案例中 盘查类别 为
      | 所属类别       | 处理方式 | 类别未计理由 |
      | 直接排放       | 已计     |              |
      | 外购能源       | 已计     |              |
      | 运输           | 未计     | 不重要       |
      | 使用的产品     | 已计     |              |
      | 所售产品的使用 | 未计     | 无数据       |
      | 其他源         | 未计     | 无此类源     |
    并且 基准案例中 未计的源 为
      | 未计源名称            | 源未计理由 |
      | refrigerant of a shop | 不重要     |
    并且 基准案例中 基准年变动 为
      | 变动名称         | 变动原因   | 排放变动量  |
      | works sold       | 结构或边界 | -6000 tCO2e |
      | meter read wrong | 发现差错   | 1500 tCO2e  |
      | more orders      | 增产或减产 | 20000 tCO2e |
    并且 基准案例中 单列量 为
      | 单列项名称          | 单列项种类    | 单列吨数   | 计入或扣减于总量 |
      | wood chips          | 生物源CO2排放 | 500 tCO2e  | 否               |
      | hedges              | 生物源CO2清除 | 40 tCO2e   | 否               |
      | mineral store       | 其他清除      | 120 tCO2e  | 否               |
      | certificates bought | 已注销碳信用  | 1000 tCO2e | 否               |

  规则: 类别、重要性与未计部分
    背景:
      假如 量 已计的直接排放与外购能源类别数 (must_count), 以 项 计, 为 盘查类别 的 条数, 依据 iso-categories
        | 其中                                               |
        | 所属类别 属于 直接排放, 外购能源; 处理方式 为 已计 |
      并且 量 所述类别数 (told), 以 项 计, 为 盘查类别 的 条数, 依据 iso-six
      并且 量 未计的间接类别数 (indirect_out), 以 项 计, 为 盘查类别 的 条数, 依据 iso-criteria
        | 其中                                                                     |
        | 所属类别 属于 运输, 使用的产品, 所售产品的使用, 其他源; 处理方式 为 未计 |
      并且 量 无理由而未计的类别数 (no_why), 以 项 计, 为 盘查类别 的 条数, 依据 iso-reasons
        | 其中                                       |
        | 处理方式 为 未计; 类别未计理由 为 未述理由 |
      并且 量 无理由而未计的源数 (no_cause), 以 项 计, 为 未计的源 的 条数, 依据 iso-reasons
        | 其中                   |
        | 源未计理由 为 未述理由 |
      并且 量 类别与范围不符的行数 (misplaced), 以 项 计, 为 排放行 的 条数, 依据 iso-scopes
        | 其中                                                                         |
        | 该行类别 为 直接排放; 所属范围 不为 范围一                                   |
        | 该行类别 为 外购能源; 所属范围 不为 范围二                                   |
        | 该行类别 属于 运输, 使用的产品, 所售产品的使用, 其他源; 所属范围 不为 范围三 |
      并且 下列门槛
        | 编号 | 门槛                            | 要求                                                                             | 适用情形                | 依据           |
        | I01  | ISO 14064-1：第1、2类已计       | 已计的直接排放与外购能源类别数 为 2 项                                           | 所依标准 为 ISO 14064-1 | iso-categories |
        | I02  | ISO 14064-1：六个类别逐一说明   | 所述类别数 为 6 项                                                               | 所依标准 为 ISO 14064-1 | iso-six        |
        | I03  | ISO 14064-1：未计类别有准则为据 | 未计的间接类别数 为 0 项                                                         | 所依标准 为 ISO 14064-1 | iso-criteria   |
        | I03  |                                 | 重要性准则 包含任一 规模, 影响力, 风险或机会, 行业指南, 外包, 员工参与, 其他准则 |                         | iso-criteria   |
        | I04  | ISO 14064-1：未计之处均有理由   | 无理由而未计的类别数 为 0 项; 无理由而未计的源数 为 0 项                         | 所依标准 为 ISO 14064-1 | iso-reasons    |
        | I05  | ISO 14064-1：各行类别与范围相符 | 类别与范围不符的行数 为 0 项                                                     | 所依标准 为 ISO 14064-1 | iso-scopes     |
        | I06  | ISO 14064-1：边界已载明         | 边界划定方法 属于 运营控制权, 财务控制权, 股权比例                               | 所依标准 为 ISO 14064-1 | iso-boundary   |
      并且 量 第1类各行之和 (sum_1), 以 tCO2e 计, 为 排放行 的 该行排放量 之和, 依据 again
        | 其中                 |
        | 该行类别 为 直接排放 |
      并且 量 第1类排放量 (category_1_all), 以 tCO2e 计, 依据 again
        | 为                        | 情形                    |
        | 第1类各行之和             | 所依标准 为 ISO 14064-1 |
        | 待定, 因为 所依为其他标准 | 其他                    |
      并且 量 第2类各行之和 (sum_2), 以 tCO2e 计, 为 排放行 的 该行排放量 之和, 依据 again
        | 其中                 |
        | 该行类别 为 外购能源 |
      并且 量 第2类排放量 (category_2_all), 以 tCO2e 计, 依据 again
        | 为                        | 情形                    |
        | 第2类各行之和             | 所依标准 为 ISO 14064-1 |
        | 待定, 因为 所依为其他标准 | 其他                    |
      并且 量 第3类各行之和 (sum_3), 以 tCO2e 计, 为 排放行 的 该行排放量 之和, 依据 again
        | 其中             |
        | 该行类别 为 运输 |
      并且 量 第3类排放量 (category_3_all), 以 tCO2e 计, 依据 again
        | 为                        | 情形                    |
        | 第3类各行之和             | 所依标准 为 ISO 14064-1 |
        | 待定, 因为 所依为其他标准 | 其他                    |
      并且 量 第4类各行之和 (sum_4), 以 tCO2e 计, 为 排放行 的 该行排放量 之和, 依据 again
        | 其中                   |
        | 该行类别 为 使用的产品 |
      并且 量 第4类排放量 (category_4_all), 以 tCO2e 计, 依据 again
        | 为                        | 情形                    |
        | 第4类各行之和             | 所依标准 为 ISO 14064-1 |
        | 待定, 因为 所依为其他标准 | 其他                    |
      并且 量 第5类各行之和 (sum_5), 以 tCO2e 计, 为 排放行 的 该行排放量 之和, 依据 again
        | 其中                       |
        | 该行类别 为 所售产品的使用 |
      并且 量 第5类排放量 (category_5_all), 以 tCO2e 计, 依据 again
        | 为                        | 情形                    |
        | 第5类各行之和             | 所依标准 为 ISO 14064-1 |
        | 待定, 因为 所依为其他标准 | 其他                    |
      并且 量 第6类各行之和 (sum_6), 以 tCO2e 计, 为 排放行 的 该行排放量 之和, 依据 again
        | 其中               |
        | 该行类别 为 其他源 |
      并且 量 第6类排放量 (category_6_all), 以 tCO2e 计, 依据 again
        | 为                        | 情形                    |
        | 第6类各行之和             | 所依标准 为 ISO 14064-1 |
        | 待定, 因为 所依为其他标准 | 其他                    |
      并且 下列结果
        | 结果     | 名称                  | 取自        | 修约    | 依据           |
        | direct_1 | 第1类，直接排放       | 第1类排放量 | 保留2位 | iso-categories |
        | energy_2 | 第2类，外购能源       | 第2类排放量 | 保留2位 | iso-categories |
        | moving_3 | 第3类，运输           | 第3类排放量 | 保留2位 | iso-categories |
        | used_4   | 第4类，使用的产品     | 第4类排放量 | 保留2位 | iso-categories |
        | sold_5   | 第5类，所售产品的使用 | 第5类排放量 | 保留2位 | iso-categories |
        | other_6  | 第6类，其他           | 第6类排放量 | 保留2位 | iso-categories |

    场景大纲: 计入哪些类别，其余为何不计
      假如 盘查类别 为
        | place      | treated | why   |
        | category_1 | <one>   | <why> |
        | category_2 | <two>   | <why> |
        | category_3 | <three> | <why> |
        | category_4 | <four>  | <why> |
        | category_5 | <five>  | <why> |
        | category_6 | <six>   | <why> |
      并且 重要性准则 为 <criteria>
      当 按 2026-11-20 评定
      那么 门槛 I01 <I01>
      并且 门槛 I03 <I03>
      并且 门槛 I04 <I04>
      并且 量 未计的间接类别数 为 <out> 项

      例子:
        | one  | two  | three | four | five | six  | why      | criteria        | out | I01    | I03    | I04    |
        | 已计 | 已计 | 已计  | 已计 | 已计 | 已计 | 未述理由 | 无              | 0   | 满足   | 满足   | 满足   |
        | 未计 | 已计 | 已计  | 已计 | 已计 | 已计 | 无数据   | 无              | 0   | 不满足 | 满足   | 满足   |
        | 已计 | 未计 | 已计  | 已计 | 已计 | 已计 | 未述理由 | 无              | 0   | 不满足 | 满足   | 不满足 |
        | 已计 | 已计 | 未计  | 已计 | 已计 | 已计 | 不重要   | 无              | 1   | 满足   | 不满足 | 满足   |
        | 已计 | 已计 | 已计  | 未计 | 已计 | 已计 | 无方法   | 无              | 1   | 满足   | 不满足 | 满足   |
        | 已计 | 已计 | 已计  | 已计 | 未计 | 已计 | 无此类源 | 无              | 1   | 满足   | 不满足 | 满足   |
        | 已计 | 已计 | 已计  | 已计 | 已计 | 未计 | 无数据   | 无              | 1   | 满足   | 不满足 | 满足   |
        | 已计 | 已计 | 未计  | 未计 | 未计 | 未计 | 未述理由 | 规模            | 4   | 满足   | 满足   | 不满足 |
        | 已计 | 已计 | 未计  | 未计 | 未计 | 未计 | 无数据   | 影响力          | 4   | 满足   | 满足   | 满足   |
        | 已计 | 已计 | 未计  | 未计 | 未计 | 未计 | 无数据   | exposure        | 4   | 满足   | 满足   | 满足   |
        | 已计 | 已计 | 未计  | 未计 | 未计 | 未计 | 无数据   | guidance        | 4   | 满足   | 满足   | 满足   |
        | 已计 | 已计 | 未计  | 未计 | 未计 | 未计 | 无数据   | outsourced      | 4   | 满足   | 满足   | 满足   |
        | 已计 | 已计 | 未计  | 未计 | 未计 | 未计 | 无数据   | engagement      | 4   | 满足   | 满足   | 满足   |
        | 已计 | 已计 | 未计  | 未计 | 未计 | 未计 | 无数据   | other_criterion | 4   | 满足   | 满足   | 满足   |

    场景: 只字未提的类别
      假如 盘查类别 为
        | place      | treated | why |
        | category_1 | 已计    |     |
        | category_2 | 已计    |     |
        | category_3 | 已计    |     |
        | category_4 | 已计    |     |
        | category_5 | 已计    |     |
      当 按 2026-11-20 评定
      那么 门槛 I02 不满足
      并且 门槛 I01 满足
      并且 结论为 门槛未过

    场景大纲: 未计的一个源
      假如 未计的源 为
        | source      | reason   |
        | cold stores | <reason> |
      当 按 2026-11-20 评定
      那么 门槛 I04 <I04>

      例子:
        | reason          | I04    |
        | not_significant | 满足   |
        | no_data         | 满足   |
        | no_method       | 满足   |
        | no_reason       | 不满足 |

    场景大纲: 类别与范围对照
      假如 排放行 为
        | 排放行名称 | 所属范围 | 活动数据量 | 排放因子（每单位吨CO2e） | 因子来源 | 数据取得方式 | 该行类别   | 该行不确定度 |
        | it         | <scope>  | 7          | 1                        | 主管部门 | 实测         | <category> | 1 %          |
      当 按 2026-11-20 评定
      那么 门槛 I05 <I05>
      并且 量 <of> 为 7 tCO2e

      例子:
        | scope  | category   | of             | I05    |
        | 范围一 | category_1 | category_1_all | 满足   |
        | 范围二 | category_2 | category_2_all | 满足   |
        | 范围三 | category_3 | category_3_all | 满足   |
        | 范围三 | category_4 | category_4_all | 满足   |
        | 范围三 | category_5 | category_5_all | 满足   |
        | 范围三 | category_6 | category_6_all | 满足   |
        | 范围二 | category_1 | category_1_all | 不满足 |
        | 范围三 | category_1 | category_1_all | 不满足 |
        | 范围一 | category_2 | category_2_all | 不满足 |
        | 范围一 | category_3 | category_3_all | 不满足 |
        | 范围二 | category_4 | category_4_all | 不满足 |
        | 范围一 | category_5 | category_5_all | 不满足 |
        | 范围二 | category_6 | category_6_all | 不满足 |

    场景大纲: 边界
      假如 边界划定方法 为 <by>
      当 按 2026-11-20 评定
      那么 门槛 I06 <I06>

      例子:
        | by         | I06    |
        | 运营控制权 | 满足   |
        | 财务控制权 | 满足   |
        | 股权比例   | 满足   |
        | 未载明     | 不满足 |

    场景: 该企业的各类别
      当 按 2026-11-20 评定
      那么 量 第1类排放量 为 60000 tCO2e
      并且 量 第2类排放量 为 26530 tCO2e
      并且 量 第3类排放量 为 0 tCO2e
      并且 量 第4类排放量 为 57000 tCO2e
      并且 量 第5类排放量 为 0 tCO2e
      并且 量 第6类排放量 为 0 tCO2e

    场景: 其他标准不要求类别
      假如 所依标准 为 GHG Protocol
      当 按 2026-11-20 评定
      那么 门槛 I01 不适用
      并且 门槛 I02 不适用
      并且 门槛 I03 不适用
      并且 门槛 I04 不适用
      并且 门槛 I05 不适用
      并且 门槛 I06 不适用
      并且 量 第1类排放量 由规则待定
      并且 量 第2类排放量 由规则待定
      并且 量 第3类排放量 由规则待定
      并且 量 第4类排放量 由规则待定
      并且 量 第5类排放量 由规则待定
      并且 量 第6类排放量 由规则待定
      并且 等级为 完整

  规则: 基准年与重算
    背景:
      假如 每条 base_change 的量 变动幅度 (size), 以 tCO2e 计, 依据 iso-sizes
        | 为                                    |
        | max(排放变动量, 0 tCO2e - 排放变动量) |
      并且 量 计入的变动 (counted_changes), 以 tCO2e 计, 为 基准年变动 的 变动幅度 之和, 依据 iso-recalculation
        | 其中                                           |
        | 变动原因 属于 结构或边界, 方法或因子, 发现差错 |
      并且 量 计入的变动占基准年排放的比例 (changed), 以 % 计, 依据 iso-sizes
        | 为                          | 情形                      |
        | 待定, 因为 所依为其他标准   | 所依标准 不为 ISO 14064-1 |
        | 待定, 因为 未设基准年       | 已设基准年 为 否          |
        | 0 %                         | 计入的变动 为 0 tCO2e     |
        | 待定, 因为 基准年排放量为零 | 基准年排放量 为 0 tCO2e   |
        | 计入的变动 / 基准年排放量   | 其他                      |
      并且 下列门槛
        | 编号 | 门槛                                  | 要求                                                   | 适用情形                                                        | 依据                         |
        | I07  | ISO 14064-1：已设基准年及其重算规则   | 已设基准年 为 是; 已载明重算规则 为 是                 | 所依标准 为 ISO 14064-1                                         | iso-base                     |
        | I08  | ISO 14064-1：基准年不晚于盘查年度     | 基准年 的末日 不迟于 盘查年度 的末日                   | 所依标准 为 ISO 14064-1; 已设基准年 为 是                       | iso-order                    |
        | I09  | ISO 14064-1：达到自定规则即重算基准年 | 计入的变动占基准年排放的比例 低于 基准年重算的比例界限 | 所依标准 为 ISO 14064-1; 已设基准年 为 是; 已载明重算规则 为 是 | iso-recalculation, iso-sizes |
        | I09  |                                       | 基准年已重算 为 是                                     |                                                                 | iso-recalculation            |
      并且 下列不符合项
        | 代码     | 不符合项                               | 情形                                                                                                                 | 程度   | 依据        |
        | I09.FIVE | 科学碳目标自5%起要求重算，自定规则更宽 | 所依标准 为 ISO 14064-1; 已设科学碳目标 为 是; 已设基准年 为 是; 已载明重算规则 为 是; 基准年重算的比例界限 高于 5 % | 观察项 | target-base |
      并且 下列结果
        | 结果          | 名称                   | 取自                         | 修约    | 依据      |
        | changed_share | 计入的变动占基准年排放 | 计入的变动占基准年排放的比例 | 保留2位 | iso-sizes |

    场景大纲: 15万吨中的7500吨为5%
      假如 基准年重算的比例界限 为 <limit> %
      并且 基准年已重算 为 <redone>
      并且 基准年变动 为
        | change | cause   | moved         |
        | a      | <cause> | <moved> tCO2e |
        | b      | error   | 1500 tCO2e    |
      当 按 2026-11-20 评定
      那么 量 计入的变动占基准年排放的比例 为 <changed> %
      并且 门槛 I09 <I09>

      例子:
        | cause     | moved    | limit | redone | changed | I09    |
        | structure | -6000    | 5     | 否     | 5       | 不满足 |
        | structure | -6000    | 5     | 是     | 5       | 满足   |
        | structure | -6000    | 5.01  | 否     | 5       | 满足   |
        | structure | -5999.85 | 5     | 否     | 4.9999  | 满足   |
        | method    | 6000     | 5     | 否     | 5       | 不满足 |
        | error     | 6000     | 5     | 否     | 5       | 不满足 |
        | growth    | 60000    | 5     | 否     | 1       | 满足   |

    场景: 基准年无排放而有变动
      假如 基准年排放量 为 0 tCO2e
      并且 基准年变动 为
        | change | cause | moved      |
        | a      | error | 0.01 tCO2e |
      并且 基准年已重算 为 否
      当 按 2026-11-20 评定
      那么 量 计入的变动占基准年排放的比例 由规则待定
      并且 门槛 I09 待定

    场景大纲: 基准年为零与没有变动
      假如 基准年排放量 为 <base> tCO2e
      并且 基准年变动 为
        | change | cause | moved         |
        | a      | error | <moved> tCO2e |
      并且 基准年已重算 为 否
      当 按 2026-11-20 评定
      那么 量 计入的变动占基准年排放的比例 为 <changed> %
      并且 门槛 I09 <I09>

      例子:
        | base | moved | changed | I09  |
        | 0    | 0     | 0       | 满足 |

    场景大纲: 基准年与规则
      假如 已设基准年 为 <set>
      并且 已载明重算规则 为 <rule>
      当 按 2026-11-20 评定
      那么 门槛 I07 <I07>
      并且 门槛 I08 <I08>
      并且 门槛 I09 <I09>

      例子:
        | set | rule | I07    | I08    | I09    |
        | 是  | 是   | 满足   | 满足   | 满足   |
        | 否  | 是   | 不满足 | 不适用 | 不适用 |
        | 是  | 否   | 不满足 | 满足   | 不适用 |

    场景: 无基准年则变动占比待定
      假如 已设基准年 为 否
      当 按 2026-11-20 评定
      那么 量 计入的变动占基准年排放的比例 由规则待定

    场景大纲: 首次盘查可自为基准
      假如 基准年 为 <first> 至 <last>
      当 按 2026-11-20 评定
      那么 门槛 I08 <I08>

      例子:
        | first      | last       | I08    |
        | 2023-01-01 | 2023-12-31 | 满足   |
        | 2023-01-02 | 2024-01-01 | 不满足 |

    场景大纲: 科学碳目标的5%
      假如 <change>
      并且 基准年重算的比例界限 为 <limit> %
      当 按 2026-11-20 评定
      那么 <found>

      例子:
        | change                   | limit | found               |
        | target_set 为 是         | 5     | 不开具 I09.FIVE     |
        | target_set 为 是         | 5.01  | 开具观察项 I09.FIVE |
        | target_set 为 否         | 5.01  | 不开具 I09.FIVE     |
        | base_set 为 否           | 5.01  | 不开具 I09.FIVE     |
        | base_rule 为 否          | 5.01  | 不开具 I09.FIVE     |
        | standard 为 GHG Protocol | 5.01  | 不开具 I09.FIVE     |

    场景大纲: 其他标准不要求基准年
      假如 所依标准 为 <standard>
      当 按 2026-11-20 评定
      那么 门槛 I07 不适用
      并且 门槛 I08 不适用
      并且 门槛 I09 不适用
      并且 量 计入的变动占基准年排放的比例 由规则待定

      例子:
        | standard        |
        | GB/T 32150-2025 |
        | GHG Protocol    |
        | 其他标准        |

  规则: 单列量、增温潜势、不确定性与核查
    背景:
      假如 量 计入总量的生物源项数 (biogenic_in), 以 项 计, 为 单列量 的 条数, 依据 iso-biogenic
        | 其中                                                                 |
        | 计入或扣减于总量 为 是; 单列项种类 属于 生物源CO2排放, 生物源CO2清除 |
      并且 量 计入总量的其他清除项数 (removals_in), 以 项 计, 为 单列量 的 条数, 依据 iso-removals
        | 其中                                           |
        | 计入或扣减于总量 为 是; 单列项种类 为 其他清除 |
      并且 量 计入总量的碳信用项数 (credits_in), 以 项 计, 为 单列量 的 条数, 依据 iso-credits
        | 其中                                               |
        | 计入或扣减于总量 为 是; 单列项种类 为 已注销碳信用 |
      并且 量 所述生物源排放 (biogenic_told), 以 tCO2e 计, 为 单列量 的 单列吨数 之和, 依据 iso-biogenic
        | 其中                        |
        | 单列项种类 为 生物源CO2排放 |
      并且 量 所述生物源清除 (stored_told), 以 tCO2e 计, 为 单列量 的 单列吨数 之和, 依据 iso-biogenic
        | 其中                        |
        | 单列项种类 为 生物源CO2清除 |
      并且 量 所述其他清除 (removed_told), 以 tCO2e 计, 为 单列量 的 单列吨数 之和, 依据 iso-removals
        | 其中                   |
        | 单列项种类 为 其他清除 |
      并且 量 所述碳信用 (credits_told), 以 tCO2e 计, 为 单列量 的 单列吨数 之和, 依据 iso-credits
        | 其中                       |
        | 单列项种类 为 已注销碳信用 |
      并且 每条 line 的量 该行不确定度平方 (square), 依据 iso-root
        | 为                                        |
        | (该行排放量 / 1 tCO2e * 该行不确定度) ^ 2 |
      并且 量 不确定度平方和 (squares), 为 排放行 的 该行不确定度平方 之和, 依据 iso-root
      并且 量 盘查不确定度 (uncertainty), 以 % 计, 依据 iso-root
        | 为                                                                        | 情形                           |
        | 待定, 因为 所依为其他标准                                                 | 所依标准 不为 ISO 14064-1      |
        | 待定, 因为 不确定性未定量                                                 | 不确定性评估方式 不为 定量     |
        | 待定, 因为 排放总量不高于零                                               | 排放总量 不高于 0 tCO2e        |
        | 修约(不确定度平方和 ^ 0.5 / (排放总量 / 1 tCO2e), 0.01 %, 四舍六入五成双) | 不确定度平方和 不低于 0.000001 |
        | 0 %                                                                       | 其他                           |
      并且 下列门槛
        | 编号 | 门槛                                                | 要求                                                        | 适用情形                                                      | 依据            |
        | I10  | ISO 14064-1：生物源CO2与总量分列                    | 计入总量的生物源项数 为 0 项                                | 所依标准 为 ISO 14064-1                                       | iso-biogenic    |
        | I11  | ISO 14064-1：清除量与总量分列                       | 计入总量的其他清除项数 为 0 项                              | 所依标准 为 ISO 14064-1                                       | iso-removals    |
        | I12  | ISO 14064-1：不扣减碳信用                           | 计入总量的碳信用项数 为 0 项                                | 所依标准 为 ISO 14064-1                                       | iso-credits     |
        | I13  | ISO 14064-1：注明增温潜势                           | 所用增温潜势 不为 未注明数值                                | 所依标准 为 ISO 14064-1                                       | iso-potentials  |
        | I14  | ISO 14064-1：说明不确定性                           | 不确定性评估方式 不为 未评估                                | 所依标准 为 ISO 14064-1                                       | iso-uncertainty |
        | I15  | ISO 14064-1：说明是否及如何核查                     | 清单核查状态 不为 未作说明                                  | 所依标准 为 ISO 14064-1                                       | iso-verified    |
        | I16  | ISO 14064-1：核查声明在盘查年度之后且不晚于评定日期 | 核查声明日 晚于 盘查年度 的末日; 核查声明日 不迟于 评定日期 | 所依标准 为 ISO 14064-1; 清单核查状态 属于 合理保证, 有限保证 | iso-order       |
      并且 下列不符合项
        | 代码       | 不符合项                             | 情形                                                                                                                                                                | 程度 | 依据            |
        | I13.LATEST | 未用最新增温潜势而未述理由           | 所依标准 为 ISO 14064-1; 所用增温潜势 属于 IPCC第四次评估报告, IPCC第五次评估报告, 另一注明的数值; 已说明不用最新潜势的理由 为 否; 盘查年度 的末日 自 2021-08-09 起 | 一般 | iso-potentials  |
        | I14.WORDS  | 不确定性仅定性说明而未述不定量的理由 | 所依标准 为 ISO 14064-1; 不确定性评估方式 为 仅定性                                                                                                                 | 一般 | iso-uncertainty |
      并且 下列结果
        | 结果         | 名称                          | 取自           | 修约    | 依据         |
        | spread       | 盘查不确定度（各行独立，95%） | 盘查不确定度   | 保留2位 | iso-root     |
        | biogenic_out | 单列的生物源CO2排放           | 所述生物源排放 | 保留2位 | iso-biogenic |
        | stored_out   | 单列的生物源CO2清除           | 所述生物源清除 | 保留2位 | iso-biogenic |
        | removed_out  | 单列的其他清除                | 所述其他清除   | 保留2位 | iso-removals |
        | credits_out  | 已注销碳信用，不予扣减        | 所述碳信用     | 保留2位 | iso-credits  |

    场景大纲: 应单列而计入总量者
      假如 单列量 为
        | amount | what   | tonnes  | in_total |
        | x      | <what> | 7 tCO2e | <in>     |
      当 按 2026-11-20 评定
      那么 门槛 I10 <I10>
      并且 门槛 I11 <I11>
      并且 门槛 I12 <I12>
      并且 量 <told> 为 7 tCO2e

      例子:
        | what              | in | told          | I10    | I11    | I12    |
        | biogenic_emission | 否 | biogenic_told | 满足   | 满足   | 满足   |
        | biogenic_removal  | 否 | stored_told   | 满足   | 满足   | 满足   |
        | removal           | 否 | removed_told  | 满足   | 满足   | 满足   |
        | credit            | 否 | credits_told  | 满足   | 满足   | 满足   |
        | biogenic_emission | 是 | biogenic_told | 不满足 | 满足   | 满足   |
        | biogenic_removal  | 是 | stored_told   | 不满足 | 满足   | 满足   |
        | removal           | 是 | removed_told  | 满足   | 不满足 | 满足   |
        | credit            | 是 | credits_told  | 满足   | 满足   | 不满足 |

    场景: 该企业的单列量
      当 按 2026-11-20 评定
      那么 量 所述生物源排放 为 500 tCO2e
      并且 量 所述生物源清除 为 40 tCO2e
      并且 量 所述其他清除 为 120 tCO2e
      并且 量 所述碳信用 为 1000 tCO2e

    场景: 4万吨的5%、6万吨的7%、15万吨的30%
      假如 排放行 为
        | 排放行名称 | 所属范围 | 活动数据量 | 排放因子（每单位吨CO2e） | 因子来源 | 数据取得方式 | 该行类别   | 该行不确定度 |
        | gas        | 范围一   | 40000      | 1                        | 主管部门 | 实测         | category_1 | 5 %          |
        | power      | 范围二   | 60000      | 1                        | 主管部门 | 实测         | category_2 | 7 %          |
        | goods      | 范围三   | 150000     | 1                        | 供应商   | 估算         | category_4 | 30 %         |
      当 按 2026-11-20 评定
      那么 量 不确定度平方和 为 2046640000
      并且 量 盘查不确定度 为 18.1 %

    场景: 该企业的不确定度
      当 按 2026-11-20 评定
      那么 量 盘查不确定度 为 4.5 %

    场景大纲: 单行即其自身的不确定度
      假如 排放行 为
        | 排放行名称 | 所属范围 | 活动数据量 | 排放因子（每单位吨CO2e） | 因子来源 | 数据取得方式 | 该行类别   | 该行不确定度 |
        | gas        | 范围一   | <amount>   | 1                        | 主管部门 | 实测         | category_1 | <spread> %   |
      当 按 2026-11-20 评定
      那么 量 盘查不确定度 为 <uncertainty> %

      例子:
        | amount | spread | uncertainty |
        | 0.1    | 1      | 1           |
        | 100    | 4.53   | 4.53        |
        | 0.1    | 0.99   | 0           |
        | 100    | 0      | 0           |
        | 0.01   | 100    | 100         |

    场景大纲: 未定量则不确定度待定
      假如 <change>
      当 按 2026-11-20 评定
      那么 量 盘查不确定度 由规则待定

      例子:
        | change                         |
        | uncertainty_by 为 in_words     |
        | uncertainty_by 为 in_words_why |
        | uncertainty_by 为 not_assessed |
        | 排放行 为 无                   |
        | standard 为 GB/T 32150-2025    |
        | standard 为 GHG Protocol       |
        | standard 为 其他标准           |

    场景大纲: 不确定性与核查的说明
      假如 <change>
      当 按 2026-11-20 评定
      那么 门槛 I14 <I14>
      并且 门槛 I15 <I15>
      并且 门槛 I16 <I16>
      并且 <words>

      例子:
        | change                         | I14    | I15    | I16    | words                      |
        | uncertainty_by 为 in_figures   | 满足   | 满足   | 满足   | 不开具 I14.WORDS           |
        | uncertainty_by 为 in_words_why | 满足   | 满足   | 满足   | 不开具 I14.WORDS           |
        | uncertainty_by 为 in_words     | 满足   | 满足   | 满足   | 开具一般不符合项 I14.WORDS |
        | uncertainty_by 为 not_assessed | 不满足 | 满足   | 满足   | 不开具 I14.WORDS           |
        | verified_as 为 reasonable      | 满足   | 满足   | 满足   | 不开具 I14.WORDS           |
        | verified_as 为 not_verified    | 满足   | 满足   | 不适用 | 不开具 I14.WORDS           |
        | verified_as 为 not_told        | 满足   | 不满足 | 不适用 | 不开具 I14.WORDS           |

    场景大纲: 声明日
      假如 核查声明日 为 <day>
      当 按 2026-11-20 评定
      那么 门槛 I16 <I16>

      例子:
        | day        | I16    |
        | 2023-12-31 | 不满足 |
        | 2024-01-01 | 满足   |
        | 2026-11-20 | 满足   |
        | 2026-11-21 | 不满足 |

    场景大纲: 不用最新潜势的理由
      假如 盘查年度 为 2021-01-01 至 <last>
      并且 基准年 为 2020-01-01 至 2020-12-31
      并且 所用增温潜势 为 <potentials>
      并且 已说明不用最新潜势的理由 为 <why>
      当 按 2026-11-20 评定
      那么 门槛 I13 <I13>
      并且 <found>

      例子:
        | last       | potentials | why | I13    | found                       |
        | 2021-08-09 | ar5        | 否  | 满足   | 开具一般不符合项 I13.LATEST |
        | 2021-08-08 | ar5        | 否  | 满足   | 不开具 I13.LATEST           |
        | 2021-12-31 | ar5        | 是  | 满足   | 不开具 I13.LATEST           |
        | 2021-12-31 | ar4        | 否  | 满足   | 开具一般不符合项 I13.LATEST |
        | 2021-12-31 | other_set  | 否  | 满足   | 开具一般不符合项 I13.LATEST |
        | 2021-12-31 | ar6        | 否  | 满足   | 不开具 I13.LATEST           |
        | 2021-12-31 | not_named  | 否  | 不满足 | 不开具 I13.LATEST           |

    场景: 其他标准不作这些要求
      假如 所依标准 为 GHG Protocol
      并且 所用增温潜势 为 ar5
      并且 不确定性评估方式 为 in_words
      当 按 2026-11-20 评定
      那么 门槛 I10 不适用
      并且 门槛 I11 不适用
      并且 门槛 I12 不适用
      并且 门槛 I13 不适用
      并且 门槛 I14 不适用
      并且 门槛 I15 不适用
      并且 门槛 I16 不适用
      并且 不开具 I13.LATEST
      并且 不开具 I14.WORDS
