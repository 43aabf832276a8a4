# language: zh-CN
功能: 含查表的最小评分卡

  背景:
    假如 本评分卡
      | 项目     | 内容                    |
      | 编号     | smallest                |
      | 版本     | 1.0.0                   |
      | 名称     | 最小评分卡              |
      | 评价对象 | importer                |
      | 用途     | 自评                    |
      | 时区     | Europe/Brussels         |
      | 生效日期 | 2026-01-01              |
      | 修约     | 四舍六入五成双, 保留2位 |
      | 不适用项 | 剔除后按比例换算        |
    并且 下列依据
      | 编号  | 文件         | 条款 | 确信度 |
      | guide | Guide 1-2026 | 4.2  | 已核实 |
    并且 下列参考表
      | 编号    | 参考表            |
      | factors | cbam-grid-factors |
    并且 下列事实
      | 事实  | 名称     | 类型      |
      | sites | 场所清单 | site 列表 |
    并且 每条 site 有
      | 字段    | 名称   | 类型 | 单位 | 不低于 |
      | name    | 场所   | 文本 |      |        |
      | country | 国家   | 文本 |      |        |
      | power   | 用电量 | 数值 | MWh  | 0      |
    并且 场所清单 中 场所 不得重复
    并且 基准案例中 场所清单 为
      | 场所 | 国家 | 用电量 |
      | S-1  | BR   | 10 MWh |
    并且 每条 site 的量 因子 (factor), 以 tCO2e/MWh 计, 查自 factor 列, 依据 guide
      | 参考表  | 键                                    |
      | factors | use 为 'consumed'; country 为 国家    |
      | factors | use 为 'consumed'; country 为 'other' |
    并且 每条 site 的量 排放 (indirect), 以 tCO2e 计, 依据 guide
      | 为            |
      | 因子 * 用电量 |
    并且 量 总排放 (total), 以 tCO2e 计, 为 场所清单 的 排放 之和, 依据 guide
    并且 下列结果
      | 结果      | 取自   | 修约    | 依据  |
      | total_due | 总排放 | 保留2位 | guide |

  规则: 排放
    场景: 基准案例
      当 按 2026-08-01 评定
      那么 量 总排放 为 0.96 tCO2e
