# language: zh-CN
功能: 中国绿色声明
  广告法、2025-10-15 前后的反不正当竞争法, 以及标识与标准规则。

  背景:
    假如 本评分卡
      | 项目     | 内容                                                                                                                                                               |
      | 编号     | green-claim-cn                                                                                                                                                     |
      | 版本     | 1.2.1                                                                                                                                                              |
      | 替代     | 1.2.0                                                                                                                                                              |
      | 名称     | 中国绿色声明                                                                                                                                                       |
      | 评价对象 | claim                                                                                                                                                              |
      | 用途     | 自评                                                                                                                                                               |
      | 时区     | Asia/Shanghai                                                                                                                                                      |
      | 生效日期 | 2026-11-20                                                                                                                                                         |
      | 修约     | 四舍六入五成双, 保留2位                                                                                                                                            |
      | 不适用项 | 拒绝                                                                                                                                                               |
      | 不评价   | 证据是否真实                                                                                                                                                       |
      | 不评价   | 所列事实未描述的措辞                                                                                                                                               |
      | 不评价   | 罚款                                                                                                                                                               |
      | 不评价   | 所申报事项背后的文件, 此处一概不要求: 声明按对这些文件的申报判定, 如生命周期评价、碳足迹、环境产品声明、检测、标识证书、碳信用或绿电的登记簿摘录、发票、计划或研究 |
    并且 下列依据
      | 编号            | 文件                     | 条款                                                                   | 确信度   | 说明                                                                                                                                      |
      | ad-4            | 广告法                   | Articles 4, 28, 55                                                     | 转引     | 第四条条文见于 jianbiaoku.com。关于中国所阅页面含 jiaxizhaoshang.com、glo.com.cn、pmecchina.com。                                         |
      | ad-4-true       | 广告法                   | Articles 4 and 28, what is not true                                    | 自行解读 | 不真实的声明无论读者如何理解均属虚假内容, 系我方解读。                                                                                    |
      | ad-4-common     | 广告法                   | Articles 4 and 28, what all goods of a kind have                       | 转引     | 对市场上并无转基因品种的大米、花生油、葵花籽油以非转基因作卖点的处罚, 转引自 cnfood.com (2021)、pifpin.com (2023) 与 mwzcups.com (2018)。 |
      | ad-4-required   | 广告法                   | Articles 4 and 28, what all goods have or law requires, of other kinds | 自行解读 | 上述处罚针对不含类声明; 同类皆有或法律要求的其他特点作卖点同样引人误解, 系我方解读。                                                      |
      | ad-28-3         | 广告法                   | Article 28(2)(3)                                                       | 转引     | 以虚构、伪造或者无法验证的科研成果、统计资料、调查结果、文摘、引用语等作证明材料: 见 crsrw.com 与 yrdsx.com 转述。                        |
      | ad-9            | 广告法                   | Article 9(3)                                                           | 转引     | 连同 2023-03-20 广告绝对化用语执法指南及其例外, 转引自 zz5.net 与 junhe.com。                                                             |
      | ad-1994         | 广告法                   | Article 7(3) of 1994                                                   | 转引     | 转引自 2007-11-20 北京报纸 (首席绿色建筑), 见 latitude-buildinganddevelopment.com。日期凭记忆。                                           |
      | ad-11           | 广告法                   | Article 11(2)                                                          | 自行解读 | 凭一般知识, 未与文本核对。                                                                                                                |
      | aucl-2019       | 反不正当竞争法           | Article 8 of 2019                                                      | 自行解读 | 凭一般知识, 未与文本核对。                                                                                                                |
      | aucl-2019-true  | 反不正当竞争法           | Article 8 of 2019, what is not true                                    | 自行解读 | 不真实的声明无论读者如何理解均属虚假内容, 系我方解读。                                                                                    |
      | aucl-2025       | 反不正当竞争法           | Article 9 of 2025                                                      | 转引     | 转引自 xydpcl.com 与 zjbijin.com。                                                                                                        |
      | aucl-2025-true  | 反不正当竞争法           | Article 9 of 2025, what is not true                                    | 自行解读 | 不真实的声明无论读者如何理解均属虚假内容, 系我方解读。                                                                                    |
      | green-mark      | 绿色产品标识使用管理办法 | three routes                                                           | 转引     | 转引自 www28g.com 与 hevsp.cn。                                                                                                           |
      | cfp             | CNCA-CFP-00:2025         | use of the mark                                                        | 转引     | 转引自 wasutv.net、reach24h.com 与中国计量网。                                                                                            |
      | gbt-24067       | GB/T 24067-2024          | boundary and communication                                             | 转引     | 转引自 sdtdata.com (2024-08-23发布, 2025-03-01实施) 与 hydnc.com (引公告称2024-10-01实施)。两日期互相矛盾, 取较早者, 系我方选择。         |
      | gbt-41010       | GB/T 41010-2021          | marking                                                                | 自行解读 | 凭一般知识, 未与文本核对。                                                                                                                |
      | quality-law     | 产品质量法               | Articles 5 and 53                                                      | 自行解读 | 凭一般知识, 未与文本核对。                                                                                                                |
      | mark-without    | 产品质量法               | Articles 5 and 53, a mark without a certificate for the goods          | 自行解读 | 未获有机认证而标注有机的处罚依有机产品认证管理办法第三十五条 (转引自 shijieshipin.com 与 bdxng.cn); 其他认证标志同属冒用系我方解读。      |
      | low-carbon-2015 | 节能低碳产品认证管理办法 | certification                                                          | 转引     | 转引自行业报告 (Climate Bridge, 2024年第三季度)。                                                                                         |
      | cqc-reduced     | CQC rules                | carbon-reduced products                                                | 转引     | 转引自培训材料 (CQC, 2025年1月)。                                                                                                         |
      | pas-2060        | PAS 2060:2014            | withdrawn 2025-11-30                                                   | 转引     | 转引自 mycarbon.co.uk、greencalculus.com 与 srsreport.co.uk。                                                                             |
      | otherwise       | green-claim-cn           | no rule of this card holds                                             | 自行解读 | 本评分卡所编规则均不反对, 不等于法院亦然。                                                                                                |
    并且 取自 claim-facts 的事实
    并且 下列事实
      | 事实                                   | 名称                     | 类型 | 可选值                                                                               |
      | false_or_misleading                    | 虚假或引人误解           | 是否 |                                                                                      |
      | absolute_wording_proved                | 绝对化用语属例外并有证   | 是否 |                                                                                      |
      | figures_quoted                         | 引用数据                 | 是否 |                                                                                      |
      | figures_sourced                        | 已注明出处范围有效期     | 是否 |                                                                                      |
      | green_product_mark                     | 绿色产品标识             | 选项 | not_used, unified_certification, attribute_certification, self_declaration, no_route |
      | green_mark_certificate_valid           | 绿色标识证书有效         | 是否 |                                                                                      |
      | footprint_mark                         | 国家碳足迹标识           | 选项 | mark_absent, mark_present                                                            |
      | footprint_mark_in_pilot                | 产品在试点目录           | 是否 |                                                                                      |
      | footprint_certificate_within_two_years | 碳足迹证书两年内         | 是否 |                                                                                      |
      | footprint_surveillance_passed          | 获证后监督通过           | 是否 |                                                                                      |
      | footprint_terms_stated                 | 已说明边界单位标准       | 是否 |                                                                                      |
      | mark_forged                            | 伪造冒用认证标志         | 是否 |                                                                                      |
      | product_certificate_word               | 所用证书用语             | 选项 | no_word, low_carbon, carbon_reduced, carbon_neutral                                  |
      | low_carbon_certified                   | 在目录内且获证           | 是否 |                                                                                      |
      | reduction_evidence_complete            | 两份足迹加报告与现场核查 | 是否 |                                                                                      |
    并且 绿色产品标识 的可选值
      | 值                      | 名称         |
      | not_used                | 未使用       |
      | unified_certification   | 统一认证     |
      | attribute_certification | 绿色属性认证 |
      | self_declaration        | 自我声明     |
      | no_route                | 不属三种情形 |
    并且 国家碳足迹标识 的可选值
      | 值           | 名称   |
      | mark_absent  | 未使用 |
      | mark_present | 已使用 |
    并且 所用证书用语 的可选值
      | 值             | 名称       |
      | no_word        | 未使用     |
      | low_carbon     | 低碳产品   |
      | carbon_reduced | 减碳产品   |
      | carbon_neutral | 碳中和产品 |
    并且 本基准案例
      | 事实                     | 值     |
      | 虚假或引人误解           | 否     |
      | 绝对化用语属例外并有证   | 是     |
      | 引用数据                 | 否     |
      | 已注明出处范围有效期     | 是     |
      | 绿色产品标识             | 未使用 |
      | 绿色标识证书有效         | 是     |
      | 国家碳足迹标识           | 未使用 |
      | 产品在试点目录           | 是     |
      | 碳足迹证书两年内         | 是     |
      | 获证后监督通过           | 是     |
      | 已说明边界单位标准       | 是     |
      | 伪造冒用认证标志         | 否     |
      | 所用证书用语             | 未使用 |
      | 在目录内且获证           | 是     |
      | 两份足迹加报告与现场核查 | 是     |

  规则: 无可反对的声明

    场景: 基准声明
      当 按 2026-11-20 评定
      那么 判定为 合规

    场景: 不适用于机构性
      假如 kind 为 institutional
      当 按 2026-11-20 评定
      那么 结论为 不适用
