# language: en
Feature: Fields, validity, sums and quality

  Background:
    Given the scorecard product-footprint-pact

  Rule: Version and fields
    Background:
      Given these conditions
        | condition  | label                | holds when                                                                            | basis |
        | immaterial | the unit has no mass | declared unit is one of kilowatt hour, megajoule, ton kilometer, hour, megabit second | mass  |
      And these gates
        | id    | gate                                                                 | requires                                                            | applies when                                                                    | basis           |
        | PA-00 | The record uses version 3.0                                          | version of the data model is 3.0                                    |                                                                                 | fields          |
        | PA-01 | Every required field is stated                                       | every required field is stated is yes                               | version of the data model is 3.0                                                | fields, entered |
        | PA-09 | No packaging emissions if packaging is not included                  | packaging emissions is 0 kgCO2e                                     | version of the data model is 3.0; packaging is included is no                   | packaging       |
        | PA-10 | At most one place is stated                                          | number of places stated (region, country, subdivision) is at most 1 | version of the data model is 3.0                                                | places          |
        | PA-14 | A credit for captured carbon is certified                            | a certification of the credit is linked is yes                      | version of the data model is 3.0; captured carbon is counted as a credit is yes | credit          |
        | PA-17 | A declared unit of energy, transport or a service has a mass of 0 kg | mass of the declared unit is 0 kg                                   | version of the data model is 3.0; the unit has no mass holds                    | mass            |
      And these findings
        | code  | finding                               | when                                                                   | severity    | basis      |
        | PA-11 | AR6 is not among the assessments used | version of the data model is 3.0; AR6 is among the assessments is no   | observation | potentials |
        | PA-16 | PAS 2050 alone is not recommended     | version of the data model is 3.0; PAS 2050 is the only standard is yes | observation | standards  |

    Scenario Outline: Each field on its own
      Given <change>
      When evaluated as of 2026-12-01
      Then gate <gate> is <outcome>

      Examples:
        | change                     | gate  | outcome        |
        | version is another version | PA-00 | not met        |
        | version is another version | PA-01 | not applicable |
        | version is another version | PA-09 | not applicable |
        | version is another version | PA-10 | not applicable |
        | version is 3.0             | PA-14 | not applicable |
        | complete is no             | PA-01 | not met        |
        | packaging is 0.01 kgCO2e   | PA-09 | not met        |
        | packaging_in is yes        | PA-09 | not applicable |
        | places is 2                | PA-10 | not met        |
        | places is 0                | PA-10 | met            |
        | version is 3.0             | PA-17 | not applicable |

    Scenario Outline: Credits for captured carbon
      Given version is <version>
      And credit is yes
      And certified is <certified>
      When evaluated as of 2026-12-01
      Then gate PA-14 is <outcome>

      Examples:
        | version         | certified | outcome        |
        | 3.0             | yes       | met            |
        | 3.0             | no        | not met        |
        | another version | no        | not applicable |

    Scenario Outline: Units without mass
      Given version is <version>
      And unit is <unit>
      And mass is <mass> kg
      When evaluated as of 2026-12-01
      Then gate PA-17 is <outcome>

      Examples:
        | version         | unit           | mass | outcome        |
        | 3.0             | kilowatt hour  | 0    | met            |
        | 3.0             | kilowatt hour  | 0.1  | not met        |
        | 3.0             | megajoule      | 0.1  | not met        |
        | 3.0             | ton kilometer  | 0.1  | not met        |
        | 3.0             | hour           | 0.1  | not met        |
        | 3.0             | megabit second | 0.1  | not met        |
        | 3.0             | piece          | 0.1  | not applicable |
        | 3.0             | liter          | 0.1  | not applicable |
        | 3.0             | cubic meter    | 0.1  | not applicable |
        | 3.0             | square meter   | 0.1  | not applicable |
        | another version | hour           | 0.1  | not applicable |

    Scenario Outline: Observations only
      Given version is <version>
      And ar6 is <ar6>
      And pas_only is <pas>
      When evaluated as of 2026-12-01
      Then <ar6 remark>
      And <pas remark>

      Examples:
        | version         | ar6 | pas | ar6 remark                     | pas remark                     |
        | 3.0             | yes | no  | no finding PA-11 is raised     | no finding PA-16 is raised     |
        | 3.0             | no  | yes | an observation PA-11 is raised | an observation PA-16 is raised |
        | another version | no  | yes | no finding PA-11 is raised     | no finding PA-16 is raised     |

  Rule: Validity
    Background:
      Given the date latest end of the validity period (last_end), on basis validity
        | is                                                  |
        | end of the reference period (excluded) plus 3 years |
      And these conditions
        | condition | label                                         | holds when                                                                                                                                             | basis    |
        | in_time   | the date of use is within the validity period | a validity period is stated is no; date of use is from end of the reference period (excluded); date of use is before latest end of the validity period | validity |
        | in_time   |                                               | a validity period is stated is yes; date of use is from start of the validity period; date of use is before end of the validity period (excluded)      | validity |
      And these gates
        | id    | gate                                       | requires                                                                                                                                                                                                                                    | applies when                                                         | basis    |
        | PA-02 | Used within the validity period            | the date of use is within the validity period holds                                                                                                                                                                                         | version of the data model is 3.0                                     | validity |
        | PA-03 | The stated validity period is allowed      | start of the validity period is from end of the reference period (excluded); start of the validity period is before end of the validity period (excluded); end of the validity period (excluded) is until latest end of the validity period | version of the data model is 3.0; a validity period is stated is yes | validity |
        | PA-PD | The reference period begins before it ends | start of the reference period is before end of the reference period (excluded)                                                                                                                                                              | version of the data model is 3.0                                     | period   |
        | PA-15 | The record is active                       | status of the record is active                                                                                                                                                                                                              | version of the data model is 3.0                                     | validity |

    Scenario Outline: Date of use
      Given version is <version>
      And validity_stated is <stated>
      And valid_from is <from>
      And valid_until is <until>
      And used_on is <day>
      When evaluated as of 2026-12-01
      Then gate PA-02 is <inside>
      And gate PA-03 is <allowed>

      Examples:
        | version         | stated | from       | until      | day        | inside         | allowed        |
        | 3.0             | no     | 2026-01-01 | 2029-01-01 | 2026-01-01 | met            | not applicable |
        | 3.0             | no     | 2026-01-01 | 2029-01-01 | 2025-12-31 | not met        | not applicable |
        | 3.0             | no     | 2026-01-01 | 2029-01-01 | 2029-01-01 | not met        | not applicable |
        | 3.0             | yes    | 2026-01-01 | 2029-01-01 | 2028-12-31 | met            | met            |
        | 3.0             | yes    | 2026-02-01 | 2028-01-01 | 2026-01-31 | not met        | met            |
        | 3.0             | yes    | 2026-02-01 | 2028-01-01 | 2026-02-01 | met            | met            |
        | 3.0             | yes    | 2026-02-01 | 2028-01-01 | 2028-01-01 | not met        | met            |
        | 3.0             | yes    | 2025-12-31 | 2029-01-01 | 2028-01-01 | met            | not met        |
        | 3.0             | yes    | 2026-01-01 | 2029-01-02 | 2028-01-01 | met            | not met        |
        | 3.0             | yes    | 2027-01-01 | 2027-01-01 | 2027-01-01 | not met        | not met        |
        | 3.0             | yes    | 2027-01-01 | 2027-01-02 | 2027-01-01 | met            | met            |
        | another version | yes    | 2025-12-31 | 2029-01-02 | 2030-01-01 | not applicable | not applicable |

    Scenario Outline: A reference period begins before it ends
      Given period_start is <start>
      When evaluated as of 2026-12-01
      Then gate PA-PD is <outcome>

      Examples:
        | start      | outcome |
        | 2025-12-31 | met     |
        | 2026-01-01 | not met |
        | 2026-06-01 | not met |

    Scenario Outline: Deprecated records
      Given version is <version>
      And status is deprecated
      When evaluated as of 2026-12-01
      Then gate PA-15 is <outcome>

      Examples:
        | version         | outcome        |
        | 3.0             | not met        |
        | another version | not applicable |

  Rule: Sums
    Background:
      Given the quantity sum of the parts without uptake (excluding), in kgCO2e, on basis sums
        | is                                                                                                                                                                                        |
        | fossil emissions + emissions of land-use change + CO2 emissions of land management + removals of land management + technological removals and storage + biogenic emissions other than CO2 |
      And the quantity sum with uptake (including), in kgCO2e, on basis sums
        | is                                                |
        | stated footprint without uptake + biogenic uptake |
      And the quantity difference from the stated footprint without uptake (gap_without), in kgCO2e, on basis sums, near
        | is                                                                                                                                        |
        | max(stated footprint without uptake - sum of the parts without uptake, sum of the parts without uptake - stated footprint without uptake) |
      And the quantity difference from the stated footprint with uptake (gap_with), in kgCO2e, on basis sums, near
        | is                                                                                                  |
        | max(stated footprint with uptake - sum with uptake, sum with uptake - stated footprint with uptake) |
      And the quantity absolute value of the footprint without uptake (size_without), in kgCO2e, on basis near
        | is                                                                               |
        | max(stated footprint without uptake, 0 kgCO2e - stated footprint without uptake) |
      And the quantity absolute value of the footprint with uptake (size_with), in kgCO2e, on basis near
        | is                                                                         |
        | max(stated footprint with uptake, 0 kgCO2e - stated footprint with uptake) |
      And the quantity tolerance without uptake (tolerance_without), in kgCO2e, on basis near
        | is                                                                       | when                           |
        | 0.01 kgCO2e                                                              | tolerance of sums is hundredth |
        | max(0.01 kgCO2e, absolute value of the footprint without uptake * 0.5 %) | otherwise                      |
      And the quantity tolerance with uptake (tolerance_with), in kgCO2e, on basis near
        | is                                                                    | when                           |
        | 0.01 kgCO2e                                                           | tolerance of sums is hundredth |
        | max(0.01 kgCO2e, absolute value of the footprint with uptake * 0.5 %) | otherwise                      |
      And these gates
        | id    | gate                                                                   | requires                                                                                                               | applies when                     | basis      |
        | PA-04 | At most 5 % of emissions are exempted                                  | share of exempted emissions is at most 5 %                                                                             | version of the data model is 3.0 | exempt     |
        | PA-12 | The components add up to the stated footprint without uptake           | difference from the stated footprint without uptake is at most tolerance without uptake                                | version of the data model is 3.0 | sums, near |
        | PA-13 | The stated footprint with uptake adds up, and uptake is not above zero | difference from the stated footprint with uptake is at most tolerance with uptake; biogenic uptake is at most 0 kgCO2e | version of the data model is 3.0 | sums, near |
      And these results
        | result      | label                                               | is                              | rounded to | basis |
        | sum_without | Footprint without uptake, calculated from its parts | sum of the parts without uptake | 4 decimals | sums  |
        | sum_with    | Footprint with uptake, calculated from its parts    | sum with uptake                 | 4 decimals | sums  |

    Scenario Outline: Values on both sides of each boundary
      Given <change>
      And the setting tolerance of sums is hundredth
      When evaluated as of 2026-12-01
      Then gate <gate> is <outcome>

      Examples:
        | change                        | gate  | outcome        |
        | exempted is 5.01 %            | PA-04 | not met        |
        | exempted is 5 %               | PA-04 | met            |
        | version is another version    | PA-04 | not applicable |
        | fossil is 4.11 kgCO2e         | PA-12 | met            |
        | fossil is 4.1101 kgCO2e       | PA-12 | not met        |
        | fossil is 4.0899 kgCO2e       | PA-12 | not met        |
        | other_removed is -0.02 kgCO2e | PA-12 | not met        |
        | version is another version    | PA-12 | not applicable |
        | with_uptake is 3.21 kgCO2e    | PA-13 | met            |
        | with_uptake is 3.2101 kgCO2e  | PA-13 | not met        |
        | with_uptake is 3.1899 kgCO2e  | PA-13 | not met        |
        | version is another version    | PA-13 | not applicable |

    Scenario Outline: A tolerance of 0.5 % where that is more
      Given the setting tolerance of sums is half_percent
      And fossil is <fossil> kgCO2e
      And without_uptake is <without> kgCO2e
      And uptake is <uptake> kgCO2e
      And with_uptake is <with> kgCO2e
      When evaluated as of 2026-12-01
      Then gate PA-12 is <sum without>
      And gate PA-13 is <sum with>

      Examples:
        | fossil | without | uptake | with    | sum without | sum with |
        | 4.122  | 4.4     | -1.2   | 3.216   | met         | met      |
        | 4.1221 | 4.4     | -1.2   | 3.2161  | not met     | not met  |
        | 0.71   | 1       | 0      | 1.01    | met         | met      |
        | 0.7101 | 1       | 0      | 1.0101  | not met     | not met  |
        | 4.1    | 4.4     | -8.4   | -4.02   | met         | met      |
        | 4.1    | 4.4     | -8.4   | -4.0202 | met         | not met  |

    Scenario Outline: A negative footprint with a tolerance of 0.5 %
      Given the setting tolerance of sums is half_percent
      And land_removed is -8.3 kgCO2e
      And fossil is <fossil> kgCO2e
      And without_uptake is -4 kgCO2e
      When evaluated as of 2026-12-01
      Then gate PA-12 is <outcome>

      Examples:
        | fossil | outcome |
        | 3.92   | met     |
        | 3.9201 | not met |

    Scenario: Between the two tolerances the result is undetermined
      Given fossil is 4.12 kgCO2e
      When evaluated as of 2026-12-01
      Then gate PA-12 is undetermined

    Scenario Outline: Uptake is never above zero
      Given uptake is <uptake> kgCO2e
      And with_uptake is <with> kgCO2e
      When evaluated as of 2026-12-01
      Then gate PA-13 is <outcome>

      Examples:
        | uptake | with | outcome |
        | 0      | 4.4  | met     |
        | 0.01   | 4.41 | not met |

  Rule: Primary data and data quality
    Background:
      Given for each item line the quantity absolute value of the item (size), in kgCO2e, on basis primary
        | is                                                           |
        | max(emissions of the item, 0 kgCO2e - emissions of the item) |
      And for each item line the quantity primary part of the item (from_primary), in kgCO2e, on basis primary
        | is                         | when                                    |
        | absolute value of the item | the data of the item are primary is yes |
        | 0 kgCO2e                   | otherwise                               |
      And for each item line the quantity weighted technological rating (weighted_technology), in kgCO2e, on basis quality
        | is                                                            |
        | absolute value of the item * technological rating of the item |
      And for each item line the quantity weighted geographical rating (weighted_geography), in kgCO2e, on basis quality
        | is                                                           |
        | absolute value of the item * geographical rating of the item |
      And for each item line the quantity weighted temporal rating (weighted_time), in kgCO2e, on basis quality
        | is                                                       |
        | absolute value of the item * temporal rating of the item |
      And the quantity absolute value of all items (size_all), in kgCO2e, the sum of absolute value of the item over items of the footprint, on basis primary
      And the quantity primary data of all items (primary_all), in kgCO2e, the sum of primary part of the item over items of the footprint, on basis primary
      And the quantity total weighted technological rating (technology_all), in kgCO2e, the sum of weighted technological rating over items of the footprint, on basis quality
      And the quantity total weighted geographical rating (geography_all), in kgCO2e, the sum of weighted geographical rating over items of the footprint, on basis quality
      And the quantity total weighted temporal rating (time_all), in kgCO2e, the sum of weighted temporal rating over items of the footprint, on basis quality
      And the quantity primary data share applied (primary_share), in %
        | is                                                            | when                                                              | basis          |
        | stated primary data share                                     | items are provided in addition to the record is no                | primary, items |
        | undetermined, because the absolute value of the items is zero | absolute value of all items is 0 kgCO2e                           | primary, items |
        | 100 %                                                         | primary data of all items is at least absolute value of all items | whole          |
        | primary data of all items / absolute value of all items       | otherwise                                                         | primary, items |
      And the quantity technological data quality (technology_rating), on basis quality, items
        | is                                                                | when                                               |
        | stated technological rating                                       | items are provided in addition to the record is no |
        | undetermined, because the absolute value of the items is zero     | absolute value of all items is 0 kgCO2e            |
        | total weighted technological rating / absolute value of all items | otherwise                                          |
      And the quantity geographical data quality (geography_rating), on basis quality, items
        | is                                                               | when                                               |
        | stated geographical rating                                       | items are provided in addition to the record is no |
        | undetermined, because the absolute value of the items is zero    | absolute value of all items is 0 kgCO2e            |
        | total weighted geographical rating / absolute value of all items | otherwise                                          |
      And the quantity temporal data quality (time_rating), on basis quality, items
        | is                                                            | when                                               |
        | stated temporal rating                                        | items are provided in addition to the record is no |
        | undetermined, because the absolute value of the items is zero | absolute value of all items is 0 kgCO2e            |
        | total weighted temporal rating / absolute value of all items  | otherwise                                          |
      And the quantity difference from the stated primary data share (share_gap), in %, on basis primary, near
        | is                                                                                                                  |
        | max(stated primary data share - primary data share applied, primary data share applied - stated primary data share) |
      And these gates
        | id      | gate                                            | requires                                                                                                                                 | applies when                                                                                                                   | basis                |
        | PA-05   | The primary data share is stated                | the primary data share is stated is yes                                                                                                  | version of the data model is 3.0                                                                                               | primary              |
        | PA-05-I | The stated primary data share matches the items | difference from the stated primary data share is at most 0.01 %                                                                          | version of the data model is 3.0; items are provided in addition to the record is yes; the primary data share is stated is yes | primary, near, items |
        | PA-07   | Ratings are between 1 and 5                     | stated technological rating is between 1 and 5; stated geographical rating is between 1 and 5; stated temporal rating is between 1 and 5 | version of the data model is 3.0; data quality is stated is yes                                                                | quality              |
        | PA-06   | Data quality is stated after 2027               | data quality is stated is yes                                                                                                            | version of the data model is 3.0; the as-of date is after 2027-12-31                                                           | quality              |
        | PA-08   | Land management is stated after 2027            | land management is stated is yes                                                                                                         | version of the data model is 3.0; land or biogenic flows exist is yes; the as-of date is after 2027-12-31                      | land                 |
      And these findings
        | code  | finding                                               | when                                                                                               | severity    | basis   |
        | PA-DQ | Data quality is not stated but is required after 2027 | version of the data model is 3.0; data quality is stated is no; the as-of date is until 2027-12-31 | observation | quality |
      And these results
        | result            | label                      | is                         | rounded to | basis   |
        | share_primary     | Primary data share         | primary data share applied | 2 decimals | primary |
        | rating_technology | Technological data quality | technological data quality | 3 decimals | quality |
        | rating_geography  | Geographical data quality  | geographical data quality  | 3 decimals | quality |
        | rating_time       | Temporal data quality      | temporal data quality      | 3 decimals | quality |

    Scenario Outline: Two items, also below zero
      Given primary_stated is <stated> %
      And items of the footprint are
        | record | emissions of the item | the data of the item are primary | technological rating of the item | geographical rating of the item | temporal rating of the item |
        | a      | 3 kgCO2e              | yes                              | 1                                | 2                               | 5                           |
        | b      | <other> kgCO2e        | no                               | 5                                | 4                               | 1                           |
      When evaluated as of 2026-12-01
      Then the quantity primary data share applied is <share> %
      And the quantity technological data quality is <technology>
      And the quantity geographical data quality is <geography>
      And the quantity temporal data quality is <time>
      And gate PA-05-I is <outcome>

      Examples:
        | stated | other | share | technology | geography | time | outcome |
        | 75     | 1     | 75    | 2          | 2.5       | 4    | met     |
        | 75     | -1    | 75    | 2          | 2.5       | 4    | met     |
        | 75.01  | 1     | 75    | 2          | 2.5       | 4    | met     |
        | 75.02  | 1     | 75    | 2          | 2.5       | 4    | not met |
        | 74.98  | 1     | 75    | 2          | 2.5       | 4    | not met |

    Scenario Outline: A record without items is assessed by its stated values
      Given items_told is no
      And items of the footprint is missing
      And primary_told is <told>
      And primary_stated is <share>
      When evaluated as of 2026-12-01
      Then gate PA-05 is <outcome>
      And gate PA-05-I is not applicable
      And the quantity technological data quality is 1.93
      And the quantity geographical data quality is 2.07
      And the quantity temporal data quality is 2.66

      Examples:
        | told | share   | outcome |
        | yes  | 34.09 % | met     |
        | no   | missing | not met |

    Scenario: Without items the stated share is used
      Given items_told is no
      And items of the footprint is missing
      When evaluated as of 2026-12-01
      Then the quantity primary data share applied is 34.09 %
      And the conclusion is scored

    Scenario: Without a stated share there is no comparison
      Given primary_told is no
      When evaluated as of 2026-12-01
      Then gate PA-05-I is not applicable

    Scenario Outline: Ratings are between 1 and 5
      Given quality_stated is <stated>
      And <rating> is <value>
      When evaluated as of 2026-12-01
      Then gate PA-07 is <outcome>

      Examples:
        | stated | rating            | value | outcome        |
        | yes    | technology_stated | 0.99  | not met        |
        | yes    | technology_stated | 1     | met            |
        | yes    | technology_stated | 5     | met            |
        | yes    | technology_stated | 5.01  | not met        |
        | yes    | geography_stated  | 0.99  | not met        |
        | yes    | geography_stated  | 1     | met            |
        | yes    | geography_stated  | 5     | met            |
        | yes    | geography_stated  | 5.01  | not met        |
        | yes    | time_stated       | 0.99  | not met        |
        | yes    | time_stated       | 1     | met            |
        | yes    | time_stated       | 5     | met            |
        | yes    | time_stated       | 5.01  | not met        |
        | no     | technology_stated | 6     | not applicable |

    Scenario: No items
      Given items of the footprint is none
      And primary_stated is 0 %
      When evaluated as of 2026-12-01
      Then the rules leave the quantity primary data share applied undetermined
      And the rules leave the quantity technological data quality undetermined
      And the rules leave the quantity geographical data quality undetermined
      And the rules leave the quantity temporal data quality undetermined

    Scenario Outline: Requirements after 2027
      Given version is <version>
      And quality_stated is <quality>
      And land_flows is <flows>
      And land_stated is <land>
      When evaluated as of <day>
      Then gate PA-06 is <quality outcome>
      And gate PA-08 is <land outcome>
      And <remark>

      Examples:
        | version         | quality | flows | land | day        | quality outcome | land outcome   | remark                         |
        | 3.0             | no      | yes   | no   | 2027-12-31 | not applicable  | not applicable | an observation PA-DQ is raised |
        | 3.0             | no      | yes   | no   | 2028-01-01 | not met         | not met        | no finding PA-DQ is raised     |
        | 3.0             | yes     | yes   | yes  | 2028-01-01 | met             | met            | no finding PA-DQ is raised     |
        | 3.0             | yes     | yes   | yes  | 2027-12-31 | not applicable  | not applicable | no finding PA-DQ is raised     |
        | 3.0             | yes     | no    | no   | 2028-01-01 | met             | not applicable | no finding PA-DQ is raised     |
        | another version | no      | yes   | no   | 2028-01-01 | not applicable  | not applicable | no finding PA-DQ is raised     |
        | another version | no      | yes   | no   | 2027-12-31 | not applicable  | not applicable | no finding PA-DQ is raised     |

    Scenario: Another version has no share to compare
      Given version is another version
      When evaluated as of 2026-12-01
      Then gate PA-05 is not applicable
      And gate PA-05-I is not applicable
      And gate PA-07 is not applicable
      And gate PA-PD is not applicable
