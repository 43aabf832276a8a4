# language: zh-CN
功能: 新加坡绿色声明
  竞争与消费者委员会关于质量相关声明的指南。

  背景:
    假如 本评分卡
      | 项目     | 内容                    |
      | 编号     | green-claim-sg          |
      | 版本     | 1.3.0                   |
      | 替代     | 1.2.0                   |
      | 名称     | 新加坡绿色声明          |
      | 评价对象 | claim                   |
      | 用途     | 自评                    |
      | 时区     | Asia/Singapore          |
      | 生效日期 | 2026-11-20              |
      | 修约     | 四舍六入五成双, 保留2位 |
      | 不适用项 | 拒绝                    |
      | 不评价   | 证据是否真实            |
      | 不评价   | 所列事实未描述的措辞    |
    并且 下列依据
      | 编号      | 文件                                   | 条款                                                                       | 确信度   | 说明                                                     |
      | ccs       | CCS Guide on Quality-Related Claims    | five principles; Consumer Protection (Fair Trading) Act                    | 转引     | 转引自 cognitud.com 与 daynews.space。                   |
      | ccs-words | CCS Guide on Quality-Related Claims    | second principle, words not specified                                      | 自行解读 | 该原则要求声明易懂; 哪些用语不符合系我方解读。           |
      | cpfta     | Consumer Protection (Fair Trading) Act | section 4                                                                  | 自行解读 | 凭一般知识, 未与文本核对。                               |
      | ccs-top   | CCS Guide on Quality-Related Claims    | absolute words that are not proven; Consumer Protection (Fair Trading) Act | 自行解读 | 指南要求声明有证据支持; 最高级用语属于其中, 系我方解读。 |
      | otherwise | green-claim-sg                         | no rule of this card holds                                                 | 自行解读 | 本评分卡所编规则均不反对, 不等于法院亦然。               |
    并且 下列事实
      | 事实                      | 名称           | 类型 | 可选值                                                                                                                                                                                                                                                                                                                                                                                                               |
      | kind                      | 沟通性质       | 选项 | commercial, mandatory_report, institutional, mandatory_label                                                                                                                                                                                                                                                                                                                                                         |
      | display                   | 展示期间       | 期间 |                                                                                                                                                                                                                                                                                                                                                                                                                      |
      | claim_types               | 声明类型       | 多选 | generic, social_mix, specific_attribute, quantified_pcf, comparative, absolute, future, neutral_offset, neutral_no_offset, net_zero, negative_carbon, removal, contribution, avoided_handprint, label, name, recycled_content, recyclable, degradable, compostable, renewable_energy, renewable_material, free_of, energy_efficiency, durability, repairability, imagery_only, legal_requirement, irrelevant_benefit |
      | specification             | 具体说明       | 选项 | same_medium, elsewhere_only, none                                                                                                                                                                                                                                                                                                                                                                                    |
      | truthful                  | 真实准确       | 是否 |                                                                                                                                                                                                                                                                                                                                                                                                                      |
      | clear                     | 清晰明确       | 是否 |                                                                                                                                                                                                                                                                                                                                                                                                                      |
      | nothing_important_omitted | 无重要遗漏     | 是否 |                                                                                                                                                                                                                                                                                                                                                                                                                      |
      | substantiated             | 有充分依据     | 是否 |                                                                                                                                                                                                                                                                                                                                                                                                                      |
      | meaningful                | 有意义         | 是否 |                                                                                                                                                                                                                                                                                                                                                                                                                      |
      | absolute_wording          | 绝对化用语     | 是否 |                                                                                                                                                                                                                                                                                                                                                                                                                      |
      | absolute_wording_proved   | 绝对化用语有证 | 是否 |                                                                                                                                                                                                                                                                                                                                                                                                                      |
    并且 沟通性质 的可选值
      | 值               | 名称     |
      | commercial       | 商业     |
      | mandatory_report | 强制报告 |
      | institutional    | 机构性   |
      | mandatory_label  | 强制标识 |
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
    并且 具体说明 的可选值
      | 值             | 名称         |
      | same_medium    | 在同一媒介上 |
      | elsewhere_only | 仅在别处     |
      | none           | 无           |
    并且 本基准案例
      | 事实           | 值                       |
      | 沟通性质       | 商业                     |
      | 展示期间       | 2026-10-01 至 2026-12-31 |
      | 声明类型       | 具体属性                 |
      | 具体说明       | 在同一媒介上             |
      | 真实准确       | 是                       |
      | 清晰明确       | 是                       |
      | 无重要遗漏     | 是                       |
      | 有充分依据     | 是                       |
      | 有意义         | 是                       |
      | 绝对化用语     | 否                       |
      | 绝对化用语有证 | 是                       |

  规则: 无可反对的声明

    场景: 基准声明
      当 按 2026-11-20 评定
      那么 判定为 合规

    场景: 不适用于机构性
      假如 kind 为 institutional
      当 按 2026-11-20 评定
      那么 结论为 不适用
