# language: zh-CN
功能: 碳中和产品
  产品在某一期间可否称为碳中和产品或零碳产品: 足迹经核查, 先减排后抵消, 收支平衡, 碳信用有效, 标准有效, 声明未逾一年。
  足迹按每千克计; 剩余排放为足迹乘以声明所涵盖产品量。

  背景:
    假如 本评分卡
      | 项目     | 内容                                   |
      | 编号     | carbon-neutral-product                 |
      | 版本     | 1.0.0                                  |
      | 名称     | 碳中和产品                             |
      | 评价对象 | claim                                  |
      | 用途     | 自评                                   |
      | 时区     | Asia/Shanghai                          |
      | 生效日期 | 2022-01-01                             |
      | 修约     | 四舍六入五成双, 保留2位                |
      | 不适用项 | 拒绝                                   |
      | 不评价   | 申报数值是否真实                       |
      | 不评价   | 所填事实之外的措辞（见绿色声明评分卡） |
      | 不评价   | 场所、经营者与活动的中和声明           |
    并且 下列依据
      | 编号               | 文件                                                       | 条款                                                              | 确信度   | 说明                                                                                                                                                                                                |
      | annex-i-4c         | Directive 2005/29/EC as amended by Directive (EU) 2024/825 | Annex I point 4c, recital 12                                      | 自行解读 | 自2026-09-27起，无论持何证书，经营者不得向欧盟消费者凭碳信用声称产品中和。第4c点转引自 sorena.io 与 bdew.de。本评分卡不填国家，故对迟延转化该指令的成员国我方亦取该日。各国日期见欧盟评分卡。       |
      | workflow           | certification of carbon-neutral products                   | conditions as reported in training material of 2025               | 转引     | 产品足迹须经核查。须先减排，再在约一年内抵消全部剩余排放。据2025年培训材料。                                                                                                                        |
      | iso-14068          | ISO 14068-1:2023                                           | boundary, plan, hierarchy, report and verification, as reported   | 转引     | 按 ISO 14068-1，中和声明须说明边界与基础，并有年度公开报告与独立核查。使用碳信用的，还须有管理计划，并先减排后抵消。据 mycarbon.co.uk 与 csqa.it。                                                  |
      | iso-14068-year     | ISO 14068-1:2023                                           | period of a declaration, and reductions from the second period on | 自行解读 | 声明展示期间，中和声明须已作出，且作出不得超过一年。使用碳信用的声明，自第二期起足迹须较前期下降。凭对 ISO 14068-1 的一般知识，未与文本核对。                                                       |
      | iso-14068-order    | ISO 14068-1:2023                                           | hierarchy, as reported                                            | 转引     | 按 ISO 14068-1，使用碳信用的声明须依次采用：先减排，再边界内清除，后碳信用。据二手资料。                                                                                                            |
      | iso-14068-plan     | ISO 14068-1:2023                                           | content of the plan, as reported of a draft                       | 转引     | 使用碳信用的声明，其管理计划须载明基准、中期目标、清除、抵消种类与指标，并载明自何日起只抵消残余（无法避免的）排放。据关于 ISO 14068-1 草案的二手资料；正式文本未核对。                             |
      | certificates-out   | ISO 14068-1:2023                                           | renewable electricity that is bought                              | 转引     | 依 ISO 14068-1 的声明，其减排以外购电力证书为依据的，须附限定方可用。仅一份不甚可靠的来源称此类证书不构成减排，其他来源未提及。                                                                     |
      | unknown-terms      | carbon-neutral-product                                     | another standard                                                  | 自行解读 | 依本评分卡未涵盖的标准作出的声明，须满足该标准的条件。本评分卡未载有该等条件，故由申请方依标准文本填报是否满足。                                                                                    |
      | pas-2060           | PAS 2060:2014                                              | withdrawn on 2025-11-30, as reported                              | 转引     | 自2025-12-01起，依 PAS 2060 作出的声明须另行举证，因该标准已于2025-11-30废止。据 mycarbon.co.uk、greencalculus.com 与 srsreport.co.uk。2025年的培训材料仍列有 PAS 2060。                            |
      | pas-2060-terms     | PAS 2060:2014                                              | management plan, and a fall after the first period, as reported   | 转引     | 使用碳信用的 PAS 2060 声明须有管理计划，且首期之后须有绝对量或强度的下降。仅首期可只凭抵消。转引自 en.wikipedia.org、nqa.com 与 aenor.com。我方审查每千克产品的降幅；仅有绝对量下降者，须另行举证。 |
      | events             | guideline for the neutrality of large events               | scope                                                             | 自行解读 | 大型活动碳中和指南仅针对活动。2025年的一份培训材料亦将其列为产品的标准。我们不接受其作为产品碳中和的标准，系自行解读。                                                                              |
      | iso-14067          | ISO 14067:2018                                             | credits lie outside the footprint, as reported                    | 转引     | 按 ISO 14067，碳信用不得从产品足迹中扣减。据 alcas.asn.au、buildnews.it 与行业报告（Climate Bridge，2025年）。                                                                                      |
      | credits            | practice of voluntary carbon markets                       | retirement, single use, additionality                             | 自行解读 | 用于中和声明的碳信用，须为本产品与本期间注销，且只计一次，并来自法律未要求的活动。凭一般知识，未与文本核对。                                                                                        |
      | storage            | court and self-regulation rulings                          | temporary storage for neutrality                                  | 自行解读 | 中和声明所用碳信用的碳储存期过短，不足以支持该声明的，构成误导。我方据德国、荷兰与瑞典关于临时碳信用的裁决推得本规则。                                                                              |
      | part               | carbon-neutral-product                                     | neutrality for a part of the life cycle                           | 自行解读 | 只涵盖生命周期一部分的中和声明，须说明该边界，否则构成误导。并无文本如此明言，我方据多项来源推得。                                                                                                  |
      | other-certificates | certification of product carbon claims                     | one certificate does not support another designation              | 自行解读 | 为其他称谓（足迹、减碳、低碳或零碳工厂）颁发的证书，不能支持中和声明。此系自行解读。足迹、减碳、低碳与碳中和四种产品证书条件各异。零碳工厂星级针对场所而非产品。                                    |
      | otherwise          | carbon-neutral-product                                     | no rule of this scorecard applies                                 | 自行解读 | 本评分卡各项规则均不适用于该声明的，判定为“附限定可用”，即各项规则均不禁止该声明。法院仍可能作出不同判断。                                                                                          |
      | proof              | carbon-neutral-product                                     | -                                                                 | 自行解读 | 来源未说明以何文件证明何项事实。我方要求前期足迹与声明期足迹附足迹报告与核查声明。其余事实申请方声明即可。                                                                                          |
    并且 下列事实
      | 事实                   | 名称                       | 类型 | 单位      | 可选值                                                                                             | 不低于 | 证据                                     |
      | shown_to               | 展示对象                   | 选项 |           | eu_consumers, others                                                                               |        |                                          |
      | display                | 展示期间                   | 期间 |           |                                                                                                    |        |                                          |
      | boundary               | 足迹的系统边界             | 选项 |           | gate_to_gate, cradle_to_gate, cradle_to_retail, cradle_to_grave                                    |        |                                          |
      | boundary_stated        | 声明内写明边界             | 是否 |           |                                                                                                    |        |                                          |
      | footprint_verified     | 足迹经核查                 | 是否 |           |                                                                                                    |        |                                          |
      | earlier_footprint      | 前期足迹（每千克）         | 数值 | kgCO2e/kg |                                                                                                    | 0      | footprint-report, verification-statement |
      | footprint              | 本期足迹（每千克）         | 数值 | kgCO2e/kg |                                                                                                    | 0      | footprint-report, verification-statement |
      | claim_period           | 声明期次                   | 选项 |           | first_period, later_period                                                                         |        |                                          |
      | amount                 | 声明所涵盖产品量           | 数值 | t         |                                                                                                    | 0      |                                          |
      | removals               | 边界内清除量               | 数值 | tCO2e     |                                                                                                    | 0      |                                          |
      | credits                | 碳信用量                   | 数值 | tCO2e     |                                                                                                    | 0      |                                          |
      | credits_in_footprint   | 足迹中已扣减碳信用         | 是否 |           |                                                                                                    |        |                                          |
      | credits_retired        | 碳信用已为该产品该期注销   | 是否 |           |                                                                                                    |        |                                          |
      | credits_counted_once   | 碳信用仅计一次             | 是否 |           |                                                                                                    |        |                                          |
      | credits_additional     | 碳信用来自非法定义务的活动 | 是否 |           |                                                                                                    |        |                                          |
      | storage_long_enough    | 封存期足以支持声明         | 是否 |           |                                                                                                    |        |                                          |
      | plan                   | 已有管理计划与中和路径     | 是否 |           |                                                                                                    |        |                                          |
      | plan_tells             | 计划载明内容               | 多选 |           | baseline, targets, removals, offsets, indicators, residual_day                                     |        |                                          |
      | in_order               | 先减排再清除后碳信用       | 是否 |           |                                                                                                    |        |                                          |
      | by_certificates        | 减排来自外购绿电证书       | 是否 |           |                                                                                                    |        |                                          |
      | standard               | 中和所依标准               | 选项 |           | iso_14068_1, pas_2060, event_guideline, other_standard                                             |        |                                          |
      | terms_met              | 其他标准的条件已满足       | 是否 |           |                                                                                                    |        |                                          |
      | certificate            | 所持证书                   | 选项 |           | neutrality, footprint_certificate, reduced_carbon, low_carbon, zero_carbon_factory, no_certificate |        |                                          |
      | declared_on            | 声明日                     | 日期 |           |                                                                                                    |        |                                          |
      | independently_verified | 经独立核查                 | 是否 |           |                                                                                                    |        |                                          |
      | public_report          | 报告公开                   | 是否 |           |                                                                                                    |        |                                          |
      | basis_in_claim         | 声明内载明基础             | 是否 |           |                                                                                                    |        |                                          |
    并且 展示对象 的可选值
      | 值           | 名称       |
      | eu_consumers | 欧盟消费者 |
      | others       | 其他对象   |
    并且 足迹的系统边界 的可选值
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
    并且 所持证书 的可选值
      | 值                    | 名称         |
      | neutrality            | 碳中和证书   |
      | footprint_certificate | 碳足迹证书   |
      | reduced_carbon        | 减碳产品证书 |
      | low_carbon            | 低碳产品证书 |
      | zero_carbon_factory   | 零碳工厂证书 |
      | no_certificate        | 未持证书     |
    并且 本基准案例
      | 事实                       | 值                                                           |
      | 展示对象                   | 其他对象                                                     |
      | 展示期间                   | 2026-10-01 至 2026-12-31                                     |
      | 足迹的系统边界             | 摇篮到坟墓                                                   |
      | 声明内写明边界             | 是                                                           |
      | 足迹经核查                 | 是                                                           |
      | 前期足迹（每千克）         | 2.5 kgCO2e/kg                                                |
      | 本期足迹（每千克）         | 2 kgCO2e/kg                                                  |
      | 声明期次                   | 其后各期                                                     |
      | 声明所涵盖产品量           | 1000 t                                                       |
      | 边界内清除量               | 0 tCO2e                                                      |
      | 碳信用量                   | 2000 tCO2e                                                   |
      | 足迹中已扣减碳信用         | 否                                                           |
      | 碳信用已为该产品该期注销   | 是                                                           |
      | 碳信用仅计一次             | 是                                                           |
      | 碳信用来自非法定义务的活动 | 是                                                           |
      | 封存期足以支持声明         | 是                                                           |
      | 已有管理计划与中和路径     | 是                                                           |
      | 计划载明内容               | 基准, 中期目标, 清除, 抵消种类, 指标, 只抵消剩余排放的起始日 |
      | 先减排再清除后碳信用       | 是                                                           |
      | 减排来自外购绿电证书       | 否                                                           |
      | 中和所依标准               | ISO 14068-1                                                  |
      | 其他标准的条件已满足       | 是                                                           |
      | 所持证书                   | 碳中和证书                                                   |
      | 声明日                     | 2026-01-15                                                   |
      | 经独立核查                 | 是                                                           |
      | 报告公开                   | 是                                                           |
      | 声明内载明基础             | 是                                                           |

  规则: 无规则禁止的声明

    场景: 基准声明
      当 按 2026-11-20 评定
      那么 判定为 附限定可用
