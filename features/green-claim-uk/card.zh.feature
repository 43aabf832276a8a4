# language: zh-CN
功能: 英国绿色声明
  竞争与市场管理局《绿色声明准则》与广告标准局裁决。

  背景:
    假如 本评分卡
      | 项目     | 内容                                                                                                                                                           |
      | 编号     | green-claim-uk                                                                                                                                                 |
      | 版本     | 1.0.0                                                                                                                                                          |
      | 名称     | 英国绿色声明                                                                                                                                                   |
      | 评价对象 | claim                                                                                                                                                          |
      | 用途     | 自评                                                                                                                                                           |
      | 时区     | Europe/London                                                                                                                                                  |
      | 生效日期 | 2026-11-20                                                                                                                                                     |
      | 修约     | 四舍六入五成双, 保留2位                                                                                                                                        |
      | 不适用项 | 拒绝                                                                                                                                                           |
      | 不评价   | 证据是否真实                                                                                                                                                   |
      | 不评价   | 所列事实未描述的措辞                                                                                                                                           |
      | 不评价   | DMCC 法下的罚款                                                                                                                                                |
      | 不评价   | 法律要求的报告本身，由其他法律规范；摘入广告的内容属商业沟通                                                                                                   |
      | 不评价   | 所申报事项的证明文件，此处一概不要求：声明按对文件的申报判定（生命周期评价、碳足迹、环境产品声明、检测、标识证书、碳信用或绿电的登记簿摘录、发票、计划或研究） |
    并且 下列依据
      | 编号           | 文件                            | 条款                                                   | 确信度   | 说明                                                                                                                                                                                                                                                                                                  |
      | cma-code       | CMA Green Claims Code           | six principles, CAP Code 11, law on unfair practices   | 转引     | 声明须真实、清晰、完整、比较公平、考虑全生命周期且有证据。这六项原则所述即反不公平做法法律：2008 年起为条例，2025-04-06 起为法案。故我方对绿色声明准则之前的声明同样适用各原则。转引自 shoosmiths.com 与 Travers Smith（各原则）、Mishcon 与 petersandpeters.com（广告准则）、wired-gov.net（法案）。 |
      | cma-words      | CMA Green Claims Code           | second principle, words not specified or without basis | 自行解读 | 声明须清晰（第二项原则）。笼统、可持续、绝对化、中和或净零用语未在同一媒介上具体说明，或未载明依据的，我方视为不清晰。笼统、可持续或绝对化用语还须有清晰醒目的限定，否则我方亦视为不清晰。用语不清晰的声明构成误导。                                                                                  |
      | cma-evidence   | CMA Green Claims Code           | sixth principle, evidence held at publication          | 自行解读 | 声明发布时，经营者须已存有该声明的证据。第六项原则要求有证据；以发布之日为准，系我方结合广告准则的解读。                                                                                                                                                                                              |
      | asa-recycled   | Advertising Standards Authority | rulings on recycled bottles                            | 转引     | 再生含量的标题性声明未涵盖产品某些部分的，构成误导。据英国页面，包括 asa.org.uk、promoveritas.com、charlesrussellspeechlys.com、dwfgroup.com 与 cms-lawnow.com。                                                                                                                                      |
      | asa-stale      | Advertising Standards Authority | ruling on airline comparisons of 2020-02-05            | 转引     | 比较所依据的数据过时的，构成误导。据英国页面，包括 asa.org.uk、promoveritas.com、charlesrussellspeechlys.com、dwfgroup.com 与 cms-lawnow.com。                                                                                                                                                        |
      | asa-omission   | Advertising Standards Authority | ruling of 2022-10-19                                   | 自行解读 | 高排放经营者宣传绿色业务的，须说明该业务在其业务中的占比。裁决还认定该占比小；我方不审查占比大小，故本规则更宽。据英国页面，包括 asa.org.uk、promoveritas.com、charlesrussellspeechlys.com、dwfgroup.com 与 cms-lawnow.com。                                                                          |
      | asa-boundary   | Advertising Standards Authority | ruling of 2026-05-13                                   | 转引     | 声明不得超出其证据所涵盖的生命周期阶段。2026-05-13 的裁决适用 2025 年 4 月前的广告准则。据 marketinglaw.osborneclarke.com 与 thegrocer.co.uk。                                                                                                                                                        |
      | asa-financing  | Advertising Standards Authority | ruling of 2022-10-19 on a bank, financed emissions     | 转引     | 银行等经营者作出绿色声明的，须披露其所融资业务的排放。据 asa.org.uk、climatecasechart.com 与 petersandpeters.com。                                                                                                                                                                                    |
      | cma-facilities | CMA Green Claims Code           | example of a compostable cup, and claims of recycling  | 自行解读 | deadgoodwithwords.co.uk 载有只有工业设施才能堆肥的可堆肥杯子一例。堆肥设施仅部分人可用或几乎无人可用，而声明未披露的，可堆肥声明构成误导。回收设施仅部分人可用的，我方对可回收声明适用同一标准。回收设施几乎无人可用的，即使已披露，可回收声明仍构成误导。                                            |
      | cap-11-3       | CAP Code                        | 11.3                                                   | 已核实   | 绝对化声明须有高水平的证据支持，读自英国广告标准局网页 (asa.org.uk)。该条施行日 2010-09-01 凭记忆，未与文本核对。我方仍自 2008-05-26（本评分卡其他规则的适用日）起适用该条。                                                                                                                          |
      | otherwise      | green-claim-uk                  | no rule of this scorecard applies                      | 自行解读 | 本评分卡各条规则均未禁止该声明；法院仍可能作出不同判断。                                                                                                                                                                                                                                              |
    并且 取自 claim-facts 的事实
    并且 取自 absolute-wording 的事实

  规则: 没有瑕疵的声明

    场景: 基准声明
      当 按 2026-11-20 评定
      那么 判定为 合规

    场景: 机构性沟通不适用
      假如 kind 为 institutional
      当 按 2026-11-20 评定
      那么 结论为 不适用

    场景: 法律要求的报告不适用
      假如 kind 为 mandatory_report
      当 按 2026-11-20 评定
      那么 结论为 不适用
