# language: en
Feature: Product footprint in the data model of PACT
  Whether a record of a product footprint in version 3.0 is complete, valid on the day of use and adds up, and what its
  share of primary data and its data quality are.

  Background:
    Given this scorecard
      | field           | value                                                                                                       |
      | id              | product-footprint-pact                                                                                      |
      | version         | 3.0.0                                                                                                       |
      | supersedes      | 2.0.0                                                                                                       |
      | title           | Product footprint in the data model of PACT                                                                 |
      | subject         | product                                                                                                     |
      | attestation     | self-assessment                                                                                             |
      | time zone       | Etc/UTC                                                                                                     |
      | effective from  | 2025-04-01                                                                                                  |
      | rounding        | half-even, 2 decimals                                                                                       |
      | not applicable  | refuse                                                                                                      |
      | does not assess | papers behind what is declared: the record itself, the statement of verification, the calculation behind it |
      | does not assess | other versions of the data model                                                                            |
      | does not assess | whether figures are true, which a verifier sees                                                             |
      | does not assess | rules of single industries, whose thresholds were not found                                                 |
      | does not assess | fields one by one, of which it is asked whether all that are required are stated                            |
    And these bases
      | basis      | instrument             | clause           | certainty   | note                                                                                                                                                                 |
      | fields     | PACT data model 3.0    | required fields  | confirmed   | What a record has to state.                                                                                                                                          |
      | validity   | PACT data model 3.0    | lifecycle        | confirmed   | Three years from the end of the reference period, both ends of what is stated inside; a deprecated record is not used.                                               |
      | sums       | PACT Methodology 3     | 3.3.1            | confirmed   | Without uptake the sum of the parts, with uptake that and the uptake, which is never above zero.                                                                     |
      | near       | product-footprint-pact | -                | own reading | Sums may differ by 0.01 kgCO2e, or by 0.5 % of what is stated if that is more: both readings are told. The share of primary data may differ by 0.01 points.          |
      | exempt     | PACT Methodology 3     | 3.3.1.2          | own reading | At most 5 %: stated for the older edition, that version 3 keeps it is our reading.                                                                                   |
      | period     | PACT data model 3.0    | reference period | confirmed   | The start is included and the end is not.                                                                                                                            |
      | items      | product-footprint-pact | -                | own reading | A record holds no items; where they are told beside it, share and ratings are computed of them.                                                                      |
      | primary    | PACT Methodology 3     | 4.2.2            | confirmed   | Share of primary data in the absolute footprint without uptake.                                                                                                      |
      | whole      | product-footprint-pact | -                | own reading | The sources do not state the share where primary data are at least the size of all items. We count 100 %. A rule of the methodology for this case would change this. |
      | quality    | PACT Methodology 3     | 4.2.3            | confirmed   | Three ratings from 1 to 5, weighted by emissions; owed after 2027-12-31, that day being our reading.                                                                 |
      | land       | PACT Methodology 3     | 3.3.1            | confirmed   | Land management is owed after 2027-12-31 where there are land or biogenic flows.                                                                                     |
      | packaging  | PACT Methodology 3     | 3.3.1.1          | confirmed   | None is given where packaging is left out.                                                                                                                           |
      | places     | PACT Methodology 3     | 3.2.3            | confirmed   | At most one of region, country and subdivision.                                                                                                                      |
      | potentials | PACT Methodology 3     | 3.2.2            | confirmed   | AR6 unless impossible.                                                                                                                                               |
      | standards  | PACT Methodology 3     | 3.1.2            | confirmed   | PAS 2050 alone is not recommended.                                                                                                                                   |
      | credit     | PACT Methodology 3     | 3.3.2.5          | confirmed   | A credit for captured carbon links its certification.                                                                                                                |
      | mass       | PACT Methodology 3     | 3.2.4            | confirmed   | Energy, transport and services have no mass.                                                                                                                         |
      | entered    | product-footprint-pact | -                | own reading | Whether every required field is stated is declared, or read from the record.                                                                                         |
    And these settings
      | setting   | label                    | one of                  | meaning                                                   |
      | tolerance | what a sum may differ by | hundredth, half_percent | 0.01 kgCO2e, or 0.5 % of the value stated if that is more |
    And these facts
      | fact              | label                                            | type              | unit   | one of                                                                                                           | at least | at most | multiple of | may lie ahead | given |
      | version           | version of the data model                        | choice            |        | v3_0, another                                                                                                    |          |         |             |               | yes   |
      | status            | status of the record                             | choice            |        | active, deprecated                                                                                               |          |         |             |               | yes   |
      | complete          | every required field is stated                   | flag              |        |                                                                                                                  |          |         |             |               |       |
      | unit              | declared unit                                    | choice            |        | liter, kilogram, cubic_meter, kilowatt_hour, megajoule, ton_kilometer, square_meter, piece, hour, megabit_second |          |         |             |               |       |
      | mass              | mass of the declared unit                        | number            | kg     |                                                                                                                  | 0        |         |             |               |       |
      | period_start      | start of the reference period                    | date              |        |                                                                                                                  |          |         |             | yes           |       |
      | period_end        | end of the reference period (excluded)           | date              |        |                                                                                                                  |          |         |             | yes           |       |
      | validity_stated   | a validity is stated                             | flag              |        |                                                                                                                  |          |         |             |               |       |
      | valid_from        | start of the validity                            | date              |        |                                                                                                                  |          |         |             | yes           |       |
      | valid_until       | end of the validity (excluded)                   | date              |        |                                                                                                                  |          |         |             | yes           |       |
      | used_on           | day of use                                       | date              |        |                                                                                                                  |          |         |             | yes           | yes   |
      | fossil            | fossil emissions                                 | number            | kgCO2e |                                                                                                                  | 0        |         |             |               |       |
      | land_use          | emissions of land-use change                     | number            | kgCO2e |                                                                                                                  | 0        |         |             |               |       |
      | land_co2          | CO2 of land management                           | number            | kgCO2e |                                                                                                                  | 0        |         |             |               |       |
      | land_removed      | removals of land management                      | number            | kgCO2e |                                                                                                                  |          | 0       |             |               |       |
      | other_removed     | technological removals and storage               | number            | kgCO2e |                                                                                                                  |          | 0       |             |               |       |
      | non_co2           | biogenic emissions other than CO2                | number            | kgCO2e |                                                                                                                  | 0        |         |             |               |       |
      | uptake            | biogenic uptake                                  | number            | kgCO2e |                                                                                                                  |          |         |             |               |       |
      | without_uptake    | footprint stated without uptake                  | number            | kgCO2e |                                                                                                                  |          |         |             |               |       |
      | with_uptake       | footprint stated with uptake                     | number            | kgCO2e |                                                                                                                  |          |         |             |               |       |
      | exempted          | exempted emissions                               | number            | %      |                                                                                                                  | 0        | 100     |             |               |       |
      | primary_told      | the primary data share is stated                 | flag              |        |                                                                                                                  |          |         |             |               |       |
      | primary_stated    | primary data share stated                        | number            | %      |                                                                                                                  | 0        | 100     |             |               |       |
      | quality_stated    | data quality is stated                           | flag              |        |                                                                                                                  |          |         |             |               |       |
      | technology_stated | technological rating stated                      | number            |        |                                                                                                                  |          |         |             |               |       |
      | geography_stated  | geographical rating stated                       | number            |        |                                                                                                                  |          |         |             |               |       |
      | time_stated       | temporal rating stated                           | number            |        |                                                                                                                  |          |         |             |               |       |
      | land_flows        | land or biogenic flows exist                     | flag              |        |                                                                                                                  |          |         |             |               |       |
      | land_stated       | land management is stated                        | flag              |        |                                                                                                                  |          |         |             |               |       |
      | packaging_in      | packaging is included                            | flag              |        |                                                                                                                  |          |         |             |               |       |
      | packaging         | packaging emissions                              | number            | kgCO2e |                                                                                                                  | 0        |         |             |               |       |
      | places            | places stated of region, country and subdivision | number            |        |                                                                                                                  | 0        | 3       | 1           |               |       |
      | ar6               | AR6 is among the assessments                     | flag              |        |                                                                                                                  |          |         |             |               |       |
      | pas_only          | PAS 2050 is the only standard                    | flag              |        |                                                                                                                  |          |         |             |               |       |
      | credit            | captured carbon is counted as a credit           | flag              |        |                                                                                                                  |          |         |             |               |       |
      | certified         | a certification of the credit is linked          | flag              |        |                                                                                                                  |          |         |             |               |       |
      | items_told        | items are told beside the record                 | flag              |        |                                                                                                                  |          |         |             |               |       |
      | items             | items of the footprint                           | list of item line |        |                                                                                                                  |          |         |             |               |       |
    And each item has
      | field      | label                 | type   | unit   | at least | at most |
      | record     |                       | text   |        |          |         |
      | emitted    | emissions of the item | number | kgCO2e |          |         |
      | primary    | its data are primary  | flag   |        |          |         |
      | technology | technological rating  | number |        | 1        | 5       |
      | geography  | geographical rating   | number |        | 1        | 5       |
      | time       | temporal rating       | number |        | 1        | 5       |
    And item is called item line
    And no two items of the footprint share a record
    And the choices of version of the data model
      | value   | words           |
      | v3_0    | 3.0             |
      | another | another version |
    And the choices of status of the record
      | value      | words      |
      | active     | active     |
      | deprecated | deprecated |
    And the choices of declared unit
      | value          | words          |
      | liter          | liter          |
      | kilogram       | kilogram       |
      | cubic_meter    | cubic meter    |
      | kilowatt_hour  | kilowatt hour  |
      | megajoule      | megajoule      |
      | ton_kilometer  | ton kilometer  |
      | square_meter   | square meter   |
      | piece          | piece          |
      | hour           | hour           |
      | megabit_second | megabit second |
    And this reference case
      | fact                                             | value       |
      | version of the data model                        | 3.0         |
      | status of the record                             | active      |
      | every required field is stated                   | yes         |
      | declared unit                                    | kilogram    |
      | mass of the declared unit                        | 1 kg        |
      | start of the reference period                    | 2025-01-01  |
      | end of the reference period (excluded)           | 2026-01-01  |
      | a validity is stated                             | no          |
      | start of the validity                            | 2026-01-01  |
      | end of the validity (excluded)                   | 2029-01-01  |
      | day of use                                       | 2028-12-31  |
      | fossil emissions                                 | 4.1 kgCO2e  |
      | emissions of land-use change                     | 0.2 kgCO2e  |
      | CO2 of land management                           | 0.05 kgCO2e |
      | removals of land management                      | -0.1 kgCO2e |
      | technological removals and storage               | 0 kgCO2e    |
      | biogenic emissions other than CO2                | 0.15 kgCO2e |
      | biogenic uptake                                  | -1.2 kgCO2e |
      | footprint stated without uptake                  | 4.4 kgCO2e  |
      | footprint stated with uptake                     | 3.2 kgCO2e  |
      | exempted emissions                               | 5 %         |
      | the primary data share is stated                 | yes         |
      | primary data share stated                        | 34.09 %     |
      | data quality is stated                           | yes         |
      | technological rating stated                      | 1.93        |
      | geographical rating stated                       | 2.07        |
      | temporal rating stated                           | 2.66        |
      | items are told beside the record                 | yes         |
      | land or biogenic flows exist                     | yes         |
      | land management is stated                        | yes         |
      | packaging is included                            | no          |
      | packaging emissions                              | 0 kgCO2e    |
      | places stated of region, country and subdivision | 1           |
      | AR6 is among the assessments                     | yes         |
      | PAS 2050 is the only standard                    | no          |
      | captured carbon is counted as a credit           | no          |
      | a certification of the credit is linked          | no          |
    And in the reference case items of the footprint are
      | record    | emissions of the item | its data are primary | technological rating | geographical rating | temporal rating |
      | coil      | 2.6 kgCO2e            | no                   | 2                    | 2                   | 3               |
      | power     | 0.9 kgCO2e            | yes                  | 1                    | 1                   | 2               |
      | transport | 0.6 kgCO2e            | yes                  | 2                    | 3                   | 2               |
      | coating   | 0.3 kgCO2e            | no                   | 4                    | 4                   | 3               |

  Rule: A coil with coating

    Scenario: on the last day of its validity
      When evaluated as of 2028-12-31
      Then the quantity excluding is 4.4 kgCO2e
      And the quantity including is 3.2 kgCO2e
      And gate PA-02 is met
      And gate PA-12 is met
      And gate PA-15 is met
      And the conclusion is scored
