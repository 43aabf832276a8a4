# language: zh-CN
功能: 计入的凭证与两个结果

  背景:
    假如 评分卡 scope-2-instruments

  规则: 凭证
    背景:
      假如 每条 凭证 的量 凭证计入（1 = 是） (counts)
        | 为 | 情形                                                       | 依据     |
        | 0  | 载有所发电力的排放率 为 否                                 | criteria |
        | 0  | 无其他凭证载有其声明 为 否                                 | criteria |
        | 0  | 已为公司注销 为 否                                         | criteria |
        | 0  | 发电尽可能邻近使用 为 否                                   | criteria |
        | 0  | 发电属该市场 为 否                                         | criteria |
        | 0  | 凭证种类 为 供应商因子; 以交付电量为基础并含客户证书 为 否 | supplier |
        | 0  | 凭证种类 为 直接合同; 声明仅转让于公司 为 否               | direct   |
        | 1  | 其他                                                       | criteria |
      并且 每条 凭证 的量 计入电量 (counted), 以 MWh 计, 依据 criteria
        | 为                            |
        | 凭证电量 * 凭证计入（1 = 是） |
      并且 每条 凭证 的量 计入电量的排放 (carried), 以 tCO2e 计, 依据 criteria
        | 为                    |
        | 计入电量 * 凭证排放率 |
      并且 量 不计入的凭证数 (refused), 以 项 计, 为 电力凭证 的 条数, 依据 criteria
        | 其中                    |
        | 凭证计入（1 = 是） 为 0 |
      并且 下列不符合项
        | 代码  | 不符合项                             | 情形                     | 程度   | 依据     |
        | S2-01 | 有凭证不合一项准则，其电量取其余因子 | 不计入的凭证数 高于 0 项 | 观察项 | criteria |
      并且 每条 凭证 的下列结果
        | 结果        | 名称                 | 取自               | 修约    | 依据     |
        | line_counts | 计入（1）或不计（0） | 凭证计入（1 = 是） | 保留0位 | criteria |

    场景: 未注销的证书不计
      假如 instruments 为
        | record | market_of_use | kind        | amount  | rated | rate            | sole | retired | near | same_market | delivered | handed_over |
        | C1     | M1            | certificate | 400 MWh | 是    | 0.01 kgCO2e/kWh | 是   | 否      | 是   | 是          | 是        | 是          |
      当 按 2026-12-01 评定
      那么 instrument C1 的量 counted 为 0 MWh

  规则: 按位置与按市场
    背景:
      假如 每条 市场 的量 为市场所购 (bought), 以 MWh 计, 为 电力凭证 的 计入电量 之和, 依据 criteria
      并且 每条 市场 的量 为市场所购的排放 (bought_carried), 以 tCO2e 计, 为 电力凭证 的 计入电量的排放 之和, 依据 criteria
      并且 每条 市场 的量 有凭证电量 (covered), 以 MWh 计, 依据 surplus
        | 为                            |
        | min(为市场所购, 该市场用电量) |
      并且 每条 市场 的量 有凭证电量的排放 (covered_carried), 以 tCO2e 计
        | 为                                           | 情形                | 依据           |
        | 0 tCO2e                                      | 为市场所购 为 0 MWh | nothing-bought |
        | 为市场所购的排放 * (有凭证电量 / 为市场所购) | 其他                | surplus        |
      并且 每条 市场 的量 无凭证电量 (rest), 以 MWh 计, 依据 order
        | 为                        |
        | 该市场用电量 - 有凭证电量 |
      并且 每条 市场 的量 其余因子 (rest_factor), 以 kgCO2e/kWh 计
        | 为               | 情形                 | 依据            |
        | 剩余组合排放因子 | 已公布剩余组合 为 是 | residual, order |
        | 电网平均排放因子 | 其他                 | order           |
      并且 每条 市场 的量 按市场排放 (market_result), 以 tCO2e 计, 依据 order
        | 为                                 |
        | 有凭证电量的排放 + rest * 其余因子 |
      并且 每条 市场 的量 按位置排放 (location_result), 以 tCO2e 计, 依据 dual
        | 为                              |
        | 该市场用电量 * 电网平均排放因子 |
      并且 每条 市场 的量 超出用电所购 (beyond), 以 MWh 计, 依据 surplus
        | 为                      |
        | 为市场所购 - 有凭证电量 |
      并且 量 按位置排放合计 (by_location), 以 tCO2e 计, 为 用电市场 的 location_result 之和, 依据 dual
      并且 量 按市场排放合计 (by_market), 以 tCO2e 计, 为 用电市场 的 market_result 之和, 依据 dual
      并且 量 无凭证电量合计 (rest_all), 以 MWh 计, 为 用电市场 的 rest 之和, 依据 order
      并且 量 超出用电所购合计 (beyond_all), 以 MWh 计, 为 用电市场 的 beyond 之和, 依据 surplus
      并且 量 无剩余组合的市场数 (mixless), 以 项 计, 为 用电市场 的 条数, 依据 residual
        | 其中                 |
        | 已公布剩余组合 为 否 |
      并且 量 未予说明的市场数 (silent), 以 项 计, 为 用电市场 的 条数, 依据 residual
        | 其中                                         |
        | 已公布剩余组合 为 否; 已说明无剩余组合 为 否 |
      并且 下列门槛
        | 编号  | 门槛                 | 要求                                               | 适用情形                     | 依据     |
        | S2-02 | 两个结果均已报告     | 已报告按位置的结果 为 是; 已报告按市场的结果 为 是 |                              | dual     |
        | S2-08 | 无剩余组合者已予说明 | 未予说明的市场数 为 0 项                           | 无剩余组合的市场数 高于 0 项 | residual |
      并且 下列不符合项
        | 代码  | 不符合项                           | 情形                        | 程度   | 依据    |
        | S2-03 | 为某市场所购多于其用电，超出者不计 | 超出用电所购合计 高于 0 MWh | 观察项 | surplus |
      并且 下列结果
        | 结果           | 名称         | 取自             | 修约    | 依据    |
        | location_based | 按位置排放   | 按位置排放合计   | 保留3位 | dual    |
        | market_based   | 按市场排放   | 按市场排放合计   | 保留3位 | dual    |
        | without        | 无凭证电量   | 无凭证电量合计   | 保留3位 | order   |
        | surplus        | 超出用电所购 | 超出用电所购合计 | 保留3位 | surplus |

    场景: 无用电则无排放
      假如 markets 为
        | market | used  | grid           | residual_known | residual       | absence_told |
        | M1     | 0 MWh | 0.5 kgCO2e/kWh | 是             | 0.6 kgCO2e/kWh | 否           |
      当 按 2026-12-01 评定
      那么 量 by_location 为 0 tCO2e
