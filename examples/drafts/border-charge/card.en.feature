# language: en
Feature: Border charge with growth by year
  A draft card on the Clean Competition Act, a bill that is no law: what an import would be charged on the part of its intensity
  above the baseline, which falls from year to year, at a price that grows from year to year.

  Background:
    Given this scorecard
      | field           | value                                                                     |
      | id              | border-charge                                                             |
      | version         | 0.1.0                                                                     |
      | title           | Border charge with growth by year                                         |
      | subject         | import                                                                    |
      | attestation     | self-assessment                                                           |
      | time zone       | America/New_York                                                          |
      | effective from  | 2024-01-01                                                                |
      | rounding        | half-even, 2 decimals                                                     |
      | not applicable  | refuse                                                                    |
      | does not assess | whether anything is owed: the bills were introduced, none is law          |
      | does not assess | finished goods that hold covered goods, whose weights were not found      |
      | does not assess | a price paid abroad, rebates and carbon clubs                             |
      | does not assess | which code of customs belongs to which industry: no key of both was found |
    And these bases
      | basis      | instrument            | clause             | certainty   | note                                                              |
      | scope      | Clean Competition Act | covered industries | secondary   | twelve industries, as quoted                                      |
      | first-2022 | S.4355 of 2022-06-07  | 4692               | secondary   | 55 USD in 2024, then 5 % and inflation more each year             |
      | first-2025 | S.3523 of 2025-12-17  | 4692               | secondary   | 60 USD in 2026, then 6 points above inflation                     |
      | line       | S.4355 of 2022-06-07  | 4692               | secondary   | 2.5 less in each of four years, 5 less in each year from the next |
      | charge     | Clean Competition Act | 4692               | secondary   | the excess times the mass times the price                         |
      | least      | Clean Competition Act | 4692, 22 USC 2151v | secondary   | relatively least developed countries are left out                 |
      | exporter   | Clean Competition Act | 4692               | secondary   | recalled: not from 3 % of the exports of the good on              |
      | own        | border-charge         | -                  | own reading | the percentages of 2022 hold for 2025 too; equality is no excess  |
    And these settings
      | setting    | label                   | one of           | default | meaning                                                     |
      | bill       | version of the bill     | b2022, b2025     |         | which bill is read; there is none by default                |
      | escalation | growth beside inflation | added, compound  | added   | whether inflation is added to the growth or multiplied      |
      | decline    | fall of the baseline    | points, compound | points  | whether points of the first year or of the year before fall |
    And the choices of version of the bill
      | value | words            |
      | b2022 | the bill of 2022 |
      | b2025 | the bill of 2025 |
    And these facts
      | fact      | label                 | type   | unit    | one of                                                                                                                                                     | at least | at most | evidence         |
      | industry  |                       | choice |         | fossil_fuels, refined_petroleum, petrochemicals, fertiliser, hydrogen, adipic_acid, cement, iron_steel, aluminium, glass, pulp_paper, ethanol, not_covered |          |         |                  |
      | entered   | entered on            | date   |         |                                                                                                                                                            |          |         | customs-entry    |
      | mass      | net mass              | number | t       |                                                                                                                                                            | 0        |         | customs-entry    |
      | intensity | intensity of the good | number | tCO2e/t |                                                                                                                                                            | 0        |         | emissions-report |
      | average   | average of industry   | number | tCO2e/t |                                                                                                                                                            | 0        |         |                  |
      | inflation | yearly inflation      | number | %       |                                                                                                                                                            | 0        | 100     |                  |
      | least     | least developed       | flag   |         |                                                                                                                                                            |          |         |                  |
      | exports   | share of exports      | number | %       |                                                                                                                                                            | 0        | 100     |                  |
    And these conditions
      | condition | label         | holds when                              | basis    |
      | left_out  | origin exempt | least developed is yes                  | least    |
      | left_out  |               | unless share of exports is at least 3 % | exporter |
    And this reference case
      | fact                  | value       |
      | industry              | iron_steel  |
      | entered on            | 2028-05-10  |
      | net mass              | 12000 t     |
      | intensity of the good | 2.1 tCO2e/t |
      | average of industry   | 1.4 tCO2e/t |
      | yearly inflation      | 2.5 %       |
      | least developed       | no          |
      | share of exports      | 1 %         |
    And the scorecard applies when industry is not not_covered

  Rule: The reference case

    Scenario: without a version of the bill the charge stays open
      When evaluated as of 2026-11-20
      Then the quantity charge is between 587288.625 USD and 838167.342138 USD

    Scenario: steel of one and a half times the average, by the bill of 2025
      Given the setting version of the bill is the bill of 2025
      When evaluated as of 2026-11-20
      Then the result charge_due is 652653.54 USD
      And the conclusion is scored

    Scenario: what is not covered is not looked at
      Given industry is not_covered
      When evaluated as of 2026-11-20
      Then the conclusion is not applicable
