# language: zh-CN
功能: 低碳产品认证
  在中国可否称为低碳产品: 属目录类别, 每千克产品排放不高于限值, 证书三年有效。

  背景:
    假如 本评分卡
      | 项目     | 内容                                   |
      | 编号     | low-carbon-product                     |
      | 版本     | 1.0.0                                  |
      | 名称     | 低碳产品认证                           |
      | 评价对象 | claim                                  |
      | 用途     | 自评                                   |
      | 时区     | Asia/Shanghai                          |
      | 生效日期 | 2015-11-01                             |
      | 修约     | 四舍六入五成双, 保留2位                |
      | 不适用项 | 拒绝                                   |
      | 不评价   | 申报数值是否真实                       |
      | 不评价   | 所填事实之外的措辞（见绿色声明评分卡） |
    并且 下列依据
      | 编号        | 文件                     | 条款                                    | 确信度   | 说明                                                                                                                                                                                                         |
      | catalogue   | 节能低碳产品认证管理办法 | catalogues of 2013 and 2016 as reported | 转引     | 低碳产品须属目录所列类别、获得认证，且排放不超过类别标准的限值 (kgCO2e/kg)。标准未读原文，故限值由申请方录入。瓷砖、轮胎与纺织面料列入第二批目录，该目录只知为2016年。故此三类产品的证书不得早于2016年签发。 |
      | three-years | 节能低碳产品认证管理办法 | three years of validity, as reported    | 转引     | 低碳产品认证证书自签发之日起有效期三年。转引自 yizhenghulian；未读到原文。故证书过期的声明，我方予以禁止。                                                                                                   |
      | otherwise   | low-carbon-product       | no rule of this scorecard applies       | 自行解读 | 本评分卡无任何规则适用的声明，我方视为可以接受（判定为“合规”）。此系自行解读；法院仍可能作出不同认定。                                                                                                       |
      | proof       | low-carbon-product       | -                                       | 自行解读 | 证明材料为注明日期的证书、足迹报告与核查声明。来源未说明各材料证明哪项事实，系我方自行对应。未列证明材料的事实，申请方声明即可。                                                                             |
    并且 下列事实
      | 事实          | 名称           | 类型 | 单位      | 可选值                                                                                              | 不低于 | 证据                                     |
      | product_class | 类别           | 选项 |           | cement, flat_glass, aluminium_profile, small_motor, ceramic_tile, tyre, textile_fabric, other_class |        |                                          |
      | emission      | 每千克产品排放 | 数值 | kgCO2e/kg |                                                                                                     | 0      | footprint-report, verification-statement |
      | limit         | 标准限值       | 数值 | kgCO2e/kg |                                                                                                     | 0      |                                          |
      | certified     | 已获证         | 是否 |           |                                                                                                     |        |                                          |
      | issued_on     | 签发日         | 日期 |           |                                                                                                     |        | certificate                              |
    并且 类别 的可选值
      | 值                | 名称                 |
      | cement            | 水泥                 |
      | flat_glass        | 平板玻璃             |
      | aluminium_profile | 铝合金型材           |
      | small_motor       | 中小型三相异步电动机 |
      | ceramic_tile      | 建筑陶瓷砖           |
      | tyre              | 轮胎                 |
      | textile_fabric    | 纺织面料             |
      | other_class       | 其他类别             |
    并且 本基准案例
      | 事实           | 值            |
      | 类别           | 水泥          |
      | 每千克产品排放 | 0.6 kgCO2e/kg |
      | 标准限值       | 0.6 kgCO2e/kg |
      | 已获证         | 是            |
      | 签发日         | 2024-01-10    |

  规则: 无规则禁止的声明

    场景: 基准声明
      当 按 2026-11-20 评定
      那么 判定为 合规
