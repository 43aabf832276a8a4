# language: zh-CN
功能: 丹麦绿色声明
  指令之外的丹麦《营销法》与消费者监察专员的环境声明指引。指令由 2025-05-27 第 558 号法律转化, 自 2026-09-27 起适用。
  事实须有文件证明 (第 13 条)。

  背景:
    假如 本评分卡
      | 项目     | 内容                                                                                                                                                               |
      | 编号     | green-claim-dk                                                                                                                                                     |
      | 版本     | 1.1.1                                                                                                                                                              |
      | 替代     | 1.1.0                                                                                                                                                              |
      | 名称     | 丹麦绿色声明                                                                                                                                                       |
      | 评价对象 | claim                                                                                                                                                              |
      | 用途     | 自评                                                                                                                                                               |
      | 时区     | Europe/Copenhagen                                                                                                                                                  |
      | 生效日期 | 2026-11-20                                                                                                                                                         |
      | 修约     | 四舍六入五成双, 保留2位                                                                                                                                            |
      | 不适用项 | 拒绝                                                                                                                                                               |
      | 不评价   | 指令本身的规则, 见欧盟评分卡; 第 558/2025 号法律 (L 147) 将其纳入该法第 5、6 条与附件一                                                                            |
      | 不评价   | 个别行业规则, 如食品主管机关关于有机与气候用语者                                                                                                                   |
      | 不评价   | 罚款与责任                                                                                                                                                         |
      | 不评价   | 证据是否真实                                                                                                                                                       |
      | 不评价   | 所申报事项背后的文件, 此处一概不要求: 声明按对这些文件的申报判定, 如生命周期评价、碳足迹、环境产品声明、检测、标识证书、碳信用或绿电的登记簿摘录、发票、计划或研究 |
    并且 下列依据
      | 编号           | 文件                  | 条款                                                       | 确信度   | 说明                                                                                                                                                                                                                                                                                  |
      | mfl-5          | Markedsføringsloven   | section 5; toward businesses section 20                    | 转引     | 两条读自 danskelove.dk 转载; 自 2017-07-01 起施行转引自 2014 年指引的注记 (fdocuments.net)。                                                                                                                                                                                          |
      | mfl-6          | Markedsføringsloven   | section 6; toward businesses section 20                    | 转引     | 两条读自 danskelove.dk 转载。                                                                                                                                                                                                                                                         |
      | mfl-13         | Markedsføringsloven   | section 13                                                 | 转引     | 举证责任在经营者: 所述事实须有文件证明。转引自 danskindustri.dk、dreiststorgaard.dk 与消费者监察专员决定 (22/04124)。                                                                                                                                                                 |
      | mfl-21         | Markedsføringsloven   | section 21                                                 | 自行解读 | 比较广告; 凭记忆, 未与文本核对。                                                                                                                                                                                                                                                      |
      | fo-general     | Forbrugerombudsmanden | guidance on environmental claims, general claims           | 转引     | 2021-12-22 简明指南, 2025 年 1 月由建议取代; 2014 年指引仍有效 (nytherfra.dk)。转引自 vejnaa.dk、kf.dk、textilevaluechain.in 与 e-justice.europa.eu 提要: 笼统用语须有全生命周期分析, 或与之同读的解释。建议本身未读。 其解释自 2017-07-01 起的营销法, 并非新法; 其他立场与意见亦然。 |
      | fo-sustainable | Forbrugerombudsmanden | guidance on environmental claims, sustainable              | 转引     | 转引自 kf.dk 与 textilevaluechain.in: 因健康、社会与伦理方面亦须计入, 很难不构成误导。                                                                                                                                                                                                |
      | fo-comp        | Forbrugerombudsmanden | position of the Nordic authorities on climate compensation | 转引     | 2024-05-14 发布, 转引自 danskindustri.dk、dmogt.dk 与 hair.dk: 效果须具额外性、持久性、同时性且无泄漏; 应写明具体做法。                                                                                                                                                               |
      | fo-plan        | Forbrugerombudsmanden | opinion in advance 22/11573 of 2023-02-15                  | 已核实   | 读自消费者监察专员网页: 声称努力减排须有独立机构核查的计划, 且减排即将实现。日期转引自 bureaubiz.dk。                                                                                                                                                                                 |
      | fo-part        | Forbrugerombudsmanden | decision 22/04124 on kitchens                              | 已核实   | 读自消费者监察专员网页: 部分可持续木材不使整套橱柜可持续。未载日期, 取立案年末。                                                                                                                                                                                                      |
      | fo-mark        | Forbrugerombudsmanden | opinion in advance 23/02143, marks of the trader           | 自行解读 | 该意见读自监察专员网页摘要, 针对显得优于实际的气候标识; 未说明依据的自有标识即属此类系我方解读。                                                                                                                                                                                      |
      | otherwise      | green-claim-dk        | no rule of this card holds                                 | 自行解读 | 本评分卡所编规则均不反对, 不等于法院亦然。                                                                                                                                                                                                                                            |
    并且 取自 claim-facts 的事实

  规则: 无可反对的声明

    场景: 基准声明
      当 按 2026-11-20 评定
      那么 判定为 合规

    场景: 不适用于机构性
      假如 kind 为 institutional
      当 按 2026-11-20 评定
      那么 结论为 不适用
