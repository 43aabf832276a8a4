# language: zh-CN
功能: 实际值路径

  背景:
    假如 评分卡 cbam-goods
    并且 下列事实
      | 事实             | 名称                     | 类型          | 单位    | 可选值                                    | 不低于 | 可在将来 |
      | own_direct       | 每吨货物生产过程直接排放 | 数值          | tCO2e/t |                                           | 0      |          |
      | own_indirect     | 每吨货物生产过程间接排放 | 数值          | tCO2e/t |                                           | 0      |          |
      | production_route | 生产路线                 | 选项          |         | no_route, A, B, C, D, E, F, G, H, J, K, L |        |          |
      | produced_until   | 生产期间末日             | 日期          |         |                                           |        | 是       |
      | activity_level   | 活动水平                 | 数值          | t       |                                           | 0.001  |          |
      | precursors       | 前体清单                 | 前体材料 列表 |         |                                           |        |          |
    并且 每条 precursor 有
      | 字段                | 名称                       | 类型 | 单位    | 可选值                      | 不低于 | 仅部分情形适用 |
      | name                | 名称                       | 文本 |         |                             |        |                |
      | code                | 前体编码                   | 文本 |         |                             |        |                |
      | origin              | 产地                       | 文本 |         |                             |        |                |
      | consumed            | 消耗量                     | 数值 | t       |                             | 0      |                |
      | method              | 方法                       | 选项 |         | default_value, actual_value |        |                |
      | direct              | 所报每吨前体直接排放       | 数值 | tCO2e/t |                             | 0      |                |
      | indirect            | 所报每吨前体间接排放       | 数值 | tCO2e/t |                             | 0      |                |
      | stated_allocation   | 所报每吨前体免费分配       | 数值 | tCO2e/t |                             | 0      |                |
      | accredited          | 报告由获认可的核查机构出具 | 是否 |         |                             |        | 是             |
      | period_covered      | 报告覆盖前体生产期间       | 是否 |         |                             |        | 是             |
      | allocation_verified | 免费分配经核查             | 是否 |         |                             |        |                |
    并且 precursor 称为 前体材料
    并且 前体清单 中 名称 不得重复
    并且 本基准案例
      | 事实                     | 值          |
      | 每吨货物生产过程直接排放 | 1.9 tCO2e/t |
      | 每吨货物生产过程间接排放 | 0.1 tCO2e/t |
      | 生产路线                 | no_route    |
      | 生产期间末日             | 2026-12-31  |
      | 活动水平                 | 1000 t      |
      | 前体清单                 | 无          |

  规则: 前体的排放
    背景:
      假如 每条 前体材料 的量 前体行业 (precursor_sector), 为词, 查自 sector 列, 依据 scope
        | 参考表  | 键                  |
        | annex_i | cn_code 为 前体编码 |
        | outside | cn_code 为 前体编码 |
      并且 每条 前体材料 的量 前体计入的排放 (precursor_counted), 为词, 查自 emissions 列
        | 参考表  | 键                  | 依据    |
        | annex_i | cn_code 为 前体编码 | counted |
        | outside | cn_code 为 前体编码 | scope   |
      并且 每条 前体材料 的量 产地组 (origin_group), 为词, 查自 group 列, 依据 eu-origin
        | 参考表 | 键              |
        | groups | country 为 产地 |
      并且 每条 前体材料 的量 产地缺省值 (known_default), 以 tCO2e/t 计, 查自 total 列, 依据 defaults
        | 参考表   | 键                                      |
        | defaults | cn_code 为 前体编码; country 为 产地    |
        | defaults | cn_code 为 前体编码; country 为 'other' |
      并且 每条 前体材料 的量 产地生产路线 (known_route), 为词, 查自 route 列, 依据 defaults
        | 参考表   | 键                                      |
        | defaults | cn_code 为 前体编码; country 为 产地    |
        | defaults | cn_code 为 前体编码; country 为 'other' |
      并且 每条 前体材料 的量 产地未知缺省值 (highest), 以 tCO2e/t 计, 查自 total 列, 依据 unknown-origin
        | 参考表  | 键                  |
        | unknown | cn_code 为 前体编码 |
      并且 每条 前体材料 的量 未知产地路线 (highest_route_there), 为词, 查自 route 列, 依据 unknown-origin
        | 参考表  | 键                  |
        | unknown | cn_code 为 前体编码 |
      并且 每条 前体材料 的量 前体加成 (precursor_rate), 查自 rate 列, 依据 precursor-raise
        | 参考表   | 键                                          |
        | mark_ups | sector 为 前体行业; year 为 进口日期 的年份 |
      并且 每条 前体材料 的量 按经核查计（1 = 是） (verified), 依据 precursor-report
        | 为 | 情形                                                                               |
        | 1  | 方法 为 actual_value; 报告由获认可的核查机构出具 为 是; 报告覆盖前体生产期间 为 是 |
        | 0  | 其他                                                                               |
      并且 每条 前体材料 的量 加成前缺省值 (plain_default), 以 tCO2e/t 计
        | 为             | 情形            | 依据           |
        | 产地未知缺省值 | 产地 为 unknown | unknown-origin |
        | 产地缺省值     | 其他            | defaults       |
      并且 每条 前体材料 的量 采用的缺省值 (raised_default), 以 tCO2e/t 计, 依据 precursor-raise
        | 为                            | 情形                   |
        | 加成前缺省值 * (1 + 前体加成) | 前体缺省值加成 为 with |
        | 加成前缺省值                  | 其他                   |
      并且 每条 前体材料 的量 前体单位隐含排放 (precursor_see), 以 tCO2e/t 计
        | 为                                          | 情形                                  | 依据             |
        | 0 tCO2e/t                                   | 产地组 不为 third                     | eu-origin        |
        | 0 tCO2e/t                                   | 前体行业 为 outside                   | no-precursor     |
        | 采用的缺省值                                | 按经核查计（1 = 是） 为 0             | precursor-report |
        | 所报每吨前体直接排放 + 所报每吨前体间接排放 | 前体计入的排放 为 direct_and_indirect | counted, formula |
        | 所报每吨前体直接排放                        | 其他                                  | counted, formula |
      并且 每条 前体材料 的量 带入排放 (part), 以 tCO2e/t 计, 依据 formula
        | 为                                   |
        | 消耗量 / 活动水平 * 前体单位隐含排放 |
      并且 量 全部前体带入排放 (embedded), 以 tCO2e/t 计, 为 前体清单 的 带入排放 之和, 依据 formula

    场景大纲: 附件二对每种前体分别适用
      假如 设定 前体缺省值加成 为 <reading>
      并且 前体清单 为
        | 名称 | 前体编码 | 产地     | 消耗量   | 方法     | 所报每吨前体直接排放 | 所报每吨前体间接排放 | 所报每吨前体免费分配 | 报告由获认可的核查机构出具 | 报告覆盖前体生产期间 | 免费分配经核查 |
        | P    | <code>   | <origin> | <mass> t | <method> | <direct>             | <indirect>           |                      | <accredited>               | <covered>            | 否             |
      当 按 2026-11-20 评定
      那么 量 全部前体带入排放 为 <embedded> tCO2e/t

      例子:
        | code     | origin  | mass | method        | direct       | indirect     | accredited | covered | reading | embedded |
        | 26011200 | AU      | 1450 | default_value |              |              | 否         | 否      | without | 0.1305   |
        | 26011200 | AU      | 1450 | default_value |              |              | 否         | 否      | with    | 0.14355  |
        | 28041000 | DZ      | 57   | default_value |              |              | 否         | 否      | without | 0.61674  |
        | 28041000 | KY      | 57   | default_value |              |              | 否         | 否      | without | 1.01118  |
        | 28041000 | DZ      | 57   | actual_value  | 0 tCO2e/t    | 3 tCO2e/t    | 是         | 是      | with    | 0        |
        | 26011200 | AU      | 1000 | actual_value  | 0.05 tCO2e/t | 0.02 tCO2e/t | 是         | 是      | with    | 0.07     |
        | 26011200 | AU      | 1000 | actual_value  | 0.05 tCO2e/t | 0.02 tCO2e/t | 否         | 是      | without | 0.09     |
        | 26011200 | AU      | 1000 | actual_value  | 0.05 tCO2e/t | 0.02 tCO2e/t | 是         | 否      | without | 0.09     |
        | 26011200 | AU      | 1000 | default_value | 0.05 tCO2e/t | 0.02 tCO2e/t | 是         | 是      | without | 0.09     |
        | 72061000 | DE      | 1050 | actual_value  | 1.9 tCO2e/t  | 0 tCO2e/t    | 是         | 是      | with    | 0        |
        | 72061000 | NO      | 1050 | default_value |              |              | 否         | 否      | with    | 0        |
        | 72044990 | TR      | 1100 | default_value |              |              | 否         | 否      | with    | 0        |
        | 26011100 | BR      | 1450 | default_value |              |              | 否         | 否      | with    | 0        |
        | 26011100 | unknown | 1450 | default_value |              |              | 否         | 否      | with    | 0        |
        | 26011100 | BR      | 1450 | actual_value  | 0.05 tCO2e/t | 0.02 tCO2e/t | 是         | 是      | with    | 0        |
        | 27011210 | AU      | 1450 | default_value |              |              | 否         | 否      | with    | 0        |
        | 25210000 | TR      | 1450 | default_value |              |              | 否         | 否      | with    | 0        |
        | 72022100 | KZ      | 1450 | default_value |              |              | 否         | 否      | with    | 0        |
        | 81110011 | CN      | 1450 | default_value |              |              | 否         | 否      | with    | 0        |
        | 72031000 | unknown | 1000 | default_value |              |              | 否         | 否      | without | 4.2      |
        | 28041000 | unknown | 1000 | default_value |              |              | 否         | 否      | without | 26.64    |

    场景: 无前体则无带入
      当 按 2026-11-20 评定
      那么 量 全部前体带入排放 为 0 tCO2e/t

  规则: 货物的单位排放与免费分配
    背景:
      假如 量 生产年保留比例 (retained_then), 查自 retained 列, 依据 retained, year
        | 参考表 | 键                          |
        | shares | year 为 生产期间末日 的年份 |
      并且 量 生产年修正系数 (correction_then), 查自 cscf 列, 依据 allocation, year
        | 参考表 | 键                          |
        | shares | year 为 生产期间末日 的年份 |
      并且 量 路线基准值 (benchmark_routed), 以 tCO2e/t 计, 查自 value 列, 依据 allocation
        | 参考表     | 键                                                                                 |
        | benchmarks | cn_code 为 商品编码; column 为 'A'; route 为 生产路线; year 为 生产期间末日 的年份 |
      并且 量 无路线基准值 (benchmark_plain), 以 tCO2e/t 计, 查自 value 列, 依据 allocation
        | 参考表     | 键                                                              |
        | benchmarks | cn_code 为 商品编码; column 为 'A'; year 为 生产期间末日 的年份 |
      并且 每条 前体材料 的量 前体基准值 (precursor_benchmark), 以 tCO2e/t 计, 查自 value 列, 依据 allocation
        | 参考表     | 键                                                                                     |
        | benchmarks | cn_code 为 前体编码; column 为 'B'; route 为 产地生产路线; year 为 生产期间末日 的年份 |
      并且 每条 前体材料 的量 未知产地基准值 (highest_benchmark), 以 tCO2e/t 计, 查自 value 列, 依据 allocation
        | 参考表     | 键                                                                                     |
        | benchmarks | cn_code 为 前体编码; column 为 'B'; route 为 未知产地路线; year 为 生产期间末日 的年份 |
      并且 量 2030 年路线基准值 (benchmark_routed_2030), 以 tCO2e/t 计, 查自 value 列, 依据 later
        | 参考表     | 键                                                                    |
        | benchmarks | cn_code 为 商品编码; column 为 'A'; route 为 生产路线; year 为 '2030' |
      并且 每条 前体材料 的量 2030 年前体基准值 (precursor_benchmark_2030), 以 tCO2e/t 计, 查自 value 列, 依据 later
        | 参考表     | 键                                                                        |
        | benchmarks | cn_code 为 前体编码; column 为 'B'; route 为 产地生产路线; year 为 '2030' |
      并且 每条 前体材料 的量 前体单位免费分配 (precursor_sefa), 以 tCO2e/t 计
        | 为                                                       | 情形                                            | 依据                           |
        | 0 tCO2e/t                                                | 产地组 不为 third                               | no-eu-allocation               |
        | 0 tCO2e/t                                                | 前体行业 为 outside                             | no-precursor, no-eu-allocation |
        | 0 tCO2e/t                                                | 生产年保留比例 为 0                             | retained                       |
        | 所报每吨前体免费分配                                     | 按经核查计（1 = 是） 为 1; 免费分配经核查 为 是 | allocation                     |
        | 生产年保留比例 * 2030 年以后存续部分 * 2030 年前体基准值 | 生产期间末日 自 2031-01-01 起                   | later                          |
        | 生产年保留比例 * 生产年修正系数 * 未知产地基准值         | 产地 为 unknown                                 | unknown-origin, allocation     |
        | 生产年保留比例 * 生产年修正系数 * 前体基准值             | 其他                                            | allocation                     |
      并且 每条 前体材料 的量 带入免费分配 (allocation_part), 以 tCO2e/t 计, 依据 allocation
        | 为                                   |
        | 消耗量 / 活动水平 * 前体单位免费分配 |
      并且 量 全部前体带入免费分配 (allocated), 以 tCO2e/t 计, 为 前体清单 的 带入免费分配 之和, 依据 allocation
      并且 下列门槛
        | 编号 | 门槛                   | 要求                          | 适用情形           | 依据   |
        | Y1   | 生产期间不早于 2026 年 | 生产期间末日 自 2026-01-01 起 | 确定方法 为 实际值 | period |
      并且 量 生产过程排放 (own_emissions), 以 tCO2e/t 计, 依据 counted
        | 为                                                  | 情形                              |
        | 每吨货物生产过程直接排放 + 每吨货物生产过程间接排放 | 计入的排放 为 direct_and_indirect |
        | 每吨货物生产过程直接排放                            | 其他                              |
      并且 量 实际单位隐含排放 (see_actual), 以 tCO2e/t 计, 依据 formula
        | 为                              |
        | 生产过程排放 + 全部前体带入排放 |
      并且 量 A 列基准值 (benchmark_a), 以 tCO2e/t 计, 依据 allocation
        | 为           | 情形                 |
        | 无路线基准值 | 生产路线 为 no_route |
        | 路线基准值   | 其他                 |
      并且 量 生产过程免费分配 (own_allocation), 以 tCO2e/t 计
        | 为                                                       | 情形                          | 依据       |
        | 0 tCO2e/t                                                | 生产年保留比例 为 0           | retained   |
        | 生产年保留比例 * 2030 年以后存续部分 * 2030 年路线基准值 | 生产期间末日 自 2031-01-01 起 | later      |
        | 生产年保留比例 * 生产年修正系数 * A 列基准值             | 其他                          | allocation |
      并且 量 实际单位免费分配 (sefa_actual), 以 tCO2e/t 计, 依据 allocation
        | 为                                      |
        | 生产过程免费分配 + 全部前体带入免费分配 |

    场景大纲: 附件二之外才计间接排放; A 列区分路线
      假如 商品编码 为 <code>
      并且 生产路线 为 <route>
      并且 生产期间末日 为 <day>
      当 按 2026-11-20 评定
      那么 量 实际单位隐含排放 为 <emissions> tCO2e/t
      并且 量 实际单位免费分配 为 <allocation> tCO2e/t

      例子:
        | code     | route    | day        | emissions | allocation |
        | 72083900 | no_route | 2026-12-31 | 1.9       | 0.0429     |
        | 72083900 | C        | 2026-12-31 | 1.9       | 0.0429     |
        | 72083900 | no_route | 2027-01-01 | 1.9       | 0.0418     |
        | 72083900 | no_route | 2034-12-31 | 1.9       | 0          |
        | 25232900 | no_route | 2026-12-31 | 2         | 0          |
        | 72061000 | C        | 2026-12-31 | 1.9       | 0.14625    |
        | 72061000 | D        | 2026-12-31 | 1.9       | 0.026325   |
        | 72031000 | no_route | 2026-12-31 | 1.9       | 0.287625   |

    场景大纲: 2030 年以后依假设, 货物与前体皆然
      假如 设定 2030年以后的免费分配 为 <later>
      并且 生产期间末日 为 <day>
      并且 前体清单 为
        | 名称 | 前体编码 | 产地     | 消耗量 | 方法     | 所报每吨前体直接排放 | 所报每吨前体间接排放 | 所报每吨前体免费分配 | 报告由获认可的核查机构出具 | 报告覆盖前体生产期间 | 免费分配经核查 |
        | P    | 72031000 | <origin> | 1000 t | <method> | 1 tCO2e/t            | 0 tCO2e/t            | 0.5 tCO2e/t          | 是                         | 是                   | 是             |
      当 按 2026-11-20 评定
      那么 量 生产过程免费分配 为 <process> tCO2e/t
      并且 量 全部前体带入免费分配 为 <allocated> tCO2e/t

      例子:
        | later   | day        | origin  | method        | process | allocated |
        | none    | 2030-12-31 | AU      | default_value | 0.02266 | 0.204455  |
        | as_2030 | 2030-12-31 | AU      | default_value | 0.02266 | 0.204455  |
        | none    | 2031-01-01 | AU      | default_value | 0       | 0         |
        | none    | 2031-01-01 | AU      | actual_value  | 0       | 0.5       |
        | as_2030 | 2031-01-01 | AU      | default_value | 0.01716 | 0.15483   |
        | as_2030 | 2031-12-31 | unknown | default_value | 0.01716 | 0.15483   |
        | as_2030 | 2031-12-31 | AU      | actual_value  | 0.01716 | 0.5       |
        | as_2030 | 2034-01-01 | AU      | default_value | 0       | 0         |

    场景: 2030 年以后有多条路线的货物取其自身路线的基准值
      假如 设定 2030年以后的免费分配 为 as_2030
      并且 商品编码 为 72061000
      并且 生产路线 为 C
      并且 生产期间末日 为 2031-01-01
      当 按 2026-11-20 评定
      那么 量 生产过程免费分配 为 0.0585 tCO2e/t

    场景: 2030 年以后未选假设时生产过程免费分配为区间
      假如 生产期间末日 为 2031-01-01
      当 按 2026-11-20 评定
      那么 量 生产过程免费分配 介于 0 tCO2e/t 与 0.01716 tCO2e/t 之间(含)

    场景: 有多条路线者须指明
      假如 商品编码 为 72061000
      当 按 2026-11-20 评定
      那么 量 无路线基准值 因参考表 benchmarks 待定
      并且 量 实际单位免费分配 因参考表 benchmarks 待定

    场景大纲: 前体的免费分配
      假如 生产期间末日 为 <day>
      并且 前体清单 为
        | 名称 | 前体编码 | 产地     | 消耗量 | 方法     | 所报每吨前体直接排放 | 所报每吨前体间接排放 | 所报每吨前体免费分配 | 报告由获认可的核查机构出具 | 报告覆盖前体生产期间 | 免费分配经核查 |
        | P    | <code>   | <origin> | 1000 t | <method> | 1 tCO2e/t            | 0 tCO2e/t            | 0.5 tCO2e/t          | 是                         | 是                   | <verified>     |
      当 按 2026-11-20 评定
      那么 量 全部前体带入免费分配 为 <allocated> tCO2e/t

      例子:
        | code     | origin  | method        | verified | day        | allocated |
        | 72031000 | AU      | actual_value  | 是       | 2026-12-31 | 0.5       |
        | 72031000 | AU      | actual_value  | 否       | 2026-12-31 | 0.387075  |
        | 72031000 | AU      | default_value | 是       | 2026-12-31 | 0.387075  |
        | 72031000 | AU      | actual_value  | 是       | 2034-12-31 | 0         |
        | 72031000 | DE      | actual_value  | 是       | 2026-12-31 | 0         |
        | 72044990 | AU      | actual_value  | 是       | 2026-12-31 | 0         |
        | 26011100 | BR      | default_value | 否       | 2026-12-31 | 0         |
        | 72031000 | unknown | default_value | 否       | 2026-12-31 | 0.387075  |
        | 72061000 | unknown | default_value | 否       | 2026-12-31 | 1.2558    |
        | 72061000 | KY      | default_value | 否       | 2026-12-31 | 1.2558    |

    场景大纲: 生产期间决定年份
      假如 确定方法 为 <method>
      并且 生产期间末日 为 <day>
      当 按 2026-11-20 评定
      那么 门槛 Y1 <outcome>

      例子:
        | method | day        | outcome |
        | 实际值 | 2026-01-01 | 满足    |
        | 实际值 | 2025-12-31 | 不满足  |
        | 缺省值 | 2025-12-31 | 不适用  |

    场景: 两级前体链, 内层前体按外层每吨所耗质量计
      假如 前体清单 为
        | 名称 | 前体编码 | 产地 | 消耗量 | 方法         | 所报每吨前体直接排放 | 所报每吨前体间接排放 | 所报每吨前体免费分配 | 报告由获认可的核查机构出具 | 报告覆盖前体生产期间 | 免费分配经核查 |
        | P1   | 72031000 | AU   | 1000 t | actual_value | 0.5 tCO2e/t          | 0 tCO2e/t            | 0.387075 tCO2e/t     | 是                         | 是                   | 是             |
        | P2   | 26011200 | AU   | 1500 t | actual_value | 0.05 tCO2e/t         | 0.02 tCO2e/t         | 0 tCO2e/t            | 是                         | 是                   | 是             |
      当 按 2026-11-20 评定
      那么 量 全部前体带入排放 为 0.605 tCO2e/t
      并且 量 实际单位隐含排放 为 2.505 tCO2e/t
