# language: zh-CN
功能: 广告
  包装类评分卡共同的提问。

  背景:
    假如 词汇表 advertising
    并且 下列依据
      | 编号 | 文件          | 条款 | 确信度 |
      | law  | Claims Act    | 4    | 已核实 |
      | pack | Packaging Act | 2    | 转引   |
      | code | Trade code    | 7    | 转引   |
    并且 下列事实
      | 事实     | 名称     | 类型 | 可选值                 |
      | wording  | 措辞     | 选项 | neutral, better, label |
      | country  | 国家     | 选项 | north, south, abroad   |
      | medium   | 媒介     | 选项 | pack, shelf            |
      | campaign | 广告活动 | 是否 |                        |
      | shown    | 展示期间 | 期间 |                        |
    并且 媒介 的可选值
      | 值   | 名称   |
      | pack | 包装上 |
    并且 下列条件
      | 条件   | 名称     | 成立情形            | 依据 |
      | abroad | 境外销售 | 国家 为 abroad      | law  |
      | abroad |          | 除非 媒介 为 包装上 | pack |
    并且 本基准案例
      | 事实     | 值                       |
      | 措辞     | neutral                  |
      | 国家     | north                    |
      | 媒介     | shelf                    |
      | 广告活动 | 否                       |
      | 展示期间 | 2026-01-01 至 2026-12-31 |
