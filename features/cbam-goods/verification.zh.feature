# language: zh-CN
功能: 实际值的核查

  背景:
    假如 评分卡 cbam-goods
    并且 下列事实
      | 事实                    | 名称                 | 类型 | 单位    | 可选值                         | 不低于 | 不高于 |
      | opinion                 | 核查意见             | 选项 |         | positive, negative, no_opinion |        |        |
      | verifier_accredited     | 核查机构获认可       | 是否 |         |                                |        |        |
      | report_covers_period    | 报告覆盖生产期间     | 是否 |         |                                |        |        |
      | emissions_misstatement  | 每吨货物排放错报     | 数值 | tCO2e/t |                                | 0      |        |
      | allocation_misstatement | 每吨货物免费分配错报 | 数值 | tCO2e/t |                                | 0      |        |
      | first_period            | 首次核查期间         | 是否 |         |                                |        |        |
      | visit                   | 现场查访             | 选项 |         | physical, virtual, waived      |        |        |
      | physical_visit          | 上次实地查访         | 日期 |         |                                |        |        |
      | report_date             | 核查报告日期         | 日期 |         |                                |        |        |
      | installation_identified | 运营者与设施可识别   | 是否 |         |                                |        |        |
      | summary_items           | 摘要报告项目数       | 数值 | 项      |                                | 0      | 16     |
    并且 本基准案例
      | 事实                 | 值            |
      | 核查意见             | positive      |
      | 核查机构获认可       | 是            |
      | 报告覆盖生产期间     | 是            |
      | 每吨货物排放错报     | 0.01 tCO2e/t  |
      | 每吨货物免费分配错报 | 0.001 tCO2e/t |
      | 首次核查期间         | 是            |
      | 现场查访             | physical      |
      | 上次实地查访         | 2027-03-10    |
      | 核查报告日期         | 2027-04-30    |
      | 运营者与设施可识别   | 是            |
      | 摘要报告项目数       | 16 项         |

  规则: 实际路径的门槛
    背景:
      假如 量 排放错报比例 (emissions_share), 以 % 计
        | 为                                  | 情形                          | 依据           |
        | 0 %                                 | 每吨货物排放错报 为 0 tCO2e/t | zero-emissions |
        | 100 %                               | 实际单位隐含排放 为 0 tCO2e/t | zero-emissions |
        | 每吨货物排放错报 / 实际单位隐含排放 | 其他                          | materiality    |
      并且 量 免费分配错报比例 (allocation_share), 以 % 计, 依据 materiality
        | 为                                      | 情形                          |
        | 待定, 因为 该货物没有免费分配           | 实际单位免费分配 为 0 tCO2e/t |
        | 每吨货物免费分配错报 / 实际单位免费分配 | 其他                          |
      并且 下列门槛
        | 编号 | 门槛                       | 要求                                     | 适用情形                                            | 依据         |
        | V1   | 肯定的核查意见             | 核查意见 为 positive                     | 确定方法 为 实际值                                  | verification |
        | V2   | 核查机构获认可             | 核查机构获认可 为 是                     | 确定方法 为 实际值                                  | verification |
        | V3   | 报告覆盖生产期间           | 报告覆盖生产期间 为 是                   | 确定方法 为 实际值                                  | verification |
        | V4   | 排放错报不重大             | 排放错报比例 不高于 5 %                  | 确定方法 为 实际值                                  | materiality  |
        | V5   | 免费分配错报不重大         | 免费分配错报比例 不高于 5 %              | 确定方法 为 实际值; 实际单位免费分配 高于 0 tCO2e/t | materiality  |
        | V6   | 首次期间实地查访           | 现场查访 为 physical                     | 确定方法 为 实际值; 首次核查期间 为 是              | visits       |
        | V7   | 核查报告前两年内有实地查访 | 上次实地查访 在 核查报告日期 之前 2 年内 | 确定方法 为 实际值                                  | visits       |
        | V8   | 运营者与设施可识别         | 运营者与设施可识别 为 是                 | 确定方法 为 实际值                                  | summary      |
      并且 下列不符合项
        | 代码      | 不符合项                             | 情形                                           | 程度   | 依据         |
        | V.AHEAD   | 核查尚待进行：实际值经核查后方可采用 | 确定方法 为 实际值; 核查报告日期 晚于 评定日期 | 观察项 | verification |
        | V.SUMMARY | 摘要报告缺项                         | 确定方法 为 实际值; 摘要报告项目数 低于 16 项  | 一般   | summary      |

    场景大纲: 实际路径的各门槛均可不满足
      假如 确定方法 为 实际值
      并且 核查意见 为 <opinion>
      并且 核查机构获认可 为 <accredited>
      并且 报告覆盖生产期间 为 <covers>
      并且 运营者与设施可识别 为 <identified>
      当 按 2026-11-20 评定
      那么 门槛 V1 <v1>
      并且 门槛 V2 <v2>
      并且 门槛 V3 <v3>
      并且 门槛 V8 <v8>
      并且 结论为 <conclusion>

      例子:
        | opinion  | accredited | covers | identified | v1     | v2     | v3     | v8     | conclusion |
        | positive | 是         | 是     | 是         | 满足   | 满足   | 满足   | 满足   | 已计分     |
        | negative | 是         | 是     | 是         | 不满足 | 满足   | 满足   | 满足   | 门槛未过   |
        | positive | 否         | 是     | 是         | 满足   | 不满足 | 满足   | 满足   | 门槛未过   |
        | positive | 是         | 否     | 是         | 满足   | 满足   | 不满足 | 满足   | 门槛未过   |
        | positive | 是         | 是     | 否         | 满足   | 满足   | 满足   | 不满足 | 门槛未过   |

    场景: 缺省值无须核查
      假如 核查意见 为 no_opinion
      当 按 2026-11-20 评定
      那么 门槛 V1 不适用
      并且 门槛 V2 不适用
      并且 门槛 V3 不适用
      并且 门槛 V4 不适用
      并且 门槛 V5 不适用
      并且 门槛 V6 不适用
      并且 门槛 V7 不适用
      并且 门槛 V8 不适用
      并且 结论为 已计分

    场景大纲: 百分之五不属重大
      假如 确定方法 为 实际值
      并且 假定 实际单位隐含排放 为 <see> tCO2e/t
      并且 假定 实际单位免费分配 为 <allocation> tCO2e/t
      并且 每吨货物排放错报 为 <emissions> tCO2e/t
      并且 每吨货物免费分配错报 为 <allocated> tCO2e/t
      当 按 2026-11-20 评定
      那么 门槛 V4 <v4>
      并且 门槛 V5 <v5>

      例子:
        | see | emissions | allocation | allocated | v4     | v5     |
        | 2   | 0.09      | 1          | 0.05      | 满足   | 满足   |
        | 2   | 0.1       | 1          | 0.05      | 满足   | 满足   |
        | 2   | 0.11      | 1          | 0.05      | 不满足 | 满足   |
        | 2   | 0.09      | 1          | 0.051     | 满足   | 不满足 |
        | 2   | 0.09      | 0          | 0.051     | 满足   | 不适用 |
        | 0   | 0         | 1          | 0.05      | 满足   | 满足   |
        | 0   | 0.00001   | 1          | 0.05      | 不满足 | 满足   |

    场景大纲: 首次核查期间须实地查访; 此后可为两年内的查访
      假如 确定方法 为 实际值
      并且 首次核查期间 为 <first>
      并且 现场查访 为 <visit>
      并且 上次实地查访 为 <day>
      当 按 2026-11-20 评定
      那么 门槛 V6 <v6>
      并且 门槛 V7 <v7>

      例子:
        | first | visit    | day        | v6     | v7     |
        | 是    | physical | 2027-03-10 | 满足   | 满足   |
        | 是    | virtual  | 2027-03-10 | 不满足 | 满足   |
        | 否    | virtual  | 2025-04-30 | 不适用 | 满足   |
        | 否    | virtual  | 2025-04-29 | 不适用 | 不满足 |
        | 否    | virtual  | 2027-05-01 | 不适用 | 不满足 |

    场景大纲: 尚待进行的核查
      假如 确定方法 为 <method>
      当 按 <asked> 评定
      那么 <ahead>

      例子:
        | method | asked      | ahead              |
        | 实际值 | 2027-04-29 | 开具观察项 V.AHEAD |
        | 实际值 | 2027-04-30 | 不开具 V.AHEAD     |
        | 缺省值 | 2027-04-29 | 不开具 V.AHEAD     |

    场景大纲: 摘要报告十六项
      假如 确定方法 为 <method>
      并且 摘要报告项目数 为 <items> 项
      当 按 2026-11-20 评定
      那么 <raised>

      例子:
        | method | items | raised                     |
        | 实际值 | 15    | 开具一般不符合项 V.SUMMARY |
        | 实际值 | 16    | 不开具 V.SUMMARY           |
        | 缺省值 | 15    | 不开具 V.SUMMARY           |
