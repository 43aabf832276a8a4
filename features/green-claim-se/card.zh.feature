# language: zh-CN
功能: 瑞典绿色声明
  指令之外的瑞典《营销法》，以及消费者局的指引、法院裁判与国际商会 (ICC) 广告守则。
  声明是否正确, 由经营者举证。

  背景:
    假如 本评分卡
      | 项目     | 内容                                                                                                                                                           |
      | 编号     | green-claim-se                                                                                                                                                 |
      | 版本     | 1.0.0                                                                                                                                                          |
      | 名称     | 瑞典绿色声明                                                                                                                                                   |
      | 评价对象 | claim                                                                                                                                                          |
      | 用途     | 自评                                                                                                                                                           |
      | 时区     | Europe/Stockholm                                                                                                                                               |
      | 生效日期 | 2026-11-20                                                                                                                                                     |
      | 修约     | 四舍六入五成双, 保留2位                                                                                                                                        |
      | 不适用项 | 拒绝                                                                                                                                                           |
      | 不评价   | 指令本身的规则（见欧盟评分卡）                                                                                                                                 |
      | 不评价   | 转化 (EU) 2024/825 号指令的法律，未查到；调查报告 SOU 2025:124 曾提出草案，欧盟评分卡以一般条款的合指令解读代之                                                |
      | 不评价   | 声明是否明显影响受众的决定（《营销法》第 6、8 条）；凡误导性声明，我方均假定其有影响                                                                           |
      | 不评价   | 禁令、附罚款的禁令与扰乱市场费（《营销法》第 23 条及其后各条）                                                                                                 |
      | 不评价   | 个别行业规则，如食品的有机用语与汽车的油耗及排放数值                                                                                                           |
      | 不评价   | 证据是否真实                                                                                                                                                   |
      | 不评价   | 所申报事项的证明文件，此处一概不要求：声明按对文件的申报判定（生命周期评价、碳足迹、环境产品声明、检测、标识证书、碳信用或绿电的登记簿摘录、发票、计划或研究） |
    并且 下列依据
      | 编号        | 文件                                              | 条款                                                                                    | 确信度   | 说明                                                                                                                                                                                                |
      | mfl-5       | Marknadsföringslagen (2008:486)                   | sections 5 and 6                                                                        | 转引     | 营销须符合良好营销惯例，国际商会广告守则属于该惯例。第5条读自 biz4you.se 转载；第6条与守则的地位据 icc.se 与 institutetmotmutor.se。该法自2008-07-01起施行 (lagen.nu)。                             |
      | mfl-10      | Marknadsföringslagen (2008:486)                   | section 10, first and second paragraphs, with section 8                                 | 转引     | 营销不得含有虚假或以其他方式误导的表述，尤其是关于产品对环境影响者。第10条由 iabsverige.se 引述。第8条（此类营销属不正当）凭记忆，未与文本核对。                                                    |
      | mfl-10-part | Marknadsföringslagen (2008:486)                   | section 10, part presented as the whole                                                 | 自行解读 | 声称涵盖整体而证据仅及部分的，构成误导。据 researcher.se 转述的北欧监察专员指引，须写明声明所涉为产品、部件还是包装。未写明即构成误导，系自行解读。                                                 |
      | mfl-10-omit | Marknadsföringslagen (2008:486)                   | section 10, third paragraph                                                             | 自行解读 | 营销不得遗漏重要信息，亦不得表述不清。凭记忆，未与文本核对。                                                                                                                                        |
      | mfl-18      | Marknadsföringslagen (2008:486)                   | section 18                                                                              | 自行解读 | 比较须公平，且比较对象同类（第18条，比较广告）。凭记忆，未与文本核对。                                                                                                                              |
      | kov-clear   | Konsumentverket                                   | environmental claims, rules for businesses, explanation                                 | 已核实   | 不清楚的声明须在紧邻处解释；须再点击一次才能看到的解释不足。读自消费者局网页 (konsumentverket.se)。指引解释《营销法》，故我方自该法2008-07-01施行日起适用。                                         |
      | kov-proof   | Konsumentverket                                   | environmental claims, rules for businesses, proof                                       | 已核实   | 经营者须能证明声明所造成的印象，且对证明的要求很高。读自消费者局网页 (konsumentverket.se)。未经证明的声明，我方视为误导。                                                                           |
      | kov-overall | Konsumentverket                                   | environmental claims, rules for businesses, overall impression                          | 已核实   | 声明按其给一般消费者的整体印象判断；字面正确亦可误导。读自消费者局网页 (konsumentverket.se)。                                                                                                       |
      | kov-free    | Konsumentverket                                   | environmental claims in advertising, substances                                         | 已核实   | 声称不含某物质，而代以同样有害之物质的，构成误导。广告不得称不含与该类产品无关的物质。读自消费者局网页的较早副本；现行网页可能已无此语句。                                                          |
      | kov-usual   | Konsumentverket                                   | environmental claims, legal requirements as an advantage                                | 转引     | 仅达到法定要求的产品，不得使用“不含某物质”之类的声明。aktuellhallbarhet.se（2010年）转述市场法院、监察专员与原广告委员会的实务。我方对各类法定要求与通常属性均适用。                                |
      | pmod-proof  | Patent- och marknadsöverdomstolen                 | PMÖD 2022:3 on insulation of wood fibre                                                 | 已核实   | 声称产品减少温室气体排放而经营者未予证明的，构成误导。判决（案号 PMT 13193-20）摘要读自 lagen.nu，理由部分未读。                                                                                    |
      | pmod-label  | Patent- och marknadsöverdomstolen                 | judgment in case PMT 1782-21 of September 2022                                          | 已核实   | 环境标志或认证的名称属环境声明，原则上须向消费者说明其含义。法院摘要读自 domstol.se。                                                                                                               |
      | pmd-arla    | Patent- och marknadsdomstolen                     | judgment of 2023-02-02 in case PMT 17372-21                                             | 转引     | 称气候足迹净零而未证明气候影响已全部补偿的，构成误导。消费者并不了解其效果须历时百年。据消费者局 (konsumentverket.se)、kkv.fi 与 sverigesannonsorer.se；案号凭记忆。                                |
      | kov-comp    | Konsumentverket                                   | claims about climate compensation, and position of the Nordic authorities of 2024-05-07 | 已核实   | 笼统的补偿声明（如气候中和、净零）往往不清楚且难以证明，经营者应写明其具体做法。读自消费者局网页与 kkv.fi 所载立场。                                                                                |
      | icc-d1      | ICC Advertising and Marketing Communications Code | Article D1, vague claims                                                                | 转引     | 绿色、可持续、气候智慧等词，须有极充分的证明方可不加限定使用；否则须加限定或不用。由 iabsverige.se 引述（2020年）。瑞典广告监察专员的评议会适用该条（案号 2208-159，读自 reklamombudsmannen.org）。 |
      | icc-aim     | ICC Advertising and Marketing Communications Code | chapter D, claims about future targets                                                  | 自行解读 | 无详细计划、无限期可量化指标的目标，构成误导。我方据守则D章的举证要求与监察专员的立场推得；该章关于目标的文本未读。                                                                                 |
      | otherwise   | green-claim-se                                    | no rule of this scorecard applies                                                       | 自行解读 | 本评分卡各项规则均不适用的，判定为“合规”，因各项规则均不禁止该声明。瑞典法院可能作出不同认定。                                                                                                      |
    并且 取自 claim-facts 的事实

  规则: 无规则禁止的声明

    场景: 基准声明
      当 按 2026-11-20 评定
      那么 判定为 合规

    场景: 不适用于机构性沟通
      假如 kind 为 institutional
      当 按 2026-11-20 评定
      那么 结论为 不适用
