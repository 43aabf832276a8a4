# language: zh-CN
功能: 零碳工厂星级评价
  T/CECA-G 0171-2022《零碳工厂评价规范》的星级评价。工厂先过门槛, 再在六个领域取得最多 100 分, 然后依得分、
  可再生电力占比以及剩余排放量的抵消或清除比例, 评为三星至六星。

  标准受版权保护, 未读到原文。他人转述者标为转引, 由我们补足者标为自行解读; 每一结果均载明起决定作用的
  最弱确信度。

  背景:
    假如 本评分卡
      | 项目     | 内容                                 |
      | 编号     | zero-carbon-factory                  |
      | 版本     | 4.0.0                                |
      | 替代     | 3.0.0                                |
      | 名称     | 零碳工厂星级评价                     |
      | 评价对象 | factory                              |
      | 用途     | 证书                                 |
      | 时区     | Asia/Shanghai                        |
      | 生效日期 | 2022-06-01                           |
      | 修约     | 四舍六入五成双, 保留2位              |
      | 不适用项 | 剔除后按比例换算                     |
      | 不评价   | 认证决定, 该决定由人作出             |
      | 不评价   | 证据是否真实, 由评价人员现场判断     |
      | 不评价   | 工厂所产产品的声明                   |
      | 不评价   | 未读到的标准表 B.1 的分值            |
      | 不评价   | 后续年度的监督; 每一核算年度重新评价 |
      | 不评价   | 星级可否依消费者法律进行宣传         |
      | 不评价   | 注销之后清除量的持久性与逆转         |
      | 不评价   | 各省自行方案所要求的绿色工厂称号     |
    并且 下列依据
      | 编号                   | 文件                                 | 条款                                                         | 确信度   | 说明                                                                                                                                                                                        |
      | star-table             | T/CECA-G 0171-2022                   | grade table as reported by CQC training material             | 转引     | 未读到标准原文。所见材料中 II 型三星无备注(表行错位); 70 分不含, 80 分与 90 分归入较低星级, 100 分单列。                                                                                    |
      | star-table-hole        | T/CECA-G 0171-2022                   | grade table, readings where its rows leave a hole            | 自行解读 | 80.01 分而抵消 50%, 或 100 分而未全部清除, 均不落入任何一行。逐字适用则无星级; 逐级顺延则取得分与条件均满足的最高星级。                                                                     |
      | type-ii-three-stars    | T/CECA-G 0171-2022                   | grade table, Type II three stars                             | 自行解读 | 所见材料该行备注缺失; 除非设定为无条件, 比照 I 型取 50%。                                                                                                                                   |
      | six-stars-secondary    | T/CECA-G 0171-2022                   | six stars as reported by two secondary web sources           | 转引     | 两处网络来源称 I 型六星须 100% 抵消, II 型六星须 100% 清除; 所见等级表对两型均要求清除。只有标准原文能够定论。                                                                              |
      | definition             | T/CECA-G 0171-2022                   | 3.1 as reported by CQC training material                     | 转引     | 零碳工厂: 核算边界内一定时间内(通常以年度为单位)产生的温室气体排放, 在尽可能自主减排的基础上, 剩余排放量实现由核算边界外的减排项目清除, 和(或)相应数量的碳信用抵消。故清除量同时计入抵消。  |
      | claim-year             | T/CECA-G 0171-2022                   | 3.1, how long and how old the period may be                  | 自行解读 | 转引的定义为“一定时间内(通常以年度为单位)”, 未设界限。本评分卡要求核算年度已结束(此前 G9 待定)、不长于一年, 且末日不早于 2021-06-01: 更早者在标准实施之前注销期限已过。短于一年者予以注明。 |
      | types                  | T/CECA-G 0171-2022                   | Type I and Type II as reported by the association's notice   | 转引     | I 型: 直接排放与清除及输入能源间接排放(范围一、二)。II 型: I 型加其他间接排放(范围三)。                                                                                                     |
      | residual               | T/CECA-G 0171-2022                   | residual emissions, how they are computed                    | 自行解读 | 自主减排已体现于清册, 不再扣减; 范围二采用基于市场法; 无剩余即视为全部清除。超出剩余排放的碳信用与清除量不再计入, 两项比例均以 100 % 为限。                                                 |
      | credit-types           | T/CECA-G 0171-2022                   | credits that may offset, types                               | 自行解读 | 配额与绿证不得用于抵消; 未签发或已用于履约的单位不计入。                                                                                                                                    |
      | credit-window          | T/CECA-G 0171-2022                   | credits that may offset, vintage and retirement              | 自行解读 | 减排产生日在核算年度末日之前 5 年内; 注销自年度首日起至末日后 12 个月止, 参照 PAS 2060 的惯例。                                                                                             |
      | gec-validity           | 可再生能源绿色电力证书核发和交易规则 | validity of certificates as reported on 2024-09-05           | 转引     | 有效期 2 年, 自电量生产自然月(含)起计算; 2024-01-01(不含)之前的电量延至 2025 年底。未读到条文。                                                                                             |
      | electricity-share      | T/CECA-G 0171-2022                   | renewable electricity, what counts                           | 自行解读 | 核算年度内且保留环境权益的电量; 绿证的发电不晚于核算年度末日, 并于年度内或其后 12 个月内核销。无用电量时占比为 0%。                                                                         |
      | nothing                | T/CECA-G 0171-2022                   | shares of nothing                                            | 自行解读 | 所见来源未规定分母为零的占比如何处理。须达到的占比我们计为 0 %，须清除的占比计为 100 %，清册排放为零时的未说明部分计为 0 %。标准原文（未读到）若有规定，则从其规定。                        |
      | field-names            | T/CECA-G 0171-2022                   | eight assessment fields as named by certified factories      | 转引     | 合规要求与管理要求(门槛)及六个评分领域; 仅名称有来源。                                                                                                                                      |
      | gate-contents          | T/CECA-G 0171-2022                   | contents of the basic requirements                           | 自行解读 | 未读到基本要求评价表; 内容为自行解读, 载明三年无事的记录自签发起十二个月内有效亦然: 更早的记录对其后一年以上无所说明。已申报的事故或处罚不论其材料新旧、有无, 均对工厂计入。                |
      | zhejiang               | 浙经信绿色〔2023〕257号              | 1.2.1, 1.2.2 and 1.3.1 as reported                           | 转引     | 浙江导则载有相同条款: 近三年无不良记录、能耗先进值、管理承诺。该导则仅适用于浙江。                                                                                                          |
      | benchmark-list         | 发改产业〔2023〕723号                | 工业重点领域能效标杆水平和基准水平（2023年版）               | 自行解读 | 未读到通知原文: 文号与名称据他处引用, 印发日期 2023-06-06 据通行说法。目录不能约束在其之前已结束的核算年度; 约束其印发当年系自行解读。                                                      |
      | norm                   | zero-carbon-factory                  | energy norm of the leading product, what it must look like   | 自行解读 | 限定值所容许的能耗高于先进值, 生产不可能不用能; 与此相反的数值不是标准的数值。                                                                                                              |
      | table-b1               | T/CECA-G 0171-2022                   | in place of Table B.1, page 11                               | 自行解读 | 权重与二级指标为自行解读。持有标准的机构应在私有评分卡中以表 B.1 替换各指标表。                                                                                                             |
      | continuous-improvement | T/CECA-G 0171-2022                   | plan, do, check and act as reported by CQC training material | 转引     | PDCA 循环有转引来源; 由此得出的不符合项为自行解读。                                                                                                                                         |
      | findings               | T/CECA-G 0171-2022                   | findings and their severity                                  | 自行解读 | 未见标准列出不符合项; 程度与期限为自行解读。                                                                                                                                                |
      | cross-check            | zero-carbon-factory                  | emissions of the base year, reductions, what is left         | 自行解读 | 自主减排已体现于清册, 不再扣减; 此处仅核对基准年排放减去自主减排是否等于清册, 容许百分之一之差。产量增减亦可致差。                                                                          |
    并且 下列设定
      | 设定                | 名称              | 可选值           | 默认值 | 含义                                                                                     |
      | reading             | 等级表读法        | cascade, literal |        | 得分所在行的条件未满足时如何处理: 逐级顺延取得分与条件均满足的最高星级, 逐字适用则无星级 |
      | six_stars           | 六星规则来源      | seed, secondary  | seed   | I 型六星要求 100% 清除(所见等级表)还是 100% 抵消(其他转引来源)                           |
      | type_ii_three_stars | II 型三星抵消要求 | fifty, none      | fifty  | II 型三星是否比照 I 型要求抵消 50%, 或除得分外无条件                                     |
    并且 等级表读法 的可选值
      | 值      | 名称     |
      | cascade | 逐级顺延 |
      | literal | 逐字适用 |
    并且 六星规则来源 的可选值
      | 值        | 名称         |
      | seed      | 所见等级表   |
      | secondary | 其他转引来源 |
    并且 II 型三星抵消要求 的可选值
      | 值    | 名称       |
      | fifty | 百分之五十 |
      | none  | 无条件     |
    并且 下列分组
      | 分组 | 名称               | 满分 |
      | A    | 基础设施           | 15   |
      | B    | 能碳信息化管理系统 | 15   |
      | C    | 能源与资源利用     | 25   |
      | D    | 产品               | 10   |
      | E    | 温室气体减排       | 20   |
      | F    | 碳抵消             | 15   |

  规则: 条文未定之处由委托方选定读法

    场景大纲: 八十分稍多而抵消一半, 落在两行之间
      假如 设定 等级表读法 为 <读法>
      并且 假定 总分 为 80.01
      并且 假定 抵消比例 为 50 %
      当 按 2025-06-30 评定
      那么 等级为 <等级>

      例子:
        | 读法     | 等级 |
        | 逐级顺延 | 三星 |
        | 逐字适用 | 无   |

    场景: 读法未选定时两种结论并存
      假如 设定 等级表读法 未选定
      并且 假定 总分 为 80.01
      并且 假定 抵消比例 为 50 %
      当 按 2025-06-30 评定
      那么 可能的等级为 无, 三星

    场景: 两种读法一致时无须选定
      假如 设定 等级表读法 未选定
      当 按 2025-06-30 评定
      那么 等级为 三星
      并且 结论为 已评级
