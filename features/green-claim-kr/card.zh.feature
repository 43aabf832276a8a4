# language: zh-CN
功能: 韩国绿色声明
  环境技术及环境产业支援法及其告示, 与标示广告公正化法及其审查指南。

  背景:
    假如 本评分卡
      | 项目     | 内容                                                                                                                                                               |
      | 编号     | green-claim-kr                                                                                                                                                     |
      | 版本     | 1.0.1                                                                                                                                                              |
      | 替代     | 1.0.0                                                                                                                                                              |
      | 名称     | 韩国绿色声明                                                                                                                                                       |
      | 评价对象 | claim                                                                                                                                                              |
      | 用途     | 自评                                                                                                                                                               |
      | 时区     | Asia/Seoul                                                                                                                                                         |
      | 生效日期 | 2026-11-20                                                                                                                                                         |
      | 修约     | 四舍六入五成双, 保留2位                                                                                                                                            |
      | 不适用项 | 拒绝                                                                                                                                                               |
      | 不评价   | 证据是否真实                                                                                                                                                       |
      | 不评价   | 所列事实未涵盖的措辞                                                                                                                                               |
      | 不评价   | 生活化学品专门法禁止的用语                                                                                                                                         |
      | 不评价   | 课征金与刑罚                                                                                                                                                       |
      | 不评价   | 所申报事项背后的文件, 此处一概不要求: 声明按对这些文件的申报判定, 如生命周期评价、碳足迹、环境产品声明、检测、标识证书、碳信用或绿电的登记簿摘录、发票、计划或研究 |
    并且 下列依据
      | 编号            | 文件                                         | 条款                                                             | 确信度   | 说明                                                                                                                                                                                                    |
      | flaa-3          | 표시·광고의 공정화에 관한 법률               | Article 3(1), false or exaggerated                               | 转引     | 该条及施行令第 3 条条文见于 dark.namu.moe; 适用见 newspim.com、motorgraph.com (2016, 2019 维持) 与 tf.co.kr (2025)。环境技术及环境产业支援法第 16 条之 10 就产品作同样禁止 (kimchang.com)。日期凭记忆。 |
      | flaa-3-compare  | 표시·광고의 공정화에 관한 법률               | Article 3(1), unfair comparison, with Article 3(3) of the decree | 转引     | 条文见于 dark.namu.moe。日期凭记忆。                                                                                                                                                                    |
      | top-words       | 부당한 표시·광고행위의 유형 및 기준 지정고시 | exclusive words without objective basis                          | 转引     | 转引自 02-582-0840.com (最大、最好、最先); 此处有证即属例外。                                                                                                                                           |
      | etisa-proof     | 환경기술 및 환경산업 지원법                  | Article 16-11, what is told has to be proven                     | 已核实   | 环境部答复, law.go.kr (cgmExpcDatSeq 361302), 已阅: 声明须能举证。举证责任在经营者。未阅条文本身。日期取告示施行日, 其原则亦载明。                                                                      |
      | notice-words    | 환경성 표시·광고 관리제도에 관한 고시        | Article 6, comprehensive words                                   | 已核实   | 环境部答复, law.go.kr (cgmExpcDatSeq 361302), 已阅: 친환경 等概括用语须有具体依据并限定范围。未阅告示本身。                                                                                             |
      | notice-absolute | 환경성 표시·광고 관리제도에 관한 고시        | absolute words                                                   | 转引     | 转引自 ajunews.com (무공해 주방세제) 与 mbn.co.kr。                                                                                                                                                     |
      | notice-name     | 환경성 표시·광고 관리제도에 관한 고시        | Article 6, mixed words and names                                 | 自行解读 | 该答复针对概括用语; 兼及社会的用语与名称同样看待, 系我方解读。                                                                                                                                          |
      | notice-2017     | 환경성 표시·광고 관리제도에 관한 고시        | basic principles, from 2017-02-15                                | 转引     | 真实与明确、对象具体、改善显著且自愿、信息完整、与产品相关、可举证。转引自 news21tongsin.co.kr、hdhy.co.kr、dtoday.co.kr 与 ajunews.com, 附示例。                                                       |
      | notice-common   | 환경성 표시·광고 관리제도에 관한 고시        | basic principles, what all goods of a kind have                  | 自行解读 | 告示所述为法定要求; 同类皆有的特点同样看待, 系我方解读。                                                                                                                                                |
      | kftc-2023       | 환경 관련 표시·광고에 관한 심사지침          | whole life cycle, completeness, aims and brands, from 2023-09-01 | 转引     | 转引自 hankyung.com、yonhapnewstv.co.kr, 以及 newspim.com、encc.co.kr 与 lawnet.tistory.com (后三者为草案)。                                                                                            |
      | kftc-parts      | 환경 관련 표시·광고에 관한 심사지침          | completeness, parts told as the whole                            | 转引     | 转引自 newspim.com 与 encc.co.kr (草案; 仅床垫获认证的床)。                                                                                                                                             |
      | kftc-harmless   | 표시·광고의 공정화에 관한 법률               | Article 3(1), harmless to people                                 | 转引     | 2025-04-08 关于驱虫剂的命令, 转引自 donga.com。法律施行日凭记忆。                                                                                                                                       |
      | mark-proof      | 환경성 표시·광고 관리제도에 관한 고시        | marks                                                            | 自行解读 | 某平台告知将试验报告称为认证属虚假 (sites.google.com/bucketplace.net); 其余系我方解读。                                                                                                                 |
      | decay-kind      | 환경성 표시·광고 관리제도에 관한 고시        | degradation                                                      | 自行解读 | 据 2017 年所述示例推得 (仅在 25 度、湿度 50% 以上腐化的袋)。                                                                                                                                            |
      | credits         | 환경성 표시·광고 관리제도에 관한 고시        | neutral by credits                                               | 自行解读 | 据 2023 年 1 月关于润滑油的行政指导推得, 见 moneys.mt.co.kr; 未阅其理由。                                                                                                                               |
      | otherwise       | green-claim-kr                               | no rule of this card holds                                       | 自行解读 | 本评分卡所编规则均不反对, 不等于法院亦然。                                                                                                                                                              |
    并且 取自 claim-facts 的事实
    并且 下列事实
      | 事实                    | 名称                   | 类型 |
      | absolute_wording_proved | 绝对化用语属例外并有证 | 是否 |
    并且 本基准案例
      | 事实                   | 值 |
      | 绝对化用语属例外并有证 | 是 |

  规则: 无可反对的声明

    场景: 基准声明
      当 按 2026-11-20 评定
      那么 判定为 合规

    场景: 不适用于机构性
      假如 kind 为 institutional
      当 按 2026-11-20 评定
      那么 结论为 不适用
