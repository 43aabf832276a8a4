# language: zh-CN
功能: 欧盟对消费者的绿色声明
  经 (EU) 2024/825 号指令修订的《不公平商业行为指令》, 逐项声明, 按展示日期判定。指令文字系经转引阅读。

  背景:
    假如 本评分卡
      | 项目     | 内容                                                                                                                                                               |
      | 编号     | green-claim-eu                                                                                                                                                     |
      | 版本     | 1.7.1                                                                                                                                                              |
      | 替代     | 1.7.0                                                                                                                                                              |
      | 名称     | 欧盟对消费者的绿色声明                                                                                                                                             |
      | 评价对象 | claim                                                                                                                                                              |
      | 用途     | 自评                                                                                                                                                               |
      | 时区     | Europe/Brussels                                                                                                                                                    |
      | 生效日期 | 2026-11-20                                                                                                                                                         |
      | 修约     | 四舍六入五成双, 保留2位                                                                                                                                            |
      | 不适用项 | 拒绝                                                                                                                                                               |
      | 不评价   | 罚款与敞口                                                                                                                                                         |
      | 不评价   | 指令之外的国内规则                                                                                                                                                 |
      | 不评价   | 尚未成为法律的绿色声明指令提案                                                                                                                                     |
      | 不评价   | 证据是否真实                                                                                                                                                       |
      | 不评价   | 所列事实未描述的措辞                                                                                                                                               |
      | 不评价   | 法律要求的报告, 如可持续报告指令所要求者; 摘入面向消费者广告者为商业沟通 (委员会问答第1问)                                                                         |
      | 不评价   | 所申报事项背后的文件, 此处一概不要求: 声明按对这些文件的申报判定, 如生命周期评价、碳足迹、环境产品声明、检测、标识证书、碳信用或绿电的登记簿摘录、发票、计划或研究 |
    并且 下列依据
      | 编号                 | 文件                                                       | 条款                                                                | 确信度   | 说明                                                                                                                                                                            |
      | annex-i-2a           | Directive 2005/29/EC as amended by Directive (EU) 2024/825 | Annex I point 2a, Article 2(q) and (r)                              | 转引     | 转引自所存的列有附件一各点的公开源代码与 sidley.com; 第2条文字凭一般知识。                                                                                                      |
      | definition-r         | Directive 2005/29/EC as amended by Directive (EU) 2024/825 | Article 2(r)(iv)                                                    | 自行解读 | 凭一般知识, 未与文本核对。                                                                                                                                                      |
      | faq-labels           | Directive 2005/29/EC as amended by Directive (EU) 2024/825 | Commission FAQ on labels of third-country authorities               | 转引     | 转引自 sustainablefutures.linklaters.com 与 European Outdoor Group; 该问答2025年11月发布、2026-05-18更新, 无约束力。                                                            |
      | definition-r-known   | Directive 2005/29/EC as amended by Directive (EU) 2024/825 | Article 2(r), certificates                                          | 自行解读 | 凭一般知识, 未与文本核对。                                                                                                                                                      |
      | annex-i-4a           | Directive 2005/29/EC as amended by Directive (EU) 2024/825 | Annex I point 4a, Article 2(p) and (s), recital 9                   | 转引     | 转引自所存的列有附件一各点的公开源代码; 序言第9条用语转引自 pfi.hk 与 twobirds.com, 公认的卓越绩效转引自 taylorwessing.com.cn。                                                 |
      | annex-i-4a-words     | Directive 2005/29/EC as amended by Directive (EU) 2024/825 | Annex I point 4a, other words, basis and qualification              | 自行解读 | 所读文本只列笼统用语。将兼及社会、绝对化、比较用语, 以及未载明基础或未醒目限定的用语同样看待, 是我方对第2条(p)项与序言第10条的解读。                                            |
      | annex-i-4a-burden    | Directive 2005/29/EC as amended by Directive (EU) 2024/825 | Annex I point 4a, Article 12, burden of proof                       | 自行解读 | 第4a点问经营者能否证明公认的卓越绩效, 第12条使法院可将未获证明的声明视为不实; 既称无依据, 则无可证明的卓越绩效, 系我方解读。第12条转引自欧盟委员会指南 (webgate.ec.europa.eu)。 |
      | definition-o         | Directive 2005/29/EC as amended by Directive (EU) 2024/825 | Article 2(o), names                                                 | 转引     | 转引自 sidley.com 与 grip.globalrelay.com; 名称亦属声明见委员会问答, 转引自 sustainablefutures.linklaters.com 与 European Outdoor Group。                                       |
      | derived-imagery      | Directive 2005/29/EC as amended by Directive (EU) 2024/825 | recital 9 and FAQ, imagery                                          | 自行解读 | 由我方据多项来源推得, 并无文本如此明言。                                                                                                                                        |
      | recital-10           | Directive 2005/29/EC as amended by Directive (EU) 2024/825 | recital 10                                                          | 自行解读 | 凭一般知识, 未与文本核对。                                                                                                                                                      |
      | annex-i-4b           | Directive 2005/29/EC as amended by Directive (EU) 2024/825 | Annex I point 4b, recital 11                                        | 转引     | 转引自所存的列有附件一各点的公开源代码。                                                                                                                                        |
      | annex-i-4c           | Directive 2005/29/EC as amended by Directive (EU) 2024/825 | Annex I point 4c, recital 12                                        | 转引     | 转引自所存的列有附件一各点的公开源代码、sorena.io (序言第12条用语) 与 bdew.de (德文文本)。只涉声明本身对产品所称; 足迹之外另用的抵消不在其内。                                  |
      | derived-mix          | Directive 2005/29/EC as amended by Directive (EU) 2024/825 | Annex I point 4c, mixed reductions                                  | 自行解读 | 由我方推得: 总量含抵消的足迹或减排, 即凭抵消称影响减少。                                                                                                                        |
      | derived-word         | Directive 2005/29/EC as amended by Directive (EU) 2024/825 | Annex I point 4c, neutral without offsets, removal                  | 自行解读 | 声称不靠抵消却使用抵消, 自相矛盾; 将清除视为正面影响亦为我方解读。                                                                                                              |
      | recital-12           | Directive 2005/29/EC as amended by Directive (EU) 2024/825 | recital 12, permission                                              | 转引     | 转引自 bdew.de (德文文本)。                                                                                                                                                     |
      | recital-12-details   | Directive 2005/29/EC as amended by Directive (EU) 2024/825 | recital 12, contributions without details                           | 自行解读 | 序言允许宣传投资, 但所述不得误导; 其详情须与之并列, 系我方解读。                                                                                                                |
      | annex-i-10a          | Directive 2005/29/EC as amended by Directive (EU) 2024/825 | Annex I point 10a, recital 15                                       | 转引     | 转引自所存的列有附件一各点的公开源代码。                                                                                                                                        |
      | annex-i-23d          | Directive 2005/29/EC as amended by Directive (EU) 2024/825 | Annex I point 23d                                                   | 转引     | 转引自所存的列有附件一各点的公开源代码。                                                                                                                                        |
      | annex-i-23e          | Directive 2005/29/EC as amended by Directive (EU) 2024/825 | Annex I point 23e                                                   | 转引     | 转引自所存的列有附件一各点的公开源代码。                                                                                                                                        |
      | annex-i-23f          | Directive 2005/29/EC as amended by Directive (EU) 2024/825 | Annex I point 23f                                                   | 转引     | 转引自所存的列有附件一各点的公开源代码。                                                                                                                                        |
      | annex-i-23g          | Directive 2005/29/EC as amended by Directive (EU) 2024/825 | Annex I point 23g                                                   | 转引     | 转引自所存的列有附件一各点的公开源代码。                                                                                                                                        |
      | annex-i-23h          | Directive 2005/29/EC as amended by Directive (EU) 2024/825 | Annex I point 23h                                                   | 转引     | 转引自所存的列有附件一各点的公开源代码。                                                                                                                                        |
      | annex-i-23i          | Directive 2005/29/EC as amended by Directive (EU) 2024/825 | Annex I point 23i                                                   | 自行解读 | 凭一般知识, 未与文本核对。                                                                                                                                                      |
      | annex-i-23j          | Directive 2005/29/EC as amended by Directive (EU) 2024/825 | Annex I point 23j                                                   | 自行解读 | 凭一般知识, 未与文本核对。                                                                                                                                                      |
      | ucpd-6-1-b           | Directive 2005/29/EC as amended by Directive (EU) 2024/825 | Article 6(1)(b)                                                     | 转引     | 转引自 alro-recht.de。                                                                                                                                                          |
      | ucpd-6-2-d           | Directive 2005/29/EC as amended by Directive (EU) 2024/825 | Article 6(2)(d), recital 4                                          | 转引     | 转引自 sorena.io、taylorwessing.com.cn 与所存公开源代码。                                                                                                                       |
      | derived-credit-share | Directive 2005/29/EC as amended by Directive (EU) 2024/825 | Article 6(2)(d), share of credits                                   | 自行解读 | 由我方据第6条第2款(d)项及2024年和2025年的德国裁决推得, 并无文本如此明言。                                                                                                       |
      | ucpd-6-2-e           | Directive 2005/29/EC as amended by Directive (EU) 2024/825 | Article 6(2)(e), recital 5                                          | 转引     | 转引自所存的列有各项修订的公开源代码。                                                                                                                                          |
      | ucpd-7-7             | Directive 2005/29/EC as amended by Directive (EU) 2024/825 | Article 7(7)                                                        | 转引     | 转引自所存的列有各项修订的公开源代码。                                                                                                                                          |
      | ucpd-12              | Directive 2005/29/EC as amended by Directive (EU) 2024/825 | Article 12, burden of proof                                         | 自行解读 | 凭一般知识, 未与文本核对。                                                                                                                                                      |
      | airlines             | Directive 2005/29/EC as amended by Directive (EU) 2024/825 | Joint action of consumer authorities of 2025-11-05 on airlines      | 转引     | 转引自 aerospacetechreview.com、eunews.it 与 mondaq.com (1708630)。                                                                                                             |
      | airlines-art-6       | Directive 2005/29/EC                                       | Article 6 before the amendment, with the joint action of 2025-11-05 | 自行解读 | 用于2026-09-27之前各日。该联合行动以承诺告终, 并非裁决; 个别成员国的裁决系转引。                                                                                                |
      | recycled-headline    | Directive 2005/29/EC as amended by Directive (EU) 2024/825 | Annex I point 4b with rulings on recycled bottles                   | 转引     | 附件一第4b点转引自所存公开源代码; 裁决出自英国 (asa.org.uk), 仅具说服力。                                                                                                       |
      | recycled-art-6       | Directive 2005/29/EC                                       | Article 6 before the amendment, recycled content                    | 自行解读 | 用于2026-09-27之前各日。关于再生瓶的裁决出自英国, 在此仅具说服力。                                                                                                              |
      | avoided              | Directive 2005/29/EC as amended by Directive (EU) 2024/825 | Annex I points 4a to 4c, avoided emissions                          | 自行解读 | 凭一般知识, 未与文本核对。                                                                                                                                                      |
      | transposed           | Directive 2005/29/EC as amended by Directive (EU) 2024/825 | 3. UWG-ÄndG, Germany                                                | 转引     | 德国: taylorwessing.com.cn (公布于2026-02-19) 与 shopbetreiber-blog.de (2026-03-19), 施行日相同。                                                                               |
      | transposed-italy     | Directive 2005/29/EC as amended by Directive (EU) 2024/825 | D.Lgs. 30/2026, as reported                                         | 转引     | 转引自 ambientesicurezzaweb.it (2026-02-20 的立法令, 刊于 2026-03-09 第 56 号 Gazzetta Ufficiale, 2026-03-24 生效); 适用之日转引自 eworksrl.com (2025-11-30, 就草案而言)。      |
      | transposed-denmark   | Directive 2005/29/EC as amended by Directive (EU) 2024/825 | Lov nr. 558/2025, as reported                                       | 转引     | 转引自 twobirds.com: 2025年5月通过, 自2026-09-27起施行, 部分适用于企业之间。该法编号为 558 系凭记忆。                                                                           |
      | conforming           | Directive 2005/29/EC as amended by Directive (EU) 2024/825 | general clauses read in conformity where it is not transposed       | 自行解读 | 多数成员国转化迟延; 在这些国家以旧有一般条款作一致解释, 判定相同而确信度较低。                                                                                                  |
      | ucpd-6-1             | Directive 2005/29/EC                                       | Article 6(1), since it applies                                      | 自行解读 | 凭一般知识, 未与文本核对。                                                                                                                                                      |
      | ucpd-7               | Directive 2005/29/EC                                       | Article 7(1) and (2), with the Commission guidance of 2021          | 自行解读 | 凭一般知识, 未与文本核对。                                                                                                                                                      |
      | ucpd-12-b            | Directive 2005/29/EC                                       | Article 12(b), evidence that is insufficient                        | 自行解读 | 凭一般知识, 未与文本核对。                                                                                                                                                      |
      | annex-i-2            | Directive 2005/29/EC                                       | Annex I point 2                                                     | 自行解读 | 凭一般知识, 未与文本核对。                                                                                                                                                      |
      | derived-process      | Directive 2005/29/EC as amended by Directive (EU) 2024/825 | Annex I point 4c, making of a product and events                    | 自行解读 | 第4c点指产品; 将生产过程与活动同样看待系我方推得。                                                                                                                              |
      | ucpd-6-2-d-binding   | Directive 2005/29/EC as amended by Directive (EU) 2024/825 | Article 6(2)(d) and recital 4, commitments                          | 自行解读 | 该条要求明确、客观、公开且可核实的承诺; 对谁都没有约束力的愿望不属承诺, 系我方解读。                                                                                            |
      | ucpd-12-top          | Directive 2005/29/EC                                       | Articles 6(1) and 12, absolute words that are not proven            | 自行解读 | 关于环境的最高级用语是事实陈述, 经营者不能证明即可认定为不实, 系我方解读; 不指无人会当真的夸张 (第5条第3款)。                                                                   |
      | otherwise            | Directive 2005/29/EC as amended by Directive (EU) 2024/825 | no rule of this card holds                                          | 自行解读 | 本评分卡所编规则均不反对, 不等于法院亦然。                                                                                                                                      |
    并且 取自 claim-facts 的事实
    并且 取自 absolute-wording 的事实
    并且 下列事实
      | 事实                         | 名称                   | 类型 | 可选值                                                                                                                                |
      | imagery                      | 图像                   | 多选 | leaf, globe, water, trees, animals, green_scheme, seal, children, sky, mountains, meadow                                              |
      | reep_relevant_to_whole_claim | 卓越绩效与全部声明相关 | 是否 |                                                                                                                                       |
      | contribution_details_given   | 已给出贡献详情         | 是否 |                                                                                                                                       |
      | practices                    | 经营做法               | 多选 | update_harm_withheld, update_shown_as_necessary, limited_durability_advertised, early_replacement_induced, third_party_parts_deterred |
      | credit_share_stated          | 已说明碳信用占比       | 是否 |                                                                                                                                       |
      | comparison_service           | 提供比较服务           | 是否 |                                                                                                                                       |
      | comparison_information_given | 已给出比较信息         | 是否 |                                                                                                                                       |
      | country                      | 国家                   | 选项 | AT, BE, BG, HR, CY, CZ, DK, EE, FI, FR, DE, GR, HU, IE, IT, LV, LT, LU, MT, NL, PL, PT, RO, SK, SI, ES, SE                            |
    并且 图像 的可选值
      | 值           | 名称       |
      | leaf         | 叶         |
      | globe        | 地球       |
      | water        | 水         |
      | trees        | 树         |
      | animals      | 动物       |
      | green_scheme | 绿色调     |
      | seal         | 印章       |
      | children     | 儿童       |
      | sky          | 天空       |
      | mountains    | 山         |
      | meadow       | 草地或田野 |
    并且 经营做法 的可选值
      | 值                            | 名称               |
      | update_harm_withheld          | 隐瞒更新损害       |
      | update_shown_as_necessary     | 称更新为必需       |
      | limited_durability_advertised | 宣传限制耐用的商品 |
      | early_replacement_induced     | 诱导过早更换       |
      | third_party_parts_deterred    | 阻碍第三方部件     |
    并且 国家 的可选值
      | 值 | 名称       |
      | AT | 奥地利     |
      | BE | 比利时     |
      | BG | 保加利亚   |
      | HR | 克罗地亚   |
      | CY | 塞浦路斯   |
      | CZ | 捷克       |
      | DK | 丹麦       |
      | EE | 爱沙尼亚   |
      | FI | 芬兰       |
      | FR | 法国       |
      | DE | 德国       |
      | GR | 希腊       |
      | HU | 匈牙利     |
      | IE | 爱尔兰     |
      | IT | 意大利     |
      | LV | 拉脱维亚   |
      | LT | 立陶宛     |
      | LU | 卢森堡     |
      | MT | 马耳他     |
      | NL | 荷兰       |
      | PL | 波兰       |
      | PT | 葡萄牙     |
      | RO | 罗马尼亚   |
      | SK | 斯洛伐克   |
      | SI | 斯洛文尼亚 |
      | ES | 西班牙     |
      | SE | 瑞典       |
    并且 日期 转化施行日 (transposed_from), 按 国家 取值
      | 国家   | 为         | 依据               |
      | 德国   | 2026-09-27 | transposed         |
      | 意大利 | 2026-09-27 | transposed-italy   |
      | 丹麦   | 2026-09-27 | transposed-denmark |
      | 其他   | 2026-09-27 | conforming         |
    并且 本基准案例
      | 事实                   | 值   |
      | 图像                   | 无   |
      | 卓越绩效与全部声明相关 | 是   |
      | 已给出贡献详情         | 是   |
      | 经营做法               | 无   |
      | 已说明碳信用占比       | 是   |
      | 提供比较服务           | 否   |
      | 已给出比较信息         | 是   |
      | 国家                   | 德国 |

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

    场景: 不适用于企业
      假如 audience 为 b2b
      当 按 2026-11-20 评定
      那么 结论为 不适用
