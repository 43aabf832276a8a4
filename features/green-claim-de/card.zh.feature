# language: zh-CN
功能: 德国绿色声明
  指令之外的德国反不正当竞争法; 对企业受众同样适用。

  背景:
    假如 本评分卡
      | 项目     | 内容                                                                                                                                                           |
      | 编号     | green-claim-de                                                                                                                                                 |
      | 版本     | 1.0.0                                                                                                                                                          |
      | 名称     | 德国绿色声明                                                                                                                                                   |
      | 评价对象 | claim                                                                                                                                                          |
      | 用途     | 自评                                                                                                                                                           |
      | 时区     | Europe/Berlin                                                                                                                                                  |
      | 生效日期 | 2026-11-20                                                                                                                                                     |
      | 修约     | 四舍六入五成双, 保留2位                                                                                                                                        |
      | 不适用项 | 拒绝                                                                                                                                                           |
      | 不评价   | 指令本身的规则（见欧盟评分卡）                                                                                                                                 |
      | 不评价   | 证据是否真实                                                                                                                                                   |
      | 不评价   | 所申报事项的证明文件，此处一概不要求：声明按对文件的申报判定（生命周期评价、碳足迹、环境产品声明、检测、标识证书、碳信用或绿电的登记簿摘录、发票、计划或研究） |
    并且 下列依据
      | 编号          | 文件                                   | 条款                                                           | 确信度   | 说明                                                                                                                                                                                                 |
      | bgh           | Gesetz gegen den unlauteren Wettbewerb | section 5, with BGH I ZR 98/23 of 2024-06-27                   | 转引     | 含混环保用语（如“气候中和”）须在广告本身内解释，仅链接至他处不足。联邦最高法院 (BGH) 判决据 evangelisch.de、bbh-fortbildung.de 与 academic.oup.com。该判决解释自 2008-12-30 起施行的法律，并非新法。 |
      | bgh-words     | Gesetz gegen den unlauteren Wettbewerb | section 5, other vague terms, and terms without a stated basis | 自行解读 | BGH I ZR 98/23 判决仅要求解释“气候中和”。按我方解读，兼及社会与环境的用语、绝对化用语与负碳用语亦须在广告本身内解释。对上述用语以及笼统用语与中和用语，我方还要求载明基础。                          |
      | de-storage    | Gesetz gegen den unlauteren Wettbewerb | section 5, rulings on temporary forest credits                 | 自行解读 | 中和或净零声明不得以碳封存时间不足的抵销（如临时性林业减排量）为依据。我方据关于卡尔斯鲁厄州法院 13 O 46/22 与 Apple 案裁决的报道推得。裁决并非均已生效。                                            |
      | de-categories | Gesetz gegen den unlauteren Wettbewerb | section 5, LG Karlsruhe 13 O 46/22                             | 转引     | 针对整体环境的声明（如 umweltneutral，“环境中和”）不得仅以温室气体为依据。卡尔斯鲁厄州法院一审如此裁决，据 haufe.de、dr-bahr.com、aktiencheck.de 与 hannekum-partner.de。未找到上诉判决。            |
      | de-balance    | Gesetz gegen den unlauteren Wettbewerb | section 5, OLG Frankfurt 6 U 157/22                            | 自行解读 | 中和或净零声明须有完整文件，证明排放与补偿收支平衡。我方据法兰克福州高等法院 6 U 157/22 裁决推得，该裁决据 haufe.de。                                                                                |
      | de-5          | Gesetz gegen den unlauteren Wettbewerb | section 5, strict measure for environmental advertising        | 自行解读 | 不真实或缺乏依据的环保广告构成误导；法院对环保广告适用严格标准。凭一般知识，未与文本核对。                                                                                                           |
      | de-5a         | Gesetz gegen den unlauteren Wettbewerb | section 5a                                                     | 自行解读 | 环保声明隐瞒重要信息，或不清楚、有歧义的，构成误导。凭一般知识，未与文本核对。                                                                                                                       |
      | de-5-top      | Gesetz gegen den unlauteren Wettbewerb | section 5, absolute terms without proof                        | 自行解读 | 环保广告中的最高级等绝对化用语须有证明，否则构成误导。此系我方对以独占首位作广告者须明显且持久领先这一规则的解读。该规则凭记忆，未与文本核对。                                                       |
      | otherwise     | green-claim-de                         | no rule of this scorecard applies                              | 自行解读 | 本评分卡各条规则均未禁止该声明，故判定为“合规”；法院仍可能作出不同判断。                                                                                                                             |
    并且 取自 claim-facts 的事实
    并且 取自 absolute-wording 的事实

  规则: 无规则禁止的声明

    场景: 基准声明
      当 按 2026-11-20 评定
      那么 判定为 合规

    场景: 不适用于机构性沟通
      假如 kind 为 institutional
      当 按 2026-11-20 评定
      那么 结论为 不适用
