# language: en
Feature: Product footprint under ISO 14067
  Whether the footprint of a product counts what it has to, keeps apart what it has to, and may be compared or called
  negative.

  Background:
    Given this scorecard
      | field           | value                                                                                                             |
      | id              | product-footprint-iso14067                                                                                        |
      | version         | 2.0.0                                                                                                             |
      | supersedes      | 1.0.0                                                                                                             |
      | title           | Product footprint under ISO 14067                                                                                 |
      | subject         | product                                                                                                           |
      | attestation     | self-assessment                                                                                                   |
      | time zone       | Etc/UTC                                                                                                           |
      | effective from  | 2026-11-23                                                                                                        |
      | rounding        | half-even, 2 decimals                                                                                             |
      | not applicable  | refuse                                                                                                            |
      | does not assess | whether figures are true, which a verifier sees                                                                   |
      | does not assess | allocation, and rules of single products                                                                          |
      | does not assess | what may be cut off, for which the standard has no number                                                         |
      | does not assess | papers behind what is declared: report of the footprint, contracts for electricity, verification, critical review |
    And these bases
      | basis       | instrument                 | clause               | certainty   | note                                                                                                                                                                                                                              |
      | unit        | ISO 14067:2018             | unit                 | secondary   | Recalled: a functional unit to the grave, a declared unit to the gate, stated and quantified.                                                                                                                                     |
      | boundary    | ISO 14067:2018             | boundary and cut-off | secondary   | Recalled: what is left out is bounded and justified.                                                                                                                                                                              |
      | share       | product-footprint-iso14067 | -                    | own reading | Above 5 % of emissions left out is told; the standard has no number.                                                                                                                                                              |
      | flows       | ISO 14067:2018             | table 1              | secondary   | Twelve kinds: seven shall be counted, land use without change should be, carbon in the product and indirect land-use change stay apart. Told by a training text that misprints the first kind.                                    |
      | sums        | product-footprint-iso14067 | -                    | own reading | The total may differ from its parts by 0.01 kgCO2e.                                                                                                                                                                               |
      | biogenic    | ISO 14067:2018             | biogenic carbon      | secondary   | Uptake and release are both counted to the grave; to the gate the carbon in the product is told apart.                                                                                                                            |
      | balance     | product-footprint-iso14067 | -                    | own reading | That both are there to the grave can be read in two ways, between which a setting without default chooses: both are counted, or neither where there is no biogenic carbon; or release is at least uptake, unless storage is told. |
      | aircraft    | ISO 14067:2018             | aircraft             | secondary   | Recalled: told apart, and without uplift unless that is stated.                                                                                                                                                                   |
      | change      | ISO 14067:2018             | land-use change      | secondary   | Recalled: direct change is spread over 20 years or more; indirect change is kept apart.                                                                                                                                           |
      | offsets     | ISO 14067:2018             | offsetting           | secondary   | Credits are no part of a footprint.                                                                                                                                                                                               |
      | electricity | ISO 14067:2018             | electricity          | secondary   | Recalled: by contract where it is shown and counted once, else the grid.                                                                                                                                                          |
      | potentials  | ISO 14067:2018             | potentials           | secondary   | Recalled: 100 years, the latest assessment.                                                                                                                                                                                       |
      | storage     | ISO 14067:2018             | storage              | secondary   | Recalled: the result without the effect of delay comes first.                                                                                                                                                                     |
      | compared    | ISO 14067:2018             | comparison           | secondary   | Recalled: a critical review, and sensitivity, age and place of data.                                                                                                                                                              |
      | negative    | 负碳产品报道               | conditions           | secondary   | To the grave and below zero, without credits, stored for 100 years, verified by a third party.                                                                                                                                    |
      | entered     | product-footprint-iso14067 | -                    | own reading | No paper is named for single facts: a declaration suffices.                                                                                                                                                                       |
    And these settings
      | setting          | label                        | one of           | meaning                                                                                               |
      | biogenic_reading | how biogenic carbon balances | present, balance | to the grave: uptake and release are both there, or release is at least uptake unless storage is told |
    And these facts
      | fact             | label                                                     | type   | unit   | one of               | at least | at most | given |
      | boundary         | boundary                                                  | choice |        | gate, grave          |          |         | yes   |
      | unit_kind        | unit                                                      | choice |        | functional, declared |          |         |       |
      | unit_stated      | the unit is stated and quantified                         | flag   |        |                      |          |         |       |
      | boundary_stated  | boundary and cut-off are stated and justified             | flag   |        |                      |          |         |       |
      | cut_off          | emissions left out by the cut-off                         | number | %      |                      | 0        | 100     |       |
      | other            | emissions not otherwise specified                         | number | kgCO2e |                      | 0        |         |       |
      | aircraft         | emissions of aircraft                                     | number | kgCO2e |                      | 0        |         |       |
      | biogenic         | biogenic emissions                                        | number | kgCO2e |                      | 0        |         |       |
      | change           | emissions of direct land-use change and management change | number | kgCO2e |                      | 0        |         |       |
      | land_use         | emissions of land use without change                      | number | kgCO2e |                      | 0        |         |       |
      | fossil           | net fossil emissions and removals                         | number | kgCO2e |                      |          |         |       |
      | biogenic_removed | biogenic removals                                         | number | kgCO2e |                      | 0        |         |       |
      | change_removed   | removals of direct land-use change and management change  | number | kgCO2e |                      | 0        |         |       |
      | land_removed     | removals of land use without change                       | number | kgCO2e |                      | 0        |         |       |
      | land_in          | land use without change is in the total                   | flag   |        |                      |          |         |       |
      | stated           | footprint stated                                          | number | kgCO2e |                      |          |         | yes   |
      | complete         | every flow that is there is counted                       | flag   |        |                      |          |         |       |
      | content_apart    | biogenic carbon in the product is told apart              | flag   |        |                      |          |         |       |
      | aircraft_apart   | aircraft are told apart                                   | flag   |        |                      |          |         |       |
      | uplift           | aircraft are raised by an uplift                          | flag   |        |                      |          |         |       |
      | uplift_stated    | the uplift is stated                                      | flag   |        |                      |          |         |       |
      | change_years     | years over which land-use change is spread                | number | year   |                      | 0        |         |       |
      | indirect_in      | indirect land-use change is in the total                  | flag   |        |                      |          |         |       |
      | offsets_in       | credits are in the total                                  | flag   |        |                      |          |         |       |
      | contract         | electricity is counted by contract                        | flag   |        |                      |          |         |       |
      | contract_shown   | the contract is shown and counted once                    | flag   |        |                      |          |         |       |
      | hundred          | potentials of 100 years of the latest assessment          | flag   |        |                      |          |         |       |
      | storage          | storage in the product is told                            | flag   |        |                      |          |         |       |
      | without_delay    | the result without delay comes first                      | flag   |        |                      |          |         |       |
      | compared         | it is compared with other products                        | flag   |        |                      |          |         |       |
      | data_told        | sensitivity, age and place of data are told               | flag   |        |                      |          |         |       |
      | reviewed         | a critical review is there                                | flag   |        |                      |          |         |       |
      | says_negative    | it is called negative                                     | flag   |        |                      |          |         |       |
      | stored_years     | years of storage                                          | number | year   |                      | 0        |         |       |
      | third_party      | verified by a third party                                 | flag   |        |                      |          |         |       |
    And the choices of boundary
      | value | words           |
      | gate  | cradle to gate  |
      | grave | cradle to grave |
    And the choices of unit
      | value      | words           |
      | functional | functional unit |
      | declared   | declared unit   |
    And this reference case
      | fact                                                      | value          |
      | boundary                                                  | cradle to gate |
      | unit                                                      | declared unit  |
      | the unit is stated and quantified                         | yes            |
      | boundary and cut-off are stated and justified             | yes            |
      | emissions left out by the cut-off                         | 5 %            |
      | emissions not otherwise specified                         | 4 kgCO2e       |
      | emissions of aircraft                                     | 0.2 kgCO2e     |
      | biogenic emissions                                        | 1.5 kgCO2e     |
      | emissions of direct land-use change and management change | 0.3 kgCO2e     |
      | emissions of land use without change                      | 0.1 kgCO2e     |
      | net fossil emissions and removals                         | 6 kgCO2e       |
      | biogenic removals                                         | 1.8 kgCO2e     |
      | removals of direct land-use change and management change  | 0.05 kgCO2e    |
      | removals of land use without change                       | 0.02 kgCO2e    |
      | land use without change is in the total                   | yes            |
      | footprint stated                                          | 10.23 kgCO2e   |
      | every flow that is there is counted                       | yes            |
      | biogenic carbon in the product is told apart              | yes            |
      | aircraft are told apart                                   | yes            |
      | aircraft are raised by an uplift                          | no             |
      | the uplift is stated                                      | no             |
      | years over which land-use change is spread                | 20 years       |
      | indirect land-use change is in the total                  | no             |
      | credits are in the total                                  | no             |
      | electricity is counted by contract                        | yes            |
      | the contract is shown and counted once                    | yes            |
      | potentials of 100 years of the latest assessment          | yes            |
      | storage in the product is told                            | no             |
      | the result without delay comes first                      | no             |
      | it is compared with other products                        | no             |
      | sensitivity, age and place of data are told               | yes            |
      | a critical review is there                                | no             |
      | it is called negative                                     | no             |
      | years of storage                                          | 0 years        |
      | verified by a third party                                 | no             |

  Rule: A worked product

    Scenario: 10.23 kg to the gate
      When evaluated as of 2026-12-01
      Then the quantity total is 10.23 kgCO2e
      And gate PF-03 is met
      And the conclusion is scored
