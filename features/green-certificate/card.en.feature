# language: en
Feature: Green certificates
  Validity and tradability of certificates, the number issued for a month of generation, and whether a claim is backed by certificates cancelled for it.

  Background:
    Given this scorecard
      | field           | value                                                                                    |
      | id              | green-certificate                                                                        |
      | version         | 1.0.0                                                                                    |
      | title           | Green certificates                                                                       |
      | subject         | claim                                                                                    |
      | attestation     | self-assessment                                                                          |
      | time zone       | Asia/Shanghai                                                                            |
      | effective from  | 2024-09-01                                                                               |
      | rounding        | half-even, 2 decimals                                                                    |
      | not applicable  | refuse                                                                                   |
      | does not assess | prices, and whether the plant would have been built without certificates                 |
      | does not assess | use of the same certificate by another claimant, unless declared                         |
      | does not assess | whether certificates of sources that the reports do not name are tradable (undetermined) |
    And these bases
      | basis         | instrument                   | clause                        | certainty   | note                                                                                                                                                                                                                                                                                                                                                                                                                          |
      | unit          | 国家能源局绿证核发和交易规则 | as reported in September 2024 | secondary   | One green certificate is issued for each 1,000 kWh generated in a month. The remainder below 1,000 kWh is carried over to the next month. The rules are known from reports only.                                                                                                                                                                                                                                              |
      | validity      | 国家能源局绿证核发和交易规则 | as reported in September 2024 | secondary   | A green certificate is valid for 24 months and is then cancelled automatically. The month in which the electricity was generated is the first month. The rules are known from reports only.                                                                                                                                                                                                                                   |
      | last-day      | green-certificate            | -                             | own reading | A green certificate is valid for 24 months, of which the month of generation is the first. The rules as reported do not state the last day of validity. We use the last day of the 24th month, as in the scorecard zero-carbon-factory.                                                                                                                                                                                       |
      | before-2024   | 国家能源局绿证核发和交易规则 | as reported in September 2024 | secondary   | A green certificate for electricity generated before 2024-01-01 is valid until 2025-12-31. The rules are known from reports only.                                                                                                                                                                                                                                                                                             |
      | tradable      | 国家能源局绿证核发和交易规则 | as reported in September 2024 | secondary   | Certificates for wind, photovoltaic, biomass, geothermal and ocean power fed into the grid may be traded. Hydropower certificates may be traded only if the plant was commissioned on or after 2023-01-01 and sells all its electricity in the market. Older hydropower and electricity for own use receive certificates that may not be traded; stand-alone storage receives no certificates. Reported by secondary sources. |
      | hydro-market  | green-certificate            | -                             | own reading | The reports do not mention hydropower that was commissioned from 2023 but is not sold in full in the market. We accept its certificates for a green-electricity claim only if the operator uses the electricity itself.                                                                                                                                                                                                       |
      | hydro-outside | 国家能源局通知               | of 2026-06-26, as reported    | secondary   | The operator of an existing hydropower plant outside the public grid must open a certificate account by 2026-07-31. It must file the electricity output of 2023 to 2025 by 2026-08-31. Reported by secondary sources; the notice was not read.                                                                                                                                                                                |
      | once          | 1044号                       | of 2023, from memory          | own reading | A green certificate may be traded only once. We do not accept a certificate for a claim if it was traded more than once; a setting removes this limit. The rule is stated from memory and was not found in any text that was read.                                                                                                                                                                                            |
      | use           | 国家能源局绿证核发和交易规则 | as reported in September 2024 | secondary   | A certificate supports a green-electricity claim only if it is cancelled and the cancellation names the purpose, the year and the user. The rules are known from reports only.                                                                                                                                                                                                                                                |
      | double        | green-certificate            | -                             | own reading | A certificate may support one claim only. We do not accept it if it is already used for another claim, in whatever certification or reporting system.                                                                                                                                                                                                                                                                         |
      | claim-year    | green-certificate            | -                             | own reading | We accept a certificate only if it is cancelled within the year of the claim. Its electricity must be generated in the year of the claim or in the year before; a setting excludes the year before.                                                                                                                                                                                                                           |
      | deadline      | green-certificate            | -                             | own reading | Whether a deadline (for opening an account or filing output) is met is undetermined until it passes, unless the action was taken in time. We treat an action dated after the as-of date as not done.                                                                                                                                                                                                                          |
      | proof         | green-certificate            | -                             | own reading | The applicant proves certificates by a registry extract with serial numbers and a cancellation receipt. Generation is proven by monthly meter sheets. Trade contracts prove sales, but this scorecard does not require trade contracts. Which document proves which fact is listed in the scorecard and is our own interpretation.                                                                                            |
    And these settings
      | setting   | label                    | one of                      | default          | meaning                                                                |
      | vintage   | accepted generation year | same_or_previous, same_year | same_or_previous | Whether certificates from generation in the previous year are accepted |
      | one_trade | one trade only           | assumed, not_assumed        | assumed          | Whether a certificate that was traded twice is refused                 |
    And the choices of accepted generation year
      | value            | words                               |
      | same_or_previous | the claim year or the previous year |
      | same_year        | the claim year only                 |
    And the choices of one trade only
      | value       | words       |
      | assumed     | assumed     |
      | not_assumed | not assumed |
    And these facts
      | fact         | label                           | type                      | unit | at least | evidence                               |
      | claim_year   | claim year                      | period                    |      |          |                                        |
      | claimed      | electricity claimed as green    | number                    | MWh  | 0        |                                        |
      | certificates | certificates                    | list of green certificate |      |          | registry-extract, cancellation-receipt |
      | month_kwh    | generation of the month         | number                    | kWh  | 0        | meter-sheet                            |
      | remainder    | remainder of the previous month | number                    | kWh  | 0        | meter-sheet                            |
    And each certificate has
      | field          | label                            | type   | unit | one of                                                             | at least | multiple of | counts in some cases only |
      | serial         | serial                           | text   |      |                                                                    |          |             |                           |
      | pieces         | number of certificates           | number | item |                                                                    | 0        | 1           |                           |
      | generated_on   | a day of the month of generation | date   |      |                                                                    |          |             |                           |
      | source         | source                           | choice |      | wind, pv, biomass, geothermal, ocean, hydro, storage, other_source |          |             |                           |
      | commissioned   | commissioning date               | date   |      |                                                                    |          |             |                           |
      | market_sold    | sold in full in the market       | flag   |      |                                                                    |          |             | yes                       |
      | self_use       | own use                          | flag   |      |                                                                    |          |             |                           |
      | traded         | times traded                     | number | time |                                                                    | 0        | 1           |                           |
      | cancelled      | cancelled                        | flag   |      |                                                                    |          |             |                           |
      | cancelled_on   | cancellation date                | date   |      |                                                                    |          |             |                           |
      | purpose_stated | purpose and year stated          | flag   |      |                                                                    |          |             |                           |
      | for_claimant   | cancelled for this claimant      | flag   |      |                                                                    |          |             |                           |
      | used_elsewhere | used for another claim           | flag   |      |                                                                    |          |             |                           |
    And certificate is called green certificate
    And the choices of source
      | value        | words               |
      | wind         | wind                |
      | pv           | photovoltaics       |
      | biomass      | biomass             |
      | geothermal   | geothermal          |
      | ocean        | ocean power         |
      | hydro        | hydropower          |
      | storage      | stand-alone storage |
      | other_source | another source      |
    And no two certificates share a serial
    And this reference case
      | fact                            | value                    |
      | claim year                      | 2026-01-01 to 2026-12-31 |
      | electricity claimed as green    | 3 MWh                    |
      | generation of the month         | 1234567 kWh              |
      | remainder of the previous month | 400 kWh                  |
    And in the reference case certificates are
      | serial | number of certificates | a day of the month of generation | source        | commissioning date | sold in full in the market | own use | times traded | cancelled | cancellation date | purpose and year stated | cancelled for this claimant | used for another claim |
      | G-1    | 2 items                | 2025-03-01                       | wind          | 2021-05-01         | yes                        | no      | 1 time       | yes       | 2026-03-31        | yes                     | yes                         | no                     |
      | G-2    | 1 item                 | 2024-12-01                       | photovoltaics | 2022-05-01         | yes                        | no      | 0 times      | no        | 2026-11-30        | no                      | yes                         | no                     |

  Rule: A claim of 3 MWh with two certificates

    Scenario: One certificate is missing
      When evaluated as of 2026-11-20
      Then the quantity backed is 2 MWh
      And the quantity missing is 1 item
      And gate G8 is not met
      And the conclusion is gate failed
