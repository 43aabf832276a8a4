# language: zh-CN
功能: 第二阶段增加的指标
  其后五个指标: 有碳中和意识的企业所作的双碳披露。与前五个合计最高 52 分。

  背景:
    假如 评分卡 csr-three-stage
    并且 下列事实
      | 事实                              | 名称               | 类型 | 单位 | 不低于 | 不高于 | 整倍数 | 证据          |
      | goals_disclosed                   | 双碳目标披露量     | 数值 | %    | 0      | 100    | 5      | public-report |
      | goals_content                     | 双碳目标内容       | 数值 | %    | 0      | 100    | 5      | public-report |
      | goals_trend                       | 双碳目标趋势       | 数值 | %    | 0      | 100    | 5      | public-report |
      | goals_comparison                  | 双碳目标对比       | 数值 | %    | 0      | 100    | 5      | public-report |
      | goals_integration                 | 双碳目标整合       | 数值 | %    | 0      | 100    | 5      | public-report |
      | low_carbon_management_disclosed   | 低碳管理披露量     | 数值 | %    | 0      | 100    | 5      | public-report |
      | low_carbon_management_content     | 低碳管理内容       | 数值 | %    | 0      | 100    | 5      | public-report |
      | low_carbon_management_trend       | 低碳管理趋势       | 数值 | %    | 0      | 100    | 5      | public-report |
      | low_carbon_management_comparison  | 低碳管理对比       | 数值 | %    | 0      | 100    | 5      | public-report |
      | low_carbon_management_integration | 低碳管理整合       | 数值 | %    | 0      | 100    | 5      | public-report |
      | technology_disclosed              | 绿色技术披露量     | 数值 | %    | 0      | 100    | 5      | public-report |
      | technology_content                | 绿色技术内容       | 数值 | %    | 0      | 100    | 5      | public-report |
      | technology_trend                  | 绿色技术趋势       | 数值 | %    | 0      | 100    | 5      | public-report |
      | technology_comparison             | 绿色技术对比       | 数值 | %    | 0      | 100    | 5      | public-report |
      | technology_integration            | 绿色技术整合       | 数值 | %    | 0      | 100    | 5      | public-report |
      | synergy_disclosed                 | 减污降碳协同披露量 | 数值 | %    | 0      | 100    | 5      | public-report |
      | synergy_content                   | 减污降碳协同内容   | 数值 | %    | 0      | 100    | 5      | public-report |
      | synergy_trend                     | 减污降碳协同趋势   | 数值 | %    | 0      | 100    | 5      | public-report |
      | synergy_comparison                | 减污降碳协同对比   | 数值 | %    | 0      | 100    | 5      | public-report |
      | synergy_integration               | 减污降碳协同整合   | 数值 | %    | 0      | 100    | 5      | public-report |
      | influence_disclosed               | 意识与影响披露量   | 数值 | %    | 0      | 100    | 5      | public-report |
      | influence_content                 | 意识与影响内容     | 数值 | %    | 0      | 100    | 5      | public-report |
      | influence_trend                   | 意识与影响趋势     | 数值 | %    | 0      | 100    | 5      | public-report |
      | influence_comparison              | 意识与影响对比     | 数值 | %    | 0      | 100    | 5      | public-report |
      | influence_integration             | 意识与影响整合     | 数值 | %    | 0      | 100    | 5      | public-report |

  规则: 低碳, 36 分
    背景:
      假如 下列指标, 满分合计 36 分
        | 编号 | 指标                           | 分组 | 满分   | 依据                                       |
        | C6   | 双碳目标与内部政策             | L    | 348/31 | tree, weights-method, weights              |
        | C7   | 企业低碳管理与风险管控情况     | L    | 300/31 | names-given, tree, weights-method, weights |
        | C8   | 绿色技术研发                   | L    | 252/31 | tree, weights-method, weights              |
        | C9   | 企业减污降碳的协同情况         | L    | 180/31 | names-given, tree, weights-method, weights |
        | C10  | 员工意识及对产业链与公众的影响 | L    | 36/31  | tree, weights-method, weights              |
      并且 指标 C6 按成熟度计分
        | 方面   | 事实           |
        | 披露量 | 双碳目标披露量 |
        | 内容   | 双碳目标内容   |
        | 趋势   | 双碳目标趋势   |
        | 对比   | 双碳目标对比   |
        | 整合   | 双碳目标整合   |
      并且 指标 C7 按成熟度计分
        | 方面   | 事实           |
        | 披露量 | 低碳管理披露量 |
        | 内容   | 低碳管理内容   |
        | 趋势   | 低碳管理趋势   |
        | 对比   | 低碳管理对比   |
        | 整合   | 低碳管理整合   |
      并且 指标 C8 按成熟度计分
        | 方面   | 事实           |
        | 披露量 | 绿色技术披露量 |
        | 内容   | 绿色技术内容   |
        | 趋势   | 绿色技术趋势   |
        | 对比   | 绿色技术对比   |
        | 整合   | 绿色技术整合   |
      并且 指标 C9 按成熟度计分
        | 方面   | 事实               |
        | 披露量 | 减污降碳协同披露量 |
        | 内容   | 减污降碳协同内容   |
        | 趋势   | 减污降碳协同趋势   |
        | 对比   | 减污降碳协同对比   |
        | 整合   | 减污降碳协同整合   |
      并且 指标 C10 按成熟度计分
        | 方面   | 事实             |
        | 披露量 | 意识与影响披露量 |
        | 内容   | 意识与影响内容   |
        | 趋势   | 意识与影响趋势   |
        | 对比   | 意识与影响对比   |
        | 整合   | 意识与影响整合   |

    场景: 双碳目标与内部政策 满分
      假如 双碳目标披露量 为 100 %
      并且 双碳目标内容 为 100 %
      并且 双碳目标趋势 为 100 %
      并且 双碳目标对比 为 100 %
      并且 双碳目标整合 为 100 %
      当 按 2026-06-30 评定
      那么 指标 C6 得 348/31 分

    场景: 企业低碳管理与风险管控情况 满分
      假如 低碳管理披露量 为 100 %
      并且 低碳管理内容 为 100 %
      并且 低碳管理趋势 为 100 %
      并且 低碳管理对比 为 100 %
      并且 低碳管理整合 为 100 %
      当 按 2026-06-30 评定
      那么 指标 C7 得 300/31 分

    场景: 绿色技术研发 满分
      假如 绿色技术披露量 为 100 %
      并且 绿色技术内容 为 100 %
      并且 绿色技术趋势 为 100 %
      并且 绿色技术对比 为 100 %
      并且 绿色技术整合 为 100 %
      当 按 2026-06-30 评定
      那么 指标 C8 得 252/31 分

    场景: 企业减污降碳的协同情况 满分
      假如 减污降碳协同披露量 为 100 %
      并且 减污降碳协同内容 为 100 %
      并且 减污降碳协同趋势 为 100 %
      并且 减污降碳协同对比 为 100 %
      并且 减污降碳协同整合 为 100 %
      当 按 2026-06-30 评定
      那么 指标 C9 得 180/31 分

    场景: 员工意识及对产业链与公众的影响 满分
      假如 意识与影响披露量 为 100 %
      并且 意识与影响内容 为 100 %
      并且 意识与影响趋势 为 100 %
      并且 意识与影响对比 为 100 %
      并且 意识与影响整合 为 100 %
      当 按 2026-06-30 评定
      那么 指标 C10 得 36/31 分
