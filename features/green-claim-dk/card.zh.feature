# language: zh-CN
功能: 丹麦绿色声明
  指令之外的丹麦《营销法》与消费者监察专员的环境声明指引。指令由 2025-05-27 第 558 号法律转化, 自 2026-09-27 起适用。
  事实须有文件证明 (第 13 条)。

  背景:
    假如 本评分卡
      | 项目     | 内容                                                                                    |
      | 编号     | green-claim-dk                                                                          |
      | 版本     | 1.0.0                                                                                   |
      | 名称     | 丹麦绿色声明                                                                            |
      | 评价对象 | claim                                                                                   |
      | 用途     | 自评                                                                                    |
      | 时区     | Europe/Copenhagen                                                                       |
      | 生效日期 | 2026-11-20                                                                              |
      | 修约     | 四舍六入五成双, 保留2位                                                                 |
      | 不适用项 | 拒绝                                                                                    |
      | 不评价   | 指令本身的规则, 见欧盟评分卡; 第 558/2025 号法律 (L 147) 将其纳入该法第 5、6 条与附件一 |
      | 不评价   | 个别行业规则, 如食品主管机关关于有机与气候用语者                                        |
      | 不评价   | 罚款与责任                                                                              |
      | 不评价   | 证据是否真实                                                                            |
    并且 下列依据
      | 编号           | 文件                  | 条款                                                       | 确信度   | 说明                                                                                                                                                                                                                   |
      | mfl-5          | Markedsføringsloven   | section 5; toward businesses section 20                    | 转引     | 两条读自 danskelove.dk 转载; 自 2017-07-01 起施行转引自 2014 年指引的注记 (fdocuments.net)。                                                                                                                           |
      | mfl-6          | Markedsføringsloven   | section 6; toward businesses section 20                    | 转引     | 两条读自 danskelove.dk 转载。                                                                                                                                                                                          |
      | mfl-13         | Markedsføringsloven   | section 13                                                 | 转引     | 举证责任在经营者: 所述事实须有文件证明。转引自 danskindustri.dk、dreiststorgaard.dk 与消费者监察专员决定 (22/04124)。                                                                                                  |
      | mfl-21         | Markedsføringsloven   | section 21                                                 | 自行解读 | 比较广告; 凭记忆, 未与文本核对。                                                                                                                                                                                       |
      | fo-general     | Forbrugerombudsmanden | guidance on environmental claims, general claims           | 转引     | 2021-12-22 简明指南, 2025 年 1 月由建议取代; 2014 年指引仍有效 (nytherfra.dk)。转引自 vejnaa.dk、kf.dk、textilevaluechain.in 与 e-justice.europa.eu 提要: 笼统用语须有全生命周期分析, 或与之同读的解释。建议本身未读。 |
      | fo-sustainable | Forbrugerombudsmanden | guidance on environmental claims, sustainable              | 转引     | 转引自 kf.dk 与 textilevaluechain.in: 因健康、社会与伦理方面亦须计入, 很难不构成误导。                                                                                                                                 |
      | fo-comp        | Forbrugerombudsmanden | position of the Nordic authorities on climate compensation | 转引     | 2024-05-14 发布, 转引自 danskindustri.dk、dmogt.dk 与 hair.dk: 效果须具额外性、持久性、同时性且无泄漏; 应写明具体做法。                                                                                                |
      | fo-plan        | Forbrugerombudsmanden | opinion in advance 22/11573 of 2023-02-15                  | 已核实   | 读自消费者监察专员网页: 声称努力减排须有独立机构核查的计划, 且减排即将实现。日期转引自 bureaubiz.dk。                                                                                                                  |
      | fo-part        | Forbrugerombudsmanden | decision 22/04124 on kitchens                              | 已核实   | 读自消费者监察专员网页: 部分可持续木材不使整套橱柜可持续。未载日期, 取立案年末。                                                                                                                                       |
      | fo-mark        | Forbrugerombudsmanden | opinion in advance 23/02143, marks of the trader           | 自行解读 | 该意见读自监察专员网页摘要, 针对显得优于实际的气候标识; 未说明依据的自有标识即属此类系我方解读。                                                                                                                       |
      | otherwise      | green-claim-dk        | no rule of this card holds                                 | 自行解读 | 本评分卡所编规则均不反对, 不等于法院亦然。                                                                                                                                                                             |
    并且 下列事实
      | 事实                         | 名称               | 类型 | 可选值                                                                                                                                                                                                                                                                                                                                                                                                               |
      | kind                         | 沟通性质           | 选项 | commercial, mandatory_report, institutional, mandatory_label                                                                                                                                                                                                                                                                                                                                                         |
      | display                      | 展示期间           | 期间 |                                                                                                                                                                                                                                                                                                                                                                                                                      |
      | claim_types                  | 声明类型           | 多选 | generic, social_mix, specific_attribute, quantified_pcf, comparative, absolute, future, neutral_offset, neutral_no_offset, net_zero, negative_carbon, removal, contribution, avoided_handprint, label, name, recycled_content, recyclable, degradable, compostable, renewable_energy, renewable_material, free_of, energy_efficiency, durability, repairability, imagery_only, legal_requirement, irrelevant_benefit |
      | specification                | 具体说明           | 选项 | same_medium, elsewhere_only, none                                                                                                                                                                                                                                                                                                                                                                                    |
      | reep_basis                   | 公认的卓越绩效     | 选项 | no_basis, eu_ecolabel, national_type1, top_union_law                                                                                                                                                                                                                                                                                                                                                                 |
      | social_aspects_substantiated | 社会方面有依据     | 是否 |                                                                                                                                                                                                                                                                                                                                                                                                                      |
      | subject_asserted_scope       | 声称范围           | 选项 | whole, part                                                                                                                                                                                                                                                                                                                                                                                                          |
      | evidence_covers              | 证据覆盖           | 选项 | all_asserted, a_part                                                                                                                                                                                                                                                                                                                                                                                                 |
      | offsets_used                 | 使用抵消           | 是否 |                                                                                                                                                                                                                                                                                                                                                                                                                      |
      | overall_presentation_fair    | 整体呈现公允       | 是否 |                                                                                                                                                                                                                                                                                                                                                                                                                      |
      | future_detailed_plan         | 详细可行的计划     | 是否 |                                                                                                                                                                                                                                                                                                                                                                                                                      |
      | future_expert_verification   | 独立专家定期核查   | 是否 |                                                                                                                                                                                                                                                                                                                                                                                                                      |
      | label_kind                   | 标识种类           | 选项 | public_authority_eu, public_authority_other, certification_scheme, self_declared                                                                                                                                                                                                                                                                                                                                     |
      | truthful                     | 真实准确           | 是否 |                                                                                                                                                                                                                                                                                                                                                                                                                      |
      | nothing_important_omitted    | 无重要遗漏         | 是否 |                                                                                                                                                                                                                                                                                                                                                                                                                      |
      | clear                        | 清晰明确           | 是否 |                                                                                                                                                                                                                                                                                                                                                                                                                      |
      | substantiated                | 有充分依据         | 是否 |                                                                                                                                                                                                                                                                                                                                                                                                                      |
      | storage_long_enough          | 封存期足以支持声明 | 是否 |                                                                                                                                                                                                                                                                                                                                                                                                                      |
      | comparison_like_with_like    | 同类可比           | 是否 |                                                                                                                                                                                                                                                                                                                                                                                                                      |
      | comparison_fair              | 比较公平有意义     | 是否 |                                                                                                                                                                                                                                                                                                                                                                                                                      |
      | visuals_fair                 | 图像公允           | 是否 |                                                                                                                                                                                                                                                                                                                                                                                                                      |
      | seal_basis_stated            | 已说明标识依据     | 是否 |                                                                                                                                                                                                                                                                                                                                                                                                                      |
      | full_life_cycle_considered   | 考虑全生命周期     | 是否 |                                                                                                                                                                                                                                                                                                                                                                                                                      |
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
    并且 标识种类 的可选值
      | 值                     | 名称         |
      | public_authority_eu    | 欧盟公共机构 |
      | public_authority_other | 其他公共机构 |
      | certification_scheme   | 认证体系     |
      | self_declared          | 自我声明     |
    并且 本基准案例
      | 事实               | 值                       |
      | 沟通性质           | 商业                     |
      | 展示期间           | 2026-10-01 至 2026-12-31 |
      | 声明类型           | 具体属性                 |
      | 具体说明           | 在同一媒介上             |
      | 公认的卓越绩效     | 欧盟生态标签             |
      | 社会方面有依据     | 是                       |
      | 声称范围           | 整体                     |
      | 证据覆盖           | 所称全部                 |
      | 使用抵消           | 否                       |
      | 整体呈现公允       | 是                       |
      | 详细可行的计划     | 是                       |
      | 独立专家定期核查   | 是                       |
      | 标识种类           | 认证体系                 |
      | 真实准确           | 是                       |
      | 无重要遗漏         | 是                       |
      | 清晰明确           | 是                       |
      | 有充分依据         | 是                       |
      | 封存期足以支持声明 | 是                       |
      | 同类可比           | 是                       |
      | 比较公平有意义     | 是                       |
      | 图像公允           | 是                       |
      | 已说明标识依据     | 是                       |
      | 考虑全生命周期     | 是                       |

  规则: 无可反对的声明

    场景: 基准声明
      当 按 2026-11-20 评定
      那么 判定为 合规

    场景: 不适用于机构性
      假如 kind 为 institutional
      当 按 2026-11-20 评定
      那么 结论为 不适用
