# language: zh-CN
功能: 报告数值
  随星级载入报告的数值, 各修约至两位小数; 任何判定均不以修约后的数值作出。

  背景:
    假如 评分卡 zero-carbon-factory

  规则: 五个数值
    背景:
      假如 下列结果
        | 结果               | 名称                 | 取自           | 修约    | 依据                 |
        | residual_emissions | 核算年度剩余排放量   | 剩余排放量     | 保留2位 | residual, definition |
        | offset_reached     | 达到的抵消比例       | 抵消比例       | 保留2位 | star-table           |
        | removal_reached    | 达到的清除比例       | 清除比例       | 保留2位 | star-table           |
        | renewable_reached  | 达到的可再生电力占比 | 可再生电力占比 | 保留2位 | electricity-share    |
        | score_reached      | 百分制得分           | 总分           | 保留2位 | table-b1             |

    场景: 示例工厂的报告
      当 按 2025-06-30 评定
      那么 结果 核算年度剩余排放量 为 6000 tCO2e
      并且 结果 达到的抵消比例 为 50 %
      并且 结果 达到的清除比例 为 10 %
      并且 结果 达到的可再生电力占比 为 80 %
      并且 结果 百分制得分 为 111551/1500
