# language: en
Feature: Clean Competition Act of the United States, a bill
  The charge that a bill, which is not law, would impose on lines of goods. The user must choose a version out of three.

  Background:
    Given this scorecard
      | field           | value                                                                                                                                              |
      | id              | us-cca-charge                                                                                                                                      |
      | version         | 1.0.0                                                                                                                                              |
      | title           | Clean Competition Act of the United States (a bill, not law)                                                                                       |
      | subject         | importer                                                                                                                                           |
      | attestation     | self-assessment                                                                                                                                    |
      | time zone       | America/New_York                                                                                                                                   |
      | effective from  | 2026-11-23                                                                                                                                         |
      | rounding        | half-even, 2 decimals                                                                                                                              |
      | not applicable  | refuse                                                                                                                                             |
      | does not assess | documents that support the declared facts: inventory of the plant, weights of production, documents of origin, the petition and the decision on it |
      | does not assess | whether anything is owed, because no version is law                                                                                                |
      | does not assess | which customs heading belongs to a listed industry, because no correspondence table was found                                                      |
      | does not assess | the applicable intensity of a covered part, and whether its origin is exempt; the scorecard uses the values entered                                |
      | does not assess | the share of value above which a finished good is charged, which was not found; whether it is reached is entered by the user                       |
      | does not assess | domestic plants and credits for removals                                                                                                           |
      | does not assess | carbon prices paid abroad, for which no deduction was found                                                                                        |
    And these bases
      | basis    | instrument            | clause       | certainty   | note                                                                                                                                                                                                                                                                                                                                                               |
      | listed   | Clean Competition Act | section 4695 | secondary   | The bill charges goods of twelve industries only. It defines these industries by NAICS codes and not by customs headings. Reported by secondary sources.                                                                                                                                                                                                           |
      | first    | Clean Competition Act | section 4692 | secondary   | Goods are charged if they enter from 2024 (bill of 2022), 2025 (bill of 2023, our own interpretation) or 2026 (bill of 2025). Reported by secondary sources.                                                                                                                                                                                                       |
      | origin   | Clean Competition Act | section 4691 | secondary   | A good's carbon intensity (emissions per tonne) is the producer's own value if its use was granted. Otherwise it is the intensity of the industry of origin. Without data of that industry, it is the US industry's intensity multiplied by the origin economy's intensity relative to the US. This last step is stated from memory, not checked against the text. |
      | percent  | Clean Competition Act | section 4692 | secondary   | Only carbon intensity (emissions per tonne) above a share of the US industry's intensity is charged. In the base year, this share is 100 %. It falls by 2.5 percentage points a year for four years, then by 5 percentage points a year. Reported by secondary sources.                                                                                            |
      | moved    | us-cca-charge         | -            | own reading | The uncharged share of the US industry's carbon intensity falls each year from the base year. We apply the yearly schedule of the bill of 2022 to the later bills, each from its own base year. The user must select (no default) a fall in percentage points (not below zero) or in per cent of the previous year.                                                |
      | price    | Clean Competition Act | section 4692 | secondary   | In the bills of 2022 and 2023, the charge per tonne of CO2e starts at 55 USD and rises each year by 5 % above inflation. For the bill of 2023, the rate of 5 % is our own interpretation. In the bill of 2025, the charge starts at 60 USD and rises each year by 6 % above inflation. Reported by secondary sources.                                              |
      | joined   | us-cca-charge         | -            | own reading | The price per tonne rises each year by a fixed rate and by inflation. The sources do not settle whether the two rates are added or multiplied; the user must select this (no default). We use one inflation rate for all years, which may be below zero. We also assume that the price stops rising after forty years and that tons are metric tons.               |
      | charge   | Clean Competition Act | section 4692 | secondary   | A good is charged for the part of its carbon intensity above the uncharged share of the US industry's intensity. The charge is this part multiplied by the mass of the good and the price per tonne. An intensity equal to the uncharged share is not charged. Reported by secondary sources.                                                                      |
      | poorest  | Clean Competition Act | section 4692 | secondary   | Goods from the least developed countries are not charged. As an exception, they are charged if the country has at least 3 % of world exports of the good. This exception is stated from memory, not checked against the text.                                                                                                                                      |
      | club     | Clean Competition Act | section 4694 | secondary   | Under the bill of 2025, a carbon club may waive the charge. The sources do not settle whether a waiver removes the charge or leaves it due. The setting “effect of a carbon club waiver” selects the interpretation.                                                                                                                                               |
      | finished | Clean Competition Act | section 4692 | secondary   | Finished goods are charged from 2026 (bill of 2022) or 2027 (bill of 2023); no date was found for the bill of 2025. An item is charged if it contains more than 500 lb of covered goods, or 100 lb after the first two years. It is also charged if it reaches a share of value, which was not found. Stated from memory, not checked against the text.            |
      | parts    | us-cca-charge         | -            | own reading | The bill of 2022 charges finished goods if the covered goods in one item exceed a weight threshold. We apply the same thresholds (500 lb, after two years 100 lb) to the bill of 2023. We do not charge an item exactly at the threshold. A pound is taken as the international pound of exactly 0.45359237 kg.                                                    |
      | rebate   | Clean Competition Act | section 4693 | secondary   | When a primary good of a listed industry is exported, the charge paid on it is refunded. Reported by secondary sources.                                                                                                                                                                                                                                            |
      | back     | us-cca-charge         | -            | own reading | The rebate on an exported good is the charge that the applicant enters as paid on it. We grant it for exports from the first day of the charge.                                                                                                                                                                                                                    |
    And these settings
      | setting     | label                          | one of              | meaning                                                                                                                                               |
      | bill        | bill                           | y2022, y2023, y2025 | Which bill is assumed to be law, although none is                                                                                                     |
      | base_2025   | base year of the bill of 2025  | y2025, y2026        | The base year of the bill of 2025 was not found; both values are assumptions                                                                          |
      | joining     | combination with inflation     | add, multiply       | Whether the yearly rate and inflation are added (add) or multiplied (multiply)                                                                        |
      | decline     | method of the baseline decline | points, percent     | Whether the uncharged share of US industry intensity falls in percentage points of the base year (points) or in per cent of the year before (percent) |
      | club_effect | effect of a carbon club waiver | nothing, all        | Whether, after a carbon club waiver, the charge remains due (nothing) or is removed (all)                                                             |
    And these facts
      | fact      | label                           | type                  | unit | at least | at most | given |
      | inflation | yearly inflation                | number                | %    | -50      | 100     | yes   |
      | lines     | imported goods                  | list of imported line |      |          |         |       |
      | parts     | covered parts of finished goods | list of covered part  |      |          |         |       |
      | shipments | exported goods                  | list of exported good |      |          |         |       |
    And each line has
      | field          | label                                                                | type   | unit    | at least | may lie ahead |
      | record         |                                                                      | text   |         |          |               |
      | listed         | good belongs to a listed industry                                    | flag   |         |          |               |
      | liable_on      | date of entry                                                        | date   |         |          | yes           |
      | mass           | mass of the good                                                     | number | t       | 0        |               |
      | granted        | use of own data granted                                              | flag   |         |          |               |
      | intensity      | intensity from own data                                              | number | tCO2e/t | 0        |               |
      | industry_known | data of the industry of origin available                             | flag   |         |          |               |
      | industry       | intensity of the industry of origin                                  | number | tCO2e/t | 0        |               |
      | us_industry    | intensity of the industry in the United States                       | number | tCO2e/t | 0        |               |
      | economies      | carbon intensity of the origin economy relative to the United States | number |         | 0        |               |
      | poorest        | origin among the least developed countries                           | flag   |         |          |               |
      | exports        | origin with 3 % or more of world exports of the good                 | flag   |         |          |               |
      | waived         | charge waived by a carbon club                                       | flag   |         |          |               |
    And line is called imported line
    And no two imported goods share a record
    And each part has
      | field         | label                                                      | type   | unit    | at least | may lie ahead |
      | record        |                                                            | text   |         |          |               |
      | entered_on    | date of entry of the part                                  | date   |         |          | yes           |
      | item_mass     | mass of covered goods in one item                          | number | t       | 0        |               |
      | by_value      | share of value reached                                     | flag   |         |          |               |
      | part_mass     | mass of the part                                           | number | t       | 0        |               |
      | part_counting | applicable intensity of the part                           | number | tCO2e/t | 0        |               |
      | part_industry | intensity of the industry of the part in the United States | number | tCO2e/t | 0        |               |
    And part is called covered part
    And no two covered parts of finished goods share a record
    And each shipment has
      | field          | label                                      | type   | unit | at least | may lie ahead |
      | record         |                                            | text   |      |          |               |
      | shipped_listed | exported good belongs to a listed industry | flag   |      |          |               |
      | shipped_on     | date of export                             | date   |      |          | yes           |
      | charge_paid    | charge paid on the exported good           | number | USD  | 0        |               |
    And shipment is called exported good
    And no two exported goods share a record
    And this reference case
      | fact             | value |
      | yearly inflation | 2.5 % |
    And in the reference case imported goods are
      | record | good belongs to a listed industry | date of entry | mass of the good | use of own data granted | intensity from own data | data of the industry of origin available | intensity of the industry of origin | intensity of the industry in the United States | carbon intensity of the origin economy relative to the United States | origin among the least developed countries | origin with 3 % or more of world exports of the good | charge waived by a carbon club |
      | S1     | yes                               | 2028-05-10    | 12000 t          | yes                     | 2.1 tCO2e/t             | yes                                      | 2.5 tCO2e/t                         | 1.4 tCO2e/t                                    | 3                                                                    | no                                         | no                                                   | no                             |
    And in the reference case covered parts of finished goods are
      | record | date of entry of the part | mass of covered goods in one item | share of value reached | mass of the part | applicable intensity of the part | intensity of the industry of the part in the United States |
      | P1     | 2027-05-10                | 0.2268 t                          | no                     | 10 t             | 2.1 tCO2e/t                      | 1.4 tCO2e/t                                                |
    And in the reference case exported goods are
      | record | exported good belongs to a listed industry | date of export | charge paid on the exported good |
      | E1     | yes                                        | 2028-05-10     | 1000 USD                         |

  Rule: Twelve thousand tonnes of steel in 2028

    Scenario Outline: the charge under the bill of 2025
      Given the setting bill is y2025
      And the setting base year of the bill of 2025 is <base>
      And the setting combination with inflation is <joining>
      And the setting method of the baseline decline is points
      And the setting effect of a carbon club waiver is all
      When evaluated as of 2026-12-01
      Then the quantity total charge is <charge> USD
      And an observation CCA-BILL is raised

      Examples:
        | base  | joining  | charge      |
        | y2026 | add      | 652653.54   |
        | y2026 | multiply | 654459.3594 |
        | y2025 | add      | 682319.61   |
