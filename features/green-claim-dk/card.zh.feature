# language: zh-CN
功能: 丹麦绿色声明
  指令之外的丹麦《营销法》与消费者监察专员的环境声明指引。指令由 2025-05-27 第 558 号法律转化, 自 2026-09-27 起适用。
  事实须有文件证明 (第 13 条)。

  背景:
    假如 本评分卡
      | 项目     | 内容                                                                                                                                                           |
      | 编号     | green-claim-dk                                                                                                                                                 |
      | 版本     | 2.0.0                                                                                                                                                          |
      | 替代     | 1.0.0                                                                                                                                                          |
      | 名称     | 丹麦绿色声明                                                                                                                                                   |
      | 评价对象 | claim                                                                                                                                                          |
      | 用途     | 自评                                                                                                                                                           |
      | 时区     | Europe/Copenhagen                                                                                                                                              |
      | 生效日期 | 2026-11-29                                                                                                                                                     |
      | 修约     | 四舍六入五成双, 保留2位                                                                                                                                        |
      | 不适用项 | 拒绝                                                                                                                                                           |
      | 不评价   | 指令本身的规则（见欧盟评分卡）；第 558/2025 号法律 (L 147) 将其纳入该法第 5、6 条与附件一                                                                      |
      | 不评价   | 个别行业规则，如食品主管机关关于有机与气候用语者                                                                                                               |
      | 不评价   | 罚款与责任                                                                                                                                                     |
      | 不评价   | 证据是否真实                                                                                                                                                   |
      | 不评价   | 所申报事项的证明文件，此处一概不要求：声明按对文件的申报判定（生命周期评价、碳足迹、环境产品声明、检测、标识证书、碳信用或绿电的登记簿摘录、发票、计划或研究） |
    并且 下列依据
      | 编号           | 文件                  | 条款                                                       | 确信度   | 说明                                                                                                                                                                                                                                                                              |
      | mfl-5          | Markedsføringsloven   | section 5; toward businesses section 20                    | 转引     | 绿色声明不得虚假，其整体呈现（包括图像）亦不得误导（第5条；对企业为第20条）。两条读自 danskelove.dk 转载。据2014年指引的注记（fdocuments.net），两条自2017-07-01起施行。                                                                                                          |
      | mfl-6          | Markedsføringsloven   | section 6; toward businesses section 20                    | 转引     | 绿色声明不得遗漏重要信息，亦不得不清楚（第6条；对企业为第20条）。两条读自 danskelove.dk 转载。                                                                                                                                                                                    |
      | mfl-13         | Markedsføringsloven   | section 13                                                 | 转引     | 声明所述事实，经营者均须有文件证明，因举证责任在经营者。据 danskindustri.dk、dreiststorgaard.dk 与消费者监察专员决定（22/04124）。                                                                                                                                                |
      | mfl-21         | Markedsføringsloven   | section 21                                                 | 自行解读 | 比较须公平，且比较对象同类（第21条，比较广告）。凭记忆，未与文本核对。                                                                                                                                                                                                            |
      | fo-general     | Forbrugerombudsmanden | guidance on environmental claims, general claims           | 转引     | 笼统环保用语没有全生命周期分析或相邻解释的，构成误导。据 vejnaa.dk、kf.dk、textilevaluechain.in 与 e-justice.europa.eu 转述的监察专员2014年指引，该指引仍有效。2025年1月的建议取代了指引的简明版 (nytherfra.dk)，该建议未读。指引解释营销法，故我方自该法2017-07-01施行日起适用。 |
      | fo-burdens     | Forbrugerombudsmanden | decision 20/10674 on a plug-in hybrid car                  | 已核实   | 产品的其他环境负担使其益处大为减损的，不得对该产品使用笼统环保用语。该车从摇篮到坟墓有相当大的负面影响，且仅能以电力行驶50公里。读自消费者监察专员网页，网页未载日期；bt.dk 于2023年1月报道。这不影响结果，因规则自2017-07-01起适用。                                             |
      | fo-sustainable | Forbrugerombudsmanden | guidance on environmental claims, sustainable              | 转引     | 可持续声明未考虑全生命周期、未证明社会方面，或未在与声明相同的介质上具体说明的，构成误导。kf.dk 与 textilevaluechain.in 载：“可持续”一词很难不构成误导。所载理由为：健康、社会与伦理方面亦须证明。                                                                                |
      | fo-comp        | Forbrugerombudsmanden | position of the Nordic authorities on climate compensation | 转引     | 凭补偿的中和声明，其补偿须具额外性、持久性、同时性且无泄漏（排放转移）。声明应写明具体做法，而非使用中和一词。据 danskindustri.dk、dmogt.dk 与 hair.dk，2024-05-14发布的立场。                                                                                                    |
      | fo-plan        | Forbrugerombudsmanden | advance opinion 22/11573 of 2023-02-15                     | 已核实   | 经营者声称努力减排的，须有经独立机构核查的计划，且减排即将实现。读自消费者监察专员网页。意见日期据 bureaubiz.dk。                                                                                                                                                                 |
      | fo-part        | Forbrugerombudsmanden | decision 22/04124 on kitchens                              | 已核实   | 不得以部分称整体：部分使用可持续木材，不使整套橱柜可持续。读自消费者监察专员网页。网页未载决定日期，我方取立案年年末。该假定不影响结果，因规则自2017-07-01起适用。                                                                                                                |
      | fo-mark        | Forbrugerombudsmanden | advance opinion 23/02143, trader's own marks               | 自行解读 | 经营者自有标识未说明其依据的，构成误导。意见摘要读自消费者监察专员网页。该意见认为，气候标识显得优于其实际依据的，构成误导。该意见亦涵盖未说明依据的标识，系自行解读。                                                                                                            |
      | otherwise      | green-claim-dk        | no rule of this scorecard applies                          | 自行解读 | 本评分卡各项规则均不适用于该声明的，判定为“合规”，即各项规则均不禁止该声明。法院仍可能作出不同认定。                                                                                                                                                                              |
    并且 取自 claim-facts 的事实
    并且 下列事实
      | 事实                   | 名称                     | 类型 |
      | burdens_reduce_benefit | 益处因其他负担而大为减损 | 是否 |
    并且 本基准案例
      | 事实                     | 值 |
      | 益处因其他负担而大为减损 | 否 |

  规则: 无规则禁止的声明

    场景: 基准声明
      当 按 2026-11-29 评定
      那么 判定为 合规

    场景: 不适用于机构性沟通
      假如 kind 为 institutional
      当 按 2026-11-29 评定
      那么 结论为 不适用
