# language: zh-CN
功能: 荷兰绿色声明
  指令之外的荷兰不公平商业行为法、荷兰消费者与市场管理局 (ACM) 可持续声明指南与广告业自律守则。
  声明是否正确, 由经营者举证。

  背景:
    假如 本评分卡
      | 项目     | 内容                                                                                                                                                           |
      | 编号     | green-claim-nl                                                                                                                                                 |
      | 版本     | 1.0.0                                                                                                                                                          |
      | 名称     | 荷兰绿色声明                                                                                                                                                   |
      | 评价对象 | claim                                                                                                                                                          |
      | 用途     | 自评                                                                                                                                                           |
      | 时区     | Europe/Amsterdam                                                                                                                                               |
      | 生效日期 | 2026-11-20                                                                                                                                                     |
      | 修约     | 四舍六入五成双, 保留2位                                                                                                                                        |
      | 不适用项 | 拒绝                                                                                                                                                           |
      | 不评价   | 指令本身的规则（见欧盟评分卡）                                                                                                                                 |
      | 不评价   | 转化 (EU) 2024/825 号指令的法律，未查到；欧盟评分卡以一般条款的合指令解读代之                                                                                  |
      | 不评价   | 个别行业的广告守则，如汽车、旅行与食品                                                                                                                         |
      | 不评价   | 罚款与责任                                                                                                                                                     |
      | 不评价   | 证据是否真实                                                                                                                                                   |
      | 不评价   | 所申报事项的证明文件，此处一概不要求：声明按对文件的申报判定（生命周期评价、碳足迹、环境产品声明、检测、标识证书、碳信用或绿电的登记簿摘录、发票、计划或研究） |
    并且 下列依据
      | 编号        | 文件                             | 条款                                                           | 确信度   | 说明                                                                                                                                                                                                                                                                      |
      | bw-193c     | Burgerlijk Wetboek               | Book 6, Articles 193b and 193c                                 | 自行解读 | 面向消费者的声明不实或表现不公允的，构成误导。我方据 RCC（广告守则委员会）裁决推得：声称涵盖整体而仅部分得到证明的，亦构成误导。条文及其施行日（2008-10-15）凭一般知识，未与文本核对。                                                                                    |
      | bw-193d     | Burgerlijk Wetboek               | Book 6, Article 193d                                           | 自行解读 | 面向消费者：声明遗漏重要信息或不清楚的，构成误导。凭一般知识，未与文本核对。                                                                                                                                                                                              |
      | bw-193j     | Burgerlijk Wetboek               | Book 6, Article 193j                                           | 已核实   | 诉讼中由经营者就其声明举证；未经证实的声明构成误导。第193j条英文文本读自欧盟委员会数据库 (webgate.ec.europa.eu)，摘要见 findinet.nl。该条施行日（2008-10-15）凭记忆，未与文本核对。                                                                                       |
      | bw-194      | Burgerlijk Wetboek               | Book 6, Articles 194 and 195                                   | 自行解读 | 声明（含面向企业的声明）须真实、完整、清楚，并由广告主举证；否则构成误导。凭记忆，未与文本核对。                                                                                                                                                                          |
      | acm-1       | ACM Leidraad Duurzaamheidsclaims | 2023, rule of thumb 1                                          | 转引     | 笼统、可持续或绝对化用语未在同一媒介上具体说明其含义的，构成误导。转引自 holla.nl、houthoff.com、vbk.nl 与 groenbalans.nl；2021 版摘要读自 fdocuments.nl。ACM（消费者主管机构）的经验规则并非新法，而是解释自 2008-10-15 起施行的法律。故我方自 2008-10-15 起适用本规则。 |
      | acm-1-usual | ACM Leidraad Duurzaamheidsclaims | 2023, rule of thumb 1, usual properties and legal requirements | 转引     | 声明不得将产品的普通属性或法定要求称为优点。转引自 rainbowcollection.nl。声称与产品无关的益处的，我方亦视为误导。                                                                                                                                                         |
      | acm-co2     | ACM Leidraad Duurzaamheidsclaims | 2023, CO2 compensation                                         | 转引     | 以二氧化碳补偿为依据的声明，须解释何为补偿，并载明项目、数量、计算方法与已实现的减排。据 groenbalans.nl。                                                                                                                                                                 |
      | acm-3       | ACM Leidraad Duurzaamheidsclaims | 2023, rule of thumb 3                                          | 转引     | 比较须公平、同类相比，并在同一媒介上载明比较对象。holla.nl、houthoff.com 与 declercq.com 载比较须公平。                                                                                                                                                                   |
      | acm-4       | ACM Leidraad Duurzaamheidsclaims | 2023, rule of thumb 4                                          | 转引     | 关于未来目标的声明须具体、可衡量，附详细计划与限期目标。据 holla.nl 与 houthoff.com。广告守则另要求目标可达成，且可辨认其为目标 (vakbladvoedingsindustrie.nl)。                                                                                                           |
      | acm-5       | ACM Leidraad Duurzaamheidsclaims | 2023, rule of thumb 5, labels without a stated basis           | 自行解读 | 未说明依据的标识构成误导。据 holla.nl，图像声明与标识应有助于消费者而不致混淆。未说明依据的标识致人混淆，系自行解读。                                                                                                                                                     |
      | cdr         | Code voor Duurzaamheidsreclame   | 2023, demonstrably correct and specific claims                 | 转引     | 可持续声明（含关于未来目标的声明）须具体且可证实。此系广告业守则（2023-02-01 起施行）的要求，据 vakbladvoedingsindustrie.nl 与 twobirds.com。定义与范围读自守则网页 (reclamecode.nl)。                                                                                    |
      | rcc-storage | Code voor Duurzaamheidsreclame   | rulings of the RCC and its board on compensation by forests    | 自行解读 | 以补偿声称中和而未证明补偿持久的，构成误导。我方据 2022 年关于航班（案号 2021/00553）与牛奶（案号 2021/00472）的裁决推得。裁决并非新法，而是解释广告守则及自 2008-10-15 起施行的法律。故我方自 2008-10-15 起适用本规则。                                                  |
      | otherwise   | green-claim-nl                   | no rule of this scorecard applies                              | 自行解读 | 本评分卡无任何规则适用的声明，我方视为可以使用。此系自行解读；法院仍可能作出不同认定。                                                                                                                                                                                    |
    并且 取自 claim-facts 的事实

  规则: 无规则禁止的声明

    场景: 基准声明
      当 按 2026-11-20 评定
      那么 判定为 合规

    场景: 不适用于机构性沟通
      假如 kind 为 institutional
      当 按 2026-11-20 评定
      那么 结论为 不适用
