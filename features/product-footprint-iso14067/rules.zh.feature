# language: zh-CN
功能: 各类流、应单列者与可宣称者

  背景:
    假如 评分卡 product-footprint-iso14067

  规则: 总量
    背景:
      假如 量 计入的无变化土地利用 (land_counted), 以 kgCO2e 计, 依据 flows
        | 为                                          | 情形                           |
        | 无变化土地利用的排放 - 无变化土地利用的移除 | 无变化土地利用已计入总量 为 是 |
        | 0 kgCO2e                                    | 其他                           |
      并且 量 释放量 (released), 以 kgCO2e 计, 依据 flows
        | 为                                                                                                 |
        | 未另行列明的排放 + 航空运输排放 + 生物源排放 + 直接土地利用变化与管理变化的排放 + 化石净排放与移除 |
      并且 量 计算碳足迹 (total), 以 kgCO2e 计, 依据 flows
        | 为                                                                            |
        | 释放量 - 生物源移除 - 直接土地利用变化与管理变化的移除 + 计入的无变化土地利用 |
      并且 量 总量与各部分之差 (gap), 以 kgCO2e 计, 依据 sums
        | 为                                          |
        | max(所载碳足迹 - total, total - 所载碳足迹) |
      并且 量 释放减吸收 (balance), 以 kgCO2e 计, 依据 balance
        | 为                      |
        | 生物源排放 - 生物源移除 |
      并且 量 释放少于吸收（1 = 是） (unbalanced), 依据 balance
        | 为 | 情形                     |
        | 0  | 已说明产品中的储存 为 是 |
        | 1  | 释放减吸收 低于 0 kgCO2e |
        | 0  | 其他                     |
      并且 量 吸收或释放缺一（1 = 是） (one_missing), 依据 balance
        | 为 | 情形                                             |
        | 1  | 生物源排放 为 0 kgCO2e; 生物源移除 高于 0 kgCO2e |
        | 1  | 生物源排放 高于 0 kgCO2e; 生物源移除 为 0 kgCO2e |
        | 0  | 其他                                             |
      并且 量 生物碳不平衡（1 = 是） (biogenic_fault), 依据 balance
        | 为                       | 情形                    |
        | 吸收或释放缺一（1 = 是） | 生物碳的平衡 为 present |
        | 释放少于吸收（1 = 是）   | 其他                    |
      并且 下列门槛
        | 编号       | 门槛                       | 要求                                                        | 适用情形               | 依据              |
        | PF-01      | 单位已载明并量化           | 单位已载明并量化 为 是                                      |                        | unit, entered     |
        | PF-01-KIND | 摇篮到坟墓须用功能单位     | 单位类型 为 功能单位                                        | 系统边界 为 摇篮到坟墓 | unit              |
        | PF-02      | 边界与取舍已载明并说明理由 | 边界与取舍已载明并说明理由 为 是                            |                        | boundary          |
        | PF-03      | 总量为应计部分之和         | 总量与各部分之差 不高于 0.01 kgCO2e; 存在的流均已计入 为 是 |                        | flows, sums       |
        | PF-04      | 吸收与释放都在             | 生物碳不平衡（1 = 是） 不高于 0                             | 系统边界 为 摇篮到坟墓 | biogenic, balance |
        | PF-05      | 产品含碳单列               | 产品含生物碳已单列 为 是                                    | 系统边界 为 摇篮到大门 | biogenic          |
      并且 下列不符合项
        | 代码       | 不符合项                 | 情形                           | 程度   | 依据  |
        | PF-02.MUCH | 取舍超过 5%              | 因取舍未计的排放 高于 5 %      | 观察项 | share |
        | PF-03.LAND | 无变化土地利用宜计入总量 | 无变化土地利用已计入总量 为 否 | 观察项 | flows |
      并且 下列结果
        | 结果      | 名称       | 取自             | 修约    | 依据  |
        | footprint | 计算碳足迹 | total            | 保留2位 | flows |
        | apart     | 与所载之差 | 总量与各部分之差 | 保留2位 | sums  |

    场景大纲: 每类流各有正负
      假如 <other> kgCO2e
      并且 land_in 为 <land_in>
      当 按 2026-12-01 评定
      那么 量 total 为 <total> kgCO2e

      例子:
        | other                   | land_in | total |
        | other 为 5              | 是      | 11.23 |
        | aircraft 为 1.2         | 是      | 11.23 |
        | biogenic 为 2.5         | 是      | 11.23 |
        | change 为 1.3           | 是      | 11.23 |
        | fossil 为 -6            | 是      | -1.77 |
        | biogenic_removed 为 2.8 | 是      | 9.23  |
        | change_removed 为 1.05  | 是      | 9.23  |
        | land_use 为 1.1         | 是      | 11.23 |
        | land_removed 为 1.02    | 是      | 9.23  |
        | land_use 为 1.1         | 否      | 10.15 |
        | land_removed 为 1.02    | 否      | 10.15 |

    场景大纲: 加总
      假如 stated 为 <stated> kgCO2e
      并且 complete 为 <complete>
      当 按 2026-12-01 评定
      那么 门槛 PF-03 <PF-03>

      例子:
        | stated | complete | PF-03  |
        | 10.22  | 是       | 满足   |
        | 10.219 | 是       | 不满足 |
        | 10.24  | 是       | 满足   |
        | 10.241 | 是       | 不满足 |
        | 10.23  | 否       | 不满足 |

    场景大纲: 单位与边界
      假如 <unit_stated>
      当 按 2026-12-01 评定
      那么 门槛 <PF-01>

      例子:
        | unit_stated             | PF-01             |
        | unit_stated 为 否       | PF-01 不满足      |
        | boundary_stated 为 否   | PF-02 不满足      |
        | content_apart 为 否     | PF-05 不满足      |
        | unit_kind 为 functional | PF-01-KIND 不适用 |

    场景大纲: 摇篮到坟墓
      假如 boundary 为 grave
      并且 unit_kind 为 <unit_kind>
      当 按 2026-12-01 评定
      那么 门槛 PF-01-KIND <kind>
      并且 门槛 PF-05 不适用

      例子:
        | unit_kind  | kind   |
        | functional | 满足   |
        | declared   | 不满足 |

    场景大纲: 吸收与释放的两种解读
      假如 设定 biogenic_reading 为 <reading>
      并且 boundary 为 grave
      并且 biogenic 为 <release> kgCO2e
      并且 biogenic_removed 为 <uptake> kgCO2e
      并且 storage 为 <storage>
      当 按 2026-12-01 评定
      那么 门槛 PF-04 <balance>
      并且 量 biogenic_fault 为 <fault>

      例子:
        | reading | release | uptake | storage | balance | fault |
        | balance | 1.5     | 1.5    | 否      | 满足    | 0     |
        | balance | 1.5     | 1.51   | 否      | 不满足  | 1     |
        | balance | 1.5     | 1.51   | 是      | 满足    | 0     |
        | balance | 1.5     | 0      | 否      | 满足    | 0     |
        | present | 1.5     | 1.51   | 否      | 满足    | 0     |
        | present | 1.5     | 0      | 否      | 不满足  | 1     |
        | present | 0.01    | 0      | 否      | 不满足  | 1     |
        | present | 0.01    | 0.01   | 否      | 满足    | 0     |
        | present | 0       | 0.01   | 否      | 不满足  | 1     |
        | present | 0       | 0.01   | 是      | 不满足  | 1     |
        | present | 0       | 0      | 否      | 满足    | 0     |

    场景大纲: 未选解读时
      假如 boundary 为 grave
      并且 biogenic_removed 为 <uptake> kgCO2e
      当 按 2026-12-01 评定
      那么 门槛 PF-04 <balance>

      例子:
        | uptake | balance |
        | 1.5    | 满足    |
        | 1.51   | 待定    |
        | 0      | 待定    |

    场景: 摇篮到大门时吸收可大于释放
      当 按 2026-12-01 评定
      那么 门槛 PF-04 不适用
      并且 门槛 PF-01-KIND 不适用
      并且 门槛 PF-05 满足

    场景大纲: 取舍的部分
      假如 cut_off 为 <cut_off> %
      当 按 2026-12-01 评定
      那么 <PF-02.MUCH> PF-02.MUCH

      例子:
        | cut_off | PF-02.MUCH |
        | 5       | 不开具     |
        | 5.01    | 开具观察项 |

    场景大纲: 无变化土地利用
      假如 land_in 为 <land_in>
      当 按 2026-12-01 评定
      那么 <PF-03.LAND> PF-03.LAND

      例子:
        | land_in | PF-03.LAND |
        | 是      | 不开具     |
        | 否      | 开具观察项 |

  规则: 应单列者
    背景:
      假如 下列门槛
        | 编号         | 门槛                         | 要求                                | 适用情形                                       | 依据        |
        | PF-06        | 航空运输单列                 | 航空运输已单列 为 是                | 航空运输排放 高于 0 kgCO2e                     | aircraft    |
        | PF-06-UPLIFT | 倍率已载明                   | 倍率已载明 为 是                    | 航空加了倍率 为 是                             | aircraft    |
        | PF-07        | 土地利用变化分摊 20 年以上   | 土地利用变化的分摊年数 不低于 20 年 | 直接土地利用变化与管理变化的排放 高于 0 kgCO2e | change      |
        | PF-08        | 间接土地利用变化单列         | 间接土地利用变化计入总量 为 否      |                                                | change      |
        | PF-09        | 碳信用不计入                 | 碳信用计入总量 为 否                |                                                | offsets     |
        | PF-10        | 电力合同已证明且只计一次     | 合同已证明且只计一次 为 是          | 电力按合同计 为 是                             | electricity |
        | PF-12        | 先给出不含延迟排放效应的结果 | 先给出不含延迟排放效应的结果 为 是  | 已说明产品中的储存 为 是                       | storage     |
      并且 下列不符合项
        | 代码  | 不符合项                    | 情形                            | 程度   | 依据       |
        | PF-11 | 未采用最新评估的 100 年潜势 | 采用最新评估的 100 年潜势 为 否 | 观察项 | potentials |

    场景大纲: 逐项
      假如 <aircraft_apart>
      并且 <aircraft>
      当 按 2026-12-01 评定
      那么 门槛 <PF-06>

      例子:
        | aircraft_apart        | aircraft                | PF-06               |
        | aircraft_apart 为 是  | aircraft 为 0.2 kgCO2e  | PF-06 满足          |
        | aircraft_apart 为 否  | aircraft 为 0.01 kgCO2e | PF-06 不满足        |
        | aircraft_apart 为 否  | aircraft 为 0 kgCO2e    | PF-06 不适用        |
        | uplift 为 否          | uplift_stated 为 否     | PF-06-UPLIFT 不适用 |
        | uplift 为 是          | uplift_stated 为 否     | PF-06-UPLIFT 不满足 |
        | uplift 为 是          | uplift_stated 为 是     | PF-06-UPLIFT 满足   |
        | change_years 为 20 年 | change 为 0.01 kgCO2e   | PF-07 满足          |
        | change_years 为 19 年 | change 为 0.01 kgCO2e   | PF-07 不满足        |
        | change_years 为 0 年  | change 为 0 kgCO2e      | PF-07 不适用        |
        | indirect_in 为 否     | storage 为 否           | PF-08 满足          |
        | indirect_in 为 是     | storage 为 否           | PF-08 不满足        |
        | offsets_in 为 否      | storage 为 否           | PF-09 满足          |
        | offsets_in 为 是      | storage 为 否           | PF-09 不满足        |
        | contract 为 是        | contract_shown 为 是    | PF-10 满足          |
        | contract 为 是        | contract_shown 为 否    | PF-10 不满足        |
        | contract 为 否        | contract_shown 为 否    | PF-10 不适用        |
        | storage 为 是         | without_delay 为 是     | PF-12 满足          |
        | storage 为 是         | without_delay 为 否     | PF-12 不满足        |
        | storage 为 否         | without_delay 为 否     | PF-12 不适用        |

    场景大纲: 潜势
      假如 hundred 为 <hundred>
      当 按 2026-12-01 评定
      那么 <PF-11> PF-11

      例子:
        | hundred | PF-11      |
        | 是      | 不开具     |
        | 否      | 开具观察项 |

  规则: 可宣称者
    背景:
      假如 下列门槛
        | 编号  | 门槛                   | 要求                                                                                                          | 适用情形             | 依据     |
        | PF-13 | 比较须经评审并说明数据 | 有鉴定性评审 为 是; 已说明敏感性、数据时间与地域 为 是                                                        | 与其他产品比较 为 是 | compared |
        | PF-14 | 负碳表述有依据         | 系统边界 为 摇篮到坟墓; total 低于 0 kgCO2e; 碳信用计入总量 为 否; 储存年数 不低于 100 年; 经第三方核证 为 是 | 称为负碳 为 是       | negative |

    场景大纲: 比较
      假如 compared 为 <compared>
      并且 reviewed 为 <reviewed>
      并且 data_told 为 <data_told>
      当 按 2026-12-01 评定
      那么 门槛 PF-13 <PF-13>

      例子:
        | compared | reviewed | data_told | PF-13  |
        | 否       | 否       | 否        | 不适用 |
        | 是       | 是       | 是        | 满足   |
        | 是       | 否       | 是        | 不满足 |
        | 是       | 是       | 否        | 不满足 |

    场景大纲: 负碳一词
      假如 says_negative 为 <says_negative>
      并且 boundary 为 <boundary>
      并且 fossil 为 <fossil> kgCO2e
      并且 offsets_in 为 <offsets_in>
      并且 stored_years 为 <stored_years> 年
      并且 third_party 为 <third_party>
      当 按 2026-12-01 评定
      那么 门槛 PF-14 <PF-14>

      例子:
        | says_negative | boundary | fossil | offsets_in | stored_years | third_party | PF-14  |
        | 否            | gate     | 6      | 是         | 0            | 否          | 不适用 |
        | 是            | grave    | -4.24  | 否         | 100          | 是          | 满足   |
        | 是            | gate     | -4.24  | 否         | 100          | 是          | 不满足 |
        | 是            | grave    | -4.23  | 否         | 100          | 是          | 不满足 |
        | 是            | grave    | -4.24  | 是         | 100          | 是          | 不满足 |
        | 是            | grave    | -4.24  | 否         | 99           | 是          | 不满足 |
        | 是            | grave    | -4.24  | 否         | 100          | 否          | 不满足 |
