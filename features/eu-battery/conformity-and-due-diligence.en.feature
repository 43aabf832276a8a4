# language: en
Feature: Conformity and due diligence
  Articles 17 to 20, 38 and 47 to 52.

  Background:
    Given the scorecard eu-battery
    And these facts
      | fact               | label                                            | type    | unit | one of                                                         | at least | evidence                                    |
      | series             | battery made in series                           | flag    |      |                                                                |          |                                             |
      | module             | conformity module                                | choice  |      | A, D1, G                                                       |          |                                             |
      | assessed_a7_a8     | conformity with Article 7 or 8 was assessed      | flag    |      |                                                                |          |                                             |
      | module_a7_a8       | module for Article 7 or 8                        | choice  |      | A, D1, G                                                       |          |                                             |
      | notified_body      | notified body took part                          | flag    |      |                                                                |          |                                             |
      | eu_declaration     | EU declaration of conformity                     | flag    |      |                                                                |          | declaration-of-conformity, battery-passport |
      | ce_marking         | CE marking                                       | flag    |      |                                                                |          |                                             |
      | identification     | identification details on the battery            | choices |      | maker_name, maker_address, web_contact, model_id, batch_serial |          |                                             |
      | turnover           | net turnover                                     | number  | EUR  |                                                                | 0        |                                             |
      | group_turnover     | net turnover of the group                        | number  | EUR  |                                                                | 0        |                                             |
      | minerals           | raw materials under due diligence                | choices |      | cobalt, graphite, lithium, nickel                              |          |                                             |
      | diligence_policy   | due diligence policy published                   | flag    |      |                                                                |          |                                             |
      | diligence_verified | due diligence policy verified by a notified body | flag    |      |                                                                |          |                                             |
    And the choices of conformity module
      | value | words     |
      | A     | module A  |
      | D1    | module D1 |
      | G     | module G  |
    And the choices of module for Article 7 or 8
      | value | words     |
      | A     | module A  |
      | D1    | module D1 |
      | G     | module G  |
    And the choices of identification details on the battery
      | value         | words                    |
      | maker_name    | name of the manufacturer |
      | maker_address | postal address           |
      | web_contact   | web or e-mail contact    |
      | model_id      | model identifier         |
      | batch_serial  | batch or serial number   |
    And the choices of raw materials under due diligence
      | value    | words            |
      | cobalt   | cobalt           |
      | graphite | natural graphite |
      | lithium  | lithium          |
      | nickel   | nickel           |

  Rule: Modules, declaration and marking
    Background:
      Given these gates
        | id              | gate                                                            | requires                                               | applies when                                                                                 | basis |
        | A17-SERIES      | Series production under module A or D1                          | conformity module is one of module A, module D1        | battery made in series is yes; day placed on the market is from 2024-08-18                   | a17   |
        | A17-SINGLE      | Single production under module A or G                           | conformity module is one of module A, module G         | battery made in series is no; day placed on the market is from 2024-08-18                    | a17   |
        | A17-SERIES-7-8  | Series production under module D1 for Articles 7 and 8          | module for Article 7 or 8 is module D1                 | conformity with Article 7 or 8 was assessed is yes; battery made in series is yes            | a17   |
        | A17-SINGLE-7-8  | Single production under module G for Articles 7 and 8           | module for Article 7 or 8 is module G                  | conformity with Article 7 or 8 was assessed is yes; battery made in series is no             | a17   |
        | A17-BODY        | Notified body involved in modules D1 and G                      | notified body took part is yes                         | conformity module is one of module D1, module G; day placed on the market is from 2024-08-18 | a17   |
        | A17-BODY-7-8    | Notified body involved for Articles 7 and 8                     | notified body took part is yes                         | conformity with Article 7 or 8 was assessed is yes                                           | a17   |
        | A18-DECLARATION | Battery has the EU declaration of conformity and the CE marking | EU declaration of conformity is yes; CE marking is yes | day placed on the market is from 2024-08-18                                                  | a18   |

    Scenario Outline: modules for Articles 6 and 9 to 14
      Given battery made in series is <series>
      And conformity module is <module>
      And day placed on the market is <placed>
      And notified body took part is <body>
      When evaluated as of 2027-04-01
      Then gate A17-SERIES is <in_series>
      And gate A17-SINGLE is <single>
      And gate A17-BODY is <notified>

      Examples:
        | series | module    | placed     | body | in_series      | single         | notified       |
        | yes    | module A  | 2024-08-18 | no   | met            | not applicable | not applicable |
        | yes    | module D1 | 2024-08-18 | yes  | met            | not applicable | met            |
        | yes    | module D1 | 2024-08-18 | no   | met            | not applicable | not met        |
        | yes    | module G  | 2024-08-18 | yes  | not met        | not applicable | met            |
        | yes    | module G  | 2024-08-17 | no   | not applicable | not applicable | not applicable |
        | no     | module A  | 2024-08-18 | no   | not applicable | met            | not applicable |
        | no     | module G  | 2024-08-18 | yes  | not applicable | met            | met            |
        | no     | module D1 | 2024-08-18 | yes  | not applicable | not met        | met            |
        | no     | module D1 | 2024-08-17 | no   | not applicable | not applicable | not applicable |

    Scenario Outline: recycled content of series production needs module D1
      Given conformity with Article 7 or 8 was assessed is <assessed>
      And battery made in series is <series>
      And module for Article 7 or 8 is <module>
      And notified body took part is <body>
      When evaluated as of 2027-04-01
      Then gate A17-SERIES-7-8 is <in_series>
      And gate A17-SINGLE-7-8 is <single>
      And gate A17-BODY-7-8 is <notified>

      Examples:
        | assessed | series | module    | body | in_series      | single         | notified       |
        | yes      | yes    | module A  | yes  | not met        | not applicable | met            |
        | yes      | yes    | module D1 | yes  | met            | not applicable | met            |
        | yes      | yes    | module D1 | no   | met            | not applicable | not met        |
        | yes      | no     | module G  | yes  | not applicable | met            | met            |
        | yes      | no     | module D1 | yes  | not applicable | not met        | met            |
        | no       | yes    | module A  | no   | not applicable | not applicable | not applicable |
        | no       | no     | module A  | no   | not applicable | not applicable | not applicable |

    Scenario Outline: EU declaration of conformity and CE marking
      Given EU declaration of conformity is <declaration>
      And CE marking is <marking>
      And day placed on the market is <placed>
      When evaluated as of 2027-04-01
      Then gate A18-DECLARATION is <outcome>

      Examples:
        | declaration | marking | placed     | outcome        |
        | yes         | yes     | 2024-08-18 | met            |
        | no          | yes     | 2024-08-18 | not met        |
        | yes         | no      | 2024-08-18 | not met        |
        | no          | no      | 2024-08-17 | not applicable |

  Rule: Identification
    Background:
      Given these indicators worth 4 points
        | id         | indicator                                  | section  | points | basis |
        | I-IDENTITY | Battery and manufacturer can be identified | identity | 4      | a38   |
      And indicator I-IDENTITY scores in equal parts each that holds
        | holds                                                                          |
        | identification details on the battery includes any of name of the manufacturer |
        | identification details on the battery includes any of postal address           |
        | identification details on the battery includes any of web or e-mail contact    |
        | identification details on the battery includes any of model identifier         |
        | identification details on the battery includes any of batch or serial number   |

    Scenario Outline: the five identification details
      Given identification details on the battery is <parts>
      When evaluated as of 2027-04-01
      Then indicator I-IDENTITY scores <points>

      Examples:
        | parts                                                                                                     | points |
        | name of the manufacturer, postal address, web or e-mail contact, model identifier, batch or serial number | 4      |
        | postal address, web or e-mail contact, model identifier, batch or serial number                           | 3.2    |
        | name of the manufacturer, web or e-mail contact, model identifier, batch or serial number                 | 3.2    |
        | name of the manufacturer, postal address, model identifier, batch or serial number                        | 3.2    |
        | name of the manufacturer, postal address, web or e-mail contact, batch or serial number                   | 3.2    |
        | name of the manufacturer, postal address, web or e-mail contact, model identifier                         | 3.2    |

  Rule: Due diligence
    Background:
      Given the quantity scope of due diligence (1 = applies) (diligence_scope)
        | is | when                                                | basis       |
        | 0  | second life (1 = yes) is 1                          | second-life |
        | 1  | net turnover is at least 40000000 EUR               | a47         |
        | 1  | net turnover of the group is more than 40000000 EUR | a47         |
        | 0  | otherwise                                           | a47         |
      And these gates
        | id            | gate                                        | requires                                                                                       | applies when                                                                                                                                                              | basis |
        | A48-DILIGENCE | Due diligence policy published and verified | due diligence policy published is yes; due diligence policy verified by a notified body is yes | scope of due diligence (1 = applies) is 1; raw materials under due diligence includes any of cobalt, natural graphite, lithium, nickel; the as-of date is from 2027-08-18 | a47   |
      And these findings
        | code        | finding                                                          | when                                                                                                                                                                                                                                  | severity    | basis   |
        | A48.AHEAD   | Due diligence, required from 18 August 2027, is not verified yet | scope of due diligence (1 = applies) is 1; raw materials under due diligence includes any of cobalt, natural graphite, lithium, nickel; the as-of date is before 2027-08-18; due diligence policy verified by a notified body is no   | observation | a47     |
        | A48.OMNIBUS | Turnover is in the range that a pending proposal would exempt    | scope of due diligence (1 = applies) is 1; raw materials under due diligence includes any of cobalt, natural graphite, lithium, nickel; net turnover is less than 150000000 EUR; net turnover of the group is less than 150000000 EUR | observation | omnibus |

    Scenario Outline: due diligence applies from a turnover of 40 million EUR, of the company or of its group
      Given net turnover is <own> EUR
      And net turnover of the group is <group> EUR
      And due diligence policy published is <policy>
      And due diligence policy verified by a notified body is <verified>
      And raw materials under due diligence is <minerals>
      When evaluated as of 2027-08-18
      Then the quantity scope of due diligence (1 = applies) is <scope>
      And gate A48-DILIGENCE is <outcome>

      Examples:
        | own      | group     | policy | verified | minerals         | scope | outcome        |
        | 39900000 | 39900000  | no     | no       | cobalt           | 0     | not applicable |
        | 40000000 | 40000000  | yes    | no       | cobalt           | 1     | not met        |
        | 40000000 | 40000000  | no     | yes      | cobalt           | 1     | not met        |
        | 40000000 | 40000000  | yes    | yes      | cobalt           | 1     | met            |
        | 20000000 | 300000000 | yes    | no       | natural graphite | 1     | not met        |
        | 20000000 | 40000000  | yes    | no       | cobalt           | 0     | not applicable |
        | 20000000 | 40000001  | yes    | no       | cobalt           | 1     | not met        |
        | 40000000 | 40000000  | no     | no       | none             | 1     | not applicable |

    Scenario Outline: batteries with a second life are exempt
      Given day placed on the market is 2028-01-01
      And day first placed on the market is <first>
      And due diligence policy published is no
      When evaluated as of 2028-01-01
      Then gate A48-DILIGENCE is <outcome>

      Examples:
        | first      | outcome        |
        | 2027-12-31 | not applicable |
        | 2028-01-01 | not met        |

    Scenario Outline: due diligence is not required before 18 August 2027
      Given due diligence policy verified by a notified body is no
      When evaluated as of <day>
      Then gate A48-DILIGENCE is <outcome>

      Examples:
        | day        | outcome        |
        | 2026-11-20 | not applicable |
        | 2027-08-17 | not applicable |
        | 2027-08-18 | not met        |

    Scenario: a policy not yet verified before the start date is an observation
      When evaluated as of 2027-08-17
      Then an observation A48.AHEAD is raised

    Scenario: a policy verified before the start date raises no observation
      Given due diligence policy verified by a notified body is yes
      When evaluated as of 2027-08-17
      Then no finding A48.AHEAD is raised

    Scenario: from the start date verification is a gate and no longer an observation
      When evaluated as of 2027-08-18
      Then no finding A48.AHEAD is raised

    Scenario: no observation if none of these materials is used
      Given raw materials under due diligence is none
      When evaluated as of 2027-08-17
      Then no finding A48.AHEAD is raised

    Scenario: no observation below the turnover threshold
      Given net turnover is 39900000 EUR
      And net turnover of the group is 39900000 EUR
      When evaluated as of 2027-08-17
      Then no finding A48.AHEAD is raised

    Scenario: turnover between the threshold in force and the proposed threshold
      Given net turnover is 149999999 EUR
      And net turnover of the group is 149999999 EUR
      When evaluated as of 2027-04-01
      Then an observation A48.OMNIBUS is raised

    Scenario: own turnover not below the proposed threshold
      Given net turnover is 150000000 EUR
      And net turnover of the group is 149999999 EUR
      When evaluated as of 2027-04-01
      Then no finding A48.OMNIBUS is raised

    Scenario: group turnover not below the proposed threshold
      Given net turnover is 149999999 EUR
      And net turnover of the group is 150000000 EUR
      When evaluated as of 2027-04-01
      Then no finding A48.OMNIBUS is raised

    Scenario: turnover below both thresholds
      Given net turnover is 39900000 EUR
      And net turnover of the group is 39900000 EUR
      When evaluated as of 2027-04-01
      Then no finding A48.OMNIBUS is raised

    Scenario: turnover between both thresholds, but none of these materials
      Given net turnover is 149999999 EUR
      And net turnover of the group is 149999999 EUR
      And raw materials under due diligence is none
      When evaluated as of 2027-04-01
      Then no finding A48.OMNIBUS is raised
