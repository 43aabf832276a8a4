# language: zh-CN
功能: 基本要求
  门槛不计分, 也不能以得分弥补: 有一项不过即无星级。领域名称有转引来源; 内容为自行解读, 部分与浙江导则一致。
  G4 看全厂能源审计, 指标 C3 看主导产品及其自身标准。

  背景:
    假如 评分卡 zero-carbon-factory
    并且 下列事实
      | 事实                          | 名称               | 类型 | 单位 | 可选值                                             | 不低于 | 证据                                | 保证等级 |
      | legally_established           | 依法设立           | 是否 |      |                                                    |        | business-licence                    |          |
      | boundary_stated               | 边界清晰           | 是否 |      |                                                    |        | site-plan, boundary-statement       |          |
      | normal_operation              | 正常生产           | 是否 |      |                                                    |        | operation-record                    |          |
      | accidents                     | 近三年事故次数     | 数值 | 次   |                                                    | 0      | regulator-record                    |          |
      | penalties                     | 近三年处罚失信次数 | 数值 | 次   |                                                    | 0      | regulator-record, credit-report     |          |
      | eliminated_processes          | 淘汰工艺数         | 数值 | 项   |                                                    | 0      | equipment-ledger                    |          |
      | eliminated_equipment          | 淘汰设备数         | 数值 | 项   |                                                    | 0      | equipment-ledger                    |          |
      | eliminated_products           | 淘汰产品数         | 数值 | 项   |                                                    | 0      | product-list                        |          |
      | energy_intensity_level        | 能耗强度水平       | 选项 |      | benchmark, advanced, below_advanced, no_norm       |        | energy-audit                        |          |
      | benchmark_list_covers         | 列入标杆目录       | 是否 |      |                                                    |        | energy-audit, product-list          |          |
      | management_commitment         | 最高管理者承诺     | 多选 |      | policy, resources, offset_strategy, responsibility |        | management-minutes, policy          |          |
      | management_systems            | 管理体系           | 多选 |      | quality, environment, occupational_health, energy  |        | certificate                         |          |
      | inventory_verified            | 清册经核查         | 是否 |      |                                                    |        | verification-statement              | 有限保证 |
      | inventory_categories_complete | 清册类别齐全       | 是否 |      |                                                    |        | verification-statement              | 有限保证 |
      | data_truthful                 | 数据真实           | 是否 |      |                                                    |        | site-record, registry-extract       |          |
      | conflicting_claims            | 重复声明数         | 数值 | 项   |                                                    | 0      | registry-extract, green-certificate |          |
    并且 能耗强度水平 的可选值
      | 值             | 名称       |
      | benchmark      | 标杆水平   |
      | advanced       | 先进值     |
      | below_advanced | 未达先进值 |
      | no_norm        | 无标准     |
    并且 最高管理者承诺 的可选值
      | 值              | 名称     |
      | policy          | 方针     |
      | resources       | 资源保障 |
      | offset_strategy | 抵消策略 |
      | responsibility  | 责任承担 |
    并且 管理体系 的可选值
      | 值                  | 名称         |
      | quality             | 质量         |
      | environment         | 环境         |
      | occupational_health | 职业健康安全 |
      | energy              | 能源         |

  规则: 设立、记录与目录
    背景:
      假如 下列门槛
        | 编号 | 门槛                         | 要求                                                       | 依据                                 |
        | G1   | 依法设立、边界清晰、正常生产 | 依法设立 为 是; 边界清晰 为 是; 正常生产 为 是             | field-names, gate-contents           |
        | G2   | 近三年记录良好               | 近三年事故次数 为 0 次; 近三年处罚失信次数 为 0 次         | field-names, zhejiang, gate-contents |
        | G3   | 无淘汰类工艺设备产品         | 淘汰工艺数 为 0 项; 淘汰设备数 为 0 项; 淘汰产品数 为 0 项 | field-names, gate-contents           |

    场景大纲: 依法设立、边界清晰、正常生产
      假如 依法设立 为 <设立>
      并且 边界清晰 为 <边界>
      并且 正常生产 为 <生产>
      当 按 2025-06-30 评定
      那么 门槛 G1 <结论>

      例子:
        | 设立 | 边界 | 生产 | 结论   |
        | 是   | 是   | 是   | 满足   |
        | 否   | 是   | 是   | 不满足 |
        | 是   | 否   | 是   | 不满足 |
        | 是   | 是   | 否   | 不满足 |

    场景大纲: 一次事故或一次处罚即不过门槛
      假如 近三年事故次数 为 <事故> 次
      并且 近三年处罚失信次数 为 <处罚> 次
      当 按 2025-06-30 评定
      那么 门槛 G2 <结论>

      例子:
        | 事故 | 处罚 | 结论   |
        | 0    | 0    | 满足   |
        | 1    | 0    | 不满足 |
        | 0    | 1    | 不满足 |

    场景大纲: 有一项列入目录即不过门槛
      假如 淘汰工艺数 为 <工艺> 项
      并且 淘汰设备数 为 <设备> 项
      并且 淘汰产品数 为 <产品> 项
      当 按 2025-06-30 评定
      那么 门槛 G3 <结论>

      例子:
        | 工艺 | 设备 | 产品 | 结论   |
        | 0    | 0    | 0    | 满足   |
        | 1    | 0    | 0    | 不满足 |
        | 0    | 1    | 0    | 不满足 |
        | 0    | 0    | 1    | 不满足 |

    场景: 门槛未过即为结论
      假如 近三年处罚失信次数 为 1 次
      当 按 2025-06-30 评定
      那么 结论为 门槛未过
      并且 等级为 无

    场景: 没有监管记录则门槛待定
      假如 缺少 近三年处罚失信次数 的证据
      当 按 2025-06-30 评定
      那么 门槛 G2 因 近三年处罚失信次数 待定
      并且 结论为 不完整

  规则: 能耗强度
    背景:
      假如 下列门槛
        | 编号 | 门槛                           | 要求                               | 适用情形                 | 依据                    |
        | G4   | 能耗强度达到先进值             | 能耗强度水平 属于 标杆水平, 先进值 | 能耗强度水平 不为 无标准 | zhejiang, gate-contents |
        | G4-B | 列入 2023 年目录者达到标杆水平 | 能耗强度水平 为 标杆水平           | 列入标杆目录 为 是       | zhejiang, gate-contents |

    场景大纲: 有标准者须达标杆水平或先进值
      假如 能耗强度水平 为 <水平>
      并且 列入标杆目录 为 <目录>
      当 按 2025-06-30 评定
      那么 门槛 G4 <先进>
      并且 门槛 G4-B <标杆>

      例子:
        | 水平       | 目录 | 先进   | 标杆   |
        | 标杆水平   | 是   | 满足   | 满足   |
        | 标杆水平   | 否   | 满足   | 不适用 |
        | 先进值     | 否   | 满足   | 不适用 |
        | 先进值     | 是   | 满足   | 不满足 |
        | 未达先进值 | 否   | 不满足 | 不适用 |
        | 无标准     | 否   | 不适用 | 不适用 |
        | 无标准     | 是   | 不适用 | 不满足 |

  规则: 管理
    背景:
      假如 下列门槛
        | 编号 | 门槛           | 要求                                                                                                                               | 依据                       |
        | G5   | 最高管理者承诺 | 最高管理者承诺 包含任一 方针; 最高管理者承诺 包含任一 资源保障; 最高管理者承诺 包含任一 抵消策略; 最高管理者承诺 包含任一 责任承担 | zhejiang, gate-contents    |
        | G6   | 管理体系       | 管理体系 包含任一 质量; 管理体系 包含任一 环境; 管理体系 包含任一 职业健康安全; 管理体系 包含任一 能源                             | field-names, gate-contents |

    场景大纲: 承诺的每一部分均有文件
      假如 最高管理者承诺 为 <文件>
      当 按 2025-06-30 评定
      那么 门槛 G5 <结论>

      例子:
        | 文件                               | 结论   |
        | 方针, 资源保障, 抵消策略, 责任承担 | 满足   |
        | 资源保障, 抵消策略, 责任承担       | 不满足 |
        | 方针, 抵消策略, 责任承担           | 不满足 |
        | 方针, 资源保障, 责任承担           | 不满足 |
        | 方针, 资源保障, 抵消策略           | 不满足 |

    场景大纲: 四个管理体系均获认证
      假如 管理体系 为 <认证>
      当 按 2025-06-30 评定
      那么 门槛 G6 <结论>

      例子:
        | 认证                           | 结论   |
        | 质量, 环境, 职业健康安全, 能源 | 满足   |
        | 环境, 职业健康安全, 能源       | 不满足 |
        | 质量, 职业健康安全, 能源       | 不满足 |
        | 质量, 环境, 能源               | 不满足 |
        | 质量, 环境, 职业健康安全       | 不满足 |

  规则: 清册与真实性
    背景:
      假如 下列门槛
        | 编号 | 门槛                 | 要求                                 | 依据                       |
        | G7   | 核算年度清册经核查   | 清册经核查 为 是; 清册类别齐全 为 是 | field-names, gate-contents |
        | G8   | 数据真实且无重复声明 | 数据真实 为 是; 重复声明数 为 0 项   | field-names, gate-contents |

    场景大纲: 经核查且类别齐全
      假如 清册经核查 为 <核查>
      并且 清册类别齐全 为 <齐全>
      当 按 2025-06-30 评定
      那么 门槛 G7 <结论>

      例子:
        | 核查 | 齐全 | 结论   |
        | 是   | 是   | 满足   |
        | 否   | 是   | 不满足 |
        | 是   | 否   | 不满足 |

    场景大纲: 真实且只声明一次
      假如 数据真实 为 <真实>
      并且 重复声明数 为 <重复> 项
      当 按 2025-06-30 评定
      那么 门槛 G8 <结论>

      例子:
        | 真实 | 重复 | 结论   |
        | 是   | 0    | 满足   |
        | 否   | 0    | 不满足 |
        | 是   | 1    | 不满足 |

    场景: 没有核查声明则门槛待定
      假如 缺少 清册经核查 的证据
      当 按 2025-06-30 评定
      那么 门槛 G7 因 清册经核查 待定
      并且 结论为 不完整
