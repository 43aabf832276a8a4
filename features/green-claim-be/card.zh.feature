# language: zh-CN
功能: 比利时绿色声明
  指令之外的比利时《经济法典》第六卷、联邦经济公共服务部的指引与广告伦理评议会 (JEP) 的生态广告守则。
  经营者须能证明其声明。

  背景:
    假如 本评分卡
      | 项目     | 内容                                                                                                                                                           |
      | 编号     | green-claim-be                                                                                                                                                 |
      | 版本     | 1.0.0                                                                                                                                                          |
      | 名称     | 比利时绿色声明                                                                                                                                                 |
      | 评价对象 | claim                                                                                                                                                          |
      | 用途     | 自评                                                                                                                                                           |
      | 时区     | Europe/Brussels                                                                                                                                                |
      | 生效日期 | 2026-11-20                                                                                                                                                     |
      | 修约     | 四舍六入五成双, 保留2位                                                                                                                                        |
      | 不适用项 | 拒绝                                                                                                                                                           |
      | 不评价   | 指令本身的规则（见欧盟评分卡）                                                                                                                                 |
      | 不评价   | 转化 (EU) 2024/825 号指令的法律，未查到；主管部长于 2025-08-21 宣布正在转化 (twobirds.com)，欧盟评分卡以一般条款的合指令解读代之                               |
      | 不评价   | 2007 年与 2010 年的市场行为法，2014-05-30 以前含类似条款                                                                                                       |
      | 不评价   | 个别行业的广告守则，如汽车、化妆品与洗涤剂                                                                                                                     |
      | 不评价   | 罚款与责任                                                                                                                                                     |
      | 不评价   | 证据是否真实                                                                                                                                                   |
      | 不评价   | 所申报事项的证明文件，此处一概不要求：声明按对文件的申报判定（生命周期评价、碳足迹、环境产品声明、检测、标识证书、碳信用或绿电的登记簿摘录、发票、计划或研究） |
    并且 下列依据
      | 编号        | 文件                            | 条款                                                                          | 确信度   | 说明                                                                                                                                                                                   |
      | cde-95      | Code de droit économique        | Articles VI.93 and VI.95                                                      | 转引     | 禁止对消费者的不公平商业行为，包括广告。读自联邦经济公共服务部网页 (economie.fgov.be)，其引第VI.93条及其后各条；条号VI.95凭记忆。第六卷自2014-05-31起施行 (eubelius.com)。             |
      | cde-97      | Code de droit économique        | Article VI.97; towards businesses Article VI.105                              | 转引     | 声明不实，或其整体呈现误导的，即使字面正确，亦构成误导。先前法律的相同条款（2010年法第88条）英文文本读自欧盟委员会数据库。条号据 cms.law 与 liedekerke.com。                           |
      | cde-99      | Code de droit économique        | Article VI.99                                                                 | 转引     | 声明隐瞒重要信息，或表述不清、含糊的，构成误导。先前法律的相同条款（2010年法第90条第2款）英文文本读自欧盟委员会数据库。条号凭记忆。                                                    |
      | cde-proof   | Code de droit économique        | proof of factual information, formerly Article 103 of the act of 2010         | 转引     | 主管机关可要求经营者证明其所述事实准确。2010年法的条款英文文本读自欧盟委员会数据库；现行法典的条号未查到。未经证明的声明，我方视为误导。                                               |
      | cde-17      | Code de droit économique        | Article VI.17                                                                 | 自行解读 | 比较须公平，且比较对象同类（第VI.17条，比较广告）。该条的存在据 chambers.com；其内容凭记忆，未与文本核对。                                                                             |
      | spf-proof   | FPS Economy                     | campaign on environmental claims of 2023-03, accuracy and proof               | 已核实   | 环境声明须真实、准确、明确、不夸大，并有可靠证据。读自联邦经济公共服务部新闻稿 (news.economie.fgov.be)。其2022年指引未读。                                                             |
      | spf-vague   | FPS Economy                     | campaign on environmental claims of 2023-03, vague words                      | 已核实   | 可持续、生态、绿色等含混用语，须在声明紧邻处解释。读自新闻稿 (news.economie.fgov.be) 与宣传网页 tropvertpouretrevrai.be。指引解释第六卷，故我方自该卷2014-05-31施行日起适用。          |
      | spf-part    | FPS Economy                     | campaign on environmental claims of 2023-03, stage of the life cycle          | 自行解读 | 声明须写明所涉的生命周期阶段。新闻稿举例：称生态配送，而仅包装箱为再生材料。声称涵盖整体而证据仅及部分即构成误导，系自行解读。                                                         |
      | spf-usual   | FPS Economy                     | campaign on environmental claims of 2023-03, legal duties and common practice | 已核实   | 不得将法定义务或普遍做法称为额外努力。读自宣传网页 tropvertpouretrevrai.be。国务秘书认为，称不含该类产品本就不含之物，亦属误导（knack.be，2021年）。                                   |
      | spf-compare | FPS Economy                     | campaign on environmental claims of 2023-03, comparisons                      | 已核实   | 须在声明旁说明与何者比较，且所比产品须可比。读自宣传网页 tropvertpouretrevrai.be。                                                                                                     |
      | spf-label   | FPS Economy                     | campaign on environmental claims of 2023-03, labels                           | 转引     | 须说明标识与证书的含义。metrotime.be 据该宣传转述。                                                                                                                                    |
      | jep-code    | Code de la publicité écologique | principles of the code, and Article 3                                         | 转引     | 广告不得就环境影响误导，不得滥用概括，且须科学正确。第3条由 giveactions.com 引述。各原则读自2001年评估报告 (studylibfr.com)；守则文本未读。                                            |
      | jep-vague   | Jury d'Éthique Publicitaire     | decision of 2021 on gas.be                                                    | 转引     | 未作解释的“环境友好”一词，须修改或撤回。据 gas.be 与 greenpeace.org；决定的开头部分读自 jep.be。                                                                                       |
      | jep-neutral | Jury d'Éthique Publicitaire     | decisions of 2022 on Mega and Luminus                                         | 转引     | 对经补偿的化石燃气称气候中和，属误导且过于绝对；称二氧化碳中和须符合条件。据 greenpeace.org；2022-02-15关于 Mega 的决定开头部分读自 jep.be。我方对各类产品均适用，并以作出解释为条件。 |
      | be-aim      | Code de droit économique        | Article VI.97, commitments                                                    | 自行解读 | 无详细计划、无限期可量化指标的目标，构成误导。此系我方对第VI.97条的自行解读；关于目标的比利时来源未读。                                                                                |
      | otherwise   | green-claim-be                  | no rule of this scorecard applies                                             | 自行解读 | 本评分卡各项规则均不适用的声明，判定为“合规”：各项规则均不禁止。比利时法院可能作出不同认定。                                                                                           |
    并且 取自 claim-facts 的事实

  规则: 无规则禁止的声明

    场景: 基准声明
      当 按 2026-11-20 评定
      那么 判定为 合规

    场景: 不适用于机构性沟通
      假如 kind 为 institutional
      当 按 2026-11-20 评定
      那么 结论为 不适用
