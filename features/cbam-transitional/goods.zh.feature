# language: zh-CN
功能: 报告的货物

  背景:
    假如 评分卡 cbam-transitional
    并且 下列事实
      | 事实  | 名称     | 类型          |
      | goods | 申报货物 | 申报货物 列表 |
    并且 每条 good 有
      | 字段      | 名称           | 类型 | 单位  | 可选值                             | 不低于 | 不高于 | 仅部分情形适用 |
      | position  | 货项           | 文本 |       |                                    |        |        |                |
      | cn_code   | 商品编码       | 文本 |       |                                    |        |        |                |
      | origin    | 原产国         | 文本 |       |                                    |        |        |                |
      | net_mass  | 净重           | 数值 | t     |                                    | 0      |        |                |
      | direct    | 直接排放       | 数值 | tCO2e |                                    | 0      |        |                |
      | indirect  | 间接排放       | 数值 | tCO2e |                                    | 0      |        |                |
      | overall   | 总排放         | 数值 | tCO2e |                                    | 0      |        |                |
      | complex   | 复杂货物       | 是否 |       |                                    |        |        |                |
      | method    | 方法           | 选项 |       | eu_method, other_scheme, any_other |        |        |                |
      | justified | 附有理由       | 是否 |       |                                    |        |        | 是             |
      | estimated | 估算排放份额   | 数值 | %     |                                    | 0      | 100    |                |
      | exempt    | 境外加工或退运 | 是否 |       |                                    |        |        |                |
    并且 good 称为 申报货物
    并且 申报货物 中 货项 不得重复
    并且 基准案例中 申报货物 为
      | 货项 | 商品编码 | 原产国 | 净重   | 直接排放   | 间接排放  | 总排放     | 复杂货物 | 方法      | 附有理由 | 估算排放份额 | 境外加工或退运 |
      | G1   | 72083900 | BR     | 1000 t | 2000 tCO2e | 300 tCO2e | 2300 tCO2e | 是       | eu_method | 否       | 20 %         | 否             |

  规则: 方法
    背景:
      假如 每条 申报货物 的量 机制过期 (late_scheme), 以 项 计
        | 为   | 情形                                           | 依据                     |
        | 1 项 | 方法 为 other_scheme; 季度首日 晚于 2024-10-01 | schemes, schemes-quarter |
        | 0 项 | 其他                                           | schemes                  |
      并且 每条 申报货物 的量 其他方法过期 (late_other), 以 项 计, 依据 any-method
        | 为   | 情形                                        |
        | 1 项 | 方法 为 any_other; 季度首日 晚于 2024-04-01 |
        | 0 项 | 其他                                        |
      并且 每条 申报货物 的量 无理由方法 (bare), 以 项 计, 依据 justified
        | 为   | 情形                                |
        | 1 项 | 方法 不为 eu_method; 附有理由 为 否 |
        | 0 项 | 其他                                |
      并且 每条 申报货物 的量 估算过大 (too_much), 以 项 计
        | 为   | 情形                                  | 依据             |
        | 0 项 | 季度首日 不迟于 2024-04-01            | any-method       |
        | 1 项 | 估算排放份额 高于 20 %                | estimates        |
        | 1 项 | 估算排放份额 高于 0 %; 复杂货物 为 否 | estimates-simple |
        | 0 项 | 其他                                  | estimates        |
      并且 每条 申报货物 的量 合计之差 (gap), 以 tCO2e 计, 依据 sums
        | 为                           |
        | 总排放 - 直接排放 - 间接排放 |
      并且 每条 申报货物 的量 不符合计 (uneven), 以 项 计, 依据 sums
        | 为   | 情形                  |
        | 1 项 | 合计之差 高于 0 tCO2e |
        | 1 项 | 合计之差 低于 0 tCO2e |
        | 0 项 | 其他                  |
      并且 每条 申报货物 的量 无须申报货物 (needless), 以 项 计
        | 为   | 情形                                                                                                                   | 依据       |
        | 1 项 | 境外加工或退运 为 是                                                                                                   | procedures |
        | 1 项 | 原产国 属于 CH, IS, LI, NO                                                                                             | exempt     |
        | 1 项 | 原产国 属于 AT, BE, BG, CY, CZ, DE, DK, EE, ES, FI, FR, GR, HR, HU, IE, IT, LT, LU, LV, MT, NL, PL, PT, RO, SE, SI, SK | third      |
        | 0 项 | 其他                                                                                                                   | procedures |
      并且 每条 申报货物 的量 有间接排放的电力 (odd_power), 以 项 计, 依据 power
        | 为   | 情形                                        |
        | 1 项 | 商品编码 为 27160000; 间接排放 高于 0 tCO2e |
        | 0 项 | 其他                                        |
      并且 量 机制过期合计 (late_schemes), 以 项 计, 为 申报货物 的 机制过期 之和, 依据 schemes
      并且 量 其他方法过期合计 (late_others), 以 项 计, 为 申报货物 的 其他方法过期 之和, 依据 any-method
      并且 量 无理由方法合计 (bare_methods), 以 项 计, 为 申报货物 的 无理由方法 之和, 依据 justified
      并且 量 估算过大合计 (too_many), 以 项 计, 为 申报货物 的 估算过大 之和, 依据 estimates
      并且 量 不符合计之和 (uneven_sums), 以 项 计, 为 申报货物 的 不符合计 之和, 依据 sums
      并且 量 有间接排放的电力合计 (odd_powers), 以 项 计, 为 申报货物 的 有间接排放的电力 之和, 依据 power
      并且 量 无须申报货物合计 (needless_goods), 以 项 计, 为 申报货物 的 无须申报货物 之和, 依据 procedures
      并且 量 净重合计 (all_mass), 以 t 计, 为 申报货物 的 净重 之和, 依据 filing
      并且 量 直接排放合计 (all_direct), 以 tCO2e 计, 为 申报货物 的 直接排放 之和, 依据 filing
      并且 量 间接排放合计 (all_indirect), 以 tCO2e 计, 为 申报货物 的 间接排放 之和, 依据 filing
      并且 量 总排放合计 (all_overall), 以 tCO2e 计, 为 申报货物 的 总排放 之和, 依据 filing
      并且 下列门槛
        | 编号 | 门槛                                            | 要求                         | 依据                        |
        | M1   | 第三国机制仅至 2024 年                          | 机制过期合计 不高于 0 项     | schemes, schemes-quarter    |
        | M2   | 任何其他方法仅限 2024 年 7 月 31 日前到期的报告 | 其他方法过期合计 不高于 0 项 | any-method                  |
        | M3   | 估算至多 20 %，且仅限复杂货物                   | 估算过大合计 不高于 0 项     | estimates, estimates-simple |
        | M4   | 其他方法附有理由                                | 无理由方法合计 不高于 0 项   | justified                   |
      并且 下列不符合项
        | 代码     | 不符合项                       | 情形                           | 程度   | 依据                      |
        | R.SUM    | 直接与间接排放之和不等于总排放 | 不符合计之和 高于 0 项         | 一般   | sums                      |
        | R.EXEMPT | 申报了无须申报的货物           | 无须申报货物合计 高于 0 项     | 观察项 | procedures, exempt, third |
        | R.POWER  | 电力填报了间接排放             | 有间接排放的电力合计 高于 0 项 | 一般   | power                     |
      并且 下列结果
        | 结果           | 名称         | 取自         | 修约    | 依据   |
        | mass           | 申报净重     | 净重合计     | 保留3位 | filing |
        | direct_total   | 申报直接排放 | 直接排放合计 | 保留5位 | filing |
        | indirect_total | 申报间接排放 | 间接排放合计 | 保留5位 | filing |
        | overall_total  | 申报总排放   | 总排放合计   | 保留5位 | filing |

    场景大纲: 各季度可用的方法
      假如 季度首日 为 <begins>
      并且 申报货物 为
        | 货项 | 商品编码 | 原产国 | 净重   | 直接排放   | 间接排放  | 总排放     | 复杂货物 | 方法     | 附有理由 | 估算排放份额 | 境外加工或退运 |
        | G1   | 72083900 | TR     | 1000 t | 2000 tCO2e | 300 tCO2e | 2300 tCO2e | 是       | <method> | <reason> | 0 %          | 否             |
      当 按 2026-11-20 评定
      那么 门槛 M1 <scheme>
      并且 门槛 M2 <other>
      并且 门槛 M4 <given>

      例子:
        | begins     | method       | reason | scheme | other  | given  |
        | 2024-04-01 | any_other    | 是     | 满足   | 满足   | 满足   |
        | 2024-07-01 | any_other    | 是     | 满足   | 不满足 | 满足   |
        | 2024-10-01 | other_scheme | 是     | 满足   | 满足   | 满足   |
        | 2025-01-01 | other_scheme | 是     | 不满足 | 满足   | 满足   |
        | 2025-01-01 | eu_method    | 否     | 满足   | 满足   | 满足   |
        | 2024-10-01 | other_scheme | 否     | 满足   | 满足   | 不满足 |

    场景大纲: 估算至多 20 %, 限复杂货物
      假如 季度首日 为 <begins>
      并且 申报货物 为
        | 货项 | 商品编码 | 原产国 | 净重   | 直接排放   | 间接排放  | 总排放     | 复杂货物  | 方法      | 附有理由 | 估算排放份额 | 境外加工或退运 |
        | G1   | 72083900 | TR     | 1000 t | 2000 tCO2e | 300 tCO2e | 2300 tCO2e | <complex> | eu_method | 否       | <share> %    | 否             |
      当 按 2026-11-20 评定
      那么 门槛 M3 <outcome>

      例子:
        | begins     | complex | share  | outcome |
        | 2024-07-01 | 是      | 20     | 满足    |
        | 2024-07-01 | 是      | 20.001 | 不满足  |
        | 2024-04-01 | 是      | 100    | 满足    |
        | 2024-07-01 | 否      | 0      | 满足    |
        | 2024-07-01 | 否      | 0.001  | 不满足  |
        | 2025-10-01 | 是      | 20.001 | 不满足  |

    场景大纲: 合计, 以及无须申报的货物
      假如 申报货物 为
        | 货项 | 商品编码 | 原产国    | 净重   | 直接排放    | 间接排放  | 总排放          | 复杂货物 | 方法      | 附有理由 | 估算排放份额 | 境外加工或退运 |
        | G1   | 72083900 | <country> | 1000 t | 2000 tCO2e  | 300 tCO2e | <overall> tCO2e | 是       | eu_method | 否       | 0 %          | <exempt>       |
        | G2   | 76011010 | IN        | 10.5 t | 20.25 tCO2e | 70 tCO2e  | 90.25 tCO2e     | 否       | eu_method | 否       | 0 %          | 否             |
      当 按 2026-11-20 评定
      那么 结果 申报净重 为 1010.5 t
      并且 结果 申报直接排放 为 2020.25 tCO2e
      并且 结果 申报间接排放 为 370 tCO2e
      并且 结果 申报总排放 为 <total> tCO2e
      并且 <sum>
      并且 <needless>
      并且 结论为 已计分

      例子:
        | country | overall    | exempt | total      | sum                    | needless            |
        | CH      | 2300       | 否     | 2390.25    | 不开具 R.SUM           | 开具观察项 R.EXEMPT |
        | TR      | 2300       | 否     | 2390.25    | 不开具 R.SUM           | 不开具 R.EXEMPT     |
        | TR      | 2300.00001 | 否     | 2390.25001 | 开具一般不符合项 R.SUM | 不开具 R.EXEMPT     |
        | TR      | 2299.99999 | 否     | 2390.24999 | 开具一般不符合项 R.SUM | 不开具 R.EXEMPT     |
        | TR      | 2300       | 是     | 2390.25    | 不开具 R.SUM           | 开具观察项 R.EXEMPT |

    场景: 成员国货物不申报
      假如 申报货物 为
        | 货项 | 商品编码 | 原产国 | 净重 | 直接排放 | 间接排放 | 总排放  | 复杂货物 | 方法      | 附有理由 | 估算排放份额 | 境外加工或退运 |
        | AT   | 72083900 | AT     | 1 t  | 2 tCO2e  | 0 tCO2e  | 2 tCO2e | 是       | eu_method | 否       | 0 %          | 否             |
        | BE   | 72083900 | BE     | 1 t  | 2 tCO2e  | 0 tCO2e  | 2 tCO2e | 是       | eu_method | 否       | 0 %          | 否             |
        | BG   | 72083900 | BG     | 1 t  | 2 tCO2e  | 0 tCO2e  | 2 tCO2e | 是       | eu_method | 否       | 0 %          | 否             |
        | CY   | 72083900 | CY     | 1 t  | 2 tCO2e  | 0 tCO2e  | 2 tCO2e | 是       | eu_method | 否       | 0 %          | 否             |
        | CZ   | 72083900 | CZ     | 1 t  | 2 tCO2e  | 0 tCO2e  | 2 tCO2e | 是       | eu_method | 否       | 0 %          | 否             |
        | DE   | 72083900 | DE     | 1 t  | 2 tCO2e  | 0 tCO2e  | 2 tCO2e | 是       | eu_method | 否       | 0 %          | 否             |
        | DK   | 72083900 | DK     | 1 t  | 2 tCO2e  | 0 tCO2e  | 2 tCO2e | 是       | eu_method | 否       | 0 %          | 否             |
        | EE   | 72083900 | EE     | 1 t  | 2 tCO2e  | 0 tCO2e  | 2 tCO2e | 是       | eu_method | 否       | 0 %          | 否             |
        | ES   | 72083900 | ES     | 1 t  | 2 tCO2e  | 0 tCO2e  | 2 tCO2e | 是       | eu_method | 否       | 0 %          | 否             |
        | FI   | 72083900 | FI     | 1 t  | 2 tCO2e  | 0 tCO2e  | 2 tCO2e | 是       | eu_method | 否       | 0 %          | 否             |
        | FR   | 72083900 | FR     | 1 t  | 2 tCO2e  | 0 tCO2e  | 2 tCO2e | 是       | eu_method | 否       | 0 %          | 否             |
        | GR   | 72083900 | GR     | 1 t  | 2 tCO2e  | 0 tCO2e  | 2 tCO2e | 是       | eu_method | 否       | 0 %          | 否             |
        | HR   | 72083900 | HR     | 1 t  | 2 tCO2e  | 0 tCO2e  | 2 tCO2e | 是       | eu_method | 否       | 0 %          | 否             |
        | HU   | 72083900 | HU     | 1 t  | 2 tCO2e  | 0 tCO2e  | 2 tCO2e | 是       | eu_method | 否       | 0 %          | 否             |
        | IE   | 72083900 | IE     | 1 t  | 2 tCO2e  | 0 tCO2e  | 2 tCO2e | 是       | eu_method | 否       | 0 %          | 否             |
        | IT   | 72083900 | IT     | 1 t  | 2 tCO2e  | 0 tCO2e  | 2 tCO2e | 是       | eu_method | 否       | 0 %          | 否             |
        | LT   | 72083900 | LT     | 1 t  | 2 tCO2e  | 0 tCO2e  | 2 tCO2e | 是       | eu_method | 否       | 0 %          | 否             |
        | LU   | 72083900 | LU     | 1 t  | 2 tCO2e  | 0 tCO2e  | 2 tCO2e | 是       | eu_method | 否       | 0 %          | 否             |
        | LV   | 72083900 | LV     | 1 t  | 2 tCO2e  | 0 tCO2e  | 2 tCO2e | 是       | eu_method | 否       | 0 %          | 否             |
        | MT   | 72083900 | MT     | 1 t  | 2 tCO2e  | 0 tCO2e  | 2 tCO2e | 是       | eu_method | 否       | 0 %          | 否             |
        | NL   | 72083900 | NL     | 1 t  | 2 tCO2e  | 0 tCO2e  | 2 tCO2e | 是       | eu_method | 否       | 0 %          | 否             |
        | PL   | 72083900 | PL     | 1 t  | 2 tCO2e  | 0 tCO2e  | 2 tCO2e | 是       | eu_method | 否       | 0 %          | 否             |
        | PT   | 72083900 | PT     | 1 t  | 2 tCO2e  | 0 tCO2e  | 2 tCO2e | 是       | eu_method | 否       | 0 %          | 否             |
        | RO   | 72083900 | RO     | 1 t  | 2 tCO2e  | 0 tCO2e  | 2 tCO2e | 是       | eu_method | 否       | 0 %          | 否             |
        | SE   | 72083900 | SE     | 1 t  | 2 tCO2e  | 0 tCO2e  | 2 tCO2e | 是       | eu_method | 否       | 0 %          | 否             |
        | SI   | 72083900 | SI     | 1 t  | 2 tCO2e  | 0 tCO2e  | 2 tCO2e | 是       | eu_method | 否       | 0 %          | 否             |
        | SK   | 72083900 | SK     | 1 t  | 2 tCO2e  | 0 tCO2e  | 2 tCO2e | 是       | eu_method | 否       | 0 %          | 否             |
        | GB   | 72083900 | GB     | 1 t  | 2 tCO2e  | 0 tCO2e  | 2 tCO2e | 是       | eu_method | 否       | 0 %          | 否             |
      当 按 2026-11-20 评定
      那么 量 无须申报货物合计 为 27 项
      并且 开具观察项 R.EXEMPT

    场景大纲: 电力没有间接排放
      假如 申报货物 为
        | 货项 | 商品编码 | 原产国 | 净重 | 直接排放   | 间接排放         | 总排放          | 复杂货物 | 方法      | 附有理由 | 估算排放份额 | 境外加工或退运 |
        | G1   | <code>   | UA     | 0 t  | 2000 tCO2e | <indirect> tCO2e | <overall> tCO2e | 否       | eu_method | 否       | 0 %          | 否             |
      当 按 2026-11-20 评定
      那么 <finding>

      例子:
        | code     | indirect | overall  | finding                  |
        | 27160000 | 0        | 2000     | 不开具 R.POWER           |
        | 27160000 | 0.001    | 2000.001 | 开具一般不符合项 R.POWER |
        | 76011010 | 0.001    | 2000.001 | 不开具 R.POWER           |
