# language: zh-CN
功能: 绿色工厂
  绿色工厂名单的门槛是否满足, 能源低碳化按基准值与引领值得几分, 已列入者能否保留。

  背景:
    假如 本评分卡
      | 项目     | 内容                                                  |
      | 编号     | green-factory                                         |
      | 版本     | 3.0.0                                                 |
      | 替代     | 2.0.0                                                 |
      | 名称     | 绿色工厂                                              |
      | 评价对象 | factory                                               |
      | 用途     | 自评                                                  |
      | 时区     | Asia/Shanghai                                         |
      | 生效日期 | 2024-01-31                                            |
      | 修约     | 四舍六入五成双, 保留3位                               |
      | 不适用项 | 拒绝                                                  |
      | 不评价   | 指标5至18的分值、各行业基准值与引领值及合格线: 未查到 |
      | 不评价   | 案例照片真实性与地方奖励                              |
      | 不评价   | 2018年版, 其权重仅凭记忆: 2026年前填报者得分待定      |
      | 不评价   | 绿色供应链、绿色园区与绿色产品                        |
    并且 下列依据
      | 编号        | 文件                  | 条款                           | 确信度   | 说明                                                            |
      | unit        | 工信部节〔2024〕13号  | Article 7, as reported         | 转引     | 绿色工厂梯度培育管理办法; 文本未读。2024年1月, 日不详: 取月末。 |
      | refused     | 工信部节〔2024〕13号  | Article 15, as reported        | 转引     |                                                                 |
      | breach-edge | green-factory         | -                              | 自行解读 | 三年自填报日回溯; 恰满三年之日在外。                            |
      | permit      | 排污许可管理条例      | Article 2, as reported         | 转引     |                                                                 |
      | systems     | GB/T 36132-2025       | Clause 6, as reported          | 转引     | 质量、环境、能源、职业健康; 2025-12-31 起实施。                 |
      | listing     | 工信部节〔2024〕13号  | Articles 11, 12, as reported   | 转引     | 自省级名单产生; 7月31日前推荐; 公示15日。                       |
      | guangdong   | 粤工信规字〔2024〕4号 | Articles 12 to 17, as reported | 转引     | 地市6月30日前推荐; 省级培育有效期三年。                         |
      | points      | GB/T 36132-2025       | energy field in one form       | 转引     | 见某填报工具公开表单: 8、8、8、6分; 待核。                      |
      | line        | green-factory         | -                              | 自行解读 | 基准值至引领值线性计分; 基准值为零分。                          |
      | platform    | GB/T 36132-2025       | platform functions in one form | 转引     | 12项功能中8项为引领值。                                         |
      | weighted    | GB/T 36132-2025       | several products, as reported  | 转引     | 各产品按其自身限额的基准值与引领值计进度, 再按能耗加权。        |
      | water       | GB/T 36132-2025       | water reuse, as reported       | 转引     |                                                                 |
      | dynamic     | 工信部节〔2024〕13号  | Article 16, as reported        | 转引     | 每年4月15日前动态表; 连续三年处于后5%者移出。                   |
      | edition     | green-factory         | -                              | 自行解读 | 2026年起填报用2025年版; 跨年填报须询问。                        |
      | statements  | green-factory         | -                              | 自行解读 | 一工具称定量指标占60%, 报道称能源与资源占60%: 均未证实。        |
      | bands       | GB/T 36132-2025       | size bands in one form         | 转引     | 1万、5千、3千吨标准煤; "以上"读作不低于。                       |
    并且 下列分组
      | 分组   | 名称       | 满分 |
      | energy | 能源低碳化 | 30   |

  规则: 算例: 能源低碳化

    场景: 30分得16.21分
      当 按 2026-03-01 评定
      那么 量 能耗距引领值进度 为 60 %
      并且 指标 E1 得 4.8 分
      并且 指标 E2 得 7.084 分
      并且 指标 E3 得 212/75 分
      并且 指标 E4 得 1.5 分
      并且 总分为 6079/375
      并且 结论为 已计分
