# language: zh-CN
功能: 实质性贡献、符合性与营业额占比

  背景:
    假如 评分卡 eu-taxonomy-climate

  规则: 实质性贡献
    背景:
      假如 每条 活动 的量 工段排放限值 (stage_limit), 以 tCO2e/t 计, 依据 steel
        | 为            | 情形                       |
        | 1.331 tCO2e/t | 活动类别 为 铁水           |
        | 0.163 tCO2e/t | 活动类别 为 烧结矿         |
        | 0.144 tCO2e/t | 活动类别 为 焦炭           |
        | 0.299 tCO2e/t | 活动类别 为 铸铁           |
        | 0.266 tCO2e/t | 活动类别 为 电弧炉高合金钢 |
        | 0.209 tCO2e/t | 活动类别 为 电弧炉碳钢     |
        | 0 tCO2e/t     | 其他                       |
      并且 每条 活动 的量 直接排放达标（1 = 是） (low_direct), 依据 aluminium
        | 为 | 情形                              |
        | 1  | 每吨产品排放 不高于 1.484 tCO2e/t |
        | 0  | 其他                              |
      并且 每条 活动 的量 用电达标（1 = 是） (low_power), 依据 aluminium
        | 为 | 情形                           |
        | 1  | 每吨产品用电 不高于 15.5 MWh/t |
        | 0  | 其他                           |
      并且 每条 活动 的量 电力排放因子达标（1 = 是） (clean_power), 依据 aluminium
        | 为 | 情形                              |
        | 1  | 电力排放因子 不高于 100 gCO2e/kWh |
        | 0  | 其他                              |
      并且 每条 活动 的量 原铝指标通过项数 (tests_passed), 依据 aluminium
        | 为                                                                       |
        | 直接排放达标（1 = 是） + 用电达标（1 = 是） + 电力排放因子达标（1 = 是） |
      并且 量 原铝指标须通过项数 (tests_asked), 依据 aluminium, entered
        | 为 | 情形                           |
        | 2  | 报告年度末日 不迟于 2025-12-31 |
        | 3  | 其他                           |
      并且 每条 活动 的量 有实质性贡献（1 = 是） (contributes)
        | 为                                    | 情形                                                                                                 | 依据           |
        | 1                                     | 活动类别 属于 铁水, 烧结矿, 焦炭, 铸铁, 电弧炉高合金钢, 电弧炉碳钢; 每吨产品排放 不高于 工段排放限值 | steel          |
        | 1                                     | 活动类别 为 电弧炉高合金钢; 产品废钢比例 不低于 70 %                                                 | scrap, losses  |
        | 1                                     | 活动类别 为 电弧炉碳钢; 产品废钢比例 不低于 90 %                                                     | scrap, losses  |
        | 1                                     | 活动类别 为 灰熟料; 每吨产品排放 低于 0.722 tCO2e/t                                                  | cement, strict |
        | 1                                     | 活动类别 为 灰熟料; 每吨产品排放 不高于 0.722 tCO2e/t; 水泥限值的解读 为 at_most                     | cement, strict |
        | 1                                     | 活动类别 为 水泥或胶凝材料; 每吨产品排放 低于 0.469 tCO2e/t                                          | cement, strict |
        | 1                                     | 活动类别 为 水泥或胶凝材料; 每吨产品排放 不高于 0.469 tCO2e/t; 水泥限值的解读 为 at_most             | cement, strict |
        | 1                                     | 活动类别 为 原铝; 原铝指标通过项数 不低于 原铝指标须通过项数                                         | aluminium      |
        | 1                                     | 活动类别 为 再生铝                                                                                   | recycled       |
        | 1                                     | 活动类别 为 电池; 电池在使用中减排或被回收 为 是                                                     | batteries      |
        | 1                                     | 活动类别 为 氢; 每吨产品排放 低于 3 tCO2e/t                                                          | hydrogen       |
        | 待定, 因为 本评分卡不评价该活动的准则 | 活动类别 为 其他活动                                                                                 | unknown        |
        | 0                                     | 其他                                                                                                 | aligned        |
      并且 每条 活动 的下列结果
        | 结果        | 名称                     | 取自                   | 修约    | 依据    |
        | contributes | 实质性贡献（1）或无（0） | 有实质性贡献（1 = 是） | 保留0位 | aligned |

    场景大纲: 水泥限值的两种解读
      假如 设定 cement_limit 为 <reading>
      并且 activities 为
        | record | kind   | earned | emissions           |
        | E1     | <kind> | 40 EUR | <emissions> tCO2e/t |
      当 按 2027-03-01 评定
      那么 activity E1 的量 contributes 为 <is>

      例子:
        | reading | kind             | emissions | is |
        | below   | grey_clinker     | 0.722     | 0  |
        | at_most | grey_clinker     | 0.722     | 1  |
        | at_most | grey_clinker     | 0.722001  | 0  |
        | below   | cement_or_binder | 0.469     | 0  |
        | at_most | cement_or_binder | 0.469     | 1  |
        | at_most | cement_or_binder | 0.469001  | 0  |
        | at_most | coke             | 0.45      | 0  |

    场景: 未选解读时恰为限值的水泥待定
      假如 activities 为
        | record | kind         | earned | emissions     | adaptation | water | circular | pollution | nature | safeguards |
        | E1     | grey_clinker | 40 EUR | 0.722 tCO2e/t | 是         | 是    | 是       | 是        | 是     | 是         |
      当 按 2027-03-01 评定
      那么 量 share_aligned 介于 0 % 与 16 % 之间(含)

    场景: 恰为限值与略高于限值
      假如 activities 为
        | record | kind      | earned | emissions     | scrap | power     | power_co2     | cuts | adaptation | water | circular | pollution | nature | safeguards |
        | E1     | hot_metal | 40 EUR | 1.331 tCO2e/t | 0 %   | 0.5 MWh/t | 300 gCO2e/kWh | 否   | 是         | 是    | 是       | 是        | 是     | 是         |
      当 按 2027-03-01 评定
      那么 activity E1 的量 contributes 为 1

    场景: 恰为限值与略高于限值 (2)
      假如 activities 为
        | record | kind      | earned | emissions     | scrap | power     | power_co2     | cuts | adaptation | water | circular | pollution | nature | safeguards |
        | E1     | hot_metal | 40 EUR | 1.332 tCO2e/t | 0 %   | 0.5 MWh/t | 300 gCO2e/kWh | 否   | 是         | 是    | 是       | 是        | 是     | 是         |
      当 按 2027-03-01 评定
      那么 activity E1 的量 contributes 为 0

    场景: 恰为限值与略高于限值 (3)
      假如 activities 为
        | record | kind         | earned | emissions     | scrap | power     | power_co2     | cuts | adaptation | water | circular | pollution | nature | safeguards |
        | E1     | sintered_ore | 40 EUR | 0.163 tCO2e/t | 0 %   | 0.5 MWh/t | 300 gCO2e/kWh | 否   | 是         | 是    | 是       | 是        | 是     | 是         |
      当 按 2027-03-01 评定
      那么 activity E1 的量 contributes 为 1

    场景: 恰为限值与略高于限值 (4)
      假如 activities 为
        | record | kind         | earned | emissions     | scrap | power     | power_co2     | cuts | adaptation | water | circular | pollution | nature | safeguards |
        | E1     | sintered_ore | 40 EUR | 0.164 tCO2e/t | 0 %   | 0.5 MWh/t | 300 gCO2e/kWh | 否   | 是         | 是    | 是       | 是        | 是     | 是         |
      当 按 2027-03-01 评定
      那么 activity E1 的量 contributes 为 0

    场景: 恰为限值与略高于限值 (5)
      假如 activities 为
        | record | kind | earned | emissions     | scrap | power     | power_co2     | cuts | adaptation | water | circular | pollution | nature | safeguards |
        | E1     | coke | 40 EUR | 0.144 tCO2e/t | 0 %   | 0.5 MWh/t | 300 gCO2e/kWh | 否   | 是         | 是    | 是       | 是        | 是     | 是         |
      当 按 2027-03-01 评定
      那么 activity E1 的量 contributes 为 1

    场景: 恰为限值与略高于限值 (6)
      假如 activities 为
        | record | kind | earned | emissions     | scrap | power     | power_co2     | cuts | adaptation | water | circular | pollution | nature | safeguards |
        | E1     | coke | 40 EUR | 0.145 tCO2e/t | 0 %   | 0.5 MWh/t | 300 gCO2e/kWh | 否   | 是         | 是    | 是       | 是        | 是     | 是         |
      当 按 2027-03-01 评定
      那么 activity E1 的量 contributes 为 0

    场景: 恰为限值与略高于限值 (7)
      假如 activities 为
        | record | kind         | earned | emissions     | scrap | power     | power_co2     | cuts | adaptation | water | circular | pollution | nature | safeguards |
        | E1     | iron_casting | 40 EUR | 0.299 tCO2e/t | 0 %   | 0.5 MWh/t | 300 gCO2e/kWh | 否   | 是         | 是    | 是       | 是        | 是     | 是         |
      当 按 2027-03-01 评定
      那么 activity E1 的量 contributes 为 1

    场景: 恰为限值与略高于限值 (8)
      假如 activities 为
        | record | kind         | earned | emissions     | scrap | power     | power_co2     | cuts | adaptation | water | circular | pollution | nature | safeguards |
        | E1     | iron_casting | 40 EUR | 0.300 tCO2e/t | 0 %   | 0.5 MWh/t | 300 gCO2e/kWh | 否   | 是         | 是    | 是       | 是        | 是     | 是         |
      当 按 2027-03-01 评定
      那么 activity E1 的量 contributes 为 0

    场景: 恰为限值与略高于限值 (9)
      假如 activities 为
        | record | kind       | earned | emissions     | scrap | power     | power_co2     | cuts | adaptation | water | circular | pollution | nature | safeguards |
        | E1     | high_alloy | 40 EUR | 0.266 tCO2e/t | 0 %   | 0.5 MWh/t | 300 gCO2e/kWh | 否   | 是         | 是    | 是       | 是        | 是     | 是         |
      当 按 2027-03-01 评定
      那么 activity E1 的量 contributes 为 1

    场景: 恰为限值与略高于限值 (10)
      假如 activities 为
        | record | kind       | earned | emissions     | scrap | power     | power_co2     | cuts | adaptation | water | circular | pollution | nature | safeguards |
        | E1     | high_alloy | 40 EUR | 0.267 tCO2e/t | 0 %   | 0.5 MWh/t | 300 gCO2e/kWh | 否   | 是         | 是    | 是       | 是        | 是     | 是         |
      当 按 2027-03-01 评定
      那么 activity E1 的量 contributes 为 0

    场景: 恰为限值与略高于限值 (11)
      假如 activities 为
        | record | kind         | earned | emissions     | scrap | power     | power_co2     | cuts | adaptation | water | circular | pollution | nature | safeguards |
        | E1     | carbon_steel | 40 EUR | 0.209 tCO2e/t | 0 %   | 0.5 MWh/t | 300 gCO2e/kWh | 否   | 是         | 是    | 是       | 是        | 是     | 是         |
      当 按 2027-03-01 评定
      那么 activity E1 的量 contributes 为 1

    场景: 恰为限值与略高于限值 (12)
      假如 activities 为
        | record | kind         | earned | emissions     | scrap | power     | power_co2     | cuts | adaptation | water | circular | pollution | nature | safeguards |
        | E1     | carbon_steel | 40 EUR | 0.210 tCO2e/t | 0 %   | 0.5 MWh/t | 300 gCO2e/kWh | 否   | 是         | 是    | 是       | 是        | 是     | 是         |
      当 按 2027-03-01 评定
      那么 activity E1 的量 contributes 为 0

    场景: 恰为限值与略高于限值 (13)
      假如 activities 为
        | record | kind         | earned | emissions        | scrap | power     | power_co2     | cuts | adaptation | water | circular | pollution | nature | safeguards |
        | E1     | grey_clinker | 40 EUR | 0.721999 tCO2e/t | 0 %   | 0.5 MWh/t | 300 gCO2e/kWh | 否   | 是         | 是    | 是       | 是        | 是     | 是         |
      当 按 2027-03-01 评定
      那么 activity E1 的量 contributes 为 1

    场景: 恰为限值与略高于限值 (15)
      假如 activities 为
        | record | kind             | earned | emissions        | scrap | power     | power_co2     | cuts | adaptation | water | circular | pollution | nature | safeguards |
        | E1     | cement_or_binder | 40 EUR | 0.468999 tCO2e/t | 0 %   | 0.5 MWh/t | 300 gCO2e/kWh | 否   | 是         | 是    | 是       | 是        | 是     | 是         |
      当 按 2027-03-01 评定
      那么 activity E1 的量 contributes 为 1

    场景: 恰为限值与略高于限值 (17)
      假如 activities 为
        | record | kind     | earned | emissions        | scrap | power     | power_co2     | cuts | adaptation | water | circular | pollution | nature | safeguards |
        | E1     | hydrogen | 40 EUR | 2.999999 tCO2e/t | 0 %   | 0.5 MWh/t | 300 gCO2e/kWh | 否   | 是         | 是    | 是       | 是        | 是     | 是         |
      当 按 2027-03-01 评定
      那么 activity E1 的量 contributes 为 1

    场景: 恰为限值与略高于限值 (18)
      假如 activities 为
        | record | kind     | earned | emissions | scrap | power     | power_co2     | cuts | adaptation | water | circular | pollution | nature | safeguards |
        | E1     | hydrogen | 40 EUR | 3 tCO2e/t | 0 %   | 0.5 MWh/t | 300 gCO2e/kWh | 否   | 是         | 是    | 是       | 是        | 是     | 是         |
      当 按 2027-03-01 评定
      那么 activity E1 的量 contributes 为 0

    场景: 恰为限值与略高于限值 (20)
      假如 activities 为
        | record | kind                | earned | emissions | scrap | power     | power_co2     | cuts | adaptation | water | circular | pollution | nature | safeguards |
        | E1     | secondary_aluminium | 40 EUR | 9 tCO2e/t | 0 %   | 0.5 MWh/t | 300 gCO2e/kWh | 否   | 是         | 是    | 是       | 是        | 是     | 是         |
      当 按 2027-03-01 评定
      那么 activity E1 的量 contributes 为 1

    场景大纲: 报告年度须已结束；未列入各行的营业额
      假如 year_end 为 <day>
      当 按 2027-03-01 评定
      那么 门槛 TX-YEAR <outcome>
      并且 量 earned_elsewhere 为 210 EUR

      例子:
        | day        | outcome |
        | 2027-02-28 | 满足    |
        | 2027-03-01 | 不满足  |

    场景: 以废钢代替限值
      假如 activities 为
        | record | kind       | earned | emissions | scrap | power     | power_co2     | cuts | adaptation | water | circular | pollution | nature | safeguards |
        | E1     | high_alloy | 40 EUR | 2 tCO2e/t | 70 %  | 0.5 MWh/t | 300 gCO2e/kWh | 否   | 是         | 是    | 是       | 是        | 是     | 是         |
      当 按 2027-03-01 评定
      那么 activity E1 的量 contributes 为 1

    场景: 以废钢代替限值 (2)
      假如 activities 为
        | record | kind       | earned | emissions | scrap   | power     | power_co2     | cuts | adaptation | water | circular | pollution | nature | safeguards |
        | E1     | high_alloy | 40 EUR | 2 tCO2e/t | 69.99 % | 0.5 MWh/t | 300 gCO2e/kWh | 否   | 是         | 是    | 是       | 是        | 是     | 是         |
      当 按 2027-03-01 评定
      那么 activity E1 的量 contributes 为 0

    场景: 以废钢代替限值 (3)
      假如 activities 为
        | record | kind         | earned | emissions | scrap | power     | power_co2     | cuts | adaptation | water | circular | pollution | nature | safeguards |
        | E1     | carbon_steel | 40 EUR | 2 tCO2e/t | 90 %  | 0.5 MWh/t | 300 gCO2e/kWh | 否   | 是         | 是    | 是       | 是        | 是     | 是         |
      当 按 2027-03-01 评定
      那么 activity E1 的量 contributes 为 1

    场景: 以废钢代替限值 (4)
      假如 activities 为
        | record | kind         | earned | emissions | scrap   | power     | power_co2     | cuts | adaptation | water | circular | pollution | nature | safeguards |
        | E1     | carbon_steel | 40 EUR | 2 tCO2e/t | 89.99 % | 0.5 MWh/t | 300 gCO2e/kWh | 否   | 是         | 是    | 是       | 是        | 是     | 是         |
      当 按 2027-03-01 评定
      那么 activity E1 的量 contributes 为 0

    场景: 以废钢代替限值 (5)
      假如 activities 为
        | record | kind      | earned | emissions | scrap | power     | power_co2     | cuts | adaptation | water | circular | pollution | nature | safeguards |
        | E1     | hot_metal | 40 EUR | 2 tCO2e/t | 100 % | 0.5 MWh/t | 300 gCO2e/kWh | 否   | 是         | 是    | 是       | 是        | 是     | 是         |
      当 按 2027-03-01 评定
      那么 activity E1 的量 contributes 为 0

    场景: 铝：2025 年底前三项取二，之后全部
      假如 year_end 为 2025-12-31
      并且 activities 为
        | record | kind              | earned | emissions     | scrap | power      | power_co2     | cuts | adaptation | water | circular | pollution | nature | safeguards |
        | E1     | primary_aluminium | 40 EUR | 1.484 tCO2e/t | 0 %   | 15.5 MWh/t | 101 gCO2e/kWh | 否   | 是         | 是    | 是       | 是        | 是     | 是         |
      当 按 2027-03-01 评定
      那么 activity E1 的量 contributes 为 1

    场景: 铝：2025 年底前三项取二，之后全部 (2)
      假如 year_end 为 2025-12-31
      并且 activities 为
        | record | kind              | earned | emissions     | scrap | power      | power_co2     | cuts | adaptation | water | circular | pollution | nature | safeguards |
        | E1     | primary_aluminium | 40 EUR | 1.484 tCO2e/t | 0 %   | 15.6 MWh/t | 100 gCO2e/kWh | 否   | 是         | 是    | 是       | 是        | 是     | 是         |
      当 按 2027-03-01 评定
      那么 activity E1 的量 contributes 为 1

    场景: 铝：2025 年底前三项取二，之后全部 (3)
      假如 year_end 为 2025-12-31
      并且 activities 为
        | record | kind              | earned | emissions     | scrap | power      | power_co2     | cuts | adaptation | water | circular | pollution | nature | safeguards |
        | E1     | primary_aluminium | 40 EUR | 1.485 tCO2e/t | 0 %   | 15.5 MWh/t | 100 gCO2e/kWh | 否   | 是         | 是    | 是       | 是        | 是     | 是         |
      当 按 2027-03-01 评定
      那么 activity E1 的量 contributes 为 1

    场景: 铝：2025 年底前三项取二，之后全部 (4)
      假如 year_end 为 2025-12-31
      并且 activities 为
        | record | kind              | earned | emissions     | scrap | power      | power_co2     | cuts | adaptation | water | circular | pollution | nature | safeguards |
        | E1     | primary_aluminium | 40 EUR | 1.485 tCO2e/t | 0 %   | 15.6 MWh/t | 100 gCO2e/kWh | 否   | 是         | 是    | 是       | 是        | 是     | 是         |
      当 按 2027-03-01 评定
      那么 activity E1 的量 contributes 为 0

    场景: 铝：2025 年底前三项取二，之后全部 (5)
      假如 year_end 为 2026-01-01
      并且 activities 为
        | record | kind              | earned | emissions     | scrap | power      | power_co2     | cuts | adaptation | water | circular | pollution | nature | safeguards |
        | E1     | primary_aluminium | 40 EUR | 1.484 tCO2e/t | 0 %   | 15.5 MWh/t | 100 gCO2e/kWh | 否   | 是         | 是    | 是       | 是        | 是     | 是         |
      当 按 2027-03-01 评定
      那么 activity E1 的量 contributes 为 1

    场景: 铝：2025 年底前三项取二，之后全部 (6)
      假如 year_end 为 2026-01-01
      并且 activities 为
        | record | kind              | earned | emissions     | scrap | power      | power_co2     | cuts | adaptation | water | circular | pollution | nature | safeguards |
        | E1     | primary_aluminium | 40 EUR | 1.484 tCO2e/t | 0 %   | 15.5 MWh/t | 101 gCO2e/kWh | 否   | 是         | 是    | 是       | 是        | 是     | 是         |
      当 按 2027-03-01 评定
      那么 activity E1 的量 contributes 为 0

    场景: 铝：2025 年底前三项取二，之后全部 (7)
      假如 year_end 为 2026-01-01
      并且 activities 为
        | record | kind              | earned | emissions     | scrap | power      | power_co2     | cuts | adaptation | water | circular | pollution | nature | safeguards |
        | E1     | primary_aluminium | 40 EUR | 1.514 tCO2e/t | 0 %   | 15.5 MWh/t | 100 gCO2e/kWh | 否   | 是         | 是    | 是       | 是        | 是     | 是         |
      当 按 2027-03-01 评定
      那么 activity E1 的量 contributes 为 0

    场景: 电池
      假如 activities 为
        | record | kind      | earned | emissions | scrap | power     | power_co2     | cuts | adaptation | water | circular | pollution | nature | safeguards |
        | E1     | batteries | 40 EUR | 0 tCO2e/t | 0 %   | 0.5 MWh/t | 300 gCO2e/kWh | 是   | 是         | 是    | 是       | 是        | 是     | 是         |
      当 按 2027-03-01 评定
      那么 activity E1 的量 contributes 为 1

    场景: 电池 (2)
      假如 activities 为
        | record | kind      | earned | emissions | scrap | power     | power_co2     | cuts | adaptation | water | circular | pollution | nature | safeguards |
        | E1     | batteries | 40 EUR | 0 tCO2e/t | 0 %   | 0.5 MWh/t | 300 gCO2e/kWh | 否   | 是         | 是    | 是       | 是        | 是     | 是         |
      当 按 2027-03-01 评定
      那么 activity E1 的量 contributes 为 0

  规则: 符合性与占比
    背景:
      假如 每条 活动 的量 符合的营业额 (earned_aligned), 以 EUR 计, 依据 aligned
        | 为         | 情形                                                                                                                                                                          |
        | 活动营业额 | 有实质性贡献（1 = 是） 为 1; 对适应无重大损害 为 是; 对水无重大损害 为 是; 对循环经济无重大损害 为 是; 无重大污染损害 为 是; 对生物多样性无重大损害 为 是; 遵守最低保障 为 是 |
        | 0 EUR      | 其他                                                                                                                                                                          |
      并且 每条 活动 的量 活动占营业额比例 (activity_share), 以 % 计, 依据 small
        | 为                        | 情形                |
        | 待定, 因为 公司没有营业额 | 公司营业额 为 0 EUR |
        | 活动营业额 / 公司营业额   | 其他                |
      并且 量 各活动营业额合计 (earned_all), 以 EUR 计, 为 活动清单 的 活动营业额 之和, 依据 entered
      并且 量 其他活动营业额 (earned_elsewhere), 以 EUR 计, 依据 others
        | 为                            |
        | 公司营业额 - 各活动营业额合计 |
      并且 量 符合的营业额合计 (aligned_all), 以 EUR 计, 为 活动清单 的 符合的营业额 之和, 依据 aligned
      并且 量 符合的营业额比例 (share_aligned), 以 % 计, 依据 aligned
        | 为                            | 情形                |
        | 待定, 因为 公司没有营业额     | 公司营业额 为 0 EUR |
        | 符合的营业额合计 / 公司营业额 | 其他                |
      并且 每条 活动 的量 可不列入报告（1 = 是） (small), 依据 small
        | 为 | 情形                       |
        | 1  | 活动占营业额比例 低于 10 % |
        | 0  | 其他                       |
      并且 下列门槛
        | 编号    | 门槛                         | 要求                               | 依据    |
        | TX-SUM  | 各活动营业额不超过公司营业额 | 各活动营业额合计 不高于 公司营业额 | entered |
        | TX-YEAR | 报告年度已结束               | 报告年度末日 早于 评定日期         | over    |
      并且 每条 活动 的下列结果
        | 结果         | 名称                           | 取自                   | 修约    | 依据    |
        | line_aligned | 符合的营业额                   | 符合的营业额           | 保留2位 | aligned |
        | line_share   | 占营业额                       | 活动占营业额比例       | 保留2位 | small   |
        | line_small   | 可不列入报告（1）或须列入（0） | 可不列入报告（1 = 是） | 保留0位 | small   |
      并且 下列结果
        | 结果           | 名称               | 取自             | 修约    | 依据    |
        | aligned_share  | 符合的营业额占比   | 符合的营业额比例 | 保留2位 | aligned |
        | other_turnover | 未列入各行的营业额 | 其他活动营业额   | 保留2位 | others  |

    场景: 符合性的各项条件
      假如 activities 为
        | record | kind                | earned | emissions | scrap | power     | power_co2     | cuts | adaptation | water | circular | pollution | nature | safeguards |
        | E1     | secondary_aluminium | 40 EUR | 1 tCO2e/t | 0 %   | 0.5 MWh/t | 300 gCO2e/kWh | 否   | 否         | 是    | 是       | 是        | 是     | 是         |
      当 按 2027-03-01 评定
      那么 量 share_aligned 为 0 %

    场景: 符合性的各项条件 (2)
      假如 activities 为
        | record | kind                | earned | emissions | scrap | power     | power_co2     | cuts | adaptation | water | circular | pollution | nature | safeguards |
        | E1     | secondary_aluminium | 40 EUR | 1 tCO2e/t | 0 %   | 0.5 MWh/t | 300 gCO2e/kWh | 否   | 是         | 否    | 是       | 是        | 是     | 是         |
      当 按 2027-03-01 评定
      那么 量 share_aligned 为 0 %

    场景: 符合性的各项条件 (3)
      假如 activities 为
        | record | kind                | earned | emissions | scrap | power     | power_co2     | cuts | adaptation | water | circular | pollution | nature | safeguards |
        | E1     | secondary_aluminium | 40 EUR | 1 tCO2e/t | 0 %   | 0.5 MWh/t | 300 gCO2e/kWh | 否   | 是         | 是    | 否       | 是        | 是     | 是         |
      当 按 2027-03-01 评定
      那么 量 share_aligned 为 0 %

    场景: 符合性的各项条件 (4)
      假如 activities 为
        | record | kind                | earned | emissions | scrap | power     | power_co2     | cuts | adaptation | water | circular | pollution | nature | safeguards |
        | E1     | secondary_aluminium | 40 EUR | 1 tCO2e/t | 0 %   | 0.5 MWh/t | 300 gCO2e/kWh | 否   | 是         | 是    | 是       | 否        | 是     | 是         |
      当 按 2027-03-01 评定
      那么 量 share_aligned 为 0 %

    场景: 符合性的各项条件 (5)
      假如 activities 为
        | record | kind                | earned | emissions | scrap | power     | power_co2     | cuts | adaptation | water | circular | pollution | nature | safeguards |
        | E1     | secondary_aluminium | 40 EUR | 1 tCO2e/t | 0 %   | 0.5 MWh/t | 300 gCO2e/kWh | 否   | 是         | 是    | 是       | 是        | 否     | 是         |
      当 按 2027-03-01 评定
      那么 量 share_aligned 为 0 %

    场景: 符合性的各项条件 (6)
      假如 activities 为
        | record | kind                | earned | emissions | scrap | power     | power_co2     | cuts | adaptation | water | circular | pollution | nature | safeguards |
        | E1     | secondary_aluminium | 40 EUR | 1 tCO2e/t | 0 %   | 0.5 MWh/t | 300 gCO2e/kWh | 否   | 是         | 是    | 是       | 是        | 是     | 否         |
      当 按 2027-03-01 评定
      那么 量 share_aligned 为 0 %

    场景: 符合性的各项条件 (7)
      假如 activities 为
        | record | kind                | earned | emissions | scrap | power     | power_co2     | cuts | adaptation | water | circular | pollution | nature | safeguards |
        | E1     | secondary_aluminium | 40 EUR | 1 tCO2e/t | 0 %   | 0.5 MWh/t | 300 gCO2e/kWh | 否   | 是         | 是    | 是       | 是        | 是     | 是         |
      当 按 2027-03-01 评定
      那么 量 share_aligned 为 16 %

    场景: 占比
      假如 activities 为
        | record | kind                | earned | emissions | scrap | power     | power_co2     | cuts | adaptation | water | circular | pollution | nature | safeguards |
        | E1     | secondary_aluminium | 25 EUR | 1 tCO2e/t | 0 %   | 0.5 MWh/t | 300 gCO2e/kWh | 否   | 是         | 是    | 是       | 是        | 是     | 是         |
      当 按 2027-03-01 评定
      那么 量 share_aligned 为 10 %
      并且 activity E1 的量 small 为 0
      并且 门槛 TX-SUM 满足

    场景: 占比 (2)
      假如 activities 为
        | record | kind                | earned    | emissions | scrap | power     | power_co2     | cuts | adaptation | water | circular | pollution | nature | safeguards |
        | E1     | secondary_aluminium | 24.99 EUR | 1 tCO2e/t | 0 %   | 0.5 MWh/t | 300 gCO2e/kWh | 否   | 是         | 是    | 是       | 是        | 是     | 是         |
      当 按 2027-03-01 评定
      那么 量 share_aligned 为 9.996 %
      并且 activity E1 的量 small 为 1
      并且 门槛 TX-SUM 满足

    场景: 占比 (3)
      假如 activities 为
        | record | kind                | earned  | emissions | scrap | power     | power_co2     | cuts | adaptation | water | circular | pollution | nature | safeguards |
        | E1     | secondary_aluminium | 250 EUR | 1 tCO2e/t | 0 %   | 0.5 MWh/t | 300 gCO2e/kWh | 否   | 是         | 是    | 是       | 是        | 是     | 是         |
      当 按 2027-03-01 评定
      那么 量 share_aligned 为 100 %
      并且 activity E1 的量 small 为 0
      并且 门槛 TX-SUM 满足

    场景: 占比 (4)
      假如 activities 为
        | record | kind                | earned     | emissions | scrap | power     | power_co2     | cuts | adaptation | water | circular | pollution | nature | safeguards |
        | E1     | secondary_aluminium | 250.01 EUR | 1 tCO2e/t | 0 %   | 0.5 MWh/t | 300 gCO2e/kWh | 否   | 是         | 是    | 是       | 是        | 是     | 是         |
      当 按 2027-03-01 评定
      那么 量 share_aligned 为 100.004 %
      并且 activity E1 的量 small 为 0
      并且 门槛 TX-SUM 不满足

    场景: 无贡献者不算符合
      假如 activities 为
        | record | kind | earned | emissions   | adaptation | water | circular | pollution | nature | safeguards |
        | E1     | coke | 40 EUR | 0.2 tCO2e/t | 是         | 是    | 是       | 是        | 是     | 是         |
      当 按 2027-03-01 评定
      那么 量 share_aligned 为 0 %

  规则: 对减缓无重大损害
    背景:
      假如 每条 活动 的量 损害减缓限值 (harm_limit), 以 tCO2e/t 计, 依据 harm, adapting
        | 为                            | 情形                       |
        | 1.443 tCO2e/t                 | 活动类别 为 铁水           |
        | 0.242 tCO2e/t                 | 活动类别 为 烧结矿         |
        | 0.237 tCO2e/t                 | 活动类别 为 焦炭           |
        | 0.39 tCO2e/t                  | 活动类别 为 铸铁           |
        | 0.36 tCO2e/t                  | 活动类别 为 电弧炉高合金钢 |
        | 0.276 tCO2e/t                 | 活动类别 为 电弧炉碳钢     |
        | 待定, 因为 未查得此活动的限值 | 其他                       |
      并且 每条 活动 的量 不损害减缓（1 = 是） (spares_mitigation), 依据 harm
        | 为 | 情形                             |
        | 1  | 每吨产品排放 不高于 损害减缓限值 |
        | 0  | 其他                             |
      并且 每条 活动 的量 因适应而符合的营业额 (earned_adapting), 以 EUR 计, 依据 aligned, adapting
        | 为         | 情形                                                                                                                                                                          |
        | 活动营业额 | 对适应有实质性贡献 为 是; 不损害减缓（1 = 是） 为 1; 对水无重大损害 为 是; 对循环经济无重大损害 为 是; 无重大污染损害 为 是; 对生物多样性无重大损害 为 是; 遵守最低保障 为 是 |
        | 0 EUR      | 其他                                                                                                                                                                          |
      并且 量 各活动因适应而符合的营业额 (adapting_all), 以 EUR 计, 为 活动清单 的 因适应而符合的营业额 之和, 依据 aligned, adapting
      并且 量 因适应而符合的比例 (share_adapting), 以 % 计, 依据 aligned, adapting
        | 为                                      | 情形                |
        | 待定, 因为 公司没有营业额               | 公司营业额 为 0 EUR |
        | 各活动因适应而符合的营业额 / 公司营业额 | 其他                |
      并且 每条 活动 的下列结果
        | 结果          | 名称                 | 取自                 | 修约    | 依据     |
        | line_adapting | 因适应而符合的营业额 | 因适应而符合的营业额 | 保留2位 | adapting |
      并且 下列结果
        | 结果           | 名称                     | 取自               | 修约    | 依据     |
        | adapting_share | 因适应而符合的营业额占比 | 因适应而符合的比例 | 保留2位 | adapting |

    场景大纲: TX-10：恰为限值与略高于限值
      假如 activities 为
        | record | kind   | earned | emissions           | adapts | water | circular | pollution | nature | safeguards |
        | E1     | <kind> | 40 EUR | <emissions> tCO2e/t | 是     | 是    | 是       | 是        | 是     | 是         |
      当 按 2027-03-01 评定
      那么 activity E1 的量 spares_mitigation 为 <is>
      并且 量 share_adapting 为 <share> %

      例子:
        | kind         | emissions | is | share |
        | hot_metal    | 1.443     | 1  | 16    |
        | hot_metal    | 1.4431    | 0  | 0     |
        | sintered_ore | 0.242     | 1  | 16    |
        | sintered_ore | 0.2421    | 0  | 0     |
        | coke         | 0.237     | 1  | 16    |
        | coke         | 0.2371    | 0  | 0     |
        | iron_casting | 0.390     | 1  | 16    |
        | iron_casting | 0.3901    | 0  | 0     |
        | high_alloy   | 0.360     | 1  | 16    |
        | high_alloy   | 0.3601    | 0  | 0     |
        | carbon_steel | 0.276     | 1  | 16    |
        | carbon_steel | 0.2761    | 0  | 0     |

    场景大纲: 因适应而符合的各项条件
      假如 activities 为
        | record | kind | earned | emissions   | adapts   | water   | circular   | pollution   | nature   | safeguards   |
        | E1     | coke | 40 EUR | 0.1 tCO2e/t | <adapts> | <water> | <circular> | <pollution> | <nature> | <safeguards> |
      当 按 2027-03-01 评定
      那么 量 share_adapting 为 <share> %

      例子:
        | adapts | water | circular | pollution | nature | safeguards | share |
        | 是     | 是    | 是       | 是        | 是     | 是         | 16    |
        | 否     | 是    | 是       | 是        | 是     | 是         | 0     |
        | 是     | 否    | 是       | 是        | 是     | 是         | 0     |
        | 是     | 是    | 否       | 是        | 是     | 是         | 0     |
        | 是     | 是    | 是       | 否        | 是     | 是         | 0     |
        | 是     | 是    | 是       | 是        | 否     | 是         | 0     |
        | 是     | 是    | 是       | 是        | 是     | 否         | 0     |

    场景: 水泥未查得限值
      假如 activities 为
        | record | kind             | earned | emissions   | adapts | water | circular | pollution | nature | safeguards |
        | E1     | cement_or_binder | 40 EUR | 0.4 tCO2e/t | 是     | 是    | 是       | 是        | 是     | 是         |
      当 按 2027-03-01 评定
      那么 activity E1 的量 harm_limit 由规则待定
      并且 结论为 已计分

    场景: 公司无营业额则因适应而符合的比例待定
      假如 turnover 为 0 EUR
      当 按 2027-03-01 评定
      那么 量 share_adapting 由规则待定
