# language: zh-CN
功能: 价格、税额与登记

  背景:
    假如 评分卡 uk-cbam

  规则: 行业价格
    背景:
      假如 每条 进口行 的量 路径系数 (path), 以 义务发生日 有效者为准, 依据 factors, later
        | 自         | 为    |
        | 更早       | 0     |
        | 2027-01-01 | 0.975 |
        | 2028-01-01 | 0.95  |
        | 2029-01-01 | 0.9   |
        | 2030-01-01 | 0.775 |
        | 2031-01-01 | 0.515 |
        | 2032-01-01 | 0.39  |
        | 2033-01-01 | 0.265 |
        | 2034-01-01 | 0.14  |
        | 2035-01-01 | 0     |
      并且 每条 进口行 的量 年度系数 (factor)
        | 为       | 情形                       | 依据    |
        | 路径系数 | 义务发生日 早于 2031-01-01 | factors |
        | 0.775    | 2030年以后系数 为 same     | later   |
        | 路径系数 | 2030年以后系数 为 eu       | later   |
        | 0        | 其他                       | later   |
      并且 每条 进口行 的量 基准免费配额 (baseline), 以 % 计
        | 为                          | 情形                   | 依据     |
        | 录入的基准                  | 基准连同来源录入 为 是 | entered  |
        | 86.49 %                     | 货物行业 为 氢         | hydrogen |
        | 待定, 因为 该行业基准未查得 | 其他                   | price    |
      并且 每条 进口行 的量 行业价格 (sector_price), 以 GBP/tCO2e 计, 依据 price
        | 为                                                   |
        | 上一季度拍卖均价 * (100 % - 基准免费配额 * 年度系数) |
      并且 每条 进口行 的下列结果
        | 结果       | 名称     | 取自     | 修约    | 依据  |
        | line_price | 行业价格 | 行业价格 | 保留4位 | price |

    场景: 系数逐年下降
      假如 lines 为
        | record | sector   | liable_on  | mass  | exempt | intensity | auction      | baseline_known | baseline_entered | paid_abroad |
        | H1     | hydrogen | 2026-12-31 | 100 t | 0 t    | 9 tCO2e/t | 50 GBP/tCO2e | 否             | 0 %              | 0 GBP       |
      当 按 2026-12-01 评定
      那么 量 total 为 0 GBP

    场景: 系数逐年下降 (2)
      假如 lines 为
        | record | sector   | liable_on  | mass  | exempt | intensity | auction      | baseline_known | baseline_entered | paid_abroad |
        | H1     | hydrogen | 2027-01-01 | 100 t | 0 t    | 9 tCO2e/t | 50 GBP/tCO2e | 否             | 0 %              | 0 GBP       |
      当 按 2026-12-01 评定
      那么 量 total 为 7052.5125 GBP

    场景: 系数逐年下降 (3)
      假如 lines 为
        | record | sector   | liable_on  | mass  | exempt | intensity | auction      | baseline_known | baseline_entered | paid_abroad |
        | H1     | hydrogen | 2027-12-31 | 100 t | 0 t    | 9 tCO2e/t | 50 GBP/tCO2e | 否             | 0 %              | 0 GBP       |
      当 按 2026-12-01 评定
      那么 量 total 为 7052.5125 GBP

    场景: 系数逐年下降 (4)
      假如 lines 为
        | record | sector   | liable_on  | mass  | exempt | intensity | auction      | baseline_known | baseline_entered | paid_abroad |
        | H1     | hydrogen | 2028-01-01 | 100 t | 0 t    | 9 tCO2e/t | 50 GBP/tCO2e | 否             | 0 %              | 0 GBP       |
      当 按 2026-12-01 评定
      那么 量 total 为 8025.525 GBP

    场景: 系数逐年下降 (5)
      假如 lines 为
        | record | sector   | liable_on  | mass  | exempt | intensity | auction      | baseline_known | baseline_entered | paid_abroad |
        | H1     | hydrogen | 2028-12-31 | 100 t | 0 t    | 9 tCO2e/t | 50 GBP/tCO2e | 否             | 0 %              | 0 GBP       |
      当 按 2026-12-01 评定
      那么 量 total 为 8025.525 GBP

    场景: 系数逐年下降 (6)
      假如 lines 为
        | record | sector   | liable_on  | mass  | exempt | intensity | auction      | baseline_known | baseline_entered | paid_abroad |
        | H1     | hydrogen | 2029-01-01 | 100 t | 0 t    | 9 tCO2e/t | 50 GBP/tCO2e | 否             | 0 %              | 0 GBP       |
      当 按 2026-12-01 评定
      那么 量 total 为 9971.55 GBP

    场景: 系数逐年下降 (7)
      假如 lines 为
        | record | sector   | liable_on  | mass  | exempt | intensity | auction      | baseline_known | baseline_entered | paid_abroad |
        | H1     | hydrogen | 2029-12-31 | 100 t | 0 t    | 9 tCO2e/t | 50 GBP/tCO2e | 否             | 0 %              | 0 GBP       |
      当 按 2026-12-01 评定
      那么 量 total 为 9971.55 GBP

    场景: 系数逐年下降 (8)
      假如 lines 为
        | record | sector   | liable_on  | mass  | exempt | intensity | auction      | baseline_known | baseline_entered | paid_abroad |
        | H1     | hydrogen | 2030-01-01 | 100 t | 0 t    | 9 tCO2e/t | 50 GBP/tCO2e | 否             | 0 %              | 0 GBP       |
      当 按 2026-12-01 评定
      那么 量 total 为 14836.6125 GBP

    场景: 系数逐年下降 (9)
      假如 lines 为
        | record | sector   | liable_on  | mass  | exempt | intensity | auction      | baseline_known | baseline_entered | paid_abroad |
        | H1     | hydrogen | 2030-12-31 | 100 t | 0 t    | 9 tCO2e/t | 50 GBP/tCO2e | 否             | 0 %              | 0 GBP       |
      当 按 2026-12-01 评定
      那么 量 total 为 14836.6125 GBP

  规则: 税额
    背景:
      假如 每条 进口行 的量 隐含排放 (embodied), 以 tCO2e 计, 依据 charge, indirect
        | 为                                               |
        | max(货物质量 - 豁免质量, 0 t) * 每吨货物直接排放 |
      并且 每条 进口行 的量 减免前税额 (before_relief), 以 GBP 计
        | 为                  | 情形                       | 依据          |
        | 0 GBP               | 义务发生日 早于 2027-01-01 | start         |
        | 0 GBP               | 货物行业 为 其他行业       | goods         |
        | 隐含排放 * 行业价格 | 其他                       | charge, ahead |
      并且 每条 进口行 的量 本行减免 (line_relief), 以 GBP 计
        | 为           | 情形                       | 依据   |
        | 0 GBP        | 义务发生日 早于 2027-01-01 | start  |
        | 0 GBP        | 货物行业 为 其他行业       | goods  |
        | 境外已付碳价 | 其他                       | relief |
      并且 每条 进口行 的量 行税额 (charge), 以 GBP 计, 依据 relief, entered
        | 为                                |
        | max(减免前税额 - 本行减免, 0 GBP) |
      并且 量 逐行税额 (by_line), 以 GBP 计, 为 进口货物 的 行税额 之和, 依据 charge, pooled
      并且 量 各行减免前税额 (all_before), 以 GBP 计, 为 进口货物 的 减免前税额 之和, 依据 charge
      并且 量 各行减免 (all_relief), 以 GBP 计, 为 进口货物 的 本行减免 之和, 依据 relief, pooled
      并且 量 税额合计 (total), 以 GBP 计, 依据 charge, pooled
        | 为                                    | 情形                 |
        | 逐行税额                              | 减免扣除范围 为 line |
        | max(各行减免前税额 - 各行减免, 0 GBP) | 其他                 |
      并且 每条 进口行 的量 间接排放可能计入（1 = 是） (indirect_open), 依据 indirect
        | 为 | 情形                                                |
        | 1  | 义务发生日 自 2029-01-01 起; 货物行业 不为 其他行业 |
        | 0  | 其他                                                |
      并且 量 间接排放可能计入的行数 (indirect_all), 为 进口货物 的 间接排放可能计入（1 = 是） 之和, 依据 indirect
      并且 下列不符合项
        | 代码  | 不符合项                                 | 情形                          | 程度   | 依据     |
        | UK-06 | 间接排放自 2029 年起可能计入，未含于此数 | 间接排放可能计入的行数 高于 0 | 观察项 | indirect |
      并且 每条 进口行 的下列结果
        | 结果          | 名称               | 取自     | 修约    | 依据   |
        | line_embodied | 隐含排放           | 隐含排放 | 保留2位 | charge |
        | line_charge   | 税额，仅计本行减免 | 行税额   | 保留2位 | charge |
      并且 下列结果
        | 结果         | 名称           | 取自     | 修约    | 依据   |
        | charge_total | 全部行税额估算 | 税额合计 | 保留2位 | charge |

    场景: 行业、豁免、减免与录入值
      假如 lines 为
        | record | sector | liable_on  | mass  | exempt | intensity | auction      | baseline_known | baseline_entered | paid_abroad |
        | L1     | cement | 2027-06-30 | 100 t | 0 t    | 2 tCO2e/t | 50 GBP/tCO2e | 是             | 80 %             | 0 GBP       |
      当 按 2026-12-01 评定
      那么 量 total 为 2200 GBP
      并且 不开具 UK-06

    场景: 行业、豁免、减免与录入值 (2)
      假如 lines 为
        | record | sector | liable_on  | mass  | exempt | intensity | auction      | baseline_known | baseline_entered | paid_abroad |
        | L1     | cement | 2027-06-30 | 100 t | 25 t   | 2 tCO2e/t | 50 GBP/tCO2e | 是             | 80 %             | 0 GBP       |
      当 按 2026-12-01 评定
      那么 量 total 为 1650 GBP
      并且 不开具 UK-06

    场景: 行业、豁免、减免与录入值 (3)
      假如 lines 为
        | record | sector | liable_on  | mass  | exempt | intensity | auction      | baseline_known | baseline_entered | paid_abroad |
        | L1     | cement | 2027-06-30 | 100 t | 101 t  | 2 tCO2e/t | 50 GBP/tCO2e | 是             | 80 %             | 0 GBP       |
      当 按 2026-12-01 评定
      那么 量 total 为 0 GBP
      并且 不开具 UK-06

    场景: 行业、豁免、减免与录入值 (4)
      假如 lines 为
        | record | sector | liable_on  | mass  | exempt | intensity | auction      | baseline_known | baseline_entered | paid_abroad |
        | L1     | cement | 2027-06-30 | 100 t | 0 t    | 2 tCO2e/t | 50 GBP/tCO2e | 是             | 80 %             | 200 GBP     |
      当 按 2026-12-01 评定
      那么 量 total 为 2000 GBP
      并且 不开具 UK-06

    场景: 行业、豁免、减免与录入值 (5)
      假如 lines 为
        | record | sector | liable_on  | mass  | exempt | intensity | auction      | baseline_known | baseline_entered | paid_abroad |
        | L1     | cement | 2027-06-30 | 100 t | 0 t    | 2 tCO2e/t | 50 GBP/tCO2e | 是             | 80 %             | 2201 GBP    |
      当 按 2026-12-01 评定
      那么 量 total 为 0 GBP
      并且 不开具 UK-06

    场景: 行业、豁免、减免与录入值 (6)
      假如 lines 为
        | record | sector   | liable_on  | mass  | exempt | intensity | auction      | baseline_known | baseline_entered | paid_abroad |
        | L1     | hydrogen | 2027-06-30 | 100 t | 0 t    | 2 tCO2e/t | 50 GBP/tCO2e | 是             | 80 %             | 0 GBP       |
      当 按 2026-12-01 评定
      那么 量 total 为 2200 GBP
      并且 不开具 UK-06

    场景: 行业、豁免、减免与录入值 (7)
      假如 lines 为
        | record | sector  | liable_on  | mass  | exempt | intensity | auction      | baseline_known | baseline_entered | paid_abroad |
        | L1     | another | 2027-06-30 | 100 t | 0 t    | 2 tCO2e/t | 50 GBP/tCO2e | 否             | 0 %              | 0 GBP       |
      当 按 2026-12-01 评定
      那么 量 total 为 0 GBP
      并且 不开具 UK-06

    场景: 行业、豁免、减免与录入值 (8)
      假如 lines 为
        | record | sector  | liable_on  | mass  | exempt | intensity | auction      | baseline_known | baseline_entered | paid_abroad |
        | L1     | another | 2029-06-30 | 100 t | 0 t    | 2 tCO2e/t | 50 GBP/tCO2e | 否             | 0 %              | 0 GBP       |
      当 按 2026-12-01 评定
      那么 量 total 为 0 GBP
      并且 不开具 UK-06

    场景: 行业、豁免、减免与录入值 (9)
      假如 lines 为
        | record | sector | liable_on  | mass  | exempt | intensity | auction      | baseline_known | baseline_entered | paid_abroad |
        | L1     | cement | 2028-12-31 | 100 t | 0 t    | 2 tCO2e/t | 50 GBP/tCO2e | 是             | 0 %              | 0 GBP       |
      当 按 2026-12-01 评定
      那么 量 total 为 10000 GBP
      并且 不开具 UK-06

    场景: 行业、豁免、减免与录入值 (10)
      假如 lines 为
        | record | sector | liable_on  | mass  | exempt | intensity | auction      | baseline_known | baseline_entered | paid_abroad |
        | L1     | cement | 2029-01-01 | 100 t | 0 t    | 2 tCO2e/t | 50 GBP/tCO2e | 是             | 0 %              | 0 GBP       |
      当 按 2026-12-01 评定
      那么 量 total 为 10000 GBP
      并且 开具观察项 UK-06

    场景: 水泥无基准则无金额
      假如 lines 为
        | record | sector | liable_on  | mass  | exempt | intensity | auction      | baseline_known | baseline_entered | paid_abroad |
        | C1     | cement | 2027-06-30 | 100 t | 0 t    | 2 tCO2e/t | 50 GBP/tCO2e | 否             | 0 %              | 0 GBP       |
      当 按 2026-12-01 评定
      那么 line C1 的量 baseline 由规则待定

    场景大纲: 2030 年以后按假设
      假如 设定 later_factor 为 <later>
      并且 lines 为
        | record | sector   | liable_on | mass  | exempt | intensity | auction      | baseline_known | baseline_entered | paid_abroad |
        | H1     | hydrogen | <day>     | 100 t | 0 t    | 9 tCO2e/t | 50 GBP/tCO2e | 否             | 0 %              | 0 GBP       |
      当 按 2026-12-01 评定
      那么 量 total 为 <charge> GBP

      例子:
        | later | day        | charge     |
        | same  | 2030-12-31 | 14836.6125 |
        | eu    | 2030-12-31 | 14836.6125 |
        | none  | 2030-12-31 | 14836.6125 |
        | same  | 2031-01-01 | 14836.6125 |
        | same  | 2035-01-01 | 14836.6125 |
        | none  | 2031-01-01 | 45000      |
        | eu    | 2031-01-01 | 24955.9425 |
        | eu    | 2031-12-31 | 24955.9425 |
        | eu    | 2032-01-01 | 29821.005  |
        | eu    | 2032-12-31 | 29821.005  |
        | eu    | 2033-01-01 | 34686.0675 |
        | eu    | 2033-12-31 | 34686.0675 |
        | eu    | 2034-01-01 | 39551.13   |
        | eu    | 2034-12-31 | 39551.13   |
        | eu    | 2035-01-01 | 45000      |

    场景: 2030 年以后未选假设则税额为区间
      假如 lines 为
        | record | sector   | liable_on  | mass  | exempt | intensity | auction      | baseline_known | baseline_entered | paid_abroad |
        | H1     | hydrogen | 2031-01-01 | 100 t | 0 t    | 9 tCO2e/t | 50 GBP/tCO2e | 否             | 0 %              | 0 GBP       |
      当 按 2026-12-01 评定
      那么 量 total 介于 14836.6125 GBP 与 45000 GBP 之间(含)

    场景大纲: 减免的两种解读
      假如 设定 relief_over 为 <off>
      并且 lines 为
        | record | sector   | liable_on  | mass  | exempt | intensity | auction      | baseline_known | baseline_entered | paid_abroad |
        | H1     | hydrogen | 2027-06-30 | 100 t | 0 t    | 9 tCO2e/t | 50 GBP/tCO2e | 否             | 0 %              | 8000 GBP    |
        | H2     | hydrogen | <day>      | 100 t | 0 t    | 9 tCO2e/t | 50 GBP/tCO2e | 否             | 0 %              | <paid> GBP  |
        | H3     | another  | 2027-06-30 | 100 t | 0 t    | 9 tCO2e/t | 50 GBP/tCO2e | 否             | 0 %              | 10000 GBP   |
        | H4     | hydrogen | 2026-12-31 | 100 t | 0 t    | 9 tCO2e/t | 50 GBP/tCO2e | 否             | 0 %              | 10000 GBP   |
      当 按 2026-12-01 评定
      那么 量 total 为 <charge> GBP

      例子:
        | off  | paid | day        | charge    |
        | line | 0    | 2027-06-30 | 7052.5125 |
        | all  | 0    | 2027-06-30 | 6105.025  |
        | line | 7000 | 2027-06-30 | 52.5125   |
        | line | 7000 | 2027-01-01 | 52.5125   |
        | all  | 7000 | 2027-06-30 | 0         |

    场景: 未选减免解读则税额为区间
      假如 lines 为
        | record | sector   | liable_on  | mass  | exempt | intensity | auction      | baseline_known | baseline_entered | paid_abroad |
        | H1     | hydrogen | 2027-06-30 | 100 t | 0 t    | 9 tCO2e/t | 50 GBP/tCO2e | 否             | 0 %              | 8000 GBP    |
        | H2     | hydrogen | 2027-06-30 | 100 t | 0 t    | 9 tCO2e/t | 50 GBP/tCO2e | 否             | 0 %              | 0 GBP       |
      当 按 2026-12-01 评定
      那么 量 total 介于 6105.025 GBP 与 7052.5125 GBP 之间(含)

  规则: 登记
    背景:
      假如 下列条件
        | 条件          | 名称   | 成立情形                                      | 依据     |
        | must_register | 须登记 | 十二个月内所涉货物价值 不低于 50000 GBP       | register |
        | must_register |        | 预计未来三十天内所涉货物价值 不低于 50000 GBP | register |
      并且 下列门槛
        | 编号  | 门槛                                       | 要求                                                       | 适用情形                               | 依据            |
        | UK-03 | 达 50,000 英镑已登记                       | 已登记纳税 为 是                                           | 须登记 成立; 评定日期 自 2027-01-01 起 | register, start |
        | UK-09 | 2028 年 5 月 31 日前完成 2027 年度申报缴款 | 已完成2027年度申报缴款 为 是; 申报缴款日 不迟于 2028-05-31 | 须登记 成立; 评定日期 晚于 2028-05-31  | return          |

    场景大纲: 任一方式达 50,000 英镑
      假如 value_12_months 为 <value_12_months> GBP
      并且 value_30_days 为 <value_30_days> GBP
      并且 registered 为 <registered>
      当 按 <date> 评定
      那么 门槛 UK-03 <UK-03>

      例子:
        | value_12_months | value_30_days | registered | date       | UK-03  |
        | 49999.99        | 49999.99      | 否         | 2027-01-01 | 不适用 |
        | 50000           | 0             | 否         | 2027-01-01 | 不满足 |
        | 0               | 50000         | 否         | 2027-01-01 | 不满足 |
        | 50000           | 0             | 是         | 2027-01-01 | 满足   |
        | 50000           | 0             | 否         | 2026-12-31 | 不适用 |

    场景大纲: 首次申报截至 2028 年 5 月 31 日
      假如 value_12_months 为 <value_12_months> GBP
      并且 returned 为 <returned>
      当 按 <date> 评定
      那么 门槛 UK-09 <UK-09>

      例子:
        | value_12_months | returned | date       | UK-09  |
        | 50000           | 否       | 2028-05-31 | 不适用 |
        | 50000           | 否       | 2028-06-01 | 不满足 |
        | 50000           | 是       | 2028-06-01 | 满足   |
        | 0               | 否       | 2028-06-01 | 不适用 |
