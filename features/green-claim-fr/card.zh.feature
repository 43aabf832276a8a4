# language: zh-CN
功能: 法国绿色声明
  指令之外的法国规则。

  背景:
    假如 本评分卡
      | 项目     | 内容                         |
      | 编号     | green-claim-fr               |
      | 版本     | 1.1.0                        |
      | 替代     | 1.0.0                        |
      | 名称     | 法国绿色声明                 |
      | 评价对象 | claim                        |
      | 用途     | 自评                         |
      | 时区     | Europe/Paris                 |
      | 生效日期 | 2026-11-20                   |
      | 修约     | 四舍六入五成双, 保留2位      |
      | 不适用项 | 拒绝                         |
      | 不评价   | 指令本身的规则, 见欧盟评分卡 |
      | 不评价   | 证据是否真实                 |
    并且 下列依据
      | 编号             | 文件                    | 条款                                             | 确信度   | 说明                                                                                   |
      | fr-l541          | Code de l'environnement | L541-9-1 and R541-223                            | 转引     | 转引自 publish.calenco.com 与 valhor.fr。                                              |
      | fr-l229          | Code de l'environnement | L229-68 and L229-69, D229-106 to D229-109        | 转引     | 转引自 publish.calenco.com 与 valhor.fr; 法国最高行政法院2024-05-31维持。              |
      | fr-l229-net-zero | Code de l'environnement | L229-68, net zero of a product                   | 自行解读 | 所转引之用语为碳中和、零碳与全部补偿; 将产品净零同样看待系我方解读。                   |
      | fr-agec          | Loi AGEC                | compostable plastics                             | 转引     | 所读法国页面之中: publish.calenco.com、valhor.fr、lettredesreseaux.com。               |
      | fr-omission      | Code de la consommation | misleading omission, rulings on energy companies | 自行解读 | 裁决还认定绿色业务占比小; 该第三项条件未予询问, 只问是否已说明占比, 故本规则宽于裁决。 |
      | fr-l121          | Code de la consommation | L121-2 and L121-3                                | 自行解读 | 凭一般知识, 未与文本核对。                                                             |
      | otherwise        | green-claim-fr          | no rule of this card holds                       | 自行解读 | 本评分卡所编规则均不反对, 不等于法院亦然。                                             |
    并且 下列事实
      | 事实                          | 名称               | 类型 | 可选值                                                                                                                                                                                                                                                                                                                                                                                                               |
      | kind                          | 沟通性质           | 选项 | commercial, mandatory_report, institutional, mandatory_label                                                                                                                                                                                                                                                                                                                                                         |
      | display                       | 展示期间           | 期间 |                                                                                                                                                                                                                                                                                                                                                                                                                      |
      | subject_level                 | 声明对象           | 选项 | product, category, packaging, component, process, service, site, event, brand, trader, financial_product                                                                                                                                                                                                                                                                                                             |
      | claim_types                   | 声明类型           | 多选 | generic, social_mix, specific_attribute, quantified_pcf, comparative, absolute, future, neutral_offset, neutral_no_offset, net_zero, negative_carbon, removal, contribution, avoided_handprint, label, name, recycled_content, recyclable, degradable, compostable, renewable_energy, renewable_material, free_of, energy_efficiency, durability, repairability, imagery_only, legal_requirement, irrelevant_benefit |
      | annual_report_linked          | 链接年度报告       | 是否 |                                                                                                                                                                                                                                                                                                                                                                                                                      |
      | plastic                       | 塑料制品           | 是否 |                                                                                                                                                                                                                                                                                                                                                                                                                      |
      | industrially_compostable_only | 仅可工业堆肥       | 是否 |                                                                                                                                                                                                                                                                                                                                                                                                                      |
      | trader_high_emitting          | 高排放经营者       | 是否 |                                                                                                                                                                                                                                                                                                                                                                                                                      |
      | green_share_stated            | 已说明绿色业务占比 | 是否 |                                                                                                                                                                                                                                                                                                                                                                                                                      |
      | truthful                      | 真实准确           | 是否 |                                                                                                                                                                                                                                                                                                                                                                                                                      |
      | nothing_important_omitted     | 无重要遗漏         | 是否 |                                                                                                                                                                                                                                                                                                                                                                                                                      |
      | clear                         | 清晰明确           | 是否 |                                                                                                                                                                                                                                                                                                                                                                                                                      |
      | substantiated                 | 有充分依据         | 是否 |                                                                                                                                                                                                                                                                                                                                                                                                                      |
    并且 沟通性质 的可选值
      | 值               | 名称     |
      | commercial       | 商业     |
      | mandatory_report | 强制报告 |
      | institutional    | 机构性   |
      | mandatory_label  | 强制标识 |
    并且 声明对象 的可选值
      | 值                | 名称     |
      | product           | 产品     |
      | category          | 品类     |
      | packaging         | 包装     |
      | component         | 部件     |
      | process           | 工艺     |
      | service           | 服务     |
      | site              | 场所     |
      | event             | 活动     |
      | brand             | 品牌     |
      | trader            | 经营者   |
      | financial_product | 金融产品 |
    并且 声明类型 的可选值
      | 值                 | 名称       |
      | generic            | 笼统声明   |
      | social_mix         | 兼及社会   |
      | specific_attribute | 具体属性   |
      | quantified_pcf     | 量化足迹   |
      | comparative        | 比较       |
      | absolute           | 绝对化     |
      | future             | 未来       |
      | neutral_offset     | 抵消中和   |
      | neutral_no_offset  | 非抵消中和 |
      | net_zero           | 净零       |
      | negative_carbon    | 负碳       |
      | removal            | 清除       |
      | contribution       | 贡献       |
      | avoided_handprint  | 避免排放   |
      | label              | 标识       |
      | name               | 名称       |
      | recycled_content   | 再生含量   |
      | recyclable         | 可回收     |
      | degradable         | 可降解     |
      | compostable        | 可堆肥     |
      | renewable_energy   | 可再生能源 |
      | renewable_material | 可再生材料 |
      | free_of            | 不含       |
      | energy_efficiency  | 节能       |
      | durability         | 耐用       |
      | repairability      | 可维修     |
      | imagery_only       | 仅图像     |
      | legal_requirement  | 法定要求   |
      | irrelevant_benefit | 无关益处   |
    并且 本基准案例
      | 事实               | 值                       |
      | 沟通性质           | 商业                     |
      | 展示期间           | 2026-10-01 至 2026-12-31 |
      | 声明对象           | 产品                     |
      | 声明类型           | 具体属性                 |
      | 链接年度报告       | 是                       |
      | 塑料制品           | 否                       |
      | 仅可工业堆肥       | 否                       |
      | 高排放经营者       | 否                       |
      | 已说明绿色业务占比 | 是                       |
      | 真实准确           | 是                       |
      | 无重要遗漏         | 是                       |
      | 清晰明确           | 是                       |
      | 有充分依据         | 是                       |

  规则: 无可反对的声明

    场景: 基准声明
      当 按 2026-11-20 评定
      那么 判定为 合规

    场景: 不适用于机构性
      假如 kind 为 institutional
      当 按 2026-11-20 评定
      那么 结论为 不适用
