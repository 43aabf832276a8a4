# language: zh-CN
功能: 绿证
  哪些绿证有效至何日, 哪些可交易, 某月发电量核发多少, 以及声明是否有为其注销的绿证支撑。

  背景:
    假如 本评分卡
      | 项目     | 内容                                   |
      | 编号     | green-certificate                      |
      | 版本     | 3.1.0                                  |
      | 替代     | 3.0.0                                  |
      | 名称     | 绿证                                   |
      | 评价对象 | claim                                  |
      | 用途     | 自评                                   |
      | 时区     | Asia/Shanghai                          |
      | 生效日期 | 2024-09-01                             |
      | 修约     | 四舍六入五成双, 保留2位                |
      | 不适用项 | 拒绝                                   |
      | 不评价   | 价格, 以及无绿证时电站是否仍会建设     |
      | 不评价   | 同一绿证在他人卷宗中的使用, 申报者除外 |
      | 不评价   | 报道未列明电源可否交易: 待定           |
    并且 下列依据
      | 编号          | 文件                         | 条款                          | 确信度   | 说明                                                                                                                                                                    |
      | unit          | 国家能源局绿证核发和交易规则 | as reported in September 2024 | 转引     | 1个绿证对应1000千瓦时; 当月余量结转次月。                                                                                                                               |
      | validity      | 国家能源局绿证核发和交易规则 | as reported in September 2024 | 转引     | 自发电当月起有效24个月; 到期自动核销。                                                                                                                                  |
      | last-day      | green-certificate            | -                             | 自行解读 | 末日为第24个月月末; 与 zero-carbon-factory 同一规则。                                                                                                                   |
      | before-2024   | 国家能源局绿证核发和交易规则 | as reported in September 2024 | 转引     | 2024-01-01 前发电: 有效至 2025-12-31。                                                                                                                                  |
      | tradable      | 国家能源局绿证核发和交易规则 | as reported in September 2024 | 转引     | 可交易者: 风电、光伏、生物质、地热能与海洋能的上网电量, 不论如何售出; 2023-01-01 起投产且完全市场化的常规水电。此前投产的水电与自用电量核发而不可交易; 独立储能不核发。 |
      | hydro-market  | green-certificate            | -                             | 自行解读 | 2023年起投产而未完全市场化的水电两处均未列: 读作其绿证不支撑任何声明, 自用除外。                                                                                        |
      | hydro-outside | 国家能源局通知               | of 2026-06-26, as reported    | 转引     | 公用电网外存量水电: 2026-07-31 前建账户, 2026-08-31 前补报2023年至2025年电量。                                                                                          |
      | once          | 1044号                       | of 2023, from memory          | 自行解读 | 绿证仅可交易一次; 在已读文本中未找到。                                                                                                                                  |
      | use           | 国家能源局绿证核发和交易规则 | as reported in September 2024 | 转引     | 用于声明即须注销, 注明用途、年度与使用者。                                                                                                                              |
      | double        | green-certificate            | -                             | 自行解读 | 一证一用, 跨制度亦然。                                                                                                                                                  |
      | claim-year    | green-certificate            | -                             | 自行解读 | 在声明年度内注销; 发电在当年或上一年。                                                                                                                                  |
      | deadline      | green-certificate            | -                             | 自行解读 | 期限届满之前尚不知是否遵守: 已办者自其日起计, 评定日期之后者尚未办成。                                                                                                  |
      | proof         | green-certificate            | -                             | 自行解读 | 文件为列明编号的登记摘录、注销凭证与逐月计量表, 另有交易合同; 各证明哪项事实为自行解读。                                                                                |
    并且 下列设定
      | 设定      | 名称         | 可选值                      | 默认值           | 含义                     |
      | vintage   | 发电年份读法 | same_or_previous, same_year | same_or_previous | 上一年发电的绿证是否计入 |
      | one_trade | 仅可交易一次 | assumed, not_assumed        | assumed          | 交易两次的绿证是否不计   |
    并且 发电年份读法 的可选值
      | 值               | 名称             |
      | same_or_previous | 声明年度或上一年 |
      | same_year        | 仅声明年度       |
    并且 仅可交易一次 的可选值
      | 值          | 名称       |
      | assumed     | 视为如此   |
      | not_assumed | 不视为如此 |
    并且 下列事实
      | 事实         | 名称         | 类型              | 单位 | 不低于 | 证据                                   |
      | claim_year   | 声明年度     | 期间              |      |        |                                        |
      | claimed      | 声明的绿电量 | 数值              | MWh  | 0      |                                        |
      | certificates | 绿证         | 绿色电力证书 列表 |      |        | registry-extract, cancellation-receipt |
      | month_kwh    | 当月发电量   | 数值              | kWh  | 0      | meter-sheet                            |
      | remainder    | 上月余量     | 数值              | kWh  | 0      | meter-sheet                            |
    并且 每条 certificate 有
      | 字段           | 名称           | 类型 | 单位 | 可选值                                                             | 不低于 | 整倍数 | 仅部分情形适用 |
      | serial         | 编号           | 文本 |      |                                                                    |        |        |                |
      | pieces         | 张数           | 数值 | 项   |                                                                    | 0      | 1      |                |
      | generated_on   | 发电月内某日   | 日期 |      |                                                                    |        |        |                |
      | source         | 电源           | 选项 |      | wind, pv, biomass, geothermal, ocean, hydro, storage, other_source |        |        |                |
      | commissioned   | 投产日         | 日期 |      |                                                                    |        |        |                |
      | market_sold    | 市场化交易     | 是否 |      |                                                                    |        |        | 是             |
      | self_use       | 自用           | 是否 |      |                                                                    |        |        |                |
      | traded         | 已交易次数     | 数值 | 次   |                                                                    | 0      | 1      |                |
      | cancelled      | 已注销         | 是否 |      |                                                                    |        |        |                |
      | cancelled_on   | 注销日         | 日期 |      |                                                                    |        |        |                |
      | purpose_stated | 注明用途与年度 | 是否 |      |                                                                    |        |        |                |
      | for_claimant   | 为本声明人     | 是否 |      |                                                                    |        |        |                |
      | used_elsewhere | 已用于其他声明 | 是否 |      |                                                                    |        |        |                |
    并且 certificate 称为 绿色电力证书
    并且 电源 的可选值
      | 值           | 名称     |
      | wind         | 风电     |
      | pv           | 光伏     |
      | biomass      | 生物质   |
      | geothermal   | 地热能   |
      | ocean        | 海洋能   |
      | hydro        | 水电     |
      | storage      | 独立储能 |
      | other_source | 其他电源 |
    并且 绿证 中 编号 不得重复
    并且 本基准案例
      | 事实         | 值                       |
      | 声明年度     | 2026-01-01 至 2026-12-31 |
      | 声明的绿电量 | 3 MWh                    |
      | 当月发电量   | 1234567 kWh              |
      | 上月余量     | 400 kWh                  |
    并且 基准案例中 绿证 为
      | 编号 | 张数 | 发电月内某日 | 电源 | 投产日     | 市场化交易 | 自用 | 已交易次数 | 已注销 | 注销日     | 注明用途与年度 | 为本声明人 | 已用于其他声明 |
      | G-1  | 2 项 | 2025-03-01   | 风电 | 2021-05-01 | 是         | 否   | 1 次       | 是     | 2026-03-31 | 是             | 是         | 否             |
      | G-2  | 1 项 | 2024-12-01   | 光伏 | 2022-05-01 | 是         | 否   | 0 次       | 否     | 2026-11-30 | 否             | 是         | 否             |

  规则: 声明3兆瓦时而仅有两张绿证

    场景: 缺一张
      当 按 2026-11-20 评定
      那么 量 有支撑的电量 为 2 MWh
      并且 量 所缺绿证 为 1 项
      并且 门槛 G8 不满足
      并且 结论为 门槛未过
