# language: zh-CN
功能: 意大利绿色声明
  指令之外的意大利《消费法典》及竞争管理局 (AGCM) 的适用、面向企业的第 145/2007 号立法令与广告业自律守则第 12 条。
  指令由第 30/2026 号立法令转化, 自 2026-09-27 起适用。

  背景:
    假如 本评分卡
      | 项目     | 内容                                                                                                                                                               |
      | 编号     | green-claim-it                                                                                                                                                     |
      | 版本     | 1.0.0                                                                                                                                                              |
      | 名称     | 意大利绿色声明                                                                                                                                                     |
      | 评价对象 | claim                                                                                                                                                              |
      | 用途     | 自评                                                                                                                                                               |
      | 时区     | Europe/Rome                                                                                                                                                        |
      | 生效日期 | 2026-11-20                                                                                                                                                         |
      | 修约     | 四舍六入五成双, 保留2位                                                                                                                                            |
      | 不适用项 | 拒绝                                                                                                                                                               |
      | 不评价   | 指令本身的规则（见欧盟评分卡）；自第 30/2026 号立法令起载于《消费法典》第 21 与 23 条（附件一第 2a、4a、4b、4c、10a 点即 b-bis、d-bis、d-ter、d-quater、l-bis 项） |
      | 不评价   | 包装的强制环境标识以及一次性制品与购物袋禁令                                                                                                                       |
      | 不评价   | 罚款与责任                                                                                                                                                         |
      | 不评价   | 证据是否真实                                                                                                                                                       |
      | 不评价   | 所申报事项的证明文件，此处一概不要求：声明按对文件的申报判定（生命周期评价、碳足迹、环境产品声明、检测、标识证书、碳信用或绿电的登记簿摘录、发票、计划或研究）     |
    并且 下列依据
      | 编号        | 文件                                                     | 条款                                                         | 确信度   | 说明                                                                                                                                                                                                                                                                   |
      | it-21       | Codice del consumo                                       | Article 21(1)(b)                                             | 转引     | 面向消费者与微型企业：声明不实、表现不公允或缺乏可核实证据的，构成误导。AGCM（竞争主管机构）的决定据 eius.it、lexology.com 与 lipani.it。据 marketpress.info，第21条自 2007-09-21 起施行。                                                                             |
      | it-22       | Codice del consumo                                       | Article 22                                                   | 转引     | 声明遗漏重要信息或不清楚的，构成误导。据 eius.it 所载判决（最高行政法院 3701/2024），第22条禁止误导性遗漏。                                                                                                                                                            |
      | it-27       | Codice del consumo                                       | Article 27(5)                                                | 自行解读 | 经营者未能证实的声明构成误导：未按 AGCM（竞争主管机构）要求提供证据的，其事实视为不确。第5款凭记忆；第27条仅读到前几款 (brocardi.it)。AGCM 曾因缺乏可核实证据认定误导 (eius.it，PS4026)。                                                                              |
      | it-145      | D.Lgs. 145/2007                                          | Articles 1 to 3 and 8                                        | 转引     | 面向企业的广告须可识别、真实、正确；误导或未经证实的声明予以禁止。第1条第2款读自 ambientediritto.it 转载。第3条（误导性广告）与第8条（举证责任）凭记忆，未与文本核对。                                                                                                 |
      | it-pb385    | D.Lgs. 145/2007                                          | AGCM decision 21942 of 2010-12-22 (PB385)                    | 转引     | 产品可降解或可堆肥的声明，须在同一媒介上具体说明并载明降解类型。edizioniambiente.it 载2010年针对制袋企业的决定。edizioniambiente.it、e-gazette.it 与 lentepubblica.it 另载针对面向消费者声明的类似决定：2006年（可降解购物袋）与2015年（含添加剂的可生物降解塑料袋）。 |
      | it-zero     | Codice del consumo                                       | Article 21, AGCM decision 23278 of 2012-02-08 (impatto zero) | 转引     | 中和或零影响声明须载明所补偿的排放；以部分充作整体的声明构成误导。avvocatiperlimpresa.it 讲义与 doczz.it 载：广告主称全部补偿，实仅补偿两个月的二氧化碳。lipani.it 载 2025 年关于矿泉水的类似承诺。                                                                    |
      | it-shein    | Codice del consumo                                       | Articles 21 and 22, AGCM decision of 2025-07-29 (PS12709)    | 转引     | 将小系列称作整体，或声称减排目标而无详细计划与期限的，构成误导。据 diritto.it、alanews.it、tecnoandroid.it 与 virgilio.it。该案中公司排放还与目标相悖而上升。                                                                                                          |
      | ca-12       | Codice di autodisciplina della comunicazione commerciale | Article 12                                                   | 已核实   | 总体环境益处的声明须使人明白所指产品或活动的哪一方面。声明须基于真实、相关且可科学核实的数据，读自广告自律机构网页 (iap.it)。守则仅约束接受者；自 2014-03-27 起施行系凭记忆。                                                                                          |
      | ca-12-cases | Codice di autodisciplina della comunicazione commerciale | Article 12, injunctions and rulings                          | 转引     | 毫无说明的绝对化声明，以及未经证明的优于他人的声明，均构成误导。据 iap.it。禁令 6/21、9/21 涉及绝对化声明。                                                                                                                                                            |
      | otherwise   | green-claim-it                                           | no rule of this scorecard applies                            | 自行解读 | 本评分卡无任何规则适用的声明，我方视为可以使用。此系自行解读；法院仍可能作出不同认定。                                                                                                                                                                                 |
    并且 取自 claim-facts 的事实

  规则: 无规则禁止的声明

    场景: 基准声明
      当 按 2026-11-20 评定
      那么 判定为 合规

    场景: 不适用于机构性沟通
      假如 kind 为 institutional
      当 按 2026-11-20 评定
      那么 结论为 不适用
