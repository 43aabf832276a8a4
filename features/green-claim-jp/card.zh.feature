# language: zh-CN
功能: 日本绿色声明
  景品表示法 (不当赠品及不当表示防止法) 与环境标示指南。

  背景:
    假如 本评分卡
      | 项目     | 内容                                                                                                                                                               |
      | 编号     | green-claim-jp                                                                                                                                                     |
      | 版本     | 1.0.1                                                                                                                                                              |
      | 替代     | 1.0.0                                                                                                                                                              |
      | 名称     | 日本绿色声明                                                                                                                                                       |
      | 评价对象 | claim                                                                                                                                                              |
      | 用途     | 自评                                                                                                                                                               |
      | 时区     | Asia/Tokyo                                                                                                                                                         |
      | 生效日期 | 2026-11-20                                                                                                                                                         |
      | 修约     | 四舍六入五成双, 保留2位                                                                                                                                            |
      | 不适用项 | 拒绝                                                                                                                                                               |
      | 不评价   | 面向企业的声明, 属不正竞争防止法                                                                                                                                   |
      | 不评价   | 证据是否真实                                                                                                                                                       |
      | 不评价   | 所列事实未涵盖的措辞                                                                                                                                               |
      | 不评价   | 各行业公正竞争规约                                                                                                                                                 |
      | 不评价   | 课征金                                                                                                                                                             |
      | 不评价   | 所申报事项背后的文件, 此处一概不要求: 声明按对这些文件的申报判定, 如生命周期评价、碳足迹、环境产品声明、检测、标识证书、碳信用或绿电的登记簿摘录、发票、计划或研究 |
    并且 下列依据
      | 编号              | 文件                             | 条款                                                                 | 确信度   | 说明                                                                                                                                                                                                                                 |
      | act-5-1           | 不当景品類及び不当表示防止法     | Article 5(1)                                                         | 转引     | 条文见于 houritsushoku.com; 另见 takumilaw.com。                                                                                                                                                                                     |
      | act-5-1-whole     | 不当景品類及び不当表示防止法     | Article 5(1), the whole representation                               | 自行解读 | 图像、版式与遗漏同样计入表示, 系我方解读。                                                                                                                                                                                           |
      | act-5-1-others    | 不当景品類及び不当表示防止法     | Article 5(1), better than that of others                             | 自行解读 | 该条提及他人商品; 不可比或过时的比较、以及把同类皆有的特点当作特色亦属之, 系我方解读。2009 年命令 (冰箱, 48% 系与四年前工艺相比) 见 blog.knak.jp。                                                                                   |
      | act-5-1-top       | 不当景品類及び不当表示防止法     | Article 5(1), highest words without basis                            | 转引     | 转引自 takumilaw.com 与 hc.kyodoprinting.co.jp (No.1、日本一); 此处有证即属例外。                                                                                                                                                    |
      | act-7-2           | 不当景品類及び不当表示防止法     | Article 7(2), effect and performance                                 | 转引     | 举证责任在经营者, 限 15 日。转引自 weblio.jp (2003-11-23 施行)、keiyaku-watch.jp, 及 2022-12-23 命令的报道 (sustainablejapan.jp, compliance-ad.jp, cehub.jp)。                                                                       |
      | act-7-2-any       | 不当景品類及び不当表示防止法     | Article 7(2), other kinds of claims                                  | 自行解读 | 该条运用指针针对效果与性能; 其他内容声明缺乏合理依据时同样看待, 系我方解读。                                                                                                                                                         |
      | guide-7-2         | 不当景品類及び不当表示防止法     | guideline on Article 7(2), what is told and what is shown correspond | 转引     | 转引自 weblio.jp; 2022-12-23 命令认定工业堆肥试验不足以支持自然降解 (yakujihou.com, greenproduction.co.jp)。                                                                                                                         |
      | jftc-2001         | 環境保全に配慮した商品の広告表示 | report of 2001-03-21, five points                                    | 转引     | 公正交易委员会。转引自 eic.or.jp、chem-t.com 与 ecobiz-jp.blogspot.com。其说明何者可能误导, 本身并不禁止。                                                                                                                           |
      | jftc-2001-words   | 環境保全に配慮した商品の広告表示 | report of 2001-03-21, other words and materials                      | 自行解读 | 各点针对抽象用语与原材料; 绝对化用语、名称与植物材料系我方解读。                                                                                                                                                                     |
      | decay-kind        | 不当景品類及び不当表示防止法     | Article 5(1), orders on decay                                        | 自行解读 | 据 2022-12-23 命令推得: 须说明在何处、如何降解。                                                                                                                                                                                     |
      | moe-guide         | 環境表示ガイドライン             | third edition, of March 2013                                         | 自行解读 | 环境省指南, 依 ISO 14021 (itmedia.co.jp, alterna.co.jp, spaceshipearth.jp); 其对比较与阶段的要求凭一般知识。日期取该月末日。新版草案征求意见至 2026-03-18 (booost-tech.com), 并明确提出此要求 (d-sharing.jp); 是否及如何发布未找到。 |
      | moe-guide-neutral | 環境表示ガイドライン             | neutrality by credits                                                | 自行解读 | 凭对该指南及抵消指南的一般知识, 未与文本核对。                                                                                                                                                                                       |
      | otherwise         | green-claim-jp                   | no rule of this card holds                                           | 自行解读 | 本评分卡所编规则均不反对, 不等于法院亦然。                                                                                                                                                                                           |
    并且 取自 claim-facts 的事实
    并且 下列事实
      | 事实                    | 名称                   | 类型 |
      | absolute_wording_proved | 绝对化用语属例外并有证 | 是否 |
    并且 本基准案例
      | 事实                   | 值 |
      | 绝对化用语属例外并有证 | 是 |

  规则: 无可反对的声明

    场景: 基准声明
      当 按 2026-11-20 评定
      那么 判定为 合规

    场景: 不适用于机构性
      假如 kind 为 institutional
      当 按 2026-11-20 评定
      那么 结论为 不适用

    场景: 不适用于面向企业
      假如 audience 为 b2b
      当 按 2026-11-20 评定
      那么 结论为 不适用
