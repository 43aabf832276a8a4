# language: zh-CN
功能: 德国绿色声明
  指令之外的德国反不正当竞争法; 对企业受众同样适用。

  背景:
    假如 本评分卡
      | 项目     | 内容                                                                                                                                                               |
      | 编号     | green-claim-de                                                                                                                                                     |
      | 版本     | 1.4.1                                                                                                                                                              |
      | 替代     | 1.4.0                                                                                                                                                              |
      | 名称     | 德国绿色声明                                                                                                                                                       |
      | 评价对象 | claim                                                                                                                                                              |
      | 用途     | 自评                                                                                                                                                               |
      | 时区     | Europe/Berlin                                                                                                                                                      |
      | 生效日期 | 2026-11-20                                                                                                                                                         |
      | 修约     | 四舍六入五成双, 保留2位                                                                                                                                            |
      | 不适用项 | 拒绝                                                                                                                                                               |
      | 不评价   | 指令本身的规则, 见欧盟评分卡                                                                                                                                       |
      | 不评价   | 证据是否真实                                                                                                                                                       |
      | 不评价   | 所申报事项背后的文件, 此处一概不要求: 声明按对这些文件的申报判定, 如生命周期评价、碳足迹、环境产品声明、检测、标识证书、碳信用或绿电的登记簿摘录、发票、计划或研究 |
    并且 下列依据
      | 编号          | 文件                                   | 条款                                                        | 确信度   | 说明                                                                                                                           |
      | bgh           | Gesetz gegen den unlauteren Wettbewerb | section 5, with BGH I ZR 98/23 of 2024-06-27                | 转引     | 转引自 evangelisch.de、bbh-fortbildung.de 与 academic.oup.com 所载判旨。 该判决解释自 2008-12-30 起的法律, 并非新法。          |
      | bgh-words     | Gesetz gegen den unlauteren Wettbewerb | section 5, other vague words, and words without their basis | 自行解读 | 该判决针对气候中和用语; 将兼及社会、绝对化、负碳用语或缺少基础同样看待系我方解读。                                             |
      | de-storage    | Gesetz gegen den unlauteren Wettbewerb | section 5, rulings on temporary forest credits              | 自行解读 | 据所报道的 LG Karlsruhe 13 O 46/22 与 Apple 案裁决推得; 并非均已生效。                                                         |
      | de-categories | Gesetz gegen den unlauteren Wettbewerb | section 5, LG Karlsruhe 13 O 46/22                          | 转引     | 转引自 haufe.de、dr-bahr.com、aktiencheck.de 与 hannekum-partner.de; 关于整体环境 (umweltneutral) 用语, 一审; 未找到上诉判决。 |
      | de-balance    | Gesetz gegen den unlauteren Wettbewerb | section 5, OLG Frankfurt 6 U 157/22                         | 自行解读 | 据该裁决推得, 转引自 haufe.de。                                                                                                |
      | de-5          | Gesetz gegen den unlauteren Wettbewerb | section 5, strict measure for environmental advertising     | 自行解读 | 凭一般知识, 未与文本核对。                                                                                                     |
      | de-5a         | Gesetz gegen den unlauteren Wettbewerb | section 5a                                                  | 自行解读 | 凭一般知识, 未与文本核对。                                                                                                     |
      | de-5-top      | Gesetz gegen den unlauteren Wettbewerb | section 5, absolute words that are not proven               | 自行解读 | 以独占首位作广告者须明显且持久地居于首位; 环保广告中由广告主举证系我方解读。凭记忆, 未与文本核对。                             |
      | otherwise     | green-claim-de                         | no rule of this card holds                                  | 自行解读 | 本评分卡所编规则均不反对, 不等于法院亦然。                                                                                     |
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
