# language: zh-CN
功能: 澳大利亚绿色声明
  澳大利亚竞争与消费者委员会八项原则与联邦法院裁决。

  背景:
    假如 本评分卡
      | 项目     | 内容                                                                                                                                                               |
      | 编号     | green-claim-au                                                                                                                                                     |
      | 版本     | 1.5.1                                                                                                                                                              |
      | 替代     | 1.5.0                                                                                                                                                              |
      | 名称     | 澳大利亚绿色声明                                                                                                                                                   |
      | 评价对象 | claim                                                                                                                                                              |
      | 用途     | 自评                                                                                                                                                               |
      | 时区     | Australia/Sydney                                                                                                                                                   |
      | 生效日期 | 2026-11-20                                                                                                                                                         |
      | 修约     | 四舍六入五成双, 保留2位                                                                                                                                            |
      | 不适用项 | 拒绝                                                                                                                                                               |
      | 不评价   | 证据是否真实                                                                                                                                                       |
      | 不评价   | 所列事实未描述的措辞                                                                                                                                               |
      | 不评价   | 另行规范投资者报告的公司与市场法 (Corporations Act 1041H)                                                                                                          |
      | 不评价   | 所申报事项背后的文件, 此处一概不要求: 声明按对这些文件的申报判定, 如生命周期评价、碳足迹、环境产品声明、检测、标识证书、碳信用或绿电的登记簿摘录、发票、计划或研究 |
    并且 下列依据
      | 编号           | 文件                       | 条款                                                                           | 确信度   | 说明                                                                                                                                                                                      |
      | accc           | ACCC guide of 2023-12-12   | eight principles; Australian Consumer Law sections 4, 18, 29, 33               | 转引     | 转引自 esgbroadcast.com 与 hwlebsworth.com.au。其所列声明载体包括公司报告, 转引自 gtlaw.com.au; 法律要求的报告亦在其内, 系我方解读。 其解释自 2011-01-01 起的澳大利亚消费者法, 并非新法。 |
      | accc-words     | ACCC guide of 2023-12-12   | fifth principle, words not specified or without basis                          | 自行解读 | 该原则警示宽泛而无限定的声明; 哪些用语属于宽泛系我方解读。                                                                                                                                |
      | clorox         | Federal Court of Australia | ruling of 2025-04-14                                                           | 转引     | 转引自 judgments.fedcourt.gov.au、miragenews.com 与 bandt.com.au。 该判决解释同一法律, 自 2011-01-01 起施行。                                                                             |
      | acl-4          | Australian Consumer Law    | section 4, representations about future matters                                | 自行解读 | 凭一般知识, 未与文本核对。                                                                                                                                                                |
      | broad-unproven | ACCC guide of 2023-12-12   | broad claims without any basis, with undertakings and notices of ACCC and ASIC | 自行解读 | 由我方据多项来源推得, 并无文本如此明言。                                                                                                                                                  |
      | acl-top        | Australian Consumer Law    | sections 18 and 29, absolute words that are not proven                         | 自行解读 | 与事实不符者为误导; 缺少证明的最高级用语与其他声明一样首先需要证据, 系我方解读。凭记忆, 未与文本核对。                                                                                    |
      | otherwise      | green-claim-au             | no rule of this card holds                                                     | 自行解读 | 本评分卡所编规则均不反对, 不等于法院亦然。                                                                                                                                                |
    并且 取自 claim-facts 的事实
    并且 取自 absolute-wording 的事实
    并且 下列事实
      | 事实                 | 名称         | 类型 |
      | conditions_explained | 已说明条件   | 是否 |
      | language_plain       | 用语浅白     | 是否 |
      | transition_open      | 如实说明转型 | 是否 |
    并且 本基准案例
      | 事实         | 值 |
      | 已说明条件   | 是 |
      | 用语浅白     | 是 |
      | 如实说明转型 | 是 |

  规则: 无可反对的声明

    场景: 基准声明
      当 按 2026-11-20 评定
      那么 判定为 合规

    场景: 不适用于机构性
      假如 kind 为 institutional
      当 按 2026-11-20 评定
      那么 结论为 不适用

    场景: 法律要求的报告亦予判定
      假如 kind 为 mandatory_report
      当 按 2026-11-20 评定
      那么 判定为 合规
