# expect: RL090 7:11
# language: zh-CN
功能: 工厂评分卡的共用词

  背景:
    假如 词汇表 office-words
    并且 取自 factory-words 的事实
