# language: zh-CN
功能: 法国绿色声明
  指令之外的法国规则。

  背景:
    假如 本评分卡
      | 项目     | 内容                                                                                                                                                           |
      | 编号     | green-claim-fr                                                                                                                                                 |
      | 版本     | 1.0.0                                                                                                                                                          |
      | 名称     | 法国绿色声明                                                                                                                                                   |
      | 评价对象 | claim                                                                                                                                                          |
      | 用途     | 自评                                                                                                                                                           |
      | 时区     | Europe/Paris                                                                                                                                                   |
      | 生效日期 | 2026-11-20                                                                                                                                                     |
      | 修约     | 四舍六入五成双, 保留2位                                                                                                                                        |
      | 不适用项 | 拒绝                                                                                                                                                           |
      | 不评价   | 指令本身的规则（见欧盟评分卡）                                                                                                                                 |
      | 不评价   | 证据是否真实                                                                                                                                                   |
      | 不评价   | 所申报事项的证明文件，此处一概不要求：声明按对文件的申报判定（生命周期评价、碳足迹、环境产品声明、检测、标识证书、碳信用或绿电的登记簿摘录、发票、计划或研究） |
    并且 下列依据
      | 编号             | 文件                    | 条款                                             | 确信度   | 说明                                                                                                                                                                       |
      | fr-l541          | Code de l'environnement | L541-9-1 and R541-223                            | 转引     | 产品或其包装上不得使用可生物降解或环境友好的用语。据 publish.calenco.com 与 valhor.fr。                                                                                    |
      | fr-l541-part     | Code de l'environnement | L541-9-1 and R541-223, a part of a product       | 自行解读 | 产品部件（如瓶盖）上不得使用可生物降解或环境友好的用语。条文禁止在产品与包装上使用，未提及部件。部件上的用语，我方视为产品上的用语。                                       |
      | fr-l229          | Code de l'environnement | L229-68 and L229-69, D229-106 to D229-109        | 转引     | 碳中和声明须载有公开年度报告的链接。据 publish.calenco.com 与 valhor.fr。法国最高行政法院2024-05-31维持该规则。                                                            |
      | fr-l229-net-zero | Code de l'environnement | L229-68, net zero of a product                   | 自行解读 | 产品净零声明须载有公开年度报告的链接。所报道的规则仅列碳中和、零碳与全部补偿等用语。适用于净零系自行解读。                                                                 |
      | fr-agec          | Loi AGEC                | compostable plastics                             | 转引     | 仅可工业堆肥的塑料不得称可堆肥。据二手资料，如 publish.calenco.com、valhor.fr、lettredesreseaux.com。                                                                      |
      | fr-omission      | Code de la consommation | misleading omission, rulings on energy companies | 自行解读 | 高排放经营者宣传绿色业务的，须说明绿色业务或投资的占比。针对能源企业的裁决还认定该占比小；我方不审查占比大小，故本规则更宽。裁决解释自 2016-07-01 起施行的法典，并非新法。 |
      | fr-l121          | Code de la consommation | L121-2 and L121-3                                | 自行解读 | 商业声明不得虚假、未经证实或不清楚，亦不得以遗漏重要信息误导。凭一般知识，未与文本核对。                                                                                   |
      | otherwise        | green-claim-fr          | no rule of this scorecard applies                | 自行解读 | 本评分卡各条规则均未禁止该声明；法院仍可能作出不同判断。                                                                                                                   |
    并且 取自 claim-facts 的事实
    并且 下列事实
      | 事实                          | 名称               | 类型 |
      | annual_report_linked          | 声明已链接年度报告 | 是否 |
      | industrially_compostable_only | 仅可工业堆肥       | 是否 |
    并且 本基准案例
      | 事实               | 值 |
      | 声明已链接年度报告 | 是 |
      | 仅可工业堆肥       | 否 |

  规则: 无规则禁止的声明

    场景: 基准声明
      当 按 2026-11-20 评定
      那么 判定为 合规

    场景: 不适用于机构性沟通
      假如 kind 为 institutional
      当 按 2026-11-20 评定
      那么 结论为 不适用
