# language: en
Feature: Who is subject to the directive, which set applies and which data are required

  Background:
    Given the scorecard disclosure-csrd-e1

  Rule: Who is subject to the directive
    Background:
      Given these conditions
        | condition | label                                   | holds when                                                                                                                                 | basis |
        | bound     | the company is subject to the directive | average number of employees is more than 1000; net turnover is more than 450000000 EUR; first day of the financial year is from 2027-01-01 | bound |
      And these gates
        | id    | gate                                       | requires                              | applies when                                  | basis |
        | DS-01 | A company subject to the directive reports | the company reports under ESRS is yes | the company is subject to the directive holds | bound |
      And these findings
        | code  | finding                                                    | when                                                                                                      | severity    | basis |
        | DS-NB | The directive does not apply to this company for this year | the company is subject to the directive does not hold; first day of the financial year is from 2027-01-01 | observation | bound |

    Scenario Outline: Both thresholds apply, for years from 2027
      Given employees is <employees>
      And turnover is <turnover> EUR
      And begins is <begins>
      And reports is no
      When evaluated as of 2028-06-01
      Then gate DS-01 is <outcome>
      And <finding>

      Examples:
        | employees | turnover  | begins     | outcome        | finding                        |
        | 1001      | 450000001 | 2027-01-01 | not met        | no finding DS-NB is raised     |
        | 1000      | 450000001 | 2027-01-01 | not applicable | an observation DS-NB is raised |
        | 1001      | 450000000 | 2027-01-01 | not applicable | an observation DS-NB is raised |
        | 900       | 900000000 | 2027-01-01 | not applicable | an observation DS-NB is raised |
        | 1001      | 450000001 | 2026-12-31 | not applicable | no finding DS-NB is raised     |

  Rule: Permitted set of standards
    Background:
      Given these conditions
        | condition | label                                                     | holds when                                                                                                                                         | basis           |
        | fitting   | the set of standards is permitted for the year            | set of ESRS standards used is ESRS set of 2026; first day of the financial year is from 2026-01-01                                                 | set, not-before |
        | fitting   |                                                           | set of ESRS standards used is first ESRS set; first day of the financial year is before 2027-01-01                                                 | set             |
        | asked_02  | the missing declaration of the set is assessed separately | set of ESRS standards used is undeclared; first day of the financial year is from 2026-01-01; first day of the financial year is before 2027-01-01 | declared        |
      And these gates
        | id    | gate                                                          | requires                                             | applies when                                                                                                                                                       | basis           |
        | DS-02 | The set of standards is declared for years that begin in 2026 | set of ESRS standards used is not undeclared         | the company reports under ESRS is yes; first day of the financial year is from 2026-01-01; first day of the financial year is before 2027-01-01                    | declared        |
        | DS-03 | The set of standards is permitted for its year                | the set of standards is permitted for the year holds | the company reports under ESRS is yes; first day of the financial year is from 2024-01-01; the missing declaration of the set is assessed separately does not hold | set, not-before |

    Scenario Outline: Permitted sets year by year
      Given begins is <begins>
      And standards is <set>
      When evaluated as of 2028-06-01
      Then gate DS-02 is <declared>
      And gate DS-03 is <fits>

      Examples:
        | begins     | set              | declared       | fits           |
        | 2023-12-31 | first ESRS set   | not applicable | not applicable |
        | 2024-01-01 | first ESRS set   | not applicable | met            |
        | 2025-12-31 | ESRS set of 2026 | not applicable | not met        |
        | 2025-12-31 | undeclared       | not applicable | not met        |
        | 2026-01-01 | ESRS set of 2026 | met            | met            |
        | 2026-12-31 | first ESRS set   | met            | met            |
        | 2026-01-01 | undeclared       | not met        | not applicable |
        | 2026-12-31 | undeclared       | not met        | not applicable |
        | 2027-01-01 | undeclared       | not applicable | not met        |
        | 2027-01-01 | first ESRS set   | not applicable | not met        |
        | 2027-01-01 | ESRS set of 2026 | not applicable | met            |

    Scenario: The set is not assessed for a company that does not report
      Given reports is no
      And begins is 2026-06-01
      When evaluated as of 2028-06-01
      Then gate DS-02 is not applicable
      And gate DS-03 is not applicable

  Rule: Climate data
    Background:
      Given these conditions
        | condition | label                                             | holds when                                                                                                                   | basis            |
        | asked     | climate data of ESRS E1 are required              | the company reports under ESRS is yes; climate change is material is yes; first day of the financial year is from 2024-01-01 | figures, entered |
        | honest    | the compatibility of the plan is stated correctly | the plan is compatible with 1.5 °C is yes                                                                                    | plan             |
        | honest    |                                                   | the report states that the plan is not compatible is yes                                                                     | plan             |
      And these gates
        | id       | gate                                                  | requires                                                                                                         | applies when                                                                                                                          | basis   |
        | DS-04-S1 | Gross scope 1 emissions are reported                  | gross scope 1 emissions are stated is yes                                                                        | climate data of ESRS E1 are required holds                                                                                            | figures |
        | DS-04-S2 | Gross scope 2 emissions by both methods are reported  | gross location-based scope 2 emissions are stated is yes; gross market-based scope 2 emissions are stated is yes | climate data of ESRS E1 are required holds                                                                                            | figures |
        | DS-04-S3 | Gross scope 3 emissions are reported                  | gross scope 3 emissions are stated is yes                                                                        | climate data of ESRS E1 are required holds                                                                                            | figures |
        | DS-04-T  | Total emissions are reported                          | total emissions are stated is yes                                                                                | climate data of ESRS E1 are required holds                                                                                            | figures |
        | DS-04-E  | Energy mix is reported                                | energy mix is stated is yes                                                                                      | climate data of ESRS E1 are required holds                                                                                            | figures |
        | DS-04-G  | Targets are reported                                  | targets are stated is yes                                                                                        | climate data of ESRS E1 are required holds                                                                                            | figures |
        | DS-04-R  | Removals are reported                                 | removals are stated is yes                                                                                       | climate data of ESRS E1 are required holds                                                                                            | figures |
        | DS-04-C  | Carbon credits are reported separately from emissions | carbon credits are stated separately is yes                                                                      | climate data of ESRS E1 are required holds                                                                                            | figures |
        | DS-04-P  | Internal carbon price is reported                     | internal carbon price is stated is yes                                                                           | climate data of ESRS E1 are required holds                                                                                            | figures |
        | DS-05    | No target is met with carbon credits                  | a target is met with carbon credits is no                                                                        | climate data of ESRS E1 are required holds; targets are stated is yes                                                                 | credits |
        | DS-06    | A plan not compatible with 1.5 °C is reported as such | the compatibility of the plan is stated correctly holds                                                          | climate data of ESRS E1 are required holds; a transition plan is published is yes; first day of the financial year is from 2027-01-01 | plan    |

    Scenario Outline: Each required item separately
      Given <fact> is no
      When evaluated as of 2028-06-01
      Then gate <gate> is not met

      Examples:
        | fact           | gate     |
        | scope_1        | DS-04-S1 |
        | scope_2_place  | DS-04-S2 |
        | scope_2_market | DS-04-S2 |
        | scope_3        | DS-04-S3 |
        | all_scopes     | DS-04-T  |
        | energy         | DS-04-E  |
        | targets        | DS-04-G  |
        | removals       | DS-04-R  |
        | credits_apart  | DS-04-C  |
        | price          | DS-04-P  |

    Scenario Outline: Climate data are required only if climate change is material, from 2024
      Given <change>
      When evaluated as of 2028-06-01
      Then gate DS-04-S1 is <outcome>
      And gate DS-05 is <outcome>

      Examples:
        | change               | outcome        |
        | reports is no        | not applicable |
        | material is no       | not applicable |
        | begins is 2023-12-31 | not applicable |
        | begins is 2024-01-01 | met            |

    Scenario Outline: Targets and carbon credits
      Given targets is <targets>
      And by_credits is <credits>
      When evaluated as of 2028-06-01
      Then gate DS-05 is <outcome>

      Examples:
        | targets | credits | outcome        |
        | yes     | no      | met            |
        | yes     | yes     | not met        |
        | no      | yes     | not applicable |

    Scenario Outline: A plan not compatible with 1.5 °C must be reported as such
      Given plan is <plan>
      And compatible is <compatible>
      And said_so is <said>
      And begins is <begins>
      When evaluated as of 2028-06-01
      Then gate DS-06 is <outcome>

      Examples:
        | plan | compatible | said | begins     | outcome        |
        | yes  | no         | no   | 2027-01-01 | not met        |
        | yes  | no         | yes  | 2027-01-01 | met            |
        | yes  | yes        | no   | 2027-01-01 | met            |
        | no   | no         | no   | 2027-01-01 | not applicable |
        | yes  | no         | no   | 2026-12-31 | not applicable |
