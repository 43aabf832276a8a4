# language: zh-CN
功能: 韩国绿色声明
  环境技术及环境产业支援法及其告示, 与标示广告公正化法及其审查指南。

  背景:
    假如 本评分卡
      | 项目     | 内容                       |
      | 编号     | green-claim-kr             |
      | 版本     | 1.0.0                      |
      | 名称     | 韩国绿色声明               |
      | 评价对象 | claim                      |
      | 用途     | 自评                       |
      | 时区     | Asia/Seoul                 |
      | 生效日期 | 2026-11-20                 |
      | 修约     | 四舍六入五成双, 保留2位    |
      | 不适用项 | 拒绝                       |
      | 不评价   | 证据是否真实               |
      | 不评价   | 所列事实未涵盖的措辞       |
      | 不评价   | 生活化学品专门法禁止的用语 |
      | 不评价   | 课征金与刑罚               |
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
    并且 下列事实
      | 事实                            | 名称                   | 类型 | 可选值                                                                                                                                                                                                                                                                                                                                                                                                               |
      | kind                            | 沟通性质               | 选项 | commercial, mandatory_report, institutional, mandatory_label                                                                                                                                                                                                                                                                                                                                                         |
      | display                         | 展示期间               | 期间 |                                                                                                                                                                                                                                                                                                                                                                                                                      |
      | claim_types                     | 声明类型               | 多选 | generic, social_mix, specific_attribute, quantified_pcf, comparative, absolute, future, neutral_offset, neutral_no_offset, net_zero, negative_carbon, removal, contribution, avoided_handprint, label, name, recycled_content, recyclable, degradable, compostable, renewable_energy, renewable_material, free_of, energy_efficiency, durability, repairability, imagery_only, legal_requirement, irrelevant_benefit |
      | specification                   | 具体说明               | 选项 | same_medium, elsewhere_only, none                                                                                                                                                                                                                                                                                                                                                                                    |
      | evidence_contradicts            | 证据与声明相悖         | 是否 |                                                                                                                                                                                                                                                                                                                                                                                                                      |
      | basis_in_claim                  | 声明内载明基础         | 是否 |                                                                                                                                                                                                                                                                                                                                                                                                                      |
      | storage_long_enough             | 封存期足以支持声明     | 是否 |                                                                                                                                                                                                                                                                                                                                                                                                                      |
      | qualifier                       | 限定语                 | 选项 | clear, contradicts, far_or_small, no_qualifier                                                                                                                                                                                                                                                                                                                                                                       |
      | comparison_like_with_like       | 同类可比               | 是否 |                                                                                                                                                                                                                                                                                                                                                                                                                      |
      | truthful                        | 真实准确               | 是否 |                                                                                                                                                                                                                                                                                                                                                                                                                      |
      | free_of_true                    | 确不含且无类似风险     | 是否 |                                                                                                                                                                                                                                                                                                                                                                                                                      |
      | nothing_important_omitted       | 无重要遗漏             | 是否 |                                                                                                                                                                                                                                                                                                                                                                                                                      |
      | subject_asserted_scope          | 声称范围               | 选项 | whole, part                                                                                                                                                                                                                                                                                                                                                                                                          |
      | evidence_covers                 | 证据覆盖               | 选项 | all_asserted, a_part                                                                                                                                                                                                                                                                                                                                                                                                 |
      | future_detailed_plan            | 详细可行的计划         | 是否 |                                                                                                                                                                                                                                                                                                                                                                                                                      |
      | future_measurable_targets       | 可衡量且有时限的目标   | 是否 |                                                                                                                                                                                                                                                                                                                                                                                                                      |
      | substantiated                   | 有充分依据             | 是否 |                                                                                                                                                                                                                                                                                                                                                                                                                      |
      | presented_as_distinctive        | 作为特色宣传           | 是否 |                                                                                                                                                                                                                                                                                                                                                                                                                      |
      | benefit_relevant                | 益处相关               | 是否 |                                                                                                                                                                                                                                                                                                                                                                                                                      |
      | comparison_fair                 | 比较公平有意义         | 是否 |                                                                                                                                                                                                                                                                                                                                                                                                                      |
      | headline_excludes_parts         | 标题不含部分部件       | 是否 |                                                                                                                                                                                                                                                                                                                                                                                                                      |
      | future_resources_allocated      | 已配置资源             | 是否 |                                                                                                                                                                                                                                                                                                                                                                                                                      |
      | label_certificate               | 标识证书               | 选项 | valid, missing_or_expired, other_product                                                                                                                                                                                                                                                                                                                                                                             |
      | seal_basis_stated               | 已说明标识依据         | 是否 |                                                                                                                                                                                                                                                                                                                                                                                                                      |
      | full_life_cycle_considered      | 考虑全生命周期         | 是否 |                                                                                                                                                                                                                                                                                                                                                                                                                      |
      | degradation_kind_stated         | 已注明降解类型         | 是否 |                                                                                                                                                                                                                                                                                                                                                                                                                      |
      | safe_for_people_and_environment | 对人与环境安全         | 是否 |                                                                                                                                                                                                                                                                                                                                                                                                                      |
      | source_reduction_amount_stated  | 已说明数量与基准       | 是否 |                                                                                                                                                                                                                                                                                                                                                                                                                      |
      | qualified_prominently           | 清晰醒目地限定         | 是否 |                                                                                                                                                                                                                                                                                                                                                                                                                      |
      | absolute_wording                | 绝对化用语             | 是否 |                                                                                                                                                                                                                                                                                                                                                                                                                      |
      | absolute_wording_proved         | 绝对化用语属例外并有证 | 是否 |                                                                                                                                                                                                                                                                                                                                                                                                                      |
    并且 沟通性质 的可选值
      | 值               | 名称     |
      | commercial       | 商业     |
      | mandatory_report | 强制报告 |
      | institutional    | 机构性   |
      | mandatory_label  | 强制标识 |
    并且 声明类型 的可选值
      | 值                 | 名称       |
      | generic            | 笼统声明   |
      | social_mix         | 兼及社会   |
      | specific_attribute | 具体属性   |
      | quantified_pcf     | 量化足迹   |
      | comparative        | 比较       |
      | absolute           | 绝对化     |
      | future             | 未来       |
      | neutral_offset     | 抵消中和   |
      | neutral_no_offset  | 非抵消中和 |
      | net_zero           | 净零       |
      | negative_carbon    | 负碳       |
      | removal            | 清除       |
      | contribution       | 贡献       |
      | avoided_handprint  | 避免排放   |
      | label              | 标识       |
      | name               | 名称       |
      | recycled_content   | 再生含量   |
      | recyclable         | 可回收     |
      | degradable         | 可降解     |
      | compostable        | 可堆肥     |
      | renewable_energy   | 可再生能源 |
      | renewable_material | 可再生材料 |
      | free_of            | 不含       |
      | energy_efficiency  | 节能       |
      | durability         | 耐用       |
      | repairability      | 可维修     |
      | imagery_only       | 仅图像     |
      | legal_requirement  | 法定要求   |
      | irrelevant_benefit | 无关益处   |
    并且 具体说明 的可选值
      | 值             | 名称         |
      | same_medium    | 在同一媒介上 |
      | elsewhere_only | 仅在别处     |
      | none           | 无           |
    并且 限定语 的可选值
      | 值           | 名称       |
      | clear        | 清晰且邻近 |
      | contradicts  | 与标题矛盾 |
      | far_or_small | 过远或过小 |
      | no_qualifier | 无限定语   |
    并且 声称范围 的可选值
      | 值    | 名称 |
      | whole | 整体 |
      | part  | 部分 |
    并且 证据覆盖 的可选值
      | 值           | 名称       |
      | all_asserted | 所称全部   |
      | a_part       | 仅其一部分 |
    并且 标识证书 的可选值
      | 值                 | 名称         |
      | valid              | 对该产品有效 |
      | missing_or_expired | 缺失或过期   |
      | other_product      | 属其他产品   |
    并且 本基准案例
      | 事实                   | 值                       |
      | 沟通性质               | 商业                     |
      | 展示期间               | 2026-10-01 至 2026-12-31 |
      | 声明类型               | 具体属性                 |
      | 具体说明               | 在同一媒介上             |
      | 证据与声明相悖         | 否                       |
      | 声明内载明基础         | 是                       |
      | 封存期足以支持声明     | 是                       |
      | 限定语                 | 清晰且邻近               |
      | 同类可比               | 是                       |
      | 真实准确               | 是                       |
      | 确不含且无类似风险     | 是                       |
      | 无重要遗漏             | 是                       |
      | 声称范围               | 整体                     |
      | 证据覆盖               | 所称全部                 |
      | 详细可行的计划         | 是                       |
      | 可衡量且有时限的目标   | 是                       |
      | 有充分依据             | 是                       |
      | 作为特色宣传           | 否                       |
      | 益处相关               | 是                       |
      | 比较公平有意义         | 是                       |
      | 标题不含部分部件       | 否                       |
      | 已配置资源             | 是                       |
      | 标识证书               | 对该产品有效             |
      | 已说明标识依据         | 是                       |
      | 考虑全生命周期         | 是                       |
      | 已注明降解类型         | 是                       |
      | 对人与环境安全         | 是                       |
      | 已说明数量与基准       | 是                       |
      | 清晰醒目地限定         | 是                       |
      | 绝对化用语             | 否                       |
      | 绝对化用语属例外并有证 | 是                       |

  规则: 无可反对的声明

    场景: 基准声明
      当 按 2026-11-20 评定
      那么 判定为 合规

    场景: 不适用于机构性
      假如 kind 为 institutional
      当 按 2026-11-20 评定
      那么 结论为 不适用
