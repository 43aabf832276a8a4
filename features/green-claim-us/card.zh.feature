# language: zh-CN
功能: 美国绿色声明
  联邦贸易委员会《绿色指南》(系指南而非法律, 亦用于面向企业的声明), 以及纺织品标识法与加州法律。

  背景:
    假如 本评分卡
      | 项目     | 内容                                                                                                                                                               |
      | 编号     | green-claim-us                                                                                                                                                     |
      | 版本     | 1.7.1                                                                                                                                                              |
      | 替代     | 1.7.0                                                                                                                                                              |
      | 名称     | 美国绿色声明                                                                                                                                                       |
      | 评价对象 | claim                                                                                                                                                              |
      | 用途     | 自评                                                                                                                                                               |
      | 时区     | America/New_York                                                                                                                                                   |
      | 生效日期 | 2026-11-20                                                                                                                                                         |
      | 修约     | 四舍六入五成双, 保留2位                                                                                                                                            |
      | 不适用项 | 拒绝                                                                                                                                                               |
      | 不评价   | 证据是否真实                                                                                                                                                       |
      | 不评价   | 所列事实未描述的措辞                                                                                                                                               |
      | 不评价   | 其他州法律                                                                                                                                                         |
      | 不评价   | 法律要求的报告本身, 由证券法规范; 摘入广告者为商业沟通                                                                                                             |
      | 不评价   | 所申报事项背后的文件, 此处一概不要求: 声明按对这些文件的申报判定, 如生命周期评价、碳足迹、环境产品声明、检测、标识证书、碳信用或绿电的登记簿摘录、发票、计划或研究 |
    并且 下列依据
      | 编号                | 文件                                      | 条款                                      | 确信度   | 说明                                                                                                                           |
      | ftc-4               | 16 CFR 260                                | 260.4                                     | 转引     | 系指南而非法律。节目录转引自 doclinks.org 与 Justia (《联邦公报》); 条文凭一般知识。                                           |
      | ftc-4-words         | 16 CFR 260                                | 260.4, sustainable and absolute words     | 自行解读 | 指南未定义可持续、天然或有机; 将此类用语视为总体益处系我方解读。                                                               |
      | ftc-5               | 16 CFR 260                                | 260.5                                     | 转引     | 系指南而非法律。转引自 documents.pub 所载委员会摘要。                                                                          |
      | ftc-6               | 16 CFR 260                                | 260.6                                     | 转引     | 系指南而非法律。节目录转引自 doclinks.org 与 Justia (《联邦公报》); 条文凭一般知识。                                           |
      | ftc-7               | 16 CFR 260                                | 260.7(b) to (d)                           | 自行解读 | 系指南而非法律。条文转引自 lexbuild.dev; 对可降解物品同样适用, 系我方解读。                                                    |
      | ftc-8               | 16 CFR 260                                | 260.8(b) and (c)                          | 自行解读 | 系指南而非法律。条文转引自 law.cornell.edu 与 law.lawstack.com; 两款均就未加限定的声明而言; 对可堆肥物品同样适用, 系我方解读。 |
      | ftc-9               | 16 CFR 260                                | 260.9(a) and (b)                          | 自行解读 | 系指南而非法律。条文转引自 lexbuild.dev 与 law.lawstack.com; 绝对化用语含义相同, 系我方解读。                                  |
      | ftc-10              | 16 CFR 260                                | 260.10                                    | 自行解读 | 系指南而非法律。条文转引自 self-law.org 与 law.lawstack.com; 无毒以外的用语含义相同, 系我方解读。                              |
      | ftc-12              | 16 CFR 260                                | 260.12(a) and (b)                         | 转引     | 系指南而非法律。条文转引自 law.cornell.edu 与 lexbuild.dev。                                                                   |
      | ftc-13              | 16 CFR 260                                | 260.13(c)                                 | 自行解读 | 系指南而非法律。条文转引自 law.cornell.edu 与 law.lawstack.com; 次要附带部件亦计入, 系我方解读。                               |
      | ftc-15              | 16 CFR 260                                | 260.15(a) to (c)                          | 自行解读 | 系指南而非法律。条文转引自 lexbuild.dev; 来源与比例一律须说明, 系我方解读。                                                    |
      | ftc-16              | 16 CFR 260                                | 260.16(b)                                 | 自行解读 | 系指南而非法律。条文转引自 lexbuild.dev 与 self-law.org; 其所建议者一律须说明, 系我方解读。                                    |
      | ftc-17              | 16 CFR 260                                | 260.17                                    | 自行解读 | 系指南而非法律。条文转引自 lexbuild.dev 与 self-law.org, 涉及重量、体积与毒性; 对一切比较适用, 系我方解读。                    |
      | ftc-15-certificates | 16 CFR 260                                | 260.15(d), certificates sold or not held  | 自行解读 | 系指南而非法律。指南所言为已出售的凭证; 未就所称电力持有凭证亦同, 系我方解读。                                                 |
      | textile-act         | Textile Fiber Products Identification Act | fibre names                               | 自行解读 | 凭一般知识, 未与文本核对。                                                                                                     |
      | sb-343              | California SB 343                         | recyclability                             | 自行解读 | 凭一般知识, 未与文本核对。                                                                                                     |
      | ab-1305             | California AB 1305                        | disclosures                               | 自行解读 | 凭一般知识, 未与文本核对。 称产品负碳, 以及称足迹更小, 视为称无净排放或大幅减排, 系我方解读。                                  |
      | ftc-2               | 16 CFR 260                                | 260.2, with section 5 of the FTC Act      | 自行解读 | 该指南并非法律, 法案第5条为法律。凭一般知识。                                                                                  |
      | ftc-3               | 16 CFR 260                                | 260.3(a) and (b)                          | 自行解读 | 系指南而非法律。凭一般知识。 只在别处的说明离声明过远, 系我方解读。                                                            |
      | ca-prc-42357        | California Public Resources Code          | 42355 to 42357, plastic products          | 自行解读 | 凭一般知识, 未与文本核对。                                                                                                     |
      | ftc-12-facilities   | 16 CFR 260                                | 260.12(a) and (b), where the item is sold | 自行解读 | 系指南而非法律。该条以销售地消费者或社区的比例为准; 未给出比例而如此说明者同样处理, 系我方解读。                               |
      | ftc-2-top           | 16 CFR 260                                | 260.2, absolute words that are not proven | 自行解读 | 该节要求一切明示或默示的环境声明有合理依据; 最高级用语属于此类而非单纯吹嘘, 系我方解读。该指南并非法律。                       |
      | otherwise           | green-claim-us                            | no rule of this card holds                | 自行解读 | 本评分卡所编规则均不反对, 不等于法院亦然。                                                                                     |
    并且 取自 claim-facts 的事实
    并且 取自 absolute-wording 的事实
    并且 下列事实
      | 事实                        | 名称                   | 类型 | 可选值                  | 可在将来 |
      | us_state                    | 州                     | 选项 | california, other_state |          |
      | offset_evidence_competent   | 抵消证据可靠且仅售一次 | 是否 |                         |          |
      | offset_delay_two_years      | 减排在两年之后         | 是否 |                         |          |
      | offset_delay_disclosed      | 已披露延迟             | 是否 |                         |          |
      | offset_legally_required     | 抵消活动为法定要求     | 是否 |                         |          |
      | statewide_recyclability_met | 符合全州标准           | 是否 |                         |          |
      | manufactured_on             | 制造日期               | 日期 |                         | 是       |
      | website_disclosures_made    | 已作网站披露           | 是否 |                         |          |
    并且 州 的可选值
      | 值          | 名称         |
      | california  | 加利福尼亚州 |
      | other_state | 其他州       |
    并且 本基准案例
      | 事实                   | 值         |
      | 州                     | 其他州     |
      | 抵消证据可靠且仅售一次 | 是         |
      | 减排在两年之后         | 否         |
      | 已披露延迟             | 是         |
      | 抵消活动为法定要求     | 否         |
      | 符合全州标准           | 是         |
      | 制造日期               | 2026-11-01 |
      | 已作网站披露           | 是         |

  规则: 无可反对的声明

    场景: 基准声明
      当 按 2026-11-20 评定
      那么 判定为 合规

    场景: 不适用于机构性
      假如 kind 为 institutional
      当 按 2026-11-20 评定
      那么 结论为 不适用

    场景: 不适用于法律要求的报告
      假如 kind 为 mandatory_report
      当 按 2026-11-20 评定
      那么 结论为 不适用
