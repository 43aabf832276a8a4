# language: en
Feature: Conditions and the core indicator

  Background:
    Given the scorecard zero-carbon-park
    And these facts
      | fact           | label                                                    | type   | unit  | one of                                        | at least | multiple of | evidence        | given |
      | level          | level of the park                                        | choice |       | catalogue, newer_provincial, below_provincial |          |             |                 | yes   |
      | area_kind      | area                                                     | choice |       | whole_park, clear_part, unclear_part          |          |             |                 |       |
      | stats_base     | statistics, accounting, metering and monitoring in place | flag   |       |                                               |          |             |                 |       |
      | accident       | major accident                                           | flag   |       |                                               |          |             | accident-letter | yes   |
      | accident_on    | date of the last major accident                          | date   |       |                                               |          |             | accident-letter | yes   |
      | letter_on      | issue date of the accident letter                        | date   |       |                                               |          |             |                 | yes   |
      | requested_on   | application date                                         | date   |       |                                               |          |             |                 |       |
      | province_count | number of parks recommended by the province              | number | item  |                                               | 0        | 1           |                 | yes   |
      | first_round    | first-round application                                  | flag   |       |                                               |          |             |                 | yes   |
      | recommended_on | recommendation date                                      | date   |       |                                               |          |             |                 | yes   |
      | energy         | annual energy use in coal equivalent                     | number | kt    |                                               | 0.001    |             | energy-balance  | yes   |
      | electricity_by | conversion of electricity to coal equivalent             | choice |       | equal_value, equivalent_value                 |          |             |                 | yes   |
      | energy_co2     | CO2 from energy use                                      | number | tCO2e |                                               | 0        |             | energy-balance  |       |
      | process_co2    | CO2 from industrial processes                            | number | tCO2e |                                               | 0        |             | energy-balance  |       |
      | unproven_co2   | CO2 from electricity claimed as green without proof      | number | tCO2e |                                               | 0        |             | energy-balance  |       |
      | target_year    | target year                                              | choice |       | y2027, y2030, y2035                           |          |             |                 | yes   |
    And issue date of the accident letter is the day on which evidence for major accident was issued
    And the choices of level of the park
      | value            | words                                     |
      | catalogue        | provincial zone or above in the catalogue |
      | newer_provincial | newer provincial zone                     |
      | below_provincial | below provincial level                    |
    And the choices of area
      | value        | words                       |
      | whole_park   | whole park                  |
      | clear_part   | part with a clear border    |
      | unclear_part | part without a clear border |
    And the choices of conversion of electricity to coal equivalent
      | value            | words            |
      | equal_value      | equal value      |
      | equivalent_value | equivalent value |
    And the choices of target year
      | value | words |
      | y2027 | 2027  |
      | y2030 | 2030  |
      | y2035 | 2035  |
    And this reference case
      | fact                                                     | value                                     |
      | level of the park                                        | provincial zone or above in the catalogue |
      | area                                                     | whole park                                |
      | statistics, accounting, metering and monitoring in place | yes                                       |
      | major accident                                           | no                                        |
      | date of the last major accident                          | 2020-05-01                                |
      | application date                                         | 2025-08-22                                |
      | number of parks recommended by the province              | 2 items                                   |
      | first-round application                                  | yes                                       |
      | recommendation date                                      | 2025-08-22                                |
      | annual energy use in coal equivalent                     | 450 kt                                    |
      | conversion of electricity to coal equivalent             | equal value                               |
      | CO2 from energy use                                      | 80000 tCO2e                               |
      | CO2 from industrial processes                            | 3000 tCO2e                                |
      | CO2 from electricity claimed as green without proof      | 0 tCO2e                                   |
      | target year                                              | 2027                                      |

  Rule: Eligibility to apply
    Background:
      Given these conditions
        | condition       | label                                        | holds when                                                                                                                                             | basis            |
        | recent_accident | a major accident occurred within three years | major accident is yes; date of the last major accident is until the as-of date; application date is until date of the last major accident plus 3 years | accident-reading |
      And the quantity application is submitted (1 = yes) (requested)
        | is                                                               | when                                     | basis      |
        | 1                                                                | application date is until the as-of date | conditions |
        | undetermined, because the application has not been submitted yet | otherwise                                | to-come    |
      And the quantity province recommended in time in the first round (1 = yes) (in_time)
        | is                                                | when                                                                                 | basis       |
        | 1                                                 | recommendation date is until 2025-08-22; recommendation date is until the as-of date | recommended |
        | 0                                                 | the as-of date is after 2025-08-22                                                   | recommended |
        | undetermined, because the deadline has not passed | otherwise                                                                            | to-come     |
      And the quantity accident letter is recent enough (1 = yes) (letter_young), on basis record-age
        | is                                                                                                           | when                                                                    |
        | 1                                                                                                            | application date is until issue date of the accident letter plus 1 year |
        | undetermined, because no accident letter was issued within the twelve months before the application or later | otherwise                                                               |
      And these gates
        | id     | gate                                                     | requires                                                                                                    | applies when                                            | basis                  |
        | N0     | The application is submitted                             | application is submitted (1 = yes) is 1                                                                     | scheme is national park                                 | conditions, to-come    |
        | N1     | The park is a provincial zone or above                   | level of the park is one of provincial zone or above in the catalogue, newer provincial zone                | scheme is national park                                 | conditions             |
        | N2     | The area is a whole park or a part with a clear border   | area is one of whole park, part with a clear border                                                         | scheme is national park                                 | conditions             |
        | N3     | Statistics, accounting, metering and monitoring in place | statistics, accounting, metering and monitoring in place is yes                                             | scheme is national park                                 | conditions             |
        | N4     | No major accident in three years                         | a major accident occurred within three years does not hold; accident letter is recent enough (1 = yes) is 1 | scheme is national park                                 | conditions, record-age |
        | N13A   | At most two parks per province                           | number of parks recommended by the province is at most 2 items                                              | scheme is national park                                 | recommended            |
        | N13A-1 | First-round recommendation by 22 August 2025             | province recommended in time in the first round (1 = yes) is 1                                              | scheme is national park; first-round application is yes | recommended, to-come   |

    Scenario Outline: Level, boundary and statistical basis are required
      Given level is <level>
      And area_kind is <area>
      And stats_base is <base>
      When evaluated as of 2026-11-20
      Then gate N1 is <n1>
      And gate N2 is <n2>
      And gate N3 is <n3>

      Examples:
        | level            | area         | base | n1      | n2      | n3      |
        | catalogue        | whole_park   | yes  | met     | met     | met     |
        | newer_provincial | clear_part   | yes  | met     | met     | met     |
        | below_provincial | clear_part   | yes  | not met | met     | met     |
        | catalogue        | unclear_part | yes  | met     | not met | met     |
        | catalogue        | whole_park   | no   | met     | met     | not met |

    Scenario Outline: An accident in the three years before the application fails the gate
      Given accident is <accident>
      And accident_on is <day>
      When evaluated as of 2026-11-20
      Then gate N4 is <outcome>

      Examples:
        | accident | day        | outcome |
        | no       | 2025-01-01 | met     |
        | yes      | 2022-08-21 | met     |
        | yes      | 2022-08-22 | not met |
        | yes      | 2025-08-22 | not met |

    Scenario: The national conditions do not apply to parks in Hunan
      Given the setting scheme is hunan
      And level of the park is below provincial level
      And area is part without a clear border
      And statistics, accounting, metering and monitoring in place is no
      And major accident is yes
      And date of the last major accident is 2025-08-22
      When evaluated as of 2026-11-20
      Then gate N1 is not applicable
      And gate N2 is not applicable
      And gate N3 is not applicable
      And gate N4 is not applicable

    Scenario Outline: At most two parks, recommended by 22 August 2025
      Given the setting scheme is <scheme>
      And province_count is <count> items
      And first_round is <first>
      And recommended_on is <day>
      When evaluated as of 2026-11-20
      Then gate N13A is <count gate>
      And gate N13A-1 is <day gate>

      Examples:
        | scheme   | count | first | day        | count gate     | day gate       |
        | national | 2     | yes   | 2025-08-22 | met            | met            |
        | national | 3     | yes   | 2025-08-23 | not met        | not met        |
        | national | 2     | no    | 2025-08-23 | met            | not applicable |
        | hunan    | 3     | yes   | 2025-08-23 | not applicable | not applicable |

    Scenario Outline: A future application or recommendation is undetermined
      Given application date is <request>
      And recommendation date is <recommended>
      When evaluated as of <day>
      Then gate N0 is <n0>
      And gate N13A-1 is <round>

      Examples:
        | request    | recommended | day        | n0           | round        |
        | 2025-08-22 | 2025-08-22  | 2025-08-21 | undetermined | undetermined |
        | 2025-08-22 | 2025-08-22  | 2025-08-22 | met          | met          |
        | 2025-08-22 | 2025-08-23  | 2025-08-22 | met          | undetermined |
        | 2025-08-22 | 2025-08-23  | 2025-08-23 | met          | not met      |
        | 2025-08-22 | 2025-08-21  | 2025-08-20 | undetermined | undetermined |

    Scenario: Without an application a park does not pass
      Given supposing requested is 0
      When evaluated as of 2026-11-20
      Then gate N0 is not met

    Scenario Outline: In Hunan no application is required
      Given the setting scheme is <scheme>
      And application date is 2026-11-21
      When evaluated as of 2026-11-20
      Then gate N0 is <outcome>

      Examples:
        | scheme   | outcome        |
        | national | undetermined   |
        | hunan    | not applicable |

    Scenario Outline: The three years are counted from the accident
      Given major accident is yes
      And date of the last major accident is 2024-02-29
      And application date is <request>
      When evaluated as of 2027-06-30
      Then gate N4 is <outcome>

      Examples:
        | request    | outcome |
        | 2027-02-28 | not met |
        | 2027-03-01 | met     |

    Scenario Outline: A future accident is not counted
      Given major accident is yes
      And date of the last major accident is <day>
      When evaluated as of 2026-11-20
      Then gate N4 is <outcome>

      Examples:
        | day        | outcome |
        | 2026-11-20 | not met |
        | 2026-11-21 | met     |

    Scenario: Without an energy balance the core indicator is undetermined
      Given evidence for CO2 from energy use is missing
      When evaluated as of 2026-11-20
      Then gate N5 is undetermined

    Scenario Outline: A clear letter must be issued no earlier than twelve months before the application
      Given evidence for major accident was issued on <issued>
      When evaluated as of <day>
      Then gate N4 is <outcome>

      Examples:
        | issued     | day        | outcome      |
        | 2024-08-22 | 2025-08-22 | met          |
        | 2024-08-22 | 2028-11-20 | met          |
        | 2024-08-21 | 2025-08-22 | undetermined |
        | 2024-08-21 | 2028-11-20 | undetermined |
        | 2025-12-01 | 2028-11-20 | met          |

    Scenario Outline: A dated accident counts regardless of the age of its letter
      Given major accident is yes
      And date of the last major accident is <accident>
      And evidence for major accident was issued on 2023-02-01
      And evidence for date of the last major accident was issued on 2023-02-01
      When evaluated as of 2026-11-20
      Then gate N4 is <outcome>

      Examples:
        | accident   | outcome      |
        | 2022-08-22 | not met      |
        | 2022-08-21 | undetermined |

    Scenario: Without a letter the gate is undetermined
      Given evidence for major accident is missing
      When evaluated as of 2026-11-20
      Then gate N4 is undetermined

    Scenario: Without a recent letter a park does not pass
      Given supposing letter_young is 0
      When evaluated as of 2026-11-20
      Then gate N4 is not met

  Rule: The core indicator
    Background:
      Given the quantity CO2 emissions included (emissions), in tCO2e, on basis accounting, proof
        | is                                                                                                        |
        | CO2 from energy use + CO2 from industrial processes + CO2 from electricity claimed as green without proof |
      And the quantity CO2 per unit of energy (intensity), in tCO2e/t, on basis accounting, coefficient
        | is                                                            |
        | CO2 emissions included / annual energy use in coal equivalent |
      And the quantity limit of the core indicator (core_limit), in tCO2e/t
        | is                                                                        | when                                                                              | basis |
        | 0.3 tCO2e/t                                                               | scheme is national park; annual energy use in coal equivalent is at least 1000 kt | core  |
        | 0.2 tCO2e/t                                                               | scheme is national park; annual energy use in coal equivalent is at least 200 kt  | core  |
        | undetermined, because no band below 200 ktce was found for national parks | scheme is national park                                                           | core  |
        | undetermined, because the table of Hunan is dated 2025-12-24              | the as-of date is before 2025-12-24                                               | hunan |
        | undetermined, because no band below 20 ktce was found for Hunan           | annual energy use in coal equivalent is less than 20 kt                           | hunan |
        | 1.1 tCO2e/t                                                               | target year is 2027; annual energy use in coal equivalent is at least 1000 kt     | hunan |
        | 0.8 tCO2e/t                                                               | target year is 2030; annual energy use in coal equivalent is at least 1000 kt     | hunan |
        | 0.5 tCO2e/t                                                               | annual energy use in coal equivalent is at least 1000 kt                          | hunan |
        | 1 tCO2e/t                                                                 | target year is 2027                                                               | hunan |
        | 0.7 tCO2e/t                                                               | target year is 2030                                                               | hunan |
        | 0.3 tCO2e/t                                                               | otherwise                                                                         | hunan |
      And the quantity excess over the limit of the core indicator (core_excess), in tCO2e/t
        | is                                                                                     | when                                                                                                                              | basis       |
        | undetermined, because the energy use by equal value is higher than by equivalent value | conversion of electricity to coal equivalent is equivalent value; CO2 per unit of energy is more than limit of the core indicator | coefficient |
        | CO2 per unit of energy - limit of the core indicator                                   | otherwise                                                                                                                         | accounting  |
      And the quantity CO2 reduction needed for the core indicator (to_cut), in tCO2e
        | is                                                                                                        | when                                                                                                                              | basis       |
        | undetermined, because the energy use by equal value is higher than by equivalent value                    | conversion of electricity to coal equivalent is equivalent value; CO2 per unit of energy is more than limit of the core indicator | coefficient |
        | max(CO2 emissions included - limit of the core indicator * annual energy use in coal equivalent, 0 tCO2e) | otherwise                                                                                                                         | accounting  |
      And these gates
        | id    | gate                                              | requires                                                         | applies when            | basis        |
        | N5    | Core indicator does not exceed its limit          | excess over the limit of the core indicator is at most 0 tCO2e/t | scheme is national park | core, papers |
        | N5-HN | Core indicator does not exceed the limit of Hunan | excess over the limit of the core indicator is at most 0 tCO2e/t | scheme is park of Hunan | hunan        |
      And these findings
        | code           | finding                                                                                      | when                                                                     | severity    | basis       |
        | N5.COEFFICIENT | Electricity is converted by equivalent value, and by equal value the energy use would differ | conversion of electricity to coal equivalent is equivalent value         | observation | coefficient |
        | N5.PROOF       | Electricity claimed as green without proof is included with its emissions                    | CO2 from electricity claimed as green without proof is more than 0 tCO2e | observation | proof       |
      And these results
        | result        | label                                     | is                                          | rounded to | basis      |
        | core_value    | CO2 per unit of energy of the park, t/tce | CO2 per unit of energy                      | 4 decimals | accounting |
        | core_most     | Applicable limit, t/tce                   | limit of the core indicator                 | 2 decimals | accounting |
        | tonnes_to_cut | CO2 reduction still needed                | CO2 reduction needed for the core indicator | 0 decimals | accounting |

    Scenario Outline: National size bands: both sides of each boundary
      Given the setting scheme is <scheme>
      And target_year is <year>
      And energy is <energy> kt
      And energy_co2 is <co2> tCO2e
      And CO2 from industrial processes is 0 tCO2e
      When evaluated as of 2026-11-20
      Then the quantity core_limit is <limit> tCO2e/t
      And gate N5 is <outcome>
      And gate N5-HN is not applicable
      And the quantity to_cut is <cut> tCO2e

      Examples:
        | scheme   | year  | energy | co2       | limit | outcome | cut    |
        | national | y2027 | 200    | 40000     | 0.2   | met     | 0      |
        | national | y2027 | 200    | 40000.01  | 0.2   | not met | 0.01   |
        | national | y2027 | 999.9  | 249975    | 0.2   | not met | 49995  |
        | national | y2027 | 1000   | 250000    | 0.3   | met     | 0      |
        | national | y2027 | 1000   | 300000    | 0.3   | met     | 0      |
        | national | y2027 | 1000   | 300000.01 | 0.3   | not met | 0.01   |
        | national | y2035 | 450    | 410000    | 0.2   | not met | 320000 |

    Scenario Outline: Size bands of Hunan by target year
      Given the setting scheme is <scheme>
      And target_year is <year>
      And energy is <energy> kt
      And energy_co2 is <co2> tCO2e
      And CO2 from industrial processes is 0 tCO2e
      When evaluated as of 2026-11-20
      Then the quantity core_limit is <limit> tCO2e/t
      And gate N5-HN is <outcome>
      And gate N5 is not applicable
      And the quantity to_cut is <cut> tCO2e

      Examples:
        | scheme | year  | energy | co2     | limit | outcome | cut    |
        | hunan  | y2027 | 450    | 410000  | 1     | met     | 0      |
        | hunan  | y2027 | 450    | 295000  | 1     | met     | 0      |
        | hunan  | y2030 | 450    | 295000  | 0.7   | met     | 0      |
        | hunan  | y2035 | 450    | 295000  | 0.3   | not met | 160000 |
        | hunan  | y2027 | 20     | 20000   | 1     | met     | 0      |
        | hunan  | y2027 | 999.9  | 999900  | 1     | met     | 0      |
        | hunan  | y2027 | 1000   | 1100000 | 1.1   | met     | 0      |
        | hunan  | y2027 | 1000   | 1100001 | 1.1   | not met | 1      |
        | hunan  | y2030 | 1000   | 800000  | 0.8   | met     | 0      |
        | hunan  | y2030 | 999.9  | 699930  | 0.7   | met     | 0      |
        | hunan  | y2035 | 1000   | 500001  | 0.5   | not met | 1      |
        | hunan  | y2035 | 999.9  | 299970  | 0.3   | met     | 0      |

    Scenario: No limit of Hunan before its date
      Given the setting scheme is hunan
      When evaluated as of 2025-12-23
      Then the rules leave the quantity core_limit undetermined
      And gate N5-HN is undetermined

    Scenario: The limit of Hunan applies from its date
      Given the setting scheme is hunan
      When evaluated as of 2025-12-24
      Then the quantity core_limit is 1 tCO2e/t
      And gate N5-HN is met

    Scenario: The national limit applies before the date of the Hunan table
      Given annual energy use in coal equivalent is 450 kt
      When evaluated as of 2025-12-23
      Then the quantity core_limit is 0.2 tCO2e/t
      And gate N5 is met

    Scenario Outline: Below the lowest band the limit is undetermined
      Given the setting scheme is <scheme>
      And energy is <energy> kt
      And CO2 from energy use is 1 tCO2e
      When evaluated as of 2026-11-20
      Then the rules leave the quantity core_limit undetermined
      And gate <gate> is undetermined
      And the conclusion is incomplete

      Examples:
        | scheme   | energy | gate  |
        | national | 199.9  | N5    |
        | hunan    | 19.9   | N5-HN |

    Scenario Outline: By equivalent value a pass is final, and a failure is undetermined
      Given electricity_by is <by>
      And energy_co2 is <co2> tCO2e
      And CO2 from industrial processes is 0 tCO2e
      When evaluated as of 2026-11-20
      Then gate N5 is <outcome>

      Examples:
        | by               | co2      | outcome      |
        | equivalent_value | 90000    | met          |
        | equivalent_value | 90000.01 | undetermined |
        | equal_value      | 90000.01 | not met      |

    Scenario: The CO2 reduction needed is then undetermined as well
      Given conversion of electricity to coal equivalent is equivalent value
      And CO2 from energy use is 98000 tCO2e
      When evaluated as of 2026-11-20
      Then the rules leave the quantity core_excess undetermined
      And the rules leave the quantity to_cut undetermined
      And the conclusion is incomplete

    Scenario Outline: Observations on coefficient and proof
      Given electricity_by is <by>
      And unproven_co2 is <co2> tCO2e
      When evaluated as of 2026-11-20
      Then the quantity emissions is <emissions> tCO2e
      And <coefficient>
      And <proof>

      Examples:
        | by               | co2 | emissions | coefficient                             | proof                             |
        | equal_value      | 0   | 83000     | no finding N5.COEFFICIENT is raised     | no finding N5.PROOF is raised     |
        | equivalent_value | 0   | 83000     | an observation N5.COEFFICIENT is raised | no finding N5.PROOF is raised     |
        | equal_value      | 1   | 83001     | no finding N5.COEFFICIENT is raised     | an observation N5.PROOF is raised |
