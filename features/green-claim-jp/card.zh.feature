# language: zh-CN
功能: 日本绿色声明
  景品表示法 (不当赠品及不当表示防止法) 与环境标示指南。

  背景:
    假如 本评分卡
      | 项目     | 内容                                                                                                                                                           |
      | 编号     | green-claim-jp                                                                                                                                                 |
      | 版本     | 1.0.0                                                                                                                                                          |
      | 名称     | 日本绿色声明                                                                                                                                                   |
      | 评价对象 | claim                                                                                                                                                          |
      | 用途     | 自评                                                                                                                                                           |
      | 时区     | Asia/Tokyo                                                                                                                                                     |
      | 生效日期 | 2026-11-20                                                                                                                                                     |
      | 修约     | 四舍六入五成双, 保留2位                                                                                                                                        |
      | 不适用项 | 拒绝                                                                                                                                                           |
      | 不评价   | 面向企业的声明（适用不正竞争防止法）                                                                                                                           |
      | 不评价   | 证据是否真实                                                                                                                                                   |
      | 不评价   | 所列事实未涵盖的措辞                                                                                                                                           |
      | 不评价   | 各行业公正竞争规约                                                                                                                                             |
      | 不评价   | 课征金                                                                                                                                                         |
      | 不评价   | 所申报事项的证明文件，此处一概不要求：声明按对文件的申报判定（生命周期评价、碳足迹、环境产品声明、检测、标识证书、碳信用或绿电的登记簿摘录、发票、计划或研究） |
    并且 下列依据
      | 编号              | 文件                             | 条款                                                       | 确信度   | 说明                                                                                                                                                                                                                                                                                          |
      | act-5-1           | 不当景品類及び不当表示防止法     | Article 5(1)                                               | 转引     | 经营者不得使其商品显得优于实际。第5条第1款条文见于 houritsushoku.com，另据 takumilaw.com。                                                                                                                                                                                                    |
      | act-5-1-whole     | 不当景品類及び不当表示防止法     | Article 5(1), the whole representation                     | 自行解读 | 图像、版式与遗漏不得使商品显得优于实际。第5条第1款禁止使商品显得优于实际，但未提及图像、版式与遗漏。将其视为表示的一部分系自行解读。                                                                                                                                                          |
      | act-5-1-others    | 不当景品類及び不当表示防止法     | Article 5(1), presented as better than goods of others     | 自行解读 | 经营者不得使其商品显得优于他人商品。对不公平或过时的比较、对不可比事物的比较，以及将通常或法定特点称为特色，我方均适用该禁止。blog.knak.jp 载 2009 年关于冰箱的命令。该案所称 48% 系与四年前的工艺比较得出。                                                                                  |
      | act-5-1-top       | 不当景品類及び不当表示防止法     | Article 5(1), superlatives without objective basis         | 转引     | 经营者仅在有客观依据时方可使用 No.1、日本一等最高级用语。据 takumilaw.com 与 hc.kyodoprinting.co.jp。仅当申请方申报其客观依据已获证明时，我方才予接受。                                                                                                                                       |
      | act-7-2           | 不当景品類及び不当表示防止法     | Article 7(2), effect and performance                       | 转引     | 经营者就商品效果或性能作出声明的，须在 15 日内举证，否则该声明视为误导。据 weblio.jp 与 keiyaku-watch.jp；据 weblio.jp，该规则 2003-11-23 起施行。适用该规则的 2022-12-23 命令据 sustainablejapan.jp、compliance-ad.jp 与 cehub.jp。                                                          |
      | act-7-2-any       | 不当景品類及び不当表示防止法     | Article 7(2), other kinds of claims                        | 自行解读 | 关于商品内容的一切声明须有合理依据，否则构成误导。第7条第2款运用指针仅对效果与性能声明有此要求。适用于其他声明系自行解读。                                                                                                                                                                    |
      | guide-7-2         | 不当景品類及び不当表示防止法     | guideline on Article 7(2), claim and proof must correspond | 转引     | 声明不得超出经营者证据所证明的内容。据 weblio.jp。2022-12-23 命令不接受以工业堆肥试验证明自然降解 (yakujihou.com，greenproduction.co.jp)。                                                                                                                                                    |
      | jftc-2001         | 環境保全に配慮した商品の広告表示 | report of 2001-03-21, five points                          | 转引     | 以部分代整体，或未载再生材料比例的声明，可能误导。未解释含糊用语或标志的声明，亦可能误导。公正交易委员会报告说明此类声明，本身并不禁止。据 eic.or.jp、chem-t.com 与 ecobiz-jp.blogspot.com。                                                                                                  |
      | jftc-2001-words   | 環境保全に配慮した商品の広告表示 | report of 2001-03-21, other terms and materials            | 自行解读 | 绝对化用语、环保名称与关于植物材料的声明须加以说明，否则结论为需补证据。该报告要求说明抽象用语与一般的材料声明。适用于绝对化用语、名称与植物材料系自行解读。                                                                                                                                  |
      | decay-kind        | 不当景品類及び不当表示防止法     | Article 5(1), orders on degradability                      | 自行解读 | 声称产品可降解或可堆肥的，须说明在何种环境中、如何降解。我方据 2022-12-23 有关可降解产品的命令推得。                                                                                                                                                                                          |
      | moe-guide         | 環境表示ガイドライン             | third edition, of March 2013                               | 自行解读 | 声称减少的，须载明减少量与比较对象，并考虑全生命周期；我方自 2013-03-31 起适用该规则。环境省指南依 ISO 14021（itmedia.co.jp、alterna.co.jp、spaceshipearth.jp），ISO 14021 的要求凭一般知识。新版草案亦载该规则 (d-sharing.jp)，征求意见至 2026-03-18 (booost-tech.com)。新版是否发布未查到。 |
      | moe-guide-neutral | 環境表示ガイドライン             | neutrality by credits                                      | 自行解读 | 中和或净零声明须载明其依据，且中和证明文件须完整，否则该声明的结论为需补证据。凭对环境省指南及抵消指南的一般知识，未与文本核对。                                                                                                                                                              |
      | otherwise         | green-claim-jp                   | no rule of this scorecard applies                          | 自行解读 | 本评分卡各条规则均未禁止该声明；法院仍可能作出不同判断。                                                                                                                                                                                                                                      |
    并且 取自 claim-facts 的事实
    并且 下列事实
      | 事实                    | 名称                   | 类型 |
      | absolute_wording_proved | 绝对化用语属例外并有证 | 是否 |
    并且 本基准案例
      | 事实                   | 值 |
      | 绝对化用语属例外并有证 | 是 |

  规则: 无规则禁止的声明

    场景: 基准声明
      当 按 2026-11-20 评定
      那么 判定为 合规

    场景: 不适用于机构性沟通
      假如 kind 为 institutional
      当 按 2026-11-20 评定
      那么 结论为 不适用

    场景: 不适用于面向企业的声明
      假如 audience 为 b2b
      当 按 2026-11-20 评定
      那么 结论为 不适用
