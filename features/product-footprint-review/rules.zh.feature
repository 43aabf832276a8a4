# language: zh-CN
功能: 步骤、数据与结果

  背景:
    假如 评分卡 product-footprint-review
    并且 下列事实
      | 事实         | 名称                           | 类型      | 单位   | 可选值                                       | 不低于   | 不高于 | 证据                                            |
      | unit_on      | 边界与单位确定日               | 日期      |        |                                              |          |        | footprint-report                                |
      | data_from    | 数据收集起始日                 | 日期      |        |                                              |          |        | footprint-report                                |
      | data_until   | 数据代表期截止日               | 日期      |        |                                              |          |        | footprint-report                                |
      | boundary     | 系统边界                       | 选项      |        | cradle_to_gate, cradle_to_grave              |          |        |                                                 |
      | unit_sold    | 声明单位即销售单位             | 是否      |        |                                              |          |        |                                                 |
      | method       | 所用方法                       | 选项      |        | gbt_24067_2024, iso_14067_2018, other_method |          |        |                                                 |
      | parts        | 研究各部分                     | 多选      |        | scope, inventory, assessment, interpretation |          |        |                                                 |
      | place_stated | 已注明数据地理边界             | 是否      |        |                                              |          |        |                                                 |
      | database     | 已注明数据库及版本             | 是否      |        |                                              |          |        |                                                 |
      | report_made  | 已编制报告                     | 是否      |        |                                              |          |        |                                                 |
      | looked_at    | 已考虑的类别                   | 多选      |        | c1, c2, c3, c4, c5, c6, c7, c8, c9, c11, c12 |          |        |                                                 |
      | offsets_in   | 扣除的抵消量                   | 数值      | kgCO2e |                                              | 0        |        | footprint-report                                |
      | cut_off      | 舍去比例                       | 数值      | %      |                                              | 0        | 100    | footprint-report                                |
      | rule_entered | 已录入产品规则并注明来源       | 是否      |        |                                              |          |        |                                                 |
      | rule_primary | 产品规则要求的初级数据占比下限 | 数值      | %      |                                              | 0        | 100    |                                                 |
      | rule_age     | 产品规则允许的数据时效上限     | 数值      | 个月   |                                              | 0        |        |                                                 |
      | rule_cut     | 产品规则允许的舍去上限         | 数值      | %      |                                              | 0        | 100    |                                                 |
      | reported     | 所报碳足迹                     | 数值      | kgCO2e |                                              |          |        | footprint-report                                |
      | last_digit   | 所报末位的单位值               | 数值      | kgCO2e |                                              | 0.000001 |        | footprint-report                                |
      | assurance    | 注明的保证等级                 | 选项      |        | no_assurance, limited, reasonable            |          |        |                                                 |
      | statement_on | 声明出具日                     | 日期      |        |                                              |          |        | verification-statement                          |
      | lines        | 数据行                         | line 列表 |        |                                              |          |        | footprint-report, parts-list, production-report |
    并且 系统边界 的可选值
      | 值              | 名称       |
      | cradle_to_gate  | 摇篮到大门 |
      | cradle_to_grave | 摇篮到坟墓 |
    并且 所用方法 的可选值
      | 值             | 名称            |
      | gbt_24067_2024 | GB/T 24067-2024 |
      | iso_14067_2018 | ISO 14067:2018  |
      | other_method   | 其他方法        |
    并且 研究各部分 的可选值
      | 值             | 名称       |
      | scope          | 目的与范围 |
      | inventory      | 清单分析   |
      | assessment     | 影响评价   |
      | interpretation | 结果解释   |
    并且 已考虑的类别 的可选值
      | 值  | 名称                       |
      | c1  | 第1类其余排放              |
      | c2  | 第2类飞机运输              |
      | c3  | 第3类生物排放              |
      | c4  | 第4类土地利用变化排放      |
      | c5  | 第5类土地利用排放          |
      | c6  | 第6类化石排放与清除        |
      | c7  | 第7类生物清除              |
      | c8  | 第8类土地利用变化清除      |
      | c9  | 第9类土地利用清除          |
      | c11 | 第11类间接土地利用变化排放 |
      | c12 | 第12类间接土地利用变化清除 |
    并且 注明的保证等级 的可选值
      | 值           | 名称     |
      | no_assurance | 未注明   |
      | limited      | 有限保证 |
      | reasonable   | 合理保证 |
    并且 每条 line 有
      | 字段              | 名称                       | 类型 | 可选值                                                           | 不低于 |
      | line              | 数据行名称                 | 文本 |                                                                  |        |
      | life_step         | 生命周期阶段               | 选项 | materials, production, transport, use, end_of_life               |        |
      | category          | 该行所属类别               | 选项 | d1, d2, d3, d4, d5, d6, d7, d8, d9, d10, d11, d12                |        |
      | activity          | 活动数据量                 | 数值 |                                                                  | 0      |
      | factor            | 排放因子（每单位千克CO2e） | 数值 |                                                                  |        |
      | found_by          | 数据取得方式               | 选项 | measured, calculated, estimated_by_standard, estimated_otherwise |        |
      | primary           | 初级数据                   | 是否 |                                                                  |        |
      | traced            | 可追溯至原始记录           | 是否 |                                                                  |        |
      | factor_named      | 因子注明来源               | 是否 |                                                                  |        |
      | certificates_sold | 绿证已出售                 | 是否 |                                                                  |        |
    并且 数据行 中 数据行名称 不得重复
    并且 生命周期阶段 的可选值
      | 值          | 名称   |
      | materials   | 原材料 |
      | production  | 生产   |
      | transport   | 运输   |
      | use         | 使用   |
      | end_of_life | 废弃   |
    并且 该行所属类别 的可选值
      | 值  | 名称 |
      | d1  | 1    |
      | d2  | 2    |
      | d3  | 3    |
      | d4  | 4    |
      | d5  | 5    |
      | d6  | 6    |
      | d7  | 7    |
      | d8  | 8    |
      | d9  | 9    |
      | d10 | 10   |
      | d11 | 11   |
      | d12 | 12   |
    并且 数据取得方式 的可选值
      | 值                    | 名称       |
      | measured              | 实测       |
      | calculated            | 计算       |
      | estimated_by_standard | 依标准估算 |
      | estimated_otherwise   | 其他估算   |
    并且 本基准案例
      | 事实                           | 值                                                                                                                                                                                                                          |
      | 边界与单位确定日               | 2025-01-10                                                                                                                                                                                                                  |
      | 数据收集起始日                 | 2025-02-01                                                                                                                                                                                                                  |
      | 数据代表期截止日               | 2025-12-31                                                                                                                                                                                                                  |
      | 系统边界                       | 摇篮到坟墓                                                                                                                                                                                                                  |
      | 声明单位即销售单位             | 是                                                                                                                                                                                                                          |
      | 所用方法                       | GB/T 24067-2024                                                                                                                                                                                                             |
      | 研究各部分                     | 目的与范围, 清单分析, 影响评价, 结果解释                                                                                                                                                                                    |
      | 已注明数据地理边界             | 是                                                                                                                                                                                                                          |
      | 已注明数据库及版本             | 是                                                                                                                                                                                                                          |
      | 已编制报告                     | 是                                                                                                                                                                                                                          |
      | 已考虑的类别                   | 第1类其余排放, 第2类飞机运输, 第3类生物排放, 第4类土地利用变化排放, 第5类土地利用排放, 第6类化石排放与清除, 第7类生物清除, 第8类土地利用变化清除, 第9类土地利用清除, 第11类间接土地利用变化排放, 第12类间接土地利用变化清除 |
      | 扣除的抵消量                   | 0 kgCO2e                                                                                                                                                                                                                    |
      | 舍去比例                       | 1 %                                                                                                                                                                                                                         |
      | 已录入产品规则并注明来源       | 否                                                                                                                                                                                                                          |
      | 产品规则要求的初级数据占比下限 | 50 %                                                                                                                                                                                                                        |
      | 产品规则允许的数据时效上限     | 12 个月                                                                                                                                                                                                                     |
      | 产品规则允许的舍去上限         | 1 %                                                                                                                                                                                                                         |
      | 所报碳足迹                     | 10.1448 kgCO2e                                                                                                                                                                                                              |
      | 所报末位的单位值               | 0.0001 kgCO2e                                                                                                                                                                                                               |
      | 注明的保证等级                 | 有限保证                                                                                                                                                                                                                    |
      | 声明出具日                     | 2026-03-31                                                                                                                                                                                                                  |
    并且 基准案例中 数据行 为
      | 数据行名称         | 生命周期阶段 | 该行所属类别 | 活动数据量 | 排放因子（每单位千克CO2e） | 数据取得方式 | 初级数据 | 可追溯至原始记录 | 因子注明来源 | 绿证已出售 |
      | materials          | 原材料       | 6            | 5.20       | 1                          | 实测         | 是       | 是               | 是           | 否         |
      | electricity in kWh | 生产         | 6            | 8          | 0.5306                     | 实测         | 是       | 是               | 是           | 否         |
      | carriage           | 运输         | 6            | 0.30       | 1                          | 计算         | 否       | 是               | 是           | 否         |
      | use                | 使用         | 6            | 0          | 1                          | 依标准估算   | 否       | 是               | 是           | 否         |
      | end of life        | 废弃         | 6            | 0.40       | 1                          | 依标准估算   | 否       | 是               | 是           | 否         |

  规则: 步骤
    背景:
      假如 下列条件
        | 条件       | 名称                   | 成立情形                                           | 依据       |
        | gap_should | 未计土地利用           | 已考虑的类别 不包含任一 第5类土地利用排放          | categories |
        | gap_should |                        | 已考虑的类别 不包含任一 第9类土地利用清除          | categories |
        | gap_apart  | 未考虑间接土地利用变化 | 已考虑的类别 不包含任一 第11类间接土地利用变化排放 | categories |
        | gap_apart  |                        | 已考虑的类别 不包含任一 第12类间接土地利用变化清除 | categories |
      并且 量 先述单位后收集数据 (unit_first)
        | 为                      | 情形                                                                 | 依据    |
        | 0                       | 边界与单位确定日 晚于 数据收集起始日; 数据收集起始日 不迟于 评定日期 | unit    |
        | 1                       | 数据收集起始日 不迟于 评定日期                                       | unit    |
        | 待定, 因为 数据尚未收集 | 其他                                                                 | to-come |
      并且 量 数据所代表时段已结束 (time_over), 依据 to-come
        | 为                                | 情形                    |
        | 1                                 | 数据代表期截止日 已结束 |
        | 待定, 因为 数据所代表时段尚未结束 | 其他                    |
      并且 下列门槛
        | 编号 | 门槛                             | 要求                                                                                                                                                                                                                                                                                    | 适用情形                    | 依据       |
        | Z1   | 先定边界与功能单位，后收数据     | 先述单位后收集数据 为 1                                                                                                                                                                                                                                                                 |                             | unit       |
        | Z2-T | 数据代表期已结束                 | 数据所代表时段已结束 为 1                                                                                                                                                                                                                                                               |                             | to-come    |
        | Z3   | 注明数据库及版本                 | 已注明数据库及版本 为 是                                                                                                                                                                                                                                                                |                             | model      |
        | Z4   | 已编制报告                       | 已编制报告 为 是                                                                                                                                                                                                                                                                        |                             | report     |
        | Z5   | 目的与范围、清单、评价、解释齐备 | 研究各部分 包含任一 目的与范围; 研究各部分 包含任一 清单分析; 研究各部分 包含任一 影响评价; 研究各部分 包含任一 结果解释                                                                                                                                                                |                             | method     |
        | Z5B  | 注明数据地理边界                 | 已注明数据地理边界 为 是                                                                                                                                                                                                                                                                | 所用方法 为 GB/T 24067-2024 | method     |
        | Z6   | 负值仅限摇篮到坟墓               | 系统边界 为 摇篮到坟墓                                                                                                                                                                                                                                                                  | 所报碳足迹 低于 0 kgCO2e    | negative   |
        | Z7   | 第1至4、6至8类均已考虑           | 已考虑的类别 包含任一 第1类其余排放; 已考虑的类别 包含任一 第2类飞机运输; 已考虑的类别 包含任一 第3类生物排放; 已考虑的类别 包含任一 第4类土地利用变化排放; 已考虑的类别 包含任一 第6类化石排放与清除; 已考虑的类别 包含任一 第7类生物清除; 已考虑的类别 包含任一 第8类土地利用变化清除 |                             | categories |
        | Z8   | 碳足迹内无抵消                   | 扣除的抵消量 为 0 kgCO2e                                                                                                                                                                                                                                                                |                             | offsets    |
        | Z9A  | 声明单位即销售单位               | 声明单位即销售单位 为 是                                                                                                                                                                                                                                                                |                             | review     |
      并且 下列不符合项
        | 代码      | 不符合项                                              | 情形                        | 程度   | 依据       |
        | Z5.OTHER  | 所用方法非GB/T 24067-2024与ISO 14067:2018，其内容未读 | 所用方法 为 其他方法        | 观察项 | method     |
        | Z7.SHOULD | 第5、9类宜一并计入                                    | 未计土地利用 成立           | 观察项 | categories |
        | Z7.APART  | 第11、12类宜单独考虑                                  | 未考虑间接土地利用变化 成立 | 观察项 | categories |

    场景大纲: 单位先于数据
      假如 边界与单位确定日 为 <unit_on>
      当 按 2026-11-20 评定
      那么 门槛 Z1 <Z1>

      例子:
        | unit_on    | Z1     |
        | 2025-02-01 | 满足   |
        | 2025-02-02 | 不满足 |

    场景大纲: 各步骤齐备
      假如 已注明数据库及版本 为 <database>
      并且 已编制报告 为 <report_made>
      并且 声明单位即销售单位 为 <unit_sold>
      并且 扣除的抵消量 为 <offsets_in> kgCO2e
      当 按 2026-11-20 评定
      那么 门槛 Z3 <Z3>
      并且 门槛 Z4 <Z4>
      并且 门槛 Z9A <Z9A>
      并且 门槛 Z8 <Z8>

      例子:
        | database | report_made | unit_sold | offsets_in | Z3     | Z4     | Z9A    | Z8     |
        | 是       | 是          | 是        | 0          | 满足   | 满足   | 满足   | 满足   |
        | 否       | 是          | 是        | 0.01       | 不满足 | 满足   | 满足   | 不满足 |
        | 是       | 否          | 是        | 0          | 满足   | 不满足 | 满足   | 满足   |
        | 是       | 是          | 否        | 0          | 满足   | 满足   | 不满足 | 满足   |

    场景大纲: 研究的四部分
      假如 研究各部分 为 <parts>
      当 按 2026-11-20 评定
      那么 门槛 Z5 <Z5>

      例子:
        | parts                                        | Z5     |
        | scope, inventory, assessment, interpretation | 满足   |
        | inventory, assessment, interpretation        | 不满足 |
        | scope, assessment, interpretation            | 不满足 |
        | scope, inventory, interpretation             | 不满足 |
        | scope, inventory, assessment                 | 不满足 |

    场景大纲: 国家标准要求地理边界
      假如 所用方法 为 <method>
      并且 已注明数据地理边界 为 <place_stated>
      当 按 2026-11-20 评定
      那么 门槛 Z5B <Z5B>
      并且 <Z5.OTHER> Z5.OTHER

      例子:
        | method          | place_stated | Z5B    | Z5.OTHER   |
        | GB/T 24067-2024 | 是           | 满足   | 不开具     |
        | GB/T 24067-2024 | 否           | 不满足 | 不开具     |
        | ISO 14067:2018  | 否           | 不适用 | 不开具     |
        | 其他方法        | 否           | 不适用 | 开具观察项 |

    场景大纲: 应考虑与宜考虑的类别
      假如 已考虑的类别 为 <looked_at>
      当 按 2026-11-20 评定
      那么 门槛 Z7 <Z7>
      并且 <Z7.SHOULD> Z7.SHOULD
      并且 <Z7.APART> Z7.APART

      例子:
        | looked_at                                    | Z7     | Z7.SHOULD  | Z7.APART   |
        | c1, c2, c3, c4, c5, c6, c7, c8, c9, c11, c12 | 满足   | 不开具     | 不开具     |
        | c2, c3, c4, c5, c6, c7, c8, c9, c11, c12     | 不满足 | 不开具     | 不开具     |
        | c1, c3, c4, c5, c6, c7, c8, c9, c11, c12     | 不满足 | 不开具     | 不开具     |
        | c1, c2, c4, c5, c6, c7, c8, c9, c11, c12     | 不满足 | 不开具     | 不开具     |
        | c1, c2, c3, c5, c6, c7, c8, c9, c11, c12     | 不满足 | 不开具     | 不开具     |
        | c1, c2, c3, c4, c5, c7, c8, c9, c11, c12     | 不满足 | 不开具     | 不开具     |
        | c1, c2, c3, c4, c5, c6, c8, c9, c11, c12     | 不满足 | 不开具     | 不开具     |
        | c1, c2, c3, c4, c5, c6, c7, c9, c11, c12     | 不满足 | 不开具     | 不开具     |
        | c1, c2, c3, c4, c6, c7, c8, c9, c11, c12     | 满足   | 开具观察项 | 不开具     |
        | c1, c2, c3, c4, c5, c6, c7, c8, c11, c12     | 满足   | 开具观察项 | 不开具     |
        | c1, c2, c3, c4, c5, c6, c7, c8, c9, c12      | 满足   | 不开具     | 开具观察项 |
        | c1, c2, c3, c4, c5, c6, c7, c8, c9, c11      | 满足   | 不开具     | 开具观察项 |

    场景大纲: 负值须到坟墓
      假如 所报碳足迹 为 <reported> kgCO2e
      并且 系统边界 为 <boundary>
      当 按 2026-11-20 评定
      那么 门槛 Z6 <Z6>

      例子:
        | reported | boundary   | Z6     |
        | -0.0001  | 摇篮到坟墓 | 满足   |
        | -0.0001  | 摇篮到大门 | 不满足 |
        | 0        | 摇篮到大门 | 不适用 |

    场景大纲: 完整与已评审之间
      假如 注明的保证等级 为 <assurance>
      当 按 2026-11-20 评定
      那么 等级为 <grades>

      例子:
        | assurance | grades         |
        | 有限保证  | 完整且已评审   |
        | 合理保证  | 完整且已评审   |
        | 未注明    | 完整，尚未评审 |

    场景大纲: 尚待收集者待定
      假如 边界与单位确定日 为 <unit>
      并且 数据收集起始日 为 <from>
      并且 数据代表期截止日 为 <until>
      当 按 2026-11-20 评定
      那么 门槛 Z1 <z1>
      并且 门槛 Z2-T <over>

      例子:
        | unit       | from       | until      | z1     | over |
        | 2026-11-01 | 2026-11-19 | 2026-11-19 | 满足   | 满足 |
        | 2026-11-01 | 2026-11-20 | 2026-11-20 | 满足   | 待定 |
        | 2026-11-01 | 2026-11-21 | 2026-11-21 | 待定   | 待定 |
        | 2026-11-22 | 2026-11-21 | 2026-11-21 | 待定   | 待定 |
        | 2026-11-21 | 2026-11-20 | 2026-11-20 | 不满足 | 待定 |

    场景: 时段未结束的数据没有龄期
      假如 数据代表期截止日 为 2026-11-20
      当 按 2026-11-20 评定
      那么 量 数据月龄 由规则待定

    场景: 截至昨日的数据龄期为零
      假如 数据代表期截止日 为 2026-11-19
      当 按 2026-11-20 评定
      那么 量 数据月龄 为 0 个月

    场景: 时段未结束的数据不通过
      假如 假定 time_over 为 0
      当 按 2026-11-20 评定
      那么 门槛 Z2-T 不满足

    场景大纲: 声明出具之后方为已评审
      假如 注明的保证等级 为 <assurance>
      并且 声明出具日 为 <day>
      当 按 2026-11-20 评定
      那么 等级为 <grade>

      例子:
        | assurance | day        | grade    |
        | 有限保证  | 2026-11-20 | reviewed |
        | 有限保证  | 2026-11-21 | complete |
        | 未注明    | 2026-03-31 | complete |

    场景: 没有声明证明的审核待定
      假如 缺少 声明出具日 的证据
      当 按 2026-11-20 评定
      那么 可能的等级为 reviewed, complete

    场景: 没有报告则复算待定
      假如 缺少 所报碳足迹 的证据
      当 按 2026-11-20 评定
      那么 门槛 Z9 待定

  规则: 数据与结果
    背景:
      假如 每条 line 的量 该行排放 (emitted), 以 kgCO2e 计, 依据 data
        | 为                                                 |
        | 活动数据量 * 排放因子（每单位千克CO2e） * 1 kgCO2e |
      并且 每条 line 的量 该行计入量 (counted), 以 kgCO2e 计
        | 为       | 情形                                 | 依据       |
        | 0 kgCO2e | 该行所属类别 属于 10, 11, 12         | categories |
        | 该行排放 | 系统边界 为 摇篮到坟墓               | categories |
        | 该行排放 | 生命周期阶段 属于 原材料, 生产, 运输 | gate       |
        | 0 kgCO2e | 其他                                 | gate       |
      并且 量 footprint, 以 kgCO2e 计, 为 数据行 的 该行计入量 之和, 依据 categories
      并且 量 计入的清除量 (removals), 以 kgCO2e 计, 为 数据行 的 该行计入量 之和, 依据 categories
        | 其中                      |
        | 该行所属类别 属于 7, 8, 9 |
      并且 量 单列生物碳 (stored), 以 kgCO2e 计, 为 数据行 的 该行排放 之和, 依据 categories
        | 其中               |
        | 该行所属类别 为 10 |
      并且 量 单列间接变化 (indirect), 以 kgCO2e 计, 为 数据行 的 该行排放 之和, 依据 categories
        | 其中                     |
        | 该行所属类别 属于 11, 12 |
      并且 量 与所报的差 (difference), 以 kgCO2e 计, 依据 review
        | 为                                                  |
        | max(footprint - 所报碳足迹, 所报碳足迹 - footprint) |
      并且 量 差的两倍 (twice), 以 kgCO2e 计, 依据 review
        | 为             |
        | 2 * 与所报的差 |
      并且 量 未追溯行数 (untraced), 以 项 计, 为 数据行 的 条数, 依据 review
        | 其中                   |
        | 可追溯至原始记录 为 否 |
      并且 量 未依标准估算行数 (guessed), 以 项 计, 为 数据行 的 条数, 依据 data
        | 其中                     |
        | 数据取得方式 为 其他估算 |
      并且 量 未注明来源的因子数 (unnamed), 以 项 计, 为 数据行 的 条数, 依据 review
        | 其中               |
        | 因子注明来源 为 否 |
      并且 量 绿证已售的零排放行数 (sold), 以 项 计, 为 数据行 的 条数, 依据 green
        | 其中                                                  |
        | 绿证已出售 为 是; 排放因子（每单位千克CO2e） 不高于 0 |
      并且 量 初级数据占比 (primary_share), 以 % 计, 为 数据行 的 条数占比, 无记录时为 0 %, 依据 not-found
        | 其中           |
        | 初级数据 为 是 |
      并且 量 数据月龄 (data_age), 以 个月 计
        | 为                                 | 情形                    | 依据      |
        | 月数(数据代表期截止日 至 评定日期) | 数据代表期截止日 已结束 | not-found |
        | 待定, 因为 数据所代表时段尚未结束  | 其他                    | to-come   |
      并且 量 初级数据占比要求 (least_primary), 以 % 计, 依据 not-found
        | 为                                                | 情形                           |
        | 产品规则要求的初级数据占比下限                    | 已录入产品规则并注明来源 为 是 |
        | 待定, 因为 初级数据占比下限未查到且未录入产品规则 | 其他                           |
      并且 量 数据时效要求 (greatest_age), 以 个月 计, 依据 not-found
        | 为                                            | 情形                           |
        | 产品规则允许的数据时效上限                    | 已录入产品规则并注明来源 为 是 |
        | 待定, 因为 数据时效上限未查到且未录入产品规则 | 其他                           |
      并且 量 取舍要求 (greatest_cut_off), 以 % 计, 依据 not-found
        | 为                                        | 情形                           |
        | 产品规则允许的舍去上限                    | 已录入产品规则并注明来源 为 是 |
        | 待定, 因为 取舍准则未查到且未录入产品规则 | 其他                           |
      并且 下列门槛
        | 编号 | 门槛                     | 要求                             | 依据          |
        | Z2   | 非实测非计算者依标准估算 | 未依标准估算行数 为 0 项         | data          |
        | Z9   | 数据复算等于所报，至末位 | 差的两倍 不高于 所报末位的单位值 | review, proof |
        | Z9B  | 每一数据可追溯至原始记录 | 未追溯行数 为 0 项               | review        |
        | Z9C  | 每一因子注明来源         | 未注明来源的因子数 为 0 项       | review        |
        | Z9D  | 已出售绿证的电量不按零计 | 绿证已售的零排放行数 为 0 项     | green         |
      并且 下列不符合项
        | 代码        | 不符合项         | 情形                               | 程度   | 依据      |
        | Z10.PRIMARY | 初级数据少于要求 | 初级数据占比 低于 初级数据占比要求 | 观察项 | not-found |
        | Z10.AGE     | 数据过旧         | 数据月龄 高于 数据时效要求         | 观察项 | not-found |
        | Z10.CUT     | 舍去过多         | 舍去比例 高于 取舍要求             | 观察项 | not-found |
      并且 下列结果
        | 结果            | 名称                   | 取自         | 修约    | 依据       |
        | footprint_again | 复算碳足迹             | footprint    | 保留4位 | categories |
        | difference_told | 与所报之差             | 与所报的差   | 保留4位 | review     |
        | removals_in_it  | 计入的清除量           | removals     | 保留4位 | categories |
        | stored_apart    | 单独记录的生物碳       | 单列生物碳   | 保留4位 | categories |
        | indirect_apart  | 单列的间接土地利用变化 | 单列间接变化 | 保留4位 | categories |
        | primary_told    | 初级数据行占比         | 初级数据占比 | 保留1位 | not-found  |
        | age_told        | 数据距今月数           | 数据月龄     | 保留0位 | not-found  |

    场景大纲: 到大门与到坟墓
      假如 系统边界 为 <boundary>
      并且 所报碳足迹 为 <reported> kgCO2e
      当 按 2026-11-20 评定
      那么 量 footprint 为 <footprint> kgCO2e
      并且 量 与所报的差 为 <difference> kgCO2e
      并且 门槛 Z9 <Z9>

      例子:
        | boundary   | reported | footprint | difference | Z9     |
        | 摇篮到坟墓 | 10.1448  | 10.1448   | 0          | 满足   |
        | 摇篮到大门 | 9.7448   | 9.7448    | 0          | 满足   |
        | 摇篮到坟墓 | 10.14475 | 10.1448   | 0.00005    | 满足   |
        | 摇篮到坟墓 | 10.14485 | 10.1448   | 0.00005    | 满足   |
        | 摇篮到坟墓 | 10.14474 | 10.1448   | 0.00006    | 不满足 |
        | 摇篮到坟墓 | 10.14486 | 10.1448   | 0.00006    | 不满足 |

    场景: 一半电量取自自有光伏
      假如 系统边界 为 摇篮到坟墓
      并且 所报碳足迹 为 8.0224 kgCO2e
      并且 数据行 为
        | line          | life_step | category | activity | factor | found_by   | primary | traced | factor_named | certificates_sold |
        | 原材料        | 原材料    | 6        | 5.20     | 1      | 实测       | 是      | 是     | 是           | 否                |
        | from the grid | 生产      | 6        | 4        | 0.5306 | 实测       | 是      | 是     | 是           | 否                |
        | own panels    | 生产      | 6        | 4        | 0      | 实测       | 是      | 是     | 是           | 否                |
        | carriage      | 运输      | 6        | 0.30     | 1      | 计算       | 否      | 是     | 是           | 否                |
        | end of life   | 废弃      | 6        | 0.40     | 1      | 依标准估算 | 否      | 是     | 是           | 否                |
      当 按 2026-11-20 评定
      那么 量 footprint 为 8.0224 kgCO2e
      并且 量 初级数据占比 为 60 %
      并且 门槛 Z9 满足
      并且 门槛 Z9D 满足

    场景: 一半电量取自自有光伏 (2)
      假如 系统边界 为 摇篮到大门
      并且 所报碳足迹 为 7.6224 kgCO2e
      并且 数据行 为
        | line          | life_step | category | activity | factor | found_by   | primary | traced | factor_named | certificates_sold |
        | 原材料        | 原材料    | 6        | 5.20     | 1      | 实测       | 是      | 是     | 是           | 否                |
        | from the grid | 生产      | 6        | 4        | 0.5306 | 实测       | 是      | 是     | 是           | 否                |
        | own panels    | 生产      | 6        | 4        | 0      | 实测       | 是      | 是     | 是           | 否                |
        | carriage      | 运输      | 6        | 0.30     | 1      | 计算       | 否      | 是     | 是           | 否                |
        | end of life   | 废弃      | 6        | 0.40     | 1      | 依标准估算 | 否      | 是     | 是           | 否                |
      当 按 2026-11-20 评定
      那么 量 footprint 为 7.6224 kgCO2e
      并且 量 初级数据占比 为 60 %
      并且 门槛 Z9 满足
      并且 门槛 Z9D 满足

    场景: 一半电量取自自有光伏 (3)
      假如 系统边界 为 摇篮到坟墓
      并且 所报碳足迹 为 8.0224 kgCO2e
      并且 数据行 为
        | line          | life_step | category | activity | factor | found_by   | primary | traced | factor_named | certificates_sold |
        | 原材料        | 原材料    | 6        | 5.20     | 1      | 实测       | 是      | 是     | 是           | 否                |
        | from the grid | 生产      | 6        | 4        | 0.5306 | 实测       | 是      | 是     | 是           | 否                |
        | own panels    | 生产      | 6        | 4        | 0      | 实测       | 是      | 是     | 是           | 是                |
        | carriage      | 运输      | 6        | 0.30     | 1      | 计算       | 否      | 是     | 是           | 否                |
        | end of life   | 废弃      | 6        | 0.40     | 1      | 依标准估算 | 否      | 是     | 是           | 否                |
      当 按 2026-11-20 评定
      那么 量 footprint 为 8.0224 kgCO2e
      并且 量 初级数据占比 为 60 %
      并且 门槛 Z9 满足
      并且 门槛 Z9D 不满足

    场景: 一半电量取自自有光伏 (4)
      假如 系统边界 为 摇篮到坟墓
      并且 所报碳足迹 为 8.0228 kgCO2e
      并且 数据行 为
        | line          | life_step | category | activity | factor | found_by   | primary | traced | factor_named | certificates_sold |
        | 原材料        | 原材料    | 6        | 5.20     | 1      | 实测       | 是      | 是     | 是           | 否                |
        | from the grid | 生产      | 6        | 4        | 0.5306 | 实测       | 是      | 是     | 是           | 否                |
        | own panels    | 生产      | 6        | 4        | 0.0001 | 实测       | 是      | 是     | 是           | 是                |
        | carriage      | 运输      | 6        | 0.30     | 1      | 计算       | 否      | 是     | 是           | 否                |
        | end of life   | 废弃      | 6        | 0.40     | 1      | 依标准估算 | 否      | 是     | 是           | 否                |
      当 按 2026-11-20 评定
      那么 量 footprint 为 8.0228 kgCO2e
      并且 量 初级数据占比 为 60 %
      并且 门槛 Z9 满足
      并且 门槛 Z9D 满足

    场景: 不足的数据
      假如 系统边界 为 摇篮到坟墓
      并且 数据行 为
        | line   | life_step | category | activity | factor | found_by | primary | traced | factor_named | certificates_sold |
        | 原材料 | 原材料    | 6        | 10.1448  | 1      | 计算     | 是      | 是     | 是           | 否                |
      当 按 2026-11-20 评定
      那么 门槛 Z2 满足
      并且 门槛 Z9B 满足
      并且 门槛 Z9C 满足
      并且 门槛 Z9 满足

    场景: 不足的数据 (2)
      假如 系统边界 为 摇篮到坟墓
      并且 数据行 为
        | line   | life_step | category | activity | factor | found_by | primary | traced | factor_named | certificates_sold |
        | 原材料 | 原材料    | 6        | 10.1448  | 1      | 其他估算 | 是      | 是     | 是           | 否                |
      当 按 2026-11-20 评定
      那么 门槛 Z2 不满足
      并且 门槛 Z9B 满足
      并且 门槛 Z9C 满足
      并且 门槛 Z9 满足

    场景: 不足的数据 (3)
      假如 系统边界 为 摇篮到坟墓
      并且 数据行 为
        | line   | life_step | category | activity | factor | found_by | primary | traced | factor_named | certificates_sold |
        | 原材料 | 原材料    | 6        | 10.1448  | 1      | 实测     | 是      | 否     | 是           | 否                |
      当 按 2026-11-20 评定
      那么 门槛 Z2 满足
      并且 门槛 Z9B 不满足
      并且 门槛 Z9C 满足
      并且 门槛 Z9 满足

    场景: 不足的数据 (4)
      假如 系统边界 为 摇篮到坟墓
      并且 数据行 为
        | line   | life_step | category | activity | factor | found_by | primary | traced | factor_named | certificates_sold |
        | 原材料 | 原材料    | 6        | 10.1448  | 1      | 实测     | 是      | 是     | 否           | 否                |
      当 按 2026-11-20 评定
      那么 门槛 Z2 满足
      并且 门槛 Z9B 满足
      并且 门槛 Z9C 不满足
      并且 门槛 Z9 满足

    场景: 清除计入, 储存单列
      假如 数据行 为
        | line   | life_step | category | activity | factor | found_by | primary | traced | factor_named | certificates_sold |
        | 原材料 | 原材料    | 6        | 10       | 1      | 实测     | 是      | 是     | 是           | 否                |
        | wood   | 原材料    | 6        | 4        | -1     | 实测     | 是      | 是     | 是           | 否                |
      并且 系统边界 为 摇篮到坟墓
      当 按 2026-11-20 评定
      那么 量 footprint 为 6 kgCO2e
      并且 量 计入的清除量 为 0 kgCO2e
      并且 量 单列生物碳 为 0 kgCO2e
      并且 量 单列间接变化 为 0 kgCO2e

    场景: 清除计入, 储存单列 (2)
      假如 数据行 为
        | line   | life_step | category | activity | factor | found_by | primary | traced | factor_named | certificates_sold |
        | 原材料 | 原材料    | 6        | 10       | 1      | 实测     | 是      | 是     | 是           | 否                |
        | wood   | 原材料    | 7        | 4        | -1     | 实测     | 是      | 是     | 是           | 否                |
      并且 系统边界 为 摇篮到大门
      当 按 2026-11-20 评定
      那么 量 footprint 为 6 kgCO2e
      并且 量 计入的清除量 为 -4 kgCO2e
      并且 量 单列生物碳 为 0 kgCO2e
      并且 量 单列间接变化 为 0 kgCO2e

    场景: 清除计入, 储存单列 (3)
      假如 数据行 为
        | line   | life_step | category | activity | factor | found_by | primary | traced | factor_named | certificates_sold |
        | 原材料 | 原材料    | 6        | 10       | 1      | 实测     | 是      | 是     | 是           | 否                |
        | wood   | 原材料    | 8        | 4        | -1     | 实测     | 是      | 是     | 是           | 否                |
      并且 系统边界 为 摇篮到坟墓
      当 按 2026-11-20 评定
      那么 量 footprint 为 6 kgCO2e
      并且 量 计入的清除量 为 -4 kgCO2e
      并且 量 单列生物碳 为 0 kgCO2e
      并且 量 单列间接变化 为 0 kgCO2e

    场景: 清除计入, 储存单列 (4)
      假如 数据行 为
        | line   | life_step | category | activity | factor | found_by | primary | traced | factor_named | certificates_sold |
        | 原材料 | 原材料    | 6        | 10       | 1      | 实测     | 是      | 是     | 是           | 否                |
        | wood   | 原材料    | 9        | 4        | -1     | 实测     | 是      | 是     | 是           | 否                |
      并且 系统边界 为 摇篮到坟墓
      当 按 2026-11-20 评定
      那么 量 footprint 为 6 kgCO2e
      并且 量 计入的清除量 为 -4 kgCO2e
      并且 量 单列生物碳 为 0 kgCO2e
      并且 量 单列间接变化 为 0 kgCO2e

    场景: 清除计入, 储存单列 (5)
      假如 数据行 为
        | line   | life_step | category | activity | factor | found_by | primary | traced | factor_named | certificates_sold |
        | 原材料 | 原材料    | 6        | 10       | 1      | 实测     | 是      | 是     | 是           | 否                |
        | wood   | 原材料    | 10       | 4        | -1     | 实测     | 是      | 是     | 是           | 否                |
      并且 系统边界 为 摇篮到坟墓
      当 按 2026-11-20 评定
      那么 量 footprint 为 10 kgCO2e
      并且 量 计入的清除量 为 0 kgCO2e
      并且 量 单列生物碳 为 -4 kgCO2e
      并且 量 单列间接变化 为 0 kgCO2e

    场景: 清除计入, 储存单列 (6)
      假如 数据行 为
        | line   | life_step | category | activity | factor | found_by | primary | traced | factor_named | certificates_sold |
        | 原材料 | 原材料    | 6        | 10       | 1      | 实测     | 是      | 是     | 是           | 否                |
        | wood   | 原材料    | 11       | 4        | -1     | 实测     | 是      | 是     | 是           | 否                |
      并且 系统边界 为 摇篮到坟墓
      当 按 2026-11-20 评定
      那么 量 footprint 为 10 kgCO2e
      并且 量 计入的清除量 为 0 kgCO2e
      并且 量 单列生物碳 为 0 kgCO2e
      并且 量 单列间接变化 为 -4 kgCO2e

    场景: 清除计入, 储存单列 (7)
      假如 数据行 为
        | line   | life_step | category | activity | factor | found_by | primary | traced | factor_named | certificates_sold |
        | 原材料 | 原材料    | 6        | 10       | 1      | 实测     | 是      | 是     | 是           | 否                |
        | wood   | 原材料    | 12       | 4        | -1     | 实测     | 是      | 是     | 是           | 否                |
      并且 系统边界 为 摇篮到坟墓
      当 按 2026-11-20 评定
      那么 量 footprint 为 10 kgCO2e
      并且 量 计入的清除量 为 0 kgCO2e
      并且 量 单列生物碳 为 0 kgCO2e
      并且 量 单列间接变化 为 -4 kgCO2e

    场景: 清除计入, 储存单列 (8)
      假如 数据行 为
        | line   | life_step | category | activity | factor | found_by | primary | traced | factor_named | certificates_sold |
        | 原材料 | 原材料    | 6        | 10       | 1      | 实测     | 是      | 是     | 是           | 否                |
        | wood   | 使用      | 7        | 4        | -1     | 实测     | 是      | 是     | 是           | 否                |
      并且 系统边界 为 摇篮到大门
      当 按 2026-11-20 评定
      那么 量 footprint 为 10 kgCO2e
      并且 量 计入的清除量 为 0 kgCO2e
      并且 量 单列生物碳 为 0 kgCO2e
      并且 量 单列间接变化 为 0 kgCO2e

    场景: 清除计入, 储存单列 (9)
      假如 数据行 为
        | line   | life_step | category | activity | factor | found_by | primary | traced | factor_named | certificates_sold |
        | 原材料 | 原材料    | 6        | 10       | 1      | 实测     | 是      | 是     | 是           | 否                |
        | wood   | 废弃      | 7        | 4        | -1     | 实测     | 是      | 是     | 是           | 否                |
      并且 系统边界 为 摇篮到大门
      当 按 2026-11-20 评定
      那么 量 footprint 为 10 kgCO2e
      并且 量 计入的清除量 为 0 kgCO2e
      并且 量 单列生物碳 为 0 kgCO2e
      并且 量 单列间接变化 为 0 kgCO2e

    场景: 清除计入, 储存单列 (10)
      假如 数据行 为
        | line   | life_step | category | activity | factor | found_by | primary | traced | factor_named | certificates_sold |
        | 原材料 | 原材料    | 6        | 10       | 1      | 实测     | 是      | 是     | 是           | 否                |
        | wood   | 运输      | 7        | 4        | -1     | 实测     | 是      | 是     | 是           | 否                |
      并且 系统边界 为 摇篮到大门
      当 按 2026-11-20 评定
      那么 量 footprint 为 6 kgCO2e
      并且 量 计入的清除量 为 -4 kgCO2e
      并且 量 单列生物碳 为 0 kgCO2e
      并且 量 单列间接变化 为 0 kgCO2e

    场景: 清除计入, 储存单列 (11)
      假如 数据行 为
        | line   | life_step | category | activity | factor | found_by | primary | traced | factor_named | certificates_sold |
        | 原材料 | 原材料    | 6        | 10       | 1      | 实测     | 是      | 是     | 是           | 否                |
        | wood   | 生产      | 7        | 4        | -1     | 实测     | 是      | 是     | 是           | 否                |
      并且 系统边界 为 摇篮到大门
      当 按 2026-11-20 评定
      那么 量 footprint 为 6 kgCO2e
      并且 量 计入的清除量 为 -4 kgCO2e
      并且 量 单列生物碳 为 0 kgCO2e
      并且 量 单列间接变化 为 0 kgCO2e

    场景: 未查到的数值保持待定
      当 按 2026-11-20 评定
      那么 量 初级数据占比要求 由规则待定
      并且 量 数据时效要求 由规则待定
      并且 量 取舍要求 由规则待定
      并且 量 初级数据占比 为 40 %
      并且 量 数据月龄 为 10 个月

    场景大纲: 录入产品规则的数值
      假如 已录入产品规则并注明来源 为 是
      并且 产品规则要求的初级数据占比下限 为 <rule_primary> %
      并且 产品规则允许的数据时效上限 为 <rule_age> 个月
      并且 产品规则允许的舍去上限 为 <rule_cut> %
      当 按 2026-11-20 评定
      那么 <Z10.PRIMARY> Z10.PRIMARY
      并且 <Z10.AGE> Z10.AGE
      并且 <Z10.CUT> Z10.CUT

      例子:
        | rule_primary | rule_age | rule_cut | Z10.PRIMARY | Z10.AGE    | Z10.CUT    |
        | 40           | 10       | 1        | 不开具      | 不开具     | 不开具     |
        | 40.01        | 10       | 1        | 开具观察项  | 不开具     | 不开具     |
        | 40           | 9        | 1        | 不开具      | 开具观察项 | 不开具     |
        | 40           | 10       | 0.99     | 不开具      | 不开具     | 开具观察项 |

    场景: 无数据则初级数据占比为 0 %
      假如 数据行 为 无
      并且 所报碳足迹 为 0 kgCO2e
      当 按 2026-11-20 评定
      那么 量 初级数据占比 为 0 %
      并且 量 footprint 为 0 kgCO2e
