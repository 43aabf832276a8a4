# language: zh-CN
功能: 碳手印
  避免排放可否称为碳手印: 功能、用途、市场、时间与方法相同时, 被替代者足迹减去方案足迹。

  背景:
    假如 本评分卡
      | 项目     | 内容                                                                         |
      | 编号     | carbon-handprint                                                             |
      | 版本     | 1.0.0                                                                        |
      | 名称     | 碳手印                                                                       |
      | 评价对象 | claim                                                                        |
      | 用途     | 自评                                                                         |
      | 时区     | Etc/UTC                                                                      |
      | 生效日期 | 2018-01-01                                                                   |
      | 修约     | 四舍六入五成双, 保留2位                                                      |
      | 不适用项 | 拒绝                                                                         |
      | 不评价   | 申报数值是否真实                                                             |
      | 不评价   | 所填事实之外的措辞（见绿色声明评分卡）                                       |
      | 不评价   | 所申报事项背后尚无固定形式的文件：起因、基准的选取、市场上的产品、抵减与交易 |
    并且 下列依据
      | 编号             | 文件                                 | 条款                                                          | 确信度   | 说明                                                                                                                                                                                                                                                             |
      | guide            | Carbon Handprint Guide (VTT and LUT) | version 2                                                     | 转引     | 碳手印为基准的碳足迹减去方案的碳足迹；取代两种用途的，取两个基准碳足迹的均值（2024年行业报告）。基准须功能与用途相同、市场可得，且边界、方法与数据一致。碳手印须大于零，且不得从公司自身的排放清册中扣减。转引自 vttresearch.com、9pdf.co 与 granlundgroup.com。 |
      | handprint-report | Carbon Handprint Guide (VTT and LUT) | as reported in a trade report of 2024                         | 转引     | 减产或停产不构成碳手印，碳手印不得作为信用交易。基准的选择须经论证，碳手印须经独立评审。转引自行业报告（Climate Bridge，2024年第三季度）。                                                                                                                       |
      | each             | Carbon Handprint Guide (VTT and LUT) | several baselines, as reported in a trade report of 2024      | 自行解读 | 碳手印为基准的碳足迹减去方案的碳足迹。故碳手印因基准而异，2024年行业报告有此例。两个基准分别列示的，我方要求相对于每个基准的碳手印均大于零。                                                                                                                     |
      | otherwise        | carbon-handprint                     | no rule of this scorecard applies                             | 自行解读 | 本评分卡各条规则均未禁止该碳手印声明，故附条件允许；法院仍可能作出不同判断。                                                                                                                                                                                     |
      | new-kind         | Carbon Handprint Guide (VTT and LUT) | products of a new kind, as reported in a trade report of 2024 | 转引     | 市场上无可比产品的，将客户无该方案时的碳足迹与有该方案时的碳足迹相比（2024年行业报告）。此时基准不要求功能相同与市场可得。边界、方法与数据仍须一致，系自行解读。                                                                                                 |
      | proof            | carbon-handprint                     | -                                                             | 自行解读 | 来源未说明以何文件证明碳手印。方案与各基准的碳足迹须附碳足迹报告与核查声明，系自行解读。未列证明材料的事实，申请方声明即可。                                                                                                                                     |
    并且 下列事实
      | 事实               | 名称                         | 类型 | 单位      | 可选值                                  | 不低于 | 证据                                     |
      | cause              | 避免排放的起因               | 选项 |           | better_solution, lower_output, shutdown |        |                                          |
      | baselines          | 基准类型                     | 选项 |           | one, mean_of_two, each_of_two, new_kind |        |                                          |
      | first_baseline     | 第一基准足迹                 | 数值 | kgCO2e/kg |                                         | 0      | footprint-report, verification-statement |
      | second_baseline    | 第二基准足迹                 | 数值 | kgCO2e/kg |                                         | 0      | footprint-report, verification-statement |
      | solution           | 方案足迹                     | 数值 | kgCO2e/kg |                                         | 0      | footprint-report, verification-statement |
      | same_function      | 基准的功能与用途相同         | 是否 |           |                                         |        | footprint-report                         |
      | on_the_market      | 基准在该时间与地区市场上可得 | 是否 |           |                                         |        |                                          |
      | consistent_method  | 边界、方法与数据一致         | 是否 |           |                                         |        | footprint-report                         |
      | baseline_justified | 基准选取有理由               | 是否 |           |                                         |        | footprint-report                         |
      | netted             | 碳手印抵减自身清册           | 是否 |           |                                         |        |                                          |
      | traded             | 碳手印作为信用交易           | 是否 |           |                                         |        |                                          |
      | reviewed           | 经独立评审                   | 是否 |           |                                         |        | verification-statement                   |
    并且 避免排放的起因 的可选值
      | 值              | 名称     |
      | better_solution | 更优方案 |
      | lower_output    | 减产     |
      | shutdown        | 停产     |
    并且 基准类型 的可选值
      | 值          | 名称                 |
      | one         | 单一基准             |
      | mean_of_two | 两种被替代用途的平均 |
      | each_of_two | 两个基准分别列示     |
      | new_kind    | 市场无同类产品       |
    并且 本基准案例
      | 事实                         | 值           |
      | 避免排放的起因               | 更优方案     |
      | 基准类型                     | 单一基准     |
      | 第一基准足迹                 | 30 kgCO2e/kg |
      | 第二基准足迹                 | 60 kgCO2e/kg |
      | 方案足迹                     | 22 kgCO2e/kg |
      | 基准的功能与用途相同         | 是           |
      | 基准在该时间与地区市场上可得 | 是           |
      | 边界、方法与数据一致         | 是           |
      | 基准选取有理由               | 是           |
      | 碳手印抵减自身清册           | 否           |
      | 碳手印作为信用交易           | 否           |
      | 经独立评审                   | 是           |

  规则: 无规则禁止的声明

    场景: 基准声明
      当 按 2026-11-20 评定
      那么 判定为 附限定可用
