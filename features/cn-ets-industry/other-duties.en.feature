# language: en
Feature: Joint reporting, local markets and persons barred from trading

  Background:
    Given the scorecard cn-ets-industry
    And these bases
      | basis  | instrument                                     | clause  | certainty | note                                                                                                                                                                          |
      | joined | work notice of the Ministry of 27 January 2026 | annex 1 | confirmed | Several parts of a steel plant may report their emissions jointly under three conditions. They have the same owner, are in the same prefecture and are on one connected site. |
    And these facts
      | fact           | label                           | type |
      | parts_as_one   | several parts report jointly    | flag |
      | one_owner      | parts belong to one owner       | flag |
      | one_prefecture | parts are in one prefecture     | flag |
      | one_site       | parts are on one connected site | flag |
    And this reference case
      | fact                            | value |
      | several parts report jointly    | no    |
      | parts belong to one owner       | yes   |
      | parts are in one prefecture     | yes   |
      | parts are on one connected site | yes   |

  Rule: Other requirements of the market
    Background:
      Given these conditions
        | condition | label                    | holds when                                                                                                                             | basis  |
        | may_join  | parts may report jointly | industry sector is steel; parts belong to one owner is yes; parts are in one prefecture is yes; parts are on one connected site is yes | joined |
      And these findings
        | code       | finding                                                      | when                                                                        | severity | basis  |
        | C8.PARTS   | Parts of a steel plant report jointly without being eligible | several parts report jointly is yes; parts may report jointly does not hold | major    | joined |
        | C9.LOCAL   | The same emissions are also counted in a local market        | same emissions also covered by a local market is yes                        | major    | local  |
        | S10.BARRED | Persons barred from trading trade for the entity             | barred persons trade for the entity is yes                                  | major    | barred |

    Scenario Outline: Joint reporting only for steel, one owner, one prefecture and one site
      Given industry sector is <industry sector>
      And parts_as_one is <as_one>
      And one_owner is <owner>
      And one_prefecture is <prefecture>
      And one_site is <site>
      When evaluated as of 2026-11-20
      Then <c8>

      Examples:
        | industry sector | as_one | owner | prefecture | site | c8                                       |
        | steel           | yes    | yes   | yes        | yes  | no finding C8.PARTS is raised            |
        | cement          | yes    | yes   | yes        | yes  | a major nonconformity C8.PARTS is raised |
        | steel           | yes    | no    | yes        | yes  | a major nonconformity C8.PARTS is raised |
        | steel           | yes    | yes   | no         | yes  | a major nonconformity C8.PARTS is raised |
        | steel           | yes    | yes   | yes        | no   | a major nonconformity C8.PARTS is raised |
        | cement          | no     | yes   | yes        | yes  | no finding C8.PARTS is raised            |

    Scenario Outline: Each finding is raised only where its condition is met
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

  Rule: Evidence required for each fact

    Scenario: Without a verification statement the allowances are undetermined
      Given evidence for production lines is missing
      When evaluated as of 2026-11-20
      Then the quantity allowances is undetermined because of production lines
