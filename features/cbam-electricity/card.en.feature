# language: en
Feature: CBAM, one quantity of imported electricity
  Embedded emissions, certificates and cost of electricity imported in the definitive period, and when actual values may be used.

  Background:
    Given this scorecard
      | field           | value                                                                                                                                                  |
      | id              | cbam-electricity                                                                                                                                       |
      | version         | 3.0.0                                                                                                                                                  |
      | supersedes      | 2.1.0                                                                                                                                                  |
      | title           | CBAM, one quantity of imported electricity                                                                                                             |
      | subject         | electricity-import                                                                                                                                     |
      | attestation     | self-assessment                                                                                                                                        |
      | time zone       | Europe/Brussels                                                                                                                                        |
      | effective from  | 2026-01-01                                                                                                                                             |
      | rounding        | half-even, 5 decimals                                                                                                                                  |
      | not applicable  | drop and rescale                                                                                                                                       |
      | does not assess | which value Annex III lists for a country; it is taken as given, that of the Union is looked up                                                        |
      | does not assess | lower values that a third country demonstrates; they are listed once the Commission has amended the annex                                              |
      | does not assess | how the actual emission factor was determined                                                                                                          |
      | does not assess | carbon prices paid abroad, and electricity in transit                                                                                                  |
      | does not assess | the exemption of electricity markets coupled with that of the Union                                                                                    |
      | does not assess | papers behind what is declared, where none is known: country, day and quantity of the import, value listed for a country, price of certificates bought |
    And these bases
      | basis         | instrument                          | clause                        | certainty   | note                                                                                                                                                                                                                                           |
      | scope         | Regulation (EU) 2023/956            | Article 2, Annexes I and III  | secondary   | The country is that in which the electricity was produced.                                                                                                                                                                                     |
      | direct        | IR (EU) 2025/2547                   | Annex II D.2                  | confirmed   | Only direct emissions.                                                                                                                                                                                                                         |
      | listed        | IR (EU) 2025/2621                   | Article 1(4), Annex III       | confirmed   | No mark-up on electricity.                                                                                                                                                                                                                     |
      | union         | Regulation (EU) 2023/956            | Annex IV point 4.2.2          | confirmed   | Without a value for the country that of the Union counts.                                                                                                                                                                                      |
      | agreement     | IR (EU) 2025/2547                   | Annex II D.2.4, criterion (a) | confirmed   | In force at the import, for at least the quantity claimed.                                                                                                                                                                                     |
      | connection    | IR (EU) 2025/2547                   | Annex II D.2.4, criterion (b) | confirmed   | Direct connection, or no congestion in any hour of export.                                                                                                                                                                                     |
      | fossil        | IR (EU) 2025/2547                   | Annex II D.2.4, criterion (c) | confirmed   | At most 550 g of fossil carbon dioxide per kWh.                                                                                                                                                                                                |
      | nomination    | IR (EU) 2025/2547                   | Annex II D.2.4, criterion (d) | confirmed   | Nominated, and produced within the same hour at most.                                                                                                                                                                                          |
      | interim       | IR (EU) 2025/2547                   | Annex II D.2.4, criterion (e) | confirmed   | Monthly interim reports.                                                                                                                                                                                                                       |
      | verified      | Regulation (EU) 2023/956            | Article 8(1), Annex VI        | secondary   |                                                                                                                                                                                                                                                |
      | choice        | cbam-electricity                    | -                             | own reading | Actual values that fail a criterion are replaced by the default value.                                                                                                                                                                         |
      | no-allocation | Answers of the Commission, May 2026 | 3.8                           | secondary   | No free allocation for electricity.                                                                                                                                                                                                            |
      | price         | Regulation (EU) 2023/956            | Article 21(1) and (1a)        | confirmed   | A price is never carried forward.                                                                                                                                                                                                              |
      | price-bought  | IR (EU) 2025/2548                   | Articles 1(6) and 5(5)        | confirmed   | From 2027 that of the week in which the certificates are bought.                                                                                                                                                                               |
      | rounding      | cbam-electricity                    | -                             | own reading | Half to even, for display only.                                                                                                                                                                                                                |
      | proof         | cbam-electricity                    | -                             | own reading | Purchase agreement, monthly interim reports and verification report are the papers; that an interim report shows criteria (b) and (d) too, and which fact each proves, is read. For the other facts no paper is named: a declaration suffices. |
    And these reference tables
      | table  | name                   | basis |
      | groups | cbam-country-groups    | scope |
      | grids  | cbam-grid-factors      | union |
      | prices | cbam-certificate-price | price |
    And these facts
      | fact              | label                                | type   | unit      | one of          | at least | evidence                            | may lie ahead |
      | country_of_origin | country of production                | text   |           |                 |          |                                     |               |
      | imported_on       | imported on                          | date   |           |                 |          |                                     | yes           |
      | quantity          | electricity imported                 | number | MWh       |                 | 0        |                                     |               |
      | determination     | determination                        | choice |           | default, actual |          |                                     |               |
      | country_listed    | value listed for the country         | flag   |           |                 |          |                                     |               |
      | listed_factor     | listed emission factor               | number | tCO2e/MWh |                 | 0        |                                     |               |
      | actual_factor     | actual emission factor               | number | tCO2e/MWh |                 | 0        | verification-report                 |               |
      | agreement_made    | power purchase agreement             | flag   |           |                 |          | purchase-agreement                  |               |
      | agreement_amount  | electricity under the agreement      | number | MWh       |                 | 0        | purchase-agreement                  |               |
      | connected         | direct connection                    | flag   |           |                 |          | interim-report, verification-report |               |
      | uncongested       | no congestion in any hour            | flag   |           |                 |          | interim-report, verification-report |               |
      | fossil_factor     | fossil emissions of the installation | number | tCO2e/MWh |                 | 0        | verification-report                 |               |
      | nominated         | capacity nominated                   | flag   |           |                 |          | interim-report, verification-report |               |
      | same_hour         | produced within the same hour        | flag   |           |                 |          | interim-report, verification-report |               |
      | reported_monthly  | monthly interim reports              | flag   |           |                 |          | interim-report                      |               |
      | verified_report   | report verified and accredited       | flag   |           |                 |          | verification-report                 |               |
      | price_bought      | price of certificates bought         | number | EUR/tCO2e |                 | 0        |                                     |               |
    And the choices of determination
      | value   | words          |
      | default | default values |
      | actual  | actual values  |
    And this reference case
      | fact                                 | value          |
      | country of production                | UA             |
      | imported on                          | 2026-05-10     |
      | electricity imported                 | 1000 MWh       |
      | determination                        | default values |
      | value listed for the country         | no             |
      | listed emission factor               | 0 tCO2e/MWh    |
      | actual emission factor               | 0.3 tCO2e/MWh  |
      | power purchase agreement             | yes            |
      | electricity under the agreement      | 1000 MWh       |
      | direct connection                    | yes            |
      | no congestion in any hour            | yes            |
      | fossil emissions of the installation | 0.55 tCO2e/MWh |
      | capacity nominated                   | yes            |
      | produced within the same hour        | yes            |
      | monthly interim reports              | yes            |
      | report verified and accredited       | yes            |
      | price of certificates bought         | 80 EUR/tCO2e   |
    And the quantity group of the country (group), a word from column group, on basis scope
      | in     | with                             |
      | groups | country is country of production |
    And the quantity emission factor of the Union (union_factor), in tCO2e/MWh, from column factor, on basis union
      | in    | with                               |
      | grids | use is 'imported'; country is 'EU' |
    And the quantity certificate price (quarter_price), in EUR/tCO2e, from column price, on basis price
      | in     | with                              |
      | prices | quarter is quarter of imported on |
    And the scorecard applies when group of the country is third; imported on is from 2026-01-01

  Rule: Actual values and their conditions
    Background:
      Given the quantity connected or uncongested (way_in), on basis connection
        | is | when                             |
        | 1  | direct connection is yes         |
        | 1  | no congestion in any hour is yes |
        | 0  | otherwise                        |
      And these gates
        | id | gate                                           | requires                                                                                          | applies when                   | basis             |
        | E1 | Purchase agreement for the whole quantity      | power purchase agreement is yes; electricity under the agreement is at least electricity imported | determination is actual values | agreement         |
        | E2 | Direct connection, or no congestion            | connected or uncongested is 1                                                                     | determination is actual values | connection, proof |
        | E3 | At most 550 g of fossil carbon dioxide per kWh | fossil emissions of the installation is at most 0.55 tCO2e/MWh                                    | determination is actual values | fossil            |
        | E4 | Nominated and produced within the same hour    | capacity nominated is yes; produced within the same hour is yes                                   | determination is actual values | nomination, proof |
        | E5 | Monthly interim reports                        | monthly interim reports is yes                                                                    | determination is actual values | interim           |
        | E6 | Verified by an accredited verifier             | report verified and accredited is yes                                                             | determination is actual values | verified          |
      And the quantity actual value counts (actual_counts), on basis choice
        | is | when                                                                                                                                                                                                                                                                                                                                                                     |
        | 1  | determination is actual values; power purchase agreement is yes; electricity under the agreement is at least electricity imported; connected or uncongested is 1; fossil emissions of the installation is at most 0.55 tCO2e/MWh; capacity nominated is yes; produced within the same hour is yes; monthly interim reports is yes; report verified and accredited is yes |
        | 0  | otherwise                                                                                                                                                                                                                                                                                                                                                                |
      And the quantity default emission factor (default_factor), in tCO2e/MWh
        | is                           | when                                | basis  |
        | listed emission factor       | value listed for the country is yes | listed |
        | emission factor of the Union | otherwise                           | union  |
      And the quantity emission factor used (used_factor), in tCO2e/MWh
        | is                      | when                     | basis         |
        | actual emission factor  | actual value counts is 1 | direct        |
        | default emission factor | otherwise                | listed, union |
      And the quantity embedded emissions (emissions), in tCO2e, on basis direct
        | is                                          |
        | electricity imported * emission factor used |
      And the quantity price that counts (price), in EUR/tCO2e
        | is                           | when                           | basis        |
        | price of certificates bought | imported on is from 2027-01-01 | price-bought |
        | certificate price            | otherwise                      | price        |
      And the quantity cost (cost), in EUR, on basis price
        | is                                     |
        | embedded emissions * price that counts |
      And these results
        | result           | label                | is                   | rounded to | basis                   |
        | factor_used      | Emission factor used | emission factor used | 5 decimals | rounding                |
        | certificates_due | Certificates due     | embedded emissions   | 5 decimals | rounding, no-allocation |
        | cost_due         | Cost                 | cost                 | 2 decimals | rounding                |

    Scenario Outline: the value of the country, else of the Union; without mark-up and free allocation
      Given country of production is <country>
      And imported on is <day>
      And value listed for the country is <listed>
      And listed emission factor is <factor> tCO2e/MWh
      When evaluated as of 2026-11-20
      Then the result Emission factor used is <used> tCO2e/MWh
      And the result Certificates due is <due> tCO2e
      And the result Cost is <cost> EUR

      Examples:
        | country | day        | listed | factor | used  | due | cost     |
        | UA      | 2026-05-10 | no     | 0      | 0.612 | 612 | 46071.36 |
        | UA      | 2026-05-10 | yes    | 0.9    | 0.9   | 900 | 67752    |
        | GB      | 2027-01-01 | yes    | 0.9    | 0.9   | 900 | 72000    |

    Scenario: electricity of the Union and of exempt countries is not concerned
      Given country of production is CH
      When evaluated as of 2026-11-20
      Then the conclusion is not applicable

    Scenario Outline: electricity imported before 2026 needs no certificates
      Given imported on is <day>
      When evaluated as of 2026-11-20
      Then the conclusion is <conclusion>

      Examples:
        | day        | conclusion     |
        | 2025-12-31 | not applicable |
        | 2026-01-01 | scored         |

    Scenario: the day before 2027 asks for the price of its quarter
      Given imported on is 2026-12-31
      When evaluated as of 2027-02-01
      Then the quantity price that counts is undetermined because of the reference table prices
      And the result Certificates due is 612 tCO2e

    Scenario Outline: an agreement that nobody shows counts neither as made nor as missing
      Given determination is <method>
      And evidence for power purchase agreement is missing
      When evaluated as of 2026-11-20
      Then gate E1 is <e1>
      And the conclusion is <conclusion>

      Examples:
        | method         | e1             | conclusion |
        | actual values  | undetermined   | incomplete |
        | default values | not applicable | scored     |

    Scenario Outline: every criterion must hold
      Given determination is <method>
      And power purchase agreement is <agreed>
      And electricity under the agreement is <amount> MWh
      And direct connection is <connected>
      And no congestion in any hour is <free>
      And fossil emissions of the installation is <fossil> tCO2e/MWh
      And capacity nominated is <nominated>
      And produced within the same hour is <hour>
      And monthly interim reports is <monthly>
      And report verified and accredited is <proven>
      When evaluated as of 2026-11-20
      Then gate E1 is <e1>
      And gate E2 is <e2>
      And gate E3 is <e3>
      And gate E4 is <e4>
      And gate E5 is <e5>
      And gate E6 is <e6>
      And the quantity emission factor used is <used> tCO2e/MWh

      Examples:
        | method         | agreed | amount  | connected | free | fossil  | nominated | hour | monthly | proven | e1             | e2             | e3             | e4             | e5             | e6             | used  |
        | actual values  | yes    | 1000    | yes       | no   | 0.55    | yes       | yes  | yes     | yes    | met            | met            | met            | met            | met            | met            | 0.3   |
        | actual values  | yes    | 1000    | no        | yes  | 0.55    | yes       | yes  | yes     | yes    | met            | met            | met            | met            | met            | met            | 0.3   |
        | actual values  | no     | 1000    | yes       | no   | 0.55    | yes       | yes  | yes     | yes    | not met        | met            | met            | met            | met            | met            | 0.612 |
        | actual values  | yes    | 999.999 | yes       | no   | 0.55    | yes       | yes  | yes     | yes    | not met        | met            | met            | met            | met            | met            | 0.612 |
        | actual values  | yes    | 1000    | no        | no   | 0.55    | yes       | yes  | yes     | yes    | met            | not met        | met            | met            | met            | met            | 0.612 |
        | actual values  | yes    | 1000    | yes       | no   | 0.55001 | yes       | yes  | yes     | yes    | met            | met            | not met        | met            | met            | met            | 0.612 |
        | actual values  | yes    | 1000    | yes       | no   | 0.55    | no        | yes  | yes     | yes    | met            | met            | met            | not met        | met            | met            | 0.612 |
        | actual values  | yes    | 1000    | yes       | no   | 0.55    | yes       | no   | yes     | yes    | met            | met            | met            | not met        | met            | met            | 0.612 |
        | actual values  | yes    | 1000    | yes       | no   | 0.55    | yes       | yes  | no      | yes    | met            | met            | met            | met            | not met        | met            | 0.612 |
        | actual values  | yes    | 1000    | yes       | no   | 0.55    | yes       | yes  | yes     | no     | met            | met            | met            | met            | met            | not met        | 0.612 |
        | default values | yes    | 1000    | yes       | no   | 0.55    | yes       | yes  | yes     | yes    | not applicable | not applicable | not applicable | not applicable | not applicable | not applicable | 0.612 |
