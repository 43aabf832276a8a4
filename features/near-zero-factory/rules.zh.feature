# language: zh-CN
功能: 各制度的要求

  背景:
    假如 评分卡 near-zero-factory

  规则: 其他制度
    背景:
      假如 下列门槛
        | 编号 | 门槛           | 要求                       | 适用情形         | 依据   |
        | NZ-0 | 其他制度的条件 | 已符合其他制度的条件 为 是 | 制度 为 其他制度 | unread |

    场景: 其他制度须有人读过
      假如 programme 为 another
      并且 terms 缺失
      当 按 2026-12-01 评定
      那么 门槛 NZ-0 待定

  规则: 苏州
    背景:
      假如 量 抵消占比 (share_offset), 以 % 计
        | 为                                | 情形                | 依据   |
        | 100 %                             | 全年排放 为 0 tCO2e | none   |
        | min(已抵消排放 / 全年排放, 100 %) | 其他                | suzhou |
      并且 量 强度 (intensity), 以 tCO2e/t 计, 依据 fall
        | 为                  |
        | 全年排放 / 当年产出 |
      并且 量 上年强度 (intensity_before), 以 tCO2e/t 计, 依据 fall
        | 为                  |
        | 上年排放 / 上年产出 |
      并且 量 前年强度 (intensity_first), 以 tCO2e/t 计, 依据 fall
        | 为                  |
        | 前年排放 / 前年产出 |
      并且 下列条件
        | 条件            | 名称         | 成立情形                                               | 依据         |
        | enough          | 抵消足够     | 抵消占比 不低于 80 %                                   | suzhou       |
        | enough          |              | “原则上”的读法 为 with_exception; 市级已准许例外 为 是 | principle    |
        | falls_tonnes    | 吨数三年下降 | 全年排放 低于 上年排放; 上年排放 低于 前年排放         | suzhou, fall |
        | falls_intensity | 强度三年下降 | 强度 低于 上年强度; 上年强度 低于 前年强度             | suzhou, fall |
        | falls           | 排放三年下降 | 吨数三年下降 成立; 强度三年下降 成立                   | suzhou       |
        | falls           |              | “下降”的读法 为 tonnes; 吨数三年下降 成立              | fall         |
        | falls           |              | “下降”的读法 为 intensity; 强度三年下降 成立           | fall         |
      并且 下列门槛
        | 编号  | 门槛                 | 要求                           | 适用情形     | 依据              |
        | NZ-S0 | 抵消不多于排放       | 已抵消排放 不高于 全年排放     | 制度 为 苏州 | parts             |
        | NZ-S1 | 管理体系             | 管理体系已认证 为 是           | 制度 为 苏州 | suzhou            |
        | NZ-S2 | 原则上抵消 80%       | 抵消足够 成立                  | 制度 为 苏州 | suzhou, principle |
        | NZ-S3 | 国家级或省级绿色工厂 | 绿色工厂称号 属于 国家级, 省级 | 制度 为 苏州 | suzhou            |
        | NZ-S4 | 三年逐年下降         | 排放三年下降 成立              | 制度 为 苏州 | suzhou, fall      |
        | NZ-S5 | 培育名单             | 已列入培育名单 为 是           | 制度 为 苏州 | suzhou            |
        | NZ-S6 | 第三方报告           | 第三方已出具报告 为 是         | 制度 为 苏州 | suzhou            |
      并且 下列结果
        | 结果         | 名称           | 取自     | 修约    | 依据   |
        | offset_share | 已抵消排放占比 | 抵消占比 | 保留2位 | suzhou |

    场景大纲: 抵消不多于排放
      假如 offset 为 <offset> tCO2e
      并且 emitted_12 为 <part> tCO2e
      当 按 2026-12-01 评定
      那么 门槛 NZ-S0 <outcome>
      并且 <told>

      例子:
        | offset | part | outcome | told                        |
        | 1000   | 1000 | 满足    | 不开具 NZ-12.PART           |
        | 1001   | 1001 | 不满足  | 开具严重不符合项 NZ-12.PART |

    场景: 不足 80%
      假如 设定 in_principle 为 limit
      并且 offset 为 799.9 tCO2e
      当 按 2026-12-01 评定
      那么 门槛 NZ-S2 不满足

  规则: 江苏
    背景:
      假如 量 类别1与2抵消占比 (share_12), 以 % 计
        | 为                                              | 情形                    | 依据    |
        | 100 %                                           | 类别1与2排放 为 0 tCO2e | none    |
        | min(已抵消的类别1与2排放 / 类别1与2排放, 100 %) | 其他                    | jiangsu |
      并且 下列门槛
        | 编号  | 门槛                     | 要求                                     | 适用情形     | 依据    |
        | NZ-J0 | 类别1与2的抵消不多于排放 | 已抵消的类别1与2排放 不高于 类别1与2排放 | 制度 为 江苏 | parts   |
        | NZ-J1 | 省级绿色工厂             | 绿色工厂称号 属于 国家级, 省级           | 制度 为 江苏 | jiangsu |
        | NZ-J2 | 类别1与2全部抵消         | 类别1与2抵消占比 为 100 %                | 制度 为 江苏 | jiangsu |
        | NZ-J3 | 能耗达标                 | 能耗达先进值或标杆值 为 是               | 制度 为 江苏 | jiangsu |
        | NZ-J4 | 无违法记录               | 三年无违法记录 为 是                     | 制度 为 江苏 | jiangsu |
        | NZ-J5 | 管理机构                 | 设有管理机构 为 是                       | 制度 为 江苏 | jiangsu |
      并且 下列不符合项
        | 代码       | 不符合项                 | 情形                       | 程度 | 依据  |
        | NZ-12.PART | 类别 1 与 2 多于全部排放 | 类别1与2排放 高于 全年排放 | 严重 | parts |
      并且 下列结果
        | 结果            | 名称               | 取自             | 修约    | 依据    |
        | offset_share_12 | 类别1与2已抵消占比 | 类别1与2抵消占比 | 保留2位 | jiangsu |

    场景: 差一点未全部抵消
      假如 programme 为 jiangsu
      并且 offset_12 为 599.99 tCO2e
      当 按 2026-12-01 评定
      那么 门槛 NZ-J2 不满足

  规则: 浙江
    背景:
      假如 下列门槛
        | 编号  | 门槛               | 要求                           | 适用情形     | 依据     |
        | NZ-Z1 | 绿色工厂           | 绿色工厂称号 属于 国家级, 省级 | 制度 为 浙江 | zhejiang |
        | NZ-Z2 | 能耗先进值         | 能耗达先进值或标杆值 为 是     | 制度 为 浙江 | zhejiang |
        | NZ-Z3 | 浙江无违法记录     | 三年无违法记录 为 是           | 制度 为 浙江 | zhejiang |
        | NZ-Z4 | 六项一级指标的分值 | 已达浙江要求的分值 为 是       | 制度 为 浙江 | zhejiang |

    场景: 分值未查到
      假如 programme 为 zhejiang
      并且 points 缺失
      当 按 2026-12-01 评定
      那么 门槛 NZ-Z4 待定
