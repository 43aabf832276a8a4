# language: zh-CN
功能: CDP 气候问卷评分
  四个级别的得分率对应哪个等级，各级如何开启下一级，以及什么限制等级。

  背景:
    假如 本评分卡
      | 项目     | 内容                                           |
      | 编号     | cdp-climate                                    |
      | 版本     | 1.0.1                                          |
      | 替代     | 1.0.0                                          |
      | 名称     | CDP 气候问卷评分                               |
      | 评价对象 | company                                        |
      | 用途     | 自评                                           |
      | 时区     | Etc/UTC                                        |
      | 生效日期 | 2026-11-23                                     |
      | 修约     | 四舍六入五成双, 保留2位                        |
      | 不适用项 | 拒绝                                           |
      | 不评价   | 所申报事项背后的文件：所提交的问卷及其评分报告 |
      | 不评价   | 各题分值（未查到）                             |
      | 不评价   | 本年度的分档（未查到）                         |
      | 不评价   | 何为必要准则（以录入为准）                     |
    并且 下列依据
      | 编号      | 文件                     | 条款 | 确信度   | 说明                                                                                                            |
      | levels    | CDP scoring introduction | -    | 已核实   | 披露、认知、管理、领导力，逐级开启。                                                                            |
      | none      | CDP scoring introduction | -    | 转引     | 受邀而不答者为 F。                                                                                              |
      | bands     | CDP scoring introduction | -    | 转引     | 凭记忆（2023 年及以前各版）：1% 至 44% 为较低等级，45% 至 79% 为较高等级，80% 起开启下一级；领导力达 80% 为 A。 |
      | essential | CDP scoring introduction | -    | 转引     | 自 2024 年起，必要准则未全部满足的级别视为未达到。                                                              |
      | a-list    | CDP scoring introduction | -    | 转引     | A 另须核证、目标且无排除。                                                                                      |
      | whole     | cdp-climate              | -    | 自行解读 | 印出的分档之间的得分率归入较低档。低于 1% 的级别视为未达到。披露低于 1% 未查到对应等级，故不可录入。            |
      | entered   | cdp-climate              | -    | 自行解读 | 未为单个事实指定证明文件：声明即可。                                                                            |
    并且 下列事实
      | 事实                 | 名称                   | 类型 | 单位 | 不低于 | 不高于 | 既定 |
      | answered             | 已答复问卷             | 是否 |      |        |        | 是   |
      | disclosure           | 披露得分率             | 数值 | %    | 1      | 100    |      |
      | awareness            | 认知得分率             | 数值 | %    | 0      | 100    |      |
      | management           | 管理得分率             | 数值 | %    | 0      | 100    |      |
      | leadership           | 领导力得分率           | 数值 | %    | 0      | 100    |      |
      | essential_awareness  | 认知级必要准则已满足   | 是否 |      |        |        |      |
      | essential_management | 管理级必要准则已满足   | 是否 |      |        |        |      |
      | essential_leadership | 领导力级必要准则已满足 | 是否 |      |        |        |      |
      | a_list               | A 名单准则已满足       | 是否 |      |        |        |      |
    并且 下列等级
      | 等级    | 另须                                                                | 依据                     |
      | a       | 达到领导力级 成立; 领导力得分率 不低于 80 %; A 名单准则已满足 为 是 | bands, a-list, entered   |
      | a_minus | 达到领导力级 成立                                                   | bands, essential, levels |
      | b       | 达到管理级 成立; 管理得分率 不低于 45 %                             | bands, whole             |
      | b_minus | 达到管理级 成立                                                     | bands, essential, levels |
      | c       | 达到认知级 成立; 认知得分率 不低于 45 %                             | bands, whole             |
      | c_minus | 达到认知级 成立                                                     | bands, essential, levels |
      | d       | 已答复问卷 为 是; 披露得分率 不低于 45 %                            | bands, whole             |
      | d_minus | 已答复问卷 为 是                                                    | bands                    |
      | f       |                                                                     | none                     |
    并且 等级的名称
      | 等级    | 名称  |
      | a       | A 级  |
      | a_minus | A− 级 |
      | b       | B 级  |
      | b_minus | B− 级 |
      | c       | C 级  |
      | c_minus | C− 级 |
      | d       | D 级  |
      | d_minus | D− 级 |
      | f       | F 级  |
    并且 本基准案例
      | 事实                   | 值   |
      | 已答复问卷             | 是   |
      | 披露得分率             | 92 % |
      | 认知得分率             | 81 % |
      | 管理得分率             | 77 % |
      | 领导力得分率           | 0 %  |
      | 认知级必要准则已满足   | 是   |
      | 管理级必要准则已满足   | 是   |
      | 领导力级必要准则已满足 | 是   |
      | A 名单准则已满足       | 是   |

  规则: 示例答卷

    场景: 管理得分率 77% 未达领导力级
      当 按 2026-12-01 评定
      那么 等级为 b
