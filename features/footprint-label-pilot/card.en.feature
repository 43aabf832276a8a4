# language: en
Feature: Footprint-label pilot
  Whether a product may be certified in China's pilot of footprint labels: product, area and body together, the steps, the term, the renewal.

  Background:
    Given this scorecard
      | field           | value                                                                                                                                                              |
      | id              | footprint-label-pilot                                                                                                                                              |
      | version         | 4.0.0                                                                                                                                                              |
      | supersedes      | 3.0.0                                                                                                                                                              |
      | title           | Footprint-label pilot                                                                                                                                              |
      | subject         | product                                                                                                                                                            |
      | attestation     | self-assessment                                                                                                                                                    |
      | time zone       | Asia/Shanghai                                                                                                                                                      |
      | effective from  | 2025-03-17                                                                                                                                                         |
      | rounding        | half-even, 2 decimals                                                                                                                                              |
      | not applicable  | refuse                                                                                                                                                             |
      | does not assess | whether the factor database is right, and the footprint itself                                                                                                     |
      | does not assess | the names of the 17 products of the catalogue of July 2025 and their product rules, which were not found                                                           |
      | does not assess | reduced-carbon and neutral labels of the family, which reduced-carbon-product and carbon-neutral-product have, and labels of other issuers, which carbon-label has |
    And these bases
      | basis      | instrument               | clause                           | certainty   | note                                                                                                                                                                                                                                           |
      | products   | 国市监认证发〔2024〕85号 | as reported                      | secondary   | Ten products, 2024-08-30.                                                                                                                                                                                                                      |
      | urea       | 124号                    | one slide of a training          | secondary   | Urea stands on one slide, ammonium nitrate on another; the list of bodies has ammonium phosphate.                                                                                                                                              |
      | areas      | 124号                    | as printed in a digest of 2025   | secondary   | Notice of 2024-12-31; its prefix is printed in two ways, 发改环资 and 国市监认证发.                                                                                                                                                            |
      | huzhou     | footprint-label-pilot    | -                                | own reading | Zhejiang's wood is printed with Chaozhou, a city of Guangdong: read as Huzhou.                                                                                                                                                                 |
      | swabs      | footprint-label-pilot    | -                                | own reading | Gansu's battery is printed with cotton swabs: product kept, part unknown.                                                                                                                                                                      |
      | bodies     | 认秘函〔2024〕63号       | as printed in a digest of 2025   | secondary   | 26 bodies in 55 entries; the text of the notice speaks of 25.                                                                                                                                                                                  |
      | general    | 碳足迹标识认证通用规则   | trial of 2025-03-17, as reported | secondary   | The text was not found.                                                                                                                                                                                                                        |
      | ten-such   | footprint-label-pilot    | -                                | own reading | Ten staff of two years' practice are ten persons who have it: staff without it, beside them, take nothing away. Of the staff no more can have it than there are.                                                                               |
      | term       | footprint-label-pilot    | -                                | own reading | Two years: the same day two years on is outside. A teaching sample with three years is not trusted.                                                                                                                                            |
      | renewal    | 碳足迹标识认证通用规则   | trial of 2025-03-17, as reported | secondary   | The reduction of the own footprint is kept going.                                                                                                                                                                                              |
      | falls      | footprint-label-pilot    | -                                | own reading | Kept going is read as lower than before.                                                                                                                                                                                                       |
      | due        | footprint-label-pilot    | -                                | own reading | When surveillance is due is not reported. It is read as due within a year of the certificate, as reports on the rules of 2025 on quality systems have it.                                                                                      |
      | counted-on | footprint-label-pilot    | -                                | own reading | Months and years are counted on from the first day; where the last month lacks that day, its last day counts.                                                                                                                                  |
      | to-come    | footprint-label-pilot    | -                                | own reading | A step whose day is still to come is not taken: neither done nor missed.                                                                                                                                                                       |
      | proof      | footprint-label-pilot    | -                                | own reading | Certificate, print of the list, footprint report, verification statement, review minutes, list of models and photo of the label are the papers; which fact each proves is read. For the other facts no paper is named: a declaration suffices. |
      | catalogue  | 碳足迹标识认证产品目录   | July 2025, as reported           | secondary   | 17 products; their names were not found.                                                                                                                                                                                                       |
    And these reference tables
      | table        | name                | basis  |
      | pilot_areas  | cn-pcf-label-areas  | areas  |
      | pilot_bodies | cn-pcf-label-bodies | bodies |

  Rule: A battery maker in Ningde

    Scenario: certified by the China Quality Certification Centre
      When evaluated as of 2025-06-30
      Then the quantity area_standing is the word listed
      And the quantity body_standing is the word listed
      And the conclusion is scored
