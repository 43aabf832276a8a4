# language: zh-CN
功能: 绿色声明的标准与良好实践
  不论在何处展示均供参照的标准与实践: ISO 14021、ISO 14068-1、ISO 14067、VCMI, 以及多国裁决的共同之处。

  背景:
    假如 本评分卡
      | 项目     | 内容                                                                                                                                                               |
      | 编号     | green-claim-practice                                                                                                                                               |
      | 版本     | 1.7.1                                                                                                                                                              |
      | 替代     | 1.7.0                                                                                                                                                              |
      | 名称     | 绿色声明的标准与良好实践                                                                                                                                           |
      | 评价对象 | claim                                                                                                                                                              |
      | 用途     | 自评                                                                                                                                                               |
      | 时区     | Etc/UTC                                                                                                                                                            |
      | 生效日期 | 2026-11-20                                                                                                                                                         |
      | 修约     | 四舍六入五成双, 保留2位                                                                                                                                            |
      | 不适用项 | 拒绝                                                                                                                                                               |
      | 不评价   | 证据是否真实                                                                                                                                                       |
      | 不评价   | 所列事实未描述的措辞                                                                                                                                               |
      | 不评价   | 各国法律, 见相应评分卡                                                                                                                                             |
      | 不评价   | 法律要求的报告本身, 由其他法律规范; 摘入广告者为商业沟通                                                                                                           |
      | 不评价   | 所申报事项背后的文件, 此处一概不要求: 声明按对这些文件的申报判定, 如生命周期评价、碳足迹、环境产品声明、检测、标识证书、碳信用或绿电的登记簿摘录、发票、计划或研究 |
    并且 下列依据
      | 编号                    | 文件                                             | 条款                                                                              | 确信度   | 说明                                                                                                                                                                                                                                                                                                  |
      | pas-2060                | PAS 2060:2014                                    | withdrawn 2025-11-30                                                              | 转引     | 转引自 mycarbon.co.uk、greencalculus.com 与 srsreport.co.uk。                                                                                                                                                                                                                                         |
      | iso-14068               | ISO 14068-1:2023                                 | hierarchy and report                                                              | 转引     | 转引自 mycarbon.co.uk 与 csqa.it。                                                                                                                                                                                                                                                                    |
      | iso-14068-words         | ISO 14068-1:2023                                 | basis stated, order of reduction and credits                                      | 自行解读 | 未载明基础的中和即缺文件, 以及称抵消中和者无须另行说明使用碳信用即须先减排, 系我方解读。                                                                                                                                                                                                              |
      | iso-14068-product       | ISO 14068-1:2023                                 | file of a product                                                                 | 自行解读 | 所转引者为申报主体; 产品亦须具备经营者或场所之档案, 系我方解读。                                                                                                                                                                                                                                      |
      | neutral-period          | ISO 14068-1:2023                                 | period of a declaration                                                           | 自行解读 | 凭一般知识, 未与文本核对。                                                                                                                                                                                                                                                                            |
      | credit-practice         | practice of voluntary carbon markets             | retirement and single use                                                         | 自行解读 | 凭一般知识, 未与文本核对。                                                                                                                                                                                                                                                                            |
      | permanence              | court and self-regulation rulings                | rulings on temporary credits, persuasive only                                     | 自行解读 | 由德国、荷兰、瑞典关于临时性信用的裁决推得; 在他处仅具说服力。 裁决解释其之前已有之法律; 以欧盟禁止不公平做法之日 (2007-12-12) 为起点。                                                                                                                                                               |
      | iso-14067               | ISO 14067:2018                                   | offsets are no part of a footprint                                                | 转引     | 转引自 alcas.asn.au、buildnews.it 与行业报告 (Climate Bridge, 2025年)。                                                                                                                                                                                                                               |
      | vcmi                    | VCMI Claims Code v3.1                            | tiers of the claims code                                                          | 转引     | 转引自 greencalculus.com、greentryst.com 与 help.vcmintegrity.org。                                                                                                                                                                                                                                   |
      | recycling-derived       | ISO 14021                                        | 7.7                                                                               | 自行解读 | 由我方据多项来源推得, 并无文本如此明言。                                                                                                                                                                                                                                                              |
      | ocean-plastic           | court and self-regulation rulings                | rulings on ocean plastic, persuasive only                                         | 自行解读 | 澳大利亚联邦法院2025-04-14裁决, 转引自 judgments.fedcourt.gov.au、miragenews.com 与 bandt.com.au; 在他处及此前亦属误导, 系我方解读。                                                                                                                                                                  |
      | iso-14021-content       | ISO 14021                                        | 7.8                                                                               | 自行解读 | 由我方据多项来源推得, 并无文本如此明言。                                                                                                                                                                                                                                                              |
      | renewable-derived       | GHG Protocol Scope 2                             | contractual instruments                                                           | 自行解读 | 由我方据多项来源推得, 并无文本如此明言。                                                                                                                                                                                                                                                              |
      | qualifier-policy        | green-claim-practice                             | adjacent and legible                                                              | 自行解读 | 系我方政策, 并非法律。                                                                                                                                                                                                                                                                                |
      | evidence-policy         | green-claim-practice                             | age of evidence                                                                   | 自行解读 | 系我方政策, 并非法律。                                                                                                                                                                                                                                                                                |
      | kind-policy             | green-claim-practice                             | faults of a kind of claim that was not named                                      | 自行解读 | 系我方政策, 并非法律: 就比较、标识、承诺或属性发现瑕疵, 表明读者已作此理解, 虽仅列出笼统用语。                                                                                                                                                                                                        |
      | comparisons             | ISO 14044                                        | comparative assertions, 5.3                                                       | 转引     | 所读比较类裁决页面之中: asa.org.uk、shoosmiths.com。第5.3条本身凭一般知识。                                                                                                                                                                                                                           |
      | comparisons-words       | ISO 14044                                        | comparisons not fair, or without basis or clear qualification                     | 自行解读 | 将此类比较与不可比之比较同样看待系我方解读。                                                                                                                                                                                                                                                          |
      | boundary-ruling         | court and self-regulation rulings                | rulings on claims beyond the boundary of evidence, persuasive only                | 自行解读 | 英国广告标准管理局2026-05-13裁决, 转引自 marketinglaw.osborneclarke.com 与 thegrocer.co.uk; 依2025年4月前的准则裁定。他处亦会如此裁定, 系我方解读。 裁决解释其之前已有之法律; 以欧盟禁止不公平做法之日 (2007-12-12) 为起点。                                                                          |
      | category-ruling         | court and self-regulation rulings                | rulings on the whole environment from few categories, persuasive only             | 自行解读 | 卡尔斯鲁厄州法院2023-07-26裁决, 转引自 haufe.de、dr-bahr.com、aktiencheck.de 与 hannekum-partner.de; 关于整体环境 (umweltneutral) 用语, 一审; 未找到上诉判决。他处亦会如此裁定, 系我方解读。 裁决解释其之前已有之法律; 以欧盟禁止不公平做法之日 (2007-12-12) 为起点。                                 |
      | en-15804                | EN 15804                                         | module D                                                                          | 自行解读 | 凭一般知识, 未与文本核对。                                                                                                                                                                                                                                                                            |
      | omission                | court and self-regulation rulings                | rulings on energy companies and banks, persuasive only                            | 自行解读 | 裁决还认定绿色业务占比小; 该第三项条件未予询问, 只问是否已说明占比, 故本规则宽于裁决。 裁决解释其之前已有之法律; 以欧盟禁止不公平做法之日 (2007-12-12) 为起点。                                                                                                                                       |
      | evidence-derived        | green-claim-practice                             | contradicting evidence                                                            | 自行解读 | 由我方据多项来源推得, 并无文本如此明言。                                                                                                                                                                                                                                                              |
      | handprint               | Carbon Handprint Guide (VTT and LUT)             | version 2                                                                         | 转引     | 转引自 vttresearch.com、9pdf.co 与 granlundgroup.com。                                                                                                                                                                                                                                                |
      | handprint-words         | Carbon Handprint Guide (VTT and LUT)             | specification on the medium                                                       | 自行解读 | 指南要求具备各项事实, 未规定所在媒介; 系我方解读。                                                                                                                                                                                                                                                    |
      | handprint-seed          | Carbon Handprint Guide (VTT and LUT)             | as told in a trade report of 2024                                                 | 转引     | 转引自行业报告 (Climate Bridge, 2024年第三季度)。                                                                                                                                                                                                                                                     |
      | negative-seed           | trade report of 2025 on carbon-negative products | five conditions of a negative claim                                               | 转引     | 转引自行业报告 (Climate Bridge, 2025年第四季度)。                                                                                                                                                                                                                                                     |
      | negative-words          | trade report of 2025 on carbon-negative products | what stands beside the word                                                       | 自行解读 | 报告列举与该词并列的数值、单位、边界、终端情景、封存、标准与核查方; 缺此即须补足, 具备亦仅附限定可用, 系我方解读。                                                                                                                                                                                    |
      | removal-storage         | trade report of 2025 on carbon-negative products | storage of removals                                                               | 自行解读 | 报告对负碳声明要求百年封存与监测; 陈述清除者亦须证明, 或写明封存多久, 系我方解读。                                                                                                                                                                                                                    |
      | iso-14021               | ISO 14021                                        | 5.3, edition of 2016                                                              | 转引     | 自愿性标准, 采用时供参照。转引自 onlinestandardssearch.com 所载1999年文本; 2016年版沿用系一般知识。                                                                                                                                                                                                   |
      | iso-14021-5-5           | ISO 14021                                        | 5.5, edition of 2016                                                              | 转引     | 自愿性标准, 采用时供参照。转引自 onlinestandardssearch.com 所载1999年文本; 2016年版沿用系一般知识。                                                                                                                                                                                                   |
      | iso-14021-5-7           | ISO 14021                                        | 5.7, edition of 2016                                                              | 自行解读 | 自愿性标准, 采用时供参照。十八项要求凭一般知识。                                                                                                                                                                                                                                                      |
      | iso-14021-2026          | ISO 14021                                        | edition of 2026                                                                   | 转引     | 转引自 certifico.com, 其列主要变化而非条款。                                                                                                                                                                                                                                                          |
      | general-ban             | laws against misleading practices                | what the laws of several countries have in common                                 | 自行解读 | 由我方据 Directive 2005/29/EC 第6、7条、FTC Act 第5条、Competition Act 74.01、Australian Consumer Law 第18条与 CPFTA 第4条推得, 并无文本如此明言。                                                                                                                                                    |
      | rulings-scope           | court and self-regulation rulings                | rulings on parts told as the whole, persuasive only                               | 自行解读 | 由我方据 16 CFR 260.3(b) 与多国裁决推得, 并无文本如此明言。                                                                                                                                                                                                                                           |
      | rulings-future          | court and self-regulation rulings                | rulings on promises without plan or time, persuasive only                         | 自行解读 | 由我方据多项来源推得, 并无文本如此明言。 裁决解释其之前已有之法律; 以欧盟禁止不公平做法之日 (2007-12-12) 为起点。                                                                                                                                                                                     |
      | vague-2026              | ISO 14021                                        | edition of 2026, vague claims as in 5.3 of 2016                                   | 自行解读 | 由我方据多项来源推得, 并无文本如此明言。                                                                                                                                                                                                                                                              |
      | distinctive             | court and self-regulation rulings                | what law requires of all, and what does not matter, as a benefit, persuasive only | 自行解读 | 由我方据多项来源推得, 并无文本如此明言。                                                                                                                                                                                                                                                              |
      | marks                   | ISO 14021                                        | marks that look like those of others                                              | 自行解读 | 由我方据 ISO 14021 与 16 CFR 260.6 推得, 并无文本如此明言。                                                                                                                                                                                                                                           |
      | flights                 | court and self-regulation rulings                | rulings of several countries on flights, persuasive only                          | 转引     | Reclame Code Commissie 2021/00553、Rb Amsterdam 2024-03-20、LG Köln、Advertising Standards Authority。所读航班页面之中: osborneclarke.com、resilientllp.com、reccessary.com、haerting.de、wallstreet-online.de、asa.org.uk。 裁决解释其之前已有之法律; 以欧盟禁止不公平做法之日 (2007-12-12) 为起点。 |
      | property                | ISO 14021                                        | clause 7, claims of single properties                                             | 自行解读 | 由我方据 ISO 14021 与 16 CFR 260 推得, 并无文本如此明言。                                                                                                                                                                                                                                             |
      | target-binding          | court and self-regulation rulings                | rulings on targets presented as commitments, persuasive only                      | 自行解读 | 由我方据2025-11-03与纽约州总检察长的和解 (净零须称为目标而非承诺, 转引自 esgdive.com 与 mondaq.com 1702758) 及指令2005/29/EC第6条第2款(d)项推导; 无文本如此表述。                                                                                                                                     |
      | target-validation       | Science Based Targets initiative                 | how commitments and targets are to be told, 2022-05-19                            | 转引     | 转引自 sciencebasedtargets.org: 仅作承诺者不得暗示目标已获批准。全国广告审查委员会2023-06-20建议停用该倡议认可其承诺之说法, 转引自 meatpoultry.com。                                                                                                                                                  |
      | target-validation-other | Science Based Targets initiative                 | a validation of another target, or one that has ended                             | 自行解读 | 把属其他目标或已终止的验证当作验证, 与没有验证同样不当, 系我方解读。                                                                                                                                                                                                                                  |
      | value-chain             | ISO 14068-1:2023                                 | emissions of the value chain in neutrality and net zero                           | 自行解读 | 由我方据声明超出证据边界之裁决、计入价值链的中和与净零标准, 以及纽约州总检察长2024-02-28就供应商排放提起之诉 (转引自 fkks.com) 推导; 无文本如此表述。                                                                                                                                                 |
      | financing               | court and self-regulation rulings                | rulings on banks, persuasive only                                                 | 自行解读 | 广告标准局2022-10-19关于一家银行的裁决, 转引自 asa.org.uk、climatecasechart.com 与 petersandpeters.com; 他处以及保险与基金亦会如此裁决, 系我方解读。 裁决解释其之前已有之法律; 以欧盟禁止不公平做法之日 (2007-12-12) 为起点。                                                                         |
      | facilities              | ISO 14021                                        | 7.7 and 7.2, facilities where the product is sold                                 | 自行解读 | 由我方据 ISO 14021 与 16 CFR 260.7(d)、260.12 推导; 无文本如此表述。                                                                                                                                                                                                                                  |
      | superlatives            | ISO 14021                                        | 5.7, absolute words that are not proven                                           | 自行解读 | 自我声明须准确、可验证且不误导; 最高级用语在各国都须有证明其成立的比较, 系我方解读。凭一般知识。                                                                                                                                                                                                      |
      | otherwise               | green-claim-practice                             | no rule of this card holds                                                        | 自行解读 | 本评分卡所编规则均不反对, 不等于法院亦然。                                                                                                                                                                                                                                                            |
    并且 取自 claim-facts 的事实
    并且 取自 absolute-wording 的事实
    并且 下列事实
      | 事实                                   | 名称                   | 类型 | 单位 | 可选值                                                          | 不低于 | 不高于 |
      | reduction_before_credits               | 先减排后抵消           | 是否 |      |                                                                 |        |        |
      | neutrality_declared_within_year        | 十二个月内声明         | 是否 |      |                                                                 |        |        |
      | credits_retired_for_beneficiary        | 碳信用已为其注销       | 是否 |      |                                                                 |        |        |
      | credits_counted_once                   | 碳信用仅计一次         | 是否 |      |                                                                 |        |        |
      | lca_module_d_in_total                  | 总量含 D 模块          | 是否 |      |                                                                 |        |        |
      | vcmi_tier                              | 所称 VCMI 等级         | 选项 |      | no_tier, silver, gold, platinum                                 |        |        |
      | vcmi_retired_share                     | 剩余排放注销比例       | 数值 | %    |                                                                 | 0      | 100    |
      | vcmi_criteria_met                      | 符合 VCMI 基础准则     | 是否 |      |                                                                 |        |        |
      | access_share_stated                    | 已说明可及率与处理步骤 | 是否 |      |                                                                 |        |        |
      | recycled_share_by_mass                 | 再生含量按质量计算     | 是否 |      |                                                                 |        |        |
      | evidence_current                       | 证据仍有效             | 是否 |      |                                                                 |        |        |
      | comparison_panel_reviewed              | 比较经评审组评审       | 是否 |      |                                                                 |        |        |
      | handprint_complete                     | 碳手印基础齐全         | 是否 |      |                                                                 |        |        |
      | handprint_baseline_justified           | 基准有理由             | 是否 |      |                                                                 |        |        |
      | handprint_netted_against_own_inventory | 碳手印抵减自身清册     | 是否 |      |                                                                 |        |        |
      | handprint_traded                       | 碳手印作为信用交易     | 是否 |      |                                                                 |        |        |
      | handprint_from_lower_output            | 碳手印源于减产         | 是否 |      |                                                                 |        |        |
      | handprint_reviewed                     | 碳手印经独立评审       | 是否 |      |                                                                 |        |        |
      | lca_boundary                           | 足迹边界               | 选项 |      | gate_to_gate, cradle_to_gate, cradle_to_retail, cradle_to_grave |        |        |
      | end_of_life_stated                     | 已说明终端情景         | 是否 |      |                                                                 |        |        |
      | removal_storage_years                  | 封存年限               | 数值 | 年   |                                                                 | 0      |        |
      | removal_monitoring                     | 封存有监测             | 是否 |      |                                                                 |        |        |
      | biogenic_flows_complete                | 生物源流完整           | 是否 |      |                                                                 |        |        |
      | independently_reviewed_and_public      | 独立评审并公开         | 是否 |      |                                                                 |        |        |
      | removal_carbon_source                  | 碳来源                 | 选项 |      | atmosphere, biogenic_short_cycle, fossil, carbonate             |        |        |
      | life_cycle_requirements_met            | 符合 ISO 14021 要求    | 是否 |      |                                                                 |        |        |
      | claim_programme_documented             | 声明方案有文件         | 是否 |      |                                                                 |        |        |
      | sustainability_achieved                | 声称已达可持续         | 是否 |      |                                                                 |        |        |
      | future_validation                      | 所称目标验证           | 选项 |      | not_claimed, validated, committed_only, other_target            |        |        |
      | scope_three                            | 价值链排放             | 选项 |      | counted, gap_stated, gap_unstated                               |        |        |
    并且 所称 VCMI 等级 的可选值
      | 值       | 名称   |
      | no_tier  | 无等级 |
      | silver   | 银级   |
      | gold     | 金级   |
      | platinum | 铂金级 |
    并且 足迹边界 的可选值
      | 值               | 名称       |
      | gate_to_gate     | 大门到大门 |
      | cradle_to_gate   | 摇篮到大门 |
      | cradle_to_retail | 摇篮到零售 |
      | cradle_to_grave  | 摇篮到坟墓 |
    并且 碳来源 的可选值
      | 值                   | 名称         |
      | atmosphere           | 大气         |
      | biogenic_short_cycle | 短周期生物源 |
      | fossil               | 化石         |
      | carbonate            | 碳酸盐       |
    并且 所称目标验证 的可选值
      | 值             | 名称               |
      | not_claimed    | 未称已验证         |
      | validated      | 本目标已验证       |
      | committed_only | 仅承诺未验证       |
      | other_target   | 属其他目标或已终止 |
    并且 价值链排放 的可选值
      | 值           | 名称           |
      | counted      | 已计入         |
      | gap_stated   | 未计入且已说明 |
      | gap_unstated | 未计入且未说明 |
    并且 本基准案例
      | 事实                   | 值         |
      | 先减排后抵消           | 是         |
      | 十二个月内声明         | 是         |
      | 碳信用已为其注销       | 是         |
      | 碳信用仅计一次         | 是         |
      | 总量含 D 模块          | 否         |
      | 所称 VCMI 等级         | 无等级     |
      | 剩余排放注销比例       | 100 %      |
      | 符合 VCMI 基础准则     | 是         |
      | 已说明可及率与处理步骤 | 是         |
      | 再生含量按质量计算     | 是         |
      | 证据仍有效             | 是         |
      | 比较经评审组评审       | 是         |
      | 碳手印基础齐全         | 是         |
      | 基准有理由             | 是         |
      | 碳手印抵减自身清册     | 否         |
      | 碳手印作为信用交易     | 否         |
      | 碳手印源于减产         | 否         |
      | 碳手印经独立评审       | 是         |
      | 足迹边界               | 摇篮到坟墓 |
      | 已说明终端情景         | 是         |
      | 封存年限               | 100 年     |
      | 封存有监测             | 是         |
      | 生物源流完整           | 是         |
      | 独立评审并公开         | 是         |
      | 碳来源                 | 大气       |
      | 符合 ISO 14021 要求    | 是         |
      | 声明方案有文件         | 是         |
      | 声称已达可持续         | 否         |
      | 所称目标验证           | 未称已验证 |
      | 价值链排放             | 已计入     |

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
