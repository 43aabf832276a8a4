# language: en
Feature: Field B, energy and carbon information system
  Online monitoring, functions of the system and reliability of its data. Points and sub-indicators are our own interpretation and replace Table B.1, page 11 of
  the standard. A certification body with the licensed table enters it here, in its private scorecard; all else stays the same.

  Background:
    Given the scorecard zero-carbon-factory
    And these facts
      | fact                | label                                      | type    | unit | one of                                                                          | at least | at most | evidence      |
      | online_source_share | share of emission sources monitored online | number  | %    |                                                                                 | 0        | 100     | system-export |
      | system_functions    | system functions                           | choices |      | collect, account, analyse, alarm, forecast, optimise, report, product_footprint |          |         | function-test |
      | valid_record_share  | share of valid data records                | number  | %    |                                                                                 | 0        | 100     | system-export |
      | audit_trail         | audit trail maintained                     | flag    |      |                                                                                 |          |         | system-export |
      | verified_factors    | emission factors verified                  | flag    |      |                                                                                 |          |         | factor-list   |
    And the choices of system functions
      | value             | words             |
      | collect           | collecting        |
      | account           | accounting        |
      | analyse           | analysing         |
      | alarm             | alarming          |
      | forecast          | forecasting       |
      | optimise          | optimising        |
      | report            | reporting         |
      | product_footprint | product footprint |

  Rule: Fifteen points for the information system
    Background:
      Given these indicators worth 15 points
        | id | indicator                         | section | points | basis                 |
        | B1 | Emission sources monitored online | B       | 5      | field-names, table-b1 |
        | B2 | Functions of the system           | B       | 4      | field-names, table-b1 |
        | B3 | Completeness of data              | B       | 3      | field-names, table-b1 |
        | B4 | Audit trail and verified factors  | B       | 3      | field-names, table-b1 |
      And indicator B1 scores share of emission sources monitored online in % on a line through
        | at  | points |
        | 50  | 0      |
        | 100 | 5      |
      And indicator B2 scores in equal parts each that holds
        | holds                                              |
        | system functions includes any of collecting        |
        | system functions includes any of accounting        |
        | system functions includes any of analysing         |
        | system functions includes any of alarming          |
        | system functions includes any of forecasting       |
        | system functions includes any of optimising        |
        | system functions includes any of reporting         |
        | system functions includes any of product footprint |
      And indicator B3 scores share of valid data records in % on a line through
        | at  | points |
        | 90  | 0      |
        | 100 | 3      |
      And indicator B4 scores in equal parts each that holds
        | holds                            |
        | audit trail maintained is yes    |
        | emission factors verified is yes |

    Scenario Outline: Online monitoring earns points from 50 %
      Given share of emission sources monitored online is <value> %
      When evaluated as of 2025-06-30
      Then indicator B1 scores <points>

      Examples:
        | value | points |
        | 49.99 | 0      |
        | 50    | 0      |
        | 50.01 | 0.001  |
        | 92    | 4.2    |
        | 100   | 5      |

    Scenario Outline: Each function earns half a point
      Given system functions is <functions>
      When evaluated as of 2025-06-30
      Then indicator B2 scores <points>

      Examples:
        | functions                                                                                          | points |
        | none                                                                                               | 0      |
        | collecting                                                                                         | 0.5    |
        | accounting                                                                                         | 0.5    |
        | analysing                                                                                          | 0.5    |
        | alarming                                                                                           | 0.5    |
        | forecasting                                                                                        | 0.5    |
        | optimising                                                                                         | 0.5    |
        | reporting                                                                                          | 0.5    |
        | product footprint                                                                                  | 0.5    |
        | collecting, accounting, analysing, alarming, forecasting, reporting, product footprint             | 3.5    |
        | collecting, accounting, analysing, alarming, forecasting, optimising, reporting, product footprint | 4      |

    Scenario Outline: Valid records earn points from 90 %
      Given share of valid data records is <value> %
      When evaluated as of 2025-06-30
      Then indicator B3 scores <points>

      Examples:
        | value | points |
        | 89.99 | 0      |
        | 90    | 0      |
        | 90.01 | 0.003  |
        | 97    | 2.1    |
        | 100   | 3      |

    Scenario Outline: Audit trail and verified factors have equal weight
      Given audit trail maintained is <trail>
      And emission factors verified is <factors>
      When evaluated as of 2025-06-30
      Then indicator B4 scores <points>

      Examples:
        | trail | factors | points |
        | yes   | yes     | 3      |
        | yes   | no      | 1.5    |
        | no    | yes     | 1.5    |
        | no    | no      | 0      |
