# language: en
Feature: Targets, path and steps

  Background:
    Given the scorecard target-pathway

  Rule: Emissions on the path
    Background:
      Given for each gas emitted the quantity warming, in tCO2e/t, by gas, on basis ar6
        | gas          | is           |
        | co2          | 1            |
        | ch4_fossil   | 29.8         |
        | ch4_biogenic | 27           |
        | n2o          | 273          |
        | other        | undetermined |
      And for each gas emitted the quantity warming effect (effect), in tCO2e, on basis ar6
        | is                     |
        | mass emitted * warming |
      And the quantity emissions of year (emitted), in tCO2e, the sum of warming effect over inventory, on basis ar6
      And the quantity rate, in %, by ambition, on basis v1-rate
        | ambition             | is  |
        | 1.5 degrees          | 4.2 |
        | well below 2 degrees | 2.5 |
      And the quantity emissions allowed (allowed), in tCO2e, on basis v1-rate
        | is                                                                         |
        | base-year emissions * max(100 % - rate * (calendar year - base year), 0 %) |
      And these gates
        | id | gate        | requires                                       | basis   |
        | T1 | On the path | emissions of year is at most emissions allowed | v1-rate |
      And these results
        | result | label             | is                | rounded to | basis   |
        | path   | Emissions allowed | emissions allowed | 0 decimals | v1-rate |
        | year_e | Emissions of year | emissions of year | 0 decimals | ar6     |

    Scenario: six years at 4.2 points leave 74.8 percent
      When evaluated as of 2029-03-31
      Then the quantity emissions allowed is 74800 tCO2e
      And the quantity emissions of year is 65710 tCO2e
      And for gas emitted L2 the quantity warming is 29.8 tCO2e/t
      And gate T1 is met

    Scenario: on the slower path more is allowed
      Given ambition is well below 2 degrees
      When evaluated as of 2029-03-31
      Then the quantity emissions allowed is 85000 tCO2e

    Scenario: methane from waste warms a little less
      Given inventory are
        | line | gas          | mass emitted |
        | L1   | ch4_biogenic | 3000 t       |
      When evaluated as of 2029-03-31
      Then for gas emitted L1 the quantity warming is 27 tCO2e/t
      And the quantity emissions of year is 81000 tCO2e
      And gate T1 is not met

    Scenario: a gas without a factor leaves the year open
      Given inventory are
        | line | gas   | mass emitted |
        | L1   | other | 1 t          |
      When evaluated as of 2029-03-31
      Then for gas emitted L1 the rules leave the quantity warming undetermined
      And gate T1 is undetermined

  Rule: Power that counts
    Background:
      Given for each supply the quantity limit of a generator (limit), in kgCO2e/kWh, in force on used on, on basis c31
        | from       | is    |
        | earlier    | 0.048 |
        | 2035-01-01 | 0.024 |
      And for each supply the quantity counted, in %, by signed on, age of generator, on basis c31-3
        | signed on         | age of generator   | is  |
        | before 2027-02-01 | any                | 100 |
        | from 2027-02-01   | at most 15 years   | 100 |
        | from 2027-02-01   | more than 15 years | 0   |
      And for each supply the quantity energy by age (countable), in MWh, on basis c31-3
        | is                        |
        | energy supplied * counted |
      And the quantity power counted (clean), in MWh, the sum of energy by age over power supplies, on basis c31
        | where                                               |
        | generator intensity is at most limit of a generator |
      And the quantity clean power (clean_share), in %, on basis c31
        | is                                      | when                                 |
        | undetermined, because no power was used | power used is 0 MWh                  |
        | 100 %                                   | power counted is at least power used |
        | power counted / power used              | otherwise                            |
      And these results
        | result      | label       | is          | rounded to | basis |
        | clean_power | Clean power | clean power | 1 decimals | c31   |

    Scenario: without power there is no share of clean power
      Given power used is 0 MWh
      When evaluated as of 2027-03-01
      Then the rules leave the quantity clean power undetermined

    Scenario: an old generator counts where the contract is older than the rule
      When evaluated as of 2029-03-31
      Then for supply P1 the quantity counted is 100 %
      And for supply P2 the quantity limit of a generator is 0.048 kgCO2e/kWh
      And the result clean_power is 90 %

    Scenario: signed on the day of the rule it counts no more
      Given power supplies are
        | contract | signed on  | used on    | age of generator | generator intensity | energy supplied |
        | P1       | 2027-02-01 | 2028-07-01 | 15.5 years       | 0 kgCO2e/kWh        | 400 MWh         |
      When evaluated as of 2029-03-31
      Then for supply P1 the quantity counted is 0 %

    Scenario: what is good enough in 2034 is not in 2035
      Given power supplies are
        | contract | signed on  | used on    | age of generator | generator intensity | energy supplied |
        | P1       | 2030-02-01 | 2034-12-31 | 15 years         | 0.03 kgCO2e/kWh     | 100 MWh         |
        | P2       | 2030-02-01 | 2035-01-01 | 15 years         | 0.03 kgCO2e/kWh     | 200 MWh         |
      When evaluated as of 2036-03-31
      Then for supply P2 the quantity limit of a generator is 0.024 kgCO2e/kWh
      And the result clean_power is 10 %

    Scenario: signed the day before it counts as before
      Given power supplies are
        | contract | signed on  | used on    | age of generator | generator intensity | energy supplied |
        | P1       | 2027-01-31 | 2028-07-01 | 15 years         | 0.048 kgCO2e/kWh    | 400 MWh         |
      When evaluated as of 2029-03-31
      Then for supply P1 the quantity counted is 100 %

  Rule: Steps and ongoing emissions
    Background:
      Given the quantity hourly share asked (step), in %, in force on every day of reporting year
        | from       | is           | basis  |
        | earlier    | 50           | hourly |
        | 2030-01-01 | 75           | hourly |
        | 2035-01-01 | 90           | hourly |
        | 2041-01-01 | undetermined | own    |
      And the quantity share to be removed (owed), in %, interpolated by calendar year
        | calendar year | is  | basis    |
        | lower         | 0   | c45      |
        | 2035          | 1   | c45      |
        | 2050          | 100 | c45, own |
        | higher        | 100 | own      |
      And the quantity removals to be shown (removal), in tCO2e, on basis c45
        | is                                      |
        | emissions of year * share to be removed |
      And these gates
        | id | gate           | requires                                      | basis  |
        | T2 | Matched hourly | hourly matched is at least hourly share asked | hourly |
      And these results
        | result   | label    | is                   | rounded to | basis |
        | removals | Removals | removals to be shown | 0 decimals | c45   |

    Scenario Outline: the step of a year
      Given reporting year is <first> to <last>
      When evaluated as of 2041-03-31
      Then the quantity hourly share asked is <share> %

      Examples:
        | first      | last       | share |
        | 2029-01-01 | 2029-12-31 | 50    |
        | 2030-01-01 | 2030-12-31 | 75    |
        | 2034-01-01 | 2034-12-31 | 75    |
        | 2035-01-01 | 2035-12-31 | 90    |
        | 2040-01-01 | 2040-12-31 | 90    |

    Scenario: a year that is not told leaves the step open
      Given reporting year is missing
      When evaluated as of 2029-03-31
      Then the quantity hourly share asked is undetermined because of reporting year

    Scenario: a year across two steps has none
      Given reporting year is 2029-07-01 to 2030-06-30
      When evaluated as of 2030-12-31
      Then gate T2 is undetermined

    Scenario: behind 2040 no step is known
      Given reporting year is 2041-01-01 to 2041-12-31
      When evaluated as of 2042-03-31
      Then the rules leave the quantity hourly share asked undetermined
      And gate T2 is undetermined

    Scenario: less than half of the hours is too little
      Given hourly matched is 49.9 %
      When evaluated as of 2029-03-31
      Then gate T2 is not met

    Scenario: half of the hours is enough
      Given hourly matched is 50 %
      When evaluated as of 2029-03-31
      Then gate T2 is met

    Scenario Outline: removals rise on a straight line
      Given calendar year is <year>
      When evaluated as of 2041-03-31
      Then the quantity share to be removed is <share> %

      Examples:
        | year | share |
        | 2034 | 0     |
        | 2035 | 1     |
        | 2036 | 7.6   |
        | 2040 | 34    |
        | 2049 | 93.4  |
        | 2050 | 100   |
        | 2051 | 100   |
