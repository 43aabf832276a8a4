# language: zh-CN
功能: 范围二电力与凭证
  哪些证书、合同与供应商因子可取自身因子，用电按位置与按市场各排放多少。两个结果，不得相加。

  背景:
    假如 本评分卡
      | 项目     | 内容                                                           |
      | 编号     | scope-2-instruments                                            |
      | 版本     | 3.0.0                                                          |
      | 替代     | 2.0.0                                                          |
      | 名称     | 范围二电力与凭证                                               |
      | 评价对象 | company                                                        |
      | 用途     | 自评                                                           |
      | 时区     | Etc/UTC                                                        |
      | 生效日期 | 2026-11-25                                                     |
      | 修约     | 四舍六入五成双, 保留3位                                        |
      | 不适用项 | 拒绝                                                           |
      | 不评价   | 所申报事项背后的文件：证书及其注销、合同、供应商声明、电表读数 |
      | 不评价   | 证书的发电须距使用多近：指南无数值，以录入为准                 |
      | 不评价   | 哪些国家构成同一市场，以及电网与剩余组合的因子（以录入为准）   |
      | 不评价   | 逐时匹配（指南修订后或将要求）                                 |
    并且 下列依据
      | 编号           | 文件                          | 条款      | 确信度   | 说明                                                                                                 |
      | criteria       | GHG Protocol Scope 2 Guidance | table 7.1 | 转引     | 凭记忆：凭证载有其排放率、为其声明的唯一凭证、已为公司注销、发电邻近使用且属同一市场。               |
      | supplier       | GHG Protocol Scope 2 Guidance | table 7.1 | 转引     | 凭记忆：供应商因子以交付电量为基础，含为客户注销的证书。                                             |
      | direct         | GHG Protocol Scope 2 Guidance | table 7.1 | 转引     | 凭记忆：合同仅向公司转让其声明，或无其他凭证载有该声明。                                             |
      | residual       | GHG Protocol Scope 2 Guidance | table 7.1 | 转引     | 凭记忆：有剩余组合则采用之，无则说明其缺失。                                                         |
      | order          | GHG Protocol Scope 2 Guidance | hierarchy | 转引     | 凭记忆：证书、合同、供应商因子，其次剩余组合，再次电网平均。                                         |
      | dual           | GHG Protocol Scope 2 Guidance | reporting | 转引     | 凭记忆：按位置与按市场的结果均须报告。                                                               |
      | surplus        | scope-2-instruments           | -         | 自行解读 | 为某市场所购超出其用电者不计；多项凭证计入者按比例取用。                                             |
      | nothing-bought | scope-2-instruments           | -         | 自行解读 | 所见来源未规定未为某市场购买凭证时凭证承载的排放。我们计为零。指南若对此类市场另有规定，则从其规定。 |
    并且 下列事实
      | 事实          | 名称               | 类型      | 既定 |
      | location_told | 已报告按位置的结果 | 是否      |      |
      | market_told   | 已报告按市场的结果 | 是否      |      |
      | markets       | 用电市场           | 市场 列表 | 是   |
      | instruments   | 电力凭证           | 凭证 列表 | 是   |
    并且 每条 market 有
      | 字段           | 名称           | 类型 | 单位       | 不低于 |
      | market         |                | 文本 |            |        |
      | used           | 该市场用电量   | 数值 | MWh        | 0      |
      | grid           | 电网平均因子   | 数值 | kgCO2e/kWh | 0      |
      | residual_known | 已公布剩余组合 | 是否 |            |        |
      | residual       | 剩余组合因子   | 数值 | kgCO2e/kWh | 0      |
      | absence_told   | 已说明其缺失   | 是否 |            |        |
    并且 market 称为 市场
    并且 用电市场 中 market 不得重复
    并且 每条 instrument 有
      | 字段          | 名称                         | 类型 | 单位       | 可选值                          | 不低于 | 仅部分情形适用 |
      | record        |                              | 文本 |            |                                 |        |                |
      | market_of_use | 所用于的市场                 | 文本 |            |                                 |        |                |
      | kind          | 凭证种类                     | 选项 |            | certificate, contract, supplier |        |                |
      | amount        | 凭证电量                     | 数值 | MWh        |                                 | 0      |                |
      | rated         | 载有所发电力的排放率         | 是否 |            |                                 |        |                |
      | rate          | 凭证排放率                   | 数值 | kgCO2e/kWh |                                 | 0      |                |
      | sole          | 无其他凭证载有其声明         | 是否 |            |                                 |        |                |
      | retired       | 已为公司注销                 | 是否 |            |                                 |        |                |
      | near          | 发电尽可能邻近使用           | 是否 |            |                                 |        |                |
      | same_market   | 发电属该市场                 | 是否 |            |                                 |        |                |
      | delivered     | 以交付电量为基础并含客户证书 | 是否 |            |                                 |        | 是             |
      | handed_over   | 声明仅转让于公司             | 是否 |            |                                 |        | 是             |
    并且 instrument 称为 凭证
    并且 每条 凭证 按 所用于的市场 归属 用电市场
    并且 电力凭证 中 record 不得重复
    并且 凭证种类 的可选值
      | 值          | 名称       |
      | certificate | 证书       |
      | contract    | 直接合同   |
      | supplier    | 供应商因子 |
    并且 本基准案例
      | 事实               | 值 |
      | 已报告按位置的结果 | 是 |
      | 已报告按市场的结果 | 是 |
    并且 基准案例中 用电市场 为
      | market | 该市场用电量 | 电网平均因子   | 已公布剩余组合 | 剩余组合因子   | 已说明其缺失 |
      | M1     | 1000 MWh     | 0.5 kgCO2e/kWh | 是             | 0.6 kgCO2e/kWh | 否           |
    并且 基准案例中 电力凭证 为
      | record | 所用于的市场 | 凭证种类 | 凭证电量 | 载有所发电力的排放率 | 凭证排放率      | 无其他凭证载有其声明 | 已为公司注销 | 发电尽可能邻近使用 | 发电属该市场 | 以交付电量为基础并含客户证书 | 声明仅转让于公司 |
      | C1     | M1           | 证书     | 400 MWh  | 是                   | 0.01 kgCO2e/kWh | 是                   | 是           | 是                 | 是           | 是                           | 是               |

  规则: 一千兆瓦时中的四百

    场景: 两个结果不相加
      当 按 2026-12-01 评定
      那么 量 by_location 为 500 tCO2e
      并且 量 by_market 为 364 tCO2e
      并且 量 rest_all 为 600 MWh
      并且 门槛 S2-02 满足
      并且 门槛 S2-08 不适用
      并且 不开具 S2-01
      并且 结论为 已计分
