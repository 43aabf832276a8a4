# language: zh-CN
功能: 法案下的基准、价格与费用

  背景:
    假如 评分卡 us-cca-charge

  规则: 基准份额
    背景:
      假如 日期 基准年起始 (base_start), 依据 percent, moved
        | 为         | 情形                         |
        | 2024-01-01 | 法案 为 y2022                |
        | 2025-01-01 | 法案 为 y2023                |
        | 2025-01-01 | 2025 年法案的基准年 为 y2025 |
        | 2026-01-01 | 其他                         |
      并且 每条 进口行 的量 距基准年数 (base_years), 依据 percent
        | 为                                        |
        | max(年数(基准年起始 至 入境日) / 1 年, 0) |
      并且 每条 进口行 的量 基准份额 (baseline_share), 以 % 计, 依据 percent, moved
        | 为                                                                            | 情形                   |
        | max(100 % - min(距基准年数, 4) * 2.5 % - max(距基准年数 - 4, 0) * 5 %, 0 %)   | 基准如何下降 为 points |
        | 100 % * 97.5 % ^ min(距基准年数, 4) * 95 % ^ min(max(距基准年数 - 4, 0), 100) | 其他                   |
      并且 每条 进口行 的下列结果
        | 结果       | 名称     | 取自     | 修约    | 依据  |
        | line_share | 基准份额 | 基准份额 | 保留1位 | moved |

    场景: 逐年
      假如 设定 bill 为 y2022
      并且 设定 base_2025 为 y2026
      并且 lines 为
        | record | listed | liable_on  | mass    | granted | intensity   | industry_known | industry    | us_industry | economies | poorest | exports | waived |
        | S1     | 是     | 2023-12-31 | 12000 t | 是      | 2.1 tCO2e/t | 是             | 2.5 tCO2e/t | 1.4 tCO2e/t | 3         | 否      | 否      | 否     |
      并且 设定 joining 为 add
      并且 设定 decline 为 points
      并且 设定 club_effect 为 all
      当 按 2026-12-01 评定
      那么 line S1 的量 baseline_share 为 100 %

    场景: 逐年 (2)
      假如 设定 bill 为 y2022
      并且 设定 base_2025 为 y2026
      并且 lines 为
        | record | listed | liable_on  | mass    | granted | intensity   | industry_known | industry    | us_industry | economies | poorest | exports | waived |
        | S1     | 是     | 2024-12-31 | 12000 t | 是      | 2.1 tCO2e/t | 是             | 2.5 tCO2e/t | 1.4 tCO2e/t | 3         | 否      | 否      | 否     |
      并且 设定 joining 为 add
      并且 设定 decline 为 points
      并且 设定 club_effect 为 all
      当 按 2026-12-01 评定
      那么 line S1 的量 baseline_share 为 100 %

    场景: 逐年 (3)
      假如 设定 bill 为 y2022
      并且 设定 base_2025 为 y2026
      并且 lines 为
        | record | listed | liable_on  | mass    | granted | intensity   | industry_known | industry    | us_industry | economies | poorest | exports | waived |
        | S1     | 是     | 2025-01-01 | 12000 t | 是      | 2.1 tCO2e/t | 是             | 2.5 tCO2e/t | 1.4 tCO2e/t | 3         | 否      | 否      | 否     |
      并且 设定 joining 为 add
      并且 设定 decline 为 points
      并且 设定 club_effect 为 all
      当 按 2026-12-01 评定
      那么 line S1 的量 baseline_share 为 97.5 %

    场景: 逐年 (4)
      假如 设定 bill 为 y2022
      并且 设定 base_2025 为 y2026
      并且 lines 为
        | record | listed | liable_on  | mass    | granted | intensity   | industry_known | industry    | us_industry | economies | poorest | exports | waived |
        | S1     | 是     | 2028-12-31 | 12000 t | 是      | 2.1 tCO2e/t | 是             | 2.5 tCO2e/t | 1.4 tCO2e/t | 3         | 否      | 否      | 否     |
      并且 设定 joining 为 add
      并且 设定 decline 为 points
      并且 设定 club_effect 为 all
      当 按 2026-12-01 评定
      那么 line S1 的量 baseline_share 为 90 %

    场景: 逐年 (5)
      假如 设定 bill 为 y2022
      并且 设定 base_2025 为 y2026
      并且 lines 为
        | record | listed | liable_on  | mass    | granted | intensity   | industry_known | industry    | us_industry | economies | poorest | exports | waived |
        | S1     | 是     | 2029-01-01 | 12000 t | 是      | 2.1 tCO2e/t | 是             | 2.5 tCO2e/t | 1.4 tCO2e/t | 3         | 否      | 否      | 否     |
      并且 设定 joining 为 add
      并且 设定 decline 为 points
      并且 设定 club_effect 为 all
      当 按 2026-12-01 评定
      那么 line S1 的量 baseline_share 为 85 %

    场景: 逐年 (6)
      假如 设定 bill 为 y2022
      并且 设定 base_2025 为 y2026
      并且 lines 为
        | record | listed | liable_on  | mass    | granted | intensity   | industry_known | industry    | us_industry | economies | poorest | exports | waived |
        | S1     | 是     | 2030-01-01 | 12000 t | 是      | 2.1 tCO2e/t | 是             | 2.5 tCO2e/t | 1.4 tCO2e/t | 3         | 否      | 否      | 否     |
      并且 设定 joining 为 add
      并且 设定 decline 为 points
      并且 设定 club_effect 为 all
      当 按 2026-12-01 评定
      那么 line S1 的量 baseline_share 为 80 %

    场景: 逐年 (7)
      假如 设定 bill 为 y2022
      并且 设定 base_2025 为 y2026
      并且 lines 为
        | record | listed | liable_on  | mass    | granted | intensity   | industry_known | industry    | us_industry | economies | poorest | exports | waived |
        | S1     | 是     | 2046-12-31 | 12000 t | 是      | 2.1 tCO2e/t | 是             | 2.5 tCO2e/t | 1.4 tCO2e/t | 3         | 否      | 否      | 否     |
      并且 设定 joining 为 add
      并且 设定 decline 为 points
      并且 设定 club_effect 为 all
      当 按 2026-12-01 评定
      那么 line S1 的量 baseline_share 为 0 %

    场景: 逐年 (8)
      假如 设定 bill 为 y2022
      并且 设定 base_2025 为 y2026
      并且 lines 为
        | record | listed | liable_on  | mass    | granted | intensity   | industry_known | industry    | us_industry | economies | poorest | exports | waived |
        | S1     | 是     | 2048-01-01 | 12000 t | 是      | 2.1 tCO2e/t | 是             | 2.5 tCO2e/t | 1.4 tCO2e/t | 3         | 否      | 否      | 否     |
      并且 设定 joining 为 add
      并且 设定 decline 为 points
      并且 设定 club_effect 为 all
      当 按 2026-12-01 评定
      那么 line S1 的量 baseline_share 为 0 %

    场景: 逐年 (9)
      假如 设定 bill 为 y2023
      并且 设定 base_2025 为 y2026
      并且 lines 为
        | record | listed | liable_on  | mass    | granted | intensity   | industry_known | industry    | us_industry | economies | poorest | exports | waived |
        | S1     | 是     | 2028-05-10 | 12000 t | 是      | 2.1 tCO2e/t | 是             | 2.5 tCO2e/t | 1.4 tCO2e/t | 3         | 否      | 否      | 否     |
      并且 设定 joining 为 add
      并且 设定 decline 为 points
      并且 设定 club_effect 为 all
      当 按 2026-12-01 评定
      那么 line S1 的量 baseline_share 为 92.5 %

    场景: 逐年 (10)
      假如 设定 bill 为 y2025
      并且 设定 base_2025 为 y2025
      并且 lines 为
        | record | listed | liable_on  | mass    | granted | intensity   | industry_known | industry    | us_industry | economies | poorest | exports | waived |
        | S1     | 是     | 2028-05-10 | 12000 t | 是      | 2.1 tCO2e/t | 是             | 2.5 tCO2e/t | 1.4 tCO2e/t | 3         | 否      | 否      | 否     |
      并且 设定 joining 为 add
      并且 设定 decline 为 points
      并且 设定 club_effect 为 all
      当 按 2026-12-01 评定
      那么 line S1 的量 baseline_share 为 92.5 %

    场景: 逐年 (11)
      假如 设定 bill 为 y2025
      并且 设定 base_2025 为 y2026
      并且 lines 为
        | record | listed | liable_on  | mass    | granted | intensity   | industry_known | industry    | us_industry | economies | poorest | exports | waived |
        | S1     | 是     | 2028-05-10 | 12000 t | 是      | 2.1 tCO2e/t | 是             | 2.5 tCO2e/t | 1.4 tCO2e/t | 3         | 否      | 否      | 否     |
      并且 设定 joining 为 add
      并且 设定 decline 为 points
      并且 设定 club_effect 为 all
      当 按 2026-12-01 评定
      那么 line S1 的量 baseline_share 为 95 %

  规则: 年度价格
    背景:
      假如 日期 首次征收日 (first_day), 依据 first
        | 为         | 情形          |
        | 2024-01-01 | 法案 为 y2022 |
        | 2025-01-01 | 法案 为 y2023 |
        | 2026-01-01 | 其他          |
      并且 量 首年价格 (first_price), 以 USD/tCO2e 计, 依据 price
        | 为           | 情形          |
        | 60 USD/tCO2e | 法案 为 y2025 |
        | 55 USD/tCO2e | 其他          |
      并且 量 高于通胀的涨幅 (rise), 以 % 计, 依据 price
        | 为  | 情形          |
        | 6 % | 法案 为 y2025 |
        | 5 % | 其他          |
      并且 每条 进口行 的量 上涨年数 (rising), 依据 price
        | 为                                                 |
        | min(max(年数(首次征收日 至 入境日) / 1 年, 0), 40) |
      并且 每条 进口行 的量 当年价格 (line_price), 以 USD/tCO2e 计, 依据 price, joined
        | 为                                                            | 情形                  |
        | 首年价格 * (1 + 高于通胀的涨幅 + 年通胀率) ^ 上涨年数         | 通胀的计入方式 为 add |
        | 首年价格 * ((1 + 高于通胀的涨幅) * (1 + 年通胀率)) ^ 上涨年数 | 其他                  |
      并且 每条 进口行 的下列结果
        | 结果          | 名称     | 取自     | 修约    | 依据   |
        | price_of_year | 当年价格 | 当年价格 | 保留4位 | joined |

    场景: 依法案、通胀与解读
      假如 设定 bill 为 y2022
      并且 设定 joining 为 add
      并且 inflation 为 0 %
      并且 lines 为
        | record | listed | liable_on  | mass    | granted | intensity   | industry_known | industry    | us_industry | economies | poorest | exports | waived |
        | S1     | 是     | 2024-06-01 | 12000 t | 是      | 2.1 tCO2e/t | 是             | 2.5 tCO2e/t | 1.4 tCO2e/t | 3         | 否      | 否      | 否     |
      并且 设定 decline 为 points
      并且 设定 club_effect 为 all
      当 按 2026-12-01 评定
      那么 line S1 的量 line_price 为 55 USD/tCO2e

    场景: 依法案、通胀与解读 (2)
      假如 设定 bill 为 y2022
      并且 设定 joining 为 add
      并且 inflation 为 0 %
      并且 lines 为
        | record | listed | liable_on  | mass    | granted | intensity   | industry_known | industry    | us_industry | economies | poorest | exports | waived |
        | S1     | 是     | 2026-06-01 | 12000 t | 是      | 2.1 tCO2e/t | 是             | 2.5 tCO2e/t | 1.4 tCO2e/t | 3         | 否      | 否      | 否     |
      并且 设定 decline 为 points
      并且 设定 club_effect 为 all
      当 按 2026-12-01 评定
      那么 line S1 的量 line_price 为 60.6375 USD/tCO2e

    场景: 依法案、通胀与解读 (3)
      假如 设定 bill 为 y2022
      并且 设定 joining 为 add
      并且 inflation 为 2.5 %
      并且 lines 为
        | record | listed | liable_on  | mass    | granted | intensity   | industry_known | industry    | us_industry | economies | poorest | exports | waived |
        | S1     | 是     | 2030-06-01 | 12000 t | 是      | 2.1 tCO2e/t | 是             | 2.5 tCO2e/t | 1.4 tCO2e/t | 3         | 否      | 否      | 否     |
      并且 设定 decline 为 points
      并且 设定 club_effect 为 all
      当 按 2026-12-01 评定
      那么 line S1 的量 line_price 为 84.881583909912109375 USD/tCO2e

    场景: 依法案、通胀与解读 (4)
      假如 设定 bill 为 y2022
      并且 设定 joining 为 multiply
      并且 inflation 为 2.5 %
      并且 lines 为
        | record | listed | liable_on  | mass    | granted | intensity   | industry_known | industry    | us_industry | economies | poorest | exports | waived |
        | S1     | 是     | 2030-06-01 | 12000 t | 是      | 2.1 tCO2e/t | 是             | 2.5 tCO2e/t | 1.4 tCO2e/t | 3         | 否      | 否      | 否     |
      并且 设定 decline 为 points
      并且 设定 club_effect 为 all
      当 按 2026-12-01 评定
      那么 line S1 的量 line_price 为 85.475505181472983760833740234375 USD/tCO2e

    场景: 依法案、通胀与解读 (5)
      假如 设定 bill 为 y2023
      并且 设定 joining 为 add
      并且 inflation 为 2.5 %
      并且 lines 为
        | record | listed | liable_on  | mass    | granted | intensity   | industry_known | industry    | us_industry | economies | poorest | exports | waived |
        | S1     | 是     | 2030-06-01 | 12000 t | 是      | 2.1 tCO2e/t | 是             | 2.5 tCO2e/t | 1.4 tCO2e/t | 3         | 否      | 否      | 否     |
      并且 设定 decline 为 points
      并且 设定 club_effect 为 all
      当 按 2026-12-01 评定
      那么 line S1 的量 line_price 为 78.959612939453125 USD/tCO2e

    场景: 依法案、通胀与解读 (6)
      假如 设定 bill 为 y2025
      并且 设定 joining 为 add
      并且 inflation 为 2.5 %
      并且 lines 为
        | record | listed | liable_on  | mass    | granted | intensity   | industry_known | industry    | us_industry | economies | poorest | exports | waived |
        | S1     | 是     | 2026-12-31 | 12000 t | 是      | 2.1 tCO2e/t | 是             | 2.5 tCO2e/t | 1.4 tCO2e/t | 3         | 否      | 否      | 否     |
      并且 设定 decline 为 points
      并且 设定 club_effect 为 all
      当 按 2026-12-01 评定
      那么 line S1 的量 line_price 为 60 USD/tCO2e

    场景: 依法案、通胀与解读 (7)
      假如 设定 bill 为 y2025
      并且 设定 joining 为 add
      并且 inflation 为 2.5 %
      并且 lines 为
        | record | listed | liable_on  | mass    | granted | intensity   | industry_known | industry    | us_industry | economies | poorest | exports | waived |
        | S1     | 是     | 2027-01-01 | 12000 t | 是      | 2.1 tCO2e/t | 是             | 2.5 tCO2e/t | 1.4 tCO2e/t | 3         | 否      | 否      | 否     |
      并且 设定 decline 为 points
      并且 设定 club_effect 为 all
      当 按 2026-12-01 评定
      那么 line S1 的量 line_price 为 65.1 USD/tCO2e

    场景: 依法案、通胀与解读 (8)
      假如 设定 bill 为 y2025
      并且 设定 joining 为 multiply
      并且 inflation 为 2.5 %
      并且 lines 为
        | record | listed | liable_on  | mass    | granted | intensity   | industry_known | industry    | us_industry | economies | poorest | exports | waived |
        | S1     | 是     | 2027-01-01 | 12000 t | 是      | 2.1 tCO2e/t | 是             | 2.5 tCO2e/t | 1.4 tCO2e/t | 3         | 否      | 否      | 否     |
      并且 设定 decline 为 points
      并且 设定 club_effect 为 all
      当 按 2026-12-01 评定
      那么 line S1 的量 line_price 为 65.19 USD/tCO2e

    场景: 依法案、通胀与解读 (9)
      假如 设定 bill 为 y2025
      并且 设定 joining 为 add
      并且 inflation 为 3 %
      并且 lines 为
        | record | listed | liable_on  | mass    | granted | intensity   | industry_known | industry    | us_industry | economies | poorest | exports | waived |
        | S1     | 是     | 2034-06-01 | 12000 t | 是      | 2.1 tCO2e/t | 是             | 2.5 tCO2e/t | 1.4 tCO2e/t | 3         | 否      | 否      | 否     |
      并且 设定 decline 为 points
      并且 设定 club_effect 为 all
      当 按 2026-12-01 评定
      那么 line S1 的量 line_price 为 119.553758501411526 USD/tCO2e

    场景: 四十年后价格不再上升
      假如 设定 bill 为 y2022
      并且 lines 为
        | record | listed | liable_on  | mass    | granted | intensity   | industry_known | industry    | us_industry | economies | poorest | exports | waived |
        | S1     | 是     | 2023-12-31 | 12000 t | 是      | 2.1 tCO2e/t | 是             | 2.5 tCO2e/t | 1.4 tCO2e/t | 3         | 否      | 否      | 否     |
      并且 设定 joining 为 add
      并且 设定 decline 为 points
      并且 设定 club_effect 为 all
      当 按 2026-12-01 评定
      那么 line S1 的量 rising 为 0

    场景: 四十年后价格不再上升 (2)
      假如 设定 bill 为 y2022
      并且 lines 为
        | record | listed | liable_on  | mass    | granted | intensity   | industry_known | industry    | us_industry | economies | poorest | exports | waived |
        | S1     | 是     | 2063-12-31 | 12000 t | 是      | 2.1 tCO2e/t | 是             | 2.5 tCO2e/t | 1.4 tCO2e/t | 3         | 否      | 否      | 否     |
      并且 设定 joining 为 add
      并且 设定 decline 为 points
      并且 设定 club_effect 为 all
      当 按 2026-12-01 评定
      那么 line S1 的量 rising 为 39

    场景: 四十年后价格不再上升 (3)
      假如 设定 bill 为 y2022
      并且 lines 为
        | record | listed | liable_on  | mass    | granted | intensity   | industry_known | industry    | us_industry | economies | poorest | exports | waived |
        | S1     | 是     | 2064-01-01 | 12000 t | 是      | 2.1 tCO2e/t | 是             | 2.5 tCO2e/t | 1.4 tCO2e/t | 3         | 否      | 否      | 否     |
      并且 设定 joining 为 add
      并且 设定 decline 为 points
      并且 设定 club_effect 为 all
      当 按 2026-12-01 评定
      那么 line S1 的量 rising 为 40

    场景: 四十年后价格不再上升 (4)
      假如 设定 bill 为 y2022
      并且 lines 为
        | record | listed | liable_on  | mass    | granted | intensity   | industry_known | industry    | us_industry | economies | poorest | exports | waived |
        | S1     | 是     | 2065-01-01 | 12000 t | 是      | 2.1 tCO2e/t | 是             | 2.5 tCO2e/t | 1.4 tCO2e/t | 3         | 否      | 否      | 否     |
      并且 设定 joining 为 add
      并且 设定 decline 为 points
      并且 设定 club_effect 为 all
      当 按 2026-12-01 评定
      那么 line S1 的量 rising 为 40

  规则: 费用
    背景:
      假如 每条 进口行 的量 计用强度 (counting), 以 tCO2e/t 计, 依据 origin
        | 为                                          | 情形                 |
        | 自有数据强度                                | 自有数据已获准 为 是 |
        | 原产行业强度                                | 有原产行业数据 为 是 |
        | 美国行业强度 * 原产经济体与美国的碳强度之比 | 其他                 |
      并且 每条 进口行 的量 行费用 (charge), 以 USD 计
        | 为                                                                       | 情形                                                             | 依据    |
        | 0 USD                                                                    | 货物属所列行业 为 否                                             | listed  |
        | 0 USD                                                                    | 入境日 早于 首次征收日                                           | first   |
        | 0 USD                                                                    | 原产国属最不发达国家 为 是; 原产国占该货物世界出口 3% 以上 为 否 | poorest |
        | 0 USD                                                                    | 法案 为 y2025; 碳俱乐部免收 为 是; 碳俱乐部免收的效力 为 all     | club    |
        | max(计用强度 - 美国行业强度 * 基准份额, 0 tCO2e/t) * 货物质量 * 当年价格 | 其他                                                             | charge  |
      并且 量 费用合计 (total_charge), 以 USD 计, 为 进口货物 的 行费用 之和, 依据 charge
      并且 下列不符合项
        | 代码     | 不符合项                     | 情形                | 程度   | 依据   |
        | CCA-BILL | 此为法案而非法律，故无须缴纳 | 费用合计 高于 0 USD | 观察项 | charge |
      并且 每条 进口行 的下列结果
        | 结果        | 名称         | 取自   | 修约    | 依据   |
        | line_charge | 法案下的费用 | 行费用 | 保留2位 | charge |
      并且 下列结果
        | 结果         | 名称               | 取自     | 修约    | 依据   |
        | charge_total | 法案下各行费用合计 | 费用合计 | 保留2位 | charge |

    场景: 采用何强度，何者不收
      假如 设定 bill 为 y2025
      并且 设定 base_2025 为 y2026
      并且 lines 为
        | record | listed | liable_on  | mass | granted | intensity   | industry_known | industry    | us_industry | economies | poorest | exports | waived |
        | S1     | 是     | 2026-06-01 | 1 t  | 是      | 2.1 tCO2e/t | 是             | 2.5 tCO2e/t | 1.4 tCO2e/t | 3         | 否      | 否      | 否     |
      并且 设定 joining 为 add
      并且 设定 decline 为 points
      并且 设定 club_effect 为 all
      当 按 2026-12-01 评定
      那么 line S1 的量 charge 为 42 USD

    场景: 采用何强度，何者不收 (2)
      假如 设定 bill 为 y2025
      并且 设定 base_2025 为 y2026
      并且 lines 为
        | record | listed | liable_on  | mass | granted | intensity   | industry_known | industry    | us_industry | economies | poorest | exports | waived |
        | S1     | 否     | 2026-06-01 | 1 t  | 是      | 2.1 tCO2e/t | 是             | 2.5 tCO2e/t | 1.4 tCO2e/t | 3         | 否      | 否      | 否     |
      并且 设定 joining 为 add
      并且 设定 decline 为 points
      并且 设定 club_effect 为 all
      当 按 2026-12-01 评定
      那么 line S1 的量 charge 为 0 USD

    场景: 采用何强度，何者不收 (3)
      假如 设定 bill 为 y2025
      并且 设定 base_2025 为 y2026
      并且 lines 为
        | record | listed | liable_on  | mass | granted | intensity   | industry_known | industry    | us_industry | economies | poorest | exports | waived |
        | S1     | 是     | 2025-12-31 | 1 t  | 是      | 2.1 tCO2e/t | 是             | 2.5 tCO2e/t | 1.4 tCO2e/t | 3         | 否      | 否      | 否     |
      并且 设定 joining 为 add
      并且 设定 decline 为 points
      并且 设定 club_effect 为 all
      当 按 2026-12-01 评定
      那么 line S1 的量 charge 为 0 USD

    场景: 采用何强度，何者不收 (4)
      假如 设定 bill 为 y2025
      并且 设定 base_2025 为 y2026
      并且 lines 为
        | record | listed | liable_on  | mass | granted | intensity   | industry_known | industry    | us_industry | economies | poorest | exports | waived |
        | S1     | 是     | 2026-01-01 | 1 t  | 是      | 2.1 tCO2e/t | 是             | 2.5 tCO2e/t | 1.4 tCO2e/t | 3         | 否      | 否      | 否     |
      并且 设定 joining 为 add
      并且 设定 decline 为 points
      并且 设定 club_effect 为 all
      当 按 2026-12-01 评定
      那么 line S1 的量 charge 为 42 USD

    场景: 采用何强度，何者不收 (5)
      假如 设定 bill 为 y2025
      并且 设定 base_2025 为 y2026
      并且 lines 为
        | record | listed | liable_on  | mass | granted | intensity   | industry_known | industry    | us_industry | economies | poorest | exports | waived |
        | S1     | 是     | 2026-06-01 | 1 t  | 否      | 2.1 tCO2e/t | 是             | 2.5 tCO2e/t | 1.4 tCO2e/t | 3         | 否      | 否      | 否     |
      并且 设定 joining 为 add
      并且 设定 decline 为 points
      并且 设定 club_effect 为 all
      当 按 2026-12-01 评定
      那么 line S1 的量 charge 为 66 USD

    场景: 采用何强度，何者不收 (6)
      假如 设定 bill 为 y2025
      并且 设定 base_2025 为 y2026
      并且 lines 为
        | record | listed | liable_on  | mass | granted | intensity   | industry_known | industry    | us_industry | economies | poorest | exports | waived |
        | S1     | 是     | 2026-06-01 | 1 t  | 否      | 2.1 tCO2e/t | 否             | 2.5 tCO2e/t | 1.4 tCO2e/t | 3         | 否      | 否      | 否     |
      并且 设定 joining 为 add
      并且 设定 decline 为 points
      并且 设定 club_effect 为 all
      当 按 2026-12-01 评定
      那么 line S1 的量 charge 为 168 USD

    场景: 采用何强度，何者不收 (7)
      假如 设定 bill 为 y2025
      并且 设定 base_2025 为 y2026
      并且 lines 为
        | record | listed | liable_on  | mass | granted | intensity   | industry_known | industry    | us_industry | economies | poorest | exports | waived |
        | S1     | 是     | 2026-06-01 | 1 t  | 是      | 2.1 tCO2e/t | 是             | 2.5 tCO2e/t | 1.4 tCO2e/t | 3         | 是      | 否      | 否     |
      并且 设定 joining 为 add
      并且 设定 decline 为 points
      并且 设定 club_effect 为 all
      当 按 2026-12-01 评定
      那么 line S1 的量 charge 为 0 USD

    场景: 采用何强度，何者不收 (8)
      假如 设定 bill 为 y2025
      并且 设定 base_2025 为 y2026
      并且 lines 为
        | record | listed | liable_on  | mass | granted | intensity   | industry_known | industry    | us_industry | economies | poorest | exports | waived |
        | S1     | 是     | 2026-06-01 | 1 t  | 是      | 2.1 tCO2e/t | 是             | 2.5 tCO2e/t | 1.4 tCO2e/t | 3         | 是      | 是      | 否     |
      并且 设定 joining 为 add
      并且 设定 decline 为 points
      并且 设定 club_effect 为 all
      当 按 2026-12-01 评定
      那么 line S1 的量 charge 为 42 USD

    场景: 采用何强度，何者不收 (9)
      假如 设定 bill 为 y2025
      并且 设定 base_2025 为 y2026
      并且 lines 为
        | record | listed | liable_on  | mass | granted | intensity   | industry_known | industry    | us_industry | economies | poorest | exports | waived |
        | S1     | 是     | 2026-06-01 | 1 t  | 是      | 2.1 tCO2e/t | 是             | 2.5 tCO2e/t | 1.4 tCO2e/t | 3         | 否      | 是      | 否     |
      并且 设定 joining 为 add
      并且 设定 decline 为 points
      并且 设定 club_effect 为 all
      当 按 2026-12-01 评定
      那么 line S1 的量 charge 为 42 USD

    场景: 采用何强度，何者不收 (10)
      假如 设定 bill 为 y2025
      并且 设定 base_2025 为 y2026
      并且 lines 为
        | record | listed | liable_on  | mass | granted | intensity   | industry_known | industry    | us_industry | economies | poorest | exports | waived |
        | S1     | 是     | 2026-06-01 | 1 t  | 是      | 2.1 tCO2e/t | 是             | 2.5 tCO2e/t | 1.4 tCO2e/t | 3         | 否      | 否      | 是     |
      并且 设定 joining 为 add
      并且 设定 decline 为 points
      并且 设定 club_effect 为 all
      当 按 2026-12-01 评定
      那么 line S1 的量 charge 为 0 USD

    场景: 采用何强度，何者不收 (11)
      假如 设定 bill 为 y2023
      并且 设定 base_2025 为 y2026
      并且 lines 为
        | record | listed | liable_on  | mass | granted | intensity   | industry_known | industry    | us_industry | economies | poorest | exports | waived |
        | S1     | 是     | 2025-06-01 | 1 t  | 是      | 2.1 tCO2e/t | 是             | 2.5 tCO2e/t | 1.4 tCO2e/t | 3         | 否      | 否      | 是     |
      并且 设定 joining 为 add
      并且 设定 decline 为 points
      并且 设定 club_effect 为 all
      当 按 2026-12-01 评定
      那么 line S1 的量 charge 为 38.5 USD

    场景: 采用何强度，何者不收 (12)
      假如 设定 bill 为 y2023
      并且 设定 base_2025 为 y2026
      并且 lines 为
        | record | listed | liable_on  | mass | granted | intensity   | industry_known | industry    | us_industry | economies | poorest | exports | waived |
        | S1     | 是     | 2024-12-31 | 1 t  | 是      | 2.1 tCO2e/t | 是             | 2.5 tCO2e/t | 1.4 tCO2e/t | 3         | 否      | 否      | 否     |
      并且 设定 joining 为 add
      并且 设定 decline 为 points
      并且 设定 club_effect 为 all
      当 按 2026-12-01 评定
      那么 line S1 的量 charge 为 0 USD

    场景: 采用何强度，何者不收 (13)
      假如 设定 bill 为 y2022
      并且 设定 base_2025 为 y2026
      并且 lines 为
        | record | listed | liable_on  | mass | granted | intensity   | industry_known | industry    | us_industry | economies | poorest | exports | waived |
        | S1     | 是     | 2024-01-01 | 1 t  | 是      | 2.1 tCO2e/t | 是             | 2.5 tCO2e/t | 1.4 tCO2e/t | 3         | 否      | 否      | 否     |
      并且 设定 joining 为 add
      并且 设定 decline 为 points
      并且 设定 club_effect 为 all
      当 按 2026-12-01 评定
      那么 line S1 的量 charge 为 38.5 USD

    场景: 采用何强度，何者不收 (14)
      假如 设定 bill 为 y2022
      并且 设定 base_2025 为 y2026
      并且 lines 为
        | record | listed | liable_on  | mass | granted | intensity   | industry_known | industry    | us_industry | economies | poorest | exports | waived |
        | S1     | 是     | 2023-12-31 | 1 t  | 是      | 2.1 tCO2e/t | 是             | 2.5 tCO2e/t | 1.4 tCO2e/t | 3         | 否      | 否      | 否     |
      并且 设定 joining 为 add
      并且 设定 decline 为 points
      并且 设定 club_effect 为 all
      当 按 2026-12-01 评定
      那么 line S1 的量 charge 为 0 USD

    场景: 恰在线上为零
      假如 设定 bill 为 y2025
      并且 设定 base_2025 为 y2026
      并且 lines 为
        | record | listed | liable_on  | mass    | granted | intensity    | industry_known | industry    | us_industry | economies | poorest | exports | waived |
        | S1     | 是     | 2028-05-10 | 12000 t | 是      | 1.33 tCO2e/t | 是             | 2.5 tCO2e/t | 1.4 tCO2e/t | 3         | 否      | 否      | 否     |
      并且 设定 joining 为 add
      并且 设定 decline 为 points
      并且 设定 club_effect 为 all
      当 按 2026-12-01 评定
      那么 量 total_charge 为 0 USD
      并且 不开具 CCA-BILL

    场景: 恰在线上为零 (2)
      假如 设定 bill 为 y2025
      并且 设定 base_2025 为 y2026
      并且 lines 为
        | record | listed | liable_on  | mass    | granted | intensity      | industry_known | industry    | us_industry | economies | poorest | exports | waived |
        | S1     | 是     | 2028-05-10 | 12000 t | 是      | 1.3301 tCO2e/t | 是             | 2.5 tCO2e/t | 1.4 tCO2e/t | 3         | 否      | 否      | 否     |
      并且 设定 joining 为 add
      并且 设定 decline 为 points
      并且 设定 club_effect 为 all
      当 按 2026-12-01 评定
      那么 量 total_charge 为 84.7602 USD
      并且 开具观察项 CCA-BILL

    场景: 恰在线上为零 (3)
      假如 设定 bill 为 y2025
      并且 设定 base_2025 为 y2026
      并且 lines 为
        | record | listed | liable_on  | mass    | granted | intensity | industry_known | industry    | us_industry | economies | poorest | exports | waived |
        | S1     | 是     | 2028-05-10 | 12000 t | 是      | 1 tCO2e/t | 是             | 2.5 tCO2e/t | 1.4 tCO2e/t | 3         | 否      | 否      | 否     |
      并且 设定 joining 为 add
      并且 设定 decline 为 points
      并且 设定 club_effect 为 all
      当 按 2026-12-01 评定
      那么 量 total_charge 为 0 USD
      并且 不开具 CCA-BILL

    场景: 未选法案时费用为区间
      假如 设定 base_2025 为 y2026
      并且 设定 joining 为 add
      并且 设定 decline 为 points
      并且 设定 club_effect 为 all
      当 按 2026-12-01 评定
      那么 量 total_charge 介于 587288.625 USD 与 838167.342138 USD 之间(含)

  规则: 制成品
    背景:
      假如 日期 制成品收费首日 (finished_first), 依据 finished
        | 为                           | 情形          |
        | 2026-01-01                   | 法案 为 y2022 |
        | 2027-01-01                   | 法案 为 y2023 |
        | 待定, 因为 2025 年法案未查得 | 其他          |
      并且 每条 受管部件 的量 制成品收费年数 (part_years), 依据 finished
        | 为                                                |
        | max(年数(制成品收费首日 至 部件入境日) / 1 年, 0) |
      并且 每条 受管部件 的量 单件收费重量 (item_limit), 以 t 计, 依据 finished, parts
        | 为     | 情形                  |
        | 500 lb | 制成品收费年数 低于 2 |
        | 100 lb | 其他                  |
      并且 每条 受管部件 的量 部件距基准年数 (part_base_years), 依据 percent
        | 为                                            |
        | max(年数(基准年起始 至 部件入境日) / 1 年, 0) |
      并且 每条 受管部件 的量 部件基准份额 (part_share), 以 % 计, 依据 percent, moved
        | 为                                                                                    | 情形                   |
        | max(100 % - min(部件距基准年数, 4) * 2.5 % - max(部件距基准年数 - 4, 0) * 5 %, 0 %)   | 基准如何下降 为 points |
        | 100 % * 97.5 % ^ min(部件距基准年数, 4) * 95 % ^ min(max(部件距基准年数 - 4, 0), 100) | 其他                   |
      并且 每条 受管部件 的量 部件上涨年数 (part_rising), 依据 price
        | 为                                                     |
        | min(max(年数(首次征收日 至 部件入境日) / 1 年, 0), 40) |
      并且 每条 受管部件 的量 部件价格 (part_price), 以 USD/tCO2e 计, 依据 price, joined
        | 为                                                                | 情形                  |
        | 首年价格 * (1 + 高于通胀的涨幅 + 年通胀率) ^ 部件上涨年数         | 通胀的计入方式 为 add |
        | 首年价格 * ((1 + 高于通胀的涨幅) * (1 + 年通胀率)) ^ 部件上涨年数 | 其他                  |
      并且 每条 受管部件 的量 整件收费时的费用 (part_full), 以 USD 计, 依据 charge
        | 为                                                                                       |
        | max(部件计用强度 - 部件所属行业美国强度 * 部件基准份额, 0 tCO2e/t) * 部件质量 * 部件价格 |
      并且 每条 受管部件 的量 部件费用 (part_charge), 以 USD 计, 依据 finished, parts
        | 为               | 情形                           |
        | 0 USD            | 部件入境日 早于 制成品收费首日 |
        | 整件收费时的费用 | 单件受管质量 高于 单件收费重量 |
        | 整件收费时的费用 | 达到价值占比 为 是             |
        | 0 USD            | 其他                           |
      并且 量 制成品费用合计 (finished_total), 以 USD 计, 为 制成品的受管部件 的 部件费用 之和, 依据 finished
      并且 每条 受管部件 的下列结果
        | 结果         | 名称           | 取自     | 修约    | 依据     |
        | part_charged | 法案下部件费用 | 部件费用 | 保留2位 | finished |
      并且 下列结果
        | 结果             | 名称             | 取自           | 修约    | 依据     |
        | finished_charged | 法案下制成品费用 | 制成品费用合计 | 保留2位 | finished |

    场景大纲: CCA-12：制成品按重量、价值与日期收费
      假如 设定 bill 为 <bill>
      并且 设定 joining 为 <joining>
      并且 设定 decline 为 <decline>
      并且 parts 为
        | record | entered_on | item_mass | by_value | part_mass | part_counting       | part_industry |
        | P1     | <day>      | <item> t  | <value>  | 10 t      | <intensity> tCO2e/t | 1.4 tCO2e/t   |
      当 按 2026-12-01 评定
      那么 量 finished_total 为 <charge> USD

      例子:
        | bill  | joining  | decline | day        | item        | value | intensity | charge                           |
        | y2022 | add      | points  | 2025-12-31 | 1           | 是    | 2.1       | 0                                |
        | y2022 | add      | points  | 2026-01-01 | 0.226796186 | 否    | 2.1       | 489.4071875                      |
        | y2022 | add      | points  | 2026-01-01 | 0.226796185 | 否    | 2.1       | 0                                |
        | y2022 | add      | points  | 2026-01-01 | 0.2267      | 是    | 2.1       | 489.4071875                      |
        | y2022 | add      | points  | 2027-12-31 | 0.2267      | 否    | 2.1       | 0                                |
        | y2022 | add      | points  | 2028-01-01 | 0.045359238 | 否    | 2.1       | 616.98674296875                  |
        | y2022 | add      | points  | 2028-01-01 | 0.045359237 | 否    | 2.1       | 0                                |
        | y2022 | add      | points  | 2028-01-01 | 0.045359237 | 是    | 2.1       | 616.98674296875                  |
        | y2022 | add      | points  | 2026-01-01 | 1           | 否    | 1.33      | 0                                |
        | y2022 | add      | points  | 2029-06-01 | 1           | 否    | 2.1       | 718.5324777490234375             |
        | y2022 | multiply | points  | 2027-06-01 | 1           | 否    | 2.1       | 551.94787194873046875            |
        | y2022 | add      | percent | 2026-06-01 | 1           | 否    | 2.1       | 488.85104296875                  |
        | y2022 | add      | percent | 2029-06-01 | 1           | 否    | 2.1       | 709.1324191062983150482177734375 |
        | y2023 | add      | points  | 2026-12-31 | 1           | 是    | 2.1       | 0                                |
        | y2023 | add      | points  | 2027-01-01 | 1           | 否    | 2.1       | 489.4071875                      |
        | y2022 | add      | points  | 2048-06-01 | 1           | 否    | 0         | 0                                |

    场景大纲: 单件重量可以磅填报
      假如 设定 bill 为 y2022
      并且 设定 joining 为 add
      并且 设定 decline 为 points
      并且 parts 为
        | record | entered_on | item_mass | by_value | part_mass | part_counting | part_industry |
        | P1     | 2026-01-01 | <item> lb | 否       | 10 t      | 2.1 tCO2e/t   | 1.4 tCO2e/t   |
      当 按 2026-12-01 评定
      那么 量 finished_total 为 <charge> USD

      例子:
        | item       | charge      |
        | 500        | 0           |
        | 500.000001 | 489.4071875 |

    场景大纲: 远期部件的份额与年数
      假如 设定 bill 为 y2022
      并且 设定 decline 为 <decline>
      并且 parts 为
        | record | entered_on |
        | P1     | <day>      |
      当 按 2026-12-01 评定
      那么 part P1 的量 <quantity> 为 <is>

      例子:
        | decline | day        | quantity        | is                |
        | points  | 2023-12-31 | part_base_years | 0                 |
        | points  | 2028-12-31 | part_share      | 90 %              |
        | points  | 2029-01-01 | part_share      | 85 %              |
        | points  | 2046-01-01 | part_share      | 0 %               |
        | points  | 2048-01-01 | part_share      | 0 %               |
        | percent | 2024-12-31 | part_share      | 100 %             |
        | percent | 2029-01-01 | part_share      | 85.850349609375 % |
        | points  | 2023-12-31 | part_rising     | 0                 |
        | points  | 2063-12-31 | part_rising     | 39                |
        | points  | 2064-01-01 | part_rising     | 40                |
        | points  | 2065-01-01 | part_rising     | 40                |
        | points  | 2025-12-31 | part_years      | 0                 |
        | points  | 2026-01-01 | part_years      | 0                 |

    场景: 2025 年法案未查得起始日
      假如 设定 bill 为 y2025
      并且 设定 base_2025 为 y2026
      当 按 2026-12-01 评定
      那么 量 finished_first 由规则待定

  规则: 出口时退还
    背景:
      假如 每条 出口货 的量 本货退还 (good_rebate), 以 USD 计
        | 为       | 情形                   | 依据         |
        | 0 USD    | 出口货属所列行业 为 否 | listed       |
        | 0 USD    | 出口日 早于 首次征收日 | first, back  |
        | 已缴费用 | 其他                   | rebate, back |
      并且 量 出口退还合计 (rebate_total), 以 USD 计, 为 出口货物 的 本货退还 之和, 依据 rebate
      并且 每条 出口货 的下列结果
        | 结果      | 名称       | 取自     | 修约    | 依据   |
        | good_back | 法案下退还 | 本货退还 | 保留2位 | rebate |
      并且 下列结果
        | 结果   | 名称               | 取自         | 修约    | 依据   |
        | rebate | 法案下全部出口退还 | 出口退还合计 | 保留2位 | rebate |

    场景大纲: CCA-15：出口时退还已缴费用
      假如 设定 bill 为 <bill>
      并且 shipments 为
        | record | shipped_listed | shipped_on | charge_paid |
        | E1     | <listed>       | <day>      | 1000 USD    |
        | E2     | 是             | 2027-01-01 | 1 USD       |
      当 按 2026-12-01 评定
      那么 量 rebate_total 为 <rebate> USD

      例子:
        | bill  | listed | day        | rebate |
        | y2025 | 是     | 2026-01-01 | 1001   |
        | y2025 | 是     | 2025-12-31 | 1      |
        | y2025 | 否     | 2026-01-01 | 1      |
        | y2022 | 是     | 2024-01-01 | 1001   |
