# language: zh-CN
功能: 热力、废气与电力

  背景:
    假如 评分卡 cbam-installation
    并且 下列事实
      | 事实          | 名称     | 类型          | 单位      | 可选值                  | 不低于 |
      | heat_flows    | 热流清单 | 热流记录 列表 |           |                         |        |
      | gas_flows     | 废气清单 | 废气记录 列表 |           |                         |        |
      | power_flows   | 用电清单 | 电力来源 列表 |           |                         |        |
      | power_made    | 发电量   | 数值          | MWh       |                         | 0      |
      | power_made_by | 发电方式 | 选项          |           | cogeneration, otherwise |        |
      | power_factor  | 发电因子 | 数值          | tCO2e/MWh |                         | 0      |
    并且 每条 heat_flow 有
      | 字段       | 名称         | 类型 | 单位     | 可选值                                                             | 不低于 | 不高于 |
      | flow       | 热流         | 文本 |          |                                                                    |        |        |
      | way        | 流向         | 选项 |          | imported, exported                                                 |        |        |
      | heat       | 净热量       | 数值 | TJ       |                                                                    | 0      |        |
      | source     | 热的来源     | 选项 |          | known_factor, boiler, standard_boiler, cogeneration, not_from_fuel |        |        |
      | factor     | 热或燃料因子 | 数值 | tCO2e/TJ |                                                                    | 0      |        |
      | efficiency | 效率         | 数值 | %        |                                                                    | 0.001  | 100    |
    并且 heat_flow 称为 热流记录
    并且 热流清单 中 热流 不得重复
    并且 每条 gas_flow 有
      | 字段   | 名称     | 类型 | 单位 | 可选值              | 不低于 |
      | gas    | 气体     | 文本 |      |                     |        |
      | course | 去向     | 选项 |      | taken_in, passed_on |        |
      | energy | 废气热量 | 数值 | TJ   |                     | 0      |
      | proven | 用途证明 | 是否 |      |                     |        |
    并且 gas_flow 称为 废气记录
    并且 废气清单 中 气体 不得重复
    并且 每条 power_flow 有
      | 字段         | 名称                 | 类型 | 单位      | 可选值                                                            | 不低于 | 证据                             | 仅部分情形适用 |
      | supply       | 供电                 | 文本 |           |                                                                   |        |                                  |                |
      | energy_used  | 电量                 | 数值 | MWh       |                                                                   | 0      |                                  |                |
      | by           | 供电方式             | 选项 |           | grid, direct_link, purchase_agreement, cogeneration, certificates |        |                                  |                |
      | grid_factor  | 电网因子             | 数值 | tCO2e/MWh |                                                                   | 0      |                                  |                |
      | own_factor   | 来源因子             | 数值 | tCO2e/MWh |                                                                   | 0      |                                  |                |
      | contract     | 备有合同或接线图     | 是否 |           |                                                                   |        | purchase-agreement, line-diagram | 是             |
      | hourly       | 逐小时计量吻合       | 是否 |           |                                                                   |        | meter-data                       | 是             |
      | connected    | 电源物理联网         | 是否 |           |                                                                   |        | line-diagram                     | 是             |
      | reading      | 本过程分摊依据量     | 数值 |           |                                                                   | 0      |                                  |                |
      | all_readings | 各过程分摊依据量合计 | 数值 |           |                                                                   | 0.001  |                                  |                |
    并且 power_flow 称为 电力来源
    并且 用电清单 中 供电 不得重复
    并且 本基准案例
      | 事实     | 值          |
      | 热流清单 | 无          |
      | 废气清单 | 无          |
      | 发电量   | 0 MWh       |
      | 发电方式 | otherwise   |
      | 发电因子 | 0 tCO2e/MWh |
    并且 基准案例中 用电清单 为
      | 供电 | 电量     | 供电方式 | 电网因子        | 来源因子    | 备有合同或接线图 | 逐小时计量吻合 | 电源物理联网 | 本过程分摊依据量 | 各过程分摊依据量合计 |
      | E1   | 3400 MWh | grid     | 0.833 tCO2e/MWh | 0 tCO2e/MWh | 否               | 否             | 否           | 1                | 1                    |

  规则: 可计量热
    背景:
      假如 每条 热流记录 的量 该热流因子 (heat_factor), 以 tCO2e/TJ 计
        | 为                  | 情形                        | 依据               |
        | 0 tCO2e/TJ          | 热的来源 为 not_from_fuel   | heat               |
        | 联产热因子          | 热的来源 为 cogeneration    | heat, cogeneration |
        | 热或燃料因子 / 效率 | 热的来源 为 boiler          | heat               |
        | 热或燃料因子 / 90 % | 热的来源 为 standard_boiler | heat               |
        | 热或燃料因子        | 其他                        | heat               |
      并且 每条 热流记录 的量 该热流排放 (heat_emissions), 以 tCO2e 计, 依据 heat
        | 为                  |
        | 净热量 * 该热流因子 |
      并且 量 接收热排放 (heat_in), 以 tCO2e 计, 为 热流清单 的 该热流排放 之和, 依据 heat
        | 其中             |
        | 流向 为 imported |
      并且 量 送出热排放 (heat_out), 以 tCO2e 计, 为 热流清单 的 该热流排放 之和, 依据 heat
        | 其中             |
        | 流向 为 exported |

    场景大纲: 热的排放按其来源
      假如 热流清单 为
        | 热流 | 流向  | 净热量 | 热的来源 | 热或燃料因子 | 效率 |
        | 蒸汽 | <way> | 9 TJ   | <source> | 56 tCO2e/TJ  | 80 % |
      当 按 2026-11-20 评定
      那么 量 接收热排放 为 <in> tCO2e
      并且 量 送出热排放 为 <out> tCO2e

      例子:
        | way      | source          | in  | out |
        | imported | known_factor    | 504 | 0   |
        | exported | known_factor    | 0   | 504 |
        | imported | boiler          | 630 | 0   |
        | imported | standard_boiler | 560 | 0   |
        | imported | cogeneration    | 510 | 0   |
        | imported | not_from_fuel   | 0   | 0   |

  规则: 废气
    背景:
      假如 每条 废气记录 的量 该废气排放 (gas_emissions), 以 tCO2e 计
        | 为                               | 情形             | 依据                  |
        | 废气热量 * 56.1 tCO2e/TJ         | 去向 为 taken_in | waste-gas, gas-factor |
        | 废气热量 * 56.1 tCO2e/TJ * 0.667 | 用途证明 为 是   | waste-gas, gas-factor |
        | 0 tCO2e                          | 其他             | waste-gas             |
      并且 量 接收废气排放 (gas_in), 以 tCO2e 计, 为 废气清单 的 该废气排放 之和, 依据 waste-gas
        | 其中             |
        | 去向 为 taken_in |
      并且 量 送出废气排放 (gas_out), 以 tCO2e 计, 为 废气清单 的 该废气排放 之和, 依据 waste-gas
        | 其中              |
        | 去向 为 passed_on |

    场景大纲: 送出的废气乘 0.667, 且须有用途证明
      假如 废气清单 为
        | 气体 | 去向     | 废气热量 | 用途证明 |
        | 炉气 | <course> | 1000 TJ  | <proven> |
      当 按 2026-11-20 评定
      那么 量 接收废气排放 为 <in> tCO2e
      并且 量 送出废气排放 为 <out> tCO2e

      例子:
        | course    | proven | in    | out     |
        | taken_in  | 否     | 56100 | 0       |
        | passed_on | 是     | 0     | 37418.7 |
        | passed_on | 否     | 0     | 0       |

  规则: 电力
    背景:
      假如 每条 电力来源 的量 计自有因子（1 = 是） (own_counts), 依据 power
        | 为 | 情形                                                                                             |
        | 1  | 供电方式 为 direct_link; 备有合同或接线图 为 是; 逐小时计量吻合 为 是                            |
        | 1  | 供电方式 为 purchase_agreement; 备有合同或接线图 为 是; 逐小时计量吻合 为 是; 电源物理联网 为 是 |
        | 1  | 供电方式 为 cogeneration; 备有合同或接线图 为 是; 逐小时计量吻合 为 是                           |
        | 0  | 其他                                                                                             |
      并且 每条 电力来源 的量 采用的因子 (used_factor), 以 tCO2e/MWh 计
        | 为         | 情形                                                | 依据                |
        | 联产电因子 | 计自有因子（1 = 是） 为 1; 供电方式 为 cogeneration | power, cogeneration |
        | 来源因子   | 计自有因子（1 = 是） 为 1                           | power               |
        | 电网因子   | 其他                                                | power               |
      并且 每条 电力来源 的量 本过程用电份额 (power_here), 依据 attribution
        | 为                                      |
        | 本过程分摊依据量 / 各过程分摊依据量合计 |
      并且 每条 电力来源 的量 本过程电量 (taken_here), 以 MWh 计, 依据 attribution
        | 为                    |
        | 电量 * 本过程用电份额 |
      并且 每条 电力来源 的量 份额超过全部的电力 (odd_power), 以 项 计, 依据 attribution
        | 为   | 情形                  |
        | 1 项 | 本过程用电份额 高于 1 |
        | 0 项 | 其他                  |
      并且 每条 电力来源 的量 该电力排放 (power_emissions), 以 tCO2e 计, 依据 power
        | 为                      |
        | 本过程电量 * 采用的因子 |
      并且 量 用电排放 (power_used), 以 tCO2e 计, 为 用电清单 的 该电力排放 之和, 依据 power
      并且 量 未证明电量 (unproven_power), 以 MWh 计, 为 用电清单 的 本过程电量 之和, 依据 power
        | 其中                                          |
        | 供电方式 不为 grid; 计自有因子（1 = 是） 为 0 |
      并且 量 份额超过全部的电力来源数 (odd_powers), 以 项 计, 为 用电清单 的 份额超过全部的电力 之和, 依据 attribution
      并且 量 发电排放 (power_out), 以 tCO2e 计
        | 为                  | 情形                     | 依据                     |
        | 0 tCO2e             | 发电量 为 0 MWh          | attributed               |
        | 发电量 * 联产电因子 | 发电方式 为 cogeneration | attributed, cogeneration |
        | 发电量 * 发电因子   | 其他                     | attributed               |
      并且 下列不符合项
        | 代码    | 不符合项                         | 情形                  | 程度   | 依据  |
        | M.POWER | 无自有因子证据的电力按电网因子计 | 未证明电量 高于 0 MWh | 观察项 | power |

    场景大纲: 自有因子须有连接或协议, 并逐小时吻合
      假如 用电清单 为
        | 供电 | 电量    | 供电方式 | 电网因子      | 来源因子       | 备有合同或接线图 | 逐小时计量吻合 | 电源物理联网 | 本过程分摊依据量 | 各过程分摊依据量合计 |
        | S    | 100 MWh | <by>     | 0.6 tCO2e/MWh | 0.02 tCO2e/MWh | <contract>       | <hourly>       | <connected>  | 1                | 1                    |
      当 按 2026-11-20 评定
      那么 量 用电排放 为 <amount> tCO2e
      并且 <finding>

      例子:
        | by                 | contract | hourly | connected | amount  | finding            |
        | grid               | 否       | 否     | 否        | 60      | 不开具 M.POWER     |
        | grid               | 是       | 是     | 是        | 60      | 不开具 M.POWER     |
        | certificates       | 是       | 是     | 是        | 60      | 开具观察项 M.POWER |
        | direct_link        | 是       | 是     | 否        | 2       | 不开具 M.POWER     |
        | direct_link        | 否       | 是     | 是        | 60      | 开具观察项 M.POWER |
        | direct_link        | 是       | 否     | 是        | 60      | 开具观察项 M.POWER |
        | cogeneration       | 是       | 是     | 否        | 1224/35 | 不开具 M.POWER     |
        | cogeneration       | 否       | 是     | 否        | 60      | 开具观察项 M.POWER |
        | cogeneration       | 是       | 否     | 否        | 60      | 开具观察项 M.POWER |
        | purchase_agreement | 是       | 是     | 是        | 2       | 不开具 M.POWER     |
        | purchase_agreement | 否       | 是     | 是        | 60      | 开具观察项 M.POWER |
        | purchase_agreement | 是       | 否     | 是        | 60      | 开具观察项 M.POWER |
        | purchase_agreement | 是       | 是     | 否        | 60      | 开具观察项 M.POWER |

    场景: 多种来源按其份额计
      假如 用电清单 为
        | 供电 | 电量    | 供电方式    | 电网因子      | 来源因子       | 备有合同或接线图 | 逐小时计量吻合 | 电源物理联网 | 本过程分摊依据量 | 各过程分摊依据量合计 |
        | grid | 300 MWh | grid        | 0.6 tCO2e/MWh | 0 tCO2e/MWh    | 否               | 否             | 否           | 1                | 1                    |
        | roof | 100 MWh | direct_link | 0.6 tCO2e/MWh | 0.02 tCO2e/MWh | 是               | 是             | 是           | 1                | 1                    |
      当 按 2026-11-20 评定
      那么 量 用电排放 为 182 tCO2e

    场景大纲: 一块电表供多个过程, 按读数分摊
      假如 商品编码 为 25232900
      并且 用电清单 为
        | 供电 | 电量    | 供电方式 | 电网因子      | 来源因子    | 备有合同或接线图 | 逐小时计量吻合 | 电源物理联网 | 本过程分摊依据量 | 各过程分摊依据量合计 |
        | site | 100 MWh | <by>     | 0.6 tCO2e/MWh | 0 tCO2e/MWh | 否               | 否             | 否           | <reading>        | 3                    |
      当 按 2026-11-20 评定
      那么 量 用电排放 为 <amount> tCO2e
      并且 量 未证明电量 为 <unproven> MWh
      并且 门槛 M6 <m6>

      例子:
        | by           | reading | amount | unproven | m6     |
        | grid         | 3       | 60     | 0        | 满足   |
        | grid         | 1       | 20     | 0        | 满足   |
        | certificates | 2       | 40     | 200/3    | 满足   |
        | grid         | 0       | 0      | 0        | 满足   |
        | grid         | 3.003   | 60.06  | 0        | 不满足 |

    场景大纲: 本过程所发的电不作自用
      假如 发电量 为 <made> MWh
      并且 发电方式 为 <by>
      并且 发电因子 为 0.4 tCO2e/MWh
      当 按 2026-11-20 评定
      那么 量 发电排放 为 <amount> tCO2e

      例子:
        | made | by           | amount  |
        | 10   | otherwise    | 4       |
        | 10   | cogeneration | 612/175 |
        | 0    | cogeneration | 0       |
