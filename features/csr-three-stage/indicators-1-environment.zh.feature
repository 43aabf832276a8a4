# language: zh-CN
功能: 第一阶段的指标
  前五个指标: 有环境保护意识的企业所披露的内容。最高 16 分。

  背景:
    假如 评分卡 csr-three-stage
    并且 下列事实
      | 事实                                 | 名称                 | 类型 | 单位 | 不低于 | 不高于 | 整倍数 | 证据          |
      | environmental_management_disclosed   | 环境信息披露量       | 数值 | %    | 0      | 100    | 5      | public-report |
      | environmental_management_content     | 环境信息内容         | 数值 | %    | 0      | 100    | 5      | public-report |
      | environmental_management_trend       | 环境信息趋势         | 数值 | %    | 0      | 100    | 5      | public-report |
      | environmental_management_comparison  | 环境信息对比         | 数值 | %    | 0      | 100    | 5      | public-report |
      | environmental_management_integration | 环境信息整合         | 数值 | %    | 0      | 100    | 5      | public-report |
      | energy_use_disclosed                 | 能源使用披露量       | 数值 | %    | 0      | 100    | 5      | public-report |
      | energy_use_content                   | 能源使用内容         | 数值 | %    | 0      | 100    | 5      | public-report |
      | energy_use_trend                     | 能源使用趋势         | 数值 | %    | 0      | 100    | 5      | public-report |
      | energy_use_comparison                | 能源使用对比         | 数值 | %    | 0      | 100    | 5      | public-report |
      | energy_use_integration               | 能源使用整合         | 数值 | %    | 0      | 100    | 5      | public-report |
      | natural_resources_disclosed          | 自然资源披露量       | 数值 | %    | 0      | 100    | 5      | public-report |
      | natural_resources_content            | 自然资源内容         | 数值 | %    | 0      | 100    | 5      | public-report |
      | natural_resources_trend              | 自然资源趋势         | 数值 | %    | 0      | 100    | 5      | public-report |
      | natural_resources_comparison         | 自然资源对比         | 数值 | %    | 0      | 100    | 5      | public-report |
      | natural_resources_integration        | 自然资源整合         | 数值 | %    | 0      | 100    | 5      | public-report |
      | pollutants_disclosed                 | 污染物与废弃物披露量 | 数值 | %    | 0      | 100    | 5      | public-report |
      | pollutants_content                   | 污染物与废弃物内容   | 数值 | %    | 0      | 100    | 5      | public-report |
      | pollutants_trend                     | 污染物与废弃物趋势   | 数值 | %    | 0      | 100    | 5      | public-report |
      | pollutants_comparison                | 污染物与废弃物对比   | 数值 | %    | 0      | 100    | 5      | public-report |
      | pollutants_integration               | 污染物与废弃物整合   | 数值 | %    | 0      | 100    | 5      | public-report |
      | procurement_disclosed                | 绿色采购披露量       | 数值 | %    | 0      | 100    | 5      | public-report |
      | procurement_content                  | 绿色采购内容         | 数值 | %    | 0      | 100    | 5      | public-report |
      | procurement_trend                    | 绿色采购趋势         | 数值 | %    | 0      | 100    | 5      | public-report |
      | procurement_comparison               | 绿色采购对比         | 数值 | %    | 0      | 100    | 5      | public-report |
      | procurement_integration              | 绿色采购整合         | 数值 | %    | 0      | 100    | 5      | public-report |

  规则: 环境, 16 分
    背景:
      假如 下列指标, 满分合计 16 分
        | 编号 | 指标                   | 分组 | 满分   | 依据                                       |
        | C1   | 企业环境信息           | E    | 176/41 | names-given, tree, weights-method, weights |
        | C2   | 能源使用情况           | E    | 272/41 | names-given, tree, weights-method, weights |
        | C3   | 导致排放的自然资源使用 | E    | 112/41 | tree, weights-method, weights              |
        | C4   | 污染物与废弃物处理     | E    | 80/41  | tree, weights-method, weights              |
        | C5   | 绿色采购体系           | E    | 16/41  | tree, weights-method, weights              |
      并且 指标 C1 按成熟度计分
        | 方面   | 事实           |
        | 披露量 | 环境信息披露量 |
        | 内容   | 环境信息内容   |
        | 趋势   | 环境信息趋势   |
        | 对比   | 环境信息对比   |
        | 整合   | 环境信息整合   |
      并且 指标 C2 按成熟度计分
        | 方面   | 事实           |
        | 披露量 | 能源使用披露量 |
        | 内容   | 能源使用内容   |
        | 趋势   | 能源使用趋势   |
        | 对比   | 能源使用对比   |
        | 整合   | 能源使用整合   |
      并且 指标 C3 按成熟度计分
        | 方面   | 事实           |
        | 披露量 | 自然资源披露量 |
        | 内容   | 自然资源内容   |
        | 趋势   | 自然资源趋势   |
        | 对比   | 自然资源对比   |
        | 整合   | 自然资源整合   |
      并且 指标 C4 按成熟度计分
        | 方面   | 事实                 |
        | 披露量 | 污染物与废弃物披露量 |
        | 内容   | 污染物与废弃物内容   |
        | 趋势   | 污染物与废弃物趋势   |
        | 对比   | 污染物与废弃物对比   |
        | 整合   | 污染物与废弃物整合   |
      并且 指标 C5 按成熟度计分
        | 方面   | 事实           |
        | 披露量 | 绿色采购披露量 |
        | 内容   | 绿色采购内容   |
        | 趋势   | 绿色采购趋势   |
        | 对比   | 绿色采购对比   |
        | 整合   | 绿色采购整合   |

    场景: 企业环境信息 满分
      假如 环境信息披露量 为 100 %
      并且 环境信息内容 为 100 %
      并且 环境信息趋势 为 100 %
      并且 环境信息对比 为 100 %
      并且 环境信息整合 为 100 %
      当 按 2026-06-30 评定
      那么 指标 C1 得 176/41 分

    场景: 能源使用情况 满分
      假如 能源使用披露量 为 100 %
      并且 能源使用内容 为 100 %
      并且 能源使用趋势 为 100 %
      并且 能源使用对比 为 100 %
      并且 能源使用整合 为 100 %
      当 按 2026-06-30 评定
      那么 指标 C2 得 272/41 分

    场景: 导致排放的自然资源使用 满分
      假如 自然资源披露量 为 100 %
      并且 自然资源内容 为 100 %
      并且 自然资源趋势 为 100 %
      并且 自然资源对比 为 100 %
      并且 自然资源整合 为 100 %
      当 按 2026-06-30 评定
      那么 指标 C3 得 112/41 分

    场景: 污染物与废弃物处理 满分
      假如 污染物与废弃物披露量 为 100 %
      并且 污染物与废弃物内容 为 100 %
      并且 污染物与废弃物趋势 为 100 %
      并且 污染物与废弃物对比 为 100 %
      并且 污染物与废弃物整合 为 100 %
      当 按 2026-06-30 评定
      那么 指标 C4 得 80/41 分

    场景: 绿色采购体系 满分
      假如 绿色采购披露量 为 100 %
      并且 绿色采购内容 为 100 %
      并且 绿色采购趋势 为 100 %
      并且 绿色采购对比 为 100 %
      并且 绿色采购整合 为 100 %
      当 按 2026-06-30 评定
      那么 指标 C5 得 16/41 分
