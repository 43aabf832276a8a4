# language: zh-CN
功能: 新加坡绿色声明
  竞争与消费者委员会关于质量相关声明的指南。

  背景:
    假如 本评分卡
      | 项目     | 内容                                                                                                                                                           |
      | 编号     | green-claim-sg                                                                                                                                                 |
      | 版本     | 1.0.0                                                                                                                                                          |
      | 名称     | 新加坡绿色声明                                                                                                                                                 |
      | 评价对象 | claim                                                                                                                                                          |
      | 用途     | 自评                                                                                                                                                           |
      | 时区     | Asia/Singapore                                                                                                                                                 |
      | 生效日期 | 2026-11-20                                                                                                                                                     |
      | 修约     | 四舍六入五成双, 保留2位                                                                                                                                        |
      | 不适用项 | 拒绝                                                                                                                                                           |
      | 不评价   | 证据是否真实                                                                                                                                                   |
      | 不评价   | 所列事实未描述的措辞                                                                                                                                           |
      | 不评价   | 所申报事项的证明文件，此处一概不要求：声明按对文件的申报判定（生命周期评价、碳足迹、环境产品声明、检测、标识证书、碳信用或绿电的登记簿摘录、发票、计划或研究） |
    并且 下列依据
      | 编号      | 文件                                   | 条款                                                                       | 确信度   | 说明                                                                                                                                                                       |
      | ccs       | CCS Guide on Quality-Related Claims    | five principles; Consumer Protection (Fair Trading) Act                    | 转引     | 声明须真实准确、清楚易懂、有实际意义、不遗漏重要信息、有证据支持。此系该指南五项原则，据 cognitud.com 与 daynews.space。                                                   |
      | ccs-words | CCS Guide on Quality-Related Claims    | second principle, words not specified                                      | 自行解读 | 三类用语未在声明的同一媒介上具体说明的，结论为需补证据。即笼统用语、绝对化用语，以及兼及社会与环境的用语。指南第二项原则要求声明清楚易懂。该原则涵盖哪些用语，系我方解读。 |
      | cpfta     | Consumer Protection (Fair Trading) Act | section 4                                                                  | 自行解读 | 经营者不得作虚假声明，亦不得以遗漏重要信息欺骗消费者。凭一般知识，未与文本核对。                                                                                           |
      | ccs-top   | CCS Guide on Quality-Related Claims    | absolute terms that are not proven; Consumer Protection (Fair Trading) Act | 自行解读 | 指南要求一切声明有证据支持。指南亦涵盖最高级等绝对化用语，系自行解读。此类声明未经证明的，结论为须补充证据，而非禁止。                                                     |
      | otherwise | green-claim-sg                         | no rule of this scorecard applies                                          | 自行解读 | 本评分卡的各项规则均不禁止该声明。法院仍可能作出不同认定。                                                                                                                 |
    并且 取自 claim-facts 的事实
    并且 取自 absolute-wording 的事实
    并且 下列事实
      | 事实       | 名称               | 类型 |
      | meaningful | 益处对购买者有意义 | 是否 |
    并且 本基准案例
      | 事实               | 值 |
      | 益处对购买者有意义 | 是 |

  规则: 没有瑕疵的声明

    场景: 基准声明
      当 按 2026-11-20 评定
      那么 判定为 合规

    场景: 机构性沟通不适用
      假如 kind 为 institutional
      当 按 2026-11-20 评定
      那么 结论为 不适用
