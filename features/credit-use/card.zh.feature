# language: zh-CN
功能: 碳信用的使用
  同一清单中的碳信用可作何用、计入多少、尚余多少，以及是否重复使用。

  背景:
    假如 本评分卡
      | 项目     | 内容                                                                                        |
      | 编号     | credit-use                                                                                  |
      | 版本     | 1.0.0                                                                                       |
      | 名称     | 碳信用的使用                                                                                |
      | 评价对象 | company                                                                                     |
      | 用途     | 自评                                                                                        |
      | 时区     | Etc/UTC                                                                                     |
      | 生效日期 | 2026-11-23                                                                                  |
      | 修约     | 四舍六入五成双, 保留2位                                                                     |
      | 不适用项 | 拒绝                                                                                        |
      | 不评价   | 所申报事项的证明文件：签发、标签与注销的登记系统打印件、授权函、相应调整报告、保险凭证      |
      | 不评价   | 价格、权属，以及将来的批准                                                                  |
      | 不评价   | 哪些机制的哪些方法学获准使用 CCP 标签（清单未查到，故标签与批准均须填入，所填标签予以采信） |
      | 不评价   | 其他用途，包括无规则体系的自愿宣称                                                          |
      | 不评价   | 评级机构的评级（各家尺度不同）                                                              |
    并且 下列依据
      | 编号          | 文件                            | 条款                   | 确信度   | 说明                                                                                                                                                                                                                                  |
      | sg-cap        | Carbon Pricing Act of Singapore | ICC framework          | 转引     | 新加坡碳税：自 2024-01-01 起，企业可用碳信用抵减至多 5% 的应税排放；此前不接受碳信用。据二手资料。                                                                                                                                    |
      | sg-years      | Carbon Pricing Act of Singapore | eligibility list       | 转引     | 新加坡碳税仅接受 2021 至 2030 年实现的减排所产生的碳信用。据二手资料。                                                                                                                                                                |
      | sg-hosts      | Carbon Pricing Act of Singapore | agreements             | 转引     | 新加坡碳税仅接受与新加坡订有协议的东道国的碳信用。2025-11-20 有协议的国家为不丹、智利、加纳、蒙古、巴布亚新几内亚、巴拉圭、秘鲁、卢旺达、泰国、越南；马拉维只有备忘录。据二手资料。各协议的生效日期未查到，故本评分卡不核对生效日期。 |
      | sg-principles | Carbon Pricing Act of Singapore | seven principles       | 转引     | 用于新加坡碳税的碳信用须满足七项原则：不重复计算、额外、真实、经量化与核证、永久、无净害、无泄漏。碳信用还须经东道国授权并作相应调整（东道国自身不计入该减排）。据二手资料。                                                          |
      | sg-listed     | Carbon Pricing Act of Singapore | eligibility list       | 转引     | 新加坡碳税仅接受 Gold Standard、VCS、Global Carbon Council、ACR 与 ART TREES 机制的碳信用。可再生电力项目仅在少数例外情形接受；高森林覆盖、低毁林国家的森林项目不接受。据二手资料。                                                   |
      | sg-tax        | Carbon Pricing Act of Singapore | tax rate               | 转引     | 新加坡碳税按每吨应税排放征收。税率：2019 至 2023 年为 5 新元，2024 与 2025 年为 25 新元，2026 与 2027 年为 45 新元。据二手资料。2028 至 2030 年仅知目标区间 50 至 80 新元，故自 2028 年起税额待定。                                   |
      | co-units      | CORSIA first phase              | eligible units         | 转引     | CORSIA 第一阶段仅接受获批机制的碳信用。首个计入期须自 2016-01-01 或其后开始，减排须在 2021 至 2026 年。据二手资料，获批机制有 ACR、ART、Gold Standard 与 VCS。其他机制均未能确认，故由申请方逐行填报碳信用的机制是否获批。            |
      | co-verra      | CORSIA first phase              | scope of VCS           | 转引     | CORSIA 第一阶段不接受 VCS 机制的三类碳信用：碳捕集与封存、15 MW 以上并网可再生电力、采用方法学 AMS-II.G 或 VMR0006 的炉灶。据二手资料。                                                                                               |
      | co-adjusted   | CORSIA first phase              | authorisation          | 转引     | 用于 CORSIA 的碳信用须经东道国授权用于其他国际目的，仅授权用于国家自主贡献的不接受。相应调整须已证明，或已载明并投保。据二手资料。                                                                                                    |
      | co-late       | CORSIA first phase              | cancellation           | 转引     | 用于 CORSIA 第一阶段的碳信用最迟须于 2028-01-31 注销。凭记忆，未与文本核对。                                                                                                                                                          |
      | co-due        | CORSIA                          | offsetting requirement | 转引     | CORSIA 下应抵消的单位数为航班受管排放乘以行业增长系数。凭记忆，未与文本核对。该系数逐年公布，未查到，故由申请方填入。                                                                                                                 |
      | gx            | Japan GX-ETS                    | design policy          | 转引     | 自 2026-04-01 起，日本 GX-ETS 纳入三年平均直接排放不低于 100,000 吨的企业；企业使用的碳信用至多为实际排放的 10%，且仅限 J-Credit 与 JCM。据二手资料。                                                                                 |
      | gx-charge     | Japan GX-ETS                    | charge                 | 转引     | 日本 GX-ETS 对每吨缺口按上限价的 1.1 倍收费。据二手资料，2026 财年上限价为每吨 4,300 日元。其后的上限价未查到，故以后年度的费用待定。                                                                                                 |
      | cn            | national market of China        | offsetting             | 转引     | 在全国碳市场中，企业可用碳信用抵销至多 5% 的应清缴配额；碳信用须为 CCER（国家核证自愿减排量），且项目不属于该市场内的企业。据二手资料。                                                                                               |
      | kr            | K-ETS of Korea                  | limit of credits       | 自行解读 | 在韩国 K-ETS 中，企业只能用碳信用抵销一定比例的应清缴配额。2018 至 2020 年的比例为 5%，2026 至 2030 年的比例未查到。我方按申请方连同出处填入的比例计算。未连同出处填入比例的，限额待定。                                              |
      | vc            | VCMI Claims Code                | foundational criteria  | 转引     | 企业提出 VCMI 宣称须满足：清单公开；近期目标经认证且承诺 2050 年净零；目标进度正常；倡导不违背巴黎目标；宣称经鉴证。据二手资料。                                                                                                      |
      | vc-units      | VCMI Claims Code                | quality of credits     | 转引     | VCMI 宣称仅计入带有 CCP（核心碳原则）标签的碳信用。据二手资料。                                                                                                                                                                       |
      | vc-interim    | VCMI Claims Code                | quality of credits     | 转引     | 过渡期内，VCMI 宣称可使用 CORSIA 接受但不带 CCP（核心碳原则）标签的碳信用。凭记忆，未与文本核对。过渡期何时结束未查到，故由设定选择无 CCP 标签的 CORSIA 单位是否计入宣称。                                                            |
      | vc-june       | VCMI Claims Code                | tiers of June 2023     | 转引     | 按 2023 年 6 月版，VCMI 宣称的等级取决于已注销碳信用占剩余排放的比例：20% 起为银，60% 起为金，100% 起为铂。凭记忆，未与文本核对。2023 年 11 月版取值不同，故本评分卡并列两种等级。                                                    |
      | vc-november   | VCMI Claims Code                | tiers of November 2023 | 转引     | 按 2023 年 11 月版，VCMI 宣称的等级取决于已注销碳信用占剩余排放的比例。10% 起为银，100% 起为铂，据二手资料。50% 起为金，凭记忆，未与文本核对。各来源所载等级不一，故本评分卡并列 2023 年 6 月版等级。                                 |
      | vc-words      | VCMI Claims Code                | wording of a claim     | 转引     | VCMI 宣称不得使用“中和”或“抵消”字样。凭记忆，未与文本核对。                                                                                                                                                                           |
      | vc-gap        | VCMI scope 3 action code        | limit                  | 转引     | 自 2025-04-30 起，企业可用碳信用弥补范围三缺口（超出目标轨迹的排放），至多为目标轨迹上范围三排放的 25%。仅见于一份报道。截止年份未查到，故该限额不设截止日期。                                                                        |
      | vc-beta       | VCMI scope 3 claim              | beta text              | 转引     | VCMI 范围三宣称的试行文本自 2024 年 9 月适用至 2025-04-29。碳信用至多占宣称所涵盖范围三排放的 50%，2035 年之后不得使用。转引自一份二手资料，其仅给出月份（2024 年 9 月），我方以 2024-09-01 为首日。                                  |
      | ic-programme  | Core Carbon Principles of ICVCM | programmes             | 转引     | 碳信用符合核心碳原则（CCP）的前提是其机制被认定为合格（CCP 合格）。据二手资料，CCP 合格机制为 ACR、ART、气候行动储备、Gold Standard 与 VCS。其他机制是否合格取决于版本或项目，或未查到。故由申请方逐行填报碳信用的机制是否合格。      |
      | ic-method     | Core Carbon Principles of ICVCM | categories             | 转引     | 碳信用符合核心碳原则的前提是其方法学的该版本已获批准。附条件批准的，须证明条件已满足。据二手资料。凭记忆，未与文本核对：2024 年所评的并网可再生电力方法学未获批准。                                                                   |
      | ic-permanence | Core Carbon Principles of ICVCM | permanence             | 转引     | 碳信用符合核心碳原则的前提是：可能逆转的减排至少监测 40 年。基于自然的活动还须有至少 20% 的共用缓冲（共用的碳信用储备）。据二手资料。                                                                                                 |
      | ic-binary     | credit-use                      | -                      | 自行解读 | 来源未说明是否可对符合核心碳原则的程度分级。我方仅区分每行碳信用符合或不符合，不折算为分数。                                                                                                                                          |
      | target        | SBTi standards                  | credits                | 转引     | 企业不得用碳信用达成 SBTi 目标，因为碳信用从不计为达成目标的减排。据二手资料。                                                                                                                                                        |
      | once          | credit-use                      | -                      | 自行解读 | 我方对每吨碳信用只计一个用途；另有使用或宣称的批次不计入任何用途，其吨数列为重复使用。                                                                                                                                                |
      | ahead         | credit-use                      | -                      | 自行解读 | 来源未说明如何处理未来的减排。评定日期所在年度之后各年减排的碳信用，我方不计；该年度减排的按填报计。计入期自评定日期之后开始，或开始年份晚于减排年份的碳信用，同样不计。                                                              |
      | listed        | credit-use                      | -                      | 自行解读 | 申请方逐行填报其机制是否已获 CORSIA 批准、是否为 CCP（核心碳原则）合格。填报为“否”的，即使来源将该机制列入，我方亦不计，因为批准可能已经终止。                                                                                        |
      | agree         | credit-use                      | -                      | 自行解读 | CCP（核心碳原则）标签要求机制合格、方法学已获批准且所附条件已证明满足。带该标签的碳信用批次，其填报内容与此不符的，与标签矛盾。更正之前，我方不将其计入 VCMI 宣称。                                                                   |
      | surplus       | credit-use                      | -                      | 自行解读 | 来源未说明注销的碳信用多于企业剩余排放时如何处理。我方按剩余排放的 100% 计，多余部分不支撑任何 VCMI 宣称。                                                                                                                            |
      | gone          | credit-use                      | -                      | 自行解读 | 已为其他用途注销的碳信用，我方视为不可再用于本用途；另有使用或宣称的碳信用亦同。                                                                                                                                                      |
      | whole         | credit-use                      | -                      | 自行解读 | 来源未说明新加坡、日本与中国的碳信用限额如何取整。我方将各限额向下取整为整吨，合格信用计至限额为止，超出部分不予接受。                                                                                                                |
    并且 下列设定
      | 设定    | 名称                              | 可选值           | 默认值 | 含义                                            |
      | interim | 无 CCP 标签的 CORSIA 单位用于宣称 | taken, not_taken | taken  | 未带 CCP 标签而为 CORSIA 采纳的单位可否用于宣称 |
    并且 下列事实
      | 事实          | 名称                             | 类型          | 单位  | 不低于 | 不高于 | 可在将来 | 既定 |
      | use_on        | 信用使用日期                     | 日期          |       |        |        | 是       | 是   |
      | taxable       | 新加坡应税排放                   | 数值          | tCO2e | 0      |        |          |      |
      | mean_direct   | 日本三年平均直接排放             | 数值          | tCO2e | 0      |        |          |      |
      | actual        | 日本实际排放                     | 数值          | tCO2e | 0      |        |          |      |
      | allowances    | 日本持有的配额                   | 数值          | tCO2e | 0      |        |          |      |
      | amount_due    | 中国全国市场应清缴配额           | 数值          | tCO2e | 0      |        |          |      |
      | due_korea     | 韩国应缴配额                     | 数值          | tCO2e | 0      |        |          |      |
      | limit_known   | 韩国限额已连同出处填入           | 是否          |       |        |        |          |      |
      | limit_entered | 填入的韩国限额                   | 数值          | %     | 0      | 100    |          |      |
      | flown         | 受管的航班排放                   | 数值          | tCO2e | 0      |        |          |      |
      | growth        | 行业增长系数                     | 数值          | %     | 0      | 100    |          |      |
      | remaining     | 公司剩余排放                     | 数值          | tCO2e | 0      |        |          |      |
      | gap           | 弥补范围三缺口的信用             | 数值          | tCO2e | 0      |        |          |      |
      | trajectory    | 目标轨迹上的范围三排放           | 数值          | tCO2e | 0      |        |          |      |
      | claimed       | 宣称所涉范围三排放               | 数值          | tCO2e | 0      |        |          |      |
      | gap_year      | 范围三缺口的年份                 | 数值          |       | 2000   |        | 是       |      |
      | inventory     | 清单已公开                       | 是否          |       |        |        |          |      |
      | targets       | 近期目标已认证且承诺 2050 年净零 | 是否          |       |        |        |          |      |
      | on_track      | 近期目标进度正常                 | 是否          |       |        |        |          |      |
      | advocacy      | 倡导活动不违背巴黎目标           | 是否          |       |        |        |          |      |
      | assured       | 宣称已经鉴证                     | 是否          |       |        |        |          |      |
      | says_neutral  | 宣称使用中和或抵消字样           | 是否          |       |        |        |          |      |
      | credits       | 信用清单                         | 信用批次 列表 |       |        |        |          | 是   |
    并且 每条 credit 有
      | 字段          | 名称                                | 类型 | 单位  | 可选值                                                                                                          | 不低于 | 不高于 | 整倍数 | 仅部分情形适用 |
      | serial        | 序列号                              | 文本 |       |                                                                                                                 |        |        |        |                |
      | amount        | 信用吨数                            | 数值 | tCO2e |                                                                                                                 | 0      |        |        |                |
      | programme     | 机制                                | 选项 |       | acr, art, car, gold, vcs, gcc, j_credit, jcm, ccer, another                                                     |        |        |        |                |
      | year          | 减排年份                            | 数值 |       |                                                                                                                 | 1990   |        | 1      |                |
      | begun         | 首个计入期开始日                    | 日期 |       |                                                                                                                 |        |        |        |                |
      | host          | 东道国                              | 选项 |       | bhutan, chile, ghana, mongolia, papua, paraguay, peru, rwanda, thailand, viet_nam, malawi, singapore, elsewhere |        |        |        |                |
      | activity      | 活动                                | 选项 |       | renewable_large, renewable, storage, old_stoves, redd_high, another                                             |        |        |        |                |
      | excepted      | 属可再生电力的例外情形              | 是否 |       |                                                                                                                 |        |        |        | 是             |
      | principles    | 七项原则已证明                      | 是否 |       |                                                                                                                 |        |        |        |                |
      | authorised    | 授权                                | 选项 |       | none, ndc, other, both                                                                                          |        |        |        |                |
      | adjusted      | 相应调整已证明                      | 是否 |       |                                                                                                                 |        |        |        |                |
      | insured       | 相应调整已载明并投保                | 是否 |       |                                                                                                                 |        |        |        |                |
      | ccp           | 带 CCP 标签                         | 是否 |       |                                                                                                                 |        |        |        |                |
      | inside        | 属中国全国市场企业的项目            | 是否 |       |                                                                                                                 |        |        |        | 是             |
      | cancelled     | 已为此用途注销                      | 是否 |       |                                                                                                                 |        |        |        |                |
      | cancelled_on  | 注销日                              | 日期 |       |                                                                                                                 |        |        |        |                |
      | use           | 用途                                | 选项 |       | none, singapore, corsia, japan, china, korea, vcmi, target, neutral                                             |        |        |        |                |
      | elsewhere     | 另有其他使用或宣称                  | 是否 |       |                                                                                                                 |        |        |        |                |
      | corsia_listed | 机制已获 CORSIA 2024 至 2026 年批准 | 是否 |       |                                                                                                                 |        |        |        |                |
      | ccp_programme | 机制为 CCP 合格                     | 是否 |       |                                                                                                                 |        |        |        |                |
      | ccp_method    | 方法学在 ICVCM 清单中的状态         | 选项 |       | approved, conditional, grid_2024, not_approved                                                                  |        |        |        |                |
      | ccp_shown     | 批准所附条件已证明                  | 是否 |       |                                                                                                                 |        |        |        | 是             |
      | reversible    | 减排可能逆转                        | 是否 |       |                                                                                                                 |        |        |        |                |
      | monitored     | 监测年数                            | 数值 |       |                                                                                                                 | 0      |        |        |                |
      | natural       | 活动基于自然                        | 是否 |       |                                                                                                                 |        |        |        |                |
      | pooled        | 共用缓冲比例                        | 数值 | %     |                                                                                                                 | 0      | 100    |        |                |
    并且 credit 称为 信用批次
    并且 信用清单 中 序列号 不得重复
    并且 机制 的可选值
      | 值       | 名称          |
      | acr      | ACR           |
      | art      | ART TREES     |
      | car      | 气候行动储备  |
      | gold     | Gold Standard |
      | vcs      | VCS           |
      | gcc      | 全球碳理事会  |
      | j_credit | J-Credit      |
      | jcm      | JCM           |
      | ccer     | CCER          |
      | another  | 其他机制      |
    并且 东道国 的可选值
      | 值        | 名称           |
      | bhutan    | 不丹           |
      | chile     | 智利           |
      | ghana     | 加纳           |
      | mongolia  | 蒙古           |
      | papua     | 巴布亚新几内亚 |
      | paraguay  | 巴拉圭         |
      | peru      | 秘鲁           |
      | rwanda    | 卢旺达         |
      | thailand  | 泰国           |
      | viet_nam  | 越南           |
      | malawi    | 马拉维         |
      | singapore | 新加坡         |
      | elsewhere | 其他国家       |
    并且 活动 的可选值
      | 值              | 名称                         |
      | renewable_large | 15 MW 以上可再生电力         |
      | renewable       | 其他可再生电力               |
      | storage         | 碳捕集与封存                 |
      | old_stoves      | AMS-II.G 或 VMR0006 炉灶     |
      | redd_high       | 高森林覆盖、低毁林国家的森林 |
      | another         | 其他活动                     |
    并且 授权 的可选值
      | 值    | 名称             |
      | none  | 未授权           |
      | ndc   | 用于国家自主贡献 |
      | other | 用于其他国际目的 |
      | both  | 两者兼有         |
    并且 方法学在 ICVCM 清单中的状态 的可选值
      | 值           | 名称                      |
      | approved     | 已批准                    |
      | conditional  | 附条件批准                |
      | grid_2024    | 2024 年所评并网可再生电力 |
      | not_approved | 未批准                    |
    并且 用途 的可选值
      | 值        | 名称           |
      | none      | 尚未选定       |
      | singapore | 新加坡碳税     |
      | corsia    | CORSIA         |
      | japan     | 日本 GX-ETS    |
      | china     | 中国全国市场   |
      | korea     | 韩国 K-ETS     |
      | vcmi      | VCMI 宣称      |
      | target    | 达成 SBTi 目标 |
      | neutral   | 中和宣称       |
    并且 本基准案例
      | 事实                             | 值            |
      | 信用使用日期                     | 2026-12-31    |
      | 新加坡应税排放                   | 200000 tCO2e  |
      | 日本三年平均直接排放             | 1000000 tCO2e |
      | 日本实际排放                     | 1000000 tCO2e |
      | 日本持有的配额                   | 945000 tCO2e  |
      | 中国全国市场应清缴配额           | 100000 tCO2e  |
      | 韩国应缴配额                     | 0 tCO2e       |
      | 韩国限额已连同出处填入           | 否            |
      | 填入的韩国限额                   | 0 %           |
      | 受管的航班排放                   | 500000 tCO2e  |
      | 行业增长系数                     | 15 %          |
      | 公司剩余排放                     | 80000 tCO2e   |
      | 弥补范围三缺口的信用             | 0 tCO2e       |
      | 目标轨迹上的范围三排放           | 0 tCO2e       |
      | 宣称所涉范围三排放               | 0 tCO2e       |
      | 范围三缺口的年份                 | 2026          |
      | 清单已公开                       | 是            |
      | 近期目标已认证且承诺 2050 年净零 | 是            |
      | 近期目标进度正常                 | 是            |
      | 倡导活动不违背巴黎目标           | 是            |
      | 宣称已经鉴证                     | 是            |
      | 宣称使用中和或抵消字样           | 否            |
    并且 基准案例中 信用清单 为
      | 序列号 | 信用吨数   | 机制          | 减排年份 | 首个计入期开始日 | 东道国 | 活动     | 属可再生电力的例外情形 | 七项原则已证明 | 授权     | 相应调整已证明 | 相应调整已载明并投保 | 带 CCP 标签 | 属中国全国市场企业的项目 | 已为此用途注销 | 注销日     | 用途       | 另有其他使用或宣称 | 机制已获 CORSIA 2024 至 2026 年批准 | 机制为 CCP 合格 | 方法学在 ICVCM 清单中的状态 | 批准所附条件已证明 | 减排可能逆转 | 监测年数 | 活动基于自然 | 共用缓冲比例 |
      | X1     | 7000 tCO2e | VCS           | 2022     | 2021-01-01       | 泰国   | 其他活动 | 否                     | 是             | 两者兼有 | 是             | 否                   | 是          | 否                       | 是             | 2026-11-01 | 新加坡碳税 | 否                 | 是                                  | 是              | 已批准                      | 是                 | 否           | 40       | 否           | 20 %         |
      | X2     | 2000 tCO2e | VCS           | 2020     | 2021-01-01       | 秘鲁   | 其他活动 | 否                     | 是             | 两者兼有 | 是             | 否                   | 是          | 否                       | 是             | 2026-11-01 | 新加坡碳税 | 否                 | 是                                  | 是              | 已批准                      | 是                 | 否           | 40       | 否           | 20 %         |
      | X3     | 3000 tCO2e | Gold Standard | 2023     | 2021-01-01       | 加纳   | 其他活动 | 否                     | 是             | 两者兼有 | 是             | 否                   | 是          | 否                       | 是             | 2026-11-01 | 新加坡碳税 | 否                 | 是                                  | 是              | 已批准                      | 是                 | 否           | 40       | 否           | 20 %         |

  规则: 一万二千吨信用用于新加坡碳税

    场景: 其中一万吨计入
      当 按 2027-01-31 评定
      那么 量 sg_eligible 为 10000 tCO2e
      并且 量 sg_limit 为 10000 tCO2e
      并且 量 sg_counted 为 10000 tCO2e
      并且 量 sg_tax 为 8550000 SGD
      并且 门槛 SG-01 满足
      并且 门槛 SG-02 不满足
      并且 结论为 门槛未过
