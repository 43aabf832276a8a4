# language: zh-CN
功能: 环境声明的事实
  各环境声明评分卡所用的声明事实，以及一项没有瑕疵的声明的各值。

  背景:
    假如 词汇表 claim-facts
    并且 下列事实
      | 事实                              | 名称                             | 类型 | 单位 | 可选值                                                                                                                                                                                                                                                                                                                                                                                                               | 不低于 | 不高于 |
      | kind                              | 沟通性质                         | 选项 |      | commercial, mandatory_report, institutional, mandatory_label                                                                                                                                                                                                                                                                                                                                                         |        |        |
      | display                           | 展示期间                         | 期间 |      |                                                                                                                                                                                                                                                                                                                                                                                                                      |        |        |
      | subject_level                     | 声明对象                         | 选项 |      | product, category, packaging, component, process, service, site, event, brand, trader, financial_product                                                                                                                                                                                                                                                                                                             |        |        |
      | claim_types                       | 声明类型                         | 多选 |      | generic, social_mix, specific_attribute, quantified_pcf, comparative, absolute, future, neutral_offset, neutral_no_offset, net_zero, negative_carbon, removal, contribution, avoided_handprint, label, name, recycled_content, recyclable, degradable, compostable, renewable_energy, renewable_material, free_of, energy_efficiency, durability, repairability, imagery_only, legal_requirement, irrelevant_benefit |        |        |
      | specification                     | 具体说明的位置                   | 选项 |      | same_medium, elsewhere_only, none                                                                                                                                                                                                                                                                                                                                                                                    |        |        |
      | offsets_used                      | 使用抵消                         | 是否 |      |                                                                                                                                                                                                                                                                                                                                                                                                                      |        |        |
      | evidence_contradicts              | 证据与声明相悖                   | 是否 |      |                                                                                                                                                                                                                                                                                                                                                                                                                      |        |        |
      | neutrality_standard               | 中和所依标准                     | 选项 |      | iso_14068, pas_2060, other_standard, no_standard                                                                                                                                                                                                                                                                                                                                                                     |        |        |
      | neutrality_file_complete          | 中和文件齐全                     | 是否 |      |                                                                                                                                                                                                                                                                                                                                                                                                                      |        |        |
      | basis_in_claim                    | 声明内载明基础                   | 是否 |      |                                                                                                                                                                                                                                                                                                                                                                                                                      |        |        |
      | storage_long_enough               | 封存期足以支持声明               | 是否 |      |                                                                                                                                                                                                                                                                                                                                                                                                                      |        |        |
      | lca_offsets_in_total              | 足迹含抵消                       | 是否 |      |                                                                                                                                                                                                                                                                                                                                                                                                                      |        |        |
      | energy_instrument_cancelled       | 电力凭证已按市场与期间核销       | 是否 |      |                                                                                                                                                                                                                                                                                                                                                                                                                      |        |        |
      | qualifier                         | 限定语                           | 选项 |      | clear, contradicts, far_or_small, no_qualifier                                                                                                                                                                                                                                                                                                                                                                       |        |        |
      | comparison_like_with_like         | 同类可比                         | 是否 |      |                                                                                                                                                                                                                                                                                                                                                                                                                      |        |        |
      | evidence_boundary_covers_claim    | 证据边界覆盖声明                 | 是否 |      |                                                                                                                                                                                                                                                                                                                                                                                                                      |        |        |
      | impact_categories_covered         | 覆盖全部影响类别                 | 是否 |      |                                                                                                                                                                                                                                                                                                                                                                                                                      |        |        |
      | trader_high_emitting              | 高排放经营者                     | 是否 |      |                                                                                                                                                                                                                                                                                                                                                                                                                      |        |        |
      | green_share_stated                | 已说明绿色业务占比               | 是否 |      |                                                                                                                                                                                                                                                                                                                                                                                                                      |        |        |
      | ocean_plastic_from_ocean          | 所称海洋塑料均取自海洋           | 是否 |      |                                                                                                                                                                                                                                                                                                                                                                                                                      |        |        |
      | truthful                          | 声明真实准确                     | 是否 |      |                                                                                                                                                                                                                                                                                                                                                                                                                      |        |        |
      | free_of_true                      | 确不含且无类似风险               | 是否 |      |                                                                                                                                                                                                                                                                                                                                                                                                                      |        |        |
      | nothing_important_omitted         | 无重要遗漏                       | 是否 |      |                                                                                                                                                                                                                                                                                                                                                                                                                      |        |        |
      | subject_asserted_scope            | 声称范围                         | 选项 |      | whole, part                                                                                                                                                                                                                                                                                                                                                                                                          |        |        |
      | evidence_covers                   | 证据覆盖范围                     | 选项 |      | all_asserted, a_part                                                                                                                                                                                                                                                                                                                                                                                                 |        |        |
      | future_detailed_plan              | 详细可行的计划                   | 是否 |      |                                                                                                                                                                                                                                                                                                                                                                                                                      |        |        |
      | future_measurable_targets         | 可衡量且有时限的目标             | 是否 |      |                                                                                                                                                                                                                                                                                                                                                                                                                      |        |        |
      | substantiated                     | 声明有充分依据                   | 是否 |      |                                                                                                                                                                                                                                                                                                                                                                                                                      |        |        |
      | evidence_on_file                  | 发布时已有证据                   | 是否 |      |                                                                                                                                                                                                                                                                                                                                                                                                                      |        |        |
      | clear                             | 声明清晰明确                     | 是否 |      |                                                                                                                                                                                                                                                                                                                                                                                                                      |        |        |
      | reep_basis                        | 公认的卓越绩效                   | 选项 |      | no_basis, eu_ecolabel, national_type1, top_union_law                                                                                                                                                                                                                                                                                                                                                                 |        |        |
      | presented_as_distinctive          | 将法定要求或通常属性作为特色宣传 | 是否 |      |                                                                                                                                                                                                                                                                                                                                                                                                                      |        |        |
      | benefit_relevant                  | 益处相关                         | 是否 |      |                                                                                                                                                                                                                                                                                                                                                                                                                      |        |        |
      | comparison_fair                   | 比较公平有意义                   | 是否 |      |                                                                                                                                                                                                                                                                                                                                                                                                                      |        |        |
      | comparison_data_current           | 比较数据仍有效                   | 是否 |      |                                                                                                                                                                                                                                                                                                                                                                                                                      |        |        |
      | bamboo_is_rayon                   | 人造丝称为竹                     | 是否 |      |                                                                                                                                                                                                                                                                                                                                                                                                                      |        |        |
      | overall_presentation_fair         | 整体呈现公允                     | 是否 |      |                                                                                                                                                                                                                                                                                                                                                                                                                      |        |        |
      | visuals_fair                      | 图像公允                         | 是否 |      |                                                                                                                                                                                                                                                                                                                                                                                                                      |        |        |
      | headline_excludes_parts           | 标题不含部分部件                 | 是否 |      |                                                                                                                                                                                                                                                                                                                                                                                                                      |        |        |
      | future_public_commitments         | 公开承诺                         | 是否 |      |                                                                                                                                                                                                                                                                                                                                                                                                                      |        |        |
      | future_resources_allocated        | 已配置资源                       | 是否 |      |                                                                                                                                                                                                                                                                                                                                                                                                                      |        |        |
      | future_expert_verification        | 独立专家定期核查                 | 是否 |      |                                                                                                                                                                                                                                                                                                                                                                                                                      |        |        |
      | future_findings_public            | 核查结论对消费者公开             | 是否 |      |                                                                                                                                                                                                                                                                                                                                                                                                                      |        |        |
      | label_kind                        | 标识种类                         | 选项 |      | public_authority_eu, public_authority_other, certification_scheme, self_declared                                                                                                                                                                                                                                                                                                                                     |        |        |
      | label_independent_monitor         | 标识由独立第三方监督             | 是否 |      |                                                                                                                                                                                                                                                                                                                                                                                                                      |        |        |
      | label_certificate                 | 标识证书                         | 选项 |      | valid, missing_or_expired, other_product                                                                                                                                                                                                                                                                                                                                                                             |        |        |
      | label_scheme_open_and_consulted   | 标识体系公开并经咨询且可撤销     | 是否 |      |                                                                                                                                                                                                                                                                                                                                                                                                                      |        |        |
      | seal_basis_stated                 | 已说明标识依据                   | 是否 |      |                                                                                                                                                                                                                                                                                                                                                                                                                      |        |        |
      | seal_connection_disclosed         | 已披露与认证方的重大关联         | 是否 |      |                                                                                                                                                                                                                                                                                                                                                                                                                      |        |        |
      | airline                           | 航空运输                         | 是否 |      |                                                                                                                                                                                                                                                                                                                                                                                                                      |        |        |
      | flight_neutralised_by_payment     | 宣称付费即抵消航班               | 是否 |      |                                                                                                                                                                                                                                                                                                                                                                                                                      |        |        |
      | sustainable_fuel_unqualified      | 可持续燃料声明未加限定           | 是否 |      |                                                                                                                                                                                                                                                                                                                                                                                                                      |        |        |
      | calculator_without_method         | 排放计算器未说明方法             | 是否 |      |                                                                                                                                                                                                                                                                                                                                                                                                                      |        |        |
      | full_life_cycle_considered        | 考虑全生命周期                   | 是否 |      |                                                                                                                                                                                                                                                                                                                                                                                                                      |        |        |
      | repair_possible                   | 可以维修                         | 是否 |      |                                                                                                                                                                                                                                                                                                                                                                                                                      |        |        |
      | durability_proven                 | 耐用性经正常使用证明             | 是否 |      |                                                                                                                                                                                                                                                                                                                                                                                                                      |        |        |
      | composts_timely                   | 所有部分均可及时堆肥             | 是否 |      |                                                                                                                                                                                                                                                                                                                                                                                                                      |        |        |
      | compost_facilities_disclosed      | 已披露堆肥设施不足               | 是否 |      |                                                                                                                                                                                                                                                                                                                                                                                                                      |        |        |
      | degrades_within_year              | 处置后一年内降解                 | 是否 |      |                                                                                                                                                                                                                                                                                                                                                                                                                      |        |        |
      | degradation_kind_stated           | 已注明降解类型                   | 是否 |      |                                                                                                                                                                                                                                                                                                                                                                                                                      |        |        |
      | safe_for_people_and_environment   | 对人与环境安全                   | 是否 |      |                                                                                                                                                                                                                                                                                                                                                                                                                      |        |        |
      | recyclability_access              | 可获得回收设施的人口比例         | 数值 | %    |                                                                                                                                                                                                                                                                                                                                                                                                                      | 0      | 100    |
      | recycling_limits_disclosed        | 已披露回收限制                   | 是否 |      |                                                                                                                                                                                                                                                                                                                                                                                                                      |        |        |
      | recycled_share                    | 按重量的再生比例                 | 数值 | %    |                                                                                                                                                                                                                                                                                                                                                                                                                      | 0      | 100    |
      | recycled_share_stated             | 已说明再生比例                   | 是否 |      |                                                                                                                                                                                                                                                                                                                                                                                                                      |        |        |
      | renewable_source_matched          | 可再生电力匹配且未售出           | 是否 |      |                                                                                                                                                                                                                                                                                                                                                                                                                      |        |        |
      | renewable_source_and_share_stated | 已说明可再生能源来源与占比       | 是否 |      |                                                                                                                                                                                                                                                                                                                                                                                                                      |        |        |
      | renewable_material_stated         | 已说明可再生材料及理由           | 是否 |      |                                                                                                                                                                                                                                                                                                                                                                                                                      |        |        |
      | source_reduction_amount_stated    | 已说明减少的数量与基准           | 是否 |      |                                                                                                                                                                                                                                                                                                                                                                                                                      |        |        |
      | qualified_prominently             | 声明已清晰醒目地限定             | 是否 |      |                                                                                                                                                                                                                                                                                                                                                                                                                      |        |        |
      | future_binding                    | 目标的约束力                     | 选项 |      | somebody, aim_only, nobody                                                                                                                                                                                                                                                                                                                                                                                           |        |        |
      | trader_financed_emissions         | 被融资方的排放                   | 选项 |      | no_financing, told, left_out                                                                                                                                                                                                                                                                                                                                                                                         |        |        |
      | facilities_where_shown            | 展示地处理设施                   | 选项 |      | widely, partly, nowhere                                                                                                                                                                                                                                                                                                                                                                                              |        |        |
      | absolute_wording                  | 绝对化用语                       | 是否 |      |                                                                                                                                                                                                                                                                                                                                                                                                                      |        |        |
      | audience                          | 受众                             | 选项 |      | b2c, b2b, investor, public_authority                                                                                                                                                                                                                                                                                                                                                                                 |        |        |
      | social_aspects_substantiated      | 社会方面有依据                   | 是否 |      |                                                                                                                                                                                                                                                                                                                                                                                                                      |        |        |
      | plastic                           | 塑料制品                         | 是否 |      |                                                                                                                                                                                                                                                                                                                                                                                                                      |        |        |
    并且 沟通性质 的可选值
      | 值               | 名称     |
      | commercial       | 商业     |
      | mandatory_report | 强制报告 |
      | institutional    | 机构性   |
      | mandatory_label  | 强制标识 |
    并且 声明对象 的可选值
      | 值                | 名称     |
      | product           | 产品     |
      | category          | 品类     |
      | packaging         | 包装     |
      | component         | 部件     |
      | process           | 工艺     |
      | service           | 服务     |
      | site              | 场所     |
      | event             | 活动     |
      | brand             | 品牌     |
      | trader            | 经营者   |
      | financial_product | 金融产品 |
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
    并且 具体说明的位置 的可选值
      | 值             | 名称         |
      | same_medium    | 在同一媒介上 |
      | elsewhere_only | 仅在别处     |
      | none           | 无           |
    并且 中和所依标准 的可选值
      | 值             | 名称        |
      | iso_14068      | ISO 14068-1 |
      | pas_2060       | PAS 2060    |
      | other_standard | 其他标准    |
      | no_standard    | 无标准      |
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
    并且 证据覆盖范围 的可选值
      | 值           | 名称           |
      | all_asserted | 所称全部       |
      | a_part       | 仅所称的一部分 |
    并且 公认的卓越绩效 的可选值
      | 值             | 名称           |
      | no_basis       | 无卓越绩效     |
      | eu_ecolabel    | 欧盟生态标签   |
      | national_type1 | 国家一型标签   |
      | top_union_law  | 欧盟法最高等级 |
    并且 标识种类 的可选值
      | 值                     | 名称         |
      | public_authority_eu    | 欧盟公共机构 |
      | public_authority_other | 其他公共机构 |
      | certification_scheme   | 认证体系     |
      | self_declared          | 自我声明     |
    并且 标识证书 的可选值
      | 值                 | 名称         |
      | valid              | 对该产品有效 |
      | missing_or_expired | 缺失或过期   |
      | other_product      | 属其他产品   |
    并且 目标的约束力 的可选值
      | 值       | 名称               |
      | somebody | 有约束力           |
      | aim_only | 无约束力且称为愿望 |
      | nobody   | 无约束力却称为承诺 |
    并且 被融资方的排放 的可选值
      | 值           | 名称       |
      | no_financing | 不提供融资 |
      | told         | 已披露     |
      | left_out     | 未披露     |
    并且 展示地处理设施 的可选值
      | 值      | 名称         |
      | widely  | 多数人可用   |
      | partly  | 部分人可用   |
      | nowhere | 几乎无人可用 |
    并且 受众 的可选值
      | 值               | 名称     |
      | b2c              | 消费者   |
      | b2b              | 企业     |
      | investor         | 投资者   |
      | public_authority | 公共机构 |
    并且 本基准案例
      | 事实                             | 值                       |
      | 沟通性质                         | 商业                     |
      | 展示期间                         | 2026-10-01 至 2026-12-31 |
      | 声明对象                         | 产品                     |
      | 声明类型                         | 具体属性                 |
      | 具体说明的位置                   | 在同一媒介上             |
      | 使用抵消                         | 否                       |
      | 证据与声明相悖                   | 否                       |
      | 中和所依标准                     | ISO 14068-1              |
      | 中和文件齐全                     | 是                       |
      | 声明内载明基础                   | 是                       |
      | 封存期足以支持声明               | 是                       |
      | 足迹含抵消                       | 否                       |
      | 电力凭证已按市场与期间核销       | 是                       |
      | 限定语                           | 清晰且邻近               |
      | 同类可比                         | 是                       |
      | 证据边界覆盖声明                 | 是                       |
      | 覆盖全部影响类别                 | 是                       |
      | 高排放经营者                     | 否                       |
      | 已说明绿色业务占比               | 是                       |
      | 所称海洋塑料均取自海洋           | 是                       |
      | 声明真实准确                     | 是                       |
      | 确不含且无类似风险               | 是                       |
      | 无重要遗漏                       | 是                       |
      | 声称范围                         | 整体                     |
      | 证据覆盖范围                     | 所称全部                 |
      | 详细可行的计划                   | 是                       |
      | 可衡量且有时限的目标             | 是                       |
      | 声明有充分依据                   | 是                       |
      | 发布时已有证据                   | 是                       |
      | 声明清晰明确                     | 是                       |
      | 公认的卓越绩效                   | 欧盟生态标签             |
      | 将法定要求或通常属性作为特色宣传 | 否                       |
      | 益处相关                         | 是                       |
      | 比较公平有意义                   | 是                       |
      | 比较数据仍有效                   | 是                       |
      | 人造丝称为竹                     | 否                       |
      | 整体呈现公允                     | 是                       |
      | 图像公允                         | 是                       |
      | 标题不含部分部件                 | 否                       |
      | 公开承诺                         | 是                       |
      | 已配置资源                       | 是                       |
      | 独立专家定期核查                 | 是                       |
      | 核查结论对消费者公开             | 是                       |
      | 标识种类                         | 认证体系                 |
      | 标识由独立第三方监督             | 是                       |
      | 标识证书                         | 对该产品有效             |
      | 标识体系公开并经咨询且可撤销     | 是                       |
      | 已说明标识依据                   | 是                       |
      | 已披露与认证方的重大关联         | 是                       |
      | 航空运输                         | 否                       |
      | 宣称付费即抵消航班               | 否                       |
      | 可持续燃料声明未加限定           | 否                       |
      | 排放计算器未说明方法             | 否                       |
      | 考虑全生命周期                   | 是                       |
      | 可以维修                         | 是                       |
      | 耐用性经正常使用证明             | 是                       |
      | 所有部分均可及时堆肥             | 是                       |
      | 已披露堆肥设施不足               | 是                       |
      | 处置后一年内降解                 | 是                       |
      | 已注明降解类型                   | 是                       |
      | 对人与环境安全                   | 是                       |
      | 可获得回收设施的人口比例         | 80 %                     |
      | 已披露回收限制                   | 是                       |
      | 按重量的再生比例                 | 100 %                    |
      | 已说明再生比例                   | 是                       |
      | 可再生电力匹配且未售出           | 是                       |
      | 已说明可再生能源来源与占比       | 是                       |
      | 已说明可再生材料及理由           | 是                       |
      | 已说明减少的数量与基准           | 是                       |
      | 声明已清晰醒目地限定             | 是                       |
      | 目标的约束力                     | 有约束力                 |
      | 被融资方的排放                   | 不提供融资               |
      | 展示地处理设施                   | 多数人可用               |
      | 绝对化用语                       | 否                       |
      | 受众                             | 消费者                   |
      | 社会方面有依据                   | 是                       |
      | 塑料制品                         | 否                       |
