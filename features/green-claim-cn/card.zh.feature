# language: zh-CN
功能: 中国绿色声明
  广告法、2025-10-15 前后的反不正当竞争法, 以及标识与标准规则。

  背景:
    假如 本评分卡
      | 项目     | 内容                                                                                                                                                           |
      | 编号     | green-claim-cn                                                                                                                                                 |
      | 版本     | 2.0.0                                                                                                                                                          |
      | 替代     | 1.0.0                                                                                                                                                          |
      | 名称     | 中国绿色声明                                                                                                                                                   |
      | 评价对象 | claim                                                                                                                                                          |
      | 用途     | 自评                                                                                                                                                           |
      | 时区     | Asia/Shanghai                                                                                                                                                  |
      | 生效日期 | 2025-10-15                                                                                                                                                     |
      | 修约     | 四舍六入五成双, 保留2位                                                                                                                                        |
      | 不适用项 | 拒绝                                                                                                                                                           |
      | 不评价   | 证据是否真实                                                                                                                                                   |
      | 不评价   | 所列事实未描述的措辞                                                                                                                                           |
      | 不评价   | 罚款                                                                                                                                                           |
      | 不评价   | 所申报事项的证明文件，此处一概不要求：声明按对文件的申报判定（生命周期评价、碳足迹、环境产品声明、检测、标识证书、碳信用或绿电的登记簿摘录、发票、计划或研究） |
    并且 下列依据
      | 编号            | 文件                     | 条款                                                                  | 确信度   | 说明                                                                                                                                                                                                                              |
      | ad-4            | 广告法                   | Articles 4, 28, 55                                                    | 转引     | 广告不得含有虚假或者引人误解的内容，该禁止亦及于环境声明。第四条条文见于 jianbiaoku.com。关于中国规则，另阅其他页面，含 jiaxizhaoshang.com、glo.com.cn、pmecchina.com。                                                           |
      | ad-4-true       | 广告法                   | Articles 4 and 28, untrue claims                                      | 自行解读 | 广告中不真实的声明，无论是否使读者误解，均予禁止。广告法禁止虚假或引人误解的内容，但第四条与第二十八条未说明不真实的声明是否还须使人误解。不真实的声明，我方均视为虚假内容。                                                      |
      | ad-4-common     | 广告法                   | Articles 4 and 28, usual features of all goods of a kind              | 转引     | 同类商品均不含某物质的，不得以不含该物质作广告卖点。据 cnfood.com (2021)、pifpin.com (2023) 与 mwzcups.com (2018)。其载以非转基因作大米、花生油、葵花籽油卖点者受到处罚，而市场上并无其转基因品种。                               |
      | ad-4-required   | 广告法                   | Articles 4 and 28, other features that all goods have or law requires | 自行解读 | 同类商品皆有或法律要求的特点，不得作为广告卖点。据报道的处罚仅针对声称不含某物质的广告。对同类商品皆有或法律要求的其他特点，我方亦适用该禁止。                                                                                    |
      | ad-28-3         | 广告法                   | Article 28(2)(3)                                                      | 转引     | 广告不得以虚构、伪造或者无法验证的科研成果、统计资料、调查结果、文摘、引用语等作证明材料。据 crsrw.com 与 yrdsx.com 转述。                                                                                                        |
      | ad-9            | 广告法                   | Article 9(3)                                                          | 转引     | 广告不得使用最高级等绝对化用语，但已证明属于例外的除外。例外见 2023-03-20 广告绝对化用语执法指南。据 zz5.net 与 junhe.com。                                                                                                       |
      | ad-1994         | 广告法                   | Article 7(3) of 1994                                                  | 转引     | 1995-02-01 至 2015-08-31，广告不得使用“首席绿色建筑”等绝对化用语。据 2007-11-20 北京报纸，见 latitude-buildinganddevelopment.com。该期间的起止日期凭记忆，未与文本核对。                                                          |
      | ad-11           | 广告法                   | Article 11(2)                                                         | 自行解读 | 广告引用数据的，须标明数据的出处、适用范围和有效期限。凭一般知识，未与文本核对。                                                                                                                                                  |
      | aucl-2019       | 反不正当竞争法           | Article 8 of 2019                                                     | 自行解读 | 2019-04-23 至 2025-10-14，经营者不得作虚假或引人误解的商业宣传。凭一般知识，未与文本核对。                                                                                                                                        |
      | aucl-2019-true  | 反不正当竞争法           | Article 8 of 2019, untrue claims                                      | 自行解读 | 2019-04-23 至 2025-10-14，不真实的声明，无论是否使读者误解，均予禁止。反不正当竞争法禁止虚假或引人误解的宣传，但第八条未说明不真实的声明是否还须使人误解。不真实的声明，我方均视为虚假内容。                                      |
      | aucl-2025       | 反不正当竞争法           | Article 9 of 2025                                                     | 转引     | 自 2025-10-15 起，经营者不得作虚假或引人误解的商业宣传（2025年法第九条，原第八条）。据 xydpcl.com 与 zjbijin.com。                                                                                                                |
      | aucl-2025-true  | 反不正当竞争法           | Article 9 of 2025, untrue claims                                      | 自行解读 | 自 2025-10-15 起，不真实的声明，无论是否使读者误解，均予禁止。反不正当竞争法禁止虚假或引人误解的宣传，但第九条未说明不真实的声明是否还须使人误解。不真实的声明，我方均视为虚假内容。                                              |
      | green-mark      | 绿色产品标识使用管理办法 | three routes                                                          | 转引     | 绿色产品标识仅可经统一认证、绿色属性认证或绿色属性自我声明使用。三种情形均须证书有效。据 www28g.com 与 hevsp.cn。                                                                                                                 |
      | cfp             | CNCA-CFP-00:2025         | use of the mark                                                       | 转引     | 国家产品碳足迹标识仅在满足三项条件时方可使用：产品在试点目录内，其足迹证书未超过两年，且已通过获证后监督。据 wasutv.net、reach24h.com 与中国计量网。                                                                              |
      | gbt-24067       | GB/T 24067-2024          | boundary and communication                                            | 转引     | 公布产品碳足迹的声明须注明足迹的系统边界、单位与标准，且足迹不得计入抵消。hydnc.com 引公告称该标准于 2024-10-01 实施。sdtdata.com 称其于 2024-08-23 发布、2025-03-01 实施。两个实施日期互相矛盾，我方自较早的 2024-10-01 起适用。 |
      | gbt-41010       | GB/T 41010-2021          | marking                                                               | 自行解读 | 声称产品可降解或可堆肥的，须注明降解类型。凭一般知识，未与文本核对。                                                                                                                                                              |
      | quality-law     | 产品质量法               | Articles 5 and 53                                                     | 自行解读 | 不得伪造或冒用认证标志。凭一般知识，未与文本核对。                                                                                                                                                                                |
      | mark-without    | 产品质量法               | Articles 5 and 53, a mark without a certificate for the goods         | 自行解读 | 没有覆盖该产品的有效证书，不得使用认证标志。对有机标志，shijieshipin.com 与 bdxng.cn 所载处罚另有依据（有机产品认证管理办法第三十五条）。我方认为产品质量法对各认证制度的标志均予禁止。                                           |
      | low-carbon-2015 | 节能低碳产品认证管理办法 | certification                                                         | 转引     | 仅在低碳产品目录内且已获证的产品可称低碳产品。据行业报告（Climate Bridge，2024年第三季度）。                                                                                                                                      |
      | cqc-reduced     | CQC rules                | carbon-reduced products                                               | 转引     | 仅在具备两份可比且经核查的足迹、减排措施报告与现场核查时，产品可称减碳产品。据培训材料（CQC，2025年1月）。                                                                                                                        |
      | pas-2060        | PAS 2060:2014            | withdrawn 2025-11-30                                                  | 转引     | PAS 2060 已于 2025-11-30 撤回，故自 2025-12-01 起，依其声称的产品碳中和须另行补充证据。据 mycarbon.co.uk、greencalculus.com 与 srsreport.co.uk。                                                                                  |
      | otherwise       | green-claim-cn           | no rule of this scorecard applies                                     | 自行解读 | 本评分卡各条规则均不适用于该声明的，判定为“合规”，即各条规则均未禁止该声明。法院仍可能作出不同判断。                                                                                                                              |
    并且 取自 claim-facts 的事实
    并且 下列事实
      | 事实                                   | 名称                     | 类型 | 可选值                                                                               |
      | false_or_misleading                    | 虚假或引人误解           | 是否 |                                                                                      |
      | absolute_wording_proved                | 绝对化用语属例外并有证   | 是否 |                                                                                      |
      | figures_quoted                         | 引用数据                 | 是否 |                                                                                      |
      | figures_sourced                        | 已注明出处范围有效期     | 是否 |                                                                                      |
      | green_product_mark                     | 绿色产品标识使用情形     | 选项 | not_used, unified_certification, attribute_certification, self_declaration, no_route |
      | green_mark_certificate_valid           | 绿色标识证书有效         | 是否 |                                                                                      |
      | footprint_mark                         | 国家碳足迹标识           | 选项 | mark_absent, mark_present                                                            |
      | footprint_mark_in_pilot                | 产品在试点目录           | 是否 |                                                                                      |
      | footprint_certificate_within_two_years | 碳足迹证书未超过两年     | 是否 |                                                                                      |
      | footprint_surveillance_passed          | 获证后监督通过           | 是否 |                                                                                      |
      | footprint_terms_stated                 | 已说明边界单位标准       | 是否 |                                                                                      |
      | mark_forged                            | 伪造冒用认证标志         | 是否 |                                                                                      |
      | product_certificate_word               | 所用证书用语             | 选项 | no_word, low_carbon, carbon_reduced, carbon_neutral                                  |
      | low_carbon_certified                   | 在目录内且获证           | 是否 |                                                                                      |
      | reduction_evidence_complete            | 两份足迹加报告与现场核查 | 是否 |                                                                                      |
    并且 绿色产品标识使用情形 的可选值
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
      | 绿色产品标识使用情形     | 未使用 |
      | 绿色标识证书有效         | 是     |
      | 国家碳足迹标识           | 未使用 |
      | 产品在试点目录           | 是     |
      | 碳足迹证书未超过两年     | 是     |
      | 获证后监督通过           | 是     |
      | 已说明边界单位标准       | 是     |
      | 伪造冒用认证标志         | 否     |
      | 所用证书用语             | 未使用 |
      | 在目录内且获证           | 是     |
      | 两份足迹加报告与现场核查 | 是     |

  规则: 无规则禁止的声明

    场景: 基准声明
      当 按 2026-11-20 评定
      那么 判定为 合规

    场景: 不适用于机构性沟通
      假如 kind 为 institutional
      当 按 2026-11-20 评定
      那么 结论为 不适用
