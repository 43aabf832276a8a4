# language: zh-CN
功能: 逐年增长的边境收费
  草案，依据尚未成为法律的美国《清洁竞争法案》：进口货物碳强度高于基准的部分
  应缴多少；基准逐年下降，价格逐年增长。

  背景:
    假如 本评分卡
      | 项目     | 内容                                         |
      | 编号     | border-charge                                |
      | 版本     | 0.1.0                                        |
      | 名称     | 逐年增长的边境收费                           |
      | 评价对象 | import                                       |
      | 用途     | 自评                                         |
      | 时区     | America/New_York                             |
      | 生效日期 | 2024-01-01                                   |
      | 修约     | 四舍六入五成双, 保留2位                      |
      | 不适用项 | 拒绝                                         |
      | 不评价   | 是否真有欠款：各法案均只提出，尚无一成为法律 |
      | 不评价   | 含有受管货物的制成品，其重量界限未查到       |
      | 不评价   | 境外已付碳价、退费与碳俱乐部                 |
      | 不评价   | 海关编码与行业的对应：未查到对照表           |
    并且 下列依据
      | 编号       | 文件                  | 条款               | 确信度   | 说明                                                 |
      | scope      | Clean Competition Act | covered industries | 转引     | 十二个行业，依转述                                   |
      | first-2022 | S.4355 of 2022-06-07  | 4692               | 转引     | 2024 年为 55 美元，其后每年按 5 % 加通货膨胀率增长   |
      | first-2025 | S.3523 of 2025-12-17  | 4692               | 转引     | 2026 年为 60 美元，其后每年比通货膨胀率高 6 个百分点 |
      | line       | S.4355 of 2022-06-07  | 4692               | 转引     | 其后四年每年减 2.5，再其后每年减 5                   |
      | charge     | Clean Competition Act | 4692               | 转引     | 超出部分乘以质量乘以价格                             |
      | least      | Clean Competition Act | 4692, 22 USC 2151v | 转引     | 相对最不发达国家除外                                 |
      | exporter   | Clean Competition Act | 4692               | 转引     | 凭记忆：出口该货物占全球 3 % 及以上者不豁免          |
      | own        | border-charge         | -                  | 自行解读 | 2022 年的百分比也用于 2025 年法案；恰好相等不算超出  |
    并且 下列设定
      | 设定       | 名称             | 可选值           | 默认值 | 含义                                       |
      | bill       | 法案版本         | b2022, b2025     |        | 按哪一版法案；没有默认                     |
      | escalation | 增长与通胀的合并 | added, compound  | added  | 通货膨胀率与增长率相加，还是相乘           |
      | decline    | 基准下降方式     | points, compound | points | 按首年的百分点下降，还是按上年的百分比下降 |
    并且 法案版本 的可选值
      | 值    | 名称        |
      | b2022 | 2022 年法案 |
      | b2025 | 2025 年法案 |
    并且 下列事实
      | 事实      | 名称         | 类型 | 单位    | 可选值                                                                                                                                                     | 不低于 | 不高于 | 证据             |
      | industry  |              | 选项 |         | fossil_fuels, refined_petroleum, petrochemicals, fertiliser, hydrogen, adipic_acid, cement, iron_steel, aluminium, glass, pulp_paper, ethanol, not_covered |        |        |                  |
      | entered   | 进口日       | 日期 |         |                                                                                                                                                            |        |        | customs-entry    |
      | mass      | 净重         | 数值 | t       |                                                                                                                                                            | 0      |        | customs-entry    |
      | intensity | 货物碳强度   | 数值 | tCO2e/t |                                                                                                                                                            | 0      |        | emissions-report |
      | average   | 行业平均     | 数值 | tCO2e/t |                                                                                                                                                            | 0      |        |                  |
      | inflation | 年通货膨胀率 | 数值 | %       |                                                                                                                                                            | 0      | 100    |                  |
      | least     | 最不发达国家 | 是否 |         |                                                                                                                                                            |        |        |                  |
      | exports   | 出口占比     | 数值 | %       |                                                                                                                                                            | 0      | 100    |                  |
    并且 下列条件
      | 条件     | 名称       | 成立情形                 | 依据     |
      | left_out | 原产地豁免 | 最不发达国家 为 是       | least    |
      | left_out |            | 除非 出口占比 不低于 3 % | exporter |
    并且 本基准案例
      | 事实         | 值          |
      | industry     | iron_steel  |
      | 进口日       | 2028-05-10  |
      | 净重         | 12000 t     |
      | 货物碳强度   | 2.1 tCO2e/t |
      | 行业平均     | 1.4 tCO2e/t |
      | 年通货膨胀率 | 2.5 %       |
      | 最不发达国家 | 否          |
      | 出口占比     | 1 %         |
    并且 本评分卡适用于 industry 不为 not_covered

  规则: 基准案例

    场景: 未选定法案版本时收费待定
      当 按 2026-11-20 评定
      那么 量 charge 介于 587288.625 USD 与 838167.342138 USD 之间(含)

    场景: 依 2025 年法案，强度为平均一倍半的钢
      假如 设定 bill 为 b2025
      当 按 2026-11-20 评定
      那么 结果 charge_due 为 652653.54 USD
      并且 结论为 已计分

    场景: 不受管者不评价
      假如 industry 为 not_covered
      当 按 2026-11-20 评定
      那么 结论为 不适用
