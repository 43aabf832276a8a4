# language: zh-CN
功能: 字段、有效期、加总与质量

  背景:
    假如 评分卡 product-footprint-pact

  规则: 版本与字段
    背景:
      假如 下列条件
        | 条件       | 名称       | 成立情形                                             | 依据 |
        | immaterial | 单位无质量 | 声明单位 属于 千瓦时, 兆焦, 吨公里, 小时, 兆比特每秒 | mass |
      并且 下列门槛
        | 编号  | 门槛                   | 要求                                | 适用情形                                       | 依据            |
        | PA-00 | 记录为 3.0 版          | 数据模型版本 为 3.0 版              |                                                | fields          |
        | PA-01 | 必填字段均已载明       | 必填字段均已载明 为 是              | 数据模型版本 为 3.0 版                         | fields, entered |
        | PA-09 | 不含包装时无包装排放   | 包装排放 为 0 kgCO2e                | 数据模型版本 为 3.0 版; 含包装 为 否           | packaging       |
        | PA-10 | 至多载一处             | 所载地区、国家与行政区之数 不高于 1 | 数据模型版本 为 3.0 版                         | places          |
        | PA-14 | 碳捕集抵扣经认证       | 已链接抵扣认证 为 是                | 数据模型版本 为 3.0 版; 捕集的碳计为抵扣 为 是 | credit          |
        | PA-17 | 能源、运输与服务无质量 | 声明单位质量 为 0 kg                | 数据模型版本 为 3.0 版; 单位无质量 成立        | mass            |
      并且 下列不符合项
        | 代码  | 不符合项             | 情形                                         | 程度   | 依据       |
        | PA-11 | 所用评估报告不含 AR6 | 数据模型版本 为 3.0 版; 评估报告含 AR6 为 否 | 观察项 | potentials |
        | PA-16 | 不推荐仅用 PAS 2050  | 数据模型版本 为 3.0 版; 仅用 PAS 2050 为 是  | 观察项 | standards  |

    场景大纲: 逐项字段
      假如 <version>
      当 按 2026-12-01 评定
      那么 门槛 <PA-00>

      例子:
        | version                  | PA-00        |
        | version 为 another       | PA-00 不满足 |
        | version 为 another       | PA-01 不适用 |
        | version 为 another       | PA-09 不适用 |
        | version 为 another       | PA-10 不适用 |
        | version 为 v3_0          | PA-14 不适用 |
        | complete 为 否           | PA-01 不满足 |
        | packaging 为 0.01 kgCO2e | PA-09 不满足 |
        | packaging_in 为 是       | PA-09 不适用 |
        | places 为 2              | PA-10 不满足 |
        | places 为 0              | PA-10 满足   |
        | version 为 v3_0          | PA-17 不适用 |

    场景大纲: 碳捕集抵扣
      假如 version 为 <version>
      并且 credit 为 是
      并且 certified 为 <certified>
      当 按 2026-12-01 评定
      那么 门槛 PA-14 <PA-14>

      例子:
        | version | certified | PA-14  |
        | v3_0    | 是        | 满足   |
        | v3_0    | 否        | 不满足 |
        | another | 否        | 不适用 |

    场景大纲: 无质量单位
      假如 version 为 <version>
      并且 unit 为 <unit>
      并且 mass 为 <mass> kg
      当 按 2026-12-01 评定
      那么 门槛 PA-17 <PA-17>

      例子:
        | version | unit           | mass | PA-17  |
        | v3_0    | kilowatt_hour  | 0    | 满足   |
        | v3_0    | kilowatt_hour  | 0.1  | 不满足 |
        | v3_0    | megajoule      | 0.1  | 不满足 |
        | v3_0    | ton_kilometer  | 0.1  | 不满足 |
        | v3_0    | hour           | 0.1  | 不满足 |
        | v3_0    | megabit_second | 0.1  | 不满足 |
        | v3_0    | piece          | 0.1  | 不适用 |
        | v3_0    | liter          | 0.1  | 不适用 |
        | v3_0    | cubic_meter    | 0.1  | 不适用 |
        | v3_0    | square_meter   | 0.1  | 不适用 |
        | another | hour           | 0.1  | 不适用 |

    场景大纲: 仅作提示者
      假如 version 为 <version>
      并且 ar6 为 <ar6>
      并且 pas_only 为 <pas_only>
      当 按 2026-12-01 评定
      那么 <PA-11> PA-11
      并且 <PA-16> PA-16

      例子:
        | version | ar6 | pas_only | PA-11      | PA-16      |
        | v3_0    | 是  | 否       | 不开具     | 不开具     |
        | v3_0    | 否  | 是       | 开具观察项 | 开具观察项 |
        | another | 否  | 是       | 不开具     | 不开具     |

  规则: 有效期
    背景:
      假如 日期 有效期最晚截止 (last_end), 依据 validity
        | 为                       |
        | 参考期末（不含） 加 3 年 |
      并且 下列条件
        | 条件    | 名称             | 成立情形                                                                    | 依据     |
        | in_time | 使用日在有效期内 | 载明有效期 为 否; 使用日 自 参考期末（不含） 起; 使用日 早于 有效期最晚截止 | validity |
        | in_time |                  | 载明有效期 为 是; 使用日 自 有效期起 起; 使用日 早于 有效期止（不含）       | validity |
      并且 下列门槛
        | 编号  | 门槛           | 要求                                                                                                    | 适用情形                                 | 依据     |
        | PA-02 | 在有效期内使用 | 使用日在有效期内 成立                                                                                   | 数据模型版本 为 3.0 版                   | validity |
        | PA-03 | 所载有效期合规 | 有效期起 自 参考期末（不含） 起; 有效期起 早于 有效期止（不含）; 有效期止（不含） 不迟于 有效期最晚截止 | 数据模型版本 为 3.0 版; 载明有效期 为 是 | validity |
        | PA-PD | 参考期起早于止 | 参考期起 早于 参考期末（不含）                                                                          | 数据模型版本 为 3.0 版                   | period   |
        | PA-15 | 记录有效       | 记录状态 为 有效                                                                                        | 数据模型版本 为 3.0 版                   | validity |

    场景大纲: 使用日
      假如 version 为 <version>
      并且 validity_stated 为 <validity_stated>
      并且 valid_from 为 <valid_from>
      并且 valid_until 为 <valid_until>
      并且 used_on 为 <used_on>
      当 按 2026-12-01 评定
      那么 门槛 PA-02 <PA-02>
      并且 门槛 PA-03 <PA-03>

      例子:
        | version | validity_stated | valid_from | valid_until | used_on    | PA-02  | PA-03  |
        | v3_0    | 否              | 2026-01-01 | 2029-01-01  | 2026-01-01 | 满足   | 不适用 |
        | v3_0    | 否              | 2026-01-01 | 2029-01-01  | 2025-12-31 | 不满足 | 不适用 |
        | v3_0    | 否              | 2026-01-01 | 2029-01-01  | 2029-01-01 | 不满足 | 不适用 |
        | v3_0    | 是              | 2026-01-01 | 2029-01-01  | 2028-12-31 | 满足   | 满足   |
        | v3_0    | 是              | 2026-02-01 | 2028-01-01  | 2026-01-31 | 不满足 | 满足   |
        | v3_0    | 是              | 2026-02-01 | 2028-01-01  | 2026-02-01 | 满足   | 满足   |
        | v3_0    | 是              | 2026-02-01 | 2028-01-01  | 2028-01-01 | 不满足 | 满足   |
        | v3_0    | 是              | 2025-12-31 | 2029-01-01  | 2028-01-01 | 满足   | 不满足 |
        | v3_0    | 是              | 2026-01-01 | 2029-01-02  | 2028-01-01 | 满足   | 不满足 |
        | another | 是              | 2025-12-31 | 2029-01-02  | 2030-01-01 | 不适用 | 不适用 |

    场景大纲: 已弃用记录
      假如 version 为 <version>
      并且 status 为 deprecated
      当 按 2026-12-01 评定
      那么 门槛 PA-15 <PA-15>

      例子:
        | version | PA-15  |
        | v3_0    | 不满足 |
        | another | 不适用 |

  规则: 加总
    背景:
      假如 量 不含吸收的各部分之和 (excluding), 以 kgCO2e 计, 依据 sums
        | 为                                                                                                    |
        | 化石排放 + 土地利用变化排放 + 土地管理二氧化碳 + 土地管理清除 + 技术清除与封存 + 生物源非二氧化碳排放 |
      并且 量 含吸收之和 (including), 以 kgCO2e 计, 依据 sums
        | 为                            |
        | 所载不含吸收足迹 + 生物源吸收 |
      并且 量 不含吸收之差 (gap_without), 以 kgCO2e 计, 依据 sums, near
        | 为                                                                                    |
        | max(所载不含吸收足迹 - 不含吸收的各部分之和, 不含吸收的各部分之和 - 所载不含吸收足迹) |
      并且 量 含吸收之差 (gap_with), 以 kgCO2e 计, 依据 sums, near
        | 为                                                            |
        | max(所载含吸收足迹 - 含吸收之和, 含吸收之和 - 所载含吸收足迹) |
      并且 量 不含吸收足迹的大小 (size_without), 以 kgCO2e 计, 依据 near
        | 为                                                 |
        | max(所载不含吸收足迹, 0 kgCO2e - 所载不含吸收足迹) |
      并且 量 含吸收足迹的大小 (size_with), 以 kgCO2e 计, 依据 near
        | 为                                             |
        | max(所载含吸收足迹, 0 kgCO2e - 所载含吸收足迹) |
      并且 量 不含吸收容差 (tolerance_without), 以 kgCO2e 计, 依据 near
        | 为                                           | 情形                  |
        | 0.01 kgCO2e                                  | 加总容差 为 hundredth |
        | max(0.01 kgCO2e, 不含吸收足迹的大小 * 0.5 %) | 其他                  |
      并且 量 含吸收容差 (tolerance_with), 以 kgCO2e 计, 依据 near
        | 为                                         | 情形                  |
        | 0.01 kgCO2e                                | 加总容差 为 hundredth |
        | max(0.01 kgCO2e, 含吸收足迹的大小 * 0.5 %) | 其他                  |
      并且 下列门槛
        | 编号  | 门槛                           | 要求                                                     | 适用情形               | 依据       |
        | PA-04 | 豁免至多 5%                    | 豁免排放比例 不高于 5 %                                  | 数据模型版本 为 3.0 版 | exempt     |
        | PA-12 | 不含吸收加总一致               | 不含吸收之差 不高于 不含吸收容差                         | 数据模型版本 为 3.0 版 | sums, near |
        | PA-13 | 含吸收加总一致，且吸收不大于零 | 含吸收之差 不高于 含吸收容差; 生物源吸收 不高于 0 kgCO2e | 数据模型版本 为 3.0 版 | sums, near |
      并且 下列结果
        | 结果        | 名称                     | 取自                 | 修约    | 依据 |
        | sum_without | 不含吸收足迹（按各部分） | 不含吸收的各部分之和 | 保留4位 | sums |
        | sum_with    | 含吸收足迹（按各部分）   | 含吸收之和           | 保留4位 | sums |

    场景大纲: 两侧
      假如 <exempted>
      并且 设定 加总容差 为 hundredth
      当 按 2026-12-01 评定
      那么 门槛 <PA-04>

      例子:
        | exempted                      | PA-04        |
        | exempted 为 5.01 %            | PA-04 不满足 |
        | exempted 为 5 %               | PA-04 满足   |
        | version 为 another            | PA-04 不适用 |
        | fossil 为 4.11 kgCO2e         | PA-12 满足   |
        | fossil 为 4.1101 kgCO2e       | PA-12 不满足 |
        | fossil 为 4.0899 kgCO2e       | PA-12 不满足 |
        | other_removed 为 -0.02 kgCO2e | PA-12 不满足 |
        | version 为 another            | PA-12 不适用 |
        | with_uptake 为 3.21 kgCO2e    | PA-13 满足   |
        | with_uptake 为 3.2101 kgCO2e  | PA-13 不满足 |
        | with_uptake 为 3.1899 kgCO2e  | PA-13 不满足 |
        | version 为 another            | PA-13 不适用 |

    场景大纲: 吸收不大于零
      假如 uptake 为 <uptake> kgCO2e
      并且 with_uptake 为 <with_uptake> kgCO2e
      当 按 2026-12-01 评定
      那么 门槛 PA-13 <PA-13>

      例子:
        | uptake | with_uptake | PA-13  |
        | 0      | 4.4         | 满足   |
        | 0.01   | 4.41        | 不满足 |

  规则: 初级数据与数据质量
    背景:
      假如 每条 项目条目 的量 项目大小 (size), 以 kgCO2e 计, 依据 primary
        | 为                                 |
        | max(项目排放, 0 kgCO2e - 项目排放) |
      并且 每条 项目条目 的量 项目初级部分 (from_primary), 以 kgCO2e 计, 依据 primary
        | 为       | 情形                 |
        | 项目大小 | 项目数据为初级 为 是 |
        | 0 kgCO2e | 其他                 |
      并且 每条 项目条目 的量 技术加权 (weighted_technology), 以 kgCO2e 计, 依据 quality
        | 为                      |
        | 项目大小 * 项目技术评级 |
      并且 每条 项目条目 的量 地域加权 (weighted_geography), 以 kgCO2e 计, 依据 quality
        | 为                      |
        | 项目大小 * 项目地域评级 |
      并且 每条 项目条目 的量 时间加权 (weighted_time), 以 kgCO2e 计, 依据 quality
        | 为                      |
        | 项目大小 * 项目时间评级 |
      并且 量 项目大小合计 (size_all), 以 kgCO2e 计, 为 足迹项目 的 项目大小 之和, 依据 primary
      并且 量 初级数据合计 (primary_all), 以 kgCO2e 计, 为 足迹项目 的 项目初级部分 之和, 依据 primary
      并且 量 技术合计 (technology_all), 以 kgCO2e 计, 为 足迹项目 的 技术加权 之和, 依据 quality
      并且 量 地域合计 (geography_all), 以 kgCO2e 计, 为 足迹项目 的 地域加权 之和, 依据 quality
      并且 量 时间合计 (time_all), 以 kgCO2e 计, 为 足迹项目 的 时间加权 之和, 依据 quality
      并且 量 采用的初级数据占比 (primary_share), 以 % 计
        | 为                          | 情形                             | 依据           |
        | 所载初级数据占比            | 另行给出各项 为 否               | primary, items |
        | 待定, 因为 项目大小合计为零 | 项目大小合计 为 0 kgCO2e         | primary, items |
        | 100 %                       | 初级数据合计 不低于 项目大小合计 | whole          |
        | 初级数据合计 / 项目大小合计 | 其他                             | primary, items |
      并且 量 技术数据质量 (technology_rating), 依据 quality, items
        | 为                          | 情形                     |
        | 所载技术评级                | 另行给出各项 为 否       |
        | 待定, 因为 项目大小合计为零 | 项目大小合计 为 0 kgCO2e |
        | 技术合计 / 项目大小合计     | 其他                     |
      并且 量 地域数据质量 (geography_rating), 依据 quality, items
        | 为                          | 情形                     |
        | 所载地域评级                | 另行给出各项 为 否       |
        | 待定, 因为 项目大小合计为零 | 项目大小合计 为 0 kgCO2e |
        | 地域合计 / 项目大小合计     | 其他                     |
      并且 量 时间数据质量 (time_rating), 依据 quality, items
        | 为                          | 情形                     |
        | 所载时间评级                | 另行给出各项 为 否       |
        | 待定, 因为 项目大小合计为零 | 项目大小合计 为 0 kgCO2e |
        | 时间合计 / 项目大小合计     | 其他                     |
      并且 量 初级数据占比之差 (share_gap), 以 % 计, 依据 primary, near
        | 为                                                                      |
        | max(所载初级数据占比 - primary_share, primary_share - 所载初级数据占比) |
      并且 下列门槛
        | 编号    | 门槛                       | 要求                                                                                                    | 适用情形                                                                   | 依据                 |
        | PA-05   | 已载明初级数据占比         | 已载明初级数据占比 为 是                                                                                | 数据模型版本 为 3.0 版                                                     | primary              |
        | PA-05-I | 所载初级数据占比与项目相符 | 初级数据占比之差 不高于 0.01 %                                                                          | 数据模型版本 为 3.0 版; 另行给出各项 为 是; 已载明初级数据占比 为 是       | primary, near, items |
        | PA-07   | 评级在 1 与 5 之间         | 所载技术评级 介于 1 与 5 之间(含); 所载地域评级 介于 1 与 5 之间(含); 所载时间评级 介于 1 与 5 之间(含) | 数据模型版本 为 3.0 版; 已载明数据质量 为 是                               | quality              |
        | PA-06   | 2027 年后载明数据质量      | 已载明数据质量 为 是                                                                                    | 数据模型版本 为 3.0 版; 评定日期 晚于 2027-12-31                           | quality              |
        | PA-08   | 2027 年后载明土地管理      | 已载明土地管理 为 是                                                                                    | 数据模型版本 为 3.0 版; 存在土地或生物源流 为 是; 评定日期 晚于 2027-12-31 | land                 |
      并且 下列不符合项
        | 代码  | 不符合项                        | 情形                                                                     | 程度   | 依据    |
        | PA-DQ | 未载明数据质量，2027 年后须载明 | 数据模型版本 为 3.0 版; 已载明数据质量 为 否; 评定日期 不迟于 2027-12-31 | 观察项 | quality |
      并且 下列结果
        | 结果              | 名称               | 取自              | 修约    | 依据    |
        | share_primary     | 采用的初级数据占比 | primary_share     | 保留2位 | primary |
        | rating_technology | 技术数据质量       | technology_rating | 保留3位 | quality |
        | rating_geography  | 地域数据质量       | geography_rating  | 保留3位 | quality |
        | rating_time       | 时间数据质量       | time_rating       | 保留3位 | quality |

    场景: 无项目
      假如 items 为 无
      并且 primary_stated 为 0 %
      当 按 2026-12-01 评定
      那么 量 primary_share 由规则待定
      并且 量 technology_rating 由规则待定
      并且 量 geography_rating 由规则待定
      并且 量 time_rating 由规则待定

    场景大纲: 2027 年后须载明
      假如 version 为 <version>
      并且 quality_stated 为 <quality_stated>
      并且 land_flows 为 <land_flows>
      并且 land_stated 为 <land_stated>
      当 按 <date> 评定
      那么 门槛 PA-06 <PA-06>
      并且 门槛 PA-08 <PA-08>
      并且 <PA-DQ> PA-DQ

      例子:
        | version | quality_stated | land_flows | land_stated | date       | PA-06  | PA-08  | PA-DQ      |
        | v3_0    | 否             | 是         | 否          | 2027-12-31 | 不适用 | 不适用 | 开具观察项 |
        | v3_0    | 否             | 是         | 否          | 2028-01-01 | 不满足 | 不满足 | 不开具     |
        | v3_0    | 是             | 是         | 是          | 2028-01-01 | 满足   | 满足   | 不开具     |
        | v3_0    | 是             | 是         | 是          | 2027-12-31 | 不适用 | 不适用 | 不开具     |
        | v3_0    | 是             | 否         | 否          | 2028-01-01 | 满足   | 不适用 | 不开具     |
        | another | 否             | 是         | 否          | 2028-01-01 | 不适用 | 不适用 | 不开具     |
        | another | 否             | 是         | 否          | 2027-12-31 | 不适用 | 不适用 | 不开具     |

    场景: 其他版本无占比可比
      假如 version 为 another
      当 按 2026-12-01 评定
      那么 门槛 PA-05 不适用
