# language: zh-CN
功能: 带结转的配额分配
  草案，依据日本自 2026 年 4 月起的碳排放交易：一家企业某财政年度分得多少配额，
  上年结转多少，信用可抵多少，还缺多少，以及转入下一年多少。

  背景:
    假如 本评分卡
      | 项目     | 内容                                   |
      | 编号     | gx-allocation                          |
      | 版本     | 0.1.0                                  |
      | 名称     | 带结转的配额分配                       |
      | 评价对象 | company                                |
      | 用途     | 自评                                   |
      | 时区     | Asia/Tokyo                             |
      | 生效日期 | 2026-04-01                             |
      | 修约     | 四舍六入五成双, 保留2位                |
      | 不适用项 | 拒绝                                   |
      | 不评价   | 按基准线分配的行业                     |
      | 不评价   | 企业范围的变动，以及投资计划带来的调整 |
      | 不评价   | 集团内其他企业核算的排放               |
    并且 下列依据
      | 编号    | 文件           | 条款             | 确信度   | 说明                                       |
      | scope   | GX-ETS, FY2026 | who is covered   | 转引     | 三年平均直接排放达 100,000 吨              |
      | fall    | GX-ETS, FY2026 | grandfathering   | 转引     | 每年减少 1.7 %                             |
      | credits | GX-ETS, FY2026 | use of credits   | 转引     | J-Credit 与 JCM 信用，以排放量的 10 % 为限 |
      | price   | GX-ETS, FY2026 | price reference  | 转引     | 2026 财年每吨至多 4,300 日元               |
      | lack    | GX-ETS, FY2026 | unpaid shortfall | 转引     | 最高价格的 1.1 倍                          |
      | own     | gx-allocation  | -                | 自行解读 | 2026 财年为首个递减年；舍去至整吨          |
      | carry   | gx-allocation  | -                | 自行解读 | 未查到结转的条文：由使用者选定读法         |
    并且 下列设定
      | 设定   | 名称     | 可选值           | 默认值   | 含义                                       |
      | banked | 结转读法 | whole, nothing   |          | 余额有多少转入下一年                       |
      | way    | 递减方式 | points, compound | compound | 按首年的百分点递减，还是按上年的百分比递减 |
    并且 下列事实
      | 事实    | 名称       | 类型        | 单位  | 不低于 | 证据                |
      | year    | 财政年度   | 期间        |       |        |                     |
      | past    | 以往年度   | 以往年 列表 |       |        |                     |
      | emitted | 本年排放   | 数值        | tCO2e | 0      | verification-report |
      | balance | 上年余额   | 数值        | tCO2e | 0      | registry-account    |
      | bought  | 净买入     | 数值        | tCO2e |        | registry-account    |
      | credits | 提交的信用 | credit 列表 |       |        |                     |
    并且 下列事实取自此前的评定
      | 事实     | 为      | 评定              | 可填报 | 依据  |
      | 上年余额 | 量 转出 | 财政年度 的上一年 | 是     | carry |
    并且 每条 earlier 有
      | 字段   | 名称     | 类型 | 单位  | 不低于 |
      | which  | 年份     | 文本 |       |        |
      | direct | 直接排放 | 数值 | tCO2e | 0      |
    并且 earlier 称为 以往年
    并且 以往年度 中 年份 不得重复
    并且 每条 credit 有
      | 字段   | 名称   | 类型 | 单位  | 可选值               | 不低于 |
      | serial | 序列号 | 文本 |       |                      |        |
      | kind   | 种类   | 选项 |       | j_credit, jcm, other |        |
      | amount | 数量   | 数值 | tCO2e |                      | 0      |
    并且 提交的信用 中 序列号 不得重复
    并且 本基准案例
      | 事实     | 值                       |
      | 财政年度 | 2026-04-01 至 2027-03-31 |
      | 本年排放 | 1000000 tCO2e            |
      | 上年余额 | 20000 tCO2e              |
      | 净买入   | 0 tCO2e                  |
    并且 基准案例中 以往年度 为
      | 年份 | 直接排放      |
      | 2023 | 990000 tCO2e  |
      | 2024 | 1000000 tCO2e |
      | 2025 | 1010000 tCO2e |
    并且 基准案例中 提交的信用 为
      | 序列号 | 种类     | 数量       |
      | J-1    | j_credit | 5000 tCO2e |
      | X-1    | other    | 900 tCO2e  |

  规则: 基准案例

    场景: 结转的余额补足缺口
      假如 设定 banked 为 whole
      并且 emitted 为 1008000 tCO2e
      当 按 2027-06-30 评定
      那么 结果 allocated 为 983000 tCO2e
      并且 结果 shortfall 为 0 tCO2e
      并且 结果 next_year 为 0 tCO2e
      并且 结论为 已计分

    场景: 未选定读法时所缺吨数待定
      当 按 2027-06-30 评定
      那么 量 lacking 介于 0 tCO2e 与 12000 tCO2e 之间(含)
