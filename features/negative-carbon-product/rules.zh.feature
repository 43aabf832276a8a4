# language: zh-CN
功能: 规则 · 负碳产品
  所计算之量及其结论。

  背景:
    假如 评分卡 negative-carbon-product
    并且 量 不含 D 模块的足迹 (footprint), 以 kgCO2e/kg 计, 依据 iso-14067
      | 为                                                                                                                                         | 情形                                                           |
      | 制造阶段                                                                                                                                   | 数值给出方式 为 生命周期模块; 边界 属于 大门到大门, 摇篮到大门 |
      | 制造阶段 + 后续阶段                                                                                                                        | 数值给出方式 为 生命周期模块                                   |
      | 未另列排放 + 航空运输排放 + 生物源排放 + 直接土地利用变化排放 + 土地利用排放 + 化石净值 - 生物源清除 - 直接土地利用变化清除 - 土地利用清除 | 其他                                                           |
    并且 量 含 D 模块的足迹 (with_module_d), 以 kgCO2e/kg 计, 依据 en-15804
      | 为                         |
      | 不含 D 模块的足迹 + D 模块 |
    并且 量 核对后的足迹 (checked), 以 kgCO2e/kg 计, 依据 add-back
      | 为                                 | 情形                                             |
      | 不含 D 模块的足迹 + 封存的生物源碳 | 封存的生物源碳计入 为 是; 终端已建模并说明 为 否 |
      | 不含 D 模块的足迹                  | 其他                                             |
    并且 判定以 评定日期 为准, 否则为 附限定可用, 依据 otherwise

  规则: 凭碳信用称负碳
    背景:
      假如 下列判定规则
        | 编号   | 规则           | 情形             | 判定 | 程度 | 依据           |
        | NEG-01 | 凭碳信用称负碳 | 数值含抵消 为 是 | 禁止 | 严重 | five-questions |
      并且 下列补救
        | 规则   | 改为                         |
        | NEG-01 | 剔除碳信用; 另行说明注销数量 |

    场景: 凭碳信用称负碳
      假如 offsets_in_value 为 是
      当 按 2026-11-20 评定
      那么 规则 NEG-01 成立

  规则: 未计全生命周期的负碳
    背景:
      假如 下列判定规则
        | 编号   | 规则                 | 情形                                                           | 判定 | 程度 | 依据           |
        | NEG-02 | 未计全生命周期的负碳 | 措辞 为 称为负碳; 边界 属于 大门到大门, 摇篮到大门, 摇篮到零售 | 禁止 | 严重 | five-questions |
        | NEG-02 |                      | 措辞 为 称为负碳; 终端已建模并说明 为 否                       |      |      |                |
      并且 下列补救
        | 规则   | 改为                                                  |
        | NEG-02 | 本产品从摇篮到大门的碳足迹为若干 (不含使用和终端阶段) |

    场景: 未计全生命周期的负碳
      假如 boundary 为 cradle_to_gate
      当 按 2026-11-20 评定
      那么 规则 NEG-02 成立

  规则: 计入 D 模块
    背景:
      假如 下列判定规则
        | 编号   | 规则        | 情形                  | 判定 | 程度 | 依据     |
        | LCA-03 | 计入 D 模块 | 声明计入 D 模块 为 是 | 禁止 | 严重 | en-15804 |
      并且 下列补救
        | 规则   | 改为           |
        | LCA-03 | D 模块另行报告 |

    场景: 计入 D 模块
      假如 module_d_counted 为 是
      当 按 2026-11-20 评定
      那么 规则 LCA-03 成立

  规则: 核对后非负
    背景:
      假如 下列判定规则
        | 编号   | 规则       | 情形                                              | 判定 | 程度 | 依据            |
        | NEG-00 | 核对后非负 | 措辞 为 称为负碳; 核对后的足迹 不低于 0 kgCO2e/kg | 误导 | 严重 | add-back, proof |
      并且 下列补救
        | 规则   | 改为                   |
        | NEG-00 | 分别给出足迹与封存碳量 |

    场景: 核对后非负
      假如 later_stages 为 2.8 kgCO2e/kg
      当 按 2026-11-20 评定
      那么 规则 NEG-00 成立

    场景: 没有文件则需补证据
      假如 缺少 making 的证据
      当 按 2026-11-20 评定
      那么 规则 NEG-00 待定
      并且 判定为 需补证据

  规则: 仅凭 D 模块为负
    背景:
      假如 下列判定规则
        | 编号  | 规则            | 情形                                                                                | 判定 | 程度 | 依据     |
        | NEG-D | 仅凭 D 模块为负 | 措辞 为 称为负碳; 核对后的足迹 不低于 0 kgCO2e/kg; 含 D 模块的足迹 低于 0 kgCO2e/kg | 误导 | 严重 | en-15804 |
      并且 下列补救
        | 规则  | 改为                             |
        | NEG-D | D 模块另列, 说明为他处可能的节约 |

    场景: 仅凭 D 模块为负
      假如 making 为 -0.624 kgCO2e/kg
      并且 later_stages 为 0.76 kgCO2e/kg
      并且 module_d 为 -0.408 kgCO2e/kg
      当 按 2026-11-20 评定
      那么 规则 NEG-D 成立

  规则: 产品含碳计入足迹
    背景:
      假如 下列判定规则
        | 编号   | 规则             | 情形                                                         | 判定 | 程度 | 依据      |
        | NEG-10 | 产品含碳计入足迹 | 数值给出方式 为 ISO 14067 类别; 产品含碳 (类别10) 计入 为 是 | 误导 | 严重 | iso-14067 |
      并且 下列补救
        | 规则   | 改为     |
        | NEG-10 | 另行报告 |

    场景: 产品含碳计入足迹
      假如 figures_by 为 categories
      并且 product_carbon_counted 为 是
      当 按 2026-11-20 评定
      那么 规则 NEG-10 成立

  规则: 封存不足百年或无监测
    背景:
      假如 下列判定规则
        | 编号   | 规则                 | 情形                                         | 判定 | 程度 | 依据    |
        | NEG-03 | 封存不足百年或无监测 | 措辞 为 称为负碳; 封存年限 低于 100 年       | 禁止 | 严重 | storage |
        | NEG-03 |                      | 措辞 为 称为负碳; 封存有监测并应对逆转 为 否 |      |      |         |
        | NEG-03 |                      | 措辞 为 称为负碳; 所封存碳的来源 为 未封存   |      |      |         |
      并且 下列补救
        | 规则   | 改为                   |
        | NEG-03 | 视为临时并另行报告碳量 |

    场景: 封存不足百年或无监测
      假如 storage_years 为 99 年
      当 按 2026-11-20 评定
      那么 规则 NEG-03 成立

    场景大纲: 无所封存者, 数值不问来源, 负碳之词不合
      假如 所封存碳的来源 为 <source>
      并且 措辞 为 <wording>
      当 按 2026-11-20 评定
      那么 规则 NEG-03 <storage>
      并且 规则 NEG-06 <removal>
      并且 判定为 <verdict>

      例子:
        | source       | wording    | storage | removal | verdict    |
        | 未封存       | 称为负碳   | 成立    | 不成立  | 禁止       |
        | 未封存       | 数值附边界 | 不成立  | 不成立  | 附限定可用 |
        | 短周期生物源 | 称为负碳   | 不成立  | 不成立  | 附限定可用 |
        | 化石         | 数值附边界 | 不成立  | 成立    | 禁止       |

  规则: 生物源流不完整
    背景:
      假如 下列判定规则
        | 编号   | 规则           | 情形               | 判定     | 程度 | 依据           |
        | NEG-04 | 生物源流不完整 | 生物源流完整 为 否 | 需补证据 | 严重 | five-questions |
      并且 下列补救
        | 规则   | 改为     |
        | NEG-04 | 补全清单 |

    场景: 生物源流不完整
      假如 biogenic_flows_complete 为 否
      当 按 2026-11-20 评定
      那么 规则 NEG-04 成立

  规则: 未经评审或未公开
    背景:
      假如 下列判定规则
        | 编号   | 规则             | 情形                 | 判定     | 程度 | 依据           |
        | NEG-05 | 未经评审或未公开 | 经独立评审 为 否     | 需补证据 | 严重 | five-questions |
        | NEG-05 |                  | 方法与数据公开 为 否 |          |      |                |
      并且 下列补救
        | 规则   | 改为       |
        | NEG-05 | 核查并公布 |

    场景: 未经评审或未公开
      假如 independently_reviewed 为 否
      当 按 2026-11-20 评定
      那么 规则 NEG-05 成立

  规则: 以化石或碳酸盐碳为清除
    背景:
      假如 下列判定规则
        | 编号   | 规则                   | 情形                             | 判定 | 程度 | 依据           |
        | NEG-06 | 以化石或碳酸盐碳为清除 | 所封存碳的来源 属于 化石, 碳酸盐 | 禁止 | 严重 | five-questions |
      并且 下列补救
        | 规则   | 改为           |
        | NEG-06 | 称为捕集的排放 |

    场景: 以化石或碳酸盐碳为清除
      假如 carbon_source 为 fossil
      当 按 2026-11-20 评定
      那么 规则 NEG-06 成立

  规则: 必计类别不完整
    背景:
      假如 下列判定规则
        | 编号   | 规则           | 情形                                                         | 判定     | 程度 | 依据      |
        | NEG-40 | 必计类别不完整 | 数值给出方式 为 ISO 14067 类别; 类别1至4与6至8均已计入 为 否 | 需补证据 | 严重 | iso-14067 |
      并且 下列补救
        | 规则   | 改为               |
        | NEG-40 | 补计应当纳入的类别 |

    场景: 必计类别不完整
      假如 figures_by 为 categories
      并且 required_categories_complete 为 否
      当 按 2026-11-20 评定
      那么 规则 NEG-40 成立

  规则: 未计土地利用
    背景:
      假如 下列判定规则
        | 编号   | 规则         | 情形                                                          | 判定       | 程度   | 依据      |
        | NEG-59 | 未计土地利用 | 数值给出方式 为 ISO 14067 类别; 已计土地利用 (类别5与9) 为 否 | 附限定可用 | 观察项 | iso-14067 |
      并且 下列补救
        | 规则   | 改为                       |
        | NEG-59 | 说明未含应当纳入的类别5与9 |

    场景: 未计土地利用
      假如 figures_by 为 categories
      并且 land_use_included 为 否
      当 按 2026-11-20 评定
      那么 规则 NEG-59 成立

  规则: 所印案例

    场景: 废弃物制塑料: 封存碳返回
      假如 boundary 为 cradle_to_gate
      并且 making 为 -1.02 kgCO2e/kg
      并且 stored_carbon 为 1.17 kgCO2e/kg
      并且 stored_carbon_counted 为 是
      并且 end_of_life_modelled 为 否
      当 按 2026-11-20 评定
      那么 量 footprint 为 -1.02 kgCO2e/kg
      并且 量 checked 为 0.15 kgCO2e/kg
      并且 依 NEG-02 判定为 禁止

    场景: 同一塑料以数值附边界陈述
      假如 wording 为 number
      并且 boundary 为 cradle_to_gate
      并且 making 为 -1.02 kgCO2e/kg
      并且 stored_carbon 为 1.17 kgCO2e/kg
      并且 stored_carbon_counted 为 是
      并且 end_of_life_modelled 为 否
      当 按 2026-11-20 评定
      那么 量 footprint 为 -1.02 kgCO2e/kg
      并且 判定为 附限定可用

    场景: 交错层积木仅凭 D 模块为负
      假如 making 为 -0.624 kgCO2e/kg
      并且 later_stages 为 0.76 kgCO2e/kg
      并且 module_d 为 -0.408 kgCO2e/kg
      并且 module_d_counted 为 是
      当 按 2026-11-20 评定
      那么 量 footprint 为 0.136 kgCO2e/kg
      并且 量 with_module_d 为 -0.272 kgCO2e/kg
      并且 依 LCA-03 判定为 禁止

    场景: 同一木材不计 D 模块
      假如 making 为 -0.624 kgCO2e/kg
      并且 later_stages 为 0.76 kgCO2e/kg
      并且 module_d 为 -0.408 kgCO2e/kg
      当 按 2026-11-20 评定
      那么 量 footprint 为 0.136 kgCO2e/kg
      并且 判定为 误导

    场景: 未经核查的生物炭
      假如 making 为 -2.8 kgCO2e/kg
      并且 later_stages 为 0.1 kgCO2e/kg
      并且 independently_reviewed 为 否
      当 按 2026-11-20 评定
      那么 量 footprint 为 -2.7 kgCO2e/kg
      并且 依 NEG-05 判定为 需补证据

    场景: 五问皆答的生物炭
      假如 making 为 -2.8 kgCO2e/kg
      当 按 2026-11-20 评定
      那么 量 checked 为 -2.7 kgCO2e/kg
      并且 判定为 附限定可用

    场景: 凭抵消的负一
      假如 making 为 -1 kgCO2e/kg
      并且 offsets_in_value 为 是
      当 按 2026-11-20 评定
      那么 依 NEG-01 判定为 禁止

    场景: 各类别合计
      假如 figures_by 为 categories
      当 按 2026-11-20 评定
      那么 量 footprint 为 -0.28 kgCO2e/kg
      并且 判定为 附限定可用

    场景: 未计应当纳入的类别
      假如 figures_by 为 categories
      并且 required_categories_complete 为 否
      当 按 2026-11-20 评定
      那么 依 NEG-40 判定为 需补证据

    场景: 数值未知的排放使该词待定
      假如 figures_by 为 categories
      并且 category_1 缺失
      当 按 2026-11-20 评定
      那么 判定为 需补证据

    场景: 计入产品含碳
      假如 figures_by 为 categories
      并且 product_carbon_counted 为 是
      当 按 2026-11-20 评定
      那么 依 NEG-10 判定为 误导
