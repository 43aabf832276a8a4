# language: zh-CN
功能: 日本绿色声明
  景品表示法 (不当赠品及不当表示防止法) 与环境标示指南。

  背景:
    假如 本评分卡
      | 项目     | 内容                             |
      | 编号     | green-claim-jp                   |
      | 版本     | 1.0.0                            |
      | 名称     | 日本绿色声明                     |
      | 评价对象 | claim                            |
      | 用途     | 自评                             |
      | 时区     | Asia/Tokyo                       |
      | 生效日期 | 2026-11-20                       |
      | 修约     | 四舍六入五成双, 保留2位          |
      | 不适用项 | 拒绝                             |
      | 不评价   | 面向企业的声明, 属不正竞争防止法 |
      | 不评价   | 证据是否真实                     |
      | 不评价   | 所列事实未涵盖的措辞             |
      | 不评价   | 各行业公正竞争规约               |
      | 不评价   | 课征金                           |
    并且 下列依据
      | 编号              | 文件                             | 条款                                                                 | 确信度   | 说明                                                                                                                                                                                                                                 |
      | act-5-1           | 不当景品類及び不当表示防止法     | Article 5(1)                                                         | 转引     | 条文见于 houritsushoku.com; 另见 takumilaw.com。                                                                                                                                                                                     |
      | act-5-1-whole     | 不当景品類及び不当表示防止法     | Article 5(1), the whole representation                               | 自行解读 | 图像、版式与遗漏同样计入表示, 系我方解读。                                                                                                                                                                                           |
      | act-5-1-others    | 不当景品類及び不当表示防止法     | Article 5(1), better than that of others                             | 自行解读 | 该条提及他人商品; 不可比或过时的比较、以及把同类皆有的特点当作特色亦属之, 系我方解读。2009 年命令 (冰箱, 48% 系与四年前工艺相比) 见 blog.knak.jp。                                                                                   |
      | act-5-1-top       | 不当景品類及び不当表示防止法     | Article 5(1), highest words without basis                            | 转引     | 转引自 takumilaw.com 与 hc.kyodoprinting.co.jp (No.1、日本一); 此处有证即属例外。                                                                                                                                                    |
      | act-7-2           | 不当景品類及び不当表示防止法     | Article 7(2), effect and performance                                 | 转引     | 举证责任在经营者, 限 15 日。转引自 weblio.jp (2003-11-23 施行)、keiyaku-watch.jp, 及 2022-12-23 命令的报道 (sustainablejapan.jp, compliance-ad.jp, cehub.jp)。                                                                       |
      | act-7-2-any       | 不当景品類及び不当表示防止法     | Article 7(2), other kinds of claims                                  | 自行解读 | 该条运用指针针对效果与性能; 其他内容声明缺乏合理依据时同样看待, 系我方解读。                                                                                                                                                         |
      | guide-7-2         | 不当景品類及び不当表示防止法     | guideline on Article 7(2), what is told and what is shown correspond | 转引     | 转引自 weblio.jp; 2022-12-23 命令认定工业堆肥试验不足以支持自然降解 (yakujihou.com, greenproduction.co.jp)。                                                                                                                         |
      | jftc-2001         | 環境保全に配慮した商品の広告表示 | report of 2001-03-21, five points                                    | 转引     | 公正交易委员会。转引自 eic.or.jp、chem-t.com 与 ecobiz-jp.blogspot.com。其说明何者可能误导, 本身并不禁止。                                                                                                                           |
      | jftc-2001-words   | 環境保全に配慮した商品の広告表示 | report of 2001-03-21, other words and materials                      | 自行解读 | 各点针对抽象用语与原材料; 绝对化用语、名称与植物材料系我方解读。                                                                                                                                                                     |
      | decay-kind        | 不当景品類及び不当表示防止法     | Article 5(1), orders on decay                                        | 自行解读 | 据 2022-12-23 命令推得: 须说明在何处、如何降解。                                                                                                                                                                                     |
      | moe-guide         | 環境表示ガイドライン             | third edition, of March 2013                                         | 自行解读 | 环境省指南, 依 ISO 14021 (itmedia.co.jp, alterna.co.jp, spaceshipearth.jp); 其对比较与阶段的要求凭一般知识。日期取该月末日。新版草案征求意见至 2026-03-18 (booost-tech.com), 并明确提出此要求 (d-sharing.jp); 是否及如何发布未找到。 |
      | moe-guide-neutral | 環境表示ガイドライン             | neutrality by credits                                                | 自行解读 | 凭对该指南及抵消指南的一般知识, 未与文本核对。                                                                                                                                                                                       |
      | otherwise         | green-claim-jp                   | no rule of this card holds                                           | 自行解读 | 本评分卡所编规则均不反对, 不等于法院亦然。                                                                                                                                                                                           |
    并且 下列事实
      | 事实                           | 名称                   | 类型 | 可选值                                                                                                                                                                                                                                                                                                                                                                                                               |
      | audience                       | 受众                   | 选项 | b2c, b2b, investor, public_authority                                                                                                                                                                                                                                                                                                                                                                                 |
      | kind                           | 沟通性质               | 选项 | commercial, mandatory_report, institutional, mandatory_label                                                                                                                                                                                                                                                                                                                                                         |
      | display                        | 展示期间               | 期间 |                                                                                                                                                                                                                                                                                                                                                                                                                      |
      | claim_types                    | 声明类型               | 多选 | generic, social_mix, specific_attribute, quantified_pcf, comparative, absolute, future, neutral_offset, neutral_no_offset, net_zero, negative_carbon, removal, contribution, avoided_handprint, label, name, recycled_content, recyclable, degradable, compostable, renewable_energy, renewable_material, free_of, energy_efficiency, durability, repairability, imagery_only, legal_requirement, irrelevant_benefit |
      | specification                  | 具体说明               | 选项 | same_medium, elsewhere_only, none                                                                                                                                                                                                                                                                                                                                                                                    |
      | evidence_contradicts           | 证据与声明相悖         | 是否 |                                                                                                                                                                                                                                                                                                                                                                                                                      |
      | neutrality_file_complete       | 中和文件齐全           | 是否 |                                                                                                                                                                                                                                                                                                                                                                                                                      |
      | basis_in_claim                 | 声明内载明基础         | 是否 |                                                                                                                                                                                                                                                                                                                                                                                                                      |
      | comparison_like_with_like      | 同类可比               | 是否 |                                                                                                                                                                                                                                                                                                                                                                                                                      |
      | evidence_boundary_covers_claim | 证据边界覆盖声明       | 是否 |                                                                                                                                                                                                                                                                                                                                                                                                                      |
      | truthful                       | 真实准确               | 是否 |                                                                                                                                                                                                                                                                                                                                                                                                                      |
      | free_of_true                   | 确不含且无类似风险     | 是否 |                                                                                                                                                                                                                                                                                                                                                                                                                      |
      | nothing_important_omitted      | 无重要遗漏             | 是否 |                                                                                                                                                                                                                                                                                                                                                                                                                      |
      | subject_asserted_scope         | 声称范围               | 选项 | whole, part                                                                                                                                                                                                                                                                                                                                                                                                          |
      | evidence_covers                | 证据覆盖               | 选项 | all_asserted, a_part                                                                                                                                                                                                                                                                                                                                                                                                 |
      | substantiated                  | 有充分依据             | 是否 |                                                                                                                                                                                                                                                                                                                                                                                                                      |
      | presented_as_distinctive       | 作为特色宣传           | 是否 |                                                                                                                                                                                                                                                                                                                                                                                                                      |
      | comparison_fair                | 比较公平有意义         | 是否 |                                                                                                                                                                                                                                                                                                                                                                                                                      |
      | comparison_data_current        | 比较数据仍有效         | 是否 |                                                                                                                                                                                                                                                                                                                                                                                                                      |
      | overall_presentation_fair      | 整体呈现公允           | 是否 |                                                                                                                                                                                                                                                                                                                                                                                                                      |
      | visuals_fair                   | 图像公允               | 是否 |                                                                                                                                                                                                                                                                                                                                                                                                                      |
      | headline_excludes_parts        | 标题不含部分部件       | 是否 |                                                                                                                                                                                                                                                                                                                                                                                                                      |
      | seal_basis_stated              | 已说明标识依据         | 是否 |                                                                                                                                                                                                                                                                                                                                                                                                                      |
      | full_life_cycle_considered     | 考虑全生命周期         | 是否 |                                                                                                                                                                                                                                                                                                                                                                                                                      |
      | degradation_kind_stated        | 已注明降解类型         | 是否 |                                                                                                                                                                                                                                                                                                                                                                                                                      |
      | recycled_share_stated          | 已说明再生比例         | 是否 |                                                                                                                                                                                                                                                                                                                                                                                                                      |
      | renewable_material_stated      | 已说明材料及理由       | 是否 |                                                                                                                                                                                                                                                                                                                                                                                                                      |
      | source_reduction_amount_stated | 已说明数量与基准       | 是否 |                                                                                                                                                                                                                                                                                                                                                                                                                      |
      | absolute_wording               | 绝对化用语             | 是否 |                                                                                                                                                                                                                                                                                                                                                                                                                      |
      | absolute_wording_proved        | 绝对化用语属例外并有证 | 是否 |                                                                                                                                                                                                                                                                                                                                                                                                                      |
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
    并且 声称范围 的可选值
      | 值    | 名称 |
      | whole | 整体 |
      | part  | 部分 |
    并且 证据覆盖 的可选值
      | 值           | 名称       |
      | all_asserted | 所称全部   |
      | a_part       | 仅其一部分 |
    并且 本基准案例
      | 事实                   | 值                       |
      | 受众                   | 消费者                   |
      | 沟通性质               | 商业                     |
      | 展示期间               | 2026-10-01 至 2026-12-31 |
      | 声明类型               | 具体属性                 |
      | 具体说明               | 在同一媒介上             |
      | 证据与声明相悖         | 否                       |
      | 中和文件齐全           | 是                       |
      | 声明内载明基础         | 是                       |
      | 同类可比               | 是                       |
      | 证据边界覆盖声明       | 是                       |
      | 真实准确               | 是                       |
      | 确不含且无类似风险     | 是                       |
      | 无重要遗漏             | 是                       |
      | 声称范围               | 整体                     |
      | 证据覆盖               | 所称全部                 |
      | 有充分依据             | 是                       |
      | 作为特色宣传           | 否                       |
      | 比较公平有意义         | 是                       |
      | 比较数据仍有效         | 是                       |
      | 整体呈现公允           | 是                       |
      | 图像公允               | 是                       |
      | 标题不含部分部件       | 否                       |
      | 已说明标识依据         | 是                       |
      | 考虑全生命周期         | 是                       |
      | 已注明降解类型         | 是                       |
      | 已说明再生比例         | 是                       |
      | 已说明材料及理由       | 是                       |
      | 已说明数量与基准       | 是                       |
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

    场景: 不适用于面向企业
      假如 audience 为 b2b
      当 按 2026-11-20 评定
      那么 结论为 不适用
