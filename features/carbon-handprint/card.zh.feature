# language: zh-CN
功能: 碳手印
  避免排放可否称为碳手印: 功能、用途、市场、时间与方法相同时, 被替代者足迹减去方案足迹。

  背景:
    假如 本评分卡
      | 项目     | 内容                                                                               |
      | 编号     | carbon-handprint                                                                   |
      | 版本     | 3.0.0                                                                              |
      | 替代     | 2.0.0                                                                              |
      | 名称     | 碳手印                                                                             |
      | 评价对象 | claim                                                                              |
      | 用途     | 自评                                                                               |
      | 时区     | Etc/UTC                                                                            |
      | 生效日期 | 2018-01-01                                                                         |
      | 修约     | 四舍六入五成双, 保留2位                                                            |
      | 不适用项 | 拒绝                                                                               |
      | 不评价   | 数值是否真实                                                                       |
      | 不评价   | 所问之外的措辞, 见绿色声明评分卡                                                   |
      | 不评价   | 所申报事项背后的文件, 未知应有何种者: 起因、基准的选取、市场上有何产品、扣减与交易 |
    并且 下列依据
      | 编号             | 文件                                 | 条款                                                      | 确信度   | 说明                                                                                                                                         |
      | guide            | Carbon Handprint Guide (VTT and LUT) | version 2                                                 | 转引     |                                                                                                                                              |
      | handprint-report | Carbon Handprint Guide (VTT and LUT) | as told in a trade report of 2024                         | 转引     |                                                                                                                                              |
      | each             | Carbon Handprint Guide (VTT and LUT) | several baselines, as told in a trade report of 2024      | 自行解读 | 该报告举例说明同一方案的碳手印因基准而异。两者均列示时须各有碳手印, 系自行解读。                                                             |
      | otherwise        | carbon-handprint                     | no rule of this card holds                                | 自行解读 | 本评分卡所编规则均不反对, 不等于法院亦然。                                                                                                   |
      | new-kind         | Carbon Handprint Guide (VTT and LUT) | products of a new kind, as told in a trade report of 2024 | 转引     | 市场上无同类产品者, 就客户有无该产品两种情形比较: 第一基准即无该产品的情形, 不问其功能相同与市场可得。边界、方法与数据仍须一致, 系自行解读。 |
      | proof            | carbon-handprint                     | -                                                         | 自行解读 | 文件为方案与基准的碳足迹报告与核查声明; 各证明哪项事实为自行解读。其余事实未列文件, 声明即可。                                               |
    并且 下列事实
      | 事实               | 名称                   | 类型 | 单位      | 可选值                                  | 不低于 | 证据                                     |
      | cause              | 起因                   | 选项 |           | better_solution, lower_output, shutdown |        |                                          |
      | baselines          | 基准数                 | 选项 |           | one, mean_of_two, each_of_two, new_kind |        |                                          |
      | first_baseline     | 第一基准足迹           | 数值 | kgCO2e/kg |                                         | 0      | footprint-report, verification-statement |
      | second_baseline    | 第二基准足迹           | 数值 | kgCO2e/kg |                                         | 0      | footprint-report, verification-statement |
      | solution           | 方案足迹               | 数值 | kgCO2e/kg |                                         | 0      | footprint-report, verification-statement |
      | same_function      | 功能与用途相同         | 是否 |           |                                         |        | footprint-report                         |
      | on_the_market      | 该时间与地区市场上可得 | 是否 |           |                                         |        |                                          |
      | consistent_method  | 边界、方法与数据一致   | 是否 |           |                                         |        | footprint-report                         |
      | baseline_justified | 基准有理由             | 是否 |           |                                         |        | footprint-report                         |
      | netted             | 抵减自身清册           | 是否 |           |                                         |        |                                          |
      | traded             | 作为信用交易           | 是否 |           |                                         |        |                                          |
      | reviewed           | 经独立评审             | 是否 |           |                                         |        | verification-statement                   |
    并且 起因 的可选值
      | 值              | 名称     |
      | better_solution | 更优方案 |
      | lower_output    | 减产     |
      | shutdown        | 停产     |
    并且 基准数 的可选值
      | 值          | 名称                 |
      | one         | 一个                 |
      | mean_of_two | 两种被替代用途的平均 |
      | each_of_two | 两个, 分别列示       |
      | new_kind    | 市场无同类           |
    并且 本基准案例
      | 事实                   | 值           |
      | 起因                   | 更优方案     |
      | 基准数                 | 一个         |
      | 第一基准足迹           | 30 kgCO2e/kg |
      | 第二基准足迹           | 60 kgCO2e/kg |
      | 方案足迹               | 22 kgCO2e/kg |
      | 功能与用途相同         | 是           |
      | 该时间与地区市场上可得 | 是           |
      | 边界、方法与数据一致   | 是           |
      | 基准有理由             | 是           |
      | 抵减自身清册           | 否           |
      | 作为信用交易           | 否           |
      | 经独立评审             | 是           |

  规则: 无可反对的声明

    场景: 基准声明
      当 按 2026-11-20 评定
      那么 判定为 附限定可用
