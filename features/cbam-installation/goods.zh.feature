# language: zh-CN
功能: 货物的隐含排放

  背景:
    假如 评分卡 cbam-installation
    并且 下列事实
      | 事实       | 名称     | 类型          |
      | precursors | 前体清单 | 前体材料 列表 |
    并且 每条 precursor 有
      | 字段           | 名称                       | 类型 | 单位    | 可选值                             | 不低于 | 证据                | 仅部分情形适用 |
      | precursor      | 前体                       | 文本 |         |                                    |        |                     |                |
      | code           | 前体编码                   | 文本 |         |                                    |        |                     |                |
      | origin         | 产地                       | 文本 |         |                                    |        |                     |                |
      | consumed       | 消耗量                     | 数值 | t       |                                    | 0      |                     |                |
      | determined     | 确定依据                   | 选项 |         | own_process, report, default_value |        |                     |                |
      | direct         | 所报每吨前体直接排放       | 数值 | tCO2e/t |                                    | 0      |                     |                |
      | indirect       | 所报每吨前体间接排放       | 数值 | tCO2e/t |                                    | 0      |                     |                |
      | accredited     | 报告由获认可的核查机构出具 | 是否 |         |                                    |        | verification-report | 是             |
      | period_covered | 报告覆盖前体生产期间       | 是否 |         |                                    |        | verification-report | 是             |
    并且 precursor 称为 前体材料
    并且 前体清单 中 前体 不得重复
    并且 基准案例中 前体清单 为
      | 前体 | 前体编码 | 产地 | 消耗量  | 确定依据 | 所报每吨前体直接排放 | 所报每吨前体间接排放 | 报告由获认可的核查机构出具 | 报告覆盖前体生产期间 |
      | P1   | 72139120 | CN   | 20000 t | report   | 1.539 tCO2e/t        | 0.204 tCO2e/t        | 是                         | 是                   |

  规则: 前体
    背景:
      假如 每条 前体材料 的量 前体行业 (precursor_sector), 为词, 查自 sector 列, 依据 scope
        | 参考表  | 键                  |
        | annex_i | cn_code 为 前体编码 |
        | outside | cn_code 为 前体编码 |
      并且 每条 前体材料 的量 前体计入的排放 (precursor_counted), 为词, 查自 emissions 列
        | 参考表  | 键                  | 依据    |
        | annex_i | cn_code 为 前体编码 | counted |
        | outside | cn_code 为 前体编码 | scope   |
      并且 每条 前体材料 的量 产地组 (origin_group), 为词, 查自 group 列, 依据 complex
        | 参考表 | 键              |
        | groups | country 为 产地 |
      并且 每条 前体材料 的量 产地缺省值 (known_default), 以 tCO2e/t 计, 查自 total 列, 依据 defaults
        | 参考表   | 键                                      |
        | defaults | cn_code 为 前体编码; country 为 产地    |
        | defaults | cn_code 为 前体编码; country 为 'other' |
      并且 每条 前体材料 的量 产地未知缺省值 (highest_default), 以 tCO2e/t 计, 查自 total 列, 依据 defaults
        | 参考表  | 键                  |
        | unknown | cn_code 为 前体编码 |
      并且 每条 前体材料 的量 前体加成 (rate), 查自 rate 列, 依据 raise
        | 参考表   | 键                                          |
        | mark_ups | sector 为 前体行业; year 为 期间末日 的年份 |
      并且 每条 前体材料 的量 是否带入排放（1 = 是） (bears)
        | 为 | 情形                | 依据         |
        | 0  | 产地组 不为 third   | complex      |
        | 0  | 前体行业 为 outside | no-precursor |
        | 1  | 其他                | complex      |
      并且 每条 前体材料 的量 采用所报值（1 = 是） (stated), 依据 report
        | 为 | 情形                                                                             |
        | 1  | 确定依据 为 own_process                                                          |
        | 1  | 确定依据 为 report; 报告由获认可的核查机构出具 为 是; 报告覆盖前体生产期间 为 是 |
        | 0  | 其他                                                                             |
      并且 每条 前体材料 的量 加成前缺省值 (plain_default), 以 tCO2e/t 计, 依据 defaults
        | 为             | 情形            |
        | 产地未知缺省值 | 产地 为 unknown |
        | 产地缺省值     | 其他            |
      并且 每条 前体材料 的量 采用的缺省值 (raised_default), 以 tCO2e/t 计, 依据 raise
        | 为                            | 情形                   |
        | 加成前缺省值 * (1 + 前体加成) | 前体缺省值加成 为 with |
        | 加成前缺省值                  | 其他                   |
      并且 每条 前体材料 的量 直接部分 (direct_part), 以 tCO2e 计
        | 为                            | 情形                        | 依据    |
        | 0 tCO2e                       | 是否带入排放（1 = 是） 为 0 | complex |
        | 0 tCO2e                       | 采用所报值（1 = 是） 为 0   | report  |
        | 消耗量 * 所报每吨前体直接排放 | 其他                        | complex |
      并且 每条 前体材料 的量 间接部分 (indirect_part), 以 tCO2e 计
        | 为                            | 情形                        | 依据    |
        | 0 tCO2e                       | 是否带入排放（1 = 是） 为 0 | complex |
        | 0 tCO2e                       | 采用所报值（1 = 是） 为 0   | report  |
        | 消耗量 * 所报每吨前体间接排放 | 其他                        | complex |
      并且 每条 前体材料 的量 计入的间接部分 (indirect_counted), 以 tCO2e 计, 依据 counted
        | 为       | 情形                                    |
        | 0 tCO2e  | 前体计入的排放 不为 direct_and_indirect |
        | 间接部分 | 其他                                    |
      并且 每条 前体材料 的量 缺省值部分 (default_part), 以 tCO2e 计
        | 为                    | 情形                        | 依据     |
        | 0 tCO2e               | 是否带入排放（1 = 是） 为 0 | complex  |
        | 0 tCO2e               | 采用所报值（1 = 是） 为 1   | report   |
        | 消耗量 * 采用的缺省值 | 其他                        | defaults |
      并且 量 前体直接排放 (direct_parts), 以 tCO2e 计, 为 前体清单 的 直接部分 之和, 依据 complex
      并且 量 前体间接排放 (indirect_parts), 以 tCO2e 计, 为 前体清单 的 间接部分 之和, 依据 complex
      并且 量 前体计入的间接排放 (counted_parts), 以 tCO2e 计, 为 前体清单 的 计入的间接部分 之和, 依据 counted
      并且 量 按缺省值计的前体 (default_parts), 以 tCO2e 计, 为 前体清单 的 缺省值部分 之和, 依据 defaults

    场景大纲: 前体按其产地、列名与证明计
      假如 设定 前体缺省值加成 为 <reading>
      并且 前体清单 为
        | 前体 | 前体编码 | 产地     | 消耗量 | 确定依据 | 所报每吨前体直接排放 | 所报每吨前体间接排放 | 报告由获认可的核查机构出具 | 报告覆盖前体生产期间 |
        | P    | <code>   | <origin> | 1000 t | <by>     | 1.5 tCO2e/t          | 0.25 tCO2e/t         | <accredited>               | <covered>            |
      当 按 2026-11-20 评定
      那么 量 前体直接排放 为 <direct> tCO2e
      并且 量 前体间接排放 为 <indirect> tCO2e
      并且 量 前体计入的间接排放 为 <counted> tCO2e
      并且 量 按缺省值计的前体 为 <default> tCO2e

      例子:
        | code     | origin  | by            | accredited | covered | reading | direct | indirect | counted | default |
        | 72139120 | CN      | report        | 是         | 是      | with    | 1500   | 250      | 0       | 0       |
        | 26011200 | AU      | report        | 是         | 是      | with    | 1500   | 250      | 250     | 0       |
        | 26011200 | AU      | report        | 否         | 是      | with    | 0      | 0        | 0       | 99      |
        | 26011200 | AU      | report        | 是         | 否      | without | 0      | 0        | 0       | 90      |
        | 26011200 | AU      | default_value | 是         | 是      | without | 0      | 0        | 0       | 90      |
        | 26011200 | AU      | own_process   | 否         | 否      | with    | 1500   | 250      | 250     | 0       |
        | 72031000 | unknown | default_value | 否         | 否      | without | 0      | 0        | 0       | 4200    |
        | 72139120 | DE      | report        | 是         | 是      | with    | 0      | 0        | 0       | 0       |
        | 72139120 | CH      | default_value | 否         | 否      | with    | 0      | 0        | 0       | 0       |
        | 72044990 | US      | report        | 是         | 是      | with    | 0      | 0        | 0       | 0       |
        | 72044990 | US      | default_value | 否         | 否      | with    | 0      | 0        | 0       | 0       |
        | 26011100 | BR      | default_value | 否         | 否      | with    | 0      | 0        | 0       | 0       |
        | 27011210 | AU      | default_value | 否         | 否      | with    | 0      | 0        | 0       | 0       |

  规则: 每吨货物
    背景:
      假如 量 归属直接排放 (direct_here), 以 tCO2e 计, 依据 attributed
        | 为                                                                                                           |
        | max(本过程源流排放 + 全氟碳化物 + 接收热排放 - 送出热排放 + 接收废气排放 - 送出废气排放 - 发电排放, 0 tCO2e) |
      并且 量 每吨直接排放 (see_direct), 以 tCO2e/t 计, 依据 complex, unit
        | 为                                                        |
        | (归属直接排放 + 前体直接排放) / 活动水平 * 每吨功能单位数 |
      并且 量 每吨间接排放 (see_indirect), 以 tCO2e/t 计, 依据 complex, unit
        | 为                                                    |
        | (用电排放 + 前体间接排放) / 活动水平 * 每吨功能单位数 |
      并且 量 本过程计入排放 (counted_here), 以 tCO2e 计, 依据 counted
        | 为                      | 情形                              |
        | 归属直接排放 + 用电排放 | 计入的排放 为 direct_and_indirect |
        | 归属直接排放            | 其他                              |
      并且 量 计入的全部排放 (counted_all), 以 tCO2e 计, 依据 complex
        | 为                                                                    |
        | 本过程计入排放 + 前体直接排放 + 前体计入的间接排放 + 按缺省值计的前体 |
      并且 量 每吨隐含排放 (see_counted), 以 tCO2e/t 计, 依据 complex, unit
        | 为                                         |
        | 计入的全部排放 / 活动水平 * 每吨功能单位数 |
      并且 量 每吨自身直接排放 (own_direct), 以 tCO2e/t 计, 依据 attributed
        | 为                                       |
        | 归属直接排放 / 活动水平 * 每吨功能单位数 |
      并且 量 每吨排放合计 (see_total), 以 tCO2e/t 计, 依据 complex, unit
        | 为                                                                                                     |
        | (归属直接排放 + 用电排放 + 前体直接排放 + 前体间接排放 + 按缺省值计的前体) / 活动水平 * 每吨功能单位数 |
      并且 量 每吨自身间接排放 (own_indirect), 以 tCO2e/t 计, 依据 attributed
        | 为                                   |
        | 用电排放 / 活动水平 * 每吨功能单位数 |
      并且 量 缺省值比例 (default_share), 以 % 计
        | 为                                | 情形                                   | 依据   |
        | 待定, 因为 没有计入的排放         | 计入的全部排放 为 0 tCO2e              | report |
        | 100 %                             | 按缺省值计的前体 不低于 计入的全部排放 | whole  |
        | 按缺省值计的前体 / 计入的全部排放 | 其他                                   | report |
      并且 量 设施总排放 (whole), 以 tCO2e 计, 依据 calculation
        | 为                        |
        | 全部源流排放 + 全氟碳化物 |
      并且 下列结果
        | 结果                  | 名称                           | 取自             | 修约    | 依据     |
        | installation          | 设施直接排放                   | 设施总排放       | 保留0位 | rounding |
        | process               | 生产过程直接排放               | 归属直接排放     | 保留0位 | rounding |
        | direct_of_goods       | 单位直接隐含排放               | 每吨直接排放     | 保留5位 | rounding |
        | indirect_of_goods     | 单位间接隐含排放               | 每吨间接排放     | 保留5位 | rounding |
        | total_of_goods        | 单位隐含排放合计（直接与间接） | 每吨排放合计     | 保留5位 | rounding |
        | own_direct_of_goods   | 每吨货物生产过程自身直接排放   | 每吨自身直接排放 | 保留5位 | rounding |
        | own_indirect_of_goods | 每吨货物生产过程自身间接排放   | 每吨自身间接排放 | 保留5位 | rounding |
        | embedded_in_goods     | 计入的单位隐含排放             | 每吨隐含排放     | 保留5位 | rounding |
        | by_default            | 缺省值所占排放比例             | 缺省值比例       | 保留2位 | report   |

    场景: 归属排放不低于零
      假如 发电量 为 100000 MWh
      并且 发电因子 为 0.4 tCO2e/MWh
      当 按 2026-11-20 评定
      那么 量 归属直接排放 为 0 tCO2e
      并且 结果 生产过程直接排放 为 0 tCO2e
      并且 结果 设施直接排放 为 4948.02 tCO2e

    场景大纲: 间接排放是否计入取决于货物的列名
      假如 商品编码 为 <code>
      并且 产量 为 1000 t
      并且 前体清单 为 无
      并且 源流清单 为 无
      当 按 2026-11-20 评定
      那么 量 每吨间接排放 为 2.8322 tCO2e/t
      并且 量 每吨隐含排放 为 <embedded> tCO2e/t

      例子:
        | code     | embedded |
        | 73181542 | 0        |
        | 25232900 | 2.8322   |

    场景大纲: 合计含直接与间接, 不论是否计入, 按缺省值计的前体全部计入
      假如 产量 为 1000 t
      并且 前体清单 为
        | 前体 | 前体编码 | 产地 | 消耗量 | 确定依据 | 所报每吨前体直接排放 | 所报每吨前体间接排放 | 报告由获认可的核查机构出具 | 报告覆盖前体生产期间 |
        | P    | 72139120 | BR   | 1000 t | <by>     | 1.5 tCO2e/t          | 0.25 tCO2e/t         | 是                         | 是                   |
      并且 设定 前体缺省值加成 为 without
      并且 源流清单 为 无
      当 按 2026-11-20 评定
      那么 量 每吨直接排放 为 <direct> tCO2e/t
      并且 量 每吨间接排放 为 <indirect> tCO2e/t
      并且 结果 单位隐含排放合计（直接与间接） 为 <total> tCO2e/t

      例子:
        | by            | direct | indirect | total  |
        | report        | 1.5    | 3.0822   | 4.5822 |
        | default_value | 0      | 2.8322   | 4.4422 |

    场景: 无排放则缺省比例待定
      假如 前体清单 为 无
      并且 源流清单 为 无
      当 按 2026-11-20 评定
      那么 量 缺省值比例 由规则待定

    场景大纲: 同一生产过程中熟料含量不同的水泥
      假如 商品编码 为 25232900
      并且 功能单位 为 吨熟料
      并且 产量 为 1000 t
      并且 全部货物的熟料或氮含量 为 80 %
      并且 成分区间平均含量 为 <content> %
      并且 前体清单 为 无
      并且 源流清单 为 无
      当 按 2026-11-20 评定
      那么 量 每吨隐含排放 为 <embedded> tCO2e/t

      例子:
        | content | embedded  |
        | 80      | 2.8322    |
        | 75      | 2.6551875 |
        | 0       | 0         |
