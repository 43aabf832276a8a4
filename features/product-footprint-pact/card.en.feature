# language: en
Feature: Product footprint in the PACT data model
  Whether a product footprint record in version 3.0 is complete, valid on the date of use and adds up, and its
  primary data share and data quality.

  Background:
    Given this scorecard
      | field           | value                                                                                                                   |
      | id              | product-footprint-pact                                                                                                  |
      | version         | 1.0.0                                                                                                                   |
      | title           | Product footprint in the PACT data model                                                                                |
      | subject         | product                                                                                                                 |
      | attestation     | self-assessment                                                                                                         |
      | time zone       | Etc/UTC                                                                                                                 |
      | effective from  | 2025-04-01                                                                                                              |
      | rounding        | half-even, 2 decimals                                                                                                   |
      | not applicable  | refuse                                                                                                                  |
      | does not assess | documents that support the declared facts: the record itself, the verification statement and the underlying calculation |
      | does not assess | other versions of the data model                                                                                        |
      | does not assess | whether values are correct, which a verification body judges                                                            |
      | does not assess | rules for individual industries, because their thresholds were not found                                                |
      | does not assess | individual fields; the scorecard only checks whether all required fields are stated                                     |
    And these bases
      | basis      | instrument             | clause           | certainty   | note                                                                                                                                                                                                                                                                                                |
      | fields     | PACT data model 3.0    | required fields  | confirmed   | A footprint record must use version 3.0 of the PACT data model and state every field that the model requires.                                                                                                                                                                                       |
      | validity   | PACT data model 3.0    | lifecycle        | confirmed   | A footprint record may be used for three years from the end of its reference period. If the record states its own validity period, that period must start and end within these three years. A record whose status is deprecated must not be used.                                                   |
      | sums       | PACT Methodology 3     | 3.3.1            | confirmed   | The stated footprint without biogenic uptake must equal the sum of the emission and removal components in the record. The stated footprint with uptake must equal that sum plus the biogenic uptake. The uptake is entered as a negative number or zero.                                            |
      | near       | product-footprint-pact | -                | own reading | The methodology does not state how far a stated total may differ from the calculated sum. The user must select the tolerance (no default): 0.01 kgCO2e, or 0.5 % of the stated value if that is more. The stated primary data share may differ from the calculated share by 0.01 percentage points. |
      | exempt     | PACT Methodology 3     | 3.3.1.2          | own reading | At most 5 % of the emissions of a product may be left out of its footprint (exempted emissions). The source read states this limit for the edition before version 3 of the methodology. We assume that version 3 keeps this limit.                                                                  |
      | period     | PACT data model 3.0    | reference period | confirmed   | The reference period of a record must start before it ends. Its start date is included in the period; its end date is not.                                                                                                                                                                          |
      | items      | product-footprint-pact | -                | own reading | A PACT record does not list the single items (emissions or removals) of a footprint. If the applicant provides them separately, we calculate the primary data share and the data quality ratings from them. Otherwise we use the values stated in the record.                                       |
      | primary    | PACT Methodology 3     | 4.2.2            | confirmed   | A record must state the primary data share. It is the share of emissions from primary data in the footprint without biogenic uptake. Every item of the footprint counts with its absolute value, even if it is negative.                                                                            |
      | whole      | product-footprint-pact | -                | own reading | The primary data share is the emissions from primary data divided by the sum of the absolute values of all footprint items. The sources do not state the share if the primary data equal or exceed this sum. We then use 100 %; a rule of the methodology would change this.                        |
      | quality    | PACT Methodology 3     | 4.2.3            | confirmed   | After 2027-12-31, a record must state three data quality ratings: technological, geographical and temporal. Each rating is from 1 to 5 and is weighted by emissions. The exact date is our own interpretation.                                                                                      |
      | land       | PACT Methodology 3     | 3.3.1            | confirmed   | After 2027-12-31, a record must state its emissions of land management if the product involves land use or biogenic flows.                                                                                                                                                                          |
      | packaging  | PACT Methodology 3     | 3.3.1.1          | confirmed   | A record that does not include packaging must not state packaging emissions.                                                                                                                                                                                                                        |
      | places     | PACT Methodology 3     | 3.2.3            | confirmed   | A record states at most one place: a region, a country or a subdivision of a country.                                                                                                                                                                                                               |
      | potentials | PACT Methodology 3     | 3.2.2            | confirmed   | A footprint must use the global warming potentials of the sixth IPCC assessment report (AR6), unless this is impossible. A record that does not name AR6 receives an observation.                                                                                                                   |
      | standards  | PACT Methodology 3     | 3.1.2            | confirmed   | A footprint calculated under PAS 2050 alone is not recommended. We report an observation, and the record remains acceptable.                                                                                                                                                                        |
      | credit     | PACT Methodology 3     | 3.3.2.5          | confirmed   | A record that deducts captured carbon from the footprint as a credit must contain a link to the certification of that credit.                                                                                                                                                                       |
      | mass       | PACT Methodology 3     | 3.2.4            | confirmed   | A record must state a mass of 0 kg for its declared unit if that unit measures energy, transport or a service.                                                                                                                                                                                      |
      | entered    | product-footprint-pact | -                | own reading | A record must state every required field. We use the applicant's declaration on this point, or read the fields from the record itself.                                                                                                                                                              |
    And these settings
      | setting   | label             | one of                  | meaning                                                                                       |
      | tolerance | tolerance of sums | hundredth, half_percent | Whether a sum may differ by 0.01 kgCO2e only, or by 0.5 % of the stated value if that is more |
    And these facts
      | fact              | label                                                  | type              | unit   | one of                                                                                                           | at least | at most | multiple of | may lie ahead | given |
      | version           | version of the data model                              | choice            |        | v3_0, another                                                                                                    |          |         |             |               | yes   |
      | status            | status of the record                                   | choice            |        | active, deprecated                                                                                               |          |         |             |               | yes   |
      | complete          | every required field is stated                         | flag              |        |                                                                                                                  |          |         |             |               |       |
      | unit              | declared unit                                          | choice            |        | liter, kilogram, cubic_meter, kilowatt_hour, megajoule, ton_kilometer, square_meter, piece, hour, megabit_second |          |         |             |               |       |
      | mass              | mass of the declared unit                              | number            | kg     |                                                                                                                  | 0        |         |             |               |       |
      | period_start      | start of the reference period                          | date              |        |                                                                                                                  |          |         |             | yes           |       |
      | period_end        | end of the reference period (excluded)                 | date              |        |                                                                                                                  |          |         |             | yes           |       |
      | validity_stated   | a validity period is stated                            | flag              |        |                                                                                                                  |          |         |             |               |       |
      | valid_from        | start of the validity period                           | date              |        |                                                                                                                  |          |         |             | yes           |       |
      | valid_until       | end of the validity period (excluded)                  | date              |        |                                                                                                                  |          |         |             | yes           |       |
      | used_on           | date of use                                            | date              |        |                                                                                                                  |          |         |             | yes           | yes   |
      | fossil            | fossil emissions                                       | number            | kgCO2e |                                                                                                                  | 0        |         |             |               |       |
      | land_use          | emissions of land-use change                           | number            | kgCO2e |                                                                                                                  | 0        |         |             |               |       |
      | land_co2          | CO2 emissions of land management                       | number            | kgCO2e |                                                                                                                  | 0        |         |             |               |       |
      | land_removed      | removals of land management                            | number            | kgCO2e |                                                                                                                  |          | 0       |             |               |       |
      | other_removed     | technological removals and storage                     | number            | kgCO2e |                                                                                                                  |          | 0       |             |               |       |
      | non_co2           | biogenic emissions other than CO2                      | number            | kgCO2e |                                                                                                                  | 0        |         |             |               |       |
      | uptake            | biogenic uptake                                        | number            | kgCO2e |                                                                                                                  |          |         |             |               |       |
      | without_uptake    | stated footprint without uptake                        | number            | kgCO2e |                                                                                                                  |          |         |             |               |       |
      | with_uptake       | stated footprint with uptake                           | number            | kgCO2e |                                                                                                                  |          |         |             |               |       |
      | exempted          | share of exempted emissions                            | number            | %      |                                                                                                                  | 0        | 100     |             |               |       |
      | primary_told      | the primary data share is stated                       | flag              |        |                                                                                                                  |          |         |             |               |       |
      | primary_stated    | stated primary data share                              | number            | %      |                                                                                                                  | 0        | 100     |             |               |       |
      | quality_stated    | data quality is stated                                 | flag              |        |                                                                                                                  |          |         |             |               |       |
      | technology_stated | stated technological rating                            | number            |        |                                                                                                                  |          |         |             |               |       |
      | geography_stated  | stated geographical rating                             | number            |        |                                                                                                                  |          |         |             |               |       |
      | time_stated       | stated temporal rating                                 | number            |        |                                                                                                                  |          |         |             |               |       |
      | land_flows        | land or biogenic flows exist                           | flag              |        |                                                                                                                  |          |         |             |               |       |
      | land_stated       | land management is stated                              | flag              |        |                                                                                                                  |          |         |             |               |       |
      | packaging_in      | packaging is included                                  | flag              |        |                                                                                                                  |          |         |             |               |       |
      | packaging         | packaging emissions                                    | number            | kgCO2e |                                                                                                                  | 0        |         |             |               |       |
      | places            | number of places stated (region, country, subdivision) | number            |        |                                                                                                                  | 0        | 3       | 1           |               |       |
      | ar6               | AR6 is among the assessments                           | flag              |        |                                                                                                                  |          |         |             |               |       |
      | pas_only          | PAS 2050 is the only standard                          | flag              |        |                                                                                                                  |          |         |             |               |       |
      | credit            | captured carbon is counted as a credit                 | flag              |        |                                                                                                                  |          |         |             |               |       |
      | certified         | a certification of the credit is linked                | flag              |        |                                                                                                                  |          |         |             |               |       |
      | items_told        | items are provided in addition to the record           | flag              |        |                                                                                                                  |          |         |             |               |       |
      | items             | items of the footprint                                 | list of item line |        |                                                                                                                  |          |         |             |               |       |
    And each item has
      | field      | label                            | type   | unit   | at least | at most |
      | record     |                                  | text   |        |          |         |
      | emitted    | emissions of the item            | number | kgCO2e |          |         |
      | primary    | the data of the item are primary | flag   |        |          |         |
      | technology | technological rating of the item | number |        | 1        | 5       |
      | geography  | geographical rating of the item  | number |        | 1        | 5       |
      | time       | temporal rating of the item      | number |        | 1        | 5       |
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
      | fact                                                   | value       |
      | version of the data model                              | 3.0         |
      | status of the record                                   | active      |
      | every required field is stated                         | yes         |
      | declared unit                                          | kilogram    |
      | mass of the declared unit                              | 1 kg        |
      | start of the reference period                          | 2025-01-01  |
      | end of the reference period (excluded)                 | 2026-01-01  |
      | a validity period is stated                            | no          |
      | start of the validity period                           | 2026-01-01  |
      | end of the validity period (excluded)                  | 2029-01-01  |
      | date of use                                            | 2028-12-31  |
      | fossil emissions                                       | 4.1 kgCO2e  |
      | emissions of land-use change                           | 0.2 kgCO2e  |
      | CO2 emissions of land management                       | 0.05 kgCO2e |
      | removals of land management                            | -0.1 kgCO2e |
      | technological removals and storage                     | 0 kgCO2e    |
      | biogenic emissions other than CO2                      | 0.15 kgCO2e |
      | biogenic uptake                                        | -1.2 kgCO2e |
      | stated footprint without uptake                        | 4.4 kgCO2e  |
      | stated footprint with uptake                           | 3.2 kgCO2e  |
      | share of exempted emissions                            | 5 %         |
      | the primary data share is stated                       | yes         |
      | stated primary data share                              | 34.09 %     |
      | data quality is stated                                 | yes         |
      | stated technological rating                            | 1.93        |
      | stated geographical rating                             | 2.07        |
      | stated temporal rating                                 | 2.66        |
      | items are provided in addition to the record           | yes         |
      | land or biogenic flows exist                           | yes         |
      | land management is stated                              | yes         |
      | packaging is included                                  | no          |
      | packaging emissions                                    | 0 kgCO2e    |
      | number of places stated (region, country, subdivision) | 1           |
      | AR6 is among the assessments                           | yes         |
      | PAS 2050 is the only standard                          | no          |
      | captured carbon is counted as a credit                 | no          |
      | a certification of the credit is linked                | no          |
    And in the reference case items of the footprint are
      | record    | emissions of the item | the data of the item are primary | technological rating of the item | geographical rating of the item | temporal rating of the item |
      | coil      | 2.6 kgCO2e            | no                               | 2                                | 2                               | 3                           |
      | power     | 0.9 kgCO2e            | yes                              | 1                                | 1                               | 2                           |
      | transport | 0.6 kgCO2e            | yes                              | 2                                | 3                               | 2                           |
      | coating   | 0.3 kgCO2e            | no                               | 4                                | 4                               | 3                           |

  Rule: Worked example: a coil with coating

    Scenario: On the last day of validity
      When evaluated as of 2028-12-31
      Then the quantity excluding is 4.4 kgCO2e
      And the quantity including is 3.2 kgCO2e
      And gate PA-02 is met
      And gate PA-12 is met
      And gate PA-15 is met
      And the conclusion is scored
