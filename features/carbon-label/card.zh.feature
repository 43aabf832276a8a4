# language: zh-CN
功能: 碳标签及其续期
  碳标签可否展示: 之前的步骤、签发机构所定期限, 以及须有新数据且履行承诺的续期。

  背景:
    假如 本评分卡
      | 项目     | 内容                                   |
      | 编号     | carbon-label                           |
      | 版本     | 1.0.0                                  |
      | 名称     | 碳标签及其续期                         |
      | 评价对象 | claim                                  |
      | 用途     | 自评                                   |
      | 时区     | Asia/Shanghai                          |
      | 生效日期 | 2022-01-01                             |
      | 修约     | 四舍六入五成双, 保留2位                |
      | 不适用项 | 拒绝                                   |
      | 不评价   | 申报数值是否真实                       |
      | 不评价   | 所填事实之外的措辞（见绿色声明评分卡） |
    并且 下列依据
      | 编号      | 文件                           | 条款                                             | 确信度   | 说明                                                                                                                                                 |
      | workflow  | certification of carbon labels | five steps as reported in a trade report of 2024 | 转引     | 标签签发后方可展示，从未签发的标签不能续期。签发之前，须选定标准与产品规则，足迹须经第三方核查。据行业报告（Climate Bridge，2024年第三季度）。       |
      | two-years | Carbon Trust label             | two years of validity, as reported               | 转引     | Carbon Trust 标签自签发起可展示两年，Carbon Trust 另定期限的除外。据行业报告（Climate Bridge，2024年第三季度），该标签系其中一例。其他机构自定期限。 |
      | term      | certification of carbon labels | term set by the issuer                           | 自行解读 | 标签在其签发机构所定期限届满后不得展示。行业报告称标签多有期限，未述及期满后果。期满不得展示系自行解读。                                             |
      | renewal   | certification of carbon labels | renewal, as reported in a trade report of 2024   | 转引     | 有新的足迹数据，且与先前足迹可比的，标签方可续期。申请方作过减排承诺的，须已履行。据行业报告（Climate Bridge，2024年第三季度）。                     |
      | suspended | certification of carbon labels | suspension                                       | 自行解读 | 标签暂停期间既不得展示，也不得续期。因无来源述及暂停，系自行解读。                                                                                   |
      | otherwise | carbon-label                   | no rule of this scorecard applies                | 自行解读 | 本评分卡各条规则均未禁止该标签的展示或续期；法院仍可能作出不同判断。                                                                                 |
      | proof     | carbon-label                   | -                                                | 自行解读 | 认可的证明材料为注明日期的证书、规则版本、足迹报告与核查声明。各事实对应的证明材料列于本评分卡，系自行解读。其余事实申请方声明即可。                 |
    并且 下列事实
      | 事实               | 名称                 | 类型 | 单位      | 可选值                               | 不低于 | 不高于 | 证据                                     |
      | request            | 申请事项             | 选项 |           | show, renew                          |        |        |                                          |
      | standard_chosen    | 已选标准与产品规则   | 是否 |           |                                      |        |        | scheme-document                          |
      | footprint_verified | 足迹经第三方核查     | 是否 |           |                                      |        |        | verification-statement                   |
      | issued             | 已由机构签发         | 是否 |           |                                      |        |        |                                          |
      | issuer             | 签发机构             | 选项 |           | carbon_trust, other_issuer           |        |        |                                          |
      | term               | 标签期限             | 选项 |           | none_set, set_by_issuer              |        |        |                                          |
      | issued_on          | 签发日               | 日期 |           |                                      |        |        | certificate                              |
      | last_day           | 期限末日             | 日期 |           |                                      |        |        | certificate                              |
      | new_footprint      | 有新足迹数据         | 是否 |           |                                      |        |        | footprint-report                         |
      | comparable         | 新足迹与先前足迹可比 | 是否 |           |                                      |        |        |                                          |
      | promise            | 减排承诺的履行       | 选项 |           | no_promise, kept, broken, by_figures |        |        |                                          |
      | suspended          | 标签已暂停           | 是否 |           |                                      |        |        |                                          |
      | promised_reduction | 承诺降幅             | 数值 | %         |                                      | 0      | 100    |                                          |
      | former_footprint   | 先前足迹（每千克）   | 数值 | kgCO2e/kg |                                      | 0      |        | footprint-report, verification-statement |
      | present_footprint  | 当前足迹（每千克）   | 数值 | kgCO2e/kg |                                      | 0      |        | footprint-report, verification-statement |
    并且 申请事项 的可选值
      | 值    | 名称     |
      | show  | 展示标签 |
      | renew | 续期     |
    并且 签发机构 的可选值
      | 值           | 名称     |
      | carbon_trust | 碳信托   |
      | other_issuer | 其他机构 |
    并且 标签期限 的可选值
      | 值            | 名称       |
      | none_set      | 未定期限   |
      | set_by_issuer | 由机构规定 |
    并且 减排承诺的履行 的可选值
      | 值         | 名称           |
      | no_promise | 未作承诺       |
      | kept       | 已履行         |
      | broken     | 未履行         |
      | by_figures | 由足迹数值得出 |
    并且 本基准案例
      | 事实                 | 值           |
      | 申请事项             | 展示标签     |
      | 已选标准与产品规则   | 是           |
      | 足迹经第三方核查     | 是           |
      | 已由机构签发         | 是           |
      | 签发机构             | 碳信托       |
      | 标签期限             | 未定期限     |
      | 签发日               | 2024-11-21   |
      | 期限末日             | 2026-11-20   |
      | 有新足迹数据         | 是           |
      | 新足迹与先前足迹可比 | 是           |
      | 减排承诺的履行       | 已履行       |
      | 标签已暂停           | 否           |
      | 承诺降幅             | 10 %         |
      | 先前足迹（每千克）   | 10 kgCO2e/kg |
      | 当前足迹（每千克）   | 9 kgCO2e/kg  |

  规则: 无规则禁止的声明

    场景: 基准声明
      当 按 2026-11-20 评定
      那么 判定为 合规
