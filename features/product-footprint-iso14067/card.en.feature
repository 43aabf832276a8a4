# language: en
Feature: Product footprint under ISO 14067
  Whether the footprint of a product includes and separates the required flows, and may be used in a comparison or
  called negative.

  Background:
    Given this scorecard
      | field           | value                                                                                                                    |
      | id              | product-footprint-iso14067                                                                                               |
      | version         | 1.0.0                                                                                                                    |
      | title           | Product footprint under ISO 14067                                                                                        |
      | subject         | product                                                                                                                  |
      | attestation     | self-assessment                                                                                                          |
      | time zone       | Etc/UTC                                                                                                                  |
      | effective from  | 2026-11-23                                                                                                               |
      | rounding        | half-even, 2 decimals                                                                                                    |
      | not applicable  | refuse                                                                                                                   |
      | does not assess | whether values are correct, which a verification body judges                                                             |
      | does not assess | allocation, and rules for individual products                                                                            |
      | does not assess | the permissible cut-off, for which the standard states no number                                                         |
      | does not assess | documents that support the declared facts: the footprint report, electricity contracts, verification and critical review |
    And these bases
      | basis       | instrument                 | clause               | certainty   | note                                                                                                                                                                                                                                                                                                                                           |
      | unit        | ISO 14067:2018             | unit                 | secondary   | The footprint must refer to a stated and quantified unit. From cradle to grave this is a functional unit (a service delivered), from cradle to gate a declared unit (a quantity of product). Stated from memory, not checked against the text.                                                                                                 |
      | boundary    | ISO 14067:2018             | boundary and cut-off | secondary   | The footprint report must state the system boundary and which emissions are left out (cut-off). The excluded emissions must be limited, and their exclusion must be justified. Stated from memory, not checked against the text.                                                                                                               |
      | share       | product-footprint-iso14067 | -                    | own reading | The standard states no limit for emissions excluded by the cut-off. We report an observation if more than 5 % of the emissions are excluded.                                                                                                                                                                                                   |
      | flows       | ISO 14067:2018             | table 1              | secondary   | A footprint has twelve flows (kinds of emissions and removals). Seven flows must be included in the total; land use without land-use change should be included. Carbon in the product and indirect land-use change are reported separately. Reported by a training text in which the first flow is misprinted.                                 |
      | sums        | product-footprint-iso14067 | -                    | own reading | The footprint stated in the report must equal the sum of the flows that must be included. We allow a difference of 0.01 kgCO2e.                                                                                                                                                                                                                |
      | biogenic    | ISO 14067:2018             | biogenic carbon      | secondary   | For cradle to grave, the footprint must include both uptake and release of biogenic carbon. For cradle to gate, the carbon in the product must be reported separately. Reported by secondary sources.                                                                                                                                          |
      | balance     | product-footprint-iso14067 | -                    | own reading | A cradle-to-grave footprint must include both biogenic uptake and biogenic release. This can be interpreted in two ways; a setting without default selects one interpretation. First: both are included, or neither if there is no biogenic carbon. Second: the release is at least as large as the uptake, unless carbon storage is reported. |
      | aircraft    | ISO 14067:2018             | aircraft             | secondary   | Emissions of air transport must be reported separately. If an uplift factor (multiplier for effects at altitude) is applied, it must be stated. Stated from memory, not checked against the text.                                                                                                                                              |
      | change      | ISO 14067:2018             | land-use change      | secondary   | Emissions of direct land-use change must be spread over at least 20 years. Indirect land-use change is reported separately and not included in the total. Stated from memory, not checked against the text.                                                                                                                                    |
      | offsets     | ISO 14067:2018             | offsetting           | secondary   | Carbon credits must not be included in a product footprint. Reported by secondary sources.                                                                                                                                                                                                                                                     |
      | electricity | ISO 14067:2018             | electricity          | secondary   | The emission factor of an electricity contract may be used only if the contract is proven and its electricity is counted only once. Otherwise the emission factor of the grid applies. Stated from memory, not checked against the text.                                                                                                       |
      | potentials  | ISO 14067:2018             | potentials           | secondary   | The footprint must use 100-year global warming potentials of the latest assessment report; otherwise we report an observation. Stated from memory, not checked against the text.                                                                                                                                                               |
      | storage     | ISO 14067:2018             | storage              | secondary   | If a report shows carbon stored in the product, it must first state the footprint without the effect of delayed emissions. Stated from memory, not checked against the text.                                                                                                                                                                   |
      | compared    | ISO 14067:2018             | comparison           | secondary   | A report that compares the footprint with those of other products needs a critical review (check by independent experts). It must also state the sensitivity, age and geography of its data. Stated from memory, not checked against the text.                                                                                                 |
      | negative    | 负碳产品报道               | conditions           | secondary   | A product may be called carbon negative only if its cradle-to-grave footprint is below zero without carbon credits. The carbon must be stored for 100 years, and a third party must verify the result. Reported by secondary sources.                                                                                                          |
      | entered     | product-footprint-iso14067 | -                    | own reading | The sources name no evidence document for the individual facts of this scorecard. We accept the applicant's declaration.                                                                                                                                                                                                                       |
    And these settings
      | setting          | label                      | one of           | meaning                                                                                                                                                          |
      | biogenic_reading | balance of biogenic carbon | present, balance | Whether, for cradle to grave, uptake and release of biogenic carbon must both be present, or release must be at least equal to uptake unless storage is reported |
    And these facts
      | fact             | label                                                     | type   | unit   | one of               | at least | at most | given |
      | boundary         | system boundary                                           | choice |        | gate, grave          |          |         | yes   |
      | unit_kind        | unit                                                      | choice |        | functional, declared |          |         |       |
      | unit_stated      | the unit is stated and quantified                         | flag   |        |                      |          |         |       |
      | boundary_stated  | boundary and cut-off are stated and justified             | flag   |        |                      |          |         |       |
      | cut_off          | emissions excluded by the cut-off                         | number | %      |                      | 0        | 100     |       |
      | other            | emissions not otherwise specified                         | number | kgCO2e |                      | 0        |         |       |
      | aircraft         | emissions of air transport                                | number | kgCO2e |                      | 0        |         |       |
      | biogenic         | biogenic emissions                                        | number | kgCO2e |                      | 0        |         |       |
      | change           | emissions of direct land-use change and management change | number | kgCO2e |                      | 0        |         |       |
      | land_use         | emissions of land use without change                      | number | kgCO2e |                      | 0        |         |       |
      | fossil           | net fossil emissions and removals                         | number | kgCO2e |                      |          |         |       |
      | biogenic_removed | biogenic removals                                         | number | kgCO2e |                      | 0        |         |       |
      | change_removed   | removals of direct land-use change and management change  | number | kgCO2e |                      | 0        |         |       |
      | land_removed     | removals of land use without change                       | number | kgCO2e |                      | 0        |         |       |
      | land_in          | land use without change is included in the total          | flag   |        |                      |          |         |       |
      | stated           | stated footprint                                          | number | kgCO2e |                      |          |         | yes   |
      | complete         | every existing flow is counted                            | flag   |        |                      |          |         |       |
      | content_apart    | biogenic carbon in the product is reported separately     | flag   |        |                      |          |         |       |
      | aircraft_apart   | air transport is reported separately                      | flag   |        |                      |          |         |       |
      | uplift           | air transport is increased by an uplift factor            | flag   |        |                      |          |         |       |
      | uplift_stated    | the uplift factor is stated                               | flag   |        |                      |          |         |       |
      | change_years     | years over which land-use change is spread                | number | year   |                      | 0        |         |       |
      | indirect_in      | indirect land-use change is included in the total         | flag   |        |                      |          |         |       |
      | offsets_in       | carbon credits are included in the total                  | flag   |        |                      |          |         |       |
      | contract         | electricity is calculated by contract                     | flag   |        |                      |          |         |       |
      | contract_shown   | the contract is proven and counted once                   | flag   |        |                      |          |         |       |
      | hundred          | 100-year potentials of the latest assessment are used     | flag   |        |                      |          |         |       |
      | storage          | storage in the product is reported                        | flag   |        |                      |          |         |       |
      | without_delay    | the result without delay is stated first                  | flag   |        |                      |          |         |       |
      | compared         | the product is compared with other products               | flag   |        |                      |          |         |       |
      | data_told        | sensitivity, age and geography of data are stated         | flag   |        |                      |          |         |       |
      | reviewed         | a critical review exists                                  | flag   |        |                      |          |         |       |
      | says_negative    | the product is called negative                            | flag   |        |                      |          |         |       |
      | stored_years     | years of storage                                          | number | year   |                      | 0        |         |       |
      | third_party      | verified by a third party                                 | flag   |        |                      |          |         |       |
    And the choices of system boundary
      | value | words           |
      | gate  | cradle to gate  |
      | grave | cradle to grave |
    And the choices of unit
      | value      | words           |
      | functional | functional unit |
      | declared   | declared unit   |
    And this reference case
      | fact                                                      | value          |
      | system boundary                                           | cradle to gate |
      | unit                                                      | declared unit  |
      | the unit is stated and quantified                         | yes            |
      | boundary and cut-off are stated and justified             | yes            |
      | emissions excluded by the cut-off                         | 5 %            |
      | emissions not otherwise specified                         | 4 kgCO2e       |
      | emissions of air transport                                | 0.2 kgCO2e     |
      | biogenic emissions                                        | 1.5 kgCO2e     |
      | emissions of direct land-use change and management change | 0.3 kgCO2e     |
      | emissions of land use without change                      | 0.1 kgCO2e     |
      | net fossil emissions and removals                         | 6 kgCO2e       |
      | biogenic removals                                         | 1.8 kgCO2e     |
      | removals of direct land-use change and management change  | 0.05 kgCO2e    |
      | removals of land use without change                       | 0.02 kgCO2e    |
      | land use without change is included in the total          | yes            |
      | stated footprint                                          | 10.23 kgCO2e   |
      | every existing flow is counted                            | yes            |
      | biogenic carbon in the product is reported separately     | yes            |
      | air transport is reported separately                      | yes            |
      | air transport is increased by an uplift factor            | no             |
      | the uplift factor is stated                               | no             |
      | years over which land-use change is spread                | 20 years       |
      | indirect land-use change is included in the total         | no             |
      | carbon credits are included in the total                  | no             |
      | electricity is calculated by contract                     | yes            |
      | the contract is proven and counted once                   | yes            |
      | 100-year potentials of the latest assessment are used     | yes            |
      | storage in the product is reported                        | no             |
      | the result without delay is stated first                  | no             |
      | the product is compared with other products               | no             |
      | sensitivity, age and geography of data are stated         | yes            |
      | a critical review exists                                  | no             |
      | the product is called negative                            | no             |
      | years of storage                                          | 0 years        |
      | verified by a third party                                 | no             |

  Rule: Worked example: a product

    Scenario: 10.23 kg for cradle to gate
      When evaluated as of 2026-12-01
      Then the quantity total is 10.23 kgCO2e
      And gate PF-03 is met
      And the conclusion is scored
