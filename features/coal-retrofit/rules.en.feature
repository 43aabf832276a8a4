# language: en
Feature: Reduction and routes

  Background:
    Given the scorecard coal-retrofit
    And these facts
      | fact        | label                                           | type   | unit      | one of                                       | at least | evidence         | given |
      | year_end    | last day of the measured year                   | date   |           |                                              |          |                  | yes   |
      | similar     | mean emissions of similar units in 2023 per MWh | number | tCO2e/MWh |                                              | 0.0001   |                  | yes   |
      | retrofitted | emissions of the retrofitted unit per MWh       | number | tCO2e/MWh |                                              | 0        | heat-rate-report |       |
      | route       | retrofit route                                  | choice |           | biomass, green_ammonia, capture, other_route |          |                  |       |
    And the choices of retrofit route
      | value         | words          |
      | biomass       | biomass        |
      | green_ammonia | green ammonia  |
      | capture       | carbon capture |
      | other_route   | another route  |
    And this reference case
      | fact                                            | value           |
      | last day of the measured year                   | 2027-12-31      |
      | mean emissions of similar units in 2023 per MWh | 0.820 tCO2e/MWh |
      | emissions of the retrofitted unit per MWh       | 0.405 tCO2e/MWh |
      | retrofit route                                  | biomass         |

  Rule: About half
    Background:
      Given the quantity emissions of the unit in the year per MWh (measured), in tCO2e/MWh
        | is                                           | when                                                  | basis       |
        | emissions of the retrofitted unit per MWh    | the as-of date is after last day of the measured year | year, proof |
        | undetermined, because the year has not ended | otherwise                                             | year        |
      And the quantity reduction compared with similar units (fall), in %, on basis plan
        | is                                                                                                                                              |
        | (mean emissions of similar units in 2023 per MWh - emissions of the unit in the year per MWh) / mean emissions of similar units in 2023 per MWh |
      And the quantity minimum reduction (least_fall), in %, by meaning of about 50 %, on basis about
        | meaning of about 50 % | is |
        | at least 50 %         | 50 |
        | at least 45 %         | 45 |
      And these gates
        | id  | gate                                                          | requires                                                            | applies when                                     | basis      |
        | CR1 | Emissions are about 50 % below the 2023 mean of similar units | reduction compared with similar units is at least minimum reduction | last day of the measured year is from 2027-01-01 | plan, year |
        | CR2 | The retrofit uses one of the three routes                     | retrofit route is one of biomass, green ammonia, carbon capture     |                                                  | routes     |
      And these findings
        | code      | finding                                                                | when                                               | severity    | basis |
        | CR1.EARLY | The target year is 2027: for earlier years only the reduction is shown | last day of the measured year is before 2027-01-01 | observation | plan  |
      And these results
        | result     | label                                         | is                                    | rounded to | basis |
        | fall_value | Reduction compared with similar units of 2023 | reduction compared with similar units | 2 decimals | plan  |

    Scenario Outline: 50 % and 45 %: both sides of each boundary
      Given the setting about_half is <reading>
      And mean emissions of similar units in 2023 per MWh is 0.800 tCO2e/MWh
      And retrofitted is <retrofitted> tCO2e/MWh
      And year_end is <end>
      When evaluated as of 2028-03-31
      Then gate CR1 is <outcome>
      And the quantity least_fall is <least> %
      And <early>

      Examples:
        | reading    | retrofitted | end        | outcome        | least | early                              |
        | fifty      | 0.4         | 2027-12-31 | met            | 50    | no finding CR1.EARLY is raised     |
        | fifty      | 0.4001      | 2027-12-31 | not met        | 50    | no finding CR1.EARLY is raised     |
        | forty_five | 0.44        | 2027-01-01 | met            | 45    | no finding CR1.EARLY is raised     |
        | forty_five | 0.4401      | 2027-01-01 | not met        | 45    | no finding CR1.EARLY is raised     |
        | fifty      | 0.7         | 2026-12-31 | not applicable | 50    | an observation CR1.EARLY is raised |

    Scenario Outline: The three routes
      Given retrofit route is <retrofit route>
      When evaluated as of 2028-03-31
      Then gate CR2 is <outcome>

      Examples:
        | retrofit route | outcome |
        | biomass        | met     |
        | green_ammonia  | met     |
        | capture        | met     |
        | other_route    | not met |

    Scenario Outline: A year is measured after it ends
      Given retrofitted is <retrofitted> tCO2e/MWh
      When evaluated as of <day>
      Then gate CR1 is <outcome>
      And the conclusion is <conclusion>

      Examples:
        | retrofitted | day        | outcome      | conclusion  |
        | 0.405       | 2026-11-20 | undetermined | incomplete  |
        | 0.7         | 2027-12-31 | undetermined | incomplete  |
        | 0.405       | 2027-12-31 | undetermined | incomplete  |
        | 0.405       | 2028-01-01 | met          | scored      |
        | 0.7         | 2028-01-01 | not met      | gate failed |

    Scenario: On its last day the year has no reduction yet
      When evaluated as of 2027-12-31
      Then the rules leave the quantity reduction compared with similar units undetermined

    Scenario: Without a heat rate report the reduction is undetermined
      Given evidence for emissions of the retrofitted unit per MWh is missing
      When evaluated as of 2028-03-31
      Then gate CR1 is undetermined
