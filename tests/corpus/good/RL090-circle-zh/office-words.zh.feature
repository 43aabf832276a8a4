# language: zh-CN
功能: 工厂评分卡的共用词

  背景:
    假如 词汇表 office-words
    并且 下列事实
      | 事实  | 类型 |
      | named | 是否 |
