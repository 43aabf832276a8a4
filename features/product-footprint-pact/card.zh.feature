# language: zh-CN
功能: PACT 数据模型中的产品碳足迹
  3.0 版产品碳足迹记录是否完整、在使用日有效且加总一致，
  其采用的初级数据占比与数据质量为何。

  背景:
    假如 本评分卡
      | 项目     | 内容                                                   |
      | 编号     | product-footprint-pact                                 |
      | 版本     | 1.0.0                                                  |
      | 名称     | PACT 数据模型中的产品碳足迹                            |
      | 评价对象 | product                                                |
      | 用途     | 自评                                                   |
      | 时区     | Etc/UTC                                                |
      | 生效日期 | 2025-04-01                                             |
      | 修约     | 四舍六入五成双, 保留2位                                |
      | 不适用项 | 拒绝                                                   |
      | 不评价   | 所申报事项的证明文件：记录本身、核查声明及其背后的计算 |
      | 不评价   | 数据模型的其他版本                                     |
      | 不评价   | 数值是否正确（由核查机构判断）                         |
      | 不评价   | 各行业规则（阈值未查到）                               |
      | 不评价   | 各个字段（评分卡仅核对必填字段是否齐全）               |
    并且 下列依据
      | 编号       | 文件                   | 条款             | 确信度   | 说明                                                                                                                                |
      | fields     | PACT data model 3.0    | required fields  | 已核实   | 足迹记录须采用 PACT 数据模型 3.0 版，并载明该模型要求的全部字段。                                                                   |
      | validity   | PACT data model 3.0    | lifecycle        | 已核实   | 记录自参考期末起三年内可用。记录载明有效期的，其起止均须在该三年之内。已弃用的记录不得使用。                                        |
      | sums       | PACT Methodology 3     | 3.3.1            | 已核实   | 所载不含吸收的足迹须为各部分之和。所载含吸收的足迹须为该和加生物源吸收，吸收不大于零。                                              |
      | near       | product-footprint-pact | -                | 自行解读 | 方法学未规定加总的容差。允许相差 0.01 kgCO2e，或所载值的 0.5%（若更大），由无默认值的设定选择。所载初级数据占比可差 0.01 个百分点。 |
      | exempt     | PACT Methodology 3     | 3.3.1.2          | 自行解读 | 产品排放中至多 5% 可豁免计入足迹。来源所载为旧版的限值，3 版沿用系自行解读。                                                        |
      | period     | PACT data model 3.0    | reference period | 已核实   | 记录的参考期起始日须早于截止日。参考期含起始日，不含截止日。                                                                        |
      | items      | product-footprint-pact | -                | 自行解读 | 数据模型的记录不载足迹各项。申请方另行提供各项的，初级数据占比与数据质量评级由各项计算；否则采用所载值。                            |
      | primary    | PACT Methodology 3     | 4.2.2            | 已核实   | 记录须载明初级数据占比，即来自初级数据的排放占不含吸收足迹的比例，各项均取绝对值。                                                  |
      | whole      | product-footprint-pact | -                | 自行解读 | 所见来源未规定初级数据不低于足迹各项绝对值合计时的初级数据占比。本评分卡按 100 % 计。方法学若对此另有规定，则从其规定。             |
      | quality    | PACT Methodology 3     | 4.2.3            | 已核实   | 记录须载明技术、地域与时间三项数据质量评级，各为 1 至 5，按排放加权。2027-12-31 之后须载明，该日系自行解读。                        |
      | land       | PACT Methodology 3     | 3.3.1            | 已核实   | 2027-12-31 之后，产品存在土地或生物源流的，记录须载明土地管理排放。                                                                 |
      | packaging  | PACT Methodology 3     | 3.3.1.1          | 已核实   | 不含包装的记录不得载明包装排放。                                                                                                    |
      | places     | PACT Methodology 3     | 3.2.3            | 已核实   | 记录至多载明一处地域：地区、国家或国内行政区三者之一。                                                                              |
      | potentials | PACT Methodology 3     | 3.2.2            | 已核实   | 足迹须采用第六次评估报告（AR6）的增温潜势，除非不可行。记录未列 AR6 的，提出观察项。                                                |
      | standards  | PACT Methodology 3     | 3.1.2            | 已核实   | 不推荐仅依 PAS 2050 计算足迹。此时提出观察项，记录仍可接受。                                                                        |
      | credit     | PACT Methodology 3     | 3.3.2.5          | 已核实   | 记录将捕集的碳计为抵扣的，须链接该抵扣的认证。                                                                                      |
      | mass       | PACT Methodology 3     | 3.2.4            | 已核实   | 声明单位为能源、运输或服务的，其质量须为 0 kg。                                                                                     |
      | entered    | product-footprint-pact | -                | 自行解读 | 记录须载明全部必填字段。是否齐全由申请方声明，或自记录读取。                                                                        |
    并且 下列设定
      | 设定      | 名称     | 可选值                  | 含义                                                    |
      | tolerance | 加总容差 | hundredth, half_percent | 加总仅可差 0.01 kgCO2e，还是可差所载值的 0.5%（若更大） |
    并且 下列事实
      | 事实              | 名称                       | 类型          | 单位   | 可选值                                                                                                           | 不低于 | 不高于 | 整倍数 | 可在将来 | 既定 |
      | version           | 数据模型版本               | 选项          |        | v3_0, another                                                                                                    |        |        |        |          | 是   |
      | status            | 记录状态                   | 选项          |        | active, deprecated                                                                                               |        |        |        |          | 是   |
      | complete          | 必填字段均已载明           | 是否          |        |                                                                                                                  |        |        |        |          |      |
      | unit              | 声明单位                   | 选项          |        | liter, kilogram, cubic_meter, kilowatt_hour, megajoule, ton_kilometer, square_meter, piece, hour, megabit_second |        |        |        |          |      |
      | mass              | 声明单位质量               | 数值          | kg     |                                                                                                                  | 0      |        |        |          |      |
      | period_start      | 参考期起                   | 日期          |        |                                                                                                                  |        |        |        | 是       |      |
      | period_end        | 参考期末（不含）           | 日期          |        |                                                                                                                  |        |        |        | 是       |      |
      | validity_stated   | 载明有效期                 | 是否          |        |                                                                                                                  |        |        |        |          |      |
      | valid_from        | 有效期起                   | 日期          |        |                                                                                                                  |        |        |        | 是       |      |
      | valid_until       | 有效期止（不含）           | 日期          |        |                                                                                                                  |        |        |        | 是       |      |
      | used_on           | 使用日                     | 日期          |        |                                                                                                                  |        |        |        | 是       | 是   |
      | fossil            | 化石排放                   | 数值          | kgCO2e |                                                                                                                  | 0      |        |        |          |      |
      | land_use          | 土地利用变化排放           | 数值          | kgCO2e |                                                                                                                  | 0      |        |        |          |      |
      | land_co2          | 土地管理二氧化碳           | 数值          | kgCO2e |                                                                                                                  | 0      |        |        |          |      |
      | land_removed      | 土地管理清除               | 数值          | kgCO2e |                                                                                                                  |        | 0      |        |          |      |
      | other_removed     | 技术清除与封存             | 数值          | kgCO2e |                                                                                                                  |        | 0      |        |          |      |
      | non_co2           | 生物源非二氧化碳排放       | 数值          | kgCO2e |                                                                                                                  | 0      |        |        |          |      |
      | uptake            | 生物源吸收                 | 数值          | kgCO2e |                                                                                                                  |        |        |        |          |      |
      | without_uptake    | 所载不含吸收足迹           | 数值          | kgCO2e |                                                                                                                  |        |        |        |          |      |
      | with_uptake       | 所载含吸收足迹             | 数值          | kgCO2e |                                                                                                                  |        |        |        |          |      |
      | exempted          | 豁免排放比例               | 数值          | %      |                                                                                                                  | 0      | 100    |        |          |      |
      | primary_told      | 已载明初级数据占比         | 是否          |        |                                                                                                                  |        |        |        |          |      |
      | primary_stated    | 所载初级数据占比           | 数值          | %      |                                                                                                                  | 0      | 100    |        |          |      |
      | quality_stated    | 已载明数据质量             | 是否          |        |                                                                                                                  |        |        |        |          |      |
      | technology_stated | 所载技术评级               | 数值          |        |                                                                                                                  |        |        |        |          |      |
      | geography_stated  | 所载地域评级               | 数值          |        |                                                                                                                  |        |        |        |          |      |
      | time_stated       | 所载时间评级               | 数值          |        |                                                                                                                  |        |        |        |          |      |
      | land_flows        | 存在土地或生物源流         | 是否          |        |                                                                                                                  |        |        |        |          |      |
      | land_stated       | 已载明土地管理             | 是否          |        |                                                                                                                  |        |        |        |          |      |
      | packaging_in      | 含包装                     | 是否          |        |                                                                                                                  |        |        |        |          |      |
      | packaging         | 包装排放                   | 数值          | kgCO2e |                                                                                                                  | 0      |        |        |          |      |
      | places            | 所载地区、国家与行政区之数 | 数值          |        |                                                                                                                  | 0      | 3      | 1      |          |      |
      | ar6               | 评估报告含 AR6             | 是否          |        |                                                                                                                  |        |        |        |          |      |
      | pas_only          | 仅用 PAS 2050              | 是否          |        |                                                                                                                  |        |        |        |          |      |
      | credit            | 捕集的碳计为抵扣           | 是否          |        |                                                                                                                  |        |        |        |          |      |
      | certified         | 已链接抵扣认证             | 是否          |        |                                                                                                                  |        |        |        |          |      |
      | items_told        | 另行给出各项               | 是否          |        |                                                                                                                  |        |        |        |          |      |
      | items             | 足迹项目                   | 项目条目 列表 |        |                                                                                                                  |        |        |        |          |      |
    并且 每条 item 有
      | 字段       | 名称           | 类型 | 单位   | 不低于 | 不高于 |
      | record     |                | 文本 |        |        |        |
      | emitted    | 项目排放       | 数值 | kgCO2e |        |        |
      | primary    | 项目数据为初级 | 是否 |        |        |        |
      | technology | 项目技术评级   | 数值 |        | 1      | 5      |
      | geography  | 项目地域评级   | 数值 |        | 1      | 5      |
      | time       | 项目时间评级   | 数值 |        | 1      | 5      |
    并且 item 称为 项目条目
    并且 足迹项目 中 record 不得重复
    并且 数据模型版本 的可选值
      | 值      | 名称     |
      | v3_0    | 3.0 版   |
      | another | 其他版本 |
    并且 记录状态 的可选值
      | 值         | 名称   |
      | active     | 有效   |
      | deprecated | 已弃用 |
    并且 声明单位 的可选值
      | 值             | 名称       |
      | liter          | 升         |
      | kilogram       | 千克       |
      | cubic_meter    | 立方米     |
      | kilowatt_hour  | 千瓦时     |
      | megajoule      | 兆焦       |
      | ton_kilometer  | 吨公里     |
      | square_meter   | 平方米     |
      | piece          | 件         |
      | hour           | 小时       |
      | megabit_second | 兆比特每秒 |
    并且 本基准案例
      | 事实                       | 值          |
      | 数据模型版本               | 3.0 版      |
      | 记录状态                   | 有效        |
      | 必填字段均已载明           | 是          |
      | 声明单位                   | 千克        |
      | 声明单位质量               | 1 kg        |
      | 参考期起                   | 2025-01-01  |
      | 参考期末（不含）           | 2026-01-01  |
      | 载明有效期                 | 否          |
      | 有效期起                   | 2026-01-01  |
      | 有效期止（不含）           | 2029-01-01  |
      | 使用日                     | 2028-12-31  |
      | 化石排放                   | 4.1 kgCO2e  |
      | 土地利用变化排放           | 0.2 kgCO2e  |
      | 土地管理二氧化碳           | 0.05 kgCO2e |
      | 土地管理清除               | -0.1 kgCO2e |
      | 技术清除与封存             | 0 kgCO2e    |
      | 生物源非二氧化碳排放       | 0.15 kgCO2e |
      | 生物源吸收                 | -1.2 kgCO2e |
      | 所载不含吸收足迹           | 4.4 kgCO2e  |
      | 所载含吸收足迹             | 3.2 kgCO2e  |
      | 豁免排放比例               | 5 %         |
      | 已载明初级数据占比         | 是          |
      | 所载初级数据占比           | 34.09 %     |
      | 已载明数据质量             | 是          |
      | 所载技术评级               | 1.93        |
      | 所载地域评级               | 2.07        |
      | 所载时间评级               | 2.66        |
      | 另行给出各项               | 是          |
      | 存在土地或生物源流         | 是          |
      | 已载明土地管理             | 是          |
      | 含包装                     | 否          |
      | 包装排放                   | 0 kgCO2e    |
      | 所载地区、国家与行政区之数 | 1           |
      | 评估报告含 AR6             | 是          |
      | 仅用 PAS 2050              | 否          |
      | 捕集的碳计为抵扣           | 否          |
      | 已链接抵扣认证             | 否          |
    并且 基准案例中 足迹项目 为
      | record    | 项目排放   | 项目数据为初级 | 项目技术评级 | 项目地域评级 | 项目时间评级 |
      | coil      | 2.6 kgCO2e | 否             | 2            | 2            | 3            |
      | power     | 0.9 kgCO2e | 是             | 1            | 1            | 2            |
      | transport | 0.6 kgCO2e | 是             | 2            | 3            | 2            |
      | coating   | 0.3 kgCO2e | 否             | 4            | 4            | 3            |

  规则: 涂层卷材

    场景: 有效期最后一日
      当 按 2028-12-31 评定
      那么 量 excluding 为 4.4 kgCO2e
      并且 量 including 为 3.2 kgCO2e
      并且 门槛 PA-02 满足
      并且 门槛 PA-12 满足
      并且 门槛 PA-15 满足
      并且 结论为 已计分
