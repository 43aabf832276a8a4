# language: zh-CN
功能: 企业所处阶段
  意识与披露决定对企业适用哪些指标。不同阶段的企业不作比较。

  背景:
    假如 评分卡 csr-three-stage
    并且 下列事实
      | 事实                     | 名称         | 类型 | 证据          |
      | environmental_awareness  | 环境保护意识 | 是否 | public-report |
      | environmental_disclosure | 环境信息披露 | 是否 | public-report |
      | carbon_awareness         | 碳中和意识   | 是否 | public-report |
    并且 下列事实
      | 事实              | 名称         | 类型 | 可选值                        | 证据          |
      | carbon_disclosure | 双碳信息披露 | 选项 | none, qualitative, quantified | public-report |
    并且 双碳信息披露 的可选值
      | 值          | 名称   |
      | none        | 无     |
      | qualitative | 定性   |
      | quantified  | 已量化 |
    并且 下列事实
      | 事实               | 名称         | 类型 | 单位  | 不低于 | 证据          | 可不适用 |
      | reported_emissions | 披露的排放量 | 数值 | tCO2e | 0      | public-report | 是       |
    并且 下列事实
      | 事实        | 名称     | 类型 | 证据          |
      | report_year | 报告年度 | 期间 | public-report |
    并且 下列事实
      | 事实       | 名称 | 类型 | 可选值                                                                                                                                               |
      | industry   | 行业 | 选项 | power, petrochemicals, steel, building_materials, nonferrous_metals, information_technology, construction, transport, finance, consumer_goods, other |
      | size_class | 规模 | 选项 | small_or_medium, large_unlisted, listed                                                                                                              |
    并且 行业 的可选值
      | 值                     | 名称     |
      | power                  | 电力     |
      | petrochemicals         | 石油化工 |
      | steel                  | 钢铁     |
      | building_materials     | 建材     |
      | nonferrous_metals      | 有色金属 |
      | information_technology | 信息技术 |
      | construction           | 建筑     |
      | transport              | 交通运输 |
      | finance                | 金融     |
      | consumer_goods         | 消费品   |
      | other                  | 其他行业 |
    并且 规模 的可选值
      | 值              | 名称           |
      | small_or_medium | 中小微企业     |
      | large_unlisted  | 非上市大型企业 |
      | listed          | 上市企业       |
    并且 按 行业, 规模, 阶段 分赛道排名, 依据 tracks

  规则: 意识与披露决定阶段
    背景:
      假如 下列阶段, 取首个成立者
        | 阶段 | 名称     | 情形                                                       | 计入    | 最高分 | 依据           |
        | s3   | 第三阶段 | 碳中和意识 为 是; 双碳信息披露 为 已量化                   | E, L, Q | 100    | stages-printed |
        | s3   |          | 双碳信息披露 为 已量化                                     |         |        | stages-default |
        | s2   | 第二阶段 | 碳中和意识 为 是; 双碳信息披露 为 定性                     | E, L    | 52     | stages-printed |
        | s1   | 第一阶段 | 环境保护意识 为 是; 环境信息披露 为 是; 碳中和意识 为 否   | E       | 16     | stages-printed |
        | s1   |          | 环境保护意识 为 是; 环境信息披露 为 是                     |         |        | stages-default |
        | s0   | 未履行   | 环境保护意识 为 否; 环境信息披露 为 否; 双碳信息披露 为 无 | 无      | 0      | stages-printed |
        | s0   |          |                                                            |         |        | stages-default |

    场景大纲: 四句判定及其空隙
      假如 环境保护意识 为 <环境意识>
      并且 环境信息披露 为 <环境披露>
      并且 碳中和意识 为 <碳意识>
      并且 双碳信息披露 为 <碳披露>
      并且 披露的排放量 不适用
      当 按 2026-06-30 评定
      那么 阶段为 <阶段>

      例子:
        | 环境意识 | 环境披露 | 碳意识 | 碳披露 | 阶段     |
        | 否       | 否       | 否     | 无     | 未履行   |
        | 是       | 是       | 否     | 无     | 第一阶段 |
        | 是       | 是       | 是     | 定性   | 第二阶段 |
        | 是       | 是       | 是     | 已量化 | 第三阶段 |
        | 是       | 否       | 否     | 无     | 未履行   |
        | 是       | 是       | 是     | 无     | 第一阶段 |
        | 否       | 否       | 是     | 已量化 | 第三阶段 |
        | 是       | 是       | 否     | 已量化 | 第三阶段 |
        | 否       | 否       | 否     | 已量化 | 第三阶段 |
        | 否       | 否       | 是     | 定性   | 第二阶段 |
        | 是       | 是       | 否     | 定性   | 第一阶段 |
        | 否       | 是       | 否     | 无     | 未履行   |
        | 是       | 否       | 是     | 无     | 未履行   |
        | 否       | 否       | 否     | 定性   | 未履行   |
        | 否       | 是       | 是     | 无     | 未履行   |
        | 否       | 是       | 否     | 定性   | 未履行   |
        | 是       | 否       | 否     | 定性   | 未履行   |

    场景: 是否有碳中和意识未知
      假如 碳中和意识 缺失
      并且 双碳信息披露 为 定性
      并且 披露的排放量 不适用
      当 按 2026-06-30 评定
      那么 可能的阶段为 第一阶段, 第二阶段

    场景: 双碳信息如何披露未知
      假如 双碳信息披露 缺失
      并且 披露的排放量 不适用
      当 按 2026-06-30 评定
      那么 可能的阶段为 第一阶段, 第二阶段, 第三阶段

    场景: 已披露数值则阶段已定
      假如 环境保护意识 缺失
      并且 环境信息披露 缺失
      并且 碳中和意识 缺失
      当 按 2026-06-30 评定
      那么 阶段为 第三阶段

  规则: 披露数值即为已量化
    背景:
      假如 下列门槛
        | 编号 | 门槛           | 要求                   | 适用情形                  | 依据        |
        | G1   | 披露与数值一致 | 双碳信息披露 为 已量化 | 披露的排放量 高于 0 tCO2e | consistency |

    场景: 载有数值而披露被评为定性
      假如 双碳信息披露 为 定性
      当 按 2026-06-30 评定
      那么 门槛 G1 不满足
      并且 结论为 门槛未过

    场景: 未载数值
      假如 双碳信息披露 为 定性
      并且 披露的排放量 不适用
      当 按 2026-06-30 评定
      那么 门槛 G1 不适用
      并且 阶段为 第二阶段

    场景: 尚未查找数值
      假如 双碳信息披露 为 定性
      并且 披露的排放量 缺失
      当 按 2026-06-30 评定
      那么 门槛 G1 待定
      并且 结论为 不完整

    场景: 数值与量化披露一致
      当 按 2026-06-30 评定
      那么 门槛 G1 满足
