# language: zh-CN
功能: 计入、老电厂份额与路径

  背景:
    假如 评分卡 re100

  规则: 计入
    背景:
      假如 每条 凭证 的量 是否计入 (counts), 依据 resources, ways, market, retired
        | 为 | 情形                                                 |
        | 0  | 属用电市场 为 否                                     |
        | 0  | 已为公司注销 为 否                                   |
        | 0  | 已用于其他年份 为 是                                 |
        | 0  | 采购方式 为 其他方式                                 |
        | 1  | 发电技术 属于 风电, 光伏, 地热                       |
        | 1  | 发电技术 属于 生物质, 水电; 生物质或水电可持续 为 是 |
        | 0  | 其他                                                 |
      并且 每条 凭证 的量 计入电量 (counted), 以 MWh 计, 依据 resources
        | 为                  |
        | 凭证电量 * 是否计入 |
      并且 每条 凭证 的量 不受年限电量 (fresh), 以 MWh 计
        | 为       | 情形                                         | 依据     |
        | 计入电量 | 采购方式 为 自发电                           | age      |
        | 计入电量 | 采购方式 为 直接采购; 公司为首个承购方 为 是 | age      |
        | 计入电量 | 合同起始或购买日 早于 2024-01-01             | before   |
        | 计入电量 | 用电末日 早于 2024-01-01                     | age      |
        | 计入电量 | 电厂投运或改造日 自 用电末日 减 15 年 起     | age, sum |
        | 0 MWh    | 其他                                         | age      |
      并且 每条 凭证 的量 老电厂电量 (old), 以 MWh 计, 依据 age
        | 为                                  |
        | max(计入电量 - 不受年限电量, 0 MWh) |
      并且 每条 凭证 的下列结果
        | 结果        | 名称                     | 取自         | 修约    | 依据      |
        | line_counts | 计入（1）或不计（0）     | 是否计入     | 保留0位 | resources |
        | line_fresh  | 不受老电厂份额限制的计入 | 不受年限电量 | 保留2位 | age       |
        | line_old    | 属老电厂                 | 老电厂电量   | 保留2位 | age       |

    场景: 逐项条件
      假如 instruments 为
        | record | amount   | technology | sustainable | way       | first | same_market | built_on   | used_on    | contract_from | retired | claimed |
        | C1     | 1000 MWh | wind       | 否          | unbundled | 否    | 是          | 2020-01-01 | 2026-12-31 | 2026-01-01    | 是      | 否      |
      当 按 2027-03-01 评定
      那么 instrument C1 的量 counted 为 1000 MWh

    场景: 逐项条件 (2)
      假如 instruments 为
        | record | amount   | technology | sustainable | way       | first | same_market | built_on   | used_on    | contract_from | retired | claimed |
        | C1     | 1000 MWh | solar      | 否          | unbundled | 否    | 是          | 2020-01-01 | 2026-12-31 | 2026-01-01    | 是      | 否      |
      当 按 2027-03-01 评定
      那么 instrument C1 的量 counted 为 1000 MWh

    场景: 逐项条件 (3)
      假如 instruments 为
        | record | amount   | technology | sustainable | way       | first | same_market | built_on   | used_on    | contract_from | retired | claimed |
        | C1     | 1000 MWh | geothermal | 否          | unbundled | 否    | 是          | 2020-01-01 | 2026-12-31 | 2026-01-01    | 是      | 否      |
      当 按 2027-03-01 评定
      那么 instrument C1 的量 counted 为 1000 MWh

    场景: 逐项条件 (4)
      假如 instruments 为
        | record | amount   | technology | sustainable | way       | first | same_market | built_on   | used_on    | contract_from | retired | claimed |
        | C1     | 1000 MWh | another    | 否          | unbundled | 否    | 是          | 2020-01-01 | 2026-12-31 | 2026-01-01    | 是      | 否      |
      当 按 2027-03-01 评定
      那么 instrument C1 的量 counted 为 0 MWh

    场景: 逐项条件 (5)
      假如 instruments 为
        | record | amount   | technology | sustainable | way       | first | same_market | built_on   | used_on    | contract_from | retired | claimed |
        | C1     | 1000 MWh | another    | 是          | unbundled | 否    | 是          | 2020-01-01 | 2026-12-31 | 2026-01-01    | 是      | 否      |
      当 按 2027-03-01 评定
      那么 instrument C1 的量 counted 为 0 MWh

    场景: 逐项条件 (6)
      假如 instruments 为
        | record | amount   | technology | sustainable | way       | first | same_market | built_on   | used_on    | contract_from | retired | claimed |
        | C1     | 1000 MWh | biomass    | 否          | unbundled | 否    | 是          | 2020-01-01 | 2026-12-31 | 2026-01-01    | 是      | 否      |
      当 按 2027-03-01 评定
      那么 instrument C1 的量 counted 为 0 MWh

    场景: 逐项条件 (7)
      假如 instruments 为
        | record | amount   | technology | sustainable | way       | first | same_market | built_on   | used_on    | contract_from | retired | claimed |
        | C1     | 1000 MWh | biomass    | 是          | unbundled | 否    | 是          | 2020-01-01 | 2026-12-31 | 2026-01-01    | 是      | 否      |
      当 按 2027-03-01 评定
      那么 instrument C1 的量 counted 为 1000 MWh

    场景: 逐项条件 (8)
      假如 instruments 为
        | record | amount   | technology | sustainable | way       | first | same_market | built_on   | used_on    | contract_from | retired | claimed |
        | C1     | 1000 MWh | hydro      | 否          | unbundled | 否    | 是          | 2020-01-01 | 2026-12-31 | 2026-01-01    | 是      | 否      |
      当 按 2027-03-01 评定
      那么 instrument C1 的量 counted 为 0 MWh

    场景: 逐项条件 (9)
      假如 instruments 为
        | record | amount   | technology | sustainable | way       | first | same_market | built_on   | used_on    | contract_from | retired | claimed |
        | C1     | 1000 MWh | hydro      | 是          | unbundled | 否    | 是          | 2020-01-01 | 2026-12-31 | 2026-01-01    | 是      | 否      |
      当 按 2027-03-01 评定
      那么 instrument C1 的量 counted 为 1000 MWh

    场景: 逐项条件 (10)
      假如 instruments 为
        | record | amount   | technology | sustainable | way       | first | same_market | built_on   | used_on    | contract_from | retired | claimed |
        | C1     | 1000 MWh | wind       | 否          | delivered | 否    | 是          | 2020-01-01 | 2026-12-31 | 2026-01-01    | 是      | 否      |
      当 按 2027-03-01 评定
      那么 instrument C1 的量 counted 为 1000 MWh

    场景: 逐项条件 (11)
      假如 instruments 为
        | record | amount   | technology | sustainable | way      | first | same_market | built_on   | used_on    | contract_from | retired | claimed |
        | C1     | 1000 MWh | wind       | 否          | supplier | 否    | 是          | 2020-01-01 | 2026-12-31 | 2026-01-01    | 是      | 否      |
      当 按 2027-03-01 评定
      那么 instrument C1 的量 counted 为 1000 MWh

    场景: 逐项条件 (12)
      假如 instruments 为
        | record | amount   | technology | sustainable | way     | first | same_market | built_on   | used_on    | contract_from | retired | claimed |
        | C1     | 1000 MWh | wind       | 否          | another | 否    | 是          | 2020-01-01 | 2026-12-31 | 2026-01-01    | 是      | 否      |
      当 按 2027-03-01 评定
      那么 instrument C1 的量 counted 为 0 MWh

    场景: 逐项条件 (13)
      假如 instruments 为
        | record | amount   | technology | sustainable | way       | first | same_market | built_on   | used_on    | contract_from | retired | claimed |
        | C1     | 1000 MWh | wind       | 否          | unbundled | 否    | 否          | 2020-01-01 | 2026-12-31 | 2026-01-01    | 是      | 否      |
      当 按 2027-03-01 评定
      那么 instrument C1 的量 counted 为 0 MWh

    场景: 逐项条件 (14)
      假如 instruments 为
        | record | amount   | technology | sustainable | way       | first | same_market | built_on   | used_on    | contract_from | retired | claimed |
        | C1     | 1000 MWh | wind       | 否          | unbundled | 否    | 是          | 2020-01-01 | 2026-12-31 | 2026-01-01    | 否      | 否      |
      当 按 2027-03-01 评定
      那么 instrument C1 的量 counted 为 0 MWh

    场景: 逐项条件 (15)
      假如 instruments 为
        | record | amount   | technology | sustainable | way       | first | same_market | built_on   | used_on    | contract_from | retired | claimed |
        | C1     | 1000 MWh | wind       | 否          | unbundled | 否    | 是          | 2020-01-01 | 2026-12-31 | 2026-01-01    | 是      | 是      |
      当 按 2027-03-01 评定
      那么 instrument C1 的量 counted 为 0 MWh

    场景: 电厂年限
      假如 instruments 为
        | record | amount   | technology | sustainable | way       | first | same_market | built_on   | used_on    | contract_from | retired | claimed |
        | C1     | 1000 MWh | wind       | 否          | unbundled | 否    | 是          | 2011-12-31 | 2026-12-31 | 2026-01-01    | 是      | 否      |
      当 按 2027-03-01 评定
      那么 instrument C1 的量 fresh 为 1000 MWh
      并且 instrument C1 的量 old 为 0 MWh

    场景: 电厂年限 (2)
      假如 instruments 为
        | record | amount   | technology | sustainable | way       | first | same_market | built_on   | used_on    | contract_from | retired | claimed |
        | C1     | 1000 MWh | wind       | 否          | unbundled | 否    | 是          | 2011-12-30 | 2026-12-31 | 2026-01-01    | 是      | 否      |
      当 按 2027-03-01 评定
      那么 instrument C1 的量 fresh 为 0 MWh
      并且 instrument C1 的量 old 为 1000 MWh

    场景: 电厂年限 (3)
      假如 instruments 为
        | record | amount   | technology | sustainable | way | first | same_market | built_on   | used_on    | contract_from | retired | claimed |
        | C1     | 1000 MWh | wind       | 否          | own | 否    | 是          | 2000-01-01 | 2026-12-31 | 2026-01-01    | 是      | 否      |
      当 按 2027-03-01 评定
      那么 instrument C1 的量 fresh 为 1000 MWh
      并且 instrument C1 的量 old 为 0 MWh

    场景: 电厂年限 (4)
      假如 instruments 为
        | record | amount   | technology | sustainable | way    | first | same_market | built_on   | used_on    | contract_from | retired | claimed |
        | C1     | 1000 MWh | wind       | 否          | direct | 是    | 是          | 2000-01-01 | 2026-12-31 | 2026-01-01    | 是      | 否      |
      当 按 2027-03-01 评定
      那么 instrument C1 的量 fresh 为 1000 MWh
      并且 instrument C1 的量 old 为 0 MWh

    场景: 电厂年限 (5)
      假如 instruments 为
        | record | amount   | technology | sustainable | way    | first | same_market | built_on   | used_on    | contract_from | retired | claimed |
        | C1     | 1000 MWh | wind       | 否          | direct | 否    | 是          | 2000-01-01 | 2026-12-31 | 2026-01-01    | 是      | 否      |
      当 按 2027-03-01 评定
      那么 instrument C1 的量 fresh 为 0 MWh
      并且 instrument C1 的量 old 为 1000 MWh

    场景: 电厂年限 (6)
      假如 instruments 为
        | record | amount   | technology | sustainable | way      | first | same_market | built_on   | used_on    | contract_from | retired | claimed |
        | C1     | 1000 MWh | wind       | 否          | supplier | 是    | 是          | 2000-01-01 | 2026-12-31 | 2026-01-01    | 是      | 否      |
      当 按 2027-03-01 评定
      那么 instrument C1 的量 fresh 为 0 MWh
      并且 instrument C1 的量 old 为 1000 MWh

    场景: 电厂年限 (7)
      假如 instruments 为
        | record | amount   | technology | sustainable | way      | first | same_market | built_on   | used_on    | contract_from | retired | claimed |
        | C1     | 1000 MWh | wind       | 否          | supplier | 否    | 是          | 2000-01-01 | 2026-12-31 | 2023-12-31    | 是      | 否      |
      当 按 2027-03-01 评定
      那么 instrument C1 的量 fresh 为 1000 MWh
      并且 instrument C1 的量 old 为 0 MWh

    场景: 电厂年限 (8)
      假如 instruments 为
        | record | amount   | technology | sustainable | way      | first | same_market | built_on   | used_on    | contract_from | retired | claimed |
        | C1     | 1000 MWh | wind       | 否          | supplier | 否    | 是          | 2000-01-01 | 2026-12-31 | 2024-01-01    | 是      | 否      |
      当 按 2027-03-01 评定
      那么 instrument C1 的量 fresh 为 0 MWh
      并且 instrument C1 的量 old 为 1000 MWh

    场景: 电厂年限 (9)
      假如 instruments 为
        | record | amount   | technology | sustainable | way      | first | same_market | built_on   | used_on    | contract_from | retired | claimed |
        | C1     | 1000 MWh | wind       | 否          | supplier | 否    | 是          | 2000-01-01 | 2023-12-31 | 2024-01-01    | 是      | 否      |
      当 按 2027-03-01 评定
      那么 instrument C1 的量 fresh 为 1000 MWh
      并且 instrument C1 的量 old 为 0 MWh

    场景: 电厂年限 (10)
      假如 instruments 为
        | record | amount   | technology | sustainable | way      | first | same_market | built_on   | used_on    | contract_from | retired | claimed |
        | C1     | 1000 MWh | wind       | 否          | supplier | 否    | 是          | 2000-01-01 | 2024-01-01 | 2024-01-01    | 是      | 否      |
      当 按 2027-03-01 评定
      那么 instrument C1 的量 fresh 为 0 MWh
      并且 instrument C1 的量 old 为 1000 MWh

  规则: 全年份额
    背景:
      假如 量 不受年限电量合计 (fresh_all), 以 MWh 计, 为 证书与合同 的 不受年限电量 之和, 依据 age
      并且 量 老电厂电量合计 (old_all), 以 MWh 计, 为 证书与合同 的 老电厂电量 之和, 依据 age
      并且 量 老电厂计入量 (pocket), 以 MWh 计, 依据 age
        | 为                                 |
        | min(老电厂电量合计, 用电量 * 15 %) |
      并且 下列条件
        | 条件         | 名称         | 成立情形                                                     | 依据  |
        | small_enough | 小负荷可不计 | 单一市场最大小负荷 不高于 100 MWh; 未计小负荷 不高于 500 MWh | small |
      并且 量 计算基数 (asked), 以 MWh 计, 依据 small
        | 为                              | 情形              |
        | max(用电量 - 未计小负荷, 0 MWh) | 小负荷可不计 成立 |
        | 用电量                          | 其他              |
      并且 量 可再生电力占比 (share), 以 % 计, 依据 age, sum
        | 为                                                       | 除数为零时 |
        | min((不受年限电量合计 + 老电厂计入量) / 计算基数, 100 %) | 0 %        |
      并且 量 路径要求占比 (needed), 以 % 计, 依据 path, sum
        | 为    | 情形                 |
        | 100 % | 申报年份 不低于 2050 |
        | 90 %  | 申报年份 不低于 2040 |
        | 60 %  | 申报年份 不低于 2030 |
        | 0 %   | 其他                 |
      并且 每条 凭证 的量 使用年份 (used_year), 依据 told-year
        | 为             |
        | 年份(用电末日) |
      并且 量 其他年份所用项数 (elsewhen), 以 项 计, 为 证书与合同 的 条数, 依据 told-year
        | 其中                   |
        | 使用年份 低于 申报年份 |
        | 使用年份 高于 申报年份 |
      并且 下列门槛
        | 编号  | 门槛                   | 要求                                   | 适用情形              | 依据            |
        | RE-10 | 未计的小负荷确属小负荷 | 小负荷可不计 成立                      | 未计小负荷 高于 0 MWh | small           |
        | RE-11 | 处于路径上             | share 不低于 路径要求占比              | 申报年份 不低于 2030  | path            |
        | RE-13 | 无其他年份所用者       | 其他年份所用项数 为 0 项               |                       | told-year       |
        | RE-12 | 已报告且已核证         | 已作年度报告 为 是; 用电量已核证 为 是 |                       | report, entered |
      并且 下列结果
        | 结果            | 名称           | 取自         | 修约    | 依据 |
        | renewable_share | 可再生电力占比 | share        | 保留2位 | sum  |
        | old_counted     | 老电厂计入     | 老电厂计入量 | 保留2位 | age  |
        | path_share      | 路径要求       | 路径要求占比 | 保留0位 | path |

    场景: 老电厂份额，且不超过全部
      假如 instruments 为
        | record | amount    | technology | sustainable | way       | first | same_market | built_on   | used_on    | contract_from | retired | claimed |
        | C4     | 15000 MWh | wind       | 否          | unbundled | 否    | 是          | 2008-01-01 | 2026-12-31 | 2026-01-01    | 是      | 否      |
      当 按 2027-03-01 评定
      那么 量 share 为 15 %

    场景: 老电厂份额，且不超过全部 (2)
      假如 instruments 为
        | record | amount       | technology | sustainable | way       | first | same_market | built_on   | used_on    | contract_from | retired | claimed |
        | C4     | 15000.01 MWh | wind       | 否          | unbundled | 否    | 是          | 2008-01-01 | 2026-12-31 | 2026-01-01    | 是      | 否      |
      当 按 2027-03-01 评定
      那么 量 share 为 15 %

    场景: 老电厂份额，且不超过全部 (3)
      假如 instruments 为
        | record | amount    | technology | sustainable | way       | first | same_market | built_on   | used_on    | contract_from | retired | claimed |
        | C4     | 14999 MWh | wind       | 否          | unbundled | 否    | 是          | 2008-01-01 | 2026-12-31 | 2026-01-01    | 是      | 否      |
      当 按 2027-03-01 评定
      那么 量 share 为 14.999 %

    场景: 老电厂份额，且不超过全部 (4)
      假如 instruments 为
        | record | amount     | technology | sustainable | way       | first | same_market | built_on   | used_on    | contract_from | retired | claimed |
        | C4     | 100001 MWh | wind       | 否          | unbundled | 否    | 是          | 2020-01-01 | 2026-12-31 | 2026-01-01    | 是      | 否      |
      当 按 2027-03-01 评定
      那么 量 share 为 100 %

    场景大纲: 小负荷
      假如 small_all 为 <small_all> MWh
      并且 small_most 为 <small_most> MWh
      并且 used_all 为 100000 MWh
      并且 instruments 为
        | record | amount    | technology | sustainable | way       | first | same_market | built_on   | used_on    | contract_from | retired | claimed |
        | C3     | 40000 MWh | wind       | 否          | unbundled | 否    | 是          | 2020-01-01 | 2026-12-31 | 2026-01-01    | 是      | 否      |
      当 按 2027-03-01 评定
      那么 量 asked 为 <asked> MWh
      并且 门槛 RE-10 <RE-10>

      例子:
        | small_all | small_most | asked  | RE-10  |
        | 0         | 0          | 100000 | 不适用 |
        | 500       | 100        | 99500  | 满足   |
        | 500.01    | 100        | 100000 | 不满足 |
        | 500       | 100.01     | 100000 | 不满足 |

    场景: 路径
      假如 year 为 2029
      并且 instruments 为
        | record | amount | technology | sustainable | way       | first | same_market | built_on   | used_on    | contract_from | retired | claimed |
        | C3     | 0 MWh  | wind       | 否          | unbundled | 否    | 是          | 2020-01-01 | 2026-12-31 | 2026-01-01    | 是      | 否      |
      当 按 2027-03-01 评定
      那么 门槛 RE-11 不适用

    场景: 路径 (2)
      假如 year 为 2030
      并且 instruments 为
        | record | amount    | technology | sustainable | way       | first | same_market | built_on   | used_on    | contract_from | retired | claimed |
        | C3     | 60000 MWh | wind       | 否          | unbundled | 否    | 是          | 2020-01-01 | 2026-12-31 | 2026-01-01    | 是      | 否      |
      当 按 2027-03-01 评定
      那么 门槛 RE-11 满足

    场景: 路径 (3)
      假如 year 为 2030
      并且 instruments 为
        | record | amount    | technology | sustainable | way       | first | same_market | built_on   | used_on    | contract_from | retired | claimed |
        | C3     | 59999 MWh | wind       | 否          | unbundled | 否    | 是          | 2020-01-01 | 2026-12-31 | 2026-01-01    | 是      | 否      |
      当 按 2027-03-01 评定
      那么 门槛 RE-11 不满足

    场景: 路径 (4)
      假如 year 为 2039
      并且 instruments 为
        | record | amount    | technology | sustainable | way       | first | same_market | built_on   | used_on    | contract_from | retired | claimed |
        | C3     | 60000 MWh | wind       | 否          | unbundled | 否    | 是          | 2020-01-01 | 2026-12-31 | 2026-01-01    | 是      | 否      |
      当 按 2027-03-01 评定
      那么 门槛 RE-11 满足

    场景: 路径 (5)
      假如 year 为 2040
      并且 instruments 为
        | record | amount    | technology | sustainable | way       | first | same_market | built_on   | used_on    | contract_from | retired | claimed |
        | C3     | 90000 MWh | wind       | 否          | unbundled | 否    | 是          | 2020-01-01 | 2026-12-31 | 2026-01-01    | 是      | 否      |
      当 按 2027-03-01 评定
      那么 门槛 RE-11 满足

    场景: 路径 (6)
      假如 year 为 2040
      并且 instruments 为
        | record | amount    | technology | sustainable | way       | first | same_market | built_on   | used_on    | contract_from | retired | claimed |
        | C3     | 89999 MWh | wind       | 否          | unbundled | 否    | 是          | 2020-01-01 | 2026-12-31 | 2026-01-01    | 是      | 否      |
      当 按 2027-03-01 评定
      那么 门槛 RE-11 不满足

    场景: 路径 (7)
      假如 year 为 2049
      并且 instruments 为
        | record | amount    | technology | sustainable | way       | first | same_market | built_on   | used_on    | contract_from | retired | claimed |
        | C3     | 90000 MWh | wind       | 否          | unbundled | 否    | 是          | 2020-01-01 | 2026-12-31 | 2026-01-01    | 是      | 否      |
      当 按 2027-03-01 评定
      那么 门槛 RE-11 满足

    场景: 路径 (8)
      假如 year 为 2050
      并且 instruments 为
        | record | amount     | technology | sustainable | way       | first | same_market | built_on   | used_on    | contract_from | retired | claimed |
        | C3     | 100000 MWh | wind       | 否          | unbundled | 否    | 是          | 2020-01-01 | 2026-12-31 | 2026-01-01    | 是      | 否      |
      当 按 2027-03-01 评定
      那么 门槛 RE-11 满足

    场景: 路径 (9)
      假如 year 为 2050
      并且 instruments 为
        | record | amount    | technology | sustainable | way       | first | same_market | built_on   | used_on    | contract_from | retired | claimed |
        | C3     | 99999 MWh | wind       | 否          | unbundled | 否    | 是          | 2020-01-01 | 2026-12-31 | 2026-01-01    | 是      | 否      |
      当 按 2027-03-01 评定
      那么 门槛 RE-11 不满足

    场景大纲: 报告与核证
      假如 <reported> 为 否
      当 按 2027-03-01 评定
      那么 门槛 RE-12 不满足

      例子:
        | reported |
        | reported |
        | verified |

    场景: 无用电
      假如 used_all 为 0 MWh
      当 按 2027-03-01 评定
      那么 量 share 为 0 %
