# language: zh-CN
功能: 碳边境调节机制: 设施的一个生产过程
  由设施一年内的燃烧、消耗与产出, 算出每吨货物的隐含排放。

  背景:
    假如 本评分卡
      | 项目     | 内容                                                                                                                     |
      | 编号     | cbam-installation                                                                                                        |
      | 版本     | 5.0.0                                                                                                                    |
      | 替代     | 4.0.0                                                                                                                    |
      | 名称     | 碳边境调节机制: 设施的一个生产过程                                                                                       |
      | 评价对象 | production-process                                                                                                       |
      | 用途     | 自评                                                                                                                     |
      | 时区     | Europe/Brussels                                                                                                          |
      | 生效日期 | 2026-01-01                                                                                                               |
      | 修约     | 四舍六入五成双, 保留5位                                                                                                  |
      | 不适用项 | 剔除后按比例换算                                                                                                         |
      | 不评价   | 数量与因子的计量、取样与分析质量; 一律按所报计                                                                           |
      | 不评价   | 生产过程边界是否按 (EU) 2025/2547 附件一划定                                                                             |
      | 不评价   | 数种化学品按摩尔比分摊的排放, 以及其他多功能单位的生产过程                                                               |
      | 不评价   | 热电联产机组适用 (EU) 2023/1773 附件九的哪些参考效率; 按所报计                                                           |
      | 不评价   | 实测排放、转移与封存的二氧化碳以及过电压法; 其结果填入实测源流                                                           |
      | 不评价   | 各国电网排放因子; 按 (EU) 2025/2621 附件二所列填报                                                                       |
      | 不评价   | 免费分配与证书; 由 cbam-goods 评定                                                                                       |
      | 不评价   | 核查与运营者排放报告的内容                                                                                               |
      | 不评价   | 所申报事项背后的文件, 此处未要求者: 运营者所测的数量、因子与能流, 载于排放报告并由核查机构评判; 废气用途证明; 生物质准则 |
    并且 下列依据
      | 编号          | 文件                     | 条款                                                   | 确信度   | 说明                                                                                                                                 |
      | scope         | Regulation (EU) 2023/956 | Article 2, Annexes I to III                            | 转引     | 编码取自公开清单。                                                                                                                   |
      | counted       | Regulation (EU) 2023/956 | Article 7(1), Annex II; IR (EU) 2025/2547 Article 3(2) | 已核实   | 每种货物和前体按其自身是否列入附件二计。                                                                                             |
      | period        | IR (EU) 2025/2547        | Articles 1(5) and 7, recitals 23 and 24                | 已核实   | 以日历年为期, 不早于 2026 年。                                                                                                       |
      | plan          | IR (EU) 2025/2547        | Articles 5(5), 5(6) and 10(4)                          | 已核实   |                                                                                                                                      |
      | unit          | IR (EU) 2025/2547        | Article 4(2) to (5), Annex III equations 64 to 66      | 已核实   | 货物、熟料或氮的吨数。                                                                                                               |
      | nitrogen      | cbam-installation        | -                                                      | 自行解读 | 原文以千克氮计, 此处以吨氮计; 其他肥料的补充单位读作氮。                                                                             |
      | calculation   | IR (EU) 2025/2547        | Annex II equations 4 to 6, 9 to 12 and 15              | 已核实   | 标准法与质量平衡法; 每吨碳折 3.664 吨二氧化碳。                                                                                      |
      | zero-rating   | IR (EU) 2025/2547        | Annex II B.3.3                                         | 已核实   | 不符合条件的生物质按化石碳计。                                                                                                       |
      | fluorocarbons | IR (EU) 2025/2547        | Annex II B.7.1 and B.7.3, equations 20 to 23 and 26    | 已核实   | 原文无因子的技术, 取中心下料预焙槽的因子。                                                                                           |
      | attribution   | IR (EU) 2025/2547        | Annex III A.1 and A.2, equations 41 and 42             | 已核实   | 按燃料、物料与电力校正后的读数, 或按功能单位。                                                                                       |
      | heat          | IR (EU) 2025/2547        | Annex III A.2.2 and A.3, equations 44 and 52           | 已核实   | 标准值: 效率 90 %。                                                                                                                  |
      | waste-gas     | IR (EU) 2025/2547        | Annex III A.2.3, equations 53 and 54                   | 已核实   | 取天然气因子; 送出的废气乘 0.667。                                                                                                   |
      | gas-factor    | IR (EU) 2025/2547        | Annex II G, Table 1                                    | 已核实   | 天然气每太焦 56.1 吨二氧化碳。                                                                                                       |
      | power         | IR (EU) 2025/2547        | Article 9, Annex II D.1, D.4 and D.4.3                 | 已核实   | 仅凭直接连接或购电协议及逐小时证据方可用自有因子。                                                                                   |
      | attributed    | IR (EU) 2025/2547        | Annex III equations 55 to 58                           | 已核实   | 不低于零。                                                                                                                           |
      | complex       | IR (EU) 2025/2547        | Annex III B, equations 59 to 63                        | 已核实   | 产自欧盟或豁免国家的前体计零。                                                                                                       |
      | no-precursor  | Regulation (EU) 2023/956 | Annex I; Annex IV point 1                              | 自行解读 | 非附件一货物作为投入物料不带隐含排放; 参考表列出未烧结的矿石、废料、煤、熔剂和其他金属。                                             |
      | report        | IR (EU) 2025/2547        | Annex II A.1(4) and (5)                                | 已核实   | 无该期间的认可核查报告者按缺省值计。                                                                                                 |
      | whole         | cbam-installation        | -                                                      | 自行解读 | 所见来源未规定按缺省值计的前体不低于计入的全部排放时的缺省值比例。我们计为 100 %。法规若对此另有规定，则从其规定。                   |
      | defaults      | IR (EU) 2025/2621        | Article 1(2) and (5), Annexes I and IV                 | 已核实   | 按官方公报所印, 至多三位小数。                                                                                                       |
      | raise         | IR (EU) 2025/2621        | Article 1(2)                                           | 自行解读 | 加成按期间末日所在年; 见设定。                                                                                                       |
      | rounding      | IR (EU) 2025/2547        | Annex II A.1(6) to (8)                                 | 自行解读 | 至多五位小数; 四舍六入五成双系本项目所选。                                                                                           |
      | cogeneration  | IR (EU) 2023/1773        | Annex III C.2.2, equations 37 to 44; Annex IX          | 转引     | 所知如此, 未读公报原文; 视 (EU) 2025/2547 所定相同。标准效率: 热 55 %, 电 25 %。                                                     |
      | proof         | cbam-installation        | -                                                      | 自行解读 | 文件为监测计划、排放报告、购电协议或连接图、小时内计量数据与前体的核查报告; 各证明哪项事实为自行解读。其余事实不要求文件, 声明即可。 |
    并且 下列参考表
      | 编号     | 参考表                     | 依据          |
      | annex_i  | cbam-annex-i               | scope         |
      | outside  | cbam-outside-annex-i       | scope         |
      | groups   | cbam-country-groups        | scope         |
      | defaults | cbam-default-values        | defaults      |
      | unknown  | cbam-unknown-origin-values | defaults      |
      | mark_ups | cbam-mark-up               | defaults      |
      | gases    | cbam-warming-potentials    | fluorocarbons |
    并且 下列设定
      | 设定              | 名称           | 可选值        | 默认值 | 含义                                                  |
      | precursor_mark_up | 前体缺省值加成 | with, without | with   | 实际值计算中代表前体的缺省值是否加成; with 为审慎读法 |
    并且 下列事实
      | 事实              | 名称           | 类型 | 单位 | 可选值                   | 不低于 | 不高于 | 证据             |
      | cn_code           | 商品编码       | 文本 |      |                          |        |        |                  |
      | country           | 生产国         | 文本 |      |                          |        |        |                  |
      | period_start      | 期间首日       | 日期 |      |                          |        |        |                  |
      | period_end        | 期间末日       | 日期 |      |                          |        |        |                  |
      | plan_in_english   | 监测计划为英文 | 是否 |      |                          |        |        | monitoring-plan  |
      | report_in_english | 排放报告为英文 | 是否 |      |                          |        |        | emissions-report |
      | functional_unit   | 功能单位       | 选项 |      | tonne, clinker, nitrogen |        |        |                  |
      | made              | 产量           | 数值 | t    |                          | 0.001  |        |                  |
      | content           | 全部货物含量   | 数值 | %    |                          | 0.001  | 100    |                  |
      | range_content     | 区间平均含量   | 数值 | %    |                          | 0      | 100    |                  |
      | range_lowest      | 区间最低含量   | 数值 | %    |                          | 0      | 100    |                  |
      | range_highest     | 区间最高含量   | 数值 | %    |                          | 0      | 100    |                  |
    并且 功能单位 的可选值
      | 值       | 名称   |
      | tonne    | 吨货物 |
      | clinker  | 吨熟料 |
      | nitrogen | 吨氮   |
    并且 本基准案例
      | 事实           | 值         |
      | 商品编码       | 73181542   |
      | 生产国         | US         |
      | 期间首日       | 2026-01-01 |
      | 期间末日       | 2026-12-31 |
      | 监测计划为英文 | 是         |
      | 排放报告为英文 | 是         |
      | 功能单位       | 吨货物     |
      | 产量           | 17000 t    |
      | 全部货物含量   | 100 %      |
      | 区间平均含量   | 100 %      |
      | 区间最低含量   | 100 %      |
      | 区间最高含量   | 100 %      |
    并且 量 行业 (sector), 为词, 查自 sector 列, 依据 scope
      | 参考表  | 键                  |
      | annex_i | cn_code 为 商品编码 |
      | outside | cn_code 为 商品编码 |
    并且 量 计入的排放 (counted), 为词, 查自 emissions 列, 依据 counted
      | 参考表  | 键                  |
      | annex_i | cn_code 为 商品编码 |
    并且 量 国家组 (group), 为词, 查自 group 列, 依据 scope
      | 参考表 | 键                |
      | groups | country 为 生产国 |
    并且 本评分卡适用于 行业 不属于 outside, electricity; 国家组 为 third

  规则: 期间与计划
    背景:
      假如 下列门槛
        | 编号 | 门槛               | 要求                                      | 依据        |
        | M1   | 期间不早于 2026 年 | 期间首日 自 2026-01-01 起                 | period      |
        | M2   | 期间为一年         | 期间末日 在 期间首日 加 1 年 减 1 天 当日 | period      |
        | M3   | 监测计划须为英文   | 监测计划为英文 为 是                      | plan, proof |
        | M4   | 排放报告须为英文   | 排放报告为英文 为 是                      | plan, proof |
      并且 下列不符合项
        | 代码   | 不符合项                   | 情形            | 程度   | 依据   |
        | M.RUNS | 期间尚未结束: 其数值为预测 | 期间末日 未结束 | 观察项 | period |

    场景大纲: 尚未结束的期间
      当 按 <asked> 评定
      那么 <runs>

      例子:
        | asked      | runs              |
        | 2026-12-31 | 开具观察项 M.RUNS |
        | 2027-01-01 | 不开具 M.RUNS     |

    场景大纲: 自 2026 年起的日历年, 备有计划与报告
      假如 期间首日 为 <first>
      并且 期间末日 为 <last>
      并且 监测计划为英文 为 <plan>
      并且 排放报告为英文 为 <report>
      当 按 2028-03-01 评定
      那么 门槛 M1 <m1>
      并且 门槛 M2 <m2>
      并且 门槛 M3 <m3>
      并且 门槛 M4 <m4>
      并且 结论为 <conclusion>

      例子:
        | first      | last       | plan | report | m1     | m2     | m3     | m4     | conclusion |
        | 2026-01-01 | 2026-12-31 | 是   | 是     | 满足   | 满足   | 满足   | 满足   | 已计分     |
        | 2025-12-31 | 2026-12-30 | 是   | 是     | 不满足 | 满足   | 满足   | 满足   | 门槛未过   |
        | 2027-01-01 | 2027-12-30 | 是   | 是     | 满足   | 不满足 | 满足   | 满足   | 门槛未过   |
        | 2026-01-01 | 2026-12-31 | 否   | 是     | 满足   | 满足   | 不满足 | 满足   | 门槛未过   |
        | 2026-01-01 | 2026-12-31 | 是   | 否     | 满足   | 满足   | 满足   | 不满足 | 门槛未过   |

    场景: 无人出示的监测计划待定
      假如 缺少 监测计划为英文 的证据
      当 按 2028-03-01 评定
      那么 门槛 M3 待定
      并且 结论为 不完整

    场景大纲: 适用对象
      假如 商品编码 为 <code>
      并且 生产国 为 <country>
      当 按 2026-11-20 评定
      那么 结论为 <conclusion>

      例子:
        | code     | country | conclusion |
        | 73181542 | US      | 已计分     |
        | 72044990 | US      | 不适用     |
        | 27160000 | UA      | 不适用     |
        | 73181542 | DE      | 不适用     |
        | 73181542 | CH      | 不适用     |

  规则: 功能单位
    背景:
      假如 量 活动水平 (activity_level), 以 t 计
        | 为                  | 情形               | 依据           |
        | 产量                | 功能单位 为 吨货物 | unit           |
        | 产量 * 全部货物含量 | 其他               | unit, nitrogen |
      并且 量 每吨功能单位数 (units_per_tonne)
        | 为           | 情形               | 依据           |
        | 1            | 功能单位 为 吨货物 | unit           |
        | 区间平均含量 | 其他               | unit, nitrogen |
      并且 量 区间宽度 (width), 以 % 计, 依据 unit
        | 为                          |
        | 区间最高含量 - 区间最低含量 |
      并且 下列不符合项
        | 代码       | 不符合项                   | 情形                                                                       | 程度 | 依据           |
        | M.CLINKER  | 该水泥的功能单位为所含熟料 | 商品编码 属于 25231000, 25232100, 25232900, 25239000; 功能单位 不为 吨熟料 | 一般 | unit           |
        | M.NITROGEN | 肥料的功能单位为所含的氮   | 行业 为 fertilisers; 功能单位 不为 吨氮                                    | 一般 | unit, nitrogen |
        | M.RANGE    | 成分区间宽于百分之十       | 区间宽度 高于 10 %                                                         | 一般 | unit           |

    场景大纲: 熟料与氮
      假如 商品编码 为 <code>
      并且 功能单位 为 <unit>
      并且 产量 为 1000 t
      并且 全部货物含量 为 <content> %
      并且 区间平均含量 为 <content> %
      当 按 2026-11-20 评定
      那么 量 活动水平 为 <level> t
      并且 量 每吨功能单位数 为 <units>
      并且 <clinker>
      并且 <nitrogen>

      例子:
        | code     | unit   | content | level | units | clinker                    | nitrogen                    |
        | 73181542 | 吨货物 | 95      | 1000  | 1     | 不开具 M.CLINKER           | 不开具 M.NITROGEN           |
        | 25232900 | 吨熟料 | 95      | 950   | 0.95  | 不开具 M.CLINKER           | 不开具 M.NITROGEN           |
        | 25232900 | 吨货物 | 95      | 1000  | 1     | 开具一般不符合项 M.CLINKER | 不开具 M.NITROGEN           |
        | 25233000 | 吨货物 | 95      | 1000  | 1     | 不开具 M.CLINKER           | 不开具 M.NITROGEN           |
        | 31052010 | 吨氮   | 15      | 150   | 0.15  | 不开具 M.CLINKER           | 不开具 M.NITROGEN           |
        | 31052010 | 吨货物 | 15      | 1000  | 1     | 不开具 M.CLINKER           | 开具一般不符合项 M.NITROGEN |

    场景大纲: 成分区间至多跨百分之十
      假如 商品编码 为 25232900
      并且 功能单位 为 吨熟料
      并且 区间最低含量 为 70 %
      并且 区间最高含量 为 <highest> %
      当 按 2026-11-20 评定
      那么 <finding>

      例子:
        | highest | finding                  |
        | 80      | 不开具 M.RANGE           |
        | 80.001  | 开具一般不符合项 M.RANGE |
