# language: zh-CN
功能: 意大利绿色声明
  指令之外的意大利《消费法典》及竞争管理局 (AGCM) 的适用、面向企业的第 145/2007 号立法令与广告业自律守则第 12 条。
  指令由第 30/2026 号立法令转化, 自 2026-09-27 起适用。

  背景:
    假如 本评分卡
      | 项目     | 内容                                                                                                                                                               |
      | 编号     | green-claim-it                                                                                                                                                     |
      | 版本     | 1.0.1                                                                                                                                                              |
      | 替代     | 1.0.0                                                                                                                                                              |
      | 名称     | 意大利绿色声明                                                                                                                                                     |
      | 评价对象 | claim                                                                                                                                                              |
      | 用途     | 自评                                                                                                                                                               |
      | 时区     | Europe/Rome                                                                                                                                                        |
      | 生效日期 | 2026-11-20                                                                                                                                                         |
      | 修约     | 四舍六入五成双, 保留2位                                                                                                                                            |
      | 不适用项 | 拒绝                                                                                                                                                               |
      | 不评价   | 指令本身的规则, 见欧盟评分卡; 自第 30/2026 号立法令起载于《消费法典》第 21 与 23 条 (附件一第 2a、4a、4b、4c、10a 点即 b-bis、d-bis、d-ter、d-quater、l-bis 项)    |
      | 不评价   | 包装的强制环境标识以及一次性制品与购物袋禁令                                                                                                                       |
      | 不评价   | 罚款与责任                                                                                                                                                         |
      | 不评价   | 证据是否真实                                                                                                                                                       |
      | 不评价   | 所申报事项背后的文件, 此处一概不要求: 声明按对这些文件的申报判定, 如生命周期评价、碳足迹、环境产品声明、检测、标识证书、碳信用或绿电的登记簿摘录、发票、计划或研究 |
    并且 下列依据
      | 编号        | 文件                                                     | 条款                                                         | 确信度   | 说明                                                                                                                                                                                                    |
      | it-21       | Codice del consumo                                       | Article 21(1)(b)                                             | 转引     | 面向消费者与微型企业: 转引自 eius.it、lexology.com 与 lipani.it 所载 AGCM 决定; 2007-09-21 起施行转引自 marketpress.info。                                                                              |
      | it-22       | Codice del consumo                                       | Article 22                                                   | 转引     | 误导性遗漏: 转引自 eius.it 所载判决 (最高行政法院 3701/2024)。                                                                                                                                          |
      | it-27       | Codice del consumo                                       | Article 27(5)                                                | 自行解读 | 举证责任在经营者: 未按 AGCM 要求提供证据的, 视为不确。凭记忆; 该条仅读到前几款 (brocardi.it)。AGCM 曾因缺乏可核实证据认定误导 (eius.it, PS4026)。                                                       |
      | it-145      | D.Lgs. 145/2007                                          | Articles 1 to 3 and 8                                        | 转引     | 面向企业: 第 1 条第 2 款 (广告应可识别、真实、正确) 读自 ambientediritto.it 转载; 误导性广告 (第 3 条) 与举证 (第 8 条) 凭记忆。                                                                        |
      | it-pb385    | D.Lgs. 145/2007                                          | AGCM decision 21942 of 2010-12-22 (PB385)                    | 转引     | 可降解信息须加限定而不得笼统: 转引自 edizioniambiente.it。针对制袋企业; 2006 年 (可降解购物袋) 与 2015 年 (含添加剂塑料袋) 对消费者亦然, 转引自 edizioniambiente.it、e-gazette.it 与 lentepubblica.it。 |
      | it-zero     | Codice del consumo                                       | Article 21, AGCM decision 23278 of 2012-02-08 (impatto zero) | 转引     | 转引自 avvocatiperlimpresa.it 讲义与 doczz.it: 所称为全部补偿, 实仅补偿两个月的二氧化碳。2025 年矿泉水一案类似 (lipani.it)。                                                                            |
      | it-shein    | Codice del consumo                                       | Articles 21 and 22, AGCM decision of 2025-07-29 (PS12709)    | 转引     | 转引自 diritto.it、alanews.it、tecnoandroid.it 与 virgilio.it: 小系列称作整体, 减排目标缺乏细节且与排放上升相悖。                                                                                       |
      | ca-12       | Codice di autodisciplina della comunicazione commerciale | Article 12                                                   | 已核实   | 读自自律机构网页 (iap.it): 声明须基于真实、相关且可科学核实的数据, 并使人明白所指产品或活动的方面。约束接受守则者。自 2014-03-27 起施行系凭记忆。                                                       |
      | ca-12-cases | Codice di autodisciplina della comunicazione commerciale | Article 12, injunctions and rulings                          | 转引     | 转引自 iap.it: 毫无说明的绝对化承诺 (6/21、9/21) 与未经证明的优越性构成误导。                                                                                                                           |
      | otherwise   | green-claim-it                                           | no rule of this card holds                                   | 自行解读 | 本评分卡所编规则均不反对, 不等于法院亦然。                                                                                                                                                              |
    并且 取自 claim-facts 的事实

  规则: 无可反对的声明

    场景: 基准声明
      当 按 2026-11-20 评定
      那么 判定为 合规

    场景: 不适用于机构性
      假如 kind 为 institutional
      当 按 2026-11-20 评定
      那么 结论为 不适用
