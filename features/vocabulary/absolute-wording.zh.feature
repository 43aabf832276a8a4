# language: zh-CN
功能: 绝对化用语之证明
  法律允许经证明的绝对化用语时, 所用的事实。

  背景:
    假如 词汇表 absolute-wording
    并且 下列事实
      | 事实                    | 名称               | 类型 |
      | absolute_wording_proved | 绝对化用语已获证明 | 是否 |
    并且 本基准案例
      | 事实               | 值 |
      | 绝对化用语已获证明 | 是 |
