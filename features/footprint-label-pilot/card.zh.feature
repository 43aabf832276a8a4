# language: zh-CN
功能: 碳足迹标识认证试点
  产品可否参加碳足迹标识认证试点: 产品、地区、机构三者, 步骤、有效期与续期。

  背景:
    假如 本评分卡
      | 项目     | 内容                                                                                                   |
      | 编号     | footprint-label-pilot                                                                                  |
      | 版本     | 4.0.0                                                                                                  |
      | 替代     | 3.0.0                                                                                                  |
      | 名称     | 碳足迹标识认证试点                                                                                     |
      | 评价对象 | product                                                                                                |
      | 用途     | 自评                                                                                                   |
      | 时区     | Asia/Shanghai                                                                                          |
      | 生效日期 | 2025-03-17                                                                                             |
      | 修约     | 四舍六入五成双, 保留2位                                                                                |
      | 不适用项 | 拒绝                                                                                                   |
      | 不评价   | 因子数据库是否正确及足迹本身                                                                           |
      | 不评价   | 2025年7月目录17种产品名称及其规则: 未查到                                                              |
      | 不评价   | 减碳与中和标识（见 reduced-carbon-product 与 carbon-neutral-product）及其他机构标签（见 carbon-label） |
    并且 下列依据
      | 编号       | 文件                     | 条款                             | 确信度   | 说明                                                                                                                             |
      | products   | 国市监认证发〔2024〕85号 | as reported                      | 转引     | 十种产品, 2024-08-30。                                                                                                           |
      | urea       | 124号                    | one slide of a training          | 转引     | 尿素见于一张幻灯片, 硝酸铵见于另一张; 机构名单为磷铵。                                                                           |
      | areas      | 124号                    | as printed in a digest of 2025   | 转引     | 2024-12-31 通知; 文号前缀有发改环资与国市监认证发两种印法。                                                                      |
      | huzhou     | footprint-label-pilot    | -                                | 自行解读 | 浙江木制品印作潮州市（属广东）: 读作湖州市。                                                                                     |
      | swabs      | footprint-label-pilot    | -                                | 自行解读 | 甘肃锂电池印有棉签产品: 保留产品, 子产品未知。                                                                                   |
      | bodies     | 认秘函〔2024〕63号       | as printed in a digest of 2025   | 转引     | 26家机构55项; 通知正文称25家。                                                                                                   |
      | general    | 碳足迹标识认证通用规则   | trial of 2025-03-17, as reported | 转引     | 文本未查到。                                                                                                                     |
      | ten-such   | footprint-label-pilot    | -                                | 自行解读 | 十名有两年经验的专职人员, 指具备该经验者有十名: 另有不具备者不影响。具备者不多于全部专职人员。                                   |
      | term       | footprint-label-pilot    | -                                | 自行解读 | 两年: 两年后同日不含。教学样本所称三年不予采信。                                                                                 |
      | renewal    | 碳足迹标识认证通用规则   | trial of 2025-03-17, as reported | 转引     | 自身碳足迹持续下降。                                                                                                             |
      | falls      | footprint-label-pilot    | -                                | 自行解读 | "持续"读作低于此前。                                                                                                             |
      | due        | footprint-label-pilot    | -                                | 自行解读 | 监督何时到期未见报道。参照有关 2025 年质量管理体系认证规则的报道, 读作发证后一年内。                                             |
      | counted-on | footprint-label-pilot    | -                                | 自行解读 | 月与年自首日起向后计算; 末月无该日的, 以其末日为准。                                                                             |
      | to-come    | footprint-label-pilot    | -                                | 自行解读 | 日期尚未到来的步骤尚未完成: 既未办成, 也未错过。                                                                                 |
      | proof      | footprint-label-pilot    | -                                | 自行解读 | 文件为证书、名单打印件、足迹报告、核查声明、评审记录、型号清单与标识照片; 各证明哪项事实为自行解读。其余事实未列文件, 声明即可。 |
      | catalogue  | 碳足迹标识认证产品目录   | July 2025, as reported           | 转引     | 17种产品; 名称未查到。                                                                                                           |
    并且 下列参考表
      | 编号         | 参考表              | 依据   |
      | pilot_areas  | cn-pcf-label-areas  | areas  |
      | pilot_bodies | cn-pcf-label-bodies | bodies |

  规则: 宁德的锂电池企业

    场景: 由中国质量认证中心认证
      当 按 2025-06-30 评定
      那么 量 地区列入情况 为词 listed
      并且 量 机构列入情况 为词 listed
      并且 结论为 已计分
