# language: en
Feature: Electricity and its instruments under scope 2
  Which certificates, contracts and supplier factors justify an emission factor of their own, and the location-based and
  market-based emissions of electricity. These are two results and are never added.

  Background:
    Given this scorecard
      | field           | value                                                                                                                                            |
      | id              | scope-2-instruments                                                                                                                              |
      | version         | 1.0.0                                                                                                                                            |
      | title           | Electricity and its instruments under scope 2                                                                                                    |
      | subject         | company                                                                                                                                          |
      | attestation     | self-assessment                                                                                                                                  |
      | time zone       | Etc/UTC                                                                                                                                          |
      | effective from  | 2026-11-25                                                                                                                                       |
      | rounding        | half-even, 3 decimals                                                                                                                            |
      | not applicable  | refuse                                                                                                                                           |
      | does not assess | documents that support the declared facts: certificates with their retirement, contracts, statements of suppliers, meter readings                |
      | does not assess | how close to its use the electricity of a certificate must be generated; the guidance states no number, so the assessment is entered by the user |
      | does not assess | which countries form one market, and the emission factors of grids and residual mixes; the scorecard uses the values entered                     |
      | does not assess | hourly matching, which a revision of the guidance may require                                                                                    |
    And these bases
      | basis          | instrument                    | clause    | certainty   | note                                                                                                                                                                                                                                                                                                                                                                                     |
      | criteria       | GHG Protocol Scope 2 Guidance | table 7.1 | secondary   | To count for scope 2, an instrument (certificate, contract) must state its emission rate, be unique for its claim and be retired for the company. Its electricity must also be generated close in time to the use and in the same market. Otherwise the electricity is calculated with the factor for electricity without instruments. Stated from memory, not checked against the text. |
      | supplier       | GHG Protocol Scope 2 Guidance | table 7.1 | secondary   | The emission factor of a supplier counts for scope 2 only if it is based on the electricity delivered. It must also include the certificates that the supplier retired for its customers. Stated from memory, not checked against the text.                                                                                                                                              |
      | direct         | GHG Protocol Scope 2 Guidance | table 7.1 | secondary   | According to table 7.1, a contract with a power plant (direct contract) counts in either of two cases. It transfers the claim to its emission rate to the company alone, or no other instrument conveys this claim. We require both. Stated from memory, not checked against the text.                                                                                                   |
      | residual       | GHG Protocol Scope 2 Guidance | table 7.1 | secondary   | Electricity without an instrument is calculated with the residual mix of its market (mix of electricity not claimed by any instrument), if one is published. If no residual mix is published, the company must disclose this. Stated from memory, not checked against the text.                                                                                                          |
      | order          | GHG Protocol Scope 2 Guidance | hierarchy | secondary   | Market-based scope 2 emissions use the first factor available in this order: certificates, contracts and supplier factors; then the residual mix; then the grid average. Stated from memory, not checked against the text.                                                                                                                                                               |
      | dual           | GHG Protocol Scope 2 Guidance | reporting | secondary   | A company must report its scope 2 emissions twice: by the location-based and by the market-based method. Stated from memory, not checked against the text.                                                                                                                                                                                                                               |
      | surplus        | scope-2-instruments           | -         | own reading | If the instruments for a market together exceed the electricity used there, we do not count the excess. We then count each instrument in proportion to its amount.                                                                                                                                                                                                                       |
      | nothing-bought | scope-2-instruments           | -         | own reading | If no instruments were bought for a market, the sources do not state which emissions with instruments to report there. We report zero; all electricity of the market is then calculated as electricity without instruments. A rule of the guidance would change this.                                                                                                                    |
    And these facts
      | fact          | label                          | type                    | given |
      | location_told | location-based result reported | flag                    |       |
      | market_told   | market-based result reported   | flag                    |       |
      | markets       | markets of use                 | list of market line     | yes   |
      | instruments   | instruments for electricity    | list of instrument line | yes   |
    And each market has
      | field          | label                               | type   | unit       | at least |
      | market         |                                     | text   |            |          |
      | used           | electricity used in the market      | number | MWh        | 0        |
      | grid           | average emission factor of the grid | number | kgCO2e/kWh | 0        |
      | residual_known | residual mix published              | flag   |            |          |
      | residual       | emission factor of the residual mix | number | kgCO2e/kWh | 0        |
      | absence_told   | absence of a residual mix disclosed | flag   |            |          |
    And market is called market line
    And no two markets of use share a market
    And each instrument has
      | field         | label                                                            | type   | unit       | one of                          | at least | counts in some cases only |
      | record        |                                                                  | text   |            |                                 |          |                           |
      | market_of_use | market of use                                                    | text   |            |                                 |          |                           |
      | kind          | kind of instrument                                               | choice |            | certificate, contract, supplier |          |                           |
      | amount        | amount of the instrument                                         | number | MWh        |                                 | 0        |                           |
      | rated         | carries the emission rate of its generation                      | flag   |            |                                 |          |                           |
      | rate          | emission rate of the instrument                                  | number | kgCO2e/kWh |                                 | 0        |                           |
      | sole          | no other instrument with the same claim                          | flag   |            |                                 |          |                           |
      | retired       | retired for the company                                          | flag   |            |                                 |          |                           |
      | near          | generated as close as possible to its use                        | flag   |            |                                 |          |                           |
      | same_market   | generated in the market of use                                   | flag   |            |                                 |          |                           |
      | delivered     | factor based on delivered electricity with customer certificates | flag   |            |                                 |          | yes                       |
      | handed_over   | claim transferred to the company alone                           | flag   |            |                                 |          | yes                       |
    And instrument is called instrument line
    And each instrument line belongs to one of markets of use by market of use
    And no two instruments for electricity share a record
    And the choices of kind of instrument
      | value       | words                |
      | certificate | certificate          |
      | contract    | direct contract      |
      | supplier    | factor of a supplier |
    And this reference case
      | fact                           | value |
      | location-based result reported | yes   |
      | market-based result reported   | yes   |
    And in the reference case markets of use are
      | market | electricity used in the market | average emission factor of the grid | residual mix published | emission factor of the residual mix | absence of a residual mix disclosed |
      | M1     | 1000 MWh                       | 0.5 kgCO2e/kWh                      | yes                    | 0.6 kgCO2e/kWh                      | no                                  |
    And in the reference case instruments for electricity are
      | record | market of use | kind of instrument | amount of the instrument | carries the emission rate of its generation | emission rate of the instrument | no other instrument with the same claim | retired for the company | generated as close as possible to its use | generated in the market of use | factor based on delivered electricity with customer certificates | claim transferred to the company alone |
      | C1     | M1            | certificate        | 400 MWh                  | yes                                         | 0.01 kgCO2e/kWh                 | yes                                     | yes                     | yes                                       | yes                            | yes                                                              | yes                                    |

  Rule: Certificates for four hundred of a thousand megawatt hours

    Scenario: location-based and market-based results are not added
      When evaluated as of 2026-12-01
      Then the quantity by_location is 500 tCO2e
      And the quantity by_market is 364 tCO2e
      And the quantity rest_all is 600 MWh
      And gate S2-02 is met
      And gate S2-08 is not applicable
      And no finding S2-01 is raised
      And the conclusion is scored
