# language: zh-CN
功能: 绿色声明的标准与良好实践
  不论在何处展示均供参照的标准与实践: ISO 14021、ISO 14068-1、ISO 14067、VCMI, 以及多国裁决的共同之处。

  背景:
    假如 本评分卡
      | 项目     | 内容                                                                                                                                                          |
      | 编号     | green-claim-practice                                                                                                                                          |
      | 版本     | 1.0.0                                                                                                                                                         |
      | 名称     | 绿色声明的标准与良好实践                                                                                                                                      |
      | 评价对象 | claim                                                                                                                                                         |
      | 用途     | 自评                                                                                                                                                          |
      | 时区     | Etc/UTC                                                                                                                                                       |
      | 生效日期 | 2026-11-20                                                                                                                                                    |
      | 修约     | 四舍六入五成双, 保留2位                                                                                                                                       |
      | 不适用项 | 拒绝                                                                                                                                                          |
      | 不评价   | 证据是否真实                                                                                                                                                  |
      | 不评价   | 所列事实未描述的措辞                                                                                                                                          |
      | 不评价   | 各国法律, 见相应评分卡                                                                                                                                        |
      | 不评价   | 法律要求的报告本身, 由其他法律规范; 摘入广告的内容属商业沟通                                                                                                  |
      | 不评价   | 所申报事项的证明文件, 此处一概不要求: 声明按对文件的申报判定 (生命周期评价、碳足迹、环境产品声明、检测、标识证书、碳信用或绿电的登记簿摘录、发票、计划或研究) |
    并且 下列依据
      | 编号                    | 文件                                             | 条款                                                                            | 确信度   | 说明                                                                                                                                                                                                                                                                                                                                                                                                                  |
      | pas-2060                | PAS 2060:2014                                    | withdrawn 2025-11-30                                                            | 转引     | PAS 2060 已于2025-11-30废止, 自2025-12-01起, 据其作出的中和或净零声明须另行补充证据。废止一事转引自 mycarbon.co.uk、greencalculus.com 与 srsreport.co.uk。                                                                                                                                                                                                                                                            |
      | iso-14068               | ISO 14068-1:2023                                 | hierarchy and report                                                            | 转引     | 经营者、场所、品牌或活动声称中和或净零的, 须有完整的中和文件。一切中和或净零声明, 无论对象为何, 均须先减排、后使用碳信用。转引自 mycarbon.co.uk 与 csqa.it。                                                                                                                                                                                                                                                          |
      | iso-14068-words         | ISO 14068-1:2023                                 | basis stated, order of reduction and credits                                    | 自行解读 | 经营者、场所、品牌或活动声称中和或净零的, 须在同一媒介上载明声明的基础, 否则须补充证据。凭抵消声称中和的, 即使未另行说明使用抵消, 亦须先减排。两项规则所读来源均未规定, 系自行解读。                                                                                                                                                                                                                                  |
      | iso-14068-product       | ISO 14068-1:2023                                 | file of a product                                                               | 自行解读 | 声称中和或净零的产品或服务, 须有完整的中和文件, 并在同一媒介上载明声明的基础。品类、包装、部件、过程与金融产品亦同。此系自行解读: 关于该标准的报道针对声明中和的组织, 而非其产品。                                                                                                                                                                                                                                    |
      | neutral-period          | ISO 14068-1:2023                                 | period of a declaration                                                         | 自行解读 | 中和或净零的声明不得早于十二个月前作出。凭一般知识, 未与文本核对。                                                                                                                                                                                                                                                                                                                                                    |
      | credit-practice         | practice of voluntary carbon markets             | retirement and single use                                                       | 自行解读 | 用于抵消的碳信用须为声明的受益方注销, 且只使用一次。凭一般知识, 未与文本核对。                                                                                                                                                                                                                                                                                                                                        |
      | permanence              | court and self-regulation rulings                | rulings on temporary credits, persuasive only                                   | 自行解读 | 以抵消声称中和或净零, 而碳封存期限不足以支持该声明的, 构成误导。我方由德国、荷兰、瑞典关于临时性信用的裁决推得, 该等裁决在其他国家无约束力。裁决解释此前已适用的法律, 故我方自欧盟禁止不公平做法之日 (2007-12-12) 起适用本规则。                                                                                                                                                                                      |
      | iso-14067               | ISO 14067:2018                                   | offsets are no part of a footprint                                              | 转引     | 量化、比较或负碳声明所依据的碳足迹不得计入抵消。转引自 alcas.asn.au、buildnews.it 与行业报告 (Climate Bridge, 2025年)。                                                                                                                                                                                                                                                                                               |
      | vcmi                    | VCMI Claims Code v3.1                            | tiers of the claims code                                                        | 转引     | 公司满足基本准则且注销足够碳信用的, 方可声称 VCMI (自愿碳市场诚信倡议) 等级。所注销信用占其剩余排放的比例, 银级至少20%、金级60%、铂金级100%。转引自 greencalculus.com、greentryst.com 与 help.vcmintegrity.org。                                                                                                                                                                                                      |
      | recycling-derived       | ISO 14021                                        | 7.7                                                                             | 自行解读 | 可回收声明须载明可及回收的人口比例与回收前的准备步骤。该比例低于60%的, 还须披露回收的限制。并无文本如此明言; 由我方据多项来源推得。                                                                                                                                                                                                                                                                                   |
      | ocean-plastic           | court and self-regulation rulings                | rulings on ocean plastic, persuasive only                                       | 自行解读 | 再生含量声明将并非来自海洋的塑料称为海洋塑料的, 构成误导。澳大利亚联邦法院2025-04-14如此裁决, 转引自 judgments.fedcourt.gov.au、miragenews.com 与 bandt.com.au。对其他国家与裁决之前的声明, 我方适用同一规则。                                                                                                                                                                                                        |
      | iso-14021-content       | ISO 14021                                        | 7.8                                                                             | 自行解读 | 再生含量声明的再生比例须按质量计算; 比例低于100%的, 须载明该比例。并无文本如此明言; 由我方据多项来源推得。                                                                                                                                                                                                                                                                                                            |
      | renewable-derived       | GHG Protocol Scope 2                             | contractual instruments                                                         | 自行解读 | 可再生能源声明须有与之匹配且未售出的可再生电量, 以及就该市场与期间注销的能源凭证。声明须载明可再生能源的来源与比例。并无文本如此明言; 由我方据多项来源推得。                                                                                                                                                                                                                                                          |
      | qualifier-policy        | green-claim-practice                             | adjacent and legible                                                            | 自行解读 | 限定语 (限制声明含义的文字) 与声明标题相矛盾、离标题过远或字体过小的, 构成误导。系我方政策, 并非法律。                                                                                                                                                                                                                                                                                                                |
      | evidence-policy         | green-claim-practice                             | age of evidence                                                                 | 自行解读 | 声明须有现行有效且充分的证据, 并在发布时已存档。系我方政策, 并非法律。                                                                                                                                                                                                                                                                                                                                                |
      | kind-policy             | green-claim-practice                             | faults of a kind of claim that was not named                                    | 自行解读 | 声明仅申报为笼统用语, 但有其他声明类型 (比较、标识、承诺或属性) 的瑕疵的, 须补充证据。此类瑕疵表明受众已将其理解为该类型的声明。系我方政策, 并非法律。                                                                                                                                                                                                                                                                |
      | comparisons             | ISO 14044                                        | comparative assertions, 5.3                                                     | 转引     | 比较须同类相比; 公布的比较声明须经评审组审查。第5.3条凭一般知识, 未与文本核对。已读关于比较声明裁决的页面, 包括 asa.org.uk 与 shoosmiths.com。                                                                                                                                                                                                                                                                        |
      | comparisons-words       | ISO 14044                                        | comparisons not fair, or without basis or clear qualification                   | 自行解读 | 比较不公平或数据过时的, 或比较声明缺少基础或明确限定的, 构成误导。所读来源未规定此类比较, 系自行解读; 我方视同对不可比事物的比较。                                                                                                                                                                                                                                                                                    |
      | boundary-ruling         | court and self-regulation rulings                | rulings on claims beyond the boundary of evidence, persuasive only              | 自行解读 | 声明超出其证据所涵盖内容的, 构成误导。英国广告标准局2026-05-13依2025年4月前的准则如此裁决, 转引自 marketinglaw.osborneclarke.com 与 thegrocer.co.uk。裁决解释已有法律, 故我方认为他国亦同, 并自欧盟禁止不公平做法之日 (2007-12-12) 起适用。                                                                                                                                                                           |
      | category-ruling         | court and self-regulation rulings                | rulings on the whole environment from few categories, persuasive only           | 自行解读 | 就整体环境作出的声明, 证据未涵盖全部影响类别的, 构成误导; 所指为笼统声明、绝对化声明, 以及兼及社会与环境的声明。卡尔斯鲁厄州法院2023-07-26就 umweltneutral (环境中和) 一词一审如此裁决, 转引自 haufe.de、dr-bahr.com、aktiencheck.de 与 hannekum-partner.de; 未找到上诉判决。裁决解释已有法律, 故我方认为他国亦同, 并自欧盟禁止不公平做法之日 (2007-12-12) 起适用。                                                   |
      | en-15804                | EN 15804                                         | module D                                                                        | 自行解读 | 模块 A 至 C (产品各生命周期阶段) 的合计不得计入模块 D (生命周期之外的益处, 如回收利用)。凭一般知识, 未与文本核对。                                                                                                                                                                                                                                                                                                    |
      | omission                | court and self-regulation rulings                | rulings on energy companies and banks, persuasive only                          | 自行解读 | 高排放经营者宣称绿色业务而未载明该业务占比的, 构成误导。关于能源公司与银行的裁决还认定该占比小; 我方不审查占比大小, 故本规则更宽。裁决解释此前已适用的法律, 故我方自欧盟禁止不公平做法之日 (2007-12-12) 起适用本规则。                                                                                                                                                                                                |
      | evidence-derived        | green-claim-practice                             | contradicting evidence                                                          | 自行解读 | 证据与声明相矛盾的, 禁止使用。并无文本如此明言; 由我方据多项来源推得。                                                                                                                                                                                                                                                                                                                                                |
      | handprint               | Carbon Handprint Guide (VTT and LUT)             | version 2                                                                       | 转引     | 避免排放 (碳手印) 声明须有完整文件。碳手印不得从公司自身的温室气体排放清单中扣减。转引自 vttresearch.com、9pdf.co 与 granlundgroup.com。                                                                                                                                                                                                                                                                              |
      | handprint-words         | Carbon Handprint Guide (VTT and LUT)             | specification on the medium                                                     | 自行解读 | 避免排放声明须在同一媒介上作具体说明, 否则须补充证据。指南要求提供说明信息, 但未规定媒介。须与声明同一媒介系自行解读。                                                                                                                                                                                                                                                                                                |
      | handprint-seed          | Carbon Handprint Guide (VTT and LUT)             | as reported in a trade report of 2024                                           | 转引     | 碳手印 (避免排放) 须有经论证的基准并经独立评审, 不得作为信用交易, 亦不得因减产所致。转引自行业报告 (Climate Bridge, 2024年第三季度)。                                                                                                                                                                                                                                                                                 |
      | negative-seed           | trade report of 2025 on carbon-negative products | five conditions of a negative claim                                             | 转引     | 负碳与清除声明不得以化石或碳酸盐碳为依据; 负碳声明另不得以信用为依据。负碳声明须涵盖生命终期、至少100年且受监测的封存与全部生物源流量, 并经独立评审与公布。转引自行业报告 (Climate Bridge, 2025年第四季度)。                                                                                                                                                                                                          |
      | negative-words          | trade report of 2025 on carbon-negative products | text next to the term                                                           | 自行解读 | 该报告要求负碳一词附有数值、单位、边界、终期情景、封存、标准与核查方。我方要求此等信息与声明载于同一媒介; 缺少的, 声明须补充证据。附有此等信息的, 附限定可用。                                                                                                                                                                                                                                                        |
      | removal-storage         | trade report of 2025 on carbon-negative products | storage of removals                                                             | 自行解读 | 清除声明, 碳封存不足100年或封存未受监测的, 须补充证据。该报告仅对负碳声明提出此两项要求, 适用于清除声明系自行解读。补救办法: 载明封存期限与监测者。                                                                                                                                                                                                                                                                   |
      | iso-14021               | ISO 14021                                        | 5.3, edition of 2016                                                            | 转引     | 至2026-05-31止, 依 ISO 14021:2016, 笼统声明须附具体说明; 该标准系自愿性, 仅在采用时相关。转引自 onlinestandardssearch.com, 其所载为1999年版。2016年版沿用该条系凭一般知识, 未与文本核对。                                                                                                                                                                                                                             |
      | iso-14021-5-5           | ISO 14021                                        | 5.5, edition of 2016                                                            | 转引     | 至2026-05-31止, 依 ISO 14021:2016, 不得声称已实现可持续; 该标准系自愿性, 仅在采用时相关。转引自 onlinestandardssearch.com, 其所载为1999年版。2016年版沿用该条系凭一般知识, 未与文本核对。                                                                                                                                                                                                                             |
      | iso-14021-5-7           | ISO 14021                                        | 5.7, edition of 2016                                                            | 自行解读 | 至2026-05-31止, 自我声明须满足 ISO 14021:2016 的十八项具体要求。该标准系自愿性, 仅在采用时相关。十八项要求凭一般知识, 未与文本核对。                                                                                                                                                                                                                                                                                  |
      | iso-14021-2026          | ISO 14021                                        | edition of 2026                                                                 | 转引     | 自2026-06-01起, 依 ISO 14021 的2026年版, 声明须纳入成文的声明方案。转引自 certifico.com, 其列主要变化而非条款。                                                                                                                                                                                                                                                                                                       |
      | general-ban             | laws against misleading practices                | common requirements of the laws of several countries                            | 自行解读 | 声明须真实、表现公允、清楚, 且不得遗漏重要信息。并无文本如此明言。由我方据第2005/29/EC号指令第6、7条、FTC法第5条 (美国)、竞争法第74.01条 (加拿大)、澳大利亚消费者法第18条与 CPFTA 第4条 (新加坡) 推得。                                                                                                                                                                                                               |
      | rulings-scope           | court and self-regulation rulings                | rulings on parts presented as the whole, persuasive only                        | 自行解读 | 就整体 (如产品或公司) 作出的声明, 证据仅涵盖部分, 或其标题未包括某些部分的, 构成误导。并无文本如此明言。由我方据 16 CFR 260.3(b) 与多国裁决推得。                                                                                                                                                                                                                                                                     |
      | rulings-future          | court and self-regulation rulings                | rulings on promises without plan or time, persuasive only                       | 自行解读 | 关于未来绩效的声明, 缺少详细可行的计划或可衡量的限期目标的, 构成误导。缺少公开承诺、资源投入、定期独立核验或公布的核验结果的, 须补充证据。并无文本如此明言, 由我方据裁决等多项来源推得; 裁决解释已有法律, 故自欧盟禁止不公平做法之日 (2007-12-12) 起适用。                                                                                                                                                            |
      | vague-2026              | ISO 14021                                        | edition of 2026, vague claims as in 5.3 of 2016                                 | 自行解读 | 自2026-06-01起, 笼统或绝对化用语须在同一媒介上具体说明、明确限定并载明基础。具有公认卓越绩效 (如欧盟生态标签) 的除外。并无文本如此明言; 由我方据多项来源推得。                                                                                                                                                                                                                                                        |
      | distinctive             | court and self-regulation rulings                | legal requirements and irrelevant facts presented as a benefit, persuasive only | 自行解读 | 将法定要求或与产品无关的属性称为产品特有益处的, 构成误导。并无文本如此明言; 由我方据多项来源推得。                                                                                                                                                                                                                                                                                                                    |
      | marks                   | ISO 14021                                        | marks that look like those of others                                            | 自行解读 | 标识没有该产品有效证书的, 构成误导。标识系自我声明、未作说明或无独立监督, 或经营者未披露与认证方的重大联系的, 须补充证据。并无文本如此明言; 由我方据 ISO 14021 与 16 CFR 260.6 推得。                                                                                                                                                                                                                                 |
      | flights                 | court and self-regulation rulings                | rulings of several countries on flights, persuasive only                        | 转引     | 航空公司将额外付费称为中和航班、宣称可持续燃料而不加限定, 或提供未说明方法的排放计算器的, 构成误导。裁决: 荷兰 Reclame Code Commissie (2021/00553)、阿姆斯特丹地方法院 (2024-03-20)、科隆州法院与英国广告标准局; 据 osborneclarke.com、resilientllp.com、reccessary.com、haerting.de、wallstreet-online.de 与 asa.org.uk 等页面。裁决解释此前已适用的法律, 故我方自欧盟禁止不公平做法之日 (2007-12-12) 起适用本规则。 |
      | property                | ISO 14021                                        | clause 7, claims of single properties                                           | 自行解读 | 单一属性的声明须有证据并加以说明: 可回收、可再生材料、天然纤维、可降解、可堆肥、不含某物质、无害、耐用、可维修或减量。此外须考虑生命周期。并无文本如此明言; 由我方据 ISO 14021 与 16 CFR 260 推得。                                                                                                                                                                                                                   |
      | target-binding          | court and self-regulation rulings                | rulings on targets presented as commitments, persuasive only                    | 自行解读 | 将无约束力的目标称为承诺的声明, 须补充证据。并无文本如此明言: 由我方据第2005/29/EC号指令第6条第2款(d)项与2025-11-03同纽约州总检察长的和解推得。该和解将净零称为目标, 而非承诺或保证 (转引自 esgdive.com 与 mondaq.com, 1702758)。                                                                                                                                                                                     |
      | target-validation       | Science Based Targets initiative                 | wording of commitments and targets, 2022-05-19                                  | 转引     | 仅承诺设定目标的公司, 不得暗示科学碳目标倡议已批准其目标 (转引自 sciencebasedtargets.org)。美国全国广告审查委员会2023-06-20建议删去该倡议已认可某项承诺的表述 (转引自 meatpoultry.com)。                                                                                                                                                                                                                              |
      | target-validation-other | Science Based Targets initiative                 | a validation of another target, or one that has ended                           | 自行解读 | 科学碳目标倡议的验证已终止或属于另一目标的, 公司不得称为所声称目标的验证。来源仅涉及将单纯承诺称为已批准目标。另两种情形, 我方同样视为误导。                                                                                                                                                                                                                                                                          |
      | value-chain             | ISO 14068-1:2023                                 | emissions of the value chain in neutrality and net zero                         | 自行解读 | 经营者、品牌或金融产品声称中和或净零的, 须计入其价值链排放; 未计入且未说明的, 构成误导。已说明未计入的, 净零声明仍须补充证据。并无文本如此明言: 由我方据声明超出证据的裁决、中和与净零标准, 以及纽约州总检察长2024-02-28就供应商排放提起的诉讼 (转引自 fkks.com) 推得。                                                                                                                                               |
      | financing               | court and self-regulation rulings                | rulings on banks, persuasive only                                               | 自行解读 | 经营者、品牌、服务或金融产品的绿色声明未披露其所融资的排放的, 构成误导。英国广告标准局2022-10-19就一家银行如此裁决, 转引自 asa.org.uk、climatecasechart.com 与 petersandpeters.com。裁决解释已有法律, 故我方认为他国以及保险与基金亦同, 并自欧盟禁止不公平做法之日 (2007-12-12) 起适用。                                                                                                                              |
      | facilities              | ISO 14021                                        | 7.7 and 7.2, facilities where the product is sold                               | 自行解读 | 销售地至多部分人可使用回收或堆肥设施而声明未披露此限制的, 可回收或可堆肥声明须补充证据。几乎无人可用回收设施的, 可回收声明即使已披露亦须补充证据。并无文本如此明言; 由我方据 ISO 14021 与 16 CFR 260.7(d)、260.12 推得。                                                                                                                                                                                              |
      | superlatives            | ISO 14021                                        | 5.7, absolute terms that are not proven                                         | 自行解读 | 最高级等绝对化用语在各国均须以比较加以证明, 否则声明须补充证据。此系我方对自我声明须准确、可核实、不误导这一要求的解读。该要求凭一般知识, 未与文本核对。                                                                                                                                                                                                                                                              |
      | otherwise               | green-claim-practice                             | no rule of this scorecard applies                                               | 自行解读 | 本评分卡无任何规则适用的声明, 我方视为可以使用。此系自行解读; 法院仍可能作出不同认定。                                                                                                                                                                                                                                                                                                                                |
    并且 取自 claim-facts 的事实
    并且 取自 absolute-wording 的事实
    并且 下列事实
      | 事实                                   | 名称                     | 类型 | 单位 | 可选值                                                          | 不低于 | 不高于 |
      | reduction_before_credits               | 先减排后抵消             | 是否 |      |                                                                 |        |        |
      | neutrality_declared_within_year        | 中和声明在十二个月内作出 | 是否 |      |                                                                 |        |        |
      | credits_retired_for_beneficiary        | 碳信用已为其注销         | 是否 |      |                                                                 |        |        |
      | credits_counted_once                   | 碳信用仅计一次           | 是否 |      |                                                                 |        |        |
      | lca_module_d_in_total                  | A至C模块总量含 D 模块    | 是否 |      |                                                                 |        |        |
      | vcmi_tier                              | 所称 VCMI 等级           | 选项 |      | no_tier, silver, gold, platinum                                 |        |        |
      | vcmi_retired_share                     | 剩余排放注销比例         | 数值 | %    |                                                                 | 0      | 100    |
      | vcmi_criteria_met                      | 符合 VCMI 基础准则       | 是否 |      |                                                                 |        |        |
      | access_share_stated                    | 已说明可及率与处理步骤   | 是否 |      |                                                                 |        |        |
      | recycled_share_by_mass                 | 再生含量按质量计算       | 是否 |      |                                                                 |        |        |
      | evidence_current                       | 证据仍有效               | 是否 |      |                                                                 |        |        |
      | comparison_panel_reviewed              | 比较经评审组评审         | 是否 |      |                                                                 |        |        |
      | handprint_complete                     | 碳手印文件齐全           | 是否 |      |                                                                 |        |        |
      | handprint_baseline_justified           | 碳手印基准有理由         | 是否 |      |                                                                 |        |        |
      | handprint_netted_against_own_inventory | 碳手印抵减自身清册       | 是否 |      |                                                                 |        |        |
      | handprint_traded                       | 碳手印作为信用交易       | 是否 |      |                                                                 |        |        |
      | handprint_from_lower_output            | 碳手印源于减产           | 是否 |      |                                                                 |        |        |
      | handprint_reviewed                     | 碳手印经独立评审         | 是否 |      |                                                                 |        |        |
      | lca_boundary                           | 足迹边界                 | 选项 |      | gate_to_gate, cradle_to_gate, cradle_to_retail, cradle_to_grave |        |        |
      | end_of_life_stated                     | 已说明终端情景           | 是否 |      |                                                                 |        |        |
      | removal_storage_years                  | 封存年限                 | 数值 | 年   |                                                                 | 0      |        |
      | removal_monitoring                     | 碳封存有监测             | 是否 |      |                                                                 |        |        |
      | biogenic_flows_complete                | 生物源流完整             | 是否 |      |                                                                 |        |        |
      | independently_reviewed_and_public      | 负碳结果经独立评审并公开 | 是否 |      |                                                                 |        |        |
      | removal_carbon_source                  | 所封存碳的来源           | 选项 |      | atmosphere, biogenic_short_cycle, fossil, carbonate             |        |        |
      | life_cycle_requirements_met            | 符合 ISO 14021 要求      | 是否 |      |                                                                 |        |        |
      | claim_programme_documented             | 声明列入文件化方案       | 是否 |      |                                                                 |        |        |
      | sustainability_achieved                | 声称已达可持续           | 是否 |      |                                                                 |        |        |
      | future_validation                      | 所称目标验证             | 选项 |      | not_claimed, validated, committed_only, other_target            |        |        |
      | scope_three                            | 价值链排放               | 选项 |      | counted, gap_stated, gap_unstated                               |        |        |
    并且 所称 VCMI 等级 的可选值
      | 值       | 名称         |
      | no_tier  | 无 VCMI 等级 |
      | silver   | 银级         |
      | gold     | 金级         |
      | platinum | 铂金级       |
    并且 足迹边界 的可选值
      | 值               | 名称       |
      | gate_to_gate     | 大门到大门 |
      | cradle_to_gate   | 摇篮到大门 |
      | cradle_to_retail | 摇篮到零售 |
      | cradle_to_grave  | 摇篮到坟墓 |
    并且 所封存碳的来源 的可选值
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
      | 事实                     | 值           |
      | 先减排后抵消             | 是           |
      | 中和声明在十二个月内作出 | 是           |
      | 碳信用已为其注销         | 是           |
      | 碳信用仅计一次           | 是           |
      | A至C模块总量含 D 模块    | 否           |
      | 所称 VCMI 等级           | 无 VCMI 等级 |
      | 剩余排放注销比例         | 100 %        |
      | 符合 VCMI 基础准则       | 是           |
      | 已说明可及率与处理步骤   | 是           |
      | 再生含量按质量计算       | 是           |
      | 证据仍有效               | 是           |
      | 比较经评审组评审         | 是           |
      | 碳手印文件齐全           | 是           |
      | 碳手印基准有理由         | 是           |
      | 碳手印抵减自身清册       | 否           |
      | 碳手印作为信用交易       | 否           |
      | 碳手印源于减产           | 否           |
      | 碳手印经独立评审         | 是           |
      | 足迹边界                 | 摇篮到坟墓   |
      | 已说明终端情景           | 是           |
      | 封存年限                 | 100 年       |
      | 碳封存有监测             | 是           |
      | 生物源流完整             | 是           |
      | 负碳结果经独立评审并公开 | 是           |
      | 所封存碳的来源           | 大气         |
      | 符合 ISO 14021 要求      | 是           |
      | 声明列入文件化方案       | 是           |
      | 声称已达可持续           | 否           |
      | 所称目标验证             | 未称已验证   |
      | 价值链排放               | 已计入       |

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
