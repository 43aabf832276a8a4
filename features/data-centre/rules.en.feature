# language: en
Feature: Effectiveness and targets

  Background:
    Given the scorecard data-centre
    And these facts
      | fact       | label                           | type   | unit | at least | at most | evidence      | given |
      | measured   | measurement period              | period |      |          |         |               |       |
      | facility   | electricity use of the facility | number | GWh  | 0        |         | meter-sheet   |       |
      | it_energy  | electricity use of IT equipment | number | GWh  | 0.000001 |         | meter-sheet   | yes   |
      | new_large  | new large data centre           | flag   |      |          |         |               | yes   |
      | racks_used | share of racks in use           | number | %    | 0        | 100     | capacity-list |       |
    And this reference case
      | fact                            | value                    |
      | measurement period              | 2025-01-01 to 2025-12-31 |
      | electricity use of the facility | 12.0 GWh                 |
      | electricity use of IT equipment | 8.8 GWh                  |
      | new large data centre           | yes                      |
      | share of racks in use           | 65 %                     |

  Rule: Power usage effectiveness
    Background:
      Given the quantity electricity use of the facility in the period (facility_over), in GWh
        | is                                             | when                                                  | basis        |
        | electricity use of the facility                | the as-of date is after the end of measurement period | ratio, proof |
        | undetermined, because the period has not ended | otherwise                                             | ratio        |
      And the quantity power usage effectiveness (pue), on basis ratio
        | is                                                                              |
        | electricity use of the facility in the period / electricity use of IT equipment |
      And these gates
        | id  | gate                                                                                       | requires                                                                                                                                                                       | applies when                                                                   | basis       |
        | PD0 | Facility electricity is not below IT electricity in a completed period of at most one year | electricity use of the facility in the period is at least electricity use of IT equipment; the start of measurement period is after the end of measurement period minus 1 year |                                                                                | ratio       |
        | PD3 | Power usage effectiveness of a new large data centre is at most 1.4                        | power usage effectiveness is at most 1.4                                                                                                                                       | new large data centre is yes; the end of measurement period is from 2022-01-01 | site, start |
      And these findings
        | code      | finding                                                                                     | when                                                                                        | severity    | basis       |
        | PD1.MEAN  | Ratio of 1.5 or more, while the sector targets a national mean below 1.5 by the end of 2025 | power usage effectiveness is at least 1.5; the end of measurement period is from 2025-12-31 | observation | sector, due |
        | PD1.RACKS | Share of racks in use below the 60 % of the sector                                          | share of racks in use is less than 60 %; the end of measurement period is from 2025-12-31   | observation | sector, due |
        | PD4.BEST  | Within the 1.15 that one weak report has for the best sites in 2027                         | power usage effectiveness is at least 1; power usage effectiveness is at most 1.15          | observation | best        |
      And these results
        | result    | label                                          | is                        | rounded to | basis |
        | pue_value | Facility electricity divided by IT electricity | power usage effectiveness | 4 decimals | ratio |

    Scenario Outline: 1.4: both sides of the limit
      Given facility is <facility> GWh
      And electricity use of IT equipment is 10 GWh
      And new_large is <new>
      And measured is <first> to <last>
      When evaluated as of 2026-11-20
      Then gate PD3 is <outcome>

      Examples:
        | facility | new | first      | last       | outcome        |
        | 14       | yes | 2025-01-01 | 2025-12-31 | met            |
        | 14.001   | yes | 2025-01-01 | 2025-12-31 | not met        |
        | 14.001   | no  | 2025-01-01 | 2025-12-31 | not applicable |
        | 14.001   | yes | 2021-01-01 | 2021-12-31 | not applicable |
        | 14.001   | yes | 2021-01-02 | 2022-01-01 | not met        |

    Scenario Outline: Ratio below 1, period above one year, and targets of the sector
      Given facility is <facility> GWh
      And electricity use of IT equipment is 10 GWh
      And measured is 2025-01-01 to <last>
      And racks_used is <racks> %
      When evaluated as of 2026-11-20
      Then gate PD0 is <outcome>
      And <mean>
      And <used>
      And <best>

      Examples:
        | facility | last       | racks | outcome | mean                              | used                               | best                              |
        | 14.99    | 2025-12-31 | 60    | met     | no finding PD1.MEAN is raised     | no finding PD1.RACKS is raised     | no finding PD4.BEST is raised     |
        | 15       | 2025-12-31 | 59.99 | met     | an observation PD1.MEAN is raised | an observation PD1.RACKS is raised | no finding PD4.BEST is raised     |
        | 11.5     | 2025-12-31 | 60    | met     | no finding PD1.MEAN is raised     | no finding PD1.RACKS is raised     | an observation PD4.BEST is raised |
        | 11.51    | 2026-01-01 | 60    | not met | no finding PD1.MEAN is raised     | no finding PD1.RACKS is raised     | no finding PD4.BEST is raised     |
        | 15       | 2025-12-30 | 59.99 | met     | no finding PD1.MEAN is raised     | no finding PD1.RACKS is raised     | no finding PD4.BEST is raised     |
        | 10       | 2025-12-31 | 60    | met     | no finding PD1.MEAN is raised     | no finding PD1.RACKS is raised     | an observation PD4.BEST is raised |
        | 9.99     | 2025-12-31 | 60    | not met | no finding PD1.MEAN is raised     | no finding PD1.RACKS is raised     | no finding PD4.BEST is raised     |

    Scenario Outline: A period that has not ended is not measured
      Given measured is 2026-01-01 to <last>
      When evaluated as of 2026-11-20
      Then gate PD0 is <outcome>

      Examples:
        | last       | outcome      |
        | 2026-11-19 | met          |
        | 2026-11-20 | undetermined |

    Scenario Outline: Until a period ends its ratio is undetermined
      Given facility is <facility> GWh
      And electricity use of IT equipment is 10 GWh
      When evaluated as of <day>
      Then gate PD0 is <sane>
      And gate PD3 is <outcome>
      And the conclusion is <conclusion>

      Examples:
        | facility | day        | sane         | outcome      | conclusion  |
        | 14       | 2025-12-31 | undetermined | undetermined | incomplete  |
        | 16       | 2025-12-31 | undetermined | undetermined | incomplete  |
        | 9.99     | 2025-12-31 | undetermined | undetermined | incomplete  |
        | 14       | 2026-01-01 | met          | met          | scored      |
        | 16       | 2026-01-01 | met          | not met      | gate failed |

    Scenario: On its last day the period has no ratio yet
      When evaluated as of 2025-12-31
      Then the rules leave the quantity power usage effectiveness undetermined

    Scenario: Without meter sheets the limit is undetermined
      Given evidence for electricity use of the facility is missing
      When evaluated as of 2026-11-20
      Then gate PD3 is undetermined
