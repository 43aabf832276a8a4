# language: en
Feature: Gross emissions, warming potentials, net targets and the words about compliance

  Background:
    Given the scorecard disclosure-issb-s2

  Rule: Each requirement
    Background:
      Given these conditions
        | condition | label                              | holds when                                                                                                                                                             | basis              |
        | scoped    | the scopes are stated              | gross scope 1 is stated is yes; gross scope 2 by location is stated is yes; gross scope 3 is stated is yes                                                             | scopes             |
        | scoped    |                                    | gross scope 1 is stated is yes; gross scope 2 by location is stated is yes; which year of reporting under IFRS S2 it is is 1                                           | scopes, first-year |
        | amended   | the amendments bind the year       | first day of the reporting year is from 2027-01-01                                                                                                                     | potentials         |
        | amended   |                                    | the amendments of December 2025 are used is yes                                                                                                                        | potentials         |
        | weighed   | the warming potentials may be used | warming potentials are of the latest assessment is yes                                                                                                                 | potentials         |
        | weighed   |                                    | the amendments bind the year holds; the state demands other warming potentials is yes                                                                                  | potentials         |
        | netted    | what a net target asks is stated   | scheme of the credits is stated is yes; type of the credits is stated is yes; verification of the credits is stated is yes                                             | net                |
        | netted    |                                    | a net target is stated is no                                                                                                                                           | net                |
        | whole     | every requirement is met           | the scopes are stated holds; the warming potentials may be used holds; what a net target asks is stated holds; all other requirements of IFRS S1 and S2 are met is yes | full, entered      |
      And these gates
        | id    | gate                                                          | requires                                 | applies when                                                                                    | basis                     |
        | DS-07 | Gross scopes 1, 2 by location and 3, but scope 3 not at first | the scopes are stated holds              | first day of the reporting year is from 2024-01-01                                              | scopes, first-year, start |
        | DS-08 | Warming potentials of the latest assessment, or as demanded   | the warming potentials may be used holds | first day of the reporting year is from 2024-01-01                                              | potentials                |
        | DS-10 | Credits of a net target are explained                         | what a net target asks is stated holds   | first day of the reporting year is from 2024-01-01; a net target is stated is yes               | net                       |
        | DS-09 | Compliance is stated without reserve only where all is met    | every requirement is met holds           | first day of the reporting year is from 2024-01-01; compliance is stated without reserve is yes | full, entered             |
      And these findings
        | code  | finding                                                         | when                                                                                       | severity    | basis |
        | DS-NO | The year began before IFRS S2 took effect, so nothing is judged | first day of the reporting year is before 2024-01-01                                       | observation | start |
        | DS-PT | Not every requirement is met, so only partial use may be stated | first day of the reporting year is from 2024-01-01; every requirement is met does not hold | observation | full  |

    Scenario Outline: scopes
      Given <change>
      When evaluated as of 2028-06-01
      Then gate DS-07 is <outcome>
      And gate DS-09 is <outcome>

      Examples:
        | change        | outcome |
        | scope_1 is no | not met |
        | scope_2 is no | not met |
        | scope_3 is no | not met |

    Scenario Outline: scope 3 in the first years
      Given scope_3 is no
      And year_number is <number>
      When evaluated as of 2028-06-01
      Then gate DS-07 is <outcome>

      Examples:
        | number | outcome |
        | 1      | met     |
        | 2      | not met |

    Scenario Outline: the first year asks scope 1 and 2 all the same
      Given year_number is 1
      And <change>
      And scope_3 is no
      When evaluated as of 2028-06-01
      Then gate DS-07 is not met

      Examples:
        | change        |
        | scope_1 is no |
        | scope_2 is no |

    Scenario Outline: other warming potentials
      Given latest is no
      And begins is <begins>
      And other_demanded is <demanded>
      And amendments is <used>
      When evaluated as of 2028-06-01
      Then gate DS-08 is <outcome>
      And gate DS-09 is <outcome>

      Examples:
        | begins     | demanded | used | outcome |
        | 2026-12-31 | yes      | no   | not met |
        | 2026-12-31 | yes      | yes  | met     |
        | 2026-12-31 | no       | yes  | not met |
        | 2027-01-01 | yes      | no   | met     |
        | 2027-01-01 | no       | no   | not met |

    Scenario Outline: net targets
      Given <change>
      When evaluated as of 2028-06-01
      Then gate DS-10 is <outcome>
      And gate DS-09 is <full>

      Examples:
        | change           | outcome        | full    |
        | scheme is no     | not met        | not met |
        | kind is no       | not met        | not met |
        | verified is no   | not met        | not met |
        | net_target is no | not applicable | met     |

    Scenario: without a net target nothing is asked of credits
      Given net_target is no
      And scheme is no
      When evaluated as of 2028-06-01
      Then gate DS-09 is met

    Scenario Outline: words about compliance
      Given rest_met is <rest>
      And full_claimed is <claimed>
      When evaluated as of 2028-06-01
      Then gate DS-09 is <outcome>
      And <finding>

      Examples:
        | rest | claimed | outcome        | finding                        |
        | no   | yes     | not met        | an observation DS-PT is raised |
        | no   | no      | not applicable | an observation DS-PT is raised |
        | yes  | yes     | met            | no finding DS-PT is raised     |

    Scenario Outline: the day of effect
      Given begins is <begins>
      And scope_1 is no
      When evaluated as of 2028-06-01
      Then gate DS-07 is <outcome>
      And gate DS-08 is <others>
      And gate DS-09 is <outcome>
      And gate DS-10 is <others>
      And <before>
      And <partial>

      Examples:
        | begins     | outcome        | others         | before                         | partial                        |
        | 2023-12-31 | not applicable | not applicable | an observation DS-NO is raised | no finding DS-PT is raised     |
        | 2024-01-01 | not met        | met            | no finding DS-NO is raised     | an observation DS-PT is raised |
