# language: zh-CN
功能: 英国绿色声明
  竞争与市场管理局《绿色声明准则》与广告标准局裁决。

  背景:
    假如 本评分卡
      | 项目     | 内容                                                     |
      | 编号     | green-claim-uk                                           |
      | 版本     | 1.4.0                                                    |
      | 替代     | 1.3.0                                                    |
      | 名称     | 英国绿色声明                                             |
      | 评价对象 | claim                                                    |
      | 用途     | 自评                                                     |
      | 时区     | Europe/London                                            |
      | 生效日期 | 2026-11-20                                               |
      | 修约     | 四舍六入五成双, 保留2位                                  |
      | 不适用项 | 拒绝                                                     |
      | 不评价   | 证据是否真实                                             |
      | 不评价   | 所列事实未描述的措辞                                     |
      | 不评价   | DMCC 法下的罚款                                          |
      | 不评价   | 法律要求的报告本身, 由其他法律规范; 摘入广告者为商业沟通 |
    并且 下列依据
      | 编号           | 文件                            | 条款                                                   | 确信度   | 说明                                                                                                                                                                                              |
      | cma-code       | CMA Green Claims Code           | six principles, CAP Code 11, DMCC Act 2024             | 转引     | 转引自 shoosmiths.com 与 Travers Smith (原则)、Mishcon 与 petersandpeters.com (广告准则)、wired-gov.net (法案)。                                                                                  |
      | cma-words      | CMA Green Claims Code           | second principle, words not specified or without basis | 自行解读 | 该原则要求清晰; 此类用语无具体说明、基础或醒目限定即不符合, 系我方解读。                                                                                                                          |
      | cma-evidence   | CMA Green Claims Code           | sixth principle, evidence held at publication          | 自行解读 | 该原则要求证据; 须于发布时已有, 系我方结合广告准则之解读。                                                                                                                                        |
      | asa-recycled   | Advertising Standards Authority | rulings on recycled bottles                            | 转引     | 所读英国页面之中: asa.org.uk、promoveritas.com、charlesrussellspeechlys.com、dwfgroup.com、cms-lawnow.com。                                                                                       |
      | asa-stale      | Advertising Standards Authority | ruling on airline comparisons of 2020-02-05            | 转引     | 所读英国页面之中: asa.org.uk、promoveritas.com、charlesrussellspeechlys.com、dwfgroup.com、cms-lawnow.com。                                                                                       |
      | asa-omission   | Advertising Standards Authority | ruling of 2022-10-19                                   | 自行解读 | 所读英国页面之中: asa.org.uk、promoveritas.com、charlesrussellspeechlys.com、dwfgroup.com、cms-lawnow.com。裁决还认定绿色业务占比小; 该第三项条件未予询问, 只问是否已说明占比, 故本规则宽于裁决。 |
      | asa-boundary   | Advertising Standards Authority | ruling of 2026-05-13                                   | 转引     | 转引自 marketinglaw.osborneclarke.com 与 thegrocer.co.uk; 依2025年4月前的准则裁定。                                                                                                               |
      | asa-financing  | Advertising Standards Authority | ruling of 2022-10-19 on a bank, financed emissions     | 转引     | 转引自 asa.org.uk、climatecasechart.com 与 petersandpeters.com。                                                                                                                                  |
      | cma-facilities | CMA Green Claims Code           | example of a compostable cup, and claims of recycling  | 自行解读 | 只有工业设施才能堆肥的杯子一例转引自 deadgoodwithwords.co.uk; 只在他处可回收者同理, 系我方解读。                                                                                                  |
      | cap-11-3       | CAP Code                        | 11.3                                                   | 已核实   | 在英国广告标准局网页 (asa.org.uk) 读到: 绝对声明须有高水平的证据支持。自本评分卡首日起适用。                                                                                                      |
      | otherwise      | green-claim-uk                  | no rule of this card holds                             | 自行解读 | 本评分卡所编规则均不反对, 不等于法院亦然。                                                                                                                                                        |
    并且 下列事实
      | 事实                           | 名称               | 类型 | 可选值                                                                                                                                                                                                                                                                                                                                                                                                               |
      | kind                           | 沟通性质           | 选项 | commercial, mandatory_report, institutional, mandatory_label                                                                                                                                                                                                                                                                                                                                                         |
      | display                        | 展示期间           | 期间 |                                                                                                                                                                                                                                                                                                                                                                                                                      |
      | subject_level                  | 声明对象           | 选项 | product, category, packaging, component, process, service, site, event, brand, trader, financial_product                                                                                                                                                                                                                                                                                                             |
      | claim_types                    | 声明类型           | 多选 | generic, social_mix, specific_attribute, quantified_pcf, comparative, absolute, future, neutral_offset, neutral_no_offset, net_zero, negative_carbon, removal, contribution, avoided_handprint, label, name, recycled_content, recyclable, degradable, compostable, renewable_energy, renewable_material, free_of, energy_efficiency, durability, repairability, imagery_only, legal_requirement, irrelevant_benefit |
      | specification                  | 具体说明           | 选项 | same_medium, elsewhere_only, none                                                                                                                                                                                                                                                                                                                                                                                    |
      | headline_excludes_parts        | 标题不含部分部件   | 是否 |                                                                                                                                                                                                                                                                                                                                                                                                                      |
      | basis_in_claim                 | 声明内载明基础     | 是否 |                                                                                                                                                                                                                                                                                                                                                                                                                      |
      | evidence_boundary_covers_claim | 证据边界覆盖声明   | 是否 |                                                                                                                                                                                                                                                                                                                                                                                                                      |
      | trader_high_emitting           | 高排放经营者       | 是否 |                                                                                                                                                                                                                                                                                                                                                                                                                      |
      | green_share_stated             | 已说明绿色业务占比 | 是否 |                                                                                                                                                                                                                                                                                                                                                                                                                      |
      | truthful                       | 真实准确           | 是否 |                                                                                                                                                                                                                                                                                                                                                                                                                      |
      | clear                          | 清晰明确           | 是否 |                                                                                                                                                                                                                                                                                                                                                                                                                      |
      | nothing_important_omitted      | 无重要遗漏         | 是否 |                                                                                                                                                                                                                                                                                                                                                                                                                      |
      | comparison_fair                | 比较公平有意义     | 是否 |                                                                                                                                                                                                                                                                                                                                                                                                                      |
      | full_life_cycle_considered     | 考虑全生命周期     | 是否 |                                                                                                                                                                                                                                                                                                                                                                                                                      |
      | substantiated                  | 有充分依据         | 是否 |                                                                                                                                                                                                                                                                                                                                                                                                                      |
      | comparison_data_current        | 比较数据仍有效     | 是否 |                                                                                                                                                                                                                                                                                                                                                                                                                      |
      | qualified_prominently          | 清晰醒目地限定     | 是否 |                                                                                                                                                                                                                                                                                                                                                                                                                      |
      | evidence_on_file               | 发布时已有证据     | 是否 |                                                                                                                                                                                                                                                                                                                                                                                                                      |
      | trader_financed_emissions      | 所融资对象的排放   | 选项 | no_financing, told, left_out                                                                                                                                                                                                                                                                                                                                                                                         |
      | facilities_where_shown         | 展示地处理设施     | 选项 | widely, partly, nowhere                                                                                                                                                                                                                                                                                                                                                                                              |
      | recycling_limits_disclosed     | 已披露回收限制     | 是否 |                                                                                                                                                                                                                                                                                                                                                                                                                      |
      | compost_facilities_disclosed   | 已披露设施不足     | 是否 |                                                                                                                                                                                                                                                                                                                                                                                                                      |
      | absolute_wording               | 绝对化用语         | 是否 |                                                                                                                                                                                                                                                                                                                                                                                                                      |
      | absolute_wording_proved        | 绝对化用语有证     | 是否 |                                                                                                                                                                                                                                                                                                                                                                                                                      |
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
    并且 具体说明 的可选值
      | 值             | 名称         |
      | same_medium    | 在同一媒介上 |
      | elsewhere_only | 仅在别处     |
      | none           | 无           |
    并且 所融资对象的排放 的可选值
      | 值           | 名称       |
      | no_financing | 不提供融资 |
      | told         | 已说明     |
      | left_out     | 未说明     |
    并且 展示地处理设施 的可选值
      | 值      | 名称         |
      | widely  | 多数人可用   |
      | partly  | 部分人可用   |
      | nowhere | 几乎无人可用 |
    并且 本基准案例
      | 事实               | 值                       |
      | 沟通性质           | 商业                     |
      | 展示期间           | 2026-10-01 至 2026-12-31 |
      | 声明对象           | 产品                     |
      | 声明类型           | 具体属性                 |
      | 具体说明           | 在同一媒介上             |
      | 标题不含部分部件   | 否                       |
      | 声明内载明基础     | 是                       |
      | 证据边界覆盖声明   | 是                       |
      | 高排放经营者       | 否                       |
      | 已说明绿色业务占比 | 是                       |
      | 真实准确           | 是                       |
      | 清晰明确           | 是                       |
      | 无重要遗漏         | 是                       |
      | 比较公平有意义     | 是                       |
      | 考虑全生命周期     | 是                       |
      | 有充分依据         | 是                       |
      | 比较数据仍有效     | 是                       |
      | 清晰醒目地限定     | 是                       |
      | 发布时已有证据     | 是                       |
      | 所融资对象的排放   | 不提供融资               |
      | 展示地处理设施     | 多数人可用               |
      | 已披露回收限制     | 是                       |
      | 已披露设施不足     | 是                       |
      | 绝对化用语         | 否                       |
      | 绝对化用语有证     | 是                       |

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
