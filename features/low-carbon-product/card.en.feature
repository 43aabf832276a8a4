# language: en
Feature: Certified low-carbon products
  Whether a product may be called a low-carbon product in China: a class of the catalogue, emissions not above the
  limit, a certificate of three years.

  Background:
    Given this scorecard
      | field           | value                                                                              |
      | id              | low-carbon-product                                                                 |
      | version         | 2.0.0                                                                              |
      | supersedes      | 1.1.0                                                                              |
      | title           | Certified low-carbon products                                                      |
      | subject         | claim                                                                              |
      | attestation     | self-assessment                                                                    |
      | time zone       | Asia/Shanghai                                                                      |
      | effective from  | 2015-11-01                                                                         |
      | rounding        | half-even, 2 decimals                                                              |
      | not applicable  | refuse                                                                             |
      | does not assess | whether the figures are true                                                       |
      | does not assess | how the claim is worded beyond what is asked, which the cards of green claims have |
    And these bases
      | basis       | instrument               | clause                                  | certainty   | note                                                                                                                                                                                                          |
      | catalogue   | 节能低碳产品认证管理办法 | catalogues of 2013 and 2016 as reported | secondary   | The limits stand in the standards of the classes, which were not read; the limit is asked as a fact. Of the second catalogue the year alone is known, so that nothing issued before it can be of its classes. |
      | three-years | 节能低碳产品认证管理办法 | three years of validity, as reported    | secondary   |                                                                                                                                                                                                               |
      | otherwise   | low-carbon-product       | no rule of this card holds              | own reading | No rule encoded here objects; it is no promise that no court would.                                                                                                                                           |
      | proof       | low-carbon-product       | -                                       | own reading | Certificate with its dates, footprint report and verification statement are the papers; which fact each proves is read. For the other facts no paper is named: a declaration suffices.                        |
    And these facts
      | fact          | label                 | type   | unit      | one of                                                                                              | at least | evidence                                 |
      | product_class | class                 | choice |           | cement, flat_glass, aluminium_profile, small_motor, ceramic_tile, tyre, textile_fabric, other_class |          |                                          |
      | emission      | emission              | number | kgCO2e/kg |                                                                                                     | 0        | footprint-report, verification-statement |
      | limit         | limit of the standard | number | kgCO2e/kg |                                                                                                     | 0        |                                          |
      | certified     | certified             | flag   |           |                                                                                                     |          |                                          |
      | issued_on     | day of issue          | date   |           |                                                                                                     |          | certificate                              |
    And the choices of class
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
      | fact                  | value         |
      | class                 | cement        |
      | emission              | 0.6 kgCO2e/kg |
      | limit of the standard | 0.6 kgCO2e/kg |
      | certified             | yes           |
      | day of issue          | 2024-01-10    |

  Rule: A claim with nothing against it

    Scenario: the reference claim
      When evaluated as of 2026-11-20
      Then the verdict is ok
