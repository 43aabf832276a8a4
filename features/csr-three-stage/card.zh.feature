# language: zh-CN
功能: 企业碳中和社会责任三阶段评价
  中国节能协会与亿欧智库的中国企业碳中和社会责任评价。企业依其披露归入某一阶段, 各阶段计入的指标递增, 最高分别为
  16、52、100 分。每一指标按水平、趋势、对比、整合评分。

  十六个指标及其权重的图未能取得: 六个名称有载明, 其余为重构, 标为自行解读。

  背景:
    假如 本评分卡
      | 项目     | 内容                                 |
      | 编号     | csr-three-stage                      |
      | 版本     | 1.3.0                                |
      | 替代     | 1.2.0                                |
      | 名称     | 企业碳中和社会责任三阶段评价         |
      | 评价对象 | company                              |
      | 用途     | 评级                                 |
      | 时区     | Asia/Shanghai                        |
      | 生效日期 | 2022-01-01                           |
      | 修约     | 四舍六入五成双, 保留2位              |
      | 不适用项 | 拒绝                                 |
      | 不评价   | 公开披露之外的实际作为               |
      | 不评价   | 所披露数据是否真实; 不含核查         |
      | 不评价   | 编制方未印行的十六个指标的原定分值   |
      | 不评价   | 不同阶段、行业或规模的企业之间的先后 |
      | 不评价   | 法定披露义务                         |
    并且 下列依据
      | 编号           | 文件                                     | 条款                                                                         | 确信度   | 说明                                                                                                                                                                                                                                                 |
      | stages-printed | 中国企业碳中和社会责任评价体系与使用指南 | preliminary judgement of the stage                                           | 已核实   | 由中国节能协会与亿欧智库印行, 四句判定, 分别对应 5、10、16 个指标与最高 16、52、100 分。                                                                                                                                                             |
      | stages-default | csr-three-stage                          | stages that the four sentences leave open                                    | 自行解读 | 评价主要依靠公开披露: 环境保护意识须有环境信息披露, 碳中和意识须有双碳信息或环境信息披露, 方为履行; 有意识而无相应披露, 或有披露而无意识, 均不视为履行。有碳中和意识而仅披露环境信息归第一阶段。已量化披露碳排放即显示意识, 未表明意识亦归第三阶段。 |
      | names-given    | 中国企业碳中和社会责任评价体系与使用指南 | six indicators named in the applied evaluation of power companies            | 已核实   | 正文仅载明这六个名称; 十六个指标的图未能取得。                                                                                                                                                                                                       |
      | tree           | csr-three-stage                          | names and places of the sixteen indicators                                   | 自行解读 | 十个名称及全部十六个指标的位置由报告目录与所述责任重构。持有原图的机构应予替换。                                                                                                                                                                     |
      | weights-method | 中国企业碳中和社会责任评价体系与使用指南 | weights by the precedence chart                                              | 已核实   | 优序图法有载明; 判断矩阵与权重未载明。                                                                                                                                                                                                               |
      | weights        | csr-three-stage                          | judgements of importance and the weights from them                           | 自行解读 | 重要性次序为自行解读。严格的十六项优序图不能恰得 100 分中的 16 与 52 分, 故各段按所载最高分 16、36、48 换算。                                                                                                                                        |
      | levels         | 中国企业碳中和社会责任评价体系与使用指南 | table of six spans and four aspects                                          | 已核实   | 六个区间有载明, 本评分卡以自己的文字转述。水平一栏依正文分为披露的量与内容。                                                                                                                                                                         |
      | rise           | 中国企业碳中和社会责任评价体系与使用指南 | n and the rise by 5 % with two or three of trend, comparison and integration | 已核实   | 所载示例: 披露 30%, 趋势有利, 部分水平较好, 报告详细并有规划, 取 35%。                                                                                                                                                                               |
      | readings       | csr-three-stage                          | readings of the level, of reaching it, of the trend and of nothing disclosed | 自行解读 | 水平取各评分的平均值; 等于 n 视为达到; 自 30% 起趋势文字相同, 故趋势有利即达到任何 n; 水平为 0% 时不上升。各读法均为设定。                                                                                                                           |
      | tracks         | 中国企业碳中和社会责任评价体系与使用指南 | stages, industries, sizes and maturities are evaluated apart                 | 已核实   | 高阶段披露少的企业并不劣于低阶段披露多的企业; 行业与规模的分类为自行解读。                                                                                                                                                                           |
      | consistency    | csr-three-stage                          | facts that contradict each other                                             | 自行解读 | 报告载有排放数值即为已量化。                                                                                                                                                                                                                         |
      | findings       | csr-three-stage                          | observations and their severity                                              | 自行解读 | 报告未载; 用以提示何处采用了默认判定, 以及第三阶段电力企业的薄弱之处。                                                                                                                                                                               |
    并且 下列设定
      | 设定          | 名称       | 可选值              | 默认值   | 含义                                                           |
      | level_reading | 水平读法   | mean, band_middle   | mean     | 水平取披露量与内容两项评分的平均值, 还是其所在区间中值的平均值 |
      | reach_reading | 达到读法   | at_least, more_than | at_least | 某方面等于水平 n 时是否视为达到                                |
      | trend_reading | 趋势读法   | by_text, by_number  | by_text  | 趋势评分不低于 30% 即为有利, 是否因其文字相同而视为达到任何 n  |
      | zero_reading  | 未披露读法 | stays, rises        | stays    | 水平为 0% 而其余方面同为 0% 时是否上升                         |
    并且 水平读法 的可选值
      | 值          | 名称       |
      | mean        | 评分平均值 |
      | band_middle | 区间中值   |
    并且 达到读法 的可选值
      | 值        | 名称          |
      | at_least  | 等于 n 即达到 |
      | more_than | 须高于 n      |
    并且 趋势读法 的可选值
      | 值        | 名称   |
      | by_text   | 按文字 |
      | by_number | 按数值 |
    并且 未披露读法 的可选值
      | 值    | 名称           |
      | stays | 不上升         |
      | rises | 照印行文字上升 |
    并且 下列分组
      | 分组 | 名称   | 满分 |
      | E    | 环境   | 16   |
      | L    | 低碳   | 36   |
      | Q    | 碳量化 | 48   |

  规则: 文字未定的读法由提问者选择

    场景大纲: 评分等于水平
      假如 设定 达到读法 为 <读法>
      并且 能源使用披露量 为 30 %
      并且 能源使用内容 为 30 %
      并且 能源使用趋势 为 30 %
      并且 能源使用对比 为 30 %
      并且 能源使用整合 为 10 %
      当 按 2026-06-30 评定
      那么 指标 C2 达到 <达到> %

      例子:
        | 读法          | 达到 |
        | 等于 n 即达到 | 35   |
        | 须高于 n      | 30   |
