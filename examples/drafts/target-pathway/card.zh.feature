# language: zh-CN
功能: 目标路径
  草案：企业在某一年是否走在其气候目标的路径上，以及其持续排放须承担什么。

  背景:
    假如 本评分卡
      | 项目     | 内容                     |
      | 编号     | target-pathway           |
      | 版本     | 0.1.0                    |
      | 名称     | 目标路径                 |
      | 评价对象 | company                  |
      | 用途     | 自评                     |
      | 时区     | Europe/London            |
      | 生效日期 | 2027-02-01               |
      | 修约     | 四舍六入五成双, 保留2位  |
      | 不适用项 | 拒绝                     |
      | 不评价   | 行业路径与转型计划的质量 |
    并且 下列依据
      | 编号    | 文件                         | 条款                 | 确信度   | 说明                                                        |
      | v1-rate | SBTi Near-Term Criteria V5.3 | absolute contraction | 转引     | 每年为基准年的 4.2 或 2.5 个百分点                          |
      | c31     | SBTi Corporate Standard V2.0 | C31                  | 转引     | 每千瓦时 0.048 千克，2035 年起 0.024 千克，逐台发电设施判定 |
      | c31-3   | SBTi Corporate Standard V2.0 | C31.3                | 转引     | 15 年；2027 年 2 月 1 日前的合同照旧                        |
      | hourly  | SBTi Corporate Standard V2.0 | hourly recognition   | 转引     | 2029 年底前 50 %，2034 年底前 75 %，2035 年起 90 %          |
      | c45     | SBTi Corporate Standard V2.0 | C45                  | 转引     | 2035 年为 1 %，直线升至 100 %                               |
      | ar6     | IPCC AR6, Working Group I    | Table 7.15           | 转引     | 100 年全球增温潜势                                          |
      | own     | target-pathway               | -                    | 自行解读 | 2050 年净零；2040 年以后的台阶尚未公布                      |
    并且 下列事实
      | 事实      | 名称       | 类型          | 单位  | 可选值                       | 不低于 | 不高于 |
      | ambition  | 雄心       | 选项          |       | one_point_five, well_below_2 |        |        |
      | base_year | 基准年     | 数值          |       |                              | 2015   | 2030   |
      | base      | 基准年排放 | 数值          | tCO2e |                              | 0      |        |
      | year      | 报告年度   | 期间          |       |                              |        |        |
      | in_year   | 年份       | 数值          |       |                              | 2027   | 2060   |
      | inventory | 清单       | 排放条目 列表 |       |                              |        |        |
      | power     | 用电量     | 数值          | MWh   |                              | 0      |        |
      | supplies  | 供电合同   | 供电 列表     |       |                              |        |        |
      | matched   | 逐时匹配率 | 数值          | %     |                              | 0      | 100    |
    并且 雄心 的可选值
      | 值             | 名称            |
      | one_point_five | 1.5 摄氏度      |
      | well_below_2   | 远低于 2 摄氏度 |
    并且 每条 entry 有
      | 字段 | 名称     | 类型 | 单位 | 可选值                                    | 不低于 |
      | line | 行号     | 文本 |      |                                           |        |
      | gas  | 气体     | 选项 |      | co2, ch4_fossil, ch4_biogenic, n2o, other |        |
      | mass | 排放质量 | 数值 | t    |                                           | 0      |
    并且 entry 称为 排放条目
    并且 清单 中 行号 不得重复
    并且 每条 supply 有
      | 字段      | 名称         | 类型 | 单位       | 不低于 |
      | contract  | 合同号       | 文本 |            |        |
      | signed    | 签订日       | 日期 |            |        |
      | used      | 用电日       | 日期 |            |        |
      | age       | 机组年限     | 数值 | 年         | 0      |
      | intensity | 机组排放强度 | 数值 | kgCO2e/kWh | 0      |
      | energy    | 供电量       | 数值 | MWh        | 0      |
    并且 supply 称为 供电
    并且 供电合同 中 合同号 不得重复
    并且 本基准案例
      | 事实       | 值                       |
      | 雄心       | 1.5 摄氏度               |
      | 基准年     | 2022                     |
      | 基准年排放 | 100000 tCO2e             |
      | 报告年度   | 2028-01-01 至 2028-12-31 |
      | 年份       | 2028                     |
      | 用电量     | 1000 MWh                 |
      | 逐时匹配率 | 60 %                     |
    并且 基准案例中 清单 为
      | 行号 | 气体       | 排放质量 |
      | L1   | co2        | 60000 t  |
      | L2   | ch4_fossil | 100 t    |
      | L3   | n2o        | 10 t     |
    并且 基准案例中 供电合同 为
      | 合同号 | 签订日     | 用电日     | 机组年限 | 机组排放强度     | 供电量  |
      | P1     | 2025-06-30 | 2028-07-01 | 20 年    | 0 kgCO2e/kWh     | 400 MWh |
      | P2     | 2027-06-30 | 2028-07-01 | 5 年     | 0.048 kgCO2e/kWh | 500 MWh |

  规则: 基准案例

    场景: 走在路径上的企业
      当 按 2029-03-31 评定
      那么 结果 path 为 74800 tCO2e
      并且 结果 removals 为 0 tCO2e
      并且 结论为 已计分
