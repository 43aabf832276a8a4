# language: zh-CN
功能: 加拿大绿色声明
  《竞争法》, 含 2026 年 3 月修订前后。

  背景:
    假如 本评分卡
      | 项目     | 内容                                                                                                                                                               |
      | 编号     | green-claim-ca                                                                                                                                                     |
      | 版本     | 1.3.1                                                                                                                                                              |
      | 替代     | 1.3.0                                                                                                                                                              |
      | 名称     | 加拿大绿色声明                                                                                                                                                     |
      | 评价对象 | claim                                                                                                                                                              |
      | 用途     | 自评                                                                                                                                                               |
      | 时区     | America/Toronto                                                                                                                                                    |
      | 生效日期 | 2026-11-20                                                                                                                                                         |
      | 修约     | 四舍六入五成双, 保留2位                                                                                                                                            |
      | 不适用项 | 拒绝                                                                                                                                                               |
      | 不评价   | 证据是否真实                                                                                                                                                       |
      | 不评价   | 所列事实未描述的措辞                                                                                                                                               |
      | 不评价   | 私人向裁判所起诉的途径                                                                                                                                             |
      | 不评价   | 仅依证券法向投资者披露的内容 (竞争局2025-06-05指引); 摘入推广者为商业沟通 (转引自 torys.com)                                                                       |
      | 不评价   | 所申报事项背后的文件, 此处一概不要求: 声明按对这些文件的申报判定, 如生命周期评价、碳足迹、环境产品声明、检测、标识证书、碳信用或绿电的登记簿摘录、发票、计划或研究 |
    并且 下列依据
      | 编号      | 文件            | 条款                                                    | 确信度   | 说明                                                                                                           |
      | b1        | Competition Act | 74.01(1)(b.1)                                           | 转引     | 转引自 mondaq.com (1772310、1721860)。                                                                         |
      | b1-words  | Competition Act | 74.01(1)(b.1), told in other words                      | 自行解读 | 法律本身转引自 mondaq.com (1772310、1721860); 未经证实即视为未经测试, 以及以声明对象判断适用何项, 系我方解读。 |
      | c59       | Competition Act | 74.01(1)(b.2) as enacted by C-59                        | 转引     | 转引自 mondaq.com (1772310、1721860)。                                                                         |
      | c59-words | Competition Act | 74.01(1)(b.2) as enacted by C-59, told in other words   | 自行解读 | 法律本身转引自 mondaq.com (1772310、1721860); 未经证实即视为未经测试, 以及以声明对象判断适用何项, 系我方解读。 |
      | c15       | Competition Act | 74.01(1)(b.2) as amended by C-15                        | 转引     | 转引自 mondaq.com (1772310、1721860)。                                                                         |
      | c15-words | Competition Act | 74.01(1)(b.2) as amended by C-15, told in other words   | 自行解读 | 法律本身转引自 mondaq.com (1772310、1721860); 未经证实即视为未经测试, 以及以声明对象判断适用何项, 系我方解读。 |
      | a1        | Competition Act | 74.01(1)(a) and 74.03, general impression               | 自行解读 | 凭一般知识, 未与文本核对。                                                                                     |
      | a1-top    | Competition Act | 74.01(1)(a) and (b), absolute words that are not proven | 自行解读 | 最高级用语依其措辞属于重要方面的陈述 (a) 或未经充分适当检验的性能陈述 (b); 未经证实即属其一, 系我方解读。      |
      | otherwise | green-claim-ca  | no rule of this card holds                              | 自行解读 | 本评分卡所编规则均不反对, 不等于法院亦然。                                                                     |
    并且 取自 claim-facts 的事实
    并且 取自 absolute-wording 的事实
    并且 下列事实
      | 事实                    | 名称                 | 类型 | 可选值                    |
      | adequate_test           | 声明前经充分适当测试 | 是否 |                           |
      | adequate_substantiation | 充分适当的依据       | 是否 |                           |
      | recognised_methodology  | 国际公认方法         | 是否 |                           |
      | ca_claim                | 声明涉及             | 选项 | the_product, the_business |
    并且 声明涉及 的可选值
      | 值           | 名称         |
      | the_product  | 产品益处     |
      | the_business | 企业或其活动 |
    并且 本基准案例
      | 事实                 | 值       |
      | 声明前经充分适当测试 | 是       |
      | 充分适当的依据       | 是       |
      | 国际公认方法         | 是       |
      | 声明涉及             | 产品益处 |

  规则: 无可反对的声明

    场景: 基准声明
      当 按 2026-11-20 评定
      那么 判定为 合规

    场景: 不适用于机构性
      假如 kind 为 institutional
      当 按 2026-11-20 评定
      那么 结论为 不适用

    场景: 不适用于法律要求的报告
      假如 kind 为 mandatory_report
      当 按 2026-11-20 评定
      那么 结论为 不适用
