# language: en
Feature: Fall and routes

  Background:
    Given the scorecard coal-retrofit
    And these facts
      | fact        | label                             | type   | unit      | one of                                       | at least | evidence         | given |
      | year_end    | last day of the year measured     | date   |           |                                              |          |                  | yes   |
      | similar     | mean of similar units in 2023     | number | tCO2e/MWh |                                              | 0.0001   |                  | yes   |
      | retrofitted | emissions of the retrofitted unit | number | tCO2e/MWh |                                              | 0        | heat-rate-report |       |
      | route       | route                             | choice |           | biomass, green_ammonia, capture, other_route |          |                  |       |
    And the choices of route
      | value         | words          |
      | biomass       | biomass        |
      | green_ammonia | green ammonia  |
      | capture       | carbon capture |
      | other_route   | another route  |
    And this reference case
      | fact                              | value           |
      | last day of the year measured     | 2027-12-31      |
      | mean of similar units in 2023     | 0.820 tCO2e/MWh |
      | emissions of the retrofitted unit | 0.405 tCO2e/MWh |
      | route                             | biomass         |

  Rule: About half
    Background:
      Given the quantity emissions of the unit in the year (measured), in tCO2e/MWh
        | is                                         | when                                                  | basis       |
        | emissions of the retrofitted unit          | the as-of date is after last day of the year measured | year, proof |
        | undetermined, because the year is not over | otherwise                                             | year        |
      And the quantity fall against similar units (fall), in %, on basis plan
        | is                                                                                                  |
        | (mean of similar units in 2023 - emissions of the unit in the year) / mean of similar units in 2023 |
      And the quantity least fall (least_fall), in %, by reading of about 50 %, on basis about
        | reading of about 50 % | is |
        | at least 50 %         | 50 |
        | at least 45 %         | 45 |
      And these gates
        | id  | gate                                   | requires                                               | applies when                                     | basis      |
        | CR1 | About 50 % below similar units of 2023 | fall against similar units is at least least fall      | last day of the year measured is from 2027-01-01 | plan, year |
        | CR2 | One of the three routes                | route is one of biomass, green ammonia, carbon capture |                                                  | routes     |
      And these findings
        | code      | finding                                                  | when                                               | severity    | basis |
        | CR1.EARLY | The target is of 2027: before it the fall is shown alone | last day of the year measured is before 2027-01-01 | observation | plan  |
      And these results
        | result     | label                              | is                         | rounded to | basis |
        | fall_value | Fall against similar units of 2023 | fall against similar units | 2 decimals | plan  |

    Scenario Outline: 50 %, and a step beside
      Given the setting about_half is <reading>
      And mean of similar units in 2023 is 0.800 tCO2e/MWh
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

    Scenario Outline: three routes
      Given route is <route>
      When evaluated as of 2028-03-31
      Then gate CR2 is <outcome>

      Examples:
        | route         | outcome |
        | biomass       | met     |
        | green_ammonia | met     |
        | capture       | met     |
        | other_route   | not met |

    Scenario Outline: a year is measured once it is over
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

    Scenario: a year to come has no fall
      When evaluated as of 2027-12-31
      Then the rules leave the quantity fall against similar units undetermined

    Scenario: without a report on the heat rate the fall is open
      Given evidence for emissions of the retrofitted unit is missing
      When evaluated as of 2028-03-31
      Then gate CR1 is undetermined
