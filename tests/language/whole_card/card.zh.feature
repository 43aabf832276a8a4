# language: zh-CN
功能: 用到每一种句式的评分卡
  仅为导出而设；数值没有含义。

  背景:
    假如 本评分卡
      | 项目     | 内容                    |
      | 编号     | whole-card              |
      | 版本     | 1.2.0                   |
      | 替代     | 1.1.0                   |
      | 名称     | 全卡                    |
      | 评价对象 | factory                 |
      | 用途     | 核查声明                |
      | 时区     | Asia/Shanghai           |
      | 生效日期 | 2026-01-01              |
      | 失效日期 | 2028-12-31              |
      | 修约     | 四舍六入五成双, 保留2位 |
      | 比较     | 修约后                  |
      | 不适用项 | 剔除后按比例换算        |
      | 不评价   | 噪声                    |
      | 不评价   | 气味 \| 异味            |
    并且 下列依据
      | 编号    | 文件         | 条款    | 确信度   | 说明                 |
      | guide   | Guide 1-2026 | 4.2     | 已核实   |                      |
      | table-3 | Guide 1-2026 | Table 3 | 转引     | 转引自该处，未见原文 |
      | own     | This card    | 1       | 自行解读 |                      |
    并且 下列设定
      | 设定    | 名称     | 可选值           | 默认值 | 含义                 |
      | reading |          | cascade, literal |        | 未达条件时是否降一级 |
      | scope   | 范围读法 | wide, narrow     | wide   |                      |
    并且 范围读法 的可选值
      | 值     | 名称     |
      | wide   | 全部场所 |
      | narrow | 主场所   |
    并且 下列事实
      | 事实       | 名称           | 类型      | 单位 | 可选值            | 不低于 | 不高于 | 证据                       | 保证等级 | 不早于  | 可不适用 |
      | violations | 违法次数       | 数值      | 次   |                   | 0      |        | regulator-record           |          | 24 个月 |          |
      | share      | 可再生能源占比 | 数值      | %    |                   | 0      | 100    | meter-reading, certificate | 有限保证 |         |          |
      | energy     | 用能           | 数值      | MWh  |                   | 0      |        |                            | 合理保证 |         |          |
      | output     |                | 数值      | t    |                   | 0.5    |        |                            |          |         |          |
      | system     | 能源管理体系   | 选项      |      | absent, certified |        |        |                            |          |         | 是       |
      | media      | 媒介           | 多选      |      | web, print        |        |        |                            |          |         |          |
      | public     | 公开           | 是否      |      |                   |        |        |                            |          |         |          |
      | issued     | 签发日         | 日期      |      |                   |        |        |                            |          |         |          |
      | claim_year | 声明年度       | 期间      |      |                   |        |        |                            |          |         |          |
      | registry   | 登记簿         | 文本      |      |                   |        |        |                            |          |         |          |
      | credits    | 碳信用         | 信用 列表 |      |                   |        |        | registry-extract           |          |         |          |
    并且 能源管理体系 的可选值
      | 值        | 名称   |
      | certified | 已认证 |
    并且 每条 credit 有
      | 字段    | 名称   | 类型 | 单位  | 可选值             | 不低于 |
      | serial  | 序列号 | 文本 |       |                    |        |
      | account |        | 文本 |       |                    |        |
      | amount  | 数量   | 数值 | tCO2e |                    | 0      |
      | kind    | 种类   | 选项 |       | removal, reduction |        |
      | retired |        | 日期 |       |                    |        |
    并且 种类 的可选值
      | 值        | 名称 |
      | removal   | 清除 |
      | reduction | 减排 |
    并且 credit 称为 信用
    并且 碳信用 中 序列号 不得重复
    并且 碳信用 中 account 不得重复
    并且 本基准案例
      | 事实           | 值                       |
      | 违法次数       | 0 次                     |
      | 可再生能源占比 | 85.50 %                  |
      | 用能           | 1200 MWh                 |
      | output         | 1000 t                   |
      | 能源管理体系   | 已认证                   |
      | 媒介           | web, print               |
      | 公开           | 是                       |
      | 签发日         | 2025-11-01               |
      | 声明年度       | 2025-01-01 至 2025-12-31 |
      | 登记簿         | CCER                     |
    并且 基准案例中 碳信用 为
      | 序列号 | account | 数量     | 种类 | retired    |
      | A-1    | X-1     | 20 tCO2e | 清除 | 2025-06-30 |
      | A-2    | X-2     | 5 tCO2e  | 减排 |            |
