# language: zh-CN
功能: 西班牙绿色声明
  指令之外的西班牙《反不正当竞争法》。就所能查阅者, (EU) 2024/825 号指令的转化尚为草案 (《可持续消费法》);
  在其成为法律之前, 以一般条款的合指令解读代之。

  背景:
    假如 本评分卡
      | 项目     | 内容                                                                                 |
      | 编号     | green-claim-es                                                                       |
      | 版本     | 1.1.0                                                                                |
      | 替代     | 1.0.0                                                                                |
      | 名称     | 西班牙绿色声明                                                                       |
      | 评价对象 | claim                                                                                |
      | 用途     | 自评                                                                                 |
      | 时区     | Europe/Madrid                                                                        |
      | 生效日期 | 2026-11-20                                                                           |
      | 修约     | 四舍六入五成双, 保留2位                                                              |
      | 不适用项 | 拒绝                                                                                 |
      | 不评价   | 指令本身的规则, 见欧盟评分卡                                                         |
      | 不评价   | 《可持续消费法》草案, 就所能查阅者尚非法律; 及其对化石燃料与短途航班广告的禁令       |
      | 不评价   | 《消费者保护法合并文本》(TRLGDCU) 第 19 至 21 与 47 条: 将同样行为列为违法, 未经查阅 |
      | 不评价   | 2009 年环境诉求自律守则, 仅约束加入的能源与汽车企业, 只读到开头                      |
      | 不评价   | 汽车广告应载的油耗与排放 (第 837/2002 号皇家法令)                                    |
      | 不评价   | 罚款与责任                                                                           |
      | 不评价   | 证据是否真实                                                                         |
    并且 下列依据
      | 编号        | 文件                               | 条款                                                | 确信度   | 说明                                                                                                                                         |
      | es-5        | Ley 3/1991, de competencia desleal | Article 5(1)                                        | 已核实   | 合并文本读自官方公报 (BOE-A-1991-628) 的存本, 修订至 2022 年。对消费者与企业均适用。2010-01-01 (Ley 29/2009) 系凭记忆。                      |
      | es-5-part   | Ley 3/1991, de competencia desleal | Article 5(1)(b), part told as the whole             | 自行解读 | 该条已读; 以偏概全误导主要特性系据 Autocontrol 评审团 2010 年裁决 (eldiario.es) 推得。                                                       |
      | es-5-proof  | Ley 3/1991, de competencia desleal | Article 5(1), with article 217(4) of Ley 1/2000     | 自行解读 | 举证责任在广告主: 《民事诉讼法》第 217 条第 4 款凭记忆。未经证明即属误导系我方解读。                                                         |
      | es-5-aim    | Ley 3/1991, de competencia desleal | Article 5(1)(d), scope of commitments               | 自行解读 | 该条 (承诺的范围) 已读; 无计划的承诺构成误导系我方解读。2025 年法院驳回针对某石油公司承诺的诉讼, 其有计划 (twobirds.com、ga-p.com)。         |
      | es-7        | Ley 3/1991, de competencia desleal | Article 7(1)                                        | 已核实   | 合并文本读自官方公报 (BOE-A-1991-628) 的存本, 修订至 2022 年。对消费者与企业均适用。2010-01-01 (Ley 29/2009) 系凭记忆。                      |
      | es-7-words  | Ley 3/1991, de competencia desleal | Article 7(1), ambiguous words                       | 自行解读 | 该条 (不清或含糊的信息) 已读; 含混用语与未解释的中和即属含糊系我方解读。可持续不在其内: 2025 年法院认为其并非对环境友好之义 (twobirds.com)。 |
      | es-10       | Ley 3/1991, de competencia desleal | Article 10                                          | 已核实   | 合并文本读自官方公报 (BOE-A-1991-628) 的存本: 同一用途, 客观、相关、可核实且有代表性的特性。针对与竞争者的比较; 2010-01-01 系凭记忆。        |
      | es-10-words | Ley 3/1991, de competencia desleal | Articles 7(1) and 10, comparison without comparator | 自行解读 | 两条已读; 未说明比较对象即属含糊系我方解读。                                                                                                 |
      | es-21       | Ley 3/1991, de competencia desleal | Article 21(1)(c) and (2), article 19(2)             | 已核实   | 合并文本读自官方公报 (BOE-A-1991-628) 的存本: 未获必要许可而展示质量标识, 一律不公平。面向消费者。2010-01-01 系凭记忆。                      |
      | otherwise   | green-claim-es                     | no rule of this card holds                          | 自行解读 | 本评分卡所编规则均不反对, 不等于法院亦然。                                                                                                   |
    并且 下列事实
      | 事实                      | 名称                 | 类型 | 可选值                                                                                                                                                                                                                                                                                                                                                                                                               |
      | audience                  | 受众                 | 选项 | b2c, b2b, investor, public_authority                                                                                                                                                                                                                                                                                                                                                                                 |
      | kind                      | 沟通性质             | 选项 | commercial, mandatory_report, institutional, mandatory_label                                                                                                                                                                                                                                                                                                                                                         |
      | display                   | 展示期间             | 期间 |                                                                                                                                                                                                                                                                                                                                                                                                                      |
      | claim_types               | 声明类型             | 多选 | generic, social_mix, specific_attribute, quantified_pcf, comparative, absolute, future, neutral_offset, neutral_no_offset, net_zero, negative_carbon, removal, contribution, avoided_handprint, label, name, recycled_content, recyclable, degradable, compostable, renewable_energy, renewable_material, free_of, energy_efficiency, durability, repairability, imagery_only, legal_requirement, irrelevant_benefit |
      | specification             | 具体说明             | 选项 | same_medium, elsewhere_only, none                                                                                                                                                                                                                                                                                                                                                                                    |
      | reep_basis                | 公认的卓越绩效       | 选项 | no_basis, eu_ecolabel, national_type1, top_union_law                                                                                                                                                                                                                                                                                                                                                                 |
      | subject_asserted_scope    | 声称范围             | 选项 | whole, part                                                                                                                                                                                                                                                                                                                                                                                                          |
      | evidence_covers           | 证据覆盖             | 选项 | all_asserted, a_part                                                                                                                                                                                                                                                                                                                                                                                                 |
      | overall_presentation_fair | 整体呈现公允         | 是否 |                                                                                                                                                                                                                                                                                                                                                                                                                      |
      | future_detailed_plan      | 详细可行的计划       | 是否 |                                                                                                                                                                                                                                                                                                                                                                                                                      |
      | future_measurable_targets | 可衡量且有时限的目标 | 是否 |                                                                                                                                                                                                                                                                                                                                                                                                                      |
      | headline_excludes_parts   | 标题不含部分部件     | 是否 |                                                                                                                                                                                                                                                                                                                                                                                                                      |
      | label_certificate         | 标识证书             | 选项 | valid, missing_or_expired, other_product                                                                                                                                                                                                                                                                                                                                                                             |
      | truthful                  | 真实准确             | 是否 |                                                                                                                                                                                                                                                                                                                                                                                                                      |
      | nothing_important_omitted | 无重要遗漏           | 是否 |                                                                                                                                                                                                                                                                                                                                                                                                                      |
      | clear                     | 清晰明确             | 是否 |                                                                                                                                                                                                                                                                                                                                                                                                                      |
      | substantiated             | 有充分依据           | 是否 |                                                                                                                                                                                                                                                                                                                                                                                                                      |
      | basis_in_claim            | 声明内载明基础       | 是否 |                                                                                                                                                                                                                                                                                                                                                                                                                      |
      | comparison_like_with_like | 同类可比             | 是否 |                                                                                                                                                                                                                                                                                                                                                                                                                      |
      | comparison_fair           | 比较公平有意义       | 是否 |                                                                                                                                                                                                                                                                                                                                                                                                                      |
      | visuals_fair              | 图像公允             | 是否 |                                                                                                                                                                                                                                                                                                                                                                                                                      |
    并且 受众 的可选值
      | 值               | 名称     |
      | b2c              | 消费者   |
      | b2b              | 企业     |
      | investor         | 投资者   |
      | public_authority | 公共机构 |
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
    并且 标识证书 的可选值
      | 值                 | 名称         |
      | valid              | 对该产品有效 |
      | missing_or_expired | 缺失或过期   |
      | other_product      | 属其他产品   |
    并且 本基准案例
      | 事实                 | 值                       |
      | 受众                 | 消费者                   |
      | 沟通性质             | 商业                     |
      | 展示期间             | 2026-10-01 至 2026-12-31 |
      | 声明类型             | 具体属性                 |
      | 具体说明             | 在同一媒介上             |
      | 公认的卓越绩效       | 欧盟生态标签             |
      | 声称范围             | 整体                     |
      | 证据覆盖             | 所称全部                 |
      | 整体呈现公允         | 是                       |
      | 详细可行的计划       | 是                       |
      | 可衡量且有时限的目标 | 是                       |
      | 标题不含部分部件     | 否                       |
      | 标识证书             | 对该产品有效             |
      | 真实准确             | 是                       |
      | 无重要遗漏           | 是                       |
      | 清晰明确             | 是                       |
      | 有充分依据           | 是                       |
      | 声明内载明基础       | 是                       |
      | 同类可比             | 是                       |
      | 比较公平有意义       | 是                       |
      | 图像公允             | 是                       |

  规则: 无可反对的声明

    场景: 基准声明
      当 按 2026-11-20 评定
      那么 判定为 合规

    场景: 不适用于机构性
      假如 kind 为 institutional
      当 按 2026-11-20 评定
      那么 结论为 不适用
