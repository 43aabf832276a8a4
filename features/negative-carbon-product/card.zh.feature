# language: zh-CN
功能: 负碳产品
  产品可否称为负碳: 就足迹的系统边界、封存、抵消、生物源与评审五问, 以精确数值判定。
  制造阶段净排放为 A1 至 A3, 后续阶段净排放为 A4 至 C; D 模块净排放从不计入。九个类别为他人转述的 ISO 14067 第1至9行。

  背景:
    假如 本评分卡
      | 项目     | 内容                                                                                                |
      | 编号     | negative-carbon-product                                                                             |
      | 版本     | 1.0.0                                                                                               |
      | 名称     | 负碳产品                                                                                            |
      | 评价对象 | claim                                                                                               |
      | 用途     | 自评                                                                                                |
      | 时区     | Etc/UTC                                                                                             |
      | 生效日期 | 2018-08-01                                                                                          |
      | 修约     | 四舍六入五成双, 保留2位                                                                             |
      | 不适用项 | 拒绝                                                                                                |
      | 不评价   | 申报数值是否真实                                                                                    |
      | 不评价   | 所填事实之外的措辞（见绿色声明评分卡）                                                              |
      | 不评价   | 所申报事项背后尚无固定形式的文件：声明措辞、是否计入 D 模块、碳储存的年限与监测、方法与数据是否公开 |
    并且 下列依据
      | 编号           | 文件                                             | 条款                                             | 确信度   | 说明                                                                                                                                                                                                                     |
      | five-questions | trade report of 2025 on carbon-negative products | five conditions and questions                    | 转引     | 2025年行业报告对“负碳”一词提出五项条件：覆盖含终端阶段的全生命周期、长期封存、不凭碳信用、生物源流完整、独立评审。方法与数据须公开，且化石或碳酸盐来源的碳不属清除。系统边界未覆盖全生命周期的，仅可给出数值并注明边界。 |
      | iso-14067      | ISO 14067:2018                                   | categories as reported in a trade report of 2025 | 转引     | 碳足迹为ISO 14067各排放类别之和减去各清除类别。各类别列于2025年行业报告的一份表中。该表第1行系误译，我方认为其指未另列的排放，并计入碳足迹。第6类（化石排放）为净值，可为负。                                            |
      | en-15804       | EN 15804                                         | module D is outside the system boundary          | 自行解读 | D模块（他处可能的节约）在系统边界之外，故从摇篮到坟墓仅含生命周期的A至C模块。凭记忆，未与文本核对；2025年行业报告则将D模块计入。我们因此要求D模块另行报告。产品不得仅凭D模块为负。                                       |
      | add-back       | negative-carbon-product                          | stored biogenic carbon without an end of life    | 自行解读 | 称为负碳的产品，即使所封存的生物源碳重新释放，碳足迹仍须为负。封存碳已扣减而未建终端模型的，我方因此将该碳加回碳足迹。经此合理性检查所得的碳足迹，仅为实际碳足迹的下限。                                                 |
      | storage        | trade report of 2025 on carbon-negative products | a hundred years, monitored                       | 转引     | 产品所含碳须封存至少一百年，方可称为负碳。封存须有监测，并应对逆转（所封存的碳重新释放）。未封存碳的产品不符合。转引自2025年行业报告。                                                                                   |
      | otherwise      | negative-carbon-product                          | no rule of this scorecard applies                | 自行解读 | 本评分卡各条规则均不适用于该声明的，判定为“附条件允许”，即各条规则均未禁止该负碳声明。法院仍可能作出不同判断。                                                                                                           |
      | proof          | negative-carbon-product                          | -                                                | 自行解读 | 来源未说明以何文件证明负碳产品。排放与清除数值须附碳足迹报告与核查声明，系自行解读。未列证明材料的事实，申请方声明即可。                                                                                                 |
    并且 下列事实
      | 事实                         | 名称                     | 类型 | 单位      | 可选值                                                          | 不低于 | 证据                                     |
      | wording                      | 声明措辞                 | 选项 |           | negative, number                                                |        |                                          |
      | figures_by                   | 数值报告方式             | 选项 |           | modules, categories                                             |        |                                          |
      | boundary                     | 足迹的系统边界           | 选项 |           | gate_to_gate, cradle_to_gate, cradle_to_retail, cradle_to_grave |        | footprint-report                         |
      | making                       | 制造阶段净排放           | 数值 | kgCO2e/kg |                                                                 |        | footprint-report, verification-statement |
      | later_stages                 | 后续阶段净排放           | 数值 | kgCO2e/kg |                                                                 |        | footprint-report, verification-statement |
      | module_d                     | D 模块净排放             | 数值 | kgCO2e/kg |                                                                 |        | footprint-report, verification-statement |
      | module_d_counted             | 声明计入 D 模块          | 是否 |           |                                                                 |        |                                          |
      | category_1                   | 未另列排放               | 数值 | kgCO2e/kg |                                                                 | 0      | footprint-report, verification-statement |
      | category_2                   | 航空运输排放             | 数值 | kgCO2e/kg |                                                                 | 0      | footprint-report, verification-statement |
      | category_3                   | 生物源排放               | 数值 | kgCO2e/kg |                                                                 | 0      | footprint-report, verification-statement |
      | category_4                   | 直接土地利用变化排放     | 数值 | kgCO2e/kg |                                                                 | 0      | footprint-report, verification-statement |
      | category_5                   | 土地利用排放             | 数值 | kgCO2e/kg |                                                                 | 0      | footprint-report, verification-statement |
      | category_6                   | 化石净排放               | 数值 | kgCO2e/kg |                                                                 |        | footprint-report, verification-statement |
      | category_7                   | 生物源清除               | 数值 | kgCO2e/kg |                                                                 | 0      | footprint-report, verification-statement |
      | category_8                   | 直接土地利用变化清除     | 数值 | kgCO2e/kg |                                                                 | 0      | footprint-report, verification-statement |
      | category_9                   | 土地利用清除             | 数值 | kgCO2e/kg |                                                                 | 0      | footprint-report, verification-statement |
      | required_categories_complete | 类别1至4与6至8均已计入   | 是否 |           |                                                                 |        | footprint-report                         |
      | land_use_included            | 已计土地利用（类别5与9） | 是否 |           |                                                                 |        | footprint-report                         |
      | product_carbon_counted       | 产品含碳（类别10）计入   | 是否 |           |                                                                 |        | footprint-report                         |
      | stored_carbon                | 封存的生物源碳           | 数值 | kgCO2e/kg |                                                                 | 0      | footprint-report, verification-statement |
      | stored_carbon_counted        | 封存的生物源碳已扣减     | 是否 |           |                                                                 |        | footprint-report                         |
      | end_of_life_modelled         | 终端已建模并说明         | 是否 |           |                                                                 |        | footprint-report                         |
      | offsets_in_value             | 数值含抵消               | 是否 |           |                                                                 |        | footprint-report                         |
      | carbon_source                | 所封存碳的来源           | 选项 |           | atmosphere, biogenic_short_cycle, fossil, carbonate, none       |        | footprint-report                         |
      | storage_years                | 封存年限                 | 数值 | 年        |                                                                 | 0      |                                          |
      | storage_monitored            | 封存有监测并应对逆转     | 是否 |           |                                                                 |        |                                          |
      | biogenic_flows_complete      | 生物源流完整             | 是否 |           |                                                                 |        | footprint-report                         |
      | independently_reviewed       | 经独立评审               | 是否 |           |                                                                 |        | verification-statement                   |
      | method_public                | 方法与数据公开           | 是否 |           |                                                                 |        |                                          |
    并且 声明措辞 的可选值
      | 值       | 名称       |
      | negative | 称为负碳   |
      | number   | 数值附边界 |
    并且 数值报告方式 的可选值
      | 值         | 名称           |
      | modules    | 生命周期模块   |
      | categories | ISO 14067 类别 |
    并且 足迹的系统边界 的可选值
      | 值               | 名称       |
      | gate_to_gate     | 大门到大门 |
      | cradle_to_gate   | 摇篮到大门 |
      | cradle_to_retail | 摇篮到零售 |
      | cradle_to_grave  | 摇篮到坟墓 |
    并且 所封存碳的来源 的可选值
      | 值                   | 名称         |
      | atmosphere           | 大气         |
      | biogenic_short_cycle | 短周期生物源 |
      | fossil               | 化石         |
      | carbonate            | 碳酸盐       |
      | none                 | 未封存       |
    并且 本基准案例
      | 事实                     | 值             |
      | 声明措辞                 | 称为负碳       |
      | 数值报告方式             | 生命周期模块   |
      | 足迹的系统边界           | 摇篮到坟墓     |
      | 制造阶段净排放           | -2.8 kgCO2e/kg |
      | 后续阶段净排放           | 0.1 kgCO2e/kg  |
      | D 模块净排放             | 0 kgCO2e/kg    |
      | 声明计入 D 模块          | 否             |
      | 未另列排放               | 0.1 kgCO2e/kg  |
      | 航空运输排放             | 0.02 kgCO2e/kg |
      | 生物源排放               | 0.3 kgCO2e/kg  |
      | 直接土地利用变化排放     | 0 kgCO2e/kg    |
      | 土地利用排放             | 0 kgCO2e/kg    |
      | 化石净排放               | 1.2 kgCO2e/kg  |
      | 生物源清除               | 1.9 kgCO2e/kg  |
      | 直接土地利用变化清除     | 0 kgCO2e/kg    |
      | 土地利用清除             | 0 kgCO2e/kg    |
      | 类别1至4与6至8均已计入   | 是             |
      | 已计土地利用（类别5与9） | 是             |
      | 产品含碳（类别10）计入   | 否             |
      | 封存的生物源碳           | 0 kgCO2e/kg    |
      | 封存的生物源碳已扣减     | 否             |
      | 终端已建模并说明         | 是             |
      | 数值含抵消               | 否             |
      | 所封存碳的来源           | 短周期生物源   |
      | 封存年限                 | 100 年         |
      | 封存有监测并应对逆转     | 是             |
      | 生物源流完整             | 是             |
      | 经独立评审               | 是             |
      | 方法与数据公开           | 是             |

  规则: 无规则禁止的声明

    场景: 基准声明
      当 按 2026-11-20 评定
      那么 判定为 附限定可用
