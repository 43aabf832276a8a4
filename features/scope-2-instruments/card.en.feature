# language: en
Feature: Electricity and its instruments under scope 2
  Which certificates, contracts and supplier factors stand behind a factor of their own, and what electricity emits by
  location and by market. Two results, never added.

  Background:
    Given this scorecard
      | field           | value                                                                                                                  |
      | id              | scope-2-instruments                                                                                                    |
      | version         | 3.0.0                                                                                                                  |
      | supersedes      | 2.0.0                                                                                                                  |
      | title           | Electricity and its instruments under scope 2                                                                          |
      | subject         | company                                                                                                                |
      | attestation     | self-assessment                                                                                                        |
      | time zone       | Etc/UTC                                                                                                                |
      | effective from  | 2026-11-25                                                                                                             |
      | rounding        | half-even, 3 decimals                                                                                                  |
      | not applicable  | refuse                                                                                                                 |
      | does not assess | papers behind what is declared: certificates with their retirement, contracts, statements of suppliers, meter readings |
      | does not assess | how close to its use a certificate has to be generated, for the guidance gives no number, so that it is entered        |
      | does not assess | which countries make one market, and the factors of grids and residual mixes, which are entered                        |
      | does not assess | hourly matching, which a revision of the guidance may ask for                                                          |
    And these bases
      | basis          | instrument                    | clause    | certainty   | note                                                                                                                                                                    |
      | criteria       | GHG Protocol Scope 2 Guidance | table 7.1 | secondary   | Recalled: an instrument carries its emission rate, is the only one with its claim, is retired for the company, generated close to its use and in its market.            |
      | supplier       | GHG Protocol Scope 2 Guidance | table 7.1 | secondary   | Recalled: the factor of a supplier is built on delivered electricity and holds the certificates that were retired for customers.                                        |
      | direct         | GHG Protocol Scope 2 Guidance | table 7.1 | secondary   | Recalled: a contract hands its claim to the company alone, or no other instrument conveys it.                                                                           |
      | residual       | GHG Protocol Scope 2 Guidance | table 7.1 | secondary   | Recalled: a residual mix is used where there is one, and its absence is told where there is none.                                                                       |
      | order          | GHG Protocol Scope 2 Guidance | hierarchy | secondary   | Recalled: certificates, contracts, factors of suppliers, then the residual mix, then the mean of the grid.                                                              |
      | dual           | GHG Protocol Scope 2 Guidance | reporting | secondary   | Recalled: results by location and by market are both reported.                                                                                                          |
      | surplus        | scope-2-instruments           | -         | own reading | What is bought for a market beyond its electricity does not count; what counts of several instruments is taken of each in proportion.                                   |
      | nothing-bought | scope-2-instruments           | -         | own reading | The sources do not say what instruments carry where nothing was bought for a market. We count no emissions. A rule of the guidance for such a market would change this. |
    And these facts
      | fact          | label                              | type                    | given |
      | location_told | the result by location is reported | flag                    |       |
      | market_told   | the result by market is reported   | flag                    |       |
      | markets       | markets of use                     | list of market line     | yes   |
      | instruments   | instruments for electricity        | list of instrument line | yes   |
    And each market has
      | field          | label                          | type   | unit       | at least |
      | market         |                                | text   |            |          |
      | used           | electricity used in the market | number | MWh        | 0        |
      | grid           | mean factor of the grid        | number | kgCO2e/kWh | 0        |
      | residual_known | a residual mix is published    | flag   |            |          |
      | residual       | factor of the residual mix     | number | kgCO2e/kWh | 0        |
      | absence_told   | its absence is told            | flag   |            |          |
    And market is called market line
    And no two markets of use share a market
    And each instrument has
      | field         | label                                                              | type   | unit       | one of                          | at least | counts in some cases only |
      | record        |                                                                    | text   |            |                                 |          |                           |
      | market_of_use | market for which it is used                                        | text   |            |                                 |          |                           |
      | kind          | kind of instrument                                                 | choice |            | certificate, contract, supplier |          |                           |
      | amount        | amount of the instrument                                           | number | MWh        |                                 | 0        |                           |
      | rated         | it carries the emission rate of what was generated                 | flag   |            |                                 |          |                           |
      | rate          | its emission rate                                                  | number | kgCO2e/kWh |                                 | 0        |                           |
      | sole          | no other instrument carries its claim                              | flag   |            |                                 |          |                           |
      | retired       | retired for the company                                            | flag   |            |                                 |          |                           |
      | near          | generated as close as possible to its use                          | flag   |            |                                 |          |                           |
      | same_market   | it is generated in this market                                     | flag   |            |                                 |          |                           |
      | delivered     | built on delivered electricity, certificates of customers among it | flag   |            |                                 |          | yes                       |
      | handed_over   | its claim is handed to the company alone                           | flag   |            |                                 |          | yes                       |
    And instrument is called instrument line
    And each instrument line belongs to one of markets of use by market for which it is used
    And no two instruments for electricity share a record
    And the choices of kind of instrument
      | value       | words                |
      | certificate | certificate          |
      | contract    | direct contract      |
      | supplier    | factor of a supplier |
    And this reference case
      | fact                               | value |
      | the result by location is reported | yes   |
      | the result by market is reported   | yes   |
    And in the reference case markets of use are
      | market | electricity used in the market | mean factor of the grid | a residual mix is published | factor of the residual mix | its absence is told |
      | M1     | 1000 MWh                       | 0.5 kgCO2e/kWh          | yes                         | 0.6 kgCO2e/kWh             | no                  |
    And in the reference case instruments for electricity are
      | record | market for which it is used | kind of instrument | amount of the instrument | it carries the emission rate of what was generated | its emission rate | no other instrument carries its claim | retired for the company | generated as close as possible to its use | it is generated in this market | built on delivered electricity, certificates of customers among it | its claim is handed to the company alone |
      | C1     | M1                          | certificate        | 400 MWh                  | yes                                                | 0.01 kgCO2e/kWh   | yes                                   | yes                     | yes                                       | yes                            | yes                                                                | yes                                      |

  Rule: Four hundred of a thousand megawatt hours

    Scenario: two results that are not added
      When evaluated as of 2026-12-01
      Then the quantity by_location is 500 tCO2e
      And the quantity by_market is 364 tCO2e
      And the quantity rest_all is 600 MWh
      And gate S2-02 is met
      And gate S2-08 is not applicable
      And no finding S2-01 is raised
      And the conclusion is scored
