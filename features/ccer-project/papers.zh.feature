# language: zh-CN
功能: 材料、机构与法律后果
  缺材料不等于永久不得登记: 等级说明符合条件, 不符合项说明缺哪份材料。

  背景:
    假如 评分卡 ccer-project
    并且 下列事实
      | 事实                  | 名称                             | 类型 | 单位 | 可选值                                                                                   | 不低于 | 整倍数 | 证据                              | 可在将来 |
      | public_days           | 公示工作日数                     | 数值 | 天   |                                                                                          | 0      | 1      | design-document                   |          |
      | public_from           | 公示首日                         | 日期 |      |                                                                                          |        |        | design-document                   |          |
      | public_until          | 公示末日                         | 日期 |      |                                                                                          |        |        | design-document                   |          |
      | validator_named       | 审定机构名称已公示               | 是否 |      |                                                                                          |        |        | design-document                   |          |
      | report_public         | 审定报告已公开                   | 是否 |      |                                                                                          |        |        | validation-report                 |          |
      | body_promise          | 审定机构承诺                     | 是否 |      |                                                                                          |        |        | validation-report, promise-letter |          |
      | promise_unique        | 唯一性承诺                       | 是否 |      |                                                                                          |        |        | promise-letter                    |          |
      | promise_true          | 真实、完整、有效承诺             | 是否 |      |                                                                                          |        |        | promise-letter                    |          |
      | reductions_registered | 已登记减排量                     | 是否 |      |                                                                                          |        |        | registry-extract                  |          |
      | last_registered_on    | 最后一次登记减排量之日           | 日期 |      |                                                                                          |        |        | registry-extract                  |          |
      | kept_until            | 档案保存至                       | 日期 |      |                                                                                          |        |        |                                   | 是       |
      | staff                 | 机构专职人员                     | 数值 |      |                                                                                          | 0      | 1      |                                   |          |
      | staff_experienced     | 其中有两年经验者                 | 数值 |      |                                                                                          | 0      | 1      |                                   |          |
      | fund                  | 机构风险基金或保险               | 是否 |      |                                                                                          |        |        |                                   |          |
      | body_breach_5y        | 机构五年内有严重违法             | 是否 |      |                                                                                          |        |        |                                   |          |
      | body_consults         | 机构提供咨询、编制文件或持有权益 | 是否 |      |                                                                                          |        |        | body-charter                      |          |
      | breach                | 违法行为类型                     | 选项 |      | no_breach, duty_of_owner, false_material, false_reductions_sold, body_duty, manipulation |        |        |                                   |          |
    并且 违法行为类型 的可选值
      | 值                    | 名称             |
      | no_breach             | 无               |
      | duty_of_owner         | 一般违反义务     |
      | false_material        | 业主提供虚假材料 |
      | false_reductions_sold | 虚假减排量已登记 |
      | body_duty             | 审定机构违法     |
      | manipulation          | 操纵市场         |
    并且 本基准案例
      | 事实                             | 值         |
      | 公示工作日数                     | 20 天      |
      | 公示首日                         | 2024-07-01 |
      | 公示末日                         | 2024-07-26 |
      | 审定机构名称已公示               | 是         |
      | 审定报告已公开                   | 是         |
      | 审定机构承诺                     | 是         |
      | 唯一性承诺                       | 是         |
      | 真实、完整、有效承诺             | 是         |
      | 已登记减排量                     | 否         |
      | 最后一次登记减排量之日           | 2025-03-31 |
      | 档案保存至                       | 2035-03-31 |
      | 机构专职人员                     | 12         |
      | 其中有两年经验者                 | 6          |
      | 机构风险基金或保险               | 是         |
      | 机构五年内有严重违法             | 否         |
      | 机构提供咨询、编制文件或持有权益 | 否         |
      | 违法行为类型                     | 无         |

  规则: 申请材料
    背景:
      假如 量 公示天数 (span), 以 天 计, 依据 calendar
        | 为                                |
        | 天数(公示首日 至 公示末日) + 1 天 |
      并且 量 至多工作日数 (most_working), 以 天 计, 依据 calendar
        | 为                                        |
        | 修约(公示天数 * 6 / 7, 1 天, 进一) + 1 天 |
      并且 下列条件
        | 条件               | 名称                   | 成立情形                                                                                                    | 依据                             |
        | public_long_enough | 申请前设计文件公示足期 | 公示工作日数 不低于 20 天; 公示工作日数 不高于 至多工作日数; 公示末日 早于 申请日; 审定机构名称已公示 为 是 | publicity, notice-over, calendar |
        | papers_there       | 报告与承诺已备         | 审定报告已公开 为 是; 审定机构承诺 为 是; 唯一性承诺 为 是; 真实、完整、有效承诺 为 是                      | request, proof                   |
        | documents          | 已申请且材料齐全       | 申请前设计文件公示足期 成立; 报告与承诺已备 成立; 申请日 不迟于 评定日期                                    | request                          |
      并且 下列不符合项
        | 代码       | 不符合项                   | 情形                           | 程度   | 依据        |
        | J8.DAYS    | 公示不足20个工作日         | 公示工作日数 低于 20 天        | 严重   | publicity   |
        | J8.COUNT   | 工作日数多于其天数所能有者 | 公示工作日数 高于 至多工作日数 | 严重   | calendar    |
        | J8.OPEN    | 公示未满即申请             | 公示末日 自 申请日 起          | 严重   | notice-over |
        | J8.AHEAD   | 申请尚待提出               | 申请日 晚于 评定日期           | 观察项 | not-yet     |
        | J8.BODY    | 未公示审定机构名称         | 审定机构名称已公示 为 否       | 严重   | publicity   |
        | J9.REPORT  | 审定报告未公开             | 审定报告已公开 为 否           | 严重   | validation  |
        | J9.PROMISE | 缺审定机构承诺             | 审定机构承诺 为 否             | 严重   | validation  |
        | J10.UNIQUE | 缺唯一性承诺               | 唯一性承诺 为 否               | 严重   | request     |
        | J10.TRUE   | 缺真实、完整、有效承诺     | 真实、完整、有效承诺 为 否     | 严重   | request     |

    场景大纲: 20个工作日而非20日
      假如 公示工作日数 为 <public_days> 天
      并且 公示末日 为 <public_until>
      并且 申请日 为 <requested_on>
      当 按 2024-09-10 评定
      那么 等级为 <grades>
      并且 <J8.DAYS> J8.DAYS
      并且 <J8.COUNT> J8.COUNT
      并且 <J8.OPEN> J8.OPEN

      例子:
        | public_days | public_until | requested_on | grades             | J8.DAYS          | J8.COUNT         | J8.OPEN          |
        | 20          | 2024-07-26   | 2024-07-27   | 符合条件且材料齐全 | 不开具           | 不开具           | 不开具           |
        | 20          | 2024-07-26   | 2024-07-26   | 符合条件，材料不全 | 不开具           | 不开具           | 开具严重不符合项 |
        | 19          | 2024-07-26   | 2024-07-27   | 符合条件，材料不全 | 开具严重不符合项 | 不开具           | 不开具           |
        | 14          | 2024-07-20   | 2024-07-27   | 符合条件，材料不全 | 开具严重不符合项 | 不开具           | 不开具           |
        | 20          | 2024-07-22   | 2024-07-27   | 符合条件且材料齐全 | 不开具           | 不开具           | 不开具           |
        | 20          | 2024-07-21   | 2024-07-27   | 符合条件，材料不全 | 不开具           | 开具严重不符合项 | 不开具           |
        | 20          | 2024-07-20   | 2024-07-27   | 符合条件，材料不全 | 不开具           | 开具严重不符合项 | 不开具           |

    场景大纲: 尚待提出的申请不齐全
      假如 申请日 为 <requested_on>
      当 按 2024-09-10 评定
      那么 等级为 <grades>
      并且 <ahead>

      例子:
        | requested_on | grades             | ahead               |
        | 2024-09-10   | 符合条件且材料齐全 | 不开具 J8.AHEAD     |
        | 2024-09-11   | 符合条件，材料不全 | 开具观察项 J8.AHEAD |

    场景大纲: 所缺材料
      假如 审定机构名称已公示 为 <validator_named>
      并且 审定报告已公开 为 <report_public>
      并且 审定机构承诺 为 <body_promise>
      并且 唯一性承诺 为 <promise_unique>
      并且 真实、完整、有效承诺 为 <promise_true>
      当 按 2024-09-10 评定
      那么 等级为 符合条件，材料不全
      并且 开具严重不符合项 <J8.BODY>

      例子:
        | validator_named | report_public | body_promise | promise_unique | promise_true | J8.BODY    |
        | 否              | 是            | 是           | 是             | 是           | J8.BODY    |
        | 是              | 否            | 是           | 是             | 是           | J9.REPORT  |
        | 是              | 是            | 否           | 是             | 是           | J9.PROMISE |
        | 是              | 是            | 是           | 否             | 是           | J10.UNIQUE |
        | 是              | 是            | 是           | 是             | 否           | J10.TRUE   |

    场景: 无承诺书证明的承诺待定
      假如 缺少 唯一性承诺 的证据
      当 按 2024-09-10 评定
      那么 可能的等级为 complete, eligible

  规则: 档案
    背景:
      假如 下列门槛
        | 编号 | 门槛                   | 要求                                             | 适用情形                                                   | 依据    |
        | J14  | 末次登记后档案保存十年 | 档案保存至 自 最后一次登记减排量之日 加 10 年 起 | 已登记减排量 为 是; 最后一次登记减排量之日 不迟于 评定日期 | records |

    场景大纲: 整十年
      假如 已登记减排量 为 <reductions_registered>
      并且 档案保存至 为 <kept_until>
      当 按 <asked> 评定
      那么 门槛 J14 <J14>

      例子:
        | reductions_registered | kept_until | asked      | J14    |
        | 是                    | 2035-03-31 | 2025-03-31 | 满足   |
        | 是                    | 2035-03-30 | 2025-03-31 | 不满足 |
        | 否                    | 2035-03-30 | 2025-03-31 | 不适用 |
        | 是                    | 2035-03-30 | 2025-03-30 | 不适用 |

  规则: 审定机构
    背景:
      假如 下列门槛
        | 编号 | 门槛                                                       | 要求                                                                                                                                          | 依据   |
        | B1   | 机构十人、其中五人有两年经验，有风险基金或保险，无严重违法 | 机构专职人员 不低于 10; 其中有两年经验者 不低于 5; 其中有两年经验者 不高于 机构专职人员; 机构风险基金或保险 为 是; 机构五年内有严重违法 为 否 | bodies |
        | B2   | 机构不咨询、不持权益                                       | 机构提供咨询、编制文件或持有权益 为 否                                                                                                        | roles  |

    场景大纲: 十人与五人
      假如 机构专职人员 为 <staff>
      并且 其中有两年经验者 为 <staff_experienced>
      并且 机构风险基金或保险 为 <fund>
      并且 机构五年内有严重违法 为 <body_breach_5y>
      当 按 2024-09-10 评定
      那么 门槛 B1 <B1>

      例子:
        | staff | staff_experienced | fund | body_breach_5y | B1     |
        | 10    | 5                 | 是   | 否             | 满足   |
        | 10    | 4                 | 是   | 否             | 不满足 |
        | 9     | 5                 | 是   | 否             | 不满足 |
        | 10    | 5                 | 否   | 否             | 不满足 |
        | 10    | 5                 | 是   | 是             | 不满足 |
        | 10    | 10                | 是   | 否             | 满足   |
        | 10    | 11                | 是   | 否             | 不满足 |

    场景: 编制者不得审定
      假如 机构提供咨询、编制文件或持有权益 为 是
      当 按 2024-09-10 评定
      那么 门槛 B2 不满足

  规则: 罚款幅度
    背景:
      假如 量 罚款下限 (fine_least), 以 CNY 计, 按 违法行为类型 取值
        | 违法行为类型     | 为    | 依据         |
        | 无               | 0     | duties       |
        | 一般违反义务     | 10000 | duties       |
        | 业主提供虚假材料 | 10000 | false-owner  |
        | 虚假减排量已登记 | 50000 | false-owner  |
        | 审定机构违法     | 50000 | false-body   |
        | 操纵市场         | 10000 | manipulation |
      并且 量 罚款上限 (fine_most), 以 CNY 计, 按 违法行为类型 取值
        | 违法行为类型     | 为     | 依据         |
        | 无               | 0      | duties       |
        | 一般违反义务     | 100000 | duties       |
        | 业主提供虚假材料 | 100000 | false-owner  |
        | 虚假减排量已登记 | 100000 | false-owner  |
        | 审定机构违法     | 200000 | false-body   |
        | 操纵市场         | 100000 | manipulation |
      并且 下列结果
        | 结果      | 名称     | 取自       | 修约    | 依据                                          |
        | fine_from | 罚款下限 | fine_least | 保留0位 | duties, false-owner, false-body, manipulation |
        | fine_to   | 罚款上限 | fine_most  | 保留0位 | duties, false-owner, false-body, manipulation |

    场景大纲: 罚款为幅度
      假如 违法行为类型 为 <breach>
      当 按 2024-09-10 评定
      那么 量 fine_least 为 <fine_least> CNY
      并且 量 fine_most 为 <fine_most> CNY

      例子:
        | breach           | fine_least | fine_most |
        | 无               | 0          | 0         |
        | 一般违反义务     | 10000      | 100000    |
        | 业主提供虚假材料 | 10000      | 100000    |
        | 虚假减排量已登记 | 50000      | 100000    |
        | 审定机构违法     | 50000      | 200000    |
        | 操纵市场         | 10000      | 100000    |
