# language: zh-CN
功能: 英国绿色声明
  竞争与市场管理局《绿色声明准则》与广告标准局裁决。

  背景:
    假如 本评分卡
      | 项目     | 内容                                                                                                                                                          |
      | 编号     | green-claim-uk                                                                                                                                                |
      | 版本     | 1.0.0                                                                                                                                                         |
      | 名称     | 英国绿色声明                                                                                                                                                  |
      | 评价对象 | claim                                                                                                                                                         |
      | 用途     | 自评                                                                                                                                                          |
      | 时区     | Europe/London                                                                                                                                                 |
      | 生效日期 | 2026-11-20                                                                                                                                                    |
      | 修约     | 四舍六入五成双, 保留2位                                                                                                                                       |
      | 不适用项 | 拒绝                                                                                                                                                          |
      | 不评价   | 证据是否真实                                                                                                                                                  |
      | 不评价   | 所列事实未描述的措辞                                                                                                                                          |
      | 不评价   | DMCC 法下的罚款                                                                                                                                               |
      | 不评价   | 法律要求的报告本身, 由其他法律规范; 摘入广告的内容属商业沟通                                                                                                  |
      | 不评价   | 所申报事项的证明文件, 此处一概不要求: 声明按对文件的申报判定 (生命周期评价、碳足迹、环境产品声明、检测、标识证书、碳信用或绿电的登记簿摘录、发票、计划或研究) |
    并且 下列依据
      | 编号           | 文件                            | 条款                                                   | 确信度   | 说明                                                                                                                                                                                                                                                                             |
      | cma-code       | CMA Green Claims Code           | six principles, CAP Code 11, law on unfair practices   | 转引     | 声明须真实、清晰、无重要遗漏、比较公平、考虑全生命周期且有证据。据 shoosmiths.com 与 Travers Smith (原则)、Mishcon 与 petersandpeters.com (广告准则)、wired-gov.net (法案)。各原则所述即 2008 年以来的法律 (先为当年条例, 2025-04-06 起为该法), 故我方对准则之前的声明同样适用。 |
      | cma-words      | CMA Green Claims Code           | second principle, words not specified or without basis | 自行解读 | 该原则要求声明清晰。笼统、绝对化、中和或净零用语缺乏具体说明、依据或醒目限定的, 我方视为不清晰。                                                                                                                                                                                 |
      | cma-evidence   | CMA Green Claims Code           | sixth principle, evidence held at publication          | 自行解读 | 该原则要求声明有证据。我方结合广告准则, 要求经营者在声明发布时已存有该证据。                                                                                                                                                                                                     |
      | asa-recycled   | Advertising Standards Authority | rulings on recycled bottles                            | 转引     | 以下两类声明构成误导: 再生含量的醒目声明未涵盖产品的某些部分; 比较所依据的数据过时。据英国页面, 包括 asa.org.uk、promoveritas.com、charlesrussellspeechlys.com、dwfgroup.com 与 cms-lawnow.com。                                                                                 |
      | asa-stale      | Advertising Standards Authority | ruling on airline comparisons of 2020-02-05            | 转引     | 以下两类声明构成误导: 再生含量的醒目声明未涵盖产品的某些部分; 比较所依据的数据过时。据英国页面, 包括 asa.org.uk、promoveritas.com、charlesrussellspeechlys.com、dwfgroup.com 与 cms-lawnow.com。                                                                                 |
      | asa-omission   | Advertising Standards Authority | ruling of 2022-10-19                                   | 自行解读 | 高排放经营者宣传绿色业务的, 须说明该业务占比。裁决还认定该占比小, 我方不查此项, 故本规则宽于裁决。据英国页面, 包括 asa.org.uk、promoveritas.com、charlesrussellspeechlys.com、dwfgroup.com 与 cms-lawnow.com。                                                                   |
      | asa-boundary   | Advertising Standards Authority | ruling of 2026-05-13                                   | 转引     | 声明不得超出其证据所涵盖的生命周期阶段。据 marketinglaw.osborneclarke.com 与 thegrocer.co.uk。2026-05-13 的裁决系依 2025 年 4 月前的准则作出。                                                                                                                                   |
      | asa-financing  | Advertising Standards Authority | ruling of 2022-10-19 on a bank, financed emissions     | 转引     | 银行等经营者作出绿色声明的, 须披露其融资业务的排放。据 asa.org.uk、climatecasechart.com 与 petersandpeters.com。                                                                                                                                                                 |
      | cma-facilities | CMA Green Claims Code           | example of a compostable cup, and claims of recycling  | 自行解读 | 购买者所在地缺乏设施而声明未说明的, 可堆肥或可回收声明构成误导。deadgoodwithwords.co.uk 载有只有工业设施才能堆肥的杯子一例。只在他处可回收的产品, 我方同样适用。                                                                                                                 |
      | cap-11-3       | CAP Code                        | 11.3                                                   | 已核实   | 绝对声明须有高水平的证据支持。已在英国广告标准局网页 (asa.org.uk) 读到; 该条自 2010-09-01 起适用系凭记忆, 未与文本核对。与本评分卡其他规则一致, 我方自 2008-05-26 起适用。                                                                                                       |
      | otherwise      | green-claim-uk                  | no rule of this scorecard applies                      | 自行解读 | 本评分卡各条规则均未禁止该声明; 法院仍可能作出不同判断。                                                                                                                                                                                                                         |
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
