# language: zh-CN
功能: 英国绿色声明
  竞争与市场管理局《绿色声明准则》与广告标准局裁决。

  背景:
    假如 本评分卡
      | 项目     | 内容                                                                                                                                                               |
      | 编号     | green-claim-uk                                                                                                                                                     |
      | 版本     | 1.5.1                                                                                                                                                              |
      | 替代     | 1.5.0                                                                                                                                                              |
      | 名称     | 英国绿色声明                                                                                                                                                       |
      | 评价对象 | claim                                                                                                                                                              |
      | 用途     | 自评                                                                                                                                                               |
      | 时区     | Europe/London                                                                                                                                                      |
      | 生效日期 | 2026-11-20                                                                                                                                                         |
      | 修约     | 四舍六入五成双, 保留2位                                                                                                                                            |
      | 不适用项 | 拒绝                                                                                                                                                               |
      | 不评价   | 证据是否真实                                                                                                                                                       |
      | 不评价   | 所列事实未描述的措辞                                                                                                                                               |
      | 不评价   | DMCC 法下的罚款                                                                                                                                                    |
      | 不评价   | 法律要求的报告本身, 由其他法律规范; 摘入广告者为商业沟通                                                                                                           |
      | 不评价   | 所申报事项背后的文件, 此处一概不要求: 声明按对这些文件的申报判定, 如生命周期评价、碳足迹、环境产品声明、检测、标识证书、碳信用或绿电的登记簿摘录、发票、计划或研究 |
    并且 下列依据
      | 编号           | 文件                            | 条款                                                   | 确信度   | 说明                                                                                                                                                                                                                        |
      | cma-code       | CMA Green Claims Code           | six principles, CAP Code 11, law on unfair practices   | 转引     | 转引自 shoosmiths.com 与 Travers Smith (原则)、Mishcon 与 petersandpeters.com (广告准则)、wired-gov.net (法案)。各原则所述即 2008 年以来法律之要求: 先为当年条例, 2025-04-06 起为该法; 对准则之前的声明同样看待系我方解读。 |
      | cma-words      | CMA Green Claims Code           | second principle, words not specified or without basis | 自行解读 | 该原则要求清晰; 此类用语无具体说明、基础或醒目限定即不符合, 系我方解读。                                                                                                                                                    |
      | cma-evidence   | CMA Green Claims Code           | sixth principle, evidence held at publication          | 自行解读 | 该原则要求证据; 须于发布时已有, 系我方结合广告准则之解读。                                                                                                                                                                  |
      | asa-recycled   | Advertising Standards Authority | rulings on recycled bottles                            | 转引     | 所读英国页面之中: asa.org.uk、promoveritas.com、charlesrussellspeechlys.com、dwfgroup.com、cms-lawnow.com。                                                                                                                 |
      | asa-stale      | Advertising Standards Authority | ruling on airline comparisons of 2020-02-05            | 转引     | 所读英国页面之中: asa.org.uk、promoveritas.com、charlesrussellspeechlys.com、dwfgroup.com、cms-lawnow.com。                                                                                                                 |
      | asa-omission   | Advertising Standards Authority | ruling of 2022-10-19                                   | 自行解读 | 所读英国页面之中: asa.org.uk、promoveritas.com、charlesrussellspeechlys.com、dwfgroup.com、cms-lawnow.com。裁决还认定绿色业务占比小; 该第三项条件未予询问, 只问是否已说明占比, 故本规则宽于裁决。                           |
      | asa-boundary   | Advertising Standards Authority | ruling of 2026-05-13                                   | 转引     | 转引自 marketinglaw.osborneclarke.com 与 thegrocer.co.uk; 依2025年4月前的准则裁定。                                                                                                                                         |
      | asa-financing  | Advertising Standards Authority | ruling of 2022-10-19 on a bank, financed emissions     | 转引     | 转引自 asa.org.uk、climatecasechart.com 与 petersandpeters.com。                                                                                                                                                            |
      | cma-facilities | CMA Green Claims Code           | example of a compostable cup, and claims of recycling  | 自行解读 | 只有工业设施才能堆肥的杯子一例转引自 deadgoodwithwords.co.uk; 只在他处可回收者同理, 系我方解读。                                                                                                                            |
      | cap-11-3       | CAP Code                        | 11.3                                                   | 已核实   | 在英国广告标准局网页 (asa.org.uk) 读到: 绝对声明须有高水平的证据支持。自本评分卡首日起适用。                                                                                                                                |
      | otherwise      | green-claim-uk                  | no rule of this card holds                             | 自行解读 | 本评分卡所编规则均不反对, 不等于法院亦然。                                                                                                                                                                                  |
    并且 取自 claim-facts 的事实
    并且 取自 absolute-wording 的事实

  规则: 无可反对的声明

    场景: 基准声明
      当 按 2026-11-20 评定
      那么 判定为 合规

    场景: 不适用于机构性
      假如 kind 为 institutional
      当 按 2026-11-20 评定
      那么 结论为 不适用

    场景: 不适用于法律要求的报告
      假如 kind 为 mandatory_report
      当 按 2026-11-20 评定
      那么 结论为 不适用
