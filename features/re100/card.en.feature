# language: en
Feature: Renewable electricity under RE100
  Which certificates and contracts count, which share of a year's electricity they cover, and whether it meets the path to
  100 %.

  Background:
    Given this scorecard
      | field           | value                                                                                                                                                   |
      | id              | re100                                                                                                                                                   |
      | version         | 2.0.0                                                                                                                                                   |
      | supersedes      | 1.0.0                                                                                                                                                   |
      | title           | Renewable electricity under RE100                                                                                                                       |
      | subject         | company                                                                                                                                                 |
      | attestation     | self-assessment                                                                                                                                         |
      | time zone       | Etc/UTC                                                                                                                                                 |
      | effective from  | 2024-01-01                                                                                                                                              |
      | rounding        | half-even, 2 decimals                                                                                                                                   |
      | not applicable  | refuse                                                                                                                                                  |
      | does not assess | documents that support the declared facts: meter readings and invoices by market, certificates with their retirement, contracts, documents on the plant |
      | does not assess | which countries form one market; the scorecard uses the market entered                                                                                  |
      | does not assess | certificates of nuclear power and co-firing, because version 5 of the criteria was not found                                                            |
      | does not assess | emissions by market, which require the residual mix of each market                                                                                      |
    And these bases
      | basis     | instrument                   | clause | certainty   | note                                                                                                                                                                                                                                                                                                                  |
      | resources | RE100 Technical Criteria 4.1 | -      | secondary   | A company may count electricity from wind, solar or geothermal energy. It may count electricity from biomass or water power only if this is sustainable. Reported by secondary sources.                                                                                                                               |
      | ways      | RE100 Technical Criteria 4.1 | -      | secondary   | Renewable electricity counts only if the company procures it by one of five methods. These are own generation, direct procurement from a plant, a supplier contract, unbundled certificates (bought without electricity), and default delivery by the grid. Reported by secondary sources.                            |
      | market    | RE100 Technical Criteria 4.1 | -      | secondary   | Renewable electricity counts only in the market in which the company uses it. From 2024-01-01, European countries form one market under three conditions. They must belong to the EU single market and to the European certificate association AIB, and their grids must be connected. Reported by secondary sources. |
      | age       | RE100 Technical Criteria 4.1 | -      | secondary   | For electricity used from 2024-01-01, the plant must be at most 15 years old. This age limit does not apply to own generation or to the first buyer of electricity procured directly from a plant. Other electricity from older plants counts only up to 15 % of all electricity used. Reported by secondary sources. |
      | before    | RE100 Technical Criteria 4.1 | -      | secondary   | The limit of 15 years on the age of a plant does not apply to contracts or purchases that began before 2024-01-01. Reported by secondary sources.                                                                                                                                                                     |
      | retired   | RE100 Technical Criteria 4.1 | -      | secondary   | Each certificate or contract (instrument) must be retired for the company and only once. An instrument that the company also claims for another year does not count. Reported by secondary sources.                                                                                                                   |
      | small     | RE100 materiality provisions | -      | secondary   | A company may leave out a market in which it cannot obtain renewable electricity if it uses at most 100 MWh there. All markets left out may together use at most 500 MWh. Stated from memory, not checked against the text.                                                                                           |
      | path      | RE100 joining criteria       | -      | secondary   | Renewable electricity must reach a minimum share of the electricity that the company uses: 60 % in 2030, 90 % in 2040 and 100 % in 2050. Stated from memory, not checked against the text.                                                                                                                            |
      | report    | RE100 joining criteria       | -      | secondary   | The company must submit a report each year, and the electricity use stated in it must be verified. Reported by secondary sources.                                                                                                                                                                                     |
      | apart     | re100                        | -      | own reading | For each market, we count bought renewable electricity only up to the electricity that the company uses there. The excess does not count in another market either. We also do not count purchases for a market that is left out as a small load.                                                                      |
      | surplus   | re100                        | -      | own reading | The renewable share is the counted renewable electricity divided by the electricity use (base). The sources do not state the share if the counted amount equals or exceeds the base. We use 100 % and ignore any surplus; a rule of the criteria would change this.                                                   |
      | year-over | re100                        | -      | own reading | The renewable share is undetermined until the reporting year has ended. We do not count a plant commissioned after the last day on which its electricity is said to be used. We do not count a purchase dated after the as-of date.                                                                                   |
      | sum       | re100                        | -      | own reading | The joining criteria require a renewable share only for 2030, 2040 and 2050. For the years between, we require the share of the preceding target year; before 2030 we require none. Where an age limit applies, we determine the age of a plant on the last day on which its electricity is used.                     |
      | told-year | re100                        | -      | own reading | We count a certificate or contract only for the year in which its electricity was used. Otherwise it could count in two years.                                                                                                                                                                                        |
      | entered   | re100                        | -      | own reading | The yearly report must be submitted and its electricity use verified. No source names documents that prove this, so we accept the declaration of the company.                                                                                                                                                         |
    And these facts
      | fact        | label                      | type                    | at least | at most | multiple of | given |
      | year        | reporting year             | number                  | 2016     | 2100    | 1           | yes   |
      | reported    | yearly report submitted    | flag                    |          |         |             |       |
      | verified    | electricity use verified   | flag                    |          |         |             |       |
      | markets     | markets of use             | list of market line     |          |         |             | yes   |
      | instruments | certificates and contracts | list of instrument line |          |         |             | yes   |
    And each market has
      | field    | label                                            | type   | unit | at least |
      | market   |                                                  | text   |      |          |
      | used     | electricity used in the market                   | number | MWh  | 0        |
      | left_out | left out as a small load                         | flag   |      |          |
      | no_route | no renewable electricity available in the market | flag   |      |          |
    And market is called market line
    And no two markets of use share a market
    And each instrument has
      | field         | label                                | type   | unit | one of                                               | at least | may lie ahead | counts in some cases only |
      | record        |                                      | text   |      |                                                      |          |               |                           |
      | market_of_use | market of use                        | text   |      |                                                      |          |               |                           |
      | amount        | amount of the instrument             | number | MWh  |                                                      | 0        |               |                           |
      | technology    | technology                           | choice |      | wind, solar, geothermal, biomass, hydro, another     |          |               |                           |
      | sustainable   | sustainable biomass or water power   | flag   |      |                                                      |          |               | yes                       |
      | way           | procurement type                     | choice |      | own, direct, supplier, unbundled, delivered, another |          |               |                           |
      | first         | bought as first off-taker            | flag   |      |                                                      |          |               | yes                       |
      | same_market   | generated in the market of use       | flag   |      |                                                      |          |               |                           |
      | built_on      | date of commissioning or re-powering | date   |      |                                                      |          | yes           |                           |
      | used_on       | last day of use                      | date   |      |                                                      |          | yes           |                           |
      | contract_from | date of contract start or purchase   | date   |      |                                                      |          | yes           |                           |
      | retired       | retired for the company              | flag   |      |                                                      |          |               |                           |
      | claimed       | claimed for another year             | flag   |      |                                                      |          |               |                           |
    And instrument is called instrument line
    And each instrument line belongs to one of markets of use by market of use
    And no two certificates and contracts share a record
    And the choices of technology
      | value      | words            |
      | wind       | wind             |
      | solar      | solar            |
      | geothermal | geothermal       |
      | biomass    | biomass          |
      | hydro      | water power      |
      | another    | other technology |
    And the choices of procurement type
      | value     | words                    |
      | own       | own generation           |
      | direct    | direct procurement       |
      | supplier  | contract with a supplier |
      | unbundled | unbundled certificates   |
      | delivered | default delivered        |
      | another   | other procurement type   |
    And this reference case
      | fact                     | value |
      | reporting year           | 2026  |
      | yearly report submitted  | yes   |
      | electricity use verified | yes   |
    And in the reference case markets of use are
      | market | electricity used in the market | left out as a small load | no renewable electricity available in the market |
      | M1     | 100000 MWh                     | no                       | no                                               |
    And in the reference case certificates and contracts are
      | record | market of use | amount of the instrument | technology | sustainable biomass or water power | procurement type         | bought as first off-taker | generated in the market of use | date of commissioning or re-powering | last day of use | date of contract start or purchase | retired for the company | claimed for another year |
      | C1     | M1            | 10000 MWh                | wind       | no                                 | own generation           | no                        | yes                            | 2005-01-01                           | 2026-12-31      | 2026-01-01                         | yes                     | no                       |
      | C2     | M1            | 20000 MWh                | wind       | no                                 | direct procurement       | yes                       | yes                            | 2008-01-01                           | 2026-12-31      | 2026-01-01                         | yes                     | no                       |
      | C3     | M1            | 30000 MWh                | wind       | no                                 | unbundled certificates   | no                        | yes                            | 2014-01-01                           | 2026-12-31      | 2026-01-01                         | yes                     | no                       |
      | C4     | M1            | 20000 MWh                | wind       | no                                 | unbundled certificates   | no                        | yes                            | 2008-01-01                           | 2026-12-31      | 2026-01-01                         | yes                     | no                       |
      | C5     | M1            | 10000 MWh                | wind       | no                                 | contract with a supplier | no                        | yes                            | 2019-01-01                           | 2026-12-31      | 2026-01-01                         | yes                     | no                       |

  Rule: A company with a hundred gigawatt hours

    Scenario: of 20 gigawatt hours from old plants, 15 are counted
      When evaluated as of 2027-03-01
      Then the quantity fresh_all is 70000 MWh
      And the quantity old_all is 20000 MWh
      And the quantity share is 85 %
      And gate RE-12 is met
      And the conclusion is scored
