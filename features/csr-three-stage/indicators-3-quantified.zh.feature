# language: zh-CN
功能: 第三阶段增加的指标
  最后六个指标: 已量化碳排放的企业所作的披露。全部合计 100 分。

  背景:
    假如 评分卡 csr-three-stage
    并且 下列事实
      | 事实                          | 名称               | 类型 | 单位 | 不低于 | 不高于 | 整倍数 | 证据          |
      | emissions_disclosed           | 温室气体排放披露量 | 数值 | %    | 0      | 100    | 5      | public-report |
      | emissions_content             | 温室气体排放内容   | 数值 | %    | 0      | 100    | 5      | public-report |
      | emissions_trend               | 温室气体排放趋势   | 数值 | %    | 0      | 100    | 5      | public-report |
      | emissions_comparison          | 温室气体排放对比   | 数值 | %    | 0      | 100    | 5      | public-report |
      | emissions_integration         | 温室气体排放整合   | 数值 | %    | 0      | 100    | 5      | public-report |
      | verification_disclosed        | 监测核算核查披露量 | 数值 | %    | 0      | 100    | 5      | public-report |
      | verification_content          | 监测核算核查内容   | 数值 | %    | 0      | 100    | 5      | public-report |
      | verification_trend            | 监测核算核查趋势   | 数值 | %    | 0      | 100    | 5      | public-report |
      | verification_comparison       | 监测核算核查对比   | 数值 | %    | 0      | 100    | 5      | public-report |
      | verification_integration      | 监测核算核查整合   | 数值 | %    | 0      | 100    | 5      | public-report |
      | reduction_path_disclosed      | 减排路线图披露量   | 数值 | %    | 0      | 100    | 5      | public-report |
      | reduction_path_content        | 减排路线图内容     | 数值 | %    | 0      | 100    | 5      | public-report |
      | reduction_path_trend          | 减排路线图趋势     | 数值 | %    | 0      | 100    | 5      | public-report |
      | reduction_path_comparison     | 减排路线图对比     | 数值 | %    | 0      | 100    | 5      | public-report |
      | reduction_path_integration    | 减排路线图整合     | 数值 | %    | 0      | 100    | 5      | public-report |
      | carbon_accounting_disclosed   | 碳会计披露量       | 数值 | %    | 0      | 100    | 5      | public-report |
      | carbon_accounting_content     | 碳会计内容         | 数值 | %    | 0      | 100    | 5      | public-report |
      | carbon_accounting_trend       | 碳会计趋势         | 数值 | %    | 0      | 100    | 5      | public-report |
      | carbon_accounting_comparison  | 碳会计对比         | 数值 | %    | 0      | 100    | 5      | public-report |
      | carbon_accounting_integration | 碳会计整合         | 数值 | %    | 0      | 100    | 5      | public-report |
      | compensation_disclosed        | 补偿与碳资产披露量 | 数值 | %    | 0      | 100    | 5      | public-report |
      | compensation_content          | 补偿与碳资产内容   | 数值 | %    | 0      | 100    | 5      | public-report |
      | compensation_trend            | 补偿与碳资产趋势   | 数值 | %    | 0      | 100    | 5      | public-report |
      | compensation_comparison       | 补偿与碳资产对比   | 数值 | %    | 0      | 100    | 5      | public-report |
      | compensation_integration      | 补偿与碳资产整合   | 数值 | %    | 0      | 100    | 5      | public-report |
      | contribution_disclosed        | 社会贡献披露量     | 数值 | %    | 0      | 100    | 5      | public-report |
      | contribution_content          | 社会贡献内容       | 数值 | %    | 0      | 100    | 5      | public-report |
      | contribution_trend            | 社会贡献趋势       | 数值 | %    | 0      | 100    | 5      | public-report |
      | contribution_comparison       | 社会贡献对比       | 数值 | %    | 0      | 100    | 5      | public-report |
      | contribution_integration      | 社会贡献整合       | 数值 | %    | 0      | 100    | 5      | public-report |

  规则: 碳量化, 48 分
    背景:
      假如 下列指标, 满分合计 48 分
        | 编号 | 指标                   | 分组 | 满分   | 依据                                       |
        | C11  | 温室气体排放情况       | Q    | 744/61 | names-given, tree, weights-method, weights |
        | C12  | 监测核算与核查         | Q    | 552/61 | tree, weights-method, weights              |
        | C13  | 减排路线图与成效       | Q    | 648/61 | tree, weights-method, weights              |
        | C14  | 碳会计信息             | Q    | 456/61 | names-given, tree, weights-method, weights |
        | C15  | 补偿与碳资产           | Q    | 216/61 | tree, weights-method, weights              |
        | C16  | 助力社会减排与国际作用 | Q    | 312/61 | tree, weights-method, weights              |
      并且 指标 C11 按成熟度计分
        | 方面   | 事实               |
        | 披露量 | 温室气体排放披露量 |
        | 内容   | 温室气体排放内容   |
        | 趋势   | 温室气体排放趋势   |
        | 对比   | 温室气体排放对比   |
        | 整合   | 温室气体排放整合   |
      并且 指标 C12 按成熟度计分
        | 方面   | 事实               |
        | 披露量 | 监测核算核查披露量 |
        | 内容   | 监测核算核查内容   |
        | 趋势   | 监测核算核查趋势   |
        | 对比   | 监测核算核查对比   |
        | 整合   | 监测核算核查整合   |
      并且 指标 C13 按成熟度计分
        | 方面   | 事实             |
        | 披露量 | 减排路线图披露量 |
        | 内容   | 减排路线图内容   |
        | 趋势   | 减排路线图趋势   |
        | 对比   | 减排路线图对比   |
        | 整合   | 减排路线图整合   |
      并且 指标 C14 按成熟度计分
        | 方面   | 事实         |
        | 披露量 | 碳会计披露量 |
        | 内容   | 碳会计内容   |
        | 趋势   | 碳会计趋势   |
        | 对比   | 碳会计对比   |
        | 整合   | 碳会计整合   |
      并且 指标 C15 按成熟度计分
        | 方面   | 事实               |
        | 披露量 | 补偿与碳资产披露量 |
        | 内容   | 补偿与碳资产内容   |
        | 趋势   | 补偿与碳资产趋势   |
        | 对比   | 补偿与碳资产对比   |
        | 整合   | 补偿与碳资产整合   |
      并且 指标 C16 按成熟度计分
        | 方面   | 事实           |
        | 披露量 | 社会贡献披露量 |
        | 内容   | 社会贡献内容   |
        | 趋势   | 社会贡献趋势   |
        | 对比   | 社会贡献对比   |
        | 整合   | 社会贡献整合   |

    场景: 温室气体排放情况 满分
      假如 温室气体排放披露量 为 100 %
      并且 温室气体排放内容 为 100 %
      并且 温室气体排放趋势 为 100 %
      并且 温室气体排放对比 为 100 %
      并且 温室气体排放整合 为 100 %
      当 按 2026-06-30 评定
      那么 指标 C11 得 744/61 分

    场景: 监测核算与核查 满分
      假如 监测核算核查披露量 为 100 %
      并且 监测核算核查内容 为 100 %
      并且 监测核算核查趋势 为 100 %
      并且 监测核算核查对比 为 100 %
      并且 监测核算核查整合 为 100 %
      当 按 2026-06-30 评定
      那么 指标 C12 得 552/61 分

    场景: 减排路线图与成效 满分
      假如 减排路线图披露量 为 100 %
      并且 减排路线图内容 为 100 %
      并且 减排路线图趋势 为 100 %
      并且 减排路线图对比 为 100 %
      并且 减排路线图整合 为 100 %
      当 按 2026-06-30 评定
      那么 指标 C13 得 648/61 分

    场景: 碳会计信息 满分
      假如 碳会计披露量 为 100 %
      并且 碳会计内容 为 100 %
      并且 碳会计趋势 为 100 %
      并且 碳会计对比 为 100 %
      并且 碳会计整合 为 100 %
      当 按 2026-06-30 评定
      那么 指标 C14 得 456/61 分

    场景: 补偿与碳资产 满分
      假如 补偿与碳资产披露量 为 100 %
      并且 补偿与碳资产内容 为 100 %
      并且 补偿与碳资产趋势 为 100 %
      并且 补偿与碳资产对比 为 100 %
      并且 补偿与碳资产整合 为 100 %
      当 按 2026-06-30 评定
      那么 指标 C15 得 216/61 分

    场景: 助力社会减排与国际作用 满分
      假如 社会贡献披露量 为 100 %
      并且 社会贡献内容 为 100 %
      并且 社会贡献趋势 为 100 %
      并且 社会贡献对比 为 100 %
      并且 社会贡献整合 为 100 %
      当 按 2026-06-30 评定
      那么 指标 C16 得 312/61 分
