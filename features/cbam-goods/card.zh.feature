# language: zh-CN
功能: 碳边境调节机制: 一行进口货物
  正式期内进口商年度申报中的一行货物: 隐含排放、免费分配调整、应缴证书。

  背景:
    假如 本评分卡
      | 项目     | 内容                                                                                                                                         |
      | 编号     | cbam-goods                                                                                                                                   |
      | 版本     | 6.0.0                                                                                                                                        |
      | 替代     | 5.0.0                                                                                                                                        |
      | 名称     | 碳边境调节机制: 一行进口货物                                                                                                                 |
      | 评价对象 | goods-line                                                                                                                                   |
      | 用途     | 自评                                                                                                                                         |
      | 时区     | Europe/Brussels                                                                                                                              |
      | 生效日期 | 2026-01-01                                                                                                                                   |
      | 修约     | 四舍六入五成双, 保留5位                                                                                                                      |
      | 不适用项 | 剔除后按比例换算                                                                                                                             |
      | 不评价   | 进口电力; 门槛 G1 予以拒绝                                                                                                                   |
      | 不评价   | 2027 年起的每周证书价格; 按所报采用                                                                                                          |
      | 不评价   | 设施内部的监测与归属; 生产过程自身每吨排放按所报采用                                                                                         |
      | 不评价   | 前体的前体; 其每吨排放按经核查数采用                                                                                                         |
      | 不评价   | 自选电力是否属于直接连接或购电协议                                                                                                           |
      | 不评价   | 水泥与化肥的功能单位; 数值均按每吨货物计                                                                                                     |
      | 不评价   | 生产期间的选取, 以及同一前体的多个供应商                                                                                                     |
      | 不评价   | 现场查访可远程或免除的条件                                                                                                                   |
      | 不评价   | 关于境外已付碳价的法案 (仍为草案) 及缺省碳价                                                                                                 |
      | 不评价   | 证书取整                                                                                                                                     |
      | 不评价   | 所申报事项背后的文件, 此处一概不要求: 海关申报、核查报告及其意见、认可与现场核查、运营者摘要报告、前体的报告、经认证的碳价及返还、证书的购买 |
    并且 下列依据
      | 编号             | 文件                     | 条款                                               | 确信度   | 说明                                                                                                                                                                  |
      | scope            | Regulation (EU) 2023/956 | Article 2, Annexes I and III                       | 转引     | 编码取自公开清单; 附件未列的品目和子目在范围之外, 其余编码保持待定。2026 年以前进口的货物属过渡期报告。                                                               |
      | defaults         | IR (EU) 2025/2621        | Article 1, Annex I, corrected by IR (EU) 2026/1740 | 已核实   | 取官方公报所印排放合计 (至多三位小数), 不取工作簿中位数更多的数值; 按行业与年份加成; 先查该国, 再查其他国家。                                                         |
      | unknown-origin   | IR (EU) 2025/2621        | Article 1(5), recital 9, Annex IV                  | 已核实   | 国别未知的前体: 最高值及其路线。                                                                                                                                      |
      | good-origin      | cbam-goods               | -                                                  | 自行解读 | 附件四针对前体; 国别未知的货物无规定数值, 故 G2 不满足, 数值按附件四审慎计。                                                                                          |
      | period           | IR (EU) 2025/2547        | Articles 1(5) and 7, recitals 23 and 24            | 已核实   | 生产期间不早于 2026 年。                                                                                                                                              |
      | counted          | Regulation (EU) 2023/956 | Article 7(1), Annex II                             | 已核实   | 每种货物和前体按其自身是否列入附件二计。                                                                                                                              |
      | formula          | IR (EU) 2025/2547        | Annex I 3.1, Annex III.B equations 59 to 62        | 已核实   |                                                                                                                                                                       |
      | eu-origin        | Regulation (EU) 2023/956 | Annex IV point 3                                   | 已核实   | 欧盟或豁免地区原产的前体不计。                                                                                                                                        |
      | no-precursor     | Regulation (EU) 2023/956 | Annex I; Annex IV point 1                          | 自行解读 | 非附件一货物作为投入物料不带隐含排放: 未烧结的矿石、废料、煤、熔剂、其他金属。参考表予以列出; 其余编码保持待定。                                                      |
      | precursor-report | IR (EU) 2025/2547        | Annex II A.1(4) and (5)                            | 已核实   | 无覆盖其期间的认可核查报告者按缺省值计。                                                                                                                              |
      | precursor-raise  | IR (EU) 2025/2621        | Article 1, on precursors                           | 自行解读 | 加成是否适用于实际值计算中的前体, 各来源说法不一; 见设定。                                                                                                            |
      | retained         | Directive 2003/87/EC     | Article 10a(1a)                                    | 已核实   | CBAM 系数为保留比例, 2026 年 97.5 %, 并非其补数。                                                                                                                     |
      | allocation       | IR (EU) 2025/2620        | Annex, equations 2, 4 and 6                        | 转引     | 实际值用 A 列, 缺省值用 B 列; 修正系数为转引。                                                                                                                        |
      | year             | cbam-goods               | -                                                  | 自行解读 | 缺省路径按进口年; 实际路径按生产期间末日所在年; 加成一律按进口年。                                                                                                    |
      | later            | cbam-goods               | -                                                  | 自行解读 | 2030 年以后的修正系数与基准值均未知。两种假设: 沿用 2030 年者, 系数为 1, 或不再免费分配; 保留比例取自指令。未选其一时应缴为二者之间的区间, 依据是基准值历来只降不升。 |
      | no-eu-allocation | cbam-goods               | -                                                  | 自行解读 | 排放不计的前体不带来免费分配。                                                                                                                                        |
      | net              | Regulation (EU) 2023/956 | Articles 6(2)(c), 9 and 31; Guidance 1             | 转引     | 不低于零; 不产生余额。                                                                                                                                                |
      | price            | Regulation (EU) 2023/956 | Article 21(1) and (1a)                             | 已核实   | 规则取自引文; 价格为转引。价格绝不顺延。                                                                                                                              |
      | price-bought     | IR (EU) 2025/2548        | Articles 1(6) and 5(5)                             | 已核实   | 2026 年进口按进口季度之价; 2027 年起按购入证书当周之价。                                                                                                              |
      | paid             | Regulation (EU) 2023/956 | Article 9                                          | 已核实   | 仅限实际值, 须经认证并扣除返还。                                                                                                                                      |
      | paid-reference   | cbam-goods               | -                                                  | 自行解读 | 参考价格取进口季度价格, 2027 年起取所购证书价格。                                                                                                                     |
      | verification     | Regulation (EU) 2023/956 | Article 8(1), Annex VI; DR (EU) 2025/2551          | 转引     |                                                                                                                                                                       |
      | materiality      | IR (EU) 2025/2546        | Article 5                                          | 转引     | 每种货物的排放与免费分配各 5 %。                                                                                                                                      |
      | zero-emissions   | cbam-goods               | Article 5 of IR (EU) 2025/2546                     | 自行解读 | 该条未规定排放为零时错报的比例。我们把任何错报计为 100 %，即视为重大；没有错报的，不论排放多少均计为 0 %。若有针对零排放的规定，则从其规定。                          |
      | visits           | IR (EU) 2025/2546        | Articles 2 to 5                                    | 转引     |                                                                                                                                                                       |
      | summary          | IR (EU) 2025/2547        | Article 10, Annex IV 1.2                           | 转引     |                                                                                                                                                                       |
      | rounding         | IR (EU) 2025/2547        | Annex II A.1(6) to (8)                             | 自行解读 | 至多五位小数; 未规定修约方法, 四舍六入五成双为本卡选择。不以修约后的数继续计算。                                                                                      |
      | choice           | Regulation (EU) 2023/956 | Article 7(2)                                       | 已核实   | 实际值或缺省值可自由选择。                                                                                                                                            |
      | power            | Regulation (EU) 2023/956 | Article 7(3)                                       | 自行解读 | 未编入电力。                                                                                                                                                          |
    并且 下列参考表
      | 编号       | 参考表                     | 依据           |
      | annex_i    | cbam-annex-i               | scope          |
      | outside    | cbam-outside-annex-i       | scope          |
      | groups     | cbam-country-groups        | scope          |
      | defaults   | cbam-default-values        | defaults       |
      | unknown    | cbam-unknown-origin-values | unknown-origin |
      | mark_ups   | cbam-mark-up               | defaults       |
      | benchmarks | cbam-benchmarks            | allocation     |
      | shares     | cbam-retained-share        | retained       |
      | prices     | cbam-certificate-price     | price          |
    并且 下列设定
      | 设定              | 名称                 | 可选值              | 默认值 | 含义                                                                       |
      | precursor_mark_up | 前体缺省值加成       | with, without       | with   | 实际值计算中代替前体的缺省值是否加成; 加成为审慎读法                       |
      | after_2030        | 2030年以后的免费分配 | span, as_2030, none | span   | 假设, 因系数与基准值均未知: 沿用 2030 年者, 不再免费分配, 或二者之间的区间 |
    并且 下列事实
      | 事实              | 名称                   | 类型 | 单位 | 可选值          | 不低于 | 可在将来 |
      | cn_code           | 商品编码               | 文本 |      |                 |        |          |
      | country_of_origin | 原产国                 | 文本 |      |                 |        |          |
      | imported_on       | 进口日期               | 日期 |      |                 |        | 是       |
      | net_mass          | 净重                   | 数值 | t    |                 | 0      |          |
      | carved_out        | 因措辞、用途或地区除外 | 是否 |      |                 |        |          |
      | determination     | 确定方法               | 选项 |      | default, actual |        |          |
    并且 确定方法 的可选值
      | 值      | 名称   |
      | default | 缺省值 |
      | actual  | 实际值 |
    并且 本基准案例
      | 事实                   | 值         |
      | 商品编码               | 72083900   |
      | 原产国                 | BR         |
      | 进口日期               | 2026-05-10 |
      | 净重                   | 1000 t     |
      | 因措辞、用途或地区除外 | 否         |
      | 确定方法               | 缺省值     |
    并且 量 行业 (sector), 为词, 查自 sector 列, 依据 scope
      | 参考表  | 键                  |
      | annex_i | cn_code 为 商品编码 |
      | outside | cn_code 为 商品编码 |
    并且 量 计入的排放 (counted), 为词, 查自 emissions 列, 依据 counted
      | 参考表  | 键                  |
      | annex_i | cn_code 为 商品编码 |
    并且 量 国家组 (group), 为词, 查自 group 列, 依据 scope
      | 参考表 | 键                |
      | groups | country 为 原产国 |
    并且 本评分卡适用于 行业 不为 outside; 国家组 为 third; 因措辞、用途或地区除外 为 否; 进口日期 自 2026-01-01 起

  规则: 适用范围
    背景:
      假如 下列门槛
        | 编号 | 门槛            | 要求                  | 依据        |
        | G1   | 非电力 (未编入) | 行业 不为 electricity | power       |
        | G2   | 货物原产国已知  | 原产国 不为 unknown   | good-origin |

    场景大纲: 附件一之外、欧盟或豁免国原产的不适用
      假如 商品编码 为 <code>
      并且 原产国 为 <country>
      当 按 2026-11-20 评定
      那么 结论为 <conclusion>

      例子:
        | code       | country | conclusion |
        | 72083900   | BR      | 已计分     |
        | 72083900   | GB      | 已计分     |
        | 72083900   | DE      | 不适用     |
        | 72083900   | CH      | 不适用     |
        | 72044990   | BR      | 不适用     |
        | 76020019   | BR      | 不适用     |
        | 76151010   | TN      | 不适用     |
        | 7208390000 | BR      | 已计分     |
        | 7208       | BR      | 不完整     |
        | 84818011   | BR      | 不完整     |
        | 27160000   | UA      | 门槛未过   |
        | 72083900   | unknown | 门槛未过   |

    场景大纲: 附件一未列的品目, 自全部品目清单已知起在范围之外
      假如 商品编码 为 <code>
      当 按 <day> 评定
      那么 结论为 <conclusion>

      例子:
        | code     | day        | conclusion |
        | 84818011 | 2026-11-21 | 不完整     |
        | 84818011 | 2026-11-22 | 不适用     |
        | 72999999 | 2026-11-22 | 不完整     |

    场景大纲: 2026 年以前进口的无需证书
      假如 进口日期 为 <day>
      当 按 2026-11-20 评定
      那么 结论为 <conclusion>

      例子:
        | day        | conclusion |
        | 2025-12-31 | 不适用     |
        | 2026-01-01 | 已计分     |

    场景: 军用货物除外
      假如 因措辞、用途或地区除外 为 是
      当 按 2026-11-20 评定
      那么 结论为 不适用

    场景: 清单未列的编码不作猜测
      假如 商品编码 为 84818011
      当 按 2026-11-20 评定
      那么 量 行业 因参考表 outside 待定
      并且 门槛 G1 待定
