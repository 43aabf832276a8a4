# language: zh-CN
功能: 采用缺省值的货物

  背景:
    假如 本评分卡
      | 项目     | 内容                    |
      | 编号     | default-values          |
      | 版本     | 1.0.0                   |
      | 名称     | 采用缺省值的货物        |
      | 评价对象 | importer                |
      | 用途     | 自评                    |
      | 时区     | Europe/Brussels         |
      | 生效日期 | 2026-01-01              |
      | 修约     | 四舍六入五成双, 保留2位 |
      | 不适用项 | 剔除后按比例换算        |
    并且 下列依据
      | 编号     | 文件              | 条款    | 确信度 |
      | defaults | IR (EU) 2025/2621 | Art. 1  | 转引   |
      | shares   | IR (EU) 2025/2620 | Annex 3 | 转引   |
      | price    | Reg. 2023/956     | 21(1)   | 已核实 |
    并且 下列参考表
      | 编号       | 参考表                 | 版次       | 依据     |
      | defaults   | cbam-default-values    |            | defaults |
      | scope      | cbam-annex-i           |            |          |
      | mark_up    | cbam-mark-up           | 2025-12-31 | defaults |
      | benchmarks | cbam-benchmarks        |            | shares   |
      | shares     | cbam-retained-share    |            | shares   |
      | prices     | cbam-certificate-price |            | price    |
    并且 下列事实
      | 事实  | 名称     | 类型      |
      | goods | 进口货物 | 货物 列表 |
    并且 每条 good 有
      | 字段        | 名称     | 类型 | 单位 | 不低于 |
      | line        | 行号     | 文本 |      |        |
      | cn_code     | 商品编码 | 文本 |      |        |
      | origin      | 原产国   | 文本 |      |        |
      | imported_on | 进口日期 | 日期 |      |        |
      | net_mass    | 净重     | 数值 | t    | 0      |
    并且 good 称为 货物
    并且 进口货物 中 行号 不得重复
    并且 基准案例中 进口货物 为
      | 行号 | 商品编码 | 原产国 | 进口日期   | 净重   |
      | L1   | 72083900 | BR     | 2026-05-10 | 1000 t |
    并且 下列查表, 逐条 货物
      | 量        | 名称     | 单位      | 列       | 参考表     | 键                                                                             | 依据     |
      | sector    | 行业     | 词        | sector   | scope      | cn_code 为 商品编码                                                            | defaults |
      | default   | 缺省值   | tCO2e/t   | total    | defaults   | cn_code 为 商品编码; country 为 原产国                                         | defaults |
      | default   |          |           |          | defaults   | cn_code 为 商品编码; country 为 'other'                                        | defaults |
      | route     | 生产路线 | 词        | route    | defaults   | cn_code 为 商品编码; country 为 原产国                                         | defaults |
      | route     |          |           |          | defaults   | cn_code 为 商品编码; country 为 'other'                                        | defaults |
      | rate      | 加成     |           | rate     | mark_up    | sector 为 行业; year 为 进口日期 的年份                                        | defaults |
      | benchmark | 基准值   | tCO2e/t   | value    | benchmarks | cn_code 为 商品编码; column 为 'B'; route 为 生产路线; year 为 进口日期 的年份 | shares   |
      | retained  | 保留比例 |           | retained | shares     | year 为 进口日期 的年份                                                        | shares   |
      | cscf      |          |           | cscf     | shares     | year 为 进口日期 的年份                                                        | shares   |
      | price     | 价格     | EUR/tCO2e | price    | prices     | quarter 为 进口日期 的季度                                                     | price    |
    并且 下列量, 逐条 货物
      | 量         | 名称     | 单位    | 计算                                       | 依据     |
      | see        | 单位排放 | tCO2e/t | 缺省值 * (1 + 加成)                        | defaults |
      | sefa       | 免费分配 | tCO2e/t | 保留比例 * cscf * 基准值                   | shares   |
      | obligation | 义务     | tCO2e   | max(单位排放 - 免费分配, 0 tCO2e/t) * 净重 | shares   |
      | cost       | 成本     | EUR     | 义务 * 价格                                | price    |
    并且 下列合计, 取自 进口货物
      | 量           | 名称     | 单位  | 合计 | 其中                   | 依据   |
      | certificates | 应缴证书 | tCO2e | 义务 |                        | shares |
      | steel        | 钢铁应缴 | tCO2e | 义务 | 行业 为 iron_and_steel | shares |
      | total_cost   | 总成本   | EUR   | 成本 |                        | price  |
    并且 下列结果
      | 结果             | 名称   | 取自     | 修约    | 依据   |
      | certificates_due | 证书数 | 应缴证书 | 保留2位 | shares |
      | steel_due        | 钢铁   | 钢铁应缴 | 保留2位 | shares |
      | cost_due         | 费用   | 总成本   | 保留2位 | price  |

  规则: 已公布的案例

    场景: 巴西热轧卷
      当 按 2026-11-20 评定
      那么 货物 L1 的量 缺省值 为 1.62 tCO2e/t
      并且 货物 L1 的量 生产路线 为词 C
      并且 货物 L1 的量 单位排放 为 1.782 tCO2e/t
      并且 量 应缴证书 为 446.25 tCO2e

    场景: 尚未公布的季度价格决不沿用上一季度
      假如 进口货物 为
        | 行号 | 商品编码 | 原产国 | 进口日期   | 净重   |
        | L1   | 72083900 | BR     | 2026-08-10 | 1000 t |
      当 按 2026-11-20 评定
      那么 货物 L1 的量 价格 因参考表 prices 待定
      并且 量 总成本 因参考表 prices 待定
