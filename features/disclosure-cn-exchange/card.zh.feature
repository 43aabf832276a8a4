# language: zh-CN
功能: 依中国交易所指引的可持续发展报告
  上市公司是否须披露可持续发展报告，是否按时披露，
  其中是否载有气候数据与重要性评估。

  背景:
    假如 本评分卡
      | 项目     | 内容                                             |
      | 编号     | disclosure-cn-exchange                           |
      | 版本     | 1.0.1                                            |
      | 替代     | 1.0.0                                            |
      | 名称     | 中国境内上市公司可持续发展报告                   |
      | 评价对象 | company                                          |
      | 用途     | 自评                                             |
      | 时区     | Asia/Shanghai                                    |
      | 生效日期 | 2024-05-01                                       |
      | 修约     | 四舍六入五成双, 保留2位                          |
      | 不适用项 | 拒绝                                             |
      | 不评价   | 所申报事项背后的文件：已披露的报告、指数成分资格 |
      | 不评价   | 所述内容的质量，以及何者重要的判断               |
      | 不评价   | 以哪一天的指数成分为准（未查到）                 |
      | 不评价   | 香港交易所                                       |
      | 不评价   | 21 个议题各自的内容（仅问数量）                  |
    并且 下列依据
      | 编号      | 文件                                                         | 条款 | 确信度   | 说明                                                                                                                    |
      | duty      | Guidelines of the Chinese exchanges on sustainability report | -    | 转引     | 2024-04-12 发布的三份指引，自 2024-05-01 施行：上证180、科创50、深证100、创业板指数样本公司，以及境内外同时上市的公司。 |
      | voluntary | Guidelines of the Chinese exchanges on sustainability report | -    | 转引     | 其他上市公司自愿披露。                                                                                                  |
      | first     | Guidelines of the Chinese exchanges on sustainability report | -    | 转引     | 首份须披露的报告为 2025 年度报告，期限为 2026-04-30。                                                                   |
      | deadline  | Guidelines of the Chinese exchanges on sustainability report | -    | 转引     | 会计年度结束后四个月内。                                                                                                |
      | scopes    | Guidelines of the Chinese exchanges on sustainability report | -    | 转引     | 范围一和范围二须披露，范围三鼓励披露。                                                                                  |
      | double    | Guidelines of the Chinese exchanges on sustainability report | -    | 转引     | 须就 21 个议题评估财务重要性和影响重要性。                                                                              |
      | day       | disclosure-cn-exchange                                       | -    | 自行解读 | 指数成分按录入计，因来源未说明以哪一天为准。年度在 2025-12-31 之前结束的，无披露义务。                                  |
      | entered   | disclosure-cn-exchange                                       | -    | 自行解读 | 未披露的报告自期限次日起为逾期。未为单个事实指定证明文件：声明即可。                                                    |
    并且 下列事实
      | 事实          | 名称                                             | 类型 | 不低于 | 不高于 | 整倍数 | 既定 |
      | index_member  | 公司属于上证180、科创50、深证100或创业板指数样本 | 是否 |        |        |        | 是   |
      | listed_abroad | 公司境内外同时上市                               | 是否 |        |        |        | 是   |
      | year          | 报告的会计年度                                   | 期间 |        |        |        |      |
      | published     | 报告已披露                                       | 是否 |        |        |        | 是   |
      | published_on  | 披露日                                           | 日期 |        |        |        |      |
      | scope_1       | 已披露范围一                                     | 是否 |        |        |        |      |
      | scope_2       | 已披露范围二                                     | 是否 |        |        |        |      |
      | scope_3       | 已披露范围三                                     | 是否 |        |        |        |      |
      | financial     | 已评估财务重要性                                 | 是否 |        |        |        |      |
      | impact        | 已评估影响重要性                                 | 是否 |        |        |        |      |
      | topics        | 已评估重要性的议题数                             | 数值 | 0      | 21     | 1      |      |
    并且 本基准案例
      | 事实                                             | 值                       |
      | 公司属于上证180、科创50、深证100或创业板指数样本 | 是                       |
      | 公司境内外同时上市                               | 否                       |
      | 报告的会计年度                                   | 2025-01-01 至 2025-12-31 |
      | 报告已披露                                       | 是                       |
      | 披露日                                           | 2026-04-28               |
      | 已披露范围一                                     | 是                       |
      | 已披露范围二                                     | 是                       |
      | 已披露范围三                                     | 否                       |
      | 已评估财务重要性                                 | 是                       |
      | 已评估影响重要性                                 | 是                       |
      | 已评估重要性的议题数                             | 21                       |

  规则: 深证100样本公司 2025 年度

    场景: 4 月 28 日披露，未含范围三
      当 按 2026-06-01 评定
      那么 门槛 CN-03 满足
      并且 门槛 CN-04 满足
      并且 门槛 CN-05 满足
      并且 开具观察项 CN-S3
      并且 结论为 已计分
