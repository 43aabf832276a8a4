# language: zh-CN
功能: 荷兰绿色声明
  指令之外的荷兰不公平商业行为法、荷兰消费者与市场管理局 (ACM) 可持续声明指南与广告业自律守则。
  声明是否正确, 由经营者举证。

  背景:
    假如 本评分卡
      | 项目     | 内容                                                                          |
      | 编号     | green-claim-nl                                                                |
      | 版本     | 1.0.0                                                                         |
      | 名称     | 荷兰绿色声明                                                                  |
      | 评价对象 | claim                                                                         |
      | 用途     | 自评                                                                          |
      | 时区     | Europe/Amsterdam                                                              |
      | 生效日期 | 2026-11-20                                                                    |
      | 修约     | 四舍六入五成双, 保留2位                                                       |
      | 不适用项 | 拒绝                                                                          |
      | 不评价   | 指令本身的规则, 见欧盟评分卡                                                  |
      | 不评价   | 转化 (EU) 2024/825 号指令的法律, 未查到; 欧盟评分卡以一般条款的合指令解读代之 |
      | 不评价   | 个别行业的广告守则, 如汽车、旅行与食品                                        |
      | 不评价   | 罚款与责任                                                                    |
      | 不评价   | 证据是否真实                                                                  |
    并且 下列依据
      | 编号        | 文件                             | 条款                                                           | 确信度   | 说明                                                                                                                                             |
      | bw-193c     | Burgerlijk Wetboek               | Book 6, Articles 193b and 193c                                 | 自行解读 | 面向消费者。凭一般知识, 未与文本核对, 2008-10-15 亦然。以偏概全构成误导系据 RCC 裁决。                                                           |
      | bw-193d     | Burgerlijk Wetboek               | Book 6, Article 193d                                           | 自行解读 | 面向消费者。凭一般知识, 未与文本核对。                                                                                                           |
      | bw-193j     | Burgerlijk Wetboek               | Book 6, Article 193j                                           | 已核实   | 举证责任在经营者: 该条英文文本读自欧盟委员会指令数据库 (webgate.ec.europa.eu), 摘要见 findinet.nl。其针对诉讼; 首日 2008-10-15 系凭记忆。        |
      | bw-194      | Burgerlijk Wetboek               | Book 6, Articles 194 and 195                                   | 自行解读 | 面向企业; 举证责任同样在广告主。凭记忆, 未与文本核对。                                                                                           |
      | acm-1       | ACM Leidraad Duurzaamheidsclaims | 2023, rule of thumb 1                                          | 转引     | 声明须正确、清楚、具体、完整: 转引自 holla.nl、houthoff.com、vbk.nl 与 groenbalans.nl; 2021 版摘要读自 fdocuments.nl。属 ACM 对法律的解读。      |
      | acm-1-usual | ACM Leidraad Duurzaamheidsclaims | 2023, rule of thumb 1, usual properties and legal requirements | 转引     | 转引自 rainbowcollection.nl: 产品的普通属性与法定要求不得作为优点宣传。                                                                          |
      | acm-co2     | ACM Leidraad Duurzaamheidsclaims | 2023, CO2 compensation                                         | 转引     | 转引自 groenbalans.nl: 须说明何为补偿、何项目、多少、如何计算及已减排多少。                                                                      |
      | acm-3       | ACM Leidraad Duurzaamheidsclaims | 2023, rule of thumb 3                                          | 转引     | 公平比较: 转引自 holla.nl、houthoff.com 与 declercq.com。                                                                                        |
      | acm-4       | ACM Leidraad Duurzaamheidsclaims | 2023, rule of thumb 4                                          | 转引     | 目标须具体可衡量: 转引自 holla.nl 与 houthoff.com。自律守则另要求表明其为目标且可达成 (vakbladvoedingsindustrie.nl)。                            |
      | acm-5       | ACM Leidraad Duurzaamheidsclaims | 2023, rule of thumb 5, labels whose basis is not told          | 自行解读 | 所转引者为图像声明与标识应有助而不混淆 (holla.nl); 未说明依据的标识即属混淆系我方解读。                                                          |
      | cdr         | Code voor Duurzaamheidsreclame   | 2023, demonstrably correct and specific claims                 | 转引     | 2023-02-01 起施行; 定义与范围读自守则网页 (reclamecode.nl), 声明须具体且可证实转引自 vakbladvoedingsindustrie.nl 与 twobirds.com。属广告业自律。 |
      | rcc-storage | Code voor Duurzaamheidsreclame   | rulings of the RCC and its board on compensation by forests    | 自行解读 | 据 2022 年关于航班与牛奶的裁决 (2021/00553、2021/00472) 推得: 以补偿称中和者须证明其持久。                                                       |
      | otherwise   | green-claim-nl                   | no rule of this card holds                                     | 自行解读 | 本评分卡所编规则均不反对, 不等于法院亦然。                                                                                                       |
    并且 下列事实
      | 事实                      | 名称                 | 类型 | 可选值                                                                                                                                                                                                                                                                                                                                                                                                               |
      | kind                      | 沟通性质             | 选项 | commercial, mandatory_report, institutional, mandatory_label                                                                                                                                                                                                                                                                                                                                                         |
      | display                   | 展示期间             | 期间 |                                                                                                                                                                                                                                                                                                                                                                                                                      |
      | claim_types               | 声明类型             | 多选 | generic, social_mix, specific_attribute, quantified_pcf, comparative, absolute, future, neutral_offset, neutral_no_offset, net_zero, negative_carbon, removal, contribution, avoided_handprint, label, name, recycled_content, recyclable, degradable, compostable, renewable_energy, renewable_material, free_of, energy_efficiency, durability, repairability, imagery_only, legal_requirement, irrelevant_benefit |
      | specification             | 具体说明             | 选项 | same_medium, elsewhere_only, none                                                                                                                                                                                                                                                                                                                                                                                    |
      | reep_basis                | 公认的卓越绩效       | 选项 | no_basis, eu_ecolabel, national_type1, top_union_law                                                                                                                                                                                                                                                                                                                                                                 |
      | subject_asserted_scope    | 声称范围             | 选项 | whole, part                                                                                                                                                                                                                                                                                                                                                                                                          |
      | evidence_covers           | 证据覆盖             | 选项 | all_asserted, a_part                                                                                                                                                                                                                                                                                                                                                                                                 |
      | offsets_used              | 使用抵消             | 是否 |                                                                                                                                                                                                                                                                                                                                                                                                                      |
      | presented_as_distinctive  | 作为特色宣传         | 是否 |                                                                                                                                                                                                                                                                                                                                                                                                                      |
      | overall_presentation_fair | 整体呈现公允         | 是否 |                                                                                                                                                                                                                                                                                                                                                                                                                      |
      | future_detailed_plan      | 详细可行的计划       | 是否 |                                                                                                                                                                                                                                                                                                                                                                                                                      |
      | future_measurable_targets | 可衡量且有时限的目标 | 是否 |                                                                                                                                                                                                                                                                                                                                                                                                                      |
      | benefit_relevant          | 益处相关             | 是否 |                                                                                                                                                                                                                                                                                                                                                                                                                      |
      | truthful                  | 真实准确             | 是否 |                                                                                                                                                                                                                                                                                                                                                                                                                      |
      | nothing_important_omitted | 无重要遗漏           | 是否 |                                                                                                                                                                                                                                                                                                                                                                                                                      |
      | clear                     | 清晰明确             | 是否 |                                                                                                                                                                                                                                                                                                                                                                                                                      |
      | substantiated             | 有充分依据           | 是否 |                                                                                                                                                                                                                                                                                                                                                                                                                      |
      | basis_in_claim            | 声明内载明基础       | 是否 |                                                                                                                                                                                                                                                                                                                                                                                                                      |
      | storage_long_enough       | 封存期足以支持声明   | 是否 |                                                                                                                                                                                                                                                                                                                                                                                                                      |
      | comparison_like_with_like | 同类可比             | 是否 |                                                                                                                                                                                                                                                                                                                                                                                                                      |
      | comparison_fair           | 比较公平有意义       | 是否 |                                                                                                                                                                                                                                                                                                                                                                                                                      |
      | visuals_fair              | 图像公允             | 是否 |                                                                                                                                                                                                                                                                                                                                                                                                                      |
      | seal_basis_stated         | 已说明标识依据       | 是否 |                                                                                                                                                                                                                                                                                                                                                                                                                      |
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
    并且 公认的卓越绩效 的可选值
      | 值             | 名称           |
      | no_basis       | 无卓越绩效     |
      | eu_ecolabel    | 欧盟生态标签   |
      | national_type1 | 国家一型标签   |
      | top_union_law  | 欧盟法最高等级 |
    并且 声称范围 的可选值
      | 值    | 名称 |
      | whole | 整体 |
      | part  | 部分 |
    并且 证据覆盖 的可选值
      | 值           | 名称       |
      | all_asserted | 所称全部   |
      | a_part       | 仅其一部分 |
    并且 本基准案例
      | 事实                 | 值                       |
      | 沟通性质             | 商业                     |
      | 展示期间             | 2026-10-01 至 2026-12-31 |
      | 声明类型             | 具体属性                 |
      | 具体说明             | 在同一媒介上             |
      | 公认的卓越绩效       | 欧盟生态标签             |
      | 声称范围             | 整体                     |
      | 证据覆盖             | 所称全部                 |
      | 使用抵消             | 否                       |
      | 作为特色宣传         | 否                       |
      | 整体呈现公允         | 是                       |
      | 详细可行的计划       | 是                       |
      | 可衡量且有时限的目标 | 是                       |
      | 益处相关             | 是                       |
      | 真实准确             | 是                       |
      | 无重要遗漏           | 是                       |
      | 清晰明确             | 是                       |
      | 有充分依据           | 是                       |
      | 声明内载明基础       | 是                       |
      | 封存期足以支持声明   | 是                       |
      | 同类可比             | 是                       |
      | 比较公平有意义       | 是                       |
      | 图像公允             | 是                       |
      | 已说明标识依据       | 是                       |

  规则: 无可反对的声明

    场景: 基准声明
      当 按 2026-11-20 评定
      那么 判定为 合规

    场景: 不适用于机构性
      假如 kind 为 institutional
      当 按 2026-11-20 评定
      那么 结论为 不适用
