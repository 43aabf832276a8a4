# language: zh-CN
功能: 法国绿色声明
  指令之外的法国规则。

  背景:
    假如 本评分卡
      | 项目     | 内容                                                                                                                                                               |
      | 编号     | green-claim-fr                                                                                                                                                     |
      | 版本     | 1.3.1                                                                                                                                                              |
      | 替代     | 1.3.0                                                                                                                                                              |
      | 名称     | 法国绿色声明                                                                                                                                                       |
      | 评价对象 | claim                                                                                                                                                              |
      | 用途     | 自评                                                                                                                                                               |
      | 时区     | Europe/Paris                                                                                                                                                       |
      | 生效日期 | 2026-11-20                                                                                                                                                         |
      | 修约     | 四舍六入五成双, 保留2位                                                                                                                                            |
      | 不适用项 | 拒绝                                                                                                                                                               |
      | 不评价   | 指令本身的规则, 见欧盟评分卡                                                                                                                                       |
      | 不评价   | 证据是否真实                                                                                                                                                       |
      | 不评价   | 所申报事项背后的文件, 此处一概不要求: 声明按对这些文件的申报判定, 如生命周期评价、碳足迹、环境产品声明、检测、标识证书、碳信用或绿电的登记簿摘录、发票、计划或研究 |
    并且 下列依据
      | 编号             | 文件                    | 条款                                             | 确信度   | 说明                                                                                                                            |
      | fr-l541          | Code de l'environnement | L541-9-1 and R541-223                            | 转引     | 转引自 publish.calenco.com 与 valhor.fr。                                                                                       |
      | fr-l541-part     | Code de l'environnement | L541-9-1 and R541-223, a part of a product       | 自行解读 | 条文所称为产品与包装; 就其部件 (如瓶盖) 所写亦在产品之上, 系我方解读。                                                          |
      | fr-l229          | Code de l'environnement | L229-68 and L229-69, D229-106 to D229-109        | 转引     | 转引自 publish.calenco.com 与 valhor.fr; 法国最高行政法院2024-05-31维持。                                                       |
      | fr-l229-net-zero | Code de l'environnement | L229-68, net zero of a product                   | 自行解读 | 所转引之用语为碳中和、零碳与全部补偿; 将产品净零同样看待系我方解读。                                                            |
      | fr-agec          | Loi AGEC                | compostable plastics                             | 转引     | 所读法国页面之中: publish.calenco.com、valhor.fr、lettredesreseaux.com。                                                        |
      | fr-omission      | Code de la consommation | misleading omission, rulings on energy companies | 自行解读 | 裁决还认定绿色业务占比小; 该第三项条件未予询问, 只问是否已说明占比, 故本规则宽于裁决。 其解释自 2016-07-01 起的法典, 并非新法。 |
      | fr-l121          | Code de la consommation | L121-2 and L121-3                                | 自行解读 | 凭一般知识, 未与文本核对。                                                                                                      |
      | otherwise        | green-claim-fr          | no rule of this card holds                       | 自行解读 | 本评分卡所编规则均不反对, 不等于法院亦然。                                                                                      |
    并且 取自 claim-facts 的事实
    并且 下列事实
      | 事实                          | 名称         | 类型 |
      | annual_report_linked          | 链接年度报告 | 是否 |
      | industrially_compostable_only | 仅可工业堆肥 | 是否 |
    并且 本基准案例
      | 事实         | 值 |
      | 链接年度报告 | 是 |
      | 仅可工业堆肥 | 否 |

  规则: 无可反对的声明

    场景: 基准声明
      当 按 2026-11-20 评定
      那么 判定为 合规

    场景: 不适用于机构性
      假如 kind 为 institutional
      当 按 2026-11-20 评定
      那么 结论为 不适用
