# language: zh-CN
功能: 碳中和产品
  产品在某一期间可否称为碳中和产品或零碳产品: 足迹经核查, 先减排后抵消, 收支平衡, 碳信用有效, 标准有效, 声明未逾一年。
  足迹按每千克计; 剩余排放为足迹乘以所涵盖产品量。

  背景:
    假如 本评分卡
      | 项目     | 内容                             |
      | 编号     | carbon-neutral-product           |
      | 版本     | 3.1.0                            |
      | 替代     | 3.0.0                            |
      | 名称     | 碳中和产品                       |
      | 评价对象 | claim                            |
      | 用途     | 自评                             |
      | 时区     | Asia/Shanghai                    |
      | 生效日期 | 2022-01-01                       |
      | 修约     | 四舍六入五成双, 保留2位          |
      | 不适用项 | 拒绝                             |
      | 不评价   | 数值是否真实                     |
      | 不评价   | 所问之外的措辞, 见绿色声明评分卡 |
      | 不评价   | 场所, 经营者与活动的中和         |
    并且 下列依据
      | 编号               | 文件                                                       | 条款                                                              | 确信度   | 说明                                                                                                                                                            |
      | annex-i-4c         | Directive 2005/29/EC as amended by Directive (EU) 2024/825 | Annex I point 4c, recital 12                                      | 自行解读 | 该点转引自 sorena.io 与 bdew.de, 自2026-09-27起适用, 无论持何证书。成员国转化迟延者, 该日期为自行解读; 本卡不问国家, 故整条规则如此标明。各国日期见欧盟评分卡。 |
      | workflow           | certification of carbon-neutral products                   | conditions as reported in training material of 2025               | 转引     | 先核算, 再减排, 后在约一年的期间内抵消剩余。                                                                                                                    |
      | iso-14068          | ISO 14068-1:2023                                           | boundary, plan, hierarchy, report and verification, as reported   | 转引     | 转引自 mycarbon.co.uk 与 csqa.it。                                                                                                                              |
      | iso-14068-year     | ISO 14068-1:2023                                           | period of a declaration, and reductions from the second period on | 自行解读 | 凭一般知识, 未与文本核对。                                                                                                                                      |
      | iso-14068-order    | ISO 14068-1:2023                                           | hierarchy, as reported                                            | 转引     | 先减排, 再边界内清除, 后碳信用。                                                                                                                                |
      | iso-14068-plan     | ISO 14068-1:2023                                           | content of the plan, as reported of a draft                       | 转引     | 基准、中期目标、清除、抵消种类、指标, 以及自何日起只抵消剩余排放。所读资料说的是草案。                                                                          |
      | certificates-out   | ISO 14068-1:2023                                           | renewable electricity that is bought                              | 转引     | 一份不甚可靠的来源称外购证书不构成减排; 其他来源未说。                                                                                                          |
      | unknown-terms      | carbon-neutral-product                                     | another standard                                                  | 自行解读 | 未编入本卡的标准无从知晓, 由读过其文本者说明其条件是否满足。                                                                                                    |
      | pas-2060           | PAS 2060:2014                                              | withdrawn on 2025-11-30, as reported                              | 转引     | 转引自 mycarbon.co.uk、greencalculus.com 与 srsreport.co.uk。2025年的培训材料仍列有该规范。                                                                     |
      | pas-2060-terms     | PAS 2060:2014                                              | management plan, and a fall after the first period, as reported   | 转引     | 转引自 en.wikipedia.org、nqa.com 与 aenor.com: 须有管理计划; 唯首期可仅凭抵消, 其后各期须有绝对量或强度的下降。本卡问每千克的降幅, 仅有绝对量下降者另行举证。   |
      | events             | guideline for the neutrality of large events               | scope                                                             | 自行解读 | 其对象为活动; 培训材料亦用于产品。                                                                                                                              |
      | iso-14067          | ISO 14067:2018                                             | credits lie outside the footprint, as reported                    | 转引     | 转引自 alcas.asn.au、buildnews.it 与行业报告 (Climate Bridge, 2025年)。                                                                                         |
      | credits            | practice of voluntary carbon markets                       | retirement, single use, additionality                             | 自行解读 | 凭一般知识, 未与文本核对。                                                                                                                                      |
      | storage            | court and self-regulation rulings                          | temporary storage for neutrality                                  | 自行解读 | 据德国、荷兰与瑞典关于临时碳信用的裁决推得。                                                                                                                    |
      | part               | carbon-neutral-product                                     | neutral for a part of the life                                    | 自行解读 | 由我方据多项来源推得, 并无文本如此明言。                                                                                                                        |
      | other-certificates | certification of product carbon claims                     | one certificate does not back another word                        | 自行解读 | 四种证书条件各异; 工厂星级针对场所。                                                                                                                            |
      | otherwise          | carbon-neutral-product                                     | no rule of this card holds                                        | 自行解读 | 本评分卡所编规则均不反对, 不等于法院亦然。                                                                                                                      |
      | proof              | carbon-neutral-product                                     | -                                                                 | 自行解读 | 文件为足迹报告与核查声明; 各证明哪项事实为自行解读。其余事实未列文件, 声明即可。                                                                                |
    并且 下列事实
      | 事实                   | 名称                     | 类型 | 单位      | 可选值                                                                                             | 不低于 | 证据                                     |
      | shown_to               | 展示对象                 | 选项 |           | eu_consumers, others                                                                               |        |                                          |
      | display                | 展示期间                 | 期间 |           |                                                                                                    |        |                                          |
      | boundary               | 边界                     | 选项 |           | gate_to_gate, cradle_to_gate, cradle_to_retail, cradle_to_grave                                    |        |                                          |
      | boundary_stated        | 声明内写明边界           | 是否 |           |                                                                                                    |        |                                          |
      | footprint_verified     | 足迹经核查               | 是否 |           |                                                                                                    |        |                                          |
      | earlier_footprint      | 先前足迹                 | 数值 | kgCO2e/kg |                                                                                                    | 0      | footprint-report, verification-statement |
      | footprint              | 本期足迹                 | 数值 | kgCO2e/kg |                                                                                                    | 0      | footprint-report, verification-statement |
      | claim_period           | 声明期次                 | 选项 |           | first_period, later_period                                                                         |        |                                          |
      | amount                 | 所涵盖产品量             | 数值 | t         |                                                                                                    | 0      |                                          |
      | removals               | 边界内清除量             | 数值 | tCO2e     |                                                                                                    | 0      |                                          |
      | credits                | 碳信用量                 | 数值 | tCO2e     |                                                                                                    | 0      |                                          |
      | credits_in_footprint   | 足迹已计碳信用           | 是否 |           |                                                                                                    |        |                                          |
      | credits_retired        | 碳信用已为该产品该期注销 | 是否 |           |                                                                                                    |        |                                          |
      | credits_counted_once   | 碳信用仅计一次           | 是否 |           |                                                                                                    |        |                                          |
      | credits_additional     | 碳信用超出法定要求       | 是否 |           |                                                                                                    |        |                                          |
      | storage_long_enough    | 封存期足以支持声明       | 是否 |           |                                                                                                    |        |                                          |
      | plan                   | 有中和管理计划与路径     | 是否 |           |                                                                                                    |        |                                          |
      | plan_tells             | 计划载明内容             | 多选 |           | baseline, targets, removals, offsets, indicators, residual_day                                     |        |                                          |
      | in_order               | 先减排再清除后碳信用     | 是否 |           |                                                                                                    |        |                                          |
      | by_certificates        | 减排来自外购绿电证书     | 是否 |           |                                                                                                    |        |                                          |
      | standard               | 中和所依标准             | 选项 |           | iso_14068_1, pas_2060, event_guideline, other_standard                                             |        |                                          |
      | terms_met              | 其他标准的条件已满足     | 是否 |           |                                                                                                    |        |                                          |
      | certificate            | 所依证书                 | 选项 |           | neutrality, footprint_certificate, reduced_carbon, low_carbon, zero_carbon_factory, no_certificate |        |                                          |
      | declared_on            | 声明日                   | 日期 |           |                                                                                                    |        |                                          |
      | independently_verified | 经独立核查               | 是否 |           |                                                                                                    |        |                                          |
      | public_report          | 报告公开                 | 是否 |           |                                                                                                    |        |                                          |
      | basis_in_claim         | 声明内载明基础           | 是否 |           |                                                                                                    |        |                                          |
    并且 展示对象 的可选值
      | 值           | 名称       |
      | eu_consumers | 欧盟消费者 |
      | others       | 其他对象   |
    并且 边界 的可选值
      | 值               | 名称       |
      | gate_to_gate     | 大门到大门 |
      | cradle_to_gate   | 摇篮到大门 |
      | cradle_to_retail | 摇篮到零售 |
      | cradle_to_grave  | 摇篮到坟墓 |
    并且 声明期次 的可选值
      | 值           | 名称     |
      | first_period | 首期     |
      | later_period | 其后各期 |
    并且 计划载明内容 的可选值
      | 值           | 名称                   |
      | baseline     | 基准                   |
      | targets      | 中期目标               |
      | removals     | 清除                   |
      | offsets      | 抵消种类               |
      | indicators   | 指标                   |
      | residual_day | 只抵消剩余排放的起始日 |
    并且 中和所依标准 的可选值
      | 值              | 名称                   |
      | iso_14068_1     | ISO 14068-1            |
      | pas_2060        | PAS 2060               |
      | event_guideline | 大型活动碳中和实施指南 |
      | other_standard  | 其他标准               |
    并且 所依证书 的可选值
      | 值                    | 名称         |
      | neutrality            | 碳中和证书   |
      | footprint_certificate | 碳足迹证书   |
      | reduced_carbon        | 减碳产品证书 |
      | low_carbon            | 低碳产品证书 |
      | zero_carbon_factory   | 零碳工厂证书 |
      | no_certificate        | 未持证书     |
    并且 本基准案例
      | 事实                     | 值                                                           |
      | 展示对象                 | 其他对象                                                     |
      | 展示期间                 | 2026-10-01 至 2026-12-31                                     |
      | 边界                     | 摇篮到坟墓                                                   |
      | 声明内写明边界           | 是                                                           |
      | 足迹经核查               | 是                                                           |
      | 先前足迹                 | 2.5 kgCO2e/kg                                                |
      | 本期足迹                 | 2 kgCO2e/kg                                                  |
      | 声明期次                 | 其后各期                                                     |
      | 所涵盖产品量             | 1000 t                                                       |
      | 边界内清除量             | 0 tCO2e                                                      |
      | 碳信用量                 | 2000 tCO2e                                                   |
      | 足迹已计碳信用           | 否                                                           |
      | 碳信用已为该产品该期注销 | 是                                                           |
      | 碳信用仅计一次           | 是                                                           |
      | 碳信用超出法定要求       | 是                                                           |
      | 封存期足以支持声明       | 是                                                           |
      | 有中和管理计划与路径     | 是                                                           |
      | 计划载明内容             | 基准, 中期目标, 清除, 抵消种类, 指标, 只抵消剩余排放的起始日 |
      | 先减排再清除后碳信用     | 是                                                           |
      | 减排来自外购绿电证书     | 否                                                           |
      | 中和所依标准             | ISO 14068-1                                                  |
      | 其他标准的条件已满足     | 是                                                           |
      | 所依证书                 | 碳中和证书                                                   |
      | 声明日                   | 2026-01-15                                                   |
      | 经独立核查               | 是                                                           |
      | 报告公开                 | 是                                                           |
      | 声明内载明基础           | 是                                                           |

  规则: 无可反对的声明

    场景: 基准声明
      当 按 2026-11-20 评定
      那么 判定为 附限定可用
