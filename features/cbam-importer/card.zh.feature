# language: zh-CN
功能: 碳边境调节机制: 一个进口商与日历年
  单行货物之外, 进口商在一个日历年内的义务: 起征量、资格、期限、持有量、罚款。

  背景:
    假如 本评分卡
      | 项目     | 内容                                             |
      | 编号     | cbam-importer                                    |
      | 版本     | 6.0.0                                            |
      | 替代     | 5.0.0                                            |
      | 名称     | 碳边境调节机制: 一个进口商与日历年               |
      | 评价对象 | importer                                         |
      | 用途     | 自评                                             |
      | 时区     | Europe/Brussels                                  |
      | 生效日期 | 2026-01-01                                       |
      | 修约     | 四舍六入五成双, 保留5位                          |
      | 不适用项 | 剔除后按比例换算                                 |
      | 不评价   | 是否人为拆分进口                                 |
      | 不评价   | 授权条件与担保                                   |
      | 不评价   | 进口电力 (仅认定起征量不予豁免)                  |
      | 不评价   | 回购证书的价格 (即购入价) 以及对数量的争议       |
      | 不评价   | 因第三方错误或申请被拒而减轻的罚款               |
      | 不评价   | 用途或地域豁免的货物                             |
      | 不评价   | 货物清单是否完整、属实: 以申报为准, 由报关单佐证 |
      | 不评价   | 过渡期报告                                       |
    并且 下列依据
      | 编号               | 文件                     | 条款                          | 确信度   | 说明                                                                                                                                                        |
      | scope              | Regulation (EU) 2023/956 | Article 2, Annexes I and III  | 转引     |                                                                                                                                                             |
      | threshold          | Regulation (EU) 2023/956 | Article 2a, Annex VII         | 已核实   | 由 (EU) 2025/2083 增入: 所有货物净重合计 50 吨; 不适用于电力和氢。                                                                                          |
      | watch              | Regulation (EU) 2023/956 | Article 25a                   | 已核实   | 超过起征量的 90 %。                                                                                                                                         |
      | status             | Regulation (EU) 2023/956 | Articles 4, 5 and 17(7a)      | 已核实   | 2026 年 3 月 31 日前申请者可在决定作出前进口。                                                                                                              |
      | representative     | Regulation (EU) 2023/956 | Article 5(1a)                 | 已核实   |                                                                                                                                                             |
      | deadline           | Regulation (EU) 2023/956 | Article 6(1)                  | 已核实   | 次年 9 月 30 日, 首次为 2027 年; 并非 5 月 31 日。                                                                                                          |
      | surrender          | Regulation (EU) 2023/956 | Article 22(1)                 | 转引     | 次年 9 月 30 日前, 首次为 2027 年。                                                                                                                         |
      | surrender-reading  | cbam-importer            | -                             | 自行解读 | 应缴者自 9 月 30 日的次日起方为短缺, 应持者自季度末的次日起方为不足; 无义务者无须清缴。                                                                     |
      | proof              | cbam-importer            | -                             | 自行解读 | 登记簿摘录证明资格、申请、申报与证书; 所读文本均未列明文件。应缴数、是否申请与货物清单以申报为准。                                                          |
      | holding            | Regulation (EU) 2023/956 | Article 22(2)(a)              | 已核实   | 2027 年起: 1 月 1 日以来按官方公报所印 (至多三位小数) 不加成缺省值计、扣除免费分配后排放的一半。                                                            |
      | holding-previous   | Regulation (EU) 2023/956 | Article 22(2)(b)              | 已核实   | 或按上年为相同编码和原产地所缴证书。                                                                                                                        |
      | holding-reading    | cbam-importer            | -                             | 自行解读 | 首次申报在 2027 年, 故 (b) 项自 2028 年起可用; 此前未申报的货物另按缺省值计; 取其数量本身, 或依设定取其每吨之数。                                           |
      | holding-start      | Regulation (EU) 2023/956 | Article 22(2a)                | 自行解读 | 至超过起征量之季度的下一季度末, 理解为每个日历年重新起算。                                                                                                  |
      | holding-lines      | cbam-importer            | -                             | 自行解读 | 低于起征量时只计氢。不取整为整张证书。                                                                                                                      |
      | later              | cbam-importer            | -                             | 自行解读 | 2030 年以后的修正系数与基准值均未知, 故应持有之数与处罚所计证书为两种假设之间的区间: 沿用 2030 年者, 系数为 1, 或不再免费分配。其依据是基准值历来只降不升。 |
      | records            | Regulation (EU) 2023/956 | Articles 7(5), 7(6) and 9(3)  | 转引     | 至申报所在年之后第四年年末。                                                                                                                                |
      | penalty            | Regulation (EU) 2023/956 | Article 26(1) to (3) and (4a) | 已核实   | 无资格者三至五倍; 排放按加成后的缺省值扣除免费分配计。                                                                                                      |
      | penalty-amount     | Directive 2003/87/EC     | Article 16(3) and (4)         | 转引     | 每张证书 100 欧元, 指数调整。                                                                                                                               |
      | repurchase         | Regulation (EU) 2023/956 | Article 23(1)                 | 转引     | 缴纳后所余者; 于缴纳当年 10 月 31 日前申请。                                                                                                                |
      | repurchase-limit   | Regulation (EU) 2023/956 | Article 23(2)                 | 转引     | 所知如此, 未读公报原文: 不超过按第 22(2) 条各季度必须购买之数; 未超过起征量者可全部回购。                                                                   |
      | repurchase-reading | cbam-importer            | -                             | 自行解读 | 2026 年进口所用证书不受此限, 因 2026 年无须持有。                                                                                                           |
      | repurchase-2026    | Regulation (EU) 2023/956 | Article 23(2a)                | 转引     | 2027 年为 2026 年进口所购证书仅可于 2027 年回购。                                                                                                           |
      | cancellation       | Regulation (EU) 2023/956 | Article 24(1)                 | 转引     | 11 月 1 日注销上一日历年之前一年所购者。                                                                                                                    |
      | cancellation-2026  | Regulation (EU) 2023/956 | Article 24(2)                 | 转引     | 2027 年 11 月 1 日注销 2027 年为 2026 年进口所购者。                                                                                                        |
    并且 下列参考表
      | 编号       | 参考表               | 依据    |
      | annex_i    | cbam-annex-i         | scope   |
      | outside    | cbam-outside-annex-i | scope   |
      | groups     | cbam-country-groups  | scope   |
      | defaults   | cbam-default-values  | holding |
      | benchmarks | cbam-benchmarks      | holding |
      | shares     | cbam-retained-share  | holding |
      | mark_ups   | cbam-mark-up         | penalty |
    并且 下列设定
      | 设定             | 名称                 | 可选值                     | 默认值       | 含义                                                                         |
      | previous_reading | 上年证书的理解       | whole, per_tonne           | whole        | 须持有上年已缴数本身的一半, 还是本年进口每吨照此计算之数的一半; whole 为文义 |
      | holding_start    | 持有起始季度         | next_quarter, same_quarter | next_quarter | 自哪个季度起须持有一半; next_quarter 为第 22(2a) 条文义, same_quarter 为审慎 |
      | after_2030       | 2030年以后的免费分配 | span, as_2030, none        | span         | 假设, 因系数与基准值均未知: 沿用 2030 年者, 不再免费分配, 或二者之间的区间   |
    并且 下列事实
      | 事实     | 名称     | 类型          |
      | year_end | 年度末日 | 日期          |
      | lines    | 货物清单 | 进口货物 列表 |
    并且 每条 good 有
      | 字段            | 名称           | 类型 | 单位    | 不低于 |
      | line            | 行号           | 文本 |         |        |
      | cn_code         | 商品编码       | 文本 |         |        |
      | origin          | 原产国         | 文本 |         |        |
      | imported_on     | 进口日期       | 日期 |         |        |
      | net_mass        | 净重           | 数值 | t       | 0      |
      | declared_before | 上年已申报     | 是否 |         |        |
      | previous_rate   | 上年每吨证书数 | 数值 | tCO2e/t | 0      |
    并且 good 称为 进口货物
    并且 货物清单 中 行号 不得重复
    并且 本基准案例
      | 事实     | 值         |
      | 年度末日 | 2026-12-31 |
    并且 基准案例中 货物清单 为
      | 行号 | 商品编码 | 原产国 | 进口日期   | 净重     | 上年已申报 |
      | L1   | 72083900 | BR     | 2026-05-10 | 50.001 t | 否         |
    并且 本评分卡适用于 年度末日 自 2026-01-01 起

  规则: 起征量
    背景:
      假如 每条 进口货物 的量 行业 (sector), 为词, 查自 sector 列, 依据 scope
        | 参考表  | 键                  |
        | annex_i | cn_code 为 商品编码 |
        | outside | cn_code 为 商品编码 |
      并且 每条 进口货物 的量 国家组 (group), 为词, 查自 group 列, 依据 scope
        | 参考表 | 键                |
        | groups | country 为 原产国 |
      并且 每条 进口货物 的量 电力行 (power_line), 以 项 计, 依据 threshold
        | 为   | 情形                                 |
        | 1 项 | 行业 为 electricity; 国家组 为 third |
        | 0 项 | 其他                                 |
      并且 量 计入起征量的净重 (counted_mass), 以 t 计, 为 货物清单 的 净重 之和, 依据 threshold, scope
        | 其中                                                                                                                                |
        | 行业 属于 cement, fertilisers, iron_and_steel, aluminium; 国家组 为 third; 进口日期 晚于 年度末日 减 1 年; 进口日期 不迟于 年度末日 |
      并且 量 氢净重 (hydrogen_mass), 以 t 计, 为 货物清单 的 净重 之和, 依据 threshold
        | 其中                                                                                        |
        | 行业 为 hydrogen; 国家组 为 third; 进口日期 晚于 年度末日 减 1 年; 进口日期 不迟于 年度末日 |
      并且 量 电力行数 (power_lines), 以 项 计, 为 货物清单 的 电力行 之和, 依据 threshold
        | 其中                                                     |
        | 进口日期 晚于 年度末日 减 1 年; 进口日期 不迟于 年度末日 |
      并且 量 超过起征量 (exceeds), 依据 threshold
        | 为 | 情形                       |
        | 1  | 计入起征量的净重 高于 50 t |
        | 0  | 其他                       |
      并且 量 负有义务 (liable), 依据 threshold
        | 为 | 情形               |
        | 1  | 超过起征量 为 1    |
        | 1  | 氢净重 高于 0 t    |
        | 1  | 电力行数 高于 0 项 |
        | 0  | 其他               |
      并且 量 有义务的净重 (mass_in_scope), 以 t 计, 依据 threshold
        | 为                        | 情形            |
        | 计入起征量的净重 + 氢净重 | 超过起征量 为 1 |
        | 氢净重                    | 其他            |
      并且 下列门槛
        | 编号 | 门槛     | 要求                               | 依据      |
        | T1   | 日历年度 | 年度末日 在 年度末日 当年末日 当日 | threshold |
      并且 下列不符合项
        | 代码    | 不符合项                                | 情形                                                     | 程度   | 依据  |
        | T.WATCH | 超过起征量 90 %: 列入报送主管机关的名单 | 计入起征量的净重 高于 45 t; 计入起征量的净重 不高于 50 t | 观察项 | watch |
      并且 下列结果
        | 结果              | 名称                 | 取自             | 修约    | 依据      |
        | mass_to_threshold | 计入起征量的净重合计 | 计入起征量的净重 | 保留3位 | threshold |
        | mass_declared     | 有义务的净重合计     | 有义务的净重     | 保留3位 | threshold |

    场景大纲: 全部货物合计五十吨
      假如 货物清单 为
        | 行号 | 商品编码 | 原产国    | 进口日期   | 净重       |
        | L1   | <steel>  | <country> | <day>      | <first> t  |
        | L2   | <other>  | TR        | 2026-06-01 | <second> t |
      当 按 2026-11-20 评定
      那么 量 计入起征量的净重 为 <counted> t
      并且 量 有义务的净重 为 <declared> t
      并且 量 负有义务 为 <liable>
      并且 <watch>

      例子:
        | steel    | country | day        | first | other    | second | counted | declared | liable | watch              |
        | 72083900 | BR      | 2026-05-10 | 30    | 25232900 | 15     | 45      | 0        | 0      | 不开具 T.WATCH     |
        | 72083900 | BR      | 2026-05-10 | 30    | 25232900 | 15.001 | 45.001  | 0        | 0      | 开具观察项 T.WATCH |
        | 72083900 | BR      | 2026-05-10 | 30    | 31021019 | 20     | 50      | 0        | 0      | 开具观察项 T.WATCH |
        | 72083900 | BR      | 2026-05-10 | 30    | 76011010 | 20.001 | 50.001  | 50.001   | 1      | 不开具 T.WATCH     |
        | 72083900 | BR      | 2026-05-10 | 10    | 28041000 | 1      | 10      | 1        | 1      | 不开具 T.WATCH     |
        | 72083900 | BR      | 2026-05-10 | 60    | 28041000 | 1      | 60      | 61       | 1      | 不开具 T.WATCH     |
        | 72083900 | BR      | 2026-05-10 | 10    | 27160000 | 0      | 10      | 0        | 1      | 不开具 T.WATCH     |
        | 72083900 | DE      | 2026-05-10 | 60    | 25232900 | 1      | 1       | 0        | 0      | 不开具 T.WATCH     |
        | 72044990 | BR      | 2026-05-10 | 60    | 25232900 | 1      | 1       | 0        | 0      | 不开具 T.WATCH     |
        | 72083900 | BR      | 2026-12-31 | 60    | 25232900 | 1      | 61      | 61       | 1      | 不开具 T.WATCH     |
        | 72083900 | BR      | 2027-01-01 | 60    | 25232900 | 1      | 1       | 0        | 0      | 不开具 T.WATCH     |
        | 72083900 | BR      | 2025-12-31 | 60    | 25232900 | 1      | 1       | 0        | 0      | 不开具 T.WATCH     |
        | 28041000 | BR      | 2025-12-31 | 60    | 25232900 | 1      | 1       | 0        | 0      | 不开具 T.WATCH     |
        | 28041000 | BR      | 2027-01-01 | 60    | 25232900 | 1      | 1       | 0        | 0      | 不开具 T.WATCH     |
        | 28041000 | DE      | 2026-05-10 | 60    | 25232900 | 1      | 1       | 0        | 0      | 不开具 T.WATCH     |
        | 27160000 | CH      | 2026-05-10 | 0     | 25232900 | 1      | 1       | 0        | 0      | 不开具 T.WATCH     |
        | 27160000 | UA      | 2025-12-31 | 0     | 25232900 | 1      | 1       | 0        | 0      | 不开具 T.WATCH     |
        | 27160000 | UA      | 2027-01-01 | 0     | 25232900 | 1      | 1       | 0        | 0      | 不开具 T.WATCH     |

    场景大纲: 2026 年起的日历年度
      假如 年度末日 为 <year>
      当 按 2028-11-20 评定
      那么 门槛 T1 <outcome>
      并且 结论为 <conclusion>

      例子:
        | year       | outcome | conclusion |
        | 2025-12-31 | 满足    | 不适用     |
        | 2026-01-01 | 不满足  | 门槛未过   |
        | 2026-12-30 | 不满足  | 门槛未过   |
        | 2026-12-31 | 满足    | 已计分     |

    场景: 基准案例的结果
      当 按 2026-11-20 评定
      那么 结果 计入起征量的净重合计 为 50.001 t
      并且 结果 有义务的净重合计 为 50.001 t
