# language: zh-CN
功能: 韩国绿色声明
  环境技术及环境产业支援法及其告示, 与标示广告公正化法及其审查指南。

  背景:
    假如 本评分卡
      | 项目     | 内容                                                                                                                                                           |
      | 编号     | green-claim-kr                                                                                                                                                 |
      | 版本     | 1.0.0                                                                                                                                                          |
      | 名称     | 韩国绿色声明                                                                                                                                                   |
      | 评价对象 | claim                                                                                                                                                          |
      | 用途     | 自评                                                                                                                                                           |
      | 时区     | Asia/Seoul                                                                                                                                                     |
      | 生效日期 | 2026-11-20                                                                                                                                                     |
      | 修约     | 四舍六入五成双, 保留2位                                                                                                                                        |
      | 不适用项 | 拒绝                                                                                                                                                           |
      | 不评价   | 证据是否真实                                                                                                                                                   |
      | 不评价   | 所列事实未涵盖的措辞                                                                                                                                           |
      | 不评价   | 生活化学品专门法禁止的用语                                                                                                                                     |
      | 不评价   | 课征金与刑罚                                                                                                                                                   |
      | 不评价   | 所申报事项的证明文件，此处一概不要求：声明按对文件的申报判定（生命周期评价、碳足迹、环境产品声明、检测、标识证书、碳信用或绿电的登记簿摘录、发票、计划或研究） |
    并且 下列依据
      | 编号            | 文件                                         | 条款                                                             | 确信度   | 说明                                                                                                                                                                                                                                                                                                 |
      | flaa-3          | 표시·광고의 공정화에 관한 법률               | Article 3(1), false or exaggerated                               | 转引     | 虚假或夸大的声明构成误导：标示广告公正法第3条第1款及其施行令第3条条文读自 dark.namu.moe。案例见 newspim.com、motorgraph.com（2016，2019维持）与 tf.co.kr (2025)。据 kimchang.com，环境技术及环境产业支援法第16条之10就产品亦禁止此类声明。标示广告公正法的施行日（1999-07-01）凭记忆，未与文本核对。 |
      | flaa-3-compare  | 표시·광고의 공정화에 관한 법률               | Article 3(1), unfair comparison, with Article 3(3) of the decree | 转引     | 不公平、对不可比事物作比较，或未说明降幅及其基准的比较，构成误导。标示广告公正法第3条第1款条文读自 dark.namu.moe。标示广告公正法的施行日（1999-07-01）凭记忆，未与文本核对。                                                                                                                         |
      | top-words       | 부당한 표시·광고행위의 유형 및 기준 지정고시 | exclusive terms without objective basis                          | 转引     | 最大、最好、最先等排他性用语没有客观依据的，构成误导。据 02-582-0840.com。已证明有此依据的用语，我方予以接受。                                                                                                                                                                                       |
      | etisa-proof     | 환경기술 및 환경산업 지원법                  | Article 16-11, claims must be proven                             | 转引     | 经营者须能证明其声明；未获证明的声明构成误导。读自环境部答复（law.go.kr，cgmExpcDatSeq 361302）；未读第16条之11条文本身。我方自2017-02-15（环境部环境声明告示施行日，该告示亦要求举证）起适用。                                                                                                      |
      | notice-words    | 환경성 표시·광고 관리제도에 관한 고시        | Article 6, comprehensive terms                                   | 转引     | 친환경（环保）等概括用语，声明未说明具体依据并限定范围的，构成误导。读自环境部答复（law.go.kr，cgmExpcDatSeq 361302）。未读告示本身。                                                                                                                                                                |
      | notice-absolute | 환경성 표시·광고 관리제도에 관한 고시        | absolute terms                                                   | 转引     | 绝对化用语未在与声明相同的介质上具体说明的，构成误导。据 ajunews.com（示例：무공해 주방세제，无公害厨房洗涤剂）与 mbn.co.kr。                                                                                                                                                                        |
      | notice-name     | 환경성 표시·광고 관리제도에 관한 고시        | Article 6, mixed terms and names                                 | 自行解读 | 兼及社会与环境的用语或环保名称，须在与声明相同的介质上说明依据与范围。未说明的，声明的结论为需补证据。环境部答复要求概括用语说明依据与范围。将该要求适用于兼及社会与环境的用语和环保名称，系自行解读。                                                                                               |
      | notice-2017     | 환경성 표시·광고 관리제도에 관한 고시        | basic principles, from 2017-02-15                                | 转引     | 声明须真实、明确、完整、相关、可举证，对象具体，且所述改善显著并属自愿。声明以部分称整体，或以小字载明条件的，构成误导。声明将法定要求称为改善，或所称益处与产品无关的，亦构成误导。据 news21tongsin.co.kr、hdhy.co.kr、dtoday.co.kr 与 ajunews.com，附示例。                                        |
      | notice-common   | 환경성 표시·광고 관리제도에 관한 고시        | basic principles, usual features of all goods of a kind          | 自行解读 | 同类商品皆有的特点，不得称为特色。据报道，告示仅就法定要求有此禁止。适用于通常特点系自行解读。                                                                                                                                                                                                       |
      | kftc-2023       | 환경 관련 표시·광고에 관한 심사지침          | whole life cycle, completeness, aims and brands, from 2023-09-01 | 转引     | 绿色声明须考虑全生命周期，不遗漏重要事实；目标须有计划、资源与期限。指南据 hankyung.com 与 yonhapnewstv.co.kr。指南草案据 newspim.com、encc.co.kr 与 lawnet.tistory.com。指南亦适用于关于品牌的声明。                                                                                                |
      | kftc-parts      | 환경 관련 표시·광고에 관한 심사지침          | completeness, parts presented as the whole                       | 转引     | 不得以部分的认证称整个产品获认证。指南草案举例：仅床垫获认证的床。据 newspim.com 与 encc.co.kr。                                                                                                                                                                                                     |
      | kftc-harmless   | 표시·광고의 공정화에 관한 법률               | Article 3(1), harmless to people                                 | 转引     | 产品对人与环境并不安全而称无害的声明，构成误导。donga.com 报道2025-04-08关于驱虫剂的命令。标示广告公正法的施行日（1999-07-01）凭记忆，未与文本核对。                                                                                                                                                 |
      | mark-proof      | 환경성 표시·광고 관리제도에 관한 고시        | marks                                                            | 自行解读 | 标识须有有效证书并说明授予理由，否则声明的结论为需补证据。某购物平台告知，试验报告不得称为认证 (sites.google.com/bucketplace.net)。标识须有有效证书并说明理由，系自行解读。                                                                                                                          |
      | decay-kind      | 환경성 표시·광고 관리제도에 관한 고시        | degradation                                                      | 自行解读 | 称产品可降解或可堆肥的，须说明降解条件，否则结论为需补证据。我方据2017年所报道的示例推得：仅在25度、湿度50%以上降解的袋。                                                                                                                                                                            |
      | credits         | 환경성 표시·광고 관리제도에 관한 고시        | neutral by credits                                               | 自行解读 | 凭碳信用的中和或净零声明，未说明声明依据的，结论为需补证据。碳封存期过短的，结论亦为需补证据。我方据2023年1月关于润滑油的行政指导推得，见 moneys.mt.co.kr。未读该指导的理由。                                                                                                                        |
      | otherwise       | green-claim-kr                               | no rule of this scorecard applies                                | 自行解读 | 本评分卡各项规则均不适用于该声明的，判定为“合规”，即各项规则均不禁止该声明。法院仍可能作出不同认定。                                                                                                                                                                                                 |
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
