# language: zh-CN
功能: 西班牙绿色声明
  指令之外的西班牙《反不正当竞争法》。就所能查阅者, (EU) 2024/825 号指令的转化尚为草案 (《可持续消费法》);
  在其成为法律之前, 以一般条款的合指令解读代之。

  背景:
    假如 本评分卡
      | 项目     | 内容                                                                                                                                                               |
      | 编号     | green-claim-es                                                                                                                                                     |
      | 版本     | 1.1.1                                                                                                                                                              |
      | 替代     | 1.1.0                                                                                                                                                              |
      | 名称     | 西班牙绿色声明                                                                                                                                                     |
      | 评价对象 | claim                                                                                                                                                              |
      | 用途     | 自评                                                                                                                                                               |
      | 时区     | Europe/Madrid                                                                                                                                                      |
      | 生效日期 | 2026-11-20                                                                                                                                                         |
      | 修约     | 四舍六入五成双, 保留2位                                                                                                                                            |
      | 不适用项 | 拒绝                                                                                                                                                               |
      | 不评价   | 指令本身的规则, 见欧盟评分卡                                                                                                                                       |
      | 不评价   | 《可持续消费法》草案, 就所能查阅者尚非法律; 及其对化石燃料与短途航班广告的禁令                                                                                     |
      | 不评价   | 《消费者保护法合并文本》(TRLGDCU) 第 19 至 21 与 47 条: 将同样行为列为违法, 未经查阅                                                                               |
      | 不评价   | 2009 年环境诉求自律守则, 仅约束加入的能源与汽车企业, 只读到开头                                                                                                    |
      | 不评价   | 汽车广告应载的油耗与排放 (第 837/2002 号皇家法令)                                                                                                                  |
      | 不评价   | 罚款与责任                                                                                                                                                         |
      | 不评价   | 证据是否真实                                                                                                                                                       |
      | 不评价   | 所申报事项背后的文件, 此处一概不要求: 声明按对这些文件的申报判定, 如生命周期评价、碳足迹、环境产品声明、检测、标识证书、碳信用或绿电的登记簿摘录、发票、计划或研究 |
    并且 下列依据
      | 编号        | 文件                               | 条款                                                | 确信度   | 说明                                                                                                                                         |
      | es-5        | Ley 3/1991, de competencia desleal | Article 5(1)                                        | 已核实   | 合并文本读自官方公报 (BOE-A-1991-628) 的存本, 修订至 2022 年。对消费者与企业均适用。2010-01-01 (Ley 29/2009) 系凭记忆。                      |
      | es-5-part   | Ley 3/1991, de competencia desleal | Article 5(1)(b), part told as the whole             | 自行解读 | 该条已读; 以偏概全误导主要特性系据 Autocontrol 评审团 2010 年裁决 (eldiario.es) 推得。                                                       |
      | es-5-proof  | Ley 3/1991, de competencia desleal | Article 5(1), with article 217(4) of Ley 1/2000     | 自行解读 | 举证责任在广告主: 《民事诉讼法》第 217 条第 4 款凭记忆。未经证明即属误导系我方解读。                                                         |
      | es-5-aim    | Ley 3/1991, de competencia desleal | Article 5(1)(d), scope of commitments               | 自行解读 | 该条 (承诺的范围) 已读; 无计划的承诺构成误导系我方解读。2025 年法院驳回针对某石油公司承诺的诉讼, 其有计划 (twobirds.com、ga-p.com)。         |
      | es-7        | Ley 3/1991, de competencia desleal | Article 7(1)                                        | 已核实   | 合并文本读自官方公报 (BOE-A-1991-628) 的存本, 修订至 2022 年。对消费者与企业均适用。2010-01-01 (Ley 29/2009) 系凭记忆。                      |
      | es-7-words  | Ley 3/1991, de competencia desleal | Article 7(1), ambiguous words                       | 自行解读 | 该条 (不清或含糊的信息) 已读; 含混用语与未解释的中和即属含糊系我方解读。可持续不在其内: 2025 年法院认为其并非对环境友好之义 (twobirds.com)。 |
      | es-10       | Ley 3/1991, de competencia desleal | Article 10                                          | 已核实   | 合并文本读自官方公报 (BOE-A-1991-628) 的存本: 同一用途, 客观、相关、可核实且有代表性的特性。针对与竞争者的比较; 2010-01-01 系凭记忆。        |
      | es-10-words | Ley 3/1991, de competencia desleal | Articles 7(1) and 10, comparison without comparator | 自行解读 | 两条已读; 未说明比较对象即属含糊系我方解读。                                                                                                 |
      | es-21       | Ley 3/1991, de competencia desleal | Article 21(1)(c) and (2), article 19(2)             | 已核实   | 合并文本读自官方公报 (BOE-A-1991-628) 的存本: 未获必要许可而展示质量标识, 一律不公平。面向消费者。2010-01-01 系凭记忆。                      |
      | otherwise   | green-claim-es                     | no rule of this card holds                          | 自行解读 | 本评分卡所编规则均不反对, 不等于法院亦然。                                                                                                   |
    并且 取自 claim-facts 的事实

  规则: 无可反对的声明

    场景: 基准声明
      当 按 2026-11-20 评定
      那么 判定为 合规

    场景: 不适用于机构性
      假如 kind 为 institutional
      当 按 2026-11-20 评定
      那么 结论为 不适用
