# language: zh-CN
功能: 源流

  背景:
    假如 评分卡 cbam-installation
    并且 下列事实
      | 事实    | 名称     | 类型              |
      | streams | 源流清单 | 源流记录 列表     |
      | pots    | 电解槽列 | 电解槽列记录 列表 |
    并且 每条 stream 有
      | 字段            | 名称                 | 类型 | 单位     | 可选值                                                    | 不低于 | 不高于 |
      | name            | 名称                 | 文本 |          |                                                           |        |        |
      | method          | 方法                 | 选项 |          | fuel_mass, fuel_volume, per_tonne, mass_balance, measured |        |        |
      | direction       | 方向                 | 选项 |          | enters, leaves                                            |        |        |
      | mass            | 质量                 | 数值 | t        |                                                           | 0      |        |
      | volume          | 体积                 | 数值 | m3       |                                                           | 0      |        |
      | heat_per_tonne  | 按质量净热值         | 数值 | GJ/t     |                                                           | 0      |        |
      | heat_per_volume | 按体积净热值         | 数值 | GJ/m3    |                                                           | 0      |        |
      | factor_of_heat  | 按热值排放因子       | 数值 | tCO2e/TJ |                                                           | 0      |        |
      | factor_of_mass  | 按质量排放因子       | 数值 | tCO2e/t  |                                                           | 0      |        |
      | carbon          | 碳含量               | 数值 | %        |                                                           | 0      | 100    |
      | measured        | 实测排放             | 数值 | tCO2e    |                                                           | 0      |        |
      | oxidation       | 氧化或转化因子       | 数值 | %        |                                                           | 0      | 100    |
      | biomass         | 生物质比例           | 数值 | %        |                                                           | 0      | 100    |
      | sustainable     | 符合生物质条件       | 是否 |          |                                                           |        |        |
      | reading         | 本过程分摊依据量     | 数值 |          |                                                           | 0      |        |
      | all_readings    | 各过程分摊依据量合计 | 数值 |          |                                                           | 0.001  |        |
    并且 stream 称为 源流记录
    并且 源流清单 中 名称 不得重复
    并且 每条 pot_line 有
      | 字段         | 名称               | 类型 | 单位 | 可选值                                        | 不低于 | 不高于 |
      | cells        | 槽列               | 文本 |      |                                               |        |        |
      | technology   | 技术               | 选项 |      | PFPB_L, PFPB_M, PFPB_MW, CWPB, SWPB, VSS, HSS |        |        |
      | aluminium    | 原铝产量           | 数值 | t    |                                               | 0      |        |
      | frequency    | 每槽日阳极效应次数 | 数值 |      |                                               | 0      |        |
      | duration     | 每次阳极效应分钟数 | 数值 |      |                                               | 0      |        |
      | own_slope    | 自有斜率因子       | 数值 | kg/t |                                               | 0      |        |
      | own_fraction | 自有质量比         | 数值 |      |                                               | 0      |        |
      | own_factors  | 用自有因子         | 是否 |      |                                               |        |        |
      | collected    | 收集效率           | 数值 | %    |                                               | 0.001  | 100    |
    并且 pot_line 称为 电解槽列记录
    并且 电解槽列 中 槽列 不得重复
    并且 本基准案例
      | 事实     | 值 |
      | 电解槽列 | 无 |
    并且 基准案例中 源流清单 为
      | 名称 | 方法      | 方向   | 质量     | 按质量净热值 | 按热值排放因子 | 氧化或转化因子 | 生物质比例 | 符合生物质条件 | 本过程分摊依据量 | 各过程分摊依据量合计 |
      | S1   | fuel_mass | enters | 1837.5 t | 48 GJ/t      | 56.1 tCO2e/TJ  | 100 %          | 0 %        | 否             | 17000            | 25200                |

  规则: 源流的排放
    背景:
      假如 每条 源流记录 的量 含生物质排放 (carbon_dioxide), 以 tCO2e 计, 依据 calculation
        | 为                                                    | 情形                 |
        | 质量 * 按质量净热值 * 按热值排放因子 * 氧化或转化因子 | 方法 为 fuel_mass    |
        | 体积 * 按体积净热值 * 按热值排放因子 * 氧化或转化因子 | 方法 为 fuel_volume  |
        | 质量 * 按质量排放因子 * 氧化或转化因子                | 方法 为 per_tonne    |
        | 质量 * 碳含量 * 3.664 tCO2e/t                         | 方法 为 mass_balance |
        | 实测排放                                              | 其他                 |
      并且 每条 源流记录 的量 化石比例 (fossil), 依据 zero-rating
        | 为             | 情形                 |
        | 1 - 生物质比例 | 符合生物质条件 为 是 |
        | 1              | 其他                 |
      并且 每条 源流记录 的量 该源流排放 (emitted), 以 tCO2e 计
        | 为                                | 情形           | 依据                     |
        | 0 tCO2e - 含生物质排放 * 化石比例 | 方向 为 leaves | calculation              |
        | 含生物质排放 * 化石比例           | 其他           | calculation, zero-rating |
      并且 每条 源流记录 的量 本过程份额 (here), 依据 attribution
        | 为                                      |
        | 本过程分摊依据量 / 各过程分摊依据量合计 |
      并且 每条 源流记录 的量 该源流在此排放 (attributed_stream), 以 tCO2e 计, 依据 attribution
        | 为                      |
        | 该源流排放 * 本过程份额 |
      并且 每条 源流记录 的量 该源流未证明生物质排放 (biogenic), 以 tCO2e 计, 依据 zero-rating
        | 为                        | 情形                 |
        | 含生物质排放 * 生物质比例 | 符合生物质条件 为 否 |
        | 0 tCO2e                   | 其他                 |
      并且 每条 源流记录 的量 不得流出的源流 (odd_output), 以 项 计, 依据 calculation
        | 为   | 情形                                   |
        | 1 项 | 方向 为 leaves; 方法 不为 mass_balance |
        | 0 项 | 其他                                   |
      并且 每条 源流记录 的量 份额超过全部的源流 (odd_share), 以 项 计, 依据 attribution
        | 为   | 情形              |
        | 1 项 | 本过程份额 高于 1 |
        | 0 项 | 其他              |
      并且 量 全部源流排放 (all_streams), 以 tCO2e 计, 为 源流清单 的 该源流排放 之和, 依据 calculation
      并且 量 本过程源流排放 (streams_here), 以 tCO2e 计, 为 源流清单 的 该源流在此排放 之和, 依据 attribution
      并且 量 未证明生物质排放合计 (unproven), 以 tCO2e 计, 为 源流清单 的 该源流未证明生物质排放 之和, 依据 zero-rating
      并且 量 不得流出的源流数 (odd_outputs), 以 项 计, 为 源流清单 的 不得流出的源流 之和, 依据 calculation
      并且 量 份额超过全部的源流数 (odd_shares), 以 项 计, 为 源流清单 的 份额超过全部的源流 之和, 依据 attribution
      并且 下列门槛
        | 编号 | 门槛                         | 要求                                                           | 依据        |
        | M5   | 仅质量平衡有流出源流         | 不得流出的源流数 为 0 项                                       | calculation |
        | M6   | 生产过程的份额不超过设施全部 | 份额超过全部的源流数 为 0 项; 份额超过全部的电力来源数 为 0 项 | attribution |
      并且 下列不符合项
        | 代码      | 不符合项                         | 情形                              | 程度   | 依据        |
        | M.BIOMASS | 未证明符合条件的生物质按化石碳计 | 未证明生物质排放合计 高于 0 tCO2e | 观察项 | zero-rating |

    场景大纲: 各计算方法的排放
      假如 源流清单 为
        | 名称 | 方法     | 方向        | 质量   | 体积    | 按质量净热值 | 按体积净热值 | 按热值排放因子 | 按质量排放因子 | 碳含量 | 实测排放  | 氧化或转化因子 | 生物质比例  | 符合生物质条件 | 本过程分摊依据量 | 各过程分摊依据量合计 |
        | S    | <method> | <direction> | 1000 t | 1000 m3 | 25 GJ/t      | 0.036 GJ/m3  | 95 tCO2e/TJ    | 0.525 tCO2e/t  | 88 %   | 123 tCO2e | <oxidation> %  | <biomass> % | <criteria>     | <reading>        | 4                    |
      当 按 2026-11-20 评定
      那么 量 全部源流排放 为 <all> tCO2e
      并且 量 本过程源流排放 为 <here> tCO2e
      并且 门槛 M5 <m5>
      并且 门槛 M6 <m6>
      并且 <finding>

      例子:
        | method       | direction | oxidation | biomass | criteria | reading | all      | here      | m5     | m6     | finding              |
        | fuel_mass    | enters    | 100       | 0       | 否       | 4       | 2375     | 2375      | 满足   | 满足   | 不开具 M.BIOMASS     |
        | fuel_mass    | enters    | 98        | 15      | 是       | 1       | 1978.375 | 494.59375 | 满足   | 满足   | 不开具 M.BIOMASS     |
        | fuel_mass    | enters    | 100       | 15      | 否       | 4       | 2375     | 2375      | 满足   | 满足   | 开具观察项 M.BIOMASS |
        | fuel_volume  | enters    | 100       | 0       | 否       | 4       | 3.42     | 3.42      | 满足   | 满足   | 不开具 M.BIOMASS     |
        | per_tonne    | enters    | 90        | 0       | 否       | 4       | 472.5    | 472.5     | 满足   | 满足   | 不开具 M.BIOMASS     |
        | mass_balance | enters    | 90        | 0       | 否       | 4       | 3224.32  | 3224.32   | 满足   | 满足   | 不开具 M.BIOMASS     |
        | mass_balance | leaves    | 100       | 0       | 否       | 4       | -3224.32 | -3224.32  | 满足   | 满足   | 不开具 M.BIOMASS     |
        | measured     | enters    | 90        | 0       | 否       | 4       | 123      | 123       | 满足   | 满足   | 不开具 M.BIOMASS     |
        | measured     | leaves    | 100       | 0       | 否       | 4       | -123     | -123      | 不满足 | 满足   | 不开具 M.BIOMASS     |
        | measured     | enters    | 100       | 0       | 否       | 4.001   | 123      | 123.03075 | 满足   | 不满足 | 不开具 M.BIOMASS     |

  规则: 原铝的全氟碳化物
    背景:
      假如 每条 电解槽列记录 的量 四氟化碳全球增温潜势 (of_cf4), 以 tCO2e/t 计, 查自 potential 列, 依据 fluorocarbons
        | 参考表 | 键           |
        | gases  | gas 为 'CF4' |
      并且 每条 电解槽列记录 的量 六氟乙烷全球增温潜势 (of_c2f6), 以 tCO2e/t 计, 查自 potential 列, 依据 fluorocarbons
        | 参考表 | 键            |
        | gases  | gas 为 'C2F6' |
      并且 每条 电解槽列记录 的量 斜率因子 (slope), 以 kg/t 计, 依据 fluorocarbons
        | 为           | 情形             |
        | 自有斜率因子 | 用自有因子 为 是 |
        | 0.122 kg/t   | 技术 为 PFPB_L   |
        | 0.104 kg/t   | 技术 为 PFPB_M   |
        | 0.233 kg/t   | 技术 为 SWPB     |
        | 0.058 kg/t   | 技术 为 VSS      |
        | 0.165 kg/t   | 技术 为 HSS      |
        | 0.143 kg/t   | 其他             |
      并且 每条 电解槽列记录 的量 质量比 (fraction), 依据 fluorocarbons
        | 为         | 情形             |
        | 自有质量比 | 用自有因子 为 是 |
        | 0.097      | 技术 为 PFPB_L   |
        | 0.057      | 技术 为 PFPB_M   |
        | 0.28       | 技术 为 SWPB     |
        | 0.086      | 技术 为 VSS      |
        | 0.077      | 技术 为 HSS      |
        | 0.121      | 其他             |
      并且 每条 电解槽列记录 的量 四氟化碳排放量 (tetrafluoromethane), 以 t 计, 依据 fluorocarbons
        | 为                                                            |
        | 每槽日阳极效应次数 * 每次阳极效应分钟数 * 斜率因子 * 原铝产量 |
      并且 每条 电解槽列记录 的量 槽列全氟碳化物 (fluorides), 以 tCO2e 计, 依据 fluorocarbons
        | 为                                                                                 |
        | 四氟化碳排放量 * (四氟化碳全球增温潜势 + 质量比 * 六氟乙烷全球增温潜势) / 收集效率 |
      并且 量 全氟碳化物 (all_fluorides), 以 tCO2e 计, 为 电解槽列 的 槽列全氟碳化物 之和, 依据 fluorocarbons

    场景大纲: 各技术的斜率法
      假如 电解槽列 为
        | 槽列 | 技术         | 原铝产量 | 每槽日阳极效应次数 | 每次阳极效应分钟数 | 自有斜率因子 | 自有质量比 | 用自有因子 | 收集效率 |
        | A    | <technology> | 1000 t   | 0.5                | 2                  | 0.1 kg/t     | 0.1        | <own>      | 100 %    |
      当 按 2026-11-20 评定
      那么 量 全氟碳化物 为 <amount> tCO2e

      例子:
        | technology | own | amount    |
        | CWPB       | 是  | 774       |
        | PFPB_L     | 否  | 940.2174  |
        | PFPB_M     | 否  | 755.3208  |
        | PFPB_MW    | 否  | 1140.1533 |
        | CWPB       | 否  | 1140.1533 |
        | SWPB       | 否  | 2268.954  |
        | VSS        | 否  | 439.9068  |
        | HSS        | 否  | 1234.9755 |

    场景: 无电解槽则无排放
      当 按 2026-11-20 评定
      那么 量 全氟碳化物 为 0 tCO2e
