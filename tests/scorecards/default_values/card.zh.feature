# language: zh-CN
功能: 采用缺省值的货物

  背景:
    假如 本评分卡
      | 项目     | 内容                           |
      | 编号     | default-values                 |
      | 版本     | 1.0.0                          |
      | 名称     | 采用缺省值的货物               |
      | 评价对象 | importer                       |
      | 用途     | 自评                           |
      | 时区     | Europe/Brussels                |
      | 生效日期 | 2026-01-01                     |
      | 修约     | 四舍六入五成双, 保留2位        |
      | 不适用项 | 剔除后按比例换算               |
      | 不评价   | 所申报事项的证明文件: 海关申报 |
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
    并且 每条 货物 的量 行业 (sector), 为词, 查自 sector 列, 依据 defaults
      | 参考表 | 键                  |
      | scope  | cn_code 为 商品编码 |
    并且 每条 货物 的量 缺省值 (default), 以 tCO2e/t 计, 查自 total 列, 依据 defaults
      | 参考表   | 键                                      |
      | defaults | cn_code 为 商品编码; country 为 原产国  |
      | defaults | cn_code 为 商品编码; country 为 'other' |
    并且 每条 货物 的量 生产路线 (route), 为词, 查自 route 列, 依据 defaults
      | 参考表   | 键                                      |
      | defaults | cn_code 为 商品编码; country 为 原产国  |
      | defaults | cn_code 为 商品编码; country 为 'other' |
    并且 每条 货物 的量 加成 (rate), 查自 rate 列, 依据 defaults
      | 参考表  | 键                                      |
      | mark_up | sector 为 行业; year 为 进口日期 的年份 |
    并且 每条 货物 的量 基准值 (benchmark), 以 tCO2e/t 计, 查自 value 列, 依据 shares
      | 参考表     | 键                                                                             |
      | benchmarks | cn_code 为 商品编码; column 为 'B'; route 为 生产路线; year 为 进口日期 的年份 |
    并且 每条 货物 的量 保留比例 (retained), 查自 retained 列, 依据 shares
      | 参考表 | 键                      |
      | shares | year 为 进口日期 的年份 |
    并且 每条 货物 的量 cscf, 查自 cscf 列, 依据 shares
      | 参考表 | 键                      |
      | shares | year 为 进口日期 的年份 |
    并且 每条 货物 的量 价格 (price), 以 EUR/tCO2e 计, 查自 price 列, 依据 price
      | 参考表 | 键                         |
      | prices | quarter 为 进口日期 的季度 |
    并且 每条 货物 的量 单位排放 (see), 以 tCO2e/t 计, 依据 defaults
      | 为                  |
      | 缺省值 * (1 + 加成) |
    并且 每条 货物 的量 免费分配 (sefa), 以 tCO2e/t 计, 依据 shares
      | 为                       |
      | 保留比例 * cscf * 基准值 |
    并且 每条 货物 的量 义务 (obligation), 以 tCO2e 计, 依据 shares
      | 为                                         |
      | max(单位排放 - 免费分配, 0 tCO2e/t) * 净重 |
    并且 每条 货物 的量 成本 (cost), 以 EUR 计, 依据 price
      | 为          |
      | 义务 * 价格 |
    并且 量 应缴证书 (certificates), 以 tCO2e 计, 为 进口货物 的 义务 之和, 依据 shares
    并且 量 钢铁应缴 (steel), 以 tCO2e 计, 为 进口货物 的 义务 之和, 依据 shares
      | 其中                   |
      | 行业 为 iron_and_steel |
    并且 量 总成本 (total_cost), 以 EUR 计, 为 进口货物 的 成本 之和, 依据 price
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
