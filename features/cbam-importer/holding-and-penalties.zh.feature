# language: zh-CN
功能: 持有量与罚款

  背景:
    假如 评分卡 cbam-importer
    并且 下列事实
      | 事实                     | 名称         | 类型 | 单位  | 不低于 |
      | quarter_end              | 季度末日     | 日期 |       |        |
      | certificates_held        | 持有证书     | 数值 | tCO2e | 0      |
      | certificates_due         | 应缴证书     | 数值 | tCO2e | 0      |
      | certificates_surrendered | 已缴证书     | 数值 | tCO2e | 0      |
      | embedded_emissions       | 全年隐含排放 | 数值 | tCO2e | 0      |
      | penalty_index            | 罚款指数     | 数值 |       | 1      |
    并且 本基准案例
      | 事实         | 值         |
      | 季度末日     | 2026-12-31 |
      | 持有证书     | 0 tCO2e    |
      | 应缴证书     | 120 tCO2e  |
      | 已缴证书     | 120 tCO2e  |
      | 全年隐含排放 | 120 tCO2e  |
      | 罚款指数     | 1          |

  规则: 2027 年起每季度末持有一半证书
    背景:
      假如 下列查表, 逐条 进口货物
        | 量             | 名称             | 单位    | 列       | 参考表     | 键                                                                                     | 依据    |
        | default_value  | 缺省值           | tCO2e/t | total    | defaults   | cn_code 为 商品编码; country 为 原产国                                                 | holding |
        | default_value  |                  |         |          | defaults   | cn_code 为 商品编码; country 为 'other'                                                | holding |
        | default_route  | 缺省值的生产路线 | 词      | route    | defaults   | cn_code 为 商品编码; country 为 原产国                                                 | holding |
        | default_route  |                  |         |          | defaults   | cn_code 为 商品编码; country 为 'other'                                                | holding |
        | benchmark      | B 列基准值       | tCO2e/t | value    | benchmarks | cn_code 为 商品编码; column 为 'B'; route 为 缺省值的生产路线; year 为 进口日期 的年份 | holding |
        | retained_share | 保留比例         |         | retained | shares     | year 为 进口日期 的年份                                                                | holding |
        | correction     | 修正系数         |         | cscf     | shares     | year 为 进口日期 的年份                                                                | holding |
      并且 下列量, 逐条 进口货物
        | 量         | 名称       | 单位    | 计算                                     | 情形          | 依据    |
        | allocation | 免费分配   | tCO2e/t | 0 tCO2e/t                                | 保留比例 为 0 | holding |
        | allocation |            |         | 保留比例 * 修正系数 * B 列基准值         |               | holding |
        | base       | 持有量基数 | tCO2e   | max(缺省值 - 免费分配, 0 tCO2e/t) * 净重 |               | holding |
      并且 下列合计, 取自 货物清单
        | 量            | 名称         | 单位  | 合计       | 其中                                                                                                                                          | 依据          |
        | all_base      | 各行基数合计 | tCO2e | 持有量基数 | 行业 属于 cement, fertilisers, iron_and_steel, aluminium, hydrogen; 国家组 为 third; 进口日期 晚于 年度末日 减 1 年; 进口日期 不迟于 季度末日 | holding       |
        | hydrogen_base | 氢基数合计   | tCO2e | 持有量基数 | 行业 为 hydrogen; 国家组 为 third; 进口日期 晚于 年度末日 减 1 年; 进口日期 不迟于 季度末日                                                   | holding-lines |
      并且 下列量
        | 量      | 名称     | 单位  | 计算               | 情形                     | 依据          |
        | to_hold | 应持证书 | tCO2e | 0 tCO2e            | 年度末日 早于 2027-12-31 | holding       |
        | to_hold |          |       | 0.5 * 各行基数合计 | 超过起征量 为 1          | holding       |
        | to_hold |          |       | 0.5 * 氢基数合计   |                          | holding-lines |
      并且 下列门槛
        | 编号 | 门槛           | 要求                     | 适用情形                                 | 依据    |
        | H1   | 已持有一半证书 | 持有证书 不低于 应持证书 | 负有义务 为 1; 年度末日 自 2027-12-31 起 | holding |
      并且 下列结果
        | 结果           | 名称           | 取自     | 修约    | 依据                   |
        | holding_needed | 季度末应持证书 | 应持证书 | 保留3位 | holding, holding-lines |

    场景大纲: 1 月 1 日以来各行基数的一半
      假如 年度末日 为 <year>
      并且 季度末日 为 <quarter>
      并且 货物清单 为
        | 行号 | 商品编码 | 原产国    | 进口日期 | 净重     |
        | L1   | <code>   | <country> | <day>    | 2500 t   |
        | L2   | <other>  | <second>  | <later>  | <mass> t |
      并且 持有证书 为 <held> tCO2e
      当 按 <quarter> 评定
      那么 量 应持证书 为 <needed> tCO2e
      并且 门槛 H1 <outcome>

      例子:
        | year       | quarter    | code     | country | day        | other    | second | later      | mass | held    | needed     | outcome |
        | 2027-12-31 | 2027-03-31 | 72083900 | BR      | 2027-02-10 | 72083900 | BR     | 2027-04-01 | 1000 | 399     | 398.125    | 满足    |
        | 2027-12-31 | 2027-03-31 | 72083900 | BR      | 2027-02-10 | 72083900 | BR     | 2027-04-01 | 1000 | 398.125 | 398.125    | 满足    |
        | 2027-12-31 | 2027-03-31 | 72083900 | BR      | 2027-02-10 | 72083900 | BR     | 2027-04-01 | 1000 | 398     | 398.125    | 不满足  |
        | 2027-12-31 | 2027-06-30 | 72083900 | BR      | 2027-02-10 | 72083900 | BR     | 2027-04-01 | 1000 | 399     | 557.375    | 不满足  |
        | 2027-12-31 | 2027-03-31 | 72083900 | BR      | 2027-01-01 | 72083900 | BR     | 2026-12-31 | 1000 | 399     | 398.125    | 满足    |
        | 2027-12-31 | 2027-03-31 | 72083900 | BR      | 2027-02-10 | 72083900 | DE     | 2027-02-10 | 1000 | 399     | 398.125    | 满足    |
        | 2027-12-31 | 2027-03-31 | 72083900 | BR      | 2027-02-10 | 72044990 | BR     | 2027-02-10 | 1000 | 399     | 398.125    | 满足    |
        | 2027-12-31 | 2027-03-31 | 72083900 | BR      | 2027-02-10 | 28041000 | CN     | 2027-02-10 | 1    | 500     | 409.027725 | 满足    |
        | 2027-12-31 | 2027-03-31 | 72044990 | BR      | 2027-02-10 | 28041000 | CN     | 2027-02-10 | 1    | 10      | 10.902725  | 不满足  |
        | 2027-12-31 | 2027-03-31 | 72083900 | DE      | 2027-02-10 | 28041000 | CN     | 2027-04-01 | 1    | 10      | 0          | 满足    |
        | 2027-12-31 | 2027-03-31 | 72083900 | DE      | 2027-02-10 | 28041000 | NO     | 2027-02-10 | 1    | 10      | 0          | 不适用  |
        | 2027-12-31 | 2027-03-31 | 72083900 | DE      | 2027-02-10 | 28041000 | CN     | 2026-12-31 | 1    | 10      | 0          | 不适用  |
        | 2026-12-31 | 2026-12-31 | 72083900 | BR      | 2026-02-10 | 72083900 | BR     | 2026-04-01 | 1000 | 0       | 0          | 不适用  |
        | 2034-12-31 | 2034-03-31 | 72083900 | BR      | 2034-02-10 | 72083900 | BR     | 2034-04-01 | 1000 | 2025    | 2025       | 满足    |

    场景: 持有量结果
      当 按 2026-11-20 评定
      那么 结果 季度末应持证书 为 0 tCO2e

  规则: 罚款风险
    背景:
      假如 下列量
        | 量              | 名称           | 单位  | 计算                                        | 情形                         | 依据    |
        | missing         | 短缺证书       | tCO2e | max(应缴证书 - 已缴证书, 0 tCO2e)           |                              | penalty |
        | missing_penalty | 短缺证书罚款   | EUR   | 0 EUR                                       | 可以进口 为 0                | penalty |
        | missing_penalty |                |       | 短缺证书 * 100 EUR/tCO2e * 罚款指数         |                              | penalty |
        | lowest_penalty  | 无资格最低罚款 | EUR   | 3 * 全年隐含排放 * 100 EUR/tCO2e * 罚款指数 | 可以进口 为 0; 负有义务 为 1 | penalty |
        | lowest_penalty  |                |       | 0 EUR                                       |                              | penalty |
        | highest_penalty | 无资格最高罚款 | EUR   | 5 * 全年隐含排放 * 100 EUR/tCO2e * 罚款指数 | 可以进口 为 0; 负有义务 为 1 | penalty |
        | highest_penalty |                |       | 0 EUR                                       |                              | penalty |
      并且 下列不符合项
        | 代码      | 不符合项                           | 情形                                                                    | 程度   | 依据    |
        | P.MISSING | 证书短缺, 缴纳罚款后仍须补缴       | 短缺证书 高于 0 tCO2e                                                   | 严重   | penalty |
        | P.SMALL   | 无资格且超出不逾百分之十: 罚款可减 | 可以进口 为 0; 计入起征量的净重 高于 50 t; 计入起征量的净重 不高于 55 t | 观察项 | penalty |
      并且 下列结果
        | 结果            | 名称           | 取自           | 修约    | 依据    |
        | penalty_missing | 证书短缺罚款额 | 短缺证书罚款   | 保留2位 | penalty |
        | penalty_lowest  | 无资格罚款下限 | 无资格最低罚款 | 保留2位 | penalty |
        | penalty_highest | 无资格罚款上限 | 无资格最高罚款 | 保留2位 | penalty |

    场景大纲: 一百二十张证书
      假如 授权申报人 为 <authorised>
      并且 已缴证书 为 <surrendered> tCO2e
      并且 罚款指数 为 <index>
      并且 货物清单 为
        | 行号 | 商品编码 | 原产国 | 进口日期   | 净重     |
        | L1   | 72083900 | BR     | 2026-05-10 | <mass> t |
      当 按 2026-11-20 评定
      那么 结果 证书短缺罚款额 为 <missing> EUR
      并且 结果 无资格罚款下限 为 <lowest> EUR
      并且 结果 无资格罚款上限 为 <highest> EUR
      并且 <small>

      例子:
        | authorised | surrendered | index | mass   | missing | lowest | highest | small              |
        | 是         | 0           | 1     | 100    | 12000   | 0      | 0       | 不开具 P.SMALL     |
        | 是         | 0           | 1.25  | 100    | 15000   | 0      | 0       | 不开具 P.SMALL     |
        | 是         | 121         | 1     | 100    | 0       | 0      | 0       | 不开具 P.SMALL     |
        | 是         | 0           | 1     | 55     | 12000   | 0      | 0       | 不开具 P.SMALL     |
        | 否         | 0           | 1     | 100    | 0       | 36000  | 60000   | 不开具 P.SMALL     |
        | 否         | 0           | 1     | 55     | 0       | 36000  | 60000   | 开具观察项 P.SMALL |
        | 否         | 0           | 1     | 55.001 | 0       | 36000  | 60000   | 不开具 P.SMALL     |
        | 否         | 0           | 1     | 50     | 0       | 0      | 0       | 不开具 P.SMALL     |

    场景大纲: 短缺者仍须补缴
      假如 已缴证书 为 <surrendered> tCO2e
      当 按 2026-11-20 评定
      那么 <raised>

      例子:
        | surrendered | raised                     |
        | 119.99999   | 开具严重不符合项 P.MISSING |
        | 120         | 不开具 P.MISSING           |
