# language: zh-CN
功能: 以本语言试写的境外体系
  并非待发布的评分卡：每个体系取一条已读到条文或转述的规则，看语言能否写出。

  背景:
    假如 本评分卡
      | 项目     | 内容                    |
      | 编号     | systems-abroad          |
      | 版本     | 0.1.0                   |
      | 名称     | 以本语言试写的境外体系  |
      | 评价对象 | company                 |
      | 用途     | 自评                    |
      | 时区     | Europe/London           |
      | 生效日期 | 2024-01-01              |
      | 修约     | 四舍六入五成双, 保留2位 |
      | 不适用项 | 拒绝                    |
      | 不评价   | 任何一个体系的全部      |
    并且 下列依据
      | 编号     | 文件                                | 条款                          | 确信度   |
      | a64      | A6.4-STAN-METH-003, -004            | regulatory analysis, baseline | 转引     |
      | cdm      | Paris Agreement Crediting Mechanism | transition of the CDM         | 已核实   |
      | sbti-v1  | SBTi Near-Term Criteria V5.3        | C4, C6, C18                   | 转引     |
      | sbti-v2  | SBTi Corporate Standard V2.0        | A.1, C5.7                     | 转引     |
      | re100    | RE100 Technical Criteria v4.1       | age, markets                  | 转引     |
      | scope-2  | GHG Protocol Scope 2 Guidance       | quality criteria              | 转引     |
      | iso14064 | ISO 14064-1                         | 8                             | 转引     |
      | cdp      | CDP scoring methodology             | levels                        | 转引     |
      | csrd     | Directive (EU) 2026/470             | scope                         | 转引     |
      | ifrs     | IFRS S2                             | 29                            | 转引     |
      | icvcm    | ICVCM Assessment Framework          | two keys                      | 转引     |
      | corsia   | CORSIA Emissions Unit Eligibility   | 2024-2026                     | 转引     |
      | sg       | Singapore Carbon Pricing Act        | ICC framework                 | 转引     |
      | kr       | K-ETS phase 4                       | allocation                    | 转引     |
      | vcmi     | VCMI Claims Code                    | tiers                         | 转引     |
      | oxford   | Oxford Principles                   | 2, 3                          | 转引     |
      | iso14067 | ISO 14067                           | 6.3, 6.4                      | 转引     |
      | pact     | PACT Methodology and Data Model v3  | 3.3.1, 4.2.2, lifecycle       | 已核实   |
      | bond     | Regulation (EU) 2023/2631           | 4, 5                          | 转引     |
      | taxonomy | Delegated Regulation (EU) 2021/2139 | 3.9                           | 转引     |
      | uk       | Finance Act 2026                    | 149                           | 已核实   |
      | own      | systems-abroad                      | -                             | 自行解读 |
    并且 下列事实
      | 事实      | 名称       | 类型 | 单位 | 不低于 | 整倍数 | 可在将来 |
      | asked_on  | 询问日     | 日期 |      |        |        | 是       |
      | answer_on | 答复日     | 日期 |      |        |        | 是       |
      | grace     | 约定天数   | 数值 | 天   | 0      | 1      |          |
      | employees |            | 数值 |      | 0      | 1      |          |
      | turnover  |            | 数值 | EUR  | 0      |        |          |
      | balance   | 资产总额   | 数值 | EUR  | 0      |        |          |
      | rich      | 高收入国家 | 是否 |      |        |        |          |
    并且 本基准案例
      | 事实       | 值            |
      | 询问日     | 2026-02-10    |
      | 答复日     | 2026-03-12    |
      | 约定天数   | 30 天         |
      | employees  | 600           |
      | turnover   | 120000000 EUR |
      | 资产总额   | 30000000 EUR  |
      | 高收入国家 | 是            |

  规则: 被问的企业

    场景: 介于两种规模之间的企业
      当 按 2026-11-20 评定
      那么 条件 category_a 成立
      并且 条件 reports 不成立

  规则: 问答双方约定的期限
    背景:
      假如 量 所用天数 (taken), 以 天 计, 依据 own
        | 为                     |
        | 天数(询问日 至 答复日) |
      并且 下列条件
        | 条件    | 名称     | 成立情形                 | 依据 |
        | in_time | 按时答复 | 所用天数 不高于 约定天数 | own  |
      并且 下列不符合项
        | 代码  | 不符合项 | 情形            | 程度   | 依据 |
        | TERMS | 答复过迟 | 按时答复 不成立 | 观察项 | own  |

    场景大纲: 申报的数移动末日
      假如 约定天数 为 <约定> 天
      并且 答复日 为 <答复>
      当 按 2026-11-20 评定
      那么 量 所用天数 为 <所用> 天
      并且 条件 按时答复 <状态>

      例子:
        | 约定 | 答复       | 所用 | 状态   |
        | 30   | 2026-03-12 | 30   | 成立   |
        | 30   | 2026-03-13 | 31   | 不成立 |
        | 45   | 2026-03-27 | 45   | 成立   |
