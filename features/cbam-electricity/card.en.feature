# language: en
Feature: CBAM, one quantity of imported electricity
  Embedded emissions, certificates and cost of electricity imported in the definitive period, and when actual values may be used.

  Background:
    Given this scorecard
      | field           | value                                                                                                                                                            |
      | id              | cbam-electricity                                                                                                                                                 |
      | version         | 1.0.0                                                                                                                                                            |
      | title           | CBAM, one quantity of imported electricity                                                                                                                       |
      | subject         | electricity-import                                                                                                                                               |
      | attestation     | self-assessment                                                                                                                                                  |
      | time zone       | Europe/Brussels                                                                                                                                                  |
      | effective from  | 2026-01-01                                                                                                                                                       |
      | rounding        | half-even, 5 decimals                                                                                                                                            |
      | not applicable  | drop and rescale                                                                                                                                                 |
      | does not assess | which value Annex III lists for a country; the scorecard uses the declared value and looks up only the value of the Union                                        |
      | does not assess | lower values demonstrated by a third country, which are listed after the Commission has amended the annex                                                        |
      | does not assess | how the actual emission factor was determined                                                                                                                    |
      | does not assess | carbon prices paid abroad, and electricity in transit                                                                                                            |
      | does not assess | the exemption of electricity markets coupled with the market of the Union                                                                                        |
      | does not assess | documents that support the declared facts where none is known: country, day and quantity of the import, value listed for a country, price of certificates bought |
    And these bases
      | basis         | instrument                          | clause                        | certainty   | note                                                                                                                                                                                                                                                                                                                              |
      | scope         | Regulation (EU) 2023/956            | Article 2, Annexes I and III  | secondary   | CBAM applies to electricity imported from a third country that is not exempt. The country is the one in which the electricity was produced. Reported by secondary sources.                                                                                                                                                        |
      | direct        | IR (EU) 2025/2547                   | Annex II D.2                  | confirmed   | For imported electricity, only direct emissions (those of generation itself) are counted.                                                                                                                                                                                                                                         |
      | listed        | IR (EU) 2025/2621                   | Article 1(4), Annex III       | confirmed   | If the Commission lists a default emission factor for the country of production, that factor applies to imported electricity without a mark-up.                                                                                                                                                                                   |
      | union         | Regulation (EU) 2023/956            | Annex IV point 4.2.2          | confirmed   | If the country of production has no listed default value, the emission factor of the Union applies to the imported electricity.                                                                                                                                                                                                   |
      | agreement     | IR (EU) 2025/2547                   | Annex II D.2.4, criterion (a) | confirmed   | To use an actual emission value, the importer needs a power purchase agreement that is in force at the time of the import. It must cover at least the quantity claimed.                                                                                                                                                           |
      | connection    | IR (EU) 2025/2547                   | Annex II D.2.4, criterion (b) | confirmed   | To use an actual emission value, one of two conditions must be satisfied. Either the power plant is directly connected, or the grid had no congestion in any hour of export.                                                                                                                                                      |
      | fossil        | IR (EU) 2025/2547                   | Annex II D.2.4, criterion (c) | confirmed   | To use an actual emission value, the installation must emit at most 550 g of fossil carbon dioxide per kWh of electricity.                                                                                                                                                                                                        |
      | nomination    | IR (EU) 2025/2547                   | Annex II D.2.4, criterion (d) | confirmed   | To use an actual emission value, capacity must be nominated (formally reserved) for the electricity. The electricity must be produced within the same hour as the nominated capacity.                                                                                                                                             |
      | interim       | IR (EU) 2025/2547                   | Annex II D.2.4, criterion (e) | confirmed   | To use an actual emission value, the importer needs monthly interim reports that document the imported electricity.                                                                                                                                                                                                               |
      | verified      | Regulation (EU) 2023/956            | Article 8(1), Annex VI        | secondary   | An actual emission value of imported electricity must be verified by an accredited verifier. Default values need no verification. Reported by secondary sources; the text was not read.                                                                                                                                           |
      | choice        | cbam-electricity                    | -                             | own reading | An actual emission value of imported electricity must satisfy all criteria of the regulation. If one criterion fails, we use the default value instead.                                                                                                                                                                           |
      | no-allocation | Answers of the Commission, May 2026 | 3.8                           | secondary   | Imported electricity receives no free allocation; certificates are due for all its emissions. Reported from the answers of the Commission of May 2026.                                                                                                                                                                            |
      | price         | Regulation (EU) 2023/956            | Article 21(1) and (1a)        | confirmed   | For electricity imported before 2027-01-01, the certificate price is the published price of the quarter of import. We never use this price for a later quarter.                                                                                                                                                                   |
      | price-bought  | IR (EU) 2025/2548                   | Articles 1(6) and 5(5)        | confirmed   | For electricity imported from 2027-01-01, the price of certificates is that of the week in which they are bought.                                                                                                                                                                                                                 |
      | rounding      | cbam-electricity                    | -                             | own reading | We round the displayed emission factor, certificates and cost half to even. The calculation itself uses the unrounded values.                                                                                                                                                                                                     |
      | proof         | cbam-electricity                    | -                             | own reading | The evidence documents are the power purchase agreement, the monthly interim reports and the verification report. We decided which fact each document proves; we also accept an interim report as proof of criteria (b) (connection) and (d) (nomination). For the other facts no document is named; a declaration is sufficient. |
    And these reference tables
      | table  | name                   | basis |
      | groups | cbam-country-groups    | scope |
      | grids  | cbam-grid-factors      | union |
      | prices | cbam-certificate-price | price |
    And these facts
      | fact              | label                                        | type   | unit      | one of          | at least | evidence                            | may lie ahead |
      | country_of_origin | country of production                        | text   |           |                 |          |                                     |               |
      | imported_on       | date of import                               | date   |           |                 |          |                                     | yes           |
      | quantity          | electricity imported                         | number | MWh       |                 | 0        |                                     |               |
      | determination     | method of determination                      | choice |           | default, actual |          |                                     |               |
      | country_listed    | value listed for the country                 | flag   |           |                 |          |                                     |               |
      | listed_factor     | listed emission factor                       | number | tCO2e/MWh |                 | 0        |                                     |               |
      | actual_factor     | actual emission factor                       | number | tCO2e/MWh |                 | 0        | verification-report                 |               |
      | agreement_made    | power purchase agreement                     | flag   |           |                 |          | purchase-agreement                  |               |
      | agreement_amount  | electricity under the agreement              | number | MWh       |                 | 0        | purchase-agreement                  |               |
      | connected         | direct connection                            | flag   |           |                 |          | interim-report, verification-report |               |
      | uncongested       | no congestion in any hour of export          | flag   |           |                 |          | interim-report, verification-report |               |
      | fossil_factor     | fossil emissions of the installation per MWh | number | tCO2e/MWh |                 | 0        | verification-report                 |               |
      | nominated         | capacity nominated                           | flag   |           |                 |          | interim-report, verification-report |               |
      | same_hour         | produced within the same hour                | flag   |           |                 |          | interim-report, verification-report |               |
      | reported_monthly  | monthly interim reports available            | flag   |           |                 |          | interim-report                      |               |
      | verified_report   | report verified by an accredited verifier    | flag   |           |                 |          | verification-report                 |               |
      | price_bought      | price of certificates bought                 | number | EUR/tCO2e |                 | 0        |                                     |               |
    And the choices of method of determination
      | value   | words          |
      | default | default values |
      | actual  | actual values  |
    And this reference case
      | fact                                         | value          |
      | country of production                        | UA             |
      | date of import                               | 2026-05-10     |
      | electricity imported                         | 1000 MWh       |
      | method of determination                      | default values |
      | value listed for the country                 | no             |
      | listed emission factor                       | 0 tCO2e/MWh    |
      | actual emission factor                       | 0.3 tCO2e/MWh  |
      | power purchase agreement                     | yes            |
      | electricity under the agreement              | 1000 MWh       |
      | direct connection                            | yes            |
      | no congestion in any hour of export          | yes            |
      | fossil emissions of the installation per MWh | 0.55 tCO2e/MWh |
      | capacity nominated                           | yes            |
      | produced within the same hour                | yes            |
      | monthly interim reports available            | yes            |
      | report verified by an accredited verifier    | yes            |
      | price of certificates bought                 | 80 EUR/tCO2e   |
    And the quantity group of the country (group), a word from column group, on basis scope
      | in     | with                             |
      | groups | country is country of production |
    And the quantity emission factor of the Union (union_factor), in tCO2e/MWh, from column factor, on basis union
      | in    | with                               |
      | grids | use is 'imported'; country is 'EU' |
    And the quantity certificate price (quarter_price), in EUR/tCO2e, from column price, on basis price
      | in     | with                                 |
      | prices | quarter is quarter of date of import |
    And the scorecard applies when group of the country is third; date of import is from 2026-01-01

  Rule: Actual values and their conditions
    Background:
      Given the quantity connected or uncongested (1 = yes) (way_in), on basis connection
        | is | when                                       |
        | 1  | direct connection is yes                   |
        | 1  | no congestion in any hour of export is yes |
        | 0  | otherwise                                  |
      And these gates
        | id | gate                                                | requires                                                                                          | applies when                             | basis             |
        | E1 | Purchase agreement covers the whole quantity        | power purchase agreement is yes; electricity under the agreement is at least electricity imported | method of determination is actual values | agreement         |
        | E2 | Direct connection or no congestion                  | connected or uncongested (1 = yes) is 1                                                           | method of determination is actual values | connection, proof |
        | E3 | Fossil carbon dioxide at most 550 g per kWh         | fossil emissions of the installation per MWh is at most 0.55 tCO2e/MWh                            | method of determination is actual values | fossil            |
        | E4 | Capacity nominated, production within the same hour | capacity nominated is yes; produced within the same hour is yes                                   | method of determination is actual values | nomination, proof |
        | E5 | Monthly interim reports exist                       | monthly interim reports available is yes                                                          | method of determination is actual values | interim           |
        | E6 | Report verified by an accredited verifier           | report verified by an accredited verifier is yes                                                  | method of determination is actual values | verified          |
      And the quantity actual value accepted (1 = yes) (actual_counts), on basis choice
        | is | when                                                                                                                                                                                                                                                                                                                                                                                                                      |
        | 1  | method of determination is actual values; power purchase agreement is yes; electricity under the agreement is at least electricity imported; connected or uncongested (1 = yes) is 1; fossil emissions of the installation per MWh is at most 0.55 tCO2e/MWh; capacity nominated is yes; produced within the same hour is yes; monthly interim reports available is yes; report verified by an accredited verifier is yes |
        | 0  | otherwise                                                                                                                                                                                                                                                                                                                                                                                                                 |
      And the quantity default emission factor (default_factor), in tCO2e/MWh
        | is                           | when                                | basis  |
        | listed emission factor       | value listed for the country is yes | listed |
        | emission factor of the Union | otherwise                           | union  |
      And the quantity emission factor used (used_factor), in tCO2e/MWh
        | is                      | when                                 | basis         |
        | actual emission factor  | actual value accepted (1 = yes) is 1 | direct        |
        | default emission factor | otherwise                            | listed, union |
      And the quantity embedded emissions (emissions), in tCO2e, on basis direct
        | is                                          |
        | electricity imported * emission factor used |
      And the quantity applicable price (price), in EUR/tCO2e
        | is                           | when                              | basis        |
        | price of certificates bought | date of import is from 2027-01-01 | price-bought |
        | certificate price            | otherwise                         | price        |
      And the quantity cost (cost), in EUR, on basis price
        | is                                    |
        | embedded emissions * applicable price |
      And these results
        | result           | label                | is                   | rounded to | basis                   |
        | factor_used      | Emission factor used | emission factor used | 5 decimals | rounding                |
        | certificates_due | Certificates due     | embedded emissions   | 5 decimals | rounding, no-allocation |
        | cost_due         | Cost of certificates | cost                 | 2 decimals | rounding                |

    Scenario Outline: the value of the country applies first, then the value of the Union; no mark-up and no free allocation
      Given country of production is <country>
      And date of import is <day>
      And value listed for the country is <listed>
      And listed emission factor is <factor> tCO2e/MWh
      When evaluated as of 2026-11-20
      Then the result Emission factor used is <used> tCO2e/MWh
      And the result Certificates due is <due> tCO2e
      And the result Cost of certificates is <cost> EUR

      Examples:
        | country | day        | listed | factor | used  | due | cost     |
        | UA      | 2026-05-10 | no     | 0      | 0.612 | 612 | 46071.36 |
        | UA      | 2026-05-10 | yes    | 0.9    | 0.9   | 900 | 67752    |
        | GB      | 2027-01-01 | yes    | 0.9    | 0.9   | 900 | 72000    |

    Scenario: electricity of the Union and of exempt countries is not in scope
      Given country of production is CH
      When evaluated as of 2026-11-20
      Then the conclusion is not applicable

    Scenario Outline: electricity imported before 2026 needs no certificates
      Given date of import is <day>
      When evaluated as of 2026-11-20
      Then the conclusion is <conclusion>

      Examples:
        | day        | conclusion     |
        | 2025-12-31 | not applicable |
        | 2026-01-01 | scored         |

    Scenario: imports on 31 December 2026 use the price of their quarter
      Given date of import is 2026-12-31
      When evaluated as of 2027-02-01
      Then the quantity applicable price is undetermined because of the reference table prices
      And the result Certificates due is 612 tCO2e

    Scenario Outline: without evidence of the purchase agreement its gate is undetermined
      Given method of determination is <method>
      And evidence for power purchase agreement is missing
      When evaluated as of 2026-11-20
      Then gate E1 is <e1>
      And the conclusion is <conclusion>

      Examples:
        | method         | e1             | conclusion |
        | actual values  | undetermined   | incomplete |
        | default values | not applicable | scored     |

    Scenario Outline: all criteria must be met
      Given method of determination is <method>
      And power purchase agreement is <agreed>
      And electricity under the agreement is <amount> MWh
      And direct connection is <connected>
      And no congestion in any hour of export is <free>
      And fossil emissions of the installation per MWh is <fossil> tCO2e/MWh
      And capacity nominated is <nominated>
      And produced within the same hour is <hour>
      And monthly interim reports available is <monthly>
      And report verified by an accredited verifier is <proven>
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
