# language: zh-CN
功能: 欧盟分类法气候授权法案下的活动
  钢铁、水泥、铝、电池与氢的哪些活动对减缓气候变化有
  实质性贡献，哪些符合分类法，占营业额多少。

  背景:
    假如 本评分卡
      | 项目     | 内容                                                                                 |
      | 编号     | eu-taxonomy-climate                                                                  |
      | 版本     | 4.0.0                                                                                |
      | 替代     | 3.0.0                                                                                |
      | 名称     | 欧盟气候分类法：六类活动                                                             |
      | 评价对象 | company                                                                              |
      | 用途     | 自评                                                                                 |
      | 时区     | Europe/Brussels                                                                      |
      | 生效日期 | 2026-11-23                                                                           |
      | 修约     | 四舍六入五成双, 保留2位                                                              |
      | 不适用项 | 拒绝                                                                                 |
      | 不评价   | 所申报事项背后的文件：各活动的技术文件、分活动营业额账目、无重大损害与最低保障的评估 |
      | 不评价   | 无重大损害的各项标准（以录入为准）                                                   |
      | 不评价   | 活动是否对适应有实质性贡献（以录入为准）                                             |
      | 不评价   | 资本与运营支出（可用同样的行录入）                                                   |
      | 不评价   | 其他活动                                                                             |
    并且 下列依据
      | 编号      | 文件                      | 条款         | 确信度   | 说明                                                                                              |
      | steel     | Regulation (EU) 2021/2139 | Annex I 3.9  | 转引     | 各工段限值，四个公开来源一致。                                                                    |
      | scrap     | Regulation (EU) 2021/2139 | Annex I 3.9  | 转引     | 或废钢比例：高合金钢不低于 70%，碳钢不低于 90%，两个来源。                                        |
      | cement    | Regulation (EU) 2021/2139 | Annex I 3.7  | 转引     | 每吨灰熟料 0.722，每吨水泥或胶凝材料 0.469。                                                      |
      | strict    | eu-taxonomy-climate       | -            | 自行解读 | 水泥限值两份文本作低于、两份作不高于：为无默认值的设定。                                          |
      | aluminium | Regulation (EU) 2021/2139 | Annex I 3.8  | 转引     | 直接 1.484 tCO2e、15.5 MWh。凭记忆：每千瓦时 100 克，且 2025 年底前三项满足两项，之后须全部满足。 |
      | recycled  | Regulation (EU) 2021/2139 | Annex I 3.8  | 转引     | 凭记忆：再生铝无数值要求。                                                                        |
      | batteries | Regulation (EU) 2021/2139 | Annex I 3.4  | 转引     | 凭记忆：在使用中减排的可充电电池，或电池回收。                                                    |
      | hydrogen  | Regulation (EU) 2021/2139 | Annex I 3.10 | 转引     | 全生命周期每吨低于 3 吨，两个来源。                                                               |
      | aligned   | Regulation (EU) 2020/852  | Article 3    | 转引     | 实质性贡献、对其他五项目标无重大损害、最低保障。                                                  |
      | unknown   | eu-taxonomy-climate       | -            | 自行解读 | 本卡未载其准则的活动不予评价：是否有贡献仍为待定，而非无。                                        |
      | harm      | Regulation (EU) 2021/2139 | Annex II 3.9 | 转引     | 适应类钢铁活动各工段不高于 1.443、0.242、0.237、0.390、0.360、0.276，否则损害减缓；仅一个来源。   |
      | adapting  | eu-taxonomy-climate       | -            | 自行解读 | 其他活动未查得限值：是否损害减缓仍为待定。同一活动可列入两个占比，两者不相加。                    |
      | small     | Regulation (EU) 2026/73   | -            | 转引     | 占营业额不足 10% 的活动可不列入报告。                                                             |
      | entered   | eu-taxonomy-climate       | -            | 自行解读 | 两项或三项以报告年度末日为准。未为单个事实指定证明文件：声明即可。                                |
      | over      | eu-taxonomy-climate       | -            | 自行解读 | 营业额按已结束的年度报告；对尚未结束年度的预计一概不计。                                          |
      | others    | eu-taxonomy-climate       | -            | 自行解读 | 未列入任何一行的营业额属于其他活动。予以列出，以便发现遗漏的行。                                  |
      | losses    | eu-taxonomy-climate       | -            | 自行解读 | 熔炼有损耗，装入的废钢可多于产出的钢。损耗率未查到依据；超过 125 % 的视为填报错误，不予接受。     |
    并且 下列设定
      | 设定         | 名称         | 可选值         | 含义                       |
      | cement_limit | 水泥限值读法 | below, at_most | 恰为限值时超限还是仍有贡献 |
    并且 下列事实
      | 事实       | 名称         | 类型      | 单位 | 不低于 | 既定 |
      | year_end   | 报告年度末日 | 日期      |      |        | 是   |
      | turnover   | 公司营业额   | 数值      | EUR  | 0      | 是   |
      | activities | 活动清单     | 活动 列表 |      |        | 是   |
    并且 每条 activity 有
      | 字段       | 名称                     | 类型 | 单位      | 可选值                                                                                                                                                                      | 不低于 | 不高于 | 仅部分情形适用 |
      | record     |                          | 文本 |           |                                                                                                                                                                             |        |        |                |
      | kind       | 活动类别                 | 选项 |           | hot_metal, sintered_ore, coke, iron_casting, high_alloy, carbon_steel, grey_clinker, cement_or_binder, primary_aluminium, secondary_aluminium, batteries, hydrogen, another |        |        |                |
      | earned     | 活动营业额               | 数值 | EUR       |                                                                                                                                                                             | 0      |        |                |
      | emissions  | 每吨产品排放             | 数值 | tCO2e/t   |                                                                                                                                                                             | 0      |        |                |
      | scrap      | 每吨产品废钢比例         | 数值 | %         |                                                                                                                                                                             | 0      | 125    |                |
      | power      | 每吨产品用电             | 数值 | MWh/t     |                                                                                                                                                                             | 0      |        |                |
      | power_co2  | 电力排放因子             | 数值 | gCO2e/kWh |                                                                                                                                                                             | 0      |        |                |
      | cuts       | 电池在使用中减排或被回收 | 是否 |           |                                                                                                                                                                             |        |        | 是             |
      | adapts     | 对适应有实质性贡献       | 是否 |           |                                                                                                                                                                             |        |        |                |
      | adaptation | 对适应无重大损害         | 是否 |           |                                                                                                                                                                             |        |        |                |
      | water      | 对水无重大损害           | 是否 |           |                                                                                                                                                                             |        |        |                |
      | circular   | 对循环经济无重大损害     | 是否 |           |                                                                                                                                                                             |        |        |                |
      | pollution  | 无重大污染损害           | 是否 |           |                                                                                                                                                                             |        |        |                |
      | nature     | 对生物多样性无重大损害   | 是否 |           |                                                                                                                                                                             |        |        |                |
      | safeguards | 遵守最低保障             | 是否 |           |                                                                                                                                                                             |        |        |                |
    并且 activity 称为 活动
    并且 活动清单 中 record 不得重复
    并且 活动类别 的可选值
      | 值                  | 名称           |
      | hot_metal           | 铁水           |
      | sintered_ore        | 烧结矿         |
      | coke                | 焦炭           |
      | iron_casting        | 铸铁           |
      | high_alloy          | 电弧炉高合金钢 |
      | carbon_steel        | 电弧炉碳钢     |
      | grey_clinker        | 灰熟料         |
      | cement_or_binder    | 水泥或胶凝材料 |
      | primary_aluminium   | 原铝           |
      | secondary_aluminium | 再生铝         |
      | batteries           | 电池           |
      | hydrogen            | 氢             |
      | another             | 其他活动       |
    并且 本基准案例
      | 事实         | 值         |
      | 报告年度末日 | 2026-12-31 |
      | 公司营业额   | 250 EUR    |
    并且 基准案例中 活动清单 为
      | record | 活动类别   | 活动营业额 | 每吨产品排放  | 每吨产品废钢比例 | 每吨产品用电 | 电力排放因子  | 电池在使用中减排或被回收 | 对适应有实质性贡献 | 对适应无重大损害 | 对水无重大损害 | 对循环经济无重大损害 | 无重大污染损害 | 对生物多样性无重大损害 | 遵守最低保障 |
      | E1     | 电弧炉碳钢 | 40 EUR     | 0.215 tCO2e/t | 92 %             | 0.5 MWh/t    | 300 gCO2e/kWh | 否                       | 否                 | 是               | 是             | 是                   | 是             | 是                     | 是           |

  规则: 示例公司

    场景: 碳钢超过限值，但废钢比例 92%
      当 按 2027-03-01 评定
      那么 量 share_aligned 为 16 %
      并且 门槛 TX-SUM 满足
      并且 结论为 已计分
