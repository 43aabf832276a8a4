# language: en
Feature: Gross emissions, global warming potentials, net targets and the statement of compliance

  Background:
    Given the scorecard disclosure-issb-s2

  Rule: Each requirement
    Background:
      Given these conditions
        | condition | label                                              | holds when                                                                                                                                                                                                                   | basis              |
        | scoped    | emissions of all required scopes are stated        | gross scope 1 emissions are stated is yes; gross location-based scope 2 emissions are stated is yes; gross scope 3 emissions are stated is yes                                                                               | scopes             |
        | scoped    |                                                    | gross scope 1 emissions are stated is yes; gross location-based scope 2 emissions are stated is yes; number of the reporting year under IFRS S2 is 1                                                                         | scopes, first-year |
        | amended   | the amendments apply to the year                   | first day of the reporting year is from 2027-01-01                                                                                                                                                                           | potentials         |
        | amended   |                                                    | the amendments of December 2025 are applied is yes                                                                                                                                                                           | potentials         |
        | weighed   | the global warming potentials used are permitted   | global warming potentials come from the latest assessment report is yes                                                                                                                                                      | potentials         |
        | weighed   |                                                    | the amendments apply to the year holds; the jurisdiction requires other global warming potentials is yes                                                                                                                     | potentials         |
        | netted    | the disclosures required for a net target are made | scheme of the carbon credits is stated is yes; type of the carbon credits is stated is yes; verification of the carbon credits is stated is yes                                                                              | net                |
        | netted    |                                                    | a net target is stated is no                                                                                                                                                                                                 | net                |
        | whole     | every requirement is met                           | emissions of all required scopes are stated holds; the global warming potentials used are permitted holds; the disclosures required for a net target are made holds; all other requirements of IFRS S1 and S2 are met is yes | full, entered      |
      And these gates
        | id    | gate                                                                                                           | requires                                                 | applies when                                                                               | basis                     |
        | DS-07 | Gross emissions of scope 1, location-based scope 2 and scope 3 are stated (scope 3 optional in the first year) | emissions of all required scopes are stated holds        | first day of the reporting year is from 2024-01-01                                         | scopes, first-year, start |
        | DS-08 | Global warming potentials are those of the latest assessment report, or those required by the jurisdiction     | the global warming potentials used are permitted holds   | first day of the reporting year is from 2024-01-01                                         | potentials                |
        | DS-10 | Scheme, type and verification of the carbon credits for a net target are disclosed                             | the disclosures required for a net target are made holds | first day of the reporting year is from 2024-01-01; a net target is stated is yes          | net                       |
        | DS-09 | Unreserved compliance is stated only if every requirement is met                                               | every requirement is met holds                           | first day of the reporting year is from 2024-01-01; unreserved compliance is stated is yes | full, entered             |
      And these findings
        | code  | finding                                                                 | when                                                                                       | severity    | basis |
        | DS-NO | The year began before IFRS S2 took effect and is not assessed           | first day of the reporting year is before 2024-01-01                                       | observation | start |
        | DS-PT | Not every requirement is met, so only partial application may be stated | first day of the reporting year is from 2024-01-01; every requirement is met does not hold | observation | full  |

    Scenario Outline: Missing scopes
      Given <change>
      When evaluated as of 2028-06-01
      Then gate DS-07 is <outcome>
      And gate DS-09 is <outcome>

      Examples:
        | change        | outcome |
        | scope_1 is no | not met |
        | scope_2 is no | not met |
        | scope_3 is no | not met |

    Scenario Outline: Scope 3 may be omitted only in the first year
      Given scope_3 is no
      And year_number is <number>
      When evaluated as of 2028-06-01
      Then gate DS-07 is <outcome>

      Examples:
        | number | outcome |
        | 1      | met     |
        | 2      | not met |

    Scenario Outline: The first year still requires scopes 1 and 2
      Given year_number is 1
      And <change>
      And scope_3 is no
      When evaluated as of 2028-06-01
      Then gate DS-07 is not met

      Examples:
        | change        |
        | scope_1 is no |
        | scope_2 is no |

    Scenario Outline: Other global warming potentials
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

    Scenario Outline: Net targets and their carbon credits
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

    Scenario: Without a net target, no credit information is required
      Given net_target is no
      And scheme is no
      When evaluated as of 2028-06-01
      Then gate DS-09 is met

    Scenario Outline: Statement of compliance
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

    Scenario Outline: First day on which IFRS S2 applies
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
