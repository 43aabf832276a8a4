# language: en
Feature: Effectiveness and targets

  Background:
    Given the scorecard data-centre
    And these facts
      | fact       | label                  | type   | unit | at least | at most | evidence      | given |
      | measured   | period measured        | period |      |          |         |               |       |
      | facility   | energy of the facility | number | GWh  | 0        |         | meter-sheet   |       |
      | it_energy  | energy of IT equipment | number | GWh  | 0.000001 |         | meter-sheet   | yes   |
      | new_large  | new large site         | flag   |      |          |         |               | yes   |
      | racks_used | racks in use           | number | %    | 0        | 100     | capacity-list |       |
    And this reference case
      | fact                   | value                    |
      | period measured        | 2025-01-01 to 2025-12-31 |
      | energy of the facility | 12.0 GWh                 |
      | energy of IT equipment | 8.8 GWh                  |
      | new large site         | yes                      |
      | racks in use           | 65 %                     |

  Rule: Power usage effectiveness
    Background:
      Given the quantity energy of the facility in the period (facility_over), in GWh
        | is                                           | when                                               | basis        |
        | energy of the facility                       | the as-of date is after the end of period measured | ratio, proof |
        | undetermined, because the period is not over | otherwise                                          | ratio        |
      And the quantity power usage effectiveness (pue), on basis ratio
        | is                                                            |
        | energy of the facility in the period / energy of IT equipment |
      And these gates
        | id  | gate                                                           | requires                                                                                                                                               | applies when                                                         | basis       |
        | PD0 | Facility not below IT energy, over a year at most that is over | energy of the facility in the period is at least energy of IT equipment; the start of period measured is after the end of period measured minus 1 year |                                                                      | ratio       |
        | PD3 | New large site at most 1.4                                     | power usage effectiveness is at most 1.4                                                                                                               | new large site is yes; the end of period measured is from 2022-01-01 | site, start |
      And these findings
        | code      | finding                                                                                                    | when                                                                                     | severity    | basis       |
        | PD1.MEAN  | Not below the 1.5 that the mean of the country is to fall below by the end of 2025: a target of the sector | power usage effectiveness is at least 1.5; the end of period measured is from 2025-12-31 | observation | sector, due |
        | PD1.RACKS | Fewer racks in use than the 60 % of the sector                                                             | racks in use is less than 60 %; the end of period measured is from 2025-12-31            | observation | sector, due |
        | PD4.BEST  | Among the 1.15 that one weak report has for best sites in 2027                                             | power usage effectiveness is at least 1; power usage effectiveness is at most 1.15       | observation | best        |
      And these results
        | result    | label                          | is                        | rounded to | basis |
        | pue_value | Facility energy over IT energy | power usage effectiveness | 4 decimals | ratio |

    Scenario Outline: 1.4 and a ten-thousandth more
      Given facility is <facility> GWh
      And energy of IT equipment is 10 GWh
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

    Scenario Outline: figures that cannot be, and targets of the sector
      Given facility is <facility> GWh
      And energy of IT equipment is 10 GWh
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

    Scenario Outline: what is not over was not measured
      Given measured is 2026-01-01 to <last>
      When evaluated as of 2026-11-20
      Then gate PD0 is <outcome>

      Examples:
        | last       | outcome      |
        | 2026-11-19 | met          |
        | 2026-11-20 | undetermined |

    Scenario Outline: until a period is over its ratio is open, and nothing is remarked
      Given facility is <facility> GWh
      And energy of IT equipment is 10 GWh
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

    Scenario: a period to come has no ratio
      When evaluated as of 2025-12-31
      Then the rules leave the quantity power usage effectiveness undetermined

    Scenario: without the sheets of the meters there is no ratio
      Given evidence for energy of the facility is missing
      When evaluated as of 2026-11-20
      Then gate PD3 is undetermined
