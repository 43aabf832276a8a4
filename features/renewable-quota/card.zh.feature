# language: zh-CN
功能: 可再生能源电力消纳责任
  省份或用能单位某年是否达到可再生电力比例, 以及尚缺多少绿证。

  背景:
    假如 本评分卡
      | 项目     | 内容                                         |
      | 编号     | renewable-quota                              |
      | 版本     | 3.0.0                                        |
      | 替代     | 2.0.0                                        |
      | 名称     | 可再生能源电力消纳责任                       |
      | 评价对象 | energy-user                                  |
      | 用途     | 自评                                         |
      | 时区     | Asia/Shanghai                                |
      | 生效日期 | 2025-07-31                                   |
      | 修约     | 四舍六入五成双, 保留2位                      |
      | 不适用项 | 拒绝                                         |
      | 不评价   | 用能单位所在省份的完成情况                   |
      | 不评价   | 参考表未载省份的比例, 录入并注明来源者除外   |
      | 不评价   | 单张绿证的有效期与使用, 见 green-certificate |
    并且 下列依据
      | 编号       | 文件                           | 条款               | 确信度   | 说明                                                                                             |
      | weights    | 发改办能源〔2025〕669号        | as reported        | 转引     | 2025年为约束性, 2026年为预期性。                                                                 |
      | expected   | 发改办能源〔2025〕669号        | as reported        | 转引     | 预期性指标仅为预测, 不具约束力; 未录入比例时予以提示。                                           |
      | carried    | 发改办能源〔2025〕669号        | as reported        | 转引     | 2024年缺口结转2025年; 2025年缺口不结转2026年。                                                   |
      | order      | 发改办能源〔2025〕669号        | as reported        | 转引     | 省份先计物理电量, 省外绿证为补充; 行业以注销绿证核算。                                           |
      | industries | 发改办能源〔2025〕669号        | as reported        | 转引     | 电解铝2024年监测、2025年起考核; 钢铁、水泥、多晶硅与枢纽节点新建数据中心2025年监测。             |
      | shares     | 发改办能源〔2025〕669号        | as reported        | 转引     | 各省25.2%至70%; 钢铁、水泥、多晶硅等于其总量权重; 枢纽节点新建数据中心80%。                      |
      | aluminium  | renewable-quota                | -                  | 自行解读 | 电解铝比例亦等于所在省总量权重, 系解读; 已知者请录入并注明来源。                                 |
      | plan       | 十四五可再生能源发展规划       | as reported        | 转引     | 2025年全国33%、非水18%: 规划目标, 并非省份义务。                                                 |
      | dates      | 发改办能源〔2025〕669号        | dates, as reported | 转引     | 2025年7月底前方案, 2026年1月电网数据, 2026年2月省级报告; 取当月末日系我方解读。                  |
      | order-42   | 国家发展改革委等四部门令第42号 | promulgation       | 已核实   | 2026-08-01 起施行: 可再生能源消费最低比重。所附文本（比例与行业）未查到。                        |
      | physical   | renewable-quota                | -                  | 自行解读 | 绿电直连电量计为物理消纳。                                                                       |
      | whole      | renewable-quota                | -                  | 自行解读 | 不足一兆瓦时亦须一张绿证。                                                                       |
      | entered    | renewable-quota                | -                  | 自行解读 | 用户录入并注明来源的比例优先于参考表; 在第42号令之下视为约束该用户。                             |
      | year-over  | renewable-quota                | -                  | 自行解读 | 一年的结果在年度终了后方知: 末日过去之前, 须达、计入与所缺均待定。期限届满之前尚不知是否遵守。   |
      | proof      | renewable-quota                | -                  | 自行解读 | 文件为电网结算单、注销清单与省级比例通知; 各证明哪项事实为自行解读。其余事实未列文件, 声明即可。 |
    并且 下列参考表
      | 编号             | 参考表               | 依据    |
      | table_of_weights | cn-renewable-weights | weights |
    并且 下列事实
      | 事实            | 名称                 | 类型 | 单位 | 可选值                                                                             | 不低于 | 不高于 | 整倍数 | 证据              | 既定 |
      | who             | 评定对象             | 选项 |      | a_province, aluminium, steel, cement, polysilicon, new_hub_data_centre, other_user |        |        |        |                   | 是   |
      | area            | 地区                 | 文本 |      |                                                                                    |        |        |        |                   |      |
      | year_end        | 年度末日             | 日期 |      |                                                                                    |        |        |        |                   |      |
      | share_entered   | 已录入比例并注明来源 | 是否 |      |                                                                                    |        |        |        |                   | 是   |
      | share_value     | 录入比例             | 数值 | %    |                                                                                    | 0      | 100    |        | provincial-notice | 是   |
      | use             | 用电量               | 数值 | MWh  |                                                                                    | 0      |        |        | grid-settlement   |      |
      | physical        | 可再生电力物理消纳量 | 数值 | MWh  |                                                                                    | 0      |        |        | grid-settlement   |      |
      | physical_hydro  | 其中水电             | 数值 | MWh  |                                                                                    | 0      |        |        | grid-settlement   |      |
      | cancelled       | 为该年度注销的绿证   | 数值 | 项   |                                                                                    | 0      |        | 1      | cancellation-list |      |
      | cancelled_hydro | 其中水电绿证         | 数值 | 项   |                                                                                    | 0      |        | 1      | cancellation-list |      |
      | carried_2024    | 2024年结转缺口       | 数值 | MWh  |                                                                                    | 0      |        |        | provincial-notice | 是   |
    并且 评定对象 的可选值
      | 值                  | 名称                     |
      | a_province          | 省份                     |
      | aluminium           | 电解铝企业               |
      | steel               | 钢铁企业                 |
      | cement              | 水泥企业                 |
      | polysilicon         | 多晶硅企业               |
      | new_hub_data_centre | 国家枢纽节点新建数据中心 |
      | other_user          | 其他用户                 |
    并且 本基准案例
      | 事实                 | 值          |
      | 评定对象             | 电解铝企业  |
      | 地区                 | chongqing   |
      | 年度末日             | 2025-12-31  |
      | 已录入比例并注明来源 | 是          |
      | 录入比例             | 25.2 %      |
      | 用电量               | 6750000 MWh |
      | 可再生电力物理消纳量 | 1000000 MWh |
      | 其中水电             | 0 MWh       |
      | 为该年度注销的绿证   | 701000 项   |
      | 其中水电绿证         | 0 项        |
      | 2024年结转缺口       | 0 MWh       |

  规则: 50万吨、吨铝13500千瓦时的电解铝厂

    场景: 25.2%对应1701000兆瓦时
      当 按 2026-02-28 评定
      那么 量 须达可再生电量 为 1701000 MWh
      并且 量 所缺绿证 为 0 项
      并且 门槛 W5 满足
      并且 结论为 已计分
