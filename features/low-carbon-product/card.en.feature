# language: en
Feature: Certified low-carbon products
  Whether a product may be called a low-carbon product in China: a product class of the catalogue, emissions not above the
  limit, and a certificate valid for three years.

  Background:
    Given this scorecard
      | field           | value                                                                                         |
      | id              | low-carbon-product                                                                            |
      | version         | 1.0.0                                                                                         |
      | title           | Certified low-carbon products                                                                 |
      | subject         | claim                                                                                         |
      | attestation     | self-assessment                                                                               |
      | time zone       | Asia/Shanghai                                                                                 |
      | effective from  | 2015-11-01                                                                                    |
      | rounding        | half-even, 2 decimals                                                                         |
      | not applicable  | refuse                                                                                        |
      | does not assess | whether the declared values are true                                                          |
      | does not assess | the wording of the claim beyond the facts requested here; see the scorecards for green claims |
    And these bases
      | basis       | instrument               | clause                                  | certainty   | note                                                                                                                                                                                                                                                                                                                                                                                                                          |
      | catalogue   | 节能低碳产品认证管理办法 | catalogues of 2013 and 2016 as reported | secondary   | A low-carbon product must belong to a class of the catalogue, be certified and not exceed the emission limit of its class standard (kgCO2e per kg). The standards were not read, so the applicant enters the limit. Ceramic tiles, tyres and textile fabrics are in the second catalogue, for which only the year 2016 is known. The certificate of a product in these three classes must therefore not be dated before 2016. |
      | three-years | 节能低碳产品认证管理办法 | three years of validity, as reported    | secondary   | A low-carbon product certificate is valid for three years from its issue date. Reported by yizhenghulian; the text was not read. We therefore prohibit a claim whose certificate has expired.                                                                                                                                                                                                                                 |
      | otherwise   | low-carbon-product       | no rule of this scorecard applies       | own reading | A claim to which no rule of this scorecard applies is treated as acceptable (verdict ok). This is our own interpretation; a court may still decide otherwise.                                                                                                                                                                                                                                                                 |
      | proof       | low-carbon-product       | -                                       | own reading | The evidence documents are the dated certificate, the footprint report and the verification statement. The sources do not specify which document proves which fact; the assignment is ours. For facts without a named document, a declaration of the applicant is sufficient.                                                                                                                                                 |
    And these facts
      | fact          | label                          | type   | unit      | one of                                                                                              | at least | evidence                                 |
      | product_class | product class                  | choice |           | cement, flat_glass, aluminium_profile, small_motor, ceramic_tile, tyre, textile_fabric, other_class |          |                                          |
      | emission      | emissions per kg of product    | number | kgCO2e/kg |                                                                                                     | 0        | footprint-report, verification-statement |
      | limit         | emission limit of the standard | number | kgCO2e/kg |                                                                                                     | 0        |                                          |
      | certified     | product certified              | flag   |           |                                                                                                     |          |                                          |
      | issued_on     | issue date of the certificate  | date   |           |                                                                                                     |          | certificate                              |
    And the choices of product class
      | value             | words                             |
      | cement            | cement                            |
      | flat_glass        | flat glass                        |
      | aluminium_profile | aluminium profile                 |
      | small_motor       | small or medium three-phase motor |
      | ceramic_tile      | ceramic tile                      |
      | tyre              | tyre                              |
      | textile_fabric    | textile fabric                    |
      | other_class       | another class                     |
    And this reference case
      | fact                           | value         |
      | product class                  | cement        |
      | emissions per kg of product    | 0.6 kgCO2e/kg |
      | emission limit of the standard | 0.6 kgCO2e/kg |
      | product certified              | yes           |
      | issue date of the certificate  | 2024-01-10    |

  Rule: A claim that no rule prohibits

    Scenario: The reference claim
      When evaluated as of 2026-11-20
      Then the verdict is ok
