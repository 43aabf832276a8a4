# language: en
Feature: Pathway of targets
  A draft card: whether a company is on the path of its climate targets in a year, and what its ongoing emissions ask of it.

  Background:
    Given this scorecard
      | field           | value                                                                                                     |
      | id              | target-pathway                                                                                            |
      | version         | 0.1.0                                                                                                     |
      | title           | Pathway of targets                                                                                        |
      | subject         | company                                                                                                   |
      | attestation     | self-assessment                                                                                           |
      | time zone       | Europe/London                                                                                             |
      | effective from  | 2027-02-01                                                                                                |
      | rounding        | half-even, 2 decimals                                                                                     |
      | not applicable  | refuse                                                                                                    |
      | does not assess | sector pathways and the quality of a transition plan                                                      |
      | does not assess | documents that support the declared facts: none is asked for, inventory and contracts would be among them |
    And these bases
      | basis   | instrument                   | clause               | certainty   | note                                               |
      | v1-rate | SBTi Near-Term Criteria V5.3 | absolute contraction | secondary   | 4.2 and 2.5 percentage points of the base a year   |
      | c31     | SBTi Corporate Standard V2.0 | C31                  | secondary   | 0.048, from 2035 0.024 kg per kWh, per generator   |
      | c31-3   | SBTi Corporate Standard V2.0 | C31.3                | secondary   | 15 years; contracts before 1 February 2027 remain  |
      | hourly  | SBTi Corporate Standard V2.0 | hourly recognition   | secondary   | 50 % to 2029, 75 % to 2034, 90 % from 2035         |
      | c45     | SBTi Corporate Standard V2.0 | C45                  | secondary   | 1 % in 2035, on a straight line to 100 %           |
      | ar6     | IPCC AR6, Working Group I    | Table 7.15           | secondary   | global warming potentials over 100 years           |
      | own     | target-pathway               | -                    | own reading | net zero in 2050; no step is published behind 2040 |
    And these facts
      | fact      | label               | type                | unit  | one of                       | at least | at most | may lie ahead |
      | ambition  |                     | choice              |       | one_point_five, well_below_2 |          |         |               |
      | base_year | base year           | number              |       |                              | 2015     | 2030    | yes           |
      | base      | base-year emissions | number              | tCO2e |                              | 0        |         |               |
      | year      | reporting year      | period              |       |                              |          |         |               |
      | in_year   | calendar year       | number              |       |                              | 2027     | 2060    | yes           |
      | inventory |                     | list of gas emitted |       |                              |          |         |               |
      | power     | power used          | number              | MWh   |                              | 0        |         |               |
      | supplies  | power supplies      | list of supply      |       |                              |          |         |               |
      | matched   | hourly matched      | number              | %     |                              | 0        | 100     |               |
    And the choices of ambition
      | value          | words                |
      | one_point_five | 1.5 degrees          |
      | well_below_2   | well below 2 degrees |
    And each entry has
      | field | label        | type   | unit | one of                                    | at least |
      | line  |              | text   |      |                                           |          |
      | gas   |              | choice |      | co2, ch4_fossil, ch4_biogenic, n2o, other |          |
      | mass  | mass emitted | number | t    |                                           | 0        |
    And entry is called gas emitted
    And no two inventory share a line
    And each supply has
      | field     | label               | type   | unit       | at least |
      | contract  |                     | text   |            |          |
      | signed    | signed on           | date   |            |          |
      | used      | used on             | date   |            |          |
      | age       | age of generator    | number | year       | 0        |
      | intensity | generator intensity | number | kgCO2e/kWh | 0        |
      | energy    | energy supplied     | number | MWh        | 0        |
    And no two power supplies share a contract
    And this reference case
      | fact                | value                    |
      | ambition            | 1.5 degrees              |
      | base year           | 2022                     |
      | base-year emissions | 100000 tCO2e             |
      | reporting year      | 2028-01-01 to 2028-12-31 |
      | calendar year       | 2028                     |
      | power used          | 1000 MWh                 |
      | hourly matched      | 60 %                     |
    And in the reference case inventory are
      | line | gas        | mass emitted |
      | L1   | co2        | 60000 t      |
      | L2   | ch4_fossil | 100 t        |
      | L3   | n2o        | 10 t         |
    And in the reference case power supplies are
      | contract | signed on  | used on    | age of generator | generator intensity | energy supplied |
      | P1       | 2025-06-30 | 2028-07-01 | 20 years         | 0 kgCO2e/kWh        | 400 MWh         |
      | P2       | 2027-06-30 | 2028-07-01 | 5 years          | 0.048 kgCO2e/kWh    | 500 MWh         |

  Rule: The reference case

    Scenario: a company on its path
      When evaluated as of 2029-03-31
      Then the result path is 74800 tCO2e
      And the result removals is 0 tCO2e
      And the conclusion is scored
