# language: zh-CN
功能: 欧盟对消费者的绿色声明
  经 (EU) 2024/825 号指令修订的《不公平商业行为指令》, 逐项声明, 按展示日期判定。指令文字系经转引阅读。

  背景:
    假如 本评分卡
      | 项目     | 内容                                                                                                                                                           |
      | 编号     | green-claim-eu                                                                                                                                                 |
      | 版本     | 1.0.0                                                                                                                                                          |
      | 名称     | 欧盟对消费者的绿色声明                                                                                                                                         |
      | 评价对象 | claim                                                                                                                                                          |
      | 用途     | 自评                                                                                                                                                           |
      | 时区     | Europe/Brussels                                                                                                                                                |
      | 生效日期 | 2026-11-20                                                                                                                                                     |
      | 修约     | 四舍六入五成双, 保留2位                                                                                                                                        |
      | 不适用项 | 拒绝                                                                                                                                                           |
      | 不评价   | 罚款与敞口                                                                                                                                                     |
      | 不评价   | 指令之外的国内规则                                                                                                                                             |
      | 不评价   | 尚未成为法律的绿色声明指令提案                                                                                                                                 |
      | 不评价   | 证据是否真实                                                                                                                                                   |
      | 不评价   | 所列事实未描述的措辞                                                                                                                                           |
      | 不评价   | 法律要求的报告，如可持续报告指令所要求者；摘入面向消费者广告的内容属商业沟通（委员会问答第1问）                                                                |
      | 不评价   | 所申报事项的证明文件，此处一概不要求：声明按对文件的申报判定（生命周期评价、碳足迹、环境产品声明、检测、标识证书、碳信用或绿电的登记簿摘录、发票、计划或研究） |
    并且 下列依据
      | 编号                 | 文件                                                       | 条款                                                                | 确信度   | 说明                                                                                                                                                                                                                                                                          |
      | annex-i-2a           | Directive 2005/29/EC as amended by Directive (EU) 2024/825 | Annex I point 2a, Article 2(q) and (r)                              | 转引     | 可持续性标识须基于认证制度，或由公共机构设立。认证制度须开放加入、征询专家与利益相关方意见并予以执行。转引自 sidley.com 与附件一清单的非官方文本；第2条文字凭一般知识，未与文本核对。                                                                                         |
      | definition-r         | Directive 2005/29/EC as amended by Directive (EU) 2024/825 | Article 2(r)(iv)                                                    | 自行解读 | 认证制度的标识须由独立第三方监督，否则予以禁止。凭一般知识，未与文本核对。                                                                                                                                                                                                    |
      | faq-labels           | Directive 2005/29/EC as amended by Directive (EU) 2024/825 | Commission FAQ on labels of third-country authorities               | 转引     | 欧盟以外公共机构的标识须满足私营制度的条件：开放加入、征询专家与利益相关方意见、予以执行并由独立第三方监督。此系欧盟委员会2025年11月问答（2026-05-18更新）的观点，无约束力。转引自 sustainablefutures.linklaters.com 与 European Outdoor Group。                              |
      | definition-r-known   | Directive 2005/29/EC as amended by Directive (EU) 2024/825 | Article 2(r), certificates                                          | 自行解读 | 认证制度的标识，证书缺失、过期或系为其他产品颁发的，予以禁止。凭一般知识，未与文本核对。                                                                                                                                                                                      |
      | annex-i-4a           | Directive 2005/29/EC as amended by Directive (EU) 2024/825 | Annex I point 4a, Article 2(p) and (s), recital 9                   | 转引     | 笼统环保声明未在同一介质上具体说明，且经营者无公认的卓越绩效（如欧盟生态标签）的，予以禁止。第4a点转引自附件一清单的非官方文本。序言第9条所列笼统用语转引自 pfi.hk 与 twobirds.com，公认的卓越绩效转引自 taylorwessing.com.cn。                                               |
      | annex-i-4a-words     | Directive 2005/29/EC as amended by Directive (EU) 2024/825 | Annex I point 4a, other words, basis and qualification              | 自行解读 | 第4a点禁止未具体说明的笼统环保用语，但经营者具有公认卓越绩效（如欧盟生态标签）的除外。按我方对第2条(p)项与序言第10条的解读，绝对化用语、比较用语以及兼及社会与环境的用语亦在其内。无公认卓越绩效的，上述各类用语未载明基础或限定不醒目的，我方同样禁止。                      |
      | annex-i-4a-burden    | Directive 2005/29/EC as amended by Directive (EU) 2024/825 | Annex I point 4a, Article 12, burden of proof                       | 自行解读 | 笼统声明既未在同一介质上具体说明、又无依据的，我方予以禁止。第4a点要求经营者证明公认的卓越绩效，无证据者无从证明。第12条使法院可将未获证明的声明视为不实，转引自欧盟委员会指南（webgate.ec.europa.eu）。                                                                      |
      | definition-o         | Directive 2005/29/EC as amended by Directive (EU) 2024/825 | Article 2(o), names                                                 | 转引     | 含笼统环保用语的名称本身即为声明，须在同一介质上具体说明，或经营者具有公认的卓越绩效。第2条(o)项转引自 sidley.com 与 grip.globalrelay.com。委员会问答关于名称的内容转引自 sustainablefutures.linklaters.com 与 European Outdoor Group。                                       |
      | derived-imagery      | Directive 2005/29/EC as amended by Directive (EU) 2024/825 | recital 9 and FAQ, imagery                                          | 自行解读 | 自然图像（如树叶、水、绿色）与未具体说明的声明并用，且该声明为笼统声明或兼及社会与环境的，结论为需补证据。并无文本如此明言，系我方据多项来源推得。                                                                                                                            |
      | recital-10           | Directive 2005/29/EC as amended by Directive (EU) 2024/825 | recital 10                                                          | 自行解读 | 经营者的公认卓越绩效（如欧盟生态标签）须与整个声明相关；兼及社会的声明，其社会方面须有证明。否则该声明予以禁止。凭一般知识，未与文本核对。                                                                                                                                    |
      | annex-i-4b           | Directive 2005/29/EC as amended by Directive (EU) 2024/825 | Annex I point 4b, recital 11                                        | 转引     | 证据仅涵盖产品或业务一部分的，经营者不得就其整体作环保声明。转引自附件一清单的非官方文本。                                                                                                                                                                                    |
      | annex-i-4c           | Directive 2005/29/EC as amended by Directive (EU) 2024/825 | Annex I point 4c, recital 12                                        | 转引     | 第4c点禁止凭抵消声称产品的温室气体影响为中和、减少或正面。经营者另行使用抵消而未从产品足迹中扣减的，不在第4c点之内。转引自附件一清单的非官方文本、sorena.io（序言第12条）与 bdew.de（德文文本）。                                                                             |
      | derived-mix          | Directive 2005/29/EC as amended by Directive (EU) 2024/825 | Annex I point 4c, mixed reductions                                  | 自行解读 | 产品声明的足迹或减排量计入抵消的，予以禁止。据转引，第4c点禁止凭抵消称影响减少，但未提及含抵消的足迹或减排量。我方将载有此类足迹或减排量的声明视为称影响减少的声明，系自行解读。                                                                                              |
      | derived-word         | Directive 2005/29/EC as amended by Directive (EU) 2024/825 | Annex I point 4c, neutral without offsets, removal                  | 自行解读 | 产品声称“不靠抵消的中和”或“清除”而使用抵消的，予以禁止。据转引，第4c点未提及这两种用语，故系自行解读。“不靠抵消的中和”此时自相矛盾；清除，我方视为正面影响。                                                                                                                  |
      | recital-12           | Directive 2005/29/EC as amended by Directive (EU) 2024/825 | recital 12, permission                                              | 转引     | 序言第12条允许经营者宣传对气候项目的出资，但不得误导。声明载明出资详情并与产品影响分开说明的，我方判定为附限定可用。转引自 bdew.de（序言第12条德文文本）。                                                                                                                    |
      | recital-12-details   | Directive 2005/29/EC as amended by Directive (EU) 2024/825 | recital 12, contributions without details                           | 自行解读 | 宣传对气候项目出资的声明，未载明出资详情的，结论为需补证据。序言第12条允许不误导的此类宣传。须载明详情系自行解读。                                                                                                                                                            |
      | annex-i-10a          | Directive 2005/29/EC as amended by Directive (EU) 2024/825 | Annex I point 10a, recital 15                                       | 转引     | 经营者不得将法定要求称为其产品的特色。转引自附件一清单的非官方文本。                                                                                                                                                                                                          |
      | annex-i-23d          | Directive 2005/29/EC as amended by Directive (EU) 2024/825 | Annex I point 23d                                                   | 转引     | 经营者不得向消费者隐瞒软件更新对产品的不利影响。转引自附件一清单的非官方文本。                                                                                                                                                                                                |
      | annex-i-23e          | Directive 2005/29/EC as amended by Directive (EU) 2024/825 | Annex I point 23e                                                   | 转引     | 仅改进功能的软件更新，经营者不得称为必要。转引自附件一清单的非官方文本。                                                                                                                                                                                                      |
      | annex-i-23f          | Directive 2005/29/EC as amended by Directive (EU) 2024/825 | Annex I point 23f                                                   | 转引     | 经营者不得宣传有意限制耐用性的商品。转引自附件一清单的非官方文本。                                                                                                                                                                                                            |
      | annex-i-23g          | Directive 2005/29/EC as amended by Directive (EU) 2024/825 | Annex I point 23g                                                   | 转引     | 正常使用下未获证明的耐用性，经营者不得声称。转引自附件一清单的非官方文本。                                                                                                                                                                                                    |
      | annex-i-23h          | Directive 2005/29/EC as amended by Directive (EU) 2024/825 | Annex I point 23h                                                   | 转引     | 产品无法维修的，经营者不得称可维修。转引自附件一清单的非官方文本。                                                                                                                                                                                                            |
      | annex-i-23i          | Directive 2005/29/EC as amended by Directive (EU) 2024/825 | Annex I point 23i                                                   | 自行解读 | 经营者不得诱导消费者在必要之前更换耗材。凭一般知识，未与文本核对。                                                                                                                                                                                                            |
      | annex-i-23j          | Directive 2005/29/EC as amended by Directive (EU) 2024/825 | Annex I point 23j                                                   | 自行解读 | 经营者不得阻碍消费者使用第三方生产的配件。凭一般知识，未与文本核对。                                                                                                                                                                                                          |
      | ucpd-6-1-b           | Directive 2005/29/EC as amended by Directive (EU) 2024/825 | Article 6(1)(b)                                                     | 转引     | 整体呈现使消费者对产品的环境、社会或循环特性产生误解的声明，构成误导。转引自 alro-recht.de。                                                                                                                                                                                  |
      | ucpd-6-2-d           | Directive 2005/29/EC as amended by Directive (EU) 2024/825 | Article 6(2)(d), recital 4                                          | 转引     | 关于未来绩效的声明须有公开承诺，以及载明有期限的可量化目标与资源的详细可行计划。计划须由独立第三方定期核查，核查结果须向消费者公开。转引自 sorena.io、taylorwessing.com.cn 与修订内容的非官方文本。                                                                           |
      | derived-credit-share | Directive 2005/29/EC as amended by Directive (EU) 2024/825 | Article 6(2)(d), share of credits                                   | 自行解读 | 使用碳信用的未来中和声明，未说明碳信用所占排放比例的，构成误导。并无文本如此明言。我方据第6条第2款(d)项及2024年和2025年的德国裁决推得。                                                                                                                                       |
      | ucpd-6-2-e           | Directive 2005/29/EC as amended by Directive (EU) 2024/825 | Article 6(2)(e), recital 5                                          | 转引     | 宣传与产品无关的益处，构成误导。转引自修订内容的非官方文本。                                                                                                                                                                                                                  |
      | ucpd-7-7             | Directive 2005/29/EC as amended by Directive (EU) 2024/825 | Article 7(7)                                                        | 转引     | 比较产品的服务未说明方法、所比较的产品与供应商及信息更新方式的，构成误导。转引自修订内容的非官方文本。                                                                                                                                                                        |
      | ucpd-12              | Directive 2005/29/EC as amended by Directive (EU) 2024/825 | Article 12, burden of proof                                         | 自行解读 | 声明发布时，经营者须备有证据。凭一般知识，未与文本核对。                                                                                                                                                                                                                      |
      | airlines             | Directive 2005/29/EC as amended by Directive (EU) 2024/825 | Joint action of consumer authorities of 2025-11-05 on airlines      | 转引     | 航空公司将额外付费称为中和航班、宣传可持续燃料而不作限定，或提供未说明方法的排放计算器的，构成误导。转引自 aerospacetechreview.com、eunews.it 与 mondaq.com（第1708630号文章）。                                                                                              |
      | airlines-art-6       | Directive 2005/29/EC                                       | Article 6 before the amendment, with the joint action of 2025-11-05 | 自行解读 | 航空公司将额外付费称为中和航班、宣传可持续燃料而不作限定，或提供未说明方法的排放计算器的，构成误导。此系我方对第6条的解读，适用于2025-11-05至2026-09-26。主管机构的联合行动以航空公司的承诺告终，并非裁决。个别成员国的裁决系转引。                                           |
      | recycled-headline    | Directive 2005/29/EC as amended by Directive (EU) 2024/825 | Annex I point 4b with rulings on recycled bottles                   | 转引     | 再生成分的标题性声明未包括产品某些部分的，构成误导。附件一第4b点转引自附件一清单的非官方文本。关于再生瓶的裁决出自英国（asa.org.uk），在欧盟无约束力。                                                                                                                        |
      | recycled-art-6       | Directive 2005/29/EC                                       | Article 6 before the amendment, recycled content                    | 自行解读 | 再生成分的标题性声明未包括产品某些部分的，我方依第6条视为误导。该解读适用于2022-01-19至2026-09-26（修订后的指令适用前的最后一日）。关于再生瓶的裁决出自英国，在欧盟无约束力。                                                                                                 |
      | avoided              | Directive 2005/29/EC as amended by Directive (EU) 2024/825 | Annex I points 4a to 4c, avoided emissions                          | 自行解读 | 避免排放的声明须在同一介质上说明所比较的基准，否则予以禁止。凭一般知识，未与文本核对。                                                                                                                                                                                        |
      | transposed           | Directive 2005/29/EC as amended by Directive (EU) 2024/825 | 3. UWG-ÄndG, Germany                                                | 转引     | 德国自2026-09-27起适用修订后的指令。转引自 taylorwessing.com.cn（国内法公布于2026-02-19）与 shopbetreiber-blog.de（2026-03-19），两者所载适用日相同。                                                                                                                         |
      | transposed-italy     | Directive 2005/29/EC as amended by Directive (EU) 2024/825 | D.Lgs. 30/2026, as reported                                         | 转引     | 意大利自2026-09-27起适用修订后的指令；该日期转引自 eworksrl.com（2025-11-30，就国内法草案而言）。最终的国内法为2026-02-20的第30/2026号立法令（2026-03-09第56号 Gazzetta Ufficiale），转引自 ambientesicurezzaweb.it。该法令自2026-03-24起生效，但我方以适用日2026-09-27为准。 |
      | transposed-denmark   | Directive 2005/29/EC as amended by Directive (EU) 2024/825 | Lov nr. 558/2025, as reported                                       | 转引     | 丹麦自2026-09-27起适用修订后的指令，部分规定亦适用于企业之间。转引自 twobirds.com；丹麦国内法于2025年5月通过。该法编号558系凭记忆，未与文本核对。                                                                                                                             |
      | conforming           | Directive 2005/29/EC as amended by Directive (EU) 2024/825 | general clauses read in conformity where it is not transposed       | 自行解读 | 多数成员国将 (EU) 2024/825 号指令转化为国内法迟延。在这些成员国，我方亦自2026-09-27起适用各规则，因我方将其旧有一般条款作与指令一致的解释。判定与按期转化的成员国相同，但确信度较低。                                                                                         |
      | ucpd-6-1             | Directive 2005/29/EC                                       | Article 6(1), since it applies                                      | 自行解读 | 声明不实，或整体呈现具有欺骗性的，构成误导。凭一般知识，未与文本核对。                                                                                                                                                                                                        |
      | ucpd-7               | Directive 2005/29/EC                                       | Article 7(1) and (2), with the Commission guidance of 2021          | 自行解读 | 声明遗漏重要信息或不清的，构成误导。中和声明以及含混或绝对化用语，未在同一介质上具体说明或未载明基础的，我方视为不清。凭一般知识，未与文本核对。                                                                                                                              |
      | ucpd-12-b            | Directive 2005/29/EC                                       | Article 12(b), evidence that is insufficient                        | 自行解读 | 经营者对声明的证据不充分的，构成误导。凭一般知识，未与文本核对。                                                                                                                                                                                                              |
      | annex-i-2            | Directive 2005/29/EC                                       | Annex I point 2                                                     | 自行解读 | 经营者不得展示认证制度或公共机构的标识而无该产品的有效证书。凭一般知识，未与文本核对。                                                                                                                                                                                        |
      | derived-process      | Directive 2005/29/EC as amended by Directive (EU) 2024/825 | Annex I point 4c, making of a product and events                    | 自行解读 | 不得凭抵消声称生产过程或活动的温室气体影响为中和、减少或正面。第4c点禁止就产品作此类声明。适用于生产过程与活动系自行解读。                                                                                                                                                    |
      | ucpd-6-2-d-binding   | Directive 2005/29/EC as amended by Directive (EU) 2024/825 | Article 6(2)(d) and recital 4, commitments                          | 自行解读 | 关于未来绩效的声明须有明确、客观、公开且可核实的承诺。无约束力的目标，我方不视为承诺；将其称为承诺的声明构成误导。                                                                                                                                                            |
      | ucpd-12-top          | Directive 2005/29/EC                                       | Articles 6(1) and 12, absolute terms that are not proven            | 自行解读 | 关于环境的最高级用语，经营者不能证明的，构成误导，因我方视其为事实陈述。无人会当真的夸张（第5条第3款）除外。此系自行解读：所转引的第6条第1款与第12条未提及最高级用语。                                                                                                        |
      | otherwise            | Directive 2005/29/EC as amended by Directive (EU) 2024/825 | no rule of this scorecard applies                                   | 自行解读 | 本评分卡各项规则均不适用于该声明的，判定为“合规”，即各项规则均不禁止该声明。法院仍可能作出不同认定。                                                                                                                                                                          |
    并且 取自 claim-facts 的事实
    并且 取自 absolute-wording 的事实
    并且 下列事实
      | 事实                         | 名称                         | 类型 | 可选值                                                                                                                                |
      | imagery                      | 声明中的图像                 | 多选 | leaf, globe, water, trees, animals, green_scheme, seal, children, sky, mountains, meadow                                              |
      | reep_relevant_to_whole_claim | 卓越绩效与全部声明相关       | 是否 |                                                                                                                                       |
      | contribution_details_given   | 已给出贡献详情               | 是否 |                                                                                                                                       |
      | practices                    | 经营做法                     | 多选 | update_harm_withheld, update_shown_as_necessary, limited_durability_advertised, early_replacement_induced, third_party_parts_deterred |
      | credit_share_stated          | 已说明未来中和中的碳信用占比 | 是否 |                                                                                                                                       |
      | comparison_service           | 提供比较服务                 | 是否 |                                                                                                                                       |
      | comparison_information_given | 已给出比较信息               | 是否 |                                                                                                                                       |
      | country                      | 国家                         | 选项 | AT, BE, BG, HR, CY, CZ, DK, EE, FI, FR, DE, GR, HU, IE, IT, LV, LT, LU, MT, NL, PL, PT, RO, SK, SI, ES, SE                            |
    并且 声明中的图像 的可选值
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
    并且 日期 国内转化施行日 (transposed_from), 按 国家 取值
      | 国家   | 为         | 依据               |
      | 德国   | 2026-09-27 | transposed         |
      | 意大利 | 2026-09-27 | transposed-italy   |
      | 丹麦   | 2026-09-27 | transposed-denmark |
      | 其他   | 2026-09-27 | conforming         |
    并且 本基准案例
      | 事实                         | 值   |
      | 声明中的图像                 | 无   |
      | 卓越绩效与全部声明相关       | 是   |
      | 已给出贡献详情               | 是   |
      | 经营做法                     | 无   |
      | 已说明未来中和中的碳信用占比 | 是   |
      | 提供比较服务                 | 否   |
      | 已给出比较信息               | 是   |
      | 国家                         | 德国 |

  规则: 没有瑕疵的声明

    场景: 基准声明
      当 按 2026-11-20 评定
      那么 判定为 合规

    场景: 机构性沟通不适用
      假如 kind 为 institutional
      当 按 2026-11-20 评定
      那么 结论为 不适用

    场景: 法律要求的报告不适用
      假如 kind 为 mandatory_report
      当 按 2026-11-20 评定
      那么 结论为 不适用

    场景: 面向企业的声明不适用
      假如 audience 为 b2b
      当 按 2026-11-20 评定
      那么 结论为 不适用
