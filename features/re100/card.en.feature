# language: en
Feature: Renewable electricity under RE100
  Which certificates and contracts count, which share of a year's electricity they make, and whether it is on the path to
  100 %.

  Background:
    Given this scorecard
      | field           | value                                                                                                                                     |
      | id              | re100                                                                                                                                     |
      | version         | 4.0.0                                                                                                                                     |
      | supersedes      | 3.0.0                                                                                                                                     |
      | title           | Renewable electricity under RE100                                                                                                         |
      | subject         | company                                                                                                                                   |
      | attestation     | self-assessment                                                                                                                           |
      | time zone       | Etc/UTC                                                                                                                                   |
      | effective from  | 2026-11-23                                                                                                                                |
      | rounding        | half-even, 2 decimals                                                                                                                     |
      | not applicable  | refuse                                                                                                                                    |
      | does not assess | papers behind what is declared: meter readings and invoices by market, certificates with their retirement, contracts, papers on the plant |
      | does not assess | which countries make one market, which is taken as entered                                                                                |
      | does not assess | certificates of nuclear power and co-firing, for version 5 was not found                                                                  |
      | does not assess | emissions by market, for which the residual mix of each market is needed                                                                  |
    And these bases
      | basis     | instrument                   | clause | certainty   | note                                                                                                                                                                                                                                               |
      | resources | RE100 Technical Criteria 4.1 | -      | secondary   | Wind, solar, geothermal, sustainable biomass, sustainable water power.                                                                                                                                                                             |
      | ways      | RE100 Technical Criteria 4.1 | -      | secondary   | Own generation, direct procurement, contract with a supplier, unbundled certificates, default delivered.                                                                                                                                           |
      | market    | RE100 Technical Criteria 4.1 | -      | secondary   | Generated in the market of use; in Europe one market of countries that are in the single market, in the association of certificates, and linked by the grid.                                                                                       |
      | age       | RE100 Technical Criteria 4.1 | -      | secondary   | From 2024-01-01 plants are at most 15 years old, but for own generation and the first off-taker; older ones count up to 15 % of all electricity.                                                                                                   |
      | before    | RE100 Technical Criteria 4.1 | -      | secondary   | Contracts that began before 2024-01-01 are not asked for the age.                                                                                                                                                                                  |
      | retired   | RE100 Technical Criteria 4.1 | -      | secondary   | Retired for the company, once.                                                                                                                                                                                                                     |
      | small     | RE100 materiality provisions | -      | secondary   | Recalled: loads of at most 100 MWh in a market and 500 MWh in all may be left out where nothing can be bought.                                                                                                                                     |
      | path      | RE100 joining criteria       | -      | secondary   | Recalled: 60 % in 2030, 90 % in 2040, 100 % in 2050.                                                                                                                                                                                               |
      | report    | RE100 joining criteria       | -      | secondary   | A yearly report whose electricity is verified.                                                                                                                                                                                                     |
      | apart     | re100                        | -      | own reading | What is bought for a market beyond its electricity does not count, there or elsewhere; what is bought for a load that is left out does not count either.                                                                                           |
      | surplus   | re100                        | -      | own reading | The sources do not state the share where the renewable electricity that counts is at least the electricity that is asked about. We count 100 %, and no surplus. A rule of the criteria on surplus would change this.                               |
      | year-over | re100                        | -      | own reading | A year is told once it is over: before that neither its electricity nor what is retired for it is known. A plant commissioned after the last day of use did not generate what was used, and what is bought after the as-of date is not bought yet. |
      | sum       | re100                        | -      | own reading | Between the printed years the earlier share is asked, and none before 2030. The age is taken on the last day of use.                                                                                                                               |
      | told-year | re100                        | -      | own reading | What was used in another year is told for that year, so that nothing counts for two.                                                                                                                                                               |
      | entered   | re100                        | -      | own reading | Report and verification are declared.                                                                                                                                                                                                              |
    And these facts
      | fact        | label                            | type                    | at least | at most | multiple of | given |
      | year        | year that is told                | number                  | 2016     | 2100    | 1           | yes   |
      | reported    | the yearly report is made        | flag                    |          |         |             |       |
      | verified    | the electricity used is verified | flag                    |          |         |             |       |
      | markets     | markets of use                   | list of market line     |          |         |             | yes   |
      | instruments | certificates and contracts       | list of instrument line |          |         |             | yes   |
    And each market has
      | field    | label                                        | type   | unit | at least |
      | market   |                                              | text   |      |          |
      | used     | electricity used in the market               | number | MWh  | 0        |
      | left_out | it is left out as a small load               | flag   |      |          |
      | no_route | no renewable electricity can be bought there | flag   |      |          |
    And market is called market line
    And no two markets of use share a market
    And each instrument has
      | field         | label                                     | type   | unit | one of                                               | at least | may lie ahead | counts in some cases only |
      | record        |                                           | text   |      |                                                      |          |               |                           |
      | market_of_use | market for which it is used               | text   |      |                                                      |          |               |                           |
      | amount        | amount of the instrument                  | number | MWh  |                                                      | 0        |               |                           |
      | technology    | technology                                | choice |      | wind, solar, geothermal, biomass, hydro, another     |          |               |                           |
      | sustainable   | its biomass or water power is sustainable | flag   |      |                                                      |          |               | yes                       |
      | way           | way it was bought                         | choice |      | own, direct, supplier, unbundled, delivered, another |          |               |                           |
      | first         | the company is its first off-taker        | flag   |      |                                                      |          |               | yes                       |
      | same_market   | it is generated in this market            | flag   |      |                                                      |          |               |                           |
      | built_on      | plant commissioned or re-powered          | date   |      |                                                      |          | yes           |                           |
      | used_on       | last day of use                           | date   |      |                                                      |          | yes           |                           |
      | contract_from | start of the contract or day of purchase  | date   |      |                                                      |          | yes           |                           |
      | retired       | retired for the company                   | flag   |      |                                                      |          |               |                           |
      | claimed       | claimed for another year                  | flag   |      |                                                      |          |               |                           |
    And instrument is called instrument line
    And each instrument line belongs to one of markets of use by market for which it is used
    And no two certificates and contracts share a record
    And the choices of technology
      | value      | words       |
      | wind       | wind        |
      | solar      | solar       |
      | geothermal | geothermal  |
      | biomass    | biomass     |
      | hydro      | water power |
      | another    | another     |
    And the choices of way it was bought
      | value     | words                    |
      | own       | own generation           |
      | direct    | direct procurement       |
      | supplier  | contract with a supplier |
      | unbundled | unbundled certificates   |
      | delivered | default delivered        |
      | another   | another way              |
    And this reference case
      | fact                             | value |
      | year that is told                | 2026  |
      | the yearly report is made        | yes   |
      | the electricity used is verified | yes   |
    And in the reference case markets of use are
      | market | electricity used in the market | it is left out as a small load | no renewable electricity can be bought there |
      | M1     | 100000 MWh                     | no                             | no                                           |
    And in the reference case certificates and contracts are
      | record | market for which it is used | amount of the instrument | technology | its biomass or water power is sustainable | way it was bought        | the company is its first off-taker | it is generated in this market | plant commissioned or re-powered | last day of use | start of the contract or day of purchase | retired for the company | claimed for another year |
      | C1     | M1                          | 10000 MWh                | wind       | no                                        | own generation           | no                                 | yes                            | 2005-01-01                       | 2026-12-31      | 2026-01-01                               | yes                     | no                       |
      | C2     | M1                          | 20000 MWh                | wind       | no                                        | direct procurement       | yes                                | yes                            | 2008-01-01                       | 2026-12-31      | 2026-01-01                               | yes                     | no                       |
      | C3     | M1                          | 30000 MWh                | wind       | no                                        | unbundled certificates   | no                                 | yes                            | 2014-01-01                       | 2026-12-31      | 2026-01-01                               | yes                     | no                       |
      | C4     | M1                          | 20000 MWh                | wind       | no                                        | unbundled certificates   | no                                 | yes                            | 2008-01-01                       | 2026-12-31      | 2026-01-01                               | yes                     | no                       |
      | C5     | M1                          | 10000 MWh                | wind       | no                                        | contract with a supplier | no                                 | yes                            | 2019-01-01                       | 2026-12-31      | 2026-01-01                               | yes                     | no                       |

  Rule: A hundred gigawatt hours

    Scenario: of 20 from old plants 15 count
      When evaluated as of 2027-03-01
      Then the quantity fresh_all is 70000 MWh
      And the quantity old_all is 20000 MWh
      And the quantity share is 85 %
      And gate RE-12 is met
      And the conclusion is scored
