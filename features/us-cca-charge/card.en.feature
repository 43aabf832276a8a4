# language: en
Feature: Clean Competition Act of the United States, a bill
  What a bill that is not law would charge on lines of goods: three versions, of which one has to be chosen.

  Background:
    Given this scorecard
      | field           | value                                                                                                                              |
      | id              | us-cca-charge                                                                                                                      |
      | version         | 3.1.0                                                                                                                              |
      | supersedes      | 3.0.0                                                                                                                              |
      | title           | Clean Competition Act of the United States (a bill, not law)                                                                       |
      | subject         | importer                                                                                                                           |
      | attestation     | self-assessment                                                                                                                    |
      | time zone       | America/New_York                                                                                                                   |
      | effective from  | 2026-11-23                                                                                                                         |
      | rounding        | half-even, 2 decimals                                                                                                              |
      | not applicable  | refuse                                                                                                                             |
      | does not assess | papers behind what is declared: inventory of the plant, weights of production, papers of origin, the petition and what was granted |
      | does not assess | whether anything is owed, for no version is law                                                                                    |
      | does not assess | which customs heading is of a listed industry, for no key was found                                                                |
      | does not assess | what counts as the intensity of a covered part, and whether its origin is free, both taken as entered                              |
      | does not assess | the share of value above which a finished good is charged, which was not found; whether it is reached is taken as entered          |
      | does not assess | domestic plants, credits for removals                                                                                              |
      | does not assess | carbon prices paid abroad, of which no deduction was found                                                                         |
    And these bases
      | basis    | instrument            | clause       | certainty   | note                                                                                                                                                                                                            |
      | listed   | Clean Competition Act | section 4695 | secondary   | Twelve industries by NAICS, not by customs heading.                                                                                                                                                             |
      | first    | Clean Competition Act | section 4692 | secondary   | First charged in 2024 (bill of 2022), 2025 (bill of 2023, own reading) or 2026 (bill of 2025).                                                                                                                  |
      | origin   | Clean Competition Act | section 4691 | secondary   | Granted own data, else data of the industry of origin, else the industry in the United States times the ratio of the economies (recalled).                                                                      |
      | percent  | Clean Competition Act | section 4692 | secondary   | 100 % in the base year, 2.5 points less a year for four years, then 5.                                                                                                                                          |
      | moved    | us-cca-charge         | -            | own reading | The schedule of 2022 is moved to the start of the later bills. Whether it falls in points, not below zero, or in per cent of the year before is a setting without default.                                      |
      | price    | Clean Competition Act | section 4692 | secondary   | 55 USD and 5 % above inflation; in the bill of 2025 60 USD and 6 %.                                                                                                                                             |
      | joined   | us-cca-charge         | -            | own reading | Whether rate and inflation are added or multiplied is a setting without default; inflation, which may be below zero, is one rate for all years, and after forty the price rises no more. Tons are metric.       |
      | charge   | Clean Competition Act | section 4692 | secondary   | The part of the intensity above the share of the baseline, times mass and price; on the line nothing.                                                                                                           |
      | poorest  | Clean Competition Act | section 4692 | secondary   | Nothing for the least developed, unless they have 3 % of world exports of the good (recalled).                                                                                                                  |
      | club     | Clean Competition Act | section 4694 | secondary   | In the bill of 2025 a carbon club may waive the charge; whether a waiver leaves the charge or takes it away is told in both readings.                                                                           |
      | finished | Clean Competition Act | section 4692 | secondary   | Recalled: finished goods from 2026 (bill of 2022) or 2027 (bill of 2023), above 500 lb of covered goods an item, two years later above 100 lb, or above a share of value. Of the bill of 2025 no day was found. |
      | parts    | us-cca-charge         | -            | own reading | The weights of the bill of 2022 also count for that of 2023; at the weight nothing is charged. A pound is the international pound of exactly 0.45359237 kg.                                                     |
      | rebate   | Clean Competition Act | section 4693 | secondary   | What was paid on a charged primary good comes back when it is exported.                                                                                                                                         |
      | back     | us-cca-charge         | -            | own reading | The rebate is what was paid, as entered, from the first day of the charge.                                                                                                                                      |
    And these settings
      | setting     | label                               | one of              | meaning                                                                       |
      | bill        | bill                                | y2022, y2023, y2025 | which bill is supposed to be law; none is                                     |
      | base_2025   | base year of the bill of 2025       | y2025, y2026        | which was not found                                                           |
      | joining     | how inflation is joined             | add, multiply       | whether 5 % plus inflation is added or multiplied                             |
      | decline     | how the baseline falls              | points, percent     | in points of the baseline of the base year, or in per cent of the year before |
      | club_effect | what a waiver of a carbon club does | nothing, all        | whether the charge stays or falls away                                        |
    And these facts
      | fact      | label                           | type                  | unit | at least | at most | given |
      | inflation | yearly inflation                | number                | %    | -50      | 100     | yes   |
      | lines     | imported goods                  | list of imported line |      |          |         |       |
      | parts     | covered parts of finished goods | list of covered part  |      |          |         |       |
      | shipments | exported goods                  | list of exported good |      |          |         |       |
    And each line has
      | field          | label                                               | type   | unit    | at least | may lie ahead |
      | record         |                                                     | text   |         |          |               |
      | listed         | the good is of a listed industry                    | flag   |         |          |               |
      | liable_on      | day of entry                                        | date   |         |          | yes           |
      | mass           | mass of the good                                    | number | t       | 0        |               |
      | granted        | own data are granted                                | flag   |         |          |               |
      | intensity      | intensity by own data                               | number | tCO2e/t | 0        |               |
      | industry_known | data of the industry of origin exist                | flag   |         |          |               |
      | industry       | intensity of the industry of origin                 | number | tCO2e/t | 0        |               |
      | us_industry    | intensity of the industry in the United States      | number | tCO2e/t | 0        |               |
      | economies      | economy of origin against that of the United States | number |         | 0        |               |
      | poorest        | the origin is among the least developed             | flag   |         |          |               |
      | exports        | the origin has 3 % of world exports                 | flag   |         |          |               |
      | waived         | a carbon club waives the charge                     | flag   |         |          |               |
    And line is called imported line
    And no two imported goods share a record
    And each part has
      | field         | label                                          | type   | unit    | at least | may lie ahead |
      | record        |                                                | text   |         |          |               |
      | entered_on    | day of entry of the part                       | date   |         |          | yes           |
      | item_mass     | covered mass in one item                       | number | t       | 0        |               |
      | by_value      | the share of value is reached                  | flag   |         |          |               |
      | part_mass     | mass of the part                               | number | t       | 0        |               |
      | part_counting | intensity of the part that counts              | number | tCO2e/t | 0        |               |
      | part_industry | intensity of its industry in the United States | number | tCO2e/t | 0        |               |
    And part is called covered part
    And no two covered parts of finished goods share a record
    And each shipment has
      | field          | label                                     | type   | unit | at least | may lie ahead |
      | record         |                                           | text   |      |          |               |
      | shipped_listed | the exported good is of a listed industry | flag   |      |          |               |
      | shipped_on     | day of export                             | date   |      |          | yes           |
      | charge_paid    | charge that was paid on it                | number | USD  | 0        |               |
    And shipment is called exported good
    And no two exported goods share a record
    And this reference case
      | fact             | value |
      | yearly inflation | 2.5 % |
    And in the reference case imported goods are
      | record | the good is of a listed industry | day of entry | mass of the good | own data are granted | intensity by own data | data of the industry of origin exist | intensity of the industry of origin | intensity of the industry in the United States | economy of origin against that of the United States | the origin is among the least developed | the origin has 3 % of world exports | a carbon club waives the charge |
      | S1     | yes                              | 2028-05-10   | 12000 t          | yes                  | 2.1 tCO2e/t           | yes                                  | 2.5 tCO2e/t                         | 1.4 tCO2e/t                                    | 3                                                   | no                                      | no                                  | no                              |
    And in the reference case covered parts of finished goods are
      | record | day of entry of the part | covered mass in one item | the share of value is reached | mass of the part | intensity of the part that counts | intensity of its industry in the United States |
      | P1     | 2027-05-10               | 0.2268 t                 | no                            | 10 t             | 2.1 tCO2e/t                       | 1.4 tCO2e/t                                    |
    And in the reference case exported goods are
      | record | the exported good is of a listed industry | day of export | charge that was paid on it |
      | E1     | yes                                       | 2028-05-10    | 1000 USD                   |

  Rule: Twelve thousand tonnes of steel in 2028

    Scenario Outline: under the bill of 2025
      Given the setting bill is y2025
      And the setting base year of the bill of 2025 is <base>
      And the setting how inflation is joined is <joining>
      And the setting how the baseline falls is points
      And the setting what a waiver of a carbon club does is all
      When evaluated as of 2026-12-01
      Then the quantity total charge is <charge> USD
      And an observation CCA-BILL is raised

      Examples:
        | base  | joining  | charge      |
        | y2026 | add      | 652653.54   |
        | y2026 | multiply | 654459.3594 |
        | y2025 | add      | 682319.61   |
