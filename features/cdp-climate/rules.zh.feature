# language: zh-CN
功能: 各级如何开启下一级

  背景:
    假如 评分卡 cdp-climate

  规则: 级别
    背景:
      假如 下列条件
        | 条件    | 名称         | 成立情形                                                                                       | 依据                            |
        | aware   | 达到认知级   | 已答复问卷 为 是; 披露得分率 不低于 80 %; 认知级必要准则已满足 为 是; 认知得分率 不低于 1 %    | levels, bands, essential, whole |
        | managed | 达到管理级   | 达到认知级 成立; 认知得分率 不低于 80 %; 管理级必要准则已满足 为 是; 管理得分率 不低于 1 %     | levels, bands, essential, whole |
        | led     | 达到领导力级 | 达到管理级 成立; 管理得分率 不低于 80 %; 领导力级必要准则已满足 为 是; 领导力得分率 不低于 1 % | levels, bands, essential, whole |

    场景大纲: 从 F 到 A 的等级分界
      假如 answered 为 <answered>
      并且 disclosure 为 <disclosure> %
      并且 awareness 为 <awareness> %
      并且 management 为 <management> %
      并且 leadership 为 <leadership> %
      当 按 2026-12-01 评定
      那么 等级为 <grades>

      例子:
        | answered | disclosure | awareness | management | leadership | grades  |
        | 否       | 100        | 100       | 100        | 100        | f       |
        | 是       | 1          | 100       | 100        | 100        | d_minus |
        | 是       | 44.99      | 100       | 100        | 100        | d_minus |
        | 是       | 45         | 100       | 100        | 100        | d       |
        | 是       | 79.99      | 100       | 100        | 100        | d       |
        | 是       | 80         | 0.99      | 100        | 100        | d       |
        | 是       | 80         | 1         | 100        | 100        | c_minus |
        | 是       | 80         | 44.99     | 100        | 100        | c_minus |
        | 是       | 80         | 45        | 100        | 100        | c       |
        | 是       | 80         | 79.99     | 100        | 100        | c       |
        | 是       | 80         | 80        | 0.99       | 100        | c       |
        | 是       | 80         | 80        | 1          | 100        | b_minus |
        | 是       | 80         | 80        | 44.99      | 100        | b_minus |
        | 是       | 80         | 80        | 45         | 100        | b       |
        | 是       | 80         | 80        | 79.99      | 100        | b       |
        | 是       | 80         | 80        | 80         | 0.99       | b       |
        | 是       | 80         | 80        | 80         | 1          | a_minus |
        | 是       | 80         | 80        | 80         | 79.99      | a_minus |
        | 是       | 80         | 80        | 80         | 80         | a       |

    场景大纲: 未满足的准则限制等级
      假如 disclosure 为 90 %
      并且 awareness 为 90 %
      并且 management 为 90 %
      并且 leadership 为 90 %
      并且 <essential_awareness> 为 否
      当 按 2026-12-01 评定
      那么 等级为 <grades>

      例子:
        | essential_awareness  | grades  |
        | essential_awareness  | d       |
        | essential_management | c       |
        | essential_leadership | b       |
        | a_list               | a_minus |

    场景: 得分率未知时等级待定
      假如 management 为 80 %
      并且 leadership 缺失
      当 按 2026-12-01 评定
      那么 可能的等级为 a, a_minus, b
