# language: en
Feature: Holding and penalties

  Background:
    Given the scorecard cbam-importer
    And these facts
      | fact                     | label                          | type   | unit  | at least |
      | quarter_end              | last day of the quarter        | date   |       |          |
      | certificates_held        | certificates held              | number | tCO2e | 0        |
      | certificates_due         | certificates due               | number | tCO2e | 0        |
      | certificates_surrendered | certificates surrendered       | number | tCO2e | 0        |
      | embedded_emissions       | embedded emissions of the year | number | tCO2e | 0        |
      | penalty_index            | index of the penalty           | number |       | 1        |
    And this reference case
      | fact                           | value      |
      | last day of the quarter        | 2026-12-31 |
      | certificates held              | 0 tCO2e    |
      | certificates due               | 120 tCO2e  |
      | certificates surrendered       | 120 tCO2e  |
      | embedded emissions of the year | 120 tCO2e  |
      | index of the penalty           | 1          |

  Rule: Half of the certificates at the end of each quarter, from 2027
    Background:
      Given these lookups for each imported good
        | quantity       | label                      | unit    | column   | in         | with                                                                                                | basis   |
        | default_value  | default value              | tCO2e/t | total    | defaults   | cn_code is CN code; country is country of origin                                                    | holding |
        | default_value  |                            |         |          | defaults   | cn_code is CN code; country is 'other'                                                              | holding |
        | default_route  | route of the default value | word    | route    | defaults   | cn_code is CN code; country is country of origin                                                    | holding |
        | default_route  |                            |         |          | defaults   | cn_code is CN code; country is 'other'                                                              | holding |
        | benchmark      | benchmark of column B      | tCO2e/t | value    | benchmarks | cn_code is CN code; column is 'B'; route is route of the default value; year is year of imported on | holding |
        | retained_share | retained share             |         | retained | shares     | year is year of imported on                                                                         | holding |
        | correction     | correction factor          |         | cscf     | shares     | year is year of imported on                                                                         | holding |
      And these quantities for each imported good
        | quantity   | label               | unit    | is                                                         | when                | basis   |
        | allocation | free allocation     | tCO2e/t | 0 tCO2e/t                                                  | retained share is 0 | holding |
        | allocation |                     |         | retained share * correction factor * benchmark of column B |                     | holding |
        | base       | base of the holding | tCO2e   | max(default value - free allocation, 0 tCO2e/t) * net mass |                     | holding |
      And these sums over goods lines
        | quantity      | label             | unit  | of                  | where                                                                                                                                                                                                          | basis         |
        | all_base      | base of all lines | tCO2e | base of the holding | sector is one of cement, fertilisers, iron_and_steel, aluminium, hydrogen; group of the country is third; imported on is after last day of the year minus 1 year; imported on is until last day of the quarter | holding       |
        | hydrogen_base | base of hydrogen  | tCO2e | base of the holding | sector is hydrogen; group of the country is third; imported on is after last day of the year minus 1 year; imported on is until last day of the quarter                                                        | holding-lines |
      And these quantities
        | quantity | label                | unit  | is                      | when                                      | basis         |
        | to_hold  | certificates to hold | tCO2e | 0 tCO2e                 | last day of the year is before 2027-12-31 | holding       |
        | to_hold  |                      |       | 0.5 * base of all lines | threshold exceeded is 1                   | holding       |
        | to_hold  |                      |       | 0.5 * base of hydrogen  |                                           | holding-lines |
      And these gates
        | id | gate                          | requires                                           | applies when                                              | basis   |
        | H1 | Half of the certificates held | certificates held is at least certificates to hold | obligations is 1; last day of the year is from 2027-12-31 | holding |
      And these results
        | result         | label                                          | is                   | rounded to | basis                  |
        | holding_needed | Certificates to hold at the end of the quarter | certificates to hold | 3 decimals | holding, holding-lines |

    Scenario Outline: half of the base of the lines since 1 January
      Given last day of the year is <year>
      And last day of the quarter is <quarter>
      And goods lines are
        | line | CN code | country of origin | imported on | net mass |
        | L1   | <code>  | <country>         | <day>       | 2500 t   |
        | L2   | <other> | <second>          | <later>     | <mass> t |
      And certificates held is <held> tCO2e
      When evaluated as of <quarter>
      Then the quantity certificates to hold is <needed> tCO2e
      And gate H1 is <outcome>

      Examples:
        | year       | quarter    | code     | country | day        | other    | second | later      | mass | held    | needed     | outcome        |
        | 2027-12-31 | 2027-03-31 | 72083900 | BR      | 2027-02-10 | 72083900 | BR     | 2027-04-01 | 1000 | 399     | 398.125    | met            |
        | 2027-12-31 | 2027-03-31 | 72083900 | BR      | 2027-02-10 | 72083900 | BR     | 2027-04-01 | 1000 | 398.125 | 398.125    | met            |
        | 2027-12-31 | 2027-03-31 | 72083900 | BR      | 2027-02-10 | 72083900 | BR     | 2027-04-01 | 1000 | 398     | 398.125    | not met        |
        | 2027-12-31 | 2027-06-30 | 72083900 | BR      | 2027-02-10 | 72083900 | BR     | 2027-04-01 | 1000 | 399     | 557.375    | not met        |
        | 2027-12-31 | 2027-03-31 | 72083900 | BR      | 2027-01-01 | 72083900 | BR     | 2026-12-31 | 1000 | 399     | 398.125    | met            |
        | 2027-12-31 | 2027-03-31 | 72083900 | BR      | 2027-02-10 | 72083900 | DE     | 2027-02-10 | 1000 | 399     | 398.125    | met            |
        | 2027-12-31 | 2027-03-31 | 72083900 | BR      | 2027-02-10 | 72044990 | BR     | 2027-02-10 | 1000 | 399     | 398.125    | met            |
        | 2027-12-31 | 2027-03-31 | 72083900 | BR      | 2027-02-10 | 28041000 | CN     | 2027-02-10 | 1    | 500     | 409.027725 | met            |
        | 2027-12-31 | 2027-03-31 | 72044990 | BR      | 2027-02-10 | 28041000 | CN     | 2027-02-10 | 1    | 10      | 10.902725  | not met        |
        | 2027-12-31 | 2027-03-31 | 72083900 | DE      | 2027-02-10 | 28041000 | CN     | 2027-04-01 | 1    | 10      | 0          | met            |
        | 2027-12-31 | 2027-03-31 | 72083900 | DE      | 2027-02-10 | 28041000 | NO     | 2027-02-10 | 1    | 10      | 0          | not applicable |
        | 2027-12-31 | 2027-03-31 | 72083900 | DE      | 2027-02-10 | 28041000 | CN     | 2026-12-31 | 1    | 10      | 0          | not applicable |
        | 2026-12-31 | 2026-12-31 | 72083900 | BR      | 2026-02-10 | 72083900 | BR     | 2026-04-01 | 1000 | 0       | 0          | not applicable |
        | 2034-12-31 | 2034-03-31 | 72083900 | BR      | 2034-02-10 | 72083900 | BR     | 2034-04-01 | 1000 | 2025    | 2025       | met            |

    Scenario: the result of the holding
      When evaluated as of 2026-11-20
      Then the result Certificates to hold at the end of the quarter is 0 tCO2e

  Rule: Penalty exposure
    Background:
      Given these quantities
        | quantity        | label                            | unit  | is                                                                        | when                              | basis   |
        | missing         | certificates missing             | tCO2e | max(certificates due - certificates surrendered, 0 tCO2e)                 |                                   | penalty |
        | missing_penalty | penalty for missing certificates | EUR   | 0 EUR                                                                     | may import is 0                   | penalty |
        | missing_penalty |                                  |       | certificates missing * 100 EUR/tCO2e * index of the penalty               |                                   | penalty |
        | lowest_penalty  | lowest penalty without status    | EUR   | 3 * embedded emissions of the year * 100 EUR/tCO2e * index of the penalty | may import is 0; obligations is 1 | penalty |
        | lowest_penalty  |                                  |       | 0 EUR                                                                     |                                   | penalty |
        | highest_penalty | highest penalty without status   | EUR   | 5 * embedded emissions of the year * 100 EUR/tCO2e * index of the penalty | may import is 0; obligations is 1 | penalty |
        | highest_penalty |                                  |       | 0 EUR                                                                     |                                   | penalty |
      And these findings
        | code      | finding                                                                    | when                                                                                  | severity    | basis   |
        | P.MISSING | Certificates are missing, and remain due beside the penalty                | certificates missing is more than 0 tCO2e                                             | major       | penalty |
        | P.SMALL   | Exceeded by at most ten percent without status: the penalty may be reduced | may import is 0; mass that counts is more than 50 t; mass that counts is at most 55 t | observation | penalty |
      And these results
        | result          | label                                     | is                               | rounded to | basis   |
        | penalty_missing | Penalty for certificates that are missing | penalty for missing certificates | 2 decimals | penalty |
        | penalty_lowest  | Penalty without status, at least          | lowest penalty without status    | 2 decimals | penalty |
        | penalty_highest | Penalty without status, at most           | highest penalty without status   | 2 decimals | penalty |

    Scenario Outline: 120 certificates
      Given authorised declarant is <authorised>
      And certificates surrendered is <surrendered> tCO2e
      And index of the penalty is <index>
      And goods lines are
        | line | CN code  | country of origin | imported on | net mass |
        | L1   | 72083900 | BR                | 2026-05-10  | <mass> t |
      When evaluated as of 2026-11-20
      Then the result Penalty for certificates that are missing is <missing> EUR
      And the result Penalty without status, at least is <lowest> EUR
      And the result Penalty without status, at most is <highest> EUR
      And <small>

      Examples:
        | authorised | surrendered | index | mass   | missing | lowest | highest | small                            |
        | yes        | 0           | 1     | 100    | 12000   | 0      | 0       | no finding P.SMALL is raised     |
        | yes        | 0           | 1.25  | 100    | 15000   | 0      | 0       | no finding P.SMALL is raised     |
        | yes        | 121         | 1     | 100    | 0       | 0      | 0       | no finding P.SMALL is raised     |
        | yes        | 0           | 1     | 55     | 12000   | 0      | 0       | no finding P.SMALL is raised     |
        | no         | 0           | 1     | 100    | 0       | 36000  | 60000   | no finding P.SMALL is raised     |
        | no         | 0           | 1     | 55     | 0       | 36000  | 60000   | an observation P.SMALL is raised |
        | no         | 0           | 1     | 55.001 | 0       | 36000  | 60000   | no finding P.SMALL is raised     |
        | no         | 0           | 1     | 50     | 0       | 0      | 0       | no finding P.SMALL is raised     |

    Scenario Outline: what is missing remains due
      Given certificates surrendered is <surrendered> tCO2e
      When evaluated as of 2026-11-20
      Then <raised>

      Examples:
        | surrendered | raised                                    |
        | 119.99999   | a major nonconformity P.MISSING is raised |
        | 120         | no finding P.MISSING is raised            |
