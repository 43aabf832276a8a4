# language: zh-CN
功能: 减碳产品
  产品可否称为减碳产品: 两份可比的足迹核查、有减排措施报告、现场核查, 且实际降幅达到目标。

  背景:
    假如 本评分卡
      | 项目     | 内容                                   |
      | 编号     | reduced-carbon-product                 |
      | 版本     | 1.0.0                                  |
      | 名称     | 减碳产品                               |
      | 评价对象 | claim                                  |
      | 用途     | 自评                                   |
      | 时区     | Asia/Shanghai                          |
      | 生效日期 | 2022-01-01                             |
      | 修约     | 四舍六入五成双, 保留2位                |
      | 不适用项 | 拒绝                                   |
      | 不评价   | 申报数值是否真实                       |
      | 不评价   | 所填事实之外的措辞（见绿色声明评分卡） |
    并且 下列依据
      | 编号          | 文件                                 | 条款                                        | 确信度   | 说明                                                                                                                                                |
      | certification | CQC rules on carbon-reduced products | conditions as reported in training material | 转引     | 减碳声明须有至少两份经核查的足迹、减排措施报告与现场核查。降幅须大于0%并达到目标。据CQC规则的培训材料；最低降幅与有效期未查得，故目标由申请方填报。 |
      | comparability | reduced-carbon-product               | same unit, boundary and method              | 自行解读 | 两份碳足迹的功能单位、边界、方法与因子须相同，否则声明构成误导。所称降幅大于实际降幅的，亦构成误导。此系自行解读：不可比的碳足迹之差不能证明减排。  |
      | otherwise     | reduced-carbon-product               | no rule of this scorecard applies           | 自行解读 | 本评分卡各项规则均不适用于该声明的，判定为“合规”，即各项规则均不禁止该声明。法院仍可能作出不同认定。                                                |
      | proof         | reduced-carbon-product               | -                                           | 自行解读 | 来源未说明以何文件证明何项事实。我方要求核查声明、减排措施报告、评审记录（证明现场核查）与足迹报告。其余事实申请方声明即可。                        |
    并且 下列事实
      | 事实                | 名称                   | 类型 | 单位      | 不低于 | 不高于 | 证据                                     |
      | verified_footprints | 经核查的足迹份数       | 数值 | 项        | 0      |        | verification-statement                   |
      | measures_report     | 有减排措施报告         | 是否 |           |        |        | measures-report                          |
      | site_check          | 经现场核查             | 是否 |           |        |        | review-minutes                           |
      | same_unit           | 两份足迹功能单位相同   | 是否 |           |        |        |                                          |
      | same_boundary       | 两份足迹边界相同       | 是否 |           |        |        |                                          |
      | same_method         | 两份足迹方法与因子相同 | 是否 |           |        |        |                                          |
      | earlier_footprint   | 先前足迹（每千克）     | 数值 | kgCO2e/kg | 0      |        | footprint-report, verification-statement |
      | later_footprint     | 其后足迹（每千克）     | 数值 | kgCO2e/kg | 0      |        | footprint-report, verification-statement |
      | target              | 目标降幅               | 数值 | %         | 0      | 100    |                                          |
      | claimed_reduction   | 所称降幅               | 数值 | %         | 0      | 100    |                                          |
    并且 本基准案例
      | 事实                   | 值            |
      | 经核查的足迹份数       | 2 项          |
      | 有减排措施报告         | 是            |
      | 经现场核查             | 是            |
      | 两份足迹功能单位相同   | 是            |
      | 两份足迹边界相同       | 是            |
      | 两份足迹方法与因子相同 | 是            |
      | 先前足迹（每千克）     | 10 kgCO2e/kg  |
      | 其后足迹（每千克）     | 8.9 kgCO2e/kg |
      | 目标降幅               | 10 %          |
      | 所称降幅               | 11 %          |

  规则: 无规则禁止的声明

    场景: 基准声明
      当 按 2026-11-20 评定
      那么 判定为 合规
