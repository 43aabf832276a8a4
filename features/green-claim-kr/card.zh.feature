# language: zh-CN
功能: 韩国绿色声明
  环境技术及环境产业支援法及其告示, 与标示广告公正化法及其审查指南。

  背景:
    假如 本评分卡
      | 项目     | 内容                                                                                                                                                      |
      | 编号     | green-claim-kr                                                                                                                                            |
      | 版本     | 1.0.0                                                                                                                                                     |
      | 名称     | 韩国绿色声明                                                                                                                                              |
      | 评价对象 | claim                                                                                                                                                     |
      | 用途     | 自评                                                                                                                                                      |
      | 时区     | Asia/Seoul                                                                                                                                                |
      | 生效日期 | 2026-11-20                                                                                                                                                |
      | 修约     | 四舍六入五成双, 保留2位                                                                                                                                   |
      | 不适用项 | 拒绝                                                                                                                                                      |
      | 不评价   | 证据是否真实                                                                                                                                              |
      | 不评价   | 所列事实未涵盖的措辞                                                                                                                                      |
      | 不评价   | 生活化学品专门法禁止的用语                                                                                                                                |
      | 不评价   | 课征金与刑罚                                                                                                                                              |
      | 不评价   | 所申报事项的证明文件 (生命周期评价、碳足迹、环境产品声明、检测、标识证书、碳信用或绿电的登记簿摘录、发票、计划、研究): 一概不要求提交, 声明按申报内容判定 |
    并且 下列依据
      | 编号            | 文件                                         | 条款                                                             | 确信度   | 说明                                                                                                                                                                                                                                                   |
      | flaa-3          | 표시·광고의 공정화에 관한 법률               | Article 3(1), false or exaggerated                               | 转引     | 虚假或夸大的声明构成误导。第3条第1款及施行令第3条条文读自 dark.namu.moe；适用见 newspim.com、motorgraph.com（2016，2019维持）与 tf.co.kr（2025）。环境技术及环境产业支援法第16条之10就产品作同样禁止（kimchang.com）；法律施行日凭记忆，未与文本核对。 |
      | flaa-3-compare  | 표시·광고의 공정화에 관한 법률               | Article 3(1), unfair comparison, with Article 3(3) of the decree | 转引     | 不公平、比较对象不同类，或未说明降幅及其基准的比较，构成误导。第3条第1款条文读自 dark.namu.moe。法律施行日凭记忆，未与文本核对。                                                                                                                       |
      | top-words       | 부당한 표시·광고행위의 유형 및 기준 지정고시 | exclusive terms without objective basis                          | 转引     | 最大、最好、最先等排他性用语须有客观依据，否则构成误导。据 02-582-0840.com。已获证明者，我方视为属于例外。                                                                                                                                             |
      | etisa-proof     | 환경기술 및 환경산업 지원법                  | Article 16-11, claims must be proven                             | 已核实   | 经营者须能证明其声明；未获证明的声明构成误导。读自环境部答复（law.go.kr，cgmExpcDatSeq 361302）；未读条文本身。适用日期我方取告示施行日，其原则亦载明此要求。                                                                                          |
      | notice-words    | 환경성 표시·광고 관리제도에 관한 고시        | Article 6, comprehensive terms                                   | 已核实   | 친환경（环保）等概括用语须在声明中说明具体依据并限定范围。读自环境部答复（law.go.kr，cgmExpcDatSeq 361302）。未读告示本身。                                                                                                                            |
      | notice-absolute | 환경성 표시·광고 관리제도에 관한 고시        | absolute terms                                                   | 转引     | 未在同一介质上具体说明的绝对化用语构成误导。据 ajunews.com（示例：무공해 주방세제，无公害厨房洗涤剂）与 mbn.co.kr。                                                                                                                                    |
      | notice-name     | 환경성 표시·광고 관리제도에 관한 고시        | Article 6, mixed terms and names                                 | 自行解读 | 环境部答复要求概括用语有具体依据并限定范围。对兼及社会的用语与名称，我方同样适用。                                                                                                                                                                     |
      | notice-2017     | 환경성 표시·광고 관리제도에 관한 고시        | basic principles, from 2017-02-15                                | 转引     | 告示要求真实与明确、对象具体、改善显著且自愿、信息完整、与产品相关、可举证。以部分称整体、以小字载明条件、将法定要求称为改善等，均构成误导。据 news21tongsin.co.kr、hdhy.co.kr、dtoday.co.kr 与 ajunews.com，附示例。                                  |
      | notice-common   | 환경성 표시·광고 관리제도에 관한 고시        | basic principles, usual features of all goods of a kind          | 自行解读 | 据报道，告示禁止将法定要求称为改善。对同类商品皆有的特点，我方同样适用。                                                                                                                                                                               |
      | kftc-2023       | 환경 관련 표시·광고에 관한 심사지침          | whole life cycle, completeness, aims and brands, from 2023-09-01 | 转引     | 绿色声明须考虑全生命周期，不遗漏重要事实；目标须有计划、资源与期限。据 hankyung.com、yonhapnewstv.co.kr，以及 newspim.com、encc.co.kr 与 lawnet.tistory.com（后三者为草案）。指南亦涵盖品牌。                                                          |
      | kftc-parts      | 환경 관련 표시·광고에 관한 심사지침          | completeness, parts presented as the whole                       | 转引     | 不得以部分的认证称整个产品获认证；示例为仅床垫获认证的床。据 newspim.com 与 encc.co.kr（草案）。                                                                                                                                                       |
      | kftc-harmless   | 표시·광고의 공정화에 관한 법률               | Article 3(1), harmless to people                                 | 转引     | 产品对人与环境并不安全却称无害的，构成误导。据 donga.com 报道的2025-04-08关于驱虫剂的命令。法律施行日凭记忆，未与文本核对。                                                                                                                            |
      | mark-proof      | 환경성 표시·광고 관리제도에 관한 고시        | marks                                                            | 自行解读 | 标识须有有效证书并说明理由。某平台告知，将试验报告称为认证属虚假（sites.google.com/bucketplace.net）。本规则其余条件系我方解读。                                                                                                                       |
      | decay-kind      | 환경성 표시·광고 관리제도에 관한 고시        | degradation                                                      | 自行解读 | 称产品可降解或可堆肥的，须说明降解条件。我方据2017年所报道的示例推得：仅在25度、湿度50%以上腐化的袋。                                                                                                                                                  |
      | credits         | 환경성 표시·광고 관리제도에 관한 고시        | neutral by credits                                               | 自行解读 | 凭碳信用的中和声明，未说明依据或储存期过短的，须举证。我方据2023年1月关于润滑油的行政指导推得，见 moneys.mt.co.kr；未读其理由。                                                                                                                        |
      | otherwise       | green-claim-kr                               | no rule of this scorecard applies                                | 自行解读 | 本评分卡各项规则均不适用于该声明的，判定为“合规”，即各项规则均不禁止该声明。法院仍可能作出不同认定。                                                                                                                                                   |
    并且 取自 claim-facts 的事实
    并且 下列事实
      | 事实                    | 名称                   | 类型 |
      | absolute_wording_proved | 绝对化用语属例外并有证 | 是否 |
    并且 本基准案例
      | 事实                   | 值 |
      | 绝对化用语属例外并有证 | 是 |

  规则: 无规则禁止的声明

    场景: 基准声明
      当 按 2026-11-20 评定
      那么 判定为 合规

    场景: 不适用于机构性沟通
      假如 kind 为 institutional
      当 按 2026-11-20 评定
      那么 结论为 不适用
