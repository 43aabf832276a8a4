# language: en
Feature: Joined parts, local markets and who may not trade

  Background:
    Given the scorecard cn-ets-industry
    And these bases
      | basis  | instrument                                     | clause  | certainty | note                                                                                         |
      | joined | work notice of the Ministry of 27 January 2026 | annex 1 | confirmed | Parts of one owner that make steel, in one prefecture on one joined site, may report as one. |
    And these facts
      | fact           | label                       | type |
      | parts_as_one   | several parts report as one | flag |
      | one_owner      | parts of one owner          | flag |
      | one_prefecture | parts in one prefecture     | flag |
      | one_site       | parts on one joined site    | flag |
    And this reference case
      | fact                        | value |
      | several parts report as one | no    |
      | parts of one owner          | yes   |
      | parts in one prefecture     | yes   |
      | parts on one joined site    | yes   |

  Rule: What else the market asks
    Background:
      Given these conditions
        | condition | label                   | holds when                                                                                                  | basis  |
        | may_join  | parts may report as one | sector is steel; parts of one owner is yes; parts in one prefecture is yes; parts on one joined site is yes | joined |
      And these findings
        | code       | finding                                               | when                                                                      | severity | basis  |
        | C8.PARTS   | Parts report as one that may not                      | several parts report as one is yes; parts may report as one does not hold | major    | joined |
        | C9.LOCAL   | The same emissions are counted in a local market, too | the same emissions counted in a local market is yes                       | major    | local  |
        | S10.BARRED | People who may not trade do so for it                 | barred people trade for it is yes                                         | major    | barred |

    Scenario Outline: steel alone, one owner, one prefecture, one site
      Given sector is <sector>
      And parts_as_one is <as_one>
      And one_owner is <owner>
      And one_prefecture is <prefecture>
      And one_site is <site>
      When evaluated as of 2026-11-20
      Then <c8>

      Examples:
        | sector | as_one | owner | prefecture | site | c8                                       |
        | steel  | yes    | yes   | yes        | yes  | no finding C8.PARTS is raised            |
        | cement | yes    | yes   | yes        | yes  | a major nonconformity C8.PARTS is raised |
        | steel  | yes    | no    | yes        | yes  | a major nonconformity C8.PARTS is raised |
        | steel  | yes    | yes   | no         | yes  | a major nonconformity C8.PARTS is raised |
        | steel  | yes    | yes   | yes        | no   | a major nonconformity C8.PARTS is raised |
        | cement | no     | yes   | yes        | yes  | no finding C8.PARTS is raised            |

    Scenario Outline: told where it is so
      Given local_counted is <local>
      And barred_trade is <barred>
      When evaluated as of 2026-11-20
      Then <c9>
      And <s10>

      Examples:
        | local | barred | c9                                       | s10                                        |
        | no    | no     | no finding C9.LOCAL is raised            | no finding S10.BARRED is raised            |
        | yes   | no     | a major nonconformity C9.LOCAL is raised | no finding S10.BARRED is raised            |
        | no    | yes    | no finding C9.LOCAL is raised            | a major nonconformity S10.BARRED is raised |

  Rule: What proves what

    Scenario: without verification no allowances are computed
      Given evidence for production lines is missing
      When evaluated as of 2026-11-20
      Then the quantity allowances is undetermined because of production lines
