# language: zh-CN
功能: 澳大利亚绿色声明
  澳大利亚竞争与消费者委员会八项原则与联邦法院裁决。

  背景:
    假如 本评分卡
      | 项目     | 内容                                                                                                                                                           |
      | 编号     | green-claim-au                                                                                                                                                 |
      | 版本     | 1.0.0                                                                                                                                                          |
      | 名称     | 澳大利亚绿色声明                                                                                                                                               |
      | 评价对象 | claim                                                                                                                                                          |
      | 用途     | 自评                                                                                                                                                           |
      | 时区     | Australia/Sydney                                                                                                                                               |
      | 生效日期 | 2026-11-20                                                                                                                                                     |
      | 修约     | 四舍六入五成双, 保留2位                                                                                                                                        |
      | 不适用项 | 拒绝                                                                                                                                                           |
      | 不评价   | 证据是否真实                                                                                                                                                   |
      | 不评价   | 所列事实未描述的措辞                                                                                                                                           |
      | 不评价   | 同样规范投资者报告的公司与证券法 (Corporations Act 1041H)                                                                                                      |
      | 不评价   | 所申报事项的证明文件，此处一概不要求：声明按对文件的申报判定（生命周期评价、碳足迹、环境产品声明、检测、标识证书、碳信用或绿电的登记簿摘录、发票、计划或研究） |
    并且 下列依据
      | 编号           | 文件                       | 条款                                                                           | 确信度   | 说明                                                                                                                                                                                                                                                                                                                           |
      | accc           | ACCC guide of 2023-12-12   | eight principles; Australian Consumer Law sections 4, 18, 29, 33               | 转引     | 声明须符合八项原则：真实、有据、不隐瞒、说明条件、不作无限定的宽泛声明、用语平实、图像不误导、如实说明转型进展。转引自 esgbroadcast.com、hwlebsworth.com.au 与 gtlaw.com.au。据 gtlaw.com.au，公司报告亦在其内；我方并计入法律要求的报告。ACCC（消费者主管机构）指南并非新法，而是解释自 2011-01-01 起施行的澳大利亚消费者法。 |
      | accc-words     | ACCC guide of 2023-12-12   | fifth principle, words not specified or without basis                          | 自行解读 | 宽泛用语未在同一媒介上具体说明或未载明基础的，结论为需补证据。指南第五项原则警示宽泛而无限定的声明。依我方解读，宽泛用语指笼统、绝对化、中和用语，以及兼及社会与环境的用语。                                                                                                                                                   |
      | clorox         | Federal Court of Australia | ruling of 2025-04-14                                                           | 转引     | 并非来自海洋的塑料，不得称为海洋塑料。联邦法院判决转引自 judgments.fedcourt.gov.au、miragenews.com 与 bandt.com.au。该判决解释自 2011-01-01 起施行的澳大利亚消费者法。                                                                                                                                                         |
      | acl-4          | Australian Consumer Law    | section 4, representations about future matters                                | 自行解读 | 关于未来的声明（如气候承诺）如无合理依据即为误导。凭一般知识，未与文本核对。                                                                                                                                                                                                                                                   |
      | broad-unproven | ACCC guide of 2023-12-12   | broad claims without any basis, with undertakings and notices of ACCC and ASIC | 自行解读 | 缺乏证据的中和声明构成误导。宽泛或绝对化声明既缺乏证据、又未在同一媒介上具体说明的，亦构成误导。并无文本如此明言。我方据 ACCC 指南及 ACCC 与 ASIC 两机构的承诺书和通知推得。                                                                                                                                                   |
      | acl-top        | Australian Consumer Law    | sections 18 and 29, absolute terms that are not proven                         | 自行解读 | 与事实不符的声明构成误导。凭记忆，未与文本核对。最高级等绝对化用语仅缺少证明的，我方不视为误导，而要求补充证据。                                                                                                                                                                                                               |
      | otherwise      | green-claim-au             | no rule of this scorecard applies                                              | 自行解读 | 本评分卡的各项规则均不禁止该声明，故判定为“合规”。法院仍可能作出不同认定。                                                                                                                                                                                                                                                     |
    并且 取自 claim-facts 的事实
    并且 取自 absolute-wording 的事实
    并且 下列事实
      | 事实                 | 名称                 | 类型 |
      | conditions_explained | 已说明声明成立的条件 | 是否 |
      | language_plain       | 声明用语浅白         | 是否 |
      | transition_open      | 如实说明转型进展     | 是否 |
    并且 本基准案例
      | 事实                 | 值 |
      | 已说明声明成立的条件 | 是 |
      | 声明用语浅白         | 是 |
      | 如实说明转型进展     | 是 |

  规则: 没有瑕疵的声明

    场景: 基准声明
      当 按 2026-11-20 评定
      那么 判定为 合规

    场景: 机构性沟通不适用
      假如 kind 为 institutional
      当 按 2026-11-20 评定
      那么 结论为 不适用

    场景: 法律要求的报告亦予判定
      假如 kind 为 mandatory_report
      当 按 2026-11-20 评定
      那么 判定为 合规
