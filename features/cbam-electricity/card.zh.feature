# language: zh-CN
功能: 碳边境调节机制：一笔进口电力
  正式期进口电力的隐含排放、证书与成本, 以及何时可用实际值。

  背景:
    假如 本评分卡
      | 项目     | 内容                                                                                   |
      | 编号     | cbam-electricity                                                                       |
      | 版本     | 1.0.0                                                                                  |
      | 名称     | 碳边境调节机制：一笔进口电力                                                           |
      | 评价对象 | electricity-import                                                                     |
      | 用途     | 自评                                                                                   |
      | 时区     | Europe/Brussels                                                                        |
      | 生效日期 | 2026-01-01                                                                             |
      | 修约     | 四舍六入五成双, 保留5位                                                                |
      | 不适用项 | 剔除后按比例换算                                                                       |
      | 不评价   | 附件三所列国别数值；采用所报数值，仅欧盟数值由查表得出                                 |
      | 不评价   | 第三国证明的较低数值；委员会修订附件后即在列                                           |
      | 不评价   | 实际排放因子如何确定                                                                   |
      | 不评价   | 境外已付碳价，以及过境电力                                                             |
      | 不评价   | 与欧盟市场耦合的电力市场之豁免                                                         |
      | 不评价   | 所申报事项的证明文件，未知应有何种者：进口的国别、日期与电量，所列国别值，所购证书价格 |
    并且 下列依据
      | 编号          | 文件                                | 条款                          | 确信度   | 说明                                                                                                                                                                   |
      | scope         | Regulation (EU) 2023/956            | Article 2, Annexes I and III  | 转引     | 碳边境调节机制适用于自未获豁免的第三国进口的电力。国别指发电所在国。据二手资料。                                                                                       |
      | direct        | IR (EU) 2025/2547                   | Annex II D.2                  | 已核实   | 进口电力仅计直接排放（发电自身的排放）。                                                                                                                               |
      | listed        | IR (EU) 2025/2621                   | Article 1(4), Annex III       | 已核实   | 发电所在国列有缺省排放因子的，进口电力按该因子计算，不加成。                                                                                                           |
      | union         | Regulation (EU) 2023/956            | Annex IV point 4.2.2          | 已核实   | 发电所在国未列缺省值的，进口电力按欧盟排放因子计算。                                                                                                                   |
      | agreement     | IR (EU) 2025/2547                   | Annex II D.2.4, criterion (a) | 已核实   | 采用实际排放值的，须有进口时有效的购电协议，且协议电量至少覆盖所主张电量。                                                                                             |
      | connection    | IR (EU) 2025/2547                   | Annex II D.2.4, criterion (b) | 已核实   | 采用实际排放值的，须满足两项条件之一。发电设施直接连接，或输出的任一小时电网均无阻塞。                                                                                 |
      | fossil        | IR (EU) 2025/2547                   | Annex II D.2.4, criterion (c) | 已核实   | 采用实际排放值的，设施每千瓦时电力的化石二氧化碳排放至多550克。                                                                                                        |
      | nomination    | IR (EU) 2025/2547                   | Annex II D.2.4, criterion (d) | 已核实   | 采用实际排放值的，须已为该电力提名（正式预定）容量。电力须与所提名容量在同一小时内发出。                                                                               |
      | interim       | IR (EU) 2025/2547                   | Annex II D.2.4, criterion (e) | 已核实   | 采用实际排放值的，进口商须有载明进口电力的每月中期报告。                                                                                                               |
      | verified      | Regulation (EU) 2023/956            | Article 8(1), Annex VI        | 转引     | 进口电力的实际排放值须由经认可的核查机构核查。缺省值无须核查。据二手资料，未阅读原文。                                                                                 |
      | choice        | cbam-electricity                    | -                             | 自行解读 | 进口电力的实际排放值须满足法规全部条件。任一条件不满足的，我们改用缺省值。                                                                                             |
      | no-allocation | Answers of the Commission, May 2026 | 3.8                           | 转引     | 进口电力无免费分配，其全部排放均须缴纳证书。据欧盟委员会2026年5月的答复转引。                                                                                          |
      | price         | Regulation (EU) 2023/956            | Article 21(1) and (1a)        | 已核实   | 2027-01-01之前进口的电力，证书价格取进口所在季度的公布价格，绝不顺延至后续季度。                                                                                       |
      | price-bought  | IR (EU) 2025/2548                   | Articles 1(6) and 5(5)        | 已核实   | 2027-01-01起进口的电力，证书价格取购入当周的价格。                                                                                                                     |
      | rounding      | cbam-electricity                    | -                             | 自行解读 | 排放因子、证书数量与费用在显示时，我们采用四舍六入五成双。计算本身不作修约。                                                                                           |
      | proof         | cbam-electricity                    | -                             | 自行解读 | 证明材料为购电协议、每月中期报告与核查报告。各材料证明哪项事实由我们自行解读；中期报告我们亦接受为条件(b)（连接）与(d)（提名）的证明。其余事实未列证明材料，声明即可。 |
    并且 下列参考表
      | 编号   | 参考表                 | 依据  |
      | groups | cbam-country-groups    | scope |
      | grids  | cbam-grid-factors      | union |
      | prices | cbam-certificate-price | price |
    并且 下列事实
      | 事实              | 名称                   | 类型 | 单位      | 可选值          | 不低于 | 证据                                | 可在将来 |
      | country_of_origin | 生产国                 | 文本 |           |                 |        |                                     |          |
      | imported_on       | 进口日期               | 日期 |           |                 |        |                                     | 是       |
      | quantity          | 进口电量               | 数值 | MWh       |                 | 0      |                                     |          |
      | determination     | 确定方法               | 选项 |           | default, actual |        |                                     |          |
      | country_listed    | 该国已列数值           | 是否 |           |                 |        |                                     |          |
      | listed_factor     | 所列排放因子           | 数值 | tCO2e/MWh |                 | 0      |                                     |          |
      | actual_factor     | 实际排放因子           | 数值 | tCO2e/MWh |                 | 0      | verification-report                 |          |
      | agreement_made    | 购电协议               | 是否 |           |                 |        | purchase-agreement                  |          |
      | agreement_amount  | 协议电量               | 数值 | MWh       |                 | 0      | purchase-agreement                  |          |
      | connected         | 直接连接               | 是否 |           |                 |        | interim-report, verification-report |          |
      | uncongested       | 输出的任一小时均无阻塞 | 是否 |           |                 |        | interim-report, verification-report |          |
      | fossil_factor     | 设施每兆瓦时化石排放   | 数值 | tCO2e/MWh |                 | 0      | verification-report                 |          |
      | nominated         | 已提名容量             | 是否 |           |                 |        | interim-report, verification-report |          |
      | same_hour         | 同一小时内生产         | 是否 |           |                 |        | interim-report, verification-report |          |
      | reported_monthly  | 每月中期报告           | 是否 |           |                 |        | interim-report                      |          |
      | verified_report   | 报告经认可核查         | 是否 |           |                 |        | verification-report                 |          |
      | price_bought      | 所购证书价格           | 数值 | EUR/tCO2e |                 | 0      |                                     |          |
    并且 确定方法 的可选值
      | 值      | 名称   |
      | default | 缺省值 |
      | actual  | 实际值 |
    并且 本基准案例
      | 事实                   | 值             |
      | 生产国                 | UA             |
      | 进口日期               | 2026-05-10     |
      | 进口电量               | 1000 MWh       |
      | 确定方法               | 缺省值         |
      | 该国已列数值           | 否             |
      | 所列排放因子           | 0 tCO2e/MWh    |
      | 实际排放因子           | 0.3 tCO2e/MWh  |
      | 购电协议               | 是             |
      | 协议电量               | 1000 MWh       |
      | 直接连接               | 是             |
      | 输出的任一小时均无阻塞 | 是             |
      | 设施每兆瓦时化石排放   | 0.55 tCO2e/MWh |
      | 已提名容量             | 是             |
      | 同一小时内生产         | 是             |
      | 每月中期报告           | 是             |
      | 报告经认可核查         | 是             |
      | 所购证书价格           | 80 EUR/tCO2e   |
    并且 量 国家组 (group), 为词, 查自 group 列, 依据 scope
      | 参考表 | 键                |
      | groups | country 为 生产国 |
    并且 量 欧盟排放因子 (union_factor), 以 tCO2e/MWh 计, 查自 factor 列, 依据 union
      | 参考表 | 键                                 |
      | grids  | use 为 'imported'; country 为 'EU' |
    并且 量 证书价格 (quarter_price), 以 EUR/tCO2e 计, 查自 price 列, 依据 price
      | 参考表 | 键                         |
      | prices | quarter 为 进口日期 的季度 |
    并且 本评分卡适用于 国家组 为 third; 进口日期 自 2026-01-01 起

  规则: 实际值及其条件
    背景:
      假如 量 已连接或无阻塞（1 = 是） (way_in), 依据 connection
        | 为 | 情形                         |
        | 1  | 直接连接 为 是               |
        | 1  | 输出的任一小时均无阻塞 为 是 |
        | 0  | 其他                         |
      并且 下列门槛
        | 编号 | 门槛                            | 要求                                       | 适用情形           | 依据              |
        | E1   | 购电协议覆盖全部电量            | 购电协议 为 是; 协议电量 不低于 进口电量   | 确定方法 为 实际值 | agreement         |
        | E2   | 直接连接或无阻塞                | 已连接或无阻塞（1 = 是） 为 1              | 确定方法 为 实际值 | connection, proof |
        | E3   | 每千瓦时化石二氧化碳至多 550 克 | 设施每兆瓦时化石排放 不高于 0.55 tCO2e/MWh | 确定方法 为 实际值 | fossil            |
        | E4   | 已提名且同一小时内生产          | 已提名容量 为 是; 同一小时内生产 为 是     | 确定方法 为 实际值 | nomination, proof |
        | E5   | 已有每月中期报告                | 每月中期报告 为 是                         | 确定方法 为 实际值 | interim           |
        | E6   | 报告经获认可的核查员核查        | 报告经认可核查 为 是                       | 确定方法 为 实际值 | verified          |
      并且 量 采用实际因子（1 = 是） (actual_counts), 依据 choice
        | 为 | 情形                                                                                                                                                                                                                      |
        | 1  | 确定方法 为 实际值; 购电协议 为 是; 协议电量 不低于 进口电量; 已连接或无阻塞（1 = 是） 为 1; 设施每兆瓦时化石排放 不高于 0.55 tCO2e/MWh; 已提名容量 为 是; 同一小时内生产 为 是; 每月中期报告 为 是; 报告经认可核查 为 是 |
        | 0  | 其他                                                                                                                                                                                                                      |
      并且 量 缺省排放因子 (default_factor), 以 tCO2e/MWh 计
        | 为           | 情形               | 依据   |
        | 所列排放因子 | 该国已列数值 为 是 | listed |
        | 欧盟排放因子 | 其他               | union  |
      并且 量 采用因子 (used_factor), 以 tCO2e/MWh 计
        | 为           | 情形                        | 依据          |
        | 实际排放因子 | 采用实际因子（1 = 是） 为 1 | direct        |
        | 缺省排放因子 | 其他                        | listed, union |
      并且 量 隐含排放 (emissions), 以 tCO2e 计, 依据 direct
        | 为                  |
        | 进口电量 * 采用因子 |
      并且 量 计价 (price), 以 EUR/tCO2e 计
        | 为           | 情形                      | 依据         |
        | 所购证书价格 | 进口日期 自 2027-01-01 起 | price-bought |
        | 证书价格     | 其他                      | price        |
      并且 量 成本 (cost), 以 EUR 计, 依据 price
        | 为              |
        | 隐含排放 * 计价 |
      并且 下列结果
        | 结果             | 名称           | 取自     | 修约    | 依据                    |
        | factor_used      | 采用的排放因子 | 采用因子 | 保留5位 | rounding                |
        | certificates_due | 应缴证书数     | 隐含排放 | 保留5位 | rounding, no-allocation |
        | cost_due         | 证书成本       | 成本     | 保留2位 | rounding                |

    场景大纲: 先用该国数值, 再用欧盟数值; 无加成亦无免费分配
      假如 生产国 为 <country>
      并且 进口日期 为 <day>
      并且 该国已列数值 为 <listed>
      并且 所列排放因子 为 <factor> tCO2e/MWh
      当 按 2026-11-20 评定
      那么 结果 采用的排放因子 为 <used> tCO2e/MWh
      并且 结果 应缴证书数 为 <due> tCO2e
      并且 结果 证书成本 为 <cost> EUR

      例子:
        | country | day        | listed | factor | used  | due | cost     |
        | UA      | 2026-05-10 | 否     | 0      | 0.612 | 612 | 46071.36 |
        | UA      | 2026-05-10 | 是     | 0.9    | 0.9   | 900 | 67752    |
        | GB      | 2027-01-01 | 是     | 0.9    | 0.9   | 900 | 72000    |

    场景: 欧盟与豁免国的电力不涉及
      假如 生产国 为 CH
      当 按 2026-11-20 评定
      那么 结论为 不适用

    场景大纲: 2026 年以前进口的电力无需证书
      假如 进口日期 为 <day>
      当 按 2026-11-20 评定
      那么 结论为 <conclusion>

      例子:
        | day        | conclusion |
        | 2025-12-31 | 不适用     |
        | 2026-01-01 | 已计分     |

    场景: 2026 年 12 月 31 日的进口按其季度之价
      假如 进口日期 为 2026-12-31
      当 按 2027-02-01 评定
      那么 量 计价 因参考表 prices 待定
      并且 结果 应缴证书数 为 612 tCO2e

    场景大纲: 无购电协议证明材料则其门槛待定
      假如 确定方法 为 <method>
      并且 缺少 购电协议 的证据
      当 按 2026-11-20 评定
      那么 门槛 E1 <e1>
      并且 结论为 <conclusion>

      例子:
        | method | e1     | conclusion |
        | 实际值 | 待定   | 不完整     |
        | 缺省值 | 不适用 | 已计分     |

    场景大纲: 各条件须同时满足
      假如 确定方法 为 <method>
      并且 购电协议 为 <agreed>
      并且 协议电量 为 <amount> MWh
      并且 直接连接 为 <connected>
      并且 输出的任一小时均无阻塞 为 <free>
      并且 设施每兆瓦时化石排放 为 <fossil> tCO2e/MWh
      并且 已提名容量 为 <nominated>
      并且 同一小时内生产 为 <hour>
      并且 每月中期报告 为 <monthly>
      并且 报告经认可核查 为 <proven>
      当 按 2026-11-20 评定
      那么 门槛 E1 <e1>
      并且 门槛 E2 <e2>
      并且 门槛 E3 <e3>
      并且 门槛 E4 <e4>
      并且 门槛 E5 <e5>
      并且 门槛 E6 <e6>
      并且 量 采用因子 为 <used> tCO2e/MWh

      例子:
        | method | agreed | amount  | connected | free | fossil  | nominated | hour | monthly | proven | e1     | e2     | e3     | e4     | e5     | e6     | used  |
        | 实际值 | 是     | 1000    | 是        | 否   | 0.55    | 是        | 是   | 是      | 是     | 满足   | 满足   | 满足   | 满足   | 满足   | 满足   | 0.3   |
        | 实际值 | 是     | 1000    | 否        | 是   | 0.55    | 是        | 是   | 是      | 是     | 满足   | 满足   | 满足   | 满足   | 满足   | 满足   | 0.3   |
        | 实际值 | 否     | 1000    | 是        | 否   | 0.55    | 是        | 是   | 是      | 是     | 不满足 | 满足   | 满足   | 满足   | 满足   | 满足   | 0.612 |
        | 实际值 | 是     | 999.999 | 是        | 否   | 0.55    | 是        | 是   | 是      | 是     | 不满足 | 满足   | 满足   | 满足   | 满足   | 满足   | 0.612 |
        | 实际值 | 是     | 1000    | 否        | 否   | 0.55    | 是        | 是   | 是      | 是     | 满足   | 不满足 | 满足   | 满足   | 满足   | 满足   | 0.612 |
        | 实际值 | 是     | 1000    | 是        | 否   | 0.55001 | 是        | 是   | 是      | 是     | 满足   | 满足   | 不满足 | 满足   | 满足   | 满足   | 0.612 |
        | 实际值 | 是     | 1000    | 是        | 否   | 0.55    | 否        | 是   | 是      | 是     | 满足   | 满足   | 满足   | 不满足 | 满足   | 满足   | 0.612 |
        | 实际值 | 是     | 1000    | 是        | 否   | 0.55    | 是        | 否   | 是      | 是     | 满足   | 满足   | 满足   | 不满足 | 满足   | 满足   | 0.612 |
        | 实际值 | 是     | 1000    | 是        | 否   | 0.55    | 是        | 是   | 否      | 是     | 满足   | 满足   | 满足   | 满足   | 不满足 | 满足   | 0.612 |
        | 实际值 | 是     | 1000    | 是        | 否   | 0.55    | 是        | 是   | 是      | 否     | 满足   | 满足   | 满足   | 满足   | 满足   | 不满足 | 0.612 |
        | 缺省值 | 是     | 1000    | 是        | 否   | 0.55    | 是        | 是   | 是      | 是     | 不适用 | 不适用 | 不适用 | 不适用 | 不适用 | 不适用 | 0.612 |
