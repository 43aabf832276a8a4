# language: en
Feature: Green certificates
  Which certificates are valid until when, which may be traded, how many a month of generation gives, and whether a claim is backed by certificates cancelled for it.

  Background:
    Given this scorecard
      | field           | value                                                                            |
      | id              | green-certificate                                                                |
      | version         | 3.1.0                                                                            |
      | supersedes      | 3.0.0                                                                            |
      | title           | Green certificates                                                               |
      | subject         | claim                                                                            |
      | attestation     | self-assessment                                                                  |
      | time zone       | Asia/Shanghai                                                                    |
      | effective from  | 2024-09-01                                                                       |
      | rounding        | half-even, 2 decimals                                                            |
      | not applicable  | refuse                                                                           |
      | does not assess | prices, and whether the plant would have been built anyway                       |
      | does not assess | the same certificate in the dossier of another claimant, beyond what is declared |
      | does not assess | whether sources that the reports do not name are traded: it stays open           |
    And these bases
      | basis         | instrument                   | clause                        | certainty   | note                                                                                                                                                                                                                                                                                       |
      | unit          | 国家能源局绿证核发和交易规则 | as reported in September 2024 | secondary   | One certificate is 1,000 kWh; what remains of a month goes to the next.                                                                                                                                                                                                                    |
      | validity      | 国家能源局绿证核发和交易规则 | as reported in September 2024 | secondary   | Valid for 24 months including the month of generation; then cancelled automatically.                                                                                                                                                                                                       |
      | last-day      | green-certificate            | -                             | own reading | The last day is the end of the 24th month; the same rule as in zero-carbon-factory.                                                                                                                                                                                                        |
      | before-2024   | 国家能源局绿证核发和交易规则 | as reported in September 2024 | secondary   | Generation before 2024-01-01: valid until 2025-12-31.                                                                                                                                                                                                                                      |
      | tradable      | 国家能源局绿证核发和交易规则 | as reported in September 2024 | secondary   | Tradable is what wind, PV, biomass, geothermal and ocean power feed into the grid, however it is sold, and conventional hydropower from 2023-01-01 on that is sold in the market in full; hydropower from before and own use get certificates that are not; stand-alone storage gets none. |
      | hydro-market  | green-certificate            | -                             | own reading | Hydropower from 2023 on that is not sold in the market in full stands in neither list: read as certificates that back nothing, its own use apart.                                                                                                                                          |
      | hydro-outside | 国家能源局通知               | of 2026-06-26, as reported    | secondary   | Existing hydropower outside the public grid: account by 2026-07-31, output of 2023 to 2025 lodged by 2026-08-31.                                                                                                                                                                           |
      | once          | 1044号                       | of 2023, from memory          | own reading | A certificate is traded once; not found in a text that was read.                                                                                                                                                                                                                           |
      | use           | 国家能源局绿证核发和交易规则 | as reported in September 2024 | secondary   | Used for a claim means cancelled with purpose, year and user.                                                                                                                                                                                                                              |
      | double        | green-certificate            | -                             | own reading | One certificate for one claim over all systems.                                                                                                                                                                                                                                            |
      | claim-year    | green-certificate            | -                             | own reading | Cancelled in the claim year; generated in it or the year before.                                                                                                                                                                                                                           |
      | deadline      | green-certificate            | -                             | own reading | Whether a deadline was met is open until it has passed: what is done by then counts on its day, what lies after the as-of date is not done.                                                                                                                                                |
      | proof         | green-certificate            | -                             | own reading | Extract of the registry with serials, receipt of cancellation and meter sheets by month are the papers, and trade contracts beside them; which fact each proves is read.                                                                                                                   |
    And these settings
      | setting   | label           | one of                      | default          | meaning                                                |
      | vintage   | generation year | same_or_previous, same_year | same_or_previous | whether certificates of the year before count          |
      | one_trade | one trade only  | assumed, not_assumed        | assumed          | whether a certificate that was traded twice is refused |
    And the choices of generation year
      | value            | words                            |
      | same_or_previous | the claim year or the one before |
      | same_year        | the claim year only              |
    And the choices of one trade only
      | value       | words       |
      | assumed     | assumed     |
      | not_assumed | not assumed |
    And these facts
      | fact         | label                         | type                      | unit | at least | evidence                               |
      | claim_year   | claim year                    | period                    |      |          |                                        |
      | claimed      | electricity claimed as green  | number                    | MWh  | 0        |                                        |
      | certificates | certificates                  | list of green certificate |      |          | registry-extract, cancellation-receipt |
      | month_kwh    | generation of the month       | number                    | kWh  | 0        | meter-sheet                            |
      | remainder    | remainder of the month before | number                    | kWh  | 0        | meter-sheet                            |
    And each certificate has
      | field          | label                            | type   | unit | one of                                                             | at least | multiple of | counts in some cases only |
      | serial         | serial                           | text   |      |                                                                    |          |             |                           |
      | pieces         | number of certificates           | number | item |                                                                    | 0        | 1           |                           |
      | generated_on   | a day of the month of generation | date   |      |                                                                    |          |             |                           |
      | source         | source                           | choice |      | wind, pv, biomass, geothermal, ocean, hydro, storage, other_source |          |             |                           |
      | commissioned   | commissioned on                  | date   |      |                                                                    |          |             |                           |
      | market_sold    | sold in the market               | flag   |      |                                                                    |          |             | yes                       |
      | self_use       | own use                          | flag   |      |                                                                    |          |             |                           |
      | traded         | times traded                     | number | time |                                                                    | 0        | 1           |                           |
      | cancelled      | cancelled                        | flag   |      |                                                                    |          |             |                           |
      | cancelled_on   | cancelled on                     | date   |      |                                                                    |          |             |                           |
      | purpose_stated | purpose and year stated          | flag   |      |                                                                    |          |             |                           |
      | for_claimant   | for this claimant                | flag   |      |                                                                    |          |             |                           |
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
      | fact                          | value                    |
      | claim year                    | 2026-01-01 to 2026-12-31 |
      | electricity claimed as green  | 3 MWh                    |
      | generation of the month       | 1234567 kWh              |
      | remainder of the month before | 400 kWh                  |
    And in the reference case certificates are
      | serial | number of certificates | a day of the month of generation | source        | commissioned on | sold in the market | own use | times traded | cancelled | cancelled on | purpose and year stated | for this claimant | used for another claim |
      | G-1    | 2 items                | 2025-03-01                       | wind          | 2021-05-01      | yes                | no      | 1 time       | yes       | 2026-03-31   | yes                     | yes               | no                     |
      | G-2    | 1 item                 | 2024-12-01                       | photovoltaics | 2022-05-01      | yes                | no      | 0 times      | no        | 2026-11-30   | no                      | yes               | no                     |

  Rule: A claim of three megawatt-hours with two certificates

    Scenario: one is missing
      When evaluated as of 2026-11-20
      Then the quantity backed is 2 MWh
      And the quantity missing is 1 item
      And gate G8 is not met
      And the conclusion is gate failed
