Feature: The life of a version on a server

  Who decided that this is the rule, since when, and until when: told by the server itself, to whoever may read it.

  Scenario: From a draft in Chinese to a repeal, with everything signed
    Given a server whose gazette holds version 1.0.0, in force since January 2026
    When the author li.wei saves a draft of 1.1.0 in Chinese, in force from January 2027, with 90 % where 80 % stood
    And the approver bo remarks on the line of 90 %
    And the author writes what it rests on, saves again and resolves the remark
    And the author reads its impact on 10,000 archived evaluations, and submits it with that
    Then neither the author nor a key of hers approves it
    When anna and bo approve it, and anna publishes it
    Then the changelog of legal impact tells why it changes and what differs
    And a factory assessed as of October 2026 is still grade A by 1.0.0
    And the explanation names 1.1.0 as coming, with grade B
    When a year has gone by
    Then the same factory assessed as of October 2027 is grade B by 1.1.0
    When anna and bo repeal it from January 2028, because the guide was withdrawn
    Then nothing is in force in February 2028, and the reason is told
    And the log has noted its publication, what was signed of it, and its repeal
    And the regulator reads revisions, remarks, signatures and repeal
