# language: zh-CN
功能: 工厂评分卡的共用词

  背景:
    假如 词汇表 factory-words
    并且 取自 office-words 的事实
    并且 下列事实
      | 事实  | 名称       | 类型 | 单位 | 不低于 | 不高于 |
      | share | 可再生占比 | 数值 | %    | 0      | 100    |
    并且 本基准案例
      | 事实  | 值   |
      | share | 80 % |
