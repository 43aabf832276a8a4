# language: zh-CN
功能: 二氧化碳清除
  一项活动可否称为二氧化碳清除: 来自大气或短周期生物质, 人为且清除具有额外性, 封存百年。

  背景:
    假如 本评分卡
      | 项目     | 内容                                           |
      | 编号     | cdr-eligibility                                |
      | 版本     | 1.0.0                                          |
      | 名称     | 二氧化碳清除                                   |
      | 评价对象 | claim                                          |
      | 用途     | 自评                                           |
      | 时区     | Etc/UTC                                        |
      | 生效日期 | 2018-01-01                                     |
      | 修约     | 四舍六入五成双, 保留2位                        |
      | 不适用项 | 拒绝                                           |
      | 不评价   | 所申报事项的证明文件：监测报告、合同、封存证明 |
      | 不评价   | 申报数值是否真实                               |
      | 不评价   | 所填事实之外的措辞（见绿色声明评分卡）         |
    并且 下列依据
      | 编号      | 文件                                   | 条款                                | 确信度   | 说明                                                                                                                                                  |
      | removal   | trade report of 2025 on carbon removal | source, human action, hundred years | 转引     | 二氧化碳清除须取自大气或短周期生物质中的碳，并封存至少100年。清除须为人为所致且具有额外性。捕集化石或碳酸盐来源的碳不计为清除。转引自2025年行业报告。 |
      | otherwise | cdr-eligibility                        | no rule of this scorecard applies   | 自行解读 | 本评分卡各条规则均未禁止将该活动称为二氧化碳清除，故判定为“合规”；法院仍可能作出不同判断。                                                            |
    并且 下列事实
      | 事实          | 名称           | 类型 | 单位 | 可选值                                              | 不低于 |
      | carbon_source | 碳来源         | 选项 |      | atmosphere, biogenic_short_cycle, fossil, carbonate |        |
      | human_action  | 清除为人为所致 | 是否 |      |                                                     |        |
      | additional    | 清除具有额外性 | 是否 |      |                                                     |        |
      | storage_years | 封存年限       | 数值 | 年   |                                                     | 0      |
    并且 碳来源 的可选值
      | 值                   | 名称         |
      | atmosphere           | 大气         |
      | biogenic_short_cycle | 短周期生物源 |
      | fossil               | 化石         |
      | carbonate            | 碳酸盐       |
    并且 本基准案例
      | 事实           | 值      |
      | 碳来源         | 大气    |
      | 清除为人为所致 | 是      |
      | 清除具有额外性 | 是      |
      | 封存年限       | 1000 年 |

  规则: 无规则禁止的声明

    场景: 基准声明
      当 按 2026-11-20 评定
      那么 判定为 合规
