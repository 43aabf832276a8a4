# language: zh-CN
功能: 何时须设土地目标, 须有何内容

  背景:
    假如 评分卡 sbti-flag

  规则: 是否须设
    背景:
      假如 量 土地排放 (land), 以 tCO2e 计, 依据 entered
        | 为                                  |
        | 范围一和二土地排放 + 范围三土地排放 |
      并且 量 土地排放占比 (share_of_land), 以 % 计, 依据 trigger
        | 为                        | 情形                      |
        | 待定, 因为 没有排放       | 范围一至三排放 为 0 tCO2e |
        | 土地排放 / 范围一至三排放 | 其他                      |
      并且 下列条件
        | 条件   | 名称         | 成立情形                         | 依据              |
        | needed | 须设土地目标 | share_of_land 不低于 20 %        | trigger, from-may |
        | needed |              | 企业属森林、土地与农业行业 为 是 | trigger, from-may |
      并且 下列门槛
        | 编号    | 门槛                   | 要求                           | 适用情形          | 依据              |
        | SB1-21  | 须设者已设土地目标     | 已设土地目标 为 是             | 须设土地目标 成立 | trigger, from-may |
        | SB1-SUM | 土地排放不超过全部排放 | 土地排放 不高于 范围一至三排放 |                   | entered           |
      并且 量 非土地排放 (other), 以 tCO2e 计, 依据 parts
        | 为                        |
        | 范围一至三排放 - 土地排放 |
      并且 下列结果
        | 结果            | 名称         | 取自          | 修约    | 依据    |
        | land_share      | 土地排放占比 | share_of_land | 保留2位 | trigger |
        | other_emissions | 非土地排放   | other         | 保留0位 | parts   |

    场景大纲: 20 % 起, 或按行业
      假如 flag_3 为 <flag_3> tCO2e
      并且 flag_sector 为 <flag_sector>
      并且 target_set 为 <target_set>
      当 按 2026-12-01 评定
      那么 门槛 SB1-21 <SB1-21>

      例子:
        | flag_3   | flag_sector | target_set | SB1-21 |
        | 18000    | 否          | 否         | 不满足 |
        | 17999.99 | 否          | 否         | 不适用 |
        | 17999.99 | 是          | 否         | 不满足 |
        | 17999.99 | 是          | 是         | 满足   |

    场景大纲: 土地不多于全部
      假如 flag_3 为 <flag_3> tCO2e
      当 按 2026-12-01 评定
      那么 门槛 SB1-SUM <SB1-SUM>

      例子:
        | flag_3   | SB1-SUM |
        | 98000    | 满足    |
        | 98000.01 | 不满足  |

  规则: 须有何内容
    背景:
      假如 下列门槛
        | 编号   | 门槛                        | 要求                                                                       | 适用情形               | 依据     |
        | SB1-22 | 覆盖土地排放的 95 % 与 67 % | 范围一和二土地排放覆盖比例 不低于 95 %; 范围三土地排放覆盖比例 不低于 67 % | 已设土地目标 为 是     | coverage |
        | SB1-23 | 不毁林，截止日至 2020 年    | 承诺不毁林 为 是; 毁林截止日 不迟于 2020-12-31                             | 已设土地目标 为 是     | forests  |
        | SB1-24 | 至 2050 年减 72 %           | 土地排放长期减幅 不低于 72 %; 长期土地目标年份 不高于 2050                 | 已设长期土地目标 为 是 | long     |

    场景大纲: 两侧边界
      假如 <covered_12>
      当 按 2026-12-01 评定
      那么 门槛 <SB1-22>

      例子:
        | covered_12                | SB1-22        |
        | covered_12 为 95 %        | SB1-22 满足   |
        | covered_12 为 94.99 %     | SB1-22 不满足 |
        | covered_3 为 66.99 %      | SB1-22 不满足 |
        | target_set 为 否          | SB1-22 不适用 |
        | committed 为 否           | SB1-23 不满足 |
        | cut_off 为 2021-01-01     | SB1-23 不满足 |
        | cut_off 为 2020-12-31     | SB1-23 满足   |
        | target_set 为 否          | SB1-23 不适用 |
        | long_reduction 为 71.99 % | SB1-24 不满足 |
        | long_year 为 2051         | SB1-24 不满足 |
        | long_year 为 2050         | SB1-24 满足   |
        | long_term 为 否           | SB1-24 不适用 |

  规则: 单一商品的路径
    背景:
      假如 每条 商品条目 的量 商品占比 (commodity_share), 以 % 计, 依据 paths
        | 为                        | 情形                |
        | 待定, 因为 没有土地排放   | 土地排放 为 0 tCO2e |
        | 商品的土地排放 / 土地排放 | 其他                |
      并且 每条 商品条目 的量 未达门槛而使用路径（1 = 是） (early), 依据 paths
        | 为 | 情形                                       |
        | 1  | 使用该商品的路径 为 是; 商品占比 低于 10 % |
        | 0  | 其他                                       |
      并且 量 未达门槛而使用路径的数目 (early_all), 为 按商品的土地排放 的 未达门槛而使用路径（1 = 是） 之和, 依据 paths
      并且 量 各商品土地排放合计 (commodities_all), 以 tCO2e 计, 为 按商品的土地排放 的 商品的土地排放 之和, 依据 parts
      并且 量 未列商品的土地排放 (unlisted), 以 tCO2e 计, 依据 parts
        | 为                            |
        | 土地排放 - 各商品土地排放合计 |
      并且 下列门槛
        | 编号     | 门槛                             | 要求                               | 适用情形           | 依据  |
        | SB1-PATH | 占土地排放 10 % 起方使用商品路径 | 未达门槛而使用路径的数目 为 0      | 已设土地目标 为 是 | paths |
        | SB1-COM  | 各商品合计不超过土地排放         | 各商品土地排放合计 不高于 土地排放 |                    | parts |
      并且 每条 商品条目 的下列结果
        | 结果           | 名称           | 取自     | 修约    | 依据  |
        | commodity_part | 占土地排放之比 | 商品占比 | 保留2位 | paths |
      并且 下列结果
        | 结果          | 名称               | 取自     | 修约    | 依据  |
        | unlisted_land | 未列商品的土地排放 | unlisted | 保留0位 | parts |

    场景: 土地排放的 10 % 起
      假如 target_set 为 是
      并且 commodities 为
        | name | emitted    | own_path |
        | soy  | 2000 tCO2e | 是       |
      当 按 2026-12-01 评定
      那么 门槛 SB1-PATH 满足

    场景: 土地排放的 10 % 起 (2)
      假如 target_set 为 是
      并且 commodities 为
        | name | emitted       | own_path |
        | soy  | 1999.99 tCO2e | 是       |
      当 按 2026-12-01 评定
      那么 门槛 SB1-PATH 不满足

    场景: 土地排放的 10 % 起 (3)
      假如 target_set 为 是
      并且 commodities 为
        | name | emitted       | own_path |
        | soy  | 1999.99 tCO2e | 否       |
      当 按 2026-12-01 评定
      那么 门槛 SB1-PATH 满足

    场景: 土地排放的 10 % 起 (4)
      假如 target_set 为 否
      并且 commodities 为
        | name | emitted       | own_path |
        | soy  | 1999.99 tCO2e | 是       |
      当 按 2026-12-01 评定
      那么 门槛 SB1-PATH 不适用

    场景大纲: 各商品为土地排放的一部分
      假如 commodities 为
        | name | emitted        | own_path |
        | soy  | 15000 tCO2e    | 是       |
        | beef | <tonnes> tCO2e | 是       |
      当 按 2026-12-01 评定
      那么 门槛 SB1-COM <outcome>
      并且 量 unlisted 为 <rest> tCO2e

      例子:
        | tonnes  | outcome | rest  |
        | 5000    | 满足    | 0     |
        | 5000.01 | 不满足  | -0.01 |
