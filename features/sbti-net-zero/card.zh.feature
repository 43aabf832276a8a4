# language: zh-CN
功能: 科学碳目标倡议净零目标
  长期目标与净零声明是否符合《企业净零标准》, 某年应有多少清除量,
  持续排放的责任达到哪一认可等级。

  背景:
    假如 本评分卡
      | 项目     | 内容                                                     |
      | 编号     | sbti-net-zero                                            |
      | 版本     | 1.0.1                                                    |
      | 替代     | 1.0.0                                                    |
      | 名称     | 净零科学碳目标                                           |
      | 评价对象 | company                                                  |
      | 用途     | 自评                                                     |
      | 时区     | Etc/UTC                                                  |
      | 生效日期 | 2026-06-11                                               |
      | 修约     | 四舍六入五成双, 保留2位                                  |
      | 不适用项 | 拒绝                                                     |
      | 不评价   | 所申报事项背后的文件：目标表格、清单、碳移除合同及其证书 |
      | 不评价   | 各行业路径, 其数值未查得                                 |
      | 不评价   | 清除量与碳信用的质量, 见 cdr-eligibility 等卡            |
      | 不评价   | 近期目标, 见 sbti-near-term                              |
    并且 下列依据
      | 编号     | 文件                                    | 条款              | 确信度   | 说明                                                                               |
      | v1-long  | SBTi Corporate Net-Zero Standard V1.3.1 | long-term targets | 转引     | 至迟 2050 年减 90 %。                                                              |
      | v1-cover | SBTi Corporate Net-Zero Standard V1.3.1 | long-term targets | 自行解读 | 覆盖范围一和二的 95 %、范围三的 90 %; 凭记忆, 未与原文核对。                       |
      | v1-c28   | SBTi Corporate Net-Zero Standard V1.3.1 | C28               | 转引     | 净零之日的剩余排放以清除量中和。                                                   |
      | v1-c11   | SBTi Corporate Net-Zero Standard V1.3.1 | C11, C12          | 转引     | 碳信用与避免的排放均不计为减排。                                                   |
      | v2-c40   | SBTi Corporate Net-Zero Standard V2.0   | C40, table 4      | 转引     | 认可为自愿: 1 %; 10 % 且含全部范围一和二, 或就其每吨 20 美元; 全部, 每吨 80 美元。 |
      | v2-both  | sbti-net-zero                           | C40, table 4      | 自行解读 | 领先级解读为既须支付该金额, 又须有同等吨数的成果。                                 |
      | v2-c45   | SBTi Corporate Net-Zero Standard V2.0   | C45               | 转引     | A 类自 2035 年起: 持续排放的 1 % 以清除量抵偿, 直线升至净零年的全部。              |
      | v2-after | sbti-net-zero                           | C45               | 自行解读 | 净零年之后剩余全部须清除; 净零年早于 2035 者自 2035 年起亦然。                     |
      | v2-open  | sbti-near-term                          | A.1               | 自行解读 | 企业是否属 A 类由近期目标评分卡计算。                                              |
      | entered  | sbti-net-zero                           | -                 | 自行解读 | 各事实未指明证明文件, 声明即可。                                                   |
    并且 下列事实
      | 事实            | 名称                         | 类型 | 单位  | 可选值                 | 不低于 | 不高于 | 整倍数 | 既定 |
      | standard        | 所依标准                     | 选项 |       | v1_3_1, v2_0           |        |        |        | 是   |
      | net_zero_year   | 净零年                       | 数值 |       |                        | 2020   | 2100   | 1      |      |
      | reduction_12    | 范围一和二长期减幅           | 数值 | %     |                        | 0      | 100    |        |      |
      | reduction_3     | 范围三长期减幅               | 数值 | %     |                        | 0      | 100    |        |      |
      | covered_12      | 长期目标覆盖范围一和二的比例 | 数值 | %     |                        | 0      | 100    |        |      |
      | covered_3       | 长期目标覆盖范围三的比例     | 数值 | %     |                        | 0      | 100    |        |      |
      | counts_credits  | 碳信用或避免排放计为减排     | 是否 |       |                        |        |        |        |      |
      | claims_net_zero | 声称净零                     | 是否 |       |                        |        |        |        |      |
      | company         | 企业类别                     | 选项 |       | category_a, category_b |        |        |        | 是   |
      | year            | 所看年份                     | 数值 |       |                        | 2020   | 2100   | 1      | 是   |
      | ongoing_12      | 范围一和二持续排放           | 数值 | tCO2e |                        | 0      |        |        | 是   |
      | ongoing_3       | 范围三持续排放               | 数值 | tCO2e |                        | 0      |        |        | 是   |
      | removed         | 当年清除量                   | 数值 | tCO2e |                        | 0      |        |        |      |
      | outcomes        | 出资取得的减缓成果           | 数值 | tCO2e |                        | 0      |        |        |      |
      | budget          | 减缓支出                     | 数值 | USD   |                        | 0      |        |        |      |
    并且 所依标准 的可选值
      | 值     | 名称   |
      | v1_3_1 | V1.3.1 |
      | v2_0   | V2.0   |
    并且 企业类别 的可选值
      | 值         | 名称 |
      | category_a | A类  |
      | category_b | B类  |
    并且 本基准案例
      | 事实                         | 值          |
      | 所依标准                     | V2.0        |
      | 净零年                       | 2050        |
      | 范围一和二长期减幅           | 90 %        |
      | 范围三长期减幅               | 90 %        |
      | 长期目标覆盖范围一和二的比例 | 95 %        |
      | 长期目标覆盖范围三的比例     | 90 %        |
      | 碳信用或避免排放计为减排     | 否          |
      | 声称净零                     | 否          |
      | 企业类别                     | A类         |
      | 所看年份                     | 2027        |
      | 范围一和二持续排放           | 9000 tCO2e  |
      | 范围三持续排放               | 36000 tCO2e |
      | 当年清除量                   | 0 tCO2e     |
      | 出资取得的减缓成果           | 450 tCO2e   |
      | 减缓支出                     | 0 USD       |

  规则: 演算企业, 持续排放四万五千吨

    场景: 450 吨达参与级
      当 按 2027-12-31 评定
      那么 量 engaged 为 450 tCO2e
      并且 量 advanced 为 9000 tCO2e
      并且 量 advanced_money 为 180000 USD
      并且 量 leading_money 为 3600000 USD
      并且 开具观察项 OER.ENGAGED
      并且 不开具 OER.ADVANCED
      并且 结论为 已计分
